#include "config.h"

#include "repair.h"

#include <string.h>

#include "repair-rank.h"
#include "repair-system.h"

/* Corrections that are tried for the formulas of one group, and how many are found at most. */
enum { TRIED_MAX = 5000, FOUND_MAX = 1000 };

/* Formulas that are broken together and are still looked at one by one. */
enum { SPLIT_MAX = 16 };

G_STATIC_ASSERT ((guint)RECAP_REPAIR_SIZE_MAX <= (guint)RECAP_SYSTEM_MAX);

/* In the place of the number of a group. */
enum { NO_GROUP = G_MAXINT, ALL_GROUPS = G_MAXINT - 1 };

/* A number is counted in thousandths, as the shares in formulas are. */
enum { WHOLE = 1000 };

/* Some boxes, ascending. */
typedef struct {
    guint boxes[RECAP_REPAIR_SIZE_MAX];
    guint n;
} Set;

/* A formula, and what the form that is looked at makes of it. */
typedef struct {
    const RecapFormula *formula;
    guint first, n_boxes; /* the part of @boxes that are its own: all that it names */
    gboolean broken;
    guint group; /* when it is broken */
} Item;

struct _RecapRepairer {
    const RecapMisreads *misreads;
    const RecapSchema *schema;
    Item *items;
    guint n_items;
    GArray *boxes;       /* guint, of the items one after the other */
    guint *firsts;       /* of each box, where its items begin in @uses; one more at the end */
    guint *uses;         /* indices of items */
    GArray *repairs;     /* RecapRepair, of the groups */
    gboolean together;   /* all groups are corrected together ... */
    guint whole;         /* ... by this of the repairs */
    RecapPapers *papers; /* of misreads */

    /* The search of one group. */
    const RecapForm *form;
    guint group;
    GArray *rows;      /* RecapRow, of the set that is tried ... */
    GArray *row_items; /* guint: ... and their items */
    GArray *conflict;  /* guint: boxes of which one more must change */
    GArray *found;     /* Set */
    GHashTable *tried; /* of Set */
    guint *marks;      /* of boxes: @mark when the box was met */
    guint mark;
};

/* ---- formulas and their boxes ---- */

static void
add_box (RecapRepairer *self, Item *item, guint box)
{
    if (self->marks[box] == self->mark)
        return;
    self->marks[box] = self->mark;
    g_array_append_val (self->boxes, box);
    item->n_boxes++;
}

/* Returns: whether @formula is a plain sum or a bound: nothing is rounded, and nothing depends on
 * whether a number is 0. */
static gboolean
is_linear (const RecapFormula *formula)
{
    guint n_terms;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);

    if (recap_formula_get_relation (formula) == RECAP_RELATION_AT_MOST)
        return TRUE;
    for (guint i = 0; i < n_terms; i++)
        if (terms[i].permil != WHOLE)
            return FALSE;
    return recap_formula_get_relation (formula) == RECAP_RELATION_EQUAL;
}

static void
add_item (RecapRepairer *self, const RecapFormula *formula)
{
    Item *item = &self->items[self->n_items++];
    guint n_terms;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);

    *item = (Item){ .formula = formula, .first = self->boxes->len };
    self->mark++;
    add_box (self, item, recap_formula_get_stated (formula));
    for (guint i = 0; i < n_terms; i++)
        for (guint k = 0; k < terms[i].n_boxes; k++)
            add_box (self, item, terms[i].boxes[k]);
}

/* Notes for each box the formulas that name it. */
static void
index_boxes (RecapRepairer *self, guint n_boxes)
{
    const guint *boxes = (const guint *)(gpointer)self->boxes->data;

    self->firsts = g_new0 (guint, n_boxes + 2);
    self->uses = g_new (guint, MAX (self->boxes->len, 1));
    for (guint i = 0; i < self->boxes->len; i++)
        self->firsts[boxes[i] + 2]++;
    for (guint i = 2; i < n_boxes + 2; i++)
        self->firsts[i] += self->firsts[i - 1];
    for (guint i = 0; i < self->n_items; i++)
        for (guint k = 0; k < self->items[i].n_boxes; k++)
            self->uses[self->firsts[boxes[self->items[i].first + k] + 1]++] = i;
}

static guint
hash_set (gconstpointer data)
{
    const Set *set = data;
    guint hash = set->n;
    for (guint i = 0; i < set->n; i++)
        hash = hash * 65599 + set->boxes[i];
    return hash;
}

