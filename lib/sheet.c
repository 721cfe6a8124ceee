#include "config.h"

#include "sheet.h"

enum {
    NAME_MAX_CHARACTERS = 31,
    TEXT_MAX_CHARACTERS = 16000,
};

static void
chart_clear (gpointer data)
{
    RecapChart *self = data;
    g_array_unref (self->series);
}

static void
sheet_free (gpointer data)
{
    RecapSheet *self = data;
    g_free (self->name);
    g_free (self->purpose);
    g_array_unref (self->widths);
    g_array_unref (self->rows);
    g_array_unref (self->cells);
    g_array_unref (self->charts);
    g_array_unref (self->blocks);
    g_free (self);
}

RecapBook *
recap_book_new (void)
{
    RecapBook *self = g_new0 (RecapBook, 1);
    self->sheets = g_ptr_array_new_with_free_func (sheet_free);
    self->texts = g_string_chunk_new (4096);
    return self;
}

void
recap_book_free (RecapBook *self)
{
    if (self == NULL)
        return;
    g_free (self->title);
    g_free (self->subject);
    g_free (self->header);
    g_free (self->caption);
    g_free (self->footer);
    g_ptr_array_unref (self->sheets);
    g_string_chunk_free (self->texts);
    g_free (self);
}

/* Makes text from anywhere fit for a cell. */
static char *
clean (RecapText text)
{
    if (text.size == 0)
        return g_strdup ("");
    g_autoptr (GString) out = g_string_sized_new (text.size);
    const char *end = text.bytes + text.size;

    for (const char *p = text.bytes; p < end;) {
        const char *stop = memchr (p, '\n', (gsize)(end - p));
        gsize size = (gsize)((stop != NULL ? stop : end) - p);
        g_autofree char *line = recap_text_escape (p, size);
        g_string_append (out, line);
        if (stop != NULL)
            g_string_append_c (out, '\n');
        p += size + (stop != NULL ? 1 : 0);
    }
    if (g_utf8_strlen (out->str, -1) > TEXT_MAX_CHARACTERS) {
        char *cut = g_utf8_offset_to_pointer (out->str, TEXT_MAX_CHARACTERS - 3);
        g_string_truncate (out, (gsize)(cut - out->str));
        g_string_append (out, "...");
    }
    return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether a spreadsheet could take the name for a cell ('KM12', 'R1C1', 'RC'), a number or a truth
 * value where it stands without quotes, as libxlsxwriter writes names of letters and digits. */
static gboolean
is_ambiguous (const char *name)
{
    static const char *const words[] = { "", "R", "C", "RC", "TRUE", "FALSE" };
    gboolean digit = FALSE;

    for (const char *p = name; *p != '\0'; p++) {
        if (!g_ascii_isalnum (*p) && *p != '_' && *p != '.')
            return FALSE;
        digit = digit || g_ascii_isdigit (*p);
    }
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_ascii_strcasecmp (name, words[i]) == 0)
            return TRUE;
    return digit;
}

/* The name without what spreadsheets forbid; never empty. */
static char *
clean_name (RecapText name)
{
    g_autofree char *safe = recap_text_escape (name.bytes, name.size);
    for (char *p = safe; *p != '\0'; p++)
        if (strchr ("[]:*?/\\", *p) != NULL)
            *p = '-';
    /* A blank makes quotes necessary. */
    if (is_ambiguous (safe)) {
        char *longer = g_strconcat ("Lembar ", safe, NULL);
        g_free (safe);
        safe = longer;
    }
    /* An apostrophe is forbidden at the ends only. */
    g_autofree char *cut =
        g_utf8_substring (safe, 0, MIN (g_utf8_strlen (safe, -1), (glong)NAME_MAX_CHARACTERS));
    g_strstrip (cut);
    gsize size = strlen (cut);
    if (size > 0 && cut[0] == '\'')
        cut[0] = '-';
    if (size > 0 && cut[size - 1] == '\'')
        cut[size - 1] = '-';
    return g_strdup (size > 0 ? cut : "-");
}

static gboolean
has_name (const RecapBook *self, const char *name)
{
    g_autofree char *folded = g_utf8_casefold (name, -1);
    /* Excel keeps this name for itself. */
    if (strcmp (folded, "history") == 0)
        return TRUE;
    for (guint i = 0; i < self->sheets->len; i++) {
        g_autofree char *other = g_utf8_casefold (recap_book_get (self, i)->name, -1);
        if (strcmp (folded, other) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Adds ' (2)', ' (3)' ... until the name is new. */
static char *
unique_name (const RecapBook *self, RecapText name)
{
    char *candidate = clean_name (name);
    g_autofree char *base = g_strdup (candidate);

    for (guint n = 2; has_name (self, candidate); n++) {
        g_autofree char *suffix = g_strdup_printf (" (%u)", n);
        glong room = NAME_MAX_CHARACTERS - (glong)strlen (suffix);
        g_autofree char *head = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), room));
        g_free (candidate);
        candidate = g_strconcat (head, suffix, NULL);
    }
    return candidate;
}

