/* The rules of one form as formulas over its boxes. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "form.h"
#include "rule.h"

G_BEGIN_DECLS

/* A formula made ready for the forms of one contest and one schema: STATED = OTHERS or
 * STATED <= OTHERS. */
typedef struct _RecapFormula RecapFormula;

/* Makes the formulas of @rule ready, one for each choice of its braces, for ordinary TPS or, when
 * @outside, for others. A choice whose boxes the contest or the schema does not have is left out.
 *
 * Returns: a new array of RecapFormula owned by the caller, maybe empty; NULL with @error
 *          RECAP_ERROR_SYNTAX when the formula cannot be read. */
GPtrArray *recap_formulas_compile (const RecapRule *rule, const RecapContest *contest,
                                   const RecapSchema *schema, gboolean outside, GError **error);

/* Returns: the index in the schema of the box that states the result. */
guint recap_formula_get_stated (const RecapFormula *self);

/* Returns: whether the others are an upper bound (<=) and not the number itself (=). */
gboolean recap_formula_is_bound (const RecapFormula *self);

/* One summand of the others. Of several boxes the first that has a number counts, or else the
 * number. */
typedef struct {
    guint boxes[4]; /* indices in the schema */
    guint n_boxes;
    gint64 number; /* -1: none */
    guint percent; /* of the box; 0: the box itself */
} RecapTerm;

/* Returns: the summands, *@ret_n of them. They belong to @self. */
const RecapTerm *recap_formula_get_terms (const RecapFormula *self, guint *ret_n);

/* Returns: the box of @term that counts for @form, NULL when its number does. */
const guint *recap_term_get_box (const RecapTerm *term, const RecapForm *form);

/* Works out what the other boxes make of the stated one.
 *
 * Returns: FALSE when a box has no number, so that the rule cannot be checked; else TRUE,
 *          *@ret_holds whether the form keeps the rule, and *@ret_value what the others make (the
 *          bound, for <=). */
gboolean recap_formula_evaluate (const RecapFormula *self, const RecapForm *form,
                                 gboolean *ret_holds, gint64 *ret_value);

/* Appends the formula with the numbers of @form: 'V.A 216 != IV.1 72 + IV.2 109 + IV.3 36 =
 * 217'. */
void recap_formula_describe (const RecapFormula *self, const RecapForm *form, GString *out);

G_END_DECLS
