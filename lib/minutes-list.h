/* What the sheets of the minutes that are lists are written with. Not a public header. */
#pragma once

#include <glib.h>

#include "minutes-data.h"

G_BEGIN_DECLS

/* Points of a row to write on or to sign in by hand. */
#define MINUTES_HAND_HEIGHT 26

/* A column of a list; widths in tenths of a digit. */
typedef struct {
    const char *heading;
    guint width;
    RecapStyle style;
} MinutesColumn;

/* A list being written: plain data, nothing to free. */
typedef struct {
    Minutes *minutes;
    RecapSheet *sheet;
    const MinutesColumn *columns;
    guint n_columns;
    guint row;    /* the next one, from 0 */
    guint number; /* of the entry in it, from 1; 0 before the first */
} MinutesList;

/* Begins the sheet @which with its titles; minutes_list_heads() is due next. @purpose is its line
 * in the list of sheets. */
MinutesList minutes_list_begin (Minutes *minutes, MinutesSheet which, const char *title,
                                const char *purpose, const MinutesColumn *columns, guint n_columns);

/* Ends the titles with the headings of the columns; all this is repeated on every page. */
void minutes_list_heads (MinutesList *self);

/* Writes a row that is one cell over all columns. */
void minutes_list_sentence (MinutesList *self, RecapStyle style, const char *text);

/* Write into @column of the row; who calls them goes on to the next row. A value of a finding that
 * is blank may be one that does not apply and is not marked as a blank box. */
void minutes_list_text (MinutesList *self, guint column, RecapText text);
void minutes_list_string (MinutesList *self, guint column, const char *text);
void minutes_list_number (MinutesList *self, guint column, RecapCell value);
void minutes_list_value (MinutesList *self, guint column, RecapCell value);

/* Writes the number of the next entry into the first column. */
void minutes_list_ordinal (MinutesList *self);

/* Adds @n entries to be written by hand. */
void minutes_list_free_rows (MinutesList *self, guint n);

G_END_DECLS
