/* Memory that is given back all at once: for texts and rows that live as long as their list. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

typedef struct _RecapArena RecapArena;

/* Returns: an empty arena owned by the caller. */
RecapArena *recap_arena_new (void);

/* Frees @self and everything that was taken from it. */
void recap_arena_free (RecapArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapArena, recap_arena_free)

/* Frees everything that was taken from @self, which can be used again. */
void recap_arena_clear (RecapArena *self);

/* Returns: @size bytes, aligned for any type and not cleared. They belong to @self. */
gpointer recap_arena_take (RecapArena *self, gsize size);

/* The same without alignment, for texts. */
char *recap_arena_take_bytes (RecapArena *self, gsize size);

/* Returns: a copy of @text that ends in NUL. Belongs to @self. */
const char *recap_arena_copy (RecapArena *self, RecapText text);

/* As recap_arena_copy(), but equal texts share one copy: for names that come again and again. */
const char *recap_arena_intern (RecapArena *self, RecapText text);

G_END_DECLS
