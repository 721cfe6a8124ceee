/* Votes that go the same way at many TPS of one region. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "group.h"

G_BEGIN_DECLS

/* Gathers, over the pairs of one comparison, which boxes went down while which went up, and finds
 * the patterns that chance does not explain. Memory is bounded by the pairs of boxes of one contest
 * and by the patterns that are found, not by the number of TPS. */
typedef struct _RecapDrift RecapDrift;

/* Makes an empty one for forms of @schema, which must live as long.
 *
 * Returns: owned by the caller. */
RecapDrift *recap_drift_new (const RecapSchema *schema);
void recap_drift_free (RecapDrift *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapDrift, recap_drift_free)

/* Takes in the pairs of @group, whose causes must have been found. Groups come in the order of
 * (kontes, kode). */
void recap_drift_add (RecapDrift *self, const RecapGroup *group);

/* Gives the patterns as findings D09 to @finding, in the order of (kontes, kode), and empties
 * @self.
 *
 * Returns: FALSE with @error of @finding. */
gboolean recap_drift_finish (RecapDrift *self, RecapFindingFunc finding, gpointer data,
                             GError **error);

/* Empties @self. */
void recap_drift_clear (RecapDrift *self);

G_END_DECLS
