#include "config.h"

#include "json-records.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "json.h"

enum {
    COLUMNS_MAX = 1000,
    CELLS_MAX = 64 * 1024 * 1024,
    SHOWN_MAX = 1024, /* bytes of a line that is shown when something in it is wrong */
};

static const char list_heading[] = "daftar";

typedef struct {
    RecapText text;
    guint64 line;
    guint column; /* in the line, from 1 */
    guint index;  /* of the column of the table */
} Cell;

/* A record. Its cells lie together, those of records inside it before them. */
typedef struct {
    guint64 line;
    guint column;
    gsize offset;
    RecapText list; /* that it is in; empty: the outer one */
    guint first, n; /* of the cells */
} Row;

/* An object that is being read, or a list of them. */
typedef struct {
    gboolean is_list;
    RecapText list; /* name of the list */
    guint row;      /* of the object */
    GArray *cells;  /* Cell, of the object so far; else NULL */
} Open;

struct _RecapJsonRecords {
    const char *name;
    RecapJson *json;
    GHashTable *indices; /* heading -> index + 1 */
    GPtrArray *headings;
    GArray *rows;  /* Row */
    GArray *cells; /* Cell */
    GArray *open;  /* Open: a stack, not deeper than the lexer allows */
    gboolean has_lists;
    RecapRecords records;
    guint next; /* row to be given, 0: the headings */
    RecapText *fields;
    guint64 *lines;
    guint *columns;
};

static void
clear_open (gpointer data)
{
    Open *open = data;
    if (open->cells != NULL)
        g_array_unref (open->cells);
}

/* --- reading --- */

static RecapOrigin
locate (const RecapJsonRecords *self, gsize offset)
{
    RecapOrigin origin = { self->name, 0, 0 };
    recap_json_locate (self->json, offset, &origin.line, &origin.column);
    return origin;
}

static gboolean
refuse (const RecapJsonRecords *self, gsize offset, RecapErrorCode code, const char *message,
        GError **error)
{
    RecapOrigin origin = locate (self, offset);
    recap_error_set (error, code, &origin, "%s", message);
    return FALSE;
}

static gboolean
refuse_list (const RecapJsonRecords *self, const RecapJsonToken *token, GError **error)
{
    return refuse (self, token->offset, RECAP_ERROR_SCHEMA,
                   _ ("the document is no list of objects"), error);
}

/* Finds the column @heading, or makes it. */
static gboolean
find_index (RecapJsonRecords *self, const RecapJsonToken *key, guint *ret_index, GError **error)
{
    g_autofree char *heading = g_strndup (key->text.bytes, key->text.size);
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, heading));

    if (index == 0) {
        if (self->headings->len == COLUMNS_MAX)
            return refuse (self, key->offset, RECAP_ERROR_LIMIT,
                           _ ("the objects have more than 1000 members of different names"), error);
        g_ptr_array_add (self->headings, heading);
        index = self->headings->len;
        g_hash_table_insert (self->indices, g_steal_pointer (&heading), GUINT_TO_POINTER (index));
    }
    *ret_index = index - 1;
    return TRUE;
}

static void
open_list (RecapJsonRecords *self, RecapText name)
{
    Open open = { .is_list = TRUE, .list = name };
    self->has_lists = self->has_lists || self->open->len > 0;
    g_array_append_val (self->open, open);
}

static void
open_row (RecapJsonRecords *self, const RecapJsonToken *token, RecapText list)
{
    RecapOrigin origin = locate (self, token->offset);
    Row row = { origin.line, origin.column, token->offset, list, 0, 0 };
    Open open = { .row = self->rows->len, .cells = g_array_new (FALSE, FALSE, sizeof (Cell)) };

    g_array_append_val (self->rows, row);
    g_array_append_val (self->open, open);
}

static void
close_row (RecapJsonRecords *self)
{
    const Open *open = &g_array_index (self->open, Open, self->open->len - 1);
    Row *row = &g_array_index (self->rows, Row, open->row);

    row->first = self->cells->len;
    row->n = open->cells->len;
    g_array_append_vals (self->cells, open->cells->data, open->cells->len);
    g_array_set_size (self->open, self->open->len - 1);
}

