#include "config.h"

#include "record-reader.h"

#include <glib/gi18n-lib.h>

#include "scan.h"

enum {
    BLOCK_SIZE = 256 * 1024, /* read at once: fits the second-level cache with its separators */
    FETCH_MAX = 512,         /* bytes of a record that are fetched ahead */
    PADDING = 64,            /* readable bytes behind the data, for the scanner and wide loads */
};

#define NOT_KEPT G_MAXSIZE

/* Where the next record is taken from. */
typedef struct {
    gsize begin;
    gsize line;      /* index into scan.lines */
    gsize separator; /* index into scan.separators */
    guint64 number;  /* of its line, from 1 */
} Place;

struct _RecapRecordReader {
    RecapSource *source;
    guint8 *buffer;
    gsize room;           /* of the buffer, without the padding */
    const guint8 *window; /* in the buffer: all of it, or the rest of a source that is held */
    gsize end;            /* of the window */
    gboolean at_end;      /* nothing comes behind the window */
    gboolean held;        /* the buffer has the whole source */
    gboolean borrowed;    /* the buffer is that of another reader */
    gsize kept;           /* offset of the record from which bytes are kept, or NOT_KEPT */
    guint64 kept_line;
    RecapScan scan; /* of the window */
    Place next;
    Place marked;
    RecapRecordView view;

    /* For records with quotes. */
    RecapText *texts;
    guint n_texts;     /* allocated */
    GString *unquoted; /* what @texts point into */
};

RecapRecordReader *
recap_record_reader_new (RecapSource *source)
{
    RecapRecordReader *self = g_new0 (RecapRecordReader, 1);
    self->source = source;
    self->unquoted = g_string_new (NULL);
    self->next.number = 1;
    self->kept = NOT_KEPT;
    return self;
}

void
recap_record_reader_free (RecapRecordReader *self)
{
    if (self == NULL)
        return;
    recap_scan_clear (&self->scan);
    g_string_free (self->unquoted, TRUE);
    g_free (self->texts);
    if (!self->borrowed)
        g_free (self->buffer);
    g_free (self);
}

const RecapRecordView *
recap_record_reader_view (const RecapRecordReader *self)
{
    return &self->view;
}

/* ---- errors ---- */

/* Narrows @text, which begins on line *@line, to the line that has the byte *@offset: a field in
 * quotes may hold line ends. Both are then counted from that line. */
static RecapText
line_at (RecapText text, gsize *offset, guint64 *line)
{
    const char *newline;

    while ((newline = memchr (text.bytes, '\n', *offset)) != NULL) {
        gsize size = (gsize)(newline + 1 - text.bytes);
        text = (RecapText){ text.bytes + size, text.size - size };
        *offset -= size;
        (*line)++;
    }
    newline = memchr (text.bytes, '\n', text.size);
    if (newline != NULL)
        text.size = (gsize)(newline - text.bytes);
    if (text.size > *offset && text.bytes[text.size - 1] == '\r')
        text.size--;
    return text;
}

/* Sets @error at byte @offset of @text, which begins on line @line. */
static gboolean
set_error_at (const RecapRecordReader *self, RecapErrorCode code, RecapText text, guint64 line,
              gsize offset, guint width, const char *message, GError **error)
{
    text = line_at (text, &offset, &line);
    RecapOrigin origin = { recap_source_get_name (self->source), line,
                           recap_text_characters (text.bytes, offset) + 1 };

    recap_error_set (error, code, &origin, "%s", message);
    recap_error_set_excerpt (error, text.bytes, text.size, width);
    return FALSE;
}

gboolean
recap_record_reader_set_error (const RecapRecordReader *self, RecapErrorCode code, gsize offset,
                               guint width, const char *message, GError **error)
{
    return set_error_at (self, code, recap_record_text (&self->view), self->view.line, offset,
                         width, message, error);
}

/* Only an open quote leaves bytes without a line end. It is the one that begins a field and finds
 * no end; two together inside a field do not end it. */
static gboolean
set_open_quote_error (const RecapRecordReader *self, GError **error)
{
    RecapText rest = { (const char *)self->window + self->next.begin,
                       self->end - self->next.begin };
    gboolean inside = FALSE;
    gsize open = 0;

    for (gsize i = 0; i < rest.size; i++) {
        if (rest.bytes[i] != '"')
            continue;
        if (!inside) {
            inside = TRUE;
            open = i;
        } else if (i + 1 < rest.size && rest.bytes[i + 1] == '"') {
            i++;
        } else {
            inside = FALSE;
        }
    }
    return set_error_at (self, RECAP_ERROR_SYNTAX, rest, self->next.number, open, 1,
                         _ ("quote that is never closed"), error);
}

