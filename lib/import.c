#include "config.h"

#include "import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "arena.h"
#include "csv-records.h"
#include "csv-writer.h"
#include "documents.h"
#include "error.h"
#include "form-sheet.h"
#include "import-words.h"
#include "json-records.h"
#include "names.h"
#include "region.h"
#include "reject.h"
#include "sheet-reader.h"
#include "sirekap.h"
#include "table-writer.h"
#include "text.h"
#include "typed-table.h"

enum { SKIPPED_NAMES_MAX = 1000 };

typedef enum {
    STATE_IMPORTED,
    STATE_SUPERSEDED,
    STATE_REJECTED,
} State;

/* What records that stand together have in common; it lies in the arena and is never changed. */
typedef struct {
    RecapText names[RECAP_KEY_DESA - RECAP_KEY_PROVINSI + 1];
    RecapText sumber;
    RecapText psu;
    const char *shape; /* which cells they carry, see pack_form(); equal ones are one text */
} Shared;

/* One record that was taken. Texts lie in the arena, equal names are one text. A national import
 * has 823,236 of them. */
typedef struct {
    const char *kode;
    const char *tps;
    const char *waktu;
    const char *asal; /* as the table said; NULL: file and line */
    const char *file;
    guint64 line; /* 0 for a document */
    const Shared *shared;
    const char *cells;        /* as they are written, see pack_form() */
    const ImportWords *words; /* that contradict the cells, or NULL */
    guint32 cells_size;       /* bytes */
    guint32 part;             /* index of the Part it was read in */
    State state;
    gboolean total; /* stands in a table of its own */
} Entry;

/* A line of the summary: one table, or all documents of one operand. */
typedef struct {
    const char *name;
    const char *kind;
    RecapImportCount count;
    const char *first_reason; /* or NULL */
} Part;

/* A column that no contest knows, and where it was seen first. */
typedef struct {
    const char *heading;
    const char *file;
    guint n_files;
} Ignored;

struct _RecapImport {
    RecapImportOptions options;
    guint n_fields;
    RecapSirekap *sirekap;
    RecapNames *names; /* of the register, or NULL */
    RecapArena *arena;
    GPtrArray *entries; /* of Entry in the arena */
    gboolean ordered;   /* they came in the order of their keys, and no key came twice */
    GArray *parts;      /* of Part */
    gboolean *carried;  /* by field: some input has it */
    gboolean has_waktu;
    gboolean has_psu;
    gboolean has_tallies;

    const char *operand; /* that is being read */
    int documents_part;  /* part of its documents, -1 as long as there are none */
    guint32 part;        /* that is being read */
    guint64 n_documents; /* of the operand */
    guint64 n_records;   /* of all */

    RecapImportCount count;
    RecapCsvWriter *rejects_csv;
    GPtrArray *rejects; /* of GError: the first ones */
    guint64 n_rejects;

    GArray *ignored;                   /* of Ignored */
    GPtrArray *skipped[RECAP_N_SKIPS]; /* names in the arena, not all */
    guint64 n_skipped[RECAP_N_SKIPS];
    guint64 n_empty;
    GPtrArray *sheet_notes; /* about sheets, owned */
    gboolean in_sheet;      /* the table that is being read is one */
    GString *place;         /* 'file!sheet!row' of its record */
    guint64 n_left_out;
    guint64 n_totals;
    guint64 n_unchecked;
    GPtrArray *profiles; /* "'file': profile name", one a table that has one */
    char *packed;        /* room for the cells of the record that is being packed */
    char *shape;         /* and for their shape */
    GString *origin;     /* where the record that is being written was read */
    const char *origin_file;
    gsize origin_size; /* of the name of the file in it */
};

gboolean
recap_import_format_parse (const char *word, RecapImportFormat *ret_format)
{
    if (strcmp (word, "sirekap") == 0)
        *ret_format = RECAP_IMPORT_SIREKAP;
    else if (strcmp (word, "csv") == 0)
        *ret_format = RECAP_IMPORT_CSV;
    else if (strcmp (word, "xlsx") == 0)
        *ret_format = RECAP_IMPORT_XLSX;
    else if (strcmp (word, "ods") == 0)
        *ret_format = RECAP_IMPORT_ODS;
    else
        return FALSE;
    return TRUE;
}

static void
start_rejects (RecapImport *self)
{
    static const char *const columns[] = { "asal", "kolom", "teks", "alasan" };

    self->rejects_csv = recap_csv_writer_new (self->options.rejects);
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (self->rejects_csv, columns[i]);
    recap_csv_writer_end (self->rejects_csv);
}

RecapImport *
recap_import_new (const RecapImportOptions *options)
{
    g_return_val_if_fail (options != NULL && options->contest != NULL, NULL);

    RecapImport *self = g_new0 (RecapImport, 1);
    self->options = *options;
    recap_contest_get_fields (options->contest, &self->n_fields);
    self->sirekap = recap_sirekap_new (options->contest, options->candidates);
    self->arena = recap_arena_new ();
    self->entries = g_ptr_array_new ();
    self->ordered = TRUE;
    self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
    self->carried = g_new0 (gboolean, self->n_fields);
    self->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    if (options->stations != NULL)
        self->names = recap_names_new (options->stations);
    self->profiles = g_ptr_array_new_with_free_func (g_free);
    self->ignored = g_array_new (FALSE, FALSE, sizeof (Ignored));
    self->sheet_notes = g_ptr_array_new_with_free_func (g_free);
    self->place = g_string_new (NULL);
    self->packed = g_malloc ((self->n_fields + RECAP_N_TALLIES) * (gsize)RECAP_CELL_SIZE);
    self->shape = g_malloc0 (self->n_fields + RECAP_N_TALLIES + 1);
    self->origin = g_string_new (NULL);
    for (RecapSkip i = 0; i < RECAP_N_SKIPS; i++)
        self->skipped[i] = g_ptr_array_new ();
    if (options->rejects != NULL)
        start_rejects (self);
    return self;
}

void
recap_import_free (RecapImport *self)
{
    if (self == NULL)
        return;
    recap_sirekap_free (self->sirekap);
    recap_arena_free (self->arena);
    recap_csv_writer_free (self->rejects_csv);
    g_ptr_array_unref (self->entries);
    g_array_unref (self->parts);
    g_ptr_array_unref (self->rejects);
    g_array_unref (self->ignored);
    g_ptr_array_unref (self->sheet_notes);
    g_string_free (self->place, TRUE);
    recap_names_free (self->names);
    g_ptr_array_unref (self->profiles);
    g_free (self->packed);
    g_free (self->shape);
    g_string_free (self->origin, TRUE);
    for (RecapSkip i = 0; i < RECAP_N_SKIPS; i++)
        g_ptr_array_unref (self->skipped[i]);
    g_free (self->carried);
    g_free (self);
}

/* --- what cannot be taken --- */

static Part *
current_part (RecapImport *self)
{
    return &g_array_index (self->parts, Part, self->part);
}

static void
on_reject (const RecapReject *reject, gpointer data)
{
    RecapImport *self = data;
    Part *part = current_part (self);

    self->n_rejects++;
    if (part->first_reason == NULL)
        part->first_reason = recap_arena_copy (self->arena, recap_text (reject->reason));
    if (self->rejects->len < RECAP_IMPORT_SHOWN)
        g_ptr_array_add (self->rejects, recap_reject_to_error (reject));
    if (self->rejects_csv == NULL)
        return;

    g_autofree char *place = recap_origin_format (&reject->origin);
    g_autofree char *text = recap_text_escape (reject->text.bytes, reject->text.size);
    g_autofree char *reason = recap_text_escape (reject->reason, strlen (reject->reason));
    g_autofree char *column = recap_text_escape (reject->column, strlen (reject->column));
    recap_csv_writer_string (self->rejects_csv, place);
    recap_csv_writer_string (self->rejects_csv, column);
    recap_csv_writer_string (self->rejects_csv, text);
    recap_csv_writer_string (self->rejects_csv, reason);
    recap_csv_writer_end (self->rejects_csv);
}

