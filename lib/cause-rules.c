#include "config.h"

#include <inttypes.h>

#include "cause-part.h"
#include "region.h"

enum {
    TERMS_SHOWN = 4,    /* a longer formula is shortened to its sum */
    FORMULAS_SHOWN = 3, /* of a form, with their numbers */
    BOXES_SHOWN = 3,    /* that a total follows */
};

void
cause_plan_free (gpointer data)
{
    CausePlan *plan = data;
    for (guint i = 0; i < plan->n_boxes; i++)
        if (plan->of_box[i] != NULL)
            g_array_unref (plan->of_box[i]);
    g_free (plan->of_box);
    g_free (plan->fields);
    g_array_unref (plan->formulas);
    g_ptr_array_unref (plan->compiled);
    g_ptr_array_unref (plan->rules);
    recap_blanks_free (plan->blanks);
    g_free (plan);
}

/* ---- plans ---- */

static void
note_box (CausePlan *plan, guint box, guint formula)
{
    GArray **list = &plan->of_box[box];
    if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (guint));
    if ((*list)->len == 0 || g_array_index (*list, guint, (*list)->len - 1) != formula)
        g_array_append_val (*list, formula);
}

static void
add_formula (CausePlan *plan, const RecapRule *rule, const RecapFormula *formula)
{
    guint index = plan->formulas->len;
    CauseFormula entry = { rule, formula };
    guint n;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);

    g_array_append_val (plan->formulas, entry);
    note_box (plan, recap_formula_get_stated (formula), index);
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < terms[i].n_boxes; k++)
            note_box (plan, terms[i].boxes[k], index);
}

/* Only what must hold on a correct form is evidence; what a stronger rule says is said by it. */
static gboolean
is_evidence (const RecapRule *rule)
{
    return rule->active && rule->kind == RECAP_RULE_FORMULA &&
           rule->severity == RECAP_SEVERITY_ERROR && rule->loses_to == NULL;
}

static gboolean
fill_plan (RecapCauses *self, CausePlan *plan, GError **error)
{
    const char *kontes = recap_contest_get_code (plan->contest);

    for (guint i = 0; i < recap_rules_get_n (self->rules); i++) {
        g_autoptr (RecapRule) rule = recap_rules_resolve (self->rules, i, kontes, RECAP_TEXT_EMPTY);
        if (!is_evidence (rule))
            continue;
        GPtrArray *formulas =
            recap_formulas_compile (rule, plan->contest, self->schema, plan->outside, error);
        if (formulas == NULL)
            return FALSE;
        g_ptr_array_add (plan->compiled, formulas);
        for (guint k = 0; k < formulas->len; k++)
            add_formula (plan, rule, formulas->pdata[k]);
        g_ptr_array_add (plan->rules, g_steal_pointer (&rule));
    }
    return TRUE;
}

/* Returns: the plan for forms like @form, made when it is first asked for; NULL with @error. */
static const CausePlan *
plan_for (RecapCauses *self, const RecapForm *form, GError **error)
{
    gboolean outside = !recap_region_is_ordinary (form->keys[RECAP_KEY_KODE]);

    for (guint i = 0; i < self->plans->len; i++) {
        const CausePlan *plan = self->plans->pdata[i];
        if (plan->contest == form->contest && plan->outside == outside)
            return plan;
    }
    CausePlan *plan = g_new0 (CausePlan, 1);
    plan->contest = form->contest;
    plan->outside = outside;
    plan->compiled = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    plan->formulas = g_array_new (FALSE, FALSE, sizeof (CauseFormula));
    plan->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_rule_free);
    plan->blanks = recap_blanks_new (self->schema, form->contest);
    plan->n_boxes = recap_schema_get_n (self->schema);
    plan->of_box = g_new0 (GArray *, MAX (plan->n_boxes, 1));
    plan->fields = g_new0 (const RecapField *, MAX (plan->n_boxes, 1));
    for (guint i = 0; i < plan->n_boxes; i++)
        plan->fields[i] = recap_schema_get_field (self->schema, plan->contest, i);
    if (!fill_plan (self, plan, error)) {
        cause_plan_free (plan);
        return NULL;
    }
    g_ptr_array_add (self->plans, plan);
    return plan;
}

/* ---- the pair at hand ---- */

static CauseState
evaluate (const RecapFormula *formula, const RecapForm *form)
{
    gboolean holds;
    gint64 value;
    if (!recap_formula_evaluate (formula, form, &holds, &value))
        return CAUSE_UNKNOWN;
    return holds ? CAUSE_HOLDS : CAUSE_BROKEN;
}

static const CauseFormula *
formula_at (const RecapCauses *self, guint index)
{
    return &g_array_index (self->plan->formulas, CauseFormula, index);
}

