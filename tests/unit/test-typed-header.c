/* Headers of typed tables: where they are, how high, and what their columns hold. */
#include "records-fixture.h"

/* Checks that the header of @text begins behind @first records, has @height, and that its columns
 * hold @targets: names of keys and fields, '-' for one that is not read, '~' before words. */
static void
check (const char *contest, const char *text, guint first, guint height, const char *targets)
{
    static const RecapTypedOptions options = { 0 };
    g_auto (Fixture) fixture = { 0 };
    g_autoptr (GString) seen = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    RecapTypedHeader header = { 0 };

    fixture_init (&fixture, contest, text);
    const RecapField *fields = recap_contest_get_fields (fixture.contest, NULL);
    UNIT_TRUE (
        recap_typed_header_find (fixture.contest, fixture.records, &options, &header, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (header.first, first);
    UNIT_INT (header.height, height);
    for (guint i = 0; i < header.columns->len; i++) {
        const RecapTypedColumn *column = &g_array_index (header.columns, RecapTypedColumn, i);
        const char *target = column->key != RECAP_TYPED_IGNORED
                                 ? recap_key_name ((RecapKey)column->key)
                             : column->field != RECAP_TYPED_IGNORED ? fields[column->field].name
                                                                    : "-";
        g_string_append_printf (seen, "%s%s%s", i > 0 ? " " : "", column->words ? "~" : "", target);
    }
    UNIT_STRING (seen->str, targets);
    recap_typed_header_clear (&header);
}

static void
test_headings (void)
{
    check ("ppwp", "kode,tps,s01,suara_sah,catatan\n", 0, 1, "kode tps s01 suara_sah -");
    check ("ppwp", "Kode TPS;Kel. / Desa;No. TPS;paslon 1\n", 0, 1, "kode desa tps s01");
    check ("ppwp", "KODE,Desa/Kelurahan,KECAMATAN,Suara Sah,Suara Sah (terbilang)\n", 0, 1,
           "kode desa kecamatan suara_sah ~suara_sah");
    /* A guard against formulas is none of the heading; blanks are not either. */
    check ("ppwp", "kode, S01 ,'suara_total\n", 0, 1, "kode s01 suara_total");
    /* Of another contest. */
    check ("pdpd", "kode,p01,s50\n", 0, 1, "kode - s50");
    check ("pdpr", "kode,p01,p01_02,p24_j,s01\n", 0, 1, "kode p01 p01_02 p24_j -");
}

static void
test_titles (void)
{
    check ("ppwp", "REKAPITULASI\nKecamatan,TELUK\n,\nkode,tps,s01\n1,2,3\n", 3, 1, "kode tps s01");
    /* The fewest lines, the first of equals. */
    check ("ppwp", "kode,s01\nkode,s01\n", 0, 1, "kode s01");
}

static void
test_heights (void)
{
    check ("ppwp", "kode,pengguna dpt,,pemilih dpt,\n,L,P,L,P\n1,2,3,4,5\n", 0, 2,
           "kode pengguna_dpt_l pengguna_dpt_p pemilih_dpt_l pemilih_dpt_p");
    check ("ppwp", "TPS,Pemilih,,Suara,\n,DPT,,sah,tidak sah\n,L,P,,\n", 0, 3,
           "tps pemilih_dpt_l pemilih_dpt_p suara_sah suara_tidak_sah");
}

static void
test_limits (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 19; i++)
        g_string_append (text, "judul,x\n");
    g_autofree char *last = g_strconcat (text->str, "kode,s01\n", NULL);
    check ("ppwp", last, 19, 1, "kode s01");
    g_string_append (text, "judul,x\nkode,s01\n");
    check ("ppwp", text->str, 0, 1, "- -"); /* the 21st is not looked at */
    /* A cell of more than 256 bytes is no heading. */
    g_autofree char *blanks = g_strnfill (300, 'x');
    g_autofree char *wide = g_strconcat ("kode,", blanks, "\n", NULL);
    check ("ppwp", wide, 0, 1, "kode -");
    check ("ppwp", "", 0, 0, "");
}

static RecapProfile *
parse (const char *text)
{
    g_autoptr (GError) error = NULL;
    RecapProfile *profile = recap_profile_parse (text, strlen (text), "x.profile", &error);
    UNIT_NO_ERROR (&error);
    return profile;
}

static void
find_with (const char *profile_text, const char *source, const char *text, const char *message)
{
    g_autoptr (RecapProfile) profile = parse (profile_text);
    const RecapTypedOptions options = { .profile = profile, .source = source };
    g_auto (Fixture) fixture = { 0 };
    g_autoptr (GError) error = NULL;
    RecapTypedHeader header = { 0 };

    fixture_init (&fixture, "ppwp", text);
    gboolean found =
        recap_typed_header_find (fixture.contest, fixture.records, &options, &header, &error);
    UNIT_TRUE (found == (message == NULL));
    if (message != NULL)
        UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, message);
    UNIT_NO_ERROR (&error);
    recap_typed_header_clear (&header);
}

static void
test_profiles (void)
{
    static const char one[] = "[profil]\n[kolom]\nkode=k\ns01=a\n";
    static const char two[] = "[profil]\n[kolom]\nkode=k\n[sumber x]\ns01=a\n[sumber y]\ns01=c\n";
    static const char other[] = "[profil]\n[kolom]\nkode=k\np01=a\n";

    find_with (one, NULL, "judul\nk,a\n1,2\n", NULL);
    find_with (one, NULL, "", NULL);
    find_with (one, NULL, "k,b\n", "the table has not the profile 'x'");
    find_with (two, "y", "k,a,c\n", NULL);
    find_with (two, "z", "k,a,c\n", "the table has no source 'z'");
    find_with (two, NULL, "k,a,c\n", "several sources stand side by side in the table");
    find_with (other, NULL, "k,a\n",
               "profile 'x' speaks of 'p01', which contest 'ppwp' does not have");
}

UNIT_MAIN ("typed-header", { "headings", test_headings }, { "titles above", test_titles },
           { "several lines", test_heights }, { "limits", test_limits },
           { "profiles", test_profiles })
