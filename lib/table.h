/* Forms in memory: for what must see them all, like the minutes of one kecamatan. */
#pragma once

#include <glib.h>

#include "form.h"

G_BEGIN_DECLS

typedef struct _RecapTable RecapTable;

/* Makes an empty table. @schema must not get further fields and must live as long as the table.
 *
 * Returns: owned by the caller. */
RecapTable *recap_table_new (const RecapSchema *schema);
void recap_table_free (RecapTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTable, recap_table_free)

const RecapSchema *recap_table_get_schema (const RecapTable *self);

/* Adds a copy of @form and of its texts, cells and counts. */
void recap_table_add (RecapTable *self, const RecapForm *form);

/* Sorts by (kontes, kode, sumber); equal keys keep the order in which they were added. */
void recap_table_sort (RecapTable *self);

/* Returns: the number of forms. */
guint recap_table_get_n (const RecapTable *self);

/* Returns: form @index, from 0. Belongs to @self; its cells may be changed in place. */
RecapForm *recap_table_get (const RecapTable *self, guint index);

G_END_DECLS
