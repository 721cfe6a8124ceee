#include "config.h"

#include "origin.h"

#include <inttypes.h>
#include <string.h>

#include "text.h"

char *
recap_origin_format (const RecapOrigin *origin)
{
    g_return_val_if_fail (origin != NULL, NULL);

    g_autofree char *file = recap_text_escape (origin->file, strlen (origin->file));
    if (origin->line == 0)
        return g_steal_pointer (&file);
    if (origin->column == 0)
        return g_strdup_printf ("%s:%" PRIu64, file, origin->line);
    return g_strdup_printf ("%s:%" PRIu64 ":%u", file, origin->line, origin->column);
}
