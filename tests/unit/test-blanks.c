/* Short ballots, missing pages. */
#include "blanks.h"

#include "tables-fixture.h"

/* The cells of one form in a schema with these fields. */
typedef struct {
    RecapContests *contests;
    const RecapContest *contest;
    RecapSchema *schema;
    RecapBlanks *blanks;
    RecapCell *cells;
    guint n;
} Sheet;

static void
sheet_init (Sheet *self, const char *contest, const char *fields)
{
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) names = g_strsplit (fields, ",", -1);

    *self = (Sheet){ .contests = recap_contests_load (NULL, &error) };
    UNIT_NO_ERROR (&error);
    self->contest = recap_contests_find (self->contests, recap_text (contest));
    self->schema = recap_schema_new (self->contests);
    for (guint i = 0; names[i] != NULL; i++)
        UNIT_TRUE (recap_schema_add (self->schema, recap_text (names[i])));
    self->n = recap_schema_get_n (self->schema);
    self->cells = g_new (RecapCell, self->n);
    self->blanks = recap_blanks_new (self->schema, self->contest);
}

static void
sheet_clear (Sheet *self)
{
    recap_blanks_free (self->blanks);
    g_free (self->cells);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* Fills the cells from words in the order of the schema: '-' blank, '.' not carried. */
static void
sheet_fill (Sheet *self, const char *values)
{
    g_auto (GStrv) words = g_strsplit (values, " ", -1);
    UNIT_INT (g_strv_length (words), self->n);
    for (guint i = 0; i < self->n; i++) {
        if (strcmp (words[i], ".") == 0)
            self->cells[i] = RECAP_CELL_NOT_CARRIED;
        else
            UNIT_TRUE (recap_cell_parse (recap_text (strcmp (words[i], "-") == 0 ? "" : words[i]),
                                         &self->cells[i]));
    }
}

/* Checks that of @values those become '#' (not on the ballot) that @expected has so. */
static void
check_marks (Sheet *sheet, const char *values, gboolean proven, const char *expected)
{
    g_autoptr (GString) found = g_string_new (NULL);
    sheet_fill (sheet, values);
    guint n = recap_blanks_mark (sheet->blanks, sheet->cells, proven);
    g_auto (GStrv) words = g_strsplit (values, " ", -1);
    for (guint i = 0; i < sheet->n; i++) {
        gboolean off = sheet->cells[i] == RECAP_CELL_OFF_BALLOT;
        g_string_append_printf (found, "%s%s", i > 0 ? " " : "", off ? "#" : words[i]);
        n -= off;
    }
    UNIT_STRING (found->str, expected);
    UNIT_INT (n, 0);
}

static void
test_pairs (void)
{
    g_auto (Sheet) sheet = { .n = 0 };
    sheet_init (&sheet, "pkwkk", "s01,s02,s03,s04,suara_sah");
    check_marks (&sheet, "5 6 - - 11", FALSE, "5 6 # # 11");
    check_marks (&sheet, "5 6 - - 11", TRUE, "5 6 # # 11");
    /* A number may be missing: the total is larger. */
    check_marks (&sheet, "5 6 - - 12", FALSE, "5 6 # # 12");
    check_marks (&sheet, "5 6 - - 12", TRUE, "5 6 - - 12");
    check_marks (&sheet, "5 ? - - 5", TRUE, "5 ? - - 5");
    check_marks (&sheet, "5 ? - - 5", FALSE, "5 ? # # 5");
    check_marks (&sheet, "5 6 - - -", FALSE, "5 6 # # -");
    check_marks (&sheet, "5 6 - - -", TRUE, "5 6 - - -");
    /* Between others, or with no total to check by, a blank is a blank. */
    check_marks (&sheet, "5 - 6 - 11", FALSE, "5 - 6 # 11");
    check_marks (&sheet, "5 6 - - .", FALSE, "5 6 - - .");
    check_marks (&sheet, "- - - - 11", FALSE, "- - - - 11");
    check_marks (&sheet, "5 6 7 8 26", FALSE, "5 6 7 8 26");
}

/* Every presidential form has three pairs. */
static void
test_whole_ballot (void)
{
    g_auto (Sheet) sheet = { .n = 0 };
    sheet_init (&sheet, "ppwp", "s01,s02,s03,suara_sah");
    check_marks (&sheet, "5 6 - 11", FALSE, "5 6 - 11");
}

static void
test_parties (void)
{
    g_auto (Sheet) sheet = { .n = 0 };
    sheet_init (&sheet, "pdpr",
                "p01,p01_01,p01_02,p01_03,p01_j,p02,p02_01,p02_j,p03,p03_01,p03_j,suara_sah");
    check_marks (&sheet, "1 2 - - 3 4 5 9 1 - 1 13", FALSE, "1 2 # # 3 4 5 9 1 # 1 13");
    check_marks (&sheet, "1 2 - - 3 4 5 9 1 - 1 13", TRUE, "1 2 # # 3 4 5 9 1 # 1 13");
    /* B of the first says that something is missing. */
    check_marks (&sheet, "1 2 - - 4 4 5 9 1 - 1 13", TRUE, "1 2 - - 4 4 5 9 1 # 1 13");
    check_marks (&sheet, "1 - 2 - 3 4 5 9 1 - 1 13", FALSE, "1 - 2 # 3 4 5 9 1 # 1 13");
    check_marks (&sheet, "1 2 - - . 4 5 9 1 - 1 13", FALSE, "1 2 - - . 4 5 9 1 # 1 13");
    /* A party of another province: nothing at all is written. */
    check_marks (&sheet, "1 2 0 0 3 - - - 1 0 1 4", FALSE, "1 2 0 0 3 # # # 1 0 1 4");
    check_marks (&sheet, "1 2 0 0 3 - - - 1 0 1 4", TRUE, "1 2 0 0 3 # # # 1 0 1 4");
    check_marks (&sheet, "1 2 0 0 3 - - - 1 0 1 9", TRUE, "1 2 0 0 3 - - - 1 0 1 9");
    check_marks (&sheet, "1 2 0 0 3 - - 0 1 0 1 4", FALSE, "1 2 0 0 3 - # 0 1 0 1 4");
    check_marks (&sheet, "- - - - - - - - - - - 4", FALSE, "- - - - - - - - - - - 4");
}

static guint64
missing (Sheet *sheet, const char *values)
{
    static const char *const pages[] = { "I", "II", "IV", "V", NULL };
    sheet_fill (sheet, values);
    return recap_blanks_find_missing (sheet->blanks, sheet->cells, pages);
}

static void
test_pages (void)
{
    enum { I = 1, II = 2, III = 4, IV = 8, V = 16 };
    g_auto (Sheet) sheet = { .n = 0 };
    sheet_init (&sheet, "ppwp",
                "pemilih_dpt_l,pemilih_dpt_j,surat_diterima,surat_digunakan,disabilitas_l,"
                "disabilitas_p,s01,s02,suara_sah");
    UNIT_INT (missing (&sheet, "1 2 3 4 5 6 7 8 9"), 0);
    UNIT_INT (missing (&sheet, "- - 3 4 5 6 7 8 9"), I);
    UNIT_INT (missing (&sheet, "1 2 - - 5 6 7 8 9"), II);
    UNIT_INT (missing (&sheet, "1 2 3 4 5 6 - - 9"), IV);
    UNIT_INT (missing (&sheet, "- - - - 5 6 7 8 9"), I | II);
    /* The row of section III and the one box of V go with a page, but are none. */
    UNIT_INT (missing (&sheet, "- - - - - - 7 8 9"), I | II | III);
    UNIT_INT (missing (&sheet, "1 2 3 4 - - 7 8 9"), 0);
    UNIT_INT (missing (&sheet, "1 2 3 4 5 6 7 8 -"), 0);
    UNIT_INT (missing (&sheet, "1 2 3 4 5 6 - - -"), IV | V);
    /* What nobody can read is there; what the source never has is not missing. */
    UNIT_INT (missing (&sheet, "1 2 - ? 5 6 7 8 9"), 0);
    UNIT_INT (missing (&sheet, "1 2 . . . . 7 8 9"), 0);
    UNIT_INT (missing (&sheet, "1 2 . - . . 7 8 9"), 0);
    UNIT_INT (missing (&sheet, "- - - - - - - - -"), 0);
    UNIT_INT (recap_blanks_find_missing (sheet.blanks, sheet.cells, NULL), 0);
    sheet_fill (&sheet, "1 . - - 5 6 7 8 9");
    UNIT_INT (recap_blanks_count_boxes (sheet.blanks, sheet.cells, 0), 1);
    UNIT_INT (recap_blanks_count_boxes (sheet.blanks, sheet.cells, 1), 2);
}

UNIT_MAIN ("blanks", { "pairs", test_pairs }, { "whole ballot", test_whole_ballot },
           { "parties", test_parties }, { "pages", test_pages })
