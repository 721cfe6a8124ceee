#include "config.h"

#include "csv-records.h"

struct _RecapCsvRecords {
    RecapSource *source;
    char separator;
    gboolean found; /* the separator is the right one */
    RecapCsvReader *reader;
    gboolean begun; /* the first record was read */
    RecapRecords records;
};

/* How well a separator fits: by what is understood, then by the number of columns. */
typedef struct {
    guint n_known;
    guint n_columns;
} Fit;

/* The header stands below not more than this. */
enum { RECORDS_TRIED = 20 };

static const char separators[] = { ',', ';', '\t' };

/* Some spreadsheets name the separator in a first line 'sep=;'. */
static gboolean
is_separator_line (RecapText line)
{
    return line.size == 5 && memcmp (line.bytes, "sep=", 4) == 0 &&
           memchr (separators, line.bytes[4], sizeof separators) != NULL;
}

static gboolean
rewind_records (gpointer data, GError **error)
{
    RecapCsvRecords *self = data;

    g_clear_pointer (&self->reader, recap_csv_reader_free);
    if (!recap_source_rewind (self->source, error))
        return FALSE;
    self->reader = recap_csv_reader_new (self->source, self->separator);
    recap_csv_reader_allow_bad_text (self->reader);
    if (self->found)
        recap_csv_reader_read_numbers (self->reader);
    self->begun = FALSE;
    return TRUE;
}

static gboolean
next_record (gpointer data, RecapRecord *record, gboolean *ret_end, GError **error)
{
    RecapCsvRecords *self = data;
    gboolean first = !self->begun;

    self->begun = TRUE;
    if (!recap_csv_reader_next (self->reader, record, ret_end, error))
        return FALSE;
    if (!first || *ret_end || !is_separator_line (record->bytes))
        return TRUE;
    return recap_csv_reader_next (self->reader, record, ret_end, error);
}

/* A file that this separator makes wrong fits only as far as it could be read. */
static gboolean
try_separator (RecapCsvRecords *self, RecapHeaderScore score, gpointer data, Fit *ret_fit,
               GError **error)
{
    Fit fit = { 0, 0 };

    if (!rewind_records (self, error))
        return FALSE;
    for (guint i = 0; i < RECORDS_TRIED; i++) {
        RecapRecord record;
        gboolean end = FALSE;
        if (!next_record (self, &record, &end, NULL) || end)
            break;
        fit.n_known = MAX (fit.n_known, score (&record, data));
        fit.n_columns = MAX (fit.n_columns, record.n_fields);
    }
    *ret_fit = fit;
    return TRUE;
}

static gboolean
find_separator (RecapCsvRecords *self, RecapHeaderScore score, gpointer data, GError **error)
{
    Fit best = { 0, 0 };
    char separator = separators[0];

    for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
        Fit fit;
        self->separator = separators[i];
        if (!try_separator (self, score, data, &fit, error))
            return FALSE;
        if (fit.n_known > best.n_known ||
            (fit.n_known == best.n_known && fit.n_columns > best.n_columns)) {
            best = fit;
            separator = separators[i];
        }
    }
    self->separator = separator;
    return TRUE;
}

/* What the file says itself about its separator; NUL when it says nothing. */
static gboolean
read_separator_line (RecapCsvRecords *self, char *ret_separator, GError **error)
{
    RecapRecord record;
    gboolean end = FALSE;

    *ret_separator = '\0';
    self->separator = separators[0];
    if (!rewind_records (self, error))
        return FALSE;
    if (recap_csv_reader_next (self->reader, &record, &end, NULL) && !end &&
        is_separator_line (record.bytes))
        *ret_separator = record.bytes.bytes[4];
    return TRUE;
}

RecapCsvRecords *
recap_csv_records_new (RecapSource *source, RecapHeaderScore score, gpointer data, GError **error)
{
    g_return_val_if_fail (source != NULL && score != NULL, NULL);

    g_autoptr (RecapCsvRecords) self = g_new0 (RecapCsvRecords, 1);
    char separator = '\0';
    self->source = source;
    self->records =
        (RecapRecords){ next_record, rewind_records, NULL, recap_source_get_name (source), self };
    if (!read_separator_line (self, &separator, error))
        return NULL;
    self->separator = separator;
    if (separator == '\0' && !find_separator (self, score, data, error))
        return NULL;
    self->found = TRUE;
    if (!rewind_records (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_csv_records_free (RecapCsvRecords *self)
{
    if (self == NULL)
        return;
    recap_csv_reader_free (self->reader);
    g_free (self);
}

const RecapRecords *
recap_csv_records_get (RecapCsvRecords *self)
{
    return &self->records;
}
