#include "config.h"

#include "sheet-reader.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "count.h"
#include "error.h"
#include "sheet-reader-part.h"

struct _RecapSheetReader {
    SheetBook book;
    const SheetFormat *format;
    guint index;       /* of the sheet that is open */
    char *name;        /* 'file!sheet' */
    SheetRows *rows;   /* NULL: none is open */
    SheetState *state; /* NULL: it has ended */
    RecapRecords records;
    GArray *joined; /* of RecapJoined, of the sheet, once it was asked for; or NULL */
};

static void
clear_entry (gpointer entry)
{
    g_free (((SheetEntry *)entry)->name);
    g_free (((SheetEntry *)entry)->member);
}

/* Whether a workbook may have the sheet that was added last. */
static gboolean
check_sheets (const SheetBook *self, const char *name, GError **error)
{
    if (self->sheets->len + self->others->len <= SHEETS_MAX + 1 && strlen (name) <= SHEET_NAME_MAX)
        return TRUE;
    RecapOrigin origin = { recap_package_get_name (self->package), 0, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                     _ ("the workbook has more than %d sheets, or a name too long"), SHEETS_MAX);
    return FALSE;
}

gboolean
sheet_book_add (SheetBook *self, const char *name, const char *member, gboolean hidden,
                GError **error)
{
    SheetEntry entry = { g_strdup (name), g_strdup (member), hidden };

    g_array_append_val (self->sheets, entry);
    return check_sheets (self, name, error);
}

gboolean
sheet_book_add_other (SheetBook *self, const char *name, GError **error)
{
    g_ptr_array_insert (self->others, (int)self->others->len - 1, g_strdup (name));
    return check_sheets (self, name, error);
}

/* Seconds of the day from the digits after the point; exact enough for whole seconds. */
static guint64
read_seconds (RecapText digits)
{
    enum { SCALE_DIGITS = 9 };
    guint64 scale = G_GUINT64_CONSTANT (1000000000);
    guint64 fraction = 0;

    for (gsize i = 0; i < SCALE_DIGITS; i++)
        fraction = fraction * 10 + (i < digits.size ? (guint64)(digits.bytes[i] - '0') : 0);
    return (fraction * 86400 + scale / 2) / scale;
}

/* Excel believes that 1900 was a leap year: its day 60 never was. */
static gboolean
set_date (GDate *date, guint64 days, gboolean from_1904)
{
    enum { DAYS_TO_1904 = 1462, LEAP_DAY = 60, DAYS_MAX = 2958465 };

    if (from_1904)
        days += DAYS_TO_1904;
    if (days == 0 || days == LEAP_DAY || days > DAYS_MAX)
        return FALSE;
    g_date_clear (date, 1);
    g_date_set_dmy (date, 31, G_DATE_DECEMBER, 1899);
    g_date_add_days (date, (guint)(days > LEAP_DAY ? days - 1 : days));
    return TRUE;
}

char *
sheet_date_format (RecapText serial, gboolean from_1904)
{
    RecapText whole = serial;
    RecapText rest = RECAP_TEXT_EMPTY;
    const char *point = memchr (serial.bytes, '.', serial.size);
    gint64 days = 0;
    GDate date;

    if (point != NULL) {
        whole.size = (gsize)(point - serial.bytes);
        rest = (RecapText){ point + 1, serial.size - whole.size - 1 };
    }
    for (gsize i = 0; i < rest.size; i++)
        if (!g_ascii_isdigit (rest.bytes[i]))
            return NULL;
    if (!recap_count_parse (whole, &days))
        return NULL;
    guint64 seconds = read_seconds (rest);
    if (seconds == 86400) {
        seconds = 0;
        days++;
    }
    g_autofree char *time = g_strdup_printf ("%02" PRIu64 ":%02" PRIu64 ":%02" PRIu64,
                                             seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (days == 0 && !from_1904)
        return g_steal_pointer (&time);
    if (!set_date (&date, (guint64)days, from_1904))
        return NULL;
    return g_strdup_printf ("%04u-%02u-%02u%s%s", g_date_get_year (&date),
                            (guint)g_date_get_month (&date), g_date_get_day (&date),
                            seconds > 0 ? "T" : "", seconds > 0 ? time : "");
}

char *
sheet_percent_format (RecapText fraction)
{
    enum { MOVED = 2 };
    g_autoptr (GString) out = g_string_new (NULL);
    gsize whole = 0;
    gsize i = 0;

    while (whole < fraction.size && g_ascii_isdigit (fraction.bytes[whole]))
        whole++;
    for (; i < fraction.size; i++) {
        if (i == whole && fraction.bytes[i] == '.')
            continue;
        if (!g_ascii_isdigit (fraction.bytes[i]))
            return g_strdup_printf ("%.*s x 100%%", (int)fraction.size, fraction.bytes);
        g_string_append_c (out, fraction.bytes[i]);
    }
    while (out->len < whole + MOVED)
        g_string_append_c (out, '0');
    if (out->len > whole + MOVED)
        g_string_insert_c (out, (gssize)(whole + MOVED), '.');
    while (out->len > 1 && out->str[0] == '0' && out->str[1] != '.')
        g_string_erase (out, 0, 1);
    g_string_append_c (out, '%');
    return g_string_free (g_steal_pointer (&out), FALSE);
}

/* --- the reader --- */

static gboolean
find_format (RecapSheetReader *self, GError **error)
{
    static const char *const parts[] = { "xl/workbook.xml", "content.xml", NULL };
    static const SheetFormat *const formats[] = { &sheet_format_xlsx, &sheet_format_ods };
    RecapOrigin origin = { recap_package_get_name (self->book.package), 0, 0 };
    int part = -1;

    if (!recap_package_find (self->book.package, parts, &part, error))
        return FALSE;
    if (part >= 0) {
        self->format = formats[part];
        return TRUE;
    }
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("the workbook is neither .xlsx nor .ods"));
    recap_error_set_hint (error, _ ("open it and save it as .xlsx"));
    return FALSE;
}

