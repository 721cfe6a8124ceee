#include "config.h"

#include "cli.h"

#include <inttypes.h>

typedef struct {
    Cli cli;
    char *arg_meeting;
    char **arg_candidates;
    char **arg_findings;
    char *arg_decisions;
    char *arg_contest;
    char *arg_source;
    char *arg_region;
    char *arg_rules;
    gint64 created; /* seconds since 1970-01-01 UTC; 0: not given */
} Options;

/* What is read besides the table. */
typedef struct {
    RecapMeeting *meeting;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapRules *rules;
    RecapCandidates *candidates; /* NULL: none are given */
} Papers;

static void
papers_clear (Papers *self)
{
    g_clear_pointer (&self->meeting, recap_meeting_free);
    g_clear_pointer (&self->findings, recap_findings_free);
    g_clear_pointer (&self->decisions, recap_decisions_free);
    g_clear_pointer (&self->rules, recap_rules_free);
    g_clear_pointer (&self->candidates, recap_candidates_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Papers, papers_clear)

static gboolean
load_papers (const Options *options, Papers *papers, GError **error)
{
    if (options->arg_meeting != NULL) {
        papers->meeting = recap_meeting_load (options->arg_meeting, error);
        if (papers->meeting == NULL)
            return FALSE;
    }
    for (char **path = options->arg_findings; path != NULL && *path != NULL; path++) {
        if (papers->findings == NULL)
            papers->findings = recap_findings_new ();
        if (!recap_findings_load (papers->findings, *path, error))
            return FALSE;
    }
    if (papers->findings != NULL)
        recap_findings_sort (papers->findings);
    if (options->arg_decisions != NULL) {
        papers->decisions = recap_decisions_load (options->arg_decisions, error);
        if (papers->decisions == NULL)
            return FALSE;
    }
    papers->rules = recap_rules_load (options->arg_rules, error);
    return papers->rules != NULL;
}

/* Reads the lists of candidates of the contest that is printed. */
static gboolean
load_candidates (const Options *options, const RecapContests *contests, const RecapTable *table,
                 Papers *papers, GError **error)
{
    const RecapContest *contest = NULL;

    if (options->arg_contest != NULL)
        contest = recap_contests_find (contests, recap_text (options->arg_contest));
    else if (recap_table_get_n (table) > 0)
        contest = recap_table_get (table, 0)->contest;
    if (options->arg_candidates == NULL || contest == NULL) /* the table has nothing of it */
        return TRUE;
    papers->candidates =
        recap_candidates_load (contest, (const char *const *)options->arg_candidates, error);
    return papers->candidates != NULL;
}

static CliStatus
report (Options *options, const char *const *paths, GError **error)
{
    g_auto (Papers) papers = { 0 };
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapTables) tables =
        contests != NULL ? recap_tables_open (contests, paths, error) : NULL;
    g_autoptr (RecapTable) table = tables != NULL ? recap_tables_load (tables, error) : NULL;
    if (table == NULL || !load_papers (options, &papers, error) ||
        !load_candidates (options, contests, table, &papers, error))
        return CLI_TROUBLE;

    const RecapMinutesInput input = {
        .table = table,
        .contest = options->arg_contest,
        .source = options->arg_source,
        .candidates = papers.candidates,
        .region = options->arg_region,
        .meeting = papers.meeting,
        .findings = papers.findings,
        .decisions = papers.decisions,
        .rules = papers.rules,
        .created = options->created,
    };
    RecapMinutesSummary summary;
    if (!recap_report_write (&input, options->cli.arg_output, &summary, error))
        return CLI_TROUBLE;
    if (summary.parts == NULL)
        cli_note (&options->cli,
                  _ ("%s: %u sheets, %u TPS in %u desa, %" PRIu64 " incomplete cells"),
                  options->cli.arg_output, summary.n_sheets, summary.n_tps, summary.n_desa,
                  summary.n_incomplete);
    else
        cli_note (&options->cli,
                  _ ("%s: %u sheets, sums of %u %s, %" PRIu64 " incomplete cells or TPS"),
                  options->cli.arg_output, summary.n_sheets, summary.n_desa, summary.parts,
                  summary.n_incomplete);
    return summary.n_incomplete > 0 ? CLI_FINDINGS : CLI_DONE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "meeting", 'm', 0, G_OPTION_ARG_FILENAME, &options->arg_meeting,
          N_ ("read place, times and names from the meeting file"), N_ ("MEETING") },
        { "findings", 'F', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_findings,
          N_ ("print these findings; may be given several times"), N_ ("FINDINGS") },
        { "decisions", 'd', 0, G_OPTION_ARG_FILENAME, &options->arg_decisions,
          N_ ("print these corrections, applied by recap-resolve"), N_ ("DECISIONS") },
        { "contest", 'c', 0, G_OPTION_ARG_FILENAME, &options->arg_contest,
          N_ ("take only forms of this contest"), N_ ("CONTEST") },
        { "candidates", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_candidates,
          N_ ("print the names of this list of KPU; once for each"), N_ ("LIST") },
        { "source", 's', 0, G_OPTION_ARG_FILENAME, &options->arg_source,
          N_ ("take only forms of this source"), N_ ("SOURCE") },
        { "region", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_region,
          N_ ("take only codes that begin with PREFIX"), N_ ("PREFIX") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE]"),
                    N_ ("Prints the minutes of a plenary as a workbook"), ret_status))
        return FALSE;
    if (options->cli.arg_output == NULL)
        *ret_status = cli_usage (&options->cli, "%s", _ ("no output; give -o FILE.xlsx"));
    else if (!recap_report_is_supported (options->cli.arg_output))
        *ret_status =
            cli_usage (&options->cli, _ ("the name of the output must end in .xlsx, not '%s'"),
                       options->cli.arg_output);
    else if (*argc > 2)
        *ret_status = cli_usage (&options->cli, _ ("one table only; '%s' is too many"), (*argv)[2]);
    else
        return cli_read_epoch (&options->cli, &options->created, ret_status);
    return FALSE;
}

int
recap_report_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-report", out, err) };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = report (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_free (options.arg_meeting);
    g_strfreev (options.arg_candidates);
    g_strfreev (options.arg_findings);
    g_free (options.arg_decisions);
    g_free (options.arg_contest);
    g_free (options.arg_source);
    g_free (options.arg_region);
    g_free (options.arg_rules);
    cli_clear (&options.cli);
    return status;
}
