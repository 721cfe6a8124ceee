#include "config.h"

#include "cause-part.h"

enum {
    SWAP_REACH = 24, /* differing boxes that are looked at for the other half of a swap */
    ROW_REACH = 2,   /* rows that a single number can have come from */
    RUN_FULL = 5,    /* more boxes do not make a shift any surer */
    CELLS_SHOWN = 12,
};

/* The boxes of one column of the form that both sources carry, in form order. */
typedef struct {
    RecapCauses *self;
    RecapPair *pair;
    GArray *boxes; /* guint, indices into the schema */
} Rows;

static guint
box_at (const Rows *rows, guint place)
{
    return g_array_index (rows->boxes, guint, place);
}

static RecapCell
cell_a (const Rows *rows, guint place)
{
    return rows->pair->a.cells[box_at (rows, place)];
}

static RecapCell
cell_b (const Rows *rows, guint place)
{
    return rows->pair->b.cells[box_at (rows, place)];
}

static const RecapField *
field_at (const Rows *rows, guint place)
{
    return cause_field (rows->self, box_at (rows, place));
}

/* Returns: the difference of the box at @place when both sources have a number there, or NULL. */
static RecapDifference *
difference_at (const Rows *rows, guint place)
{
    RecapDifference *difference = recap_pair_find (rows->pair, box_at (rows, place));
    return difference != NULL && recap_cell_is_number (difference->a) &&
                   recap_cell_is_number (difference->b)
               ? difference
               : NULL;
}

static void G_GNUC_PRINTF (5, 6) explain (const Rows *rows, guint place, const char *cause,
                                          guint64 weight, const char *format, ...)
{
    RecapDifference *difference = difference_at (rows, place);
    va_list arguments;

    if (difference == NULL || weight == 0)
        return;
    va_start (arguments, format);
    g_string_vprintf (rows->self->text, format, arguments);
    va_end (arguments);
    recap_group_explain (rows->self->group, difference, cause, weight, rows->self->text->str);
}

/* ---- two rows swapped ---- */

/* One cause for two boxes is likelier than two causes: it counts for each of them. */
static void
explain_swap (const Rows *rows, guint x, guint y)
{
    guint distinct = MIN (cause_distinct (cell_a (rows, x)), cause_distinct (cell_a (rows, y)));
    guint64 weight = 2 * cause_weight (rows->self, "baris-tertukar") * distinct / 100;

    if (y - x > 1)
        weight = weight * 3 / 4;
    explain (rows, x, "baris-tertukar", weight, "tertukar dengan %s", field_at (rows, y)->box);
    explain (rows, y, "baris-tertukar", weight, "tertukar dengan %s", field_at (rows, x)->box);
}

/* Returns: whether the rows at two places hold the same kind of number: nobody takes the sum of a
 * party for the votes of another one's candidate, or invalid votes for somebody's. */
static gboolean
are_alike (const Rows *rows, guint x, guint y)
{
    const RecapField *a = field_at (rows, x);
    const RecapField *b = field_at (rows, y);
    return a->role == b->role && a->section == b->section;
}

static void
find_swaps (const Rows *rows)
{
    for (guint x = 0; x < rows->boxes->len; x++) {
        guint seen = 0;
        if (difference_at (rows, x) == NULL)
            continue;
        for (guint y = x + 1; y < rows->boxes->len && seen < SWAP_REACH; y++) {
            if (difference_at (rows, y) == NULL)
                continue;
            seen++;
            if (cell_b (rows, x) == cell_a (rows, y) && cell_b (rows, y) == cell_a (rows, x) &&
                are_alike (rows, x, y))
                explain_swap (rows, x, y);
        }
    }
}

/* ---- a block shifted by one row ---- */

/* A run of rows in which each shows the number of the row @step before it. */
typedef struct {
    guint begin, end;
    int step;
} Run;

