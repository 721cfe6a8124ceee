#include "config.h"

#include "import-records.h"

#include <string.h>

void
import_records_init (ImportRecords *self, RecapArena *arena, guint n_fields)
{
    *self = (ImportRecords){
        .arena = arena,
        .all = g_ptr_array_new (),
        .ordered = TRUE,
        .n_fields = n_fields,
        .packed = g_malloc ((n_fields + RECAP_N_TALLIES) * (gsize)RECAP_CELL_SIZE),
        .shape = g_malloc0 (n_fields + RECAP_N_TALLIES + 1),
    };
}

void
import_records_clear (ImportRecords *self)
{
    g_clear_pointer (&self->all, g_ptr_array_unref);
    g_clear_pointer (&self->packed, g_free);
    g_clear_pointer (&self->shape, g_free);
}

/* --- cells --- */

static void
note_shape (char *shape, const RecapCell *cells, guint n_cells)
{
    for (guint i = 0; i < n_cells; i++)
        shape[i] = cells[i] != RECAP_CELL_NOT_CARRIED ? '+' : '-';
}

/* Packs the cells as they will be written, with commas between them. What only sums have comes
 * first, as in the table, then the fields. Equal cells give equal texts and shapes.
 *
 * Returns: the size in bytes. */
static guint32
pack (ImportRecords *self, const RecapForm *form)
{
    gsize size = recap_cells_format (form->tallies, RECAP_N_TALLIES, self->packed);

    size += recap_cells_format (form->cells, self->n_fields, self->packed + size);
    note_shape (self->shape, form->tallies, RECAP_N_TALLIES);
    note_shape (self->shape + RECAP_N_TALLIES, form->cells, self->n_fields);
    return size > 0 ? (guint32)size - 1 : 0;
}

/* Returns: what is behind the cells. */
static RecapText
unpack_cells (RecapText text, const char *shape, RecapCell *cells, guint n_cells)
{
    for (guint i = 0; i < n_cells; i++) {
        cells[i] = RECAP_CELL_NOT_CARRIED;
        if (shape[i] == '-')
            continue;
        const char *comma = memchr (text.bytes, ',', text.size);
        gsize size = comma != NULL ? (gsize)(comma - text.bytes) : text.size;
        recap_cell_parse ((RecapText){ text.bytes, size }, &cells[i]);
        size += comma != NULL;
        text = (RecapText){ text.bytes + size, text.size - size };
    }
    return text;
}

void
import_records_unpack (const ImportRecords *self, const ImportRecord *record, RecapCell *cells,
                       RecapCell *tallies)
{
    const char *shape = record->shared->shape;
    RecapText text = unpack_cells (import_record_cells (record), shape, tallies, RECAP_N_TALLIES);
    unpack_cells (text, shape + RECAP_N_TALLIES, cells, self->n_fields);
}

/* --- what records share --- */

static RecapText
intern (ImportRecords *self, RecapText text)
{
    return (RecapText){ recap_arena_intern (self->arena, text), text.size };
}

static gboolean
is_shared (const ImportShared *shared, const RecapForm *form, RecapText sumber, const char *shape)
{
    for (guint i = 0; i < G_N_ELEMENTS (shared->names); i++)
        if (!recap_text_equal (shared->names[i], form->keys[RECAP_KEY_PROVINSI + i]))
            return FALSE;
    return recap_text_equal (shared->sumber, sumber) &&
           recap_text_equal (shared->psu, form->keys[RECAP_KEY_PSU]) &&
           strcmp (shared->shape, shape) == 0;
}

/* Mostly @last, the one of the record before, will do. */
static const ImportShared *
find_shared (ImportRecords *self, const ImportShared *last, const RecapForm *form, RecapText sumber)
{
    if (last != NULL && is_shared (last, form, sumber, self->shape))
        return last;
    ImportShared *shared = recap_arena_take (self->arena, sizeof *shared);
    for (guint i = 0; i < G_N_ELEMENTS (shared->names); i++)
        shared->names[i] = intern (self, form->keys[RECAP_KEY_PROVINSI + i]);
    shared->sumber = intern (self, sumber);
    shared->psu = intern (self, form->keys[RECAP_KEY_PSU]);
    shared->shape = recap_arena_intern (self->arena, recap_text (self->shape));
    return shared;
}

