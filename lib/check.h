/* Applies the rules of one form, and the register. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "register.h"
#include "rule.h"
#include "tables.h"

G_BEGIN_DECLS

/* How much was checked. */
typedef struct {
    guint64 n_forms;
    guint64 n_empty; /* of these, without any number */
} RecapCheckSummary;

/* What to check. Initialise every member. */
typedef struct {
    const RecapRules *rules;
    const RecapRegister *stations; /* that must be there; may be NULL */
    gboolean all;                  /* give what a form keeps as well (RECAP_SEVERITY_HELD) */
} RecapCheckOptions;

/* Checks every form of the tables against the rules of @options and, when it has stations, that
 * every station of them is there exactly once for each contest and source. Findings (R01 ...) go to
 * @finding in the order of (kontes, kode, sumber), those of one form in the order of the catalogue.
 * Before a table is read again because it was not sorted @reset is called.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), RECAP_ERROR_SYNTAX for a formula that
 *          cannot be read, or RECAP_ERROR_SCHEMA for rules of a contest that is not known. */
gboolean recap_check_run (RecapTables *tables, const RecapCheckOptions *options,
                          RecapFindingFunc finding, void (*reset) (gpointer data), gpointer data,
                          RecapCheckSummary *ret_summary, GError **error);

G_END_DECLS
