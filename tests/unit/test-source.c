#include "config.h"

#include "source.h"

#include <unistd.h>
#include <zlib.h>

#include "unit.h"

/* Reads all of @source in pieces of @step bytes. Returns NULL with @error. */
static char *
read_all (RecapSource *source, gsize step, GError **error)
{
    g_autoptr (GString) all = g_string_new (NULL);
    g_autofree char *piece = g_malloc (step);
    for (gsize n = 1; n > 0;) {
        if (!recap_source_read (source, piece, step, &n, error))
            return NULL;
        g_string_append_len (all, piece, (gssize)n);
    }
    return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Checks that a file of these bytes gives @expected, read in pieces of any size, twice. */
static void
check_bytes (const char *bytes, gsize size, const char *expected)
{
    char *path = unit_write (bytes, (gssize)size);
    for (gsize step = 1; step <= 9; step += 2) {
        GError *error = NULL;
        g_autoptr (RecapSource) source = recap_source_open (path, &error);
        UNIT_NO_ERROR (&error);
        g_autofree char *first = read_all (source, step, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (first, expected);
        UNIT_TRUE (recap_source_rewind (source, &error));
        g_autofree char *second = read_all (source, 4096, &error);
        UNIT_STRING (second, expected);
        UNIT_STRING (recap_source_get_name (source), path);
    }
    unit_remove (path);
}

static void
test_plain (void)
{
    static const char *const texts[] = {
        "", "a", "ab", "abc", "kode,s01\n3216021006014,72\n", "\xef\xbb", "no newline at the end",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        check_bytes (texts[i], strlen (texts[i]), texts[i]);
}

static void
test_the_byte_order_mark_is_left_out_once (void)
{
    check_bytes ("\xef\xbb\xbf", 3, "");
    check_bytes ("\xef\xbb\xbfkode", 7, "kode");
    check_bytes ("\xef\xbb\xbf\xef\xbb\xbfkode", 10, "\xef\xbb\xbfkode");
}

/* Returns: @text as a gzip member, owned by the caller. */
static guint8 *
deflate_text (const char *text, gsize *ret_size)
{
    z_stream z = { 0 };
    gsize size = strlen (text) + 100;
    guint8 *bytes = g_malloc (size);
    g_assert (deflateInit2 (&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    z.next_in = (guint8 *)text;
    z.avail_in = (uInt)strlen (text);
    z.next_out = bytes;
    z.avail_out = (uInt)size;
    g_assert (deflate (&z, Z_FINISH) == Z_STREAM_END);
    *ret_size = z.total_out;
    deflateEnd (&z);
    return bytes;
}

static void
test_gzip (void)
{
    gsize size = 0, more = 0;
    g_autofree guint8 *bytes = deflate_text ("\xef\xbb\xbfkode,s01\n", &size);
    check_bytes ((char *)bytes, size, "kode,s01\n");

    g_autofree guint8 *second = deflate_text ("3216021006014,72\n", &more);
    bytes = g_realloc (bytes, size + more);
    memcpy (bytes + size, second, more);
    check_bytes ((char *)bytes, size + more, "kode,s01\n3216021006014,72\n");
}

/* Checks that reading a file of these bytes ends with @message. */
static void
check_refused (const guint8 *bytes, gsize size, RecapErrorCode code, const char *message)
{
    GError *error = NULL;
    char *path = unit_write ((const char *)bytes, (gssize)size);
    g_autoptr (RecapSource) source = recap_source_open (path, &error);
    UNIT_NO_ERROR (&error);
    g_autofree char *text = read_all (source, 64, &error);
    UNIT_STRING (text, NULL);
    UNIT_ERROR (&error, code, message);
    unit_remove (path);
}

static void
test_damaged_gzip (void)
{
    gsize size = 0;
    g_autofree guint8 *bytes = deflate_text ("kode,s01\n3216021006014,72\n", &size);
    for (gsize cut = 2; cut < size; cut++)
        check_refused (bytes, cut, RECAP_ERROR_SYNTAX, "the gzip file is cut short");
    bytes[size - 5] ^= 1; /* the checksum */
    check_refused (bytes, size, RECAP_ERROR_SYNTAX, "the gzip file is damaged");
}

static void
test_what_cannot_be_opened (void)
{
    GError *error = NULL;
    UNIT_TRUE (recap_source_open ("/nonexistent/a.csv", &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO,
                "cannot open '/nonexistent/a.csv': No such file or directory");
    UNIT_TRUE (recap_source_open ("/", &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "'/' is a folder, not a file");
}

/* A pipe is read again from what was kept, also beyond what stays in memory. */
static void
test_a_pipe_can_be_read_again (void)
{
    enum { SIZE = 33 * 1024 * 1024 };
    GError *error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    UNIT_NO_ERROR (&error);
    g_autofree char *path = g_build_filename (folder, "pipe", NULL);
    g_autofree char *command = g_strdup_printf (
        "mkfifo '%s' && (head -c %d /dev/zero | tr '\\0' 'k' > '%s') &", path, SIZE, path);
    const char *argv[] = { "/bin/sh", "-c", command, NULL };
    UNIT_TRUE (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                             NULL, &error));
    for (guint tries = 0; tries < 1000 && !g_file_test (path, G_FILE_TEST_EXISTS); tries++)
        g_usleep (10000);

    g_autoptr (RecapSource) source = recap_source_open (path, &error);
    UNIT_NO_ERROR (&error);
    for (guint pass = 0; source != NULL && pass < 2; pass++) {
        g_autofree char *text = read_all (source, 1 << 20, &error);
        UNIT_NO_ERROR (&error);
        UNIT_INT (text != NULL ? strlen (text) : 0, SIZE);
        UNIT_TRUE (text != NULL && strspn (text, "k") == SIZE);
        UNIT_TRUE (recap_source_rewind (source, &error));
    }
    g_unlink (path);
    g_rmdir (folder);
}

static void
test_a_file_that_changed_is_not_read_again (void)
{
    GError *error = NULL;
    char *path = unit_write ("kode\n", -1);
    g_autoptr (RecapSource) source = recap_source_open (path, &error);
    g_autofree char *text = read_all (source, 64, &error);
    UNIT_STRING (text, "kode\n");
    /* In place: the open file itself must change. */
    FILE *stream = fopen (path, "a");
    fputs ("3216021006014\n", stream);
    fclose (stream);
    g_autofree char *message = g_strdup_printf ("'%s' was changed while being read", path);
    UNIT_FALSE (recap_source_rewind (source, &error));
    UNIT_ERROR (&error, RECAP_ERROR_IO, message);
    unit_remove (path);
}

static void
test_a_change_is_noticed_at_the_end (void)
{
    static const char *const changes[] = { "a", "w" }; /* more, or nothing of it any more */
    enum { SIZE = 1 << 20 };

    for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
        GError *error = NULL;
        g_autofree char *text = g_strnfill (SIZE, 'k');
        char *path = unit_write (text, SIZE);
        g_autoptr (RecapSource) source = recap_source_open (path, &error);
        gsize n = 1;
        UNIT_TRUE (recap_source_read (source, text, 16, &n, &error));
        UNIT_TRUE (recap_source_check (source, &error));
        FILE *stream = fopen (path, changes[i]);
        fputs ("baru", stream);
        fclose (stream);
        while (n > 0 && recap_source_read (source, text, SIZE, &n, &error))
            ;
        g_autofree char *message = g_strdup_printf ("'%s' was changed while being read", path);
        UNIT_TRUE (n > 0);
        UNIT_ERROR (&error, RECAP_ERROR_IO, message);
        unit_remove (path);
    }
}

/* Gives a text byte by byte. */
static gboolean
on_read (gpointer data, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    const char **text = data;

    if (**text == '!') {
        recap_error_set (error, RECAP_ERROR_IO, NULL, "enough");
        return FALSE;
    }
    *ret_size = size > 0 && **text != '\0' ? 1 : 0;
    memcpy (buffer, *text, *ret_size);
    *text += *ret_size;
    return TRUE;
}

static void
test_a_function (void)
{
    GError *error = NULL;
    const char *text = "\xef\xbb\xbfkode";
    g_autoptr (RecapSource) source = recap_source_new_for_func ("tar!a", on_read, &text, &error);
    g_autofree char *all = read_all (source, 3, &error);
    UNIT_STRING (all, "kode");
    UNIT_INT (recap_source_get_fd (source), -1);

    const char *bad = "kode!";
    g_autoptr (RecapSource) broken = recap_source_new_for_func ("tar!b", on_read, &bad, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (read_all (broken, 3, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "enough");
}

UNIT_MAIN ("source", { "plain", test_plain },
           { "the byte order mark is left out once", test_the_byte_order_mark_is_left_out_once },
           { "gzip", test_gzip }, { "damaged gzip", test_damaged_gzip },
           { "what cannot be opened", test_what_cannot_be_opened },
           { "a pipe can be read again", test_a_pipe_can_be_read_again },
           { "a file that changed is not read again", test_a_file_that_changed_is_not_read_again },
           { "a change is noticed at the end", test_a_change_is_noticed_at_the_end },
           { "what a function gives", test_a_function })
