#include "config.h"

#include "decision-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv-writer.h"
#include "error.h"

enum {
    LINE_MAX_BYTES = 64 * 1024 * 1024, /* all texts of a decision as long as they can be */
    BLOCK_SIZE = 65536,
};

static const char *const columns[] = {
    "kontes",    "kode",   "provinsi", "kabko",          "kecamatan",  "desa",   "tps",
    "isian",     "aturan", "semula",   "menjadi",        "dasar",      "alasan", "kejadian_khusus",
    "disetujui", "waktu",  "asal",     "asal_keputusan", "sebelumnya",
};

enum {
    N_COLUMNS = G_N_ELEMENTS (columns),
    RULE = 8, /* the column that old logs do not have: they go on without it */
};

/* What a decision is: these columns, without the names of regions and the places. */
static const gboolean is_content[N_COLUMNS] = {
    TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, FALSE, TRUE,
    TRUE, TRUE, TRUE,  TRUE,  TRUE,  TRUE,  TRUE,  TRUE,
};

static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000";

G_STATIC_ASSERT (sizeof zeros == RECAP_DECISION_LOG_HASH_SIZE);

struct _RecapDecisionLog {
    GPtrArray *lines; /* char *: all fields but the last, with the comma before it */
    RecapSpool *spool;
    RecapCsvWriter *csv;
};

RecapDecisionLog *
recap_decision_log_new (void)
{
    RecapDecisionLog *self = g_new0 (RecapDecisionLog, 1);
    self->lines = g_ptr_array_new_with_free_func (g_free);
    self->spool = recap_spool_new ();
    self->csv = recap_csv_writer_new (self->spool);
    return self;
}

void
recap_decision_log_free (RecapDecisionLog *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->lines);
    recap_csv_writer_free (self->csv);
    recap_spool_free (self->spool);
    g_free (self);
}

void
recap_decision_log_clear (RecapDecisionLog *self)
{
    g_ptr_array_set_size (self->lines, 0);
}

/* A line of the log is a line of the file, so that sha256sum can follow the chain, too. */
static void
add_text (RecapDecisionLog *self, RecapText text)
{
    g_autofree char *line = g_strndup (text.bytes, text.size);
    recap_csv_writer_string (self->csv, g_strdelimit (line, "\r\n", ' '));
}

void
recap_decision_log_add (RecapDecisionLog *self, const RecapDecision *decision,
                        const RecapForm *form)
{
    const char *texts[] = { decision->dasar, decision->alasan, decision->kejadian_khusus,
                            decision->disetujui, decision->waktu };
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *asal = recap_form_origin (form);
    g_autofree char *place = decision->asal != NULL && *decision->asal != '\0'
                                 ? g_strdup (decision->asal)
                                 : recap_origin_format (&origin);

    recap_spool_clear (self->spool);
    add_text (self, recap_text (decision->kontes));
    add_text (self, recap_text (decision->kode));
    for (RecapKey key = RECAP_KEY_PROVINSI; key <= RECAP_KEY_TPS; key++)
        add_text (self, form->keys[key]);
    add_text (self, recap_text (decision->isian));
    add_text (self, recap_text (*decision->isian == '\0' ? decision->aturan : ""));
    recap_csv_writer_cell (self->csv, decision->semula);
    recap_csv_writer_cell (self->csv, decision->menjadi);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        add_text (self, recap_text (texts[i]));
    add_text (self, recap_text (asal));
    add_text (self, recap_text (place));
    recap_csv_writer_string (self->csv, "");
    recap_csv_writer_end (self->csv);
    char *line = recap_spool_to_string (self->spool, NULL);
    g_assert (line != NULL);
    g_ptr_array_add (self->lines, g_strchomp (line));
}

/* ---- lines ---- */

/* Finds where each of the @n columns of @line begins; behind the last one is the place of a comma.
 *
 * Returns: FALSE when it has not so many. */
static gboolean
find_columns (const char *line, gsize size, guint n, gsize starts[N_COLUMNS + 1])
{
    gboolean quoted = FALSE;
    guint column = 0;

    starts[0] = 0;
    for (gsize i = 0; i < size; i++) {
        if (line[i] == '"')
            quoted = !quoted;
        if (line[i] != ',' || quoted)
            continue;
        if (++column >= n)
            return FALSE;
        starts[column] = i + 1;
    }
    starts[n] = size + 1;
    return column == n - 1 && !quoted;
}

/* Returns: the texts of the columns that make the decision in @line, as they stand there; NULL when
 * it has not as many fields as it should. *@ret_last is where the last one begins. Owned by the
 * caller. */
static char *
take_content (const char *line, gsize size, gboolean old, gsize *ret_last)
{
    const guint n = old ? N_COLUMNS - 1 : N_COLUMNS;
    gsize starts[N_COLUMNS + 1];

    if (!find_columns (line, size, n, starts))
        return NULL;
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        if (is_content[old && i >= RULE ? i + 1 : i])
            g_string_append_len (out, line + starts[i], (gssize)(starts[i + 1] - starts[i]));
    *ret_last = starts[n - 1];
    return g_string_free (out, FALSE);
}

