/* The catalogue and its formulas. */
#include "formula.h"

#include "tables-fixture.h"

/* A form with these fields in a schema of one contest. */
typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    const RecapContest *contest;
    RecapCell *cells;
    RecapForm form;
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
    self->cells = g_new (RecapCell, recap_schema_get_n (self->schema));
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++)
        self->cells[i] = RECAP_CELL_BLANK;
    self->form = (RecapForm){ .contest = self->contest, .cells = self->cells };
}

static void
sheet_clear (Sheet *self)
{
    g_free (self->cells);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
sheet_set (Sheet *self, const char *name, RecapCell cell)
{
    self->cells[recap_schema_find (self->schema, recap_text (name))] = cell;
}

static GPtrArray *
compile (const Sheet *sheet, const char *formula, GError **error)
{
    RecapRule rule = { .code = (char *)"X01", .formula = (char *)formula };
    return recap_formulas_compile (&rule, sheet->contest, sheet->schema, FALSE, error);
}

/* Works out @formula, which must be a single one: 'holds value: text', 'none', 'blank'. */
static char *
work_out (const Sheet *sheet, const char *formula)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) formulas = compile (sheet, formula, &error);
    g_autoptr (GString) note = g_string_new (NULL);
    gboolean holds;
    gint64 value;

    if (formulas == NULL)
        return g_strdup (error->message);
    if (formulas->len != 1)
        return g_strdup_printf ("%u formulas", formulas->len);
    if (!recap_formula_evaluate (formulas->pdata[0], &sheet->form, &holds, &value))
        return g_strdup ("blank");
    recap_formula_describe (formulas->pdata[0], &sheet->form, note);
    return g_strdup_printf ("%s %" PRId64 ": %s", holds ? "holds" : "broken", value, note->str);
}

#define WORK_OUT(sheet, formula, expected)                                                         \
    do {                                                                                           \
        g_autofree char *result_ = work_out (sheet, formula);                                      \
        UNIT_STRING (result_, expected);                                                           \
    } while (0)

#define FIELDS                                                                                     \
    "suara_sah,suara_tidak_sah,suara_total,pemilih_dpt_j,surat_digunakan,pengguna_total_j,s01,"    \
    "s02,s03"

