/* The CSV writer: quotes, guards and the way back through the reader. */
#include "csv-reader.h"
#include "csv-writer.h"
#include "unit.h"

static void
test_fields (void)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    g_autoptr (GError) error = NULL;

    recap_csv_writer_string (csv, "plain");
    recap_csv_writer_string (csv, "a,b");
    recap_csv_writer_string (csv, "a\"b");
    recap_csv_writer_string (csv, "a\nb");
    recap_csv_writer_string (csv, "=1+1");
    recap_csv_writer_string (csv, "-,5");
    recap_csv_writer_cell (csv, 999999999999);
    recap_csv_writer_cell (csv, RECAP_CELL_BLANK);
    recap_csv_writer_cell (csv, RECAP_CELL_UNREADABLE);
    recap_csv_writer_cell (csv, RECAP_CELL_NOT_CARRIED);
    recap_csv_writer_number (csv, -5);
    recap_csv_writer_end (csv);
    recap_csv_writer_string (csv, "");
    recap_csv_writer_end (csv);
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text, "plain,\"a,b\",\"a\"\"b\",\"a\nb\",'=1+1,\"'-,5\",999999999999,,?,,-5\n"
                       "\"\"\n");
}

/* Whatever is written comes back. */
static void
test_round_trip (void)
{
    static const char *const texts[] = {
        "",    "'",      "''", "'=",   "=", "''=", "+1",       "-",   "@a", "\ta",
        "\ra", "a\r\nb", "\"", "\"\"", ",", "'a",  "\xc3\xa9", " x ", "?",  "=\"1\"",
    };
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    g_autoptr (GError) error = NULL;
    RecapRecord record;
    gboolean end = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        recap_csv_writer_string (csv, texts[i]);
    recap_csv_writer_end (csv);
    g_autofree char *written = recap_spool_to_string (spool, &error);
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", written, strlen (written), &error);
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ',');
    UNIT_TRUE (recap_csv_reader_next (reader, &record, &end, &error));
    UNIT_INT (record.n_fields, G_N_ELEMENTS (texts));
    for (guint i = 0; i < MIN (record.n_fields, G_N_ELEMENTS (texts)); i++)
        UNIT_TEXT (recap_csv_unguard (record.fields[i]), texts[i]);
}

UNIT_MAIN ("csv-writer", { "fields", test_fields }, { "round trip", test_round_trip })
