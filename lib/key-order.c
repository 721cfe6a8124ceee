#include "config.h"

#include "key-order.h"

/* One record, with enough of its key to sort by without looking at it again. */
typedef struct {
    guint64 kode_1, kode_2; /* the first 16 bytes of the code, big-endian */
    const char *long_kode;  /* the whole code when it is longer, else NULL */
    gsize offset;
    guint64 line;
    guint32 size;
    guint16 kontes; /* number, later rank, among the contests of the table */
    guint16 sumber; /* likewise among its sources */
} Entry;

/* The few different values of a column: numbered as they come, ranked at the end. */
typedef struct {
    GPtrArray *values;   /* char * */
    GHashTable *numbers; /* char * -> number + 1 */
} Values;

struct _RecapKeyOrder {
    GArray *entries; /* Entry */
    GStringChunk *long_kodes;
    Values kontes;
    Values sumber;
};

static void
values_init (Values *self)
{
    self->values = g_ptr_array_new_with_free_func (g_free);
    self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
values_clear (Values *self)
{
    g_hash_table_unref (self->numbers);
    g_ptr_array_unref (self->values);
}

/* Returns: the number of @text, or G_MAXUINT when there are too many different ones. */
static guint
values_number (Values *self, RecapText text)
{
    g_autofree char *value = g_strndup (text.bytes, text.size);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, value));

    if (number > 0)
        return number - 1;
    if (self->values->len == G_MAXUINT16)
        return G_MAXUINT;
    g_ptr_array_add (self->values, value);
    g_hash_table_insert (self->numbers, value, GUINT_TO_POINTER (self->values->len));
    g_steal_pointer (&value);
    return self->values->len - 1;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: the bytewise rank of each numbered value, owned by the caller. */
static guint16 *
values_ranks (const Values *self)
{
    guint16 *ranks = g_new (guint16, MAX (self->values->len, 1));
    g_autoptr (GPtrArray) sorted = g_ptr_array_new (); /* borrows the values */

    g_ptr_array_extend (sorted, self->values, NULL, NULL);
    g_ptr_array_sort (sorted, compare_strings);
    for (guint rank = 0; rank < sorted->len; rank++)
        ranks[GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, sorted->pdata[rank])) - 1] =
            (guint16)rank;
    return ranks;
}

static guint64
eight_bytes (RecapText text, gsize offset)
{
    guint64 word = 0;
    if (text.size > offset)
        memcpy (&word, text.bytes + offset, MIN (text.size - offset, 8));
    return GUINT64_FROM_BE (word);
}

RecapKeyOrder *
recap_key_order_new (void)
{
    RecapKeyOrder *self = g_new0 (RecapKeyOrder, 1);
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->long_kodes = g_string_chunk_new (4096);
    values_init (&self->kontes);
    values_init (&self->sumber);
    return self;
}

void
recap_key_order_free (RecapKeyOrder *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->entries);
    g_string_chunk_free (self->long_kodes);
    values_clear (&self->kontes);
    values_clear (&self->sumber);
    g_free (self);
}

gboolean
recap_key_order_add (RecapKeyOrder *self, const RecapForm *form, RecapRecordPlace place)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    guint kontes = values_number (&self->kontes, form->keys[RECAP_KEY_KONTES]);
    guint sumber = values_number (&self->sumber, form->keys[RECAP_KEY_SUMBER]);

    if (kontes == G_MAXUINT || sumber == G_MAXUINT)
        return FALSE;
    Entry entry = {
        .kode_1 = eight_bytes (kode, 0),
        .kode_2 = eight_bytes (kode, 8),
        .offset = place.offset,
        .line = place.line,
        .size = place.size,
        .kontes = (guint16)kontes,
        .sumber = (guint16)sumber,
    };
    if (kode.size > 16)
        entry.long_kode =
            g_string_chunk_insert_len (self->long_kodes, kode.bytes, (gssize)kode.size);
    g_array_append_val (self->entries, entry);
    return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
    const Entry *x = a;
    const Entry *y = b;
    if (x->kontes != y->kontes)
        return x->kontes < y->kontes ? -1 : 1;
    if (x->kode_1 != y->kode_1)
        return x->kode_1 < y->kode_1 ? -1 : 1;
    if (x->kode_2 != y->kode_2)
        return x->kode_2 < y->kode_2 ? -1 : 1;
    int order = g_strcmp0 (x->long_kode, y->long_kode); /* NULL comes first, as it must */
    if (order != 0)
        return order;
    if (x->sumber != y->sumber)
        return x->sumber < y->sumber ? -1 : 1;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

void
recap_key_order_sort (RecapKeyOrder *self)
{
    g_autofree guint16 *kontes = values_ranks (&self->kontes);
    g_autofree guint16 *sumber = values_ranks (&self->sumber);

    for (guint i = 0; i < self->entries->len; i++) {
        Entry *entry = &g_array_index (self->entries, Entry, i);
        entry->kontes = kontes[entry->kontes];
        entry->sumber = sumber[entry->sumber];
    }
    g_array_sort (self->entries, compare_entries);
}

guint
recap_key_order_get_n (const RecapKeyOrder *self)
{
    return self->entries->len;
}

RecapRecordPlace
recap_key_order_get (const RecapKeyOrder *self, guint index)
{
    const Entry *entry = &g_array_index (self->entries, Entry, index);
    return (RecapRecordPlace){ entry->offset, entry->line, entry->size };
}
