#include "config.h"

#include "typed-cell.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "words.h"

static const struct {
    const char *word;
    char thousands;
    char fraction;
} formats[] = {
    [RECAP_NUMBERS_PLAIN] = { "", '\0', '\0' },
    [RECAP_NUMBERS_ID] = { "id", '.', ',' },
    [RECAP_NUMBERS_EN] = { "en", ',', '.' },
};

/* Words for a cell without a number. */
static const struct {
    const char *word;
    RecapCell cell;
} states[] = {
    { "?", RECAP_CELL_UNREADABLE },           { "tidak terbaca", RECAP_CELL_UNREADABLE },
    { "tidak jelas", RECAP_CELL_UNREADABLE }, { "-", RECAP_CELL_BLANK },
    { "\xe2\x80\x93", RECAP_CELL_BLANK },     { "\xe2\x80\x94", RECAP_CELL_BLANK },
    { "kosong", RECAP_CELL_BLANK },
};

gboolean
recap_numbers_parse (const char *word, RecapNumbers *ret_numbers)
{
    for (RecapNumbers i = RECAP_NUMBERS_ID; i <= RECAP_NUMBERS_EN; i++)
        if (strcmp (word, formats[i].word) == 0) {
            *ret_numbers = i;
            return TRUE;
        }
    return FALSE;
}

static gboolean
is_word (RecapText text, const char *word)
{
    return text.size == strlen (word) && g_ascii_strncasecmp (text.bytes, word, text.size) == 0;
}

/* Leaves out the first @n bytes. */
static RecapText
without (RecapText text, gsize n)
{
    return (RecapText){ text.bytes + n, text.size - n };
}

static gboolean
find_state (RecapText text, RecapCell *ret_cell)
{
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
        if (is_word (text, states[i].word)) {
            *ret_cell = states[i].cell;
            return TRUE;
        }
    return FALSE;
}

/* Digits, with leading zeros or with boxes crossed out before them. */
static gboolean
parse_boxes (RecapText text, RecapCell *ret_cell)
{
    gsize crosses = 0;

    while (crosses < text.size && (text.bytes[crosses] == 'X' || text.bytes[crosses] == 'x'))
        crosses++;
    if (crosses == text.size) {
        *ret_cell = RECAP_CELL_BLANK;
        return TRUE;
    }
    /* Three boxes for a number: not more than these can be crossed out. */
    if (crosses > 0 && text.size > 3)
        return FALSE;
    text = without (text, crosses);
    while (text.size > 1 && text.bytes[0] == '0')
        text = without (text, 1);
    return recap_count_parse (text, ret_cell);
}

/* Leaves out a fraction that is zero: what spreadsheets and programs make of counts. Three zeros
 * could be thousands. */
static RecapText
without_fraction (RecapText text, RecapNumbers numbers)
{
    gsize zeros = 0;
    while (zeros < text.size && text.bytes[text.size - 1 - zeros] == '0')
        zeros++;
    if (zeros == 0 || zeros > 2 || text.size < zeros + 2)
        return text;
    char mark = text.bytes[text.size - 1 - zeros];
    gboolean is_mark = numbers == RECAP_NUMBERS_PLAIN ? mark == '.' || mark == ','
                                                      : mark == formats[numbers].fraction;
    return is_mark ? (RecapText){ text.bytes, text.size - zeros - 1 } : text;
}

/* A number whose thousands are set apart: one to three digits, then groups of three. */
static gboolean
parse_thousands (RecapText text, char mark, RecapCell *ret_cell)
{
    char digits[RECAP_CELL_SIZE];
    gsize n = 0;
    gsize first = text.size % 4; /* '1.234' and '12.345' and '123.456' */

    if (mark == '\0' || text.size < 5 || first == 0 || text.bytes[0] == '0')
        return FALSE;
    for (gsize i = 0; i < text.size; i++) {
        if (i >= first && (i - first) % 4 == 0) {
            if (text.bytes[i] != mark)
                return FALSE;
        } else if (n < sizeof digits) {
            digits[n++] = text.bytes[i];
        }
    }
    return recap_count_parse ((RecapText){ digits, n }, ret_cell);
}

static gboolean
parse_figures (RecapText text, RecapNumbers numbers, RecapCell *ret_cell)
{
    text = without_fraction (text, numbers);
    return recap_count_parse (text, ret_cell) ||
           parse_thousands (text, formats[numbers].thousands, ret_cell);
}

gboolean
recap_typed_cell_split (RecapText text, RecapNumbers numbers, RecapCell *ret_figures,
                        RecapCell *ret_words, RecapText *ret_text)
{
    RecapCell figures;
    gsize i = 0;

    text = recap_text_trim (text);
    while (i < text.size && text.bytes[i] != ' ' && text.bytes[i] != '(')
        i++;
    RecapText digits = { text.bytes, i };
    RecapText words = recap_text_trim (without (text, i));
    if (words.size > 2 && words.bytes[0] == '(' && words.bytes[words.size - 1] == ')')
        words = recap_text_trim ((RecapText){ words.bytes + 1, words.size - 2 });
    if (digits.size == 0 ||
        (!parse_boxes (digits, &figures) && !parse_figures (digits, numbers, &figures)) ||
        !recap_words_parse (words, ret_words))
        return FALSE;
    *ret_figures = figures;
    *ret_text = words;
    return TRUE;
}

gboolean
recap_typed_cell_parse (RecapText text, RecapNumbers numbers, RecapCell *ret_cell)
{
    RecapCell figures;
    RecapCell words;
    RecapText behind;

    if (recap_count_parse (text, ret_cell)) /* nearly always */
        return TRUE;
    text = recap_text_trim (text);
    if (text.size == 0) { /* often */
        *ret_cell = RECAP_CELL_BLANK;
        return TRUE;
    }
    if (find_state (text, ret_cell) || parse_boxes (text, ret_cell) ||
        parse_figures (text, numbers, ret_cell) || recap_words_parse (text, ret_cell))
        return TRUE;
    if (!recap_typed_cell_split (text, numbers, &figures, &words, &behind) || figures != words)
        return FALSE;
    *ret_cell = figures;
    return TRUE;
}

char *
recap_typed_cell_explain (RecapText text, RecapNumbers numbers)
{
    RecapCell other;

    text = recap_text_trim (text);
    if (text.size > 1 && text.bytes[text.size - 1] == '%')
        return g_strdup (_ ("a percentage is not a count"));
    if (text.size > 1 && text.bytes[text.size - 1] == ')' && g_ascii_isdigit (text.bytes[0]))
        return g_strdup (_ ("what stands in brackets is not a number in words"));
    gboolean id = parse_figures (text, RECAP_NUMBERS_ID, &other);
    gboolean en = parse_figures (text, RECAP_NUMBERS_EN, &other);
    if (id != en && numbers == RECAP_NUMBERS_PLAIN)
        return g_strdup_printf (
            _ ("if the separator is that of thousands, say so with --number-format %s"),
            id ? "id" : "en");
    return recap_cell_explain (text);
}