static void
test_formulas (void)
{
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", FIELDS);
    sheet_set (&sheet, "suara_sah", 216);
    sheet_set (&sheet, "suara_tidak_sah", 3);
    sheet_set (&sheet, "suara_total", 219);
    sheet_set (&sheet, "pemilih_dpt_j", 215);
    sheet_set (&sheet, "s01", 72);
    sheet_set (&sheet, "s02", 109);
    sheet_set (&sheet, "s03", 36);

    WORK_OUT (&sheet, "suara_total = suara_sah + suara_tidak_sah",
              "holds 219: V.C 219 = V.A 216 + V.B 3 = 219");
    WORK_OUT (&sheet, "  suara_total=suara_sah+suara_tidak_sah  ",
              "holds 219: V.C 219 = V.A 216 + V.B 3 = 219");
    WORK_OUT (&sheet, "suara_sah = jumlah(perolehan)",
              "broken 217: V.A 216 != IV.1 72 + IV.2 109 + IV.3 36 = 217");
    WORK_OUT (&sheet, "suara_sah <= suara_total", "holds 219: V.A 216 <= V.C 219");
    WORK_OUT (&sheet, "suara_total <= suara_sah", "broken 216: V.C 219 > V.A 216");
    WORK_OUT (&sheet, "suara_sah <= @batas_isian", "holds 999: V.A 216 <= 999");
    WORK_OUT (&sheet, "suara_sah <= 216", "holds 216: V.A 216 <= 216");
    WORK_OUT (&sheet, "suara_sah <= 215", "broken 215: V.A 216 > 215");
    WORK_OUT (&sheet, "suara_sah < 217", "holds 217: V.A 216 < 217");
    WORK_OUT (&sheet, "suara_sah < 216", "broken 216: V.A 216 >= 216");
    WORK_OUT (&sheet, "suara_sah <=> jumlah(perolehan)",
              "holds 217: V.A 216 dan IV.1 72 + IV.2 109 + IV.3 36 = 217");
    WORK_OUT (&sheet, "suara_sah <=> 0", "broken 0: V.A 216 tetapi 0");
    /* 102 % of 215 is 219.3: no rounding decides. */
    WORK_OUT (&sheet, "suara_total <= 102% pemilih_dpt_j",
              "holds 219: V.C 219 <= 102% x I.A JML 215 = 219,3");
    sheet_set (&sheet, "suara_total", 220);
    WORK_OUT (&sheet, "suara_total <= 102% pemilih_dpt_j",
              "broken 219: V.C 220 > 102% x I.A JML 215 = 219,3");
    WORK_OUT (&sheet, "suara_total <= 2% @batas_pemilih + 214",
              "holds 220: V.C 220 <= 2% x 300 + 214 = 220");
    /* Blanks: nothing is worked out; an alternative stands in. */
    WORK_OUT (&sheet, "suara_total = surat_digunakan", "blank");
    WORK_OUT (&sheet, "surat_digunakan = suara_total", "blank");
    WORK_OUT (&sheet, "suara_total = surat_digunakan | pengguna_total_j", "blank");
    sheet_set (&sheet, "pengguna_total_j", 220);
    WORK_OUT (&sheet, "suara_total = surat_digunakan | pengguna_total_j",
              "holds 220: V.C 220 = I.B.4 JML 220");
    sheet_set (&sheet, "surat_digunakan", 7);
    WORK_OUT (&sheet, "suara_total = surat_digunakan | pengguna_total_j",
              "broken 7: V.C 220 != II.2 7");
    sheet_set (&sheet, "surat_digunakan", RECAP_CELL_UNREADABLE);
    WORK_OUT (&sheet, "suara_total = surat_digunakan | 220", "holds 220: V.C 220 = 220");
    WORK_OUT (&sheet, "suara_total = surat_digunakan + suara_sah", "blank");
    sheet_set (&sheet, "s02", RECAP_CELL_BLANK);
    WORK_OUT (&sheet, "suara_sah = jumlah(perolehan)", "blank");
}

static void
test_large_numbers (void)
{
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", FIELDS);
    sheet_set (&sheet, "suara_total", RECAP_COUNT_MAX);
    sheet_set (&sheet, "suara_sah", RECAP_COUNT_MAX);
    WORK_OUT (&sheet, "suara_total = suara_sah",
              "holds 999999999999: V.C 999999999999 = V.A 999999999999");
    WORK_OUT (&sheet, "suara_total <= 10000% suara_sah",
              "holds 99999999999900: V.C 999999999999 <= 10000% x V.A 999999999999 = "
              "99999999999900");
}

static void
test_choices (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp",
                "pemilih_dpt_l,pemilih_dpt_p,pemilih_dpt_j,disabilitas_j,suara_sah");
    guint n = recap_schema_get_n (sheet.schema);

    /* disabilitas_l is not in the schema: that choice is left out. */
    g_autoptr (GPtrArray) rows =
        compile (&sheet, "{pemilih_dpt,disabilitas}_j = {}_l + {}_p", &error);
    UNIT_INT (rows->len, 1);
    UNIT_STRING (recap_schema_get_name (sheet.schema, recap_formula_get_stated (rows->pdata[0])),
                 "pemilih_dpt_j");
    g_autoptr (GPtrArray) all = compile (&sheet, "{*} <= @batas_isian", &error);
    UNIT_INT (all->len, n);
    g_autoptr (GPtrArray) none = compile (&sheet, "suara_total = suara_sah", &error);
    UNIT_INT (none->len, 0);
    g_autoptr (GPtrArray) nobody = compile (&sheet, "suara_sah = jumlah(perolehan)", &error);
    UNIT_INT (nobody->len, 0);
    g_autoptr (GPtrArray) limit = compile (&sheet, "suara_sah <= @batas_lain", &error);
    UNIT_INT (limit->len, 0);
    UNIT_NO_ERROR (&error);
}

