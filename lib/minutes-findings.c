#include "config.h"

#include "minutes-findings.h"

#include <inttypes.h>

#include "decision-sheet.h"
#include "minutes-list.h"
#include "minutes-marks.h"
#include "timestamp.h"

#define N_COLUMNS RECAP_DECISION_SHEET_N_COLUMNS

/* Widths and styles; the headings are those that are looked for when the sheet is read. */
static const struct {
    guint width;
    RecapStyle style;
} looks[N_COLUMNS] = {
    [RECAP_DECISION_SHEET_NUMBER] = { 44, RECAP_STYLE_CENTRED },
    [RECAP_DECISION_SHEET_PLACE] = { 136, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_RULE] = { 96, RECAP_STYLE_CENTRED },
    [RECAP_DECISION_SHEET_FIELD] = { 170, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_SOURCE_A] = { 84, RECAP_STYLE_CENTRED },
    [RECAP_DECISION_SHEET_VALUE_A] = { 64, RECAP_STYLE_NUMBER },
    [RECAP_DECISION_SHEET_SOURCE_B] = { 84, RECAP_STYLE_CENTRED },
    [RECAP_DECISION_SHEET_VALUE_B] = { 64, RECAP_STYLE_NUMBER },
    [RECAP_DECISION_SHEET_DIFFERENCE] = { 76, RECAP_STYLE_NUMBER },
    [RECAP_DECISION_SHEET_SEMULA] = { 74, RECAP_STYLE_NUMBER },
    [RECAP_DECISION_SHEET_MENJADI] = { 80, RECAP_STYLE_NUMBER },
    [RECAP_DECISION_SHEET_DASAR] = { 118, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_ALASAN] = { 150, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_KEJADIAN] = { 110, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_DISETUJUI] = { 130, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_WAKTU] = { 104, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_STATUS] = { 104, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_EXPLANATION] = { 350, RECAP_STYLE_CELL },
    [RECAP_DECISION_SHEET_KEY] = { 160, RECAP_STYLE_CELL },
};

/* What can be typed. */
static const RecapEntry entries[N_COLUMNS] = {
    [RECAP_DECISION_SHEET_MENJADI] = { RECAP_ENTRY_CELL, NULL, "Menjadi",
                                       "Angka yang berlaku. ? bila tidak terbaca, kosong bila pada "
                                       "formulir tetap tidak ada angka." },
    [RECAP_DECISION_SHEET_DASAR] = { RECAP_ENTRY_WORD, recap_decision_grounds, "Dasar",
                                     "Apa yang menjadi dasar keputusan." },
    [RECAP_DECISION_SHEET_ALASAN] = { RECAP_ENTRY_TEXT, NULL, "Alasan",
                                      "Alasan keputusan, dengan kata-kata." },
    [RECAP_DECISION_SHEET_KEJADIAN] = { RECAP_ENTRY_TEXT, NULL, "No. kejadian khusus",
                                        "Nomor formulir kejadian khusus, bila ada." },
    [RECAP_DECISION_SHEET_DISETUJUI] = { RECAP_ENTRY_TEXT, NULL, "Disetujui oleh",
                                         "Siapa yang menyetujui: PPK, saksi, Panwaslu. Antara dua "
                                         "nama titik koma (;)." },
    [RECAP_DECISION_SHEET_WAKTU] = { RECAP_ENTRY_TEXT, NULL, "Waktu",
                                     "Tanggal dan jam: 2024-02-20 14:05 atau 20/2/2024 14.05." },
};

/* A row being written. */
typedef struct {
    MinutesList *list;
    const RecapFinding *finding;
    const RecapDecision *decision; /* about its cell; NULL: none */
    RecapCell value;               /* of the cell in the table; not carried: there is none */
    RecapDecisionRowState state;
    const char *status;
} Row;

/* The sentence, the cause, and where the values were read. */
static char *
finding_explanation (const RecapFinding *finding)
{
    const RecapText origins[] = { finding->asal_a, finding->asal_b };
    GString *text = g_string_new_len (finding->keterangan.bytes, (gssize)finding->keterangan.size);
    const char *before = "\nAsal: ";

    if (finding->sebab.size > 0)
        g_string_append_printf (text, "\nSebab: %.*s", (int)finding->sebab.size,
                                finding->sebab.bytes);
    for (guint i = 0; i < G_N_ELEMENTS (origins); i++) {
        if (origins[i].size == 0)
            continue;
        g_string_append (text, before);
        recap_text_append (origins[i], text);
        before = " | ";
    }
    return g_string_free (text, FALSE);
}

