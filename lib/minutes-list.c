#include "config.h"

#include "minutes-list.h"

/* The sheets that are lists: differences, corrections, occurrences, attendance, receipt,
 * signatures. */

enum {
    PPK_MEMBERS = 5,
    FREE_ROWS = 5,    /* left to write on by hand */
    HAND_HEIGHT = 26, /* points of a row to write on or sign in */
};

/* A column of a list; widths in tenths of a digit. */
typedef struct {
    const char *heading;
    guint width;
    RecapStyle style;
} ListColumn;

/* A list being written. */
typedef struct {
    Minutes *minutes;
    RecapSheet *sheet;
    const ListColumn *columns;
    guint n_columns;
    guint row;    /* the next one */
    guint number; /* of the entry in it */
} List;

/* Begins a sheet with its titles; list_heads() is due next. */
static List
list_begin (Minutes *minutes, MinutesSheet which, const char *title, const char *purpose,
            const ListColumn *columns, guint n_columns)
{
    RecapSheet *sheet =
        recap_book_add (minutes->book, recap_text (minutes_sheet_name (which)), purpose);
    List self = { minutes, sheet, columns, n_columns, 0, 0 };
    const RecapText *names = minutes->names;
    g_autofree char *place =
        g_strdup_printf ("KECAMATAN %.*s  |  KABUPATEN/KOTA %.*s  |  PROVINSI %.*s",
                         (int)names[RECAP_KEY_KECAMATAN].size, names[RECAP_KEY_KECAMATAN].bytes,
                         (int)names[RECAP_KEY_KABKO].size, names[RECAP_KEY_KABKO].bytes,
                         (int)names[RECAP_KEY_PROVINSI].size, names[RECAP_KEY_PROVINSI].bytes);

    for (guint i = 0; i < n_columns; i++)
        recap_sheet_set_widths (sheet, i, 1, columns[i].width);
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING, title);
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING,
                        recap_contest_get_election (minutes->contest));
    recap_sheet_string (sheet, self.row++, 0, 1, n_columns, RECAP_STYLE_HEADING, place);
    return self;
}

/* Ends the titles with the headings of the columns; all this is repeated on every page. */
static void
list_heads (List *self)
{
    for (guint i = 0; i < self->n_columns; i++)
        recap_sheet_string (self->sheet, self->row, i, 1, 1, RECAP_STYLE_COLUMN,
                            self->columns[i].heading);
    recap_sheet_row (self->sheet, self->row++)->keep = TRUE;
    self->sheet->head_rows = self->row;
}

static void
list_sentence (List *self, RecapStyle style, const char *text)
{
    recap_sheet_string (self->sheet, self->row++, 0, 1, self->n_columns, style, text);
}

static void
list_text (List *self, guint column, RecapText text)
{
    recap_sheet_text (self->sheet, self->row, column, 1, 1, self->columns[column].style, text);
}

static void
list_string (List *self, guint column, const char *text)
{
    list_text (self, column, recap_text (text));
}

static void
list_number (List *self, guint column, RecapCell value)
{
    if (value == RECAP_CELL_NOT_CARRIED)
        list_string (self, column, "");
    else
        recap_sheet_number (self->sheet, self->row, column, self->columns[column].style, value);
}

/* A value of a finding: an empty one may be a blank box or one that does not apply, so that it must
 * not be marked as blank. */
static void
list_value (List *self, guint column, RecapCell value)
{
    list_number (self, column, value == RECAP_CELL_BLANK ? RECAP_CELL_NOT_CARRIED : value);
}

static void
list_ordinal (List *self)
{
    g_autofree char *text = g_strdup_printf ("%u", ++self->number);
    list_string (self, 0, text);
}

/* An entry to be written by hand. */
static void
list_free_rows (List *self, guint n)
{
    for (guint i = 0; i < n; i++) {
        list_ordinal (self);
        for (guint column = 1; column < self->n_columns; column++)
            list_string (self, column, "");
        recap_sheet_row (self->sheet, self->row++)->height = HAND_HEIGHT;
    }
}

