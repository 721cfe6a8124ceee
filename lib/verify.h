/* Says whether a workbook with minutes still is what the table says. */
#pragma once

#include <glib.h>

#include "minutes.h"
#include "spool.h"

G_BEGIN_DECLS

/* What came out. */
typedef struct {
    guint n_sheets;          /* compared, wholly or their numbers */
    guint n_unchecked;       /* sheets not compared, or not in full */
    guint64 n_cells;         /* compared */
    guint64 n_differences;   /* of severity galat and peringatan, but for these sheets */
    guint64 n_filled;        /* cells to be filled in that were */
    gboolean is_fingerprint; /* that of the table stands in the workbook, and no other */
} RecapVerifySummary;

/* Composes the minutes of @input and compares the workbook @path (.xlsx; of .ods no formulas) with
 * them: names and order of nothing but the cells count, so that it may have been saved again. Every
 * difference goes to @spool as CSV: lembar, sel, tingkat, hal, tertulis, seharusnya, keterangan; by
 * sheet and place. What the workbook says it was made from and @input does not have is not
 * compared: that is said with severity peringatan, cells that were filled in with info.
 *
 * Returns: FALSE with @error as recap_minutes_compose(), or RECAP_ERROR_IO, _SCHEMA, _SYNTAX or
 *          _LIMIT when @path cannot be read as a workbook. */
gboolean recap_verify_run (const RecapMinutesInput *input, const char *path, RecapSpool *spool,
                           RecapVerifySummary *ret_summary, GError **error);

G_END_DECLS
