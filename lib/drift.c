#include "config.h"

#include "drift.h"

#include <inttypes.h>

#include "region.h"
#include "sign-test.h"

enum {
    CELLS_MAX = 12,  /* a form of which more boxes differ has not just a few votes moved */
    TPS_MIN = 5,     /* fewer TPS are no pattern */
    TPS_SHOWN = 100, /* that are named */
    RARE = 100,      /* a pattern is what chance makes once in more than so many regions */
    SHARE_INNER =
        90,       /* of the TPS, in a hundred, that one region must hold to be the place of all */
    N_LEVELS = 5, /* desa, kecamatan, kabko, provinsi, nasional */
    N_NAMES = 4,  /* of regions */
};

/* What happened to two boxes, of which one lost and the other gained; [0]: the first of the form
 * lost, [1]: the reverse. */
typedef struct {
    guint source; /* index into the sources */
    guint low, high;
    guint64 n[2];           /* TPS */
    guint64 equal[2];       /* of these, where both changed by the same number */
    guint64 lost[2];        /* votes */
    guint64 gained[2];      /* votes */
    guint64 most;           /* TPS in the region of the next lower level that has most of them */
    GPtrArray *stations[2]; /* names of TPS, the first of them */
} Tally;

/* A pattern that was found. */
typedef struct {
    guint source;
    guint low, high;
    RecapFinding finding; /* texts belong to the strings */
    GStringChunk *strings;
} Pattern;

/* A region that is being read. */
typedef struct {
    char *name; /* what tells it from others; NULL: none */
    char *kode;
    GHashTable *tallies; /* of Tally, by itself */
    GPtrArray *patterns; /* of Pattern, of the regions below */
} Region;

/* The two sources that are compared. */
typedef struct {
    char *a, *b;
} Sources;

struct _RecapDrift {
    const RecapSchema *schema;
    const RecapContest *contest;
    Region regions[N_LEVELS];
    char *names[N_NAMES];
    GPtrArray *sources;  /* Sources */
    GHashTable *numbers; /* place among them, by both labels */
    GPtrArray *patterns; /* of Pattern, of what is closed */
    GString *text;
};

/* Separates names of regions, and comes before them: codes do not begin so. */
#define OPAQUE_MARK '\n'

static const RecapKey name_keys[N_NAMES] = { RECAP_KEY_DESA, RECAP_KEY_KECAMATAN, RECAP_KEY_KABKO,
                                             RECAP_KEY_PROVINSI };

/* ---- tallies ---- */

static guint
tally_hash (gconstpointer data)
{
    const Tally *tally = data;
    return (tally->source * 31 + tally->low) * 8191 + tally->high;
}

static gboolean
tally_equal (gconstpointer a, gconstpointer b)
{
    const Tally *x = a;
    const Tally *y = b;
    return x->source == y->source && x->low == y->low && x->high == y->high;
}

static void
tally_free (gpointer data)
{
    Tally *tally = data;
    g_ptr_array_unref (tally->stations[0]);
    g_ptr_array_unref (tally->stations[1]);
    g_free (tally);
}

