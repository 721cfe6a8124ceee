/* What every unit test needs: a main that fails when a test failed, and checks that show both
 * values. A program is its tests and, last, UNIT_MAIN ("module", { "what holds", test }, ...). */
#pragma once

#include <CUnit/Basic.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "error.h"
#include "text.h"

/* Counts a check and says what was there when it does not hold. */
static inline void unit_check (gboolean holds, const char *file, guint line, const char *format,
                               ...) G_GNUC_PRINTF (4, 5);

static inline void
unit_check (gboolean holds, const char *file, guint line, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    if (!holds)
        fprintf (stderr, "%s:%u: %s\n", file, line, message);
    CU_assertImplementation (holds, line, message, file, "", CU_FALSE);
}

static inline void
unit_equal_string (const char *actual, const char *expected, const char *file, guint line)
{
    unit_check (g_strcmp0 (actual, expected) == 0, file, line, "got \"%s\", expected \"%s\"",
                actual != NULL ? actual : "(null)", expected != NULL ? expected : "(null)");
}

static inline void
unit_equal_text (RecapText actual, const char *expected, const char *file, guint line)
{
    g_autofree char *copy = g_strndup (actual.bytes, actual.size);
    unit_check (recap_text_equal_string (actual, expected), file, line,
                "got \"%s\" (%" G_GSIZE_FORMAT " bytes), expected \"%s\"", copy, actual.size,
                expected);
}

static inline void
unit_equal_int (gint64 actual, gint64 expected, const char *file, guint line)
{
    unit_check (actual == expected, file, line,
                "got %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, actual, expected);
}

/* Checks that *@error is of @code with just @message, and clears it. */
static inline void
unit_error (GError **error, RecapErrorCode code, const char *message, const char *file, guint line)
{
    const GError *found = *error;
    unit_check (
        g_error_matches (found, RECAP_ERROR, (int)code) && strcmp (found->message, message) == 0,
        file, line, "got error %d \"%s\", expected %d \"%s\"", found != NULL ? found->code : -1,
        found != NULL ? found->message : "(none)", (int)code, message);
    g_clear_error (error);
}

/* Checks that there is no error; shows and clears the one that is there. */
static inline void
unit_no_error (GError **error, const char *file, guint line)
{
    unit_check (*error == NULL, file, line, "unexpected error \"%s\"",
                *error != NULL ? (*error)->message : "");
    g_clear_error (error);
}

#define UNIT_TRUE(condition)                                                                       \
    unit_check ((condition) != 0, __FILE__, __LINE__, "not so: %s", #condition)
#define UNIT_FALSE(condition)                                                                      \
    unit_check ((condition) == 0, __FILE__, __LINE__, "is so: %s", #condition)
#define UNIT_STRING(actual, expected) unit_equal_string ((actual), (expected), __FILE__, __LINE__)
#define UNIT_TEXT(actual, expected) unit_equal_text ((actual), (expected), __FILE__, __LINE__)
#define UNIT_INT(actual, expected)                                                                 \
    unit_equal_int ((gint64)(actual), (gint64)(expected), __FILE__, __LINE__)
#define UNIT_ERROR(error, code, message) unit_error ((error), (code), (message), __FILE__, __LINE__)
#define UNIT_NO_ERROR(error) unit_no_error ((error), __FILE__, __LINE__)

/* Writes @size bytes (-1: up to NUL) to a new temporary file. A program that cannot is of no use.
 *
 * Returns: its path, owned by the caller, who removes it with unit_remove(). */
static inline char *
unit_write (const char *bytes, gssize size)
{
    g_autoptr (GError) error = NULL;
    char *path = NULL;
    int fd = g_file_open_tmp ("recap-unit-XXXXXX", &path, &error);
    if (fd < 0 || !g_close (fd, &error) || !g_file_set_contents (path, bytes, size, &error))
        g_error ("%s", error->message);
    return path;
}

/* Removes the file @path and frees the name. */
static inline void
unit_remove (char *path)
{
    g_unlink (path);
    g_free (path);
}

/* Runs @tests, ended by an entry without a name.
 *
 * Returns: what main() returns: 0 when all hold, 1 when one failed, 99 when they could not run.
 * CU_basic_run_tests() itself returns success when tests failed. */
static inline int
unit_run (const char *module, const CU_TestInfo *tests)
{
    int status = 99;
    if (CU_initialize_registry () != CUE_SUCCESS)
        return status;
    CU_pSuite suite = CU_add_suite (module, NULL, NULL);
    gboolean ready = suite != NULL;
    for (const CU_TestInfo *test = tests; ready && test->pName != NULL; test++)
        ready = CU_add_test (suite, test->pName, test->pTestFunc) != NULL;
    CU_basic_set_mode (CU_BRM_VERBOSE);
    if (ready && CU_basic_run_tests () == CUE_SUCCESS && CU_get_number_of_tests_run () > 0)
        status = CU_get_number_of_failures () > 0 ? 1 : 0;
    CU_cleanup_registry ();
    return status;
}

#define UNIT_MAIN(module, ...)                                                                     \
    int main (void)                                                                                \
    {                                                                                              \
        const CU_TestInfo tests[] = { __VA_ARGS__, CU_TEST_INFO_NULL };                            \
        return unit_run (module, tests);                                                           \
    }
