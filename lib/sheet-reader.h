/* Reads workbooks of spreadsheets, .xlsx and .ods, sheet by sheet and row by row in bounded
 * memory. */
#pragma once

#include <glib.h>

#include "documents-package.h"
#include "records.h"

G_BEGIN_DECLS

typedef struct _RecapSheetReader RecapSheetReader;

/* What a sheet has beside the values of its cells. */
typedef enum {
    /* The formula of a cell, without '='; '{SUM(B2:B9)}' when it is one of several cells. */
    RECAP_SIGHT_FORMULA,
    /* The formula is shared with the cell of this name, 'G34'; empty: with none that there is. */
    RECAP_SIGHT_SHARED,
    /* What a cell without a formula has is no number, even if it looks like one: '163'. */
    RECAP_SIGHT_TEXT,
    /* A format that shows something else than what is in the cell; its code. */
    RECAP_SIGHT_MASK,
    RECAP_SIGHT_HIDDEN_ROW,     /* or one without height */
    RECAP_SIGHT_HIDDEN_COLUMNS, /* or without width: from the column to that in place of a line */
    RECAP_SIGHT_FOOTER,         /* of the printed page */
} RecapSight;

/* Takes what was seen at @line and @column, from 1; 0: of all. @text belongs to the reader. */
typedef void (*RecapSightFunc) (RecapSight sight, guint64 line, guint column, RecapText text,
                                gpointer data);

/* Finds out the format of @package, which must live as long, and what sheets it has.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SCHEMA (an .xlsb file, no sheet),
 *          _SYNTAX (damaged), _LIMIT (more than 1,024 sheets, a zip bomb) or _IO. */
RecapSheetReader *recap_sheet_reader_new (RecapPackage *package, GError **error);
void recap_sheet_reader_free (RecapSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSheetReader, recap_sheet_reader_free)

/* Returns: "xlsx" or "ods". Static. */
const char *recap_sheet_reader_get_format (const RecapSheetReader *self);

/* The sheets in the order of the workbook, hidden ones too, @index from 0. Names
 * belong to @self. */
guint recap_sheet_reader_get_n (const RecapSheetReader *self);
const char *recap_sheet_reader_get_name (const RecapSheetReader *self, guint index);
gboolean recap_sheet_reader_is_hidden (const RecapSheetReader *self, guint index);

/* Returns: the names of the sheets that have no cells, such as charts; ends with NULL, belongs to
 * @self. */
const char *const *recap_sheet_reader_get_others (const RecapSheetReader *self);

/* Has @func called with @data for what is seen while the records of an .xlsx file are read, of the
 * cells of a row before the row is given; of an .ods file nothing is told. NULL: no longer. */
void recap_sheet_reader_watch (RecapSheetReader *self, RecapSightFunc func, gpointer data);

/* Opens sheet @index and closes the one before. The rows are records of the name 'file!sheet';
 * those without text are left out. Each has as many fields as the widest row before it or itself.
 *
 * A cell holds what was computed last, as it is written in the file: '163', '163.0',
 * '1.10507E+12', 'TRUE', '#REF!'. What only looks like a number must not be taken for a count: a
 * date becomes '2024-02-15', a percentage '90%', a formula that was never computed '=B2+B3'. Of
 * joined cells the first has the text.
 *
 * Returns: the records, which belong to @self until the next call; NULL with @error as
 *          recap_sheet_reader_new(). Reading them gives these errors too, and RECAP_ERROR_LIMIT for
 *          more than 16,384 columns, 1,048,576 rows, or 1 MiB in a cell. */
const RecapRecords *recap_sheet_reader_open (RecapSheetReader *self, guint index, GError **error);

G_END_DECLS
