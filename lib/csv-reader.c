#include "config.h"

#include "csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "csv-blocks.h"
#include "error.h"

enum {
    PIECE_SIZE = 32 * 1024, /* scanned at once: what stays near the processor */
    FIELDS_MAX = 8192,
};

/* A field of the record that is being read, as offsets: the buffers may still move. */
typedef struct {
    gsize offset; /* into the texts */
    gsize size;
    guint64 line;
    guint column;
} Field;

/* An ordinary record that lies in the buffer as a whole is cut where the scanner found its
 * separators (take_plain_record()); everything else is for libcsv, which is asked between records
 * only, so that both agree.
 *
 * libcsv knows neither lines nor columns. So it is fed in runs that end with the next separator, CR
 * or LF: when a callback fires, a field has ended with the run, and the next begins after it. */
struct _RecapCsvReader {
    RecapSource *source;
    struct csv_parser parser;
    char separator;
    gboolean allow_bad_text;
    gboolean numbers;  /* are read ahead */
    gboolean finished; /* at the end, or after an error */

    RecapCsvBlocks *blocks;
    RecapCsvBlock *block; /* NULL before the first */
    const char *buffer;   /* its bytes */
    gsize buffer_size;
    gsize buffer_offset;

    /* The separators of the block, or of a piece of it, and those of the next record among them. */
    RecapScan *scan;
    gsize next_line;
    gsize next_separator;
    gsize no_line_until; /* offset: no line end is found before it */

    /* Where the next byte stands. */
    guint64 line;
    guint column;
    gboolean after_cr;

    /* The record that is being read. */
    GByteArray *bytes; /* as it stands in the file */
    GByteArray *texts; /* its fields without their quotes */
    GArray *fields;    /* of Field */
    gsize field_start; /* offset into @bytes of the field that is open */
    guint64 field_line;
    guint field_column;
    gboolean complete;

    /* What the last record lends to the caller. */
    RecapText *lent_fields;
    guint64 *lent_lines;
    guint *lent_columns;
    guint n_lent;
};

/* Nothing is a blank to libcsv: it would trim them. */
static int
is_blank (unsigned char c)
{
    (void)c;
    return 0;
}

RecapCsvReader *
recap_csv_reader_new (RecapSource *source, char separator)
{
    g_return_val_if_fail (source != NULL, NULL);

    RecapCsvReader *self = g_new0 (RecapCsvReader, 1);
    self->source = source;
    self->separator = separator;
    csv_init (&self->parser,
              CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_EMPTY_IS_NULL | CSV_REPALL_NL);
    csv_set_delim (&self->parser, (unsigned char)separator);
    csv_set_space_func (&self->parser, is_blank);
    csv_set_blk_size (&self->parser, 4096);
    self->blocks = recap_csv_blocks_new (source, separator);
    self->bytes = g_byte_array_new ();
    self->texts = g_byte_array_new ();
    self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
    self->line = 1;
    self->column = 1;
    return self;
}

void
recap_csv_reader_free (RecapCsvReader *self)
{
    if (self == NULL)
        return;
    csv_free (&self->parser);
    recap_csv_blocks_free (self->blocks);
    g_byte_array_unref (self->bytes);
    g_byte_array_unref (self->texts);
    g_array_unref (self->fields);
    g_free (self->lent_fields);
    g_free (self->lent_lines);
    g_free (self->lent_columns);
    g_free (self);
}

void
recap_csv_reader_allow_bad_text (RecapCsvReader *self)
{
    self->allow_bad_text = TRUE;
}

void
recap_csv_reader_read_numbers (RecapCsvReader *self)
{
    self->numbers = TRUE;
    recap_csv_blocks_read_numbers (self->blocks);
}

static void
on_field (void *text, size_t size, void *data)
{
    RecapCsvReader *self = data;
    Field field = { self->texts->len, size, self->field_line, self->field_column };

    if (size > 0)
        g_byte_array_append (self->texts, text, (guint)size);
    g_array_append_val (self->fields, field);
}

/* libcsv calls this for empty lines too, and twice for CR LF. */
static void
on_record (int terminator, void *data)
{
    RecapCsvReader *self = data;
    (void)terminator;
    self->complete = self->fields->len > 0;
}

