#include "config.h"

#include "cli.h"

#include <inttypes.h>

typedef struct {
    Cli cli;
    char *arg_decisions;
    char **arg_findings;
    char *arg_log;
    char *arg_rules;
} Options;

static RecapFindings *
load_findings (const Options *options, GError **error)
{
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    for (guint i = 0; options->arg_findings != NULL && options->arg_findings[i] != NULL; i++)
        if (!recap_findings_load (findings, options->arg_findings[i], error))
            return NULL;
    recap_findings_sort (findings);
    return g_steal_pointer (&findings);
}

static CliStatus
report (Options *options, const RecapFinal *final)
{
    for (guint i = 0; i < final->refusals->len; i++)
        cli_warn (&options->cli, final->refusals->pdata[i]);
    for (guint i = 0; i < recap_findings_get_n (final->undecided); i++) {
        const RecapFinding *finding = recap_findings_get (final->undecided, i);
        gboolean whole = finding->isian.size == 0;
        cli_note_always (&options->cli, _ ("undecided: %s %s %s%s%s: %s"), finding->aturan.bytes,
                         finding->kontes.bytes, finding->kode.bytes, whole ? "" : " ",
                         finding->isian.bytes, finding->keterangan.bytes);
    }
    cli_note (&options->cli,
              _ ("forms %" PRIu64 ", decisions applied %" PRIu64 ", refused %" PRIu64
                 ", findings undecided %" PRIu64),
              final->summary.n_forms, final->summary.n_applied, final->summary.n_refused,
              final->summary.n_undecided);
    return final->summary.n_refused + final->summary.n_undecided > 0 ? CLI_FINDINGS : CLI_DONE;
}

static CliStatus
resolve (Options *options, const char *const *paths, GError **error)
{
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapRules) rules =
        contests != NULL ? recap_rules_load (options->arg_rules, error) : NULL;
    g_autoptr (RecapDecisions) decisions =
        rules != NULL && recap_rules_check_contests (rules, contests, error)
            ? recap_decisions_load (options->arg_decisions, error)
            : NULL;
    g_autoptr (RecapFindings) findings = decisions != NULL ? load_findings (options, error) : NULL;
    g_autoptr (RecapTables) tables =
        findings != NULL ? recap_tables_open (contests, paths, error) : NULL;
    if (tables == NULL)
        return CLI_TROUBLE;
    recap_tables_set_progress (tables, cli_progress, &options->cli);

    g_autoptr (RecapFinal) final = recap_final_make (tables, decisions, findings, rules, error);
    if (final == NULL ||
        (options->arg_log != NULL &&
         !cli_write (&options->cli, final->log, options->arg_log, error)) ||
        !cli_write (&options->cli, final->table, options->cli.arg_output, error))
        return CLI_TROUBLE;
    return report (options, final);
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "decisions", 'd', 0, G_OPTION_ARG_FILENAME, &options->arg_decisions,
          N_ ("apply the decisions in FILE"), N_ ("FILE") },
        { "findings", 'F', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_findings,
          N_ ("say which findings in FILE are not decided yet; can be repeated"), N_ ("FILE") },
        { "log", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_log,
          N_ ("write what was changed, semula and menjadi, to FILE"), N_ ("FILE") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE]"),
                    N_ ("Applies decisions and gives the final table"), ret_status))
        return FALSE;
    if (options->arg_decisions == NULL) {
        *ret_status = cli_usage (&options->cli, "%s", _ ("--decisions FILE is required"));
        return FALSE;
    }
    return TRUE;
}

int
recap_resolve_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-resolve", out, err) };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = resolve (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_free (options.arg_decisions);
    g_strfreev (options.arg_findings);
    g_free (options.arg_log);
    g_free (options.arg_rules);
    cli_clear (&options.cli);
    return status;
}
