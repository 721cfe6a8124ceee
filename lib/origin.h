/* Where a value was read. The base layer: includes nothing of recap. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in an input. @file is the name as the user gave it (members of an archive as
 * 'archive!member', standard input as '<stdin>'); @line and @column count from 1, columns in
 * characters; 0 means not known. A RecapOrigin borrows @file. */
typedef struct {
    const char *file;
    guint64 line;
    guint column;
} RecapOrigin;

/* Formats @origin as 'file:line:column', leaving out what is not known. Control characters of the
 * file name are escaped.
 *
 * Returns: a new string, owned by the caller. */
char *recap_origin_format (const RecapOrigin *origin);

G_END_DECLS