/* Parties and candidates: what braces and lists make of them. */
static void
test_parties (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "pdpr", "p01,p01_01,p01_02,p01_j,p02,p02_j,p03,p03_01,p03_j,suara_sah");
    sheet_set (&sheet, "p01", 5);
    sheet_set (&sheet, "p01_01", 6);
    sheet_set (&sheet, "p01_j", 12);

    /* The second party has no candidates in this schema: no sum to check. */
    g_autoptr (GPtrArray) sums =
        compile (&sheet, "{partai}_j = {partai} + jumlah(calon {})", &error);
    UNIT_INT (sums->len, 2);
    g_autoptr (GPtrArray) parts =
        compile (&sheet, "{calon} <= {partai}_j; {partai} <= {}_j; {peserta} <= suara_sah", &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (parts->len, 3 + 3 + 3);
    static const char *const stated[] = { "p01_01", "p01_02", "p03_01", "p01",  "p02",
                                          "p03",    "p01_j",  "p02_j",  "p03_j" };
    for (guint i = 0; i < parts->len; i++)
        UNIT_STRING (
            recap_schema_get_name (sheet.schema, recap_formula_get_stated (parts->pdata[i])),
            stated[i]);

    const char *one = "p01_j = p01 + jumlah(calon p01)";
    WORK_OUT (&sheet, one, "blank");
    sheet_set (&sheet, "p01_02", RECAP_CELL_OFF_BALLOT);
    WORK_OUT (&sheet, one,
              "broken 11: IV.1 B 12 != IV.1 A.1 5 + IV.1 A.2.1 6 = 11 "
              "(kosong, tidak dihitung: IV.1 A.2.2)");
    sheet_set (&sheet, "p01_02", 1);
    WORK_OUT (&sheet, one, "holds 12: IV.1 B 12 = IV.1 A.1 5 + IV.1 A.2.1 6 + IV.1 A.2.2 1 = 12");
    WORK_OUT (&sheet, "p01_j = p01 + jumlah(calon p02)", "0 formulas");
    /* Only in a list may a box be left out. */
    sheet_set (&sheet, "p01_02", RECAP_CELL_OFF_BALLOT);
    WORK_OUT (&sheet, "p01_j = p01 + p01_01 + p01_02", "blank");
    WORK_OUT (&sheet, "p01_j = p01 + p01_01 + s01", "0 formulas");
}

