/* Names of regions of any bytes: a distance is a distance, and a place is found or the reason is
 * said. The input is a register, a line '%%', and places: a line for each name from
 * the desa up, then one for the TPS. */
#include "config.h"

#include "fuzz.h"
#include "list-file.h"
#include "names.h"

static void
check_names (RecapText one, RecapText other)
{
    enum { LIMIT = 4 };
    g_autofree char *a = recap_name_normalize (one);
    g_autofree char *b = recap_name_normalize (other);
    guint distance = recap_name_distance (a, b, LIMIT);

    g_assert (strpbrk (a, " .,-/()") == NULL);
    g_assert (distance <= LIMIT + 1 && distance == recap_name_distance (b, a, LIMIT));
    g_assert (recap_name_distance (a, a, LIMIT) == 0);
}

static void
check_place (RecapNames *names, RecapText *places)
{
    RecapPlace place = { .desa = fuzz_line (places) };
    place.kecamatan = fuzz_line (places);
    place.kabko = fuzz_line (places);
    place.provinsi = fuzz_line (places);
    RecapText number = fuzz_line (places);
    char tps[4] = "001";
    g_autofree char *reason = NULL;
    g_autofree char *hint = NULL;

    check_names (place.desa, place.kecamatan);
    if (place.desa.size == 0)
        return;
    if (number.size == 3 && memchr (number.bytes, '\0', 3) == NULL)
        memcpy (tps, number.bytes, 3);
    place.tps = tps;
    const RecapStation *station = recap_names_find (names, &place, &reason, &hint);
    g_assert ((station == NULL) == (reason != NULL));
    g_assert (station == NULL || g_str_has_suffix (station->kode, tps));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    RecapText places;
    RecapText table = fuzz_split (data, size, &places);
    g_autoptr (RecapRegister) list =
        recap_register_load (fuzz_file (table.bytes, table.size), NULL);
    if (list == NULL)
        return 0;
    g_autoptr (RecapNames) names = recap_names_new (list);
    while (places.size > 0)
        check_place (names, &places);
    return 0;
}
