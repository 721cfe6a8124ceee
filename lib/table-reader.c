#include "config.h"

#include "table-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "error.h"
#include "scan.h"
#include "source.h"

enum {
    BLOCK_SIZE = 256 * 1024, /* read at once: fits the second-level cache with its separators */
    HELD_AHEAD = 8,          /* records of a sorted table that are fetched before they are needed */
    HELD_FETCH_MAX = 512,    /* bytes of each */
    PADDING = 64,            /* readable bytes behind the data, for the scanner and wide loads */
};

/* Where a column of the table goes. */
typedef enum { TARGET_KEY, TARGET_TALLY, TARGET_FIELD, TARGET_COUNT } TargetKind;

typedef struct {
    TargetKind kind;
    guint index; /* of the key, the tally, or the field in the schema */
    char *name;  /* of the column */
} Target;

/* A column of the table and the key, tally or field of the schema that it holds. */
typedef struct {
    guint column;
    guint index;
} Column;

/* A run of columns that two tables have side by side in the same order. */
typedef struct {
    guint mine;
    guint other;
    guint n;
} Run;

/* One record of a table that is held in memory, with enough of its key to sort by. */
typedef struct {
    guint64 kode_1, kode_2; /* the first 16 bytes of the code, big-endian */
    const char *long_kode;  /* the whole code when it is longer, else NULL */
    gsize offset;
    guint64 line;
    guint32 size;   /* without the line end */
    guint16 kontes; /* rank among the contests of the table */
    guint16 sumber; /* rank among its sources */
} Held;

/* The few different values of a column: numbered as they come, ranked at the end. */
typedef struct {
    GPtrArray *values;   /* char * */
    GHashTable *numbers; /* char * -> number + 1 */
} Values;

struct _RecapTableReader {
    const RecapContests *contests;
    RecapSource *source;

    GArray *targets; /* Target, one per column of the table */
    const RecapSchema *schema;
    GArray *keys;    /* Column, those that hold texts */
    GArray *extras;  /* Column, those that hold tallies and counts */
    GArray *cells;   /* Column, those that hold fields */
    GArray *foreign; /* Column, those of @cells that @contest does not have */
    gboolean has_key[RECAP_N_KEYS];
    gboolean has_tally[RECAP_N_TALLIES];
    RecapCell *values; /* of the current form */
    RecapCell *counts; /* likewise, of its columns n_<field>; NULL: there are none */

    /* The window on the input. Records are taken from it one by one. */
    guint8 *buffer;
    gsize room;           /* of the buffer, without the padding */
    const guint8 *window; /* in the buffer: all of it, or the rest of a table that is held */
    gsize begin, end;     /* of what is not taken yet, from the window's start */
    gboolean at_end;      /* nothing comes behind the window */
    RecapScan scan;
    gsize next_line;      /* index into scan.lines */
    gsize next_separator; /* index into scan.separators */
    guint64 line;         /* of the next record, from 1 */

    /* The current record. */
    const guint8 *base;   /* offsets of the fields count from here */
    const guint32 *stops; /* offset of the separator behind each field */
    gsize start;          /* offset of the first byte */
    guint n_fields;
    guint64 record_line;
    RecapText *quoted; /* its fields when there are quotes in it, else NULL */
    RecapText *quoted_room;
    guint quoted_allocated;
    GString *unquoted; /* what those fields point into */

    /* What was read before: for the order, and to look up a contest only once. */
    GString *last_key; /* the three texts one after the other */
    gsize last_sizes[3];
    guint64 last_line;
    char *contest_code;
    const RecapContest *contest;
    gboolean repeats;

    /* Runs of columns shared with another reader, see recap_table_reader_copies(). */
    const RecapTableReader *runs_with;
    GArray *runs; /* Run; NULL: this table has fields that the other has not */

    /* The whole table, when it had to be sorted. */
    gboolean held;
    GArray *order; /* Held */
    GStringChunk *long_kodes;
    guint next_held;
};

/* ---- errors ---- */

static RecapText
field_text (const RecapTableReader *self, guint column)
{
    if (self->quoted != NULL)
        return self->quoted[column];
    gsize start = column == 0 ? self->start : (gsize)self->stops[column - 1] + 1;
    return (RecapText){ (const char *)self->base + start, self->stops[column] - start };
}

static gsize
record_size (const RecapTableReader *self)
{
    return self->stops[self->n_fields - 1] - self->start;
}

/* Sets an error at byte @offset of the current record, with the record below it. */
static gboolean
set_record_error (const RecapTableReader *self, RecapErrorCode code, gsize offset, guint width,
                  const char *message, GError **error)
{
    const char *record = (const char *)self->base + self->start;
    RecapOrigin origin = { recap_source_get_name (self->source), self->record_line,
                           recap_text_characters (record, offset) + 1 };

    recap_error_set (error, code, &origin, "%s", message);
    recap_error_set_excerpt (error, record, record_size (self), width);
    return FALSE;
}

/* The offset of field @column in the record. The stops are right for a record with quotes too. */
static gsize
field_offset (const RecapTableReader *self, guint column)
{
    return column == 0 ? 0 : self->stops[column - 1] + 1 - self->start;
}

