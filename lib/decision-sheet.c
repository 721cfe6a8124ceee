#include "config.h"

#include "decision-sheet.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "sheet-reader.h"
#include "timestamp.h"
#include "typed-cell.h"
#include "words.h"

enum {
    SEAL_DIGITS = 16,   /* shown of the 64 of a SHA-256 */
    NUMBERS_SHOWN = 20, /* of missing rows */
    ROWS_MAX = 1048576, /* that a spreadsheet has */
    REFUSALS_MAX = 10000,
};

#define N_COLUMNS RECAP_DECISION_SHEET_N_COLUMNS
#define END_BEGINS "Segel lembar:"

static const char *const headings[N_COLUMNS] = {
    [RECAP_DECISION_SHEET_NUMBER] = "NO",
    [RECAP_DECISION_SHEET_PLACE] = "KELURAHAN/DESA\nDAN TPS",
    [RECAP_DECISION_SHEET_RULE] = "ATURAN,\nTINGKAT",
    [RECAP_DECISION_SHEET_FIELD] = "ISIAN",
    [RECAP_DECISION_SHEET_SOURCE_A] = "SUMBER A",
    [RECAP_DECISION_SHEET_VALUE_A] = "NILAI A",
    [RECAP_DECISION_SHEET_SOURCE_B] = "SUMBER B",
    [RECAP_DECISION_SHEET_VALUE_B] = "NILAI B",
    [RECAP_DECISION_SHEET_DIFFERENCE] = "SELISIH",
    [RECAP_DECISION_SHEET_SEMULA] = "SEMULA",
    [RECAP_DECISION_SHEET_MENJADI] = "MENJADI",
    [RECAP_DECISION_SHEET_DASAR] = "DASAR",
    [RECAP_DECISION_SHEET_ALASAN] = "ALASAN",
    [RECAP_DECISION_SHEET_KEJADIAN] = "NO. KEJADIAN\nKHUSUS",
    [RECAP_DECISION_SHEET_DISETUJUI] = "DISETUJUI\nOLEH",
    [RECAP_DECISION_SHEET_WAKTU] = "WAKTU",
    [RECAP_DECISION_SHEET_STATUS] = "STATUS",
    [RECAP_DECISION_SHEET_EXPLANATION] = "KETERANGAN DAN ASAL DATA",
    [RECAP_DECISION_SHEET_KEY] = "KUNCI BARIS",
};

static const char *const states[] = {
    [RECAP_DECISION_ROW_OPEN] = "terbuka",
    [RECAP_DECISION_ROW_NOTE] = "catat",
    [RECAP_DECISION_ROW_DECIDED] = "putus",
    [RECAP_DECISION_ROW_CLOSED] = "tutup",
};

const char *
recap_decision_sheet_heading (RecapDecisionSheetColumn column)
{
    return headings[column];
}

gboolean
recap_decision_sheet_is_entry (RecapDecisionSheetColumn column, RecapDecisionRowState state)
{
    switch (state) {
    case RECAP_DECISION_ROW_OPEN:
        return column >= RECAP_DECISION_SHEET_MENJADI && column <= RECAP_DECISION_SHEET_WAKTU;
    case RECAP_DECISION_ROW_NOTE:
        return column >= RECAP_DECISION_SHEET_DASAR && column <= RECAP_DECISION_SHEET_WAKTU;
    case RECAP_DECISION_ROW_DECIDED:
    case RECAP_DECISION_ROW_CLOSED:
        break;
    }
    return FALSE;
}

/* ---- seals ---- */

/* Returns: @text with one blank wherever blanks and line ends are, none at the ends: spreadsheets
 * do not keep them all. Owned by the caller. */
static char *
make_plain (RecapText text)
{
    GString *out = g_string_sized_new (text.size);
    gboolean blank = FALSE;

    for (gsize i = 0; i < text.size; i++) {
        if (text.bytes[i] == '\0' || g_ascii_isspace (text.bytes[i])) {
            blank = out->len > 0;
            continue;
        }
        if (blank)
            g_string_append_c (out, ' ');
        blank = FALSE;
        g_string_append_c (out, text.bytes[i]);
    }
    return g_string_free (out, FALSE);
}

static void
update (GChecksum *checksum, RecapText text)
{
    g_autofree char *plain = make_plain (text);
    g_checksum_update (checksum, (const guchar *)plain, (gssize)strlen (plain));
    g_checksum_update (checksum, (const guchar *)"\n", 1);
}

