#include "config.h"

#include "typed-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "error.h"
#include "region.h"
#include "timestamp.h"

enum {
    IGNORED = -1,
    TPS_DIGITS = 3,
};

/* What one column of the table holds: a key, a field of the contest, or nothing that is read. */
typedef struct {
    int key;   /* RecapKey or IGNORED */
    int field; /* index or IGNORED */
    char *heading;
} Column;

struct _RecapTypedTable {
    const RecapContest *contest;
    const RecapField *fields;
    guint n_fields;
    gint64 station_max; /* the largest number on the form of one station */
    RecapRecords records;
    GArray *columns;    /* of Column */
    GPtrArray *ignored; /* headings, ending in NULL */
    gboolean own;       /* a recap table */
    RecapRecord record;
    RecapCell *cells;
    guint64 n_empty;
    char waktu[RECAP_TIMESTAMP_SIZE];
    char tps[TPS_DIGITS + 1];
};

/* Words that key columns go by, besides their own names; letters and digits only. */
static const struct {
    const char *heading;
    RecapKey key;
} key_headings[] = {
    { "kodetps", RECAP_KEY_KODE },
    { "idtps", RECAP_KEY_KODE },
    { "kodewilayah", RECAP_KEY_KODE },
    { "prov", RECAP_KEY_PROVINSI },
    { "namaprovinsi", RECAP_KEY_PROVINSI },
    { "kab", RECAP_KEY_KABKO },
    { "kabupaten", RECAP_KEY_KABKO },
    { "kabupatenkota", RECAP_KEY_KABKO },
    { "kabkota", RECAP_KEY_KABKO },
    { "kota", RECAP_KEY_KABKO },
    { "kec", RECAP_KEY_KECAMATAN },
    { "distrik", RECAP_KEY_KECAMATAN },
    { "namakecamatan", RECAP_KEY_KECAMATAN },
    { "kel", RECAP_KEY_DESA },
    { "kelurahan", RECAP_KEY_DESA },
    { "desakelurahan", RECAP_KEY_DESA },
    { "kelurahandesa", RECAP_KEY_DESA },
    { "keldesa", RECAP_KEY_DESA },
    { "desakel", RECAP_KEY_DESA },
    { "namadesa", RECAP_KEY_DESA },
    { "notps", RECAP_KEY_TPS },
    { "nomortps", RECAP_KEY_TPS },
    { "ts", RECAP_KEY_WAKTU },
    { "timestamp", RECAP_KEY_WAKTU },
};

static void
clear_column (gpointer column)
{
    g_free (((Column *)column)->heading);
}

/* --- the header --- */

/* Leaves the letters and digits of @heading, in lower case. */
static char *
simplify (RecapText heading)
{
    GString *out = g_string_sized_new (heading.size);
    for (gsize i = 0; i < heading.size; i++)
        if (g_ascii_isalnum (heading.bytes[i]) || (guchar)heading.bytes[i] >= 0x80)
            g_string_append_c (out, g_ascii_tolower (heading.bytes[i]));
    return g_string_free (out, FALSE);
}

static int
find_key (RecapText heading)
{
    g_autofree char *simple = simplify (heading);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (strcmp (simple, recap_key_name (key)) == 0)
            return (int)key;
    for (guint i = 0; i < G_N_ELEMENTS (key_headings); i++)
        if (strcmp (simple, key_headings[i].heading) == 0)
            return (int)key_headings[i].key;
    return IGNORED;
}

/* The name of a field goes before everything, the word for a key before a label. */
static Column
identify (const RecapContest *contest, RecapText heading)
{
    heading = recap_text_trim (recap_csv_unguard (heading));
    Column column = { IGNORED, IGNORED, g_strndup (heading.bytes, heading.size) };
    const RecapField *field = recap_contest_find (contest, heading);

    if (field == NULL && heading.size > 0) {
        column.key = find_key (heading);
        if (column.key == IGNORED)
            field = recap_contest_find_heading (contest, heading);
    }
    if (field != NULL)
        column.field = (int)field->index;
    return column;
}