static gboolean
set_cell_error (const RecapTableReader *self, guint column, GError **error)
{
    RecapText text = field_text (self, column);
    const Target *target = &g_array_index (self->targets, Target, column);
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *why = recap_cell_explain (text);
    g_autofree char *message = g_strdup_printf (_ ("count '%s' is not a number (field %u, \"%s\")"),
                                                shown, column + 1, target->name);

    set_record_error (self, RECAP_ERROR_SYNTAX, field_offset (self, column),
                      recap_text_characters (text.bytes, text.size), message, error);
    if (why != NULL)
        recap_error_set_hint (error, "%s", why);
    return FALSE;
}

/* ---- records ---- */

/* Moves what is left to the front and reads on. Scans again from the beginning of the record that
 * was cut, so that quotes are always counted from where they open. */
static gboolean
refill (RecapTableReader *self, GError **error)
{
    gsize left = self->end - self->begin;
    gsize n;

    if (left > RECAP_RECORD_MAX) {
        RecapOrigin origin = { recap_source_get_name (self->source), self->line, 0 };
        recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("record longer than %d bytes"),
                         RECAP_RECORD_MAX);
        recap_error_set_hint (error, _ ("look for a quote that is not closed"));
        return FALSE;
    }
    memmove (self->buffer, self->buffer + self->begin, left);
    if (self->room < left + BLOCK_SIZE) {
        self->room = left + BLOCK_SIZE;
        self->buffer = g_realloc (self->buffer, self->room + PADDING);
    }
    self->window = self->buffer;
    self->begin = 0;
    self->end = left;
    /* One byte is kept for a missing final line end. */
    if (!recap_source_read (self->source, self->buffer + left, self->room - left - 1, &n, error))
        return FALSE;
    self->end += n;
    if (n == 0) {
        self->at_end = TRUE;
        if (left > 0)
            self->buffer[self->end++] = '\n';
    }
    memset (self->buffer + self->end, 0, PADDING);
    recap_scan (&self->scan, self->buffer, 0, self->end);
    self->next_line = 0;
    self->next_separator = 0;
    return TRUE;
}

/* Strict RFC 4180 for one record with quotes: fields without them, and their separators checked
 * against those that the scanner found. */
static gboolean
unquote (RecapTableReader *self, guint64 *ret_inner_lines, GError **error)
{
    const char *record = (const char *)self->base + self->start;
    gsize size = record_size (self);
    gsize offset = 0;

    if (self->quoted_allocated < self->n_fields) {
        self->quoted_allocated = self->n_fields;
        self->quoted_room = g_renew (RecapText, self->quoted_room, self->n_fields);
    }
    g_string_truncate (self->unquoted, 0);
    /* The texts must not move while they are pointed to. */
    g_string_set_size (self->unquoted, size);
    char *out = self->unquoted->str;
    *ret_inner_lines = 0;

    for (guint i = 0; i < self->n_fields; i++) {
        gsize stop = self->stops[i] - self->start;
        gsize at = offset;
        RecapText *text = &self->quoted_room[i];
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
                closed && (at + 1 == stop || (at + 2 == stop && record[at + 1] == '\r'));
            if (!clean)
                return set_record_error (self, RECAP_ERROR_SYNTAX, closed ? at : offset, 1,
                                         closed ? _ ("text after a closing quote")
                                                : _ ("quote that is never closed"),
                                         error);
        } else if (memchr (record + at, '"', stop - at) != NULL) {
            at = (gsize)((const char *)memchr (record + at, '"', stop - at) - record);
            set_record_error (self, RECAP_ERROR_SYNTAX, at, 1,
                              _ ("quote inside a field that does not begin with one"), error);
            recap_error_set_hint (error,
                                  _ ("put the whole field in quotes and double those inside"));
            return FALSE;
        }
        offset = stop + 1;
    }
    self->quoted = self->quoted_room;
    return TRUE;
}

/* Bytes that are not ASCII must be UTF-8; NUL is never right. */
static gboolean
check_encoding (const RecapTableReader *self, GError **error)
{
    const char *record = (const char *)self->base + self->start;
    const char *bad;

    if (g_utf8_validate_len (record, record_size (self), &bad))
        return TRUE;
    gsize offset = (gsize)(bad - record);
    g_autofree char *message = *bad == '\0'
                                   ? g_strdup (_ ("NUL byte in a text file"))
                                   : g_strdup_printf (_ ("byte 0x%02X is not UTF-8"), (guchar)*bad);
    set_record_error (self, RECAP_ERROR_SYNTAX, offset, 1, message, error);
    recap_error_set_hint (error, _ ("save the file as CSV in UTF-8"));
    return FALSE;
}

/* Checks what the scanner noticed in the block; the number of lines inside quotes is added. */
static gboolean
finish_record (RecapTableReader *self, guint64 *ret_inner_lines, GError **error)
{
    const guint8 *record = self->base + self->start;

    self->quoted = NULL;
    *ret_inner_lines = 0;
    if (self->scan.exotic && !check_encoding (self, error))
        return FALSE;
    if (self->scan.quotes && memchr (record, '"', record_size (self)) != NULL)
        return unquote (self, ret_inner_lines, error);
    return TRUE;
}

