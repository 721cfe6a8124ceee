#include "config.h"

#include "effect-area.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "seats.h"

/* The sums of one box. */
typedef struct {
    gboolean stands;            /* some form has a number; see find_who_stands() */
    gint64 votes, fewest, most; /* most: forms without a limit left as they are */
    guint64 n_unlimited;
} Tally;

/* What a source makes of one box, before it is added up. */
typedef struct {
    guint box;
    guint place; /* keeps the order of what is equal */
    const RecapFinding *finding;
} Difference;

struct _RecapEffectSum {
    const RecapEffectPlan *plan;
    const RecapEffectBox *boxes;
    guint n_boxes;
    guint n_contestants;
    char *kode;
    char *nama;
    const RecapDistrict *district;
    RecapEffectArea area; /* its counts */
    Tally *tallies;
    GArray *differences; /* Difference */
    GArray *rows;        /* RecapEffectRow */
    GArray *biases;      /* RecapEffectBias */
};

RecapEffectSum *
recap_effect_sum_new (const RecapEffectPlan *plan, const char *kode, const RecapDistrict *district)
{
    RecapEffectSum *self = g_new0 (RecapEffectSum, 1);
    self->plan = plan;
    self->boxes = recap_effect_plan_get_boxes (plan, &self->n_boxes);
    self->n_contestants = recap_effect_plan_get_n_contestants (plan);
    self->kode = g_strdup (kode);
    self->nama = g_strdup ("");
    self->district = district;
    self->tallies = g_new0 (Tally, MAX (self->n_boxes, 1));
    self->differences = g_array_new (FALSE, FALSE, sizeof (Difference));
    self->rows = g_array_new (FALSE, FALSE, sizeof (RecapEffectRow));
    self->biases = g_array_new (FALSE, FALSE, sizeof (RecapEffectBias));
    return self;
}

void
recap_effect_sum_free (RecapEffectSum *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->biases);
    g_array_unref (self->rows);
    g_array_unref (self->differences);
    g_free (self->tallies);
    g_free (self->nama);
    g_free (self->kode);
    g_free (self);
}

const char *
recap_effect_sum_get_code (const RecapEffectSum *self)
{
    return self->kode;
}

void
recap_effect_sum_set_name (RecapEffectSum *self, const char *nama)
{
    if (nama == NULL || *self->nama != '\0')
        return;
    g_free (self->nama);
    self->nama = g_strdup (nama);
}

/* ---- adding ---- */

/* Regions are about contestants; only a district is about their candidates, too. */
static guint
n_counted (const RecapEffectSum *self)
{
    return self->district != NULL ? self->n_boxes : self->n_contestants;
}

static gboolean
add_votes (RecapEffectSum *self, guint index, const RecapEffectVotes *votes, GError **error)
{
    Tally *tally = &self->tallies[index];

    tally->stands |= votes->has_number;
    tally->votes += votes->votes;
    tally->fewest += votes->fewest;
    gboolean unlimited = votes->most == RECAP_EFFECT_NO_LIMIT;
    tally->n_unlimited += unlimited ? 1 : 0;
    tally->most += unlimited ? votes->votes : votes->most;
    if (MAX (tally->votes, tally->most) <= RECAP_COUNT_MAX)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("a sum of '%s' exceeds %" PRId64),
                     self->kode, RECAP_COUNT_MAX);
    return FALSE;
}

static void
add_differences (RecapEffectSum *self, const RecapFinding *const *differences, guint n_differences)
{
    for (guint i = 0; i < n_differences; i++) {
        int index = recap_effect_plan_find (self->plan, differences[i]->isian);
        if (index < 0 || index >= (int)n_counted (self) ||
            !recap_cell_is_number (differences[i]->nilai_a) ||
            !recap_cell_is_number (differences[i]->nilai_b))
            continue;
        Difference difference = { (guint)index, self->differences->len, differences[i] };
        g_array_append_val (self->differences, difference);
    }
}