guint
recap_typed_table_score (const RecapRecord *record, gpointer contest)
{
    guint n = 0;
    for (guint i = 0; i < record->n_fields; i++) {
        Column column = identify (contest, record->fields[i]);
        n += column.key != IGNORED || column.field != IGNORED;
        clear_column (&column);
    }
    return n;
}

/* The headings as they stand there, shortened, for messages. */
static char *
list_headings (const RecapRecord *header)
{
    enum { SHOWN = 12 };
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < MIN (header->n_fields, SHOWN); i++) {
        g_autofree char *shown =
            recap_text_display (header->fields[i].bytes, header->fields[i].size);
        g_string_append_printf (out, "%s'%s'", i > 0 ? ", " : "", shown);
    }
    if (header->n_fields > SHOWN)
        g_string_append (out, " ...");
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
refuse_header (const RecapTypedTable *self, const RecapRecord *header, guint column, guint width,
               const char *message, const char *hint, GError **error)
{
    RecapOrigin origin = { self->records.name, header->line, column };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "%s", message);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    if (column > 0)
        recap_error_set_excerpt (error, header->bytes.bytes, header->bytes.size, width);
    return FALSE;
}

/* Two columns for one thing: which would be right? */
static gboolean
check_repeats (const RecapTypedTable *self, const RecapRecord *header, GError **error)
{
    for (guint i = 1; i < self->columns->len; i++) {
        const Column *second = &g_array_index (self->columns, Column, i);
        for (guint j = 0; j < i; j++) {
            const Column *first = &g_array_index (self->columns, Column, j);
            gboolean same = (second->key != IGNORED && second->key == first->key) ||
                            (second->field != IGNORED && second->field == first->field);
            if (!same)
                continue;
            const char *name = second->key != IGNORED ? recap_key_name ((RecapKey)second->key)
                                                      : self->fields[second->field].name;
            g_autofree char *one = recap_text_display (first->heading, strlen (first->heading));
            g_autofree char *two = recap_text_display (second->heading, strlen (second->heading));
            g_autofree char *message =
                g_strdup_printf (_ ("two columns for '%s': '%s' (column %u) and '%s' (column %u)"),
                                 name, one, j + 1, two, i + 1);
            return refuse_header (
                self, header, header->columns[i],
                recap_text_characters (header->fields[i].bytes, header->fields[i].size), message,
                _ ("remove or rename one of them"), error);
        }
    }
    return TRUE;
}

static gboolean
check_header (const RecapTypedTable *self, const RecapRecord *header, GError **error)
{
    const char *contest = recap_contest_get_code (self->contest);
    g_autofree char *found = list_headings (header);
    g_autofree char *hint = g_strdup_printf (_ ("the first record is %s"), found);
    guint n_fields = 0;

    for (guint i = 0; i < self->columns->len; i++)
        n_fields += g_array_index (self->columns, Column, i).field != IGNORED;
    if (header->bad_line != 0)
        return refuse_header (self, header, header->bad_column, 1,
                              _ ("the names of the columns are not UTF-8"),
                              _ ("save the file again with the encoding UTF-8"), error);
    if (n_fields == 0) {
        g_autofree char *message =
            g_strdup_printf (_ ("no column holds a field of contest '%s'"), contest);
        return refuse_header (self, header, 0, 1, message, hint, error);
    }
    if (!recap_typed_table_has_key (self, RECAP_KEY_KODE))
        return refuse_header (self, header, 0, 1,
                              _ ("there is no column 'kode' with the code of the TPS"), hint,
                              error);
    return check_repeats (self, header, error);
}

