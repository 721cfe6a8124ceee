#include "config.h"

#include "mistake.h"

#include <string.h>

/* Writes @value into a box of the plano; Sirekap reads it rightly. */
static void
write_box (GenStation *station, guint field, gint value)
{
    station->paper[field] = station->digital[field] = value;
}

static void
add_to_box (GenStation *station, guint field, gint more)
{
    write_box (station, field, station->paper[field] + more);
}

/* Makes @field wrong by a little; a finding must name it. */
static gboolean
state_wrongly (GenElection *self, GenStation *station, guint field)
{
    add_to_box (station, field, gen_random_between (&self->random, 1, 9));
    station->stated = (gint)field;
    return TRUE;
}

gboolean
gen_mistake_row (GenElection *self, GenStation *station)
{
    static const guint sums[] = { GEN_VOTERS_J,  GEN_LISTED_J, GEN_MOVED_J,
                                  GEN_SPECIAL_J, GEN_USERS_J,  GEN_DISABLED_J };
    gint row = gen_random_below (&self->random, (gint)G_N_ELEMENTS (sums));
    return state_wrongly (self, station, sums[row]);
}

gboolean
gen_mistake_users (GenElection *self, GenStation *station)
{
    guint column = (guint)gen_random_below (&self->random, 3);
    return state_wrongly (self, station, GEN_USERS_L + column);
}

gboolean
gen_mistake_more_than_listed (GenElection *self, GenStation *station)
{
    guint column = (guint)gen_random_below (&self->random, 2);
    gint less = gen_random_between (&self->random, 1, 9);
    write_box (station, GEN_VOTERS_L + column, station->paper[GEN_LISTED_L + column] - less);
    station->stated = (gint)(GEN_LISTED_L + column);
    return TRUE;
}

gboolean
gen_mistake_used (GenElection *self, GenStation *station)
{
    return state_wrongly (self, station, GEN_USED);
}

gboolean
gen_mistake_received (GenElection *self, GenStation *station)
{
    return state_wrongly (self, station, GEN_RECEIVED);
}

/* With II.2 blank nothing can be said about the sum, only that more cannot come back than came. */
gboolean
gen_mistake_returned (GenElection *self, GenStation *station)
{
    write_box (station, GEN_USED, GEN_BLANK);
    write_box (station, GEN_RETURNED, station->paper[GEN_RECEIVED]);
    return state_wrongly (self, station, GEN_RETURNED);
}

gboolean
gen_mistake_total (GenElection *self, GenStation *station)
{
    return state_wrongly (self, station, self->contest->total);
}

gboolean
gen_mistake_valid (GenElection *self, GenStation *station)
{
    return state_wrongly (self, station, self->contest->valid);
}

/* Returns: B of a party that is drawn by lot. */
static guint
draw_party_sum (GenElection *self)
{
    guint n = self->contest->valid - GEN_VOTES;
    guint field = GEN_VOTES + (guint)gen_random_below (&self->random, (gint)n);
    return gen_contest_sum_of (self->contest, field);
}

gboolean
gen_mistake_party_sum (GenElection *self, GenStation *station)
{
    return self->contest->has_parties && state_wrongly (self, station, draw_party_sum (self));
}

/* V.B and V.C are wrong by the same, so that section V adds up. */
gboolean
gen_mistake_total_and_valid (GenElection *self, GenStation *station)
{
    gint before = station->paper[self->contest->total];
    state_wrongly (self, station, self->contest->total);
    add_to_box (station, self->contest->invalid, station->paper[self->contest->total] - before);
    return TRUE;
}

gboolean
gen_mistake_disabled (GenElection *self, GenStation *station)
{
    guint column = (guint)gen_random_below (&self->random, 2);
    write_box (station, GEN_DISABLED_L + column, station->paper[GEN_USERS_L + column]);
    state_wrongly (self, station, GEN_DISABLED_L + column);
    write_box (station, GEN_DISABLED_J,
               station->paper[GEN_DISABLED_L] + station->paper[GEN_DISABLED_P]);
    return TRUE;
}

/* More digits than the form has boxes. */
gboolean
gen_mistake_wide (GenElection *self, GenStation *station)
{
    guint field = (guint)gen_random_below (&self->random, (gint)self->contest->n_boxes);
    write_box (station, field, gen_random_between (&self->random, 1000, 9990));
    station->stated = (gint)field;
    return TRUE;
}

/* One has more votes than there are in all, while the box of another one is blank, so that nothing
 * can be said about the sum. */
gboolean
gen_mistake_contestant (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    guint sum = contest->has_parties ? draw_party_sum (self) : contest->valid;
    guint other = contest->has_parties ? sum - 2 : GEN_VOTES;
    guint field = sum - 1;
    if (contest->has_parties && gen_contest_box (contest, field)->kind != GEN_BOX_CANDIDATE)
        return FALSE;
    write_box (station, other, GEN_BLANK);
    write_box (station, field, station->paper[sum]);
    return state_wrongly (self, station, field);
}

