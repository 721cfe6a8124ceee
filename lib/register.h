/* The TPS that must exist. */
#pragma once

#include <glib.h>

#include "count.h"
#include "region.h"
#include "text.h"

G_BEGIN_DECLS

/* One station. All texts belong to the register and end in NUL. */
typedef struct {
    const char *kode, *provinsi, *kabko, *kecamatan, *desa, *tps;
    RecapCell dpt_l, dpt_p; /* blank when not known */
    guint64 line;
} RecapStation;

typedef struct _RecapRegister RecapRegister;

RecapRegister *recap_register_new (const char *file);
void recap_register_free (RecapRegister *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRegister, recap_register_free)

/* Adds a copy of @station and its texts. */
void recap_register_add (RecapRegister *self, const RecapStation *station);

/* Adds the region, or the TPS, with this code and name; a TPS becomes a station without DPT.
 *
 * Returns: NULL, or the other name that this code has already; it belongs to @self. */
const char *recap_register_add_region (RecapRegister *self, RecapText kode, RecapText name);

/* Returns: the name of the region that @kode is or lies in, of @level (RECAP_LEVEL_PROVINSI ..
 * _DESA), from a list of regions or from a station in it; NULL when it is not known. Belongs to
 * @self. */
const char *recap_register_get_region_name (const RecapRegister *self, RecapText kode,
                                            RecapLevel level);

/* Sorts by code, and gives stations the names of their regions that they do not have.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA when a code is there twice, naming both lines. */
gboolean recap_register_sort (RecapRegister *self, GError **error);

/* Returns: the file it was read from, for origins. */
const char *recap_register_get_file (const RecapRegister *self);
guint recap_register_get_n (const RecapRegister *self);

/* Returns: station @index, from 0, in the order of codes. Belongs to @self. */
const RecapStation *recap_register_get (const RecapRegister *self, guint index);

/* Returns: the station with this code, or NULL. Belongs to @self. */
const RecapStation *recap_register_find (const RecapRegister *self, RecapText kode);

G_END_DECLS