/* Goes on by one byte that was read. A CR LF is one end of a line. */
static void
advance (RecapCsvReader *self, char c)
{
    if (c == '\n' && self->after_cr) {
        self->after_cr = FALSE;
        return;
    }
    self->after_cr = c == '\r';
    if (c == '\n' || c == '\r') {
        self->line++;
        self->column = 1;
    } else if (((guchar)c & 0xc0) != 0x80) {
        self->column++;
    }
}

static void
begin_field (RecapCsvReader *self)
{
    self->field_start = self->bytes->len;
    self->field_line = self->line;
    self->field_column = self->column;
}

static void
begin_record (RecapCsvReader *self)
{
    g_byte_array_set_size (self->bytes, 0);
    g_byte_array_set_size (self->texts, 0);
    g_array_set_size (self->fields, 0);
    self->complete = FALSE;
    begin_field (self);
}

/* The first line of the record, for an excerpt, when the place lies in it. */
static void
set_excerpt (const RecapCsvReader *self, guint64 line, guint width, GError **error)
{
    guint64 first =
        self->fields->len > 0 ? g_array_index (self->fields, Field, 0).line : self->field_line;
    if (line != first)
        return;
    gsize size = 0;
    while (size < self->bytes->len && strchr ("\r\n", self->bytes->data[size]) == NULL)
        size++;
    recap_error_set_excerpt (error, (const char *)self->bytes->data, size, width);
}

static gboolean
set_error (RecapCsvReader *self, RecapErrorCode code, guint64 line, guint column,
           const char *message, const char *hint, GError **error)
{
    RecapOrigin origin = { recap_source_get_name (self->source), line, column };

    recap_error_set (error, code, &origin, "%s", message);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    set_excerpt (self, line, 1, error);
    self->finished = TRUE;
    return FALSE;
}

static gboolean
check_limits (RecapCsvReader *self, GError **error)
{
    if (self->bytes->len - self->field_start > RECAP_FIELD_MAX) {
        gboolean quoted = self->bytes->data[self->field_start] == '"';
        return set_error (self, RECAP_ERROR_LIMIT, self->field_line, self->field_column,
                          _ ("a field has more than 1 MiB"),
                          quoted ? _ ("perhaps the quote that begins here is never closed") : NULL,
                          error);
    }
    if (self->fields->len > FIELDS_MAX)
        return set_error (self, RECAP_ERROR_LIMIT, self->line, 1,
                          _ ("a record has more than 8192 fields"), NULL, error);
    return TRUE;
}

/* A strict error of libcsv: the byte at @bad is where quoting goes wrong. */
static gboolean
set_quote_error (RecapCsvReader *self, const char *run, gsize size, gsize bad, GError **error)
{
    guint64 opened = self->field_line;
    gboolean quoted = self->bytes->len > self->field_start
                          ? self->bytes->data[self->field_start] == '"'
                          : size > 0 && run[0] == '"';

    for (gsize i = 0; i < bad; i++)
        advance (self, run[i]);
    /* The excerpt shows the line to its end, as far as it was read. */
    gsize left = self->buffer_size - self->buffer_offset;
    while (size < left && run[size - 1] != '\n' && run[size - 1] != '\r')
        size++;
    g_byte_array_append (self->bytes, (const guint8 *)run, (guint)size);
    if (!quoted)
        return set_error (self, RECAP_ERROR_SYNTAX, self->line, self->column,
                          _ ("a quote inside a field that is not quoted"),
                          _ ("put the whole field in quotes and write each quote in it twice"),
                          error);
    g_autofree char *hint = g_strdup_printf (
        _ ("the quoted field began in line %" PRIu64 "; a quote in it must be written twice"),
        opened);
    return set_error (self, RECAP_ERROR_SYNTAX, self->line, self->column,
                      _ ("something follows the quote that ends a field"), hint, error);
}

/* Feeds one run: up to and including the next byte that can end a field. */
static gboolean
feed_run (RecapCsvReader *self, GError **error)
{
    const char *run = self->buffer + self->buffer_offset;
    gsize left = self->buffer_size - self->buffer_offset;
    gsize size = 0;
    while (size < left && run[size] != self->separator && run[size] != '\n' && run[size] != '\r')
        size++;
    if (size < left)
        size++;

    guint n_fields = self->fields->len;
    gsize consumed = csv_parse (&self->parser, run, size, on_field, on_record, self);
    if (consumed < size || csv_error (&self->parser) != CSV_SUCCESS)
        return set_quote_error (self, run, size, consumed, error);

    g_byte_array_append (self->bytes, (const guint8 *)run, (guint)size);
    for (gsize i = 0; i < size; i++)
        advance (self, run[i]);
    self->buffer_offset += size;
    if (!check_limits (self, error))
        return FALSE;
    if (self->complete)
        g_byte_array_set_size (self->bytes, self->bytes->len - 1); /* the CR or LF */
    else if (self->fields->len > n_fields)
        begin_field (self);
    else if (self->bytes->len == 1 && (run[0] == '\n' || run[0] == '\r'))
        begin_record (self); /* an empty line, or the LF of CR LF */
    return TRUE;
}

