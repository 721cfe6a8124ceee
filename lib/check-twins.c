#include "config.h"

#include "check-twins.h"

#include <inttypes.h>

#include "region.h"

/* A piece of TwinCheck.texts. */
typedef struct {
    gsize offset;
    gsize size;
} Piece;

/* A form of the desa. Its cells lie in TwinCheck.cells. */
typedef struct {
    guint64 hash; /* of its source and its votes */
    guint index;  /* in the order of codes and sources, from 0 */
    Piece kode, sumber, tps, asal;
    const char *file;
    guint64 line;
} Entry;

struct _TwinCheck {
    FormCheck *forms;
    const RecapSchema *schema;
    guint n_cells;
    RecapFindingFunc finding;
    gpointer data;
    GString *note;

    const RecapContest *contest;
    GArray *votes;   /* guint: the boxes of section IV, in the schema */
    GArray *heads;   /* guint: those of contestants, which are enough for a first look */
    GString *desa;   /* empty: no form was taken */
    GArray *names;   /* Piece: provinsi, kabko, kecamatan, desa */
    GArray *entries; /* Entry */
    GArray *cells;   /* RecapCell, n_cells of each entry */
    GString *texts;
};

/* The names that the forms of a desa share. */
static const RecapKey shared_keys[] = { RECAP_KEY_PROVINSI, RECAP_KEY_KABKO, RECAP_KEY_KECAMATAN,
                                        RECAP_KEY_DESA };

TwinCheck *
twin_check_new (const RecapRules *rules, FormCheck *forms, const RecapSchema *schema,
                RecapFindingFunc finding, gpointer data)
{
    gboolean wanted = FALSE;
    for (guint i = 0; i < recap_rules_get_n (rules); i++)
        wanted = wanted || recap_rules_get (rules, i)->twin_votes > 0;
    if (!wanted)
        return NULL;

    TwinCheck *self = g_new0 (TwinCheck, 1);
    self->forms = forms;
    self->schema = schema;
    self->n_cells = recap_schema_get_n (schema);
    self->finding = finding;
    self->data = data;
    self->note = g_string_new (NULL);
    self->votes = g_array_new (FALSE, FALSE, sizeof (guint));
    self->heads = g_array_new (FALSE, FALSE, sizeof (guint));
    self->desa = g_string_new (NULL);
    self->names = g_array_new (FALSE, FALSE, sizeof (Piece));
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->cells = g_array_new (FALSE, FALSE, sizeof (RecapCell));
    self->texts = g_string_new (NULL);
    return self;
}

void
twin_check_free (TwinCheck *self)
{
    if (self == NULL)
        return;
    g_string_free (self->note, TRUE);
    g_array_unref (self->votes);
    g_array_unref (self->heads);
    g_string_free (self->desa, TRUE);
    g_array_unref (self->names);
    g_array_unref (self->entries);
    g_array_unref (self->cells);
    g_string_free (self->texts, TRUE);
    g_free (self);
}

/* ---- the forms of one desa ---- */

static Piece
keep (TwinCheck *self, RecapText text)
{
    Piece piece = { self->texts->len, text.size };
    recap_text_append (text, self->texts);
    return piece;
}

static RecapText
get_text (const TwinCheck *self, Piece piece)
{
    return (RecapText){ self->texts->str + piece.offset, piece.size };
}

static const RecapCell *
get_cells (const TwinCheck *self, const Entry *entry)
{
    return &g_array_index (self->cells, RecapCell, (gsize)entry->index * self->n_cells);
}

static void
enter_contest (TwinCheck *self, const RecapContest *contest)
{
    self->contest = contest;
    g_array_set_size (self->votes, 0);
    g_array_set_size (self->heads, 0);
    for (guint i = 0; i < self->n_cells; i++) {
        const RecapField *field = recap_schema_get_field (self->schema, contest, i);
        if (field != NULL && field->role != RECAP_ROLE_ADMIN)
            g_array_append_val (self->votes, i);
        if (field != NULL && field->role == RECAP_ROLE_VOTES)
            g_array_append_val (self->heads, i);
    }
    if (self->heads->len == 0)
        g_array_append_vals (self->heads, self->votes->data, self->votes->len);
}

static void
enter_desa (TwinCheck *self, const RecapForm *form, RecapText desa)
{
    recap_text_append (desa, self->desa);
    for (guint i = 0; i < G_N_ELEMENTS (shared_keys); i++) {
        Piece name = keep (self, form->keys[shared_keys[i]]);
        g_array_append_val (self->names, name);
    }
}

