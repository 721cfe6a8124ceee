#include "config.h"

#include "effect-file.h"

#include <inttypes.h>

#include "csv-writer.h"
#include "json-writer.h"

struct _RecapEffectWriter {
    RecapSpool *spool;
    RecapFormat format;
    gboolean biases;
    RecapCsvWriter *csv;
    GString *out;
};

/* The columns of CSV, and the members of JSON, in their order. */
static const char *const rank_columns[] = {
    "kontes",
    "jenjang",
    "kode",
    "nama",
    "tps",
    "tps_tanpa_formulir",
    "tps_terbuka",
    "tps_tidak_terbatas",
    "isian",
    "peserta",
    "peringkat",
    "peringkat_terbaik",
    "peringkat_terburuk",
    "suara",
    "suara_min",
    "suara_maks",
    "selisih",
    "dapat_menyusut",
    "urutan",
    "kursi",
    "kursi_seri",
    "kursi_min",
    "kursi_maks",
    NULL,
};

static const char *const bias_columns[] = {
    "kontes",  "jenjang",  "kode",       "nama",      "sumber_a",    "sumber_b", "isian",
    "peserta", "tps_naik", "suara_naik", "tps_turun", "suara_turun", "selisih",  NULL,
};

RecapEffectWriter *
recap_effect_writer_new (RecapSpool *spool, RecapFormat format, gboolean biases)
{
    RecapEffectWriter *self = g_new0 (RecapEffectWriter, 1);
    self->spool = spool;
    self->format = format;
    self->biases = biases;
    self->csv = recap_csv_writer_new (spool);
    self->out = g_string_new (NULL);
    recap_effect_writer_reset (self);
    return self;
}

void
recap_effect_writer_free (RecapEffectWriter *self)
{
    if (self == NULL)
        return;
    recap_csv_writer_free (self->csv);
    g_string_free (self->out, TRUE);
    g_free (self);
}

void
recap_effect_writer_reset (RecapEffectWriter *self)
{
    const char *const *columns = self->biases ? bias_columns : rank_columns;

    recap_spool_clear (self->spool);
    if (self->format != RECAP_FORMAT_CSV)
        return;
    for (guint i = 0; columns[i] != NULL; i++)
        recap_csv_writer_string (self->csv, columns[i]);
    recap_csv_writer_end (self->csv);
}

/* ---- CSV and JSON: a record is its columns, one after the other ---- */

/* One record while it is written. */
typedef struct {
    RecapEffectWriter *writer;
    const char *const *columns;
    guint next;
} Record;

static void
put_text (Record *self, RecapText text)
{
    const char *name = self->columns[self->next++];

    if (self->writer->format == RECAP_FORMAT_CSV) {
        recap_csv_writer_text (self->writer->csv, text);
        return;
    }
    recap_json_append_name (self->writer->out, name);
    recap_json_append_string (self->writer->out, text);
}

static void
put_string (Record *self, const char *string)
{
    put_text (self, recap_text (string));
}

/* @known: FALSE when there is no such number: nothing, or null. */
static void
put_number (Record *self, gint64 number, gboolean known)
{
    const char *name = self->columns[self->next++];

    if (self->writer->format == RECAP_FORMAT_CSV) {
        if (known)
            recap_csv_writer_number (self->writer->csv, number);
        else
            recap_csv_writer_string (self->writer->csv, "");
        return;
    }
    recap_json_append_name (self->writer->out, name);
    if (known)
        g_string_append_printf (self->writer->out, "%" PRId64, number);
    else
        g_string_append (self->writer->out, "null");
}

static void
put_place (Record *self, const RecapEffectArea *area)
{
    put_string (self, recap_contest_get_code (area->contest));
    put_string (self, area->jenjang);
    put_string (self, area->kode);
    put_string (self, area->nama);
}