static char *
take_seal (GChecksum *checksum)
{
    char *seal = g_strndup (g_checksum_get_string (checksum), SEAL_DIGITS);
    g_checksum_free (checksum);
    return seal;
}

/* The words of the key before the seal. */
static char *
describe_row (const RecapDecisionRow *row)
{
    return g_strdup_printf ("%.*s\n%.*s\n%.*s %s", (int)row->kontes.size, row->kontes.bytes,
                            (int)row->kode.size, row->kode.bytes,
                            row->isian.size > 0 ? (int)row->isian.size : 1,
                            row->isian.size > 0 ? row->isian.bytes : "-", states[row->state]);
}

static char *
seal_row (const RecapDecisionRow *row, const RecapText *texts)
{
    GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
    g_autofree char *what = describe_row (row);

    update (checksum, recap_text ("recap-decision-sheet 1"));
    update (checksum, recap_text (what));
    for (guint i = 0; i < RECAP_DECISION_SHEET_KEY; i++)
        if (!recap_decision_sheet_is_entry (i, row->state))
            update (checksum, texts[i]);
    return take_seal (checksum);
}

char *
recap_decision_sheet_key (const RecapDecisionRow *row, const RecapText texts[N_COLUMNS])
{
    g_autofree char *what = describe_row (row);
    g_autofree char *seal = seal_row (row, texts);
    return g_strdup_printf ("%s\n%s", what, seal);
}

/* The seal of the whole sheet. Each key ends with the seal of its row. */
static char *
seal_sheet (const GPtrArray *keys)
{
    GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);

    update (checksum, recap_text ("recap-decision-sheet 1"));
    for (guint i = 0; i < keys->len; i++) {
        const char *key = keys->pdata[i];
        gsize size = strlen (key);
        update (checksum, recap_text (key + (size > SEAL_DIGITS ? size - SEAL_DIGITS : 0)));
    }
    return take_seal (checksum);
}

char *
recap_decision_sheet_end (const GPtrArray *keys)
{
    g_autofree char *seal = seal_sheet (keys);
    return g_strdup_printf (END_BEGINS " %u baris, %s", keys->len, seal);
}

/* ---- reading: a row ---- */

/* A decision that was read, until it is known what other rows say about its cell. The texts are
 * owned. */
typedef struct {
    RecapDecision decision;
    guint number;   /* of the row in the column NO */
    guint refused;  /* a row that decides otherwise; 0: none */
    gboolean whole; /* takes note of a form */
} Found;

typedef struct {
    RecapDecisions *list;
    GPtrArray *refusals;
    const char *name; /* 'file!Selisih' */
    gboolean has_head;
    guint places[N_COLUMNS]; /* of the columns, from 0 */
    GArray *found;           /* Found */
    GHashTable *cells;       /* what is decided (name_cell()) -> index in found + 1 of the first */
    GPtrArray *keys;         /* char * by number - 1; "": the row was changed; NULL: no such row */
    GHashTable *doubled;     /* numbers of rows that have several keys */
    guint n_tampered;
    guint64 end_line; /* where the rows end; 0: nowhere */
    char *end;        /* what is said there */

    /* The row being read. */
    guint64 line;
    RecapText texts[N_COLUMNS];
    RecapDecisionRow row;
    guint number;
} Reading;

static void
clear_found (gpointer data)
{
    Found *self = data;
    const char *texts[] = { self->decision.kontes,    self->decision.kode,
                            self->decision.isian,     self->decision.dasar,
                            self->decision.alasan,    self->decision.kejadian_khusus,
                            self->decision.disetujui, self->decision.waktu,
                            self->decision.aturan };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free ((char *)texts[i]);
}

