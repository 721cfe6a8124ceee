/* What can still change, against every election that the open findings allow. */
#include "effect.h"
#include "seats.h"

#include "tables-fixture.h"

enum { N_STATIONS = 2, N_CONTESTANTS = 3, CELLS_MAX = 4 };

static RecapContests *contests;
static RecapRules *rules;

/* The area that the operation gave, copied as far as the tests look at it. */
typedef struct {
    RecapEffectArea area;
    RecapEffectRow rows[8];
    RecapEffectBias biases[8];
    guint n_areas;
    GString *remarks;
} Output;

static void
take_area (const RecapEffectArea *area, gpointer data)
{
    Output *self = data;
    self->n_areas++;
    self->area = *area;
    g_assert (area->n_rows <= G_N_ELEMENTS (self->rows));
    g_assert (area->n_biases <= G_N_ELEMENTS (self->biases));
    memcpy (self->rows, area->rows, area->n_rows * sizeof *area->rows);
    if (area->n_biases > 0)
        memcpy (self->biases, area->biases, area->n_biases * sizeof *area->biases);
}

static void
take_remark (const GError *error, gpointer data)
{
    Output *self = data;
    g_string_append_printf (self->remarks, "%s\n", error->message);
}

static void
reset (gpointer data)
{
    Output *self = data;
    self->n_areas = 0;
    g_string_truncate (self->remarks, 0);
}

static void
load_once (void)
{
    g_autoptr (GError) error = NULL;
    if (contests != NULL)
        return;
    contests = recap_contests_load (NULL, &error);
    rules = recap_rules_load (NULL, &error);
    UNIT_NO_ERROR (&error);
}

static void
free_all (void)
{
    g_clear_pointer (&contests, recap_contests_free);
    g_clear_pointer (&rules, recap_rules_free);
}

/* A finding in one line: 'code kode isian a b', '-' for nothing. */
static void
add_finding_of (RecapFindings *list, const char *kontes, const char *line)
{
    g_auto (GStrv) words = g_strsplit (line, " ", 5);
    RecapFinding finding = { .kontes = recap_text (kontes),
                             .kode = recap_text (words[1]),
                             .aturan = recap_text (words[0]),
                             .severity = RECAP_SEVERITY_ERROR,
                             .isian = recap_text (strcmp (words[2], "-") == 0 ? "" : words[2]),
                             .sumber_a = recap_text ("plano"),
                             .sumber_b = recap_text ("sirekap"),
                             .nilai_a = RECAP_CELL_NOT_CARRIED,
                             .nilai_b = RECAP_CELL_NOT_CARRIED };
    if (strcmp (words[3], "-") != 0)
        finding.nilai_a = (RecapCell)g_ascii_strtoull (words[3], NULL, 10);
    if (strcmp (words[4], "-") != 0)
        finding.nilai_b = (RecapCell)g_ascii_strtoull (words[4], NULL, 10);
    recap_findings_add (list, &finding);
}

static void
add_finding (RecapFindings *list, const char *line)
{
    add_finding_of (list, "ppwp", line);
}

/* Runs the operation on the table with this text; what is asked for besides is in @options. */
static gboolean
run (Output *output, const char *table, RecapEffectOptions options, RecapFindings *findings,
     RecapEffectSummary *ret_summary, GError **error)
{
    load_once ();
    g_autoptr (RecapTables) tables = fixture_tables (contests, error, table, NULL);
    const RecapEffectSink sink = { take_area, take_remark, 10, reset, output };

    recap_findings_sort (findings);
    options.findings = findings;
    options.rules = rules;
    if (options.level == RECAP_LEVEL_OPAQUE)
        options.level = RECAP_LEVEL_NASIONAL;
    return recap_effect_run (tables, &options, &sink, ret_summary, error);
}

/* ---- against all cases ---- */

/* One made-up TPS: what the findings say of it, told in another way than the module does it. */
typedef struct {
    gint64 votes[N_CONTESTANTS]; /* -1: blank */
    gint64 fewest[N_CONTESTANTS], most[N_CONTESTANTS];
    gint64 limit;
} Station;

