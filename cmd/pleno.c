#include "config.h"

#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
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
enter_folder (const Options *options, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (options->meeting);
    return g_chdir (folder) == 0 || set_open_error (folder, error);
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

static CliStatus
report (Options *options, const RecapPleno *pleno)
{
    const GPtrArray *notes = recap_pleno_get_notes (pleno);
    const GPtrArray *remarks = recap_pleno_get_remarks (pleno);
    const GPtrArray *troubles = recap_pleno_get_troubles (pleno);

    for (guint i = 0; i < notes->len; i++)
        cli_note (&options->cli, "%s", (const char *)g_ptr_array_index (notes, i));
    recap_pleno_list_changes (pleno, tell_change, options);
    for (guint i = 0; i < MIN (remarks->len, REMARKS_MAX); i++)
        cli_warn (&options->cli, g_ptr_array_index (remarks, i));
    if (remarks->len > REMARKS_MAX)
        cli_warn_more (&options->cli, remarks->len - REMARKS_MAX);
    for (guint i = 0; i < troubles->len; i++)
        cli_fail (&options->cli, g_ptr_array_index (troubles, i));
    if (troubles->len > 0)
        return CLI_TROUBLE;
    return recap_pleno_is_serious (pleno) ? CLI_FINDINGS : CLI_DONE;
}

static CliStatus
run (Options *options, RecapPleno *pleno, GError **error)
{
    g_autoptr (RecapSpool) summary = recap_spool_new ();

    if (!recap_pleno_run (pleno, error))
        return CLI_TROUBLE;
    recap_pleno_write_summary (pleno, summary);
    if (!go_home (options, error) ||
        !cli_write (&options->cli, summary, options->cli.arg_output, error))
        return CLI_TROUBLE;
    fflush (options->cli.out);
    return report (options, pleno);
}

/* What --watch looks at. */
typedef struct {
    RecapWatch *inputs;
    guint64 seen;        /* before they were read */
    RecapWatch *entries; /* outputs that people fill in */
    guint64 seen_entries;
} Watch;

static void
add_to_watch (const char *path, gpointer watch)
{
    recap_watch_add (watch, path);
}

/* The paths of a watch are meant from the folder of the meeting file. */
static void
watch_meeting (const Options *options, Watch *watch)
{
    g_autofree char *name = g_path_get_basename (options->meeting);
    recap_watch_add (watch->inputs, name);
}

static void
look (const Options *options, const RecapPleno *pleno, Watch *watch)
{
    recap_watch_clear (watch->inputs);
    watch_meeting (options, watch);
    recap_pleno_list_inputs (pleno, add_to_watch, watch->inputs);
    watch->seen = recap_watch_look (watch->inputs);
    recap_watch_clear (watch->entries);
    recap_pleno_list_entries (pleno, add_to_watch, watch->entries);
    watch->seen_entries = recap_watch_look (watch->entries);
}

/* Does everything once. @watch is NULL when nobody waits for changes. */
static CliStatus
work (Options *options, Watch *watch, GError **error)
{
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
    if (watch != NULL)
        look (options, pleno, watch);
    return run (options, pleno, error);
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

/* Works once, and tells. What the run itself wrote is no change; when it was kept from writing, it
 * is one.
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
    if (*ret_status != CLI_TROUBLE)
        watch->seen_entries = recap_watch_look (watch->entries);
    cli_note (&options->cli, "%s", _ ("waiting for a change; Ctrl-C ends"));
    return TRUE;
}

/* Works whenever something changes. Trouble is told and waits for the change that mends it. */
static CliStatus
work_on (Options *options)
{
    g_autoptr (RecapWatch) inputs = recap_watch_new ();
    g_autoptr (RecapWatch) entries = recap_watch_new ();
    Watch watch = { inputs, 0, entries, 0 };
    CliStatus status;

    catch_signals ();
    watch_meeting (options, &watch);
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
    return go_home (options, error) && enter_folder (options, error) ? work_on (options)
                                                                     : CLI_TROUBLE;
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
