#include "config.h"

#include "projector-control.h"

#include "formula-sheet.h"

/* The rules as they are for some forms of one source. */
typedef struct {
    const RecapControl *control;
    GArray *rules; /* ProjectorRule */
} List;

struct _ProjectorControl {
    GPtrArray *controls; /* RecapControls of each source */
    GPtrArray *rows;     /* for each: of each box of the schema whether the source carries it */
    GPtrArray *lists;    /* List */
};

static void
list_free (gpointer data)
{
    List *list = data;
    g_array_unref (list->rules);
    g_free (list);
}

void
projector_control_free (ProjectorControl *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->lists);
    g_ptr_array_unref (self->controls);
    g_ptr_array_unref (self->rows);
    g_free (self);
}

/* Returns: a new array: of each box whether some form of @source has it. */
static guint *
find_rows (const Projector *self, guint source)
{
    guint n = recap_schema_get_n (self->schema);
    guint *rows = g_new (guint, n + 1);

    for (guint i = 0; i < n; i++)
        rows[i] = RECAP_ROW_NONE;
    for (guint station = 0; station < self->stations->len; station++) {
        const RecapCell *cells = projector_cells (self, station, source, FALSE);
        for (guint i = 0; cells != NULL && i < n; i++)
            if (cells[i] == RECAP_CELL_OFF_BALLOT && rows[i] == RECAP_ROW_NONE)
                rows[i] = RECAP_ROW_OFF_BALLOT;
            else if (cells[i] != RECAP_CELL_OFF_BALLOT && cells[i] != RECAP_CELL_NOT_CARRIED)
                rows[i] = i;
    }
    return rows;
}

static void
add_list (ProjectorControl *self, const RecapControl *control, guint n_rules)
{
    List *list = g_new (List, 1);

    list->control = control;
    list->rules = g_array_new (FALSE, FALSE, sizeof (ProjectorRule));
    for (guint i = 0; i < n_rules; i++) {
        ProjectorRule rule = { i, recap_control_get_rule (control, i),
                               recap_control_get_formulas (control, i) };
        if (recap_control_is_shown (control, i))
            g_array_append_val (list->rules, rule);
    }
    g_ptr_array_add (self->lists, list);
}

static gboolean
add_source (Projector *self, guint source, GError **error)
{
    const RecapRules *rules = self->input->rules;
    guint *rows = find_rows (self, source);
    RecapControls *controls = recap_controls_new (rules, self->contest, self->schema, rows);

    g_ptr_array_add (self->control->rows, rows);
    g_ptr_array_add (self->control->controls, controls);
    for (guint i = 0; i < self->stations->len; i++)
        if (projector_form (self, i, source) != NULL &&
            !recap_controls_add (controls, projector_station (self, i)->kode, error))
            return FALSE;
    for (guint i = 0; i < recap_controls_get_n (controls); i++)
        add_list (self->control, recap_controls_get (controls, i), recap_rules_get_n (rules));
    return TRUE;
}

gboolean
projector_prepare_control (Projector *self, GError **error)
{
    if (self->input->rules == NULL)
        return TRUE;
    if (!recap_rules_check_contests (self->input->rules, recap_schema_get_contests (self->schema),
                                     error))
        return FALSE;
    self->control = g_new0 (ProjectorControl, 1);
    self->control->rows = g_ptr_array_new_with_free_func (g_free);
    self->control->controls = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_controls_free);
    self->control->lists = g_ptr_array_new_with_free_func (list_free);
    for (guint source = 0; source < self->sources->len; source++)
        if (!add_source (self, source, error))
            return FALSE;
    return TRUE;
}

guint
projector_control_get_n (const Projector *self)
{
    return self->control != NULL ? self->control->lists->len : 0;
}

const GArray *
projector_control_get (const Projector *self, guint index)
{
    const List *list = self->control->lists->pdata[index];
    return list->rules;
}

gboolean
projector_control_find (const Projector *self, guint station, guint source, guint *ret_list,
                        RecapForm *ret_form)
{
    if (self->control == NULL || projector_cells (self, station, source, FALSE) == NULL)
        return FALSE;
    *ret_form = *projector_form (self, station, source);
    ret_form->cells = self->cells;
    const RecapControl *control = recap_controls_find (self->control->controls->pdata[source],
                                                       projector_station (self, station)->kode);
    for (guint i = 0; i < self->control->lists->len; i++) {
        const List *list = self->control->lists->pdata[i];
        if (list->control != control)
            continue;
        *ret_list = i;
        return TRUE;
    }
    g_assert_not_reached ();
}
