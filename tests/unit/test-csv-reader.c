/* The CSV reader: fields with their places, strictness, limits, and buffers of every size. */
#include "count.h"
#include "csv-reader.h"
#include "unit.h"

/* Reads @text and writes each record as 'line: column[field] ...'. */
static char *
read_all (const char *text, gssize size, char separator, gboolean bad_text, GError **error)
{
    gsize length = size < 0 ? strlen (text) : (gsize)size;
    g_autoptr (RecapSource) source = recap_source_new_for_bytes ("a.csv", text, length, error);
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, separator);
    g_autoptr (GString) out = g_string_new (NULL);
    RecapRecord record;
    gboolean end = FALSE;

    if (bad_text)
        recap_csv_reader_allow_bad_text (reader);
    while (recap_csv_reader_next (reader, &record, &end, error) && !end) {
        g_string_append_printf (out, "%" G_GUINT64_FORMAT ":", record.line);
        for (guint i = 0; i < record.n_fields; i++)
            g_string_append_printf (out, " %u[%.*s]", recap_record_field_column (&record, i),
                                    (int)record.fields[i].size, record.fields[i].bytes);
        if (record.bad_line != 0)
            g_string_append_printf (out, " bad at %" G_GUINT64_FORMAT ":%u", record.bad_line,
                                    record.bad_column);
        g_string_append_c (out, '\n');
    }
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_records (void)
{
    static const struct {
        const char *text, *records;
    } cases[] = {
        { "", "" },
        { "\n\r\n\r", "" },
        { "a,b\n1,2\n", "1: 1[a] 3[b]\n2: 1[1] 3[2]\n" },
        { "a,b\r\n1,2", "1: 1[a] 3[b]\n2: 1[1] 3[2]\n" },
        { "a\rb\r", "1: 1[a]\n2: 1[b]\n" },
        { "a\n\n\r\nb\n", "1: 1[a]\n4: 1[b]\n" },
        { "a,", "1: 1[a] 3[]\n" },
        { ",\n", "1: 1[] 2[]\n" },
        { "\"\"\n", "1: 1[]\n" },
        { "\"a,\"\"b\"\"\",c\n", "1: 1[a,\"b\"] 11[c]\n" },
        { "\"a\nb\",c\r\nd\n", "1: 1[a\nb] 4[c]\n3: 1[d]\n" },
        { " a ,\tb\n", "1: 1[ a ] 5[\tb]\n" },
        { "\xc3\xa9,\xe2\x82\xac,z\n", "1: 1[\xc3\xa9] 3[\xe2\x82\xac] 5[z]\n" },
        { "\xef\xbb\xbf"
          "a,b\n",
          "1: 1[a] 3[b]\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *records = read_all (cases[i].text, -1, ',', FALSE, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (records, cases[i].records);
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *semicolons = read_all ("a,b;c\n", -1, ';', FALSE, &error);
    UNIT_STRING (semicolons, "1: 1[a,b] 5[c]\n");
}

static void
test_faults (void)
{
    static const struct {
        const char *text;
        guint64 line;
        guint column;
        const char *message;
    } cases[] = {
        { "a\nb,c\"d\n", 2, 4, "a quote inside a field that is not quoted" },
        { "a\n\"b\"c,d\n", 2, 4, "something follows the quote that ends a field" },
        { "a\nb,\"c\nd\ne", 2, 3, "the quote that begins here is never closed" },
        { "a\nb,\xff\n", 2, 3, "the text is not UTF-8" },
        { "a\n\"b\nc\xc3\"\n", 3, 2, "the text is not UTF-8" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *records = read_all (cases[i].text, -1, ',', FALSE, &error);
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_STRING (records, "1: 1[a]\n");
        UNIT_TRUE (origin != NULL && origin->line == cases[i].line &&
                   origin->column == cases[i].column);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, cases[i].message);
    }
}

static void
test_nul_and_bad_text (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *nul = read_all ("a\0b,c\n", 6, ',', FALSE, &error);
    UNIT_STRING (nul, "");
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "a NUL byte in the text");
    g_autofree char *kept = read_all ("a,\xff\n\"b\n\xff\",c\nd\n", -1, ',', TRUE, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (kept, "1: 1[a] 3[\xff] bad at 1:3\n2: 1[b\n\xff] 4[c] bad at 3:1\n4: 1[d]\n");
}

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *field = g_strnfill (RECAP_FIELD_MAX + 2, 'x');
    g_autofree char *quoted = g_strconcat ("a\n\"", field, NULL);
    g_autofree char *commas = g_strnfill (9000, ',');

    g_autofree char *long_field = read_all (quoted, -1, ',', FALSE, &error);
    UNIT_STRING (recap_error_get_hint (error),
                 "perhaps the quote that begins here is never closed");
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "a field has more than 1 MiB");
    g_autofree char *many = read_all (commas, -1, ',', FALSE, &error);
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "a record has more than 8192 fields");
    UNIT_STRING (long_field, "1: 1[a]\n");
    UNIT_STRING (many, "");
}