/* Makes the scanner go on in a buffer that holds the whole table. */
static void
scan_piece (RecapTableReader *self)
{
    self->window += self->begin;
    self->end -= self->begin;
    self->begin = 0;
    for (gsize size = BLOCK_SIZE;; size *= 2) {
        recap_scan (&self->scan, self->window, 0, MIN (size, self->end));
        if (self->scan.n_lines > 0 || size >= self->end || size > RECAP_RECORD_MAX)
            break;
    }
    self->next_line = 0;
    self->next_separator = 0;
}

/* Only an open quote leaves bytes without a line end. */
static gboolean
set_open_quote_error (const RecapTableReader *self, GError **error)
{
    const char *record = (const char *)self->window + self->begin;
    gsize size = self->end - self->begin;
    const char *open = memchr (record, '"', size);
    gsize offset = open != NULL ? (gsize)(open - record) : 0;
    const char *line_end = memchr (record, '\n', size);
    RecapOrigin origin = { recap_source_get_name (self->source), self->line,
                           recap_text_characters (record, offset) + 1 };

    recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, _ ("quote that is never closed"));
    recap_error_set_excerpt (error, record, line_end != NULL ? (gsize)(line_end - record) : size,
                             1);
    return FALSE;
}

/* Makes sure that a whole record is in the window. */
static gboolean
look_ahead (RecapTableReader *self, gboolean *ret_end, GError **error)
{
    *ret_end = FALSE;
    while (self->next_line == self->scan.n_lines) {
        if (self->at_end && self->begin == self->end) {
            *ret_end = TRUE;
            return TRUE;
        }
        if (self->held)
            scan_piece (self);
        else if (!self->at_end && !refill (self, error))
            return FALSE;
        if (self->at_end && self->scan.n_lines == 0 && self->begin < self->end)
            return set_open_quote_error (self, error);
    }
    return TRUE;
}

/* Takes the next record that is not an empty line from the window. */
static gboolean
next_record (RecapTableReader *self, gboolean *ret_end, GError **error)
{
    for (;;) {
        if (self->next_line == self->scan.n_lines) {
            if (!look_ahead (self, ret_end, error))
                return FALSE;
            if (*ret_end)
                return TRUE;
        }
        gsize last = self->scan.lines[self->next_line++];
        self->base = self->window;
        self->start = self->begin;
        self->stops = self->scan.separators + self->next_separator;
        self->n_fields = (guint)(last - self->next_separator + 1);
        self->next_separator = last + 1;
        self->begin = (gsize)self->scan.separators[last] + 1;
        self->record_line = self->line++;

        gsize size = record_size (self);
        if (size == 0 || (size == 1 && self->base[self->start] == '\r'))
            continue;
        guint64 inner_lines;
        if (!finish_record (self, &inner_lines, error))
            return FALSE;
        self->line += inner_lines;
        *ret_end = FALSE;
        return TRUE;
    }
}

/* ---- header ---- */

static void
target_clear (gpointer data)
{
    g_free (((Target *)data)->name);
}

static gboolean
is_known_field (const RecapContests *contests, RecapText name)
{
    for (guint i = 0; i < recap_contests_get_n (contests); i++)
        if (recap_contest_find (recap_contests_get (contests, i), name) != NULL)
            return TRUE;
    return FALSE;
}

/* Returns: what the column @name is for, or FALSE when nobody knows. */
static gboolean
find_target (const RecapTableReader *self, RecapText name, Target *ret_target)
{
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        if (recap_text_equal_string (name, recap_key_name (i))) {
            *ret_target = (Target){ TARGET_KEY, i, NULL };
            return TRUE;
        }
    for (guint i = 0; i < RECAP_N_TALLIES; i++)
        if (recap_text_equal_string (name, recap_tally_name (i))) {
            *ret_target = (Target){ TARGET_TALLY, i, NULL };
            return TRUE;
        }
    /* 'n_<field>' of recap-sum --counts: how many TPS a sum has; not a field of a form. */
    if (name.size > 2 && memcmp (name.bytes, "n_", 2) == 0 &&
        is_known_field (self->contests, (RecapText){ name.bytes + 2, name.size - 2 })) {
        *ret_target = (Target){ TARGET_COUNT, 0, NULL };
        return TRUE;
    }
    *ret_target = (Target){ TARGET_FIELD, 0, NULL };
    return is_known_field (self->contests, name);
}

static gboolean
add_column (RecapTableReader *self, guint column, GError **error)
{
    RecapText name = field_text (self, column);
    if (name.size > 0 && name.bytes[name.size - 1] == '\r')
        name.size--;
    g_autofree char *shown = recap_text_display (name.bytes, name.size);
    Target target;

    for (guint i = 0; i < self->targets->len; i++)
        if (recap_text_equal_string (name, g_array_index (self->targets, Target, i).name)) {
            g_autofree char *message = g_strdup_printf (
                _ ("column '%s' is there twice (fields %u and %u)"), shown, i + 1, column + 1);
            return set_record_error (self, RECAP_ERROR_SCHEMA, field_offset (self, column),
                                     recap_text_characters (name.bytes, name.size), message, error);
        }
    if (!find_target (self, name, &target)) {
        g_autofree char *message =
            g_strdup_printf (_ ("no contest has a field '%s' (field %u)"), shown, column + 1);
        set_record_error (self, RECAP_ERROR_SCHEMA, field_offset (self, column),
                          recap_text_characters (name.bytes, name.size), message, error);
        recap_error_set_hint (error, _ ("read a table of foreign columns with recap-import first"));
        return FALSE;
    }
    target.name = g_strndup (name.bytes, name.size);
    g_array_append_val (self->targets, target);
    if (target.kind == TARGET_KEY)
        self->has_key[target.index] = TRUE;
    if (target.kind == TARGET_TALLY)
        self->has_tally[target.index] = TRUE;
    return TRUE;
}

