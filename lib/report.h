/* The minutes as a file. */
#pragma once

#include <glib.h>

#include "minutes.h"

G_BEGIN_DECLS

/* Returns: whether recap_report_write() knows what to write from the ending of the name @path:
 * '.xlsx', the minutes as a workbook; '.html', the page for a projector (lib/projector.h). */
gboolean recap_report_is_supported (const char *path);

/* Returns: whether what recap_report_write() makes of the name @path shows several sources beside
 * each other. */
gboolean recap_report_takes_sources (const char *path);

/* Composes the minutes and writes them to the file @path, in the format that its name ends in:
 * beside it first, renamed when complete.
 *
 * Returns: TRUE and what is in them in *@ret_summary; FALSE with @error as recap_minutes_compose()
 *          and recap_workbook_write(), as recap_projector_compose() and recap_spool_save(), or
 *          RECAP_ERROR_USAGE when the format is not known. */
gboolean recap_report_write (const RecapMinutesInput *input, const char *path,
                             RecapMinutesSummary *ret_summary, GError **error);

G_END_DECLS
