/* The minutes of the plenary of one kecamatan: what they say, as a book of sheets. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "finding.h"
#include "meeting.h"
#include "sheet.h"
#include "table.h"

G_BEGIN_DECLS

/* What goes in. Everything is borrowed. */
typedef struct {
    const RecapTable *table; /* forms of TPS, sorted */
    const char *contest;     /* code; NULL: the only one of the table */
    const char *source;      /* NULL: the only one of the table */
    const char *region;      /* prefix of the codes to take; NULL: all */
    const RecapMeeting *meeting;     /* NULL: nothing is known, lines are left to write on */
    const RecapFindings *findings;   /* NULL: no list was given, which is not the same as none */
    const RecapDecisions *decisions; /* NULL: likewise; those of the table, already applied */
    gint64 created; /* seconds since 1970-01-01 UTC; 0: the day of the meeting */
} RecapMinutesInput;

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
 *          says) or _LIMIT (a total above RECAP_COUNT_MAX). */
RecapBook *recap_minutes_compose (const RecapMinutesInput *input, RecapMinutesSummary *ret_summary,
                                  GError **error);

G_END_DECLS