/* Returns: @line as an old log has it, owned by the caller. */
static char *
leave_out_rule (const char *line)
{
    gsize starts[N_COLUMNS + 1];
    gboolean found = find_columns (line, strlen (line), N_COLUMNS, starts);

    g_assert (found);
    return g_strdup_printf ("%.*s%s", (int)starts[RULE], line, line + starts[RULE + 1]);
}

/* The file as it is: where its chain stands. */
typedef struct {
    const char *name;
    int fd;
    GHashTable *known; /* content -> how many lines have it, as GUINT_TO_POINTER */
    guint64 line;      /* read last, from 1 */
    gboolean old;      /* has no column of rules */
    RecapDecisionLogState state;
} File;

static gboolean
set_io_error (const char *what, const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, "%s '%s': %s", what, path, g_strerror (errno));
    return FALSE;
}

static gboolean
refuse_line (const File *self, const char *why, const char *hint, GError **error)
{
    RecapOrigin origin = { self->name, self->line, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "%s", why);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    return FALSE;
}

static char *
make_header (gboolean old)
{
    GString *out = g_string_new (columns[0]);
    for (guint i = 1; i < N_COLUMNS; i++)
        if (!old || i != RULE)
            g_string_append_printf (out, ",%s", columns[i]);
    return g_string_free (out, FALSE);
}

/* Takes the first line, without its end. */
static gboolean
take_header (File *self, const char *line, gsize size, GError **error)
{
    const RecapText text = { line, size };

    for (guint old = 0; old < 2; old++) {
        g_autofree char *header = make_header (old == 1);
        self->old = old == 1;
        if (recap_text_equal_string (text, header))
            return TRUE;
    }
    return refuse_line (self, _ ("this is no log whose lines follow each other"),
                        _ ("give the log another name: only what recap-resolve began as a "
                           "chain can be continued"),
                        error);
}

static void
set_last (RecapDecisionLogState *state, const char *line, gsize size)
{
    g_autofree char *hash =
        g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)line, size);
    memcpy (state->last, hash, sizeof state->last);
}

/* Takes one line without its end. */
static gboolean
take_line (File *self, const char *line, gsize size, GError **error)
{
    gsize last = 0;

    self->line++;
    if (self->line == 1)
        return take_header (self, line, size, error);
    g_autofree char *content = take_content (line, size, self->old, &last);
    if (content == NULL)
        return refuse_line (self, _ ("this line is none of a log"), NULL, error);
    if (size - last != strlen (zeros) || memcmp (line + last, self->state.last, size - last) != 0)
        return refuse_line (self,
                            self->state.n_lines > 0
                                ? _ ("the line does not follow the one before it: that was "
                                     "changed, or lines are missing between them")
                                : _ ("the first line follows another one: lines are missing"),
                            NULL, error);
    set_last (&self->state, line, size);
    self->state.n_lines++;
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, content));
    g_hash_table_insert (self->known, g_steal_pointer (&content), GUINT_TO_POINTER (n + 1));
    return TRUE;
}

/* Gives the whole lines in @text to take_line() and leaves the rest there. Before byte @from there
 * is no line end. */
static gboolean
take_lines (File *self, GString *text, gsize from, GError **error)
{
    gsize start = 0;
    const char *stop;

    while ((stop = memchr (text->str + from, '\n', text->len - from)) != NULL) {
        gsize end = (gsize)(stop - text->str);
        if (!take_line (self, text->str + start, end - start, error))
            return FALSE;
        start = from = end + 1;
    }
    g_string_erase (text, 0, (gssize)start);
    if (text->len <= LINE_MAX_BYTES)
        return TRUE;
    self->line++;
    return refuse_line (self, _ ("this line is none of a log"), NULL, error);
}

