#include "config.h"

#include "decision.h"

#include "arena.h"

static const char *const grounds[] = { "plano", "sirekap", "salinan", "hitung-ulang", "lainnya" };

/* The list is put in order when it is first looked at: decisions come one by one. */
struct _RecapDecisions {
    GPtrArray *decisions; /* of RecapDecision in the arena */
    gboolean sorted;
    RecapArena *arena;
};

RecapDecisions *
recap_decisions_new (void)
{
    RecapDecisions *self = g_new0 (RecapDecisions, 1);
    self->decisions = g_ptr_array_new ();
    self->arena = recap_arena_new ();
    return self;
}

void
recap_decisions_free (RecapDecisions *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->decisions);
    recap_arena_free (self->arena);
    g_free (self);
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
    const RecapDecision *left = *(const RecapDecision *const *)a;
    const RecapDecision *right = *(const RecapDecision *const *)b;
    int order = strcmp (left->kontes, right->kontes);
    return order != 0 ? order : strcmp (left->kode, right->kode);
}

void
recap_decisions_add (RecapDecisions *self, const RecapDecision *decision)
{
    RecapDecision *copy = recap_arena_take (self->arena, sizeof *copy);
    const char **texts[] = { &copy->kontes, &copy->kode,      &copy->isian,
                             &copy->dasar,  &copy->alasan,    &copy->kejadian_khusus,
                             &copy->waktu,  &copy->disetujui, &copy->file };

    *copy = *decision;
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = recap_arena_intern (self->arena, recap_text (*texts[i]));
    g_ptr_array_add (self->decisions, copy);
    self->sorted = FALSE;
}

guint
recap_decisions_get_n (const RecapDecisions *self)
{
    return self->decisions->len;
}

const RecapDecision *
recap_decisions_get (const RecapDecisions *self, guint index)
{
    g_return_val_if_fail (index < self->decisions->len, NULL);

    if (!self->sorted) {
        RecapDecisions *list = (RecapDecisions *)self;
        g_ptr_array_sort (list->decisions, compare_decisions); /* stable since GLib 2.32 */
        list->sorted = TRUE;
    }
    return g_ptr_array_index (self->decisions, index);
}

gboolean
recap_decision_is_ground (RecapText word)
{
    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        if (recap_text_equal_string (word, grounds[i]))
            return TRUE;
    return FALSE;
}
