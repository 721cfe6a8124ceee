#include "config.h"

#include "shadow.h"

#include <string.h>

gboolean
recap_is_shadow (const char *path)
{
    g_return_val_if_fail (path != NULL, FALSE);

    const char *slash = strrchr (path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    return g_str_has_prefix (name, "._") || g_str_has_prefix (name, "~$") ||
           (g_str_has_prefix (name, ".~lock.") && g_str_has_suffix (name, "#"));
}