/* At the end of the source the last field is still open when no end of line follows it. */
static gboolean
finish (RecapCsvReader *self, GError **error)
{
    self->finished = TRUE;
    if (csv_fini (&self->parser, on_field, on_record, self) != 0) {
        set_error (self, RECAP_ERROR_SYNTAX, self->field_line, self->field_column,
                   _ ("the quote that begins here is never closed"),
                   _ ("everything after it was taken for one field; close it"), error);
        return FALSE;
    }
    return check_limits (self, error);
}

/* Returns the offset of the first byte that is not UTF-8 or is NUL, or the size when there is
 * none. */
static gsize
find_bad_byte (const char *bytes, gsize size)
{
    const char *end = NULL;
    return g_utf8_validate_len (bytes, size, &end) ? size : (gsize)(end - bytes);
}

/* Says where the byte at @offset of the record stands. */
static void
locate (const RecapCsvReader *self, gsize offset, guint64 *ret_line, guint *ret_column)
{
    const Field *first = &g_array_index (self->fields, Field, 0);
    RecapCsvReader place = { .line = first->line, .column = first->column };

    for (gsize i = 0; i < offset; i++)
        advance (&place, (char)self->bytes->data[i]);
    *ret_line = place.line;
    *ret_column = place.column;
}

static gboolean
check_text (RecapCsvReader *self, RecapRecord *record, GError **error)
{
    gsize bad = find_bad_byte (record->bytes.bytes, record->bytes.size);
    record->bad_line = 0;
    record->bad_column = 0;
    if (G_LIKELY (bad == record->bytes.size))
        return TRUE;

    locate (self, bad, &record->bad_line, &record->bad_column);
    if (self->allow_bad_text)
        return TRUE;
    gboolean nul = record->bytes.bytes[bad] == '\0';
    return set_error (self, RECAP_ERROR_SYNTAX, record->bad_line, record->bad_column,
                      nul ? _ ("a NUL byte in the text") : _ ("the text is not UTF-8"),
                      nul ? NULL : _ ("save the file again with the encoding UTF-8"), error);
}

static void
make_room (RecapCsvReader *self, guint n)
{
    if (n <= self->n_lent)
        return;
    self->n_lent = MAX (n, 2 * self->n_lent);
    self->lent_fields = g_renew (RecapText, self->lent_fields, self->n_lent);
    self->lent_lines = g_renew (guint64, self->lent_lines, self->n_lent);
    self->lent_columns = g_renew (guint, self->lent_columns, self->n_lent);
}

/* Turns offsets into texts now that the buffers stand still. */
static void
lend (RecapCsvReader *self, RecapRecord *record)
{
    guint n = self->fields->len;
    make_room (self, n);
    for (guint i = 0; i < n; i++) {
        const Field *field = &g_array_index (self->fields, Field, i);
        const char *text = field->size > 0 ? (const char *)self->texts->data + field->offset : "";
        self->lent_fields[i] = (RecapText){ text, field->size };
        self->lent_lines[i] = field->line;
        self->lent_columns[i] = field->column;
    }
    record->n_fields = n;
    record->fields = self->lent_fields;
    record->lines = self->lent_lines;
    record->columns = self->lent_columns;
    record->numbers = NULL;
    record->line = g_array_index (self->fields, Field, 0).line;
    record->bytes = (RecapText){ (const char *)self->bytes->data, self->bytes->len };
}

/* Takes the place of an empty line, or of the LF of CR LF whose CR ended the record before. */
static void
skip_empty_lines (RecapCsvReader *self)
{
    while (self->buffer_offset < self->buffer_size) {
        char c = self->buffer[self->buffer_offset];
        if (c != '\n' && c != '\r')
            return;
        advance (self, c);
        self->buffer_offset++;
    }
}

