#include "config.h"

#include "verify-part.h"

/* Formulas as texts: what programs write in one way or the other, and what stays the same when a
 * formula is moved. */

char *
verify_formula_simplify (RecapText formula)
{
    GString *out = g_string_sized_new (formula.size);
    char within = '\0'; /* '"' or apostrophe: the text or the name of a sheet that began with it */

    for (gsize i = 0; i < formula.size; i++) {
        char c = formula.bytes[i];
        if (c == within)
            within = '\0';
        else if (within == '\0' && (c == '"' || c == '\''))
            within = c;
        if ((c != '\'' || within == '"') && (c != ' ' || within != '\0'))
            g_string_append_c (out, c);
    }
    return g_string_free (out, FALSE);
}

gboolean
verify_formula_parse_cell (RecapText name, guint *ret_row, guint *ret_column)
{
    enum { LETTERS_MAX = 3, DIGITS_MAX = 7 };
    gsize n_letters = 0;
    gsize i = 0;
    guint row = 0, column = 0;

    for (; i < name.size && g_ascii_isupper (name.bytes[i]); i++)
        if (++n_letters <= LETTERS_MAX)
            column = column * 26 + (guint)(name.bytes[i] - 'A') + 1;
    if (n_letters == 0 || n_letters > LETTERS_MAX || name.size - n_letters > DIGITS_MAX)
        return FALSE;
    for (; i < name.size && g_ascii_isdigit (name.bytes[i]); i++)
        row = row * 10 + (guint)(name.bytes[i] - '0');
    if (i < name.size || row == 0)
        return FALSE;
    *ret_row = row - 1;
    *ret_column = column - 1;
    return TRUE;
}

/* Returns: the size of the text '"sesuai"' or of the name of a sheet that begins at @p, to its
 * end. */
static gsize
quoted_size (const char *p)
{
    const char *end = strchr (p + 1, *p);
    return end != NULL ? (gsize)(end + 1 - p) : strlen (p);
}

static gsize
word_size (const char *p)
{
    gsize size = 0;
    while (g_ascii_isalnum (p[size]) || (p[size] != '\0' && strchr ("_.$", p[size]) != NULL))
        size++;
    return size;
}

/* The formula with every cell named by how far it is from the cell at @row and @column. What is
 * fixed with a '$' stays as it is; ours have no such.
 *
 * Returns: owned by the caller. */
static char *
relative_formula (const char *formula, guint row, guint column)
{
    GString *out = g_string_new (NULL);

    for (const char *p = formula; *p != '\0';) {
        gsize word = word_size (p);
        gsize size = *p == '"' || *p == '\'' ? quoted_size (p) : MAX (word, 1);
        guint to_row = 0, to_column = 0;
        if (word > 0 && p[word] != '(' && p[word] != '!' &&
            verify_formula_parse_cell ((RecapText){ p, word }, &to_row, &to_column))
            g_string_append_printf (out, "[%d,%d]", (int)to_row - (int)row,
                                    (int)to_column - (int)column);
        else
            g_string_append_len (out, p, (gssize)size);
        p += size;
    }
    return g_string_free (out, FALSE);
}

gboolean
verify_formula_is_shared (const RecapSheet *sheet, const RecapSheetCell *a, const RecapSheetCell *b)
{
    g_autofree char *first = recap_sheet_cell_formula (sheet, a);
    g_autofree char *second = recap_sheet_cell_formula (sheet, b);

    if (first == NULL || second == NULL)
        return FALSE;
    g_autofree char *one = relative_formula (first, a->row, a->column);
    g_autofree char *other = relative_formula (second, b->row, b->column);
    return strcmp (one, other) == 0;
}
