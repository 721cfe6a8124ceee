/* A made-up election: polling stations with the form on paper and what Sirekap shows of it. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "random.h"

typedef struct {
    char code[14];
    const char *province, *regency, *district, *village;
    guint number;        /* of the TPS: 1, 2, ... or 901 */
    gint *sound;         /* what a faultless form says; a number for each box of the contest */
    gint *paper;         /* what stands on the plano */
    gint *digital;       /* what Sirekap shows */
    gboolean on_paper;   /* FALSE: there is no such TPS but in Sirekap */
    gboolean in_digital; /* FALSE: Sirekap has nothing of it */
    gboolean taken;      /* has a part in a fault already */
    const char *fault;   /* kind of the fault between paper and Sirekap, or NULL */
    const char *mistake; /* kind of the mistake on the paper itself, or NULL */
    gboolean twice;      /* stands in the table of the plano and in a second one */
    gint stated;         /* the box that a finding about the mistake names; -1: none */
} GenStation;

/* Votes that move from one contestant to another in the same way at several TPS. */
typedef struct {
    guint from, to; /* fields */
    gint votes;
} GenShift;

typedef struct {
    GenRandom random;
    const GenContest *contest;
    GPtrArray *stations;  /* of GenStation, sorted by code */
    gboolean is_complete; /* every station that is on paper is there */
    GStringChunk *names;  /* of the desa */
    GenShift shift;       /* the one pattern of shifted votes */
    gint *strengths;      /* of every box with votes; unless there are so few that none is needed */
    guint n_shifted;      /* TPS of a pattern as a whole */
    GPtrArray *patterns;  /* GenPattern */
    GPtrArray *partners;  /* GenStation: the others that the fault just planted concerns */
} GenElection;

/* A pattern that was planted as a whole. */
typedef struct {
    GenShift shift;
    guint n_stations;
    char region[14]; /* what the codes of its TPS have in common */
} GenPattern;

typedef struct {
    guint64 seed;
    const GenContest *contest; /* must live as long as the election */
    const gint *n_stations;    /* of each desa */
    guint n_villages;
    gint special;    /* index of the desa with the special TPS 901; -1: none */
    gboolean abroad; /* some desa in Papua's noken area and overseas */
    guint index;     /* of several elections side by side: each has a kabupaten of its own */
    guint n_side;    /* how many there are; 1: the desa fill provinces as they come */
    GenShift shift;  /* votes 0: drawn by lot */
    guint n_shifted; /* TPS of a pattern as a whole */
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

/* Returns: the station @distance places after @station in the same desa, or NULL. */
GenStation *gen_election_neighbour (const GenElection *self, const GenStation *station,
                                    gint distance);

/* Writes a form of the same desa with so many voters that they are more than one TPS may have. */
void gen_election_crowd (GenElection *self, GenStation *station);
