#include "config.h"

#include "names.h"

#include <glib/gi18n-lib.h>

enum {
    NEAREST_SHOWN = 3,
    DISTANCE_MAX = 4,
    COMPARED_MAX = 100, /* bytes that are compared */
};

typedef enum { PROVINSI, KABKO, KECAMATAN, DESA, N_NAMES } Level;

static const char *const level_names[N_NAMES] = { "provinsi", "kabko", "kecamatan", "desa" };

/* A desa of the register and where its stations are. */
typedef struct {
    const char *names[N_NAMES]; /* as the register has them */
    char *keys[N_NAMES];        /* normalised */
    guint first, n;             /* stations */
} Village;

struct _RecapNames {
    const RecapRegister *stations;
    GPtrArray *villages; /* of Village */
    GHashTable *by_desa; /* its key -> GPtrArray of Village */
};

/* --- names --- */

char *
recap_name_normalize (RecapText name)
{
    static const char *const prefixes[] = { "DESA", "KELURAHAN",    "KEL",       "KECAMATAN",
                                            "KEC",  "DISTRIK",      "KABUPATEN", "KAB",
                                            "ADM",  "ADMINISTRASI", "PROVINSI",  "PROV" };
    g_autoptr (GString) out = g_string_new (NULL);
    gsize i = 0;

    while (i < name.size) {
        gsize end = i;
        while (end < name.size &&
               (g_ascii_isalnum (name.bytes[end]) || (guchar)name.bytes[end] >= 0x80))
            end++;
        g_autofree char *word = g_ascii_strup (name.bytes + i, (gssize)(end - i));
        gboolean prefix = FALSE;
        for (guint j = 0; j < G_N_ELEMENTS (prefixes); j++)
            prefix = prefix || strcmp (word, prefixes[j]) == 0;
        /* A name that is nothing but such a word is a name. */
        if (!(prefix && out->len == 0 && end < name.size))
            g_string_append (out, word);
        i = MAX (end, i + 1);
        while (i < name.size && !g_ascii_isalnum (name.bytes[i]) && (guchar)name.bytes[i] < 0x80)
            i++;
    }
    return g_string_free (g_steal_pointer (&out), FALSE);
}

guint
recap_name_distance (const char *a, const char *b, guint limit)
{
    guint row[COMPARED_MAX + 1];
    gsize n_a = MIN (strlen (a), COMPARED_MAX);
    gsize n_b = MIN (strlen (b), COMPARED_MAX);

    if ((n_a > n_b ? n_a - n_b : n_b - n_a) > limit)
        return limit + 1;
    for (guint j = 0; j <= n_b; j++)
        row[j] = j;
    for (gsize i = 1; i <= n_a; i++) {
        guint corner = row[0];
        row[0] = (guint)i;
        for (gsize j = 1; j <= n_b; j++) {
            guint replaced = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = MIN (replaced, MIN (row[j], row[j - 1]) + 1);
        }
    }
    return MIN (row[n_b], limit + 1);
}

/* --- the index --- */

static void
village_free (gpointer data)
{
    Village *self = data;
    for (Level level = 0; level < N_NAMES; level++)
        g_free (self->keys[level]);
    g_free (self);
}

static Village *
add_village (RecapNames *self, const RecapStation *station, guint index)
{
    Village *village = g_new0 (Village, 1);
    const char *const names[N_NAMES] = { station->provinsi, station->kabko, station->kecamatan,
                                         station->desa };

    for (Level level = 0; level < N_NAMES; level++) {
        village->names[level] = names[level];
        village->keys[level] = recap_name_normalize (recap_text (names[level]));
    }
    village->first = index;
    g_ptr_array_add (self->villages, village);
    GPtrArray *same = g_hash_table_lookup (self->by_desa, village->keys[DESA]);
    if (same == NULL) {
        same = g_ptr_array_new ();
        g_hash_table_insert (self->by_desa, village->keys[DESA], same);
    }
    g_ptr_array_add (same, village);
    return village;
}

/* The register is sorted by code: the stations of a desa follow each other. */
static gboolean
is_of (const RecapStation *a, const RecapStation *b)
{
    enum { DESA_SIZE = 10 };
    return strncmp (a->kode, b->kode, DESA_SIZE) == 0;
}

RecapNames *
recap_names_new (const RecapRegister *stations)
{
    g_return_val_if_fail (stations != NULL, NULL);

    RecapNames *self = g_new0 (RecapNames, 1);
    Village *village = NULL;
    self->stations = stations;
    self->villages = g_ptr_array_new_with_free_func (village_free);
    self->by_desa =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < recap_register_get_n (stations); i++) {
        const RecapStation *station = recap_register_get (stations, i);
        if (i == 0 || !is_of (station, recap_register_get (stations, i - 1)))
            village = add_village (self, station, i);
        village->n++;
    }
    return self;
}

void
recap_names_free (RecapNames *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->by_desa);
    g_ptr_array_unref (self->villages);
    g_free (self);
}

/* --- finding --- */

/* The place that is looked for, normalised; NULL where it says nothing. */
typedef struct {
    RecapText names[N_NAMES];
    char *keys[N_NAMES];
} Wanted;

static void
wanted_init (Wanted *self, const RecapPlace *place)
{
    const RecapText names[N_NAMES] = { place->provinsi, place->kabko, place->kecamatan,
                                       place->desa };
    for (Level level = 0; level < N_NAMES; level++) {
        self->names[level] = names[level];
        self->keys[level] = names[level].size > 0 ? recap_name_normalize (names[level]) : NULL;
    }
}

