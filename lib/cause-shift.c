#include "config.h"

#include <inttypes.h>

#include "cause-part.h"
#include "shift.h"

/* Boxes of one side of a shift that are named. */
enum { BOXES_SHOWN = 8 };

static const char shift_word[] = "suara-bergeser";

/* The differing boxes of one pair, and the totals that may have stayed the same. */
typedef struct {
    RecapCauses *self;
    RecapPair *pair;
    GArray *boxes; /* guint: places among the differences that are not sums of others of them */
    int valid;     /* V.A, the votes of all contestants; -1: not carried */
    int invalid;   /* V.B, what is added to V.A; -1 */
    int all;       /* V.C, V.A and V.B; -1 */
} Shifts;

/* ---- the boxes ---- */

static const RecapDifference *
difference_at (const Shifts *shifts, guint place)
{
    return &shifts->pair->differences[g_array_index (shifts->boxes, guint, place)];
}

static gint64
change_of (const RecapDifference *difference)
{
    return difference->b - difference->a;
}

static gboolean
is_number_pair (const RecapDifference *difference)
{
    return recap_cell_is_number (difference->a) && recap_cell_is_number (difference->b);
}

static RecapRole
role_of (const Shifts *shifts, const RecapDifference *difference)
{
    return cause_field (shifts->self, difference->field)->role;
}

/* Returns: whether @box is the only box of some summand of @formula; the box of the other summand,
 *          if there is just one other, comes in *@ret_other (-1 otherwise). */
static gboolean
has_term (const RecapFormula *formula, guint box, int *ret_other)
{
    guint n;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    gboolean found = FALSE;

    *ret_other = -1;
    for (guint i = 0; i < n; i++)
        if (terms[i].n_boxes == 1 && terms[i].boxes[0] == box)
            found = TRUE;
        else if (n == 2 && terms[i].n_boxes == 1)
            *ret_other = (int)terms[i].boxes[0];
    return found;
}

/* Returns: whether @formula adds up the votes of contestants. */
static gboolean
is_sum_of_votes (const Shifts *shifts, const RecapFormula *formula)
{
    guint n;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);

    return n > 0 && terms[0].n_boxes == 1 &&
           cause_field (shifts->self, terms[0].boxes[0])->role == RECAP_ROLE_VOTES;
}

/* Finds V.A, V.B and V.C by the formulas: nothing here knows their names. */
static void
find_totals (Shifts *shifts)
{
    const GArray *formulas = shifts->self->plan->formulas;

    shifts->valid = shifts->invalid = shifts->all = -1;
    for (guint i = 0; i < formulas->len; i++) {
        const RecapFormula *formula = g_array_index (formulas, CauseFormula, i).formula;
        if (!recap_formula_is_bound (formula) && is_sum_of_votes (shifts, formula))
            shifts->valid = (int)recap_formula_get_stated (formula);
    }
    for (guint i = 0; i < formulas->len && shifts->valid >= 0; i++) {
        const RecapFormula *formula = g_array_index (formulas, CauseFormula, i).formula;
        int other;
        if (recap_formula_is_bound (formula) || !has_term (formula, (guint)shifts->valid, &other) ||
            other < 0)
            continue;
        shifts->invalid = other;
        shifts->all = (int)recap_formula_get_stated (formula);
    }
}

/* ---- what a shift explains ---- */

/* Returns: whether each of the @n differences @members is, more likely, part of something that
 *          happened to whole rows or forms. */
static gboolean
are_of_whole (const RecapPair *pair, const guint *members, guint n)
{
    for (guint i = 0; i < n; i++)
        if (!recap_difference_is_of_whole (&pair->differences[members[i]]))
            return FALSE;
    return TRUE;
}

/* Two rows whose numbers changed places are hardly ever a shift; where one number is as small as
 * that, it can as well be one. */
static gboolean
is_faint_exchange (const RecapPair *pair, const guint *members, guint n)
{
    enum { SMALL = 5 };
    return n == 2 && MIN (pair->differences[members[0]].a, pair->differences[members[1]].a) < SMALL;
}

/* One cause for several boxes counts for each of them, but the more there are the less it says.
 * Misreadings can cancel by chance, too, but not as easily as one alone happens. */
