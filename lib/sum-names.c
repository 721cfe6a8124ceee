#include "config.h"

#include "sum-names.h"

#include <glib/gi18n-lib.h>

#include "arena.h"
#include "error.h"
#include "names.h"

/* No name has this character: it parts the names of a key. */
#define PART "\x1f"

static const RecapKey name_keys[] = { RECAP_KEY_PROVINSI, RECAP_KEY_KABKO, RECAP_KEY_KECAMATAN,
                                      RECAP_KEY_DESA };

/* A row by its region and source. */
typedef struct {
    char *kode;
    char *file;
    guint64 line;
    char *stem;        /* what stands in the code before the number of the TPS; NULL: nothing */
    gboolean doubtful; /* it was said that the codes have several */
} Row;

/* A TPS by the names of where it is and its number. In the arena; equal texts are one there. */
typedef struct {
    const char *desa; /* key, with the source */
    const char *tps;  /* without leading zeros */
    const char *kode;
    const char *file;
    guint64 line;
} Station;

struct _RecapSumNames {
    GHashTable *rows;     /* key -> Row: regions that are rows themselves */
    GHashTable *holders;  /* key -> Row: regions that a row lies in, and the first of these rows */
    GHashTable *stations; /* set of Station */
    RecapArena *arena;
};

static void
row_free (gpointer data)
{
    Row *self = data;
    g_free (self->kode);
    g_free (self->file);
    g_free (self->stem);
    g_free (self);
}

static guint
station_hash (gconstpointer data)
{
    const Station *self = data;
    return g_direct_hash (self->desa) * 31 + g_direct_hash (self->tps);
}

static gboolean
station_equal (gconstpointer a, gconstpointer b)
{
    const Station *one = a;
    const Station *other = b;
    return one->desa == other->desa && one->tps == other->tps;
}

RecapSumNames *
recap_sum_names_new (void)
{
    RecapSumNames *self = g_new (RecapSumNames, 1);
    self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
    self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
    self->stations = g_hash_table_new (station_hash, station_equal);
    self->arena = recap_arena_new ();
    return self;
}

void
recap_sum_names_free (RecapSumNames *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->rows);
    g_hash_table_unref (self->holders);
    g_hash_table_unref (self->stations);
    recap_arena_free (self->arena);
    g_free (self);
}

void
recap_sum_names_reset (RecapSumNames *self)
{
    g_hash_table_remove_all (self->rows);
    g_hash_table_remove_all (self->holders);
    g_hash_table_remove_all (self->stations);
    recap_arena_free (self->arena);
    self->arena = recap_arena_new ();
}

RecapLevel
recap_sum_level (const RecapForm *form)
{
    RecapLevel level = recap_region_level (form->keys[RECAP_KEY_KODE]);

    if (level != RECAP_LEVEL_OPAQUE)
        return level;
    if (form->keys[RECAP_KEY_TPS].size > 0)
        return RECAP_LEVEL_TPS;
    for (guint i = G_N_ELEMENTS (name_keys); i > 0; i--)
        if (form->keys[name_keys[i - 1]].size > 0)
            return (RecapLevel)(RECAP_LEVEL_PROVINSI - (i - 1));
    return RECAP_LEVEL_OPAQUE;
}

/* The number of names that a region of @level has. */
static guint
n_names (RecapLevel level)
{
    return level > RECAP_LEVEL_PROVINSI ? 0 : (guint)(RECAP_LEVEL_PROVINSI - level) + 1;
}

char *
recap_sum_names_code (const RecapForm *form, RecapLevel level)
{
    g_autoptr (GString) code = g_string_new (NULL);
    guint n = n_names (level);

    if (n == 0 || n > G_N_ELEMENTS (name_keys) || form->keys[name_keys[n - 1]].size == 0)
        return NULL;
    for (guint i = 0; i < n; i++) {
        RecapText name = form->keys[name_keys[i]];
        if (name.size > 0 && code->len > 0)
            g_string_append (code, " / ");
        recap_text_append (name, code);
    }
    return g_string_free (g_steal_pointer (&code), FALSE);
}

