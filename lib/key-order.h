/* The order of the records of a table that is held in memory. Private to the table reader. */
#pragma once

#include <glib.h>

#include "form.h"
#include "record-reader.h"

G_BEGIN_DECLS

typedef struct _RecapKeyOrder RecapKeyOrder;

/* Returns: an empty order owned by the caller. */
RecapKeyOrder *recap_key_order_new (void);
void recap_key_order_free (RecapKeyOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapKeyOrder, recap_key_order_free)

/* Adds the record at @place with the keys of @form.
 *
 * Returns: FALSE when there are more than 65,535 different contests or sources. */
gboolean recap_key_order_add (RecapKeyOrder *self, const RecapForm *form, RecapRecordPlace place);

/* Sorts by (kontes, kode, sumber), bytewise; equal keys stay in the order of their lines. Nothing
 * may be added afterwards. */
void recap_key_order_sort (RecapKeyOrder *self);

/* Returns: the number of records; recap_key_order_get() gives the place of one of them, from 0. */
guint recap_key_order_get_n (const RecapKeyOrder *self);
RecapRecordPlace recap_key_order_get (const RecapKeyOrder *self, guint index);

G_END_DECLS
