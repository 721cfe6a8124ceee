/* The JSON lexer: what it gives, and every kind of document that is not JSON. */
#include "json.h"
#include "unit.h"

/* Reads @document and writes its tokens one after the other: a letter and the text. */
static char *
read_all (RecapJson *json, const char *document, gsize size, GError **error)
{
    static const char letters[] = "$o/a]ks#tfn";
    g_autoptr (GString) out = g_string_new (NULL);
    RecapJsonToken token;

    recap_json_start (json, "test.json", document, size);
    do {
        if (!recap_json_next (json, &token, error))
            return NULL;
        g_string_append_c (out, letters[token.type]);
        if (token.type == RECAP_JSON_KEY || token.type == RECAP_JSON_STRING ||
            token.type == RECAP_JSON_NUMBER)
            g_string_append_printf (out, "(%.*s)", (int)token.text.size, token.text.bytes);
    } while (token.type != RECAP_JSON_END);
    return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_documents (void)
{
    static const struct {
        const char *document, *tokens;
    } cases[] = {
        { "{}", "o/$" },
        { " [ ] ", "a]$" },
        { "\xef\xbb\xbfnull", "n$" },
        { "{\"chart\":{\"null\":null,\"100025\":72},\"psu\":\"\"}",
          "ok(chart)ok(null)nk(100025)#(72)/k(psu)s()/$" },
        { "[0,-0,-1.5e+3,1E9,10]", "a#(0)#(-0)#(-1.5e+3)#(1E9)#(10)]$" },
        { "[true,false,[[]],{\"a\":{\"a\":1},\"b\":2}]", "atfaa]]ok(a)ok(a)#(1)/k(b)#(2)/]$" },
        { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "s(\"\\/\b\f\n\r\t)$" },
        { "\"a\\u00e9\\ud83d\\ude00z\"", "s(a\xc3\xa9\xf0\x9f\x98\x80z)$" },
        { "[\"x\\ny\",\"plain\",\"\\u0041\"]", "as(x\ny)s(plain)s(A)]$" },
        { "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"", "s(\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80)$" },
    };
    g_autoptr (RecapJson) json = recap_json_new ();

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *tokens =
            read_all (json, cases[i].document, strlen (cases[i].document), &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (tokens, cases[i].tokens);
    }
}

/* What may stand before the first byte is what JSON calls blank, and nothing else. */
static void
test_first_byte (void)
{
    static const struct {
        const char *document;
        char first;
    } cases[] = {
        { "", '\0' },
        { " \t\r\n", '\0' },
        { " [", '[' },
        { "\xef\xbb\xbf\n{", '{' },
        { "\xef\xbb\xbf", '\0' },
        { "\xef\xbb", '\xef' },
        { "\f[", '\f' },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_TRUE (recap_json_first_byte (cases[i].document, strlen (cases[i].document)) ==
                   cases[i].first);
    UNIT_TRUE (recap_json_first_byte ("\0[", 2) == '\0');
}

static const struct {
    const char *document;
    guint64 line;
    guint column;
    const char *message;
} faults[] = {
    { "", 1, 1, "the document is cut short: a value is missing" },
    { "  \n", 2, 1, "the document is cut short: a value is missing" },
    { "{", 1, 2, "the document is cut short: a key in quotes is missing" },
    { "{\"a\"", 1, 5, "the document is cut short: a colon is missing" },
    { "{\"a\":", 1, 6, "the document is cut short: a value is missing" },
    { "{\"a\":1", 1, 7, "the document is cut short: a comma or '}' is missing" },
    { "[1", 1, 3, "the document is cut short: a comma or ']' is missing" },
    { "[1,", 1, 4, "the document is cut short: a value is missing" },
    { "{\"a\":1,", 1, 8, "the document is cut short: a key in quotes is missing" },
    { "[1,]", 1, 4, "']' where a value must be" },
    { "{\"a\":1,}", 1, 8, "'}' where a key in quotes must be" },
    { "[,1]", 1, 2, "',' where a value must be" },
    { "[1 2]", 1, 4, "'2' where a comma or ']' must be" },
    { "[1}", 1, 3, "'}' where a comma or ']' must be" },
    { "{\"a\" 1}", 1, 6, "'1' where a colon must be" },
    { "{a:1}", 1, 2, "'a' where a key in quotes must be" },
    { "{'a':1}", 1, 2, "''' where a key in quotes must be" },
    { "{1:1}", 1, 2, "'1' where a key in quotes must be" },
    { "nul", 1, 1, "'n' where a value must be" },
    { "NaN", 1, 1, "'N' where a value must be" },
    { "nullx", 1, 5, "'x' where the end of the document must be" },
    { "1 // no", 1, 3, "'/' where the end of the document must be" },
    { "{} {}", 1, 4, "'{' where the end of the document must be" },
    { "<html>", 1, 1, "'<' where a value must be" },
    { "\xc3\xa9", 1, 1, "'\xc3\xa9' where a value must be" },
    { "-", 1, 1, "a number without digits" },
    { "+1", 1, 1, "'+' where a value must be" },
    { ".5", 1, 1, "'.' where a value must be" },
    { "01", 1, 1, "a number with leading zeros" },
    { "1.", 1, 1, "a number without digits after its point" },
    { "1e", 1, 1, "a number without digits in its exponent" },
    { "1e+", 1, 1, "a number without digits in its exponent" },
    { "0x10", 1, 2, "'x' where the end of the document must be" },
    { "\"a", 1, 1, "the document is cut short: this string has no end" },
    { "\"a\\", 1, 3, "an escape that JSON does not have" },
    { "\"\\x41\"", 1, 2, "an escape that JSON does not have" },
    { "\"\\u12\"", 1, 2, "an escape '\\u' without four hexadecimal digits" },
    { "\"\\u12", 1, 2, "an escape '\\u' without four hexadecimal digits" },
    { "\"\\ud800\"", 1, 2, "an escape '\\u' that is half of a character" },
    { "\"\\udc00\\ud800\"", 1, 2, "an escape '\\u' that is half of a character" },
    { "\"\\ud800\\u0041\"", 1, 2, "an escape '\\u' that is half of a character" },
    { "\"a\tb\"", 1, 3, "a control character in a string" },
    { "\"a\\u0000\"", 1, 3, "a NUL in a string" },
    { "{\"a\":\n\"b\nc\"}", 2, 3, "a control character in a string" },
    { "\"\xff\"", 1, 2, "the text is not UTF-8" },
    { "\"\xc0\x80\"", 1, 2, "the text is not UTF-8" },
    { "\"\xed\xa0\x80\"", 1, 2, "the text is not UTF-8" },
    { "\"\xe2\x82\"", 1, 2, "the text is not UTF-8" },
    { "\"\xf4\x90\x80\x80\"", 1, 2, "the text is not UTF-8" },
    { "{\"a\":1,\"a\":2}", 1, 8, "the key 'a' is there twice in one object" },
    { "{\"\\u0061\":1,\r\n\"a\":2}", 2, 1, "the key 'a' is there twice in one object" },
};

static void
test_what_is_not_json (void)
{
    g_autoptr (RecapJson) json = recap_json_new ();

    for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *tokens =
            read_all (json, faults[i].document, strlen (faults[i].document), &error);
        UNIT_TRUE (tokens == NULL);
        const RecapOrigin *origin = recap_error_get_origin (error);
        if (origin != NULL) {
            UNIT_STRING (origin->file, "test.json");
            UNIT_INT (origin->line, faults[i].line);
            UNIT_INT (origin->column, faults[i].column);
        }
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, faults[i].message);
    }
}

static void
test_nul_bytes (void)
{
    g_autoptr (RecapJson) json = recap_json_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *in_string = read_all (json, "\"a\0b\"", 5, &error);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "a control character in a string");
    g_autofree char *after = read_all (json, "1\0", 2, &error);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "'\\x00' where the end of the document must be");
    UNIT_TRUE (in_string == NULL && after == NULL);
}

