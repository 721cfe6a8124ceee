/* The projector page: what the minutes are about, as one page of HTML that asks nothing of any
 * network. */
#pragma once

#include <glib.h>

#include "minutes.h"
#include "spool.h"

G_BEGIN_DECLS

/* Writes the page of the forms of @input that have its contest and region to @spool. The sources of
 * the table stand side by side; the first is that of @input, else 'final', 'plano', 'sirekap',
 * others by name. Findings, decisions and meeting are shown where they are given; nothing is
 * decided or changed: a decision that the table does not show is called so. Under each form the
 * rules of @input are gone through. *@ret_summary has no sheets; its fingerprint is that of the
 * forms of the first source, its TPS are those of all sources, of the register and of the findings,
 * its incomplete cells those of the first source.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA (no form, several contests, a form that is not of a
 *          TPS, rules of a contest that is not known), _LIMIT (too many sources, a total above
 *          RECAP_COUNT_MAX) or _SYNTAX (a formula of a rule that cannot be read), or what the
 *          built-in catalogues give. */
gboolean recap_projector_compose (const RecapMinutesInput *input, RecapSpool *spool,
                                  RecapMinutesSummary *ret_summary, GError **error);

G_END_DECLS
