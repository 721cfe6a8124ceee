#include "config.h"

#include "sheet.h"

#include "unit.h"

static void
test_names (void)
{
    static const struct {
        const char *wanted, *given;
    } cases[] = {
        { "SUKAMAJU", "SUKAMAJU" },
        { "sukamaju", "sukamaju (2)" },
        { "SukaMaju", "SukaMaju (3)" },
        { "a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h" },
        { "'kutip'", "-kutip-" },
        { "D'ARE", "D'ARE" },
        { "", "Lembar" },
        { "  ", "-" },
        { "History", "History (2)" },
        { "KM12", "Lembar KM12" },
        { "RC", "Lembar RC" },
        { "2024", "Lembar 2024" },
        { "DUA", "DUA" },
        { "True", "Lembar True" },
        { "KM 12", "KM 12" },
        { "KM-12", "KM-12" },
        { "MA'RANG12", "MA'RANG12" },
        { "12345678-0123456789012345678901234567", "12345678-0123456789012345678901" },
        { "12345678-0123456789012345678901xyz", "12345678-012345678901234567 (2)" },
    };
    g_autoptr (RecapBook) book = recap_book_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapSheet *sheet = recap_book_add (book, recap_text (cases[i].wanted), "");
        UNIT_STRING (sheet->name, cases[i].given);
        UNIT_INT (sheet->index, i);
        UNIT_TRUE (recap_book_get (book, (guint)i) == sheet);
    }
}

static void
test_texts (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = recap_book_add (book, recap_text ("A"), "");
    RecapText bad = { "a\x01\xff\nb\0c", 7 };
    UNIT_STRING (recap_sheet_text (sheet, 0, 0, 1, 1, RECAP_STYLE_PLAIN, bad)->text,
                 "a\\x01\\xFF\nb\\x00c");
    RecapSheetCell *cell = recap_sheet_string (sheet, 1, 2, 3, 4, RECAP_STYLE_PLAIN, "");
    UNIT_INT (cell->content, RECAP_CONTENT_NOTHING);
    UNIT_INT (sheet->rows->len, 4);
    UNIT_INT (sheet->widths->len, 6);

    g_autofree char *long_text = g_strnfill (40000, 'x');
    cell = recap_sheet_string (sheet, 9, 0, 1, 1, RECAP_STYLE_PLAIN, long_text);
    UNIT_INT (strlen (cell->text), 16000);
    UNIT_TRUE (g_str_has_suffix (cell->text, "x..."));
}

static void
test_numbers (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = recap_book_add (book, recap_text ("A"), "");
    RecapSheetCell *cell = recap_sheet_number (sheet, 0, 0, RECAP_STYLE_NUMBER, 0);
    UNIT_INT (cell->content, RECAP_CONTENT_NUMBER);
    UNIT_INT (cell->marks, 0);
    cell = recap_sheet_number (sheet, 0, 1, RECAP_STYLE_NUMBER, RECAP_CELL_BLANK);
    UNIT_INT (cell->content, RECAP_CONTENT_NOTHING);
    UNIT_INT (cell->marks, RECAP_MARK_BLANK);
    cell = recap_sheet_number (sheet, 0, 2, RECAP_STYLE_NUMBER, RECAP_CELL_UNREADABLE);
    UNIT_STRING (cell->text, "?");
    UNIT_INT (cell->marks, RECAP_MARK_UNREADABLE);
    cell = recap_sheet_signed (sheet, 0, 3, RECAP_STYLE_NUMBER, -2);
    UNIT_INT (cell->content, RECAP_CONTENT_NUMBER);
    UNIT_INT (cell->number, -2);
}

static void
test_charts (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = recap_book_add (book, recap_text ("A"), "");
    RecapRange place = { 0, 2, 3, 9, 5 }, names = { 0, 0, 0, 1, 0 }, values = { 0, 0, 1, 1, 1 };
    RecapChart *chart = recap_sheet_chart (sheet, RECAP_CHART_STACKED, "Suara\x1b", &place, &names);
    recap_sheet_chart_add (sheet, chart, "Satu", &values);
    recap_sheet_chart_add (sheet, chart, "Dua", &values);
    UNIT_STRING (chart->title, "Suara\\x1B");
    UNIT_INT (chart->row, 2);
    UNIT_INT (chart->column, 3);
    UNIT_INT (chart->n_rows, 8);
    UNIT_INT (chart->n_columns, 3);
    UNIT_INT (chart->series->len, 2);
    UNIT_STRING (g_array_index (chart->series, RecapChartSeries, 1).name, "Dua");
    UNIT_INT (sheet->charts->len, 1);
}

static void
test_find (void)
{
    g_autoptr (RecapBook) book = recap_book_new ();
    RecapSheet *sheet = recap_book_add (book, recap_text ("A"), "");
    recap_sheet_number (sheet, 3, 1, RECAP_STYLE_NUMBER, 7);
    recap_sheet_string (sheet, 1, 3, 1, 1, RECAP_STYLE_CELL, "x");
    UNIT_INT (recap_sheet_find (sheet, 3, 1)->number, 7);
    UNIT_STRING (recap_sheet_find (sheet, 1, 3)->text, "x");
    UNIT_TRUE (recap_sheet_find (sheet, 3, 3) == NULL);
}

UNIT_MAIN ("sheet", { "names", test_names }, { "texts", test_texts }, { "numbers", test_numbers },
           { "charts", test_charts }, { "find", test_find })
