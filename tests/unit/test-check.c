/* The rules and the register over whole tables. */
#include "check.h"

#include "tables-fixture.h"

static RecapRegister *
make_register (const char *const *codes)
{
    g_autoptr (GError) error = NULL;
    RecapRegister *stations = recap_register_new ("r.csv");
    for (guint i = 0; codes[i] != NULL; i++) {
        RecapStation station = { codes[i],         "",   "", "", "", "", RECAP_CELL_BLANK,
                                 RECAP_CELL_BLANK, i + 2 };
        recap_register_add (stations, &station);
    }
    UNIT_TRUE (recap_register_sort (stations, &error));
    return stations;
}

/* Checks the tables @a and @b (may be NULL). @overlay (may be NULL) replaces rules.
 *
 * Returns: the findings as text, owned by the caller. */
static char *
check (const char *a, const char *b, const char *overlay, const char *const *codes, gboolean notes,
       RecapCheckSummary *ret_summary)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapRegister) stations = codes != NULL ? make_register (codes) : NULL;
    FixtureFindings findings = { g_string_new (NULL), notes, 0 };

    fixture_write ("r.conf", overlay != NULL ? overlay : "");
    g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, NULL);
    UNIT_NO_ERROR (&error);
    const RecapCheckOptions options = { rules, stations, FALSE };
    if (!recap_check_run (tables, &options, fixture_take_finding, fixture_reset_findings, &findings,
                          ret_summary, &error))
        g_string_append_printf (findings.text, "error: %s\n", error->message);
    return g_string_free (findings.text, FALSE);
}

#define CHECK(a, expected)                                                                         \
    do {                                                                                           \
        g_autofree char *found_ = check (a, NULL, NULL, NULL, FALSE, NULL);                        \
        UNIT_STRING (found_, expected);                                                            \
    } while (0)

static void
test_formulas (void)
{
    CHECK ("kontes,kode,sumber,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total\n"
           "ppwp,3299011001001,plano,10,20,30,60,1,61\n"
           "ppwp,3299011001002,plano,10,20,30,61,1,61\n"
           "ppwp,3299011001003,plano,10,20,,90,1,91\n"
           "ppwp,3299011001004,plano,10,20,?,90,1,90\n",
           "R07 3299011001002 suara_total plano 61 rumus 62\n"
           "R08 3299011001002 suara_sah plano 61 rumus 60\n"
           "R22 3299011001003 s03 plano -  .\n"
           "R07 3299011001004 suara_total plano 90 rumus 91\n"
           "R22 3299011001004 s03 plano ?  .\n");
    CHECK ("kontes,kode,sumber,pengguna_total_j,surat_digunakan,suara_total\n"
           "ppwp,3299011001001,a,5,,6\n"
           "ppwp,3299011001002,a,5,6,5\n",
           "R10 3299011001001 suara_total a 6 rumus 5\n"
           "R22 3299011001001 surat_digunakan a -  .\n"
           "R04 3299011001002 surat_digunakan a 6 rumus 5\n"
           "R10 3299011001002 suara_total a 5 rumus 6\n");
}

static void
test_notes (void)
{
    g_autofree char *found = check ("kontes,kode,sumber,asal,s01,s02,s03,suara_sah\n"
                                    "ppwp,3299011001001,plano,x.xlsx!A!7,72,109,36,216\n"
                                    "ppwp,3299011001002,plano,,72,?,36,216\n",
                                    NULL, NULL, NULL, TRUE, NULL);
    UNIT_STRING (found,
                 "R08 3299011001001 suara_sah plano 216 rumus 217 galat \"Suara sah = jumlah "
                 "perolehan suara: V.A 216 != IV.1 72 + IV.2 109 + IV.3 36 = 217. Perubahan "
                 "terkecil yang memenuhi semua rumus: IV.1 72 menjadi 71 (angka 1 terbaca 2); "
                 "sama mungkin: IV.3 36 menjadi 35 (angka 5 terbaca 6); kurang mungkin: IV.2 109 "
                 "menjadi 108 (angka 8 terbaca 9); kurang mungkin: V.A 216 menjadi 217 (angka 7 "
                 "terbaca 6).\" x.xlsx!A!7 \n"
                 "R22 3299011001002 s02 plano ?  . galat \"IV.2 Paslon 2 tidak terbaca.\" a.csv:3 "
                 "\n");
}

static void
test_empty_form (void)
{
    RecapCheckSummary summary = { 0 };
    g_autofree char *found = check ("kontes,kode,sumber,s01,s02,suara_sah\n"
                                    "ppwp,3299011001001,plano,,,\n"
                                    "ppwp,3299011001002,plano,,?,\n",
                                    NULL, NULL, NULL, FALSE, &summary);
    UNIT_STRING (found, "R22 3299011001001  plano .  .\n"
                        "R22 3299011001002 s01 plano -  .\n"
                        "R22 3299011001002 s02 plano ?  .\n"
                        "R22 3299011001002 suara_sah plano -  .\n");
    UNIT_INT (summary.n_forms, 2);
    UNIT_INT (summary.n_empty, 1);
    g_autofree char *off = check ("kontes,kode,sumber,s01\nppwp,32,plano,\n", NULL,
                                  "[R22]\naktif=false\n", NULL, FALSE, NULL);
    UNIT_STRING (off, "");
}

