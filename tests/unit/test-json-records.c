#include "json-records.h"

#include "error.h"
#include "unit.h"

/* The records of @text, a cell in '[...]' each. */
static char *
read_all (const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapJsonRecords) self =
        recap_json_records_new ("list.json", text, strlen (text), &error);
    g_autoptr (GString) out = g_string_new (NULL);
    const RecapRecords *records = self != NULL ? recap_json_records_get (self) : NULL;

    for (gboolean end = records == NULL; !end;) {
        RecapRecord record;
        UNIT_TRUE (records->next (records->self, &record, &end, &error));
        for (guint i = 0; !end && i < record.n_fields; i++)
            g_string_append_printf (out, "[%.*s]", (int)record.fields[i].size,
                                    record.fields[i].bytes);
        g_string_append (out, end ? "" : "\n");
    }
    if (error != NULL)
        g_string_append_printf (out, "error %d", error->code);
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_columns (void)
{
    g_autofree char *plain = read_all ("[{\"a\":\"x\\n\",\"b\":1.50},{\"b\":null,\"c\":true}]");
    UNIT_STRING (plain, "[a][b][c]\n[x\n][1.50][]\n[][][true]\n");
    g_autofree char *deep = read_all ("[{\"a\":{\"b\":[1]},\"c\":[1,[2]],\"d\":[]}]");
    UNIT_STRING (deep, "[a][c][d]\n[{...}][[...]][]\n");
    g_autofree char *none = read_all ("[]");
    UNIT_STRING (none, "\n");
}

static void
test_lists (void)
{
    g_autofree char *inside =
        read_all ("[{\"a\":1,\"x\":[{\"a\":2,\"y\":[{\"a\":3}]},{\"a\":4}],\"b\":5},{\"a\":6}]");
    UNIT_STRING (inside, "[a][b][daftar]\n[1][5][]\n[2][][x]\n[3][][y]\n[4][][x]\n[6][][]\n");
}

static void
test_refused (void)
{
    static const struct {
        const char *text;
        const char *answer;
    } cases[] = {
        { "{}", "error 2" },
        { "[1]", "error 2" },
        { "[{\"a\":[{},1]}]", "error 2" },
        { "[{\"a\":1}", "error 1" },
        { "[{}] 1", "error 1" },
        { "", "error 1" },
        { "[{\"a\":1,\"a\":2}]", "error 1" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *answer = read_all (cases[i].text);
        UNIT_STRING (answer, cases[i].answer);
    }
    g_autoptr (GString) wide = g_string_new ("[{");
    for (guint i = 0; i <= 1000; i++)
        g_string_append_printf (wide, "%s\"m%u\":0", i > 0 ? "," : "", i);
    g_string_append (wide, "}]");
    g_autofree char *answer = read_all (wide->str);
    UNIT_STRING (answer, "error 3");
}

static void
test_look (void)
{
    static const char text[] = "\n [ { \"a\": [ 1 ], \"b\": { } }, 7";
    g_auto (GStrv) names = recap_json_records_look ("x", text, strlen (text));
    g_autofree char *joined = names != NULL ? g_strjoinv (" ", names) : NULL;
    UNIT_STRING (joined, "a b");
    UNIT_TRUE (recap_json_records_look ("x", "[]", 2) == NULL);
    UNIT_TRUE (recap_json_records_look ("x", "{}", 2) == NULL);
}

static void
test_places (void)
{
    static const char text[] = "[\n {\"a\": 1,\n  \"b\": \"z\"}]";
    g_autoptr (RecapJsonRecords) self =
        recap_json_records_new ("list.json", text, strlen (text), NULL);
    const RecapRecords *records = recap_json_records_get (self);
    RecapRecord record;
    gboolean end = FALSE;

    UNIT_TRUE (records->next (records->self, &record, &end, NULL));
    UNIT_TRUE (records->next (records->self, &record, &end, NULL));
    UNIT_TRUE (record.line == 2 && record.lines[0] == 2 && record.columns[0] == 8);
    UNIT_TRUE (record.lines[1] == 3 && record.columns[1] == 8);
    UNIT_TRUE (records->rewind (records->self, NULL));
    UNIT_TRUE (records->next (records->self, &record, &end, NULL) && !end);
    UNIT_TRUE (recap_text_equal_string (record.fields[1], "b"));
}

UNIT_MAIN ("json-records", { "members are columns", test_columns },
           { "a list inside a record", test_lists }, { "what is refused", test_refused },
           { "the first object", test_look }, { "lines and columns", test_places })
