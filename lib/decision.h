/* What the plenary decided about a cell: semula -> menjadi. */
#pragma once

#include <glib.h>

#include "count.h"
#include "text.h"

G_BEGIN_DECLS

/* One decision. All texts belong to the list and end in NUL. */
typedef struct {
    const char *kontes, *kode, *isian;
    RecapCell semula, menjadi; /* a number, blank or unreadable */
    const char *dasar;         /* plano, sirekap, salinan, hitung-ulang or lainnya */
    const char *alasan, *kejadian_khusus, *disetujui, *waktu;
    const char *file;
    guint64 line;
    const char *aturan; /* of a note: the rule whose finding about the whole form it notes; NULL or
                         * "": not said. About a cell it says nothing. */
    const char *asal;   /* where it was written first; NULL or "": in @file */
    gboolean shown;     /* of a sheet that shows what was decided before it was made */
    guint nth; /* of those in @file that say the same, from 1; 0: recap_decisions_add() counts */
} RecapDecision;

typedef struct _RecapDecisions RecapDecisions;

RecapDecisions *recap_decisions_new (void);
void recap_decisions_free (RecapDecisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapDecisions, recap_decisions_free)

/* Adds a copy of @decision and its texts. What decisions of another file say in the same words
 * counts once, and so does a change that a sheet shows as decided: the first one stays. Where a
 * file says it several times (5 -> 6, 6 -> 5, 5 -> 6) it counts as often as in the file that says
 * it most often. */
void recap_decisions_add (RecapDecisions *self, const RecapDecision *decision);

guint recap_decisions_get_n (const RecapDecisions *self);

/* Returns: decision @index, from 0, in the order of (kontes, kode), those of one form in the order
 * in which they were added. Belongs to @self. */
const RecapDecision *recap_decisions_get (const RecapDecisions *self, guint index);

/* Takes those out that fewer than @n persons agreed to, puts them into @refused (NULL: nowhere),
 * and adds a GError that names each of them to @refusals. */
void recap_decisions_require_names (RecapDecisions *self, guint n, RecapDecisions *refused,
                                    GPtrArray *refusals);

/* Returns: whether @a and @b say the same in the same words, wherever they were read. The rules are
 * not compared. */
gboolean recap_decision_says_same (const RecapDecision *a, const RecapDecision *b);

/* Sets @error to what @why says against @decision, with its place. */
void recap_decision_set_refused (GError **error, const RecapDecision *decision, const char *why);

/* Returns: how many different persons @disetujui names. Between two names stands ';', a new line,
 * '&' or the word 'dan'; a comma is part of a name, as degrees are. Two names are the same when
 * their letters and digits are: case, blanks, punctuation, accents and what cannot be seen make no
 * difference. What has no letter is no name. Letters of another alphabet are others. */
guint recap_decision_count_names (const char *disetujui);

/* The words for what a decision may rest on, ending in NULL. */
extern const char *const recap_decision_grounds[];

/* Returns: whether @word is one of them. */
gboolean recap_decision_is_ground (RecapText word);

G_END_DECLS
