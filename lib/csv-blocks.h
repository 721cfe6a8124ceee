/* A CSV source by blocks of whole lines whose separators are found already. Private to the CSV
 * reader. */
#pragma once

#include <glib.h>

#include "scan.h"
#include "source.h"

G_BEGIN_DECLS

/* Bytes of a source, one block after the other. */
typedef struct {
    char *bytes;      /* not to be written to; 64 more can be read behind them */
    gsize size;       /* 0 only at the end */
    gboolean scanned; /* the block begins with a record and ends with an LF, and @scan has all */
    RecapScan scan;   /* else it is free to be used by whoever borrows the block */
    gsize filled;     /* the beginning of the next line may lie behind @size */
} RecapCsvBlock;

typedef struct _RecapCsvBlocks RecapCsvBlocks;

/* Reads @source, which must live as long and is nobody else's meanwhile. Of a large file the next
 * block is read and scanned by a thread while the caller works on this one; what comes out is the
 * same.
 *
 * Returns: owned by the caller. */
RecapCsvBlocks *recap_csv_blocks_new (RecapSource *source, char separator);
void recap_csv_blocks_free (RecapCsvBlocks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCsvBlocks, recap_csv_blocks_free)

/* From now on the scans of the blocks have the numbers too; to be called before the first block. */
void recap_csv_blocks_read_numbers (RecapCsvBlocks *self);

/* Gives the next block; it belongs to @self and is lent until the next call. From the first block
 * on in which no line ends, none is scanned any more: nobody knows where records begin.
 *
 * Returns: FALSE with @error as recap_source_read(), after all that could be read was given. */
gboolean recap_csv_blocks_next (RecapCsvBlocks *self, RecapCsvBlock **ret_block, GError **error);

G_END_DECLS
