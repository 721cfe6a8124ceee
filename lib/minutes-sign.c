#include "config.h"

#include "minutes-sign.h"

enum {
    WITNESSES_A_ROW = 8,
    WITNESSES_MANY = 12, /* more than these get smaller places */
    SIGN_HEIGHT = 40,    /* points to sign in */
    SIGN_HEIGHT_MANY = 28,
};

/* A row of places to sign being written. */
typedef struct {
    RecapSheet *sheet;
    const MinutesBlock *block;
    guint row;
    guint n; /* places in it */
} Boxes;

/* Place @index: its heading, and the name below the room for the hand. */
static void
add_box (const Boxes *self, guint index, const char *heading, const RecapPerson *person)
{
    const MinutesBlock *block = self->block;
    guint from = block->start + block->width * index / self->n;
    guint to = block->start + block->width * (index + 1) / self->n;
    g_autofree char *name = minutes_signature (person);

    recap_sheet_string (self->sheet, self->row, from, 1, to - from, RECAP_STYLE_SIGN_HEAD, heading);
    recap_sheet_string (self->sheet, self->row + 1, from, 1, to - from, RECAP_STYLE_SIGN, name);
}

static void
add_heading (RecapSheet *sheet, const MinutesBlock *block, guint row, const char *whose)
{
    g_autofree char *upper = g_utf8_strup (whose, -1);
    g_autofree char *heading = g_strconcat ("NAMA DAN TANDA TANGAN ", upper, NULL);

    recap_sheet_string (sheet, row, block->start, 1, block->width, RECAP_STYLE_SIGN_HEAD, heading);
    recap_sheet_row (sheet, row)->keep = TRUE;
}

static guint
add_members (const Minutes *minutes, RecapSheet *sheet, const MinutesBlock *block, guint row)
{
    Boxes boxes = { sheet, block, row + 1, minutes_count_members (minutes) };

    add_heading (sheet, block, row, minutes->level->committee);
    for (guint i = 0; i < boxes.n; i++) {
        g_autofree char *heading = g_strdup_printf ("%u. %s", i + 1, i == 0 ? "KETUA" : "ANGGOTA");
        add_box (&boxes, i, heading, minutes_member (minutes, i + 1));
    }
    recap_sheet_row (sheet, row + 1)->keep = TRUE;
    recap_sheet_row (sheet, row + 2)->keep = TRUE;
    recap_sheet_row (sheet, row + 2)->height = SIGN_HEIGHT;
    return row + 3;
}

static guint
add_witnesses (const Minutes *minutes, RecapSheet *sheet, const MinutesBlock *block, guint row)
{
    const RecapMeeting *meeting = minutes->input->meeting;
    guint n = minutes->contestants->len;
    /* Rows of the same number of places, as far as it goes. */
    guint n_rows = (n + WITNESSES_A_ROW - 1) / WITNESSES_A_ROW;
    guint a_row = (n + n_rows - 1) / n_rows;
    g_autofree char *whose =
        g_strconcat ("saksi ", recap_contest_get_contestants (minutes->contest), NULL);

    add_heading (sheet, block, row++, whose);
    for (guint i = 0; i < n; i++) {
        guint number = g_array_index (minutes->contestants, guint, i);
        g_autofree char *contestant = minutes_contestant (minutes, number);
        g_autofree char *heading = g_strdup_printf ("%u. %s", number, contestant);
        Boxes boxes = { sheet, block, row, a_row };
        add_box (&boxes, i % a_row, heading,
                 meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL);
        if (i + 1 < n && (i + 1) % a_row != 0)
            continue;
        recap_sheet_row (sheet, row)->keep = TRUE;
        recap_sheet_row (sheet, row + 1)->keep = i + 1 < n;
        recap_sheet_row (sheet, row + 1)->height =
            n > WITNESSES_MANY ? SIGN_HEIGHT_MANY : SIGN_HEIGHT;
        row += 2;
    }
    return row;
}

guint
minutes_add_boxes (const Minutes *self, RecapSheet *sheet, const MinutesBlock *block, guint row)
{
    row = add_members (self, sheet, block, row);
    if (self->contestants->len > 0)
        return add_witnesses (self, sheet, block, row);
    recap_sheet_row (sheet, row - 1)->keep = FALSE;
    return row;
}
