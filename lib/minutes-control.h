/* What the rules of one form say under the tables of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-table.h"

G_BEGIN_DECLS

/* The rules as they are for the forms of the minutes, made ready. */
typedef struct _MinutesControl MinutesControl;

/* Makes the rules of the input ready, when it has any: those that must hold or are remarkable
 * (galat, peringatan), that are formulas over boxes which the tables have, and that no other rule
 * implies.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (a formula that cannot be read) or _SCHEMA (rules of
 *          a contest that is not known). */
gboolean minutes_prepare_control (Minutes *self, GError **error);
void minutes_control_free (MinutesControl *self);

/* Adds the control rows of @block of the sheet of @area below its lines, from @row on; the lines
 * of the block are there already. The rows are the same for every block of the sheet, their labels
 * are written with the first.
 *
 * Returns: the row after them; @row when there are no rules. */
guint minutes_add_control (Minutes *self, MinutesArea *area, const MinutesBlock *block, guint row);

G_END_DECLS
