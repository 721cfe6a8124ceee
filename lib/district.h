/* Electoral districts (dapil): how many seats each has, and where it lies. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* The most seats that one district can have here; the law gives at most 12 (UU 7/2017 pasal 187,
 * 189, 192). */
#define RECAP_DISTRICT_SEATS_MAX 200

/* One district. All texts belong to the list and end in NUL. */
typedef struct {
    const char *kontes;
    const char *dapil; /* its code */
    const char *nama;  /* its name, may be empty */
    guint seats;
    guint64 line; /* where its seats are said */
} RecapDistrict;

/* One record of a list of districts: a region that lies in one. */
typedef struct {
    const char *kontes, *dapil, *nama;
    const char *kode; /* of the region; everything whose code begins so belongs to it */
    guint seats;      /* 0: not said here */
    guint64 line;
} RecapDistrictPart;

typedef struct _RecapDistricts RecapDistricts;

/* Makes an empty list; @file is for messages. Owned by the caller. */
RecapDistricts *recap_districts_new (const char *file);
void recap_districts_free (RecapDistricts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapDistricts, recap_districts_free)

/* Adds a copy of @part: begins its district, or adds a region to it.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA: the region is in a district of this contest
 *          already, or the district has another number of seats (both lines are named). */
gboolean recap_districts_add (RecapDistricts *self, const RecapDistrictPart *part, GError **error);

/* Ends the list.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA when a district has no number of seats. */
gboolean recap_districts_finish (RecapDistricts *self, GError **error);

/* Returns: whether some district is of the contest @kontes. */
gboolean recap_districts_has_contest (const RecapDistricts *self, RecapText kontes);

/* Returns: the district of @kontes that @kode lies in, that of the longest code with which @kode
 * begins, so that a desa can be taken out of its kecamatan; NULL when there is none. Belongs to
 * @self. */
const RecapDistrict *recap_districts_find (const RecapDistricts *self, RecapText kontes,
                                           RecapText kode);

G_END_DECLS
