#include "config.h"

#include "table-reader.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "key-order.h"
#include "record-reader.h"
#include "region.h"
#include "source.h"

/* Records of a sorted table that are fetched before they are needed. */
enum { HELD_AHEAD = 8 };

/* Where a column of the table goes. */
typedef enum { TARGET_KEY, TARGET_TALLY, TARGET_FIELD, TARGET_COUNT } TargetKind;

typedef struct {
    TargetKind kind;
    guint index; /* of the key, the tally, or the field in the schema */
    char *name;  /* of the column */
} Target;

/* A column of the table and the key, tally or field of the schema that it holds. */
typedef struct {
    guint column;
    guint index;
} Column;

/* A run of columns that two tables have side by side in the same order. */
typedef struct {
    guint mine;
    guint other;
    guint n;
} Run;

struct _RecapTableReader {
    const RecapContests *contests;
    RecapSource *source;
    RecapRecordReader *records;
    const RecapRecordView *view; /* of the current record */

    GArray *targets; /* Target, one per column of the table */
    const RecapSchema *schema;
    GArray *keys;    /* Column, those that hold texts */
    GArray *extras;  /* Column, those that hold tallies and counts */
    GArray *cells;   /* Column, those that hold fields */
    GArray *foreign; /* Column, those of @cells that @contest does not have */
    gboolean has_key[RECAP_N_KEYS];
    gboolean has_tally[RECAP_N_TALLIES];
    RecapCell *values; /* of the current form */
    RecapCell *counts; /* likewise, of its columns n_<field>; NULL: there are none */

    /* What was read before: for the order, and to look up a contest only once. */
    GString *last_key; /* the three texts one after the other */
    gsize last_sizes[3];
    guint64 last_line;
    char *contest_code;
    const RecapContest *contest;
    gboolean repeats;

    /* Runs of columns shared with another reader, see recap_table_reader_copies(). */
    const RecapTableReader *runs_with;
    GArray *runs; /* Run; NULL: this table has fields that the other has not */

    /* When the table had to be sorted. */
    RecapKeyOrder *order; /* else NULL */
    guint next_held;
    guint kept_held; /* see recap_table_reader_keep() */
};

/* Returns: the text of @column; what the record ends with is no part of it. */
static RecapText
field_text (const RecapTableReader *self, guint column)
{
    RecapText text = recap_record_field (self->view, column);
    if (column == self->view->n_fields - 1 && self->view->quoted == NULL && text.size > 0 &&
        text.bytes[text.size - 1] == '\r')
        text.size--;
    return text;
}

/* ---- errors ---- */

static gboolean
set_column_error (const RecapTableReader *self, RecapErrorCode code, guint column,
                  const char *message, GError **error)
{
    RecapText text = field_text (self, column);
    return recap_record_reader_set_error (
        self->records, code, recap_record_offset (self->view, column),
        recap_text_characters (text.bytes, text.size), message, error);
}

static gboolean
set_record_error (const RecapTableReader *self, RecapErrorCode code, const char *message,
                  GError **error)
{
    return recap_record_reader_set_error (self->records, code, 0, 1, message, error);
}

static gboolean
set_cell_error (const RecapTableReader *self, guint column, GError **error)
{
    RecapText text = field_text (self, column);
    const Target *target = &g_array_index (self->targets, Target, column);
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *why = recap_cell_explain (text);
    g_autofree char *message = g_strdup_printf (_ ("count '%s' is not a number (field %u, \"%s\")"),
                                                shown, column + 1, target->name);

    set_column_error (self, RECAP_ERROR_SYNTAX, column, message, error);
    if (why != NULL)
        recap_error_set_hint (error, "%s", why);
    return FALSE;
}

/* ---- header ---- */

static void
target_clear (gpointer data)
{
    g_free (((Target *)data)->name);
}

