#include "config.h"

#include "input-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "shadow.h"

enum { FILES_MAX = 1000000, LEVELS_MAX = 64, BLOCK_SIZE = 128 * 1024 };

/* What is known of an input. */
typedef struct {
    RecapInputFile file; /* first: who has it has the whole */
    struct stat status;  /* when it was read through */
} Input;

struct _RecapInputFiles {
    GPtrArray *files; /* Input */
};

const char *
recap_input_role_name (RecapInputRole role)
{
    static const char *const names[RECAP_INPUT_N_ROLES] = {
        [RECAP_INPUT_TABLE] = "tabel akhir",   [RECAP_INPUT_FINDINGS] = "temuan",
        [RECAP_INPUT_DECISIONS] = "keputusan", [RECAP_INPUT_MEETING] = "rapat",
        [RECAP_INPUT_RULES] = "aturan",        [RECAP_INPUT_CANDIDATES] = "daftar calon",
        [RECAP_INPUT_REGISTER] = "daftar TPS", [RECAP_INPUT_ORIGINAL] = "sumber asal",
    };
    g_return_val_if_fail (role < RECAP_INPUT_N_ROLES, NULL);
    return names[role];
}

static void
input_free (gpointer data)
{
    RecapInputFile *self = data;
    g_free (self->path);
    g_free (self->label);
    g_free (self);
}

RecapInputFiles *
recap_input_files_new (void)
{
    RecapInputFiles *self = g_new0 (RecapInputFiles, 1);
    self->files = g_ptr_array_new_with_free_func (input_free);
    return self;
}

void
recap_input_files_free (RecapInputFiles *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->files);
    g_free (self);
}

guint
recap_input_files_get_n (const RecapInputFiles *self)
{
    return self->files->len;
}

const RecapInputFile *
recap_input_files_get (const RecapInputFiles *self, guint index)
{
    g_return_val_if_fail (index < self->files->len, NULL);
    return g_ptr_array_index (self->files, index);
}

static gboolean
set_error (const char *what, const char *path, GError **error)
{
    int number = errno;
    recap_error_set (error, RECAP_ERROR_IO, NULL, "%s '%s': %s", what, path, g_strerror (number));
    return FALSE;
}

static gboolean
is_changed (const struct stat *before, const struct stat *after)
{
    return before->st_dev != after->st_dev || before->st_ino != after->st_ino ||
           before->st_size != after->st_size || before->st_mtim.tv_sec != after->st_mtim.tv_sec ||
           before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

static gboolean
set_changed (const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("'%s' was changed while being read"), path);
    recap_error_set_hint (error, _ ("let the other program finish, then read the file again"));
    return FALSE;
}

/* Reads the file that is open as @fd to its end. */
static gboolean
read_through (int fd, const char *path, GChecksum *checksum, guint64 *ret_size, GError **error)
{
    g_autofree guchar *block = g_malloc (BLOCK_SIZE);
    guint64 size = 0;

    for (;;) {
        ssize_t n = read (fd, block, BLOCK_SIZE);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return set_error (_ ("cannot read"), path, error);
        if (n == 0)
            break;
        g_checksum_update (checksum, block, n);
        size += (guint64)n;
    }
    *ret_size = size;
    return TRUE;
}

/* Reads the regular file that is open as @fd and was so @before. */
static gboolean
digest_descriptor (int fd, const struct stat *before, const char *path, GChecksum *checksum,
                   guint64 *ret_size, GError **error)
{
    struct stat after;

    if (!read_through (fd, path, checksum, ret_size, error))
        return FALSE;
    if (fstat (fd, &after) < 0)
        return set_error (_ ("cannot read"), path, error);
    return !is_changed (before, &after) || set_changed (path, error);
}

/* --- a folder --- */

/* A folder that is being looked through. */
typedef struct {
    const char *path;
    GPtrArray *folders; /* names from the folder on, '' is itself; a queue */
    GArray *levels;     /* guint: of each, from 0 */
    GPtrArray *files;   /* names from the folder on */
} Walk;

static gboolean
set_limit (const Walk *self, GError **error)
{
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                     _ ("the folder '%s' has more than %d files or %d levels"), self->path,
                     FILES_MAX, LEVELS_MAX);
    recap_error_set_hint (error, _ ("pack it into an archive and give that"));
    return FALSE;
}

/* Takes @name of folder @index of the queue. */
static gboolean
take_name (Walk *self, guint index, const char *name, GError **error)
{
    const char *folder = g_ptr_array_index (self->folders, index);
    guint level = g_array_index (self->levels, guint, index) + 1;
    g_autofree char *own =
        *folder != '\0' ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
    g_autofree char *path = g_strconcat (self->path, "/", own, NULL);
    GStatBuf status;

    if (g_lstat (path, &status) < 0) /* a mark may go away at any time */
        return recap_is_shadow (name) || set_error (_ ("cannot read"), path, error);
    if (S_ISDIR (status.st_mode)) {
        g_ptr_array_add (self->folders, g_steal_pointer (&own));
        g_array_append_val (self->levels, level);
    } else if (S_ISREG (status.st_mode) && !recap_is_shadow (name)) {
        g_ptr_array_add (self->files, g_steal_pointer (&own));
    }
    return (self->files->len <= FILES_MAX && self->folders->len <= FILES_MAX &&
            level <= LEVELS_MAX) ||
           set_limit (self, error);
}

