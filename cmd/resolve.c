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

/* Where the final table, its log and the refusals go. */
typedef struct {
    RecapSpool *table;
    RecapTableWriter *writer;
    RecapSpool *log;
    RecapCsvWriter *log_writer;
    GPtrArray *refusals;      /* GError */
    RecapFindings *undecided; /* copies */
} Output;

static const char *const log_columns[] = {
    "kontes",          "kode",      "provinsi", "kabko",
    "kecamatan",       "desa",      "tps",      "isian",
    "semula",          "menjadi",   "dasar",    "alasan",
    "kejadian_khusus", "disetujui", "waktu",    "asal",
    "asal_keputusan",
};

static void
take_form (const RecapForm *form, gpointer data)
{
    Output *output = data;
    recap_table_writer_add (output->writer, form);
}

/* One line of the log: semula and menjadi with who, why and where. */
static void
take_applied (const RecapDecision *decision, const RecapForm *form, gpointer data)
{
    Output *output = data;
    RecapCsvWriter *csv = output->log_writer;
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *asal = recap_form_origin (form);
    g_autofree char *place = recap_origin_format (&origin);

    recap_csv_writer_text (csv, form->keys[RECAP_KEY_KONTES]);
    recap_csv_writer_text (csv, form->keys[RECAP_KEY_KODE]);
    for (RecapKey key = RECAP_KEY_PROVINSI; key <= RECAP_KEY_TPS; key++)
        recap_csv_writer_text (csv, form->keys[key]);
    recap_csv_writer_string (csv, decision->isian);
    recap_csv_writer_cell (csv, decision->semula);
    recap_csv_writer_cell (csv, decision->menjadi);
    recap_csv_writer_string (csv, decision->dasar);
    recap_csv_writer_string (csv, decision->alasan);
    recap_csv_writer_string (csv, decision->kejadian_khusus);
    recap_csv_writer_string (csv, decision->disetujui);
    recap_csv_writer_string (csv, decision->waktu);
    recap_csv_writer_string (csv, asal);
    recap_csv_writer_string (csv, place);
    recap_csv_writer_end (csv);
}

static void
take_refused (const RecapDecision *decision, const GError *error, gpointer data)
{
    Output *output = data;
    (void)decision;
    g_ptr_array_add (output->refusals, g_error_copy (error));
}

static void
take_undecided (const RecapFinding *finding, gpointer data)
{
    Output *output = data;
    recap_findings_add (output->undecided, finding);
}

static void
reset (gpointer data)
{
    Output *output = data;
    recap_spool_clear (output->table);
    recap_table_writer_header (output->writer);
    recap_spool_clear (output->log);
    for (guint i = 0; i < G_N_ELEMENTS (log_columns); i++)
        recap_csv_writer_string (output->log_writer, log_columns[i]);
    recap_csv_writer_end (output->log_writer);
    g_ptr_array_set_size (output->refusals, 0);
    g_clear_pointer (&output->undecided, recap_findings_free);
    output->undecided = recap_findings_new ();
}

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
report (Options *options, const Output *output, const RecapResolveSummary *summary)
{
    for (guint i = 0; i < output->refusals->len; i++)
        cli_warn (&options->cli, output->refusals->pdata[i]);
    for (guint i = 0; i < recap_findings_get_n (output->undecided); i++) {
        const RecapFinding *finding = recap_findings_get (output->undecided, i);
        gboolean whole = finding->isian.size == 0;
        cli_note_always (&options->cli, _ ("undecided: %s %s %s%s%s: %s"), finding->aturan.bytes,
                         finding->kontes.bytes, finding->kode.bytes, whole ? "" : " ",
                         finding->isian.bytes, finding->keterangan.bytes);
    }
    cli_note (&options->cli,
              _ ("forms %" PRIu64 ", decisions applied %" PRIu64 ", refused %" PRIu64
                 ", findings undecided %" PRIu64),
              summary->n_forms, summary->n_applied, summary->n_refused, summary->n_undecided);
    return summary->n_refused + summary->n_undecided > 0 ? CLI_FINDINGS : CLI_DONE;
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

    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    for (guint i = 0; i < recap_tables_get_n (tables); i++) {
        const RecapTableReader *reader = recap_tables_get_reader (tables, i);
        columns.waktu |= recap_table_reader_has_key (reader, RECAP_KEY_WAKTU);
        columns.psu |= recap_table_reader_has_key (reader, RECAP_KEY_PSU);
    }
    g_autoptr (RecapSpool) table = recap_spool_new ();
    g_autoptr (RecapSpool) log = recap_spool_new ();
    g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (RecapTableWriter) writer =
        recap_table_writer_new (table, recap_tables_get_schema (tables), &columns);
    g_autoptr (RecapCsvWriter) log_writer = recap_csv_writer_new (log);
    Output output = { table, writer, log, log_writer, refusals, NULL };
    const RecapResolveSink sink = { take_form,      take_applied, take_refused,
                                    take_undecided, reset,        &output };
    RecapResolveSummary summary;

    reset (&output);
    CliStatus status = CLI_TROUBLE;
    if (recap_resolve_run (tables, decisions, findings, rules, &sink, &summary, error) &&
        (options->arg_log == NULL || cli_write (&options->cli, log, options->arg_log, error)) &&
        cli_write (&options->cli, table, options->cli.arg_output, error))
        status = report (options, &output, &summary);
    recap_findings_free (output.undecided);
    return status;
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