static void
end_record (Record *self)
{
    RecapEffectWriter *writer = self->writer;

    g_assert (self->columns[self->next] == NULL);
    if (writer->format == RECAP_FORMAT_CSV) {
        recap_csv_writer_end (writer->csv);
        return;
    }
    g_string_append (writer->out, "}\n");
    recap_spool_write (writer->spool, writer->out->str, writer->out->len);
    g_string_truncate (writer->out, 0);
}

static void
add_rank (RecapEffectWriter *self, const RecapEffectArea *area, const RecapEffectRow *row)
{
    Record record = { self, rank_columns, 0 };
    gboolean has_next = row->order != RECAP_ORDER_LAST;
    gboolean seats = area->district != NULL;

    put_place (&record, area);
    put_number (&record, (gint64)area->n_stations, TRUE);
    put_number (&record, (gint64)area->n_absent, TRUE);
    put_number (&record, (gint64)area->n_open, TRUE);
    put_number (&record, (gint64)area->n_unlimited, TRUE);
    put_string (&record, row->box->name);
    put_string (&record, row->box->short_label);
    put_number (&record, row->rank, TRUE);
    put_number (&record, row->best_rank, TRUE);
    put_number (&record, row->worst_rank, TRUE);
    put_number (&record, row->votes, TRUE);
    put_number (&record, row->fewest, TRUE);
    put_number (&record, row->most, row->most != RECAP_EFFECT_NO_LIMIT);
    put_number (&record, row->margin, has_next);
    put_number (&record, row->swing, has_next && row->swing != RECAP_EFFECT_NO_LIMIT);
    put_string (&record, recap_effect_order_name (row->order));
    put_number (&record, row->seats, seats);
    put_string (&record, row->tied ? "ya" : "");
    put_number (&record, row->seats_worst, seats);
    put_number (&record, row->seats_best, seats);
    end_record (&record);
}

static void
add_bias (RecapEffectWriter *self, const RecapEffectArea *area, const RecapEffectBias *bias)
{
    Record record = { self, bias_columns, 0 };

    put_place (&record, area);
    put_text (&record, bias->sumber_a);
    put_text (&record, bias->sumber_b);
    put_string (&record, bias->box->name);
    put_string (&record, bias->box->short_label);
    put_number (&record, (gint64)bias->n_up, TRUE);
    put_number (&record, bias->up, TRUE);
    put_number (&record, (gint64)bias->n_down, TRUE);
    put_number (&record, bias->down, TRUE);
    put_number (&record, bias->up - bias->down, TRUE);
    end_record (&record);
}

/* ---- text: for people ---- */

/* Widths of columns, in characters. */
enum { WIDTH_RANK = 5, WIDTH_NAME = 24, WIDTH_VOTES = 13, WIDTH_ORDER = 15 };

/* '1.234', with @sign '+1.234' or '-1.234'. Owned by the caller. */
static char *
show_number (gint64 number, gboolean sign)
{
    GString *out = g_string_new (number < 0 ? "-" : sign && number > 0 ? "+" : NULL);

    recap_cell_append_dotted (ABS (number), out);
    return g_string_free (out, FALSE);
}

/* Appends @text filled up to @width characters; @right: on the right side. */
static void
append_column (GString *out, const char *text, int width, gboolean right)
{
    int length = (int)g_utf8_strlen (text, -1);
    int fill = MAX (width - length, 0);
    g_string_append_printf (out, "%*s%s%*s ", right ? fill : 0, "", text, right ? 0 : fill, "");
}

static void
append_number (GString *out, gint64 number, gboolean known)
{
    g_autofree char *shown = known ? show_number (number, FALSE) : g_strdup ("tak terbatas");
    append_column (out, shown, WIDTH_VOTES, TRUE);
}

static void
end_line (GString *out)
{
    while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
    g_string_append_c (out, '\n');
}

