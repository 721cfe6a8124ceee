#include "config.h"

#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
cli_clear (Cli *self)
{
    g_clear_pointer (&self->arg_output, g_free);
    g_clear_pointer (&self->files, g_ptr_array_unref);
}

static void
print_help (Cli *self, GOptionContext *context)
{
    g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
    fputs (help, self->out);
}

gboolean
cli_parse (Cli *self, int *argc, char ***argv, const GOptionEntry *entries, const char *parameters,
           const char *summary, CliStatus *ret_status)
{
    const GOptionEntry common[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->arg_output,
          N_ ("write to FILE, complete or not at all"), N_ ("FILE") },
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->arg_quiet,
          N_ ("print no notes on standard error, only errors"), NULL },
        { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->arg_verbose,
          N_ ("print more about what is done"), NULL },
        { "help", 'h', 0, G_OPTION_ARG_NONE, &self->arg_help, N_ ("print this help"), NULL },
        { "version", 'V', 0, G_OPTION_ARG_NONE, &self->arg_version, N_ ("print the version"),
          NULL },
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new (_ (parameters));

    /* GLib's own --help ends the program without looking at standard output. */
    g_option_context_set_help_enabled (context, FALSE);
    g_option_context_set_summary (context, _ (summary));
    g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
    g_set_prgname (self->program);

    if (!g_option_context_parse (context, argc, argv, &error)) {
        *ret_status = cli_usage (self, "%s", error->message);
        return FALSE;
    }
    if (self->arg_help || self->arg_version) {
        *ret_status = CLI_DONE;
        if (self->arg_help)
            print_help (self, context);
        else
            fprintf (self->out, "%s (recap) %s\n", self->program, PACKAGE_VERSION);
        return FALSE;
    }
    /* GLib leaves the '--' that ended the options. */
    if (*argc > 1 && strcmp ((*argv)[1], "--") == 0) {
        memmove (*argv + 1, *argv + 2, (gsize)(*argc - 1) * sizeof **argv);
        (*argc)--;
    }
    return cli_note_files (self, entries, (const char *const *)*argv + 1, ret_status);
}

CliStatus
cli_usage (Cli *self, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);

    g_autofree char *safe = recap_text_escape (message, strlen (message));
    fprintf (self->err, "%s: %s\n", self->program, safe);
    fprintf (self->err, _ ("Try '%s --help'.\n"), self->program);
    return CLI_TROUBLE;
}

gboolean
cli_parse_format (Cli *self, const char *word, RecapFormat last, RecapFormat *format,
                  CliStatus *ret_status)
{
    RecapFormat wanted = *format;

    if (word != NULL && (!recap_format_parse (word, &wanted) || wanted > last)) {
        *ret_status = cli_usage (self, _ ("unknown format '%s'"), word);
        return FALSE;
    }
    *format = wanted;
    return TRUE;
}

gboolean
cli_read_epoch (Cli *self, gint64 *seconds, CliStatus *ret_status)
{
    /* The last second of the year 9999. */
    const gint64 latest = G_GINT64_CONSTANT (253402300799);
    const char *text = g_getenv ("SOURCE_DATE_EPOCH");
    gint64 given = 0;

    if (text == NULL || *text == '\0')
        return TRUE;
    if (!recap_count_parse (recap_text (text), &given) || given < 1 || given > latest) {
        *ret_status =
            cli_usage (self, _ ("SOURCE_DATE_EPOCH is '%s', not a number of seconds"), text);
        return FALSE;
    }
    *seconds = given;
    return TRUE;
}

void
cli_progress (guint64 n_records, gpointer cli)
{
    enum { INTERVAL = 200 * 1000 };
    Cli *self = cli;
    gint64 now = g_get_monotonic_time ();

    if (self->arg_quiet || now - self->progress_time < INTERVAL || !isatty (fileno (self->err)))
        return;
    /* Work that ends at once shows nothing. */
    if (self->progress_time != 0) {
        fprintf (self->err, "\r%s: ", self->program);
        fprintf (self->err, _ ("%" PRIu64 " records read"), n_records);
        fputs ("\033[K", self->err);
        fflush (self->err);
    }
    self->progress_time = now;
}