/* Reads the file to its end and follows the chain. */
static gboolean
follow (File *self, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *block = g_malloc (BLOCK_SIZE);
    gssize n;

    while ((n = read (self->fd, block, BLOCK_SIZE)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return set_io_error (_ ("cannot read"), self->name, error);
        g_string_append_len (text, block, n);
        if (!take_lines (self, text, text->len - (gsize)n, error))
            return FALSE;
    }
    if (text->len == 0)
        return TRUE;
    self->line++;
    return refuse_line (self, _ ("the last line is cut off"),
                        _ ("keep this file as it is, and continue the log in a copy without what "
                           "is left of that line"),
                        error);
}

static void
file_init (File *self, const char *name, int fd)
{
    *self = (File){ .name = name, .fd = fd };
    self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    memcpy (self->state.last, zeros, sizeof zeros);
}

gboolean
recap_decision_log_verify (const char *path, RecapDecisionLogState *ret_state, GError **error)
{
    g_return_val_if_fail (path != NULL && ret_state != NULL, FALSE);

    File file;
    int fd = open (path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return set_io_error (_ ("cannot open"), path, error);
    file_init (&file, path, fd);
    gboolean ok = follow (&file, error);
    if (ok && file.line == 0) {
        file.line = 1;
        ok = refuse_line (&file, _ ("the file is empty"), NULL, error);
    }
    g_hash_table_unref (file.known);
    close (fd);
    if (ok)
        *ret_state = file.state;
    return ok;
}

/* ---- appending ---- */

/* Returns: what is to be written: a header where there is none, and the lines that the file does
 * not have. */
static GString *
make_lines (const RecapDecisionLog *self, File *file)
{
    GString *out = g_string_new (NULL);

    if (file->line == 0) {
        g_autofree char *header = make_header (FALSE);
        g_string_append_printf (out, "%s\n", header);
    }
    for (guint i = 0; i < self->lines->len; i++) {
        g_autofree char *line =
            file->old ? leave_out_rule (self->lines->pdata[i]) : g_strdup (self->lines->pdata[i]);
        gsize start = out->len;
        gsize last = 0;
        g_autofree char *content = take_content (line, strlen (line), file->old, &last);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (file->known, content));
        if (n > 0) {
            g_hash_table_insert (file->known, g_steal_pointer (&content), GUINT_TO_POINTER (n - 1));
            file->state.n_known++;
            continue;
        }
        g_string_append_printf (out, "%s%s", line, file->state.last);
        set_last (&file->state, out->str + start, out->len - start);
        g_string_append_c (out, '\n');
        file->state.n_lines++;
        file->state.n_added++;
    }
    return out;
}

void
recap_decision_log_write (const RecapDecisionLog *self, RecapSpool *spool)
{
    File file;

    file_init (&file, NULL, -1);
    g_autoptr (GString) text = make_lines (self, &file);
    recap_spool_write (spool, text->str, text->len);
    g_hash_table_unref (file.known);
}

/* Until the file is closed nobody else appends to it. */
static gboolean
lock (int fd)
{
    struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    while (fcntl (fd, F_SETLKW, &whole) < 0)
        if (errno != EINTR)
            return FALSE;
    return TRUE;
}

/* Has the name of the new file @path on the disk, too. Some file systems need, or allow, no such
 * thing for a folder, and one without the right to read it cannot be asked. */
static gboolean
sync_folder (const char *path)
{
    g_autofree char *folder = g_path_get_dirname (path);
    int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES;
    gboolean ok = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    int trouble = errno;
    close (fd);
    errno = trouble;
    return ok;
}

static gboolean
write_lines (const File *file, const GString *text, gboolean regular, gboolean first)
{
    return recap_write_all (file->fd, text->str, text->len) &&
           (!regular || fsync (file->fd) == 0) && (!first || sync_folder (file->name));
}

static gboolean
append (const RecapDecisionLog *self, File *file, gboolean regular, GError **error)
{
    struct stat before;

    if (regular && (!lock (file->fd) || fstat (file->fd, &before) < 0))
        return set_io_error (_ ("cannot lock"), file->name, error);
    if (regular && !follow (file, error))
        return FALSE;
    g_autoptr (GString) text = make_lines (self, file);
    if (write_lines (file, text, regular, regular && before.st_size == 0))
        return TRUE;
    set_io_error (_ ("cannot write"), file->name, error);
    /* Half a line would break the chain for good. */
    if (regular && ftruncate (file->fd, before.st_size) < 0)
        recap_error_set_hint (error, _ ("what was written of it could not be taken back"));
    return FALSE;
}

/* Opens @path to be appended to; *@ret_regular says whether it is a file. Pipes and terminals are
 * opened otherwise, so what it is must be known before, and must still be true then: what is no
 * file would be written without a lock and over what is there.
 *
 * Returns: a descriptor; -1 with @error. */
static int
open_log (const char *path, gboolean *ret_regular, GError **error)
{
    struct stat there;
    gboolean regular = stat (path, &there) < 0 || S_ISREG (there.st_mode);
    int fd =
        open (path, regular ? O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC : O_WRONLY | O_CLOEXEC, 0666);
    if (fd < 0 || fstat (fd, &there) < 0) {
        set_io_error (_ ("cannot write"), path, error);
    } else if (regular != (S_ISREG (there.st_mode) != 0)) {
        recap_error_set (error, RECAP_ERROR_IO, NULL,
                         _ ("cannot write '%s': something else took its place just now"), path);
    } else {
        *ret_regular = regular;
        return fd;
    }
    if (fd >= 0)
        close (fd);
    return -1;
}

gboolean
recap_decision_log_append (const RecapDecisionLog *self, const char *path,
                           RecapDecisionLogState *ret_state, GError **error)
{
    g_return_val_if_fail (self != NULL && path != NULL && ret_state != NULL, FALSE);

    File file;
    gboolean regular;
    int fd = open_log (path, &regular, error);
    if (fd < 0)
        return FALSE;
    file_init (&file, path, fd);
    gboolean ok = append (self, &file, regular, error);
    g_hash_table_unref (file.known);
    if (close (fd) < 0 && ok)
        ok = set_io_error (_ ("cannot write"), path, error);
    if (ok)
        *ret_state = file.state;
    return ok;
}
