/* Contests as data: fields in form order, headings, limits, and what is wrong with a file. */
#include "contest.h"

#include "tables-fixture.h"

#define TEXTS "nama=N\npemilihan=E\nplano=P\nrekapitulasi=R\npeserta=Calon\n"
#define HEAD "[kontes]\nkode=pabc\n" TEXTS "[bagian 1]\nnomor=IV\njudul=J\n"
#define ROW "bagian=1\nnomor=IV.%d\nlabel=Calon %02d\npendek=C %d\n"

static void
test_parse (void)
{
    static const char text[] = HEAD "batas_isian=7\n[isian s08-10]\n" ROW
                                    "peran=perolehan\nsirekap_id=x;y;z\nalias=nomor %d\n"
                                    "[isian dpt]\nkolom=l;j\nbagian=1\nnomor=I\nlabel=Pemilih\n"
                                    "pendek=P\nsirekap=pemilih\n";
    static const char *const names[] = { "s08", "s09", "s10", "dpt_l", "dpt_j" };
    static const char *const boxes[] = { "IV.8", "IV.9", "IV.10", "I L", "I JML" };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContest) contest =
        recap_contest_parse (text, sizeof text - 1, "a.contest", &error);
    guint n = 0;
    gint64 limit = 5;

    UNIT_NO_ERROR (&error);
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    UNIT_INT (n, G_N_ELEMENTS (names));
    for (guint i = 0; i < n; i++) {
        UNIT_STRING (fields[i].name, names[i]);
        UNIT_STRING (fields[i].box, boxes[i]);
        UNIT_INT (fields[i].index, i);
        UNIT_INT (fields[i].contestant, i < 3 ? 8 + i : 0);
        UNIT_INT (fields[i].role, i < 3 ? RECAP_ROLE_VOTES : RECAP_ROLE_ADMIN);
        UNIT_TRUE (recap_contest_find (contest, recap_text (names[i])) == &fields[i]);
    }
    UNIT_STRING (fields[1].label, "Calon 09");
    UNIT_STRING (fields[4].row, "dpt");
    UNIT_STRING (fields[4].sirekap, "pemilih_j");
    UNIT_TRUE (recap_contest_find_sirekap (contest, recap_text ("z")) == &fields[2]);
    UNIT_TRUE (recap_contest_find_sirekap (contest, recap_text ("pemilih_l")) == &fields[3]);
    UNIT_TRUE (recap_contest_find_sirekap (contest, recap_text ("pemilih")) == NULL);
    g_autofree char *longer = g_strnfill (100, 'x');
    UNIT_TRUE (recap_contest_find_sirekap (contest, recap_text (longer)) == NULL);
    /* A key of the group [bagian 1] is no limit. */
    UNIT_FALSE (recap_contest_get_limit (contest, "batas_isian", &limit));
    UNIT_INT (limit, 5);
}

static void
test_headings (void)
{
    static const struct {
        const char *heading, *name;
    } cases[] = {
        { "pengguna_dpt_l", "pengguna_dpt_l" },
        { "Pengguna DPT - Laki-laki", "pengguna_dpt_l" },
        { "  PENGGUNA_DPT.P ", "pengguna_dpt_p" },
        { "Pemilih DPT (L+P)", "pemilih_dpt_j" },
        { "Paslon 1", "s01" },
        { "paslon01", "s01" },
        { "PASANGAN CALON NOMOR URUT 3", "s03" },
        { "Jumlah Seluruh Suara Sah", "suara_sah" },
        { "suara tidak sah:", "suara_tidak_sah" },
        { "V.C", NULL },
        { "", NULL },
        { "paslon 4", NULL },
        { "pengguna dpt", NULL },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        const RecapField *field = recap_contest_find_heading (ppwp, recap_text (cases[i].heading));
        UNIT_STRING (field != NULL ? field->name : NULL, cases[i].name);
    }
}

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));
    gint64 limit = 0;

    UNIT_TRUE (recap_contest_get_limit (ppwp, "batas_isian", &limit));
    UNIT_INT (limit, 999);
    UNIT_FALSE (recap_contest_get_limit (ppwp, "nama", &limit));
    UNIT_FALSE (recap_contest_get_limit (ppwp, "batas", &limit));
    UNIT_INT (limit, 999);
    UNIT_TRUE (recap_contests_find (contests, recap_text ("ppw")) == NULL);
    UNIT_TRUE (recap_contests_find (contests, RECAP_TEXT_EMPTY) == NULL);
}