static void
reading_clear (Reading *self)
{
    g_clear_pointer (&self->found, g_array_unref);
    g_clear_pointer (&self->cells, g_hash_table_unref);
    g_clear_pointer (&self->keys, g_ptr_array_unref);
    g_clear_pointer (&self->doubled, g_hash_table_unref);
    g_clear_pointer (&self->end, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Adds a refusal of the row @line. */
static void G_GNUC_PRINTF (4, 5)
    refuse (Reading *self, guint64 line, const char *hint, const char *format, ...)
{
    RecapOrigin origin = { self->name, line, 0 };
    GError *error = NULL;
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (&error, RECAP_ERROR_SCHEMA, &origin, "%s", message);
    if (hint != NULL)
        recap_error_set_hint (&error, "%s", hint);
    g_ptr_array_add (self->refusals, error);
}

/* 'A' to 'Z', 'AA' ..., as the spreadsheet shows column @column, from 0. */
static char *
name_column (guint column)
{
    char letters[8] = "";
    guint n = sizeof letters - 1;

    for (guint left = column + 1; left > 0 && n > 0; left = (left - 1) / 26)
        letters[--n] = (char)('A' + (left - 1) % 26);
    return g_strdup (letters + n);
}

/* Refuses what the row decides, for what is in @column, or as a whole (N_COLUMNS). */
static void G_GNUC_PRINTF (4, 5)
    refuse_row (Reading *self, guint column, const char *hint, const char *format, ...)
{
    const RecapDecisionRow *row = &self->row;
    g_autofree char *kontes = recap_text_display (row->kontes.bytes, row->kontes.size);
    g_autofree char *kode = recap_text_display (row->kode.bytes, row->kode.size);
    g_autofree char *isian = recap_text_display (row->isian.bytes, row->isian.size);
    g_autofree char *cell = NULL;
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *why = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    if (column < N_COLUMNS) {
        g_autofree char *letters = name_column (self->places[column]);
        cell = g_strdup_printf ("%s%" PRIu64 ": ", letters, self->line);
    }
    refuse (self, self->line, hint, _ ("decision on %s %s%s%s refused: %s%s"), kontes, kode,
            row->isian.size > 0 ? " " : "", isian, cell != NULL ? cell : "", why);
}

/* Takes the last word off @text. */
static RecapText
take_last (RecapText *text)
{
    gsize start = text->size;
    while (start > 0 && text->bytes[start - 1] != ' ')
        start--;
    RecapText word = { text->bytes + start, text->size - start };
    text->size = start > 0 ? start - 1 : 0;
    return word;
}

/* Reads the key: 'kontes kode isian state seal', where a foreign code may have blanks in it. What
 * it says belongs to @plain. */
static gboolean
parse_key (RecapText plain, RecapDecisionRow *row, RecapText *ret_seal)
{
    *row = (RecapDecisionRow){ 0 };
    *ret_seal = take_last (&plain);
    RecapText state = take_last (&plain);
    RecapText isian = take_last (&plain);
    const char *blank = plain.size > 0 ? memchr (plain.bytes, ' ', plain.size) : NULL;

    if (blank == NULL || isian.size == 0 || ret_seal->size != SEAL_DIGITS)
        return FALSE;
    row->kontes = (RecapText){ plain.bytes, (gsize)(blank - plain.bytes) };
    row->kode = (RecapText){ blank + 1, plain.size - row->kontes.size - 1 };
    row->isian = recap_text_equal_string (isian, "-") ? RECAP_TEXT_EMPTY : isian;
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        if (recap_text_equal_string (state, states[i])) {
            row->state = i;
            return row->kontes.size > 0 && row->kode.size > 0;
        }
    return FALSE;
}

/* What is sealed is a number as it was written, also where a program made '7.0' of it. In a cell
 * that is filled in '1.000' is a thousand. */
static void
restore_numbers (Reading *self)
{
    static const guint columns[] = { RECAP_DECISION_SHEET_NUMBER,  RECAP_DECISION_SHEET_VALUE_A,
                                     RECAP_DECISION_SHEET_VALUE_B, RECAP_DECISION_SHEET_DIFFERENCE,
                                     RECAP_DECISION_SHEET_SEMULA,  RECAP_DECISION_SHEET_MENJADI };
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (!recap_decision_sheet_is_entry (columns[i], self->row.state))
            self->texts[columns[i]] = recap_count_without_fraction (self->texts[columns[i]]);
}

static gboolean
is_empty (const Reading *self, guint column)
{
    return self->texts[column].size == 0;
}

static gboolean
is_filled_in (const Reading *self, RecapDecisionRowState state)
{
    for (guint i = 0; i < N_COLUMNS; i++)
        if (recap_decision_sheet_is_entry (i, state) && !is_empty (self, i))
            return TRUE;
    return FALSE;
}

/* ---- what was typed ---- */

/* Reads what the cell becomes. A dash or crosses could mean that nothing was decided. */
static gboolean
read_value (Reading *self, RecapCell *ret_cell)
{
    const guint column = RECAP_DECISION_SHEET_MENJADI;
    RecapText text = self->texts[column];
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    gboolean parsed = recap_typed_cell_parse (text, RECAP_NUMBERS_PLAIN, ret_cell) ||
                      recap_typed_cell_parse (text, RECAP_NUMBERS_ID, ret_cell);

    if (parsed && (*ret_cell != RECAP_CELL_BLANK ||
                   (text.size == 6 && g_ascii_strncasecmp (text.bytes, "kosong", 6) == 0)))
        return TRUE;
    g_autofree char *hint = parsed ? NULL : recap_cell_explain (text);
    refuse_row (self, column,
                hint != NULL ? hint
                             : _ ("write digits, 'kosong' for a box that stays blank, or '?'"),
                _ ("'%s' is not a count (column '%s')"), shown, headings[column]);
    return FALSE;
}

static const char *
read_ground (Reading *self)
{
    const guint column = RECAP_DECISION_SHEET_DASAR;
    RecapText text = self->texts[column];
    const char *const *grounds = recap_decision_grounds;
    g_autofree char *shown = recap_text_display (text.bytes, text.size);

    for (guint i = 0; grounds[i] != NULL; i++)
        if (text.size == strlen (grounds[i]) &&
            g_ascii_strncasecmp (text.bytes, grounds[i], text.size) == 0)
            return grounds[i];
    refuse_row (self, column,
                _ ("the grounds are plano, sirekap, salinan, hitung-ulang and lainnya"),
                _ ("'%s' is no ground for a decision (column '%s')"), shown, headings[column]);
    return NULL;
}

/* Reads up to @n digits at @p; -1 when there are none. */
static int
read_digits (const char **p, guint n)
{
    int value = g_ascii_isdigit (**p) ? 0 : -1;
    for (guint i = 0; i < n && g_ascii_isdigit (**p); i++, (*p)++)
        value = value * 10 + (**p - '0');
    return g_ascii_isdigit (**p) ? -1 : value;
}

/* Reads '14.05', '14:05', '14:05:30'; appends it as ISO 8601 has it. */
static gboolean
read_clock (const char *p, GString *out)
{
    int hour = read_digits (&p, 2);
    char mark = *p;
    if (hour < 0 || hour > 23 || (mark != '.' && mark != ':'))
        return FALSE;
    p++;
    int minute = read_digits (&p, 2);
    int second = -1;
    if (*p == mark) {
        p++;
        second = read_digits (&p, 2);
        if (second < 0 || second > 59)
            return FALSE;
    }
    if (minute < 0 || minute > 59 || *p != '\0')
        return FALSE;
    g_string_append_printf (out, "%02d:%02d", hour, minute);
    if (second >= 0)
        g_string_append_printf (out, ":%02d", second);
    return TRUE;
}

/* Reads the month behind the day: '/2/', '-02-', '.2.', ' Februari '. */
static int
read_month (const char **p)
{
    char mark = **p;
    RecapDate date = { 1, 1, 1 };

    if (mark == '\0' || strchr ("/-. ", mark) == NULL)
        return -1;
    (*p)++;
    for (; mark == ' ' && date.month <= 12; date.month++) {
        const char *name = recap_date_month_name (&date);
        if (g_ascii_strncasecmp (*p, name, strlen (name)) != 0)
            continue;
        *p += strlen (name);
        return *(*p)++ == ' ' ? (int)date.month : -1;
    }
    int month = mark != ' ' ? read_digits (p, 2) : -1;
    return *(*p)++ == mark ? month : -1;
}

/* Reads a time as people write it, the day before the month, and as spreadsheets give it back: ISO
 * 8601. A time of day alone is one, too.
 *
 * Returns: as ISO 8601, owned by the caller; NULL when it is none. */
static char *
parse_time (const char *text)
{
    char buffer[RECAP_TIMESTAMP_SIZE];
    RecapDate date;
    g_autoptr (GString) out = g_string_new (NULL);
    const char *p = text;

    if (recap_timestamp_parse (recap_text (text), buffer))
        return g_strdup (buffer);
    if (read_clock (text, out))
        return g_strdup (out->str);
    int day = read_digits (&p, 2);
    int month = day > 0 ? read_month (&p) : -1;
    int year = month > 0 ? read_digits (&p, 4) : -1;
    if (year < 1000)
        return NULL;
    g_string_printf (out, "%04d-%02d-%02d", year, month, day);
    if (!recap_date_parse (recap_text (out->str), &date))
        return NULL;
    if (*p == '\0')
        return g_strdup (out->str);
    p += *p == ',' ? 1 : 0;
    if (*p++ != ' ')
        return NULL;
    if (g_ascii_strncasecmp (p, "pukul ", 6) == 0)
        p += 6;
    g_string_append_c (out, 'T');
    return read_clock (p, out) ? g_strdup (out->str) : NULL;
}

static char *
read_time (Reading *self)
{
    const guint column = RECAP_DECISION_SHEET_WAKTU;
    g_autofree char *plain = make_plain (self->texts[column]);
    g_autofree char *shown = recap_text_display (plain, strlen (plain));
    char *time = parse_time (plain);

    if (time == NULL)
        refuse_row (self, column, _ ("write year-month-day hours:minutes: 2024-02-20 14:05"),
                    _ ("'%s' is not a time (column '%s')"), shown, headings[column]);
    return time;
}

/* ---- decisions ---- */

static char *
copy_text (const Reading *self, guint column)
{
    return g_strndup (self->texts[column].bytes, self->texts[column].size);
}

/* Half a decision is none. Names the column that is missing. */
static gboolean
is_complete (Reading *self)
{
    static const guint columns[] = { RECAP_DECISION_SHEET_MENJADI, RECAP_DECISION_SHEET_DASAR };
    gboolean complete = TRUE;

    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        if (!recap_decision_sheet_is_entry (columns[i], self->row.state) ||
            !is_empty (self, columns[i]))
            continue;
        refuse_row (self, columns[i], _ ("fill it in, or leave the whole row empty"),
                    _ ("the column '%s' is empty"), headings[columns[i]]);
        complete = FALSE;
    }
    return complete;
}

/* What is decided: a cell, or that note is taken of what a rule finds. Owned by the caller. */
static char *
name_cell (const RecapDecision *decision)
{
    return g_strjoin ("\t", decision->kontes, decision->kode, decision->isian, decision->aturan,
                      NULL);
}

/* Keeps the decision of the row; what was read before about its cell must not say otherwise. */
static void
keep (Reading *self, Found *found)
{
    RecapDecision *decision = &found->decision;
    g_autofree char *cell = name_cell (decision);
    guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, cell));

    found->number = self->number;
    if (first == 0) {
        g_hash_table_insert (self->cells, g_steal_pointer (&cell),
                             GUINT_TO_POINTER (self->found->len + 1));
    } else if (!found->whole && !decision->shown) {
        Found *before = &g_array_index (self->found, Found, first - 1);
        if (before->decision.menjadi != decision->menjadi) {
            before->refused = found->number;
            found->refused = before->number;
        }
    }
    g_array_append_val (self->found, *found);
}

