#include "config.h"

#include "words.h"

enum { TEXT_MAX = 160, YEAR_MIN = 1000 };

static const char *const day_names[] = { "Senin", "Selasa", "Rabu",  "Kamis",
                                         "Jumat", "Sabtu",  "Minggu" };
static const char *const month_names[] = { "Januari",   "Februari", "Maret",    "April",
                                           "Mei",       "Juni",     "Juli",     "Agustus",
                                           "September", "Oktober",  "November", "Desember" };

/* Another way to write a name. */
typedef struct {
    const char *word;
    guint index;
} Spelling;

static const Spelling day_spellings[] = { { "jum'at", 4 }, { "ahad", 6 } };
static const Spelling month_spellings[] = { { "pebruari", 1 }, { "nopember", 10 } };

static guint
days_in_month (guint year, guint month)
{
    static const guint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Days since 1970-01-01. Years begin in March here, so that the leap day is the last. */
static gint64
days_since_epoch (const RecapDate *date)
{
    gint64 year = (gint64)date->year - (date->month <= 2 ? 1 : 0);
    gint64 month = (date->month + 9) % 12;
    gint64 day_of_year = (153 * month + 2) / 5 + date->day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

/* Returns: the day of the week, Monday being 0. */
static guint
day_of_week (const RecapDate *date)
{
    /* 1 January 1970 was a Thursday; the weeks added keep the remainder positive. */
    return (guint)((days_since_epoch (date) + 3 + 7 * G_GINT64_CONSTANT (110000)) % 7);
}

/* ---- text to date ---- */

/* Cuts @text at blanks and commas, in lower case.
 *
 * Returns: the words, without empty ones; owned by the caller. */
static GPtrArray *
cut_words (const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
    g_auto (GStrv) pieces = g_strsplit_set (text, " ,", -1);

    for (guint i = 0; pieces[i] != NULL; i++)
        if (*pieces[i] != '\0')
            g_ptr_array_add (words, g_ascii_strdown (pieces[i], -1));
    return words;
}

static const char *
word_at (const GPtrArray *words, guint index)
{
    return index < words->len ? words->pdata[index] : "";
}

/* Returns: the index of the name @word, from 0; -1 when it is none. */
static int
find_day_name (const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS (day_names); i++)
        if (g_ascii_strcasecmp (word, day_names[i]) == 0)
            return (int)i;
    for (guint i = 0; i < G_N_ELEMENTS (day_spellings); i++)
        if (strcmp (word, day_spellings[i].word) == 0)
            return (int)day_spellings[i].index;
    return -1;
}

static int
find_month_name (const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
        if (g_ascii_strcasecmp (word, month_names[i]) == 0)
            return (int)i;
    for (guint i = 0; i < G_N_ELEMENTS (month_spellings); i++)
        if (strcmp (word, month_spellings[i].word) == 0)
            return (int)month_spellings[i].index;
    return -1;
}

/* Reads the digits at *@text, at most @most.
 *
 * Returns: how many there are; *@text goes behind them. */
static guint
take_digits (const char **text, guint most, guint *ret_number)
{
    guint n = 0;
    *ret_number = 0;
    while (n < most && g_ascii_isdigit (**text)) {
        *ret_number = 10 * *ret_number + (guint)(*(*text)++ - '0');
        n++;
    }
    return n;
}

/* Reads '2024-02-20' or '20-02-2024', also with '/' or '.' and without leading zeros when the day
 * comes first. */
static gboolean
parse_digits (const char *text, RecapDate *date)
{
    guint first = 0, last = 0;
    guint n_first = take_digits (&text, 4, &first);
    char mark = *text;

    if (n_first == 0 || (mark != '-' && (n_first == 4 || (mark != '/' && mark != '.'))))
        return FALSE;
    text++;
    guint n_month = take_digits (&text, 2, &date->month);
    if (n_month == 0 || *text++ != mark)
        return FALSE;
    guint n_last = take_digits (&text, 4, &last);
    date->year = n_first == 4 ? first : last;
    date->day = n_first == 4 ? last : first;
    return *text == '\0' &&
           ((n_first == 4 && n_month == 2 && n_last == 2) || (n_first <= 2 && n_last == 4));
}

/* Reads the number that the words from @first on are: digits, at most @most of them, or words.
 *
 * Returns: FALSE when they are none. */
static gboolean
parse_number (const GPtrArray *words, guint first, guint end, guint most, guint *ret_number)
{
    g_autoptr (GString) text = g_string_new (NULL);
    gint64 number = 0;

    if (end == first + 1 && g_ascii_isdigit (*word_at (words, first))) {
        const char *digits = word_at (words, first);
        return take_digits (&digits, most, ret_number) > 0 && *digits == '\0';
    }
    for (guint i = first; i < end; i++)
        g_string_append_printf (text, "%s ", word_at (words, i));
    if (!recap_words_parse ((RecapText){ text->str, text->len }, &number) || number > 9999)
        return FALSE;
    *ret_number = (guint)number;
    return TRUE;
}

/* Reads '20 Februari 2024' in digits or words from @first on. */
static gboolean
parse_named_month (const GPtrArray *words, guint first, RecapDate *date)
{
    guint at = first;
    guint n_words = words->len;

    while (at < n_words && find_month_name (word_at (words, at)) < 0)
        at++;
    if (at == n_words)
        return FALSE;
    guint before = at > first && strcmp (word_at (words, at - 1), "bulan") == 0 ? at - 1 : at;
    guint behind = strcmp (word_at (words, at + 1), "tahun") == 0 ? at + 2 : at + 1;
    date->month = (guint)find_month_name (word_at (words, at)) + 1;
    return parse_number (words, first, before, 2, &date->day) &&
           parse_number (words, behind, n_words, 4, &date->year) && date->year >= YEAR_MIN;
}

static RecapDateReading
parse_words (const GPtrArray *words, RecapDate *date)
{
    guint at = strcmp (word_at (words, 0), "hari") == 0 ? 1 : 0;
    int day = find_day_name (word_at (words, at));

    if (at > 0 && day < 0)
        return RECAP_DATE_NONE;
    at += day >= 0 ? 1 : 0;
    at += strcmp (word_at (words, at), "tanggal") == 0 ? 1 : 0;
    gboolean read = at + 1 == words->len ? parse_digits (word_at (words, at), date)
                                         : parse_named_month (words, at, date);
    if (!read || date->year < 1 || date->month < 1 || date->month > 12 || date->day < 1 ||
        date->day > days_in_month (date->year, date->month))
        return RECAP_DATE_NONE;
    return day < 0 || day_of_week (date) == (guint)day ? RECAP_DATE_READ : RECAP_DATE_OTHER_DAY;
}

RecapDateReading
recap_date_read (RecapText text, RecapDate *ret_date)
{
    RecapDate date = { 0 };

    if (text.size == 0 || text.size > TEXT_MAX || memchr (text.bytes, '\0', text.size) != NULL)
        return RECAP_DATE_NONE;
    g_autofree char *copy = g_strndup (text.bytes, text.size);
    g_autoptr (GPtrArray) words = cut_words (copy);
    RecapDateReading reading = parse_words (words, &date);
    if (reading != RECAP_DATE_NONE)
        *ret_date = date;
    return reading;
}

gboolean
recap_date_parse (RecapText text, RecapDate *ret_date)
{
    RecapDate date;

    if (recap_date_read (text, &date) != RECAP_DATE_READ)
        return FALSE;
    *ret_date = date;
    return TRUE;
}

/* ---- date to text ---- */

const char *
recap_date_day_name (const RecapDate *date)
{
    return day_names[day_of_week (date)];
}

const char *
recap_date_month_name (const RecapDate *date)
{
    return month_names[date->month - 1];
}

char *
recap_date_format (const RecapDate *date)
{
    return g_strdup_printf ("%u %s %u", date->day, recap_date_month_name (date), date->year);
}

char *
recap_date_format_digits (const RecapDate *date)
{
    return g_strdup_printf ("%02u-%02u-%04u", date->day, date->month, date->year);
}

char *
recap_date_format_words (const RecapDate *date)
{
    g_autofree char *day = recap_words_number (date->day);
    g_autofree char *year = recap_words_number (date->year);
    return g_strdup_printf ("%s tanggal %s bulan %s tahun %s", recap_date_day_name (date), day,
                            recap_date_month_name (date), year);
}

gint64
recap_date_to_seconds (const RecapDate *date)
{
    return days_since_epoch (date) * 24 * 60 * 60;
}
