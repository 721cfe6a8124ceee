/* A part of recap_check_run(): rows of totals beside the rows that they are the sum of. */
#pragma once

#include <glib.h>

#include "check-form.h"

G_BEGIN_DECLS

typedef struct _TotalCheck TotalCheck;

/* Makes the rule about totals ready for forms of @schema. @stations (may be NULL) are the TPS that
 * must be there; findings go to @finding; with @all what is kept is given as well. All must live as
 * long; @forms has the rules as they are at a place.
 *
 * Returns: owned by the caller; NULL when no rule is about totals. */
TotalCheck *total_check_new (const RecapRules *rules, FormCheck *forms, const RecapSchema *schema,
                             const RecapRegister *stations, gboolean all, RecapFindingFunc finding,
                             gpointer data);
void total_check_free (TotalCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TotalCheck, total_check_free)

/* Ends the regions with a row of totals that @form (NULL: there is none) does not lie in, the
 * smallest first: each total is held against the rows that came from its region, those of its own
 * source, or else of every other one.
 *
 * Returns: FALSE with what the receiver of findings said in @error. */
gboolean total_check_leave (TotalCheck *self, const RecapForm *form, GError **error);

/* Takes @form, in the order of keys; see total_check_leave(). Nothing is kept of it unless it lies
 * in a region with a row of totals, or is such a row. */
void total_check_take (TotalCheck *self, const RecapForm *form);

/* Forgets what was taken. */
void total_check_reset (TotalCheck *self);

G_END_DECLS
