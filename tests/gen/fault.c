#include "config.h"

#include "fault.h"

#include <string.h>

/* What one misread box shows instead of @value, or -1 when this kind cannot happen to it. */
typedef gint (*MisreadFunc) (GenRandom *random, gint value);

/* Makes a fault in @station. FALSE, with nothing changed, when this station does not suit. */
typedef gboolean (*PlantFunc) (GenElection *self, GenStation *station);

typedef struct {
    GenFaultInfo info;
    MisreadFunc misread; /* one box; or else */
    PlantFunc plant;     /* anything */
} Fault;

/* Pairs of digits that readers take for one another: the first as the second. */
static const char confused[][2] = { { '3', '8' }, { '2', '7' }, { '1', '7' }, { '1', '2' },
                                    { '2', '3' }, { '2', '5' }, { '0', '8' }, { '0', '6' },
                                    { '5', '6' }, { '4', '9' } };

static gint
misread_digit (GenRandom *random, gint value)
{
    char digits[8];
    gint n = g_snprintf (digits, sizeof digits, "%d", value);
    guint first = (guint)gen_random_below (random, (gint)G_N_ELEMENTS (confused));
    for (guint i = 0; i < G_N_ELEMENTS (confused); i++) {
        const char *pair = confused[(first + i) % G_N_ELEMENTS (confused)];
        for (gint place = 0; place < n; place++)
            if (digits[place] == pair[0]) {
                digits[place] = pair[1];
                return (gint)g_ascii_strtoll (digits, NULL, 10);
            }
    }
    return -1;
}

/* The X of an unused box is read as 8: X23 becomes 823, XX3 becomes 883. */
static gint
misread_filler (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 100 ? -1 : value >= 10 ? 800 + value : 880 + value;
}

static gint
invent_hundreds (GenRandom *random, gint value)
{
    static const gint hundreds[] = { 4, 5, 6, 7, 9 };
    gint digit = hundreds[gen_random_below (random, (gint)G_N_ELEMENTS (hundreds))];
    return value < 10 || value >= 400 ? -1 : digit * 100 + value % 100;
}

static gint
multiply_by_ten (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 1 && value < 100 ? value * 10 : -1;
}

static gint
divide_by_ten (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value >= 10 && value % 10 == 0 ? value / 10 : -1;
}

static gint
lose_digit (GenRandom *random, gint value)
{
    /* A last zero that is lost would be a division by ten. */
    static const gint powers[] = { 1, 10, 100 };
    gint power = powers[gen_random_below (random, value >= 100 ? 3 : 2)];
    return value < 10 || value % 10 == 0 ? -1 : value / (power * 10) * power + value % power;
}

static gint
double_digit (GenRandom *random G_GNUC_UNUSED, gint value)
{
    return value < 1 || value >= 100 ? -1 : value * 10 + value % 10;
}

static gint
swap_digits (GenRandom *random G_GNUC_UNUSED, gint value)
{
    gint ones = value % 10, tens = value / 10 % 10;
    return value < 10 || ones == tens ? -1 : value / 100 * 100 + ones * 10 + tens;
}

/* Sirekap reads the votes one row too low: the first row comes out empty. */
static gboolean
shift_rows (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    gint *cells = station->digital;
    cells[GEN_VOTES_3] = cells[GEN_VOTES_2];
    cells[GEN_VOTES_2] = cells[GEN_VOTES_1];
    cells[GEN_VOTES_1] = GEN_BLANK;
    return TRUE;
}

/* The number of the row of invalid votes is read as that of the last pair. */
static gboolean
read_invalid_as_votes (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->digital[GEN_VOTES_3] = station->digital[GEN_INVALID];
    return station->digital[GEN_VOTES_3] != station->paper[GEN_VOTES_3];
}

static gboolean
swap_rows (GenElection *self, GenStation *station)
{
    guint first = GEN_VOTES_1 + (guint)gen_random_below (&self->random, 2);
    gint *cells = station->digital;
    gint kept = cells[first];
    cells[first] = cells[first + 1];
    cells[first + 1] = kept;
    return kept != cells[first];
}

/* The form of another TPS of the same desa is uploaded for this one. */
static gboolean
upload_twice (GenElection *self, GenStation *station)
{
    for (guint i = 0; i < self->stations->len; i++) {
        GenStation *other = g_ptr_array_index (self->stations, i);
        if (other != station && !other->taken && strncmp (other->code, station->code, 10) == 0) {
            memcpy (station->digital, other->paper, sizeof station->digital);
            other->taken = TRUE;
            return TRUE;
        }
    }
    return FALSE;
}

/* The votes come from a form of another contest: small numbers that add up to nothing here. */
static gboolean
upload_wrong_form (GenElection *self, GenStation *station)
{
    for (guint field = GEN_VOTES_1; field <= GEN_VOTES_3; field++) {
        gint votes;
        do
            votes = gen_random_below (&self->random, 40);
        while (votes == station->paper[field]);
        station->digital[field] = votes;
    }
    return TRUE;
}

static gboolean
blank_form (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        station->digital[field] = GEN_BLANK;
    return TRUE;
}