/* The rule of the row, sealed: the first word of 'R29 galat'. About a cell it says nothing. */
static char *
copy_rule (const Reading *self, gboolean whole)
{
    g_autofree char *plain = make_plain (self->texts[RECAP_DECISION_SHEET_RULE]);
    return whole ? g_strndup (plain, strcspn (plain, " ")) : g_strdup ("");
}

static Found
begin_decision (const Reading *self, gboolean shown)
{
    const RecapDecisionRow *row = &self->row;
    Found found = { .whole = row->isian.size == 0 };
    RecapDecision *decision = &found.decision;

    decision->kontes = g_strndup (row->kontes.bytes, row->kontes.size);
    decision->kode = g_strndup (row->kode.bytes, row->kode.size);
    decision->isian = g_strndup (row->isian.bytes, row->isian.size);
    decision->semula = decision->menjadi = RECAP_CELL_BLANK;
    decision->alasan = copy_text (self, RECAP_DECISION_SHEET_ALASAN);
    decision->kejadian_khusus = copy_text (self, RECAP_DECISION_SHEET_KEJADIAN);
    decision->disetujui = copy_text (self, RECAP_DECISION_SHEET_DISETUJUI);
    decision->aturan = copy_rule (self, found.whole);
    decision->file = self->name;
    decision->line = self->line;
    decision->shown = shown;
    return found;
}

