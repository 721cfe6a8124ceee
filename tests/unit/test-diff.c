/* The comparison of tables with the authority. */
#include "diff.h"

#include "tables-fixture.h"

static RecapDiffSummary summary;
static guint n_resets;

static char *
diff (const RecapDiffOptions *options, gboolean notes, const char *a, const char *b, const char *c)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, c, NULL);
    FixtureFindings findings = { g_string_new (NULL), notes, 0 };
    const RecapDiffOptions none = RECAP_DIFF_OPTIONS_INIT;

    UNIT_NO_ERROR (&error);
    summary = (RecapDiffSummary){ 0 };
    if (!recap_diff_run (tables, options != NULL ? options : &none, fixture_take_finding,
                         fixture_reset_findings, &findings, &summary, &error)) {
        const RecapOrigin *origin = recap_error_get_origin (error);
        g_autofree char *place = origin != NULL ? recap_origin_format (origin) : g_strdup ("-");
        g_string_printf (findings.text, "error %d %s: %s\n", error->code, place, error->message);
    }
    n_resets = findings.n_resets;
    return g_string_free (findings.text, FALSE);
}

#define DIFF(options, a, b, expected)                                                              \
    do {                                                                                           \
        g_autofree char *found_ = diff (options, FALSE, a, b, NULL);                               \
        UNIT_STRING (found_, expected);                                                            \
    } while (0)

#define HEADER "kontes,kode,sumber,s01,s02,s03\n"

static void
test_cells (void)
{
    static const char a[] = HEADER "ppwp,1,a,1,2,3\nppwp,2,a,1,,?\nppwp,3,a,0,0,0\n";

    DIFF (NULL, a, HEADER "ppwp,1,b,1,2,3\nppwp,2,b,1,,?\nppwp,3,b,0,0,0\n", "");
    DIFF (NULL, a, HEADER "ppwp,1,b,1,20,3\nppwp,2,b,,5,7\nppwp,3,b,?,,0\n",
          "D01 1 s02 a 2 b 20\n"
          "D02 2 s01 a 1 b -\n"
          "D02 2 s02 a - b 5\n"
          "D05 2 s03 a ? b 7\n"
          "D05 3 s01 a 0 b ?\n"
          "D02 3 s02 a 0 b -\n");
    UNIT_INT (summary.n_authority, 3);
    UNIT_INT (summary.n_compared, 3);
    UNIT_INT (summary.n_differing, 3);
    DIFF (NULL, HEADER "ppwp,1,a,,?,1\n", HEADER "ppwp,1,b,?,,1\n",
          "D05 1 s01 a - b ?\nD05 1 s02 a ? b -\n");
}

static void
test_notes (void)
{
    g_autofree char *found =
        diff (NULL, TRUE, HEADER "ppwp,1,plano,1,2,3\nppwp,2,plano,5,6,7\nppwp,4,plano,1,1,1\n",
              "kontes,kode,sumber,asal,s01,s02,s03\nppwp,1,sirekap,j.json,4,,?\n"
              "ppwp,2,sirekap,,,,\nppwp,3,sirekap,k.json,1,1,1\n",
              NULL);
    UNIT_STRING (
        found,
        "D01 1 s01 plano 1 sirekap 4 galat \"IV.1 Paslon 1: plano 1, sirekap 4 (selisih +3). "
        "Kemungkinan sebab: 1) angka-salah-baca: angka 1 terbaca 4 (bobot 88).\" "
        "a.csv:2 j.json\n"
        "D02 1 s02 plano 2 sirekap - peringatan \"IV.2 Paslon 2: plano 2, sirekap kosong.\" "
        "a.csv:2 j.json\n"
        "D05 1 s03 plano 3 sirekap ? peringatan \"IV.3 Paslon 3: plano 3, sirekap tidak "
        "terbaca.\" a.csv:2 j.json\n"
        "D02 2  plano . sirekap . peringatan \"Formulir sirekap kosong seluruhnya, plano berisi "
        "angka.\" a.csv:3 b.csv:3\n"
        "D04 3  plano . sirekap . galat \"Ada pada sirekap, tidak ada pada plano.\" a.csv k.json\n"
        "D03 4  plano . sirekap . peringatan \"Ada pada plano, tidak ada pada sirekap.\" a.csv:4 "
        "b.csv\n");
}

