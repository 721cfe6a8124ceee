/* The files of made-up elections. */
#pragma once

#include "election.h"

/* The texts of the tables while elections are added to them. */
typedef struct _GenFiles GenFiles;

GenFiles *gen_files_new (const GenContest *contest);
void gen_files_free (GenFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenFiles, gen_files_free)

/* Adds an election of the same contest; their codes must come in order. */
void gen_files_add (GenFiles *self, const GenElection *election);

/* Writes into the folder @folder, which must exist:
 *
 * plano.csv, sirekap.csv   recap tables of what is on paper and of what Sirekap shows
 * plano-kedua.csv          forms that stand in the plano's table already; only if there are any
 * register.csv             the stations that must exist
 * kunci.csv and others     the answers (key.h)
 * decisions.csv            what the plenary decided about the boxes in both keys: the number of the
 *                          plano is kept where Sirekap differs, and mistakes on the plano are put
 *                          right. Blank forms and missing or unknown TPS are left open
 *
 * Returns: FALSE with @error when that is not possible. */
gboolean gen_files_write (const GenFiles *self, const char *folder, GError **error);
