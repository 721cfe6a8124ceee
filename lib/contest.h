/* A contest: what its form asks, in form order, as data. */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* The column of the form that a field stands in. */
typedef enum {
    RECAP_COLUMN_NONE, /* a row with one box */
    RECAP_COLUMN_L,    /* laki-laki */
    RECAP_COLUMN_P,    /* perempuan */
    RECAP_COLUMN_J,    /* jumlah */
} RecapColumn;

/* What a field is in the arithmetic of the form. */
typedef enum {
    RECAP_ROLE_ADMIN,     /* sections I, II, III and V */
    RECAP_ROLE_VOTES,     /* all votes of one contestant; V.A is their sum */
    RECAP_ROLE_PARTY,     /* A.1: votes for a party alone */
    RECAP_ROLE_CANDIDATE, /* A.2: votes for a candidate of a party */
} RecapRole;

/* A section of the form: 'I', 'DATA PEMILIH ...'. */
typedef struct {
    char *number;
    char *title;
} RecapSection;

/* One box of the form. All texts are UTF-8, Indonesian, and belong to the contest. */
typedef struct {
    char *name;   /* as the column of a recap table: 'pengguna_dpt_l' */
    char *row;    /* the same without the column: 'pengguna_dpt' */
    char *box;    /* its number on the form: 'I.B.1 L', 'V.A' */
    char *number; /* the number of its row: 'I.B.1' */
    char *label;  /* the text of its row on the form */
    char *short_label;
    char *sirekap; /* its key in 'administrasi' or 'chart' of Sirekap's documents; NULL: none */
    RecapColumn column;
    RecapRole role;
    guint section;    /* index into the sections of the contest, from 0 */
    guint index;      /* position in form order, from 0 */
    guint contestant; /* ballot number, 0 when the row is not a contestant's */
    guint candidate;  /* number among the candidates of the party, 0 when it is not one's */
} RecapField;

typedef struct _RecapContest RecapContest;

/* Reads a contest from the text of a contest file (recap-contest(5)); @name is its path, for
 * messages and to find the file *.form that it names: in the same folder, else built in.
 *
 * Returns: a contest owned by the caller, or NULL with @error RECAP_ERROR_SYNTAX or _SCHEMA. */
RecapContest *recap_contest_parse (const char *bytes, gsize size, const char *name, GError **error);

void recap_contest_free (RecapContest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapContest, recap_contest_free)

/* Texts of the group [kontes]; they belong to @self. */
const char *recap_contest_get_code (const RecapContest *self);        /* 'ppwp' */
const char *recap_contest_get_name (const RecapContest *self);        /* of the office */
const char *recap_contest_get_election (const RecapContest *self);    /* title of the election */
const char *recap_contest_get_plano (const RecapContest *self);       /* name of the TPS form */
const char *recap_contest_get_tabulation (const RecapContest *self);  /* name of the minutes */
const char *recap_contest_get_contestants (const RecapContest *self); /* 'Pasangan Calon' */

/* The list of KPU without which the candidates of Sirekap's documents are not known, by its name
 * there ('caleg/dpd/<provinsi>.json'); NULL when the contest file has their identifiers. */
const char *recap_contest_get_candidate_list (const RecapContest *self);

/* The key of Sirekap's documents that holds 'chart' and 'administrasi' ('tungsura'); NULL when they
 * stand at the top. */
const char *recap_contest_get_wrapper (const RecapContest *self);

/* Returns: whether the election is held in the region or TPS @kode: DKI Jakarta has no DPRD of its
 * kabupaten and kota. */
gboolean recap_contest_is_held_at (const RecapContest *self, RecapText kode);

/* A number of the group [kontes] by its key, for the rules: 'batas_isian', 'batas_pemilih'.
 *
 * Returns: FALSE, *@ret_value untouched, when the contest has no such number. */
gboolean recap_contest_get_limit (const RecapContest *self, const char *key, gint64 *ret_value);

/* The boxes of the form in form order, @ret_n of them. They belong to @self. */
const RecapField *recap_contest_get_fields (const RecapContest *self, guint *ret_n);

/* The sections of the form in form order. They belong to @self. */
const RecapSection *recap_contest_get_sections (const RecapContest *self, guint *ret_n);

/* Returns: the box named @name, or NULL. Belongs to @self. */
const RecapField *recap_contest_find (const RecapContest *self, RecapText name);

/* Returns: the box that a column of a typed table with this heading holds: its name, its label,
 * its short label or one of its aliases, with 'l', 'p', 'j' (or laki-laki, perempuan, jumlah) for
 * the column; case, blanks, '_', '-', '.' and ':' make no difference. NULL when there is none.
 * Belongs to @self. */
const RecapField *recap_contest_find_heading (const RecapContest *self, RecapText heading);

/* Returns: the box whose key in Sirekap's documents is @key ('pengguna_dptb_l', '100025'), or NULL.
 * Belongs to @self. */
const RecapField *recap_contest_find_sirekap (const RecapContest *self, RecapText key);

/* The contests that recap knows. One that is built in is read when it is first asked for, so that
 * they must not be asked by two threads at once. */
typedef struct _RecapContests RecapContests;

/* Loads the contests that are built in, then the files *.contest of @folders (NULL or ending in
 * NULL), a later one replacing an earlier one of the same code. A folder that does not exist is
 * passed over.
 *
 * Returns: owned by the caller; NULL with @error as recap_contest_parse() or RECAP_ERROR_IO. */
RecapContests *recap_contests_load (const char *const *folders, GError **error);

void recap_contests_free (RecapContests *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapContests, recap_contests_free)

/* Returns: the contest with this code, or NULL. Belongs to @self. */
const RecapContest *recap_contests_find (const RecapContests *self, RecapText code);

/* Returns: whether there is a contest with this code. */
gboolean recap_contests_has (const RecapContests *self, RecapText code);

/* Returns: the index of the first contest that has the box @name ('s01'), or -1. */
int recap_contests_find_box (const RecapContests *self, RecapText name);

/* Returns: the number of contests; recap_contests_get() gives them sorted by code, from 0. */
guint recap_contests_get_n (const RecapContests *self);
const RecapContest *recap_contests_get (const RecapContests *self, guint index);

G_END_DECLS
