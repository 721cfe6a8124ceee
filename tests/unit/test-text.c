#include "config.h"

#include "text.h"

#include "unit.h"

static void
test_trim (void)
{
    UNIT_TEXT (recap_text_trim (recap_text ("")), "");
    UNIT_TEXT (recap_text_trim (recap_text (" \t\r\n")), "");
    UNIT_TEXT (recap_text_trim (recap_text (" a b\r\n")), "a b");
    /* A no-break space is not a blank: it is seen, not swallowed. */
    UNIT_TEXT (recap_text_trim (recap_text ("\302\2407")), "\302\2407");
}

static void
test_compare_is_bytewise (void)
{
    UNIT_TRUE (recap_text_compare (recap_text ("a"), recap_text ("b")) < 0);
    UNIT_TRUE (recap_text_compare (recap_text ("a"), recap_text ("ab")) < 0);
    UNIT_TRUE (recap_text_compare (recap_text ("\xc3\xa9"), recap_text ("z")) > 0);
    UNIT_INT (recap_text_compare (recap_text ("ab"), recap_text ("ab")), 0);
    UNIT_TRUE (recap_text_compare (RECAP_TEXT_EMPTY, recap_text ("a")) < 0);
    UNIT_TRUE (recap_text_equal (recap_text (NULL), RECAP_TEXT_EMPTY));
}

static void
test_escape (void)
{
    static const struct {
        const char *raw, *shown;
    } cases[] = {
        { "desa Sungai Été", "desa Sungai Été" },
        { "a\tb\nc", "a\\x09b\\x0Ac" },
        { "\x1b[31mred", "\\x1B[31mred" },
        { "\x7f", "\\x7F" },
        { "\302\2331m", "\\x9B1m" },           /* CSI as a C1 character */
        { "\xff\xc3", "\\xFF\\xC3" },          /* no UTF-8, cut short */
        { "\342\200\256gpj", "\\u{202E}gpj" }, /* right-to-left override */
        { "\xed\xa0\x80", "\\xED\\xA0\\x80" }, /* a surrogate */
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *shown = recap_text_escape (cases[i].raw, strlen (cases[i].raw));
        UNIT_STRING (shown, cases[i].shown);
    }
    g_autofree char *nul = recap_text_escape ("a\0b", 3);
    UNIT_STRING (nul, "a\\x00b");
}

static void
test_display_is_short (void)
{
    g_autofree char *sixty = g_strnfill (60, 'x');
    g_autofree char *shown = recap_text_display (sixty, 60);
    UNIT_STRING (shown, sixty);

    g_autofree char *more = g_strconcat (sixty, "y", NULL);
    g_autofree char *expected = g_strconcat (sixty, "...", NULL);
    g_autofree char *cut = recap_text_display (more, strlen (more));
    UNIT_STRING (cut, expected);
}

static void
test_formulas (void)
{
    static const char *const formulas[] = {
        "=1+1", "+62", "-1", "@A1", "\tx", "\rx", "'=1", "''=1"
    };
    static const char *const harmless[] = { "", "'", "a=b", "1-2", " =1", "DESA" };
    for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
        UNIT_TRUE (recap_text_is_formula (recap_text (formulas[i])));
    for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
        UNIT_FALSE (recap_text_is_formula (recap_text (harmless[i])));
    UNIT_FALSE (recap_text_is_formula ((RecapText){ "\0=", 2 }));
}

static void
test_characters (void)
{
    UNIT_INT (recap_text_characters ("", 0), 0);
    UNIT_INT (recap_text_characters ("abc", 2), 2);
    UNIT_INT (recap_text_characters ("\xc3\xa9t\xc3\xa9", 5), 3);
    /* A byte that is not UTF-8 counts 1, as it takes one place where the record is shown. */
    UNIT_INT (recap_text_characters ("\377a", 2), 2);
    UNIT_INT (recap_text_characters ("\200a", 2), 2);

    /* Wherever they stand among characters that are counted eight at once. */
    static const char *const some[] = { "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x97\xb3", "\377",
                                        "\xe2\x82" };
    for (gsize i = 0; i < G_N_ELEMENTS (some); i++)
        for (gsize before = 0; before < 20; before++)
            for (gsize behind = 0; behind < 20; behind++) {
                g_autofree char *text =
                    g_strdup_printf ("%.*s%s%.*s", (int)before, "abcdefgh\nijklmnopqrst", some[i],
                                     (int)behind, "abcdefghijklmnopqrst");
                UNIT_INT (recap_text_characters (text, strlen (text)),
                          before + behind + (i == 4 ? 2 : 1));
            }
    UNIT_INT (recap_text_characters ("abcdefg\0ijklmnop\0", 17), 17);
}

UNIT_MAIN ("text", { "trim", test_trim }, { "compare is bytewise", test_compare_is_bytewise },
           { "escape", test_escape }, { "display is short", test_display_is_short },
           { "formulas", test_formulas }, { "characters", test_characters })
