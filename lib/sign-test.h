/* The sign test: how often chance alone goes so much one way. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rarer than one in so many is not told apart. */
#define RECAP_SIGN_TEST_MAX G_GUINT64_CONSTANT (1000000000)

/* The most trials, and the most tests. */
#define RECAP_SIGN_TEST_TRIALS_MAX 1048576

/* Works out the probability that of @n independent trials, which go either way with the same
 * probability, @k or more go one way, whichever it is (two-sided): 2 * P(X >= k). With @n_tests
 * tests the probability that this happens in at least one of them is at most so many times that
 * (Bonferroni). @k must be at least half of @n; none may be above RECAP_SIGN_TEST_TRIALS_MAX.
 *
 * The sum of the binomial coefficients is exact up to 2^40, which holds for 40 trials and whenever
 * nearly all go one way. Beyond that each step is rounded up, so that the probability is never
 * stated too small, and too large by less than one part in 100,000.
 *
 * Returns: N, rounded down, for a probability of 1 in N; 1 when it is 1 or more; at most
 *          RECAP_SIGN_TEST_MAX, for 'that or rarer'. */
guint64 recap_sign_test (guint64 n, guint64 k, guint64 n_tests);

G_END_DECLS
