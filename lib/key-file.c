#include "config.h"

#include "key-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "error.h"

enum { MAX_KIB = 256 };

static const struct {
    char letter;
    char meaning;
} escapes[] = { { 's', ' ' }, { 'n', '\n' }, { 't', '\t' }, { 'r', '\r' }, { '\\', '\\' } };

/* Reads the escape that begins with the backslash at @at of @value. */
static gboolean
read_escape (RecapText value, gsize at, char *ret_meaning)
{
    for (guint i = 0; i < G_N_ELEMENTS (escapes) && at + 1 < value.size; i++)
        if (value.bytes[at + 1] == escapes[i].letter) {
            *ret_meaning = escapes[i].meaning;
            return TRUE;
        }
    return FALSE;
}

char *
recap_key_file_unescape (RecapText value)
{
    g_autofree char *out = g_malloc (value.size + 1);
    gsize n = 0;

    for (gsize i = 0; i < value.size; i++, n++) {
        out[n] = value.bytes[i];
        if (out[n] == '\\' && !read_escape (value, i++, &out[n]))
            return NULL;
    }
    out[n] = '\0';
    return g_steal_pointer (&out);
}

/* The first backslash of @line that begins no escape, or NULL. */
static const char *
find_in_line (RecapText line)
{
    char meaning;
    for (gsize i = 0; i < line.size; i++)
        if (line.bytes[i] == '\\' && !read_escape (line, i++, &meaning))
            return line.bytes + i - 1;
    return NULL;
}

/* The same of a whole file, but for its comments. */
static const char *
find_bad_escape (RecapText text)
{
    const char *bad = NULL;

    while (text.size > 0 && bad == NULL) {
        const char *newline = memchr (text.bytes, '\n', text.size);
        RecapText line = { text.bytes,
                           newline != NULL ? (gsize)(newline - text.bytes) : text.size };
        gsize taken = MIN (line.size + 1, text.size);
        if (line.size > 0 && line.bytes[0] != '#')
            bad = find_in_line (line);
        text = (RecapText){ text.bytes + taken, text.size - taken };
    }
    return bad;
}

/* Sets @error to @message at the byte @bad of @text.
 *
 * Returns: FALSE. */
static gboolean
refuse (RecapText text, const char *bad, const char *name, const char *message, GError **error)
{
    RecapOrigin origin = { name, 1, 0 };
    const char *line = text.bytes;

    for (const char *newline; (newline = memchr (line, '\n', (gsize)(bad - line))) != NULL;
         line = newline + 1)
        origin.line++;
    origin.column = recap_text_characters (line, (gsize)(bad - line)) + 1;
    recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, "%s", message);
    return FALSE;
}

gboolean
recap_key_file_load (GKeyFile *file, RecapText text, RecapKeyFileValues values, const char *name,
                     GError **error)
{
    g_return_val_if_fail (file != NULL && name != NULL, FALSE);

    g_autoptr (GError) local = NULL;
    const char *bad = NULL;
    if (!g_utf8_validate_len (text.bytes, text.size, &bad))
        return refuse (text, bad, name, _ ("a byte that is not UTF-8, or NUL"), error);
    /* Of two wrong escapes in one value GKeyFile sets an error over an error. */
    bad = values == RECAP_KEY_FILE_ESCAPES ? find_bad_escape (text) : NULL;
    if (bad != NULL)
        return refuse (text, bad, name,
                       _ ("a backslash must be followed by s, n, t, r or a backslash"), error);
    if (g_key_file_load_from_data (file, text.bytes, text.size, G_KEY_FILE_NONE, &local))
        return TRUE;
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, "%s", local->message);
    return FALSE;
}

char *
recap_key_file_read (const char *path, gsize *ret_size, GError **error)
{
    g_return_val_if_fail (path != NULL && ret_size != NULL, NULL);

    const gsize size_max = (gsize)MAX_KIB * 1024;
    g_autofree char *bytes = g_malloc (size_max + 1);
    FILE *file = fopen (path, "re");
    /* One byte more shows that there is more. */
    gsize size = file != NULL ? fread (bytes, 1, size_max + 1, file) : 0;
    gboolean failed = file == NULL || ferror (file) != 0;
    int number = errno;

    if (file != NULL)
        fclose (file);
    if (failed) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot read '%s': %s"), path,
                         g_strerror (number));
        return NULL;
    }
    if (size > size_max) {
        recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("'%s' is larger than %u KiB"), path,
                         (guint)MAX_KIB);
        return NULL;
    }
    bytes[size] = '\0';
    *ret_size = size;
    return g_steal_pointer (&bytes);
}