static void
test_whole_forms (void)
{
    DIFF (NULL, HEADER "ppwp,1,a,,,\n", HEADER "ppwp,1,b,1,,\n", "D02 1  a . b .\n");
    DIFF (NULL, HEADER "ppwp,1,a,,,\n", HEADER "ppwp,1,b,,,\n", "");
    DIFF (NULL, HEADER "ppwp,1,a,1,,\n", HEADER "ppwp,1,b,?,,\n", "D05 1 s01 a 1 b ?\n");
    /* Empty in what both carry, although the authority has more. */
    DIFF (NULL, HEADER "ppwp,1,a,1,,\n", "kontes,kode,sumber,s02\nppwp,1,b,4\n",
          "D02 1  a . b .\n");
    const RecapDiffOptions ignore = { .ignore_blank = TRUE };
    DIFF (&ignore, HEADER "ppwp,1,a,,,\nppwp,2,a,1,,?\n", HEADER "ppwp,1,b,1,1,1\nppwp,2,b,,2,3\n",
          "D05 2 s03 a ? b 3\n");
}

static void
test_missing_forms (void)
{
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\nppwp,3,a,1,1,1\n",
          HEADER "ppwp,0,b,1,1,1\nppwp,2,b,1,1,1\nppwp,3,b,1,1,1\nppwp,4,b,1,1,1\n",
          "D04 0  a . b .\nD03 1  a . b .\nD04 2  a . b .\nD04 4  a . b .\n");
    UNIT_INT (summary.n_authority, 2);
    UNIT_INT (summary.n_compared, 1);
    /* An empty table has no label. */
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\n", HEADER, "D03 1  a .  .\n");
    DIFF (NULL, HEADER, HEADER "ppwp,1,a,1,1,1\n", "D04 1   . a .\n");
    DIFF (NULL, HEADER, HEADER, "");
}

static void
test_columns (void)
{
    DIFF (NULL, "s02,kontes,kode,sumber,s03\n2,ppwp,1,a,3\n", HEADER "ppwp,1,b,9,2,4\n",
          "D01 1 s03 a 3 b 4\n");
    DIFF (NULL, "kontes,kode,sumber,s01\nppwp,1,a,1\n", "kontes,kode,sumber,s02\nppwp,1,b,1\n",
          "error 2 -: 'a.csv' and 'b.csv' have no field in common\n");
}

static void
test_options (void)
{
    static const char a[] = HEADER "ppwp,3201,a,1,1,1\nppwp,3301,a,1,1,1\nppwp,34,a,1,1,1\n";
    static const char b[] = HEADER "ppwp,3201,b,2,2,2\nppwp,3301,b,2,2,2\nppwp,35,b,2,2,2\n";
    const char *const fields[] = { "s03", "s01", NULL };
    const char *const unknown[] = { "s01", "s0\n4", NULL };
    const RecapDiffOptions by_field = { .fields = fields, .region = "32" };
    const RecapDiffOptions by_unknown = { .fields = unknown };
    const RecapDiffOptions by_region = { .region = "3" };
    const RecapDiffOptions by_nation = { .fields = fields + 1, .region = "0" };
    const RecapDiffOptions by_nowhere = { .region = "36" };

    DIFF (&by_field, a, b, "D01 3201 s01 a 1 b 2\nD01 3201 s03 a 1 b 2\n");
    DIFF (&by_unknown, a, b, "error 4 -: no table has a field 's0\\x0A4'\n");
    g_autofree char *all = diff (&by_region, FALSE, a, b, NULL);
    g_autofree char *plain = diff (NULL, FALSE, a, b, NULL);
    UNIT_STRING (all, plain);
    DIFF (&by_nation, a, b,
          "D01 3201 s01 a 1 b 2\nD01 3301 s01 a 1 b 2\nD03 34  a . b .\nD04 35  a . b .\n");
    DIFF (&by_nowhere, a, b, "error 4 -: no table has a code that begins with '36'\n");
}

