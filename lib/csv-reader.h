/* Reads CSV of any separator, strictly. For small and irregular files; recap tables have their own
 * reader. The home of libcsv. */
#pragma once

#include <glib.h>

#include "source.h"
#include "text.h"

G_BEGIN_DECLS

#define RECAP_FIELD_MAX (1024 * 1024) /* bytes */

/* One record. Texts and arrays belong to the reader. */
typedef struct {
    guint n_fields;
    const RecapText *fields; /* quotes removed, blanks kept, an apostrophe guard kept */
    const guint64 *lines;    /* where each begins: its line, see recap_record_field_line() */
    const guint *columns;    /* and its column; NULL, both: all fields lie in @bytes, one line */
    const gint32 *numbers; /* of each field the count it is; -1: none of one to eight digits. NULL:
                              * nobody looked; see recap_csv_reader_read_numbers() */
    guint64 line;          /* of its first character, from 1 */
    RecapText bytes;       /* as it stands in the file, without the end of the line */
    guint64 bad_line;      /* where the first byte is that is not UTF-8 or is NUL; 0: nowhere. */
    guint bad_column;      /* Only after recap_csv_reader_allow_bad_text(). */
} RecapRecord;

/* Returns: the line in which field @index begins, and its column in characters from 1; where the
 * quote stands if it is quoted. */
guint64 recap_record_field_line (const RecapRecord *record, guint index);
guint recap_record_field_column (const RecapRecord *record, guint index);

typedef struct _RecapCsvReader RecapCsvReader;

/* Reads from @source, which must live as long, with @separator (',', ';' or TAB).
 *
 * Returns: owned by the caller. */
RecapCsvReader *recap_csv_reader_new (RecapSource *source, char separator);
void recap_csv_reader_free (RecapCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapCsvReader, recap_csv_reader_free)

/* Lets records through that are not UTF-8 or have a NUL, with the place of the first such byte, so
 * that the caller can report them and go on. Without this they are errors. */
void recap_csv_reader_allow_bad_text (RecapCsvReader *self);

/* Gives most records with the numbers in their fields: for large tables, of which they are read
 * ahead. To be called before the first record. */
void recap_csv_reader_read_numbers (RecapCsvReader *self);

/* Reads the next record into @record, replacing what it held; it belongs to the reader until the
 * next call. LF, CRLF and CR end a record; empty lines are skipped but counted.
 *
 * Returns: TRUE with *@ret_end FALSE for a record, TRUE with *@ret_end TRUE at the end, FALSE with
 *          @error RECAP_ERROR_SYNTAX (bad quoting, invalid UTF-8, NUL), _LIMIT (a field over
 *          RECAP_FIELD_MAX, more than 8,192 fields) or _IO. An unclosed quote is reported where it
 *          was opened. After FALSE the reader gives nothing more. */
gboolean recap_csv_reader_next (RecapCsvReader *self, RecapRecord *record, gboolean *ret_end,
                                GError **error);

/* Returns: @text without the apostrophe that recap_csv_writer_text() put before it. */
RecapText recap_csv_unguard (RecapText text);

/* One record of a small file: the fields in the order of the names asked for. */
typedef gboolean (*RecapCsvRow) (const RecapText *fields, const guint *columns, const char *file,
                                 guint64 line, gpointer data, GError **error);

/* Reads a small CSV file of recap whose columns are named in the first record: finds the columns
 * @names (ending in NULL) in any order; more columns are allowed. A name can have others behind it,
 * 'kode|kode_tps': headings that mean the same when it is not there itself, whose capital letters
 * and whose blanks, dots and hyphens instead of '_' make no difference. @required of the names, the
 * first ones, must be there. For every further record @row is called with the fields in the order
 * of @names (empty where the column is absent), guards removed, and the origin of the record.
 *
 * Returns: FALSE with @error as recap_csv_reader_next(), RECAP_ERROR_SCHEMA (a missing column, a
 *          column twice, a record with another number of fields) or the error of @row. */
gboolean recap_csv_load (const char *path, const char *const *names, guint n_required,
                         RecapCsvRow row, gpointer data, GError **error);

G_END_DECLS
