#include "config.h"

#include "typed-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "error.h"
#include "region.h"
#include "timestamp.h"
#include "typed-totals.h"
#include "words.h"

enum {
    IGNORED = RECAP_TYPED_IGNORED,
    TPS_DIGITS = 3,
};

typedef RecapTypedColumn Column;

/* A column of numbers and the field it is for. */
typedef struct {
    guint column;
    guint field;
} Count;

/* What the header comes to, once for all records. */
typedef struct {
    Count *counts; /* columns of numbers */
    guint n_counts;
    guint *keys; /* columns of codes, names and the like */
    guint n_keys;
    guint *words; /* columns of numbers in words */
    guint n_words;
    guint of_key[RECAP_N_KEYS]; /* the column of each key; the number of columns when none */
    GArray *names;              /* of guint: columns any of which says that a row is somebody's */
    GArray *needs;              /* of guint: columns all of which say whose it is */
    gboolean decides;           /* some column decides which records are left out */
    gboolean plain_first;       /* a plain number is one, whatever the profile says */
    gboolean stations;          /* the rows are of single TPS, unless their codes say more */
    gboolean zeros_are_blank;
} Plan;

/* The name of a region that stood last in its column. */
typedef struct {
    guint column;   /* index; G_MAXUINT: there is none */
    GArray *joined; /* RecapJoined of this column, in order; NULL: not asked for */
    guint next;     /* of them, the first that may still reach the record */
    GString *text;
    guint64 line; /* of the text, 0: there is none */
} Above;

enum { N_ABOVE = RECAP_KEY_DESA - RECAP_KEY_PROVINSI + 1 };

struct _RecapTypedTable {
    const RecapContest *contest;
    const RecapField *fields;
    guint n_fields;
    gint64 station_max; /* the largest number on the form of one station */
    RecapRecords records;
    RecapTypedOptions options;
    RecapTypedHeader header;
    const RecapProfile *profile; /* or NULL */
    RecapNumbers numbers;
    GArray *columns; /* of Column, those of the header */
    Plan plan;
    GPtrArray *ignored;            /* headings, ending in NULL */
    char *constants[RECAP_N_KEYS]; /* or NULL */
    gboolean own;                  /* a recap table */
    gboolean coded;                /* has a column with the code */
    RecapRecord record;
    RecapCell *cells;
    GArray *contradictions; /* of RecapContradiction, in the record */
    Above above[N_ABOVE];   /* PROVINSI to DESA */
    RecapTypedTotals *totals;
    guint64 n_taken;
    guint64 n_rejected;
    guint64 n_empty;
    guint64 n_left_out;
    RecapTypedPassed agreeing;  /* rows of totals */
    RecapTypedPassed unchecked; /* rows of totals, too */
    char *code;                 /* made of the record */
    char waktu[RECAP_TIMESTAMP_SIZE];
    char tps[TPS_DIGITS + 1];
};

/* --- the header --- */

/* Returns: the number of columns when there is none. */
static guint
find_column (const RecapTypedTable *self, RecapKey key)
{
    guint i = 0;
    while (i < self->columns->len && g_array_index (self->columns, Column, i).key != (int)key)
        i++;
    return i;
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
                            (second->field != IGNORED && second->field == first->field &&
                             second->words == first->words);
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
                self, header, recap_record_field_column (header, i),
                recap_text_characters (header->fields[i].bytes, header->fields[i].size), message,
                _ ("remove or rename one of them"), error);
        }
    }
    return TRUE;
}

/* Without a column for it the code comes from the profile, or from the register by names. */
static gboolean
can_find_code (const RecapTypedTable *self)
{
    if (self->coded)
        return TRUE;
    if (self->options.names != NULL && recap_typed_table_has_key (self, RECAP_KEY_DESA) &&
        recap_typed_table_has_key (self, RECAP_KEY_TPS))
        return TRUE;
    return self->profile != NULL && recap_profile_makes_codes (self->profile);
}

static gboolean
refuse_code (const RecapTypedTable *self, const RecapRecord *header, const char *hint,
             GError **error)
{
    gboolean named = recap_typed_table_has_key (self, RECAP_KEY_DESA) &&
                     recap_typed_table_has_key (self, RECAP_KEY_TPS);
    return refuse_header (
        self, header, 0, 1, _ ("there is no column 'kode' with the code of the TPS"),
        named ? _ ("with a register (-r) the TPS are found by their names") : hint, error);
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
    if (!can_find_code (self))
        return refuse_code (self, header, hint, error);
    return check_repeats (self, header, error);
}

