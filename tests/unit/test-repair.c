/* The smallest corrections of a form. */
#include "repair.h"

#include "tables-fixture.h"

/* A form of ppwp, formulas, and what looks for corrections. */
typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapMisreads *misreads;
    GPtrArray *compiled; /* of GPtrArray of RecapFormula, kept alive */
    GPtrArray *formulas;
    GPtrArray *soft;
    RecapRepairer *repairer;
    RecapCell *cells;
    RecapForm form;
} Sheet;

static void
sheet_init (Sheet *self, const char *contest, const char *fields, const char *const *formulas)
{
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) names = g_strsplit (fields, " ", -1);

    *self = (Sheet){ .contests = recap_contests_load (NULL, &error),
                     .misreads = recap_misreads_load (&error) };
    UNIT_NO_ERROR (&error);
    self->form.contest = recap_contests_find (self->contests, recap_text (contest));
    self->schema = recap_schema_new (self->contests);
    if (*fields == '\0')
        recap_schema_add_contest (self->schema, self->form.contest);
    else
        for (guint i = 0; names[i] != NULL; i++)
            UNIT_TRUE (recap_schema_add (self->schema, recap_text (names[i])));
    self->cells = g_new (RecapCell, recap_schema_get_n (self->schema));
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++)
        self->cells[i] = RECAP_CELL_BLANK;
    self->form.cells = self->cells;
    self->compiled = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    self->formulas = g_ptr_array_new ();
    for (guint i = 0; formulas[i] != NULL; i++) {
        RecapRule rule = { .code = (char *)"X01", .formula = (char *)formulas[i] };
        GPtrArray *some =
            recap_formulas_compile (&rule, self->form.contest, self->schema, FALSE, &error);
        UNIT_NO_ERROR (&error);
        g_ptr_array_add (self->compiled, some);
        for (guint k = 0; k < some->len; k++)
            g_ptr_array_add (self->formulas, some->pdata[k]);
    }
    self->soft = g_ptr_array_new ();
    self->repairer = recap_repairer_new (self->misreads, self->schema, self->formulas, self->soft);
}