gboolean
gen_mistake_crowd (GenElection *self, GenStation *station)
{
    gen_election_crowd (self, station);
    station->stated = (gint)GEN_VOTERS_J;
    return TRUE;
}

gboolean
gen_mistake_too_many_votes (GenElection *self, GenStation *station)
{
    gint less = gen_random_between (&self->random, 1, 9);
    write_box (station, GEN_RECEIVED, station->paper[self->contest->total] - less);
    station->stated = (gint)self->contest->total;
    return TRUE;
}

/* Ballots came and were left over that nobody ought to have sent: the sum is right. */
gboolean
gen_mistake_reserve (GenElection *self, GenStation *station)
{
    gint more = gen_random_between (&self->random, 10, 30);
    add_to_box (station, GEN_RECEIVED, more);
    add_to_box (station, GEN_UNUSED, more);
    station->stated = (gint)GEN_RECEIVED;
    return TRUE;
}

/* So many voters came with their KTP-el that the ballots cannot have sufficed; all sums hold. */
gboolean
gen_mistake_more_than_reserve (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    gint most = station->paper[GEN_VOTERS_J] * (1000 + contest->reserve) / 1000;
    gint more = most - station->paper[GEN_USERS_J] + gen_random_between (&self->random, 1, 9);
    const guint fields[] = { GEN_SPECIAL_L, GEN_SPECIAL_J,  GEN_USERS_L,
                             GEN_USERS_J,   GEN_RECEIVED,   GEN_USED,
                             GEN_VOTES,     contest->valid, contest->total };
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        add_to_box (station, fields[i], more);
    if (contest->has_parties)
        add_to_box (station, gen_contest_sum_of (contest, GEN_VOTES), more);
    station->stated = (gint)contest->total;
    return TRUE;
}

gboolean
gen_mistake_valid_by_one (GenElection *self, GenStation *station)
{
    add_to_box (station, self->contest->valid, 1);
    station->stated = (gint)self->contest->valid;
    return TRUE;
}

gboolean
gen_mistake_listed_by_ten (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    add_to_box (station, GEN_LISTED_J, 10);
    station->stated = (gint)GEN_LISTED_J;
    return TRUE;
}

/* The row was left blank: Sirekap never shows it. */
gboolean
gen_mistake_disabled_blank (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = GEN_DISABLED_L; field <= GEN_DISABLED_J; field++)
        station->paper[field] = GEN_BLANK;
    station->stated = (gint)GEN_DISABLED_J;
    return TRUE;
}

gboolean
gen_mistake_returned_blank (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->paper[GEN_RETURNED] = GEN_BLANK;
    station->stated = (gint)GEN_RETURNED;
    return TRUE;
}

/* A number written over: nobody can read it on the plano; Sirekap took it for something. */
gboolean
gen_mistake_written_over (GenElection *self, GenStation *station)
{
    station->paper[self->contest->invalid] = GEN_UNREADABLE;
    station->stated = (gint)self->contest->invalid;
    return TRUE;
}

/* The same form stands in two tables of the plano. */
gboolean
gen_mistake_twice (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->twice = TRUE;
    return TRUE;
}

/* The page with section II was left out. */
gboolean
gen_mistake_no_ballots (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = GEN_RECEIVED; field <= GEN_UNUSED; field++)
        write_box (station, field, GEN_BLANK);
    return TRUE;
}

/* All votes are said to be invalid: every sum holds. */
gboolean
gen_mistake_nothing_valid (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    for (guint field = GEN_VOTES; field <= contest->valid; field++)
        write_box (station, field, 0);
    write_box (station, contest->invalid, station->paper[contest->total]);
    station->stated = (gint)contest->total;
    return TRUE;
}

/* Of the strongest contestant so many votes are invalid that it is remarkable: every sum holds. */
gboolean
gen_mistake_much_invalid (GenElection *self, GenStation *station)
{
    const GenContest *contest = self->contest;
    guint strongest = GEN_VOTES;
    for (guint field = GEN_VOTES; field < contest->valid; field++)
        if (gen_contest_box (contest, field)->kind != GEN_BOX_PARTY_SUM &&
            station->paper[field] > station->paper[strongest])
            strongest = field;
    gint more = station->paper[contest->total] / 9 - station->paper[contest->invalid] + 1;
    if (station->paper[strongest] < more)
        return FALSE;
    add_to_box (station, strongest, -more);
    if (contest->has_parties)
        add_to_box (station, gen_contest_sum_of (contest, strongest), -more);
    add_to_box (station, contest->valid, -more);
    add_to_box (station, contest->invalid, more);
    station->stated = (gint)contest->invalid;
    return TRUE;
}
