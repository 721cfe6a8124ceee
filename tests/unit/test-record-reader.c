/* Records and fields of recap's own CSV, wherever the buffer ends. */
#include "record-reader.h"

#include "csv-reader.h"
#include "unit.h"

enum { BLOCK = 256 * 1024 };

static void
append_record (GString *out, const RecapRecordView *view)
{
    g_string_append_printf (out, "%" G_GUINT64_FORMAT ":", view->line);
    for (guint i = 0; i < view->n_fields; i++) {
        RecapText field = recap_record_field (view, i);
        g_string_append_printf (out, " [%.*s]", (int)field.size, field.bytes);
    }
    g_string_append_c (out, '\n');
}

/* Reads @text and writes each record as 'line: [field] ...'. */
static char *
read_all (const char *text, gssize size, gboolean held, GError **error)
{
    gsize length = size < 0 ? strlen (text) : (gsize)size;
    g_autoptr (RecapSource) source = recap_source_new_for_bytes ("a.csv", text, length, error);
    g_autoptr (RecapRecordReader) reader = recap_record_reader_new (source);
    g_autoptr (GString) out = g_string_new (NULL);
    gboolean end = FALSE;

    if (held && !recap_record_reader_hold (reader, error))
        return NULL;
    while (recap_record_reader_next (reader, &end, error) && !end)
        append_record (out, recap_record_reader_view (reader));
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_records (void)
{
    static const struct {
        const char *text, *records;
    } cases[] = {
        { "", "" },
        { "\n", "" },
        { "\n\r\n\n", "" },
        { "a,b\n1,2\n", "1: [a] [b]\n2: [1] [2]\n" },
        { "a,b\n1,2", "1: [a] [b]\n2: [1] [2]\n" },
        { "a,b\n\n\r\n1,2\n\n", "1: [a] [b]\n4: [1] [2]\n" },
        { "a,b\r\n1,2\r\n", "1: [a] [b\r]\n2: [1] [2\r]\n" },
        { ",\n", "1: [] []\n" },
        { "a,", "1: [a] []\n" },
        { "\"\"\n", "1: []\n" },
        { "\"\",\"\"", "1: [] []\n" },
        { "\"a,b\",c\n", "1: [a,b] [c]\n" },
        { "\"a\"\"b\",\"\"\"\"\n", "1: [a\"b] [\"]\n" },
        { "\"a\nb\n\nc\",d\ne\n", "1: [a\nb\n\nc] [d]\n5: [e]\n" },
        { "\"a\r\nb\",\"c\"\r\nd\n", "1: [a\r\nb] [c]\n3: [d]\n" },
        { "x,\"y\"", "1: [x] [y]\n" },
        { " a , \xc3\xa9\n", "1: [ a ] [ \xc3\xa9]\n" },
    };

    for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *records = read_all (cases[i / 2].text, -1, i % 2 == 1, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (records, cases[i / 2].records);
    }
}

static void
check_fault (const char *text, gsize size, guint64 line, guint column, const char *message,
             const char *excerpt)
{
    for (guint held = 0; held < 2; held++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *records = read_all (text, (gssize)size, held == 1, &error);
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_STRING (records, "1: [a]\n");
        UNIT_TRUE (origin != NULL);
        if (origin != NULL) {
            UNIT_INT (origin->line, line);
            UNIT_INT (origin->column, column);
        }
        UNIT_STRING (recap_error_get_excerpt (error, NULL), excerpt);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, message);
    }
}

#define CHECK_FAULT(text, line, column, message, excerpt)                                          \
    check_fault ((text), sizeof (text) - 1, (line), (column), (message), (excerpt))

static void
test_faults (void)
{
    static const char open[] = "quote that is never closed";
    static const char inside[] = "quote inside a field that does not begin with one";
    static const char behind[] = "text after a closing quote";

    CHECK_FAULT ("a\nb,\"c\n", 2, 3, open, "b,\"c");
    CHECK_FAULT ("a\nb,\"c", 2, 3, open, "b,\"c");
    CHECK_FAULT ("a\n\"b\",\"c\nd,e\n", 2, 5, open, "\"b\",\"c");
    CHECK_FAULT ("a\n\"b\"\"\",\"c\nd,e\n", 2, 7, open, "\"b\"\"\",\"c");
    CHECK_FAULT ("a\n\"b\nc\",\"d\ne\n", 3, 4, open, "c\",\"d");
    CHECK_FAULT ("a\n\n\xc3\xa9,\"c\nd\n", 3, 3, open, "\xc3\xa9,\"c");
    CHECK_FAULT ("a\nb,c\"d\"\n", 2, 4, inside, "b,c\"d\"");
    CHECK_FAULT ("a\n\"b\nc\",d\"e\"\n", 3, 5, inside, "c\",d\"e\"");
    CHECK_FAULT ("a\n\"b\"c,d\n", 2, 3, behind, "\"b\"c,d");
    CHECK_FAULT ("a\n\"b\"\r,d\n", 2, 3, behind, "\"b\"\r,d");
    CHECK_FAULT ("a\nb,\xff\n", 2, 3, "byte 0xFF is not UTF-8", "b,\xff");
    CHECK_FAULT ("a\n\"b\nc\xc3\"\n", 3, 2, "byte 0xC3 is not UTF-8", "c\xc3\"");
    CHECK_FAULT ("a\n\xc3\xa9,\0b\n", 2, 3, "NUL byte in a text file", "\xc3\xa9,?b");
}

