#include "config.h"

#include "settled.h"

#include "blanks.h"
#include "formula.h"
#include "region.h"

/* A rule as it is for some forms. */
typedef struct {
    guint index; /* in the catalogue */
    const RecapContest *contest;
    const char *region; /* see recap_rules_find_region() */
    gboolean outside;
    RecapRule *rule;
    RecapBlanks *blanks;
    GPtrArray *formulas; /* of RecapFormula; NULL: none that can be read */
} Known;

struct _RecapSettled {
    const RecapSchema *schema;
    const RecapRules *rules;
    GPtrArray *known; /* Known */
};

static void
known_free (gpointer data)
{
    Known *self = data;
    recap_rule_free (self->rule);
    recap_blanks_free (self->blanks);
    g_clear_pointer (&self->formulas, g_ptr_array_unref);
    g_free (self);
}

RecapSettled *
recap_settled_new (const RecapSchema *schema, const RecapRules *rules)
{
    g_return_val_if_fail (schema != NULL, NULL);

    RecapSettled *self = g_new0 (RecapSettled, 1);
    self->schema = schema;
    self->rules = rules;
    self->known = g_ptr_array_new_with_free_func (known_free);
    return self;
}

void
recap_settled_free (RecapSettled *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->known);
    g_free (self);
}

/* ---- rules ---- */

/* Returns: the index of the rule with the code @aturan; the number of rules when there is none. */
static guint
find_index (const RecapRules *rules, RecapText aturan)
{
    guint n = rules != NULL ? recap_rules_get_n (rules) : 0;
    guint i = 0;

    while (i < n && !recap_text_equal_string (aturan, recap_rules_get (rules, i)->code))
        i++;
    return i;
}

static Known *
known_new (const RecapSettled *self, const Known *wanted)
{
    Known *known = g_memdup2 (wanted, sizeof *wanted);

    known->rule =
        recap_rules_resolve (self->rules, known->index, recap_contest_get_code (known->contest),
                             recap_text (known->region));
    known->blanks = recap_blanks_new (self->schema, known->contest);
    if (known->rule->kind == RECAP_RULE_FORMULA)
        known->formulas = recap_formulas_compile (known->rule, known->contest, self->schema,
                                                  known->outside, NULL);
    return known;
}

/* Returns: the rule of @finding as it is for @form; NULL when the catalogue has none. There are
 * few: most findings are of a handful of rules. */
static const Known *
find_rule (RecapSettled *self, const RecapFinding *finding, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    guint index = find_index (self->rules, finding->aturan);

    if (self->rules == NULL || index == recap_rules_get_n (self->rules))
        return NULL;
    const Known wanted = { .index = index,
                           .contest = form->contest,
                           .region = recap_rules_find_region (self->rules, kode),
                           .outside = !recap_region_is_ordinary (kode) };
    for (guint i = 0; i < self->known->len; i++) {
        const Known *known = self->known->pdata[i];
        if (known->index == index && known->contest == wanted.contest &&
            known->outside == wanted.outside && strcmp (known->region, wanted.region) == 0)
            return known;
    }
    g_ptr_array_add (self->known, known_new (self, &wanted));
    return self->known->pdata[self->known->len - 1];
}

/* ---- forms ---- */

/* Returns: whether the final form keeps the formula of the rule that states @isian. */
static gboolean
holds_now (const RecapSettled *self, const Known *known, RecapText isian, const RecapForm *form)
{
    gsize size = recap_schema_get_n (self->schema) * sizeof (RecapCell);
    g_autofree RecapCell *cells = g_memdup2 (form->cells, size);
    RecapForm marked = *form;

    marked.cells = cells;
    recap_blanks_mark (known->blanks, cells, FALSE);
    for (guint i = 0; known->formulas != NULL && i < known->formulas->len; i++) {
        const RecapFormula *formula = known->formulas->pdata[i];
        const char *name = recap_schema_get_name (self->schema, recap_formula_get_stated (formula));
        gboolean holds;
        gint64 value;
        if (recap_text_equal_string (isian, name))
            return recap_formula_evaluate (formula, &marked, &holds, &value) && holds;
    }
    return FALSE;
}

/* Returns: whether every section that the rule takes for a page has something in it now. */
static gboolean
has_pages_now (const Known *known, const RecapForm *form)
{
    const char *const *sections = (const char *const *)known->rule->sections;
    return sections == NULL ||
           recap_blanks_find_missing (known->blanks, form->cells, sections) == 0;
}

gboolean
recap_settled_look (RecapSettled *self, const RecapFinding *finding, const RecapForm *form)
{
    g_return_val_if_fail (self != NULL && finding != NULL && form != NULL, FALSE);

    const Known *known = find_rule (self, finding, form);
    if (known == NULL)
        return FALSE;
    int field = recap_schema_find (self->schema, finding->isian);
    switch (known->rule->kind) {
    case RECAP_RULE_FORMULA:
        return holds_now (self, known, finding->isian, form);
    case RECAP_RULE_BLANK:
        return field >= 0 && recap_cell_is_number (form->cells[field]);
    case RECAP_RULE_PAGE:
        return has_pages_now (known, form);
    case RECAP_RULE_CONTESTS:
    case RECAP_RULE_TOTALS: /* the other side is a form that is not here: as it was then */
        return field >= 0 && recap_cell_is_number (finding->nilai_b) &&
               form->cells[field] == finding->nilai_b;
    case RECAP_RULE_REGISTER:
    case RECAP_RULE_WORDS:
    case RECAP_RULE_MARK:
    case RECAP_RULE_COMPARISON:
    case RECAP_RULE_EXPLANATION:
        break;
    }
    return FALSE;
}

gboolean
recap_finding_asks (const RecapFinding *finding, const RecapRules *rules)
{
    guint index = find_index (rules, finding->aturan);

    return finding->severity != RECAP_SEVERITY_INFO && finding->severity != RECAP_SEVERITY_HELD &&
           (rules == NULL || index == recap_rules_get_n (rules) ||
            recap_rules_get (rules, index)->kind != RECAP_RULE_EXPLANATION);
}
