/* The fingerprint of a table: one short text that says which numbers minutes were made from. */
#pragma once

#include <glib.h>

#include "form.h"

G_BEGIN_DECLS

/* The bytes of a SHA-256 in sixteen blocks of four hexadecimal digits with blanks between them, NUL
 * included. */
#define RECAP_FINGERPRINT_SIZE 80

/* Writes @hex, 64 hexadecimal digits, in blocks. @ret_text must have RECAP_FINGERPRINT_SIZE
 * bytes. */
void recap_fingerprint_format (const char *hex, char *ret_text);

/* Looks for the first text in @text that recap_fingerprint_format() could have written, with one
 * blank or line end between the blocks.
 *
 * Returns: FALSE with *@ret_text untouched when there is none. */
gboolean recap_fingerprint_find (RecapText text, char *ret_text);

/* Makes the fingerprint of @forms, @n_forms forms with the cells of @schema in the order of their
 * keys: SHA-256 of the CSV that begins with the names kontes, kode and those of the boxes that at
 * least one of the forms carries, in form order, and has a record for each form. So it depends on
 * contest, codes and cells; names of regions, sources, times and origins make no difference, nor
 * does how the table was written. recap-report(1) has a recipe for it. @ret_text must have
 * RECAP_FINGERPRINT_SIZE bytes. */
void recap_fingerprint_forms (const RecapSchema *schema, const RecapForm *const *forms,
                              guint n_forms, char *ret_text);

G_END_DECLS
