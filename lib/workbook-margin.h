/* What stands at the top and at the bottom of every page, in the words of a spreadsheet. Not a
 * public header. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Return: a header and a footer of at most 255 characters, as Excel takes them; what does not fit
 * is cut. Owned by the caller. */
char *workbook_margin_header (const RecapSheet *sheet);
char *workbook_margin_footer (const RecapSheet *sheet);

G_END_DECLS
