#include "config.h"

#include "check-form.h"

#include "blanks.h"
#include "check-cause.h"
#include "formula.h"
#include "region.h"

/* The sections are the bits of a number. */
enum { N_SECTIONS_MAX = 64 };

/* What came out of one formula for one form. */
typedef enum {
    STATE_UNCHECKED, /* a box has no number, or a stronger rule speaks */
    STATE_HELD,
    STATE_BROKEN,
} State;

/* One thing to look at in a form: a formula, the blanks, or the pages. */
typedef struct {
    const RecapRule *rule;
    const RecapFormula *formula; /* NULL: blanks or pages */
    guint first_winner;          /* the steps that speak in its place: in Steps.winners */
    guint n_winners;
    gboolean implied; /* a form that keeps a winner keeps this as well */
    gint64 value;     /* what the others make of the form that is being looked at */
} Step;

/* A formula that sets a fixed limit to its box. */
typedef struct {
    guint step;
    guint box;
    gint64 limit;
} Limit;

/* The steps for ordinary TPS, or for others. */
typedef struct {
    GPtrArray *formulas;           /* arrays of RecapFormula, kept alive */
    GArray *steps;                 /* Step, in the order of the catalogue */
    GArray *winners;               /* guint, see Step */
    RecapCheckFormulas for_causes; /* of the steps */

    /* The formulas in the order in which they are worked out. Those of the first and of the last
     * kind are many and nearly always need no more than a glance. */
    GArray *limits; /* Limit */
    GArray *plain;  /* guint */
    GArray *losers; /* guint: those with winners */
    GArray *parts;  /* guint: those with winners that imply them */

    guint8 *states; /* State of each step, for the form that is being looked at */
    gboolean stale; /* some states of limits and parts are of another form */
} Steps;

/* What is to be done for the forms of one contest in one region. */
typedef struct {
    const RecapContest *contest;
    const char *region; /* see recap_rules_find_region() */
    GPtrArray *rules;   /* RecapRule, active, as they are there */
    Steps steps[2];     /* ordinary, and outside */
    const RecapRule *page;
    const RecapRule *mark;
    RecapBlanks *blanks;
} Plan;

/* Plans that are kept: tables are sorted by contest and code, so that regions seldom return. */
enum { N_PLANS_MAX = 16 };

struct _FormCheck {
    const RecapRules *rules;
    const RecapSchema *schema;
    gboolean all;
    RecapFindingFunc finding;
    gpointer data;
    GPtrArray *plans; /* Plan */
    Plan *plan;       /* of the form before */
    RecapCheckCauses *causes;
    const RecapCheckFormulas *for_causes; /* of the form; NULL: it is a sum */
    RecapCell *cells; /* of the form that is being looked at, when blanks of it are marked */
    guint64 missing;  /* its sections that are missing: a bit for each */
    gboolean marked;  /* it says that the vote or the count was done again */
    GString *note;
};

