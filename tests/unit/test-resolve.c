/* Decisions applied to a table, and findings that are settled by them. */
#include "resolve.h"

#include "tables-fixture.h"

typedef struct {
    GString *text;
    guint n_fields;
    guint n_resets;
} Output;

static RecapResolveSummary summary;

static void
take_form (const RecapForm *form, gpointer data)
{
    Output *self = data;
    fixture_append_text (self->text, form->keys[RECAP_KEY_ASAL]);
    g_string_append (self->text, ": ");
    fixture_append_form (self->text, form, self->n_fields);
}

static void
take_applied (const RecapDecision *decision, const RecapForm *form, gpointer data)
{
    Output *self = data;
    g_string_append_printf (self->text, "applied %" PRIu64 " to ", decision->line);
    fixture_append_text (self->text, form->keys[RECAP_KEY_SUMBER]);
    g_string_append_printf (self->text, " at line %" PRIu64 "%s%s\n", form->line,
                            *decision->aturan != '\0' ? " notes " : "", decision->aturan);
}

static void
take_held (const RecapDecision *decision, gpointer data)
{
    Output *self = data;
    g_string_append_printf (self->text, "held %" PRIu64 "\n", decision->line);
}

static void
take_refused (const RecapDecision *decision, const GError *error, gpointer data)
{
    Output *self = data;
    g_autofree char *place = recap_origin_format (recap_error_get_origin (error));
    (void)decision;
    g_string_append_printf (self->text, "%s %s\n", place, error->message);
}

static void
take_undecided (const RecapFinding *finding, gpointer data)
{
    Output *self = data;
    g_string_append_printf (self->text, "undecided %s %s %s\n", finding->aturan.bytes,
                            finding->kode.bytes, finding->isian.bytes);
}

static void
reset (gpointer data)
{
    Output *self = data;
    g_string_truncate (self->text, 0);
    self->n_resets++;
}

/* A decision in one line: 'kode isian semula menjadi', '-' for a blank, '.' for no field, '.R29' to
 * take note of a finding of that rule. */
static void
add_decision (RecapDecisions *list, const char *line, guint64 number)
{
    g_auto (GStrv) words = g_strsplit (line, " ", 4);
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = words[0],
                               .isian = *words[1] == '.' ? "" : words[1],
                               .aturan = *words[1] == '.' ? words[1] + 1 : "",
                               .dasar = "plano",
                               .alasan = "",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "",
                               .file = "d.csv",
                               .line = number };
    RecapCell *cells[] = { &decision.semula, &decision.menjadi };
    for (guint i = 0; i < 2; i++)
        UNIT_TRUE (recap_cell_parse (
            recap_text (strcmp (words[2 + i], "-") == 0 ? "" : words[2 + i]), cells[i]));
    recap_decisions_add (list, &decision);
}

/* A finding in one line: 'code kode isian', '!' before it: info. */
static void
add_finding (RecapFindings *list, const char *line)
{
    g_auto (GStrv) words = g_strsplit (line, " ", 3);
    gboolean info = words[0][0] == '!';
    RecapFinding finding = { .kontes = recap_text ("ppwp"),
                             .kode = recap_text (words[1]),
                             .aturan = recap_text (words[0] + info),
                             .severity = info ? RECAP_SEVERITY_INFO : RECAP_SEVERITY_ERROR,
                             .isian = recap_text (words[2]) };
    recap_findings_add (list, &finding);
}

static char *
resolve_list (const char *table, const char *other, const RecapDecisions *decided,
              const char *findings)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapRules) rules = recap_rules_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, table, other, NULL);
    g_autoptr (RecapFindings) found = recap_findings_new ();
    g_auto (GStrv) finding_lines = g_strsplit (findings, "\n", -1);

    UNIT_NO_ERROR (&error);
    for (guint i = 0; finding_lines[i] != NULL; i++)
        add_finding (found, finding_lines[i]);
    recap_findings_sort (found);
    Output output = { g_string_new (NULL), recap_schema_get_n (recap_tables_get_schema (tables)),
                      0 };
    const RecapResolveSink sink = { take_form,      take_applied, take_held, take_refused,
                                    take_undecided, reset,        &output };
    summary = (RecapResolveSummary){ 0 };
    if (!recap_resolve_run (tables, decided, found, rules, &sink, &summary, &error)) {
        const RecapOrigin *origin = recap_error_get_origin (error);
        g_autofree char *place = origin != NULL ? recap_origin_format (origin) : g_strdup ("-");
        g_string_append_printf (output.text, "error %s: %s\n", place, error->message);
    }
    return g_string_free (output.text, FALSE);
}

