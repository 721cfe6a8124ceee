#include "config.h"

#include "write.h"

#include "fault.h"
#include "key.h"

struct _GenFiles {
    const GenContest *contest;
    GString *paper, *second, *digital, *stations;
    GString *key, *paper_key, *alone_key, *pattern_key;
    GString *decisions;
    guint n_papers;
    gboolean any_second, any_pattern;
};

static void
append_table_head (GString *text, const GenContest *contest, gboolean digital)
{
    g_string_append (text, "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,asal");
    for (guint field = 0; field < contest->n_boxes; field++)
        if (!digital || gen_contest_box (contest, field)->sirekap != NULL)
            g_string_append_printf (text, ",%s", gen_contest_box (contest, field)->name);
    g_string_append_c (text, '\n');
}

GenFiles *
gen_files_new (const GenContest *contest)
{
    GenFiles *self = g_new0 (GenFiles, 1);
    self->contest = contest;
    self->paper = g_string_new (NULL);
    self->second = g_string_new (NULL);
    self->digital = g_string_new (NULL);
    append_table_head (self->paper, contest, FALSE);
    append_table_head (self->second, contest, FALSE);
    append_table_head (self->digital, contest, TRUE);
    self->stations = g_string_new ("kode,provinsi,kabko,kecamatan,desa,tps,dpt_l,dpt_p\n");
    self->key = g_string_new (GEN_KEY_HEAD);
    self->paper_key = g_string_new (GEN_PAPER_KEY_HEAD);
    self->alone_key = g_string_new (GEN_ALONE_KEY_HEAD);
    self->pattern_key = g_string_new (GEN_PATTERN_KEY_HEAD);
    self->decisions = g_string_new (
        "kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu\n");
    return self;
}

void
gen_files_free (GenFiles *self)
{
    GString *texts[] = { self->paper,     self->second,      self->digital,
                         self->stations,  self->key,         self->paper_key,
                         self->alone_key, self->pattern_key, self->decisions };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_string_free (texts[i], TRUE);
    g_free (self);
}

static void
append_names (GString *text, const GenStation *station)
{
    g_string_append_printf (text, "%s,%s,%s,%s,%03u", station->province, station->regency,
                            station->district, station->village, station->number);
}

static void
append_row (GString *text, const GenContest *contest, const GenStation *station, gboolean digital,
            const char *origin)
{
    const gint *cells = digital ? station->digital : station->paper;
    g_string_append_printf (text, "%s,%s,%s,", contest->code, station->code,
                            digital ? "sirekap" : "plano");
    append_names (text, station);
    g_string_append_printf (text, ",%s", origin);
    for (guint field = 0; field < contest->n_boxes; field++)
        if (!digital || gen_contest_box (contest, field)->sirekap != NULL) {
            g_string_append_c (text, ',');
            gen_append_cell (text, cells[field]);
        }
    g_string_append_c (text, '\n');
}

static void
add_station (GenFiles *self, const GenStation *station)
{
    const GenContest *contest = self->contest;
    if (station->on_paper) {
        g_autofree char *origin = g_strdup_printf ("plano.csv:%u", ++self->n_papers + 1);
        append_row (self->paper, contest, station, FALSE, origin);
        g_string_append_printf (self->stations, "%s,", station->code);
        append_names (self->stations, station);
        g_string_append_printf (self->stations, ",%d,%d\n", station->sound[GEN_VOTERS_L],
                                station->sound[GEN_VOTERS_P]);
    }
    if (station->twice) {
        append_row (self->second, contest, station, FALSE, "plano-kedua.csv");
        self->any_second = TRUE;
    }
    if (station->in_digital) {
        g_autofree char *origin = g_strdup_printf ("%s.json", station->code);
        append_row (self->digital, contest, station, TRUE, origin);
    }
}

static void
append_decision (GString *text, const GenContest *contest, const GenStation *station, guint field,
                 guint minute, guint event)
{
    gboolean mistake = station->paper[field] != station->sound[field];
    gboolean blank = station->paper[field] == GEN_BLANK;
    const char *kind = mistake && station->mistake != NULL ? station->mistake : station->fault;
    const GenFaultInfo *info = kind == NULL ? NULL : gen_fault_find (kind);
    g_string_append_printf (text, "%s,%s,%s,", contest->code, station->code,
                            gen_contest_box (contest, field)->name);
    gen_append_cell (text, station->paper[field]);
    g_string_append_c (text, ',');
    gen_append_cell (text, station->sound[field]);
    g_string_append_printf (text, ",%s,%s,",
                            !mistake ? "plano"
                            : blank  ? "lainnya"
                                     : "hitung-ulang",
                            info == NULL ? "" : info->reason);
    if (mistake)
        g_string_append_printf (text, "%02u/KK/2024", event);
    g_string_append_printf (text, ",%s,2024-02-20T%02u:%02u\n",
                            mistake ? "PPK; Panwaslu; saksi 01; saksi 02; saksi 03"
                                    : "PPK; Panwaslu",
                            (9 + minute / 60) % 24, minute % 60);
}

static void
add_decisions (GString *text, const GenElection *election)
{
    static const char *const open[] = { "form-kosong", "administrasi-kosong", "suara-kosong",
                                        "isian-kosong", NULL };
    const GenContest *contest = election->contest;
    guint minute = 0, event = 0;
    for (guint i = 0; i < election->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (election->stations, i);
        event += station->mistake != NULL;
        gboolean skip = station->on_paper != station->in_digital ||
                        (station->fault != NULL && g_strv_contains (open, station->fault));
        for (guint field = 0; !skip && field < contest->n_boxes; field++) {
            gboolean differs = gen_contest_box (contest, field)->sirekap != NULL &&
                               station->paper[field] != station->digital[field];
            if (differs || station->paper[field] != station->sound[field])
                append_decision (text, contest, station, field, minute++ * 2, event);
        }
    }
}

void
gen_files_add (GenFiles *self, const GenElection *election)
{
    for (guint i = 0; i < election->stations->len; i++)
        add_station (self, g_ptr_array_index (election->stations, i));
    gen_append_key (self->key, election);
    gen_append_paper_key (self->paper_key, election);
    gen_append_alone_key (self->alone_key, election);
    gen_append_pattern_key (self->pattern_key, election);
    self->any_pattern = self->any_pattern || election->patterns->len > 0;
    add_decisions (self->decisions, election);
}

gboolean
gen_files_write (const GenFiles *self, const char *folder, GError **error)
{
    const struct {
        const char *name;
        const GString *text;
        gboolean wanted;
    } files[] = {
        { "plano.csv", self->paper, TRUE },
        { "plano-kedua.csv", self->second, self->any_second },
        { "sirekap.csv", self->digital, TRUE },
        { "register.csv", self->stations, TRUE },
        { "kunci.csv", self->key, TRUE },
        { "kunci-plano.csv", self->paper_key, TRUE },
        { "kunci-sirekap.csv", self->alone_key, TRUE },
        { "kunci-pola.csv", self->pattern_key, self->any_pattern },
        { "decisions.csv", self->decisions, TRUE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
        if (files[i].wanted &&
            !g_file_set_contents (path, files[i].text->str, (gssize)files[i].text->len, error))
            return FALSE;
    }
    return TRUE;
}
