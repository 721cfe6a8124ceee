#include "config.h"

#include "contest.h"

/* The boxes before the votes and those of section V. The headings mix the form's long labels, its
 * short ones and the words of everyday spreadsheets, because people do. */
static const GenBox first_boxes[GEN_VOTES] = {
    { "pemilih_dpt_l", "Pemilih DPT L", "pemilih_dpt_l", GEN_BOX_PEOPLE, 0 },
    { "pemilih_dpt_p", "Pemilih DPT P", "pemilih_dpt_p", GEN_BOX_PEOPLE, 0 },
    { "pemilih_dpt_j", "Pemilih DPT Jumlah", "pemilih_dpt_j", GEN_BOX_PEOPLE, 0 },
    { "pengguna_dpt_l", "Pengguna DPT L", "pengguna_dpt_l", GEN_BOX_PEOPLE, 0 },
    { "pengguna_dpt_p", "Pengguna DPT P", "pengguna_dpt_p", GEN_BOX_PEOPLE, 0 },
    { "pengguna_dpt_j", "Pengguna DPT Jumlah", "pengguna_dpt_j", GEN_BOX_PEOPLE, 0 },
    { "pengguna_pindahan_l", "Pengguna DPTb L", "pengguna_dptb_l", GEN_BOX_PEOPLE, 0 },
    { "pengguna_pindahan_p", "Pengguna DPTb P", "pengguna_dptb_p", GEN_BOX_PEOPLE, 0 },
    { "pengguna_pindahan_j", "Pengguna DPTb Jumlah", "pengguna_dptb_j", GEN_BOX_PEOPLE, 0 },
    { "pengguna_khusus_l", "Pengguna DPK L", "pengguna_non_dpt_l", GEN_BOX_PEOPLE, 0 },
    { "pengguna_khusus_p", "Pengguna DPK P", "pengguna_non_dpt_p", GEN_BOX_PEOPLE, 0 },
    { "pengguna_khusus_j", "Pengguna DPK Jumlah", "pengguna_non_dpt_j", GEN_BOX_PEOPLE, 0 },
    { "pengguna_total_l", "Jumlah Pengguna Hak Pilih L", "pengguna_total_l", GEN_BOX_PEOPLE, 0 },
    { "pengguna_total_p", "Jumlah Pengguna Hak Pilih P", "pengguna_total_p", GEN_BOX_PEOPLE, 0 },
    { "pengguna_total_j", "Jumlah Pengguna Hak Pilih Jumlah", "pengguna_total_j", GEN_BOX_PEOPLE,
      0 },
    { "surat_diterima", "Surat suara diterima", NULL, GEN_BOX_BALLOTS, 0 },
    { "surat_digunakan", "Surat suara digunakan", NULL, GEN_BOX_BALLOTS, 0 },
    { "surat_dikembalikan", "Surat suara rusak/keliru coblos", NULL, GEN_BOX_BALLOTS, 0 },
    { "surat_tidak_digunakan", "Surat suara tidak digunakan", NULL, GEN_BOX_BALLOTS, 0 },
    { "disabilitas_l", "Pemilih disabilitas L", NULL, GEN_BOX_PEOPLE, 0 },
    { "disabilitas_p", "Pemilih disabilitas P", NULL, GEN_BOX_PEOPLE, 0 },
    { "disabilitas_j", "Pemilih disabilitas Jumlah", NULL, GEN_BOX_PEOPLE, 0 },
};
static const GenBox last_boxes[] = {
    { "suara_sah", "Suara sah", "suara_sah", GEN_BOX_RESULT, 0 },
    { "suara_tidak_sah", "Suara tidak sah", "suara_tidak_sah", GEN_BOX_RESULT, 0 },
    { "suara_total", "Jumlah suara sah dan tidak sah", "suara_total", GEN_BOX_RESULT, 0 },
};
static const GenBox pairs[] = {
    { "s01", "Paslon 01", "100025", GEN_BOX_VOTES, 1 },
    { "s02", "Paslon 02", "100026", GEN_BOX_VOTES, 2 },
    { "s03", "Paslon 03", "100027", GEN_BOX_VOTES, 3 },
};

