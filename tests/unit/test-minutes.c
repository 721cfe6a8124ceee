#include "config.h"

#include "minutes.h"

#include "decision-sheet.h"
#include "unit.h"

/* A table of one field, s01, and two that go with it. */
typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapTable *table;
} Fixture;

static void
fixture_init (Fixture *self)
{
    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL) };
    self->schema = recap_schema_new (self->contests);
    recap_schema_add (self->schema, recap_text ("s01"));
    recap_schema_add (self->schema, recap_text ("suara_sah"));
    recap_schema_add (self->schema, recap_text ("disabilitas_j"));
    self->table = recap_table_new (self->schema);
}

static void
fixture_clear (Fixture *self)
{
    recap_table_free (self->table);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
add (Fixture *self, const char *kode, const char *desa, RecapCell s01, RecapCell valid)
{
    RecapCell cells[3] = { RECAP_CELL_NOT_CARRIED, RECAP_CELL_NOT_CARRIED, RECAP_CELL_NOT_CARRIED };
    RecapForm form = { .contest = recap_contests_find (self->contests, recap_text ("ppwp")),
                       .cells = cells,
                       .file = "t.csv",
                       .line = recap_table_get_n (self->table) + 2 };
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text ("ppwp");
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text ("plano");
    form.keys[RECAP_KEY_DESA] = recap_text (desa);
    cells[recap_schema_find (self->schema, recap_text ("s01"))] = s01;
    cells[recap_schema_find (self->schema, recap_text ("suara_sah"))] = valid;
    recap_table_add (self->table, &form);
}

static const RecapSheetCell *
find (const RecapBook *book, const char *sheet, guint row, guint column)
{
    for (guint i = 0; i < book->sheets->len; i++) {
        const RecapSheet *candidate = recap_book_get (book, i);
        for (guint k = 0; strcmp (candidate->name, sheet) == 0 && k < candidate->cells->len; k++) {
            const RecapSheetCell *cell = &g_array_index (candidate->cells, RecapSheetCell, k);
            if (cell->row == row && cell->column == column)
                return cell;
        }
    }
    return NULL;
}

/* Rows of the sheets with numbers: seven of the head, section IV, s01, section V, suara_sah. */
enum { ROW_COLUMNS = 5, ROW_S01 = 8, ROW_VALID = 10 };

static RecapBook *
compose (const Fixture *self, RecapMinutesSummary *summary, GError **error)
{
    RecapMinutesInput input = { .table = self->table };
    return recap_minutes_compose (&input, summary, error);
}

static void
test_blocks (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    for (guint i = 1; i <= 32; i++) {
        g_autofree char *kode = g_strdup_printf ("3201012001%03u", i);
        add (&fixture, kode, "SATU", i, 100);
    }
    g_autoptr (RecapBook) book = compose (&fixture, &summary, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (summary.n_tps, 32);
    UNIT_INT (summary.n_incomplete, 0);

    /* 1 + ... + 15, then 16 to 30 with what was carried, then 31 and 32. */
    const RecapSheetCell *first = find (book, "SATU", ROW_S01, 3 + 15);
    const RecapSheetCell *carried = find (book, "SATU", ROW_S01, 3 + 17);
    const RecapSheetCell *second = find (book, "SATU", ROW_S01, 3 + 17 + 16);
    const RecapSheetCell *last = find (book, "SATU", ROW_S01, 3 + 34 + 3);
    UNIT_INT (first->number, 120);
    UNIT_INT (carried->content, RECAP_CONTENT_COPY);
    UNIT_INT (carried->range.column, 3 + 15);
    UNIT_INT (carried->number, 120);
    UNIT_INT (second->number, 465);
    UNIT_INT (second->range.column, 3 + 17);
    UNIT_INT (second->range.last_column, 3 + 17 + 15);
    UNIT_INT (last->number, 528);
    UNIT_STRING (find (book, "SATU", ROW_COLUMNS, 3 + 34 + 3)->text, "JUMLAH\nAKHIR");
    UNIT_STRING (find (book, "SATU", ROW_COLUMNS, 3 + 17)->text, "JUMLAH\nPINDAHAN");

    const RecapSheetCell *desa = find (book, "Kecamatan", ROW_S01, 3);
    UNIT_INT (desa->number, 528);
    UNIT_INT (desa->range.column, 3 + 34 + 3);
    UNIT_INT (find (book, "Kecamatan", ROW_VALID, 4)->number, 3200);
}

static void
test_exactly_one_block (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    for (guint i = 1; i <= 15; i++) {
        g_autofree char *kode = g_strdup_printf ("3201012001%03u", i);
        add (&fixture, kode, "SATU", 1, 2);
    }
    g_autoptr (RecapBook) book = compose (&fixture, &summary, &error);
    UNIT_STRING (find (book, "SATU", ROW_COLUMNS, 3 + 15)->text, "JUMLAH\nAKHIR");
    UNIT_INT (recap_book_get (book, 2)->blocks->len, 0);
}

static void
test_blank_is_not_zero (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    add (&fixture, "3201012001001", "SATU", RECAP_CELL_BLANK, 5);
    add (&fixture, "3201012001002", "SATU", RECAP_CELL_UNREADABLE, 6);
    add (&fixture, "3201012002901", "DUA", 0, 7);
    g_autoptr (RecapBook) book = compose (&fixture, &summary, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (summary.n_incomplete, 2);
    UNIT_INT (summary.n_desa, 2);
    UNIT_INT (find (book, "SATU", ROW_S01, 3)->content, RECAP_CONTENT_NOTHING);
    UNIT_STRING (find (book, "SATU", ROW_S01, 4)->text, "?");
    UNIT_INT (find (book, "SATU", ROW_S01, 5)->number, RECAP_CELL_BLANK);
    UNIT_INT (find (book, "SATU", ROW_S01, 5)->marks, RECAP_MARK_INCOMPLETE);
    UNIT_INT (find (book, "DUA", ROW_S01, 4)->number, 0);
    UNIT_INT (find (book, "DUA", ROW_S01, 4)->marks, 0);
    UNIT_STRING (find (book, "DUA", ROW_COLUMNS, 3)->text, "TPS\n901");
    /* The kecamatan: nothing and zero make an incomplete zero. */
    UNIT_INT (find (book, "Kecamatan", ROW_S01, 3)->number, RECAP_CELL_BLANK);
    UNIT_INT (find (book, "Kecamatan", ROW_S01, 5)->number, 0);
    UNIT_INT (find (book, "Kecamatan", ROW_S01, 5)->marks, RECAP_MARK_INCOMPLETE);
    UNIT_INT (find (book, "Kecamatan", ROW_VALID, 5)->number, 18);
}

static void
test_boxes_that_are_not_carried_have_no_row (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    add (&fixture, "3201012001001", "", 1, 2);
    g_autoptr (RecapBook) book = compose (&fixture, &summary, &error);
    /* Section III is left out with its only row; a desa without a name goes by its code. */
    UNIT_STRING (find (book, "Desa 3201012001", 7, 0)->text, "IV");
    UNIT_STRING (find (book, "Desa 3201012001", ROW_S01, 0)->text, "IV.1");
    UNIT_STRING (find (book, "Desa 3201012001", 9, 0)->text, "V");
}

static void
test_marks (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    g_autoptr (RecapDecisions) decisions = recap_decisions_new ();
    RecapMinutesSummary summary;
    RecapFinding finding = { .kontes = recap_text ("ppwp"),
                             .kode = recap_text ("3201012001001"),
                             .isian = recap_text ("s01"),
                             .aturan = recap_text ("D01"),
                             .nilai_a = 1,
                             .nilai_b = 8 };
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "3201012001001",
                               .isian = "suara_sah",
                               .semula = 1,
                               .menjadi = 2,
                               .dasar = "plano",
                               .alasan = "",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "",
                               .file = "d.csv",
                               .line = 2 };
    fixture_init (&fixture);
    add (&fixture, "3201012001001", "SATU", 1, 2);
    recap_findings_add (findings, &finding);
    finding.severity = RECAP_SEVERITY_INFO;
    finding.isian = recap_text ("suara_sah");
    recap_findings_add (findings, &finding);
    recap_decisions_add (decisions, &decision);
    RecapMinutesInput input = { .table = fixture.table,
                                .findings = findings,
                                .decisions = decisions };
    g_autoptr (RecapBook) book = recap_minutes_compose (&input, &summary, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (find (book, "SATU", ROW_S01, 3)->marks, RECAP_MARK_FINDING);
    UNIT_INT (find (book, "SATU", ROW_VALID, 3)->marks, RECAP_MARK_CORRECTED);
    UNIT_STRING (find (book, "Selisih", 5, RECAP_DECISION_SHEET_STATUS)->text, "Belum diputuskan");
    UNIT_INT (find (book, "Selisih", 5, RECAP_DECISION_SHEET_DIFFERENCE)->number, 7);
    UNIT_INT (find (book, "Selisih", 5, RECAP_DECISION_SHEET_SEMULA)->number, 1);
    UNIT_TRUE (find (book, "Selisih", 5, RECAP_DECISION_SHEET_MENJADI)->entry != NULL);
    UNIT_TRUE (find (book, "Selisih", 5, RECAP_DECISION_SHEET_SEMULA)->entry == NULL);
    UNIT_TRUE (g_str_has_prefix (find (book, "Selisih", 5, RECAP_DECISION_SHEET_KEY)->text,
                                 "ppwp\n3201012001001\ns01 terbuka\n"));
    UNIT_STRING (find (book, "Selisih", 6, RECAP_DECISION_SHEET_STATUS)->text, "Diputuskan");
    UNIT_INT (find (book, "Selisih", 6, RECAP_DECISION_SHEET_SEMULA)->number, 1);
    UNIT_INT (find (book, "Selisih", 6, RECAP_DECISION_SHEET_MENJADI)->number, 2);
    UNIT_TRUE (find (book, "Selisih", 6, RECAP_DECISION_SHEET_MENJADI)->entry == NULL);
    for (guint i = 0; i < book->sheets->len; i++)
        UNIT_TRUE (strcmp (recap_book_get (book, i)->name, RECAP_DECISION_SHEET_NAME) != 0 ||
                   recap_book_get (book, i)->locked);

    decision.menjadi = 3;
    recap_decisions_add (decisions, &decision);
    g_autoptr (RecapBook) stale = recap_minutes_compose (&input, &summary, &error);
    UNIT_TRUE (stale == NULL);
    UNIT_STRING (recap_error_get_hint (error),
                 "give the table that recap-resolve made from these decisions");
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "decision about suara_sah of 3201012001001 says '3', but the table has '2'");
}

static void
test_dates_of_the_file (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting =
        recap_meeting_parse ("[rapat]\ntanggal=2024-02-20\n", 27, "m", &error);
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    add (&fixture, "3201012001001", "SATU", 1, 2);
    RecapMinutesInput input = { .table = fixture.table };
    g_autoptr (RecapBook) plain = recap_minutes_compose (&input, &summary, &error);
    UNIT_INT (plain->created, 315532800);
    input.meeting = meeting;
    g_autoptr (RecapBook) met = recap_minutes_compose (&input, &summary, &error);
    UNIT_INT (met->created, 1708387200);
    input.created = 77;
    g_autoptr (RecapBook) given = recap_minutes_compose (&input, &summary, &error);
    UNIT_INT (given->created, 77);
}

/* Excel takes cells that are joined and overlap for damage. */
static void
check_overlaps (const RecapSheet *sheet)
{
    guint n_columns = sheet->widths->len;
    g_autofree guint8 *taken = g_malloc0 ((gsize)sheet->rows->len * n_columns);
    for (guint i = 0; i < sheet->cells->len; i++) {
        const RecapSheetCell *cell = &g_array_index (sheet->cells, RecapSheetCell, i);
        for (guint row = cell->row; row < cell->row + cell->n_rows; row++)
            for (guint column = cell->column; column < cell->column + cell->n_columns; column++) {
                guint8 *place = &taken[(gsize)row * n_columns + column];
                if (*place != 0)
                    UNIT_STRING (sheet->name, "a sheet without overlapping cells");
                *place = 1;
            }
    }
}

static void
test_cells_do_not_overlap (void)
{
    static const char text[] = "[saksi 2]\nnama=S\n[kejadian 1]\nuraian=U\n[hadir 1]\nnama=H\n";
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    g_autoptr (RecapMeeting) meeting = recap_meeting_parse (text, sizeof text - 1, "m", &error);
    RecapFinding finding = { .kontes = recap_text ("ppwp"),
                             .kode = recap_text ("3201012001001"),
                             .aturan = recap_text ("D03") };
    RecapMinutesSummary summary;
    fixture_init (&fixture);
    for (guint i = 1; i <= 33; i++) {
        g_autofree char *kode = g_strdup_printf ("320101%04u%03u", 2000 + i % 2, i);
        add (&fixture, kode, "SATU", i == 3 ? RECAP_CELL_BLANK : i, 100);
    }
    recap_table_sort (fixture.table);
    recap_findings_add (findings, &finding);
    RecapMinutesInput input = { .table = fixture.table, .findings = findings, .meeting = meeting };
    g_autoptr (RecapBook) book = recap_minutes_compose (&input, &summary, &error);
    UNIT_NO_ERROR (&error);
    for (guint i = 0; i < book->sheets->len; i++)
        check_overlaps (recap_book_get (book, i));
    UNIT_INT (book->sheets->len, 12);
}

UNIT_MAIN ("minutes", { "blocks", test_blocks }, { "exactly one block", test_exactly_one_block },
           { "blank is not zero", test_blank_is_not_zero },
           { "boxes that are not carried have no row",
             test_boxes_that_are_not_carried_have_no_row },
           { "marks", test_marks }, { "dates of the file", test_dates_of_the_file },
           { "cells do not overlap", test_cells_do_not_overlap })
