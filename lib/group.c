#include "config.h"

#include "group.h"

#include "arena.h"
#include "region.h"

/* Bytes of the code of a desa. */
enum { DESA_SIZE = 10 };

/* The keys that name where a form is from, for codes that do not say it. */
static const RecapKey place_keys[] = { RECAP_KEY_PROVINSI, RECAP_KEY_KABKO, RECAP_KEY_KECAMATAN,
                                       RECAP_KEY_DESA };

struct _RecapGroup {
    RecapArena *arena;
    GArray *entries; /* RecapGroupEntry */
    guint n_cells;

    /* The region. */
    const RecapContest *contest; /* NULL: none yet */
    gboolean opaque;             /* it is the names that count */
    gsize kode_size;             /* of all codes that belong to it */
    GString *prefix;             /* of these codes */
    GString *names[G_N_ELEMENTS (place_keys)];
};

RecapGroup *
recap_group_new (guint n_cells)
{
    RecapGroup *self = g_new0 (RecapGroup, 1);
    self->arena = recap_arena_new ();
    self->entries = g_array_new (FALSE, FALSE, sizeof (RecapGroupEntry));
    self->n_cells = n_cells;
    self->prefix = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (place_keys); i++)
        self->names[i] = g_string_new (NULL);
    return self;
}

void
recap_group_free (RecapGroup *self)
{
    if (self == NULL)
        return;
    recap_arena_free (self->arena);
    g_array_unref (self->entries);
    g_string_free (self->prefix, TRUE);
    for (guint i = 0; i < G_N_ELEMENTS (place_keys); i++)
        g_string_free (self->names[i], TRUE);
    g_free (self);
}

/* ---- the region ---- */

static gboolean
has_names (const RecapGroup *self, const RecapForm *form)
{
    for (guint i = 0; i < G_N_ELEMENTS (place_keys); i++) {
        RecapText name = { self->names[i]->str, self->names[i]->len };
        if (!recap_text_equal (form->keys[place_keys[i]], name))
            return FALSE;
    }
    return TRUE;
}

gboolean
recap_group_holds (const RecapGroup *self, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (form->contest != self->contest)
        return FALSE;
    if (G_UNLIKELY (self->opaque))
        return recap_region_level (kode) == RECAP_LEVEL_OPAQUE && has_names (self, form);
    if (kode.size != self->kode_size)
        return FALSE;
    if (G_LIKELY (self->prefix->len == DESA_SIZE)) /* known when this is compiled: no call */
        return memcmp (kode.bytes, self->prefix->str, DESA_SIZE) == 0;
    return memcmp (kode.bytes, self->prefix->str, self->prefix->len) == 0;
}

void
recap_group_enter (RecapGroup *self, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapLevel level = recap_region_level (kode);

    recap_group_clear (self);
    self->contest = form->contest;
    self->opaque = level == RECAP_LEVEL_OPAQUE;
    self->kode_size = kode.size;
    g_string_truncate (self->prefix, 0);
    if (self->opaque) {
        for (guint i = 0; i < G_N_ELEMENTS (place_keys); i++) {
            RecapText name = form->keys[place_keys[i]];
            recap_text_assign (name, self->names[i]);
        }
    } else if (level < RECAP_LEVEL_PROVINSI) { /* above it there are few */
        RecapText above = recap_region_at (kode, level + 1);
        recap_text_append (above, self->prefix);
    }
}

void
recap_group_clear (RecapGroup *self)
{
    if (self->entries->len == 0)
        return;
    g_array_set_size (self->entries, 0);
    recap_arena_clear (self->arena);
}

void
recap_group_leave (RecapGroup *self)
{
    recap_group_clear (self);
    self->contest = NULL;
}

/* ---- entries ---- */

static RecapText
copy_text (RecapGroup *self, RecapText text)
{
    return (RecapText){ recap_arena_copy (self->arena, text), text.size };
}

static RecapForm
copy_form (RecapGroup *self, const RecapForm *form)
{
    RecapForm copy = *form;
    gsize size = self->n_cells * sizeof *form->cells;

    for (guint i = 0; i < RECAP_N_KEYS; i++)
        copy.keys[i] = copy_text (self, form->keys[i]);
    copy.cells = recap_arena_take (self->arena, size);
    memcpy (copy.cells, form->cells, size);
    copy.counts = NULL; /* nothing here asks how many TPS a sum has */
    return copy;
}

/* Returns: whether field @index of @pair differs so that it is to be reported. */
static gboolean
differs (const RecapPair *pair, guint index, gboolean ignore_blank)
{
    RecapCell x = pair->a.cells[pair->fields[index]];
    RecapCell y = pair->b.cells[pair->fields[index]];

    if (x == y || x == RECAP_CELL_NOT_CARRIED || y == RECAP_CELL_NOT_CARRIED)
        return FALSE;
    gboolean blank = x == RECAP_CELL_BLANK || y == RECAP_CELL_BLANK;
    gboolean unreadable = x == RECAP_CELL_UNREADABLE || y == RECAP_CELL_UNREADABLE;
    return !(ignore_blank && blank && !unreadable);
}

