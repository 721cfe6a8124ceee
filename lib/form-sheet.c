#include "config.h"

#include "form-sheet.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "error.h"
#include "form-sheet-heading.h"
#include "names.h"
#include "region.h"

enum {
    LOOK_ROWS = 60, /* the headings stand among the first rows */
    DESA_DIGITS = 10,
};

/* A column of a block. */
typedef struct {
    FormColumnKind kind;
    guint index;   /* of the record, from 0 */
    char *heading; /* in one line */
    char tps[FORM_TPS_DIGITS + 1];
    guint64 line; /* of the heading */
    gboolean bad; /* something in it was rejected */
    char *psu;    /* mark of a re-vote, or NULL */
    RecapCell *cells;
    GArray *contradictions; /* of RecapContradiction, texts in the arena */
    char *desa;     /* name above this column, "" when only its code stands there; or NULL */
    char *kode;     /* of that, or NULL */
    guint desa_row; /* of the heading, that the name stands in */
} Column;

/* The sum of a row over the TPS columns so far. */
typedef struct {
    gint64 value;
    gboolean lost; /* a cell could not be read: nothing to compare with */
} Sum;

struct _RecapFormSheet {
    const RecapContest *contest;
    const RecapField *fields;
    guint n_fields;
    gint64 station_max;
    const RecapRegister *stations;
    RecapNumbers numbers;
    const RecapProfile *profile; /* or NULL */

    const RecapRecords *records;
    const RecapFormSheetVisitor *visitor;
    char *names[RECAP_N_KEYS]; /* PROVINSI to DESA and SUMBER as the heading says, or NULL */
    char *kode;                /* the longest code of the heading, or NULL */
    gboolean own;              /* a sheet of recap-report */
    GArray *columns;           /* Column of the block; empty before the first heading */
    gboolean moved;            /* a title within the sheet named another region; no heading yet */
    gboolean *seen;            /* by field: the block had its row */
    char *number, *label;      /* of the last row that had one */
    int section;               /* that was begun last, -1: none */
    guint64 n_rows;            /* since the heading of the block */
    Sum *sums;                 /* by field */
    guint n_stations;          /* that the sums hold */
    char *sums_of;             /* desa that they are of */
    RecapArena *arena;         /* of words */
};

static void
clear_column (gpointer data)
{
    Column *column = data;
    g_free (column->heading);
    g_free (column->desa);
    g_free (column->kode);
    g_free (column->cells);
    g_free (column->psu);
    if (column->contradictions != NULL)
        g_array_unref (column->contradictions);
}

RecapFormSheet *
recap_form_sheet_new (const RecapContest *contest, const RecapRegister *stations,
                      RecapNumbers numbers, const RecapProfile *profile)
{
    g_return_val_if_fail (contest != NULL, NULL);

    RecapFormSheet *self = g_new0 (RecapFormSheet, 1);
    self->contest = contest;
    self->fields = recap_contest_get_fields (contest, &self->n_fields);
    self->station_max = RECAP_COUNT_MAX;
    recap_contest_get_limit (contest, "batas_mutlak", &self->station_max);
    self->stations = stations;
    self->profile = profile;
    self->numbers = numbers != RECAP_NUMBERS_PLAIN || profile == NULL
                        ? numbers
                        : recap_profile_get_numbers (profile);
    self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    g_array_set_clear_func (self->columns, clear_column);
    self->seen = g_new0 (gboolean, self->n_fields);
    self->sums = g_new0 (Sum, self->n_fields);
    self->arena = recap_arena_new ();
    return self;
}

static void
forget_heading (RecapFormSheet *self)
{
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        g_clear_pointer (&self->names[key], g_free);
    g_clear_pointer (&self->kode, g_free);
    g_clear_pointer (&self->number, g_free);
    g_clear_pointer (&self->label, g_free);
    g_array_set_size (self->columns, 0);
    self->section = -1;
    self->own = FALSE;
    self->moved = FALSE;
}

void
recap_form_sheet_free (RecapFormSheet *self)
{
    if (self == NULL)
        return;
    forget_heading (self);
    g_array_unref (self->columns);
    g_free (self->seen);
    g_free (self->sums);
    g_free (self->sums_of);
    recap_arena_free (self->arena);
    g_free (self);
}

/* --- headings --- */

gboolean
recap_form_sheet_recognise (const RecapRecords *records, gboolean *ret_is_form, GError **error)
{
    g_return_val_if_fail (records != NULL && ret_is_form != NULL, FALSE);

    g_auto (FormWindow) window;
    guint first = 0;

    form_window_init (&window, records);
    *ret_is_form = FALSE;
    for (guint i = 0; i < LOOK_ROWS && !*ret_is_form; i++) {
        if (!form_window_fill (&window, error))
            return FALSE;
        if (window.n == 0)
            break;
        for (guint height = 1; height <= window.n && !*ret_is_form; height++)
            *ret_is_form = form_heading_is (&window, height, &first);
        form_window_drop (&window, 1);
    }
    return TRUE;
}