static void
test_bad_files (void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        { "[kontes]\n" TEXTS, "[kontes]: the key kode is missing" },
        { "[kontes]\nkode=\n" TEXTS, "[kontes]: the key kode is missing" },
        { HEAD, "[kontes]: the form has no boxes" },
        { "[kontes]\nkode=a\n" TEXTS "[bagian 1]\nnomor=I\n",
          "[bagian 1]: nomor and judul are required" },
        { HEAD "[isian a]\nbagian=1\nnomor=1\nlabel=L\n",
          "[isian a]: nomor, label and pendek are required" },
        { HEAD "[isian a]\nbagian=2\nnomor=1\nlabel=L\npendek=P\n",
          "[isian a]: bagian is not the number of a section" },
        { HEAD "[isian a]\nnomor=1\nlabel=L\npendek=P\n",
          "[isian a]: bagian is not the number of a section" },
        { HEAD "[isian a]\nkolom=l;x\nbagian=1\nnomor=1\nlabel=L\npendek=P\n",
          "[isian a]: kolom is not one of l, p, j" },
        { HEAD "[isian s00-03]\n" ROW, "[isian s00-03]: ballot numbers run from 01 to 99" },
        { HEAD "[isian s04-03]\n" ROW, "[isian s04-03]: ballot numbers run from 01 to 99" },
        { HEAD "[isian s01-03]\nsirekap_id=1;2\n" ROW,
          "[isian s01-03]: sirekap_id must name every ballot number" },
        { HEAD "[isian s01-02]\n" ROW "[isian s02]\nbagian=1\nnomor=2\nlabel=Q\npendek=Q\n",
          "[isian s02]: the field is there twice" },
        { HEAD "[isian a]\nbagian=1\nnomor=1\nlabel=A\npendek=AA\n"
               "[isian b]\nbagian=1\nnomor=2\nlabel=B\npendek=a\n",
          "[isian b]: the heading 'a' is that of two boxes" },
        { HEAD "[isian a]\nbagian=1\nnomor=1\nlabel=A\npendek=AA\nsirekap=k\n"
               "[isian b]\nbagian=1\nnomor=2\nlabel=B\npendek=BB\nsirekap=k\n",
          "[isian b]: the key of Sirekap is there twice" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapContest) contest =
            recap_contest_parse (cases[i].text, strlen (cases[i].text), "a.contest", &error);
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_TRUE (contest == NULL);
        UNIT_STRING (origin != NULL ? origin->file : NULL, "a.contest");
        UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, cases[i].message);
    }
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (recap_contest_parse ("x", 1, "a.contest", &error) == NULL);
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SYNTAX));
}

/* A file replaces the contest of its code; folders that are not there are passed over. */
static void
test_folders (void)
{
    static const char *const folders[] = { "/nonexistent/recap", ".", NULL };
    g_autoptr (GError) error = NULL;

    fixture_write ("a.contest", "[kontes]\nkode=ppwp\n" TEXTS "[bagian 1]\nnomor=IV\njudul=J\n"
                                "[isian s01-05]\n" ROW);
    fixture_write ("b.contest", HEAD "[isian s01-02]\n" ROW);
    fixture_write ("c.txt", "no contest");
    g_autoptr (RecapContests) contests = recap_contests_load (folders, &error);
    UNIT_NO_ERROR (&error);
    g_autoptr (RecapContests) builtin = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));
    UNIT_INT (recap_contests_get_n (contests), recap_contests_get_n (builtin) + 1);
    UNIT_STRING (recap_contest_get_code (recap_contests_get (contests, 0)), "pabc");
    UNIT_TRUE (recap_contest_find (ppwp, recap_text ("s05")) != NULL);
    fixture_write ("d.contest", "[kontes]\n");
    UNIT_TRUE (recap_contests_load (folders, &error) == NULL);
    UNIT_STRING (recap_error_get_origin (error)->file, "./d.contest");
}

/* Those that are built in are read when they are asked for; their files bear their codes. */
static void
test_builtin (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_contests_get_n (contests), 7);
    for (guint i = 0; i < recap_contests_get_n (contests); i++) {
        const RecapContest *contest = recap_contests_get (contests, i);
        RecapText code = recap_text (recap_contest_get_code (contest));
        UNIT_TRUE (recap_contests_has (contests, code));
        UNIT_TRUE (recap_contests_find (contests, code) == contest);
    }
    UNIT_FALSE (recap_contests_has (contests, recap_text ("pabc")));
    UNIT_TRUE (recap_contests_find (contests, recap_text ("pabc")) == NULL);
    UNIT_INT (recap_contests_find_box (contests, recap_text ("s01")), 0);
    UNIT_INT (recap_contests_find_box (contests, recap_text ("p01_j")), 1);
    UNIT_INT (recap_contests_find_box (contests, recap_text ("p01_x")), -1);
}

/* Where an election is not held is known by the beginning of the code. */
static void
test_held (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));
    const RecapContest *pdprdk = recap_contests_find (contests, recap_text ("pdprdk"));
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_contest_is_held_at (ppwp, recap_text ("3171011001001")));
    UNIT_TRUE (recap_contest_is_held_at (pdprdk, recap_text ("3201011001001")));
    UNIT_TRUE (recap_contest_is_held_at (pdprdk, recap_text ("3")));
    UNIT_FALSE (recap_contest_is_held_at (pdprdk, recap_text ("3171011001001")));
    UNIT_FALSE (recap_contest_is_held_at (pdprdk, recap_text ("99.AA.01.0001")));
}

UNIT_MAIN ("contest", { "parse", test_parse }, { "headings", test_headings },
           { "limits", test_limits }, { "bad files", test_bad_files }, { "folders", test_folders },
           { "built in", test_builtin }, { "where it is held", test_held })
