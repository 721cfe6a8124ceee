/* Everything that is done with the forms of one meeting: the operation behind recap-pleno. */
#pragma once

#include <glib.h>

#include "import.h"
#include "meeting.h"
#include "profile.h"

G_BEGIN_DECLS

/* What a meeting needs besides its file. Everything is borrowed. */
typedef struct {
    const RecapMeeting *meeting;
    const char *path; /* of its file from the folder of the run, for the list of what the minutes
                         were made from; '-': standard input; NULL: it is left out there */
    const RecapContests *contests;
    RecapProfiles *profiles;
    gint64 created;             /* of workbooks, seconds since 1970-01-01 UTC; 0: the day of the
                                 * meeting */
    guint reload;               /* pages load themselves again after so many seconds; 0: never */
    RecapProgressFunc progress; /* NULL: nobody */
    gpointer progress_data;
} RecapPlenoInput;

typedef struct _RecapPleno RecapPleno;

/* Reads what the meeting file asks for ([pleno], [sumber ...]); nothing else is opened yet. @input
 * is copied.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_USAGE, with the line of the group: no
 *          contest, an unknown one, no output folder, a source without files. */
RecapPleno *recap_pleno_new (const RecapPlenoInput *input, GError **error);
void recap_pleno_free (RecapPleno *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapPleno, recap_pleno_free)

/* Takes a file or folder that is read, or would be read if it were there. */
typedef void (*RecapPlenoPathFunc) (const char *path, gpointer data);

/* Names every path that a run reads, but for the meeting file and the outputs. */
void recap_pleno_list_inputs (const RecapPleno *self, RecapPlenoPathFunc take, gpointer data);

/* Names the outputs that a run reads as well, because people fill them in: the minutes and the
 * lists of decisions. */
void recap_pleno_list_entries (const RecapPleno *self, RecapPlenoPathFunc take, gpointer data);

/* Reads the sources of each contest, checks the forms of the authority (the source 'plano', or else
 * the first), compares the others with it, applies the decisions, adds up and writes the minutes;
 * outputs go to the folder of the meeting as recap_outputs_commit() puts them there. Trouble with
 * one contest leaves its outputs as they were and the other contests to go on. To be called once.
 *
 * Returns: FALSE with @error when nothing could be done: the output folder, register, rules or
 *          decisions. What there is to tell so far can be asked for also then. */
gboolean recap_pleno_run (RecapPleno *self, GError **error);

/* Returns: whether the outputs that recap_pleno_list_entries() names are, after a run, as it put
 * them in place, or found them when it did not. FALSE: somebody saved one meanwhile, which the run
 * need not have read; or the run did not come so far. */
gboolean recap_pleno_has_left_entries (const RecapPleno *self);

/* Returns: what went wrong with single contests or the summary, of GError; belongs to @self. */
const GPtrArray *recap_pleno_get_troubles (const RecapPleno *self);

/* Returns: why decisions were refused, of GError; belongs to @self. */
const GPtrArray *recap_pleno_get_refusals (const RecapPleno *self);

/* Returns: what sums lack, of GError: of each contest the first; belongs to @self. How many there
 * are besides is *@ret_n_more. */
const GPtrArray *recap_pleno_get_remarks (const RecapPleno *self, guint64 *ret_n_more);

/* Returns: what was passed over on reading, sentences in the user's language, of char *; belongs to
 * @self. */
const GPtrArray *recap_pleno_get_notes (const RecapPleno *self);

/* Returns: whether there is something to report: rejects, findings, differences, refused decisions,
 * incomplete sums, a contest that did not come so far. */
gboolean recap_pleno_is_serious (const RecapPleno *self);

/* Takes one file that is new or differs from what was there; @kept is the path of its earlier
 * version, NULL when there was none. */
typedef void (*RecapPlenoFileFunc) (const char *path, const char *kept, gpointer data);

/* Names the files that the run changed, in the order in which they were put in place. */
void recap_pleno_list_changes (const RecapPleno *self, RecapPlenoFileFunc take, gpointer data);

/* Writes the summary of the run: plain Indonesian sentences to be read aloud. */
void recap_pleno_write_summary (const RecapPleno *self, RecapSpool *spool);

G_END_DECLS
