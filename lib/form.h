/* A form of one polling station (or a sum of forms) as one row of a recap table. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "count.h"
#include "text.h"

G_BEGIN_DECLS

/* The columns of a recap table that are text, in the order in which they are written. */
typedef enum {
    RECAP_KEY_KONTES,
    RECAP_KEY_KODE,
    RECAP_KEY_SUMBER,
    RECAP_KEY_PROVINSI,
    RECAP_KEY_KABKO,
    RECAP_KEY_KECAMATAN,
    RECAP_KEY_DESA,
    RECAP_KEY_TPS,
    RECAP_KEY_WAKTU,
    RECAP_KEY_PSU,
    RECAP_KEY_ASAL,
    RECAP_N_KEYS,
} RecapKey;

/* The columns that only sums have. */
typedef enum {
    RECAP_TALLY_REGISTERED, /* tps_terdaftar */
    RECAP_TALLY_RECEIVED,   /* tps_masuk: with votes */
    RECAP_TALLY_COMPLETE,   /* tps_lengkap: no blank required cell */
    RECAP_N_TALLIES,
} RecapTally;

/* Returns: the name of the column: "kontes", "tps_masuk". Static. */
const char *recap_key_name (RecapKey key);
const char *recap_tally_name (RecapTally tally);

/* The fields of the tables that are worked on together: the boxes that at least one of them
 * carries, in form order. Every RecapForm has one cell for each. */
typedef struct _RecapSchema RecapSchema;

/* Makes an empty schema. @contests must live as long as it does.
 *
 * Returns: owned by the caller. */
RecapSchema *recap_schema_new (const RecapContests *contests);
void recap_schema_free (RecapSchema *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapSchema, recap_schema_free)

const RecapContests *recap_schema_get_contests (const RecapSchema *self);

/* Adds the field named @name, if some contest has it and it is not there yet. Indices given out
 * before may change.
 *
 * Returns: FALSE when no contest has such a field. */
gboolean recap_schema_add (RecapSchema *self, RecapText name);

/* Adds every field of @contest. */
void recap_schema_add_contest (RecapSchema *self, const RecapContest *contest);

/* Returns: the number of fields. */
guint recap_schema_get_n (const RecapSchema *self);

/* Returns: the index of the field named @name, from 0, or -1. */
int recap_schema_find (const RecapSchema *self, RecapText name);

/* Returns: the name of field @index. Belongs to the contests. */
const char *recap_schema_get_name (const RecapSchema *self, guint index);

/* Returns: the box of @contest that field @index is, NULL when @contest has no such box. */
const RecapField *recap_schema_get_field (const RecapSchema *self, const RecapContest *contest,
                                          guint index);

/* One row. The texts belong to whoever filled it in (a reader: until its next call; a table: as
 * long as the table). */
typedef struct {
    const RecapContest *contest;
    RecapText keys[RECAP_N_KEYS];
    RecapCell tallies[RECAP_N_TALLIES];
    RecapCell *cells;  /* one per field of the schema */
    RecapCell *counts; /* the columns n_<field> of a sum, likewise; NULL when the table has none */
    const char *file;  /* the table it was read from */
    guint64 line;      /* from 1; 0: not from a file */
} RecapForm;

/* Says where @form comes from: its column asal, or else 'file:line' of the table.
 *
 * Returns: owned by the caller. */
char *recap_form_origin (const RecapForm *form);

/* Returns: what @form says of a vote or count that was done again, late or in parts; empty when it
 * says nothing of it, or that it was an ordinary one. */
RecapText recap_form_revote (const RecapForm *form);

/* Compares by (kontes, kode), then, when @with_source, by sumber, bytewise. Like memcmp. */
int recap_form_compare (const RecapForm *a, const RecapForm *b, gboolean with_source);

/* Returns: whether none of the @n_cells cells has a number or is unreadable. */
gboolean recap_form_is_empty (const RecapForm *form, guint n_cells);

/* Returns: whether one of the @n_forms forms carries the box @index of their schema. */
gboolean recap_forms_carry (const RecapForm *const *forms, guint n_forms, guint index);

/* Sets @error to RECAP_ERROR_SCHEMA: the key of @form was already that of @first. Names both
 * places.
 *
 * Returns: FALSE. */
gboolean recap_form_set_repeat_error (const RecapForm *form, const RecapForm *first,
                                      GError **error);

/* Where each TPS must have one source: the form before, of forms in the order of their keys. Begin
 * with { .contest = NULL }. */
typedef struct {
    const RecapContest *contest; /* NULL: there was none */
    GString *kode;
    char *file;
    guint64 line;
} RecapOneSource;

/* Takes the next form.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA when it is of the same contest and TPS as the one
 *          before; both places are named. */
gboolean recap_one_source_take (RecapOneSource *self, const RecapForm *form, GError **error);

/* Forgets the form before, and frees what was kept of it. */
void recap_one_source_clear (RecapOneSource *self);

G_END_DECLS