void
cli_end_progress (Cli *self)
{
    if (self->progress_time != 0 && isatty (fileno (self->err)))
        fputs ("\r\033[K", self->err);
    self->progress_time = 0;
}

/* Shows the record around the column, at most 72 characters of it, and a caret below. */
static void
print_excerpt (Cli *self, const RecapOrigin *origin, const char *excerpt, guint width)
{
    enum { BEFORE = 40, SHOWN = 72 };
    g_autofree char *valid = g_utf8_make_valid (excerpt, -1);
    glong size = g_utf8_strlen (valid, -1);
    glong at = MIN ((glong)origin->column - 1, size);
    glong first = MAX (0, at - BEFORE);
    glong last = MIN (size, first + SHOWN);
    g_autofree char *head = g_utf8_substring (valid, first, at);
    g_autofree char *tail = g_utf8_substring (valid, at, last);
    g_autofree char *safe_head = recap_text_escape (head, strlen (head));
    g_autofree char *safe_tail = recap_text_escape (tail, strlen (tail));
    g_autofree char *number = g_strdup_printf ("%" PRIu64, origin->line);
    const char *dots = first > 0 ? "..." : "";

    fprintf (self->err, "  %s | %s%s%s%s\n", number, dots, safe_head, safe_tail,
             last < size ? "..." : "");
    fprintf (self->err, "  %*s | %*s^", (int)strlen (number), "",
             (int)(strlen (dots) + g_utf8_strlen (safe_head, -1)), "");
    for (glong i = 1; i < MIN ((glong)width, last - at); i++)
        fputc ('~', self->err);
    fputc ('\n', self->err);
}

static void
print_error (Cli *self, const GError *error, const char *severity)
{
    cli_end_progress (self);
    const RecapOrigin *origin = recap_error_get_origin (error);
    const char *hint = recap_error_get_hint (error);
    guint width = 0;
    const char *excerpt = recap_error_get_excerpt (error, &width);
    g_autofree char *message = recap_text_escape (error->message, strlen (error->message));
    g_autofree char *place = origin != NULL ? recap_origin_format (origin) : NULL;

    if (place == NULL) {
        fprintf (self->err, "%s: %s\n", self->program, message);
    } else {
        fprintf (self->err, "%s: %s: %s\n", place, severity, message);
        if (excerpt != NULL && origin->column > 0)
            print_excerpt (self, origin, excerpt, width);
    }
    if (hint != NULL) {
        g_autofree char *safe = recap_text_escape (hint, strlen (hint));
        fprintf (self->err, "%s: %s: %s\n", place != NULL ? place : self->program, _ ("hint"),
                 safe);
    }
}

CliStatus
cli_fail (Cli *self, const GError *error)
{
    g_assert (error != NULL);
    print_error (self, error, _ ("error"));
    return CLI_TROUBLE;
}

void
cli_warn (Cli *self, const GError *error)
{
    print_error (self, error, _ ("warning"));
}

void
cli_warn_more (Cli *self, guint64 n)
{
    cli_end_progress (self);
    fprintf (self->err, "%s: ", self->program);
    fprintf (self->err,
             ngettext ("%" PRIu64 " more warning", "%" PRIu64 " more warnings", (gulong)n), n);
    fputc ('\n', self->err);
}

static void print_note (Cli *self, const char *format, va_list arguments) G_GNUC_PRINTF (2, 0);

static void
print_note (Cli *self, const char *format, va_list arguments)
{
    cli_end_progress (self);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    g_autofree char *safe = recap_text_escape (message, strlen (message));
    fprintf (self->err, "%s: %s\n", self->program, safe);
}

void
cli_reject (Cli *self, const GError *error)
{
    print_error (self, error, _ ("reject"));
}

void
cli_finding (Cli *self, const RecapFinding *finding)
{
    const RecapText texts[] = { finding->asal_b, finding->aturan, finding->keterangan };
    const char *between[] = { ": ", ": ", "\n" };

    cli_end_progress (self);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autofree char *safe = recap_text_escape (texts[i].bytes, texts[i].size);
        fprintf (self->err, "%s%s", safe, between[i]);
    }
}

void
cli_note (Cli *self, const char *format, ...)
{
    if (self->arg_quiet)
        return;

    va_list arguments;
    va_start (arguments, format);
    print_note (self, format, arguments);
    va_end (arguments);
}