/* What formulas say about each other, and their boxes. */
static void
test_relations (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", FIELDS);
    g_autoptr (GPtrArray) list = compile (&sheet,
                                          "suara_sah = jumlah(perolehan); s01 <= suara_sah;"
                                          "s01 <= suara_total; suara_sah <= s01; s01 < suara_sah;"
                                          "s01 <= 50% suara_sah; suara_sah = 102% s01; s01 <= 999;"
                                          "suara_total = surat_digunakan | pengguna_total_j",
                                          &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (list->len, 9);
    static const struct {
        gboolean covered, implied;
    } expected[] = { { TRUE, FALSE }, { TRUE, TRUE },  { FALSE, FALSE },
                     { TRUE, FALSE }, { TRUE, FALSE }, { TRUE, FALSE },
                     { TRUE, FALSE }, { TRUE, FALSE }, { FALSE, FALSE } };
    for (guint i = 0; i < list->len; i++) {
        UNIT_INT (recap_formula_covers (list->pdata[0], list->pdata[i]), expected[i].covered);
        UNIT_INT (recap_formula_implies (list->pdata[0], list->pdata[i]), expected[i].implied);
    }
    UNIT_FALSE (recap_formula_implies (list->pdata[6], list->pdata[1]));
    UNIT_INT (recap_formula_get_relation (list->pdata[4]), RECAP_RELATION_BELOW);
    UNIT_TRUE (recap_formula_is_bound (list->pdata[1]));
    UNIT_FALSE (recap_formula_is_bound (list->pdata[4]));

    /* Those that count for the form: the alternative with a number, none that is left out. */
    g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (guint));
    sheet_set (&sheet, "pengguna_total_j", 5);
    recap_formula_get_boxes (list->pdata[8], &sheet.form, boxes);
    UNIT_INT (boxes->len, 2);
    UNIT_STRING (recap_schema_get_name (sheet.schema, g_array_index (boxes, guint, 0)),
                 "suara_total");
    UNIT_STRING (recap_schema_get_name (sheet.schema, g_array_index (boxes, guint, 1)),
                 "pengguna_total_j");
    g_array_set_size (boxes, 0);
    sheet_set (&sheet, "s02", RECAP_CELL_OFF_BALLOT);
    recap_formula_get_boxes (list->pdata[0], &sheet.form, boxes);
    UNIT_INT (boxes->len, 3);
    g_array_set_size (boxes, 0);
    recap_formula_get_boxes (list->pdata[7], &sheet.form, boxes);
    UNIT_INT (boxes->len, 1);
}

static void
test_rounding (void)
{
    static const struct {
        const char *words;
        gboolean holds[3]; /* for 214, 215, 216 */
        gint64 value;
    } cases[] = {
        { "atas", { FALSE, TRUE, FALSE }, 215 },
        { "bawah", { TRUE, FALSE, FALSE }, 214 },
        { "terdekat", { TRUE, FALSE, FALSE }, 214 },
        { "atas, bawah", { TRUE, TRUE, FALSE }, 215 },
        { "terdekat, atas", { TRUE, TRUE, FALSE }, 214 },
    };
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", "pemilih_dpt_j,surat_diterima");
    sheet_set (&sheet, "pemilih_dpt_j", 210); /* 214.2 */

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = g_strdup_printf ("[R16]\npembulatan=%s\n", cases[i].words);
        fixture_write ("r.conf", text);
        g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
        UNIT_NO_ERROR (&error);
        g_autoptr (GPtrArray) formulas = recap_formulas_compile (
            recap_rules_find (rules, "R16"), sheet.contest, sheet.schema, FALSE, &error);
        for (guint k = 0; k < 3; k++) {
            gboolean holds;
            gint64 value;
            sheet_set (&sheet, "surat_diterima", 214 + k);
            UNIT_TRUE (recap_formula_evaluate (formulas->pdata[0], &sheet.form, &holds, &value));
            UNIT_INT (holds, cases[i].holds[k]);
            UNIT_INT (value, cases[i].value);
        }
    }
}

static void
test_outside (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", "suara_sah");
    sheet_set (&sheet, "suara_sah", 1500);
    g_autoptr (RecapRules) rules = recap_rules_load (NULL, &error);
    const RecapRule *rule = recap_rules_find (rules, "R12");

    for (guint outside = 0; outside < 2; outside++) {
        g_autoptr (GPtrArray) formulas =
            recap_formulas_compile (rule, sheet.contest, sheet.schema, outside == 1, &error);
        gboolean holds = FALSE;
        gint64 value = 0;
        UNIT_INT (formulas->len, 1);
        UNIT_TRUE (recap_formula_evaluate (formulas->pdata[0], &sheet.form, &holds, &value));
        UNIT_INT (holds, outside == 1);
        UNIT_INT (value, outside == 1 ? 9999 : 999);
    }
}

