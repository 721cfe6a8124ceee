#include "config.h"

#include "plant.h"

#include <string.h>

#include "misread.h"

static guint
draw_field (GenElection *self, guint first, guint end)
{
    return first + (guint)gen_random_below (&self->random, (gint)(end - first));
}

/* Returns: a box with the votes of a pair, a candidate or a party itself. */
static guint
draw_votes (GenElection *self)
{
    const GenContest *contest = self->contest;
    for (;;) {
        guint field = draw_field (self, GEN_VOTES, contest->valid);
        if (gen_contest_box (contest, field)->kind != GEN_BOX_PARTY_SUM)
            return field;
    }
}

/* Returns: the same, but not of a candidate of a party. */
static guint
draw_contestant (GenElection *self)
{
    guint field = draw_votes (self);
    while (gen_contest_box (self->contest, field)->kind == GEN_BOX_CANDIDATE)
        field--;
    return field;
}

/* ---- rows of one form ---- */

/* Whether the rows of @field and the one below belong together. */
static gboolean
is_pair_of_rows (const GenContest *contest, guint field)
{
    const GenBox *box = gen_contest_box (contest, field);
    const GenBox *below = gen_contest_box (contest, field + 1);
    return box->kind == below->kind && (!contest->has_parties || box->owner == below->owner);
}

/* A block of votes is read one row too low: its first row comes out empty. */
gboolean
gen_plant_shifted_rows (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    guint first = GEN_VOTES, n_rows = 3;
    if (contest->n_boxes > GEN_VOTES + 6) {
        first = draw_field (self, GEN_VOTES, contest->valid);
        n_rows = (guint)gen_random_between (&self->random, 4, 8);
    }
    guint n_changed = 0;
    for (guint i = 0; i + 1 < n_rows; i++) {
        if (first + i + 1 >= contest->valid || !is_pair_of_rows (contest, first + i))
            return FALSE;
        n_changed += station->paper[first + i] != station->paper[first + i + 1] &&
                     station->paper[first + i] > 0;
    }
    if (n_changed < 2)
        return FALSE;
    memmove (station->digital + first + 1, station->paper + first,
             (n_rows - 1) * sizeof *station->paper);
    station->digital[first] = GEN_BLANK;
    return TRUE;
}

gboolean
gen_plant_swapped_rows (GenElection *self, GenStation *station)
{
    guint first = draw_field (self, GEN_VOTES, self->contest->valid - 1);
    gint *cells = station->digital;
    gint kept = cells[first];
    /* A small difference could as well be votes that moved. */
    if (!is_pair_of_rows (self->contest, first) || ABS (kept - cells[first + 1]) < 5)
        return FALSE;
    cells[first] = cells[first + 1];
    cells[first + 1] = kept;
    return TRUE;
}

/* Men and women exchanged: in one row or in all of section I. */
gboolean
gen_plant_swapped_sexes (GenElection *self, GenStation *station)
{
    gboolean all = gen_random_one_in (&self->random, 2);
    guint first = all ? GEN_VOTERS_L : GEN_LISTED_L;
    guint last = all ? GEN_USERS_L : GEN_LISTED_L;
    if (ABS (station->paper[GEN_LISTED_L] - station->paper[GEN_LISTED_P]) < 5)
        return FALSE;
    for (guint row = first; row <= last; row += 3) {
        station->digital[row] = station->paper[row + 1];
        station->digital[row + 1] = station->paper[row];
    }
    return TRUE;
}

/* A row of votes shows the number of the row below. */
gboolean
gen_plant_value_of_row (GenElection *self, GenStation *station)
{
    guint field = draw_field (self, GEN_VOTES, self->contest->valid - 1);
    gint value = station->paper[field + 1];
    if (!is_pair_of_rows (self->contest, field) || value < 5 || value == station->paper[field])
        return FALSE;
    station->digital[field] = value;
    return TRUE;
}

/* The number of the row of invalid votes is read as that of the last pair. */
gboolean
gen_plant_invalid_as_votes (GenElection *self, GenStation *station)
{
    guint last = self->contest->valid - 1;
    if (self->contest->has_parties)
        return FALSE;
    station->digital[last] = station->digital[self->contest->invalid];
    return station->digital[last] != station->paper[last];
}

/* One misread number of votes, and the sums made from it. */
gboolean
gen_plant_followed_total (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    guint field = draw_votes (self);
    gint read = gen_misread_digit (&self->random, station->paper[field]);
    if (read < 0 || read + station->paper[contest->total] > 999)
        return FALSE;
    gint more = read - station->paper[field];
    station->digital[field] = read;
    if (contest->has_parties)
        station->digital[gen_contest_sum_of (contest, field)] += more;
    station->digital[contest->valid] += more;
    station->digital[contest->total] += more;
    return TRUE;
}

/* ---- pages and forms ---- */

static void
copy_form (const GenElection *self, GenStation *to, const GenStation *from)
{
    memcpy (to->digital, from->paper, self->contest->n_boxes * sizeof *to->digital);
}

