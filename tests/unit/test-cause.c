/* The causes of differences: which are found, and which comes first. */
#include "cause.h"
#include "unit.h"

static RecapContests *contests;

/* One TPS: what the authority and the other source show; NULL: the same, or not there. */
typedef struct {
    const char *tps;
    const char *a;
    const char *b;
} Station;

/* Reads '12 - ? .': numbers, blank, unreadable, not carried. */
static void
read_cells (const char *text, RecapCell *cells, guint n)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    UNIT_INT (g_strv_length (words), n);
    for (guint i = 0; i < n; i++)
        cells[i] = strcmp (words[i], "-") == 0   ? RECAP_CELL_BLANK
                   : strcmp (words[i], "?") == 0 ? RECAP_CELL_UNREADABLE
                   : strcmp (words[i], ".") == 0 ? RECAP_CELL_NOT_CARRIED
                                                 : (RecapCell)g_ascii_strtoll (words[i], NULL, 10);
}

static RecapForm
make_form (const char *kontes, const char *kode, const char *sumber, RecapCell *cells)
{
    RecapForm form = { .contest = recap_contests_find (contests, recap_text (kontes)),
                       .cells = cells };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text (kontes);
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_TPS] = (RecapText){ kode + 10, 3 };
    form.keys[RECAP_KEY_SUMBER] = recap_text (sumber);
    return form;
}

/* Appends 's01 word word; ...' and the observations as 'D06 word; '. */
static void
append_pair (GString *out, const RecapSchema *schema, const RecapPair *pair)
{
    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        g_string_append (out, recap_schema_get_name (schema, difference->field));
        for (guint k = 0; k < difference->n_explanations; k++) {
            g_string_append_printf (out, " %s", difference->explanations[k].cause);
            UNIT_TRUE (k == 0 || difference->explanations[k].weight <=
                                     difference->explanations[k - 1].weight);
        }
        g_string_append (out, "; ");
    }
    for (const RecapObservation *o = pair->observations; o != NULL; o = o->next)
        g_string_append_printf (out, "%s%s%s; ", o->code, *o->cause != '\0' ? " " : "", o->cause);
}

/* Explains the stations of one desa, of the fields @names.
 *
 * Returns: a line for each TPS that differs, owned by the caller. */
static char *
explain (const char *kontes, const char *names, const Station *stations, guint n_stations)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    g_auto (GStrv) fields = g_strsplit (names, " ", -1);
    for (guint i = 0; fields[i] != NULL; i++)
        UNIT_TRUE (recap_schema_add (schema, recap_text (fields[i])));
    guint n = recap_schema_get_n (schema);
    g_autofree guint *all = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        all[i] = i;
    g_autoptr (RecapGroup) group = recap_group_new (n);
    g_autoptr (RecapTable) neighbours = recap_table_new (schema);
    g_autofree RecapCell *a = g_new (RecapCell, n);
    g_autofree RecapCell *b = g_new (RecapCell, n);

    for (guint i = 0; i < n_stations; i++) {
        g_autofree char *kode = g_strdup_printf ("3216012001%s", stations[i].tps);
        RecapPair pair = { .side = 1, .fields = all, .n_fields = n };
        read_cells (stations[i].a, a, n);
        read_cells (stations[i].b != NULL ? stations[i].b : stations[i].a, b, n);
        pair.a = make_form (kontes, kode, "plano", a);
        pair.b = make_form (kontes, kode, "sirekap", b);
        pair.state = recap_form_is_empty (&pair.b, n) ? RECAP_PAIR_B_EMPTY : RECAP_PAIR_BOTH;
        recap_table_add (neighbours, &pair.a);
        recap_group_add (group, &pair, FALSE);
    }
    g_autoptr (RecapCauses) causes = recap_causes_new (schema, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_causes_start (causes, group, &error));
    recap_causes_finish (causes, recap_causes_wants_neighbours (causes) ? neighbours : NULL);

    GString *out = g_string_new (NULL);
    for (guint i = 0; i < recap_group_get_n (group); i++) {
        append_pair (out, schema, recap_group_get (group, i)->pair);
        g_string_truncate (out, out->len - 1); /* the blank */
        g_string_append_c (out, '\n');
    }
    return g_string_free (out, FALSE);
}

