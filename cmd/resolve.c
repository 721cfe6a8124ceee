#include "config.h"

#include "cli.h"

#include <inttypes.h>

typedef struct {
    Cli cli;
    char **arg_decisions;
    char **arg_findings;
    char *arg_log;
    char *arg_rules;
    char *arg_keep;
    char *arg_refused;
    char *arg_undecided;
    char *arg_verify;
    gboolean arg_two_names;
} Options;

/* What is read besides the table. */
typedef struct {
    RecapContests *contests;
    RecapRules *rules;
    RecapFindings *findings; /* NULL: none were given */
    RecapDecisions *decisions;
    RecapDecisions *refused; /* those that were refused before there was a table */
    GPtrArray *refusals;     /* GError: why; and what is wrong in sheets */
} Papers;

static void
papers_clear (Papers *self)
{
    g_clear_pointer (&self->contests, recap_contests_free);
    g_clear_pointer (&self->rules, recap_rules_free);
    g_clear_pointer (&self->findings, recap_findings_free);
    g_clear_pointer (&self->decisions, recap_decisions_free);
    g_clear_pointer (&self->refused, recap_decisions_free);
    g_clear_pointer (&self->refusals, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Papers, papers_clear)

/* Without -F nobody says what was found. */
static gboolean
load_findings (const Options *options, Papers *papers, GError **error)
{
    if (options->arg_findings == NULL)
        return TRUE;
    papers->findings = recap_findings_new ();
    for (char **path = options->arg_findings; *path != NULL; path++)
        if (!recap_findings_load (papers->findings, *path, error))
            return FALSE;
    recap_findings_sort (papers->findings);
    return TRUE;
}

/* Reads the decisions of all lists and sheets, in the order in which they were given. */
static gboolean
load_decisions (const Options *options, Papers *papers, GError **error)
{
    papers->decisions = recap_decisions_new ();
    papers->refused = recap_decisions_new ();
    papers->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    for (char **path = options->arg_decisions; *path != NULL; path++)
        if (!recap_decisions_read (papers->decisions, *path, papers->refusals, error))
            return FALSE;
    if (options->arg_two_names)
        recap_decisions_require_names (papers->decisions, 2, papers->refused, papers->refusals);
    return TRUE;
}

static gboolean
load_papers (const Options *options, Papers *papers, GError **error)
{
    papers->contests = cli_load_contests (error);
    if (papers->contests == NULL)
        return FALSE;
    papers->rules = recap_rules_load (options->arg_rules, error);
    return papers->rules != NULL &&
           recap_rules_check_contests (papers->rules, papers->contests, error) &&
           load_decisions (options, papers, error) && load_findings (options, papers, error);
}

static void
report_undecided (Options *options, const RecapFindings *undecided)
{
    for (guint i = 0; i < recap_findings_get_n (undecided); i++) {
        const RecapFinding *finding = recap_findings_get (undecided, i);
        gboolean whole = finding->isian.size == 0;
        cli_note_always (&options->cli, _ ("undecided: %s %s %s%s%s: %s"), finding->aturan.bytes,
                         finding->kontes.bytes, finding->kode.bytes, whole ? "" : " ",
                         finding->isian.bytes, finding->keterangan.bytes);
    }
}

/* Returns: how many records and rows there are in @refusals; several things can be wrong with one.
 */
static guint64
report_refusals (Options *options, const GPtrArray *refusals)
{
    RecapOrigin before = { NULL, 0, 0 };
    guint64 n = 0;

    for (guint i = 0; i < refusals->len; i++) {
        const GError *error = refusals->pdata[i];
        const RecapOrigin *origin = recap_error_get_origin (error);
        cli_warn (&options->cli, error);
        n += origin->line != before.line || g_strcmp0 (origin->file, before.file) != 0;
        before = *origin;
    }
    return n;
}

static CliStatus
report (Options *options, const Papers *papers, const RecapFinal *final)
{
    guint64 n_refused =
        report_refusals (options, papers->refusals) + report_refusals (options, final->refusals);

    report_undecided (options, final->undecided);
    cli_note (&options->cli,
              _ ("forms %" PRIu64 ", decisions applied %" PRIu64 ", refused %" PRIu64
                 ", findings undecided %" PRIu64),
              final->summary.n_forms, final->summary.n_applied, n_refused,
              final->summary.n_undecided);
    return n_refused + final->summary.n_undecided > 0 ? CLI_FINDINGS : CLI_DONE;
}

/* The findings that go on to the kabupaten or kota, as a list of findings. */
static gboolean
write_undecided (Options *options, const Papers *papers, const RecapFinal *final, GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (spool, RECAP_FORMAT_CSV, papers->contests);

    for (guint i = 0; i < recap_findings_get_n (final->undecided); i++)
        recap_finding_writer_add (writer, recap_findings_get (final->undecided, i));
    recap_finding_writer_finish (writer);
    return cli_write (&options->cli, spool, options->arg_undecided, error);
}

static gboolean
append_log (Options *options, const RecapFinal *final, GError **error)
{
    RecapDecisionLogState state;

    if (!recap_decision_log_append (final->lines, options->arg_log, &state, error))
        return FALSE;
    cli_note (&options->cli,
              _ ("%s: lines added %" PRIu64 ", known already %" PRIu64 ", SHA-256 of the last %s"),
              options->arg_log, state.n_added, state.n_known, state.last);
    return TRUE;
}

/* Writes two lists as one to @path (NULL: nowhere). */
static gboolean
write_decisions (Options *options, const RecapDecisions *first, const RecapDecisions *second,
                 const char *path, GError **error)
{
    const RecapDecisions *const lists[] = { first, second };
    g_autoptr (RecapDecisions) all = recap_decisions_new ();
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);

    if (path == NULL)
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < recap_decisions_get_n (lists[i]); j++)
            recap_decisions_add (all, recap_decisions_get (lists[i], j));
    recap_decisions_write_header (csv);
    for (guint i = 0; i < recap_decisions_get_n (all); i++)
        recap_decisions_write (csv, recap_decisions_get (all, i));
    return cli_write (&options->cli, spool, path, error);
}

