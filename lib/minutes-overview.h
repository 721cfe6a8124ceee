/* The sheet that a plenary looks at first: votes, progress and findings, with charts. Not a public
 * header. */
#pragma once

#include "minutes-data.h"

G_BEGIN_DECLS

/* Fills in @sheet, after the sheets with numbers and the list of findings are there. */
void minutes_fill_overview (Minutes *self, RecapSheet *sheet);

G_END_DECLS