static void
sheet_clear (Sheet *self)
{
    recap_repairer_free (self->repairer);
    g_ptr_array_unref (self->formulas);
    g_ptr_array_unref (self->soft);
    g_ptr_array_unref (self->compiled);
    recap_misreads_free (self->misreads);
    g_free (self->cells);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_set (Sheet *self, const char *values)
{
    g_auto (GStrv) pairs = g_strsplit (values, " ", -1);
    for (guint i = 0; pairs[i] != NULL; i++) {
        char *value = strchr (pairs[i], '=');
        *value++ = '\0';
        int index = recap_schema_find (self->schema, recap_text (pairs[i]));
        UNIT_TRUE (index >= 0 && recap_cell_parse (recap_text (value), &self->cells[index]));
    }
}

/* What is said about the first broken formula, after the word of the cause. */
static char *
look (Sheet *sheet)
{
    GString *out = g_string_new (NULL);
    recap_repairer_take (sheet->repairer, &sheet->form);
    for (guint i = 0; i < sheet->formulas->len; i++) {
        const RecapFormula *formula = sheet->formulas->pdata[i];
        const RecapRepair *repair = recap_repairer_find (sheet->repairer, formula);
        if (repair == NULL)
            continue;
        g_autoptr (GString) text = g_string_new (NULL);
        const char *cause = recap_repairer_describe (sheet->repairer, repair, formula, text);
        g_string_append_printf (out, "%s: %s", cause != NULL ? cause : "-", text->str);
        break;
    }
    return g_string_free (out, FALSE);
}

static void
check (Sheet *sheet, const char *values, const char *expected)
{
    sheet_set (sheet, values);
    g_autofree char *text = look (sheet);
    UNIT_STRING (text, expected);
}

static const char *const votes[] = { "suara_sah = jumlah(perolehan)",
                                     "suara_total = suara_sah + suara_tidak_sah",
                                     "suara_total = surat_digunakan | pengguna_total_j",
                                     "{*} <= 999", NULL };
#define VOTE_FIELDS "s01 s02 s03 suara_sah suara_tidak_sah suara_total"

static void
test_votes (void)
{
    g_auto (Sheet) sheet;
    sheet_init (&sheet, "ppwp", VOTE_FIELDS, votes);

    check (&sheet, "s01=72 s02=109 s03=35 suara_sah=216 suara_tidak_sah=3 suara_total=219", "");
    /* The X of X20; or both totals. */
    check (&sheet, "s01=820 s02=109 s03=35 suara_sah=164 suara_tidak_sah=3 suara_total=167",
           "x-terbaca-8: Perubahan terkecil yang memenuhi semua rumus: "
           "IV.1 820 menjadi 20 (huruf X pengisi terbaca 8); kurang mungkin: "
           "V.A 164 menjadi 964 (angka 9 terbaca 1) dan V.C 167 menjadi 967 (angka 9 terbaca 1).");
    /* One digit of three numbers can be wrong; the total only together with V.C. */
    check (&sheet, "s01=77 s02=109 s03=35 suara_sah=216 suara_tidak_sah=3 suara_total=219",
           "angka-salah-baca: Perubahan terkecil yang memenuhi semua rumus: "
           "IV.1 77 menjadi 72 (angka 2 terbaca 7); kurang mungkin: "
           "IV.2 109 menjadi 104 (angka 4 terbaca 9); kurang mungkin: "
           "IV.3 35 menjadi 30 (angka 0 terbaca 5); dan 1 kemungkinan lain.");
}

/* A blank is not 0, and is filled only where a formula has a choice. */
static void
test_blanks (void)
{
    g_auto (Sheet) sheet;
    sheet_init (&sheet, "ppwp", VOTE_FIELDS " surat_digunakan pengguna_total_j", votes);

    check (&sheet,
           "s01=72 s02= s03=35 suara_sah=216 suara_tidak_sah=3 suara_total=219 "
           "surat_digunakan=219 pengguna_total_j=5",
           "");
    check (&sheet, "surat_digunakan= pengguna_total_j=217",
           "angka-salah-baca: Perubahan terkecil yang memenuhi semua rumus: "
           "I.B.4 JML 217 menjadi 219 (angka 9 terbaca 7); kurang mungkin: "
           "V.A 216 menjadi 214 (angka 4 terbaca 6) dan V.C 219 menjadi 217 (angka 7 terbaca 9); "
           "dan 2 kemungkinan lain.");
}

/* Rules that have no box in common are looked at one by one. */
static void
test_apart (void)
{
    g_auto (Sheet) sheet;
    const char *const formulas[] = { "suara_sah = jumlah(perolehan)",
                                     "pemilih_dpt_j = pemilih_dpt_l + pemilih_dpt_p", NULL };
    sheet_init (&sheet, "ppwp", "s01 s02 suara_sah pemilih_dpt_l pemilih_dpt_p pemilih_dpt_j",
                formulas);
    check (&sheet, "s01=10 s02=13 suara_sah=28 pemilih_dpt_l=100 pemilih_dpt_p=100 pemilih_dpt_j=1",
           "angka-salah-baca: Perubahan terkecil yang memenuhi rumus ini tanpa melanggar rumus "
           "lain: V.A 28 menjadi 23 (angka 3 terbaca 8); kurang mungkin: IV.2 13 menjadi 18 "
           "(angka 8 terbaca 3); kurang mungkin: IV.1 10 menjadi 15 (angka 5 terbaca 0).");
}

/* Where five boxes would have to change each rule is looked at by itself; and some cannot hold. */
static void
test_none (void)
{
    g_auto (Sheet) sheet;
    const char *const formulas[] = { "s01 = 1",
                                     "s02 = 1",
                                     "s03 = 1",
                                     "suara_sah = 1",
                                     "suara_total = 1",
                                     "pemilih_dpt_j = s01 + s02 + s03 + suara_sah + suara_total",
                                     NULL };
    sheet_init (&sheet, "ppwp", VOTE_FIELDS " pemilih_dpt_j", formulas);
    check (&sheet, "s01=9 s02=9 s03=9 suara_sah=9 suara_total=9 pemilih_dpt_j=9",
           "angka-salah-baca: Perubahan terkecil yang memenuhi rumus ini tanpa melanggar rumus "
           "lain: IV.1 9 menjadi 1 (angka 1 terbaca 9).");

    g_auto (Sheet) never;
    const char *const impossible[] = { "s01 = s01 + 1", NULL };
    sheet_init (&never, "ppwp", VOTE_FIELDS, impossible);
    check (&never, "s01=9", "-: Tidak ada perubahan pada 1 sampai 4 isian yang cukup.");
}

/* Values that the rules leave open are a range. */
static void
test_range (void)
{
    g_auto (Sheet) sheet;
    const char *const formulas[] = { "suara_sah <= pemilih_dpt_j", "{*} <= 300", NULL };
    sheet_init (&sheet, "ppwp", "suara_sah pemilih_dpt_j", formulas);
    check (&sheet, "suara_sah=250 pemilih_dpt_j=20",
           "angka-hilang: Perubahan terkecil yang memenuhi semua rumus: "
           "I.A JML 20 menjadi 250 sampai 300, misalnya 250 (angka 5 hilang); kurang mungkin: "
           "V.A 250 menjadi 0 sampai 20, misalnya 15 (angka bergeser satu kotak ke kiri, angka 1 "
           "terbaca 2).");
}

/* Of equally likely values those that are not remarkable. */
static void
test_soft (void)
{
    g_auto (Sheet) sheet;
    const char *const formulas[] = { "suara_total <= surat_diterima", "{*} <= 999", NULL };
    RecapRule rule = { .code = (char *)"X02", .formula = (char *)"surat_diterima <= 300" };
    g_autoptr (GError) error = NULL;

    sheet_init (&sheet, "ppwp", "suara_total surat_diterima", formulas);
    sheet_set (&sheet, "suara_total=221 surat_diterima=20");
    g_autofree char *any = look (&sheet);
    UNIT_TRUE (strstr (any, "II.1 20 menjadi 221 sampai 999, misalnya 620 ") != NULL);
    GPtrArray *some =
        recap_formulas_compile (&rule, sheet.form.contest, sheet.schema, FALSE, &error);
    UNIT_NO_ERROR (&error);
    g_ptr_array_add (sheet.compiled, some);
    g_ptr_array_add (sheet.soft, some->pdata[0]);
    g_autofree char *small = look (&sheet);
    UNIT_TRUE (strstr (small, "II.1 20 menjadi 221 sampai 999, misalnya 230 ") != NULL);
}

/* ---- against trying everything ---- */

/* Formulas of which a form gets some; numbers up to 3 fit. */
static const char *const pool[] = {
    "suara_sah = s01 + s02 + s03",
    "suara_total = suara_sah + suara_tidak_sah",
    "suara_total = surat_digunakan | pengguna_total_j",
    "surat_digunakan = pengguna_total_j",
    "s01 <= suara_sah",
    "s02 <= suara_sah",
    "suara_total <= 150% pengguna_total_j",
    "s03 = s02 + s02",
    "pengguna_total_j <= suara_total + 1",
};
#define POOL_FIELDS VOTE_FIELDS " surat_digunakan pengguna_total_j"
enum { N_BOXES = 8, LIMIT = 3 };

typedef struct {
    Sheet *sheet;
    guint groups[64]; /* of broken formulas; 0: holds */
    guint group;      /* that must hold, too */
    gint64 low[N_BOXES], high[N_BOXES];
} Trial;

static gboolean
is_broken (const Sheet *sheet, guint index)
{
    gboolean holds;
    gint64 value;
    return recap_formula_evaluate (sheet->formulas->pdata[index], &sheet->form, &holds, &value) &&
           !holds;
}

/* Tries every value of the boxes of @set (bits) from @box on. Returns whether some fit. */
static gboolean
try_values (Trial *trial, guint set, guint box)
{
    Sheet *sheet = trial->sheet;
    if (box == N_BOXES) {
        for (guint i = 0; i < sheet->formulas->len; i++)
            if ((trial->groups[i] == 0 || trial->groups[i] == trial->group) && is_broken (sheet, i))
                return FALSE;
        for (guint i = 0; i < N_BOXES; i++) {
            trial->low[i] = MIN (trial->low[i], sheet->cells[i]);
            trial->high[i] = MAX (trial->high[i], sheet->cells[i]);
        }
        return TRUE;
    }
    if (!(set & 1u << box))
        return try_values (trial, set, box + 1);
    gboolean some = FALSE;
    RecapCell before = sheet->cells[box];
    for (gint64 value = 0; value <= LIMIT; value++) {
        sheet->cells[box] = value;
        some |= try_values (trial, set, box + 1);
    }
    sheet->cells[box] = before;
    return some;
}

/* Whether formulas @a and @b have a box in common that counts. */
static gboolean
are_connected (const Sheet *sheet, guint a, guint b)
{
    gboolean marks[N_BOXES] = { FALSE };
    for (guint pass = 0; pass < 2; pass++) {
        const RecapFormula *formula = sheet->formulas->pdata[pass == 0 ? a : b];
        guint n_terms;
        const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);
        for (guint i = 0; i <= n_terms; i++) {
            guint n = i < n_terms ? terms[i].n_boxes : 1;
            for (guint k = 0; k < n; k++) {
                guint box = i < n_terms ? terms[i].boxes[k] : recap_formula_get_stated (formula);
                if (pass == 1 && marks[box])
                    return TRUE;
                marks[box] |= pass == 0;
                if (i < n_terms && recap_cell_is_number (sheet->cells[box]))
                    break;
            }
        }
    }
    return FALSE;
}

