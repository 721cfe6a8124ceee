#include "config.h"

#include "tables.h"

#include <glib/gi18n-lib.h>

#include "error.h"

/* One table while all are merged. */
typedef struct {
    RecapForm form;
    gboolean end;
} Side;

struct _RecapTables {
    RecapSchema *schema;
    GPtrArray *readers;
    Side *sides;   /* NULL until a merge starts */
    Side *current; /* whose form was given last */
    RecapProgressFunc progress;
    gpointer progress_data;
    guint64 n_records;
    RecapTableReader *unsorted; /* the one that ended the last pass with RECAP_ERROR_ORDER */
};

RecapTables *
recap_tables_open (const RecapContests *contests, const char *const *paths, GError **error)
{
    return recap_tables_open_as (contests, paths, NULL, error);
}

RecapTables *
recap_tables_open_as (const RecapContests *contests, const char *const *paths,
                      const char *const *names, GError **error)
{
    static const char *const standard_input[] = { "-", NULL };
    gboolean stdin_used = FALSE;

    g_autoptr (RecapTables) self = g_new0 (RecapTables, 1);
    self->schema = recap_schema_new (contests);
    self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_table_reader_free);
    if (paths == NULL || paths[0] == NULL)
        paths = standard_input;

    for (guint i = 0; paths[i] != NULL; i++) {
        gboolean is_stdin = strcmp (paths[i], "-") == 0;
        if (is_stdin && stdin_used) {
            recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                             _ ("standard input can be read only once"));
            return NULL;
        }
        stdin_used = stdin_used || is_stdin;
        RecapTableReader *reader =
            recap_table_reader_open_as (contests, paths[i], names != NULL ? names[i] : NULL, error);
        if (reader == NULL)
            return NULL;
        g_ptr_array_add (self->readers, reader);
        recap_table_reader_add_fields (reader, self->schema);
    }
    for (guint i = 0; i < self->readers->len; i++)
        recap_table_reader_set_schema (self->readers->pdata[i], self->schema);
    return g_steal_pointer (&self);
}

void
recap_tables_free (RecapTables *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->readers);
    g_free (self->sides);
    recap_schema_free (self->schema);
    g_free (self);
}

void
recap_tables_set_progress (RecapTables *self, RecapProgressFunc progress, gpointer data)
{
    self->progress = progress;
    self->progress_data = data;
}

guint
recap_tables_get_n (const RecapTables *self)
{
    return self->readers->len;
}

RecapTableReader *
recap_tables_get_reader (const RecapTables *self, guint index)
{
    return self->readers->pdata[index];
}

const RecapSchema *
recap_tables_get_schema (const RecapTables *self)
{
    return self->schema;
}

gboolean
recap_tables_next_key (RecapTables *self, guint index, RecapForm *form, gboolean *ret_end,
                       GError **error)
{
    RecapTableReader *reader = self->readers->pdata[index];
    GError *local = NULL;

    if (G_UNLIKELY (++self->n_records % RECAP_PROGRESS_STEP == 0 && self->progress != NULL))
        self->progress (self->n_records, self->progress_data);
    if (recap_table_reader_next_key (reader, form, ret_end, &local))
        return TRUE;
    if (g_error_matches (local, RECAP_ERROR, RECAP_ERROR_ORDER))
        self->unsorted = reader;
    g_propagate_error (error, local);
    return FALSE;
}

