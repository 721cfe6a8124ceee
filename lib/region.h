/* Region codes: text, never numbers. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* From the smallest to the largest, so that a level can be compared with < and >. */
typedef enum {
    RECAP_LEVEL_OPAQUE, /* overseas and old data: no hierarchy is claimed */
    RECAP_LEVEL_TPS,
    RECAP_LEVEL_DESA,
    RECAP_LEVEL_KECAMATAN,
    RECAP_LEVEL_KABKO,
    RECAP_LEVEL_PROVINSI,
    RECAP_LEVEL_NASIONAL,
} RecapLevel;

/* Returns: the level that @kode belongs to by its length, when it consists of digits only:
 * 13 TPS, 10 desa, 6 kecamatan, 4 kab/kota, 2 provinsi, and "0" for the nation. */
RecapLevel recap_region_level (RecapText kode);

/* Says in a sentence fragment why @kode cannot be the code of a region or a station: empty, turned
 * into a number by a spreadsheet (1.07E+12), a digit lost. Codes that are not of digits only are
 * opaque and taken as they are. *@ret_hint gets what to do about it, or NULL.
 *
 * Returns: a static text, or NULL when @kode is a code (*@ret_hint is not touched then). */
const char *recap_region_code_fault (RecapText kode, const char **ret_hint);

/* Returns: the Indonesian word of @level: "desa"; "opaque" has none and gives "lain". Static. */
const char *recap_level_name (RecapLevel level);

/* Reads "desa", "kecamatan", "kabko", "provinsi" or "nasional" (and "tps").
 *
 * Returns: FALSE, *@ret_level untouched, when @word is none of them. */
gboolean recap_level_parse (const char *word, RecapLevel *ret_level);

/* Returns: the part of @kode that names its region of @level: its first 10, 6, 4 or 2 characters,
 * "0" for the nation. Empty when @kode is opaque (but for the nation) or its own level is above
 * @level. Belongs to the owner of @kode or is static. */
RecapText recap_region_at (RecapText kode, RecapLevel level);

/* Returns: whether the region @outer holds @inner and is not the same. */
gboolean recap_region_contains (RecapText outer, RecapText inner);

/* Returns: whether a row with @kode belongs to the region whose code begins with @prefix; "0" and
 * the empty prefix take everything. */
gboolean recap_region_has_prefix (RecapText kode, RecapText prefix);

/* Returns: whether the rules for ordinary domestic TPS hold there: not overseas (99), not in the
 * provinces of Papua where votes are given by noken (91..96), and not opaque. */
gboolean recap_region_is_ordinary (RecapText kode);

G_END_DECLS
