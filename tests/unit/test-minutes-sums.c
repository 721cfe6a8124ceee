/* Minutes of sums, of districts whose ballots differ, with names. */
#include "minutes.h"

#include "decision-sheet.h"
#include "tables.h"
#include "unit.h"

typedef struct {
    RecapContests *contests;
    RecapTables *tables;
    RecapTable *table;
    RecapCandidates *candidates;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapMinutesSummary summary;
} Fixture;

/* Reads a table. */
static Fixture
fixture_new (const char *text)
{
    g_autoptr (GError) error = NULL;
    Fixture self = { .contests = recap_contests_load (NULL, NULL) };
    char *path = unit_write (text, -1);
    const char *const paths[] = { path, NULL };

    self.tables = recap_tables_open (self.contests, paths, &error);
    self.table = self.tables != NULL ? recap_tables_load (self.tables, &error) : NULL;
    UNIT_NO_ERROR (&error);
    unit_remove (path);
    return self;
}

static void
fixture_clear (Fixture *self)
{
    recap_decisions_free (self->decisions);
    recap_findings_free (self->findings);
    recap_candidates_free (self->candidates);
    recap_table_free (self->table);
    recap_tables_free (self->tables);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Reads a list of candidates of @contest. */
static void
read_list (Fixture *self, const char *contest, const char *text)
{
    g_autoptr (GError) error = NULL;
    char *path = unit_write (text, -1);
    const char *const paths[] = { path, NULL };

    self->candidates = recap_candidates_load (
        recap_contests_find (self->contests, recap_text (contest)), paths, &error);
    UNIT_NO_ERROR (&error);
    unit_remove (path);
}

static RecapBook *
compose (Fixture *self, GError **error)
{
    RecapMinutesInput input = { .table = self->table,
                                .candidates = self->candidates,
                                .findings = self->findings,
                                .decisions = self->decisions };
    return recap_minutes_compose (&input, &self->summary, error);
}

static const RecapSheetCell *
find (const RecapBook *book, guint sheet, guint row, guint column)
{
    const GArray *cells = recap_book_get (book, sheet)->cells;
    for (guint i = 0; i < cells->len; i++) {
        const RecapSheetCell *cell = &g_array_index (cells, RecapSheetCell, i);
        if (cell->row == row && cell->column == column)
            return cell;
    }
    return NULL;
}

/* Returns: whether some cell of the sheet is @text. */
static gboolean
has (const RecapBook *book, guint sheet, const char *text)
{
    const GArray *cells = recap_book_get (book, sheet)->cells;
    for (guint i = 0; i < cells->len; i++)
        if (g_strcmp0 (g_array_index (cells, RecapSheetCell, i).text, text) == 0)
            return TRUE;
    return FALSE;
}

/* Rows of the sheet of the whole: seven of the head, a section, s01, a section, suara_sah, a bar,
 * three numbers of TPS. */
enum { ROW_COLUMNS = 5, ROW_S01 = 8, ROW_VALID = 10, ROW_TALLIES = 12, ROW_NOTE = 15 };

static void
test_kabko (void)
{
    g_auto (Fixture) fixture = fixture_new (
        "kontes,kode,sumber,kabko,kecamatan,tps_terdaftar,tps_masuk,tps_lengkap,s01,suara_sah\n"
        "ppwp,320101,plano,KOTA X,SATU,10,9,8,100,\n"
        "ppwp,320102,plano,KOTA X,DUA,,5,5,1000,7\n");
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);

    /* No sheets of the parts; their numbers stand there themselves. */
    UNIT_STRING (recap_book_get (book, 2)->name, "Kabupaten-Kota");
    UNIT_INT (fixture.summary.n_desa, 2);
    UNIT_STRING (fixture.summary.parts, "kecamatan");
    UNIT_STRING (book->header, "ALAT BANTU - bukan MODEL D.HASIL KABKO-PPWP");
    UNIT_STRING (find (book, 2, ROW_COLUMNS, 3)->text, "SATU");
    UNIT_INT (find (book, 2, ROW_S01, 3)->content, RECAP_CONTENT_NUMBER);
    UNIT_INT (find (book, 2, ROW_S01, 4)->number, 1000);
    UNIT_INT (find (book, 2, ROW_S01, 5)->number, 1100);
    UNIT_INT (find (book, 2, ROW_VALID, 3)->marks, RECAP_MARK_BLANK);
    UNIT_INT (find (book, 2, ROW_VALID, 5)->marks, RECAP_MARK_INCOMPLETE);

    /* What one does not know nobody knows of all. */
    UNIT_INT (find (book, 2, ROW_TALLIES, 3)->number, 10);
    UNIT_STRING (find (book, 2, ROW_TALLIES, 4)->text, "-");
    UNIT_STRING (find (book, 2, ROW_TALLIES, 5)->text, "-");
    UNIT_INT (find (book, 2, ROW_TALLIES + 1, 5)->number, 14);
    UNIT_INT (find (book, 2, ROW_TALLIES + 1, 5)->content, RECAP_CONTENT_SUM);
    UNIT_INT (find (book, 2, ROW_TALLIES + 2, 5)->number, 13);

    /* One blank, and two TPS that are not complete. */
    UNIT_INT (fixture.summary.n_incomplete, 3);
    UNIT_TRUE (g_str_has_prefix (find (book, 2, ROW_NOTE, 3)->text,
                                 "Belum lengkap: 3 isian atau TPS (SATU 3)"));
    UNIT_STRING (find (book, 2, ROW_NOTE + 1, 3)->text, "");
    UNIT_TRUE (has (book, 0, "DARI SETIAP KECAMATAN DI TINGKAT KABUPATEN/KOTA"));
    UNIT_TRUE (has (book, 2, "NAMA DAN TANDA TANGAN KOMISI PEMILIHAN UMUM KABUPATEN/KOTA"));
}

