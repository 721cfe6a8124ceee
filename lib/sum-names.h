/* Regions by their names, for rows whose codes tell no region. Private to the sums. */
#pragma once

#include <glib.h>

#include "form.h"
#include "region.h"

G_BEGIN_DECLS

/* Returns: the level of @form: that of its code, or, of an opaque code, that of its smallest name;
 * a row with the number of a TPS is one TPS. RECAP_LEVEL_OPAQUE when it has no name either. */
RecapLevel recap_sum_level (const RecapForm *form);

/* Returns: the names of the region of @form at @level and of those above it, as they are written,
 * between ' / ': the opaque code of the region. A new string owned by the caller; NULL when the
 * form has no name at @level. */
char *recap_sum_names_code (const RecapForm *form, RecapLevel level);

/* Returns: the same for comparing: normalised. */
char *recap_sum_names_key (const RecapForm *form, RecapLevel level);

/* Returns: whether two regions with these normalised names may be one, misspelt: one letter
 * differs. */
gboolean recap_sum_names_alike (const char *a, const char *b);

/* Remembers which regions were rows and which had rows in them. */
typedef struct _RecapSumNames RecapSumNames;

RecapSumNames *recap_sum_names_new (void);
void recap_sum_names_free (RecapSumNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSumNames, recap_sum_names_free)

/* Forgets everything. */
void recap_sum_names_reset (RecapSumNames *self);

/* Adds @form, a row of @level without a code that tells its region.
 *
 * *@ret_doubt is NULL, or says that the desa may be two of one name: the codes have something else
 * before the number of the TPS than that of the first row, which is named. It is said once for each
 * desa and owned by the caller.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA when it contains a row of the same source that was
 *          added before, or lies in one, or is the same TPS of the same desa by another code: two
 *          desa of one name, or one TPS twice. Both places are named. */
gboolean recap_sum_names_add (RecapSumNames *self, const RecapForm *form, RecapLevel level,
                              char **ret_doubt, GError **error);

G_END_DECLS