static void
test_bad_formulas (void)
{
    static const char *const formulas[] = {
        "",
        "suara_sah",
        "suara_sah =",
        "suara_sah <=",
        "= suara_sah",
        "suara_sah = suara_total +",
        "suara_sah = + suara_total",
        "suara_sah = suara_totl",
        "suara_salah = suara_total",
        "suara_sah == suara_total",
        "suara_sah = suara_total |",
        "suara_sah = | suara_total",
        "suara_sah <= 102%",
        "suara_sah <= % suara_total",
        "suara_sah <= 0% suara_total",
        "suara_sah <= 10001% suara_total",
        "suara_sah <= 1.5% suara_total",
        "suara_sah <= 007",
        "suara_sah <= 9999999999999",
        "suara_sah = s01|s02|s03|suara_total|suara_tidak_sah",
        "suara_sah = jumlah(calon)",
        "suara_sah = jumlah(calon )",
        "suara_sah = jumlah(calon suara_sahh)",
        "suara_sah = jumlah(calon p01",
        "suara_sah = 25/1000",
        "suara_sah = 1000000/1000 suara_total",
        "suara_sah > suara_total",
        "suara_sah <== suara_total",
        "suara_{sah = suara_total",
        "suara_{} = suara_total",
    };
    g_auto (Sheet) sheet = { .contests = NULL };
    sheet_init (&sheet, "ppwp", FIELDS);

    for (guint i = 0; i < G_N_ELEMENTS (formulas); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) found = compile (&sheet, formulas[i], &error);
        unit_check (found == NULL, __FILE__, __LINE__, "'%s' was read", formulas[i]);
        g_autofree char *message =
            g_strdup_printf ("[X01]: cannot read the formula '%s'", formulas[i]);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, message);
    }
}

static void
test_overlay (void)
{
    g_autoptr (GError) error = NULL;
    fixture_write ("r.conf", "[R14]\ntingkat=galat\n[R18]\naktif=false\n"
                             "[X01]\ntingkat=info\nrumus=s01 <= 5\nkotak=IV.1\nlabel=L\n"
                             "penjelasan=P\ntindakan=T\n");
    g_autoptr (RecapRules) plain = recap_rules_load (NULL, &error);
    g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_rules_get_n (rules), recap_rules_get_n (plain) + 1);
    const RecapRule *r14 = recap_rules_find (rules, "R14");
    UNIT_INT (recap_rules_find (plain, "R14")->severity, RECAP_SEVERITY_WARNING);
    UNIT_INT (r14->severity, RECAP_SEVERITY_ERROR);
    UNIT_TRUE (r14->one_station && r14->active);
    UNIT_STRING (r14->formula, recap_rules_find (plain, "R14")->formula);
    UNIT_FALSE (recap_rules_find (rules, "R18")->active);
    UNIT_TRUE (recap_rules_find (plain, "R18")->active);
    const RecapRule *last = recap_rules_get (rules, recap_rules_get_n (rules) - 1);
    UNIT_STRING (last->code, "X01");
    UNIT_TRUE (last->active && !last->one_station && last->kind == RECAP_RULE_FORMULA);
    UNIT_TRUE (recap_rules_find (rules, "R99") == NULL);
}

