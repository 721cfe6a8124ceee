#include "config.h"

#include "error.h"

#include "text.h"

enum { EXCERPT_MAX = 4096 };

typedef struct {
    RecapOrigin origin; /* its file belongs to this struct; NULL when there is no origin */
    char *hint;
    char *excerpt; /* not escaped: the column counts its characters */
    guint width;
} RecapErrorPrivate;

static void
recap_error_private_init (RecapErrorPrivate *self)
{
    *self = (RecapErrorPrivate){ 0 };
}

static void
recap_error_private_copy (const RecapErrorPrivate *from, RecapErrorPrivate *to)
{
    *to = *from;
    to->origin.file = g_strdup (from->origin.file);
    to->hint = g_strdup (from->hint);
    to->excerpt = g_strdup (from->excerpt);
}

static void
recap_error_private_clear (RecapErrorPrivate *self)
{
    g_free ((char *)self->origin.file);
    g_free (self->hint);
    g_free (self->excerpt);
}

/* Not static: the macro declares it so. */
G_DEFINE_EXTENDED_ERROR (RecapError, recap_error)

void
recap_error_set (GError **error, RecapErrorCode code, const RecapOrigin *origin, const char *format,
                 ...)
{
    if (error == NULL)
        return;

    va_list arguments;
    va_start (arguments, format);
    *error = g_error_new_valist (RECAP_ERROR, (int)code, format, arguments);
    va_end (arguments);

    if (origin != NULL) {
        RecapErrorPrivate *self = recap_error_get_private (*error);
        self->origin = *origin;
        self->origin.file = g_strdup (origin->file);
    }
}

static RecapErrorPrivate *
private_of (const GError *error)
{
    return error != NULL && error->domain == RECAP_ERROR ? recap_error_get_private (error) : NULL;
}

void
recap_error_set_hint (GError **error, const char *format, ...)
{
    RecapErrorPrivate *self = error != NULL ? private_of (*error) : NULL;
    if (self == NULL || self->hint != NULL)
        return;

    va_list arguments;
    va_start (arguments, format);
    self->hint = g_strdup_vprintf (format, arguments);
    va_end (arguments);
}

void
recap_error_set_excerpt (GError **error, const char *bytes, gsize size, guint width)
{
    RecapErrorPrivate *self = error != NULL ? private_of (*error) : NULL;
    if (self == NULL)
        return;

    g_free (self->excerpt);
    /* A NUL would end the copy early; shown as the replacement for one byte it keeps the column. */
    self->excerpt = g_strndup (bytes, MIN (size, EXCERPT_MAX));
    for (gsize i = 0; i < MIN (size, EXCERPT_MAX); i++)
        self->excerpt[i] = bytes[i] == '\0' ? '?' : bytes[i];
    self->width = MAX (width, 1);
}

void
recap_prefix (GError **error, const char *format, ...)
{
    if (error == NULL || *error == NULL)
        return;

    va_list arguments;
    va_start (arguments, format);
    g_autofree char *prefix = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_prefix_error (error, "%s: ", prefix);
}

const RecapOrigin *
recap_error_get_origin (const GError *error)
{
    const RecapErrorPrivate *self = private_of (error);
    return self != NULL && self->origin.file != NULL ? &self->origin : NULL;
}

const char *
recap_error_get_hint (const GError *error)
{
    const RecapErrorPrivate *self = private_of (error);
    return self != NULL ? self->hint : NULL;
}

const char *
recap_error_get_excerpt (const GError *error, guint *ret_width)
{
    const RecapErrorPrivate *self = private_of (error);
    if (self == NULL || self->excerpt == NULL)
        return NULL;
    if (ret_width != NULL)
        *ret_width = self->width;
    return self->excerpt;
}