static void
test_counts (void)
{
    g_auto (Fixture) fixture =
        fixture_new ("kontes,kode,sumber,tps_terdaftar,tps_masuk,tps_lengkap,s01,suara_sah,n_s01,"
                     "n_suara_sah\n"
                     "ppwp,320101,plano,10,9,8,100,50,8,10\n");
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (find (book, 2, ROW_S01, 3)->marks, RECAP_MARK_INCOMPLETE);
    UNIT_INT (find (book, 2, ROW_VALID, 3)->marks, 0);
    UNIT_INT (find (book, 2, ROW_VALID, 4)->marks, 0);
    UNIT_INT (fixture.summary.n_incomplete, 2);
    UNIT_STRING (find (book, 2, ROW_NOTE + 1, 3)->text, "TPS belum lengkap: 320101 2");
}

/* What lacks is not forgotten where it goes beyond 32 bits. */
static void
test_large_counts (void)
{
    g_auto (Fixture) fixture = fixture_new ("kontes,kode,sumber,tps_terdaftar,s01,n_s01\n"
                                            "ppwp,320101,plano,2147483647,1,0\n"
                                            "ppwp,320102,plano,2147483647,1,0\n"
                                            "ppwp,320103,plano,2,1,0\n"
                                            "ppwp,320104,plano,999999999999,1,0\n");
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (find (book, 2, ROW_S01, 7)->number, 4);
    UNIT_INT (find (book, 2, ROW_S01, 7)->marks, RECAP_MARK_INCOMPLETE);
    UNIT_INT (fixture.summary.n_incomplete, G_GINT64_CONSTANT (1004294967295));
}