/* Groups for contests and regions. */
static void
test_scopes (void)
{
    g_autoptr (GError) error = NULL;
    fixture_write ("r.conf", "[R14 wilayah=3216]\nbatas_pemilih=500\ntingkat=info\n"
                             "[R14 kontes=pkwkp]\nbatas_pemilih=700\nlabel=L\n"
                             "[R14 kontes=pkwkp wilayah=3216]\nlabel=M\n"
                             "[R14 wilayah=32]\ntingkat=galat\nbatas_pemilih=400\n"
                             "[R07 wilayah=99.AA]\naktif=false\n[R17]\naktif=false\n"
                             "[R17 wilayah=32]\naktif=false\n");
    g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
    UNIT_NO_ERROR (&error);
    static const struct {
        const char *contest, *kode, *region;
        RecapSeverity severity;
        gint64 limit; /* 0: that of the contest */
        const char *label;
    } cases[] = {
        { "ppwp", "3316011001001", "", RECAP_SEVERITY_WARNING, 0, NULL },
        { "pkwkp", "3316011001001", "", RECAP_SEVERITY_WARNING, 700, "L" },
        { "ppwp", "3215011001001", "32", RECAP_SEVERITY_ERROR, 400, NULL },
        { "pkwkp", "3215011001001", "32", RECAP_SEVERITY_ERROR, 400, "L" },
        { "ppwp", "3216011001001", "3216", RECAP_SEVERITY_INFO, 500, NULL },
        { "pkwkp", "3216011001001", "3216", RECAP_SEVERITY_INFO, 500, "M" },
        { "ppwp", "99.AA.01.0001", "99.AA", RECAP_SEVERITY_WARNING, 0, NULL },
    };
    guint r14 = 0;
    while (strcmp (recap_rules_get (rules, r14)->code, "R14") != 0)
        r14++;
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapText kode = recap_text (cases[i].kode);
        g_autoptr (RecapRule) rule = recap_rules_resolve (rules, r14, cases[i].contest, kode);
        UNIT_STRING (recap_rules_find_region (rules, kode), cases[i].region);
        UNIT_INT (rule->severity, cases[i].severity);
        UNIT_INT (rule->limits->len, cases[i].limit > 0);
        if (cases[i].limit > 0)
            UNIT_INT (g_array_index (rule->limits, RecapRuleLimit, 0).value, cases[i].limit);
        if (cases[i].label != NULL)
            UNIT_STRING (rule->label, cases[i].label);
        UNIT_TRUE (rule->one_station && rule->formula != NULL);
    }
    g_autoptr (GArray) gaps = recap_rules_list_gaps (rules);
    UNIT_INT (gaps->len, 2);
    UNIT_STRING (g_array_index (gaps, RecapRuleGap, 0).rule->code, "R07");
    UNIT_STRING (g_array_index (gaps, RecapRuleGap, 0).wilayah, "99.AA");
    UNIT_STRING (g_array_index (gaps, RecapRuleGap, 1).rule->code, "R17");
    UNIT_STRING (g_array_index (gaps, RecapRuleGap, 1).wilayah, "");
}

static void
test_bad_overlays (void)
{
    static const struct {
        const char *text;
        RecapErrorCode code;
        const char *message;
    } cases[] = {
        { "[R01]\ntingkat=Galat\n", RECAP_ERROR_SCHEMA,
          "[R01]: tingkat is not galat, peringatan or info" },
        { "[R01]\njenis=x\n", RECAP_ERROR_SCHEMA,
          "[R01]: jenis is not rumus, kosong, halaman, daftar, banding or sebab" },
        { "[R01]\naktif=ja\n", RECAP_ERROR_SCHEMA, "[R01]: aktif is not true or false" },
        { "[R99]\ntingkat=info\n", RECAP_ERROR_SCHEMA,
          "[R99]: kotak, label, penjelasan and tindakan are required" },
        { "[R99]\nkotak=a\nlabel=b\npenjelasan=c\ntindakan=d\n", RECAP_ERROR_SCHEMA,
          "[R99]: rumus is required" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        fixture_write ("r.conf", cases[i].text);
        g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
        UNIT_TRUE (rules == NULL);
        UNIT_STRING (recap_error_get_origin (error)->file, "r.conf");
        UNIT_ERROR (&error, cases[i].code, cases[i].message);
    }
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (recap_rules_load ("none.conf", &error) == NULL);
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
}

UNIT_MAIN ("rule", { "formulas", test_formulas }, { "large numbers", test_large_numbers },
           { "choices", test_choices }, { "parties", test_parties },
           { "relations", test_relations }, { "rounding", test_rounding },
           { "scopes", test_scopes }, { "outside", test_outside },
           { "bad formulas", test_bad_formulas }, { "overlay", test_overlay },
           { "bad overlays", test_bad_overlays })