static gboolean
set_long_record_error (const RecapRecordReader *self, guint64 line, GError **error)
{
    RecapOrigin origin = { recap_source_get_name (self->source), line, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("record longer than %d bytes"),
                     RECAP_RECORD_MAX);
    recap_error_set_hint (error, _ ("look for a quote that is not closed"));
    return FALSE;
}

/* ---- the window ---- */

/* Returns: the offset of the first byte that must stay in the buffer. */
static gsize
first_wanted (RecapRecordReader *self)
{
    if (self->kept == NOT_KEPT || self->next.begin - self->kept > RECAP_KEPT_MAX) {
        self->kept = NOT_KEPT;
        return self->next.begin;
    }
    gsize from = self->kept;
    self->kept = 0;
    return from;
}

/* Moves what is left to the front and reads on. Scans again from the beginning of the record that
 * was cut, so that quotes are always counted from where they open. */
static gboolean
refill (RecapRecordReader *self, GError **error)
{
    gsize from = first_wanted (self);
    gsize left = self->end - from;
    gsize n;

    if (self->end - self->next.begin > RECAP_RECORD_MAX)
        return set_long_record_error (self, self->next.number, error);
    if (left > 0)
        memmove (self->buffer, self->buffer + from, left);
    if (self->room < left + BLOCK_SIZE) {
        self->room = left + BLOCK_SIZE;
        self->buffer = g_realloc (self->buffer, self->room + PADDING);
    }
    self->window = self->buffer;
    self->next.begin -= from;
    self->end = left;
    /* One byte is kept for a missing final line end. */
    if (!recap_source_read (self->source, self->buffer + left, self->room - left - 1, &n, error))
        return FALSE;
    self->end += n;
    if (n == 0) {
        self->at_end = TRUE;
        if (self->next.begin < self->end)
            self->buffer[self->end++] = '\n';
    }
    memset (self->buffer + self->end, 0, PADDING);
    recap_scan (&self->scan, self->buffer, self->next.begin, self->end);
    self->next.line = 0;
    self->next.separator = 0;
    return TRUE;
}

/* Makes the scanner go on in a buffer that holds the whole table. */
static void
scan_piece (RecapRecordReader *self)
{
    self->window += self->next.begin;
    self->end -= self->next.begin;
    self->next.begin = 0;
    for (gsize size = BLOCK_SIZE;; size *= 2) {
        recap_scan (&self->scan, self->window, 0, MIN (size, self->end));
        if (self->scan.n_lines > 0 || size >= self->end || size > RECAP_RECORD_MAX)
            break;
    }
    self->next.line = 0;
    self->next.separator = 0;
}

/* Makes sure that a whole record is in the window. */
static gboolean
look_ahead (RecapRecordReader *self, gboolean *ret_end, GError **error)
{
    *ret_end = FALSE;
    while (self->next.line == self->scan.n_lines) {
        if (self->at_end && self->next.begin == self->end) {
            *ret_end = TRUE;
            return TRUE;
        }
        if (self->held)
            scan_piece (self);
        else if (!self->at_end && !refill (self, error))
            return FALSE;
        if (!self->at_end || self->scan.n_lines > 0 || self->next.begin == self->end)
            continue;
        if (self->end - self->next.begin > RECAP_RECORD_MAX + 1) /* and the line end */
            return set_long_record_error (self, self->next.number, error);
        return set_open_quote_error (self, error);
    }
    return TRUE;
}

/* ---- records ---- */

/* Makes room for the fields of a record of @size bytes and for their bytes without quotes, which
 * must not move while they are pointed to. */
static void
make_room (RecapRecordReader *self, gsize size)
{
    if (self->n_texts < self->view.n_fields) {
        self->n_texts = self->view.n_fields;
        self->texts = g_renew (RecapText, self->texts, self->view.n_fields);
    }
    g_string_truncate (self->unquoted, 0);
    g_string_set_size (self->unquoted, size);
}

/* Strict RFC 4180 for one record with quotes: fields without them, and their separators checked
 * against those that the scanner found. */