/* --- the place --- */

/* Leaves out blanks and colons at the beginning. */
static RecapText
after_colon (RecapText text)
{
    while (text.size > 0 && strchr (" \t\r\n:", text.bytes[0]) != NULL && text.bytes[0] != '\0')
        text = (RecapText){ text.bytes + 1, text.size - 1 };
    return recap_text_trim (text);
}

/* Takes the code off the end of 'RANDU ASRI (3907122001)'; a name of digits is a code itself.
 *
 * Returns: the code, empty when there is none. */
static RecapText
cut_kode (RecapText *name)
{
    RecapText kode = *name;
    if (name->size > 2 && name->bytes[name->size - 1] == ')') {
        gsize open = name->size - 1;
        while (open > 0 && name->bytes[open] != '(')
            open--;
        kode = (RecapText){ name->bytes + open + 1, name->size - open - 2 };
    }
    RecapLevel level = recap_region_level (kode);
    if (level == RECAP_LEVEL_OPAQUE || level == RECAP_LEVEL_NASIONAL)
        return RECAP_TEXT_EMPTY;
    *name = kode.size == name->size
                ? RECAP_TEXT_EMPTY
                : recap_text_trim ((RecapText){ name->bytes, name->size - kode.size - 2 });
    return kode;
}

static void
take_kode (RecapFormSheet *self, RecapText *name)
{
    RecapText kode = cut_kode (name);

    if (kode.size > 0 && (self->kode == NULL || kode.size > strlen (self->kode))) {
        g_free (self->kode);
        self->kode = g_strndup (kode.bytes, kode.size);
    }
}

static const struct {
    const char *word; /* the longer before the shorter */
    RecapKey key;
} places[] = {
    { "PROVINSI", RECAP_KEY_PROVINSI },   { "KABUPATEN/KOTA", RECAP_KEY_KABKO },
    { "KABUPATEN", RECAP_KEY_KABKO },     { "KOTA", RECAP_KEY_KABKO },
    { "KECAMATAN", RECAP_KEY_KECAMATAN }, { "DISTRIK", RECAP_KEY_KECAMATAN },
    { "KELURAHAN/DESA", RECAP_KEY_DESA }, { "DESA/KELURAHAN", RECAP_KEY_DESA },
    { "KELURAHAN", RECAP_KEY_DESA },      { "DESA", RECAP_KEY_DESA },
};

/* Finds the word for a region at the beginning of @text. *@ret_name is what follows it.
 *
 * Returns: its key; RECAP_N_KEYS when there is none. */
static RecapKey
cut_place (RecapText text, RecapText *ret_name)
{
    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
        gsize size = strlen (places[i].word);
        if (text.size < size || g_ascii_strncasecmp (text.bytes, places[i].word, size) != 0 ||
            (text.size > size && strchr (" \t:", text.bytes[size]) == NULL))
            continue;
        *ret_name = after_colon ((RecapText){ text.bytes + size, text.size - size });
        return places[i].key;
    }
    return RECAP_N_KEYS;
}

/* 'KECAMATAN : TELUK RANDU' in one cell, or the name in a cell to the right. */
static RecapKey
find_place (const RecapRecord *record, guint index, RecapText *ret_name)
{
    RecapKey key = cut_place (recap_text_trim (record->fields[index]), ret_name);

    for (guint k = index + 1; key != RECAP_N_KEYS && k < record->n_fields && ret_name->size == 0;
         k++)
        *ret_name = after_colon (record->fields[k]);
    return key;
}

static void
read_place (RecapFormSheet *self, const RecapRecord *record, guint index)
{
    RecapText name = RECAP_TEXT_EMPTY;
    RecapKey key = find_place (record, index, &name);

    if (key == RECAP_N_KEYS)
        return;
    take_kode (self, &name);
    g_free (self->names[key]);
    self->names[key] = g_strndup (name.bytes, name.size);
}

/* Returns: what follows @word in @text up to the next '|'; NULL when it is not there. */
static char *
find_after (const char *text, const char *word)
{
    const char *found = strstr (text, word);
    if (found == NULL)
        return NULL;
    found += strlen (word);
    return g_strstrip (g_strndup (found, strcspn (found, "|")));
}

/* The sheets of recap-report say what form they are of and whose numbers they have. */
static gboolean
read_form_name (RecapFormSheet *self, const RecapRecord *record, guint index, GError **error)
{
    g_autofree char *text = g_strndup (record->fields[index].bytes, record->fields[index].size);
    g_autofree char *form = find_after (text, "Formulir: ");
    const char *wanted = recap_contest_get_plano (self->contest);

    if (form == NULL)
        return TRUE;
    if (strcmp (form, wanted) == 0) {
        self->own = TRUE;
        const char *source = strstr (text, "Sumber data: ");
        if (source != NULL) {
            g_free (self->names[RECAP_KEY_SUMBER]);
            self->names[RECAP_KEY_SUMBER] = g_strdup (source + strlen ("Sumber data: "));
        }
        return TRUE;
    }
    RecapOrigin origin = { self->records->name, record->line,
                           recap_record_field_column (record, index) };
    g_autofree char *shown = recap_text_display (form, strlen (form));
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the form is '%s', not '%s'"), shown,
                     wanted);
    recap_error_set_hint (error, _ ("name the contest of the sheet with -c"));
    return FALSE;
}

