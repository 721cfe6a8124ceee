/* The lines of a file of groups and keys, each taken by itself: GKeyFile tells no lines, merges
 * groups of one name and lets the last of two keys win. */
#pragma once

#include <glib.h>

#include "error.h"
#include "text.h"

G_BEGIN_DECLS

/* Where the reading is. */
typedef struct _RecapKeyLines RecapKeyLines;

/* What takes the lines. Names and values have no blanks around them; what is not allowed is refused
 * with recap_key_lines_fail(). */
typedef struct {
    /* Takes the line '[name]'. */
    gboolean (*group) (const RecapKeyLines *lines, RecapText name, gpointer data, GError **error);
    /* Takes the line 'key=value' of the group that came last. */
    gboolean (*key) (const RecapKeyLines *lines, RecapText key, RecapText value, gpointer data,
                     GError **error);
} RecapKeyVisitor;

/* Gives the lines of @text, which need not end in NUL, to @visitor. Blank lines and those that
 * begin with '#' say nothing. @name is the path, for messages.
 *
 * Returns: FALSE with @error of the visitor; RECAP_ERROR_SYNTAX: a byte that is not UTF-8 (looked
 *          for in all lines before the first is taken), a line that is neither group nor key, a key
 *          before the first group; or _SCHEMA: a group that comes twice, a key that comes twice in
 *          its group. Always with the line. */
gboolean recap_key_lines_read (RecapText text, const char *name, const RecapKeyVisitor *visitor,
                               gpointer data, GError **error);

/* Returns: the number of the line, from 1. */
guint64 recap_key_lines_get_line (const RecapKeyLines *self);

/* Sets @error to @message, in a line with a key after the name of its group, at @part, which must
 * be a part of the line, or when that is empty at all of it.
 *
 * Returns: FALSE. */
gboolean recap_key_lines_fail (const RecapKeyLines *self, RecapErrorCode code, RecapText part,
                               const char *message, GError **error);

G_END_DECLS
