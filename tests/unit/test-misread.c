/* How numbers become others. */
#include "misread.h"

#include "unit.h"

static RecapMisreads *
load (void)
{
    g_autoptr (GError) error = NULL;
    RecapMisreads *catalogue = recap_misreads_load (&error);
    UNIT_NO_ERROR (&error);
    if (catalogue == NULL)
        g_error ("no catalogue");
    return catalogue;
}

/* The first @n_max ways as 'cause (detail); cause (detail)'. */
static char *
explain (const RecapMisreads *catalogue, gint64 paper, gint64 read, guint n_max)
{
    RecapMisread ways[RECAP_MISREAD_MAX];
    guint n = recap_misreads_explain (catalogue, paper, read, ways, n_max);
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "%s%s (%s)", i > 0 ? "; " : "", ways[i].cause, ways[i].detail);
    return g_string_free (out, FALSE);
}

static void
check (const RecapMisreads *catalogue, gint64 paper, gint64 read, guint n_max, const char *expected)
{
    g_autofree char *ways = explain (catalogue, paper, read, n_max);
    UNIT_STRING (ways, expected);
}

/* Numbers that were published with the form beside them. */
static void
test_published (void)
{
    g_autoptr (RecapMisreads) m = load ();

    check (m, 11, 826, 1,
           "x-terbaca-8 (huruf X pengisi terbaca 8, angka 1 terbaca 2, angka 1 terbaca 6)");
    check (m, 17, 68, 1, "angka-salah-baca (angka 1 terbaca 6, angka 7 terbaca 8)");
    check (m, 23, 823, 1, "x-terbaca-8 (huruf X pengisi terbaca 8)");
    check (m, 19, 887, 1,
           "x-terbaca-8 (huruf X pengisi terbaca 8, angka 1 terbaca 8, angka 9 terbaca 7)");
    check (m, 1, 44, 1, "x-terbaca-angka (huruf X pengisi terbaca 4, angka 1 terbaca 4)");
    check (m, 3, 883, 1, "x-terbaca-8 (huruf X pengisi terbaca 8, huruf X pengisi terbaca 8)");
    check (m, 1, 6, 1, "angka-salah-baca (angka 1 terbaca 6)");
    check (m, 20, 820, 1, "x-terbaca-8 (huruf X pengisi terbaca 8)");
    check (m, 2, 282, 1, "x-terbaca-8 (huruf X pengisi terbaca 2, huruf X pengisi terbaca 8)");
    check (m, 117, 617, 2,
           "ratusan-tambahan (ratusan 1 menjadi 6); angka-salah-baca (angka 1 terbaca 6)");
    check (m, 152, 652, 1, "ratusan-tambahan (ratusan 1 menjadi 6)");
    check (m, 58, 948, 2,
           "x-terbaca-angka (huruf X pengisi terbaca 9, angka 5 terbaca 4); "
           "ratusan-tambahan (ratusan 9 bertambah, angka 5 terbaca 4)");
    check (m, 216, 15, 1, "angka-hilang (angka 2 hilang, angka 6 terbaca 5)");
    check (m, 221, 1, 1, "angka-hilang (angka 2 hilang, angka 2 hilang)");
}