static gboolean
equal_sets (gconstpointer a, gconstpointer b)
{
    const Set *left = a;
    const Set *right = b;
    return left->n == right->n && memcmp (left->boxes, right->boxes, left->n * sizeof (guint)) == 0;
}

RecapRepairer *
recap_repairer_new (const RecapMisreads *misreads, const RecapSchema *schema,
                    const GPtrArray *strict, const GPtrArray *soft)
{
    guint n_boxes = recap_schema_get_n (schema);
    RecapRepairer *self = g_new0 (RecapRepairer, 1);

    self->misreads = misreads;
    self->schema = schema;
    self->items = g_new (Item, strict->len + 1);
    self->boxes = g_array_new (FALSE, FALSE, sizeof (guint));
    self->marks = g_new0 (guint, MAX (n_boxes, 1));
    for (guint i = 0; i < strict->len; i++)
        if (is_linear (strict->pdata[i]))
            add_item (self, strict->pdata[i]);
    index_boxes (self, n_boxes);
    self->repairs = g_array_new (FALSE, TRUE, sizeof (RecapRepair));
    self->papers = recap_papers_new (misreads, soft, n_boxes);
    self->rows = g_array_new (FALSE, TRUE, sizeof (RecapRow));
    self->row_items = g_array_new (FALSE, FALSE, sizeof (guint));
    self->conflict = g_array_new (FALSE, FALSE, sizeof (guint));
    self->found = g_array_new (FALSE, FALSE, sizeof (Set));
    self->tried = g_hash_table_new_full (hash_set, equal_sets, g_free, NULL);
    return self;
}

void
recap_repairer_free (RecapRepairer *self)
{
    if (self == NULL)
        return;
    g_free (self->items);
    g_array_unref (self->boxes);
    g_free (self->firsts);
    g_free (self->uses);
    g_array_unref (self->repairs);
    recap_papers_free (self->papers);
    g_array_unref (self->rows);
    g_array_unref (self->row_items);
    g_array_unref (self->conflict);
    g_array_unref (self->found);
    g_hash_table_unref (self->tried);
    g_free (self->marks);
    g_free (self);
}

/* ---- sets ---- */

static int
find_in_set (const Set *set, guint box)
{
    for (guint i = 0; i < set->n; i++)
        if (set->boxes[i] == box)
            return (int)i;
    return -1;
}

static Set
extend_set (const Set *set, guint box)
{
    Set larger = { .n = set->n + 1 };
    guint place = 0;
    while (place < set->n && set->boxes[place] < box)
        place++;
    memcpy (larger.boxes, set->boxes, place * sizeof (guint));
    larger.boxes[place] = box;
    memcpy (larger.boxes + place + 1, set->boxes + place, (set->n - place) * sizeof (guint));
    return larger;
}

/* Returns: whether a correction that was found is part of @set. */
static gboolean
contains_found (const RecapRepairer *self, const Set *set)
{
    for (guint i = 0; i < self->found->len; i++) {
        const Set *found = &g_array_index (self->found, Set, i);
        guint n = 0;
        while (n < found->n && find_in_set (set, found->boxes[n]) >= 0)
            n++;
        if (n == found->n)
            return TRUE;
    }
    return FALSE;
}

/* Returns: FALSE when @set was there already. */
static gboolean
note_set (RecapRepairer *self, const Set *set)
{
    return g_hash_table_add (self->tried, g_memdup2 (set, sizeof *set));
}

/* ---- what a set of boxes can do ---- */

static gboolean
is_open (const RecapRepairer *self, const Set *set, guint box)
{
    return recap_cell_is_number (self->form->cells[box]) || find_in_set (set, box) >= 0;
}

/* Adds @factor times @box to @row.
 *
 * Returns: FALSE when the box has no number. */
static gboolean
add_to_row (const RecapRepairer *self, const Set *set, guint box, gint64 factor, RecapRow *row)
{
    int variable = find_in_set (set, box);
    if (variable >= 0)
        row->factors[variable] += factor;
    else if (recap_cell_is_number (self->form->cells[box]))
        row->constant += factor * self->form->cells[box];
    else
        return FALSE;
    return TRUE;
}

/* Returns: whether the box of @term is left out. */
static gboolean
is_off_ballot (const RecapRepairer *self, const Set *set, const RecapTerm *term)
{
    return term->listed && self->form->cells[term->boxes[0]] == RECAP_CELL_OFF_BALLOT &&
           find_in_set (set, term->boxes[0]) < 0;
}

