#include "unit.h"

#include "key-lines.h"

/* Writes down what it is given: 'group(a)' and 'key(a=b)'; refuses the key 'no'. */
static gboolean
take_group (const RecapKeyLines *lines, RecapText name, gpointer data, G_GNUC_UNUSED GError **error)
{
    GString *out = data;
    g_string_append_printf (out, "%u:group(%.*s) ", (guint)recap_key_lines_get_line (lines),
                            (int)name.size, name.bytes);
    return TRUE;
}

static gboolean
take_key (const RecapKeyLines *lines, RecapText key, RecapText value, gpointer data, GError **error)
{
    GString *out = data;
    if (recap_text_equal_string (key, "no"))
        return recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, value, "refused", error);
    g_string_append_printf (out, "%u:key(%.*s=%.*s) ", (guint)recap_key_lines_get_line (lines),
                            (int)key.size, key.bytes, (int)value.size, value.bytes);
    return TRUE;
}

static const RecapKeyVisitor visitor = { take_group, take_key };

static void
reads (const char *text, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    CU_ASSERT_TRUE (recap_key_lines_read (recap_text (text), "t.conf", &visitor, out, &error));
    CU_ASSERT_STRING_EQUAL (out->str, expected);
}

/* @text is refused with @message at @line and @column, @width characters wide. */
static void
refuses (const char *text, guint line, guint column, guint width, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    guint marked = 0;
    CU_ASSERT_FALSE (recap_key_lines_read (recap_text (text), "t.conf", &visitor, out, &error));
    CU_ASSERT_STRING_EQUAL (error->message, message);
    const RecapOrigin *origin = recap_error_get_origin (error);
    CU_ASSERT_EQUAL (origin->line, line);
    CU_ASSERT_EQUAL (origin->column, column);
    CU_ASSERT_PTR_NOT_NULL (recap_error_get_excerpt (error, &marked));
    CU_ASSERT_EQUAL (marked, width);
}

static void
test_lines (void)
{
    reads ("", "");
    reads ("\n# remark\n \t\n", "");
    reads ("[a b]\r\n x = 1 = 2 \n[c]\ny=\n", "1:group(a b) 2:key(x=1 = 2) 3:group(c) 4:key(y=) ");
    reads ("[a]\nx=1\n[b]\nx=2", "1:group(a) 2:key(x=1) 3:group(b) 4:key(x=2) ");
    reads ("[]\n", "1:group() ");
}

static void
test_refusals (void)
{
    refuses ("x=1\n", 1, 1, 3, "a key before the first [group]");
    refuses ("  what\n", 1, 3, 4, "a line that is neither [group] nor key=value");
    refuses ("[a]\nwhat\n", 2, 1, 4, "[a]: a line that is neither [group] nor key=value");
    refuses ("[a]\n=1\n", 2, 1, 2, "[a]: a line that is neither [group] nor key=value");
    refuses ("[a]\n[b]\n[a]\n", 3, 1, 3, "group [a] comes twice, first in line 1");
    refuses ("[a]\nx=1\n\nx=1\n", 4, 1, 3, "[a]: key 'x' comes twice, first in line 2");
    refuses ("[a]\nno = \303\251!\n", 2, 6, 3, "[a]: refused");
    refuses ("[a]\nno=\n", 2, 1, 3, "[a]: refused");
}

/* The whole file is looked at before the first line is taken. */
static void
test_utf8 (void)
{
    refuses ("x=1\n[a]\n\303\251\377\n", 3, 2, 1, "a byte that is not UTF-8, or NUL");

    g_autoptr (GError) error = NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    RecapText nul = { "[a]\nx=\0\n", 8 };
    CU_ASSERT_FALSE (recap_key_lines_read (nul, "t.conf", &visitor, out, &error));
    CU_ASSERT_EQUAL (recap_error_get_origin (error)->column, 3);
    CU_ASSERT_EQUAL (out->len, 0);
}

UNIT_MAIN ("key-lines", { "each line is taken by itself", test_lines },
           { "what is wrong has its place", test_refusals },
           { "bytes that are not UTF-8 are refused first", test_utf8 })
