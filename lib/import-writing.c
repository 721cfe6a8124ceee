#include "config.h"

#include "import-writing.h"

#include <string.h>

#include "region.h"
#include "table.h"

/* --- keys --- */

void
import_keys_init (ImportKeys *self, const RecapImport *import)
{
    *self = (ImportKeys){ .import = import, .origin = g_string_new (NULL) };
}

void
import_keys_clear (ImportKeys *self)
{
    if (self->origin != NULL)
        g_string_free (self->origin, TRUE);
    self->origin = NULL;
}

/* 'file:line', mostly of the same file as the record before. */
static RecapText
make_origin (ImportKeys *self, const ImportRecord *record)
{
    char line[RECAP_CELL_SIZE];

    if (self->file != record->file) {
        const RecapOrigin origin = { record->file, 0, 0 };
        g_autofree char *file = recap_origin_format (&origin);
        g_string_printf (self->origin, "%s:", file);
        self->file = record->file;
        self->file_size = self->origin->len - 1;
    }
    if (record->line == 0)
        return (RecapText){ self->origin->str, self->file_size };
    g_string_truncate (self->origin, self->file_size + 1);
    gsize size = recap_cell_format ((RecapCell)record->line, line);
    g_string_append_len (self->origin, line, (gssize)size);
    return (RecapText){ self->origin->str, self->origin->len };
}

void
import_fill_names (const RecapImport *self, const ImportRecord *record, RecapForm *form)
{
    static const RecapLevel levels[] = { RECAP_LEVEL_PROVINSI, RECAP_LEVEL_KABKO,
                                         RECAP_LEVEL_KECAMATAN, RECAP_LEVEL_DESA };
    const RecapRegister *stations = self->options.stations;
    const RecapText kode = form->keys[RECAP_KEY_KODE];

    for (guint i = 0; i < G_N_ELEMENTS (record->shared->names); i++)
        form->keys[RECAP_KEY_PROVINSI + i] = record->shared->names[i];
    form->keys[RECAP_KEY_TPS] = recap_text (import_record_tps (record));
    if (stations == NULL)
        return;
    const RecapStation *station = recap_register_find (stations, kode);
    if (station != NULL) {
        const char *names[] = { station->provinsi, station->kabko, station->kecamatan,
                                station->desa, station->tps };
        for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            if (names[i][0] != '\0')
                form->keys[RECAP_KEY_PROVINSI + i] = recap_text (names[i]);
        return;
    }
    /* A TPS that is not in a list of TPS stays as it is: it may have a wrong code. */
    if (recap_region_level (kode) == RECAP_LEVEL_TPS && recap_register_get_n (stations) > 0)
        return;
    for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
        const char *name = recap_register_get_region_name (stations, kode, levels[i]);
        if (name != NULL && name[0] != '\0' && form->keys[RECAP_KEY_PROVINSI + i].size == 0)
            form->keys[RECAP_KEY_PROVINSI + i] = recap_text (name);
    }
}

void
import_keys_fill (ImportKeys *self, const ImportRecord *record, RecapText sumber, RecapForm *form)
{
    const char *asal = import_record_asal (record);

    form->keys[RECAP_KEY_KODE] = import_record_kode_text (record);
    form->keys[RECAP_KEY_SUMBER] = sumber;
    form->keys[RECAP_KEY_WAKTU] = recap_text (import_record_waktu (record));
    form->keys[RECAP_KEY_PSU] = record->shared->psu;
    form->keys[RECAP_KEY_ASAL] = asal[0] != '\0' ? recap_text (asal) : make_origin (self, record);
    import_fill_names (self->import, record, form);
}

/* --- tables --- */

RecapTableColumns
import_find_columns (const RecapImport *self)
{
    return (RecapTableColumns){
        .waktu = self->has_waktu,
        .psu = self->has_psu,
        .tallies = self->has_tallies,
        .fields = self->carried,
    };
}

/* Returns: the shape of records that have a cell for each column of the table. */
static char *
make_wanted_shape (const RecapImport *self, const RecapTableColumns *columns)
{
    char *shape = g_malloc0 (RECAP_N_TALLIES + self->n_fields + 1);
    memset (shape, columns->tallies ? '+' : '-', RECAP_N_TALLIES);
    for (guint i = 0; i < self->n_fields; i++)
        shape[RECAP_N_TALLIES + i] = columns->fields[i] ? '+' : '-';
    return shape;
}

void
import_writing_init (ImportWriting *self, const RecapImport *import,
                     const RecapTableColumns *columns, RecapSpool *spool)
{
    *self = (ImportWriting){
        .import = import,
        .schema = recap_schema_new (import->options.contests),
        .cells = g_new (RecapCell, import->n_fields),
        .wanted = make_wanted_shape (import, columns),
    };
    /* A schema of one contest has its fields in form order, as the cells have. */
    recap_schema_add_contest (self->schema, import->options.contest);
    g_assert (recap_schema_get_n (self->schema) == import->n_fields);
    self->writer = recap_table_writer_new (spool, self->schema, columns);
    self->form.contest = import->options.contest;
    self->form.cells = self->cells;
    import_keys_init (&self->keys, import);
    recap_table_writer_header (self->writer);
}

void
import_writing_clear (ImportWriting *self)
{
    g_clear_pointer (&self->writer, recap_table_writer_free);
    g_clear_pointer (&self->schema, recap_schema_free);
    g_clear_pointer (&self->cells, g_free);
    g_clear_pointer (&self->wanted, g_free);
    import_keys_clear (&self->keys);
}

/* Whether the source and the names of the regions are those of the last record that was written as
 * it was kept. A register can have other names for each TPS. */
static gboolean
is_same_place (const ImportWriting *self, const ImportRecord *record, RecapText sumber)
{
    return self->last == record->shared && self->last_sumber == sumber.bytes &&
           self->import->options.stations == NULL;
}

void
import_writing_add (ImportWriting *self, const ImportRecord *record, RecapText sumber)
{
    RecapForm *form = &self->form;
    const char *shape = record->shared->shape;

    import_keys_fill (&self->keys, record, sumber, form);
    if (shape != self->fitting && strcmp (shape, self->wanted) == 0)
        self->fitting = shape;
    if (shape != self->fitting) {
        import_records_unpack (&self->import->records, record, form->cells, form->tallies);
        recap_table_writer_add (self->writer, form);
        return;
    }
    recap_table_writer_add_formatted (self->writer, form, is_same_place (self, record, sumber),
                                      import_record_cells (record));
    self->last = record->shared;
    self->last_sumber = sumber.bytes;
}
