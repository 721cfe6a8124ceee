#include "config.h"

#include "workbook-margin.h"

enum { LENGTH_MAX = 255 };

/* '&' begins a command; it is doubled where it means itself. At most @room characters come out. */
static void
append_text (GString *out, const char *text, guint room)
{
    guint used = 0;
    for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p)) {
        guint size = *p == '&' ? 2 : 1;
        if (used + size > room)
            return;
        if (*p == '&')
            g_string_append_c (out, '&');
        g_string_append_unichar (out, *p == '\n' ? ' ' : g_utf8_get_char (p));
        used += size;
    }
}

/* A blank after a size keeps it apart from a text that begins with a digit. */
char *
workbook_margin_header (const RecapSheet *sheet)
{
    enum { TITLE_MAX = 70, CAPTION_MAX = 110, SHEET_MAX = 40 };
    const RecapBook *book = sheet->book;
    GString *out = g_string_new ("&L&\"Arial\"&B&10 ");

    append_text (out, book->header, TITLE_MAX);
    if (book->caption != NULL)
        g_string_append (out, "&B\n&8 ");
    append_text (out, book->caption, CAPTION_MAX);
    g_string_append (out, "&R&\"Arial\"&8 ");
    append_text (out, sheet->name, SHEET_MAX);
    g_assert (g_utf8_strlen (out->str, -1) <= LENGTH_MAX);
    return g_string_free (out, FALSE);
}

char *
workbook_margin_footer (const RecapSheet *sheet)
{
    enum { FOOTER_MAX = 190 };
    const RecapBook *book = sheet->book;
    GString *out = g_string_new (NULL);

    if (book->footer != NULL)
        g_string_append (out, "&L&\"Arial\"&8 ");
    append_text (out, book->footer, FOOTER_MAX);
    g_string_append (out, "&R&\"Arial\"&8 Halaman &P dari &N");
    g_assert (g_utf8_strlen (out->str, -1) <= LENGTH_MAX);
    return g_string_free (out, FALSE);
}
