#include "config.h"

#include "csv-writer.h"

#include <inttypes.h>
#include <string.h>

/* A record is put together here and goes to the spool as one piece: a spool call for every cell
 * would cost more than making the digits. */
struct _RecapCsvWriter {
    RecapSpool *spool;
    char *record;
    gsize size; /* in use */
    gsize room;
    guint n_fields;
};

RecapCsvWriter *
recap_csv_writer_new (RecapSpool *spool)
{
    g_return_val_if_fail (spool != NULL, NULL);

    RecapCsvWriter *self = g_new0 (RecapCsvWriter, 1);
    self->spool = spool;
    self->room = 4096;
    self->record = g_malloc (self->room);
    return self;
}

void
recap_csv_writer_free (RecapCsvWriter *self)
{
    if (self == NULL)
        return;
    g_free (self->record);
    g_free (self);
}

/* Begins a field of at most @size bytes: makes room for them and writes the comma before it.
 * Returns where the field goes. */
static inline char *
begin_field (RecapCsvWriter *self, gsize size)
{
    if (G_UNLIKELY (self->size + size + 1 > self->room)) {
        self->room = 2 * (self->size + size + 1);
        self->record = g_realloc (self->record, self->room);
    }
    if (self->n_fields++ > 0)
        self->record[self->size++] = ',';
    return self->record + self->size;
}

/* Returns: a word with the high bit of each byte set where @word has the byte @c; above such a byte
 * there may be more. */
static inline guint64
find_byte (guint64 word, char c)
{
    const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
    word ^= each * (guint8)c;
    return (word - each) & ~word & each * 0x80;
}

static inline guint64
find_special (guint64 word)
{
    return find_byte (word, ',') | find_byte (word, '"') | find_byte (word, '\n') |
           find_byte (word, '\r');
}

/* All bytes of a text of less than eight, some of them twice. */
static inline guint64
load_short (RecapText text)
{
    const guint8 *bytes = (const guint8 *)text.bytes;
    guint32 first;
    guint32 last;

    if (text.size < 4)
        return text.size == 0 ? 0
                              : bytes[0] | ((guint64)bytes[text.size / 2] << 8) |
                                    ((guint64)bytes[text.size - 1] << 16);
    memcpy (&first, bytes, 4);
    memcpy (&last, bytes + text.size - 4, 4);
    return first | ((guint64)last << 32);
}

/* Eight bytes at a time; the last eight overlap those before. */
static gboolean
needs_quotes (RecapText text)
{
    guint64 found = 0;
    guint64 word;

    if (text.size < 8)
        return find_special (load_short (text)) != 0;
    for (gsize i = 0; i + 8 < text.size; i += 8) {
        memcpy (&word, text.bytes + i, 8);
        found |= find_special (word);
    }
    memcpy (&word, text.bytes + text.size - 8, 8);
    return (found | find_special (word)) != 0;
}

/* Letters and digits begin nearly all texts, but no formula. */
static inline gboolean
may_be_formula (RecapText text)
{
    return text.size > 0 && !g_ascii_isalnum (text.bytes[0]);
}

void
recap_csv_writer_text (RecapCsvWriter *self, RecapText text)
{
    gboolean guard = may_be_formula (text) && recap_text_is_formula (text);
    char *start = begin_field (self, 2 * text.size + 3);
    char *out = start;

    if (!needs_quotes (text)) {
        if (guard)
            *out++ = '\'';
        if (text.size > 0)
            memcpy (out, text.bytes, text.size);
        self->size += (gsize)(out - start) + text.size;
        return;
    }
    *out++ = '"';
    if (guard)
        *out++ = '\'';
    for (gsize i = 0; i < text.size; i++) {
        if (text.bytes[i] == '"')
            *out++ = '"';
        *out++ = text.bytes[i];
    }
    *out++ = '"';
    self->size += (gsize)(out - start);
}

void
recap_csv_writer_string (RecapCsvWriter *self, const char *string)
{
    recap_csv_writer_text (self, recap_text (string));
}

void
recap_csv_writer_cell (RecapCsvWriter *self, RecapCell cell)
{
    char *out = begin_field (self, RECAP_CELL_SIZE);
    self->size += recap_cell_format (cell, out);
}

void
recap_csv_writer_number (RecapCsvWriter *self, gint64 number)
{
    char *out = begin_field (self, RECAP_CELL_SIZE);
    self->size += (gsize)g_snprintf (out, RECAP_CELL_SIZE, "%" PRId64, number);
}

void
recap_csv_writer_formatted (RecapCsvWriter *self, RecapText fields)
{
    char *out = begin_field (self, fields.size);
    if (fields.size > 0)
        memcpy (out, fields.bytes, fields.size);
    self->size += fields.size;
}

RecapText
recap_csv_writer_get_record (const RecapCsvWriter *self)
{
    return (RecapText){ self->record, self->size };
}

void
recap_csv_writer_end (RecapCsvWriter *self)
{
    /* A record of one empty field would be an empty line, which readers skip. */
    if (self->n_fields == 1 && self->size == 0) {
        memcpy (self->record, "\"\"", 2);
        self->size = 2;
    }
    self->n_fields = 0;
    begin_field (self, 1)[0] = '\n';
    recap_spool_write (self->spool, self->record, self->size + 1);
    self->size = 0;
    self->n_fields = 0;
}