/* The row was filled in. */
static void
read_decision (Reading *self)
{
    Found found = begin_decision (self, FALSE);
    RecapDecision *decision = &found.decision;
    gboolean ok = is_complete (self);

    if (!is_empty (self, RECAP_DECISION_SHEET_DASAR)) {
        decision->dasar = g_strdup (read_ground (self));
        ok = ok && decision->dasar != NULL;
    }
    decision->waktu =
        is_empty (self, RECAP_DECISION_SHEET_WAKTU) ? g_strdup ("") : read_time (self);
    ok = ok && decision->waktu != NULL;
    if (!found.whole && !is_empty (self, RECAP_DECISION_SHEET_MENJADI))
        ok = read_value (self, &decision->menjadi) && ok;
    /* Sealed: it is as it was written. */
    recap_cell_parse (self->texts[RECAP_DECISION_SHEET_SEMULA], &decision->semula);
    if (ok)
        keep (self, &found);
    else
        clear_found (&found);
}

/* The row shows what had been decided, sealed. */
static void
read_shown (Reading *self)
{
    Found found = begin_decision (self, TRUE);
    RecapDecision *decision = &found.decision;
    char buffer[RECAP_TIMESTAMP_SIZE];

    decision->dasar = copy_text (self, RECAP_DECISION_SHEET_DASAR);
    decision->waktu = copy_text (self, RECAP_DECISION_SHEET_WAKTU);
    if (recap_timestamp_parse (recap_text (decision->waktu), buffer)) {
        g_free ((char *)decision->waktu);
        decision->waktu = g_strdup (buffer);
    }
    recap_cell_parse (self->texts[RECAP_DECISION_SHEET_SEMULA], &decision->semula);
    if (!found.whole)
        recap_typed_cell_parse (self->texts[RECAP_DECISION_SHEET_MENJADI], RECAP_NUMBERS_PLAIN,
                                &decision->menjadi);
    keep (self, &found);
}

