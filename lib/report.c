#include "config.h"

#include "report.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "workbook.h"

/* One line a format. */
static const struct {
    const char *ending;
    gboolean (*write) (const RecapBook *book, const char *path, GError **error);
} formats[] = {
    { ".xlsx", recap_workbook_write },
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
recap_report_write (const RecapMinutesInput *input, const char *path,
                    RecapMinutesSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (input != NULL && path != NULL && ret_summary != NULL, FALSE);

    guint format = find_format (path);
    if (format == G_N_ELEMENTS (formats)) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("the name of the output must end in .xlsx, not '%s'"), path);
        return FALSE;
    }
    RecapMinutesSummary summary = { 0 };
    g_autoptr (RecapBook) book = recap_minutes_compose (input, &summary, error);
    if (book == NULL || !formats[format].write (book, path, error))
        return FALSE;
    *ret_summary = summary;
    return TRUE;
}