static char *
resolve (const char *table, const char *other, const char *decisions, const char *findings)
{
    g_autoptr (RecapDecisions) decided = recap_decisions_new ();
    g_auto (GStrv) lines = g_strsplit (decisions, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++)
        add_decision (decided, lines[i], i + 2);
    return resolve_list (table, other, decided, findings);
}

#define RESOLVE(table, decisions, findings, expected)                                              \
    do {                                                                                           \
        g_autofree char *text_ = resolve (table, NULL, decisions, findings);                       \
        UNIT_STRING (text_, expected);                                                             \
    } while (0)

#define HEADER "kontes,kode,sumber,asal,s01,s02\n"

static void
test_apply (void)
{
    RESOLVE (HEADER "ppwp,1,plano,x!3,1,2\nppwp,2,plano,,3,4\n", "1 s01 1 10", "",
             "applied 2 to plano at line 2\nx!3: 1 final 10 2\na.csv:3: 2 final 3 4\n");
    UNIT_INT (summary.n_forms, 2);
    UNIT_INT (summary.n_applied, 1);
    /* A chain: the second goes on from the first, whatever lies between. */
    RESOLVE (HEADER "ppwp,1,plano,,1,2\n", "1 s01 1 5\n1 s02 2 -\n1 s01 5 ?", "",
             "applied 2 to plano at line 2\napplied 3 to plano at line 2\n"
             "applied 4 to plano at line 2\na.csv:2: 1 final ? -\n");
    RESOLVE (HEADER "ppwp,1,plano,,,?\n", "1 s01 - 5\n1 s02 ? 0", "",
             "applied 2 to plano at line 2\napplied 3 to plano at line 2\n"
             "a.csv:2: 1 final 5 0\n");
    RESOLVE (HEADER "ppwp,2,plano,,1,1\nppwp,1,plano,,1,1\n", "2 s01 1 3\n1 s01 1 2", "",
             "applied 3 to plano at line 3\na.csv:3: 1 final 2 1\n"
             "applied 2 to plano at line 2\na.csv:2: 2 final 3 1\n");
}

static void
test_refused (void)
{
    RESOLVE (HEADER "ppwp,2,plano,,1,2\n",
             "1 s01 1 2\n2 s01 7 8\n2 s02 - 8\n2 s03 1 2\n2 sxx 1 2\n2 s02 2 9\n3 s01 1 2", "",
             "d.csv:2 decision on ppwp 1 s01 refused: the table has no such form\n"
             "d.csv:3 decision on ppwp 2 s01 refused: stale: semula is 7, but the table has 1\n"
             "d.csv:4 decision on ppwp 2 s02 refused: stale: semula is blank, but the table has 2\n"
             "d.csv:5 decision on ppwp 2 s03 refused: the table has no such field\n"
             "d.csv:6 decision on ppwp 2 sxx refused: the table has no such field\n"
             "applied 7 to plano at line 2\n"
             "a.csv:2: 2 final 1 9\n"
             "d.csv:8 decision on ppwp 3 s01 refused: the table has no such form\n");
    UNIT_INT (summary.n_refused, 6);
    /* The same decision twice: the second finds the table changed. */
    RESOLVE (HEADER "ppwp,2,plano,,1,2\n", "2 s01 1 8\n2 s01 1 8", "",
             "applied 2 to plano at line 2\n"
             "d.csv:3 decision on ppwp 2 s01 refused: stale: semula is 1, but the table has 8\n"
             "a.csv:2: 2 final 8 2\n");
}

static void
test_sources (void)
{
    g_autofree char *text =
        resolve (HEADER "ppwp,1,plano,,1,2\n", HEADER "ppwp,1,sirekap,,1,2\n", "1 s01 1 5", "");
    UNIT_STRING (text, "applied 2 to plano at line 2\na.csv:2: 1 final 5 2\n"
                       "error b.csv:2: code '1' has a second source here; the first is at "
                       "a.csv:2\n");
    g_autofree char *merged =
        resolve (HEADER "ppwp,2,plano,,1,2\n", HEADER "ppwp,1,sirekap,,1,2\n", "1 s01 1 5", "");
    UNIT_STRING (merged, "applied 2 to sirekap at line 2\nb.csv:2: 1 final 5 2\n"
                         "a.csv:2: 2 final 1 2\n");
}

