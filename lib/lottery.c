#include "config.h"

#include "lottery.h"

#include <inttypes.h>

enum { DIGEST_SIZE = 32 };

guint64
recap_lottery_draw (const char *seed, guint64 number, guint64 n)
{
    g_return_val_if_fail (seed != NULL && n > 0 && n <= RECAP_LOTTERY_MAX, 0);

    g_autofree char *ticket = g_strdup_printf ("%s,%" PRIu64, seed, number);
    guint8 digest[DIGEST_SIZE];
    gsize size = sizeof digest;
    GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

    g_checksum_update (checksum, (const guchar *)ticket, -1);
    g_checksum_get_digest (checksum, digest, &size);
    g_checksum_free (checksum);
    g_assert (size == sizeof digest);

    /* Long multiplication by bytes, the least significant first; what falls off at the right end
     * never comes back, so the result is exact. The carry stays below n, and
     * 255 n and a carry fit in 64 bits. */
    guint64 carry = 0;
    for (guint i = DIGEST_SIZE; i > 0; i--)
        carry = (digest[i - 1] * n + carry) >> 8;
    return carry;
}
