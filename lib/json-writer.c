#include "config.h"

#include "json-writer.h"

void
recap_json_append_name (GString *out, const char *name)
{
    g_string_append_c (out, out->len == 0 ? '{' : ',');
    recap_json_append_string (out, recap_text (name));
    g_string_append_c (out, ':');
}

void
recap_json_append_string (GString *out, RecapText text)
{
    g_string_append_c (out, '"');
    for (gsize i = 0, size = 1; i < text.size; i += size) {
        gunichar c = (guchar)text.bytes[i];
        size = 1;
        if (c >= 0x80) {
            c = g_utf8_get_char_validated (text.bytes + i, (gssize)(text.size - i));
            size = c < 0x110000 ? g_unichar_to_utf8 (c, NULL) : 1;
        }
        if (c == '"' || c == '\\')
            g_string_append_c (out, '\\');
        /* What is legal may still be a command to a terminal. */
        if (c < 0x10000 && !recap_text_is_harmless (c))
            g_string_append_printf (out, "\\u%04x", c);
        else
            g_string_append_len (out, text.bytes + i, (gssize)size);
    }
    g_string_append_c (out, '"');
}

void
recap_json_append_cell (GString *out, RecapCell cell)
{
    char digits[RECAP_CELL_SIZE];
    if (cell == RECAP_CELL_UNREADABLE)
        g_string_append (out, "\"?\"");
    else if (recap_cell_format (cell, digits) > 0)
        g_string_append (out, digits);
    else
        g_string_append (out, "null");
}