/* What the meeting made of the finding, and what can still be decided about it. */
static void
judge (Row *row, MinutesStatus status)
{
    const Minutes *minutes = row->list->minutes;
    const RecapMinutesInput *input = minutes->input;
    const RecapFinding *finding = row->finding;
    const RecapForm *form = minutes_find_form (minutes, finding->kode);
    int field = recap_schema_find (recap_table_get_schema (input->table), finding->isian);

    row->value = form != NULL && field >= 0 ? form->cells[field] : RECAP_CELL_NOT_CARRIED;
    row->decision = minutes_find_decision (minutes, finding);
    row->status = minutes_status_text (status);
    switch (status) {
    case MINUTES_STATUS_DECIDED:
    case MINUTES_STATUS_NOTED:
        row->state = RECAP_DECISION_ROW_DECIDED;
        break;
    case MINUTES_STATUS_NOT_ASKED:
    case MINUTES_STATUS_SETTLED:
        row->state = RECAP_DECISION_ROW_CLOSED;
        break;
    case MINUTES_STATUS_OPEN:
        row->state = finding->isian.size == 0               ? RECAP_DECISION_ROW_NOTE
                     : row->value != RECAP_CELL_NOT_CARRIED ? RECAP_DECISION_ROW_OPEN
                                                            : RECAP_DECISION_ROW_CLOSED;
        if (input->meeting != NULL && input->meeting->selesai != NULL)
            row->status = MINUTES_OPEN ", dibawa ke tingkat di atasnya";
        break;
    }
}

/* The columns that say what was found. */
static void
add_facts (const Row *row)
{
    MinutesList *list = row->list;
    const RecapFinding *finding = row->finding;
    g_autofree char *title = minutes_field_title (list->minutes, finding->isian);
    g_autofree char *explanation = finding_explanation (finding);
    g_autofree char *place = g_strdup_printf (
        "%.*s%s%.*s", (int)finding->desa.size, finding->desa.bytes,
        finding->tps.size > 0 ? "\nTPS " : "", (int)finding->tps.size, finding->tps.bytes);
    g_autofree char *rule =
        g_strdup_printf ("%.*s\n%s", (int)finding->aturan.size, finding->aturan.bytes,
                         recap_severity_name (finding->severity));

    minutes_list_ordinal (list);
    minutes_list_string (list, RECAP_DECISION_SHEET_PLACE, place);
    minutes_list_string (list, RECAP_DECISION_SHEET_RULE, rule);
    minutes_list_string (list, RECAP_DECISION_SHEET_FIELD,
                         finding->isian.size > 0 ? title : "Seluruh formulir");
    minutes_list_text (list, RECAP_DECISION_SHEET_SOURCE_A, finding->sumber_a);
    minutes_list_value (list, RECAP_DECISION_SHEET_VALUE_A, finding->nilai_a);
    minutes_list_text (list, RECAP_DECISION_SHEET_SOURCE_B, finding->sumber_b);
    minutes_list_value (list, RECAP_DECISION_SHEET_VALUE_B, finding->nilai_b);
    if (recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b))
        recap_sheet_signed (list->sheet, list->row, RECAP_DECISION_SHEET_DIFFERENCE,
                            RECAP_STYLE_NUMBER, finding->nilai_b - finding->nilai_a);
    else
        minutes_list_string (list, RECAP_DECISION_SHEET_DIFFERENCE, "");
    minutes_list_string (list, RECAP_DECISION_SHEET_STATUS, row->status);
    minutes_list_string (list, RECAP_DECISION_SHEET_EXPLANATION, explanation);
}

/* A time as it is read aloud; any other text as it is. */
static char *
show_time (const char *waktu)
{
    char *text = g_strdup (waktu);
    char buffer[RECAP_TIMESTAMP_SIZE];
    if (recap_timestamp_parse (recap_text (text), buffer) && strlen (text) > 10)
        text[10] = ' ';
    return text;
}

