#include "config.h"

#include "sheet-reader-part.h"

/* Format codes of numbers: '#,##0;[Red](#,##0)'. */

SheetKind
sheet_format_builtin_kind (guint64 id)
{
    static const struct {
        guint first, last;
        SheetKind kind;
    } ranges[] = {
        { 9, 10, SHEET_PERCENT }, { 14, 22, SHEET_DATE }, { 27, 36, SHEET_DATE },
        { 45, 47, SHEET_DATE },   { 50, 58, SHEET_DATE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
        if (id >= ranges[i].first && id <= ranges[i].last)
            return ranges[i].kind;
    return SHEET_NUMBER;
}

/* General, whole numbers and those with two digits behind the point, and what is a text. Others
 * show a blank or '-' for zero, or a date. */
gboolean
sheet_format_builtin_is_mask (guint64 id)
{
    return !(id <= 4 || (id >= 37 && id <= 40) || id == 49);
}

/* In a format code the letters of year, month, day, hour, minute and second make a date, unless
 * they are quoted, escaped or in brackets; but [h] in brackets is a duration. */
SheetKind
sheet_format_kind (const char *code)
{
    for (const char *p = code; *p != '\0'; p++) {
        if (*p == '"' || *p == '[') {
            if (*p == '[' && strchr ("hHmMsS", p[1]) != NULL && p[1] != '\0')
                return SHEET_DATE;
            p = strchr (p + 1, *p == '"' ? '"' : ']');
            if (p == NULL)
                break;
        } else if (*p == '\\' || *p == '_' || *p == '*') {
            if (p[1] != '\0')
                p++;
        } else if (*p == '%') {
            return SHEET_PERCENT;
        } else if (strncmp (p, "General", 7) == 0) {
            p += 6;
        } else if (strchr ("yYmMdDhHsS", *p) != NULL) {
            return SHEET_DATE;
        }
    }
    return SHEET_NUMBER;
}

/* --- what a code shows --- */

typedef enum {
    PIECE_DIGITS,  /* '#,##0.00' */
    PIECE_GENERAL, /* the number as it is */
    PIECE_TEXT,    /* '@' */
    PIECE_LITERAL, /* '" TPS"', '\x', and what needs neither: '(' */
    PIECE_BLANK,   /* '_)': as wide as the character */
    PIECE_BRACKET, /* '[Red]', '[$Rp-421]', '[>5]' */
    PIECE_END,     /* of a part */
    PIECE_OTHER,
} PieceKind;

typedef struct {
    PieceKind kind;
    RecapText whole; /* as it stands in the code */
    RecapText text;  /* without what encloses it */
} Piece;

static const char DIGITS[] = "0#?,.";

/* Reads the piece at @p, which is not the end of the code. */
static Piece
read_piece (const char *p)
{
    gsize rest = strlen (p);
    gsize size = 1, lead = 0, trail = 0;
    PieceKind kind = PIECE_OTHER;

    if (*p == '"' || *p == '[') {
        const char *close = strchr (p + 1, *p == '"' ? '"' : ']');
        kind = *p == '"' ? PIECE_LITERAL : PIECE_BRACKET;
        size = close != NULL ? (gsize)(close - p) + 1 : rest;
        lead = 1;
        trail = close != NULL ? 1 : 0;
    } else if (strchr ("\\_*", *p) != NULL && rest > 1) {
        kind = *p == '_' ? PIECE_BLANK : PIECE_LITERAL;
        size = 1 + MIN ((gsize)g_utf8_skip[(guchar)p[1]], rest - 1);
        lead = 1;
    } else if (strchr (DIGITS, *p) != NULL) {
        kind = PIECE_DIGITS;
        size = strspn (p, DIGITS);
    } else if (strncmp (p, "General", 7) == 0) {
        kind = PIECE_GENERAL;
        size = 7;
    } else if (strchr (" ()+-", *p) != NULL) {
        kind = PIECE_LITERAL;
    } else if (*p == '@' || *p == ';') {
        kind = *p == '@' ? PIECE_TEXT : PIECE_END;
    }
    return (Piece){ kind, { p, size }, { p + lead, size - lead - trail } };
}

/* A code has up to four parts: for numbers above zero or for all, below zero, for zero, for texts.
 * One with '@' at the end is for texts, too. */
typedef struct {
    guint index;
    guint n_places; /* where the number or the text goes */
    PieceKind place;
    gboolean has_sign;
    gboolean has_letters;
    gboolean is_wrong; /* something can be taken for a part of the number */
} Part;

/* Whether digits show every number, zero too: a '0' before the point, and no ',' behind which
 * thousands are left out. */
static gboolean
shows_number (RecapText digits)
{
    const char *point = memchr (digits.bytes, '.', digits.size);
    gsize whole = point != NULL ? (gsize)(point - digits.bytes) : digits.size;

    for (gsize i = whole + 1; i < digits.size; i++)
        if (digits.bytes[i] == ',' || digits.bytes[i] == '.')
            return FALSE;
    return whole > 0 && digits.bytes[0] != ',' && digits.bytes[whole - 1] != ',' &&
           memchr (digits.bytes, '0', whole) != NULL;
}

static void
take_literal (Part *self, RecapText text)
{
    for (gsize i = 0; i < text.size; i++) {
        char c = text.bytes[i];
        if (c == '-' || c == '(')
            self->has_sign = TRUE;
        else if (g_ascii_isalpha (c))
            self->has_letters = TRUE;
        else if (g_ascii_isdigit (c) || c == '.' || c == ',' || (guchar)c >= 0x80)
            self->is_wrong = TRUE;
    }
}

/* A colour or another way to write digits is harmless, a condition is not; of '[$Rp-421]' the
 * letters are shown. */
static void
take_bracket (Part *self, RecapText text)
{
    if (text.size > 0 && text.bytes[0] == '$') {
        const char *end = memchr (text.bytes, '-', text.size);
        gsize size = end != NULL ? (gsize)(end - text.bytes) : text.size;
        take_literal (self, (RecapText){ text.bytes + 1, size - 1 });
    } else if (text.size == 0 || !g_ascii_isalpha (text.bytes[0])) {
        self->is_wrong = TRUE;
    }
}

static void
take_piece (Part *self, const Piece *piece)
{
    switch (piece->kind) {
    case PIECE_DIGITS:
        self->is_wrong = self->is_wrong || !shows_number (piece->text);
        self->n_places++;
        self->place = piece->kind;
        break;
    case PIECE_GENERAL:
    case PIECE_TEXT:
        self->n_places++;
        self->place = piece->kind;
        break;
    case PIECE_LITERAL:
        take_literal (self, piece->text);
        break;
    case PIECE_BRACKET:
        take_bracket (self, piece->text);
        break;
    case PIECE_OTHER:
        self->is_wrong = TRUE;
        break;
    case PIECE_BLANK:
    case PIECE_END:
        break;
    }
}

/* Whether what is to be shown is shown, in a part that may be the last one. */
static gboolean
is_plain (const Part *self, gboolean last)
{
    enum { ABOVE, BELOW, ZERO, TEXT };

    if (self->is_wrong || self->n_places != 1 || self->index > TEXT)
        return FALSE;
    if (self->place == PIECE_TEXT || self->index == TEXT)
        return last && self->place != PIECE_DIGITS && !self->has_letters && !self->has_sign;
    return self->has_sign == (self->index == BELOW);
}

gboolean
sheet_format_is_mask (const char *code)
{
    Part part = { .index = 0 };

    for (const char *p = code; *p != '\0';) {
        Piece piece = read_piece (p);
        p += piece.whole.size;
        if (piece.kind != PIECE_END) {
            take_piece (&part, &piece);
            continue;
        }
        if (!is_plain (&part, FALSE))
            return TRUE;
        part = (Part){ .index = part.index + 1 };
    }
    return !is_plain (&part, TRUE);
}

char *
sheet_format_simplify (const char *code)
{
    GString *out = g_string_new (NULL);
    gboolean in_text = FALSE;

    for (const char *p = code; *p != '\0';) {
        Piece piece = read_piece (p);
        /* A quote can be escaped, but not quoted. */
        gboolean text = piece.kind == PIECE_LITERAL && piece.text.bytes[0] != '"';
        if (text != in_text)
            g_string_append_c (out, '"');
        in_text = text;
        recap_text_append (text ? piece.text : piece.whole, out);
        p += piece.whole.size;
    }
    if (in_text)
        g_string_append_c (out, '"');
    return g_string_free (out, FALSE);
}