static void
count_record (RecapImport *self, gboolean taken)
{
    Part *part = current_part (self);
    if (++self->n_records % RECAP_PROGRESS_STEP == 0 && self->options.progress != NULL)
        self->options.progress (self->n_records, self->options.progress_data);
    part->count.read++;
    part->count.rejected += !taken;
}

/* --- keeping records --- */

/* Packs cells as they will be written, with commas between them; those that are not carried are
 * left out and have a '-' in @shape, the others a '+'. Equal cells give equal texts and shapes. */
static char *
pack_cells (char *out, char *shape, const RecapCell *cells, guint n_cells)
{
    for (guint i = 0; i < n_cells; i++) {
        gboolean carried = cells[i] != RECAP_CELL_NOT_CARRIED;
        shape[i] = carried ? '+' : '-';
        if (!carried)
            continue;
        out += recap_cell_format (cells[i], out);
        *out++ = ',';
    }
    return out;
}

/* What only sums have comes first, as in the table, then the fields. Returns: the size in bytes. */
static guint32
pack_form (RecapImport *self, const RecapForm *form)
{
    char *end = pack_cells (self->packed, self->shape, form->tallies, RECAP_N_TALLIES);
    end = pack_cells (end, self->shape + RECAP_N_TALLIES, form->cells, self->n_fields);
    return end > self->packed ? (guint32)(end - self->packed) - 1 : 0;
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

static void
unpack_form (const RecapImport *self, const Entry *entry, RecapCell *cells, RecapCell *tallies)
{
    const char *shape = entry->shared->shape;
    RecapText text = { entry->cells, entry->cells_size };
    text = unpack_cells (text, shape, tallies, RECAP_N_TALLIES);
    unpack_cells (text, shape + RECAP_N_TALLIES, cells, self->n_fields);
}

static RecapText
intern (RecapImport *self, RecapText text)
{
    return (RecapText){ recap_arena_intern (self->arena, text), text.size };
}

static gboolean
is_shared (const Shared *shared, const RecapForm *form, RecapText sumber, const char *shape)
{
    for (guint i = 0; i < G_N_ELEMENTS (shared->names); i++)
        if (!recap_text_equal (shared->names[i], form->keys[RECAP_KEY_PROVINSI + i]))
            return FALSE;
    return recap_text_equal (shared->sumber, sumber) &&
           recap_text_equal (shared->psu, form->keys[RECAP_KEY_PSU]) &&
           strcmp (shared->shape, shape) == 0;
}

/* Mostly @last, the one of the record before, will do. */
static const Shared *
find_shared (RecapImport *self, const Shared *last, const RecapForm *form, RecapText sumber)
{
    if (last != NULL && is_shared (last, form, sumber, self->shape))
        return last;
    Shared *shared = recap_arena_take (self->arena, sizeof *shared);
    for (guint i = 0; i < G_N_ELEMENTS (shared->names); i++)
        shared->names[i] = intern (self, form->keys[RECAP_KEY_PROVINSI + i]);
    shared->sumber = intern (self, sumber);
    shared->psu = intern (self, form->keys[RECAP_KEY_PSU]);
    shared->shape = recap_arena_intern (self->arena, recap_text (self->shape));
    return shared;
}

/* The number of a TPS is mostly the end of its code. */
static const char *
keep_number (RecapImport *self, RecapText tps, RecapText kode, const char *kept_kode)
{
    if (tps.size > 0 && kode.size >= tps.size &&
        memcmp (kode.bytes + kode.size - tps.size, tps.bytes, tps.size) == 0)
        return kept_kode + kode.size - tps.size;
    return recap_arena_intern (self->arena, tps);
}

static int
compare_keys (const Entry *a, const Entry *b)
{
    int order = a->total - b->total;
    if (order == 0)
        order = strcmp (a->kode, b->kode);
    if (order != 0 || a->shared->sumber.bytes == b->shared->sumber.bytes)
        return order;
    return strcmp (a->shared->sumber.bytes, b->shared->sumber.bytes);
}

static Entry *
keep (RecapImport *self, const RecapForm *form, RecapText sumber, gboolean total)
{
    guint n = self->entries->len;
    const Entry *last = n > 0 ? g_ptr_array_index (self->entries, n - 1) : NULL;
    Entry *entry = recap_arena_take (self->arena, sizeof *entry);
    guint32 size = pack_form (self, form);
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText file = recap_text (form->file);

    *entry = (Entry){
        .kode = recap_arena_copy (self->arena, kode),
        .waktu = recap_arena_copy (self->arena, form->keys[RECAP_KEY_WAKTU]),
        .shared = find_shared (self, last != NULL ? last->shared : NULL, form, sumber),
        .cells = recap_arena_copy (self->arena, (RecapText){ self->packed, size }),
        .cells_size = size,
        .line = form->line,
        .part = self->part,
        .total = total,
    };
    entry->tps = keep_number (self, form->keys[RECAP_KEY_TPS], kode, entry->kode);
    /* The name of a document is its own; that of a table is the same for all its records. */
    if (last != NULL && strcmp (last->file, form->file) == 0)
        entry->file = last->file;
    else
        entry->file = recap_arena_copy (self->arena, file);
    if (form->line > 0 && form->keys[RECAP_KEY_ASAL].size > 0)
        entry->asal = recap_arena_copy (self->arena, form->keys[RECAP_KEY_ASAL]);
    self->ordered = self->ordered && (last == NULL || compare_keys (last, entry) < 0);
    g_ptr_array_add (self->entries, entry);
    return entry;
}

/* --- documents --- */

static guint32
add_part (RecapImport *self, const char *name, const char *kind)
{
    Part part = { .name = recap_arena_copy (self->arena, recap_text (name)), .kind = kind };
    g_array_append_val (self->parts, part);
    return self->parts->len - 1;
}

static gboolean
need_source (const RecapImport *self, const char *name, GError **error)
{
    if (self->options.source != NULL)
        return TRUE;
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_USAGE, &origin, _ ("nothing says whose numbers these are"));
    recap_error_set_hint (error, _ ("name the source with -s, for example -s plano"));
    return FALSE;
}

/* Takes a form of a Sirekap document; NULL: one that was rejected. */
static void
on_form (const RecapForm *form, gpointer data)
{
    RecapImport *self = data;

    count_record (self, form != NULL);
    if (form == NULL)
        return;
    for (guint i = 0; i < self->n_fields; i++)
        self->carried[i] = self->carried[i] || form->cells[i] != RECAP_CELL_NOT_CARRIED;
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        self->has_tallies = self->has_tallies || form->tallies[tally] != RECAP_CELL_NOT_CARRIED;
    self->has_waktu = TRUE;
    self->has_psu = TRUE;
    keep (self, form, recap_text (self->options.source), FALSE);
}

static void
on_total (const RecapForm *form, gpointer data)
{
    RecapImport *self = data;

    count_record (self, TRUE);
    self->has_waktu = TRUE;
    self->has_psu = TRUE;
    keep (self, form, recap_text (self->options.source), TRUE);
}

