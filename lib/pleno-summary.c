#include "config.h"

#include "pleno-part.h"

#include <inttypes.h>
#include <string.h>

#include "error.h"
#include "words.h"

enum { STATIONS_MAX = 12 }; /* that are named in one line */

/* Appends @text made harmless for a terminal. */
static void
append_safe (GString *out, RecapText text)
{
    g_autofree char *safe = recap_text_escape (text.bytes, text.size);
    g_string_append (out, safe);
}

static void
append_count (GString *out, guint64 n, const char *word)
{
    recap_cell_append_dotted ((RecapCell)n, out);
    g_string_append_printf (out, " %s", word);
}

/* Appends the path of an output as it is after the run. */
static void
append_output (GString *out, const RecapPleno *self, const PlenoContest *contest, const char *what,
               const char *ending)
{
    g_autofree char *name = recap_pleno_name (contest, what, ending);
    g_autofree char *path = recap_outputs_get_path (self->outputs, name);
    append_safe (out, recap_text (path));
}

/* ---- the meeting ---- */

static void
append_meeting (GString *out, const RecapMeeting *meeting)
{
    g_string_append (out, "Ringkasan rekapitulasi");
    if (meeting->tempat != NULL) {
        g_string_append (out, ", rapat pleno di ");
        append_safe (out, recap_text (meeting->tempat));
    }
    if (meeting->tanggal != NULL) {
        g_autofree char *date = recap_date_format (meeting->tanggal);
        g_string_append_printf (out, ", %s, %s", recap_date_day_name (meeting->tanggal), date);
    }
    g_string_append (out, ".\n");
}

/* ---- TPS and sums ---- */

/* 'Kecamatan TELUK RANDU: 49 dari 50 TPS sudah masuk, 45 TPS lengkap.' */
static void
append_area (GString *out, const RecapForm *area)
{
    RecapText name = area->keys[RECAP_KEY_KECAMATAN];
    RecapCell registered = area->tallies[RECAP_TALLY_REGISTERED];

    g_string_append (out, "Kecamatan ");
    append_safe (out, name.size > 0 ? name : area->keys[RECAP_KEY_KODE]);
    g_string_append (out, ": ");
    recap_cell_append_dotted (area->tallies[RECAP_TALLY_RECEIVED], out);
    if (recap_cell_is_number (registered)) {
        g_string_append (out, " dari ");
        recap_cell_append_dotted (registered, out);
    }
    g_string_append (out, " TPS sudah masuk, ");
    recap_cell_append_dotted (area->tallies[RECAP_TALLY_COMPLETE], out);
    g_string_append (out, " TPS lengkap.\n");
}

/* '  Pasangan Calon Nomor Urut 1: 3.456 (tiga ribu ...).' */
static void
append_total (GString *out, const PlenoContest *contest, const RecapField *field, RecapCell cell)
{
    g_autofree char *words = recap_cell_is_number (cell) ? recap_words_number (cell) : NULL;

    if (field->role == RECAP_ROLE_VOTES)
        g_string_append_printf (
            out, "  %s Nomor Urut %u: ", recap_contest_get_contestants (contest->contest),
            field->contestant);
    else
        g_string_append_printf (out, "  %s: ", field->short_label);
    if (cell == RECAP_CELL_BLANK)
        g_string_append (out, "belum ada angka");
    else
        recap_cell_append_dotted (cell, out);
    if (words != NULL)
        g_string_append_printf (out, " (%s)", words);
    g_string_append (out, ".\n");
}

/* Returns: whether the box is read aloud: the votes of a contestant, and section V. */
static gboolean
is_read_aloud (const RecapField *field)
{
    static const char *const totals[] = { "suara_sah", "suara_tidak_sah", "suara_total", NULL };
    return field->role == RECAP_ROLE_VOTES || g_strv_contains (totals, field->name);
}

static void
append_totals (GString *out, const PlenoContest *contest)
{
    const RecapSchema *schema = recap_table_get_schema (contest->totals);

    for (guint i = 0; i < recap_table_get_n (contest->totals); i++) {
        const RecapForm *area = recap_table_get (contest->totals, i);
        append_area (out, area);
        g_string_append (out, "Perolehan suara:\n");
        for (guint j = 0; j < recap_schema_get_n (schema); j++) {
            const RecapField *field = recap_schema_get_field (schema, contest->contest, j);
            if (field != NULL && is_read_aloud (field) && area->cells[j] != RECAP_CELL_NOT_CARRIED)
                append_total (out, contest, field, area->cells[j]);
        }
    }
    if (contest->sum.n_missing > 0) {
        g_string_append (out, "Jumlah di atas belum lengkap: ");
        append_count (out, contest->sum.n_missing, "isian tanpa angka.\n");
    }
}

/* ---- sources ---- */

