/* What the tools have in common: options, messages, streams, exit status. */
#pragma once

#include <glib.h>
#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "recap.h"

/* The exit status of every tool (recap(7)). */
typedef enum {
    CLI_DONE = 0,     /* done, nothing to report */
    CLI_FINDINGS = 1, /* done, and there is something to report */
    CLI_TROUBLE = 2,  /* usage, unreadable input, failed write */
} CliStatus;

/* One run of a tool. CLI_INIT takes .reads and .writes behind the streams. */
typedef struct {
    const char *program; /* 'recap-diff' */
    FILE *out;
    FILE *err;
    char *arg_output; /* -o, NULL: out */
    gboolean arg_quiet;
    gboolean arg_verbose;
    gboolean arg_version;
    gboolean arg_help;
    const char *reads;    /* long names of the options whose files are read, blanks between them */
    const char *writes;   /* likewise of those, besides -o, that are written */
    GPtrArray *files;     /* what the command line names: cmd/cli-files.c */
    gint64 progress_time; /* when progress was shown last, in microseconds; 0: never */
} Cli;

#define CLI_INIT(name, out_stream, err_stream, ...)                                                \
    {                                                                                              \
        .program = (name), .out = (out_stream), .err = (err_stream), __VA_ARGS__                   \
    }

void cli_clear (Cli *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cli, cli_clear)

/* Parses the arguments: the tool's @entries and the options of all tools. @parameters is the line
 * of operands for the help ('A B [C...]'), @summary one sentence. What is left in @argv from
 * argv[1] are the operands; '--' is removed. Operands, or standard input without any, are taken for
 * inputs; an output that is an input or another output is wrong use.
 *
 * Returns: TRUE to go on; FALSE to end with *@ret_status (help and version printed, or wrong use
 *          reported). */
gboolean cli_parse (Cli *self, int *argc, char ***argv, const GOptionEntry *entries,
                    const char *parameters, const char *summary, CliStatus *ret_status);

/* The end of cli_parse(): notes the files that the options @entries and the @operands name.
 *
 * Returns: as cli_parse(). */
gboolean cli_note_files (Cli *self, const GOptionEntry *entries, const char *const *operands,
                         CliStatus *ret_status);

/* Notes that @path will be written, because of the option @label, besides what the options name.
 *
 * Returns: FALSE with *@ret_status when it is an input or another output; that was reported. */
gboolean cli_note_output (Cli *self, const char *label, const char *path, CliStatus *ret_status);

/* Returns: whether @path is the name of an open descriptor, as /dev/stdout: nothing that could be
 * replaced, even when a shell opened a file for it. */
gboolean cli_is_descriptor (const char *path);

/* Reports wrong use: one line, and where help is. Always returns CLI_TROUBLE. */
CliStatus cli_usage (Cli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Reads the word of --format (NULL: not given, *@format stays as it is); @last is the last of
 * RecapFormat that the tool can write.
 *
 * Returns: FALSE with *@ret_status when the tool has no such format; that was reported. */
gboolean cli_parse_format (Cli *self, const char *word, RecapFormat last, RecapFormat *format,
                           CliStatus *ret_status);

/* Reads the date that a packager or an archive gives to everything it makes (SOURCE_DATE_EPOCH);
 * without it *@seconds stays as it is.
 *
 * Returns: FALSE with *@ret_status when it is no date; that was reported. */
gboolean cli_read_epoch (Cli *self, gint64 *seconds, CliStatus *ret_status);

/* Prints @error: the place, what is wrong, the record with a caret, the hint. Always returns
 * CLI_TROUBLE. */
CliStatus cli_fail (Cli *self, const GError *error);

/* Prints @error as above, but as 'warning'. */
void cli_warn (Cli *self, const GError *error);

/* Says that @n more warnings were not printed. */
void cli_warn_more (Cli *self, guint64 n);

/* Prints @error as above, but as 'reject': what an import could not take. */
void cli_reject (Cli *self, const GError *error);

/* Prints @finding with the place of its second value, its code and what it says. */
void cli_finding (Cli *self, const RecapFinding *finding);

/* Prints a line 'program: ...' on standard error, unless -q was given. */
void cli_note (Cli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The same whether or not -q was given: for what must not be missed. */
void cli_note_always (Cli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Says that the tables have no form at all: nothing is wrong with it, but nobody should take it for
 * a clean result. With a register (@expected) forms were expected.
 *
 * Returns: the status of the tool. */
CliStatus cli_no_form (Cli *self, gboolean expected);

/* Loads the contests: built in, then those of the system and of $RECAP_DATADIR. */
RecapContests *cli_load_contests (GError **error);

/* Opens the tables @paths, whose reading cli_progress() shows. With NULL for @contests it returns
 * NULL, so that it may follow what loads them.
 *
 * Returns: owned by the caller; NULL with @error as recap_tables_open(). */
RecapTables *cli_open_tables (Cli *self, RecapContests *contests, const char *const *paths,
                              GError **error);

/* Loads the profiles of foreign tables from the same places.
 *
 * Returns: owned by the caller; NULL with @error as recap_profiles_load(). */
RecapProfiles *cli_load_profiles (GError **error);

/* Writes @spool to @path (NULL: to the tool's standard output): beside the target first, renamed
 * when complete. */
gboolean cli_write (Cli *self, RecapSpool *spool, const char *path, GError **error);

/* Has LibreOffice print @workbook, 'NAME.xlsx', to the PDF file @path: beside it first, renamed
 * when complete.
 *
 * Returns: FALSE with @error RECAP_ERROR_IO: it is not installed, made nothing within three
 *          minutes, or @path cannot be written. */
gboolean cli_write_pdf (Cli *self, const char *workbook, const char *path, GError **error);

/* Writes an answer to @spool that cannot turn out to be wrong any more. */
typedef void (*CliAnswer) (RecapSpool *spool, gpointer data);

/* As cli_write(), for what @answer writes: it goes where it belongs at once instead of waiting in a
 * spool. */
gboolean cli_write_answer (Cli *self, CliAnswer answer, gpointer data, const char *path,
                           GError **error);

/* A RecapProgressFunc with a Cli as data: shows how much was read, on a terminal only, a few times
 * a second, on a line that the next message replaces. */
void cli_progress (guint64 n_records, gpointer cli);

/* Takes the line of cli_progress() away, if there is one. Messages do so themselves. */
void cli_end_progress (Cli *self);

/* A RecapFindingFunc and its reset for a RecapFindingWriter as data. */
gboolean cli_add_finding (const RecapFinding *finding, gpointer writer, GError **error);
void cli_reset_findings (gpointer writer);

/* Keeps the descriptors of streams that were closed from the start (>&-) from being given to a file
 * that is opened later; writing to such a stream is a failed write. */
void cli_open_streams (void);

/* Closes standard output and standard error; a failed write turns any @status into trouble. */
int cli_close_streams (int status);

/* The tools. Each is its program with the streams as parameters, so that tests can call it. They
 * return a CliStatus. */
int recap_audit_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_check_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_diff_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_effect_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_import_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_pleno_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_report_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_resolve_tool (int argc, char **argv, FILE *out, FILE *err);
int recap_sum_tool (int argc, char **argv, FILE *out, FILE *err);
