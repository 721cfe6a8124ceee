/* What was found and decided about the boxes of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Findings and decisions by code and box. */
typedef struct _MinutesMarks MinutesMarks;

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

/* Marks the boxes that a broken rule holds against the one that its finding names; the control rows
 * must be prepared. */
void minutes_marks_add_operands (Minutes *self);

/* Marks @cell of @sheet, which shows the cell @isian (empty: the form as a whole) of @kode, and
 * lets a comment tell what was found and decided about it. */
void minutes_mark_cell (const Minutes *self, RecapSheet *sheet, RecapSheetCell *cell,
                        RecapText kode, RecapText isian);

G_END_DECLS