/* Reads documents of Sirekap: one in memory, or any number of them from a source. */
static gboolean
read_sirekap (RecapImport *self, const RecapDocument *document, GError **error)
{
    const RecapSirekapVisitor visitor = { on_form, on_reject, self,
                                          self->options.totals ? on_total : NULL };

    if (!need_source (self, document->name, error))
        return FALSE;
    if (self->documents_part < 0)
        self->documents_part = (int)add_part (self, self->operand, "sirekap");
    self->part = (guint32)self->documents_part;
    if (document->source != NULL)
        return recap_sirekap_read_source (self->sirekap, document->source, &visitor, error);
    return recap_sirekap_read (self->sirekap, document->name, document->bytes, document->size,
                               &visitor, error);
}

/* Decides whose numbers a record of a table has. */
typedef struct {
    RecapImport *import;
    RecapTypedTable *table;
    gboolean has_source; /* the table has the column sumber */
    const char *source;  /* its first value, when it will be replaced; in the arena */
    guint64 source_line;
} Sources;

/* -s replaces the sources of a table only when it has one: else two sources would become one. */
static gboolean
find_source (Sources *self, const RecapForm *form, RecapText *ret_source, GError **error)
{
    const char *wanted = self->import->options.source;
    RecapText own = form->keys[RECAP_KEY_SUMBER];

    *ret_source = recap_text (wanted);
    if (!self->has_source)
        return need_source (self->import, form->file, error);
    if (wanted == NULL) {
        *ret_source = own;
        return TRUE;
    }
    if (self->source == NULL) {
        self->source = recap_arena_copy (self->import->arena, own);
        self->source_line = form->line;
    }
    if (recap_text_equal_string (own, self->source))
        return TRUE;
    RecapOrigin origin = { form->file, form->line, 0 };
    g_autofree char *first = recap_text_display (self->source, strlen (self->source));
    g_autofree char *second = recap_text_display (own.bytes, own.size);
    recap_error_set (
        error, RECAP_ERROR_SCHEMA, &origin,
        _ ("the source is '%s' here, but '%s' in line %" PRIu64 "; -s would make them one"), second,
        first, self->source_line);
    recap_error_set_hint (error, _ ("leave out -s, or split the table by its column 'sumber'"));
    return FALSE;
}

static void
note_ignored (RecapImport *self, const char *heading, const char *file)
{
    for (guint i = 0; i < self->ignored->len; i++) {
        Ignored *known = &g_array_index (self->ignored, Ignored, i);
        if (strcmp (known->heading, heading) == 0) {
            known->n_files += strcmp (known->file, file) != 0;
            return;
        }
    }
    Ignored ignored = { recap_arena_copy (self->arena, recap_text (heading)),
                        recap_arena_copy (self->arena, recap_text (file)), 1 };
    g_array_append_val (self->ignored, ignored);
}

static void
note_columns (RecapImport *self, const RecapTypedTable *table, const char *file)
{
    const RecapProfile *profile = recap_typed_table_get_profile (table);
    if (profile != NULL)
        g_ptr_array_add (self->profiles, g_strdup_printf (_ ("'%s' has the profile '%s'"), file,
                                                          recap_profile_get_name (profile)));
    const char *const *ignored = recap_typed_table_get_ignored (table);
    for (; *ignored != NULL; ignored++)
        note_ignored (self, *ignored, file);
    for (guint i = 0; i < self->n_fields; i++)
        self->carried[i] = self->carried[i] || recap_typed_table_has_field (table, i);
    self->has_waktu = self->has_waktu || recap_typed_table_has_key (table, RECAP_KEY_WAKTU);
    self->has_psu = self->has_psu || recap_typed_table_has_key (table, RECAP_KEY_PSU);
}

static void
reject_empty_source (RecapImport *self, const RecapForm *form, const RecapTypedTable *table)
{
    RecapReject reject = {
        .origin = { form->file, form->line, 0 },
        .column = recap_key_name (RECAP_KEY_SUMBER),
        .text = RECAP_TEXT_EMPTY,
        .reason = _ ("the column 'sumber' is empty"),
        .hint = _ ("name the source with -s, for example -s plano"),
        .excerpt = recap_typed_table_get_line (table),
    };
    on_reject (&reject, self);
}

/* A row of a sheet is 'file!sheet!row'. */
static void
note_place (RecapImport *self, RecapForm *form)
{
    if (!self->in_sheet || form->keys[RECAP_KEY_ASAL].size > 0)
        return;
    g_string_printf (self->place, "%s!%" PRIu64, form->file, form->line);
    form->keys[RECAP_KEY_ASAL] = (RecapText){ self->place->str, self->place->len };
}

static void
keep_words (RecapImport *self, Entry *entry, const RecapTypedTable *table)
{
    guint n = 0;
    const RecapContradiction *found = recap_typed_table_get_contradictions (table, &n);
    entry->words = import_words_keep (self->arena, found, n);
}

static gboolean
read_records (RecapImport *self, RecapTypedTable *table, GError **error)
{
    Sources sources = { self, table, recap_typed_table_has_key (table, RECAP_KEY_SUMBER), NULL, 0 };

    while (TRUE) {
        RecapForm form;
        RecapText source;
        gboolean taken = FALSE;
        gboolean end = FALSE;
        if (!recap_typed_table_next (table, &form, &taken, &end, on_reject, self, error))
            return FALSE;
        if (end)
            return TRUE;
        if (taken) {
            note_place (self, &form);
            if (!find_source (&sources, &form, &source, error))
                return FALSE;
            taken = source.size > 0;
            if (!taken)
                reject_empty_source (self, &form, table);
        }
        count_record (self, taken);
        if (taken)
            keep_words (self, keep (self, &form, source, FALSE), table);
    }
}

static gboolean
read_table_from (RecapImport *self, const RecapRecords *records, const char *sheet, GError **error)
{
    const char *name = records->name;
    guint64 n_unchecked = 0;
    const RecapTypedOptions options = {
        .profile = self->options.profile,
        .profiles = self->options.profiles,
        .source = self->options.source,
        .sheet = sheet,
        .numbers = self->options.numbers,
        .names = self->names,
    };
    g_autoptr (RecapTypedTable) table =
        recap_typed_table_new (self->options.contest, records, &options, error);

    if (table == NULL)
        return FALSE;
    note_columns (self, table, name);
    if (!read_records (self, table, error))
        return FALSE;
    self->n_empty += recap_typed_table_get_n_empty (table);
    self->n_left_out += recap_typed_table_get_n_left_out (table);
    self->n_totals += recap_typed_table_get_n_totals (table, &n_unchecked);
    self->n_unchecked += n_unchecked;
    if (current_part (self)->count.read > 0)
        return TRUE;
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table has no records"));
    return FALSE;
}

static RecapLayout
asked_layout (const RecapImport *self)
{
    return self->options.profile != NULL ? recap_profile_get_layout (self->options.profile)
                                         : RECAP_LAYOUT_ANY;
}

static gboolean
set_wrong_layout (const RecapImport *self, const char *file, GError **error)
{
    RecapOrigin origin = { file, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("there is no sheet with columns of TPS, as the profile '%s' says"),
                     recap_profile_get_name (self->options.profile));
    return FALSE;
}

static gboolean
read_csv (RecapImport *self, RecapSource *source, GError **error)
{
    if (asked_layout (self) > RECAP_LAYOUT_ROWS)
        return set_wrong_layout (self, recap_source_get_name (source), error);
    g_autoptr (RecapCsvRecords) records = recap_csv_records_new (
        source, recap_typed_header_score, (gpointer)self->options.contest, error);

    return records != NULL && read_table_from (self, recap_csv_records_get (records), NULL, error);
}

