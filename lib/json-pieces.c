#include "config.h"

#include "json-pieces.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents.h"
#include "error.h"
#include "text.h"

enum { ROOM_FIRST = 256 * 1024 };

typedef enum {
    SHAPE_UNKNOWN, /* not looked at yet */
    SHAPE_WHOLE,
    SHAPE_LINES,
    SHAPE_ARRAY,
    SHAPE_OBJECT,
    SHAPE_END, /* nothing more is given */
} Shape;

/* A window of the text: bytes [start, end) of @bytes are there and were not given yet. */
struct _RecapJsonPieces {
    const char *name;
    RecapSource *source; /* NULL: everything is in the window from the beginning */
    const char *bytes;
    char *buffer; /* that @bytes is, with a source */
    gsize room;
    gsize max; /* of the window */
    gsize start;
    gsize end;
    gboolean at_end; /* nothing comes behind the window */
    Shape shape;
    gboolean after_first; /* of the elements or members */
    guint64 line;         /* of the byte at start, from 1 */
    guint column;
    GError *fault;
};

RecapJsonPieces *
recap_json_pieces_new (RecapSource *source)
{
    g_return_val_if_fail (source != NULL, NULL);

    RecapJsonPieces *self = g_new0 (RecapJsonPieces, 1);
    self->name = recap_source_get_name (source);
    self->source = source;
    self->max = RECAP_DOCUMENT_MAX;
    self->line = 1;
    self->column = 1;
    return self;
}

RecapJsonPieces *
recap_json_pieces_new_for_bytes (const char *name, const char *bytes, gsize size)
{
    g_return_val_if_fail (name != NULL && (bytes != NULL || size == 0), NULL);

    RecapJsonPieces *self = g_new0 (RecapJsonPieces, 1);
    gboolean mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0;
    self->name = name;
    self->bytes = bytes;
    self->max = RECAP_DOCUMENT_MAX;
    self->start = mark ? 3 : 0;
    self->end = size;
    self->at_end = TRUE;
    self->line = 1;
    self->column = 1;
    return self;
}

void
recap_json_pieces_free (RecapJsonPieces *self)
{
    if (self == NULL)
        return;
    g_free (self->buffer);
    g_clear_error (&self->fault);
    g_free (self);
}

void
recap_json_pieces_set_max (RecapJsonPieces *self, gsize size)
{
    g_return_if_fail (self != NULL && size > 0 && size <= RECAP_DOCUMENT_MAX);
    self->max = size;
}

/* --- the window --- */

/* Puts more of the text into the window: fills its room, which is doubled when the window began at
 * its first byte. What is at 'start' moves to the front. */
static gboolean
fill (RecapJsonPieces *self, GError **error)
{
    if (self->start > 0) {
        memmove (self->buffer, self->buffer + self->start, self->end - self->start);
        self->end -= self->start;
        self->start = 0;
    } else if (self->end == self->room) {
        self->room = MIN (MAX (2 * self->room, ROOM_FIRST), self->max + 1);
        self->buffer = g_realloc (self->buffer, self->room);
        self->bytes = self->buffer;
    }
    while (self->end < self->room && !self->at_end) {
        gsize n = 0;
        if (!recap_source_read (self->source, self->buffer + self->end, self->room - self->end, &n,
                                error))
            return FALSE;
        self->end += n;
        self->at_end = n == 0;
    }
    return TRUE;
}

/* Whether the window cannot grow: what is in it is more than a document may have. */
static gboolean
is_full (const RecapJsonPieces *self)
{
    return self->end - self->start > self->max;
}

static gboolean
set_too_large (const RecapJsonPieces *self, GError **error)
{
    RecapOrigin origin = { self->name, self->after_first ? self->line : 0, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("the document has more than %d MiB"),
                     (int)(self->max / 1024 / 1024));
    recap_error_set_hint (error, _ ("a file can have any size when its documents stand one a line, "
                                    "in an array or in an object by code"));
    return FALSE;
}

