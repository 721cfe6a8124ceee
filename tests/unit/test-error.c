#include "config.h"

#include "error.h"

#include "unit.h"

static void
test_message_and_place (void)
{
    char file[] = "forms.csv";
    RecapOrigin origin = { file, 118, 23 };
    GError *error = NULL;
    recap_error_set (&error, RECAP_ERROR_SYNTAX, &origin, "count '%s' is not a number", "1O3");
    memset (file, 'x', strlen (file)); /* the error keeps a copy */

    const RecapOrigin *kept = recap_error_get_origin (error);
    UNIT_STRING (kept->file, "forms.csv");
    UNIT_INT (kept->line, 118);
    UNIT_INT (kept->column, 23);
    UNIT_STRING (recap_error_get_hint (error), NULL);
    UNIT_STRING (recap_error_get_excerpt (error, NULL), NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "count '1O3' is not a number");
}

static void
test_prefix_and_hint (void)
{
    GError *error = NULL;
    recap_error_set (&error, RECAP_ERROR_IO, NULL, "no space left");
    recap_error_set_hint (&error, "free %u bytes", 7u);
    recap_error_set_hint (&error, "the first hint stays");
    recap_prefix (&error, "cannot write '%s'", "out.csv");
    UNIT_STRING (recap_error_get_hint (error), "free 7 bytes");
    UNIT_TRUE (recap_error_get_origin (error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot write 'out.csv': no space left");
}

static void
test_excerpt (void)
{
    GError *error = NULL;
    guint width = 0;
    recap_error_set (&error, RECAP_ERROR_SYNTAX, NULL, "odd");
    recap_error_set_excerpt (&error, "a\0b,c", 5, 0);
    UNIT_STRING (recap_error_get_excerpt (error, &width), "a?b,c");
    UNIT_INT (width, 1); /* a caret is never without a character */

    g_autofree char *longer = g_strnfill (10000, 'x');
    recap_error_set_excerpt (&error, longer, 10000, 3);
    UNIT_INT (strlen (recap_error_get_excerpt (error, &width)), 4096);
    UNIT_INT (width, 3);
    g_clear_error (&error);
}

static void
test_a_copy_has_everything (void)
{
    RecapOrigin origin = { "a.csv", 2, 3 };
    GError *error = NULL;
    recap_error_set (&error, RECAP_ERROR_SCHEMA, &origin, "column 'x' is there twice");
    recap_error_set_hint (&error, "remove one");
    recap_error_set_excerpt (&error, "kode,x,x", 8, 1);
    GError *copy = g_error_copy (error);
    g_clear_error (&error);

    UNIT_STRING (recap_error_get_origin (copy)->file, "a.csv");
    UNIT_STRING (recap_error_get_hint (copy), "remove one");
    UNIT_STRING (recap_error_get_excerpt (copy, NULL), "kode,x,x");
    UNIT_ERROR (&copy, RECAP_ERROR_SCHEMA, "column 'x' is there twice");
}

static void
test_nobody_wants_it (void)
{
    GError *none = NULL;
    recap_error_set (NULL, RECAP_ERROR_IO, NULL, "unseen");
    recap_error_set_hint (NULL, "unseen");
    recap_error_set_hint (&none, "unseen");
    recap_error_set_excerpt (&none, "x", 1, 1);
    recap_prefix (&none, "unseen");
    UNIT_TRUE (none == NULL);

    g_autoptr (GError) foreign = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "foreign");
    UNIT_TRUE (recap_error_get_origin (foreign) == NULL);
    UNIT_STRING (recap_error_get_hint (foreign), NULL);
}

UNIT_MAIN ("error", { "message and place", test_message_and_place },
           { "prefix and hint", test_prefix_and_hint }, { "excerpt", test_excerpt },
           { "a copy has everything", test_a_copy_has_everything },
           { "nobody wants it", test_nobody_wants_it })