/* One table among many that is none at all must not keep the others out. Takes @why. */
static gboolean
pass_table (RecapImport *self, const RecapDocument *document, gboolean alone, GError *why,
            GError **error)
{
    g_autoptr (GError) local = why;
    gboolean unusable = g_error_matches (local, RECAP_ERROR, RECAP_ERROR_SCHEMA) &&
                        current_part (self)->count.read == 0;

    if (alone || !unusable) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    recap_reject_error (local, document->name, on_reject, self);
    count_record (self, FALSE);
    return TRUE;
}

static gboolean
read_table (RecapImport *self, const RecapDocument *document, gboolean alone, GError **error)
{
    g_autoptr (RecapSource) own = NULL;
    g_autoptr (GError) local = NULL;
    RecapSource *source = document->source;

    if (source == NULL) {
        own = recap_source_new_for_bytes (document->name, document->bytes, document->size, error);
        if (own == NULL)
            return FALSE;
        source = own;
    }
    self->part = add_part (self, document->name, "csv");
    if (read_csv (self, source, &local))
        return TRUE;
    return pass_table (self, document, alone, g_steal_pointer (&local), error);
}

/* Whether a list of objects with members of these @headings has the profile that is asked for, or
 * one that is known. */
static gboolean
has_profile (const RecapImport *self, const char *name, GStrv headings, gboolean *ret_has,
             GError **error)
{
    const RecapProfile *asked = self->options.profile;
    const RecapProfiles *all = self->options.profiles;
    const char *contest = recap_contest_get_code (self->options.contest);
    guint n_all = asked != NULL ? 1 : (all != NULL ? recap_profiles_get_n (all) : 0);
    g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (RecapText));
    RecapText list = recap_text ("daftar");

    for (guint i = 0; headings[i] != NULL; i++) {
        RecapText text = recap_text (headings[i]);
        g_array_append_val (texts, text);
    }
    g_array_append_val (texts, list);
    *ret_has = FALSE;
    for (guint i = 0; i < n_all && !*ret_has; i++) {
        const RecapProfile *profile = asked != NULL ? asked : recap_profiles_get (all, i);
        if (recap_profile_get_layout (profile) <= RECAP_LAYOUT_ROWS &&
            recap_profile_is_for (profile, contest) &&
            !recap_profile_fits (profile, name, (const RecapText *)(gpointer)texts->data,
                                 texts->len, ret_has, error))
            return FALSE;
    }
    return TRUE;
}

/* A list of objects is a table when a profile knows its members. */
static gboolean
is_json_table (const RecapImport *self, const RecapDocument *document, gboolean *ret_is,
               GError **error)
{
    g_auto (GStrv) headings = NULL;
    gsize i = 0;

    *ret_is = FALSE;
    while (i < document->size && g_ascii_isspace (document->bytes[i]))
        i++;
    if (i < document->size && document->bytes[i] == '[')
        headings = recap_json_records_look (document->name, document->bytes, document->size);
    return headings == NULL || has_profile (self, document->name, headings, ret_is, error);
}

static gboolean
read_json_table (RecapImport *self, const RecapDocument *document, gboolean alone, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (RecapJsonRecords) records =
        recap_json_records_new (document->name, document->bytes, document->size, &local);

    self->part = add_part (self, document->name, "json");
    if (records != NULL && read_table_from (self, recap_json_records_get (records), NULL, &local))
        return TRUE;
    return pass_table (self, document, alone, g_steal_pointer (&local), error);
}

/* --- workbooks --- */

static void
note_sheet (RecapImport *self, const char *message, const char *file, const char *sheet,
            const char *why)
{
    g_autofree char *name = recap_text_display (sheet, strlen (sheet));
    g_autofree char *note = g_strdup_printf ("%s: %s '%s'", file, message, name);
    g_ptr_array_add (self->sheet_notes,
                     why != NULL ? g_strdup_printf ("%s: %s", note, why) : g_steal_pointer (&note));
}

/* Reads one sheet as a table. *@ret_unusable gets the error of a sheet that is none at all. */
static gboolean
read_table_sheet (RecapImport *self, RecapSheetReader *reader, guint index, GError **ret_unusable,
                  GError **error)
{
    g_autoptr (GError) local = NULL;
    const RecapRecords *records = recap_sheet_reader_open (reader, index, error);

    if (records == NULL)
        return FALSE;
    self->part = add_part (self, records->name, recap_sheet_reader_get_format (reader));
    self->in_sheet = TRUE;
    gboolean ok =
        read_table_from (self, records, recap_sheet_reader_get_name (reader, index), &local);
    self->in_sheet = FALSE;
    if (ok)
        return TRUE;
    if (!g_error_matches (local, RECAP_ERROR, RECAP_ERROR_SCHEMA) ||
        current_part (self)->count.read > 0) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    g_array_set_size (self->parts, self->parts->len - 1);
    *ret_unusable = g_steal_pointer (&local);
    return TRUE;
}

/* The user's choice goes before that of the profile. */
static gboolean
is_wanted (const RecapImport *self, const char *sheet, gboolean *ret_wanted, GError **error)
{
    const char *wanted = self->options.sheet;

    *ret_wanted = TRUE;
    if (wanted == NULL && self->options.profile != NULL)
        return recap_profile_wants_sheet (self->options.profile, sheet, ret_wanted, error);
    if (wanted == NULL)
        return TRUE;
    g_autofree char *folded = g_utf8_casefold (wanted, -1);
    g_autofree char *name = g_utf8_casefold (sheet, -1);
    *ret_wanted = strcmp (folded, name) == 0;
    return TRUE;
}

/* A sheet that the profile chooses is there to be read. Another one that is no table may be a page
 * of notes. */
static void
pass_sheet (RecapImport *self, const RecapSheetReader *reader, const char *file, const char *sheet,
            const GError *why)
{
    const RecapProfile *profile = self->options.profile;

    if (profile == NULL || self->options.sheet != NULL || !recap_profile_chooses_sheets (profile)) {
        note_sheet (self, _ ("did not read the sheet"), file, sheet, why->message);
        return;
    }
    g_autofree char *name = g_strdup_printf ("%s!%s", file, sheet);
    self->part = add_part (self, name, recap_sheet_reader_get_format (reader));
    recap_reject_error (why, name, on_reject, self);
    count_record (self, FALSE);
}

static gboolean
set_no_sheet (const RecapImport *self, const RecapSheetReader *reader, const char *file,
              GError **error)
{
    RecapOrigin origin = { file, 0, 0 };
    const char *sheet = self->options.sheet;
    g_autofree char *wanted = sheet != NULL ? recap_text_display (sheet, strlen (sheet)) : NULL;
    g_autoptr (GString) names = g_string_new (NULL);

    for (guint i = 0; i < recap_sheet_reader_get_n (reader); i++) {
        const char *name = recap_sheet_reader_get_name (reader, i);
        g_autofree char *shown = recap_text_display (name, strlen (name));
        g_string_append_printf (names, "%s'%s'", i > 0 ? ", " : "", shown);
    }
    if (wanted != NULL)
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("there is no sheet '%s'"), wanted);
    else
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("there is no sheet as the profile '%s' chooses it"),
                         recap_profile_get_name (self->options.profile));
    recap_error_set_hint (error, _ ("the sheets are %s"), names->str);
    return FALSE;
}

