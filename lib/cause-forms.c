#include "config.h"

#include "cause-part.h"

enum {
    BOXES_MIN = 3,       /* that must agree for a page to be that of another TPS */
    VALUES_MIN = 3,      /* different numbers among them: zeros and ones agree by chance */
    VALUE_MIN = 10,      /* a single number below this may be a neighbour's by chance */
    BOXES_FULL = 5,      /* more boxes do not make it any surer */
    DISCOUNT = 4,        /* of the weight of a page, for a single number */
    DISCOUNT_SMALL = 20, /* and for one below 100, which neighbours often share */
    WHOLE_MIN = 10,      /* of so many telling boxes one in ten may be wrong besides */
    NOT_FOUND = -1,
};

/* A cell whose likeliest cause weighs less than this is as good as unexplained. */
#define WEIGHT_WEAK 5000

/* A form of the other source that is, by its numbers, that of another TPS. */
typedef struct {
    RecapPair *pair;
    int own;   /* place of its TPS among the neighbours */
    int other; /* place of the TPS whose form it shows */
} Match;

typedef struct {
    RecapCauses *self;
    const RecapTable *neighbours;
    GArray *matches; /* Match, one for each pair */
} Forms;

/* ---- comparing ---- */

static gboolean
is_number_pair (const RecapDifference *difference)
{
    return recap_cell_is_number (difference->a) && recap_cell_is_number (difference->b);
}

static gboolean
is_unexplained (const RecapDifference *difference)
{
    return is_number_pair (difference) && difference->b >= VALUE_MIN &&
           (difference->n_explanations == 0 || difference->explanations[0].weight < WEIGHT_WEAK);
}

gboolean
cause_forms_wants (const RecapPair *pair)
{
    guint n = 0;
    gboolean unexplained = FALSE;

    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        n += is_number_pair (difference);
        unexplained = unexplained || is_unexplained (difference);
    }
    return n >= BOXES_MIN || unexplained;
}

/* How far the form of the other source agrees with that of another TPS. */
typedef struct {
    guint n_boxes;   /* with numbers everywhere */
    guint n_telling; /* in which the two TPS are not the same */
    guint n_wrong;   /* in which the form is not like the other TPS */
    guint n_gained;  /* in which it is, and is not like its own */
    guint n_values;  /* different numbers above zero among those like the other, up to VALUES_MIN */
    RecapCell values[VALUES_MIN];
} Likeness;

static void
note_value (Likeness *likeness, RecapCell value)
{
    if (value <= 0 || likeness->n_values == VALUES_MIN)
        return;
    for (guint i = 0; i < likeness->n_values; i++)
        if (likeness->values[i] == value)
            return;
    likeness->values[likeness->n_values++] = value;
}

/* Compares what @pair shows in @section (-1: everywhere) with @other. */
static Likeness
compare (const Forms *forms, const RecapPair *pair, const RecapForm *other, int section)
{
    Likeness likeness = { 0 };

    for (guint i = 0; i < pair->n_fields; i++) {
        guint index = pair->fields[i];
        RecapCell a = pair->a.cells[index];
        RecapCell b = pair->b.cells[index];
        RecapCell there = other->cells[index];
        if (!recap_cell_is_number (a) || !recap_cell_is_number (b) || !recap_cell_is_number (there))
            continue;
        if (section >= 0 && cause_field (forms->self, index)->section != (guint)section)
            continue;
        likeness.n_boxes++;
        likeness.n_telling += a != there;
        likeness.n_wrong += b != there;
        likeness.n_gained += b == there && a != b;
        if (b == there)
            note_value (&likeness, b);
    }
    return likeness;
}

/* Returns: whether so many of the differing boxes agree with @other that a comparison is worth
 * while; this settles nearly all cases at the first box. */
static gboolean
may_agree (const Forms *forms, const RecapPair *pair, const RecapForm *other, int section)
{
    guint allowed = section < 0 ? pair->n_fields / 10 : 0;

    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        if (!is_number_pair (difference) || difference->b == other->cells[difference->field])
            continue;
        if (section >= 0 && cause_field (forms->self, difference->field)->section != (guint)section)
            continue;
        if (allowed-- == 0)
            return FALSE;
    }
    return TRUE;
}

/* Returns: whether chance cannot make the form agree so with another TPS. */
static gboolean
is_convincing (const Likeness *likeness, gboolean whole)
{
    guint allowed = whole && likeness->n_telling >= WHOLE_MIN ? likeness->n_telling / 10 : 0;
    guint gained = whole ? BOXES_MIN : 2;

    return likeness->n_boxes >= BOXES_MIN && likeness->n_wrong <= allowed &&
           likeness->n_gained >= gained && likeness->n_values == VALUES_MIN;
}