static void
steps_init (Steps *self)
{
    self->formulas = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    self->steps = g_array_new (FALSE, TRUE, sizeof (Step));
    self->winners = g_array_new (FALSE, FALSE, sizeof (guint));
    self->for_causes.strict = g_ptr_array_new ();
    self->for_causes.soft = g_ptr_array_new ();
    self->limits = g_array_new (FALSE, FALSE, sizeof (Limit));
    self->plain = g_array_new (FALSE, FALSE, sizeof (guint));
    self->losers = g_array_new (FALSE, FALSE, sizeof (guint));
    self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
steps_clear (Steps *self)
{
    g_ptr_array_unref (self->formulas);
    g_array_unref (self->steps);
    g_array_unref (self->winners);
    g_ptr_array_unref (self->for_causes.strict);
    g_ptr_array_unref (self->for_causes.soft);
    g_array_unref (self->limits);
    g_array_unref (self->plain);
    g_array_unref (self->losers);
    g_array_unref (self->parts);
    g_free (self->states);
}

static void
plan_free (gpointer data)
{
    Plan *plan = data;
    for (guint i = 0; i < G_N_ELEMENTS (plan->steps); i++)
        steps_clear (&plan->steps[i]);
    g_ptr_array_unref (plan->rules);
    recap_blanks_free (plan->blanks);
    g_free (plan);
}

FormCheck *
form_check_new (const RecapRules *rules, const RecapSchema *schema, gboolean all,
                RecapFindingFunc finding, gpointer data)
{
    FormCheck *self = g_new0 (FormCheck, 1);
    self->rules = rules;
    self->schema = schema;
    self->all = all;
    self->finding = finding;
    self->data = data;
    self->plans = g_ptr_array_new_with_free_func (plan_free);
    self->causes = recap_check_causes_new (schema);
    self->cells = g_new (RecapCell, recap_schema_get_n (schema) + 1);
    self->note = g_string_new (NULL);
    return self;
}

void
form_check_free (FormCheck *self)
{
    if (self == NULL)
        return;
    recap_check_causes_free (self->causes);
    g_ptr_array_unref (self->plans);
    g_free (self->cells);
    g_string_free (self->note, TRUE);
    g_free (self);
}

/* ---- plans ---- */

static Step *
get_step (const Steps *self, guint index)
{
    return &g_array_index (self->steps, Step, index);
}

/* Finds the steps that speak in the place of step @index: those of the rules that it names whose
 * boxes are all of its boxes and more. */
static void
find_winners (Steps *self, guint index)
{
    Step *step = get_step (self, index);
    const char *const *codes = (const char *const *)step->rule->loses_to;
    const RecapRule *rule = NULL;
    gboolean is_named = FALSE; /* by codes: the rule */

    step->first_winner = self->winners->len;
    step->implied = TRUE;
    for (guint i = 0; codes != NULL && i < self->steps->len; i++) {
        const Step *other = get_step (self, i);
        if (other->rule != rule) { /* the formulas of a rule follow each other */
            rule = other->rule;
            is_named = g_strv_contains (codes, rule->code);
        }
        if (!is_named || i == index || other->formula == NULL ||
            !recap_formula_covers (other->formula, step->formula))
            continue;
        g_array_append_val (self->winners, i);
        step->n_winners++;
        step->implied = step->implied && recap_formula_implies (other->formula, step->formula);
    }
}

/* Returns: whether @formula sets a fixed limit to its box. */
static gboolean
is_limit (const RecapFormula *formula)
{
    guint n;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    return recap_formula_is_bound (formula) && n == 1 && terms[0].n_boxes == 0 &&
           terms[0].permil == 1000;
}

/* What speaks in the place of another is looked at before it. */
static void
find_order (Steps *self)
{
    self->states = g_new0 (guint8, self->steps->len + 1);
    for (guint i = 0; i < self->steps->len; i++) {
        const Step *step = get_step (self, i);
        guint n;
        if (step->formula == NULL)
            continue;
        find_winners (self, i);
        if (step->n_winners > 0) {
            g_array_append_vals (step->implied ? self->parts : self->losers, &i, 1);
        } else if (is_limit (step->formula)) {
            Limit limit = { i, recap_formula_get_stated (step->formula),
                            recap_formula_get_terms (step->formula, &n)[0].number };
            g_array_append_val (self->limits, limit);
        } else {
            g_array_append_val (self->plain, i);
        }
    }
}

static gboolean
add_steps (FormCheck *self, Plan *plan, guint outside, GError **error)
{
    Steps *steps = &plan->steps[outside];

    for (guint i = 0; i < plan->rules->len; i++) {
        const RecapRule *rule = plan->rules->pdata[i];
        Step step = { .rule = rule };
        if (rule->kind == RECAP_RULE_PAGE)
            plan->page = rule;
        if (rule->kind == RECAP_RULE_MARK)
            plan->mark = rule;
        if (rule->kind == RECAP_RULE_BLANK || rule->kind == RECAP_RULE_PAGE ||
            rule->kind == RECAP_RULE_MARK)
            g_array_append_val (steps->steps, step);
        if (rule->kind != RECAP_RULE_FORMULA)
            continue;
        GPtrArray *formulas =
            recap_formulas_compile (rule, plan->contest, self->schema, outside != 0, error);
        if (formulas == NULL)
            return FALSE;
        for (guint k = 0; k < formulas->len; k++) {
            step.formula = formulas->pdata[k];
            g_array_append_val (steps->steps, step);
            if (rule->severity == RECAP_SEVERITY_ERROR)
                g_ptr_array_add (steps->for_causes.strict, formulas->pdata[k]);
            else if (rule->severity == RECAP_SEVERITY_WARNING)
                g_ptr_array_add (steps->for_causes.soft, formulas->pdata[k]);
        }
        g_ptr_array_add (steps->formulas, formulas);
    }
    find_order (steps);
    return TRUE;
}

static Plan *
new_plan (FormCheck *self, const RecapContest *contest, const char *region)
{
    Plan *plan = g_new0 (Plan, 1);
    plan->contest = contest;
    plan->region = region;
    plan->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_rule_free);
    plan->blanks = recap_blanks_new (self->schema, contest);
    for (guint i = 0; i < G_N_ELEMENTS (plan->steps); i++)
        steps_init (&plan->steps[i]);
    for (guint i = 0; i < recap_rules_get_n (self->rules); i++) {
        g_autoptr (RecapRule) rule = recap_rules_resolve (
            self->rules, i, recap_contest_get_code (contest), recap_text (region));
        if (rule->active)
            g_ptr_array_add (plan->rules, g_steal_pointer (&rule));
    }
    return plan;
}

