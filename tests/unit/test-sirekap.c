/* Sirekap documents: cells, keys and reasons, of every shape and contest. */
#include "sirekap.h"
#include "unit.h"

typedef struct {
    RecapContests *contests;
    const RecapContest *contest;
    RecapCandidates *candidates;
    RecapSirekap *sirekap;
    GString *forms;   /* what was given, as text */
    GString *reasons; /* what was rejected */
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
    recap_sirekap_free (fixture->sirekap);
    recap_candidates_free (fixture->candidates);
    recap_contests_free (fixture->contests);
    g_string_free (fixture->forms, TRUE);
    g_string_free (fixture->reasons, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* @list: a list of candidates, or NULL. */
static Fixture
fixture_new (const char *contest, const char *list)
{
    g_autoptr (GError) error = NULL;
    Fixture fixture = { .contests = recap_contests_load (NULL, NULL) };
    fixture.contest = recap_contests_find (fixture.contests, recap_text (contest));
    if (list != NULL) {
        char *path = unit_write (list, -1);
        const char *const paths[] = { path, NULL };
        fixture.candidates = recap_candidates_load (fixture.contest, paths, &error);
        UNIT_NO_ERROR (&error);
        unit_remove (path);
    }
    fixture.sirekap = recap_sirekap_new (fixture.contest, fixture.candidates);
    fixture.forms = g_string_new (NULL);
    fixture.reasons = g_string_new (NULL);
    return fixture;
}

static void
on_reject (const RecapReject *reject, gpointer data)
{
    Fixture *fixture = data;
    g_string_append_printf (fixture->reasons, "%" G_GUINT64_FORMAT ":%u %s;", reject->origin.line,
                            reject->origin.column, reject->reason);
}

/* Writes a form as 'kode waktu psu line: tallies: field=value ...', without fields that it does not
 * carry and without blanks of administrasi. */
static void
on_form (const RecapForm *form, gpointer data)
{
    Fixture *fixture = data;
    static const RecapKey keys[] = { RECAP_KEY_KODE, RECAP_KEY_TPS, RECAP_KEY_WAKTU,
                                     RECAP_KEY_PSU };
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (fixture->contest, &n);

    if (form == NULL) {
        g_string_append (fixture->forms, "rejected;");
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        g_string_append_printf (fixture->forms, "%.*s,", (int)form->keys[keys[i]].size,
                                form->keys[keys[i]].bytes);
    g_string_append_printf (fixture->forms, "%" G_GUINT64_FORMAT, form->line);
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        if (form->tallies[tally] != RECAP_CELL_NOT_CARRIED)
            g_string_append_printf (fixture->forms, " %s=%" G_GINT64_FORMAT,
                                    recap_tally_name (tally), form->tallies[tally]);
    for (guint i = 0; i < n; i++) {
        char text[RECAP_CELL_SIZE];
        if (form->cells[i] == RECAP_CELL_NOT_CARRIED ||
            (fields[i].role == RECAP_ROLE_ADMIN && form->cells[i] == RECAP_CELL_BLANK))
            continue;
        recap_cell_format (form->cells[i], text);
        g_string_append_printf (fixture->forms, " %s=%s", fields[i].name, text);
    }
    g_string_append_c (fixture->forms, ';');
}

/* Reads @text as the file @name and compares what came of it. */
static void
check (Fixture *fixture, const char *name, const char *text, const char *forms, const char *reasons)
{
    const RecapSirekapVisitor visitor = { on_form, on_reject, fixture, NULL };
    g_autoptr (GError) error = NULL;

    g_string_truncate (fixture->forms, 0);
    g_string_truncate (fixture->reasons, 0);
    UNIT_TRUE (recap_sirekap_read (fixture->sirekap, name, text, strlen (text), &visitor, &error));
    UNIT_NO_ERROR (&error);
    UNIT_STRING (fixture->forms->str, forms);
    UNIT_STRING (fixture->reasons->str, reasons);
}

static void
test_form (void)
{
    g_auto (Fixture) fixture = fixture_new ("ppwp", NULL);

    check (&fixture, "a.tar.gz!x/3299011001901.json",
           "{\"psu\":\"Pemungutan Suara Ulang\",\"ts\":\"2024-02-15 00:46:45\","
           "\"chart\":{\"null\":null,\"100026\":\"12\",\"100025\":0},"
           "\"administrasi\":{\"pengguna_dptb_p\":3.0,\"suara_sah\":null}}",
           "3299011001901,901,2024-02-15T00:46:45,Pemungutan Suara Ulang,0 pengguna_pindahan_p=3 "
           "s01=0 s02=12 s03=;",
           "");
    /* Nothing of it is left for the next document. */
    check (&fixture, "3299011001001.json.gz", "{\"chart\":null,\"administrasi\":null}",
           "3299011001001,001,,,0 s01= s02= s03=;", "");
    check (&fixture, "x/hhcw/pdpr/3299011001001.json", "{\"chart\":null}", "rejected;",
           "0:0 a document of contest 'pdpr' by its path, not of contest 'ppwp';");
}

static void
test_reasons (void)
{
    static const struct {
        const char *name, *text, *reasons;
    } cases[] = {
        { "3299011001001.json", "{\"chart\":{\"100025\":1,\"100099\":2,\"null\":3}}",
          "1:22 '100099' in 'chart' is no candidate of contest 'ppwp';"
          "1:33 'null' in 'chart' is no candidate of contest 'ppwp';" },
        { "3299011001001.json", "{\"administrasi\":\n{\"suara_sah\":-1,\"x\":null}}",
          "2:14 '-1' is not a count (key 'suara_sah');"
          "2:17 'x' in 'administrasi' is no key of contest 'ppwp';" },
        { "3299011001001.json", "{\"chart\":[1]}",
          "1:10 'chart' does not hold what Sirekap has there;" },
        { "3299011001001.json", "{\"chart\":{\"100025\":1000000000000}}",
          "1:20 '1000000000000' is not a count (key '100025');" },
        { "3299011001001.json", "{\"chart\":null,\"ts\":\"x\"}",
          "1:20 'x' is not a time (key 'ts');" },
        { "3299011001.json", "{\"chart\":null}",
          "0:0 the file name '3299011001' is not the code of a TPS;" },
        { "<stdin>", "{\"chart\":null}", "0:0 the file name '<stdin>' is not the code of a TPS;" },
        { "3299011001001.json",
          "{\"chart\":", "1:10 the document is cut short: a value is missing;" },
        { "3299011001001.json", "{\"chart\":null,\"kode\":\"3299011001002\"}",
          "0:0 the document is of '3299011001002', its file name of another;" },
        { "x.json", "{\"chart\":null,\"kode\":\"329901100100\"}",
          "0:0 '329901100100' is not the code of a TPS;" },
        { "3299011001.json", "{\"chart\":null,\"table\":{}}",
          "0:0 the sums of a region without children in its 'table';" },
        { "x.json", "[]", "0:0 there is no document in it;" },
        { "x.json", "[1]", "1:0 not a Sirekap document: not an object;" },
    };
    g_auto (Fixture) fixture = fixture_new ("ppwp", NULL);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        check (&fixture, cases[i].name, cases[i].text, "rejected;", cases[i].reasons);
}

static void
test_codes (void)
{
    static const struct {
        const char *name, *kode;
    } cases[] = {
        { "dpd-tps-3299011001001.json", "3299011001001" },
        { "3299011001001/2024-02-15.json", "3299011001001" },
        { "3299011001001!3299011001001-3299011001001.json", "3299011001001" },
    };
    g_auto (Fixture) fixture = fixture_new ("ppwp", NULL);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *forms = g_strdup_printf ("%s,001,,,0 s01= s02= s03=;", cases[i].kode);
        check (&fixture, cases[i].name, "{\"chart\":null}", forms, "");
    }
    check (&fixture, "3299011001001-3299011001002.json", "{\"chart\":null}", "rejected;",
           "0:0 the file name '3299011001001-3299011001002' is not the code of a TPS;");
}

static void
test_several (void)
{
    g_auto (Fixture) fixture = fixture_new ("ppwp", NULL);
    const char *two =
        "3299011001001,001,,,1 s01=1 s02= s03=;3299011001002,002,,,2 s01=2 s02= s03=;";

    check (&fixture, "x.json",
           "[{\"kode\":\"3299011001001\",\"chart\":{\"100025\":1}},\n"
           "{\"chart\":{\"100025\":2},\"code\":3299011001002}]",
           two, "");
    check (&fixture, "x.json",
           "{\"kode\":\"3299011001001\",\"chart\":{\"100025\":1}}\n"
           "{\"chart\":{\"100025\":2},\"kode\":\"3299011001002\"}\n",
           two, "");
    check (&fixture, "x.json",
           "{\"3299011001001\":{\"chart\":{\"100025\":1}},\n"
           "\"ppwp/32/3299011001002.json\":{\"chart\":{\"100025\":2}}}",
           two, "");
    /* One that is wrong does not keep the others out. */
    check (&fixture, "x.json",
           "{\"kode\":\"3299011001001\",\"chart\":{\"100025\":-1}}\n{\"chart\":null}\n"
           "{\"kode\":\"3299011001003\",\"chart\":{\"100025\":3}}\n",
           "rejected;rejected;3299011001003,003,,,3 s01=3 s02= s03=;",
           "1:43 '-1' is not a count (key '100025');"
           "2:0 nothing says which TPS this document is of;");
    /* Votes alone say nothing about the rest of the form. */
    check (&fixture, "x.json", "{\"3299011001001\":{\"null\":null,\"100026\":4}}",
           "3299011001001,001,,,1 s01= s02=4 s03=;", "");
}

static void
test_table (void)
{
    g_auto (Fixture) fixture = fixture_new ("ppwp", NULL);

    check (&fixture, "329901.json",
           "{\"chart\":{\"100025\":7,\"persen\":9.5},\"table\":{"
           "\"3299011001\":{\"psu\":\"Reguler\",\"100025\":7,\"persen\":1.5,"
           "\"status_progress\":true,\"progres\":{\"total\":9,\"persen\":1.5,\"progres\":8}},\n"
           "\"3299011002\":{\"100026\":null},\n\"329901100\":{\"100025\":1},\n"
           "\"3299011003\":{\"999\":1}},\"ts\":\"2024-02-15 00:46:45\"}",
           "3299011001,,2024-02-15T00:46:45,Reguler,1 tps_terdaftar=9 tps_masuk=8 s01=7 s02= s03=;"
           "3299011002,,2024-02-15T00:46:45,,2 s01= s02= s03=;rejected;rejected;",
           "3:1 '329901100' in 'table' is not the code of a region;"
           "4:15 '999' in 'table' is no candidate of contest 'ppwp';");
}

static void
test_pilkada (void)
{
    g_auto (Fixture) fixture =
        fixture_new ("pkwkk", "{\"3299\":{\"1000001\":{\"nama\":\"SATU\",\"nomor_urut\":1},"
                              "\"1000002\":{\"nama\":\"KOLOM KOSONG - \",\"nomor_urut\":2}},"
                              "\"3298\":{\"1000003\":{\"nama\":\"TIGA\",\"nomor_urut\":1},"
                              "\"1000004\":{\"nomor_urut\":2},\"1000005\":{\"nomor_urut\":3}}}");

    check (&fixture, "3299011001001.json",
           "{\"tungsura\":{\"chart\":{\"1000002\":5},\"administrasi\":{\"suara_sah\":5,"
           "\"pengguna_dpph_j\":1,\"pengguna_dptb_j\":2}},\"psu\":\"Reguler\"}",
           "3299011001001,001,,Reguler,0 pengguna_pindahan_j=1 pengguna_khusus_j=2 s01= s02=5 "
           "suara_sah=5;",
           "");
    check (&fixture, "3298011001001.json", "{\"tungsura\":{\"chart\":null}}",
           "3298011001001,001,,,0 s01= s02= s03=;", "");
    check (&fixture, "3299011001001.json",
           "{\"tungsura\":{\"chart\":{\"1000003\":5},"
           "\"administrasi\":{\"pengguna_non_dpt_j\":2}}}",
           "rejected;",
           "1:52 'pengguna_non_dpt_j' in 'administrasi' is no key of contest 'pkwkk';"
           "1:23 candidate '1000003' stands in region '3298', where '3299011001001' is not;");
    check (&fixture, "3299011001001.json",
           "{\"tungsura\":{\"chart\":{\"1000001\":5,\"1000003\":5}}}", "rejected;",
           "1:35 candidate '1000003' is on the ballot of '3298', but '1000001' on that of '3299';");
}

static void
test_parties (void)
{
    g_auto (Fixture) fixture = fixture_new (
        "pdpr", "{\"1\":{\"100\":{\"nama\":\"A\",\"nomor_urut\":1},\"101\":{\"nomor_urut\":2}},"
                "\"24\":{\"200\":{\"nomor_urut\":\"1\"}}}");

    check (&fixture, "3299011001001.json",
           "{\"chart\":{\"1\":{\"jml_suara_total\":7,\"jml_suara_partai\":2},\"null\":null},"
           "\"caleg\":{\"1\":{\"100\":5,\"101\":null},\"24\":null}}",
           "3299011001001,001,,,0 p01=2 p01_01=5 p01_02= p01_j=7 p24= p24_01= p24_j=;", "");
    /* A table has only the sums of parties. */
    check (&fixture, "3299011001.json", "{\"table\":{\"3299011001001\":{\"1\":7}}}",
           "3299011001001,001,,,1 p01_j=7 p24_j=;", "");
    check (&fixture, "3299011001.json", "{\"3299011001001\":{\"null\":null,\"101\":4}}",
           "3299011001001,001,,,1 p01_01= p01_02=4 p24_01=;", "");
    check (&fixture, "3299011001001.json", "{\"caleg\":{\"1\":{\"200\":5,\"300\":1,\"100\":1}}}",
           "rejected;",
           "1:16 candidate '200' stands under another party than in its list;"
           "1:24 '300' in 'caleg' is no candidate of contest 'pdpr';");
    check (&fixture, "3299011001001.json", "{\"chart\":{\"25\":{\"jml_suara_total\":7}}}",
           "rejected;",
           "0:0 a document of another contest: the 1 candidate in 'chart' ('25') is not of "
           "contest 'pdpr';");
}

static void
test_no_list (void)
{
    g_auto (Fixture) fixture = fixture_new ("pdpd", NULL);
    const RecapSirekapVisitor visitor = { on_form, on_reject, &fixture, NULL };
    g_autoptr (GError) error = NULL;
    const char *text = "{\"chart\":{\"695637\":7}}";

    check (&fixture, "3299011001001.json", "{\"chart\":null}", "3299011001001,001,,,0;", "");
    UNIT_FALSE (recap_sirekap_read (fixture.sirekap, "3299011001001.json", text, strlen (text),
                                    &visitor, &error));
    UNIT_ERROR (&error, RECAP_ERROR_USAGE,
                "whom '695637' means is not known: contest 'pdpd' needs its list of candidates");
}

UNIT_MAIN ("sirekap", { "a form", test_form }, { "every reason", test_reasons },
           { "codes in names", test_codes }, { "several documents", test_several },
           { "a table of children", test_table }, { "a Pilkada", test_pilkada },
           { "parties", test_parties }, { "no list of candidates", test_no_list })
