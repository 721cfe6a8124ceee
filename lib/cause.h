/* Why two sources do not show the same: explanations, ranked. */
#pragma once

#include <glib.h>

#include "group.h"
#include "table.h"

G_BEGIN_DECLS

/* What finds the causes. It never says which number is right: that is for the plano to decide. */
typedef struct _RecapCauses RecapCauses;

/* Makes the catalogues of causes and of rules ready for forms of @schema, which must live as long.
 *
 * Returns: owned by the caller; NULL with @error as recap_misreads_load() or recap_rules_load(). */
RecapCauses *recap_causes_new (const RecapSchema *schema, GError **error);
void recap_causes_free (RecapCauses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCauses, recap_causes_free)

/* Explains the pairs of @group by what their two forms show: adds explanations to their
 * differences, and observations to them. @group must live until recap_causes_finish().
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX: a formula cannot be read. */
gboolean recap_causes_start (RecapCauses *self, RecapGroup *group, GError **error);

/* Returns: whether the other forms of the region may explain more. */
gboolean recap_causes_wants_neighbours (const RecapCauses *self);

/* Explains the rest by the other forms of the authority in the same region, @neighbours (NULL: not
 * known), in the order of their codes. */
void recap_causes_finish (RecapCauses *self, const RecapTable *neighbours);

/* A page may be that of another contest at the same TPS; in sorted tables those forms lie far
 * apart. So all pairs are explained once. If recap_causes_wants_contests() then, the authority is
 * read again, and those of its forms that recap_causes_wants_form() are given to _take_form() with
 * their cells. If recap_causes_found_contests() then, all pairs are explained anew, and this time
 * it is said. At most 1,024 forms are looked at so. _forget() starts from the beginning. */
gboolean recap_causes_wants_contests (const RecapCauses *self);
gboolean recap_causes_wants_form (RecapCauses *self, const RecapForm *form);
void recap_causes_take_form (RecapCauses *self, const RecapForm *form);
gboolean recap_causes_found_contests (const RecapCauses *self);
void recap_causes_forget (RecapCauses *self);

G_END_DECLS
