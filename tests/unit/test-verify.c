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
    UNIT_INT (fixture.answer.summary.n_differences, 0);
    UNIT_INT (fixture.answer.summary.n_cells, 12);
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
    SAYS (VERIFY_ALL, ROW ("IV.1", "163", "", "163"), ROW ("Sari", "", "", ""), "",
          "D1 rumus '=|SUM(B1:C1);");
    UNIT_INT (fixture.answer.summary.n_differences, 9);
}

/* Looks at D2 of the fixture, which computes @formula; the workbook says that it shares the formula
 * of @with.
 *
 * Returns: whether that is told as another formula. */
static gboolean
is_told (const char *formula, const char *with)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    recap_sheet_formula (fixture.sheet, 1, 3, RECAP_STYLE_NUMBER, formula, NULL, 163);
    g_autoptr (VerifySheet) sheet = verify_sheet_new (fixture.sheet, VERIFY_ALL);
    verify_sheet_see (sheet, RECAP_SIGHT_FORMULA, 1, 4, recap_text ("SUM(B1:C1)"));
    verify_sheet_see (sheet, RECAP_SIGHT_SHARED, 2, 4, recap_text (with));
    verify_sheet_finish (sheet, TRUE, &fixture.answer);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    return strstr (said, "D2,galat,rumus,rumus bersama") != NULL;
}

static void
test_shared (void)
{
    UNIT_FALSE (is_told ("SUM(B2:C2)", "D1"));
    UNIT_TRUE (is_told ("SUM(B1:C1)", "D1"));
    UNIT_TRUE (is_told ("SUM(B2:C3)", "D1"));
    UNIT_TRUE (is_told ("SUM(B2,C2)", "D1"));
    UNIT_TRUE (is_told ("SUM(B2:C2)", ""));
    UNIT_TRUE (is_told ("SUM(B2:C2)", "B1"));
    UNIT_TRUE (is_told ("SUM(B2:C2)", "Z99"));
    UNIT_TRUE (is_told ("SUM(B2:C2)", "AAAA1"));
}

/* Names of cells in names of sheets and in texts are none. */
static void
test_moved (void)
{
    static const struct {
        const char *first, *second; /* in A1 and C3 */
        gboolean is_shared;
    } cases[] = {
        { "'DESA A1'!B2", "'DESA A1'!D4", TRUE },
        { "'DESA A1'!B2", "'DESA C3'!D4", FALSE },
        { "A1!B2", "A1!D4", TRUE },
        { "IF(B2=1,\"B2\",B2)", "IF(D4=1,\"B2\",D4)", TRUE },
        { "IF(B2=1,\"B2\",B2)", "IF(D4=1,\"D4\",D4)", FALSE },
        { "LOG10(B2)+1", "LOG10(D4)+1", TRUE },
        { "$B$2+B2", "$B$2+D4", TRUE },
        { "B2", "D4+0", FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RecapBook) book = recap_book_new ();
        RecapSheet *sheet = recap_book_add (book, recap_text ("DESA A1"), "");
        recap_sheet_formula (sheet, 0, 0, RECAP_STYLE_NUMBER, cases[i].first, NULL, 1);
        recap_sheet_formula (sheet, 2, 2, RECAP_STYLE_NUMBER, cases[i].second, NULL, 1);
        gboolean is_shared =
            verify_formula_is_shared (sheet, &g_array_index (sheet->cells, RecapSheetCell, 0),
                                      &g_array_index (sheet->cells, RecapSheetCell, 1));
        unit_check (is_shared == cases[i].is_shared, __FILE__, __LINE__, "%s and %s",
                    cases[i].first, cases[i].second);
    }
}

/* Two desa can differ by a blank in their names. */
static void
test_simple (void)
{
    static const char *const cases[][2] = {
        { "'SUKA MAJU'!D4 + 'B'!D4", "SUKA MAJU!D4+B!D4" },
        { "IF( D4=1, \"a b's\", D5 )", "IF(D4=1,\"a b's\",D5)" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *simple = verify_formula_simplify (recap_text (cases[i][0]));
        UNIT_STRING (simple, cases[i][1]);
    }
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
    /* What a verdict says depends on the rules, which were not given. */
    recap_sheet_formula (fixture.sheet, 1, 2, RECAP_STYLE_CELL, "IF(B1=1,\"\",\"x\")", "x", 0);
    SAYS (VERIFY_NUMBERS, ROW ("", "163", "", "163"), ROW ("", "", "y", ""), "SUM(B1:C1)", "");
}

/* A text that looks like the number is none. */
static void
test_number_as_text (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    g_autoptr (VerifySheet) sheet = verify_sheet_new (fixture.sheet, VERIFY_ALL);
    for (guint column = 1; column <= 4; column++)
        verify_sheet_see (sheet, RECAP_SIGHT_TEXT, 1, column, RECAP_TEXT_EMPTY);
    verify_sheet_take (sheet, 1, 1, recap_text ("IV.1"));
    verify_sheet_take (sheet, 1, 2, recap_text ("163"));
    verify_sheet_take (sheet, 1, 4, recap_text ("163"));
    verify_sheet_take (sheet, 2, 1, recap_text ("Sari"));
    verify_sheet_finish (sheet, FALSE, &fixture.answer);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    UNIT_STRING (said, "DESA A,B1,galat,angka,teks 163,163,"
                       "Angka dalam dokumen bukan yang diberikan tabel.\n");
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
    verify_sheet_see (sheet, RECAP_SIGHT_MASK, 1, 2, recap_text ("0,"));
    verify_sheet_take (sheet, 1, 2, recap_text ("163"));
    verify_sheet_take (sheet, 1, 4, recap_text ("163"));
    verify_sheet_finish (sheet, FALSE, &fixture.answer);
    UNIT_INT (fixture.answer.summary.n_differences, 4);
    g_autofree char *said = recap_spool_to_string (fixture.spool, NULL);
    UNIT_STRING (said, "DESA A,B1,galat,format,\"0,\",\"#,##0\","
                       "Format sel dapat menampilkan hal lain daripada isinya.\n"
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
           { "shared", test_shared }, { "moved", test_moved }, { "simple", test_simple },
           { "number-as-text", test_number_as_text }, { "formula-text", test_formula_text },
           { "filled", test_filled }, { "extents", test_extents }, { "sights", test_sights },
           { "many", test_many })