static void
append_head (GString *out, const RecapEffectArea *area)
{
    g_autofree char *kode = recap_text_escape (area->kode, strlen (area->kode));
    g_autofree char *nama = recap_text_escape (area->nama, strlen (area->nama));
    gboolean named = *nama != '\0' && strcmp (nama, kode) != 0;

    g_string_append_printf (out, "%s %s %s%s%s", recap_contest_get_code (area->contest),
                            area->jenjang, kode, named ? "  " : "", named ? nama : "");
    if (area->district != NULL)
        g_string_append_printf (out, ", %u kursi", area->district->seats);
    g_autofree char *stations = show_number ((gint64)area->n_stations, FALSE);
    g_autofree char *open = show_number ((gint64)area->n_open, FALSE);
    g_string_append_printf (out, "\n%s TPS, %s terbuka", stations, open);
    if (area->n_absent > 0)
        g_string_append_printf (out, ", %" PRIu64 " tanpa formulir", area->n_absent);
    if (area->n_unlimited > 0)
        g_string_append_printf (out,
                                "; pada %" PRIu64 " TPS tidak ada angka yang membatasi suara yang "
                                "dapat berubah",
                                area->n_unlimited);
    g_string_append (out, "\n");
    append_column (out, "NO.", WIDTH_RANK, FALSE);
    append_column (out, "PESERTA", WIDTH_NAME, FALSE);
    append_column (out, "SUARA", WIDTH_VOTES, TRUE);
    append_column (out, "TERENDAH", WIDTH_VOTES, TRUE);
    append_column (out, "TERTINGGI", WIDTH_VOTES, TRUE);
    append_column (out, "SELISIH", WIDTH_VOTES, TRUE);
    append_column (out, "DAPAT SUSUT", WIDTH_VOTES, TRUE);
    append_column (out, "URUTAN", WIDTH_ORDER, FALSE);
    if (area->district != NULL)
        g_string_append (out, "KURSI");
    end_line (out);
}

/* '3', '3 (2-4)', '3+undi (3-4)'. */
static void
append_seats (GString *out, const RecapEffectRow *row)
{
    g_string_append_printf (out, "%u%s", row->seats, row->tied ? "+undi" : "");
    if (row->seats_worst < row->seats_best)
        g_string_append_printf (out, " (%u-%u)", row->seats_worst, row->seats_best);
}

static void
append_row (GString *out, const RecapEffectArea *area, const RecapEffectRow *row)
{
    gboolean candidate = row->box->role == RECAP_ROLE_CANDIDATE;
    gboolean has_next = row->order != RECAP_ORDER_LAST;
    g_autofree char *rank = g_strdup_printf ("%u", row->rank);
    g_autofree char *name = g_strconcat (candidate ? "  " : "", row->box->short_label, NULL);

    append_column (out, candidate ? "" : rank, WIDTH_RANK, FALSE);
    append_column (out, name, WIDTH_NAME, FALSE);
    append_number (out, row->votes, TRUE);
    append_number (out, row->fewest, TRUE);
    append_number (out, row->most, row->most != RECAP_EFFECT_NO_LIMIT);
    if (has_next) {
        append_number (out, row->margin, TRUE);
        append_number (out, row->swing, row->swing != RECAP_EFFECT_NO_LIMIT);
    } else {
        g_string_append_printf (out, "%*s", 2 * (WIDTH_VOTES + 1), "");
    }
    append_column (out, recap_effect_order_name (row->order), WIDTH_ORDER, FALSE);
    if (area->district != NULL)
        append_seats (out, row);
    end_line (out);
}

