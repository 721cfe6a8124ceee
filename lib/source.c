#include "config.h"

#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "error.h"

enum {
    IN_SIZE = 128 * 1024,
    KEEP_MAX = 32 * 1024 * 1024, /* of a pipe in memory; the rest goes to a temporary file */
};

/* A gzip file that grows more than this is taken for a bomb. Tables of zeros reach 200. */
static const guint64 INFLATE_RATIO_MAX = 1000;
static const guint64 INFLATE_FREE = G_GUINT64_CONSTANT (1) << 30;

/* Raw bytes come from a descriptor (and are kept in @kept or @kept_fd when the descriptor cannot be
 * rewound); above them inflate when @gzip, and above that the byte order mark is skipped. */
struct _RecapSource {
    char *name;
    RecapSourceFunc func; /* NULL: the descriptor */
    gpointer func_data;
    int fd;
    gboolean seekable;
    struct stat first;  /* as opened, to notice a change */
    GByteArray *kept;   /* what a pipe gave, up to KEEP_MAX; NULL when seekable */
    int kept_fd;        /* its continuation; -1 when none */
    guint64 raw_offset; /* of the next raw byte */
    guint64 raw_known;  /* raw bytes of a pipe that are kept */
    gboolean raw_end;

    gboolean gzip;
    gboolean at_start; /* the byte order mark was not looked for yet */
    guint8 head[3];    /* bytes read while looking for it */
    gsize head_size;
    z_stream z;
    gboolean z_open;
    gboolean z_between; /* after the end of a member: another may follow */
    guint8 *in;
    gsize in_size;
    gsize in_offset;
    guint64 out_total;
};

static gboolean
set_io_error (const RecapSource *self, const char *what, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, "%s '%s': %s", what, self->name,
                     g_strerror (errno));
    return FALSE;
}

static gboolean
read_descriptor (const RecapSource *self, int fd, void *buffer, gsize size, gsize *ret_size,
                 GError **error)
{
    ssize_t n;
    do
        n = read (fd, buffer, size);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return set_io_error (self, _ ("cannot read"), error);
    *ret_size = (gsize)n;
    return TRUE;
}

/* Puts a piece of a pipe away for a later rewind. */
static gboolean
keep (RecapSource *self, const guint8 *bytes, gsize size, GError **error)
{
    gsize room = KEEP_MAX - self->kept->len;
    gsize head = MIN (room, size);
    g_byte_array_append (self->kept, bytes, (guint)head);
    self->raw_known += size;
    if (head == size)
        return TRUE;

    if (self->kept_fd < 0) {
        g_autofree char *path = NULL;
        self->kept_fd = g_file_open_tmp ("recap-XXXXXX", &path, error);
        if (self->kept_fd < 0)
            return FALSE;
        unlink (path);
    }
    for (gsize done = head; done < size;) {
        ssize_t n = write (self->kept_fd, bytes + done, size - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return set_io_error (self, _ ("cannot keep a copy of"), error);
        done += (gsize)n;
    }
    return TRUE;
}

static gboolean
read_kept (RecapSource *self, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    if (self->raw_offset < self->kept->len) {
        *ret_size = MIN (size, self->kept->len - self->raw_offset);
        memcpy (buffer, self->kept->data + self->raw_offset, *ret_size);
        return TRUE;
    }
    size = MIN (size, self->raw_known - self->raw_offset);
    ssize_t n = pread (self->kept_fd, buffer, size, (off_t)(self->raw_offset - self->kept->len));
    if (n < 0)
        return set_io_error (self, _ ("cannot read the copy of"), error);
    *ret_size = (gsize)n;
    return TRUE;
}

static gboolean
read_raw (RecapSource *self, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    gsize n = 0;

    if (self->kept != NULL && self->raw_offset < self->raw_known) {
        if (!read_kept (self, buffer, size, &n, error))
            return FALSE;
    } else if (!self->raw_end) {
        if (!(self->func != NULL ? self->func (self->func_data, buffer, size, &n, error)
                                 : read_descriptor (self, self->fd, buffer, size, &n, error)))
            return FALSE;
        self->raw_end = n == 0;
        if (n == 0 && !recap_source_check (self, error))
            return FALSE;
        if (n > 0 && self->kept != NULL && !keep (self, buffer, n, error))
            return FALSE;
    }
    self->raw_offset += n;
    *ret_size = n;
    return TRUE;
}

/* Fills the input window of a gzip file or the look-ahead of a plain one. */
static gboolean
fill (RecapSource *self, GError **error)
{
    gsize n = 0;
    if (self->in_offset > 0) {
        memmove (self->in, self->in + self->in_offset, self->in_size - self->in_offset);
        self->in_size -= self->in_offset;
        self->in_offset = 0;
    }
    if (!read_raw (self, self->in + self->in_size, IN_SIZE - self->in_size, &n, error))
        return FALSE;
    self->in_size += n;
    return TRUE;
}

/* Looks at the first bytes: gzip or not. */
static gboolean
start (RecapSource *self, GError **error)
{
    for (gsize before = 1; self->in_size < 3 && before != self->in_size;) {
        before = self->in_size;
        if (!fill (self, error))
            return FALSE;
    }
    self->gzip = self->in_size >= 2 && self->in[0] == 0x1f && self->in[1] == 0x8b;
    self->at_start = TRUE;
    if (self->gzip) {
        self->z = (z_stream){ 0 };
        if (inflateInit2 (&self->z, 15 + 16) != Z_OK) {
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("no memory to inflate '%s'"),
                             self->name);
            return FALSE;
        }
        self->z_open = TRUE;
    }
    return TRUE;
}

