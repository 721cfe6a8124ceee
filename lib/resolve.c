#include "config.h"

#include "resolve.h"

#include <glib/gi18n-lib.h>

#include "resolve-note.h"
#include "settled.h"

/* What became of a decision. */
typedef struct {
    gboolean applied;
    const RecapFinding *noted; /* of a note: what it takes note of; NULL: nobody knows */
} Outcome;

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
    Outcome *outcomes; /* one for each decision */
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

/* Notes that decision @index was applied to @form. */
static void
take_applied (Resolve *self, guint index, const RecapForm *form)
{
    self->outcomes[index].applied = TRUE;
    self->summary.n_applied++;
    self->sink->applied (recap_decisions_get (self->decisions, index), form, self->sink->data);
}

static void
apply (Resolve *self, guint index, RecapForm *form)
{
    const RecapDecision *decision = recap_decisions_get (self->decisions, index);
    int field = recap_schema_find (self->schema, recap_text (decision->isian));
    RecapCell *cell = field >= 0 ? &form->cells[field] : NULL;

    if (cell == NULL || *cell == RECAP_CELL_NOT_CARRIED) {
        refuse (self, decision, _ ("the table has no such field"));
    } else if (decision->shown && *cell == decision->menjadi &&
               decision->semula != decision->menjadi) {
        self->outcomes[index].applied = TRUE; /* the table had it when the sheet was made */
        self->sink->held (decision, self->sink->data);
    } else if (*cell != decision->semula) {
        g_autofree char *now = show_cell (*cell);
        g_autofree char *before = show_cell (decision->semula);
        refuse (self, decision, _ ("stale: semula is %s, but the table has %s"), before, now);
    } else {
        take_applied (self, index, form);
        *cell = decision->menjadi;
    }
}

/* ---- notes: decisions about a whole form ---- */

static gboolean
is_note (const RecapDecision *decision)
{
    return *decision->isian == '\0' && decision->semula == decision->menjadi;
}

/* Returns: whether another list or sheet said the same as note @index before. */
static gboolean
is_noted_already (const Resolve *self, guint index)
{
    const RecapDecision *note = recap_decisions_get (self->decisions, index);
    const RecapFinding *noted = self->outcomes[index].noted;

    for (guint i = index; i > 0; i--) {
        const RecapDecision *before = recap_decisions_get (self->decisions, i - 1);
        const Outcome *outcome = &self->outcomes[i - 1];
        if (strcmp (before->kontes, note->kontes) != 0 || strcmp (before->kode, note->kode) != 0)
            break;
        if (outcome->applied && is_note (before) && outcome->noted != NULL &&
            recap_text_equal (outcome->noted->aturan, noted->aturan) &&
            strcmp (before->file, note->file) != 0 &&
            (note->shown || recap_decision_says_same (before, note)))
            return TRUE;
    }
    return FALSE;
}

/* Takes note @index of @finding, about @form. */
static void
take_note (Resolve *self, guint index, const RecapFinding *finding, const RecapForm *form)
{
    RecapDecision note = *recap_decisions_get (self->decisions, index);
    g_autofree char *rule = g_strndup (finding->aturan.bytes, finding->aturan.size);

    self->outcomes[index] = (Outcome){ TRUE, finding };
    if (is_noted_already (self, index))
        return;
    note.aturan = rule;
    self->summary.n_applied++;
    self->sink->applied (&note, form, self->sink->data);
}

/* Returns: what @note takes note of; NULL: there is no such finding, or it was refused, since there
 * are several (*@ret_refused). */
static const RecapFinding *
find_noted (Resolve *self, const RecapDecision *note, gboolean *ret_refused)
{
    g_autofree char *several = NULL;
    const RecapFinding *finding = recap_note_find (note, self->findings, self->rules, &several);

    *ret_refused = several != NULL;
    if (several != NULL)
        refuse (self, note, _ ("say in the column 'aturan' of which finding note is taken: %s"),
                several);
    return finding;
}

/* Applies note @index to @form, which the table has. Where nobody says what was found, it holds. */
static void
apply_note (Resolve *self, guint index, const RecapForm *form)
{
    const RecapDecision *note = recap_decisions_get (self->decisions, index);
    gboolean refused = FALSE;
    const RecapFinding *finding = self->findings != NULL ? find_noted (self, note, &refused) : NULL;

    if (self->findings == NULL)
        take_applied (self, index, form);
    else if (finding != NULL)
        take_note (self, index, finding, form);
    else if (!refused && *note->aturan != '\0')
        refuse (self, note, _ ("stale: there is no finding %s about the whole form"), note->aturan);
    else if (!refused)
        refuse (self, note, _ ("stale: there is no finding about the whole form"));
}

