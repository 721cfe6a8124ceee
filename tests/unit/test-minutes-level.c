/* What the plenaries of each level are called. */
#include "minutes-level.h"

#include "unit.h"

static const MinutesLevel *
find (RecapLevel level, const char *kode)
{
    return minutes_level_find (level, recap_text (kode));
}

static void
test_regions (void)
{
    UNIT_STRING (find (RECAP_LEVEL_KECAMATAN, "390712")->members, "PPK");
    UNIT_STRING (find (RECAP_LEVEL_KECAMATAN, "900101")->label, "KECAMATAN");
    for (guint province = 91; province <= 96; province++) {
        g_autofree char *kode = g_strdup_printf ("%u0101", province);
        UNIT_STRING (find (RECAP_LEVEL_KECAMATAN, kode)->label, "DISTRIK");
        UNIT_STRING (find (RECAP_LEVEL_KECAMATAN, kode)->members, "PPD");
        UNIT_STRING (find (RECAP_LEVEL_KABKO, kode)->parts, "distrik");
    }
    UNIT_STRING (find (RECAP_LEVEL_KABKO, "1101")->members, "KIP Kabupaten/Kota");
    UNIT_STRING (find (RECAP_LEVEL_KABKO, "1201")->parts, "kecamatan");
    UNIT_STRING (find (RECAP_LEVEL_PROVINSI, "12")->parts, "kabupaten/kota");
    UNIT_STRING (find (RECAP_LEVEL_NASIONAL, "0")->parts, "provinsi");
}

static void
test_sheets (void)
{
    UNIT_TRUE (minutes_level_is_sheet ("KECAMATAN"));
    UNIT_TRUE (minutes_level_is_sheet ("Distrik"));
    UNIT_TRUE (minutes_level_is_sheet ("Kabupaten-Kota"));
    UNIT_FALSE (minutes_level_is_sheet ("Kecamatan Satu"));
}

static void
test_committees (void)
{
    static const struct {
        RecapLevel level;
        const char *kode, *name, *committee;
    } cases[] = {
        { RECAP_LEVEL_KECAMATAN, "390712", "KOTA BARU",
          "Panitia Pemilihan Kecamatan (PPK) KOTA BARU" },
        { RECAP_LEVEL_KABKO, "3907", "MERAWAN", "Komisi Pemilihan Umum Kabupaten/Kota MERAWAN" },
        { RECAP_LEVEL_KABKO, "3907", "Kota Merawan", "Komisi Pemilihan Umum Kota Merawan" },
        { RECAP_LEVEL_KABKO, "3907", "KABUPATEN X", "Komisi Pemilihan Umum KABUPATEN X" },
        { RECAP_LEVEL_KABKO, "3907", "KOTA ", "Komisi Pemilihan Umum Kabupaten/Kota KOTA " },
        { RECAP_LEVEL_PROVINSI, "11", "ACEH", "Komisi Independen Pemilihan Provinsi ACEH" },
        { RECAP_LEVEL_NASIONAL, "0", "INDONESIA", "Komisi Pemilihan Umum Republik Indonesia" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *committee = minutes_level_committee (find (cases[i].level, cases[i].kode),
                                                              recap_text (cases[i].name));
        UNIT_STRING (committee, cases[i].committee);
    }
}

static void
test_forms (void)
{
    const char *form = "MODEL D.HASIL KECAMATAN-PPWP";
    g_autofree char *distrik = minutes_level_form (find (RECAP_LEVEL_KECAMATAN, "910101"), form);
    g_autofree char *kabko = minutes_level_form (find (RECAP_LEVEL_KABKO, "3907"), form);
    g_autofree char *nation = minutes_level_form (find (RECAP_LEVEL_NASIONAL, "0"), form);
    g_autofree char *other = minutes_level_form (find (RECAP_LEVEL_KABKO, "3907"), "DA1");

    UNIT_STRING (distrik, form);
    UNIT_STRING (kabko, "MODEL D.HASIL KABKO-PPWP");
    UNIT_STRING (nation, "MODEL D.HASIL NASIONAL-PPWP");
    UNIT_STRING (other, "DA1");
}

UNIT_MAIN ("minutes-level", { "regions have words of their own", test_regions },
           { "names of sheets", test_sheets }, { "committees", test_committees },
           { "forms", test_forms })
