#include "config.h"

#include "projector-rows.h"

#include "resolve-note.h"
#include "settled.h"

/* What a row is made of: a finding or a decision, before they are brought together. */
typedef struct {
    RecapText kode, isian, rule; /* as in ProjectorRow */
    int field;
    const RecapFinding *finding; /* NULL: it is a decision */
    const RecapDecision *decision;
    guint order; /* in which it came */
} Remark;

static int
find_field (const Projector *self, RecapText isian)
{
    if (isian.size == 0)
        return -1;
    for (guint i = 0; i < self->fields->len; i++)
        if (recap_text_equal_string (isian, projector_field (self, i)->field->name))
            return (int)i;
    return -2;
}

/* By place and box, the whole form first, rule by rule; then as they came. */
static int
compare_remarks (gconstpointer a, gconstpointer b)
{
    const Remark *x = a, *y = b;
    int order = recap_text_compare (x->kode, y->kode);
    if (order == 0)
        order = (x->field == -2) - (y->field == -2);
    if (order == 0)
        order = (x->field > y->field) - (x->field < y->field);
    if (order == 0)
        order = recap_text_compare (x->isian, y->isian);
    if (order == 0)
        order = recap_text_compare (x->rule, y->rule);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static void
collect_findings (Projector *self, GArray *remarks)
{
    const RecapFindings *findings = self->input->findings;

    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (!projector_covers (self, finding->kontes, finding->kode)) {
            self->n_other_findings++;
            continue;
        }
        Remark remark = { .kode = finding->kode, .isian = finding->isian, .order = i };
        remark.field = find_field (self, finding->isian);
        remark.rule = finding->isian.size == 0 ? finding->aturan : RECAP_TEXT_EMPTY;
        remark.finding = finding;
        g_array_append_val (remarks, remark);
    }
}

/* Returns: the rule whose findings about the whole form @note takes note of; empty: of none. */
static RecapText
find_rule (const Projector *self, const RecapDecision *note)
{
    g_autofree char *several = NULL;
    const RecapFinding *finding =
        self->input->findings != NULL
            ? recap_note_find (note, self->input->findings, self->input->rules, &several)
            : NULL;
    return finding != NULL ? finding->aturan : RECAP_TEXT_EMPTY;
}

static void
collect_decisions (const Projector *self, GArray *remarks)
{
    const RecapDecisions *decisions = self->input->decisions;

    for (guint i = 0; decisions != NULL && i < recap_decisions_get_n (decisions); i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        Remark remark = { .kode = recap_text (decision->kode),
                          .isian = recap_text (decision->isian),
                          .order = i };
        if (!projector_covers (self, recap_text (decision->kontes), remark.kode))
            continue;
        remark.field = find_field (self, remark.isian);
        remark.rule = remark.isian.size == 0 ? find_rule (self, decision) : RECAP_TEXT_EMPTY;
        remark.decision = decision;
        g_array_append_val (remarks, remark);
    }
}

static GArray *
collect_remarks (Projector *self)
{
    GArray *remarks = g_array_new (FALSE, FALSE, sizeof (Remark));

    collect_findings (self, remarks);
    collect_decisions (self, remarks);
    g_array_sort (remarks, compare_remarks);
    return remarks;
}

/* Villages have rows of their own, when their totals are checked. */
static int
find_village (const Projector *self, RecapText kode, int station)
{
    if (station >= 0)
        return (int)projector_station (self, (guint)station)->village;
    for (guint i = 0; i < self->villages->len; i++)
        if (recap_text_equal (projector_village (self, i)->kode, kode))
            return (int)i;
    return -1;
}

static gboolean
is_about (const ProjectorRow *row, const Remark *remark)
{
    return recap_text_equal (row->kode, remark->kode) &&
           recap_text_equal (row->isian, remark->isian) &&
           recap_text_equal (row->rule, remark->rule);
}

static void
make_rows (Projector *self)
{
    g_autoptr (GArray) remarks = collect_remarks (self);
    ProjectorRow *row = NULL;

    for (guint i = 0; i < remarks->len; i++) {
        const Remark *remark = &g_array_index (remarks, Remark, i);
        if (row == NULL || !is_about (row, remark)) {
            ProjectorRow next = { .kode = remark->kode,
                                  .station = projector_find_station (self, remark->kode),
                                  .field = remark->field,
                                  .isian = remark->isian,
                                  .rule = remark->rule,
                                  .first = self->findings->len };
            g_array_append_val (self->rows, next);
            row = projector_row (self, self->rows->len - 1);
            row->village = find_village (self, row->kode, row->station);
        }
        if (remark->finding == NULL) {
            row->decision = remark->decision;
            continue;
        }
        g_ptr_array_add (self->findings, (gpointer)remark->finding);
        row->n++;
    }
}

/* Returns: whether the form of the first source shows nothing more of what asks for a decision. */
static gboolean
is_settled (const Projector *self, const ProjectorRow *row, RecapSettled *settled)
{
    const RecapForm *form =
        row->station >= 0 ? projector_form (self, (guint)row->station, 0) : NULL;

    for (guint i = row->first; form != NULL && i < row->first + row->n; i++) {
        const RecapFinding *finding = g_ptr_array_index (self->findings, i);
        if (recap_finding_asks (finding, self->input->rules) &&
            !recap_settled_look (settled, finding, form))
            return FALSE;
    }
    return form != NULL;
}

static ProjectorStatus
judge (const Projector *self, const ProjectorRow *row, RecapSettled *settled)
{
    gboolean asks = FALSE;

    if (row->decision != NULL)
        return row->field == -1 || projector_row_value (self, row, 0) == row->decision->menjadi
                   ? PROJECTOR_STATUS_DECIDED
                   : PROJECTOR_STATUS_STALE;
    for (guint i = row->first; i < row->first + row->n; i++)
        asks =
            asks || recap_finding_asks (g_ptr_array_index (self->findings, i), self->input->rules);
    if (!asks)
        return PROJECTOR_STATUS_NOTE;
    return is_settled (self, row, settled) ? PROJECTOR_STATUS_SETTLED : PROJECTOR_STATUS_OPEN;
}

void
projector_find_rows (Projector *self)
{
    g_autoptr (RecapSettled) settled = recap_settled_new (self->schema, self->input->rules);

    make_rows (self);
    for (guint i = 0; i < self->rows->len; i++)
        projector_row (self, i)->status = judge (self, projector_row (self, i), settled);
}

RecapCell
projector_row_value (const Projector *self, const ProjectorRow *row, guint source)
{
    RecapText label = projector_source (self, source)->label;

    if (row->field < 0)
        return PROJECTOR_CELL_UNKNOWN;
    if (row->station >= 0) {
        const RecapForm *form = projector_form (self, (guint)row->station, source);
        int index = projector_field (self, (guint)row->field)->index;
        if (form != NULL && index >= 0)
            return form->cells[index];
    }
    for (guint i = row->first; i < row->first + row->n; i++) {
        const RecapFinding *finding = g_ptr_array_index (self->findings, i);
        if (recap_text_equal (finding->sumber_a, label))
            return finding->nilai_a;
        if (recap_text_equal (finding->sumber_b, label))
            return finding->nilai_b;
    }
    return PROJECTOR_CELL_UNKNOWN;
}
