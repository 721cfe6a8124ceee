/* Votes that moved between boxes while their sum stayed the same. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More boxes than this are not taken apart. */
#define RECAP_SHIFT_MAX 12

/* Takes @n changes, none of them 0, that add up to 0 apart into as many sets as possible that each
 * add up to 0: the fewest transfers of votes that explain them. Where this can be done in several
 * ways, the sets that these do not have in common are one set, since nothing tells who gave to
 * whom. More than RECAP_SHIFT_MAX changes are one set. *@ret_sets gets the number of the set of
 * each change, from 0, numbered in the order of their first changes.
 *
 * Returns: how many sets there are. */
guint recap_shift_split (const gint64 *changes, guint n, guint *ret_sets);

G_END_DECLS
