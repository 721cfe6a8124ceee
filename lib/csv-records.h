/* The records of a CSV file of any of the usual separators. */
#pragma once

#include <glib.h>

#include "records.h"
#include "source.h"

G_BEGIN_DECLS

typedef struct _RecapCsvRecords RecapCsvRecords;

/* Returns: how much of @record is understood as the names of columns, in columns. */
typedef guint (*RecapHeaderScore) (const RecapRecord *record, gpointer data);

/* Finds out the separator of @source (comma, semicolon or TAB): what a first line 'sep=;' says,
 * else the one with which @score understands most of one of the first records, else the one that
 * makes most columns. @source must live as long.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_IO when @source cannot be read
 *          again. */
RecapCsvRecords *recap_csv_records_new (RecapSource *source, RecapHeaderScore score, gpointer data,
                                        GError **error);
void recap_csv_records_free (RecapCsvRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCsvRecords, recap_csv_records_free)

/* Returns: the records, without a line 'sep=;', from the first. Belong to @self. Records that are
 * not UTF-8 are let through; see recap_csv_reader_allow_bad_text(). */
const RecapRecords *recap_csv_records_get (RecapCsvRecords *self);

G_END_DECLS
