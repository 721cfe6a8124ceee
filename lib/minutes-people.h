/* The sheets with persons and what they raised. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Each adds one sheet: special occurrences; attendance; receipt; signatures. */
void minutes_add_incidents (Minutes *self);
void minutes_add_attendance (Minutes *self);
void minutes_add_receipt (Minutes *self);
void minutes_add_signatures (Minutes *self);

G_END_DECLS