void
cli_note_always (Cli *self, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    print_note (self, format, arguments);
    va_end (arguments);
}

CliStatus
cli_no_form (Cli *self, gboolean expected)
{
    cli_note_always (self, "%s", _ ("the tables have no form"));
    return expected ? CLI_FINDINGS : CLI_DONE;
}

RecapContests *
cli_load_contests (GError **error)
{
    const char *folders[] = { RECAP_SYSCONFDIR "/recap", g_getenv ("RECAP_DATADIR"), NULL };
    return recap_contests_load (folders, error);
}

RecapTables *
cli_open_tables (Cli *self, RecapContests *contests, const char *const *paths, GError **error)
{
    RecapTables *tables = contests != NULL ? recap_tables_open (contests, paths, error) : NULL;
    if (tables != NULL)
        recap_tables_set_progress (tables, cli_progress, self);
    return tables;
}

RecapProfiles *
cli_load_profiles (GError **error)
{
    const char *folders[] = { RECAP_SYSCONFDIR "/recap", g_getenv ("RECAP_DATADIR"), NULL };
    return recap_profiles_load (folders, error);
}

/* Sets @error from errno. */
static gboolean
set_write_error (const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                     g_strerror (errno));
    return FALSE;
}

/* What is written: what @spool holds, or what @answer gives. */
typedef struct {
    RecapSpool *spool;
    CliAnswer answer; /* or NULL */
    gpointer data;
} Output;

static gboolean
write_to (FILE *stream, const Output *output, GError **error)
{
    if (output->answer != NULL) {
        recap_spool_pass_on (output->spool, stream);
        output->answer (output->spool, output->data);
    }
    return recap_spool_copy (output->spool, stream, error);
}

/* A device or a pipe cannot be replaced: renaming a file over /dev/null would destroy it. What a
 * shell opened for /dev/stdout is continued. */
static gboolean
write_in_place (const Output *output, const char *path, GError **error)
{
    FILE *stream = fopen (path, cli_is_descriptor (path) ? "ae" : "we");
    if (stream == NULL)
        return set_write_error (path, error);
    gboolean ok = write_to (stream, output, error);
    if (fclose (stream) != 0 && ok)
        ok = set_write_error (path, error);
    return ok;
}

static gboolean
write_output (Cli *self, const Output *output, const char *path, GError **error)
{
    cli_end_progress (self);
    GStatBuf target;

    if (path == NULL)
        return write_to (self->out, output, error);
    if (cli_is_descriptor (path) || (g_stat (path, &target) == 0 && !S_ISREG (target.st_mode)))
        return write_in_place (output, path, error);
    return recap_spool_save_answer (output->spool, path, output->answer, output->data, error);
}

gboolean
cli_write (Cli *self, RecapSpool *spool, const char *path, GError **error)
{
    const Output output = { spool, NULL, NULL };
    return write_output (self, &output, path, error);
}

gboolean
cli_write_answer (Cli *self, CliAnswer answer, gpointer data, const char *path, GError **error)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    const Output output = { spool, answer, data };
    return write_output (self, &output, path, error);
}

gboolean
cli_add_finding (const RecapFinding *finding, gpointer writer, GError **error)
{
    (void)error;
    recap_finding_writer_add (writer, finding);
    return TRUE;
}

void
cli_reset_findings (gpointer writer)
{
    recap_finding_writer_reset (writer);
}

void
cli_open_streams (void)
{
    /* In the order of the descriptors: open() gives the lowest free one. Opened the wrong way
     * round, so that a read or write of it still fails. */
    static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", modes[fd]) != fd)
            _exit (CLI_TROUBLE);
}

static gboolean
close_stream (FILE *stream)
{
    gboolean failed = ferror (stream) != 0;
    return fclose (stream) == 0 && !failed;
}

int
cli_close_streams (int status)
{
    if (!close_stream (stdout)) {
        fprintf (stderr, "%s: %s\n", g_get_prgname (), _ ("cannot write to standard output"));
        status = CLI_TROUBLE;
    }
    if (!close_stream (stderr))
        status = CLI_TROUBLE;
    return status;
}
