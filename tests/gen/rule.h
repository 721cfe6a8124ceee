/* The rules of a form that must hold, as far as Sirekap shows its boxes. Written down a second time
 * on purpose: they are asked which numbers a form could have had. */
#pragma once

#include "contest.h"

/* Returns: the rules, owned by the caller. */
GArray *gen_rules_new (const GenContest *contest);

/* Returns: how many rules the form with these boxes breaks; a blank breaks none. */
guint gen_rules_count_broken (const GArray *rules, const gint *cells);

/* Returns: the number of boxes of which one alone, with another number, makes every rule hold. */
guint gen_rules_count_repairs (const GArray *rules, const GenContest *contest, const gint *cells);
