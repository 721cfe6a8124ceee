#include "config.h"

#include "workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "documents.h"
#include "error.h"
#include "page.h"

enum {
    COLUMNS_MAX = 16384,
    ROWS_MAX = 1048576,
    BLOCKS_MAX = 255, /* vertical page breaks that Excel knows; the 256th block has none */
    PAPER_F4 = 14,    /* folio, 8.5 by 13 inches: what is sold as F4 */
    /* What the margins leave of it, in points, less a little: no two programs measure alike. */
    PAGE_WIDTH = 862,
    PAGE_HEIGHT = 512,
    SCALE_MIN = 62,      /* per cent; smaller is not legible at night */
    SCALE_SMALLEST = 10, /* that Excel knows */
    CELL_POINTS = 9,
    INDENT = 8, /* points */
};

/* 2^53: above it a spreadsheet's numbers are no longer exact. */
static const gint64 NUMBER_MAX = G_GINT64_CONSTANT (9007199254740992);

typedef enum { LEFT, CENTRE, RIGHT } Align;
typedef enum { TOP, MIDDLE, BOTTOM } Upright;
typedef enum { NO_BORDER, THIN, THICK } Border;

/* One line a style. */
static const struct {
    guint points;
    gboolean bold, italic;
    Align align;
    Upright upright;
    Border border;
    lxw_color_t fill; /* 0: none */
} looks[RECAP_N_STYLES] = {
    [RECAP_STYLE_PLAIN] = { 10, FALSE, FALSE, LEFT, TOP, NO_BORDER, 0 },
    [RECAP_STYLE_BANNER] = { 16, TRUE, FALSE, CENTRE, MIDDLE, THICK, 0 },
    [RECAP_STYLE_TITLE] = { 13, TRUE, FALSE, CENTRE, MIDDLE, NO_BORDER, 0 },
    [RECAP_STYLE_HEADING] = { 10, TRUE, FALSE, CENTRE, MIDDLE, NO_BORDER, 0 },
    [RECAP_STYLE_LABEL] = { 9, TRUE, FALSE, LEFT, MIDDLE, NO_BORDER, 0 },
    [RECAP_STYLE_VALUE] = { 9, FALSE, FALSE, LEFT, MIDDLE, NO_BORDER, 0 },
    [RECAP_STYLE_NOTE] = { 8, FALSE, TRUE, LEFT, TOP, NO_BORDER, 0 },
    [RECAP_STYLE_ALERT] = { 9, TRUE, FALSE, LEFT, MIDDLE, THICK, 0 },
    [RECAP_STYLE_COLUMN] = { 8, TRUE, FALSE, CENTRE, MIDDLE, THIN, 0xD9D9D9 },
    [RECAP_STYLE_ORDINAL] = { 7, FALSE, FALSE, CENTRE, MIDDLE, THIN, 0xEDEDED },
    [RECAP_STYLE_SECTION] = { CELL_POINTS, TRUE, FALSE, LEFT, MIDDLE, THIN, 0xEDEDED },
    [RECAP_STYLE_CELL] = { CELL_POINTS, FALSE, FALSE, LEFT, MIDDLE, THIN, 0 },
    [RECAP_STYLE_CENTRED] = { CELL_POINTS, FALSE, FALSE, CENTRE, MIDDLE, THIN, 0 },
    [RECAP_STYLE_STRONG] = { CELL_POINTS, TRUE, FALSE, LEFT, MIDDLE, THIN, 0 },
    [RECAP_STYLE_NUMBER] = { CELL_POINTS, FALSE, FALSE, RIGHT, MIDDLE, THIN, 0 },
    [RECAP_STYLE_TOTAL] = { CELL_POINTS, TRUE, FALSE, RIGHT, MIDDLE, THIN, 0xEDEDED },
    [RECAP_STYLE_SIGN_HEAD] = { 8, TRUE, FALSE, CENTRE, MIDDLE, THIN, 0 },
    [RECAP_STYLE_SIGN] = { 8, FALSE, FALSE, CENTRE, BOTTOM, THIN, 0 },
    [RECAP_STYLE_ENTRY] = { CELL_POINTS, FALSE, FALSE, LEFT, MIDDLE, THIN, 0xF2F8EE },
};

