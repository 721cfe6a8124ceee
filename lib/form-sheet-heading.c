#include "config.h"

#include "form-sheet-heading.h"

/* --- rows ahead --- */

void
form_window_clear (FormWindow *self)
{
    for (guint i = 0; i < FORM_HEADING_ROWS; i++) {
        g_clear_pointer (&self->rows[i].bytes, g_byte_array_unref);
        g_clear_pointer (&self->rows[i].fields, g_array_unref);
        g_clear_pointer (&self->rows[i].columns, g_array_unref);
    }
}

void
form_window_init (FormWindow *self, const RecapRecords *records)
{
    *self = (FormWindow){ .records = records };
    for (guint i = 0; i < FORM_HEADING_ROWS; i++) {
        self->rows[i].bytes = g_byte_array_new ();
        self->rows[i].fields = g_array_new (FALSE, FALSE, sizeof (RecapText));
        self->rows[i].columns = g_array_new (FALSE, FALSE, sizeof (guint));
    }
}

static void
keep_row (FormRow *self, const RecapRecord *record)
{
    gsize at = 0;

    g_byte_array_set_size (self->bytes, 0);
    for (guint i = 0; i < record->n_fields; i++)
        if (record->fields[i].size > 0)
            g_byte_array_append (self->bytes, (const guint8 *)record->fields[i].bytes,
                                 (guint)record->fields[i].size);
    g_array_set_size (self->fields, record->n_fields);
    g_array_set_size (self->columns, record->n_fields);
    for (guint i = 0; i < record->n_fields; i++) {
        gsize size = record->fields[i].size;
        RecapText text = { size > 0 ? (const char *)self->bytes->data + at : "", size };
        g_array_index (self->fields, RecapText, i) = text;
        g_array_index (self->columns, guint, i) = recap_record_field_column (record, i);
        at += size;
    }
    self->record = (RecapRecord){
        .n_fields = record->n_fields,
        .fields = (RecapText *)(gpointer)self->fields->data,
        .columns = (guint *)(gpointer)self->columns->data,
        .line = record->line,
        .bytes = RECAP_TEXT_EMPTY,
    };
}

/* Reads on until there are as many rows as a heading may have, or no more. */
gboolean
form_window_fill (FormWindow *self, GError **error)
{
    while (!self->end && self->n < FORM_HEADING_ROWS) {
        RecapRecord record;
        if (!self->records->next (self->records->self, &record, &self->end, error))
            return FALSE;
        if (!self->end)
            keep_row (&self->rows[self->n++], &record);
    }
    return TRUE;
}

/* Leaves the first @n rows behind. */
void
form_window_drop (FormWindow *self, guint n)
{
    for (; n > 0; n--) {
        FormRow first = self->rows[0];
        for (guint i = 1; i < FORM_HEADING_ROWS; i++)
            self->rows[i - 1] = self->rows[i];
        self->rows[FORM_HEADING_ROWS - 1] = first;
        self->n--;
    }
}

RecapText
form_window_cell (const FormWindow *self, guint row, guint column)
{
    const RecapRecord *record = &self->rows[row].record;
    return column < record->n_fields ? recap_text_trim (record->fields[column]) : RECAP_TEXT_EMPTY;
}

/* A text above several columns stands in the first of them; none to the left of @first. */
RecapText
form_window_above (const FormWindow *self, guint row, guint column, guint first)
{
    RecapText text = form_window_cell (self, row, column);
    while (text.size == 0 && column > first)
        text = form_window_cell (self, row, --column);
    return text;
}

/* --- headings --- */

/* Leaves letters and digits, in lower case: 'Jumlah\nPindahan' is 'jumlahpindahan'. */
char *
form_heading_simplify (RecapText text)
{
    GString *out = g_string_sized_new (text.size);
    for (gsize i = 0; i < text.size; i++)
        if (g_ascii_isalnum (text.bytes[i]) || (guchar)text.bytes[i] >= 0x80)
            g_string_append_c (out, g_ascii_tolower (text.bytes[i]));
    return g_string_free (out, FALSE);
}

/* 'TPS 1', 'TPS-001', 'TPS\n001' are the station 001. */
static gboolean
parse_station (const char *simple, char *ret_tps)
{
    if (!g_str_has_prefix (simple, "tps"))
        return FALSE;
    const char *digits = simple + 3;
    gsize n = strspn (digits, "0123456789");
    if (n == 0 || n > FORM_TPS_DIGITS || digits[n] != '\0')
        return FALSE;
    memset (ret_tps, '0', FORM_TPS_DIGITS);
    memcpy (ret_tps + FORM_TPS_DIGITS - n, digits, n + 1);
    return TRUE;
}

