#include "config.h"

#include "cli.h"

enum { REMARKS_MAX = 20, PASSED_MAX = 100 };

typedef struct {
    Cli cli;
    char **arg_findings;
    char *arg_decisions;
    char *arg_register;
    char *arg_rules;
    char *arg_by;
    char *arg_seats;
    char *arg_passed;
    char *arg_format;
    gboolean arg_bias;
    RecapFormat format;
    RecapLevel level;
    guint passed[PASSED_MAX + 1]; /* ends in 0 */
} Options;

/* What was loaded, and where the answer goes. */
typedef struct {
    RecapContests *contests;
    RecapRules *rules;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapRegister *stations;
    RecapDistricts *districts;
    RecapTables *tables;
    RecapSpool *spool;
    RecapEffectWriter *writer;
    GPtrArray *remarks; /* GError */
} Work;

static void
work_clear (Work *work)
{
    recap_effect_writer_free (work->writer);
    recap_spool_free (work->spool);
    recap_tables_free (work->tables);
    recap_districts_free (work->districts);
    recap_register_free (work->stations);
    recap_decisions_free (work->decisions);
    recap_findings_free (work->findings);
    recap_rules_free (work->rules);
    recap_contests_free (work->contests);
    g_clear_pointer (&work->remarks, g_ptr_array_unref);
}

static void
take_area (const RecapEffectArea *area, gpointer data)
{
    Work *work = data;
    recap_effect_writer_add (work->writer, area);
}

static void
take_remark (const GError *error, gpointer data)
{
    Work *work = data;
    g_ptr_array_add (work->remarks, g_error_copy (error));
}

static void
reset (gpointer data)
{
    Work *work = data;
    recap_effect_writer_reset (work->writer);
    g_ptr_array_set_size (work->remarks, 0);
}

static gboolean
load (Options *options, const char *const *paths, Work *work, GError **error)
{
    work->contests = cli_load_contests (error);
    work->rules = work->contests != NULL ? recap_rules_load (options->arg_rules, error) : NULL;
    if (work->rules == NULL || !recap_rules_check_contests (work->rules, work->contests, error))
        return FALSE;
    work->findings = recap_findings_new ();
    for (guint i = 0; options->arg_findings != NULL && options->arg_findings[i] != NULL; i++)
        if (!recap_findings_load (work->findings, options->arg_findings[i], error))
            return FALSE;
    recap_findings_sort (work->findings);
    if (options->arg_decisions != NULL &&
        (work->decisions = recap_decisions_load (options->arg_decisions, error)) == NULL)
        return FALSE;
    if (options->arg_register != NULL &&
        (work->stations = recap_register_load (options->arg_register, error)) == NULL)
        return FALSE;
    if (options->arg_seats != NULL && (work->districts = recap_districts_load (
                                           options->arg_seats, work->contests, error)) == NULL)
        return FALSE;
    work->tables = cli_open_tables (&options->cli, work->contests, paths, error);
    return work->tables != NULL;
}

static CliStatus
report (Options *options, const Work *work, const RecapEffectSummary *summary)
{
    for (guint i = 0; i < work->remarks->len; i++)
        cli_warn (&options->cli, work->remarks->pdata[i]);
    if (summary->n_remarks > work->remarks->len)
        cli_warn_more (&options->cli, summary->n_remarks - work->remarks->len);
    if (summary->n_elsewhere > 0)
        cli_note (&options->cli, _ ("findings about forms that the tables do not have: %" PRIu64),
                  summary->n_elsewhere);
    if (options->cli.arg_verbose)
        cli_note (&options->cli,
                  _ ("%" PRIu64 " TPS in %" PRIu64 " areas, %" PRIu64 " of them not certain"),
                  summary->n_stations, summary->n_areas, summary->n_uncertain);
    return summary->n_uncertain + summary->n_stale + summary->n_outside + summary->n_threshold > 0
               ? CLI_FINDINGS
               : CLI_DONE;
}

