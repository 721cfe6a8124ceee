/* What the parts of the explanations share. Private to cause*.c. */
#pragma once

#include <glib.h>

#include "blanks.h"
#include "cause.h"
#include "formula.h"
#include "misread.h"
#include "rule.h"

G_BEGIN_DECLS

/* A formula of a rule that must hold on a correct form. */
typedef struct {
    const RecapRule *rule;
    const RecapFormula *formula;
} CauseFormula;

/* The formulas for the forms of one contest. */
typedef struct {
    const RecapContest *contest;
    gboolean outside;    /* for TPS that are not ordinary */
    GPtrArray *rules;    /* RecapRule, as they are for this contest */
    GPtrArray *compiled; /* arrays of RecapFormula, kept alive */
    RecapBlanks *blanks;
    GArray *formulas;          /* CauseFormula, in the order of the catalogue */
    guint n_boxes;             /* fields of the schema */
    GArray **of_box;           /* for each the indices (guint) of its formulas; NULL: none */
    const RecapField **fields; /* the box that each is; NULL: the contest does not have it */
} CausePlan;

/* Whether a form keeps a formula. */
typedef enum {
    CAUSE_UNKNOWN, /* a box has no number */
    CAUSE_HOLDS,
    CAUSE_BROKEN,
} CauseState;

/* How much two sources show of one section. */
typedef struct {
    guint n_boxes;     /* that both carry */
    guint n_filled[2]; /* of these, not blank; by source */
} CausePage;

struct _RecapCauses {
    const RecapSchema *schema;
    RecapRules *rules;
    RecapMisreads *misreads;
    GPtrArray *plans; /* CausePlan */
    RecapGroup *group;
    gboolean wants_neighbours;
    GString *text;

    /* Of the pair at hand: for each formula of its plan, where a differing box is in it. */
    const CausePlan *plan;
    GArray *states_a; /* CauseState */
    GArray *states_b;
    GArray *affected; /* gboolean */
    GArray *pages;    /* CausePage, one for each section */

    /* Forms that may have a page of another contest. */
    GPtrArray *candidates;          /* of cause-contests.c */
    GHashTable *candidates_by_code; /* the last one of each code, which leads to the others */
    gboolean contests_found;        /* some have: nothing more is noted */
};

/* How surely equal numbers mean more than chance, in a hundred. */
guint cause_distinct (RecapCell value);

/* Returns: the weight that the catalogue gives @word; 0 when it does not have it. */
guint64 cause_weight (const RecapCauses *self, const char *word);

/* Begins a sentence with what @cause is: 'Angka dua baris bertukar tempat (plano/sirekap): '. */
void cause_start_sentence (const RecapPair *pair, const RecapCause *cause, GString *out);

/* Returns: the box that @field is for the pairs of the group; NULL when their contest does not have
 * it. Only after cause_rules_choose(). */
const RecapField *cause_field (const RecapCauses *self, guint field);

/* cause-rules.c: what the rules say. _choose() finds the plan for @pair and must come first;
 * _enter() marks the boxes that are not on the ballot and works out which formulas the two forms
 * keep. */
gboolean cause_rules_choose (RecapCauses *self, const RecapPair *pair, GError **error);
void cause_rules_enter (RecapCauses *self, RecapPair *pair);

/* Which way the rules point for one difference. */
typedef struct {
    guint n_for_a;     /* formulas that hold with a and break with b */
    guint n_for_b;     /* the reverse */
    gboolean balanced; /* both forms keep a formula that the other number alone would break */
} CauseEvidence;

/* Weighs @difference and writes its sentence. */
CauseEvidence cause_rules_weigh (RecapCauses *self, RecapPair *pair, RecapDifference *difference);

/* Explains totals that follow from other boxes. */
void cause_rules_explain_total (RecapCauses *self, const RecapPair *pair,
                                RecapDifference *difference);

/* Says which of the two forms adds up. */
void cause_rules_observe (RecapCauses *self, RecapPair *pair);

void cause_plan_free (gpointer plan);

/* cause-rows.c: numbers that stand in another row of the same form. */
void cause_rows_explain (RecapCauses *self, RecapPair *pair);
void cause_rows_observe (RecapCauses *self, RecapPair *pair);

/* cause-shift.c: votes that moved within the form while totals stayed right. What else explains the
 * boxes must be known before, other forms included. */
void cause_shift_explain (RecapCauses *self, RecapPair *pair);
void cause_shift_observe (RecapCauses *self, RecapPair *pair);

/* cause-contests.c: pages of another contest at the same TPS. */
void cause_contests_init (RecapCauses *self);
void cause_contests_clear (RecapCauses *self);
void cause_contests_note (RecapCauses *self, const RecapPair *pair);
void cause_contests_explain (RecapCauses *self, RecapPair *pair);

/* cause-forms.c: numbers and pages of another TPS. */
gboolean cause_forms_wants (const RecapPair *pair);
void cause_forms_explain (RecapCauses *self, const RecapTable *neighbours);

G_END_DECLS
