/* A meeting file of any bytes: refused with its line, or a meeting whose people are found by their
 * numbers. */
#include "config.h"

#include "fuzz.h"
#include "meeting.h"

static void
check_people (const GPtrArray *people)
{
    guint last = 0;
    for (guint i = 0; i < people->len; i++) {
        const RecapPerson *person = people->pdata[i];
        g_assert (person->entry.number >= last && person->entry.line > 0);
        g_assert (recap_meeting_find (people, person->entry.number) != NULL);
        last = person->entry.number;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting =
        recap_meeting_parse (size > 0 ? (const char *)data : "", size, "fuzz.conf", &error);
    fuzz_check (meeting != NULL, error);
    if (meeting == NULL) {
        g_assert (recap_error_get_origin (error) != NULL);
        return 0;
    }
    check_people (meeting->ppk);
    check_people (meeting->saksi);
    check_people (meeting->panwaslu);
    check_people (meeting->hadir);
    if (meeting->tanggal != NULL) {
        g_autofree char *day = recap_date_format (meeting->tanggal);
        g_assert (day[0] != '\0' && recap_date_day_name (meeting->tanggal) != NULL);
    }
    return 0;
}
