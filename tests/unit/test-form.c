/* Schemas of several contests, and the keys and origins of forms. */
#include "form.h"

#include "tables-fixture.h"

static const char other_contest[] =
    "[kontes]\nkode=pabc\nnama=N\npemilihan=E\nplano=P\nrekapitulasi=R\npeserta=Calon\n"
    "[bagian 1]\nnomor=I\njudul=A\n[bagian 2]\nnomor=IV\njudul=B\n"
    "[isian x_awal]\nbagian=1\nnomor=I.X\nlabel=X\npendek=X\n"
    "[isian s01-04]\nbagian=2\nnomor=IV.%d\nlabel=C %d\npendek=C %d\nperan=perolehan\n";

static void
test_schema (void)
{
    static const char *const folders[] = { ".", NULL };
    g_autoptr (GError) error = NULL;
    fixture_write ("x.contest", other_contest);
    g_autoptr (RecapContests) contests = recap_contests_load (folders, &error);
    UNIT_NO_ERROR (&error);
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    const RecapContest *pabc = recap_contests_find (contests, recap_text ("pabc"));
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));

    UNIT_TRUE (recap_schema_add (schema, recap_text ("suara_total")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("s04")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("s01")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("s01")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("x_awal")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("pemilih_dpt_l")));
    UNIT_FALSE (recap_schema_add (schema, recap_text ("s00")));
    UNIT_FALSE (recap_schema_add (schema, RECAP_TEXT_EMPTY));
    UNIT_INT (recap_schema_get_n (schema), 5);
    for (guint i = 0; i < recap_schema_get_n (schema); i++)
        UNIT_INT (recap_schema_find (schema, recap_text (recap_schema_get_name (schema, i))), i);
    UNIT_INT (recap_schema_find (schema, recap_text ("s02")), -1);

    guint s01 = (guint)recap_schema_find (schema, recap_text ("s01"));
    guint s04 = (guint)recap_schema_find (schema, recap_text ("s04"));
    UNIT_STRING (recap_schema_get_field (schema, ppwp, s01)->short_label, "Paslon 1");
    UNIT_STRING (recap_schema_get_field (schema, pabc, s01)->short_label, "C 1");
    UNIT_TRUE (recap_schema_get_field (schema, ppwp, s04) == NULL);
    UNIT_INT (recap_schema_get_field (schema, pabc, s04)->contestant, 4);
    UNIT_TRUE (recap_schema_find (schema, recap_text ("x_awal")) < (int)s01 && s01 < s04);

    recap_schema_add_contest (schema, ppwp);
    recap_schema_add_contest (schema, pabc);
    guint n_ppwp, n_pabc;
    recap_contest_get_fields (ppwp, &n_ppwp);
    recap_contest_get_fields (pabc, &n_pabc);
    UNIT_INT (recap_schema_get_n (schema), n_ppwp + n_pabc - 3); /* s01 to s03 are shared */
    g_unlink ("x.contest");
}

/* All fields of one contest stand in form order whatever the order in which they were added. */
static void
test_form_order (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    guint n;
    const RecapField *fields = recap_contest_get_fields (ppwp, &n);

    for (guint i = n; i > 0; i--)
        UNIT_TRUE (recap_schema_add (schema, recap_text (fields[i - 1].name)));
    for (guint i = 0; i < n; i++)
        UNIT_STRING (recap_schema_get_name (schema, i), fields[i].name);
}

static RecapForm
form_of (const char *kontes, const char *kode, const char *sumber)
{
    RecapForm form = { .line = 7 };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text (kontes);
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text (sumber);
    return form;
}

static void
test_compare (void)
{
    static const char *const sorted[][3] = {
        { "pdpr", "9", "z" },   { "ppwp", "1", "" },         { "ppwp", "1", "a" },
        { "ppwp", "1", "a:b" }, { "ppwp", "10", "a" },       { "ppwp", "1\xc3", "a" },
        { "ppwp", "2", "A" },   { "ppwp", "2", "\xc3\xa9" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
        for (guint k = 0; k < G_N_ELEMENTS (sorted); k++) {
            RecapForm a = form_of (sorted[i][0], sorted[i][1], sorted[i][2]);
            RecapForm b = form_of (sorted[k][0], sorted[k][1], sorted[k][2]);
            int order = recap_form_compare (&a, &b, TRUE);
            UNIT_TRUE ((i < k) == (order < 0) && (i > k) == (order > 0));
            gboolean same = strcmp (sorted[i][0], sorted[k][0]) == 0 &&
                            strcmp (sorted[i][1], sorted[k][1]) == 0;
            UNIT_INT (recap_form_compare (&a, &b, FALSE) == 0, same);
        }
}

static void
test_origin_and_emptiness (void)
{
    RecapForm form = form_of ("ppwp", "1", "a");
    g_autofree char *nowhere = recap_form_origin (&form);
    UNIT_STRING (nowhere, "");
    form.file = "t.csv";
    g_autofree char *place = recap_form_origin (&form);
    UNIT_STRING (place, "t.csv:7");
    form.line = 0;
    g_autofree char *file = recap_form_origin (&form);
    UNIT_STRING (file, "t.csv");
    form.keys[RECAP_KEY_ASAL] = recap_text ("x.zip!a.json");
    g_autofree char *asal = recap_form_origin (&form);
    UNIT_STRING (asal, "x.zip!a.json");

    UNIT_INT (recap_form_revote (&form).size, 0);
    form.keys[RECAP_KEY_PSU] = recap_text (" Reguler ");
    UNIT_INT (recap_form_revote (&form).size, 0);
    form.keys[RECAP_KEY_PSU] = recap_text (" PSU ");
    UNIT_TRUE (recap_text_equal_string (recap_form_revote (&form), "PSU"));

    RecapCell cells[] = { RECAP_CELL_BLANK, RECAP_CELL_NOT_CARRIED, 0 };
    form.cells = cells;
    UNIT_TRUE (recap_form_is_empty (&form, 0));
    UNIT_TRUE (recap_form_is_empty (&form, 2));
    UNIT_FALSE (recap_form_is_empty (&form, 3)); /* zero is a number */
    cells[0] = RECAP_CELL_UNREADABLE;
    UNIT_FALSE (recap_form_is_empty (&form, 1));

    RecapCell others[] = { RECAP_CELL_NOT_CARRIED, RECAP_CELL_NOT_CARRIED, RECAP_CELL_BLANK };
    RecapForm other = { .cells = others };
    const RecapForm *const forms[] = { &other, &form };
    UNIT_TRUE (recap_forms_carry (forms, 2, 0));
    UNIT_FALSE (recap_forms_carry (forms, 2, 1));
    UNIT_TRUE (recap_forms_carry (forms, 1, 2)); /* a blank is carried */
    UNIT_FALSE (recap_forms_carry (forms, 0, 2));
}

UNIT_MAIN ("form", { "schema", test_schema }, { "form order", test_form_order },
           { "compare", test_compare }, { "origin and emptiness", test_origin_and_emptiness })