static gboolean
unquote (RecapRecordReader *self, guint64 *ret_inner_lines, GError **error)
{
    const char *record = (const char *)self->view.base + self->view.start;
    gsize size = recap_record_text (&self->view).size;
    gsize offset = 0;

    make_room (self, size);
    char *out = self->unquoted->str;
    *ret_inner_lines = 0;

    for (guint i = 0; i < self->view.n_fields; i++) {
        gboolean last = i + 1 == self->view.n_fields;
        gsize stop = self->view.stops[i] - self->view.start;
        gsize at = offset;
        RecapText *text = &self->texts[i];
        *text = (RecapText){ record + offset, stop - offset };
        if (at < stop && record[at] == '"') {
            text->bytes = out;
            for (at++; at < stop && (record[at] != '"' || (at + 1 < stop && record[at + 1] == '"'));
                 at++) {
                *ret_inner_lines += record[at] == '\n';
                at += record[at] == '"';
                *out++ = record[at];
            }
            text->size = (gsize)(out - text->bytes);
            gboolean closed = at < stop;
            gboolean clean =
                closed && (at + 1 == stop || (last && at + 2 == stop && record[at + 1] == '\r'));
            if (!clean)
                return recap_record_reader_set_error (
                    self, RECAP_ERROR_SYNTAX, closed ? at : offset, 1,
                    closed ? _ ("text after a closing quote") : _ ("quote that is never closed"),
                    error);
        } else if (memchr (record + at, '"', stop - at) != NULL) {
            at = (gsize)((const char *)memchr (record + at, '"', stop - at) - record);
            recap_record_reader_set_error (self, RECAP_ERROR_SYNTAX, at, 1,
                                           _ ("quote inside a field that does not begin with one"),
                                           error);
            recap_error_set_hint (error,
                                  _ ("put the whole field in quotes and double those inside"));
            return FALSE;
        } else if (last && text->size > 0 && record[stop - 1] == '\r') {
            text->size--;
        }
        offset = stop + 1;
    }
    self->view.quoted = self->texts;
    return TRUE;
}

/* Bytes that are not ASCII must be UTF-8; NUL is never right. */
static gboolean
check_encoding (const RecapRecordReader *self, GError **error)
{
    const char *record = (const char *)self->view.base + self->view.start;
    const char *bad;

    if (g_utf8_validate_len (record, recap_record_text (&self->view).size, &bad))
        return TRUE;
    gsize offset = (gsize)(bad - record);
    g_autofree char *message = *bad == '\0'
                                   ? g_strdup (_ ("NUL byte in a text file"))
                                   : g_strdup_printf (_ ("byte 0x%02X is not UTF-8"), (guchar)*bad);
    recap_record_reader_set_error (self, RECAP_ERROR_SYNTAX, offset, 1, message, error);
    recap_error_set_hint (error, _ ("save the file as CSV in UTF-8"));
    return FALSE;
}

/* Checks what the scanner noticed in the window; the number of lines inside quotes is given. */
static gboolean
finish_record (RecapRecordReader *self, guint64 *ret_inner_lines, GError **error)
{
    self->view.quoted = NULL;
    *ret_inner_lines = 0;
    if (G_LIKELY (!self->scan.exotic && !self->scan.quotes))
        return TRUE;

    RecapText record = recap_record_text (&self->view);
    if (self->scan.exotic && !check_encoding (self, error))
        return FALSE;
    if (self->scan.quotes && memchr (record.bytes, '"', record.size) != NULL)
        return unquote (self, ret_inner_lines, error);
    return TRUE;
}

/* Takes the next line from the window. */
static void
take_line (RecapRecordReader *self)
{
    gsize last = self->scan.lines[self->next.line++];
    self->view.base = self->window;
    self->view.start = self->next.begin;
    self->view.stops = self->scan.separators + self->next.separator;
    self->view.n_fields = (guint)(last - self->next.separator + 1);
    self->view.line = self->next.number++;
    self->next.separator = last + 1;
    self->next.begin = (gsize)self->scan.separators[last] + 1;
}

/* Takes records from the window until one is no empty line; *@ret_end when it is used up. */
static gboolean
take_record (RecapRecordReader *self, gboolean *ret_end, GError **error)
{
    while (self->next.line < self->scan.n_lines) {
        guint64 inner_lines;
        take_line (self);
        gsize size = recap_record_text (&self->view).size;
        if (size == 0 || (size == 1 && self->view.base[self->view.start] == '\r'))
            continue;
        if (G_UNLIKELY (size > RECAP_RECORD_MAX))
            return set_long_record_error (self, self->view.line, error);
        *ret_end = FALSE;
        if (!finish_record (self, &inner_lines, error))
            return FALSE;
        self->next.number += inner_lines;
        return TRUE;
    }
    *ret_end = TRUE;
    return TRUE;
}

