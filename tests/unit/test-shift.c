/* Votes that moved: the fewest transfers. */
#include "shift.h"

#include "unit.h"

/* ---- by brute force: all ways to put changes into sets ---- */

enum { N_MAX = 7 };

typedef struct {
    const gint64 *changes;
    guint n;
    guint best;                    /* sets of the best way so far */
    gboolean joined[N_MAX][N_MAX]; /* in one set in some best way */
} Ways;

/* Looks at one way; @sets has the set of each change. */
static void
judge (Ways *ways, const guint *sets, guint n_sets)
{
    gint64 sums[N_MAX] = { 0 };

    for (guint i = 0; i < ways->n; i++)
        sums[sets[i]] += ways->changes[i];
    for (guint i = 0; i < n_sets; i++)
        if (sums[i] != 0)
            return;
    if (n_sets < ways->best)
        return;
    if (n_sets > ways->best)
        memset (ways->joined, 0, sizeof ways->joined);
    ways->best = n_sets;
    for (guint i = 0; i < ways->n; i++)
        for (guint k = 0; k < ways->n; k++)
            if (sets[i] == sets[k])
                ways->joined[i][k] = TRUE;
}

/* Counts through all ways: a change goes to a set that is there or to the next new one. */
static void
try_all (Ways *ways)
{
    guint sets[N_MAX] = { 0 };

    for (;;) {
        guint n_sets = 0;
        gboolean wrong = FALSE;
        for (guint i = 0; i < ways->n; i++) {
            wrong = wrong || sets[i] > n_sets;
            n_sets = MAX (n_sets, sets[i] + 1);
        }
        if (!wrong)
            judge (ways, sets, n_sets);
        guint i = ways->n - 1;
        while (i > 0 && ++sets[i] > i)
            sets[i--] = 0;
        if (i == 0)
            return;
    }
}

/* Joins what is joined through others. */
static void
close_joins (Ways *ways)
{
    for (guint k = 0; k < ways->n; k++)
        for (guint i = 0; i < ways->n; i++)
            for (guint j = 0; j < ways->n; j++)
                if (ways->joined[i][k] && ways->joined[k][j])
                    ways->joined[i][j] = TRUE;
}

static void
test_brute_force (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (17);

    for (guint round = 0; round < 3000; round++) {
        gint64 changes[N_MAX];
        guint sets[N_MAX];
        guint n = (guint)g_rand_int_range (random, 2, N_MAX + 1);
        gint64 sum = 0;
        gboolean alike = TRUE;
        for (guint i = 0; i + 1 < n; i++) {
            do
                changes[i] = g_rand_int_range (random, -6, 7);
            while (changes[i] == 0);
            sum += changes[i];
        }
        if (sum == 0)
            continue;
        changes[n - 1] = -sum;
        Ways ways = { changes, n, 0, { { FALSE } } };
        try_all (&ways);
        close_joins (&ways);
        recap_shift_split (changes, n, sets);
        for (guint i = 0; i < n; i++)
            for (guint k = 0; k < n; k++)
                alike = alike && ways.joined[i][k] == (sets[i] == sets[k]);
        UNIT_TRUE (alike);
    }
}

/* ---- by hand ---- */

static void
check (const gint64 *changes, guint n, const char *expected)
{
    guint sets[32];
    g_autoptr (GString) found = g_string_new (NULL);
    guint n_sets = recap_shift_split (changes, n, sets);

    g_string_printf (found, "%u:", n_sets);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (found, " %u", sets[i]);
    UNIT_STRING (found->str, expected);
}

#define CHECK(expected, ...)                                                                       \
    do {                                                                                           \
        const gint64 changes_[] = { __VA_ARGS__ };                                                 \
        check (changes_, G_N_ELEMENTS (changes_), expected);                                       \
    } while (0)

static void
test_sets (void)
{
    CHECK ("1: 0 0", -9, 9);
    CHECK ("2: 0 1 0 1", -9, 4, 9, -4);
    CHECK ("1: 0 0 0", -9, 4, 5);
    /* Either giver can have given to either taker. */
    CHECK ("1: 0 0 0 0", -5, -5, 5, 5);
    CHECK ("2: 0 0 1 1 0 0", -5, -5, -7, 7, 5, 5);
    /* Sixty votes and six are two transfers, not one set. */
    CHECK ("2: 0 1 1 0", -60, -6, 6, 60);
}

static void
test_many (void)
{
    gint64 changes[RECAP_SHIFT_MAX + 2];
    guint sets[RECAP_SHIFT_MAX + 2];

    for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        changes[i] = (i % 2 == 0 ? 1 : -1) * (gint64)(1 + i / 2 * 100);
    UNIT_INT (recap_shift_split (changes, RECAP_SHIFT_MAX, sets), RECAP_SHIFT_MAX / 2);
    UNIT_INT (sets[RECAP_SHIFT_MAX - 1], RECAP_SHIFT_MAX / 2 - 1);
    UNIT_INT (recap_shift_split (changes, RECAP_SHIFT_MAX + 2, sets), 1);
    UNIT_INT (sets[RECAP_SHIFT_MAX + 1], 0);
}

UNIT_MAIN ("shift", { "sets", test_sets }, { "all ways tried", test_brute_force },
           { "many changes", test_many })