/* Returns: the plan for @contest at @kode, made when it is first asked for; NULL with @error. */
static Plan *
plan_for (FormCheck *self, const RecapContest *contest, RecapText kode, GError **error)
{
    const char *region = recap_rules_find_region (self->rules, kode);

    if (self->plan != NULL && self->plan->contest == contest &&
        strcmp (self->plan->region, region) == 0)
        return self->plan;
    for (guint i = 0; i < self->plans->len; i++) {
        Plan *plan = self->plans->pdata[i];
        if (plan->contest == contest && strcmp (plan->region, region) == 0)
            return self->plan = plan;
    }
    Plan *plan = new_plan (self, contest, region);
    if (self->plans->len == N_PLANS_MAX)
        g_ptr_array_remove_index (self->plans, 0);
    self->plan = NULL; /* it may be the one that was removed */
    g_ptr_array_add (self->plans, plan);
    for (guint i = 0; i < G_N_ELEMENTS (plan->steps); i++)
        if (!add_steps (self, plan, i, error))
            return NULL;
    return self->plan = plan;
}

const GPtrArray *
form_check_get_rules (FormCheck *self, const RecapContest *contest, RecapText kode, GError **error)
{
    Plan *plan = plan_for (self, contest, kode, error);
    return plan != NULL ? plan->rules : NULL;
}

gboolean
form_check_find_rule (FormCheck *self, const RecapContest *contest, RecapText kode,
                      RecapRuleKind kind, const RecapRule **ret_rule, GError **error)
{
    const GPtrArray *rules = form_check_get_rules (self, contest, kode, error);
    if (rules == NULL)
        return FALSE;
    *ret_rule = NULL;
    for (guint i = 0; i < rules->len && *ret_rule == NULL; i++)
        if (((const RecapRule *)rules->pdata[i])->kind == kind)
            *ret_rule = rules->pdata[i];
    return TRUE;
}

/* ---- formulas ---- */

/* Returns: whether a winner says what @step would say, or what it would say holds for certain. */
static gboolean
is_spoken_for (const Steps *self, const Step *step, gboolean all)
{
    for (guint i = 0; i < step->n_winners; i++) {
        guint winner = g_array_index (self->winners, guint, step->first_winner + i);
        if (self->states[winner] == STATE_BROKEN ||
            (self->states[winner] == STATE_HELD && step->implied && !all))
            return TRUE;
    }
    return FALSE;
}

/* Works out the formula of step @index.
 *
 * Returns: 1 when it is broken. */
static inline guint
work_out_one (Steps *self, guint index, const RecapForm *form, gboolean is_sum)
{
    Step *step = get_step (self, index);
    gboolean holds;

    self->states[index] = STATE_UNCHECKED;
    if ((is_sum && step->rule->one_station) ||
        !recap_formula_evaluate (step->formula, form, &holds, &step->value))
        return 0;
    self->states[index] = holds ? STATE_HELD : STATE_BROKEN;
    return !holds;
}

