/* Applies what the plenary decided. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "error.h"
#include "region.h"
#include "finding.h"
#include "rule.h"
#include "tables.h"

G_BEGIN_DECLS

/* The label of the source of a final table. */
#define RECAP_SOURCE_FINAL "final"

/* Where an operation puts its answer. Initialise every member. */
typedef struct {
    /* Takes one form of the final table. */
    void (*form) (const RecapForm *form, gpointer data);
    /* Takes one decision that was applied to @form, which still shows where it was read. Of a form
     * that the table does not have there are only the keys. One that takes note of a finding names
     * its rule. */
    void (*applied) (const RecapDecision *decision, const RecapForm *form, gpointer data);
    /* Takes a decision that a sheet shows and that the table had already. */
    void (*held) (const RecapDecision *decision, gpointer data);
    /* Takes a decision that was refused, and why. */
    void (*refused) (const RecapDecision *decision, const GError *error, gpointer data);
    /* Takes a finding of severity galat or peringatan that nothing was decided about. */
    void (*undecided) (const RecapFinding *finding, gpointer data);
    void (*reset) (gpointer data); /* before the tables are read again */
    gpointer data;
} RecapResolveSink;

typedef struct {
    guint64 n_forms;
    guint64 n_applied;
    guint64 n_refused;
    guint64 n_undecided;
} RecapResolveSummary;

/* Makes the final table: every form of @tables with the label 'final' and its decisions applied, in
 * the order of keys; decisions about one cell follow each other in the order of their list. A
 * decision is refused when its form or field is not there or its semula is not (any longer) the
 * value in the table. A decision without a field takes note of what one rule finds about a whole
 * form (recap_note_find()), also that the table does not have it; it is refused when @findings have
 * no such finding (any longer), or when it names no rule and there are several. What a sheet shows
 * as decided may hold already.
 *
 * Of @findings (sorted; NULL: nobody knows what was found) those are undecided that no applied
 * decision names; one that merely explains others never is, one of a formula of @rules is settled
 * when the final form keeps it, one of a blank when the final cell has a number.
 *
 * Returns: FALSE with @error as recap_table_reader_next(), or RECAP_ERROR_SCHEMA: two sources for
 *          one station (both places are named). */
gboolean recap_resolve_run (RecapTables *tables, const RecapDecisions *decisions,
                            const RecapFindings *findings, const RecapRules *rules,
                            const RecapResolveSink *sink, RecapResolveSummary *ret_summary,
                            GError **error);

G_END_DECLS
