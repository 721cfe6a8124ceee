/* Records of CSV: how the separator is found, and that everything can be read again. */
#include "records-fixture.h"

/* Checks that the records of @text are @lines: their fields with '|' between, each line with its
 * number before. */
static void
check (const char *text, const char *lines)
{
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, "ppwp", text);
    for (guint pass = 0; pass < 2; pass++) {
        g_autoptr (GString) seen = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        RecapRecord record;
        gboolean end = FALSE;
        while (fixture.records->next (fixture.records->self, &record, &end, &error) && !end) {
            g_string_append_printf (seen, "%u:", (guint)record.line);
            for (guint i = 0; i < record.n_fields; i++)
                g_string_append_printf (seen, "%s%.*s", i > 0 ? "|" : "",
                                        (int)record.fields[i].size, record.fields[i].bytes);
            g_string_append_c (seen, '\n');
        }
        UNIT_NO_ERROR (&error);
        UNIT_STRING (seen->str, lines);
        UNIT_TRUE (fixture.records->rewind (fixture.records->self, &error));
    }
}

static void
test_names (void)
{
    check ("kode,s01\n1,2\n", "1:kode|s01\n2:1|2\n");
    check ("kode;s01\n1;2\n", "1:kode|s01\n2:1|2\n");
    check ("kode\ts01\n1\t2\n", "1:kode|s01\n2:1|2\n");
    /* Known columns go before their number. */
    check ("kode;s01\na,b,c,d;2\n", "1:kode|s01\n2:a,b,c,d|2\n");
    /* Titles above the header. */
    check ("Rapat, hari Minggu, 18.00, aula\nkode;s01;s02\n1;2;3\n",
           "1:Rapat, hari Minggu, 18.00, aula\n2:kode|s01|s02\n3:1|2|3\n");
}

static void
test_nothing_known (void)
{
    check ("a;b;c\n", "1:a|b|c\n");
    check ("a;b,c\n", "1:a;b|c\n"); /* as many columns: the comma */
    check ("a\n", "1:a\n");
    check ("", "");
    check ("\n\n", "");
}

static void
test_line (void)
{
    check ("sep=;\na,kode;b\n", "2:a,kode|b\n");
    check ("sep=\t\nkode,s01\n", "2:kode,s01\n");
    check ("sep=;\n", "");
    check ("sep=;", "");
    /* Only in the first line, only of a separator. */
    check ("kode;s01\nsep=;\n", "1:kode|s01\n2:sep=|\n");
    check ("sep=#\nkode;s01\n", "1:sep=#\n2:kode|s01\n");
}

/* A wrong separator may make a file that cannot be read; it is not chosen then. */
static void
test_unreadable (void)
{
    check ("kode;s01;desa\n1;2;\"a\"\"b\"\n", "1:kode|s01|desa\n2:1|2|a\"b\n");
    check ("kode\ts01\n\"a,b\"\t2\n", "1:kode|s01\n2:a,b|2\n");
}

/* Only the first records are asked. */
static void
test_far_header (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 20; i++)
        g_string_append (text, "x,y\n");
    g_string_append (text, "kode;s01;s02\n");
    g_auto (Fixture) fixture = { 0 };
    RecapRecord record;
    gboolean end = FALSE;
    fixture_init (&fixture, "ppwp", text->str);
    UNIT_TRUE (fixture.records->next (fixture.records->self, &record, &end, NULL));
    UNIT_INT (record.n_fields, 2);
}

/* What is not UTF-8 is let through, with its place, for whoever rejects it. */
static void
test_bad_text (void)
{
    g_auto (Fixture) fixture = { 0 };
    RecapRecord record;
    gboolean end = FALSE;
    fixture_init (&fixture, "ppwp", "kode;s01\n\303\251\200;2\n");
    UNIT_TRUE (fixture.records->next (fixture.records->self, &record, &end, NULL));
    UNIT_INT (record.bad_line, 0);
    UNIT_TRUE (fixture.records->next (fixture.records->self, &record, &end, NULL));
    UNIT_INT (record.bad_line, 2);
    UNIT_INT (record.bad_column, 2);
    UNIT_STRING (fixture.records->name, "a.csv");
}

UNIT_MAIN ("csv-records", { "by the names of columns", test_names },
           { "where none is known", test_nothing_known }, { "'sep=;'", test_line },
           { "files that a separator makes wrong", test_unreadable },
           { "a header far below", test_far_header }, { "bad text", test_bad_text })
