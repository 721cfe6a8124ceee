#include "config.h"

#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "worker.h"

enum {
    MEMORY_MAX = 8 * 1024 * 1024,
    PASS_ON = 256 * 1024, /* bytes that are worth a system call */
};

struct _RecapSpool {
    GString *memory;     /* what is not in @file yet */
    FILE *stream;        /* where it goes at once; NULL: nowhere */
    GString *passing;    /* what @worker is writing to @stream, while the next is collected */
    RecapWorker *worker; /* has these two and @failure to himself; NULL as long as it is little */
    int fd;              /* -1: nothing was moved out of memory */
    guint64 in_file;     /* bytes in the file */
    guint64 passed_on;
    int failure; /* errno of the first failed write, 0 when none */
};

RecapSpool *
recap_spool_new (void)
{
    RecapSpool *self = g_new0 (RecapSpool, 1);
    self->memory = g_string_new (NULL);
    self->fd = -1;
    return self;
}

void
recap_spool_free (RecapSpool *self)
{
    if (self == NULL)
        return;
    recap_worker_free (self->worker);
    g_string_free (self->memory, TRUE);
    if (self->passing != NULL)
        g_string_free (self->passing, TRUE);
    if (self->fd >= 0)
        close (self->fd);
    g_free (self);
}

gboolean
recap_write_all (int fd, const void *bytes, gsize size)
{
    const char *rest = bytes;

    while (size > 0) {
        ssize_t n = write (fd, rest, size);
        if (n < 0 && errno != EINTR)
            return FALSE;
        rest += MAX (n, 0);
        size -= (gsize)MAX (n, 0);
    }
    return TRUE;
}

static void
move_to_file (RecapSpool *self)
{
    if (self->failure == 0 && self->fd < 0) {
        g_autofree char *path = NULL;
        self->fd = g_file_open_tmp ("recap-XXXXXX", &path, NULL);
        if (self->fd < 0)
            self->failure = errno != 0 ? errno : EIO;
        else
            unlink (path);
    }
    if (self->failure == 0 && !recap_write_all (self->fd, self->memory->str, self->memory->len))
        self->failure = errno;
    self->in_file += self->memory->len;
    g_string_truncate (self->memory, 0);
}

static void
pass_on (gpointer data)
{
    RecapSpool *self = data;
    gsize size = self->passing->len;

    if (self->failure == 0 && fwrite (self->passing->str, 1, size, self->stream) != size)
        self->failure = errno != 0 ? errno : EIO;
    g_string_truncate (self->passing, 0);
}

static void
move_to_stream (RecapSpool *self)
{
    if (self->worker == NULL) {
        self->passing = g_string_sized_new (self->memory->len + 1);
        self->worker = recap_worker_new ("recap-output", pass_on, self);
    }
    recap_worker_wait (self->worker);
    GString *written = self->passing;
    self->passing = self->memory;
    self->memory = written;
    self->passed_on += self->passing->len;
    recap_worker_start (self->worker);
}

void
recap_spool_pass_on (RecapSpool *self, FILE *stream)
{
    g_return_if_fail (self->fd < 0);
    self->stream = stream;
}

void
recap_spool_write (RecapSpool *self, const void *bytes, gsize size)
{
    g_string_append_len (self->memory, bytes, (gssize)size);
    if (G_UNLIKELY (self->memory->len > PASS_ON) && self->stream != NULL)
        move_to_stream (self);
    else if (G_UNLIKELY (self->memory->len > MEMORY_MAX))
        move_to_file (self);
}

void
recap_spool_puts (RecapSpool *self, const char *string)
{
    recap_spool_write (self, string, strlen (string));
}

void
recap_spool_clear (RecapSpool *self)
{
    g_return_if_fail (self->stream == NULL);
    g_string_truncate (self->memory, 0);
    self->in_file = 0;
    if (self->fd >= 0 && (ftruncate (self->fd, 0) < 0 || lseek (self->fd, 0, SEEK_SET) < 0))
        self->failure = errno;
}

guint64
recap_spool_get_size (const RecapSpool *self)
{
    return self->in_file + self->passed_on + self->memory->len;
}

static gboolean
set_failure (int number, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write: %s"), g_strerror (number));
    return FALSE;
}

/* Reads the next piece of the file part; *@ret_size 0 at its end. */
static gboolean
read_file (RecapSpool *self, guint64 offset, char *buffer, gsize size, gsize *ret_size,
           GError **error)
{
    size = (gsize)MIN (size, self->in_file - offset);
    ssize_t n = size > 0 ? pread (self->fd, buffer, size, (off_t)offset) : 0;
    if (n < 0 || (n == 0 && size > 0))
        return set_failure (n < 0 ? errno : EIO, error);
    *ret_size = (gsize)n;
    return TRUE;
}

gboolean
recap_spool_copy (RecapSpool *self, FILE *stream, GError **error)
{
    g_return_val_if_fail (self->stream == NULL || self->stream == stream, FALSE);

    if (self->worker != NULL)
        recap_worker_wait (self->worker);
    if (self->failure != 0)
        return set_failure (self->failure, error);

    char buffer[64 * 1024];
    gsize n = 0;
    for (guint64 offset = 0; offset < self->in_file; offset += n) {
        if (!read_file (self, offset, buffer, sizeof buffer, &n, error))
            return FALSE;
        if (fwrite (buffer, 1, n, stream) != n)
            return set_failure (errno, error);
    }
    if (fwrite (self->memory->str, 1, self->memory->len, stream) != self->memory->len)
        return set_failure (errno, error);
    return TRUE;
}

/* Says why @path cannot be written, and removes what there is of it. */
static gboolean
set_save_error (const char *part, const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                     g_strerror (errno));
    g_unlink (part);
    return FALSE;
}

gboolean
recap_spool_save (RecapSpool *self, const char *path, GError **error)
{
    return recap_spool_save_answer (self, path, NULL, NULL, error);
}

gboolean
recap_spool_save_answer (RecapSpool *self, const char *path, RecapSpoolFunc answer, gpointer data,
                         GError **error)
{
    g_return_val_if_fail (self != NULL && path != NULL, FALSE);

    g_autofree char *part = g_strdup_printf ("%s.XXXXXX", path);
    int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0)
        return set_save_error (part, path, error);
    FILE *stream = fdopen (fd, "w");
    if (stream == NULL) {
        set_save_error (part, path, error);
        close (fd);
        return FALSE;
    }
    if (answer != NULL) {
        recap_spool_pass_on (self, stream);
        answer (self, data);
    }
    if (!recap_spool_copy (self, stream, error)) {
        fclose (stream);
        g_unlink (part);
        return FALSE;
    }
    if (fclose (stream) != 0 || g_rename (part, path) < 0)
        return set_save_error (part, path, error);
    return TRUE;
}

char *
recap_spool_to_string (RecapSpool *self, GError **error)
{
    g_return_val_if_fail (self->stream == NULL, NULL);

    if (self->failure != 0) {
        set_failure (self->failure, error);
        return NULL;
    }
    g_autoptr (GString) all = g_string_sized_new (recap_spool_get_size (self) + 1);
    char buffer[64 * 1024];
    gsize n = 0;
    for (guint64 offset = 0; offset < self->in_file; offset += n) {
        if (!read_file (self, offset, buffer, sizeof buffer, &n, error))
            return NULL;
        g_string_append_len (all, buffer, (gssize)n);
    }
    g_string_append_len (all, self->memory->str, (gssize)self->memory->len);
    return g_string_free (g_steal_pointer (&all), FALSE);
}
