/* A sheet of a workbook against the one that it should be, cell by cell. Whole workbooks are
 * compared in the golden cases. */
#include "unit.h"
#include "verify-part.h"

static const RecapEntry entry = { RECAP_ENTRY_TEXT, NULL, "Alasan", "Mengapa" };

/* A sheet: a label, a number, a blank, a sum of them, a place to sign, a cell to be filled in. */
typedef struct {
    RecapBook *book;
    RecapSheet *sheet;
    RecapSpool *spool;
    VerifyAnswer answer;
} Fixture;

static void
fixture_init (Fixture *self)
{
    const RecapRange range = { 0, 0, 1, 0, 2 };

    *self = (Fixture){ .book = recap_book_new (), .spool = recap_spool_new () };
    self->answer.csv = recap_csv_writer_new (self->spool);
    self->sheet = recap_book_add (self->book, recap_text ("DESA A"), "");
    recap_sheet_string (self->sheet, 0, 0, 1, 1, RECAP_STYLE_CELL, "IV.1");
    recap_sheet_number (self->sheet, 0, 1, RECAP_STYLE_NUMBER, 163);
    recap_sheet_number (self->sheet, 0, 2, RECAP_STYLE_NUMBER, RECAP_CELL_BLANK);
    recap_sheet_sum (self->sheet, 0, 3, &range, 163);
    recap_sheet_string (self->sheet, 1, 0, 1, 1, RECAP_STYLE_SIGN, "Sari");
    recap_sheet_string (self->sheet, 1, 1, 1, 1, RECAP_STYLE_ENTRY, "")->entry = &entry;
}

static void
fixture_clear (Fixture *self)
{
    recap_csv_writer_free (self->answer.csv);
    recap_spool_free (self->spool);
    recap_book_free (self->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* What the workbook has, cell by cell; @formula is that of D1, NULL: none.
 *
 * Returns: what is said, without the sentences; owned by the caller. */
static char *
compare (Fixture *self, VerifyExtent extent, const char *const values[2][4], const char *formula)
{
    g_autoptr (VerifySheet) sheet = verify_sheet_new (self->sheet, extent);
    GString *out = g_string_new (NULL);

    recap_spool_clear (self->spool);
    for (guint row = 0; row < 2; row++) {
        if (row == 0 && formula != NULL)
            verify_sheet_see (sheet, RECAP_SIGHT_FORMULA, 1, 4, recap_text (formula));
        for (guint column = 0; column < 4; column++)
            verify_sheet_take (sheet, row + 1, column + 1, recap_text (values[row][column]));
    }
    verify_sheet_finish (sheet, TRUE, &self->answer);
    g_autofree char *said = recap_spool_to_string (self->spool, NULL);
    g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
    for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
        g_string_append_printf (out, "%s %s %s|%s;", fields[1], fields[3], fields[4], fields[5]);
    }
    return g_string_free (out, FALSE);
}

#define SAYS(extent, first, second, formula, text)                                                 \
    G_STMT_START                                                                                   \
    {                                                                                              \
        const char *const values[2][4] = { first, second };                                        \
        g_autofree char *said = compare (&fixture, (extent), values, (formula));                   \
        UNIT_STRING (said, (text));                                                                \
    }                                                                                              \
    G_STMT_END

#define ROW(...)                                                                                   \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

static void
test_same (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "", "", ""), "SUM(B1:C1)", "");
    SAYS (VERIFY_ALL, ROW ("IV.1", "163.0", "", "163.00"), ROW ("Sari", "", "", ""), " SUM( B1:C1)",
          "");
    /* Shared with another cell. */
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "", "", ""), "", "");
    UNIT_INT (fixture.answer.summary.n_differences, 0);
    UNIT_INT (fixture.answer.summary.n_cells, 18);
}

