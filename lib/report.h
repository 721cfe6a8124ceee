/* The minutes as a file. */
#pragma once

#include <glib.h>

#include "minutes.h"

G_BEGIN_DECLS

/* Returns: whether recap_report_write() knows what to write from the ending of the name @path:
 * '.xlsx'. */
gboolean recap_report_is_supported (const char *path);

/* Composes the minutes and writes them to the file @path, in the format that its name ends in:
 * beside it first, renamed when complete.
 *
 * Returns: TRUE and what is in them in *@ret_summary; FALSE with @error as recap_minutes_compose()
 *          and recap_workbook_write(), or RECAP_ERROR_USAGE when the format is not known. */
gboolean recap_report_write (const RecapMinutesInput *input, const char *path,
                             RecapMinutesSummary *ret_summary, GError **error);

G_END_DECLS
