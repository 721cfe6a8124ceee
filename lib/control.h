/* The rules of one form that are gone through one by one, whether they are broken or not. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "form.h"
#include "rule.h"

G_BEGIN_DECLS

/* The rules as they are for some codes: ordinary TPS of a region, or others. */
typedef struct _RecapControl RecapControl;

/* Those of all codes that were asked for. */
typedef struct _RecapControls RecapControls;

/* Makes a list without codes. @rows says of each box of @schema whether there is a line for it, see
 * recap_formula_is_placed(). All are borrowed; that there is a line must not change.
 *
 * Returns: owned by the caller. */
RecapControls *recap_controls_new (const RecapRules *rules, const RecapContest *contest,
                                   const RecapSchema *schema, const guint *rows);
void recap_controls_free (RecapControls *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapControls, recap_controls_free)

/* Makes the rules for @kode ready unless they are.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX when a formula cannot be read. */
gboolean recap_controls_add (RecapControls *self, RecapText kode, GError **error);

/* Returns: the rules for @kode, NULL when it was not added. They belong to @self. */
const RecapControl *recap_controls_find (const RecapControls *self, RecapText kode);

/* Returns: how many there are; recap_controls_get() gives them in the order of their birth. */
guint recap_controls_get_n (const RecapControls *self);
const RecapControl *recap_controls_get (const RecapControls *self, guint index);

/* Returns: entry @index of the catalogue as it is for these codes. It belongs to @self. */
const RecapRule *recap_control_get_rule (const RecapControl *self, guint index);

/* Returns: its formulas (RecapFormula) over boxes that have a line; none for what is no formula, is
 * switched off or is only worth an info. They belong to @self. */
const GPtrArray *recap_control_get_formulas (const RecapControl *self, guint index);

/* Returns: whether entry @index says something that no other rule implies. */
gboolean recap_control_is_shown (const RecapControl *self, guint index);

G_END_DECLS
