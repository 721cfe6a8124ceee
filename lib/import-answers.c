#include "config.h"

#include <string.h>

#include "import-data.h"
#include "import-writing.h"
#include "region.h"

/* --- tables --- */

/* Writes the records that were imported: forms, or totals. */
static void
write_imported (const RecapImport *self, gboolean totals, const RecapTableColumns *columns,
                RecapSpool *spool)
{
    g_auto (ImportWriting) writing;

    import_writing_init (&writing, self, columns, spool);
    for (guint i = 0; i < self->records.all->len; i++) {
        const ImportRecord *record = g_ptr_array_index (self->records.all, i);
        if (record->state == IMPORT_IMPORTED && record->total == totals)
            import_writing_add (&writing, record, record->shared->sumber);
    }
}

void
recap_import_write (RecapImport *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && spool != NULL);

    const RecapTableColumns columns = import_find_columns (self);
    write_imported (self, FALSE, &columns, spool);
}

/* Totals have other boxes than the forms: those that some total has. */
void
recap_import_write_totals (RecapImport *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && spool != NULL);

    g_autofree RecapCell *cells = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    g_autofree gboolean *carried = g_new0 (gboolean, self->n_fields + 1);
    RecapTableColumns columns = import_find_columns (self);
    columns.tallies = TRUE;
    columns.fields = carried;
    for (guint i = 0; i < self->records.all->len; i++) {
        const ImportRecord *record = g_ptr_array_index (self->records.all, i);
        if (!record->total)
            continue;
        import_records_unpack (&self->records, record, cells, cells + self->n_fields);
        for (guint j = 0; j < self->n_fields; j++)
            carried[j] = carried[j] || cells[j] != RECAP_CELL_NOT_CARRIED;
    }
    write_imported (self, TRUE, &columns, spool);
}

/* --- history --- */

/* A record of the history under a label of its own, so that no key is there twice. */
typedef struct {
    const ImportRecord *record;
    char *sumber;
} Past;

static void
past_clear (gpointer data)
{
    g_free (((Past *)data)->sumber);
}

static int
compare_past (gconstpointer a, gconstpointer b)
{
    const Past *left = a;
    const Past *right = b;
    int order = strcmp (import_record_kode (left->record), import_record_kode (right->record));
    return order != 0 ? order : strcmp (left->sumber, right->sumber);
}

/* Finds the records that were superseded by other values; they stand behind those, the newest
 * first. Several of one time are numbered. */
static GArray *
find_past (const RecapImport *self)
{
    GArray *past = g_array_new (FALSE, FALSE, sizeof (Past));
    guint number = 1;

    g_array_set_clear_func (past, past_clear);
    for (guint i = 1; i < self->records.all->len; i++) {
        const ImportRecord *newer = g_ptr_array_index (self->records.all, i - 1);
        const ImportRecord *record = g_ptr_array_index (self->records.all, i);
        if (record->total || record->state != IMPORT_SUPERSEDED ||
            import_record_has_same_values (record, newer))
            continue;
        gboolean again = newer->state == IMPORT_SUPERSEDED &&
                         import_record_compare_keys (record, newer) == 0 &&
                         strcmp (import_record_waktu (record), import_record_waktu (newer)) == 0;
        number = again ? number + 1 : 1;
        const char *sumber = record->shared->sumber.bytes;
        const char *waktu = import_record_waktu (record);
        Past one = { record, number == 1 ? g_strdup_printf ("%s@%s", sumber, waktu)
                                         : g_strdup_printf ("%s@%s#%u", sumber, waktu, number) };
        g_array_append_val (past, one);
    }
    g_array_sort (past, compare_past);
    return past;
}

void
recap_import_write_history (RecapImport *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && spool != NULL);

    g_autoptr (GArray) past = find_past (self);
    g_auto (ImportWriting) writing;
    RecapTableColumns columns = import_find_columns (self);
    columns.waktu = TRUE;
    import_writing_init (&writing, self, &columns, spool);
    for (guint i = 0; i < past->len; i++) {
        const Past *one = &g_array_index (past, Past, i);
        import_writing_add (&writing, one->record, recap_text (one->sumber));
    }
}

/* --- contradictions --- */

/* Returns: the contradictions in the order of the table. */
static GArray *
sort_contradicted (const RecapImport *self)
{
    GArray *sorted = g_array_copy (self->contradicted);
    g_array_sort (sorted, import_record_compare); /* a record is what each begins with */
    return sorted;
}

