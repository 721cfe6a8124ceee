#include "config.h"

#include "documents-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

enum { BLOCK_SIZE = 64 * 1024 };

/* Sheets shrink to a tenth or a thirtieth; what shrinks far more is a bomb. */
static const guint64 MEMBER_MAX = G_GUINT64_CONSTANT (4) << 30;
static const guint64 MEMBER_FREE = G_GUINT64_CONSTANT (64) << 20;
static const guint64 MEMBER_RATIO_MAX = 200;

struct _RecapPackage {
    char *name;
    const void *bytes;   /* NULL: @source */
    RecapSource *source; /* NULL: @bytes */
    guint64 size;        /* of the zip file, as far as it is known */
    struct archive *archive;
    char *member;   /* that is open */
    guint64 n_read; /* bytes of it */
    GError *error;  /* of the source */
    char *block;    /* what libarchive reads from a source that is no file */
};

static RecapPackage *
new_package (const char *name)
{
    RecapPackage *self = g_new0 (RecapPackage, 1);
    self->name = g_strdup (name);
    return self;
}

RecapPackage *
recap_package_new_for_bytes (const char *name, const void *bytes, gsize size)
{
    g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

    RecapPackage *self = new_package (name);
    self->bytes = bytes;
    self->size = size;
    return self;
}

RecapPackage *
recap_package_new_for_source (const char *name, RecapSource *source)
{
    g_return_val_if_fail (name != NULL && source != NULL, NULL);

    RecapPackage *self = new_package (name);
    self->source = source;
    self->block = g_malloc (BLOCK_SIZE);
    return self;
}

static void
close_archive (RecapPackage *self)
{
    if (self->archive != NULL)
        archive_read_free (self->archive);
    self->archive = NULL;
    g_clear_pointer (&self->member, g_free);
    g_clear_error (&self->error);
}

void
recap_package_free (RecapPackage *self)
{
    if (self == NULL)
        return;
    close_archive (self);
    g_free (self->name);
    g_free (self->block);
    g_free (self);
}

const char *
recap_package_get_name (const RecapPackage *self)
{
    return self->name;
}

static la_ssize_t
on_read (struct archive *archive, void *data, const void **block)
{
    RecapPackage *self = data;
    gsize n = 0;

    if (self->error != NULL ||
        !recap_source_read (self->source, self->block, BLOCK_SIZE, &n, &self->error)) {
        archive_set_error (archive, EIO, "read error");
        return -1;
    }
    self->size += n;
    *block = self->block;
    return (la_ssize_t)n;
}

static gboolean
set_damaged (RecapPackage *self, GError **error)
{
    RecapOrigin origin = { self->name, 0, 0 };

    if (self->error != NULL) {
        g_propagate_error (error, g_steal_pointer (&self->error));
        return FALSE;
    }
    if (self->source != NULL && !recap_source_check (self->source, error))
        return FALSE;
    if (self->member != NULL)
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                         _ ("the workbook is damaged or cut short at '%s'"), self->member);
    else
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                         _ ("the workbook is damaged or cut short"));
    recap_error_set_hint (error, _ ("copy the file again from where it came from"));
    return FALSE;
}

/* Opens the zip file anew: always the file that was opened first, never one that took its place. */
static gboolean
open_archive (RecapPackage *self, GError **error)
{
    struct stat now;
    int status;

    close_archive (self);
    self->archive = archive_read_new ();
    archive_read_support_format_zip (self->archive);
    if (self->bytes != NULL) {
        status = archive_read_open_memory (self->archive, self->bytes, self->size);
        return status == ARCHIVE_OK || set_damaged (self, error);
    }
    if (!recap_source_rewind (self->source, error))
        return FALSE;
    /* The list of members stands at the end of a zip file: better to read it from the file. */
    int fd = recap_source_get_fd (self->source);
    if (fd >= 0 && lseek (fd, 0, SEEK_SET) == 0 && fstat (fd, &now) == 0) {
        self->size = (guint64)now.st_size;
        status = archive_read_open_fd (self->archive, fd, BLOCK_SIZE);
    } else {
        self->size = 0;
        status = archive_read_open (self->archive, self, NULL, on_read, NULL);
    }
    return status == ARCHIVE_OK || set_damaged (self, error);
}

/* Goes to the next member: *@ret_name is its name, NULL at the end. */
static gboolean
next_member (RecapPackage *self, const char **ret_name, GError **error)
{
    struct archive_entry *entry = NULL;
    int status = archive_read_next_header (self->archive, &entry);

    *ret_name = NULL;
    if (status == ARCHIVE_EOF)
        return TRUE;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        return set_damaged (self, error);
    *ret_name = archive_entry_pathname_utf8 (entry);
    if (*ret_name == NULL)
        *ret_name = archive_entry_pathname (entry);
    if (*ret_name == NULL)
        *ret_name = "?";
    return TRUE;
}

static gboolean
is_document (const char *name)
{
    static const char *const endings[] = { ".json", ".jsonl", ".ndjson", ".csv", ".tsv" };
    g_autofree char *folded = g_ascii_strdown (name, -1);
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (folded, endings[i]))
            return TRUE;
    return FALSE;
}

gboolean
recap_package_find (RecapPackage *self, const char *const *names, int *ret_index, GError **error)
{
    g_return_val_if_fail (self != NULL && names != NULL && ret_index != NULL, FALSE);

    if (!open_archive (self, error))
        return FALSE;
    *ret_index = -1;
    while (TRUE) {
        const char *name = NULL;
        if (!next_member (self, &name, error))
            return FALSE;
        if (name == NULL || is_document (name))
            return TRUE;
        for (int i = 0; names[i] != NULL; i++)
            if (strcmp (name, names[i]) == 0) {
                *ret_index = i;
                return TRUE;
            }
    }
}

gboolean
recap_package_open (RecapPackage *self, const char *member, gboolean *ret_there, GError **error)
{
    g_return_val_if_fail (self != NULL && member != NULL && ret_there != NULL, FALSE);

    if (!open_archive (self, error))
        return FALSE;
    self->n_read = 0;
    while (TRUE) {
        const char *name = NULL;
        if (!next_member (self, &name, error))
            return FALSE;
        *ret_there = name != NULL && strcmp (name, member) == 0;
        if (name == NULL || *ret_there)
            break;
    }
    self->member = g_strdup (member);
    return TRUE;
}

gboolean
recap_package_read (RecapPackage *self, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    g_return_val_if_fail (self != NULL && self->member != NULL && buffer != NULL, FALSE);

    la_ssize_t n = archive_read_data (self->archive, buffer, size);
    if (n < 0)
        return set_damaged (self, error);
    self->n_read += (guint64)n;
    *ret_size = (gsize)n;
    if (self->n_read <= MEMBER_FREE ||
        (self->n_read <= MEMBER_MAX && self->n_read / MEMBER_RATIO_MAX <= self->size))
        return TRUE;
    RecapOrigin origin = { self->name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                     _ ("'%s' in the workbook is far larger than a sheet can be"), self->member);
    return FALSE;
}
