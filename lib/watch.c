#include "config.h"

#include "watch.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "shadow.h"

struct _RecapWatch {
    GPtrArray *paths; /* owned */
};

RecapWatch *
recap_watch_new (void)
{
    RecapWatch *self = g_new0 (RecapWatch, 1);
    self->paths = g_ptr_array_new_with_free_func (g_free);
    return self;
}

void
recap_watch_free (RecapWatch *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->paths);
    g_free (self);
}

void
recap_watch_add (RecapWatch *self, const char *path)
{
    g_return_if_fail (self != NULL && path != NULL);
    g_ptr_array_add (self->paths, g_strdup (path));
}

void
recap_watch_clear (RecapWatch *self)
{
    g_return_if_fail (self != NULL);
    g_ptr_array_set_size (self->paths, 0);
}

#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)

/* Goes on with the hash (FNV-1a) of @size bytes more. */
static guint64
mix (guint64 hash, const void *bytes, gsize size)
{
    const guint8 *p = bytes;

    for (gsize i = 0; i < size; i++)
        hash = (hash ^ p[i]) * G_GUINT64_CONSTANT (1099511628211);
    return hash;
}

/* What is seen of one file without opening it. */
static guint64
hash_file (const char *path, const GStatBuf *info)
{
    const gint64 facts[] = { info->st_size, info->st_mtim.tv_sec, info->st_mtim.tv_nsec,
                             (gint64)info->st_ino, info->st_mode };
    guint64 hash = mix (HASH_START, path, strlen (path));
    return mix (hash, facts, sizeof facts);
}

/* Adds the entries of the folder @path to those that are still to be looked at. */
static void
add_entries (const char *path, GPtrArray *open)
{
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        g_ptr_array_add (open, g_build_filename (path, name, NULL));
}

/* Takes one file or folder. */
typedef void (*Visit) (const char *path, const GStatBuf *info, gpointer data);

static void
walk (const char *path, Visit visit, gpointer data)
{
    g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
    GStatBuf info;

    if (g_stat (path, &info) != 0)
        return;
    visit (path, &info, data);
    if (S_ISDIR (info.st_mode))
        add_entries (path, open);
    while (open->len > 0) {
        g_autofree char *entry = g_ptr_array_steal_index_fast (open, open->len - 1);
        if (g_lstat (entry, &info) != 0 || (!S_ISDIR (info.st_mode) && recap_is_shadow (entry)))
            continue;
        visit (entry, &info, data);
        if (S_ISDIR (info.st_mode))
            add_entries (entry, open);
    }
}

/* The hash of a folder is the sum of those of its files, so that the order in which the system
 * names them makes no difference. The time of a folder itself is that of marks in it as well. */
static void
add_hash (const char *path, const GStatBuf *info, gpointer sum)
{
    if (!S_ISDIR (info->st_mode))
        *(guint64 *)sum += hash_file (path, info);
}

guint64
recap_watch_look (const RecapWatch *self)
{
    g_return_val_if_fail (self != NULL, 0);

    guint64 hash = HASH_START;
    for (guint i = 0; i < self->paths->len; i++) {
        guint64 seen = 0;
        walk (g_ptr_array_index (self->paths, i), add_hash, &seen);
        hash = mix (hash, &seen, sizeof seen);
    }
    return hash;
}

typedef struct {
    guint64 device, inode;
    gboolean found;
} Search;

static void
compare (const char *path, const GStatBuf *info, gpointer data)
{
    Search *search = data;
    (void)path;
    search->found |= info->st_dev == search->device && info->st_ino == search->inode;
}

gboolean
recap_watch_holds (const RecapWatch *self, guint64 device, guint64 inode)
{
    g_return_val_if_fail (self != NULL, FALSE);

    Search search = { device, inode, FALSE };
    for (guint i = 0; i < self->paths->len; i++)
        walk (g_ptr_array_index (self->paths, i), compare, &search);
    return search.found;
}
