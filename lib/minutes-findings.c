#include "config.h"

#include "minutes-findings.h"

#include "minutes-list.h"

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

static const MinutesColumn finding_columns[N_FINDING_COLUMNS] = {
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
        recap_text_append (origins[i], text);
        before = " | ";
    }
    return g_string_free (text, FALSE);
}

gboolean
minutes_is_open (const Minutes *self, const RecapFinding *finding)
{
    return finding->severity != RECAP_SEVERITY_INFO &&
           minutes_find_decision (self, finding->kode, finding->isian) == NULL;
}

/* What the meeting made of it. */
static char *
finding_status (const Minutes *minutes, const RecapFinding *finding)
{
    const RecapDecision *decision = minutes_find_decision (minutes, finding->kode, finding->isian);
    char value[RECAP_CELL_SIZE];

    if (decision == NULL)
        return g_strdup (finding->severity == RECAP_SEVERITY_INFO ? "" : MINUTES_OPEN);
    if (finding->isian.size == 0)
        return g_strdup_printf ("Dicatat (%s)", decision->dasar);
    recap_cell_format (decision->menjadi, value);
    return g_strdup_printf ("%s %s (%s)",
                            decision->menjadi == decision->semula ? "Tetap" : "Menjadi",
                            *value != '\0' ? value : "kosong", decision->dasar);
}

static void
add_finding (MinutesList *list, const RecapFinding *finding)
{
    const Minutes *minutes = list->minutes;
    g_autofree char *title = minutes_field_title (minutes, finding->isian);
    g_autofree char *explanation = finding_explanation (finding);
    g_autofree char *status = finding_status (minutes, finding);

    minutes_list_ordinal (list);
    minutes_list_text (list, FINDING_KODE, finding->kode);
    minutes_list_text (list, FINDING_DESA, finding->desa);
    minutes_list_text (list, FINDING_TPS, finding->tps);
    minutes_list_text (list, FINDING_ATURAN, finding->aturan);
    minutes_list_string (list, FINDING_TINGKAT, recap_severity_name (finding->severity));
    minutes_list_string (list, FINDING_ISIAN, finding->isian.size > 0 ? title : "Seluruh formulir");
    minutes_list_text (list, FINDING_SUMBER_A, finding->sumber_a);
    minutes_list_value (list, FINDING_NILAI_A, finding->nilai_a);
    minutes_list_text (list, FINDING_SUMBER_B, finding->sumber_b);
    minutes_list_value (list, FINDING_NILAI_B, finding->nilai_b);
    if (recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b))
        recap_sheet_signed (list->sheet, list->row, FINDING_SELISIH, RECAP_STYLE_NUMBER,
                            finding->nilai_b - finding->nilai_a);
    else
        minutes_list_string (list, FINDING_SELISIH, "");
    minutes_list_text (list, FINDING_SEBAB, finding->sebab);
    minutes_list_string (list, FINDING_KETERANGAN, explanation);
    minutes_list_string (list, FINDING_STATUS, status);
    list->row++;
}

/* One row per blank or unreadable cell; one for a form that has nothing at all. */
static void
add_incomplete_form (MinutesList *list, const RecapForm *form)
{
    const Minutes *minutes = list->minutes;
    guint n = 0;
    guint n_carried = 0;

    for (guint i = 0; i < minutes->lines->len; i++) {
        RecapCell value = form->cells[minutes_line (minutes, i)->index];
        n += value == RECAP_CELL_BLANK;
        n_carried += value != RECAP_CELL_NOT_CARRIED;
    }
    gboolean all = n > 0 && n == n_carried;
    for (guint i = 0; i < (all ? 1 : minutes->lines->len); i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        RecapCell value = form->cells[line->index];
        if (recap_cell_is_number (value) || value == RECAP_CELL_NOT_CARRIED)
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
        minutes_list_ordinal (list);
        for (guint column = 1; column < N_FINDING_COLUMNS; column++)
            if (column != FINDING_NILAI_A)
                recap_sheet_text (list->sheet, list->row, column, 1, 1,
                                  finding_columns[column].style, texts[column]);
        minutes_list_number (list, FINDING_NILAI_A, value);
        list->row++;
    }
}

/* The rows that were written so far are those of the findings. */
static void
find_columns (Minutes *self, const MinutesList *list)
{
    guint index = list->sheet->index;
    guint last = list->row - 1;
    guint first = list->row - list->number;

    self->found = (MinutesFound){
        .n = list->number,
        .kode = { index, first, FINDING_KODE, last, FINDING_KODE },
        .tingkat = { index, first, FINDING_TINGKAT, last, FINDING_TINGKAT },
        .status = { index, first, FINDING_STATUS, last, FINDING_STATUS },
    };
}

void
minutes_add_findings (Minutes *self)
{
    const RecapFindings *findings = self->input->findings;
    MinutesList list =
        minutes_list_begin (self, MINUTES_FINDINGS, "DAFTAR SELISIH DAN TEMUAN",
                            "Selisih antarsumber, temuan aturan, isian kosong/tidak terbaca",
                            finding_columns, N_FINDING_COLUMNS);
    guint n = findings != NULL ? recap_findings_get_n (findings) : 0;
    guint n_others = 0;

    minutes_list_heads (&list);
    minutes_list_sentence (&list, RECAP_STYLE_SECTION, "A. SELISIH DAN TEMUAN");
    for (guint i = 0; i < n; i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (minutes_covers (self, finding->kontes, finding->kode))
            add_finding (&list, finding);
        else
            n_others++;
    }
    find_columns (self, &list);
    if (findings == NULL)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "Daftar temuan tidak disertakan.");
    else if (list.number == 0)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
    if (n_others > 0) {
        g_autofree char *text = g_strdup_printf (
            "%u temuan tentang jenis pemilihan atau wilayah lain tidak dicetak.", n_others);
        minutes_list_sentence (&list, RECAP_STYLE_NOTE, text);
    }

    minutes_list_sentence (&list, RECAP_STYLE_SECTION, "B. ISIAN KOSONG ATAU TIDAK TERBACA");
    recap_sheet_row (list.sheet, list.row - 1)->keep = TRUE;
    list.number = 0;
    for (guint i = 0; i < self->forms->len; i++)
        add_incomplete_form (&list, minutes_form (self, i));
    if (list.number == 0)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
}
