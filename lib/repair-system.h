/* Small systems of equations and bounds over whole numbers; a part of repair. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

enum { RECAP_SYSTEM_MAX = 4 }; /* variables */

/* The sum of @factors times the variables, plus @constant, is 0, or with @bound at most 0. */
typedef struct {
    gint64 factors[RECAP_SYSTEM_MAX];
    gint64 constant;
    gboolean bound;
} RecapRow;

typedef struct {
    gint64 low;
    gint64 high;
} RecapRange;

typedef enum {
    RECAP_SYSTEM_NONE,    /* no whole numbers satisfy it */
    RECAP_SYSTEM_SOME,    /* some do */
    RECAP_SYSTEM_UNKNOWN, /* too large to tell */
} RecapSystem;

/* Looks for whole numbers in the ranges of @ranges, @n_variables of them, that satisfy the @n_rows
 * rows. The work is bounded. With @narrow and RECAP_SYSTEM_SOME every range is made as narrow as
 * can be: both its ends are in some solution. Without, @ranges stays as it was.
 *
 * Returns: what was found. */
RecapSystem recap_system_solve (const RecapRow *rows, guint n_rows, guint n_variables,
                                RecapRange *ranges, gboolean narrow);

G_END_DECLS
