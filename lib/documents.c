#include "config.h"

#include "documents.h"

#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "json.h"
#include "shadow.h"
#include "worker.h"

enum {
    DEPTH_MAX = 64,
    HEAD_SIZE = 512, /* a tar header */
    BLOCK_SIZE = 64 * 1024,
    FEED_SIZE = 256 * 1024,
    PIECES_BEFORE_WORKER = 2, /* a small archive is read before a thread has begun */
};

/* As for gzip files in source.c: beyond this an archive is taken for a bomb. */
static const guint64 INFLATE_RATIO_MAX = 1000;
static const guint64 INFLATE_FREE = G_GUINT64_CONSTANT (1) << 30;

typedef struct {
    const RecapVisitor *visitor;
    GString *path;  /* of what is being looked at */
    guint8 *buffer; /* the document; reused */
    gsize room;
    guint8 *inflated; /* the document when it was compressed; reused */
    gsize inflated_room;
} Walk;

static void
walk_clear (Walk *walk)
{
    g_string_free (walk->path, TRUE);
    g_free (walk->buffer);
    g_free (walk->inflated);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static const char *const small_endings[] = { ".json", ".json.gz", NULL };
static const char *const lines_endings[] = { ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", NULL };
static const char *const table_endings[] = { ".csv", ".tsv", ".csv.gz", ".tsv.gz", NULL };
static const char *const workbook_endings[] = { ".xlsx", ".xlsm", ".ods", NULL };
static const char *const archive_endings[] = { ".tar", ".tar.gz", ".tgz", ".zip", NULL };

static gboolean
has_ending (const char *name, const char *ending)
{
    gsize size = strlen (name);
    gsize tail = strlen (ending);
    return size > tail && g_ascii_strcasecmp (name + size - tail, ending) == 0;
}

static gboolean
has_one_of (const char *name, const char *const *endings)
{
    for (; *endings != NULL; endings++)
        if (has_ending (name, *endings))
            return TRUE;
    return FALSE;
}

static gboolean
set_io_error (const char *what, const char *name, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, "%s '%s': %s", what, name, g_strerror (errno));
    return FALSE;
}

static gboolean
set_too_large (const char *name, GError **error)
{
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("the document has more than %d MiB"),
                     RECAP_DOCUMENT_MAX / 1024 / 1024);
    recap_error_set_hint (error, _ ("a table that does not lie in an archive can have any size"));
    return FALSE;
}

/* Makes room for at least one more byte; the limit is one byte more than a document may have. */
static void
grow (guint8 **buffer, gsize *room)
{
    *room = *room == 0 ? BLOCK_SIZE : MIN (2 * *room, (gsize)RECAP_DOCUMENT_MAX + 1);
    *buffer = g_realloc (*buffer, *room);
}

/* Reads a source to its end. */
static gboolean
read_whole (RecapSource *source, guint8 **buffer, gsize *room, gsize *ret_size, GError **error)
{
    gsize size = 0;
    for (gsize n = 1; n > 0; size += n) {
        if (size > RECAP_DOCUMENT_MAX)
            return set_too_large (recap_source_get_name (source), error);
        if (size == *room)
            grow (buffer, room);
        if (!recap_source_read (source, *buffer + size, *room - size, &n, error))
            return FALSE;
    }
    *ret_size = size;
    return TRUE;
}

static gboolean
is_zip (const guint8 *head, gsize size)
{
    return size >= 4 && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "PK\5\6", 4) == 0);
}

/* Hands out a workbook; *@ret_given is FALSE when the zip file is none. */
static gboolean
give_workbook (Walk *walk, RecapPackage *package, gboolean *ret_given, GError **error)
{
    static const char *const parts[] = { "xl/workbook.xml", "xl/workbook.bin", "content.xml",
                                         NULL };
    int part = -1;

    if (!recap_package_find (package, parts, &part, error))
        return FALSE;
    *ret_given = part >= 0;
    if (part < 0)
        return TRUE;
    RecapDocument document = { .name = recap_package_get_name (package), .package = package };
    return walk->visitor->document (&document, walk->visitor->data, error);
}

