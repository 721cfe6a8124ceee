#include "config.h"

#include "import-tables.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "csv-records.h"
#include "error.h"
#include "json-records.h"
#include "json.h"
#include "text.h"
#include "typed-table.h"

/* --- whose numbers they are --- */

/* Decides whose numbers a record of a table has. */
typedef struct {
    RecapImport *import;
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
        return import_need_source (self->import, form->file, error);
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
    import_reject (&reject, self);
}

/* --- one table --- */

static void
note_ignored (RecapImport *self, const char *heading, const char *file)
{
    for (guint i = 0; i < self->ignored->len; i++) {
        ImportIgnored *known = &g_array_index (self->ignored, ImportIgnored, i);
        if (strcmp (known->heading, heading) != 0)
            continue;
        if (strcmp (known->last_file, file) != 0) {
            known->last_file = recap_arena_copy (self->arena, recap_text (file));
            known->n_files++;
        }
        return;
    }
    const char *name = recap_arena_copy (self->arena, recap_text (file));
    ImportIgnored ignored = { recap_arena_copy (self->arena, recap_text (heading)), name, name, 1 };
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
keep_record (RecapImport *self, const RecapTypedTable *table, const RecapForm *form,
             RecapText source)
{
    guint n = 0;
    const RecapContradiction *found = recap_typed_table_get_contradictions (table, &n);
    import_keep (self, form, source, FALSE, import_words_keep (self->arena, found, n));
}

static gboolean
read_records (RecapImport *self, RecapTypedTable *table, GError **error)
{
    Sources sources = { self, recap_typed_table_has_key (table, RECAP_KEY_SUMBER), NULL, 0 };

    while (TRUE) {
        RecapForm form;
        RecapText source;
        gboolean taken = FALSE;
        gboolean end = FALSE;
        if (!recap_typed_table_next (table, &form, &taken, &end, import_reject, self, error))
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
        import_count_record (self, taken);
        if (taken)
            keep_record (self, table, &form, source);
    }
}

static void
note_passed (ImportPassed *all, const RecapTypedPassed *passed, const char *file)
{
    const guint64 known = G_N_ELEMENTS (passed->lines);

    for (guint64 i = 0; i < MIN (passed->n, known) && all->places->len < known; i++)
        g_ptr_array_add (all->places, g_strdup_printf ("%s:%" PRIu64, file, passed->lines[i]));
    all->n += passed->n;
}

gboolean
import_read_records (RecapImport *self, const RecapRecords *records, const char *sheet,
                     GError **error)
{
    const char *name = records->name;
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
    if (!read_records (self, table, error))
        return FALSE;
    self->n_empty += recap_typed_table_get_n_empty (table);
    self->n_left_out += recap_typed_table_get_n_left_out (table);
    note_passed (&self->totals, recap_typed_table_get_totals (table), name);
    note_passed (&self->unchecked, recap_typed_table_get_unchecked (table), name);
    if (import_current_part (self)->count.read > 0) {
        note_columns (self, table, name);
        return TRUE;
    }
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table has no records"));
    return FALSE;
}

/* --- tables as files --- */

RecapLayout
import_asked_layout (const RecapImport *self)
{
    return self->options.profile != NULL ? recap_profile_get_layout (self->options.profile)
                                         : RECAP_LAYOUT_ANY;
}

gboolean
import_set_wrong_layout (const RecapImport *self, const char *file, GError **error)
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
    if (import_asked_layout (self) > RECAP_LAYOUT_ROWS)
        return import_set_wrong_layout (self, recap_source_get_name (source), error);
    g_autoptr (RecapCsvRecords) records = recap_csv_records_new (
        source, recap_typed_header_score, (gpointer)self->options.contest, error);

    return records != NULL &&
           import_read_records (self, recap_csv_records_get (records), NULL, error);
}

/* One table among many that is none at all must not keep the others out. Takes @why. */
static gboolean
pass_table (RecapImport *self, const RecapDocument *document, gboolean alone, GError *why,
            GError **error)
{
    g_autoptr (GError) local = why;
    gboolean unusable = g_error_matches (local, RECAP_ERROR, RECAP_ERROR_SCHEMA) &&
                        import_current_part (self)->count.read == 0;

    if (alone || !unusable) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    recap_reject_error (local, document->name, import_reject, self);
    import_count_record (self, FALSE);
    return TRUE;
}

gboolean
import_read_table (RecapImport *self, const RecapDocument *document, gboolean alone, GError **error)
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
    self->part = import_add_part (self, document->name, "csv");
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
gboolean
import_is_json_table (const RecapImport *self, const RecapDocument *document, gboolean *ret_is,
                      GError **error)
{
    g_auto (GStrv) headings = NULL;

    *ret_is = FALSE;
    if (recap_json_first_byte (document->bytes, document->size) == '[')
        headings = recap_json_records_look (document->name, document->bytes, document->size);
    return headings == NULL || has_profile (self, document->name, headings, ret_is, error);
}

gboolean
import_read_json_table (RecapImport *self, const RecapDocument *document, gboolean alone,
                        GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autoptr (RecapJsonRecords) records =
        recap_json_records_new (document->name, document->bytes, document->size, &local);

    self->part = import_add_part (self, document->name, "json");
    if (records != NULL &&
        import_read_records (self, recap_json_records_get (records), NULL, &local))
        return TRUE;
    return pass_table (self, document, alone, g_steal_pointer (&local), error);
}