static guint64
weigh (const Shifts *shifts, const guint *members, guint n, gboolean of_whole)
{
    const RecapDifference *first = &shifts->pair->differences[members[0]];
    guint64 weight = cause_weight (shifts->self, shift_word) * 4 / n;

    if (of_whole)
        weight = MIN (weight, first->explanations[0].weight / 2);
    return MAX (weight, 1);
}

/* Returns: the total that stayed the same: that of the contestant to which all members belong, or
 * V.A, or V.C when V.B is among them; -1 when it is not known. */
static int
find_total (const Shifts *shifts, const guint *members, guint n)
{
    const RecapPair *pair = shifts->pair;
    const RecapField *first = cause_field (shifts->self, pair->differences[members[0]].field);
    gboolean is_one_party = TRUE;
    int total = shifts->valid;

    for (guint i = 0; i < n; i++) {
        guint box = pair->differences[members[i]].field;
        const RecapField *field = cause_field (shifts->self, box);
        is_one_party = is_one_party && field->contestant == first->contestant &&
                       (field->role == RECAP_ROLE_PARTY || field->role == RECAP_ROLE_CANDIDATE);
        if ((int)box == shifts->invalid)
            total = shifts->all;
    }
    for (guint i = 0; i < pair->n_fields && is_one_party; i++) {
        const RecapField *field = cause_field (shifts->self, pair->fields[i]);
        if (field != NULL && field->role == RECAP_ROLE_VOTES &&
            field->contestant == first->contestant)
            total = (int)pair->fields[i];
    }
    return total >= 0 && recap_cell_is_number (pair->a.cells[total]) &&
                   pair->a.cells[total] == pair->b.cells[total]
               ? total
               : -1;
}

/* 'ke IV.2', 'dari IV.1, IV.3': the other side of the shift, for a box that gave or took. */
static void
write_other_side (const Shifts *shifts, const guint *members, guint n, gboolean gave, GString *out)
{
    guint seen = 0;

    g_string_assign (out, gave ? "berpindah ke " : "berpindah dari ");
    for (guint i = 0; i < n; i++) {
        const RecapDifference *difference = &shifts->pair->differences[members[i]];
        if ((change_of (difference) < 0) == gave)
            continue;
        if (seen++ < BOXES_SHOWN)
            g_string_append_printf (out, "%s%s", seen > 1 ? ", " : "",
                                    cause_field (shifts->self, difference->field)->box);
    }
    if (seen > BOXES_SHOWN)
        g_string_append_printf (out, ", dan %u lainnya", seen - BOXES_SHOWN);
}

/* Makes the @n differences @members one shift; not so rows that changed places, of which more is
 * known than that votes moved: there it is at most another explanation. */
static void
add_shift (Shifts *shifts, const guint *members, guint n)
{
    RecapCauses *self = shifts->self;
    RecapShift shift = { 0, find_total (shifts, members, n) };
    gboolean of_whole = are_of_whole (shifts->pair, members, n);
    guint64 weight = weigh (shifts, members, n, of_whole);

    if (of_whole && !is_faint_exchange (shifts->pair, members, n))
        return;
    for (guint i = 0; i < n; i++) {
        RecapDifference *difference = &shifts->pair->differences[members[i]];
        gint64 change = change_of (difference);
        shift.votes += MAX (change, 0);
        write_other_side (shifts, members, n, change < 0, self->text);
        recap_group_explain (self->group, difference, shift_word, weight, self->text->str);
    }
    if (!of_whole)
        recap_group_add_shift (self->group, shifts->pair, &shift, members, n);
}

/* ---- finding them ---- */

/* Takes the boxes, which add up to 0, apart. */
static void
split (Shifts *shifts)
{
    guint n = shifts->boxes->len;
    g_autofree gint64 *changes = g_new (gint64, MAX (n, 1));
    g_autofree guint *sets = g_new (guint, MAX (n, 1));
    g_autofree guint *members = g_new (guint, MAX (n, 1));

    if (n < 2)
        return;
    for (guint i = 0; i < n; i++)
        changes[i] = change_of (difference_at (shifts, i));
    guint n_sets = recap_shift_split (changes, n, sets);
    for (guint set = 0; set < n_sets; set++) {
        guint n_members = 0;
        for (guint i = 0; i < n; i++)
            if (sets[i] == set)
                members[n_members++] = g_array_index (shifts->boxes, guint, i);
        add_shift (shifts, members, n_members);
    }
}

