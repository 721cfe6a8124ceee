/* What people write into a cell of a table. */
#pragma once

#include <glib.h>

#include "count.h"

G_BEGIN_DECLS

/* How thousands and fractions are set apart. */
typedef enum {
    RECAP_NUMBERS_PLAIN, /* not said: separators are refused */
    RECAP_NUMBERS_ID,    /* 1.234,0 */
    RECAP_NUMBERS_EN,    /* 1,234.0 */
} RecapNumbers;

/* Reads "id" or "en". */
gboolean recap_numbers_parse (const char *word, RecapNumbers *ret_numbers);

/* Reads what a person wrote into a cell of the form: digits, also with leading zeros, with the
 * boxes before them crossed out (X15), with the thousands set apart as @numbers says, or with a
 * fraction that is zero (163.0); the number in words, alone or behind the digits in brackets;
 * nothing, a dash, 'kosong' or only crosses (blank); '?', 'tidak terbaca', 'tidak jelas'
 * (unreadable).
 *
 * Returns: FALSE, *@ret_cell untouched, when it is none of these. */
gboolean recap_typed_cell_parse (RecapText text, RecapNumbers numbers, RecapCell *ret_cell);

/* Says why @text is no cell; see recap_cell_explain().
 *
 * Returns: a new string owned by the caller, or NULL when there is nothing helpful to say. */
char *recap_typed_cell_explain (RecapText text, RecapNumbers numbers);

G_END_DECLS
