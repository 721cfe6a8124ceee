#include "config.h"

#include "election.h"

#include <string.h>

/* The headings mix the form's long labels, its short ones and the words of everyday spreadsheets,
 * because people do. */
const GenFieldInfo gen_fields[GEN_N_FIELDS] = {
    { "pemilih_dpt_l", "Pemilih DPT L", "pemilih_dpt_l" },
    { "pemilih_dpt_p", "Pemilih DPT P", "pemilih_dpt_p" },
    { "pemilih_dpt_j", "Pemilih DPT Jumlah", "pemilih_dpt_j" },
    { "pengguna_dpt_l", "Pengguna DPT L", "pengguna_dpt_l" },
    { "pengguna_dpt_p", "Pengguna DPT P", "pengguna_dpt_p" },
    { "pengguna_dpt_j", "Pengguna DPT Jumlah", "pengguna_dpt_j" },
    { "pengguna_pindahan_l", "Pengguna DPTb L", "pengguna_dptb_l" },
    { "pengguna_pindahan_p", "Pengguna DPTb P", "pengguna_dptb_p" },
    { "pengguna_pindahan_j", "Pengguna DPTb Jumlah", "pengguna_dptb_j" },
    { "pengguna_khusus_l", "Pengguna DPK L", "pengguna_non_dpt_l" },
    { "pengguna_khusus_p", "Pengguna DPK P", "pengguna_non_dpt_p" },
    { "pengguna_khusus_j", "Pengguna DPK Jumlah", "pengguna_non_dpt_j" },
    { "pengguna_total_l", "Jumlah Pengguna Hak Pilih L", "pengguna_total_l" },
    { "pengguna_total_p", "Jumlah Pengguna Hak Pilih P", "pengguna_total_p" },
    { "pengguna_total_j", "Jumlah Pengguna Hak Pilih Jumlah", "pengguna_total_j" },
    { "surat_diterima", "Surat suara diterima", NULL },
    { "surat_digunakan", "Surat suara digunakan", NULL },
    { "surat_dikembalikan", "Surat suara rusak/keliru coblos", NULL },
    { "surat_tidak_digunakan", "Surat suara tidak digunakan", NULL },
    { "disabilitas_l", "Pemilih disabilitas L", NULL },
    { "disabilitas_p", "Pemilih disabilitas P", NULL },
    { "disabilitas_j", "Pemilih disabilitas Jumlah", NULL },
    { "s01", "Paslon 01", "100025" },
    { "s02", "Paslon 02", "100026" },
    { "s03", "Paslon 03", "100027" },
    { "suara_sah", "Suara sah", "suara_sah" },
    { "suara_tidak_sah", "Suara tidak sah", "suara_tidak_sah" },
    { "suara_total", "Jumlah suara sah dan tidak sah", "suara_total" },
};

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

