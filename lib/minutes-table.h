/* The sheets of the minutes with numbers. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Adds the sheet of every desa and that of the kecamatan, and fills in the totals of @self and the
 * rows of its lines.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT when a total is above RECAP_COUNT_MAX. */
gboolean minutes_add_tables (Minutes *self, GError **error);

G_END_DECLS
