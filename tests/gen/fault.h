/* Faults of every kind that is known from real elections, planted into a made-up one. */
#pragma once

#include "election.h"

/* A kind of fault. */
typedef struct {
    const char *name;   /* as the answer key has it */
    const char *reason; /* why the plenary decides as it does, in Indonesian */
    guint times;        /* how often each of --faults plants it; 0: only when it is named */
    const char *cause;  /* what recap is to take for the most likely cause; NULL: not asked */
    const char *codes;  /* findings that must be there, with blanks between; NULL: the cells' own */
    gboolean one_number;  /* one box shows another number: the numbers may tell the cause */
    gboolean sums_follow; /* a sum that differs does so because of the votes in it */
} GenFaultInfo;

/* Plants each kind of fault between paper and Sirekap @n times, one a station at most.
 *
 * Returns: NULL, or the name of the kind for which no station was left. Static. */
const char *gen_plant_faults (GenElection *self, guint n);

/* Makes each kind of mistake on the paper itself @n times; Sirekap shows it as it was written.
 *
 * Returns: as gen_plant_faults(). */
const char *gen_plant_mistakes (GenElection *self, guint n);

/* Plants the fault or mistake of this name once.
 *
 * Returns: FALSE when no station was left that suits. */
gboolean gen_plant_named (GenElection *self, const char *name);

/* Plants @n faults and mistakes of kinds that are drawn by lot, fewer when there is no room. */
void gen_plant_random (GenElection *self, guint n);

/* Returns: the fault or mistake of this name, or NULL. Static. */
const GenFaultInfo *gen_fault_find (const char *name);

/* Returns: the kind number @index, from 0; NULL after the last one. Static. */
const GenFaultInfo *gen_fault_get (guint index);

/* Spoils one to four boxes of the paper of each station: any number, blank or unreadable; once in
 * fifty the whole form is blank. The rules must then be worked out from what is there. */
void gen_damage (GenElection *self);