/* What the first rank hangs on, in a sentence. */
static void
append_verdict (GString *out, const RecapEffectArea *area)
{
    static const char *const verdicts[] = {
        [RECAP_ORDER_LAST] = "",
        [RECAP_ORDER_CERTAIN] = "urutan pasti",
        [RECAP_ORDER_TIED] = "",
        [RECAP_ORDER_MAY_TIE] = "suaranya dapat menjadi sama",
        [RECAP_ORDER_MAY_TURN] = "urutan belum pasti",
        [RECAP_ORDER_UNKNOWN] = "urutan belum pasti",
    };
    const RecapEffectRow *first = &area->rows[0];

    if (first->order == RECAP_ORDER_LAST || area->district != NULL)
        return;
    const char *second = area->rows[1].box->short_label;
    if (first->margin == 0) {
        g_string_append_printf (
            out, "%s dan %s mempunyai suara yang sama; %s.\n", first->box->short_label, second,
            first->order == RECAP_ORDER_TIED ? "tidak ada yang terbuka yang dapat mengubahnya"
                                             : "yang masih terbuka dapat mengubahnya");
        return;
    }
    g_autofree char *margin = show_number (first->margin, FALSE);
    g_autofree char *swing = show_number (first->known_swing, FALSE);
    const char *how = first->order == RECAP_ORDER_UNKNOWN
                          ? "tanpa batas yang diketahui, di luar TPS yang tidak terbatas"
                          : "";
    g_string_append_printf (out,
                            "%s di atas %s dengan selisih %s suara; yang masih terbuka dapat "
                            "menyusutkannya %s%spaling banyak %s: %s.\n",
                            first->box->short_label, second, margin, how, *how != '\0' ? " " : "",
                            swing, verdicts[first->order]);
}

/* '+20 pada 2 TPS', nothing when there are none. */
static void
append_change (GString *out, gint64 votes, guint64 n_stations)
{
    g_autofree char *shown = show_number (votes, TRUE);
    if (n_stations > 0)
        g_string_append_printf (out, "%s pada %" PRIu64 " TPS", shown, n_stations);
}

static void
append_biases (GString *out, const RecapEffectArea *area)
{
    for (guint i = 0; i < area->n_biases; i++) {
        const RecapEffectBias *bias = &area->biases[i];
        const RecapEffectBias *before = i > 0 ? &area->biases[i - 1] : NULL;
        if (before == NULL || !recap_text_equal (before->sumber_a, bias->sumber_a) ||
            !recap_text_equal (before->sumber_b, bias->sumber_b)) {
            g_autofree char *a = recap_text_escape (bias->sumber_a.bytes, bias->sumber_a.size);
            g_autofree char *b = recap_text_escape (bias->sumber_b.bytes, bias->sumber_b.size);
            g_string_append_printf (out, "Seluruh perbedaan %s terhadap %s:\n", b, a);
        }
        g_autofree char *total = show_number (bias->up - bias->down, TRUE);
        append_column (out, "", WIDTH_RANK, FALSE);
        append_column (out, bias->box->short_label, WIDTH_NAME, FALSE);
        append_column (out, total, WIDTH_VOTES, TRUE);
        g_string_append_c (out, '(');
        append_change (out, bias->up, bias->n_up);
        g_string_append (out, bias->n_up > 0 && bias->n_down > 0 ? ", " : "");
        append_change (out, -bias->down, bias->n_down);
        g_string_append (out, ")\n");
    }
}

static void
add_text (RecapEffectWriter *self, const RecapEffectArea *area)
{
    g_autoptr (GString) out = g_string_new (recap_spool_get_size (self->spool) > 0 ? "\n" : NULL);

    append_head (out, area);
    for (guint i = 0; i < area->n_rows; i++)
        append_row (out, area, &area->rows[i]);
    append_verdict (out, area);
    append_biases (out, area);
    recap_spool_write (self->spool, out->str, out->len);
}

void
recap_effect_writer_add (RecapEffectWriter *self, const RecapEffectArea *area)
{
    if (self->format == RECAP_FORMAT_TEXT)
        add_text (self, area);
    else if (self->biases)
        for (guint i = 0; i < area->n_biases; i++)
            add_bias (self, area, &area->biases[i]);
    else
        for (guint i = 0; i < area->n_rows; i++)
            add_rank (self, area, &area->rows[i]);
}
