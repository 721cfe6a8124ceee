#include "config.h"

#include "minutes-cover.h"

#include <inttypes.h>

#include "region.h"

/* The first sheet: the text of the berita acara, the totals in words, the list of sheets. */

/* The sheet is a grid of equal columns; texts take several of them. */
enum {
    N_COLUMNS = 12,
    COLUMN_WIDTH = 128, /* tenths of a digit */
    LABEL_COLUMNS = 2,
};

static void
add_row (RecapSheet *sheet, guint *row, RecapStyle style, const char *text)
{
    recap_sheet_string (sheet, (*row)++, 0, 1, N_COLUMNS, style, text);
}

static void
add_space (RecapSheet *sheet, guint *row, guint points)
{
    recap_sheet_row (sheet, (*row)++)->height = points;
}

static void
add_titles (Minutes *self, RecapSheet *sheet, guint *row)
{
    const RecapMeeting *meeting = self->input->meeting;
    g_autofree char *form =
        minutes_level_form (self->level, recap_contest_get_tabulation (self->contest));
    g_autofree char *not_this =
        g_strdup_printf ("Bukan %s dan tidak menggantikan dokumen resmi KPU", form);
    g_autofree char *upper = g_utf8_strup (self->level->parts, -1);
    g_autofree char *level =
        g_strdup_printf ("DARI SETIAP %s DI TINGKAT %s", upper, self->level->label);
    g_autofree char *number =
        g_strdup_printf ("NOMOR: %s", minutes_or_dots (meeting != NULL ? meeting->nomor : NULL));

    add_row (sheet, row, RECAP_STYLE_BANNER, "ALAT BANTU");
    add_row (sheet, row, RECAP_STYLE_HEADING, not_this);
    add_space (sheet, row, 6);
    add_row (sheet, row, RECAP_STYLE_TITLE,
             "BERITA ACARA DAN SERTIFIKAT REKAPITULASI HASIL PENGHITUNGAN PEROLEHAN SUARA");
    add_row (sheet, row, RECAP_STYLE_TITLE, level);
    add_row (sheet, row, RECAP_STYLE_TITLE, recap_contest_get_election (self->contest));
    add_row (sheet, row, RECAP_STYLE_HEADING, number);
    add_space (sheet, row, 6);
}

static void
add_places (Minutes *self, RecapSheet *sheet, guint *row)
{
    for (RecapLevel level = RECAP_LEVEL_PROVINSI; level >= self->level->level; level--) {
        const MinutesLevel *here = minutes_level_find (level, self->whole->kode);
        RecapText kode = recap_region_at (self->whole->kode, level);
        RecapText name = self->names[here->key];
        g_autofree char *text = recap_text_equal (kode, name)
                                    ? g_strdup_printf (": %.*s", (int)kode.size, kode.bytes)
                                    : g_strdup_printf (": %.*s (%.*s)", (int)name.size, name.bytes,
                                                       (int)kode.size, kode.bytes);
        recap_sheet_string (sheet, *row, 0, 1, LABEL_COLUMNS, RECAP_STYLE_LABEL, here->label);
        recap_sheet_string (sheet, (*row)++, LABEL_COLUMNS, 1, N_COLUMNS - LABEL_COLUMNS,
                            RECAP_STYLE_LABEL, text);
    }
    add_space (sheet, row, 6);
}

/* 'Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat (20-02-2024)'. */
static char *
date_in_words (const RecapDate *date)
{
    if (date == NULL)
        return g_strdup (
            "............... tanggal ............... bulan ............... tahun ...............");
    g_autofree char *words = recap_date_format_words (date);
    g_autofree char *digits = recap_date_format_digits (date);
    return g_strdup_printf ("%s (%s)", words, digits);
}

