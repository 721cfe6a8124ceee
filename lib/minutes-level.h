/* The plenaries from the kecamatan to the nation: what their minutes call things. Not a public
 * header. */
#pragma once

#include <glib.h>

#include "form.h"
#include "region.h"

G_BEGIN_DECLS

/* One level, as it is called in one part of the country. All texts are static. */
typedef struct {
    RecapLevel level;
    RecapKey key;           /* the column of a table with the name of the region */
    const char *label;      /* of the region, in headings: 'KECAMATAN' */
    const char *word;       /* in sentences: 'kecamatan' */
    const char *sheet;      /* name of its sheet */
    const char *parts;      /* what it is added up from: 'desa/kelurahan' */
    const char *committee;  /* who holds the plenary: 'Panitia Pemilihan Kecamatan (PPK)' */
    const char *members;    /* the same in short, behind 'Ketua' and 'Anggota': 'PPK' */
    const char *supervisor; /* 'Panwaslu Kecamatan' */
    const char *form;       /* in the name of the form: 'KECAMATAN' */
    guint n_members;        /* that a committee has at least */
    const char *prefixes;   /* where it is called so: beginnings of codes; NULL: elsewhere */
} MinutesLevel;

/* Returns: how @level, from kecamatan to nasional, is called where @kode is; static. */
const MinutesLevel *minutes_level_find (RecapLevel level, RecapText kode);

/* Returns: whether a sheet of some level is called @name; case makes no difference. */
gboolean minutes_level_is_sheet (const char *name);

/* Returns: who holds the plenary, with the name of the region; owned by the caller. */
char *minutes_level_committee (const MinutesLevel *self, RecapText name);

/* Returns: the name of a form of the kecamatan (MODEL D.HASIL KECAMATAN-PPWP) at this level; owned
 * by the caller. */
char *minutes_level_form (const MinutesLevel *self, const char *form);

G_END_DECLS