gboolean
recap_tables_next (RecapTables *self, guint index, RecapForm *form, gboolean *ret_end,
                   GError **error)
{
    gboolean end;
    if (!recap_tables_next_key (self, index, form, &end, error))
        return FALSE;
    if (!end && !recap_table_reader_parse (self->readers->pdata[index], form, error))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

static gboolean
read_side (RecapTables *self, guint index, GError **error)
{
    return recap_tables_next (self, index, &self->sides[index].form, &self->sides[index].end,
                              error);
}

static gboolean
start_merge (RecapTables *self, GError **error)
{
    self->sides = g_new0 (Side, self->readers->len);
    for (guint i = 0; i < self->readers->len; i++)
        if (!read_side (self, i, error))
            return FALSE;
    return TRUE;
}

/* Sets self->current to the side with the smallest key, NULL at the end. */
static gboolean
choose_side (RecapTables *self, gboolean repeats, GError **error)
{
    self->current = NULL;
    for (guint i = 0; i < self->readers->len; i++) {
        Side *side = &self->sides[i];
        if (side->end)
            continue;
        int order = self->current != NULL
                        ? recap_form_compare (&side->form, &self->current->form, TRUE)
                        : -1;
        if (order == 0 && !repeats)
            return recap_form_set_repeat_error (&side->form, &self->current->form, error);
        if (order < 0)
            self->current = side;
    }
    return TRUE;
}

gboolean
recap_tables_merge (RecapTables *self, gboolean repeats, RecapForm **ret_form, GError **error)
{
    gboolean ok = self->sides == NULL ? start_merge (self, error)
                  : self->current != NULL
                      ? read_side (self, (guint)(self->current - self->sides), error)
                      : TRUE;
    if (!ok || !choose_side (self, repeats, error))
        return FALSE;
    *ret_form = self->current != NULL ? &self->current->form : NULL;
    return TRUE;
}

gboolean
recap_tables_rewind (RecapTables *self, GError **error)
{
    g_clear_pointer (&self->sides, g_free);
    self->current = NULL;
    for (guint i = 0; i < self->readers->len; i++)
        if (!recap_table_reader_rewind (self->readers->pdata[i], error))
            return FALSE;
    return TRUE;
}

gboolean
recap_tables_run (RecapTables *self, RecapPass pass, void (*reset) (gpointer data), gpointer data,
                  GError **error)
{
    /* Most unsorted tables show it at once; the others cost a pass that comes to nothing. */
    for (guint i = 0; i < self->readers->len; i++)
        if (!recap_table_reader_looks_sorted (self->readers->pdata[i]) &&
            !recap_table_reader_hold (self->readers->pdata[i], error))
            return FALSE;

    for (;;) {
        g_autoptr (GError) local = NULL;

        self->unsorted = NULL;
        if (pass (self, data, &local))
            return TRUE;
        if (self->unsorted == NULL) {
            g_propagate_error (error, g_steal_pointer (&local));
            return FALSE;
        }
        if (!recap_table_reader_hold (self->unsorted, error) || !recap_tables_rewind (self, error))
            return FALSE;
        if (reset != NULL)
            reset (data);
    }
}

typedef struct {
    const RecapSchema *schema;
    RecapTable *table;
} Load;

static void
start_load (gpointer data)
{
    Load *load = data;
    g_clear_pointer (&load->table, recap_table_free);
    load->table = recap_table_new (load->schema);
}

static gboolean
load_all (RecapTables *tables, gpointer data, GError **error)
{
    Load *load = data;
    for (guint i = 0; i < tables->readers->len; i++)
        for (;;) {
            RecapForm form;
            gboolean end;
            if (!recap_tables_next (tables, i, &form, &end, error))
                return FALSE;
            if (end)
                break;
            recap_table_add (load->table, &form);
        }
    return TRUE;
}

RecapTable *
recap_tables_load (RecapTables *self, GError **error)
{
    Load load = { self->schema, NULL };

    start_load (&load);
    if (!recap_tables_run (self, load_all, start_load, &load, error)) {
        recap_table_free (load.table);
        return NULL;
    }
    g_autoptr (RecapTable) table = load.table;
    recap_table_sort (table);
    for (guint i = 1; i < recap_table_get_n (table); i++) {
        const RecapForm *form = recap_table_get (table, i);
        const RecapForm *first = recap_table_get (table, i - 1);
        if (recap_form_compare (first, form, TRUE) == 0) {
            recap_form_set_repeat_error (form, first, error);
            return NULL;
        }
    }
    return g_steal_pointer (&table);
}