/* The form of another TPS of the same desa is uploaded for this one. */
gboolean
gen_plant_copied_form (GenElection *self, GenStation *station)
{
    for (guint i = 0; i < self->stations->len; i++) {
        GenStation *other = g_ptr_array_index (self->stations, i);
        if (other != station && !other->taken && strncmp (other->code, station->code, 10) == 0) {
            copy_form (self, station, other);
            other->taken = TRUE;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
gen_plant_swapped_forms (GenElection *self, GenStation *station)
{
    gint distance = gen_random_between (&self->random, 1, 3);
    GenStation *other = gen_election_neighbour (self, station, distance);
    if (other == NULL || other->taken)
        return FALSE;
    copy_form (self, station, other);
    copy_form (self, other, station);
    g_ptr_array_add (self->partners, other);
    return TRUE;
}

/* From this TPS on each has the form of the one before it. */
gboolean
gen_plant_shifted_forms (GenElection *self, GenStation *station)
{
    gint n = gen_random_between (&self->random, 3, 4);
    for (gint i = -1; i < n; i++) {
        const GenStation *other = gen_election_neighbour (self, station, i);
        if (other == NULL || (other->taken && other != station))
            return FALSE;
    }
    gen_election_neighbour (self, station, -1)->taken = TRUE;
    for (gint i = 0; i < n; i++) {
        GenStation *other = gen_election_neighbour (self, station, i);
        copy_form (self, other, gen_election_neighbour (self, station, i - 1));
        if (i > 0)
            g_ptr_array_add (self->partners, other);
    }
    return TRUE;
}

/* The page with the votes is that of the next TPS. */
gboolean
gen_plant_page_of_station (GenElection *self, GenStation *station)
{
    const GenStation *other = gen_election_neighbour (self, station, 1);
    if (other == NULL || other->taken)
        return FALSE;
    gen_election_neighbour (self, station, 1)->taken = TRUE;
    memcpy (station->digital + GEN_VOTES, other->paper + GEN_VOTES,
            (self->contest->n_boxes - GEN_VOTES) * sizeof *other->paper);
    return TRUE;
}

/* The votes come from a form of another contest: small numbers that add up to nothing here. */
gboolean
gen_plant_page_of_contest (GenElection *self, GenStation *station)
{
    for (guint field = GEN_VOTES; field < self->contest->valid; field++) {
        gint votes;
        do
            votes = gen_random_below (&self->random, 40);
        while (votes == station->paper[field]);
        station->digital[field] = votes;
    }
    return TRUE;
}

gboolean
gen_plant_blank_form (GenElection *self, GenStation *station)
{
    for (guint field = 0; field < self->contest->n_boxes; field++)
        station->digital[field] = GEN_BLANK;
    return TRUE;
}

gboolean
gen_plant_blank_administration (GenElection *self, GenStation *station)
{
    for (guint field = 0; field < self->contest->n_boxes; field++)
        if (!gen_contest_is_votes (self->contest, field))
            station->digital[field] = GEN_BLANK;
    return TRUE;
}

gboolean
gen_plant_blank_votes (GenElection *self, GenStation *station)
{
    for (guint field = GEN_VOTES; field < self->contest->valid; field++)
        station->digital[field] = GEN_BLANK;
    return TRUE;
}

gboolean
gen_plant_blank_box (GenElection *self, GenStation *station)
{
    station->digital[self->contest->invalid] = GEN_BLANK;
    return TRUE;
}

/* Sirekap shows 0 where nothing was read. */
gboolean
gen_plant_zero_for_number (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->digital[GEN_USERS_J] = 0;
    return TRUE;
}

/* A box with no votes or voters: 0 on one side, nothing on the other. */
gboolean
gen_plant_zero_for_blank (GenElection *self, GenStation *station)
{
    guint first = draw_field (self, GEN_MOVED_L, self->contest->valid);
    for (guint i = first; i < self->contest->valid; i++) {
        if (station->paper[i] != 0 || gen_contest_box (self->contest, i)->sirekap == NULL)
            continue;
        gboolean on_paper = gen_random_one_in (&self->random, 2);
        *(on_paper ? &station->paper[i] : &station->digital[i]) = GEN_BLANK;
        return TRUE;
    }
    return FALSE;
}

/* ---- votes that move ---- */

/* Moves votes between two boxes, with the sums of two parties, which thus stay right. */
static gboolean
move_votes (const GenElection *self, GenStation *station, guint from, guint to, gint votes)
{
    const GenContest *contest = self->contest;
    gint *cells = station->digital;
    guint from_sum = gen_contest_sum_of (contest, from), to_sum = gen_contest_sum_of (contest, to);
    if (from == to || cells[from] < votes || votes < 1)
        return FALSE;
    cells[from] -= votes;
    cells[to] += votes;
    if (contest->has_parties && from_sum != to_sum) {
        cells[from_sum] -= votes;
        cells[to_sum] += votes;
    }
    return TRUE;
}

/* Votes move from one contestant to another: every total stays right. */
gboolean
gen_plant_pattern_once (GenElection *self, GenStation *station)
{
    const GenShift *shift = &self->shift;
    return move_votes (self, station, shift->from, shift->to, shift->votes);
}

static guint
common_length (const char *a, const char *b)
{
    static const guint lengths[] = { 10, 6, 4, 2 };
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
        if (strncmp (a, b, lengths[i]) == 0)
            return lengths[i];
    return 0;
}

/* Draws @n stations by lot, @station among them, that have no fault and enough votes to give; the
 * others become partners.
 *
 * Returns: FALSE when there are fewer. */
static gboolean
find_givers (GenElection *self, const GenStation *station, guint n)
{
    guint n_all = self->stations->len;
    guint step = gen_find_step (n_all);
    guint first = (guint)gen_random_below (&self->random, (gint)n_all);
    for (guint i = 0; i < n_all && self->partners->len + 1 < n; i++) {
        GenStation *other = g_ptr_array_index (self->stations, (first + i * step) % n_all);
        if (other != station && !other->taken &&
            other->digital[self->shift.from] >= self->shift.votes)
            g_ptr_array_add (self->partners, other);
    }
    return self->partners->len + 1 == n;
}

/* The same votes move at several TPS, between two contestants that are drawn by lot. */
gboolean
gen_plant_pattern (GenElection *self, GenStation *station)
{
    GenShift *shift = &self->shift;
    shift->from = draw_contestant (self);
    shift->to = draw_contestant (self);
    if (self->n_shifted < 2 || shift->from == shift->to ||
        station->digital[shift->from] < shift->votes ||
        !find_givers (self, station, self->n_shifted))
        return FALSE;
    GenPattern *pattern = g_new0 (GenPattern, 1);
    guint length = 10;
    gen_plant_pattern_once (self, station);
    for (guint i = 0; i < self->partners->len; i++) {
        GenStation *other = self->partners->pdata[i];
        gen_plant_pattern_once (self, other);
        length = MIN (length, common_length (station->code, other->code));
    }
    pattern->shift = *shift;
    pattern->n_stations = self->n_shifted;
    g_strlcpy (pattern->region, station->code, length + 1);
    g_ptr_array_add (self->patterns, pattern);
    return TRUE;
}

/* Invalid votes become votes of somebody: V.C stays right, and so does V.A against section IV. */
gboolean
gen_plant_invalid_to_votes (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    if (station->digital[contest->invalid] < 3)
        return FALSE;
    gint votes = gen_random_between (&self->random, 2, station->digital[contest->invalid]);
    station->digital[contest->invalid] -= votes;
    station->digital[contest->valid] += votes;
    guint field =
        contest->has_parties ? draw_votes (self) : draw_field (self, GEN_VOTES, contest->valid);
    station->digital[field] += votes;
    if (contest->has_parties)
        station->digital[gen_contest_sum_of (contest, field)] += votes;
    return TRUE;
}

/* Returns: some votes that @field can give, or 0. */
static gint
draw_gift (GenElection *self, const GenStation *station, guint field)
{
    gint most = MIN (station->digital[field], 12);
    return most < 3 ? 0 : gen_random_between (&self->random, 3, most);
}

/* From a pair to a pair, or from a party itself to another one. */
gboolean
gen_plant_between_contestants (GenElection *self, GenStation *station)
{
    guint from = draw_contestant (self), to = draw_contestant (self);
    return move_votes (self, station, from, to, draw_gift (self, station, from));
}

/* From A.1 to a box of A.2 of the same party: B stays right. */
gboolean
gen_plant_party_to_candidate (GenElection *self, GenStation *station)
{
    guint to = draw_votes (self), from = to;
    if (gen_contest_box (self->contest, to)->kind != GEN_BOX_CANDIDATE)
        return FALSE;
    while (gen_contest_box (self->contest, from)->kind != GEN_BOX_PARTY)
        from--;
    return move_votes (self, station, from, to, draw_gift (self, station, from));
}

static gboolean
move_between_candidates (GenElection *self, GenStation *station, gboolean same_party)
{
    guint from = draw_votes (self), to = draw_votes (self);
    const GenBox *giver = gen_contest_box (self->contest, from);
    const GenBox *taker = gen_contest_box (self->contest, to);
    if (giver->kind != GEN_BOX_CANDIDATE || taker->kind != GEN_BOX_CANDIDATE ||
        (giver->owner == taker->owner) != same_party)
        return FALSE;
    return move_votes (self, station, from, to, draw_gift (self, station, from));
}

gboolean
gen_plant_between_candidates (GenElection *self, GenStation *station)
{
    return move_between_candidates (self, station, TRUE);
}

gboolean
gen_plant_across_parties (GenElection *self, GenStation *station)
{
    return move_between_candidates (self, station, FALSE);
}

/* ---- stations ---- */

gboolean
gen_plant_lost_station (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->in_digital = FALSE;
    return TRUE;
}

/* Sirekap has a TPS that nobody knows, after the last one of the desa. */
gboolean
gen_plant_unknown_station (GenElection *self, GenStation *station)
{
    GenStation *unknown = gen_election_add_unknown (self, station);
    g_ptr_array_add (self->partners, unknown);
    station->taken = FALSE;
    return TRUE;
}