static void
add_opening (Minutes *self, RecapSheet *sheet, guint *row)
{
    static const RecapMeeting nothing = { 0 };
    const RecapMeeting *meeting = self->input->meeting != NULL ? self->input->meeting : &nothing;
    g_autofree char *committee = minutes_level_committee (self->level, self->whole->name);
    g_autofree char *first = date_in_words (meeting->tanggal);
    g_autofree char *last =
        meeting->tanggal_selesai != NULL ? date_in_words (meeting->tanggal_selesai) : NULL;
    g_autofree char *text = g_strdup_printf (
        "Pada hari ini %s%s%s, %s mengadakan Rapat Pleno Terbuka Rekapitulasi Hasil Penghitungan "
        "Perolehan Suara %s di tingkat %s, bertempat di %s, dimulai pada pukul %s sampai dengan "
        "pukul %s waktu setempat.",
        first, last != NULL ? " sampai dengan hari " : "", last != NULL ? last : "", committee,
        recap_contest_get_name (self->contest), self->level->word,
        minutes_or_dots (meeting->tempat),
        meeting->mulai != NULL ? meeting->mulai : "..... : .....",
        meeting->selesai != NULL ? meeting->selesai : "..... : .....");
    add_row (sheet, row, RECAP_STYLE_PLAIN, text);
}

/* Counts those who are named; a refusal to sign does not make anybody absent. Nobody named means
 * that the number is not known.
 *
 * Returns: owned by the caller. */
static char *
count_named (const GPtrArray *people)
{
    guint n = 0;
    for (guint i = 0; people != NULL && i < people->len; i++)
        n += ((const RecapPerson *)g_ptr_array_index (people, i))->nama != NULL;
    return n > 0 ? g_strdup_printf ("%u", n) : g_strdup (".....");
}

static void
add_presence (Minutes *self, RecapSheet *sheet, guint *row)
{
    static const RecapMeeting nothing = { 0 };
    const RecapMeeting *meeting = self->input->meeting != NULL ? self->input->meeting : &nothing;
    g_autofree char *members =
        count_named (self->level->level == RECAP_LEVEL_KECAMATAN ? meeting->ppk : meeting->kpu);
    g_autofree char *witnesses = count_named (meeting->saksi);
    g_autofree char *supervisors = count_named (meeting->panwaslu);
    g_autofree char *guests = count_named (meeting->hadir);
    g_autofree char *text = g_strdup_printf (
        "Rapat pleno dihadiri oleh %s %s orang, saksi %s %s orang dari %u peserta, %s %s orang, "
        "dan undangan %s orang, sebagaimana tercantum dalam daftar hadir.",
        self->level->members, members, recap_contest_get_contestants (self->contest), witnesses,
        self->contestants->len, self->level->supervisor, supervisors, guests);
    add_row (sheet, row, RECAP_STYLE_PLAIN, text);
}

/* Special TPS have numbers from 901 on. */
static guint
count_special (const Minutes *self)
{
    guint n = 0;
    for (guint i = 0; i < self->forms->len; i++) {
        RecapText kode = minutes_form (self, i)->keys[RECAP_KEY_KODE];
        n += kode.bytes[kode.size - 3] == '9';
    }
    return n;
}

/* '51 (lima puluh satu) TPS, termasuk 1 TPS khusus, di 3 (tiga) desa/kelurahan'; of sums the
 * regions, and the TPS when they are known. */
static char *
describe_extent (const Minutes *self)
{
    RecapCell received = minutes_tally (self, RECAP_TALLY_RECEIVED);
    RecapCell registered = minutes_tally (self, RECAP_TALLY_REGISTERED);
    guint special = self->of_sums ? 0 : count_special (self);
    g_autofree char *parts = recap_words_number (self->parts->len);
    g_autofree char *tps = recap_words_number (self->forms->len);
    GString *text = g_string_new (NULL);

    if (!self->of_sums)
        g_string_append_printf (text, "%u (%s) TPS", self->forms->len, tps);
    if (special > 0)
        g_string_append_printf (text, ", termasuk %u TPS khusus,", special);
    g_string_append_printf (text, "%s%u (%s) %s", self->of_sums ? "" : " di ", self->parts->len,
                            parts, self->level->parts);
    if (self->of_sums && recap_cell_is_number (received))
        g_string_append_printf (text, " yang memuat perolehan suara dari %" PRId64 " TPS",
                                received);
    if (self->of_sums && recap_cell_is_number (received) && recap_cell_is_number (registered))
        g_string_append_printf (text, " di antara %" PRId64 " TPS terdaftar", registered);
    return g_string_free (text, FALSE);
}

