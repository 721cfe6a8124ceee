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
    for (gsize i = 0; i < text.size; i++) {
        char c = text.bytes[i];
        if (c == '"' || c == '\\')
            g_string_append_c (out, '\\');
        /* DEL and what follows are legal, but a terminal may be the reader. */
        if ((guchar)c < 0x20 || c == 0x7f)
            g_string_append_printf (out, "\\u%04x", (guint)(guchar)c);
        else
            g_string_append_c (out, c);
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
