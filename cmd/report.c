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
    char **arg_inputs;
    char *arg_verify;
    gboolean arg_with_csv;
    gboolean arg_pdf;
    char *arg_register;
    char *arg_reload;
    gint64 reload;  /* seconds; 0: never */
    gint64 created; /* seconds since 1970-01-01 UTC; 0: not given */
} Options;

/* What is read. */
typedef struct {
    RecapTables *tables;
    RecapTable *table;
    RecapMeeting *meeting;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapRules *rules;
    RecapCandidates *candidates; /* NULL: none are given */
    RecapInputFiles *inputs;     /* NULL: nothing will list them */
    RecapInputFile *noted;       /* the last of them; NULL: none */
    RecapRegister *stations;
} Papers;

static void
papers_clear (Papers *self)
{
    g_clear_pointer (&self->table, recap_table_free);
    g_clear_pointer (&self->tables, recap_tables_free);
    g_clear_pointer (&self->meeting, recap_meeting_free);
    g_clear_pointer (&self->findings, recap_findings_free);
    g_clear_pointer (&self->decisions, recap_decisions_free);
    g_clear_pointer (&self->rules, recap_rules_free);
    g_clear_pointer (&self->candidates, recap_candidates_free);
    g_clear_pointer (&self->inputs, recap_input_files_free);
    g_clear_pointer (&self->stations, recap_register_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Papers, papers_clear)

/* Notes a file that is about to be read. A folder in the place of a file is left to who refuses it,
 * not gone through. */
static gboolean
note_input (Papers *papers, RecapInputRole role, const char *path, GError **error)
{
    static const guint folders =
        1 << RECAP_INPUT_CANDIDATES | 1 << RECAP_INPUT_REGISTER | 1 << RECAP_INPUT_ORIGINAL;

    papers->noted = NULL;
    if (papers->inputs == NULL ||
        (!(folders & 1 << role) && g_file_test (path, G_FILE_TEST_IS_DIR)))
        return TRUE;
    papers->noted = recap_input_files_add (papers->inputs, role, path, error);
    return papers->noted != NULL;
}

/* Notes how many records were read of it. */
static void
note_records (Papers *papers, gint64 n_records)
{
    if (papers->noted != NULL)
        papers->noted->n_records = n_records;
}

/* Reads the table, or for a page all of them. */
static gboolean
load_table (const RecapContests *contests, const char *const *paths, Papers *papers, GError **error)
{
    const char *path = paths[0] != NULL ? paths[0] : "-";

    if (!note_input (papers, RECAP_INPUT_TABLE, path, error))
        return FALSE;
    papers->tables = recap_tables_open (contests, paths, error);
    papers->table = papers->tables != NULL ? recap_tables_load (papers->tables, error) : NULL;
    if (papers->table == NULL)
        return FALSE;
    note_records (papers, recap_table_get_n (papers->table));
    return TRUE;
}

static gboolean
load_findings (const Options *options, Papers *papers, GError **error)
{
    for (char **path = options->arg_findings; path != NULL && *path != NULL; path++) {
        if (papers->findings == NULL)
            papers->findings = recap_findings_new ();
        gint64 before = recap_findings_get_n (papers->findings);
        if (!note_input (papers, RECAP_INPUT_FINDINGS, *path, error) ||
            !recap_findings_load (papers->findings, *path, error))
            return FALSE;
        note_records (papers, recap_findings_get_n (papers->findings) - before);
    }
    if (papers->findings != NULL)
        recap_findings_sort (papers->findings);
    return TRUE;
}

static gboolean
load_decisions (const Options *options, Papers *papers, GError **error)
{
    const char *path = options->arg_decisions;

    if (path == NULL)
        return TRUE;
    if (!note_input (papers, RECAP_INPUT_DECISIONS, path, error) ||
        (papers->decisions = recap_decisions_load (path, error)) == NULL)
        return FALSE;
    note_records (papers, recap_decisions_get_n (papers->decisions));
    return TRUE;
}

static gboolean
load_register (const Options *options, Papers *papers, GError **error)
{
    const char *path = options->arg_register;

    if (path == NULL)
        return TRUE;
    if (!note_input (papers, RECAP_INPUT_REGISTER, path, error) ||
        (papers->stations = recap_register_load (path, error)) == NULL)
        return FALSE;
    note_records (papers, recap_register_get_n (papers->stations));
    return TRUE;
}

static gboolean
load_papers (const Options *options, Papers *papers, GError **error)
{
    const char *meeting = options->arg_meeting;
    const char *rules = options->arg_rules;

    if (meeting != NULL && (!note_input (papers, RECAP_INPUT_MEETING, meeting, error) ||
                            (papers->meeting = recap_meeting_load (meeting, error)) == NULL))
        return FALSE;
    if (!load_findings (options, papers, error) || !load_decisions (options, papers, error) ||
        (rules != NULL && !note_input (papers, RECAP_INPUT_RULES, rules, error)) ||
        (papers->rules = recap_rules_load (rules, error)) == NULL)
        return FALSE;
    for (char **path = options->arg_inputs; path != NULL && *path != NULL; path++)
        if (!note_input (papers, RECAP_INPUT_ORIGINAL, *path, error))
            return FALSE;
    return load_register (options, papers, error);
}

/* Reads the lists of candidates of the contest that is printed. */
static gboolean
load_candidates (const Options *options, const RecapContests *contests, Papers *papers,
                 GError **error)
{
    const RecapContest *contest = NULL;

    if (options->arg_contest != NULL)
        contest = recap_contests_find (contests, recap_text (options->arg_contest));
    else if (recap_table_get_n (papers->table) > 0)
        contest = recap_table_get (papers->table, 0)->contest;
    if (options->arg_candidates == NULL || contest == NULL) /* the table has nothing of it */
        return TRUE;
    for (char **path = options->arg_candidates; *path != NULL; path++)
        if (!note_input (papers, RECAP_INPUT_CANDIDATES, *path, error))
            return FALSE;
    papers->candidates =
        recap_candidates_load (contest, (const char *const *)options->arg_candidates, error);
    return papers->candidates != NULL;
}

/* Says what differs between the workbook and what would be written now. */
static CliStatus
verify (Options *options, const RecapMinutesInput *input, GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    RecapVerifySummary summary;

    if (!recap_verify_run (input, options->arg_verify, spool, &summary, error) ||
        !cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    cli_note (&options->cli,
              _ ("%s: sheets %u, cells %" PRIu64 ", differences %" PRIu64 ", filled in %" PRIu64
                 ", sheets not compared in full %u"),
              options->arg_verify, summary.n_sheets, summary.n_cells, summary.n_differences,
              summary.n_filled, summary.n_unchecked);
    cli_note (&options->cli, "%s",
              summary.is_fingerprint ? _ ("the fingerprint is that of the table")
                                     : _ ("the fingerprint is not that of the table"));
    return summary.n_differences > 0 || summary.n_unchecked > 0 ? CLI_FINDINGS : CLI_DONE;
}

/* 'NAME' of the output 'NAME.xlsx', with @end behind it; owned by the caller. */
static char *
beside (const Options *options, const char *end)
{
    const char *output = options->cli.arg_output;
    const char *dot = strrchr (output, '.');
    return g_strdup_printf ("%.*s%s", (int)(dot - output), output, end);
}

/* Writes the table, its sums and the findings beside the workbook. */
static gboolean
write_csv (Options *options, const RecapMinutesInput *input, GError **error)
{
    g_autofree char *table_path = beside (options, ".csv");
    g_autofree char *sums_path = beside (options, "-jumlah.csv");
    g_autofree char *findings_path = beside (options, "-selisih.csv");
    g_autoptr (RecapSpool) table = recap_spool_new ();
    g_autoptr (RecapSpool) sums = recap_spool_new ();
    g_autoptr (RecapSpool) findings = recap_spool_new ();

    if (!recap_minutes_write_table (input, table, error) ||
        !cli_write (&options->cli, table, table_path, error) ||
        !recap_minutes_write_sums (input, table_path, sums, error) ||
        !cli_write (&options->cli, sums, sums_path, error))
        return FALSE;
    return input->findings == NULL || (recap_minutes_write_findings (input, findings, error) &&
                                       cli_write (&options->cli, findings, findings_path, error));
}

/* Notes what is written besides the output. */
static gboolean
note_outputs (Options *options, CliStatus *ret_status)
{
    const struct {
        gboolean is_written;
        const char *label;
        const char *end;
    } outputs[] = {
        { options->arg_with_csv, "--with-csv", ".csv" },
        { options->arg_with_csv, "--with-csv", "-jumlah.csv" },
        { options->arg_with_csv && options->arg_findings != NULL, "--with-csv", "-selisih.csv" },
        { options->arg_pdf, "--pdf", ".pdf" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (outputs); i++) {
        if (!outputs[i].is_written)
            continue;
        g_autofree char *path = beside (options, outputs[i].end);
        if (!cli_note_output (&options->cli, outputs[i].label, path, ret_status))
            return FALSE;
    }
    return TRUE;
}

static gboolean
write_pdf (Options *options, GError **error)
{
    g_autofree char *path = beside (options, ".pdf");
    return cli_write_pdf (&options->cli, options->cli.arg_output, path, error);
}

/* Whether a page for the projector is written: it has no annex of sources. */
static gboolean
is_page (const Options *options)
{
    const char *output = options->cli.arg_output;
    return options->arg_verify == NULL && output != NULL && recap_report_takes_sources (output);
}

static CliStatus
report (Options *options, const char *const *paths, GError **error)
{
    g_auto (Papers) papers = { .inputs = is_page (options) ? NULL : recap_input_files_new () };
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    if (contests == NULL || !load_table (contests, paths, &papers, error) ||
        !load_papers (options, &papers, error) ||
        !load_candidates (options, contests, &papers, error) ||
        (papers.inputs != NULL && !recap_input_files_check (papers.inputs, error)))
        return CLI_TROUBLE;

    const RecapMinutesInput input = {
        .table = papers.table,
        .contest = options->arg_contest,
        .source = options->arg_source,
        .candidates = papers.candidates,
        .region = options->arg_region,
        .meeting = papers.meeting,
        .findings = papers.findings,
        .decisions = papers.decisions,
        .rules = papers.rules,
        .inputs = papers.inputs,
        .stations = papers.stations,
        .reload = (guint)options->reload,
        .created = options->created,
    };
    if (options->arg_verify != NULL)
        return verify (options, &input, error);

    RecapMinutesSummary summary;
    if (!recap_report_write (&input, options->cli.arg_output, &summary, error))
        return CLI_TROUBLE;
    if (summary.n_sheets == 0)
        cli_note (&options->cli, _ ("%s: %u TPS in %u desa, %" PRIu64 " incomplete cells"),
                  options->cli.arg_output, summary.n_tps, summary.n_desa, summary.n_incomplete);
    else if (summary.parts == NULL)
        cli_note (&options->cli,
                  _ ("%s: %u sheets, %u TPS in %u desa, %" PRIu64 " incomplete cells"),
                  options->cli.arg_output, summary.n_sheets, summary.n_tps, summary.n_desa,
                  summary.n_incomplete);
    else
        cli_note (&options->cli,
                  _ ("%s: %u sheets, sums of %u %s, %" PRIu64 " incomplete cells or TPS"),
                  options->cli.arg_output, summary.n_sheets, summary.n_desa, summary.parts,
                  summary.n_incomplete);
    if ((options->arg_with_csv && !write_csv (options, &input, error)) ||
        (options->arg_pdf && !write_pdf (options, error)))
        return CLI_TROUBLE;
    return summary.n_incomplete > 0 ? CLI_FINDINGS : CLI_DONE;
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
parse_options (Options *options, int *argc, char ***argv, CliStatus *ret_status)
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
        { "input", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_inputs,
          N_ ("list FILE, from which the table was made, among the sources; can be repeated"),
          N_ ("FILE") },
        { "verify", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_verify,
          N_ ("write nothing; say what in MINUTES.xlsx is not what the table says"),
          N_ ("MINUTES.xlsx") },
        { "with-csv", 0, 0, G_OPTION_ARG_NONE, &options->arg_with_csv,
          N_ ("write the table, its sums and the findings as CSV beside the output"), NULL },
        { "pdf", 0, 0, G_OPTION_ARG_NONE, &options->arg_pdf,
          N_ ("have LibreOffice print the workbook to a PDF file beside it"), NULL },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("for .html: the list of TPS that must exist"), N_ ("REGISTER") },
        { "reload", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_reload,
          N_ ("for .html: have the page load itself again every SECONDS"), N_ ("SECONDS") },
        G_OPTION_ENTRY_NULL,
    };
    return cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                      N_ ("Prints the minutes of a plenary as a workbook, or as a page"),
                      ret_status);
}

