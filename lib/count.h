/* A count and the four states of a cell. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* The largest number a cell can hold; sums of the whole nation stay far below it. */
#define RECAP_COUNT_MAX G_GINT64_CONSTANT (999999999999)

/* One cell of a table: a number from 0 to RECAP_COUNT_MAX, or one of three states below zero.
 * Blank is never zero. */
typedef gint64 RecapCell;

#define RECAP_CELL_BLANK ((RecapCell)-1)      /* the source has the field, the form shows nothing */
#define RECAP_CELL_UNREADABLE ((RecapCell)-2) /* something is written that nobody can read: '?' */
#define RECAP_CELL_NOT_CARRIED ((RecapCell)-3) /* this source never has the field */

/* Only while a form is looked at, never in a table: a blank box of a contestant or candidate whom
 * the ballot of this region does not have (recap_blanks_mark()). */
#define RECAP_CELL_OFF_BALLOT ((RecapCell)-4)

static inline gboolean
recap_cell_is_number (RecapCell cell)
{
    return cell >= 0;
}

/* Reads a count in recap's own form: digits only, no sign, no separators, no leading zeros, at most
 * RECAP_COUNT_MAX. Empty text and '?' are not counts here; see recap_cell_parse().
 *
 * Returns: TRUE and the number in *@ret_count, or FALSE with *@ret_count untouched. */
gboolean recap_count_parse (RecapText text, gint64 *ret_count);

/* As recap_count_parse_padded() for one to four digits; half the work. */
static inline gint64
recap_count_parse_short (RecapText text)
{
    guint32 word;
    memcpy (&word, text.bytes, sizeof word);
    word = GUINT32_FROM_LE (word);
    /* The digits go to the high end; zeros fill in before them. */
    word <<= 8 * (4 - text.size);
    word |= (guint32)(G_GUINT64_CONSTANT (0x30303030) >> (8 * text.size));
    guint32 digits = word ^ 0x30303030;
    guint32 wrong = (digits | (digits + 0x76767676)) & 0x80808080;
    guint32 leading_zero = (guint32)(text.size > 1) & (guint32)(text.bytes[0] == '0');
    if (G_UNLIKELY ((wrong | leading_zero) != 0))
        return -1;
    guint32 pairs = (digits * 10 + (digits >> 8)) & 0x00ff00ff;
    return (gint64)((pairs & 0xff) * 100 + (pairs >> 16));
}

/* As recap_count_parse(), for one to eight digits behind whose first byte eight can be read. All of
 * them are handled in one word, without a branch for the length.
 *
 * Returns: the count, -1 when it is none. */
static inline gint64
recap_count_parse_padded (RecapText text)
{
    const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
    guint64 word;
    if (G_LIKELY (text.size <= 4))
        return recap_count_parse_short (text);
    memcpy (&word, text.bytes, sizeof word);
    word = GUINT64_FROM_LE (word);
    /* The digits go to the high end; zeros fill in before them. */
    word <<= 8 * (8 - text.size);
    word |= (each * 0x30 >> 1) >> (8 * text.size - 1);
    guint64 digits = word ^ each * 0x30;
    guint64 wrong = (digits | (digits + each * 0x76)) & each * 0x80;
    guint64 leading_zero = (guint64)(text.size > 1) & (guint64)(text.bytes[0] == '0');
    if (G_UNLIKELY ((wrong | leading_zero) != 0))
        return -1;
    digits = digits * 10 + (digits >> 8);
    guint64 low = (digits & G_GUINT64_CONSTANT (0x000000FF000000FF)) *
                  (G_GUINT64_CONSTANT (100) + (G_GUINT64_CONSTANT (1000000) << 32));
    guint64 high = ((digits >> 16) & G_GUINT64_CONSTANT (0x000000FF000000FF)) *
                   (G_GUINT64_CONSTANT (1) + (G_GUINT64_CONSTANT (10000) << 32));
    return (gint64)((low + high) >> 32);
}

/* Returns: @number without a fraction of zero: '163' and '-3' of '163.0' and '-3.00', as
 * spreadsheets and programs write whole numbers. Any other text as it is. */
RecapText recap_count_without_fraction (RecapText number);

/* Reads a cell of a recap table: a count, nothing (blank) or '?' (unreadable).
 *
 * Returns: FALSE, with *@ret_cell untouched, when it is none of these. */
gboolean recap_cell_parse (RecapText text, RecapCell *ret_cell);

/* The bytes that recap_cell_format() may write, NUL included. */
#define RECAP_CELL_SIZE 24

/* Writes @cell as a recap table has it: digits, '?' or nothing. @buffer must have RECAP_CELL_SIZE
 * bytes.
 *
 * Returns: the number of bytes written, without the NUL that ends them. */
gsize recap_cell_format (RecapCell cell, char *buffer);

/* Writes those of @cells that are carried one behind the other, each with a comma behind it and as
 * recap_cell_format() does. @buffer must have @n_cells times RECAP_CELL_SIZE bytes.
 *
 * Returns: the number of bytes written; no NUL ends them. */
gsize recap_cells_format (const RecapCell *cells, guint n_cells, char *buffer);

/* Appends @cell as a sentence says it: '216', 'kosong', 'tidak terbaca'. Nothing for a cell that is
 * not carried. */
void recap_cell_append (RecapCell cell, GString *out);

/* Appends @cell as people read it in a column: '1.216', with a dot after every third digit from the
 * right as Indonesians write, 'kosong', '?'. */
void recap_cell_append_dotted (RecapCell cell, GString *out);

/* Says in one English sentence fragment why @text is no cell: "the second character is the letter
 * O", "a minus sign". For hints.
 *
 * Returns: a new string owned by the caller, or NULL when there is nothing helpful to say. */
char *recap_cell_explain (RecapText text);

G_END_DECLS