enum {
    FINDING_NUMBER,
    FINDING_KODE,
    FINDING_DESA,
    FINDING_TPS,
    FINDING_ATURAN,
    FINDING_TINGKAT,
    FINDING_ISIAN,
    FINDING_SUMBER_A,
    FINDING_NILAI_A,
    FINDING_SUMBER_B,
    FINDING_NILAI_B,
    FINDING_SELISIH,
    FINDING_SEBAB,
    FINDING_KETERANGAN,
    FINDING_STATUS,
    N_FINDING_COLUMNS,
};

static const ListColumn finding_columns[N_FINDING_COLUMNS] = {
    [FINDING_NUMBER] = { "NO", 50, RECAP_STYLE_CENTRED },
    [FINDING_KODE] = { "KODE", 150, RECAP_STYLE_CENTRED },
    [FINDING_DESA] = { "KELURAHAN/\nDESA", 150, RECAP_STYLE_CELL },
    [FINDING_TPS] = { "TPS", 50, RECAP_STYLE_CENTRED },
    [FINDING_ATURAN] = { "ATURAN", 78, RECAP_STYLE_CENTRED },
    [FINDING_TINGKAT] = { "TINGKAT", 100, RECAP_STYLE_CENTRED },
    [FINDING_ISIAN] = { "ISIAN", 210, RECAP_STYLE_CELL },
    [FINDING_SUMBER_A] = { "SUMBER A", 100, RECAP_STYLE_CENTRED },
    [FINDING_NILAI_A] = { "NILAI A", 80, RECAP_STYLE_NUMBER },
    [FINDING_SUMBER_B] = { "SUMBER B", 100, RECAP_STYLE_CENTRED },
    [FINDING_NILAI_B] = { "NILAI B", 80, RECAP_STYLE_NUMBER },
    [FINDING_SELISIH] = { "SELISIH", 80, RECAP_STYLE_NUMBER },
    [FINDING_SEBAB] = { "SEBAB", 140, RECAP_STYLE_CELL },
    [FINDING_KETERANGAN] = { "KETERANGAN DAN ASAL DATA", 470, RECAP_STYLE_CELL },
    [FINDING_STATUS] = { "STATUS", 130, RECAP_STYLE_CELL },
};

/* The sentence, and where the values were read. */
static char *
finding_explanation (const RecapFinding *finding)
{
    const RecapText origins[] = { finding->asal_a, finding->asal_b };
    GString *text = g_string_new_len (finding->keterangan.bytes, (gssize)finding->keterangan.size);
    const char *before = "\nAsal: ";

    for (guint i = 0; i < G_N_ELEMENTS (origins); i++) {
        if (origins[i].size == 0)
            continue;
        g_string_append (text, before);
        g_string_append_len (text, origins[i].bytes, (gssize)origins[i].size);
        before = " | ";
    }
    return g_string_free (text, FALSE);
}

/* What the meeting made of it. */
static char *
finding_status (const Minutes *minutes, const RecapFinding *finding)
{
    const RecapDecision *decision = minutes_find_decision (minutes, finding->kode, finding->isian);
    char value[RECAP_CELL_SIZE];

    if (decision == NULL)
        return g_strdup (finding->severity == RECAP_SEVERITY_INFO ? "" : "Belum diputuskan");
    if (finding->isian.size == 0)
        return g_strdup_printf ("Dicatat (%s)", decision->dasar);
    recap_cell_format (decision->menjadi, value);
    return g_strdup_printf ("%s %s (%s)",
                            decision->menjadi == decision->semula ? "Tetap" : "Menjadi",
                            *value != '\0' ? value : "kosong", decision->dasar);
}

