/* How accurate the sources are: cells and digits compared with the authority. */
#pragma once

#include <glib.h>

#include "form.h"
#include "spool.h"

G_BEGIN_DECLS

typedef struct _RecapAccuracy RecapAccuracy;

/* Writes a CSV table to @spool, which must live as long, one record for each desa and pair of
 * sources, and behind those of a contest one for all of it and one for each digit that was taken
 * for a digit (recap-diff(1)).
 *
 * Returns: owned by the caller. */
RecapAccuracy *recap_accuracy_new (RecapSpool *spool);
void recap_accuracy_free (RecapAccuracy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapAccuracy, recap_accuracy_free)

/* Counts the @n_fields cells @fields of @b, another source, against those of @a, the authority.
 * Forms come in the order of (kontes, kode). */
void recap_accuracy_add (RecapAccuracy *self, const RecapForm *a, const RecapForm *b,
                         const guint *fields, guint n_fields);

/* Ends the table. */
void recap_accuracy_finish (RecapAccuracy *self);

/* Empties the spool and starts again. */
void recap_accuracy_reset (RecapAccuracy *self);

G_END_DECLS
