#include "config.h"

#include "misread.h"

#include <string.h>

/* Pairs of digits that readers take for one another: the first as the second. */
static const char confused[][2] = { { '3', '8' }, { '2', '7' }, { '1', '7' }, { '1', '2' },
                                    { '2', '3' }, { '2', '5' }, { '0', '8' }, { '0', '6' },
                                    { '5', '6' }, { '4', '9' } };

gint
gen_misread_digit (GenRandom *random, gint value)
{
    char digits[8];
    gint n = g_snprintf (digits, sizeof digits, "%d", value);
    guint first = (guint)gen_random_below (random, (gint)G_N_ELEMENTS (confused));
    for (guint i = 0; i < G_N_ELEMENTS (confused); i++) {
        const char *pair = confused[(first + i) % G_N_ELEMENTS (confused)];
        for (gint place = 0; place < n; place++)
            if (digits[place] == pair[0]) {
                digits[place] = pair[1];
                return (gint)g_ascii_strtoll (digits, NULL, 10);
            }
    }
    return -1;
}

/* Two different digits are misread: 52 becomes 67. */
gint
gen_misread_two_digits (GenRandom *random, gint value)
{
    gint ones = gen_misread_digit (random, value % 10);
    gint tens = gen_misread_digit (random, value / 10 % 10);
    return value < 10 || ones < 0 || tens < 0 ? -1 : value / 100 * 100 + tens * 10 + ones;
}

/* The X of an unused box is read as 8: X23 becomes 823, XX3 becomes 883. */
gint
gen_misread_filler (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 100 ? -1 : value >= 10 ? 800 + value : 880 + value;
}

/* X23 becomes 873. */
gint
gen_misread_filler_and_digit (GenRandom *random, gint value)
{
    gint read = value >= 100 ? -1 : gen_misread_digit (random, value);
    return value < 10 || read < 0 ? -1 : 800 + read;
}

/* The X beside a single digit is read as some other digit: XX3 becomes X43. */
gint
gen_misread_filler_oddly (GenRandom *random, gint value)
{
    static const gint tens[] = { 1, 4, 7 };
    gint digit = tens[gen_random_below (random, (gint)G_N_ELEMENTS (tens))];
    return value < 1 || value >= 10 || value == digit ? -1 : digit * 10 + value;
}

gint
gen_invent_hundreds (GenRandom *random, gint value)
{
    static const gint hundreds[] = { 4, 5, 6, 7, 9 };
    gint digit = hundreds[gen_random_below (random, (gint)G_N_ELEMENTS (hundreds))];
    return value < 10 || value >= 400 ? -1 : digit * 100 + value % 100;
}

gint
gen_multiply_by_ten (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 1 && value < 100 ? value * 10 : -1;
}

gint
gen_divide_by_ten (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 10 && value % 10 == 0 ? value / 10 : -1;
}

gint
gen_lose_digit (GenRandom *random, gint value)
{
    /* A last zero that is lost would be a division by ten. */
    static const gint powers[] = { 1, 10, 100 };
    gint power = powers[gen_random_below (random, value >= 100 ? 3 : 2)];
    return value < 10 || value % 10 == 0 ? -1 : value / (power * 10) * power + value % power;
}

gint
gen_double_digit (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value < 1 || value >= 100 ? -1 : value * 10 + value % 10;
}

gint
gen_swap_digits (GenRandom *random G_GNUC_UNUSED, gint value)
{
    gint ones = value % 10, tens = value / 10 % 10;
    return value < 10 || ones == tens ? -1 : value / 100 * 100 + ones * 10 + tens;
}

/* ---- what two numbers can tell ---- */

static gboolean
is_misread (gint paper, gint read)
{
    char a[16], b[16];
    gint n = g_snprintf (a, sizeof a, "%d", paper);
    gint n_wrong = 0;
    if (g_snprintf (b, sizeof b, "%d", read) != n)
        return FALSE;
    for (gint i = 0; i < n; i++)
        n_wrong += a[i] != b[i];
    return n_wrong == 1;
}

/* Whether @longer is @shorter with one digit more. */
static gboolean
has_digit_more (const char *longer, const char *shorter)
{
    gsize n = strlen (shorter);
    if (strlen (longer) != n + 1)
        return FALSE;
    gsize same = 0;
    while (same < n && longer[same] == shorter[same])
        same++;
    return strcmp (longer + same + 1, shorter + same) == 0;
}

static gboolean
is_lost (gint paper, gint read)
{
    char a[16], b[16];
    g_snprintf (a, sizeof a, "%d", paper);
    /* What is left is read with its zeros: 205 without the 2 is 05. */
    for (gint width = 1; width < (gint)strlen (a); width++) {
        g_snprintf (b, sizeof b, "%0*d", width, read);
        if (has_digit_more (a, b))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_doubled (gint paper, gint read)
{
    char a[16], b[16];
    g_snprintf (a, sizeof a, "%d", paper);
    g_snprintf (b, sizeof b, "%d", read);
    if (paper == 0 || !has_digit_more (b, a))
        return FALSE;
    for (gsize i = 0; a[i] != '\0'; i++)
        if (strncmp (a, b, i + 1) == 0 && b[i + 1] == a[i] && strcmp (a + i + 1, b + i + 2) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_swapped (gint paper, gint read)
{
    char a[16], b[16];
    gint n = g_snprintf (a, sizeof a, "%d", paper);
    g_snprintf (b, sizeof b, "%0*d", n, read);
    for (gint i = 0; i + 1 < n; i++) {
        char swapped[16];
        g_strlcpy (swapped, a, sizeof swapped);
        swapped[i] = a[i + 1];
        swapped[i + 1] = a[i];
        if (strcmp (a, b) != 0 && strcmp (swapped, b) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether @read is @paper with digits in boxes that have an X on paper; whether all are 8. */
static gboolean
is_filler (gint paper, gint read, gboolean *ret_eights)
{
    gint power = paper < 10 ? 10 : 100;
    gint filler = read / power;
    *ret_eights = filler == 8 || filler == 88;
    return paper < 100 && read < 1000 && filler > 0 && read % power == paper;
}

void
gen_append_ways (GString *text, gint paper, gint read, gint above, gint below)
{
    gboolean eights = FALSE;
    gboolean filler = paper >= 0 && read >= 0 && is_filler (paper, read, &eights);
    gboolean numbers = paper >= 0 && read >= 0;
    const struct {
        const char *cause;
        gboolean fits;
    } ways[] = {
        { "angka-ganda", numbers && is_doubled (paper, read) },
        { "angka-hilang", numbers && paper != read * 10 && is_lost (paper, read) },
        { "angka-salah-baca", numbers && is_misread (paper, read) },
        { "angka-tertukar", numbers && is_swapped (paper, read) },
        { "bagi-sepuluh", numbers && read > 0 && paper == read * 10 },
        { "isian-baris-lain", numbers && (read == above || read == below) },
        { "kali-sepuluh", numbers && paper > 0 && read == paper * 10 },
        { "ratusan-tambahan", numbers && read > paper && read % 100 == paper % 100 },
        { "x-terbaca-8", filler && eights },
        { "x-terbaca-angka", filler && !eights },
    };
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        if (ways[i].fits)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ways[i].cause);
}
