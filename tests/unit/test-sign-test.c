/* The sign test against sums of binomial coefficients. */
#include "sign-test.h"

#include "unit.h"

static void
test_by_hand (void)
{
    static const struct {
        guint64 n, k, n_tests, expected;
    } cases[] = {
        { 0, 0, 1, 1 },
        { 1, 1, 1, 1 },       /* one way or the other: certain */
        { 5, 5, 1, 16 },      /* 2 / 32 */
        { 17, 17, 1, 65536 }, /* 2 / 131072 */
        { 17, 17, 3, 21845 }, /* three pairs were looked at */
        { 17, 15, 1, 425 },   /* 2 * (1 + 17 + 136) / 131072 */
        { 10, 5, 1, 1 },
        { 10, 9, 1, 46 },         /* 2 * 11 / 1024 */
        { 30, 30, 1, 536870912 }, /* 2^29 */
        { 31, 31, 1, RECAP_SIGN_TEST_MAX },
        { 31, 31, 2, 536870912 },
        { 1000, 540, 1, 80 }, /* as awk has it */
        { 1048576, 524288, 1, 1 },
        { 1048576, 1048576, 1048576, RECAP_SIGN_TEST_MAX },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_INT (recap_sign_test (cases[i].n, cases[i].k, cases[i].n_tests), cases[i].expected);
}

/* Up to 50 trials the coefficients fit into 64 bits: Pascal's triangle gives them exactly. */
static void
test_exact (void)
{
    guint64 row[52] = { 1 };

    for (guint n = 1; n <= 50; n++) {
        guint64 tail = 0;
        for (guint i = n; i > 0; i--)
            row[i] += row[i - 1];
        for (guint k = n; 2 * k >= n && k > 0; k--) {
            tail += row[k];
            guint64 exact = (G_GUINT64_CONSTANT (1) << (n - 1)) / tail;
            guint64 found = recap_sign_test (n, k, 1);
            exact = CLAMP (exact, 1, RECAP_SIGN_TEST_MAX);
            if (tail < G_GUINT64_CONSTANT (1) << 40)
                UNIT_INT (found, exact);
            else /* rounded, and never stated too rare */
                UNIT_TRUE (found <= exact && found + exact / 100000 + 1 >= exact);
        }
    }
}

/* Further out the normal distribution is near: 1 in 15,787 beyond four deviations, 1 in 370 beyond
 * three, both sides together. */
static void
test_far_out (void)
{
    UNIT_TRUE (ABS ((gint64)recap_sign_test (1000000, 502000, 1) - 15787) < 200);
    UNIT_TRUE (ABS ((gint64)recap_sign_test (1000000, 501500, 1) - 370) < 3);
    UNIT_TRUE (recap_sign_test (1000000, 501500, 100) == 3);
}

UNIT_MAIN ("sign-test", { "by hand", test_by_hand }, { "against Pascal's triangle", test_exact },
           { "far out", test_far_out })
