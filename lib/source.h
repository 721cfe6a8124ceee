/* Bytes from a file, a gzip file or standard input. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RecapSource RecapSource;

/* Opens @path for reading; "-" is standard input. A gzip file (recognised by its first bytes) is
 * inflated, a UTF-8 byte order mark at the beginning is left out. What is not a regular file is
 * kept (up to 32 MiB in memory, then in an unnamed temporary file) so that it can be read again.
 *
 * Returns: a source owned by the caller, or NULL with @error RECAP_ERROR_IO (cannot open, a
 *          folder). */
RecapSource *recap_source_open (const char *path, GError **error);

/* The same with another @name for messages and origins; NULL: as above. */
RecapSource *recap_source_open_as (const char *path, const char *name, GError **error);

/* Makes a source of @size bytes in memory (at most 1 GiB), which are copied; @name is for messages.
 * As with recap_source_open(), gzip is inflated and a byte order mark left out.
 *
 * Returns: owned by the caller; NULL with @error as recap_source_open(). */
RecapSource *recap_source_new_for_bytes (const char *name, const void *bytes, gsize size,
                                         GError **error);

/* Reads up to @size bytes into @buffer; *@ret_size is 0 only at the end. */
typedef gboolean (*RecapSourceFunc) (gpointer data, void *buffer, gsize size, gsize *ret_size,
                                     GError **error);

/* Makes a source of what @func gives, which is called with @data; it can be read only once.
 *
 * Returns: owned by the caller; NULL with @error as recap_source_open() or of @func. */
RecapSource *recap_source_new_for_func (const char *name, RecapSourceFunc func, gpointer data,
                                        GError **error);

void recap_source_free (RecapSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSource, recap_source_free)

/* Returns: the name for messages and origins: the one that was given, @path, or '<stdin>'. Belongs
 * to @self. */
const char *recap_source_get_name (const RecapSource *self);

/* Returns: whether it is a file on a disk, of which the next bytes are always there. */
gboolean recap_source_is_file (const RecapSource *self);

/* Reads up to @size bytes into @buffer. *@ret_size is 0 only at the end.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO (read error, or at the end: the file was changed since
 *          it was opened), _SYNTAX (damaged or truncated gzip) or _LIMIT (more than 1,000 times
 *          larger than the gzip file and over 1 GiB). */
gboolean recap_source_read (RecapSource *self, void *buffer, gsize size, gsize *ret_size,
                            GError **error);

/* Goes back to the beginning.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO, also when the file was changed in between. */
gboolean recap_source_rewind (RecapSource *self, GError **error);

/* Returns: FALSE with @error RECAP_ERROR_IO when the file was changed since it was opened. */
gboolean recap_source_check (const RecapSource *self, GError **error);

/* Returns: the descriptor of a regular file, for reading it otherwise after recap_source_rewind();
 * -1 of everything else. Belongs to @self. */
int recap_source_get_fd (const RecapSource *self);

G_END_DECLS
