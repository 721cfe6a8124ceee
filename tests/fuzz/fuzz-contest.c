/* A contest file of any bytes: refused with a reason, or a contest whose boxes can be found by
 * their names and stand in form order. */
#include "config.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContest) contest =
        recap_contest_parse (size > 0 ? (const char *)data : "", size, "fuzz.contest", &error);
    fuzz_check (contest != NULL, error);
    if (contest == NULL)
        return 0;

    guint n = 0;
    guint n_sections = 0;
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    recap_contest_get_sections (contest, &n_sections);
    for (guint i = 0; i < n; i++) {
        g_assert (fields[i].index == i && fields[i].section < n_sections);
        g_assert (recap_contest_find (contest, recap_text (fields[i].name)) == &fields[i]);
        recap_contest_find_heading (contest, recap_text (fields[i].label));
        if (fields[i].sirekap != NULL)
            g_assert (recap_contest_find_sirekap (contest, recap_text (fields[i].sirekap)) != NULL);
    }
    return 0;
}