static guint64 state = 11;

static gint64
chance (gint64 below)
{
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (gint64)((state >> 33) % (guint64)below);
}

static gint64
number (gint64 votes)
{
    return MAX (votes, 0);
}

/* Makes up a TPS and appends its record and its findings. */
static void
make_station (Station *self, guint index, GString *table, RecapFindings *findings)
{
    gint64 sum = 0, rest = 0;
    gboolean broken = chance (5) == 0;
    gint64 blank = chance (4) == 0 ? chance (N_CONTESTANTS) : -1;
    gint64 total = 0;

    for (guint i = 0; i < N_CONTESTANTS; i++) {
        self->votes[i] = (gint64)i == blank ? -1 : chance (CELLS_MAX);
        self->fewest[i] = self->most[i] = number (self->votes[i]);
        sum += number (self->votes[i]);
    }
    gint64 valid = sum + (blank >= 0 || broken ? chance (3) : 0);
    total = valid + chance (3);
    g_string_append_printf (table, "ppwp,390712200100%u,plano,", index + 1);
    for (guint i = 0; i < N_CONTESTANTS; i++) {
        g_autofree char *line = NULL;
        gint64 other = chance (2 * CELLS_MAX);
        if (self->votes[i] >= 0)
            g_string_append_printf (table, "%" PRId64, self->votes[i]);
        g_string_append_c (table, ',');
        if (chance (3) > 0 || self->votes[i] < 0 || other == self->votes[i])
            continue;
        line = g_strdup_printf ("D01 390712200100%u s0%u %" PRId64 " %" PRId64, index + 1, i + 1,
                                self->votes[i], other);
        add_finding (findings, line);
        self->fewest[i] = MIN (self->votes[i], other);
        self->most[i] = MAX (self->votes[i], other);
    }
    g_string_append_printf (table, "%" PRId64 ",%" PRId64 "\n", valid, total);
    self->limit = total > 0 ? total : G_MAXINT32;
    if (broken && valid != sum && blank < 0) {
        g_autofree char *line = g_strdup_printf (
            "R08 390712200100%u suara_sah %" PRId64 " %" PRId64, index + 1, valid, sum);
        add_finding (findings, line);
        for (guint i = 0; i < N_CONTESTANTS; i++) {
            self->fewest[i] = 0;
            self->most[i] = self->limit;
        }
    } else if (blank >= 0) {
        for (guint i = 0; i < N_CONTESTANTS; i++)
            rest += (gint64)i == blank ? 0 : self->fewest[i];
        self->most[blank] = valid > 0 ? MAX (valid - rest, 0) : self->limit;
    }
}

/* What was seen over all cases. */
typedef struct {
    gint64 fewest[N_CONTESTANTS], most[N_CONTESTANTS];
    gint64 least_margin[N_CONTESTANTS][N_CONTESTANTS];
    guint best[N_CONTESTANTS], worst[N_CONTESTANTS];
} Seen;

static void
see (Seen *seen, const gint64 *votes)
{
    for (guint i = 0; i < N_CONTESTANTS; i++) {
        guint ahead = 0, level = 0;
        seen->fewest[i] = MIN (seen->fewest[i], votes[i]);
        seen->most[i] = MAX (seen->most[i], votes[i]);
        for (guint k = 0; k < N_CONTESTANTS; k++) {
            ahead += votes[k] > votes[i] ? 1 : 0;
            level += k != i && votes[k] >= votes[i] ? 1 : 0;
            seen->least_margin[i][k] = MIN (seen->least_margin[i][k], votes[i] - votes[k]);
        }
        seen->best[i] = MIN (seen->best[i], ahead + 1);
        seen->worst[i] = MAX (seen->worst[i], level + 1);
    }
}