static void
test_depth (void)
{
    g_autoptr (RecapJson) json = recap_json_new ();
    g_autoptr (GError) error = NULL;
    char document[2 * (RECAP_JSON_DEPTH_MAX + 1)];
    const gsize n = RECAP_JSON_DEPTH_MAX;

    memset (document, '[', n + 1);
    memset (document + n, ']', n);
    g_autofree char *deepest = read_all (json, document, 2 * n, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (deepest != NULL);
    memset (document, '[', n + 1);
    g_autofree char *deeper = read_all (json, document, n + 1, &error);
    UNIT_TRUE (deeper == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "more than 64 levels of objects and arrays");
}

/* Objects with many keys, inside one another, twice with the same lexer: the table of keys grows
 * and is emptied again. */
static void
test_many_keys (void)
{
    g_autoptr (RecapJson) json = recap_json_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) document = g_string_new ("{");

    for (guint i = 0; i < 3000; i++)
        g_string_append_printf (document, "\"%u\":{\"%u\":1,\"a\":2},", i, i);
    g_string_append (document, "\"a\":0}");
    for (guint round = 0; round < 2; round++) {
        g_autofree char *tokens = read_all (json, document->str, document->len, &error);
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (tokens != NULL);
    }
    g_string_truncate (document, document->len - 1);
    g_string_append (document, ",\"1500\":0}");
    g_autofree char *tokens = read_all (json, document->str, document->len, &error);
    UNIT_TRUE (tokens == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "the key '1500' is there twice in one object");
    g_autofree char *next = read_all (json, "{\"1500\":1}", 10, &error);
    UNIT_STRING (next, "ok(1500)#(1)/$");
}

