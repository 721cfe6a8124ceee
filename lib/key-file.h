/* Files of groups with keys and values: contests, profiles. What GKeyFile does not refuse
 * itself is refused here. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* How the values of a file are read. */
typedef enum {
    RECAP_KEY_FILE_ESCAPES, /* with g_key_file_get_string(): \s, \n, \t, \r and \\ */
    RECAP_KEY_FILE_RAW,     /* with g_key_file_get_value(): a backslash is one */
} RecapKeyFileValues;

/* Reads @text, which need not end in NUL, into @file. @name is its path, for messages.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX: a byte that is not UTF-8, NUL, a wrong escape, a
 *          line that is neither group nor key. */
gboolean recap_key_file_load (GKeyFile *file, RecapText text, RecapKeyFileValues values,
                              const char *name, GError **error);

/* Reads the whole file @path, but no more than 256 KiB of it.
 *
 * Returns: its @ret_size bytes and a NUL behind them, owned by the caller; NULL with @error
 *          RECAP_ERROR_IO (cannot open or read) or _LIMIT (larger). */
char *recap_key_file_read (const char *path, gsize *ret_size, GError **error);

/* Reads the escapes of @value as GKeyFile does.
 *
 * Returns: a new string owned by the caller; NULL when a backslash begins no escape. */
char *recap_key_file_unescape (RecapText value);

G_END_DECLS
