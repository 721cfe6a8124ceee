#include "config.h"

#include "sign-test.h"

/* A number of at most 40 bits, times a power of two. Factors have at most 21 bits, so that products
 * fit into 64. */
typedef struct {
    guint64 bits;
    guint exponent;
} Number;

#define BITS_END (G_GUINT64_CONSTANT (1) << 40)

/* Halves the bits until they fit; what falls off makes the number larger. */
static void
normalize (Number *number)
{
    while (number->bits >= BITS_END) {
        number->bits = (number->bits + 1) / 2;
        number->exponent++;
    }
}

/* From C(n, i) to C(n, i + 1). As long as nothing fell off the division leaves no rest. */
static void
step (Number *term, guint64 n, guint64 i)
{
    term->bits = (term->bits * (n - i) + i) / (i + 1);
    normalize (term);
}

/* Makes the exponent of @number at least @exponent. */
static void
align (Number *number, guint exponent)
{
    while (number->exponent < exponent) {
        number->bits = (number->bits + 1) / 2;
        number->exponent++;
    }
}

static void
add (Number *sum, Number term)
{
    align (sum, term.exponent);
    align (&term, sum->exponent);
    sum->bits += term.bits;
    normalize (sum);
}

static guint
bits_of (guint64 number)
{
    guint n = 0;
    for (; number > 0; number /= 2)
        n++;
    return n;
}

/* Returns: 2^@exponent / @divisor, rounded down, at most RECAP_SIGN_TEST_MAX and at least 1. */
static guint64
divide_power (guint exponent, guint64 divisor)
{
    if (exponent >= bits_of (divisor) + 30) /* the quotient has more than 30 bits */
        return RECAP_SIGN_TEST_MAX;
    if (exponent > 63) {
        guint excess = exponent - 63;
        divisor = (divisor >> excess) + ((divisor & ((G_GUINT64_CONSTANT (1) << excess) - 1)) != 0);
        exponent = 63;
    }
    return CLAMP ((G_GUINT64_CONSTANT (1) << exponent) / divisor, 1, RECAP_SIGN_TEST_MAX);
}

guint64
recap_sign_test (guint64 n, guint64 k, guint64 n_tests)
{
    g_return_val_if_fail (n <= RECAP_SIGN_TEST_TRIALS_MAX && k <= n && 2 * k >= n, 1);
    g_return_val_if_fail (n_tests <= RECAP_SIGN_TEST_TRIALS_MAX, 1);

    Number term = { 1, 0 };
    Number sum = { 1, 0 };
    for (guint64 i = 0; i < n - k; i++) {
        step (&term, n, i);
        add (&sum, term);
    }
    if (n == 0 || sum.exponent > n - 1)
        return 1;
    return divide_power ((guint)n - 1 - sum.exponent, sum.bits * MAX (n_tests, 1));
}
