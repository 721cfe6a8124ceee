/* The data of the projector page as JSON that is inert inside HTML. Not a public header. */
#pragma once

#include <glib.h>

#include "misread.h"
#include "projector-data.h"
#include "rule.h"

G_BEGIN_DECLS

/* Appends @text as a string of JSON. It may come from anywhere: what is not UTF-8, control
 * characters and characters that change the direction of writing become visible, and nothing in it
 * can end the element of HTML that it stands in. */
void projector_append_string (GString *out, RecapText text);

/* Appends what the page needs from the start: names, totals, rows. */
void projector_append_overview (const Projector *self, const RecapRules *rules,
                                const RecapMisreads *causes, GString *out);

/* Appends what the page needs of one village when one of its forms is opened: all cells, and what
 * the findings say. @village is its index; -1: what is said of regions above the villages. */
void projector_append_village (const Projector *self, int village, GString *out);

G_END_DECLS
