#include "config.h"

#include "scan.h"

#include <string.h>

#include "count.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The bytes of one block of 64 as bit masks, bit 0 for the first byte. */
typedef struct {
    guint64 separator;
    guint64 newline;
    guint64 quote;
    guint64 carriage; /* CR; only when it is looked for */
    guint64 exotic;
} Masks;

/* What to look for. Every caller gives constants where it can, so that the loop is compiled for
 * each. */
typedef struct {
    char separator;
    gboolean carriages;
} Search;

#ifdef __SSE2__
static inline guint64
mask_16 (__m128i bytes, char c)
{
    return (guint16)_mm_movemask_epi8 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 (c)));
}

static inline Masks
masks_of (const guint8 *p, Search search)
{
    Masks m = { 0 };
    for (guint i = 0; i < 4; i++) {
        __m128i bytes = _mm_loadu_si128 ((const __m128i *)(const void *)(p + 16 * i));
        m.separator |= mask_16 (bytes, search.separator) << (16 * i);
        m.newline |= mask_16 (bytes, '\n') << (16 * i);
        m.quote |= mask_16 (bytes, '"') << (16 * i);
        if (search.carriages)
            m.carriage |= mask_16 (bytes, '\r') << (16 * i);
        /* Signed: what is below 1 is NUL or has the high bit. */
        m.exotic |= (guint64)(guint16)_mm_movemask_epi8 (_mm_cmplt_epi8 (bytes, _mm_set1_epi8 (1)))
                    << (16 * i);
    }
    return m;
}
#else
static inline Masks
masks_of (const guint8 *p, Search search)
{
    Masks m = { 0 };
    for (guint i = 0; i < 64; i++) {
        guint64 bit = G_GUINT64_CONSTANT (1) << i;
        m.separator |= p[i] == (guint8)search.separator ? bit : 0;
        m.newline |= p[i] == '\n' ? bit : 0;
        m.quote |= p[i] == '"' ? bit : 0;
        m.carriage |= search.carriages && p[i] == '\r' ? bit : 0;
        m.exotic |= p[i] == 0 || p[i] >= 0x80 ? bit : 0;
    }
    return m;
}
#endif

void
recap_scan_clear (RecapScan *self)
{
    g_clear_pointer (&self->separators, g_free);
    g_clear_pointer (&self->lines, g_free);
    g_clear_pointer (&self->numbers, g_free);
    *self = (RecapScan){ 0 };
}

/* Every byte between two quotes gets its bit: the running parity of the quotes before it. */
static inline guint64
inside_quotes (guint64 quote, guint64 *carry)
{
    guint64 inside = quote;
    for (guint shift = 1; shift < 64; shift *= 2)
        inside ^= inside << shift;
    inside ^= *carry;
    *carry = (inside >> 63) != 0 ? ~G_GUINT64_CONSTANT (0) : 0;
    return inside;
}

static void
make_room (RecapScan *self, gsize size)
{
    if (self->room >= size + 64)
        return;
    self->room = size + 64;
    self->separators = g_renew (guint32, self->separators, self->room);
    self->lines = g_renew (guint32, self->lines, self->room);
}

static inline void
scan (RecapScan *self, const guint8 *buffer, gsize begin, gsize end, Search search)
{
    g_assert (end <= G_MAXUINT32 && begin <= end);

    make_room (self, end - begin);
    guint32 *out = self->separators;
    guint32 *line = self->lines;
    guint64 carry = 0;
    guint64 quotes = 0;
    guint64 carriages = 0;
    guint64 exotic = 0;

    for (gsize at = begin; at < end; at += 64) {
        Masks m = masks_of (buffer + at, search);
        guint64 valid =
            end - at >= 64 ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << (end - at)) - 1;
        guint64 inside = carry;
        if (G_UNLIKELY ((m.quote & valid) != 0)) {
            inside = inside_quotes (m.quote & valid, &carry);
            quotes |= m.quote & valid;
        }
        guint64 newline = m.newline & valid & ~inside;
        guint64 bits = (m.separator & valid & ~inside) | newline;
        carriages |= m.carriage & valid;
        exotic |= m.exotic & valid;

        /* Without a branch for the line ends: written always, kept only where there is one. */
        for (; bits != 0; bits &= bits - 1) {
            guint bit = (guint)__builtin_ctzll (bits);
            *line = (guint32)(out - self->separators);
            line += (newline >> bit) & 1;
            *out++ = (guint32)(at + bit);
        }
    }
    self->n_separators = (gsize)(out - self->separators);
    self->n_lines = (gsize)(line - self->lines);
    self->quotes = quotes != 0;
    self->carriages = carriages != 0;
    self->exotic = exotic != 0;
}

void
recap_scan (RecapScan *self, const guint8 *buffer, gsize begin, gsize end)
{
    scan (self, buffer, begin, end, (Search){ ',', FALSE });
}

void
recap_scan_typed (RecapScan *self, const guint8 *buffer, gsize begin, gsize end, char separator)
{
    scan (self, buffer, begin, end, (Search){ separator, TRUE });
}

/* What stands around a field and is not part of it. */
static inline RecapText
unwrap (RecapText field)
{
    if (field.size > 0 && field.bytes[field.size - 1] == '\r')
        field.size--;
    if (field.size >= 2 && field.bytes[0] == '"' && field.bytes[field.size - 1] == '"')
        field = (RecapText){ field.bytes + 1, field.size - 2 };
    return field;
}

static inline void
read_numbers (RecapScan *self, const guint8 *buffer, gsize begin, gboolean wrapped)
{
    for (gsize i = 0; i < self->n_separators; i++) {
        RecapText field = { (const char *)buffer + begin, self->separators[i] - begin };
        if (wrapped)
            field = unwrap (field);
        self->numbers[i] = field.size - 1 < 8 ? (gint32)recap_count_parse_padded (field) : -1;
        begin = (gsize)self->separators[i] + 1;
    }
}

void
recap_scan_numbers (RecapScan *self, const guint8 *buffer, gsize begin)
{
    if (self->numbers_room < self->n_separators) {
        self->numbers_room = self->room;
        self->numbers = g_renew (gint32, self->numbers, self->numbers_room);
    }
    self->numbers_begin = begin;
    if (self->quotes || self->carriages)
        read_numbers (self, buffer, begin, TRUE);
    else
        read_numbers (self, buffer, begin, FALSE);
}