/* By the boxes in form order, then by the sources. */
static gint
tally_compare (gconstpointer a, gconstpointer b)
{
    const Tally *x = *(Tally *const *)a;
    const Tally *y = *(Tally *const *)b;
    const guint keys[][2] = { { x->low, y->low }, { x->high, y->high }, { x->source, y->source } };

    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

/* Returns: the tally of @region for these, made when it is first asked for. */
static Tally *
find_tally (Region *region, guint source, guint low, guint high)
{
    Tally key = { .source = source, .low = low, .high = high };
    Tally *tally = g_hash_table_lookup (region->tallies, &key);

    if (tally == NULL) {
        tally = g_new0 (Tally, 1);
        *tally = key;
        tally->stations[0] = g_ptr_array_new_with_free_func (g_free);
        tally->stations[1] = g_ptr_array_new_with_free_func (g_free);
        g_hash_table_add (region->tallies, tally);
    }
    return tally;
}

/* Returns: the tallies of @region sorted, in an array owned by the caller. */
static GPtrArray *
sort_tallies (const Region *region)
{
    GPtrArray *sorted = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer tally;

    g_hash_table_iter_init (&iter, region->tallies);
    while (g_hash_table_iter_next (&iter, &tally, NULL))
        g_ptr_array_add (sorted, tally);
    g_ptr_array_sort (sorted, tally_compare);
    return sorted;
}

static void
pattern_free (gpointer data)
{
    Pattern *pattern = data;
    if (pattern == NULL) /* it went to the region above */
        return;
    g_string_chunk_free (pattern->strings);
    g_free (pattern);
}

static gboolean
is_of_tally (const Pattern *pattern, const Tally *tally)
{
    return pattern->source == tally->source && pattern->low == tally->low &&
           pattern->high == tally->high;
}

/* ---- making and closing ---- */

static void
sources_free (gpointer data)
{
    Sources *sources = data;
    g_free (sources->a);
    g_free (sources->b);
    g_free (sources);
}

RecapDrift *
recap_drift_new (const RecapSchema *schema)
{
    g_return_val_if_fail (schema != NULL, NULL);

    RecapDrift *self = g_new0 (RecapDrift, 1);
    self->schema = schema;
    self->sources = g_ptr_array_new_with_free_func (sources_free);
    self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->patterns = g_ptr_array_new_with_free_func (pattern_free);
    self->text = g_string_new (NULL);
    for (guint i = 0; i < N_LEVELS; i++) {
        self->regions[i].tallies =
            g_hash_table_new_full (tally_hash, tally_equal, tally_free, NULL);
        self->regions[i].patterns = g_ptr_array_new_with_free_func (pattern_free);
    }
    return self;
}

static void
clear_region (Region *region)
{
    g_hash_table_remove_all (region->tallies);
    g_ptr_array_set_size (region->patterns, 0);
    g_clear_pointer (&region->name, g_free);
    g_clear_pointer (&region->kode, g_free);
}

void
recap_drift_clear (RecapDrift *self)
{
    for (guint i = 0; i < N_LEVELS; i++)
        clear_region (&self->regions[i]);
    for (guint i = 0; i < N_NAMES; i++)
        g_clear_pointer (&self->names[i], g_free);
    g_ptr_array_set_size (self->sources, 0);
    g_hash_table_remove_all (self->numbers);
    g_ptr_array_set_size (self->patterns, 0);
    self->contest = NULL;
}

void
recap_drift_free (RecapDrift *self)
{
    if (self == NULL)
        return;
    recap_drift_clear (self);
    for (guint i = 0; i < N_LEVELS; i++) {
        g_hash_table_unref (self->regions[i].tallies);
        g_ptr_array_unref (self->regions[i].patterns);
    }
    g_ptr_array_unref (self->sources);
    g_hash_table_unref (self->numbers);
    g_ptr_array_unref (self->patterns);
    g_string_free (self->text, TRUE);
    g_free (self);
}

/* ---- a pattern in words ---- */

static const RecapField *
field_of (const RecapDrift *self, guint box)
{
    return recap_schema_get_field (self->schema, self->contest, box);
}

static gboolean
is_part (const RecapDrift *self, guint box)
{
    RecapRole role = field_of (self, box)->role;
    return role == RECAP_ROLE_PARTY || role == RECAP_ROLE_CANDIDATE;
}

static void
append_votes (GString *out, const Tally *tally, guint way)
{
    if (tally->equal[way] == tally->n[way])
        g_string_append_printf (out, "%" PRIu64 " suara, sama banyak pada setiap TPS",
                                tally->lost[way]);
    else
        g_string_append_printf (out,
                                "berkurang %" PRIu64 " suara, bertambah %" PRIu64
                                " suara; sama banyak pada %" PRIu64 " TPS",
                                tally->lost[way], tally->gained[way], tally->equal[way]);
}

/* '1 : 65536 (uji tanda dua arah ...)' */
static void
append_chance (GString *out, guint64 rarity, guint64 n, guint64 k, guint n_tests)
{
    g_string_append_printf (out, " Peluang kebetulan %s1 : %" PRIu64,
                            rarity == RECAP_SIGN_TEST_MAX ? "paling banyak " : "", rarity);
    g_string_append_printf (out,
                            " (uji tanda dua arah, %" PRIu64 " dari %" PRIu64
                            " TPS searah, dikalikan %u pasangan isian yang diuji, dengan anggapan "
                            "TPS saling bebas dan kedua arah sama mungkin).",
                            k, n, n_tests);
}

/* Names of TPS are 'DESA<TAB>001'; within a desa the number is enough. */
static void
append_stations (GString *out, const GPtrArray *stations, guint64 n, gboolean within)
{
    g_string_append (out, " TPS: ");
    for (guint i = 0; i < stations->len; i++) {
        const char *name = stations->pdata[i];
        const char *tab = strchr (name, '\t');
        g_string_append (out, i > 0 ? ", " : "");
        if (tab != NULL && !within)
            g_string_append_printf (out, "%.*s ", (int)(tab - name), name);
        g_string_append (out, tab != NULL ? tab + 1 : name);
    }
    if (n > stations->len)
        g_string_append_printf (out, ", dan %" PRIu64 " TPS lain", n - stations->len);
    g_string_append_c (out, '.');
}

static void
write_note (RecapDrift *self, guint level, const Tally *tally, guint64 rarity, guint n_tests)
{
    const Sources *sources = self->sources->pdata[tally->source];
    guint way = tally->n[0] >= tally->n[1] ? 0 : 1;
    const RecapField *low = field_of (self, tally->low);
    const RecapField *high = field_of (self, tally->high);
    const RecapField *giver = way == 0 ? low : high;
    const RecapField *taker = way == 0 ? high : low;
    GString *out = self->text;

    g_string_printf (out,
                     "Pola pergeseran suara (%s/%s): %s %s berkurang dan %s %s bertambah pada "
                     "%" PRIu64 " TPS (",
                     sources->a, sources->b, giver->box, giver->short_label, taker->box,
                     taker->short_label, tally->n[way]);
    append_votes (out, tally, way);
    g_string_append_printf (out, "), sebaliknya pada %" PRIu64 " TPS.", tally->n[1 - way]);
    append_chance (out, rarity, tally->n[0] + tally->n[1], tally->n[way], n_tests);
    append_stations (out, tally->stations[way], tally->n[way], level == 0);
}

static Pattern *
make_pattern (RecapDrift *self, guint level, const Tally *tally, guint64 rarity, guint n_tests)
{
    Pattern *pattern = g_new0 (Pattern, 1);
    GStringChunk *strings = g_string_chunk_new (1024);
    const Sources *sources = self->sources->pdata[tally->source];
    RecapFinding *finding = &pattern->finding;
    RecapText *names[N_NAMES] = { &finding->desa, &finding->kecamatan, &finding->kabko,
                                  &finding->provinsi };

    write_note (self, level, tally, rarity, n_tests);
    pattern->source = tally->source;
    pattern->low = tally->low;
    pattern->high = tally->high;
    pattern->strings = strings;
    finding->kontes = recap_text (recap_contest_get_code (self->contest));
    finding->kode = recap_text (g_string_chunk_insert (strings, self->regions[level].kode));
    for (guint i = level; i < N_NAMES; i++)
        *names[i] = recap_text (g_string_chunk_insert (strings, self->names[i]));
    finding->aturan = recap_text ("D09");
    finding->severity = RECAP_SEVERITY_WARNING;
    finding->sumber_a = recap_text (g_string_chunk_insert (strings, sources->a));
    finding->sumber_b = recap_text (g_string_chunk_insert (strings, sources->b));
    finding->nilai_a = finding->nilai_b = RECAP_CELL_NOT_CARRIED;
    finding->sebab = recap_text ("suara-bergeser");
    finding->keterangan =
        recap_text (g_string_chunk_insert_len (strings, self->text->str, (gssize)self->text->len));
    return pattern;
}

/* ---- closing a region ---- */

/* Two boxes of two contestants: all their votes, or (one of them at least) parts of them. */
static gboolean
is_whole (const RecapDrift *self, guint low, guint high)
{
    return !is_part (self, low) && !is_part (self, high);
}

/* Returns: whether @pattern and the boxes @low and @high are of the same two contestants, one as
 *          wholes and one by their parts, so that they say the same, one more exactly. */
static gboolean
says_the_same (const RecapDrift *self, const Pattern *pattern, guint source, guint low, guint high)
{
    return pattern->source == source &&
           is_whole (self, pattern->low, pattern->high) != is_whole (self, low, high) &&
           field_of (self, pattern->low)->contestant == field_of (self, low)->contestant &&
           field_of (self, pattern->high)->contestant == field_of (self, high)->contestant;
}

/* Returns: the TPS of the tally that belongs to @pattern. */
static guint64
count_of (const Region *region, const Pattern *pattern)
{
    Tally key = { .source = pattern->source, .low = pattern->low, .high = pattern->high };
    const Tally *tally = g_hash_table_lookup (region->tallies, &key);
    return tally != NULL ? tally->n[0] + tally->n[1] : 0;
}

static gboolean
is_here (const Region *region, const Pattern *pattern)
{
    return recap_text_equal_string (pattern->finding.kode, region->kode);
}

/* What two parties exchange is said once: by the boxes when the same two make nearly all of it, by
 * the parties otherwise.
 *
 * Returns: whether @whole, a pattern of parties, is to go; else the patterns of boxes went. */
static gboolean
is_said_by_boxes (const RecapDrift *self, Region *region, const Pattern *whole)
{
    guint64 enough = count_of (region, whole) * SHARE_INNER;
    gboolean said = FALSE;

    for (guint i = 0; i < region->patterns->len; i++) {
        const Pattern *part = region->patterns->pdata[i];
        said = said || (part != whole && is_here (region, part) &&
                        says_the_same (self, part, whole->source, whole->low, whole->high) &&
                        count_of (region, part) * 100 >= enough);
    }
    for (guint i = region->patterns->len; i > 0 && !said; i--) {
        const Pattern *part = region->patterns->pdata[i - 1];
        if (part != whole && is_here (region, part) &&
            says_the_same (self, part, whole->source, whole->low, whole->high))
            g_ptr_array_remove_index (region->patterns, i - 1);
    }
    return said;
}

/* Only patterns of this very region are compared. */
static void
drop_repetitions (const RecapDrift *self, Region *region)
{
    g_autoptr (GPtrArray) wholes = g_ptr_array_new ();

    for (guint i = 0; i < region->patterns->len; i++) {
        Pattern *pattern = region->patterns->pdata[i];
        if (is_here (region, pattern) && is_whole (self, pattern->low, pattern->high))
            g_ptr_array_add (wholes, pattern);
    }
    for (guint i = 0; i < wholes->len; i++)
        if (is_said_by_boxes (self, region, wholes->pdata[i]))
            g_ptr_array_remove (region->patterns, wholes->pdata[i]);
}

/* Returns: whether a region below has the pattern of @tally, or one that says the same. */
static gboolean
is_below (const RecapDrift *self, const Region *region, const Tally *tally)
{
    for (guint i = 0; i < region->patterns->len; i++) {
        const Pattern *pattern = region->patterns->pdata[i];
        if (is_of_tally (pattern, tally) ||
            says_the_same (self, pattern, tally->source, tally->low, tally->high))
            return TRUE;
    }
    return FALSE;
}

static void
remove_below (Region *region, const Tally *tally)
{
    for (guint i = region->patterns->len; i > 0; i--)
        if (is_of_tally (region->patterns->pdata[i - 1], tally))
            g_ptr_array_remove_index (region->patterns, i - 1);
}

/* A pattern stays with the region below that holds nearly all of it; spread over several it belongs
 * to this one. */
static void
test_tally (RecapDrift *self, guint level, const Tally *tally, guint n_tests)
{
    Region *region = &self->regions[level];
    guint64 n = tally->n[0] + tally->n[1];

    if (n < TPS_MIN || n > RECAP_SIGN_TEST_TRIALS_MAX ||
        (tally->most * 100 >= n * SHARE_INNER && is_below (self, region, tally)))
        return;
    guint64 rarity = recap_sign_test (n, MAX (tally->n[0], tally->n[1]), n_tests);
    if (rarity < RARE)
        return;
    remove_below (region, tally);
    g_ptr_array_add (region->patterns, make_pattern (self, level, tally, rarity, n_tests));
}

/* Adds what a region has to the one above it. */
static void
merge_tally (Region *above, Tally *tally)
{
    Tally *sum = find_tally (above, tally->source, tally->low, tally->high);

    sum->most = MAX (sum->most, tally->n[0] + tally->n[1]);
    for (guint way = 0; way < 2; way++) {
        GPtrArray *from = tally->stations[way];
        sum->n[way] += tally->n[way];
        sum->equal[way] += tally->equal[way];
        sum->lost[way] += tally->lost[way];
        sum->gained[way] += tally->gained[way];
        for (guint i = 0; i < from->len && sum->stations[way]->len < TPS_SHOWN; i++)
            g_ptr_array_add (sum->stations[way], g_steal_pointer (&from->pdata[i]));
    }
}

static void
close_region (RecapDrift *self, guint level)
{
    Region *region = &self->regions[level];
    g_autoptr (GPtrArray) sorted = sort_tallies (region);
    GPtrArray *above = level + 1 < N_LEVELS ? self->regions[level + 1].patterns : self->patterns;
    guint n_tests = 0;

    for (guint i = 0; i < sorted->len; i++) {
        const Tally *tally = sorted->pdata[i];
        n_tests += tally->n[0] + tally->n[1] >= TPS_MIN;
    }
    for (guint i = 0; i < sorted->len; i++)
        test_tally (self, level, sorted->pdata[i], n_tests);
    drop_repetitions (self, region);
    for (guint i = 0; i < region->patterns->len; i++)
        g_ptr_array_add (above, g_steal_pointer (&region->patterns->pdata[i]));
    for (guint i = 0; level + 1 < N_LEVELS && i < sorted->len; i++)
        merge_tally (&self->regions[level + 1], sorted->pdata[i]);
    clear_region (region);
}

/* ---- entering a region ---- */

/* Returns: what tells the region of @form of the level @index from others, owned by the caller.
 *          Codes without a hierarchy have only the names of regions. */
static char *
name_of (const RecapForm *form, guint index)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    GString *name;

    if (recap_region_level (kode) != RECAP_LEVEL_OPAQUE) {
        RecapText region = recap_region_at (kode, RECAP_LEVEL_DESA + index);
        return g_strndup (region.bytes, region.size);
    }
    name = g_string_new (NULL);
    g_string_append_c (name, OPAQUE_MARK);
    for (guint i = index; i < N_NAMES; i++) {
        RecapText part = form->keys[name_keys[i]];
        recap_text_append (part, name);
        g_string_append_c (name, OPAQUE_MARK);
    }
    return g_string_free (name, FALSE);
}