/* Makes of @formula a row whose variables are the boxes of @set: thousandths of what is stated,
 * less those of the others.
 *
 * Returns: FALSE when it cannot be checked even so. */
static gboolean
make_row (const RecapRepairer *self, const Set *set, const RecapFormula *formula, RecapRow *ret_row)
{
    guint n_terms;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);
    RecapRow row = { .bound = recap_formula_is_bound (formula) };

    if (!add_to_row (self, set, recap_formula_get_stated (formula), WHOLE, &row))
        return FALSE;
    for (guint i = 0; i < n_terms; i++) {
        const RecapTerm *term = &terms[i];
        gint64 factor = term->permil;
        guint choice = 0;
        if (is_off_ballot (self, set, term))
            continue;
        while (choice < term->n_boxes && !is_open (self, set, term->boxes[choice]))
            choice++;
        if (choice == term->n_boxes && term->number < 0)
            return FALSE;
        if (choice == term->n_boxes)
            row.constant -= factor * term->number;
        else if (!add_to_row (self, set, term->boxes[choice], -factor, &row))
            return FALSE;
    }
    *ret_row = row;
    return TRUE;
}

/* Returns: whether the formula is one of those that are to be corrected. */
static gboolean
is_sought (const RecapRepairer *self, const Item *item)
{
    return item->broken && (self->group == ALL_GROUPS || item->group == self->group);
}

/* Returns: whether the formula has to hold: it does not when it is broken in another group, unless
 * it is the limit of a single box. */
static gboolean
is_wanted (const RecapRepairer *self, const Item *item)
{
    return !item->broken || is_sought (self, item) || item->n_boxes == 1;
}

/* Makes the rows of all formulas that name a box of @set. */
static void
make_rows (RecapRepairer *self, const Set *set)
{
    g_array_set_size (self->rows, 0);
    g_array_set_size (self->row_items, 0);
    for (guint i = 0; i < set->n; i++) {
        guint box = set->boxes[i];
        for (guint k = self->firsts[box]; k < self->firsts[box + 1]; k++) {
            guint use = self->uses[k];
            const Item *item = &self->items[use];
            gboolean again = FALSE; /* with a box before */
            for (guint n = 0; n < self->row_items->len && !again; n++)
                again = g_array_index (self->row_items, guint, n) == use;
            RecapRow row;
            if (again || !is_wanted (self, item) || !make_row (self, set, item->formula, &row))
                continue;
            g_array_append_val (self->rows, row);
            g_array_append_val (self->row_items, use);
        }
    }
}

static RecapSystem
solve_rows (const RecapRepairer *self, guint n_variables, RecapRange *ranges, gboolean narrow)
{
    for (guint i = 0; i < n_variables; i++)
        ranges[i] = (RecapRange){ 0, RECAP_COUNT_MAX };
    return recap_system_solve ((const RecapRow *)(gpointer)self->rows->data, self->rows->len,
                               n_variables, ranges, narrow);
}

/* ---- conflicts ---- */

static void
start_conflict (RecapRepairer *self)
{
    g_array_set_size (self->conflict, 0);
    self->mark++;
}

static void
add_to_conflict (RecapRepairer *self, const Set *set, guint box)
{
    if (self->marks[box] == self->mark || find_in_set (set, box) >= 0)
        return;
    self->marks[box] = self->mark;
    g_array_append_val (self->conflict, box);
}

/* Adds the boxes whose change can change the formula: those that count, and, of a choice of boxes,
 * those without a number before the one that counts. */
static void
add_item_to_conflict (RecapRepairer *self, const Set *set, const Item *item)
{
    guint n_terms;
    const RecapTerm *terms = recap_formula_get_terms (item->formula, &n_terms);

    add_to_conflict (self, set, recap_formula_get_stated (item->formula));
    for (guint i = 0; i < n_terms; i++)
        for (guint k = 0; k < terms[i].n_boxes; k++) {
            guint box = terms[i].boxes[k];
            if (self->form->cells[box] > RECAP_CELL_NOT_CARRIED)
                add_to_conflict (self, set, box);
            if (is_open (self, set, box))
                break;
        }
}

/* Returns: whether a box of @item is in @set. */
static gboolean
touches (const RecapRepairer *self, const Set *set, const Item *item)
{
    for (guint i = 0; i < set->n; i++) {
        guint box = set->boxes[i];
        for (guint k = self->firsts[box]; k < self->firsts[box + 1]; k++)
            if (&self->items[self->uses[k]] == item)
                return TRUE;
    }
    return FALSE;
}