static gboolean
allows (const Station *self, const gint64 *votes)
{
    gint64 sum = 0;
    for (guint i = 0; i < N_CONTESTANTS; i++) {
        if (votes[i] < self->fewest[i] || votes[i] > self->most[i])
            return FALSE;
        sum += votes[i];
    }
    return sum <= self->limit;
}

/* Goes through every case of station @index and of those behind it. */
static void
see_all (Seen *seen, const Station *stations, guint index, const gint64 *before)
{
    const gint64 end = 3 * CELLS_MAX + 8;
    gint64 votes[N_CONTESTANTS], sums[N_CONTESTANTS];

    if (index == N_STATIONS) {
        see (seen, before);
        return;
    }
    for (gint64 all = 0; all < end * end * end; all++) {
        votes[0] = all % end;
        votes[1] = all / end % end;
        votes[2] = all / end / end;
        if (!allows (&stations[index], votes))
            continue;
        for (guint i = 0; i < N_CONTESTANTS; i++)
            sums[i] = before[i] + votes[i];
        see_all (seen, stations, index + 1, sums);
    }
}

static void
compare (const Output *output, const Seen *seen)
{
    for (guint i = 0; i < output->area.n_rows; i++) {
        const RecapEffectRow *row = &output->rows[i];
        guint own = row->box->contestant - 1;
        UNIT_INT (row->fewest, seen->fewest[own]);
        UNIT_INT (row->most, seen->most[own]);
        UNIT_INT (row->best_rank, seen->best[own]);
        UNIT_TRUE (row->worst_rank >= seen->worst[own]);
        if (i + 1 == output->area.n_rows)
            continue;
        guint next = output->rows[i + 1].box->contestant - 1;
        gint64 least = seen->least_margin[own][next];
        UNIT_INT (row->margin - row->swing, least);
        UNIT_INT (row->order == RECAP_ORDER_CERTAIN, least > 0);
        UNIT_INT (row->order == RECAP_ORDER_MAY_TIE, least == 0 && row->margin > 0);
        UNIT_INT (row->order == RECAP_ORDER_TIED, least == 0 && seen->least_margin[next][own] == 0);
    }
}

static void
test_against_all_cases (void)
{
    for (guint round = 0; round < 150; round++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapFindings) findings = recap_findings_new ();
        g_autoptr (GString) table =
            g_string_new ("kontes,kode,sumber,s01,s02,s03,suara_sah,suara_total\n");
        const gint64 none[N_CONTESTANTS] = { 0 };
        Station stations[N_STATIONS];
        Output output = { .remarks = g_string_new (NULL) };
        RecapEffectSummary summary;
        Seen seen;

        for (guint i = 0; i < N_CONTESTANTS; i++) {
            seen.fewest[i] = G_MAXINT32;
            seen.most[i] = 0;
            seen.best[i] = N_CONTESTANTS;
            seen.worst[i] = 1;
            for (guint k = 0; k < N_CONTESTANTS; k++)
                seen.least_margin[i][k] = G_MAXINT32;
        }
        for (guint i = 0; i < N_STATIONS; i++)
            make_station (&stations[i], i, table, findings);
        gboolean limited = stations[0].limit < G_MAXINT32 && stations[1].limit < G_MAXINT32;
        UNIT_TRUE (
            run (&output, table->str, (RecapEffectOptions){ 0 }, findings, &summary, &error));
        UNIT_NO_ERROR (&error);
        UNIT_INT (output.n_areas, 1);
        if (limited) {
            see_all (&seen, stations, 0, none);
            compare (&output, &seen);
        }
        g_string_free (output.remarks, TRUE);
    }
}

/* ---- one thing at a time ---- */

#define HEADER "kontes,kode,sumber,s01,s02,s03,suara_sah,pengguna_total_j,pemilih_dpt_j\n"
#define ONE "3907122001001"