/* Makes the scanner know the record at the buffer's offset. Of what libcsv has taken meanwhile it
 * lets go: quotes were closed there, so both see the same beginnings.
 *
 * Returns: FALSE when the end of the record is not in the buffer. */
static gboolean
find_line (RecapCsvReader *self)
{
    const RecapScan *scan = self->scan;
    const guint8 *buffer = (const guint8 *)self->buffer;
    gsize left = self->buffer_size - self->buffer_offset;

    while (self->next_line < scan->n_lines &&
           scan->separators[scan->lines[self->next_line]] < self->buffer_offset)
        self->next_separator = scan->lines[self->next_line++] + 1;
    if (self->next_line < scan->n_lines) {
        while (scan->separators[self->next_separator] < self->buffer_offset)
            self->next_separator++;
        return TRUE;
    }
    if (self->buffer_offset < self->no_line_until)
        return FALSE;
    for (gsize size = PIECE_SIZE;; size *= 2) {
        recap_scan_typed (self->scan, buffer, self->buffer_offset,
                          self->buffer_offset + MIN (size, left), self->separator);
        if (scan->n_lines > 0 || size >= left)
            break;
    }
    if (self->numbers)
        recap_scan_numbers (self->scan, buffer, self->buffer_offset);
    self->next_line = 0;
    self->next_separator = 0;
    if (scan->n_lines == 0)
        self->no_line_until = self->buffer_size;
    return scan->n_lines > 0;
}

/* Takes the quotes off the fields of a line that was cut already.
 *
 * Returns: FALSE when that takes more than leaving out the first and the last byte of some. */
static gboolean
unquote_fields (RecapText *fields, guint n_fields)
{
    for (guint i = 0; i < n_fields; i++) {
        RecapText *field = &fields[i];
        if (field->size >= 2 && field->bytes[0] == '"' && field->bytes[field->size - 1] == '"')
            *field = (RecapText){ field->bytes + 1, field->size - 2 };
        if (memchr (field->bytes, '"', field->size) != NULL)
            return FALSE;
    }
    return TRUE;
}

/* Looks closer at the line of the @n_fields fields, in a piece in which something is not plain.
 *
 * Returns: FALSE when it needs libcsv. */
static gboolean
check_line (const RecapCsvReader *self, RecapText *line, RecapText *fields, guint n_fields)
{
    const char *cr = self->scan->carriages ? memchr (line->bytes, '\r', line->size) : NULL;

    if (cr != NULL) {
        if (cr + 1 != line->bytes + line->size)
            return FALSE;
        line->size--;
        fields[n_fields - 1].size--;
    }
    if (self->scan->exotic && find_bad_byte (line->bytes, line->size) != line->size)
        return FALSE;
    return !self->scan->quotes || memchr (line->bytes, '"', line->size) == NULL ||
           (memchr (line->bytes, '\n', line->size) == NULL && unquote_fields (fields, n_fields));
}

/* Returns: the numbers of the fields of the record at the buffer's offset; NULL when they were not
 * read, or when its first field is not the one that the scanner saw: libcsv ends a record at a CR
 * by itself, the scanner does not, and what is before it would be read into what is behind. */
static const gint32 *
find_numbers (const RecapCsvReader *self)
{
    const RecapScan *scan = self->scan;
    gsize begin = self->next_separator > 0 ? (gsize)scan->separators[self->next_separator - 1] + 1
                                           : scan->numbers_begin;

    return self->numbers && begin == self->buffer_offset ? scan->numbers + self->next_separator
                                                         : NULL;
}

/* Takes the next record when it is an ordinary one.
 *
 * Returns: FALSE when it is not; then nothing was taken of it. */