static void
add_statement (Minutes *self, RecapSheet *sheet, guint *row)
{
    RecapText source = minutes_form (self, 0)->keys[RECAP_KEY_SUMBER];
    g_autofree char *extent = describe_extent (self);
    g_autofree char *form = minutes_form_name (self);
    g_autofree char *text = g_strdup_printf (
        "Dalam rapat pleno tersebut dibacakan dan dicocokkan data %s dari %s; angka di bawah ini "
        "dijumlahkan dari sumber data '%.*s'. Selisih dan temuan tercantum pada lembar Selisih, "
        "pembetulan pada lembar Pembetulan, dan kejadian khusus dan/atau keberatan saksi pada "
        "lembar Kejadian Khusus. Adapun jumlah akhir di tingkat %s adalah sebagai berikut:",
        form, extent, (int)source.size, source.bytes, self->level->word);
    add_row (sheet, row, RECAP_STYLE_PLAIN, text);
    if (self->whole->n_incomplete > 0) {
        g_autofree char *alert = g_strdup_printf (
            self->of_sums ? "BELUM LENGKAP: %" PRIu64 " isian atau TPS belum masuk dalam "
                            "jumlah; lihat catatan di bawah tabel pada lembar %s."
                          : "BELUM LENGKAP: %" PRIu64 " isian kosong atau tidak terbaca. "
                            "Jumlah yang bertanda * tidak memuat isian tersebut (daftar: "
                            "lembar Selisih bagian B).",
            self->whole->n_incomplete, self->level->sheet);
        add_row (sheet, row, RECAP_STYLE_ALERT, alert);
    }
    add_space (sheet, row, 6);
}

/* The cover shows the sums of the form's rows (JML, not LK and PR); what makes up the votes of one
 * contestant, such as the candidates of a party, stays in the tables. */
static gboolean
is_on_cover (const Minutes *self, const RecapField *field)
{
    if (field->column == RECAP_COLUMN_L || field->column == RECAP_COLUMN_P)
        return FALSE;
    if (field->role == RECAP_ROLE_VOTES)
        return TRUE;
    for (guint i = 0; i < self->lines->len; i++) {
        const RecapField *other = minutes_line (self, i)->field;
        if (other->role == RECAP_ROLE_VOTES && other->section == field->section)
            return FALSE;
    }
    return TRUE;
}

static void
add_total (Minutes *self, RecapSheet *sheet, guint row, guint line, guint table_row)
{
    const MinutesArea *area = self->whole;
    const RecapField *field = minutes_line (self, line)->field;
    const MinutesTotal *total = &area->totals[line];
    RecapRange range = { area->sheet->index, table_row, area->total_column, table_row,
                         area->total_column };
    gboolean known = recap_cell_is_number (total->value);
    g_autofree char *words = known ? recap_words_number (total->value) : g_strdup ("-");
    const char *name = minutes_contestant_name (self, field->contestant);
    g_autofree char *own = minutes_field_label (self, field);
    /* The row of a party is its sum, which has no name of its own. */
    g_autofree char *label = name != NULL && strcmp (own, field->label) == 0
                                 ? g_strdup_printf ("%u. %s (A.1 + A.2)", field->contestant, name)
                                 : g_strdup (own);
    g_autofree char *text =
        g_strdup_printf ("%s%s", words, known && total->n_incomplete > 0 ? " *" : "");

    recap_sheet_string (sheet, row, 0, 1, 1, RECAP_STYLE_CENTRED, field->number);
    recap_sheet_string (sheet, row, 1, 1, 5, RECAP_STYLE_CELL, label);
    RecapSheetCell *cell = recap_sheet_copy (sheet, row, 6, &range, total->value);
    cell->style = RECAP_STYLE_TOTAL;
    cell->marks = total->n_incomplete > 0 ? RECAP_MARK_INCOMPLETE : 0;
    recap_sheet_string (sheet, row, 7, 1, N_COLUMNS - 7, RECAP_STYLE_CELL, text);
}

