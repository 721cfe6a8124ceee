#include "config.h"

#include "resolve.h"

#include <glib/gi18n-lib.h>

#include "settled.h"

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapDecisions *decisions;
    const RecapFindings *findings;
    const RecapRules *rules;
    RecapSettled *settled;
    const RecapResolveSink *sink;
    RecapResolveSummary summary;

    guint next_decision;
    guint next_finding;
    gboolean *applied; /* one for each decision */
    RecapOneSource before;
    RecapText contest_before; /* of the last form; belongs to its contest */
} Resolve;

/* Compares the keys of a form with those of a decision or a finding. */
static int
compare_keys (const RecapForm *form, RecapText kontes, RecapText kode)
{
    int order = recap_text_compare (form->keys[RECAP_KEY_KONTES], kontes);
    return order != 0 ? order : recap_text_compare (form->keys[RECAP_KEY_KODE], kode);
}

static int
compare_finding (const RecapFinding *finding, const RecapDecision *decision)
{
    int order = recap_text_compare (finding->kontes, recap_text (decision->kontes));
    return order != 0 ? order : recap_text_compare (finding->kode, recap_text (decision->kode));
}

/* ---- decisions ---- */

static void G_GNUC_PRINTF (3, 4)
    refuse (Resolve *self, const RecapDecision *decision, const char *format, ...)
{
    g_autoptr (GError) error = NULL;
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *why = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_decision_set_refused (&error, decision, why);
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
    } else if (decision->shown && *cell == decision->menjadi &&
               decision->semula != decision->menjadi) {
        self->applied[index] = TRUE; /* the table had it already when the sheet was made */
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

/* Returns: a finding about the whole of a form that the table may not have, or NULL. */
static const RecapFinding *
find_noted (const Resolve *self, const RecapDecision *decision)
{
    guint low = 0;
    guint high = self->findings != NULL ? recap_findings_get_n (self->findings) : 0;
    guint n = high;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_finding (recap_findings_get (self->findings, middle), decision) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n; low++) {
        const RecapFinding *finding = recap_findings_get (self->findings, low);
        if (compare_finding (finding, decision) != 0)
            return NULL;
        if (finding->isian.size == 0)
            return finding;
    }
    return NULL;
}

/* Takes note of a form that the table does not have, which is what the finding says about it. */
static void
note_absent (Resolve *self, guint index, const RecapFinding *finding)
{
    RecapForm form = { .file = "" };

    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = finding->kontes;
    form.keys[RECAP_KEY_KODE] = finding->kode;
    form.keys[RECAP_KEY_PROVINSI] = finding->provinsi;
    form.keys[RECAP_KEY_KABKO] = finding->kabko;
    form.keys[RECAP_KEY_KECAMATAN] = finding->kecamatan;
    form.keys[RECAP_KEY_DESA] = finding->desa;
    form.keys[RECAP_KEY_TPS] = finding->tps;
    form.keys[RECAP_KEY_ASAL] = finding->asal_a.size > 0 ? finding->asal_a : finding->asal_b;
    self->sink->applied (recap_decisions_get (self->decisions, index), &form, self->sink->data);
    self->applied[index] = TRUE;
    self->summary.n_applied++;
}

/* Returns: whether the form before @form (NULL: the end) or that one has the contest of @decision;
 * forms come by contest. */
static gboolean
has_contest (const Resolve *self, const RecapForm *form, const RecapDecision *decision)
{
    RecapText kontes = recap_text (decision->kontes);
    return recap_text_equal (self->contest_before, kontes) ||
           (form != NULL && recap_text_equal (form->keys[RECAP_KEY_KONTES], kontes));
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
        const RecapFinding *finding = *decision->isian == '\0' ? find_noted (self, decision) : NULL;
        if (finding != NULL)
            note_absent (self, self->next_decision, finding);
        else if (has_contest (self, form, decision))
            refuse (self, decision, _ ("the table has no such form"));
        else
            refuse (self, decision, _ ("the table has no form of this contest"));
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

/* Returns: whether note was taken of @finding, about a form that the table does not have. */
static gboolean
is_noted (const Resolve *self, const RecapFinding *finding)
{
    guint low = 0;
    guint high = self->next_decision;
    guint n = high;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_finding (finding, recap_decisions_get (self->decisions, middle)) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n; low++) {
        const RecapDecision *decision = recap_decisions_get (self->decisions, low);
        if (compare_finding (finding, decision) != 0)
            break;
        if (self->applied[low] && *decision->isian == '\0')
            return finding->isian.size == 0;
    }
    return FALSE;
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
    return recap_settled_look (self->settled, finding, form);
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
        if (!recap_finding_asks (finding, self->rules) ||
            (order == 0 ? is_settled (self, finding, form, first, n) : is_noted (self, finding)))
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
        self->contest_before = recap_text (recap_contest_get_code (form->contest));

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
    self->contest_before = RECAP_TEXT_EMPTY;
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
        .settled = recap_settled_new (recap_tables_get_schema (tables), rules),
        .sink = sink,
        .applied = g_new0 (gboolean, recap_decisions_get_n (decisions) + 1),
    };
    gboolean ok = recap_tables_run (tables, resolve_all, start_again, &self, error);
    g_free (self.applied);
    recap_settled_free (self.settled);
    recap_one_source_clear (&self.before);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
