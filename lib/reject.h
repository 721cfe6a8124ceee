/* What could not be taken from a foreign input: a record, and each bad place in it. Not an error:
 * the rest of the input is read. */
#pragma once

#include <glib.h>

#include "origin.h"
#include "text.h"

G_BEGIN_DECLS

/* One bad place. All texts are borrowed. */
typedef struct {
    RecapOrigin origin;
    const char *column; /* heading or key that it stands under; "" for the whole record */
    RecapText text;     /* what stands there; empty for the whole record */
    const char *reason; /* lower case, no full stop, what is wrong first */
    const char *hint;   /* what to do about it, or NULL */
    RecapText excerpt;  /* the line it stands in, or empty */
    guint width;        /* characters of the excerpt that are bad */
} RecapReject;

/* Takes the rejects of a record one by one. */
typedef void (*RecapRejectFunc) (const RecapReject *reject, gpointer data);

/* Gives @error as a reject of a whole record to @func. @name is its file when the error has no
 * place. */
void recap_reject_error (const GError *error, const char *name, RecapRejectFunc func,
                         gpointer data);

/* Returns: @reject as an error with place, hint and excerpt, owned by the caller: to be printed. */
GError *recap_reject_to_error (const RecapReject *reject);

G_END_DECLS
