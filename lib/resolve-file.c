#include "config.h"

#include "resolve-file.h"

#include "csv-writer.h"
#include "table-writer.h"

/* Who writes what is resolved. */
typedef struct {
    RecapFinal *final;
    RecapTableWriter *table;
    RecapCsvWriter *log;
} Output;

static const char *const log_columns[] = {
    "kontes",          "kode",      "provinsi", "kabko",
    "kecamatan",       "desa",      "tps",      "isian",
    "semula",          "menjadi",   "dasar",    "alasan",
    "kejadian_khusus", "disetujui", "waktu",    "asal",
    "asal_keputusan",
};

void
recap_final_free (RecapFinal *self)
{
    if (self == NULL)
        return;
    recap_spool_free (self->table);
    recap_spool_free (self->log);
    recap_decisions_free (self->applied);
    recap_decisions_free (self->refused);
    g_ptr_array_unref (self->refusals);
    recap_findings_free (self->undecided);
    g_free (self);
}

static void
take_form (const RecapForm *form, gpointer data)
{
    Output *output = data;
    recap_table_writer_add (output->table, form);
}

/* One line of the log: semula and menjadi with who, why and where. */
static void
take_applied (const RecapDecision *decision, const RecapForm *form, gpointer data)
{
    Output *output = data;
    RecapCsvWriter *csv = output->log;
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
    recap_decisions_add (output->final->applied, decision);
}

static void
take_refused (const RecapDecision *decision, const GError *error, gpointer data)
{
    Output *output = data;
    recap_decisions_add (output->final->refused, decision);
    g_ptr_array_add (output->final->refusals, g_error_copy (error));
}

static void
take_undecided (const RecapFinding *finding, gpointer data)
{
    Output *output = data;
    recap_findings_add (output->final->undecided, finding);
}

static void
reset (gpointer data)
{
    Output *output = data;
    RecapFinal *final = output->final;

    recap_spool_clear (final->table);
    recap_table_writer_header (output->table);
    recap_spool_clear (final->log);
    for (guint i = 0; i < G_N_ELEMENTS (log_columns); i++)
        recap_csv_writer_string (output->log, log_columns[i]);
    recap_csv_writer_end (output->log);
    g_ptr_array_set_size (final->refusals, 0);
    recap_decisions_free (final->applied);
    final->applied = recap_decisions_new ();
    recap_decisions_free (final->refused);
    final->refused = recap_decisions_new ();
    recap_findings_free (final->undecided);
    final->undecided = recap_findings_new ();
}

/* Returns: the columns that a table of all @tables has. */
static RecapTableColumns
find_columns (RecapTables *tables)
{
    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;

    for (guint i = 0; i < recap_tables_get_n (tables); i++) {
        const RecapTableReader *reader = recap_tables_get_reader (tables, i);
        columns.waktu |= recap_table_reader_has_key (reader, RECAP_KEY_WAKTU);
        columns.psu |= recap_table_reader_has_key (reader, RECAP_KEY_PSU);
    }
    return columns;
}

RecapFinal *
recap_final_make (RecapTables *tables, const RecapDecisions *decisions,
                  const RecapFindings *findings, const RecapRules *rules, GError **error)
{
    g_return_val_if_fail (tables != NULL && decisions != NULL, NULL);

    g_autoptr (RecapFinal) final = g_new0 (RecapFinal, 1);
    final->table = recap_spool_new ();
    final->log = recap_spool_new ();
    final->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    RecapTableColumns columns = find_columns (tables);
    g_autoptr (RecapTableWriter) writer =
        recap_table_writer_new (final->table, recap_tables_get_schema (tables), &columns);
    g_autoptr (RecapCsvWriter) log = recap_csv_writer_new (final->log);
    Output output = { final, writer, log };
    const RecapResolveSink sink = { take_form,      take_applied, take_refused,
                                    take_undecided, reset,        &output };

    reset (&output);
    if (!recap_resolve_run (tables, decisions, findings, rules, &sink, &final->summary, error))
        return NULL;
    return g_steal_pointer (&final);
}
