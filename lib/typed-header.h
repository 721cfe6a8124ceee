/* The header of a table that people type or export: which line it is, and what its columns are. */
#pragma once

#include <glib.h>

#include "form.h"
#include "names.h"
#include "profile.h"
#include "records.h"

G_BEGIN_DECLS

/* What is known about a table before it is read. What is pointed to must live as long as its
 * reader; all may be NULL or 0. */
typedef struct {
    const RecapProfile *profile;   /* that the table must have */
    const RecapProfiles *profiles; /* or else one of these, if only one fits */
    const char *source;            /* that is asked for, where several stand side by side */
    const char *sheet;             /* the name of the sheet, where it is one of a workbook */
    RecapNumbers numbers;
    RecapNames *names; /* to find stations without a code */
} RecapTypedOptions;

#define RECAP_TYPED_IGNORED (-1)

/* What one column of the table holds: a key, a field of the contest, or nothing that is read. */
typedef struct {
    int key;          /* RecapKey or RECAP_TYPED_IGNORED */
    int field;        /* index or RECAP_TYPED_IGNORED */
    gboolean known;   /* the profile knows that it is not read */
    gboolean words;   /* the field in words */
    gboolean decides; /* the profile leaves records out for what stands there */
    char *heading;
} RecapTypedColumn;

/* Where the header is and what it says. */
typedef struct {
    guint first;                 /* records before it */
    guint height;                /* records that it has, 0: there is no record at all */
    GArray *columns;             /* of RecapTypedColumn */
    const RecapProfile *profile; /* or NULL */
} RecapTypedHeader;

void recap_typed_header_clear (RecapTypedHeader *self);

/* Finds the header of the table in @records: one record of the first twenty, or up to three that
 * make one header together. @records are read from their beginning and left somewhere.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA (the table has not the profile that is asked for,
 *          nor the source; the profile names a field that the contest does not have), or as
 *          recap_pattern_match(). An empty table has a header without columns. */
gboolean recap_typed_header_find (const RecapContest *contest, const RecapRecords *records,
                                  const RecapTypedOptions *options, RecapTypedHeader *ret_header,
                                  GError **error);

/* Returns: how many columns of a table of @contest @record names, if it is the header. A
 * RecapHeaderScore. */
guint recap_typed_header_score (const RecapRecord *record, gpointer contest);

G_END_DECLS