/* Returns: the row that lost its number to the run and has none instead; or NULL. */
static RecapDifference *
find_vacated (const Rows *rows, const Run *run)
{
    guint place = run->step > 0 ? run->begin - 1 : run->end;
    RecapDifference *difference = recap_pair_find (rows->pair, box_at (rows, place));

    return difference != NULL && difference->a > 0 &&
                   (difference->b == RECAP_CELL_BLANK || difference->b == 0)
               ? difference
               : NULL;
}

/* How many boxes a shift explains, and how surely: 0 when chance would do. */
static guint64
weigh_run (const Rows *rows, const Run *run)
{
    guint n = 0;
    guint distinct = 0;
    RecapCell first = RECAP_CELL_BLANK;
    gboolean varied = FALSE;

    for (guint i = run->begin; i < run->end; i++) {
        RecapCell value = cell_b (rows, i);
        if (difference_at (rows, i) == NULL)
            continue;
        n++;
        distinct += cause_distinct (value);
        varied = varied || (first > 0 && value > 0 && value != first);
        if (value > 0)
            first = value;
    }
    if (n < 2 || !varied)
        return 0;
    distinct /= n;
    n += find_vacated (rows, run) != NULL;
    return cause_weight (rows->self, "baris-bergeser") * MIN (n, RUN_FULL) * distinct / 100;
}

static void
explain_run (const Rows *rows, const Run *run)
{
    guint64 weight = weigh_run (rows, run);
    RecapDifference *vacated = weight > 0 ? find_vacated (rows, run) : NULL;

    for (guint i = run->begin; i < run->end; i++)
        explain (rows, i, "baris-bergeser", weight, "angka %s bergeser ke sini",
                 field_at (rows, (guint)((int)i - run->step))->box);
    if (vacated != NULL) {
        guint next = run->step > 0 ? run->begin : run->end - 1;
        g_string_printf (rows->self->text, "angkanya bergeser ke %s", field_at (rows, next)->box);
        recap_group_explain (rows->self->group, vacated, "baris-bergeser", weight,
                             rows->self->text->str);
    }
}

/* Finds the runs of rows in which each shows the number of the row @step before it. */
static void
find_shifts (const Rows *rows, int step)
{
    guint begin = step > 0 ? 1 : 0;
    guint end = rows->boxes->len - (step > 0 ? 0 : 1);
    guint start = begin;

    for (guint i = begin; i <= end; i++) {
        if (i < end && recap_cell_is_number (cell_b (rows, i)) &&
            cell_b (rows, i) == cell_a (rows, (guint)((int)i - step)))
            continue;
        if (i > start)
            explain_run (rows, &(Run){ start, i, step });
        start = i + 1;
    }
}

/* ---- one number of another row ---- */

/* A small number may well be that of a neighbour by chance. */
static guint64
weigh_other (const Rows *rows, RecapCell value, guint distance)
{
    guint64 weight = cause_weight (rows->self, "isian-baris-lain");
    if (value < 10)
        return value > 0 ? weight / 20 / distance : 0;
    return (value < 100 ? weight / 2 : weight) / distance;
}

static void
find_others (const Rows *rows)
{
    for (guint i = 0; i < rows->boxes->len; i++) {
        if (difference_at (rows, i) == NULL)
            continue;
        for (guint distance = 1; distance <= ROW_REACH; distance++) {
            RecapCell value = cell_b (rows, i);
            guint64 weight = weigh_other (rows, value, distance);
            if (i >= distance && cell_a (rows, i - distance) == value)
                explain (rows, i, "isian-baris-lain", weight, "angka %s",
                         field_at (rows, i - distance)->box);
            else if (i + distance < rows->boxes->len && cell_a (rows, i + distance) == value)
                explain (rows, i, "isian-baris-lain", weight, "angka %s",
                         field_at (rows, i + distance)->box);
        }
    }
}

/* ---- the columns L and P of one row ---- */

/* Returns: whether @x and @y are the boxes L and P of one row. */
static gboolean
is_l_and_p (const RecapField *x, const RecapField *y)
{
    return x != NULL && y != NULL && x->column == RECAP_COLUMN_L && y->column == RECAP_COLUMN_P &&
           strcmp (x->row, y->row) == 0;
}

