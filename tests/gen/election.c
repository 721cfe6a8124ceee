#include "config.h"

#include "election.h"

#include <string.h>

/* Nothing here is the name of a provinsi, kabupaten or kecamatan. */
static const char *const village_heads[] = { "RANDU", "MUARA", "BUKIT",  "LEMBAH",
                                             "PULAU", "RAWA",  "PADANG", "TEPIAN" };
static const char *const village_tails[] = { "ASRI",   "KENARI",   "SELASIH",  "TERATAI",
                                             "MERBAU", "CEMPEDAK", "JELUTUNG", "SERINDIT",
                                             "PINGAI", "RUMBIA",   "KETAPANG", "BALAM",
                                             "NIPAH" };
static const char *const districts[] = { "TELUK RANDU",  "ULU SELASIH", "TANJUNG KENARI",
                                         "RANTAU NIPAH", "KUALA BALAM", "SIMPANG RUMBIA" };
static const char *const regencies[] = { "MERAWAN", "SERINDIT RAYA", "PULAU PINGAI" };
static const char *const provinces[] = { "NUSA CONTOH", "TANAH MISAL", "ANDAI RAYA" };
static const gint province_codes[] = { 39, 38, 37 };
/* With rules of their own: votes by noken, and overseas. */
static const gint abroad_codes[] = { 39, 91, 99 };

/* Voters on the list, those who came, and the others who came: so few that the ballots suffice. */
static void
fill_voters (GenRandom *random, const GenContest *contest, gint low, gint high, gint *cells)
{
    do {
        for (guint column = 0; column < 2; column++) {
            gint voters = gen_random_between (random, low, high);
            cells[GEN_VOTERS_L + column] = voters;
            cells[GEN_LISTED_L + column] = voters * gen_random_between (random, 550, 960) / 1000;
            cells[GEN_MOVED_L + column] = gen_random_below (random, 4);
            cells[GEN_SPECIAL_L + column] = gen_random_below (random, 4);
            cells[GEN_USERS_L + column] = cells[GEN_LISTED_L + column] +
                                          cells[GEN_MOVED_L + column] +
                                          cells[GEN_SPECIAL_L + column];
        }
        for (guint row = GEN_VOTERS_L; row <= GEN_USERS_L; row += 3)
            cells[row + 2] = cells[row] + cells[row + 1];
    } while (cells[GEN_USERS_J] * 1000 > cells[GEN_VOTERS_J] * (1000 + contest->reserve));
}

/* Ballots: one for each voter of the list and the reserve, rounded up. */
static void
fill_ballots (GenRandom *random, const GenContest *contest, gint *cells)
{
    gint voters = cells[GEN_VOTERS_J];
    cells[GEN_RECEIVED] = voters + (voters * contest->reserve + 999) / 1000;
    cells[GEN_USED] = cells[GEN_USERS_J];
    gint left = cells[GEN_RECEIVED] - cells[GEN_USED];
    cells[GEN_RETURNED] = gen_random_below (random, MIN (left, 3) + 1);
    cells[GEN_UNUSED] = left - cells[GEN_RETURNED];
    cells[GEN_DISABLED_L] = gen_random_below (random, 4);
    cells[GEN_DISABLED_P] = gen_random_below (random, 4);
    cells[GEN_DISABLED_J] = cells[GEN_DISABLED_L] + cells[GEN_DISABLED_P];
}

/* How strong each contestant is in all of an election of many: some have nearly all the votes, and
 * the party itself more than each of its candidates. */
static void
draw_strengths (GenElection *self)
{
    const GenContest *contest = self->contest;
    self->strengths = g_new0 (gint, contest->n_boxes);
    if (contest->n_contestants <= 3)
        return;
    for (guint field = GEN_VOTES; field < contest->valid; field++) {
        gint strength = gen_random_below (&self->random, 12);
        gint times = gen_contest_box (contest, field)->kind == GEN_BOX_PARTY ? 3 : 1;
        self->strengths[field] = (strength * strength + 1) * times;
    }
}

/* Shares @votes out by lot over the @n boxes @fields, the rest to the last.
 * Few pairs stand close together; else it depends on how strong they are. */
static void
share_out (GenElection *self, gint votes, gint *cells, const guint *fields, guint n)
{
    gint weights[80];
    gint sum = 0;
    gint left = votes;
    g_assert (n >= 1 && n <= G_N_ELEMENTS (weights));
    for (guint i = 0; i < n; i++) {
        weights[i] = gen_random_between (&self->random, 10, 60);
        if (self->contest->n_contestants > 3)
            weights[i] *= self->strengths[fields[i]];
        sum += weights[i];
    }
    for (guint i = 0; i + 1 < n; i++)
        left -= cells[fields[i]] = votes * weights[i] / sum;
    cells[fields[n - 1]] = left;
}