static void
add_totals (Minutes *self, RecapSheet *sheet, guint *row)
{
    recap_sheet_string (sheet, *row, 0, 1, 1, RECAP_STYLE_COLUMN, "NO");
    recap_sheet_string (sheet, *row, 1, 1, 5, RECAP_STYLE_COLUMN, "URAIAN");
    recap_sheet_string (sheet, *row, 6, 1, 1, RECAP_STYLE_COLUMN, "JUMLAH AKHIR");
    recap_sheet_string (sheet, *row, 7, 1, N_COLUMNS - 7, RECAP_STYLE_COLUMN, "TERBILANG");
    recap_sheet_row (sheet, (*row)++)->keep = TRUE;
    for (guint i = 0; i < self->lines->len; i++)
        if (is_on_cover (self, minutes_line (self, i)->field))
            add_total (self, sheet, (*row)++, i, minutes_line (self, i)->row);
    g_autofree char *note = g_strdup_printf (
        "Angka diambil dengan rumus dari lembar %s; terbilang ditulis saat dokumen "
        "ini dibuat. Bila data berubah, buatlah dokumen ini kembali.",
        self->level->sheet);
    add_row (sheet, row, RECAP_STYLE_NOTE, note);
    add_space (sheet, row, 6);
}

/* What identifies the numbers, for whoever holds another copy beside this one. */
static void
add_fingerprint (Minutes *self, RecapSheet *sheet, guint *row)
{
    g_autofree char *text = g_strdup_printf ("SIDIK TABEL AKHIR (SHA-256): %s", self->fingerprint);

    add_row (sheet, row, RECAP_STYLE_VALUE, text);
    add_space (sheet, row, 6);
}

static void
add_list_of_sheets (Minutes *self, RecapSheet *sheet, guint *row)
{
    add_row (sheet, row, RECAP_STYLE_LABEL, "DAFTAR LEMBAR");
    recap_sheet_row (sheet, *row - 1)->keep = TRUE;
    for (guint i = 1; i < self->book->sheets->len; i++) {
        const RecapSheet *other = recap_book_get (self->book, i);
        g_autofree char *number = g_strdup_printf ("%u", i);
        recap_sheet_string (sheet, *row, 0, 1, 1, RECAP_STYLE_CENTRED, number);
        recap_sheet_string (sheet, *row, 1, 1, 3, RECAP_STYLE_CELL, other->name);
        recap_sheet_string (sheet, (*row)++, 4, 1, N_COLUMNS - 4, RECAP_STYLE_CELL, other->purpose);
    }
    add_space (sheet, row, 6);
    g_autofree char *end =
        g_strdup_printf ("Demikian berita acara ini dibuat dan ditandatangani oleh Ketua dan "
                         "Anggota %s serta saksi yang hadir pada lembar Tanda Tangan.",
                         self->level->members);
    add_row (sheet, row, RECAP_STYLE_PLAIN, end);
}

void
minutes_fill_cover (Minutes *self, RecapSheet *sheet)
{
    guint row = 0;

    recap_sheet_set_widths (sheet, 0, N_COLUMNS, COLUMN_WIDTH);
    add_titles (self, sheet, &row);
    add_places (self, sheet, &row);
    add_opening (self, sheet, &row);
    add_presence (self, sheet, &row);
    add_statement (self, sheet, &row);
    add_totals (self, sheet, &row);
    add_fingerprint (self, sheet, &row);
    add_list_of_sheets (self, sheet, &row);
}