static gboolean
add_cell (RecapJsonRecords *self, const RecapJsonToken *key, const RecapJsonToken *value,
          RecapText text, GError **error)
{
    const Open *open = &g_array_index (self->open, Open, self->open->len - 1);
    RecapOrigin origin = locate (self, value->offset);
    Cell cell = { text, origin.line, origin.column, 0 };

    if (!find_index (self, key, &cell.index, error))
        return FALSE;
    g_array_append_val (open->cells, cell);
    return TRUE;
}

/* Reads the rest of a list that is no list of objects; @token is its first value. */
static gboolean
skip_list (RecapJsonRecords *self, RecapJsonToken *token, GError **error)
{
    while (token->type != RECAP_JSON_ARRAY_END)
        if (!recap_json_skip (self->json, token, error) ||
            !recap_json_next (self->json, token, error))
            return FALSE;
    return TRUE;
}

/* A list of objects is one of records inside the record. */
static gboolean
read_list (RecapJsonRecords *self, const RecapJsonToken *key, const RecapJsonToken *list,
           GError **error)
{
    RecapJsonToken token;

    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    if (token.type == RECAP_JSON_OBJECT) {
        open_list (self, key->text);
        open_row (self, &token, key->text);
        return TRUE;
    }
    RecapText text = token.type == RECAP_JSON_ARRAY_END ? RECAP_TEXT_EMPTY : recap_text ("[...]");
    return skip_list (self, &token, error) && add_cell (self, key, list, text, error);
}

static gboolean
read_member (RecapJsonRecords *self, const RecapJsonToken *key, GError **error)
{
    RecapJsonToken value;

    if (!recap_json_next (self->json, &value, error))
        return FALSE;
    switch (value.type) {
    case RECAP_JSON_ARRAY:
        return read_list (self, key, &value, error);
    case RECAP_JSON_OBJECT:
        return recap_json_skip (self->json, &value, error) &&
               add_cell (self, key, &value, recap_text ("{...}"), error);
    case RECAP_JSON_NULL:
        return add_cell (self, key, &value, RECAP_TEXT_EMPTY, error);
    case RECAP_JSON_STRING:
    case RECAP_JSON_NUMBER:
    case RECAP_JSON_TRUE:
    case RECAP_JSON_FALSE:
        return add_cell (self, key, &value, value.text, error);
    case RECAP_JSON_END:
    case RECAP_JSON_OBJECT_END:
    case RECAP_JSON_ARRAY_END:
    case RECAP_JSON_KEY:
        break;
    }
    return refuse_list (self, &value, error);
}

/* Reads one token of what is open. */
static gboolean
read_open (RecapJsonRecords *self, GError **error)
{
    const Open open = g_array_index (self->open, Open, self->open->len - 1);
    RecapJsonToken token;

    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    if (token.type == RECAP_JSON_KEY)
        return read_member (self, &token, error);
    if (token.type == RECAP_JSON_OBJECT_END)
        close_row (self);
    else if (token.type == RECAP_JSON_ARRAY_END)
        g_array_set_size (self->open, self->open->len - 1);
    else if (token.type == RECAP_JSON_OBJECT)
        open_row (self, &token, open.list);
    else
        return refuse_list (self, &token, error);
    return TRUE;
}

static gboolean
read_all (RecapJsonRecords *self, GError **error)
{
    RecapJsonToken token;

    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    if (token.type != RECAP_JSON_ARRAY)
        return refuse_list (self, &token, error);
    open_list (self, RECAP_TEXT_EMPTY);
    while (self->open->len > 0)
        if (!read_open (self, error))
            return FALSE;
    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    if ((guint64)self->rows->len * (self->headings->len + 1) <= CELLS_MAX)
        return TRUE;
    return refuse (self, 0, RECAP_ERROR_LIMIT, _ ("the table has more than 64 million cells"),
                   error);
}

/* --- giving --- */

static guint
n_columns (const RecapJsonRecords *self)
{
    return self->headings->len + (self->has_lists ? 1 : 0);
}

static void
lend_headings (RecapJsonRecords *self)
{
    for (guint i = 0; i < self->headings->len; i++)
        self->fields[i] = recap_text (self->headings->pdata[i]);
    if (self->has_lists)
        self->fields[self->headings->len] = recap_text (list_heading);
}

