/* Records of an import written as recap has them: their keys, and whole tables. Not a public
 * header. */
#pragma once

#include "import-data.h"
#include "table-writer.h"

G_BEGIN_DECLS

/* Makes the keys of records. */
typedef struct {
    const RecapImport *import;
    GString *origin;  /* where the last record was read */
    const char *file; /* of it */
    gsize file_size;  /* of its name in @origin */
} ImportKeys;

void import_keys_init (ImportKeys *self, const RecapImport *import);
void import_keys_clear (ImportKeys *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportKeys, import_keys_clear)

/* Fills the keys of @form. @sumber: the label that is written, which is another one in the history.
 * The texts last until the next call. */
void import_keys_fill (ImportKeys *self, const ImportRecord *record, RecapText sumber,
                       RecapForm *form);

/* Fills the names of the regions and the number of the TPS, of whose code the key is there. What
 * the register says goes before what the record says. */
void import_fill_names (const RecapImport *self, const ImportRecord *record, RecapForm *form);

/* Returns: the columns that the table of the forms has. */
RecapTableColumns import_find_columns (const RecapImport *self);

/* Writes a table. */
typedef struct {
    const RecapImport *import;
    ImportKeys keys;
    RecapSchema *schema;
    RecapTableWriter *writer;
    RecapForm form;
    RecapCell *cells;
    char *wanted;             /* the shape of the table */
    const char *fitting;      /* the shape of a record that is it, NULL: none was met */
    const ImportShared *last; /* of the last record that was of this shape */
    const char *last_sumber;  /* and its label */
} ImportWriting;

/* Begins a table with @columns, which is copied but for its fields. */
void import_writing_init (ImportWriting *self, const RecapImport *import,
                          const RecapTableColumns *columns, RecapSpool *spool);
void import_writing_clear (ImportWriting *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportWriting, import_writing_clear)

/* Writes @record under the label @sumber, which must live as long as the table is written. */
void import_writing_add (ImportWriting *self, const ImportRecord *record, RecapText sumber);

G_END_DECLS
