/* What the parts of the minutes share: the forms that are printed, sorted into desa, and what is
 * remarkable about them. Not a public header. */
#pragma once

#include "arena.h"
#include "contest.h"
#include "form.h"
#include "minutes-input.h"
#include "minutes-level.h"
#include "sheet.h"

G_BEGIN_DECLS

#define MINUTES_DOTS "......................................"

/* The sheets that every minutes have, by the order of their names below. */
typedef enum {
    MINUTES_COVER,
    MINUTES_OVERVIEW,
    MINUTES_WHOLE, /* called as its level */
    MINUTES_FINDINGS,
    MINUTES_DECISIONS,
    MINUTES_INCIDENTS,
    MINUTES_ATTENDANCE,
    MINUTES_RECEIPT,
    MINUTES_SIGNATURES,
    MINUTES_SOURCES,
    MINUTES_N_SHEETS,
} MinutesSheet;

/* Returns: the name of any but MINUTES_WHOLE: the texts of the minutes refer to sheets by these, so
 * that no desa may have one of them. Static. */
const char *minutes_sheet_name (MinutesSheet sheet);

/* One line of the tables: a box of the form that the table carries. */
typedef struct {
    const RecapField *field;
    guint index; /* in the cells of a form, from 0 */
    guint row;   /* in every sheet with numbers, once their left side is written */
} MinutesLine;

/* The total of a line over the forms of an area. */
typedef struct {
    RecapCell value;      /* RECAP_CELL_BLANK: no cell has a number */
    guint64 n_incomplete; /* blank or unreadable cells under it, or TPS that a sum lacks there */
} MinutesTotal;

/* The whole region, or one of the parts that it is added up from. */
typedef struct {
    RecapText kode;
    RecapText name;       /* the code when there is none */
    guint first, n_forms; /* of the forms of the minutes */
    RecapSheet *sheet;    /* NULL: a part whose numbers are one form, a sum */
    guint total_column;   /* of JUMLAH AKHIR in it */
    GArray *data;         /* RecapRange: its lines in the columns with data, one per block */
    guint tally_row;      /* of the numbers of TPS that sums have; 0: it has none */
    MinutesTotal *totals; /* one per line */
    guint64 n_incomplete;
} MinutesArea;

/* Where the list of findings is, for those who count in it. */
typedef struct {
    guint n;                      /* findings listed; 0: the ranges are of no use */
    RecapRange key, rule, status; /* these columns of their rows */
} MinutesFound;

typedef struct {
    const RecapMinutesInput *input;
    const RecapContest *contest;
    const MinutesLevel *level; /* of the whole */
    gboolean of_sums;          /* forms are sums: those of the parts, which have no sheets */
    const RecapBallot *ballot; /* who stands there; NULL: not known */
    GPtrArray *forms;          /* RecapForm, by code: of the table, or of the arena */
    GPtrArray *given;          /* the same forms as they stand in the table */
    RecapArena *arena;
    GArray *lines;    /* MinutesLine in form order */
    GPtrArray *parts; /* MinutesArea: the desa */
    MinutesArea *whole;
    RecapText names[RECAP_N_KEYS]; /* provinsi, kabko, kecamatan; empty below the whole */
    struct _MinutesMarks *marks;   /* findings and decisions by cell */
    MinutesFound found;            /* once the list of findings is written */
    GArray *contestants;           /* guint: ballot numbers in form order */
    char fingerprint[RECAP_FINGERPRINT_SIZE]; /* of the forms */
    RecapBook *book;
    struct _MinutesControl *control; /* NULL: no control rows */
} Minutes;

/* Takes the forms that @input chooses from its table, their contest and level and the region that
 * they are of, and nothing else; @self must be zero before.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA as recap_minutes_compose(); minutes_clear() is
 *          due in any case. */
gboolean minutes_take_forms (Minutes *self, const RecapMinutesInput *input, GError **error);

/* Takes what @input says from its table and finds the lines, the desa and the marks; @self must be
 * zero before. The book is left to the caller.
 *
 * Returns: FALSE with @error as recap_minutes_compose(); minutes_clear() is due in any case. */
gboolean minutes_init (Minutes *self, const RecapMinutesInput *input, GError **error);
void minutes_clear (Minutes *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minutes, minutes_clear)

/* Return: form, the same form as it stands in the table, line, part @index, from 0. They belong to
 * @self. */
const RecapForm *minutes_form (const Minutes *self, guint index);
const RecapForm *minutes_given (const Minutes *self, guint index);
MinutesLine *minutes_line (const Minutes *self, guint index);
const MinutesArea *minutes_part (const Minutes *self, guint index);

/* Returns: the three digits of a TPS; empty for a sum. Belongs to @form. */
RecapText minutes_tps (const RecapForm *form);

/* Return: the index of the form with this code, or -1; the form as it stands in the table, or NULL.
 * It belongs to @self. */
int minutes_find (const Minutes *self, RecapText kode);
const RecapForm *minutes_find_form (const Minutes *self, RecapText kode);

/* Returns: how many of the lines @form has: a table may have boxes that are not on its ballot. */
guint minutes_count_boxes (const Minutes *self, const RecapForm *form);

/* Returns: how many TPS a sum says it lacks; 0 when it does not say, and for a TPS. */
guint64 minutes_count_lacking (const RecapForm *form);

/* Returns: what @form has in the box @line, and how many numbers are not in it. */
MinutesTotal minutes_look_up (const RecapForm *form, const MinutesLine *line);

/* Returns: the sum of the column @tally over the sums; RECAP_CELL_BLANK when one of them is blank,
 * RECAP_CELL_NOT_CARRIED when there is no such column. */
RecapCell minutes_tally (const Minutes *self, RecapTally tally);

/* Returns: the form whose numbers the columns of the minutes have: of the TPS, or of the level
 * below; owned by the caller. */
char *minutes_form_name (const Minutes *self);

/* Returns: the names of the region and those above it, one after the other, lowest
 * first: 'KECAMATAN TELUK RANDU  |  KABUPATEN/KOTA ...'. Owned by the caller. */
char *minutes_place (const Minutes *self);

/* Returns: whether findings, decisions and occurrences about @kode belong into these minutes. */
gboolean minutes_covers (const Minutes *self, RecapText kontes, RecapText kode);

/* Returns: 'II.2 Surat suara digunakan', owned by the caller. */
char *minutes_field_title (const Minutes *self, RecapText isian);

/* Returns: the text of the row of @field, with the name of who stands there when it is known;
 * owned by the caller. */
char *minutes_field_label (const Minutes *self, const RecapField *field);

/* Returns: the name of contestant @number, or NULL. Belongs to the input. */
const char *minutes_contestant_name (const Minutes *self, guint number);

/* Returns: whom the witness of contestant @number speaks for; owned by the caller. */
char *minutes_contestant (const Minutes *self, guint number);

/* Returns: member @number, from 1, of those who hold the plenary; NULL when nobody is known. */
const RecapPerson *minutes_member (const Minutes *self, guint number);

/* Returns: how many members there are places for. */
guint minutes_count_members (const Minutes *self);

/* Returns: what to print where somebody signs: the name, or a dotted line; above it why he or she
 * does not sign. @person may be NULL. Owned by the caller. */
char *minutes_signature (const RecapPerson *person);

/* Returns: what to print for @text: itself, or a dotted line when it is NULL. */
const char *minutes_or_dots (const char *text);

G_END_DECLS
