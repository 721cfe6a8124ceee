#include "config.h"

#include "diff.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "diff-part.h"
#include "diff-report.h"
#include "error.h"
#include "region.h"

static gboolean
is_wanted (const Diff *self, guint field)
{
    if (self->options->fields == NULL)
        return TRUE;
    return g_strv_contains (self->options->fields, recap_schema_get_name (self->schema, field));
}

/* Any table may have the authority: what one of two forms does not carry is passed over. */
static gboolean
take_wanted_fields (Diff *self)
{
    guint n = recap_schema_get_n (self->schema);

    for (guint i = 0; i < self->n_sides; i++) {
        DiffSide *side = &self->sides[i];
        side->fields = g_new (guint, MAX (n, 1));
        for (guint k = 0; k < n; k++)
            if (is_wanted (self, k))
                side->fields[side->n_fields++] = k;
    }
    return TRUE;
}

static gboolean
find_common_fields (Diff *self, GError **error)
{
    guint n = recap_schema_get_n (self->schema);
    const RecapTableReader *first = self->sides[0].reader;

    if (self->precedence != NULL)
        return take_wanted_fields (self);

    for (guint i = 1; i < self->n_sides; i++) {
        DiffSide *side = &self->sides[i];
        side->fields = g_new (guint, MAX (n, 1));
        for (guint k = 0; k < n; k++)
            if (is_wanted (self, k) && recap_table_reader_has_field (first, k) &&
                recap_table_reader_has_field (side->reader, k))
                side->fields[side->n_fields++] = k;
        if (side->n_fields == 0) {
            recap_error_set (
                error, RECAP_ERROR_SCHEMA, NULL, _ ("'%s' and '%s' have no field in common"),
                recap_table_reader_get_name (first), recap_table_reader_get_name (side->reader));
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
check_options (const Diff *self, GError **error)
{
    if (self->n_sides < 2) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("two tables are needed to compare"));
        return FALSE;
    }
    for (guint i = 0; self->options->fields != NULL && self->options->fields[i] != NULL; i++)
        if (recap_schema_find (self->schema, recap_text (self->options->fields[i])) < 0) {
            g_autofree char *shown =
                recap_text_display (self->options->fields[i], strlen (self->options->fields[i]));
            recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("no table has a field '%s'"),
                             shown);
            return FALSE;
        }
    return TRUE;
}

/* The first table decides, so it must not contradict itself. */
static gboolean
advance_authority (Diff *self, GError **error)
{
    DiffSide *side = &self->sides[0];
    g_autofree char *key = NULL;
    guint64 line = side->form.line;
    RecapText kontes = side->form.keys[RECAP_KEY_KONTES];
    RecapText kode = side->form.keys[RECAP_KEY_KODE];
    gsize sizes[2] = { kontes.size, kode.size };

    key = g_malloc (kontes.size + kode.size + 1);
    memcpy (key, kontes.bytes, kontes.size);
    memcpy (key + kontes.size, kode.bytes, kode.size);
    self->summary.n_authority++;
    if (!diff_advance (self, 0, error))
        return FALSE;
    if (side->end ||
        !recap_text_equal (side->form.keys[RECAP_KEY_KONTES], (RecapText){ key, sizes[0] }) ||
        !recap_text_equal (side->form.keys[RECAP_KEY_KODE],
                           (RecapText){ key + sizes[0], sizes[1] }))
        return TRUE;

    RecapOrigin origin = { side->form.file, side->form.line, 0 };
    g_autofree char *shown = recap_text_display (key + sizes[0], sizes[1]);
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("code '%s' has a second source here; the first is on line %" PRIu64), shown,
                     line);
    recap_error_set_hint (error, _ ("the first table is the authority: one source for each TPS"));
    return FALSE;
}

