/* Reads recap tables, one form after the other. */
#pragma once

#include <glib.h>

#include "form.h"

G_BEGIN_DECLS

/* A table with more columns is refused. */
#define RECAP_COLUMNS_MAX 8192

typedef struct _RecapTableReader RecapTableReader;

/* Opens the recap table @path ("-": standard input, .gz as it is), which messages and origins call
 * @name (NULL: by its path), and reads its header.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_IO, _SYNTAX (not CSV), _SCHEMA (no
 *          column kontes, kode or sumber, a column twice, a column that no contest knows) or
 *          _LIMIT. */
RecapTableReader *recap_table_reader_open_as (const RecapContests *contests, const char *path,
                                              const char *name, GError **error);

/* The same by its path. */
RecapTableReader *recap_table_reader_open (const RecapContests *contests, const char *path,
                                           GError **error);
void recap_table_reader_free (RecapTableReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTableReader, recap_table_reader_free)

/* Returns: the name of the input, for messages. Belongs to @self. */
const char *recap_table_reader_get_name (const RecapTableReader *self);

/* Adds the fields that the table carries to @schema. */
void recap_table_reader_add_fields (const RecapTableReader *self, RecapSchema *schema);

/* Fixes the fields of the forms that _next() gives; @schema must live as long as the reader. */
void recap_table_reader_set_schema (RecapTableReader *self, const RecapSchema *schema);

/* Returns: whether the table has the text column @key, the column @tally, or the field @index of
 * the schema. */
gboolean recap_table_reader_has_key (const RecapTableReader *self, RecapKey key);
gboolean recap_table_reader_has_tally (const RecapTableReader *self, RecapTally tally);
gboolean recap_table_reader_has_field (const RecapTableReader *self, guint index);

/* Reads the next form. Its texts and cells belong to the reader until the next call. Forms come
 * sorted by (kontes, kode, sumber): a table that is not sorted gives RECAP_ERROR_ORDER at the first
 * form out of order, and must then be read again after recap_table_reader_hold(). Cells whose
 * column the table does not have are RECAP_CELL_NOT_CARRIED.
 *
 * Returns: TRUE with *@ret_end FALSE for a form, TRUE with *@ret_end TRUE at the end; FALSE with
 *          @error RECAP_ERROR_SYNTAX (bad CSV, a cell that is no count), _SCHEMA (unknown contest,
 *          a cell of another contest, a key twice: both places are named), _ORDER, _LIMIT or
 *          _IO. */
gboolean recap_table_reader_next (RecapTableReader *self, RecapForm *form, gboolean *ret_end,
                                  GError **error);

/* The two halves of recap_table_reader_next(), for who can often do without the second: _next_key()
 * reads the texts only and leaves form->cells alone, _parse() reads the cells of the same form. */
gboolean recap_table_reader_next_key (RecapTableReader *self, RecapForm *form, gboolean *ret_end,
                                      GError **error);
gboolean recap_table_reader_parse (RecapTableReader *self, RecapForm *form, GError **error);

/* Says whether every cell of the form just read has the same bytes as that of the form just read
 * from @other; if those were parsed, these need not be.
 *
 * Returns: FALSE when some differ or when it cannot be told without parsing. */
gboolean recap_table_reader_copies (RecapTableReader *self, const RecapTableReader *other);

/* Lets a key that comes twice through (recap-check reports it) instead of refusing it. */
void recap_table_reader_set_repeats (RecapTableReader *self, gboolean allowed);

/* Remembers the form just read, so that it and those that follow can be read again by
 * recap_table_reader_replay(). */
void recap_table_reader_keep (RecapTableReader *self);

/* Takes one form, which lives until the function returns. */
typedef void (*RecapFormFunc) (const RecapForm *form, gpointer data);

/* Reads the forms again from the one that recap_table_reader_keep() remembered to the one just
 * read, without disturbing that, and gives them to @func; none when they are too large to keep.
 *
 * Returns: FALSE with @error as recap_table_reader_parse(). */
gboolean recap_table_reader_replay (const RecapTableReader *self, RecapFormFunc func, gpointer data,
                                    GError **error);

/* Looks, before the first form is read, at the order of those that lie in the buffer already.
 *
 * Returns: FALSE when they are out of order, so that the table will have to be held; TRUE promises
 *          nothing about the rest. */
gboolean recap_table_reader_looks_sorted (RecapTableReader *self);

/* Reads the whole table into memory and sorts it, so that _next() starts again from the first. */
gboolean recap_table_reader_hold (RecapTableReader *self, GError **error);

/* Starts again from the first form. */
gboolean recap_table_reader_rewind (RecapTableReader *self, GError **error);

G_END_DECLS