char *
recap_sum_names_key (const RecapForm *form, RecapLevel level)
{
    GString *key = g_string_new (NULL);

    for (guint i = 0; i < MIN (n_names (level), G_N_ELEMENTS (name_keys)); i++) {
        g_autofree char *name = recap_name_normalize (form->keys[name_keys[i]]);
        g_string_append_printf (key, "%s" PART, name);
    }
    return g_string_free (key, FALSE);
}

gboolean
recap_sum_names_alike (const char *a, const char *b)
{
    enum { LETTERS_MIN = 6 };
    gsize first = 0;

    if (MIN (strlen (a), strlen (b)) < LETTERS_MIN || recap_name_distance (a, b, 1) > 1)
        return FALSE;
    while (a[first] == b[first] && a[first] != '\0')
        first++;
    /* KARYA 1 and KARYA 2, KARYA I and KARYA II are not alike. */
    return !g_ascii_isdigit (a[first]) && !g_ascii_isdigit (b[first]) && a[first] != '\0' &&
           b[first] != '\0';
}

/* --- nothing twice --- */

/* The region of @form at @level, for its source. */
static char *
make_key (const RecapForm *form, RecapLevel level)
{
    RecapText source = form->keys[RECAP_KEY_SUMBER];
    g_autofree char *names = recap_sum_names_key (form, level);
    return g_strdup_printf ("%.*s" PART "%s", (int)source.size, source.bytes, names);
}

/* The number of the TPS without leading zeros: 7 and 007 are one. */
static RecapText
station_number (const RecapForm *form)
{
    RecapText tps = form->keys[RECAP_KEY_TPS];
    while (tps.size > 1 && tps.bytes[0] == '0') {
        tps.bytes++;
        tps.size--;
    }
    return tps;
}

/* What a code of a desa and the number of a TPS ('65317-001') has of the desa. Returns an empty
 * text when it is none. */
static RecapText
station_stem (const RecapForm *form)
{
    RecapText stem = form->keys[RECAP_KEY_KODE];
    RecapText number = station_number (form);

    if (number.size == 0 || stem.size <= number.size ||
        memcmp (stem.bytes + stem.size - number.size, number.bytes, number.size) != 0)
        return RECAP_TEXT_EMPTY;
    stem.size -= number.size;
    while (stem.size > 0 && stem.bytes[stem.size - 1] == '0' && number.size < 3) {
        stem.size--;
        number.size++;
    }
    while (stem.size > 0 && !g_ascii_isalnum (stem.bytes[stem.size - 1]) &&
           (guchar)stem.bytes[stem.size - 1] < 0x80)
        stem.size--;
    return stem;
}

static void
remember (GHashTable *table, char *key, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText stem = station_stem (form);
    Row *row = g_new (Row, 1);
    *row = (Row){ g_strndup (kode.bytes, kode.size), g_strdup (form->file), form->line,
                  stem.size > 0 ? g_strndup (stem.bytes, stem.size) : NULL, FALSE };
    g_hash_table_insert (table, key, row);
}

static gboolean
refuse (const RecapForm *form, const Row *other, gboolean contains, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin origin = { form->file, form->line, 0 };
    RecapOrigin there = { other->file, other->line, 0 };
    g_autofree char *place = recap_origin_format (&there);
    g_autofree char *one = recap_text_display (kode.bytes, kode.size);
    g_autofree char *two = recap_text_display (other->kode, strlen (other->kode));

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     contains ? _ ("'%s' contains '%s' at %s: it would be counted twice")
                              : _ ("'%s' lies in '%s' at %s: it would be counted twice"),
                     one, two, place);
    recap_error_set_hint (error, _ ("sum the TPS or the sums, not both"));
    return FALSE;
}

