/* Several tables that are read side by side in the order of their keys. */
#pragma once

#include <glib.h>

#include "progress.h"
#include "spool.h"
#include "table-reader.h"
#include "table.h"

G_BEGIN_DECLS

typedef struct _RecapTables RecapTables;

/* Opens the recap tables @paths (NULL or empty: standard input) with one schema for all.
 *
 * Returns: owned by the caller; NULL with @error as recap_table_reader_open(), or
 *          RECAP_ERROR_USAGE when standard input is named twice. */
RecapTables *recap_tables_open (const RecapContests *contests, const char *const *paths,
                                GError **error);

/* The same, with a name for each path (NULL: the paths) by which messages and origins call it. */
RecapTables *recap_tables_open_as (const RecapContests *contests, const char *const *paths,
                                   const char *const *names, GError **error);
void recap_tables_free (RecapTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTables, recap_tables_free)

/* Has @progress (NULL: nobody) told of the records that are read, of all tables together. */
void recap_tables_set_progress (RecapTables *self, RecapProgressFunc progress, gpointer data);

guint recap_tables_get_n (const RecapTables *self);
RecapTableReader *recap_tables_get_reader (const RecapTables *self, guint index);
const RecapSchema *recap_tables_get_schema (const RecapTables *self);

/* One reading of all tables from their beginning. Whatever it writes must go to places that
 * recap_tables_run() can clear. */
typedef gboolean (*RecapPass) (RecapTables *tables, gpointer data, GError **error);

/* Runs @pass; when it ends with RECAP_ERROR_ORDER the table in question is held in memory, sorted,
 * @reset is called and @pass runs again. Sorted tables are thus read once and in constant
 * memory. */
gboolean recap_tables_run (RecapTables *self, RecapPass pass, void (*reset) (gpointer data),
                           gpointer data, GError **error);

/* Reads the next form of reader @index; see recap_table_reader_next(). */
gboolean recap_tables_next (RecapTables *self, guint index, RecapForm *form, gboolean *ret_end,
                            GError **error);

/* The same without the cells; see recap_table_reader_next_key(). */
gboolean recap_tables_next_key (RecapTables *self, guint index, RecapForm *form, gboolean *ret_end,
                                GError **error);

/* Gives the next form of all tables together, in the order of (kontes, kode, sumber), starting from
 * the first; *@ret_form is NULL at the end. The form belongs to @self until the next call. Must not
 * be mixed with recap_tables_next(). A key that two tables have is refused with both places unless
 * @repeats; then the form of the earlier table comes first.
 *
 * Returns: FALSE with @error as recap_table_reader_next(). */
gboolean recap_tables_merge (RecapTables *self, gboolean repeats, RecapForm **ret_form,
                             GError **error);

/* Starts all tables again from their first form. */
gboolean recap_tables_rewind (RecapTables *self, GError **error);

/* Reads everything into one sorted table. A key that is in two tables is refused with both places.
 *
 * Returns: owned by the caller; NULL with @error. */
RecapTable *recap_tables_load (RecapTables *self, GError **error);

G_END_DECLS
