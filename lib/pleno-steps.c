#include "config.h"

#include "pleno-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "check.h"
#include "error.h"
#include "finding-file.h"
#include "report.h"
#include "sum-file.h"

enum { REMARKS_MAX = 20 }; /* of the sums of one contest */

char *
recap_pleno_name (const PlenoContest *contest, const char *what, const char *ending)
{
    return g_strdup_printf ("%s-%s%s", what, contest->code, ending);
}

/* Writes @spool to an output of @contest.
 *
 * Returns: its path, owned by the caller; NULL with @error. */
static char *
write_output (RecapPleno *self, const PlenoContest *contest, const char *what, RecapSpool *spool,
              GError **error)
{
    g_autofree char *name = recap_pleno_name (contest, what, ".csv");
    const char *path = recap_outputs_stage (self->outputs, contest->group, name);

    return recap_spool_save (spool, path, error) ? g_strdup (path) : NULL;
}

/* Returns: the path, owned by the caller; NULL with @error. */
static char *
write_findings (RecapPleno *self, const PlenoContest *contest, const char *what,
                const RecapFindings *findings, GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();

    recap_findings_write (findings, RECAP_FORMAT_CSV, self->input.contests, spool);
    return write_output (self, contest, what, spool, error);
}

/* The same for findings that the minutes list. */
static gboolean
list_findings (RecapPleno *self, PlenoContest *contest, const char *what,
               const RecapFindings *findings, GError **error)
{
    g_autofree char *path = write_findings (self, contest, what, findings, error);
    return path != NULL && recap_pleno_take_input (self, contest, RECAP_INPUT_FINDINGS, path,
                                                   recap_findings_get_n (findings), NULL, error);
}

RecapTables *
recap_pleno_open_tables (const RecapPleno *self, const char *const *paths, GError **error)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; paths[i] != NULL; i++)
        g_ptr_array_add (names, recap_outputs_get_final (self->outputs, paths[i]));
    RecapTables *tables = recap_tables_open_as (self->input.contests, paths,
                                                (const char *const *)names->pdata, error);
    if (tables != NULL)
        recap_tables_set_progress (tables, self->input.progress, self->input.progress_data);
    return tables;
}

static RecapTables *
open_table (const RecapPleno *self, const char *path, GError **error)
{
    const char *const paths[] = { path, NULL };
    return recap_pleno_open_tables (self, paths, error);
}

/* ---- the forms of all contests ---- */

static void
reset_checked (gpointer data)
{
    RecapPleno *self = data;

    for (guint i = 0; i < self->contests->len; i++) {
        PlenoContest *contest = g_ptr_array_index (self->contests, i);
        recap_findings_free (contest->form);
        contest->form = recap_findings_new ();
    }
}

static gboolean
take_checked (const RecapFinding *finding, gpointer data, GError **error)
{
    RecapPleno *self = data;
    (void)error;

    for (guint i = 0; i < self->contests->len; i++) {
        PlenoContest *contest = g_ptr_array_index (self->contests, i);
        if (recap_text_equal_string (finding->kontes, contest->code))
            recap_findings_add (contest->form, finding);
    }
    return TRUE;
}

gboolean
recap_pleno_check (RecapPleno *self, GError **error)
{
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    const RecapCheckOptions options = { self->rules, recap_pleno_get_stations (self), FALSE };
    RecapCheckSummary summary;

    for (guint i = 0; i < self->contests->len; i++) {
        const PlenoContest *contest = g_ptr_array_index (self->contests, i);
        const PlenoSource *authority = g_ptr_array_index (contest->sources, 0);
        if (!contest->failed)
            g_ptr_array_add (paths, authority->table);
    }
    if (paths->len == 0)
        return TRUE;
    g_ptr_array_add (paths, NULL);
    g_autoptr (RecapTables) tables =
        recap_pleno_open_tables (self, (const char *const *)paths->pdata, error);
    return tables != NULL &&
           recap_check_run (tables, &options, take_checked, reset_checked, self, &summary, error);
}

/* ---- one contest ---- */

static gboolean
take_difference (const RecapFinding *finding, gpointer data, GError **error)
{
    PlenoContest *contest = data;
    (void)error;
    recap_findings_add (contest->differences, finding);
    return TRUE;
}

