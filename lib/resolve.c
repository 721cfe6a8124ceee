#include "config.h"

#include "resolve.h"

#include <glib/gi18n-lib.h>

#include "blanks.h"
#include "formula.h"

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapDecisions *decisions;
    const RecapFindings *findings;
    const RecapRules *rules;
    const RecapResolveSink *sink;
    RecapResolveSummary summary;

    guint next_decision;
    guint next_finding;
    gboolean *applied; /* one for each decision */
    RecapOneSource before;
} Resolve;

/* Compares the keys of a form with those of a decision or a finding. */
static int
compare_keys (const RecapForm *form, RecapText kontes, RecapText kode)
{
    int order = recap_text_compare (form->keys[RECAP_KEY_KONTES], kontes);
    return order != 0 ? order : recap_text_compare (form->keys[RECAP_KEY_KODE], kode);
}

/* ---- decisions ---- */

static void G_GNUC_PRINTF (3, 4)
    refuse (Resolve *self, const RecapDecision *decision, const char *format, ...)
{
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *kode = recap_text_display (decision->kode, strlen (decision->kode));
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *why = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (&error, RECAP_ERROR_SCHEMA, &origin, _ ("decision on %s %s %s refused: %s"),
                     decision->kontes, kode, decision->isian, why);
    self->summary.n_refused++;
    self->sink->refused (decision, error, self->sink->data);
}

/* Returns: @cell as messages show it. Owned by the caller. */
static char *
show_cell (RecapCell cell)
{
    char digits[RECAP_CELL_SIZE];
    if (cell == RECAP_CELL_BLANK)
        return g_strdup (_ ("blank"));
    recap_cell_format (cell, digits);
    return g_strdup (digits);
}

static void
apply (Resolve *self, guint index, RecapForm *form)
{
    const RecapDecision *decision = recap_decisions_get (self->decisions, index);
    int field = recap_schema_find (self->schema, recap_text (decision->isian));
    RecapCell *cell = field >= 0 ? &form->cells[field] : NULL;

    if (*decision->isian == '\0' && decision->semula == decision->menjadi) {
        cell = NULL; /* takes note of the whole form */
    } else if (cell == NULL || *cell == RECAP_CELL_NOT_CARRIED) {
        refuse (self, decision, _ ("the table has no such field"));
        return;
    } else if (*cell != decision->semula) {
        g_autofree char *now = show_cell (*cell);
        g_autofree char *before = show_cell (decision->semula);
        refuse (self, decision, _ ("stale: semula is %s, but the table has %s"), before, now);
        return;
    }
    self->sink->applied (decision, form, self->sink->data);
    self->applied[index] = TRUE;
    self->summary.n_applied++;
    if (cell != NULL)
        *cell = decision->menjadi;
}

/* Refuses the decisions before @form (NULL: all that are left): the table has no form for them. */
static void
refuse_before (Resolve *self, const RecapForm *form)
{
    for (; self->next_decision < recap_decisions_get_n (self->decisions); self->next_decision++) {
        const RecapDecision *decision = recap_decisions_get (self->decisions, self->next_decision);
        if (form != NULL &&
            compare_keys (form, recap_text (decision->kontes), recap_text (decision->kode)) <= 0)
            return;
        refuse (self, decision, _ ("the table has no such form"));
    }
}

/* Applies the decisions about @form; *@ret_first and *@ret_n say which they are. */
static void
apply_all (Resolve *self, RecapForm *form, guint *ret_first, guint *ret_n)
{
    refuse_before (self, form);
    *ret_first = self->next_decision;
    for (; self->next_decision < recap_decisions_get_n (self->decisions); self->next_decision++) {
        const RecapDecision *decision = recap_decisions_get (self->decisions, self->next_decision);
        if (compare_keys (form, recap_text (decision->kontes), recap_text (decision->kode)) != 0)
            break;
        apply (self, self->next_decision, form);
    }
    *ret_n = self->next_decision - *ret_first;
}

/* ---- findings ---- */

/* Returns: the rule of @finding as it is for @form; NULL when the catalogue has none. Owned by the
 * caller. */
static RecapRule *
find_rule (const Resolve *self, const RecapFinding *finding, const RecapForm *form)
{
    for (guint i = 0; i < recap_rules_get_n (self->rules); i++)
        if (recap_text_equal_string (finding->aturan, recap_rules_get (self->rules, i)->code))
            return recap_rules_resolve (self->rules, i, recap_contest_get_code (form->contest),
                                        form->keys[RECAP_KEY_KODE]);
    return NULL;
}