static CauseState
state_at (const GArray *states, guint index)
{
    return g_array_index (states, CauseState, index);
}

gboolean
cause_rules_choose (RecapCauses *self, const RecapPair *pair, GError **error)
{
    self->plan = plan_for (self, &pair->a, error);
    return self->plan != NULL;
}

void
cause_rules_enter (RecapCauses *self, RecapPair *pair)
{
    gboolean is_sum = recap_region_level (pair->a.keys[RECAP_KEY_KODE]) > RECAP_LEVEL_TPS;
    GArray *all[] = { self->states_a, self->states_b, self->affected };

    recap_blanks_mark (self->plan->blanks, pair->a.cells, FALSE);
    recap_blanks_mark (self->plan->blanks, pair->b.cells, FALSE);
    for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
        g_array_set_size (all[i], 0);
        g_array_set_size (all[i], self->plan->formulas->len); /* cleared */
    }
    for (guint i = 0; i < pair->n_differences; i++) {
        const GArray *list = self->plan->of_box[pair->differences[i].field];
        for (guint k = 0; list != NULL && k < list->len; k++)
            g_array_index (self->affected, gboolean, g_array_index (list, guint, k)) = TRUE;
    }
    for (guint i = 0; i < self->plan->formulas->len; i++) {
        const CauseFormula *entry = formula_at (self, i);
        if (!g_array_index (self->affected, gboolean, i) || (is_sum && entry->rule->one_station))
            continue;
        g_array_index (self->states_a, CauseState, i) = evaluate (entry->formula, &pair->a);
        g_array_index (self->states_b, CauseState, i) = evaluate (entry->formula, &pair->b);
    }
}

/* ---- evidence ---- */

/* What two numbers in one box make of the rules, the codes of each kind. */
typedef struct {
    GString *for_a;
    GString *for_b;
    GString *both;
    GString *neither;
} Verdict;

/* Appends @code to a list such as 'R07, R08' once. */
static void
add_code (GString *list, const char *code)
{
    if (list->len > 0) {
        const char *last = strrchr (list->str, ' ');
        if (strcmp (last != NULL ? last + 1 : list->str, code) == 0)
            return;
        g_string_append (list, ", ");
    }
    g_string_append (list, code);
}

/* Holds the number of the other source in the form of the authority against one formula. */
static void
weigh_formula (const RecapCauses *self, RecapPair *pair, const RecapDifference *difference,
               guint index, Verdict *verdict, CauseEvidence *evidence)
{
    const CauseFormula *entry = formula_at (self, index);
    CauseState a = state_at (self->states_a, index);
    CauseState b = state_at (self->states_b, index);

    if (a == CAUSE_UNKNOWN)
        return;
    pair->a.cells[difference->field] = difference->b;
    CauseState changed = evaluate (entry->formula, &pair->a);
    pair->a.cells[difference->field] = difference->a;

    if (a == CAUSE_HOLDS && changed == CAUSE_BROKEN && b == CAUSE_HOLDS) {
        guint stated = recap_formula_get_stated (entry->formula);
        add_code (verdict->both, entry->rule->code);
        if (stated == difference->field || pair->a.cells[stated] == pair->b.cells[stated])
            evidence->balanced = TRUE;
    } else if (a == CAUSE_HOLDS && changed == CAUSE_BROKEN) {
        add_code (verdict->for_a, entry->rule->code);
        evidence->n_for_a++;
    } else if (a == CAUSE_BROKEN && changed == CAUSE_HOLDS) {
        add_code (verdict->for_b, entry->rule->code);
        evidence->n_for_b++;
    } else if (a == CAUSE_BROKEN && changed == CAUSE_BROKEN) {
        add_code (verdict->neither, entry->rule->code);
    }
}