RecapPair *
recap_group_add (RecapGroup *self, const RecapPair *pair, gboolean ignore_blank)
{
    guint n = 0;

    for (guint i = 0; i < pair->n_fields; i++)
        n += differs (pair, i, ignore_blank);
    if (n == 0)
        return NULL;

    RecapPair *copy = recap_arena_take (self->arena, sizeof *copy);
    *copy = *pair;
    copy->a = copy_form (self, &pair->a);
    copy->b = copy_form (self, &pair->b);
    g_autofree char *asal_a = recap_form_origin (&pair->a);
    g_autofree char *asal_b = recap_form_origin (&pair->b);
    copy->asal_a = recap_group_copy (self, asal_a);
    copy->asal_b = recap_group_copy (self, asal_b);
    copy->observations = NULL;
    copy->shifts = NULL;
    copy->n_shifts = 0;
    copy->differences = recap_arena_take (self->arena, n * sizeof *copy->differences);
    copy->n_differences = 0;
    for (guint i = 0; i < pair->n_fields; i++) {
        guint field = pair->fields[i];
        if (differs (pair, i, ignore_blank))
            copy->differences[copy->n_differences++] = (RecapDifference){
                .field = field, .a = pair->a.cells[field], .b = pair->b.cells[field]
            };
    }
    RecapGroupEntry entry = { copy, NULL };
    g_array_append_val (self->entries, entry);
    return copy;
}

void
recap_group_add_finding (RecapGroup *self, const RecapFinding *finding)
{
    RecapFinding *copy = recap_arena_take (self->arena, sizeof *copy);
    RecapText *texts[] = { &copy->kontes,     &copy->kode,     &copy->provinsi, &copy->kabko,
                           &copy->kecamatan,  &copy->desa,     &copy->tps,      &copy->aturan,
                           &copy->isian,      &copy->sumber_a, &copy->sumber_b, &copy->sebab,
                           &copy->keterangan, &copy->asal_a,   &copy->asal_b };

    *copy = *finding;
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        *texts[i] = copy_text (self, *texts[i]);
    RecapGroupEntry entry = { NULL, copy };
    g_array_append_val (self->entries, entry);
}

guint
recap_group_get_n (const RecapGroup *self)
{
    return self->entries->len;
}

const RecapGroupEntry *
recap_group_get (const RecapGroup *self, guint index)
{
    g_return_val_if_fail (index < self->entries->len, NULL);
    return &g_array_index (self->entries, RecapGroupEntry, index);
}

/* ---- what is found out ---- */

const char *
recap_group_copy (RecapGroup *self, const char *text)
{
    return recap_arena_copy (self->arena, recap_text (text));
}

void
recap_group_explain (RecapGroup *self, RecapDifference *difference, const char *cause,
                     guint64 weight, const char *detail)
{
    RecapExplanation *all = difference->explanations;
    guint place = 0;
    guint end; /* what is behind moves up to here */

    g_return_if_fail (weight > 0);
    while (place < difference->n_explanations && all[place].weight >= weight) {
        if (strcmp (all[place].cause, cause) == 0)
            return;
        place++;
    }
    if (place == RECAP_EXPLANATIONS_MAX)
        return;
    for (end = place; end < difference->n_explanations; end++)
        if (strcmp (all[end].cause, cause) == 0)
            break;
    if (end == difference->n_explanations) {
        end = MIN (end, RECAP_EXPLANATIONS_MAX - 1);
        difference->n_explanations = end + 1;
    }
    memmove (&all[place + 1], &all[place], (end - place) * sizeof *all);
    all[place] = (RecapExplanation){ cause, weight, recap_group_copy (self, detail) };
}

guint
recap_group_add_shift (RecapGroup *self, RecapPair *pair, const RecapShift *shift,
                       const guint *members, guint n)
{
    guint n_shifts = pair->n_shifts;
    RecapShift *shifts = recap_arena_take (self->arena, (n_shifts + 1) * sizeof *shifts);

    for (guint i = 0; i < n_shifts; i++)
        shifts[i] = pair->shifts[i];
    shifts[n_shifts] = *shift;
    pair->shifts = shifts;
    pair->n_shifts = n_shifts + 1;
    for (guint i = 0; i < n; i++)
        pair->differences[members[i]].shift = pair->n_shifts;
    return pair->n_shifts;
}

void
recap_group_observe (RecapGroup *self, RecapPair *pair, const char *code, RecapSeverity severity,
                     const char *cause, const char *text)
{
    RecapObservation **place = &pair->observations;
    RecapObservation *observation = recap_arena_take (self->arena, sizeof *observation);

    while (*place != NULL && strcmp ((*place)->code, code) <= 0)
        place = &(*place)->next;
    *observation = (RecapObservation){
        code, severity, cause, recap_group_copy (self, text), *place,
    };
    *place = observation;
}

gboolean
recap_difference_is_of_whole (const RecapDifference *difference)
{
    static const char *const prefixes[] = { "baris-", "lp-", "formulir-", "tps-", "kontes-" };

    for (guint i = 0; i < G_N_ELEMENTS (prefixes) && difference->n_explanations > 0; i++)
        if (g_str_has_prefix (difference->explanations[0].cause, prefixes[i]))
            return TRUE;
    return FALSE;
}

RecapDifference *
recap_pair_find (const RecapPair *pair, guint field)
{
    guint low = 0;
    guint high = pair->n_differences;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (pair->differences[middle].field < field)
            low = middle + 1;
        else
            high = middle;
    }
    return low < pair->n_differences && pair->differences[low].field == field
               ? &pair->differences[low]
               : NULL;
}
