/* The walk through files and folders; archives are tested through recap-import. */
#include <unistd.h>

#include "documents.h"
#include "unit.h"

/* What a walk met, one after the other. */
static gboolean
on_document (const RecapDocument *document, gpointer data, GError **error)
{
    GString *out = data;
    const char *name = strrchr (document->name, '/') + 1;
    if (strcmp (name, "stop.json") == 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL, "stopped");
        return FALSE;
    }
    g_string_append_printf (out, "%s %s;", name, document->source != NULL ? "source" : "bytes");
    if (document->source == NULL)
        g_string_append_printf (out, "%.*s;", (int)document->size, document->bytes);
    return TRUE;
}

static void
on_skipped (const char *name, RecapSkip skip, gpointer data)
{
    g_string_append_printf (data, "%s %s;", strrchr (name, '/') + 1,
                            skip == RECAP_SKIP_OTHER ? "other" : "special");
}

static void
put (const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    UNIT_TRUE (g_file_set_contents (path, text, -1, NULL));
}

static void
take_away (const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    UNIT_INT (g_remove (path), 0);
}

static void
test_folder (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    g_autofree char *inner = g_build_filename (folder, "dalam", NULL);
    g_autofree char *link = g_build_filename (folder, "tautan.json", NULL);
    g_autoptr (GString) met = g_string_new (NULL);
    const RecapVisitor visitor = { on_document, on_skipped, met, FALSE };

    UNIT_INT (g_mkdir (inner, 0700), 0);
    UNIT_INT (symlink ("/dev/zero", link), 0);
    put (folder, "b.JSON", "2");
    put (folder, "a.json", "1");
    put (folder, "z.csv", "kode\n");
    put (folder, "foto.jpg", "");
    put (inner, "c.json", "");
    UNIT_TRUE (recap_documents_walk (folder, &visitor, &error));
    UNIT_NO_ERROR (&error);
    UNIT_STRING (met->str, "a.json bytes;1;b.JSON bytes;2;c.json bytes;;foto.jpg other;"
                           "tautan.json special;z.csv source;");

    put (inner, "stop.json", "");
    UNIT_FALSE (recap_documents_walk (folder, &visitor, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, "stopped");
    take_away (inner, "c.json");
    take_away (inner, "stop.json");
    static const char *const names[] = { "dalam",  "tautan.json", "b.JSON",
                                         "a.json", "z.csv",       "foto.jpg" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        take_away (folder, names[i]);
    UNIT_INT (g_rmdir (folder), 0);
}

static void
test_single_file (void)
{
    static const struct {
        const char *text;
        gboolean source;
    } cases[] = {
        { " {\"a\":1}", FALSE },
        { "[]", FALSE },
        { "kode,s01\n", TRUE },
        { "", TRUE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) met = g_string_new (NULL);
        const RecapVisitor visitor = { on_document, on_skipped, met, FALSE };
        char *path = unit_write (cases[i].text, -1);
        UNIT_TRUE (recap_documents_walk (path, &visitor, &error));
        UNIT_NO_ERROR (&error);
        UNIT_INT (strstr (met->str, " source;") != NULL, cases[i].source);
        unit_remove (path);
    }
    g_autoptr (GError) error = NULL;
    const RecapVisitor visitor = { on_document, on_skipped, NULL, FALSE };
    UNIT_FALSE (recap_documents_walk ("/nonexistent", &visitor, &error));
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot open '/nonexistent': No such file or directory");
}

UNIT_MAIN ("documents", { "a folder in bytewise order", test_folder },
           { "a file by its content", test_single_file })
