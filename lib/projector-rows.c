#include "config.h"

#include "projector-rows.h"

/* What a row is made of: a finding or a decision, before they are brought together. */
typedef struct {
    RecapText kode, isian;
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

/* By place and box, the whole form first; then as they came. */
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
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static GArray *
collect_remarks (Projector *self)
{
    const RecapFindings *findings = self->input->findings;
    const RecapDecisions *decisions = self->input->decisions;
    GArray *remarks = g_array_new (FALSE, FALSE, sizeof (Remark));

    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (!projector_covers (self, finding->kontes, finding->kode)) {
            self->n_other_findings++;
            continue;
        }
        Remark remark = { .kode = finding->kode, .isian = finding->isian, .order = i };
        remark.field = find_field (self, finding->isian);
        remark.finding = finding;
        g_array_append_val (remarks, remark);
    }
    for (guint i = 0; decisions != NULL && i < recap_decisions_get_n (decisions); i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        Remark remark = { .kode = recap_text (decision->kode),
                          .isian = recap_text (decision->isian),
                          .order = i };
        if (!projector_covers (self, recap_text (decision->kontes), remark.kode))
            continue;
        remark.field = find_field (self, remark.isian);
        remark.decision = decision;
        g_array_append_val (remarks, remark);
    }
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

void
projector_find_rows (Projector *self)
{
    g_autoptr (GArray) remarks = collect_remarks (self);
    ProjectorRow *row = NULL;

    for (guint i = 0; i < remarks->len; i++) {
        const Remark *remark = &g_array_index (remarks, Remark, i);
        if (row == NULL || !recap_text_equal (row->kode, remark->kode) ||
            !recap_text_equal (row->isian, remark->isian)) {
            ProjectorRow next = { .kode = remark->kode,
                                  .station = projector_find_station (self, remark->kode),
                                  .field = remark->field,
                                  .isian = remark->isian,
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
