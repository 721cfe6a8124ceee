#include "config.h"

#include "outputs.h"

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* What the file system refuses. The program's own functions take the place of those of libc. */
static gboolean no_second_names;
static int renames_left = -1; /* before one fails; -1: none does */

int
link (const char *from, const char *to)
{
    if (!no_second_names)
        return linkat (AT_FDCWD, from, AT_FDCWD, to, 0);
    errno = EPERM;
    return -1;
}

int
rename (const char *from, const char *to)
{
    if (renames_left < 0 || renames_left-- > 0)
        return renameat (AT_FDCWD, from, AT_FDCWD, to);
    errno = EIO;
    return -1;
}

/* Returns: a new empty folder, to be removed with remove_folder(). */
static char *
make_folder (void)
{
    g_autoptr (GError) error = NULL;
    char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    if (folder == NULL)
        g_error ("%s", error->message);
    return folder;
}

static void
remove_folder (char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_remove (path);
    }
    UNIT_INT (g_rmdir (folder), 0);
    g_free (folder);
}

/* Checks that the file @name of @folder holds @expected; NULL: that it is not there. */
static void
check_file (const char *folder, const char *name, const char *expected)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    g_file_get_contents (path, &text, NULL, NULL);
    UNIT_STRING (text, expected);
}

static void
write_text (RecapOutputs *outputs, guint group, const char *name, const char *text)
{
    GError *error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_spool_puts (spool, text);
    UNIT_TRUE (recap_outputs_write (outputs, group, name, spool, &error));
    UNIT_NO_ERROR (&error);
}

static void
take_change (const char *name, const char *kept, gpointer data)
{
    g_string_append_printf (data, "%s(%s) ", name, kept != NULL ? kept : "");
}

/* Writes one version of a.csv and of b.csv.
 *
 * Returns: what changed, owned by the caller. */
static char *
write_version (const char *folder, const char *a, const char *b)
{
    GError *error = NULL;
    GString *changes = g_string_new (NULL);
    g_autoptr (RecapOutputs) outputs = recap_outputs_open (folder, &error);
    UNIT_NO_ERROR (&error);
    write_text (outputs, 0, "a.csv", a);
    write_text (outputs, 0, "b.csv", b);
    UNIT_TRUE (recap_outputs_commit (outputs, 0, take_change, changes, &error));
    UNIT_NO_ERROR (&error);
    return g_string_free (changes, FALSE);
}

static void
test_versions (void)
{
    char *folder = make_folder ();
    g_autofree char *first = write_version (folder, "one", "b");
    UNIT_STRING (first, "a.csv() b.csv() ");
    g_autofree char *again = write_version (folder, "one", "b");
    UNIT_STRING (again, "");
    g_autofree char *second = write_version (folder, "two", "b");
    UNIT_STRING (second, "a.csv(a.1.csv) ");
    g_autofree char *third = write_version (folder, "three", "c");
    UNIT_STRING (third, "a.csv(a.2.csv) b.csv(b.1.csv) ");
    check_file (folder, "a.csv", "three");
    check_file (folder, "a.1.csv", "one");
    check_file (folder, "a.2.csv", "two");
    check_file (folder, "b.1.csv", "b");
    check_file (folder, ".recap-pleno", NULL);
    remove_folder (folder);
}

/* A number that was given is never given again, and what only looks like one is none. */
static void
test_numbers (void)
{
    char *folder = make_folder ();
    const char *const names[] = { "a.csv", "a.7.csv", "a.08.csv", "a.x9.csv", "a.99.csv.bak" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *path = g_build_filename (folder, names[i], NULL);
        UNIT_TRUE (g_file_set_contents (path, names[i], -1, NULL));
    }
    g_autofree char *changes = write_version (folder, "new", "b");
    UNIT_STRING (changes, "a.csv(a.8.csv) b.csv() ");
    check_file (folder, "a.8.csv", "a.csv");
    check_file (folder, "a.7.csv", "a.7.csv");
    remove_folder (folder);
}

