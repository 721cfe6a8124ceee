#include "config.h"

#include "formula-sheet.h"

#include "unit.h"

/* A form of one contest; box I of the schema stands in row I + 1 of column A. */
typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapForm form;
    guint *rows;
    gboolean is_sum;
} Fixture;

static void
fixture_init (Fixture *self, const char *contest, const char *boxes)
{
    g_auto (GStrv) names = g_strsplit (boxes, " ", -1);

    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL) };
    self->schema = recap_schema_new (self->contests);
    for (guint i = 0; names[i] != NULL; i++)
        UNIT_TRUE (recap_schema_add (self->schema, recap_text (names[i])));
    guint n = recap_schema_get_n (self->schema);
    self->form.contest = recap_contests_find (self->contests, recap_text (contest));
    self->form.cells = g_new0 (RecapCell, n);
    self->rows = g_new (guint, n);
    for (guint i = 0; i < n; i++)
        self->rows[i] = i;
}

static void
fixture_clear (Fixture *self)
{
    g_free (self->form.cells);
    g_free (self->rows);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static RecapCell *
cell (Fixture *self, const char *box)
{
    return &self->form.cells[recap_schema_find (self->schema, recap_text (box))];
}

/* Checks that @rule says @words of the form by @formula (NULL: there is none). */
static void
check (Fixture *self, const RecapRule *rule, const char *words, const char *formula)
{
    g_autoptr (GError) error = NULL;
    const RecapFormulaPlace place = { 0, self->rows, self->is_sum };
    g_autoptr (GPtrArray) formulas =
        recap_formulas_compile (rule, self->form.contest, self->schema, FALSE, &error);
    UNIT_NO_ERROR (&error);
    gint64 by = 0;
    RecapVerdict verdict = recap_formulas_judge (formulas, &self->form, &by);
    g_autofree char *said = recap_verdict_format (verdict, by);
    g_autofree char *printed = recap_formulas_print (formulas, &self->form, &place);
    RecapFormulaPlace anywhere = place;
    anywhere.column = RECAP_COLUMN_ANY;
    g_autofree char *pattern = recap_formulas_print (formulas, &self->form, &anywhere);
    g_autofree char *put = pattern != NULL ? recap_formula_put (pattern, place.column) : NULL;
    UNIT_STRING (put, printed);
    UNIT_STRING (said, words);
    UNIT_STRING (printed, formula);
}

#define RULE(text) (&(const RecapRule){ .code = (char *)"R99", .formula = (char *)(text) })

static void
test_equal (void)
{
    g_auto (Fixture) f;
    fixture_init (&f, "ppwp", "s01 s02 s03 suara_sah suara_tidak_sah suara_total");
    const char *sum =
        "IF(COUNT(A4:A6)<3,\"belum\",IF(A6=A4+A5,\"sesuai\",\"selisih \"&(ABS(A4+A5-A6))))";

    *cell (&f, "suara_sah") = 10;
    *cell (&f, "suara_total") = 10;
    check (&f, RULE ("suara_total = suara_sah + suara_tidak_sah"), "sesuai", sum);
    *cell (&f, "suara_total") = 7;
    check (&f, RULE ("suara_total = suara_sah + suara_tidak_sah"), "selisih 3", sum);
    *cell (&f, "suara_sah") = RECAP_CELL_BLANK;
    check (&f, RULE ("suara_total = suara_sah + suara_tidak_sah"), "belum", sum);
    /* A total shows a number although it lacks something. */
    f.is_sum = TRUE;
    check (&f, RULE ("suara_total = suara_sah + suara_tidak_sah"), "belum", NULL);
}

static void
test_bounds (void)
{
    g_auto (Fixture) f;
    fixture_init (&f, "ppwp", "pemilih_dpt_j suara_tidak_sah suara_total");

    *cell (&f, "suara_total") = 302;
    *cell (&f, "pemilih_dpt_j") = 281;
    check (&f, RULE ("suara_total <= 300"), "selisih 2",
           "IF(COUNT(A3)<1,\"belum\",IF(A3<=300,\"sesuai\",\"selisih \"&(A3-300)))");
    /* 281 and 5.62 are 286.62: 302 is 16 above the last whole number below. */
    check (&f, RULE ("suara_total <= pemilih_dpt_j + 2% pemilih_dpt_j"), "selisih 16",
           "IF(COUNT(A1,A3)<2,\"belum\",IF(A3<=A1+(20*A1)/1000,\"sesuai\","
           "\"selisih \"&(A3-INT(A1+(20*A1)/1000))))");
    check (&f, RULE ("suara_tidak_sah < 10% suara_total"), "sesuai",
           "IF(COUNT(A2:A3)<2,\"belum\",IF(OR(A2<(100*A3)/1000,AND(A2=0,(100*A3)/1000=0)),"
           "\"sesuai\",\"tidak sesuai\"))");
    *cell (&f, "suara_tidak_sah") = 31;
    check (&f, RULE ("suara_tidak_sah < 10% suara_total"), "tidak sesuai",
           "IF(COUNT(A2:A3)<2,\"belum\",IF(OR(A2<(100*A3)/1000,AND(A2=0,(100*A3)/1000=0)),"
           "\"sesuai\",\"tidak sesuai\"))");
    check (&f, RULE ("suara_tidak_sah <=> suara_total"), "sesuai",
           "IF(COUNT(A2:A3)<2,\"belum\",IF((A2=0)=(A3=0),\"sesuai\",\"tidak sesuai\"))");
}

static void
test_roundings (void)
{
    g_auto (Fixture) f;
    RecapRule rule = { .code = (char *)"R99",
                       .formula = (char *)"surat_diterima = pemilih_dpt_j + 25/1000 pemilih_dpt_j",
                       .roundings = { RECAP_ROUNDING_UP },
                       .n_roundings = 1 };
    fixture_init (&f, "ppwp", "pemilih_dpt_j surat_diterima");

    *cell (&f, "pemilih_dpt_j") = 281; /* 288.025 */
    *cell (&f, "surat_diterima") = 288;
    check (&f, &rule, "selisih 1",
           "IF(COUNT(A1:A2)<2,\"belum\",IF(A2=ROUNDUP(A1+(25*A1)/1000,0),\"sesuai\","
           "\"selisih \"&(ABS(ROUNDUP(A1+(25*A1)/1000,0)-A2))))");
    rule.roundings[1] = RECAP_ROUNDING_NEAREST;
    rule.n_roundings = 2;
    check (&f, &rule, "sesuai",
           "IF(COUNT(A1:A2)<2,\"belum\",IF(OR(A2=ROUNDUP(A1+(25*A1)/1000,0),"
           "A2=INT(A1+(25*A1)/1000+1/2)),\"sesuai\","
           "\"selisih \"&(ABS(ROUNDUP(A1+(25*A1)/1000,0)-A2))))");
    rule.roundings[0] = RECAP_ROUNDING_DOWN;
    rule.n_roundings = 1;
    check (&f, &rule, "sesuai",
           "IF(COUNT(A1:A2)<2,\"belum\",IF(A2=INT(A1+(25*A1)/1000),\"sesuai\","
           "\"selisih \"&(ABS(INT(A1+(25*A1)/1000)-A2))))");
    /* A share that is no whole number is equal to none. */
    rule.n_roundings = 0;
    check (&f, &rule, "tidak sesuai",
           "IF(COUNT(A1:A2)<2,\"belum\",IF(A2=A1+(25*A1)/1000,\"sesuai\",\"tidak sesuai\"))");
}

static void
test_alternatives (void)
{
    g_auto (Fixture) f;
    const char *formula = "IF(OR(COUNT(A3)<1,COUNT(A1:A2)=0),\"belum\","
                          "IF(A3=IF(ISNUMBER(A2),A2,A1),\"sesuai\","
                          "\"selisih \"&(ABS(IF(ISNUMBER(A2),A2,A1)-A3))))";
    fixture_init (&f, "ppwp", "pengguna_total_j surat_digunakan suara_total");

    *cell (&f, "pengguna_total_j") = 5;
    *cell (&f, "surat_digunakan") = RECAP_CELL_UNREADABLE;
    *cell (&f, "suara_total") = 5;
    check (&f, RULE ("suara_total = surat_digunakan | pengguna_total_j"), "sesuai", formula);
    *cell (&f, "surat_digunakan") = 6;
    check (&f, RULE ("suara_total = surat_digunakan | pengguna_total_j"), "selisih 1", formula);
    /* A box that the sheet does not have is passed over; a number is always there. */
    f.rows[recap_schema_find (f.schema, recap_text ("surat_digunakan"))] = RECAP_ROW_NONE;
    *cell (&f, "surat_digunakan") = RECAP_CELL_NOT_CARRIED;
    check (&f, RULE ("suara_total <= surat_digunakan | 300"), "sesuai",
           "IF(COUNT(A3)<1,\"belum\",IF(A3<=300,\"sesuai\",\"selisih \"&(A3-300)))");
    f.rows[recap_schema_find (f.schema, recap_text ("surat_digunakan"))] = 1;
    check (&f, RULE ("suara_total <= surat_digunakan | 300"), "sesuai",
           "IF(COUNT(A3)<1,\"belum\",IF(A3<=IF(ISNUMBER(A2),A2,300),\"sesuai\","
           "\"selisih \"&(A3-IF(ISNUMBER(A2),A2,300))))");
}

static void
test_several (void)
{
    g_auto (Fixture) f;
    fixture_init (&f, "ppwp", "s01 s02 s03 suara_sah");
    const char *largest = "MAX(IF(COUNT(A1,A4)<2,0,A1-A4),IF(COUNT(A2,A4)<2,0,A2-A4),"
                          "IF(COUNT(A3:A4)<2,0,A3-A4))";
    g_autofree char *formula = g_strdup_printf (
        "IF(%s>0,\"selisih \"&(%s),IF(COUNT(A1:A4)<4,\"belum\",\"sesuai\"))", largest, largest);

    *cell (&f, "suara_sah") = 9;
    check (&f, RULE ("{peserta} <= suara_sah"), "sesuai", formula);
    *cell (&f, "s02") = 11;
    *cell (&f, "s03") = 10;
    check (&f, RULE ("{peserta} <= suara_sah"), "selisih 2", formula);
    /* What is broken counts more than what cannot be checked. */
    *cell (&f, "s01") = RECAP_CELL_BLANK;
    check (&f, RULE ("{peserta} <= suara_sah"), "selisih 2", formula);
    *cell (&f, "s02") = 9;
    *cell (&f, "s03") = 9;
    check (&f, RULE ("{peserta} <= suara_sah"), "belum", formula);
    /* In a total what lacks something is left out. */
    f.is_sum = TRUE;
    check (&f, RULE ("{peserta} <= suara_sah"), "belum",
           "IF(MAX(IF(COUNT(A2,A4)<2,0,A2-A4),IF(COUNT(A3:A4)<2,0,A3-A4))>0,\"selisih \"&"
           "(MAX(IF(COUNT(A2,A4)<2,0,A2-A4),IF(COUNT(A3:A4)<2,0,A3-A4))),\"belum\")");
    f.is_sum = FALSE;
    check (&f, RULE ("{s01,s02,suara_sah} <= 8"), "selisih 1",
           "IF(MAX(A1:A2,A4)-8>0,\"selisih \"&(MAX(A1:A2,A4)-8),"
           "IF(COUNT(A1:A2,A4)<3,\"belum\",\"sesuai\"))");
    check (&f, RULE ("s02 <=> s03; s02 <=> s01"), "belum",
           "IF(OR(IF(COUNT(A2:A3)<2,FALSE,NOT((A2=0)=(A3=0))),"
           "IF(COUNT(A1:A2)<2,FALSE,NOT((A2=0)=(A1=0)))),\"tidak sesuai\","
           "IF(COUNT(A1:A3)<3,\"belum\",\"sesuai\"))");
}

static void
test_off_ballot (void)
{
    g_auto (Fixture) f;
    fixture_init (&f, "pdpr", "p01 p01_01 p01_02 p01_03 p01_j p02 p02_01 p02_j");

    *cell (&f, "p01_01") = 4;
    *cell (&f, "p01_02") = 1;
    *cell (&f, "p01_03") = RECAP_CELL_OFF_BALLOT;
    *cell (&f, "p01_j") = 5;
    *cell (&f, "p02") = RECAP_CELL_OFF_BALLOT;
    *cell (&f, "p02_01") = RECAP_CELL_OFF_BALLOT;
    *cell (&f, "p02_j") = RECAP_CELL_OFF_BALLOT;
    check (&f, RULE ("{partai}_j = {partai} + jumlah(calon {partai})"), "sesuai",
           "IF(COUNT(A1:A3,A5)<4,\"belum\",IF(A5=A1+A2+A3,\"sesuai\","
           "\"selisih \"&(ABS(A1+A2+A3-A5))))");
    /* The row of what nobody has is not in the sheet. */
    f.rows[recap_schema_find (f.schema, recap_text ("p01_03"))] = RECAP_ROW_OFF_BALLOT;
    check (&f, RULE ("p01_j = p01 + jumlah(calon p01)"), "sesuai",
           "IF(COUNT(A1:A3,A5)<4,\"belum\",IF(A5=A1+A2+A3,\"sesuai\","
           "\"selisih \"&(ABS(A1+A2+A3-A5))))");
    check (&f, RULE ("p02_j = p02 + jumlah(calon p02)"), "belum", NULL);
}

static void
test_placed (void)
{
    g_auto (Fixture) f;
    g_autoptr (GError) error = NULL;
    fixture_init (&f, "pdpr", "p01 p01_01 p01_02 p01_j");
    g_autoptr (GPtrArray) formulas = recap_formulas_compile (
        RULE ("p01_j = p01 + jumlah(calon p01)"), f.form.contest, f.schema, FALSE, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_formula_is_placed (formulas->pdata[0], f.rows));
    f.rows[2] = RECAP_ROW_OFF_BALLOT;
    UNIT_TRUE (recap_formula_is_placed (formulas->pdata[0], f.rows));
    f.rows[2] = RECAP_ROW_NONE;
    UNIT_FALSE (recap_formula_is_placed (formulas->pdata[0], f.rows));
    f.rows[2] = 2;
    f.rows[0] = RECAP_ROW_OFF_BALLOT;
    UNIT_FALSE (recap_formula_is_placed (formulas->pdata[0], f.rows));
}

/* A spreadsheet takes no formula of any length: then there are words only. */
static void
test_too_long (void)
{
    g_auto (Fixture) f;
    g_autoptr (GString) text = g_string_new (NULL);
    fixture_init (&f, "ppwp", "s01 s02 s03");

    for (guint i = 0; i < 200; i++)
        g_string_append_printf (text, "%ss0%u <= s03", i > 0 ? "; " : "", 1 + i % 2);
    *cell (&f, "s01") = 1;
    const RecapRule rule = { .code = (char *)"R99", .formula = text->str };
    check (&f, &rule, "selisih 1", NULL);
}

UNIT_MAIN ("formula-sheet", { "equal", test_equal }, { "bounds", test_bounds },
           { "roundings", test_roundings }, { "alternatives", test_alternatives },
           { "several", test_several }, { "off the ballot", test_off_ballot },
           { "placed", test_placed }, { "too long", test_too_long })