static gboolean
read_title (RecapFormSheet *self, const RecapRecord *record, GError **error)
{
    for (guint i = 0; i < record->n_fields; i++) {
        if (record->fields[i].size == 0)
            continue;
        read_place (self, record, i);
        if (!read_form_name (self, record, i, error))
            return FALSE;
    }
    return TRUE;
}

/* --- codes --- */

static gboolean
same_name (const char *a, const char *b)
{
    if (a == NULL || *a == '\0')
        return TRUE; /* the heading does not say */
    g_autofree char *left = recap_name_normalize (recap_text (a));
    g_autofree char *right = recap_name_normalize (recap_text (b));
    return strcmp (left, right) == 0;
}

/* Looks for the one desa of the register that is named @desa (may be NULL) and has the other names
 * of the heading. */
static char *
look_up_desa (const RecapFormSheet *self, const char *desa)
{
    const char *found = NULL;
    guint n = self->stations != NULL ? recap_register_get_n (self->stations) : 0;

    for (guint i = 0; i < n && desa != NULL && *desa != '\0'; i++) {
        const RecapStation *station = recap_register_get (self->stations, i);
        if (!same_name (desa, station->desa) ||
            !same_name (self->names[RECAP_KEY_KECAMATAN], station->kecamatan) ||
            !same_name (self->names[RECAP_KEY_KABKO], station->kabko) ||
            !same_name (self->names[RECAP_KEY_PROVINSI], station->provinsi) ||
            recap_region_level (recap_text (station->kode)) != RECAP_LEVEL_TPS)
            continue;
        if (found != NULL && strncmp (found, station->kode, DESA_DIGITS) != 0)
            return NULL; /* two of this name */
        found = station->kode;
    }
    return found != NULL ? g_strndup (found, DESA_DIGITS) : NULL;
}

/* What the profile says of all sheets, where the heading says nothing. */
static void
take_constants (RecapFormSheet *self)
{
    for (RecapKey key = RECAP_KEY_PROVINSI; self->profile != NULL && key < RECAP_KEY_TPS; key++)
        if (self->names[key] == NULL)
            self->names[key] = recap_profile_get_constant (self->profile, recap_key_name (key),
                                                           self->records->name);
}

static void
find_desa (RecapFormSheet *self)
{
    take_constants (self);
    if (self->kode == NULL || recap_region_level (recap_text (self->kode)) != RECAP_LEVEL_DESA) {
        g_free (self->kode);
        self->kode = look_up_desa (self, self->names[RECAP_KEY_DESA]);
    }
}

/* --- rejects --- */

/* 'AB12'. */
static char *
cell_name (guint index, guint64 line)
{
    char letters[8];
    guint n = sizeof letters - 1;

    letters[n] = '\0';
    for (guint left = index + 1; left > 0; left = (left - 1) / 26)
        letters[--n] = (char)('A' + (left - 1) % 26);
    return g_strdup_printf ("%s%" PRIu64, letters + n, line);
}

static void
reject (const RecapFormSheet *self, guint64 line, guint index, const char *heading, RecapText text,
        const char *reason, const char *hint)
{
    RecapReject what = {
        .origin = { self->records->name, line, index + 1 },
        .column = heading,
        .text = text,
        .reason = reason,
        .hint = hint,
        .excerpt = RECAP_TEXT_EMPTY,
        .width = 1,
    };
    self->visitor->reject (&what, self->visitor->data);
}

/* --- blocks --- */

static gboolean
give_station (RecapFormSheet *self, Column *column, GError **error)
{
    const char *desa = column->desa != NULL ? column->kode : self->kode;
    g_autofree char *kode = desa != NULL ? g_strconcat (desa, column->tps, NULL) : NULL;
    g_autofree char *cell = cell_name (column->index, column->line);
    g_autofree char *place = g_strdup_printf ("%s!%s", self->records->name, cell);
    RecapForm form = {
        .contest = self->contest,
        .cells = column->cells,
        .file = self->records->name,
        .line = column->line,
    };

    if (kode == NULL) {
        reject (self, column->line, column->index, column->heading, recap_text (column->heading),
                _ ("the heading of the sheet does not say which desa it is"),
                _ ("write its code after its name, 'DESA : NAME (3907122001)', or give a register "
                   "with -r that has the name once"));
        column->bad = TRUE;
    }
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form.tallies[tally] = RECAP_CELL_NOT_CARRIED;
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = recap_text (self->names[key]);
    if (column->desa != NULL)
        form.keys[RECAP_KEY_DESA] = recap_text (column->desa);
    form.keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_TPS] = recap_text (column->tps);
    form.keys[RECAP_KEY_PSU] = recap_text (column->psu);
    form.keys[RECAP_KEY_ASAL] = recap_text (place);
    return self->visitor->form (&form, !column->bad, column->contradictions, self->visitor->data,
                                error);
}

