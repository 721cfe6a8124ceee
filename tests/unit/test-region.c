#include "config.h"

#include "region.h"

#include "unit.h"

static void
test_levels (void)
{
    static const struct {
        const char *kode;
        RecapLevel level;
    } cases[] = {
        { "3216021006014", RECAP_LEVEL_TPS },
        { "3216021006", RECAP_LEVEL_DESA },
        { "321602", RECAP_LEVEL_KECAMATAN },
        { "3216", RECAP_LEVEL_KABKO },
        { "32", RECAP_LEVEL_PROVINSI },
        { "0", RECAP_LEVEL_NASIONAL },
        { "", RECAP_LEVEL_OPAQUE },
        { "7", RECAP_LEVEL_OPAQUE },
        { "321", RECAP_LEVEL_OPAQUE },
        { "32160210060140", RECAP_LEVEL_OPAQUE },
        { "99.AA.01.0001", RECAP_LEVEL_OPAQUE },
        { "321602100601A", RECAP_LEVEL_OPAQUE },
        { "69288-001", RECAP_LEVEL_OPAQUE },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_INT (recap_region_level (recap_text (cases[i].kode)), cases[i].level);
}

static void
test_names (void)
{
    for (RecapLevel level = RECAP_LEVEL_TPS; level <= RECAP_LEVEL_NASIONAL; level++) {
        RecapLevel parsed = RECAP_LEVEL_OPAQUE;
        UNIT_TRUE (recap_level_parse (recap_level_name (level), &parsed));
        UNIT_INT (parsed, level);
    }
    RecapLevel untouched = RECAP_LEVEL_KABKO;
    UNIT_FALSE (recap_level_parse ("lain", &untouched));
    UNIT_FALSE (recap_level_parse ("Desa", &untouched));
    UNIT_FALSE (recap_level_parse ("", &untouched));
    UNIT_INT (untouched, RECAP_LEVEL_KABKO);
}

static void
test_the_region_above (void)
{
    RecapText tps = recap_text ("3216021006014");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_TPS), "3216021006014");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_DESA), "3216021006");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_KECAMATAN), "321602");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_KABKO), "3216");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_PROVINSI), "32");
    UNIT_TEXT (recap_region_at (tps, RECAP_LEVEL_NASIONAL), "0");
    UNIT_TEXT (recap_region_at (recap_text ("321602"), RECAP_LEVEL_DESA), "");
    UNIT_TEXT (recap_region_at (recap_text ("99.AA.01.0001"), RECAP_LEVEL_KABKO), "");
    UNIT_TEXT (recap_region_at (recap_text ("99.AA.01.0001"), RECAP_LEVEL_NASIONAL), "0");
}

static void
test_contains (void)
{
    static const struct {
        const char *outer, *inner;
        gboolean holds;
    } cases[] = {
        { "3216021006", "3216021006014", TRUE },
        { "321602", "3216021006", TRUE },
        { "0", "32", TRUE },
        { "3216021006", "3216021006", FALSE },
        { "3216021006014", "3216021006", FALSE },
        { "3216021006", "3216021007001", FALSE },
        { "3216021006014", "32160210060141", FALSE },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_INT (recap_region_contains (recap_text (cases[i].outer), recap_text (cases[i].inner)),
                  cases[i].holds);
}

static void
test_prefixes (void)
{
    RecapText tps = recap_text ("3216021006014");
    UNIT_TRUE (recap_region_has_prefix (tps, recap_text ("")));
    UNIT_TRUE (recap_region_has_prefix (tps, recap_text ("0")));
    UNIT_TRUE (recap_region_has_prefix (tps, recap_text ("3216")));
    UNIT_TRUE (recap_region_has_prefix (tps, tps));
    UNIT_FALSE (recap_region_has_prefix (tps, recap_text ("33")));
    UNIT_FALSE (recap_region_has_prefix (recap_text ("32"), recap_text ("3216")));
}

static void
test_where_the_usual_limits_hold (void)
{
    UNIT_TRUE (recap_region_is_ordinary (recap_text ("3216021006014")));
    UNIT_TRUE (recap_region_is_ordinary (recap_text ("9016021006014")));
    UNIT_FALSE (recap_region_is_ordinary (recap_text ("9116021006014")));
    UNIT_FALSE (recap_region_is_ordinary (recap_text ("9616021006014")));
    UNIT_TRUE (recap_region_is_ordinary (recap_text ("9716021006014")));
    UNIT_FALSE (recap_region_is_ordinary (recap_text ("9916021006014")));
    UNIT_FALSE (recap_region_is_ordinary (recap_text ("3216021006")));
    UNIT_FALSE (recap_region_is_ordinary (recap_text ("99.AA.01.0001")));
}

UNIT_MAIN ("region", { "levels", test_levels }, { "names", test_names },
           { "the region above", test_the_region_above }, { "contains", test_contains },
           { "prefixes", test_prefixes },
           { "where the usual limits hold", test_where_the_usual_limits_hold })
