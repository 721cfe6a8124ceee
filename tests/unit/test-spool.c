#include "config.h"

#include "spool.h"

#include "unit.h"

/* More than a spool keeps in memory. */
enum { LARGE = 9 * 1024 * 1024 + 7 };

static void
test_small (void)
{
    GError *error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autofree char *nothing = recap_spool_to_string (spool, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (nothing, "");

    recap_spool_puts (spool, "kode,");
    recap_spool_write (spool, "s01\nrest", 4);
    UNIT_INT (recap_spool_get_size (spool), 9);
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text, "kode,s01\n");

    recap_spool_clear (spool);
    UNIT_INT (recap_spool_get_size (spool), 0);
    recap_spool_puts (spool, "again");
    g_autofree char *again = recap_spool_to_string (spool, &error);
    UNIT_STRING (again, "again");
}

static void
write_large (RecapSpool *spool, char seed)
{
    g_autofree char *piece = g_malloc (LARGE);
    for (gsize i = 0; i < LARGE; i++)
        piece[i] = (char)('a' + (i + (gsize)seed) % 23);
    recap_spool_write (spool, piece, LARGE - 1000);
    recap_spool_write (spool, piece + LARGE - 1000, 1000);
}

static void
check_large (RecapSpool *spool, char seed)
{
    GError *error = NULL;
    g_autofree char *text = recap_spool_to_string (spool, &error);
    gsize wrong = 0;
    UNIT_NO_ERROR (&error);
    UNIT_INT (strlen (text), LARGE);
    for (gsize i = 0; i < LARGE; i++)
        wrong += text[i] != (char)('a' + (i + (gsize)seed) % 23);
    UNIT_INT (wrong, 0);
}

static void
test_large_goes_to_a_file_and_back (void)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    write_large (spool, 1);
    UNIT_INT (recap_spool_get_size (spool), LARGE);
    check_large (spool, 1);
    recap_spool_clear (spool);
    write_large (spool, 5);
    check_large (spool, 5);
}

static void
test_copy_to_a_stream (void)
{
    GError *error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_spool_puts (spool, "a\nb\n");
    g_autofree char *bytes = NULL;
    size_t size = 0;
    FILE *stream = open_memstream (&bytes, &size);
    UNIT_TRUE (recap_spool_copy (spool, stream, &error));
    fclose (stream);
    UNIT_STRING (bytes, "a\nb\n");
}

/* Waits until @path has @size bytes, or five seconds. */
static gboolean
grows_to (const char *path, gsize size)
{
    GStatBuf status = { 0 };
    for (guint i = 0; i < 5000 && (gsize)status.st_size < size; i++) {
        g_usleep (1000);
        UNIT_TRUE (g_stat (path, &status) == 0);
    }
    return (gsize)status.st_size >= size;
}

static void
test_pass_on_to_a_stream (void)
{
    GError *error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autofree char *path = NULL;
    g_autofree char *bytes = NULL;
    gsize size = 0;
    int fd = g_file_open_tmp ("recap-spool-XXXXXX", &path, &error);
    UNIT_TRUE (fd >= 0);
    FILE *stream = fdopen (fd, "w");
    recap_spool_pass_on (spool, stream);
    write_large (spool, 3);
    UNIT_INT (recap_spool_get_size (spool), LARGE);
    UNIT_TRUE (grows_to (path, LARGE / 2)); /* before it is asked for */
    UNIT_TRUE (recap_spool_copy (spool, stream, &error));
    fclose (stream);
    UNIT_TRUE (g_file_get_contents (path, &bytes, &size, &error));
    g_unlink (path);
    UNIT_INT (size, LARGE);
    guint wrong = 0;
    for (gsize i = 0; i < LARGE; i++)
        wrong += bytes[i] != (char)('a' + (i + 3) % 23);
    UNIT_INT (wrong, 0);
}

/* Also when the stream fails long before the end. */
static void
test_a_full_disk_is_reported (void)
{
    for (guint pass_on = 0; pass_on < 2; pass_on++) {
        GError *error = NULL;
        g_autoptr (RecapSpool) spool = recap_spool_new ();
        FILE *full = fopen ("/dev/full", "w");
        if (full == NULL)
            return;
        if (pass_on)
            recap_spool_pass_on (spool, full);
        write_large (spool, 2);
        UNIT_FALSE (recap_spool_copy (spool, full, &error));
        UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot write: No space left on device");
        fclose (full);
    }
}

static void
test_save (void)
{
    GError *error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "a.html", NULL);
    g_autofree char *nowhere = g_build_filename (folder, "missing", "a.html", NULL);
    g_autofree char *text = NULL;

    recap_spool_puts (spool, "new");
    UNIT_TRUE (g_file_set_contents (path, "old and longer", -1, NULL));
    UNIT_TRUE (recap_spool_save (spool, path, &error));
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
    UNIT_STRING (text, "new");
    UNIT_FALSE (recap_spool_save (spool, nowhere, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    /* A folder of this name cannot be replaced; nothing is left beside it. */
    g_unlink (path);
    UNIT_INT (g_mkdir (path, 0777), 0);
    UNIT_FALSE (recap_spool_save (spool, path, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    UNIT_INT (g_rmdir (path), 0);
    UNIT_INT (g_rmdir (folder), 0);
}

UNIT_MAIN ("spool", { "small", test_small },
           { "large goes to a file and back", test_large_goes_to_a_file_and_back },
           { "copy to a stream", test_copy_to_a_stream },
           { "pass on to a stream", test_pass_on_to_a_stream },
           { "a full disk is reported", test_a_full_disk_is_reported }, { "save", test_save })
