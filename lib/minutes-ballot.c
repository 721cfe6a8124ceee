#include "config.h"

#include "minutes-ballot.h"

#include "blanks.h"

/* Where districts differ a table has columns that not everybody needs. A box is left out where a
 * sum proves that it is not needed, no form of the part has anything in it, and none has reason to.
 * What is left out everywhere has no row. */

/* What is known of a box over some forms. */
typedef struct {
    gboolean off;     /* some form proves that it is not on the ballot */
    gboolean written; /* some form has something in it */
    gboolean needed;  /* some form that has such boxes does not count it among them */
} BoxUse;

static gboolean
is_off (const BoxUse *use)
{
    return use->off && !use->written && !use->needed;
}

static void
look_at_form (const RecapForm *form, const RecapBlanks *blanks, RecapCell *cells, guint n,
              BoxUse *uses)
{
    memcpy (cells, form->cells, n * sizeof *cells);
    gboolean any = recap_blanks_mark (blanks, cells, TRUE) > 0;

    for (guint i = 0; i < n; i++) {
        gboolean off = cells[i] == RECAP_CELL_OFF_BALLOT;
        uses[i].off |= off;
        uses[i].needed |= any && !off;
        uses[i].written |=
            recap_cell_is_number (form->cells[i]) || form->cells[i] == RECAP_CELL_UNREADABLE;
    }
}

/* Puts a copy of a form in its place. */
static void
replace_form (Minutes *self, guint index, guint n, const BoxUse *part, const BoxUse *whole)
{
    RecapForm *form = recap_arena_take (self->arena, sizeof *form);
    RecapCell *cells = recap_arena_take (self->arena, n * sizeof *cells);

    *form = *minutes_form (self, index);
    for (guint i = 0; i < n; i++) {
        gboolean off = is_off (&part[i]) || is_off (&whole[i]);
        cells[i] = off ? RECAP_CELL_NOT_CARRIED : form->cells[i];
    }
    form->cells = cells;
    self->forms->pdata[index] = form;
}

void
minutes_leave_out_boxes (Minutes *self)
{
    const RecapSchema *schema = recap_table_get_schema (self->input->table);
    guint n = recap_schema_get_n (schema);
    if (n == 0)
        return;
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (schema, self->contest);
    g_autofree BoxUse *uses = g_new0 (BoxUse, (gsize)n * (self->parts->len + 1));
    g_autofree RecapCell *cells = g_new (RecapCell, n);
    BoxUse *whole = uses + (gsize)n * self->parts->len;
    gboolean any = FALSE;

    for (guint i = 0; i < self->parts->len; i++) {
        const MinutesArea *part = minutes_part (self, i);
        BoxUse *own = uses + (gsize)n * i;
        for (guint k = part->first; k < part->first + part->n_forms; k++)
            look_at_form (minutes_form (self, k), blanks, cells, n, own);
        for (guint k = 0; k < n; k++) {
            whole[k].off |= own[k].off;
            whole[k].written |= own[k].written;
            whole[k].needed |= own[k].needed;
            any = any || is_off (&own[k]);
        }
    }
    for (guint i = 0; any && i < self->parts->len; i++) {
        const MinutesArea *part = minutes_part (self, i);
        for (guint k = part->first; k < part->first + part->n_forms; k++)
            replace_form (self, k, n, uses + (gsize)n * i, whole);
    }
}