/* Returns: the place of the TPS of @pair among the neighbours, or NOT_FOUND. */
static int
find_own (const Forms *forms, const RecapPair *pair)
{
    for (guint i = 0; i < recap_table_get_n (forms->neighbours); i++)
        if (recap_text_equal (recap_table_get (forms->neighbours, i)->keys[RECAP_KEY_KODE],
                              pair->a.keys[RECAP_KEY_KODE]))
            return (int)i;
    return NOT_FOUND;
}

/* Returns: the TPS that the form agrees with best, of equal ones the nearest; or NOT_FOUND. */
static int
find_other (const Forms *forms, const RecapPair *pair, int own, int section)
{
    int best = NOT_FOUND;
    guint best_n = 0;

    for (int i = 0; i < (int)recap_table_get_n (forms->neighbours); i++) {
        const RecapForm *other = recap_table_get (forms->neighbours, (guint)i);
        if (i == own || !may_agree (forms, pair, other, section))
            continue;
        Likeness likeness = compare (forms, pair, other, section);
        if (!is_convincing (&likeness, section < 0))
            continue;
        gboolean nearer = best == NOT_FOUND || ABS (i - own) < ABS (best - own);
        guint n = likeness.n_boxes - likeness.n_wrong;
        if (n > best_n || (n == best_n && nearer)) {
            best = i;
            best_n = n;
        }
    }
    return best;
}

/* ---- what kind of mistake it is ---- */

static const Match *
match_of (const Forms *forms, const RecapPair *pair, int own)
{
    for (guint i = 0; i < forms->matches->len; i++) {
        const Match *match = &g_array_index (forms->matches, Match, i);
        if (match->own == own && match->pair->side == pair->side &&
            recap_text_equal (match->pair->b.keys[RECAP_KEY_SUMBER],
                              pair->b.keys[RECAP_KEY_SUMBER]))
            return match;
    }
    return NULL;
}

