/* Faults of every kind that is known from real elections, planted into a made-up one. */
#pragma once

#include "election.h"

/* A kind of difference between the plano and Sirekap. */
typedef struct {
    const char *name;   /* as the answer key has it */
    const char *reason; /* why the plenary keeps the number of the plano, in Indonesian */
    guint times;        /* how often it is planted for each one asked for: a pattern must return */
} GenFaultInfo;

/* Plants each kind of fault between paper and Sirekap @n times, one a station at most.
 *
 * Returns: NULL, or the name of the kind for which no station was left. Static. */
const char *gen_plant_faults (GenElection *self, guint n);

/* Makes each kind of mistake on the paper itself @n times; Sirekap shows it as it was written.
 *
 * Returns: as gen_plant_faults(). */
const char *gen_plant_mistakes (GenElection *self, guint n);

/* Returns: why the plenary decided so about a fault or mistake of this name. Static. */
const char *gen_fault_reason (const char *name);

/* Spoils one to four boxes of the paper of each station: any number, blank or unreadable; once in
 * fifty the whole form is blank. The rules must then be worked out from what is there. */
void gen_damage (GenElection *self);