static void append_sentence (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append_sentence (GString *out, const char *format, ...)
{
    va_list arguments;
    if (out->len > 0)
        g_string_append_c (out, ' ');
    va_start (arguments, format);
    g_string_append_vprintf (out, format, arguments);
    va_end (arguments);
}

/* 'Dengan 20 rumus R08 terpenuhi, dengan 820 tidak.' */
static void
write_verdict (const Verdict *verdict, const RecapDifference *difference, GString *out)
{
    char a[RECAP_CELL_SIZE];
    char b[RECAP_CELL_SIZE];

    recap_cell_format (difference->a, a);
    recap_cell_format (difference->b, b);
    g_string_truncate (out, 0);
    if (verdict->for_a->len > 0)
        append_sentence (out, "Dengan %s rumus %s terpenuhi; %s melanggar %s.", a,
                         verdict->for_a->str, b, verdict->for_a->str);
    if (verdict->for_b->len > 0)
        append_sentence (out, "Dengan %s rumus %s terpenuhi; %s melanggar %s.", b,
                         verdict->for_b->str, a, verdict->for_b->str);
    if (verdict->both->len > 0)
        append_sentence (out, "Rumus %s terpenuhi pada kedua sumber.", verdict->both->str);
    if (verdict->neither->len > 0)
        append_sentence (out, "Rumus %s tidak terpenuhi dengan %s maupun dengan %s.",
                         verdict->neither->str, a, b);
}

CauseEvidence
cause_rules_weigh (RecapCauses *self, RecapPair *pair, RecapDifference *difference)
{
    const GArray *list = self->plan->of_box[difference->field];
    CauseEvidence evidence = { 0 };
    g_autoptr (GString) for_a = g_string_new (NULL);
    g_autoptr (GString) for_b = g_string_new (NULL);
    g_autoptr (GString) both = g_string_new (NULL);
    g_autoptr (GString) neither = g_string_new (NULL);
    Verdict verdict = { for_a, for_b, both, neither };

    for (guint i = 0; list != NULL && i < list->len; i++)
        weigh_formula (self, pair, difference, g_array_index (list, guint, i), &verdict, &evidence);
    write_verdict (&verdict, difference, self->text);
    if (self->text->len > 0)
        difference->evidence = recap_group_copy (self->group, self->text->str);
    return evidence;
}

/* ---- totals ---- */

/* Appends the boxes of @terms that differ, as far as they are shown.
 *
 * Returns: whether there are any. */
static gboolean
append_differing (const RecapCauses *self, const RecapPair *pair, const RecapFormula *formula,
                  GString *out)
{
    guint n, found = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);

    for (guint i = 0; i < n; i++) {
        const guint *box = recap_term_get_box (&terms[i], &pair->b);
        if (box == NULL || recap_pair_find (pair, *box) == NULL)
            continue;
        found++;
        if (found <= BOXES_SHOWN)
            g_string_append_printf (out, "%s%s", found > 1 ? ", " : "",
                                    cause_field (self, *box)->box);
    }
    if (found > BOXES_SHOWN)
        g_string_append_printf (out, ", dan %u lainnya", found - BOXES_SHOWN);
    return found > 0;
}

void
cause_rules_explain_total (RecapCauses *self, const RecapPair *pair, RecapDifference *difference)
{
    const GArray *list = self->plan->of_box[difference->field];
    guint64 weight = cause_weight (self, "ikut-jumlah");

    for (guint i = 0; list != NULL && i < list->len; i++) {
        guint index = g_array_index (list, guint, i);
        const CauseFormula *entry = formula_at (self, index);
        if (recap_formula_get_stated (entry->formula) != difference->field ||
            recap_formula_is_bound (entry->formula) ||
            state_at (self->states_b, index) != CAUSE_HOLDS)
            continue;
        g_string_assign (self->text, "mengikuti ");
        if (!append_differing (self, pair, entry->formula, self->text))
            continue;
        g_string_append_printf (self->text, " (%s)", entry->rule->code);
        /* A paper that does not add up may be what the other source has put right. */
        gboolean sure = state_at (self->states_a, index) == CAUSE_HOLDS;
        recap_group_explain (self->group, difference, "ikut-jumlah", sure ? weight : weight / 2,
                             self->text->str);
    }
}

/* ---- which form adds up ---- */

/* Returns: whether all boxes of the sum are of one section, which is then *@ret_section. */
static gboolean
is_of_one_section (const RecapCauses *self, const RecapTerm *terms, guint n, guint *ret_section)
{
    for (guint i = 0; i < n; i++) {
        if (terms[i].n_boxes == 0)
            return FALSE;
        guint section = cause_field (self, terms[i].boxes[0])->section;
        if (i > 0 && section != *ret_section)
            return FALSE;
        *ret_section = section;
    }
    return n > 0;
}

/* 'V.A 193 != jumlah bagian IV 4735'; a short formula with all its numbers. */
static void
append_formula (const RecapCauses *self, const CauseFormula *entry, const RecapForm *form,
                GString *out)
{
    guint n, n_sections, section = 0, stated = recap_formula_get_stated (entry->formula);
    const RecapTerm *terms = recap_formula_get_terms (entry->formula, &n);
    const RecapSection *sections = recap_contest_get_sections (form->contest, &n_sections);
    gboolean holds;
    gint64 value;

    g_string_append_printf (out, "%s: ", entry->rule->code);
    if (n <= TERMS_SHOWN || recap_formula_is_bound (entry->formula) ||
        !recap_formula_evaluate (entry->formula, form, &holds, &value)) {
        recap_formula_describe (entry->formula, form, out);
        return;
    }
    g_string_append_printf (out, "%s %" PRId64 " %s jumlah", cause_field (self, stated)->box,
                            form->cells[stated], holds ? "=" : "!=");
    if (is_of_one_section (self, terms, n, &section))
        g_string_append_printf (out, " bagian %s", sections[section].number);
    else
        g_string_append_printf (out, " %u isian", n);
    g_string_append_printf (out, " %" PRId64, value);
}

