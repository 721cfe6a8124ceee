/* The sheet of decisions: written with the model of sheets, filled in, read back. */
#include "decision-sheet.h"

#include <unistd.h>

#include "error.h"
#include "sheet.h"
#include "unit.h"
#include "workbook.h"

enum { N = RECAP_DECISION_SHEET_N_COLUMNS, HEAD_ROW = 3 };

/* One row: what it is about, its cells. */
typedef struct {
    RecapDecisionRow about;
    const char *texts[N]; /* NULL: nothing */
    const char *typed[N]; /* in place of them, after the row was sealed */
    const char *number;   /* of another sheet; NULL: as the rows go */
} Line;

static Line
line_on (const char *isian, const char *semula, RecapDecisionRowState state)
{
    Line line = { .about = { recap_text ("ppwp"), recap_text ("3907122001001"), recap_text (isian),
                             state } };
    line.texts[RECAP_DECISION_SHEET_RULE] = "D01\ngalat";
    line.texts[RECAP_DECISION_SHEET_SEMULA] = semula;
    line.texts[RECAP_DECISION_SHEET_EXPLANATION] = "IV.1:  65 atau\n865";
    return line;
}

static void
put (RecapSheet *sheet, guint row, guint column, const char *text)
{
    RecapCell number;
    if (text != NULL && recap_count_parse (recap_text (text), &number))
        recap_sheet_number (sheet, row, column, RECAP_STYLE_NUMBER, number);
    else
        recap_sheet_string (sheet, row, column, 1, 1, RECAP_STYLE_CELL, text);
}

/* Writes @lines (with @skip left out; -1: none) as a workbook. Returns: its path. */
static char *
write_book (const Line *lines, guint n, int skip, const char *name)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = recap_book_new ();
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    RecapSheet *sheet = recap_book_add (book, recap_text (name), "");
    guint row = HEAD_ROW;

    book->title = g_strdup ("");
    book->subject = g_strdup ("");
    book->header = g_strdup ("");
    book->created = 1;
    recap_sheet_string (sheet, 0, 0, 1, N, RECAP_STYLE_HEADING, "DAFTAR");
    for (guint column = 0; column < N; column++)
        put (sheet, row, column, recap_decision_sheet_heading (column));
    for (guint i = 0; i < n; i++) {
        g_autofree char *number =
            lines[i].number != NULL ? g_strdup (lines[i].number) : g_strdup_printf ("%u", i + 1);
        RecapText texts[N];
        for (guint column = 0; column < N; column++)
            texts[column] = recap_text (column == 0 ? number : lines[i].texts[column]);
        g_ptr_array_add (keys, recap_decision_sheet_key (&lines[i].about, texts));
        if ((int)i == skip)
            continue;
        row++;
        for (guint column = 0; column < N - 1; column++)
            put (sheet, row, column,
                 lines[i].typed[column] != NULL ? lines[i].typed[column] : texts[column].bytes);
        put (sheet, row, N - 1, keys->pdata[i]);
    }
    g_autofree char *end = recap_decision_sheet_end (keys);
    recap_sheet_string (sheet, row + 1, 0, 1, N, RECAP_STYLE_NOTE, end);
    char *path = g_strdup_printf ("%s/recap-unit-%u.xlsx", g_get_tmp_dir (), (guint)getpid ());
    UNIT_TRUE (recap_workbook_write (book, path, &error));
    UNIT_NO_ERROR (&error);
    return path;
}

/* Returns: what was read from the workbook: a line for each decision and each refusal. */
static char *
read_book (char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (RecapSource) source = recap_source_open (path, &error);
    g_autoptr (RecapPackage) package = recap_package_new_for_source ("w", source);
    GString *out = g_string_new (NULL);

    if (!recap_decision_sheet_read (package, list, refusals, &error))
        g_string_append_printf (out, "error: %s\n", error->message);
    for (guint i = 0; i < recap_decisions_get_n (list); i++) {
        const RecapDecision *decision = recap_decisions_get (list, i);
        char semula[RECAP_CELL_SIZE], menjadi[RECAP_CELL_SIZE];
        recap_cell_format (decision->semula, semula);
        recap_cell_format (decision->menjadi, menjadi);
        g_string_append_printf (out, "%s:%u %s [%s] [%s] %s %s%s\n", decision->file,
                                (guint)decision->line, decision->isian, semula, menjadi,
                                decision->dasar, decision->waktu, decision->shown ? " shown" : "");
    }
    for (guint i = 0; i < refusals->len; i++)
        g_string_append_printf (out, "%u: %s\n",
                                (guint)recap_error_get_origin (refusals->pdata[i])->line,
                                ((const GError *)refusals->pdata[i])->message);
    unit_remove (path);
    return g_string_free (out, FALSE);
}

