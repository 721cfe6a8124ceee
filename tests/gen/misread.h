/* How one number on paper becomes another one on a screen. */
#pragma once

#include <glib.h>

#include "random.h"

/* What one misread box shows instead of @value, or -1 when this kind cannot happen to it. */
typedef gint (*GenMisreadFunc) (GenRandom *random, gint value);

gint gen_misread_digit (GenRandom *random, gint value);
gint gen_misread_filler (GenRandom *random, gint value);
gint gen_misread_filler_oddly (GenRandom *random, gint value);
gint gen_misread_two_digits (GenRandom *random, gint value);
gint gen_misread_filler_and_digit (GenRandom *random, gint value);
gint gen_invent_hundreds (GenRandom *random, gint value);
gint gen_replace_hundreds (GenRandom *random, gint value);
gint gen_multiply_by_ten (GenRandom *random, gint value);
gint gen_divide_by_ten (GenRandom *random, gint value);
gint gen_lose_digit (GenRandom *random, gint value);
gint gen_double_digit (GenRandom *random, gint value);
gint gen_swap_digits (GenRandom *random, gint value);

/* Appends the causes that turn @paper into @read in one step, in alphabetic order, with blanks
 * between; a last zero that is lost is a division by ten. Where there are several the two numbers
 * cannot tell which it was. @above and @below (may be negative) are the numbers in the rows beside
 * it. */
void gen_append_ways (GString *text, gint paper, gint read, gint above, gint below);