static gboolean
on_sheet_form (const RecapForm *form, gboolean taken, const GArray *contradictions, gpointer data,
               GError **error)
{
    RecapImport *self = data;
    RecapText source = recap_text (self->options.source);

    count_record (self, taken);
    if (!taken)
        return TRUE;
    if (source.size == 0)
        source = form->keys[RECAP_KEY_SUMBER];
    if (source.size == 0)
        return need_source (self, form->file, error);
    for (guint i = 0; i < self->n_fields; i++)
        self->carried[i] = self->carried[i] || form->cells[i] != RECAP_CELL_NOT_CARRIED;
    self->has_psu = self->has_psu || form->keys[RECAP_KEY_PSU].size > 0;
    Entry *entry = keep (self, form, source, FALSE);
    entry->words = import_words_keep (self->arena, (const RecapContradiction *)contradictions->data,
                                      contradictions->len);
    return TRUE;
}

/* A sheet in a workbook with sheets of the form that is none. */
static GError *
make_no_form (const char *file)
{
    GError *error = NULL;
    RecapOrigin origin = { file, 0, 0 };
    recap_error_set (&error, RECAP_ERROR_SCHEMA, &origin, _ ("it has no columns of TPS"));
    return error;
}

/* Reads one sheet if it is laid out like the form. */
static gboolean
read_form_sheet (RecapImport *self, RecapSheetReader *reader, guint index, RecapFormSheet *sheets,
                 gboolean *ret_is_form, GError **error)
{
    const RecapFormSheetVisitor visitor = { on_sheet_form, on_reject, self };
    const RecapRecords *records = recap_sheet_reader_open (reader, index, error);

    if (records == NULL || !recap_form_sheet_recognise (records, ret_is_form, error))
        return FALSE;
    if (!*ret_is_form)
        return TRUE;
    self->part = add_part (self, records->name, recap_sheet_reader_get_format (reader));
    return recap_form_sheet_read (sheets, records, &visitor, error);
}

/* Reads the sheets that are laid out like the form; *@ret_n is how many there are. In a workbook
 * that has such sheets the others are annexes, not tables. */
static gboolean
read_form_sheets (RecapImport *self, RecapSheetReader *reader, const char *file, guint *ret_n,
                  GError **error)
{
    g_autoptr (RecapFormSheet) sheets =
        recap_form_sheet_new (self->options.contest, self->options.stations, self->options.numbers,
                              self->options.profile);
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    g_autoptr (GError) no_form = make_no_form (file);

    *ret_n = 0;
    for (guint i = 0; i < recap_sheet_reader_get_n (reader); i++) {
        const char *name = recap_sheet_reader_get_name (reader, i);
        gboolean wanted = FALSE;
        gboolean is_form = FALSE;
        if (!is_wanted (self, name, &wanted, error))
            return FALSE;
        if (wanted && !read_form_sheet (self, reader, i, sheets, &is_form, error))
            return FALSE;
        if (wanted && !is_form)
            g_ptr_array_add (others, (gpointer)name);
        *ret_n += is_form;
        if (is_form && recap_sheet_reader_is_hidden (reader, i))
            note_sheet (self, _ ("read the hidden sheet"), file, name, NULL);
    }
    for (guint i = 0; *ret_n > 0 && i < others->len; i++)
        pass_sheet (self, reader, file, g_ptr_array_index (others, i), no_form);
    return TRUE;
}

/* Every sheet that is a table is read, hidden ones too; the others are named. */
static gboolean
read_table_sheets (RecapImport *self, RecapSheetReader *reader, const char *file, GError **error)
{
    g_autoptr (GError) first = NULL;
    guint n_read = 0;

    for (guint i = 0; i < recap_sheet_reader_get_n (reader); i++) {
        const char *name = recap_sheet_reader_get_name (reader, i);
        g_autoptr (GError) unusable = NULL;
        gboolean wanted = FALSE;
        if (!is_wanted (self, name, &wanted, error))
            return FALSE;
        if (!wanted)
            continue;
        if (!read_table_sheet (self, reader, i, &unusable, error))
            return FALSE;
        n_read += unusable == NULL;
        if (unusable == NULL && recap_sheet_reader_is_hidden (reader, i))
            note_sheet (self, _ ("read the hidden sheet"), file, name, NULL);
        if (unusable != NULL)
            pass_sheet (self, reader, file, name, unusable);
        if (unusable != NULL && first == NULL)
            first = g_steal_pointer (&unusable);
    }
    if (n_read > 0)
        return TRUE;
    if (first == NULL)
        return set_no_sheet (self, reader, file, error);
    g_propagate_error (error, g_steal_pointer (&first));
    return FALSE;
}

static gboolean
read_sheets (RecapImport *self, RecapSheetReader *reader, const char *file, GError **error)
{
    RecapLayout layout = asked_layout (self);
    guint n_read = 0;

    if (layout != RECAP_LAYOUT_ROWS && !read_form_sheets (self, reader, file, &n_read, error))
        return FALSE;
    if (n_read > 0)
        return TRUE;
    if (layout > RECAP_LAYOUT_ROWS)
        return set_wrong_layout (self, file, error);
    return read_table_sheets (self, reader, file, error);
}

static gboolean
check_format (const RecapImport *self, const RecapSheetReader *reader, const char *file,
              GError **error)
{
    RecapImportFormat found = RECAP_IMPORT_AUTO;
    RecapOrigin origin = { file, 0, 0 };

    recap_import_format_parse (recap_sheet_reader_get_format (reader), &found);
    if (self->options.format == RECAP_IMPORT_AUTO || self->options.format == found)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("a workbook of the format '%s'"),
                     recap_sheet_reader_get_format (reader));
    recap_error_set_hint (error, _ ("leave out -f"));
    return FALSE;
}

static gboolean
read_workbook (RecapImport *self, const RecapDocument *document, gboolean alone, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (RecapSheetReader) reader = recap_sheet_reader_new (document->package, &local);
    guint n_parts = self->parts->len;

    if (reader != NULL && check_format (self, reader, document->name, &local) &&
        read_sheets (self, reader, document->name, &local))
        return TRUE;
    if (alone || !g_error_matches (local, RECAP_ERROR, RECAP_ERROR_SCHEMA) ||
        self->parts->len > n_parts) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    self->part = add_part (self, document->name,
                           reader != NULL ? recap_sheet_reader_get_format (reader) : "xlsx");
    recap_reject_error (local, document->name, on_reject, self);
    count_record (self, FALSE);
    return TRUE;
}

static gboolean
looks_like_json (const RecapDocument *document)
{
    gsize i = 0;
    if (document->source != NULL)
        return document->json;
    if (g_str_has_suffix (document->name, ".json") || g_str_has_suffix (document->name, ".json.gz"))
        return TRUE;
    while (i < document->size && g_ascii_isspace (document->bytes[i]))
        i++;
    return i < document->size && (document->bytes[i] == '{' || document->bytes[i] == '[');
}

/* Reads @source as a whole into *@ret_bytes where it is a list that is not long; else *@ret_bytes
 * is NULL, and it stands at its beginning again. */
static gboolean
hold_list (RecapSource *source, char **ret_bytes, gsize *ret_size, GError **error)
{
    enum { BLOCK = 16 * 1024 };
    g_autofree char *bytes = g_malloc (RECAP_DOCUMENT_MAX + BLOCK);
    gsize size = 0;
    gsize first = 0;
    gsize n = 0;

    do {
        if (!recap_source_read (source, bytes + size, BLOCK, &n, error))
            return FALSE;
        size += n;
        while (first < size && g_ascii_isspace (bytes[first]))
            first++;
    } while (n > 0 && size <= RECAP_DOCUMENT_MAX && (first == size || bytes[first] == '['));
    if (n > 0 || first == size || bytes[first] != '[')
        return recap_source_rewind (source, error);
    *ret_bytes = g_steal_pointer (&bytes);
    *ret_size = size;
    return TRUE;
}

