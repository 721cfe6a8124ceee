/* The rows of the projector page: what there is to say, box by box. Not a public header. */
#pragma once

#include <glib.h>

#include "projector-data.h"

G_BEGIN_DECLS

/* Fills in the rows and findings of @self, whose stations and fields must be known. */
void projector_find_rows (Projector *self);

/* Returns: the value of the box of @row in @source: what the form says, else what a finding says of
 * it, else PROJECTOR_CELL_UNKNOWN. */
RecapCell projector_row_value (const Projector *self, const ProjectorRow *row, guint source);

G_END_DECLS