/* Text in tables keeps off the border. */
static gboolean
is_indented (RecapStyle style)
{
    return looks[style].align == LEFT && looks[style].border == THIN;
}

typedef struct {
    const RecapBook *book;
    lxw_workbook *workbook;
    lxw_format *formats[RECAP_N_STYLES][64]; /* by style and marks, made when first used */
    lxw_error failure;                       /* the first one */
} Writer;

static void
note_failure (Writer *self, lxw_error code)
{
    if (self->failure == LXW_NO_ERROR)
        self->failure = code;
}

/* Each mark must be seen on a black and white print too: a hatch, a thick frame, an underline, an
 * asterisk. */
static void
apply_marks (lxw_format *format, guint marks)
{
    if (marks & RECAP_MARK_FINDING) {
        format_set_border (format, LXW_BORDER_MEDIUM_DASHED);
        format_set_pattern (format, LXW_PATTERN_SOLID);
        /* In a solid fill the colour is the foreground. */
        format_set_fg_color (format, 0xFFE699);
    }
    if (marks & (RECAP_MARK_BLANK | RECAP_MARK_UNREADABLE)) {
        format_set_pattern (format, LXW_PATTERN_GRAY_125);
        format_set_fg_color (format, 0x7F7F7F);
        format_set_bg_color (format, marks & RECAP_MARK_FINDING ? 0xFFE699 : 0xFFFFFF);
        format_set_align (format, LXW_ALIGN_CENTER);
    }
    if (marks & RECAP_MARK_BLANK) {
        format_set_diag_type (format, LXW_DIAGONAL_BORDER_UP);
        format_set_diag_border (format, LXW_BORDER_HAIR);
    }
    if (marks & RECAP_MARK_UNREADABLE)
        format_set_bold (format);
    if (marks & RECAP_MARK_CORRECTED) {
        format_set_bold (format);
        format_set_underline (format, LXW_UNDERLINE_SINGLE);
    }
    if (marks & RECAP_MARK_INCOMPLETE)
        format_set_num_format (format, "#,##0\"*\"");
}

static lxw_format *
make_format (Writer *self, RecapStyle style, guint marks)
{
    static const guint8 aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
    static const guint8 uprights[] = { LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER,
                                       LXW_ALIGN_VERTICAL_BOTTOM };
    static const guint8 borders[] = { LXW_BORDER_NONE, LXW_BORDER_THIN, LXW_BORDER_MEDIUM };
    lxw_format *format = workbook_add_format (self->workbook);

    format_set_font_name (format, "Arial");
    format_set_font_size (format, looks[style].points);
    format_set_align (format, aligns[looks[style].align]);
    format_set_align (format, uprights[looks[style].upright]);
    format_set_border (format, borders[looks[style].border]);
    if (is_indented (style))
        format_set_indent (format, 1);
    if (looks[style].bold)
        format_set_bold (format);
    if (looks[style].italic)
        format_set_italic (format);
    if (looks[style].fill != 0) {
        format_set_pattern (format, LXW_PATTERN_SOLID);
        format_set_fg_color (format, looks[style].fill);
    }
    if (style == RECAP_STYLE_NUMBER || style == RECAP_STYLE_TOTAL) {
        format_set_num_format (format, "#,##0");
        /* Rather a small number than '####'. */
        format_set_shrink (format);
    } else {
        format_set_num_format (format, "@");
        format_set_text_wrap (format);
    }
    apply_marks (format, marks);
    return format;
}

static lxw_format *
get_format (Writer *self, RecapStyle style, guint marks)
{
    g_assert (marks < G_N_ELEMENTS (self->formats[0]));
    lxw_format **format = &self->formats[style][marks];
    if (*format == NULL)
        *format = make_format (self, style, marks);
    return *format;
}

