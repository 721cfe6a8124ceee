#include "profile.h"

#include "error.h"
#include "unit.h"

static RecapProfile *
parse (const char *text)
{
    g_autoptr (GError) error = NULL;
    RecapProfile *self = recap_profile_parse (text, strlen (text), "x/coba.profile", &error);
    UNIT_TRUE ((self == NULL) == (error != NULL));
    return self;
}

static gboolean
wants (const char *text, const char *sheet)
{
    g_autoptr (GError) error = NULL;
    RecapProfile *self = parse (text);
    gboolean wanted = FALSE;
    UNIT_TRUE (self != NULL && recap_profile_wants_sheet (self, sheet, &wanted, &error));
    recap_profile_free (self);
    return wanted;
}

static void
test_layout (void)
{
    static const struct {
        const char *text;
        RecapLayout layout;
    } cases[] = {
        { "[profil]\nangka=id\n", RECAP_LAYOUT_ANY },
        { "[profil]\nsusunan=baris\n", RECAP_LAYOUT_ROWS },
        { "[profil]\nsusunan=kolom\n", RECAP_LAYOUT_COLUMNS },
        { "[profil]\nsusunan=laporan\n", RECAP_LAYOUT_MINUTES },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapProfile *self = parse (cases[i].text);
        UNIT_TRUE (self != NULL && recap_profile_get_layout (self) == cases[i].layout);
        UNIT_TRUE (!recap_profile_chooses_sheets (self));
        recap_profile_free (self);
    }
}

static void
test_sheets (void)
{
    UNIT_TRUE (wants ("[profil]\nangka=id\n", "apa saja"));
    UNIT_TRUE (wants ("[profil]\nangka=id\n[lembar]\nsemua=true\n", "apa saja"));
    UNIT_TRUE (wants ("[profil]\nangka=id\n[lembar]\nnama=Satu; DUA\n", "dua"));
    UNIT_TRUE (!wants ("[profil]\nangka=id\n[lembar]\nnama=Satu;DUA\n", "tiga"));
    UNIT_TRUE (wants ("[profil]\nangka=id\n[lembar]\npola=/desa \\d+/\n", "Desa 12"));
    UNIT_TRUE (!wants ("[profil]\nangka=id\n[lembar]\npola=/desa \\d+/\n", "Desa 12 lama"));
}

static void
test_filled (void)
{
    RecapProfile *self = parse ("[profil]\nisi_ke_bawah=kecamatan, desa\n");
    UNIT_TRUE (self != NULL && recap_profile_fills_down (self, "kecamatan"));
    UNIT_TRUE (recap_profile_fills_down (self, "desa") &&
               !recap_profile_fills_down (self, "kabko"));
    recap_profile_free (self);
}

static void
test_refused (void)
{
    static const char *const cases[] = {
        "[profil]\nsusunan=miring\n",
        "[profil]\nsusunan=kolom\n[kolom]\ns01=a\n",
        "[profil]\nsusunan=laporan\nkode={tps}\n",
        "[profil]\nisi_ke_bawah=tps\n",
        "[profil]\nangka=id\n[lembar]\n",
        "[profil]\nangka=id\n[lembar]\nsemua=false\n",
        "[profil]\nangka=id\n[lembar]\npola=abc\n",
        "[profil]\nangka=id\n[lembar]\npola=/(/\n",
        "[profil]\nangka=id\n[lembar]\nnama=a\npola=/b/\n",
        "[profil]\nangka=id\n[lembar]\nlain=a\n",
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapProfile *self = parse (cases[i]);
        UNIT_TRUE (self == NULL);
        recap_profile_free (self);
    }
}

UNIT_MAIN ("profile", { "how sheets are laid out", test_layout },
           { "which sheets are read", test_sheets }, { "what is filled down", test_filled },
           { "what is refused", test_refused })
