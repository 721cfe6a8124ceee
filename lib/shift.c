#include "config.h"

#include "shift.h"

/* Returns: for each set of changes, as bits, the most disjoint sets adding up to 0 that fit into it
 * one after the other; owned by the caller. For a set that adds up to 0 itself they fill it. */
static guint8 *
count_sets (const gint64 *changes, guint n, gint64 *sums)
{
    guint end = 1u << n;
    guint8 *best = g_new0 (guint8, end);

    sums[0] = 0;
    for (guint set = 1; set < end; set++) {
        guint lowest = (guint)g_bit_nth_lsf (set, -1);
        sums[set] = sums[set & (set - 1)] + changes[lowest];
        for (guint i = 0; i < n; i++)
            if (set & 1u << i)
                best[set] = MAX (best[set], best[set & ~(1u << i)]);
        if (sums[set] == 0)
            best[set]++;
    }
    return best;
}

/* Gives all changes of @set the number of the first of them, and those that already share it. */
static void
join (guint *sets, guint n, guint set)
{
    guint first = sets[g_bit_nth_lsf (set, -1)];

    for (guint i = 0; i < n; i++)
        if (set & 1u << i)
            first = MIN (first, sets[i]);
    for (guint i = 0; i < n; i++) {
        guint old = sets[i];
        if (!(set & 1u << i) || old == first)
            continue;
        for (guint k = 0; k < n; k++)
            if (sets[k] == old)
                sets[k] = first;
    }
}

/* Numbers the sets from 0 in the order of their first changes. */
static guint
renumber (guint *sets, guint n)
{
    guint names[RECAP_SHIFT_MAX];
    guint n_sets = 0;

    for (guint i = 0; i < n; i++) {
        guint number = 0;
        while (number < n_sets && names[number] != sets[i])
            number++;
        if (number == n_sets)
            names[n_sets++] = sets[i];
        sets[i] = number;
    }
    return n_sets;
}

/* A set is one of the fewest transfers exactly when it cannot be taken apart and what is left
 * beside it gives one set less than the whole. */
guint
recap_shift_split (const gint64 *changes, guint n, guint *ret_sets)
{
    g_return_val_if_fail (n > 0, 0);

    for (guint i = 0; i < n; i++)
        ret_sets[i] = n > RECAP_SHIFT_MAX ? 0 : i;
    if (n > RECAP_SHIFT_MAX)
        return 1;

    guint whole = (1u << n) - 1;
    g_autofree gint64 *sums = g_new (gint64, whole + 1);
    g_autofree guint8 *best = count_sets (changes, n, sums);
    g_return_val_if_fail (sums[whole] == 0, 0);
    for (guint set = 1; set <= whole; set++)
        if (sums[set] == 0 && best[set] == 1 && best[whole & ~set] + 1 == best[whole])
            join (ret_sets, n, set);
    return renumber (ret_sets, n);
}
