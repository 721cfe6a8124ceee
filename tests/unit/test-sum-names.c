/* Regions by their names. */
#include "sum-names.h"
#include "unit.h"

static RecapForm
make (const char *kode, const char *kabko, const char *kecamatan, const char *desa, const char *tps)
{
    RecapForm form = { .file = "a.csv", .line = 2 };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text ("plano");
    form.keys[RECAP_KEY_PROVINSI] = recap_text ("NUSA");
    form.keys[RECAP_KEY_KABKO] = recap_text (kabko);
    form.keys[RECAP_KEY_KECAMATAN] = recap_text (kecamatan);
    form.keys[RECAP_KEY_DESA] = recap_text (desa);
    form.keys[RECAP_KEY_TPS] = recap_text (tps);
    return form;
}

static void
test_levels (void)
{
    RecapForm station = make ("x-1", "MERAWAN", "TELUK", "PASIR", "001");
    RecapForm desa = make ("x", "MERAWAN", "TELUK", "PASIR", "");
    RecapForm province = make ("x", "", "", "", "");
    RecapForm coded = make ("390712", "", "", "PASIR", "001"); /* its code goes before its names */
    RecapForm nothing = make ("x", "", "", "", "");

    nothing.keys[RECAP_KEY_PROVINSI] = RECAP_TEXT_EMPTY;
    UNIT_INT (recap_sum_level (&station), RECAP_LEVEL_TPS);
    UNIT_INT (recap_sum_level (&desa), RECAP_LEVEL_DESA);
    UNIT_INT (recap_sum_level (&province), RECAP_LEVEL_PROVINSI);
    UNIT_INT (recap_sum_level (&coded), RECAP_LEVEL_KECAMATAN);
    UNIT_INT (recap_sum_level (&nothing), RECAP_LEVEL_OPAQUE);
}

static void
check_code (const RecapForm *form, RecapLevel level, const char *expected)
{
    g_autofree char *code = recap_sum_names_code (form, level);
    UNIT_STRING (code, expected);
}

static void
test_codes (void)
{
    RecapForm form = make ("x-1", "Kab. Merawan", "", "PASIR", "001");

    check_code (&form, RECAP_LEVEL_DESA, "NUSA / Kab. Merawan / PASIR");
    check_code (&form, RECAP_LEVEL_KECAMATAN, NULL); /* has no name there */
    check_code (&form, RECAP_LEVEL_KABKO, "NUSA / Kab. Merawan");
    check_code (&form, RECAP_LEVEL_PROVINSI, "NUSA");
    check_code (&form, RECAP_LEVEL_NASIONAL, NULL);
    check_code (&form, RECAP_LEVEL_TPS, NULL);
    check_code (&form, RECAP_LEVEL_OPAQUE, NULL);
}

static void
test_keys (void)
{
    RecapForm one = make ("x", "Kab. Merawan", "Teluk-Randu", "Desa Pasir", "");
    RecapForm same = make ("y", "MERAWAN", "TELUK RANDU", "PASIR", "001");
    RecapForm shifted = make ("z", "MERAWAN", "TELUK", "RANDU PASIR", "");
    g_autofree char *a = recap_sum_names_key (&one, RECAP_LEVEL_DESA);
    g_autofree char *b = recap_sum_names_key (&same, RECAP_LEVEL_DESA);
    g_autofree char *c = recap_sum_names_key (&shifted, RECAP_LEVEL_DESA);
    g_autofree char *nation = recap_sum_names_key (&one, RECAP_LEVEL_NASIONAL);

    UNIT_STRING (a, b);
    UNIT_TRUE (strcmp (a, c) != 0); /* where one name ends makes a difference */
    UNIT_STRING (nation, "");
}