static void
test_skip (void)
{
    static const char document[] = "{\"images\":[1,{\"a\":[2]}],\"b\":3}";
    g_autoptr (RecapJson) json = recap_json_new ();
    g_autoptr (GError) error = NULL;
    RecapJsonToken token;

    recap_json_start (json, "test.json", document, strlen (document));
    for (guint i = 0; i < 3; i++) /* '{', the key, '[' */
        UNIT_TRUE (recap_json_next (json, &token, &error));
    UNIT_TRUE (recap_json_skip (json, &token, &error));
    UNIT_TRUE (recap_json_next (json, &token, &error));
    UNIT_TEXT (token.text, "b");
    UNIT_INT (token.offset, strchr (document, 'b') - document - 1);
    UNIT_INT (token.size, 3);
    UNIT_TRUE (recap_json_next (json, &token, &error));
    UNIT_TRUE (recap_json_skip (json, &token, &error)); /* a number: nothing to skip */
    UNIT_TRUE (recap_json_next (json, &token, &error));
    UNIT_INT (token.type, RECAP_JSON_OBJECT_END);
}

/* One part of a longer text: its places are those of the text, and nothing stands behind it. */
static void
test_parts (void)
{
    static const struct {
        const char *text;
        RecapJsonPart part;
        const char *message; /* or NULL */
        guint column;
        gboolean excerpt;
    } cases[] = {
        { "{\"a\":1} ", { 7, 1, FALSE }, NULL, 0, FALSE },
        { "\"a\":[1]\n", { 7, 5, TRUE }, NULL, 0, FALSE },
        { "{\"a\":x}", { 7, 1, FALSE }, "'x' where a value must be", 6, TRUE },
        { "{\"a\":x}", { 7, 9, FALSE }, "'x' where a value must be", 14, FALSE },
        { "\"a\" 1", { 7, 3, TRUE }, "'1' where a colon must be", 7, FALSE },
        { "{} {}", { 7, 1, FALSE }, "'{' where the end of the document must be", 4, TRUE },
        { "\"a\":1 x", { 7, 1, TRUE }, "'x' where the end of the document must be", 7, TRUE },
    };
    g_autoptr (RecapJson) json = recap_json_new ();

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        RecapJsonToken token = { .type = RECAP_JSON_NULL };
        recap_json_start_part (json, "test.json", cases[i].text, strlen (cases[i].text),
                               &cases[i].part);
        gboolean ok = recap_json_next (json, &token, &error) &&
                      (!cases[i].part.member || recap_json_next (json, &token, &error)) &&
                      recap_json_skip (json, &token, &error) && recap_json_end_part (json, &error);
        UNIT_INT (ok, cases[i].message == NULL);
        if (cases[i].message == NULL)
            continue;
        UNIT_INT (recap_error_get_origin (error)->line, 7);
        UNIT_INT (recap_error_get_origin (error)->column, cases[i].column);
        UNIT_INT (recap_error_get_excerpt (error, NULL) != NULL, cases[i].excerpt);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, cases[i].message);
    }
}

UNIT_MAIN ("json", { "documents give their tokens", test_documents },
           { "the first byte that is not blank", test_first_byte },
           { "what is not JSON is refused with its place", test_what_is_not_json },
           { "NUL is no character of JSON", test_nul_bytes }, { "nesting is limited", test_depth },
           { "keys are looked for among many", test_many_keys },
           { "values can be passed over", test_skip }, { "parts of a longer text", test_parts })
