#include "config.h"

#include "minutes-people.h"

#include "minutes-list.h"

enum {
    FREE_ROWS = 5,    /* left to write on by hand */
    SIGN_HEIGHT = 44, /* points */
};

static const MinutesColumn incident_columns[] = {
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
    const RecapForm *form = kode != NULL ? minutes_find_form (self, recap_text (kode)) : NULL;

    if (form != NULL && !self->of_sums) {
        RecapText tps = minutes_tps (form);
        RecapText desa = form->keys[RECAP_KEY_DESA];
        return g_strdup_printf ("%s\nTPS %.*s %.*s", kode, (int)tps.size, tps.bytes, (int)desa.size,
                                desa.bytes);
    }
    return g_strdup (kode != NULL ? kode : "");
}

/* The form is signed by the chair and by who raised what is in it. */
static void
add_incident_signatures (MinutesList *list)
{
    const MinutesLevel *level = list->minutes->level;
    g_autofree char *chair = g_strdup_printf ("KETUA %s", level->members);
    g_autofree char *name = minutes_signature (minutes_member (list->minutes, 1));
    const struct {
        guint column, n_columns;
        const char *heading, *name;
    } places[] = {
        { 0, 3, chair, name },
        { 3, 1, "SAKSI YANG MENGAJUKAN", MINUTES_DOTS },
        { 4, 2, level->supervisor, MINUTES_DOTS },
    };

    recap_sheet_row (list->sheet, list->row - 1)->keep = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
        g_autofree char *heading = g_utf8_strup (places[i].heading, -1);
        recap_sheet_string (list->sheet, list->row, places[i].column, 1, places[i].n_columns,
                            RECAP_STYLE_SIGN_HEAD, heading);
        recap_sheet_string (list->sheet, list->row + 1, places[i].column, 1, places[i].n_columns,
                            RECAP_STYLE_SIGN, places[i].name);
    }
    recap_sheet_row (list->sheet, list->row++)->keep = TRUE;
    recap_sheet_row (list->sheet, list->row++)->height = SIGN_HEIGHT;
}

void
minutes_add_incidents (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    MinutesList list = minutes_list_begin (self, MINUTES_INCIDENTS,
                                           "CATATAN KEJADIAN KHUSUS DAN/ATAU KEBERATAN SAKSI",
                                           "Catatan kejadian khusus dan/atau keberatan saksi",
                                           incident_columns, G_N_ELEMENTS (incident_columns));
    minutes_list_heads (&list);

    for (guint i = 0; meeting != NULL && i < meeting->kejadian->len; i++) {
        const RecapIncident *incident = g_ptr_array_index (meeting->kejadian, i);
        g_autofree char *number = g_strdup_printf ("%u", incident->entry.number);
        g_autofree char *place = describe_place (self, incident->kode);
        const char *texts[] = { number,           incident->waktu, place,
                                incident->uraian, incident->pihak, incident->penyelesaian };
        for (guint column = 0; column < G_N_ELEMENTS (texts); column++)
            minutes_list_string (&list, column, texts[column]);
        list.row++;
    }
    if (meeting == NULL)
        minutes_list_free_rows (&list, 2 * FREE_ROWS);
    else if (meeting->kejadian->len == 0)
        minutes_list_sentence (&list, RECAP_STYLE_STRONG, "NIHIL");
    add_incident_signatures (&list);
}

static const MinutesColumn attendance_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },         { "NAMA", 460, RECAP_STYLE_CELL },
    { "JABATAN", 260, RECAP_STYLE_CELL },      { "MEWAKILI", 420, RECAP_STYLE_CELL },
    { "TANDA TANGAN", 380, RECAP_STYLE_CELL },
};

static void
add_person (MinutesList *list, const char *name, const char *office, const char *party)
{
    const char *texts[] = { minutes_or_dots (name), office, party, "" };
    minutes_list_ordinal (list);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        minutes_list_string (list, i + 1, texts[i]);
    recap_sheet_row (list->sheet, list->row++)->height = MINUTES_HAND_HEIGHT;
}

static const char *
member_office (const RecapPerson *person, guint number)
{
    if (person != NULL && person->jabatan != NULL)
        return person->jabatan;
    return number == 1 ? "Ketua" : "Anggota";
}

static void
add_members (MinutesList *list)
{
    const Minutes *minutes = list->minutes;
    guint n = minutes_count_members (minutes);

    for (guint i = 1; i <= n; i++) {
        const RecapPerson *person = minutes_member (minutes, i);
        g_autofree char *office =
            g_strdup_printf ("%s %s", member_office (person, i), minutes->level->members);
        add_person (list, person != NULL ? person->nama : NULL, office, "");
    }
}

