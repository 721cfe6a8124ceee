#include "config.h"

#include "district.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "error.h"

/* No code has this character: it parts the contest from a code. */
#define PART "\x1f"

/* A region and its district. */
typedef struct {
    RecapDistrict *district;
    guint64 line;
} Region;

struct _RecapDistricts {
    char *file;
    RecapArena *arena;
    GPtrArray *districts;  /* RecapDistrict, of the arena, in the order of the list */
    GHashTable *by_code;   /* kontes PART dapil -> RecapDistrict */
    GHashTable *by_region; /* kontes PART kode -> Region, of the arena */
    GHashTable *contests;  /* a set */
    GString *key;          /* what is looked for */
};

RecapDistricts *
recap_districts_new (const char *file)
{
    RecapDistricts *self = g_new (RecapDistricts, 1);
    self->file = g_strdup (file);
    self->arena = recap_arena_new ();
    self->districts = g_ptr_array_new ();
    self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->by_region = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->contests = g_hash_table_new (g_str_hash, g_str_equal);
    self->key = g_string_new (NULL);
    return self;
}

void
recap_districts_free (RecapDistricts *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->contests);
    g_hash_table_unref (self->by_region);
    g_hash_table_unref (self->by_code);
    g_ptr_array_unref (self->districts);
    g_string_free (self->key, TRUE);
    recap_arena_free (self->arena);
    g_free (self->file);
    g_free (self);
}

static const char *
intern (RecapDistricts *self, const char *string)
{
    return recap_arena_intern (self->arena, recap_text (string));
}

/* Returns: the district of @part, begun when it is new. */
static RecapDistrict *
district_for (RecapDistricts *self, const RecapDistrictPart *part)
{
    g_autofree char *key = g_strconcat (part->kontes, PART, part->dapil, NULL);
    RecapDistrict *district = g_hash_table_lookup (self->by_code, key);

    if (district != NULL)
        return district;
    district = recap_arena_take (self->arena, sizeof *district);
    *district = (RecapDistrict){ .kontes = intern (self, part->kontes),
                                 .dapil = intern (self, part->dapil),
                                 .nama = "",
                                 .line = part->line };
    g_ptr_array_add (self->districts, district);
    g_hash_table_insert (self->by_code, g_steal_pointer (&key), district);
    g_hash_table_add (self->contests, (gpointer)district->kontes);
    return district;
}

gboolean
recap_districts_add (RecapDistricts *self, const RecapDistrictPart *part, GError **error)
{
    g_autofree char *key = g_strconcat (part->kontes, PART, part->kode, NULL);
    RecapOrigin origin = { self->file, part->line, 0 };
    const Region *before = g_hash_table_lookup (self->by_region, key);

    if (before != NULL) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("region '%s' is already in dapil '%s' of %s, on line %" PRIu64),
                         part->kode, before->district->dapil, part->kontes, before->line);
        return FALSE;
    }
    RecapDistrict *district = district_for (self, part);
    if (part->seats > 0 && district->seats > 0 && part->seats != district->seats) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("dapil '%s' of %s has %u seats here, but %u on line %" PRIu64),
                         part->dapil, part->kontes, part->seats, district->seats, district->line);
        return FALSE;
    }
    if (part->seats > 0 && district->seats == 0) {
        district->seats = part->seats;
        district->line = part->line;
    }
    if (*district->nama == '\0')
        district->nama = intern (self, part->nama);
    Region *region = recap_arena_take (self->arena, sizeof *region);
    *region = (Region){ district, part->line };
    g_hash_table_insert (self->by_region, g_steal_pointer (&key), region);
    return TRUE;
}

gboolean
recap_districts_finish (RecapDistricts *self, GError **error)
{
    for (guint i = 0; i < self->districts->len; i++) {
        const RecapDistrict *district = self->districts->pdata[i];
        RecapOrigin origin = { self->file, district->line, 0 };
        if (district->seats > 0)
            continue;
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("dapil '%s' of %s has no number of seats"), district->dapil,
                         district->kontes);
        recap_error_set_hint (error, _ ("one of its records says it in the column 'kursi'"));
        return FALSE;
    }
    return TRUE;
}

gboolean
recap_districts_has_contest (const RecapDistricts *self, RecapText kontes)
{
    recap_text_assign (kontes, self->key);
    return g_hash_table_contains (self->contests, self->key->str);
}

const RecapDistrict *
recap_districts_find (const RecapDistricts *self, RecapText kontes, RecapText kode)
{
    GString *key = self->key;

    recap_text_assign (kontes, key);
    g_string_append (key, PART);
    gsize size = key->len;
    recap_text_append (kode, key);
    while (key->len > size) {
        const Region *region = g_hash_table_lookup (self->by_region, key->str);
        if (region != NULL)
            return region->district;
        g_string_truncate (key, key->len - 1);
    }
    g_string_append_c (key, '0');
    const Region *nation = g_hash_table_lookup (self->by_region, key->str);
    return nation != NULL ? nation->district : NULL;
}