/* Takes note of a form that the table does not have, which is what the finding says about it.
 *
 * Returns: FALSE when there is no such finding. */
static gboolean
note_absent (Resolve *self, guint index)
{
    const RecapDecision *note = recap_decisions_get (self->decisions, index);
    RecapForm form = { .file = "" };
    gboolean refused;

    if (self->findings == NULL || !is_note (note))
        return FALSE;
    const RecapFinding *finding = find_noted (self, note, &refused);
    if (finding == NULL)
        return refused;
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
    take_note (self, index, finding, &form);
    return TRUE;
}

/* ---- the decisions about a form ---- */

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
        if (note_absent (self, self->next_decision))
            continue;
        if (has_contest (self, form, decision))
            refuse (self, decision, _ ("the table has no such form"));
        else
            refuse (self, decision, _ ("the table has no form of this contest"));
    }
}

/* Applies the decisions about @form. */
static void
apply_all (Resolve *self, RecapForm *form)
{
    refuse_before (self, form);
    for (; self->next_decision < recap_decisions_get_n (self->decisions); self->next_decision++) {
        const RecapDecision *decision = recap_decisions_get (self->decisions, self->next_decision);
        if (compare_keys (form, recap_text (decision->kontes), recap_text (decision->kode)) != 0)
            break;
        if (is_note (decision))
            apply_note (self, self->next_decision, form);
        else
            apply (self, self->next_decision, form);
    }
}

/* ---- findings ---- */

/* Returns: whether decision @index was applied and is about @finding: its cell, or what its rule
 * says about the whole form. */
static gboolean
decides (const Resolve *self, guint index, const RecapFinding *finding)
{
    const RecapDecision *decision = recap_decisions_get (self->decisions, index);
    const Outcome *outcome = &self->outcomes[index];

    if (!outcome->applied || !recap_text_equal_string (finding->isian, decision->isian))
        return FALSE;
    return outcome->noted == NULL || recap_text_equal (outcome->noted->aturan, finding->aturan);
}

static gboolean
is_decided (const Resolve *self, const RecapFinding *finding)
{
    guint n = self->next_decision;
    guint low = 0;
    guint high = n;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_finding (finding, recap_decisions_get (self->decisions, middle)) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n; low++) {
        if (compare_finding (finding, recap_decisions_get (self->decisions, low)) != 0)
            break;
        if (decides (self, low, finding))
            return TRUE;
    }
    return FALSE;
}

/* Gives the findings up to those of @form (NULL: all that are left) that nobody decided about. */
static void
list_undecided (Resolve *self, const RecapForm *form)
{
    if (self->findings == NULL)
        return;
    for (; self->next_finding < recap_findings_get_n (self->findings); self->next_finding++) {
        const RecapFinding *finding = recap_findings_get (self->findings, self->next_finding);
        int order = form != NULL ? compare_keys (form, finding->kontes, finding->kode) : 1;
        if (order < 0)
            return;
        if (!recap_finding_asks (finding, self->rules) || is_decided (self, finding) ||
            (order == 0 && recap_settled_look (self->settled, finding, form)))
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

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            break;
        /* A final table has one form for each station. */
        if (!recap_one_source_take (&self->before, form, error))
            return FALSE;
        apply_all (self, form);
        list_undecided (self, form);
        self->contest_before = recap_text (recap_contest_get_code (form->contest));

        g_autofree char *asal = recap_form_origin (form);
        RecapForm final = *form; /* the merge still compares the form that was read */
        final.keys[RECAP_KEY_SUMBER] = recap_text (RECAP_SOURCE_FINAL);
        final.keys[RECAP_KEY_ASAL] = recap_text (asal);
        self->summary.n_forms++;
        self->sink->form (&final, self->sink->data);
    }
    refuse_before (self, NULL);
    list_undecided (self, NULL);
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
    memset (self->outcomes, 0, recap_decisions_get_n (self->decisions) * sizeof *self->outcomes);
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
        .outcomes = g_new0 (Outcome, recap_decisions_get_n (decisions) + 1),
    };
    gboolean ok = recap_tables_run (tables, resolve_all, start_again, &self, error);
    g_free (self.outcomes);
    recap_settled_free (self.settled);
    recap_one_source_clear (&self.before);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
