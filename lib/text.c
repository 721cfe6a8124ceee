#include "config.h"

#include "text.h"

enum { DISPLAY_MAX = 60 };

static gboolean
is_blank (char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

RecapText
recap_text_trim (RecapText text)
{
    while (text.size > 0 && is_blank (text.bytes[0])) {
        text.bytes++;
        text.size--;
    }
    while (text.size > 0 && is_blank (text.bytes[text.size - 1]))
        text.size--;
    return text;
}

gboolean
recap_text_is_harmless (gunichar c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return FALSE;
    /* Marks that reorder or hide what a terminal shows. */
    return !(c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) ||
             (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0xfeff);
}

/* Returns: how many bytes at @bytes, not more than @size, are printable ASCII. */
static gsize
count_printable (const char *bytes, gsize size)
{
    gsize n = 0;
    while (n < size && bytes[n] >= 0x20 && bytes[n] < 0x7f)
        n++;
    return n;
}

/* Escapes until @max characters are written; returns the number of bytes read. */
static gsize
escape_some (GString *out, const char *bytes, gsize size, guint max)
{
    const char *p = bytes;
    const char *end = size > 0 ? bytes + size : bytes;

    for (guint n = 0; p < end && n < max; n++) {
        gsize plain = count_printable (p, MIN ((gsize)(end - p), max - n));
        if (plain > 0) {
            g_string_append_len (out, p, (gssize)plain);
            p += plain;
            n += (guint)plain - 1;
            continue;
        }
        gunichar c = g_utf8_get_char_validated (p, end - p);
        if (c == (gunichar)-1 || c == (gunichar)-2 || *p == '\0') {
            g_string_append_printf (out, "\\x%02X", (guchar)*p);
            p++;
            continue;
        }
        if (recap_text_is_harmless (c))
            g_string_append_unichar (out, c);
        else if (c < 0x100)
            g_string_append_printf (out, "\\x%02X", c);
        else
            g_string_append_printf (out, "\\u{%04X}", c);
        p = g_utf8_next_char (p);
    }
    return p - bytes;
}

char *
recap_text_escape (const char *bytes, gsize size)
{
    GString *out = g_string_sized_new (size);
    escape_some (out, bytes, size, G_MAXUINT);
    return g_string_free (out, FALSE);
}

char *
recap_text_display (const char *bytes, gsize size)
{
    GString *out = g_string_new (NULL);
    if (escape_some (out, bytes, size, DISPLAY_MAX) < size)
        g_string_append (out, "...");
    return g_string_free (out, FALSE);
}

gboolean
recap_text_is_formula (RecapText text)
{
    gsize i = 0;
    while (i < text.size && text.bytes[i] == '\'')
        i++;
    if (i == text.size)
        return FALSE;
    char c = text.bytes[i];
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

guint
recap_text_characters (const char *bytes, gsize size)
{
    guint n = 0;
    for (gsize i = 0; i < size; n++) {
        gunichar c = g_utf8_get_char_validated (bytes + i, (gssize)(size - i));
        gboolean valid = c != (gunichar)-1 && c != (gunichar)-2 && bytes[i] != '\0';
        i += valid ? (gsize)g_utf8_skip[(guchar)bytes[i]] : 1;
    }
    return n;
}
