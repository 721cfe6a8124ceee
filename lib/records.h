/* Rows of cells, wherever they come from: the records of a CSV file or the rows of a sheet. */
#pragma once

#include <glib.h>

#include "csv-reader.h"

G_BEGIN_DECLS

/* A source of records that can be read from the beginning again. Initialise every member. */
typedef struct {
    /* Reads the next record; see recap_csv_reader_next(). Of a sheet, the line of a record is its
     * row and the columns count cells, both from 1. */
    gboolean (*next) (gpointer self, RecapRecord *record, gboolean *ret_end, GError **error);
    /* Starts again from the first record. */
    gboolean (*rewind) (gpointer self, GError **error);
    const char *name; /* for origins: 'file', 'archive!member' or 'file!sheet' */
    gpointer self;
} RecapRecords;

G_END_DECLS
