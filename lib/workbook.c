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
#include "workbook-chart.h"
#include "workbook-entry.h"
#include "workbook-fit.h"
#include "workbook-look.h"
#include "workbook-margin.h"

enum {
    COLUMNS_MAX = 16384,
    ROWS_MAX = 1048576,
    BLOCKS_MAX = 255, /* vertical page breaks that Excel knows; the 256th block has none */
    PAPER_F4 = 14,    /* folio, 8.5 by 13 inches: what is sold as F4 */
    N_MARKS = 64,     /* room for all marks together */
    COMMENT_POINTS = 9,
    FORMULA_MAX = 255,       /* characters of a formula of a validation */
    VALIDATIONS_MAX = 65534, /* of a sheet */
};

/* 2^53: above it a spreadsheet's numbers are no longer exact. */
static const gint64 NUMBER_MAX = G_GINT64_CONSTANT (9007199254740992);

typedef struct {
    const RecapBook *book;
    lxw_workbook *workbook;
    /* By what may be typed in, style and marks; made when first used. */
    lxw_format *formats[2][RECAP_N_STYLES][N_MARKS];
    lxw_error failure; /* the first one */
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
    if (marks & RECAP_MARK_RELATED) {
        format_set_border (format, LXW_BORDER_DOTTED);
        format_set_pattern (format, LXW_PATTERN_SOLID);
        format_set_fg_color (format, 0xFFF8E1);
    }
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
    const WorkbookLook *look = workbook_look (style);
    lxw_format *format = workbook_add_format (self->workbook);

    format_set_font_name (format, "Arial");
    format_set_font_size (format, look->points);
    format_set_align (format, aligns[look->align]);
    format_set_align (format, uprights[look->upright]);
    format_set_border (format, borders[look->border]);
    if (workbook_look_is_indented (style))
        format_set_indent (format, 1);
    if (look->bold)
        format_set_bold (format);
    if (look->italic)
        format_set_italic (format);
    if (look->fill != 0) {
        format_set_pattern (format, LXW_PATTERN_SOLID);
        format_set_fg_color (format, look->fill);
    }
    if (look->number != NULL) {
        format_set_num_format (format, look->number);
        /* Rather a small number than '####'. */
        format_set_shrink (format);
    } else {
        format_set_num_format (format, "@");
        format_set_text_wrap (format);
    }
    apply_marks (format, marks);
    return format;
}

/* What may be typed in is text: '0012', '1.234' and '?' stay as they were typed. */
static void
open_format (lxw_format *format)
{
    format_set_unlocked (format);
    format_set_num_format (format, "@");
}