RecapSheet *
recap_book_add (RecapBook *self, RecapText name, const char *purpose)
{
    g_return_val_if_fail (self != NULL && purpose != NULL, NULL);

    RecapSheet *sheet = g_new0 (RecapSheet, 1);
    sheet->book = self;
    sheet->index = self->sheets->len;
    sheet->name = unique_name (self, name);
    sheet->purpose = g_strdup (purpose);
    sheet->widths = g_array_new (FALSE, TRUE, sizeof (guint));
    sheet->rows = g_array_new (FALSE, TRUE, sizeof (RecapSheetRow));
    sheet->cells = g_array_new (FALSE, TRUE, sizeof (RecapSheetCell));
    sheet->charts = g_array_new (FALSE, TRUE, sizeof (RecapChart));
    g_array_set_clear_func (sheet->charts, chart_clear);
    sheet->blocks = g_array_new (FALSE, TRUE, sizeof (guint));
    g_ptr_array_add (self->sheets, sheet);
    return sheet;
}

RecapSheet *
recap_book_get (const RecapBook *self, guint index)
{
    return g_ptr_array_index (self->sheets, index);
}

void
recap_sheet_set_widths (RecapSheet *self, guint column, guint n, guint width)
{
    if (self->widths->len < column + n)
        g_array_set_size (self->widths, column + n);
    for (guint i = column; i < column + n; i++)
        g_array_index (self->widths, guint, i) = width;
}

RecapSheetRow *
recap_sheet_row (RecapSheet *self, guint row)
{
    if (self->rows->len <= row)
        g_array_set_size (self->rows, row + 1);
    return &g_array_index (self->rows, RecapSheetRow, row);
}

static RecapSheetCell *
add_cell (RecapSheet *self, guint row, guint column, RecapStyle style, RecapContent content)
{
    RecapSheetCell cell = { .row = row,
                            .column = column,
                            .n_rows = 1,
                            .n_columns = 1,
                            .style = style,
                            .content = content };
    recap_sheet_row (self, row);
    if (self->widths->len <= column)
        g_array_set_size (self->widths, column + 1);
    g_array_append_val (self->cells, cell);
    return &g_array_index (self->cells, RecapSheetCell, self->cells->len - 1);
}

RecapSheetCell *
recap_sheet_text (RecapSheet *self, guint row, guint column, guint n_rows, guint n_columns,
                  RecapStyle style, RecapText text)
{
    g_return_val_if_fail (self != NULL && n_rows > 0 && n_columns > 0, NULL);

    g_autofree char *safe = clean (text);
    RecapContent content = *safe != '\0' ? RECAP_CONTENT_TEXT : RECAP_CONTENT_NOTHING;
    recap_sheet_row (self, row + n_rows - 1);
    if (self->widths->len < column + n_columns)
        g_array_set_size (self->widths, column + n_columns);
    RecapSheetCell *cell = add_cell (self, row, column, style, content);
    cell->n_rows = n_rows;
    cell->n_columns = n_columns;
    cell->text = g_string_chunk_insert_const (self->book->texts, safe);
    return cell;
}

RecapSheetCell *
recap_sheet_string (RecapSheet *self, guint row, guint column, guint n_rows, guint n_columns,
                    RecapStyle style, const char *string)
{
    return recap_sheet_text (self, row, column, n_rows, n_columns, style, recap_text (string));
}

RecapSheetCell *
recap_sheet_number (RecapSheet *self, guint row, guint column, RecapStyle style, RecapCell number)
{
    if (recap_cell_is_number (number)) {
        RecapSheetCell *cell = add_cell (self, row, column, style, RECAP_CONTENT_NUMBER);
        cell->number = number;
        return cell;
    }
    gboolean blank = number == RECAP_CELL_BLANK;
    RecapSheetCell *cell = recap_sheet_string (self, row, column, 1, 1, style, blank ? "" : "?");
    cell->number = number;
    cell->marks = blank ? RECAP_MARK_BLANK : RECAP_MARK_UNREADABLE;
    return cell;
}

RecapSheetCell *
recap_sheet_signed (RecapSheet *self, guint row, guint column, RecapStyle style, gint64 number)
{
    RecapSheetCell *cell = add_cell (self, row, column, style, RECAP_CONTENT_NUMBER);
    cell->number = number;
    return cell;
}

RecapSheetCell *
recap_sheet_sum (RecapSheet *self, guint row, guint column, const RecapRange *range,
                 RecapCell value)
{
    RecapSheetCell *cell = add_cell (self, row, column, RECAP_STYLE_TOTAL, RECAP_CONTENT_SUM);
    cell->range = *range;
    cell->number = value;
    return cell;
}

RecapSheetCell *
recap_sheet_copy (RecapSheet *self, guint row, guint column, const RecapRange *range,
                  RecapCell value)
{
    RecapSheetCell *cell = add_cell (self, row, column, RECAP_STYLE_NUMBER, RECAP_CONTENT_COPY);
    cell->range = *range;
    cell->number = value;
    return cell;
}

