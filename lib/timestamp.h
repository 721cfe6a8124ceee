/* Times as text that can be compared bytewise. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* "2024-02-15T00:46:45" and its NUL. */
#define RECAP_TIMESTAMP_SIZE 20

/* Reads 'YYYY-MM-DD', 'YYYY-MM-DD HH:MM' or 'YYYY-MM-DD HH:MM:SS' (a T may stand for the blank) and
 * writes it with the T to @buffer, which must have RECAP_TIMESTAMP_SIZE bytes. No time zone is read
 * or invented. Empty text gives empty text.
 *
 * Returns: FALSE, @buffer untouched, when @text is not such a time. */
gboolean recap_timestamp_parse (RecapText text, char *buffer);

G_END_DECLS