/* Says that the codes of a desa have several beginnings, when they do: @desa has its first row. */
static char *
doubt_desa (Row *desa, const RecapForm *form)
{
    RecapText stem = station_stem (form);
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin there = { desa->file, desa->line, 0 };

    if (desa->doubtful || desa->stem == NULL || stem.size == 0 ||
        recap_text_equal_string (stem, desa->stem))
        return NULL;
    /* A code can have the names in it, and these can be spelt in several ways. */
    g_autofree char *one = recap_name_normalize (stem);
    g_autofree char *two = recap_name_normalize (recap_text (desa->stem));
    if (strcmp (one, two) == 0)
        return NULL;
    desa->doubtful = TRUE;
    g_autofree char *place = recap_origin_format (&there);
    g_autofree char *here = recap_text_display (kode.bytes, kode.size);
    g_autofree char *other = recap_text_display (desa->kode, strlen (desa->kode));
    g_autofree char *names = recap_sum_names_code (form, RECAP_LEVEL_DESA);
    g_autofree char *shown = recap_text_display (names, strlen (names));
    return g_strdup_printf (_ ("'%s' has the codes '%s' and '%s' (%s): are they two desa of one "
                               "name?"),
                            shown, other, here, place);
}

/* Adds a TPS of the desa @key. Returns FALSE when it is there by another code. */
static gboolean
add_station (RecapSumNames *self, const RecapForm *form, const char *key, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    Station *station = recap_arena_take (self->arena, sizeof *station);

    station->desa = recap_arena_intern (self->arena, recap_text (key));
    station->tps = recap_arena_intern (self->arena, station_number (form));
    const Station *other = g_hash_table_lookup (self->stations, station);
    if (other == NULL) {
        station->kode = recap_arena_copy (self->arena, kode);
        station->file = recap_arena_intern (self->arena, recap_text (form->file));
        station->line = form->line;
        g_hash_table_add (self->stations, station);
        return TRUE;
    }
    RecapOrigin origin = { form->file, form->line, 0 };
    RecapOrigin there = { other->file, other->line, 0 };
    g_autofree char *place = recap_origin_format (&there);
    g_autofree char *here = recap_text_display (kode.bytes, kode.size);
    g_autofree char *shown = recap_text_display (other->kode, strlen (other->kode));
    g_autofree char *names = recap_sum_names_code (form, RECAP_LEVEL_DESA);
    g_autofree char *region = recap_text_display (names, strlen (names));
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("'%s' is TPS %s of '%s', and so is '%s' at %s"), here, station->tps, region,
                     shown, place);
    recap_error_set_hint (error, _ ("give two desa of one name different names, and leave out one "
                                    "record of a TPS that is there twice"));
    return FALSE;
}

gboolean
recap_sum_names_add (RecapSumNames *self, const RecapForm *form, RecapLevel level, char **ret_doubt,
                     GError **error)
{
    g_autofree char *own = level > RECAP_LEVEL_TPS ? make_key (form, level) : NULL;
    const Row *other;

    *ret_doubt = NULL;
    if (level == RECAP_LEVEL_TPS && form->keys[RECAP_KEY_DESA].size > 0 &&
        form->keys[RECAP_KEY_TPS].size > 0) {
        g_autofree char *desa = make_key (form, RECAP_LEVEL_DESA);
        Row *first = g_hash_table_lookup (self->holders, desa);
        if (!add_station (self, form, desa, error))
            return FALSE;
        if (first != NULL)
            *ret_doubt = doubt_desa (first, form);
    }
    for (RecapLevel above = level + 1; above <= RECAP_LEVEL_PROVINSI; above++) {
        g_autofree char *key = make_key (form, above);
        other = g_hash_table_lookup (self->rows, key);
        if (other != NULL)
            return refuse (form, other, FALSE, error);
        if (!g_hash_table_contains (self->holders, key))
            remember (self->holders, g_steal_pointer (&key), form);
    }
    if (own == NULL)
        return TRUE;
    other = g_hash_table_lookup (self->holders, own);
    if (other != NULL)
        return refuse (form, other, TRUE, error);
    other = g_hash_table_lookup (self->rows, own);
    if (other != NULL)
        return refuse (form, other, FALSE, error);
    remember (self->rows, g_steal_pointer (&own), form);
    return TRUE;
}