/* Gets more than the window has, which is not enough for the piece at its start. */
static gboolean
want_more (RecapJsonPieces *self, GError **error)
{
    return is_full (self) ? set_too_large (self, error) : fill (self, error);
}

/* Takes @size bytes from the start of the window and counts their lines. */
static void
pass (RecapJsonPieces *self, gsize size)
{
    const char *here = self->bytes + self->start;
    const char *end = here + size;
    const char *newline;

    while ((newline = memchr (here, '\n', (gsize)(end - here))) != NULL) {
        self->line++;
        self->column = 1;
        here = newline + 1;
    }
    if (end > here)
        self->column += recap_text_characters (here, (gsize)(end - here));
    self->start += size;
}

/* Takes what is blank from the start of the window; then it is empty only at the end. */
static gboolean
pass_blanks (RecapJsonPieces *self, GError **error)
{
    while (TRUE) {
        gsize n = 0;
        while (self->start + n < self->end && memchr (" \t\r\n", self->bytes[self->start + n], 4))
            n++;
        if (n > 0)
            pass (self, n);
        if (self->start < self->end || self->at_end)
            return TRUE;
        if (!fill (self, error))
            return FALSE;
    }
}

/* --- where something ends --- */

/* Returns: the offset behind the string whose quote stands at @at, or self->end. */
static gsize
find_string_end (const RecapJsonPieces *self, gsize at)
{
    for (gsize i = at + 1; i < self->end; i++) {
        if (self->bytes[i] == '"')
            return i + 1;
        if (self->bytes[i] == '\\')
            i++;
    }
    return self->end;
}

/* Where a value ends. */
typedef struct {
    gsize end;       /* offset behind it */
    gboolean broken; /* its last bracket does not go with the one that it closes */
} Extent;

/* Finds the end of the value at @at: of an object or array its bracket, of anything else the byte
 * before a comma, bracket or blank. Returns FALSE when it is not in the window. */
static gboolean
find_value_end (const RecapJsonPieces *self, gsize at, Extent *extent)
{
    enum { DEPTH_MAX = 64 }; /* below that the lexer has given up */
    gboolean objects[DEPTH_MAX];
    guint64 depth = 0;

    for (gsize i = at; i < self->end; i++) {
        char c = self->bytes[i];
        if (c == '"') {
            i = find_string_end (self, i) - 1;
        } else if (c == '{' || c == '[') {
            if (depth < DEPTH_MAX)
                objects[depth] = c == '{';
            depth++;
        } else if (depth > 0 && (c == '}' || c == ']')) {
            depth--;
            gboolean broken = depth < DEPTH_MAX && objects[depth] != (c == '}');
            if (depth > 0 && !broken)
                continue;
            *extent = (Extent){ i + 1, broken };
            return TRUE;
        } else if (depth == 0 && memchr (",]} \t\r\n", c, 7) != NULL) {
            *extent = (Extent){ i, FALSE };
            return TRUE;
        }
    }
    return FALSE;
}

static gsize
find_text (const RecapJsonPieces *self, gsize at)
{
    while (at < self->end && memchr (" \t\r\n", self->bytes[at], 4) != NULL)
        at++;
    return at;
}

/* The same for '"key": value'. */
static gboolean
find_member_end (const RecapJsonPieces *self, gsize at, Extent *extent)
{
    gsize colon = find_text (self, find_string_end (self, at));

    if (colon < self->end && self->bytes[colon] != ':') {
        *extent = (Extent){ colon, FALSE }; /* the lexer says what is missing */
        return TRUE;
    }
    if (colon >= self->end)
        return FALSE;
    gsize value = find_text (self, colon + 1);
    return value < self->end && find_value_end (self, value, extent);
}

/* --- what the text is --- */

