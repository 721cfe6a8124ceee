/* The JSON lexer takes any bytes; what it takes apart lies inside them. */
#include <stddef.h>
#include <stdint.h>

#include "json-records.h"
#include "json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* As a table, every record has as many cells as the first. */
static void
read_table (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapJsonRecords) table =
        recap_json_records_new ("fuzz.json", (const char *)data, size, &error);
    g_auto (GStrv) names = recap_json_records_look ("fuzz.json", (const char *)data, size);
    guint n_fields = 0;
    guint64 n_records = 0;
    guint64 line = 1;

    g_assert ((table == NULL) == (error != NULL));
    for (gboolean end = table == NULL, first = TRUE; !end; first = FALSE) {
        RecapRecord record;
        const RecapRecords *records = recap_json_records_get (table);
        g_assert (records->next (records->self, &record, &end, NULL));
        if (end)
            break;
        g_assert ((first || record.n_fields == n_fields) && record.line >= line);
        n_fields = record.n_fields;
        line = record.line;
        n_records++;
    }
    g_assert (table == NULL || (names != NULL) == (n_records > 1)); /* the first is the names */
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static RecapJson *json; /* reused: a document must leave nothing behind for the next */
    if (json == NULL)
        json = recap_json_new ();

    if (size > 0)
        read_table (data, size);
    RecapJsonToken token = { .type = RECAP_JSON_NULL };
    gsize last = 0;
    recap_json_start (json, "fuzz.json", data, size);
    do {
        g_autoptr (GError) error = NULL;
        if (!recap_json_next (json, &token, &error)) {
            g_assert (error != NULL);
            return 0;
        }
        g_assert (token.offset >= last && token.offset + token.size <= size);
        last = token.offset;
    } while (token.type != RECAP_JSON_END);
    return 0;
}
