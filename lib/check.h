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

/* Checks every form of the tables against @rules and, when @stations (may be NULL) is given, that
 * every station of it is there exactly once for each contest and source. Findings (R01 ...) go to
 * @finding in the order of (kontes, kode, sumber), those of one form in the order of the catalogue.
 * Before a table is read again because it was not sorted @reset is called.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), or RECAP_ERROR_SYNTAX for a formula that
 *          cannot be read. */
gboolean recap_check_run (RecapTables *tables, const RecapRules *rules,
                          const RecapRegister *stations, RecapFindingFunc finding,
                          void (*reset) (gpointer data), gpointer data,
                          RecapCheckSummary *ret_summary, GError **error);

G_END_DECLS