static void
reset_differences (gpointer data)
{
    PlenoContest *contest = data;
    recap_findings_free (contest->differences);
    contest->differences = recap_findings_new ();
}

static gboolean
run_diff (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    const RecapDiffOptions options = RECAP_DIFF_OPTIONS_INIT;
    RecapDiffSummary summary;

    for (guint i = 0; i < contest->sources->len; i++) {
        const PlenoSource *source = g_ptr_array_index (contest->sources, i);
        g_ptr_array_add (paths, source->table);
    }
    g_ptr_array_add (paths, NULL);
    g_autoptr (RecapTables) tables =
        recap_pleno_open_tables (self, (const char *const *)paths->pdata, error);
    return tables != NULL && recap_diff_run (tables, &options, take_difference, reset_differences,
                                             contest, &summary, error);
}

gboolean
recap_pleno_compare (RecapPleno *self, PlenoContest *contest, GError **error)
{
    for (guint i = 0; i < recap_findings_get_n (contest->imported); i++) {
        const RecapFinding *finding = recap_findings_get (contest->imported, i);
        if (recap_region_has_prefix (finding->kode, recap_text (self->task->wilayah)))
            recap_findings_add (contest->form, finding);
    }
    recap_findings_sort (contest->form);
    if (contest->sources->len > 1 && !run_diff (self, contest, error))
        return FALSE;
    return list_findings (self, contest, "temuan", contest->form, error) &&
           list_findings (self, contest, "selisih", contest->differences, error);
}

/* Returns: the findings about the forms of @contest and the differences, sorted; owned by the
 * caller. */
static RecapFindings *
join_findings (const PlenoContest *contest)
{
    const RecapFindings *const lists[] = { contest->form, contest->differences };
    RecapFindings *all = recap_findings_new ();

    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < recap_findings_get_n (lists[i]); j++)
            recap_findings_add (all, recap_findings_get (lists[i], j));
    recap_findings_sort (all);
    return all;
}

gboolean
recap_pleno_decide (RecapPleno *self, PlenoContest *contest, GError **error)
{
    const PlenoSource *authority = g_ptr_array_index (contest->sources, 0);
    g_autoptr (RecapFindings) findings = join_findings (contest);
    g_autoptr (RecapTables) tables = open_table (self, authority->table, error);

    if (tables == NULL)
        return FALSE;
    contest->final = recap_final_make (tables, contest->decisions, findings, self->rules, error);
    if (contest->final == NULL)
        return FALSE;
    recap_pleno_refuse (self, contest->final->refusals);
    contest->final_table =
        write_output (self, contest, RECAP_SOURCE_FINAL, contest->final->table, error);
    g_autofree char *log = contest->final_table != NULL ? write_output (self, contest, "pembetulan",
                                                                        contest->final->log, error)
                                                        : NULL;
    g_autofree char *open =
        log != NULL ? write_findings (self, contest, "terbuka", contest->final->undecided, error)
                    : NULL;
    return open != NULL;
}

/* Adds up the table @path.
 *
 * Returns: the path of the sums, owned by the caller; NULL with @error. */
static char *
add_up (RecapPleno *self, const PlenoContest *contest, const char *path,
        const RecapSumOptions *options, const char *what, GPtrArray *remarks,
        RecapSumSummary *ret_summary, GError **error)
{
    const RecapSumFile file = { RECAP_FORMAT_CSV, FALSE, REMARKS_MAX, remarks };
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapTables) tables = open_table (self, path, error);

    if (tables == NULL || !recap_sum_write (tables, options, &file, spool, ret_summary, error))
        return NULL;
    return write_output (self, contest, what, spool, error);
}

/* Keeps what the sums lack, with the contest that they are of. */
static void
take_remarks (RecapPleno *self, const PlenoContest *contest, GPtrArray *remarks)
{
    for (guint i = 0; i < remarks->len; i++) {
        GError *remark = g_error_copy (g_ptr_array_index (remarks, i));
        recap_prefix (&remark, "%s", contest->code);
        g_ptr_array_add (self->remarks, remark);
    }
    self->n_more_remarks += contest->sum.n_remarks - remarks->len;
}

