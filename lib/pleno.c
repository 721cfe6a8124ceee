#include "config.h"

#include "pleno.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"
#include "list-file.h"
#include "pleno-part.h"

/* Groups of outputs that belong to no contest. */
enum {
    GROUP_ALL = G_MAXUINT,
    GROUP_ENTRIES = G_MAXUINT - 1, /* how those of all contests that people fill in were left */
};

#define SUMMARY "ringkasan.txt"

static void
change_free (gpointer data)
{
    PlenoChange *self = data;
    g_free (self->path);
    g_free (self->kept);
    g_free (self);
}

RecapPleno *
recap_pleno_new (const RecapPlenoInput *input, GError **error)
{
    g_return_val_if_fail (input != NULL && input->meeting != NULL && input->contests != NULL, NULL);

    g_autoptr (RecapPleno) self = g_new0 (RecapPleno, 1);
    self->input = *input;
    self->inputs = recap_input_files_new ();
    self->lists = recap_input_files_new ();
    self->decisions = recap_decisions_new ();
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    self->changes = g_ptr_array_new_with_free_func (change_free);
    self->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    self->notes = g_ptr_array_new_with_free_func (g_free);
    if (!recap_pleno_plan (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_pleno_free (RecapPleno *self)
{
    if (self == NULL)
        return;
    recap_outputs_free (self->outputs);
    g_clear_pointer (&self->contests, g_ptr_array_unref);
    g_strfreev (self->decision_paths);
    recap_input_files_free (self->inputs);
    recap_input_files_free (self->lists);
    recap_rules_free (self->rules);
    if (self->stations != self->names)
        recap_register_free (self->stations);
    recap_register_free (self->names);
    recap_decisions_free (self->decisions);
    g_ptr_array_unref (self->refusals);
    g_ptr_array_unref (self->changes);
    g_ptr_array_unref (self->troubles);
    g_ptr_array_unref (self->remarks);
    g_ptr_array_unref (self->notes);
    g_free (self);
}

static void
take_all (const GStrv paths, RecapPlenoPathFunc take, gpointer data)
{
    for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
        take (paths[i], data);
}

void
recap_pleno_list_inputs (const RecapPleno *self, RecapPlenoPathFunc take, gpointer data)
{
    g_return_if_fail (self != NULL && take != NULL);

    const char *const files[] = { self->task->daftar_tps, self->task->aturan };
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        if (files[i] != NULL)
            take (files[i], data);
    take_all (self->decision_paths, take, data);
    for (guint i = 0; i < self->contests->len; i++) {
        const PlenoContest *contest = g_ptr_array_index (self->contests, i);
        take_all (contest->candidates, take, data);
        for (guint j = 0; j < contest->sources->len; j++) {
            const PlenoSource *source = g_ptr_array_index (contest->sources, j);
            take_all (source->paths, take, data);
            take_all (source->candidates, take, data);
        }
    }
}

/* What people fill in of each contest. */
static const char *const entries[][2] = { { PLENO_MINUTES, ".xlsx" }, { PLENO_DECISIONS, ".csv" } };

void
recap_pleno_list_entries (const RecapPleno *self, RecapPlenoPathFunc take, gpointer data)
{
    g_return_if_fail (self != NULL && take != NULL);

    for (guint i = 0; i < self->contests->len; i++)
        for (guint j = 0; j < G_N_ELEMENTS (entries); j++) {
            g_autofree char *name = recap_pleno_name (g_ptr_array_index (self->contests, i),
                                                      entries[j][0], entries[j][1]);
            g_autofree char *path = g_build_filename (self->task->keluaran, name, NULL);
            take (path, data);
        }
}

/* ---- what all contests share ---- */

/* Returns: the stations of @names that lie in @region, owned by the caller; NULL with @error. */
static RecapRegister *
choose_stations (const RecapRegister *names, const char *region, GError **error)
{
    g_autoptr (RecapRegister) stations = recap_register_new (recap_register_get_file (names));

    for (guint i = 0; i < recap_register_get_n (names); i++) {
        const RecapStation *station = recap_register_get (names, i);
        if (recap_region_has_prefix (recap_text (station->kode), recap_text (region)))
            recap_register_add (stations, station);
    }
    return recap_register_sort (stations, error) ? g_steal_pointer (&stations) : NULL;
}

static gboolean
load_register (RecapPleno *self, GError **error)
{
    if (self->task->daftar_tps == NULL)
        return TRUE;
    self->names = recap_register_load (self->task->daftar_tps, error);
    if (self->names == NULL)
        return FALSE;
    self->stations = self->task->wilayah == NULL
                         ? self->names
                         : choose_stations (self->names, self->task->wilayah, error);
    return self->stations != NULL;
}

const RecapRegister *
recap_pleno_get_stations (const RecapPleno *self)
{
    return self->stations;
}

/* Returns: whether some contest of the meeting has @decision. */
static gboolean
is_ours (const RecapPleno *self, const RecapDecision *decision)
{
    for (guint i = 0; i < self->contests->len; i++)
        if (recap_pleno_is_of (self, g_ptr_array_index (self->contests, i), decision))
            return TRUE;
    return FALSE;
}

static gboolean
load_decisions (RecapPleno *self, GError **error)
{
    guint n_foreign = 0;

    /* What is read was not older than what its digest is of: a list that is saved in between makes
     * minutes that name the one before. */
    for (guint i = 0; self->decision_paths[i] != NULL; i++)
        if (recap_input_files_add (self->lists, RECAP_INPUT_DECISIONS, self->decision_paths[i],
                                   error) == NULL ||
            !recap_decisions_read (self->decisions, self->decision_paths[i], self->refusals, error))
            return FALSE;
    for (guint i = 0; i < recap_decisions_get_n (self->decisions); i++)
        n_foreign += !is_ours (self, recap_decisions_get (self->decisions, i));
    if (n_foreign > 0)
        g_ptr_array_add (
            self->notes,
            g_strdup_printf (_ ("decisions of other contests or regions: %u"), n_foreign));
    return TRUE;
}

void
recap_pleno_refuse (RecapPleno *self, const GPtrArray *refusals)
{
    for (guint i = 0; i < refusals->len; i++)
        g_ptr_array_add (self->refusals, g_error_copy (g_ptr_array_index (refusals, i)));
}

/* Notes what the minutes of all contests are made from. */
static gboolean
note_inputs (RecapPleno *self, GError **error)
{
    const struct {
        RecapInputRole role;
        const char *path;
        gint64 n_records;
    } files[] = {
        { RECAP_INPUT_MEETING, self->input.path, -1 },
        { RECAP_INPUT_RULES, self->task->aturan, -1 },
        { RECAP_INPUT_REGISTER, self->task->daftar_tps,
          self->names != NULL ? (gint64)recap_register_get_n (self->names) : -1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        if (files[i].path == NULL)
            continue;
        RecapInputFile *file =
            recap_input_files_add (self->inputs, files[i].role, files[i].path, error);
        if (file == NULL)
            return FALSE;
        file->n_records = files[i].n_records;
    }
    return TRUE;
}

gboolean
recap_pleno_take_input (const RecapPleno *self, PlenoContest *contest, RecapInputRole role,
                        const char *path, gint64 n_records, const char *label, GError **error)
{
    RecapInputFile *file = recap_input_files_add (contest->inputs, role, path, error);

    if (file == NULL)
        return FALSE;
    g_free (file->path);
    file->path = recap_outputs_get_final (self->outputs, path);
    file->n_records = n_records;
    file->label = g_strdup (label);
    return TRUE;
}

/* Notes how the outputs of @contest that people fill in are left. */
static void
guard_entries (RecapPleno *self, const PlenoContest *contest)
{
    for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
        g_autofree char *name = recap_pleno_name (contest, entries[i][0], entries[i][1]);
        recap_outputs_guard (self->outputs, GROUP_ENTRIES, name);
    }
}

static gboolean
load (RecapPleno *self, GError **error)
{
    self->rules = recap_rules_load (self->task->aturan, error);
    if (self->rules == NULL ||
        !recap_rules_check_contests (self->rules, self->input.contests, error) ||
        !load_register (self, error) || !load_decisions (self, error) || !note_inputs (self, error))
        return FALSE;
    self->outputs = recap_outputs_open (self->task->keluaran, error);
    if (self->outputs == NULL)
        return FALSE;
    for (guint i = 0; i < self->contests->len; i++)
        guard_entries (self, g_ptr_array_index (self->contests, i));
    return recap_pleno_check_paths (self, error);
}

/* ---- the run ---- */

/* Leaves the outputs of @contest as they are. */
static void
give_up (RecapPleno *self, PlenoContest *contest)
{
    contest->failed = TRUE;
    recap_outputs_discard (self->outputs, contest->group);
}

/* A step of one contest. */
typedef gboolean (*Step) (RecapPleno *self, PlenoContest *contest, GError **error);

/* Takes all contests that did not fail through the @n_steps steps. */
static void
run_steps (RecapPleno *self, const Step *steps, guint n_steps)
{
    for (guint i = 0; i < self->contests->len; i++) {
        PlenoContest *contest = g_ptr_array_index (self->contests, i);
        for (guint j = 0; j < n_steps && !contest->failed; j++) {
            GError *error = NULL;
            if (steps[j](self, contest, &error))
                continue;
            g_ptr_array_add (self->troubles, error);
            give_up (self, contest);
        }
    }
}

/* Checks the forms of all contests together, so what goes wrong is the trouble of all. */
static void
check_forms (RecapPleno *self)
{
    GError *error = NULL;

    if (recap_pleno_check (self, &error))
        return;
    g_ptr_array_add (self->troubles, error);
    for (guint i = 0; i < self->contests->len; i++)
        give_up (self, g_ptr_array_index (self->contests, i));
}

static void
take_change (const char *name, const char *kept, gpointer data)
{
    RecapPleno *self = data;
    PlenoChange *change = g_new0 (PlenoChange, 1);

    change->path = recap_outputs_get_path (self->outputs, name);
    change->kept = kept != NULL ? recap_outputs_get_path (self->outputs, kept) : NULL;
    g_ptr_array_add (self->changes, change);
}

static gboolean
put_in_place (RecapPleno *self, PlenoContest *contest, GError **error)
{
    /* The log comes first: a table is never changed without a word about it; and only when nothing
     * speaks against changing it. */
    if (!recap_outputs_prepare (self->outputs, contest->group, error) ||
        !recap_pleno_log (self, contest, error) ||
        !recap_outputs_commit (self->outputs, contest->group, take_change, self, error))
        return FALSE;
    guard_entries (self, contest);
    return TRUE;
}

static void
save_summary (RecapPleno *self)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    GError *error = NULL;

    recap_pleno_write_summary (self, spool);
    if (!recap_outputs_write (self->outputs, GROUP_ALL, SUMMARY, spool, &error) ||
        !recap_outputs_commit (self->outputs, GROUP_ALL, take_change, self, &error))
        g_ptr_array_add (self->troubles, error);
}

gboolean
recap_pleno_run (RecapPleno *self, GError **error)
{
    static const Step first[] = { recap_pleno_import };
    static const Step rest[] = { recap_pleno_compare, recap_pleno_collect, recap_pleno_decide,
                                 recap_pleno_add_up,  recap_pleno_report,  put_in_place };
    g_return_val_if_fail (self != NULL && self->outputs == NULL, FALSE);

    if (!load (self, error))
        return FALSE;
    run_steps (self, first, G_N_ELEMENTS (first));
    check_forms (self);
    run_steps (self, rest, G_N_ELEMENTS (rest));
    save_summary (self);
    recap_outputs_close (self->outputs);
    return TRUE;
}

gboolean
recap_pleno_has_left_entries (const RecapPleno *self)
{
    g_return_val_if_fail (self != NULL, FALSE);
    return self->outputs != NULL &&
           recap_outputs_check_guarded (self->outputs, GROUP_ENTRIES, NULL);
}

const GPtrArray *
recap_pleno_get_troubles (const RecapPleno *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->troubles;
}

const GPtrArray *
recap_pleno_get_refusals (const RecapPleno *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->refusals;
}

const GPtrArray *
recap_pleno_get_remarks (const RecapPleno *self, guint64 *ret_n_more)
{
    g_return_val_if_fail (self != NULL && ret_n_more != NULL, NULL);
    *ret_n_more = self->n_more_remarks;
    return self->remarks;
}

const GPtrArray *
recap_pleno_get_notes (const RecapPleno *self)
{
    g_return_val_if_fail (self != NULL, NULL);
    return self->notes;
}

void
recap_pleno_list_changes (const RecapPleno *self, RecapPlenoFileFunc take, gpointer data)
{
    g_return_if_fail (self != NULL && take != NULL);

    for (guint i = 0; i < self->changes->len; i++) {
        const PlenoChange *change = g_ptr_array_index (self->changes, i);
        take (change->path, change->kept, data);
    }
}

static gboolean
is_contest_serious (const PlenoContest *contest)
{
    guint64 n_rejected = 0;

    if (contest->failed || contest->final == NULL)
        return TRUE;
    for (guint i = 0; i < contest->sources->len; i++)
        n_rejected +=
            ((const PlenoSource *)g_ptr_array_index (contest->sources, i))->count.rejected;
    return recap_findings_are_serious (contest->form) ||
           recap_findings_are_serious (contest->differences) || n_rejected > 0 ||
           contest->sum.n_missing + contest->sum.n_incomplete + contest->sum.n_absent > 0;
}

gboolean
recap_pleno_is_serious (const RecapPleno *self)
{
    g_return_val_if_fail (self != NULL, FALSE);

    gboolean serious = self->refusals->len > 0;
    for (guint i = 0; i < self->contests->len; i++)
        serious |= is_contest_serious (g_ptr_array_index (self->contests, i));
    return serious;
}
