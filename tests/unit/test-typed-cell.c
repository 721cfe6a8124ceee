/* Cells as people write them, at the bounds of each way of writing; test-typed-table has the list
 * of what is taken and what is not. */
#include <inttypes.h>

#include "typed-cell.h"
#include "unit.h"
#include "words.h"

#define PLAIN RECAP_NUMBERS_PLAIN
#define ID RECAP_NUMBERS_ID
#define EN RECAP_NUMBERS_EN

static void
check (const char *text, RecapNumbers numbers, RecapCell expected)
{
    RecapCell cell = -99;
    gboolean taken = recap_typed_cell_parse (recap_text (text), numbers, &cell);
    unit_check (taken && cell == expected, __FILE__, __LINE__, "'%s' (%d): %" PRId64, text, numbers,
                cell);
}

/* Writes @number with @mark before every three digits. */
static char *
set_apart (gint64 number, char mark)
{
    g_autofree char *digits = g_strdup_printf ("%" PRId64, number);
    GString *out = g_string_new (NULL);
    gsize size = strlen (digits);
    for (gsize i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            g_string_append_c (out, mark);
        g_string_append_c (out, digits[i]);
    }
    return g_string_free (out, FALSE);
}

/* Whatever the number: each way to write it is read back. */
static void
test_all_ways (void)
{
    static const gint64 large[] = { 999999,    1000000,      1000001,
                                    999999999, 100000000000, RECAP_COUNT_MAX };
    for (gint64 i = 0; i < 2100 + (gint64)G_N_ELEMENTS (large); i++) {
        gint64 number = i < 2100 ? i : large[i - 2100];
        g_autofree char *words = recap_words_number (number);
        g_autofree char *digits = g_strdup_printf ("%" PRId64, number);
        g_autofree char *zeros = g_strdup_printf ("%04" PRId64, number);
        g_autofree char *both = g_strdup_printf ("%s (%s)", digits, words);
        g_autofree char *fraction = g_strdup_printf ("%s.00", digits);
        g_autofree char *id = set_apart (number, '.');
        g_autofree char *en = set_apart (number, ',');

        check (words, PLAIN, number);
        check (digits, EN, number);
        check (zeros, ID, number);
        check (both, PLAIN, number);
        check (fraction, PLAIN, number);
        check (id, ID, number);
        check (en, EN, number);
    }
}

/* Three boxes: what is crossed out and the number fill them at most. */
static void
test_boxes (void)
{
    RecapCell cell = -99;
    for (guint number = 0; number < 100; number++) {
        g_autofree char *boxes =
            g_strdup_printf ("%s%u", number < 10 ? "XX" : "X", number); /* 'XX7', 'X15' */
        check (boxes, PLAIN, number);
    }
    check ("X", PLAIN, RECAP_CELL_BLANK);
    check ("XxX", PLAIN, RECAP_CELL_BLANK);
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("X123"), PLAIN, &cell));
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("12X"), PLAIN, &cell));
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("X-1"), PLAIN, &cell));
    UNIT_INT (cell, -99);
}

/* A separator that could be that of thousands is never taken for one of a fraction. */
static void
test_doubt (void)
{
    static const char *const doubtful[] = { "1.000", "1,000", "12.345", "163.000", "0.000" };
    for (guint i = 0; i < G_N_ELEMENTS (doubtful); i++) {
        RecapCell cell = -99;
        UNIT_FALSE (recap_typed_cell_parse (recap_text (doubtful[i]), PLAIN, &cell));
    }
    check ("1.000", ID, 1000);
    check ("1,000", EN, 1000);
    check ("999.999.999.999", ID, RECAP_COUNT_MAX);
    check ("999.999.999.999,00", ID, RECAP_COUNT_MAX);

    RecapCell cell = -99;
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("1.000.000.000.000"), ID, &cell));
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("1.0000"), ID, &cell));
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("1.000,000"), ID, &cell));
    UNIT_FALSE (recap_typed_cell_parse (recap_text ("1.000.00"), ID, &cell));
}

/* A cell is a piece of a record: what stands behind it is not looked at, a NUL is no end. */
static void
test_pieces (void)
{
    static const char line[] = "12,345";
    RecapCell cell = -99;
    UNIT_TRUE (recap_typed_cell_parse ((RecapText){ line, 2 }, PLAIN, &cell));
    UNIT_INT (cell, 12);
    UNIT_TRUE (recap_typed_cell_parse ((RecapText){ line, 0 }, PLAIN, &cell));
    UNIT_INT (cell, RECAP_CELL_BLANK);
    UNIT_FALSE (recap_typed_cell_parse ((RecapText){ "12\0", 3 }, PLAIN, &cell));
    UNIT_FALSE (recap_typed_cell_parse ((RecapText){ "dua\0", 4 }, PLAIN, &cell));
    UNIT_INT (cell, RECAP_CELL_BLANK);
}

static void
explain (const char *text, RecapNumbers numbers, const char *expected)
{
    g_autofree char *why = recap_typed_cell_explain (recap_text (text), numbers);
    UNIT_STRING (why, expected);
}

static void
test_hints (void)
{
    explain ("90.00%", PLAIN, "a percentage is not a count");
    explain ("1.234", PLAIN,
             "if the separator is that of thousands, say so with "
             "--number-format id");
    explain ("1,234", PLAIN,
             "if the separator is that of thousands, say so with "
             "--number-format en");
    explain (" 1O3 ", PLAIN, "character 2 is the letter O, not a zero");
}

static void
test_formats (void)
{
    RecapNumbers numbers = EN;
    UNIT_TRUE (recap_numbers_parse ("id", &numbers));
    UNIT_INT (numbers, ID);
    UNIT_TRUE (recap_numbers_parse ("en", &numbers));
    UNIT_INT (numbers, EN);
    UNIT_FALSE (recap_numbers_parse ("", &numbers)); /* plain has no word */
    UNIT_FALSE (recap_numbers_parse ("ID", &numbers));
    UNIT_INT (numbers, EN);
}

UNIT_MAIN ("typed-cell", { "all ways to write a number", test_all_ways }, { "boxes", test_boxes },
           { "separators in doubt", test_doubt }, { "pieces of a record", test_pieces },
           { "hints", test_hints }, { "formats", test_formats })
