#include "config.h"

#include "seats.h"

/* The divisor of the next seat of a party that has @seats. */
static guint64
divisor (guint seats)
{
    return 2 * (guint64)seats + 1;
}

/* Compares votes / divisor without rounding. Like memcmp. */
static int
compare_quotients (const RecapSeatParty *a, const RecapSeatParty *b)
{
    guint64 left = a->votes * divisor (b->seats);
    guint64 right = b->votes * divisor (a->seats);
    return left < right ? -1 : left > right;
}

/* Whether @party takes part, with the votes that it has. */
static gboolean
competes (const RecapSeatParty *party)
{
    return party->votes > 0 && !party->excluded;
}

/* Returns: a party with the largest quotient, NULL when none has votes. */
static const RecapSeatParty *
find_largest (const RecapSeatParty *parties, guint n_parties)
{
    const RecapSeatParty *largest = NULL;
    for (guint i = 0; i < n_parties; i++)
        if (competes (&parties[i]) &&
            (largest == NULL || compare_quotients (&parties[i], largest) > 0))
            largest = &parties[i];
    return largest;
}

/* Whether the next quotient of @party equals that of @largest. */
static gboolean
is_as_large (const RecapSeatParty *party, const RecapSeatParty *largest)
{
    return competes (party) && compare_quotients (party, largest) == 0;
}

guint
recap_seats_allocate (RecapSeatParty *parties, guint n_parties, guint n_seats)
{
    g_return_val_if_fail (n_seats <= RECAP_SEATS_MAX, 0);

    for (guint i = 0; i < n_parties; i++) {
        g_return_val_if_fail (parties[i].votes <= RECAP_SEATS_VOTES_MAX, 0);
        parties[i].seats = 0;
        parties[i].tied = FALSE;
    }
    guint left = n_seats;
    while (left > 0) {
        const RecapSeatParty *first = find_largest (parties, n_parties);
        if (first == NULL)
            return left;
        RecapSeatParty largest = *first; /* as it was: the loop below changes it */
        guint n_equal = 0;
        for (guint i = 0; i < n_parties; i++)
            n_equal += is_as_large (&parties[i], &largest) ? 1 : 0;
        for (guint i = 0; i < n_parties; i++) {
            if (!is_as_large (&parties[i], &largest))
                continue;
            if (n_equal <= left)
                parties[i].seats++;
            else
                parties[i].tied = TRUE;
        }
        if (n_equal > left)
            return left;
        left -= n_equal;
    }
    return 0;
}

/* The seats of party @index in its best or its worst case. */
static guint
allocate_case (RecapSeatParty *parties, const RecapSeatClaim *claims, guint n_parties,
               guint n_seats, guint index, gboolean best)
{
    for (guint i = 0; i < n_parties; i++) {
        /* What is good for one is bad for all others. */
        gboolean most = (i == index) == best;
        parties[i].votes = most ? claims[i].most : claims[i].fewest;
        parties[i].excluded = most ? !claims[i].may_pass : claims[i].may_fail;
    }
    recap_seats_allocate (parties, n_parties, n_seats);
    return parties[index].seats + (best && parties[index].tied ? 1 : 0);
}

void
recap_seats_bound (const RecapSeatClaim *claims, guint n_parties, guint n_seats,
                   RecapSeatRange *ret_ranges)
{
    g_autofree RecapSeatParty *parties = g_new0 (RecapSeatParty, MAX (n_parties, 1));

    for (guint i = 0; i < n_parties; i++) {
        ret_ranges[i].worst = allocate_case (parties, claims, n_parties, n_seats, i, FALSE);
        ret_ranges[i].best = allocate_case (parties, claims, n_parties, n_seats, i, TRUE);
    }
}
