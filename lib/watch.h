/* Whether files and folders changed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files and folders with all that is in them, looked at from time to time. Names, sizes, times and
 * inodes are compared, no content is read. The kernel's own notices of changes are not used: a
 * folder of the network or of another machine sends none, and a kecamatan has few files. */
typedef struct _RecapWatch RecapWatch;

/* Returns: a watch over nothing, owned by the caller. */
RecapWatch *recap_watch_new (void);
void recap_watch_free (RecapWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapWatch, recap_watch_free)

/* Watches the file or folder @path, too. It need not be there (yet). */
void recap_watch_add (RecapWatch *self, const char *path);

/* Forgets every path. */
void recap_watch_clear (RecapWatch *self);

/* Returns: whether the file or folder @inode of @device is among what is looked at. */
gboolean recap_watch_holds (const RecapWatch *self, guint64 device, guint64 inode);

/* Looks at everything. Symbolic links in folders are not followed; what recap_is_shadow() says of
 * is passed over.
 *
 * Returns: a number that is another one when something is new, gone or has changed. */
guint64 recap_watch_look (const RecapWatch *self);

G_END_DECLS