/* ---- rows ---- */

/* Remembers that the row is there. Its number is part of what is sealed: of two rows that have it
 * and other @keys one is from another sheet, and nobody knows which. A row that was changed has no
 * key (""). */
static gboolean
note_row (Reading *self, const char *key)
{
    RecapText text = recap_count_without_fraction (self->texts[RECAP_DECISION_SHEET_NUMBER]);
    gint64 number = 0;

    self->number = 0;
    if (!recap_count_parse (text, &number) || number < 1 || number > ROWS_MAX)
        return FALSE;
    self->number = (guint)number;
    if (self->number > self->keys->len)
        g_ptr_array_set_size (self->keys, (int)number);
    char **before = (char **)&self->keys->pdata[number - 1];
    if (*before == NULL || **before == '\0') {
        g_free (*before);
        *before = g_strdup (key);
    } else if (*key != '\0' && strcmp (*before, key) != 0) {
        g_hash_table_add (self->doubled, GUINT_TO_POINTER (self->number));
        return FALSE;
    }
    return TRUE;
}

static void
refuse_tampered (Reading *self, const char *why)
{
    self->n_tampered++;
    refuse_row (self, N_COLUMNS, _ ("take the row from the workbook as recap-report wrote it"),
                "%s", why);
}

static char *
explain_doubled (guint number)
{
    return g_strdup_printf (_ ("there are two rows no. %u: one is from another workbook"), number);
}

static void
read_keyed (Reading *self, const char *key)
{
    RecapText seal;

    if (!parse_key (recap_text (key), &self->row, &seal)) {
        self->n_tampered++;
        note_row (self, "");
        refuse (self, self->line, _ ("take the row from the workbook as recap-report wrote it"),
                _ ("the key of this row was changed (column '%s')"),
                headings[RECAP_DECISION_SHEET_KEY]);
        return;
    }
    restore_numbers (self);
    g_autofree char *expected = seal_row (&self->row, self->texts);
    gboolean sealed = recap_text_equal_string (seal, expected);
    gboolean noted = note_row (self, sealed ? key : "");
    if (!noted || !sealed) {
        g_autofree char *why =
            sealed && self->number > 0
                ? explain_doubled (self->number)
                : g_strdup (_ ("the row was changed outside the cells to be filled in"));
        refuse_tampered (self, why);
        return;
    }
    switch (self->row.state) {
    case RECAP_DECISION_ROW_OPEN:
    case RECAP_DECISION_ROW_NOTE:
        if (is_filled_in (self, self->row.state))
            read_decision (self);
        break;
    case RECAP_DECISION_ROW_DECIDED:
        read_shown (self);
        break;
    case RECAP_DECISION_ROW_CLOSED:
        break;
    }
}

