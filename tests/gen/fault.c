#include "config.h"

#include "fault.h"

#include <string.h>

#include "misread.h"
#include "mistake.h"
#include "plant.h"

typedef struct {
    GenFaultInfo info;
    GenMisreadFunc misread; /* one box; or else */
    GenPlantFunc plant;     /* anything */
} Fault;

#define CAUSE(name) .cause = name
#define CODES(names) .codes = names

static const Fault faults[] = {
    { { "angka-salah-baca", "Sirekap salah membaca satu angka", 1, CAUSE ("angka-salah-baca"),
        .one_number = TRUE },
      gen_misread_digit,
      NULL },
    { { "x-terbaca-8", "tanda X pada kotak kosong terbaca 8", 1, CAUSE ("x-terbaca-8"),
        .one_number = TRUE },
      gen_misread_filler,
      NULL },
    { { "ratusan-tambahan", "angka ratusan tidak ada pada C.Hasil", 1, CAUSE ("ratusan-tambahan"),
        .one_number = TRUE },
      gen_invent_hundreds,
      NULL },
    { { "kali-sepuluh", "angka terbaca sepuluh kali lipat", 1, CAUSE ("kali-sepuluh"),
        .one_number = TRUE },
      gen_multiply_by_ten,
      NULL },
    { { "bagi-sepuluh", "angka nol terakhir tidak terbaca", 1, CAUSE ("bagi-sepuluh"),
        .one_number = TRUE },
      gen_divide_by_ten,
      NULL },
    { { "angka-hilang", "satu angka tidak terbaca", 1, CAUSE ("angka-hilang"), .one_number = TRUE },
      gen_lose_digit,
      NULL },
    { { "angka-ganda", "satu angka terbaca dua kali", 1, CAUSE ("angka-ganda"),
        .one_number = TRUE },
      gen_double_digit,
      NULL },
    { { "angka-tertukar", "dua angka terbaca terbalik", 1, CAUSE ("angka-tertukar"),
        .one_number = TRUE },
      gen_swap_digits,
      NULL },
    { { "baris-bergeser", "suara terbaca satu baris di bawahnya", 1, CAUSE ("baris-bergeser"),
        CODES ("D07") },
      NULL,
      gen_plant_shifted_rows },
    { { "tidak-sah-terbaca-suara", "suara tidak sah terbaca sebagai suara pasangan calon", 1,
        CAUSE ("isian-baris-lain"), .one_number = TRUE },
      NULL,
      gen_plant_invalid_as_votes },
    { { "baris-tertukar", "dua baris tertukar", 1, CAUSE ("baris-tertukar"), CODES ("D07") },
      NULL,
      gen_plant_swapped_rows },
    { { "form-ganda", "formulir TPS lain terunggah untuk TPS ini", 1, CAUSE ("formulir-ganda"),
        CODES ("D10") },
      NULL,
      gen_plant_copied_form },
    { { "form-kontes-lain", "formulir pemilihan lain terunggah", 1, CAUSE (NULL) },
      NULL,
      gen_plant_page_of_contest },
    { { "form-kosong", "formulir belum terbaca", 1, CAUSE ("halaman-kosong") },
      NULL,
      gen_plant_blank_form },
    { { "administrasi-kosong", "halaman data pemilih belum terunggah", 1, CAUSE ("halaman-kosong"),
        CODES ("R29") },
      NULL,
      gen_plant_blank_administration },
    { { "suara-kosong", "halaman perolehan suara belum terunggah", 1, CAUSE ("halaman-kosong"),
        CODES ("R29") },
      NULL,
      gen_plant_blank_votes },
    { { "isian-kosong", "satu isian belum terbaca", 1, CAUSE (NULL) }, NULL, gen_plant_blank_box },
    { { "nol-bukan-kosong", "angka nol padahal isian belum terbaca", 1, CAUSE (NULL) },
      NULL,
      gen_plant_zero_for_number },
    { { "suara-bergeser", "suara pasangan calon tertulis pada pasangan calon lain", 3,
        CAUSE ("suara-bergeser"), CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_pattern_once },
    { { "tidak-sah-bergeser", "suara tidak sah tertulis sebagai suara pasangan calon", 1,
        CAUSE ("suara-bergeser"), CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_invalid_to_votes },
    { { "tps-hilang", "TPS belum ada di Sirekap", 1, CODES ("D03 R23") },
      NULL,
      gen_plant_lost_station },
    { { "tps-tidak-dikenal", "TPS tidak ada dalam daftar TPS", 1, CODES ("D04 R23") },
      NULL,
      gen_plant_unknown_station },

    /* Only when they are named. */
    { { "x-terbaca-angka", "tanda X pada kotak kosong terbaca angka", 0, CAUSE ("x-terbaca-angka"),
        .one_number = TRUE },
      gen_misread_filler_oddly,
      NULL },
    { { "dua-angka-salah-baca", "Sirekap salah membaca dua angka", 0, CAUSE ("angka-salah-baca"),
        .one_number = TRUE },
      gen_misread_two_digits,
      NULL },
    { { "x-dan-angka-salah-baca", "tanda X dan satu angka salah terbaca", 0, CAUSE ("x-terbaca-8"),
        .one_number = TRUE },
      gen_misread_filler_and_digit,
      NULL },
    { { "kosong-nol", "kosong pada satu sumber, nol pada yang lain", 0, CAUSE ("kosong-nol") },
      NULL,
      gen_plant_zero_for_blank },
    { { "isian-baris-lain", "angka baris di bawahnya", 0, CAUSE ("isian-baris-lain"),
        .one_number = TRUE },
      NULL,
      gen_plant_value_of_row },
    { { "ikut-jumlah", "salah baca, dan jumlah ikut salah", 0, CAUSE ("angka-salah-baca"),
        .sums_follow = TRUE },
      NULL,
      gen_plant_followed_total },
    { { "lp-tertukar", "laki-laki dan perempuan tertukar", 0, CAUSE ("lp-tertukar"),
        CODES ("D07") },
      NULL,
      gen_plant_swapped_sexes },
    { { "formulir-tertukar", "formulir dua TPS tertukar", 0, CAUSE ("formulir-tertukar"),
        CODES ("D10") },
      NULL,
      gen_plant_swapped_forms },
    { { "formulir-bergeser", "formulir beberapa TPS bergeser", 0, CAUSE ("formulir-bergeser"),
        CODES ("D10") },
      NULL,
      gen_plant_shifted_forms },
    { { "tps-lain", "halaman suara TPS lain terunggah", 0, CAUSE ("tps-lain"), CODES ("D10") },
      NULL,
      gen_plant_page_of_station },
    { { "suara-antar-peserta", "suara berpindah ke peserta lain", 0, CAUSE ("suara-bergeser"),
        CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_between_contestants },
    { { "suara-partai-ke-calon", "suara partai berpindah ke calonnya", 0, CAUSE ("suara-bergeser"),
        CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_party_to_candidate },
    { { "suara-calon-ke-calon", "suara calon berpindah ke calon separtai", 0,
        CAUSE ("suara-bergeser"), CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_between_candidates },
    { { "suara-calon-lintas-partai", "suara calon berpindah ke calon partai lain", 0,
        CAUSE ("suara-bergeser"), CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_across_parties },
    { { "pola", "suara berpindah dengan cara yang sama di banyak TPS", 0, CAUSE ("suara-bergeser"),
        CODES ("D08"), .sums_follow = TRUE },
      NULL,
      gen_plant_pattern },
};

static const Fault mistakes[] = {
    { { "jumlah-sah-keliru", "suara sah dijumlah ulang dari perolehan suara", 1, CODES ("R08") },
      NULL,
      gen_mistake_valid_by_one },
    { { "jumlah-pengguna-keliru", "jumlah L + P dihitung ulang", 1, CODES ("R01") },
      NULL,
      gen_mistake_listed_by_ten },
    { { "disabilitas-kosong", "diisi menurut daftar hadir pemilih", 1, CODES ("R22") },
      NULL,
      gen_mistake_disabled_blank },
    { { "surat-rusak-kosong", "diisi menurut berita acara KPPS", 1, CODES ("R22") },
      NULL,
      gen_mistake_returned_blank },
    { { "coretan", "surat suara tidak sah dihitung ulang", 1, CODES ("R22") },
      NULL,
      gen_mistake_written_over },

    /* Only when they are named. */
    { { "R01", "jumlah L + P keliru", 0, CODES ("R01") }, NULL, gen_mistake_row },
    { { "R02", "jumlah pengguna keliru", 0, CODES ("R02") }, NULL, gen_mistake_users },
    { { "R03", "pengguna melebihi DPT", 0, CODES ("R03") }, NULL, gen_mistake_more_than_listed },
    { { "R04", "surat suara digunakan keliru", 0, CODES ("R04") }, NULL, gen_mistake_used },
    { { "R05", "surat suara diterima keliru", 0, CODES ("R05") }, NULL, gen_mistake_received },
    { { "R06", "surat suara rusak melebihi yang diterima", 0, CODES ("R06") },
      NULL,
      gen_mistake_returned },
    { { "R07", "jumlah sah dan tidak sah keliru", 0, CODES ("R07") }, NULL, gen_mistake_total },
    { { "R08", "suara sah keliru", 0, CODES ("R08") }, NULL, gen_mistake_valid },
    { { "R09", "jumlah suara partai keliru", 0, CODES ("R09") }, NULL, gen_mistake_party_sum },
    { { "R10", "jumlah suara bukan surat suara digunakan", 0, CODES ("R10") },
      NULL,
      gen_mistake_total_and_valid },
    { { "R11", "disabilitas melebihi pengguna", 0, CODES ("R11") }, NULL, gen_mistake_disabled },
    { { "R12", "angka lebih dari tiga kotak", 0, CODES ("R12") }, NULL, gen_mistake_wide },
    { { "R13", "suara peserta melebihi jumlahnya", 0, CODES ("R13") },
      NULL,
      gen_mistake_contestant },
    { { "R14", "pemilih melebihi batas TPS", 0, CODES ("R14") }, NULL, gen_mistake_crowd },
    { { "R15", "suara melebihi surat suara diterima", 0, CODES ("R15") },
      NULL,
      gen_mistake_too_many_votes },
    { { "R16", "surat suara bukan DPT ditambah cadangan", 0, CODES ("R16") },
      NULL,
      gen_mistake_reserve },
    { { "R17", "suara melebihi DPT ditambah cadangan", 0, CODES ("R17") },
      NULL,
      gen_mistake_more_than_reserve },
    { { "R27", "perolehan nol padahal ada suara", 0, CODES ("R27") },
      NULL,
      gen_mistake_nothing_valid },
    { { "R29", "halaman surat suara kosong", 0, CODES ("R29") }, NULL, gen_mistake_no_ballots },
    { { "R30", "suara tidak sah banyak", 0, CODES ("R30") }, NULL, gen_mistake_much_invalid },
    { { "tps-ganda", "formulir yang sama ada dua kali", 0, CODES ("R23") },
      NULL,
      gen_mistake_twice },
};

#define N_KINDS (G_N_ELEMENTS (faults) + G_N_ELEMENTS (mistakes))

static const Fault *
get_kind (guint index)
{
    return index < G_N_ELEMENTS (faults) ? &faults[index]
                                         : &mistakes[index - G_N_ELEMENTS (faults)];
}

/* Tries the boxes that Sirekap carries in a random order. */
static gboolean
misread_a_box (GenElection *self, GenStation *station, GenMisreadFunc misread)
{
    gint n = (gint)self->contest->n_boxes;
    gint step = (gint)gen_find_step ((guint)n);
    gint first = gen_random_below (&self->random, n);
    for (gint i = 0; i < n; i++) {
        guint field = (guint)((first + i * step) % n);
        if (gen_contest_box (self->contest, field)->sirekap == NULL || station->digital[field] < 0)
            continue;
        gint value = misread (&self->random, station->digital[field]);
        if (value >= 0 && value != station->digital[field]) {
            station->digital[field] = value;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_mistake (const Fault *fault)
{
    for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
        if (fault == &mistakes[i])
            return TRUE;
    return FALSE;
}

static void
name_fault (const GenElection *self, GenStation *station, const Fault *fault)
{
    if (station->taken) /* else the fault is elsewhere */
        *(is_mistake (fault) ? &station->mistake : &station->fault) = fault->info.name;
    for (guint i = 0; i < self->partners->len; i++) {
        GenStation *other = self->partners->pdata[i];
        other->taken = TRUE;
        other->fault = fault->info.name;
    }
}

/* Plants one fault at a random station that has none and suits. */
static gboolean
plant (GenElection *self, const Fault *fault)
{
    guint n = self->stations->len;
    guint first = (guint)gen_random_below (&self->random, (gint)n);
    for (guint i = 0; i < n; i++) {
        GenStation *station = g_ptr_array_index (self->stations, (first + i) % n);
        if (station->taken)
            continue;
        station->taken = TRUE;
        g_ptr_array_set_size (self->partners, 0);
        if (fault->plant != NULL ? fault->plant (self, station)
                                 : misread_a_box (self, station, fault->misread)) {
            name_fault (self, station, fault);
            return TRUE;
        }
        station->taken = FALSE;
    }
    return FALSE;
}

static const char *
plant_all (GenElection *self, const Fault *kinds, guint n_kinds, guint n)
{
    for (guint kind = 0; kind < n_kinds; kind++)
        for (guint i = 0; i < n * kinds[kind].info.times; i++)
            if (!plant (self, &kinds[kind]))
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

/* A kind that draws its boxes by lot may have to draw again: each has several goes. */
static gboolean
plant_patiently (GenElection *self, const Fault *fault)
{
    for (guint i = 0; i < 20; i++)
        if (plant (self, fault))
            return TRUE;
    return FALSE;
}

gboolean
gen_plant_named (GenElection *self, const char *name)
{
    for (guint i = 0; i < N_KINDS; i++)
        if (g_str_equal (get_kind (i)->info.name, name))
            return plant_patiently (self, get_kind (i));
    return FALSE;
}

void
gen_plant_random (GenElection *self, guint n)
{
    for (guint i = 0; i < n; i++)
        plant_patiently (self, get_kind ((guint)gen_random_below (&self->random, N_KINDS)));
}

const GenFaultInfo *
gen_fault_get (guint index)
{
    return index < N_KINDS ? &get_kind (index)->info : NULL;
}

const GenFaultInfo *
gen_fault_find (const char *name)
{
    for (guint i = 0; i < N_KINDS; i++)
        if (g_str_equal (get_kind (i)->info.name, name))
            return &get_kind (i)->info;
    return NULL;
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
    gint n_boxes = (gint)self->contest->n_boxes;
    for (guint i = 0; i < self->stations->len; i++) {
        GenStation *station = g_ptr_array_index (self->stations, i);
        station->mistake = "rusak";
        if (gen_random_one_in (&self->random, 50)) {
            station->mistake = "plano-kosong";
            for (gint field = 0; field < n_boxes; field++)
                station->paper[field] = GEN_BLANK;
            continue;
        }
        gint n = gen_random_between (&self->random, 1, 4);
        for (gint k = 0; k < n; k++) {
            gint field = gen_random_below (&self->random, n_boxes);
            station->paper[field] = spoil (&self->random, MAX (0, station->paper[field]));
        }
    }
}
