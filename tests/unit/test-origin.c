#include "config.h"

#include "origin.h"

#include "unit.h"

static void
test_format (void)
{
    static const struct {
        RecapOrigin origin;
        const char *text;
    } cases[] = {
        { { "a.csv", 118, 23 }, "a.csv:118:23" },
        { { "a.csv", 118, 0 }, "a.csv:118" },
        { { "a.csv", 0, 0 }, "a.csv" },
        { { "a.csv", 0, 5 }, "a.csv" }, /* a column without a line says nothing */
        { { "x.tar.gz!3201.json", 1, 9 }, "x.tar.gz!3201.json:1:9" },
        { { "e\x1b[2J.csv", 1, 1 }, "e\\x1B[2J.csv:1:1" },
        { { "a", G_MAXUINT64, 1 }, "a:18446744073709551615:1" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = recap_origin_format (&cases[i].origin);
        UNIT_STRING (text, cases[i].text);
    }
}

UNIT_MAIN ("origin", { "format", test_format })
