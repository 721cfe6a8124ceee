/* The sheet 'Selisih': differences, findings, blank boxes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds it. */
void minutes_add_findings (Minutes *self);

G_END_DECLS
