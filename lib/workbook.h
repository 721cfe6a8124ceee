/* Writes a book as an Excel workbook. The home of libxlsxwriter. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* The paper is F4 (folio), landscape; every sheet is scaled so that a block fits the width of a
 * page. */

/* Writes @book to the file @path: beside it first, renamed when complete, so that a file of this
 * name is either the old one or the whole new one. The same book gives the same bytes.
 *
 * LC_NUMERIC must be "C" (libxlsxwriter writes numbers as the locale has them).
 *
 * Returns: FALSE with @error RECAP_ERROR_IO (cannot write) or _LIMIT (more than 16,384 columns,
 *          1,048,576 rows or 255 blocks in a sheet, a number above 2^53). */
gboolean recap_workbook_write (const RecapBook *book, const char *path, GError **error);

G_END_DECLS
