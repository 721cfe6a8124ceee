/* How a sheet fills pages: the heights of its rows, the scale, where pages end. Plain arithmetic.
 * Not a public header. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Points between the margins of a page (F4, landscape), less a little: no two programs measure
 * alike. */
enum { WORKBOOK_PAGE_WIDTH = 862, WORKBOOK_PAGE_HEIGHT = 512 };

/* Finds the height of every row in points, so that its texts fit.
 *
 * Returns: one for each row of @sheet; owned by the caller. */
guint *workbook_fit_rows (const RecapSheet *sheet);

/* Returns: the width of @n columns from @column on in points, as programs that take whole pixels
 * have it. */
guint workbook_fit_width (const RecapSheet *sheet, guint column, guint n);

/* Finds the scale in per cent at which a block of @sheet, whose rows have @heights, fits a page if
 * that is legible, else the width of one.
 *
 * Returns: the rows before which a page ends (guint, ascending, at most 1,023); owned by the
 *          caller. */
GArray *workbook_fit_pages (const RecapSheet *sheet, const guint *heights, guint *ret_scale);

/* Finds the size of the box of a comment in pixels; Excel shows no more of it than fits in. */
void workbook_fit_comment (const char *comment, guint points, guint *ret_width, guint *ret_height);

G_END_DECLS
