/* Typed tables: what people write into cells, and codes that spreadsheets have damaged. */
#include "region.h"
#include "typed-table.h"
#include "unit.h"

#define PLAIN RECAP_NUMBERS_PLAIN
#define ID RECAP_NUMBERS_ID
#define EN RECAP_NUMBERS_EN

static void
test_cells (void)
{
    static const struct {
        const char *text;
        RecapCell cell;
        RecapNumbers numbers;
    } cases[] = {
        { "0", 0, PLAIN },
        { "216", 216, PLAIN },
        { "007", 7, PLAIN },
        { "000", 0, PLAIN },
        { " 12 ", 12, PLAIN },
        { "X15", 15, PLAIN },
        { "XX7", 7, PLAIN },
        { "x07", 7, PLAIN },
        { "999999999999", 999999999999, PLAIN },
        { "163.0", 163, PLAIN },
        { "163,00", 163, PLAIN },
        { "0.0", 0, PLAIN },
        { "163.0", 163, EN },
        { "163,0", 163, ID },
        { "1.234", 1234, ID },
        { "12.345.678", 12345678, ID },
        { "1,234", 1234, EN },
        { "1,234.0", 1234, EN },
        { "1.234,00", 1234, ID },
        { "dua ratus tiga", 203, PLAIN },
        { "Nol", 0, PLAIN },
        { "203 (dua ratus tiga)", 203, PLAIN },
        { "X15 lima belas", 15, PLAIN },
        { "", RECAP_CELL_BLANK, PLAIN },
        { "  ", RECAP_CELL_BLANK, PLAIN },
        { "-", RECAP_CELL_BLANK, PLAIN },
        { "\xe2\x80\x93", RECAP_CELL_BLANK, PLAIN },
        { "X", RECAP_CELL_BLANK, PLAIN },
        { "XXX", RECAP_CELL_BLANK, PLAIN },
        { "xx", RECAP_CELL_BLANK, PLAIN },
        { "kosong", RECAP_CELL_BLANK, PLAIN },
        { "?", RECAP_CELL_UNREADABLE, PLAIN },
        { "Tidak Terbaca", RECAP_CELL_UNREADABLE, PLAIN },
        { "tidak jelas", RECAP_CELL_UNREADABLE, PLAIN },
    };
    static const struct {
        const char *text;
        RecapNumbers numbers;
    } refused[] = {
        { "1O3", PLAIN },
        { "-5", PLAIN },
        { "--", PLAIN },
        { "+5", PLAIN },
        { "1,234", PLAIN },
        { "1.234", PLAIN },
        { "12.5", PLAIN },
        { "163.000", PLAIN },
        { "163.0", ID },
        { "163,0", EN },
        { "1.234", EN },
        { "1,234", ID },
        { "1234.567", ID },
        { "1.23.456", ID },
        { "0.234", ID },
        { "12.5", ID },
        { ".234", ID },
        { "1e3", PLAIN },
        { "90.00%", PLAIN },
        { "90%", EN },
        { "15X", PLAIN },
        { "1X5", PLAIN },
        { "X1234", PLAIN },
        { "1 2", PLAIN },
        { "??", PLAIN },
        { "0x10", PLAIN },
        { "1000000000000", PLAIN },
        { "\xd9\xa3", PLAIN },
        { "\xef\xbc\x91", PLAIN },
        { "1\302\2402", PLAIN },
        { "203 (dua ratus dua)", PLAIN },
        { "dua tiga", PLAIN },
        { "puluh", PLAIN },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapCell cell = -99;
        UNIT_TRUE (recap_typed_cell_parse (recap_text (cases[i].text), cases[i].numbers, &cell));
        UNIT_INT (cell, cases[i].cell);
    }
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
        RecapCell cell = -99;
        UNIT_FALSE (
            recap_typed_cell_parse (recap_text (refused[i].text), refused[i].numbers, &cell));
        UNIT_INT (cell, -99);
    }
}

static void
test_both (void)
{
    static const struct {
        const char *text;
        RecapCell figures, words;
        const char *behind;
    } cases[] = {
        { "203 (dua ratus dua)", 203, 202, "dua ratus dua" },
        { " X15 lima belas ", 15, 15, "lima belas" },
        { "XXX(nol)", RECAP_CELL_BLANK, 0, "nol" },
    };
    static const char *const refused[] = { "203", "", "(dua)", "dua ratus", "203 ()", "2O3 (dua)" };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapCell figures = -99;
        RecapCell words = -99;
        RecapText behind = RECAP_TEXT_EMPTY;
        UNIT_TRUE (
            recap_typed_cell_split (recap_text (cases[i].text), PLAIN, &figures, &words, &behind));
        UNIT_INT (figures, cases[i].figures);
        UNIT_INT (words, cases[i].words);
        UNIT_TEXT (behind, cases[i].behind);
    }
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
        RecapCell figures = -99;
        RecapCell words = -99;
        RecapText behind = RECAP_TEXT_EMPTY;
        UNIT_FALSE (
            recap_typed_cell_split (recap_text (refused[i]), PLAIN, &figures, &words, &behind));
        UNIT_INT (figures, -99);
    }
}

static void
test_codes (void)
{
    static const char *const good[] = {
        "3216021006002", "3216021006", "321602",
        "3216",          "32",         "0",
        "99.AA.01.0001", "64619-001",  "1436243634386900008838",
        "9901",          "E5",
    };
    static const char *const bad[] = {
        "",
        "1.07E+12",
        "3.21602E+12",
        "3,21602E+12",
        "3E12",
        "3216021006002.0",
        "321602100600",
        "32160210060021",
        "32160210060",
        "32\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        const char *hint = NULL;
        UNIT_STRING (recap_region_code_fault (recap_text (good[i]), &hint), NULL);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        const char *hint = NULL;
        UNIT_TRUE (recap_region_code_fault (recap_text (bad[i]), &hint) != NULL);
    }
}

UNIT_MAIN ("typed-table", { "cells", test_cells }, { "figures and words", test_both },
           { "codes", test_codes })
