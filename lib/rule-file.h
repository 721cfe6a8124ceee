/* The catalogue of findings as text: for --list. */
#pragma once

#include <glib.h>

#include "finding-file.h"
#include "rule.h"
#include "spool.h"

G_BEGIN_DECLS

/* Writes every entry of @rules to @spool: as text for people, as CSV, or as a JSON object a
 * line. */
void recap_rules_list (const RecapRules *rules, RecapFormat format, RecapSpool *spool);

G_END_DECLS
