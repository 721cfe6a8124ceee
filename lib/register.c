#include "config.h"

#include "register.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "error.h"

struct _RecapRegister {
    const char *file;
    GArray *stations;    /* of RecapStation */
    GHashTable *regions; /* name by code, in the arena */
    RecapArena *arena;
};

/* Where a station has the name of its region. */
static const struct {
    RecapLevel level;
    gsize name; /* offset in RecapStation */
} names[] = {
    { RECAP_LEVEL_PROVINSI, G_STRUCT_OFFSET (RecapStation, provinsi) },
    { RECAP_LEVEL_KABKO, G_STRUCT_OFFSET (RecapStation, kabko) },
    { RECAP_LEVEL_KECAMATAN, G_STRUCT_OFFSET (RecapStation, kecamatan) },
    { RECAP_LEVEL_DESA, G_STRUCT_OFFSET (RecapStation, desa) },
};

RecapRegister *
recap_register_new (const char *file)
{
    RecapRegister *self = g_new0 (RecapRegister, 1);
    self->stations = g_array_new (FALSE, FALSE, sizeof (RecapStation));
    self->regions = g_hash_table_new (g_str_hash, g_str_equal);
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
    g_hash_table_unref (self->regions);
    recap_arena_free (self->arena);
    g_free (self);
}

void
recap_register_add (RecapRegister *self, const RecapStation *station)
{
    RecapStation copy = *station;
    const char **texts[] = { &copy.provinsi, &copy.kabko, &copy.kecamatan, &copy.desa, &copy.tps };

    copy.kode = recap_arena_copy (self->arena, recap_text (station->kode));
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = recap_arena_intern (self->arena, recap_text (*texts[i]));
    g_array_append_val (self->stations, copy);
}

const char *
recap_register_add_region (RecapRegister *self, RecapText kode, RecapText name)
{
    const char *code = recap_arena_copy (self->arena, kode);
    const char *known = g_hash_table_lookup (self->regions, code);

    if (known != NULL)
        return recap_text_equal_string (name, known) ? NULL : known;
    g_hash_table_insert (self->regions, (gpointer)code,
                         (gpointer)recap_arena_intern (self->arena, name));
    if (recap_region_level (kode) != RECAP_LEVEL_TPS)
        return NULL;
    const RecapStation station = {
        .kode = code,
        .provinsi = "",
        .kabko = "",
        .kecamatan = "",
        .desa = "",
        .tps = code + kode.size - 3,
        .dpt_l = RECAP_CELL_BLANK,
        .dpt_p = RECAP_CELL_BLANK,
    };
    recap_register_add (self, &station);
    return NULL;
}

/* The name that a list of regions has for the region of @kode at @level. */
static const char *
find_region (const RecapRegister *self, RecapText kode, RecapLevel level)
{
    char buffer[16];
    RecapText region = recap_region_at (kode, level);
    if (region.size == 0 || region.size >= sizeof buffer)
        return NULL;
    memcpy (buffer, region.bytes, region.size);
    buffer[region.size] = '\0';
    return g_hash_table_lookup (self->regions, buffer);
}

/* Names that stand in the lists of regions only. */
static void
fill_names (RecapRegister *self)
{
    if (g_hash_table_size (self->regions) == 0)
        return;
    for (guint i = 0; i < self->stations->len; i++) {
        RecapStation *station = &g_array_index (self->stations, RecapStation, i);
        for (guint j = 0; j < G_N_ELEMENTS (names); j++) {
            const char **name = &G_STRUCT_MEMBER (const char *, station, names[j].name);
            const char *found = find_region (self, recap_text (station->kode), names[j].level);
            if ((*name)[0] == '\0' && found != NULL)
                *name = found;
        }
    }
}

static int
compare_stations (gconstpointer a, gconstpointer b)
{
    return strcmp (((const RecapStation *)a)->kode, ((const RecapStation *)b)->kode);
}

gboolean
recap_register_sort (RecapRegister *self, GError **error)
{
    fill_names (self);
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

/* Returns: the first station whose code is @kode or comes behind it, or NULL. */
static const RecapStation *
find_from (const RecapRegister *self, RecapText kode)
{
    guint low = 0;
    guint high = self->stations->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const RecapStation *station = &g_array_index (self->stations, RecapStation, middle);
        if (recap_text_compare (recap_text (station->kode), kode) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < self->stations->len ? &g_array_index (self->stations, RecapStation, low) : NULL;
}

const RecapStation *
recap_register_find (const RecapRegister *self, RecapText kode)
{
    const RecapStation *station = find_from (self, kode);
    return station != NULL && recap_text_equal_string (kode, station->kode) ? station : NULL;
}

const char *
recap_register_get_region_name (const RecapRegister *self, RecapText kode, RecapLevel level)
{
    const char *known = find_region (self, kode, level);
    RecapText region = recap_region_at (kode, level);
    const RecapStation *station = region.size > 0 ? find_from (self, region) : NULL;

    if (known != NULL)
        return known;
    if (station == NULL || !recap_region_contains (region, recap_text (station->kode)))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (names[i].level == level)
            return G_STRUCT_MEMBER (const char *, station, names[i].name);
    return NULL;
}
