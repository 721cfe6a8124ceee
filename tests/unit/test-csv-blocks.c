/* Blocks of whole lines: together they are the file, with and without a thread that reads ahead. */
#include <glib/gstdio.h>

#include "csv-blocks.h"
#include "unit.h"

/* Made-up records of many lengths, some with line ends inside quotes; @long_line: the number of one
 * that is longer than a block, -1: none. */
static GString *
make_table (guint n_records, int long_line)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < n_records; i++) {
        g_string_append_printf (out, "%u,%s,", i, i % 7 == 0 ? "\"two\nlines, one field\"" : "b");
        guint width = (int)i == long_line ? 300 * 1024 : i * 37 % 211;
        for (guint j = 0; j < width; j++)
            g_string_append_c (out, (char)('a' + j % 26));
        if (i + 1 < n_records)
            g_string_append_c (out, '\n');
    }
    return out;
}

static char *
write_file (const GString *table)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("recap-blocks-XXXXXX", &path, NULL);
    UNIT_TRUE (fd >= 0);
    g_close (fd, NULL);
    UNIT_TRUE (g_file_set_contents (path, table->str, (gssize)table->len, NULL));
    return g_steal_pointer (&path);
}

/* What the scan says of a block is what a simple reading of its bytes says. */
static void
check_scan (const RecapCsvBlock *block)
{
    gboolean inside = FALSE;
    gsize n_lines = 0;
    gsize last = 0;

    for (gsize i = 0; i < block->size; i++) {
        inside ^= block->bytes[i] == '"';
        if (block->bytes[i] == '\n' && !inside) {
            n_lines++;
            last = i;
        }
    }
    UNIT_INT (block->scan.n_lines, n_lines);
    UNIT_INT (last + 1, block->size);
}

/* Reads the blocks of @source until the end, or @n_blocks of them. */
static GString *
read_blocks (RecapSource *source, guint n_blocks, guint *ret_n_unscanned, GError **error)
{
    g_autoptr (RecapCsvBlocks) blocks = recap_csv_blocks_new (source, ',');
    GString *out = g_string_new (NULL);
    RecapCsvBlock *block = NULL;

    *ret_n_unscanned = 0;
    for (guint i = 0; i < n_blocks; i++) {
        if (!recap_csv_blocks_next (blocks, &block, error) || block->size == 0)
            break;
        g_string_append_len (out, block->bytes, (gssize)block->size);
        *ret_n_unscanned += !block->scanned;
        if (block->scanned)
            check_scan (block);
    }
    return out;
}

static void
check_file (const GString *table, guint n_unscanned_max)
{
    GError *error = NULL;
    g_autofree char *path = write_file (table);
    g_autoptr (RecapSource) source = recap_source_open (path, &error);
    guint n_unscanned;

    for (guint i = 0; i < 2; i++) {
        GString *all = read_blocks (source, G_MAXUINT, &n_unscanned, &error);
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (g_string_equal (all, table));
        UNIT_TRUE (n_unscanned <= n_unscanned_max);
        g_string_free (all, TRUE);
        UNIT_TRUE (recap_source_rewind (source, &error));
    }
    g_unlink (path);
}

static void
test_blocks_are_the_file (void)
{
    static const guint sizes[] = { 0, 1, 100, 1000, 5000, 20000 };
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
        GString *table = make_table (sizes[i], -1);
        check_file (table, 1); /* the last line has no end */
        g_string_free (table, TRUE);
    }
}

static void
test_a_long_line_ends_the_scanning (void)
{
    GString *table = make_table (12000, 6000);
    check_file (table, G_MAXUINT);
    g_string_free (table, TRUE);
}

/* The thread may be at work when nobody wants its block any more. */
static void
test_giving_up_early (void)
{
    GError *error = NULL;
    GString *table = make_table (12000, -1);
    g_autofree char *path = write_file (table);
    g_autoptr (RecapSource) source = recap_source_open (path, &error);

    for (guint n = 0; n < 6; n++) {
        guint n_unscanned;
        GString *some = read_blocks (source, n, &n_unscanned, &error);
        UNIT_NO_ERROR (&error);
        UNIT_TRUE (some->len <= table->len && memcmp (some->str, table->str, some->len) == 0);
        g_string_free (some, TRUE);
        UNIT_TRUE (recap_source_rewind (source, &error));
    }
    g_string_free (table, TRUE);
    g_unlink (path);
}

/* What can be read of a gzip file that is cut short comes first. */
static void
test_a_failure_comes_last (void)
{
    static const guint8 gzip[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0xd4, 0xe1, 0x4a };
    GError *error = NULL;
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv.gz", gzip, sizeof gzip, &error);
    g_autoptr (RecapCsvBlocks) blocks = recap_csv_blocks_new (source, ',');
    RecapCsvBlock *block = NULL;

    gboolean ok = recap_csv_blocks_next (blocks, &block, &error);
    if (ok && block->size > 0)
        ok = recap_csv_blocks_next (blocks, &block, &error);
    UNIT_FALSE (ok);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "the gzip file is cut short");
}

UNIT_MAIN ("csv-blocks", { "the blocks are the file", test_blocks_are_the_file },
           { "a long line ends the scanning", test_a_long_line_ends_the_scanning },
           { "giving up early", test_giving_up_early },
           { "a failure comes last", test_a_failure_comes_last })
