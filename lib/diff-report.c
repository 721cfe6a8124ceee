#include "config.h"

#include "diff-report.h"

#include <inttypes.h>

#include "text.h"

/* The weight of the causes that nobody thought of. */
#define WEIGHT_UNKNOWN 20000

typedef struct {
    const RecapSchema *schema;
    RecapFindingFunc finding;
    gpointer data;
    GString *note;
} Report;

/* 'V.A Suara sah: plano 216, sirekap 261 (selisih +45).' */
static void
write_cell_note (Report *self, const RecapField *field, const RecapFinding *finding)
{
    GString *out = self->note;
    g_string_printf (out, "%s %s: ", field->box, field->short_label);
    recap_text_append (finding->sumber_a, out);
    g_string_append_c (out, ' ');
    recap_cell_append (finding->nilai_a, out);
    g_string_append (out, ", ");
    recap_text_append (finding->sumber_b, out);
    g_string_append_c (out, ' ');
    recap_cell_append (finding->nilai_b, out);
    if (recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b))
        g_string_append_printf (out, " (selisih %+" PRId64 ")",
                                finding->nilai_b - finding->nilai_a);
    g_string_append_c (out, '.');
}

/* ' Kemungkinan sebab: 1) x-terbaca-8: huruf X pengisi terbaca 8 (bobot 83); 2) ...' with the share
 * of each in a hundred, the rest being for what nobody thought of; behind the first one without a
 * share is left out. Equal weights have the same place. */
static void
append_explanations (GString *out, const RecapDifference *difference)
{
    const RecapExplanation *all = difference->explanations;
    guint64 total = WEIGHT_UNKNOWN;
    guint place = 1;

    for (guint i = 0; i < difference->n_explanations; i++)
        total += all[i].weight;
    for (guint i = 0; i < difference->n_explanations; i++) {
        guint64 share = (all[i].weight * 100 + total / 2) / total;
        if (share == 0 && i > 0)
            break;
        if (i > 0 && all[i].weight < all[i - 1].weight)
            place = i + 1;
        g_string_append_printf (out, "%s%u) %s: %s (bobot %" PRIu64 ")",
                                i > 0 ? "; " : " Kemungkinan sebab: ", place, all[i].cause,
                                all[i].detail, MAX (share, 1));
    }
    if (difference->n_explanations > 0)
        g_string_append_c (out, '.');
}

static gboolean
give (Report *self, RecapFinding *finding, const char *code, RecapSeverity severity, GError **error)
{
    finding->aturan = recap_text (code);
    finding->severity = severity;
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

/* The finding for a pair of forms, without field and values. */
static RecapFinding
start_finding (const RecapPair *pair)
{
    RecapFinding finding = {
        .nilai_a = RECAP_CELL_NOT_CARRIED,
        .nilai_b = RECAP_CELL_NOT_CARRIED,
        .sumber_a = pair->a.keys[RECAP_KEY_SUMBER],
        .sumber_b = pair->b.keys[RECAP_KEY_SUMBER],
        .asal_a = recap_text (pair->asal_a),
        .asal_b = recap_text (pair->asal_b),
    };
    recap_finding_set_place (&finding, &pair->a);
    return finding;
}

static RecapText
first_cause (const RecapDifference *difference)
{
    return recap_text (difference->n_explanations > 0 ? difference->explanations[0].cause : NULL);
}

static gboolean
give_cell (Report *self, const RecapPair *pair, const RecapDifference *difference, GError **error)
{
    const RecapField *field =
        recap_schema_get_field (self->schema, pair->a.contest, difference->field);
    RecapCell a = difference->a;
    RecapCell b = difference->b;
    RecapFinding finding = start_finding (pair);

    finding.isian = recap_text (field->name);
    finding.nilai_a = a;
    finding.nilai_b = b;
    finding.sebab = first_cause (difference);
    write_cell_note (self, field, &finding);
    append_explanations (self->note, difference);
    if (difference->evidence != NULL)
        g_string_append_printf (self->note, " %s", difference->evidence);
    if (a == RECAP_CELL_UNREADABLE || b == RECAP_CELL_UNREADABLE)
        return give (self, &finding, "D05", RECAP_SEVERITY_WARNING, error);
    if (a == RECAP_CELL_BLANK || b == RECAP_CELL_BLANK)
        return give (self, &finding, "D02", RECAP_SEVERITY_WARNING, error);
    return give (self, &finding, "D01", RECAP_SEVERITY_ERROR, error);
}

/* A form without any number opposite one with numbers is one finding, not one for each box. */
static gboolean
give_empty (Report *self, const RecapPair *pair, GError **error)
{
    RecapFinding finding = start_finding (pair);
    gboolean a_empty = pair->state == RECAP_PAIR_A_EMPTY;

    finding.sebab = first_cause (pair->differences);
    g_string_assign (self->note, "Formulir ");
    recap_text_append (a_empty ? finding.sumber_a : finding.sumber_b, self->note);
    g_string_append (self->note, " kosong seluruhnya, ");
    recap_text_append (a_empty ? finding.sumber_b : finding.sumber_a, self->note);
    g_string_append (self->note, " berisi angka.");
    return give (self, &finding, "D02", RECAP_SEVERITY_WARNING, error);
}

static gboolean
give_observations (Report *self, const RecapPair *pair, GError **error)
{
    for (const RecapObservation *o = pair->observations; o != NULL; o = o->next) {
        RecapFinding finding = start_finding (pair);
        finding.sebab = recap_text (o->cause);
        g_string_assign (self->note, o->text);
        if (!give (self, &finding, o->code, o->severity, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
give_pair (Report *self, const RecapPair *pair, GError **error)
{
    if (pair->state != RECAP_PAIR_BOTH)
        return give_empty (self, pair, error) && give_observations (self, pair, error);
    for (guint i = 0; i < pair->n_differences; i++)
        if (!give_cell (self, pair, &pair->differences[i], error))
            return FALSE;
    return give_observations (self, pair, error);
}

gboolean
recap_diff_report (const RecapSchema *schema, const RecapGroup *group, RecapFindingFunc finding,
                   gpointer data, GError **error)
{
    g_autoptr (GString) note = g_string_new (NULL);
    Report self = { schema, finding, data, note };

    for (guint i = 0; i < recap_group_get_n (group); i++) {
        const RecapGroupEntry *entry = recap_group_get (group, i);
        if (!(entry->pair != NULL ? give_pair (&self, entry->pair, error)
                                  : finding (entry->finding, data, error)))
            return FALSE;
    }
    return TRUE;
}