/* Shortens *@kode, that of the region so far, to what @other begins with too: what codes without a
 * hierarchy have in common. */
static void
shorten (char *kode, RecapText other)
{
    gsize i = 0;
    while (kode[i] != '\0' && i < other.size && kode[i] == other.bytes[i])
        i++;
    while (i > 0 && !g_ascii_isalnum (kode[i - 1]))
        i--;
    kode[i] = '\0';
}

static void
close_all (RecapDrift *self)
{
    for (guint i = 0; i < N_LEVELS; i++)
        if (self->regions[i].name != NULL)
            close_region (self, i);
}

static void
open_region (RecapDrift *self, guint index, const RecapForm *form)
{
    Region *region = &self->regions[index];
    RecapText kode = form->keys[RECAP_KEY_KODE];

    region->name = name_of (form, index);
    if (index == N_LEVELS - 1)
        region->kode = g_strdup ("0");
    else if (region->name[0] == OPAQUE_MARK)
        region->kode = g_strndup (kode.bytes, kode.size);
    else
        region->kode = g_strdup (region->name);
    if (index == N_LEVELS - 1)
        return;
    RecapText name = form->keys[name_keys[index]];
    g_free (self->names[index]);
    self->names[index] = g_strndup (name.bytes, name.size);
}

/* Closes the regions that @form is not of, from the smallest, and opens its own. */
static void
enter (RecapDrift *self, const RecapForm *form)
{
    guint n_closed = 0;

    for (guint i = 0; i < N_LEVELS; i++) {
        g_autofree char *name = name_of (form, i);
        if (g_strcmp0 (name, self->regions[i].name) != 0)
            n_closed = i + 1;
    }
    for (guint i = 0; i < n_closed; i++) {
        if (self->regions[i].name != NULL)
            close_region (self, i);
        open_region (self, i, form);
    }
    for (guint i = n_closed; i + 1 < N_LEVELS; i++)
        if (self->regions[i].name[0] == OPAQUE_MARK)
            shorten (self->regions[i].kode, form->keys[RECAP_KEY_KODE]);
}

