#include "config.h"

#include "report.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "projector.h"
#include "spool.h"
#include "workbook.h"

static gboolean
write_workbook (const RecapMinutesInput *input, const char *path, RecapMinutesSummary *ret_summary,
                GError **error)
{
    g_autoptr (RecapBook) book = recap_minutes_compose (input, ret_summary, error);
    return book != NULL && recap_workbook_write (book, path, error);
}

static gboolean
write_page (const RecapMinutesInput *input, const char *path, RecapMinutesSummary *ret_summary,
            GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    return recap_projector_compose (input, spool, ret_summary, error) &&
           recap_spool_save (spool, path, error);
}

/* One line a format. */
static const struct {
    const char *ending;
    gboolean (*write) (const RecapMinutesInput *input, const char *path,
                       RecapMinutesSummary *ret_summary, GError **error);
    gboolean takes_sources;
} formats[] = {
    { ".html", write_page, TRUE },
    { ".xlsx", write_workbook, FALSE },
};

/* Finds the format of @path; G_N_ELEMENTS (formats) when there is none. */
static guint
find_format (const char *path)
{
    guint i = 0;
    while (i < G_N_ELEMENTS (formats) && !g_str_has_suffix (path, formats[i].ending))
        i++;
    return i;
}

gboolean
recap_report_is_supported (const char *path)
{
    g_return_val_if_fail (path != NULL, FALSE);
    return find_format (path) < G_N_ELEMENTS (formats);
}

gboolean
recap_report_takes_sources (const char *path)
{
    g_return_val_if_fail (path != NULL, FALSE);
    guint format = find_format (path);
    return format < G_N_ELEMENTS (formats) && formats[format].takes_sources;
}

gboolean
recap_report_write (const RecapMinutesInput *input, const char *path,
                    RecapMinutesSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (input != NULL && path != NULL && ret_summary != NULL, FALSE);

    guint format = find_format (path);
    if (format == G_N_ELEMENTS (formats)) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("the name of the output must end in .xlsx or .html, not '%s'"), path);
        return FALSE;
    }
    RecapMinutesSummary summary = { 0 };
    if (!formats[format].write (input, path, &summary, error))
        return FALSE;
    *ret_summary = summary;
    return TRUE;
}
