/* Several records of one form: which is the newest, and what contradicts it. Part of the import,
 * not a public header. */
#pragma once

#include "import-data.h"

G_BEGIN_DECLS

/* Sorts all records, sets aside those that were superseded, rejects those of one form between which
 * nothing decides, and counts by part what became of them. */
void import_settle (RecapImport *self);

G_END_DECLS
