/* A JSON text cut into documents: what they are, where they stand, and texts that break off. */
#include "documents.h"
#include "json-pieces.h"
#include "unit.h"

/* Writes the pieces of @text one after the other: kind, place, bytes. */
static char *
cut (RecapJsonPieces *pieces, GError **error)
{
    static const char letters[] = "wlem!";
    g_autoptr (GString) out = g_string_new (NULL);
    RecapJsonPiece piece;

    for (gboolean end = FALSE; recap_json_pieces_next (pieces, &piece, &end, error);) {
        if (end)
            return g_string_free (g_steal_pointer (&out), FALSE);
        g_string_append_c (out, letters[piece.kind]);
        if (piece.fault != NULL)
            g_string_append (out, piece.fault->message);
        else
            g_string_append_printf (out, "%d:%u<%.*s>", (int)piece.line, piece.column,
                                    (int)MIN (piece.size, 40), piece.bytes);
    }
    return NULL;
}

static void
test_shapes (void)
{
    static const struct {
        const char *name, *text, *pieces;
    } cases[] = {
        { "a.json", "", "w1:1<>" },
        { "a.json", "{\"a\":\n1}\n", "w1:1<{\"a\":\n1}\n>" },
        { "a.json", "[1,\n2]", "w1:1<[1,\n2]>" },
        { "a.json", "{}\n\n{\"a\":\"}\\\"\"}", "l1:1<{}>l3:1<{\"a\":\"}\\\"\"}>" },
        { "a.json", "\xef\xbb\xbf{} \r\n{}\n", "l1:1<{} \r>l2:1<{}>" },
        { "a.json", "{}\nx", "w1:1<{}\nx>" },
        { "a.json", "{}{}\n{}", "w1:1<{}{}\n{}>" },
        { "a.json", "{\n}\n{\n}", "w1:1<{\n}\n{\n}>" },
        { "a.jsonl", "{\n}", "l1:1<{>l2:1<}>" },
        { "a.NDJSON.gz", "\n {}", "l2:2<{}>" },
        { "jsonl", "{}\n", "w1:1<{}\n>" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapJsonPieces) pieces =
            recap_json_pieces_new_for_bytes (cases[i].name, cases[i].text, strlen (cases[i].text));
        g_autofree char *found = cut (pieces, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (found, cases[i].pieces);
    }
}

/* A text that does not fit: blanks make it long. */
static void
test_long (void)
{
    static const struct {
        const char *before, *after, *pieces;
    } cases[] = {
        { "[{\"a\":[1,\"]\"]}", ",\n\"x\\\"\", 12 ]\n",
          "e1:2<{\"a\":[1,\"]\"]}>e2:1<\"x\\\"\">e2:8<12>" },
        { "{\"a\" : {\"b\":2}", ",\"c\":3}", "m1:2<\"a\" : {\"b\":2}>m1:<\"c\":3>" },
        { "[", "]", "" },
        { "[1", "2]", "e1:2<1>!'2' where a comma or ']' must be" },
        { "[1", ",]", "e1:2<1>!']' where a value must be" },
        { "[1", "] x", "e1:2<1>!'x' where the end of the document must be" },
        { "{\"a\":1", ",b}", "m1:2<\"a\":1>!'b' where a key in quotes must be" },
        { "{\"a\":1", "", "m1:2<\"a\":1>!the document is cut short: a comma or '}' is missing" },
        { "{\"a\":1", ",\"b", "m1:2<\"a\":1>m1:<\"b>" },
        { "[1", ",[{]},2]", "e1:2<1>e1:<[{]>" },
        { "[1", ",{\"b\":[1,2", "e1:2<1>e1:<{\"b\":[1,2>" },
    };
    gsize size = RECAP_DOCUMENT_MAX;

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = g_string_new (cases[i].before);
        gsize before = text->len;
        g_string_set_size (text, before + size);
        memset (text->str + before, ' ', size);
        g_string_append (text, cases[i].after);
        g_autoptr (RecapSource) source =
            recap_source_new_for_bytes ("a.json", text->str, text->len, &error);
        g_autoptr (RecapJsonPieces) pieces = recap_json_pieces_new (source);
        g_autofree char *found = cut (pieces, &error);
        UNIT_NO_ERROR (&error);
        /* The columns behind the blanks are long; leave them out. */
        g_autoptr (GRegex) far = g_regex_new ("1:[0-9]{6,}<", 0, 0, NULL);
        g_autofree char *near = g_regex_replace_literal (far, found, -1, 0, "1:<", 0, NULL);
        UNIT_STRING (near, cases[i].pieces);
    }
}

/* One document that is too long is trouble in every shape. */
static void
test_limit (void)
{
    static const struct {
        const char *name, *before;
        guint64 line;
    } cases[] = {
        { "a.json", "", 0 },
        { "a.json", "[1,\n\"", 2 },
        { "a.json", "{\"a\":1,\n\"b\":[", 2 },
        { "a.jsonl", "{}\n{\"", 2 },
    };
    gsize size = RECAP_DOCUMENT_MAX + 1;

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = g_string_new (cases[i].before);
        gsize before = text->len;
        g_string_set_size (text, before + size);
        memset (text->str + before, 'x', size);
        g_autoptr (RecapSource) source =
            recap_source_new_for_bytes (cases[i].name, text->str, text->len, &error);
        g_autoptr (RecapJsonPieces) pieces = recap_json_pieces_new (source);
        g_autofree char *found = cut (pieces, &error);
        UNIT_TRUE (found == NULL && recap_error_get_origin (error)->line == cases[i].line);
        UNIT_ERROR (&error, RECAP_ERROR_LIMIT, "the document has more than 16 MiB");
    }
}

UNIT_MAIN ("json-pieces", { "lines, or the whole", test_shapes },
           { "arrays and objects that do not fit", test_long },
           { "a document beyond the limit", test_limit })