static gboolean
read_header (RecapTypedTable *self, GError **error)
{
    gboolean end = FALSE;

    if (!self->records.next (self->records.self, &self->record, &end, error))
        return FALSE;
    if (end) {
        RecapOrigin origin = { self->records.name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the file is empty"));
        return FALSE;
    }
    for (guint i = 0; i < self->record.n_fields; i++) {
        Column column = identify (self->contest, self->record.fields[i]);
        if (column.key == IGNORED && column.field == IGNORED)
            g_ptr_array_add (self->ignored, column.heading);
        g_array_append_val (self->columns, column);
    }
    g_ptr_array_add (self->ignored, NULL);
    return check_header (self, &self->record, error);
}

RecapTypedTable *
recap_typed_table_new (const RecapContest *contest, const RecapRecords *records, GError **error)
{
    g_return_val_if_fail (contest != NULL && records != NULL, NULL);

    g_autoptr (RecapTypedTable) self = g_new0 (RecapTypedTable, 1);
    self->contest = contest;
    self->fields = recap_contest_get_fields (contest, &self->n_fields);
    self->station_max = RECAP_COUNT_MAX;
    recap_contest_get_limit (contest, "batas_mutlak", &self->station_max);
    self->records = *records;
    self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    g_array_set_clear_func (self->columns, clear_column);
    self->ignored = g_ptr_array_new ();
    self->cells = g_new (RecapCell, self->n_fields);
    if (!read_header (self, error))
        return NULL;
    self->own = recap_typed_table_has_key (self, RECAP_KEY_KONTES) &&
                recap_typed_table_has_key (self, RECAP_KEY_SUMBER) &&
                recap_typed_table_has_key (self, RECAP_KEY_ASAL);
    return g_steal_pointer (&self);
}

void
recap_typed_table_free (RecapTypedTable *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->columns);
    g_ptr_array_unref (self->ignored);
    g_free (self->cells);
    g_free (self);
}

gboolean
recap_typed_table_has_key (const RecapTypedTable *self, RecapKey key)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (g_array_index (self->columns, Column, i).key == (int)key)
            return TRUE;
    return FALSE;
}

gboolean
recap_typed_table_has_field (const RecapTypedTable *self, guint index)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (g_array_index (self->columns, Column, i).field == (int)index)
            return TRUE;
    return FALSE;
}

const char *const *
recap_typed_table_get_ignored (const RecapTypedTable *self)
{
    return (const char *const *)self->ignored->pdata;
}

RecapText
recap_typed_table_get_line (const RecapTypedTable *self)
{
    return self->record.bytes;
}

guint64
recap_typed_table_get_n_empty (const RecapTypedTable *self)
{
    return self->n_empty;
}

/* --- cells --- */

static gboolean
is_word (RecapText text, const char *word)
{
    return text.size == strlen (word) && g_ascii_strncasecmp (text.bytes, word, text.size) == 0;
}

/* Leaves out the first @n bytes. */
static RecapText
without (RecapText text, gsize n)
{
    return (RecapText){ text.bytes + n, text.size - n };
}

gboolean
recap_typed_cell_parse (RecapText text, RecapCell *ret_cell)
{
    static const char *const unreadable[] = { "?", "tidak terbaca", "tidak jelas" };
    static const char *const dashes[] = { "-", "\xe2\x80\x93", "\xe2\x80\x94" };
    gsize crosses = 0;

    if (recap_count_parse (text, ret_cell)) /* nearly always */
        return TRUE;
    text = recap_text_trim (text);
    for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
        if (is_word (text, unreadable[i])) {
            *ret_cell = RECAP_CELL_UNREADABLE;
            return TRUE;
        }
    for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
        if (is_word (text, dashes[i])) {
            *ret_cell = RECAP_CELL_BLANK;
            return TRUE;
        }
    while (crosses < text.size && (text.bytes[crosses] == 'X' || text.bytes[crosses] == 'x'))
        crosses++;
    if (crosses == text.size) {
        *ret_cell = RECAP_CELL_BLANK;
        return TRUE;
    }
    /* Three boxes for a number: not more than these can be crossed out. */
    if (crosses > 0 && text.size > 3)
        return FALSE;
    text = without (text, crosses);
    while (text.size > 1 && text.bytes[0] == '0')
        text = without (text, 1);
    return recap_count_parse (text, ret_cell);
}

