/* A made-up presidential election: polling stations with the form on paper and what Sirekap shows.
 *
 * It shares no code with recap's library on purpose: what it says about a form is an outside
 * opinion. */
#pragma once

#include <glib.h>

#include "random.h"

/* The boxes of C.HASIL-PPWP in form order. */
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
    GEN_VOTES_1,
    GEN_VOTES_2,
    GEN_VOTES_3,
    GEN_VALID,
    GEN_INVALID,
    GEN_TOTAL,
    GEN_N_FIELDS,
} GenField;

#define GEN_BLANK (-1)
#define GEN_UNREADABLE (-2)

typedef struct {
    const char *name;    /* column of a recap table */
    const char *heading; /* of a table as a secretary types it */
    const char *sirekap; /* key in Sirekap's documents; NULL: the box is never public */
} GenFieldInfo;

extern const GenFieldInfo gen_fields[GEN_N_FIELDS];

/* Returns: whether the votes of a pair stand in @field; Sirekap keeps them in 'chart'. */
static inline gboolean
gen_field_is_votes (guint field)
{
    return field >= GEN_VOTES_1 && field <= GEN_VOTES_3;
}

typedef struct {
    char code[14];
    const char *province, *regency, *district, *village;
    guint number;               /* of the TPS: 1, 2, ... or 901 */
    gint sound[GEN_N_FIELDS];   /* what a faultless form says */
    gint paper[GEN_N_FIELDS];   /* what stands on the plano */
    gint digital[GEN_N_FIELDS]; /* what Sirekap shows */
    gboolean on_paper;          /* FALSE: there is no such TPS but in Sirekap */
    gboolean in_digital;        /* FALSE: Sirekap has nothing of it */
    gboolean taken;             /* has a part in a fault already */
    const char *fault;          /* kind of the fault between paper and Sirekap, or NULL */
    const char *mistake;        /* kind of the mistake on the paper itself, or NULL */
} GenStation;

typedef struct {
    GenRandom random;
    GPtrArray *stations;                    /* of GenStation, sorted by code */
    GStringChunk *names;                    /* of the desa */
    gint shift_from, shift_to, shift_votes; /* the one pattern of shifted votes */
} GenElection;

typedef struct {
    guint64 seed;
    const gint *n_stations; /* of each desa */
    guint n_villages;
    gint special;    /* index of the desa with the special TPS 901; -1: none */
    gboolean abroad; /* some desa in Papua's noken area and overseas */
} GenElectionOptions;

/* Makes sound forms: every rule of severity galat and peringatan holds on each.
 *
 * Returns: owned by the caller. */
GenElection *gen_election_new (const GenElectionOptions *options);
void gen_election_free (GenElection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenElection, gen_election_free)

/* Adds a sound station after the last ordinary one in the desa of @neighbour; it is not on paper.
 *
 * Returns: the station; it belongs to @self, whose stations are sorted again. */
GenStation *gen_election_add_unknown (GenElection *self, const GenStation *neighbour);
