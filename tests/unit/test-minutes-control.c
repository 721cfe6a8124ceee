/* The control rows, the marks and the comments of the sheets with numbers. */
#include "config.h"

#include "minutes.h"

#include "decision-sheet.h"
#include "unit.h"

static const char *const boxes[] = { "s01",        "s02", "s03", "suara_sah", "suara_tidak_sah",
                                     "suara_total" };

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapTable *table;
    RecapRules *rules;
    RecapFindings *findings;
    RecapDecisions *decisions;
    RecapBook *book;
    const char *source; /* of the forms that are added, and of the minutes */
} Fixture;

static void
fixture_init (Fixture *self)
{
    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL), .source = "plano" };
    self->schema = recap_schema_new (self->contests);
    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        recap_schema_add (self->schema, recap_text (boxes[i]));
    self->table = recap_table_new (self->schema);
    self->rules = recap_rules_load (NULL, NULL);
    self->findings = recap_findings_new ();
    self->decisions = recap_decisions_new ();
}

static void
fixture_clear (Fixture *self)
{
    recap_book_free (self->book);
    recap_decisions_free (self->decisions);
    recap_findings_free (self->findings);
    recap_rules_free (self->rules);
    recap_table_free (self->table);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Adds a form of a TPS of the desa SATU with these boxes. */
static void
add (Fixture *self, const char *kode, const RecapCell *values)
{
    RecapCell cells[G_N_ELEMENTS (boxes)];
    RecapForm form = { .contest = recap_contests_find (self->contests, recap_text ("ppwp")),
                       .cells = cells };
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text ("ppwp");
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text (self->source);
    form.keys[RECAP_KEY_DESA] = recap_text ("SATU");
    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        cells[recap_schema_find (self->schema, recap_text (boxes[i]))] = values[i];
    recap_table_add (self->table, &form);
}

static void
compose (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    const RecapMinutesInput input = { .table = self->table,
                                      .source = self->source,
                                      .rules = self->rules,
                                      .findings = self->findings,
                                      .decisions = self->decisions };
    RecapMinutesSummary summary;
    self->book = recap_minutes_compose (&input, &summary, &error);
    UNIT_NO_ERROR (&error);
}

/* Returns: the cell in @column of the row of the sheet SATU that has @label in column 0 or 1, the
 * @nth from 0. */
static const RecapSheetCell *
find (const Fixture *self, const char *label, guint nth, guint column)
{
    for (guint i = 0; i < self->book->sheets->len; i++) {
        const RecapSheet *sheet = recap_book_get (self->book, i);
        for (guint k = 0; strcmp (sheet->name, "SATU") == 0 && k < sheet->cells->len; k++) {
            const RecapSheetCell *cell = &g_array_index (sheet->cells, RecapSheetCell, k);
            if (cell->column < 2 && cell->text != NULL && g_str_has_prefix (cell->text, label) &&
                nth-- == 0)
                return recap_sheet_find (sheet, cell->row, column);
        }
    }
    g_assert_not_reached ();
}

/* Returns: the status of row @index of the list of findings. */
static const char *
find_status (const Fixture *self, guint index)
{
    enum { SHEET_FINDINGS = 4, FIRST_ROW = 5 };
    return recap_sheet_find (recap_book_get (self->book, SHEET_FINDINGS), FIRST_ROW + index,
                             RECAP_DECISION_SHEET_STATUS)
        ->text;
}

/* TPS 001 is sound, the sum of 002 is 3 too small, 003 lacks a box. */
static void
add_three (Fixture *self)
{
    add (self, "3201012001001", (const RecapCell[]){ 1, 2, 3, 6, 1, 7 });
    add (self, "3201012001002", (const RecapCell[]){ 1, 2, 6, 6, 1, 7 });
    add (self, "3201012001003", (const RecapCell[]){ 1, RECAP_CELL_BLANK, 3, 6, 1, 7 });
}

static void
test_rows (void)
{
    g_auto (Fixture) f;
    fixture_init (&f);
    add_three (&f);
    compose (&f);

    UNIT_STRING (find (&f, "R08", 0, 3)->text, "sesuai");
    const RecapSheetCell *broken = find (&f, "R08", 0, 4);
    UNIT_STRING (broken->text, "selisih 3");
    UNIT_TRUE (g_str_has_prefix (broken->formula, "IF(COUNT(E"));
    UNIT_INT (broken->marks, RECAP_MARK_FINDING);
    UNIT_STRING (broken->comment, "V.A 6 != IV.1 1 + IV.2 2 + IV.3 6 = 9");
    UNIT_STRING (find (&f, "R08", 0, 5)->text, "belum");
    /* The total of IV.2 lacks a number: there is nothing to work out. */
    UNIT_STRING (find (&f, "R08", 0, 6)->text, "belum");
    UNIT_INT (find (&f, "R08", 0, 6)->content, RECAP_CONTENT_TEXT);
    UNIT_STRING (find (&f, "R07", 0, 6)->text, "sesuai");
    /* A rule for single TPS has nothing to say about a total. */
    UNIT_STRING (find (&f, "R12", 0, 3)->text, "sesuai");
    UNIT_INT (find (&f, "R12", 0, 6)->content, RECAP_CONTENT_NOTHING);
    /* The row below the numbers names what is broken. */
    UNIT_STRING (find (&f, "KONTROL: ", 0, 3)->text, "sesuai");
    UNIT_STRING (find (&f, "KONTROL: ", 0, 4)->text, "R08");
    UNIT_STRING (find (&f, "KONTROL: ", 0, 5)->text, "belum");
    UNIT_TRUE (strstr (find (&f, "KONTROL: ", 0, 4)->formula, "COUNTIF(E") != NULL);
}

/* Of two sources in one table each has its own verdicts, comments and frames. */
static void
test_two_sources (void)
{
    g_auto (Fixture) f;
    fixture_init (&f);
    add (&f, "3201012001001", (const RecapCell[]){ 1, 2, 3, 6, 1, 7 });
    f.source = "sirekap";
    add (&f, "3201012001001", (const RecapCell[]){ 1, 2, 8, 6, 1, 7 });
    f.source = "plano";
    add (&f, "3201012001002", (const RecapCell[]){ 1, 2, 6, 6, 1, 7 });
    f.source = "sirekap";
    add (&f, "3201012001002", (const RecapCell[]){ 1, 2, 3, 6, 1, 7 });
    compose (&f);

    UNIT_INT (find (&f, "IV.3", 0, 3)->number, 8);
    UNIT_STRING (find (&f, "KONTROL: ", 0, 3)->text, "R08");
    UNIT_STRING (find (&f, "R08", 0, 3)->text, "selisih 5");
    UNIT_STRING (find (&f, "R08", 0, 3)->comment, "V.A 6 != IV.1 1 + IV.2 2 + IV.3 8 = 11");
    UNIT_STRING (find (&f, "KONTROL: ", 0, 4)->text, "sesuai");
    UNIT_STRING (find (&f, "R08", 0, 5)->text, "selisih 5");
}

static RecapFinding
finding (const char *kode, const char *aturan, const char *isian)
{
    return (RecapFinding){ .kontes = recap_text ("ppwp"),
                           .kode = recap_text (kode),
                           .aturan = recap_text (aturan),
                           .isian = recap_text (isian),
                           .sumber_a = recap_text ("plano"),
                           .nilai_a = 6,
                           .sumber_b = recap_text ("rumus"),
                           .nilai_b = 9,
                           .sebab = recap_text ("angka-salah-baca"),
                           .keterangan = recap_text ("Suara sah.") };
}

static void
test_marks (void)
{
    g_auto (Fixture) f;
    RecapFinding broken = finding ("3201012001002", "R08", "suara_sah");
    RecapFinding whole = finding ("3201012001002", "D03", "");
    RecapFinding area = finding ("3201012001", "R24", "s01");
    RecapFinding hint = finding ("3201012001001", "D11", "s01");
    fixture_init (&f);
    add_three (&f);
    whole.nilai_a = whole.nilai_b = RECAP_CELL_NOT_CARRIED;
    hint.severity = RECAP_SEVERITY_INFO;
    recap_findings_add (f.findings, &broken);
    recap_findings_add (f.findings, &whole);
    recap_findings_add (f.findings, &area);
    recap_findings_add (f.findings, &hint);
    compose (&f);

    UNIT_INT (find (&f, "V.A", 0, 4)->marks, RECAP_MARK_FINDING);
    UNIT_STRING (find (&f, "V.A", 0, 4)->comment,
                 "R08 galat: plano 6, rumus 9, selisih +3; sebab: angka-salah-baca\nSuara sah.\n"
                 "Belum diputuskan");
    /* The others of the rule have a frame only; so much as nothing else is marked. */
    UNIT_INT (find (&f, "IV.1", 0, 4)->marks, RECAP_MARK_RELATED);
    UNIT_TRUE (find (&f, "IV.1", 0, 4)->comment == NULL);
    UNIT_INT (find (&f, "V.B", 0, 4)->marks, 0);
    UNIT_INT (find (&f, "IV.1", 0, 3)->marks, 0);
    UNIT_INT (find (&f, "IV.1", 0, 6)->marks, RECAP_MARK_FINDING);
    /* What is about the whole form stands with the heading of its column. */
    UNIT_STRING (find (&f, "NO", 0, 4)->comment,
                 "D03 galat:; sebab: angka-salah-baca\nSuara sah.\nBelum diputuskan");
    UNIT_TRUE (find (&f, "NO", 0, 3)->comment == NULL);
}

/* What became of a finding is the same in its comment and in the list. */
static void
test_statuses (void)
{
    static const struct {
        const char *kode, *aturan, *isian, *label;
        guint column;
        const char *end, *status;
    } cases[] = {
        { "3201012001001", "R08", "suara_sah", "V.A", 3, "Sudah sesuai", "Sudah sesuai" },
        { "3201012001002", "R08", "suara_sah", "V.A", 4, "Belum diputuskan", "Belum diputuskan" },
        { "3201012001003", "R08", "suara_sah", "V.A", 5, "Belum diputuskan", "Belum diputuskan" },
        { "3201012001001", "R22", "s02", "IV.2", 3, "Sudah sesuai", "Sudah sesuai" },
        { "3201012001002", "D10", "", "NO", 4, "Suara sah.", "Tidak perlu keputusan" },
    };
    g_auto (Fixture) f;
    fixture_init (&f);
    add_three (&f);
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapFinding one = finding (cases[i].kode, cases[i].aturan, cases[i].isian);
        recap_findings_add (f.findings, &one);
    }
    compose (&f);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const RecapSheetCell *cell = find (&f, cases[i].label, 0, cases[i].column);
        g_autofree char *end = g_strconcat ("\n", cases[i].end, NULL);
        UNIT_TRUE (g_str_has_suffix (cell->comment, end));
        UNIT_STRING (find_status (&f, i), cases[i].status);
    }
}

