#include "config.h"

#include "table.h"

#include <string.h>

#include "arena.h"

struct _RecapTable {
    const RecapSchema *schema;
    guint n_cells;
    GPtrArray *forms; /* of RecapForm in the arena */
    RecapArena *arena;
};

RecapTable *
recap_table_new (const RecapSchema *schema)
{
    g_return_val_if_fail (schema != NULL, NULL);

    RecapTable *self = g_new0 (RecapTable, 1);
    self->schema = schema;
    self->n_cells = recap_schema_get_n (schema);
    self->forms = g_ptr_array_new ();
    self->arena = recap_arena_new ();
    return self;
}

void
recap_table_free (RecapTable *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->forms);
    recap_arena_free (self->arena);
    g_free (self);
}

const RecapSchema *
recap_table_get_schema (const RecapTable *self)
{
    return self->schema;
}

/* Neighbours mostly lie in the same desa and come from the same source: they share the text. */
static RecapText
keep_text (RecapTable *self, RecapText text, const RecapText *before)
{
    if (before != NULL && recap_text_equal (text, *before))
        return *before;
    return (RecapText){ recap_arena_copy (self->arena, text), text.size };
}

void
recap_table_add (RecapTable *self, const RecapForm *form)
{
    RecapForm *copy = recap_arena_take (self->arena, sizeof *copy);
    guint n = self->forms->len;
    const RecapForm *before = n > 0 ? g_ptr_array_index (self->forms, n - 1) : NULL;

    *copy = *form;
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        copy->keys[key] =
            keep_text (self, form->keys[key], before != NULL ? &before->keys[key] : NULL);
    if (form->file != NULL)
        copy->file = recap_arena_intern (self->arena, recap_text (form->file));
    gsize size = self->n_cells * sizeof (RecapCell);
    copy->cells = recap_arena_take (self->arena, size);
    memcpy (copy->cells, form->cells, size);
    if (form->counts != NULL) {
        copy->counts = recap_arena_take (self->arena, size);
        memcpy (copy->counts, form->counts, size);
    }
    g_ptr_array_add (self->forms, copy);
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
    return recap_form_compare (*(const RecapForm *const *)a, *(const RecapForm *const *)b, TRUE);
}

void
recap_table_sort (RecapTable *self)
{
    g_ptr_array_sort (self->forms, compare_forms); /* stable since GLib 2.32 */
}

guint
recap_table_get_n (const RecapTable *self)
{
    return self->forms->len;
}

RecapForm *
recap_table_get (const RecapTable *self, guint index)
{
    g_return_val_if_fail (index < self->forms->len, NULL);

    return g_ptr_array_index (self->forms, index);
}