/* Goes on to the desa of @form, the smallest that is left. */
static gboolean
enter_group (Diff *self, const RecapForm *form, GError **error)
{
    const DiffSide *first = &self->sides[0];

    if (!diff_finish_group (self, error))
        return FALSE;
    recap_group_enter (self->group, form);
    if (self->precedence != NULL) {
        diff_rank_forget (self);
        return TRUE;
    }
    if (form->contest != self->contest || self->n_contests == 0) {
        self->contest = form->contest;
        self->n_contests++;
    }
    if (!first->end)
        recap_table_reader_keep (first->reader);
    return TRUE;
}

/* ---- the merge ---- */

/* Compares one form of another table with the authority's, if that has it, and goes on. */
static gboolean
compare_side (Diff *self, guint index, gboolean in_authority, GError **error)
{
    DiffSide *side = &self->sides[index];
    DiffSide *first = &self->sides[0];

    if (in_authority) {
        self->summary.n_compared++;
        if (self->options->accuracy == NULL &&
            recap_table_reader_copies (side->reader, first->reader))
            recap_agreement_add (self->agreement, side->form.keys[RECAP_KEY_SUMBER], NULL,
                                 side->fields, side->n_fields);
        else if (!recap_table_reader_parse (side->reader, &side->form, error) ||
                 !diff_compare_forms (self, index, &first->form, &side->form, error))
            return FALSE;
    } else if (!recap_table_reader_parse (side->reader, &side->form, error) ||
               !diff_add_missing (self, &side->form, FALSE, first, "D04", error)) {
        return FALSE;
    }
    return diff_advance (self, index, error);
}

/* Returns: the side whose form has the smallest key, NULL when all are at their end. */
static DiffSide *
find_smallest (Diff *self)
{
    DiffSide *smallest = NULL;
    for (guint i = 0; i < self->n_sides; i++)
        if (!self->sides[i].end &&
            (smallest == NULL ||
             recap_form_compare (&self->sides[i].form, &smallest->form, FALSE) < 0))
            smallest = &self->sides[i];
    return smallest;
}

/* Handles one key that the authority has: it stays in place while the others are compared. */
static gboolean
compare_key (Diff *self, GError **error)
{
    DiffSide *first = &self->sides[0];

    if (!recap_table_reader_parse (first->reader, &first->form, error))
        return FALSE;
    for (guint i = 1; i < self->n_sides; i++) {
        DiffSide *side = &self->sides[i];
        gboolean found = FALSE;
        while (!side->end && recap_form_compare (&side->form, &first->form, FALSE) == 0) {
            found = TRUE;
            if (!compare_side (self, i, TRUE, error))
                return FALSE;
        }
        if (!found && !diff_add_missing (self, &first->form, TRUE, side, "D03", error))
            return FALSE;
    }
    recap_agreement_report (self->agreement, &first->form, self->group);
    recap_agreement_clear (self->agreement);
    return advance_authority (self, error);
}

/* A misspelt region or label must not look like agreement. */
static gboolean
check_found (const Diff *self, GError **error)
{
    if (self->region.size > 0 && !self->any) {
        g_autofree char *shown = recap_text_display (self->region.bytes, self->region.size);
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("no table has a code that begins with '%s'"), shown);
        return FALSE;
    }
    if (self->precedence != NULL && !self->any_label) {
        g_autofree char *list = g_strjoinv (",", (char **)self->precedence);
        g_autofree char *shown = recap_text_display (list, strlen (list));
        recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("no source is one of '%s'"), shown);
        recap_error_set_hint (error, _ ("labels are in the column sumber, such as 'plano'"));
        return FALSE;
    }
    return TRUE;
}

/* Compares all tables once, from their beginning. */
static gboolean
compare_all (Diff *self, GError **error)
{
    DiffSide *smallest;

    for (guint i = 0; i < self->n_sides; i++)
        if (!diff_advance (self, i, error))
            return FALSE;
    while ((smallest = find_smallest (self)) != NULL) {
        if (G_UNLIKELY (!recap_group_holds (self->group, &smallest->form)) &&
            !enter_group (self, &smallest->form, error))
            return FALSE;
        gboolean ok = self->precedence != NULL ? diff_rank_compare_key (self, smallest, error)
                      : smallest == self->sides
                          ? compare_key (self, error)
                          : compare_side (self, (guint)(smallest - self->sides), FALSE, error);
        if (!ok)
            return FALSE;
    }
    if (!diff_finish_group (self, error) ||
        (self->drift != NULL &&
         !recap_drift_finish (self->drift, self->finding, self->data, error)))
        return FALSE;
    return check_found (self, error);
}