/* ---- one pair of forms ---- */

/* Returns: the number of the two sources of @pair. */
static guint
find_source (RecapDrift *self, const RecapPair *pair)
{
    RecapText a = pair->a.keys[RECAP_KEY_SUMBER];
    RecapText b = pair->b.keys[RECAP_KEY_SUMBER];
    gpointer number;

    recap_text_assign (a, self->text);
    g_string_append_c (self->text, '\n');
    recap_text_append (b, self->text);
    if (g_hash_table_lookup_extended (self->numbers, self->text->str, NULL, &number))
        return GPOINTER_TO_UINT (number);
    Sources *sources = g_new (Sources, 1);
    sources->a = g_strndup (a.bytes, a.size);
    sources->b = g_strndup (b.bytes, b.size);
    g_ptr_array_add (self->sources, sources);
    g_hash_table_insert (self->numbers, g_strdup (self->text->str),
                         GUINT_TO_POINTER (self->sources->len - 1));
    return self->sources->len - 1;
}

/* Two boxes of one TPS, of which one lost and the other gained. */
typedef struct {
    guint giver, taker;
    guint64 lost, gained;
} Move;

static char *
station_name (const RecapForm *form)
{
    RecapText desa = form->keys[RECAP_KEY_DESA];
    RecapText tps = form->keys[RECAP_KEY_TPS];
    RecapText kode = form->keys[RECAP_KEY_KODE];
    g_autofree char *place = NULL;
    g_autofree char *number = NULL;

    if (tps.size == 0)
        return recap_text_escape (kode.bytes, kode.size);
    place = recap_text_escape (desa.size > 0 ? desa.bytes : kode.bytes,
                               desa.size > 0 ? desa.size : kode.size);
    number = recap_text_escape (tps.bytes, tps.size);
    return g_strdup_printf ("%s\t%s", place, number);
}

