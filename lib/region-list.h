/* KPU's lists of regions: arrays of {"nama", "id", "kode", "tingkat"}. */
#pragma once

#include <glib.h>

#include "register.h"

G_BEGIN_DECLS

/* Adds what the lists of @path (a file, folder or archive) name to @list: TPS as stations without
 * DPT, the regions above them by their names.
 *
 * Returns: FALSE with @error as recap_documents_walk(), RECAP_ERROR_SYNTAX (not JSON, no code) or
 *          _SCHEMA (no list of regions, two names for one code). */
gboolean recap_region_list_read (RecapRegister *list, const char *path, GError **error);

/* Returns: whether @path is to be read with recap_region_list_read(): a folder, an archive or a
 * file that begins with '['. */
gboolean recap_region_list_is_one (const char *path);

G_END_DECLS