static void
test_levels (void)
{
    enum { SHEET_DECISIONS = 4 };
    static const struct {
        const char *kode, *other, *sheet, *members;
    } cases[] = {
        { "9101012001", "9101012002", "Distrik", "PPD" },
        { "3201012001", "3201012002", "Kecamatan", "PPK" },
        { "110101", "110102", "Kabupaten-Kota", "KIP KABUPATEN/KOTA" },
        { "3201", "3202", "Provinsi", "KPU PROVINSI" },
        { "32", "91", "Nasional", "KPU" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text =
            g_strdup_printf ("kontes,kode,sumber,s01\nppwp,%s,plano,1\nppwp,%s,plano,2\n",
                             cases[i].kode, cases[i].other);
        g_auto (Fixture) fixture = fixture_new (text);
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapBook) book = compose (&fixture, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (recap_book_get (book, 2)->name, cases[i].sheet);
        g_autofree char *paraf = g_strdup_printf ("PARAF\nKETUA %s DAN SAKSI", cases[i].members);
        UNIT_TRUE (has (book, SHEET_DECISIONS, paraf));
        UNIT_INT (find (book, 2, ROW_S01, 5)->number, 3);
        UNIT_INT (book->sheets->len, 10);
    }
}

/* Two parties with two candidates, of whom one desa has only the first party and one candidate. */
static const char districts[] =
    "kontes,kode,sumber,p01,p01_01,p01_02,p01_j,p02,p02_01,p02_j,p03,p03_j,suara_sah\n"
    "pdprdk,3201012001001,plano,1,2,3,6,4,5,9,,,15\n"
    "pdprdk,3201012002001,plano,1,2,,3,,,,,,3\n";

static void
test_districts (void)
{
    g_auto (Fixture) fixture = fixture_new (districts);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);

    /* Nobody needs to fill in what is on nobody's ballot. */
    UNIT_INT (fixture.summary.n_incomplete, 0);
    UNIT_FALSE (has (book, 2, "IV.3 A.1"));
    UNIT_TRUE (has (book, 2, "IV.2 A.1"));
    UNIT_FALSE (has (book, 2, "3. Partai Politik Nomor Urut 3"));
    UNIT_TRUE (has (book, 2, "2. Partai Politik Nomor Urut 2"));
    /* Section, party, A.1, A.2.1, A.2.2: empty, but not marked as blank. */
    UNIT_STRING (find (book, 3, 8, 0)->text, "IV.1");
    UNIT_STRING (find (book, 3, 11, 0)->text, "IV.1 A.2.2");
    UNIT_INT (find (book, 3, 11, 3)->marks, 0);
    UNIT_INT (find (book, 3, 11, 3)->content, RECAP_CONTENT_NOTHING);
    UNIT_INT (find (book, 2, 11, 3)->number, 3);
    UNIT_INT (find (book, 4, 11, 5)->number, 3);
    UNIT_INT (find (book, 4, 11, 5)->marks, 0);
}

/* Nobody of the second desa has a second candidate or a second party; one of its TPS is empty. */
static void
test_boxes_that_one_desa_lacks (void)
{
    g_autofree char *text = g_strconcat (districts, "pdprdk,3201012002002,plano,,,,,,,,,,\n", NULL);
    g_auto (Fixture) fixture = fixture_new (text);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);

    /* The list of what is blank has one row, as the note below the columns says. */
    enum { SHEET_OVERVIEW = 1, SHEET_FINDINGS = 5, ROW_BLANKS = 8 };
    UNIT_INT (fixture.summary.n_incomplete, 4);
    UNIT_TRUE (has (book, 3,
                    "Kosong/tidak terbaca: 4 isian (TPS 002 seluruh isian). Jumlah "
                    "bertanda * belum lengkap."));
    UNIT_STRING (find (book, SHEET_FINDINGS, ROW_BLANKS, 3)->text, "Seluruh formulir");
    UNIT_TRUE (find (book, SHEET_FINDINGS, ROW_BLANKS + 1, 0) == NULL);

    guint row = 0;
    while (g_strcmp0 (find (book, SHEET_OVERVIEW, row, 1) != NULL
                          ? find (book, SHEET_OVERVIEW, row, 1)->text
                          : NULL,
                      "3201012002") != 0)
        row++;
    UNIT_INT (find (book, SHEET_OVERVIEW, row, 3)->number, 1);
    UNIT_TRUE (g_str_has_suffix (find (book, SHEET_OVERVIEW, row, 3)->formula, "=4))"));
    UNIT_INT (find (book, SHEET_OVERVIEW, row, 4)->number, 0);
    UNIT_INT (find (book, SHEET_OVERVIEW, row, 5)->number, 1);
}

/* The plenary struck out a candidate's votes: what the forms then prove not to be on the ballot was
 * decided about nevertheless, and what is open there can be decided. */
static void
test_decisions_off_the_ballot (void)
{
    const RecapDecision decision = { .kontes = "pdprdk",
                                     .kode = "3201012002001",
                                     .isian = "p01_02",
                                     .semula = 3,
                                     .menjadi = RECAP_CELL_BLANK,
                                     .dasar = "plano",
                                     .alasan = "",
                                     .kejadian_khusus = "",
                                     .disetujui = "",
                                     .waktu = "" };
    const RecapFinding finding = { .kontes = recap_text ("pdprdk"),
                                   .kode = recap_text ("3201012002001"),
                                   .aturan = recap_text ("D01"),
                                   .isian = recap_text ("p02_01"),
                                   .nilai_a = RECAP_CELL_BLANK,
                                   .nilai_b = 5 };
    g_auto (Fixture) fixture = fixture_new (districts);
    g_autoptr (GError) error = NULL;
    fixture.decisions = recap_decisions_new ();
    fixture.findings = recap_findings_new ();
    recap_decisions_add (fixture.decisions, &decision);
    recap_findings_add (fixture.findings, &finding);
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);

    enum { SHEET_FINDINGS = 5, ROW_FINDING = 5 };
    UNIT_STRING (find (book, SHEET_FINDINGS, ROW_FINDING, RECAP_DECISION_SHEET_STATUS)->text,
                 "Belum diputuskan");
    UNIT_TRUE (find (book, SHEET_FINDINGS, ROW_FINDING, RECAP_DECISION_SHEET_MENJADI)->entry !=
               NULL);
}

