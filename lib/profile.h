/* How a foreign table is laid out: recap-profile(5). */
#pragma once

#include <glib.h>

#include "text.h"
#include "typed-cell.h"

G_BEGIN_DECLS

typedef struct _RecapProfile RecapProfile;

/* Reads a profile from the text of its file; @name is its path, for messages, and without folder
 * and ending its name.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SYNTAX or _SCHEMA. */
RecapProfile *recap_profile_parse (const char *bytes, gsize size, const char *name, GError **error);
void recap_profile_free (RecapProfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapProfile, recap_profile_free)

const char *recap_profile_get_name (const RecapProfile *self); /* 'situng-2019' */
RecapNumbers recap_profile_get_numbers (const RecapProfile *self);

/* How the sheets of a workbook are laid out. */
typedef enum {
    RECAP_LAYOUT_ANY,     /* not said: it is seen from the headings */
    RECAP_LAYOUT_ROWS,    /* baris: one row a TPS */
    RECAP_LAYOUT_COLUMNS, /* kolom: one column a TPS, the boxes of the form as rows */
    RECAP_LAYOUT_MINUTES, /* laporan: the same, made by recap-report */
} RecapLayout;

RecapLayout recap_profile_get_layout (const RecapProfile *self);

/* Returns: whether it says which sheets of a workbook are read. */
gboolean recap_profile_chooses_sheets (const RecapProfile *self);

/* Finds out whether the sheet @name is read: always when the profile does not choose.
 *
 * Returns: FALSE with @error as recap_pattern_match(). */
gboolean recap_profile_wants_sheet (const RecapProfile *self, const char *name,
                                    gboolean *ret_wanted, GError **error);

/* Returns: whether a name of the key @key ('desa') that stands once is that of the rows below it,
 * too, as long as these have none. */
gboolean recap_profile_fills_down (const RecapProfile *self, const char *key);

/* Returns: whether tables of the contest with this code can have the profile. */
gboolean recap_profile_is_for (const RecapProfile *self, const char *contest);

/* Returns: whether the rows are of single TPS; else of larger regions. */
gboolean recap_profile_has_stations (const RecapProfile *self);

/* Returns: whether it says how a code is made of the columns of a row. */
gboolean recap_profile_makes_codes (const RecapProfile *self);

/* Returns: whether a row whose numbers are all 0 was not filled in. */
gboolean recap_profile_zeros_are_blank (const RecapProfile *self);

/* Returns: whether @text, without blanks at its ends, is a mark for a cell that was not filled
 * in. */
gboolean recap_profile_is_blank (const RecapProfile *self, RecapText text);

/* Returns: whether such a mark is a number itself ('0', '999'). */
gboolean recap_profile_has_numeric_blanks (const RecapProfile *self);

/* The sources that stand side by side in the table, ending in NULL; empty when it has one source.
 * Belong to @self. */
const char *const *recap_profile_get_sources (const RecapProfile *self);

/* Finds what the column @heading holds when the table is read for @source (NULL where the profile
 * has none): the name of a key or of a field; "" for a column that the profile knows and that is
 * not read; NULL for one that it does not know. What is returned belongs to @self.
 *
 * Returns: FALSE with @error as recap_pattern_match(). */
gboolean recap_profile_find_column (const RecapProfile *self, RecapText heading, const char *source,
                                    const char **ret_target, GError **error);

/* Finds out whether the table @name, a file or a member of an archive, with these @headings has
 * this profile: all columns that it requires are there, none that it excludes, and the name is as
 * it says.
 *
 * Returns: FALSE with @error as recap_pattern_match(). */
gboolean recap_profile_fits (const RecapProfile *self, const char *name, const RecapText *headings,
                             guint n_headings, gboolean *ret_fits, GError **error);

/* Finds the first required column that is not among @headings.
 *
 * Returns: a new string owned by the caller, or NULL when all are there. */
char *recap_profile_find_missing (const RecapProfile *self, const RecapText *headings,
                                  guint n_headings);

/* Returns: the text that every row has for the key @key ('provinsi'): the one that the profile
 * says, else the one in the @name of the table; a new string owned by the caller, or NULL. */
char *recap_profile_get_constant (const RecapProfile *self, const char *key, const char *name);

/* Returns: the text of the column @name of the row that is being read. */
typedef RecapText (*RecapProfileLookup) (const char *name, gpointer data);

/* Makes the code of a row from its columns.
 *
 * Returns: a new string owned by the caller; NULL when the profile does not make codes. */
char *recap_profile_make_code (const RecapProfile *self, RecapProfileLookup lookup, gpointer data);

/* Returns: whether the column @heading decides which rows are left out. */
gboolean recap_profile_decides (const RecapProfile *self, const char *heading);

/* Returns: whether a row is left out because @heading has @text. */
gboolean recap_profile_leaves_out (const RecapProfile *self, const char *heading, RecapText text);

/* The profiles that recap knows. */
typedef struct _RecapProfiles RecapProfiles;

/* Loads the profiles that are built in, then the files *.profile of the folders 'profiles' in
 * @folders (NULL or ending in NULL), a later one replacing an earlier one of the same name.
 *
 * Returns: owned by the caller; NULL with @error as recap_profile_parse() or RECAP_ERROR_IO. */
RecapProfiles *recap_profiles_load (const char *const *folders, GError **error);
void recap_profiles_free (RecapProfiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapProfiles, recap_profiles_free)

/* Returns: the number of profiles; recap_profiles_get() gives them sorted by name, from 0. */
guint recap_profiles_get_n (const RecapProfiles *self);
const RecapProfile *recap_profiles_get (const RecapProfiles *self, guint index);

/* Finds the profile named @word; when there is none and @word has a '/' or ends in '.profile', it
 * is read from that file and kept.
 *
 * Returns: belongs to @self; NULL with @error RECAP_ERROR_USAGE (no such profile), _IO or as
 *          recap_profile_parse(). */
const RecapProfile *recap_profiles_find (RecapProfiles *self, const char *word, GError **error);

G_END_DECLS
