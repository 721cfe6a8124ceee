#include "config.h"

#include "outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

#define HIDDEN ".recap-pleno"

enum {
    BLOCK = 64 * 1024,
    DIGITS_MAX = 9, /* of the number of an earlier version */
};

/* What tells a file from one that was saved again. */
typedef struct {
    gboolean exists;
    guint64 inode;
    gint64 size;
    gint64 seconds, nanoseconds;
} State;

typedef enum {
    STAGED_NEW,   /* not looked at yet */
    STAGED_SAME,  /* the file of its name has the same bytes */
    STAGED_READY, /* on the disk, to be put in place */
} StagedState;

/* A new version. */
typedef struct {
    guint group;
    char *name;
    char *path; /* in the hidden folder */
    StagedState state;
    char *kept; /* the name that the earlier version gets; NULL: none yet, or there is no earlier */
    char *kept_path; /* of it */
    gboolean linked; /* the earlier version has it beside its own */
} Staged;

typedef struct {
    guint group;
    char *name;
    State state;
} Guarded;

struct _RecapOutputs {
    char *folder;
    char *hidden;
    int lock;        /* descriptor of the folder */
    GPtrArray *all;  /* of Staged, in their order */
    GArray *guarded; /* of Guarded */
};

static void
staged_free (gpointer data)
{
    Staged *self = data;
    g_unlink (self->path); /* not there any more when it was put in place */
    if (self->linked)
        g_unlink (self->kept_path);
    g_free (self->kept);
    g_free (self->kept_path);
    g_free (self->name);
    g_free (self->path);
    g_free (self);
}

static void
guarded_clear (gpointer data)
{
    Guarded *self = data;
    g_free (self->name);
}

/* Sets @error from errno.
 *
 * Returns: FALSE. */
static gboolean
set_error (const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                     g_strerror (errno));
    return FALSE;
}

/* Removes the files of the hidden folder: those of a run that was interrupted. */
static void
clean (const RecapOutputs *self)
{
    g_autoptr (GDir) dir = g_dir_open (self->hidden, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        g_autofree char *path = g_build_filename (self->hidden, name, NULL);
        g_unlink (path);
    }
}

/* Makes the hidden folder. A link of its name leads to a folder that is not ours to clean. */
static gboolean
make_hidden (const RecapOutputs *self, GError **error)
{
    GStatBuf info;

    if (g_mkdir (self->hidden, 0777) == 0)
        return TRUE;
    if (errno != EEXIST || g_lstat (self->hidden, &info) != 0)
        return set_error (self->hidden, error);
    if (!S_ISDIR (info.st_mode)) {
        errno = ENOTDIR;
        return set_error (self->hidden, error);
    }
    clean (self);
    return TRUE;
}

/* Holds the folder against other runs. Some file systems of networks know no locks; there nothing
 * keeps two runs apart, but each still writes whole files. */
static void
lock_folder (RecapOutputs *self)
{
    while (self->lock >= 0 && flock (self->lock, LOCK_EX) != 0 && errno == EINTR)
        continue;
}