static gboolean
is_lines_by_name (const char *name)
{
    static const char *const endings[] = { ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz" };
    gsize size = strlen (name);

    for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
        gsize tail = strlen (endings[i]);
        if (size > tail && g_ascii_strcasecmp (name + size - tail, endings[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether the first line is a whole object and an object begins behind it. The window begins with
 * '{'; it grows up to the first text behind the line. */
static gboolean
has_lines (RecapJsonPieces *self, gboolean *ret_lines, GError **error)
{
    *ret_lines = FALSE;
    while (TRUE) {
        const char *here = self->bytes + self->start;
        gsize seen = MIN (self->end - self->start, self->max + 1);
        const char *newline = memchr (here, '\n', seen);
        if (newline != NULL) {
            gsize stop = (gsize)(newline - self->bytes);
            Extent first;
            if (!find_value_end (self, self->start, &first) || first.broken || first.end > stop ||
                find_text (self, first.end) < stop)
                return TRUE;
            gsize next = find_text (self, stop);
            if (next < self->start + seen) {
                *ret_lines = self->bytes[next] == '{';
                return TRUE;
            }
        }
        if (self->at_end || is_full (self))
            return TRUE;
        if (!fill (self, error))
            return FALSE;
    }
}

static gboolean
find_shape (RecapJsonPieces *self, GError **error)
{
    gboolean lines = is_lines_by_name (self->name);

    /* Blanks before a text that fits are left to the lexer, which knows the places. */
    if (!lines && self->at_end && !is_full (self) &&
        memchr (self->bytes, '\n', self->end) == NULL) {
        self->shape = SHAPE_WHOLE;
        return TRUE;
    }
    if (!pass_blanks (self, error))
        return FALSE;
    char first = self->start < self->end ? self->bytes[self->start] : '\0';
    if (!lines && first == '{' && !has_lines (self, &lines, error))
        return FALSE;
    if (lines) {
        self->shape = SHAPE_LINES;
        return TRUE;
    }
    while (!self->at_end && !is_full (self))
        if (!fill (self, error))
            return FALSE;
    if (self->at_end && !is_full (self)) {
        self->shape = SHAPE_WHOLE;
        return TRUE;
    }
    if (first != '{' && first != '[')
        return set_too_large (self, error);
    self->shape = first == '{' ? SHAPE_OBJECT : SHAPE_ARRAY;
    pass (self, 1);
    return TRUE;
}

/* --- pieces --- */

/* Gives @size bytes from the start of the window. */
static void
give (RecapJsonPieces *self, RecapJsonPieceKind kind, gsize size, RecapJsonPiece *piece)
{
    *piece =
        (RecapJsonPiece){ kind, self->bytes + self->start, size, self->line, self->column, FALSE,
                          NULL };
    pass (self, size);
    self->after_first = TRUE;
}

/* Says that something else than @what stands at the start of the window, and ends. */
static gboolean
give_fault (RecapJsonPieces *self, const char *what, RecapJsonPiece *piece, GError **error)
{
    enum { CHARACTER_MAX = 4 }; /* bytes */
    RecapOrigin origin = { self->name, self->line, self->column };

    self->shape = SHAPE_END;
    while (self->end - self->start < CHARACTER_MAX && !self->at_end && !is_full (self))
        if (!fill (self, error))
            return FALSE;
    gsize size = MIN (self->end - self->start, 1);
    while (size > 0 && size < MIN (self->end - self->start, CHARACTER_MAX) &&
           ((guchar)self->bytes[self->start + size] & 0xc0) == 0x80)
        size++;
    g_autofree char *shown = size > 0 ? recap_text_display (self->bytes + self->start, size) : NULL;
    if (size == 0)
        recap_error_set (&self->fault, RECAP_ERROR_SYNTAX, &origin,
                         _ ("the document is cut short: %s is missing"), what);
    else
        recap_error_set (&self->fault, RECAP_ERROR_SYNTAX, &origin, _ ("'%s' where %s must be"),
                         shown, what);
    *piece = (RecapJsonPiece){ .kind = RECAP_JSON_PIECE_FAULT, .fault = self->fault };
    return TRUE;
}

static gboolean
next_line (RecapJsonPieces *self, RecapJsonPiece *piece, gboolean *ret_end, GError **error)
{
    if (!pass_blanks (self, error))
        return FALSE;
    if (self->start == self->end) {
        *ret_end = TRUE;
        return TRUE;
    }
    while (TRUE) {
        const char *here = self->bytes + self->start;
        const char *newline = memchr (here, '\n', self->end - self->start);
        gsize size = newline != NULL ? (gsize)(newline - here) : self->end - self->start;
        if (size <= self->max && (newline != NULL || self->at_end)) {
            give (self, RECAP_JSON_PIECE_LINE, size, piece);
            return TRUE;
        }
        if (!want_more (self, error))
            return FALSE;
    }
}

/* Takes the comma before an element or member, or the bracket that ends them all. */
static gboolean
pass_comma (RecapJsonPieces *self, RecapJsonPiece *piece, gboolean *ret_end, GError **error)
{
    gboolean object = self->shape == SHAPE_OBJECT;

    if (!pass_blanks (self, error))
        return FALSE;
    char c = self->start < self->end ? self->bytes[self->start] : '\0';
    if (c == (object ? '}' : ']')) {
        pass (self, 1);
        if (!pass_blanks (self, error))
            return FALSE;
        *ret_end = self->start == self->end;
        self->shape = SHAPE_END;
        return *ret_end || give_fault (self, _ ("the end of the document"), piece, error);
    }
    if (!self->after_first)
        return TRUE;
    if (c != ',')
        return give_fault (self, object ? _ ("a comma or '}'") : _ ("a comma or ']'"), piece,
                           error);
    pass (self, 1);
    return pass_blanks (self, error);
}

static gboolean
next_part (RecapJsonPieces *self, RecapJsonPiece *piece, gboolean *ret_end, GError **error)
{
    gboolean object = self->shape == SHAPE_OBJECT;
    RecapJsonPieceKind kind = object ? RECAP_JSON_PIECE_MEMBER : RECAP_JSON_PIECE_ELEMENT;

    if (!pass_comma (self, piece, ret_end, error))
        return FALSE;
    if (self->shape == SHAPE_END)
        return TRUE;
    char c = self->start < self->end ? self->bytes[self->start] : '\0';
    if (object && c != '"')
        return give_fault (self, _ ("a key in quotes"), piece, error);
    if (c == '\0' || c == ',' || c == ']' || c == '}')
        return give_fault (self, _ ("a value"), piece, error);
    while (TRUE) {
        Extent part = { self->end, TRUE };
        gboolean whole = object ? find_member_end (self, self->start, &part)
                                : find_value_end (self, self->start, &part);
        if ((whole || self->at_end) && part.end - self->start <= self->max) {
            give (self, kind, part.end - self->start, piece);
            if (part.broken) /* the lexer says how; where the next one begins cannot be known */
                self->shape = SHAPE_END;
            piece->broken = part.broken;
            return TRUE;
        }
        if (!want_more (self, error))
            return FALSE;
    }
}

gboolean
recap_json_pieces_next (RecapJsonPieces *self, RecapJsonPiece *piece, gboolean *ret_end,
                        GError **error)
{
    g_return_val_if_fail (self != NULL && piece != NULL && ret_end != NULL, FALSE);

    *ret_end = FALSE;
    if (self->shape == SHAPE_UNKNOWN && !find_shape (self, error))
        return FALSE;
    switch (self->shape) {
    case SHAPE_WHOLE:
        give (self, RECAP_JSON_PIECE_WHOLE, self->end - self->start, piece);
        self->shape = SHAPE_END;
        return TRUE;
    case SHAPE_LINES:
        return next_line (self, piece, ret_end, error);
    case SHAPE_ARRAY:
    case SHAPE_OBJECT:
        return next_part (self, piece, ret_end, error);
    case SHAPE_UNKNOWN:
    case SHAPE_END:
        break;
    }
    *ret_end = TRUE;
    return TRUE;
}
