/* Figures and words of a form that do not say the same: R31. Part of the import, not a public
 * header. */
#pragma once

#include <glib.h>

#include "arena.h"
#include "finding.h"
#include "form.h"
#include "rule.h"
#include "typed-cell.h"

G_BEGIN_DECLS

/* What contradicts itself in one record, in the order of its columns. */
typedef struct _ImportWords ImportWords;

/* Keeps @n contradictions of a record in @arena.
 *
 * Returns: belongs to @arena; NULL when there are none. */
const ImportWords *import_words_keep (RecapArena *arena, const RecapContradiction *contradictions,
                                      guint n);

/* Adds a finding of @rule for each of them to @findings. @form has the key, the names, the source
 * and the origin of the record. */
void import_words_report (const ImportWords *self, const RecapForm *form, const RecapRule *rule,
                          RecapFindings *findings);

G_END_DECLS
