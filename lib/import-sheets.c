#include "config.h"

#include "import-sheets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"
#include "form-sheet.h"
#include "import-tables.h"
#include "sheet-reader.h"

static void
note_sheet (RecapImport *self, const char *message, const char *file, const char *sheet,
            const char *why)
{
    g_autofree char *name = recap_text_display (sheet, strlen (sheet));
    g_autofree char *note = g_strdup_printf ("%s: %s '%s'", file, message, name);
    g_ptr_array_add (self->sheet_notes,
                     why != NULL ? g_strdup_printf ("%s: %s", note, why) : g_steal_pointer (&note));
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
    self->part = import_add_part (self, name, recap_sheet_reader_get_format (reader));
    recap_reject_error (why, name, import_reject, self);
    import_count_record (self, FALSE);
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

/* --- sheets that are tables --- */

/* Reads one sheet as a table. *@ret_unusable gets the error of a sheet that is none at all. */
static gboolean
read_table_sheet (RecapImport *self, RecapSheetReader *reader, guint index, GError **ret_unusable,
                  GError **error)
{
    g_autoptr (GError) local = NULL;
    const RecapRecords *records = recap_sheet_reader_open (reader, index, error);

    if (records == NULL)
        return FALSE;
    self->part = import_add_part (self, records->name, recap_sheet_reader_get_format (reader));
    self->in_sheet = TRUE;
    gboolean ok =
        import_read_records (self, records, recap_sheet_reader_get_name (reader, index), &local);
    self->in_sheet = FALSE;
    if (ok)
        return TRUE;
    if (!g_error_matches (local, RECAP_ERROR, RECAP_ERROR_SCHEMA) ||
        import_current_part (self)->count.read > 0) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    g_array_set_size (self->parts, self->parts->len - 1);
    *ret_unusable = g_steal_pointer (&local);
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

/* --- sheets that are laid out like the form --- */

static gboolean
on_sheet_form (const RecapForm *form, gboolean taken, const GArray *contradictions, gpointer data,
               GError **error)
{
    RecapImport *self = data;
    RecapText source = recap_text (self->options.source);

    import_count_record (self, taken);
    if (!taken)
        return TRUE;
    if (source.size == 0)
        source = form->keys[RECAP_KEY_SUMBER];
    if (source.size == 0)
        return import_need_source (self, form->file, error);
    import_note_carried (self, form);
    self->has_psu = self->has_psu || form->keys[RECAP_KEY_PSU].size > 0;
    import_keep (self, form, source, FALSE,
                 import_words_keep (self->arena, (const RecapContradiction *)contradictions->data,
                                    contradictions->len));
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
    const RecapFormSheetVisitor visitor = { on_sheet_form, import_reject, self };
    const RecapRecords *records = recap_sheet_reader_open (reader, index, error);

    if (records == NULL || !recap_form_sheet_recognise (records, ret_is_form, error))
        return FALSE;
    if (!*ret_is_form)
        return TRUE;
    self->part = import_add_part (self, records->name, recap_sheet_reader_get_format (reader));
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

/* --- workbooks --- */

static gboolean
read_sheets (RecapImport *self, RecapSheetReader *reader, const char *file, GError **error)
{
    RecapLayout layout = import_asked_layout (self);
    guint n_read = 0;

    if (layout != RECAP_LAYOUT_ROWS && !read_form_sheets (self, reader, file, &n_read, error))
        return FALSE;
    if (n_read > 0)
        return TRUE;
    if (layout > RECAP_LAYOUT_ROWS)
        return import_set_wrong_layout (self, file, error);
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

gboolean
import_read_workbook (RecapImport *self, const RecapDocument *document, gboolean alone,
                      GError **error)
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
    self->part = import_add_part (self, document->name,
                                  reader != NULL ? recap_sheet_reader_get_format (reader) : "xlsx");
    recap_reject_error (local, document->name, import_reject, self);
    import_count_record (self, FALSE);
    return TRUE;
}
