/* What the votes of one form can become. Private to the effect. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "finding.h"
#include "form.h"
#include "register.h"
#include "rule.h"

G_BEGIN_DECLS

/* A box of votes. */
typedef struct {
    guint field; /* index in the schema */
    const RecapField *box;
    int party; /* for a part of a party's votes: the index of the box of all of them; else -1 */
} RecapEffectBox;

/* What is known of one box of one form. */
typedef struct {
    gboolean has_number;
    gint64 votes;        /* 0 without a number, which is not to say that there are none */
    gint64 fewest, most; /* most: or RECAP_EFFECT_NO_LIMIT */
} RecapEffectVotes;

/* The boxes of the forms of one contest. */
typedef struct _RecapEffectPlan RecapEffectPlan;

/* Makes the plan for the forms of @contest. @schema and @rules must live as long.
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_SCHEMA: the tables have no votes of
 *          contestants, or a part of a party's votes but not their total. */
RecapEffectPlan *recap_effect_plan_new (const RecapContest *contest, const RecapSchema *schema,
                                        const RecapRules *rules, GError **error);
void recap_effect_plan_free (RecapEffectPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapEffectPlan, recap_effect_plan_free)

const RecapContest *recap_effect_plan_get_contest (const RecapEffectPlan *self);

/* The boxes: first one for all votes of each contestant, then the parts of parties, each in form
 * order. They belong to @self. */
const RecapEffectBox *recap_effect_plan_get_boxes (const RecapEffectPlan *self, guint *ret_n);
guint recap_effect_plan_get_n_contestants (const RecapEffectPlan *self);

/* Returns: the index of the box of @isian, -1 when it is none of votes. */
int recap_effect_plan_find (const RecapEffectPlan *self, RecapText isian);

/* Works out what the boxes of @form can become. @findings are the @n_findings open ones about it;
 * @absent: there is no form, its cells are all blank. @station (may be NULL) has its DPT.
 *
 * *@ret_votes gets one entry for each box. */
void recap_effect_plan_open (RecapEffectPlan *self, const RecapForm *form,
                             const RecapFinding *const *findings, guint n_findings,
                             const RecapStation *station, RecapEffectVotes *ret_votes);

/* Returns: whether @finding says that there should be a form, or should not. */
gboolean recap_effect_is_about_station (const RecapFinding *finding);

G_END_DECLS
