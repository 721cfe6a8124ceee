#include "config.h"

#include "cli.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the command line names to be read and to be written. An output is renamed over whatever has
 * its name: were that an input, the numbers that the result was made from would be gone; were it
 * another output, one of the two would. */

typedef struct {
    char *label; /* the option: '--log' */
    char *path;
    gboolean is_output;
    gboolean is_folder;
    char *identity; /* of the file, whatever its names; NULL: nothing that can be replaced */
    char *place;    /* path without links; NULL: not there yet */
} File;

static void
file_free (gpointer data)
{
    File *self = data;
    g_free (self->label);
    g_free (self->path);
    g_free (self->identity);
    free (self->place);
    g_free (self);
}

gboolean
cli_is_descriptor (const char *path)
{
    static const char *const names[] = { "/dev/stdin", "/dev/stdout", "/dev/stderr", NULL };

    return g_strv_contains (names, path) || g_str_has_prefix (path, "/dev/fd/") ||
           g_str_has_prefix (path, "/proc/");
}

/* Returns: device and inode, of the folder with @name behind them where the file is not there yet;
 * owned by the caller. */
static char *
format_identity (const GStatBuf *status, const char *name)
{
    return g_strdup_printf ("%" PRIuMAX ":%" PRIuMAX "/%s", (uintmax_t)status->st_dev,
                            (uintmax_t)status->st_ino, name);
}

/* Finds out what file @self is, or will be. A pipe or a device is not replaced. */
static void
identify (File *self)
{
    g_autofree char *folder = g_path_get_dirname (self->path);
    g_autofree char *name = g_path_get_basename (self->path);
    GStatBuf status;

    if (g_stat (self->path, &status) == 0) {
        self->is_folder = S_ISDIR (status.st_mode);
        if (self->is_folder || S_ISREG (status.st_mode))
            self->identity = format_identity (&status, "");
        self->place = realpath (self->path, NULL);
    } else if (g_stat (folder, &status) == 0) {
        self->identity = format_identity (&status, name);
    }
}

/* Returns: what is known of @path; owned by the caller. */
static File *
file_new (const char *label, const char *path)
{
    File *self = g_new0 (File, 1);
    *self = (File){ .label = g_strdup (label), .path = g_strdup (path) };
    identify (self);
    return self;
}

static void
note_input (Cli *self, const char *label, const char *path)
{
    /* The name of standard input says as much as '-': a shell opened a file for it. */
    File *file = file_new (label, strcmp (path, "-") == 0 ? "/dev/stdin" : path);
    g_ptr_array_add (self->files, file);
}

/* Returns: whether @folder has @file somewhere in it. */
static gboolean
contains (const File *folder, const File *file)
{
    gsize size = folder->is_folder && folder->place != NULL ? strlen (folder->place) : 0;

    return size > 0 && file->place != NULL && strncmp (file->place, folder->place, size) == 0 &&
           (file->place[size] == '/' || size == 1);
}

/* Reports that @output would be the same file as @other, or in that folder. */
static CliStatus
refuse (Cli *self, const File *output, const File *other)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *mine = g_strdup_printf ("%s '%s'", output->label, output->path);
    g_autofree char *its = g_strdup_printf ("%s '%s'", other->label, other->path);

    if (other->is_output)
        recap_error_set (&error, RECAP_ERROR_USAGE, NULL, _ ("%s and %s are the same file"), mine,
                         its);
    else if (other->is_folder)
        recap_error_set (&error, RECAP_ERROR_USAGE, NULL, _ ("%s would overwrite a file of %s"),
                         mine, its);
    else
        recap_error_set (&error, RECAP_ERROR_USAGE, NULL, _ ("%s would overwrite %s"), mine, its);
    recap_error_set_hint (&error, _ ("give each output a name of its own, not that of an input"));
    return cli_fail (self, error);
}

gboolean
cli_note_output (Cli *self, const char *label, const char *path, CliStatus *ret_status)
{
    if (cli_is_descriptor (path))
        return TRUE;
    File *output = file_new (label, path);
    output->is_output = TRUE;
    for (guint i = 0; output->identity != NULL && i < self->files->len; i++) {
        const File *other = g_ptr_array_index (self->files, i);
        if (g_strcmp0 (other->identity, output->identity) == 0 || contains (other, output)) {
            *ret_status = refuse (self, output, other);
            file_free (output);
            return FALSE;
        }
    }
    g_ptr_array_add (self->files, output);
    return TRUE;
}

/* ---- the options ---- */

/* Calls for each file that an option of @names gives. */
typedef gboolean (*Visit) (Cli *self, const char *label, const char *path, CliStatus *ret_status);

static gboolean
visit_input (Cli *self, const char *label, const char *path, CliStatus *ret_status)
{
    (void)ret_status;
    note_input (self, label, path);
    return TRUE;
}

/* Visits the paths that @entry was given, one or a list. */
static gboolean
visit_entry (Cli *self, const GOptionEntry *entry, Visit visit, CliStatus *ret_status)
{
    g_autofree char *label = g_strconcat ("--", entry->long_name, NULL);

    g_assert (entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_FILENAME_ARRAY);
    if (entry->arg == G_OPTION_ARG_FILENAME) {
        const char *path = *(char **)entry->arg_data;
        return path == NULL || visit (self, label, path, ret_status);
    }
    for (char **path = *(char ***)entry->arg_data; path != NULL && *path != NULL; path++)
        if (!visit (self, label, *path, ret_status))
            return FALSE;
    return TRUE;
}

/* Visits what the options @names, with blanks between them, were given. */
static gboolean
visit_options (Cli *self, const GOptionEntry *entries, const char *names, Visit visit,
               CliStatus *ret_status)
{
    g_auto (GStrv) words = g_strsplit (names != NULL ? names : "", " ", -1);

    for (guint i = 0; words[i] != NULL; i++) {
        const GOptionEntry *entry = entries;
        while (g_strcmp0 (entry->long_name, words[i]) != 0) {
            g_assert (entry->long_name != NULL);
            entry++;
        }
        if (!visit_entry (self, entry, visit, ret_status))
            return FALSE;
    }
    return TRUE;
}

gboolean
cli_note_files (Cli *self, const GOptionEntry *entries, const char *const *operands,
                CliStatus *ret_status)
{
    static const char *const standard_input[] = { "-", NULL };

    self->files = g_ptr_array_new_with_free_func (file_free);
    visit_options (self, entries, self->reads, visit_input, ret_status);
    for (operands = *operands != NULL ? operands : standard_input; *operands != NULL; operands++)
        note_input (self, _ ("the input"), *operands);
    return (self->arg_output == NULL ||
            cli_note_output (self, "-o", self->arg_output, ret_status)) &&
           visit_options (self, entries, self->writes, cli_note_output, ret_status);
}
