/* The scanner against a reader of one byte after the other. */
#include "scan.h"
#include "unit.h"

enum { LENGTH_MAX = 300, BEHIND = 64 };

typedef struct {
    guint32 separators[LENGTH_MAX];
    guint32 lines[LENGTH_MAX];
    gsize n_separators;
    gsize n_lines;
    gboolean quotes;
    gboolean exotic;
} Reference;

static Reference
read_bytewise (const guint8 *buffer, gsize begin, gsize end)
{
    Reference self = { .quotes = FALSE };
    gboolean inside = FALSE;

    for (gsize i = begin; i < end; i++) {
        guint8 c = buffer[i];
        self.exotic = self.exotic || c == 0 || c >= 0x80;
        if (c == '"') {
            self.quotes = TRUE;
            inside = !inside;
        }
        if (inside || (c != ',' && c != '\n'))
            continue;
        if (c == '\n')
            self.lines[self.n_lines++] = (guint32)self.n_separators;
        self.separators[self.n_separators++] = (guint32)i;
    }
    return self;
}

/* One check for a whole scan, so that the count of checks stays readable. */
static gboolean
is_same (const RecapScan *scan, const Reference *reference)
{
    return scan->n_separators == reference->n_separators && scan->n_lines == reference->n_lines &&
           scan->quotes == reference->quotes && scan->exotic == reference->exotic &&
           memcmp (scan->separators, reference->separators,
                   reference->n_separators * sizeof (guint32)) == 0 &&
           memcmp (scan->lines, reference->lines, reference->n_lines * sizeof (guint32)) == 0;
}

/* What lies behind the end must be readable and must not count. */
static void
fill_behind (guint8 *buffer, gsize end)
{
    static const guint8 traps[] = { '"', ',', '\n', 0xff, 0 };
    for (gsize i = 0; i < BEHIND; i++)
        buffer[end + i] = traps[i % sizeof traps];
}

static void
test_random_bytes (void)
{
    static const char *const alphabets[] = { "12,\n", "12,\n\"", "\",\n", "a\x80,\n\"",
                                             "aaaaaaa,\n" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (20240214);
    guint8 buffer[LENGTH_MAX + BEHIND];
    RecapScan scan = { 0 };

    for (gsize length = 0; length <= LENGTH_MAX; length++)
        for (guint round = 0; round < 20; round++) {
            const char *alphabet = alphabets[round % G_N_ELEMENTS (alphabets)];
            gint32 n = (gint32)strlen (alphabet) + (round == 19); /* once with NUL */
            for (gsize i = 0; i < length; i++)
                buffer[i] = (guint8)alphabet[g_rand_int_range (rand, 0, n)];
            fill_behind (buffer, length);
            gsize begin = length == 0 ? 0 : (gsize)g_rand_int_range (rand, 0, (gint32)length);
            begin = round % 2 == 0 ? 0 : begin;
            Reference reference = read_bytewise (buffer, begin, length);
            recap_scan (&scan, buffer, begin, length);
            if (!is_same (&scan, &reference))
                unit_check (FALSE, __FILE__, __LINE__, "length %u, round %u, begin %u",
                            (guint)length, round, (guint)begin);
        }
    UNIT_TRUE (scan.room > 0);
    recap_scan_clear (&scan);
    UNIT_TRUE (scan.separators == NULL && scan.n_lines == 0);
}

/* Quotes that open and close at every place around the border of a block. */
static void
test_quotes_at_block_borders (void)
{
    guint8 buffer[LENGTH_MAX + BEHIND];
    RecapScan scan = { 0 };
    guint n_wrong = 0;

    for (gsize open = 60; open <= 68; open++)
        for (gsize close = open + 1; close <= 140; close++) {
            memset (buffer, ',', LENGTH_MAX);
            buffer[open] = '"';
            buffer[close] = '"';
            buffer[close + 1] = '\n';
            fill_behind (buffer, 200);
            Reference reference = read_bytewise (buffer, 0, 200);
            recap_scan (&scan, buffer, 0, 200);
            n_wrong += !is_same (&scan, &reference);
        }
    UNIT_INT (n_wrong, 0);
    recap_scan_clear (&scan);
}

/* One marked byte at each place of the first blocks, each end around it. */
static void
test_single_bytes (void)
{
    static const guint8 marks[] = { ',', '\n', '"', 0, 0x80, 0xff };
    guint8 buffer[LENGTH_MAX + BEHIND];
    RecapScan scan = { 0 };
    guint n_wrong = 0;

    for (guint k = 0; k < sizeof marks; k++)
        for (gsize at = 0; at < 130; at++)
            for (gsize end = at; end <= at + 2; end++) {
                memset (buffer, 'x', sizeof buffer);
                buffer[at] = marks[k];
                Reference reference = read_bytewise (buffer, 0, end);
                recap_scan (&scan, buffer, 0, end);
                n_wrong += !is_same (&scan, &reference);
            }
    UNIT_INT (n_wrong, 0);
    recap_scan_clear (&scan);
}

UNIT_MAIN ("scan", { "random bytes", test_random_bytes },
           { "quotes at block borders", test_quotes_at_block_borders },
           { "single bytes", test_single_bytes })