static void
share_out_to_parties (GenElection *self, gint votes, gint *cells)
{
    const GenContest *contest = self->contest;
    guint fields[80], sums[24];
    guint n_parties = 0;
    for (guint field = GEN_VOTES; field < contest->valid; field++)
        if (gen_contest_box (contest, field)->kind == GEN_BOX_PARTY_SUM)
            sums[n_parties++] = field;
    share_out (self, votes, cells, sums, n_parties);
    guint first = GEN_VOTES;
    for (guint party = 0; party < n_parties; party++) {
        guint n = 0;
        for (guint field = first; field < sums[party]; field++)
            fields[n++] = field;
        share_out (self, cells[sums[party]], cells, fields, n);
        first = sums[party] + 1;
    }
}

static void
fill_votes (GenElection *self, gint *cells)
{
    const GenContest *contest = self->contest;
    gint total = cells[GEN_USED];
    gint invalid = total * gen_random_below (&self->random, 80) / 1000;
    gint valid = total - invalid;
    guint fields[80];
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        fields[i] = GEN_VOTES + i;
    if (contest->has_parties)
        share_out_to_parties (self, valid, cells);
    else
        share_out (self, valid, cells, fields, contest->n_contestants);
    cells[contest->valid] = valid;
    cells[contest->invalid] = invalid;
    cells[contest->total] = total;
}

