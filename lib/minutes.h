/* The minutes of a plenary, from the kecamatan to the nation: what they say, as sheets. */
#pragma once

#include <glib.h>

#include "minutes-input.h"
#include "sheet.h"

G_BEGIN_DECLS

/* What came out. */
typedef struct {
    guint n_sheets;
    guint n_desa;         /* or of the other regions that are added up */
    guint n_tps;          /* 0: of sums */
    const char *parts;    /* of sums what they are of, 'kecamatan'; NULL: of TPS. Static */
    guint64 n_incomplete; /* blank and unreadable cells: totals over them are not complete; of sums
                              that do not say how many, the TPS that lack some */
    char fingerprint[RECAP_FINGERPRINT_SIZE]; /* of the forms that were printed */
} RecapMinutesSummary;

/* Composes the minutes of the forms of @input that have its contest, source and region: a cover, a
 * sheet per desa, one for the kecamatan, differences, corrections, special occurrences, attendance,
 * receipt and signatures. Of sums it makes the minutes of the level above them, without sheets of
 * the parts: of a kab/kota from its kecamatan, of a kecamatan from its desa.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SCHEMA (no form, several contests,
 *          sources, levels or regions, a form that is neither of a TPS nor a sum, a decision that
 *          is not what the table says, somebody at the meeting who has no place there, lists that
 *          do not say who stands in the region), _LIMIT (a total above RECAP_COUNT_MAX) or
 *          _SYNTAX (a formula of a rule that cannot be read). */
RecapBook *recap_minutes_compose (const RecapMinutesInput *input, RecapMinutesSummary *ret_summary,
                                  GError **error);

G_END_DECLS