gboolean
recap_pleno_add_up (RecapPleno *self, PlenoContest *contest, GError **error)
{
    const RecapSumOptions by_desa = { RECAP_LEVEL_DESA, recap_pleno_get_stations (self) };
    const RecapSumOptions by_kecamatan = { RECAP_LEVEL_KECAMATAN, NULL };
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (GPtrArray) repeats = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    RecapSumSummary summary;
    g_autofree char *desa = add_up (self, contest, contest->final_table, &by_desa, "jumlah-desa",
                                    remarks, &contest->sum, error);
    if (desa == NULL)
        return FALSE;
    take_remarks (self, contest, remarks);
    /* What the sums of desa lack was said of the forms. */
    g_autofree char *kecamatan =
        add_up (self, contest, desa, &by_kecamatan, "jumlah-kecamatan", repeats, &summary, error);
    if (kecamatan == NULL)
        return FALSE;
    contest->sum_tables = open_table (self, kecamatan, error);
    if (contest->sum_tables == NULL)
        return FALSE;
    contest->totals = recap_tables_load (contest->sum_tables, error);
    return contest->totals != NULL;
}

/* Returns: whether there is the page @name of @contest, or will be unless something fails yet. */
static gboolean
has_page (const RecapPleno *self, const PlenoContest *contest, const char *name)
{
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    return !contest->failed || g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Returns: the pages of all contests when there are several, ending with a title of NULL; owned by
 * the caller, who also frees @names, which holds the names of their files. */
static RecapPageLink *
list_pages (const RecapPleno *self, GPtrArray *names)
{
    RecapPageLink *links = g_new0 (RecapPageLink, self->contests->len + 1);
    guint n = 0;

    for (guint i = 0; self->contests->len > 1 && i < self->contests->len; i++) {
        const PlenoContest *contest = g_ptr_array_index (self->contests, i);
        char *name = recap_pleno_name (contest, PLENO_PAGE, ".html");
        g_ptr_array_add (names, name);
        if (has_page (self, contest, name))
            links[n++] = (RecapPageLink){ recap_contest_get_name (contest->contest), name };
    }
    return links;
}

/* Notes the final table, with its @n_forms, and what all contests are made from. */
static gboolean
finish_inputs (const RecapPleno *self, PlenoContest *contest, guint n_forms, GError **error)
{
    for (guint i = 0; i < recap_input_files_get_n (self->inputs); i++)
        recap_input_files_add_copy (contest->inputs, recap_input_files_get (self->inputs, i));
    return recap_pleno_take_input (self, contest, RECAP_INPUT_TABLE, contest->final_table, n_forms,
                                   NULL, error);
}

/* Writes the minutes as each format that there is. */
gboolean
recap_pleno_report (RecapPleno *self, PlenoContest *contest, GError **error)
{
    static const char *const outputs[][2] = { { PLENO_MINUTES, ".xlsx" }, { PLENO_PAGE, ".html" } };
    g_autoptr (RecapFindings) findings = join_findings (contest);
    g_autoptr (RecapTables) tables = open_table (self, contest->final_table, error);
    g_autoptr (RecapTable) table = tables != NULL ? recap_tables_load (tables, error) : NULL;

    if (table == NULL || !finish_inputs (self, contest, recap_table_get_n (table), error))
        return FALSE;
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    g_autofree RecapPageLink *links = list_pages (self, names);
    const RecapMinutesInput input = {
        .table = table,
        .contest = contest->code,
        .candidates = contest->lists,
        .meeting = self->input.meeting,
        .findings = findings,
        .decisions = contest->final->applied,
        .rules = self->rules,
        .inputs = contest->inputs,
        .stations = recap_pleno_get_stations (self),
        .links = self->contests->len > 1 ? links : NULL,
        .reload = self->input.reload,
        .created = self->input.created,
    };
    for (guint i = 0; i < G_N_ELEMENTS (outputs); i++) {
        if (contest->keeps_minutes && strcmp (outputs[i][0], PLENO_MINUTES) == 0)
            continue;
        g_autofree char *output = recap_pleno_name (contest, outputs[i][0], outputs[i][1]);
        const char *path = recap_outputs_stage (self->outputs, contest->group, output);
        if (!recap_report_write (&input, path, &contest->minutes, error))
            return FALSE;
    }
    return TRUE;
}