static void
test_sources (void)
{
    /* Two sources in the authority contradict each other; in another table each is compared. */
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\nppwp,1,x,1,1,1\n", HEADER "ppwp,1,b,1,1,1\n",
          "error 2 a.csv:3: code '1' has a second source here; the first is on line 2\n");
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\n", HEADER "ppwp,1,b,2,1,1\nppwp,1,c,1,3,1\n",
          "D01 1 s01 a 1 b 2\nD01 1 s02 a 1 c 3\nD11 1 s01 a 1 b 2\nD11 1 s02 a 1 c 3\n");
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\nppwp,1,a,1,1,1\n", HEADER "ppwp,1,b,1,1,1\n",
          "error 2 a.csv:3: contest 'ppwp', code '1', source 'a' was already at a.csv:2\n");
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\n", NULL, "error 4 -: two tables are needed to compare\n");
}

static void
test_three_tables (void)
{
    g_autofree char *found =
        diff (NULL, FALSE, HEADER "ppwp,1,a,1,1,1\nppwp,2,a,1,1,1\n",
              HEADER "ppwp,1,b,1,1,2\nppwp,3,b,1,1,1\n",
              "kontes,kode,sumber,s03,s01\nppwp,1,c,1,4\nppwp,2,c,1,1\nppwp,3,c,1,1\n");
    UNIT_STRING (found, "D01 1 s03 a 1 b 2\n"
                        "D01 1 s01 a 1 c 4\n"
                        "D11 1 s01 a 1 c 4\n"
                        "D11 1 s03 a 1 b 2\n"
                        "D03 2  a . b .\n"
                        "D04 3  a . b .\n"
                        "D04 3  a . c .\n");
}

/* Cells of which only one side is good are still looked at; equal bytes that are no cell too. */
static void
test_bad_cells (void)
{
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1\n", HEADER "ppwp,1,b,1,1,1x\n",
          "error 1 b.csv:2:14: count '1x' is not a number (field 6, \"s03\")\n");
    DIFF (NULL, HEADER "ppwp,1,a,1,1,1x\n", HEADER "ppwp,1,b,1,1,1x\n",
          "error 1 a.csv:2:14: count '1x' is not a number (field 6, \"s03\")\n");
}

/* The order of rows changes nothing, also where it is only seen after findings were given. */
static void
test_unsorted (void)
{
    g_autoptr (GString) a = g_string_new ("kontes,kode,sumber,s01\n");
    g_autoptr (GString) b = g_string_new ("kontes,kode,sumber,s01\n");
    for (guint i = 0; i < 20000; i++) {
        g_string_append_printf (a, "ppwp,%013u,a,%u\n", i + 10, i);
        g_string_append_printf (b, "ppwp,%013u,b,%u\n", i + 10, i == 7 ? 1 : i);
    }
    g_string_append (b, "ppwp,0000000000003,b,7\n");
    DIFF (NULL, a->str, b->str, "D04 0000000000003  a . b .\nD01 0000000000017 s01 a 7 b 1\n");
    UNIT_INT (n_resets, 1);
    UNIT_INT (summary.n_authority, 20000);
    DIFF (NULL, HEADER "ppwp,2,a,1,1,1\nppwp,1,a,1,1,2\n",
          HEADER "ppwp,2,b,1,1,1\nppwp,1,b,1,1,1\n", "D01 1 s03 a 2 b 1\n");
}

UNIT_MAIN ("diff", { "cells", test_cells }, { "notes", test_notes },
           { "whole forms", test_whole_forms }, { "missing forms", test_missing_forms },
           { "columns", test_columns }, { "options", test_options }, { "sources", test_sources },
           { "three tables", test_three_tables }, { "bad cells", test_bad_cells },
           { "unsorted", test_unsorted })
