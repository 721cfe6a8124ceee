#include "config.h"

#include "pleno.h"

#include "unit.h"

#define TASK "[pleno]\nkontes=ppwp;pdpr\nkeluaran=hasil\n"
#define PLANO "[sumber plano]\nberkas=a.csv\n"

static void
take_path (const char *path, gpointer data)
{
    g_string_append_printf (data, "%s ", path);
}

/* Plans the meeting @text.
 *
 * Returns: the inputs with blanks behind them, owned by the caller; NULL with @error. */
static char *
plan (const char *text, GError **error)
{
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, error);
    g_autoptr (RecapMeeting) meeting = recap_meeting_parse (text, strlen (text), "m.conf", error);
    UNIT_NO_ERROR (error);
    const RecapPlenoInput input = { .meeting = meeting, .contests = contests };
    g_autoptr (RecapPleno) pleno = recap_pleno_new (&input, error);
    g_autoptr (GString) paths = g_string_new (NULL);

    if (pleno == NULL)
        return NULL;
    recap_pleno_list_inputs (pleno, take_path, paths);
    return g_string_free (g_steal_pointer (&paths), FALSE);
}

static void
check_plan (const char *text, const char *expected)
{
    GError *error = NULL;
    g_autofree char *found = plan (text, &error);
    UNIT_NO_ERROR (&error);
    UNIT_STRING (found, expected);
}

static void
check_refused (const char *text, const char *message, guint64 line)
{
    GError *error = NULL;
    g_autofree char *found = plan (text, &error);
    UNIT_STRING (found, NULL);
    UNIT_INT (error != NULL ? recap_error_get_origin (error)->line : 0, line);
    UNIT_ERROR (&error, RECAP_ERROR_USAGE, message);
}

static void
test_sources (void)
{
    check_plan (TASK PLANO, "a.csv a.csv ");
    /* The plano comes first wherever it stands; {kontes} is the contest. */
    check_plan (TASK "[sumber sirekap]\nberkas=s/{kontes};t\nkandidat=k.json\n" PLANO,
                "a.csv s/ppwp t k.json a.csv s/pdpr t k.json ");
    /* What is said for one contest goes before what is said for all. */
    check_plan (TASK PLANO "[sumber plano pdpr]\nberkas=b.csv\n", "a.csv b.csv ");
    check_plan (TASK PLANO "[sumber plano pdpr]\nkandidat=k.json\n", "a.csv a.csv k.json ");
    /* A source of one contest only; one of a contest that is not asked for. */
    check_plan (TASK PLANO "[sumber panwaslu pdpr]\nberkas=p.csv\n", "a.csv a.csv p.csv ");
    check_plan (TASK PLANO "[sumber panwaslu pdpd]\nberkas=p.csv\n", "a.csv a.csv ");
    check_plan (TASK "daftar_tps=r.csv\naturan=x.conf\nkeputusan= d.csv ; e.xlsx;\n" PLANO,
                "r.csv x.conf d.csv e.xlsx a.csv a.csv ");
    /* Lists of candidates for all sources of a contest. */
    check_plan (TASK "calon=k/{kontes};k.json\n" PLANO, "k/ppwp k.json a.csv k/pdpr k.json a.csv ");
}

static void
test_entries (void)
{
    GError *error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapMeeting) meeting =
        recap_meeting_parse (TASK PLANO, strlen (TASK PLANO), "m.conf", &error);
    const RecapPlenoInput input = { .meeting = meeting, .contests = contests };
    g_autoptr (RecapPleno) pleno = recap_pleno_new (&input, &error);
    g_autoptr (GString) paths = g_string_new (NULL);

    UNIT_NO_ERROR (&error);
    recap_pleno_list_entries (pleno, take_path, paths);
    UNIT_STRING (paths->str, "hasil/berita-acara-ppwp.xlsx hasil/keputusan-ppwp.csv "
                             "hasil/berita-acara-pdpr.xlsx hasil/keputusan-pdpr.csv ");
}

static void
test_refusals (void)
{
    check_refused (PLANO, "the meeting file has no group [pleno]", 0);
    check_refused ("[pleno]\nkontes=ppwp\n" PLANO,
                   "no folder for the outputs; give 'keluaran' in [pleno]", 1);
    check_refused ("[pleno]\nkeluaran=h\n" PLANO, "no contest; give 'kontes' in [pleno]", 1);
    check_refused ("[pleno]\nkeluaran=h\nkontes=ppwp;x\n" PLANO, "unknown contest 'x'", 1);
    check_refused ("[pleno]\nkeluaran=h\nkontes=ppwp;ppwp\n" PLANO,
                   "the contest 'ppwp' is named twice", 1);
    check_refused (TASK "dua_nama=mungkin\n" PLANO, "'dua_nama' is 'ya' or 'tidak', not 'mungkin'",
                   1);
    check_refused (TASK "[sumber plano ppwp]\nberkas=a.csv\n",
                   "the contest 'pdpr' has no source; give [sumber plano]", 1);
    check_refused (TASK "[sumber plano]\n", "the source 'plano' has no files; give 'berkas'", 4);
    check_refused (TASK "[sumber plano]\nberkas=-\n",
                   "standard input cannot be a source of a meeting", 4);
    check_refused (TASK PLANO "format=doc\n", "unknown format 'doc'", 4);
    check_refused (TASK PLANO "angka=fr\n", "unknown number format 'fr'", 4);
    check_refused (TASK PLANO "[sumber temuan]\nberkas=b.csv\n",
                   "the source 'temuan' needs another name: an output is called "
                   "'temuan-ppwp.csv' already",
                   6);
    check_refused (TASK PLANO "[sumber a:b]\nberkas=b.csv\n[sumber a-b]\nberkas=c.csv\n",
                   "the source 'a-b' needs another name: an output is called 'a-b-ppwp.csv' "
                   "already",
                   8);
    check_refused (TASK PLANO "[sumber tolakan-plano]\nberkas=b.csv\n",
                   "the source 'tolakan-plano' needs another name: an output is called "
                   "'tolakan-plano-ppwp.csv' already",
                   6);
}

UNIT_MAIN ("pleno", { "sources of each contest", test_sources },
           { "outputs that people fill in", test_entries }, { "refusals", test_refusals })
