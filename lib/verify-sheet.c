#include "config.h"

#include <inttypes.h>

#include "verify-part.h"
#include "workbook-look.h"

/* The cells of one sheet, one by one. */

/* A sheet that differs everywhere need not be told to its end, nor a text that no cell of minutes
 * can have. */
enum { DIFFERENCES_MAX = 1000, FOUND_MAX = 64 * 1024 };

/* What a cell begins with that says where a form was read: the table may have another name now. */
#define ORIGIN "Asal: "

typedef struct {
    const RecapSheetCell *cell;
    gboolean is_seen;
    gboolean has_formula; /* in the workbook */
    gboolean is_text;     /* likewise: not a number, whatever it looks like */
} Expected;

/* One thing to say; it is said when the sheet has ended, in the order of places. */
typedef struct {
    VerifySubject subject;
    guint row, column; /* from 0; G_MAXUINT: the whole column or row, both: the sheet */
    char *found;
    char *expected;
} Difference;

struct _VerifySheet {
    const RecapSheet *sheet;
    VerifyExtent extent;
    GArray *cells;       /* Expected, by row and column */
    GArray *differences; /* Difference */
    guint64 n_cells;
    guint64 n_more; /* differences that were not kept */
};

static int
compare_places (guint row, guint column, guint other_row, guint other_column)
{
    if (row != other_row)
        return row < other_row ? -1 : 1;
    return (column > other_column) - (column < other_column);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
    const RecapSheetCell *x = ((const Expected *)a)->cell;
    const RecapSheetCell *y = ((const Expected *)b)->cell;
    return compare_places (x->row, x->column, y->row, y->column);
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
    const Difference *x = a;
    const Difference *y = b;
    int order = compare_places (x->row, x->column, y->row, y->column);
    return order != 0 ? order : (x->subject > y->subject) - (x->subject < y->subject);
}

static void
clear_difference (gpointer data)
{
    Difference *self = data;
    g_free (self->found);
    g_free (self->expected);
}

VerifySheet *
verify_sheet_new (const RecapSheet *sheet, VerifyExtent extent)
{
    VerifySheet *self = g_new0 (VerifySheet, 1);

    self->sheet = sheet;
    self->extent = extent;
    self->cells = g_array_new (FALSE, TRUE, sizeof (Expected));
    self->differences = g_array_new (FALSE, FALSE, sizeof (Difference));
    g_array_set_clear_func (self->differences, clear_difference);
    for (guint i = 0; i < sheet->cells->len; i++) {
        Expected expected = { .cell = &g_array_index (sheet->cells, RecapSheetCell, i) };
        g_array_append_val (self->cells, expected);
    }
    g_array_sort (self->cells, compare_cells);
    return self;
}

void
verify_sheet_free (VerifySheet *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->cells);
    g_array_unref (self->differences);
    g_free (self);
}

/* Finds the cell that is expected at a place; NULL when there is none. */
static Expected *
find_expected (const VerifySheet *self, guint row, guint column)
{
    RecapSheetCell cell = { .row = row, .column = column };
    Expected wanted = { .cell = &cell };
    guint index = 0;

    if (!g_array_binary_search (self->cells, &wanted, compare_cells, &index))
        return NULL;
    return &g_array_index (self->cells, Expected, index);
}

static void
note (VerifySheet *self, VerifySubject subject, guint row, guint column, RecapText found,
      RecapText expected)
{
    if (self->differences->len >= DIFFERENCES_MAX) {
        self->n_more++;
        return;
    }
    gsize size = MIN (found.size, FOUND_MAX);
    while (size < found.size && ((guint8)found.bytes[size] & 0xc0) == 0x80)
        size--;
    Difference difference = { subject, row, column, g_strndup (found.bytes, size),
                              g_strndup (expected.bytes, expected.size) };
    g_array_append_val (self->differences, difference);
}

/* --- values --- */

static gboolean
is_formula (const RecapSheetCell *cell)
{
    return cell->content == RECAP_CONTENT_SUM || cell->content == RECAP_CONTENT_COPY ||
           cell->content == RECAP_CONTENT_FORMULA;
}

static gboolean
is_number (const RecapSheetCell *cell)
{
    if (cell->content == RECAP_CONTENT_FORMULA)
        return cell->text == NULL;
    return cell->content == RECAP_CONTENT_NUMBER || is_formula (cell) ||
           cell->style == RECAP_STYLE_NUMBER || cell->style == RECAP_STYLE_TOTAL;
}

/* What the cell shows, as a reader gives it; owned by the caller. */
static char *
expected_value (const RecapSheetCell *cell)
{
    gboolean of_formula = cell->content == RECAP_CONTENT_FORMULA;

    if (cell->content == RECAP_CONTENT_NOTHING)
        return g_strdup ("");
    if (cell->content == RECAP_CONTENT_TEXT || (of_formula && cell->text != NULL))
        return g_strdup (cell->text);
    /* A sum or a copy of nothing but blanks. */
    if (cell->content != RECAP_CONTENT_NUMBER && !of_formula &&
        !recap_cell_is_number (cell->number))
        return g_strdup ("");
    return g_strdup_printf ("%" PRId64, cell->number);
}

