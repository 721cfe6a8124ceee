/* What may be typed into the cells of a sheet that are to be filled in, in the words of a
 * spreadsheet. It helps who types; whoever reads the sheet back checks again. Not a public header.
 */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

/* Cells of one column, one below the other, that take the same. */
typedef struct {
    const RecapEntry *entry;
    guint column, row, last_row;
} WorkbookEntries;

/* Returns: those of @sheet (WorkbookEntries) by column and row; owned by the caller. */
GArray *workbook_entries_find (const RecapSheet *sheet);

/* Returns: the formula that tells whether what was typed into the first cell of @entries, which
 * are of RECAP_ENTRY_CELL, is allowed: at most 255 characters; owned by the caller. */
char *workbook_entries_formula (const WorkbookEntries *entries);

/* Returns: what is said when it is not. Static. */
const char *workbook_entries_refusal (const RecapEntry *entry);

G_END_DECLS