static gboolean
end_block (RecapFormSheet *self, GError **error)
{
    for (guint i = 0; i < self->columns->len; i++) {
        Column *column = &g_array_index (self->columns, Column, i);
        if (column->kind == FORM_COLUMN_STATION && !give_station (self, column, error))
            return FALSE;
        if (column->kind == FORM_COLUMN_TOTAL && column->bad &&
            !self->visitor->form (NULL, FALSE, NULL, self->visitor->data, error))
            return FALSE;
        self->n_stations += column->kind == FORM_COLUMN_STATION;
    }
    g_array_set_size (self->columns, 0);
    return TRUE;
}

/* The sums go on when the desa does, also from sheet to sheet. */
static void
keep_sums (RecapFormSheet *self)
{
    const char *desa = self->names[RECAP_KEY_DESA];
    g_autofree char *place =
        g_strdup_printf ("%s %s", self->kode != NULL ? self->kode : "", desa != NULL ? desa : "");

    if (g_strcmp0 (place, self->sums_of) == 0)
        return;
    memset (self->sums, 0, sizeof *self->sums * self->n_fields);
    self->n_stations = 0;
    g_free (self->sums_of);
    self->sums_of = g_steal_pointer (&place);
}

/* Minutes say what they are above their first block. */
static gboolean
check_layout (const RecapFormSheet *self, const RecapRecord *record, GError **error)
{
    if (self->own || self->profile == NULL ||
        recap_profile_get_layout (self->profile) != RECAP_LAYOUT_MINUTES)
        return TRUE;
    RecapOrigin origin = { self->records->name, record->line, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("the sheet is not one of recap-report, as the profile '%s' says"),
                     recap_profile_get_name (self->profile));
    recap_error_set_hint (error, _ ("with susunan=kolom the profile is for others, too"));
    return FALSE;
}

/* Reads the name of a desa above a column: with the word before it, with its code, or one that the
 * register has. Returns FALSE for anything else. */
static gboolean
read_desa (const RecapFormSheet *self, RecapText text, char **ret_name, char **ret_kode)
{
    RecapText name = text;
    gboolean named = cut_place (text, &name) == RECAP_KEY_DESA;
    RecapText kode = cut_kode (&name);
    char *found = NULL;

    if (recap_region_level (kode) == RECAP_LEVEL_DESA)
        found = g_strndup (kode.bytes, kode.size);
    g_autofree char *desa = g_strndup (name.bytes, name.size);
    if (found == NULL && name.size > 0)
        found = look_up_desa (self, desa);
    if (found == NULL && (!named || name.size == 0))
        return FALSE;
    *ret_name = g_steal_pointer (&desa);
    *ret_kode = found;
    return TRUE;
}

/* Desa stand side by side above the TPS. */
static void
take_desa_above (const RecapFormSheet *self, const FormWindow *window, guint height, guint first,
                 Column *column)
{
    char tps[FORM_TPS_DIGITS + 1];

    for (guint i = 0; i + 1 < height && column->desa == NULL; i++) {
        RecapText text = form_window_above (window, i, column->index, first);
        if (text.size > 0 && !form_heading_is_tps (text) &&
            form_heading_identify (text, tps) == FORM_COLUMN_OTHER)
            read_desa (self, text, &column->desa, &column->kode);
        column->desa_row = i;
    }
}

/* Makes the columns of the heading in the first @height rows. */
static GArray *
make_columns (const RecapFormSheet *self, const FormWindow *window, guint height, guint first)
{
    GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
    guint n = form_heading_width (window, height);

    g_array_set_clear_func (columns, clear_column);
    for (guint i = 0; i < n; i++) {
        Column column = { .index = i, .line = window->rows[height - 1].record.line };
        column.heading = form_heading_join (window, height, i);
        column.kind = form_heading_kind (window, height, i);
        if (form_heading_has_station (window, height - 1, i, column.tps))
            column.kind = FORM_COLUMN_STATION;
        if (column.kind == FORM_COLUMN_STATION)
            take_desa_above (self, window, height, first, &column);
        g_array_append_val (columns, column);
    }
    return columns;
}

/* How many desa stand above the TPS of @columns; the same name side by side is one. */
static guint
count_desa (const GArray *columns)
{
    const char *before = NULL;
    guint n = 0;

    for (guint i = 0; i < columns->len; i++) {
        const Column *column = &g_array_index (columns, Column, i);
        if (column->desa == NULL)
            continue;
        n += before == NULL || strcmp (before, column->desa) != 0;
        before = column->desa;
    }
    return n;
}

/* Whether one desa stands above all TPS of @columns. */
static gboolean
has_common_desa (const GArray *columns)
{
    for (guint i = 0; i < columns->len; i++) {
        const Column *column = &g_array_index (columns, Column, i);
        if (column->kind == FORM_COLUMN_STATION && column->desa == NULL)
            return FALSE;
    }
    return count_desa (columns) == 1;
}

