/* What stands in cells of workbooks. Whole workbooks are read in the golden cases; here are the
 * rules for single numbers and rows. */
#include "sheet-reader-part.h"
#include "unit.h"

static void
test_dates (void)
{
    static const struct {
        const char *serial;
        gboolean from_1904;
        const char *date;
    } cases[] = {
        { "1", FALSE, "1900-01-01" },
        { "59", FALSE, "1900-02-28" },
        { "60", FALSE, NULL }, /* 29 February 1900, which never was */
        { "61", FALSE, "1900-03-01" },
        { "45337", FALSE, "2024-02-15" },
        { "45337.354166666664", FALSE, "2024-02-15T08:30:00" },
        { "45337.999999999", FALSE, "2024-02-16" },
        { "0.5", FALSE, "12:00:00" },
        { "0", FALSE, "00:00:00" },
        { "43875", TRUE, "2024-02-15" },
        { "2958465", FALSE, "9999-12-31" },
        { "2958466", FALSE, NULL },
        { "-1", FALSE, NULL },
        { "4.5E4", FALSE, NULL },
        { "", FALSE, NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *date =
            sheet_date_format (recap_text (cases[i].serial), cases[i].from_1904);
        UNIT_STRING (date, cases[i].date);
    }
}

static void
test_percentages (void)
{
    static const char *const cases[][2] = {
        { "0.9", "90%" },    { "1", "100%" },     { "0.125", "12.5%" },      { "0", "0%" },
        { "0.005", "0.5%" }, { "12.5", "1250%" }, { "1E-3", "1E-3 x 100%" }, { "-1", "-1 x 100%" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *percent = sheet_percent_format (recap_text (cases[i][0]));
        UNIT_STRING (percent, cases[i][1]);
    }
}

/* A format can show something else than the number or the text. */
static void
test_masks (void)
{
    static const char *const plain[] = {
        "General",
        "0",
        "#,##0",
        "#,##0\"*\"",
        "@",
        "0000000000000",
        "#,##0;-#,##0",
        "0.00",
        "[Red]#,##0;(#,##0)",
        "_(* #,##0_)",
        "#,##0\\ ;@",
        "#,##0\" TPS\"",
        "0;-0;0;@",
        "General;-General",
        "[$Rp-421]#,##0",
        "[$-421]0",
        "#,##0.##",
        "_(@_)",
    };
    static const char *const masks[] = {
        "\"999\"",
        ";;;",
        "#,##0;;",
        "0\"1\"",
        "0,",
        "#,##0,",
        "\\9\\9",
        "99",
        "",
        "[Red]",
        "1#",
        "*9",
        "\"a\"",
        "0;1",
        "#,##0,;@",
        /* zero looks blank, or like '-' */
        "#",
        "#,###",
        "?",
        ".00",
        "0;-0;\"-\"",
        /* digits and points of their own */
        "[$9]0",
        "[$12-409]0",
        "0\".\"000",
        "\"0.\"0",
        "0\",\"00\" %\"",
        "\"\xd9\xa5\"0",
        /* not all digits, not the sign, more than one number */
        "0E+0",
        "0;0",
        "-0",
        "(0)",
        "[>5]0;-0",
        "0 0",
        "# ?/?",
        "0;-0;0;0;0",
        /* texts */
        ";;;\"sesuai\"",
        "0;-0;0;\"12\"",
        "0;-0;0;0",
        "\"tidak \"@",
        "@;0",
        "0;-0;0;@@",
    };
    for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
        unit_check (!sheet_format_is_mask (plain[i]), __FILE__, __LINE__, "a mask: %s", plain[i]);
    for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
        unit_check (sheet_format_is_mask (masks[i]), __FILE__, __LINE__, "no mask: %s", masks[i]);
    UNIT_FALSE (sheet_format_builtin_is_mask (0));
    UNIT_FALSE (sheet_format_builtin_is_mask (49));
    UNIT_TRUE (sheet_format_builtin_is_mask (41));
}

/* One code, written in several ways. */
static void
test_simple_formats (void)
{
    static const char *const cases[][2] = {
        { "0\",\"00\" %\"", "0\",\"00\" %\"" },
        { "0\\,00\" %\"", "0\",\"00\" %\"" },
        { "0\\,00\\ \\%", "0\",\"00\" %\"" },
        { "#,##0;[Red](0)_)", "#,##0;[Red]\"(\"0\")\"_)" },
        { "0\\,\\\"00", "0\",\"\\\"00" },
        { "\"open", "\"open\"" },
        { "", "" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *simple = sheet_format_simplify (cases[i][0]);
        UNIT_STRING (simple, cases[i][1]);
    }
}

/* Rows come out one by one, also when the next has begun; repeats are rows of their own. */
static void
test_rows (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (SheetRows) rows = sheet_rows_new ("a!b");
    RecapRecord record;

    UNIT_TRUE (sheet_rows_begin (rows, 2, &error));
    UNIT_TRUE (sheet_rows_add (rows, 2, recap_text ("lent"), TRUE, &error));
    UNIT_TRUE (sheet_rows_add (rows, 4, recap_text ("copied"), FALSE, &error));
    UNIT_TRUE (sheet_rows_end (rows, 2, &error));
    UNIT_TRUE (sheet_rows_begin (rows, 5, &error));
    UNIT_TRUE (sheet_rows_add (rows, 1, recap_text ("next"), FALSE, &error));
    for (guint64 line = 2; line <= 3; line++) {
        UNIT_TRUE (sheet_rows_take (rows, &record));
        UNIT_INT (record.line, line);
        UNIT_INT (record.n_fields, 4);
        UNIT_TEXT (record.fields[0], "");
        UNIT_TEXT (record.fields[1], "lent");
        UNIT_TEXT (record.fields[3], "copied");
    }
    UNIT_FALSE (sheet_rows_take (rows, &record));
    UNIT_TRUE (sheet_rows_end (rows, 1, &error));
    UNIT_TRUE (sheet_rows_take (rows, &record));
    UNIT_INT (record.line, 5);
    UNIT_TEXT (record.fields[0], "next");
    UNIT_NO_ERROR (&error);
}

/* Joined cells of one line are of no interest; the others come out in order. */
static void
test_joined (void)
{
    static const RecapJoined given[] = {
        { 5, 6, 1, 1 }, { 2, 2, 1, 4 }, { 2, 4, 2, 2 }, { 2, 3, 1, 1 }
    };
    static const RecapJoined bad[] = {
        { 0, 2, 1, 1 }, { 3, 2, 1, 1 }, { 1, 2, 3, 2 }, { 1, SHEET_ROWS_MAX + 1, 1, 1 }
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (SheetRows) rows = sheet_rows_new ("a!b");

    for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        UNIT_TRUE (sheet_rows_join (rows, &given[i], &error));
    g_autoptr (GArray) joined = sheet_rows_get_joined (rows);
    UNIT_INT (joined->len, 3);
    UNIT_INT (g_array_index (joined, RecapJoined, 0).last_line, 3);
    UNIT_INT (g_array_index (joined, RecapJoined, 1).last_line, 4);
    UNIT_INT (g_array_index (joined, RecapJoined, 2).first_line, 5);
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        UNIT_FALSE (sheet_rows_join (rows, &bad[i], &error));
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "cells are joined that a sheet does not have");
    }
}

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (SheetRows) rows = sheet_rows_new ("a!b");

    UNIT_TRUE (sheet_rows_begin (rows, 7, &error));
    UNIT_TRUE (sheet_rows_add (rows, SHEET_COLUMNS_MAX, recap_text ("x"), FALSE, &error));
    UNIT_FALSE (sheet_rows_add (rows, SHEET_COLUMNS_MAX + 1, recap_text ("x"), FALSE, &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "a row has at most 16384 columns");
    UNIT_FALSE (sheet_rows_add (rows, 3, recap_text ("x"), FALSE, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "the cells are out of order");
    UNIT_FALSE (sheet_rows_end (rows, SHEET_ROWS_MAX, &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "the sheet repeats more rows than it can have");
    UNIT_FALSE (sheet_rows_begin (rows, 7, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "the rows are out of order");
    UNIT_FALSE (sheet_rows_begin (rows, SHEET_ROWS_MAX + 1, &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "a sheet has at most 1048576 rows");
}

UNIT_MAIN ("sheet-reader", { "joined cells", test_joined },
           { "day numbers become dates", test_dates },
           { "fractions become percentages", test_percentages }, { "masks", test_masks },
           { "simple formats", test_simple_formats }, { "rows", test_rows },
           { "limits of a sheet", test_limits })
