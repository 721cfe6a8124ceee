/* Cuts a recap table into records and fields, fast. Private to the table reader. */
#pragma once

#include <glib.h>

#include "error.h"
#include "source.h"
#include "text.h"

G_BEGIN_DECLS

/* A record longer than this is refused. */
#define RECAP_RECORD_MAX (1024 * 1024)

/* One record. Everything belongs to the reader until the next call. Behind every field eight bytes
 * can be read. */
typedef struct {
    const guint8 *base;   /* offsets count from here */
    gsize start;          /* offset of the first byte */
    const guint32 *stops; /* for each field the offset of the separator behind it */
    guint n_fields;
    guint64 line;      /* from 1 */
    RecapText *quoted; /* the fields without their quotes when there are any, else NULL */
} RecapRecordView;

/* Returns: field @index (from 0) of @view. A CR that ends a record without quotes is part of its
 * last field. */
static inline RecapText
recap_record_field (const RecapRecordView *view, guint index)
{
    if (G_UNLIKELY (view->quoted != NULL))
        return view->quoted[index];
    gsize start = index == 0 ? view->start : (gsize)view->stops[index - 1] + 1;
    return (RecapText){ (const char *)view->base + start, view->stops[index] - start };
}

/* Returns: where field @index begins in the record, in bytes from 0. */
static inline gsize
recap_record_offset (const RecapRecordView *view, guint index)
{
    return index == 0 ? 0 : view->stops[index - 1] + 1 - view->start;
}

/* Returns: the bytes of the record without the line end. */
static inline RecapText
recap_record_text (const RecapRecordView *view)
{
    return (RecapText){ (const char *)view->base + view->start,
                        view->stops[view->n_fields - 1] - view->start };
}

typedef struct _RecapRecordReader RecapRecordReader;

/* Reads records from @source, which must live as long.
 *
 * Returns: owned by the caller. */
RecapRecordReader *recap_record_reader_new (RecapSource *source);
void recap_record_reader_free (RecapRecordReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRecordReader, recap_record_reader_free)

/* Returns: the record read last; always the same address. */
const RecapRecordView *recap_record_reader_view (const RecapRecordReader *self);

/* Reads the next record that is not an empty line.
 *
 * Returns: TRUE with *@ret_end FALSE for a record, TRUE with *@ret_end TRUE at the end; FALSE with
 *          @error RECAP_ERROR_SYNTAX (quotes, UTF-8, NUL), _LIMIT or _IO. */
gboolean recap_record_reader_next (RecapRecordReader *self, gboolean *ret_end, GError **error);

/* The same, but only if the record lies in the buffer already: *@ret_end is TRUE also when more
 * would have to be read. */
gboolean recap_record_reader_peek (RecapRecordReader *self, gboolean *ret_end, GError **error);

/* Remembers the place of the next record, and goes back to it. Only peeks may lie between. */
void recap_record_reader_mark (RecapRecordReader *self);
void recap_record_reader_return (RecapRecordReader *self);

/* Up to so many bytes are kept to be read again. */
#define RECAP_KEPT_MAX (4 * 1024 * 1024)

/* Keeps the record read last and those that follow in memory, as long as they are not more than
 * RECAP_KEPT_MAX bytes; what was kept before is let go. */
void recap_record_reader_keep (RecapRecordReader *self);

/* Returns: a reader of the records from the one that is kept to the one read last; of a source that
 * is held, one for recap_record_reader_read_at(). It is owned by the caller and good until the next
 * call to @self. NULL when nothing is kept, or no longer. */
RecapRecordReader *recap_record_reader_new_kept (const RecapRecordReader *self);

/* Starts again from the first record. */
gboolean recap_record_reader_rewind (RecapRecordReader *self, GError **error);

/* Reads the whole source into memory and starts again from the first record; then every record can
 * be read again by the place that recap_record_reader_tell() gave for it. */
gboolean recap_record_reader_hold (RecapRecordReader *self, GError **error);

/* A place of a record in a source that is held. */
typedef struct {
    gsize offset;
    guint64 line;
    guint32 size; /* in bytes, without the line end */
} RecapRecordPlace;

RecapRecordPlace recap_record_reader_tell (const RecapRecordReader *self);
gboolean recap_record_reader_read_at (RecapRecordReader *self, const RecapRecordPlace *place,
                                      GError **error);

/* Says that the record at @place will be read soon. */
void recap_record_reader_prefetch (const RecapRecordReader *self, const RecapRecordPlace *place);

/* Sets @error to @message at byte @offset of the record read last, with its line as excerpt and
 * @width characters of it marked.
 *
 * Returns: FALSE. */
gboolean recap_record_reader_set_error (const RecapRecordReader *self, RecapErrorCode code,
                                        gsize offset, guint width, const char *message,
                                        GError **error);

G_END_DECLS
