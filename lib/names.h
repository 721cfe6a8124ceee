/* Finds stations by the names of their regions. */
#pragma once

#include <glib.h>

#include "register.h"

G_BEGIN_DECLS

/* Leaves of the name of a region what counts: capital letters and digits; no 'DESA', 'KEL.',
 * 'KELURAHAN', 'KEC.', 'KECAMATAN', 'KAB.', 'KABUPATEN', 'ADM.', 'PROVINSI' before it. 'KOTA'
 * stays: a town and the kabupaten around it may share a name.
 *
 * Returns: a new string owned by the caller. */
char *recap_name_normalize (RecapText name);

/* Returns: how many letters must be put in, left out or replaced to make @b of @a, counted up to
 * @limit + 1. Bytes count as letters. */
guint recap_name_distance (const char *a, const char *b, guint limit);

/* The names of where a station is; those that are not known are empty. */
typedef struct {
    RecapText provinsi, kabko, kecamatan, desa;
    const char *tps; /* three digits */
} RecapPlace;

typedef struct _RecapNames RecapNames;

/* Returns: an index of the stations of @stations, which must live as long; owned by the caller. */
RecapNames *recap_names_new (const RecapRegister *stations);
void recap_names_free (RecapNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapNames, recap_names_free)

/* Finds the one station that is at @place.
 *
 * Returns: belongs to the register; NULL when there is none or more than one, with what is wrong in
 *          *@ret_reason and, or NULL, what to do in *@ret_hint, both owned by the caller. */
const RecapStation *recap_names_find (RecapNames *self, const RecapPlace *place, char **ret_reason,
                                      char **ret_hint);

G_END_DECLS
