/* What is still to be decided: whether a form has what a finding says about it. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "form.h"
#include "rule.h"

G_BEGIN_DECLS

/* Without a catalogue of rules (NULL) every finding asks and only decisions settle it. */

/* Returns: whether @finding asks for a decision at all. One of severity info does not, nor does one
 * that merely explains others. */
gboolean recap_finding_asks (const RecapFinding *finding, const RecapRules *rules);

/* Looks at forms, and keeps the rules that it has made ready for them. */
typedef struct _RecapSettled RecapSettled;

/* Makes one for forms of @schema, which must not change; both are borrowed.
 *
 * Returns: owned by the caller. */
RecapSettled *recap_settled_new (const RecapSchema *schema, const RecapRules *rules);
void recap_settled_free (RecapSettled *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSettled, recap_settled_free)

/* Returns: whether @form shows no longer what @finding says: it keeps the formula of the rule, its
 * box has a number now, its page is there. Without any decision about the box itself; FALSE where
 * only a decision can settle it. */
gboolean recap_settled_look (RecapSettled *self, const RecapFinding *finding,
                             const RecapForm *form);

G_END_DECLS