static void
read_row (Reading *self, const RecapRecord *record)
{
    self->line = record->line;
    for (guint i = 0; i < N_COLUMNS; i++)
        self->texts[i] = self->places[i] < record->n_fields
                             ? recap_text_trim (record->fields[self->places[i]])
                             : RECAP_TEXT_EMPTY;
    g_autofree char *key = make_plain (self->texts[RECAP_DECISION_SHEET_KEY]);
    g_autofree char *first = make_plain (self->texts[0]);
    if (*key != '\0') {
        read_keyed (self, key);
    } else if (g_str_has_prefix (first, END_BEGINS)) {
        g_free (self->end);
        self->end = g_steal_pointer (&first);
        self->end_line = self->line;
    } else if (is_filled_in (self, RECAP_DECISION_ROW_OPEN)) {
        self->n_tampered++;
        note_row (self, "");
        refuse (self, self->line, _ ("only the rows that recap-report left open can be filled in"),
                _ ("a decision in a row without a key (column '%s')"),
                headings[RECAP_DECISION_SHEET_KEY]);
    }
}

/* ---- the sheet ---- */

/* Takes @record for the headings when they are all there. Else *@ret_missing is the first
 * column that is not, or N_COLUMNS when it has hardly any. */
static gboolean
read_head (Reading *self, const RecapRecord *record, guint *ret_missing)
{
    guint n_known = 0;

    *ret_missing = N_COLUMNS;
    for (guint column = 0; column < N_COLUMNS; column++) {
        g_autofree char *heading = make_plain (recap_text (headings[column]));
        guint i = 0;
        for (; i < record->n_fields; i++) {
            g_autofree char *text = make_plain (record->fields[i]);
            if (strcmp (text, heading) == 0)
                break;
        }
        self->places[column] = i;
        if (i < record->n_fields)
            n_known++;
        else if (*ret_missing == N_COLUMNS)
            *ret_missing = column;
    }
    if (n_known < N_COLUMNS / 3)
        *ret_missing = N_COLUMNS;
    return n_known == N_COLUMNS;
}

/* Finds the rows that are not there any more. */
static void
check_rows (Reading *self)
{
    g_autoptr (GString) missing = g_string_new (NULL);
    gint64 n_rows = 0;
    guint n = 0;
    g_auto (GStrv) words = g_strsplit (self->end != NULL ? self->end : "", " ", -1);

    if (g_strv_length (words) != 5 || !recap_count_parse (recap_text (words[2]), &n_rows) ||
        n_rows > ROWS_MAX) {
        refuse (self, self->end_line, _ ("compare it with the workbook as recap-report wrote it"),
                _ ("the line '%s' is missing or was changed: rows may be missing"), END_BEGINS);
        return;
    }
    for (guint i = 0; i < n_rows; i++) {
        if (i < self->keys->len && self->keys->pdata[i] != NULL)
            continue;
        if (n++ < NUMBERS_SHOWN)
            g_string_append_printf (missing, "%s%u", n > 1 ? ", " : "", i + 1);
        else if (n == NUMBERS_SHOWN + 1)
            g_string_append (missing, " ...");
    }
    if (n > 0) {
        refuse (self, self->end_line, _ ("what stood there is not decided"),
                _ ("%u of %" PRId64 " rows are missing: no. %s"), n, n_rows, missing->str);
        return;
    }
    g_autofree char *seal = self->keys->len == n_rows ? seal_sheet (self->keys) : g_strdup ("");
    if (self->n_tampered == 0 && strcmp (words[4], seal) != 0)
        refuse (self, self->end_line, _ ("compare it with the workbook as recap-report wrote it"),
                _ ("the rows are not those of this sheet: some come from another workbook"));
}

static gboolean
says_the_same (const RecapDecision *a, const RecapDecision *b)
{
    return strcmp (a->dasar, b->dasar) == 0 && strcmp (a->alasan, b->alasan) == 0 &&
           strcmp (a->kejadian_khusus, b->kejadian_khusus) == 0 &&
           strcmp (a->disetujui, b->disetujui) == 0 && strcmp (a->waktu, b->waktu) == 0;
}

/* Returns: what is against @found, which is about the same as @before; NULL: nothing. Owned by the
 * caller. */
static char *
explain_refused (const Reading *self, const Found *found, const Found *before)
{
    guint other = found->refused > 0 ? found->refused : before->refused;

    if (g_hash_table_contains (self->doubled, GUINT_TO_POINTER (found->number)))
        return explain_doubled (found->number);
    if (!found->whole && g_hash_table_contains (self->doubled, GUINT_TO_POINTER (before->number)))
        return explain_doubled (before->number);
    if (other > 0 && !found->whole && !found->decision.shown)
        return g_strdup_printf (_ ("row no. %u decides otherwise about the same cell"), other);
    return NULL;
}

