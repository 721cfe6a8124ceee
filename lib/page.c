#include "config.h"

#include "page.h"

/* Widths of the ASCII characters from blank to '~' in Arial, upright and bold (and in the fonts
 * made to replace it), in thousandths of the size. */
static const guint16 arial[2][95] = {
    {
        278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, /*  !"# */
        556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, /* 0123 */
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, /* @ABC */
        667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, /* PQRS */
        333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, /* `abc */
        556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,      /* pqrs */
    },
    {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, /*  !"# */
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, /* 0123 */
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, /* @ABC */
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, /* PQRS */
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, /* `abc */
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,      /* pqrs */
    },
};

enum {
    OTHER = 667, /* a letter beyond ASCII */
    WIDE = 1000,
};

static guint
character_width (gunichar c, gboolean bold)
{
    if (c >= ' ' && c <= '~')
        return arial[bold ? 1 : 0][c - ' '];
    return g_unichar_iswide (c) ? WIDE : OTHER;
}

/* Counts the lines of one paragraph; @width in thousandths of the size of the font. */
static guint
count_lines (const char *text, const char *end, gboolean bold, guint width)
{
    guint lines = 1;
    guint used = 0;

    for (const char *p = text; p < end;) {
        guint word = 0;
        guint blank = *p == ' ' ? character_width (' ', bold) : 0;
        if (*p == ' ')
            p++;
        while (p < end && *p != ' ') {
            word += character_width (g_utf8_get_char (p), bold);
            p = g_utf8_next_char (p);
        }
        if (used + blank + word <= width) {
            used += blank + word;
            continue;
        }
        /* A word longer than a line is broken inside. */
        lines += used > 0 ? 1 : 0;
        lines += word > width ? word / width : 0;
        used = word > width ? word % width : word;
    }
    return lines;
}

guint
recap_page_text_height (const char *text, guint points, gboolean bold, guint width)
{
    enum { PADDING = 5 }; /* points beside the text */

    g_return_val_if_fail (text != NULL && points > 0, 0);
    guint room = MAX (width, PADDING + points) - PADDING;
    guint lines = 0;
    for (const char *p = text; p != NULL;) {
        const char *stop = strchr (p, '\n');
        lines += count_lines (p, stop != NULL ? stop : p + strlen (p), bold, room * 1000 / points);
        p = stop != NULL ? stop + 1 : NULL;
    }
    return lines * (points * 6 / 5 + 1) + 2;
}

/* The height of rows that must stay together, beginning with @row; *@ret_next is the row after. */
static guint
group_height (const RecapSheet *sheet, const guint *heights, guint row, guint *ret_next)
{
    guint height = heights[row];
    while (g_array_index (sheet->rows, RecapSheetRow, row).keep && row + 1 < sheet->rows->len)
        height += heights[++row];
    *ret_next = row + 1;
    return height;
}

static guint
head_height (const RecapSheet *sheet, const guint *heights)
{
    guint height = 0;
    for (guint row = 0; row < sheet->head_rows; row++)
        height += heights[row];
    return height;
}

guint
recap_page_tallest (const RecapSheet *sheet, const guint *heights)
{
    g_return_val_if_fail (sheet != NULL, 0);

    guint tallest = 0;
    for (guint row = sheet->head_rows, next = 0; row < sheet->rows->len; row = next)
        tallest = MAX (tallest, group_height (sheet, heights, row, &next));
    return head_height (sheet, heights) + tallest;
}

GArray *
recap_page_breaks (const RecapSheet *sheet, const guint *heights, guint room)
{
    g_return_val_if_fail (sheet != NULL, NULL);

    GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint));
    guint head = head_height (sheet, heights);
    guint used = 0;
    for (guint row = 0, next = 0; row < sheet->rows->len; row = next) {
        guint height = group_height (sheet, heights, row, &next);
        gboolean fresh = g_array_index (sheet->rows, RecapSheetRow, row).fresh;
        if (used > head && (fresh || used + height > room) && row > sheet->head_rows) {
            g_array_append_val (breaks, row);
            used = head;
        }
        used += height;
    }
    return breaks;
}