/* The log comes first: a table is never changed without a word about it. What the table had already
 * was decided before what this run applied. */
static gboolean
write_answers (Options *options, const Papers *papers, const RecapFinal *final, GError **error)
{
    return (options->arg_log == NULL || append_log (options, final, error)) &&
           write_decisions (options, final->held, final->applied, options->arg_keep, error) &&
           write_decisions (options, papers->refused, final->refused, options->arg_refused,
                            error) &&
           (options->arg_undecided == NULL || write_undecided (options, papers, final, error)) &&
           cli_write (&options->cli, final->table, options->cli.arg_output, error);
}

static CliStatus
resolve (Options *options, const char *const *paths, GError **error)
{
    g_auto (Papers) papers = { 0 };
    g_autoptr (RecapTables) tables = load_papers (options, &papers, error)
                                         ? recap_tables_open (papers.contests, paths, error)
                                         : NULL;
    if (tables == NULL)
        return CLI_TROUBLE;
    recap_tables_set_progress (tables, cli_progress, &options->cli);

    g_autoptr (RecapFinal) final =
        recap_final_make (tables, papers.decisions, papers.findings, papers.rules, error);
    if (final == NULL || !write_answers (options, &papers, final, error))
        return CLI_TROUBLE;
    return report (options, &papers, final);
}

/* Follows the chain of a log. One that does not hold is what was asked for, not trouble. */
static CliStatus
verify (Options *options, GError **error)
{
    RecapDecisionLogState state;
    g_autoptr (RecapSpool) spool = recap_spool_new ();

    if (!recap_decision_log_verify (options->arg_verify, &state, error)) {
        if (!g_error_matches (*error, RECAP_ERROR, RECAP_ERROR_SCHEMA))
            return CLI_TROUBLE;
        cli_fail (&options->cli, *error);
        g_clear_error (error);
        return CLI_FINDINGS;
    }
    g_autofree char *line =
        g_strdup_printf (_ ("%s: the chain holds, lines %" PRIu64 ", SHA-256 of the last %s\n"),
                         options->arg_verify, state.n_lines, state.last);
    recap_spool_puts (spool, line);
    return cli_write (&options->cli, spool, options->cli.arg_output, error) ? CLI_DONE
                                                                            : CLI_TROUBLE;
}

/* Whether anything is given that is for decisions. */
static gboolean
has_work (const Options *options)
{
    return options->arg_decisions != NULL || options->arg_findings != NULL ||
           options->arg_keep != NULL || options->arg_log != NULL || options->arg_rules != NULL ||
           options->arg_refused != NULL || options->arg_two_names || options->arg_undecided != NULL;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "decisions", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_decisions,
          N_ ("apply the decisions in FILE, a list or a workbook that was filled in; can be "
              "repeated"),
          N_ ("FILE") },
        { "findings", 'F', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_findings,
          N_ ("say which findings in FILE are not decided yet; can be repeated"), N_ ("FILE") },
        { "keep", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_keep,
          N_ ("write the decisions that were applied as one list to FILE"), N_ ("FILE") },
        { "log", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_log,
          N_ ("append what was changed, semula and menjadi, to FILE"), N_ ("FILE") },
        { "refused", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_refused,
          N_ ("write the decisions that were refused as one list to FILE"), N_ ("FILE") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        { "two-names", 0, 0, G_OPTION_ARG_NONE, &options->arg_two_names,
          N_ ("refuse decisions to which fewer than two persons agreed"), NULL },
        { "undecided", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_undecided,
          N_ ("write the findings that are not decided yet to FILE"), N_ ("FILE") },
        { "verify-log", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_verify,
          N_ ("only say whether the log FILE is as it was written"), N_ ("FILE") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE]"),
                    N_ ("Applies decisions and gives the final table"), ret_status))
        return FALSE;
    if (options->arg_verify != NULL && (*argc > 1 || has_work (options))) {
        *ret_status =
            cli_usage (&options->cli, "%s", _ ("--verify-log goes with -o only and no table"));
        return FALSE;
    }
    if (options->arg_verify == NULL && options->arg_decisions == NULL) {
        *ret_status = cli_usage (&options->cli, "%s", _ ("--decisions FILE is required"));
        return FALSE;
    }
    return TRUE;
}

int
recap_resolve_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-resolve", out, err,
                                         .reads = "decisions findings rules verify-log",
                                         .writes = "keep log refused undecided") };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = options.arg_verify != NULL
                     ? verify (&options, &error)
                     : resolve (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_strfreev (options.arg_decisions);
    g_strfreev (options.arg_findings);
    g_free (options.arg_keep);
    g_free (options.arg_log);
    g_free (options.arg_refused);
    g_free (options.arg_rules);
    g_free (options.arg_undecided);
    g_free (options.arg_verify);
    cli_clear (&options.cli);
    return status;
}
