#include "config.h"

#include "diff-part.h"

/* One source of the TPS at hand. */
typedef struct {
    guint side;
    guint rank; /* of its label, from 0 */
} Voter;

/* Returns: the place of @sumber in the precedence; 'salinan' is for 'salinan:PAN' too. */
static guint
rank_of (const Diff *self, RecapText sumber)
{
    for (guint i = 0; i < self->n_labels; i++) {
        RecapText label = recap_text (self->precedence[i]);
        if (sumber.size >= label.size && memcmp (sumber.bytes, label.bytes, label.size) == 0 &&
            (sumber.size == label.size || sumber.bytes[label.size] == ':'))
            return i;
    }
    return self->n_labels;
}

void
diff_rank_forget (Diff *self)
{
    g_clear_pointer (&self->chosen, recap_table_free);
    self->chosen = recap_table_new (self->schema);
}

/* Reads the forms of all tables for the key of @key into @forms, and who they are into @voters. */
static gboolean
take_forms (Diff *self, const RecapForm *key, RecapTable *forms, GArray *voters, GError **error)
{
    for (guint i = 0; i < self->n_sides; i++) {
        DiffSide *side = &self->sides[i];
        while (!side->end && recap_form_compare (&side->form, key, FALSE) == 0) {
            Voter voter = { i, rank_of (self, side->form.keys[RECAP_KEY_SUMBER]) };
            if (!recap_table_reader_parse (side->reader, &side->form, error))
                return FALSE;
            self->any_label = self->any_label || voter.rank < self->n_labels;
            recap_table_add (forms, &side->form);
            g_array_append_val (voters, voter);
            if (!diff_advance (self, i, error))
                return FALSE;
        }
    }
    return TRUE;
}

/* Returns: the place of the authority: the best rank among the forms that show something, of equal
 *          ones the first. A form that nobody filled in decides only where there is no other. */
static guint
choose (const Diff *self, const RecapTable *forms, const GArray *voters)
{
    guint n_cells = recap_schema_get_n (self->schema);
    guint chosen = 0;
    guint best = G_MAXUINT;

    for (guint i = 0; i < voters->len; i++) {
        guint rank = g_array_index (voters, Voter, i).rank;
        if (recap_form_is_empty (recap_table_get (forms, i), n_cells))
            rank += self->n_labels + 1;
        if (rank < best) {
            best = rank;
            chosen = i;
        }
    }
    return chosen;
}

static gboolean
is_absent (const GArray *voters, guint side)
{
    for (guint i = 0; i < voters->len; i++)
        if (g_array_index (voters, Voter, i).side == side)
            return FALSE;
    return TRUE;
}

/* Compares the others with @authority, in the order of the tables. */
static gboolean
compare_others (Diff *self, const RecapTable *forms, const GArray *voters, guint authority,
                GError **error)
{
    const RecapForm *form = recap_table_get (forms, authority);

    for (guint side = 0; side < self->n_sides; side++) {
        for (guint i = 0; i < voters->len; i++) {
            if (i == authority || g_array_index (voters, Voter, i).side != side)
                continue;
            self->summary.n_compared++;
            if (!diff_compare_forms (self, side, form, recap_table_get (forms, i), error))
                return FALSE;
        }
        if (is_absent (voters, side) &&
            !diff_add_missing (self, form, TRUE, &self->sides[side], "D03", error))
            return FALSE;
    }
    recap_agreement_report (self->agreement, form, self->group);
    recap_agreement_clear (self->agreement);
    return TRUE;
}

gboolean
diff_rank_compare_key (Diff *self, const DiffSide *smallest, GError **error)
{
    g_autoptr (RecapTable) forms = recap_table_new (self->schema);
    g_autoptr (GArray) voters = g_array_new (FALSE, FALSE, sizeof (Voter));
    RecapForm key = smallest->form;
    g_autofree char *kode =
        g_strndup (key.keys[RECAP_KEY_KODE].bytes, key.keys[RECAP_KEY_KODE].size);
    g_autofree char *kontes =
        g_strndup (key.keys[RECAP_KEY_KONTES].bytes, key.keys[RECAP_KEY_KONTES].size);

    key.keys[RECAP_KEY_KODE].bytes = kode; /* the reader goes on */
    key.keys[RECAP_KEY_KONTES].bytes = kontes;
    if (!take_forms (self, &key, forms, voters, error))
        return FALSE;
    guint authority = choose (self, forms, voters);
    self->summary.n_authority++;
    if (recap_table_get_n (self->chosen) < DIFF_NEIGHBOURS_MAX)
        recap_table_add (self->chosen, recap_table_get (forms, authority));
    return compare_others (self, forms, voters, authority, error);
}
