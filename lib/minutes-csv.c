#include "config.h"

#include "minutes-csv.h"

#include "finding-file.h"
#include "minutes-data.h"
#include "region.h"
#include "sum-file.h"
#include "table-writer.h"

/* The forms as they stand in the table: what is not on a ballot is left out of the minutes only. */
static const RecapForm *
given_form (const Minutes *self, guint index)
{
    return g_ptr_array_index (self->given, index);
}

static gboolean
has_key (const Minutes *self, RecapKey key)
{
    for (guint i = 0; i < self->given->len; i++)
        if (given_form (self, i)->keys[key].size > 0)
            return TRUE;
    return FALSE;
}

static gboolean
has_field (const Minutes *self, guint index)
{
    for (guint i = 0; i < self->given->len; i++)
        if (given_form (self, i)->cells[index] != RECAP_CELL_NOT_CARRIED)
            return TRUE;
    return FALSE;
}

gboolean
recap_minutes_write_table (const RecapMinutesInput *input, RecapSpool *spool, GError **error)
{
    g_return_val_if_fail (input != NULL && spool != NULL, FALSE);

    g_auto (Minutes) self = { 0 };
    if (!minutes_init (&self, input, error))
        return FALSE;
    const RecapSchema *schema = recap_table_get_schema (input->table);
    g_autofree gboolean *fields = g_new0 (gboolean, recap_schema_get_n (schema) + 1);
    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    for (guint i = 0; i < recap_schema_get_n (schema); i++)
        fields[i] = has_field (&self, i);
    columns.fields = fields;
    columns.waktu = has_key (&self, RECAP_KEY_WAKTU);
    columns.psu = has_key (&self, RECAP_KEY_PSU);

    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    recap_table_writer_header (writer);
    for (guint i = 0; i < self.given->len; i++)
        recap_table_writer_add (writer, given_form (&self, i));
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
    if (!minutes_init (&self, input, error))
        return FALSE;
    const RecapContests *contests =
        recap_schema_get_contests (recap_table_get_schema (input->table));
    RecapLevel level = recap_region_level (minutes_form (&self, 0)->keys[RECAP_KEY_KODE]);
    if (level != RECAP_LEVEL_TPS)
        return add_up (contests, path, MIN (level + 1, RECAP_LEVEL_NASIONAL), TRUE, spool, error);
    return add_up (contests, path, RECAP_LEVEL_KECAMATAN, TRUE, spool, error) &&
           add_up (contests, path, RECAP_LEVEL_DESA, FALSE, spool, error);
}

/* --- findings --- */

static const char *
find_status (const Minutes *self, const RecapFinding *finding)
{
    const RecapDecision *decision = minutes_find_decision (self, finding->kode, finding->isian);
    if (decision != NULL)
        return finding->isian.size > 0 ? "diputuskan" : "dicatat";
    return finding->severity == RECAP_SEVERITY_INFO ? "" : "belum-diputuskan";
}

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
    if (!minutes_init (&self, input, error))
        return FALSE;
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
        if (!move_record (record, find_status (&self, finding), spool, error))
            return FALSE;
    }
    return TRUE;
}