/* Returns: what the column @name is for, or FALSE when nobody knows. */
static gboolean
find_target (const RecapTableReader *self, RecapText name, Target *ret_target)
{
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        if (recap_text_equal_string (name, recap_key_name (i))) {
            *ret_target = (Target){ TARGET_KEY, i, NULL };
            return TRUE;
        }
    for (guint i = 0; i < RECAP_N_TALLIES; i++)
        if (recap_text_equal_string (name, recap_tally_name (i))) {
            *ret_target = (Target){ TARGET_TALLY, i, NULL };
            return TRUE;
        }
    /* 'n_<field>' of recap-sum --counts: how many TPS a sum has; not a field of a form. */
    gboolean prefixed = name.size > 2 && memcmp (name.bytes, "n_", 2) == 0;
    RecapText rest = prefixed ? (RecapText){ name.bytes + 2, name.size - 2 } : RECAP_TEXT_EMPTY;
    gboolean counted = prefixed && recap_contests_find_box (self->contests, rest) >= 0;
    *ret_target = (Target){ counted ? TARGET_COUNT : TARGET_FIELD, 0, NULL };
    return counted || recap_contests_find_box (self->contests, name) >= 0;
}

static gboolean
add_column (RecapTableReader *self, guint column, GError **error)
{
    RecapText name = field_text (self, column);
    g_autofree char *shown = recap_text_display (name.bytes, name.size);
    Target target;

    for (guint i = 0; i < self->targets->len; i++)
        if (recap_text_equal_string (name, g_array_index (self->targets, Target, i).name)) {
            g_autofree char *message = g_strdup_printf (
                _ ("column '%s' is there twice (fields %u and %u)"), shown, i + 1, column + 1);
            return set_column_error (self, RECAP_ERROR_SCHEMA, column, message, error);
        }
    if (!find_target (self, name, &target)) {
        g_autofree char *message =
            g_strdup_printf (_ ("no contest has a field '%s' (field %u)"), shown, column + 1);
        set_column_error (self, RECAP_ERROR_SCHEMA, column, message, error);
        recap_error_set_hint (error, _ ("read a table of foreign columns with recap-import first"));
        return FALSE;
    }
    target.name = g_strndup (name.bytes, name.size);
    g_array_append_val (self->targets, target);
    if (target.kind == TARGET_KEY)
        self->has_key[target.index] = TRUE;
    if (target.kind == TARGET_TALLY)
        self->has_tally[target.index] = TRUE;
    return TRUE;
}