static void
add_move (RecapDrift *self, guint source, const RecapPair *pair, const Move *move)
{
    guint way = move->giver < move->taker ? 0 : 1;
    Tally *tally = find_tally (self->regions, source, MIN (move->giver, move->taker),
                               MAX (move->giver, move->taker));

    tally->n[way]++;
    tally->equal[way] += move->lost == move->gained;
    tally->lost[way] += move->lost;
    tally->gained[way] += move->gained;
    if (tally->stations[way]->len < TPS_SHOWN)
        g_ptr_array_add (tally->stations[way], station_name (&pair->a));
}

/* Returns: the box with all votes of the contestant of @box, when that is a part of them; -1 for
 * others, or when the schema does not have it. */
static int
find_whole (const RecapDrift *self, const RecapPair *pair, guint box)
{
    guint contestant = field_of (self, box)->contestant;

    for (guint i = 0; i < pair->n_fields && is_part (self, box); i++) {
        const RecapField *field = field_of (self, pair->fields[i]);
        if (field != NULL && field->role == RECAP_ROLE_VOTES && field->contestant == contestant)
            return (int)pair->fields[i];
    }
    return -1;
}

/* Returns: whether votes can have gone from one of the two boxes to the other: both are of one
 *          shift, or of none and neither is the sum of the other. */