/* Several findings are about one cell: the first row that was filled in changes it, what else is
 * said confirms that, unless it is the same once more. */
static void
give_decisions (Reading *self)
{
    for (guint i = 0; i < self->found->len; i++) {
        Found *found = &g_array_index (self->found, Found, i);
        RecapDecision *decision = &found->decision;
        g_autofree char *cell = name_cell (decision);
        guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, cell));
        const Found *before = &g_array_index (self->found, Found, first - 1);

        g_autofree char *why = explain_refused (self, found, before);
        if (why != NULL) {
            GError *error = NULL;
            recap_decision_set_refused (&error, decision, why);
            g_ptr_array_add (self->refusals, error);
            continue;
        }
        if (before != found && says_the_same (&before->decision, decision))
            continue;
        if (before != found && !found->whole && !decision->shown)
            decision->semula = decision->menjadi;
        recap_decisions_add (self->list, decision);
    }
}

static const RecapRecords *
open_sheet (RecapSheetReader *reader, const char *file, GError **error)
{
    for (guint i = 0; i < recap_sheet_reader_get_n (reader); i++)
        if (strcmp (recap_sheet_reader_get_name (reader, i), RECAP_DECISION_SHEET_NAME) == 0)
            return recap_sheet_reader_open (reader, i, error);
    RecapOrigin origin = { file, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the workbook has no sheet '%s'"),
                     RECAP_DECISION_SHEET_NAME);
    recap_error_set_hint (error, _ ("give a workbook that recap-report wrote, with -F"));
    return NULL;
}

/* A sheet of which the headings were not found is none of ours. */
static gboolean
refuse_sheet (const Reading *self, guint64 line, guint missing, GError **error)
{
    RecapOrigin origin = { self->name, line, 0 };
    if (missing < N_COLUMNS) {
        g_autofree char *heading = make_plain (recap_text (headings[missing]));
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the sheet has no column '%s'"),
                         heading);
    } else {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("the sheet has no headings of findings"));
    }
    recap_error_set_hint (error,
                          _ ("it was changed, or another version of recap-report wrote it: write "
                             "the workbook again and fill that in"));
    return FALSE;
}

/* Nobody reads so many refusals; this is no sheet that somebody filled in. */
static gboolean
refuse_all (const Reading *self, guint64 line, GError **error)
{
    RecapOrigin origin = { self->name, line, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("more than %d things are wrong here"),
                     REFUSALS_MAX);
    recap_error_set_hint (error, _ ("write the workbook again and fill that in"));
    return FALSE;
}

static gboolean
read_rows (Reading *self, const RecapRecords *records, GError **error)
{
    RecapRecord record;
    gboolean end = FALSE;
    guint missing = N_COLUMNS;
    guint64 head_line = 0;
    guint n_before = self->refusals->len;

    for (;;) {
        if (!records->next (records->self, &record, &end, error))
            return FALSE;
        if (end)
            break;
        if (self->refusals->len > n_before + REFUSALS_MAX)
            return refuse_all (self, record.line, error);
        if (self->has_head) {
            read_row (self, &record);
            continue;
        }
        guint lacks;
        self->has_head = read_head (self, &record, &lacks);
        if (lacks < N_COLUMNS && missing == N_COLUMNS) {
            missing = lacks;
            head_line = record.line;
        }
    }
    if (!self->has_head)
        return refuse_sheet (self, head_line, missing, error);
    check_rows (self);
    give_decisions (self);
    return TRUE;
}

gboolean
recap_decision_sheet_read (RecapPackage *package, RecapDecisions *list, GPtrArray *refusals,
                           GError **error)
{
    g_return_val_if_fail (package != NULL && list != NULL && refusals != NULL, FALSE);

    g_autoptr (RecapSheetReader) reader = recap_sheet_reader_new (package, error);
    if (reader == NULL)
        return FALSE;
    const RecapRecords *records = open_sheet (reader, recap_package_get_name (package), error);
    if (records == NULL)
        return FALSE;
    g_auto (Reading) self = {
        .list = list,
        .refusals = refusals,
        .name = records->name,
        .found = g_array_new (FALSE, FALSE, sizeof (Found)),
        .cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
        .keys = g_ptr_array_new_with_free_func (g_free),
        .doubled = g_hash_table_new (NULL, NULL),
    };
    g_array_set_clear_func (self.found, clear_found);
    return read_rows (&self, records, error);
}
