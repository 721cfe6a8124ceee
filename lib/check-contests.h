/* A part of recap_check_run(): what the forms of one TPS for several contests share. */
#pragma once

#include <glib.h>

#include "check-form.h"

G_BEGIN_DECLS

typedef struct _ContestCheck ContestCheck;

/* Makes the rules between contests ready for forms of @schema. Findings go to @finding; with @all
 * what is kept is given as well. All must live as long; @forms has the rules as they are at a
 * place.
 *
 * Returns: owned by the caller; NULL when no rule is between contests or the tables have none of
 *          its boxes. */
ContestCheck *contest_check_new (const RecapRules *rules, FormCheck *forms,
                                 const RecapSchema *schema, gboolean all, RecapFindingFunc finding,
                                 gpointer data);
void contest_check_free (ContestCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ContestCheck, contest_check_free)

/* Remembers what @form shares with those for other contests. Forms come in the order of their keys,
 * all of them before the first contest_check_run(). About 28 bytes a form are kept.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT: too many sources. */
gboolean contest_check_take (ContestCheck *self, const RecapForm *form, GError **error);

/* Holds @form against what was remembered; forms come in the order of their keys.
 *
 * Returns: FALSE with what the receiver of findings said in @error. */
gboolean contest_check_run (ContestCheck *self, const RecapForm *form, GError **error);

/* Forgets what was taken. */
void contest_check_reset (ContestCheck *self);

G_END_DECLS
