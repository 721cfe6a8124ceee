#include "config.h"

#include "resolve-file.h"

#include "table-writer.h"

/* Who writes what is resolved. */
typedef struct {
    RecapFinal *final;
    RecapTableWriter *table;
} Output;

void
recap_final_free (RecapFinal *self)
{
    if (self == NULL)
        return;
    recap_spool_free (self->table);
    recap_spool_free (self->log);
    recap_decision_log_free (self->lines);
    recap_decisions_free (self->applied);
    recap_decisions_free (self->held);
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

static void
take_applied (const RecapDecision *decision, const RecapForm *form, gpointer data)
{
    Output *output = data;
    recap_decision_log_add (output->final->lines, decision, form);
    recap_decisions_add (output->final->applied, decision);
}

static void
take_held (const RecapDecision *decision, gpointer data)
{
    Output *output = data;
    recap_decisions_add (output->final->held, decision);
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
    recap_decision_log_clear (final->lines);
    g_ptr_array_set_size (final->refusals, 0);
    recap_decisions_free (final->applied);
    final->applied = recap_decisions_new ();
    recap_decisions_free (final->held);
    final->held = recap_decisions_new ();
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
    final->lines = recap_decision_log_new ();
    final->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    RecapTableColumns columns = find_columns (tables);
    g_autoptr (RecapTableWriter) writer =
        recap_table_writer_new (final->table, recap_tables_get_schema (tables), &columns);
    Output output = { final, writer };
    const RecapResolveSink sink = { take_form,      take_applied, take_held, take_refused,
                                    take_undecided, reset,        &output };

    reset (&output);
    if (!recap_resolve_run (tables, decisions, findings, rules, &sink, &final->summary, error))
        return NULL;
    recap_decision_log_write (final->lines, final->log);
    return g_steal_pointer (&final);
}
