#include "config.h"

#include "table-writer.h"

#include "csv-writer.h"

struct _RecapTableWriter {
    RecapCsvWriter *csv;
    const RecapSchema *schema;
    RecapTableColumns columns; /* its fields are not used: see below */
    guint *fields;             /* indices into the schema of the fields that are written */
    guint n_fields;
    GString *place; /* the columns from sumber to desa of the last form that was formatted */
};

RecapTableWriter *
recap_table_writer_new (RecapSpool *spool, const RecapSchema *schema,
                        const RecapTableColumns *columns)
{
    g_return_val_if_fail (spool != NULL && schema != NULL && columns != NULL, NULL);

    RecapTableWriter *self = g_new0 (RecapTableWriter, 1);
    self->csv = recap_csv_writer_new (spool);
    self->schema = schema;
    self->columns = *columns;
    self->columns.fields = NULL;
    self->place = g_string_new (NULL);
    guint n = recap_schema_get_n (schema);
    self->fields = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        if (columns->fields == NULL || columns->fields[i])
            self->fields[self->n_fields++] = i;
    return self;
}

void
recap_table_writer_free (RecapTableWriter *self)
{
    if (self == NULL)
        return;
    recap_csv_writer_free (self->csv);
    g_free (self->fields);
    g_string_free (self->place, TRUE);
    g_free (self);
}

static gboolean
has_key (const RecapTableWriter *self, RecapKey key)
{
    return (key != RECAP_KEY_WAKTU || self->columns.waktu) &&
           (key != RECAP_KEY_PSU || self->columns.psu);
}

void
recap_table_writer_header (RecapTableWriter *self)
{
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (has_key (self, key))
            recap_csv_writer_string (self->csv, recap_key_name (key));
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES && self->columns.tallies; tally++)
        recap_csv_writer_string (self->csv, recap_tally_name (tally));
    for (guint i = 0; i < self->n_fields; i++)
        recap_csv_writer_string (self->csv, recap_schema_get_name (self->schema, self->fields[i]));
    for (guint i = 0; i < self->n_fields && self->columns.counts; i++) {
        const char *name = recap_schema_get_name (self->schema, self->fields[i]);
        g_autofree char *heading = g_strconcat ("n_", name, NULL);
        recap_csv_writer_string (self->csv, heading);
    }
    recap_csv_writer_end (self->csv);
}

static void
add_key (RecapTableWriter *self, const RecapForm *form, RecapKey key)
{
    if (key == RECAP_KEY_KONTES)
        recap_csv_writer_string (self->csv, recap_contest_get_code (form->contest));
    else if (has_key (self, key))
        recap_csv_writer_text (self->csv, form->keys[key]);
}

static void
add_keys (RecapTableWriter *self, const RecapForm *form, RecapKey first, RecapKey last)
{
    for (RecapKey key = first; key <= last; key++)
        add_key (self, form, key);
}

/* Forms of one desa stand together. */
static void
add_place (RecapTableWriter *self, const RecapForm *form, gboolean same)
{
    if (same) {
        recap_csv_writer_formatted (self->csv, (RecapText){ self->place->str, self->place->len });
        return;
    }
    gsize start = recap_csv_writer_get_record (self->csv).size;
    add_keys (self, form, RECAP_KEY_SUMBER, RECAP_KEY_DESA);
    RecapText record = recap_csv_writer_get_record (self->csv);
    start++; /* the comma */
    recap_text_assign ((RecapText){ record.bytes + start, record.size - start }, self->place);
}

void
recap_table_writer_add_with_counts (RecapTableWriter *self, const RecapForm *form,
                                    const RecapCell *counts)
{
    g_return_if_fail ((counts != NULL) == self->columns.counts);

    add_keys (self, form, 0, RECAP_N_KEYS - 1);
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES && self->columns.tallies; tally++)
        recap_csv_writer_cell (self->csv, form->tallies[tally]);
    for (guint i = 0; i < self->n_fields; i++)
        recap_csv_writer_cell (self->csv, form->cells[self->fields[i]]);
    for (guint i = 0; i < self->n_fields && counts != NULL; i++)
        recap_csv_writer_cell (self->csv, counts[self->fields[i]]);
    recap_csv_writer_end (self->csv);
}

void
recap_table_writer_add (RecapTableWriter *self, const RecapForm *form)
{
    recap_table_writer_add_with_counts (self, form, NULL);
}

void
recap_table_writer_add_formatted (RecapTableWriter *self, const RecapForm *form,
                                  gboolean same_place, RecapText cells)
{
    g_return_if_fail (!self->columns.counts);

    add_keys (self, form, RECAP_KEY_KONTES, RECAP_KEY_KODE);
    add_place (self, form, same_place);
    add_keys (self, form, RECAP_KEY_TPS, RECAP_KEY_ASAL);
    if (self->n_fields > 0 || self->columns.tallies)
        recap_csv_writer_formatted (self->csv, cells);
    recap_csv_writer_end (self->csv);
}