static void
add_finding (List *list, const RecapFinding *finding)
{
    const Minutes *minutes = list->minutes;
    g_autofree char *title = minutes_field_title (minutes, finding->isian);
    g_autofree char *explanation = finding_explanation (finding);
    g_autofree char *status = finding_status (minutes, finding);

    list_ordinal (list);
    list_text (list, FINDING_KODE, finding->kode);
    list_text (list, FINDING_DESA, finding->desa);
    list_text (list, FINDING_TPS, finding->tps);
    list_text (list, FINDING_ATURAN, finding->aturan);
    list_string (list, FINDING_TINGKAT, recap_severity_name (finding->severity));
    list_string (list, FINDING_ISIAN, finding->isian.size > 0 ? title : "Seluruh formulir");
    list_text (list, FINDING_SUMBER_A, finding->sumber_a);
    list_value (list, FINDING_NILAI_A, finding->nilai_a);
    list_text (list, FINDING_SUMBER_B, finding->sumber_b);
    list_value (list, FINDING_NILAI_B, finding->nilai_b);
    if (recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b))
        recap_sheet_signed (list->sheet, list->row, FINDING_SELISIH, RECAP_STYLE_NUMBER,
                            finding->nilai_b - finding->nilai_a);
    else
        list_string (list, FINDING_SELISIH, "");
    list_text (list, FINDING_SEBAB, finding->sebab);
    list_string (list, FINDING_KETERANGAN, explanation);
    list_string (list, FINDING_STATUS, status);
    list->row++;
}

/* One row per blank or unreadable cell; one for a form that has nothing at all. */
static void
add_incomplete_form (List *list, const RecapForm *form)
{
    const Minutes *minutes = list->minutes;
    guint n = 0;

    for (guint i = 0; i < minutes->lines->len; i++)
        n += form->cells[minutes_line (minutes, i)->index] == RECAP_CELL_BLANK;
    gboolean all = n == minutes->lines->len;
    for (guint i = 0; i < (all ? 1 : minutes->lines->len); i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        RecapCell value = form->cells[line->index];
        if (recap_cell_is_number (value))
            continue;
        g_autofree char *title = minutes_field_title (minutes, recap_text (line->field->name));
        g_autofree char *origin = recap_form_origin (form);
        g_autofree char *where = g_strconcat ("Asal: ", origin, NULL);
        RecapText texts[N_FINDING_COLUMNS] = {
            [FINDING_KODE] = form->keys[RECAP_KEY_KODE],
            [FINDING_DESA] = form->keys[RECAP_KEY_DESA],
            [FINDING_TPS] = minutes_tps (form),
            [FINDING_ISIAN] = recap_text (all ? "Seluruh formulir" : title),
            [FINDING_SUMBER_A] = form->keys[RECAP_KEY_SUMBER],
            [FINDING_KETERANGAN] = recap_text (where),
            [FINDING_STATUS] =
                recap_text (value == RECAP_CELL_UNREADABLE ? "Tidak terbaca" : "Kosong"),
        };
        list_ordinal (list);
        for (guint column = 1; column < N_FINDING_COLUMNS; column++)
            if (column != FINDING_NILAI_A)
                recap_sheet_text (list->sheet, list->row, column, 1, 1,
                                  finding_columns[column].style, texts[column]);
        list_number (list, FINDING_NILAI_A, value);
        list->row++;
    }
}