RecapSheetCell *
recap_sheet_formula (RecapSheet *self, guint row, guint column, RecapStyle style,
                     const char *formula, const char *text, gint64 number)
{
    g_return_val_if_fail (self != NULL && formula != NULL, NULL);

    RecapSheetCell *cell = add_cell (self, row, column, style, RECAP_CONTENT_FORMULA);
    cell->formula = g_string_chunk_insert_const (self->book->texts, formula);
    if (text != NULL) {
        g_autofree char *safe = clean (recap_text (text));
        cell->text = g_string_chunk_insert_const (self->book->texts, safe);
    } else {
        cell->number = number;
    }
    return cell;
}

void
recap_sheet_comment (RecapSheet *self, RecapSheetCell *cell, RecapText comment)
{
    g_return_if_fail (self != NULL && cell != NULL);

    g_autofree char *safe = clean (comment);
    cell->comment = *safe != '\0' ? g_string_chunk_insert_const (self->book->texts, safe) : NULL;
}

static const char *
keep_text (RecapSheet *self, const char *text)
{
    g_autofree char *safe = clean (recap_text (text));
    return g_string_chunk_insert_const (self->book->texts, safe);
}

RecapChart *
recap_sheet_chart (RecapSheet *self, RecapChartKind kind, const char *title,
                   const RecapRange *place, const RecapRange *names)
{
    g_return_val_if_fail (self != NULL && place != NULL && names != NULL, NULL);

    RecapChart chart = { .kind = kind,
                         .title = keep_text (self, title),
                         .names = *names,
                         .series = g_array_new (FALSE, FALSE, sizeof (RecapChartSeries)),
                         .row = place->row,
                         .column = place->column,
                         .n_rows = place->last_row - place->row + 1,
                         .n_columns = place->last_column - place->column + 1 };
    g_array_append_val (self->charts, chart);
    return &g_array_index (self->charts, RecapChart, self->charts->len - 1);
}

void
recap_sheet_chart_add (RecapSheet *self, RecapChart *chart, const char *name,
                       const RecapRange *values)
{
    g_return_if_fail (self != NULL && chart != NULL && values != NULL);

    RecapChartSeries series = { keep_text (self, name), *values };
    g_array_append_val (chart->series, series);
}

const RecapSheetCell *
recap_sheet_find (const RecapSheet *self, guint row, guint column)
{
    g_return_val_if_fail (self != NULL, NULL);

    for (guint i = 0; i < self->cells->len; i++) {
        const RecapSheetCell *cell = &g_array_index (self->cells, RecapSheetCell, i);
        if (cell->row == row && cell->column == column)
            return cell;
    }
    return NULL;
}

void
recap_sheet_append_cell_name (GString *out, guint row, guint column)
{
    char name[24]; /* no printf: formulas are full of these */
    guint n = G_N_ELEMENTS (name);

    for (guint left = row + 1; left > 0; left /= 10)
        name[--n] = (char)('0' + left % 10);
    for (guint left = column + 1; left > 0; left = (left - 1) / 26)
        name[--n] = (char)('A' + (left - 1) % 26);
    g_string_append_len (out, name + n, (gssize)(G_N_ELEMENTS (name) - n));
}

char *
recap_sheet_range_name (const RecapSheet *self, const RecapRange *range)
{
    g_return_val_if_fail (self != NULL && range != NULL, NULL);

    GString *out = g_string_new (NULL);
    if (range->sheet != self->index) {
        g_string_append_c (out, '\'');
        for (const char *p = recap_book_get (self->book, range->sheet)->name; *p != '\0'; p++) {
            if (*p == '\'')
                g_string_append_c (out, '\'');
            g_string_append_c (out, *p);
        }
        g_string_append (out, "'!");
    }
    recap_sheet_append_cell_name (out, range->row, range->column);
    if (range->row != range->last_row || range->column != range->last_column) {
        g_string_append_c (out, ':');
        recap_sheet_append_cell_name (out, range->last_row, range->last_column);
    }
    return g_string_free (out, FALSE);
}

char *
recap_sheet_cell_formula (const RecapSheet *self, const RecapSheetCell *cell)
{
    g_return_val_if_fail (self != NULL && cell != NULL, NULL);

    if (cell->content == RECAP_CONTENT_FORMULA)
        return g_strdup (cell->formula);
    if (cell->content != RECAP_CONTENT_SUM && cell->content != RECAP_CONTENT_COPY)
        return NULL;
    g_autofree char *range = recap_sheet_range_name (self, &cell->range);
    if (cell->content == RECAP_CONTENT_COPY)
        return g_steal_pointer (&range);
    if (recap_cell_is_number (cell->number))
        return g_strdup_printf ("SUM(%s)", range);
    return g_strdup_printf ("IF(COUNT(%s)=0,\"\",SUM(%s))", range, range);
}