RecapOutputs *
recap_outputs_open (const char *folder, GError **error)
{
    g_return_val_if_fail (folder != NULL, NULL);

    g_autoptr (RecapOutputs) self = g_new0 (RecapOutputs, 1);
    self->folder = g_strdup (folder);
    self->lock = -1;
    self->all = g_ptr_array_new_with_free_func (staged_free);
    self->guarded = g_array_new (FALSE, FALSE, sizeof (Guarded));
    g_array_set_clear_func (self->guarded, guarded_clear);
    if (g_mkdir_with_parents (folder, 0777) != 0) {
        set_error (folder, error);
        return NULL;
    }
    self->lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (self->lock < 0) {
        set_error (folder, error);
        return NULL;
    }
    lock_folder (self);
    g_autofree char *hidden = g_build_filename (folder, HIDDEN, NULL);
    self->hidden = g_strdup (hidden);
    if (!make_hidden (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_outputs_close (RecapOutputs *self)
{
    g_return_if_fail (self != NULL);

    g_ptr_array_set_size (self->all, 0);
    if (self->lock < 0)
        return;
    if (self->hidden != NULL)
        g_rmdir (self->hidden);
    close (self->lock);
    self->lock = -1;
}

void
recap_outputs_free (RecapOutputs *self)
{
    if (self == NULL)
        return;
    recap_outputs_close (self);
    g_ptr_array_unref (self->all);
    g_array_unref (self->guarded);
    g_free (self->hidden);
    g_free (self->folder);
    g_free (self);
}

const char *
recap_outputs_stage (RecapOutputs *self, guint group, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL && strchr (name, '/') == NULL, NULL);

    Staged *staged = g_new0 (Staged, 1);
    staged->group = group;
    staged->name = g_strdup (name);
    staged->path = g_build_filename (self->hidden, name, NULL);
    g_ptr_array_add (self->all, staged);
    return staged->path;
}

gboolean
recap_outputs_write (RecapOutputs *self, guint group, const char *name, RecapSpool *spool,
                     GError **error)
{
    return recap_spool_save (spool, recap_outputs_stage (self, group, name), error);
}

char *
recap_outputs_get_path (const RecapOutputs *self, const char *name)
{
    g_return_val_if_fail (self != NULL && name != NULL, NULL);
    return g_build_filename (self->folder, name, NULL);
}

char *
recap_outputs_get_final (const RecapOutputs *self, const char *path)
{
    g_return_val_if_fail (self != NULL && path != NULL, NULL);

    gsize size = strlen (self->hidden);
    if (strncmp (path, self->hidden, size) != 0 || path[size] != '/')
        return g_strdup (path);
    return recap_outputs_get_path (self, path + size + 1);
}

static State
look (const RecapOutputs *self, const char *name)
{
    g_autofree char *path = recap_outputs_get_path (self, name);
    GStatBuf info;

    if (g_stat (path, &info) != 0)
        return (State){ FALSE, 0, 0, 0, 0 };
    return (State){ TRUE, info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec };
}

void
recap_outputs_guard (RecapOutputs *self, guint group, const char *name)
{
    g_return_if_fail (self != NULL && name != NULL);

    for (guint i = 0; i < self->guarded->len; i++) {
        Guarded *guarded = &g_array_index (self->guarded, Guarded, i);
        if (guarded->group == group && strcmp (guarded->name, name) == 0) {
            guarded->state = look (self, name);
            return;
        }
    }
    Guarded guarded = { group, g_strdup (name), look (self, name) };
    g_array_append_val (self->guarded, guarded);
}

static gboolean
is_as_it_was (const RecapOutputs *self, const Guarded *guarded)
{
    State now = look (self, guarded->name);
    const State *then = &guarded->state;

    return now.exists == then->exists && now.inode == then->inode && now.size == then->size &&
           now.seconds == then->seconds && now.nanoseconds == then->nanoseconds;
}

gboolean
recap_outputs_check_guarded (const RecapOutputs *self, guint group, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    for (guint i = 0; i < self->guarded->len; i++) {
        const Guarded *guarded = &g_array_index (self->guarded, Guarded, i);
        if (guarded->group != group || is_as_it_was (self, guarded))
            continue;
        g_autofree char *path = recap_outputs_get_path (self, guarded->name);
        recap_error_set (error, RECAP_ERROR_IO, NULL,
                         _ ("'%s' was saved while it was being worked on"), path);
        recap_error_set_hint (error, _ ("nothing of it was overwritten; run it again"));
        return FALSE;
    }
    return TRUE;
}

/* Compares two streams from where they are to their ends. */
static gboolean
is_same_text (FILE *a, FILE *b)
{
    char block_a[BLOCK], block_b[BLOCK];
    gsize n = 0;

    do {
        n = fread (block_a, 1, sizeof block_a, a);
        if (fread (block_b, 1, sizeof block_b, b) != n || memcmp (block_a, block_b, n) != 0)
            return FALSE;
    } while (n == sizeof block_a);
    return !ferror (a) && !ferror (b);
}

/* Returns: whether both files can be read and have the same bytes. */
static gboolean
is_same_file (const char *path_a, const char *path_b)
{
    GStatBuf info_a, info_b;
    if (g_stat (path_a, &info_a) != 0 || g_stat (path_b, &info_b) != 0 ||
        info_a.st_size != info_b.st_size)
        return FALSE;
    FILE *a = fopen (path_a, "re");
    FILE *b = fopen (path_b, "re");
    gboolean same = a != NULL && b != NULL && is_same_text (a, b);
    if (a != NULL)
        fclose (a);
    if (b != NULL)
        fclose (b);
    return same;
}

/* Returns: what @name ends in, with its dot: '.xlsx'; its end when there is no such thing. */
static const char *
find_ending (const char *name)
{
    const char *dot = strrchr (name, '.');
    return dot != NULL && dot != name ? dot : name + strlen (name);
}

/* Reads the number of an earlier version of @name, whose ending is @ending: 2 of
 * 'minutes.2.xlsx'. 0: @other is none. */
static guint
read_number (const char *other, const char *name, const char *ending)
{
    gsize stem = (gsize)(ending - name);
    gsize size = strlen (other);
    guint number = 0;

    if (size <= stem + 1 + strlen (ending) || strncmp (other, name, stem) != 0 ||
        other[stem] != '.' || !g_str_has_suffix (other, ending))
        return 0;
    const char *first = other + stem + 1;
    const char *end = other + size - strlen (ending);
    if (end - first > DIGITS_MAX || *first == '0')
        return 0;
    for (const char *p = first; p < end; p++) {
        if (!g_ascii_isdigit (*p))
            return 0;
        number = number * 10 + (guint)g_ascii_digit_value (*p);
    }
    return number;
}

/* Returns: the highest number that an earlier version of @name has; 0: there is none. */
static guint
find_last (const RecapOutputs *self, const char *name)
{
    g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
    const char *ending = find_ending (name);
    const char *other;
    guint last = 0;

    while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
        last = MAX (last, read_number (other, name, ending));
    return last;
}

/* Has the bytes of the file on the disk before they take the place of others. */
static gboolean
make_lasting (const char *path, GError **error)
{
    int fd = open (path, O_RDONLY | O_CLOEXEC);
    gboolean ok = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);

    if (!ok)
        set_error (path, error);
    if (fd >= 0)
        close (fd);
    return ok;
}

static gboolean
prepare (const RecapOutputs *self, Staged *staged, GError **error)
{
    g_autofree char *path = recap_outputs_get_path (self, staged->name);
    GStatBuf info;

    if (is_same_file (path, staged->path)) {
        staged->state = STAGED_SAME;
        return TRUE;
    }
    if (g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode)) {
        errno = EISDIR;
        return set_error (path, error);
    }
    staged->state = STAGED_READY;
    return make_lasting (staged->path, error);
}