static void
append_source (GString *out, const RecapPleno *self, const PlenoSource *source)
{
    g_string_append (out, "Sumber ");
    append_safe (out, recap_text (source->label));
    g_string_append (out, ": ");
    append_count (out, source->n_forms, "formulir");
    if (source->count.superseded > 0) {
        g_string_append (out, ", ");
        append_count (out, source->count.superseded, "rekaman lama digantikan");
    }
    if (source->count.rejected > 0) {
        g_autofree char *name = g_strdup_printf (PLENO_REJECTS "-%s.csv", source->stem);
        g_autofree char *path = recap_outputs_get_path (self->outputs, name);
        g_string_append (out, ", ");
        append_count (out, source->count.rejected, "rekaman ditolak (");
        append_safe (out, recap_text (path));
        g_string_append_c (out, ')');
    }
    g_string_append (out, ".\n");
}

/* ---- findings ---- */

/* Differences of one source, of the contest or of one desa. */
typedef struct {
    RecapText kode;    /* of the desa */
    RecapText name;    /* of the desa */
    RecapText station; /* code of the TPS that came last */
    GString *stations; /* their numbers */
    guint64 n_boxes;
    guint64 n_stations;
    guint64 n_in_boxes;        /* of these, with a box that differs */
    gboolean station_in_boxes; /* the one that came last is among them */
} Tally;