/* Everybody of @people; somebody without a name when nobody is known. */
static void
add_people (MinutesList *list, const GPtrArray *people, const char *office, const char *party)
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
add_witnesses (MinutesList *list)
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
    MinutesList list =
        minutes_list_begin (self, MINUTES_ATTENDANCE, "DAFTAR HADIR RAPAT PLENO REKAPITULASI",
                            "Daftar hadir", attendance_columns, G_N_ELEMENTS (attendance_columns));
    minutes_list_heads (&list);
    add_members (&list);
    add_witnesses (&list);
    add_people (&list, meeting != NULL ? meeting->panwaslu : NULL, self->level->supervisor, "");
    if (meeting != NULL && meeting->hadir->len > 0)
        add_people (&list, meeting->hadir, "", "");
    minutes_list_free_rows (&list, FREE_ROWS);
}

static const MinutesColumn receipt_columns[] = {
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
    g_autofree char *purpose =
        g_strconcat ("Tanda terima salinan oleh saksi dan ", self->level->supervisor, NULL);
    MinutesList list =
        minutes_list_begin (self, MINUTES_RECEIPT, "TANDA TERIMA SALINAN HASIL REKAPITULASI",
                            purpose, receipt_columns, G_N_ELEMENTS (receipt_columns));
    minutes_list_heads (&list);
    guint first = list.row;
    add_witnesses (&list);
    add_people (&list, meeting != NULL ? meeting->panwaslu : NULL, self->level->supervisor, "");
    for (guint row = first; row < list.row; row++)
        recap_sheet_string (list.sheet, row, 5, 1, 1, RECAP_STYLE_CELL, "");
    minutes_list_free_rows (&list, 2);
}

static const MinutesColumn signature_columns[] = {
    { "NO", 50, RECAP_STYLE_CENTRED },
    { "NAMA", 400, RECAP_STYLE_CELL },
    { "JABATAN/MEWAKILI", 400, RECAP_STYLE_CELL },
    { "TANDA TANGAN", 300, RECAP_STYLE_CELL },
    { "ALASAN BILA TIDAK MENANDATANGANI", 430, RECAP_STYLE_CELL },
};

static void
add_signature (MinutesList *list, const RecapPerson *person, const char *office)
{
    const char *texts[] = { minutes_or_dots (person != NULL ? person->nama : NULL), office, "",
                            person != NULL ? person->alasan : NULL };
    minutes_list_ordinal (list);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        minutes_list_string (list, i + 1, texts[i]);
    recap_sheet_row (list->sheet, list->row++)->height = 30;
}

static void
begin_part (MinutesList *list, const char *heading)
{
    minutes_list_sentence (list, RECAP_STYLE_SECTION, heading);
    recap_sheet_row (list->sheet, list->row - 1)->keep = TRUE;
    list->number = 0;
}

static void
add_member_signatures (MinutesList *list)
{
    const Minutes *minutes = list->minutes;
    guint n = minutes_count_members (minutes);
    g_autofree char *upper = g_utf8_strup (minutes->level->committee, -1);
    g_autofree char *heading = g_strconcat ("A. ", upper, NULL);

    begin_part (list, heading);
    for (guint i = 1; i <= n; i++) {
        const RecapPerson *person = minutes_member (minutes, i);
        add_signature (list, person, member_office (person, i));
    }
}

static void
add_witness_signatures (MinutesList *list, const RecapMeeting *meeting)
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
add_supervisor_signatures (MinutesList *list, const RecapMeeting *meeting)
{
    const char *office = list->minutes->level->supervisor;
    g_autofree char *upper = g_utf8_strup (office, -1);
    g_autofree char *heading = g_strconcat ("C. ", upper, NULL);

    begin_part (list, heading);
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
    g_autofree char *purpose = g_strdup_printf ("Tanda tangan %s, saksi, dan %s",
                                                self->level->members, self->level->supervisor);
    MinutesList list =
        minutes_list_begin (self, MINUTES_SIGNATURES, "TANDA TANGAN BERITA ACARA REKAPITULASI",
                            purpose, signature_columns, G_N_ELEMENTS (signature_columns));
    const RecapDate *day = meeting != NULL ? meeting->tanggal_selesai : NULL;
    if (day == NULL && meeting != NULL)
        day = meeting->tanggal;
    g_autofree char *date = day != NULL ? recap_date_format (day) : NULL;
    g_autofree char *place = g_strdup_printf (
        "Ditetapkan di %s, tanggal %s", minutes_or_dots (meeting != NULL ? meeting->tempat : NULL),
        minutes_or_dots (date));

    minutes_list_sentence (&list, RECAP_STYLE_LABEL, place);
    minutes_list_heads (&list);
    add_member_signatures (&list);
    add_witness_signatures (&list, meeting);
    add_supervisor_signatures (&list, meeting);
}