/* Takes back what was found. */
static void
take_back (Diff *self)
{
    self->summary = (RecapDiffSummary){ 0 };
    self->any = FALSE;
    self->n_contests = 0;
    recap_group_leave (self->group);
    recap_agreement_clear (self->agreement);
    if (self->options->accuracy != NULL)
        recap_accuracy_reset (self->options->accuracy);
    if (self->drift != NULL)
        recap_drift_clear (self->drift);
    for (guint i = 0; i < self->n_sides; i++)
        g_clear_pointer (&self->sides[i].sumber, g_free);
    if (self->reset != NULL)
        self->reset (self->data);
}

static void
start_again (gpointer data)
{
    Diff *self = data;
    take_back (self);
    if (self->causes != NULL)
        recap_causes_forget (self->causes);
}

/* Reads the authority again for the other contests of the TPS whose page may be one of them. */
static gboolean
read_contests (Diff *self, GError **error)
{
    DiffSide *first = &self->sides[0];

    if (!recap_tables_rewind (self->tables, error))
        return FALSE;
    for (;;) {
        if (!recap_tables_next_key (self->tables, 0, &first->form, &first->end, error))
            return FALSE;
        if (first->end)
            return TRUE;
        if (!recap_causes_wants_form (self->causes, &first->form))
            continue;
        if (!recap_table_reader_parse (first->reader, &first->form, error))
            return FALSE;
        recap_causes_take_form (self->causes, &first->form);
    }
}

static gboolean
merge (RecapTables *tables, gpointer data, GError **error)
{
    Diff *self = data;

    if (!compare_all (self, error))
        return FALSE;
    if (self->n_contests < 2 || self->causes == NULL || !recap_causes_wants_contests (self->causes))
        return TRUE;
    if (!read_contests (self, error))
        return FALSE;
    if (!recap_causes_found_contests (self->causes))
        return TRUE;
    take_back (self);
    return recap_tables_rewind (tables, error) && compare_all (self, error);
}

gboolean
recap_diff_run (RecapTables *tables, const RecapDiffOptions *options, RecapFindingFunc finding,
                void (*reset) (gpointer data), gpointer data, RecapDiffSummary *ret_summary,
                GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && finding != NULL, FALSE);

    Diff self = {
        .tables = tables,
        .schema = recap_tables_get_schema (tables),
        .options = options,
        .region = recap_text (options->region),
        .finding = finding,
        .reset = reset,
        .data = data,
        .n_sides = recap_tables_get_n (tables),
        .group = recap_group_new (recap_schema_get_n (recap_tables_get_schema (tables))),
        .note = g_string_new (NULL),
        .agreement = recap_agreement_new (recap_tables_get_schema (tables)),
        .precedence = options->precedence,
        .n_labels = options->precedence != NULL ? g_strv_length ((char **)options->precedence) : 0,
    };
    self.sides = g_new0 (DiffSide, self.n_sides);
    for (guint i = 0; i < self.n_sides; i++)
        self.sides[i].reader = recap_tables_get_reader (tables, i);

    gboolean ok = check_options (&self, error) && find_common_fields (&self, error) &&
                  recap_tables_run (tables, merge, start_again, &self, error);
    for (guint i = 0; i < self.n_sides; i++) {
        g_free (self.sides[i].sumber);
        g_free (self.sides[i].fields);
    }
    g_free (self.sides);
    recap_group_free (self.group);
    recap_causes_free (self.causes);
    recap_drift_free (self.drift);
    recap_agreement_free (self.agreement);
    g_clear_pointer (&self.chosen, recap_table_free);
    g_string_free (self.note, TRUE);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
