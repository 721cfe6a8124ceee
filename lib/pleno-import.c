#include "config.h"

#include "pleno-part.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "table-writer.h"

/* A folder that is read may not hold the one that is written to: outputs would become inputs. */
static gboolean
check_path (const RecapPleno *self, const char *path, GError **error)
{
    char *input = realpath (path, NULL);
    char *output = realpath (self->task->keluaran, NULL);
    gsize size = input != NULL ? strlen (input) : 0;
    gboolean ok = input == NULL || output == NULL || strncmp (input, output, size) != 0 ||
                  (output[size] != '\0' && output[size] != '/' && strcmp (input, "/") != 0);

    free (input);
    free (output);
    if (ok)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                     _ ("the outputs would be read as inputs: '%s' lies in '%s'"),
                     self->task->keluaran, path);
    recap_error_set_hint (
        error,
        _ ("name another folder in 'keluaran', or the files that are to be read one by one"));
    return FALSE;
}

/* What is wrong with the paths that were looked at. */
typedef struct {
    const RecapPleno *self;
    GError *error;
} PathCheck;

static void
look_at_path (const char *path, gpointer data)
{
    PathCheck *check = data;
    if (check->error == NULL)
        check_path (check->self, path, &check->error);
}

gboolean
recap_pleno_check_paths (const RecapPleno *self, GError **error)
{
    PathCheck check = { self, NULL };

    recap_pleno_list_inputs (self, look_at_path, &check);
    if (check.error == NULL)
        return TRUE;
    g_propagate_error (error, check.error);
    return FALSE;
}

/* Copies the forms of a region. */
typedef struct {
    RecapText region;
    RecapSpool *spool;
    RecapTableWriter *writer;
    guint64 n_forms;
} Filter;

static gboolean
copy_forms (RecapTables *tables, gpointer data, GError **error)
{
    Filter *filter = data;
    RecapForm *form = NULL;

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            return TRUE;
        if (!recap_region_has_prefix (form->keys[RECAP_KEY_KODE], filter->region))
            continue;
        recap_table_writer_add (filter->writer, form);
        filter->n_forms++;
    }
}

static void
reset_filter (gpointer data)
{
    Filter *filter = data;
    recap_spool_clear (filter->spool);
    recap_table_writer_header (filter->writer);
    filter->n_forms = 0;
}

/* Leaves in the table @path only the forms of the region of the meeting. */
static gboolean
keep_region (const RecapPleno *self, const char *path, guint64 *ret_n_forms, GError **error)
{
    const char *const paths[] = { path, NULL };
    g_autoptr (RecapTables) tables = recap_pleno_open_tables (self, paths, error);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;

    if (tables == NULL)
        return FALSE;
    const RecapTableReader *reader = recap_tables_get_reader (tables, 0);
    columns.waktu = recap_table_reader_has_key (reader, RECAP_KEY_WAKTU);
    columns.psu = recap_table_reader_has_key (reader, RECAP_KEY_PSU);
    g_autoptr (RecapTableWriter) writer =
        recap_table_writer_new (spool, recap_tables_get_schema (tables), &columns);
    Filter filter = { recap_text (self->task->wilayah), spool, writer, 0 };
    reset_filter (&filter);
    if (!recap_tables_run (tables, copy_forms, reset_filter, &filter, error) ||
        !recap_spool_save (spool, path, error))
        return FALSE;
    *ret_n_forms = filter.n_forms;
    return TRUE;
}

static void
take_notes (RecapPleno *self, const PlenoContest *contest, const PlenoSource *source,
            const RecapImport *import)
{
    g_auto (GStrv) notes = recap_import_get_notes (import, FALSE);

    for (guint i = 0; notes[i] != NULL; i++)
        g_ptr_array_add (self->notes,
                         g_strdup_printf ("%s, %s: %s", contest->code, source->label, notes[i]));
}

/* Writes the table and the rejects of @source. */
static gboolean
write_source (RecapPleno *self, const PlenoContest *contest, PlenoSource *source,
              RecapImport *import, RecapSpool *rejects, GError **error)
{
    g_autoptr (RecapSpool) table = recap_spool_new ();
    g_autofree char *name = g_strdup_printf ("%s.csv", source->stem);
    g_autofree char *rejects_name = g_strdup_printf (PLENO_REJECTS "-%s.csv", source->stem);

    source->count = *recap_import_get_count (import);
    source->n_forms = source->count.imported;
    source->table = g_strdup (recap_outputs_stage (self->outputs, contest->group, name));
    recap_import_write (import, table);
    return recap_spool_save (table, source->table, error) &&
           (self->task->wilayah == NULL ||
            keep_region (self, source->table, &source->n_forms, error)) &&
           recap_outputs_write (self->outputs, contest->group, rejects_name, rejects, error);
}