/* Returns: whether the final form keeps the formula of the rule that states @isian. */
static gboolean
holds_now (const Resolve *self, const RecapRule *rule, const RecapFinding *finding,
           const RecapForm *form)
{
    gboolean outside = !recap_region_is_ordinary (form->keys[RECAP_KEY_KODE]);
    g_autoptr (GPtrArray) formulas =
        recap_formulas_compile (rule, form->contest, self->schema, outside, NULL);
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (self->schema, form->contest);
    g_autofree RecapCell *cells =
        g_memdup2 (form->cells, recap_schema_get_n (self->schema) * sizeof *cells);
    RecapForm marked = *form;

    marked.cells = cells;
    recap_blanks_mark (blanks, cells, FALSE);
    for (guint i = 0; formulas != NULL && i < formulas->len; i++) {
        const char *name =
            recap_schema_get_name (self->schema, recap_formula_get_stated (formulas->pdata[i]));
        gboolean holds;
        gint64 value;
        if (recap_text_equal_string (finding->isian, name))
            return recap_formula_evaluate (formulas->pdata[i], &marked, &holds, &value) && holds;
    }
    return FALSE;
}

/* Returns: whether every section that the rule takes for a page has something in it now. */
static gboolean
has_pages_now (const Resolve *self, const RecapRule *rule, const RecapForm *form)
{
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (self->schema, form->contest);
    return rule->sections == NULL ||
           recap_blanks_find_missing (blanks, form->cells, (const char *const *)rule->sections) ==
               0;
}

static gboolean
is_settled (const Resolve *self, const RecapFinding *finding, const RecapForm *form, guint first,
            guint n)
{
    for (guint i = first; i < first + n; i++)
        if (self->applied[i] &&
            recap_text_equal_string (finding->isian,
                                     recap_decisions_get (self->decisions, i)->isian))
            return TRUE;
    g_autoptr (RecapRule) rule = form != NULL ? find_rule (self, finding, form) : NULL;
    if (rule == NULL)
        return FALSE;
    int field = recap_schema_find (self->schema, finding->isian);
    switch (rule->kind) {
    case RECAP_RULE_FORMULA:
        return holds_now (self, rule, finding, form);
    case RECAP_RULE_BLANK:
        return field >= 0 && recap_cell_is_number (form->cells[field]);
    case RECAP_RULE_PAGE:
        return has_pages_now (self, rule, form);
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

/* Returns: whether @finding asks for no decision: what explains other findings goes with them. */
static gboolean
is_explanation (const Resolve *self, const RecapFinding *finding)
{
    g_autofree char *code = g_strndup (finding->aturan.bytes, finding->aturan.size);
    const RecapRule *rule = recap_rules_find (self->rules, code);
    return rule != NULL && rule->kind == RECAP_RULE_EXPLANATION;
}

/* Gives the findings up to those of @form (NULL: all that are left) that nobody decided about. */
static void
list_undecided (Resolve *self, const RecapForm *form, guint first, guint n)
{
    if (self->findings == NULL)
        return;
    for (; self->next_finding < recap_findings_get_n (self->findings); self->next_finding++) {
        const RecapFinding *finding = recap_findings_get (self->findings, self->next_finding);
        int order = form != NULL ? compare_keys (form, finding->kontes, finding->kode) : 1;
        if (order < 0)
            return;
        if (finding->severity == RECAP_SEVERITY_INFO || is_explanation (self, finding) ||
            (order == 0 && is_settled (self, finding, form, first, n)))
            continue;
        self->summary.n_undecided++;
        self->sink->undecided (finding, self->sink->data);
    }
}

/* ---- the table ---- */

static gboolean
resolve_all (RecapTables *tables, gpointer data, GError **error)
{
    Resolve *self = data;
    RecapForm *form;
    guint first, n;

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            break;
        /* A final table has one form for each station. */
        if (!recap_one_source_take (&self->before, form, error))
            return FALSE;
        apply_all (self, form, &first, &n);
        list_undecided (self, form, first, n);

        g_autofree char *asal = recap_form_origin (form);
        RecapForm final = *form; /* the merge still compares the form that was read */
        final.keys[RECAP_KEY_SUMBER] = recap_text (RECAP_SOURCE_FINAL);
        final.keys[RECAP_KEY_ASAL] = recap_text (asal);
        self->summary.n_forms++;
        self->sink->form (&final, self->sink->data);
    }
    refuse_before (self, NULL);
    list_undecided (self, NULL, 0, 0);
    return TRUE;
}

static void
start_again (gpointer data)
{
    Resolve *self = data;
    self->summary = (RecapResolveSummary){ 0 };
    self->next_decision = 0;
    self->next_finding = 0;
    recap_one_source_clear (&self->before);
    memset (self->applied, 0, recap_decisions_get_n (self->decisions) * sizeof *self->applied);
    self->sink->reset (self->sink->data);
}

gboolean
recap_resolve_run (RecapTables *tables, const RecapDecisions *decisions,
                   const RecapFindings *findings, const RecapRules *rules,
                   const RecapResolveSink *sink, RecapResolveSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && decisions != NULL && rules != NULL && sink != NULL,
                          FALSE);

    Resolve self = {
        .tables = tables,
        .schema = recap_tables_get_schema (tables),
        .decisions = decisions,
        .findings = findings,
        .rules = rules,
        .sink = sink,
        .applied = g_new0 (gboolean, recap_decisions_get_n (decisions) + 1),
    };
    gboolean ok = recap_tables_run (tables, resolve_all, start_again, &self, error);
    g_free (self.applied);
    recap_one_source_clear (&self.before);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