/* Limits: ordinary TPS, noken areas and overseas, opaque codes; sums are not one station. */
static void
test_limits (void)
{
    CHECK ("kontes,kode,sumber,suara_sah\n"
           "ppwp,0,a,99999\n"
           "ppwp,32,a,99999\n"
           "ppwp,3299011001,a,99999\n"
           "ppwp,3299011001001,a,999\n"
           "ppwp,3299011001002,a,1000\n"
           "ppwp,9099011001001,a,1000\n"
           "ppwp,9199011001001,a,9999\n"
           "ppwp,9199011001002,a,10000\n"
           "ppwp,9799011001001,a,1000\n"
           "ppwp,99.AA.01.0001,a,9999\n"
           "ppwp,99.AA.01.0002,a,10000\n"
           "ppwp,9999011001001,a,9999\n",
           "R12 3299011001002 suara_sah a 1000 rumus 999\n"
           "R12 9099011001001 suara_sah a 1000 rumus 999\n"
           "R12 9199011001002 suara_sah a 10000 rumus 9999\n"
           "R12 9799011001001 suara_sah a 1000 rumus 999\n"
           "R12 99.AA.01.0002 suara_sah a 10000 rumus 9999\n");
    CHECK ("kontes,kode,sumber,pemilih_dpt_j,pengguna_total_j,suara_total\n"
           "ppwp,3299011001,a,5000,5001,5101\n"
           "ppwp,3299011001001,a,300,300,306\n"
           "ppwp,3299011001002,a,301,302,308\n",
           "R10 3299011001 suara_total a 5101 rumus 5001\n"
           "R17 3299011001 suara_total a 5101 rumus 5100\n"
           "R18 3299011001 pengguna_total_j a 5001 rumus 5000\n"
           "R10 3299011001001 suara_total a 306 rumus 300\n"
           "R10 3299011001002 suara_total a 308 rumus 302\n"
           "R14 3299011001002 pemilih_dpt_j a 301 rumus 300\n"
           "R17 3299011001002 suara_total a 308 rumus 307\n"
           "R18 3299011001002 pengguna_total_j a 302 rumus 301\n");
}

static void
test_overlay (void)
{
    static const char table[] = "kontes,kode,sumber,suara_sah,suara_tidak_sah,suara_total\n"
                                "ppwp,3299011001001,plano,20,1,30\n";
    g_autofree char *off = check (table, NULL, "[R07]\naktif=false\n", NULL, FALSE, NULL);
    UNIT_STRING (off, "");
    g_autofree char *info = check (table, NULL, "[R07]\ntingkat=info\nlabel=L\n", NULL, TRUE, NULL);
    UNIT_STRING (info, "R07 3299011001001 suara_total plano 30 rumus 21 info \"L: V.C 30 != V.A 20 "
                       "+ V.B 1 = 21.\" a.csv:2 \n");
    g_autofree char *bad = check (table, NULL, "[R07]\nrumus=suara_total =\n", NULL, FALSE, NULL);
    UNIT_STRING (bad, "error: [R07]: cannot read the formula 'suara_total ='\n");
}

static void
test_register (void)
{
    static const char *const codes[] = { "3299011001001", "3299011001002", "3299011001003",
                                         "3299011001005", NULL };
    /* Two sources: each must have each station; sums are not asked for. */
    g_autofree char *found = check ("kontes,kode,sumber,s01\n"
                                    "ppwp,3299011001,plano,9\n"
                                    "ppwp,3299011001002,plano,1\n"
                                    "ppwp,3299011001004,plano,1\n",
                                    "kontes,kode,sumber,s01\n"
                                    "ppwp,3299011001003,sirekap,1\n"
                                    "ppwp,3299011001002,sirekap,1\n",
                                    NULL, codes, FALSE, NULL);
    UNIT_STRING (found, "R23 3299011001001  daftar . plano .\n"
                        "R23 3299011001001  daftar . sirekap .\n"
                        "R23 3299011001003  daftar . plano .\n"
                        "R23 3299011001004  plano .  .\n"
                        "R23 3299011001005  daftar . plano .\n"
                        "R23 3299011001005  daftar . sirekap .\n");
    g_autofree char *notes = check ("kontes,kode,sumber,s01\nppwp,3299011001004,plano,1\n", NULL,
                                    NULL, codes + 3, TRUE, NULL);
    UNIT_STRING (notes, "R23 3299011001004  plano .  . galat \"Kode TPS tidak ada dalam daftar "
                        "TPS.\" a.csv:2 \n"
                        "R23 3299011001005  daftar . plano . galat \"TPS ada dalam daftar, tetapi "
                        "tidak ada pada plano.\" r.csv:2 \n");
    g_autofree char *off = check ("kontes,kode,sumber,s01\nppwp,3299011001004,plano,1\n", NULL,
                                  "[R23]\naktif=false\n", codes, FALSE, NULL);
    UNIT_STRING (off, "");
    g_autofree char *there = check ("kontes,kode,sumber,s01\nppwp,3299011001004,plano,1\n", NULL,
                                    "[R23 wilayah=3299011001003]\naktif=false\n"
                                    "[R23 wilayah=3299011001004]\naktif=false\n"
                                    "[R23 kontes=pdpd]\naktif=false\n",
                                    codes, FALSE, NULL);
    UNIT_STRING (there, "R23 3299011001001  daftar . plano .\n"
                        "R23 3299011001002  daftar . plano .\n"
                        "R23 3299011001005  daftar . plano .\n");
}

