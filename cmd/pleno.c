#include "config.h"

#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    REMARKS_MAX = 20,     /* warnings that are printed */
    LOOK_INTERVAL = 1000, /* milliseconds between two looks at the inputs */
    RELOAD_SECONDS = 2,   /* after which a page loads itself again */
    QUIET_INTERVAL = 500, /* nothing may change for so long before they are read */
};

typedef struct {
    Cli cli;
    gboolean arg_watch;
    gint64 created;      /* seconds since 1970-01-01 UTC; 0: not given */
    const char *meeting; /* path as it was given */
    int home;            /* descriptor of the folder that the tool was called in; -1: not open */
} Options;

/* What --watch looks at. The paths are meant from the folder of the meeting file. */
typedef struct {
    RecapWatch *meeting; /* its file alone */
    RecapWatch *inputs;  /* this and all others */
    guint64 seen;        /* before they were read */
    RecapWatch *entries; /* outputs that people fill in */
    guint64 seen_entries;
} Watch;

static volatile sig_atomic_t ended; /* by a signal */

static void
end (int number)
{
    (void)number;
    ended = TRUE;
}

/* Sets @error from errno: @path cannot be opened.
 *
 * Returns: FALSE. */
static gboolean
set_open_error (const char *path, GError **error)
{
    recap_error_set (error, RECAP_ERROR_IO, NULL, _ ("cannot open '%s': %s"), path,
                     g_strerror (errno));
    return FALSE;
}