/* Two forms of one desa with the same votes would look like one form uploaded twice. */
static gboolean
has_votes_of_another (const GenElection *self, const gint *cells, const char *code)
{
    gsize size_bytes = (self->contest->valid - GEN_VOTES) * sizeof *cells;
    for (guint i = self->stations->len; i-- > 0;) {
        const GenStation *other = g_ptr_array_index (self->stations, i);
        gboolean same = strncmp (other->code, code, 10) == 0;
        if (!same && !self->is_complete)
            break; /* those of one desa are made one after the other */
        if (same && other->sound != cells &&
            memcmp (other->sound + GEN_VOTES, cells + GEN_VOTES, size_bytes) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
fill_form (GenElection *self, GenStation *station, gint low, gint high)
{
    const GenContest *contest = self->contest;
    gsize size_bytes = contest->n_boxes * sizeof *station->sound;
    do {
        fill_voters (&self->random, contest, low, high, station->sound);
        fill_ballots (&self->random, contest, station->sound);
        fill_votes (self, station->sound);
    } while (has_votes_of_another (self, station->sound, station->code));
    memcpy (station->paper, station->sound, size_bytes);
    memcpy (station->digital, station->sound, size_bytes);
}

static void
station_free (gpointer data)
{
    GenStation *station = data;
    g_free (station->sound);
    g_free (station->paper);
    g_free (station->digital);
    g_free (station);
}

static GenStation *
add_station (GenElection *self, const GenStation *place, guint number)
{
    const GenContest *contest = self->contest;
    GenStation *station = g_new (GenStation, 1);
    *station = *place;
    station->number = number;
    g_snprintf (station->code + 10, sizeof station->code - 10, "%03u", number);
    station->sound = g_new0 (gint, contest->n_boxes);
    station->paper = g_new0 (gint, contest->n_boxes);
    station->digital = g_new0 (gint, contest->n_boxes);
    fill_form (self, station, contest->voters_low, contest->voters_high);
    station->on_paper = station->in_digital = TRUE;
    station->taken = FALSE;
    station->fault = station->mistake = NULL;
    station->twice = FALSE;
    station->stated = -1;
    g_ptr_array_add (self->stations, station);
    return station;
}

void
gen_election_crowd (GenElection *self, GenStation *station)
{
    gint half = self->contest->voters_max / 2;
    fill_form (self, station, half + 3, half + 40);
}

/* Eight desa a kecamatan, three kecamatan a kabupaten, two kabupaten a provinsi. Of several
 * elections side by side each has a kabupaten, and up to 89 have a provinsi; no real provinsi has
 * a code from 37 to 50. */
static void
set_place (GenElection *self, GenStation *place, guint village, const GenElectionOptions *options)
{
    guint district = village / 8, regency = district / 3, province = regency / 2;
    guint n_heads = G_N_ELEMENTS (village_heads), n_tails = G_N_ELEMENTS (village_tails);
    const gint *codes = options->abroad ? abroad_codes : province_codes;
    gint code = codes[(options->abroad ? village : province) % G_N_ELEMENTS (province_codes)];
    if (options->n_side > 1) {
        regency = options->index % 89;
        province = options->index / 89;
        code = 37 + (gint)province;
    }
    g_autofree char *name =
        g_strdup_printf ("%s %s", village_heads[village % n_heads],
                         village_tails[(village + village / n_heads) % n_tails]);
    place->province = provinces[province % G_N_ELEMENTS (provinces)];
    place->regency = regencies[regency % G_N_ELEMENTS (regencies)];
    place->district = districts[district % G_N_ELEMENTS (districts)];
    place->village = g_string_chunk_insert_const (self->names, name);
    /* The desa part begins with 2 for a desa, with 1 for a kelurahan. */
    g_snprintf (place->code, sizeof place->code, "%02d%02u%02u%d%03u", code, 7 + regency % 90,
                12 + district % 80, village % 5 == 4 ? 1 : 2, 1 + village % 999);
    if (code == 99)
        memcpy (place->code + 2, "AA", 2); /* codes of missions abroad have letters */
}

static int
compare_stations (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(const GenStation *const *)a)->code, (*(const GenStation *const *)b)->code);
}

/* The pattern that returns: from one contestant (or party) to the next, some votes. */
static void
draw_shift (GenElection *self, const GenElectionOptions *options)
{
    const GenContest *contest = self->contest;
    guint n = contest->n_contestants;
    guint first = (guint)gen_random_below (&self->random, (gint)n);
    guint second = (first + 1) % n;
    self->shift.votes = gen_random_between (&self->random, 5, 12);
    self->shift.from = GEN_VOTES + first;
    self->shift.to = GEN_VOTES + second;
    if (contest->has_parties) { /* the boxes A.1 of the two */
        guint place = 0;
        for (guint field = GEN_VOTES; field < contest->valid;
             field = gen_contest_sum_of (contest, field) + 1, place++) {
            if (place == first)
                self->shift.from = field;
            if (place == second)
                self->shift.to = field;
        }
    }
    if (options->shift.votes > 0)
        self->shift.votes = options->shift.votes;
    self->n_shifted = options->n_shifted;
}

GenElection *
gen_election_new (const GenElectionOptions *options)
{
    GenElection *self = g_new0 (GenElection, 1);
    self->random.state = options->seed;
    self->contest = options->contest;
    self->stations = g_ptr_array_new_with_free_func (station_free);
    self->patterns = g_ptr_array_new_with_free_func (g_free);
    self->partners = g_ptr_array_new ();
    self->names = g_string_chunk_new (1024);
    draw_shift (self, options);
    draw_strengths (self);
    for (guint village = 0; village < options->n_villages; village++) {
        GenStation place = { .number = 0 };
        set_place (self, &place, village, options);
        for (gint i = 1; i <= options->n_stations[village]; i++)
            add_station (self, &place, (guint)i);
        if (options->special == (gint)village)
            add_station (self, &place, 901);
    }
    self->is_complete = TRUE;
    g_ptr_array_sort (self->stations, compare_stations);
    return self;
}

void
gen_election_free (GenElection *self)
{
    g_ptr_array_free (self->stations, TRUE);
    g_ptr_array_free (self->patterns, TRUE);
    g_ptr_array_free (self->partners, TRUE);
    g_string_chunk_free (self->names);
    g_free (self->strengths);
    g_free (self);
}

GenStation *
gen_election_add_unknown (GenElection *self, const GenStation *neighbour)
{
    guint last = 0;
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *other = g_ptr_array_index (self->stations, i);
        if (strncmp (other->code, neighbour->code, 10) == 0 && other->number < 900)
            last = MAX (last, other->number);
    }
    GenStation *station = add_station (self, neighbour, last + 1);
    station->on_paper = FALSE;
    g_ptr_array_sort (self->stations, compare_stations);
    return station;
}

GenStation *
gen_election_neighbour (const GenElection *self, const GenStation *station, gint distance)
{
    for (gint i = 0; i < (gint)self->stations->len; i++) {
        GenStation *other = g_ptr_array_index (self->stations, i);
        if (other != station)
            continue;
        if (i + distance < 0 || i + distance >= (gint)self->stations->len)
            return NULL;
        other = g_ptr_array_index (self->stations, i + distance);
        return strncmp (other->code, station->code, 10) == 0 ? other : NULL;
    }
    return NULL;
}
