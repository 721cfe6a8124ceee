/* The files of a made-up election. */
#pragma once

#include "election.h"

/* Each writes one file (or one tree of files) into the folder @folder, which must exist.
 *
 * Returns: FALSE with @error when that is not possible. */

/* plano.csv and sirekap.csv: recap tables of what is on paper and of what Sirekap shows. */
gboolean gen_write_paper_table (const GenElection *self, const char *folder, GError **error);
gboolean gen_write_digital_table (const GenElection *self, const char *folder, GError **error);

/* plano-ketikan.csv: the plano as a secretary types it, with the form's headings, semicolons and
 * CR LF, X in unused boxes, and dashes or XXX where the form shows nothing. */
gboolean gen_write_typed_table (GenElection *self, const char *folder, GError **error);

/* sirekap/PP/KKKK/CCCCCC/DDDDDDDDDD/code.json: Sirekap's documents with all their quirks. */
gboolean gen_write_documents (GenElection *self, const char *folder, GError **error);

/* register.csv: the stations that must exist. */
gboolean gen_write_register (const GenElection *self, const char *folder, GError **error);

/* kunci.csv: every cell in which paper and Sirekap differ, with the kind of the fault; a TPS that
 * is missing or unknown has no isian. kunci-plano.csv: every box that KPPS wrote wrongly or left
 * out, with what ought to be there. */
gboolean gen_write_key (const GenElection *self, const char *folder, GError **error);
gboolean gen_write_paper_key (const GenElection *self, const char *folder, GError **error);

/* decisions.csv: what the plenary decided about the boxes in both keys: the number of the plano is
 * kept where Sirekap differs, and mistakes on the plano are put right. Blank forms and missing or
 * unknown TPS are left open. */
gboolean gen_write_decisions (const GenElection *self, const char *folder, GError **error);
