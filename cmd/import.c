#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "cli.h"

typedef struct {
    Cli cli;
    char *arg_contest;
    char *arg_source;
    char *arg_format;
    char *arg_profile;
    char *arg_numbers;
    char *arg_register;
    char **arg_candidates;
    char *arg_rejects;
    char *arg_findings;
    char *arg_rules;
    char *arg_history;
    char *arg_sheet;
    char *arg_totals;
    gboolean arg_dry_run;
    gboolean arg_make_register;
    RecapImportFormat format;
    RecapNumbers numbers;
} Options;

static void
options_clear (Options *options)
{
    g_free (options->arg_contest);
    g_free (options->arg_source);
    g_free (options->arg_format);
    g_free (options->arg_profile);
    g_free (options->arg_numbers);
    g_free (options->arg_register);
    g_strfreev (options->arg_candidates);
    g_free (options->arg_rejects);
    g_free (options->arg_findings);
    g_free (options->arg_rules);
    g_free (options->arg_history);
    g_free (options->arg_sheet);
    g_free (options->arg_totals);
    cli_clear (&options->cli);
}

static void
report_rejects (Options *options, const RecapImport *import)
{
    guint64 n_all = 0;
    const GPtrArray *rejects = recap_import_get_rejects (import, &n_all);

    if (options->arg_rejects != NULL)
        return;
    for (guint i = 0; i < rejects->len; i++)
        cli_reject (&options->cli, g_ptr_array_index (rejects, i));
    if (n_all > rejects->len)
        cli_note (&options->cli,
                  _ ("%" PRIu64 " more; --rejects FILE writes all of them to a file"),
                  n_all - rejects->len);
}

/* What is not written to a file is told one by one: the table does not show it. */
static void
report_findings (Options *options, const RecapRules *rules, const RecapFindings *findings)
{
    for (guint i = 0; i < recap_rules_get_n (rules); i++) {
        const RecapRule *rule = recap_rules_get (rules, i);
        if (rule->kind == RECAP_RULE_WORDS && !rule->active)
            cli_note (&options->cli, _ ("rule %s is switched off: %s"), rule->code, rule->label);
    }
    for (guint i = 0; options->arg_findings == NULL && i < recap_findings_get_n (findings); i++)
        cli_finding (&options->cli, recap_findings_get (findings, i));
}

static void
report (Options *options, const RecapImport *import, const RecapRules *rules,
        const RecapFindings *findings)
{
    const RecapImportCount *count = recap_import_get_count (import);
    guint n_findings = recap_findings_get_n (findings);
    g_auto (GStrv) notes = recap_import_get_notes (import, options->cli.arg_verbose);

    report_rejects (options, import);
    report_findings (options, rules, findings);
    for (guint i = 0; notes[i] != NULL; i++)
        cli_note (&options->cli, "%s", notes[i]);
    g_autofree char *line = g_strdup_printf (
        _ ("read %" PRIu64 " = imported %" PRIu64 " + superseded %" PRIu64 " + rejected %" PRIu64),
        count->read, count->imported, count->superseded, count->rejected);
    if (n_findings == 0)
        cli_note (&options->cli, "%s", line);
    else
        cli_note (&options->cli, _ ("%s; figures and words that differ: %u"), line, n_findings);
}

static gboolean
write_findings (Options *options, const RecapContests *contests, const RecapFindings *findings,
                GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_findings_write (findings, RECAP_FORMAT_CSV, contests, spool);
    return cli_write (&options->cli, spool, options->arg_findings, error);
}

/* The answer: the table, or what was asked for instead of it. */
typedef struct {
    const Options *options;
    RecapImport *import;
} Answer;

static void
write_answer (RecapSpool *spool, gpointer data)
{
    const Answer *answer = data;

    if (answer->options->arg_dry_run)
        recap_import_write_summary (answer->import, spool);
    else if (answer->options->arg_make_register)
        recap_import_write_register (answer->import, spool);
    else
        recap_import_write (answer->import, spool);
}

