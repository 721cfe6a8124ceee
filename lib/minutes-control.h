/* What the rules of one form say under the tables of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-table.h"

G_BEGIN_DECLS

/* The rules as they are for the forms of the minutes, made ready. */
typedef struct _MinutesControl MinutesControl;

/* Makes the rules of the input ready, when it has any: those that must hold or are remarkable
 * (galat, peringatan), that are formulas over boxes which the tables have, and that no other rule
 * implies.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (a formula that cannot be read) or _SCHEMA (rules
 *          of a contest that is not known). */
gboolean minutes_prepare_control (Minutes *self, GError **error);
void minutes_control_free (MinutesControl *self);

/* Appends the boxes (guint, of the schema) that the rule of @finding is about to @boxes: the one it
 * names and the others. None without rules, and for what is no formula over one form. */
void minutes_find_operands (const Minutes *self, const RecapFinding *finding, GArray *boxes);

/* Returns: whether the sheet of @area, whose lines know their rows, has control rows. */
gboolean minutes_has_control (const Minutes *self, const MinutesArea *area);

/* Adds what the rules say about the columns of @block of the sheet of @area: in row @summary, below
 * the lines, the codes of those that are broken; from @row on, which begins a page, each rule. The
 * lines of the block are there already. The rows are the same for every block of the sheet, their
 * labels are written with the first. */
void minutes_add_control (Minutes *self, const MinutesArea *area, const MinutesBlock *block,
                          guint summary, guint row);

G_END_DECLS