/* Findings: settled by a decision about their field, by the final form, or not at all. */
static void
test_findings (void)
{
    static const char table[] = "kontes,kode,sumber,suara_sah,suara_tidak_sah,suara_total\n"
                                "ppwp,2,plano,5,1,7\nppwp,3,plano,5,1,7\nppwp,4,plano,,1,7\n";

    RESOLVE (table, "2 suara_sah 5 6",
             "R07 2 suara_total\nR07 3 suara_total\nR22 4 suara_sah\nD01 2 suara_sah\n"
             "D01 2 suara_tidak_sah\n!R18 3 x\nR07 1 suara_total\nR07 5 suara_total",
             "applied 2 to plano at line 2\n"
             "undecided R07 1 suara_total\n"
             "undecided D01 2 suara_tidak_sah\n"
             "a.csv:2: 2 final 6 1 7\n"
             "undecided R07 3 suara_total\n"
             "a.csv:3: 3 final 5 1 7\n"
             "undecided R22 4 suara_sah\n"
             "a.csv:4: 4 final - 1 7\n"
             "undecided R07 5 suara_total\n");
    UNIT_INT (summary.n_undecided, 5);
    /* To keep the number is a decision too; a refused one is none. */
    RESOLVE (table, "3 suara_total 7 7\n4 suara_sah - 6\n2 suara_total 8 9",
             "R07 2 suara_total\nR07 3 suara_total\nR22 4 suara_sah",
             "d.csv:4 decision on ppwp 2 suara_total refused: stale: semula is 8, but the table "
             "has 7\n"
             "undecided R07 2 suara_total\n"
             "a.csv:2: 2 final 5 1 7\n"
             "applied 2 to plano at line 3\n"
             "a.csv:3: 3 final 5 1 7\n"
             "applied 3 to plano at line 4\n"
             "a.csv:4: 4 final 6 1 7\n");
}

static void
test_whole_form (void)
{
    RESOLVE (HEADER "ppwp,1,plano,,1,2\nppwp,2,plano,,1,2\n", "1 . - -",
             "D03 1 \nD03 2 \nD01 1 s01",
             "applied 2 to plano at line 2 notes D03\n"
             "undecided D01 1 s01\n"
             "a.csv:2: 1 final 1 2\n"
             "undecided D03 2 \n"
             "a.csv:3: 2 final 1 2\n");
    /* What explains other findings asks for no decision of its own. */
    RESOLVE (HEADER "ppwp,1,plano,,1,2\n", "1 s01 1 3", "D01 1 s01\nD07 1 \nD10 1 ",
             "applied 2 to plano at line 2\n"
             "a.csv:2: 1 final 3 2\n");
    RESOLVE (HEADER "ppwp,1,plano,,1,2\n", "1 . 1 2", "",
             "d.csv:2 decision on ppwp 1 refused: the table has no such field\n"
             "a.csv:2: 1 final 1 2\n");
    /* That the table has no such form can be noted, when a finding says so. */
    RESOLVE (HEADER "ppwp,2,plano,,1,2\n", "1 . - -\n3 . - -\n4 . - -\n1 s01 - 1",
             "D04 1 \nD01 3 s01\nD04 3 ",
             "applied 2 to  at line 0 notes D04\n"
             "d.csv:5 decision on ppwp 1 s01 refused: the table has no such form\n"
             "a.csv:2: 2 final 1 2\n"
             "applied 3 to  at line 0 notes D04\n"
             "d.csv:4 decision on ppwp 4 refused: the table has no such form\n"
             "undecided D01 3 s01\n");
    UNIT_INT (summary.n_applied, 2);
}