static void
test_a_blank_that_a_sum_needs (void)
{
    g_auto (Fixture) fixture = fixture_new ("kontes,kode,sumber,p01,p01_01,p01_02,p01_j,suara_sah\n"
                                            "pdprdk,3201012001001,plano,1,2,3,6,6\n"
                                            "pdprdk,3201012002001,plano,1,2,,5,5\n");
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (fixture.summary.n_incomplete, 1);
    UNIT_INT (find (book, 3, 11, 3)->marks, RECAP_MARK_BLANK);
}

/* A party is printed on one page: its rows keep with the next. */
static void
test_pages (void)
{
    g_auto (Fixture) fixture = fixture_new (districts);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    const RecapSheet *sheet = recap_book_get (book, 2);

    for (guint row = 7; row < 12; row++)
        UNIT_TRUE (g_array_index (sheet->rows, RecapSheetRow, row).keep);
    UNIT_STRING (find (book, 2, 12, 0)->text, "IV.1 B");
    UNIT_FALSE (g_array_index (sheet->rows, RecapSheetRow, 12).keep);
    /* The last section goes with the places to sign. */
    UNIT_STRING (find (book, 2, 18, 0)->text, "V.A");
    for (guint row = 17; row + 1 < sheet->rows->len; row++)
        UNIT_TRUE (g_array_index (sheet->rows, RecapSheetRow, row).keep);
}

static void
test_names (void)
{
    g_auto (Fixture) fixture = fixture_new (districts);
    g_autoptr (GError) error = NULL;
    read_list (&fixture, "pdprdk",
               "{\"1\":{\"id_partai\":1,\"nama\":\"PARTAI A\",\"nomor_urut\":1},"
               "\"2\":{\"id_partai\":2,\"nama\":\"=B\",\"nomor_urut\":2}}");
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (find (book, 2, 8, 1)->text, "PARTAI POLITIK NOMOR URUT 1: PARTAI A");
    UNIT_STRING (find (book, 2, 9, 1)->text, "Suara partai politik nomor urut 1");
    UNIT_TRUE (has (book, 0, "1. PARTAI A (A.1 + A.2)"));
    UNIT_TRUE (has (book, 2, "2. =B"));
}

static void
test_names_of_a_region (void)
{
    g_auto (Fixture) fixture =
        fixture_new ("kontes,kode,sumber,s01,s02\npkwkk,3201012001001,plano,1,2\n");
    g_autoptr (GError) error = NULL;
    read_list (&fixture, "pkwkk",
               "{\"3201\":{\"11\":{\"nama\":\"SATU\",\"nomor_urut\":1},"
               "\"12\":{\"nama\":\"KOLOM KOSONG\",\"nomor_urut\":2}}}");
    g_autoptr (RecapBook) book = compose (&fixture, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (find (book, 2, 8, 1)->text, "1. SATU");
    UNIT_TRUE (has (book, 0, "2. KOLOM KOSONG"));

    g_clear_pointer (&fixture.candidates, recap_candidates_free);
    read_list (&fixture, "pkwkk", "{\"3202\":{\"11\":{\"nama\":\"SATU\",\"nomor_urut\":1}}}");
    g_autoptr (RecapBook) other = compose (&fixture, &error);
    UNIT_TRUE (other == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, "the lists do not say who stands in '320101'");
}

UNIT_MAIN ("minutes-sums", { "kab/kota", test_kabko }, { "counts of sums", test_counts },
           { "large counts", test_large_counts }, { "levels", test_levels },
           { "districts", test_districts },
           { "boxes that one desa lacks", test_boxes_that_one_desa_lacks },
           { "decisions off the ballot", test_decisions_off_the_ballot },
           { "a blank that a sum needs", test_a_blank_that_a_sum_needs }, { "pages", test_pages },
           { "names", test_names }, { "names of a region", test_names_of_a_region })
