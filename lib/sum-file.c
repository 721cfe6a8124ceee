#include "config.h"

#include "sum-file.h"

#include "sum-text.h"

/* Where the sums go. */
typedef struct {
    const RecapSumFile *file;
    const RecapSchema *schema;
    RecapSpool *spool;
    RecapTableWriter *writer;
} Output;

static void
take_sum (const RecapForm *sum, const RecapCell *counts, gpointer data)
{
    Output *output = data;

    if (output->file->format == RECAP_FORMAT_TEXT)
        recap_sum_write_text (sum, output->schema, output->spool);
    else if (output->file->counts)
        recap_table_writer_add_with_counts (output->writer, sum, counts);
    else
        recap_table_writer_add (output->writer, sum);
}

static void
take_remark (const GError *error, gpointer data)
{
    Output *output = data;
    g_ptr_array_add (output->file->remarks, g_error_copy (error));
}

static void
reset (gpointer data)
{
    Output *output = data;
    recap_spool_clear (output->spool);
    g_ptr_array_set_size (output->file->remarks, 0);
    if (output->file->format == RECAP_FORMAT_CSV)
        recap_table_writer_header (output->writer);
}

gboolean
recap_sum_write (RecapTables *tables, const RecapSumOptions *options, const RecapSumFile *file,
                 RecapSpool *spool, RecapSumSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && file != NULL && spool != NULL,
                          FALSE);

    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    columns.tallies = TRUE;
    columns.counts = file->counts;
    const RecapSchema *schema = recap_tables_get_schema (tables);
    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    Output output = { file, schema, spool, writer };
    const RecapSumSink sink = { take_sum, take_remark, file->max_remarks, reset, &output };

    reset (&output);
    return recap_sum_run (tables, options, &sink, ret_summary, error);
}