static gboolean
is_exchange (const RecapDrift *self, const RecapDifference *x, const RecapDifference *y)
{
    const RecapField *a = field_of (self, x->field);
    const RecapField *b = field_of (self, y->field);

    if (x->shift != y->shift)
        return FALSE;
    return a->contestant != b->contestant || a->contestant == 0 ||
           (is_part (self, x->field) && is_part (self, y->field));
}

/* Returns: whether box @box of a contestant is the sum of parts of which some differ. */
static gboolean
has_parts (const RecapDrift *self, const RecapPair *pair, guint box)
{
    guint contestant = field_of (self, box)->contestant;

    for (guint i = 0; i < pair->n_differences && !is_part (self, box); i++) {
        guint other = pair->differences[i].field;
        if (is_part (self, other) && field_of (self, other)->contestant == contestant)
            return TRUE;
    }
    return FALSE;
}

/* Returns: whether the whole that explains @difference may be no more than two numbers: two rows
 * that changed places, or numbers that another TPS has too. */
static gboolean
may_be_votes (const RecapDifference *difference)
{
    const char *cause = difference->explanations[0].cause;
    return g_str_equal (cause, "baris-tertukar") || g_str_equal (cause, "tps-lain");
}

/* The boxes of @pair whose votes may have moved: those of contestants, not sums of others of them,
 * and what is part of a shift. Where numbers are small nothing tells votes that moved from rows
 * that changed places; only many TPS can. */
