/* What the parts of the minutes share: the forms that are printed, sorted into desa, and what is
 * remarkable about them. Not a public header. */
#pragma once

#include "contest.h"
#include "form.h"
#include "minutes-input.h"
#include "sheet.h"

G_BEGIN_DECLS

#define MINUTES_DOTS "......................................"

/* The sheets that every minutes have, by the order of their names below. */
typedef enum {
    MINUTES_COVER,
    MINUTES_KECAMATAN,
    MINUTES_FINDINGS,
    MINUTES_DECISIONS,
    MINUTES_INCIDENTS,
    MINUTES_ATTENDANCE,
    MINUTES_RECEIPT,
    MINUTES_SIGNATURES,
    MINUTES_N_SHEETS,
} MinutesSheet;

/* Returns: its name: the texts of the minutes refer to sheets by these, so that no desa may have
 * one of them. Static. */
const char *minutes_sheet_name (MinutesSheet sheet);

/* One line of the tables: a box of the form that the table carries. */
typedef struct {
    const RecapField *field;
    guint index; /* in the cells of a form, from 0 */
    guint row;   /* in every sheet with numbers, once their left side is written */
} MinutesLine;

/* The total of a line over the forms of an area. */
typedef struct {
    RecapCell value;    /* RECAP_CELL_BLANK: no cell has a number */
    guint n_incomplete; /* blank or unreadable cells under it */
} MinutesTotal;

/* A desa, or the kecamatan. */
typedef struct {
    RecapText kode;
    RecapText name;       /* the code when there is none */
    guint first, n_forms; /* of the forms of the minutes */
    RecapSheet *sheet;
    guint total_column;   /* of JUMLAH AKHIR in it */
    MinutesTotal *totals; /* one per line */
    guint64 n_incomplete;
} MinutesArea;

typedef struct {
    const RecapMinutesInput *input;
    const RecapContest *contest;
    GPtrArray *forms; /* RecapForm of the table, by code */
    GArray *lines;    /* MinutesLine in form order */
    GPtrArray *parts; /* MinutesArea: the desa */
    MinutesArea *whole;
    RecapText names[RECAP_N_KEYS]; /* provinsi, kabko, kecamatan */
    GHashTable *findings;          /* 'kode TAB isian' of those that are marked; a set */
    GHashTable *decisions;         /* 'kode TAB isian' -> RecapDecision, the last one */
    GArray *contestants;           /* guint: ballot numbers in form order */
    RecapBook *book;
    struct _MinutesControl *control; /* NULL: no control rows */
} Minutes;

/* Takes what @input says from its table and finds the lines, the desa and the marks; @self must be
 * zero before. The book is left to the caller.
 *
 * Returns: FALSE with @error as recap_minutes_compose(); minutes_clear() is due in any case. */
gboolean minutes_init (Minutes *self, const RecapMinutesInput *input, GError **error);
void minutes_clear (Minutes *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minutes, minutes_clear)

/* Return: form, line, part @index, from 0. They belong to @self. */
const RecapForm *minutes_form (const Minutes *self, guint index);
MinutesLine *minutes_line (const Minutes *self, guint index);
const MinutesArea *minutes_part (const Minutes *self, guint index);

/* Returns: the three digits of a TPS. Belongs to @form. */
RecapText minutes_tps (const RecapForm *form);

/* Returns: whether findings, decisions and occurrences about @kode belong into these minutes. */
gboolean minutes_covers (const Minutes *self, RecapText kontes, RecapText kode);

/* Returns: the marks of the cell @isian of @kode, without those of its state. */
guint minutes_marks (const Minutes *self, RecapText kode, RecapText isian);

/* Returns: the last decision about a cell, or NULL. */
const RecapDecision *minutes_find_decision (const Minutes *self, RecapText kode, RecapText isian);

/* Returns: the field of the contest named @isian, or NULL. */
const RecapField *minutes_find_field (const Minutes *self, RecapText isian);

/* Returns: 'II.2 Surat suara digunakan', owned by the caller. */
char *minutes_field_title (const Minutes *self, RecapText isian);

/* Returns: whom the witness of contestant @number speaks for; owned by the caller. */
char *minutes_contestant (const Minutes *self, guint number);

/* Returns: what to print for @text: itself, or a dotted line when it is NULL. */
const char *minutes_or_dots (const char *text);

G_END_DECLS
