/* The rules of one form as formulas over its boxes. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "form.h"
#include "rule.h"

G_BEGIN_DECLS

/* A formula made ready for the forms of one contest and one schema: the box that is stated, a
 * relation, the others. */
typedef struct _RecapFormula RecapFormula;

/* How the stated box must stand to what the others make. */
typedef enum {
    RECAP_RELATION_EQUAL,    /* = */
    RECAP_RELATION_AT_MOST,  /* <= */
    RECAP_RELATION_BELOW,    /* <: two zeros keep it, a share of nothing being nothing */
    RECAP_RELATION_TOGETHER, /* <=>: both are zero, or neither is */
} RecapRelation;

/* Makes the formulas of @rule ready, one for each choice of its braces, for ordinary TPS or, when
 * @outside, for others. A choice whose boxes the contest or the schema does not have is left out.
 *
 * Returns: a new array of RecapFormula owned by the caller, maybe empty; NULL with @error
 *          RECAP_ERROR_SYNTAX when the formula cannot be read. */
GPtrArray *recap_formulas_compile (const RecapRule *rule, const RecapContest *contest,
                                   const RecapSchema *schema, gboolean outside, GError **error);

/* Returns: the index in the schema of the box that states the result. */
guint recap_formula_get_stated (const RecapFormula *self);

RecapRelation recap_formula_get_relation (const RecapFormula *self);

/* Returns: whether the others are an upper bound (<=) and not the number itself (=). */
gboolean recap_formula_is_bound (const RecapFormula *self);

/* Returns: how a share that is no whole number may be rounded, *@ret_n of them; none: it is not
 * equal to anything then. They belong to @self. */
const RecapRounding *recap_formula_get_roundings (const RecapFormula *self, guint *ret_n);

/* One summand of the others. Of several boxes the first that has a number counts, or else the
 * number. */
typedef struct {
    guint boxes[4]; /* indices in the schema */
    guint n_boxes;
    gint64 number;   /* -1: none */
    guint permil;    /* thousandths of it; 1000: the whole */
    gboolean listed; /* one of a list (contestants, candidates): left out when not on the ballot */
} RecapTerm;

/* Returns: the summands, *@ret_n of them. They belong to @self. */
const RecapTerm *recap_formula_get_terms (const RecapFormula *self, guint *ret_n);

/* Returns: the box of @term that counts for @form, NULL when its number does. */
const guint *recap_term_get_box (const RecapTerm *term, const RecapForm *form);

/* Appends the indices of the boxes that the formula is about for @form to @boxes (of guint): first
 * the stated one, then one for each summand, without those that are not on the ballot. */
void recap_formula_get_boxes (const RecapFormula *self, const RecapForm *form, GArray *boxes);

/* Returns: whether every box of @other is one of @self: what is wrong with @other is then seen when
 * @self is looked at. */
gboolean recap_formula_covers (const RecapFormula *self, const RecapFormula *other);

/* Returns: whether every form that keeps @self keeps @other too: a part of a sum is not larger than
 * the sum. */
gboolean recap_formula_implies (const RecapFormula *self, const RecapFormula *other);

/* Works out what the other boxes make of the stated one. A listed box that is
 * RECAP_CELL_OFF_BALLOT is left out.
 *
 * Returns: FALSE when a box has no number, so that the rule cannot be checked; else TRUE,
 *          *@ret_holds whether the form keeps the rule, and *@ret_value what the others make (the
 *          bound, for <= and <). */
gboolean recap_formula_evaluate (const RecapFormula *self, const RecapForm *form,
                                 gboolean *ret_holds, gint64 *ret_value);

/* Appends the formula with the numbers of @form: 'V.A 216 != IV.1 72 + IV.2 109 + IV.3 36 =
 * 217', and which boxes were left out. Nothing when it cannot be checked. */
void recap_formula_describe (const RecapFormula *self, const RecapForm *form, GString *out);

G_END_DECLS