/* The reader's buffer ends anywhere in a record: places must not depend on it. */
static void
test_buffer_ends (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (NULL);
    for (guint i = 1; i <= 9000; i++) {
        g_string_append_printf (text, "%u,\"a\"\"%u\",\xc3\xa9\r\n", i, i);
        g_autofree char *number = g_strdup_printf ("%u", i);
        guint digits = (guint)strlen (number);
        g_string_append_printf (expected, "%u: 1[%u] %u[a\"%u] %u[\xc3\xa9]\n", i, i, digits + 2, i,
                                2 * digits + 8);
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *records = read_all (text->str, (gssize)text->len, ',', FALSE, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (strcmp (records, expected->str) == 0);
}

static void
test_unguard (void)
{
    UNIT_TEXT (recap_csv_unguard (recap_text ("'=1+1")), "=1+1");
    UNIT_TEXT (recap_csv_unguard (recap_text ("''=1")), "'=1");
    UNIT_TEXT (recap_csv_unguard (recap_text ("'a")), "'a");
    UNIT_TEXT (recap_csv_unguard (recap_text ("'")), "'");
    UNIT_TEXT (recap_csv_unguard (recap_text ("")), "");
}

/* The numbers that are read ahead are those that the texts of the fields are. */
static guint
check_numbers (const RecapRecord *record)
{
    for (guint i = 0; i < record->n_fields && record->numbers != NULL; i++) {
        gint64 count = -1;
        if (record->fields[i].size > 8 || !recap_count_parse (record->fields[i], &count))
            count = -1;
        UNIT_INT (record->numbers[i], count);
    }
    return record->numbers != NULL;
}

static void
test_numbers (void)
{
    static const char *const fields[] = {
        "0",          "7",   "12345678", "123456789", "007",     "",          "-1",
        "X15",        "12 ", "\"31\"",   "\"\"",      "1.234",   "99999999",  "\xc2\xb2",
        "\"1\"\"2\"", "\"",  "\"4\n2\"", "5\r6",      "\"8\"\r", "4294967296"
    };
    guint n_read = 0;

    for (guint round = 0; round < 100; round++) {
        g_autoptr (GRand) random = g_rand_new_with_seed (round);
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        gint n_kinds = g_rand_int_range (random, 1, 1 + (gint)G_N_ELEMENTS (fields));
        for (guint i = 0; i < 100 + 100 * round; i++) {
            g_string_append (text, fields[g_rand_int_range (random, 0, n_kinds)]);
            g_string_append_c (text, ";;;;\n"[g_rand_int_range (random, 0, 5)]);
        }
        g_autoptr (RecapSource) source =
            recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
        g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ';');
        RecapRecord record;
        gboolean end = FALSE;
        recap_csv_reader_read_numbers (reader);
        recap_csv_reader_allow_bad_text (reader);
        while (recap_csv_reader_next (reader, &record, &end, &error) && !end)
            n_read += check_numbers (&record);
    }
    UNIT_TRUE (n_read > 10000);
}

/* A CR by itself ends a record for libcsv and not for the scanner: what was read ahead of the field
 * that goes over it must not become the number of the blank behind it. */
static void
test_number_before_cr (void)
{
    static const char text[] = "1;\"8\"\r;2\n3;4\n";
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", text, strlen (text), &error);
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ';');
    RecapRecord record;
    gboolean end = FALSE;
    guint n = 0;

    recap_csv_reader_read_numbers (reader);
    for (; recap_csv_reader_next (reader, &record, &end, &error) && !end; n++) {
        check_numbers (&record);
        if (n == 1)
            UNIT_TEXT (record.fields[0], "");
    }
    UNIT_NO_ERROR (&error);
    UNIT_INT (n, 3);
}

UNIT_MAIN ("csv-reader", { "records and places", test_records }, { "what is not CSV", test_faults },
           { "NUL and bad text", test_nul_and_bad_text }, { "limits", test_limits },
           { "buffer ends", test_buffer_ends }, { "numbers read ahead", test_numbers },
           { "a number before a CR", test_number_before_cr },
           { "guards are taken away", test_unguard })
