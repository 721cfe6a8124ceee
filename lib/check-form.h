/* A part of recap_check_run(): the rules of one form. */
#pragma once

#include <glib.h>

#include "check.h"

G_BEGIN_DECLS

typedef struct _FormCheck FormCheck;

/* Makes the rules ready for forms of @schema. With @all (recap-check --all) what a form keeps is
 * given as well. Findings go to @finding. All must live as long.
 *
 * Returns: owned by the caller. */
FormCheck *form_check_new (const RecapRules *rules, const RecapSchema *schema, gboolean all,
                           RecapFindingFunc finding, gpointer data);
void form_check_free (FormCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormCheck, form_check_free)

/* Checks @form and counts it in @summary; findings come in the order of the catalogue.
 *
 * Returns: FALSE with @error: a formula that cannot be read (RECAP_ERROR_SYNTAX), or what the
 *          receiver of findings said. */
gboolean form_check_run (FormCheck *self, const RecapForm *form, RecapCheckSummary *summary,
                         GError **error);

/* Finds the first active rule of @kind as it is for @contest at @kode; *@ret_rule is NULL when
 * there is none, and belongs to @self until its next call.
 *
 * Returns: FALSE with @error RECAP_ERROR_SYNTAX: a formula that cannot be read. */
gboolean form_check_find_rule (FormCheck *self, const RecapContest *contest, RecapText kode,
                               RecapRuleKind kind, const RecapRule **ret_rule, GError **error);

/* Returns: a finding of @rule about the whole @form, which was read at @asal. The texts belong to
 *          them. */
RecapFinding check_start_finding (const RecapForm *form, const RecapRule *rule, const char *asal);

G_END_DECLS