static gint64
sum_of (const Shifts *shifts)
{
    gint64 sum = 0;
    for (guint i = 0; i < shifts->boxes->len; i++)
        sum += change_of (difference_at (shifts, i));
    return sum;
}

/* One box may be wrong for another reason: without it the rest adds up to 0. Takes it out when
 * there is just one such box.
 *
 * Returns: whether there is. */
static gboolean
leave_one_out (Shifts *shifts)
{
    gint64 sum = sum_of (shifts);
    guint found = 0;
    guint n = 0;

    for (guint i = 0; i < shifts->boxes->len; i++)
        if (change_of (difference_at (shifts, i)) == sum) {
            found = i;
            n++;
        }
    if (n != 1 || shifts->boxes->len < 3)
        return FALSE;
    g_array_remove_index (shifts->boxes, found);
    return TRUE;
}

/* Puts the differing boxes of the votes of contestant @contestant in @role among the boxes;
 * RECAP_ROLE_PARTY is for the parts of its votes, party and candidates. */
static void
collect (Shifts *shifts, guint contestant, RecapRole role)
{
    for (guint i = 0; i < shifts->pair->n_differences; i++) {
        const RecapDifference *difference = &shifts->pair->differences[i];
        const RecapField *field = cause_field (shifts->self, difference->field);
        gboolean is_part = field->role == RECAP_ROLE_PARTY || field->role == RECAP_ROLE_CANDIDATE;
        if (is_number_pair (difference) && field->contestant == contestant &&
            (is_part ? RECAP_ROLE_PARTY : field->role) == role)
            g_array_append_val (shifts->boxes, i);
    }
}

/* Returns: whether both sources carry the sum of the votes of @contestant. */
static gboolean
carries_sum (const Shifts *shifts, guint contestant)
{
    const RecapPair *pair = shifts->pair;

    for (guint i = 0; i < pair->n_fields; i++) {
        const RecapField *field = cause_field (shifts->self, pair->fields[i]);
        if (field != NULL && field->role == RECAP_ROLE_VOTES && field->contestant == contestant)
            return pair->a.cells[pair->fields[i]] != RECAP_CELL_NOT_CARRIED &&
                   pair->b.cells[pair->fields[i]] != RECAP_CELL_NOT_CARRIED;
    }
    return FALSE;
}

/* Puts the votes of one contestant among the @upper boxes: its parts when they make the change of
 * their sum or this is not carried, the sum otherwise. Parts that add up to 0 are a shift within
 * the party. */
static void
add_contestant (Shifts *shifts, guint contestant, GArray *upper)
{
    g_array_set_size (shifts->boxes, 0);
    collect (shifts, contestant, RECAP_ROLE_VOTES);
    gint64 change = sum_of (shifts);
    gboolean carried = carries_sum (shifts, contestant);

    g_array_set_size (shifts->boxes, 0);
    collect (shifts, contestant, RECAP_ROLE_PARTY);
    gint64 parts = sum_of (shifts);
    if (shifts->boxes->len > 0 && parts == 0)
        split (shifts);
    if (carried && (parts != change || parts == 0)) {
        g_array_set_size (shifts->boxes, 0);
        collect (shifts, contestant, RECAP_ROLE_VOTES);
    }
    if (!carried && parts == 0)
        g_array_set_size (shifts->boxes, 0);
    g_array_append_vals (upper, shifts->boxes->data, shifts->boxes->len);
}

/* Returns: the place of V.B among the differences; -1 when it is the same or no number. */
static int
find_invalid (const Shifts *shifts)
{
    for (guint i = 0; i < shifts->pair->n_differences; i++) {
        const RecapDifference *difference = &shifts->pair->differences[i];
        if ((int)difference->field == shifts->invalid && is_number_pair (difference))
            return (int)i;
    }
    return -1;
}

/* Looks for shifts between contestants, and between them and the invalid votes. */
static void
explain_upper (Shifts *shifts)
{
    gint64 sum = sum_of (shifts);
    int invalid = find_invalid (shifts);

    if (shifts->boxes->len == 0)
        return;
    if (sum != 0 && invalid >= 0 && sum + change_of (&shifts->pair->differences[invalid]) == 0) {
        guint place = (guint)invalid;
        g_array_append_val (shifts->boxes, place);
        split (shifts);
    } else if (sum == 0 || leave_one_out (shifts)) {
        split (shifts);
    }
}

