/* The findings of a group of forms that differ. Private to the comparison. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "group.h"

G_BEGIN_DECLS

/* Gives the findings of @group to @finding, in the order in which its forms were added: of one form
 * its cells in form order, then what was observed of it as a whole.
 *
 * Returns: FALSE with @error of @finding. */
gboolean recap_diff_report (const RecapSchema *schema, const RecapGroup *group,
                            RecapFindingFunc finding, gpointer data, GError **error);

G_END_DECLS