/* --- records --- */

/* A record that is being read, and where its bad places go. */
typedef struct {
    RecapTypedTable *self;
    RecapForm *form;
    RecapRejectFunc func;
    gpointer data;
    gboolean taken;
} Row;

static void
reject_place (Row *row, guint field, guint64 line, guint column, const char *heading,
              RecapText text, const char *reason, const char *hint)
{
    const RecapTypedTable *self = row->self;
    const RecapRecord *record = &self->record;
    RecapReject reject = {
        .origin = { self->records.name, line, column },
        .column = heading,
        .text = text,
        .reason = reason,
        .hint = hint,
        .width = recap_text_characters (text.bytes, text.size),
    };

    /* The excerpt is the line of the place; the lines of a record that has several are not told
     * apart any more. */
    if (line == record->line && record->lines[record->n_fields - 1] == line)
        reject.excerpt = record->bytes;
    if (field != G_MAXUINT && record->bytes.size > 0 && reject.excerpt.size > 0 && column > 0 &&
        text.size == 0)
        reject.width = 1;
    row->taken = FALSE;
    row->func (&reject, row->data);
}

static void
reject_field (Row *row, guint field, const char *reason, const char *hint)
{
    const RecapRecord *record = &row->self->record;
    const Column *column = &g_array_index (row->self->columns, Column, field);
    reject_place (row, field, record->lines[field], record->columns[field], column->heading,
                  record->fields[field], reason, hint);
}

static void
reject_record (Row *row, guint column, const char *reason, const char *hint)
{
    reject_place (row, G_MAXUINT, row->self->record.line, column, "", RECAP_TEXT_EMPTY, reason,
                  hint);
}

/* Spreadsheets are kept from making numbers of codes by '3216... and by ="3216...". */
static RecapText
unwrap_code (RecapText text)
{
    text = recap_text_trim (recap_csv_unguard (text));
    if (text.size > 3 && memcmp (text.bytes, "=\"", 2) == 0 && text.bytes[text.size - 1] == '"')
        return (RecapText){ text.bytes + 2, text.size - 3 };
    if (text.size > 1 && text.bytes[0] == '\'')
        return without (text, 1);
    return text;
}

static void
take_code (Row *row, guint field)
{
    RecapText code = unwrap_code (row->self->record.fields[field]);
    const char *hint = NULL;
    const char *fault = recap_region_code_fault (code, &hint);

    row->form->keys[RECAP_KEY_KODE] = code;
    if (fault == NULL)
        return;
    g_autofree char *shown = recap_text_display (code.bytes, code.size);
    g_autofree char *reason =
        code.size > 0 ? g_strdup_printf ("'%s': %s", shown, fault) : g_strdup (fault);
    reject_field (row, field, reason, hint);
}

static void
take_contest (Row *row, guint field)
{
    RecapText contest = recap_text_trim (row->self->record.fields[field]);
    const char *ours = recap_contest_get_code (row->self->contest);

    if (recap_text_equal_string (contest, ours))
        return;
    g_autofree char *shown = recap_text_display (contest.bytes, contest.size);
    g_autofree char *reason =
        g_strdup_printf (_ ("a record of contest '%s', not of '%s'"), shown, ours);
    reject_field (row, field, reason, NULL);
}

static void
take_time (Row *row, guint field)
{
    RecapText text = recap_text_trim (recap_csv_unguard (row->self->record.fields[field]));

    if (recap_timestamp_parse (text, row->self->waktu)) {
        row->form->keys[RECAP_KEY_WAKTU] = recap_text (row->self->waktu);
        return;
    }
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *reason = g_strdup_printf (_ ("'%s' is not a time"), shown);
    reject_field (row, field, reason, _ ("a time is written 2024-02-15 00:46:45"));
}