void
minutes_add_findings (Minutes *self)
{
    const RecapFindings *findings = self->input->findings;
    List list = list_begin (self, MINUTES_FINDINGS, "DAFTAR SELISIH DAN TEMUAN",
                            "Selisih antarsumber, temuan aturan, isian kosong/tidak terbaca",
                            finding_columns, N_FINDING_COLUMNS);
    guint n = findings != NULL ? recap_findings_get_n (findings) : 0;
    guint n_others = 0;

    list_heads (&list);
    list_sentence (&list, RECAP_STYLE_SECTION, "A. SELISIH DAN TEMUAN");
    for (guint i = 0; i < n; i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (minutes_covers (self, finding->kontes, finding->kode))
            add_finding (&list, finding);
        else
            n_others++;
    }
    if (findings == NULL)
        list_sentence (&list, RECAP_STYLE_STRONG, "Daftar temuan tidak disertakan.");
    else if (list.number == 0)
        list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
    if (n_others > 0) {
        g_autofree char *text = g_strdup_printf (
            "%u temuan tentang jenis pemilihan atau wilayah lain tidak dicetak.", n_others);
        list_sentence (&list, RECAP_STYLE_NOTE, text);
    }

    list_sentence (&list, RECAP_STYLE_SECTION, "B. ISIAN KOSONG ATAU TIDAK TERBACA");
    recap_sheet_row (list.sheet, list.row - 1)->keep = TRUE;
    list.number = 0;
    for (guint i = 0; i < self->forms->len; i++)
        add_incomplete_form (&list, minutes_form (self, i));
    if (list.number == 0)
        list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
}

enum {
    DECISION_NUMBER,
    DECISION_KODE,
    DECISION_DESA,
    DECISION_TPS,
    DECISION_ISIAN,
    DECISION_SEMULA,
    DECISION_MENJADI,
    DECISION_DASAR,
    DECISION_ALASAN,
    DECISION_KEJADIAN,
    DECISION_DISETUJUI,
    DECISION_WAKTU,
    DECISION_PARAF,
    N_DECISION_COLUMNS,
};

static const ListColumn decision_columns[N_DECISION_COLUMNS] = {
    [DECISION_NUMBER] = { "NO", 50, RECAP_STYLE_CENTRED },
    [DECISION_KODE] = { "KODE", 150, RECAP_STYLE_CENTRED },
    [DECISION_DESA] = { "KELURAHAN/\nDESA", 160, RECAP_STYLE_CELL },
    [DECISION_TPS] = { "TPS", 50, RECAP_STYLE_CENTRED },
    [DECISION_ISIAN] = { "ISIAN", 230, RECAP_STYLE_CELL },
    [DECISION_SEMULA] = { "SEMULA", 90, RECAP_STYLE_NUMBER },
    [DECISION_MENJADI] = { "MENJADI", 90, RECAP_STYLE_NUMBER },
    [DECISION_DASAR] = { "DASAR", 110, RECAP_STYLE_CENTRED },
    [DECISION_ALASAN] = { "KETERANGAN/ALASAN", 300, RECAP_STYLE_CELL },
    [DECISION_KEJADIAN] = { "NO. KEJADIAN\nKHUSUS", 130, RECAP_STYLE_CENTRED },
    [DECISION_DISETUJUI] = { "DISETUJUI OLEH", 180, RECAP_STYLE_CELL },
    [DECISION_WAKTU] = { "WAKTU", 166, RECAP_STYLE_CENTRED },
    [DECISION_PARAF] = { "PARAF\nKETUA PPK DAN SAKSI", 190, RECAP_STYLE_CELL },
};

static void
add_decision (List *list, const RecapDecision *decision)
{
    const Minutes *minutes = list->minutes;
    RecapText kode = recap_text (decision->kode);
    gboolean whole = *decision->isian == '\0';
    g_autofree char *title = minutes_field_title (minutes, recap_text (decision->isian));

    list_ordinal (list);
    list_text (list, DECISION_KODE, kode);
    for (guint i = 0; i < minutes->forms->len; i++) {
        const RecapForm *form = minutes_form (minutes, i);
        if (!recap_text_equal (form->keys[RECAP_KEY_KODE], kode))
            continue;
        list_text (list, DECISION_DESA, form->keys[RECAP_KEY_DESA]);
        list_text (list, DECISION_TPS, minutes_tps (form));
    }
    list_string (list, DECISION_ISIAN, whole ? "Seluruh formulir" : title);
    list_number (list, DECISION_SEMULA, whole ? RECAP_CELL_NOT_CARRIED : decision->semula);
    list_number (list, DECISION_MENJADI, whole ? RECAP_CELL_NOT_CARRIED : decision->menjadi);
    list_string (list, DECISION_DASAR, decision->dasar);
    list_string (list, DECISION_ALASAN, decision->alasan);
    list_string (list, DECISION_KEJADIAN, decision->kejadian_khusus);
    list_string (list, DECISION_DISETUJUI, decision->disetujui);
    list_string (list, DECISION_WAKTU, decision->waktu);
    list_string (list, DECISION_PARAF, "");
    recap_sheet_row (list->sheet, list->row++)->height = HAND_HEIGHT;
}

