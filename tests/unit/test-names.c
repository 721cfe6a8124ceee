/* Names of regions: what counts of them, and how far two are from each other. */
#include "names.h"
#include "unit.h"

static void
test_normalize (void)
{
    static const struct {
        const char *name;
        const char *normalized;
    } cases[] = {
        { "Randu Asri", "RANDUASRI" },
        { "DESA RANDU-ASRI", "RANDUASRI" },
        { "Kel. Randu  Asri", "RANDUASRI" },
        { "kelurahan randuasri", "RANDUASRI" },
        { "KEC. BUKIT", "BUKIT" },
        { "ADM. KEP. SERIBU", "KEPSERIBU" },
        { "KOTA TARAKAN", "KOTATARAKAN" },
        { "Desa", "DESA" },
        { "DESAKU", "DESAKU" },
        { "Sumber Desa", "SUMBERDESA" },
        { "Karya 2", "KARYA2" },
        { "", "" },
        { " - ", "" },
        { "Kab. Kel. Baru", "BARU" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *found = recap_name_normalize (recap_text (cases[i].name));
        UNIT_STRING (found, cases[i].normalized);
    }
}

static void
test_distance (void)
{
    UNIT_INT (recap_name_distance ("PESOILIR", "PESOHILIR", 4), 1);
    UNIT_INT (recap_name_distance ("RANDU", "RANDU", 4), 0);
    UNIT_INT (recap_name_distance ("RANDU", "RUNDA", 4), 2);
    UNIT_INT (recap_name_distance ("", "ABC", 4), 3);
    UNIT_INT (recap_name_distance ("ABC", "", 4), 3);
    UNIT_INT (recap_name_distance ("ABCDEFGH", "XYZ", 4), 5);
    UNIT_INT (recap_name_distance ("ABCD", "WXYZ", 2), 3);
    g_autofree char *a = g_strnfill (1000, 'A');
    UNIT_INT (recap_name_distance (a, a, 4), 0);
}

UNIT_MAIN ("names", { "what counts of a name", test_normalize }, { "distance", test_distance })
