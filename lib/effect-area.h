/* One region or electoral district: sums, ranks, seats. Private to the effect. */
#pragma once

#include <glib.h>

#include "effect-form.h"
#include "effect.h"

G_BEGIN_DECLS

/* What is added up for one region. */
typedef struct _RecapEffectSum RecapEffectSum;

/* Begins the region, or district, with this code. @plan and @district (NULL: a region) must live as
 * long. Owned by the caller. */
RecapEffectSum *recap_effect_sum_new (const RecapEffectPlan *plan, const char *kode,
                                      const RecapDistrict *district);
void recap_effect_sum_free (RecapEffectSum *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapEffectSum, recap_effect_sum_free)

const char *recap_effect_sum_get_code (const RecapEffectSum *self);

/* Names the region, unless it has a name already or @nama is NULL. */
void recap_effect_sum_set_name (RecapEffectSum *self, const char *nama);

/* Adds one TPS with the votes of its boxes; @absent: there is no form of it. @differences are all
 * its @n_differences findings about two numbers (D01), each once; their texts must live as long.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT when a sum exceeds RECAP_COUNT_MAX. */
gboolean recap_effect_sum_add (RecapEffectSum *self, const RecapEffectVotes *votes, gboolean absent,
                               const RecapFinding *const *differences, guint n_differences,
                               GError **error);

/* Works out ranks and seats into *@ret_area, whose arrays belong to @self. @passed has the ballot
 * numbers of the parties above the threshold, ending in 0; NULL: all of them. Called once, at the
 * end.
 *
 * Returns: whether every rank and every seat is certain. */
gboolean recap_effect_sum_finish (RecapEffectSum *self, const guint *passed,
                                  RecapEffectArea *ret_area);

G_END_DECLS
