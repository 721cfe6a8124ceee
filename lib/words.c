#include "config.h"

#include "words.h"

#include "count.h"

static const char *const digits[] = {
    "nol",  "satu",  "dua",     "tiga",     "empat",   "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
};

static const struct {
    gint64 unit;
    const char *name;
} scale[] = {
    { 1000000000, "miliar" },
    { 1000000, "juta" },
    { 1000, "ribu" },
};

static void
append_word (GString *out, const char *word)
{
    if (out->len > 0)
        g_string_append_c (out, ' ');
    g_string_append (out, word);
}

/* Adds a number from 1 to 999. One hundred is 'seratus', ten 'sepuluh', eleven 'sebelas'. */
static void
append_hundreds (GString *out, guint number)
{
    guint hundreds = number / 100;
    guint rest = number % 100;

    if (hundreds == 1)
        append_word (out, "seratus");
    if (hundreds > 1) {
        append_word (out, digits[hundreds]);
        append_word (out, "ratus");
    }
    if (rest >= 20) {
        append_word (out, digits[rest / 10]);
        append_word (out, "puluh");
        rest %= 10;
    } else if (rest >= 12) {
        append_word (out, digits[rest - 10]);
        append_word (out, "belas");
        return;
    }
    if (rest > 0)
        append_word (out, digits[rest]);
}

char *
recap_words_number (gint64 number)
{
    g_return_val_if_fail (number >= 0 && number <= RECAP_COUNT_MAX, NULL);
    if (number == 0)
        return g_strdup (digits[0]);

    GString *out = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (scale); i++) {
        guint group = (guint)(number / scale[i].unit);
        number %= scale[i].unit;
        if (group == 1 && scale[i].unit == 1000) {
            append_word (out, "seribu");
        } else if (group > 0) {
            append_hundreds (out, group);
            append_word (out, scale[i].name);
        }
    }
    append_hundreds (out, (guint)number);
    return g_string_free (out, FALSE);
}

/* --- words to number --- */

/* The words that are left to read. */
typedef struct {
    const char *at; /* in lower case, without blanks, ending in NUL */
} Words;

static gboolean
take (Words *self, const char *word)
{
    gsize size = strlen (word);
    if (strncmp (self->at, word, size) != 0)
        return FALSE;
    self->at += size;
    return TRUE;
}

/* Reads a word from one to nine; 0 when there is none. No word begins with another. */
static guint
take_digit (Words *self)
{
    for (guint i = 1; i <= 9; i++)
        if (take (self, digits[i]))
            return i;
    return 0;
}

/* Reads a number from 1 to 99, which may begin with the word for @digit, read before. */
static guint
take_tens (Words *self, guint digit)
{
    if (digit == 0 && take (self, "sepuluh"))
        return 10;
    if (digit == 0 && take (self, "sebelas"))
        return 11;
    if (digit == 0)
        digit = take_digit (self);
    if (digit > 1 && take (self, "belas"))
        return 10 + digit;
    if (digit > 1 && take (self, "puluh"))
        return 10 * digit + take_digit (self);
    return digit;
}

/* Reads a number from 1 to 999; 0 when there is none. */
static guint
take_hundreds (Words *self)
{
    if (take (self, "seratus"))
        return 100 + take_tens (self, 0);
    guint digit = take_digit (self);
    if (digit > 0 && take (self, "ratus"))
        return 100 * digit + take_tens (self, 0);
    return take_tens (self, digit);
}

static gboolean
parse_words (Words *self, gint64 *ret_number)
{
    gint64 number = 0;

    if (take (self, digits[0])) {
        *ret_number = 0;
        return *self->at == '\0';
    }
    for (guint i = 0; i < G_N_ELEMENTS (scale); i++) {
        Words start = *self;
        if (scale[i].unit == 1000 && take (self, "seribu")) {
            number += 1000;
            continue;
        }
        guint group = take_hundreds (self);
        if (group > 0 && take (self, scale[i].name))
            number += group * scale[i].unit;
        else
            *self = start;
    }
    number += take_hundreds (self);
    *ret_number = number;
    return *self->at == '\0' && number > 0;
}

gboolean
recap_words_parse (RecapText text, gint64 *ret_number)
{
    enum { WORDS_MAX = 200 }; /* bytes */
    char plain[WORDS_MAX + 1];
    gsize n = 0;
    gint64 number;

    if (text.size == 0 || text.size > WORDS_MAX)
        return FALSE;
    for (gsize i = 0; i < text.size; i++)
        if (g_ascii_isalpha (text.bytes[i]))
            plain[n++] = g_ascii_tolower (text.bytes[i]);
        else if (text.bytes[i] != ' ' && text.bytes[i] != '-')
            return FALSE;
    plain[n] = '\0';
    Words words = { plain };
    if (n == 0 || !parse_words (&words, &number))
        return FALSE;
    *ret_number = number;
    return TRUE;
}

/* Reads exactly @size digits. */
static gboolean
parse_digits (const char *bytes, gsize size, guint *ret_number)
{
    guint number = 0;
    for (gsize i = 0; i < size; i++) {
        if (!g_ascii_isdigit (bytes[i]))
            return FALSE;
        number = 10 * number + (guint)(bytes[i] - '0');
    }
    *ret_number = number;
    return TRUE;
}

static guint
days_in_month (guint year, guint month)
{
    static const guint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

gboolean
recap_date_parse (RecapText text, RecapDate *ret_date)
{
    RecapDate date = { 0 };

    if (text.size != 10 || text.bytes[4] != '-' || text.bytes[7] != '-' ||
        !parse_digits (text.bytes, 4, &date.year) ||
        !parse_digits (text.bytes + 5, 2, &date.month) ||
        !parse_digits (text.bytes + 8, 2, &date.day))
        return FALSE;
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > days_in_month (date.year, date.month))
        return FALSE;
    *ret_date = date;
    return TRUE;
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

const char *
recap_date_day_name (const RecapDate *date)
{
    static const char *const names[] = { "Senin", "Selasa", "Rabu",  "Kamis",
                                         "Jumat", "Sabtu",  "Minggu" };
    /* 1 January 1970 was a Thursday; the weeks added keep the remainder positive. */
    return names[(days_since_epoch (date) + 3 + 7 * G_GINT64_CONSTANT (110000)) % 7];
}

const char *
recap_date_month_name (const RecapDate *date)
{
    static const char *const names[] = { "Januari",   "Februari", "Maret",    "April",
                                         "Mei",       "Juni",     "Juli",     "Agustus",
                                         "September", "Oktober",  "November", "Desember" };
    return names[date->month - 1];
}

char *
recap_date_format (const RecapDate *date)
{
    return g_strdup_printf ("%u %s %u", date->day, recap_date_month_name (date), date->year);
}

gint64
recap_date_to_seconds (const RecapDate *date)
{
    return days_since_epoch (date) * 24 * 60 * 60;
}