static void
take_key (Row *row, guint field, RecapKey key)
{
    switch (key) {
    case RECAP_KEY_KONTES:
        take_contest (row, field);
        break;
    case RECAP_KEY_KODE:
        take_code (row, field);
        break;
    case RECAP_KEY_WAKTU:
        take_time (row, field);
        break;
    case RECAP_KEY_SUMBER:
    case RECAP_KEY_PROVINSI:
    case RECAP_KEY_KABKO:
    case RECAP_KEY_KECAMATAN:
    case RECAP_KEY_DESA:
    case RECAP_KEY_TPS:
    case RECAP_KEY_PSU:
    case RECAP_KEY_ASAL:
        row->form->keys[key] =
            recap_text_trim (recap_csv_unguard (row->self->record.fields[field]));
        break;
    case RECAP_N_KEYS:
        g_assert_not_reached ();
    }
}

/* What a person writes for one station has a limit. A region, a sum, has none, nor has a table that
 * recap wrote: recap-check speaks of what is in it. */
static void
take_cell (Row *row, guint field, int index, gboolean station)
{
    RecapText text = recap_csv_unguard (row->self->record.fields[field]);
    RecapCell *cell = &row->self->cells[index];
    const char *name = row->self->fields[index].name;

    if (G_LIKELY (recap_typed_cell_parse (text, cell))) {
        if (G_LIKELY (!station || *cell <= row->self->station_max))
            return;
        g_autofree char *reason = g_strdup_printf (
            _ ("%" PRId64 " is more than the form of a TPS can hold (column '%s')"), *cell, name);
        g_autofree char *hint =
            g_strdup_printf (_ ("the limit is %" PRId64), row->self->station_max);
        reject_field (row, field, reason, hint);
        return;
    }
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *reason =
        g_strdup_printf (_ ("'%s' is not a count (column '%s')"), shown, name);
    g_autofree char *hint = recap_cell_explain (recap_text_trim (text));
    reject_field (row, field, reason, hint);
}

/* 'TPS 2', 'TPS-002' and '2' are the station 002. Returns FALSE when there is no such number. */
static gboolean
read_station_number (RecapText text, char *digits)
{
    if (text.size >= 3 && g_ascii_strncasecmp (text.bytes, "tps", 3) == 0)
        text = without (text, 3);
    while (text.size > 0 && strchr (" -.", text.bytes[0]) != NULL && text.bytes[0] != '\0')
        text = without (text, 1);
    while (text.size > TPS_DIGITS && text.bytes[0] == '0')
        text = without (text, 1);
    if (text.size == 0 || text.size > TPS_DIGITS)
        return FALSE;
    memset (digits, '0', TPS_DIGITS);
    for (gsize i = 0; i < text.size; i++) {
        if (!g_ascii_isdigit (text.bytes[i]))
            return FALSE;
        digits[TPS_DIGITS - text.size + i] = text.bytes[i];
    }
    digits[TPS_DIGITS] = '\0';
    return TRUE;
}

static guint
find_column (const RecapTypedTable *self, RecapKey key)
{
    guint i = 0;
    while (g_array_index (self->columns, Column, i).key != (int)key)
        i++;
    return i;
}

/* The number of the station stands in its code too: they must not contradict each other. */
static void
finish_station (Row *row)
{
    RecapTypedTable *self = row->self;
    RecapText code = row->form->keys[RECAP_KEY_KODE];
    RecapText *tps = &row->form->keys[RECAP_KEY_TPS];
    gboolean numbered = read_station_number (*tps, self->tps);

    if (recap_region_level (code) == RECAP_LEVEL_TPS) {
        RecapText own = without (code, code.size - TPS_DIGITS);
        if (numbered && !recap_text_equal_string (own, self->tps)) {
            g_autofree char *reason = g_strdup_printf (_ ("TPS %s contradicts the code '%.*s'"),
                                                       self->tps, (int)code.size, code.bytes);
            reject_field (row, find_column (self, RECAP_KEY_TPS), reason,
                          _ ("the last three digits of the code are the number of the TPS"));
        }
        *tps = own;
    } else if (numbered) {
        *tps = recap_text (self->tps);
    }
}

