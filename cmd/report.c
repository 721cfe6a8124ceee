#include "config.h"

#include "cli.h"

#include <inttypes.h>

typedef struct {
    Cli cli;
    char *arg_meeting;
    char **arg_findings;
    char *arg_decisions;
    char *arg_contest;
    char *arg_source;
    char *arg_region;
    char *arg_register;
    char *arg_reload;
    gint64 reload;  /* seconds; 0: never */
    gint64 created; /* seconds since 1970-01-01 UTC; 0: not given */
} Options;

/* What is read besides the table. */
typedef struct {
    RecapMeeting *meeting;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapRegister *stations;
} Papers;

static void
papers_clear (Papers *self)
{
    g_clear_pointer (&self->meeting, recap_meeting_free);
    g_clear_pointer (&self->findings, recap_findings_free);
    g_clear_pointer (&self->decisions, recap_decisions_free);
    g_clear_pointer (&self->stations, recap_register_free);
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
    if (options->arg_register != NULL) {
        papers->stations = recap_register_load (options->arg_register, error);
        if (papers->stations == NULL)
            return FALSE;
    }
    return TRUE;
}

static CliStatus
report (Options *options, const char *const *paths, GError **error)
{
    g_auto (Papers) papers = { 0 };
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapTables) tables =
        contests != NULL ? recap_tables_open (contests, paths, error) : NULL;
    g_autoptr (RecapTable) table = tables != NULL ? recap_tables_load (tables, error) : NULL;
    if (table == NULL || !load_papers (options, &papers, error))
        return CLI_TROUBLE;

    const RecapMinutesInput input = {
        .table = table,
        .contest = options->arg_contest,
        .source = options->arg_source,
        .region = options->arg_region,
        .meeting = papers.meeting,
        .findings = papers.findings,
        .decisions = papers.decisions,
        .stations = papers.stations,
        .reload = (guint)options->reload,
        .created = options->created,
    };
    RecapMinutesSummary summary;
    if (!recap_report_write (&input, options->cli.arg_output, &summary, error))
        return CLI_TROUBLE;
    if (summary.n_sheets == 0)
        cli_note (&options->cli, _ ("%s: %u TPS in %u desa, %" PRIu64 " incomplete cells"),
                  options->cli.arg_output, summary.n_tps, summary.n_desa, summary.n_incomplete);
    else
        cli_note (&options->cli,
                  _ ("%s: %u sheets, %u TPS in %u desa, %" PRIu64 " incomplete cells"),
                  options->cli.arg_output, summary.n_sheets, summary.n_tps, summary.n_desa,
                  summary.n_incomplete);
    return summary.n_incomplete > 0 ? CLI_FINDINGS : CLI_DONE;
}

/* Reads the date that a packager or an archive gives to everything it makes. */
static gboolean
read_epoch (Options *options, CliStatus *ret_status)
{
    /* The last second of the year 9999. */
    const gint64 latest = G_GINT64_CONSTANT (253402300799);
    const char *text = g_getenv ("SOURCE_DATE_EPOCH");
    gint64 seconds = 0;

    if (text == NULL || *text == '\0')
        return TRUE;
    if (!recap_count_parse (recap_text (text), &seconds) || seconds < 1 || seconds > latest) {
        *ret_status = cli_usage (&options->cli,
                                 _ ("SOURCE_DATE_EPOCH is '%s', not a number of seconds"), text);
        return FALSE;
    }
    options->created = seconds;
    return TRUE;
}

static gboolean
read_reload (Options *options, CliStatus *ret_status)
{
    enum { DAY = 86400 };
    const char *text = options->arg_reload;

    if (text == NULL || (recap_count_parse (recap_text (text), &options->reload) &&
                         options->reload > 0 && options->reload <= DAY))
        return TRUE;
    *ret_status = cli_usage (&options->cli,
                             _ ("--reload is '%s', not a number of seconds from 1 to 86400"), text);
    return FALSE;
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
        { "source", 's', 0, G_OPTION_ARG_FILENAME, &options->arg_source,
          N_ ("take only forms of this source"), N_ ("SOURCE") },
        { "region", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_region,
          N_ ("take only codes that begin with PREFIX"), N_ ("PREFIX") },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("for .html: the list of TPS that must exist"), N_ ("REGISTER") },
        { "reload", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_reload,
          N_ ("for .html: have the page load itself again every SECONDS"), N_ ("SECONDS") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                    N_ ("Prints the minutes of the plenary of a kecamatan as a workbook"),
                    ret_status))
        return FALSE;
    if (options->cli.arg_output == NULL)
        *ret_status =
            cli_usage (&options->cli, "%s", _ ("no output; give -o FILE.xlsx or FILE.html"));
    else if (!recap_report_is_supported (options->cli.arg_output))
        *ret_status = cli_usage (&options->cli,
                                 _ ("the name of the output must end in .xlsx or .html, not '%s'"),
                                 options->cli.arg_output);
    else if (*argc > 2 && !recap_report_takes_sources (options->cli.arg_output))
        *ret_status = cli_usage (&options->cli, _ ("one table only; '%s' is too many"), (*argv)[2]);
    else
        return read_reload (options, ret_status) && read_epoch (options, ret_status);
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
    g_strfreev (options.arg_findings);
    g_free (options.arg_decisions);
    g_free (options.arg_contest);
    g_free (options.arg_source);
    g_free (options.arg_region);
    g_free (options.arg_register);
    g_free (options.arg_reload);
    cli_clear (&options.cli);
    return status;
}
