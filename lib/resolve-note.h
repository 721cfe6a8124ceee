/* Of which finding a decision about a whole form takes note. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "finding.h"
#include "rule.h"

G_BEGIN_DECLS

/* Finds what @note, a decision without a field, takes note of: findings about the whole form, of
 * the rule that the note names. Where it names none, of the only rule by which findings about the
 * form ask for a decision (recap_finding_asks()). @findings are sorted; @rules may be NULL.
 *
 * Returns: the first of these findings, which belongs to @findings; NULL: there is none. When the
 *          note names no rule and several ask, *@ret_several names them ("R27, R29", owned by the
 *          caller), else it is NULL. */
const RecapFinding *recap_note_find (const RecapDecision *note, const RecapFindings *findings,
                                     const RecapRules *rules, char **ret_several);

/* Returns: whether @decision is about @finding, one of @findings: its cell, or what it takes note
 * of. */
gboolean recap_decision_is_about (const RecapDecision *decision, const RecapFinding *finding,
                                  const RecapFindings *findings, const RecapRules *rules);

G_END_DECLS