typedef struct {
    const char *code;
    guint usual, most; /* pairs, candidates, or candidates of one party */
    gboolean has_parties;
    gboolean is_pilkada;
} Kind;

static const Kind kinds[] = {
    { "ppwp", 3, 3, FALSE, FALSE },   { "pdpr", 8, 20, TRUE, FALSE },
    { "pdpd", 20, 80, FALSE, FALSE }, { "pdprdp", 8, 20, TRUE, FALSE },
    { "pdprdk", 8, 20, TRUE, FALSE }, { "pkwkp", 3, 20, FALSE, TRUE },
    { "pkwkk", 2, 20, FALSE, TRUE },
};

static void
add_box (GenContest *self, GenBoxKind kind, guint owner, const char *name)
{
    GenBox box = { .sirekap = "", .kind = kind, .owner = owner };
    g_strlcpy (box.name, name, sizeof box.name);
    g_array_append_val (self->boxes, box);
}

static void
add_contestants (GenContest *self, const char *code, guint n)
{
    self->n_contestants = n;
    if (g_str_equal (code, "ppwp")) {
        g_array_append_vals (self->boxes, pairs, n);
        return;
    }
    for (guint number = 1; number <= n; number++) {
        g_autofree char *name = g_strdup_printf ("s%02u", number);
        add_box (self, GEN_BOX_VOTES, number, name);
    }
}

/* Lists are of different length: the parties with odd numbers have up to a third less. */
static void
add_parties (GenContest *self, guint n_candidates, gboolean aceh)
{
    self->has_parties = TRUE;
    for (guint number = 1; number <= 24; number++) {
        if (!aceh && number >= 18 && number <= 23)
            continue;
        guint n = MAX (1, n_candidates - number % 2 * (n_candidates * (number % 5) / 12));
        g_autofree char *party = g_strdup_printf ("p%02u", number);
        g_autofree char *sum = g_strdup_printf ("p%02u_j", number);
        add_box (self, GEN_BOX_PARTY, number, party);
        for (guint candidate = 1; candidate <= n; candidate++) {
            g_autofree char *name = g_strdup_printf ("p%02u_%02u", number, candidate);
            add_box (self, GEN_BOX_CANDIDATE, number, name);
        }
        add_box (self, GEN_BOX_PARTY_SUM, number, sum);
        self->n_contestants++;
    }
}

GenContest *
gen_contest_new (const char *code, guint n_contestants, gboolean aceh)
{
    const Kind *kind = NULL;
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_str_equal (kinds[i].code, code))
            kind = &kinds[i];
    if (kind == NULL)
        return NULL;
    guint n = n_contestants > 0 ? n_contestants : kind->usual;
    if (n > kind->most || (n < 2 && !kind->has_parties))
        return NULL;

    GenContest *self = g_new0 (GenContest, 1);
    self->code = kind->code;
    self->boxes = g_array_new (FALSE, FALSE, sizeof (GenBox));
    self->voters_low = kind->is_pilkada ? 140 : 70;
    self->voters_high = kind->is_pilkada ? 290 : 145;
    self->voters_max = kind->is_pilkada ? 600 : 300;
    self->reserve = kind->is_pilkada ? 25 : 20;
    g_array_append_vals (self->boxes, first_boxes, GEN_VOTES);
    if (kind->has_parties)
        add_parties (self, n, aceh);
    else
        add_contestants (self, code, n);
    self->valid = self->boxes->len;
    self->invalid = self->valid + 1;
    self->total = self->valid + 2;
    g_array_append_vals (self->boxes, last_boxes, G_N_ELEMENTS (last_boxes));
    self->n_boxes = self->boxes->len;
    return self;
}

void
gen_contest_free (GenContest *self)
{
    g_array_free (self->boxes, TRUE);
    g_free (self);
}

guint
gen_contest_sum_of (const GenContest *self, guint field)
{
    if (self->has_parties)
        while (gen_contest_box (self, field)->kind != GEN_BOX_PARTY_SUM)
            field++;
    return field;
}