static void
test_long_records (void)
{
    g_autofree char *almost = g_strnfill (RECAP_RECORD_MAX - 2, 'x');
    g_autofree char *longer = g_strnfill (RECAP_RECORD_MAX + 10, 'x');
    g_autofree char *good = g_strconcat ("a\n", almost, ",y\nb\n", NULL);
    const char *const shapes[] = { "a\n%s,y\nb\n", "a\n\"%s\",y\nb\n", "a\n\"%s\nb\n", "a\n%s" };

    for (guint held = 0; held < 2; held++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *records = read_all (good, -1, held == 1, &error);
        UNIT_NO_ERROR (&error);
        UNIT_INT (strlen (records), strlen ("1: [a]\n2: [] [y]\n3: [b]\n") + strlen (almost));
        for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
            g_auto (GStrv) halves = g_strsplit (shapes[i], "%s", 2);
            g_autofree char *text = g_strconcat (halves[0], longer, halves[1], NULL);
            g_autofree char *refused = read_all (text, -1, held == 1, &error);
            const RecapOrigin *origin = recap_error_get_origin (error);
            UNIT_TRUE (origin != NULL && origin->line == 2);
            UNIT_STRING (refused, "1: [a]\n");
            UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "record longer than 1048576 bytes");
        }
    }
}

/* Writes a field of random bytes, quoted where it must be and sometimes where it need not. */
static void
append_random_field (GString *text, GRand *rand)
{
    static const char *const pieces[] = {
        "1", "23", "a", " ", "\xc3\xa9", "\"", ",", "\n", "\r\n"
    };
    g_autoptr (GString) field = g_string_new (NULL);
    guint n_pieces = (guint)g_rand_int_range (rand, 0, 12);
    gboolean quoted = g_rand_int_range (rand, 0, 8) == 0;

    for (guint i = 0; i < n_pieces; i++)
        g_string_append (field, pieces[g_rand_int_range (rand, 0, quoted ? 9 : 5)]);
    if (!quoted) {
        g_string_append (text, field->str);
        return;
    }
    g_string_replace (field, "\"", "\"\"", 0);
    g_string_append_printf (text, "\"%s\"", field->str);
}

static GString *
random_text (guint seed, gsize size)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    GString *text = g_string_new (NULL);
    while (text->len < size) {
        guint n = (guint)g_rand_int_range (rand, 1, 40);
        for (guint i = 0; i < n; i++) {
            if (i > 0)
                g_string_append_c (text, ',');
            append_random_field (text, rand);
        }
        g_string_append (text, g_rand_int_range (rand, 0, 4) == 0 ? "\r\n" : "\n");
    }
    return text;
}

/* The CR that ends a record is part of its last field, when it has no quotes. */
static RecapText
without_cr (RecapText text)
{
    if (text.size > 0 && text.bytes[text.size - 1] == '\r')
        text.size--;
    return text;
}

static gboolean
is_same_record (const RecapRecordView *view, const RecapRecord *record)
{
    if (view->n_fields != record->n_fields || view->line != record->line)
        return FALSE;
    for (guint i = 0; i < view->n_fields; i++) {
        RecapText mine = recap_record_field (view, i);
        RecapText theirs = record->fields[i];
        if (i == view->n_fields - 1 && view->quoted == NULL)
            mine = without_cr (mine);
        if (!recap_text_equal (mine, theirs))
            return FALSE;
    }
    return TRUE;
}

/* Several blocks of random records, the same as libcsv reads them, read as a stream and held. */
static void
test_same_as_libcsv (void)
{
    for (guint seed = 1; seed <= 6; seed++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = random_text (seed, 3 * BLOCK);
        g_autoptr (RecapSource) one =
            recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
        g_autoptr (RecapSource) two =
            recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
        g_autoptr (RecapRecordReader) reader = recap_record_reader_new (one);
        g_autoptr (RecapCsvReader) oracle = recap_csv_reader_new (two, ',');
        const RecapRecordView *view = recap_record_reader_view (reader);
        RecapRecord record;
        gboolean end = FALSE;
        gboolean oracle_end = FALSE;
        guint n_wrong = 0;

        UNIT_TRUE (seed % 2 == 0 || recap_record_reader_hold (reader, &error));
        while (recap_record_reader_next (reader, &end, &error) &&
               recap_csv_reader_next (oracle, &record, &oracle_end, &error) && !end && !oracle_end)
            n_wrong += !is_same_record (view, &record);
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (end && oracle_end);
        UNIT_INT (n_wrong, 0);
    }
}