/* What a cell with a formula is said to give: programs that do not compute show it. */
static void
write_formula (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet,
               const RecapSheetCell *cell, lxw_format *format)
{
    g_autofree char *computed = recap_sheet_cell_formula (sheet, cell);
    g_autofree char *formula = g_strconcat ("=", computed, NULL);
    const char *text = recap_cell_is_number (cell->number) ? NULL : "";

    if (cell->content == RECAP_CONTENT_FORMULA)
        text = cell->text;
    if (text == NULL)
        note_failure (self,
                      worksheet_write_formula_num (worksheet, cell->row, (lxw_col_t)cell->column,
                                                   formula, format, (double)cell->number));
    else
        note_failure (self,
                      worksheet_write_formula_str (worksheet, cell->row, (lxw_col_t)cell->column,
                                                   formula, format, text));
}

static void
write_cell (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet,
            const RecapSheetCell *cell)
{
    lxw_format *format = get_format (self, cell->style, cell->marks);
    lxw_row_t row = cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;

    if (cell->n_rows > 1 || cell->n_columns > 1)
        note_failure (self, worksheet_merge_range (worksheet, row, column, row + cell->n_rows - 1,
                                                   (lxw_col_t)(column + cell->n_columns - 1), NULL,
                                                   format));
    switch (cell->content) {
    case RECAP_CONTENT_NOTHING:
        note_failure (self, worksheet_write_blank (worksheet, row, column, format));
        break;
    case RECAP_CONTENT_TEXT:
        note_failure (self, worksheet_write_string (worksheet, row, column, cell->text, format));
        break;
    case RECAP_CONTENT_NUMBER:
        note_failure (
            self, worksheet_write_number (worksheet, row, column, (double)cell->number, format));
        break;
    case RECAP_CONTENT_SUM:
    case RECAP_CONTENT_COPY:
    case RECAP_CONTENT_FORMULA:
        write_formula (self, worksheet, sheet, cell, format);
        break;
    }
}

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

static guint
needed_height (const RecapSheet *sheet, const RecapSheetCell *cell)
{
    guint points = looks[cell->style].points;
    if (cell->content != RECAP_CONTENT_TEXT)
        return points * 6 / 5 + 3;
    return recap_page_text_height (
        cell->text, points, looks[cell->style].bold,
        columns_width (sheet, cell->column, cell->n_columns, DIGIT_IN_PIXELS) -
            (is_indented (cell->style) ? INDENT : 0));
}

/* Finds the height of every row: first what fits the cells of one row, then the last row of joined
 * cells grows when they need more. */