static gboolean
find_files (Walk *self, GError **error)
{
    guint top = 0;

    g_ptr_array_add (self->folders, g_strdup (""));
    g_array_append_val (self->levels, top);
    for (guint i = 0; i < self->folders->len; i++) {
        g_autofree char *path =
            g_strconcat (self->path, "/", (const char *)self->folders->pdata[i], NULL);
        errno = 0;
        g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
        if (folder == NULL)
            return set_error (_ ("cannot read"), path, error);
        for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
            if (!take_name (self, i, name, error))
                return FALSE;
    }
    return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Adds the line of sha256sum(1): a name with a backslash or an end of line is written with
 * backslashes, and another begins the line. */
static void
add_line (GChecksum *list, const char *hex, const char *name)
{
    g_autoptr (GString) line = g_string_new (hex);

    g_string_append (line, "  ./");
    for (const char *p = name; *p != '\0'; p++) {
        const char *at = strchr ("\\\\\nn\rr", *p);
        if (at != NULL && (*p == '\\' || *p == '\n' || *p == '\r')) {
            g_string_append_c (line, '\\');
            g_string_append_c (line, at[1]);
        } else {
            g_string_append_c (line, *p);
        }
    }
    if (strpbrk (name, "\\\n\r") != NULL)
        g_string_prepend_c (line, '\\');
    g_string_append_c (line, '\n');
    g_checksum_update (list, (const guchar *)line->str, (gssize)line->len);
}

/* Digests the file @name of the folder. */
static gboolean
digest_member (const Walk *self, const char *name, GChecksum *list, guint64 *ret_size,
               GError **error)
{
    g_autofree char *path = g_strconcat (self->path, "/", name, NULL);
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    struct stat before;
    int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

    if (fd < 0 || fstat (fd, &before) < 0) {
        set_error (_ ("cannot read"), path, error);
        if (fd >= 0)
            close (fd);
        return FALSE;
    }
    gboolean ok = digest_descriptor (fd, &before, path, checksum, ret_size, error);
    close (fd);
    if (ok)
        add_line (list, g_checksum_get_string (checksum), name);
    return ok;
}

static gboolean
digest_folder (RecapInputFile *file, GChecksum *checksum, GError **error)
{
    g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (guint));
    Walk walk = { file->path, folders, levels, files };

    if (!find_files (&walk, error))
        return FALSE;
    g_ptr_array_sort (files, compare_names);
    for (guint i = 0; i < files->len; i++) {
        guint64 size = 0;
        if (!digest_member (&walk, files->pdata[i], checksum, &size, error))
            return FALSE;
        file->size_bytes += size;
    }
    file->kind = RECAP_INPUT_FOLDER;
    file->n_files = files->len;
    return TRUE;
}

/* --- an input --- */

/* Digests what is open as @fd. */
static gboolean
digest_input (Input *self, int fd, GError **error)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    RecapInputFile *file = &self->file;

    if (fstat (fd, &self->status) < 0)
        return set_error (_ ("cannot read"), file->path, error);
    if (S_ISDIR (self->status.st_mode)) {
        if (!digest_folder (file, checksum, error))
            return FALSE;
    } else if (S_ISREG (self->status.st_mode)) {
        file->kind = RECAP_INPUT_FILE;
        if (!digest_descriptor (fd, &self->status, file->path, checksum, &file->size_bytes, error))
            return FALSE;
    } else {
        return TRUE;
    }
    recap_fingerprint_format (g_checksum_get_string (checksum), file->sha256);
    return TRUE;
}

/* Finds out what it is and digests it. A device has no end, and who writes to a pipe must not take
 * this for the one who will read it. */
static gboolean
digest_path (Input *self, GError **error)
{
    const char *path = self->file.path;

    if (stat (path, &self->status) < 0)
        return set_error (_ ("cannot open"), path, error);
    if (!S_ISREG (self->status.st_mode) && !S_ISDIR (self->status.st_mode))
        return TRUE;
    int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return set_error (_ ("cannot open"), path, error);
    gboolean ok = digest_input (self, fd, error);
    close (fd);
    return ok;
}

/* Puts @file behind those of its role. */
static void
insert (RecapInputFiles *self, RecapInputFile *file)
{
    guint at = 0;
    while (at < self->files->len && recap_input_files_get (self, at)->role <= file->role)
        at++;
    g_ptr_array_insert (self->files, (int)at, file);
}

RecapInputFile *
recap_input_files_add (RecapInputFiles *self, RecapInputRole role, const char *path, GError **error)
{
    g_return_val_if_fail (self != NULL && role < RECAP_INPUT_N_ROLES && path != NULL, NULL);

    Input *input = g_new0 (Input, 1);
    RecapInputFile *file = &input->file;
    *file = (RecapInputFile){
        .role = role, .kind = RECAP_INPUT_STREAM, .path = g_strdup (path), .n_records = -1
    };
    if (strcmp (path, "-") != 0 && !digest_path (input, error)) {
        input_free (file);
        return NULL;
    }
    insert (self, file);
    return file;
}

RecapInputFile *
recap_input_files_add_copy (RecapInputFiles *self, const RecapInputFile *file)
{
    g_return_val_if_fail (self != NULL && file != NULL, NULL);

    RecapInputFile *copy = g_memdup2 (file, sizeof (Input));
    copy->path = g_strdup (file->path);
    copy->label = g_strdup (file->label);
    insert (self, copy);
    return copy;
}

gboolean
recap_input_files_check (const RecapInputFiles *self, GError **error)
{
    struct stat now;

    g_return_val_if_fail (self != NULL, FALSE);
    for (guint i = 0; i < self->files->len; i++) {
        const Input *input = g_ptr_array_index (self->files, i);
        if (input->file.kind != RECAP_INPUT_FILE)
            continue;
        if (stat (input->file.path, &now) < 0)
            return set_error (_ ("cannot read"), input->file.path, error);
        if (is_changed (&input->status, &now))
            return set_changed (input->file.path, error);
    }
    return TRUE;
}
