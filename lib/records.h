/* Rows of cells, wherever they come from: the records of a CSV file or the rows of a sheet. */
#pragma once

#include <glib.h>

#include "csv-reader.h"

G_BEGIN_DECLS

/* Cells of a sheet that are joined to one. Lines and columns count from 1, as those of records. */
typedef struct {
    guint64 first_line, last_line;
    guint first_column, last_column;
} RecapJoined;

/* A source of records that can be read from the beginning again. Initialise every member. */
typedef struct {
    /* Reads the next record; see recap_csv_reader_next(). Of a sheet, the line of a record is its
     * row and the columns count cells, both from 1. */
    gboolean (*next) (gpointer self, RecapRecord *record, gboolean *ret_end, GError **error);
    /* Starts again from the first record. */
    gboolean (*rewind) (gpointer self, GError **error);
    /* Finds the joined cells that have several lines, an array of RecapJoined in the order of the
     * sheet; it belongs to the source. Takes reading it all; the records then begin again. Returns
     * NULL with @error as next(). NULL where there is no such thing. */
    const GArray *(*joined) (gpointer self, GError **error);
    const char *name; /* for origins: 'file', 'archive!member' or 'file!sheet' */
    gpointer self;
} RecapRecords;

G_END_DECLS