/* Voters on the list, those who came, and the others who came: at most 2 % more than listed. */
static void
fill_voters (GenRandom *random, gint *cells)
{
    do {
        for (guint column = 0; column < 2; column++) {
            gint voters = gen_random_between (random, 70, 145);
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
    } while (cells[GEN_USERS_J] * 50 > cells[GEN_VOTERS_J] * 51);
}

/* Ballots: one for each voter of the list and 2 % in reserve, rounded up. */
static void
fill_ballots (GenRandom *random, gint *cells)
{
    gint voters = cells[GEN_VOTERS_J];
    cells[GEN_RECEIVED] = voters + (voters + 49) / 50;
    cells[GEN_USED] = cells[GEN_USERS_J];
    gint left = cells[GEN_RECEIVED] - cells[GEN_USED];
    cells[GEN_RETURNED] = gen_random_below (random, MIN (left, 3) + 1);
    cells[GEN_UNUSED] = left - cells[GEN_RETURNED];
    cells[GEN_DISABLED_L] = gen_random_below (random, 4);
    cells[GEN_DISABLED_P] = gen_random_below (random, 4);
    cells[GEN_DISABLED_J] = cells[GEN_DISABLED_L] + cells[GEN_DISABLED_P];
}

static void
fill_votes (GenRandom *random, gint *cells)
{
    gint total = cells[GEN_USED];
    gint invalid = total * gen_random_below (random, 80) / 1000;
    gint valid = total - invalid;
    gint weights[3];
    gint sum = 0;
    for (guint i = 0; i < 3; i++)
        sum += weights[i] = gen_random_between (random, 10, 60);
    cells[GEN_VOTES_1] = valid * weights[0] / sum;
    cells[GEN_VOTES_2] = valid * weights[1] / sum;
    cells[GEN_VOTES_3] = valid - cells[GEN_VOTES_1] - cells[GEN_VOTES_2];
    cells[GEN_VALID] = valid;
    cells[GEN_INVALID] = invalid;
    cells[GEN_TOTAL] = total;
}

/* Two forms of one desa with the same votes would look like one form uploaded twice. */
static gboolean
has_votes_of_another (const GenElection *self, const gint *cells, const char *code)
{
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *other = g_ptr_array_index (self->stations, i);
        if (strncmp (other->code, code, 10) == 0 &&
            memcmp (other->sound + GEN_VOTES_1, cells + GEN_VOTES_1, 3 * sizeof *cells) == 0)
            return TRUE;
    }
    return FALSE;
}

static GenStation *
add_station (GenElection *self, const GenStation *place, guint number)
{
    GenStation *station = g_new (GenStation, 1);
    *station = *place;
    station->number = number;
    g_snprintf (station->code + 10, sizeof station->code - 10, "%03u", number);
    do {
        fill_voters (&self->random, station->sound);
        fill_ballots (&self->random, station->sound);
        fill_votes (&self->random, station->sound);
    } while (has_votes_of_another (self, station->sound, station->code));
    memcpy (station->paper, station->sound, sizeof station->paper);
    memcpy (station->digital, station->sound, sizeof station->digital);
    station->on_paper = station->in_digital = TRUE;
    station->taken = FALSE;
    station->fault = station->mistake = NULL;
    g_ptr_array_add (self->stations, station);
    return station;
}

/* Eight desa a kecamatan, three kecamatan a kabupaten, two kabupaten a provinsi. */
static void
set_place (GenElection *self, GenStation *place, guint village, gboolean abroad)
{
    guint district = village / 8, regency = district / 3, province = regency / 2;
    guint n_heads = G_N_ELEMENTS (village_heads), n_tails = G_N_ELEMENTS (village_tails);
    const gint *codes = abroad ? abroad_codes : province_codes;
    gint code = codes[(abroad ? village : province) % G_N_ELEMENTS (province_codes)];
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

GenElection *
gen_election_new (const GenElectionOptions *options)
{
    GenElection *self = g_new0 (GenElection, 1);
    self->random.state = options->seed;
    self->stations = g_ptr_array_new_with_free_func (g_free);
    self->names = g_string_chunk_new (1024);
    self->shift_from = GEN_VOTES_1 + gen_random_below (&self->random, 3);
    self->shift_to = GEN_VOTES_1 + (self->shift_from - GEN_VOTES_1 + 1) % 3;
    self->shift_votes = gen_random_between (&self->random, 5, 12);
    for (guint village = 0; village < options->n_villages; village++) {
        GenStation place = { .number = 0 };
        set_place (self, &place, village, options->abroad);
        for (gint i = 1; i <= options->n_stations[village]; i++)
            add_station (self, &place, (guint)i);
        if (options->special == (gint)village)
            add_station (self, &place, 901);
    }
    g_ptr_array_sort (self->stations, compare_stations);
    return self;
}

void
gen_election_free (GenElection *self)
{
    g_ptr_array_free (self->stations, TRUE);
    g_string_chunk_free (self->names);
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
