/* The minutes of the plenary of one kecamatan: what they say, as a book of sheets. */
#pragma once

#include <glib.h>

#include "minutes-input.h"
#include "sheet.h"

G_BEGIN_DECLS

/* What came out. */
typedef struct {
    guint n_sheets;
    guint n_desa;
    guint n_tps;
    guint64 n_incomplete; /* blank and unreadable cells: totals over them are not complete */
} RecapMinutesSummary;

/* Composes the minutes of the forms of @input that have its contest, source and region: a cover, a
 * sheet per desa, one for the kecamatan, differences, corrections, special occurrences, attendance,
 * receipt and signatures.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SCHEMA (no form, several contests,
 *          sources or kecamatan, a form that is not of a TPS, a decision that is not what the table
 *          says), _LIMIT (a total above RECAP_COUNT_MAX) or _SYNTAX (a formula of a rule that
 *          cannot be read). */
RecapBook *recap_minutes_compose (const RecapMinutesInput *input, RecapMinutesSummary *ret_summary,
                                  GError **error);

G_END_DECLS