static gboolean
read_header (RecapTableReader *self, GError **error)
{
    gboolean end;
    if (!next_record (self, &end, error))
        return FALSE;
    if (end) {
        RecapOrigin origin = { recap_source_get_name (self->source), 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table is empty"));
        recap_error_set_hint (error, _ ("even a table without forms begins with the column names"));
        return FALSE;
    }
    if (self->n_fields > RECAP_COLUMNS_MAX) {
        g_autofree char *message =
            g_strdup_printf (_ ("%u columns are more than %d"), self->n_fields, RECAP_COLUMNS_MAX);
        return set_record_error (self, RECAP_ERROR_LIMIT, 0, 1, message, error);
    }
    for (guint i = 0; i < self->n_fields; i++)
        if (!add_column (self, i, error))
            return FALSE;
    for (RecapKey key = RECAP_KEY_KONTES; key <= RECAP_KEY_SUMBER; key++)
        if (!self->has_key[key]) {
            g_autofree char *message =
                g_strdup_printf (_ ("the table has no column '%s'"), recap_key_name (key));
            set_record_error (self, RECAP_ERROR_SCHEMA, 0, 1, message, error);
            recap_error_set_hint (error, _ ("recap-import makes a recap table of other files"));
            return FALSE;
        }
    return TRUE;
}

RecapTableReader *
recap_table_reader_open (const RecapContests *contests, const char *path, GError **error)
{
    g_return_val_if_fail (contests != NULL && path != NULL, NULL);

    g_autoptr (RecapTableReader) self = g_new0 (RecapTableReader, 1);
    self->contests = contests;
    self->targets = g_array_new (FALSE, TRUE, sizeof (Target));
    g_array_set_clear_func (self->targets, target_clear);
    self->keys = g_array_new (FALSE, FALSE, sizeof (Column));
    self->extras = g_array_new (FALSE, FALSE, sizeof (Column));
    self->cells = g_array_new (FALSE, FALSE, sizeof (Column));
    self->foreign = g_array_new (FALSE, FALSE, sizeof (Column));
    self->unquoted = g_string_new (NULL);
    self->last_key = g_string_new (NULL);
    self->line = 1;
    self->source = recap_source_open (path, error);
    if (self->source == NULL || !read_header (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_table_reader_free (RecapTableReader *self)
{
    if (self == NULL)
        return;
    recap_scan_clear (&self->scan);
    recap_source_free (self->source);
    g_array_unref (self->targets);
    g_array_unref (self->keys);
    g_array_unref (self->extras);
    g_array_unref (self->cells);
    g_array_unref (self->foreign);
    if (self->runs != NULL)
        g_array_unref (self->runs);
    if (self->order != NULL)
        g_array_unref (self->order);
    if (self->long_kodes != NULL)
        g_string_chunk_free (self->long_kodes);
    g_string_free (self->unquoted, TRUE);
    g_string_free (self->last_key, TRUE);
    g_free (self->quoted_room);
    g_free (self->contest_code);
    g_free (self->values);
    g_free (self->counts);
    g_free (self->buffer);
    g_free (self);
}

const char *
recap_table_reader_get_name (const RecapTableReader *self)
{
    return recap_source_get_name (self->source);
}

void
recap_table_reader_add_fields (const RecapTableReader *self, RecapSchema *schema)
{
    for (guint i = 0; i < self->targets->len; i++) {
        const Target *target = &g_array_index (self->targets, Target, i);
        if (target->kind == TARGET_FIELD)
            recap_schema_add (schema, recap_text (target->name));
        else if (target->kind == TARGET_COUNT)
            recap_schema_add (schema, recap_text (target->name + 2));
    }
}

/* Returns: the list of columns that those of @kind belong to. */
static GArray *
columns_of (RecapTableReader *self, TargetKind kind)
{
    switch (kind) {
    case TARGET_KEY:
        return self->keys;
    case TARGET_TALLY:
    case TARGET_COUNT:
        return self->extras;
    case TARGET_FIELD:
        return self->cells;
    }
    g_return_val_if_reached (NULL);
}

void
recap_table_reader_set_schema (RecapTableReader *self, const RecapSchema *schema)
{
    guint n = recap_schema_get_n (schema);

    self->schema = schema;
    self->values = g_renew (RecapCell, self->values, MAX (n, 1));
    for (guint i = 0; i < self->targets->len; i++) {
        Target *target = &g_array_index (self->targets, Target, i);
        const char *field = target->kind == TARGET_COUNT ? target->name + 2 : target->name;
        if (target->kind == TARGET_FIELD || target->kind == TARGET_COUNT) {
            int index = recap_schema_find (schema, recap_text (field));
            g_assert (index >= 0);
            target->index = (guint)index;
        }
        if (target->kind == TARGET_COUNT)
            self->counts = g_renew (RecapCell, self->counts, n);
        Column column = { i, target->index };
        g_array_append_val (columns_of (self, target->kind), column);
    }
    for (guint i = 0; i < n; i++) {
        self->values[i] = RECAP_CELL_NOT_CARRIED;
        if (self->counts != NULL)
            self->counts[i] = RECAP_CELL_NOT_CARRIED;
    }
}

gboolean
recap_table_reader_has_key (const RecapTableReader *self, RecapKey key)
{
    return self->has_key[key];
}

gboolean
recap_table_reader_has_tally (const RecapTableReader *self, RecapTally tally)
{
    return self->has_tally[tally];
}

gboolean
recap_table_reader_has_field (const RecapTableReader *self, guint index)
{
    for (guint i = 0; i < self->cells->len; i++)
        if (g_array_index (self->cells, Column, i).index == index)
            return TRUE;
    return FALSE;
}

/* ---- cells ---- */

#define REPEAT(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Reads a count of one to eight digits from @p, behind which eight bytes can be read. All digits
 * are handled in one word, without a branch for the length.
 *
 * Returns: -1 when it is not a count. */
static inline gint64
parse_digits (const guint8 *p, gsize size)
{
    guint64 word;
    memcpy (&word, p, sizeof word);
    word = GUINT64_FROM_LE (word);
    /* The digits go to the high end; zeros fill in before them. */
    word <<= 8 * (8 - size);
    word |= (REPEAT (0x30) >> 1) >> (8 * size - 1);
    guint64 digits = word ^ REPEAT (0x30);
    if (G_UNLIKELY (((digits | (digits + REPEAT (0x76))) & REPEAT (0x80)) != 0))
        return -1;
    if (G_UNLIKELY (size > 1 && p[0] == '0'))
        return -1;
    digits = digits * 10 + (digits >> 8);
    guint64 low = (digits & G_GUINT64_CONSTANT (0x000000FF000000FF)) *
                  (G_GUINT64_CONSTANT (100) + (G_GUINT64_CONSTANT (1000000) << 32));
    guint64 high = ((digits >> 16) & G_GUINT64_CONSTANT (0x000000FF000000FF)) *
                   (G_GUINT64_CONSTANT (1) + (G_GUINT64_CONSTANT (10000) << 32));
    return (gint64)((low + high) >> 32);
}

/* Reads one cell; the last column may end in CR. */
static inline gboolean
parse_cell (const RecapTableReader *self, guint column, RecapCell *ret_cell)
{
    RecapText text = field_text (self, column);

    if (G_LIKELY (text.size - 1 < 8 && self->quoted == NULL)) {
        gint64 count = parse_digits ((const guint8 *)text.bytes, text.size);
        if (G_LIKELY (count >= 0)) {
            *ret_cell = count;
            return TRUE;
        }
    }
    if (text.size > 0 && column == self->n_fields - 1 && text.bytes[text.size - 1] == '\r')
        text.size--;
    return recap_cell_parse (text, ret_cell);
}

/* Columns of other contests are in the table for their rows only. */
static gboolean
clear_foreign (RecapTableReader *self, GError **error)
{
    for (guint i = 0; i < self->foreign->len; i++) {
        const Column *column = &g_array_index (self->foreign, Column, i);
        RecapCell *cell = &self->values[column->index];
        if (*cell != RECAP_CELL_BLANK) {
            g_autofree char *message =
                g_strdup_printf (_ ("contest '%s' has no field '%s'"), self->contest_code,
                                 g_array_index (self->targets, Target, column->column).name);
            return set_record_error (self, RECAP_ERROR_SCHEMA, field_offset (self, column->column),
                                     1, message, error);
        }
        *cell = RECAP_CELL_NOT_CARRIED;
    }
    return TRUE;
}

gboolean
recap_table_reader_parse (RecapTableReader *self, RecapForm *form, GError **error)
{
    const Column *columns = &g_array_index (self->cells, Column, 0);
    guint n = self->cells->len;
    RecapCell *values = self->values;

    for (guint i = 0; i < n; i++)
        if (G_UNLIKELY (!parse_cell (self, columns[i].column, &values[columns[i].index])))
            return set_cell_error (self, columns[i].column, error);
    if (self->foreign->len > 0 && !clear_foreign (self, error))
        return FALSE;
    form->cells = values;
    return TRUE;
}

/* ---- keys ---- */

/* The contest of the record; columns that it does not have must be empty. */
static gboolean
set_contest (RecapTableReader *self, RecapText code, guint column, GError **error)
{
    const RecapContest *contest = recap_contests_find (self->contests, code);
    if (contest == NULL) {
        g_autofree char *shown = recap_text_display (code.bytes, code.size);
        g_autofree char *message = g_strdup_printf (_ ("unknown contest '%s'"), shown);
        return set_record_error (self, RECAP_ERROR_SCHEMA, field_offset (self, column),
                                 (guint)code.size, message, error);
    }
    self->contest = contest;
    g_free (self->contest_code);
    self->contest_code = g_strndup (code.bytes, code.size);
    g_array_set_size (self->foreign, 0);
    for (guint i = 0; i < self->cells->len; i++) {
        Column cell = g_array_index (self->cells, Column, i);
        if (recap_schema_get_field (self->schema, contest, cell.index) == NULL)
            g_array_append_val (self->foreign, cell);
    }
    return TRUE;
}

static gboolean
set_width_error (const RecapTableReader *self, GError **error)
{
    g_autofree char *message = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "the record has %u field, but the header names %u",
                     "the record has %u fields, but the header names %u", self->n_fields),
        self->n_fields, self->targets->len);
    return set_record_error (self, RECAP_ERROR_SCHEMA, 0, 1, message, error);
}

/* A text without the CR of the record's end and without the guard against formulas. */
static RecapText
key_text (const RecapTableReader *self, guint column)
{
    RecapText text = field_text (self, column);
    if (column == self->n_fields - 1 && text.size > 0 && text.bytes[text.size - 1] == '\r')
        text.size--;
    if (G_UNLIKELY (text.size > 1 && text.bytes[0] == '\'' && recap_text_is_formula (text)))
        text = (RecapText){ text.bytes + 1, text.size - 1 };
    return text;
}

/* Returns: the column of the table that holds @key, which it has. */
static guint
column_of_key (const RecapTableReader *self, RecapKey key)
{
    guint i = 0;
    while (g_array_index (self->keys, Column, i).index != key)
        i++;
    return g_array_index (self->keys, Column, i).column;
}

static gboolean
parse_extras (RecapTableReader *self, RecapForm *form, GError **error)
{
    for (guint i = 0; i < RECAP_N_TALLIES; i++)
        form->tallies[i] = RECAP_CELL_NOT_CARRIED;
    for (guint i = 0; i < self->extras->len; i++) {
        const Column *extra = &g_array_index (self->extras, Column, i);
        const Target *target = &g_array_index (self->targets, Target, extra->column);
        RecapCell *cells = target->kind == TARGET_TALLY ? form->tallies : self->counts;
        if (!parse_cell (self, extra->column, &cells[extra->index]))
            return set_cell_error (self, extra->column, error);
    }
    form->counts = self->counts;
    return TRUE;
}

static gboolean
parse_keys (RecapTableReader *self, RecapForm *form, GError **error)
{
    const Column *columns = &g_array_index (self->keys, Column, 0);

    if (G_UNLIKELY (self->n_fields != self->targets->len))
        return set_width_error (self, error);
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form->keys[i] = RECAP_TEXT_EMPTY;
    for (guint i = 0; i < self->keys->len; i++)
        form->keys[columns[i].index] = key_text (self, columns[i].column);
    if (form->keys[RECAP_KEY_KODE].size == 0)
        return set_record_error (self, RECAP_ERROR_SCHEMA,
                                 field_offset (self, column_of_key (self, RECAP_KEY_KODE)), 1,
                                 _ ("the record has no code"), error);
    if (self->contest == NULL ||
        !recap_text_equal_string (form->keys[RECAP_KEY_KONTES], self->contest_code))
        if (!set_contest (self, form->keys[RECAP_KEY_KONTES],
                          column_of_key (self, RECAP_KEY_KONTES), error))
            return FALSE;
    form->cells = NULL;
    form->contest = self->contest;
    form->file = recap_source_get_name (self->source);
    form->line = self->record_line;
    return parse_extras (self, form, error);
}

static int
compare_with_last (const RecapTableReader *self, const RecapForm *form)
{
    const char *last = self->last_key->str;
    for (guint i = 0; i < 3; i++) {
        RecapText before = { last, self->last_sizes[i] };
        int order = recap_text_compare (form->keys[i], before);
        if (order != 0)
            return order;
        last += self->last_sizes[i];
    }
    return 0;
}

static gboolean
check_order (RecapTableReader *self, const RecapForm *form, GError **error)
{
    int order = self->last_line > 0 ? compare_with_last (self, form) : 1;

    if (order < 0) {
        RecapOrigin origin = { form->file, form->line, 0 };
        g_assert (!self->held);
        recap_error_set (error, RECAP_ERROR_ORDER, &origin, _ ("the table is not sorted"));
        return FALSE;
    }
    if (order == 0 && !self->repeats) {
        RecapForm first = *form;
        first.line = self->last_line;
        return recap_form_set_repeat_error (form, &first, error);
    }
    g_string_truncate (self->last_key, 0);
    for (guint i = 0; i < 3; i++) {
        g_string_append_len (self->last_key, form->keys[i].bytes, (gssize)form->keys[i].size);
        self->last_sizes[i] = form->keys[i].size;
    }
    self->last_line = form->line;
    return TRUE;
}

/* ---- tables held in memory ---- */

static void
values_init (Values *self)
{
    self->values = g_ptr_array_new_with_free_func (g_free);
    self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
values_clear (Values *self)
{
    g_hash_table_unref (self->numbers);
    g_ptr_array_unref (self->values);
}

/* Returns: the number of @text, or G_MAXUINT when there are too many different ones. */
static guint
values_number (Values *self, RecapText text)
{
    g_autofree char *value = g_strndup (text.bytes, text.size);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, value));

    if (number > 0)
        return number - 1;
    if (self->values->len == G_MAXUINT16)
        return G_MAXUINT;
    g_ptr_array_add (self->values, value);
    g_hash_table_insert (self->numbers, value, GUINT_TO_POINTER (self->values->len));
    g_steal_pointer (&value);
    return self->values->len - 1;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: the bytewise rank of each numbered value, owned by the caller. */
static guint16 *
values_ranks (const Values *self)
{
    guint16 *ranks = g_new (guint16, MAX (self->values->len, 1));
    g_autoptr (GPtrArray) sorted = g_ptr_array_new (); /* borrows the values */

    g_ptr_array_extend (sorted, self->values, NULL, NULL);
    g_ptr_array_sort (sorted, compare_strings);
    for (guint rank = 0; rank < sorted->len; rank++)
        ranks[GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, sorted->pdata[rank])) - 1] =
            (guint16)rank;
    return ranks;
}

