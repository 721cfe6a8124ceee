/* The rows of a sheet between the parser, which finds several at a time, and the reader, which is
 * asked for one. Not a public header. */
#pragma once

#include <glib.h>

#include "records.h"

G_BEGIN_DECLS

#define SHEET_COLUMNS_MAX 16384
#define SHEET_ROWS_MAX 1048576

typedef struct _SheetRows SheetRows;

/* Makes an empty list of rows of the sheet @name ('file!sheet', borrowed).
 *
 * Returns: owned by the caller. */
SheetRows *sheet_rows_new (const char *name);
void sheet_rows_free (SheetRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheetRows, sheet_rows_free)

/* Begins row @line, from 1.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT (over SHEET_ROWS_MAX) or _SYNTAX (not after the row
 *          before). */
gboolean sheet_rows_begin (SheetRows *self, guint64 line, GError **error);

/* Adds the cell in @column, from 1, to the row. @text is copied, unless @lent: then it must live as
 * long as @self. A cell without text need not be added.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT (over SHEET_COLUMNS_MAX, a text over
 *          RECAP_FIELD_MAX) or _SYNTAX (not after the cell before). */
gboolean sheet_rows_add (SheetRows *self, guint64 column, RecapText text, gboolean lent,
                         GError **error);

/* Ends the row, which stands there @n_times, one below the other.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT when that makes more cells than a sheet is taken
 *          for. */
gboolean sheet_rows_end (SheetRows *self, guint64 n_times, GError **error);

/* Takes the next row out: as many fields as the widest row so far has, empty ones added. Its texts
 * belong to @self until the next call. Rows without text are left out.
 *
 * Returns: FALSE when there is none. */
gboolean sheet_rows_take (SheetRows *self, RecapRecord *record);

/* Notes that cells are joined. Those of one line are of no interest.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (no such cells) or _LIMIT (more than
 *          SHEET_ROWS_MAX). */
gboolean sheet_rows_join (SheetRows *self, const RecapJoined *joined, GError **error);

/* Returns: a new array of RecapJoined, sorted by first line and column, owned by the caller. */
GArray *sheet_rows_get_joined (const SheetRows *self);

/* Forgets everything, to begin again. */
void sheet_rows_clear (SheetRows *self);

G_END_DECLS