/* A list of objects can be a table. What is long, or a part of an archive, never is. */
static gboolean
read_json (RecapImport *self, const RecapDocument *document, gboolean alone, GError **error)
{
    g_autofree char *bytes = NULL;
    RecapDocument whole = *document;
    gboolean is_table = FALSE;

    if (document->source != NULL && alone) {
        if (!hold_list (document->source, &bytes, &whole.size, error))
            return FALSE;
        whole.bytes = bytes;
        whole.source = bytes != NULL ? NULL : document->source;
    }
    if (whole.source == NULL && !is_json_table (self, &whole, &is_table, error))
        return FALSE;
    return is_table ? read_json_table (self, &whole, alone, error)
                    : read_sirekap (self, &whole, error);
}

static gboolean
on_document (const RecapDocument *document, gpointer data, GError **error)
{
    RecapImport *self = data;
    gboolean alone =
        strcmp (document->name, self->operand) == 0 || strcmp (document->name, "<stdin>") == 0;

    self->n_documents++;
    if (document->package != NULL)
        return read_workbook (self, document, alone, error);
    if (self->options.format == RECAP_IMPORT_XLSX || self->options.format == RECAP_IMPORT_ODS) {
        RecapOrigin origin = { document->name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("not a workbook"));
        recap_error_set_hint (error, _ ("leave out -f"));
        return FALSE;
    }
    if (self->options.format == RECAP_IMPORT_SIREKAP)
        return read_sirekap (self, document, error);
    if (self->options.format == RECAP_IMPORT_AUTO && looks_like_json (document))
        return read_json (self, document, alone, error);
    return read_table (self, document, alone, error);
}

static void
on_skipped (const char *name, RecapSkip skip, gpointer data)
{
    RecapImport *self = data;
    self->n_skipped[skip]++;
    if (self->skipped[skip]->len < SKIPPED_NAMES_MAX)
        g_ptr_array_add (self->skipped[skip],
                         (gpointer)recap_arena_copy (self->arena, recap_text (name)));
}

gboolean
recap_import_read (RecapImport *self, const char *path, GError **error)
{
    g_return_val_if_fail (self != NULL && path != NULL, FALSE);

    const RecapVisitor visitor = { on_document, on_skipped, self,
                                   self->options.format != RECAP_IMPORT_CSV };
    self->operand = strcmp (path, "-") == 0 ? "<stdin>" : path;
    self->documents_part = -1;
    self->n_documents = 0;
    if (!recap_documents_walk (path, &visitor, error))
        return FALSE;
    if (self->n_documents > 0)
        return TRUE;
    RecapOrigin origin = { self->operand, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("there is no document in it"));
    recap_error_set_hint (
        error,
        _ ("documents are files whose names end in .json, .jsonl, .csv, .tsv, .xlsx or .ods"));
    return FALSE;
}

/* --- several records of one form --- */

/* The newest first; then by the place, so that the order of the inputs does not matter. */
static int
compare_entries (gconstpointer left, gconstpointer right)
{
    const Entry *a = *(const Entry *const *)left;
    const Entry *b = *(const Entry *const *)right;
    int order = compare_keys (a, b);
    if (order == 0)
        order = -strcmp (a->waktu, b->waktu);
    if (order == 0)
        order = strcmp (a->file, b->file);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static gboolean
has_same_values (const Entry *a, const Entry *b)
{
    return a->shared->shape == b->shared->shape && a->cells_size == b->cells_size &&
           memcmp (a->cells, b->cells, a->cells_size) == 0 &&
           recap_text_equal (a->shared->psu, b->shared->psu);
}

/* Says what differs first: "s01 '121' here, '211' there". */
static char *
describe_difference (const RecapImport *self, const Entry *a, const Entry *b)
{
    const RecapField *fields = recap_contest_get_fields (self->options.contest, NULL);
    g_autofree RecapCell *left = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    g_autofree RecapCell *right = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);

    unpack_form (self, a, left, left + self->n_fields);
    unpack_form (self, b, right, right + self->n_fields);
    for (guint i = 0; i < self->n_fields + RECAP_N_TALLIES; i++) {
        char here[RECAP_CELL_SIZE];
        char there[RECAP_CELL_SIZE];
        if (left[i] == right[i])
            continue;
        recap_cell_format (left[i], here);
        recap_cell_format (right[i], there);
        const char *name = i < self->n_fields ? fields[i].name
                                              : recap_tally_name ((RecapTally)(i - self->n_fields));
        return g_strdup_printf (_ ("%s '%s' here, '%s' there"), name, here, there);
    }
    return g_strdup_printf (_ ("%s '%s' here, '%s' there"), recap_key_name (RECAP_KEY_PSU),
                            a->shared->psu.bytes, b->shared->psu.bytes);
}

/* Sets @entry aside because @other says something else at the same time. */
static void
reject_entry (RecapImport *self, Entry *entry, const Entry *other)
{
    RecapOrigin place = { other->file, other->line, 0 };
    g_autofree char *there = recap_origin_format (&place);
    g_autofree char *difference = describe_difference (self, entry, other);
    g_autofree char *kode = recap_text_display (entry->kode, strlen (entry->kode));
    g_autofree char *reason =
        entry->waktu[0] != '\0' && strcmp (entry->waktu, other->waktu) == 0
            ? g_strdup_printf (_ ("form '%s' of %s has other values at %s: %s"), kode, entry->waktu,
                               there, difference)
            : g_strdup_printf (_ ("form '%s' has other values at %s: %s"), kode, there, difference);
    RecapReject reject = {
        .origin = { entry->file, entry->line, 0 },
        .column = "",
        .text = RECAP_TEXT_EMPTY,
        .reason = reason,
        .hint = _ ("nothing tells which is newer: remove the wrong one and import again"),
    };

    self->part = entry->part;
    entry->state = STATE_REJECTED;
    on_reject (&reject, self);
}

/* Whether a record may be the newest: it has the newest time, or none at all. */
static gboolean
is_candidate (const Entry *entry, const Entry *newest)
{
    return entry->waktu[0] == '\0' || strcmp (entry->waktu, newest->waktu) == 0;
}

/* Decides among @n records of one form, the newest first. */
static void
settle (RecapImport *self, Entry **entries, guint n)
{
    Entry *first = entries[0];
    Entry *rival = NULL;

    for (guint i = 1; i < n && rival == NULL; i++)
        if (is_candidate (entries[i], first) && !has_same_values (entries[i], first))
            rival = entries[i];
    for (guint i = 0; i < n; i++) {
        if (rival != NULL && is_candidate (entries[i], first))
            reject_entry (self, entries[i], has_same_values (entries[i], first) ? rival : first);
        else if (i > 0)
            entries[i]->state = STATE_SUPERSEDED;
    }
}

static void
count_entry (RecapImport *self, const Entry *entry)
{
    RecapImportCount *count = &g_array_index (self->parts, Part, entry->part).count;
    count->imported += entry->state == STATE_IMPORTED;
    count->superseded += entry->state == STATE_SUPERSEDED;
    count->rejected += entry->state == STATE_REJECTED;
}