static gboolean
is_json (const char *name, const void *bytes, gsize size)
{
    char first = recap_json_first_byte (bytes, size);
    return first == '{' || first == '[' || has_one_of (name, small_endings) ||
           has_one_of (name, lines_endings);
}

/* Hands out what lies in the buffer, inflated when it is gzip. */
static gboolean
give_buffer (Walk *walk, const char *name, gsize size, GError **error)
{
    RecapDocument document = { .name = name, .bytes = (const char *)walk->buffer, .size = size };
    if (size == 0)
        document.bytes = "";

    if (size >= 2 && walk->buffer[0] == 0x1f && walk->buffer[1] == 0x8b) {
        g_autoptr (RecapSource) source =
            recap_source_new_for_bytes (name, walk->buffer, size, error);
        if (source == NULL ||
            !read_whole (source, &walk->inflated, &walk->inflated_room, &document.size, error))
            return FALSE;
        document.bytes = (const char *)walk->inflated;
    }
    if (is_zip ((const guint8 *)document.bytes, document.size)) {
        g_autoptr (RecapPackage) package =
            recap_package_new_for_bytes (name, document.bytes, document.size);
        gboolean given = FALSE;
        if (!give_workbook (walk, package, &given, error))
            return FALSE;
        if (given)
            return TRUE;
    }
    document.json = is_json (name, document.bytes, document.size);
    return walk->visitor->document (&document, walk->visitor->data, error);
}

static void
skip (Walk *walk, const char *name, RecapSkip why)
{
    walk->visitor->skipped (name, why, walk->visitor->data);
}

/* --- archives --- */

/* A piece of the archive. */
typedef struct {
    gsize size; /* 0 at the end, and after a failure */
    GError *failure;
    guint8 bytes[FEED_SIZE];
} Piece;

/* What libarchive reads from: a source, which has already inflated gzip. Of a large file the next
 * piece is read and inflated by a worker while this one is looked at; he has @source, @n_zeros and
 * the piece that is not lent. */
typedef struct {
    RecapSource *source;
    gsize n_zeros; /* NUL bytes at the end of what was read so far */
    Piece pieces[2];
    guint lent;
    guint64 n_lent;
    RecapWorker *worker; /* NULL: pieces are read when they are asked for */
    GError *error;
} Feed;

static void
feed_free (Feed *feed)
{
    recap_worker_free (feed->worker);
    for (guint i = 0; i < G_N_ELEMENTS (feed->pieces); i++)
        g_clear_error (&feed->pieces[i].failure);
    g_clear_error (&feed->error);
    g_free (feed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Feed, feed_free)

/* Reads the piece that is not lent. */
static void
fill_piece (gpointer data)
{
    Feed *feed = data;
    Piece *piece = &feed->pieces[1 - feed->lent];
    gsize n_zeros = 0;

    if (!recap_source_read (feed->source, piece->bytes, sizeof piece->bytes, &piece->size,
                            &piece->failure))
        piece->size = 0;
    while (n_zeros < piece->size && piece->bytes[piece->size - 1 - n_zeros] == '\0')
        n_zeros++;
    feed->n_zeros = n_zeros == piece->size ? feed->n_zeros + n_zeros : n_zeros;
}

/* Lends the next piece; the end is lent as often as it is asked for. A pipe is not read ahead: who
 * gives up early would have to wait for whoever writes to it. */
static gboolean
feed_next (Feed *feed, const Piece **ret_piece, GError **error)
{
    Piece *piece = &feed->pieces[feed->lent];

    if (feed->n_lent > 0 && piece->size == 0) {
        *ret_piece = piece;
        return TRUE;
    }
    if (feed->worker != NULL)
        recap_worker_wait (feed->worker);
    else
        fill_piece (feed);
    feed->lent = 1 - feed->lent;
    piece = &feed->pieces[feed->lent];
    if (piece->failure != NULL) {
        g_propagate_error (error, g_steal_pointer (&piece->failure));
        return FALSE;
    }
    if (++feed->n_lent == PIECES_BEFORE_WORKER && recap_source_is_file (feed->source))
        feed->worker = recap_worker_new ("recap-archive", fill_piece, feed);
    if (feed->worker != NULL && piece->size > 0)
        recap_worker_start (feed->worker);
    *ret_piece = piece;
    return TRUE;
}

static la_ssize_t
on_read (struct archive *archive, void *data, const void **block)
{
    Feed *feed = data;
    const Piece *piece = NULL;

    if (feed->error != NULL || !feed_next (feed, &piece, &feed->error)) {
        archive_set_error (archive, EIO, "read error");
        return -1;
    }
    *block = piece->bytes;
    return (la_ssize_t)piece->size;
}

static gboolean
set_archive_error (const char *path, const char *member, Feed *feed, GError **error)
{
    RecapOrigin origin = { path, 0, 0 };

    if (feed != NULL && feed->error != NULL) {
        g_propagate_error (error, g_steal_pointer (&feed->error));
        return FALSE;
    }
    if (feed != NULL && !recap_source_check (feed->source, error))
        return FALSE;
    if (member != NULL)
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                         _ ("the archive is damaged or cut short at '%s'"), member);
    else
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                         _ ("the archive is damaged or cut short"));
    recap_error_set_hint (error, _ ("copy the file again from where it came from"));
    return FALSE;
}

