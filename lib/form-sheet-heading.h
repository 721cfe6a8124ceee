/* The headings of sheets that are laid out like the form: URAIAN, the TPS, totals, in up to three
 * rows. Not a public header. */
#pragma once

#include <glib.h>

#include "records.h"

G_BEGIN_DECLS

enum {
    FORM_HEADING_ROWS = 3, /* that a heading may have */
    FORM_TPS_DIGITS = 3,
};

/* What a column of a block holds. */
typedef enum {
    FORM_COLUMN_OTHER,
    FORM_COLUMN_NUMBER,  /* NO */
    FORM_COLUMN_LABEL,   /* URAIAN */
    FORM_COLUMN_STATION, /* TPS 001 */
    FORM_COLUMN_WORDS,   /* TERBILANG, of the TPS to the left */
    FORM_COLUMN_TOTAL,   /* JUMLAH PINDAHAN, JUMLAH AKHIR */
} FormColumnKind;

/* A row that is kept while those below it are looked at. */
typedef struct {
    RecapRecord record; /* its texts lie in @bytes */
    GByteArray *bytes;
    GArray *fields; /* RecapText */
    GArray *columns;
} FormRow;

/* The next rows of a sheet. */
typedef struct {
    const RecapRecords *records;
    FormRow rows[FORM_HEADING_ROWS];
    guint n;
    gboolean end;
} FormWindow;

/* Makes @self empty; to be cleared. @records must live as long. */
void form_window_init (FormWindow *self, const RecapRecords *records);
void form_window_clear (FormWindow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FormWindow, form_window_clear)

/* Reads on until there are as many rows as a heading may have, or no more.
 *
 * Returns: FALSE with @error of the records. */
gboolean form_window_fill (FormWindow *self, GError **error);

/* Leaves the first @n rows behind. */
void form_window_drop (FormWindow *self, guint n);

/* Returns: the text of a cell without blanks at its ends, empty beyond the row. Rows and columns
 * count from 0. Belongs to @self. */
RecapText form_window_cell (const FormWindow *self, guint row, guint column);

/* Returns: the same of the cell, or of the next one to the left that has a text, not beyond
 * @first: a text above several columns stands in the first of them. */
RecapText form_window_above (const FormWindow *self, guint row, guint column, guint first);

/* Returns: the letters and digits of @text in lower case: 'jumlahpindahan'. Owned by the caller. */
char *form_heading_simplify (RecapText text);

/* Finds out what a column with this heading in one row is; @ret_tps (FORM_TPS_DIGITS + 1 bytes) is
 * the number of its TPS, if it is one. */
FormColumnKind form_heading_identify (RecapText heading, char *ret_tps);

/* Returns: whether @text is 'TPS' or 'NO. TPS', without a number. */
gboolean form_heading_is_tps (RecapText text);

/* Finds out whether row @row of a heading makes @column a TPS: 'TPS 001', or '001' below 'TPS'. */
gboolean form_heading_has_station (const FormWindow *window, guint row, guint column,
                                   char *ret_tps);

/* Returns: the row with URAIAN among the first @height; @height when there is not just one. */
guint form_heading_label_row (const FormWindow *window, guint height);

/* Finds out whether the first @height rows may be one heading: URAIAN in one of them, TPS in the
 * last, one right below the other. *@ret_first is the first column of a TPS. */
gboolean form_heading_is (const FormWindow *window, guint height, guint *ret_first);

/* Returns: how many columns the first @height rows have. */
guint form_heading_width (const FormWindow *window, guint height);

/* Returns: what stands in @column of the first @height rows, in one line. Owned by the caller. */
char *form_heading_join (const FormWindow *window, guint height, guint column);

/* Finds out what @column is, if not a TPS: by all its cells together, or by one of them. */
FormColumnKind form_heading_kind (const FormWindow *window, guint height, guint column);

G_END_DECLS