gboolean
recap_record_reader_next (RecapRecordReader *self, gboolean *ret_end, GError **error)
{
    for (;;) {
        if (!take_record (self, ret_end, error))
            return FALSE;
        if (G_LIKELY (!*ret_end))
            return TRUE;
        if (!look_ahead (self, ret_end, error))
            return FALSE;
        if (*ret_end)
            return TRUE;
    }
}

gboolean
recap_record_reader_peek (RecapRecordReader *self, gboolean *ret_end, GError **error)
{
    return take_record (self, ret_end, error);
}

void
recap_record_reader_mark (RecapRecordReader *self)
{
    self->marked = self->next;
}

void
recap_record_reader_return (RecapRecordReader *self)
{
    self->next = self->marked;
}

gboolean
recap_record_reader_rewind (RecapRecordReader *self, GError **error)
{
    if (!self->held && !recap_source_rewind (self->source, error))
        return FALSE;
    if (self->held) {
        self->end += (gsize)(self->window - self->buffer);
        self->window = self->buffer;
    } else {
        self->end = 0;
        self->at_end = FALSE;
    }
    self->scan.n_lines = 0;
    self->kept = NOT_KEPT;
    self->next = (Place){ .number = 1 };
    return TRUE;
}

/* ---- sources held in memory ---- */

gboolean
recap_record_reader_hold (RecapRecordReader *self, GError **error)
{
    gsize n = 1;

    if (!recap_source_rewind (self->source, error))
        return FALSE;
    self->end = 0;
    while (n > 0) {
        if (self->room < self->end + BLOCK_SIZE) {
            gsize room = MAX (2 * self->room, 4 * (gsize)BLOCK_SIZE);
            guint8 *bigger = g_try_realloc (self->buffer, room + PADDING);
            if (bigger == NULL) {
                recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("no memory to sort '%s'"),
                                 recap_source_get_name (self->source));
                recap_error_set_hint (error, _ ("sort the table by kontes, kode, sumber first"));
                return FALSE;
            }
            self->buffer = bigger;
            self->room = room;
        }
        /* One byte is kept for a missing final line end. */
        if (!recap_source_read (self->source, self->buffer + self->end, self->room - self->end - 1,
                                &n, error))
            return FALSE;
        self->end += n;
    }
    if (self->end > 0 && self->buffer[self->end - 1] != '\n')
        self->buffer[self->end++] = '\n';
    memset (self->buffer + self->end, 0, PADDING);
    self->window = self->buffer;
    self->at_end = TRUE;
    self->held = TRUE;
    return recap_record_reader_rewind (self, error);
}

void
recap_record_reader_keep (RecapRecordReader *self)
{
    self->kept = (gsize)(self->view.base - self->buffer) + self->view.start;
    self->kept_line = self->view.line;
}

RecapRecordReader *
recap_record_reader_new_kept (const RecapRecordReader *self)
{
    if (!self->held && self->kept == NOT_KEPT)
        return NULL;

    RecapRecordReader *part = recap_record_reader_new (self->source);
    part->buffer = self->buffer;
    part->borrowed = TRUE;
    part->held = TRUE;
    part->at_end = TRUE;
    part->window = self->buffer;
    if (!self->held) {
        part->window += self->kept;
        part->end = self->next.begin - self->kept;
        part->next.number = self->kept_line;
    }
    return part;
}

RecapRecordPlace
recap_record_reader_tell (const RecapRecordReader *self)
{
    RecapText record = recap_record_text (&self->view);
    return (RecapRecordPlace){
        .offset = (gsize)((const guint8 *)record.bytes - self->buffer),
        .line = self->view.line,
        .size = (guint32)record.size,
    };
}

void
recap_record_reader_prefetch (const RecapRecordReader *self, const RecapRecordPlace *place)
{
    for (gsize at = 0; at < MIN (place->size, FETCH_MAX); at += 64)
        __builtin_prefetch (self->buffer + place->offset + at);
}

gboolean
recap_record_reader_read_at (RecapRecordReader *self, const RecapRecordPlace *place, GError **error)
{
    guint64 inner_lines;

    g_assert (self->held);
    self->view.base = self->buffer + place->offset;
    self->view.start = 0;
    recap_scan (&self->scan, self->view.base, 0, (gsize)place->size + 1);
    self->view.stops = self->scan.separators;
    self->view.n_fields = (guint)self->scan.n_separators;
    self->view.line = place->line;
    return finish_record (self, &inner_lines, error);
}
