/* Typed tables, as files, JSON lists or sheets, read into an import. Not a public header. */
#pragma once

#include "import-data.h"
#include "records.h"

G_BEGIN_DECLS

/* Reads the table in @records into the current part. @sheet: the name of its sheet; NULL: it is
 * none.
 *
 * Returns: FALSE with @error as recap_typed_table_new() and recap_typed_table_next(),
 *          RECAP_ERROR_SCHEMA (no records, sources that would become one) or _USAGE (a source must
 *          be named). */
gboolean import_read_records (RecapImport *self, const RecapRecords *records, const char *sheet,
                              GError **error);

/* Returns: the layout that the profile asks for. */
RecapLayout import_asked_layout (const RecapImport *self);

/* Returns: FALSE with @error RECAP_ERROR_SCHEMA: the file has no sheet of the layout that the
 *          profile asks for. */
gboolean import_set_wrong_layout (const RecapImport *self, const char *file, GError **error);

/* Reads @document as a CSV table. Unless it is @alone, one that cannot be read as a table at all is
 * rejected as a whole.
 *
 * Returns: FALSE with @error as import_read_records(). */
gboolean import_read_table (RecapImport *self, const RecapDocument *document, gboolean alone,
                            GError **error);

/* Finds out whether @document, JSON in memory, is a list of objects that is a table.
 *
 * Returns: FALSE with @error as recap_profile_fits(). */
gboolean import_is_json_table (const RecapImport *self, const RecapDocument *document,
                               gboolean *ret_is, GError **error);

/* As import_read_table() for such a list. */
gboolean import_read_json_table (RecapImport *self, const RecapDocument *document, gboolean alone,
                                 GError **error);

G_END_DECLS