/* Takes the broken formula with the fewest boxes that @set leaves as it is.
 *
 * Returns: FALSE when there is none. *@ret_hopeless when so many have no box in common that
 * RECAP_REPAIR_SIZE_MAX boxes cannot reach them all. */
static gboolean
find_untouched (RecapRepairer *self, const Set *set, gboolean *ret_hopeless)
{
    const guint *boxes = (const guint *)(gpointer)self->boxes->data;
    const Item *best = NULL;
    guint n_apart = 0;

    self->mark++;
    for (guint i = 0; i < self->n_items; i++) {
        const Item *item = &self->items[i];
        if (!is_sought (self, item) || touches (self, set, item))
            continue;
        if (best == NULL || item->n_boxes < best->n_boxes)
            best = item;
        gboolean apart = TRUE;
        for (guint k = item->first; k < item->first + item->n_boxes; k++)
            apart &= self->marks[boxes[k]] != self->mark;
        for (guint k = item->first; k < item->first + item->n_boxes && apart; k++)
            self->marks[boxes[k]] = self->mark;
        n_apart += apart;
    }
    *ret_hopeless = set->n + n_apart > RECAP_REPAIR_SIZE_MAX;
    if (best == NULL)
        return FALSE;
    start_conflict (self);
    add_item_to_conflict (self, set, best);
    return TRUE;
}

/* Returns: the row whose formula has the most boxes of those before @end. */
static guint
find_largest (const RecapRepairer *self, guint end)
{
    guint best = 0;
    for (guint i = 1; i < end; i++)
        if (self->items[g_array_index (self->row_items, guint, i)].n_boxes >
            self->items[g_array_index (self->row_items, guint, best)].n_boxes)
            best = i;
    return best;
}

static void
swap_rows (RecapRepairer *self, guint a, guint b)
{
    RecapRow row = g_array_index (self->rows, RecapRow, a);
    guint item = g_array_index (self->row_items, guint, a);
    g_array_index (self->rows, RecapRow, a) = g_array_index (self->rows, RecapRow, b);
    g_array_index (self->row_items, guint, a) = g_array_index (self->row_items, guint, b);
    g_array_index (self->rows, RecapRow, b) = row;
    g_array_index (self->row_items, guint, b) = item;
}

/* Leaves rows away as long as the others have no solution, first those with many boxes: what
 * remains is to blame, and has few boxes to go on with. */
static void
blame_rows (RecapRepairer *self, const Set *set)
{
    RecapRange ranges[RECAP_SYSTEM_MAX];

    for (guint i = self->rows->len; i > 0; i--) {
        swap_rows (self, find_largest (self, i), i - 1);
        RecapRow row = g_array_index (self->rows, RecapRow, i - 1);
        guint item = g_array_index (self->row_items, guint, i - 1);
        g_array_remove_index (self->rows, i - 1);
        g_array_remove_index (self->row_items, i - 1);
        if (solve_rows (self, set->n, ranges, FALSE) != RECAP_SYSTEM_NONE) {
            g_array_insert_val (self->rows, i - 1, row);
            g_array_insert_val (self->row_items, i - 1, item);
        }
    }
    start_conflict (self);
    for (guint i = 0; i < self->row_items->len; i++) {
        guint item = g_array_index (self->row_items, guint, i);
        add_item_to_conflict (self, set, &self->items[item]);
    }
}

/* ---- the search ---- */

/* Returns: whether no part of @set, one box smaller, can do it. Parts are tried before the whole,
 * unless the search was cut short. */
static gboolean
is_minimal (RecapRepairer *self, const Set *set)
{
    RecapRange ranges[RECAP_SYSTEM_MAX];
    gboolean hopeless;

    for (guint i = 0; i < set->n; i++) {
        Set smaller = { .n = 0 };
        for (guint k = 0; k < set->n; k++)
            if (k != i)
                smaller.boxes[smaller.n++] = set->boxes[k];
        make_rows (self, &smaller);
        if (!find_untouched (self, &smaller, &hopeless) &&
            solve_rows (self, smaller.n, ranges, FALSE) == RECAP_SYSTEM_SOME)
            return FALSE;
    }
    return TRUE;
}

/* Looks whether changing the boxes of @set is enough. If not, @conflict is what else may change.
 *
 * Returns: FALSE when there is nothing to go on with. */