void
minutes_add_decisions (Minutes *self)
{
    const RecapDecisions *decisions = self->input->decisions;
    List list = list_begin (self, MINUTES_DECISIONS, "DAFTAR PEMBETULAN (SEMULA - MENJADI)",
                            "Pembetulan yang diputuskan dalam rapat pleno", decision_columns,
                            N_DECISION_COLUMNS);
    guint n = decisions != NULL ? recap_decisions_get_n (decisions) : 0;
    guint n_others = 0;

    list_heads (&list);
    for (guint i = 0; i < n; i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        if (minutes_covers (self, recap_text (decision->kontes), recap_text (decision->kode)))
            add_decision (&list, decision);
        else
            n_others++;
    }
    if (decisions == NULL)
        list_sentence (&list, RECAP_STYLE_STRONG, "Daftar keputusan tidak disertakan.");
    else if (list.number == 0)
        list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
    if (n_others > 0) {
        g_autofree char *text = g_strdup_printf (
            "%u keputusan tentang jenis pemilihan atau wilayah lain tidak dicetak.", n_others);
        list_sentence (&list, RECAP_STYLE_NOTE, text);
    }
}

static const ListColumn incident_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },
    { "WAKTU", 150, RECAP_STYLE_CENTRED },
    { "WILAYAH/TPS", 240, RECAP_STYLE_CELL },
    { "URAIAN KEJADIAN KHUSUS ATAU KEBERATAN", 560, RECAP_STYLE_CELL },
    { "DIAJUKAN OLEH", 220, RECAP_STYLE_CELL },
    { "PENYELESAIAN", 400, RECAP_STYLE_CELL },
};

/* '3216012001901 (TPS 901 DESA SUKAMAJU)'. */
static char *
describe_place (const Minutes *self, const char *kode)
{
    for (guint i = 0; kode != NULL && i < self->forms->len; i++) {
        const RecapForm *form = minutes_form (self, i);
        RecapText tps = minutes_tps (form);
        RecapText desa = form->keys[RECAP_KEY_DESA];
        if (recap_text_equal_string (form->keys[RECAP_KEY_KODE], kode))
            return g_strdup_printf ("%s\nTPS %.*s %.*s", kode, (int)tps.size, tps.bytes,
                                    (int)desa.size, desa.bytes);
    }
    return g_strdup (kode != NULL ? kode : "");
}

void
minutes_add_incidents (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    List list =
        list_begin (self, MINUTES_INCIDENTS, "CATATAN KEJADIAN KHUSUS DAN/ATAU KEBERATAN SAKSI",
                    "Catatan kejadian khusus dan/atau keberatan saksi", incident_columns,
                    G_N_ELEMENTS (incident_columns));
    list_heads (&list);

    for (guint i = 0; meeting != NULL && i < meeting->kejadian->len; i++) {
        const RecapIncident *incident = g_ptr_array_index (meeting->kejadian, i);
        g_autofree char *number = g_strdup_printf ("%u", incident->entry.number);
        g_autofree char *place = describe_place (self, incident->kode);
        const char *texts[] = { number,           incident->waktu, place,
                                incident->uraian, incident->pihak, incident->penyelesaian };
        for (guint column = 0; column < G_N_ELEMENTS (texts); column++)
            list_string (&list, column, texts[column]);
        list.row++;
    }
    if (meeting == NULL)
        list_free_rows (&list, 2 * FREE_ROWS);
    else if (meeting->kejadian->len == 0)
        list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
}

