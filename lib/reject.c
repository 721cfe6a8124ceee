#include "config.h"

#include "reject.h"

#include "error.h"

void
recap_reject_error (const GError *error, const char *name, RecapRejectFunc func, gpointer data)
{
    const RecapOrigin *origin = recap_error_get_origin (error);
    RecapReject reject = {
        .origin = origin != NULL ? *origin : (RecapOrigin){ name, 0, 0 },
        .column = "",
        .text = RECAP_TEXT_EMPTY,
        .reason = error->message,
        .hint = recap_error_get_hint (error),
    };

    reject.excerpt = recap_text (recap_error_get_excerpt (error, &reject.width));
    func (&reject, data);
}

GError *
recap_reject_to_error (const RecapReject *reject)
{
    GError *error = NULL;
    recap_error_set (&error, RECAP_ERROR_SYNTAX, &reject->origin, "%s", reject->reason);
    if (reject->hint != NULL)
        recap_error_set_hint (&error, "%s", reject->hint);
    /* An excerpt is kept up to 4 KiB: behind that there is nothing to point at. */
    if (reject->excerpt.size > 0 && reject->origin.column < 1000)
        recap_error_set_excerpt (&error, reject->excerpt.bytes, reject->excerpt.size,
                                 reject->width);
    return error;
}