/* Returns: whether a box is above its limit. */
static gboolean
is_above_limit (const Steps *self, const RecapForm *form)
{
    const Limit *limits = (const Limit *)(gpointer)self->limits->data;
    gboolean above = FALSE;
    for (guint i = 0; i < self->limits->len; i++)
        above |= form->cells[limits[i].box] > limits[i].limit;
    return above;
}

/* Returns: whether one of the plain formulas cannot be checked. */
static gboolean
is_unchecked (const Steps *self)
{
    for (guint i = 0; i < self->plain->len; i++)
        if (self->states[g_array_index (self->plain, guint, i)] == STATE_UNCHECKED)
            return TRUE;
    return FALSE;
}

/* Works out the formulas @losers, in whose place others may speak. */
static guint
work_out_losers (Steps *self, const GArray *losers, const RecapForm *form, gboolean is_sum,
                 gboolean all)
{
    guint n_broken = 0;
    for (guint i = 0; i < losers->len; i++) {
        guint index = g_array_index (losers, guint, i);
        self->states[index] = STATE_UNCHECKED;
        if (!is_spoken_for (self, get_step (self, index), all))
            n_broken += work_out_one (self, index, form, is_sum);
    }
    return n_broken;
}

/* Works out every formula. With @all what is certain to hold is worked out as well.
 *
 * Returns: how many are broken. */
static guint
work_out (Steps *self, const RecapForm *form, gboolean is_sum, gboolean all)
{
    guint n_broken = 0;

    if (self->stale)
        memset (self->states, STATE_UNCHECKED, self->steps->len);
    self->stale = FALSE;
    if (all || is_above_limit (self, form)) {
        self->stale = TRUE;
        for (guint i = 0; i < self->limits->len; i++)
            n_broken +=
                work_out_one (self, g_array_index (self->limits, Limit, i).step, form, is_sum);
    }
    for (guint i = 0; i < self->plain->len; i++)
        n_broken += work_out_one (self, g_array_index (self->plain, guint, i), form, is_sum);
    n_broken += work_out_losers (self, self->losers, form, is_sum, all);
    /* Where every sum is right none of its parts is larger. */
    if (!all && n_broken == 0 && !is_unchecked (self))
        return 0;
    self->stale = TRUE;
    return n_broken + work_out_losers (self, self->parts, form, is_sum, all);
}

/* ---- findings ---- */

RecapFinding
check_start_finding (const RecapForm *form, const RecapRule *rule, const char *asal)
{
    RecapFinding finding = {
        .aturan = recap_text (rule->code),
        .severity = rule->severity,
        .nilai_a = RECAP_CELL_NOT_CARRIED,
        .nilai_b = RECAP_CELL_NOT_CARRIED,
        .sumber_a = form->keys[RECAP_KEY_SUMBER],
        .asal_a = recap_text (asal),
    };
    recap_finding_set_place (&finding, form);
    return finding;
}

