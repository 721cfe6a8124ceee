/* A JSON document that is a table: a list of objects, whose members are its columns. */
#pragma once

#include <glib.h>

#include "records.h"

G_BEGIN_DECLS

typedef struct _RecapJsonRecords RecapJsonRecords;

/* Looks at the first object of the document @bytes.
 *
 * Returns: the names of its members, to be freed with g_strfreev(); NULL when the document does not
 *          begin with a list of objects. */
GStrv recap_json_records_look (const char *name, const char *bytes, gsize size);

/* Reads the document @bytes, which must live as long, as does @name.
 *
 * The first record has the names of the members, in the order in which they come first. Each object
 * is a record: null is empty, text and numbers stay as they are, of an object or of a list of
 * numbers only '{...}' and '[...]' is left. An object in a list that is a member of another one is
 * a record, too, behind it; where there are such, the last column 'daftar' has the name of that
 * member, and is empty for records of the outer list.
 *
 * Returns: owned by the caller; NULL with @error as recap_json_next(), or RECAP_ERROR_SCHEMA (no
 *          list of objects), _LIMIT (more than 1,000 columns, 64 million cells). */
RecapJsonRecords *recap_json_records_new (const char *name, const char *bytes, gsize size,
                                          GError **error);
void recap_json_records_free (RecapJsonRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapJsonRecords, recap_json_records_free)

/* Returns: the records, from the first. Belong to @self. */
const RecapRecords *recap_json_records_get (RecapJsonRecords *self);

G_END_DECLS
