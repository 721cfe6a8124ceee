/* What the blanks of a form mean: a box that nobody needs to fill, a page that is not there. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "form.h"
#include "rule.h"

G_BEGIN_DECLS

/* Knows the boxes of one contest in one schema. */
typedef struct _RecapBlanks RecapBlanks;

/* Makes it ready. Both must live as long.
 *
 * Returns: owned by the caller. */
RecapBlanks *recap_blanks_new (const RecapSchema *schema, const RecapContest *contest);
void recap_blanks_free (RecapBlanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapBlanks, recap_blanks_free)

/* Where the ballots of one contest differ between regions a table has columns that a form does not
 * need. Makes RECAP_CELL_OFF_BALLOT of the blank @cells
 *
 *  - behind the last contestant, and behind the last candidate of a party, who has anything written
 *    in the box;
 *  - of a party in whose boxes nothing at all is written;
 *
 * where something is written for another contestant and the table carries the total (V.A, B) by
 * which a number that is missing would be seen; when @proven only where that total is right without
 * them. Does nothing when the contest file has the whole ballot.
 *
 * Returns: how many there are. */
guint recap_blanks_mark (const RecapBlanks *self, RecapCell *cells, gboolean proven);

/* Finds the sections in which nothing is written although another section has something: the page
 * is missing. @sections (ending in NULL) are the numbers of those that stand for a page; one of
 * them with a single box is none. When one is missing, other sections without anything are too.
 *
 * Returns: a bit for each section of the contest (its index), 0: none is missing. */
guint64 recap_blanks_find_missing (const RecapBlanks *self, const RecapCell *cells,
                                   const char *const *sections);

/* Returns: how many boxes of section @section (index) the form with @cells carries. */
guint recap_blanks_count_boxes (const RecapBlanks *self, const RecapCell *cells, guint section);

G_END_DECLS