static gboolean
give (FormCheck *self, RecapFinding *finding, GError **error)
{
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

static gboolean
give_formula (FormCheck *self, const RecapForm *form, const Step *step, gboolean held,
              const char *asal, GError **error)
{
    guint stated = recap_formula_get_stated (step->formula);
    RecapFinding finding = check_start_finding (form, step->rule, asal);

    finding.isian = recap_text (recap_schema_get_name (self->schema, stated));
    finding.nilai_a = form->cells[stated];
    finding.sumber_b = recap_text ("rumus");
    finding.nilai_b = step->value;
    g_string_printf (self->note, "%s: ", held ? "Terpenuhi" : step->rule->label);
    if (held)
        finding.severity = RECAP_SEVERITY_HELD;
    recap_formula_describe (step->formula, form, self->note);
    g_string_append_c (self->note, '.');
    if (!held && self->for_causes != NULL && step->rule->severity == RECAP_SEVERITY_ERROR &&
        !recap_check_causes_explain (self->causes, form, self->for_causes, step->formula,
                                     self->note, &finding.sebab, error))
        return FALSE;
    return give (self, &finding, error);
}

/* What holds for the whole form, in one line. */
static gboolean
give_held (FormCheck *self, const RecapForm *form, const RecapRule *rule, const char *asal,
           GError **error)
{
    RecapFinding finding = check_start_finding (form, rule, asal);
    finding.severity = RECAP_SEVERITY_HELD;
    return give (self, &finding, error);
}

/* A rule that sets one limit to every box is said once and not for every box: step @index is the
 * one that says it for the @*ret_n steps of its rule that hold, or says nothing. */
static gboolean
is_first_held (const Steps *self, guint index, guint *ret_n)
{
    const Step *step = get_step (self, index);
    gboolean first = TRUE;

    *ret_n = 0;
    for (guint i = 0; i < self->steps->len; i++) {
        const Step *other = get_step (self, i);
        if (other->rule != step->rule || self->states[i] != STATE_HELD)
            continue;
        first = first && i >= index;
        ++*ret_n;
    }
    return first;
}

static gboolean
report_held (FormCheck *self, const RecapForm *form, const Steps *steps, guint index,
             const char *asal, GError **error)
{
    const Step *step = get_step (steps, index);
    guint n = 1;

    if (is_limit (step->formula) && !is_first_held (steps, index, &n))
        return TRUE;
    if (n == 1)
        return give_formula (self, form, step, TRUE, asal, error);
    g_string_printf (self->note, "Terpenuhi: %s: %u isian.", step->rule->label, n);
    return give_held (self, form, step->rule, asal, error);
}

/* The blank boxes that are not those of a missing page. */
static gboolean
report_blanks (FormCheck *self, const RecapForm *form, const RecapRule *rule, const char *asal,
               GError **error)
{
    guint n_written = 0, n_blank = 0;

    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        RecapCell cell = form->cells[i];
        n_written += cell >= 0;
        if (G_LIKELY (cell != RECAP_CELL_BLANK && cell != RECAP_CELL_UNREADABLE))
            continue;
        const RecapField *field = recap_schema_get_field (self->schema, form->contest, i);
        n_blank++;
        if (field->section < N_SECTIONS_MAX && (self->missing >> field->section & 1) != 0)
            continue;
        RecapFinding finding = check_start_finding (form, rule, asal);
        finding.isian = recap_text (field->name);
        finding.nilai_a = cell;
        g_string_printf (self->note, "%s %s %s.", field->box, field->short_label,
                         cell == RECAP_CELL_BLANK ? "kosong" : "tidak terbaca");
        if (!give (self, &finding, error))
            return FALSE;
    }
    if (!self->all || n_blank > 0)
        return TRUE;
    g_string_printf (self->note, "Terpenuhi: %u isian terisi.", n_written);
    return give_held (self, form, rule, asal, error);
}

static gboolean
report_pages (FormCheck *self, const RecapForm *form, const RecapRule *rule, const char *asal,
              GError **error)
{
    RecapFinding finding = check_start_finding (form, rule, asal);
    const RecapSection *sections = recap_contest_get_sections (form->contest, NULL);

    if (self->missing == 0)
        return TRUE;
    g_string_assign (self->note, "Halaman tidak ada: ");
    for (guint i = 0; i < N_SECTIONS_MAX; i++)
        if ((self->missing >> i & 1) != 0)
            g_string_append_printf (self->note, "bagian %s (%u isian) kosong, ", sections[i].number,
                                    recap_blanks_count_boxes (self->plan->blanks, form->cells, i));
    g_string_append (self->note, "padahal bagian lain terisi.");
    return give (self, &finding, error);
}

/* The mark is text of the source: what it says is quoted. */
static gboolean
report_mark (FormCheck *self, const RecapForm *form, const RecapRule *rule, const char *asal,
             GError **error)
{
    RecapText mark = form->keys[RECAP_KEY_PSU];
    RecapFinding finding = check_start_finding (form, rule, asal);

    if (!self->marked)
        return TRUE;
    g_string_assign (self->note, "Tanda '");
    recap_text_append (mark, self->note);
    g_string_append (self->note, "': data TPS ini menggantikan data sebelumnya.");
    return give (self, &finding, error);
}