static gboolean
begins_with (RecapText text, const char *start)
{
    gsize size = strlen (start);
    return text.size >= size && memcmp (text.bytes, start, size) == 0;
}

static gboolean
is_same (const RecapSheetCell *cell, RecapText found, RecapText expected)
{
    if (recap_text_equal (found, expected))
        return TRUE;
    /* An .ods file has no value of a formula that gives an empty text. */
    if (is_formula (cell) && expected.size == 0 && begins_with (found, "of:="))
        return TRUE;
    return cell->content != RECAP_CONTENT_TEXT &&
           recap_text_equal (recap_count_without_fraction (found), expected);
}

/* Whether the cell is to be compared. */
static gboolean
is_asked (const VerifySheet *self, const RecapSheetCell *cell)
{
    switch (self->extent) {
    case VERIFY_ALL:
        return TRUE;
    case VERIFY_UNSIGNED:
        return cell == NULL ||
               (cell->style != RECAP_STYLE_SIGN && cell->style != RECAP_STYLE_SIGN_HEAD);
    case VERIFY_NUMBERS:
        return cell != NULL && is_number (cell);
    case VERIFY_NOTHING:
        break;
    }
    return FALSE;
}

static void
take_unexpected (VerifySheet *self, guint row, guint column, RecapText value)
{
    if (is_asked (self, NULL))
        note (self, VERIFY_EXTRA, row, column, value, RECAP_TEXT_EMPTY);
}

/* Notes what differs in a cell that the sheet should have. A number that is a text would be left
 * out of the next sum. */
static void
compare (VerifySheet *self, const Expected *wanted, RecapText found)
{
    const RecapSheetCell *cell = wanted->cell;
    g_autofree char *value = expected_value (cell);
    RecapText expected = recap_text (value);

    if (!is_asked (self, cell))
        return;
    self->n_cells++;
    if (wanted->is_text && found.size > 0 && cell->content == RECAP_CONTENT_NUMBER) {
        g_autofree char *text = g_strdup_printf ("teks %.*s", (int)found.size, found.bytes);
        note (self, VERIFY_NUMBER, cell->row, cell->column, recap_text (text), expected);
        return;
    }
    if (is_same (cell, found, expected))
        return;
    if (cell->entry != NULL)
        note (self, VERIFY_FILLED, cell->row, cell->column, found, expected);
    else if (begins_with (found, ORIGIN) && begins_with (expected, ORIGIN))
        note (self, VERIFY_ORIGIN, cell->row, cell->column, found, expected);
    else if (is_number (cell))
        note (self, VERIFY_NUMBER, cell->row, cell->column, found, expected);
    else if (expected.size == 0)
        note (self, VERIFY_EXTRA, cell->row, cell->column, found, expected);
    else
        note (self, VERIFY_TEXT, cell->row, cell->column, found, expected);
}

void
verify_sheet_take (VerifySheet *self, guint64 line, guint column, RecapText value)
{
    guint row = (guint)(line - 1);
    Expected *expected = find_expected (self, row, column - 1);

    if (value.size == 0)
        return;
    if (expected == NULL) {
        take_unexpected (self, row, column - 1, value);
        return;
    }
    expected->is_seen = TRUE;
    compare (self, expected, value);
}

static void
see_text (VerifySheet *self, guint row, guint column)
{
    Expected *expected = find_expected (self, row, column);
    if (expected != NULL)
        expected->is_text = TRUE;
}

/* --- formulas --- */

/* Whether @cell can share the formula of the cell @name: the sheet should have the same in both.
 * What is written in that cell is compared when it is met. */
static gboolean
is_shared_with (const VerifySheet *self, const RecapSheetCell *cell, RecapText name)
{
    guint row = 0, column = 0;

    if (cell == NULL || !verify_formula_parse_cell (name, &row, &column))
        return FALSE;
    const Expected *other = find_expected (self, row, column);
    return other != NULL && is_asked (self, other->cell) &&
           verify_formula_is_shared (self->sheet, other->cell, cell);
}

static void
note_formula (VerifySheet *self, guint row, guint column, RecapText found)
{
    const Expected *expected = find_expected (self, row, column);
    const RecapSheetCell *cell = expected != NULL ? expected->cell : NULL;
    g_autofree char *formula = cell != NULL ? recap_sheet_cell_formula (self->sheet, cell) : NULL;

    if (is_asked (self, cell))
        note (self, VERIFY_FORMULA, row, column, found,
              formula != NULL ? recap_text (formula) : RECAP_TEXT_EMPTY);
}

static void
see_shared (VerifySheet *self, guint row, guint column, RecapText name)
{
    Expected *expected = find_expected (self, row, column);

    if (expected != NULL)
        expected->has_formula = TRUE;
    if (expected != NULL && is_shared_with (self, expected->cell, name))
        return;
    g_autofree char *found = g_strdup_printf ("rumus bersama %.*s", (int)name.size, name.bytes);
    note_formula (self, row, column, recap_text (g_strchomp (found)));
}