/* Runs on one TPS and shows each row as 'NAME votes fewest-most order'. */
static char *
show (const char *table, RecapEffectOptions options, const char *first, ...)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    Output output = { .remarks = g_string_new (NULL) };
    RecapEffectSummary summary;
    GString *out = g_string_new (NULL);
    va_list lines;

    va_start (lines, first);
    for (const char *line = first; line != NULL; line = va_arg (lines, const char *))
        add_finding (findings, line);
    va_end (lines);
    UNIT_TRUE (run (&output, table, options, findings, &summary, &error));
    UNIT_NO_ERROR (&error);
    for (guint i = 0; i < output.area.n_rows; i++) {
        const RecapEffectRow *row = &output.rows[i];
        g_autofree char *most = row->most == RECAP_EFFECT_NO_LIMIT
                                    ? g_strdup ("?")
                                    : g_strdup_printf ("%" PRId64, row->most);
        g_string_append_printf (out, "%s %" PRId64 " %" PRId64 "-%s %s; ", row->box->name,
                                row->votes, row->fewest, most,
                                recap_effect_order_name (row->order));
    }
    g_string_append_printf (out, "%" PRIu64 "/%" PRIu64 "/%" PRIu64 "/%" PRIu64,
                            output.area.n_stations, output.area.n_absent, output.area.n_open,
                            output.area.n_unlimited);
    g_string_append (out, output.remarks->len > 0 ? " " : "");
    g_string_append (out, output.remarks->str);
    g_string_free (output.remarks, TRUE);
    return g_string_free (out, FALSE);
}

