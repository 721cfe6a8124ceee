#include "config.h"

#include "sheet-reader-rows.h"

#include <glib/gi18n-lib.h>

#include "error.h"

/* Cells that an .ods file makes by repeating; every repeat costs it nothing and us a cell. */
static const guint64 REPEATED_MAX = 16 * 1024 * 1024;

typedef struct {
    const char *lent; /* NULL: at @offset of the texts */
    gsize offset;
    gsize size;
    guint column; /* from 1 */
} Cell;

typedef struct {
    guint64 line;
    guint64 n_times; /* still to be given */
    guint first, n;  /* its cells */
} Row;

struct _SheetRows {
    const char *name;
    GArray *cells; /* Cell of the rows, then of the one that is being read */
    GArray *rows;  /* Row */
    GByteArray *texts;
    guint next; /* row to be given */
    Row row;    /* that is being read */
    guint64 n_repeated;
    GArray *joined; /* RecapJoined */
    guint width;    /* of the widest row so far */
    guint n_lent;
    RecapText *fields;
    guint64 *lines;
    guint *columns;
};

SheetRows *
sheet_rows_new (const char *name)
{
    SheetRows *self = g_new0 (SheetRows, 1);
    self->name = name;
    self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
    self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
    self->texts = g_byte_array_new ();
    self->joined = g_array_new (FALSE, FALSE, sizeof (RecapJoined));
    return self;
}

void
sheet_rows_free (SheetRows *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->cells);
    g_array_unref (self->rows);
    g_byte_array_unref (self->texts);
    g_array_unref (self->joined);
    g_free (self->fields);
    g_free (self->lines);
    g_free (self->columns);
    g_free (self);
}

void
sheet_rows_clear (SheetRows *self)
{
    g_array_set_size (self->cells, 0);
    g_array_set_size (self->rows, 0);
    g_byte_array_set_size (self->texts, 0);
    g_array_set_size (self->joined, 0);
    self->next = 0;
    self->row = (Row){ 0, 0, 0, 0 };
    self->n_repeated = 0;
    self->width = 0;
}

static gboolean
set_error (const SheetRows *self, RecapErrorCode code, guint64 column, const char *message,
           GError **error)
{
    RecapOrigin origin = { self->name, self->row.line, (guint)MIN (column, G_MAXUINT) };
    recap_error_set (error, code, &origin, "%s", message);
    return FALSE;
}

gboolean
sheet_rows_begin (SheetRows *self, guint64 line, GError **error)
{
    guint64 before = self->row.line;

    self->row = (Row){ line, 0, self->cells->len, 0 };
    if (line > SHEET_ROWS_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, 0, _ ("a sheet has at most 1048576 rows"),
                          error);
    return line > before ||
           set_error (self, RECAP_ERROR_SYNTAX, 0, _ ("the rows are out of order"), error);
}

gboolean
sheet_rows_add (SheetRows *self, guint64 column, RecapText text, gboolean lent, GError **error)
{
    guint before =
        self->row.n > 0 ? g_array_index (self->cells, Cell, self->cells->len - 1).column : 0;
    Cell cell = { lent ? text.bytes : NULL, self->texts->len, text.size, (guint)column };

    if (column > SHEET_COLUMNS_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, column, _ ("a row has at most 16384 columns"),
                          error);
    if (column <= before)
        return set_error (self, RECAP_ERROR_SYNTAX, column, _ ("the cells are out of order"),
                          error);
    if (text.size > RECAP_FIELD_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, column, _ ("a cell has more than 1 MiB"), error);
    if (text.size == 0)
        return TRUE;
    if (!lent)
        g_byte_array_append (self->texts, (const guint8 *)text.bytes, (guint)text.size);
    g_array_append_val (self->cells, cell);
    self->row.n++;
    return TRUE;
}

