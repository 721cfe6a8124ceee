/* How a program hears of long work. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is told now and then that @n_records were read so far. Must be quick; must not call back. */
typedef void (*RecapProgressFunc) (guint64 n_records, gpointer data);

/* Every so many records it is told. */
#define RECAP_PROGRESS_STEP 4096

G_END_DECLS
