#include "config.h"

#include "count.h"

#include <glib/gi18n-lib.h>

/* "999999999999" */
enum { DIGITS_MAX = 12 };

gboolean
recap_count_parse (RecapText text, gint64 *ret_count)
{
    if (text.size == 0 || text.size > DIGITS_MAX || (text.bytes[0] == '0' && text.size > 1))
        return FALSE;

    gint64 count = 0;
    for (gsize i = 0; i < text.size; i++) {
        if (!g_ascii_isdigit (text.bytes[i]))
            return FALSE;
        count = 10 * count + (text.bytes[i] - '0');
    }
    *ret_count = count;
    return TRUE;
}

RecapText
recap_count_without_fraction (RecapText number)
{
    gsize start = number.size > 0 && number.bytes[0] == '-';
    gsize whole = start;
    gsize end;

    while (whole < number.size && g_ascii_isdigit (number.bytes[whole]))
        whole++;
    if (whole == start || whole == number.size || number.bytes[whole] != '.')
        return number;
    for (end = whole + 1; end < number.size && number.bytes[end] == '0';)
        end++;
    return end == number.size && end > whole + 1 ? (RecapText){ number.bytes, whole } : number;
}

gboolean
recap_cell_parse (RecapText text, RecapCell *ret_cell)
{
    if (text.size == 0) {
        *ret_cell = RECAP_CELL_BLANK;
        return TRUE;
    }
    if (text.size == 1 && text.bytes[0] == '?') {
        *ret_cell = RECAP_CELL_UNREADABLE;
        return TRUE;
    }
    return recap_count_parse (text, ret_cell);
}

#define TEN(before)                                                                                \
    before "0", before "1", before "2", before "3", before "4", before "5", before "6",            \
        before "7", before "8", before "9"
#define HUNDRED(before)                                                                            \
    TEN (before "0"), TEN (before "1"), TEN (before "2"), TEN (before "3"), TEN (before "4"),      \
        TEN (before "5"), TEN (before "6"), TEN (before "7"), TEN (before "8"), TEN (before "9")

/* Nearly all counts of a station have at most three digits. */
static const char small_counts[1000][4] = {
    TEN (""),      TEN ("1"),     TEN ("2"),     TEN ("3"),     TEN ("4"),
    TEN ("5"),     TEN ("6"),     TEN ("7"),     TEN ("8"),     TEN ("9"),
    HUNDRED ("1"), HUNDRED ("2"), HUNDRED ("3"), HUNDRED ("4"), HUNDRED ("5"),
    HUNDRED ("6"), HUNDRED ("7"), HUNDRED ("8"), HUNDRED ("9"),
};

gsize
recap_cell_format (RecapCell cell, char *buffer)
{
    char digits[RECAP_CELL_SIZE];
    gsize n = 0;

    if (G_LIKELY (cell >= 0 && cell < 1000)) {
        memcpy (buffer, small_counts[cell], sizeof small_counts[cell]);
        return 1 + (gsize)(cell > 9) + (gsize)(cell > 99);
    }

    if (cell < 0) {
        buffer[0] = cell == RECAP_CELL_UNREADABLE ? '?' : '\0';
        buffer[1] = '\0';
        return cell == RECAP_CELL_UNREADABLE ? 1 : 0;
    }
    do {
        digits[n++] = (char)('0' + cell % 10);
        cell /= 10;
    } while (cell > 0);
    for (gsize i = 0; i < n; i++)
        buffer[i] = digits[n - 1 - i];
    buffer[n] = '\0';
    return n;
}

gsize
recap_cells_format (const RecapCell *cells, guint n_cells, char *buffer)
{
    char *out = buffer;

    for (guint i = 0; i < n_cells; i++) {
        RecapCell cell = cells[i];
        if (G_LIKELY (cell >= 0 && cell < 1000)) {
            memcpy (out, small_counts[cell], sizeof small_counts[cell]);
            out += 1 + (gsize)(cell > 9) + (gsize)(cell > 99);
        } else if (cell == RECAP_CELL_NOT_CARRIED) {
            continue;
        } else {
            out += recap_cell_format (cell, out);
        }
        *out++ = ',';
    }
    return (gsize)(out - buffer);
}

/* One point or comma, and behind it not the three digits of thousands. */
static gboolean
is_fraction (RecapText text)
{
    gsize i = 0;
    while (i < text.size && g_ascii_isdigit (text.bytes[i]))
        i++;
    gsize n_fraction = i < text.size ? text.size - i - 1 : 0;
    for (gsize j = i + 1; j < text.size; j++)
        if (!g_ascii_isdigit (text.bytes[j]))
            return FALSE;
    return n_fraction > 0 && n_fraction != 3;
}

char *
recap_cell_explain (RecapText text)
{
    gboolean dots = memchr (text.bytes, '.', text.size) != NULL;
    gboolean commas = memchr (text.bytes, ',', text.size) != NULL;

    if (text.size == 0)
        return NULL;
    if (text.bytes[0] == '-')
        return g_strdup (_ ("a count cannot be negative"));
    if (dots || commas)
        return g_strdup (is_fraction (text) ? _ ("a count has no fraction")
                                            : _ ("write the number without separators: 1234"));
    for (gsize i = 0; i < text.size; i++) {
        char c = text.bytes[i];
        if (c == 'O' || c == 'o')
            return g_strdup_printf (_ ("character %u is the letter O, not a zero"), (guint)i + 1);
        if (c == 'l' || c == 'I')
            return g_strdup_printf (_ ("character %u is the letter %c, not a one"), (guint)i + 1,
                                    c);
        if (c == ' ')
            return g_strdup (_ ("there is a blank inside the number"));
        if (i > 0 && g_ascii_isdigit (text.bytes[i - 1]) && (c == 'X' || c == 'x'))
            return g_strdup (_ ("boxes are crossed out before the digits: X15"));
        if (i > 0 && g_ascii_isdigit (text.bytes[i - 1]) && (c == 'E' || c == 'e'))
            return g_strdup (_ ("a spreadsheet has shortened the number; write all its digits"));
    }
    if (text.bytes[0] == '0' && text.size > 1)
        return g_strdup (_ ("write the number without leading zeros"));
    if (text.size > DIGITS_MAX)
        return g_strdup (_ ("a count has at most 12 digits"));
    return NULL;
}

void
recap_cell_append (RecapCell cell, GString *out)
{
    char text[RECAP_CELL_SIZE];

    if (cell == RECAP_CELL_BLANK)
        g_string_append (out, "kosong");
    else if (cell == RECAP_CELL_UNREADABLE)
        g_string_append (out, "tidak terbaca");
    else
        g_string_append_len (out, text, (gssize)recap_cell_format (cell, text));
}

void
recap_cell_append_dotted (RecapCell cell, GString *out)
{
    gsize first = out->len;

    if (cell == RECAP_CELL_UNREADABLE)
        g_string_append_c (out, '?');
    else
        recap_cell_append (cell, out);
    for (gsize at = out->len; recap_cell_is_number (cell) && at > first + 3;) {
        at -= 3;
        g_string_insert_c (out, (gssize)at, '.');
    }
}
