/* The form of a contest: its boxes in form order.
 *
 * It shares no code and no data with recap's library on purpose: what it says about a form is an
 * outside opinion. */
#pragma once

#include <glib.h>

/* The boxes before the votes are the same for every contest. */
typedef enum {
    GEN_VOTERS_L,
    GEN_VOTERS_P,
    GEN_VOTERS_J,
    GEN_LISTED_L,
    GEN_LISTED_P,
    GEN_LISTED_J,
    GEN_MOVED_L,
    GEN_MOVED_P,
    GEN_MOVED_J,
    GEN_SPECIAL_L,
    GEN_SPECIAL_P,
    GEN_SPECIAL_J,
    GEN_USERS_L,
    GEN_USERS_P,
    GEN_USERS_J,
    GEN_RECEIVED,
    GEN_USED,
    GEN_RETURNED,
    GEN_UNUSED,
    GEN_DISABLED_L,
    GEN_DISABLED_P,
    GEN_DISABLED_J,
    GEN_VOTES, /* the first box of section IV */
} GenField;

#define GEN_BLANK (-1)
#define GEN_UNREADABLE (-2)

/* What a box holds. */
typedef enum {
    GEN_BOX_PEOPLE,    /* sections I and III */
    GEN_BOX_BALLOTS,   /* section II */
    GEN_BOX_VOTES,     /* of a pair or a candidate who stands alone */
    GEN_BOX_PARTY,     /* A.1: votes for the party itself */
    GEN_BOX_CANDIDATE, /* A.2 */
    GEN_BOX_PARTY_SUM, /* B = A.1 + A.2 */
    GEN_BOX_RESULT,    /* section V */
} GenBoxKind;

typedef struct {
    char name[24];       /* column of a recap table */
    const char *heading; /* of a table as a secretary types it; NULL: not typed */
    const char *sirekap; /* key in Sirekap's documents; NULL: the box is never public */
    GenBoxKind kind;
    guint owner; /* number of the contestant: pair, candidate or party; 0: none */
} GenBox;

typedef struct {
    const char *code;
    GArray *boxes;                /* of GenBox */
    guint n_boxes;                /* their number */
    guint n_contestants;          /* pairs, candidates or parties */
    gboolean has_parties;         /* with candidates */
    guint valid, invalid, total;  /* the boxes of section V */
    gint voters_low, voters_high; /* of each sex at a TPS */
    gint reserve;                 /* ballots, in thousandths of the voters */
    gint voters_max;              /* of one TPS */
} GenContest;

/* @n_contestants: pairs or candidates, and for party lists the candidates of the longest list; 0:
 * the usual number. @aceh: with the parties that stand in Aceh only.
 *
 * Returns: owned by the caller; NULL when there is no such contest, or not with so many. */
GenContest *gen_contest_new (const char *code, guint n_contestants, gboolean aceh);
void gen_contest_free (GenContest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenContest, gen_contest_free)

static inline const GenBox *
gen_contest_box (const GenContest *self, guint field)
{
    return &g_array_index (self->boxes, GenBox, field);
}

/* Returns: whether somebody's votes stand in @field, sums of a party counted in. */
static inline gboolean
gen_contest_is_votes (const GenContest *self, guint field)
{
    return field >= GEN_VOTES && field < self->valid;
}

/* Returns: the box with what the contestant of @field won in all: B of its party, or @field. */
guint gen_contest_sum_of (const GenContest *self, guint field);
