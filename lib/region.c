#include "config.h"

#include "region.h"

#include <glib/gi18n-lib.h>

/* One line a level: its word and the length of its codes. */
static const struct {
    const char *name;
    gsize size;
} levels[] = {
    [RECAP_LEVEL_OPAQUE] = { "lain", 0 },       [RECAP_LEVEL_TPS] = { "tps", 13 },
    [RECAP_LEVEL_DESA] = { "desa", 10 },        [RECAP_LEVEL_KECAMATAN] = { "kecamatan", 6 },
    [RECAP_LEVEL_KABKO] = { "kabko", 4 },       [RECAP_LEVEL_PROVINSI] = { "provinsi", 2 },
    [RECAP_LEVEL_NASIONAL] = { "nasional", 1 },
};

/* Returns: whether all eight bytes at @p are digits. */
static inline gboolean
are_eight_digits (const char *p)
{
    const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
    guint64 word;
    memcpy (&word, p, sizeof word);
    /* The high half of a digit is 3, and stays so when six is added. */
    return (word & ones * 0xf0) == ones * 0x30 && ((word + ones * 6) & ones * 0xf0) == ones * 0x30;
}

static gboolean
is_digits (RecapText text)
{
    /* The code of a TPS, asked about several times for every form. */
    if (text.size >= 8 && text.size <= 16)
        return are_eight_digits (text.bytes) && are_eight_digits (text.bytes + text.size - 8);
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

/* What a spreadsheet makes of a long number: 1.07E+12, 3,21602E+12, 3216021006002.0. */
static gboolean
is_spreadsheet_number (RecapText kode)
{
    gsize i = 0;
    while (i < kode.size && g_ascii_isdigit (kode.bytes[i]))
        i++;
    gsize n_digits = i;
    gboolean point = i < kode.size && (kode.bytes[i] == '.' || kode.bytes[i] == ',');
    gsize n_fraction = 0;
    gboolean zeros = TRUE;
    for (i += point; point && i < kode.size && g_ascii_isdigit (kode.bytes[i]); i++) {
        zeros = zeros && kode.bytes[i] == '0';
        n_fraction++;
    }
    if (n_digits == 0)
        return FALSE;
    if (i == kode.size)
        return point && n_fraction > 0 && zeros && n_digits >= 10;
    if (kode.bytes[i] != 'E' && kode.bytes[i] != 'e')
        return FALSE;
    i++;
    i += i < kode.size && (kode.bytes[i] == '+' || kode.bytes[i] == '-');
    return i < kode.size && is_digits ((RecapText){ kode.bytes + i, kode.size - i });
}

const char *
recap_region_code_fault (RecapText kode, const char **ret_hint)
{
    if (kode.size == 0) {
        *ret_hint = NULL;
        return _ ("the code is empty");
    }
    if (recap_region_level (kode) == RECAP_LEVEL_TPS) /* nearly always */
        return NULL;
    for (gsize i = 0; i < kode.size; i++)
        if ((guchar)kode.bytes[i] < 0x20 || kode.bytes[i] == 0x7f) {
            *ret_hint = NULL;
            return _ ("the code has a control character");
        }
    if (is_spreadsheet_number (kode)) {
        *ret_hint = _ ("format the column as text, enter the codes again and save once more");
        return _ ("a spreadsheet has turned the code into a number");
    }
    /* Nobody else's codes have these lengths; a lost or doubled digit gives them. */
    if (is_digits (kode) && (kode.size == 11 || kode.size == 12 || kode.size == 14)) {
        *ret_hint = _ ("a spreadsheet drops leading zeros; format the column as text");
        return kode.size == 14   ? _ ("the code has 14 digits instead of 13")
               : kode.size == 12 ? _ ("the code has 12 digits instead of 13")
                                 : _ ("the code has 11 digits instead of 13 or 10");
    }
    return NULL;
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
