#include "config.h"

#include "import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "error.h"
#include "import-data.h"
#include "import-settling.h"
#include "import-sheets.h"
#include "import-tables.h"
#include "json.h"
#include "text.h"

enum { SKIPPED_NAMES_MAX = 1000 };

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
    import_records_init (&self->records, self->arena, self->n_fields);
    self->contradicted = g_array_new (FALSE, FALSE, sizeof (ImportContradicted));
    self->parts = g_array_new (FALSE, FALSE, sizeof (ImportPart));
    self->carried = g_new0 (gboolean, self->n_fields);
    self->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    if (options->stations != NULL)
        self->names = recap_names_new (options->stations);
    self->profiles = g_ptr_array_new_with_free_func (g_free);
    self->ignored = g_array_new (FALSE, FALSE, sizeof (ImportIgnored));
    self->sheet_notes = g_ptr_array_new_with_free_func (g_free);
    self->totals.places = g_ptr_array_new_with_free_func (g_free);
    self->unchecked.places = g_ptr_array_new_with_free_func (g_free);
    self->place = g_string_new (NULL);
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
    import_records_clear (&self->records);
    g_array_unref (self->contradicted);
    g_array_unref (self->parts);
    g_ptr_array_unref (self->rejects);
    g_array_unref (self->ignored);
    g_ptr_array_unref (self->sheet_notes);
    g_ptr_array_unref (self->totals.places);
    g_ptr_array_unref (self->unchecked.places);
    g_string_free (self->place, TRUE);
    recap_names_free (self->names);
    g_ptr_array_unref (self->profiles);
    for (RecapSkip i = 0; i < RECAP_N_SKIPS; i++)
        g_ptr_array_unref (self->skipped[i]);
    g_free (self->carried);
    g_free (self);
}

/* --- documents --- */

/* Takes a form of a Sirekap document; NULL: one that was rejected. */
static void
on_form (const RecapForm *form, gpointer data)
{
    RecapImport *self = data;

    import_count_record (self, form != NULL);
    if (form == NULL)
        return;
    import_note_carried (self, form);
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        self->has_tallies = self->has_tallies || form->tallies[tally] != RECAP_CELL_NOT_CARRIED;
    self->has_waktu = TRUE;
    self->has_psu = TRUE;
    import_keep (self, form, recap_text (self->options.source), FALSE, NULL);
}

static void
on_total (const RecapForm *form, gpointer data)
{
    RecapImport *self = data;

    import_count_record (self, TRUE);
    self->has_waktu = TRUE;
    self->has_psu = TRUE;
    import_keep (self, form, recap_text (self->options.source), TRUE, NULL);
}

/* Reads documents of Sirekap: one in memory, or any number of them from a source. */
static gboolean
read_sirekap (RecapImport *self, const RecapDocument *document, GError **error)
{
    const RecapSirekapVisitor visitor = { on_form, import_reject, self,
                                          self->options.totals ? on_total : NULL };

    if (!import_need_source (self, document->name, error))
        return FALSE;
    if (self->documents_part < 0)
        self->documents_part = (int)import_add_part (self, self->operand, "sirekap");
    self->part = (guint)self->documents_part;
    if (document->source != NULL)
        return recap_sirekap_read_source (self->sirekap, document->source, &visitor, error);
    return recap_sirekap_read (self->sirekap, document->name, document->bytes, document->size,
                               &visitor, error);
}

/* Reads @source as a whole into *@ret_bytes where it is a list that is not long; else *@ret_bytes
 * is NULL, and it stands at its beginning again. */
static gboolean
hold_list (RecapSource *source, char **ret_bytes, gsize *ret_size, GError **error)
{
    enum { BLOCK = 16 * 1024 };
    g_autofree char *bytes = g_malloc (RECAP_DOCUMENT_MAX + BLOCK);
    gsize size = 0;
    char first = '\0';
    gsize n = 0;

    do {
        if (!recap_source_read (source, bytes + size, BLOCK, &n, error))
            return FALSE;
        if (first == '\0')
            first = recap_json_first_byte (bytes + size, n);
        size += n;
    } while (n > 0 && size <= RECAP_DOCUMENT_MAX && (first == '\0' || first == '['));
    if (n > 0 || first != '[')
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
    if (whole.source == NULL && !import_is_json_table (self, &whole, &is_table, error))
        return FALSE;
    return is_table ? import_read_json_table (self, &whole, alone, error)
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
        return import_read_workbook (self, document, alone, error);
    if (self->options.format == RECAP_IMPORT_XLSX || self->options.format == RECAP_IMPORT_ODS) {
        RecapOrigin origin = { document->name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("not a workbook"));
        recap_error_set_hint (error, _ ("leave out -f"));
        return FALSE;
    }
    if (self->options.format == RECAP_IMPORT_SIREKAP)
        return read_sirekap (self, document, error);
    if (self->options.format == RECAP_IMPORT_AUTO && document->json)
        return read_json (self, document, alone, error);
    return import_read_table (self, document, alone, error);
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

/* --- the end --- */

void
recap_import_finish (RecapImport *self)
{
    g_return_if_fail (self != NULL);

    import_settle (self);
    for (guint i = 0; i < self->parts->len; i++) {
        const RecapImportCount *count = &g_array_index (self->parts, ImportPart, i).count;
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
                      GETTEXT_PACKAGE, "skipped %" PRIu64 " file that is no document by its name",
                      "skipped %" PRIu64 " files that are no documents by their names", (gulong)n),
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

/* Where the rows stand is said, too: who wrote them knows whether they are what they were taken
 * for. */
static void
add_passed_note (const char *what, const ImportPassed *passed, GStrvBuilder *notes)
{
    g_autoptr (GString) note = g_string_new (NULL);

    if (passed->n == 0)
        return;
    g_string_printf (note, "%s: %" PRIu64, what, passed->n);
    for (guint i = 0; i < passed->places->len; i++)
        g_string_append_printf (note, "%s%s", i == 0 ? " (" : ", ",
                                (const char *)passed->places->pdata[i]);
    g_string_append (note, passed->n > passed->places->len ? ", ...)" : ")");
    g_strv_builder_add (notes, note->str);
}

GStrv
recap_import_get_notes (const RecapImport *self, gboolean verbose)
{
    g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

    for (guint i = 0; i < self->ignored->len; i++) {
        const ImportIgnored *ignored = &g_array_index (self->ignored, ImportIgnored, i);
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
    add_passed_note (_ ("passed over rows of totals, which agree"), &self->totals, notes);
    add_passed_note (_ ("passed over rows of totals, not checked because of rejects"),
                     &self->unchecked, notes);
    for (guint i = 0; verbose && i < self->profiles->len; i++)
        g_strv_builder_add (notes, self->profiles->pdata[i]);
    return g_strv_builder_end (notes);
}
