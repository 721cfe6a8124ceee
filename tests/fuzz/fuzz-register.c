/* A register or a list of regions of any bytes: refused with a reason, or stations in the order of
 * their codes, each found by its code. */
#include "config.h"

#include "fuzz.h"
#include "list-file.h"

static void
check_register (const RecapRegister *list)
{
    const char *last = NULL;
    for (guint i = 0; i < recap_register_get_n (list); i++) {
        const RecapStation *station = recap_register_get (list, i);
        RecapText code = recap_text (station->kode);
        g_assert (code.size > 0 && (last == NULL || strcmp (last, station->kode) < 0));
        g_assert (recap_register_find (list, code) == station);
        for (RecapLevel level = RECAP_LEVEL_DESA; level <= RECAP_LEVEL_PROVINSI; level++)
            recap_register_get_region_name (list, code, level);
        fuzz_check_cell (station->dpt_l);
        fuzz_check_cell (station->dpt_p);
        last = station->kode;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const char *path = fuzz_file (data, size);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRegister) list = recap_register_load (path, &error);
    fuzz_check (list != NULL, error);
    if (list != NULL)
        check_register (list);

    g_autoptr (GError) trouble = NULL;
    g_autoptr (RecapRegister) names = recap_register_load_names (path, &trouble);
    fuzz_check (names != NULL, trouble);
    g_assert (names != NULL || list == NULL); /* names ask for less */
    return 0;
}
