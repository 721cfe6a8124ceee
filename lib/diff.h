/* Compares tables cell by cell. */
#pragma once

#include <glib.h>

#include "accuracy.h"
#include "finding.h"
#include "tables.h"

G_BEGIN_DECLS

/* What is compared. Initialise with RECAP_DIFF_OPTIONS_INIT: everything. */
typedef struct {
    const char *const *fields;     /* names of fields, ending in NULL; NULL: all that both carry */
    const char *region;            /* only codes that begin so; NULL: all */
    gboolean ignore_blank;         /* a blank on one side is no finding */
    const char *const *precedence; /* labels of sources, ending in NULL: of the sources of a TPS the
                                    * one that comes first here is the authority, 'salinan' standing
                                    * for all 'salinan:HOLDER' too, others after those that are
                                    * named; NULL: the first table */
    RecapAccuracy *accuracy;       /* told of all forms that are compared; NULL: nobody */
} RecapDiffOptions;

#define RECAP_DIFF_OPTIONS_INIT                                                                    \
    {                                                                                              \
        .fields = NULL                                                                             \
    }

/* How much was compared. */
typedef struct {
    guint64 n_authority; /* forms of the first table */
    guint64 n_compared;  /* forms of the others that had their counterpart */
    guint64 n_differing; /* of these, with at least one finding */
} RecapDiffSummary;

/* Compares every other table with the first, which is the authority, and gives the findings D01 to
 * D11 (recap-finding(5)) to @finding in the order of (kontes, kode), tables in their order, fields
 * in form order. Before a table is read again because it was not sorted @reset is called. A form
 * without any number opposite one with numbers is one finding, a D02 without a field.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), RECAP_ERROR_USAGE (fewer than two
 *          tables, an unknown field, a region without a form) or _SCHEMA (no field in common; two
 *          sources for one key in the first table). */
gboolean recap_diff_run (RecapTables *tables, const RecapDiffOptions *options,
                         RecapFindingFunc finding, void (*reset) (gpointer data), gpointer data,
                         RecapDiffSummary *ret_summary, GError **error);

G_END_DECLS
