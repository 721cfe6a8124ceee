/* What the rules of one form say under the forms of the projector page. Not a public header. */
#pragma once

#include <glib.h>

#include "control.h"
#include "projector-data.h"

G_BEGIN_DECLS

/* The rules as they are for the forms of the page, made ready. */
typedef struct _ProjectorControl ProjectorControl;

/* A rule that is gone through for some forms of a source. */
typedef struct {
    guint index; /* of the catalogue */
    const RecapRule *rule;
    const GPtrArray *formulas; /* RecapFormula over boxes that the source carries */
} ProjectorRule;

/* Makes the rules of the input ready, when it has any, for the forms of each source: those that the
 * minutes have a row for, over the boxes that the source carries.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (a formula that cannot be read) or _SCHEMA (rules
 *          of a contest that is not known). */
gboolean projector_prepare_control (Projector *self, GError **error);
void projector_control_free (ProjectorControl *self);

/* Returns: how many lists of rules there are. Forms of different sources, or of regions with rules
 * of their own, have different ones. */
guint projector_control_get_n (const Projector *self);

/* Returns: list @index, of ProjectorRule in the order of the catalogue. It belongs to @self. */
const GArray *projector_control_get (const Projector *self, guint index);

/* Looks up the form of @station in @source: its list, and itself with the blank boxes marked that
 * its ballot does not have. The cells of *@ret_form are valid until the next call.
 *
 * Returns: FALSE when there is no form, or there are no rules. */
gboolean projector_control_find (const Projector *self, guint station, guint source,
                                 guint *ret_list, RecapForm *ret_form);

G_END_DECLS