/* Reads up to the last record of the header. */
static gboolean
read_header_records (RecapTypedTable *self, gboolean *ret_end, GError **error)
{
    guint n = self->header.first + MAX (self->header.height, 1);

    if (!self->records.rewind (self->records.self, error))
        return FALSE;
    for (guint i = 0; i < n; i++) {
        if (!self->records.next (self->records.self, &self->record, ret_end, error))
            return FALSE;
        if (*ret_end)
            break;
    }
    return TRUE;
}

/* What the profile says of every record, where no column does. */
static void
take_constants (RecapTypedTable *self)
{
    for (RecapKey key = RECAP_KEY_PROVINSI; key <= RECAP_KEY_PSU && self->profile != NULL; key++)
        if (key != RECAP_KEY_TPS && key != RECAP_KEY_WAKTU &&
            !recap_typed_table_has_key (self, key))
            self->constants[key] = recap_profile_get_constant (self->profile, recap_key_name (key),
                                                               self->records.name);
}

static void
make_plan (RecapTypedTable *self)
{
    Plan *plan = &self->plan;
    guint n = self->columns->len;

    plan->counts = g_new (Count, n);
    plan->keys = g_new (guint, n);
    plan->words = g_new (guint, n);
    plan->stations = self->profile == NULL || recap_profile_has_stations (self->profile);
    plan->zeros_are_blank = self->profile != NULL && recap_profile_zeros_are_blank (self->profile);
    plan->plain_first = self->profile == NULL || !recap_profile_has_numeric_blanks (self->profile);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        plan->of_key[key] = n;
    for (guint i = 0; i < n; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        plan->decides = plan->decides || column->decides;
        if (column->key != IGNORED) {
            plan->keys[plan->n_keys++] = i;
            plan->of_key[column->key] = i;
        }
        if (column->field != IGNORED && column->words)
            plan->words[plan->n_words++] = i;
        else if (column->field != IGNORED)
            plan->counts[plan->n_counts++] = (Count){ i, (guint)column->field };
    }
}

static gboolean
is_region_name (int key)
{
    return key >= RECAP_KEY_PROVINSI && key <= RECAP_KEY_DESA;
}

/* Notes the columns for a part of the code that the profile makes; a RecapProfileLookup. A larger
 * region may be named in a row of totals, too. */
static RecapText
note_part (const char *name, gpointer data)
{
    RecapTypedTable *self = data;

    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (self->constants[key] != NULL && strcmp (name, recap_key_name (key)) == 0)
            return RECAP_TEXT_EMPTY;
    for (guint i = 0; i < self->columns->len; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        if (strcmp (name, column->heading) != 0 &&
            (column->key == IGNORED || strcmp (name, recap_key_name ((RecapKey)column->key)) != 0))
            continue;
        g_array_append_val (self->plan.needs, i);
        if (!is_region_name (column->key))
            g_array_append_val (self->plan.names, i);
    }
    return RECAP_TEXT_EMPTY;
}

/* Which columns say whose a row is: those by which its code is found, and in a table of larger
 * regions the name of the innermost. */
static void
plan_naming (RecapTypedTable *self)
{
    Plan *plan = &self->plan;
    gboolean made = !self->coded && !plan->stations;
    RecapKey needed = self->coded ? RECAP_KEY_KODE : RECAP_KEY_TPS;

    if (self->coded)
        g_array_append_val (plan->names, plan->of_key[RECAP_KEY_KODE]);
    for (RecapKey key = RECAP_KEY_TPS;
         key >= RECAP_KEY_DESA || (made && key >= RECAP_KEY_PROVINSI && plan->names->len == 0);
         key--)
        if (plan->of_key[key] < self->columns->len)
            g_array_append_val (plan->names, plan->of_key[key]);
    if (made)
        g_free (recap_profile_make_code (self->profile, note_part, self));
    else if (plan->of_key[needed] < self->columns->len)
        g_array_append_val (plan->needs, plan->of_key[needed]);
}