static const ListColumn attendance_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },         { "NAMA", 460, RECAP_STYLE_CELL },
    { "JABATAN", 260, RECAP_STYLE_CELL },      { "MEWAKILI", 420, RECAP_STYLE_CELL },
    { "TANDA TANGAN", 380, RECAP_STYLE_CELL },
};

static void
add_person (List *list, const char *name, const char *office, const char *party)
{
    const char *texts[] = { minutes_or_dots (name), office, party, "" };
    list_ordinal (list);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        list_string (list, i + 1, texts[i]);
    recap_sheet_row (list->sheet, list->row++)->height = HAND_HEIGHT;
}

static const char *
ppk_office (const RecapPerson *person, guint number)
{
    if (person != NULL && person->jabatan != NULL)
        return person->jabatan;
    return number == 1 ? "Ketua" : "Anggota";
}

static void
add_ppk (List *list)
{
    const RecapMeeting *meeting = list->minutes->input->meeting;
    for (guint i = 1; i <= PPK_MEMBERS; i++) {
        const RecapPerson *person = meeting != NULL ? recap_meeting_find (meeting->ppk, i) : NULL;
        g_autofree char *office = g_strdup_printf ("%s PPK", ppk_office (person, i));
        add_person (list, person != NULL ? person->nama : NULL, office, "");
    }
}

/* Everybody of @people; somebody without a name when nobody is known. */
static void
add_people (List *list, const GPtrArray *people, const char *office, const char *party)
{
    if (people == NULL || people->len == 0)
        add_person (list, NULL, office, party);
    for (guint i = 0; people != NULL && i < people->len; i++) {
        const RecapPerson *person = g_ptr_array_index (people, i);
        add_person (list, person->nama, person->jabatan != NULL ? person->jabatan : office,
                    person->mewakili != NULL ? person->mewakili : party);
    }
}

static void
add_witnesses (List *list)
{
    const Minutes *minutes = list->minutes;
    const RecapMeeting *meeting = minutes->input->meeting;

    for (guint i = 0; i < minutes->contestants->len; i++) {
        guint number = g_array_index (minutes->contestants, guint, i);
        const RecapPerson *person =
            meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;
        g_autofree char *contestant = minutes_contestant (minutes, number);
        add_person (list, person != NULL ? person->nama : NULL, "Saksi", contestant);
    }
}

void
minutes_add_attendance (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    List list = list_begin (self, MINUTES_ATTENDANCE, "DAFTAR HADIR RAPAT PLENO REKAPITULASI",
                            "Daftar hadir", attendance_columns, G_N_ELEMENTS (attendance_columns));
    list_heads (&list);
    add_ppk (&list);
    add_witnesses (&list);
    add_people (&list, meeting != NULL ? meeting->panwaslu : NULL, "Panwaslu Kecamatan", "");
    if (meeting != NULL && meeting->hadir->len > 0)
        add_people (&list, meeting->hadir, "", "");
    list_free_rows (&list, FREE_ROWS);
}

static const ListColumn receipt_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },
    { "NAMA PENERIMA", 400, RECAP_STYLE_CELL },
    { "JABATAN", 250, RECAP_STYLE_CELL },
    { "MEWAKILI", 400, RECAP_STYLE_CELL },
    { "TANGGAL DAN PUKUL", 220, RECAP_STYLE_CELL },
    { "TANDA TANGAN", 260, RECAP_STYLE_CELL },
};

void
minutes_add_receipt (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    List list = list_begin (self, MINUTES_RECEIPT, "TANDA TERIMA SALINAN HASIL REKAPITULASI",
                            "Tanda terima salinan oleh saksi dan Panwaslu Kecamatan",
                            receipt_columns, G_N_ELEMENTS (receipt_columns));
    list_heads (&list);
    guint first = list.row;
    add_witnesses (&list);
    add_people (&list, meeting != NULL ? meeting->panwaslu : NULL, "Panwaslu Kecamatan", "");
    for (guint row = first; row < list.row; row++)
        recap_sheet_string (list.sheet, row, 5, 1, 1, RECAP_STYLE_CELL, "");
    list_free_rows (&list, 2);
}