static gboolean
take_plain_record (RecapCsvReader *self, RecapRecord *record)
{
    const RecapScan *scan = self->scan;

    skip_empty_lines (self);
    if (self->buffer_offset == self->buffer_size || !find_line (self))
        return FALSE;

    const guint32 *stops = scan->separators + self->next_separator;
    gsize last = scan->lines[self->next_line];
    gsize n = last - self->next_separator + 1;
    gsize start = self->buffer_offset;
    RecapText line = { self->buffer + start, scan->separators[last] - start };
    if (n > FIELDS_MAX)
        return FALSE;
    make_room (self, (guint)n);
    RecapText *fields = self->lent_fields;
    for (gsize i = 0; i < n; i++) {
        fields[i] = (RecapText){ self->buffer + start, stops[i] - start };
        start = (gsize)stops[i] + 1;
    }
    if (G_UNLIKELY (scan->quotes || scan->carriages || scan->exotic) &&
        !check_line (self, &line, fields, (guint)n))
        return FALSE;
    *record = (RecapRecord){
        .n_fields = (guint)n,
        .fields = fields,
        .numbers = find_numbers (self),
        .line = self->line,
        .bytes = line,
    };
    self->next_separator = last + 1;
    self->next_line++;
    self->buffer_offset = start;
    self->line++;
    self->column = 1;
    self->after_cr = FALSE;
    return TRUE;
}

/* Goes on to the next block. */
static gboolean
refill (RecapCsvReader *self, GError **error)
{
    if (!recap_csv_blocks_next (self->blocks, &self->block, error)) {
        self->finished = TRUE;
        return FALSE;
    }
    self->buffer = self->block->bytes;
    self->buffer_size = self->block->size;
    self->buffer_offset = 0;
    self->scan = &self->block->scan;
    self->next_line = 0;
    self->next_separator = 0;
    self->no_line_until = self->block->scanned ? self->buffer_size : 0;
    return self->buffer_size > 0 || finish (self, error);
}

gboolean
recap_csv_reader_next (RecapCsvReader *self, RecapRecord *record, gboolean *ret_end, GError **error)
{
    g_return_val_if_fail (self != NULL && record != NULL && ret_end != NULL, FALSE);

    if (!self->finished && take_plain_record (self, record)) {
        *ret_end = FALSE;
        return TRUE;
    }
    begin_record (self);
    while (!self->complete && !self->finished) {
        if (self->buffer_offset < self->buffer_size) {
            if (!feed_run (self, error))
                return FALSE;
            continue;
        }
        if (!refill (self, error))
            return FALSE;
    }
    if (!self->complete) {
        *ret_end = TRUE;
        return TRUE;
    }
    lend (self, record);
    if (!check_text (self, record, error))
        return FALSE;
    *ret_end = FALSE;
    return TRUE;
}

guint64
recap_record_field_line (const RecapRecord *record, guint index)
{
    return record->lines != NULL ? record->lines[index] : record->line;
}

guint
recap_record_field_column (const RecapRecord *record, guint index)
{
    if (record->columns != NULL)
        return record->columns[index];
    const char *start = record->bytes.bytes;
    const char *field = record->fields[index].bytes;
    if (field > start && field[-1] == '"')
        field--;
    return recap_text_characters (start, (gsize)(field - start)) + 1;
}

RecapText
recap_csv_unguard (RecapText text)
{
    if (text.size < 2 || text.bytes[0] != '\'')
        return text;
    RecapText rest = { text.bytes + 1, text.size - 1 };
    return recap_text_is_formula (rest) ? rest : text;
}

/* The columns of a small file: for each name asked for the field of the records, -1 when absent. */
typedef struct {
    const char *const *names;
    guint n_names;
    guint n_required;
    int *fields;
    guint n_fields; /* of the header */
} Layout;

