/* The final table as a file, and what was not applied. */
#pragma once

#include <glib.h>

#include "decision-log.h"
#include "resolve.h"
#include "spool.h"

G_BEGIN_DECLS

/* What became of tables and decisions. */
typedef struct {
    RecapSpool *table;        /* the final table */
    RecapSpool *log;          /* a log of its own: each decision that was applied */
    RecapDecisionLog *lines;  /* the same, for a log that is continued */
    RecapDecisions *applied;  /* those that were applied */
    RecapDecisions *held;     /* those that a sheet shows and that the tables had already */
    RecapDecisions *refused;  /* those that were not */
    GPtrArray *refusals;      /* of GError: why not */
    RecapFindings *undecided; /* findings that nothing was decided about */
    RecapResolveSummary summary;
} RecapFinal;

/* Applies @decisions to @tables as recap_resolve_run() does.
 *
 * Returns: owned by the caller; NULL with @error as recap_resolve_run(). */
RecapFinal *recap_final_make (RecapTables *tables, const RecapDecisions *decisions,
                              const RecapFindings *findings, const RecapRules *rules,
                              GError **error);
void recap_final_free (RecapFinal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapFinal, recap_final_free)

G_END_DECLS
