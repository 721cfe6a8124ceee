/* Random numbers that everybody can draw again with SHA-256 alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RECAP_LOTTERY_MAX ((guint64)1 << 55)

/* Draws number @number (from 1) of the lottery with the text @seed: the SHA-256 of the bytes
 * '@seed,@number', the number in decimal digits, read as a number of 256 bits and scaled down to
 * 0 .. @n - 1. The same for ever: who has the seed can check every draw.
 *
 * @n must be from 1 to RECAP_LOTTERY_MAX.
 *
 * Returns: the whole part of sha256 * n / 2^256. */
guint64 recap_lottery_draw (const char *seed, guint64 number, guint64 n);

G_END_DECLS
