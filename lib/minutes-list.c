#include "config.h"

#include "minutes-list.h"

/* Begins a sheet with its titles; minutes_list_heads() is due next. */
MinutesList
minutes_list_begin (Minutes *minutes, MinutesSheet which, const char *title, const char *purpose,
                    const MinutesColumn *columns, guint n_columns)
{
    RecapSheet *sheet =
        recap_book_add (minutes->book, recap_text (minutes_sheet_name (which)), purpose);
    MinutesList self = { minutes, sheet, columns, n_columns, 0, 0 };
    g_autofree char *place = minutes_place (minutes);

    for (guint i = 0; i < n_columns; i++)
        recap_sheet_set_widths (sheet, i, 1, columns[i].width);
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING, title);
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING,
                        recap_contest_get_election (minutes->contest));
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING, place);
    return self;
}

/* Ends the titles with the headings of the columns; all this is repeated on every page. */
void
minutes_list_heads (MinutesList *self)
{
    for (guint i = 0; i < self->n_columns; i++)
        recap_sheet_string (self->sheet, self->row, i, 1, 1, RECAP_STYLE_COLUMN,
                            self->columns[i].heading);
    recap_sheet_row (self->sheet, self->row++)->keep = TRUE;
    self->sheet->head_rows = self->row;
}

void
minutes_list_sentence (MinutesList *self, RecapStyle style, const char *text)
{
    recap_sheet_string (self->sheet, self->row++, 0, 1, self->n_columns, style, text);
}

void
minutes_list_text (MinutesList *self, guint column, RecapText text)
{
    recap_sheet_text (self->sheet, self->row, column, 1, 1, self->columns[column].style, text);
}

void
minutes_list_string (MinutesList *self, guint column, const char *text)
{
    minutes_list_text (self, column, recap_text (text));
}

void
minutes_list_number (MinutesList *self, guint column, RecapCell value)
{
    if (value == RECAP_CELL_NOT_CARRIED)
        minutes_list_string (self, column, "");
    else
        recap_sheet_number (self->sheet, self->row, column, self->columns[column].style, value);
}

/* A value of a finding: an empty one may be a blank box or one that does not apply, so that it must
 * not be marked as blank. */
void
minutes_list_value (MinutesList *self, guint column, RecapCell value)
{
    minutes_list_number (self, column, value == RECAP_CELL_BLANK ? RECAP_CELL_NOT_CARRIED : value);
}

void
minutes_list_ordinal (MinutesList *self)
{
    g_autofree char *text = g_strdup_printf ("%u", ++self->number);
    minutes_list_string (self, 0, text);
}

/* An entry to be written by hand. */
void
minutes_list_free_rows (MinutesList *self, guint n)
{
    for (guint i = 0; i < n; i++) {
        minutes_list_ordinal (self);
        for (guint column = 1; column < self->n_columns; column++)
            minutes_list_string (self, column, "");
        recap_sheet_row (self->sheet, self->row++)->height = MINUTES_HAND_HEIGHT;
    }
}