/* Whether the first row of a heading of @height rows belongs to it, and is no title above it: a
 * title begins at the left, and has one desa. */
static gboolean
has_part (const FormWindow *window, guint height, guint first, const GArray *columns)
{
    gboolean part = height == 1 || form_heading_label_row (window, height) == 0;
    gboolean title = FALSE;

    for (guint i = 0; i < first; i++)
        title = title || form_window_cell (window, 0, i).size > 0;
    title = title && count_desa (columns) < 2;
    for (guint i = 0; i < columns->len && !part; i++) {
        const Column *column = &g_array_index (columns, Column, i);
        part = form_heading_is_tps (form_window_cell (window, 0, i)) ||
               (column->desa != NULL && column->desa_row == 0 && !title);
    }
    return part;
}

/* Finds out how many of the next rows are a heading, 0: none, and what its columns are. */
static GArray *
find_heading (const RecapFormSheet *self, const FormWindow *window, guint *ret_height)
{
    guint first = 0;

    for (guint height = 1; height <= window->n; height++) {
        if (!form_heading_is (window, height, &first))
            continue;
        g_autoptr (GArray) columns = make_columns (self, window, height, first);
        if (!has_part (window, height, first, columns))
            continue;
        *ret_height = height;
        return g_steal_pointer (&columns);
    }
    *ret_height = 0;
    return NULL;
}

static void
make_room (const RecapFormSheet *self, Column *column)
{
    if (column->kind != FORM_COLUMN_STATION)
        return;
    column->contradictions = g_array_new (FALSE, FALSE, sizeof (RecapContradiction));
    column->cells = g_new (RecapCell, self->n_fields);
    for (guint k = 0; k < self->n_fields; k++)
        column->cells[k] = RECAP_CELL_NOT_CARRIED;
}

/* One desa above all TPS is that of the sheet. */
static void
take_common_desa (RecapFormSheet *self, GArray *columns)
{
    if (!has_common_desa (columns))
        return;
    for (guint i = 0; i < columns->len; i++) {
        Column *column = &g_array_index (columns, Column, i);
        if (column->desa == NULL)
            continue;
        g_free (self->names[RECAP_KEY_DESA]);
        g_free (self->kode);
        self->names[RECAP_KEY_DESA] = g_steal_pointer (&column->desa);
        self->kode = g_steal_pointer (&column->kode);
    }
}

/* Begins a block with @columns, which it takes. */
static gboolean
begin_block (RecapFormSheet *self, const FormWindow *window, GArray *columns, GError **error)
{
    if (!end_block (self, error) || !check_layout (self, &window->rows[0].record, error))
        return FALSE;
    g_array_unref (self->columns);
    self->columns = g_array_ref (columns);
    self->moved = FALSE;
    take_common_desa (self, columns);
    find_desa (self);
    keep_sums (self);
    for (guint i = 0; i < columns->len; i++)
        make_room (self, &g_array_index (columns, Column, i));
    memset (self->seen, 0, sizeof *self->seen * self->n_fields);
    self->n_rows = 0;
    self->section = -1;
    g_clear_pointer (&self->number, g_free);
    g_clear_pointer (&self->label, g_free);
    return TRUE;
}

/* --- rows --- */

static const RecapField *
find_by_label (const RecapFormSheet *self, const char *label, const char *suffix)
{
    g_autofree char *heading = g_strdup_printf ("%s %s", label, suffix);
    return recap_contest_find_heading (self->contest, recap_text (heading));
}

/* The box by its number on the form; a bare '1' in the section of the votes is a ballot number. */
static const RecapField *
find_by_number (const RecapFormSheet *self, const char *number, RecapColumn column)
{
    gint64 ballot = 0;
    const char *digits = number;
    while (digits[0] == '0' && digits[1] != '\0')
        digits++;
    if (!recap_count_parse (recap_text (digits), &ballot))
        ballot = 0;

    for (guint i = 0; i < self->n_fields; i++) {
        const RecapField *field = &self->fields[i];
        if (field->column == column && g_ascii_strcasecmp (field->number, number) == 0)
            return field;
        if (ballot > 0 && self->section == (int)field->section && field->role == RECAP_ROLE_VOTES &&
            field->contestant == (guint)ballot)
            return field;
    }
    return NULL;
}

/* What stands at the left of a row. */
typedef struct {
    const char *suffix; /* for a heading: 'l', 'p', 'j' or nothing */
    RecapColumn column;
} Sex;

static Sex
find_sex (RecapText text)
{
    static const struct {
        const char *word;
        Sex sex;
    } words[] = {
        { "lk", { "l", RECAP_COLUMN_L } },       { "l", { "l", RECAP_COLUMN_L } },
        { "lakilaki", { "l", RECAP_COLUMN_L } }, { "pr", { "p", RECAP_COLUMN_P } },
        { "p", { "p", RECAP_COLUMN_P } },        { "perempuan", { "p", RECAP_COLUMN_P } },
        { "jml", { "j", RECAP_COLUMN_J } },      { "j", { "j", RECAP_COLUMN_J } },
        { "jumlah", { "j", RECAP_COLUMN_J } },   { "lp", { "j", RECAP_COLUMN_J } },
    };
    g_autofree char *simple = form_heading_simplify (text);
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (strcmp (simple, words[i].word) == 0)
            return words[i].sex;
    return (Sex){ "", RECAP_COLUMN_NONE };
}