static void
tally_clear (Tally *self)
{
    if (self->stations != NULL)
        g_string_free (self->stations, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
tally_begin (Tally *self, const RecapFinding *finding)
{
    tally_clear (self);
    *self = (Tally){ .kode = recap_region_at (finding->kode, RECAP_LEVEL_DESA),
                     .name = finding->desa,
                     .stations = g_string_new (NULL) };
}

static void
tally_add_station (Tally *self, const RecapFinding *finding)
{
    self->station = finding->kode;
    self->station_in_boxes = FALSE;
    self->n_stations++;
    if (self->n_stations <= STATIONS_MAX) {
        g_string_append (self->stations, self->stations->len > 0 ? ", " : "");
        append_safe (self->stations, finding->tps.size > 0 ? finding->tps : finding->kode);
    } else if (self->n_stations == STATIONS_MAX + 1) {
        g_string_append (self->stations, ", ...");
    }
}

static void
tally_add (Tally *self, const RecapFinding *finding)
{
    if (!recap_text_equal (self->station, finding->kode))
        tally_add_station (self, finding);
    if (finding->isian.size == 0)
        return;
    self->n_boxes++;
    self->n_in_boxes += !self->station_in_boxes;
    self->station_in_boxes = TRUE;
}

/* '54 isian pada 21 TPS; 3 TPS ada atau berisi pada satu sumber saja' */
static void
append_tally (GString *out, const Tally *tally)
{
    if (tally->n_boxes > 0) {
        append_count (out, tally->n_boxes, "isian pada ");
        append_count (out, tally->n_in_boxes, "TPS");
    }
    if (tally->n_stations > tally->n_in_boxes) {
        g_string_append (out, tally->n_boxes > 0 ? "; " : "");
        append_count (out, tally->n_stations - tally->n_in_boxes,
                      "TPS ada atau berisi pada satu sumber saja");
    }
}

static void
append_desa (GString *out, const Tally *desa)
{
    if (desa->n_stations == 0)
        return;
    g_string_append (out, "  ");
    append_safe (out, desa->name.size > 0 ? desa->name : desa->kode);
    g_string_append (out, ": ");
    append_tally (out, desa);
    g_string_append_printf (out, " (%s).\n", desa->stations->str);
}

/* Returns: whether @finding says that @label has another number than the authority, or none. */
static gboolean
is_difference (const RecapFinding *finding, const char *label)
{
    return finding->severity < RECAP_SEVERITY_INFO &&
           recap_text_equal_string (finding->sumber_b, label) &&
           recap_region_level (finding->kode) <= RECAP_LEVEL_TPS;
}

/* The findings are sorted by TPS, so those of a desa stand together. */
static void
append_differences (GString *out, const PlenoContest *contest, const PlenoSource *source)
{
    g_auto (Tally) all = { .stations = g_string_new (NULL) };
    g_auto (Tally) desa = { .stations = g_string_new (NULL) };
    g_autoptr (GString) lines = g_string_new (NULL);

    for (guint i = 0; i < recap_findings_get_n (contest->differences); i++) {
        const RecapFinding *finding = recap_findings_get (contest->differences, i);
        if (!is_difference (finding, source->label))
            continue;
        if (!recap_text_equal (desa.kode, recap_region_at (finding->kode, RECAP_LEVEL_DESA))) {
            append_desa (lines, &desa);
            tally_begin (&desa, finding);
        }
        tally_add (&desa, finding);
        tally_add (&all, finding);
    }
    append_desa (lines, &desa);
    g_string_append (out, "Selisih dengan ");
    append_safe (out, recap_text (source->label));
    g_string_append (out, ": ");
    if (all.n_stations == 0)
        g_string_append (out, "nihil.\n");
    else
        append_tally (out, &all);
    g_string_append (out, all.n_stations > 0 ? ".\n" : "");
    g_string_append (out, lines->str);
}

/* 'Temuan pada plano: 9 galat dan 2 peringatan pada 5 TPS.' */
static void
append_findings (GString *out, const PlenoContest *contest)
{
    const PlenoSource *authority = g_ptr_array_index (contest->sources, 0);
    guint64 n[RECAP_N_SEVERITIES] = { 0 };
    g_auto (Tally) all = { .stations = g_string_new (NULL) };

    for (guint i = 0; i < recap_findings_get_n (contest->form); i++) {
        const RecapFinding *finding = recap_findings_get (contest->form, i);
        n[finding->severity]++;
        if (finding->severity < RECAP_SEVERITY_INFO)
            tally_add (&all, finding);
    }
    g_string_append (out, "Temuan pada ");
    append_safe (out, recap_text (authority->label));
    if (all.n_stations == 0) {
        g_string_append (out, ": nihil.\n");
        return;
    }
    g_string_append (out, ": ");
    append_count (out, n[RECAP_SEVERITY_ERROR], "galat dan ");
    append_count (out, n[RECAP_SEVERITY_WARNING], "peringatan pada ");
    append_count (out, all.n_stations, "TPS.\n");
}

/* ---- decisions ---- */

static void
append_refused (GString *out, const RecapDecision *decision)
{
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *place = recap_origin_format (&origin);

    g_string_append (out, "  Ditolak: ");
    append_safe (out, recap_text (place));
    g_string_append (out, ", TPS ");
    append_safe (out, recap_text (decision->kode));
    if (*decision->isian != '\0') {
        g_string_append (out, ", isian ");
        append_safe (out, recap_text (decision->isian));
    }
    g_string_append (out, ".\n");
}

/* A row of a sheet that was not taken; why, in the words of the user, the program says. */
static void
append_unread (GString *out, const GError *error)
{
    const RecapOrigin *origin = recap_error_get_origin (error);
    g_autofree char *place = origin != NULL ? recap_origin_format (origin) : NULL;

    g_string_append (out, "  Ditolak: ");
    append_safe (out, recap_text (place != NULL ? place : "lembar keputusan"));
    g_string_append (out, ".\n");
}

static void
append_decisions (GString *out, const RecapPleno *self, const PlenoContest *contest)
{
    const RecapResolveSummary *summary = &contest->final->summary;

    g_string_append (out, "Keputusan rapat: ");
    append_count (out, summary->n_applied, "diterapkan, ");
    append_count (out, summary->n_refused + contest->refusals->len, "ditolak.\n");
    for (guint i = 0; i < contest->refusals->len; i++)
        append_unread (out, g_ptr_array_index (contest->refusals, i));
    for (guint i = 0; i < recap_decisions_get_n (contest->final->refused); i++)
        append_refused (out, recap_decisions_get (contest->final->refused, i));
    if (summary->n_undecided > 0) {
        g_string_append (out, "Belum diputuskan: ");
        append_count (out, summary->n_undecided, "temuan (");
        append_output (out, self, contest, "terbuka", ".csv");
        g_string_append (out, ").\n");
    }
}

/* ---- all ---- */

static void
append_contest (GString *out, const RecapPleno *self, const PlenoContest *contest)
{
    g_string_append_printf (out, "\n%s (%s)\n", recap_contest_get_name (contest->contest),
                            contest->code);
    if (contest->failed) {
        g_string_append (out, "Kontes ini tidak dapat diolah; keluarannya yang sudah ada tetap "
                              "seperti semula.\n");
        return;
    }
    append_totals (out, contest);
    for (guint i = 0; i < contest->sources->len; i++)
        append_source (out, self, g_ptr_array_index (contest->sources, i));
    append_findings (out, contest);
    for (guint i = 1; i < contest->sources->len; i++)
        append_differences (out, contest, g_ptr_array_index (contest->sources, i));
    append_decisions (out, self, contest);
    g_string_append (out, contest->keeps_minutes
                              ? "Berita acara tidak ditulis ulang sebelum isian yang ditolak di "
                                "dalamnya diperbaiki: "
                              : "Berita acara: ");
    append_output (out, self, contest, PLENO_MINUTES, ".xlsx");
    g_string_append_printf (out, ".\nSidik tabel akhir: %s.\n", contest->minutes.fingerprint);
}

void
recap_pleno_write_summary (const RecapPleno *self, RecapSpool *spool)
{
    g_return_if_fail (self != NULL && self->outputs != NULL && spool != NULL);

    g_autoptr (GString) out = g_string_new (NULL);
    append_meeting (out, self->input.meeting);
    for (guint i = 0; i < self->contests->len; i++)
        append_contest (out, self, g_ptr_array_index (self->contests, i));
    recap_spool_write (spool, out->str, out->len);
}