/* Whether one form adds up, as far as a difference is in a formula. */
typedef struct {
    const RecapForm *form;
    const GArray *states;
    const GArray *others; /* the states of the other form */
    guint n_equations;    /* that could be worked out */
    guint n_broken;
} Soundness;

static void
judge (const RecapCauses *self, Soundness *side)
{
    for (guint i = 0; i < self->plan->formulas->len; i++) {
        CauseState state = state_at (side->states, i);
        side->n_equations +=
            state != CAUSE_UNKNOWN && !recap_formula_is_bound (formula_at (self, i)->formula);
        side->n_broken += state == CAUSE_BROKEN;
    }
}

/* Appends the formulas that are in @state on this side, as far as they are shown; with @contrary
 * only those where the other form says the contrary.
 *
 * Returns: how many there are. */
static guint
append_formulas (const RecapCauses *self, const Soundness *side, CauseState state,
                 gboolean contrary, GString *out)
{
    CauseState opposite = state == CAUSE_HOLDS ? CAUSE_BROKEN : CAUSE_HOLDS;
    guint n = 0;

    for (guint i = 0; i < self->plan->formulas->len; i++) {
        const CauseFormula *entry = formula_at (self, i);
        if (state_at (side->states, i) != state ||
            (contrary && state_at (side->others, i) != opposite) ||
            (state == CAUSE_HOLDS && recap_formula_is_bound (entry->formula)))
            continue;
        n++;
        if (n > FORMULAS_SHOWN)
            continue;
        if (n > 1)
            g_string_append (out, "; ");
        append_formula (self, entry, side->form, out);
    }
    if (n > FORMULAS_SHOWN)
        g_string_append_printf (out, "; dan %u rumus lain", n - FORMULAS_SHOWN);
    return n;
}

/* Appends '(...)' with the formulas that say it, or nothing. */
static void
append_proof (const RecapCauses *self, const Soundness *side, GString *out)
{
    CauseState state = side->n_broken > 0 ? CAUSE_BROKEN : CAUSE_HOLDS;
    g_autoptr (GString) proof = g_string_new (NULL);

    if (append_formulas (self, side, state, TRUE, proof) == 0)
        append_formulas (self, side, state, FALSE, proof);
    if (proof->len > 0)
        g_string_append_printf (out, " (%s)", proof->str);
}

static void
append_source (GString *out, const RecapForm *form)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    recap_text_append (sumber, out);
}

/* Appends the codes of the equations that this form keeps. */
static void
append_codes (const RecapCauses *self, const Soundness *side, GString *out)
{
    g_autoptr (GString) codes = g_string_new (NULL);

    for (guint i = 0; i < self->plan->formulas->len; i++)
        if (state_at (side->states, i) == CAUSE_HOLDS &&
            !recap_formula_is_bound (formula_at (self, i)->formula))
            add_code (codes, formula_at (self, i)->rule->code);
    g_string_append_printf (out, " cocok (%s)", codes->str);
}

void
cause_rules_observe (RecapCauses *self, RecapPair *pair)
{
    Soundness a = { &pair->a, self->states_a, self->states_b, 0, 0 };
    Soundness b = { &pair->b, self->states_b, self->states_a, 0, 0 };
    GString *out = self->text;

    judge (self, &a);
    judge (self, &b);
    if (a.n_equations == 0 || b.n_equations == 0)
        return;
    g_string_assign (out, "Hitungan ");
    append_source (out, &pair->a);
    if (a.n_broken == 0 && b.n_broken == 0) { /* the codes are enough */
        append_codes (self, &a, out);
        g_string_append (out, "; ");
        append_source (out, &pair->b);
        g_string_append (out, " juga");
        append_codes (self, &b, out);
    } else {
        g_string_append (out, a.n_broken == 0 ? " cocok" : " tidak cocok");
        append_proof (self, &a, out);
        g_string_append (out, "; ");
        append_source (out, &pair->b);
        g_string_append (out, b.n_broken == 0   ? " cocok"
                              : a.n_broken == 0 ? " tidak"
                                                : " juga tidak cocok");
        append_proof (self, &b, out);
    }
    g_string_append_c (out, '.');
    recap_group_observe (self->group, pair, "D06", RECAP_SEVERITY_INFO, "", out->str);
}