/* Finds out which box a row is, NULL when it is none. Joined cells have number and label only in
 * the first of their rows. */
static const RecapField *
find_field (RecapFormSheet *self, const RecapRecord *record)
{
    RecapText number = RECAP_TEXT_EMPTY;
    RecapText label = RECAP_TEXT_EMPTY;
    Sex sex = { "", RECAP_COLUMN_NONE };

    for (guint i = 0; i < MIN (record->n_fields, self->columns->len); i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        RecapText text = recap_text_trim (record->fields[i]);
        if (column->kind == FORM_COLUMN_STATION || column->kind == FORM_COLUMN_TOTAL)
            break;
        if (column->kind == FORM_COLUMN_NUMBER)
            number = text;
        else if (column->kind == FORM_COLUMN_LABEL)
            label = text;
        else if (text.size > 0)
            sex = find_sex (text);
    }
    if (number.size > 0 || label.size > 0 || sex.column == RECAP_COLUMN_NONE) {
        g_free (self->number);
        g_free (self->label);
        self->number = g_strndup (number.bytes, number.size);
        self->label = g_strndup (label.bytes, label.size);
    }
    if (self->label == NULL || (*self->label == '\0' && *self->number == '\0'))
        return NULL;
    const RecapField *field = find_by_label (self, self->label, sex.suffix);
    return field != NULL ? field : find_by_number (self, self->number, sex.column);
}

static void
note_section (RecapFormSheet *self)
{
    guint n = 0;
    const RecapSection *sections = recap_contest_get_sections (self->contest, &n);
    for (guint i = 0; i < n && self->number != NULL; i++)
        if (strcmp (sections[i].number, self->number) == 0)
            self->section = (int)i;
}

/* '203 (dua ratus dua)': the figures are taken, the words kept beside them. */
static gboolean
take_both (RecapFormSheet *self, Column *column, const RecapRecord *record, const RecapField *field,
           RecapText text)
{
    RecapContradiction found = {
        .field = field->index,
        .origin = { self->records->name, record->line, column->index + 1 },
    };

    if (!recap_typed_cell_split (text, self->numbers, &found.figures, &found.words, &found.text))
        return FALSE;
    column->cells[field->index] = found.figures;
    found.text.bytes = recap_arena_copy (self->arena, found.text);
    g_array_append_val (column->contradictions, found);
    return TRUE;
}

/* Returns whether the cell could be read. */
static gboolean
take_cell (RecapFormSheet *self, Column *column, const RecapRecord *record, const RecapField *field)
{
    RecapText text =
        column->index < record->n_fields ? record->fields[column->index] : RECAP_TEXT_EMPTY;
    RecapCell *cell = &column->cells[field->index];
    g_autofree char *reason = NULL;
    g_autofree char *hint = NULL;

    *cell = RECAP_CELL_BLANK;
    if (self->profile != NULL && recap_profile_is_blank (self->profile, text))
        return TRUE;
    if (!recap_typed_cell_parse (text, self->numbers, cell) &&
        !take_both (self, column, record, field, text)) {
        g_autofree char *shown = recap_text_display (text.bytes, text.size);
        reason = g_strdup_printf (_ ("'%s' is not a count (column '%s')"), shown, field->name);
        hint = recap_typed_cell_explain (recap_text_trim (text), self->numbers);
    } else if (*cell > self->station_max && !self->own) {
        reason = g_strdup_printf (
            _ ("%" PRId64 " is more than the form of a TPS can hold (column '%s')"), *cell,
            field->name);
        hint = g_strdup_printf (_ ("the limit is %" PRId64), self->station_max);
    }
    if (reason == NULL)
        return TRUE;
    column->bad = TRUE;
    reject (self, record->line, column->index, column->heading, text, reason, hint);
    return FALSE;
}

/* The TPS of one row so far: of the desa that stands above them, where several do. */
typedef struct {
    gboolean after_station;
    const char *desa; /* NULL: that of the sheet */
    gint64 value;
} Part;

static void
add_to_part (Part *part, const Column *column, RecapCell cell)
{
    if (g_strcmp0 (part->desa, column->desa) != 0)
        part->value = 0;
    part->desa = column->desa;
    if (recap_cell_is_number (cell))
        part->value = MIN (part->value + cell, RECAP_COUNT_MAX);
}

/* What is carried forward at the beginning of a sheet cannot be compared when the sheets before it
 * are not there: it is then what the sum begins with. */
