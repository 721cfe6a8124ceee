#include "config.h"

#include "risk.h"

#include <inttypes.h>

/* Fractions are exact, the product is not: a fixed number of bits, rounded up, gives everybody the
 * same digits on every machine, and errs on the side of counting more. */

enum { MILLION = 1000000, PERCENT = MILLION / 100 };

#define BILLION G_GUINT64_CONSTANT (1000000000)
#define TOP_BIT ((guint64)1 << 63)

/* Long division, bit by bit: not every machine has numbers of 128 bits. */
void
recap_risk_multiply (RecapRisk *self, guint64 numerator, guint64 denominator)
{
    g_return_if_fail (numerator > 0 && numerator <= RECAP_RISK_FACTOR_MAX);
    g_return_if_fail (denominator > 0 && denominator <= RECAP_RISK_FACTOR_MAX);

    /* The fraction is brought to at least 1/2 and below 1, so that the quotient fits. */
    for (; numerator >= denominator; denominator <<= 1)
        self->exponent++;
    for (; numerator < denominator - numerator; numerator <<= 1)
        self->exponent--;

    guint64 quotient = 0;
    guint64 rest = 0;
    for (guint i = 0; i < 64 || quotient < TOP_BIT; i++) {
        gboolean bit = i < 64 && (self->mantissa >> (63 - i) & 1) != 0;
        rest = 2 * rest + (bit ? numerator : 0);
        quotient <<= 1;
        for (; rest >= denominator; rest -= denominator)
            quotient++;
        self->exponent -= i >= 64;
    }
    if (rest > 0 && ++quotient == 0) {
        quotient = TOP_BIT;
        self->exponent++;
    }
    self->mantissa = quotient;
}

gboolean
recap_risk_is_at_most (const RecapRisk *self, guint limit)
{
    g_return_val_if_fail (limit > 0 && limit < MILLION, FALSE);

    RecapRisk part = *self;
    recap_risk_multiply (&part, MILLION, limit);
    return part.exponent < -63 || (part.exponent == -63 && part.mantissa == TOP_BIT);
}

void
recap_risk_format (const RecapRisk *self, char *buffer)
{
    RecapRisk scaled = *self;
    guint64 shown = BILLION;

    recap_risk_multiply (&scaled, BILLION, 1);
    if (scaled.exponent <= -64) {
        shown = 1;
    } else if (scaled.exponent < 0) {
        guint shift = (guint)-scaled.exponent;
        guint64 whole = scaled.mantissa >> shift;
        shown = MIN (whole + (whole << shift != scaled.mantissa), BILLION);
    }
    g_snprintf (buffer, RECAP_RISK_SIZE, "%" PRIu64 ".%09" PRIu64, shown / BILLION,
                shown % BILLION);
}

gboolean
recap_risk_limit_parse (RecapText text, guint *ret_limit)
{
    gboolean percent = text.size > 0 && text.bytes[text.size - 1] == '%';
    guint unit = percent ? PERCENT : MILLION; /* what a digit is worth */
    guint limit = 0;
    guint n_digits = 0;
    gboolean point = FALSE;

    for (gsize i = 0; i < text.size - percent; i++) {
        char c = text.bytes[i];
        if (c == '.' && !point && n_digits > 0) {
            point = TRUE;
            continue;
        }
        if (!g_ascii_isdigit (c) || (!point && limit > 0 && limit >= 100 * unit))
            return FALSE;
        guint digit = (guint)(c - '0');
        if (point) {
            unit /= 10;
            if (unit == 0)
                return FALSE;
            limit += digit * unit;
        } else {
            limit = limit * 10 + digit * unit;
        }
        n_digits++;
    }
    if (n_digits == 0 || text.bytes[text.size - percent - 1] == '.' || limit == 0 ||
        limit >= MILLION)
        return FALSE;
    *ret_limit = limit;
    return TRUE;
}

char *
recap_risk_limit_format (guint limit)
{
    GString *out = g_string_new (NULL);

    g_string_append_printf (out, "%u.%04u", limit / PERCENT, limit % PERCENT);
    while (out->str[out->len - 1] == '0')
        g_string_truncate (out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate (out, out->len - 1);
    g_string_append_c (out, '%');
    return g_string_free (out, FALSE);
}
