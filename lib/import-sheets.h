/* Workbooks read into an import. Not a public header. */
#pragma once

#include "import-data.h"

G_BEGIN_DECLS

/* Reads the workbook @document: the sheets that are laid out like the form, or else those that are
 * tables. Unless it is @alone, one that cannot be read at all is rejected as a whole.
 *
 * Returns: FALSE with @error as recap_sheet_reader_new(), recap_form_sheet_read() and
 *          import_read_records(). */
gboolean import_read_workbook (RecapImport *self, const RecapDocument *document, gboolean alone,
                               GError **error);

G_END_DECLS
