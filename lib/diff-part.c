#include "config.h"

#include "diff-part.h"

#include "diff-report.h"
#include "region.h"

enum {
    GROUP_MAX = 1024, /* differing or missing forms: a larger group is finished in parts */
};

gboolean
diff_advance (Diff *self, guint index, GError **error)
{
    DiffSide *side = &self->sides[index];
    do {
        if (!recap_tables_next_key (self->tables, index, &side->form, &side->end, error))
            return FALSE;
        if (side->end)
            return TRUE;
        if (side->sumber == NULL) {
            RecapText sumber = side->form.keys[RECAP_KEY_SUMBER];
            side->sumber = g_strndup (sumber.bytes, sumber.size);
        }
    } while (!recap_region_has_prefix (side->form.keys[RECAP_KEY_KODE], self->region));
    self->any = TRUE;
    return TRUE;
}

/* ---- what is found ---- */

/* Returns: whether none of the fields that @side shares with the authority shows anything. */
static gboolean
is_empty (const DiffSide *side, const RecapForm *form)
{
    for (guint i = 0; i < side->n_fields; i++) {
        RecapCell cell = form->cells[side->fields[i]];
        if (cell != RECAP_CELL_BLANK && cell != RECAP_CELL_NOT_CARRIED)
            return FALSE;
    }
    return TRUE;
}

static void
add_neighbour (const RecapForm *form, gpointer data)
{
    Diff *self = data;
    if (recap_table_get_n (self->neighbours) < DIFF_NEIGHBOURS_MAX &&
        recap_group_holds (self->group, form))
        recap_table_add (self->neighbours, form);
}

/* Finds the causes of what the group has. */
static gboolean
explain_group (Diff *self, GError **error)
{
    if (self->causes == NULL && (self->causes = recap_causes_new (self->schema, error)) == NULL)
        return FALSE;
    if (!recap_causes_start (self->causes, self->group, error))
        return FALSE;
    if (!recap_causes_wants_neighbours (self->causes)) {
        recap_causes_finish (self->causes, NULL);
        return TRUE;
    }
    if (self->precedence != NULL) {
        recap_causes_finish (self->causes, self->chosen);
        return TRUE;
    }
    self->neighbours = recap_table_new (self->schema);
    gboolean ok = recap_table_reader_replay (self->sides[0].reader, add_neighbour, self, error);
    if (ok)
        recap_causes_finish (self->causes, self->neighbours);
    g_clear_pointer (&self->neighbours, recap_table_free);
    return ok;
}

gboolean
diff_finish_group (Diff *self, GError **error)
{
    if (recap_group_get_n (self->group) == 0)
        return TRUE;
    if (!explain_group (self, error))
        return FALSE;
    if (self->drift == NULL)
        self->drift = recap_drift_new (self->schema);
    recap_drift_add (self->drift, self->group);
    if (!recap_diff_report (self->schema, self->group, self->finding, self->data, error))
        return FALSE;
    recap_group_clear (self->group);
    return TRUE;
}

/* A group is bounded whatever the codes are. */
static gboolean
make_room (Diff *self, GError **error)
{
    return recap_group_get_n (self->group) < GROUP_MAX || diff_finish_group (self, error);
}

gboolean
diff_compare_forms (Diff *self, guint index, const RecapForm *a, const RecapForm *b, GError **error)
{
    const DiffSide *side = &self->sides[index];
    gboolean differs = FALSE;

    for (guint i = 0; i < side->n_fields && !differs; i++) {
        RecapCell x = a->cells[side->fields[i]];
        RecapCell y = b->cells[side->fields[i]];
        differs = x != y && x != RECAP_CELL_NOT_CARRIED && y != RECAP_CELL_NOT_CARRIED;
    }
    if (self->options->accuracy != NULL)
        recap_accuracy_add (self->options->accuracy, a, b, side->fields, side->n_fields);
    recap_agreement_add (self->agreement, b->keys[RECAP_KEY_SUMBER], differs ? b->cells : NULL,
                         side->fields, side->n_fields);
    if (!differs)
        return TRUE;
    if (!make_room (self, error))
        return FALSE;

    RecapPair pair = {
        .side = index,
        .a = *a,
        .b = *b,
        .fields = side->fields,
        .n_fields = side->n_fields,
        .state = is_empty (side, a)   ? RECAP_PAIR_A_EMPTY
                 : is_empty (side, b) ? RECAP_PAIR_B_EMPTY
                                      : RECAP_PAIR_BOTH,
    };
    self->summary.n_differing++;
    recap_group_add (self->group, &pair, self->options->ignore_blank);
    return TRUE;
}

gboolean
diff_add_missing (Diff *self, const RecapForm *form, gboolean in_authority, const DiffSide *absent,
                  const char *code, GError **error)
{
    g_autofree char *asal = recap_form_origin (form);
    const char *file = recap_table_reader_get_name (absent->reader);
    RecapFinding finding = { .nilai_a = RECAP_CELL_NOT_CARRIED, .nilai_b = RECAP_CELL_NOT_CARRIED };
    RecapText here = form->keys[RECAP_KEY_SUMBER];
    RecapText there = recap_text (absent->sumber);
    RecapText elsewhere = there.size > 0 ? there : recap_text (file);

    if (!make_room (self, error))
        return FALSE;
    recap_finding_set_place (&finding, form);
    finding.aturan = recap_text (code);
    finding.severity = in_authority ? RECAP_SEVERITY_WARNING : RECAP_SEVERITY_ERROR;
    finding.sumber_a = in_authority ? here : there;
    finding.sumber_b = in_authority ? there : here;
    finding.asal_a = recap_text (in_authority ? asal : file);
    finding.asal_b = recap_text (in_authority ? file : asal);
    g_string_assign (self->note, "Ada pada ");
    recap_text_append (here, self->note);
    g_string_append (self->note, ", tidak ada pada ");
    recap_text_append (elsewhere, self->note);
    g_string_append_c (self->note, '.');
    finding.keterangan = (RecapText){ self->note->str, self->note->len };
    recap_group_add_finding (self->group, &finding);
    return TRUE;
}
