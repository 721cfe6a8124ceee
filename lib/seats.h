/* Seats from votes: the method of Sainte-Lague (UU 7/2017 pasal 415 dan 420). */
#pragma once

#include <glib.h>

#include "district.h"

G_BEGIN_DECLS

#define RECAP_SEATS_MAX RECAP_DISTRICT_SEATS_MAX

/* One party in one electoral district (dapil). */
typedef struct {
    guint64 votes;     /* at most RECAP_SEATS_VOTES_MAX */
    gboolean excluded; /* below the threshold of the nation: gets no seat */
    guint seats;       /* out: those that it has for certain */
    gboolean tied;     /* out: it could have one more, by lot or by the rule for equal votes */
} RecapSeatParty;

#define RECAP_SEATS_VOTES_MAX (G_MAXUINT64 / (2 * RECAP_SEATS_MAX + 1))

/* Gives @n_seats (at most RECAP_SEATS_MAX) seats to the parties, one after the other to the one
 * with the largest of votes / 1, votes / 3, votes / 5, ... A party without a vote gets none. Where
 * more parties have the same largest quotient than seats are left, these seats are given to nobody:
 * the parties are @tied.
 *
 * Returns: the number of seats that were given to nobody: those that are tied, or those that are
 *          left when no party has a vote. */
guint recap_seats_allocate (RecapSeatParty *parties, guint n_parties, guint n_seats);

/* What is known of one party. */
typedef struct {
    guint64 fewest, most; /* its votes; RECAP_SEATS_VOTES_MAX: nobody knows how many */
    gboolean may_pass;    /* it can be above the threshold of the nation */
    gboolean may_fail;    /* it can be below it */
} RecapSeatClaim;

/* What one party can count on when the votes are only known within bounds. */
typedef struct {
    guint worst; /* with its fewest votes against the most of all others, and every tie lost */
    guint best;  /* with its most votes against the fewest of all others, and every tie won */
} RecapSeatRange;

/* Works out the range of every party. A party's range is right for that party alone: several
 * parties cannot always have their best case together.
 *
 * Each range gets into @ret_ranges, which has room for @n_parties. */
void recap_seats_bound (const RecapSeatClaim *claims, guint n_parties, guint n_seats,
                        RecapSeatRange *ret_ranges);

G_END_DECLS