/* A note is about what one rule finds: a new finding about the form is not noted with it. */
static void
test_notes (void)
{
    static const char table[] = HEADER "ppwp,1,plano,,1,2\n";
    static const struct {
        const char *decisions, *findings, *expected;
        guint n_undecided;
    } cases[] = {
        { "1 .R30 - -", "R30 1 \nR27 1 \nD03 1 ", "applied 2 to plano at line 2 notes R30\n", 2 },
        { "1 .R30 - -\n1 .R27 - -", "R30 1 \nR27 1 ",
          "applied 2 to plano at line 2 notes R30\napplied 3 to plano at line 2 notes R27\n", 0 },
        { "1 .R30 - -", "R27 1 ",
          "d.csv:2 decision on ppwp 1 refused: stale: there is no finding R30 about the whole "
          "form\n",
          1 },
        { "1 .R30 - -", "R30 1 s01",
          "d.csv:2 decision on ppwp 1 refused: stale: there is no finding R30 about the whole "
          "form\n",
          1 },
        { "1 . - -", "R27 1 ", "applied 2 to plano at line 2 notes R27\n", 0 },
        { "1 . - -", "R27 1 \nR27 1 \n!R30 1 \nD10 1 ", "applied 2 to plano at line 2 notes R27\n",
          0 },
        { "1 . - -", "R30 1 \nR27 1 ",
          "d.csv:2 decision on ppwp 1 refused: say in the column 'aturan' of which finding note is "
          "taken: R27, R30\n",
          2 },
        { "1 . - -", "R30 1 s01",
          "d.csv:2 decision on ppwp 1 refused: stale: there is no finding about the whole form\n",
          1 },
        { "0 .D04 - -", "D04 0 \nD03 0 ", "applied 2 to  at line 0 notes D04\n", 1 },
        { "0 . - -", "D04 0 \nD03 0 ",
          "d.csv:2 decision on ppwp 0 refused: say in the column 'aturan' of which finding note is "
          "taken: D03, D04\n",
          2 },
        { "0 .R27 - -", "D04 0 ",
          "d.csv:2 decision on ppwp 0 refused: the table has no such form\n", 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = resolve (table, NULL, cases[i].decisions, cases[i].findings);
        unit_check (g_str_has_prefix (text, cases[i].expected), __FILE__, __LINE__,
                    "case %u: got \"%s\"", i, text);
        UNIT_INT (summary.n_undecided, cases[i].n_undecided);
    }
}

/* Two lists say the same; one does not name the rule. */
static void
test_noted_twice (void)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "1",
                               .isian = "",
                               .semula = RECAP_CELL_BLANK,
                               .menjadi = RECAP_CELL_BLANK,
                               .dasar = "plano",
                               .alasan = "belum  ada",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "",
                               .file = "a.csv",
                               .line = 2 };
    recap_decisions_add (list, &decision);
    decision.file = "b.csv";
    decision.aturan = "R27";
    recap_decisions_add (list, &decision);
    decision.file = "w";
    decision.alasan = "belum ada";
    decision.shown = TRUE;
    recap_decisions_add (list, &decision);
    g_autofree char *text = resolve_list (HEADER "ppwp,1,plano,,1,2\n", NULL, list, "R27 1 ");
    UNIT_STRING (text, "applied 2 to plano at line 2 notes R27\na.csv:2: 1 final 1 2\n");
    UNIT_INT (summary.n_applied, 1);
    UNIT_INT (summary.n_refused, 0);
}

/* What a sheet shows as decided is applied once more where it does not hold already. */
static void
test_shown (void)
{
    static const struct {
        RecapCell semula, menjadi;
        guint n_applied, n_refused;
    } cases[] = {
        { 1, 5, 1, 0 }, /* not applied yet */
        { 7, 1, 0, 0 }, /* applied already */
        { 1, 1, 1, 0 }, /* to keep the number */
        { 7, 8, 0, 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RecapDecisions) list = recap_decisions_new ();
        const RecapDecision decision = { .kontes = "ppwp",
                                         .kode = "1",
                                         .isian = "s01",
                                         .semula = cases[i].semula,
                                         .menjadi = cases[i].menjadi,
                                         .dasar = "plano",
                                         .alasan = "",
                                         .kejadian_khusus = "",
                                         .disetujui = "",
                                         .waktu = "",
                                         .file = "w",
                                         .shown = TRUE };
        recap_decisions_add (list, &decision);
        g_autofree char *text =
            resolve_list (HEADER "ppwp,1,plano,,1,2\n", NULL, list, "D01 1 s01");
        UNIT_INT (strstr (text, "held ") != NULL, cases[i].n_applied + cases[i].n_refused == 0);
        UNIT_INT (summary.n_applied, cases[i].n_applied);
        UNIT_INT (summary.n_refused, cases[i].n_refused);
        UNIT_INT (summary.n_undecided, cases[i].n_refused);
    }
}

static void
test_unsorted (void)
{
    g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,s01\n");
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf (text, "ppwp,%013u,a,%u\n", i + 10, i);
    g_string_append (text, "ppwp,0000000000001,a,7\n");
    g_autofree char *found = resolve (text->str, NULL,
                                      "0000000000010 s01 0 9\n0000000000001 s01 7 8\n"
                                      "0000000000002 s01 7 8",
                                      "D01 0000000000001 s01\nD01 0000000000011 s01");
    UNIT_TRUE (g_str_has_prefix (
        found, "applied 3 to a at line 20002\na.csv:20002: 0000000000001 final 8\n"
               "d.csv:4 decision on ppwp 0000000000002 s01 refused: the table has no such form\n"
               "applied 2 to a at line 2\na.csv:2: 0000000000010 final 9\n"
               "undecided D01 0000000000011 s01\n"));
    UNIT_INT (summary.n_forms, 20001);
    UNIT_INT (summary.n_applied, 2);
}

UNIT_MAIN ("resolve", { "apply", test_apply }, { "refused", test_refused },
           { "sources", test_sources }, { "findings", test_findings },
           { "whole form", test_whole_form }, { "notes", test_notes },
           { "noted twice", test_noted_twice }, { "shown", test_shown },
           { "unsorted", test_unsorted })