/* Goes where the paths of the command line are meant from. */
static gboolean
go_home (Options *options, GError **error)
{
    if (options->home < 0)
        options->home = open (".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return (options->home >= 0 && fchdir (options->home) == 0) || set_open_error (".", error);
}

/* Goes to the folder of the meeting file: the paths in it are meant from there, and so are those in
 * the outputs, wherever the tool is called from. */
static gboolean
enter_folder (Options *options, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (options->meeting);
    return go_home (options, error) && (g_chdir (folder) == 0 || set_open_error (folder, error));
}

/* ---- one run ---- */

static void
tell_change (const char *path, const char *kept, gpointer data)
{
    Options *options = data;

    if (kept != NULL)
        cli_note (&options->cli, _ ("%s is new; the earlier one is kept as %s"), path, kept);
    else if (options->cli.arg_verbose)
        cli_note (&options->cli, _ ("%s is new"), path);
}

/* Warns of the first; what was refused comes before what is merely missing. */
static void
report_warnings (Options *options, const RecapPleno *pleno)
{
    guint64 n_more = 0;
    const GPtrArray *const lists[] = { recap_pleno_get_refusals (pleno),
                                       recap_pleno_get_remarks (pleno, &n_more) };
    guint n = 0;

    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
            if (n++ < REMARKS_MAX)
                cli_warn (&options->cli, g_ptr_array_index (lists[i], j));
    n_more += n - MIN (n, REMARKS_MAX);
    if (n_more > 0)
        cli_warn_more (&options->cli, n_more);
}

static CliStatus
report (Options *options, const RecapPleno *pleno)
{
    const GPtrArray *notes = recap_pleno_get_notes (pleno);
    const GPtrArray *troubles = recap_pleno_get_troubles (pleno);

    for (guint i = 0; i < notes->len; i++)
        cli_note (&options->cli, "%s", (const char *)g_ptr_array_index (notes, i));
    recap_pleno_list_changes (pleno, tell_change, options);
    report_warnings (options, pleno);
    for (guint i = 0; i < troubles->len; i++)
        cli_fail (&options->cli, g_ptr_array_index (troubles, i));
    if (troubles->len > 0)
        return CLI_TROUBLE;
    return recap_pleno_is_serious (pleno) ? CLI_FINDINGS : CLI_DONE;
}

static gboolean
write_summary (Options *options, const RecapPleno *pleno, GError **error)
{
    g_autoptr (RecapSpool) summary = recap_spool_new ();

    recap_pleno_write_summary (pleno, summary);
    if (!go_home (options, error) ||
        !cli_write (&options->cli, summary, options->cli.arg_output, error))
        return FALSE;
    fflush (options->cli.out);
    return TRUE;
}

/* What the run itself wrote is no change; when somebody saved something beside it, that is one. */
static void
look_again (const RecapPleno *pleno, Watch *watch)
{
    guint64 seen = recap_watch_look (watch->entries);

    if (recap_pleno_has_left_entries (pleno))
        watch->seen_entries = seen;
}

/* Whatever fails, what was done is told. */
static CliStatus
run (Options *options, Watch *watch, RecapPleno *pleno, GError **error)
{
    gboolean ok = recap_pleno_run (pleno, error);

    if (watch != NULL)
        look_again (pleno, watch);
    ok = ok && write_summary (options, pleno, error);
    CliStatus status = report (options, pleno);
    return ok ? status : CLI_TROUBLE;
}

static void
add_to_watch (const char *path, gpointer watch)
{
    recap_watch_add (watch, path);
}

/* Looks at what @pleno reads; @meeting is what was seen of its file before that was read. */
static void
look (const Options *options, const RecapPleno *pleno, guint64 meeting, Watch *watch)
{
    g_autofree char *name = g_path_get_basename (options->meeting);

    recap_watch_clear (watch->inputs);
    recap_watch_add (watch->inputs, name);
    recap_pleno_list_inputs (pleno, add_to_watch, watch->inputs);
    watch->seen = recap_watch_look (watch->inputs);
    if (recap_watch_look (watch->meeting) != meeting)
        watch->seen = ~watch->seen;
    recap_watch_clear (watch->entries);
    recap_pleno_list_entries (pleno, add_to_watch, watch->entries);
    watch->seen_entries = recap_watch_look (watch->entries);
}

/* Returns: whether the summary goes where inputs are read. */
static gboolean
is_summary_read (const Options *options, const Watch *watch)
{
    const char *path = options->cli.arg_output;
    struct stat info;

    if (path == NULL)
        return fstat (fileno (options->cli.out), &info) == 0 &&
               recap_watch_holds (watch->inputs, info.st_dev, info.st_ino);
    g_autofree char *folder = g_path_get_dirname (path);
    const char *const places[] = { path, folder };
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        if (fstatat (options->home, places[i], &info, 0) == 0 &&
            recap_watch_holds (watch->inputs, info.st_dev, info.st_ino))
            return TRUE;
    return FALSE;
}

/* Each run would be a change, and the next would follow at once. */
static gboolean
check_summary (const Options *options, const Watch *watch, GError **error)
{
    if (!is_summary_read (options, watch))
        return TRUE;
    recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("the summary would be read as an input"));
    recap_error_set_hint (error, _ ("write it into a folder that is not watched"));
    return FALSE;
}

/* Does everything once. @watch is NULL when nobody waits for changes. */
static CliStatus
work (Options *options, Watch *watch, GError **error)
{
    guint64 seen = watch != NULL ? recap_watch_look (watch->meeting) : 0;
    g_autoptr (RecapMeeting) meeting =
        go_home (options, error) ? recap_meeting_load (options->meeting, error) : NULL;
    g_autoptr (RecapContests) contests = meeting != NULL ? cli_load_contests (error) : NULL;
    g_autoptr (RecapProfiles) profiles = contests != NULL ? cli_load_profiles (error) : NULL;

    if (profiles == NULL)
        return CLI_TROUBLE;
    g_autofree char *name = g_path_get_basename (options->meeting);
    const RecapPlenoInput input = {
        .meeting = meeting,
        .path = name,
        .contests = contests,
        .profiles = profiles,
        .created = options->created,
        .reload = options->arg_watch ? RELOAD_SECONDS : 0,
        .progress = cli_progress,
        .progress_data = &options->cli,
    };
    g_autoptr (RecapPleno) pleno = recap_pleno_new (&input, error);
    if (pleno == NULL || !enter_folder (options, error))
        return CLI_TROUBLE;
    if (watch != NULL) {
        look (options, pleno, seen, watch);
        if (!check_summary (options, watch, error))
            return CLI_TROUBLE;
    }
    return run (options, watch, pleno, error);
}

