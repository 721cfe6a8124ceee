#include "config.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "sheet-reader-part.h"

/* OpenDocument: content.xml has all sheets one after the other. What a number means stands with the
 * cell; rows and cells that are alike are written once with a number of repeats. */

/* --- the list of sheets --- */

typedef struct {
    SheetBook *book;
    GHashTable *hidden; /* names of the styles of hidden tables; a set */
    char *style;        /* that is being read */
    guint in_table;
} Listing;

static gboolean
on_list (gpointer data, const char *name, const char **attributes, const char **values,
         GError **error)
{
    Listing *self = data;

    if (strcmp (name, "style:style") == 0) {
        g_free (self->style);
        self->style = g_strdup (sheet_xml_find ("style:name", attributes, values));
    } else if (strcmp (name, "style:table-properties") == 0) {
        const char *display = sheet_xml_find ("table:display", attributes, values);
        if (g_strcmp0 (display, "false") == 0 && self->style != NULL &&
            g_hash_table_size (self->hidden) <= SHEETS_MAX)
            g_hash_table_add (self->hidden, g_strdup (self->style));
    } else if (strcmp (name, "table:table") == 0 && self->in_table++ == 0) {
        const char *title = sheet_xml_find ("table:name", attributes, values);
        const char *style = sheet_xml_find ("table:style-name", attributes, values);
        return sheet_book_add (self->book, title != NULL ? title : "", NULL,
                               style != NULL && g_hash_table_contains (self->hidden, style), error);
    }
    return TRUE;
}

static gboolean
on_list_end (gpointer data, const char *name, GError **error)
{
    Listing *self = data;
    (void)error;
    self->in_table -= strcmp (name, "table:table") == 0;
    return TRUE;
}

static gboolean
on_list_text (gpointer data, const char *text, gsize size, GError **error)
{
    (void)data, (void)text, (void)size, (void)error;
    return TRUE;
}

static gboolean
list_sheets (SheetBook *book, GError **error)
{
    static const SheetXmlHandler handler = { on_list, on_list_end, on_list_text };
    g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Listing listing = { book, hidden, NULL, 0 };

    gboolean ok = sheet_xml_run (book->package, "content.xml", TRUE, &handler, &listing, error);
    g_free (listing.style);
    return ok;
}

/* --- a sheet --- */

struct _SheetState {
    SheetBook *book;
    SheetRows *rows;
    SheetXml *xml;
    guint wanted;   /* index of the sheet */
    guint n_tables; /* that began so far */
    guint depth;    /* of elements */
    guint in_table; /* tables in tables */
    gboolean reading, ended;
    guint64 line, n_lines;
    guint64 column, n_columns;
    guint cell_depth; /* depth of the cell that is being read, 0: none */
    guint text_depth; /* of its paragraph, 0: none */
    guint n_paragraphs;
    gboolean has_value; /* the text comes from an attribute, not from the paragraphs */
    GByteArray *text;
};

static gboolean
is_cell (const char *name)
{
    return strcmp (name, "table:table-cell") == 0 || strcmp (name, "table:covered-table-cell") == 0;
}

/* Reads how often something stands there; once when it is not said. */
static guint64
read_repeat (const char *name, guint64 max, const char **attributes, const char **values)
{
    guint64 n = 1;
    sheet_xml_number (sheet_xml_find (name, attributes, values), max, &n);
    return MAX (n, 1);
}

static void
append (SheetState *self, const char *text, gsize size)
{
    /* Beyond the limit it need not grow: one byte more is refused. */
    if (self->text->len <= RECAP_FIELD_MAX)
        g_byte_array_append (self->text, (const guint8 *)text,
                             (guint)MIN (size, RECAP_FIELD_MAX + 1));
}

/* 'PT12H30M00S' and '2024-02-15T12:30:00' must not be taken for counts and are not. */
static void
take_value (SheetState *self, const char **attributes, const char **values)
{
    static const struct {
        const char *type, *attribute;
    } types[] = {
        { "float", "office:value" },      { "currency", "office:value" },
        { "percentage", "office:value" }, { "date", "office:date-value" },
        { "time", "office:time-value" },
    };
    const char *type = sheet_xml_find ("office:value-type", attributes, values);
    const char *formula = sheet_xml_find ("table:formula", attributes, values);
    const char *kind = sheet_xml_find ("calcext:value-type", attributes, values);

    if (type == NULL && formula != NULL) { /* never computed */
        self->has_value = TRUE;
        append (self, formula, strlen (formula));
    }
    if (type == NULL || g_strcmp0 (kind, "error") == 0)
        return;
    for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
        const char *value = sheet_xml_find (types[i].attribute, attributes, values);
        if (strcmp (type, types[i].type) != 0 || value == NULL)
            continue;
        self->has_value = TRUE;
        g_autofree char *percent =
            strcmp (type, "percentage") == 0 ? sheet_percent_format (recap_text (value)) : NULL;
        const char *text = percent != NULL ? percent : value;
        append (self, text, strlen (text));
    }
    if (strcmp (type, "boolean") == 0) {
        const char *value = sheet_xml_find ("office:boolean-value", attributes, values);
        self->has_value = TRUE;
        append (self, g_strcmp0 (value, "true") == 0 ? "TRUE" : "FALSE",
                g_strcmp0 (value, "true") == 0 ? 4 : 5);
    }
}

