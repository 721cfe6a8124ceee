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
check_date (const char *text, const RecapDate *date)
{
    RecapDate read = { 0 };
    gboolean same = recap_date_parse (recap_text (text), &read) && read.year == date->year &&
                    read.month == date->month && read.day == date->day;
    if (!same)
        UNIT_STRING (text, "a date that is read back");
}

/* Every day of two centuries, in every form. */
static void
test_dates_read_back (void)
{
    RecapDate date = { 1900, 1, 1 };
    gint64 seconds = 0, n_days = 0;

    UNIT_TRUE (recap_date_parse (recap_text ("1900-01-01"), &date));
    seconds = recap_date_to_seconds (&date);
    for (date.year = 1900; date.year <= 2100; date.year++)
        for (date.month = 1; date.month <= 12; date.month++)
            for (date.day = 1; date.day <= 31; date.day++) {
                g_autofree char *iso =
                    g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
                g_autofree char *digits = recap_date_format_digits (&date);
                g_autofree char *text = recap_date_format (&date);
                g_autofree char *words = recap_date_format_words (&date);
                g_autofree char *with_day =
                    g_strdup_printf ("%s, %s", recap_date_day_name (&date), digits);
                g_autofree char *loud = g_ascii_strup (words, -1);
                RecapDate read;
                if (!recap_date_parse (recap_text (iso), &read))
                    continue; /* 31 April */
                check_date (iso, &date);
                check_date (digits, &date);
                check_date (text, &date);
                check_date (words, &date);
                check_date (with_day, &date);
                check_date (loud, &date);
                if (recap_date_to_seconds (&date) != seconds + 86400 * n_days)
                    UNIT_STRING (iso, "the day after the one before");
                n_days++;
            }
    UNIT_INT (n_days, 73414);
}

static void
test_dates_as_written (void)
{
    static const char *const cases[] = {
        "2024-02-20",
        "20-02-2024",
        "20-2-2024",
        "20/02/2024",
        "20.2.2024",
        "20 februari 2024",
        "20 PEBRUARI 2024",
        " 20  Februari  2024 ",
        "Selasa, 20-02-2024",
        "Selasa 20 Februari 2024",
        "selasa, 2024-02-20",
        "hari Selasa, tanggal 20 Februari 2024",
        "tanggal 20-02-2024",
        "dua puluh Februari dua ribu dua puluh empat",
        "duapuluh Februari dua-ribu dua-puluh-empat",
        "20 Februari dua ribu dua puluh empat",
        "hari Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat",
    };
    const RecapDate date = { 2024, 2, 20 };
    RecapDate other;
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check_date (cases[i], &date);
    UNIT_TRUE (recap_date_parse (recap_text ("Jum'at, 1 Nopember 2024"), &other));
    UNIT_INT (other.month * 100 + other.day, 1101);
    UNIT_TRUE (recap_date_parse (recap_text ("Ahad 3-11-2024"), &other));
}

static void
test_no_dates (void)
{
    static const char *const cases[] = {
        "",
        "2024",
        "2024-2-14",
        "20-02-24",
        "2024/02/14",
        "2024-00-10",
        "2024-13-01",
        "2024-01-00",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "0000-01-01",
        "2024-02-1x",
        "+024-02-14",
        "2024-02-140",
        "20-02/2024",
        "20 02 2024",
        "20 Februari 24",
        "20 Februari",
        "Februari 2024",
        "200 Februari 2024",
        "30 Februari 2024",
        "dua puluh Februari dua puluh empat",
        "hari 20 Februari 2024",
        "nol Februari dua ribu",
        "20 Februari 2024 x",
        "Selasa",
        "tanggal",
        ",",
        "hari Selasa tanggal",
        "bulan Februari tahun 2024",
        "20 bulan 2024",
        "20 Februari tahun",
        "20-02-2024-01",
    };
    RecapDate untouched = { 1, 2, 3 };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_FALSE (recap_date_parse (recap_text (cases[i]), &untouched));
    UNIT_INT (untouched.year * 100 + untouched.month * 10 + untouched.day, 123);
}

/* It was a Tuesday. */
static void
test_other_days (void)
{
    static const char *const cases[] = {
        "Senin, 20-02-2024",
        "hari Rabu tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapDate date = { 1, 2, 3 };
        UNIT_FALSE (recap_date_parse (recap_text (cases[i]), &date));
        UNIT_INT (date.year * 100 + date.month * 10 + date.day, 123);
        UNIT_INT (recap_date_read (recap_text (cases[i]), &date), RECAP_DATE_OTHER_DAY);
        UNIT_STRING (recap_date_day_name (&date), "Selasa");
    }
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

    for (gint64 i = 0; i <= 2000000; i++) {
        g_autofree char *words = recap_words_number (i);
        if (!recap_words_parse (recap_text (words), &number) || number != i)
            break;
    }
    UNIT_INT (number, 2000000);
    for (guint i = 0; i < 20000; i++) {
        gint64 any = (gint64)(((guint64)g_random_int () << 32 | g_random_int ()) %
                              (guint64)(RECAP_COUNT_MAX + 1));
        g_autofree char *words = recap_words_number (any);
        if (!recap_words_parse (recap_text (words), &number) || number != any)
            UNIT_STRING (words, "words that are read back");
    }
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
           { "dates read back", test_dates_read_back },
           { "dates as written", test_dates_as_written }, { "no dates", test_no_dates },
           { "other days", test_other_days })
