#include "config.h"

#include "seats.h"

#include "unit.h"

static void
test_textbook_examples (void)
{
    /* The two examples with which the method is usually told, beside that of D'Hondt. */
    RecapSeatParty three[] = { { .votes = 53000 }, { .votes = 24000 }, { .votes = 23000 } };
    UNIT_INT (recap_seats_allocate (three, 3, 7), 0);
    UNIT_INT (three[0].seats, 3);
    UNIT_INT (three[1].seats, 2);
    UNIT_INT (three[2].seats, 2);

    RecapSeatParty four[] = {
        { .votes = 100000 }, { .votes = 80000 }, { .votes = 30000 }, { .votes = 20000 }
    };
    UNIT_INT (recap_seats_allocate (four, 4, 8), 0);
    UNIT_INT (four[0].seats, 3);
    UNIT_INT (four[1].seats, 3);
    UNIT_INT (four[2].seats, 1);
    UNIT_INT (four[3].seats, 1);
}

static void
test_a_tie_is_given_to_nobody (void)
{
    RecapSeatParty parties[] = { { .votes = 300 }, { .votes = 100 }, { .votes = 7 } };
    /* 300, then 100 twice: 300/3 and 100/1 for the one seat that is left. */
    UNIT_INT (recap_seats_allocate (parties, 3, 2), 1);
    UNIT_INT (parties[0].seats, 1);
    UNIT_TRUE (parties[0].tied);
    UNIT_INT (parties[1].seats, 0);
    UNIT_TRUE (parties[1].tied);
    UNIT_FALSE (parties[2].tied);
    /* With a third seat both are served. */
    UNIT_INT (recap_seats_allocate (parties, 3, 3), 0);
    UNIT_INT (parties[0].seats, 2);
    UNIT_INT (parties[1].seats, 1);
    UNIT_FALSE (parties[0].tied);
}

static void
test_who_is_left_out (void)
{
    RecapSeatParty parties[] = { { .votes = 900, .excluded = TRUE }, { .votes = 10 }, { 0 } };
    UNIT_INT (recap_seats_allocate (parties, 3, 4), 0);
    UNIT_INT (parties[0].seats, 0);
    UNIT_INT (parties[1].seats, 4);
    UNIT_INT (parties[2].seats, 0);

    RecapSeatParty nobody[] = { { 0 }, { 0 } };
    UNIT_INT (recap_seats_allocate (nobody, 2, 3), 3);
    UNIT_INT (recap_seats_allocate (nobody, 0, 3), 3);
    UNIT_FALSE (nobody[0].tied);
}

/* An allocation is the method's just when no party's last quotient is below another's next one. */
static void
test_no_seat_could_go_to_a_larger_quotient (void)
{
    guint64 state = 7;
    for (guint round = 0; round < 3000; round++) {
        RecapSeatParty parties[24] = { 0 };
        guint n = 1 + round % G_N_ELEMENTS (parties);
        guint n_seats = round % 13, given = 0, voters = 0;
        for (guint i = 0; i < n; i++) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            parties[i].votes = (state >> 33) % (round % 2 == 0 ? 12 : 400000);
            voters += parties[i].votes > 0 ? 1 : 0;
        }
        guint left = recap_seats_allocate (parties, n, n_seats);
        for (guint i = 0; i < n; i++)
            given += parties[i].seats;
        UNIT_INT (given + left, n_seats);
        for (guint i = 0; i < n; i++)
            for (guint k = 0; k < n; k++)
                if (parties[i].seats > 0)
                    UNIT_TRUE (parties[i].votes * (2 * parties[k].seats + 1) >=
                               parties[k].votes * (2 * parties[i].seats - 1));
        if (voters > 0)
            for (guint i = 0; i < n; i++)
                UNIT_TRUE (left > 0 || !parties[i].tied);
    }
}

/* The bounds against every election that the votes and the threshold allow, each tie won by each of
 * those in it. */
static void
test_bounds_are_those_of_all_cases (void)
{
    static const RecapSeatClaim claims[] = {
        { 3, 6, TRUE, FALSE }, { 0, 4, TRUE, TRUE }, { 5, 8, TRUE, FALSE }, { 2, 9, FALSE, TRUE }
    };
    const guint n = G_N_ELEMENTS (claims);
    for (guint n_seats = 0; n_seats <= 5; n_seats++) {
        RecapSeatRange ranges[4], seen[4] = { { 99, 0 }, { 99, 0 }, { 99, 0 }, { 99, 0 } };
        recap_seats_bound (claims, n, n_seats, ranges);
        for (guint64 a = claims[0].fewest; a <= claims[0].most; a++)
            for (guint64 b = claims[1].fewest; b <= claims[1].most; b++)
                for (guint64 c = claims[2].fewest; c <= claims[2].most; c++)
                    for (gboolean out = FALSE; out <= TRUE; out++) {
                        RecapSeatParty parties[] = { { .votes = a },
                                                     { b, out, 0, FALSE },
                                                     { .votes = c },
                                                     { 9, TRUE, 0, FALSE } };
                        recap_seats_allocate (parties, n, n_seats);
                        for (guint i = 0; i < n; i++) {
                            guint top = parties[i].seats + (parties[i].tied ? 1 : 0);
                            seen[i].worst = MIN (seen[i].worst, parties[i].seats);
                            seen[i].best = MAX (seen[i].best, top);
                        }
                    }
        for (guint i = 0; i < n; i++) {
            UNIT_INT (ranges[i].worst, seen[i].worst);
            UNIT_INT (ranges[i].best, seen[i].best);
        }
    }
}

UNIT_MAIN ("seats", { "the textbook's examples", test_textbook_examples },
           { "a tie is given to nobody", test_a_tie_is_given_to_nobody },
           { "who is left out", test_who_is_left_out },
           { "no seat could go to a larger quotient", test_no_seat_could_go_to_a_larger_quotient },
           { "bounds are those of all cases", test_bounds_are_those_of_all_cases })