#define VOTES "s01 s02 s03 suara_sah suara_tidak_sah suara_total"

/* One TPS on its own. */
#define EXPLAIN(a_, b_, expected)                                                                  \
    do {                                                                                           \
        const Station one_ = { "001", a_, b_ };                                                    \
        g_autofree char *found_ = explain ("ppwp", VOTES, &one_, 1);                               \
        UNIT_STRING (found_, expected "\n");                                                       \
    } while (0)

static void
test_single (void)
{
    EXPLAIN ("20 70 40 130 5 135", "820 70 40 130 5 135", "s01 x-terbaca-8 ratusan-tambahan; D06;");
    /* Nothing fits. */
    EXPLAIN ("283 0 0 283 0 283", "61 0 0 283 0 283", "s01; D06;");
    EXPLAIN ("20 70 ? 130 5 135", "20 70 40 130 5 135", "s03;");
    EXPLAIN ("20 70 40 130 5 135", "20 70 - 130 5 135", "s03;");
    EXPLAIN ("20 110 0 130 5 135", "20 110 - 130 5 135", "s03 kosong-nol;");
    EXPLAIN ("20 70 40 130 5 135", "20 70 40 130 5 0", "suara_total kosong-nol; D06;");
    EXPLAIN ("20 70 40 130 5 135", "- - - - - -",
             "s01 halaman-kosong; s02; s03; suara_sah; suara_tidak_sah; suara_total;");
    EXPLAIN ("20 70 40 130 5 135", "20 70 40 - - -",
             "suara_sah halaman-kosong; suara_tidak_sah halaman-kosong; suara_total "
             "halaman-kosong;");
}

static void
test_rules_decide (void)
{
    /* Both forms add up: the total follows. */
    EXPLAIN ("20 70 40 130 5 135", "20 71 40 131 5 136",
             "s02 angka-salah-baca; suara_sah ikut-jumlah angka-salah-baca; suara_total "
             "ikut-jumlah angka-salah-baca; D06;");
    /* The other source puts right what does not add up: misread is what is in the authority. */
    const Station one = { "001", "20 70 40 180 5 135", "20 70 40 130 5 135" };
    g_autofree char *found = explain ("ppwp", VOTES, &one, 1);
    UNIT_STRING (found, "suara_sah angka-salah-baca; D06;\n");
}

static void
test_rows (void)
{
    EXPLAIN ("72 109 36 217 5 222", "109 72 36 217 5 222",
             "s01 baris-tertukar isian-baris-lain; s02 baris-tertukar isian-baris-lain; D06; D07 "
             "baris-tertukar;");
    /* Zero to one row, all to the other: also a swap, or votes that all moved. */
    EXPLAIN (
        "72 0 36 108 5 113", "0 72 36 108 5 113",
        "s01 baris-tertukar suara-bergeser kosong-nol; s02 baris-tertukar suara-bergeser "
        "isian-baris-lain kosong-nol x-terbaca-angka ratusan-tambahan; D06; D07 baris-tertukar;");
    EXPLAIN ("13 140 8 161 3 164", "13 13 140 8 3 164",
             "s02 baris-bergeser isian-baris-lain bagi-sepuluh; s03 baris-bergeser "
             "isian-baris-lain; suara_sah baris-bergeser isian-baris-lain; D06; D07 "
             "baris-bergeser;");
    EXPLAIN ("69 32 69 170 3 173", "- 69 32 170 3 173",
             "s01 baris-bergeser; s02 baris-bergeser baris-tertukar isian-baris-lain; s03 "
             "baris-bergeser baris-tertukar isian-baris-lain; D07 baris-bergeser;");
    EXPLAIN ("13 140 8 161 3 164", "13 140 161 161 3 164", "s03 isian-baris-lain; D06;");
}

