/* The smallest corrections after which a form keeps every rule, and what can have caused them. */
#pragma once

#include <glib.h>

#include "form.h"
#include "formula.h"
#include "misread.h"

G_BEGIN_DECLS

enum {
    RECAP_REPAIR_SIZE_MAX = 4, /* boxes that one correction changes */
    RECAP_REPAIR_KEPT = 8,     /* corrections that are kept, the most likely ones */
};

/* The change of one box. */
typedef struct {
    guint box;        /* index in the schema */
    gint64 low, high; /* what it can become; both the same when the rules leave no choice */
    gint64 likely;    /* of these the most likely together with the other changes */
    RecapMisread way; /* how @likely became what the form has; its cause is NULL when none fits */
} RecapChange;

/* A correction: some boxes, in form order, that can be given values so that the rules hold, while
 * no part of them can. */
typedef struct {
    RecapChange changes[RECAP_REPAIR_SIZE_MAX];
    guint n_changes;
    guint64 weight; /* relative likelihood; equal when two fit equally well */
} RecapCorrection;

/* The corrections of some rules of one form that are broken together. */
typedef struct {
    RecapCorrection kept[RECAP_REPAIR_KEPT]; /* the most likely first */
    guint n_kept;
    guint n_found;
    guint n_smallest;  /* boxes of the smallest of those */
    gboolean complete; /* FALSE: the search was given up before its end */
    gboolean alone;    /* they keep every rule; FALSE: there are other broken rules */
} RecapRepair;

/* What looks for corrections of the forms of one contest. */
typedef struct _RecapRepairer RecapRepairer;

/* Makes ready for forms in @schema, all of one contest. @strict (of RecapFormula) must hold after a
 * correction; what breaks one of @soft is less likely. All must live as long as the result.
 *
 * Returns: owned by the caller. */
RecapRepairer *recap_repairer_new (const RecapMisreads *misreads, const RecapSchema *schema,
                                   const GPtrArray *strict, const GPtrArray *soft);
void recap_repairer_free (RecapRepairer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRepairer, recap_repairer_free)

/* Looks for the corrections of @form, in the sense of Fellegi and Holt (1976): sets of boxes such
 * that with other values in just these boxes every strict formula holds that can be checked. Looks
 * for the smallest sets, and for those with one box more of which no part will do. A blank is
 * filled only where a formula has a choice of boxes; it is never taken for 0. Broken formulas that
 * have no box in common are looked at separately, as if the others held, unless all together need
 * fewer boxes; and so is each formula where too many boxes would have to change. Formulas
 * that round, or ask for zeros, are left out. The work is bounded. */
void recap_repairer_take (RecapRepairer *self, const RecapForm *form);

/* Returns: the corrections for a formula that the last form breaks; NULL when it does not. Belongs
 * to @self until the next form. */
const RecapRepair *recap_repairer_find (RecapRepairer *self, const RecapFormula *formula);

/* Appends an Indonesian sentence that says what fits, the most likely first.
 *
 * Returns: the word of the cause of the most likely correction, for a finding about @formula; NULL
 * when none fits. Belongs to the catalogue. */
const char *recap_repairer_describe (const RecapRepairer *self, const RecapRepair *repair,
                                     const RecapFormula *formula, GString *out);

G_END_DECLS
