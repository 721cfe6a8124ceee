#include "config.h"

#include "minutes-decisions.h"

#include "minutes-list.h"

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

static const MinutesColumn decision_columns[N_DECISION_COLUMNS] = {
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
    [DECISION_PARAF] = { NULL, 190, RECAP_STYLE_CELL }, /* names the committee of the level */
};

static void
add_decision (MinutesList *list, const RecapDecision *decision)
{
    const Minutes *minutes = list->minutes;
    RecapText kode = recap_text (decision->kode);
    const RecapForm *form = minutes_find_form (minutes, kode);
    gboolean whole = *decision->isian == '\0';
    g_autofree char *title = minutes_field_title (minutes, recap_text (decision->isian));

    minutes_list_ordinal (list);
    minutes_list_text (list, DECISION_KODE, kode);
    if (form != NULL) {
        minutes_list_text (list, DECISION_DESA, form->keys[RECAP_KEY_DESA]);
        minutes_list_text (list, DECISION_TPS, minutes_tps (form));
    }
    minutes_list_string (list, DECISION_ISIAN, whole ? "Seluruh formulir" : title);
    minutes_list_number (list, DECISION_SEMULA, whole ? RECAP_CELL_NOT_CARRIED : decision->semula);
    minutes_list_number (list, DECISION_MENJADI,
                         whole ? RECAP_CELL_NOT_CARRIED : decision->menjadi);
    minutes_list_string (list, DECISION_DASAR, decision->dasar);
    minutes_list_string (list, DECISION_ALASAN, decision->alasan);
    minutes_list_string (list, DECISION_KEJADIAN, decision->kejadian_khusus);
    minutes_list_string (list, DECISION_DISETUJUI, decision->disetujui);
    minutes_list_string (list, DECISION_WAKTU, decision->waktu);
    minutes_list_string (list, DECISION_PARAF, "");
    recap_sheet_row (list->sheet, list->row++)->height = MINUTES_HAND_HEIGHT;
}

void
minutes_add_decisions (Minutes *self)
{
    const RecapDecisions *decisions = self->input->decisions;
    g_autofree char *members = g_utf8_strup (self->level->members, -1);
    g_autofree char *paraf = g_strdup_printf ("PARAF\nKETUA %s DAN SAKSI", members);
    MinutesColumn columns[N_DECISION_COLUMNS];

    memcpy (columns, decision_columns, sizeof columns);
    columns[DECISION_PARAF].heading = paraf;
    MinutesList list = minutes_list_begin (
        self, MINUTES_DECISIONS, "DAFTAR PEMBETULAN (SEMULA - MENJADI)",
        "Pembetulan yang diputuskan dalam rapat pleno", columns, N_DECISION_COLUMNS);
    guint n = decisions != NULL ? recap_decisions_get_n (decisions) : 0;
    guint n_others = 0;

    minutes_list_heads (&list);
    for (guint i = 0; i < n; i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        if (minutes_covers (self, recap_text (decision->kontes), recap_text (decision->kode)))
            add_decision (&list, decision);
        else
            n_others++;
    }
    if (decisions == NULL)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "Daftar keputusan tidak disertakan.");
    else if (list.number == 0)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
    if (n_others > 0) {
        g_autofree char *text = g_strdup_printf (
            "%u keputusan tentang jenis pemilihan atau wilayah lain tidak dicetak.", n_others);
        minutes_list_sentence (&list, RECAP_STYLE_NOTE, text);
    }
}