static gboolean
blank_administration (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        if (!gen_field_is_votes (field))
            station->digital[field] = GEN_BLANK;
    return TRUE;
}

static gboolean
blank_chart (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = GEN_VOTES_1; field <= GEN_VOTES_3; field++)
        station->digital[field] = GEN_BLANK;
    return TRUE;
}

static gboolean
blank_box (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->digital[GEN_INVALID] = GEN_BLANK;
    return TRUE;
}

/* Sirekap shows 0 where nothing was read. */
static gboolean
zero_for_blank (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->digital[GEN_USERS_J] = 0;
    return TRUE;
}

/* Votes move from one pair to another: every total stays right. */
static gboolean
shift_votes (GenElection *self, GenStation *station)
{
    if (station->digital[self->shift_from] < self->shift_votes)
        return FALSE;
    station->digital[self->shift_from] -= self->shift_votes;
    station->digital[self->shift_to] += self->shift_votes;
    return TRUE;
}

/* Invalid votes become votes of a pair: V.C stays right, and so does V.A against the pairs. */
static gboolean
shift_invalid_votes (GenElection *self, GenStation *station)
{
    if (station->digital[GEN_INVALID] < 3)
        return FALSE;
    gint votes = gen_random_between (&self->random, 2, station->digital[GEN_INVALID]);
    station->digital[GEN_INVALID] -= votes;
    station->digital[GEN_VALID] += votes;
    station->digital[GEN_VOTES_1 + gen_random_below (&self->random, 3)] += votes;
    return TRUE;
}

static gboolean
lose_station (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->in_digital = FALSE;
    return TRUE;
}

/* Sirekap has a TPS that nobody knows, after the last one of the desa. */
static gboolean
invent_station (GenElection *self, GenStation *station)
{
    GenStation *unknown = gen_election_add_unknown (self, station);
    unknown->taken = TRUE;
    unknown->fault = "tps-tidak-dikenal";
    station->taken = FALSE;
    return TRUE;
}

static const Fault faults[] = {
    { { "angka-salah-baca", "Sirekap salah membaca satu angka", 1 }, misread_digit, NULL },
    { { "x-terbaca-8", "tanda X pada kotak kosong terbaca 8", 1 }, misread_filler, NULL },
    { { "ratusan-tambahan", "angka ratusan tidak ada pada C.Hasil", 1 }, invent_hundreds, NULL },
    { { "kali-sepuluh", "angka terbaca sepuluh kali lipat", 1 }, multiply_by_ten, NULL },
    { { "bagi-sepuluh", "angka nol terakhir tidak terbaca", 1 }, divide_by_ten, NULL },
    { { "angka-hilang", "satu angka tidak terbaca", 1 }, lose_digit, NULL },
    { { "angka-ganda", "satu angka terbaca dua kali", 1 }, double_digit, NULL },
    { { "angka-tertukar", "dua angka terbaca terbalik", 1 }, swap_digits, NULL },
    { { "baris-bergeser", "suara terbaca satu baris di bawahnya", 1 }, NULL, shift_rows },
    { { "tidak-sah-terbaca-suara", "suara tidak sah terbaca sebagai suara pasangan calon", 1 },
      NULL,
      read_invalid_as_votes },
    { { "baris-tertukar", "dua baris tertukar", 1 }, NULL, swap_rows },
    { { "form-ganda", "formulir TPS lain terunggah untuk TPS ini", 1 }, NULL, upload_twice },
    { { "form-kontes-lain", "formulir pemilihan lain terunggah", 1 }, NULL, upload_wrong_form },
    { { "form-kosong", "formulir belum terbaca", 1 }, NULL, blank_form },
    { { "administrasi-kosong", "halaman data pemilih belum terunggah", 1 },
      NULL,
      blank_administration },
    { { "suara-kosong", "halaman perolehan suara belum terunggah", 1 }, NULL, blank_chart },
    { { "isian-kosong", "satu isian belum terbaca", 1 }, NULL, blank_box },
    { { "nol-bukan-kosong", "angka nol padahal isian belum terbaca", 1 }, NULL, zero_for_blank },
    { { "suara-bergeser", "suara pasangan calon tertulis pada pasangan calon lain", 3 },
      NULL,
      shift_votes },
    { { "tidak-sah-bergeser", "suara tidak sah tertulis sebagai suara pasangan calon", 1 },
      NULL,
      shift_invalid_votes },
    { { "tps-hilang", "TPS belum ada di Sirekap", 1 }, NULL, lose_station },
    { { "tps-tidak-dikenal", "TPS tidak ada dalam daftar TPS", 1 }, NULL, invent_station },
};

/* KPPS added the votes up wrongly. */
static gboolean
add_wrongly (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->paper[GEN_VALID] = station->digital[GEN_VALID] += 1;
    return TRUE;
}

/* Men and women add up to something else. */
static gboolean
count_wrongly (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->paper[GEN_LISTED_J] = station->digital[GEN_LISTED_J] += 10;
    return TRUE;
}

