/* How likely a correction is; a part of repair. */
#pragma once

#include <glib.h>

#include "repair-system.h"
#include "repair.h"

G_BEGIN_DECLS

/* For numbers that were read, the numbers on paper that can have become them. */
typedef struct _RecapPapers RecapPapers;

/* Values that break one of the formulas @soft are less likely. Forms have @n_boxes boxes. Both must
 * live as long as the result.
 *
 * Returns: owned by the caller. */
RecapPapers *recap_papers_new (const RecapMisreads *misreads, const GPtrArray *soft, guint n_boxes);
void recap_papers_free (RecapPapers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapPapers, recap_papers_free)

/* Fills in the likely values, the ways and the weight of @correction, whose boxes and ranges are
 * there. Its values satisfy the @n_rows rows, whose variables are its boxes. Tries no more than
 * *@n_tries values, and takes off those that it tried. */
void recap_papers_weigh (RecapPapers *self, const RecapForm *form, const RecapRow *rows,
                         guint n_rows, RecapCorrection *correction, guint *n_tries);

/* Appends the sentence of recap_repairer_describe(). */
void recap_repair_describe (const RecapRepair *repair, const RecapForm *form,
                            const RecapSchema *schema, GString *out);

/* Returns: whether every change of @correction has a cause, and all together are likely enough to
 * be an explanation. */
gboolean recap_correction_is_explained (const RecapCorrection *correction);

/* Puts @correction into its place among those that @repair keeps, or drops it. */
void recap_repair_keep (RecapRepair *repair, const RecapCorrection *correction);

G_END_DECLS