static void
see_formula (VerifySheet *self, guint row, guint column, RecapText found)
{
    Expected *expected = find_expected (self, row, column);

    if (expected != NULL)
        expected->has_formula = TRUE;
    g_autofree char *formula =
        expected != NULL ? recap_sheet_cell_formula (self->sheet, expected->cell) : NULL;
    if (formula != NULL) {
        g_autofree char *want = verify_formula_simplify (recap_text (formula));
        g_autofree char *have = verify_formula_simplify (found);
        if (strcmp (want, have) == 0)
            return;
    }
    note_formula (self, row, column, found.size > 0 ? found : recap_text ("="));
}

/* The share of a contestant has hundredths of a per cent and is shown with a comma: in a cell of
 * another kind that is a mask. */
static void
see_mask (VerifySheet *self, guint row, guint column, RecapText code)
{
    const Expected *expected = find_expected (self, row, column);
    const char *own = expected != NULL ? workbook_look (expected->cell->style)->number : NULL;

    if (row == G_MAXUINT ||
        (expected != NULL && (own == NULL || !recap_text_equal_string (code, own))))
        note (self, VERIFY_MASK, row, column, code,
              own != NULL ? recap_text (own) : RECAP_TEXT_EMPTY);
}

void
verify_sheet_see (VerifySheet *self, RecapSight sight, guint64 line, guint column, RecapText text)
{
    guint row = (guint)(line - 1);

    switch (sight) {
    case RECAP_SIGHT_FORMULA:
        see_formula (self, row, column - 1, text);
        break;
    case RECAP_SIGHT_SHARED:
        see_shared (self, row, column - 1, text);
        break;
    case RECAP_SIGHT_TEXT:
        see_text (self, row, column - 1);
        break;
    case RECAP_SIGHT_MASK:
        see_mask (self, row, column - 1, text);
        break;
    case RECAP_SIGHT_HIDDEN_ROW:
        if (row == G_MAXUINT || row < self->sheet->rows->len)
            note (self, VERIFY_HIDDEN, row, G_MAXUINT, RECAP_TEXT_EMPTY, RECAP_TEXT_EMPTY);
        break;
    case RECAP_SIGHT_HIDDEN_COLUMNS:
        for (guint i = column - 1; i < line && i < self->sheet->widths->len; i++)
            note (self, VERIFY_HIDDEN, G_MAXUINT, i, RECAP_TEXT_EMPTY, RECAP_TEXT_EMPTY);
        break;
    case RECAP_SIGHT_FOOTER:
        break;
    }
}

/* --- the end --- */

static void
finish_cell (VerifySheet *self, const Expected *expected, gboolean has_formulas)
{
    const RecapSheetCell *cell = expected->cell;

    if (!expected->is_seen)
        compare (self, expected, RECAP_TEXT_EMPTY);
    if (has_formulas && is_formula (cell) && !expected->has_formula && cell->entry == NULL)
        note_formula (self, cell->row, cell->column, RECAP_TEXT_EMPTY);
}

/* 'F11', '11:11', 'F:F' or nothing; owned by the caller. */
static char *
place_name (const VerifySheet *self, const Difference *difference)
{
    gboolean row = difference->row != G_MAXUINT;
    gboolean column = difference->column != G_MAXUINT;
    RecapRange range = { self->sheet->index, row ? difference->row : 0,
                         column ? difference->column : 0, row ? difference->row : 0,
                         column ? difference->column : 0 };
    g_autofree char *name = recap_sheet_range_name (self->sheet, &range);

    if (!row && !column)
        return g_strdup ("");
    if (row && column)
        return g_steal_pointer (&name);
    if (row)
        return g_strdup_printf ("%u:%u", difference->row + 1, difference->row + 1);
    name[strcspn (name, "0123456789")] = '\0';
    return g_strdup_printf ("%s:%s", name, name);
}

void
verify_sheet_finish (VerifySheet *self, gboolean has_formulas, VerifyAnswer *answer)
{
    for (guint i = 0; i < self->cells->len; i++)
        finish_cell (self, &g_array_index (self->cells, Expected, i), has_formulas);
    g_array_sort (self->differences, compare_differences);
    for (guint i = 0; i < self->differences->len; i++) {
        const Difference *difference = &g_array_index (self->differences, Difference, i);
        g_autofree char *place = place_name (self, difference);
        verify_say (answer, difference->subject, self->sheet->name, place,
                    recap_text (difference->found), recap_text (difference->expected));
    }
    if (self->n_more > 0) {
        g_autofree char *more = g_strdup_printf ("%" PRIu64, self->n_more);
        verify_say (answer, VERIFY_MORE, self->sheet->name, "", recap_text (more),
                    RECAP_TEXT_EMPTY);
    }
    answer->summary.n_cells += self->n_cells;
}
