#include "config.h"

#include "cli.h"

typedef struct {
    Cli cli;
    char *arg_fields;
    char *arg_region;
    char *arg_precedence;
    char *arg_accuracy;
    char *arg_format;
    char *arg_toward;
    gboolean arg_history;
    gboolean arg_ignore_blank;
    RecapFormat format;
} Options;

static gboolean
write_accuracy (Options *options, RecapAccuracy *accuracy, RecapSpool *spool, GError **error)
{
    if (accuracy == NULL)
        return TRUE;
    recap_accuracy_finish (accuracy);
    return cli_write (&options->cli, spool, options->arg_accuracy, error);
}

/* Returns: the words of a list with commas between them, owned by the caller; NULL for none. */
static GStrv
split_list (const char *list)
{
    return list != NULL ? g_strsplit (list, ",", -1) : NULL;
}

static CliStatus
compare (Options *options, const char *const *paths, GError **error)
{
    g_auto (GStrv) fields = split_list (options->arg_fields);
    g_auto (GStrv) precedence = split_list (options->arg_precedence);
    g_autoptr (RecapSpool) accuracy_spool = recap_spool_new ();
    g_autoptr (RecapAccuracy) accuracy =
        options->arg_accuracy != NULL ? recap_accuracy_new (accuracy_spool) : NULL;
    const RecapDiffOptions diff_options = {
        .fields = (const char *const *)fields,
        .region = options->arg_region,
        .ignore_blank = options->arg_ignore_blank,
        .precedence = (const char *const *)precedence,
        .accuracy = accuracy,
    };
    RecapDiffSummary summary;
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapTables) tables = cli_open_tables (&options->cli, contests, paths, error);
    if (tables == NULL)
        return CLI_TROUBLE;

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (spool, options->format, contests);
    if (!recap_diff_run (tables, &diff_options, cli_add_finding, cli_reset_findings, writer,
                         &summary, error))
        return CLI_TROUBLE;
    recap_finding_writer_finish (writer);
    if (!write_accuracy (options, accuracy, accuracy_spool, error) ||
        !cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (options->cli.arg_verbose)
        cli_note (&options->cli,
                  _ ("%" PRIu64 " forms of the authority, %" PRIu64 " compared, %" PRIu64
                     " with differences"),
                  summary.n_authority, summary.n_compared, summary.n_differing);
    return recap_finding_count_is_serious (recap_finding_writer_get_count (writer)) ? CLI_FINDINGS
                                                                                    : CLI_DONE;
}

/* Returns: @paths and that of the plano behind them, in a list owned by the caller. */
static GPtrArray *
add_plano (const Options *options, const char *const *paths)
{
    GPtrArray *all = g_ptr_array_new ();
    for (guint i = 0; paths[i] != NULL; i++)
        g_ptr_array_add (all, (gpointer)paths[i]);
    if (options->arg_toward != NULL)
        g_ptr_array_add (all, options->arg_toward);
    g_ptr_array_add (all, NULL);
    return all;
}

/* What changed between times of one source. */
static CliStatus
follow (Options *options, const char *const *paths, GError **error)
{
    g_auto (GStrv) fields = split_list (options->arg_fields);
    const RecapHistoryOptions history_options = {
        .fields = (const char *const *)fields,
        .region = options->arg_region,
        .has_plano = options->arg_toward != NULL,
    };
    RecapHistorySummary summary;
    g_autoptr (GPtrArray) all = add_plano (options, paths);
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapTables) tables =
        cli_open_tables (&options->cli, contests, (const char *const *)all->pdata, error);
    if (tables == NULL)
        return CLI_TROUBLE;

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (spool, options->format, contests);
    if (!recap_history_run (tables, &history_options, cli_add_finding, cli_reset_findings, writer,
                            &summary, error))
        return CLI_TROUBLE;
    recap_finding_writer_finish (writer);
    if (!cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (options->cli.arg_verbose && options->arg_toward == NULL)
        cli_note (&options->cli, _ ("%" PRIu64 " forms, %" PRIu64 " changes of cells"),
                  summary.n_forms, summary.n_changes);
    else if (options->cli.arg_verbose)
        cli_note (&options->cli,
                  _ ("%" PRIu64 " forms, %" PRIu64 " changes of cells: %" PRIu64
                     " toward the plano, %" PRIu64 " away from it"),
                  summary.n_forms, summary.n_changes, summary.n_toward, summary.n_away);
    return CLI_DONE; /* a change is no fault */
}

/* Returns: FALSE with *@ret_status when options are given that do not go together. */
static gboolean
check_history (Options *options, int argc, CliStatus *ret_status)
{
    if (options->arg_toward != NULL && !options->arg_history)
        *ret_status = cli_usage (&options->cli, "%s", _ ("--toward goes with --history"));
    else if (options->arg_history &&
             (options->arg_ignore_blank || options->arg_precedence != NULL ||
              options->arg_accuracy != NULL))
        *ret_status = cli_usage (&options->cli, "%s",
                                 _ ("--history goes with --fields, --region and --toward only"));
    else if (options->arg_history && argc < 2)
        *ret_status = cli_usage (&options->cli, "%s", _ ("no table is given"));
    else
        return TRUE;
    return FALSE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "fields", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_fields,
          N_ ("compare only these fields, separated by commas"), N_ ("LIST") },
        { "region", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_region,
          N_ ("compare only codes that begin with PREFIX"), N_ ("PREFIX") },
        { "ignore-blank", 0, 0, G_OPTION_ARG_NONE, &options->arg_ignore_blank,
          N_ ("a blank on one side is no difference"), NULL },
        { "precedence", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_precedence,
          N_ ("of the sources of a TPS the first of LIST is the authority"), N_ ("LIST") },
        { "accuracy", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_accuracy,
          N_ ("write to FILE how many cells and digits are right, by desa"), N_ ("FILE") },
        { "history", 0, 0, G_OPTION_ARG_NONE, &options->arg_history,
          N_ ("say what changed between times of one source, oldest table first"), NULL },
        { "toward", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_toward,
          N_ ("with --history: say whether it came nearer to PLANO"), N_ ("PLANO") },
        { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_format,
          N_ ("write csv (default), text for people, or json"), N_ ("FORMAT") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("A B [C...]"),
                    N_ ("Compares tables cell by cell; A is the authority, the plano"), ret_status))
        return FALSE;
    if (!check_history (options, *argc, ret_status))
        return FALSE;
    if (*argc < 3 && !options->arg_history) {
        *ret_status = cli_usage (&options->cli, "%s", _ ("two tables are needed to compare"));
        return FALSE;
    }
    options->format = RECAP_FORMAT_CSV;
    return cli_parse_format (&options->cli, options->arg_format, RECAP_FORMAT_JSON,
                             &options->format, ret_status);
}

int
recap_diff_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-diff", out, err, .reads = "toward",
                                         .writes = "accuracy") };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = (options.arg_history ? follow : compare) (&options, (const char *const *)argv + 1,
                                                           &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_free (options.arg_fields);
    g_free (options.arg_region);
    g_free (options.arg_precedence);
    g_free (options.arg_accuracy);
    g_free (options.arg_format);
    g_free (options.arg_toward);
    cli_clear (&options.cli);
    return status;
}
