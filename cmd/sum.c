#include "config.h"

#include "cli.h"

#include <inttypes.h>

enum { REMARKS_MAX = 20 };

typedef struct {
    Cli cli;
    char *arg_by;
    char *arg_register;
    char *arg_format;
    gboolean arg_counts;
    RecapFormat format;
    RecapLevel level;
} Options;

/* Prints what the sums lack. Never silent: a sum that is not complete must be known as such. */
static CliStatus
report (Options *options, const GPtrArray *remarks, const RecapSumSummary *summary)
{
    for (guint i = 0; i < remarks->len; i++)
        cli_warn (&options->cli, remarks->pdata[i]);
    if (summary->n_remarks > remarks->len)
        cli_warn_more (&options->cli, summary->n_remarks - remarks->len);
    return summary->n_missing + summary->n_incomplete + summary->n_absent > 0 ? CLI_FINDINGS
                                                                              : CLI_DONE;
}

static CliStatus
sum (Options *options, const char *const *paths, GError **error)
{
    g_autoptr (RecapRegister) stations = NULL;
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapTables) tables = cli_open_tables (&options->cli, contests, paths, error);
    if (tables == NULL)
        return CLI_TROUBLE;
    if (options->arg_register != NULL) {
        stations = recap_register_load (options->arg_register, error);
        if (stations == NULL)
            return CLI_TROUBLE;
    }

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    const RecapSumOptions sum_options = { options->level, stations };
    const RecapSumFile file = { options->format, options->arg_counts, REMARKS_MAX, remarks };
    RecapSumSummary summary;

    if (!recap_sum_write (tables, &sum_options, &file, spool, &summary, error) ||
        !cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (options->cli.arg_verbose)
        cli_note (&options->cli, _ ("%" PRIu64 " forms in %" PRIu64 " sums"), summary.n_forms,
                  summary.n_sums);
    if (summary.n_forms == 0)
        return cli_no_form (&options->cli, stations != NULL);
    return report (options, remarks, &summary);
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_by,
          N_ ("sum by desa, kecamatan, kabko, provinsi or nasional"), N_ ("LEVEL") },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("the TPS that must exist are in FILE"), N_ ("FILE") },
        { "counts", 0, 0, G_OPTION_ARG_NONE, &options->arg_counts,
          N_ ("add a column n_FIELD: how many TPS gave a number"), NULL },
        { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_format,
          N_ ("write csv (default) or text for people"), N_ ("FORMAT") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                    N_ ("Sums tables by region; the sums are a table again"), ret_status))
        return FALSE;
    if (options->arg_by == NULL) {
        *ret_status = cli_usage (&options->cli, "%s", _ ("--by LEVEL is required"));
        return FALSE;
    }
    if (!recap_level_parse (options->arg_by, &options->level) ||
        options->level <= RECAP_LEVEL_TPS) {
        *ret_status = cli_usage (&options->cli, _ ("unknown level '%s'"), options->arg_by);
        return FALSE;
    }
    options->format = RECAP_FORMAT_CSV;
    return cli_parse_format (&options->cli, options->arg_format, RECAP_FORMAT_TEXT,
                             &options->format, ret_status);
}

int
recap_sum_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-sum", out, err, .reads = "register") };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = sum (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_free (options.arg_by);
    g_free (options.arg_register);
    g_free (options.arg_format);
    cli_clear (&options.cli);
    return status;
}