/* The name for messages; the bytes of names differ by how the archive was made. */
static const char *
get_member_name (struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8 (entry);
    if (name == NULL)
        name = archive_entry_pathname (entry);
    return name != NULL ? name : "?";
}

/* An archive that is open, and its current member. */
typedef struct {
    struct archive *archive;
    const char *path;
    const char *member; /* its name */
    Feed *feed;
    guint64 total; /* bytes of all members so far */
} Members;

/* Reads on in the data of the current member. */
static gboolean
read_data (gpointer data, void *buffer, gsize size, gsize *ret_size, GError **error)
{
    Members *members = data;
    la_ssize_t n = archive_read_data (members->archive, buffer, size);

    if (n < 0)
        return set_archive_error (members->path, members->member, members->feed, error);
    *ret_size = (gsize)n;
    members->total += (guint64)n;
    if (members->total <= INFLATE_FREE ||
        members->total / INFLATE_RATIO_MAX <= (guint64)archive_filter_bytes (members->archive, -1))
        return TRUE;
    RecapOrigin origin = { members->path, 0, 0 };
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                     _ ("the archive grows more than a thousandfold"));
    return FALSE;
}

/* Reads the data of the current member into the buffer. */
static gboolean
read_member (Walk *walk, Members *members, gsize *ret_size, GError **error)
{
    gsize size = 0;
    for (gsize n = 1; n > 0; size += n) {
        if (size > RECAP_DOCUMENT_MAX)
            return set_too_large (walk->path->str, error);
        if (size == walk->room)
            grow (&walk->buffer, &walk->room);
        if (!read_data (members, walk->buffer + size, walk->room - size, &n, error))
            return FALSE;
    }
    *ret_size = size;
    return TRUE;
}

/* Hands the current member out as a source: it can be long. */
static gboolean
give_long_member (Walk *walk, Members *members, GError **error)
{
    g_autofree char *name = g_strdup (walk->path->str);
    g_autoptr (RecapSource) source = recap_source_new_for_func (name, read_data, members, error);
    RecapDocument document = { name, NULL, 0, source, NULL, TRUE };

    return source != NULL && walk->visitor->document (&document, walk->visitor->data, error);
}

static gboolean
is_long_json (const Walk *walk, struct archive_entry *entry, const char *member)
{
    if (!walk->visitor->long_json)
        return FALSE;
    return has_one_of (member, lines_endings) ||
           (has_one_of (member, small_endings) && archive_entry_size_is_set (entry) &&
            archive_entry_size (entry) > RECAP_DOCUMENT_MAX);
}

