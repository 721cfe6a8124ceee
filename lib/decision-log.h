/* The log of what recap-resolve changed: lines are only ever added, and each carries the SHA-256 of
 * the one before it. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "form.h"
#include "spool.h"

G_BEGIN_DECLS

#define RECAP_DECISION_LOG_HASH_SIZE 65 /* 64 digits and their NUL */

/* What a log is. */
typedef struct {
    guint64 n_lines;                         /* decisions in it */
    guint64 n_added;                         /* of these, those that were added now */
    guint64 n_known;                         /* were not added: it had them */
    char last[RECAP_DECISION_LOG_HASH_SIZE]; /* SHA-256 of the last line; zeros: there is none */
} RecapDecisionLogState;

/* Lines that are to be added to a log. */
typedef struct _RecapDecisionLog RecapDecisionLog;

/* Returns: an empty list of lines, owned by the caller. */
RecapDecisionLog *recap_decision_log_new (void);
void recap_decision_log_free (RecapDecisionLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapDecisionLog, recap_decision_log_free)

/* Forgets all lines. */
void recap_decision_log_clear (RecapDecisionLog *self);

/* Adds the line of @decision, which was applied to @form. What is copied has no line ends. */
void recap_decision_log_add (RecapDecisionLog *self, const RecapDecision *decision,
                             const RecapForm *form);

/* Writes the lines to @spool as a log that begins with them. */
void recap_decision_log_write (const RecapDecisionLog *self, RecapSpool *spool);

/* Appends the lines to the file @path, which is made when it is not there. What it has already must
 * be a log that holds; decisions that it has in the same words are not added again. All lines or
 * none are written, and they are on the disk when this returns; a second program waits. What is not
 * a file (a pipe, a terminal) gets a log of its own.
 *
 * Returns: FALSE with @error as recap_decision_log_verify() or RECAP_ERROR_IO. */
gboolean recap_decision_log_append (const RecapDecisionLog *self, const char *path,
                                    RecapDecisionLogState *ret_state, GError **error);

/* Reads the log @path and follows its chain.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA and the place of the first line that does not fit,
 *          or RECAP_ERROR_IO. */
gboolean recap_decision_log_verify (const char *path, RecapDecisionLogState *ret_state,
                                    GError **error);

G_END_DECLS