static guint *
fit_rows (const RecapSheet *sheet)
{
    enum { HEIGHT_MAX = 409 }; /* that a row may have */
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
            heights[i] = CELL_POINTS;
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

/* Sets the scale and the page breaks: one page a block if that is legible, else several. */
static void
set_pages (lxw_worksheet *worksheet, const RecapSheet *sheet, const guint *heights)
{
    guint height = 0;
    for (guint i = 0; i < sheet->rows->len; i++)
        height += heights[i];
    guint scale = MIN (100, 100 * PAGE_WIDTH / MAX (widest_page (sheet), 1));
    guint one_page = MIN (scale, 100 * PAGE_HEIGHT / MAX (height, 1));

    if (one_page >= MIN (scale, SCALE_MIN)) {
        scale = one_page;
    } else {
        guint room = PAGE_HEIGHT * 100 / MAX (scale, 1);
        g_autoptr (GArray) breaks = recap_page_breaks (sheet, heights, room);
        guint end = 0;
        /* More than 1,023 breaks Excel does not know; it then breaks the rest by itself. */
        g_array_set_size (breaks, MIN (breaks->len, 1023));
        g_array_append_val (breaks, end);
        worksheet_set_h_pagebreaks (worksheet, (lxw_row_t *)(gpointer)breaks->data);
    }
    worksheet_set_print_scale (worksheet, (uint16_t)MAX (scale, SCALE_SMALLEST));

    if (sheet->blocks->len > 0) {
        g_autofree lxw_col_t *columns = g_new0 (lxw_col_t, sheet->blocks->len + 1);
        for (guint i = 0; i < sheet->blocks->len; i++)
            columns[i] = (lxw_col_t)g_array_index (sheet->blocks, guint, i);
        worksheet_set_v_pagebreaks (worksheet, columns);
    }
}

G_STATIC_ASSERT (sizeof (lxw_row_t) == sizeof (guint));

static void
set_columns_and_rows (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet,
                      const guint *heights)
{
    for (guint i = 0; i < sheet->widths->len; i++)
        note_failure (self,
                      worksheet_set_column (worksheet, (lxw_col_t)i, (lxw_col_t)i,
                                            g_array_index (sheet->widths, guint, i) / 10.0, NULL));
    for (guint i = 0; i < sheet->rows->len; i++)
        note_failure (self, worksheet_set_row (worksheet, i, heights[i], NULL));
}

/* '&' begins a command in headers and footers. */
static char *
escape_header (const char *text)
{
    enum { LENGTH_MAX = 90 }; /* of 255 bytes for the whole, doubled ones counted */
    g_autoptr (GString) out = g_string_new (NULL);
    for (const char *p = text; *p != '\0' && out->len < LENGTH_MAX; p = g_utf8_next_char (p)) {
        if (*p == '&')
            g_string_append_c (out, '&');
        g_string_append_unichar (out, g_utf8_get_char (p));
    }
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
set_paper (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet)
{
    g_autofree char *title = escape_header (self->book->header);
    g_autofree char *name = escape_header (sheet->name);
    /* The blank after a size keeps it apart from a text that begins with a digit. */
    g_autofree char *header =
        g_strdup_printf ("&L&\"Arial,Bold\"&10 %s&R&\"Arial\"&8 %s", title, name);

    worksheet_set_landscape (worksheet);
    worksheet_set_paper (worksheet, PAPER_F4);
    worksheet_set_margins (worksheet, 0.4, 0.4, 0.65, 0.55);
    worksheet_center_horizontally (worksheet);
    lxw_header_footer_options place = { .margin = 0.3 };
    note_failure (self, worksheet_set_header_opt (worksheet, header, &place));
    note_failure (
        self, worksheet_set_footer_opt (worksheet, "&R&\"Arial\"&8 Halaman &P dari &N", &place));
    if (sheet->head_rows > 0)
        note_failure (self, worksheet_repeat_rows (worksheet, 0, sheet->head_rows - 1));
    if (sheet->head_columns > 0)
        note_failure (
            self, worksheet_repeat_columns (worksheet, 0, (lxw_col_t)(sheet->head_columns - 1)));
    if (sheet->head_rows > 0 || sheet->head_columns > 0)
        worksheet_freeze_panes (worksheet, sheet->head_rows, (lxw_col_t)sheet->head_columns);
    note_failure (self, worksheet_print_area (worksheet, 0, 0, sheet->rows->len - 1,
                                              (lxw_col_t)(sheet->widths->len - 1)));
    /* Codes are text, and a sum that begins with what is carried forward is meant to. */
    worksheet_ignore_errors (worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_ignore_errors (worksheet, LXW_IGNORE_FORMULA_RANGE, "A1:XFD1048576");
}

static void
write_sheet (Writer *self, const RecapSheet *sheet)
{
    lxw_worksheet *worksheet = workbook_add_worksheet (self->workbook, sheet->name);
    g_assert (worksheet != NULL);
    g_autofree guint *heights = fit_rows (sheet);

    set_columns_and_rows (self, worksheet, sheet, heights);
    for (guint i = 0; i < sheet->cells->len; i++)
        write_cell (self, worksheet, sheet, &g_array_index (sheet->cells, RecapSheetCell, i));
    set_paper (self, worksheet, sheet);
    set_pages (worksheet, sheet, heights);
}

/* libxlsxwriter must never meet what it cannot do: it would say so on standard error itself. */
static gboolean
check_limits (const RecapBook *book, GError **error)
{
    for (guint i = 0; i < book->sheets->len; i++) {
        const RecapSheet *sheet = recap_book_get (book, i);
        if (sheet->widths->len > COLUMNS_MAX || sheet->rows->len > ROWS_MAX ||
            sheet->blocks->len > BLOCKS_MAX) {
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                             _ ("sheet '%s' would have %u columns and %u rows in %u blocks; Excel "
                                "has 16384, 1048576 and 256"),
                             sheet->name, sheet->widths->len, sheet->rows->len,
                             sheet->blocks->len + 1);
            return FALSE;
        }
        for (guint k = 0; k < sheet->cells->len; k++) {
            const RecapSheetCell *cell = &g_array_index (sheet->cells, RecapSheetCell, k);
            if (cell->number > NUMBER_MAX) {
                recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                                 _ ("a number in sheet '%s' is above 2^53; Excel would round it"),
                                 sheet->name);
                return FALSE;
            }
        }
    }
    return TRUE;
}

static void
set_properties (Writer *self)
{
    lxw_doc_properties properties = { .title = self->book->title,
                                      .subject = self->book->subject,
                                      .comments = self->book->header,
                                      .author = (char *)"recap",
                                      .created = (time_t)self->book->created };
    note_failure (self, workbook_set_properties (self->workbook, &properties));
}

/* The widths of columns count digits of the default font. Calibri is not everywhere; Arial is, or a
 * font of the same widths. The first format of a workbook is the default one. */
static void
set_default_font (Writer *self)
{
    lxw_format *format = STAILQ_FIRST (self->workbook->formats);
    format_set_font_name (format, "Arial");
    format_set_font_size (format, 10);
}

/* libxlsxwriter puts each sheet into a temporary file first and does not notice when there is no
 * room for it: the sheet is cut short. So what was written is read again. */
static gboolean
check_part (const char *part, const char *path, GError **error)
{
    if (recap_documents_check_xml (part, NULL))
        return TRUE;
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': a sheet was cut short"),
                     path);
    recap_error_set_hint (error, _ ("make room in the folder for temporary files"));
    return FALSE;
}