/* The name of a document is its own; that of a table is the same for all its records. */
static const char *
keep_file (ImportRecords *self, const ImportRecord *last, const char *file)
{
    if (last != NULL && strcmp (last->file, file) == 0)
        return last->file;
    return recap_arena_copy (self->arena, recap_text (file));
}

/* --- records --- */

/* Puts @text and a NUL at @offset of @texts. Returns: the offset behind them. */
static guint32
put_text (char *texts, guint32 offset, RecapText text)
{
    if (text.size > 0)
        memcpy (texts + offset, text.bytes, text.size);
    texts[offset + text.size] = '\0';
    return offset + (guint32)text.size + 1;
}

/* The number of a TPS is mostly the end of its code. */
static gboolean
is_ending (RecapText tps, RecapText kode)
{
    return kode.size >= tps.size &&
           memcmp (kode.bytes + kode.size - tps.size, tps.bytes, tps.size) == 0;
}

static void
keep_texts (ImportRecords *self, const RecapForm *form, ImportRecord *record)
{
    const RecapText *keys = form->keys;
    const RecapText kode = keys[RECAP_KEY_KODE];
    const RecapText tps = keys[RECAP_KEY_TPS];
    /* Of a document file and line say all. */
    const RecapText asal = form->line > 0 ? keys[RECAP_KEY_ASAL] : RECAP_TEXT_EMPTY;
    gboolean ending = tps.size == 0 || is_ending (tps, kode);
    guint32 size = pack (self, form);

    char *texts = recap_arena_take_bytes (self->arena, kode.size + keys[RECAP_KEY_WAKTU].size +
                                                           asal.size + tps.size + size + 4);
    record->texts = texts;
    record->waktu = put_text (texts, 0, kode);
    record->asal = put_text (texts, record->waktu, keys[RECAP_KEY_WAKTU]);
    record->cells = put_text (texts, record->asal, asal);
    record->tps = ending ? (guint32)(kode.size - tps.size) : record->cells;
    if (!ending)
        record->cells = put_text (texts, record->cells, tps);
    memcpy (texts + record->cells, self->packed, size);
    record->cells_size = size;
}

int
import_record_compare_keys (const ImportRecord *a, const ImportRecord *b)
{
    int order = a->total - b->total;
    if (order == 0)
        order = strcmp (a->texts, b->texts);
    if (order != 0 || a->shared->sumber.bytes == b->shared->sumber.bytes)
        return order;
    return strcmp (a->shared->sumber.bytes, b->shared->sumber.bytes);
}

gboolean
import_record_has_same_values (const ImportRecord *a, const ImportRecord *b)
{
    return a->shared->shape == b->shared->shape &&
           recap_text_equal (import_record_cells (a), import_record_cells (b)) &&
           recap_text_equal (a->shared->psu, b->shared->psu);
}

int
import_record_compare (gconstpointer left, gconstpointer right)
{
    const ImportRecord *a = *(const ImportRecord *const *)left;
    const ImportRecord *b = *(const ImportRecord *const *)right;
    int order = import_record_compare_keys (a, b);
    if (order == 0)
        order = -strcmp (import_record_waktu (a), import_record_waktu (b));
    if (order == 0)
        order = strcmp (a->file, b->file);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

ImportRecord *
import_records_keep (ImportRecords *self, const RecapForm *form, RecapText sumber, gboolean total,
                     guint part)
{
    guint n = self->all->len;
    const ImportRecord *last = n > 0 ? g_ptr_array_index (self->all, n - 1) : NULL;
    ImportRecord *record = recap_arena_take (self->arena, sizeof *record);

    *record = (ImportRecord){
        .line = form->line,
        .part = part,
        .state = IMPORT_IMPORTED,
        .total = total != FALSE,
    };
    keep_texts (self, form, record);
    record->file = keep_file (self, last, form->file);
    record->shared = find_shared (self, last != NULL ? last->shared : NULL, form, sumber);
    self->ordered =
        self->ordered && (last == NULL || import_record_compare_keys (last, record) < 0);
    g_ptr_array_add (self->all, record);
    return record;
}