static gboolean
try_set (RecapRepairer *self, const Set *set, RecapRepair *repair)
{
    RecapRange ranges[RECAP_SYSTEM_MAX];
    gboolean hopeless;

    if (find_untouched (self, set, &hopeless))
        return !hopeless;
    make_rows (self, set);
    switch (solve_rows (self, set->n, ranges, FALSE)) {
    case RECAP_SYSTEM_SOME:
        if (is_minimal (self, set))
            g_array_append_val (self->found, *set);
        return FALSE;
    case RECAP_SYSTEM_UNKNOWN:
        repair->complete = FALSE;
        return FALSE;
    case RECAP_SYSTEM_NONE:
        break;
    }
    if (set->n == RECAP_REPAIR_SIZE_MAX)
        return FALSE;
    blame_rows (self, set);
    return TRUE;
}

/* Tries the sets of one size; those that are not enough give the sets of the next size. */
static GArray *
try_level (RecapRepairer *self, const GArray *level, guint *n_tried, RecapRepair *repair)
{
    GArray *next = g_array_new (FALSE, FALSE, sizeof (Set));

    for (guint i = 0; i < level->len; i++) {
        const Set *set = &g_array_index (level, Set, i);
        if (contains_found (self, set))
            continue;
        if (*n_tried == TRIED_MAX || self->found->len == FOUND_MAX) {
            repair->complete = FALSE;
            break;
        }
        (*n_tried)++;
        if (!try_set (self, set, repair) || set->n == RECAP_REPAIR_SIZE_MAX)
            continue;
        for (guint k = 0; k < self->conflict->len && next->len < TRIED_MAX; k++) {
            Set larger = extend_set (set, g_array_index (self->conflict, guint, k));
            if (note_set (self, &larger))
                g_array_append_val (next, larger);
        }
    }
    return next;
}

/* Works out the values of a set that was found, and how likely they are. */
static void
add_correction (RecapRepairer *self, const Set *set, guint *n_tries, RecapRepair *repair)
{
    RecapRange ranges[RECAP_SYSTEM_MAX];
    RecapCorrection correction = { .n_changes = set->n };

    make_rows (self, set);
    if (solve_rows (self, set->n, ranges, TRUE) != RECAP_SYSTEM_SOME) {
        repair->complete = FALSE;
        return;
    }
    for (guint i = 0; i < set->n; i++)
        correction.changes[i] = (RecapChange){
            .box = set->boxes[i],
            .low = ranges[i].low,
            .high = ranges[i].high,
        };
    recap_papers_weigh (self->papers, self->form, (const RecapRow *)(gpointer)self->rows->data,
                        self->rows->len, &correction, n_tries);
    repair->n_found++;
    recap_repair_keep (repair, &correction);
}

/* Larger sets that also fit are many, and say little: the search ends one box after the smallest.
 *
 * Returns: whether the sets of @level are to be tried. */
static gboolean
goes_on (const RecapRepairer *self, const GArray *level)
{
    if (level->len == 0 || self->found->len == 0)
        return level->len > 0;
    return g_array_index (level, Set, 0).n <= g_array_index (self->found, Set, 0).n + 1;
}

static void
search_group (RecapRepairer *self, RecapRepair *repair)
{
    GArray *level = g_array_new (FALSE, TRUE, sizeof (Set));
    guint n_tried = 0;
    guint n_tries = TRIED_MAX;

    g_array_set_size (self->found, 0);
    g_hash_table_remove_all (self->tried);
    g_array_set_size (level, 1); /* the empty set */
    repair->complete = TRUE;
    while (goes_on (self, level)) {
        GArray *next = try_level (self, level, &n_tried, repair);
        g_array_unref (level);
        level = next;
    }
    g_array_unref (level);
    if (self->found->len > 0)
        repair->n_smallest = g_array_index (self->found, Set, 0).n;
    for (guint i = 0; i < self->found->len; i++)
        add_correction (self, &g_array_index (self->found, Set, i), &n_tries, repair);
}

/* ---- groups of broken formulas ---- */

/* Gives the broken formulas that are connected with @start through boxes that they have in common
 * the group @group. */
static void
spread_group (RecapRepairer *self, guint start, guint group)
{
    const Set none = { .n = 0 };
    g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

    self->items[start].group = group;
    g_array_append_val (waiting, start);
    while (waiting->len > 0) {
        guint at = g_array_index (waiting, guint, waiting->len - 1);
        g_array_set_size (waiting, waiting->len - 1);
        start_conflict (self);
        add_item_to_conflict (self, &none, &self->items[at]);
        for (guint i = 0; i < self->conflict->len; i++) {
            guint box = g_array_index (self->conflict, guint, i);
            for (guint k = self->firsts[box]; k < self->firsts[box + 1]; k++) {
                Item *other = &self->items[self->uses[k]];
                if (!other->broken || other->group != NO_GROUP)
                    continue;
                other->group = group;
                g_array_append_val (waiting, self->uses[k]);
            }
        }
    }
}

