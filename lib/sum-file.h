/* Sums as files. */
#pragma once

#include <glib.h>

#include "finding-file.h"
#include "spool.h"
#include "sum.h"

G_BEGIN_DECLS

/* How sums are written. Initialise every member. */
typedef struct {
    RecapFormat format;  /* csv, or text for people */
    gboolean counts;     /* a column n_<field> for each field: how many TPS gave a number */
    guint64 max_remarks; /* keep the first ones, count the others */
    GPtrArray *remarks;  /* gets them as GError; frees its elements itself */
} RecapSumFile;

/* Adds the forms of @tables as recap_sum_run() does and writes the sums to @spool, which is empty.
 *
 * Returns: FALSE with @error as recap_sum_run(). */
gboolean recap_sum_write (RecapTables *tables, const RecapSumOptions *options,
                          const RecapSumFile *file, RecapSpool *spool, RecapSumSummary *ret_summary,
                          GError **error);

G_END_DECLS