static void
settle_all (RecapImport *self)
{
    Entry **entries = (Entry **)self->entries->pdata;

    if (!self->ordered)
        g_ptr_array_sort (self->entries, compare_entries);
    for (guint i = 0, n; !self->ordered && i < self->entries->len; i += n) {
        for (n = 1; i + n < self->entries->len; n++)
            if (compare_keys (entries[i], entries[i + n]) != 0)
                break;
        if (n > 1)
            settle (self, entries + i, n);
        for (guint j = i; j < i + n; j++)
            count_entry (self, entries[j]);
    }
    /* Each the only one of its key: what was not rejected at once is imported. */
    for (guint i = 0; self->ordered && i < self->parts->len; i++) {
        RecapImportCount *count = &g_array_index (self->parts, Part, i).count;
        count->imported = count->read - count->rejected;
    }
}

void
recap_import_finish (RecapImport *self)
{
    g_return_if_fail (self != NULL);

    settle_all (self);
    for (guint i = 0; i < self->parts->len; i++) {
        const RecapImportCount *count = &g_array_index (self->parts, Part, i).count;
        self->count.read += count->read;
        self->count.imported += count->imported;
        self->count.superseded += count->superseded;
        self->count.rejected += count->rejected;
    }
    g_assert (self->count.read ==
              self->count.imported + self->count.superseded + self->count.rejected);
}

const RecapImportCount *
recap_import_get_count (const RecapImport *self)
{
    return &self->count;
}

const GPtrArray *
recap_import_get_rejects (const RecapImport *self, guint64 *ret_n_all)
{
    *ret_n_all = self->n_rejects;
    return self->rejects;
}

/* --- what is said about it --- */

static void
add_skip_notes (const RecapImport *self, RecapSkip skip, gboolean names, GStrvBuilder *notes)
{
    guint64 n = self->n_skipped[skip];
    if (n == 0)
        return;
    g_autofree char *note =
        skip == RECAP_SKIP_OTHER
            ? g_strdup_printf (
                  g_dngettext (
                      GETTEXT_PACKAGE, "skipped %" PRIu64 " file that is neither .json nor .csv",
                      "skipped %" PRIu64 " files that are neither .json nor .csv", (gulong)n),
                  n)
            : g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "skipped %" PRIu64 " symbolic link or special file",
                               "skipped %" PRIu64 " symbolic links or special files", (gulong)n),
                  n);
    g_strv_builder_add (notes, note);
    for (guint i = 0; names && i < self->skipped[skip]->len; i++) {
        g_autofree char *name =
            g_strdup_printf (_ ("skipped '%s'"), (const char *)self->skipped[skip]->pdata[i]);
        g_strv_builder_add (notes, name);
    }
}

static void
add_count_note (const char *what, guint64 n, GStrvBuilder *notes)
{
    if (n == 0)
        return;
    g_autofree char *note = g_strdup_printf ("%s: %" PRIu64, what, n);
    g_strv_builder_add (notes, note);
}

GStrv
recap_import_get_notes (const RecapImport *self, gboolean verbose)
{
    g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

    for (guint i = 0; i < self->ignored->len; i++) {
        const Ignored *ignored = &g_array_index (self->ignored, Ignored, i);
        g_autofree char *heading = recap_text_display (ignored->heading, strlen (ignored->heading));
        g_autofree char *note =
            ignored->n_files == 1
                ? g_strdup_printf (_ ("ignored column '%s' of '%s'"), heading, ignored->file)
                : g_strdup_printf (_ ("ignored column '%s' of '%s' and of %u more"), heading,
                                   ignored->file, ignored->n_files - 1);
        g_strv_builder_add (notes, note);
    }
    for (guint i = 0; i < self->sheet_notes->len; i++)
        g_strv_builder_add (notes, g_ptr_array_index (self->sheet_notes, i));
    add_skip_notes (self, RECAP_SKIP_SPECIAL, TRUE, notes);
    add_skip_notes (self, RECAP_SKIP_OTHER, verbose, notes);
    add_count_note (_ ("passed over records without any text"), self->n_empty, notes);
    add_count_note (_ ("passed over records that the profile leaves out"), self->n_left_out, notes);
    add_count_note (_ ("passed over rows of totals, which agree"), self->n_totals, notes);
    add_count_note (_ ("passed over rows of totals, not checked because of rejects"),
                    self->n_unchecked, notes);
    for (guint i = 0; verbose && i < self->profiles->len; i++)
        g_strv_builder_add (notes, self->profiles->pdata[i]);
    return g_strv_builder_end (notes);
}

/* --- writing --- */

static void
fill_names (const RecapImport *self, const Entry *entry, RecapForm *form)
{
    static const RecapLevel levels[] = { RECAP_LEVEL_PROVINSI, RECAP_LEVEL_KABKO,
                                         RECAP_LEVEL_KECAMATAN, RECAP_LEVEL_DESA };
    const RecapRegister *stations = self->options.stations;
    const RecapText kode = form->keys[RECAP_KEY_KODE];

    for (guint i = 0; i < G_N_ELEMENTS (entry->shared->names); i++)
        form->keys[RECAP_KEY_PROVINSI + i] = entry->shared->names[i];
    form->keys[RECAP_KEY_TPS] = recap_text (entry->tps);
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

/* 'file:line', mostly of the same file as the record before. */
static RecapText
make_origin (RecapImport *self, const Entry *entry)
{
    char line[RECAP_CELL_SIZE];

    if (self->origin_file != entry->file) {
        const RecapOrigin origin = { entry->file, 0, 0 };
        g_autofree char *file = recap_origin_format (&origin);
        g_string_printf (self->origin, "%s:", file);
        self->origin_file = entry->file;
        self->origin_size = self->origin->len - 1;
    }
    if (entry->line == 0)
        return (RecapText){ self->origin->str, self->origin_size };
    g_string_truncate (self->origin, self->origin_size + 1);
    gsize size = recap_cell_format ((RecapCell)entry->line, line);
    g_string_append_len (self->origin, line, (gssize)size);
    return (RecapText){ self->origin->str, self->origin->len };
}

/* Writing records: the table, and a shape whose cells are already as they are written. */
typedef struct {
    RecapTableWriter *writer;
    RecapForm form;
    char *wanted;        /* the shape of the table */
    const char *fitting; /* the shape of an entry that is it, NULL: none was met */
} Writing;

/* Fills the keys of @form. @sumber: the label that is written, which is another one in the
 * history. The texts last until the next call. */
static void
fill_keys (RecapImport *self, const Entry *entry, const char *sumber, RecapForm *form)
{
    form->keys[RECAP_KEY_KODE] = recap_text (entry->kode);
    form->keys[RECAP_KEY_SUMBER] = recap_text (sumber);
    form->keys[RECAP_KEY_WAKTU] = recap_text (entry->waktu);
    form->keys[RECAP_KEY_PSU] = entry->shared->psu;
    form->keys[RECAP_KEY_ASAL] =
        entry->asal != NULL ? recap_text (entry->asal) : make_origin (self, entry);
    fill_names (self, entry, form);
}

static void
write_entry (RecapImport *self, const Entry *entry, const char *sumber, Writing *writing)
{
    RecapForm *form = &writing->form;
    const char *shape = entry->shared->shape;

    fill_keys (self, entry, sumber, form);
    if (shape != writing->fitting && strcmp (shape, writing->wanted) == 0)
        writing->fitting = shape;
    if (shape == writing->fitting) {
        recap_table_writer_add_formatted (writing->writer, form,
                                          (RecapText){ entry->cells, entry->cells_size });
        return;
    }
    unpack_form (self, entry, form->cells, form->tallies);
    recap_table_writer_add (writing->writer, form);
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

/* Writes the @n @entries under the labels @sources; NULL: under their own. */
static void
write_entries (RecapImport *self, const Entry *const *entries, const char *const *sources, guint n,
               const RecapTableColumns *columns, RecapSpool *spool)
{
    /* A schema of one contest has its fields in form order, as the cells have. */
    g_autoptr (RecapSchema) schema = recap_schema_new (self->options.contests);
    recap_schema_add_contest (schema, self->options.contest);
    g_assert (recap_schema_get_n (schema) == self->n_fields);
    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, columns);
    g_autofree RecapCell *cells = g_new (RecapCell, self->n_fields);
    g_autofree char *wanted = make_wanted_shape (self, columns);
    Writing writing = {
        writer, { .contest = self->options.contest, .cells = cells }, wanted, NULL
    };

    recap_table_writer_header (writer);
    for (guint i = 0; i < n; i++)
        write_entry (self, entries[i],
                     sources != NULL ? sources[i] : entries[i]->shared->sumber.bytes, &writing);
}

/* Writes the records that were imported: forms, or totals. */
static void
write_imported (RecapImport *self, gboolean totals, const RecapTableColumns *columns,
                RecapSpool *spool)
{
    g_autoptr (GPtrArray) entries = g_ptr_array_sized_new (self->entries->len);
    for (guint i = 0; i < self->entries->len; i++) {
        Entry *entry = g_ptr_array_index (self->entries, i);
        if (entry->state != STATE_IMPORTED || entry->total != totals)
            continue;
        g_ptr_array_add (entries, entry);
    }
    write_entries (self, (const Entry *const *)entries->pdata, NULL, entries->len, columns, spool);
}

static RecapTableColumns
find_columns (const RecapImport *self)
{
    return (RecapTableColumns){
        .waktu = self->has_waktu,
        .psu = self->has_psu,
        .tallies = self->has_tallies,
        .fields = self->carried,
    };
}

void
recap_import_write (RecapImport *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && spool != NULL);

    const RecapTableColumns columns = find_columns (self);
    write_imported (self, FALSE, &columns, spool);
}

