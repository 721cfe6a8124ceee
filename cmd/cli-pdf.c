#include "config.h"

#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The one other program that recap runs: LibreOffice, without a shell, with a profile of its own so
 * that one that is open already does not matter, and in a folder beside the target. */

extern char **environ;

enum {
    WAIT_MICROSECONDS = 20000,
    WAITS_MAX =
        180 * 1000000 / WAIT_MICROSECONDS, /* three minutes; a kecamatan takes some seconds */
};

/* What the profile says: numbers have the dot of Indonesia between thousands, whatever the locale
 * of the one who prints. */
static const char profile_text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
    "<item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\" "
    "oor:op=\"fuse\"><value>id-ID</value></prop></item>\n"
    "</oor:items>\n";

/* The signal that ended the wait; 0: none. */
static volatile sig_atomic_t caught;

static void catch (int number)
{
    caught = number;
}

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

/* Takes the signals that would end the program and leave the other one behind; gives them back. Who
 * ignores one (nohup) goes on ignoring it. */
static void
take_signals (struct sigaction *before)
{
    const struct sigaction action = { .sa_handler = catch };
    caught = 0;
    for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
        sigaction (signals[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            sigaction (signals[i], &action, NULL);
    }
}

static void
give_signals_back (const struct sigaction *before)
{
    for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
        sigaction (signals[i], &before[i], NULL);
}

static gboolean
set_error (const char *path, int number, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot write '%s': %s"), path,
                     g_strerror (number));
    return FALSE;
}

/* Starts @argv in a process group of its own, silent.
 *
 * Returns: an error number. */
static int
start (const char *const *argv, pid_t *ret_child)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;

    posix_spawn_file_actions_init (&files);
    posix_spawn_file_actions_addopen (&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen (&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen (&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init (&attributes);
    posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup (&attributes, 0);
    int number =
        posix_spawn (ret_child, argv[0], &files, &attributes, (char *const *)argv, environ);
    posix_spawnattr_destroy (&attributes);
    posix_spawn_file_actions_destroy (&files);
    return number;
}

/* Waits for @child and ends it, with all that it started, when it takes too long or somebody wants
 * us to end.
 *
 * Returns: whether it ended by itself and was content. */
static gboolean
wait_for (pid_t child)
{
    int status = 0;
    pid_t ended = 0;

    for (guint i = 0; i < WAITS_MAX && caught == 0; i++) {
        ended = waitpid (child, &status, WNOHANG);
        if (ended != 0 && !(ended < 0 && errno == EINTR))
            break;
        g_usleep (WAIT_MICROSECONDS);
    }
    if (ended == child)
        return WIFEXITED (status) && WEXITSTATUS (status) == 0;
    kill (-child, SIGKILL);
    while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
        ;
    return FALSE;
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    g_remove (path);
    return 0;
}

/* Writes the profile into @folder.
 *
 * Returns: its name as a URI, owned by the caller; NULL with @error. */
static char *
make_profile (const char *folder, GError **error)
{
    g_autofree char *profile = g_build_filename (folder, "profile", NULL);
    g_autofree char *user = g_build_filename (profile, "user", NULL);
    g_autofree char *file = g_build_filename (user, "registrymodifications.xcu", NULL);

    if (g_mkdir_with_parents (user, 0700) < 0) {
        set_error (user, errno, error);
        return NULL;
    }
    FILE *stream = g_fopen (file, "we");
    gboolean ok = stream != NULL && fputs (profile_text, stream) >= 0;
    if (stream != NULL && fclose (stream) != 0)
        ok = FALSE;
    if (!ok) {
        set_error (file, errno, error);
        return NULL;
    }
    return g_filename_to_uri (profile, NULL, error);
}

/* Has @program make 'NAME.pdf' of @workbook, 'NAME.xlsx', in @folder; all names are absolute. */
static gboolean
convert (const char *program, const char *workbook, const char *folder, const char *path,
         GError **error)
{
    g_autofree char *uri = make_profile (folder, error);
    if (uri == NULL)
        return FALSE;
    g_autofree char *profile = g_strconcat ("-env:UserInstallation=", uri, NULL);
    g_autofree char *base = g_path_get_basename (workbook);
    char *dot = strrchr (base, '.');
    if (dot != NULL)
        *dot = '\0';
    g_autofree char *name = g_strconcat (base, ".pdf", NULL);
    g_autofree char *made = g_build_filename (folder, name, NULL);
    const char *const argv[] = { program, profile,    "--headless", "--norestore", "--convert-to",
                                 "pdf",   "--outdir", folder,       workbook,      NULL };
    GStatBuf status;
    pid_t child = -1;

    int number = start (argv, &child);
    if (number != 0) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot start '%s': %s"), program,
                         g_strerror (number));
        return FALSE;
    }
    /* One that was ended, or crashed, may have left the beginning of a PDF. */
    if (!wait_for (child) || g_stat (made, &status) < 0 || status.st_size == 0) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("LibreOffice made no PDF of '%s'"),
                         workbook);
        recap_error_set_hint (error, _ ("open the workbook and export it from there"));
        return FALSE;
    }
    return g_rename (made, path) == 0 || set_error (path, errno, error);
}

/* Works in a folder beside @path, which is gone afterwards, whatever signal comes. */
static gboolean
print (const char *program, const char *workbook, const char *path, GError **error)
{
    g_autofree char *whole = g_canonicalize_filename (workbook, NULL);
    g_autofree char *target = g_canonicalize_filename (path, NULL);
    g_autofree char *folder = g_strconcat (target, ".XXXXXX", NULL);
    struct sigaction before[G_N_ELEMENTS (signals)];
    gboolean ok = FALSE;

    take_signals (before);
    if (g_mkdtemp_full (folder, 0700) == NULL) {
        set_error (path, errno, error);
    } else {
        ok = convert (program, whole, folder, target, error);
        nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    }
    give_signals_back (before);
    if (caught != 0)
        raise (caught);
    return ok;
}

gboolean
cli_write_pdf (Cli *self, const char *workbook, const char *path, GError **error)
{
    static const char *const programs[] = { "soffice", "libreoffice" };
    g_autofree char *program = NULL;

    cli_end_progress (self);
    for (guint i = 0; program == NULL && i < G_N_ELEMENTS (programs); i++)
        program = g_find_program_in_path (programs[i]);
    if (program == NULL) {
        recap_error_set (error, RECAP_ERROR_IO, NULL,
                         _ ("cannot write '%s': LibreOffice is not installed"), path);
        recap_error_set_hint (error, _ ("the workbook '%s' is written; print it to a PDF file"),
                              workbook);
        return FALSE;
    }
    return print (program, workbook, path, error);
}
