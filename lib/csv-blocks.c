#include "config.h"

#include "csv-blocks.h"

#include <string.h>

enum {
    BLOCK_SIZE = 128 * 1024,
    PADDING = 64,
    BLOCKS_BEFORE_THREAD = 2, /* a small file is read before a thread has begun */
};

/* Two blocks: one is lent, the other is filled meanwhile. Whoever fills has everything but what
 * @mutex guards to himself; of the block that is lent he only reads the end, which nobody writes
 * to. */
struct _RecapCsvBlocks {
    RecapSource *source;
    char separator;
    RecapCsvBlock blocks[2];
    guint lent;
    guint64 n_filled;
    gboolean at_end;
    gboolean lost;   /* a block without the end of a line was met */
    GError *failure; /* at the end */

    GThread *thread; /* NULL: blocks are filled when they are asked for */
    GMutex mutex;
    GCond changed;
    gboolean wanted; /* by the caller: the block that is not lent */
    gboolean stop;
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
    g_mutex_init (&self->mutex);
    g_cond_init (&self->changed);
    return self;
}

static void
stop_thread (RecapCsvBlocks *self)
{
    g_mutex_lock (&self->mutex);
    self->stop = TRUE;
    g_cond_signal (&self->changed);
    g_mutex_unlock (&self->mutex);
    g_thread_join (self->thread);
}

void
recap_csv_blocks_free (RecapCsvBlocks *self)
{
    if (self == NULL)
        return;
    if (self->thread != NULL)
        stop_thread (self);
    g_mutex_clear (&self->mutex);
    g_cond_clear (&self->changed);
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
fill (RecapCsvBlocks *self)
{
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
    block->scanned = !self->lost;
    block->size =
        self->lost ? block->filled : (gsize)scan->separators[scan->lines[scan->n_lines - 1]] + 1;
    self->n_filled++;
}

static gpointer
run_thread (gpointer data)
{
    RecapCsvBlocks *self = data;

    g_mutex_lock (&self->mutex);
    while (!self->stop) {
        if (!self->wanted) {
            g_cond_wait (&self->changed, &self->mutex);
            continue;
        }
        g_mutex_unlock (&self->mutex);
        fill (self);
        g_mutex_lock (&self->mutex);
        self->wanted = FALSE;
        g_cond_signal (&self->changed);
    }
    g_mutex_unlock (&self->mutex);
    return NULL;
}

/* A pipe is not read ahead: who gives up early would have to wait for whoever writes to it. */
static void
begin_thread (RecapCsvBlocks *self)
{
    if (self->n_filled == BLOCKS_BEFORE_THREAD && !self->at_end && g_get_num_processors () > 1 &&
        recap_source_is_file (self->source))
        self->thread = g_thread_try_new ("recap-csv", run_thread, self, NULL);
}

gboolean
recap_csv_blocks_next (RecapCsvBlocks *self, RecapCsvBlock **ret_block, GError **error)
{
    g_return_val_if_fail (self != NULL && ret_block != NULL, FALSE);

    if (self->thread == NULL) {
        fill (self);
        begin_thread (self);
    }
    g_mutex_lock (&self->mutex);
    while (self->wanted)
        g_cond_wait (&self->changed, &self->mutex);
    self->lent = 1 - self->lent;
    RecapCsvBlock *block = &self->blocks[self->lent];
    if (self->thread != NULL && block->size > 0) {
        self->wanted = TRUE;
        g_cond_signal (&self->changed);
    }
    g_mutex_unlock (&self->mutex);
    if (block->size == 0 && self->failure != NULL) {
        g_propagate_error (error, g_steal_pointer (&self->failure));
        return FALSE;
    }
    *ret_block = block;
    return TRUE;
}