/* Returns: what is wrong with the options together, untranslated; NULL: nothing. */
static const char *
find_contradiction (const Options *options)
{
    gboolean writes = options->arg_verify == NULL;
    gboolean page = is_page (options);
    const struct {
        gboolean is_found;
        const char *text;
    } contradictions[] = {
        { !writes && (options->arg_with_csv || options->arg_pdf),
          N_ ("--verify writes no minutes, nor CSV nor PDF") },
        { writes && options->cli.arg_output == NULL,
          N_ ("no output; give -o FILE.xlsx or FILE.html") },
        { page && options->arg_pdf, N_ ("--pdf prints a workbook: give -o FILE.xlsx") },
        { page && options->arg_inputs != NULL,
          N_ ("--input is for a workbook: give -o FILE.xlsx") },
        { !page && options->arg_reload != NULL, N_ ("--reload is for a page: give -o FILE.html") },
    };

    for (guint i = 0; i < G_N_ELEMENTS (contradictions); i++)
        if (contradictions[i].is_found)
            return contradictions[i].text;
    return NULL;
}

/* Returns: FALSE with *@ret_status when options are given that do not go together. */
static gboolean
check_options (Options *options, int argc, char **argv, CliStatus *ret_status)
{
    const char *output = options->cli.arg_output;
    gboolean writes = options->arg_verify == NULL;
    const char *contradiction = find_contradiction (options);

    if (contradiction != NULL)
        *ret_status = cli_usage (&options->cli, "%s", _ (contradiction));
    else if (writes && !recap_report_is_supported (output))
        *ret_status =
            cli_usage (&options->cli,
                       _ ("the name of the output must end in .xlsx or .html, not '%s'"), output);
    else if (argc > 2 && !is_page (options))
        *ret_status = cli_usage (&options->cli, _ ("one table only; '%s' is too many"), argv[2]);
    else
        return TRUE;
    return FALSE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    return parse_options (options, argc, argv, ret_status) &&
           check_options (options, *argc, *argv, ret_status) &&
           note_outputs (options, ret_status) && read_reload (options, ret_status) &&
           cli_read_epoch (&options->cli, &options->created, ret_status);
}

int
recap_report_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = {
        .cli = CLI_INIT ("recap-report", out, err,
                         .reads =
                             "meeting findings decisions candidates rules input verify register")
    };
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
    g_strfreev (options.arg_inputs);
    g_free (options.arg_verify);
    g_free (options.arg_register);
    g_free (options.arg_reload);
    cli_clear (&options.cli);
    return status;
}
