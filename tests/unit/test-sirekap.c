/* Sirekap documents: cells, key and reasons. */
#include "sirekap.h"
#include "unit.h"

static void
on_reject (const RecapReject *reject, gpointer data)
{
    g_string_append_printf (data, "%" G_GUINT64_FORMAT ":%u %s;", reject->origin.line,
                            reject->origin.column, reject->reason);
}

typedef struct {
    RecapContests *contests;
    const RecapContest *contest;
    RecapSirekap *sirekap;
    GString *reasons;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
    recap_sirekap_free (fixture->sirekap);
    recap_contests_free (fixture->contests);
    g_string_free (fixture->reasons, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static Fixture
fixture_new (void)
{
    Fixture fixture = { .contests = recap_contests_load (NULL, NULL) };
    fixture.contest = recap_contests_find (fixture.contests, recap_text ("ppwp"));
    fixture.sirekap = recap_sirekap_new (fixture.contest);
    fixture.reasons = g_string_new (NULL);
    return fixture;
}

static gboolean
read_text (Fixture *fixture, const char *name, const char *text, RecapForm *form)
{
    g_string_truncate (fixture->reasons, 0);
    return recap_sirekap_read (fixture->sirekap, name, text, strlen (text), form, on_reject,
                               fixture->reasons);
}

static RecapCell
cell_of (const Fixture *fixture, const RecapForm *form, const char *field)
{
    return form->cells[recap_contest_find (fixture->contest, recap_text (field))->index];
}

static void
test_form (void)
{
    g_auto (Fixture) fixture = fixture_new ();
    RecapForm form;

    UNIT_TRUE (read_text (&fixture, "a.tar.gz!x/3299011001901.json",
                          "{\"psu\":\"Pemungutan Suara Ulang\",\"ts\":\"2024-02-15 00:46:45\","
                          "\"chart\":{\"null\":null,\"100026\":\"12\",\"100025\":0},"
                          "\"administrasi\":{\"pengguna_dptb_p\":3.0,\"suara_sah\":null}}",
                          &form));
    UNIT_TEXT (form.keys[RECAP_KEY_KODE], "3299011001901");
    UNIT_TEXT (form.keys[RECAP_KEY_TPS], "901");
    UNIT_TEXT (form.keys[RECAP_KEY_WAKTU], "2024-02-15T00:46:45");
    UNIT_TEXT (form.keys[RECAP_KEY_PSU], "Pemungutan Suara Ulang");
    UNIT_TEXT (form.keys[RECAP_KEY_ASAL], "a.tar.gz!x/3299011001901.json");
    UNIT_TEXT (form.keys[RECAP_KEY_DESA], "");
    UNIT_INT (cell_of (&fixture, &form, "s01"), 0);
    UNIT_INT (cell_of (&fixture, &form, "s02"), 12);
    UNIT_INT (cell_of (&fixture, &form, "s03"), RECAP_CELL_BLANK);
    UNIT_INT (cell_of (&fixture, &form, "pengguna_pindahan_p"), 3);
    UNIT_INT (cell_of (&fixture, &form, "suara_sah"), RECAP_CELL_BLANK);
    UNIT_INT (cell_of (&fixture, &form, "surat_diterima"), RECAP_CELL_NOT_CARRIED);

    /* Nothing of it is left for the next document. */
    UNIT_TRUE (read_text (&fixture, "3299011001001.json.gz",
                          "{\"chart\":null,\"administrasi\":null}", &form));
    UNIT_TEXT (form.keys[RECAP_KEY_KODE], "3299011001001");
    UNIT_TEXT (form.keys[RECAP_KEY_WAKTU], "");
    UNIT_TEXT (form.keys[RECAP_KEY_PSU], "");
    UNIT_INT (cell_of (&fixture, &form, "s02"), RECAP_CELL_BLANK);
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
        { "3299011001001.json", "{\"chart\":",
          "1:10 the document is cut short: a value is "
          "missing;" },
    };
    g_auto (Fixture) fixture = fixture_new ();
    RecapForm form;

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        UNIT_FALSE (read_text (&fixture, cases[i].name, cases[i].text, &form));
        UNIT_STRING (fixture.reasons->str, cases[i].reasons);
    }
}

UNIT_MAIN ("sirekap", { "a form", test_form }, { "every reason", test_reasons })