void
cause_shift_explain (RecapCauses *self, RecapPair *pair)
{
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint));
    g_autoptr (GArray) upper = g_array_new (FALSE, FALSE, sizeof (guint));
    Shifts shifts = { self, pair, boxes, -1, -1, -1 };
    guint before = 0;

    if (pair->n_differences < 2)
        return;
    find_totals (&shifts);
    for (guint i = 0; i < pair->n_differences; i++) {
        guint contestant = cause_field (self, pair->differences[i].field)->contestant;
        if (role_of (&shifts, &pair->differences[i]) == RECAP_ROLE_ADMIN || contestant == before)
            continue;
        before = contestant; /* the boxes of one stand together on the form */
        add_contestant (&shifts, contestant, upper);
    }
    g_array_set_size (boxes, 0);
    g_array_append_vals (boxes, upper->data, upper->len);
    explain_upper (&shifts);
}

/* ---- saying so ---- */

/* Appends the boxes of shift @number that gave (or took) with their numbers: 'IV.1 Paslon 1 60/51'.
 *
 * Returns: how many there are. */
static guint
append_side (RecapCauses *self, const RecapPair *pair, guint number, gboolean gave, GString *out)
{
    guint seen = 0;

    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        if (difference->shift != number || (change_of (difference) < 0) != gave)
            continue;
        if (seen++ >= BOXES_SHOWN)
            continue;
        const RecapField *field = cause_field (self, difference->field);
        g_string_append_printf (out, "%s%s %s %" PRId64 "/%" PRId64, seen > 1 ? ", " : "",
                                field->box, field->short_label, difference->a, difference->b);
    }
    if (seen > BOXES_SHOWN)
        g_string_append_printf (out, ", dan %u lainnya", seen - BOXES_SHOWN);
    return seen;
}

/* 'Suara berpindah ... (plano/sirekap): 9 suara dari IV.1 Paslon 1 60/51 ke IV.2 Paslon 2 70/79;
 * V.A tetap 170.' */
static void
observe_shift (RecapCauses *self, RecapPair *pair, guint number, gboolean misread)
{
    const RecapShift *shift = &pair->shifts[number - 1];
    const RecapCause *cause = recap_misreads_find_cause (self->misreads, shift_word);
    GString *out = self->text;

    if (cause == NULL)
        return;
    cause_start_sentence (pair, cause, out);
    g_string_append_printf (out, "%" PRId64 " suara dari ", shift->votes);
    guint givers = append_side (self, pair, number, TRUE, out);
    g_string_append (out, " ke ");
    guint takers = append_side (self, pair, number, FALSE, out);
    if (shift->total >= 0)
        g_string_append_printf (out, "; %s tetap %" PRId64,
                                cause_field (self, (guint)shift->total)->box,
                                pair->a.cells[shift->total]);
    else
        g_string_append (out, "; jumlah isian itu tetap");
    if (givers > 1 && takers > 1)
        g_string_append (out, "; siapa memberi kepada siapa tidak dapat dipastikan");
    if (misread)
        g_string_append (out, "; dapat juga beberapa salah baca yang kebetulan saling meniadakan");
    g_string_append_c (out, '.');
    recap_group_observe (self->group, pair, "D08", RECAP_SEVERITY_WARNING, cause->word, out->str);
}

/* Whether @difference can be a misreading of its own, too. */
static gboolean
can_be_misread (const RecapDifference *difference)
{
    for (guint i = 0; i < difference->n_explanations; i++)
        if (strcmp (difference->explanations[i].cause, shift_word) != 0 &&
            difference->explanations[i].weight >= RECAP_MISREAD_SURE / 40)
            return TRUE;
    return FALSE;
}

void
cause_shift_observe (RecapCauses *self, RecapPair *pair)
{
    for (guint number = 1; number <= pair->n_shifts; number++) {
        gboolean misread = TRUE;
        for (guint i = 0; i < pair->n_differences; i++) {
            const RecapDifference *difference = &pair->differences[i];
            if (difference->shift == number)
                misread = misread && can_be_misread (difference);
        }
        observe_shift (self, pair, number, misread);
    }
}
