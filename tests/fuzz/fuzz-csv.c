/* The CSV reader takes any bytes: places never go back, texts lie where it says, numbers that were
 * read ahead are those of their fields. The first byte chooses the separator. */
#include "config.h"

#include "csv-reader.h"
#include "fuzz.h"

/* Of a number that is not plain nothing is said. */
static void
check_number (const RecapRecord *record, guint index)
{
    gint64 count = -1;

    if (record->numbers == NULL || record->numbers[index] < 0)
        return;
    g_assert (recap_count_parse (record->fields[index], &count));
    g_assert (count == record->numbers[index]);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static const char separators[] = { ',', ';', '\t' };
    if (size == 0)
        return 0;

    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("fuzz.csv", data + 1, size - 1, &error);
    if (source == NULL)
        return 0;
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, separators[data[0] % 3]);
    RecapRecord record;
    gboolean end = FALSE;
    guint64 line = 0;

    recap_csv_reader_read_numbers (reader);
    if (data[0] & 0x80)
        recap_csv_reader_allow_bad_text (reader);
    while (recap_csv_reader_next (reader, &record, &end, &error) && !end) {
        g_assert (record.n_fields > 0 && record.line > line);
        line = record.line;
        for (guint i = 0; i < record.n_fields; i++) {
            g_assert (recap_record_field_column (&record, i) > 0 &&
                      recap_record_field_line (&record, i) >= line);
            check_number (&record, i);
        }
    }
    g_assert (end || error != NULL);
    return 0;
}
