/* One JSON object a line. */
#include "json-writer.h"
#include "unit.h"

static void
test_object (void)
{
    g_autoptr (GString) out = g_string_new (NULL);
    recap_json_append_name (out, "a\"b");
    recap_json_append_string (out, (RecapText){ "x\n\t\\\"\x1b\x7f\xc3\xa9\0y", 11 });
    recap_json_append_name (out, "n");
    recap_json_append_cell (out, RECAP_COUNT_MAX);
    recap_json_append_name (out, "z");
    recap_json_append_cell (out, 0);
    recap_json_append_name (out, "u");
    recap_json_append_cell (out, RECAP_CELL_UNREADABLE);
    recap_json_append_name (out, "b");
    recap_json_append_cell (out, RECAP_CELL_BLANK);
    recap_json_append_name (out, "c");
    recap_json_append_cell (out, RECAP_CELL_NOT_CARRIED);
    recap_json_append_name (out, "e");
    recap_json_append_string (out, RECAP_TEXT_EMPTY);
    recap_json_append_name (out, "t");
    recap_json_append_string (out, recap_text ("\xc2\x9b"
                                               "2J\u202e\u2028\u00a0\U0001f5f3"));
    recap_json_append_name (out, "x");
    recap_json_append_string (out, (RecapText){ "\xc3", 1 });
    UNIT_STRING (out->str, "{\"a\\\"b\":\"x\\u000a\\u0009\\\\\\\"\\u001b\\u007f\xc3\xa9\\u0000y\","
                           "\"n\":999999999999,\"z\":0,\"u\":\"?\",\"b\":null,\"c\":null,"
                           "\"e\":\"\","
                           "\"t\":\"\\u009b2J\\u202e\\u2028\u00a0\U0001f5f3\",\"x\":\"\xc3\"");
}

UNIT_MAIN ("json-writer", { "object", test_object })