gboolean
sheet_rows_end (SheetRows *self, guint64 n_times, GError **error)
{
    guint64 first = self->row.line;
    guint64 last = first + MIN (n_times, SHEET_ROWS_MAX) - 1;

    if (self->row.n > 0) {
        self->n_repeated += (n_times - 1) * self->row.n;
        if (last > SHEET_ROWS_MAX || self->n_repeated > REPEATED_MAX)
            return set_error (self, RECAP_ERROR_LIMIT, 0,
                              _ ("the sheet repeats more rows than it can have"), error);
        self->row.n_times = n_times;
        self->width =
            MAX (self->width, g_array_index (self->cells, Cell, self->cells->len - 1).column);
        g_array_append_val (self->rows, self->row);
    }
    self->row = (Row){ last, 0, self->cells->len, 0 };
    return TRUE;
}

/* When all rows are given only the one that is being read is kept. */
static void
drop_given (SheetRows *self)
{
    guint n = self->row.n;
    gsize from =
        n > 0 ? g_array_index (self->cells, Cell, self->row.first).offset : self->texts->len;

    for (guint i = self->row.first; i < self->row.first + n; i++)
        g_array_index (self->cells, Cell, i).offset -= from;
    if (self->row.first > 0)
        g_array_remove_range (self->cells, 0, self->row.first);
    if (from > 0)
        g_byte_array_remove_range (self->texts, 0, (guint)from);
    g_array_set_size (self->rows, 0);
    self->row.first = 0;
    self->next = 0;
}

static void
make_room (SheetRows *self, guint n)
{
    if (n <= self->n_lent)
        return;
    self->n_lent = n;
    self->fields = g_renew (RecapText, self->fields, n);
    self->lines = g_renew (guint64, self->lines, n);
    self->columns = g_renew (guint, self->columns, n);
}

static void
lend (SheetRows *self, const Row *row, RecapRecord *record)
{
    make_room (self, self->width);
    for (guint i = 0; i < self->width; i++) {
        self->fields[i] = RECAP_TEXT_EMPTY;
        self->lines[i] = row->line;
        self->columns[i] = i + 1;
    }
    for (guint i = row->first; i < row->first + row->n; i++) {
        const Cell *cell = &g_array_index (self->cells, Cell, i);
        const char *bytes =
            cell->lent != NULL ? cell->lent : (const char *)self->texts->data + cell->offset;
        self->fields[cell->column - 1] = (RecapText){ bytes, cell->size };
    }
    *record = (RecapRecord){
        .n_fields = self->width,
        .fields = self->fields,
        .lines = self->lines,
        .columns = self->columns,
        .line = row->line,
        .bytes = RECAP_TEXT_EMPTY,
    };
}

gboolean
sheet_rows_take (SheetRows *self, RecapRecord *record)
{
    if (self->next == self->rows->len) {
        drop_given (self);
        return FALSE;
    }
    Row *row = &g_array_index (self->rows, Row, self->next);
    lend (self, row, record);
    row->line++;
    if (--row->n_times == 0)
        self->next++;
    return TRUE;
}

gboolean
sheet_rows_join (SheetRows *self, const RecapJoined *joined, GError **error)
{
    if (joined->first_line == 0 || joined->first_column == 0 ||
        joined->last_line < joined->first_line || joined->last_column < joined->first_column ||
        joined->last_line > SHEET_ROWS_MAX || joined->last_column > SHEET_COLUMNS_MAX)
        return set_error (self, RECAP_ERROR_SYNTAX, 0,
                          _ ("cells are joined that a sheet does not have"), error);
    if (self->joined->len == SHEET_ROWS_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, 0, _ ("a sheet has too many joined cells"),
                          error);
    if (joined->last_line > joined->first_line)
        g_array_append_val (self->joined, *joined);
    return TRUE;
}

static int
compare_joined (gconstpointer a, gconstpointer b)
{
    const RecapJoined *x = a;
    const RecapJoined *y = b;
    int order = (x->first_line > y->first_line) - (x->first_line < y->first_line);
    return order != 0 ? order
                      : (x->first_column > y->first_column) - (x->first_column < y->first_column);
}

GArray *
sheet_rows_get_joined (const SheetRows *self)
{
    GArray *joined = g_array_copy (self->joined);
    g_array_sort (joined, compare_joined);
    return joined;
}
