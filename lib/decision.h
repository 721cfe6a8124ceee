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
} RecapDecision;

typedef struct _RecapDecisions RecapDecisions;

RecapDecisions *recap_decisions_new (void);
void recap_decisions_free (RecapDecisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapDecisions, recap_decisions_free)

/* Adds a copy of @decision and its texts. */
void recap_decisions_add (RecapDecisions *self, const RecapDecision *decision);

guint recap_decisions_get_n (const RecapDecisions *self);

/* Returns: decision @index, from 0, in the order of (kontes, kode), those of one form in the order
 * in which they were added. Belongs to @self. */
const RecapDecision *recap_decisions_get (const RecapDecisions *self, guint index);

/* Returns: whether @word is one of the grounds a decision may have. */
gboolean recap_decision_is_ground (RecapText word);

G_END_DECLS