/* Returns: whether the other source shows nothing of its own for the TPS at @place. */
static gboolean
is_missing (const Forms *forms, const RecapPair *pair, int place)
{
    const RecapForm *form = recap_table_get (forms->neighbours, (guint)place);

    for (guint i = 0; i < recap_group_get_n (forms->self->group); i++) {
        const RecapFinding *finding = recap_group_get (forms->self->group, i)->finding;
        if (finding != NULL && recap_text_equal_string (finding->aturan, "D03") &&
            recap_text_equal (finding->kode, form->keys[RECAP_KEY_KODE]) &&
            recap_text_equal (finding->sumber_b, pair->b.keys[RECAP_KEY_SUMBER]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_shifted (const Forms *forms, const Match *match)
{
    int step = match->other - match->own;
    const Match *before = match_of (forms, match->pair, match->own - 1);
    const Match *after = match_of (forms, match->pair, match->own + 1);

    return ABS (step) == 1 && ((before != NULL && before->other - before->own == step) ||
                               (after != NULL && after->other - after->own == step));
}

/* Returns: the word for what happened; static. */
static const char *
classify (const Forms *forms, const Match *match)
{
    const Match *back = match_of (forms, match->pair, match->other);

    if (back != NULL && back->other == match->own)
        return "formulir-tertukar";
    if (is_shifted (forms, match))
        return "formulir-bergeser";
    /* The other TPS shows its own form too, unless it is missing or shows yet another one. */
    if (is_missing (forms, match->pair, match->other) || (back != NULL && back->other != NOT_FOUND))
        return "tps-lain";
    return "formulir-ganda";
}

/* ---- saying so ---- */

static void
append_station (GString *out, const RecapForm *form)
{
    RecapText tps = form->keys[RECAP_KEY_TPS];
    RecapText name = tps.size > 0 ? tps : form->keys[RECAP_KEY_KODE];
    g_string_append_printf (out, "TPS %.*s", (int)name.size, name.bytes);
}

/* Explains the boxes of @pair that show the numbers of @other; @pages has TRUE for the sections
 * that count (NULL: all).
 *
 * Returns: how many there are. */
static guint
explain_boxes (const Forms *forms, RecapPair *pair, const RecapForm *other, const gboolean *pages,
               const char *word)
{
    RecapCauses *self = forms->self;
    guint n = 0;
    g_autoptr (GString) detail = g_string_new ("angka ");

    append_station (detail, other);
    for (guint pass = 0; pass < 2; pass++) /* one cause for many boxes: it counts for each */
        for (guint i = 0; i < pair->n_differences; i++) {
            RecapDifference *difference = &pair->differences[i];
            guint field = difference->field;
            if (!is_number_pair (difference) || difference->b != other->cells[field] ||
                (pages != NULL && !pages[cause_field (self, field)->section]))
                continue;
            if (pass == 0)
                n++;
            else
                recap_group_explain (self->group, difference, word,
                                     cause_weight (self, word) * MIN (n, BOXES_FULL), detail->str);
        }
    return n;
}

/* 'Formulir satu TPS juga tercatat pada TPS lain (plano/sirekap): TPS 004 menunjukkan angka TPS
 * 005, 25 isian.' */
static void
observe (const Forms *forms, RecapPair *pair, const RecapForm *other, const char *word,
         const gboolean *pages, guint n)
{
    const RecapCause *cause = recap_misreads_find_cause (forms->self->misreads, word);
    GString *out = forms->self->text;
    const char *before = " bagian";
    guint n_sections;
    const RecapSection *sections = recap_contest_get_sections (pair->a.contest, &n_sections);

    if (cause == NULL)
        return;
    cause_start_sentence (pair, cause, out);
    append_station (out, &pair->a);
    for (guint i = 0; pages != NULL && i < n_sections; i++)
        if (pages[i]) {
            g_string_append_printf (out, "%s %s", before, sections[i].number);
            before = ",";
        }
    g_string_append (out, " menunjukkan angka ");
    append_station (out, other);
    g_string_append_printf (out, ", %u isian.", n);
    recap_group_observe (forms->self->group, pair, "D10", RECAP_SEVERITY_WARNING, cause->word,
                         out->str);
}

/* ---- pages and single numbers ---- */

/* Returns: whether what differs in @section is like @other, without being enough by itself. */
static gboolean
goes_along (const Forms *forms, const RecapPair *pair, const RecapForm *other, guint section)
{
    if (!may_agree (forms, pair, other, (int)section))
        return FALSE;
    Likeness likeness = compare (forms, pair, other, (int)section);
    return likeness.n_gained > 0 && likeness.n_wrong == 0;
}

/* Pages of the same other TPS are one mistake, and make a page with few boxes plain too. */
static void
explain_pages (const Forms *forms, const Match *match)
{
    RecapPair *pair = match->pair;
    guint n;
    recap_contest_get_sections (pair->a.contest, &n);
    g_autofree int *others = g_new (int, MAX (n, 1));
    g_autofree gboolean *pages = g_new (gboolean, MAX (n, 1));

    for (guint i = 0; i < n; i++)
        others[i] = find_other (forms, pair, match->own, (int)i);
    for (guint i = 0; i < n; i++) {
        int other = others[i];
        if (other == NOT_FOUND)
            continue;
        const RecapForm *form = recap_table_get (forms->neighbours, (guint)other);
        for (guint k = 0; k < n; k++) {
            pages[k] =
                others[k] == other || (others[k] == NOT_FOUND && goes_along (forms, pair, form, k));
            others[k] = pages[k] ? NOT_FOUND : others[k];
        }
        guint n_boxes = explain_boxes (forms, pair, form, pages, "tps-lain");
        observe (forms, pair, form, "tps-lain", pages, n_boxes);
    }
}

/* A number that nothing else explains well may be that of the TPS before or behind. */
static void
explain_numbers (const Forms *forms, const Match *match)
{
    RecapCauses *self = forms->self;

    for (guint i = 0; i < match->pair->n_differences && match->own != NOT_FOUND; i++) {
        RecapDifference *difference = &match->pair->differences[i];
        if (!is_unexplained (difference))
            continue;
        for (int place = match->own - 1; place <= match->own + 1; place += 2) {
            if (place < 0 || place >= (int)recap_table_get_n (forms->neighbours))
                continue;
            const RecapForm *form = recap_table_get (forms->neighbours, (guint)place);
            if (form->cells[difference->field] != difference->b)
                continue;
            g_string_assign (self->text, "angka ");
            append_station (self->text, form);
            recap_group_explain (self->group, difference, "tps-lain",
                                 cause_weight (self, "tps-lain") /
                                     (difference->b >= 100 ? DISCOUNT : DISCOUNT_SMALL),
                                 self->text->str);
        }
    }
}

/* ---- all together ---- */

static void
find_matches (const Forms *forms)
{
    const RecapGroup *group = forms->self->group;

    for (guint i = 0; i < recap_group_get_n (group); i++) {
        Match match = { recap_group_get (group, i)->pair, NOT_FOUND, NOT_FOUND };
        if (match.pair == NULL || match.pair->state != RECAP_PAIR_BOTH)
            continue;
        match.own = find_own (forms, match.pair);
        if (match.own != NOT_FOUND && match.pair->n_differences >= BOXES_MIN)
            match.other = find_other (forms, match.pair, match.own, -1);
        g_array_append_val (forms->matches, match);
    }
}

void
cause_forms_explain (RecapCauses *self, const RecapTable *neighbours)
{
    g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
    Forms forms = { self, neighbours, matches };

    find_matches (&forms);
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index (matches, Match, i);
        if (match->other != NOT_FOUND) {
            const RecapForm *other = recap_table_get (neighbours, (guint)match->other);
            const char *word = classify (&forms, match);
            guint n = explain_boxes (&forms, match->pair, other, NULL, word);
            observe (&forms, match->pair, other, word, NULL, n);
            continue;
        }
        if (match->own != NOT_FOUND && match->pair->n_differences >= 2)
            explain_pages (&forms, match);
        explain_numbers (&forms, match);
    }
}
