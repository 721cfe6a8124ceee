/* The JSON lexer takes any bytes; what it takes apart lies inside them. */
#include <stddef.h>
#include <stdint.h>

#include "json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static RecapJson *json; /* reused: a document must leave nothing behind for the next */
    if (json == NULL)
        json = recap_json_new ();

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
