#include "config.h"

#include "page.h"

#include "unit.h"

static guint
lines (const char *text, guint width)
{
    /* Arial 10: 13 points a line and 2 more. */
    return (recap_page_text_height (text, 10, FALSE, width) - 2) / 13;
}

static void
test_heights (void)
{
    UNIT_INT (lines ("", 100), 1);
    UNIT_INT (lines ("satu", 100), 1);
    UNIT_INT (lines ("satu\ndua\n", 100), 3);
    UNIT_INT (lines ("JUMLAH PINDAHAN", 60), 2);
    UNIT_INT (lines ("JUMLAH PINDAHAN", 500), 1);
    /* A word longer than the line is broken, a tiny width does no harm. */
    UNIT_INT (lines ("MMMMMMMMMMMMMMMMMMMM", 88), 3);
    UNIT_TRUE (lines ("MMMM", 0) >= 4);
    UNIT_TRUE (recap_page_text_height ("kabupaten kepulauan", 10, TRUE, 104) >
               recap_page_text_height ("kabupaten kepulauan", 10, FALSE, 104));
    UNIT_INT (lines ("\xe6\xb0\xb4\xe6\xb0\xb4\xe6\xb0\xb4", 25), 2);
}

static RecapSheet *
make_sheet (RecapBook *book, guint n_rows, guint head_rows)
{
    RecapSheet *sheet = recap_book_add (book, recap_text ("A"), "");
    recap_sheet_row (sheet, n_rows - 1);
    sheet->head_rows = head_rows;
    return sheet;
}

static void
test_breaks (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = make_sheet (book, 10, 1);
    guint heights[10] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 };

    g_autoptr (GArray) one = recap_page_breaks (sheet, heights, 100);
    UNIT_INT (one->len, 0);
    /* Four rows a page: the head and three more. */
    g_autoptr (GArray) many = recap_page_breaks (sheet, heights, 40);
    UNIT_INT (many->len, 2);
    UNIT_INT (g_array_index (many, guint, 0), 4);
    UNIT_INT (g_array_index (many, guint, 1), 7);
    /* Rows 3 and 4 stay together. */
    recap_sheet_row (sheet, 3)->keep = TRUE;
    g_autoptr (GArray) kept = recap_page_breaks (sheet, heights, 40);
    UNIT_INT (g_array_index (kept, guint, 0), 3);
    UNIT_INT (recap_page_tallest (sheet, heights), 30);
}

static void
test_rows_larger_than_a_page (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = make_sheet (book, 4, 1);
    guint heights[4] = { 10, 90, 90, 10 };
    g_autoptr (GArray) breaks = recap_page_breaks (sheet, heights, 50);
    UNIT_INT (breaks->len, 2);
    UNIT_INT (g_array_index (breaks, guint, 0), 2);
    UNIT_INT (g_array_index (breaks, guint, 1), 3);
}

UNIT_MAIN ("page", { "heights", test_heights }, { "breaks", test_breaks },
           { "rows larger than a page", test_rows_larger_than_a_page })
