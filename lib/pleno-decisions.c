#include "config.h"

#include "pleno-part.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "error.h"
#include "list-file.h"

/* Where decisions come from, and what lasts of them:
 *
 *  - the lists that the meeting file names are read anew each time: who strikes a line out there
 *    takes the decision back;
 *  - what was filled in into the minutes of the run before goes to the list of the contest in the
 *    output folder, which is read each time, too: the minutes are written anew and no longer ask
 *    about it. Lines of that list can be struck out by hand like those of any other. While a row of
 *    the minutes is refused they are kept, and what they say is theirs alone. */

gboolean
recap_pleno_is_of (const RecapPleno *self, const PlenoContest *contest,
                   const RecapDecision *decision)
{
    return strcmp (decision->kontes, contest->code) == 0 &&
           recap_region_has_prefix (recap_text (decision->kode), recap_text (self->task->wilayah));
}

/* Reads the list of @contest, if there is one. */
static gboolean
read_list (RecapPleno *self, PlenoContest *contest, RecapDecisions *list, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_DECISIONS, ".csv");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);

    recap_outputs_guard (self->outputs, contest->group, name);
    return g_access (path, F_OK) != 0 ||
           recap_decisions_read (list, path, contest->refusals, error);
}

/* Says that the minutes are not written anew: what was refused stands nowhere else, and whoever
 * filled it in may not be done. */
static void
tell_kept_minutes (RecapPleno *self, const PlenoContest *contest)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_MINUTES, ".xlsx");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    RecapOrigin origin = { path, 0, 0 };
    GError *error = NULL;

    recap_error_set (
        &error, RECAP_ERROR_SCHEMA, &origin,
        _ ("the minutes are left as they are: what was refused in them would be lost"));
    recap_error_set_hint (&error, _ ("mend the rows that were refused, or move the file out of the "
                                     "folder; then run it again"));
    g_ptr_array_add (self->refusals, error);
}

/* Adds to @entered what was filled in into the minutes of the run before. What these merely show as
 * decided came from a list. */
static gboolean
read_minutes (RecapPleno *self, PlenoContest *contest, RecapDecisions *entered, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_MINUTES, ".xlsx");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    g_autoptr (RecapDecisions) filled_in = recap_decisions_new ();
    guint n_refused = contest->refusals->len;

    recap_outputs_guard (self->outputs, contest->group, name);
    if (g_access (path, F_OK) != 0)
        return TRUE;
    if (!recap_decisions_read (filled_in, path, contest->refusals, error)) {
        recap_prefix (error, _ ("what was filled in into the minutes cannot be read"));
        recap_error_set_hint (error, _ ("mend them, or move them out of the folder"));
        return FALSE;
    }
    for (guint i = 0; i < recap_decisions_get_n (filled_in); i++)
        if (!recap_decisions_get (filled_in, i)->shown)
            recap_decisions_add (entered, recap_decisions_get (filled_in, i));
    contest->keeps_minutes = contest->refusals->len > n_refused;
    guint n = recap_decisions_get_n (entered);
    return !contest->keeps_minutes || n == 0 ||
           recap_pleno_take_input (self, contest, RECAP_INPUT_DECISIONS, path, n, NULL, error);
}

/* Writes the list of @contest. */
static gboolean
write_list (RecapPleno *self, PlenoContest *contest, const RecapDecisions *list, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_DECISIONS, ".csv");
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);

    recap_decisions_write_header (csv);
    for (guint i = 0; i < recap_decisions_get_n (list); i++)
        recap_decisions_write (csv, recap_decisions_get (list, i));
    const char *path = recap_outputs_stage (self->outputs, contest->group, name);
    guint n = recap_decisions_get_n (list);
    return recap_spool_save (spool, path, error) &&
           (n == 0 ||
            recap_pleno_take_input (self, contest, RECAP_INPUT_DECISIONS, path, n, NULL, error));
}

/* Returns: whether @decision was read from the file @path, or a sheet of it. */
static gboolean
is_from (const RecapDecision *decision, const char *path)
{
    gsize size = strlen (path);
    return strncmp (decision->file, path, size) == 0 && strchr ("!", decision->file[size]) != NULL;
}

/* Notes the lists of the meeting that have decisions of @contest: minutes need not be written anew
 * for those of another one. */
static void
note_lists (const RecapPleno *self, PlenoContest *contest)
{
    for (guint i = 0; i < recap_input_files_get_n (self->lists); i++) {
        const RecapInputFile *file = recap_input_files_get (self->lists, i);
        guint n = 0;
        for (guint j = 0; j < recap_decisions_get_n (self->decisions); j++) {
            const RecapDecision *decision = recap_decisions_get (self->decisions, j);
            n += recap_pleno_is_of (self, contest, decision) && is_from (decision, file->path);
        }
        if (n > 0)
            recap_input_files_add_copy (contest->inputs, file)->n_records = n;
    }
}

gboolean
recap_pleno_collect (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (RecapDecisions) entered = recap_decisions_new ();
    const RecapDecisions *const lists[] = { self->decisions, list, entered };

    if (!read_list (self, contest, list, error) || !read_minutes (self, contest, entered, error))
        return FALSE;
    /* In minutes that are kept every row can still be changed or emptied. */
    for (guint i = 0; !contest->keeps_minutes && i < recap_decisions_get_n (entered); i++)
        recap_decisions_add (list, recap_decisions_get (entered, i));
    note_lists (self, contest);
    if (!write_list (self, contest, list, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < recap_decisions_get_n (lists[i]); j++)
            if (recap_pleno_is_of (self, contest, recap_decisions_get (lists[i], j)))
                recap_decisions_add (contest->decisions, recap_decisions_get (lists[i], j));
    if (self->two_names)
        recap_decisions_require_names (contest->decisions, 2, NULL, contest->refusals);
    recap_pleno_refuse (self, contest->refusals);
    if (contest->keeps_minutes)
        tell_kept_minutes (self, contest);
    return TRUE;
}

gboolean
recap_pleno_log (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_LOG, ".csv");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    g_autoptr (GError) failure = NULL;
    RecapDecisionLogState state;

    if (recap_decision_log_append (contest->final->lines, path, &state, &failure))
        return TRUE;
    const RecapOrigin *origin = recap_error_get_origin (failure);
    if (origin == NULL) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    /* What is wrong is in the log; it is continued under its own name here, and no other. */
    recap_error_set (error, (RecapErrorCode)failure->code, origin, "%s", failure->message);
    recap_error_set_hint (error,
                          _ ("move this file away and keep it; with a copy of its sound lines "
                             "in its place, or without one, the log goes on"));
    return FALSE;
}
