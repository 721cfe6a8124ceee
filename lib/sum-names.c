#include "config.h"

#include "sum-names.h"

#include <glib/gi18n-lib.h>

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
} Row;

struct _RecapSumNames {
    GHashTable *rows;    /* key -> Row: regions that are rows themselves */
    GHashTable *holders; /* key -> Row: regions that a row lies in, and the first of these rows */
};

static void
row_free (gpointer data)
{
    Row *self = data;
    g_free (self->kode);
    g_free (self->file);
    g_free (self);
}

RecapSumNames *
recap_sum_names_new (void)
{
    RecapSumNames *self = g_new (RecapSumNames, 1);
    self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
    self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
    return self;
}

void
recap_sum_names_free (RecapSumNames *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->rows);
    g_hash_table_unref (self->holders);
    g_free (self);
}

void
recap_sum_names_reset (RecapSumNames *self)
{
    g_hash_table_remove_all (self->rows);
    g_hash_table_remove_all (self->holders);
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
        g_string_append_len (code, name.bytes, (gssize)name.size);
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

static void
remember (GHashTable *table, char *key, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    Row *row = g_new (Row, 1);
    *row = (Row){ g_strndup (kode.bytes, kode.size), g_strdup (form->file), form->line };
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

gboolean
recap_sum_names_add (RecapSumNames *self, const RecapForm *form, RecapLevel level, GError **error)
{
    g_autofree char *own = level > RECAP_LEVEL_TPS ? make_key (form, level) : NULL;
    const Row *other;

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