static void
layout_clear (Layout *layout)
{
    g_clear_pointer (&layout->fields, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

/* The name itself, of one that has others behind it. */
static char *
own_name (const char *names)
{
    return g_strndup (names, strcspn (names, "|"));
}

/* Whether @heading is one of the other names in @names. */
static gboolean
is_other_name (RecapText heading, const char *names)
{
    g_autofree char *folded = g_ascii_strdown (heading.bytes, (gssize)heading.size);
    g_strdelimit (folded, " .-/", '_');
    g_auto (GStrv) others = g_strsplit (names, "|", -1);
    return others[0] != NULL && g_strv_contains ((const char *const *)others + 1, folded);
}

static gboolean
set_twice_error (const RecapRecord *header, guint field, const char *file, GError **error)
{
    RecapText heading = recap_text_trim (header->fields[field]);
    RecapOrigin origin = { file, header->line, header->columns[field] };
    g_autofree char *shown = recap_text_display (heading.bytes, heading.size);

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the column '%s' is there twice"),
                     shown);
    recap_error_set_excerpt (error, header->bytes.bytes, header->bytes.size,
                             (guint)g_utf8_strlen (shown, -1));
    return FALSE;
}

/* Finds the field of @header that is column @names: by the name itself, or else by another.
 * *@ret_field is -1 when there is none. */
static gboolean
find_column (const RecapRecord *header, const char *names, const char *file, int *ret_field,
             GError **error)
{
    g_autofree char *own = own_name (names);

    *ret_field = -1;
    for (guint others = 0; others < 2 && *ret_field < 0; others++)
        for (guint field = 0; field < header->n_fields; field++) {
            RecapText heading = recap_text_trim (header->fields[field]);
            if (!(others ? is_other_name (heading, names) : recap_text_equal_string (heading, own)))
                continue;
            if (*ret_field >= 0)
                return set_twice_error (header, field, file, error);
            *ret_field = (int)field;
        }
    return TRUE;
}

/* Says which column is missing, and what there is instead. */
static gboolean
set_missing_error (const Layout *layout, guint column, const RecapRecord *header, const char *file,
                   GError **error)
{
    enum { SHOWN = 12 };
    RecapOrigin origin = { file, header->line, 0 };
    g_autofree char *own = own_name (layout->names[column]);
    g_autoptr (GString) all = g_string_new (NULL);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint i = 0; i < layout->n_names; i++) {
        g_autofree char *name = own_name (layout->names[i]);
        g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", name);
    }
    for (guint i = 0; i < MIN (header->n_fields, SHOWN); i++) {
        g_autofree char *shown =
            recap_text_display (header->fields[i].bytes, header->fields[i].size);
        g_string_append_printf (found, "%s'%s'", i > 0 ? ", " : "", shown);
    }
    if (header->n_fields > SHOWN)
        g_string_append (found, ", ...");
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("there is no column '%s'"), own);
    recap_error_set_hint (error, _ ("the columns are %s; this file has %s"), all->str, found->str);
    return FALSE;
}

static gboolean
read_layout (Layout *layout, const RecapRecord *header, const char *file, GError **error)
{
    layout->n_names = g_strv_length ((char **)layout->names);
    layout->fields = g_new (int, MAX (layout->n_names, 1));
    layout->n_fields = header->n_fields;

    for (guint i = 0; i < layout->n_names; i++) {
        if (!find_column (header, layout->names[i], file, &layout->fields[i], error))
            return FALSE;
        if (layout->fields[i] < 0 && i < layout->n_required)
            return set_missing_error (layout, i, header, file, error);
    }
    return TRUE;
}

static gboolean
give_row (const Layout *layout, const RecapRecord *record, const char *file, RecapCsvRow row,
          gpointer data, GError **error)
{
    if (record->n_fields != layout->n_fields) {
        RecapOrigin origin = { file, record->line, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("%u fields, but the first record names %u"), record->n_fields,
                         layout->n_fields);
        return FALSE;
    }
    g_autofree RecapText *fields = g_new0 (RecapText, MAX (layout->n_names, 1));
    g_autofree guint *columns = g_new0 (guint, MAX (layout->n_names, 1));
    for (guint i = 0; i < layout->n_names; i++) {
        int field = layout->fields[i];
        fields[i] = field < 0 ? RECAP_TEXT_EMPTY : recap_csv_unguard (record->fields[field]);
        columns[i] = field < 0 ? 0 : recap_record_field_column (record, (guint)field);
    }
    return row (fields, columns, file, record->line, data, error);
}

gboolean
recap_csv_load (const char *path, const char *const *names, guint n_required, RecapCsvRow row,
                gpointer data, GError **error)
{
    g_return_val_if_fail (path != NULL && names != NULL && row != NULL, FALSE);

    g_autoptr (RecapSource) source = recap_source_open (path, error);
    if (source == NULL)
        return FALSE;
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ',');
    g_auto (Layout) layout = { .names = names, .n_required = n_required };
    const char *file = recap_source_get_name (source);
    RecapRecord record;
    gboolean end = FALSE;

    if (!recap_csv_reader_next (reader, &record, &end, error))
        return FALSE;
    if (end) {
        RecapOrigin origin = { file, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the file is empty"));
        return FALSE;
    }
    if (!read_layout (&layout, &record, file, error))
        return FALSE;
    while (TRUE) {
        if (!recap_csv_reader_next (reader, &record, &end, error))
            return FALSE;
        if (end)
            return TRUE;
        if (!give_row (&layout, &record, file, row, data, error))
            return FALSE;
    }
}
