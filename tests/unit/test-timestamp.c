/* Times: what is read, and what is refused. */
#include "timestamp.h"
#include "unit.h"

static void
test_times (void)
{
    static const struct {
        const char *text, *time; /* NULL: refused */
    } cases[] = {
        { "2024-02-15 00:46:45", "2024-02-15T00:46:45" },
        { "2024-02-15T00:46:45", "2024-02-15T00:46:45" },
        { "2024-02-15 23:59", "2024-02-15T23:59" },
        { "2024-02-15", "2024-02-15" },
        { "", "" },
        { "2024-13-15", NULL },
        { "2024-02-32", NULL },
        { "2024-00-10", NULL },
        { "2024-02-15 24:00", NULL },
        { "2024-02-15 10:60", NULL },
        { "2024-02-15 10:00:61", NULL },
        { "2024-02-15_10:00", NULL },
        { "15/02/2024", NULL },
        { "2024-02-15T00:46:45Z", NULL },
        { "2024-2-15", NULL },
        { "kemarin", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        char buffer[RECAP_TIMESTAMP_SIZE] = "untouched";
        UNIT_INT (recap_timestamp_parse (recap_text (cases[i].text), buffer),
                  cases[i].time != NULL);
        UNIT_STRING (buffer, cases[i].time != NULL ? cases[i].time : "untouched");
    }
}

UNIT_MAIN ("timestamp", { "times", test_times })