gboolean
recap_effect_sum_add (RecapEffectSum *self, const RecapEffectVotes *votes, gboolean absent,
                      const RecapFinding *const *differences, guint n_differences, GError **error)
{
    gboolean is_open = FALSE, is_unlimited = FALSE;

    for (guint i = 0; i < n_counted (self); i++) {
        if (!add_votes (self, i, &votes[i], error))
            return FALSE;
        is_open |= votes[i].fewest < votes[i].most;
        is_unlimited |= votes[i].most == RECAP_EFFECT_NO_LIMIT;
    }
    self->area.n_stations++;
    self->area.n_absent += absent ? 1 : 0;
    self->area.n_open += is_open ? 1 : 0;
    self->area.n_unlimited += is_unlimited ? 1 : 0;
    add_differences (self, differences, n_differences);
    return TRUE;
}

/* ---- ranks ---- */

static gint64
most_of (const Tally *tally)
{
    return tally->n_unlimited > 0 ? RECAP_EFFECT_NO_LIMIT : tally->most;
}

/* The rows of @party (-1: of the contestants) from @start on, the box of each in form order. */
static void
add_rows (RecapEffectSum *self, int party)
{
    for (guint i = 0; i < n_counted (self); i++) {
        const Tally *tally = &self->tallies[i];
        const RecapEffectBox *box = &self->boxes[i];
        if (box->party != party || box->box->role == RECAP_ROLE_PARTY || !tally->stands)
            continue;
        RecapEffectRow row = { .box = box->box,
                               .votes = tally->votes,
                               .fewest = tally->fewest,
                               .most = most_of (tally),
                               .known_most = tally->most };
        g_array_append_val (self->rows, row);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const RecapEffectRow *x = a;
    const RecapEffectRow *y = b;
    if (x->votes != y->votes)
        return x->votes > y->votes ? -1 : 1;
    return x->box->index < y->box->index ? -1 : x->box->index > y->box->index;
}

static RecapEffectOrder
order_of (const RecapEffectRow *row, const RecapEffectRow *next)
{
    gboolean fixed = row->fewest == row->most && next->fewest == next->most;

    if (row->swing == RECAP_EFFECT_NO_LIMIT)
        return RECAP_ORDER_UNKNOWN;
    if (row->margin == 0)
        return fixed ? RECAP_ORDER_TIED : RECAP_ORDER_MAY_TURN;
    if (row->margin > row->swing)
        return RECAP_ORDER_CERTAIN;
    return row->margin == row->swing ? RECAP_ORDER_MAY_TIE : RECAP_ORDER_MAY_TURN;
}

/* Compares each of the @n rows with the next, and with all. */
static void
rank_rows (RecapEffectRow *rows, guint n)
{
    qsort (rows, n, sizeof *rows, compare_rows);
    for (guint i = 0; i < n; i++) {
        RecapEffectRow *row = &rows[i];
        row->rank = i > 0 && rows[i - 1].votes == row->votes ? rows[i - 1].rank : i + 1;
        row->best_rank = row->worst_rank = 1;
        for (guint k = 0; k < n; k++) {
            row->best_rank += k != i && rows[k].fewest > row->most ? 1 : 0;
            row->worst_rank += k != i && rows[k].most >= row->fewest ? 1 : 0;
        }
        if (i + 1 == n)
            continue;
        const RecapEffectRow *next = &rows[i + 1];
        row->margin = row->votes - next->votes;
        row->known_swing = row->votes - row->fewest + next->known_most - next->votes;
        row->swing = next->most == RECAP_EFFECT_NO_LIMIT ? RECAP_EFFECT_NO_LIMIT : row->known_swing;
        row->order = order_of (row, next);
    }
}

/* ---- seats ---- */

static gboolean
has_passed (const RecapEffectRow *row, const guint *passed)
{
    if (passed == NULL)
        return TRUE;
    for (guint i = 0; passed[i] != 0; i++)
        if (passed[i] == row->box->contestant)
            return TRUE;
    return FALSE;
}

/* Gives the seats of the district to the @n parties. */
static void
allocate_to_parties (RecapEffectRow *rows, guint n, guint n_seats, const guint *passed)
{
    g_autofree RecapSeatParty *parties = g_new0 (RecapSeatParty, MAX (n, 1));
    g_autofree RecapSeatClaim *claims = g_new0 (RecapSeatClaim, MAX (n, 1));
    g_autofree RecapSeatRange *ranges = g_new0 (RecapSeatRange, MAX (n, 1));

    for (guint i = 0; i < n; i++) {
        gboolean in = has_passed (&rows[i], passed);
        guint64 most =
            rows[i].most == RECAP_EFFECT_NO_LIMIT ? RECAP_SEATS_VOTES_MAX : (guint64)rows[i].most;
        parties[i] = (RecapSeatParty){ .votes = (guint64)rows[i].votes, .excluded = !in };
        claims[i] = (RecapSeatClaim){ (guint64)rows[i].fewest, most, in, !in };
    }
    recap_seats_allocate (parties, n, n_seats);
    recap_seats_bound (claims, n, n_seats, ranges);
    for (guint i = 0; i < n; i++) {
        rows[i].seats = parties[i].seats;
        rows[i].tied = parties[i].tied;
        rows[i].seats_worst = ranges[i].worst;
        rows[i].seats_best = ranges[i].best;
    }
}

/* Gives seats to the first of the @n rows: @n_now as the numbers stand, from @n_worst to @n_best
 * when they change. Equal votes at the border are a tie. */
static void
allocate_to_first (RecapEffectRow *rows, guint n, guint n_now, guint n_worst, guint n_best)
{
    for (guint i = 0; i < n; i++) {
        guint n_ahead = rows[i].rank - 1, n_equal = 0;
        for (guint k = 0; k < n; k++)
            n_equal += rows[k].rank == rows[i].rank ? 1 : 0;
        rows[i].seats = n_ahead + n_equal <= n_now ? 1 : 0;
        rows[i].tied = rows[i].seats == 0 && n_ahead < n_now;
        rows[i].seats_worst = rows[i].worst_rank <= n_worst ? 1 : 0;
        rows[i].seats_best = rows[i].best_rank <= n_best ? 1 : 0;
    }
}

/* Whether seats go to parties; whether the tables have the votes of their candidates or not. */
static gboolean
is_party_list (const RecapEffectSum *self)
{
    guint n;
    const RecapField *fields =
        recap_contest_get_fields (recap_effect_plan_get_contest (self->plan), &n);

    for (guint i = 0; i < n; i++)
        if (fields[i].role == RECAP_ROLE_PARTY)
            return TRUE;
    return FALSE;
}

/* ---- the whole ---- */

static gboolean
are_certain (const RecapEffectSum *self, const RecapEffectRow *rows, guint n)
{
    for (guint i = 0; i < n; i++) {
        gboolean order_is_open = rows[i].order >= RECAP_ORDER_MAY_TIE;
        gboolean seats_are_open = rows[i].seats_worst < rows[i].seats_best;
        /* In a district seats are what matters. */
        if (self->district != NULL ? seats_are_open : order_is_open)
            return FALSE;
    }
    return TRUE;
}

static RecapEffectRow *
row_at (const RecapEffectSum *self, guint index)
{
    return &g_array_index (self->rows, RecapEffectRow, index);
}

static int
party_of_row (const RecapEffectSum *self, const RecapEffectRow *row)
{
    for (guint i = 0; i < self->n_contestants; i++)
        if (self->boxes[i].box == row->box)
            return (int)i;
    return -1;
}

/* Puts the candidates of each party, ranked, behind their party. */
static void
add_candidates (RecapEffectSum *self)
{
    GArray *parties = self->rows;

    self->rows = g_array_new (FALSE, FALSE, sizeof (RecapEffectRow));
    for (guint i = 0; i < parties->len; i++) {
        RecapEffectRow party = g_array_index (parties, RecapEffectRow, i);
        g_array_append_val (self->rows, party);
        guint start = self->rows->len;
        add_rows (self, party_of_row (self, &party));
        guint n = self->rows->len - start;
        if (n == 0)
            continue;
        rank_rows (row_at (self, start), n);
        allocate_to_first (row_at (self, start), n, party.seats, party.seats_worst,
                           party.seats_best);
    }
    g_array_unref (parties);
}

/* A contestant who has no number in any form of the region, and can have no vote in any, does not
 * stand there. Of candidates the number alone tells: a table has as many columns as the longest
 * list of candidates has names, and all forms of a district have the same list. */
static void
find_who_stands (RecapEffectSum *self)
{
    gboolean known = FALSE;

    for (guint i = 0; i < self->n_contestants; i++) {
        self->tallies[i].stands |= most_of (&self->tallies[i]) > 0;
        known |= self->tallies[i].stands;
    }
    for (guint i = 0; i < self->n_contestants && !known; i++)
        self->tallies[i].stands = TRUE;
}

/* ---- who gains ---- */

static int
compare_differences (gconstpointer a, gconstpointer b)
{
    const Difference *x = a;
    const Difference *y = b;
    int order = recap_text_compare (x->finding->sumber_a, y->finding->sumber_a);
    if (order == 0)
        order = recap_text_compare (x->finding->sumber_b, y->finding->sumber_b);
    if (order == 0)
        order = (x->box > y->box) - (x->box < y->box);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static void
add_biases (RecapEffectSum *self)
{
    g_array_sort (self->differences, compare_differences);
    for (guint i = 0; i < self->differences->len; i++) {
        const Difference *difference = &g_array_index (self->differences, Difference, i);
        const RecapFinding *finding = difference->finding;
        const RecapField *box = self->boxes[difference->box].box;
        guint n = self->biases->len;
        RecapEffectBias *last =
            n > 0 ? &g_array_index (self->biases, RecapEffectBias, n - 1) : NULL;
        if (last == NULL || last->box != box ||
            !recap_text_equal (last->sumber_a, finding->sumber_a) ||
            !recap_text_equal (last->sumber_b, finding->sumber_b)) {
            RecapEffectBias bias = { .box = box,
                                     .sumber_a = finding->sumber_a,
                                     .sumber_b = finding->sumber_b };
            g_array_append_val (self->biases, bias);
            last = &g_array_index (self->biases, RecapEffectBias, n);
        }
        gint64 change = finding->nilai_b - finding->nilai_a;
        last->n_up += change > 0 ? 1 : 0;
        last->n_down += change < 0 ? 1 : 0;
        last->up += MAX (change, 0);
        last->down += MAX (-change, 0);
    }
}

gboolean
recap_effect_sum_finish (RecapEffectSum *self, const guint *passed, RecapEffectArea *ret_area)
{
    find_who_stands (self);
    add_rows (self, -1);
    guint n = self->rows->len;
    rank_rows (row_at (self, 0), n);
    if (self->district != NULL && is_party_list (self)) {
        allocate_to_parties (row_at (self, 0), n, self->district->seats, passed);
        add_candidates (self);
    } else if (self->district != NULL) {
        guint n_seats = self->district->seats;
        allocate_to_first (row_at (self, 0), n, n_seats, n_seats, n_seats);
    }
    add_biases (self);

    *ret_area = self->area;
    ret_area->contest = recap_effect_plan_get_contest (self->plan);
    ret_area->kode = self->kode;
    ret_area->nama = self->nama;
    ret_area->district = self->district;
    ret_area->rows = row_at (self, 0);
    ret_area->n_rows = self->rows->len;
    ret_area->biases = (const RecapEffectBias *)(const void *)self->biases->data;
    ret_area->n_biases = self->biases->len;
    return are_certain (self, row_at (self, 0), self->rows->len);
}
