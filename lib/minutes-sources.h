/* The annex of sources: every file that the minutes were made from. Not a public header. */
#pragma once

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds the sheet 'Lampiran Sumber'. */
void minutes_add_sources (Minutes *self);

G_END_DECLS
