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

/* Says in one English sentence fragment why @text is no cell: "the second character is the letter
 * O", "a minus sign". For hints.
 *
 * Returns: a new string owned by the caller, or NULL when there is nothing helpful to say. */
char *recap_cell_explain (RecapText text);

G_END_DECLS
