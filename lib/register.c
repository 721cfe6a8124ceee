#include "config.h"

#include "register.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "error.h"

struct _RecapRegister {
    const char *file;
    GArray *stations; /* of RecapStation */
    RecapArena *arena;
};

RecapRegister *
recap_register_new (const char *file)
{
    RecapRegister *self = g_new0 (RecapRegister, 1);
    self->stations = g_array_new (FALSE, FALSE, sizeof (RecapStation));
    self->arena = recap_arena_new ();
    self->file = recap_arena_copy (self->arena, recap_text (file));
    return self;
}

void
recap_register_free (RecapRegister *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->stations);
    recap_arena_free (self->arena);
    g_free (self);
}

void
recap_register_add (RecapRegister *self, const RecapStation *station)
{
    RecapStation copy = *station;
    const char **names[] = { &copy.provinsi, &copy.kabko, &copy.kecamatan, &copy.desa, &copy.tps };

    copy.kode = recap_arena_copy (self->arena, recap_text (station->kode));
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        *names[i] = recap_arena_intern (self->arena, recap_text (*names[i]));
    g_array_append_val (self->stations, copy);
}

static int
compare_stations (gconstpointer a, gconstpointer b)
{
    return strcmp (((const RecapStation *)a)->kode, ((const RecapStation *)b)->kode);
}

gboolean
recap_register_sort (RecapRegister *self, GError **error)
{
    g_array_sort (self->stations, compare_stations); /* stable since GLib 2.32 */
    for (guint i = 1; i < self->stations->len; i++) {
        const RecapStation *first = &g_array_index (self->stations, RecapStation, i - 1);
        const RecapStation *second = &g_array_index (self->stations, RecapStation, i);
        if (strcmp (first->kode, second->kode) != 0)
            continue;
        RecapOrigin origin = { self->file, second->line, 0 };
        g_autofree char *shown = recap_text_display (second->kode, strlen (second->kode));
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("the code '%s' is there twice, first in line %" PRIu64), shown,
                         first->line);
        return FALSE;
    }
    return TRUE;
}

const char *
recap_register_get_file (const RecapRegister *self)
{
    return self->file;
}

guint
recap_register_get_n (const RecapRegister *self)
{
    return self->stations->len;
}

const RecapStation *
recap_register_get (const RecapRegister *self, guint index)
{
    g_return_val_if_fail (index < self->stations->len, NULL);

    return &g_array_index (self->stations, RecapStation, index);
}

const RecapStation *
recap_register_find (const RecapRegister *self, RecapText kode)
{
    guint low = 0;
    guint high = self->stations->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const RecapStation *station = &g_array_index (self->stations, RecapStation, middle);
        int order = recap_text_compare (recap_text (station->kode), kode);
        if (order == 0)
            return station;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