static void
test_many (void)
{
    g_auto (Fixture) f;
    g_autoptr (GString) text = g_string_new (NULL);
    RecapFinding one = finding ("3201012001002", "D01", "s01");
    fixture_init (&f);
    add_three (&f);
    for (guint i = 0; i < 500; i++)
        g_string_append (text, "\xc3\xa9");
    one.keterangan = (RecapText){ text->str, text->len };
    for (guint i = 0; i < 5; i++)
        recap_findings_add (f.findings, &one);
    compose (&f);

    const char *comment = find (&f, "IV.1", 0, 4)->comment;
    UNIT_TRUE (g_utf8_validate (comment, -1, NULL));
    UNIT_TRUE (g_utf8_strlen (comment, -1) < 1300);
    UNIT_TRUE (
        g_str_has_suffix (comment, "...\n... dan 2 lagi, lihat lembar Selisih\nBelum diputuskan"));
}

static void
test_decisions (void)
{
    g_auto (Fixture) f;
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "3201012001002",
                               .isian = "s03",
                               .semula = RECAP_CELL_UNREADABLE,
                               .menjadi = 5,
                               .dasar = "plano",
                               .alasan = "dicocokkan",
                               .kejadian_khusus = "2",
                               .disetujui = "PPK",
                               .waktu = "2024-02-20T10:15",
                               .file = "d.csv",
                               .line = 2 };
    fixture_init (&f);
    add_three (&f);
    recap_decisions_add (f.decisions, &decision);
    decision.menjadi = 6; /* the last one counts */
    recap_decisions_add (f.decisions, &decision);
    decision.isian = "";
    recap_decisions_add (f.decisions, &decision);
    compose (&f);

    UNIT_INT (find (&f, "IV.3", 0, 4)->marks, RECAP_MARK_CORRECTED);
    UNIT_STRING (find (&f, "IV.3", 0, 4)->comment,
                 "Keputusan: semula tidak terbaca, menjadi 6, dasar plano; alasan: dicocokkan; "
                 "kejadian khusus 2; disetujui PPK; 2024-02-20T10:15");
    UNIT_STRING (find (&f, "NO", 0, 4)->comment,
                 "Keputusan: dicatat, dasar plano; alasan: dicocokkan; kejadian khusus 2; "
                 "disetujui PPK; 2024-02-20T10:15");
}

static void
test_rules_of_others (void)
{
    static const char text[] = "[R08]\naktif=false\n[R07]\nrumus=suara_total = nonsens(\n";
    g_auto (Fixture) f;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (g_get_tmp_dir (), "recap-rules-XXXXXX", NULL);
    RecapMinutesSummary summary;
    fixture_init (&f);
    add_three (&f);
    int fd = g_mkstemp (path);
    g_close (fd, NULL);
    UNIT_TRUE (g_file_set_contents (path, text, -1, NULL));
    g_autoptr (RecapRules) rules = recap_rules_load (path, &error);
    UNIT_NO_ERROR (&error);
    const RecapMinutesInput input = { .table = f.table, .rules = rules };
    UNIT_TRUE (recap_minutes_compose (&input, &summary, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX,
                "[R07]: cannot read the formula 'suara_total = nonsens('");
    g_unlink (path);
}

UNIT_MAIN ("minutes-control", { "rows", test_rows }, { "two sources", test_two_sources },
           { "marks", test_marks }, { "statuses", test_statuses }, { "many findings", test_many },
           { "decisions", test_decisions }, { "rules of others", test_rules_of_others })
