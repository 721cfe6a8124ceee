/* Pieces of text that came from a file: never trusted, not always ending in NUL. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A piece of text that somebody else owns. Not terminated by NUL; @bytes may be NULL when it is
 * empty. */
typedef struct {
    const char *bytes;
    gsize size; /* in bytes */
} RecapText;

#define RECAP_TEXT_EMPTY ((RecapText){ "", 0 })

static inline RecapText
recap_text (const char *string)
{
    return (RecapText){ string ? string : "", string ? strlen (string) : 0 };
}

static inline gboolean
recap_text_equal (RecapText a, RecapText b)
{
    return a.size == b.size && (a.size == 0 || memcmp (a.bytes, b.bytes, a.size) == 0);
}

static inline gboolean
recap_text_equal_string (RecapText a, const char *string)
{
    return recap_text_equal (a, recap_text (string));
}

/* Compares bytewise; a text that is the beginning of the other comes first. Like memcmp. */
static inline int
recap_text_compare (RecapText a, RecapText b)
{
    gsize common = MIN (a.size, b.size);
    int order = common > 0 ? memcmp (a.bytes, b.bytes, common) : 0;
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

/* Returns: @text without blanks, tabs, CR and LF at its ends; it still belongs to its owner. */
RecapText recap_text_trim (RecapText text);

/* Makes @bytes fit for a terminal: control characters (C0, C1, DEL), bytes that are not UTF-8 and
 * characters that change the direction of writing become \xNN or \u{NNNN}.
 *
 * Returns: a new string in valid UTF-8, owned by the caller. */
char *recap_text_escape (const char *bytes, gsize size);

/* Like recap_text_escape(), shortened to 60 characters with '...' at the end.
 *
 * Returns: a new string, owned by the caller. */
char *recap_text_display (const char *bytes, gsize size);

/* Returns: whether @c is shown and does nothing else: no control character (LF is one, too) and
 * none that changes the direction of writing or hides. */
gboolean recap_text_is_harmless (gunichar c);

/* Returns: whether a spreadsheet would take a cell with this text for a formula: it begins with
 * one of = + - @ TAB CR, apostrophes before it not counted. */
gboolean recap_text_is_formula (RecapText text);

/* Returns: the number of characters in the first @size bytes; a byte that is not UTF-8 counts 1. */
guint recap_text_characters (const char *bytes, gsize size);

/* Appends @text to @out. */
static inline void
recap_text_append (RecapText text, GString *out)
{
    g_string_append_len (out, text.bytes, (gssize)text.size);
}

/* Makes @text all that is in @out. */
static inline void
recap_text_assign (RecapText text, GString *out)
{
    g_string_truncate (out, 0);
    recap_text_append (text, out);
}

G_END_DECLS
