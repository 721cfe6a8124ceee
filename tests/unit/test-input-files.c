/* What identifies the files that something was made from. */
#include "input-files.h"
#include "tables-fixture.h"

#define ABC "ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3 9617 7a9c b410 ff61 f200 15ad"

static void
test_file (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapInputFiles) files = recap_input_files_new ();

    fixture_write ("abc", "abc");
    const RecapInputFile *file = recap_input_files_add (files, RECAP_INPUT_ORIGINAL, "abc", &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (file->sha256, ABC);
    UNIT_STRING (file->path, "abc");
    UNIT_INT (file->size_bytes, 3);
    UNIT_INT (file->kind, RECAP_INPUT_FILE);
    UNIT_INT (file->n_records, -1);
}

/* By role, those of one role as they came. */
static void
test_order (void)
{
    g_autoptr (RecapInputFiles) files = recap_input_files_new ();
    static const RecapInputRole roles[] = { RECAP_INPUT_ORIGINAL, RECAP_INPUT_FINDINGS,
                                            RECAP_INPUT_TABLE, RECAP_INPUT_FINDINGS };
    static const int order[] = { 2, 1, 3, 0 };

    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        recap_input_files_add (files, roles[i], "-", NULL)->n_records = i;
    UNIT_INT (recap_input_files_get_n (files), 4);
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
        UNIT_INT (recap_input_files_get (files, i)->n_records, order[i]);
    g_autoptr (RecapInputFiles) copies = recap_input_files_new ();
    recap_input_files_add_copy (copies, recap_input_files_get (files, 0));
    UNIT_STRING (recap_input_files_get (copies, 0)->path, "-");
    UNIT_INT (recap_input_files_get (copies, 0)->role, RECAP_INPUT_TABLE);
    for (RecapInputRole role = 0; role < RECAP_INPUT_N_ROLES; role++)
        UNIT_TRUE (recap_input_role_name (role) != NULL);
}

/* Standard input and devices are not read; what is not there is an error and not in the list. */
static void
test_streams (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapInputFiles) files = recap_input_files_new ();
    static const char *const paths[] = { "-", "/dev/null" };

    for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
        const RecapInputFile *file =
            recap_input_files_add (files, RECAP_INPUT_TABLE, paths[i], &error);
        UNIT_NO_ERROR (&error);
        UNIT_INT (file->kind, RECAP_INPUT_STREAM);
        UNIT_STRING (file->sha256, "");
    }
    fixture_enter ();
    UNIT_TRUE (recap_input_files_add (files, RECAP_INPUT_TABLE, "none", &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot open 'none': No such file or directory");
    UNIT_INT (recap_input_files_get_n (files), 2);
}

/* A folder: the SHA-256 of what sha256sum says about its files, in the order of bytes. */
static void
test_folder (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapInputFiles) files = recap_input_files_new ();
    char known[RECAP_FINGERPRINT_SIZE];
    g_autofree char *abc = g_strdelimit (g_strdup (ABC), "", ' ');
    g_auto (GStrv) blocks = g_strsplit (abc, " ", -1);
    g_autofree char *hex = g_strjoinv ("", blocks);
    g_autofree char *list = g_strdup_printf ("%s  ./Z\n%s  ./a/b\n\\%s  ./a\\\\n\n", hex, hex, hex);
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, list, -1);

    fixture_enter ();
    g_mkdir_with_parents ("in/a", 0700);
    g_mkdir_with_parents ("in/empty", 0700);
    UNIT_TRUE (g_file_set_contents ("in/a/b", "abc", -1, NULL));
    UNIT_TRUE (g_file_set_contents ("in/a\\n", "abc", -1, NULL));
    UNIT_TRUE (g_file_set_contents ("in/Z", "abc", -1, NULL));
    UNIT_TRUE (g_file_set_contents ("in/~$Z", "open", -1, NULL));
    const RecapInputFile *folder =
        recap_input_files_add (files, RECAP_INPUT_ORIGINAL, "in", &error);
    UNIT_NO_ERROR (&error);
    recap_fingerprint_format (digest, known);
    UNIT_STRING (folder->sha256, known);
    UNIT_INT (folder->kind, RECAP_INPUT_FOLDER);
    UNIT_INT (folder->n_files, 3);
    UNIT_INT (folder->size_bytes, 9);
    g_unlink ("in/a/b");
    g_unlink ("in/a\\n");
    g_unlink ("in/Z");
    g_unlink ("in/~$Z");
    g_rmdir ("in/a");
    g_rmdir ("in/empty");
    g_rmdir ("in");
}

/* Another file with the same bytes is another file: nobody has compared them. */
static void
test_check (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapInputFiles) files = recap_input_files_new ();

    fixture_write ("abc", "abc");
    recap_input_files_add (files, RECAP_INPUT_TABLE, "abc", &error);
    recap_input_files_add (files, RECAP_INPUT_MEETING, "-", &error);
    recap_input_files_add (files, RECAP_INPUT_ORIGINAL, ".", &error);
    UNIT_TRUE (recap_input_files_check (files, &error));
    UNIT_NO_ERROR (&error);
    fixture_write ("abc", "abc");
    UNIT_FALSE (recap_input_files_check (files, &error));
    UNIT_ERROR (&error, RECAP_ERROR_IO, "'abc' was changed while being read");
    g_unlink ("abc");
    UNIT_FALSE (recap_input_files_check (files, &error));
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot read 'abc': No such file or directory");
}

UNIT_MAIN ("input-files", { "file", test_file }, { "order", test_order },
           { "streams", test_streams }, { "folder", test_folder }, { "check", test_check })