static lxw_format *
get_format (Writer *self, const RecapSheetCell *cell)
{
    g_assert (cell->marks < N_MARKS);
    gboolean open = cell->entry != NULL;
    lxw_format **format = &self->formats[open ? 1 : 0][cell->style][cell->marks];
    if (*format == NULL) {
        *format = make_format (self, cell->style, cell->marks);
        if (open)
            open_format (*format);
    }
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

/* Shown while the pointer is over the cell, as large as its text. */
static void
write_comment (Writer *self, lxw_worksheet *worksheet, const RecapSheetCell *cell)
{
    guint width = 0, height = 0;
    workbook_fit_comment (cell->comment, COMMENT_POINTS, &width, &height);
    lxw_comment_options options = { .visible = LXW_COMMENT_DISPLAY_HIDDEN,
                                    .author = (char *)"recap",
                                    .width = (uint16_t)width,
                                    .height = (uint16_t)height,
                                    .font_name = (char *)"Arial",
                                    .font_size = COMMENT_POINTS };
    note_failure (self, worksheet_write_comment_opt (worksheet, cell->row, (lxw_col_t)cell->column,
                                                     cell->comment, &options));
}

static void
write_cell (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet,
            const RecapSheetCell *cell)
{
    lxw_format *format = get_format (self, cell);
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
    if (cell->comment != NULL)
        write_comment (self, worksheet, cell);
}

G_STATIC_ASSERT (sizeof (lxw_row_t) == sizeof (guint));

/* Sets the scale and the page breaks: one page a block if that is legible, else several. */
static void
set_pages (lxw_worksheet *worksheet, const RecapSheet *sheet, const guint *heights)
{
    guint scale = 0;
    g_autoptr (GArray) breaks = workbook_fit_pages (sheet, heights, &scale);
    guint end = 0;

    if (breaks->len > 0) {
        g_array_append_val (breaks, end);
        worksheet_set_h_pagebreaks (worksheet, (lxw_row_t *)(gpointer)breaks->data);
    }
    worksheet_set_print_scale (worksheet, (uint16_t)scale);
    if (sheet->blocks->len > 0) {
        g_autofree lxw_col_t *columns = g_new0 (lxw_col_t, sheet->blocks->len + 1);
        for (guint i = 0; i < sheet->blocks->len; i++)
            columns[i] = (lxw_col_t)g_array_index (sheet->blocks, guint, i);
        worksheet_set_v_pagebreaks (worksheet, columns);
    }
}

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

static void
set_paper (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet)
{
    g_autofree char *header = workbook_margin_header (sheet);
    g_autofree char *footer = workbook_margin_footer (sheet);

    worksheet_set_landscape (worksheet);
    worksheet_set_paper (worksheet, PAPER_F4);
    worksheet_set_margins (worksheet, 0.4, 0.4, 0.65, 0.55);
    worksheet_center_horizontally (worksheet);
    lxw_header_footer_options place = { .margin = 0.3 };
    note_failure (self, worksheet_set_header_opt (worksheet, header, &place));
    note_failure (self, worksheet_set_footer_opt (worksheet, footer, &place));
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

/* Whoever types sees what is wanted before, and why it was refused after. */
static void
write_validation (Writer *self, lxw_worksheet *worksheet, const WorkbookEntries *entries)
{
    const RecapEntry *entry = entries->entry;
    g_autofree char *formula =
        entry->kind == RECAP_ENTRY_CELL ? workbook_entries_formula (entries) : NULL;
    lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LENGTH,
                                 .criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO,
                                 .value_number = RECAP_ENTRY_TEXT_MAX,
                                 .ignore_blank = LXW_VALIDATION_ON,
                                 .show_input = LXW_VALIDATION_ON,
                                 .show_error = LXW_VALIDATION_ON,
                                 .input_title = (char *)entry->title,
                                 .input_message = (char *)entry->prompt,
                                 .error_title = (char *)"Isian ditolak",
                                 .error_message = (char *)workbook_entries_refusal (entry) };

    if (entry->kind == RECAP_ENTRY_WORD) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.criteria = LXW_VALIDATION_CRITERIA_NONE;
        rule.dropdown = LXW_VALIDATION_ON;
        rule.value_list = (char **)(gpointer)entry->words;
    } else if (formula != NULL && strlen (formula) <= FORMULA_MAX) {
        rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        rule.criteria = LXW_VALIDATION_CRITERIA_NONE;
        rule.value_formula = formula;
    }
    note_failure (self, worksheet_data_validation_range (
                            worksheet, entries->row, (lxw_col_t)entries->column, entries->last_row,
                            (lxw_col_t)entries->column, &rule));
}

/* There is no password: it keeps slips away, not people. */
static void
protect (Writer *self, lxw_worksheet *worksheet, const RecapSheet *sheet)
{
    g_autoptr (GArray) entries = workbook_entries_find (sheet);

    /* Beyond what Excel takes, whoever reads the sheet back is the only one to check. */
    for (guint i = 0; i < MIN (entries->len, (guint)VALIDATIONS_MAX); i++)
        write_validation (self, worksheet, &g_array_index (entries, WorkbookEntries, i));
    if (sheet->locked) {
        lxw_protection may = { .format_columns = LXW_TRUE,
                               .format_rows = LXW_TRUE,
                               .autofilter = LXW_TRUE };
        worksheet_protect (worksheet, NULL, &may);
    }
}

static void
write_sheet (Writer *self, const RecapSheet *sheet)
{
    lxw_worksheet *worksheet = workbook_add_worksheet (self->workbook, sheet->name);
    g_assert (worksheet != NULL);
    g_autofree guint *heights = workbook_fit_rows (sheet);

    set_columns_and_rows (self, worksheet, sheet, heights);
    for (guint i = 0; i < sheet->cells->len; i++)
        write_cell (self, worksheet, sheet, &g_array_index (sheet->cells, RecapSheetCell, i));
    if (!workbook_add_charts (self->workbook, worksheet, sheet, heights))
        note_failure (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
    protect (self, worksheet, sheet);
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
