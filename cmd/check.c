#include "config.h"

#include "cli.h"

typedef struct {
    Cli cli;
    char *arg_register;
    char *arg_rules;
    char *arg_format;
    gboolean arg_list;
    gboolean arg_all;
    RecapFormat format;
} Options;

/* Names the rules that are switched off, here and in the text for people: silence about them would
 * look like a clean form. */
static void
note_inactive (Options *options, const RecapRules *rules, RecapFindingWriter *writer)
{
    g_autoptr (GArray) gaps = recap_rules_list_gaps (rules);

    for (guint i = 0; i < gaps->len; i++) {
        const RecapRuleGap *gap = &g_array_index (gaps, RecapRuleGap, i);
        g_autoptr (GString) where = g_string_new (NULL);
        if (*gap->kontes != '\0')
            g_string_append_printf (where, " kontes=%s", gap->kontes);
        if (*gap->wilayah != '\0')
            g_string_append_printf (where, " wilayah=%s", gap->wilayah);
        cli_note (&options->cli, _ ("rule %s%s is switched off: %s"), gap->rule->code, where->str,
                  gap->rule->label);
        g_autofree char *note = g_strdup_printf ("Aturan %s%s dimatikan: %s", gap->rule->code,
                                                 where->str, gap->rule->label);
        recap_finding_writer_note (writer, note);
    }
}

static CliStatus
list (Options *options, const RecapRules *rules, GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_rules_list (rules, options->format, spool);
    return cli_write (&options->cli, spool, options->cli.arg_output, error) ? CLI_DONE
                                                                            : CLI_TROUBLE;
}

static CliStatus
check (Options *options, const RecapRules *rules, const char *const *paths, GError **error)
{
    RecapCheckSummary summary;
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
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (spool, options->format, contests);
    const RecapCheckOptions what = { rules, stations, options->arg_all };
    if (!recap_check_run (tables, &what, cli_add_finding, cli_reset_findings, writer, &summary,
                          error))
        return CLI_TROUBLE;
    recap_finding_writer_finish (writer);
    note_inactive (options, rules, writer);
    if (!cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (summary.n_forms == 0)
        return cli_no_form (&options->cli, stations != NULL);
    if (options->cli.arg_verbose)
        cli_note (&options->cli,
                  _ ("%" PRIu64 " forms checked, %" PRIu64 " of them without any number"),
                  summary.n_forms, summary.n_empty);
    return recap_finding_count_is_serious (recap_finding_writer_get_count (writer)) ? CLI_FINDINGS
                                                                                    : CLI_DONE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("the TPS that must exist are in FILE"), N_ ("FILE") },
        { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_rules,
          N_ ("change severities, limits and texts of rules as FILE says"), N_ ("FILE") },
        { "all", 0, 0, G_OPTION_ARG_NONE, &options->arg_all,
          N_ ("also say what was checked and holds"), NULL },
        { "list", 0, 0, G_OPTION_ARG_NONE, &options->arg_list,
          N_ ("list the rules instead of checking"), NULL },
        { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_format,
          N_ ("write csv (default), text for people, or json"), N_ ("FORMAT") },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                    N_ ("Checks every form against the rules of the form"), ret_status))
        return FALSE;
    options->format = options->arg_list ? RECAP_FORMAT_TEXT : RECAP_FORMAT_CSV;
    return cli_parse_format (&options->cli, options->arg_format, RECAP_FORMAT_JSON,
                             &options->format, ret_status);
}

int
recap_check_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-check", out, err, .reads = "register rules") };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        g_autoptr (RecapRules) rules = recap_rules_load (options.arg_rules, &error);
        if (rules != NULL)
            status = options.arg_list
                         ? list (&options, rules, &error)
                         : check (&options, rules, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    g_free (options.arg_register);
    g_free (options.arg_rules);
    g_free (options.arg_format);
    cli_clear (&options.cli);
    return status;
}
