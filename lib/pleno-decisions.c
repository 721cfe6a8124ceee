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
 *    about it. Lines of that list can be struck out by hand like those of any other. */

/* Returns: whether @decision is of @contest and in the region of the meeting. */
static gboolean
is_of (const RecapPleno *self, const PlenoContest *contest, const RecapDecision *decision)
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

/* Adds what was filled in into the minutes of the run before. What these merely show as decided
 * came from a list. */
static gboolean
read_minutes (RecapPleno *self, PlenoContest *contest, RecapDecisions *list, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_MINUTES, ".xlsx");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    g_autoptr (RecapDecisions) filled_in = recap_decisions_new ();

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
            recap_decisions_add (list, recap_decisions_get (filled_in, i));
    return TRUE;
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
static gboolean
note_lists (const RecapPleno *self, PlenoContest *contest, GError **error)
{
    for (guint i = 0; self->decision_paths[i] != NULL; i++) {
        const char *path = self->decision_paths[i];
        guint n = 0;
        for (guint j = 0; j < recap_decisions_get_n (self->decisions); j++) {
            const RecapDecision *decision = recap_decisions_get (self->decisions, j);
            n += is_of (self, contest, decision) && is_from (decision, path);
        }
        if (n > 0 &&
            !recap_pleno_take_input (self, contest, RECAP_INPUT_DECISIONS, path, n, NULL, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
recap_pleno_collect (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    const RecapDecisions *const lists[] = { self->decisions, list };

    if (!read_list (self, contest, list, error) || !read_minutes (self, contest, list, error) ||
        !note_lists (self, contest, error) || !write_list (self, contest, list, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < recap_decisions_get_n (lists[i]); j++)
            if (is_of (self, contest, recap_decisions_get (lists[i], j)))
                recap_decisions_add (contest->decisions, recap_decisions_get (lists[i], j));
    if (self->two_names)
        recap_decisions_require_names (contest->decisions, 2, contest->refusals);
    for (guint i = 0; i < contest->refusals->len; i++)
        g_ptr_array_add (self->remarks, g_error_copy (g_ptr_array_index (contest->refusals, i)));
    return TRUE;
}

gboolean
recap_pleno_log (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, PLENO_LOG, ".csv");
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    RecapDecisionLogState state;

    return recap_decision_log_append (contest->final->lines, path, &state, error);
}
