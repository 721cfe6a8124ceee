/* Charts in a workbook. Not a public header. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Adds the charts of @sheet. @workbook and @worksheet are those of libxlsxwriter, whose types stand
 * in no header; @heights has the height of each row in points.
 *
 * Returns: FALSE when libxlsxwriter cannot. */
gboolean workbook_add_charts (gpointer workbook, gpointer worksheet, const RecapSheet *sheet,
                              const guint *heights);

G_END_DECLS
