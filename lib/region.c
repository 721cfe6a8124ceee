#include "config.h"

#include "region.h"

/* One line a level: its word and the length of its codes. */
static const struct {
    const char *name;
    gsize size;
} levels[] = {
    [RECAP_LEVEL_OPAQUE] = { "lain", 0 },      [RECAP_LEVEL_TPS] = { "tps", 13 },
    [RECAP_LEVEL_DESA] = { "desa", 10 },       [RECAP_LEVEL_KECAMATAN] = { "kecamatan", 6 },
    [RECAP_LEVEL_KABKO] = { "kabko", 4 },      [RECAP_LEVEL_PROVINSI] = { "provinsi", 2 },
    [RECAP_LEVEL_NASIONAL] = { "nasional", 1 },
};

static gboolean
is_digits (RecapText text)
{
    for (gsize i = 0; i < text.size; i++)
        if (!g_ascii_isdigit (text.bytes[i]))
            return FALSE;
    return TRUE;
}

RecapLevel
recap_region_level (RecapText kode)
{
    if (!is_digits (kode))
        return RECAP_LEVEL_OPAQUE;
    if (kode.size == 1)
        return kode.bytes[0] == '0' ? RECAP_LEVEL_NASIONAL : RECAP_LEVEL_OPAQUE;
    for (RecapLevel level = RECAP_LEVEL_TPS; level <= RECAP_LEVEL_PROVINSI; level++)
        if (levels[level].size == kode.size)
            return level;
    return RECAP_LEVEL_OPAQUE;
}

const char *
recap_level_name (RecapLevel level)
{
    return levels[level].name;
}

gboolean
recap_level_parse (const char *word, RecapLevel *ret_level)
{
    for (RecapLevel level = RECAP_LEVEL_TPS; level <= RECAP_LEVEL_NASIONAL; level++)
        if (strcmp (word, levels[level].name) == 0) {
            *ret_level = level;
            return TRUE;
        }
    return FALSE;
}

RecapText
recap_region_at (RecapText kode, RecapLevel level)
{
    if (level == RECAP_LEVEL_NASIONAL)
        return recap_text ("0");
    RecapLevel own = recap_region_level (kode);
    if (own == RECAP_LEVEL_OPAQUE || own > level || level == RECAP_LEVEL_OPAQUE)
        return RECAP_TEXT_EMPTY;
    return (RecapText){ kode.bytes, levels[level].size };
}

gboolean
recap_region_contains (RecapText outer, RecapText inner)
{
    RecapLevel level = recap_region_level (outer);
    if (level == RECAP_LEVEL_OPAQUE || level == RECAP_LEVEL_TPS || recap_text_equal (outer, inner))
        return FALSE;
    return recap_text_equal (recap_region_at (inner, level), outer);
}

gboolean
recap_region_has_prefix (RecapText kode, RecapText prefix)
{
    if (recap_text_equal_string (prefix, "0"))
        return TRUE;
    return kode.size >= prefix.size && memcmp (kode.bytes, prefix.bytes, prefix.size) == 0;
}

gboolean
recap_region_is_ordinary (RecapText kode)
{
    if (recap_region_level (kode) != RECAP_LEVEL_TPS)
        return FALSE;
    if (kode.bytes[0] != '9')
        return TRUE;
    return !((kode.bytes[1] >= '1' && kode.bytes[1] <= '6') || kode.bytes[1] == '9');
}