static void
test_causes (void)
{
    g_autoptr (RecapMisreads) m = load ();

    check (m, 13, 18, 9, "angka-salah-baca (angka 3 terbaca 8)");
    check (m, 117, 717, 2,
           "angka-salah-baca (angka 1 terbaca 7); ratusan-tambahan (ratusan 1 menjadi 7)");
    check (m, 58, 958, 1, "x-terbaca-angka (huruf X pengisi terbaca 9)");
    check (m, 216, 16, 1, "angka-hilang (angka 2 hilang)");
    check (m, 12, 122, 1, "angka-ganda (angka 2 terbaca dua kali)");
    check (m, 163, 136, 1, "angka-tertukar (angka 6 dan 3 tertukar)");
    check (m, 12, 120, 1, "kali-sepuluh (angka bergeser satu kotak ke kiri)");
    check (m, 120, 12, 2,
           "bagi-sepuluh (angka 0 di belakang hilang); angka-hilang (angka 0 hilang)");
    check (m, 82, 882, 2,
           "x-terbaca-8 (huruf X pengisi terbaca 8); angka-ganda (angka 8 terbaca dua kali)");
    check (m, 0, 888, 1,
           "x-terbaca-8 (huruf X pengisi terbaca 8, huruf X pengisi terbaca 8, angka 0 terbaca 8)");
    check (m, 830, 30, 2, "angka-salah-baca (angka 8 terbaca 0); angka-hilang (angka 8 hilang)");
    check (m, 216, 0, 2, "kosong-nol (kosong tercatat 0)");
    check (m, 8, 0, 2, "angka-salah-baca (angka 8 terbaca 0); kosong-nol (kosong tercatat 0)");
    check (m, 0, 216, 9, "");
    check (m, 1203, 1208, 1, "angka-salah-baca (angka 3 terbaca 8)");
}

/* Not everything has become everything. */
static void
test_none (void)
{
    g_autoptr (RecapMisreads) m = load ();

    check (m, 216, 216, 9, "");
    check (m, 123, 456, 9, "");
    check (m, 5, 999, 9, "");
    check (m, 12345, 1234, 9, "");
    check (m, 123, 100000, 9, "");
    check (m, -1, 8, 9, "");
    check (m, 8, -1, 9, "");
    check (m, 23, 823, 0, "");
    UNIT_INT (recap_misreads_explain (m, 23, 823, NULL, 0), 0);
}

/* Every pair: never more ways than causes, each cause once, the likeliest first, every text whole,
 * and asking again, or for less, gives the same. */
static void
test_pairs (void)
{
    g_autoptr (RecapMisreads) m = load ();
    RecapMisread ways[RECAP_MISREAD_MAX + 1];
    RecapMisread first[1];
    guint n_wrong = 0;
    guint n_explained = 0;

    for (gint64 paper = 0; paper < 1000; paper++)
        for (gint64 read = 0; read < 1000; read++) {
            guint n = recap_misreads_explain (m, paper, read, ways, G_N_ELEMENTS (ways));
            n_explained += n > 0;
            n_wrong += n > RECAP_MISREAD_MAX || (paper == read && n > 0);
            for (guint i = 0; i < n; i++) {
                n_wrong += ways[i].weight < 1 || ways[i].weight > RECAP_MISREAD_SURE;
                n_wrong += recap_misreads_find_cause (m, ways[i].cause) == NULL;
                n_wrong += *ways[i].detail == '\0' || strlen (ways[i].detail) > 90;
                for (guint k = 0; k < i; k++)
                    n_wrong += ways[k].weight < ways[i].weight ||
                               strcmp (ways[k].cause, ways[i].cause) == 0;
            }
            n_wrong += recap_misreads_explain (m, paper, read, first, 1) != MIN (n, 1);
            n_wrong += n > 0 && memcmp (&first[0], &ways[0], sizeof first[0]) != 0;
        }
    UNIT_INT (n_wrong, 0);
    /* An explanation that fits every pair explains nothing. */
    unit_check (n_explained < 333333, __FILE__, __LINE__, "%u pairs of a million", n_explained);
}

static void
test_catalogue (void)
{
    g_autoptr (RecapMisreads) m = load ();
    static const char *const words[] = {
        "angka-salah-baca",  "x-terbaca-8",       "x-terbaca-angka",  "ratusan-tambahan",
        "angka-hilang",      "angka-ganda",       "angka-tertukar",   "kali-sepuluh",
        "bagi-sepuluh",      "kosong-nol",        "isian-baris-lain", "ikut-jumlah",
        "tps-lain",          "kontes-lain",       "halaman-kosong",   "baris-tertukar",
        "baris-bergeser",    "lp-tertukar",       "suara-bergeser",   "formulir-ganda",
        "formulir-tertukar", "formulir-bergeser",
    };

    UNIT_INT (recap_misreads_get_n_causes (m), G_N_ELEMENTS (words));
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        const RecapCause *cause = recap_misreads_find_cause (m, words[i]);
        UNIT_TRUE (cause != NULL && *cause->label != '\0');
        UNIT_TRUE (g_str_has_suffix (cause->explanation, "."));
        UNIT_TRUE (g_str_has_suffix (cause->action, "."));
        /* What explain() does not weigh has its weight in the catalogue. */
        UNIT_INT (cause->weight == 0, i < 9);
    }
    UNIT_TRUE (recap_misreads_find_cause (m, "cara") == NULL);
    UNIT_TRUE (recap_misreads_find_cause (m, "") == NULL);
}

