/* What was found and decided about the boxes of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Findings and decisions by code and box. */
typedef struct _MinutesMarks MinutesMarks;

/* What the meeting made of a finding; the last ones say most about a cell that has several. */
typedef enum {
    MINUTES_STATUS_DECIDED,
    MINUTES_STATUS_NOTED,     /* the form as a whole */
    MINUTES_STATUS_NOT_ASKED, /* there is nothing to decide */
    MINUTES_STATUS_SETTLED,   /* the form of the table shows it no longer */
    MINUTES_STATUS_OPEN,
} MinutesStatus;

/* What the minutes say, or begin with, of a finding that is open. */
#define MINUTES_OPEN "Belum diputuskan"

/* Sorts the findings and decisions of the input that belong into these minutes; they live as long
 * as the input.
 *
 * Returns: owned by the caller. */
MinutesMarks *minutes_marks_new (const Minutes *minutes);
void minutes_marks_free (MinutesMarks *self);

/* Goes through the decisions of these minutes that count: of several about one cell the last.
 *
 * Returns: decision @index, from 0; NULL behind the last. Belongs to the input. */
const RecapDecision *minutes_marks_get_decision (const MinutesMarks *self, guint index);

/* Returns: the last decision about @finding, or NULL. Belongs to the input. */
const RecapDecision *minutes_find_decision (const Minutes *self, const RecapFinding *finding);

/* Returns: what became of finding @index of the input, which belongs into these minutes; the words
 * of the sheets for it, static. */
MinutesStatus minutes_status (const Minutes *self, guint index);
const char *minutes_status_text (MinutesStatus status);

/* Marks the boxes that a broken rule holds against the one that its finding names; the control rows
 * must be prepared. */
void minutes_marks_add_operands (Minutes *self);

/* Marks @cell of @sheet, which shows the cell @isian (empty: the form as a whole) of @kode, and
 * lets a comment tell what was found and decided about it. */
void minutes_mark_cell (const Minutes *self, RecapSheet *sheet, RecapSheetCell *cell,
                        RecapText kode, RecapText isian);

G_END_DECLS
