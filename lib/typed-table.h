/* Tables that people type or export, as CSV or as a sheet, whose columns bear the names of the
 * fields or the labels of the form. */
#pragma once

#include <glib.h>

#include "form.h"
#include "records.h"
#include "reject.h"
#include "typed-cell.h"
#include "typed-header.h"

G_BEGIN_DECLS

typedef struct _RecapTypedTable RecapTypedTable;

/* Reads the header of the table in @records. What @records and @options stand for and @contest must
 * live as long as the reader.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SCHEMA (empty, no column with the
 *          code and no other way to it, no column of a field, two columns for one field), as
 *          recap_typed_header_find() or as recap_csv_reader_next(). */
RecapTypedTable *recap_typed_table_new (const RecapContest *contest, const RecapRecords *records,
                                        const RecapTypedOptions *options, GError **error);
void recap_typed_table_free (RecapTypedTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTypedTable, recap_typed_table_free)

/* Returns: whether the table has the text column @key, or field @index of the contest. */
gboolean recap_typed_table_has_key (const RecapTypedTable *self, RecapKey key);
gboolean recap_typed_table_has_field (const RecapTypedTable *self, guint index);

/* Returns: the headings of columns that are not of the contest, in the order of the table, ending
 * in NULL; they are not read. Belong to @self. */
const char *const *recap_typed_table_get_ignored (const RecapTypedTable *self);

/* Returns: the profile that the table has, or NULL. */
const RecapProfile *recap_typed_table_get_profile (const RecapTypedTable *self);

/* Reads the next record into @form, whose cells are those of the contest in form order. Records
 * without any text, those that the profile leaves out, rows of column numbers and of totals are
 * passed over and counted. What @form holds belongs to @self until the next
 * call; asal is what the table says, else empty.
 *
 * When something in the record cannot be taken, @reject is called once for each bad place and
 * *@ret_taken is FALSE.
 *
 * Returns: TRUE with *@ret_end FALSE for a record, TRUE with *@ret_end TRUE at the end; FALSE with
 *          @error as recap_csv_reader_next(). */
gboolean recap_typed_table_next (RecapTypedTable *self, RecapForm *form, gboolean *ret_taken,
                                 gboolean *ret_end, RecapRejectFunc reject, gpointer data,
                                 GError **error);

/* Returns: the fields of the record just read whose figures and words do not say the same, in the
 * order of the columns, *@ret_n of them; the form has what the figures say. They belong to @self
 * until the next call of recap_typed_table_next(). */
const RecapContradiction *recap_typed_table_get_contradictions (const RecapTypedTable *self,
                                                                guint *ret_n);

/* Returns: the line of the record just read, for messages. */
RecapText recap_typed_table_get_line (const RecapTypedTable *self);

/* Returns: how many records were passed over so far: without any text; left out by the profile. */
guint64 recap_typed_table_get_n_empty (const RecapTypedTable *self);
guint64 recap_typed_table_get_n_left_out (const RecapTypedTable *self);

/* Rows that were passed over: how many, and where the first of them stand. */
typedef struct {
    guint64 n;
    guint64 lines[10];
} RecapTypedPassed;

/* Returns: the rows of totals so far that agree with the records above them, and those about which
 * nothing can be said, because a record above was rejected or because they have no number. */
const RecapTypedPassed *recap_typed_table_get_totals (const RecapTypedTable *self);
const RecapTypedPassed *recap_typed_table_get_unchecked (const RecapTypedTable *self);

G_END_DECLS
