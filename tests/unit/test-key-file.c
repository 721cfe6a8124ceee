/* Key files: what GKeyFile would let through or complain about in its own way. */
#include "key-file.h"
#include "unit.h"

static gboolean
load (const char *bytes, gsize size, RecapKeyFileValues values, GError **error)
{
    g_autoptr (GKeyFile) file = g_key_file_new ();
    return recap_key_file_load (file, (RecapText){ bytes, size }, values, "a.conf", error);
}

static void
test_values (void)
{
    static const char text[] = "# \\q\n[a]\nb=x\\ty\\\\\n";
    g_autoptr (GKeyFile) file = g_key_file_new ();
    g_autoptr (GError) error = NULL;

    UNIT_TRUE (recap_key_file_load (file, recap_text (text), RECAP_KEY_FILE_ESCAPES, "a", &error));
    UNIT_NO_ERROR (&error);
    g_autofree char *value = g_key_file_get_string (file, "a", "b", NULL);
    UNIT_STRING (value, "x\ty\\");
    UNIT_TRUE (load ("", 0, RECAP_KEY_FILE_ESCAPES, &error));
    UNIT_NO_ERROR (&error);
}

/* The text need not end in NUL, and what stands behind its end is not read. */
static void
test_size (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *bytes = g_memdup2 ("[a]\nb=1", 7);
    UNIT_TRUE (load (bytes, 7, RECAP_KEY_FILE_RAW, &error));
    UNIT_TRUE (load ("[a]\nb=1\200", 7, RECAP_KEY_FILE_RAW, &error));
    UNIT_NO_ERROR (&error);
}

static void
test_refused (void)
{
    static const struct {
        const char *bytes;
        gsize size;
        const char *message;
        guint line, column;
    } cases[] = {
        { "[a]\nb=\303\251\200", 9, "a byte that is not UTF-8, or NUL", 2, 4 },
        { "[a]\nb=1\0\n", 9, "a byte that is not UTF-8, or NUL", 2, 4 },
        { "[a]\n\nb=\\q\\", 10, "a backslash must be followed by s, n, t, r or a backslash", 3, 3 },
        { "[a]\nb=\\\n", 8, "a backslash must be followed by s, n, t, r or a backslash", 2, 3 },
        { "[a]\nb=\\;c", 9, "a backslash must be followed by s, n, t, r or a backslash", 2, 3 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        UNIT_FALSE (load (cases[i].bytes, cases[i].size, RECAP_KEY_FILE_ESCAPES, &error));
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_INT (origin->line, cases[i].line);
        UNIT_INT (origin->column, cases[i].column);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, cases[i].message);
    }
}

static void
test_unescape (void)
{
    static const char *const bad[] = { "\\", "a\\", "\\q", "\\\\\\", "\\q\\" };
    g_autofree char *all = recap_key_file_unescape (recap_text ("a\\sb\\n\\t\\r\\\\n"));
    g_autofree char *none = recap_key_file_unescape (RECAP_TEXT_EMPTY);

    UNIT_STRING (all, "a b\n\t\r\\n");
    UNIT_STRING (none, "");
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        UNIT_STRING (recap_key_file_unescape (recap_text (bad[i])), NULL);
}

/* Patterns are full of backslashes. */
static void
test_raw (void)
{
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (load ("[a]\nb=/\\d+\\/\n", 13, RECAP_KEY_FILE_RAW, &error));
    UNIT_FALSE (load ("[a]\nb=/\\d+\\/\n", 13, RECAP_KEY_FILE_ESCAPES, NULL));
    UNIT_FALSE (load ("b=1\n", 4, RECAP_KEY_FILE_RAW, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SYNTAX));
    g_clear_error (&error);
}

UNIT_MAIN ("key-file", { "values and comments", test_values }, { "sizes", test_size },
           { "what is refused, with its place", test_refused }, { "raw values", test_raw },
           { "escapes of one value", test_unescape })
