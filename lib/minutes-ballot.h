/* Boxes that nobody needs to fill in because nobody stands there. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Makes RECAP_CELL_NOT_CARRIED, in copies of the forms, of the blanks of contestants and candidates
 * whom the ballot of their part does not have. Its forms and parts must be there. */
void minutes_leave_out_boxes (Minutes *self);

G_END_DECLS
