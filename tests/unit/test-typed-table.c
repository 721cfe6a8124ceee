/* Typed tables: what people write into cells, and codes that spreadsheets have damaged. */
#include "region.h"
#include "typed-table.h"
#include "unit.h"

static void
test_cells (void)
{
    static const struct {
        const char *text;
        RecapCell cell;
    } cases[] = {
        { "0", 0 },
        { "216", 216 },
        { "007", 7 },
        { "000", 0 },
        { " 12 ", 12 },
        { "X15", 15 },
        { "XX7", 7 },
        { "x07", 7 },
        { "999999999999", 999999999999 },
        { "", RECAP_CELL_BLANK },
        { "  ", RECAP_CELL_BLANK },
        { "-", RECAP_CELL_BLANK },
        { "\xe2\x80\x93", RECAP_CELL_BLANK },
        { "X", RECAP_CELL_BLANK },
        { "XXX", RECAP_CELL_BLANK },
        { "xx", RECAP_CELL_BLANK },
        { "?", RECAP_CELL_UNREADABLE },
        { "Tidak Terbaca", RECAP_CELL_UNREADABLE },
        { "tidak jelas", RECAP_CELL_UNREADABLE },
    };
    static const char *const refused[] = {
        "1O3",           "-5",       "--",           "+5",         "1,234",
        "1.234",         "12.5",     "12.0",         "1e3",        "15X",
        "1X5",           "X1234",    "1 2",          "??",         "0x10",
        "1000000000000", "\xd9\xa3", "\xef\xbc\x91", "1\302\2402", "tiga",
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapCell cell = -99;
        UNIT_TRUE (recap_typed_cell_parse (recap_text (cases[i].text), &cell));
        UNIT_INT (cell, cases[i].cell);
    }
    for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
        RecapCell cell = -99;
        UNIT_FALSE (recap_typed_cell_parse (recap_text (refused[i]), &cell));
        UNIT_INT (cell, -99);
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

UNIT_MAIN ("typed-table", { "cells", test_cells }, { "codes", test_codes })