/* Writes the workbook to a file that exists. */
static gboolean
write_part (const RecapBook *book, const char *part, const char *path, GError **error)
{
    Writer writer = { .book = book, .workbook = workbook_new (part) };

    if (writer.workbook == NULL) {
        recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("no memory for the workbook '%s'"),
                         path);
        return FALSE;
    }
    set_properties (&writer);
    set_default_font (&writer);
    for (guint i = 0; i < book->sheets->len; i++)
        write_sheet (&writer, recap_book_get (book, i));
    errno = 0;
    lxw_error closed = workbook_close (writer.workbook);
    int number = errno;
    note_failure (&writer, closed);
    if (writer.failure == LXW_NO_ERROR)
        return check_part (part, path, error);
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                     closed != LXW_NO_ERROR && number != 0 ? g_strerror (number)
                                                           : lxw_strerror (writer.failure));
    return FALSE;
}

gboolean
recap_workbook_write (const RecapBook *book, const char *path, GError **error)
{
    g_return_val_if_fail (book != NULL && book->created != 0 && path != NULL, FALSE);

    if (!check_limits (book, error))
        return FALSE;
    g_autofree char *part = g_strdup_printf ("%s.XXXXXX", path);
    int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                         g_strerror (errno));
        return FALSE;
    }
    close (fd);
    if (!write_part (book, part, path, error)) {
        g_unlink (part);
        return FALSE;
    }
    if (g_rename (part, path) < 0) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                         g_strerror (errno));
        g_unlink (part);
        return FALSE;
    }
    return TRUE;
}
