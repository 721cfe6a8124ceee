#include "config.h"

#include "workbook-fit.h"

#include "page.h"
#include "workbook-look.h"

enum {
    SCALE_MIN = 62,      /* per cent; smaller is not legible at night */
    SCALE_SMALLEST = 10, /* that Excel knows */
    BREAKS_MAX = 1023,   /* that Excel knows; it then breaks the rest by itself */
    HEIGHT_MAX = 409,    /* that a row may have */
    INDENT = 8,          /* points */
};

/* What a digit of the default font is wide, in hundredths of a point. Excel takes whole pixels,
 * LibreOffice the exact width: text must fit the former and the page the latter. */
enum { DIGIT_IN_PIXELS = 525, DIGIT_EXACT = 556, COLUMN_PADDING = 375 };

/* The width of columns in points. */
static guint
columns_width (const RecapSheet *sheet, guint column, guint n, guint digit)
{
    guint width = 0;
    for (guint i = column; i < column + n; i++)
        width += g_array_index (sheet->widths, guint, i) * digit / 10 + COLUMN_PADDING;
    return width / 100;
}

guint
workbook_fit_width (const RecapSheet *sheet, guint column, guint n)
{
    return columns_width (sheet, column, n, DIGIT_IN_PIXELS);
}

static guint
needed_height (const RecapSheet *sheet, const RecapSheetCell *cell)
{
    const WorkbookLook *look = workbook_look (cell->style);
    if (cell->text == NULL)
        return look->points * 6 / 5 + 3;
    return recap_page_text_height (
        cell->text, look->points, look->bold,
        columns_width (sheet, cell->column, cell->n_columns, DIGIT_IN_PIXELS) -
            (workbook_look_is_indented (cell->style) ? INDENT : 0));
}

/* First what fits the cells of one row, then the last row of joined
 * cells grows when they need more. */
guint *
workbook_fit_rows (const RecapSheet *sheet)
{
    guint *heights = g_new0 (guint, sheet->rows->len + 1);

    for (guint i = 0; i < sheet->rows->len; i++)
        heights[i] = g_array_index (sheet->rows, RecapSheetRow, i).height;
    for (guint joined = 0; joined <= 1; joined++)
        for (guint i = 0; i < sheet->cells->len; i++) {
            const RecapSheetCell *cell = &g_array_index (sheet->cells, RecapSheetCell, i);
            guint height = needed_height (sheet, cell);
            guint last = cell->row + cell->n_rows - 1;
            if ((cell->n_rows > 1) != (joined == 1))
                continue;
            for (guint row = cell->row; row < last; row++)
                height = height > heights[row] ? height - heights[row] : 0;
            heights[last] = MIN (MAX (heights[last], height), HEIGHT_MAX);
        }
    for (guint i = 0; i < sheet->rows->len; i++)
        if (heights[i] == 0)
            heights[i] = LOOK_CELL_POINTS;
    return heights;
}

/* The widest page: the columns at the left and one block. */
static guint
widest_page (const RecapSheet *sheet)
{
    guint n_columns = sheet->widths->len;
    guint head = columns_width (sheet, 0, MIN (sheet->head_columns, n_columns), DIGIT_EXACT);
    guint widest = 0;

    for (guint i = 0; i <= sheet->blocks->len; i++) {
        guint from = i == 0 ? sheet->head_columns : g_array_index (sheet->blocks, guint, i - 1);
        guint to = i < sheet->blocks->len ? g_array_index (sheet->blocks, guint, i) : n_columns;
        widest = MAX (widest, columns_width (sheet, from, to - from, DIGIT_EXACT));
    }
    return head + widest;
}

/* The height of the tallest page that would be there if pages ended only where they must; those
 * rows are added to @breaks. */
static guint
tallest_page (const RecapSheet *sheet, const guint *heights, GArray *breaks)
{
    guint head = 0, height = 0, tallest = 0;

    for (guint i = 0; i < sheet->rows->len; i++) {
        head += i < sheet->head_rows ? heights[i] : 0;
        if (g_array_index (sheet->rows, RecapSheetRow, i).fresh && i > sheet->head_rows) {
            g_array_append_val (breaks, i);
            height = head;
        }
        height += heights[i];
        tallest = MAX (tallest, height);
    }
    return tallest;
}

GArray *
workbook_fit_pages (const RecapSheet *sheet, const guint *heights, guint *ret_scale)
{
    GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint));
    guint height = tallest_page (sheet, heights, breaks);
    guint scale = MIN (100, 100 * WORKBOOK_PAGE_WIDTH / MAX (widest_page (sheet), 1));
    guint one_page = MIN (scale, 100 * WORKBOOK_PAGE_HEIGHT / MAX (height, 1));

    if (one_page >= MIN (scale, SCALE_MIN)) {
        *ret_scale = MAX (one_page, SCALE_SMALLEST);
        g_array_set_size (breaks, MIN (breaks->len, BREAKS_MAX));
        return breaks;
    }
    /* What must stay together does, where it can at a scale that is legible. */
    guint together = 100 * WORKBOOK_PAGE_HEIGHT / MAX (recap_page_tallest (sheet, heights), 1);
    scale = MIN (scale, MAX (together, SCALE_MIN));
    guint room = WORKBOOK_PAGE_HEIGHT * 100 / MAX (scale, 1);
    g_array_unref (breaks);
    breaks = recap_page_breaks (sheet, heights, room);
    g_array_set_size (breaks, MIN (breaks->len, BREAKS_MAX));
    *ret_scale = MAX (scale, SCALE_SMALLEST);
    return breaks;
}

void
workbook_fit_comment (const char *comment, guint points, guint *ret_width, guint *ret_height)
{
    enum { WIDTH = 225, PADDING = 12, HEIGHT_MIN = 36, HEIGHT_LIMIT = 450 }; /* points */
    guint height = recap_page_text_height (comment, points, FALSE, WIDTH - PADDING) + PADDING;

    /* A pixel is three quarters of a point. */
    *ret_width = WIDTH * 4 / 3;
    *ret_height = CLAMP (height, HEIGHT_MIN, HEIGHT_LIMIT) * 4 / 3;
}
