/* A part of recap_check_run(): TPS of one desa with the same votes. */
#pragma once

#include <glib.h>

#include "check-form.h"

G_BEGIN_DECLS

typedef struct _TwinCheck TwinCheck;

/* Makes the rules that look for twins ready for forms of @schema. Findings go to @finding. All must
 * live as long; @forms has the rules as they are at a place.
 *
 * Returns: owned by the caller; NULL when no rule looks for twins. */
TwinCheck *twin_check_new (const RecapRules *rules, FormCheck *forms, const RecapSchema *schema,
                           RecapFindingFunc finding, gpointer data);
void twin_check_free (TwinCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinCheck, twin_check_free)

/* Ends the desa whose forms were taken when @form (NULL: there is none) lies in another one: those
 * of one source with the same votes become findings, in the order of their codes.
 *
 * Returns: FALSE with what the receiver of findings said in @error. */
gboolean twin_check_leave (TwinCheck *self, const RecapForm *form, GError **error);

/* Takes @form, in the order of keys; see twin_check_leave(). It is copied. */
void twin_check_take (TwinCheck *self, const RecapForm *form);

/* Forgets what was taken. */
void twin_check_reset (TwinCheck *self);

G_END_DECLS
