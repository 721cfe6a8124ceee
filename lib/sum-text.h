/* Sums for people: every box of the form with its number. */
#pragma once

#include <glib.h>

#include "form.h"
#include "spool.h"

G_BEGIN_DECLS

/* Appends @sum to @spool as a list of boxes; fields that it does not carry are left out. */
void recap_sum_write_text (const RecapForm *sum, const RecapSchema *schema, RecapSpool *spool);

G_END_DECLS