RecapSheetReader *
recap_sheet_reader_new (RecapPackage *package, GError **error)
{
    g_return_val_if_fail (package != NULL, NULL);

    g_autoptr (RecapSheetReader) self = g_new0 (RecapSheetReader, 1);
    self->book.package = package;
    self->book.sheets = g_array_new (FALSE, FALSE, sizeof (SheetEntry));
    g_array_set_clear_func (self->book.sheets, clear_entry);
    self->book.others = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->book.others, NULL);
    self->book.kinds = g_byte_array_new ();
    self->book.masks = g_ptr_array_new_with_free_func (g_free);
    self->book.rule_masks = g_ptr_array_new_with_free_func (g_free);
    self->book.shared.texts = g_byte_array_new ();
    self->book.shared.ends = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (!find_format (self, error) || !self->format->list (&self->book, error))
        return NULL;
    if (self->book.sheets->len > 0)
        return g_steal_pointer (&self);
    RecapOrigin origin = { recap_package_get_name (package), 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("there is no sheet in the workbook"));
    return NULL;
}

static void
close_sheet (RecapSheetReader *self)
{
    if (self->state != NULL)
        self->format->close (self->state);
    self->state = NULL;
    g_clear_pointer (&self->rows, sheet_rows_free);
    g_clear_pointer (&self->joined, g_array_unref);
    g_clear_pointer (&self->name, g_free);
}

void
recap_sheet_reader_free (RecapSheetReader *self)
{
    if (self == NULL)
        return;
    close_sheet (self);
    g_array_unref (self->book.sheets);
    g_ptr_array_unref (self->book.others);
    g_byte_array_unref (self->book.kinds);
    g_ptr_array_unref (self->book.masks);
    g_ptr_array_unref (self->book.rule_masks);
    g_byte_array_unref (self->book.shared.texts);
    g_array_unref (self->book.shared.ends);
    g_free (self);
}

const char *
recap_sheet_reader_get_format (const RecapSheetReader *self)
{
    return self->format->name;
}

guint
recap_sheet_reader_get_n (const RecapSheetReader *self)
{
    return self->book.sheets->len;
}

const char *
recap_sheet_reader_get_name (const RecapSheetReader *self, guint index)
{
    g_return_val_if_fail (index < self->book.sheets->len, NULL);
    return g_array_index (self->book.sheets, SheetEntry, index).name;
}

gboolean
recap_sheet_reader_is_hidden (const RecapSheetReader *self, guint index)
{
    g_return_val_if_fail (index < self->book.sheets->len, FALSE);
    return g_array_index (self->book.sheets, SheetEntry, index).hidden;
}

const char *const *
recap_sheet_reader_get_others (const RecapSheetReader *self)
{
    return (const char *const *)self->book.others->pdata;
}

void
recap_sheet_reader_watch (RecapSheetReader *self, RecapSightFunc func, gpointer data)
{
    g_return_if_fail (self != NULL);
    self->book.watch = func;
    self->book.watch_data = data;
}

static gboolean
rewind_sheet (gpointer data, GError **error)
{
    RecapSheetReader *self = data;

    if (self->state != NULL)
        self->format->close (self->state);
    sheet_rows_clear (self->rows);
    self->state = self->format->open (&self->book, self->index, self->rows, error);
    return self->state != NULL;
}

static gboolean
next_row (gpointer data, RecapRecord *record, gboolean *ret_end, GError **error)
{
    RecapSheetReader *self = data;

    while (!sheet_rows_take (self->rows, record)) {
        gboolean end = FALSE;
        if (self->state == NULL) {
            *ret_end = TRUE;
            return TRUE;
        }
        if (!self->format->step (self->state, &end, error)) {
            /* What was found before the fault is not given: nobody shall take it for the whole. */
            sheet_rows_clear (self->rows);
            end = TRUE;
        }
        if (end)
            g_clear_pointer (&self->state, self->format->close);
        if (end && error != NULL && *error != NULL)
            return FALSE;
    }
    *ret_end = FALSE;
    return TRUE;
}

static const GArray *
find_joined (gpointer data, GError **error)
{
    RecapSheetReader *self = data;
    RecapRecord record;
    gboolean end = FALSE;

    if (!rewind_sheet (self, error))
        return NULL;
    while (!end)
        if (!next_row (self, &record, &end, error))
            return NULL;
    g_clear_pointer (&self->joined, g_array_unref);
    self->joined = sheet_rows_get_joined (self->rows);
    return rewind_sheet (self, error) ? self->joined : NULL;
}

const RecapRecords *
recap_sheet_reader_open (RecapSheetReader *self, guint index, GError **error)
{
    g_return_val_if_fail (self != NULL && index < self->book.sheets->len, NULL);

    const SheetEntry *entry = &g_array_index (self->book.sheets, SheetEntry, index);
    close_sheet (self);
    self->index = index;
    self->name =
        g_strdup_printf ("%s!%s", recap_package_get_name (self->book.package), entry->name);
    self->rows = sheet_rows_new (self->name);
    self->records = (RecapRecords){ next_row, rewind_sheet, find_joined, self->name, self };
    return rewind_sheet (self, error) ? &self->records : NULL;
}
