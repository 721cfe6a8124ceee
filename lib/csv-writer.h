/* Writes records of CSV as recap has it: RFC 4180, UTF-8, LF. */
#pragma once

#include <glib.h>

#include "count.h"
#include "spool.h"
#include "text.h"

G_BEGIN_DECLS

typedef struct _RecapCsvWriter RecapCsvWriter;

/* Writes to @spool, which must live as long.
 *
 * Returns: owned by the caller. */
RecapCsvWriter *recap_csv_writer_new (RecapSpool *spool);
void recap_csv_writer_free (RecapCsvWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCsvWriter, recap_csv_writer_free)

/* Adds one field to the record. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, which the readers of recap take away again. Bytes that are not UTF-8 and
 * NUL must not be in it. */
void recap_csv_writer_text (RecapCsvWriter *self, RecapText text);
void recap_csv_writer_string (RecapCsvWriter *self, const char *string);
void recap_csv_writer_cell (RecapCsvWriter *self, RecapCell cell);
void recap_csv_writer_number (RecapCsvWriter *self, gint64 number);

/* Adds one or more fields that are CSV already, with commas between them. */
void recap_csv_writer_formatted (RecapCsvWriter *self, RecapText fields);

/* Returns: the record so far, as it will be written. Belongs to @self until the next call. */
RecapText recap_csv_writer_get_record (const RecapCsvWriter *self);

/* Ends the record. */
void recap_csv_writer_end (RecapCsvWriter *self);

G_END_DECLS