static void
check_total (RecapFormSheet *self, Column *column, const RecapRecord *record,
             const RecapField *field, const Part *part)
{
    Sum *sum = &self->sums[field->index];
    RecapText text =
        column->index < record->n_fields ? record->fields[column->index] : RECAP_TEXT_EMPTY;
    RecapCell total = RECAP_CELL_BLANK;

    if (sum->lost || !recap_typed_cell_parse (text, self->numbers, &total) ||
        !recap_cell_is_number (total))
        return;
    if (self->n_stations == 0 && !part->after_station) {
        *sum = (Sum){ total, FALSE };
        return;
    }
    if (total == sum->value || (part->desa != NULL && total == part->value))
        return;
    g_autofree char *reason =
        g_strdup_printf (_ ("%s of '%s' is %" PRId64 ", but the TPS before it add up to %" PRId64),
                         column->heading, field->name, total, sum->value);
    column->bad = TRUE;
    reject (self, record->line, column->index, column->heading, text, reason,
            _ ("the totals are not imported; look which of the TPS was typed wrong"));
}

/* What the words beside a cell say: they never fill it in. '-' and '?' say nothing. */
static void
take_words (RecapFormSheet *self, Column *station, const Column *words, const RecapRecord *record,
            const RecapField *field)
{
    RecapText text = words->index < record->n_fields
                         ? recap_text_trim (record->fields[words->index])
                         : RECAP_TEXT_EMPTY;
    RecapContradiction found = {
        .field = field->index,
        .figures = station->cells[field->index],
        .words = RECAP_CELL_UNREADABLE,
        .origin = { self->records->name, record->line, words->index + 1 },
    };

    if (text.size == 0 || (recap_typed_cell_parse (text, RECAP_NUMBERS_PLAIN, &found.words) &&
                           (!recap_cell_is_number (found.words) || found.words == found.figures)))
        return;
    found.text = (RecapText){ recap_arena_copy (self->arena, text), text.size };
    g_array_append_val (station->contradictions, found);
}

static void
take_row (RecapFormSheet *self, const RecapRecord *record, const RecapField *field)
{
    Sum *sum = &self->sums[field->index];
    Part part = { FALSE, NULL, 0 };
    Column *station = NULL; /* to the left */

    self->seen[field->index] = TRUE;
    for (guint i = 0; i < self->columns->len; i++) {
        Column *column = &g_array_index (self->columns, Column, i);
        if (column->kind == FORM_COLUMN_TOTAL)
            check_total (self, column, record, field, &part);
        if (column->kind == FORM_COLUMN_WORDS && station != NULL)
            take_words (self, station, column, record, field);
        station = column->kind == FORM_COLUMN_STATION ? column : NULL;
        if (station == NULL)
            continue;
        part.after_station = TRUE;
        RecapCell *cell = &column->cells[field->index];
        if (!take_cell (self, column, record, field)) {
            sum->lost = TRUE;
        } else if (recap_cell_is_number (*cell)) {
            sum->value = MIN (sum->value + *cell, RECAP_COUNT_MAX);
        }
        add_to_part (&part, column, *cell);
    }
}

/* Whether a row that is no box has numbers in the columns of the TPS; 1, 2, 3 ... below the
 * headings are the numbers of the columns. */
static gboolean
has_numbers (const RecapFormSheet *self, const RecapRecord *record)
{
    RecapCell before = RECAP_CELL_BLANK;
    guint n = 0;
    guint n_steps = 0;

    for (guint i = 0; i < MIN (record->n_fields, self->columns->len); i++) {
        RecapCell cell = RECAP_CELL_BLANK;
        if (g_array_index (self->columns, Column, i).kind != FORM_COLUMN_STATION ||
            !recap_typed_cell_parse (record->fields[i], self->numbers, &cell) ||
            !recap_cell_is_number (cell))
            continue;
        n_steps += n > 0 && cell == before + 1;
        before = cell;
        n++;
    }
    return n > 0 && !(self->n_rows == 1 && n_steps == n - 1);
}

/* recap-report writes under a block 'TPS 003: Pemungutan Suara Ulang; TPS 007: ...'. */
static void
read_revotes (RecapFormSheet *self, RecapText text)
{
    g_autofree char *note = g_strndup (text.bytes, text.size);

    for (guint i = 0; i < self->columns->len; i++) {
        Column *column = &g_array_index (self->columns, Column, i);
        g_autofree char *word = g_strdup_printf ("TPS %s: ", column->tps);
        const char *found = column->kind == FORM_COLUMN_STATION ? strstr (note, word) : NULL;
        if (found == NULL || (found != note && !g_str_has_prefix (found - 2, "; ")))
            continue;
        found += strlen (word);
        const char *end = strstr (found, "; TPS ");
        g_free (column->psu);
        column->psu = end != NULL ? g_strndup (found, (gsize)(end - found)) : g_strdup (found);
    }
}

static void
read_notes (RecapFormSheet *self, const RecapRecord *record)
{
    for (guint i = 0; self->own && i < record->n_fields; i++)
        if (record->fields[i].size > 4 && memcmp (record->fields[i].bytes, "TPS ", 4) == 0)
            read_revotes (self, record->fields[i]);
}