/* Totals have other boxes than the forms: those that some total has. */
void
recap_import_write_totals (RecapImport *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && spool != NULL);

    g_autofree RecapCell *cells = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    g_autofree gboolean *carried = g_new0 (gboolean, self->n_fields + 1);
    RecapTableColumns columns = find_columns (self);
    columns.tallies = TRUE;
    columns.fields = carried;
    for (guint i = 0; i < self->entries->len; i++) {
        const Entry *entry = g_ptr_array_index (self->entries, i);
        if (!entry->total)
            continue;
        unpack_form (self, entry, cells, cells + self->n_fields);
        for (guint j = 0; j < self->n_fields; j++)
            carried[j] = carried[j] || cells[j] != RECAP_CELL_NOT_CARRIED;
    }
    write_imported (self, TRUE, &columns, spool);
}

void
recap_import_add_findings (RecapImport *self, const RecapRules *rules, RecapFindings *findings)
{
    const char *contest = recap_contest_get_code (self->options.contest);

    g_return_if_fail (self != NULL && rules != NULL && findings != NULL);
    for (guint i = 0; i < recap_rules_get_n (rules); i++) {
        const RecapRule *rule = recap_rules_get (rules, i);
        for (guint j = 0; rule->kind == RECAP_RULE_WORDS && rule->active && j < self->entries->len;
             j++) {
            const Entry *entry = g_ptr_array_index (self->entries, j);
            RecapForm form = { .contest = self->options.contest };
            if (entry->words == NULL || entry->state != STATE_IMPORTED)
                continue;
            form.keys[RECAP_KEY_KONTES] = recap_text (contest);
            fill_keys (self, entry, entry->shared->sumber.bytes, &form);
            import_words_report (entry->words, &form, rule, findings);
        }
    }
}

/* A record of the history under a label of its own, so that no key is there twice. */
typedef struct {
    const Entry *entry;
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
    int order = strcmp (left->entry->kode, right->entry->kode);
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
    for (guint i = 1; i < self->entries->len; i++) {
        const Entry *newer = g_ptr_array_index (self->entries, i - 1);
        const Entry *entry = g_ptr_array_index (self->entries, i);
        if (entry->total || entry->state != STATE_SUPERSEDED || has_same_values (entry, newer))
            continue;
        gboolean again = newer->state == STATE_SUPERSEDED && compare_keys (entry, newer) == 0 &&
                         strcmp (entry->waktu, newer->waktu) == 0;
        number = again ? number + 1 : 1;
        const char *sumber = entry->shared->sumber.bytes;
        Past one = { entry, number == 1
                                ? g_strdup_printf ("%s@%s", sumber, entry->waktu)
                                : g_strdup_printf ("%s@%s#%u", sumber, entry->waktu, number) };
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
    g_autofree const Entry **entries = g_new (const Entry *, past->len + 1);
    g_autofree const char **sources = g_new (const char *, past->len + 1);
    for (guint i = 0; i < past->len; i++) {
        entries[i] = g_array_index (past, Past, i).entry;
        sources[i] = g_array_index (past, Past, i).sumber;
    }
    RecapTableColumns columns = find_columns (self);
    columns.waktu = TRUE;
    write_entries (self, entries, sources, past->len, &columns, spool);
}

/* The number that all records of one TPS have in box @name; blank when they differ. */
static RecapCell
agree (const RecapImport *self, const Entry *const *entries, guint n, const char *name)
{
    const RecapField *field = recap_contest_find (self->options.contest, recap_text (name));
    g_autofree RecapCell *cells = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    RecapCell common = RECAP_CELL_BLANK;

    for (guint i = 0; i < n && field != NULL; i++) {
        if (entries[i]->state != STATE_IMPORTED)
            continue;
        unpack_form (self, entries[i], cells, cells + self->n_fields);
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
write_station (const RecapImport *self, const Entry *const *entries, guint n, RecapCsvWriter *csv)
{
    RecapText names[RECAP_KEY_TPS - RECAP_KEY_PROVINSI + 1];

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        names[i] = RECAP_TEXT_EMPTY;
    for (guint i = 0; i < n; i++) {
        RecapForm form = { .contest = self->options.contest };
        form.keys[RECAP_KEY_KODE] = recap_text (entries[i]->kode);
        fill_names (self, entries[i], &form);
        for (guint j = 0; j < G_N_ELEMENTS (names); j++)
            if (names[j].size == 0)
                names[j] = form.keys[RECAP_KEY_PROVINSI + j];
    }
    recap_csv_writer_string (csv, entries[0]->kode);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        recap_csv_writer_text (csv, names[i]);
    recap_csv_writer_cell (csv, agree (self, entries, n, "pemilih_dpt_l"));
    recap_csv_writer_cell (csv, agree (self, entries, n, "pemilih_dpt_p"));
    recap_csv_writer_end (csv);
}

void
recap_import_write_register (RecapImport *self, RecapSpool *spool)
{
    static const char *const columns[] = { "kode", "provinsi", "kabko", "kecamatan",
                                           "desa", "tps",      "dpt_l", "dpt_p" };
    g_return_if_fail (self != NULL && spool != NULL);

    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    const Entry *const *entries = (const Entry *const *)self->entries->pdata;
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (csv, columns[i]);
    recap_csv_writer_end (csv);
    for (guint i = 0, n; i < self->entries->len; i += n) {
        for (n = 1; i + n < self->entries->len; n++)
            if (strcmp (entries[i]->kode, entries[i + n]->kode) != 0)
                break;
        if (recap_region_level (recap_text (entries[i]->kode)) <= RECAP_LEVEL_TPS)
            write_station (self, entries + i, n, csv);
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
    const Part *left = a;
    const Part *right = b;
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
        const Part *part = &g_array_index (self->parts, Part, i);
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