static void
test_what_opens_what (void)
{
    static const char sound[] = HEADER "ppwp," ONE ",plano,50,30,20,100,105,200\n";
    static const struct {
        const char *finding;
        const char *expected;
    } cases[] = {
        { "D01 " ONE " s02 30 34",
          "s01 50 50-50 pasti; s02 30 30-34 pasti; s03 20 20-20 ; 1/0/1/0" },
        /* Never more than voted. */
        { "D01 " ONE " s02 30 830",
          "s01 50 50-50 pasti; s02 30 30-35 pasti; s03 20 20-20 ; 1/0/1/0" },
        { "D01 " ONE " suara_sah 100 101",
          "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
        /* The form keeps the rule now. */
        { "R08 " ONE " suara_sah 100 99",
          "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
        { "D10 " ONE " - - -", "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
        { "R27 " ONE " - - -", "s01 50 0-105 dapat-berubah; s02 30 0-105 dapat-berubah; "
                               "s03 20 0-105 ; 1/0/1/0" },
        /* Codes of which nothing is known. */
        { "R99 " ONE " s02 30 31",
          "s01 50 50-50 pasti; s02 30 0-35 dapat-berubah; s03 20 20-20 ; 1/0/1/0" },
        { "R99 " ONE " suara_sah 100 101", "s01 50 0-105 dapat-berubah; s02 30 0-105 "
                                           "dapat-berubah; s03 20 0-105 ; 1/0/1/0" },
        { "R99 " ONE " pemilih_dpt_j 100 101",
          "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
        { "D04 " ONE " - - -",
          "s01 50 0-50 dapat-berubah; s02 30 0-30 dapat-berubah; s03 20 0-20 ; 1/0/1/0" },
        { "D03 " ONE " - - -", "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
        /* A TPS without a form and without a limit. */
        { "D03 3907122001002 - - -", "s01 50 50-? tidak-terbatas; s02 30 30-? tidak-terbatas; "
                                     "s03 20 20-? ; 2/1/1/1" },
        { "D01 3907122001002 s01 1 2",
          "s01 50 50-50 pasti; s02 30 30-30 pasti; s03 20 20-20 ; 1/0/0/0" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *shown = show (sound, (RecapEffectOptions){ 0 }, cases[i].finding, NULL);
        UNIT_STRING (shown, cases[i].expected);
    }
}

static void
test_what_limits (void)
{
    /* A broken form: as many as voted. */
    g_autofree char *broken =
        show (HEADER "ppwp," ONE ",plano,50,30,20,101,105,200\n", (RecapEffectOptions){ 0 },
              "R08 " ONE " suara_sah 101 100", NULL);
    UNIT_STRING (broken, "s01 50 0-105 dapat-berubah; s02 30 0-105 dapat-berubah; s03 20 0-105 ; "
                         "1/0/1/0");
    /* Blanks: what V.A leaves, 7 in the first TPS and nothing in the second. */
    g_autofree char *blank = show (HEADER "ppwp," ONE ",plano,50,,,57,105,200\n"
                                          "ppwp,3907122001002,plano,5,6,,11,11,20\n",
                                   (RecapEffectOptions){ 0 }, NULL);
    UNIT_STRING (blank, "s01 55 55-55 pasti; s02 6 6-13 dapat-berubah; s03 0 0-7 ; 2/0/1/0");
    /* An empty form: as many as there were ballots, or nobody knows. */
    g_autofree char *listed =
        show (HEADER "ppwp," ONE ",plano,,,,,,200\n", (RecapEffectOptions){ 0 }, NULL);
    UNIT_STRING (listed, "s01 0 0-204 dapat-berubah; s02 0 0-204 dapat-berubah; s03 0 0-204 ; "
                         "1/0/1/0");
    g_autofree char *empty =
        show (HEADER "ppwp," ONE ",plano,,,,,,\n", (RecapEffectOptions){ 0 }, NULL);
    UNIT_STRING (empty, "s01 0 0-? tidak-terbatas; s02 0 0-? tidak-terbatas; s03 0 0-? ; 1/0/1/1");
}

static void
add_decision (RecapDecisions *list, const char *isian, RecapCell before, RecapCell after)
{
    const RecapDecision decision = { .kontes = "ppwp",
                                     .kode = ONE,
                                     .isian = isian,
                                     .semula = before,
                                     .menjadi = after,
                                     .dasar = "plano",
                                     .alasan = "",
                                     .kejadian_khusus = "",
                                     .disetujui = "",
                                     .waktu = "",
                                     .file = "d.csv",
                                     .line = 2 };
    recap_decisions_add (list, &decision);
}

static void
test_what_is_decided (void)
{
    static const char table[] = HEADER "ppwp," ONE ",plano,50,30,,100,105,200\n"
                                       "ppwp,3907122001002,plano,5,6,7,18,18,20\n";
    g_autoptr (RecapDecisions) decisions = recap_decisions_new ();
    g_autoptr (RecapDecisions) stale = recap_decisions_new ();
    g_autoptr (RecapDecisions) whole = recap_decisions_new ();

    /* One on a table before it, one on a table after it, a blank that was filled. */
    add_decision (decisions, "s01", 50, 51);
    add_decision (decisions, "s02", 37, 30);
    add_decision (decisions, "s03", RECAP_CELL_BLANK, 19);
    RecapEffectOptions options = { .decisions = decisions };
    g_autofree char *shown = show (table, options, "D01 " ONE " s01 50 60", "D01 " ONE " s02 37 40",
                                   "D01 " ONE " s02 30 40", NULL);
    UNIT_STRING (shown, "s01 56 56-56 pasti; s02 36 36-36 pasti; s03 26 26-26 ; 2/0/0/0");

    add_decision (stale, "s01", 49, 51);
    options.decisions = stale;
    g_autofree char *open = show (table, options, "D01 " ONE " s01 50 60", NULL);
    UNIT_STRING (open, "s01 55 55-65 pasti; s02 36 36-36 pasti; s03 7 7-27 ; 2/0/1/0 decision on "
                       "ppwp 3907122001001 s01 closes nothing: the table has neither its semula "
                       "nor its menjadi\n");

    /* There is no such TPS, as was decided. */
    add_decision (whole, "", RECAP_CELL_BLANK, RECAP_CELL_BLANK);
    options.decisions = whole;
    g_autofree char *none = show (HEADER "ppwp,3907122001002,plano,5,6,7,18,18,20\n", options,
                                  "D04 " ONE " - - -", NULL);
    UNIT_STRING (none, "s03 7 7-7 pasti; s02 6 6-6 pasti; s01 5 5-5 ; 1/0/0/0");

    /* A note of one finding about a form closes no other. */
    g_autofree char *noted = show (table, options, "R29 " ONE " - - -", NULL);
    g_autofree char *other = show (table, options, "R29 " ONE " - - -", "R27 " ONE " - - -", NULL);
    UNIT_STRING (noted, "s01 55 55-55 pasti; s02 36 36-36 pasti; s03 7 7-27 ; 2/0/1/0");
    UNIT_STRING (other, "s01 55 5-110 dapat-berubah; s02 36 6-111 dapat-berubah; s03 7 7-112 ; "
                        "2/0/1/0");
}

static void
test_who_should_be_there (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) stations = recap_register_new ("register.csv");
    const char *codes[] = { ONE, "3907122001002", "3907122002001" };
    RecapEffectOptions options = { .stations = stations };

    for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
        RecapStation station = { codes[i], "C", "M", "T", "R", "001", 10, i < 2 ? 20 : -1, i + 2 };
        recap_register_add (stations, &station);
    }
    UNIT_TRUE (recap_register_sort (stations, &error));
    g_autofree char *shown = show (HEADER "ppwp," ONE ",plano,5,6,7,18,18,20\n", options,
                                   "D04 3907122001009 - - -", NULL);
    /* 31 ballots at 002; nobody knows how many at 3907122002001; 009 should not be. */
    UNIT_STRING (shown, "s03 7 7-? tidak-terbatas; s02 6 6-? tidak-terbatas; s01 5 5-? ; 3/2/2/1");
    options.level = RECAP_LEVEL_DESA;
    g_autofree char *last = show (HEADER "ppwp," ONE ",plano,5,6,7,18,18,20\n", options, NULL);
    UNIT_STRING (last, "s01 0 0-? tidak-terbatas; s02 0 0-? tidak-terbatas; s03 0 0-? ; 1/1/1/1");
}

static void
test_who_gains (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    Output output = { .remarks = g_string_new (NULL) };
    RecapEffectSummary summary;

    add_finding (findings, "D01 " ONE " s01 5 2");
    add_finding (findings, "D01 " ONE " s03 7 10");
    add_finding (findings, "D01 " ONE " s03 7 10"); /* in two lists */
    add_finding (findings, "D01 " ONE " suara_sah 18 19");
    add_finding (findings, "D01 3907122001002 s01 5 9");
    UNIT_TRUE (run (&output,
                    HEADER "ppwp," ONE ",plano,5,6,7,18,18,20\n"
                           "ppwp,3907122001002,plano,5,6,7,18,18,20\n",
                    (RecapEffectOptions){ 0 }, findings, &summary, &error));
    UNIT_INT (output.area.n_biases, 2);
    UNIT_STRING (output.biases[0].box->name, "s01");
    UNIT_INT (output.biases[0].n_up, 1);
    UNIT_INT (output.biases[0].up, 4);
    UNIT_INT (output.biases[0].n_down, 1);
    UNIT_INT (output.biases[0].down, 3);
    UNIT_STRING (output.biases[1].box->name, "s03");
    UNIT_INT (output.biases[1].up, 3);
    g_string_free (output.remarks, TRUE);
}

static void
refuse (const char *table, RecapEffectOptions options, RecapErrorCode code, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    Output output = { .remarks = g_string_new (NULL) };
    RecapEffectSummary summary;

    UNIT_FALSE (run (&output, table, options, findings, &summary, &error));
    UNIT_ERROR (&error, code, message);
    g_string_free (output.remarks, TRUE);
}

static void
test_refusals (void)
{
    const RecapEffectOptions none = { 0 };
    const RecapEffectOptions by_desa = { .level = RECAP_LEVEL_DESA };

    refuse ("kontes,kode,sumber,suara_sah\nppwp," ONE ",plano,1\n", none, RECAP_ERROR_SCHEMA,
            "the tables have no votes of 'ppwp'");
    refuse ("kontes,kode,sumber,p01,p02_j\npdpr," ONE ",plano,1,2\n", none, RECAP_ERROR_SCHEMA,
            "the tables have 'p01', but not the total of this party");
    refuse ("kontes,kode,sumber,s01\nppwp,3907122001,plano,1\n", none, RECAP_ERROR_SCHEMA,
            "'3907122001' is not the code of a TPS");
    refuse ("kontes,kode,sumber,s01\nppwp,99.AA.01.0001,plano,1\n", by_desa, RECAP_ERROR_SCHEMA,
            "code '99.AA.01.0001' has no desa");
    refuse ("kontes,kode,sumber,s01\nppwp," ONE ",plano,1\nppwp," ONE ",sirekap,1\n", none,
            RECAP_ERROR_SCHEMA, "code '" ONE "' has a second source here; the first is at a.csv:2");
    refuse ("kontes,kode,sumber,s01\nppwp," ONE ",plano,999999999999\nppwp,3907122001002,plano,1\n",
            none, RECAP_ERROR_LIMIT, "a sum of '0' exceeds 999999999999");
}

/* ---- districts ---- */

static void
test_seats_of_candidates (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDistricts) districts = recap_districts_new ("dapil.csv");
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    const RecapDistrictPart part = { "pdpr", "3901", "CONTOH I", "39", 3, 2 };
    const guint passed[] = { 1, 2, 0 };
    Output output = { .remarks = g_string_new (NULL) };
    RecapEffectSummary summary;

    UNIT_TRUE (recap_districts_add (districts, &part, &error));
    UNIT_TRUE (recap_districts_finish (districts, &error));
    RecapEffectOptions options = { .level = RECAP_LEVEL_TPS, .districts = districts };
    options.passed = passed;
    /* p03 would have a seat, but it is below the threshold. */
    UNIT_TRUE (run (&output,
                    "kontes,kode,sumber,p01,p01_01,p01_02,p01_j,p02,p02_01,p02_j,p03_j,suara_sah\n"
                    "pdpr," ONE ",plano,10,20,30,60,5,15,20,25,105\n",
                    options, findings, &summary, &error));
    UNIT_NO_ERROR (&error);
    UNIT_STRING (output.area.jenjang, "dapil");
    UNIT_INT (output.area.n_rows, 6);
    static const struct {
        const char *name;
        guint seats, worst, best;
        gboolean tied;
    } expected[] = {
        /* 60, then 60/3 and 20/1 for two seats: both are served. */
        { "p01_j", 2, 2, 2, FALSE }, { "p01_02", 1, 1, 1, FALSE }, { "p01_01", 1, 1, 1, FALSE },
        { "p03_j", 0, 0, 0, FALSE }, { "p02_j", 1, 1, 1, FALSE },  { "p02_01", 1, 1, 1, FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        UNIT_STRING (output.rows[i].box->name, expected[i].name);
        UNIT_INT (output.rows[i].seats, expected[i].seats);
        UNIT_INT (output.rows[i].seats_worst, expected[i].worst);
        UNIT_INT (output.rows[i].seats_best, expected[i].best);
        UNIT_INT (output.rows[i].tied, expected[i].tied);
    }
    UNIT_INT (summary.n_uncertain, 0);
    g_string_free (output.remarks, TRUE);
}

enum { N_PARTIES = 3, N_CANDIDATES = 2, N_OPEN = N_PARTIES + N_CANDIDATES, RANGE = 3 };

/* The seats of each party and candidate in one case, the lot for and against it. */
static void
see_seats (const gint64 *votes, guint n_seats, guint *worst, guint *best)
{
    RecapSeatParty parties[N_PARTIES] = { 0 };

    for (guint i = 0; i < N_PARTIES; i++)
        parties[i].votes = (guint64)votes[i];
    recap_seats_allocate (parties, N_PARTIES, n_seats);
    for (guint i = 0; i < N_PARTIES; i++) {
        worst[i] = MIN (worst[i], parties[i].seats);
        best[i] = MAX (best[i], parties[i].seats + (parties[i].tied ? 1 : 0));
    }
    for (guint i = N_PARTIES; i < N_OPEN; i++) {
        guint other = i == N_PARTIES ? N_PARTIES + 1 : N_PARTIES;
        guint most = parties[0].seats + (parties[0].tied ? 1 : 0);
        worst[i] = MIN (worst[i], (votes[other] >= votes[i] ? 1U : 0U) < parties[0].seats);
        best[i] = MAX (best[i], (votes[other] > votes[i] ? 1U : 0U) < most);
    }
}

/* Every case that differences between two numbers leave for three parties and the two candidates of
 * the first. */
static void
test_seats_against_all_cases (void)
{
    static const char *const names[N_OPEN] = { "p01_j", "p02_j", "p03_j", "p01_01", "p01_02" };

    for (guint round = 0; round < 80; round++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapDistricts) districts = recap_districts_new ("dapil.csv");
        g_autoptr (RecapFindings) findings = recap_findings_new ();
        g_autoptr (GString) table = g_string_new ("kontes,kode,sumber,p01_j,p02_j,p03_j,p01_01,"
                                                  "p01_02,suara_total\npdprdk," ONE ",plano");
        const RecapDistrictPart part = { "pdprdk", "1", "", "39", 1 + round % 5, 2 };
        gint64 low[N_OPEN], votes[N_OPEN], cases = 1;
        guint worst[N_OPEN], best[N_OPEN] = { 0 };
        Output output = { .remarks = g_string_new (NULL) };
        RecapEffectSummary summary;

        for (guint i = 0; i < N_OPEN; i++) {
            gint64 now = chance (12);
            low[i] = MAX (now - RANGE + 1, 0);
            worst[i] = G_MAXUINT;
            cases *= now - low[i] + 1;
            votes[i] = now - low[i] + 1; /* how many numbers it can be */
            g_string_append_printf (table, ",%" PRId64, now);
            g_autofree char *line =
                g_strdup_printf ("D01 " ONE " %s %" PRId64 " %" PRId64, names[i], now, low[i]);
            add_finding_of (findings, "pdprdk", line);
        }
        g_string_append (table, ",900\n");
        for (gint64 all = 0; all < cases; all++) {
            gint64 rest = all, sums[N_OPEN];
            for (guint i = 0; i < N_OPEN; i++) {
                sums[i] = low[i] + rest % votes[i];
                rest /= votes[i];
            }
            see_seats (sums, part.seats, worst, best);
        }
        UNIT_TRUE (recap_districts_add (districts, &part, &error));
        RecapEffectOptions options = { .level = RECAP_LEVEL_TPS, .districts = districts };
        UNIT_TRUE (run (&output, table->str, options, findings, &summary, &error));
        UNIT_INT (output.area.n_rows, N_OPEN);
        for (guint i = 0; i < output.area.n_rows; i++)
            for (guint k = 0; k < N_OPEN; k++) {
                if (strcmp (output.rows[i].box->name, names[k]) != 0)
                    continue;
                /* For parties the range is exact; for candidates it is a bound. */
                UNIT_TRUE (output.rows[i].seats_worst <= worst[k]);
                UNIT_TRUE (output.rows[i].seats_best >= best[k]);
                UNIT_TRUE (k >= N_PARTIES || output.rows[i].seats_worst == worst[k]);
                UNIT_TRUE (k >= N_PARTIES || output.rows[i].seats_best == best[k]);
            }
        g_string_free (output.remarks, TRUE);
    }
}

UNIT_MAIN ("effect", { "limits are those of all cases", test_against_all_cases },
           { "what opens what", test_what_opens_what }, { "what limits", test_what_limits },
           { "what is decided is not open", test_what_is_decided },
           { "who should be there", test_who_should_be_there }, { "who gains", test_who_gains },
           { "what is refused", test_refusals },
           { "seats of parties and candidates", test_seats_of_candidates },
           { "seats are those of all cases", test_seats_against_all_cases },
           { "what was loaded is freed", free_all })