#define READ(lines, skip, expected)                                                                \
    do {                                                                                           \
        g_autofree char *text_ =                                                                   \
            read_book (write_book (lines, G_N_ELEMENTS (lines), skip, "Selisih"));                 \
        UNIT_STRING (text_, expected);                                                             \
    } while (0)

static void
decide (Line *line, const char *menjadi, const char *dasar)
{
    line->typed[RECAP_DECISION_SHEET_MENJADI] = menjadi;
    line->typed[RECAP_DECISION_SHEET_DASAR] = dasar;
}

/* What was typed, and what is taken from it. */
static void
test_values (void)
{
    static const struct {
        const char *typed, *read;
    } values[] = {
        { "64", "[64]" },   { " 64 ", "[64]" }, { "064", "[64]" },   { "1.234", "[1234]" },
        { "?", "[?]" },     { "kosong", "[]" }, { "Kosong ", "[]" }, { "64.0", "[64]" },
        { "tujuh", "[7]" }, { "0", "[0]" },
    };
    static const char *const bad[] = {
        "-", "XXX", "1,5", "12.5", "-3", "64?", "1O3", "6 4", "1,234"
    };
    for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
        Line lines[] = { line_on ("s01", "65", RECAP_DECISION_ROW_OPEN) };
        g_autofree char *expected =
            g_strdup_printf ("w!Selisih:5 s01 [65] %s plano \n", values[i].read);
        decide (&lines[0], values[i].typed, " Plano");
        READ (lines, -1, expected);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        Line lines[] = { line_on ("s01", "65", RECAP_DECISION_ROW_OPEN) };
        g_autofree char *expected =
            g_strdup_printf ("5: decision on ppwp 3907122001001 s01 refused: K5: '%s' is not a "
                             "count (column 'MENJADI')\n",
                             bad[i]);
        decide (&lines[0], bad[i], "plano");
        READ (lines, -1, expected);
    }
}

