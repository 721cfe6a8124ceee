#include "config.h"

#include "words.h"

#include "count.h"
#include "unit.h"

static void
test_numbers (void)
{
    static const struct {
        gint64 number;
        const char *words;
    } cases[] = {
        { 0, "nol" },
        { 1, "satu" },
        { 10, "sepuluh" },
        { 11, "sebelas" },
        { 12, "dua belas" },
        { 19, "sembilan belas" },
        { 20, "dua puluh" },
        { 21, "dua puluh satu" },
        { 99, "sembilan puluh sembilan" },
        { 100, "seratus" },
        { 101, "seratus satu" },
        { 111, "seratus sebelas" },
        { 216, "dua ratus enam belas" },
        { 910, "sembilan ratus sepuluh" },
        { 1000, "seribu" },
        { 1001, "seribu satu" },
        { 2000, "dua ribu" },
        { 2024, "dua ribu dua puluh empat" },
        { 11111, "sebelas ribu seratus sebelas" },
        { 100000, "seratus ribu" },
        { 101000, "seratus satu ribu" },
        { 1000000, "satu juta" },
        { 1001000, "satu juta seribu" },
        { 1000000000, "satu miliar" },
        { G_GINT64_CONSTANT (12000000015), "dua belas miliar lima belas" },
        { RECAP_COUNT_MAX,
          "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan "
          "puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan "
          "ratus sembilan puluh sembilan" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *words = recap_words_number (cases[i].number);
        UNIT_STRING (words, cases[i].words);
    }
}

/* Reads words back, by the rules of a grammar book rather than those of the writer. */
static gint64
read_words (const char *words)
{
    static const struct {
        const char *word;
        gint64 add, times;
    } known[] = {
        { "satu", 1, 0 },
        { "dua", 2, 0 },
        { "tiga", 3, 0 },
        { "empat", 4, 0 },
        { "lima", 5, 0 },
        { "enam", 6, 0 },
        { "tujuh", 7, 0 },
        { "delapan", 8, 0 },
        { "sembilan", 9, 0 },
        { "sepuluh", 10, 0 },
        { "sebelas", 11, 0 },
        { "seratus", 100, 0 },
        { "belas", 10, 1 },
        { "puluh", 0, 10 },
        { "ratus", 0, 100 },
        { "seribu", 0, -1000 },
        { "ribu", 0, -1000 },
        { "juta", 0, -1000000 },
        { "miliar", 0, -1000000000 },
    };
    g_auto (GStrv) list = g_strsplit (words, " ", -1);
    gint64 total = 0, group = 0, digit = 0;

    for (guint i = 0; list[i] != NULL; i++)
        for (gsize k = 0; k < G_N_ELEMENTS (known); k++) {
            if (strcmp (list[i], known[k].word) != 0)
                continue;
            if (known[k].times < 0) {
                gboolean one = strcmp (list[i], "seribu") == 0;
                total += (one ? 1 : group + digit) * -known[k].times;
                group = digit = 0;
            } else if (known[k].times > 0) {
                group += digit * known[k].times + known[k].add;
                digit = 0;
            } else if (known[k].add >= 10) {
                group += known[k].add;
            } else {
                digit = known[k].add;
            }
        }
    return total + group + digit;
}

static void
test_numbers_read_back (void)
{
    for (gint64 n = 1; n < 1100000; n += n < 12000 ? 1 : 997) {
        g_autofree char *words = recap_words_number (n);
        if (read_words (words) != n)
            UNIT_STRING (words, "something that reads back");
    }
    for (gint64 n = 1; n < RECAP_COUNT_MAX / 3; n = n * 3 + 7) {
        g_autofree char *words = recap_words_number (n);
        UNIT_INT (read_words (words), n);
    }
}

static void
test_dates (void)
{
    static const struct {
        const char *text;
        const char *day;
        const char *words;
        gint64 seconds;
    } cases[] = {
        { "1970-01-01", "Kamis", "1 Januari 1970", 0 },
        { "2024-02-14", "Rabu", "14 Februari 2024", 1707868800 },
        { "2024-02-29", "Kamis", "29 Februari 2024", 1709164800 },
        { "2024-12-31", "Selasa", "31 Desember 2024", 1735603200 },
        { "2000-03-01", "Rabu", "1 Maret 2000", 951868800 },
        { "1945-08-17", "Jumat", "17 Agustus 1945", -769219200 },
        { "1900-03-01", "Kamis", "1 Maret 1900", G_GINT64_CONSTANT (-2203891200) },
        { "0001-01-01", "Senin", "1 Januari 1", G_GINT64_CONSTANT (-62135596800) },
        { "9999-12-31", "Jumat", "31 Desember 9999", G_GINT64_CONSTANT (253402214400) },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapDate date;
        UNIT_TRUE (recap_date_parse (recap_text (cases[i].text), &date));
        g_autofree char *words = recap_date_format (&date);
        UNIT_STRING (recap_date_day_name (&date), cases[i].day);
        UNIT_STRING (words, cases[i].words);
        UNIT_INT (recap_date_to_seconds (&date), cases[i].seconds);
    }
}

static void
test_no_dates (void)
{
    static const char *const cases[] = {
        "",           "2024",       "2024-2-14",  "20-02-2024", "2024/02/14",
        "2024-00-10", "2024-13-01", "2024-01-00", "2024-04-31", "2023-02-29",
        "1900-02-29", "0000-01-01", "2024-02-1x", "+024-02-14", "2024-02-140",
    };
    RecapDate untouched = { 1, 2, 3 };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_FALSE (recap_date_parse (recap_text (cases[i]), &untouched));
    UNIT_INT (untouched.year * 100 + untouched.month * 10 + untouched.day, 123);
}

static void
test_numbers_parsed (void)
{
    static const char *const refused[] = {
        "",
        "puluh",
        "satu puluh",
        "satu belas",
        "dua tiga",
        "ratus",
        "nol satu",
        "tiga ratus ribuan",
        "seribu dua ribu",
        "dua ratus.",
        "dua juta satu miliar",
    };
    gint64 number = -1;

    for (gint64 i = 0; i <= 999999; i++) {
        g_autofree char *words = recap_words_number (i);
        if (!recap_words_parse (recap_text (words), &number) || number != i)
            break;
    }
    UNIT_INT (number, 999999);
    UNIT_TRUE (recap_words_parse (recap_text ("Dua Ratus  tigabelas"), &number));
    UNIT_INT (number, 213);
    UNIT_TRUE (recap_words_parse (recap_text ("satu ratus"), &number));
    UNIT_INT (number, 100);
    UNIT_TRUE (recap_words_parse (recap_text ("dua belas miliar lima belas"), &number));
    UNIT_INT (number, G_GINT64_CONSTANT (12000000015));
    for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
        UNIT_FALSE (recap_words_parse (recap_text (refused[i]), &number));
    UNIT_INT (number, G_GINT64_CONSTANT (12000000015));
}

UNIT_MAIN ("words", { "numbers", test_numbers }, { "numbers read back", test_numbers_read_back },
           { "numbers parsed", test_numbers_parsed }, { "dates", test_dates },
           { "no dates", test_no_dates })
