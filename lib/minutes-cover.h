/* The first sheet of the minutes. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Fills in @sheet with the text of the berita acara, the totals of the kecamatan and the list of
 * the other sheets, which must be there already. */
void minutes_fill_cover (Minutes *self, RecapSheet *sheet);

G_END_DECLS
