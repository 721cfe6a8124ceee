/* The sheet 'Selisih': differences, findings, blank boxes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds it. */
void minutes_add_findings (Minutes *self);

/* What the list says of a finding that nobody has decided about. */
#define MINUTES_OPEN "Belum diputuskan"

/* Returns: whether it says so of @finding. */
gboolean minutes_is_open (const Minutes *self, const RecapFinding *finding);

G_END_DECLS