static guint
find_groups (Trial *trial)
{
    const Sheet *sheet = trial->sheet;
    guint n = sheet->formulas->len;
    guint n_groups = 0;

    for (guint i = 0; i < n; i++)
        trial->groups[i] = is_broken (sheet, i) ? ++n_groups : 0;
    for (gboolean changed = TRUE; changed;) {
        changed = FALSE;
        for (guint i = 0; i < n; i++)
            for (guint k = 0; k < n; k++)
                if (trial->groups[i] != 0 && trial->groups[k] > trial->groups[i] &&
                    (are_connected (sheet, i, k) || are_connected (sheet, k, i))) {
                    trial->groups[k] = trial->groups[i];
                    changed = TRUE;
                }
    }
    return n_groups;
}

/* Returns: the correction of @repair that changes the boxes of @set, or NULL. */
static const RecapCorrection *
find_correction (const RecapRepair *repair, guint set)
{
    for (guint i = 0; i < repair->n_kept; i++) {
        guint boxes = 0;
        for (guint k = 0; k < repair->kept[i].n_changes; k++)
            boxes |= 1u << repair->kept[i].changes[k].box;
        if (boxes == set)
            return &repair->kept[i];
    }
    return NULL;
}

/* The sets of boxes that can be corrected, by trying every set with every value: none has another
 * as a part, and they are at most one box larger than the smallest. */
