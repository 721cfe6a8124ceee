/* What people write into a cell of a table. */
#pragma once

#include <glib.h>

#include "count.h"
#include "origin.h"
#include "text.h"

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

/* Reads the digits of a cell that also has the number in words, as '203 (dua ratus dua)': whether
 * both say the same makes no difference. *@ret_text is the words within @text.
 *
 * Returns: FALSE, nothing written, when @text is not of this form. */
gboolean recap_typed_cell_split (RecapText text, RecapNumbers numbers, RecapCell *ret_figures,
                                 RecapCell *ret_words, RecapText *ret_text);

/* A number of the form whose figures and words do not say the same. */
typedef struct {
    guint field;        /* index in the contest */
    RecapCell figures;  /* a number, blank or unreadable */
    RecapCell words;    /* a number; unreadable: the words are none */
    RecapText text;     /* the words as they stand there, borrowed */
    RecapOrigin origin; /* of the words */
} RecapContradiction;

/* Says why @text is no cell; see recap_cell_explain().
 *
 * Returns: a new string owned by the caller, or NULL when there is nothing helpful to say. */
char *recap_typed_cell_explain (RecapText text, RecapNumbers numbers);

G_END_DECLS
