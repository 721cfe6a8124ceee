#include "config.h"

#include "blanks.h"

/* The sections are bits. */
enum { N_SECTIONS_MAX = 64 };

/* One box of the form that the schema has. */
typedef struct {
    guint index; /* in the schema */
    guint section;
    RecapRole role;
    guint contestant;
} Box;

struct _RecapBlanks {
    const RecapContest *contest;
    gboolean varies;  /* the ballot differs between regions */
    gboolean parties; /* contestants are parties with candidates */
    int total;        /* V.A, -1: not in the schema */
    GArray *boxes;    /* Box, in form order */
    GArray *votes;    /* Box of section IV alone, one contestant after the other */
    guint n_sections;
};

/* Contestants stand one after the other, however the schema orders what several contests share. */
static int
compare_votes (gconstpointer a, gconstpointer b)
{
    const Box *x = a;
    const Box *y = b;
    if (x->contestant != y->contestant)
        return x->contestant < y->contestant ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

RecapBlanks *
recap_blanks_new (const RecapSchema *schema, const RecapContest *contest)
{
    g_return_val_if_fail (schema != NULL && contest != NULL, NULL);

    RecapBlanks *self = g_new0 (RecapBlanks, 1);
    self->contest = contest;
    self->varies = recap_contest_get_candidate_list (contest) != NULL;
    self->total = recap_schema_find (schema, recap_text ("suara_sah"));
    self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
    self->votes = g_array_new (FALSE, FALSE, sizeof (Box));
    recap_contest_get_sections (contest, &self->n_sections);
    self->n_sections = MIN (self->n_sections, N_SECTIONS_MAX);
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        const RecapField *field = recap_schema_get_field (schema, contest, i);
        if (field == NULL)
            continue;
        Box box = { i, field->section, field->role, field->contestant };
        if (field->section < self->n_sections)
            g_array_append_val (self->boxes, box);
        if (field->contestant > 0)
            g_array_append_val (self->votes, box);
        self->parties =
            self->parties || field->role == RECAP_ROLE_PARTY || field->role == RECAP_ROLE_CANDIDATE;
    }
    g_array_sort (self->votes, compare_votes);
    return self;
}

void
recap_blanks_free (RecapBlanks *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->boxes);
    g_array_unref (self->votes);
    g_free (self);
}

/* ---- the ballot ---- */

/* Returns: whether something is written there, a number or what nobody can read. */
static inline gboolean
is_written (RecapCell cell)
{
    return cell >= 0 || cell == RECAP_CELL_UNREADABLE;
}

/* Marks the blanks among the boxes @first up to @end that are of @role (@any: of any).
 *
 * Returns: how many there are. */
static guint
mark (const RecapBlanks *self, RecapCell *cells, guint first, guint end, gboolean any,
      RecapRole role)
{
    guint n = 0;
    for (guint i = first; i < end; i++) {
        const Box *box = &g_array_index (self->votes, Box, i);
        if ((any || box->role == role) && cells[box->index] == RECAP_CELL_BLANK) {
            cells[box->index] = RECAP_CELL_OFF_BALLOT;
            n++;
        }
    }
    return n;
}

/* Returns: whether the numbers of @role among the boxes @first up to @end, and of @other, add up to
 * @total; blanks are left out. */
static gboolean
is_sum (const RecapBlanks *self, const RecapCell *cells, guint first, guint end, RecapRole role,
        RecapRole other, RecapCell total)
{
    gint64 sum = 0;
    for (guint i = first; i < end; i++) {
        const Box *box = &g_array_index (self->votes, Box, i);
        if (box->role != role && box->role != other)
            continue;
        if (cells[box->index] == RECAP_CELL_UNREADABLE)
            return FALSE;
        sum += MAX (cells[box->index], 0);
    }
    return sum == total;
}

