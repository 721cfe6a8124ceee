/* Trouble: the library cannot do what was asked. What the data disagree about is a RecapFinding. */
#pragma once

#include <glib.h>

#include "origin.h"

G_BEGIN_DECLS

#define RECAP_ERROR (recap_error_quark ())

/* Named by what the caller can do about it. */
typedef enum {
    RECAP_ERROR_IO,     /* cannot open, read or write */
    RECAP_ERROR_SYNTAX, /* not the format it claims to be: quoting, UTF-8, JSON, a count */
    RECAP_ERROR_SCHEMA, /* well-formed, but not what is needed: a column, a contest, a key twice */
    RECAP_ERROR_LIMIT,  /* larger than recap is willing to read */
    RECAP_ERROR_USAGE,  /* asked for something that cannot be */
    RECAP_ERROR_ORDER,  /* an input is not sorted; only ever seen inside the library */
} RecapErrorCode;

GQuark recap_error_quark (void);

/* Sets @error (if not NULL) to a new error of @code with a printf-style message: lower case, no
 * full stop, what is wrong first. @origin (may be NULL) is copied. */
void recap_error_set (GError **error, RecapErrorCode code, const RecapOrigin *origin,
                      const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Says what to do about it: a second line for the user. Does nothing when @error is NULL, points to
 * NULL or already has a hint. */
void recap_error_set_hint (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Keeps the record that was being read, so that a program can show it with a caret under @width
 * characters at the column of the origin. @bytes need not be UTF-8 and is copied (at most 4
 * KiB). */
void recap_error_set_excerpt (GError **error, const char *bytes, gsize size, guint width);

/* Puts a printf-style prefix and ': ' before the message of *@error. */
void recap_prefix (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The parts of an error of domain RECAP_ERROR. What is returned belongs to @error; NULL (width 0)
 * when there is none, also for errors of other domains. */
const RecapOrigin *recap_error_get_origin (const GError *error);
const char *recap_error_get_hint (const GError *error);
const char *recap_error_get_excerpt (const GError *error, guint *ret_width);

G_END_DECLS