/* What looks up what a source names. */
typedef struct {
    const RecapProfile *profile;
    const RecapCandidates *candidates; /* its own, or those of the contest */
    RecapCandidates *own;
} Lists;

static void
lists_clear (Lists *self)
{
    recap_candidates_free (self->own);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

/* Reads the lists of candidates @paths; @label: of the source that they are for, NULL: for all of
 * @contest. Names come from the latter only. */
static RecapCandidates *
load_candidates (const RecapPleno *self, PlenoContest *contest, const GStrv paths,
                 const char *label, GError **error)
{
    const RecapInputRole role = label != NULL ? RECAP_INPUT_ORIGINAL : RECAP_INPUT_CANDIDATES;
    g_autoptr (RecapCandidates) candidates =
        recap_candidates_load (contest->contest, (const char *const *)paths, error);

    for (guint i = 0; candidates != NULL && paths[i] != NULL; i++)
        if (!recap_pleno_take_input (self, contest, role, paths[i], -1, label, error))
            return NULL;
    return g_steal_pointer (&candidates);
}

static gboolean
load_lists (const RecapPleno *self, PlenoContest *contest, const PlenoSource *source, Lists *lists,
            GError **error)
{
    if (source->profile != NULL && (lists->profile = recap_profiles_find (
                                        self->input.profiles, source->profile, error)) == NULL)
        return FALSE;
    lists->candidates = contest->lists;
    if (source->candidates == NULL)
        return TRUE;
    lists->own = load_candidates (self, contest, source->candidates, source->label, error);
    lists->candidates = lists->own;
    return lists->own != NULL;
}

static gboolean
read_paths (const RecapPleno *self, PlenoContest *contest, const PlenoSource *source,
            RecapImport *import, GError **error)
{
    for (guint i = 0; source->paths[i] != NULL; i++)
        if (!recap_import_read (import, source->paths[i], error) ||
            !recap_pleno_take_input (self, contest, RECAP_INPUT_ORIGINAL, source->paths[i], -1,
                                     source->label, error))
            return FALSE;
    recap_import_finish (import);
    if (recap_import_get_count (import)->imported > 0)
        return TRUE;
    /* The first reject says more than that there was nothing. */
    guint64 n_rejects = 0;
    const GPtrArray *rejects = recap_import_get_rejects (import, &n_rejects);
    if (rejects->len > 0)
        g_propagate_error (error, g_error_copy (g_ptr_array_index (rejects, 0)));
    else
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL, _ ("nothing could be imported"));
    return FALSE;
}

static gboolean
import_source (RecapPleno *self, PlenoContest *contest, PlenoSource *source, GError **error)
{
    g_auto (Lists) lists = { NULL, NULL, NULL };
    g_autoptr (RecapSpool) rejects = recap_spool_new ();

    if (!load_lists (self, contest, source, &lists, error))
        return FALSE;
    const RecapImportOptions options = {
        .contests = self->input.contests,
        .contest = contest->contest,
        .source = source->label,
        .format = source->format,
        .candidates = lists.candidates,
        .sheet = source->sheet,
        .stations = self->names,
        .profile = lists.profile,
        .profiles = self->input.profiles,
        .numbers = source->numbers,
        .progress = self->input.progress,
        .progress_data = self->input.progress_data,
        .rejects = rejects,
    };
    g_autoptr (RecapImport) import = recap_import_new (&options);
    if (!read_paths (self, contest, source, import, error) ||
        !write_source (self, contest, source, import, rejects, error))
        return FALSE;
    take_notes (self, contest, source, import);
    if (source == g_ptr_array_index (contest->sources, 0))
        recap_import_add_findings (import, self->rules, contest->imported);
    return TRUE;
}

gboolean
recap_pleno_import (RecapPleno *self, PlenoContest *contest, GError **error)
{
    if (contest->candidates != NULL &&
        (contest->lists = load_candidates (self, contest, contest->candidates, NULL, error)) ==
            NULL) {
        recap_prefix (error, "%s", contest->code);
        return FALSE;
    }
    for (guint i = 0; i < contest->sources->len; i++) {
        PlenoSource *source = g_ptr_array_index (contest->sources, i);
        if (!import_source (self, contest, source, error)) {
            recap_prefix (error, "%s, %s", contest->code, source->label);
            return FALSE;
        }
    }
    return TRUE;
}