static void
add_decision (const Row *row)
{
    MinutesList *list = row->list;
    const RecapDecision *decision = row->decision;
    gboolean whole = *decision->isian == '\0';
    g_autofree char *waktu = show_time (decision->waktu);

    minutes_list_number (list, RECAP_DECISION_SHEET_SEMULA,
                         whole ? RECAP_CELL_NOT_CARRIED : decision->semula);
    if (whole || decision->menjadi == RECAP_CELL_BLANK)
        minutes_list_string (list, RECAP_DECISION_SHEET_MENJADI, whole ? "" : "kosong");
    else
        minutes_list_number (list, RECAP_DECISION_SHEET_MENJADI, decision->menjadi);
    minutes_list_string (list, RECAP_DECISION_SHEET_DASAR, decision->dasar);
    minutes_list_string (list, RECAP_DECISION_SHEET_ALASAN, decision->alasan);
    minutes_list_string (list, RECAP_DECISION_SHEET_KEJADIAN, decision->kejadian_khusus);
    minutes_list_string (list, RECAP_DECISION_SHEET_DISETUJUI, decision->disetujui);
    minutes_list_string (list, RECAP_DECISION_SHEET_WAKTU, waktu);
}

/* The cells in which the meeting decides; those that do not apply are empty and locked. */
static void
add_entries (const Row *row)
{
    MinutesList *list = row->list;

    minutes_list_number (list, RECAP_DECISION_SHEET_SEMULA, row->value);
    for (guint i = RECAP_DECISION_SHEET_MENJADI; i <= RECAP_DECISION_SHEET_WAKTU; i++)
        if (recap_decision_sheet_is_entry (i, row->state))
            recap_sheet_string (list->sheet, list->row, i, 1, 1, RECAP_STYLE_ENTRY, "")->entry =
                &entries[i];
        else
            minutes_list_string (list, i, "");
}

/* Takes the texts of the row as they were written: the key seals these. */
static void
take_texts (const MinutesList *list, RecapText *texts, char numbers[][RECAP_CELL_SIZE])
{
    const GArray *cells = list->sheet->cells;

    for (guint i = 0; i < N_COLUMNS; i++)
        texts[i] = RECAP_TEXT_EMPTY;
    for (guint i = cells->len; i > 0; i--) {
        const RecapSheetCell *cell = &g_array_index (cells, RecapSheetCell, i - 1);
        if (cell->row != list->row)
            break;
        if (cell->content == RECAP_CONTENT_NUMBER) {
            g_snprintf (numbers[cell->column], RECAP_CELL_SIZE, "%" PRId64, cell->number);
            texts[cell->column] = recap_text (numbers[cell->column]);
        } else {
            texts[cell->column] = recap_text (cell->text);
        }
    }
}

static void
add_finding (MinutesList *list, guint index, GPtrArray *keys)
{
    const RecapFinding *finding = recap_findings_get (list->minutes->input->findings, index);
    Row row = { .list = list, .finding = finding };
    RecapText texts[N_COLUMNS];
    char numbers[N_COLUMNS][RECAP_CELL_SIZE];

    judge (&row, minutes_status (list->minutes, index));
    add_facts (&row);
    if (row.decision != NULL)
        add_decision (&row);
    else
        add_entries (&row);
    take_texts (list, texts, numbers);
    const RecapDecisionRow about = { finding->kontes, finding->kode, finding->isian, row.state };
    char *key = recap_decision_sheet_key (&about, texts);
    minutes_list_string (list, RECAP_DECISION_SHEET_KEY, key);
    g_ptr_array_add (keys, key);
    list->row++;
}

/* One row per blank or unreadable cell; one for a form that has nothing at all. */
static void
add_incomplete_form (MinutesList *list, const RecapForm *form)
{
    const Minutes *minutes = list->minutes;
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText desa = form->keys[RECAP_KEY_DESA];
    RecapText tps = minutes_tps (form);
    g_autofree char *place = g_strdup_printf ("%.*s%s%.*s\n%.*s", (int)desa.size, desa.bytes,
                                              tps.size > 0 ? "\nTPS " : "", (int)tps.size,
                                              tps.bytes, (int)kode.size, kode.bytes);
    guint n = 0;

    for (guint i = 0; i < minutes->lines->len; i++)
        n += form->cells[minutes_line (minutes, i)->index] == RECAP_CELL_BLANK;
    gboolean all = n == minutes_count_boxes (minutes, form);
    for (guint i = 0; i < minutes->lines->len; i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        RecapCell value = form->cells[line->index];
        if (recap_cell_is_number (value) || value == RECAP_CELL_NOT_CARRIED)
            continue;
        g_autofree char *title = minutes_field_title (minutes, recap_text (line->field->name));
        g_autofree char *origin = recap_form_origin (form);
        g_autofree char *where = g_strconcat ("Asal: ", origin, NULL);
        RecapText texts[N_COLUMNS] = {
            [RECAP_DECISION_SHEET_PLACE] = recap_text (place),
            [RECAP_DECISION_SHEET_FIELD] = recap_text (all ? "Seluruh formulir" : title),
            [RECAP_DECISION_SHEET_SOURCE_A] = form->keys[RECAP_KEY_SUMBER],
            [RECAP_DECISION_SHEET_EXPLANATION] = recap_text (where),
            [RECAP_DECISION_SHEET_STATUS] =
                recap_text (value == RECAP_CELL_UNREADABLE ? "Tidak terbaca" : "Kosong"),
        };
        minutes_list_ordinal (list);
        for (guint column = 1; column < N_COLUMNS; column++)
            if (column != RECAP_DECISION_SHEET_VALUE_A)
                minutes_list_text (list, column, texts[column]);
        minutes_list_number (list, RECAP_DECISION_SHEET_VALUE_A, value);
        list->row++;
        if (all)
            break;
    }
}

