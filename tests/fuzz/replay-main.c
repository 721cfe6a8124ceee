/* The main of a fuzz target without an engine: gives it the files that are named, and all files of
 * the folders that are named. */
#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static guint
replay (const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size = 0;

    if (g_file_get_contents (path, &bytes, &size, NULL)) {
        /* A copy of just this size, so that a read behind its end is noticed. */
        g_autofree guint8 *copy = g_memdup2 (bytes, size);
        LLVMFuzzerTestOneInput (copy, size);
        return 1;
    }
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    guint n = 0;
    for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;) {
        g_autofree char *inner = g_build_filename (path, name, NULL);
        n += replay (inner);
    }
    return n;
}

int
main (int argc, char **argv)
{
    guint n = 0;
    for (int i = 1; i < argc; i++)
        n += replay (argv[i]);
    printf ("%u inputs\n", n);
    return n > 0 ? 0 : 1;
}