static void
take_fields (Row *row)
{
    RecapTypedTable *self = row->self;
    gboolean station = FALSE;

    for (guint i = 0; i < self->columns->len; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        if (column->key != IGNORED)
            take_key (row, i, (RecapKey)column->key);
    }
    RecapLevel level = recap_region_level (row->form->keys[RECAP_KEY_KODE]);
    station = (level == RECAP_LEVEL_TPS || level == RECAP_LEVEL_OPAQUE) && !self->own;
    for (guint i = 0; i < self->columns->len; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        if (column->field != IGNORED)
            take_cell (row, i, column->field, station);
    }
    finish_station (row);
}

/* Empty cells beyond the last column are nothing: in a sheet another row reaches as far. */
static guint
count_fields (const RecapRecord *record, guint n_columns)
{
    guint n = record->n_fields;
    while (n > n_columns && recap_text_trim (record->fields[n - 1]).size == 0)
        n--;
    return n;
}

static void
take_record (Row *row)
{
    RecapTypedTable *self = row->self;
    const RecapRecord *record = &self->record;
    guint n_fields = count_fields (record, self->columns->len);

    if (record->bad_line != 0) {
        reject_place (row, G_MAXUINT, record->bad_line, record->bad_column, "", RECAP_TEXT_EMPTY,
                      _ ("the text is not UTF-8 or has a NUL byte"),
                      _ ("save the file again with the encoding UTF-8"));
        return;
    }
    if (n_fields != self->columns->len) {
        g_autofree char *reason = g_strdup_printf (
            n_fields > self->columns->len ? _ ("%u cells, more than the %u columns of the table")
                                          : _ ("%u cells, fewer than the %u columns of the table"),
            n_fields, self->columns->len);
        guint column = n_fields > self->columns->len ? record->columns[self->columns->len]
                                                     : record->columns[record->n_fields - 1];
        reject_record (row, column, reason, NULL);
        return;
    }
    take_fields (row);
}

static gboolean
is_empty (const RecapRecord *record)
{
    for (guint i = 0; i < record->n_fields; i++)
        if (recap_text_trim (record->fields[i]).size > 0)
            return FALSE;
    return TRUE;
}

static void
start_form (RecapTypedTable *self, RecapForm *form)
{
    *form = (RecapForm){
        .contest = self->contest,
        .cells = self->cells,
        .file = self->records.name,
        .line = self->record.line,
    };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form->keys[key] = RECAP_TEXT_EMPTY;
    form->keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form->tallies[tally] = RECAP_CELL_NOT_CARRIED;
    for (guint i = 0; i < self->n_fields; i++)
        self->cells[i] = RECAP_CELL_NOT_CARRIED;
}

gboolean
recap_typed_table_next (RecapTypedTable *self, RecapForm *form, gboolean *ret_taken,
                        gboolean *ret_end, RecapRejectFunc reject, gpointer data, GError **error)
{
    g_return_val_if_fail (self != NULL && form != NULL && reject != NULL, FALSE);

    while (TRUE) {
        if (!self->records.next (self->records.self, &self->record, ret_end, error))
            return FALSE;
        if (*ret_end)
            return TRUE;
        if (!is_empty (&self->record))
            break;
        self->n_empty++;
    }
    Row row = { self, form, reject, data, TRUE };
    start_form (self, form);
    take_record (&row);
    *ret_taken = row.taken;
    return TRUE;
}
