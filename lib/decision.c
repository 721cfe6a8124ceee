#include "config.h"

#include "decision.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "error.h"

const char *const recap_decision_grounds[] = {
    "plano", "sirekap", "salinan", "hitung-ulang", "lainnya", NULL,
};

/* The list is put in order when it is first looked at: decisions come one by one. */
struct _RecapDecisions {
    GPtrArray *decisions; /* of RecapDecision in the arena */
    GHashTable *changes;  /* what a decision changes -> the first such one */
    GHashTable *numbers;  /* all its words -> the largest nth, as GUINT_TO_POINTER */
    GHashTable *read;     /* file and words -> how many were read there, likewise */
    gboolean sorted;
    RecapArena *arena;
};

RecapDecisions *
recap_decisions_new (void)
{
    RecapDecisions *self = g_new0 (RecapDecisions, 1);
    self->decisions = g_ptr_array_new ();
    self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->arena = recap_arena_new ();
    return self;
}

void
recap_decisions_free (RecapDecisions *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->decisions);
    g_hash_table_unref (self->changes);
    g_hash_table_unref (self->numbers);
    g_hash_table_unref (self->read);
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

/* What a decision changes or takes note of; with @words everything that it says, but not where. */
static char *
describe (const RecapDecision *decision, gboolean words)
{
    const char *texts[] = { decision->dasar, decision->alasan, decision->waktu, decision->disetujui,
                            decision->kejadian_khusus };
    const char *rule = *decision->isian == '\0' ? recap_text (decision->aturan).bytes : "";
    GString *out = g_string_new (NULL);

    g_string_append_printf (out, "%" PRId64 " %" PRId64 "\x1f%s\x1f%s\x1f%s\x1f%s",
                            decision->semula, decision->menjadi, decision->kontes, decision->kode,
                            decision->isian, rule);
    for (guint i = 0; words && i < G_N_ELEMENTS (texts); i++)
        g_string_append_printf (out, "\x1f%s", texts[i]);
    return g_string_free (out, FALSE);
}

/* Returns: which of those in its file that have its @words @decision is, from 1. In one list that
 * was made of several it stands already. */
static guint
count_in_file (RecapDecisions *self, const RecapDecision *decision, const char *words)
{
    if (decision->nth > 0)
        return decision->nth;
    char *here = g_strconcat (recap_text (decision->file).bytes, "\x1f", words, NULL);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->read, here)) + 1;
    g_hash_table_replace (self->read, here, GUINT_TO_POINTER (n));
    return n;
}

/* Returns: whether the list has @decision, number @nth of its file, already. A sheet that shows
 * what was decided may not have kept every blank. */
static gboolean
is_said (const RecapDecisions *self, const RecapDecision *decision, const char *words, guint nth)
{
    if (nth <= GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, words)))
        return TRUE;
    if (!decision->shown)
        return FALSE;
    g_autofree char *change = describe (decision, FALSE);
    const RecapDecision *before = g_hash_table_lookup (self->changes, change);
    return before != NULL && !recap_text_equal_string (recap_text (decision->file), before->file);
}

