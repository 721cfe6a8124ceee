/* Numbers in words, both ways: what is written can be read, whatever the number; what can be read
 * is a count and comes back when it is written; and so with days. */
#include "config.h"

#include "fuzz.h"
#include "words.h"

static void
check_number (gint64 number)
{
    gint64 again = -1;
    g_autofree char *words = recap_words_number (number);
    g_assert (words != NULL);
    g_assert (recap_words_parse (recap_text (words), &again) && again == number);

    g_autofree char *loud = g_ascii_strup (words, -1);
    g_assert (recap_words_parse (recap_text (loud), &again) && again == number);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    RecapText text = { (const char *)data, size };
    gint64 number = -7;
    guint64 bits = 0;
    RecapDate date;

    if (recap_words_parse (text, &number)) {
        g_assert (number >= 0 && number <= RECAP_COUNT_MAX);
        check_number (number);
    } else {
        g_assert (number == -7);
    }
    for (size_t i = 0; i < MIN (size, sizeof bits); i++)
        bits = bits << 8 | data[i];
    check_number ((gint64)(bits % (RECAP_COUNT_MAX + 1)));

    if (recap_date_parse (text, &date)) {
        g_autofree char *day = recap_date_format (&date);
        g_assert (day[0] != '\0' && recap_date_day_name (&date) != NULL);
        recap_date_to_seconds (&date);
        g_autofree char *digits = recap_date_format_digits (&date);
        RecapDate again = { 0 };
        g_assert (recap_date_parse (recap_text (digits), &again) && again.year == date.year &&
                  again.month == date.month && again.day == date.day);
    }
    return 0;
}