/* Writes what there is to write; nothing but the rejects when no record was taken. */
static gboolean
write_results (Options *options, RecapImport *import, RecapSpool *rejects, GError **error)
{
    Answer answer = { options, import };

    if (options->arg_rejects != NULL &&
        !cli_write (&options->cli, rejects, options->arg_rejects, error))
        return FALSE;
    if (options->arg_history != NULL) {
        g_autoptr (RecapSpool) history = recap_spool_new ();
        recap_import_write_history (import, history);
        if (!cli_write (&options->cli, history, options->arg_history, error))
            return FALSE;
    }
    if (options->arg_totals != NULL) {
        g_autoptr (RecapSpool) totals = recap_spool_new ();
        recap_import_write_totals (import, totals);
        if (!cli_write (&options->cli, totals, options->arg_totals, error))
            return FALSE;
    }
    if (!options->arg_dry_run && recap_import_get_count (import)->imported == 0)
        return TRUE;
    return cli_write_answer (&options->cli, write_answer, &answer, options->cli.arg_output, error);
}

static CliStatus
conclude (const RecapImport *import, const RecapFindings *findings, GError **error)
{
    const RecapImportCount *count = recap_import_get_count (import);

    if (count->imported == 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL, _ ("nothing could be imported"));
        return CLI_TROUBLE;
    }
    return count->rejected > 0 || recap_findings_are_serious (findings) ? CLI_FINDINGS : CLI_DONE;
}

/* What the import looks things up in. */
typedef struct {
    RecapContests *contests;
    RecapProfiles *profiles;
    RecapRules *rules;
    const RecapContest *contest;
    const RecapProfile *profile; /* NULL: none is asked for */
    RecapRegister *stations;     /* NULL: none is given */
    RecapCandidates *candidates; /* NULL: none are given */
} Lists;

static void
lists_clear (Lists *lists)
{
    recap_contests_free (lists->contests);
    recap_profiles_free (lists->profiles);
    recap_rules_free (lists->rules);
    recap_register_free (lists->stations);
    recap_candidates_free (lists->candidates);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

/* Loads what the options name. The contest is known by now. */
static gboolean
load_options (const Options *options, Lists *lists, GError **error)
{
    const char *const *candidates = (const char *const *)options->arg_candidates;

    if ((lists->rules = recap_rules_load (options->arg_rules, error)) == NULL)
        return FALSE;
    if (options->arg_profile != NULL && (lists->profile = recap_profiles_find (
                                             lists->profiles, options->arg_profile, error)) == NULL)
        return FALSE;
    if (options->arg_register != NULL &&
        (lists->stations = recap_register_load_names (options->arg_register, error)) == NULL)
        return FALSE;
    return candidates == NULL ||
           (lists->candidates = recap_candidates_load (lists->contest, candidates, error)) != NULL;
}

/* All inputs are read: writes and tells. */
static CliStatus
finish (Options *options, RecapImport *import, const Lists *lists, RecapSpool *rejects,
        GError **error)
{
    g_autoptr (RecapFindings) findings = recap_findings_new ();

    recap_import_finish (import);
    recap_import_add_findings (import, lists->rules, findings);
    if (!write_results (options, import, rejects, error))
        return CLI_TROUBLE;
    if (options->arg_findings != NULL &&
        !write_findings (options, lists->contests, findings, error))
        return CLI_TROUBLE;
    report (options, import, lists->rules, findings);
    return conclude (import, findings, error);
}

static CliStatus
import_all (Options *options, const char *const *paths, GError **error)
{
    static const char *const standard_input[] = { "-", NULL };
    g_auto (Lists) lists = { .contests = cli_load_contests (error) };
    g_autoptr (RecapSpool) rejects = recap_spool_new ();

    if (lists.contests == NULL || (lists.profiles = cli_load_profiles (error)) == NULL)
        return CLI_TROUBLE;
    lists.contest = recap_contests_find (lists.contests, recap_text (options->arg_contest));
    if (lists.contest == NULL)
        return cli_usage (&options->cli, _ ("unknown contest '%s'"), options->arg_contest);
    if (!load_options (options, &lists, error))
        return CLI_TROUBLE;
    const RecapImportOptions import_options = {
        .contests = lists.contests,
        .contest = lists.contest,
        .source = options->arg_source,
        .format = options->format,
        .candidates = lists.candidates,
        .sheet = options->arg_sheet,
        .stations = lists.stations,
        .profile = lists.profile,
        .profiles = lists.profiles,
        .numbers = options->numbers,
        .totals = options->arg_totals != NULL,
        .progress = cli_progress,
        .progress_data = &options->cli,
        .rejects = options->arg_rejects != NULL ? rejects : NULL,
    };
    g_autoptr (RecapImport) import = recap_import_new (&import_options);
    for (paths = paths[0] != NULL ? paths : standard_input; *paths != NULL; paths++)
        if (!recap_import_read (import, *paths, error))
            return CLI_TROUBLE;
    return finish (options, import, &lists, rejects, error);
}

/* A label stands in every record and in file names of reports: no control characters. */
static gboolean
is_label (const char *text)
{
    if (text[0] == '\0' || !g_utf8_validate (text, -1, NULL))
        return FALSE;
    for (const char *p = text; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p))
            return FALSE;
    return TRUE;
}

