/* Profiles of foreign tables: what their files say, and what is made of it. */
#include "profile.h"
#include "unit.h"

static RecapProfile *
parse (const char *text)
{
    g_autoptr (GError) error = NULL;
    RecapProfile *profile = recap_profile_parse (text, strlen (text), "folder/uji.profile", &error);
    UNIT_NO_ERROR (&error);
    return profile;
}

static void
refuse (const char *text, const char *message)
{
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (recap_profile_parse (text, strlen (text), "uji.profile", &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, message);
}

static void
test_smallest (void)
{
    g_autoptr (RecapProfile) profile = parse ("[profil]\nketerangan=x\n");
    gboolean fits = FALSE;

    UNIT_STRING (recap_profile_get_name (profile), "uji");
    UNIT_INT (recap_profile_get_numbers (profile), RECAP_NUMBERS_PLAIN);
    UNIT_TRUE (recap_profile_is_for (profile, "pdpr"));
    UNIT_TRUE (recap_profile_has_stations (profile));
    UNIT_FALSE (recap_profile_makes_codes (profile));
    UNIT_FALSE (recap_profile_zeros_are_blank (profile));
    UNIT_FALSE (recap_profile_is_blank (profile, recap_text ("-1")));
    UNIT_TRUE (recap_profile_get_sources (profile)[0] == NULL);
    UNIT_TRUE (recap_profile_get_constant (profile, "provinsi", "a.csv") == NULL);
    UNIT_TRUE (recap_profile_make_code (profile, NULL, NULL) == NULL);
    UNIT_TRUE (recap_profile_fits (profile, "a.csv", NULL, 0, &fits, NULL));
    UNIT_TRUE (fits);
}

static void
test_refused (void)
{
    refuse ("", "there is no group [profil]");
    refuse ("[profil]\n[warna]\n", "unknown group 'warna'");
    refuse ("[profil]\nwarna=biru\n", "unknown key 'warna' in group 'profil'");
    refuse ("[profil]\ntingkat=rt\n",
            "'rt' is not a value of 'tingkat': tps, desa, kecamatan, kabko, provinsi");
    refuse ("[profil]\nangka=\n", "'' is not a value of 'angka': id, en");
    refuse ("[profil]\nsemua_nol=ya\n", "'ya' is not a value of 'semua_nol': angka, kosong");
    refuse ("[profil]\n[kolom]\ns01=\n", "'s01' names no column");
    refuse ("[profil]\n[kolom]\ns01=//\n", "'s01' is not closed: a pattern stands between slashes");
    refuse ("[profil]\nberkas=a.csv\n", "'berkas' is not closed: a pattern stands between slashes");
}

/* Checks what the column @heading holds: "" for one that is not read, NULL for an unknown one. */
static void
check_column (const RecapProfile *profile, const char *heading, const char *source,
              const char *expected)
{
    g_autoptr (GError) error = NULL;
    const char *target = "?";
    UNIT_TRUE (recap_profile_find_column (profile, recap_text (heading), source, &target, &error));
    UNIT_NO_ERROR (&error);
    UNIT_STRING (target, expected);
}

static void
test_columns (void)
{
    g_autoptr (RecapProfile) profile =
        parse ("[profil]\nabaikan=/foto.*/\n[kolom]\ns01=paslon 1 ; Satu\ns02=/paslon[ _]2/\n"
               "[kolom tambahan]\nwaktu=ts\n");

    check_column (profile, "Satu", NULL, "s01");
    check_column (profile, " PASLON 1 ", NULL, "s01");
    check_column (profile, "paslon_2", NULL, "s02");
    check_column (profile, "paslon_22", NULL, NULL); /* a pattern is about the whole heading */
    check_column (profile, "foto depan", NULL, "");
    check_column (profile, "ts", NULL, "waktu");
    check_column (profile, "", NULL, NULL);
    check_column (profile, "paslon 1 ; Satu", NULL, NULL);
}

static void
test_sources (void)
{
    g_autoptr (RecapProfile) profile =
        parse ("[profil]\n[sumber kpu]\ns01=a\n[sumber kawal pemilu]\ns01=b\n");
    const char *const *sources = recap_profile_get_sources (profile);

    UNIT_STRING (sources[0], "kpu");
    UNIT_STRING (sources[1], "kawal pemilu");
    UNIT_TRUE (sources[2] == NULL);
    check_column (profile, "a", "kpu", "s01");
    check_column (profile, "b", "kpu", ""); /* known, of another source */
    check_column (profile, "b", "kawal pemilu", "s01");
    check_column (profile, "a", NULL, "");
}

static gboolean
fits (const RecapProfile *profile, const char *name, const char *headings)
{
    g_auto (GStrv) words = g_strsplit (headings, ",", -1);
    guint n = g_strv_length (words);
    g_autofree RecapText *texts = g_new (RecapText, n + 1);
    gboolean result = FALSE;

    for (guint i = 0; i < n; i++)
        texts[i] = recap_text (words[i]);
    UNIT_TRUE (recap_profile_fits (profile, name, texts, n, &result, NULL));
    if (result)
        UNIT_TRUE (recap_profile_find_missing (profile, texts, n) == NULL);
    return result;
}

static void
test_fits (void)
{
    g_autoptr (RecapProfile) profile =
        parse ("[profil]\ntanpa=cakupan\nabaikan=x\nberkas=/desa-.*\\.csv/\n"
               "[kolom]\nkode=id\ns01=a;b\n[kolom tambahan]\ns02=c\n[lewati]\nbaris=0\n");

    UNIT_TRUE (fits (profile, "desa-1.csv", "id,a,baris"));
    UNIT_TRUE (fits (profile, "folder/arsip.tar!desa-1.csv", "baris,y,ID,b"));
    UNIT_FALSE (fits (profile, "desa-1.csv", "id,a"));               /* what decides is missing */
    UNIT_FALSE (fits (profile, "desa-1.csv", "id,baris"));           /* neither a nor b */
    UNIT_FALSE (fits (profile, "desa-1.csv", "id,a,baris,cakupan")); /* must not be there */
    UNIT_FALSE (fits (profile, "desa-1.csv.bak", "id,a,baris"));
    UNIT_FALSE (fits (profile, "desa-1.csv/x", "id,a,baris"));

    RecapText headings[] = { recap_text ("id") };
    g_autofree char *missing = recap_profile_find_missing (profile, headings, 1);
    UNIT_STRING (missing, "a");
}

static void
check_constant (const RecapProfile *profile, const char *key, const char *name,
                const char *expected)
{
    g_autofree char *constant = recap_profile_get_constant (profile, key, name);
    UNIT_STRING (constant, expected);
}

static void
test_constants (void)
{
    g_autoptr (RecapProfile) profile =
        parse ("[profil]\nberkas=/(?<desa>[^_]*)_(?<tps>\\d*)\\.csv/\n[tetap]\nprovinsi=NUSA\n");

    check_constant (profile, "provinsi", "x", "NUSA");
    check_constant (profile, "desa", "a/b.zip!PASIR_3.csv", "PASIR");
    check_constant (profile, "tps", "PASIR_3.csv", "3");
    check_constant (profile, "tps", "PASIR_.csv", NULL); /* empty says nothing */
    check_constant (profile, "desa", "PASIR.csv", NULL);
    check_constant (profile, "kabko", "PASIR_3.csv", NULL);
}

static void
test_rows (void)
{
    g_autoptr (RecapProfile) profile =
        parse ("[profil]\nkosong=-1; n/a\nsemua_nol=kosong\n[lewati]\nCakupan=0;x\n");

    UNIT_TRUE (recap_profile_zeros_are_blank (profile));
    UNIT_TRUE (recap_profile_is_blank (profile, recap_text (" -1 ")));
    UNIT_TRUE (recap_profile_is_blank (profile, recap_text ("n/a")));
    UNIT_FALSE (recap_profile_is_blank (profile, recap_text ("-10")));
    UNIT_FALSE (recap_profile_is_blank (profile, RECAP_TEXT_EMPTY));
    UNIT_TRUE (recap_profile_decides (profile, "cakupan"));
    UNIT_FALSE (recap_profile_decides (profile, "tps"));
    UNIT_TRUE (recap_profile_leaves_out (profile, "CAKUPAN", recap_text (" 0")));
    UNIT_TRUE (recap_profile_leaves_out (profile, "Cakupan", recap_text ("x")));
    UNIT_FALSE (recap_profile_leaves_out (profile, "Cakupan", recap_text ("00")));
    UNIT_FALSE (recap_profile_leaves_out (profile, "tps", recap_text ("0")));
}

static RecapText
look_up (const char *name, gpointer data)
{
    (void)data;
    return strcmp (name, "tps") == 0  ? recap_text ("7")
           : strcmp (name, "id") == 0 ? recap_text ("123")
                                      : RECAP_TEXT_EMPTY;
}

static void
test_codes (void)
{
    static const struct {
        const char *template, *code;
    } cases[] = {
        { "{id}-{tps:03}", "123-007" },
        { "{id:02}", "123" }, /* a width shortens nothing */
        { "{tps:3}", "007" },
        { "{tps:}{tps:0}{tps:x}", "777" },
        { "{}{:2}", "00" },
        { "{id", "{id" },
        { "}{", "}{" },
        { "{tps:999999999999}", "00000000000000000000000000000007" }, /* 32 at most */
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf ("[profil]\nkode=%s\n", cases[i].template);
        g_autoptr (RecapProfile) profile = parse (text);
        g_autofree char *code = recap_profile_make_code (profile, look_up, NULL);
        UNIT_TRUE (recap_profile_makes_codes (profile));
        UNIT_STRING (code, cases[i].code);
    }
}

static void
test_all (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapProfiles) profiles = recap_profiles_load (NULL, &error);
    guint n = recap_profiles_get_n (profiles);

    UNIT_NO_ERROR (&error);
    UNIT_TRUE (n > 0);
    for (guint i = 1; i < n; i++)
        UNIT_TRUE (strcmp (recap_profile_get_name (recap_profiles_get (profiles, i - 1)),
                           recap_profile_get_name (recap_profiles_get (profiles, i))) < 0);
    const char *name = recap_profile_get_name (recap_profiles_get (profiles, n - 1));
    UNIT_TRUE (recap_profiles_find (profiles, name, &error) ==
               recap_profiles_get (profiles, n - 1));
    UNIT_TRUE (recap_profiles_find (profiles, "uji", &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_USAGE, "unknown profile 'uji'");

    /* A file is read by its path, and known by its name from then on. */
    char *path = unit_write ("[profil]\nkontes=pdpr;pdpd\n", -1);
    const RecapProfile *own = recap_profiles_find (profiles, path, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_profile_is_for (own, "pdpd"));
    UNIT_FALSE (recap_profile_is_for (own, "ppwp"));
    UNIT_INT (recap_profiles_get_n (profiles), n + 1);
    UNIT_TRUE (recap_profiles_find (profiles, recap_profile_get_name (own), &error) == own);
    unit_remove (path);
}

UNIT_MAIN ("profiles", { "the smallest", test_smallest }, { "what is refused", test_refused },
           { "columns", test_columns }, { "sources", test_sources },
           { "tables that fit", test_fits }, { "constants", test_constants },
           { "cells and rows", test_rows }, { "codes", test_codes }, { "all of them", test_all })