/* A quoted field that lies across the end of the first block, at every place of it. */
static void
test_block_border (void)
{
    for (guint shift = 0; shift < 24; shift++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = g_string_new (NULL);
        while (text->len < BLOCK - 1000)
            g_string_append_printf (text, "%u,%u\n", 12345, 6);
        guint line = 2 + (guint)(text->len / strlen ("12345,6\n"));
        gsize fill = BLOCK - 1 - text->len - shift;
        g_autofree char *filling = g_strnfill (fill - 1, 'x');
        g_string_append_printf (text, "%s\n\"a\"\"b\nc,d\",\"\"\nlast,1", filling);

        g_autofree char *records = read_all (text->str, (gssize)text->len, FALSE, &error);
        g_autofree char *expected =
            g_strdup_printf ("\n%u: [a\"b\nc,d] []\n%u: [last] [1]\n", line, line + 2);
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (g_str_has_suffix (records, expected));
    }
}

static void
test_peek_and_return (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new ("kode,s01\n");
    while (text->len < 2 * BLOCK)
        g_string_append_printf (text, "%06u,\"1\n2\"\n", (guint)text->len);
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
    g_autoptr (RecapRecordReader) reader = recap_record_reader_new (source);
    const RecapRecordView *view = recap_record_reader_view (reader);
    gboolean end = FALSE;
    guint n_peeked = 0;
    guint n_read = 0;

    UNIT_TRUE (recap_record_reader_peek (reader, &end, &error) && end); /* nothing is read yet */
    UNIT_TRUE (recap_record_reader_next (reader, &end, &error) && !end);
    recap_record_reader_mark (reader);
    while (recap_record_reader_peek (reader, &end, &error) && !end)
        n_peeked++;
    UNIT_TRUE (n_peeked > 100 && view->line == 2 * n_peeked);
    recap_record_reader_return (reader);
    UNIT_TRUE (recap_record_reader_next (reader, &end, &error) && !end);
    UNIT_INT (view->line, 2);
    UNIT_TEXT (recap_record_field (view, 0), "000009");
    for (n_read = 1; recap_record_reader_next (reader, &end, &error) && !end;)
        n_read++;
    UNIT_NO_ERROR (&error);
    UNIT_INT (view->line, 2 * n_read);
    UNIT_TRUE (n_read > n_peeked);
}

static void
test_rewind (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = random_text (99, 2 * BLOCK);
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
    g_autoptr (RecapRecordReader) reader = recap_record_reader_new (source);
    gboolean end = FALSE;
    g_autoptr (GString) whole = g_string_new (NULL);

    while (recap_record_reader_next (reader, &end, &error) && !end)
        append_record (whole, recap_record_reader_view (reader));
    for (guint n_before = 0; n_before < 3; n_before++) {
        g_autoptr (GString) again = g_string_new (NULL);
        UNIT_TRUE (recap_record_reader_rewind (reader, &error));
        for (guint i = 0; i < n_before * 700; i++)
            recap_record_reader_next (reader, &end, &error);
        UNIT_TRUE (n_before == 2 ? recap_record_reader_hold (reader, &error)
                                 : recap_record_reader_rewind (reader, &error));
        while (recap_record_reader_next (reader, &end, &error) && !end)
            append_record (again, recap_record_reader_view (reader));
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (g_string_equal (whole, again));
    }
}

/* Every record of a source that is held, read again by its place and backwards. */
static void
test_places (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = random_text (5, 2 * BLOCK);
    g_string_append (text, "the last,\"one\nhere\""); /* without a line end */
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", text->str, text->len, &error);
    g_autoptr (RecapRecordReader) reader = recap_record_reader_new (source);
    g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (RecapRecordPlace));
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
    gboolean end = FALSE;
    guint n_wrong = 0;

    UNIT_TRUE (recap_record_reader_hold (reader, &error));
    while (recap_record_reader_next (reader, &end, &error) && !end) {
        RecapRecordPlace place = recap_record_reader_tell (reader);
        g_array_append_val (places, place);
        GString *record = g_string_new (NULL);
        append_record (record, recap_record_reader_view (reader));
        g_ptr_array_add (records, g_string_free (record, FALSE));
    }
    for (guint i = records->len; i > 0; i--) {
        const RecapRecordPlace *place = &g_array_index (places, RecapRecordPlace, i - 1);
        g_autoptr (GString) record = g_string_new (NULL);
        recap_record_reader_prefetch (reader, place);
        UNIT_TRUE (recap_record_reader_read_at (reader, place, &error));
        append_record (record, recap_record_reader_view (reader));
        n_wrong += strcmp (record->str, records->pdata[i - 1]) != 0;
    }
    UNIT_NO_ERROR (&error);
    UNIT_INT (n_wrong, 0);
    UNIT_TRUE (g_str_has_suffix (records->pdata[records->len - 1], "[the last] [one\nhere]\n"));
}

UNIT_MAIN ("record-reader", { "records", test_records }, { "what is not CSV", test_faults },
           { "long records", test_long_records }, { "same as libcsv", test_same_as_libcsv },
           { "a block ends anywhere", test_block_border },
           { "peek and return", test_peek_and_return }, { "rewind", test_rewind },
           { "places", test_places })