/* The row was left blank: Sirekap never shows it. */
static gboolean
leave_disabled_blank (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    for (guint field = GEN_DISABLED_L; field <= GEN_DISABLED_J; field++)
        station->paper[field] = GEN_BLANK;
    return TRUE;
}

static gboolean
leave_returned_blank (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->paper[GEN_RETURNED] = GEN_BLANK;
    return TRUE;
}

/* A number written over: nobody can read it on the plano; Sirekap took it for something. */
static gboolean
write_over (GenElection *self G_GNUC_UNUSED, GenStation *station)
{
    station->paper[GEN_INVALID] = GEN_UNREADABLE;
    return TRUE;
}

static const Fault mistakes[] = {
    { { "jumlah-sah-keliru", "suara sah dijumlah ulang dari perolehan suara", 1 },
      NULL,
      add_wrongly },
    { { "jumlah-pengguna-keliru", "jumlah L + P dihitung ulang", 1 }, NULL, count_wrongly },
    { { "disabilitas-kosong", "diisi menurut daftar hadir pemilih", 1 },
      NULL,
      leave_disabled_blank },
    { { "surat-rusak-kosong", "diisi menurut berita acara KPPS", 1 }, NULL, leave_returned_blank },
    { { "coretan", "surat suara tidak sah dihitung ulang", 1 }, NULL, write_over },
};

/* Tries the boxes that Sirekap carries in a random order. */
static gboolean
misread_a_box (GenElection *self, GenStation *station, MisreadFunc misread)
{
    gint first = gen_random_below (&self->random, GEN_N_FIELDS);
    for (gint i = 0; i < GEN_N_FIELDS; i++) {
        gint field = (first + i * 5) % GEN_N_FIELDS; /* 5 and 28 have no common divisor */
        if (gen_fields[field].sirekap == NULL || station->digital[field] < 0)
            continue;
        gint value = misread (&self->random, station->digital[field]);
        if (value >= 0 && value != station->digital[field]) {
            station->digital[field] = value;
            return TRUE;
        }
    }
    return FALSE;
}

/* Plants one fault at a random station that has none and suits. */
static gboolean
plant (GenElection *self, const Fault *fault, gboolean on_paper)
{
    guint n = self->stations->len;
    guint first = (guint)gen_random_below (&self->random, (gint)n);
    for (guint i = 0; i < n; i++) {
        GenStation *station = g_ptr_array_index (self->stations, (first + i) % n);
        if (station->taken)
            continue;
        station->taken = TRUE;
        gboolean done = fault->plant != NULL ? fault->plant (self, station)
                                             : misread_a_box (self, station, fault->misread);
        if (!done) {
            station->taken = FALSE;
            continue;
        }
        if (on_paper)
            station->mistake = fault->info.name;
        else if (fault->plant != invent_station)
            station->fault = fault->info.name;
        return TRUE;
    }
    return FALSE;
}

static const char *
plant_all (GenElection *self, const Fault *kinds, guint n_kinds, guint n)
{
    for (guint kind = 0; kind < n_kinds; kind++)
        for (guint i = 0; i < n * kinds[kind].info.times; i++)
            if (!plant (self, &kinds[kind], kinds == mistakes))
                return kinds[kind].info.name;
    return NULL;
}

const char *
gen_plant_faults (GenElection *self, guint n)
{
    return plant_all (self, faults, G_N_ELEMENTS (faults), n);
}

const char *
gen_plant_mistakes (GenElection *self, guint n)
{
    return plant_all (self, mistakes, G_N_ELEMENTS (mistakes), n);
}

const char *
gen_fault_reason (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
        if (g_str_equal (faults[i].info.name, name))
            return faults[i].info.reason;
    for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
        if (g_str_equal (mistakes[i].info.name, name))
            return mistakes[i].info.reason;
    return "";
}

static gint
spoil (GenRandom *random, gint value)
{
    static const gint steps[] = { -100, -10, -1, 1, 1, 2, 10, 100, 800 };
    switch (gen_random_below (random, 9)) {
    case 0:
        return GEN_BLANK;
    case 1:
        return GEN_UNREADABLE;
    case 2:
        return gen_random_below (random, 1000);
    case 3:
        return gen_random_between (random, 990, 1300);
    case 4:
        return gen_random_between (random, 9990, 12000);
    default:
        return MAX (0, value + steps[gen_random_below (random, (gint)G_N_ELEMENTS (steps))]);
    }
}

void
gen_damage (GenElection *self)
{
    for (guint i = 0; i < self->stations->len; i++) {
        GenStation *station = g_ptr_array_index (self->stations, i);
        station->mistake = "rusak";
        if (gen_random_one_in (&self->random, 50)) {
            station->mistake = "plano-kosong";
            for (guint field = 0; field < GEN_N_FIELDS; field++)
                station->paper[field] = GEN_BLANK;
            continue;
        }
        gint n = gen_random_between (&self->random, 1, 4);
        for (gint k = 0; k < n; k++) {
            gint field = gen_random_below (&self->random, GEN_N_FIELDS);
            station->paper[field] = spoil (&self->random, MAX (0, station->paper[field]));
        }
    }
}