/* Mixes @number into @hash. */
static inline guint64
mix (guint64 hash, guint64 number)
{
    hash = (hash ^ number) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/* Looks at the votes of @form.
 *
 * Returns: whether any is above zero; *@ret_hash is a number that equal ones share. */
static gboolean
look_at_votes (const TwinCheck *self, const RecapForm *form, guint64 *ret_hash)
{
    const guint *heads = (const guint *)(gconstpointer)self->heads->data;
    gboolean any = FALSE;

    *ret_hash = 0;
    for (guint i = 0; i < self->heads->len; i++) {
        RecapCell cell = form->cells[heads[i]];
        any |= cell > 0;
        *ret_hash = mix (*ret_hash, (guint64)cell);
    }
    for (guint i = 0; !any && i < self->votes->len; i++)
        any = form->cells[g_array_index (self->votes, guint, i)] > 0;
    return any;
}

/* Returns: how many votes of @entry are above zero; 0 when one is unreadable: what nobody can read
 *          is like nothing else. */
static guint
count_votes (const TwinCheck *self, const Entry *entry)
{
    const RecapCell *cells = get_cells (self, entry);
    guint n = 0;

    for (guint i = 0; i < self->votes->len; i++) {
        RecapCell cell = cells[g_array_index (self->votes, guint, i)];
        if (cell == RECAP_CELL_UNREADABLE)
            return 0;
        n += cell > 0;
    }
    return n;
}

static guint64
hash_text (guint64 hash, RecapText text)
{
    for (gsize i = 0; i < text.size; i++)
        hash = mix (hash, (guchar)text.bytes[i]);
    return hash;
}

/* Returns: whether @form has the key of the one that was taken last. */
static gboolean
is_repeat (const TwinCheck *self, const RecapForm *form)
{
    if (self->entries->len == 0)
        return FALSE;
    const Entry *last = &g_array_index (self->entries, Entry, self->entries->len - 1);
    return recap_text_equal (get_text (self, last->kode), form->keys[RECAP_KEY_KODE]) &&
           recap_text_equal (get_text (self, last->sumber), form->keys[RECAP_KEY_SUMBER]);
}

void
twin_check_take (TwinCheck *self, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    Entry entry = { .index = self->entries->len };

    if (recap_region_level (kode) != RECAP_LEVEL_TPS)
        return;
    if (self->contest != form->contest)
        enter_contest (self, form->contest);
    if (!look_at_votes (self, form, &entry.hash) || is_repeat (self, form))
        return;
    if (self->desa->len == 0)
        enter_desa (self, form, recap_region_at (kode, RECAP_LEVEL_DESA));
    entry.hash = hash_text (entry.hash, form->keys[RECAP_KEY_SUMBER]);
    entry.kode = keep (self, kode);
    entry.sumber = keep (self, form->keys[RECAP_KEY_SUMBER]);
    entry.tps = keep (self, form->keys[RECAP_KEY_TPS]);
    entry.asal = keep (self, form->keys[RECAP_KEY_ASAL]);
    entry.file = form->file;
    entry.line = form->line;
    g_array_append_val (self->entries, entry);
    g_array_append_vals (self->cells, form->cells, self->n_cells);
}

/* ---- twins ---- */

/* Compares source and votes, the quick way first; *@data is the TwinCheck. */
static int
compare_votes (const Entry *a, const Entry *b, const TwinCheck *self)
{
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    int order = recap_text_compare (get_text (self, a->sumber), get_text (self, b->sumber));
    const RecapCell *x = get_cells (self, a), *y = get_cells (self, b);
    for (guint i = 0; order == 0 && i < self->votes->len; i++) {
        guint box = g_array_index (self->votes, guint, i);
        order = (x[box] > y[box]) - (x[box] < y[box]);
    }
    return order;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
    const Entry *x = a, *y = b;
    int order = compare_votes (x, y, data);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* The number of the TPS; where the table has no name for it, that of its code. */
static RecapText
get_tps (const TwinCheck *self, const Entry *entry)
{
    RecapText kode = get_text (self, entry->kode);
    RecapText tps = get_text (self, entry->tps);
    return tps.size > 0 ? tps : (RecapText){ kode.bytes + kode.size - 3, 3 };
}

static char *
get_origin (const TwinCheck *self, const Entry *entry)
{
    RecapForm form = { .file = entry->file, .line = entry->line };
    form.keys[RECAP_KEY_ASAL] = get_text (self, entry->asal);
    return recap_form_origin (&form);
}

/* Says what else the two have alike: the same photo has everything alike. */
static void
describe_rest (TwinCheck *self, const RecapCell *x, const RecapCell *y)
{
    guint n = 0, n_equal = 0;

    for (guint i = 0; i < self->n_cells; i++) {
        const RecapField *field = recap_schema_get_field (self->schema, self->contest, i);
        if (field == NULL || field->role != RECAP_ROLE_ADMIN || x[i] < 0 || y[i] < 0)
            continue;
        n++;
        n_equal += x[i] == y[i];
    }
    if (n > 0 && n_equal == n)
        g_string_append_printf (self->note, "; seluruh %u isian lain juga sama", n);
    else if (n > 0)
        g_string_append_printf (self->note, "; %u dari %u isian lain sama", n_equal, n);
    g_string_append_c (self->note, '.');
}

static void
describe (TwinCheck *self, const Entry *entry, const Entry *first, guint n_votes)
{
    enum { N_SHOWN = 5 };
    const RecapCell *cells = get_cells (self, entry);
    RecapText tps = get_tps (self, first);
    guint n_shown = 0;

    g_string_assign (self->note, "Perolehan suara sama dengan TPS ");
    recap_text_append (tps, self->note);
    g_string_append (self->note, " desa ini: ");
    for (guint i = 0; i < self->votes->len && n_shown < N_SHOWN; i++) {
        guint box = g_array_index (self->votes, guint, i);
        if (cells[box] <= 0)
            continue;
        g_string_append_printf (self->note, "%s%s %" PRId64, n_shown > 0 ? ", " : "",
                                recap_schema_get_field (self->schema, self->contest, box)->box,
                                cells[box]);
        n_shown++;
    }
    if (n_shown < n_votes)
        g_string_append_printf (self->note, ", dan %u lagi bukan nol", n_votes - n_shown);
    describe_rest (self, cells, get_cells (self, first));
}

/* Gives @entry, which has the votes of @first, when that is enough for a rule. */
static gboolean
report (TwinCheck *self, const Entry *entry, const Entry *first, GError **error)
{
    RecapForm form = { .contest = self->contest };
    form.keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    form.keys[RECAP_KEY_KODE] = get_text (self, entry->kode);
    form.keys[RECAP_KEY_SUMBER] = get_text (self, entry->sumber);
    form.keys[RECAP_KEY_TPS] = get_text (self, entry->tps);
    for (guint i = 0; i < G_N_ELEMENTS (shared_keys); i++)
        form.keys[shared_keys[i]] = get_text (self, g_array_index (self->names, Piece, i));

    const GPtrArray *rules =
        form_check_get_rules (self->forms, self->contest, form.keys[RECAP_KEY_KODE], error);
    gboolean ok = rules != NULL;
    guint n_votes = count_votes (self, entry);
    g_autofree char *asal = get_origin (self, entry);
    g_autofree char *asal_first = get_origin (self, first);
    for (guint i = 0; ok && i < rules->len; i++) {
        const RecapRule *rule = rules->pdata[i];
        if (rule->twin_votes == 0 || n_votes < rule->twin_votes)
            continue;
        RecapFinding finding = check_start_finding (&form, rule, asal);
        finding.sumber_b = finding.sumber_a;
        finding.asal_b = recap_text (asal_first);
        describe (self, entry, first, n_votes);
        finding.keterangan = (RecapText){ self->note->str, self->note->len };
        ok = self->finding (&finding, self->data, error);
    }
    return ok;
}

static gboolean
find_twins (TwinCheck *self, GError **error)
{
    guint n = self->entries->len;
    const Entry *entries = (const Entry *)(gconstpointer)self->entries->data;
    g_autofree Entry *sorted = g_memdup2 (entries, n * sizeof *entries);
    g_autofree guint *firsts = g_new (guint, n); /* of those with the same votes */
    gboolean ok = TRUE;

    g_qsort_with_data (sorted, (int)n, sizeof *sorted, compare_entries, self);
    for (guint i = 0; i < n; i++)
        firsts[sorted[i].index] = i > 0 && compare_votes (&sorted[i - 1], &sorted[i], self) == 0
                                      ? firsts[sorted[i - 1].index]
                                      : sorted[i].index;
    for (guint i = 0; ok && i < n; i++)
        if (firsts[i] != i)
            ok = report (self, &entries[i], &entries[firsts[i]], error);
    return ok;
}

/* Returns: whether two forms have the same hash, so that a closer look is worth it. */
static gboolean
may_have_twins (const TwinCheck *self)
{
    const Entry *entries = (const Entry *)(gconstpointer)self->entries->data;
    enum { N_FEW = 64 };

    if (self->entries->len > N_FEW)
        return TRUE;
    for (guint i = 1; i < self->entries->len; i++)
        for (guint k = 0; k < i; k++)
            if (entries[i].hash == entries[k].hash)
                return TRUE;
    return FALSE;
}

gboolean
twin_check_leave (TwinCheck *self, const RecapForm *form, GError **error)
{
    if (self->desa->len == 0)
        return TRUE;
    if (form != NULL && form->contest == self->contest &&
        recap_region_has_prefix (form->keys[RECAP_KEY_KODE],
                                 (RecapText){ self->desa->str, self->desa->len }))
        return TRUE;
    if (may_have_twins (self) && !find_twins (self, error))
        return FALSE;
    twin_check_reset (self);
    return TRUE;
}

void
twin_check_reset (TwinCheck *self)
{
    g_string_truncate (self->desa, 0);
    g_string_truncate (self->texts, 0);
    g_array_set_size (self->names, 0);
    g_array_set_size (self->entries, 0);
    g_array_set_size (self->cells, 0);
}