FormColumnKind
form_heading_identify (RecapText heading, char *ret_tps)
{
    static const struct {
        const char *word;
        FormColumnKind kind;
    } words[] = {
        { "no", FORM_COLUMN_NUMBER },         { "nomor", FORM_COLUMN_NUMBER },
        { "uraian", FORM_COLUMN_LABEL },      { "terbilang", FORM_COLUMN_WORDS },
        { "huruf", FORM_COLUMN_WORDS },       { "denganhuruf", FORM_COLUMN_WORDS },
        { "jumlah", FORM_COLUMN_TOTAL },      { "jumlahpindahan", FORM_COLUMN_TOTAL },
        { "jumlahakhir", FORM_COLUMN_TOTAL }, { "jumlahtotal", FORM_COLUMN_TOTAL },
        { "total", FORM_COLUMN_TOTAL },
    };
    g_autofree char *simple = form_heading_simplify (heading);

    if (parse_station (simple, ret_tps))
        return FORM_COLUMN_STATION;
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strcmp (simple, words[i].word) == 0)
            return words[i].kind;
    return FORM_COLUMN_OTHER;
}

/* What stands in a column of a heading, from its first to its last row. */
char *
form_heading_join (const FormWindow *window, guint height, guint column)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < height; i++) {
        RecapText cell = form_window_cell (window, i, column);
        if (cell.size > 0 && text->len > 0)
            g_string_append_c (text, ' ');
        recap_text_append (cell, text);
    }
    return g_strdelimit (g_string_free (g_steal_pointer (&text), FALSE), "\r\n\t", ' ');
}

gboolean
form_heading_is_tps (RecapText text)
{
    g_autofree char *simple = form_heading_simplify (text);
    return strcmp (simple, "tps") == 0 || strcmp (simple, "notps") == 0 ||
           strcmp (simple, "nomortps") == 0;
}

/* 'TPS 001' in row @row of the heading, or '001' there below 'TPS', which may stand above several
 * columns. */
gboolean
form_heading_has_station (const FormWindow *window, guint row, guint column, char *ret_tps)
{
    RecapText text = form_window_cell (window, row, column);
    g_autofree char *simple = form_heading_simplify (text);

    if (parse_station (simple, ret_tps))
        return TRUE;
    if (text.size == 0 || text.size > FORM_TPS_DIGITS || strspn (simple, "0123456789") != text.size)
        return FALSE;
    for (guint i = row; i > 0; i--)
        if (form_heading_is_tps (form_window_above (window, i - 1, column, 0))) {
            g_autofree char *whole = g_strconcat ("tps", simple, NULL);
            return parse_station (whole, ret_tps);
        }
    return FALSE;
}

guint
form_heading_width (const FormWindow *window, guint height)
{
    guint n = 0;
    for (guint i = 0; i < height; i++)
        n = MAX (n, window->rows[i].record.n_fields);
    return n;
}

/* The row of a heading with URAIAN; @height when there is none, or more than one. */
guint
form_heading_label_row (const FormWindow *window, guint height)
{
    char tps[FORM_TPS_DIGITS + 1];
    guint found = height;

    for (guint i = 0; i < height; i++)
        for (guint k = 0; k < window->rows[i].record.n_fields; k++) {
            if (form_heading_identify (form_window_cell (window, i, k), tps) != FORM_COLUMN_LABEL)
                continue;
            if (found < height)
                return height;
            found = i;
        }
    return found;
}

/* Numbers below NO and URAIAN are those of the columns, not of TPS. */
static gboolean
has_text_below (const FormWindow *window, guint label_row, guint height)
{
    char tps[FORM_TPS_DIGITS + 1];

    for (guint i = 0; i < window->rows[label_row].record.n_fields; i++) {
        FormColumnKind kind = form_heading_identify (form_window_cell (window, label_row, i), tps);
        for (guint k = label_row + 1; k < height; k++)
            if ((kind == FORM_COLUMN_LABEL || kind == FORM_COLUMN_NUMBER) &&
                form_window_cell (window, k, i).size > 0)
                return TRUE;
    }
    return FALSE;
}

/* Whether the first @height rows are one heading: URAIAN in one of them, TPS in the last, one row
 * right below the other. @ret_first is the first column of a TPS. */
gboolean
form_heading_is (const FormWindow *window, guint height, guint *ret_first)
{
    char tps[FORM_TPS_DIGITS + 1];
    guint label_row = form_heading_label_row (window, height);

    if (label_row == height || has_text_below (window, label_row, height) ||
        window->rows[height - 1].record.line != window->rows[0].record.line + height - 1)
        return FALSE;
    for (guint i = 0; i < window->rows[height - 1].record.n_fields; i++)
        if (form_heading_has_station (window, height - 1, i, tps)) {
            *ret_first = i;
            return TRUE;
        }
    return FALSE;
}

/* What a column is, by all its cells together ('JUMLAH' above 'AKHIR'), or by one of them. */
FormColumnKind
form_heading_kind (const FormWindow *window, guint height, guint column)
{
    char tps[FORM_TPS_DIGITS + 1];
    g_autofree char *whole = form_heading_join (window, height, column);
    FormColumnKind kind = form_heading_identify (recap_text (whole), tps);

    for (guint i = 0; i < height && (kind == FORM_COLUMN_OTHER || kind == FORM_COLUMN_STATION); i++)
        kind = form_heading_identify (form_window_cell (window, i, column), tps);
    return kind != FORM_COLUMN_STATION ? kind : FORM_COLUMN_OTHER;
}
