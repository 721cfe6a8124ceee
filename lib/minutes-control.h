/* What the rules of one form say under the tables of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-table.h"

G_BEGIN_DECLS

/* Adds the control rows of @block of the sheet of @area below its lines, from @row on; the lines
 * of the block are there already. The rows are the same for every block of the sheet, their labels
 * are written with the first.
 *
 * Returns: the row after them; @row when there are no rules. */
guint minutes_add_control (Minutes *self, MinutesArea *area, const MinutesBlock *block, guint row);

G_END_DECLS
