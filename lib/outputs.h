/* A folder of outputs that are written again and again: complete or not at all, and what was there
 * before is kept. */
#pragma once

#include <glib.h>

#include "spool.h"

G_BEGIN_DECLS

/* New versions are written in a hidden folder inside the folder first. Committing compares each
 * with the file of its name: the same bytes are left alone; a file that differs, whoever changed
 * it, is kept under the name with the next number before the ending ('minutes.xlsx' as
 * 'minutes.1.xlsx', 'minutes.2.xlsx': a name once given stays, the highest number is the latest).
 * At every moment, also when the machine is switched off, the file of a name is the old or the
 * whole new one; but where the file system knows no second names (FAT), a name has no file between
 * two renames. */
typedef struct _RecapOutputs RecapOutputs;

/* Opens @folder, which is made when it is not there, and waits until no other process has it open
 * so. What an interrupted run left in the hidden folder is removed.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_IO. */
RecapOutputs *recap_outputs_open (const char *folder, GError **error);

/* Removes what was not committed and lets other processes in. Paths can still be asked for. */
void recap_outputs_close (RecapOutputs *self);

/* Closes, too. */
void recap_outputs_free (RecapOutputs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapOutputs, recap_outputs_free)

/* Announces a new version of the file @name, without folders. Files of one @group are put in place
 * or removed together.
 *
 * Returns: the path at which to write it. Belongs to @self until the group is
 *          committed or discarded. */
const char *recap_outputs_stage (RecapOutputs *self, guint group, const char *name);

/* Announces a new version of the file @name and writes @spool to it.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO. */
gboolean recap_outputs_write (RecapOutputs *self, guint group, const char *name, RecapSpool *spool,
                              GError **error);

/* Returns: the path of the file @name as it is now, in the folder; owned by the caller. */
char *recap_outputs_get_path (const RecapOutputs *self, const char *name);

/* Notes how the file @name is now, in place of what was noted for @group before. Is it another one
 * when @group is committed, that is refused: somebody saved it who expects it to be read. */
void recap_outputs_guard (RecapOutputs *self, guint group, const char *name);

/* Returns: whether the files that were noted for @group are as they were; FALSE with @error
 *          RECAP_ERROR_IO, which names the first that is another one. */
gboolean recap_outputs_check_guarded (const RecapOutputs *self, guint group, GError **error);

/* Returns: the path that the file @path has, or would have, in the folder when it is one that was
 * staged; else @path itself. Owned by the caller. */
char *recap_outputs_get_final (const RecapOutputs *self, const char *path);

/* Takes one file that was committed: @kept is the name under which its earlier version lies now;
 * NULL: there was none. Both are lent. */
typedef void (*RecapOutputFunc) (const char *name, const char *kept, gpointer data);

/* Does what takes time or may be refused before what was staged for @group can be committed: the
 * new versions are compared with the files of their names and have their bytes on the disk, and no
 * guarded file has changed. For who has to write elsewhere what will have been done.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO. */
gboolean recap_outputs_prepare (RecapOutputs *self, guint group, GError **error);

/* Prepares what was staged for @group and puts it in its place, in the order of staging; @changed
 * (may be NULL) is told of the files that are new or differ.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO: nothing was put in place; or, when it is the renaming
 *          itself that failed, the files after the one that it names stay as they were. */
gboolean recap_outputs_commit (RecapOutputs *self, guint group, RecapOutputFunc changed,
                               gpointer data, GError **error);

/* Removes what was staged for @group and not committed. */
void recap_outputs_discard (RecapOutputs *self, guint group);

G_END_DECLS
