/* A zip file whose members are read by their names: a workbook. The other home of libarchive. */
#pragma once

#include <glib.h>

#include "source.h"

G_BEGIN_DECLS

typedef struct _RecapPackage RecapPackage;

/* Make a package of @size bytes in memory, or of @source, which are borrowed and must live as long.
 * @name is for messages. Nothing is read yet.
 *
 * Return: owned by the caller. */
RecapPackage *recap_package_new_for_bytes (const char *name, const void *bytes, gsize size);
RecapPackage *recap_package_new_for_source (const char *name, RecapSource *source);
void recap_package_free (RecapPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapPackage, recap_package_free)

/* Returns: the name for messages. Belongs to @self. */
const char *recap_package_get_name (const RecapPackage *self);

/* Looks for the first member that has one of @names (ending in NULL) and gives its index in
 * *@ret_index, or -1 when there is none. A document (.json, .csv, .tsv) ends the search: where
 * these lie is no workbook.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (a damaged zip file) or _IO (also when the file was
 *          changed in between). */
gboolean recap_package_find (RecapPackage *self, const char *const *names, int *ret_index,
                             GError **error);

/* Goes to the beginning of @member; *@ret_there is FALSE when there is no such member.
 *
 * Returns: FALSE with @error as recap_package_find(). */
gboolean recap_package_open (RecapPackage *self, const char *member, gboolean *ret_there,
                             GError **error);

/* Reads on in the member that was opened, up to @size bytes. *@ret_size is 0 only at its end.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX (damaged or cut short), _IO or _LIMIT (the member
 *          has more than 4 GiB, or more than 64 MiB and 200 times the size of the whole file). */
gboolean recap_package_read (RecapPackage *self, void *buffer, gsize size, gsize *ret_size,
                             GError **error);

G_END_DECLS
