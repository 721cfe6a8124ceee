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
