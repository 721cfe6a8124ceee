/* The sheet 'Pembetulan': what the meeting decided. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds it. */
void minutes_add_decisions (Minutes *self);

G_END_DECLS
