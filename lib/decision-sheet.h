/* The sheet 'Selisih' of the minutes, in which the plenary decides: what its rows are, how they are
 * sealed, and how they are read back once they were filled in (recap-decision(5)). */
#pragma once

#include <glib.h>

#include "decision.h"
#include "documents-package.h"
#include "text.h"

G_BEGIN_DECLS

#define RECAP_DECISION_SHEET_NAME "Selisih"

/* The columns of the sheet, in their order. */
typedef enum {
    RECAP_DECISION_SHEET_NUMBER,
    RECAP_DECISION_SHEET_PLACE,
    RECAP_DECISION_SHEET_RULE,
    RECAP_DECISION_SHEET_FIELD,
    RECAP_DECISION_SHEET_SOURCE_A,
    RECAP_DECISION_SHEET_VALUE_A,
    RECAP_DECISION_SHEET_SOURCE_B,
    RECAP_DECISION_SHEET_VALUE_B,
    RECAP_DECISION_SHEET_DIFFERENCE,
    RECAP_DECISION_SHEET_SEMULA,
    RECAP_DECISION_SHEET_MENJADI, /* from here to WAKTU to be filled in */
    RECAP_DECISION_SHEET_DASAR,
    RECAP_DECISION_SHEET_ALASAN,
    RECAP_DECISION_SHEET_KEJADIAN,
    RECAP_DECISION_SHEET_DISETUJUI,
    RECAP_DECISION_SHEET_WAKTU,
    RECAP_DECISION_SHEET_STATUS,
    RECAP_DECISION_SHEET_EXPLANATION,
    RECAP_DECISION_SHEET_KEY,
    RECAP_DECISION_SHEET_N_COLUMNS,
} RecapDecisionSheetColumn;

/* What can be decided in a row. */
typedef enum {
    RECAP_DECISION_ROW_OPEN,    /* terbuka: a cell */
    RECAP_DECISION_ROW_NOTE,    /* catat: a whole form, of which note is taken */
    RECAP_DECISION_ROW_DECIDED, /* putus: nothing more, the row shows the decision */
    RECAP_DECISION_ROW_CLOSED,  /* tutup: nothing */
} RecapDecisionRowState;

/* What a row is about. */
typedef struct {
    RecapText kontes, kode;
    RecapText isian; /* empty: the whole form */
    RecapDecisionRowState state;
} RecapDecisionRow;

/* Returns: the heading of @column. Static. */
const char *recap_decision_sheet_heading (RecapDecisionSheetColumn column);

/* Returns: whether @column is filled in where the row is in @state. */
gboolean recap_decision_sheet_is_entry (RecapDecisionSheetColumn column,
                                        RecapDecisionRowState state);

/* Returns: the text of the column KEY: contest, code, field and state of @row, and its seal, 16
 * digits of the SHA-256 of these and of @texts, the texts of the other columns but those that are
 * filled in. How blanks and line ends lie between words makes no difference. Owned by the caller.
 */
char *recap_decision_sheet_key (const RecapDecisionRow *row,
                                const RecapText texts[RECAP_DECISION_SHEET_N_COLUMNS]);

/* Returns: the line that ends the rows: how many there are, and the seal of all their @keys (char
 * *) in the order of their numbers, 1 and up. Owned by the caller. */
char *recap_decision_sheet_end (const GPtrArray *keys);

/* Reads what was decided in the workbook @package (.xlsx, .ods) and adds it to @list; @file is the
 * name of 'file!Selisih' in origins, the line is the row. Of a row that was changed outside the
 * cells to be filled in, that says something which cannot be understood, or only half of it,
 * nothing is taken: a GError for everything that is wrong is added to @refusals, and one when rows
 * are missing. Two rows about one cell that decide otherwise are both refused.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA (no such sheet, or of another version) or as
 *          recap_sheet_reader_new(). */
gboolean recap_decision_sheet_read (RecapPackage *package, RecapDecisions *list,
                                    GPtrArray *refusals, GError **error);

G_END_DECLS