/* More regions with rules of their own than plans are kept, and a contest that nobody knows. */
static void
test_scopes (void)
{
    g_autoptr (GString) table = g_string_new ("kontes,kode,sumber,pemilih_dpt_j\n");
    g_autoptr (GString) rules = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (NULL);

    for (guint i = 0; i < 40; i++) {
        g_string_append_printf (table, "ppwp,3299%02u1001001,plano,%u\n", i + 10, i % 2 + 50 + i);
        g_string_append_printf (rules, "[R14 wilayah=3299%02u]\nbatas_pemilih=%u\n", i + 10,
                                50 + i);
        if (i % 2 == 1)
            g_string_append_printf (expected,
                                    "R14 3299%02u1001001 pemilih_dpt_j plano %u rumus %u\n", i + 10,
                                    51 + i, 50 + i);
    }
    g_autofree char *found = check (table->str, NULL, rules->str, NULL, FALSE, NULL);
    UNIT_STRING (found, expected->str);
    g_autofree char *bad =
        check (table->str, NULL, "[R14 kontes=x]\ntingkat=info\n", NULL, FALSE, NULL);
    UNIT_STRING (bad, "error: [R14 kontes=x]: unknown contest 'x'\n");
}

static void
test_repeats (void)
{
    static const char one[] = "kontes,kode,sumber,s01,asal\n"
                              "ppwp,3299011001001,plano,1,\n"
                              "ppwp,3299011001001,plano,2,x!3\n"
                              "ppwp,3299011001001,sirekap,2,\n";
    static const char two[] = "kontes,kode,sumber,s01\nppwp,3299011001001,plano,3\n";
    static const char *const codes[] = { "3299011001001", NULL };

    g_autofree char *found = check (one, two, NULL, codes, TRUE, NULL);
    UNIT_STRING (found, "R23 3299011001001  plano . plano . galat \"TPS ada dua kali pada sumber "
                        "yang sama: a.csv:2 dan a.csv:3.\" a.csv:2 x!3\n"
                        "R23 3299011001001  plano . plano . galat \"TPS ada dua kali pada sumber "
                        "yang sama: a.csv:3 dan b.csv:2.\" x!3 b.csv:2\n");
    /* With the rule off nobody would hear of it. */
    g_autofree char *off = check (one, two, "[R23]\naktif=false\n", NULL, FALSE, NULL);
    UNIT_TRUE (g_str_has_prefix (off, "error: code '3299011001001' was already at a.csv:2"));
}

/* Disorder that is only seen in the second block: the findings are those of the sorted table. */
static void
test_unsorted (void)
{
    g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,suara_sah\n");
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf (text, "ppwp,%013u,plano,%u\n", i + 10, i == 5 ? 1000 : 1);
    g_string_append (text, "ppwp,0000000000001,plano,1001\n");
    RecapCheckSummary summary = { 0 };
    static const char *const codes[] = { "0000000000000", "0000000000001", NULL };

    g_autofree char *found = check (text->str, NULL, NULL, NULL, FALSE, &summary);
    UNIT_STRING (found, "R12 0000000000001 suara_sah plano 1001 rumus 999\n"
                        "R12 0000000000015 suara_sah plano 1000 rumus 999\n");
    UNIT_INT (summary.n_forms, 20001);
    g_autofree char *listed = check (text->str, NULL, NULL, codes, FALSE, &summary);
    UNIT_TRUE (g_str_has_prefix (listed, "R23 0000000000000  daftar . plano .\n"
                                         "R12 0000000000001 suara_sah plano 1001 rumus 999\n"
                                         "R23 0000000000010  plano .  .\n"));
    UNIT_INT (summary.n_forms, 20001);
}

UNIT_MAIN ("check", { "formulas", test_formulas }, { "notes", test_notes },
           { "empty form", test_empty_form }, { "limits", test_limits },
           { "overlay", test_overlay }, { "register", test_register }, { "scopes", test_scopes },
           { "repeats", test_repeats }, { "unsorted", test_unsorted })