/* ---- again and again ---- */

static void
pause_for (guint milliseconds)
{
    const struct timespec wait = { milliseconds / 1000, (long)(milliseconds % 1000) * 1000000 };

    if (!ended)
        nanosleep (&wait, NULL);
}

static gboolean
is_as_seen (const Watch *watch)
{
    return recap_watch_look (watch->inputs) == watch->seen &&
           recap_watch_look (watch->entries) == watch->seen_entries;
}

/* Waits until something has changed since it was read, and then until nothing changes any more: a
 * file that is being saved is left to be saved.
 *
 * Returns: FALSE when a signal came instead. */
static gboolean
wait_for_change (Watch *watch)
{
    while (!ended && is_as_seen (watch))
        pause_for (LOOK_INTERVAL);
    while (!ended && !is_as_seen (watch)) {
        watch->seen = recap_watch_look (watch->inputs);
        watch->seen_entries = recap_watch_look (watch->entries);
        pause_for (QUIET_INTERVAL);
    }
    return !ended;
}

/* A second signal of the kind ends the program at once. */
static void
catch_signals (void)
{
    const struct sigaction action = { .sa_handler = end, .sa_flags = (int)SA_RESETHAND };

    sigaction (SIGINT, &action, NULL);
    sigaction (SIGTERM, &action, NULL);
}

/* Works once, and tells.
 *
 * Returns: FALSE when there is nothing to wait for: the folder of the meeting is gone. */
static gboolean
work_and_look (Options *options, Watch *watch, CliStatus *ret_status)
{
    g_autoptr (GError) error = NULL;

    *ret_status = work (options, watch, &error);
    if (error != NULL)
        cli_fail (&options->cli, error);
    if (!enter_folder (options, NULL))
        return FALSE;
    cli_note (&options->cli, "%s", _ ("waiting for a change; Ctrl-C ends"));
    return TRUE;
}

/* Works whenever something changes. Trouble is told and waits for the change that mends it. */
static CliStatus
work_on (Options *options)
{
    g_autofree char *name = g_path_get_basename (options->meeting);
    g_autoptr (RecapWatch) meeting = recap_watch_new ();
    g_autoptr (RecapWatch) inputs = recap_watch_new ();
    g_autoptr (RecapWatch) entries = recap_watch_new ();
    Watch watch = { meeting, inputs, 0, entries, 0 };
    CliStatus status;

    catch_signals ();
    recap_watch_add (meeting, name);
    recap_watch_add (inputs, name);
    watch.seen = recap_watch_look (inputs);
    watch.seen_entries = recap_watch_look (entries);
    while (work_and_look (options, &watch, &status) && wait_for_change (&watch))
        continue;
    return status;
}

/* ---- the tool ---- */

static CliStatus
pleno (Options *options, GError **error)
{
    if (!options->arg_watch)
        return work (options, NULL, error);
    /* A slip in the name is not waited for. */
    if (g_access (options->meeting, R_OK) != 0) {
        set_open_error (options->meeting, error);
        return CLI_TROUBLE;
    }
    return enter_folder (options, error) ? work_on (options) : CLI_TROUBLE;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "watch", 0, 0, G_OPTION_ARG_NONE, &options->arg_watch,
          N_ ("go on, and do everything again when an input changes"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("MEETING"),
                    N_ ("Does the whole job of a meeting: reads, checks, compares, decides, adds "
                        "up and writes the minutes"),
                    ret_status))
        return FALSE;
    if (*argc != 2)
        *ret_status = cli_usage (&options->cli, "%s", _ ("one meeting file is needed"));
    else if (options->arg_watch && strcmp ((*argv)[1], "-") == 0)
        *ret_status = cli_usage (&options->cli, "%s", _ ("--watch cannot look at standard input"));
    else
        return cli_read_epoch (&options->cli, &options->created, ret_status);
    return FALSE;
}

int
recap_pleno_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-pleno", out, err), .home = -1 };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        options.meeting = argv[1];
        status = pleno (&options, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    if (options.home >= 0)
        close (options.home);
    cli_clear (&options.cli);
    return status;
}
