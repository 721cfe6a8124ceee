#include "config.h"

#include "repair-system.h"

#include <string.h>

/* How often ranges are narrowed before a value is tried, and how many values are tried. */
enum { ROUNDS_MAX = 64, TRIES_MAX = 4096 };

/* Beyond these a product could overflow. Rules have 1 and percentages as factors. */
#define FACTOR_MAX G_GINT64_CONSTANT (1000000)
#define CONSTANT_MAX (G_GINT64_CONSTANT (1) << 60)

typedef struct {
    RecapRange at[RECAP_SYSTEM_MAX];
} Ranges;

typedef struct {
    const RecapRow *rows;
    guint n_rows;
    guint n_variables;
    RecapRow equations[RECAP_SYSTEM_MAX]; /* of the rows, reduced: each has a pivot of its own */
    guint pivots[RECAP_SYSTEM_MAX];
    guint n_equations;
    guint n_tries;
} Solver;

/* ---- equations ---- */

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
    a = ABS (a);
    b = ABS (b);
    while (b != 0) {
        gint64 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static gboolean
is_small (const RecapRow *row)
{
    for (guint i = 0; i < RECAP_SYSTEM_MAX; i++)
        if (ABS (row->factors[i]) > FACTOR_MAX)
            return FALSE;
    return ABS (row->constant) < CONSTANT_MAX;
}

/* Divides an equation by what its factors have in common.
 *
 * Returns: FALSE when that shows that no whole numbers satisfy it. */
static gboolean
shorten (RecapRow *row)
{
    gint64 divisor = 0;
    for (guint i = 0; i < RECAP_SYSTEM_MAX; i++)
        divisor = greatest_common_divisor (divisor, row->factors[i]);
    if (divisor == 0)
        return row->constant == 0;
    if (row->constant % divisor != 0)
        return FALSE;
    for (guint i = 0; i < RECAP_SYSTEM_MAX; i++)
        row->factors[i] /= divisor;
    row->constant /= divisor;
    return TRUE;
}

/* Takes as many of @equation from @row that the factor of @variable becomes 0.
 *
 * Returns: FALSE when the numbers become too large. */
static gboolean
eliminate (RecapRow *row, const RecapRow *equation, guint variable)
{
    gint64 common = greatest_common_divisor (row->factors[variable], equation->factors[variable]);
    gint64 times = equation->factors[variable] / common;
    gint64 less = row->factors[variable] / common;
    gint64 first, second;

    for (guint i = 0; i < RECAP_SYSTEM_MAX; i++)
        row->factors[i] = row->factors[i] * times - equation->factors[i] * less;
    if (__builtin_mul_overflow (row->constant, times, &first) ||
        __builtin_mul_overflow (equation->constant, less, &second) ||
        __builtin_sub_overflow (first, second, &row->constant))
        return FALSE;
    return is_small (row);
}

/* Adds @row to the reduced equations. */
static RecapSystem
add_equation (Solver *self, RecapRow row)
{
    guint pivot = 0;

    for (guint i = 0; i < self->n_equations; i++)
        if (row.factors[self->pivots[i]] != 0 &&
            !eliminate (&row, &self->equations[i], self->pivots[i]))
            return RECAP_SYSTEM_UNKNOWN;
    if (!shorten (&row))
        return RECAP_SYSTEM_NONE;
    while (pivot < self->n_variables && row.factors[pivot] == 0)
        pivot++;
    if (pivot == self->n_variables)
        return RECAP_SYSTEM_SOME;
    for (guint i = 0; i < self->n_equations; i++)
        if (self->equations[i].factors[pivot] != 0) {
            if (!eliminate (&self->equations[i], &row, pivot))
                return RECAP_SYSTEM_UNKNOWN;
            if (!shorten (&self->equations[i]))
                return RECAP_SYSTEM_NONE;
        }
    self->pivots[self->n_equations] = pivot;
    self->equations[self->n_equations++] = row;
    return RECAP_SYSTEM_SOME;
}

static RecapSystem
reduce (Solver *self)
{
    for (guint i = 0; i < self->n_rows; i++) {
        if (!is_small (&self->rows[i]))
            return RECAP_SYSTEM_UNKNOWN;
        if (self->rows[i].bound)
            continue;
        RecapSystem result = add_equation (self, self->rows[i]);
        if (result != RECAP_SYSTEM_SOME)
            return result;
    }
    return RECAP_SYSTEM_SOME;
}

/* ---- ranges ---- */

static gint64
divide_down (gint64 number, gint64 divisor)
{
    gint64 quotient = number / divisor;
    return number % divisor != 0 && (number < 0) != (divisor < 0) ? quotient - 1 : quotient;
}

/* Narrows @ranges by @sign times @row <= 0.
 *
 * Returns: FALSE when a range becomes empty. */
static gboolean
narrow_by (const RecapRow *row, gint64 sign, guint n_variables, Ranges *ranges,
           gboolean *ret_changed)
{
    gint64 least = sign * row->constant;

    for (guint i = 0; i < n_variables; i++) {
        gint64 factor = sign * row->factors[i];
        least += factor * (factor > 0 ? ranges->at[i].low : ranges->at[i].high);
    }
    for (guint i = 0; i < n_variables; i++) {
        RecapRange *range = &ranges->at[i];
        gint64 factor = sign * row->factors[i];
        if (factor == 0)
            continue;
        gint64 others = least - factor * (factor > 0 ? range->low : range->high);
        gint64 limit = factor > 0 ? divide_down (-others, factor) : -divide_down (-others, -factor);
        if (factor > 0 && limit < range->high) {
            range->high = limit;
            *ret_changed = TRUE;
        } else if (factor < 0 && limit > range->low) {
            range->low = limit;
            *ret_changed = TRUE;
        }
        if (range->low > range->high)
            return FALSE;
    }
    return least <= 0;
}

static gboolean
narrow_by_row (const RecapRow *row, guint n_variables, Ranges *ranges, gboolean *ret_changed)
{
    return narrow_by (row, 1, n_variables, ranges, ret_changed) &&
           (row->bound || narrow_by (row, -1, n_variables, ranges, ret_changed));
}

/* Narrows until nothing changes, or for a while.
 *
 * Returns: FALSE when there is no solution in @ranges. */
static gboolean
narrow_all (const Solver *self, Ranges *ranges)
{
    gboolean changed = TRUE;
    for (guint round = 0; changed && round < ROUNDS_MAX; round++) {
        changed = FALSE;
        for (guint i = 0; i < self->n_equations; i++)
            if (!narrow_by_row (&self->equations[i], self->n_variables, ranges, &changed))
                return FALSE;
        for (guint i = 0; i < self->n_rows; i++)
            if (!narrow_by_row (&self->rows[i], self->n_variables, ranges, &changed))
                return FALSE;
    }
    return TRUE;
}

/* Returns: the variable with the narrowest range that is not a single number; -1 when all are. */
static int
narrowest (const Solver *self, const Ranges *ranges)
{
    int best = -1;
    gint64 best_width = 0;
    for (guint i = 0; i < self->n_variables; i++) {
        gint64 width = ranges->at[i].high - ranges->at[i].low;
        if (width > 0 && (best < 0 || width < best_width)) {
            best = (int)i;
            best_width = width;
        }
    }
    return best;
}

/* Looks for a solution in @ranges. Calls itself once for each variable that is still open. */
static RecapSystem
look_for_one (Solver *self, Ranges ranges)
{
    if (!narrow_all (self, &ranges))
        return RECAP_SYSTEM_NONE;
    int variable = narrowest (self, &ranges);
    if (variable < 0) /* single numbers: is every row satisfied? */
        return narrow_all (self, &ranges) ? RECAP_SYSTEM_SOME : RECAP_SYSTEM_NONE;
    for (gint64 value = ranges.at[variable].low; value <= ranges.at[variable].high; value++) {
        if (self->n_tries++ >= TRIES_MAX)
            return RECAP_SYSTEM_UNKNOWN;
        Ranges tried = ranges;
        tried.at[variable] = (RecapRange){ value, value };
        RecapSystem result = look_for_one (self, tried);
        if (result != RECAP_SYSTEM_NONE)
            return result;
    }
    return RECAP_SYSTEM_NONE;
}

/* Moves the end of the range of @variable, upwards from its low end when @step is 1, downwards from
 * its high end when it is -1, to the first value that a solution has. */
static RecapSystem
move_end (Solver *self, Ranges *ranges, guint variable, gint64 step)
{
    RecapRange range = ranges->at[variable];
    for (gint64 value = step > 0 ? range.low : range.high;
         value >= range.low && value <= range.high; value += step) {
        if (self->n_tries++ >= TRIES_MAX)
            return RECAP_SYSTEM_UNKNOWN;
        Ranges tried = *ranges;
        tried.at[variable] = (RecapRange){ value, value };
        RecapSystem result = look_for_one (self, tried);
        if (result == RECAP_SYSTEM_UNKNOWN)
            return result;
        if (result == RECAP_SYSTEM_SOME) {
            *(step > 0 ? &ranges->at[variable].low : &ranges->at[variable].high) = value;
            return result;
        }
    }
    return RECAP_SYSTEM_NONE;
}

RecapSystem
recap_system_solve (const RecapRow *rows, guint n_rows, guint n_variables, RecapRange *ranges,
                    gboolean narrow)
{
    g_return_val_if_fail (n_variables <= RECAP_SYSTEM_MAX, RECAP_SYSTEM_UNKNOWN);

    Solver self = { .rows = rows, .n_rows = n_rows, .n_variables = n_variables };
    Ranges all = { 0 };
    memcpy (all.at, ranges, n_variables * sizeof *ranges);
    RecapSystem result = reduce (&self);
    if (result != RECAP_SYSTEM_SOME)
        return result;
    if (!narrow)
        return look_for_one (&self, all);
    if (!narrow_all (&self, &all))
        return RECAP_SYSTEM_NONE;
    for (guint i = 0; i < n_variables; i++)
        for (gint64 step = 1; step >= -1; step -= 2) {
            result = move_end (&self, &all, i, step);
            if (result != RECAP_SYSTEM_SOME)
                return result;
        }
    memcpy (ranges, all.at, n_variables * sizeof *ranges);
    return RECAP_SYSTEM_SOME;
}
