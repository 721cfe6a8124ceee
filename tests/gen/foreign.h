/* A made-up presidential election as it comes from elsewhere. */
#pragma once

#include "election.h"

/* plano-ketikan.csv: the plano as a secretary types it, with the form's headings, semicolons and
 * CR LF, X in unused boxes, and dashes or XXX where the form shows nothing.
 *
 * Returns: FALSE with @error when that is not possible. */
gboolean gen_write_typed_table (GenElection *self, const char *folder, GError **error);

/* sirekap/PP/KKKK/CCCCCC/DDDDDDDDDD/code.json: Sirekap's documents with all their quirks. */
gboolean gen_write_documents (GenElection *self, const char *folder, GError **error);
