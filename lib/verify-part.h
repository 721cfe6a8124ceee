/* What the parts of the comparison of a workbook share. Not a public header. */
#pragma once

#include "csv-writer.h"
#include "sheet-reader.h"
#include "sheet.h"
#include "verify.h"

G_BEGIN_DECLS

/* What can be said. */
typedef enum {
    VERIFY_FINGERPRINT,
    VERIFY_SHEET_MISSING,
    VERIFY_SHEET_EXTRA,
    VERIFY_HIDDEN,
    VERIFY_NUMBER,
    VERIFY_TEXT,
    VERIFY_FORMULA,
    VERIFY_EXTRA,
    VERIFY_MASK,
    VERIFY_FILLED,
    VERIFY_ORIGIN,
    VERIFY_FILE,
    VERIFY_FILE_ONLY, /* one of which nothing else can be compared */
    VERIFY_UNCHECKED,
    VERIFY_UNSIGNED_ONLY,
    VERIFY_NUMBERS_ONLY,
    VERIFY_MORE,
    VERIFY_N_SUBJECTS,
} VerifySubject;

/* How much of a sheet is compared. */
typedef enum {
    VERIFY_ALL,
    VERIFY_UNSIGNED, /* all but the places to sign: who is named there was not given */
    VERIFY_NUMBERS,  /* numbers and their formulas: the words depend on what was not given */
    VERIFY_NOTHING,
} VerifyExtent;

/* The answer that is being written. */
typedef struct {
    RecapCsvWriter *csv;
    RecapVerifySummary summary;
} VerifyAnswer;

/* Writes one line about @sheet; @place is '' or 'F11', @found what the workbook has, @expected what
 * the table gives. */
void verify_say (VerifyAnswer *self, VerifySubject subject, const char *sheet, const char *place,
                 RecapText found, RecapText expected);

/* Returns: the formula without what programs write in one way or the other: apostrophes, which
 * stand about names of sheets, and blanks outside of names and texts. Owned by the caller. */
char *verify_formula_simplify (RecapText formula);

/* Reads the name of a cell, 'D12' is row 11, column 3.
 *
 * Returns: FALSE, nothing written, when @name is none. */
gboolean verify_formula_parse_cell (RecapText name, guint *ret_row, guint *ret_column);

/* Returns: whether the cells @a and @b of @sheet compute the same from where they stand, so that a
 * spreadsheet may write the formula of one for both. */
gboolean verify_formula_is_shared (const RecapSheet *sheet, const RecapSheetCell *a,
                                   const RecapSheetCell *b);

/* One sheet that is being compared. */
typedef struct _VerifySheet VerifySheet;

/* Begins to compare a sheet of a workbook with @sheet, to the @extent; @sheet must live as long.
 *
 * Returns: owned by the caller. */
VerifySheet *verify_sheet_new (const RecapSheet *sheet, VerifyExtent extent);
void verify_sheet_free (VerifySheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VerifySheet, verify_sheet_free)

/* Takes the cell of the workbook at @line and @column, from 1, with what it shows. */
void verify_sheet_take (VerifySheet *self, guint64 line, guint column, RecapText value);

/* Takes what else the workbook has there. */
void verify_sheet_see (VerifySheet *self, RecapSight sight, guint64 line, guint column,
                       RecapText text);

/* Ends the sheet: says what differs, by place. @has_formulas: those of the workbook were told. */
void verify_sheet_finish (VerifySheet *self, gboolean has_formulas, VerifyAnswer *answer);

G_END_DECLS
