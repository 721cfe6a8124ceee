/* A recap table of any bytes: what the fast reader takes is what libcsv reads, record by record and
 * cell by cell, and comes in the order of the keys. */
#include "config.h"

#include "csv-reader.h"
#include "fuzz.h"
#include "table-reader.h"

/* A record as libcsv read it. */
typedef struct {
    guint64 line;
    GPtrArray *fields; /* GString */
} Record;

static void
free_field (gpointer data)
{
    g_string_free (data, TRUE);
}

static void
clear_record (gpointer data)
{
    g_ptr_array_unref (((Record *)data)->fields);
}

/* Returns: all records, or NULL when libcsv refuses the bytes. */
static GArray *
read_with_libcsv (const uint8_t *data, size_t size)
{
    g_autoptr (RecapSource) source = recap_source_new_for_bytes ("fuzz.csv", data, size, NULL);
    if (source == NULL)
        return NULL;
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ',');
    g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
    RecapRecord record;
    gboolean end = FALSE;

    g_array_set_clear_func (records, clear_record);
    for (;;) {
        if (!recap_csv_reader_next (reader, &record, &end, NULL))
            return NULL;
        if (end)
            return g_steal_pointer (&records);
        Record copy = { record.line, g_ptr_array_new_with_free_func (free_field) };
        for (guint i = 0; i < record.n_fields; i++)
            g_ptr_array_add (copy.fields, g_string_new_len (record.fields[i].bytes,
                                                            (gssize)record.fields[i].size));
        g_array_append_val (records, copy);
    }
}

/* Returns: the field of @record in the column @name, which it must have. */
static RecapText
field_of (const GArray *records, const Record *record, const char *name)
{
    const Record *header = &g_array_index (records, Record, 0);
    for (guint i = 0; i < header->fields->len; i++) {
        const GString *heading = header->fields->pdata[i];
        const GString *field = record->fields->pdata[i];
        if (strcmp (heading->str, name) == 0)
            return (RecapText){ field->str, field->len };
    }
    g_assert_not_reached ();
}

static const Record *
find_record (const GArray *records, guint64 line)
{
    for (guint i = 1; i < records->len; i++)
        if (g_array_index (records, Record, i).line == line)
            return &g_array_index (records, Record, i);
    g_assert_not_reached ();
}

static void
compare (const GArray *records, const RecapTableReader *reader, const RecapSchema *schema,
         const RecapForm *form)
{
    const Record *record = find_record (records, form->line);
    const Record *header = &g_array_index (records, Record, 0);

    g_assert (record->fields->len == header->fields->len);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (recap_table_reader_has_key (reader, key))
            g_assert (recap_text_equal (
                form->keys[key],
                recap_csv_unguard (field_of (records, record, recap_key_name (key)))));
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        RecapCell cell = RECAP_CELL_NOT_CARRIED;
        if (recap_table_reader_has_field (reader, i))
            g_assert (recap_cell_parse (
                field_of (records, record, recap_schema_get_name (schema, i)), &cell));
        /* The column of a box that the contest does not have is empty. */
        if (recap_schema_get_field (schema, form->contest, i) == NULL) {
            g_assert (cell == RECAP_CELL_BLANK || cell == RECAP_CELL_NOT_CARRIED);
            cell = RECAP_CELL_NOT_CARRIED;
        }
        g_assert (form->cells[i] == cell);
    }
}

/* Reads all forms; what was read last is kept in @last for the order.
 *
 * Returns: FALSE with @error; *@ret_n is the number of forms. */
static gboolean
read_forms (RecapTableReader *reader, const RecapSchema *schema, const GArray *records,
            guint *ret_n, GError **error)
{
    g_autoptr (GString) last = g_string_new (NULL);
    RecapForm form;
    gboolean end = FALSE;

    for (*ret_n = 0;; ++*ret_n) {
        if (!recap_table_reader_next (reader, &form, &end, error))
            return FALSE;
        if (end)
            return TRUE;
        if (records != NULL)
            compare (records, reader, schema, &form);
        g_autoptr (GString) key = g_string_new (NULL);
        for (guint i = 0; i < 3; i++) { /* NUL is in no key and comes before all */
            g_string_append_len (key, form.keys[i].bytes, (gssize)form.keys[i].size);
            g_string_append_c (key, '\0');
        }
        RecapText before = { last->str, last->len };
        RecapText now = { key->str, key->len };
        g_assert (recap_text_compare (before, now) <= 0);
        g_string_assign (last, "");
        g_string_append_len (last, key->str, (gssize)key->len);
    }
}

/* A CR that no LF follows ends a record for libcsv, and is text in recap's tables. */
static gboolean
has_lone_cr (const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'))
            return TRUE;
    return FALSE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const RecapContests *contests = fuzz_contests ();
    const char *path = fuzz_file (data, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    g_autoptr (RecapTableReader) reader = recap_table_reader_open (contests, path, &error);
    g_assert ((reader != NULL) == (error == NULL));
    if (reader == NULL)
        return 0;
    gboolean comparable = !has_lone_cr (data, size);
    g_autoptr (GArray) records = comparable ? read_with_libcsv (data, size) : NULL;
    guint n = 0;

    recap_table_reader_add_fields (reader, schema);
    recap_table_reader_set_schema (reader, schema);
    recap_table_reader_set_repeats (reader, TRUE);
    gboolean sorted = recap_table_reader_looks_sorted (reader);
    gboolean ok = read_forms (reader, schema, records, &n, &error);
    g_assert (sorted || !ok);
    if (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_ORDER)) {
        g_clear_error (&error);
        ok = recap_table_reader_hold (reader, &error) &&
             read_forms (reader, schema, records, &n, &error);
    }
    g_assert (ok == (error == NULL));
    if (ok && comparable)
        g_assert (records != NULL && records->len == n + 1);
    return 0;
}