static void
find_l_and_p (const Rows *rows)
{
    for (guint x = 0; x + 1 < rows->boxes->len; x++) {
        guint y = x + 1;
        if (!is_l_and_p (field_at (rows, x), field_at (rows, y)) ||
            difference_at (rows, x) == NULL || difference_at (rows, y) == NULL ||
            cell_b (rows, x) != cell_a (rows, y) || cell_b (rows, y) != cell_a (rows, x))
            continue;
        guint distinct = MIN (cause_distinct (cell_a (rows, x)), cause_distinct (cell_a (rows, y)));
        guint64 weight = 2 * cause_weight (rows->self, "lp-tertukar") * distinct / 100;
        explain (rows, x, "lp-tertukar", weight, "angka P terbaca pada L");
        explain (rows, y, "lp-tertukar", weight, "angka L terbaca pada P");
    }
}

/* ---- all together ---- */

/* Fills @rows with the boxes of @column; all of them, by row, when it is -1. */
static void
fill_rows (Rows *rows, int column)
{
    const RecapPair *pair = rows->pair;

    g_array_set_size (rows->boxes, 0);
    for (guint i = 0; i < pair->n_fields; i++) {
        guint index = pair->fields[i];
        const RecapField *field = cause_field (rows->self, index);
        if (field != NULL && (column < 0 || field->column == (RecapColumn)column) &&
            pair->a.cells[index] != RECAP_CELL_NOT_CARRIED &&
            pair->b.cells[index] != RECAP_CELL_NOT_CARRIED)
            g_array_append_val (rows->boxes, index);
    }
}

void
cause_rows_explain (RecapCauses *self, RecapPair *pair)
{
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint));
    Rows rows = { self, pair, boxes };

    for (RecapColumn column = RECAP_COLUMN_NONE; column <= RECAP_COLUMN_J; column++) {
        fill_rows (&rows, (int)column);
        if (boxes->len == 0)
            continue;
        find_swaps (&rows);
        find_shifts (&rows, 1);
        find_shifts (&rows, -1);
        find_others (&rows);
    }
    fill_rows (&rows, -1);
    find_l_and_p (&rows);
}

/* ---- what is said about the form ---- */

static void
append_cell (GString *out, RecapCell cell)
{
    char digits[RECAP_CELL_SIZE];
    recap_cell_format (cell, digits);
    g_string_append (out, cell == RECAP_CELL_BLANK ? "kosong" : digits);
}

/* Says which boxes have @cause as their likeliest one, if there are two or more. */
static void
observe_cause (RecapCauses *self, RecapPair *pair, const char *cause)
{
    const RecapCause *entry = recap_misreads_find_cause (self->misreads, cause);
    GString *out = self->text;
    guint n = 0;

    if (entry == NULL)
        return;
    cause_start_sentence (pair, entry, out);
    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        if (difference->n_explanations == 0 ||
            strcmp (difference->explanations[0].cause, cause) != 0)
            continue;
        n++;
        if (n > CELLS_SHOWN)
            continue;
        g_string_append_printf (out, "%s%s ", n > 1 ? "; " : "",
                                cause_field (self, difference->field)->box);
        append_cell (out, difference->a);
        g_string_append_c (out, '/');
        append_cell (out, difference->b);
        g_string_append_printf (out, " (%s)", difference->explanations[0].detail);
    }
    if (n > CELLS_SHOWN)
        g_string_append_printf (out, "; dan %u isian lain", n - CELLS_SHOWN);
    g_string_append_c (out, '.');
    if (n >= 2)
        recap_group_observe (self->group, pair, "D07", RECAP_SEVERITY_WARNING, entry->word,
                             out->str);
}

void
cause_rows_observe (RecapCauses *self, RecapPair *pair)
{
    static const char *const causes[] = { "baris-tertukar", "baris-bergeser", "lp-tertukar" };
    for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
        observe_cause (self, pair, causes[i]);
}