/* Returns FALSE after saying what is wrong with the options. */
static gboolean
check_options (Options *options)
{
    options->format = RECAP_IMPORT_AUTO;
    if (options->arg_contest == NULL)
        cli_usage (&options->cli, "%s", _ ("a contest must be named with -c, for example -c ppwp"));
    else if (options->arg_source != NULL && !is_label (options->arg_source))
        cli_usage (&options->cli, _ ("'%s' cannot be the name of a source"), options->arg_source);
    else if (options->arg_format != NULL &&
             !recap_import_format_parse (options->arg_format, &options->format))
        cli_usage (&options->cli, _ ("unknown format '%s'"), options->arg_format);
    else if (options->arg_numbers != NULL &&
             !recap_numbers_parse (options->arg_numbers, &options->numbers))
        cli_usage (&options->cli, _ ("unknown number format '%s'"), options->arg_numbers);
    else
        return TRUE;
    return FALSE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "contest", 'c', 0, G_OPTION_ARG_FILENAME, &options->arg_contest,
          N_ ("the contest that the forms are of: ppwp"), N_ ("CONTEST") },
        { "source", 's', 0, G_OPTION_ARG_FILENAME, &options->arg_source,
          N_ ("whose numbers these are: plano, sirekap, salinan:<holder>, panwaslu"),
          N_ ("SOURCE") },
        { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options->arg_format,
          N_ ("take the inputs for sirekap, csv, xlsx or ods instead of looking at them"),
          N_ ("FORMAT") },
        { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &options->arg_profile,
          N_ ("read tables as this profile says, instead of looking for one"), N_ ("NAME|FILE") },
        { "number-format", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_numbers,
          N_ ("thousands are set apart as in 1.234 (id) or 1,234 (en)"), N_ ("LOCALE") },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("find TPS and the names of regions in this list of TPS"), N_ ("FILE") },
        { "candidates", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_candidates,
          N_ ("take the candidates of Sirekap's documents from this list of KPU; once for each"),
          N_ ("FILE") },
        { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rejects,
          N_ ("write everything that cannot be taken to FILE, as CSV"), N_ ("FILE") },
        { "findings", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_findings,
          N_ ("write the numbers whose figures and words differ to FILE, as findings"),
          N_ ("FILE") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        { "history", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_history,
          N_ ("write the snapshots that newer ones with other values superseded to FILE"),
          N_ ("FILE") },
        { "make-register", 0, 0, G_OPTION_ARG_NONE, &options->arg_make_register,
          N_ ("print a register of the TPS in the inputs instead of the table"), NULL },
        { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_sheet,
          N_ ("read only the sheet NAME of workbooks"), N_ ("NAME") },
        { "totals", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_totals,
          N_ ("write what Sirekap's tables say of their region itself to FILE"), N_ ("FILE") },
        { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->arg_dry_run,
          N_ ("print what would be imported from where, and no table"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[INPUT...]"),
                    N_ ("Makes a recap table of Sirekap documents, typed tables and workbooks"),
                    ret_status))
        return FALSE;
    if (!check_options (options)) {
        *ret_status = CLI_TROUBLE;
        return FALSE;
    }
    return TRUE;
}

int
recap_import_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-import", out, err,
                                         .reads = "profile register candidates rules",
                                         .writes = "rejects findings history totals") };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = import_all (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    options_clear (&options);
    return status;
}