static guint
collect_cells (const RecapDrift *self, const RecapPair *pair, const RecapDifference **cells)
{
    guint n = 0;

    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        const RecapField *field = field_of (self, difference->field);
        if (!recap_cell_is_number (difference->a) || !recap_cell_is_number (difference->b) ||
            (field->role == RECAP_ROLE_ADMIN && difference->shift == 0) ||
            (recap_difference_is_of_whole (difference) && !may_be_votes (difference)) ||
            (difference->shift == 0 && has_parts (self, pair, difference->field)))
            continue;
        if (n == CELLS_MAX)
            return 0;
        cells[n++] = difference;
    }
    return n;
}

/* The parties behind the boxes of @move: what they exchange is counted too, once for each TPS. */
static void
add_whole (RecapDrift *self, guint source, const RecapPair *pair, const Move *move, GArray *done)
{
    int giver = find_whole (self, pair, move->giver);
    int taker = find_whole (self, pair, move->taker);
    Move whole = { giver >= 0 ? (guint)giver : move->giver, taker >= 0 ? (guint)taker : move->taker,
                   move->lost, move->gained };

    if ((giver < 0 && taker < 0) || whole.giver == whole.taker)
        return;
    for (guint i = 0; i < done->len; i++) {
        Move *other = &g_array_index (done, Move, i);
        if (other->giver == whole.giver && other->taker == whole.taker)
            return;
    }
    const RecapDifference *from = recap_pair_find (pair, whole.giver);
    const RecapDifference *to = recap_pair_find (pair, whole.taker);
    if (from == NULL || to == NULL || from->b >= from->a || to->b <= to->a)
        return; /* the parties as wholes did not exchange anything */
    whole.lost = (guint64)(from->a - from->b);
    whole.gained = (guint64)(to->b - to->a);
    g_array_append_val (done, whole);
    add_move (self, source, pair, &whole);
}

static void
add_pair (RecapDrift *self, const RecapPair *pair)
{
    const RecapDifference *cells[CELLS_MAX];
    g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (Move));
    gboolean entered = FALSE;
    guint source = 0;

    if (self->contest != pair->a.contest)
        close_all (self);
    self->contest = pair->a.contest;
    guint n = collect_cells (self, pair, cells);
    for (guint x = 0; x < n; x++)
        for (guint y = 0; y < n; y++) {
            gint64 lost = cells[x]->a - cells[x]->b;
            gint64 gained = cells[y]->b - cells[y]->a;
            if (lost <= 0 || gained <= 0 || !is_exchange (self, cells[x], cells[y]))
                continue;
            if (!entered) {
                enter (self, &pair->a);
                source = find_source (self, pair);
                entered = TRUE;
            }
            Move move = { cells[x]->field, cells[y]->field, (guint64)lost, (guint64)gained };
            add_move (self, source, pair, &move);
            add_whole (self, source, pair, &move, done);
        }
}

void
recap_drift_add (RecapDrift *self, const RecapGroup *group)
{
    for (guint i = 0; i < recap_group_get_n (group); i++) {
        const RecapPair *pair = recap_group_get (group, i)->pair;
        if (pair != NULL && pair->state == RECAP_PAIR_BOTH && pair->n_differences >= 2 &&
            recap_region_level (pair->a.keys[RECAP_KEY_KODE]) <= RECAP_LEVEL_TPS)
            add_pair (self, pair);
    }
}

/* ---- what was found ---- */

static gint
pattern_compare (gconstpointer a, gconstpointer b)
{
    const Pattern *x = *(Pattern *const *)a;
    const Pattern *y = *(Pattern *const *)b;
    int order = recap_text_compare (x->finding.kontes, y->finding.kontes);

    if (order == 0)
        order = recap_text_compare (x->finding.kode, y->finding.kode);
    if (order == 0)
        order = (x->low > y->low) - (x->low < y->low);
    if (order == 0)
        order = (x->high > y->high) - (x->high < y->high);
    return order != 0 ? order : (x->source > y->source) - (x->source < y->source);
}

gboolean
recap_drift_finish (RecapDrift *self, RecapFindingFunc finding, gpointer data, GError **error)
{
    gboolean ok = TRUE;

    close_all (self);
    g_ptr_array_sort (self->patterns, pattern_compare);
    for (guint i = 0; i < self->patterns->len && ok; i++)
        ok = finding (&((const Pattern *)self->patterns->pdata[i])->finding, data, error);
    recap_drift_clear (self);
    return ok;
}
