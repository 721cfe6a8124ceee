/* How much room text takes and where a long sheet is cut into pages. Plain arithmetic. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Returns: how high @text (UTF-8) is, in points, when it is set in Arial of @points, @bold or not,
 * and broken into lines of @width points. */
guint recap_page_text_height (const char *text, guint points, gboolean bold, guint width);

/* Returns: how high a page must be that no rows which stay together are parted: their @heights and
 * those of the head. */
guint recap_page_tallest (const RecapSheet *sheet, const guint *heights);

/* Finds the rows before which a page ends. @heights has the height of each row; the
 * rows of its head are printed again on every page; a page has room for @room (same unit as the
 * heights). Rows that say so stay with the next one, unless they alone are more than a page.
 *
 * Returns: the rows (guint, ascending, never 0); owned by the caller. */
GArray *recap_page_breaks (const RecapSheet *sheet, const guint *heights, guint room);

G_END_DECLS