void
recap_import_add_findings (RecapImport *self, const RecapRules *rules, RecapFindings *findings)
{
    g_return_if_fail (self != NULL && rules != NULL && findings != NULL);

    const char *contest = recap_contest_get_code (self->options.contest);
    g_autoptr (GArray) contradicted = sort_contradicted (self);
    g_auto (ImportKeys) keys;
    import_keys_init (&keys, self);
    for (guint i = 0; i < recap_rules_get_n (rules); i++) {
        const RecapRule *rule = recap_rules_get (rules, i);
        for (guint j = 0; rule->kind == RECAP_RULE_WORDS && rule->active && j < contradicted->len;
             j++) {
            const ImportContradicted *found = &g_array_index (contradicted, ImportContradicted, j);
            RecapForm form = { .contest = self->options.contest };
            if (found->record->state != IMPORT_IMPORTED)
                continue;
            form.keys[RECAP_KEY_KONTES] = recap_text (contest);
            import_keys_fill (&keys, found->record, found->record->shared->sumber, &form);
            import_words_report (found->words, &form, rule, findings);
        }
    }
}

/* --- register --- */

/* The number that all records of one TPS have in box @name; blank when they differ. */
static RecapCell
agree (const RecapImport *self, const ImportRecord *const *records, guint n, const char *name)
{
    const RecapField *field = recap_contest_find (self->options.contest, recap_text (name));
    g_autofree RecapCell *cells = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    RecapCell common = RECAP_CELL_BLANK;

    for (guint i = 0; i < n && field != NULL; i++) {
        if (records[i]->state != IMPORT_IMPORTED)
            continue;
        import_records_unpack (&self->records, records[i], cells, cells + self->n_fields);
        RecapCell cell = cells[field->index];
        if (!recap_cell_is_number (cell))
            continue;
        if (common != RECAP_CELL_BLANK && common != cell)
            return RECAP_CELL_BLANK;
        common = cell;
    }
    return common;
}

/* Writes the station that @n records are of: of each name the first that is there. */
static void
write_station (const RecapImport *self, const ImportRecord *const *records, guint n,
               RecapCsvWriter *csv)
{
    RecapText names[RECAP_KEY_TPS - RECAP_KEY_PROVINSI + 1];

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = RECAP_TEXT_EMPTY;
    for (guint i = 0; i < n; i++) {
        RecapForm form = { .contest = self->options.contest };
        form.keys[RECAP_KEY_KODE] = import_record_kode_text (records[i]);
        import_fill_names (self, records[i], &form);
        for (guint j = 0; j < G_N_ELEMENTS (names); j++)
            if (names[j].size == 0)
                names[j] = form.keys[RECAP_KEY_PROVINSI + j];
    }
    recap_csv_writer_string (csv, import_record_kode (records[0]));
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        recap_csv_writer_text (csv, names[i]);
    recap_csv_writer_cell (csv, agree (self, records, n, "pemilih_dpt_l"));
    recap_csv_writer_cell (csv, agree (self, records, n, "pemilih_dpt_p"));
    recap_csv_writer_end (csv);
}

void
recap_import_write_register (RecapImport *self, RecapSpool *spool)
{
    static const char *const columns[] = { "kode", "provinsi", "kabko", "kecamatan",
                                           "desa", "tps",      "dpt_l", "dpt_p" };
    g_return_if_fail (self != NULL && spool != NULL);

    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    const ImportRecord *const *records = (const ImportRecord *const *)self->records.all->pdata;
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (csv, columns[i]);
    recap_csv_writer_end (csv);
    for (guint i = 0, n; i < self->records.all->len; i += n) {
        for (n = 1; i + n < self->records.all->len; n++)
            if (strcmp (import_record_kode (records[i]), import_record_kode (records[i + n])) != 0)
                break;
        if (recap_region_level (import_record_kode_text (records[i])) <= RECAP_LEVEL_TPS)
            write_station (self, records + i, n, csv);
    }
}

/* --- summary --- */

static int
compare_parts (gconstpointer a, gconstpointer b)
{
    const ImportPart *left = a;
    const ImportPart *right = b;
    int order = strcmp (left->name, right->name);
    return order != 0 ? order : strcmp (left->kind, right->kind);
}

void
recap_import_write_summary (RecapImport *self, RecapSpool *spool)
{
    static const char *const columns[] = { "berkas",     "jenis",   "rekaman",       "diimpor",
                                           "digantikan", "ditolak", "alasan_pertama" };
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);

    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (csv, columns[i]);
    recap_csv_writer_end (csv);
    g_array_sort (self->parts, compare_parts);
    for (guint i = 0; i < self->parts->len; i++) {
        const ImportPart *part = &g_array_index (self->parts, ImportPart, i);
        const guint64 counts[] = { part->count.read, part->count.imported, part->count.superseded,
                                   part->count.rejected };
        g_autofree char *name = recap_text_escape (part->name, strlen (part->name));
        recap_csv_writer_string (csv, name);
        recap_csv_writer_string (csv, part->kind);
        for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
            recap_csv_writer_number (csv, (gint64)counts[j]);
        recap_csv_writer_string (csv, part->first_reason != NULL ? part->first_reason : "");
        recap_csv_writer_end (csv);
    }
}
