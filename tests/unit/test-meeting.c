#include "config.h"

#include "meeting.h"

#include "unit.h"

static RecapMeeting *
parse (const char *text, GError **error)
{
    return recap_meeting_parse (text, strlen (text), "m.conf", error);
}

static void
test_everything (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting =
        parse ("# rapat\r\n[rapat]\r\nnomor = 12/BA \r\ntempat=Aula\\nlantai 2\r\n"
               "tanggal=2024-02-20\r\ntanggal_selesai=2024-02-22\r\nmulai=9.05\r\nselesai=23:59\r\n"
               "[saksi 3]\nnama=C\n[saksi 1]\nnama=A\nmewakili=Pasangan A\nalasan=x=y\n"
               "[ppk 1]\nnama=K\njabatan=Ketua\n[panwaslu 1]\nnama=P\n[hadir 7]\nnama=H\n"
               "mewakili=Polsek\n[kejadian 2]\nkode=1\nwaktu=2\nuraian=3\npihak=4\n"
               "penyelesaian=5\n\n[kejadian 1]\nuraian=",
               &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (meeting->nomor, "12/BA");
    UNIT_STRING (meeting->tempat, "Aula\nlantai 2");
    UNIT_STRING (meeting->mulai, "9.05");
    UNIT_STRING (meeting->selesai, "23:59");
    UNIT_INT (meeting->tanggal->day, 20);
    UNIT_INT (meeting->tanggal_selesai->day, 22);
    UNIT_INT (meeting->saksi->len, 2);
    UNIT_STRING (((RecapPerson *)meeting->saksi->pdata[0])->nama, "A");
    UNIT_STRING (recap_meeting_find (meeting->saksi, 1)->alasan, "x=y");
    UNIT_STRING (recap_meeting_find (meeting->saksi, 1)->mewakili, "Pasangan A");
    UNIT_STRING (recap_meeting_find (meeting->saksi, 3)->nama, "C");
    UNIT_TRUE (recap_meeting_find (meeting->saksi, 2) == NULL);
    UNIT_STRING (recap_meeting_find (meeting->ppk, 1)->jabatan, "Ketua");
    UNIT_STRING (recap_meeting_find (meeting->hadir, 7)->mewakili, "Polsek");
    RecapIncident *first = meeting->kejadian->pdata[0];
    RecapIncident *second = meeting->kejadian->pdata[1];
    UNIT_INT (first->entry.number, 1);
    UNIT_INT (first->entry.line, 30);
    UNIT_TRUE (first->uraian == NULL);
    UNIT_STRING (second->penyelesaian, "5");
}

static void
test_nothing (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting = parse ("", &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (meeting->tanggal == NULL && meeting->tempat == NULL);
    UNIT_INT (meeting->saksi->len, 0);
}

static void
test_task (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting =
        parse ("[sumber  salinan:Partai Kita pdpr ]\nberkas=a;b\nprofil=p\nformat=csv\n"
               "lembar=L\nangka=id\nkandidat=k\n[pleno]\nkontes=ppwp\nkeluaran=h\n"
               "wilayah=39\ndaftar_tps=r\naturan=x\nkeputusan=d\ndua_nama=ya\n"
               "[sumber plano]\n",
               &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (meeting->tugas.entry.line, 8);
    UNIT_STRING (meeting->tugas.kontes, "ppwp");
    UNIT_STRING (meeting->tugas.keluaran, "h");
    UNIT_STRING (meeting->tugas.wilayah, "39");
    UNIT_STRING (meeting->tugas.daftar_tps, "r");
    UNIT_STRING (meeting->tugas.aturan, "x");
    UNIT_STRING (meeting->tugas.keputusan, "d");
    UNIT_STRING (meeting->tugas.dua_nama, "ya");
    UNIT_INT (meeting->sumber->len, 2);
    const RecapMeetingSource *source = meeting->sumber->pdata[0];
    UNIT_STRING (source->nama, "salinan:Partai Kita pdpr");
    UNIT_INT (source->entry.line, 1);
    UNIT_STRING (source->berkas, "a;b");
    UNIT_STRING (source->profil, "p");
    UNIT_STRING (source->format, "csv");
    UNIT_STRING (source->lembar, "L");
    UNIT_STRING (source->angka, "id");
    UNIT_STRING (source->kandidat, "k");
    source = meeting->sumber->pdata[1];
    UNIT_STRING (source->nama, "plano");
    UNIT_TRUE (source->berkas == NULL);
}

static void
test_refusals (void)
{
    static const struct {
        const char *text;
        RecapErrorCode code;
        const char *message;
        guint64 line;
        guint column;
    } cases[] = {
        { "[rapat]\n[saksi]\n", RECAP_ERROR_SCHEMA, "unknown group [saksi]", 2, 2 },
        { "[saksi 0]\n", RECAP_ERROR_SCHEMA, "unknown group [saksi 0]", 1, 2 },
        { "[saksi 01]\n", RECAP_ERROR_SCHEMA, "unknown group [saksi 01]", 1, 2 },
        { "[ppk 6]\n", RECAP_ERROR_SCHEMA, "unknown group [ppk 6]", 1, 2 },
        { "[rapat 1]\n", RECAP_ERROR_SCHEMA, "unknown group [rapat 1]", 1, 2 },
        { "[rapat]\nnama=A\n", RECAP_ERROR_SCHEMA, "[rapat]: unknown key 'nama'", 2, 1 },
        { "[rapat]\n[rapat]\n", RECAP_ERROR_SCHEMA, "group [rapat] comes twice, first in line 1", 2,
          1 },
        { "[rapat]\ntempat=A\n\ntempat=A", RECAP_ERROR_SCHEMA,
          "[rapat]: key 'tempat' comes twice, first in line 2", 4, 1 },
        { "[rapat]\ntanggal=20-13-2024", RECAP_ERROR_SYNTAX, "[rapat]: '20-13-2024' is not a date",
          2, 9 },
        { "[rapat]\ntanggal=Rabu, 20 Februari 2024", RECAP_ERROR_SYNTAX,
          "[rapat]: 'Rabu, 20 Februari 2024': 20 Februari 2024 is a Selasa", 2, 9 },
        { "[rapat]\nmulai=24:00", RECAP_ERROR_SYNTAX, "[rapat]: '24:00' is not a time of day", 2,
          7 },
        { "[rapat]\nselesai=9:5", RECAP_ERROR_SYNTAX, "[rapat]: '9:5' is not a time of day", 2, 9 },
        { "[rapat]\n  =A", RECAP_ERROR_SYNTAX,
          "[rapat]: a line that is neither [group] nor key=value", 2, 3 },
        { "nama=A", RECAP_ERROR_SYNTAX, "a key before the first [group]", 1, 1 },
        { "[rapat]\ntempat=A\\q", RECAP_ERROR_SYNTAX,
          "[rapat]: a backslash must be followed by s, n, t, r or a backslash", 2, 8 },
        { "[rapat]\ntempat=\xff", RECAP_ERROR_SYNTAX, "a byte that is not UTF-8, or NUL", 2, 8 },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapMeeting) meeting = parse (cases[i].text, &error);
        UNIT_TRUE (meeting == NULL);
        UNIT_INT (recap_error_get_origin (error)->line, cases[i].line);
        UNIT_INT (recap_error_get_origin (error)->column, cases[i].column);
        UNIT_ERROR (&error, cases[i].code, cases[i].message);
    }
}

static void
test_nul (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapMeeting) meeting = recap_meeting_parse ("[rapat]\0", 8, "m.conf", &error);
    UNIT_TRUE (meeting == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "a byte that is not UTF-8, or NUL");
}

static void
test_files (void)
{
    g_autoptr (GError) error = NULL;
    char *path = unit_write ("[ppk 2]\nnama=B\n", -1);
    g_autoptr (RecapMeeting) meeting = recap_meeting_load (path, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (recap_meeting_find (meeting->ppk, 2)->nama, "B");
    unit_remove (path);
    g_autoptr (RecapMeeting) none = recap_meeting_load ("/no/such/file", &error);
    UNIT_TRUE (none == NULL && g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
}

UNIT_MAIN ("meeting", { "everything", test_everything }, { "nothing", test_nothing },
           { "what is to be done, and with which sources", test_task },
           { "refusals", test_refusals }, { "NUL", test_nul }, { "files", test_files })
