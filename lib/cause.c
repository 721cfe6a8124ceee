#include "config.h"

#include "cause-part.h"

enum {
    PAGE_MIN = 2,     /* a section with fewer boxes is no page */
    WEIGHT_MIN = 100, /* a misreading less likely than this explains nothing: any number can become
                       * any other if every digit of it was misread */
    VALUE_MIN = 10,   /* a number below this is one digit, which may be misread as 0 */
};

RecapCauses *
recap_causes_new (const RecapSchema *schema, GError **error)
{
    g_return_val_if_fail (schema != NULL, NULL);

    g_autoptr (RecapCauses) self = g_new0 (RecapCauses, 1);
    self->schema = schema;
    self->plans = g_ptr_array_new_with_free_func (cause_plan_free);
    self->text = g_string_new (NULL);
    self->states_a = g_array_new (FALSE, TRUE, sizeof (CauseState));
    self->states_b = g_array_new (FALSE, TRUE, sizeof (CauseState));
    self->affected = g_array_new (FALSE, TRUE, sizeof (gboolean));
    self->pages = g_array_new (FALSE, TRUE, sizeof (CausePage));
    cause_contests_init (self);
    if ((self->misreads = recap_misreads_load (error)) == NULL ||
        (self->rules = recap_rules_load (NULL, error)) == NULL)
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_causes_free (RecapCauses *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->plans);
    recap_rules_free (self->rules);
    recap_misreads_free (self->misreads);
    g_string_free (self->text, TRUE);
    g_array_unref (self->states_a);
    g_array_unref (self->states_b);
    g_array_unref (self->affected);
    g_array_unref (self->pages);
    cause_contests_clear (self);
    g_free (self);
}

/* ---- single numbers ---- */

/* The reader was wrong, or, where the rules speak for its number, whoever filled in the other. */
static void
explain_misread (RecapCauses *self, const RecapPair *pair, RecapDifference *difference,
                 const CauseEvidence *evidence)
{
    gboolean reversed = evidence->n_for_b > evidence->n_for_a;
    RecapMisread ways[RECAP_MISREAD_MAX];
    RecapCell paper = reversed ? difference->b : difference->a;
    RecapCell read = reversed ? difference->a : difference->b;
    guint n = recap_misreads_explain (self->misreads, paper, read, ways, G_N_ELEMENTS (ways));

    for (guint i = 0; i < n && ways[i].weight >= WEIGHT_MIN; i++) {
        guint64 weight = evidence->balanced ? MAX (ways[i].weight / 10, 1) : ways[i].weight;
        g_string_assign (self->text, ways[i].detail);
        if (reversed) {
            RecapText sumber = pair->a.keys[RECAP_KEY_SUMBER];
            g_string_append (self->text, " pada ");
            recap_text_append (sumber, self->text);
        }
        recap_group_explain (self->group, difference, ways[i].cause, weight, self->text->str);
    }
}

/* ---- blanks ---- */

/* A box that nobody filled in is often kept as 0. Appends nothing against the evidence. */
static void
explain_zero (RecapCauses *self, const RecapPair *pair, RecapDifference *difference,
              const CauseEvidence *evidence)
{
    gboolean a_is_zero = difference->a == 0;
    RecapCell there = a_is_zero ? difference->b : difference->a;
    const RecapForm *form = a_is_zero ? &pair->a : &pair->b;
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];

    if ((difference->a != 0 && difference->b != 0) || there < VALUE_MIN ||
        (a_is_zero ? evidence->n_for_a > evidence->n_for_b : evidence->n_for_b > evidence->n_for_a))
        return;
    g_string_printf (self->text, "tidak diisi dan dicatat 0 pada %.*s", (int)sumber.size,
                     sumber.bytes);
    guint64 weight = cause_weight (self, "kosong-nol");
    recap_group_explain (self->group, difference, "kosong-nol",
                         evidence->balanced ? weight / 10 : weight, self->text->str);
}

