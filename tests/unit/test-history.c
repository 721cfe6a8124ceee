/* What changed between times. */
#include "history.h"

#include "tables-fixture.h"

static RecapHistorySummary summary;

static char *
history (const RecapHistoryOptions *options, gboolean notes, const char *a, const char *b,
         const char *c)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, c, NULL);
    FixtureFindings findings = { g_string_new (NULL), notes, 0 };
    const RecapHistoryOptions none = RECAP_HISTORY_OPTIONS_INIT;

    UNIT_NO_ERROR (&error);
    if (!recap_history_run (tables, options != NULL ? options : &none, fixture_take_finding,
                            fixture_reset_findings, &findings, &summary, &error))
        g_string_printf (findings.text, "error %d: %s\n", error->code, error->message);
    return g_string_free (findings.text, FALSE);
}

#define HISTORY(options, notes, a, b, c, expected)                                                 \
    do {                                                                                           \
        g_autofree char *found_ = history (options, notes, a, b, c);                               \
        UNIT_STRING (found_, expected);                                                            \
    } while (0)

#define HEADER "kontes,kode,sumber,waktu,s01,s02\n"

static void
test_tables (void)
{
    /* In the order of their times, not of the tables; out of order too. */
    HISTORY (NULL, FALSE, HEADER "ppwp,2,s,2024-02-16,1,2\nppwp,1,s,2024-02-16,5,5\n",
             HEADER "ppwp,1,s,2024-02-15,5,4\nppwp,2,s,2024-02-15,1,2\n",
             HEADER "ppwp,1,s,2024-02-17,6,5\nppwp,2,s,2024-02-17,1,2\n",
             "D12 1 s02 s 4 s 5\nD12 1 s01 s 5 s 6\n");
    UNIT_INT (summary.n_forms, 6);
    UNIT_INT (summary.n_changes, 2);
    /* Without times the tables are the times. */
    HISTORY (
        NULL, TRUE, HEADER "ppwp,1,s,,5,\n", HEADER "ppwp,1,s,,?,3\n", NULL,
        "D12 1 s01 s 5 s ? info \"IV.1 Paslon 1: 5 pada a.csv, menjadi tidak terbaca pada b.csv.\" "
        "a.csv:2 b.csv:2\n"
        "D12 1 s02 s - s 3 info \"IV.2 Paslon 2: kosong pada a.csv, menjadi 3 pada b.csv.\" "
        "a.csv:2 b.csv:2\n");
    HISTORY (NULL, FALSE, HEADER "ppwp,1,s,,5,1\n", "kontes,kode,sumber,s01\nppwp,1,s,5\n", NULL,
             "");
}

static void
test_whole_forms (void)
{
    HISTORY (
        NULL, TRUE, HEADER "ppwp,1,s,t1,,\nppwp,2,s,t1,1,1\n", HEADER "ppwp,1,s,t2,1,2\n", NULL,
        "D12 1  s . s . info \"Formulir kosong seluruhnya pada t1, berisi angka pada t2.\" a.csv:2 "
        "b.csv:2\n"
        "D12 2  s . s . info \"Formulir ada pada t1, tidak ada lagi pada b.csv.\" a.csv:3 \n");
    HISTORY (
        NULL, TRUE, HEADER "ppwp,1,s,t1,1,2\n", HEADER "ppwp,1,s,t2,,\nppwp,2,s,t2,1,1\n", NULL,
        "D12 1  s . s . info \"Formulir berisi angka pada t1, kosong seluruhnya pada t2.\" a.csv:2 "
        "b.csv:2\n"
        "D12 2  s . s . info \"Formulir ada pada t2, belum ada pada a.csv.\"  b.csv:3\n");
}

/* The table that recap-import --history writes: older forms have their time in the label. */
static void
test_labels (void)
{
    HISTORY (NULL, FALSE, HEADER "ppwp,1,s,t3,3,3\nppwp,2,s,t3,1,1\n",
             HEADER "ppwp,1,s@t1,t1,1,3\nppwp,1,s@t2,t2,2,3\n", NULL,
             "D12 1 s01 s@t1 1 s@t2 2\nD12 1 s01 s@t2 2 s 3\n");
    HISTORY (NULL, FALSE, HEADER "ppwp,1,s,t3,3,3\nppwp,1,s@t1,t1,1,3\nppwp,1,z,t0,9,9\n", NULL,
             NULL, "D12 1 s01 s@t1 1 s 3\n");
}

static void
test_plano (void)
{
    const RecapHistoryOptions options = { .has_plano = TRUE };
    static const char plano[] = "kontes,kode,sumber,s01,s02\nppwp,1,plano,20,5\nppwp,3,plano,1,1\n";

    HISTORY (&options, TRUE, HEADER "ppwp,1,s,t1,820,5\n", HEADER "ppwp,1,s,t2,20,7\n", plano,
             "D12 1 s01 s 820 s 20 info \"IV.1 Paslon 1: 820 pada t1, menjadi 20 pada t2 (selisih "
             "-800); "
             "menjadi sama dengan plano (20).\" a.csv:2 b.csv:2\n"
             "D12 1 s02 s 5 s 7 info \"IV.2 Paslon 2: 5 pada t1, menjadi 7 pada t2 (selisih +2); "
             "menjauhi, semula sama dengan plano (5).\" a.csv:2 b.csv:2\n");
    UNIT_INT (summary.n_toward, 1);
    UNIT_INT (summary.n_away, 1);
    UNIT_INT (summary.n_forms, 2);
    HISTORY (
        &options, TRUE, HEADER "ppwp,1,s,t1,,\nppwp,1,s@,t0,19,4\n", plano, NULL,
        "D12 1  s@ . s . info \"Formulir berisi angka pada t0, kosong seluruhnya pada t1; 0 dari 2 "
        "isian sama dengan plano.\" a.csv:3 a.csv:2\n");
    HISTORY (&options, FALSE, HEADER "ppwp,1,s,t1,18,5\nppwp,1,s@,t0,22,5\n", plano, NULL,
             "D12 1 s01 s@ 22 s 18\n"); /* as far as before */
    UNIT_INT (summary.n_toward + summary.n_away, 0);
}

static void
test_options (void)
{
    const char *const fields[] = { "s02", NULL };
    const char *const unknown[] = { "s09", NULL };
    const RecapHistoryOptions by_field = { .fields = fields, .region = "32" };
    const RecapHistoryOptions by_unknown = { .fields = unknown };
    const RecapHistoryOptions nowhere = { .region = "9" };
    static const char a[] = HEADER "ppwp,32,s,t1,1,1\nppwp,33,s,t1,1,1\n";
    static const char b[] = HEADER "ppwp,32,s,t2,2,2\nppwp,33,s,t2,2,2\n";

    HISTORY (&by_field, FALSE, a, b, NULL, "D12 32 s02 s 1 s 2\n");
    HISTORY (&by_unknown, FALSE, a, b, NULL, "error 4: no table has a field 's09'\n");
    HISTORY (&nowhere, FALSE, a, b, NULL, "error 4: no table has a code that begins with '9'\n");
}

UNIT_MAIN ("history", { "tables", test_tables }, { "whole forms", test_whole_forms },
           { "labels with times", test_labels }, { "toward the plano", test_plano },
           { "options", test_options })