static void
test_times (void)
{
    static const struct {
        const char *typed, *read;
    } times[] = {
        { "2024-02-20 14:05", "2024-02-20T14:05" },
        { "2024-02-20T14:05:30", "2024-02-20T14:05:30" },
        { "20/2/2024 14.05", "2024-02-20T14:05" },
        { "20-02-2024", "2024-02-20" },
        { "20.2.2024, 9:05", "2024-02-20T09:05" },
        { "20 Februari 2024 pukul 14.05", "2024-02-20T14:05" },
        { "20 februari  2024", "2024-02-20" },
        { "14.05", "14:05" },
        { "24.05", NULL },
        { "14.60", NULL },
        { "2/20/2024", NULL },
        { "30/2/2024", NULL },
        { "20/2/24", NULL },
        { "20 Februar 2024", NULL },
        { "45342.5868", NULL },
        { "kemarin", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
        Line lines[] = { line_on ("s01", "65", RECAP_DECISION_ROW_OPEN) };
        g_autofree char *expected =
            times[i].read != NULL
                ? g_strdup_printf ("w!Selisih:5 s01 [65] [64] plano %s\n", times[i].read)
                : g_strdup_printf ("5: decision on ppwp 3907122001001 s01 refused: P5: '%s' is not "
                                   "a time (column 'WAKTU')\n",
                                   times[i].typed);
        decide (&lines[0], "64", "plano");
        lines[0].typed[RECAP_DECISION_SHEET_WAKTU] = times[i].typed;
        READ (lines, -1, expected);
    }
}

/* Half a decision is refused, an empty row says nothing; a form is noted without a number. */
static void
test_rows (void)
{
    Line lines[] = {
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
        line_on ("s02", "", RECAP_DECISION_ROW_OPEN),
        line_on ("s03", "?", RECAP_DECISION_ROW_OPEN),
        line_on ("", "", RECAP_DECISION_ROW_NOTE),
        line_on ("suara_sah", "7", RECAP_DECISION_ROW_CLOSED),
        line_on ("s04", "4", RECAP_DECISION_ROW_OPEN),
    };
    decide (&lines[1], "5", "hitung-ulang");
    decide (&lines[2], NULL, "plano");
    decide (&lines[3], NULL, "lainnya");
    lines[5].typed[RECAP_DECISION_SHEET_ALASAN] = "karena";
    READ (lines, -1,
          "w!Selisih:6 s02 [] [5] hitung-ulang \nw!Selisih:8  [] [] lainnya \n"
          "7: decision on ppwp 3907122001001 s03 refused: K7: the column 'MENJADI' is empty\n"
          "10: decision on ppwp 3907122001001 s04 refused: K10: the column 'MENJADI' is empty\n"
          "10: decision on ppwp 3907122001001 s04 refused: L10: the column 'DASAR' is empty\n");
}

static void
test_tampered (void)
{
    Line lines[] = {
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
        line_on ("s02", "50", RECAP_DECISION_ROW_OPEN),
        line_on ("s03", "40", RECAP_DECISION_ROW_CLOSED),
    };
    decide (&lines[0], "64", "plano");
    decide (&lines[1], "51", "plano");
    lines[0].typed[RECAP_DECISION_SHEET_SEMULA] = "66";
    lines[2].typed[RECAP_DECISION_SHEET_MENJADI] = "41";
    READ (lines, -1,
          "w!Selisih:6 s02 [50] [51] plano \n"
          "5: decision on ppwp 3907122001001 s01 refused: the row was changed outside the cells to "
          "be filled in\n"
          "7: decision on ppwp 3907122001001 s03 refused: the row was changed outside the cells to "
          "be filled in\n");
    lines[0].typed[RECAP_DECISION_SHEET_SEMULA] = NULL;
    lines[2].typed[RECAP_DECISION_SHEET_MENJADI] = NULL;
    /* How blanks and line ends lie makes no difference. */
    lines[0].typed[RECAP_DECISION_SHEET_EXPLANATION] = " IV.1: 65  atau 865";
    READ (lines, -1, "w!Selisih:5 s01 [65] [64] plano \nw!Selisih:6 s02 [50] [51] plano \n");
    READ (lines, 1, "w!Selisih:5 s01 [65] [64] plano \n7: 1 of 3 rows are missing: no. 2\n");
}

/* A row of yesterday's sheet below or above: it has the number of one of today. Which of them is
 * from elsewhere cannot be told. */
static void
test_foreign (void)
{
    Line lines[] = {
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
        line_on ("s02", "50", RECAP_DECISION_ROW_OPEN),
        line_on ("", "", RECAP_DECISION_ROW_NOTE),
    };
    decide (&lines[0], "64", "plano");
    decide (&lines[1], "51", "plano");
    decide (&lines[2], NULL, "plano");
    lines[2].number = "2";
    g_autofree char *text = read_book (write_book (lines, G_N_ELEMENTS (lines), -1, "Selisih"));
    UNIT_TRUE (g_str_has_prefix (
        text, "w!Selisih:5 s01 [65] [64] plano \n"
              "7: decision on ppwp 3907122001001 refused: there are two rows no. 2: one is from "
              "another workbook\n"));
    UNIT_TRUE (strstr (text, "\n6: decision on ppwp 3907122001001 s02 refused: there are two rows "
                             "no. 2: one is from another workbook\n") != NULL);
    /* The same row twice says the same twice. */
    lines[2] = lines[1];
    lines[2].number = "2";
    g_autofree char *same = read_book (write_book (lines, G_N_ELEMENTS (lines), -1, "Selisih"));
    UNIT_TRUE (g_str_has_prefix (same, "w!Selisih:5 s01 [65] [64] plano \n"
                                       "w!Selisih:6 s02 [50] [51] plano \n"));
    UNIT_TRUE (strstr (same, "two rows") == NULL);
}

/* A program wrote all numbers with a fraction. What is typed is as it is typed. */
static void
test_fractions (void)
{
    static const guint columns[] = { RECAP_DECISION_SHEET_VALUE_A, RECAP_DECISION_SHEET_VALUE_B,
                                     RECAP_DECISION_SHEET_DIFFERENCE, RECAP_DECISION_SHEET_SEMULA };
    Line lines[] = {
        line_on ("s01", "1000", RECAP_DECISION_ROW_OPEN),
        line_on ("s02", "1000", RECAP_DECISION_ROW_DECIDED),
    };
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
        for (guint j = 0; j < G_N_ELEMENTS (columns); j++) {
            lines[i].texts[columns[j]] = "1000";
            lines[i].typed[columns[j]] = "1000.0";
        }
        lines[i].texts[RECAP_DECISION_SHEET_DIFFERENCE] = "-3";
        lines[i].typed[RECAP_DECISION_SHEET_DIFFERENCE] = "-3.0";
        lines[i].typed[RECAP_DECISION_SHEET_NUMBER] = i == 0 ? "1.0" : "2.00";
    }
    decide (&lines[0], "1.000", "plano");
    lines[1].texts[RECAP_DECISION_SHEET_MENJADI] = "12";
    lines[1].texts[RECAP_DECISION_SHEET_DASAR] = "plano";
    lines[1].typed[RECAP_DECISION_SHEET_MENJADI] = "12.0";
    READ (lines, -1,
          "w!Selisih:5 s01 [1000] [1000] plano \n"
          "w!Selisih:6 s02 [1000] [12] plano  shown\n");
}