/* The block of one party, boxes @first up to @end: all of it, or the candidates behind the last. */
static guint
mark_party (const RecapBlanks *self, RecapCell *cells, guint first, guint end, gboolean proven)
{
    gboolean written = FALSE;
    RecapCell total = RECAP_CELL_NOT_CARRIED;
    guint behind = first; /* the last candidate with something written */

    for (guint i = first; i < end; i++) {
        const Box *box = &g_array_index (self->votes, Box, i);
        written = written || is_written (cells[box->index]);
        if (box->role == RECAP_ROLE_CANDIDATE && is_written (cells[box->index]))
            behind = i + 1;
        if (box->role == RECAP_ROLE_VOTES)
            total = cells[box->index];
    }
    if (!written)
        return !proven || is_sum (self, cells, 0, self->votes->len, RECAP_ROLE_VOTES,
                                  RECAP_ROLE_VOTES, cells[self->total])
                   ? mark (self, cells, first, end, TRUE, RECAP_ROLE_VOTES)
                   : 0;
    if (total == RECAP_CELL_NOT_CARRIED ||
        (proven &&
         !is_sum (self, cells, first, end, RECAP_ROLE_PARTY, RECAP_ROLE_CANDIDATE, total)))
        return 0;
    return mark (self, cells, behind, end, FALSE, RECAP_ROLE_CANDIDATE);
}

guint
recap_blanks_mark (const RecapBlanks *self, RecapCell *cells, gboolean proven)
{
    guint n_boxes = self->votes->len;
    guint behind = 0; /* the last contestant with something written */
    guint n = 0;

    if (!self->varies || self->total < 0 || cells[self->total] == RECAP_CELL_NOT_CARRIED)
        return 0;
    for (guint i = 0; i < n_boxes; i++)
        if (is_written (cells[g_array_index (self->votes, Box, i).index]))
            behind = i + 1;
    if (behind == 0) /* not a short ballot, but no votes */
        return 0;
    if (!self->parties)
        return !proven || is_sum (self, cells, 0, n_boxes, RECAP_ROLE_VOTES, RECAP_ROLE_VOTES,
                                  cells[self->total])
                   ? mark (self, cells, behind, n_boxes, TRUE, RECAP_ROLE_VOTES)
                   : 0;
    for (guint first = 0, end; first < n_boxes; first = end) {
        guint contestant = g_array_index (self->votes, Box, first).contestant;
        for (end = first; end < n_boxes; end++)
            if (g_array_index (self->votes, Box, end).contestant != contestant)
                break;
        n += mark_party (self, cells, first, end, proven);
    }
    return n;
}

/* ---- pages ---- */

guint
recap_blanks_count_boxes (const RecapBlanks *self, const RecapCell *cells, guint section)
{
    guint n = 0;
    for (guint i = 0; i < self->boxes->len; i++) {
        const Box *box = &g_array_index (self->boxes, Box, i);
        if (box->section == section && cells[box->index] != RECAP_CELL_NOT_CARRIED)
            n++;
    }
    return n;
}

/* Returns: whether section @section is one of @sections and has more than one box. */
static gboolean
is_page (const RecapBlanks *self, const RecapCell *cells, guint section,
         const char *const *sections)
{
    const RecapSection *all = recap_contest_get_sections (self->contest, NULL);
    return g_strv_contains (sections, all[section].number) &&
           recap_blanks_count_boxes (self, cells, section) > 1;
}

guint64
recap_blanks_find_missing (const RecapBlanks *self, const RecapCell *cells,
                           const char *const *sections)
{
    guint64 carried = 0, written = 0;

    for (guint i = 0; i < self->boxes->len; i++) {
        const Box *box = &g_array_index (self->boxes, Box, i);
        RecapCell cell = cells[box->index];
        guint64 bit = G_GUINT64_CONSTANT (1) << box->section;
        if (cell != RECAP_CELL_NOT_CARRIED)
            carried |= bit;
        if (is_written (cell))
            written |= bit;
    }
    guint64 missing = carried & ~written;
    if (written == 0 || sections == NULL)
        return 0;
    for (guint i = 0; i < self->n_sections; i++)
        if ((missing >> i & 1) != 0 && is_page (self, cells, i, sections))
            return missing;
    return 0;
}
