#include "config.h"

#include "arena.h"

#include <string.h>
#include <sys/mman.h>

enum {
    BLOCK_SIZE = 256 * 1024,
    LARGE_BLOCK_SIZE = 4 * 1024 * 1024, /* once there are many */
    MANY_BLOCKS = 16,
    HUGE_PAGE = 2 * 1024 * 1024,
    ALIGNMENT = 16,
};

struct _RecapArena {
    GPtrArray *blocks;
    char *block; /* the last of BLOCK_SIZE bytes; NULL: none yet */
    char *next;  /* free bytes of the last block */
    gsize room;
    GHashTable *interned; /* keys are RecapText in the arena; NULL until needed */
};

RecapArena *
recap_arena_new (void)
{
    RecapArena *self = g_new0 (RecapArena, 1);
    self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
    return self;
}

void
recap_arena_free (RecapArena *self)
{
    if (self == NULL)
        return;
    g_clear_pointer (&self->interned, g_hash_table_unref);
    g_ptr_array_unref (self->blocks);
    g_free (self);
}

void
recap_arena_clear (RecapArena *self)
{
    guint place;

    g_clear_pointer (&self->interned, g_hash_table_unref);
    if (self->block == NULL || !g_ptr_array_find (self->blocks, self->block, &place)) {
        g_ptr_array_set_size (self->blocks, 0);
        return;
    }
    gpointer block = self->blocks->pdata[place];
    self->blocks->pdata[place] = NULL; /* is not freed with the others */
    g_ptr_array_set_size (self->blocks, 0);
    g_ptr_array_add (self->blocks, block);
    self->next = block;
    self->room = BLOCK_SIZE;
}

/* What is large gets a block of its own, so that the rest of the current one is not lost. */
static gpointer
take_block (RecapArena *self, gsize size)
{
    gpointer block = g_aligned_alloc (1, size, ALIGNMENT);
    g_ptr_array_add (self->blocks, block);
    return block;
}

/* A national table takes a hundred MiB: getting them by pages of 4 KiB would cost a tenth of the
 * time of reading it. */
static void
begin_block (RecapArena *self)
{
    if (self->blocks->len < MANY_BLOCKS) {
        self->block = take_block (self, BLOCK_SIZE);
        self->next = self->block;
        self->room = BLOCK_SIZE;
        return;
    }
    gpointer block = g_aligned_alloc (1, LARGE_BLOCK_SIZE, HUGE_PAGE);
    g_ptr_array_add (self->blocks, block);
#ifdef MADV_HUGEPAGE
    madvise (block, LARGE_BLOCK_SIZE, MADV_HUGEPAGE); /* a wish: no matter when it is not granted */
#endif
    self->next = block;
    self->room = LARGE_BLOCK_SIZE;
}

static gpointer
take (RecapArena *self, gsize size, gsize alignment)
{
    gsize gap = self->room % alignment; /* the end of a block is aligned */
    if (size > BLOCK_SIZE / 8)
        return take_block (self, size);
    if (G_UNLIKELY (size + gap > self->room)) {
        begin_block (self);
        gap = 0;
    }
    char *result = self->next + gap;
    self->next += gap + size;
    self->room -= gap + size;
    return result;
}

gpointer
recap_arena_take (RecapArena *self, gsize size)
{
    return take (self, size, ALIGNMENT);
}

char *
recap_arena_take_bytes (RecapArena *self, gsize size)
{
    return take (self, size, 1);
}

const char *
recap_arena_copy (RecapArena *self, RecapText text)
{
    if (text.size == 0)
        return "";
    char *copy = take (self, text.size + 1, 1);
    memcpy (copy, text.bytes, text.size);
    copy[text.size] = '\0';
    return copy;
}

static guint
hash_text (gconstpointer key)
{
    const RecapText *text = key;
    guint hash = 5381;
    for (gsize i = 0; i < text->size; i++)
        hash = hash * 33 + (guchar)text->bytes[i];
    return hash;
}

static gboolean
equal_texts (gconstpointer a, gconstpointer b)
{
    return recap_text_equal (*(const RecapText *)a, *(const RecapText *)b);
}

const char *
recap_arena_intern (RecapArena *self, RecapText text)
{
    if (text.size == 0)
        return "";
    if (self->interned == NULL)
        self->interned = g_hash_table_new (hash_text, equal_texts);

    const RecapText *known = g_hash_table_lookup (self->interned, &text);
    if (known == NULL) {
        RecapText *copy = recap_arena_take (self, sizeof *copy);
        *copy = (RecapText){ recap_arena_copy (self, text), text.size };
        g_hash_table_add (self->interned, copy);
        known = copy;
    }
    return known->bytes;
}
