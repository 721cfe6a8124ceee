#include "config.h"

#include "projector.h"

#include "projector-control.h"
#include "projector-data.h"
#include "projector-json.h"
#include "projector-rows.h"
#include "unit.h"

/* A table of two boxes of the presidential form. */
typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapTable *table;
    RecapFindings *findings;
    RecapDecisions *decisions;
} Fixture;

static void
fixture_init (Fixture *self)
{
    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL) };
    self->schema = recap_schema_new (self->contests);
    recap_schema_add (self->schema, recap_text ("s01"));
    recap_schema_add (self->schema, recap_text ("suara_sah"));
    self->table = recap_table_new (self->schema);
    self->findings = recap_findings_new ();
    self->decisions = recap_decisions_new ();
}

static void
fixture_clear (Fixture *self)
{
    recap_decisions_free (self->decisions);
    recap_findings_free (self->findings);
    recap_table_free (self->table);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
add (Fixture *self, const char *contest, const char *kode, const char *source, RecapCell s01,
     RecapCell valid)
{
    RecapCell cells[2] = { s01, valid };
    RecapForm form = { .contest = recap_contests_find (self->contests, recap_text (contest)),
                       .cells = cells,
                       .file = "t.csv",
                       .line = recap_table_get_n (self->table) + 2 };
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text (contest);
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text (source);
    recap_table_add (self->table, &form);
}

static void
find (Fixture *self, const char *kode, const char *code, const char *box, RecapCell a, RecapCell b)
{
    RecapFinding finding = { .kontes = recap_text ("ppwp"),
                             .kode = recap_text (kode),
                             .aturan = recap_text (code),
                             .isian = recap_text (box),
                             .sumber_a = recap_text ("plano"),
                             .nilai_a = a,
                             .sumber_b = recap_text ("panwaslu"),
                             .nilai_b = b };
    recap_findings_add (self->findings, &finding);
}

static RecapMinutesInput
input_of (const Fixture *self)
{
    return (RecapMinutesInput){ .table = self->table,
                                .findings = self->findings,
                                .decisions = self->decisions };
}

static void
test_sources_stand_in_one_order (void)
{
    g_auto (Fixture) fixture;
    g_auto (Projector) page = { 0 };
    g_auto (Projector) other = { 0 };
    g_autoptr (GError) error = NULL;
    static const char *const sources[] = { "zebra", "sirekap", "adik", "final", "plano" };
    static const char *const expected[] = {
        "final", "plano", "sirekap", "adik", "zebra", "panwaslu"
    };
    fixture_init (&fixture);
    for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        add (&fixture, "ppwp", "3201012001001", sources[i], 1, 1);
    find (&fixture, "3201012001001", "D01", "s01", 1, 9);
    RecapMinutesInput input = input_of (&fixture);
    UNIT_TRUE (projector_init (&page, &input, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (page.sources->len, G_N_ELEMENTS (expected));
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        UNIT_INT (projector_find_source (&page, recap_text (expected[i])), i);
    UNIT_FALSE (projector_source (&page, 5)->is_table);

    /* The one that is asked for is the first. */
    input.source = "adik";
    UNIT_TRUE (projector_init (&other, &input, &error));
    UNIT_INT (projector_find_source (&other, recap_text ("adik")), 0);
    UNIT_INT (projector_find_source (&other, recap_text ("final")), 1);
}

/* A blank, what nobody can read and what is not carried are no zeros, alone or in a sum. */
static void
test_states_and_sums (void)
{
    g_auto (Fixture) fixture;
    g_auto (Projector) page = { 0 };
    g_autoptr (GError) error = NULL;
    fixture_init (&fixture);
    add (&fixture, "ppwp", "3201012001001", "plano", 5, 5);
    add (&fixture, "ppwp", "3201012001002", "plano", RECAP_CELL_BLANK, 7);
    add (&fixture, "ppwp", "3201012001003", "plano", RECAP_CELL_UNREADABLE, RECAP_CELL_NOT_CARRIED);
    add (&fixture, "ppwp", "3201012002001", "plano", RECAP_CELL_BLANK, RECAP_CELL_NOT_CARRIED);
    add (&fixture, "ppwp", "3201012002001", "sirekap", 0, RECAP_CELL_NOT_CARRIED);
    RecapMinutesInput input = input_of (&fixture);
    UNIT_TRUE (projector_init (&page, &input, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (page.villages->len, 2);
    UNIT_INT (page.fields->len, 2);
    const guint8 states[] = { PROJECTOR_COMPLETE, PROJECTOR_NO_FORM,  PROJECTOR_NO_VOTES,
                              PROJECTOR_NO_FORM,  PROJECTOR_NO_VOTES, PROJECTOR_NO_FORM,
                              PROJECTOR_NO_VOTES, PROJECTOR_COMPLETE };
    UNIT_TRUE (memcmp (page.states, states, sizeof states) == 0);
    UNIT_INT (projector_total (&page, 0, 0, 0)->value, 5);
    UNIT_INT (projector_total (&page, 0, 0, 0)->n_incomplete, 2);
    UNIT_INT (projector_total (&page, 0, 0, 1)->value, 12);
    UNIT_INT (projector_total (&page, 0, 1, 0)->value, RECAP_CELL_BLANK);
    UNIT_INT (projector_total (&page, 0, 1, 1)->value, RECAP_CELL_NOT_CARRIED);
    UNIT_INT (projector_total (&page, 1, 1, 0)->value, 0);
    UNIT_INT (projector_total (&page, 1, 0, 0)->value, RECAP_CELL_NOT_CARRIED);
}

/* Findings and the last decision about a box are one row, the whole form comes first. */
static void
test_rows (void)
{
    g_auto (Fixture) fixture;
    g_auto (Projector) page = { 0 };
    g_autoptr (GError) error = NULL;
    const RecapDecision first = {
        .kontes = "ppwp", .kode = "3201012001001", .isian = "s01", .semula = 5, .menjadi = 6
    };
    RecapDecision second = first;
    second.menjadi = 5;
    fixture_init (&fixture);
    add (&fixture, "ppwp", "3201012001001", "plano", 5, 5);
    find (&fixture, "3201012001001", "D01", "suara_sah", 5, 9);
    find (&fixture, "3201012001001", "R13", "s01", 5, 4);
    find (&fixture, "3201012001001", "D01", "s01", 5, RECAP_CELL_BLANK);
    find (&fixture, "3201012001001", "D06", "", RECAP_CELL_NOT_CARRIED, RECAP_CELL_NOT_CARRIED);
    find (&fixture, "3201012001", "R24", "bukan_isian", 1, 2);
    recap_decisions_add (fixture.decisions, &first);
    recap_decisions_add (fixture.decisions, &second);
    RecapMinutesInput input = input_of (&fixture);
    UNIT_TRUE (projector_init (&page, &input, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (page.rows->len, 4);
    UNIT_INT (projector_row (&page, 0)->station, -1);
    UNIT_INT (projector_row (&page, 0)->village, 0);
    UNIT_INT (projector_row (&page, 0)->field, -2);
    UNIT_INT (projector_row (&page, 1)->field, -1);
    const ProjectorRow *row = projector_row (&page, 2);
    UNIT_INT (row->field, 0);
    UNIT_INT (row->n, 2);
    UNIT_INT (row->decision->menjadi, 5);
    UNIT_INT (projector_row_value (&page, row, 0), 5);
    UNIT_INT (projector_row_value (&page, projector_row (&page, 3), 1), 9);
    UNIT_INT (projector_row_value (&page, projector_row (&page, 1), 0), PROJECTOR_CELL_UNKNOWN);
}

/* What only the register, or only a finding, knows of is there too. */
static void
test_stations (void)
{
    g_auto (Fixture) fixture;
    g_auto (Projector) page = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) stations = recap_register_new ("r.csv");
    const RecapStation listed = { .kode = "3201012001001",
                                  .provinsi = "",
                                  .kabko = "",
                                  .kecamatan = "KEC",
                                  .desa = "DESA",
                                  .tps = "001" };
    RecapStation missing = listed;
    missing.kode = "3201012001003";
    fixture_init (&fixture);
    recap_register_add (stations, &listed);
    recap_register_add (stations, &missing);
    UNIT_TRUE (recap_register_sort (stations, &error));
    add (&fixture, "ppwp", "3201012001001", "plano", 5, 5);
    find (&fixture, "3201012001002", "D04", "", RECAP_CELL_NOT_CARRIED, RECAP_CELL_NOT_CARRIED);
    RecapMinutesInput input = input_of (&fixture);
    input.stations = stations;
    UNIT_TRUE (projector_init (&page, &input, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (page.stations->len, 3);
    UNIT_TRUE (projector_station (&page, 0)->registered);
    UNIT_FALSE (projector_station (&page, 1)->registered);
    UNIT_TRUE (projector_station (&page, 2)->registered);
    UNIT_INT (projector_find_station (&page, recap_text ("3201012001003")), 2);
    UNIT_INT (projector_find_station (&page, recap_text ("3201012001004")), -1);
    UNIT_TRUE (recap_text_equal_string (projector_village (&page, 0)->name, "DESA"));
}

static void
check_refused (const RecapMinutesInput *input, RecapErrorCode code, const char *message)
{
    g_auto (Projector) page = { 0 };
    g_autoptr (GError) error = NULL;
    UNIT_FALSE (projector_init (&page, input, &error));
    UNIT_ERROR (&error, code, message);
}

static void
test_refused (void)
{
    g_auto (Fixture) none;
    g_auto (Fixture) desa;
    g_auto (Fixture) two;
    g_auto (Fixture) large;
    g_auto (Fixture) many;
    RecapMinutesInput input;

    fixture_init (&none);
    input = input_of (&none);
    check_refused (&input, RECAP_ERROR_SCHEMA, "the table has no forms");
    fixture_init (&desa);
    add (&desa, "ppwp", "3201012001", "plano", 1, 1);
    input = input_of (&desa);
    check_refused (&input, RECAP_ERROR_SCHEMA, "'3201012001' is not the code of a TPS");
    fixture_init (&two);
    add (&two, "pkwkp", "3201012001001", "plano", 1, 1);
    add (&two, "ppwp", "3201012001001", "plano", 1, 1);
    input = input_of (&two);
    check_refused (&input, RECAP_ERROR_SCHEMA, "contest 'ppwp' beside contest 'pkwkp'");
    input.contest = "ppwp";
    input.source = "sirekap";
    check_refused (&input, RECAP_ERROR_SCHEMA,
                   "no form of the table has this contest, source and region");
    fixture_init (&large);
    add (&large, "ppwp", "3201012001001", "plano", RECAP_COUNT_MAX, 1);
    add (&large, "ppwp", "3201012002001", "plano", 1, 1);
    input = input_of (&large);
    check_refused (&input, RECAP_ERROR_LIMIT, "the total of s01 is too large");
    fixture_init (&many);
    for (guint i = 0; i < PROJECTOR_N_SOURCES_MAX; i++) {
        char source[] = "a0";
        source[0] += (char)(i % 26);
        source[1] += (char)(i / 26);
        add (&many, "ppwp", "3201012001001", source, 1, 1);
    }
    input = input_of (&many);
    Projector most = { 0 };
    UNIT_TRUE (projector_init (&most, &input, NULL));
    projector_clear (&most);
    find (&many, "3201012001001", "D01", "s01", 1, 9);
    check_refused (&input, RECAP_ERROR_LIMIT,
                   "more than 64 sources, which the page would show side by side");
}

/* What the rules say of each source: one that does not carry a box has no rule about it, and none
 * has any when there are no rules. */
static void
test_control (void)
{
    g_auto (Fixture) fixture;
    g_auto (Projector) page = { 0 };
    g_auto (Projector) without = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) json = g_string_new (NULL);
    g_autoptr (RecapRules) rules = recap_rules_load (NULL, NULL);
    RecapForm form;
    guint list = 9;
    fixture_init (&fixture);
    add (&fixture, "ppwp", "3201012001001", "plano", 5, 7);
    add (&fixture, "ppwp", "3201012001002", "plano", RECAP_CELL_BLANK, 7);
    add (&fixture, "ppwp", "3201012001002", "sirekap", 5, RECAP_CELL_NOT_CARRIED);
    RecapMinutesInput input = input_of (&fixture);
    UNIT_TRUE (projector_init (&without, &input, &error));
    UNIT_INT (projector_control_get_n (&without), 0);
    UNIT_FALSE (projector_control_find (&without, 0, 0, &list, &form));

    input.rules = rules;
    UNIT_TRUE (projector_init (&page, &input, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (projector_control_get_n (&page), 2);
    UNIT_TRUE (projector_control_find (&page, 0, 0, &list, &form));
    UNIT_INT (list, 0);
    UNIT_INT (form.cells[1], 7);
    UNIT_FALSE (projector_control_find (&page, 0, 1, &list, &form));
    UNIT_TRUE (projector_control_find (&page, 1, 1, &list, &form));
    UNIT_INT (list, 1);
    UNIT_INT (projector_control_get (&page, 1)->len, 1);
    projector_append_village (&page, 0, json);
    UNIT_TRUE (strstr (json->str, "\"kontrol\":[[[0,\"20\",[0,2,[0],\"V.A 7 != IV.1 5\"]],"
                                  "[0,\"33\"]],[null,[1,\"0\"]]]") != NULL);
    UNIT_INT (strlen (page.fingerprint), RECAP_FINGERPRINT_SIZE - 1);
    UNIT_STRING (page.fingerprint, without.fingerprint);
}

static void
check_string (const char *bytes, gsize size, const char *expected)
{
    g_autoptr (GString) out = g_string_new (NULL);
    projector_append_string (out, (RecapText){ bytes, size });
    UNIT_STRING (out->str, expected);
}

static void
test_strings_are_inert (void)
{
    check_string ("", 0, "\"\"");
    check_string ("a\"b\\c", 5, "\"a\\\"b\\\\c\"");
    check_string ("</script><!--&", 14, "\"\\u003c/script\\u003e\\u003c!--\\u0026\"");
    check_string ("\033[0m", 4, "\"\\\\x1B[0m\"");
    check_string ("\xff", 1, "\"\\\\xFF\"");
    check_string ("a\0b", 3, "\"a\\\\x00b\"");
    check_string ("\xc3\xa9", 2, "\"\xc3\xa9\"");
}

/* The page is whole: every mark of the skeleton is filled in, and what fills it in is not looked at
 * again. */
static void
test_page (void)
{
    g_auto (Fixture) fixture;
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    RecapMinutesSummary summary = { .n_sheets = 9 };
    fixture_init (&fixture);
    add (&fixture, "ppwp", "3201012001001", "@script@", RECAP_CELL_BLANK, 1);
    RecapMinutesInput input = input_of (&fixture);
    const RecapPageLink links[] = { { "DPR <b>", "dpr/a b.html" },
                                    { "x", "javascript:alert(1)" },
                                    { "y", "//host/?a#b%" },
                                    { NULL, NULL } };
    input.links = links;
    UNIT_TRUE (recap_projector_compose (&input, spool, &summary, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (summary.n_sheets, 0);
    UNIT_INT (summary.n_tps, 1);
    UNIT_INT (summary.n_desa, 1);
    UNIT_INT (summary.n_incomplete, 1);
    g_autofree char *page = recap_spool_to_string (spool, &error);
    UNIT_TRUE (g_str_has_prefix (page, "<!DOCTYPE html>\n"));
    UNIT_TRUE (g_str_has_suffix (page, "</html>\n"));
    UNIT_TRUE (strstr (page, "default-src 'none'; script-src 'sha256-") != NULL);
    UNIT_TRUE (strstr (page, "\"sumber\":[[\"@script@\",1]]") != NULL);
    UNIT_TRUE (strstr (page, "[[\"DPR \\u003cb\\u003e\",\"./dpr/a%20b.html\"],"
                             "[\"x\",\"./javascript%3Aalert%281%29\"],"
                             "[\"y\",\".///host/%3Fa%23b%25\"]]") != NULL);
    UNIT_TRUE (strstr (page, "@policy@") == NULL && strstr (page, "@data@") == NULL);
}

UNIT_MAIN ("projector", { "sources stand in one order", test_sources_stand_in_one_order },
           { "states and sums", test_states_and_sums }, { "rows", test_rows },
           { "stations", test_stations }, { "refused", test_refused }, { "control", test_control },
           { "strings are inert", test_strings_are_inert }, { "page", test_page })
