#include "config.h"

#include "settled.h"

#include "blanks.h"
#include "formula.h"
#include "region.h"

/* Returns: the rule of @finding as it is for @form; NULL when the catalogue has none. Owned by the
 * caller. */
static RecapRule *
find_rule (const RecapRules *rules, const RecapFinding *finding, const RecapForm *form)
{
    for (guint i = 0; rules != NULL && i < recap_rules_get_n (rules); i++)
        if (recap_text_equal_string (finding->aturan, recap_rules_get (rules, i)->code))
            return recap_rules_resolve (rules, i, recap_contest_get_code (form->contest),
                                        form->keys[RECAP_KEY_KODE]);
    return NULL;
}

/* Returns: whether the final form keeps the formula of the rule that states @isian. */
static gboolean
holds_now (const RecapRule *rule, const RecapFinding *finding, const RecapForm *form,
           const RecapSchema *schema)
{
    gboolean outside = !recap_region_is_ordinary (form->keys[RECAP_KEY_KODE]);
    g_autoptr (GPtrArray) formulas =
        recap_formulas_compile (rule, form->contest, schema, outside, NULL);
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (schema, form->contest);
    g_autofree RecapCell *cells =
        g_memdup2 (form->cells, recap_schema_get_n (schema) * sizeof *cells);
    RecapForm marked = *form;

    marked.cells = cells;
    recap_blanks_mark (blanks, cells, FALSE);
    for (guint i = 0; formulas != NULL && i < formulas->len; i++) {
        const char *name =
            recap_schema_get_name (schema, recap_formula_get_stated (formulas->pdata[i]));
        gboolean holds;
        gint64 value;
        if (recap_text_equal_string (finding->isian, name))
            return recap_formula_evaluate (formulas->pdata[i], &marked, &holds, &value) && holds;
    }
    return FALSE;
}

/* Returns: whether every section that the rule takes for a page has something in it now. */
static gboolean
has_pages_now (const RecapRule *rule, const RecapForm *form, const RecapSchema *schema)
{
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (schema, form->contest);
    return rule->sections == NULL ||
           recap_blanks_find_missing (blanks, form->cells, (const char *const *)rule->sections) ==
               0;
}

gboolean
recap_finding_is_settled (const RecapFinding *finding, const RecapForm *form,
                          const RecapSchema *schema, const RecapRules *rules)
{
    g_return_val_if_fail (finding != NULL && form != NULL && schema != NULL, FALSE);

    g_autoptr (RecapRule) rule = find_rule (rules, finding, form);
    if (rule == NULL)
        return FALSE;
    int field = recap_schema_find (schema, finding->isian);
    switch (rule->kind) {
    case RECAP_RULE_FORMULA:
        return holds_now (rule, finding, form, schema);
    case RECAP_RULE_BLANK:
        return field >= 0 && recap_cell_is_number (form->cells[field]);
    case RECAP_RULE_PAGE:
        return has_pages_now (rule, form, schema);
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
    g_autofree char *code = g_strndup (finding->aturan.bytes, finding->aturan.size);
    const RecapRule *rule = rules != NULL ? recap_rules_find (rules, code) : NULL;

    return finding->severity != RECAP_SEVERITY_INFO && finding->severity != RECAP_SEVERITY_HELD &&
           (rule == NULL || rule->kind != RECAP_RULE_EXPLANATION);
}
