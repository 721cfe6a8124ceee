/* Adds forms up to a level of the hierarchy. */
#pragma once

#include <glib.h>

#include "error.h"
#include "region.h"
#include "register.h"
#include "spool.h"
#include "table-writer.h"
#include "tables.h"

G_BEGIN_DECLS

/* What is added. */
typedef struct {
    RecapLevel level;              /* desa to nasional */
    const RecapRegister *stations; /* gives tps_terdaftar; may be NULL */
} RecapSumOptions;

/* What an honest sum must say. */
typedef struct {
    guint64 n_forms;
    guint64 n_sums;
    guint64 n_missing;    /* cells without a number in a field that others have */
    guint64 n_incomplete; /* rows that are themselves incomplete sums */
    guint64 n_absent;     /* stations of the register without votes */
    guint64 n_renamed;    /* rows that call a region by another name */
    guint64 n_remarks;    /* all that was remarked, also what was not given to the sink */
} RecapSumSummary;

/* Takes one sum. @counts has for every field how many TPS gave a number (RECAP_CELL_BLANK: not
 * known). Both belong to the operation. */
typedef void (*RecapSumFunc) (const RecapForm *sum, const RecapCell *counts, gpointer data);

/* Takes a remark about the sums; @error belongs to the operation. */
typedef void (*RecapRemarkFunc) (const GError *error, gpointer data);

/* Where an operation puts its answer. Initialise every member. */
typedef struct {
    RecapSumFunc sum;
    RecapRemarkFunc remark;        /* every missing cell and every other doubt, with its place */
    guint64 max_remarks;           /* give the first ones, count the others */
    void (*reset) (gpointer data); /* before the tables are read again */
    gpointer data;
} RecapSumSink;

/* A row whose code tells no region is summed by its names; the code of the sum is then the names
 * between ' / '. Another spelling that is normally the same counts as the same name, one that
 * differs by a letter does not; both are remarked upon.
 *
 * Adds the forms of all tables for each (kontes, region of the level, sumber), in that order. Sums
 * are forms again and can be added further. A cell without a number is left out of the sum and
 * remarked upon; where no form gave a number the sum is blank.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), or RECAP_ERROR_SCHEMA: a key in two
 *          tables, a row of a level above the one asked for or without hierarchy, a row beside a
 *          row of the same source that contains it (both places are named); _LIMIT when a sum
 *          exceeds RECAP_COUNT_MAX. */
gboolean recap_sum_run (RecapTables *tables, const RecapSumOptions *options,
                        const RecapSumSink *sink, RecapSumSummary *ret_summary, GError **error);

G_END_DECLS