/* Finds the broken formulas and their groups.
 *
 * Returns: the number of groups. */
static guint
find_groups (RecapRepairer *self)
{
    guint n_groups = 0;
    gboolean holds;
    gint64 value;

    for (guint i = 0; i < self->n_items; i++) {
        Item *item = &self->items[i];
        item->broken = recap_formula_evaluate (item->formula, self->form, &holds, &value) && !holds;
        item->group = NO_GROUP;
    }
    for (guint i = 0; i < self->n_items; i++)
        if (self->items[i].broken && self->items[i].group == NO_GROUP)
            spread_group (self, i, n_groups++);
    return n_groups;
}

/* Looks at one group; what it finds is put at the end of @repairs.
 *
 * Returns: how many boxes the smallest correction changes; more than the most for none. */
static guint
correct_group (RecapRepairer *self, guint group, gboolean alone)
{
    g_array_set_size (self->repairs, self->repairs->len + 1);
    RecapRepair *repair = &g_array_index (self->repairs, RecapRepair, self->repairs->len - 1);

    self->group = group;
    search_group (self, repair);
    repair->alone = alone;
    return repair->n_kept > 0 ? repair->n_smallest : RECAP_REPAIR_SIZE_MAX + 1;
}

/* Makes a group of each formula of @group, which together need too many boxes: what corrects one
 * without breaking more is still worth knowing. */
static void
split_group (RecapRepairer *self, guint group)
{
    guint n_broken = 0;

    for (guint i = 0; i < self->n_items; i++)
        n_broken += self->items[i].broken && self->items[i].group == group;
    if (n_broken == 1 || n_broken > SPLIT_MAX)
        return;
    for (guint i = 0; i < self->n_items; i++)
        if (self->items[i].broken && self->items[i].group == group) {
            self->items[i].group = self->repairs->len;
            correct_group (self, self->repairs->len, FALSE);
        }
}

/* Groups are looked at one by one, for the clerk reads one finding after the other; but when all
 * together need fewer boxes than one by one, it is all together that tells what happened. */
void
recap_repairer_take (RecapRepairer *self, const RecapForm *form)
{
    guint n_boxes = 0;

    self->form = form;
    guint n_groups = find_groups (self);
    g_array_set_size (self->repairs, 0);
    for (guint group = 0; group < n_groups; group++)
        n_boxes += correct_group (self, group, n_groups == 1);
    self->together = n_groups > 1 && correct_group (self, ALL_GROUPS, TRUE) < n_boxes;
    self->whole = n_groups;
    for (guint group = 0; group < n_groups && !self->together; group++)
        if (g_array_index (self->repairs, RecapRepair, group).n_kept == 0)
            split_group (self, group);
}

const RecapRepair *
recap_repairer_find (RecapRepairer *self, const RecapFormula *formula)
{
    for (guint i = 0; i < self->n_items; i++)
        if (self->items[i].formula == formula && self->items[i].broken)
            return &g_array_index (self->repairs, RecapRepair,
                                   self->together ? self->whole : self->items[i].group);
    return NULL;
}

/* ---- what is said ---- */

/* Of the boxes that @formula names, the cause of the most certain change. */
static const char *
find_cause (const RecapCorrection *correction, const RecapRepairer *self,
            const RecapFormula *formula)
{
    const RecapChange *best = NULL;
    for (guint i = 0; i < correction->n_changes; i++) {
        const RecapChange *change = &correction->changes[i];
        if (best != NULL && best->way.weight >= change->way.weight)
            continue;
        for (guint k = self->firsts[change->box]; k < self->firsts[change->box + 1]; k++)
            if (self->items[self->uses[k]].formula == formula)
                best = change;
    }
    return best != NULL ? best->way.cause : NULL;
}

const char *
recap_repairer_describe (const RecapRepairer *self, const RecapRepair *repair,
                         const RecapFormula *formula, GString *out)
{
    recap_repair_describe (repair, self->form, self->schema, out);
    if (repair->n_kept == 0 || !recap_correction_is_explained (&repair->kept[0]))
        return NULL;
    return find_cause (&repair->kept[0], self, formula);
}
