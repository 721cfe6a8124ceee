/* Patterns that users write into their files. The home of PCRE2. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

typedef struct _RecapPattern RecapPattern;

/* Makes a pattern of the regular expression @text (PCRE2, UTF-8, not empty), which must match a
 * whole text; case makes no difference. @name says where it stands, for messages.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SYNTAX. */
RecapPattern *recap_pattern_new (const char *text, const char *name, GError **error);
void recap_pattern_free (RecapPattern *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapPattern, recap_pattern_free)

/* Finds out whether @text, at most RECAP_PATTERN_SUBJECT_MAX bytes of UTF-8, is of the pattern; a
 * longer one is not, nor is one that is not UTF-8.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT when the pattern needs too much time or memory. */
#define RECAP_PATTERN_SUBJECT_MAX 4096
gboolean recap_pattern_match (RecapPattern *self, RecapText text, gboolean *ret_matches,
                              GError **error);

/* Returns: what the group named @group matched in the last text, which must still be there; empty
 * when there is no such group or it matched nothing. */
RecapText recap_pattern_get_group (const RecapPattern *self, const char *group);

G_END_DECLS