static gboolean
start_cell (SheetState *self, const char **attributes, const char **values, GError **error)
{
    guint64 n_lines = read_repeat ("table:number-rows-spanned", G_MAXUINT32, attributes, values);
    guint64 n_columns =
        read_repeat ("table:number-columns-spanned", G_MAXINT32, attributes, values);

    self->n_columns =
        read_repeat ("table:number-columns-repeated", G_MAXUINT32, attributes, values);
    self->cell_depth = self->depth;
    self->text_depth = 0;
    self->n_paragraphs = 0;
    self->has_value = FALSE;
    g_byte_array_set_size (self->text, 0);
    take_value (self, attributes, values);
    if (n_lines == 1 || self->column > SHEET_COLUMNS_MAX)
        return TRUE;
    const RecapJoined joined = {
        .first_line = self->line,
        .last_line = self->line + n_lines - 1,
        .first_column = (guint)self->column,
        .last_column = (guint)(self->column + n_columns - 1),
    };
    return sheet_rows_join (self->rows, &joined, error);
}

/* What stands for blanks inside a paragraph. */
static void
start_in_text (SheetState *self, const char *name, const char **attributes, const char **values)
{
    if (strcmp (name, "text:tab") == 0)
        append (self, "\t", 1);
    else if (strcmp (name, "text:line-break") == 0)
        append (self, "\n", 1);
    else if (strcmp (name, "text:s") == 0)
        for (guint64 n = read_repeat ("text:c", RECAP_FIELD_MAX, attributes, values); n > 0; n--)
            append (self, " ", 1);
}

static gboolean
start_row (SheetState *self, const char **attributes, const char **values, GError **error)
{
    self->n_lines = read_repeat ("table:number-rows-repeated", G_MAXUINT32, attributes, values);
    self->column = 1;
    return sheet_rows_begin (self->rows, self->line, error);
}

static gboolean
on_start (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
    SheetState *self = data;

    self->depth++;
    if (strcmp (name, "table:table") == 0 && self->in_table++ == 0)
        self->reading = self->n_tables++ == self->wanted;
    if (!self->reading || self->in_table != 1)
        return TRUE;
    if (self->cell_depth == 0) {
        if (strcmp (name, "table:table-row") == 0)
            return start_row (self, attributes, values, error);
        if (is_cell (name))
            return start_cell (self, attributes, values, error);
    } else if (self->text_depth > 0) {
        start_in_text (self, name, attributes, values);
    } else if (strcmp (name, "text:p") == 0 && self->depth == self->cell_depth + 1 &&
               !self->has_value) {
        self->text_depth = self->depth;
        if (self->n_paragraphs++ > 0)
            append (self, "\n", 1);
    }
    return TRUE;
}

static gboolean
on_text (gpointer data, const char *text, gsize size, GError **error)
{
    SheetState *self = data;
    (void)error;
    if (self->text_depth > 0)
        append (self, text, size);
    return TRUE;
}

static gboolean
end_cell (SheetState *self, GError **error)
{
    RecapText text = { (const char *)self->text->data, self->text->len };

    self->cell_depth = 0;
    if (text.size == 0) {
        self->column += self->n_columns;
        return TRUE;
    }
    for (guint64 i = 0; i < self->n_columns; i++)
        if (!sheet_rows_add (self->rows, self->column++, text, FALSE, error))
            return FALSE;
    return TRUE;
}

static gboolean
end_element (SheetState *self, const char *name, GError **error)
{
    if (self->cell_depth > 0) {
        if (self->text_depth == self->depth)
            self->text_depth = 0;
        return self->cell_depth != self->depth || end_cell (self, error);
    }
    if (strcmp (name, "table:table-row") != 0)
        return TRUE;
    self->line += self->n_lines;
    return sheet_rows_end (self->rows, self->n_lines, error);
}

static gboolean
on_end (gpointer data, const char *name, GError **error)
{
    SheetState *self = data;
    gboolean ok = !self->reading || self->in_table != 1 || end_element (self, name, error);

    self->depth--;
    if (strcmp (name, "table:table") == 0 && --self->in_table == 0 && self->reading) {
        self->reading = FALSE;
        self->ended = TRUE;
    }
    return ok;
}

static void
close_sheet (SheetState *self)
{
    sheet_xml_free (self->xml);
    g_byte_array_unref (self->text);
    g_free (self);
}

static SheetState *
open_sheet (SheetBook *book, guint index, SheetRows *rows, GError **error)
{
    static const SheetXmlHandler handler = { on_start, on_end, on_text };
    SheetState *self = g_new0 (SheetState, 1);

    self->book = book;
    self->rows = rows;
    self->wanted = index;
    self->line = 1;
    self->text = g_byte_array_new ();
    self->xml = sheet_xml_new (book->package, "content.xml", TRUE, &handler, self, error);
    if (self->xml != NULL)
        return self;
    close_sheet (self);
    return NULL;
}

static gboolean
step_sheet (SheetState *self, gboolean *ret_end, GError **error)
{
    gboolean end = FALSE;

    if (!sheet_xml_step (self->xml, &end, error))
        return FALSE;
    *ret_end = end || self->ended;
    return TRUE;
}

const SheetFormat sheet_format_ods = { "ods", list_sheets, open_sheet, step_sheet, close_sheet };