static void
test_groups_stand_for_themselves (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    write_text (outputs, 1, "a.csv", "a");
    write_text (outputs, 2, "b.csv", "b");
    write_text (outputs, 3, "c.csv", "c");
    recap_outputs_discard (outputs, 1);
    UNIT_TRUE (recap_outputs_commit (outputs, 2, NULL, NULL, &error));
    UNIT_NO_ERROR (&error);
    recap_outputs_free (outputs);
    check_file (folder, "a.csv", NULL);
    check_file (folder, "b.csv", "b");
    check_file (folder, "c.csv", NULL);
    remove_folder (folder);
}

/* What is in the way of one keeps all from being put in place. */
static void
test_all_or_none (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *first = write_version (folder, "one", "b");
    UNIT_STRING (first, "a.csv() b.csv() ");
    g_autofree char *path = g_build_filename (folder, "z.csv", NULL);
    UNIT_INT (g_mkdir (path, 0777), 0);
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    write_text (outputs, 0, "a.csv", "two");
    write_text (outputs, 0, "z.csv", "z");
    UNIT_FALSE (recap_outputs_prepare (outputs, 0, &error));
    g_clear_error (&error);
    UNIT_FALSE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    g_autofree char *message = g_strdup_printf ("cannot write '%s': Is a directory", path);
    UNIT_ERROR (&error, RECAP_ERROR_IO, message);
    recap_outputs_free (outputs);
    check_file (folder, "a.csv", "one");
    check_file (folder, "a.1.csv", NULL);
    remove_folder (folder);
}

/* Without second names the earlier version is moved, and moved back when that was for nothing. */
static void
test_no_second_names (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *first = write_version (folder, "one", "b");
    UNIT_STRING (first, "a.csv() b.csv() ");
    no_second_names = TRUE;
    g_autofree char *second = write_version (folder, "two", "b");
    UNIT_STRING (second, "a.csv(a.1.csv) ");
    check_file (folder, "a.csv", "two");
    check_file (folder, "a.1.csv", "one");

    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    write_text (outputs, 0, "a.csv", "three");
    renames_left = 1;
    UNIT_FALSE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    g_autofree char *message =
        g_strdup_printf ("cannot write '%s/a.csv': %s", folder, g_strerror (EIO));
    UNIT_ERROR (&error, RECAP_ERROR_IO, message);
    no_second_names = FALSE;
    recap_outputs_free (outputs);
    check_file (folder, "a.csv", "two");
    check_file (folder, "a.2.csv", NULL);

    /* A second name for nothing is taken away. */
    outputs = recap_outputs_open (folder, &error);
    write_text (outputs, 0, "a.csv", "three");
    renames_left = 0;
    UNIT_FALSE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    g_clear_error (&error);
    recap_outputs_free (outputs);
    check_file (folder, "a.csv", "two");
    check_file (folder, "a.2.csv", NULL);
    remove_folder (folder);
}

static void
test_what_is_guarded (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
    g_autoptr (RecapOutputs) outputs = recap_outputs_open (folder, &error);
    recap_outputs_guard (outputs, 0, "a.csv");
    UNIT_TRUE (recap_outputs_check_guarded (outputs, 0, &error));
    UNIT_TRUE (g_file_set_contents (path, "theirs", -1, NULL));
    UNIT_TRUE (recap_outputs_check_guarded (outputs, 1, &error));
    UNIT_FALSE (recap_outputs_check_guarded (outputs, 0, &error));
    g_clear_error (&error);
    UNIT_FALSE (recap_outputs_prepare (outputs, 0, &error));
    g_clear_error (&error);
    recap_outputs_guard (outputs, 0, "a.csv");
    UNIT_TRUE (recap_outputs_check_guarded (outputs, 0, &error));
    recap_outputs_close (outputs);
    UNIT_TRUE (recap_outputs_check_guarded (outputs, 0, &error));
    remove_folder (folder);
}