static guint64
eight_bytes (RecapText text, gsize offset)
{
    guint64 word = 0;
    if (text.size > offset)
        memcpy (&word, text.bytes + offset, MIN (text.size - offset, 8));
    return GUINT64_FROM_BE (word);
}

static int
compare_held (gconstpointer a, gconstpointer b)
{
    const Held *x = a;
    const Held *y = b;
    if (x->kontes != y->kontes)
        return x->kontes < y->kontes ? -1 : 1;
    if (x->kode_1 != y->kode_1)
        return x->kode_1 < y->kode_1 ? -1 : 1;
    if (x->kode_2 != y->kode_2)
        return x->kode_2 < y->kode_2 ? -1 : 1;
    int order = g_strcmp0 (x->long_kode, y->long_kode); /* NULL comes first, as it must */
    if (order != 0)
        return order;
    if (x->sumber != y->sumber)
        return x->sumber < y->sumber ? -1 : 1;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Reads the source to its end into the buffer. */
static gboolean
read_all (RecapTableReader *self, GError **error)
{
    gsize n = 1;

    self->end = 0;
    while (n > 0) {
        if (self->room - self->end < BLOCK_SIZE) {
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
        if (!recap_source_read (self->source, self->buffer + self->end, self->room - self->end - 1,
                                &n, error))
            return FALSE;
        self->end += n;
    }
    if (self->end > 0 && self->buffer[self->end - 1] != '\n')
        self->buffer[self->end++] = '\n';
    memset (self->buffer + self->end, 0, PADDING);
    self->at_end = TRUE;
    return TRUE;
}

static gboolean
hold_record (RecapTableReader *self, Values *kontes, Values *sumber, GError **error)
{
    RecapForm form;
    if (!parse_keys (self, &form, error))
        return FALSE;

    RecapText kode = form.keys[RECAP_KEY_KODE];
    guint kontes_number = values_number (kontes, form.keys[RECAP_KEY_KONTES]);
    guint sumber_number = values_number (sumber, form.keys[RECAP_KEY_SUMBER]);
    if (kontes_number == G_MAXUINT || sumber_number == G_MAXUINT)
        return set_record_error (self, RECAP_ERROR_LIMIT, 0, 1,
                                 _ ("more than 65,535 different sources"), error);
    Held held = {
        .kode_1 = eight_bytes (kode, 0),
        .kode_2 = eight_bytes (kode, 8),
        .long_kode = kode.size > 16 ? g_string_chunk_insert_len (self->long_kodes, kode.bytes,
                                                                 (gssize)kode.size)
                                    : NULL,
        .offset = (gsize)(self->base + self->start - self->buffer),
        .line = self->record_line,
        .size = (guint32)record_size (self),
        .kontes = (guint16)kontes_number,
        .sumber = (guint16)sumber_number,
    };
    g_array_append_val (self->order, held);
    return TRUE;
}

static gboolean
hold_records (RecapTableReader *self, Values *kontes, Values *sumber, GError **error)
{
    gboolean end = FALSE;
    gboolean header = TRUE;

    for (;;) {
        if (!next_record (self, &end, error))
            return FALSE;
        if (end)
            return TRUE;
        if (!header && !hold_record (self, kontes, sumber, error))
            return FALSE;
        header = FALSE;
    }
}

/* Points the current record at a held one. */
static gboolean
next_held (RecapTableReader *self, gboolean *ret_end, GError **error)
{
    if (self->next_held == self->order->len) {
        *ret_end = TRUE;
        return TRUE;
    }
    const Held *held = &g_array_index (self->order, Held, self->next_held++);
    guint64 inner_lines;

    /* The records lie anywhere in memory: ask for one of the next in time. */
    if (self->next_held + HELD_AHEAD < self->order->len) {
        const Held *ahead = held + HELD_AHEAD;
        for (gsize at = 0; at < MIN (ahead->size, HELD_FETCH_MAX); at += 64)
            __builtin_prefetch (self->buffer + ahead->offset + at);
    }
    self->base = self->buffer + held->offset;
    self->start = 0;
    recap_scan (&self->scan, self->base, 0, (gsize)held->size + 1);
    self->stops = self->scan.separators;
    self->n_fields = (guint)self->scan.n_separators;
    self->record_line = held->line;
    *ret_end = FALSE;
    return finish_record (self, &inner_lines, error);
}

static void
forget_order (RecapTableReader *self)
{
    self->last_line = 0;
    self->next_held = 0;
}

gboolean
recap_table_reader_hold (RecapTableReader *self, GError **error)
{
    g_return_val_if_fail (self != NULL && !self->held && self->schema != NULL, FALSE);

    Values kontes, sumber;
    if (!recap_source_rewind (self->source, error) || !read_all (self, error))
        return FALSE;
    self->held = TRUE;
    self->window = self->buffer;
    self->begin = 0;
    self->line = 1;
    self->scan.n_lines = 0;
    self->next_line = 0;
    self->order = g_array_new (FALSE, FALSE, sizeof (Held));
    self->long_kodes = g_string_chunk_new (4096);
    values_init (&kontes);
    values_init (&sumber);
    gboolean ok = hold_records (self, &kontes, &sumber, error);
    if (ok) {
        g_autofree guint16 *kontes_rank = values_ranks (&kontes);
        g_autofree guint16 *sumber_rank = values_ranks (&sumber);
        for (guint i = 0; i < self->order->len; i++) {
            Held *held = &g_array_index (self->order, Held, i);
            held->kontes = kontes_rank[held->kontes];
            held->sumber = sumber_rank[held->sumber];
        }
        g_array_sort (self->order, compare_held);
        forget_order (self);
    }
    values_clear (&kontes);
    values_clear (&sumber);
    return ok;
}

gboolean
recap_table_reader_rewind (RecapTableReader *self, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    forget_order (self);
    if (self->held)
        return TRUE;
    gboolean end;
    if (!recap_source_rewind (self->source, error))
        return FALSE;
    self->begin = 0;
    self->end = 0;
    self->at_end = FALSE;
    self->scan.n_lines = 0;
    self->next_line = 0;
    self->line = 1;
    return next_record (self, &end, error); /* the header again */
}

/* ---- forms ---- */

gboolean
recap_table_reader_looks_sorted (RecapTableReader *self)
{
    g_return_val_if_fail (self != NULL && self->schema != NULL && self->last_line == 0, TRUE);

    gsize begin = self->begin, line = self->next_line, separator = self->next_separator;
    guint64 number = self->line;
    gboolean sorted = TRUE;
    RecapForm form;

    /* Only what is in the window: nothing is read. Whatever else is wrong is for the pass to
     * say. */
    while (sorted && !self->held && self->next_line < self->scan.n_lines) {
        g_autoptr (GError) error = NULL;
        gboolean end;
        if (!next_record (self, &end, &error) || end || !parse_keys (self, &form, &error))
            break;
        sorted = check_order (self, &form, &error) ||
                 !g_error_matches (error, RECAP_ERROR, RECAP_ERROR_ORDER);
    }
    self->begin = begin;
    self->next_line = line;
    self->next_separator = separator;
    self->line = number;
    self->last_line = 0;
    return sorted;
}

void
recap_table_reader_set_repeats (RecapTableReader *self, gboolean allowed)
{
    self->repeats = allowed;
}

gboolean
recap_table_reader_next_key (RecapTableReader *self, RecapForm *form, gboolean *ret_end,
                             GError **error)
{
    g_return_val_if_fail (self != NULL && self->schema != NULL, FALSE);

    gboolean end;
    if (!(self->held ? next_held (self, &end, error) : next_record (self, &end, error)))
        return FALSE;
    if (!end && (!parse_keys (self, form, error) || !check_order (self, form, error)))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

gboolean
recap_table_reader_next (RecapTableReader *self, RecapForm *form, gboolean *ret_end, GError **error)
{
    gboolean end;
    if (!recap_table_reader_next_key (self, form, &end, error))
        return FALSE;
    if (!end && !recap_table_reader_parse (self, form, error))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

/* ---- equal bytes ---- */

/* Finds the runs of columns that @self has in common with @other. */
static void
find_runs (RecapTableReader *self, const RecapTableReader *other)
{
    self->runs_with = other;
    g_clear_pointer (&self->runs, g_array_unref);
    g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));

    for (guint i = 0; i < self->cells->len; i++) {
        const Column *cell = &g_array_index (self->cells, Column, i);
        guint mine = cell->column;
        guint theirs = G_MAXUINT;
        for (guint k = 0; k < other->cells->len; k++)
            if (g_array_index (other->cells, Column, k).index == cell->index)
                theirs = g_array_index (other->cells, Column, k).column;
        if (theirs == G_MAXUINT)
            return;
        Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
        if (last != NULL && last->mine + last->n == mine && last->other + last->n == theirs) {
            last->n++;
        } else {
            Run run = { mine, theirs, 1 };
            g_array_append_val (runs, run);
        }
    }
    self->runs = g_steal_pointer (&runs);
}

gboolean
recap_table_reader_copies (RecapTableReader *self, const RecapTableReader *other)
{
    if (self->runs_with != other)
        find_runs (self, other);
    if (self->runs == NULL || self->quoted != NULL || other->quoted != NULL ||
        self->foreign->len > 0)
        return FALSE;
    for (guint i = 0; i < self->runs->len; i++) {
        const Run *run = &g_array_index (self->runs, Run, i);
        RecapText mine = field_text (self, run->mine);
        RecapText theirs = field_text (other, run->other);
        gsize size =
            self->stops[run->mine + run->n - 1] - (gsize)((const guint8 *)mine.bytes - self->base);
        gsize other_size = other->stops[run->other + run->n - 1] -
                           (gsize)((const guint8 *)theirs.bytes - other->base);
        if (size != other_size || memcmp (mine.bytes, theirs.bytes, size) != 0)
            return FALSE;
    }
    return TRUE;
}
