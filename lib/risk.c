#include "config.h"

#include "risk.h"

#include <inttypes.h>

/* Fractions are exact, the product is not: a fixed number of bits, rounded up, gives everybody the
 * same digits on every machine, and errs on the side of counting more. */

enum { MILLION = 1000000, PERCENT = MILLION / 100 };

#define BILLION G_GUINT64_CONSTANT (1000000000)

static guint
n_bits (unsigned __int128 number)
{
    guint n = 0;
    for (; number > 0; number >>= 1)
        n++;
    return n;
}

/* Returns: @number / 2^@shift, rounded up. */
static unsigned __int128
shift_up (unsigned __int128 number, guint shift)
{
    unsigned __int128 whole = number >> shift;
    return whole + ((whole << shift) != number);
}

void
recap_risk_multiply (RecapRisk *self, guint64 numerator, guint64 denominator)
{
    g_return_if_fail (numerator > 0 && numerator <= G_MAXINT64);
    g_return_if_fail (denominator > 0 && denominator <= G_MAXINT64);

    unsigned __int128 product = (unsigned __int128)self->mantissa * numerator;
    guint left = 128 - n_bits (product);
    product <<= left;
    unsigned __int128 quotient = product / denominator;
    quotient += quotient * denominator != product;

    guint right = n_bits (quotient) - 64;
    quotient = shift_up (quotient, right);
    if (quotient >> 64 != 0) { /* rounded up to the next power of two */
        quotient >>= 1;
        right++;
    }
    self->mantissa = (guint64)quotient;
    self->exponent += (int)right - (int)left;
}

gboolean
recap_risk_is_at_most (const RecapRisk *self, guint limit)
{
    g_return_val_if_fail (limit > 0 && limit < MILLION, FALSE);

    if (self->exponent >= 0)
        return FALSE;
    if (self->exponent < -100)
        return TRUE; /* below 2^-36 */
    return (unsigned __int128)self->mantissa * MILLION <= (unsigned __int128)limit
                                                              << -self->exponent;
}

void
recap_risk_format (const RecapRisk *self, char *buffer)
{
    guint64 shown = BILLION;

    if (self->exponent < -100)
        shown = 1;
    else if (self->exponent < 0)
        shown = (guint64)MIN (
            shift_up ((unsigned __int128)self->mantissa * BILLION, (guint)-self->exponent),
            BILLION);
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
