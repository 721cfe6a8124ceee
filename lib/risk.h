/* The risk that a sample leaves: a product of fractions that is never rounded down. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* mantissa * 2^exponent, at least the true product and larger by at most a part in 2^62 for each
 * factor. The mantissa has its highest bit set. Initialise with RECAP_RISK_INIT: 1. */
typedef struct {
    guint64 mantissa;
    int exponent;
} RecapRisk;

#define RECAP_RISK_INIT                                                                            \
    {                                                                                              \
        .mantissa = (guint64)1 << 63, .exponent = -63                                              \
    }

/* The largest part of a fraction that recap_risk_multiply() takes. */
#define RECAP_RISK_FACTOR_MAX ((guint64)1 << 60)

/* Multiplies by @numerator / @denominator, both from 1 to RECAP_RISK_FACTOR_MAX. */
void recap_risk_multiply (RecapRisk *self, guint64 numerator, guint64 denominator);

/* Returns: whether the risk is not above @limit, in millionths, 1 .. 999,999. */
gboolean recap_risk_is_at_most (const RecapRisk *self, guint limit);

/* The bytes that recap_risk_format() writes, NUL included. */
#define RECAP_RISK_SIZE 12

/* Writes the risk with nine decimals, the last one rounded up, and as 1.000000000 when it is more:
 * '0.098616480'. @buffer must have RECAP_RISK_SIZE bytes. */
void recap_risk_format (const RecapRisk *self, char *buffer);

/* Reads a risk limit: '5%', '0.5%' or '0.05', above 0 and below 1, to the millionth.
 *
 * Returns: FALSE, *@ret_limit untouched, when @text is none; else the limit in millionths. */
gboolean recap_risk_limit_parse (RecapText text, guint *ret_limit);

/* Returns: @limit in percent, '5%', '0.25%'; owned by the caller. */
char *recap_risk_limit_format (guint limit);

G_END_DECLS
