/* The forms of one desa that two sources do not show alike, and what is found out about them. */
#pragma once

#include <glib.h>

#include "finding.h"
#include "form.h"

G_BEGIN_DECLS

/* So many explanations of one cell are kept. */
#define RECAP_EXPLANATIONS_MAX 6

/* A way in which one cell can have become what the other source shows. */
typedef struct {
    const char *cause;  /* word of the catalogue of causes */
    guint64 weight;     /* relative likelihood, on the scale of recap_misreads_explain() */
    const char *detail; /* Indonesian: "angka 3 terbaca 8"; belongs to the group */
} RecapExplanation;

/* One cell that differs. */
typedef struct {
    guint field; /* index into the schema */
    RecapCell a, b;
    guint n_explanations;
    RecapExplanation explanations[RECAP_EXPLANATIONS_MAX]; /* the most likely first */
    const char *evidence; /* which rules hold with which value, a sentence; NULL: nothing to say */
    guint shift;          /* the shift that it is part of, from 1; 0: none */
} RecapDifference;

/* Votes that moved between boxes of one form while their sum stayed the same: the differences with
 * its number. */
typedef struct {
    gint64 votes;
    int total; /* the box that shows the sum and is the same in both sources; -1: none */
} RecapShift;

/* Something about a form as a whole, a finding without a field. */
typedef struct _RecapObservation RecapObservation;
struct _RecapObservation {
    const char *code; /* D07 */
    RecapSeverity severity;
    const char *cause; /* word of the catalogue of causes; "" when there is none */
    const char *text;  /* a sentence; belongs to the group */
    RecapObservation *next;
};

/* Which source of a pair shows nothing at all. */
typedef enum {
    RECAP_PAIR_BOTH, /* neither: both show something */
    RECAP_PAIR_A_EMPTY,
    RECAP_PAIR_B_EMPTY,
} RecapPairState;

/* What the authority and another source say of one TPS. */
typedef struct {
    guint side;                  /* the other table, from 1 */
    RecapForm a, b;              /* copies that belong to the group */
    const char *asal_a, *asal_b; /* where they are from */
    RecapPairState state;
    const guint *fields; /* the fields that both tables carry, in form order; not the group's */
    guint n_fields;
    RecapDifference *differences; /* in form order, at least one */
    guint n_differences;
    RecapShift *shifts; /* number 1 is the first */
    guint n_shifts;
    RecapObservation *observations; /* in the order of their codes; NULL: none */
} RecapPair;

/* A pair, or a finding that needs no explanation. */
typedef struct {
    RecapPair *pair;             /* NULL: a finding */
    const RecapFinding *finding; /* NULL: a pair */
} RecapGroupEntry;

typedef struct _RecapGroup RecapGroup;

/* Makes an empty group for forms of @n_cells cells.
 *
 * Returns: owned by the caller. */
RecapGroup *recap_group_new (guint n_cells);
void recap_group_free (RecapGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapGroup, recap_group_free)

/* Returns: whether @form is of the region that recap_group_enter() named: the same contest and the
 * region next above, or, for codes without a hierarchy, the same names of regions. FALSE before
 * that. */
gboolean recap_group_holds (const RecapGroup *self, const RecapForm *form);

/* Empties @self and makes it that of the region of @form. */
void recap_group_enter (RecapGroup *self, const RecapForm *form);

/* Empties @self and forgets the region. */
void recap_group_leave (RecapGroup *self);

/* Empties @self, which stays that of its region. */
void recap_group_clear (RecapGroup *self);

/* Adds @pair with copies of its two forms. Its side, fields, state and forms must be filled in; the
 * cells that differ are found, those with a blank on one side left out when @ignore_blank.
 *
 * Returns: belongs to @self until it is emptied; NULL, nothing added, when no cell differs. */
RecapPair *recap_group_add (RecapGroup *self, const RecapPair *pair, gboolean ignore_blank);

/* Adds a copy of @finding. */
void recap_group_add_finding (RecapGroup *self, const RecapFinding *finding);

/* The entries in the order in which they were added. */
guint recap_group_get_n (const RecapGroup *self);
const RecapGroupEntry *recap_group_get (const RecapGroup *self, guint index);

/* Returns: a copy of @text that belongs to @self until it is emptied. */
const char *recap_group_copy (RecapGroup *self, const char *text);

/* Adds an explanation to @difference, which is of a pair of @self. Of those with the same cause the
 * heavier one stays; equal weights keep the order in which they came. @detail is copied. */
void recap_group_explain (RecapGroup *self, RecapDifference *difference, const char *cause,
                          guint64 weight, const char *detail);

/* Gives @pair, which is of @self, one more shift: the @n differences @members, places among those
 * of @pair.
 *
 * Returns: its number. */
guint recap_group_add_shift (RecapGroup *self, RecapPair *pair, const RecapShift *shift,
                             const guint *members, guint n);

/* Adds an observation to @pair, which is of @self, behind those of the same or a smaller code.
 * @code and @cause must live as long as the group, @text is copied. */
void recap_group_observe (RecapGroup *self, RecapPair *pair, const char *code,
                          RecapSeverity severity, const char *cause, const char *text);

/* Returns: whether the likeliest explanation of @difference is something that happened to whole
 *          rows or forms: rows that changed places, numbers of another TPS. */
gboolean recap_difference_is_of_whole (const RecapDifference *difference);

/* Returns: the difference of @pair in @field, an index into the schema; NULL when there is none. */
RecapDifference *recap_pair_find (const RecapPair *pair, guint field);

G_END_DECLS