RecapSource *
recap_source_open (const char *path, GError **error)
{
    return recap_source_open_as (path, NULL, error);
}

RecapSource *
recap_source_open_as (const char *path, const char *name, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (RecapSource) self = g_new0 (RecapSource, 1);
    gboolean is_stdin = strcmp (path, "-") == 0;
    self->name = g_strdup (name != NULL ? name : is_stdin ? "<stdin>" : path);
    self->kept_fd = -1;
    self->fd = is_stdin ? dup (STDIN_FILENO) : open (path, O_RDONLY | O_CLOEXEC);
    if (self->fd < 0) {
        set_io_error (self, _ ("cannot open"), error);
        return NULL;
    }
    if (fstat (self->fd, &self->first) < 0) {
        set_io_error (self, _ ("cannot open"), error);
        return NULL;
    }
    if (S_ISDIR (self->first.st_mode)) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("'%s' is a folder, not a file"),
                         self->name);
        return NULL;
    }
    self->seekable = S_ISREG (self->first.st_mode) && !is_stdin;
    if (!self->seekable)
        self->kept = g_byte_array_new ();
    self->in = g_malloc (IN_SIZE);
    if (!start (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

RecapSource *
recap_source_new_for_bytes (const char *name, const void *bytes, gsize size, GError **error)
{
    g_return_val_if_fail (name != NULL && (bytes != NULL || size == 0) && size <= (1 << 30), NULL);

    /* A pipe that was read to its end is just this. */
    g_autoptr (RecapSource) self = g_new0 (RecapSource, 1);
    self->name = g_strdup (name);
    self->fd = -1;
    self->kept_fd = -1;
    self->kept = g_byte_array_sized_new ((guint)size);
    if (size > 0)
        g_byte_array_append (self->kept, bytes, (guint)size);
    self->raw_known = size;
    self->raw_end = TRUE;
    self->in = g_malloc (IN_SIZE);
    if (!start (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

RecapSource *
recap_source_new_for_func (const char *name, RecapSourceFunc func, gpointer data, GError **error)
{
    g_return_val_if_fail (name != NULL && func != NULL, NULL);

    g_autoptr (RecapSource) self = g_new0 (RecapSource, 1);
    self->name = g_strdup (name);
    self->func = func;
    self->func_data = data;
    self->fd = -1;
    self->kept_fd = -1;
    self->in = g_malloc (IN_SIZE);
    if (!start (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_source_free (RecapSource *self)
{
    if (self == NULL)
        return;
    if (self->z_open)
        inflateEnd (&self->z);
    if (self->fd >= 0)
        close (self->fd);
    if (self->kept_fd >= 0)
        close (self->kept_fd);
    if (self->kept != NULL)
        g_byte_array_unref (self->kept);
    g_free (self->in);
    g_free (self->name);
    g_free (self);
}

const char *
recap_source_get_name (const RecapSource *self)
{
    return self->name;
}

gboolean
recap_source_is_file (const RecapSource *self)
{
    return self->seekable;
}

static gboolean
set_gzip_error (const RecapSource *self, const char *what, GError **error)
{
    RecapOrigin origin = { self->name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, "%s", what);
    recap_error_set_hint (error, _ ("copy the file again from where it came from"));
    return FALSE;
}

/* Gives some inflated bytes; none only at the end. Several gzip members in a row are one file. */
static gboolean
read_gzip (RecapSource *self, guint8 *buffer, gsize size, gsize *ret_size, GError **error)
{
    self->z.next_out = buffer;
    self->z.avail_out = (uInt)MIN (size, G_MAXUINT32);
    gsize wanted = self->z.avail_out;

    while (self->z.avail_out == wanted) {
        if (self->in_offset == self->in_size) {
            if (!fill (self, error))
                return FALSE;
            if (self->in_size == 0) {
                if (!self->z_between)
                    return set_gzip_error (self, _ ("the gzip file is cut short"), error);
                break;
            }
        }
        if (self->z_between) {
            if (inflateReset (&self->z) != Z_OK)
                return set_gzip_error (self, _ ("the gzip file is damaged"), error);
            self->z_between = FALSE;
        }
        self->z.next_in = self->in + self->in_offset;
        self->z.avail_in = (uInt)(self->in_size - self->in_offset);
        int status = inflate (&self->z, Z_NO_FLUSH);
        self->in_offset = self->in_size - self->z.avail_in;
        if (status == Z_STREAM_END)
            self->z_between = TRUE;
        else if (status != Z_OK && status != Z_BUF_ERROR)
            return set_gzip_error (self, _ ("the gzip file is damaged"), error);
    }
    *ret_size = wanted - self->z.avail_out;
    self->out_total += *ret_size;
    if (self->out_total > INFLATE_FREE && self->out_total / INFLATE_RATIO_MAX > self->raw_offset) {
        RecapOrigin origin = { self->name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                         _ ("the gzip file grows more than a thousandfold"));
        return FALSE;
    }
    return TRUE;
}

static gboolean
read_some (RecapSource *self, guint8 *buffer, gsize size, gsize *ret_size, GError **error)
{
    if (self->gzip)
        return read_gzip (self, buffer, size, ret_size, error);
    if (self->in_offset < self->in_size) { /* the look-ahead of start() */
        *ret_size = MIN (size, self->in_size - self->in_offset);
        memcpy (buffer, self->in + self->in_offset, *ret_size);
        self->in_offset += *ret_size;
        return TRUE;
    }
    return read_raw (self, buffer, size, ret_size, error);
}

gboolean
recap_source_read (RecapSource *self, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    g_return_val_if_fail (self != NULL && buffer != NULL && size > 0 && ret_size != NULL, FALSE);

    /* The mark may come in pieces: collect three bytes before judging. */
    if (self->at_start) {
        self->at_start = FALSE;
        for (gsize n = 1; n > 0 && self->head_size < sizeof self->head; self->head_size += n)
            if (!read_some (self, self->head + self->head_size, sizeof self->head - self->head_size,
                            &n, error))
                return FALSE;
        if (self->head_size == 3 && memcmp (self->head, "\xef\xbb\xbf", 3) == 0)
            self->head_size = 0;
    }
    if (self->head_size == 0)
        return read_some (self, buffer, size, ret_size, error);
    *ret_size = MIN (size, self->head_size);
    memcpy (buffer, self->head, *ret_size);
    self->head_size -= *ret_size;
    memmove (self->head, self->head + *ret_size, self->head_size);
    return TRUE;
}

gboolean
recap_source_rewind (RecapSource *self, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    g_return_val_if_fail (self->func == NULL, FALSE);
    if (self->seekable) {
        if (lseek (self->fd, 0, SEEK_SET) < 0)
            return set_io_error (self, _ ("cannot read again"), error);
        if (!recap_source_check (self, error))
            return FALSE;
        self->raw_end = FALSE;
    }
    if (self->z_open)
        inflateEnd (&self->z);
    self->z_open = FALSE;
    self->z_between = FALSE;
    self->raw_offset = 0;
    self->in_size = 0;
    self->in_offset = 0;
    self->head_size = 0;
    self->out_total = 0;
    return start (self, error);
}

gboolean
recap_source_check (const RecapSource *self, GError **error)
{
    struct stat now;

    g_return_val_if_fail (self != NULL, FALSE);
    if (!S_ISREG (self->first.st_mode))
        return TRUE;
    if (fstat (self->fd, &now) < 0)
        return set_io_error (self, _ ("cannot read again"), error);
    if (now.st_size == self->first.st_size && now.st_mtim.tv_sec == self->first.st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == self->first.st_mtim.tv_nsec)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("'%s' was changed while being read"),
                     self->name);
    recap_error_set_hint (error, _ ("let the other program finish, then read the file again"));
    return FALSE;
}

int
recap_source_get_fd (const RecapSource *self)
{
    return self->seekable ? self->fd : -1;
}