static gboolean
read_header (RecapTableReader *self, GError **error)
{
    gboolean end;
    if (!recap_record_reader_next (self->records, &end, error))
        return FALSE;
    if (end) {
        RecapOrigin origin = { recap_source_get_name (self->source), 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table is empty"));
        recap_error_set_hint (error, _ ("even a table without forms begins with the column names"));
        return FALSE;
    }
    if (self->view->n_fields > RECAP_COLUMNS_MAX) {
        g_autofree char *message = g_strdup_printf (_ ("%u columns are more than %d"),
                                                    self->view->n_fields, RECAP_COLUMNS_MAX);
        return set_record_error (self, RECAP_ERROR_LIMIT, message, error);
    }
    for (guint i = 0; i < self->view->n_fields; i++)
        if (!add_column (self, i, error))
            return FALSE;
    for (RecapKey key = RECAP_KEY_KONTES; key <= RECAP_KEY_SUMBER; key++)
        if (!self->has_key[key]) {
            g_autofree char *message =
                g_strdup_printf (_ ("the table has no column '%s'"), recap_key_name (key));
            set_record_error (self, RECAP_ERROR_SCHEMA, message, error);
            recap_error_set_hint (error, _ ("recap-import makes a recap table of other files"));
            return FALSE;
        }
    return TRUE;
}

RecapTableReader *
recap_table_reader_open (const RecapContests *contests, const char *path, GError **error)
{
    return recap_table_reader_open_as (contests, path, NULL, error);
}

RecapTableReader *
recap_table_reader_open_as (const RecapContests *contests, const char *path, const char *name,
                            GError **error)
{
    g_return_val_if_fail (contests != NULL && path != NULL, NULL);

    g_autoptr (RecapTableReader) self = g_new0 (RecapTableReader, 1);
    self->contests = contests;
    self->targets = g_array_new (FALSE, TRUE, sizeof (Target));
    g_array_set_clear_func (self->targets, target_clear);
    self->keys = g_array_new (FALSE, FALSE, sizeof (Column));
    self->extras = g_array_new (FALSE, FALSE, sizeof (Column));
    self->cells = g_array_new (FALSE, FALSE, sizeof (Column));
    self->foreign = g_array_new (FALSE, FALSE, sizeof (Column));
    self->last_key = g_string_new (NULL);
    self->source = recap_source_open_as (path, name, error);
    if (self->source == NULL)
        return NULL;
    self->records = recap_record_reader_new (self->source);
    self->view = recap_record_reader_view (self->records);
    if (!read_header (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_table_reader_free (RecapTableReader *self)
{
    if (self == NULL)
        return;
    recap_key_order_free (self->order);
    recap_record_reader_free (self->records);
    recap_source_free (self->source);
    g_array_unref (self->targets);
    g_array_unref (self->keys);
    g_array_unref (self->extras);
    g_array_unref (self->cells);
    g_array_unref (self->foreign);
    if (self->runs != NULL)
        g_array_unref (self->runs);
    g_string_free (self->last_key, TRUE);
    g_free (self->contest_code);
    g_free (self->values);
    g_free (self->counts);
    g_free (self);
}

const char *
recap_table_reader_get_name (const RecapTableReader *self)
{
    return recap_source_get_name (self->source);
}

void
recap_table_reader_add_fields (const RecapTableReader *self, RecapSchema *schema)
{
    for (guint i = 0; i < self->targets->len; i++) {
        const Target *target = &g_array_index (self->targets, Target, i);
        if (target->kind == TARGET_FIELD)
            recap_schema_add (schema, recap_text (target->name));
        else if (target->kind == TARGET_COUNT)
            recap_schema_add (schema, recap_text (target->name + 2));
    }
}

/* Returns: the list of columns that those of @kind belong to. */
static GArray *
columns_of (RecapTableReader *self, TargetKind kind)
{
    switch (kind) {
    case TARGET_KEY:
        return self->keys;
    case TARGET_TALLY:
    case TARGET_COUNT:
        return self->extras;
    case TARGET_FIELD:
        return self->cells;
    }
    g_return_val_if_reached (NULL);
}

void
recap_table_reader_set_schema (RecapTableReader *self, const RecapSchema *schema)
{
    guint n = recap_schema_get_n (schema);

    self->schema = schema;
    self->values = g_renew (RecapCell, self->values, MAX (n, 1));
    for (guint i = 0; i < self->targets->len; i++) {
        Target *target = &g_array_index (self->targets, Target, i);
        const char *field = target->kind == TARGET_COUNT ? target->name + 2 : target->name;
        if (target->kind == TARGET_FIELD || target->kind == TARGET_COUNT) {
            int index = recap_schema_find (schema, recap_text (field));
            g_assert (index >= 0);
            target->index = (guint)index;
        }
        if (target->kind == TARGET_COUNT)
            self->counts = g_renew (RecapCell, self->counts, n);
        Column column = { i, target->index };
        g_array_append_val (columns_of (self, target->kind), column);
    }
    for (guint i = 0; i < n; i++) {
        self->values[i] = RECAP_CELL_NOT_CARRIED;
        if (self->counts != NULL)
            self->counts[i] = RECAP_CELL_NOT_CARRIED;
    }
}

gboolean
recap_table_reader_has_key (const RecapTableReader *self, RecapKey key)
{
    return self->has_key[key];
}

gboolean
recap_table_reader_has_tally (const RecapTableReader *self, RecapTally tally)
{
    return self->has_tally[tally];
}

gboolean
recap_table_reader_has_field (const RecapTableReader *self, guint index)
{
    for (guint i = 0; i < self->cells->len; i++)
        if (g_array_index (self->cells, Column, i).index == index)
            return TRUE;
    return FALSE;
}

/* ---- cells ---- */

/* Reads one cell; the last column may end in CR. */
static inline __attribute__ ((always_inline)) gboolean
parse_cell (const RecapTableReader *self, guint column, RecapCell *ret_cell)
{
    RecapText text = recap_record_field (self->view, column);

    if (G_LIKELY (text.size - 1 < 8 && self->view->quoted == NULL)) {
        gint64 count = recap_count_parse_padded (text);
        if (G_LIKELY (count >= 0)) {
            *ret_cell = count;
            return TRUE;
        }
    }
    return recap_cell_parse (field_text (self, column), ret_cell);
}

/* Columns of other contests are in the table for their rows only. */
static gboolean
clear_foreign (RecapTableReader *self, GError **error)
{
    for (guint i = 0; i < self->foreign->len; i++) {
        const Column *column = &g_array_index (self->foreign, Column, i);
        RecapCell *cell = &self->values[column->index];
        if (*cell != RECAP_CELL_BLANK) {
            g_autofree char *message =
                g_strdup_printf (_ ("contest '%s' has no field '%s'"), self->contest_code,
                                 g_array_index (self->targets, Target, column->column).name);
            return set_column_error (self, RECAP_ERROR_SCHEMA, column->column, message, error);
        }
        *cell = RECAP_CELL_NOT_CARRIED;
    }
    return TRUE;
}

gboolean
recap_table_reader_parse (RecapTableReader *self, RecapForm *form, GError **error)
{
    const Column *columns = (const Column *)(const void *)self->cells->data;
    guint n = self->cells->len;
    RecapCell *values = self->values;

    for (guint i = 0; i < n; i++)
        if (G_UNLIKELY (!parse_cell (self, columns[i].column, &values[columns[i].index])))
            return set_cell_error (self, columns[i].column, error);
    if (self->foreign->len > 0 && !clear_foreign (self, error))
        return FALSE;
    form->cells = values;
    return TRUE;
}

/* ---- keys ---- */

/* The contest of the record; columns that it does not have must be empty. */
static gboolean
set_contest (RecapTableReader *self, RecapText code, guint column, GError **error)
{
    const RecapContest *contest = recap_contests_find (self->contests, code);
    if (contest == NULL) {
        g_autofree char *shown = recap_text_display (code.bytes, code.size);
        g_autofree char *message = g_strdup_printf (_ ("unknown contest '%s'"), shown);
        return set_column_error (self, RECAP_ERROR_SCHEMA, column, message, error);
    }
    self->contest = contest;
    g_free (self->contest_code);
    self->contest_code = g_strndup (code.bytes, code.size);
    g_array_set_size (self->foreign, 0);
    for (guint i = 0; i < self->cells->len; i++) {
        Column cell = g_array_index (self->cells, Column, i);
        if (recap_schema_get_field (self->schema, contest, cell.index) == NULL)
            g_array_append_val (self->foreign, cell);
    }
    return TRUE;
}

static gboolean
set_width_error (const RecapTableReader *self, GError **error)
{
    g_autofree char *message = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "the record has %u field, but the header names %u",
                     "the record has %u fields, but the header names %u", self->view->n_fields),
        self->view->n_fields, self->targets->len);
    return set_record_error (self, RECAP_ERROR_SCHEMA, message, error);
}

/* A text without the guard against formulas. */
static RecapText
key_text (const RecapTableReader *self, guint column)
{
    RecapText text = field_text (self, column);
    if (G_UNLIKELY (text.size > 1 && text.bytes[0] == '\'' && recap_text_is_formula (text)))
        text = (RecapText){ text.bytes + 1, text.size - 1 };
    return text;
}

/* Returns: the column of the table that holds @key, which it has. */
static guint
column_of_key (const RecapTableReader *self, RecapKey key)
{
    guint i = 0;
    while (g_array_index (self->keys, Column, i).index != key)
        i++;
    return g_array_index (self->keys, Column, i).column;
}

/* A code that is not of digits is taken as it is, unless a spreadsheet has destroyed it. */
static gboolean
check_code (const RecapTableReader *self, RecapText kode, GError **error)
{
    const char *hint = NULL;
    const char *fault = recap_region_code_fault (kode, &hint);
    if (fault == NULL)
        return TRUE;

    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
    g_autofree char *message =
        kode.size > 0 ? g_strdup_printf ("%s: '%s'", fault, shown) : g_strdup (fault);
    set_column_error (self, RECAP_ERROR_SCHEMA, column_of_key (self, RECAP_KEY_KODE), message,
                      error);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    return FALSE;
}

static gboolean
parse_extras (RecapTableReader *self, RecapForm *form, GError **error)
{
    for (guint i = 0; i < RECAP_N_TALLIES; i++)
        form->tallies[i] = RECAP_CELL_NOT_CARRIED;
    for (guint i = 0; i < self->extras->len; i++) {
        const Column *extra = &g_array_index (self->extras, Column, i);
        const Target *target = &g_array_index (self->targets, Target, extra->column);
        RecapCell *cells = target->kind == TARGET_TALLY ? form->tallies : self->counts;
        if (!parse_cell (self, extra->column, &cells[extra->index]))
            return set_cell_error (self, extra->column, error);
    }
    form->counts = self->counts;
    return TRUE;
}

static gboolean
parse_keys (RecapTableReader *self, RecapForm *form, GError **error)
{
    const Column *columns = &g_array_index (self->keys, Column, 0);

    if (G_UNLIKELY (self->view->n_fields != self->targets->len))
        return set_width_error (self, error);
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form->keys[i] = RECAP_TEXT_EMPTY;
    for (guint i = 0; i < self->keys->len; i++)
        form->keys[columns[i].index] = key_text (self, columns[i].column);
    if (G_UNLIKELY (recap_region_level (form->keys[RECAP_KEY_KODE]) == RECAP_LEVEL_OPAQUE) &&
        !check_code (self, form->keys[RECAP_KEY_KODE], error))
        return FALSE;
    if (self->contest == NULL ||
        !recap_text_equal_string (form->keys[RECAP_KEY_KONTES], self->contest_code))
        if (!set_contest (self, form->keys[RECAP_KEY_KONTES],
                          column_of_key (self, RECAP_KEY_KONTES), error))
            return FALSE;
    form->cells = NULL;
    form->contest = self->contest;
    form->file = recap_source_get_name (self->source);
    form->line = self->view->line;
    return parse_extras (self, form, error);
}

static int
compare_with_last (const RecapTableReader *self, const RecapForm *form)
{
    const char *last = self->last_key->str;
    for (guint i = 0; i < 3; i++) {
        RecapText before = { last, self->last_sizes[i] };
        int order = recap_text_compare (form->keys[i], before);
        if (order != 0)
            return order;
        last += self->last_sizes[i];
    }
    return 0;
}

static gboolean
check_order (RecapTableReader *self, const RecapForm *form, GError **error)
{
    int order = self->last_line > 0 ? compare_with_last (self, form) : 1;

    if (order < 0) {
        RecapOrigin origin = { form->file, form->line, 0 };
        g_assert (self->order == NULL);
        recap_error_set (error, RECAP_ERROR_ORDER, &origin, _ ("the table is not sorted"));
        return FALSE;
    }
    if (order == 0 && !self->repeats) {
        RecapForm first = *form;
        first.line = self->last_line;
        return recap_form_set_repeat_error (form, &first, error);
    }
    g_string_truncate (self->last_key, 0);
    for (guint i = 0; i < 3; i++) {
        recap_text_append (form->keys[i], self->last_key);
        self->last_sizes[i] = form->keys[i].size;
    }
    self->last_line = form->line;
    return TRUE;
}

/* ---- tables that had to be sorted ---- */

static gboolean
order_records (RecapTableReader *self, RecapKeyOrder *order, GError **error)
{
    gboolean end;
    RecapForm form;

    if (!recap_record_reader_next (self->records, &end, error)) /* the header */
        return FALSE;
    for (;;) {
        if (!recap_record_reader_next (self->records, &end, error))
            return FALSE;
        if (end)
            return TRUE;
        if (!parse_keys (self, &form, error))
            return FALSE;
        if (!recap_key_order_add (order, &form, recap_record_reader_tell (self->records)))
            return set_record_error (self, RECAP_ERROR_LIMIT,
                                     _ ("more than 65,535 different sources"), error);
    }
}

gboolean
recap_table_reader_hold (RecapTableReader *self, GError **error)
{
    g_return_val_if_fail (self != NULL && self->order == NULL && self->schema != NULL, FALSE);

    g_autoptr (RecapKeyOrder) order = recap_key_order_new ();
    if (!recap_record_reader_hold (self->records, error) || !order_records (self, order, error))
        return FALSE;
    recap_key_order_sort (order);
    self->order = g_steal_pointer (&order);
    self->last_line = 0;
    self->next_held = 0;
    return TRUE;
}

/* Reads the next record of a table that had to be sorted. */
static gboolean
next_held (RecapTableReader *self, gboolean *ret_end, GError **error)
{
    guint n = recap_key_order_get_n (self->order);

    *ret_end = self->next_held == n;
    if (*ret_end)
        return TRUE;
    /* The records lie anywhere in memory: one of the next is asked for in time. */
    if (self->next_held + HELD_AHEAD < n) {
        RecapRecordPlace ahead = recap_key_order_get (self->order, self->next_held + HELD_AHEAD);
        recap_record_reader_prefetch (self->records, &ahead);
    }
    RecapRecordPlace place = recap_key_order_get (self->order, self->next_held++);
    return recap_record_reader_read_at (self->records, &place, error);
}

gboolean
recap_table_reader_rewind (RecapTableReader *self, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    gboolean end;
    self->last_line = 0;
    self->next_held = 0;
    if (self->order != NULL)
        return TRUE;
    return recap_record_reader_rewind (self->records, error) &&
           recap_record_reader_next (self->records, &end, error); /* the header again */
}

/* ---- forms that are read again ---- */

void
recap_table_reader_keep (RecapTableReader *self)
{
    if (self->order != NULL)
        self->kept_held = self->next_held - 1;
    else
        recap_record_reader_keep (self->records);
}

/* Makes @part a reader of its own that shares with @self what no reading changes. */
static void
start_part (RecapTableReader *part, const RecapTableReader *self, RecapRecordReader *records)
{
    gsize size = MAX (recap_schema_get_n (self->schema), 1) * sizeof *self->values;

    *part = *self;
    part->records = records;
    part->view = recap_record_reader_view (records);
    part->values = g_memdup2 (self->values, size);
    part->counts = self->counts != NULL ? g_memdup2 (self->counts, size) : NULL;
    part->foreign = g_array_new (FALSE, FALSE, sizeof (Column));
    part->contest = NULL;
    part->contest_code = NULL;
    part->next_held = self->kept_held;
}

static gboolean
replay_forms (RecapTableReader *part, guint end_held, RecapFormFunc func, gpointer data,
              GError **error)
{
    while (part->order == NULL || part->next_held < end_held) {
        RecapForm form;
        gboolean end;
        if (!(part->order != NULL ? next_held (part, &end, error)
                                  : recap_record_reader_next (part->records, &end, error)))
            return FALSE;
        if (end)
            return TRUE;
        for (guint i = 0; i < recap_schema_get_n (part->schema); i++)
            part->values[i] = RECAP_CELL_NOT_CARRIED;
        if (!parse_keys (part, &form, error) || !recap_table_reader_parse (part, &form, error))
            return FALSE;
        func (&form, data);
    }
    return TRUE;
}

gboolean
recap_table_reader_replay (const RecapTableReader *self, RecapFormFunc func, gpointer data,
                           GError **error)
{
    g_autoptr (RecapRecordReader) records = recap_record_reader_new_kept (self->records);
    RecapTableReader part;

    if (records == NULL)
        return TRUE;
    start_part (&part, self, records);
    gboolean ok = replay_forms (&part, self->next_held, func, data, error);
    g_free (part.values);
    g_free (part.counts);
    g_array_unref (part.foreign);
    g_free (part.contest_code);
    return ok;
}

/* ---- forms ---- */

gboolean
recap_table_reader_looks_sorted (RecapTableReader *self)
{
    g_return_val_if_fail (self != NULL && self->schema != NULL && self->last_line == 0, TRUE);

    gboolean sorted = TRUE;
    RecapForm form;

    recap_record_reader_mark (self->records);
    while (sorted && self->order == NULL) {
        g_autoptr (GError) error = NULL;
        gboolean end;
        /* Whatever else is wrong is for the pass to say. */
        if (!recap_record_reader_peek (self->records, &end, &error) || end ||
            !parse_keys (self, &form, &error))
            break;
        if (!check_order (self, &form, &error))
            sorted = !g_error_matches (error, RECAP_ERROR, RECAP_ERROR_ORDER);
    }
    recap_record_reader_return (self->records);
    self->last_line = 0;
    return sorted;
}

void
recap_table_reader_set_repeats (RecapTableReader *self, gboolean allowed)
{
    self->repeats = allowed;
}

gboolean
recap_table_reader_next_key (RecapTableReader *self, RecapForm *form, gboolean *ret_end,
                             GError **error)
{
    g_return_val_if_fail (self != NULL && self->schema != NULL, FALSE);

    gboolean end;
    if (!(self->order != NULL ? next_held (self, &end, error)
                              : recap_record_reader_next (self->records, &end, error)))
        return FALSE;
    if (!end && (!parse_keys (self, form, error) || !check_order (self, form, error)))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

gboolean
recap_table_reader_next (RecapTableReader *self, RecapForm *form, gboolean *ret_end, GError **error)
{
    gboolean end;
    if (!recap_table_reader_next_key (self, form, &end, error))
        return FALSE;
    if (!end && !recap_table_reader_parse (self, form, error))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

/* ---- equal bytes ---- */

/* Finds the runs of columns that @self has in common with @other. */
static void
find_runs (RecapTableReader *self, const RecapTableReader *other)
{
    self->runs_with = other;
    g_clear_pointer (&self->runs, g_array_unref);
    g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));

    for (guint i = 0; i < self->cells->len; i++) {
        const Column *cell = &g_array_index (self->cells, Column, i);
        guint mine = cell->column;
        guint theirs = G_MAXUINT;
        for (guint k = 0; k < other->cells->len; k++)
            if (g_array_index (other->cells, Column, k).index == cell->index)
                theirs = g_array_index (other->cells, Column, k).column;
        if (theirs == G_MAXUINT)
            return;
        Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
        if (last != NULL && last->mine + last->n == mine && last->other + last->n == theirs) {
            last->n++;
        } else {
            Run run = { mine, theirs, 1 };
            g_array_append_val (runs, run);
        }
    }
    self->runs = g_steal_pointer (&runs);
}

gboolean
recap_table_reader_copies (RecapTableReader *self, const RecapTableReader *other)
{
    if (self->runs_with != other)
        find_runs (self, other);
    if (self->runs == NULL || self->view->quoted != NULL || other->view->quoted != NULL ||
        self->foreign->len > 0)
        return FALSE;
    for (guint i = 0; i < self->runs->len; i++) {
        const Run *run = &g_array_index (self->runs, Run, i);
        RecapText mine = recap_record_field (self->view, run->mine);
        RecapText theirs = recap_record_field (other->view, run->other);
        gsize size = self->view->stops[run->mine + run->n - 1] -
                     (gsize)((const guint8 *)mine.bytes - self->view->base);
        gsize other_size = other->view->stops[run->other + run->n - 1] -
                           (gsize)((const guint8 *)theirs.bytes - other->view->base);
        if (size != other_size || memcmp (mine.bytes, theirs.bytes, size) != 0)
            return FALSE;
    }
    return TRUE;
}
