/* Output that is held back until it is known to be right. */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* A growing text: in memory up to 8 MiB, beyond that in an unnamed temporary file. An operation
 * writes its whole answer here; when an input turns out to be out of order the spool is cleared and
 * the operation runs again, so nobody ever sees half an answer or a wrong one. */
typedef struct _RecapSpool RecapSpool;

/* Returns: an empty spool owned by the caller. */
RecapSpool *recap_spool_new (void);
void recap_spool_free (RecapSpool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSpool, recap_spool_free)

/* From now on what is written goes on to @stream whenever much of it is there, beside what the
 * caller does meanwhile; @stream must live as long and is nobody else's until recap_spool_copy().
 * For an answer that cannot turn out to be wrong any more: it is never cleared. What is left goes
 * to @stream with recap_spool_copy(). */
void recap_spool_pass_on (RecapSpool *self, FILE *stream);

/* Adds @size bytes. A failed write to the temporary file or the stream is remembered and reported
 * by recap_spool_copy(). */
void recap_spool_write (RecapSpool *self, const void *bytes, gsize size);

/* Adds a string that ends in NUL. */
void recap_spool_puts (RecapSpool *self, const char *string);

/* Makes the spool empty again. */
void recap_spool_clear (RecapSpool *self);

/* Returns: the bytes written since the beginning. */
guint64 recap_spool_get_size (const RecapSpool *self);

/* Writes everything to @stream. Flushing and closing are left to the caller.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO when a write failed, now or earlier. */
gboolean recap_spool_copy (RecapSpool *self, FILE *stream, GError **error);

/* Writes everything to the file @path: beside it first, renamed when complete, so that a file of
 * this name is replaced as a whole or not at all.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO, and nothing left behind. */
gboolean recap_spool_save (RecapSpool *self, const char *path, GError **error);

/* Writes an answer to a spool. */
typedef void (*RecapSpoolFunc) (RecapSpool *spool, gpointer data);

/* The same for what @answer (may be NULL) adds when it is called with @data, which is passed on to
 * the file meanwhile. @self is of no use afterwards. */
gboolean recap_spool_save_answer (RecapSpool *self, const char *path, RecapSpoolFunc answer,
                                  gpointer data, GError **error);

/* Returns: all bytes as a string ending in NUL, owned by the caller; NULL with @error as above.
 * For tests and small answers. */
char *recap_spool_to_string (RecapSpool *self, GError **error);

/* Writes all @size bytes to the descriptor @fd, whatever interrupts it.
 *
 * Returns: FALSE with errno. */
gboolean recap_write_all (int fd, const void *bytes, gsize size);

G_END_DECLS
