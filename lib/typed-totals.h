/* The sums of the records of a typed table, against which its rows of totals are checked. */
#pragma once

#include <glib.h>

#include "count.h"
#include "csv-reader.h"
#include "typed-cell.h"

G_BEGIN_DECLS

typedef struct _RecapTypedTotals RecapTypedTotals;

/* Begins the sums of a table with @columns (of RecapTypedColumn, borrowed), whose records have
 * @n_fields cells and whose numbers are written as @numbers says.
 *
 * Returns: owned by the caller. */
RecapTypedTotals *recap_typed_totals_new (const GArray *columns, guint n_fields,
                                          RecapNumbers numbers);
void recap_typed_totals_free (RecapTypedTotals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapTypedTotals, recap_typed_totals_free)

/* Adds the cells of a record; what is no number adds nothing. */
void recap_typed_totals_add (RecapTypedTotals *self, const RecapCell *cells);

/* Returns: whether @record calls itself a row of totals ('JUMLAH', 'Total') and has no code of a
 * region. */
gboolean recap_typed_totals_is_named (const RecapTypedTotals *self, const RecapRecord *record);

/* What a record is as a row of totals. */
typedef enum {
    RECAP_TYPED_TOTAL_NONE,   /* it is none */
    RECAP_TYPED_TOTAL_EMPTY,  /* one without numbers */
    RECAP_TYPED_TOTAL_AGREES, /* its numbers are the sums */
    RECAP_TYPED_TOTAL_WRONG,
} RecapTypedTotalKind;

/* The first number that is not the sum. */
typedef struct {
    guint column; /* index */
    gint64 sum;   /* that it should be */
    guint64 n;    /* of so many records */
} RecapTypedWrong;

/* Compares @record with the sums of all records before it, and of those since the last row of
 * totals; whichever is nearer counts. A record that is not @named as one is a row of totals only
 * when it agrees, with two records at least. Behind a row of totals the next section begins.
 *
 * Returns: what it is; *@ret_wrong is written when it is wrong. */
RecapTypedTotalKind recap_typed_totals_check (RecapTypedTotals *self, const RecapRecord *record,
                                              gboolean named, RecapTypedWrong *ret_wrong);

G_END_DECLS
