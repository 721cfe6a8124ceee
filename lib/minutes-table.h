/* The sheets of the minutes with numbers. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Columns of a table that fill a page: what was carried forward, columns with data, their sum. */
typedef struct {
    guint index;    /* among the blocks of the table, from 0 */
    guint first, n; /* the columns with data, of all those of the table, from 0 */
    guint start;    /* column of the sheet where it begins */
    guint data;     /* column of the first that has data: after JUMLAH PINDAHAN */
    guint total;    /* column of JUMLAH PINDAHAN, or of JUMLAH AKHIR in the last block */
    guint width;    /* columns of the sheet that it takes, used or not */
} MinutesBlock;

/* Adds the sheet of every desa and that of the kecamatan, and fills in the totals of @self and the
 * rows of its lines.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT when a total is above RECAP_COUNT_MAX. */
gboolean minutes_add_tables (Minutes *self, GError **error);

G_END_DECLS