static void
lend_row (RecapJsonRecords *self, const Row *row)
{
    for (guint i = 0; i < row->n; i++) {
        const Cell *cell = &g_array_index (self->cells, Cell, row->first + i);
        self->fields[cell->index] = cell->text;
        self->lines[cell->index] = cell->line;
        self->columns[cell->index] = cell->column;
    }
    if (self->has_lists)
        self->fields[self->headings->len] = row->list;
}

static gboolean
next_record (gpointer data, RecapRecord *record, gboolean *ret_end, GError **error)
{
    RecapJsonRecords *self = data;
    static const Row heading = { 1, 1, 0, { "", 0 }, 0, 0 };
    (void)error;

    *ret_end = self->next > self->rows->len;
    if (*ret_end)
        return TRUE;
    const Row *row = self->next == 0 ? &heading : &g_array_index (self->rows, Row, self->next - 1);
    for (guint i = 0; i < n_columns (self); i++) {
        self->fields[i] = RECAP_TEXT_EMPTY;
        self->lines[i] = row->line;
        self->columns[i] = row->column;
    }
    if (self->next++ == 0)
        lend_headings (self);
    else
        lend_row (self, row);
    RecapText line = recap_json_line (self->json, row->offset);
    *record = (RecapRecord){
        .n_fields = n_columns (self),
        .fields = self->fields,
        .lines = self->lines,
        .columns = self->columns,
        .line = row->line,
        .bytes = line.size <= SHOWN_MAX ? line : RECAP_TEXT_EMPTY,
    };
    return TRUE;
}

static gboolean
rewind_records (gpointer data, GError **error)
{
    RecapJsonRecords *self = data;
    (void)error;
    self->next = 0;
    return TRUE;
}

/* --- life --- */

GStrv
recap_json_records_look (const char *name, const char *bytes, gsize size)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

    g_autoptr (RecapJson) json = recap_json_new ();
    g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
    RecapJsonToken token;

    recap_json_start (json, name, bytes, size);
    if (!recap_json_next (json, &token, NULL) || token.type != RECAP_JSON_ARRAY ||
        !recap_json_next (json, &token, NULL) || token.type != RECAP_JSON_OBJECT)
        return NULL;
    while (recap_json_next (json, &token, NULL) && token.type == RECAP_JSON_KEY) {
        g_autofree char *key = g_strndup (token.text.bytes, token.text.size);
        g_strv_builder_add (names, key);
        if (!recap_json_next (json, &token, NULL) || !recap_json_skip (json, &token, NULL))
            return NULL;
    }
    return g_strv_builder_end (names);
}

RecapJsonRecords *
recap_json_records_new (const char *name, const char *bytes, gsize size, GError **error)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

    g_autoptr (RecapJsonRecords) self = g_new0 (RecapJsonRecords, 1);
    self->name = name;
    self->json = recap_json_new ();
    self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->headings = g_ptr_array_new ();
    self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
    self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
    self->open = g_array_new (FALSE, FALSE, sizeof (Open));
    g_array_set_clear_func (self->open, clear_open);
    recap_json_start (self->json, name, bytes, size);
    if (!read_all (self, error))
        return NULL;
    self->fields = g_new0 (RecapText, n_columns (self) + 1);
    self->lines = g_new0 (guint64, n_columns (self) + 1);
    self->columns = g_new0 (guint, n_columns (self) + 1);
    self->records = (RecapRecords){ next_record, rewind_records, NULL, name, self };
    return g_steal_pointer (&self);
}

void
recap_json_records_free (RecapJsonRecords *self)
{
    if (self == NULL)
        return;
    recap_json_free (self->json);
    g_hash_table_unref (self->indices);
    g_ptr_array_unref (self->headings);
    g_array_unref (self->rows);
    g_array_unref (self->cells);
    g_array_unref (self->open);
    g_free (self->fields);
    g_free (self->lines);
    g_free (self->columns);
    g_free (self);
}

const RecapRecords *
recap_json_records_get (RecapJsonRecords *self)
{
    return &self->records;
}
