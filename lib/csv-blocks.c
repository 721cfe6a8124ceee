#include "config.h"

#include "csv-blocks.h"

#include <string.h>

#include "worker.h"

enum {
    BLOCK_SIZE = 128 * 1024,
    PADDING = 64,
    BLOCKS_BEFORE_THREAD = 2, /* a small file is read before a thread has begun */
};

/* Two blocks: one is lent, the other is filled meanwhile. Whoever fills has everything to himself;
 * of the block that is lent he only reads the end, which nobody writes to. */
struct _RecapCsvBlocks {
    RecapSource *source;
    char separator;
    gboolean numbers; /* are wanted */
    RecapCsvBlock blocks[2];
    guint lent;
    guint64 n_filled;
    gboolean at_end;
    gboolean lost;   /* a block without the end of a line was met */
    GError *failure; /* at the end */

    RecapWorker *worker; /* NULL: blocks are filled when they are asked for */
};

RecapCsvBlocks *
recap_csv_blocks_new (RecapSource *source, char separator)
{
    g_return_val_if_fail (source != NULL, NULL);

    RecapCsvBlocks *self = g_new0 (RecapCsvBlocks, 1);
    self->source = source;
    self->separator = separator;
    for (guint i = 0; i < G_N_ELEMENTS (self->blocks); i++)
        self->blocks[i].bytes = g_malloc (BLOCK_SIZE + PADDING);
    return self;
}

void
recap_csv_blocks_read_numbers (RecapCsvBlocks *self)
{
    g_return_if_fail (self != NULL && self->n_filled == 0);

    self->numbers = TRUE;
}

void
recap_csv_blocks_free (RecapCsvBlocks *self)
{
    if (self == NULL)
        return;
    recap_worker_free (self->worker);
    for (guint i = 0; i < G_N_ELEMENTS (self->blocks); i++) {
        g_free (self->blocks[i].bytes);
        recap_scan_clear (&self->blocks[i].scan);
    }
    g_clear_error (&self->failure);
    g_free (self);
}

/* Reads until @block is full. What was read before a failure is given first. */
static void
read_bytes (RecapCsvBlocks *self, RecapCsvBlock *block)
{
    while (block->filled < BLOCK_SIZE && !self->at_end) {
        gsize n = 0;
        if (!recap_source_read (self->source, block->bytes + block->filled,
                                BLOCK_SIZE - block->filled, &n, &self->failure))
            n = 0;
        self->at_end = n == 0;
        block->filled += n;
    }
    memset (block->bytes + block->filled, 0, PADDING);
}

/* Fills the block that is not lent with what begins behind the other. */
static void
fill (gpointer data)
{
    RecapCsvBlocks *self = data;
    const RecapCsvBlock *before = &self->blocks[self->lent];
    RecapCsvBlock *block = &self->blocks[1 - self->lent];
    RecapScan *scan = &block->scan;

    block->filled = before->filled - before->size;
    if (block->filled > 0)
        memcpy (block->bytes, before->bytes + before->size, block->filled);
    read_bytes (self, block);
    scan->n_lines = 0;
    if (!self->lost)
        recap_scan_typed (scan, (const guint8 *)block->bytes, 0, block->filled, self->separator);
    self->lost = scan->n_lines == 0;
    if (self->numbers && !self->lost)
        recap_scan_numbers (scan, (const guint8 *)block->bytes, 0);
    block->scanned = !self->lost;
    block->size =
        self->lost ? block->filled : (gsize)scan->separators[scan->lines[scan->n_lines - 1]] + 1;
    self->n_filled++;
}

/* A pipe is not read ahead: who gives up early would have to wait for whoever writes to it. */
static void
begin_worker (RecapCsvBlocks *self)
{
    if (self->n_filled == BLOCKS_BEFORE_THREAD && !self->at_end &&
        recap_source_is_file (self->source))
        self->worker = recap_worker_new ("recap-csv", fill, self);
}

gboolean
recap_csv_blocks_next (RecapCsvBlocks *self, RecapCsvBlock **ret_block, GError **error)
{
    g_return_val_if_fail (self != NULL && ret_block != NULL, FALSE);

    if (self->worker == NULL) {
        fill (self);
        begin_worker (self);
    } else {
        recap_worker_wait (self->worker);
    }
    self->lent = 1 - self->lent;
    RecapCsvBlock *block = &self->blocks[self->lent];
    if (self->worker != NULL && block->size > 0)
        recap_worker_start (self->worker);
    else if (block->size == 0 && self->failure != NULL) {
        g_propagate_error (error, g_steal_pointer (&self->failure));
        return FALSE;
    }
    *ret_block = block;
    return TRUE;
}
