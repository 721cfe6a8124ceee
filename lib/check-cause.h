/* What can have broken the rules of a form; a part of check. */
#pragma once

#include <glib.h>

#include "form.h"
#include "formula.h"

G_BEGIN_DECLS

/* The formulas of the rules for one kind of form (of RecapFormula). They stay the same, where they
 * are, and live as long as what they are given to. */
typedef struct {
    GPtrArray *strict; /* that must hold (galat) */
    GPtrArray *soft;   /* that are remarkable (peringatan) when they do not */
} RecapCheckFormulas;

typedef struct _RecapCheckCauses RecapCheckCauses;

/* Returns: owned by the caller. @schema must live as long. Costs nothing until a rule is broken. */
RecapCheckCauses *recap_check_causes_new (const RecapSchema *schema);
void recap_check_causes_free (RecapCheckCauses *self);

/* Goes on to another form. */
void recap_check_causes_next (RecapCheckCauses *self);

/* Says what can have broken @formula, one of the strict @formulas: appends ' ' and a sentence to
 * @note. Sets *@ret_sebab to the word of the likeliest cause, which lives as long as @self, or to
 * nothing.
 *
 * Returns: FALSE with @error as recap_misreads_load(). */
gboolean recap_check_causes_explain (RecapCheckCauses *self, const RecapForm *form,
                                     const RecapCheckFormulas *formulas,
                                     const RecapFormula *formula, GString *note,
                                     RecapText *ret_sebab, GError **error);

G_END_DECLS