/* The rows that were written so far are those of the findings. */
static void
find_columns (const MinutesList *list)
{
    guint index = list->sheet->index;
    guint last = list->row - 1;
    guint first = list->row - list->number;

    list->minutes->found = (MinutesFound){
        .n = list->number,
        .key = { index, first, RECAP_DECISION_SHEET_KEY, last, RECAP_DECISION_SHEET_KEY },
        .rule = { index, first, RECAP_DECISION_SHEET_RULE, last, RECAP_DECISION_SHEET_RULE },
        .status = { index, first, RECAP_DECISION_SHEET_STATUS, last, RECAP_DECISION_SHEET_STATUS },
    };
}

/* Section A: what the findings say, and what is decided about them. */
static void
add_section (MinutesList *list)
{
    const Minutes *minutes = list->minutes;
    const RecapFindings *findings = minutes->input->findings;
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    guint n = findings != NULL ? recap_findings_get_n (findings) : 0;
    guint n_others = 0;

    minutes_list_sentence (list, RECAP_STYLE_SECTION, "A. SELISIH DAN TEMUAN");
    for (guint i = 0; i < n; i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (minutes_covers (minutes, finding->kontes, finding->kode))
            add_finding (list, i, keys);
        else
            n_others++;
    }
    find_columns (list);
    if (findings == NULL)
        minutes_list_sentence (list, RECAP_STYLE_STRONG, "Daftar temuan tidak disertakan.");
    else if (list->number == 0)
        minutes_list_sentence (list, RECAP_STYLE_STRONG, "NIHIL");
    if (n_others > 0) {
        g_autofree char *text = g_strdup_printf (
            "%u temuan tentang jenis pemilihan atau wilayah lain tidak dicetak.", n_others);
        minutes_list_sentence (list, RECAP_STYLE_NOTE, text);
    }
    if (keys->len > 0)
        minutes_list_sentence (
            list, RECAP_STYLE_NOTE,
            "Keputusan rapat diisi pada kolom MENJADI sampai WAKTU di baris yang belum "
            "diputuskan; sel lain terkunci. Satu isian cukup diputuskan pada satu baris. Simpan "
            "buku kerja ini, lalu berikan kepada recap-resolve dengan pilihan -d. Baris tanpa "
            "keputusan dibawa ke rekapitulasi tingkat di atasnya.");
    g_autofree char *end = recap_decision_sheet_end (keys);
    minutes_list_sentence (list, RECAP_STYLE_NOTE, end);
}

void
minutes_add_findings (Minutes *self)
{
    enum { COLUMNS_IN_VIEW = RECAP_DECISION_SHEET_FIELD + 1 };
    MinutesColumn columns[N_COLUMNS];

    for (guint i = 0; i < N_COLUMNS; i++)
        columns[i] =
            (MinutesColumn){ recap_decision_sheet_heading (i), looks[i].width, looks[i].style };
    MinutesList list = minutes_list_begin (
        self, MINUTES_FINDINGS, "DAFTAR SELISIH DAN TEMUAN",
        "Selisih antarsumber, temuan aturan, keputusan, isian kosong", columns, N_COLUMNS);
    list.sheet->locked = TRUE;
    list.sheet->head_columns = COLUMNS_IN_VIEW;
    minutes_list_heads (&list);
    add_section (&list);

    minutes_list_sentence (&list, RECAP_STYLE_SECTION, "B. ISIAN KOSONG ATAU TIDAK TERBACA");
    recap_sheet_row (list.sheet, list.row - 1)->keep = TRUE;
    list.number = 0;
    for (guint i = 0; i < self->forms->len; i++)
        add_incomplete_form (&list, minutes_form (self, i));
    if (list.number == 0)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
}
