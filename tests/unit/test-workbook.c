#include "config.h"

#include "workbook.h"

#include "unit.h"

static RecapBook *
make_book (void)
{
    RecapBook *book = recap_book_new ();
    book->title = g_strdup ("Judul");
    book->subject = g_strdup ("Pokok");
    book->header = g_strdup ("A & B");
    book->created = 1;
    RecapSheet *first = recap_book_add (book, recap_text ("D'ARE"), "");
    recap_sheet_number (first, 0, 0, RECAP_STYLE_NUMBER, 5);
    RecapSheet *second = recap_book_add (book, recap_text ("Dua"), "");
    RecapRange range = { 0, 0, 0, 0, 0 };
    recap_sheet_copy (second, 0, 0, &range, 5);
    recap_sheet_set_widths (first, 0, 1, 100);
    recap_sheet_set_widths (second, 0, 1, 100);
    return book;
}

/* A folder of its own for each test. */
static char *
make_folder (void)
{
    g_autoptr (GError) error = NULL;
    char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    if (folder == NULL)
        g_error ("%s", error->message);
    return folder;
}

static guint
count_files (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;
    while (g_dir_read_name (dir) != NULL)
        n++;
    return n;
}

static void
test_same_bytes (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_autofree char *a = g_build_filename (folder, "a.xlsx", NULL);
    g_autofree char *b = g_build_filename (folder, "b.xlsx", NULL);
    g_autoptr (RecapBook) book = make_book ();
    UNIT_TRUE (recap_workbook_write (book, a, &error));
    UNIT_TRUE (recap_workbook_write (book, b, &error));
    UNIT_TRUE (recap_workbook_write (book, b, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (count_files (folder), 2);

    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    gsize first_size = 0, second_size = 0;
    g_file_get_contents (a, &first, &first_size, NULL);
    g_file_get_contents (b, &second, &second_size, NULL);
    UNIT_TRUE (first_size > 1000 && memcmp (first, "PK", 2) == 0);
    UNIT_TRUE (first_size == second_size && memcmp (first, second, first_size) == 0);
    g_unlink (a);
    g_unlink (b);
    g_rmdir (folder);
}

static void
test_places_that_cannot_be_written (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_autofree char *path = g_build_filename (folder, "x.xlsx", NULL);
    g_autofree char *missing = g_build_filename (folder, "no", "x.xlsx", NULL);
    g_autoptr (RecapBook) book = make_book ();
    UNIT_FALSE (recap_workbook_write (book, missing, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    /* The target is a folder: nothing is left beside it. */
    g_mkdir (path, 0777);
    UNIT_FALSE (recap_workbook_write (book, path, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    UNIT_INT (count_files (folder), 1);
    g_rmdir (path);
    g_rmdir (folder);
}

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) wide = make_book ();
    recap_sheet_set_widths (recap_book_get (wide, 1), 16384, 1, 10);
    UNIT_FALSE (recap_workbook_write (wide, "/no/such/folder/x.xlsx", &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT,
                "sheet 'Dua' would have 16385 columns and 1 rows in 1 blocks; Excel has 16384, "
                "1048576 and 256");
    g_autoptr (RecapBook) high = make_book ();
    recap_sheet_row (recap_book_get (high, 0), 1048576);
    UNIT_FALSE (recap_workbook_write (high, "/no/such/folder/x.xlsx", &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_LIMIT));
    g_clear_error (&error);
    g_autoptr (RecapBook) large = make_book ();
    recap_sheet_number (recap_book_get (large, 0), 1, 0, RECAP_STYLE_NUMBER,
                        G_GINT64_CONSTANT (9007199254740993));
    UNIT_FALSE (recap_workbook_write (large, "/no/such/folder/x.xlsx", &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT,
                "a number in sheet 'D'ARE' is above 2^53; Excel would round it");
}

UNIT_MAIN ("workbook", { "same bytes", test_same_bytes },
           { "places that cannot be written", test_places_that_cannot_be_written },
           { "limits", test_limits })
