/* Places to sign under the tables. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-table.h"

G_BEGIN_DECLS

/* Adds places for those who hold the plenary and for the witnesses under @block of @sheet, from
 * @row on; who does not sign stands there with the reason. They stay together on one page.
 *
 * Returns: the row after them. */
guint minutes_add_boxes (const Minutes *self, RecapSheet *sheet, const MinutesBlock *block,
                         guint row);

G_END_DECLS
