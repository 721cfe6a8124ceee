#include "config.h"

#include "minutes-csv.h"

#include "finding-file.h"
#include "minutes-data.h"
#include "minutes-marks.h"
#include "sum-file.h"
#include "table-writer.h"

static gboolean
has_key (const Minutes *self, RecapKey key)
{
    for (guint i = 0; i < self->given->len; i++)
        if (minutes_given (self, i)->keys[key].size > 0)
            return TRUE;
    return FALSE;
}

/* The columns that only sums have are there for all forms or for none. */
static gboolean
has_tallies (const Minutes *self)
{
    for (RecapTally i = 0; i < RECAP_N_TALLIES; i++)
        if (minutes_given (self, 0)->tallies[i] != RECAP_CELL_NOT_CARRIED)
            return TRUE;
    return FALSE;
}

/* What is not on a ballot is left out of the minutes only, not of the table. */
gboolean
recap_minutes_write_table (const RecapMinutesInput *input, RecapSpool *spool, GError **error)
{
    g_return_val_if_fail (input != NULL && spool != NULL, FALSE);

    g_auto (Minutes) self = { 0 };
    if (!minutes_take_forms (&self, input, error))
        return FALSE;
    const RecapSchema *schema = recap_table_get_schema (input->table);
    g_autofree gboolean *fields = g_new0 (gboolean, recap_schema_get_n (schema) + 1);
    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    for (guint i = 0; i < recap_schema_get_n (schema); i++)
        fields[i] =
            recap_forms_carry ((const RecapForm *const *)self.given->pdata, self.given->len, i);
    columns.fields = fields;
    columns.waktu = has_key (&self, RECAP_KEY_WAKTU);
    columns.psu = has_key (&self, RECAP_KEY_PSU);
    columns.tallies = has_tallies (&self);
    columns.counts = minutes_given (&self, 0)->counts != NULL;

    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    recap_table_writer_header (writer);
    for (guint i = 0; i < self.given->len; i++) {
        const RecapForm *form = minutes_given (&self, i);
        recap_table_writer_add_with_counts (writer, form, form->counts);
    }
    return TRUE;
}

/* --- sums --- */

/* Adds the forms of the table @path up to @level; without the names of the columns unless @headed.
 */
static gboolean
add_up (const RecapContests *contests, const char *path, RecapLevel level, gboolean headed,
        RecapSpool *spool, GError **error)
{
    const char *const paths[] = { path, NULL };
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (RecapSpool) sums = recap_spool_new ();
    g_autoptr (RecapTables) tables = recap_tables_open (contests, paths, error);
    const RecapSumOptions options = { level, NULL };
    const RecapSumFile file = { RECAP_FORMAT_CSV, FALSE, 0, remarks };
    RecapSumSummary summary;

    if (tables == NULL || !recap_sum_write (tables, &options, &file, sums, &summary, error))
        return FALSE;
    g_autofree char *text = recap_spool_to_string (sums, error);
    if (text == NULL)
        return FALSE;
    recap_spool_puts (spool, headed ? text : strchr (text, '\n') + 1);
    return TRUE;
}

/* The code of a kecamatan comes before those of its desa. */
gboolean
recap_minutes_write_sums (const RecapMinutesInput *input, const char *path, RecapSpool *spool,
                          GError **error)
{
    g_return_val_if_fail (input != NULL && path != NULL && spool != NULL, FALSE);

    g_auto (Minutes) self = { 0 };
    if (!minutes_take_forms (&self, input, error))
        return FALSE;
    const RecapContests *contests =
        recap_schema_get_contests (recap_table_get_schema (input->table));
    if (self.of_sums)
        return add_up (contests, path, self.level->level, TRUE, spool, error);
    return add_up (contests, path, RECAP_LEVEL_KECAMATAN, TRUE, spool, error) &&
           add_up (contests, path, RECAP_LEVEL_DESA, FALSE, spool, error);
}

/* --- findings --- */

/* The words of the column status. */
static const char *const status_words[] = {
    [MINUTES_STATUS_DECIDED] = "diputuskan",
    [MINUTES_STATUS_NOTED] = "dicatat",
    [MINUTES_STATUS_NOT_ASKED] = "",
    [MINUTES_STATUS_SETTLED] = "sudah-sesuai",
    [MINUTES_STATUS_OPEN] = "belum-diputuskan",
};

/* Moves the record in @record to @spool, with a field more. */
static gboolean
move_record (RecapSpool *record, const char *field, RecapSpool *spool, GError **error)
{
    g_autofree char *text = recap_spool_to_string (record, error);
    gsize size = text != NULL ? strlen (text) : 0;

    if (size == 0)
        return FALSE;
    recap_spool_write (spool, text, size - 1);
    recap_spool_puts (spool, ",");
    recap_spool_puts (spool, field);
    recap_spool_puts (spool, "\n");
    recap_spool_clear (record);
    return TRUE;
}

gboolean
recap_minutes_write_findings (const RecapMinutesInput *input, RecapSpool *spool, GError **error)
{
    g_return_val_if_fail (input != NULL && spool != NULL, FALSE);

    g_auto (Minutes) self = { 0 };
    if (!minutes_take_forms (&self, input, error))
        return FALSE;
    self.marks = minutes_marks_new (&self);
    const RecapFindings *findings = input->findings;
    const RecapContests *contests =
        recap_schema_get_contests (recap_table_get_schema (input->table));
    g_autoptr (RecapSpool) record = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (record, RECAP_FORMAT_CSV, contests);

    recap_finding_writer_reset (writer);
    if (!move_record (record, "status", spool, error))
        return FALSE;
    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (!minutes_covers (&self, finding->kontes, finding->kode))
            continue;
        recap_finding_writer_add (writer, finding);
        if (!move_record (record, status_words[minutes_status (&self, i)], spool, error))
            return FALSE;
    }
    return TRUE;
}
