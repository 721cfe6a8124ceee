#include "config.h"

#include "control.h"

#include "formula-sheet.h"
#include "formula.h"
#include "region.h"

struct _RecapControl {
    const char *region; /* see recap_rules_find_region() */
    gboolean outside;
    GPtrArray *rules;    /* RecapRule, in the order of the catalogue */
    GPtrArray *formulas; /* arrays of RecapFormula for each */
    gboolean *shown;     /* for each: whether it has a row */
};

struct _RecapControls {
    const RecapRules *rules;
    const RecapContest *contest;
    const RecapSchema *schema;
    const guint *rows;
    GPtrArray *controls; /* RecapControl */
};

static void
control_free (gpointer data)
{
    RecapControl *self = data;
    g_ptr_array_unref (self->rules);
    g_ptr_array_unref (self->formulas);
    g_free (self->shown);
    g_free (self);
}

RecapControls *
recap_controls_new (const RecapRules *rules, const RecapContest *contest, const RecapSchema *schema,
                    const guint *rows)
{
    g_return_val_if_fail (rules != NULL && contest != NULL && schema != NULL && rows != NULL, NULL);

    RecapControls *self = g_new0 (RecapControls, 1);
    self->rules = rules;
    self->contest = contest;
    self->schema = schema;
    self->rows = rows;
    self->controls = g_ptr_array_new_with_free_func (control_free);
    return self;
}

void
recap_controls_free (RecapControls *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->controls);
    g_free (self);
}

/* Returns: whether a form that keeps the rules in whose favour @rule is silent keeps @formula. */
static gboolean
is_implied (const RecapControl *self, const RecapRule *rule, const RecapFormula *formula)
{
    for (guint i = 0; rule->loses_to != NULL && i < self->rules->len; i++) {
        const RecapRule *other = self->rules->pdata[i];
        const GPtrArray *formulas = recap_control_get_formulas (self, i);
        if (other == rule || !g_strv_contains ((const char *const *)rule->loses_to, other->code))
            continue;
        for (guint k = 0; k < formulas->len; k++)
            if (recap_formula_implies (formulas->pdata[k], formula))
                return TRUE;
    }
    return FALSE;
}

/* Returns: whether rule @index says something of its own. */
static gboolean
has_row (const RecapControl *self, guint index)
{
    const GPtrArray *formulas = recap_control_get_formulas (self, index);

    for (guint i = 0; i < formulas->len; i++)
        if (!is_implied (self, self->rules->pdata[index], formulas->pdata[i]))
            return TRUE;
    return FALSE;
}

/* Returns: the formulas of @rule over boxes that have a line; NULL with @error. */
static GPtrArray *
compile (const RecapControls *self, const RecapControl *control, const RecapRule *rule,
         GError **error)
{
    gboolean shown = rule->active && rule->kind == RECAP_RULE_FORMULA &&
                     rule->severity <= RECAP_SEVERITY_WARNING;
    if (!shown)
        return g_ptr_array_new ();

    GPtrArray *formulas =
        recap_formulas_compile (rule, self->contest, self->schema, control->outside, error);
    for (guint i = formulas != NULL ? formulas->len : 0; i > 0; i--)
        if (!recap_formula_is_placed (formulas->pdata[i - 1], self->rows))
            g_ptr_array_remove_index (formulas, i - 1);
    return formulas;
}

static gboolean
fill (const RecapControls *self, RecapControl *control, GError **error)
{
    for (guint i = 0; i < recap_rules_get_n (self->rules); i++) {
        RecapRule *rule = recap_rules_resolve (
            self->rules, i, recap_contest_get_code (self->contest), recap_text (control->region));
        g_ptr_array_add (control->rules, rule);
        GPtrArray *formulas = compile (self, control, rule, error);
        if (formulas == NULL)
            return FALSE;
        g_ptr_array_add (control->formulas, formulas);
    }
    control->shown = g_new (gboolean, control->rules->len + 1);
    for (guint i = 0; i < control->rules->len; i++)
        control->shown[i] = has_row (control, i);
    return TRUE;
}

const RecapControl *
recap_controls_find (const RecapControls *self, RecapText kode)
{
    g_return_val_if_fail (self != NULL, NULL);

    const char *region = recap_rules_find_region (self->rules, kode);
    gboolean outside = !recap_region_is_ordinary (kode);
    for (guint i = 0; i < self->controls->len; i++) {
        const RecapControl *control = recap_controls_get (self, i);
        if (control->outside == outside && strcmp (control->region, region) == 0)
            return control;
    }
    return NULL;
}

gboolean
recap_controls_add (RecapControls *self, RecapText kode, GError **error)
{
    if (recap_controls_find (self, kode) != NULL)
        return TRUE;
    RecapControl *control = g_new0 (RecapControl, 1);
    control->region = recap_rules_find_region (self->rules, kode);
    control->outside = !recap_region_is_ordinary (kode);
    control->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_rule_free);
    control->formulas = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    g_ptr_array_add (self->controls, control);
    return fill (self, control, error);
}

guint
recap_controls_get_n (const RecapControls *self)
{
    return self->controls->len;
}

const RecapControl *
recap_controls_get (const RecapControls *self, guint index)
{
    return self->controls->pdata[index];
}

const RecapRule *
recap_control_get_rule (const RecapControl *self, guint index)
{
    return self->rules->pdata[index];
}

const GPtrArray *
recap_control_get_formulas (const RecapControl *self, guint index)
{
    return self->formulas->pdata[index];
}

gboolean
recap_control_is_shown (const RecapControl *self, guint index)
{
    return self->shown[index];
}