static void
test_what_somebody_saves_meanwhile (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    recap_outputs_guard (outputs, 0, "a.csv");
    write_text (outputs, 0, "a.csv", "ours");
    write_text (outputs, 0, "b.csv", "b");
    UNIT_TRUE (g_file_set_contents (path, "theirs", -1, NULL));
    UNIT_FALSE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    g_autofree char *message =
        g_strdup_printf ("'%s' was saved while it was being worked on", path);
    UNIT_ERROR (&error, RECAP_ERROR_IO, message);
    check_file (folder, "a.csv", "theirs");
    check_file (folder, "b.csv", NULL);

    recap_outputs_guard (outputs, 0, "a.csv");
    write_text (outputs, 0, "a.csv", "ours");
    UNIT_TRUE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    UNIT_NO_ERROR (&error);
    recap_outputs_free (outputs);
    check_file (folder, "a.csv", "ours");
    check_file (folder, "a.1.csv", "theirs");
    remove_folder (folder);
}

static void
test_an_interrupted_run (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *hidden = g_build_filename (folder, ".recap-pleno", NULL);
    g_autofree char *left = g_build_filename (hidden, "z.csv", NULL);
    UNIT_INT (g_mkdir (hidden, 0777), 0);
    UNIT_TRUE (g_file_set_contents (left, "half", -1, NULL));
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    UNIT_NO_ERROR (&error);
    recap_outputs_free (outputs);
    UNIT_FALSE (g_file_test (hidden, G_FILE_TEST_EXISTS));
    remove_folder (folder);
}

static void
test_refusals (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    g_autofree char *hidden = g_build_filename (folder, ".recap-pleno", NULL);
    UNIT_TRUE (g_file_set_contents (hidden, "", -1, NULL));
    UNIT_TRUE (recap_outputs_open (folder, &error) == NULL);
    g_autofree char *no_folder = g_strdup_printf ("cannot write '%s': Not a directory", hidden);
    UNIT_ERROR (&error, RECAP_ERROR_IO, no_folder);
    g_unlink (hidden);

    g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
    UNIT_INT (g_mkdir (path, 0777), 0);
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    write_text (outputs, 0, "a.csv", "a");
    UNIT_FALSE (recap_outputs_commit (outputs, 0, NULL, NULL, &error));
    g_autofree char *is_folder = g_strdup_printf ("cannot write '%s': Is a directory", path);
    UNIT_ERROR (&error, RECAP_ERROR_IO, is_folder);
    recap_outputs_free (outputs);
    remove_folder (folder);
}

static void
test_paths (void)
{
    GError *error = NULL;
    char *folder = make_folder ();
    RecapOutputs *outputs = recap_outputs_open (folder, &error);
    const char *staged = recap_outputs_stage (outputs, 0, "a.csv");
    g_autofree char *path = recap_outputs_get_path (outputs, "a.csv");
    g_autofree char *final = recap_outputs_get_final (outputs, staged);
    g_autofree char *other = recap_outputs_get_final (outputs, "x/a.csv");
    UNIT_STRING (final, path);
    UNIT_STRING (other, "x/a.csv");
    recap_outputs_free (outputs);
    remove_folder (folder);
}

UNIT_MAIN ("outputs", { "earlier versions are kept, equal ones are left alone", test_versions },
           { "numbers grow", test_numbers },
           { "groups stand for themselves", test_groups_stand_for_themselves },
           { "all of a group or nothing", test_all_or_none },
           { "no second names for files", test_no_second_names },
           { "what was noted is as it was", test_what_is_guarded },
           { "what somebody saves meanwhile is not overwritten",
             test_what_somebody_saves_meanwhile },
           { "what an interrupted run left is removed", test_an_interrupted_run },
           { "refusals", test_refusals }, { "paths", test_paths })