static CliStatus
effect (Options *options, const char *const *paths, Work *work, GError **error)
{
    RecapEffectSummary summary;

    if (!load (options, paths, work, error))
        return CLI_TROUBLE;
    work->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    work->spool = recap_spool_new ();
    work->writer = recap_effect_writer_new (work->spool, options->format, options->arg_bias);

    const RecapEffectOptions effect_options = {
        .findings = work->findings,
        .decisions = work->decisions,
        .rules = work->rules,
        .stations = work->stations,
        .level = options->level,
        .districts = work->districts,
        .passed = options->arg_passed != NULL ? options->passed : NULL,
    };
    const RecapEffectSink sink = { take_area, take_remark, REMARKS_MAX, reset, work };
    if (!recap_effect_run (work->tables, &effect_options, &sink, &summary, error) ||
        !cli_write (&options->cli, work->spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (summary.n_stations == 0)
        return cli_no_form (&options->cli, work->stations != NULL);
    return report (options, work, &summary);
}

/* Reads '1,2,14', the ballot numbers of parties. */
static gboolean
parse_passed (Options *options, CliStatus *ret_status)
{
    g_auto (GStrv) words = g_strsplit (options->arg_passed, ",", -1);
    guint n = 0;

    for (; words[n] != NULL; n++) {
        gint64 number;
        if (n == PASSED_MAX || !recap_count_parse (recap_text (words[n]), &number) || number == 0 ||
            number > G_MAXINT) {
            *ret_status =
                cli_usage (&options->cli, _ ("--passed is a list of ballot numbers, not '%s'"),
                           options->arg_passed);
            return FALSE;
        }
        options->passed[n] = (guint)number;
    }
    return TRUE;
}

static gboolean
parse_values (Options *options, CliStatus *ret_status)
{
    /* Who asks for seats alone wants districts; else the whole of what the tables have. */
    options->level = options->arg_seats != NULL ? RECAP_LEVEL_TPS : RECAP_LEVEL_NASIONAL;
    if (options->arg_by != NULL && (!recap_level_parse (options->arg_by, &options->level) ||
                                    options->level <= RECAP_LEVEL_TPS)) {
        *ret_status = cli_usage (&options->cli, _ ("unknown level '%s'"), options->arg_by);
        return FALSE;
    }
    if (options->arg_passed != NULL && !parse_passed (options, ret_status))
        return FALSE;
    options->format = RECAP_FORMAT_CSV;
    return cli_parse_format (&options->cli, options->arg_format, RECAP_FORMAT_JSON,
                             &options->format, ret_status);
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "findings", 'F', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_findings,
          N_ ("the findings in FILE are open; can be repeated"), N_ ("FILE") },
        { "decisions", 'd', 0, G_OPTION_ARG_FILENAME, &options->arg_decisions,
          N_ ("what the decisions in FILE settle is not open"), N_ ("FILE") },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("the TPS that must exist are in FILE"), N_ ("FILE") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        { "by", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_by,
          N_ ("ranks by desa, kecamatan, kabko, provinsi or nasional"), N_ ("LEVEL") },
        { "seats", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_seats,
          N_ ("seats of the electoral districts in FILE"), N_ ("FILE") },
        { "passed", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_passed,
          N_ ("only these parties are above the threshold"), N_ ("LIST") },
        { "bias", 0, 0, G_OPTION_ARG_NONE, &options->arg_bias,
          N_ ("write who gains from the differences, not the ranks"), NULL },
        { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_format,
          N_ ("write csv (default), text for people, or json"), N_ ("FORMAT") },
        G_OPTION_ENTRY_NULL,
    };
    return cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                      N_ ("Tells what the open differences can still change"), ret_status) &&
           parse_values (options, ret_status);
}

int
recap_effect_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-effect", out, err,
                                         .reads = "findings decisions register rules seats") };
    Work work = { 0 };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = effect (&options, (const char *const *)argv + 1, &work, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    work_clear (&work);
    g_strfreev (options.arg_findings);
    g_free (options.arg_decisions);
    g_free (options.arg_register);
    g_free (options.arg_rules);
    g_free (options.arg_by);
    g_free (options.arg_seats);
    g_free (options.arg_passed);
    g_free (options.arg_format);
    cli_clear (&options.cli);
    return status;
}