/* A form without any number is one finding, not one for each box. */
static gboolean
report_empty (FormCheck *self, const RecapForm *form, const Steps *steps, GError **error)
{
    g_autofree char *asal = recap_form_origin (form);
    gboolean ok = TRUE;

    for (guint i = 0; ok && i < steps->steps->len; i++) {
        const RecapRule *rule = get_step (steps, i)->rule;
        RecapFinding finding = check_start_finding (form, rule, asal);
        if (rule->kind == RECAP_RULE_MARK)
            ok = report_mark (self, form, rule, asal, error);
        if (rule->kind != RECAP_RULE_BLANK)
            continue;
        g_string_assign (self->note, "Formulir tanpa satu angka pun.");
        ok = give (self, &finding, error);
    }
    return ok;
}

/* Gives what was found, in the order of the catalogue. */
static gboolean
report (FormCheck *self, const RecapForm *form, const Steps *steps, GError **error)
{
    g_autofree char *asal = recap_form_origin (form);
    gboolean ok = TRUE;

    for (guint i = 0; ok && i < steps->steps->len; i++) {
        const Step *step = get_step (steps, i);
        if (step->rule->kind == RECAP_RULE_BLANK)
            ok = report_blanks (self, form, step->rule, asal, error);
        else if (step->rule->kind == RECAP_RULE_PAGE)
            ok = report_pages (self, form, step->rule, asal, error);
        else if (step->rule->kind == RECAP_RULE_MARK)
            ok = report_mark (self, form, step->rule, asal, error);
        else if (steps->states[i] == STATE_BROKEN)
            ok = give_formula (self, form, step, FALSE, asal, error);
        else if (steps->states[i] == STATE_HELD && self->all)
            ok = report_held (self, form, steps, i, asal, error);
    }
    return ok;
}

/* ---- one form ---- */

static gboolean
has_blank (const FormCheck *self, const RecapForm *form)
{
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++)
        if (form->cells[i] == RECAP_CELL_BLANK || form->cells[i] == RECAP_CELL_UNREADABLE)
            return TRUE;
    return FALSE;
}

/* Finds out what the blanks of @form mean; its cells are copied, to be marked.
 *
 * Returns: whether there are blanks that ought to be filled. */
static gboolean
look_at_blanks (FormCheck *self, RecapForm *form)
{
    const RecapRule *page = self->plan->page;

    memcpy (self->cells, form->cells, recap_schema_get_n (self->schema) * sizeof *self->cells);
    form->cells = self->cells;
    if (recap_blanks_mark (self->plan->blanks, form->cells, FALSE) > 0 && !has_blank (self, form))
        return FALSE;
    if (page != NULL && page->sections != NULL)
        self->missing = recap_blanks_find_missing (self->plan->blanks, form->cells,
                                                   (const char *const *)page->sections);
    return TRUE;
}

/* Returns: whether @form says that the vote or the count was done again. */
static gboolean
is_marked (const Plan *plan, const RecapForm *form, gboolean is_sum)
{
    RecapText mark = form->keys[RECAP_KEY_PSU];

    if (G_LIKELY (mark.size == 0) || plan->mark == NULL || (is_sum && plan->mark->one_station))
        return FALSE;
    for (char **word = plan->mark->except; word != NULL && *word != NULL; word++)
        if (recap_text_equal_string (mark, *word))
            return FALSE;
    return TRUE;
}

gboolean
form_check_run (FormCheck *self, const RecapForm *form, RecapCheckSummary *summary, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    Plan *plan = plan_for (self, form->contest, kode, error);
    if (plan == NULL)
        return FALSE;

    Steps *steps = &plan->steps[recap_region_is_ordinary (kode) ? 0 : 1];
    gboolean is_sum = recap_region_level (kode) > RECAP_LEVEL_TPS;
    RecapForm copy = *form;
    summary->n_forms++;
    self->marked = is_marked (plan, form, is_sum);
    if (recap_form_is_empty (form, recap_schema_get_n (self->schema))) {
        summary->n_empty++;
        return report_empty (self, form, steps, error);
    }
    recap_check_causes_next (self->causes);
    /* A sum is broken where the forms are that it was made of. */
    self->for_causes = is_sum ? NULL : &steps->for_causes;
    self->missing = 0;
    gboolean blank = has_blank (self, form) && look_at_blanks (self, &copy);
    guint n_broken = work_out (steps, &copy, is_sum, self->all);
    return n_broken == 0 && !blank && !self->marked && !self->all
               ? TRUE
               : report (self, &copy, steps, error);
}
