#include "config.h"

#include "count.h"

#include "unit.h"

static void
test_counts_are_plain_digits (void)
{
    static const struct {
        const char *text;
        gint64 count;
    } good[] = {
        { "0", 0 },
        { "7", 7 },
        { "300", 300 },
        { "9999", 9999 },
        { "999999999999", RECAP_COUNT_MAX },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
        gint64 count = -7;
        UNIT_TRUE (recap_count_parse (recap_text (good[i].text), &count));
        UNIT_INT (count, good[i].count);
    }
}

static void
test_fractions_of_zero (void)
{
    static const struct {
        const char *text, *left;
    } cases[] = {
        { "163.0", "163" }, { "-3.00", "-3" }, { "0.0", "0" },     { "1000.000", "1000" },
        { "163", "163" },   { "-3", "-3" },    { "3.", "3." },     { ".0", ".0" },
        { "-.0", "-.0" },   { "3.5", "3.5" },  { "3.50", "3.50" }, { "3.0.0", "3.0.0" },
        { "+3.0", "+3.0" }, { "a.0", "a.0" },  { "3,0", "3,0" },   { "", "" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_TRUE (recap_text_equal_string (
            recap_count_without_fraction (recap_text (cases[i].text)), cases[i].left));
}

static void
test_all_else_is_refused (void)
{
    static const char *const bad[] = {
        "",
        " ",
        "1 ",
        " 1",
        "+1",
        "-1",
        "-0",
        "007",
        "00",
        "1.0",
        "1,0",
        "1.234",
        "1e3",
        "0x10",
        "1O3",
        "?",
        "1000000000000",
        "18446744073709551616",
        "\302\2401",
        "\xd9\xa1",
        "\xef\xbc\x91",
        "12\n",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
        gint64 count = -7;
        unit_check (!recap_count_parse (recap_text (bad[i]), &count), __FILE__, __LINE__,
                    "accepted \"%s\"", bad[i]);
        UNIT_INT (count, -7);
    }
    gint64 count = -7;
    UNIT_FALSE (recap_count_parse ((RecapText){ "1\0002", 3 }, &count));
    UNIT_INT (count, -7);
}

static void
test_four_states (void)
{
    RecapCell cell = RECAP_CELL_NOT_CARRIED;
    UNIT_TRUE (recap_cell_parse (RECAP_TEXT_EMPTY, &cell));
    UNIT_INT (cell, RECAP_CELL_BLANK);
    UNIT_TRUE (recap_cell_parse (recap_text ("?"), &cell));
    UNIT_INT (cell, RECAP_CELL_UNREADABLE);
    UNIT_TRUE (recap_cell_parse (recap_text ("0"), &cell));
    UNIT_INT (cell, 0);
    UNIT_FALSE (recap_cell_parse (recap_text ("-"), &cell));
    UNIT_INT (cell, 0);
    UNIT_FALSE (recap_cell_is_number (RECAP_CELL_BLANK));
    UNIT_FALSE (recap_cell_is_number (RECAP_CELL_UNREADABLE));
    UNIT_FALSE (recap_cell_is_number (RECAP_CELL_NOT_CARRIED));
    UNIT_TRUE (recap_cell_is_number (0));
}

static void
test_cells_are_written_as_read (void)
{
    static const char *const texts[] = { "", "?", "0", "9", "10", "823236", "999999999999" };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        char buffer[RECAP_CELL_SIZE];
        RecapCell cell = RECAP_CELL_NOT_CARRIED;
        UNIT_TRUE (recap_cell_parse (recap_text (texts[i]), &cell));
        UNIT_INT (recap_cell_format (cell, buffer), strlen (texts[i]));
        UNIT_STRING (buffer, texts[i]);
    }
}

static void
test_explains_what_is_wrong (void)
{
    static const char *const odd[] = { "1O3", "1.234", "1,234", "-5", "1.07E+12", " 7" };
    for (gsize i = 0; i < G_N_ELEMENTS (odd); i++) {
        g_autofree char *why = recap_cell_explain (recap_text (odd[i]));
        unit_check (why != NULL && *why != '\0' && !g_str_has_suffix (why, "."), __FILE__, __LINE__,
                    "\"%s\" is explained by \"%s\"", odd[i], why != NULL ? why : "(null)");
    }
    g_autofree char *letter = recap_cell_explain (recap_text ("1O3"));
    UNIT_STRING (letter, "character 2 is the letter O, not a zero");
}

static void
test_cells_in_sentences (void)
{
    g_autoptr (GString) out = g_string_new (NULL);
    const RecapCell cells[] = {
        0, 216, 1000, RECAP_CELL_BLANK, RECAP_CELL_UNREADABLE, RECAP_CELL_NOT_CARRIED
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
        recap_cell_append (cells[i], out);
        g_string_append_c (out, '|');
    }
    UNIT_STRING (out->str, "0|216|1000|kosong|tidak terbaca||");
}

static void
test_lists_of_cells (void)
{
    const RecapCell cells[] = { RECAP_CELL_NOT_CARRIED,
                                0,
                                9,
                                10,
                                99,
                                100,
                                999,
                                1000,
                                RECAP_CELL_BLANK,
                                RECAP_CELL_UNREADABLE,
                                RECAP_CELL_NOT_CARRIED,
                                RECAP_COUNT_MAX,
                                RECAP_CELL_BLANK };
    char buffer[G_N_ELEMENTS (cells) * RECAP_CELL_SIZE];
    gsize size = recap_cells_format (cells, G_N_ELEMENTS (cells), buffer);
    UNIT_TEXT (((RecapText){ buffer, size }), "0,9,10,99,100,999,1000,,?,999999999999,,");
    UNIT_INT (recap_cells_format (cells, 1, buffer), 0);
    UNIT_INT (recap_cells_format (cells, 0, buffer), 0);
}

static void
test_dots (void)
{
    static const struct {
        RecapCell cell;
        const char *text;
    } cases[] = {
        { 0, "0" },
        { 999, "999" },
        { 1000, "1.000" },
        { 123456, "123.456" },
        { RECAP_COUNT_MAX, "999.999.999.999" },
        { RECAP_CELL_BLANK, "kosong" },
        { RECAP_CELL_UNREADABLE, "?" },
        { RECAP_CELL_NOT_CARRIED, "" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) out = g_string_new (NULL);
        recap_cell_append_dotted (cases[i].cell, out);
        UNIT_STRING (out->str, cases[i].text);
    }
}

UNIT_MAIN ("count", { "counts are plain digits", test_counts_are_plain_digits },
           { "all else is refused", test_all_else_is_refused }, { "four states", test_four_states },
           { "fractions of zero", test_fractions_of_zero },
           { "cells are written as read", test_cells_are_written_as_read },
           { "explains what is wrong", test_explains_what_is_wrong },
           { "cells in sentences", test_cells_in_sentences },
           { "lists of cells", test_lists_of_cells }, { "dots between thousands", test_dots })
