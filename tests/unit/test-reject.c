/* Rejects and errors are made of each other without losing anything. */
#include "reject.h"
#include "unit.h"

static void
check_reject (const RecapReject *reject, gpointer data)
{
    guint *n = data;
    ++*n;
    UNIT_STRING (reject->origin.file, "a.csv");
    UNIT_INT (reject->origin.line, 3);
    UNIT_INT (reject->origin.column, 2);
    UNIT_STRING (reject->reason, "wrong");
    UNIT_STRING (reject->hint, "right");
    UNIT_TEXT (reject->excerpt, "1,x");
    UNIT_INT (reject->width, 1);
    UNIT_STRING (reject->column, "");
    UNIT_TEXT (reject->text, "");

    g_autoptr (GError) error = recap_reject_to_error (reject);
    guint width = 0;
    UNIT_STRING (recap_error_get_excerpt (error, &width), "1,x");
    UNIT_INT (width, 1);
    UNIT_STRING (recap_error_get_hint (error), "right");
    UNIT_INT (recap_error_get_origin (error)->line, 3);
    UNIT_STRING (error->message, "wrong");
}

static void
test_both_ways (void)
{
    g_autoptr (GError) error = NULL;
    RecapOrigin origin = { "a.csv", 3, 2 };
    guint n = 0;

    recap_error_set (&error, RECAP_ERROR_SYNTAX, &origin, "wrong");
    recap_error_set_hint (&error, "right");
    recap_error_set_excerpt (&error, "1,x", 3, 1);
    recap_reject_error (error, "b.csv", check_reject, &n);
    UNIT_INT (n, 1);
}

static void
check_bare (const RecapReject *reject, gpointer data)
{
    guint *n = data;
    ++*n;
    UNIT_STRING (reject->origin.file, "b.csv");
    UNIT_INT (reject->origin.line, 0);
    UNIT_TRUE (reject->hint == NULL);
    UNIT_TEXT (reject->excerpt, "");
    g_autoptr (GError) error = recap_reject_to_error (reject);
    UNIT_TRUE (recap_error_get_excerpt (error, NULL) == NULL);
    UNIT_TRUE (recap_error_get_hint (error) == NULL);
}

static void
test_without_place (void)
{
    g_autoptr (GError) error = NULL;
    guint n = 0;
    recap_error_set (&error, RECAP_ERROR_IO, NULL, "100%% wrong");
    recap_reject_error (error, "b.csv", check_bare, &n);
    UNIT_INT (n, 1);
}

/* A per cent sign in the reason is one; far to the right there is nothing to point at. */
static void
test_bounds (void)
{
    const RecapReject reject = {
        .origin = { "a.csv", 1, 1000 },
        .column = "s01",
        .text = recap_text ("90%"),
        .reason = "'90%s' is not a count",
        .excerpt = recap_text ("90%"),
        .width = 3,
    };
    g_autoptr (GError) error = recap_reject_to_error (&reject);
    UNIT_STRING (error->message, "'90%s' is not a count");
    UNIT_TRUE (recap_error_get_excerpt (error, NULL) == NULL);
}

UNIT_MAIN ("reject", { "both ways", test_both_ways }, { "without a place", test_without_place },
           { "bounds", test_bounds })
