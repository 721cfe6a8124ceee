/* What changed between the times at which one source was saved. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "tables.h"

G_BEGIN_DECLS

/* What is looked at. Initialise with RECAP_HISTORY_OPTIONS_INIT: everything. */
typedef struct {
    const char *const *fields; /* names of fields, ending in NULL; NULL: all */
    const char *region;        /* only codes that begin so; NULL: all */
    gboolean has_plano;        /* the last table is the plano, and not one of the source */
} RecapHistoryOptions;

#define RECAP_HISTORY_OPTIONS_INIT                                                                 \
    {                                                                                              \
        .fields = NULL                                                                             \
    }

/* How much changed. */
typedef struct {
    guint64 n_forms;   /* of the source, at all times */
    guint64 n_changes; /* findings about one cell */
    guint64 n_toward;  /* of these, nearer to the plano afterwards */
    guint64 n_away;    /* of these, farther from it */
} RecapHistorySummary;

/* Compares the forms of each source for one TPS, in the order of their times (waktu; without that,
 * of the tables), each with the one before, and gives what changed as findings D12 to @finding, in
 * the order of (kontes, kode), source, time, field. The labels 'sirekap' and 'sirekap@TIME' are one
 * source. Before tables are read again because one was not sorted @reset is called.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), or RECAP_ERROR_USAGE (an unknown field;
 *          a region without a form). */
gboolean recap_history_run (RecapTables *tables, const RecapHistoryOptions *options,
                            RecapFindingFunc finding, void (*reset) (gpointer data), gpointer data,
                            RecapHistorySummary *ret_summary, GError **error);

G_END_DECLS