/* Counts what the two forms show of each section. */
static void
count_pages (RecapCauses *self, const RecapPair *pair)
{
    guint n;
    recap_contest_get_sections (pair->a.contest, &n);
    g_array_set_size (self->pages, 0);
    g_array_set_size (self->pages, n); /* cleared */
    for (guint i = 0; i < pair->n_fields; i++) {
        guint index = pair->fields[i];
        const RecapField *field = cause_field (self, index);
        RecapCell a = pair->a.cells[index];
        RecapCell b = pair->b.cells[index];
        if (field == NULL || a == RECAP_CELL_NOT_CARRIED || b == RECAP_CELL_NOT_CARRIED)
            continue;
        CausePage *page = &g_array_index (self->pages, CausePage, field->section);
        page->n_boxes++;
        page->n_filled[0] += a != RECAP_CELL_BLANK;
        page->n_filled[1] += b != RECAP_CELL_BLANK;
    }
}

static void
explain_blank (RecapCauses *self, const RecapPair *pair, RecapDifference *difference)
{
    guint blank = difference->a == RECAP_CELL_BLANK ? 0 : 1;
    RecapCell there = blank == 0 ? difference->b : difference->a;
    const RecapField *field = cause_field (self, difference->field);
    const CausePage *page = &g_array_index (self->pages, CausePage, field->section);
    guint n;
    const RecapSection *sections = recap_contest_get_sections (pair->a.contest, &n);

    if (there == 0)
        recap_group_explain (self->group, difference, "kosong-nol",
                             cause_weight (self, "kosong-nol"), "kosong terhadap nol");
    if (page->n_boxes >= PAGE_MIN && page->n_filled[blank] == 0) {
        g_string_printf (self->text, "bagian %s kosong seluruhnya",
                         sections[field->section].number);
        recap_group_explain (self->group, difference, "halaman-kosong",
                             cause_weight (self, "halaman-kosong"), self->text->str);
    }
}

/* ---- pairs ---- */

static void
explain_difference (RecapCauses *self, RecapPair *pair, RecapDifference *difference)
{
    RecapCell a = difference->a;
    RecapCell b = difference->b;

    if (a == RECAP_CELL_UNREADABLE || b == RECAP_CELL_UNREADABLE)
        return;
    if (a == RECAP_CELL_BLANK || b == RECAP_CELL_BLANK) {
        explain_blank (self, pair, difference);
        return;
    }
    CauseEvidence evidence = cause_rules_weigh (self, pair, difference);
    explain_misread (self, pair, difference, &evidence);
    explain_zero (self, pair, difference, &evidence);
    cause_rules_explain_total (self, pair, difference);
}

static gboolean
start_pair (RecapCauses *self, RecapPair *pair, GError **error)
{
    if (pair->state != RECAP_PAIR_BOTH) {
        recap_group_explain (self->group, pair->differences, "halaman-kosong",
                             cause_weight (self, "halaman-kosong"), "formulir kosong seluruhnya");
        return TRUE;
    }
    if (!cause_rules_choose (self, pair, error))
        return FALSE;
    count_pages (self, pair);
    cause_rules_enter (self, pair);
    for (guint i = 0; i < pair->n_differences; i++)
        explain_difference (self, pair, &pair->differences[i]);
    cause_rows_explain (self, pair);
    cause_rules_observe (self, pair);
    if (self->contests_found)
        cause_contests_explain (self, pair);
    else
        cause_contests_note (self, pair);
    self->wants_neighbours = self->wants_neighbours || cause_forms_wants (pair);
    return TRUE;
}

gboolean
recap_causes_start (RecapCauses *self, RecapGroup *group, GError **error)
{
    self->group = group;
    self->wants_neighbours = FALSE;
    for (guint i = 0; i < recap_group_get_n (group); i++) {
        const RecapGroupEntry *entry = recap_group_get (group, i);
        if (entry->pair != NULL && !start_pair (self, entry->pair, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
recap_causes_wants_neighbours (const RecapCauses *self)
{
    return self->wants_neighbours;
}

void
recap_causes_finish (RecapCauses *self, const RecapTable *neighbours)
{
    if (neighbours != NULL)
        cause_forms_explain (self, neighbours);
    for (guint i = 0; i < recap_group_get_n (self->group); i++) {
        const RecapGroupEntry *entry = recap_group_get (self->group, i);
        if (entry->pair == NULL || entry->pair->state != RECAP_PAIR_BOTH)
            continue;
        cause_shift_explain (self, entry->pair);
        cause_rows_observe (self, entry->pair);
        cause_shift_observe (self, entry->pair);
    }
}