/* Several rows about one cell. */
static void
test_contradictions (void)
{
    Line lines[] = {
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
        line_on ("s01", "65", RECAP_DECISION_ROW_OPEN),
    };
    decide (&lines[0], "64", "plano");
    decide (&lines[1], "63", "plano");
    decide (&lines[2], "64", "plano");
    READ (lines, -1,
          "5: decision on ppwp 3907122001001 s01 refused: row no. 2 decides otherwise about the "
          "same cell\n"
          "6: decision on ppwp 3907122001001 s01 refused: row no. 1 decides otherwise about the "
          "same cell\n"
          "7: decision on ppwp 3907122001001 s01 refused: row no. 2 decides otherwise about the "
          "same cell\n");
    /* The same once more is the same; another reason confirms what was decided. */
    decide (&lines[1], "64", "hitung-ulang");
    READ (lines, -1, "w!Selisih:5 s01 [65] [64] plano \nw!Selisih:6 s01 [64] [64] hitung-ulang \n");
}

static void
test_shown (void)
{
    Line lines[] = {
        line_on ("s01", "65", RECAP_DECISION_ROW_DECIDED),
        line_on ("s02", "", RECAP_DECISION_ROW_DECIDED),
    };
    lines[0].texts[RECAP_DECISION_SHEET_MENJADI] = "64";
    lines[0].texts[RECAP_DECISION_SHEET_DASAR] = "plano";
    lines[0].texts[RECAP_DECISION_SHEET_WAKTU] = "2024-02-20 14:05";
    lines[1].texts[RECAP_DECISION_SHEET_MENJADI] = "kosong";
    lines[1].texts[RECAP_DECISION_SHEET_DASAR] = "sirekap";
    READ (lines, -1,
          "w!Selisih:5 s01 [65] [64] plano 2024-02-20T14:05 shown\n"
          "w!Selisih:6 s02 [] [] sirekap  shown\n");
}

/* A sheet of which everything is wrong is not reported line by line for ever. */
static void
test_many (void)
{
    enum { N_LINES = 10002 };
    g_autofree Line *lines = g_new0 (Line, N_LINES);
    for (guint i = 0; i < N_LINES; i++) {
        lines[i] = line_on ("s01", "65", RECAP_DECISION_ROW_OPEN);
        lines[i].typed[RECAP_DECISION_SHEET_SEMULA] = "66";
    }
    g_autofree char *text = read_book (write_book (lines, N_LINES, -1, "Selisih"));
    UNIT_TRUE (g_str_has_prefix (text, "error: more than 10000 things are wrong here\n"));
}

static void
test_other_books (void)
{
    Line lines[] = { line_on ("s01", "65", RECAP_DECISION_ROW_OPEN) };
    g_autofree char *text = read_book (write_book (lines, 1, -1, "Temuan"));
    UNIT_STRING (text, "error: the workbook has no sheet 'Selisih'\n");
}

UNIT_MAIN ("decision-sheet", { "values", test_values }, { "times", test_times },
           { "rows", test_rows }, { "tampered", test_tampered }, { "foreign", test_foreign },
           { "fractions", test_fractions }, { "contradictions", test_contradictions },
           { "shown", test_shown }, { "many", test_many }, { "other books", test_other_books })
