/* More than two sources of one TPS: who agrees with whom. */
#pragma once

#include <glib.h>

#include "group.h"

G_BEGIN_DECLS

/* No TPS has so many sources but the authority. */
#define RECAP_AGREEMENT_MAX 250

/* What the sources of one TPS say, in the order in which they were added. */
typedef struct _RecapAgreement RecapAgreement;

/* Makes an empty one for forms of @schema, which must live as long.
 *
 * Returns: owned by the caller. */
RecapAgreement *recap_agreement_new (const RecapSchema *schema);
void recap_agreement_free (RecapAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapAgreement, recap_agreement_free)

/* Forgets the TPS. */
void recap_agreement_clear (RecapAgreement *self);

/* Adds the source @sumber with its cells, one for each field of the schema; NULL: in every field
 * that it carries it says what the authority says. @fields are those that are compared, in form
 * order; they must live until recap_agreement_clear(). The rest is copied. */
void recap_agreement_add (RecapAgreement *self, RecapText sumber, const RecapCell *cells,
                          const guint *fields, guint n_fields);

/* Adds to @group a finding D11 for every field in which three or more sources, @authority among
 * them, say something and not all the same. A blank is nothing said, and a source at
 * an older time ('sirekap@TIME') is no source of its own. More than RECAP_AGREEMENT_MAX
 * sources of one TPS are too many to be told apart: then there is none. */
void recap_agreement_report (const RecapAgreement *self, const RecapForm *authority,
                             RecapGroup *group);

G_END_DECLS