/* Whether a title within the sheet names another region than that of the block: its key, or
 * RECAP_N_KEYS. */
static RecapKey
find_move (const RecapFormSheet *self, const RecapRecord *record)
{
    for (guint i = 0; i < record->n_fields; i++) {
        RecapText name = RECAP_TEXT_EMPTY;
        RecapKey key = find_place (record, i, &name);
        if (key == RECAP_N_KEYS || name.size == 0)
            continue;
        RecapText kode = cut_kode (&name);
        g_autofree char *other = g_strndup (name.bytes, name.size);
        gsize size = self->kode != NULL ? MIN (kode.size, strlen (self->kode)) : 0;
        if ((*other != '\0' && !same_name (self->names[key], other)) ||
            (size > 0 && memcmp (kode.bytes, self->kode, size) != 0))
            return key;
    }
    return RECAP_N_KEYS;
}

/* Ends the block where a title goes on to another region: what is known of that one, and of those
 * in it, holds no longer. */
static gboolean
move (RecapFormSheet *self, const RecapRecord *record, RecapKey key, GError **error)
{
    if (!end_block (self, error))
        return FALSE;
    self->moved = TRUE;
    g_clear_pointer (&self->kode, g_free);
    for (; key <= RECAP_KEY_DESA; key++)
        g_clear_pointer (&self->names[key], g_free);
    return read_title (self, record, error);
}

/* A row between the title of another region and its heading. */
static gboolean
read_title_row (RecapFormSheet *self, const RecapRecord *record, GError **error)
{
    guint n = 0;

    for (guint i = 0; self->moved && i < record->n_fields; i++) {
        RecapCell cell = RECAP_CELL_BLANK;
        n += recap_typed_cell_parse (record->fields[i], self->numbers, &cell) &&
             recap_cell_is_number (cell);
    }
    if (n < 2) /* a number in a title: of a page, of a dapil */
        return read_title (self, record, error);
    reject (self, record->line, 0, "", record->fields[0],
            _ ("the region has changed, but there is no heading with its TPS above the numbers"),
            _ ("repeat the heading (NO, URAIAN, TPS ...) below the name of each desa"));
    return self->visitor->form (NULL, FALSE, NULL, self->visitor->data, error);
}

static gboolean
read_row (RecapFormSheet *self, const RecapRecord *record, GError **error)
{
    const RecapField *field = find_field (self, record);
    const char *reason = NULL;

    self->n_rows++;
    if (field != NULL && !self->seen[field->index]) {
        take_row (self, record, field);
        return TRUE;
    }
    RecapKey key = self->own ? RECAP_N_KEYS : find_move (self, record);
    if (key != RECAP_N_KEYS)
        return move (self, record, key, error);
    note_section (self);
    read_notes (self, record);
    if (!has_numbers (self, record))
        return TRUE;
    reason = field != NULL ? _ ("the row of a box that was there before")
                           : _ ("the row is no box of the form, but has numbers");
    reject (self, record->line, 0, "", recap_text (self->label), reason,
            _ ("the label of a box stands in the column URAIAN, its number in the column NO"));
    return self->visitor->form (NULL, FALSE, NULL, self->visitor->data, error);
}

/* Rows above the first heading are its title; names of desa side by side are none of the sheet. */
static gboolean
read_titles (RecapFormSheet *self, const FormWindow *window, guint height, const GArray *columns,
             GError **error)
{
    if (self->columns->len > 0 || (count_desa (columns) > 0 && !has_common_desa (columns)))
        return TRUE;
    for (guint i = 0; i < height; i++)
        if (!read_title (self, &window->rows[i].record, error))
            return FALSE;
    return TRUE;
}

/* Reads what the next rows are. */
static gboolean
read_next (RecapFormSheet *self, FormWindow *window, GError **error)
{
    guint height = 0;
    const RecapRecord *record = &window->rows[0].record;
    g_autoptr (GArray) columns = find_heading (self, window, &height);
    gboolean ok;

    if (columns != NULL)
        ok = read_titles (self, window, height - 1, columns, error) &&
             begin_block (self, window, columns, error);
    else if (self->columns->len == 0)
        ok = read_title_row (self, record, error);
    else
        ok = read_row (self, record, error);
    form_window_drop (window, MAX (height, 1));
    return ok;
}

gboolean
recap_form_sheet_read (RecapFormSheet *self, const RecapRecords *records,
                       const RecapFormSheetVisitor *visitor, GError **error)
{
    g_return_val_if_fail (self != NULL && records != NULL && visitor != NULL, FALSE);

    g_auto (FormWindow) window;

    form_window_init (&window, records);
    self->records = records;
    self->visitor = visitor;
    forget_heading (self);
    if (!records->rewind (records->self, error))
        return FALSE;
    while (form_window_fill (&window, error)) {
        if (window.n == 0)
            return end_block (self, error);
        if (!read_next (self, &window, error))
            return FALSE;
    }
    return FALSE;
}