static void
test_forms (void)
{
    static const Station swapped[] = { { "001", "72 109 36 217 5 222", "60 80 11 151 2 153" },
                                       { "002", "55 101 9 165 0 165", NULL },
                                       { "003", "60 80 11 151 2 153", "72 109 36 217 5 222" } };
    static const Station twice[] = { { "001", "72 109 36 217 5 222", NULL },
                                     { "002", "60 80 11 151 2 153", "72 109 36 217 5 222" } };
    static const Station late[] = { { "001", "72 109 36 217 5 222", NULL },
                                    { "002", "60 80 11 151 2 153", "72 109 36 217 5 222" },
                                    { "003", "55 101 9 165 0 165", "60 80 11 151 2 153" } };
    static const Station alike[] = { { "001", "1 0 1 2 0 2", NULL },
                                     { "002", "0 1 0 1 0 1", "1 0 1 2 0 2" } };
    static const struct {
        const Station *stations;
        guint n;
        const char *words[2]; /* of D10, by TPS that differs */
    } cases[] = {
        { swapped, 3, { "formulir-tertukar", "formulir-tertukar" } },
        { twice, 2, { "formulir-ganda", NULL } },
        { late, 3, { "formulir-bergeser", "formulir-bergeser" } },
        { alike, 2, { NULL, NULL } }, /* small numbers agree by chance */
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *found = explain ("ppwp", VOTES, cases[i].stations, cases[i].n);
        g_auto (GStrv) lines = g_strsplit (found, "\n", -1);
        for (guint k = 0; k < 2; k++) {
            g_autofree char *first = g_strdup_printf ("s01 %s", cases[i].words[k]);
            g_autofree char *last = g_strdup_printf ("D10 %s;", cases[i].words[k]);
            if (cases[i].words[k] == NULL) {
                UNIT_TRUE (strstr (found, "D10") == NULL || k == 1);
                continue;
            }
            UNIT_TRUE (g_str_has_prefix (lines[k], first));
            UNIT_TRUE (g_str_has_suffix (lines[k], last));
        }
    }
}

/* Whatever stands in the boxes: it ends, the ranking is sorted, and the same again is the same. */
static void
test_random (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (4);

    for (guint round = 0; round < 300; round++) {
        char a[2][96];
        char b[2][96];
        for (guint i = 0; i < 2; i++)
            for (guint side = 0; side < 2; side++) {
                g_autoptr (GString) text = g_string_new (NULL);
                for (guint k = 0; k < 6; k++) {
                    int kind = g_rand_int_range (random, 0, 12);
                    g_string_append (text, k > 0 ? " " : "");
                    if (kind < 3)
                        g_string_append_c (text, "-?."[kind]);
                    else
                        g_string_append_printf (text, "%d",
                                                g_rand_int_range (random, 0, kind * kind));
                }
                g_strlcpy (side == 0 ? a[i] : b[i], text->str, sizeof a[i]);
            }
        const Station stations[] = { { "001", a[0], b[0] }, { "002", a[1], b[1] } };
        g_autofree char *found = explain ("ppwp", VOTES, stations, 2);
        g_autofree char *again = explain ("ppwp", VOTES, stations, 2);
        UNIT_STRING (found, again);
    }
}

static void
test_l_and_p (void)
{
    const Station one = { "001", "80 90 170 3", "90 80 170 3" };
    g_autofree char *found =
        explain ("ppwp", "pengguna_dpt_l pengguna_dpt_p pengguna_dpt_j s01", &one, 1);
    UNIT_STRING (found, "pengguna_dpt_l lp-tertukar angka-salah-baca angka-hilang; pengguna_dpt_p "
                        "lp-tertukar angka-salah-baca angka-hilang; D06; D07 lp-tertukar;\n");
}

static void
load_all (void)
{
    g_autoptr (GError) error = NULL;
    contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
}

static void
free_all (void)
{
    g_clear_pointer (&contests, recap_contests_free);
}

UNIT_MAIN ("cause", { "contests", load_all }, { "single numbers", test_single },
           { "the rules decide", test_rules_decide }, { "rows", test_rows },
           { "L and P", test_l_and_p }, { "forms of another TPS", test_forms },
           { "anything", test_random }, { "end", free_all })