/* A small catalogue, with @line in the place of the line that has its key. */
static void
check_error (const char *group, const char *key, const char *value, RecapErrorCode code,
             const char *message)
{
    static const char *const causes[] = { "x-terbaca-8",      "x-terbaca-angka", "angka-salah-baca",
                                          "ratusan-tambahan", "angka-hilang",    "angka-ganda",
                                          "angka-tertukar",   "kali-sepuluh",    "bagi-sepuluh",
                                          "kosong-nol" };
    static const char *const factors[] = { "hilang",       "ganda",   "tertukar", "kali_sepuluh",
                                           "bagi_sepuluh", "ratusan", "nol",      "tambahan",
                                           "campuran",     "ambang" };
    static const char *const texts[] = { "label", "penjelasan", "tindakan" };
    g_autoptr (GKeyFile) file = g_key_file_new ();
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 11; i++) {
        const char sign[] = { "0123456789X"[i], '\0' };
        g_key_file_set_string (file, "terbaca", sign, "0 1 2 3 4 5 6 7 8 9");
    }
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        g_key_file_set_string (file, "cara", factors[i], "100");
    for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
        for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
            g_key_file_set_string (file, causes[i], texts[k], "Teks.");
    if (value != NULL)
        g_key_file_set_string (file, group, key, value);
    else if (key != NULL)
        g_key_file_remove_key (file, group, key, NULL);
    else if (group != NULL)
        g_key_file_remove_group (file, group, NULL);
    g_autofree char *text = g_key_file_to_data (file, NULL, NULL);
    g_autoptr (RecapMisreads) m = recap_misreads_parse (text, "c.conf", &error);
    if (message == NULL) {
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (m != NULL);
    } else {
        UNIT_TRUE (m == NULL);
        UNIT_ERROR (&error, code, message);
    }
}

static void
test_errors (void)
{
    const RecapErrorCode schema = RECAP_ERROR_SCHEMA;
    const char *ten = "[terbaca]: 0 to 9 and X need ten weights each, from 0 to 1000";

    check_error (NULL, NULL, NULL, schema, NULL);
    check_error ("terbaca", "X", NULL, schema, ten);
    check_error ("terbaca", "3", "0 0 0 0 0 0 0 0 0", schema, ten);
    check_error ("terbaca", "3", "0 0 0 0 0 0 0 0 0 1001", schema, ten);
    check_error ("terbaca", "3", "0 0 0 0 0 0 0 0 0 -1", schema, ten);
    check_error ("cara", "ganda", NULL, schema, "[cara]: ganda must be a weight from 0 to 1000");
    check_error ("cara", "ganda", "x", schema, "[cara]: ganda must be a weight from 0 to 1000");
    check_error ("angka-ganda", "label", NULL, schema,
                 "[angka-ganda]: label, penjelasan and tindakan are required");
    check_error ("angka-ganda", "bobot", "1000001", schema,
                 "[angka-ganda]: bobot must be a weight from 0 to 1000000");
    check_error ("angka-ganda", NULL, NULL, schema, "[angka-ganda]: this cause is required");

    g_autoptr (GError) error = NULL;
    UNIT_TRUE (recap_misreads_parse ("no key file", "c.conf", &error) == NULL);
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SYNTAX));
}

UNIT_MAIN ("misread", { "published numbers", test_published },
           { "each cause has its numbers", test_causes }, { "what has no explanation", test_none },
           { "laws over every pair below 1000", test_pairs },
           { "the catalogue has every word", test_catalogue },
           { "what is wrong with a catalogue is said", test_errors })