static const ListColumn signature_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },
    { "NAMA", 400, RECAP_STYLE_CELL },
    { "JABATAN/MEWAKILI", 400, RECAP_STYLE_CELL },
    { "TANDA TANGAN", 300, RECAP_STYLE_CELL },
    { "ALASAN BILA TIDAK MENANDATANGANI", 430, RECAP_STYLE_CELL },
};

static void
add_signature (List *list, const RecapPerson *person, const char *office)
{
    const char *texts[] = { minutes_or_dots (person != NULL ? person->nama : NULL), office, "",
                            person != NULL ? person->alasan : NULL };
    list_ordinal (list);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        list_string (list, i + 1, texts[i]);
    recap_sheet_row (list->sheet, list->row++)->height = 30;
}

static void
begin_part (List *list, const char *heading)
{
    list_sentence (list, RECAP_STYLE_SECTION, heading);
    recap_sheet_row (list->sheet, list->row - 1)->keep = TRUE;
    list->number = 0;
}

static void
add_ppk_signatures (List *list, const RecapMeeting *meeting)
{
    begin_part (list, "A. PANITIA PEMILIHAN KECAMATAN (PPK)");
    for (guint i = 1; i <= PPK_MEMBERS; i++) {
        const RecapPerson *person = meeting != NULL ? recap_meeting_find (meeting->ppk, i) : NULL;
        add_signature (list, person, ppk_office (person, i));
    }
}

static void
add_witness_signatures (List *list, const RecapMeeting *meeting)
{
    const Minutes *minutes = list->minutes;
    g_autofree char *upper = g_utf8_strup (recap_contest_get_contestants (minutes->contest), -1);
    g_autofree char *heading = g_strdup_printf ("B. SAKSI %s", upper);

    begin_part (list, heading);
    for (guint i = 0; i < minutes->contestants->len; i++) {
        guint number = g_array_index (minutes->contestants, guint, i);
        const RecapPerson *person =
            meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;
        g_autofree char *contestant = minutes_contestant (minutes, number);
        add_signature (list, person, contestant);
    }
}

static void
add_supervisor_signatures (List *list, const RecapMeeting *meeting)
{
    const char *office = "Panwaslu Kecamatan";

    begin_part (list, "C. PANWASLU KECAMATAN");
    for (guint i = 0; meeting != NULL && i < meeting->panwaslu->len; i++) {
        const RecapPerson *person = g_ptr_array_index (meeting->panwaslu, i);
        add_signature (list, person, person->jabatan != NULL ? person->jabatan : office);
    }
    if (meeting == NULL || meeting->panwaslu->len == 0)
        add_signature (list, NULL, office);
}

void
minutes_add_signatures (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    List list = list_begin (self, MINUTES_SIGNATURES, "TANDA TANGAN BERITA ACARA REKAPITULASI",
                            "Tanda tangan PPK, saksi, dan Panwaslu Kecamatan", signature_columns,
                            G_N_ELEMENTS (signature_columns));
    g_autofree char *date =
        meeting != NULL && meeting->tanggal != NULL ? recap_date_format (meeting->tanggal) : NULL;
    g_autofree char *place = g_strdup_printf (
        "Ditetapkan di %s, tanggal %s", minutes_or_dots (meeting != NULL ? meeting->tempat : NULL),
        minutes_or_dots (date));

    list_sentence (&list, RECAP_STYLE_LABEL, place);
    list_heads (&list);
    add_ppk_signatures (&list, meeting);
    add_witness_signatures (&list, meeting);
    add_supervisor_signatures (&list, meeting);
}
