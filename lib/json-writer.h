/* Writes one JSON object a line. */
#pragma once

#include <glib.h>

#include "count.h"
#include "text.h"

G_BEGIN_DECLS

/* Appends what comes before a value: '{' or ',', and the name of the member. */
void recap_json_append_name (GString *out, const char *name);

/* Appends a string value. @text must be UTF-8. */
void recap_json_append_string (GString *out, RecapText text);

/* Appends a cell: a number, null for a blank and what is not carried, "?" for what is
 * unreadable. */
void recap_json_append_cell (GString *out, RecapCell cell);

G_END_DECLS
