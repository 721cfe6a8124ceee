/* The formulas of a rule as a spreadsheet says them, over the boxes of one form in one column. */
#pragma once

#include <glib.h>

#include "form.h"
#include "formula.h"

G_BEGIN_DECLS

/* Instead of a row: the sheet does not have the box; nor does any ballot. */
#define RECAP_ROW_NONE G_MAXUINT
#define RECAP_ROW_OFF_BALLOT (G_MAXUINT - 1)

/* Instead of a column: recap_formula_put() will say which. */
#define RECAP_COLUMN_ANY G_MAXUINT

/* Where the boxes of a form stand. Plain data. */
typedef struct {
    guint column;
    const guint *rows; /* of each field of the schema */
    gboolean is_sum;   /* the column shows totals, and the form has no number where a total lacks
                          one: its formulas are not checked, whatever the sheet shows */
} RecapFormulaPlace;

/* Returns: whether @self can be worked out from the boxes that a sheet has: the stated one, and for
 * every summand one of its boxes or a number. */
gboolean recap_formula_is_placed (const RecapFormula *self, const guint *rows);

/* What the formulas of a rule say about a form. */
typedef enum {
    RECAP_VERDICT_HELD,
    RECAP_VERDICT_BROKEN,    /* one of them does not hold, and there is nothing to measure */
    RECAP_VERDICT_BY,        /* by a number: the largest */
    RECAP_VERDICT_UNCHECKED, /* all that can be checked hold, but one has a box without a number */
} RecapVerdict;

/* Works out @formulas (of RecapFormula) for @form. *@ret_by is the number of RECAP_VERDICT_BY: how
 * far a stated box is from what the others make, or above the bound. */
RecapVerdict recap_formulas_judge (const GPtrArray *formulas, const RecapForm *form,
                                   gint64 *ret_by);

/* Returns: the words of a verdict: "sesuai", "tidak sesuai", "selisih 3", "belum". A new string
 *          owned by the caller. */
char *recap_verdict_format (RecapVerdict verdict, gint64 by);

/* Says the same in the words of a spreadsheet: a formula over the cells of @place that gives the
 * words of recap_formulas_judge(). All of @formulas must be placed.
 *
 * Returns: owned by the caller; NULL when there is nothing to work out, or when it would be longer
 *          than a spreadsheet takes. */
char *recap_formulas_print (const GPtrArray *formulas, const RecapForm *form,
                            const RecapFormulaPlace *place);

/* Returns: what recap_formulas_print() made for RECAP_COLUMN_ANY as it is in @column; owned by the
 *          caller, NULL when it would be too long. */
char *recap_formula_put (const char *pattern, guint column);

G_END_DECLS