typedef struct {
    guint sets[1u << N_BOXES];
    gint64 low[1u << N_BOXES][N_BOXES], high[1u << N_BOXES][N_BOXES];
    guint n;
    guint smallest; /* boxes */
} Sets;

static gboolean
is_larger (const Sets *sets, guint set)
{
    for (guint i = 0; i < sets->n; i++)
        if ((sets->sets[i] & set) == sets->sets[i])
            return TRUE;
    return FALSE;
}

static void
find_sets (Trial *trial, Sets *sets)
{
    guint last = RECAP_REPAIR_SIZE_MAX;

    sets->n = 0;
    sets->smallest = RECAP_REPAIR_SIZE_MAX + 1;
    for (guint size = 1; size <= last; size++)
        for (guint set = 1; set < 1u << N_BOXES; set++) {
            guint n_boxes = 0;
            for (guint i = 0; i < N_BOXES; i++) {
                n_boxes += set >> i & 1;
                trial->low[i] = G_MAXINT64;
                trial->high[i] = -1;
            }
            if (n_boxes != size || is_larger (sets, set) || !try_values (trial, set, 0))
                continue;
            if (sets->n == 0) {
                sets->smallest = size;
                last = MIN (last, size + 1);
            }
            memcpy (sets->low[sets->n], trial->low, sizeof trial->low);
            memcpy (sets->high[sets->n], trial->high, sizeof trial->high);
            sets->sets[sets->n++] = set;
        }
}

static void
compare_sets (const Sets *sets, const RecapRepair *repair)
{
    guint n_matched = 0;

    for (guint n = 0; n < sets->n; n++) {
        const RecapCorrection *correction = find_correction (repair, sets->sets[n]);
        n_matched += correction != NULL;
        for (guint i = 0; correction != NULL && i < correction->n_changes; i++) {
            const RecapChange *change = &correction->changes[i];
            UNIT_INT (change->low, sets->low[n][change->box]);
            UNIT_INT (change->high, sets->high[n][change->box]);
            UNIT_TRUE (change->likely >= change->low && change->likely <= change->high);
        }
    }
    UNIT_TRUE (repair->complete);
    UNIT_INT (repair->n_found, sets->n);
    UNIT_INT (n_matched, MIN (sets->n, RECAP_REPAIR_KEPT));
    UNIT_INT (repair->n_kept, n_matched);
    for (guint i = 1; i < repair->n_kept; i++)
        UNIT_TRUE (repair->kept[i - 1].weight >= repair->kept[i].weight);
}