static void
wanted_clear (Wanted *self)
{
    for (Level level = 0; level < N_NAMES; level++)
        g_free (self->keys[level]);
}

/* Whether @village is in the regions that are named, down to the level before @end. */
static gboolean
is_in (const Village *village, const Wanted *wanted, Level end)
{
    for (Level level = 0; level < end; level++)
        if (wanted->keys[level] != NULL && strcmp (village->keys[level], wanted->keys[level]) != 0)
            return FALSE;
    return TRUE;
}

typedef struct {
    const char *name;
    guint distance;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
    const Near *x = a;
    const Near *y = b;
    return x->distance != y->distance ? (x->distance > y->distance) - (x->distance < y->distance)
                                      : strcmp (x->name, y->name);
}

static gboolean
has_name (const GArray *nearest, const char *name)
{
    for (guint i = 0; i < nearest->len; i++)
        if (strcmp (g_array_index (nearest, Near, i).name, name) == 0)
            return TRUE;
    return FALSE;
}

/* The names of @level that are written nearly like the one that is wanted, within the regions
 * above. */
static char *
list_nearest (const RecapNames *self, const Wanted *wanted, Level level)
{
    g_autoptr (GArray) nearest = g_array_new (FALSE, FALSE, sizeof (Near));
    g_autoptr (GString) out = g_string_new (NULL);

    for (guint i = 0; i < self->villages->len; i++) {
        const Village *village = self->villages->pdata[i];
        guint distance =
            recap_name_distance (village->keys[level], wanted->keys[level], DISTANCE_MAX);
        if (distance > DISTANCE_MAX || !is_in (village, wanted, level) ||
            has_name (nearest, village->names[level]))
            continue;
        Near near = { village->names[level], distance };
        g_array_append_val (nearest, near);
        g_array_sort (nearest, compare_near);
        if (nearest->len > NEAREST_SHOWN)
            g_array_set_size (nearest, NEAREST_SHOWN);
    }
    for (guint i = 0; i < nearest->len; i++) {
        const char *name = g_array_index (nearest, Near, i).name;
        g_autofree char *shown = recap_text_display (name, strlen (name));
        g_string_append_printf (out, "%s'%s'", i > 0 ? ", " : "", shown);
    }
    return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* The first level, from above, of which there is no region with the wanted name. */
static Level
find_unknown (const RecapNames *self, const Wanted *wanted)
{
    for (Level level = 0; level < DESA; level++) {
        gboolean found = FALSE;
        for (guint i = 0; i < self->villages->len && !found; i++)
            found = is_in (self->villages->pdata[i], wanted, level + 1);
        if (!found)
            return level;
    }
    return DESA;
}

static void
explain_unknown (const RecapNames *self, const Wanted *wanted, char **ret_reason, char **ret_hint)
{
    Level level = find_unknown (self, wanted);
    RecapText name = wanted->names[level];
    g_autofree char *shown = recap_text_display (name.bytes, name.size);
    g_autofree char *nearest = list_nearest (self, wanted, level);

    *ret_reason =
        g_strdup_printf (_ ("the register has no %s '%s' there"), level_names[level], shown);
    *ret_hint = nearest != NULL ? g_strdup_printf (_ ("names like it: %s"), nearest) : NULL;
}

static void
explain_ambiguous (const Village *one, const Village *other, const Wanted *wanted,
                   char **ret_reason, char **ret_hint)
{
    g_autofree char *shown =
        recap_text_display (wanted->names[DESA].bytes, wanted->names[DESA].size);
    *ret_reason = g_strdup_printf (_ ("the register has several desa '%s'"), shown);
    *ret_hint = g_strdup_printf (_ ("name the regions above it: it is in '%s, %s' and in '%s, %s'"),
                                 one->names[KECAMATAN], one->names[KABKO], other->names[KECAMATAN],
                                 other->names[KABKO]);
}

static const RecapStation *
find_station (const RecapNames *self, const Village *village, const char *tps, char **ret_reason,
              char **ret_hint)
{
    for (guint i = village->first; i < village->first + village->n; i++) {
        const RecapStation *station = recap_register_get (self->stations, i);
        gsize size = strlen (station->kode);
        if (size > 3 && strcmp (station->kode + size - 3, tps) == 0)
            return station;
    }
    const RecapStation *last = recap_register_get (self->stations, village->first + village->n - 1);
    *ret_reason =
        g_strdup_printf (_ ("desa '%s' has no TPS %s in the register"), village->names[DESA], tps);
    *ret_hint = g_strdup_printf (_ ("it has %u TPS, the last is '%s'"), village->n, last->kode);
    return NULL;
}

const RecapStation *
recap_names_find (RecapNames *self, const RecapPlace *place, char **ret_reason, char **ret_hint)
{
    const Village *found[2] = { NULL, NULL };
    const RecapStation *station = NULL;
    guint n = 0;
    Wanted wanted;

    g_return_val_if_fail (self != NULL && place->desa.size > 0, NULL);
    wanted_init (&wanted, place);
    const GPtrArray *same = g_hash_table_lookup (self->by_desa, wanted.keys[DESA]);
    for (guint i = 0; same != NULL && i < same->len && n < 2; i++)
        if (is_in (same->pdata[i], &wanted, DESA))
            found[n++] = same->pdata[i];
    if (n == 0)
        explain_unknown (self, &wanted, ret_reason, ret_hint);
    else if (n == 2)
        explain_ambiguous (found[0], found[1], &wanted, ret_reason, ret_hint);
    else
        station = find_station (self, found[0], place->tps, ret_reason, ret_hint);
    wanted_clear (&wanted);
    return station;
}