static gboolean
visit_member (Walk *walk, Members *members, struct archive_entry *entry, GError **error)
{
    const char *member = members->member;
    gsize size = 0;

    if (archive_entry_filetype (entry) == AE_IFDIR)
        return TRUE;
    g_string_printf (walk->path, "%s!%s", members->path, member);
    if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL) {
        skip (walk, walk->path->str, RECAP_SKIP_SPECIAL);
        return TRUE;
    }
    if (!recap_is_shadow (member) && is_long_json (walk, entry, member))
        return give_long_member (walk, members, error);
    if (recap_is_shadow (member) ||
        (!has_one_of (member, small_endings) && !has_one_of (member, table_endings) &&
         !has_one_of (member, lines_endings) && !has_one_of (member, workbook_endings))) {
        skip (walk, walk->path->str, RECAP_SKIP_OTHER);
        return TRUE;
    }
    return read_member (walk, members, &size, error) &&
           give_buffer (walk, walk->path->str, size, error);
}

static gboolean
visit_members (Walk *walk, struct archive *archive, const char *path, Feed *feed, GError **error)
{
    Members members = { archive, path, NULL, feed, 0 };

    while (TRUE) {
        struct archive_entry *entry = NULL;
        int status = archive_read_next_header (archive, &entry);
        if (status == ARCHIVE_EOF)
            return TRUE;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return set_archive_error (path, NULL, feed, error);
        g_autofree char *member = g_strdup (get_member_name (entry));
        members.member = member;
        if (!visit_member (walk, &members, entry, error))
            return FALSE;
    }
}

/* Reads what follows the members of a tar: the gzip file around it must be whole, and a tar that
 * was cut between two members lacks the zeros that end it. */
static gboolean
check_tar_end (Feed *feed, const char *name, GError **error)
{
    const Piece *piece = NULL;
    do
        if (!feed_next (feed, &piece, error))
            return FALSE;
    while (piece->size > 0);
    return feed->n_zeros >= HEAD_SIZE || set_archive_error (name, NULL, NULL, error);
}

/* A zip ends with the list of its members; libarchive does without, and what was cut off would be
 * lost in silence. The mark of its end is followed by at most 64 KiB of comment. */
static gboolean
check_zip_end (RecapSource *source, GError **error)
{
    enum { TAIL_SIZE = 22 + 65535 };
    g_autofree char *tail = g_malloc (2 * TAIL_SIZE);
    gsize size = 0;

    for (gsize n = 1; n > 0; size += n) {
        if (size == 2 * TAIL_SIZE) {
            memcpy (tail, tail + TAIL_SIZE, TAIL_SIZE);
            size = TAIL_SIZE;
        }
        if (!recap_source_read (source, tail + size, 2 * TAIL_SIZE - size, &n, error))
            return FALSE;
    }
    for (gsize i = size > TAIL_SIZE ? size - TAIL_SIZE : 0; i + 22 <= size; i++)
        if (memcmp (tail + i, "PK\5\6", 4) == 0)
            return recap_source_rewind (source, error);
    return set_archive_error (recap_source_get_name (source), NULL, NULL, error);
}

static gboolean
walk_archive (Walk *walk, RecapSource *source, gboolean zip, GError **error)
{
    g_autoptr (Feed) feed = g_new0 (Feed, 1);
    g_autofree char *name = g_strdup (recap_source_get_name (source));
    gboolean ok = FALSE;
    int fd = zip ? recap_source_get_fd (source) : -1;
    int status = 0;

    feed->source = source;
    struct archive *archive = archive_read_new ();
    archive_read_support_format_tar (archive);
    archive_read_support_format_gnutar (archive);
    archive_read_support_format_zip (archive);
    /* The list of members of a zip stands at its end: better to read it from the file. */
    if (fd >= 0 && lseek (fd, 0, SEEK_SET) == 0)
        status = archive_read_open_fd (archive, fd, BLOCK_SIZE);
    else
        status = archive_read_open (archive, feed, NULL, on_read, NULL);
    if (status != ARCHIVE_OK)
        set_archive_error (name, NULL, feed, error);
    else
        ok = visit_members (walk, archive, name, feed, error);
    archive_read_free (archive);
    return ok && (zip || check_tar_end (feed, name, error)) && recap_source_check (source, error);
}

/* --- files --- */

