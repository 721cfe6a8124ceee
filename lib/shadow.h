/* Files that programs put beside those of a person. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: whether the file @path, with or without folders, is none that somebody made: '._name',
 * which some systems put beside every file, or the mark of an office program that one is open
 * ('~$name.xlsx', '.~lock.name.xlsx#'). Such files are not read, have no part in what identifies a
 * folder, and are no change of it. */
gboolean recap_is_shadow (const char *path);

G_END_DECLS