/* Returns: what was found for the formulas of @group; NULL when nothing was. */
static const RecapRepair *
repair_of (const Trial *trial, guint group)
{
    for (guint i = 0; i < trial->sheet->formulas->len; i++)
        if (trial->groups[i] == group)
            return recap_repairer_find (trial->sheet->repairer, trial->sheet->formulas->pdata[i]);
    return NULL;
}

/* Makes a group of each formula of @group. */
static void
split (Trial *trial, guint group)
{
    guint next = 100;
    for (guint i = 0; i < trial->sheet->formulas->len; i++)
        if (trial->groups[i] == group)
            trial->groups[i] = next++;
}

/* Compares what was found for each formula with @sets when all are corrected together (@whole), or
 * else with what corrects its group. */
static void
compare_formulas (Trial *trial, const Sets *whole, gboolean alone)
{
    static Sets sets;

    for (guint i = 0; i < trial->sheet->formulas->len; i++) {
        const RecapRepair *repair =
            recap_repairer_find (trial->sheet->repairer, trial->sheet->formulas->pdata[i]);
        UNIT_INT (repair != NULL, trial->groups[i] != 0);
        if (repair == NULL)
            continue;
        trial->group = trial->groups[i];
        if (whole == NULL)
            find_sets (trial, &sets);
        UNIT_INT (repair->alone, alone);
        compare_sets (whole != NULL ? whole : &sets, repair);
    }
}

static void
compare_form (Sheet *sheet)
{
    static Sets sets, whole_sets;
    Trial trial = { .sheet = sheet };
    Trial whole = { .sheet = sheet, .group = 1 };
    guint n_numbers = find_groups (&trial);
    guint n_groups = 0;
    guint n_boxes = 0;
    gboolean empty[64] = { FALSE };

    recap_repairer_take (sheet->repairer, &sheet->form);
    for (guint i = 0; i < sheet->formulas->len; i++)
        whole.groups[i] = trial.groups[i] != 0;
    for (trial.group = 1; trial.group <= n_numbers; trial.group++) {
        if (repair_of (&trial, trial.group) == NULL)
            continue;
        find_sets (&trial, &sets);
        n_boxes += sets.smallest;
        empty[trial.group] = sets.n == 0;
        n_groups++;
    }
    find_sets (&whole, &whole_sets);
    if (n_groups > 1 && whole_sets.smallest < n_boxes) {
        compare_formulas (&trial, &whole_sets, TRUE);
        return;
    }
    gboolean alone = n_groups == 1 && !empty[1];
    for (guint group = 1; group <= n_numbers; group++)
        if (empty[group])
            split (&trial, group);
    compare_formulas (&trial, NULL, alone);
}

static void
test_everything (void)
{
    for (guint32 seed = 1; seed <= 100; seed++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (seed);
        const char *formulas[G_N_ELEMENTS (pool) + 2];
        guint n = 0;
        g_auto (Sheet) sheet;

        for (guint i = 0; i < G_N_ELEMENTS (pool); i++)
            if (g_rand_int_range (random, 0, 3) > 0)
                formulas[n++] = pool[i];
        formulas[n++] = "{*} <= 3";
        formulas[n] = NULL;
        sheet_init (&sheet, "ppwp", POOL_FIELDS, formulas);
        for (guint form = 0; form < 4; form++) {
            for (guint i = 0; i < N_BOXES; i++) {
                gint32 value = g_rand_int_range (random, 0, 24);
                sheet.cells[i] = value < 20   ? value % 4
                                 : value < 22 ? 4
                                 : value < 23 ? RECAP_CELL_BLANK
                                              : RECAP_CELL_UNREADABLE;
            }
            compare_form (&sheet);
        }
    }
}

UNIT_MAIN ("repair", { "votes and totals", test_votes }, { "a blank is not 0", test_blanks },
           { "rules without a box in common", test_apart }, { "too many to change", test_none },
           { "values left open", test_range }, { "remarkable values", test_soft },
           { "the same sets as by trying everything", test_everything })