/* Reads the first bytes, then goes back. */
static gboolean
look_at (RecapSource *source, guint8 *head, gsize *ret_size, GError **error)
{
    gsize size = 0;
    for (gsize n = 1; n > 0 && size < HEAD_SIZE; size += n)
        if (!recap_source_read (source, head + size, HEAD_SIZE - size, &n, error))
            return FALSE;
    *ret_size = size;
    return recap_source_rewind (source, error);
}

static gboolean
is_tar (const guint8 *head, gsize size)
{
    return size == HEAD_SIZE && memcmp (head + 257, "ustar", 5) == 0;
}

/* The files of Excel before 2007, and those with a password. */
static gboolean
is_compound (const guint8 *head, gsize size)
{
    return size >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static gboolean
refuse_compound (const char *name, GError **error)
{
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("an old Excel file (.xls), or one with a password"));
    recap_error_set_hint (error, _ ("open it and save it as .xlsx, without a password"));
    return FALSE;
}

/* A zip file is a workbook or an archive. */
static gboolean
walk_zip (Walk *walk, RecapSource *source, GError **error)
{
    const char *name = recap_source_get_name (source);
    g_autoptr (RecapPackage) package = recap_package_new_for_source (name, source);
    gboolean given = FALSE;

    if (!check_zip_end (source, error) || !give_workbook (walk, package, &given, error))
        return FALSE;
    if (given)
        return recap_source_check (source, error);
    return recap_source_rewind (source, error) && walk_archive (walk, source, TRUE, error);
}

static gboolean
walk_file (Walk *walk, const char *path, GError **error)
{
    g_autoptr (RecapSource) source = recap_source_open (path, error);
    guint8 head[HEAD_SIZE];
    gsize size = 0;

    if (source == NULL || !look_at (source, head, &size, error))
        return FALSE;
    if (is_tar (head, size))
        return walk_archive (walk, source, FALSE, error);
    if (is_zip (head, size))
        return walk_zip (walk, source, error);
    if (is_compound (head, size))
        return refuse_compound (recap_source_get_name (source), error);

    RecapDocument document = { .name = recap_source_get_name (source) };
    document.json = is_json (path, head, size);
    if (!document.json || walk->visitor->long_json) {
        document.source = source;
    } else {
        if (!read_whole (source, &walk->buffer, &walk->room, &document.size, error))
            return FALSE;
        document.bytes = (const char *)walk->buffer;
    }
    return walk->visitor->document (&document, walk->visitor->data, error);
}

/* --- folders --- */

typedef struct {
    char *name;
    mode_t type; /* of S_IFMT */
} Entry;

static void
clear_entry (gpointer entry)
{
    g_free (((Entry *)entry)->name);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
    return strcmp (((const Entry *)a)->name, ((const Entry *)b)->name);
}