static void
test_different (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    SAYS (VERIFY_ALL, ROW ("IV.2", "164", "0", "163.5"), ROW ("", "", "", "more"), "SUM(B1:C1)",
          "A1 teks IV.2|IV.1;B1 angka 164|163;C1 angka 0|;D1 angka 163.5|163;A2 teks |Sari;"
          "D2 tambahan more|;");
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "", "", ""), "B1",
          "D1 rumus B1|SUM(B1:C1);");
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "", "", ""), NULL,
          "D1 rumus |SUM(B1:C1);");
    UNIT_INT (fixture.answer.summary.n_differences, 8);
}

/* A text in a formula is not simplified. */
static void
test_formula_text (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    recap_sheet_formula (fixture.sheet, 1, 2, RECAP_STYLE_CELL, "IF(B1=C1,\"a b\",\"\")", "a b", 0);
    g_autoptr (VerifySheet) sheet = verify_sheet_new (fixture.sheet, VERIFY_ALL);
    verify_sheet_see (sheet, RECAP_SIGHT_FORMULA, 2, 3, recap_text ("IF(B1=C1, \"ab\", \"\")"));
    verify_sheet_finish (sheet, FALSE, &fixture.answer);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    UNIT_TRUE (strstr (said, "C2,galat,rumus,") != NULL);
}

static void
test_filled (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "salah baca", "", ""),
          "SUM(B1:C1)", "B2 isian salah baca|;");
    UNIT_INT (fixture.answer.summary.n_differences, 0);
    UNIT_INT (fixture.answer.summary.n_filled, 1);
}

static void
test_extents (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    SAYS (VERIFY_UNSIGNED, ROW ("IV.2", "163", "", "163"), ROW ("Budi", "", "", ""), "SUM(B1:C1)",
          "A1 teks IV.2|IV.1;");
    SAYS (VERIFY_NUMBERS, ROW ("IV.2", "7", "", "163"), ROW ("Budi", "", "", "x"), "SUM(B1:C1)",
          "B1 angka 7|163;");
}

static void
test_sights (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    g_autoptr (VerifySheet) sheet = verify_sheet_new (fixture.sheet, VERIFY_NUMBERS);
    verify_sheet_see (sheet, RECAP_SIGHT_HIDDEN_ROW, 1, 0, RECAP_TEXT_EMPTY);
    verify_sheet_see (sheet, RECAP_SIGHT_HIDDEN_ROW, 99, 0, RECAP_TEXT_EMPTY);
    /* C to XFD: those that the sheet has. */
    verify_sheet_see (sheet, RECAP_SIGHT_HIDDEN_COLUMNS, 16384, 3, RECAP_TEXT_EMPTY);
    verify_sheet_see (sheet, RECAP_SIGHT_MASK, 1, 2, RECAP_TEXT_EMPTY);
    verify_sheet_take (sheet, 1, 2, recap_text ("163"));
    verify_sheet_take (sheet, 1, 4, recap_text ("163"));
    verify_sheet_finish (sheet, FALSE, &fixture.answer);
    UNIT_INT (fixture.answer.summary.n_differences, 4);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    UNIT_STRING (said, "DESA A,B1,galat,format,,,"
                       "Format sel dapat menampilkan angka lain daripada isinya.\n"
                       "DESA A,1:1,galat,tersembunyi,,,Bagian ini disembunyikan.\n"
                       "DESA A,C:C,galat,tersembunyi,,,Bagian ini disembunyikan.\n"
                       "DESA A,D:D,galat,tersembunyi,,,Bagian ini disembunyikan.\n");
}

/* A sheet that has nothing to do with it is not told to its end. */
static void
test_many (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    g_autoptr (VerifySheet) sheet = verify_sheet_new (fixture.sheet, VERIFY_ALL);
    for (guint i = 0; i < 5000; i++)
        verify_sheet_take (sheet, i + 10, 1, recap_text ("x"));
    verify_sheet_finish (sheet, FALSE, &fixture.answer);
    UNIT_INT (fixture.answer.summary.n_differences, 1001);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    UNIT_TRUE (strstr (said, "selebihnya,4004,") != NULL);
}

UNIT_MAIN ("verify", { "same", test_same }, { "different", test_different },
           { "formula-text", test_formula_text }, { "filled", test_filled },
           { "extents", test_extents }, { "sights", test_sights }, { "many", test_many })