static void
test_alike (void)
{
    UNIT_TRUE (recap_sum_names_alike ("PESOHILIR", "PESOHULIR"));
    UNIT_FALSE (recap_sum_names_alike ("PESOHILIR", "PESOHILIR")); /* it is the same */
    UNIT_FALSE (recap_sum_names_alike ("", ""));
    UNIT_TRUE (recap_sum_names_alike ("PESOHILIR", "PESOILIR"));
    UNIT_FALSE (recap_sum_names_alike ("PESOHILIR", "PESOHULAR"));
    UNIT_FALSE (recap_sum_names_alike ("PASIR", "PASAR")); /* short names are often alike */
    UNIT_TRUE (recap_sum_names_alike ("PASIRA", "PASARA"));
    UNIT_FALSE (recap_sum_names_alike ("KARYA1", "KARYA2"));
    UNIT_FALSE (recap_sum_names_alike ("KARYAI", "KARYAII"));
}

static void
test_nothing_twice (void)
{
    g_autoptr (RecapSumNames) names = recap_sum_names_new ();
    g_autofree char *doubt = NULL;
    g_autoptr (GError) error = NULL;
    RecapForm first = make ("x-1", "MERAWAN", "TELUK", "PASIR", "001");
    RecapForm second = make ("x-2", "MERAWAN", "TELUK", "PASIR", "002");
    RecapForm other = make ("y", "MERAWAN", "TELUK", "LABUAN", "");
    RecapForm whole = make ("x", "Merawan", "Kec. Teluk", "Desa Pasir", "");
    RecapForm inside = make ("y-1", "MERAWAN", "TELUK", "LABUAN", "001");

    whole.line = 7;
    UNIT_TRUE (recap_sum_names_add (names, &first, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_TRUE (recap_sum_names_add (names, &second, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_TRUE (recap_sum_names_add (names, &other, RECAP_LEVEL_DESA, &doubt, &error));
    UNIT_NO_ERROR (&error);
    UNIT_FALSE (recap_sum_names_add (names, &whole, RECAP_LEVEL_DESA, &doubt, &error));
    UNIT_INT (recap_error_get_origin (error)->line, 7);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "'x' contains 'x-1' at a.csv:2: it would be counted twice");
    UNIT_FALSE (recap_sum_names_add (names, &inside, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "'y-1' lies in 'y' at a.csv:2: it would be counted twice");

    /* Another source has regions of its own. */
    whole.keys[RECAP_KEY_SUMBER] = recap_text ("sirekap");
    UNIT_TRUE (recap_sum_names_add (names, &whole, RECAP_LEVEL_DESA, &doubt, &error));
    UNIT_STRING (doubt, NULL);
    recap_sum_names_reset (names);
    UNIT_TRUE (recap_sum_names_add (names, &inside, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_NO_ERROR (&error);
}

static void
test_two_desa_of_one_name (void)
{
    g_autoptr (RecapSumNames) names = recap_sum_names_new ();
    g_autofree char *doubt = NULL;
    g_autoptr (GError) error = NULL;
    RecapForm first = make ("65317-1", "MERAWAN", "TELUK", "PASIR", "001");
    RecapForm stranger = make ("65318-2", "MERAWAN", "TELUK", "PASIR", "002");
    RecapForm twice = make ("65318-1", "MERAWAN", "TELUK", "PASIR", "001");

    UNIT_TRUE (recap_sum_names_add (names, &first, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_STRING (doubt, NULL);
    UNIT_TRUE (recap_sum_names_add (names, &stranger, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_TRUE (doubt != NULL && strstr (doubt, "65317-1") != NULL);
    g_clear_pointer (&doubt, g_free);
    UNIT_FALSE (recap_sum_names_add (names, &twice, RECAP_LEVEL_TPS, &doubt, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SCHEMA));
}

UNIT_MAIN ("sum-names", { "levels", test_levels }, { "codes", test_codes },
           { "keys for comparing", test_keys }, { "names alike", test_alike },
           { "nothing twice", test_nothing_twice },
           { "two desa of one name", test_two_desa_of_one_name })