static gboolean
get_type (int folder, const struct dirent *dirent, mode_t *ret_type)
{
    if (dirent->d_type == DT_REG || dirent->d_type == DT_DIR) {
        *ret_type = dirent->d_type == DT_REG ? S_IFREG : S_IFDIR;
        return TRUE;
    }
    struct stat status;
    if (fstatat (folder, dirent->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
        return FALSE;
    *ret_type = status.st_mode & S_IFMT;
    return TRUE;
}

/* Reads the entries of the folder @fd, which is closed; sorted bytewise. */
static GArray *
read_entries (int fd, const char *path, GError **error)
{
    DIR *folder = fdopendir (fd);
    if (folder == NULL) {
        set_io_error (_ ("cannot read the folder"), path, error);
        close (fd);
        return NULL;
    }
    g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    g_array_set_clear_func (entries, clear_entry);
    gboolean ok = TRUE;
    errno = 0;
    for (struct dirent *dirent; ok && (dirent = readdir (folder)) != NULL; errno = 0) {
        Entry entry = { NULL, 0 };
        if (strcmp (dirent->d_name, ".") == 0 || strcmp (dirent->d_name, "..") == 0)
            continue;
        ok = get_type (dirfd (folder), dirent, &entry.type);
        if (!ok)
            break;
        entry.name = g_strdup (dirent->d_name);
        g_array_append_val (entries, entry);
    }
    ok = ok && errno == 0;
    if (!ok)
        set_io_error (_ ("cannot read the folder"), path, error);
    closedir (folder);
    if (!ok)
        return NULL;
    g_array_sort (entries, compare_entries);
    return g_steal_pointer (&entries);
}

/* Reads the small file @fd into the buffer; one byte more than a document may have is too much. */
static gboolean
read_small (Walk *walk, int fd, gsize *ret_size, GError **error)
{
    gsize size = 0;

    for (ssize_t n = 1; n != 0 && size <= RECAP_DOCUMENT_MAX;) {
        if (size == walk->room)
            grow (&walk->buffer, &walk->room);
        n = read (fd, walk->buffer + size, walk->room - size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return set_io_error (_ ("cannot read"), walk->path->str, error);
        size += (gsize)n;
    }
    *ret_size = size;
    return TRUE;
}

/* Whether the file was written to while it was read: its size or time is another one, or there was
 * more or less of it than there is. */
static gboolean
check_small (const Walk *walk, int fd, const struct stat *before, gsize size, GError **error)
{
    struct stat after;

    if (fstat (fd, &after) < 0)
        return set_io_error (_ ("cannot read"), walk->path->str, error);
    if (before->st_size == after.st_size && before->st_mtim.tv_sec == after.st_mtim.tv_sec &&
        before->st_mtim.tv_nsec == after.st_mtim.tv_nsec && (goffset)size == after.st_size)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("'%s' was changed while being read"),
                     walk->path->str);
    recap_error_set_hint (error, _ ("let the other program finish, then read the file again"));
    return FALSE;
}

static gboolean walk_file (Walk *walk, const char *path, GError **error);

/* Reads a small file into the buffer: without a source, no allocation for each. */
static gboolean
visit_small (Walk *walk, int folder, const char *name, GError **error)
{
    int fd = openat (folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat before;
    gsize size = 0;

    if (fd < 0)
        return set_io_error (_ ("cannot open"), walk->path->str, error);
    gboolean ok =
        fstat (fd, &before) == 0 || set_io_error (_ ("cannot read"), walk->path->str, error);
    gboolean large = ok && before.st_size > RECAP_DOCUMENT_MAX;
    ok = ok && (large || (read_small (walk, fd, &size, error) &&
                          check_small (walk, fd, &before, size, error)));
    close (fd);
    if (!ok)
        return FALSE;
    if (!large)
        return give_buffer (walk, walk->path->str, size, error);
    if (!walk->visitor->long_json)
        return set_too_large (walk->path->str, error);
    g_autofree char *path = g_strdup (walk->path->str);
    return walk_file (walk, path, error);
}

static gboolean walk_folder (Walk *walk, int fd, guint depth, GError **error);

static gboolean
visit_subfolder (Walk *walk, int folder, const char *name, guint depth, GError **error)
{
    if (depth == DEPTH_MAX) {
        recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                         _ ("'%s': more than %d folders inside one another"), walk->path->str,
                         DEPTH_MAX);
        return FALSE;
    }
    int fd = openat (folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_DIRECTORY);
    if (fd < 0)
        return set_io_error (_ ("cannot open"), walk->path->str, error);
    return walk_folder (walk, fd, depth + 1, error);
}

static gboolean
visit_entry (Walk *walk, int folder, const Entry *entry, guint depth, GError **error)
{
    if (entry->type == S_IFDIR)
        return visit_subfolder (walk, folder, entry->name, depth, error);
    if (entry->type != S_IFREG) {
        skip (walk, walk->path->str, RECAP_SKIP_SPECIAL);
        return TRUE;
    }
    if (recap_is_shadow (entry->name)) {
        skip (walk, walk->path->str, RECAP_SKIP_OTHER);
        return TRUE;
    }
    if (has_one_of (entry->name, small_endings))
        return visit_small (walk, folder, entry->name, error);
    if (has_one_of (entry->name, table_endings) || has_one_of (entry->name, lines_endings) ||
        has_one_of (entry->name, archive_endings) || has_one_of (entry->name, workbook_endings)) {
        /* The walk through an archive writes to walk->path. */
        g_autofree char *path = g_strdup (walk->path->str);
        return walk_file (walk, path, error);
    }
    skip (walk, walk->path->str, RECAP_SKIP_OTHER);
    return TRUE;
}

/* Walks through the folder @fd, which is closed, and whose name is walk->path. */
static gboolean
walk_folder (Walk *walk, int fd, guint depth, GError **error)
{
    int again = dup (fd); /* reading the entries closes the one, opening them needs the other */
    g_autofree char *path = g_strdup (walk->path->str);
    g_autoptr (GArray) entries = read_entries (fd, path, error);
    const char *slash = g_str_has_suffix (path, "/") ? "" : "/";
    gboolean ok = entries != NULL;

    for (guint i = 0; ok && i < entries->len; i++) {
        const Entry *entry = &g_array_index (entries, Entry, i);
        g_string_assign (walk->path, path);
        g_string_append (walk->path, slash);
        g_string_append (walk->path, entry->name);
        ok = visit_entry (walk, again, entry, depth, error);
    }
    if (again >= 0)
        close (again);
    return ok;
}

gboolean
recap_documents_walk (const char *path, const RecapVisitor *visitor, GError **error)
{
    g_return_val_if_fail (path != NULL && visitor != NULL, FALSE);

    g_auto (Walk) walk = { .visitor = visitor, .path = g_string_new (path) };
    if (strcmp (path, "-") != 0) {
        int fd = open (path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
        if (fd >= 0)
            return walk_folder (&walk, fd, 1, error);
        if (errno != ENOTDIR)
            return set_io_error (_ ("cannot open"), path, error);
    }
    return walk_file (&walk, path, error);
}

/* --- workbooks --- */

/* Bytes of a member: enough for the declaration and the name of the root, and for its end tag. */
enum { XML_HEAD = 256, XML_TAIL = 64 };

/* Keeps the first bytes of a member in @head, which stays short, and the last ones in @tail. */
static gboolean
read_ends (struct archive *archive, GString *head, GString *tail)
{
    char block[BLOCK_SIZE];
    la_ssize_t n;

    g_string_truncate (head, 0);
    g_string_truncate (tail, 0);
    while ((n = archive_read_data (archive, block, sizeof block)) > 0) {
        if (head->len < XML_HEAD)
            g_string_append_len (head, block, MIN (n, XML_HEAD));
        gsize kept = MIN ((gsize)n, XML_TAIL);
        g_string_append_len (tail, block + (gsize)n - kept, (gssize)kept);
        if (tail->len > XML_TAIL)
            g_string_erase (tail, 0, (gssize)(tail->len - XML_TAIL));
    }
    return n == 0;
}

/* '<?xml ...?> <worksheet ...' goes with '...</worksheet>'. */
static gboolean
is_whole_xml (const GString *head, GString *tail)
{
    const char *declared = strstr (head->str, "?>");
    const char *root = strchr (declared != NULL ? declared : head->str, '<');
    if (root == NULL)
        return FALSE;
    g_autofree char *name = g_strndup (root + 1, strcspn (root + 1, " />\n"));
    g_autofree char *end = g_strconcat ("</", name, ">", NULL);
    return g_str_has_suffix (g_strchomp (tail->str), end);
}

static gboolean
check_members (struct archive *archive, const char *path, GError **error)
{
    g_autoptr (GString) head = g_string_new (NULL);
    g_autoptr (GString) tail = g_string_new (NULL);
    struct archive_entry *entry = NULL;
    int status;

    while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
        if (!read_ends (archive, head, tail) || !is_whole_xml (head, tail))
            return set_archive_error (path, get_member_name (entry), NULL, error);
    return status == ARCHIVE_EOF || set_archive_error (path, NULL, NULL, error);
}

gboolean
recap_documents_check_xml (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, FALSE);

    struct archive *archive = archive_read_new ();
    gboolean ok = FALSE;
    archive_read_support_format_zip (archive);
    if (archive_read_open_filename (archive, path, BLOCK_SIZE) == ARCHIVE_OK)
        ok = check_members (archive, path, error);
    else
        set_io_error (_ ("cannot read"), path, error);
    archive_read_free (archive);
    return ok;
}