/* Whether the profile takes any name from the records above. */
static gboolean
fills_any (const RecapTypedTable *self)
{
    for (RecapKey key = RECAP_KEY_PROVINSI; self->profile != NULL && key <= RECAP_KEY_DESA; key++)
        if (recap_profile_fills_down (self->profile, recap_key_name (key)))
            return TRUE;
    return FALSE;
}

/* Looks which names of regions have cells that are joined downwards. Only where the names are what
 * tells the stations apart: it takes reading the sheet once more. */
static gboolean
find_joined (RecapTypedTable *self, GError **error)
{
    const GArray *joined = NULL;
    gboolean looks_up = !self->coded || fills_any (self);

    for (guint i = 0; i < N_ABOVE; i++) {
        Above *above = &self->above[i];
        guint column = find_column (self, (RecapKey)(RECAP_KEY_PROVINSI + i));
        above->column = column < self->columns->len && looks_up ? column : G_MAXUINT;
        above->text = g_string_new (NULL);
        if (above->column == G_MAXUINT || self->coded || self->records.joined == NULL)
            continue;
        if (joined == NULL && (joined = self->records.joined (self->records.self, error)) == NULL)
            return FALSE;
        above->joined = g_array_new (FALSE, FALSE, sizeof (RecapJoined));
        for (guint j = 0; j < joined->len; j++) {
            const RecapJoined *cells = &g_array_index (joined, RecapJoined, j);
            if (cells->first_column <= column + 1 && column + 1 <= cells->last_column)
                g_array_append_val (above->joined, *cells);
        }
    }
    return TRUE;
}

static void
list_ignored (RecapTypedTable *self)
{
    for (guint i = 0; i < self->columns->len; i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        if (column->key == IGNORED && column->field == IGNORED && !column->known)
            g_ptr_array_add (self->ignored, column->heading);
    }
    g_ptr_array_add (self->ignored, NULL);
}