void
recap_decisions_add (RecapDecisions *self, const RecapDecision *decision)
{
    g_autofree char *words = describe (decision, TRUE);

    guint nth = count_in_file (self, decision, words);
    if (is_said (self, decision, words, nth))
        return;
    RecapDecision *copy = recap_arena_take (self->arena, sizeof *copy);
    const char **texts[] = { &copy->kontes, &copy->kode,      &copy->isian, &copy->dasar,
                             &copy->alasan, &copy->disetujui, &copy->waktu, &copy->kejadian_khusus,
                             &copy->aturan, &copy->file,      &copy->asal };

    *copy = *decision;
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = recap_arena_intern (self->arena, recap_text (*texts[i]));
    g_ptr_array_add (self->decisions, copy);
    self->sorted = FALSE;
    copy->nth = nth;
    g_hash_table_replace (self->numbers, g_steal_pointer (&words), GUINT_TO_POINTER (nth));
    g_autofree char *change = describe (copy, FALSE);
    if (!g_hash_table_contains (self->changes, change))
        g_hash_table_insert (self->changes, g_steal_pointer (&change), copy);
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
recap_decision_says_same (const RecapDecision *a, const RecapDecision *b)
{
    RecapDecision left = *a;
    RecapDecision right = *b;

    left.aturan = right.aturan = NULL;
    g_autofree char *left_words = describe (&left, TRUE);
    g_autofree char *right_words = describe (&right, TRUE);
    return strcmp (left_words, right_words) == 0;
}

void
recap_decision_set_refused (GError **error, const RecapDecision *decision, const char *why)
{
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *kode = recap_text_display (decision->kode, strlen (decision->kode));
    gboolean whole = *decision->isian == '\0';

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("decision on %s %s%s%s refused: %s"),
                     decision->kontes, kode, whole ? "" : " ", decision->isian, why);
}

void
recap_decisions_require_names (RecapDecisions *self, guint n, RecapDecisions *refused,
                               GPtrArray *refusals)
{
    guint n_kept = 0;

    for (guint i = 0; i < recap_decisions_get_n (self); i++) {
        const RecapDecision *decision = recap_decisions_get (self, i);
        guint n_names = recap_decision_count_names (decision->disetujui);
        if (n_names >= n) {
            self->decisions->pdata[n_kept++] = (gpointer)decision;
            continue;
        }
        if (refused != NULL)
            recap_decisions_add (refused, decision);
        GError *error = NULL;
        g_autofree char *why =
            g_strdup_printf (_ ("%u persons must agree, 'disetujui' names %u"), n, n_names);
        recap_decision_set_refused (&error, decision, why);
        recap_error_set_hint (&error, _ ("write ';' between two names: 'Ketua PPK; Panwaslu'"));
        g_ptr_array_add (refusals, error);
    }
    g_ptr_array_set_size (self->decisions, (int)n_kept);
}

/* Adds @name to the set @names, unless it is none. Whoever writes a name again may write a full
 * stop, a hyphen or an accent otherwise, so only letters and digits count. They are decomposed
 * before their case is folded: bold letters for mathematics have none. */
static void
add_name (GHashTable *names, const char *name, gsize size)
{
    g_autofree char *normal = g_utf8_normalize (name, (gssize)size, G_NORMALIZE_ALL);
    g_autofree char *folded = g_utf8_casefold (normal, -1);
    g_autoptr (GString) out = g_string_new (NULL);
    gboolean is_name = FALSE;

    for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (!g_unichar_isalnum (c))
            continue;
        is_name = is_name || g_unichar_isalpha (c);
        g_string_append_unichar (out, c);
    }
    if (is_name)
        g_hash_table_add (names, g_strdup (out->str));
}

guint
recap_decision_count_names (const char *disetujui)
{
    static const char *const separators[] = { ";", "\n", "\r", "&", " dan " };
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    const char *start = disetujui;
    const char *p = disetujui;

    g_return_val_if_fail (g_utf8_validate (disetujui, -1, NULL), 0);
    while (*p != '\0') {
        gsize skip = 0;
        for (guint i = 0; skip == 0 && i < G_N_ELEMENTS (separators); i++)
            if (g_ascii_strncasecmp (p, separators[i], strlen (separators[i])) == 0)
                skip = strlen (separators[i]);
        if (skip > 0)
            add_name (names, start, (gsize)(p - start));
        p += MAX (skip, 1);
        if (skip > 0)
            start = p;
    }
    add_name (names, start, (gsize)(p - start));
    return g_hash_table_size (names);
}

gboolean
recap_decision_is_ground (RecapText word)
{
    for (guint i = 0; recap_decision_grounds[i] != NULL; i++)
        if (recap_text_equal_string (word, recap_decision_grounds[i]))
            return TRUE;
    return FALSE;
}