gboolean
recap_outputs_prepare (RecapOutputs *self, guint group, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    for (guint i = 0; i < self->all->len; i++) {
        Staged *staged = g_ptr_array_index (self->all, i);
        if (staged->group == group && staged->state == STAGED_NEW && !prepare (self, staged, error))
            return FALSE;
    }
    return recap_outputs_check_guarded (self, group, error);
}

/* Returns: whether a file that could not be given a second name cannot be moved either. */
static gboolean
is_hopeless (int number)
{
    return number == ENOSPC || number == EDQUOT || number == EROFS || number == EIO;
}

/* Finds the name under which the earlier version of @staged is kept and gives it that beside its
 * own, which thus stays until the new version takes it. A file system that knows no second names
 * has the file moved then. */
static gboolean
keep (const RecapOutputs *self, Staged *staged, GError **error)
{
    g_autofree char *path = recap_outputs_get_path (self, staged->name);
    const char *ending = find_ending (staged->name);
    GStatBuf info;

    if (staged->state == STAGED_SAME || g_lstat (path, &info) != 0)
        return TRUE;
    for (guint number = find_last (self, staged->name) + 1; !staged->linked; number++) {
        g_free (staged->kept);
        g_free (staged->kept_path);
        staged->kept = g_strdup_printf ("%.*s.%u%s", (int)(ending - staged->name), staged->name,
                                        number, ending);
        staged->kept_path = recap_outputs_get_path (self, staged->kept);
        staged->linked = link (path, staged->kept_path) == 0;
        if (!staged->linked && is_hopeless (errno))
            return set_error (staged->kept_path, error);
        if (!staged->linked && errno != EEXIST)
            break;
    }
    return TRUE;
}

static gboolean
put_in_place (const RecapOutputs *self, Staged *staged, GError **error)
{
    g_autofree char *path = recap_outputs_get_path (self, staged->name);
    gboolean moves = staged->kept != NULL && !staged->linked;

    if (moves && g_rename (path, staged->kept_path) != 0)
        return set_error (staged->kept_path, error);
    if (g_rename (staged->path, path) != 0) {
        set_error (path, error);
        if (moves)
            g_rename (staged->kept_path, path);
        return FALSE;
    }
    staged->linked = FALSE; /* it is no second name any more */
    return TRUE;
}

static gboolean
keep_all (const RecapOutputs *self, guint group, GError **error)
{
    for (guint i = 0; i < self->all->len; i++) {
        Staged *staged = g_ptr_array_index (self->all, i);
        if (staged->group == group && !keep (self, staged, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_all_in_place (const RecapOutputs *self, guint group, RecapOutputFunc changed, gpointer data,
                  GError **error)
{
    for (guint i = 0; i < self->all->len; i++) {
        Staged *staged = g_ptr_array_index (self->all, i);
        if (staged->group != group || staged->state == STAGED_SAME)
            continue;
        if (!put_in_place (self, staged, error))
            return FALSE;
        if (changed != NULL)
            changed (staged->name, staged->kept, data);
    }
    return TRUE;
}

/* What takes time or may find no room comes first, so that the files change places at once and all
 * of them do. */
gboolean
recap_outputs_commit (RecapOutputs *self, guint group, RecapOutputFunc changed, gpointer data,
                      GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    gboolean ok = recap_outputs_prepare (self, group, error) && keep_all (self, group, error) &&
                  recap_outputs_check_guarded (self, group, error) &&
                  put_all_in_place (self, group, changed, data, error);
    recap_outputs_discard (self, group);
    return ok;
}

void
recap_outputs_discard (RecapOutputs *self, guint group)
{
    g_return_if_fail (self != NULL);

    for (guint i = self->all->len; i > 0; i--) {
        const Staged *staged = g_ptr_array_index (self->all, i - 1);
        if (staged->group == group)
            g_ptr_array_remove_index (self->all, i - 1);
    }
    for (guint i = self->guarded->len; i > 0; i--)
        if (g_array_index (self->guarded, Guarded, i - 1).group == group)
            g_array_remove_index (self->guarded, i - 1);
}