static gboolean
read_header (RecapTypedTable *self, GError **error)
{
    gboolean end = FALSE;

    if (!recap_typed_header_find (self->contest, &self->records, &self->options, &self->header,
                                  error))
        return FALSE;
    self->columns = self->header.columns;
    self->profile = self->header.profile;
    self->coded = recap_typed_table_has_key (self, RECAP_KEY_KODE);
    if (!find_joined (self, error) || !read_header_records (self, &end, error))
        return FALSE;
    if (end) {
        RecapOrigin origin = { self->records.name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the file is empty"));
        return FALSE;
    }
    if (self->profile != NULL && self->numbers == RECAP_NUMBERS_PLAIN)
        self->numbers = recap_profile_get_numbers (self->profile);
    self->totals = recap_typed_totals_new (self->columns, self->n_fields, self->numbers);
    list_ignored (self);
    take_constants (self);
    make_plan (self);
    plan_naming (self);
    return check_header (self, &self->record, error);
}

RecapTypedTable *
recap_typed_table_new (const RecapContest *contest, const RecapRecords *records,
                       const RecapTypedOptions *options, GError **error)
{
    g_return_val_if_fail (contest != NULL && records != NULL && options != NULL, NULL);

    g_autoptr (RecapTypedTable) self = g_new0 (RecapTypedTable, 1);
    self->contest = contest;
    self->fields = recap_contest_get_fields (contest, &self->n_fields);
    self->station_max = RECAP_COUNT_MAX;
    recap_contest_get_limit (contest, "batas_mutlak", &self->station_max);
    self->records = *records;
    self->options = *options;
    self->numbers = options->numbers;
    self->ignored = g_ptr_array_new ();
    self->contradictions = g_array_new (FALSE, FALSE, sizeof (RecapContradiction));
    self->cells = g_new (RecapCell, self->n_fields);
    self->plan.names = g_array_new (FALSE, FALSE, sizeof (guint));
    self->plan.needs = g_array_new (FALSE, FALSE, sizeof (guint));
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
    recap_typed_totals_free (self->totals);
    recap_typed_header_clear (&self->header);
    g_ptr_array_unref (self->ignored);
    g_array_unref (self->contradictions);
    for (guint i = 0; i < N_ABOVE; i++) {
        if (self->above[i].text != NULL)
            g_string_free (self->above[i].text, TRUE);
        if (self->above[i].joined != NULL)
            g_array_unref (self->above[i].joined);
    }
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        g_free (self->constants[key]);
    g_free (self->plan.counts);
    g_free (self->plan.keys);
    g_free (self->plan.words);
    g_array_unref (self->plan.names);
    g_array_unref (self->plan.needs);
    g_free (self->cells);
    g_free (self->code);
    g_free (self);
}

gboolean
recap_typed_table_has_key (const RecapTypedTable *self, RecapKey key)
{
    for (guint i = 0; i < self->columns->len; i++)
        if (g_array_index (self->columns, Column, i).key == (int)key)
            return TRUE;
    return self->constants[key] != NULL;
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

const RecapProfile *
recap_typed_table_get_profile (const RecapTypedTable *self)
{
    return self->profile;
}

const RecapContradiction *
recap_typed_table_get_contradictions (const RecapTypedTable *self, guint *ret_n)
{
    *ret_n = self->contradictions->len;
    return (const RecapContradiction *)self->contradictions->data;
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

guint64
recap_typed_table_get_n_left_out (const RecapTypedTable *self)
{
    return self->n_left_out;
}

const RecapTypedPassed *
recap_typed_table_get_totals (const RecapTypedTable *self)
{
    return &self->agreeing;
}

const RecapTypedPassed *
recap_typed_table_get_unchecked (const RecapTypedTable *self)
{
    return &self->unchecked;
}

/* Leaves out the first @n bytes. */
static RecapText
without (RecapText text, gsize n)
{
    return (RecapText){ text.bytes + n, text.size - n };
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
    if (line == record->line && recap_record_field_line (record, record->n_fields - 1) == line)
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
    reject_place (row, field, recap_record_field_line (record, field),
                  recap_record_field_column (record, field), column->heading, record->fields[field],
                  reason, hint);
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

/* What stands in words in column @field is not what the cell says. */
static void
contradict (Row *row, guint field, guint index, RecapCell words, RecapText text)
{
    const RecapTypedTable *self = row->self;
    RecapContradiction found = {
        .field = index,
        .figures = self->cells[index],
        .words = words,
        .text = text,
        .origin = { self->records.name, recap_record_field_line (&self->record, field),
                    recap_record_field_column (&self->record, field) },
    };
    g_array_append_val (self->contradictions, found);
}

/* A number that can be read, and how large it may be. */
static gboolean
read_cell (Row *row, guint field, guint index, RecapText text)
{
    RecapTypedTable *self = row->self;
    RecapCell *cell = &self->cells[index];
    RecapCell words;

    if (G_LIKELY (recap_typed_cell_parse (text, self->numbers, cell)))
        return TRUE;
    if (!recap_typed_cell_split (text, self->numbers, cell, &words, &text))
        return FALSE;
    contradict (row, field, index, words, text);
    return TRUE;
}

/* What a person writes for one station has a limit. A region, a sum, has none, nor has a table that
 * recap wrote: recap-check speaks of what is in it. Kept out of the loop of take_counts(), which
 * needs the registers. */
static void G_GNUC_NO_INLINE
take_cell (Row *row, guint field, guint index, gboolean station)
{
    RecapText text = recap_csv_unguard (row->self->record.fields[field]);
    RecapCell *cell = &row->self->cells[index];
    const char *name = row->self->fields[index].name;

    if (row->self->profile != NULL && recap_profile_is_blank (row->self->profile, text)) {
        *cell = RECAP_CELL_BLANK;
        return;
    }
    if (G_LIKELY (read_cell (row, field, index, text))) {
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
    g_autofree char *hint = recap_typed_cell_explain (text, row->self->numbers);
    reject_field (row, field, reason, hint);
}

/* 'TPS 2', 'TPS-002' and '2' are the station 002. Returns FALSE when there is no such number. */
static gboolean
read_station_number (RecapText text, char *digits)
{
    if (text.size >= 3 && g_ascii_strncasecmp (text.bytes, "tps", 3) == 0)
        text = without (text, 3);
    while (text.size > 0 && (text.bytes[0] == ' ' || text.bytes[0] == '-' || text.bytes[0] == '.'))
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
            reject_field (row, self->plan.of_key[RECAP_KEY_TPS], reason,
                          _ ("the last three digits of the code are the number of the TPS"));
        }
        *tps = own;
    } else if (numbered) {
        *tps = recap_text (self->tps);
    }
}

static void
reject_place_name (Row *row, RecapKey key, const char *reason, const char *hint)
{
    guint field = row->self->plan.of_key[key];

    if (field < row->self->columns->len)
        reject_field (row, field, reason, hint);
    else
        reject_record (row, 1, reason, hint);
}

/* Where a code is made: the row, and the first column that has nothing for it. */
typedef struct {
    const Row *row;
    char *empty;
} Making;

static RecapText
look_up (const char *name, gpointer data)
{
    Making *making = data;
    const RecapTypedTable *self = making->row->self;
    RecapText text = RECAP_TEXT_EMPTY;

    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (strcmp (name, recap_key_name (key)) == 0)
            text = making->row->form->keys[key];
    for (guint i = 0; i < self->columns->len && text.size == 0; i++)
        if (strcmp (name, g_array_index (self->columns, Column, i).heading) == 0)
            text = recap_text_trim (self->record.fields[i]);
    if (text.size == 0 && making->empty == NULL)
        making->empty = g_strdup (name);
    return text;
}

/* The code as the profile makes it: of numbers that somebody else gave, or of names. */
static void
make_code (Row *row)
{
    RecapTypedTable *self = row->self;
    Making making = { row, NULL };

    g_free (self->code);
    self->code = recap_profile_make_code (self->profile, look_up, &making);
    row->form->keys[RECAP_KEY_KODE] = recap_text (self->code);
    if (making.empty == NULL)
        return;
    g_autofree char *reason =
        g_strdup_printf (_ ("the code cannot be made: '%s' is empty"), making.empty);
    reject_record (row, 1, reason, NULL);
    g_free (making.empty);
}

/* The code that the register has for the names. */
static void
find_code (Row *row)
{
    const RecapText *keys = row->form->keys;
    const RecapPlace place = { keys[RECAP_KEY_PROVINSI], keys[RECAP_KEY_KABKO],
                               keys[RECAP_KEY_KECAMATAN], keys[RECAP_KEY_DESA], row->self->tps };
    g_autofree char *reason = NULL;
    g_autofree char *hint = NULL;

    if (place.desa.size == 0) {
        reject_place_name (row, RECAP_KEY_DESA, _ ("the name of the desa is empty"), NULL);
        return;
    }
    const RecapStation *station =
        recap_names_find (row->self->options.names, &place, &reason, &hint);
    if (station == NULL)
        reject_place_name (row, RECAP_KEY_DESA, reason, hint);
    else
        row->form->keys[RECAP_KEY_KODE] = recap_text (station->kode);
}

/* A row without a code of its own: whose is it? */
static void
take_place (Row *row)
{
    RecapTypedTable *self = row->self;
    RecapText *tps = &row->form->keys[RECAP_KEY_TPS];
    gboolean stations = self->plan.stations;

    if (stations && !read_station_number (*tps, self->tps)) {
        g_autofree char *shown = recap_text_display (tps->bytes, tps->size);
        g_autofree char *reason =
            tps->size > 0 ? g_strdup_printf (_ ("'%s' is not the number of a TPS"), shown)
                          : g_strdup (_ ("the number of the TPS is empty"));
        reject_place_name (row, RECAP_KEY_TPS, reason, NULL);
        return;
    }
    if (stations)
        *tps = recap_text (self->tps);
    if (stations && self->options.names != NULL)
        find_code (row);
    else
        make_code (row);
}

/* A number in words stands for itself only where there is no column for the figures; beside them
 * it never fills in nor corrects. Words that are not there, '-' and '?' say nothing. */
static void
take_words (Row *row, guint field, guint index)
{
    RecapCell *cell = &row->self->cells[index];
    RecapText text = recap_text_trim (recap_csv_unguard (row->self->record.fields[field]));
    RecapCell words;
    gboolean readable = recap_typed_cell_parse (text, RECAP_NUMBERS_PLAIN, &words);

    if (text.size == 0) {
        if (*cell == RECAP_CELL_NOT_CARRIED)
            *cell = RECAP_CELL_BLANK;
        return;
    }
    if (*cell != RECAP_CELL_NOT_CARRIED) {
        if (!readable)
            contradict (row, field, index, RECAP_CELL_UNREADABLE, text);
        else if (recap_cell_is_number (words) && *cell != words)
            contradict (row, field, index, words, text);
    } else if (readable) {
        *cell = words;
    } else {
        g_autofree char *shown = recap_text_display (text.bytes, text.size);
        g_autofree char *reason = g_strdup_printf (_ ("'%s' is not a number in words"), shown);
        reject_field (row, field, reason, NULL);
    }
}

static void
take_keys (Row *row)
{
    RecapTypedTable *self = row->self;

    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (self->constants[key] != NULL)
            row->form->keys[key] = recap_text (self->constants[key]);
    for (guint i = 0; i < self->plan.n_keys; i++) {
        guint column = self->plan.keys[i];
        take_key (row, column, (RecapKey)g_array_index (self->columns, Column, column).key);
    }
}

/* Another name ends those of the regions inside it. */
static void
set_above (RecapTypedTable *self, guint index, RecapText text)
{
    Above *above = &self->above[index];

    for (guint i = index + 1; !recap_text_equal_string (text, above->text->str) && i < N_ABOVE; i++)
        self->above[i].line = 0;
    recap_text_assign (text, above->text);
    above->line = self->record.line;
}

/* Whether the cell of the record is joined with the one that has the text of @above. */
static gboolean
is_joined (const RecapTypedTable *self, Above *above)
{
    guint64 line = self->record.line;
    const GArray *joined = above->joined;

    if (joined == NULL)
        return FALSE;
    while (above->next < joined->len &&
           g_array_index (joined, RecapJoined, above->next).last_line < line)
        above->next++;
    return above->next < joined->len &&
           g_array_index (joined, RecapJoined, above->next).first_line == above->line;
}

/* What stands in a record that is passed over, or could not be read, is not for those below it to
 * be mistaken about. */
static void
remember_names (RecapTypedTable *self, gboolean readable)
{
    for (guint i = 0; i < N_ABOVE; i++) {
        Above *above = &self->above[i];
        RecapText text = RECAP_TEXT_EMPTY;
        if (readable && above->column < self->record.n_fields)
            text = recap_text_trim (recap_csv_unguard (self->record.fields[above->column]));
        if (!readable)
            above->line = 0;
        else if (text.size > 0)
            set_above (self, i, text);
    }
}

/* A name that stands once above the records that it may be for. */
static gboolean
reject_no_name (Row *row, RecapKey key, guint64 line)
{
    const char *name = recap_key_name (key);
    gboolean sheet = row->self->records.joined != NULL;
    g_autofree char *reason = g_strdup_printf (
        sheet ? _ ("the name of the %s is empty; the last one stands in line %" PRIu64
                   ", but the cells are not joined")
              : _ ("the name of the %s is empty; the last one stands in line %" PRIu64),
        name, line);
    g_autofree char *hint = g_strdup_printf (
        sheet ? _ ("write it in every row, join the cells, or give a profile with isi_ke_bawah=%s")
              : _ ("write it in every row, or give a profile with isi_ke_bawah=%s"),
        name);
    reject_place_name (row, key, reason, hint);
    return FALSE;
}

/* Whether an empty cell has the text that stands above it. */
static gboolean
is_filled (RecapTypedTable *self, guint index)
{
    Above *above = &self->above[index];
    const char *key = recap_key_name ((RecapKey)(RECAP_KEY_PROVINSI + index));

    return above->column != G_MAXUINT && above->line > 0 &&
           (is_joined (self, above) ||
            (self->profile != NULL && recap_profile_fills_down (self->profile, key)));
}

/* Takes the names of regions that stand once for several records: in joined cells, or where the
 * profile says so. A name is never carried into another region. Returns FALSE after a reject. */
static gboolean
fill_down (Row *row)
{
    RecapTypedTable *self = row->self;
    gboolean ok = TRUE;

    for (guint i = 0; i < N_ABOVE; i++) {
        Above *above = &self->above[i];
        RecapKey key = (RecapKey)(RECAP_KEY_PROVINSI + i);
        RecapText *text = &row->form->keys[key];
        const RecapText last = { above->text->str, above->text->len };
        if (above->column == G_MAXUINT || (text->size == 0 && above->line == 0))
            continue;
        if (text->size > 0)
            set_above (self, i, *text);
        else if (is_filled (self, i))
            *text = last;
        else if (!self->coded)
            ok = reject_no_name (row, key, above->line);
    }
    return ok;
}

/* Zeros all over are what programs write for a form that nobody has read. */
static void
blank_zeros (RecapTypedTable *self)
{
    for (guint i = 0; i < self->n_fields; i++)
        if (self->cells[i] > 0 || self->cells[i] == RECAP_CELL_UNREADABLE)
            return;
    for (guint i = 0; i < self->n_fields; i++)
        if (self->cells[i] == 0)
            self->cells[i] = RECAP_CELL_BLANK;
    for (guint i = 0; i < self->contradictions->len; i++)
        g_array_index (self->contradictions, RecapContradiction, i).figures = RECAP_CELL_BLANK;
}

/* Nearly all cells are nothing but digits, and read already. */
static void
take_counts (Row *row, gboolean station)
{
    RecapTypedTable *self = row->self;
    const gint64 max = station ? self->station_max : RECAP_COUNT_MAX;
    const gint32 *numbers = self->plan.plain_first ? self->record.numbers : NULL;

    for (guint i = 0; i < self->plan.n_counts; i++) {
        Count count = self->plan.counts[i];
        RecapCell cell = numbers != NULL ? numbers[count.column] : -1;
        if (G_LIKELY (cell >= 0 && cell <= max))
            self->cells[count.field] = cell;
        else
            take_cell (row, count.column, count.field, station);
    }
}

static void
take_fields (Row *row)
{
    RecapTypedTable *self = row->self;

    take_keys (row);
    if (fill_down (row) && !self->coded)
        take_place (row);
    RecapLevel level = recap_region_level (row->form->keys[RECAP_KEY_KODE]);
    gboolean station = (level == RECAP_LEVEL_TPS || level == RECAP_LEVEL_OPAQUE) && !self->own &&
                       self->plan.stations;
    take_counts (row, station);
    for (guint i = 0; i < self->plan.n_words; i++) {
        guint column = self->plan.words[i];
        take_words (row, column, (guint)g_array_index (self->columns, Column, column).field);
    }
    if (self->plan.zeros_are_blank)
        blank_zeros (self);
    if (self->coded)
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

    if (record->bad_line != 0 || n_fields != self->columns->len)
        remember_names (self, FALSE);
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
        guint column = n_fields > self->columns->len
                           ? recap_record_field_column (record, self->columns->len)
                           : recap_record_field_column (record, record->n_fields - 1);
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

/* --- what is no record --- */

/* '(1)', '(2)' ... under the header, as the official forms have it. Bare numbers may be data. */
static gboolean
is_numbering (const RecapRecord *record)
{
    guint n = 0;

    for (guint i = 0; i < record->n_fields; i++) {
        RecapText text = recap_text_trim (record->fields[i]);
        gint64 number = 0;
        if (text.size == 0)
            continue;
        if (text.size < 3 || text.bytes[0] != '(' || text.bytes[text.size - 1] != ')')
            return FALSE;
        text = (RecapText){ text.bytes + 1, text.size - 2 };
        if (!recap_count_parse (text, &number) || number != (gint64)i + 1)
            return FALSE;
        n++;
    }
    return n > 2;
}

static gboolean
is_left_out (const RecapTypedTable *self)
{
    const RecapRecord *record = &self->record;

    if (!self->plan.decides)
        return FALSE;
    for (guint i = 0; i < MIN (record->n_fields, self->columns->len); i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        if (column->decides &&
            recap_profile_leaves_out (self->profile, column->heading, record->fields[i]))
            return TRUE;
    }
    return FALSE;
}

/* --- rows of totals --- */

/* The text of the column in the record, nothing when the record is too short. */
static RecapText
get_text (const RecapTypedTable *self, guint column)
{
    return column < MIN (self->record.n_fields, self->columns->len)
               ? recap_text_trim (self->record.fields[column])
               : RECAP_TEXT_EMPTY;
}

/* Whether nothing in the record says whose it is, nor anything above it does: it could not be
 * taken, whatever its numbers are. */
static gboolean
is_nameless (RecapTypedTable *self)
{
    const GArray *names = self->plan.names;
    const GArray *needs = self->plan.needs;
    gboolean lacking = FALSE;

    for (guint i = 0; i < names->len; i++)
        if (get_text (self, g_array_index (names, guint, i)).size > 0)
            return FALSE;
    for (guint i = 0; i < needs->len && !lacking; i++) {
        guint column = g_array_index (needs, guint, i);
        int key = g_array_index (self->columns, Column, column).key;
        lacking = get_text (self, column).size == 0 &&
                  !(is_region_name (key) && is_filled (self, (guint)key - RECAP_KEY_PROVINSI));
    }
    return lacking;
}

static void
note_passed (const RecapTypedTable *self, RecapTypedPassed *passed)
{
    if (passed->n < G_N_ELEMENTS (passed->lines))
        passed->lines[passed->n] = self->record.line;
    passed->n++;
}

static void
reject_total (Row *row, const RecapTypedWrong *wrong)
{
    const RecapTypedTable *self = row->self;
    int field = g_array_index (self->columns, Column, wrong->column).field;
    g_autofree char *reason = g_strdup_printf (
        _ ("the total of '%s' is not that of the %" PRIu64 " records above, %" PRId64),
        self->fields[field].name, wrong->n, wrong->sum);
    reject_field (row, wrong->column, reason, _ ("a cell above or the total itself is wrong"));
}

/* A row of totals is checked and not imported. After a record that was rejected nothing can be said
 * about it. A table of recap has none.
 *
 * Returns: FALSE when the record is no such row. */
static gboolean
pass_total (Row *row)
{
    RecapTypedTable *self = row->self;
    gboolean named = recap_typed_totals_is_named (self->totals, &self->record);
    RecapTypedWrong wrong;

    if (!named && !is_nameless (self))
        return FALSE;
    switch (recap_typed_totals_check (self->totals, &self->record, named, &wrong)) {
    case RECAP_TYPED_TOTAL_NONE:
        return FALSE;
    case RECAP_TYPED_TOTAL_AGREES:
        note_passed (self, &self->agreeing);
        return TRUE;
    case RECAP_TYPED_TOTAL_EMPTY:
        note_passed (self, &self->unchecked);
        return TRUE;
    case RECAP_TYPED_TOTAL_WRONG:
        if (self->n_rejected > 0)
            note_passed (self, &self->unchecked);
        else
            reject_total (row, &wrong);
        return TRUE;
    }
    g_assert_not_reached ();
}

/* --- one record after the other --- */

static void
start_form (RecapTypedTable *self, RecapForm *form)
{
    *form = (RecapForm){
        .contest = self->contest,
        .cells = self->cells,
        .file = self->records.name,
        .line = self->record.line,
    };
    g_array_set_size (self->contradictions, 0);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form->keys[key] = RECAP_TEXT_EMPTY;
    form->keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form->tallies[tally] = RECAP_CELL_NOT_CARRIED;
    for (guint i = 0; i < self->n_fields; i++)
        self->cells[i] = RECAP_CELL_NOT_CARRIED;
}

/* Passes over what is no record. *@ret_passed: it was passed over and nothing was wrong. */
static void
read_record (Row *row, gboolean *ret_passed)
{
    RecapTypedTable *self = row->self;
    gboolean first = self->n_taken == 0 && self->n_rejected == 0;

    *ret_passed = TRUE;
    if (is_empty (&self->record)) {
        self->n_empty++;
    } else if (is_left_out (self)) {
        self->n_left_out++;
        remember_names (self, TRUE);
    } else if (first && self->profile == NULL && is_numbering (&self->record)) {
        return;
    } else if (!self->own && pass_total (row)) {
        *ret_passed = row->taken;
    } else {
        *ret_passed = FALSE;
        take_record (row);
        self->n_taken += row->taken;
        if (row->taken && !self->own)
            recap_typed_totals_add (self->totals, self->cells);
    }
    self->n_rejected += !row->taken;
}

gboolean
recap_typed_table_next (RecapTypedTable *self, RecapForm *form, gboolean *ret_taken,
                        gboolean *ret_end, RecapRejectFunc reject, gpointer data, GError **error)
{
    g_return_val_if_fail (self != NULL && form != NULL && reject != NULL, FALSE);

    Row row = { self, form, reject, data, TRUE };
    gboolean passed = TRUE;

    while (passed) {
        if (!self->records.next (self->records.self, &self->record, ret_end, error))
            return FALSE;
        if (*ret_end)
            return TRUE;
        row.taken = TRUE;
        start_form (self, form);
        read_record (&row, &passed);
    }
    *ret_taken = row.taken;
    return TRUE;
}
