/* Sums of every level, and what they say about what is missing. */
#include "sum.h"

#include "tables-fixture.h"

typedef struct {
    GString *text;
    guint n_fields;
    gboolean counts;
    guint n_resets;
} Output;

static RecapSumSummary summary;

static void
take_sum (const RecapForm *sum, const RecapCell *counts, gpointer data)
{
    Output *self = data;
    GString *out = self->text;
    fixture_append_text (out, sum->keys[RECAP_KEY_KODE]);
    g_string_append_c (out, ' ');
    fixture_append_text (out, sum->keys[RECAP_KEY_SUMBER]);
    for (RecapKey key = RECAP_KEY_PROVINSI; key <= RECAP_KEY_DESA; key++) {
        g_string_append_c (out, '/');
        fixture_append_text (out, sum->keys[key]);
    }
    g_string_append (out, " [");
    fixture_append_text (out, sum->keys[RECAP_KEY_ASAL]);
    g_string_append_c (out, ']');
    for (guint i = 0; i < RECAP_N_TALLIES; i++) {
        g_string_append_c (out, i == 0 ? ' ' : ',');
        fixture_append_cell (out, sum->tallies[i]);
    }
    g_string_append_c (out, ':');
    for (guint i = 0; i < self->n_fields; i++) {
        g_string_append_c (out, ' ');
        fixture_append_cell (out, sum->cells[i]);
        if (self->counts) {
            g_string_append_c (out, '/');
            fixture_append_cell (out, counts[i]);
        }
    }
    g_string_append_c (out, '\n');
}

static void
take_remark (const GError *error, gpointer data)
{
    Output *self = data;
    const RecapOrigin *origin = recap_error_get_origin (error);
    g_autofree char *place = origin != NULL ? recap_origin_format (origin) : g_strdup ("-");
    g_string_append_printf (self->text, "! %s %s\n", place, error->message);
}

static void
reset (gpointer data)
{
    Output *self = data;
    g_string_truncate (self->text, 0);
    self->n_resets++;
}

typedef struct {
    RecapLevel level;
    gboolean counts;
    guint64 max_remarks;
    const char *const *codes; /* of a register */
} How;

static char *
sum (const How *how, const char *a, const char *b)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, NULL);
    g_autoptr (RecapRegister) stations = how->codes != NULL ? recap_register_new ("r.csv") : NULL;
    for (guint i = 0; how->codes != NULL && how->codes[i] != NULL; i++) {
        RecapStation station = { how->codes[i],    "",   "", "", "", "", RECAP_CELL_BLANK,
                                 RECAP_CELL_BLANK, i + 2 };
        recap_register_add (stations, &station);
    }
    UNIT_TRUE (stations == NULL || recap_register_sort (stations, &error));
    UNIT_NO_ERROR (&error);

    Output output = { g_string_new (NULL), recap_schema_get_n (recap_tables_get_schema (tables)),
                      how->counts, 0 };
    const RecapSumOptions options = { how->level, stations };
    const RecapSumSink sink = { take_sum, take_remark,
                                how->max_remarks > 0 ? how->max_remarks : 100, reset, &output };
    summary = (RecapSumSummary){ 0 };
    if (!recap_sum_run (tables, &options, &sink, &summary, &error)) {
        const RecapOrigin *origin = recap_error_get_origin (error);
        g_autofree char *place = origin != NULL ? recap_origin_format (origin) : g_strdup ("-");
        g_string_append_printf (output.text, "error %d %s: %s\n", error->code, place,
                                error->message);
    }
    return g_string_free (output.text, FALSE);
}

#define SUM(how, a, b, expected)                                                                   \
    do {                                                                                           \
        g_autofree char *sums_ = sum (how, a, b);                                                  \
        UNIT_STRING (sums_, expected);                                                             \
    } while (0)

#define NAMED "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01,suara_sah\n"
#define PLAIN "kontes,kode,sumber,s01,suara_sah\n"

static void
test_levels (void)
{
    static const char table[] =
        NAMED "ppwp,3201011001001,plano,JABAR,BOGOR,NANGGUNG,MALASARI,001,1,10\n"
              "ppwp,3201011001002,plano,JABAR,BOGOR,NANGGUNG,MALASARI,002,2,20\n"
              "ppwp,3201011002001,plano,JABAR,BOGOR,NANGGUNG,BANTAR,001,4,40\n"
              "ppwp,3201022001001,plano,JABAR,BOGOR,CIBINONG,X,001,8,80\n"
              "ppwp,3202011001001,plano,JABAR,SUKABUMI,K,D,001,16,160\n"
              "ppwp,3301011001001,plano,JATENG,CILACAP,K,D,001,32,320\n";
    const How by_desa = { .level = RECAP_LEVEL_DESA };
    const How by_kecamatan = { .level = RECAP_LEVEL_KECAMATAN };
    const How by_kabko = { .level = RECAP_LEVEL_KABKO };
    const How by_provinsi = { .level = RECAP_LEVEL_PROVINSI };
    const How by_nation = { .level = RECAP_LEVEL_NASIONAL };

    SUM (&by_desa, table, NULL,
         "3201011001 plano/JABAR/BOGOR/NANGGUNG/MALASARI [a.csv] -,2,2: 3 30\n"
         "3201011002 plano/JABAR/BOGOR/NANGGUNG/BANTAR [a.csv] -,1,1: 4 40\n"
         "3201022001 plano/JABAR/BOGOR/CIBINONG/X [a.csv] -,1,1: 8 80\n"
         "3202011001 plano/JABAR/SUKABUMI/K/D [a.csv] -,1,1: 16 160\n"
         "3301011001 plano/JATENG/CILACAP/K/D [a.csv] -,1,1: 32 320\n");
    SUM (&by_kecamatan, table, NULL,
         "320101 plano/JABAR/BOGOR/NANGGUNG/ [a.csv] -,3,3: 7 70\n"
         "320102 plano/JABAR/BOGOR/CIBINONG/ [a.csv] -,1,1: 8 80\n"
         "320201 plano/JABAR/SUKABUMI/K/ [a.csv] -,1,1: 16 160\n"
         "330101 plano/JATENG/CILACAP/K/ [a.csv] -,1,1: 32 320\n");
    SUM (&by_kabko, table, NULL,
         "3201 plano/JABAR/BOGOR// [a.csv] -,4,4: 15 150\n"
         "3202 plano/JABAR/SUKABUMI// [a.csv] -,1,1: 16 160\n"
         "3301 plano/JATENG/CILACAP// [a.csv] -,1,1: 32 320\n");
    SUM (&by_provinsi, table, NULL,
         "32 plano/JABAR/// [a.csv] -,5,5: 31 310\n33 plano/JATENG/// [a.csv] -,1,1: 32 320\n");
    SUM (&by_nation, table, NULL, "0 plano//// [a.csv] -,6,6: 63 630\n");
    UNIT_INT (summary.n_forms, 6);
    UNIT_INT (summary.n_sums, 1);
    UNIT_INT (summary.n_remarks, 0);
    SUM (&by_nation, PLAIN, NULL, "");
}

static void
test_sources_and_files (void)
{
    const How how = { .level = RECAP_LEVEL_DESA };
    SUM (&how, PLAIN "ppwp,3201011001001,b,1,1\nppwp,3201011001002,a,2,2\n",
         PLAIN "ppwp,3201011001001,a,4,4\nppwp,3201011001003,b,8,8\n",
         "3201011001 a//// [] -,2,2: 6 6\n3201011001 b//// [] -,2,2: 9 9\n");
    SUM (&how, PLAIN "ppwp,3201011001001,a,1,1\n", PLAIN "ppwp,3201011001001,a,1,1\n",
         "error 2 b.csv:2: contest 'ppwp', code '3201011001001', source 'a' was already at "
         "a.csv:2\n");
}

static void
test_missing (void)
{
    const How how = { .level = RECAP_LEVEL_DESA, .counts = TRUE };
    SUM (&how,
         PLAIN "ppwp,3201011001001,a,1,\nppwp,3201011001002,a,?,5\nppwp,3201011001003,a,,\n"
               "ppwp,3201011001004,a,1,5\n",
         NULL,
         "! a.csv:2 3201011001001: 1 cell is blank or unreadable, not in the sum: suara_sah (V.A)\n"
         "! a.csv:3 3201011001002: 1 cell is blank or unreadable, not in the sum: s01 (IV.1)\n"
         "! a.csv:4 3201011001003: the form has no number, nothing of it is in the sum\n"
         "3201011001 a//// [a.csv] -,2,1: 2/2 10/2\n");
    UNIT_INT (summary.n_missing, 4);
    /* A field that no form gives is blank, not zero. */
    SUM (&how, PLAIN "ppwp,3201011001001,a,1,\n", NULL,
         "! a.csv:2 3201011001001: 1 cell is blank or unreadable, not in the sum: suara_sah (V.A)\n"
         "3201011001 a//// [a.csv] -,1,0: 1/1 -/0\n");
    /* A field that one of two tables never has. */
    SUM (&how, PLAIN "ppwp,3201011001001,a,1,3\n",
         "kontes,kode,sumber,s01\nppwp,3201011001002,a,2\nppwp,3201011001001,b,7\n",
         "! - 3201011001 a: 1 of 2 rows do not carry 'suara_sah'\n"
         "3201011001 a//// [] -,2,2: 3/2 3/1\n3201011001 b//// [b.csv] -,1,1: 7/1 ./0\n");
    const How few = { .level = RECAP_LEVEL_DESA, .max_remarks = 1 };
    SUM (&few, PLAIN "ppwp,3201011001001,a,,1\nppwp,3201011001002,a,,1\n", NULL,
         "! a.csv:2 3201011001001: 1 cell is blank or unreadable, not in the sum: s01 (IV.1)\n"
         "3201011001 a//// [a.csv] -,0,0: - 2\n");
    UNIT_INT (summary.n_remarks, 2);
    UNIT_INT (summary.n_missing, 2);
}

static void
test_sums_of_sums (void)
{
    const How how = { .level = RECAP_LEVEL_KABKO, .counts = TRUE };
    SUM (&how,
         "kontes,kode,sumber,tps_terdaftar,tps_masuk,tps_lengkap,s01,n_s01\n"
         "ppwp,3201011001,a,5,4,3,100,4\nppwp,3201011002,a,2,2,2,50,1\n",
         NULL,
         "! a.csv:2 3201011001 is an incomplete sum: 3 of 4 TPS are complete\n"
         "! - 3201 a: votes of 6 of 7 registered TPS\n"
         "3201 a//// [a.csv] 7,6,5: 150/5\n");
    UNIT_INT (summary.n_incomplete, 1);
    UNIT_INT (summary.n_absent, 1);
    /* Nothing said how many TPS are behind the sums; a TPS beside another desa's sum. */
    SUM (&how, "kontes,kode,sumber,s01\nppwp,3201011001,a,100\nppwp,3201011002001,a,1\n", NULL,
         "3201 a//// [a.csv] -,-,-: 101/-\n");
    SUM (&how,
         "kontes,kode,sumber,tps_masuk,tps_lengkap,s01,n_s01\n"
         "ppwp,3201011001,a,4,4,100,4\nppwp,3201011002001,a,,,1,\n",
         NULL, "3201 a//// [a.csv] -,5,5: 101/5\n");
    /* The level itself is kept as it is. */
    SUM (&how,
         "kontes,kode,sumber,tps_terdaftar,tps_masuk,tps_lengkap,s01,n_s01\n"
         "ppwp,3201,a,5,5,5,100,5\n",
         NULL, "3201 a//// [a.csv] 5,5,5: 100/5\n");
}

static void
test_refused (void)
{
    const How by_desa = { .level = RECAP_LEVEL_DESA };
    const How by_nation = { .level = RECAP_LEVEL_NASIONAL };
    static const char twice[] =
        "kontes,kode,sumber,s01\nppwp,32,b,1\nppwp,3201011001,a,1\nppwp,3201011001001,b,1\n"
        "ppwp,3201011001002,a,1\n";

    SUM (&by_nation, twice, NULL,
         "error 2 a.csv:4: '3201011001001' lies in '32' at a.csv:2: it would be counted twice\n");
    SUM (&by_desa, "kontes,kode,sumber,s01\nppwp,3201011001,a,1\nppwp,3201011001001,b,1\n",
         "kontes,kode,sumber,s01\nppwp,3201011001002,a,1\n",
         "error 2 b.csv:2: '3201011001002' lies in '3201011001' at a.csv:2: it would be counted "
         "twice\n");
    SUM (&by_nation, "kontes,kode,sumber,s01\nppwp,0,a,1\nppwp,99.AA.01,a,1\n", NULL,
         "error 2 a.csv:3: '99.AA.01' lies in '0' at a.csv:2: it would be counted twice\n");
    /* Side by side, and behind a row that holds neither: fine. */
    SUM (&by_nation,
         "kontes,kode,sumber,s01\nppwp,3201,a,1\nppwp,320201,a,2\nppwp,3202021001,a,4\n"
         "ppwp,33,a,8\nppwp,99.AA.01,a,16\n",
         NULL, "0 a//// [a.csv] -,-,-: 31\n");
    SUM (&by_desa, "kontes,kode,sumber,s01\nppwp,320101,a,1\n", NULL,
         "error 2 a.csv:2: '320101' is a row of level kecamatan, which cannot be summed by desa\n");
    SUM (&by_desa, "kontes,kode,sumber,s01\nppwp,99.AA.01,a,1\n", NULL,
         "error 2 a.csv:2: code '99.AA.01' has no desa\n");
    SUM (&by_desa,
         "kontes,kode,sumber,s01\nppwp,3201011001001,a,999999999999\nppwp,3201011001002,a,1\n",
         NULL, "error 3 -: a sum of '3201011001' exceeds 999999999999\n");
}

static void
test_names (void)
{
    const How by_desa = { .level = RECAP_LEVEL_DESA };
    const How by_provinsi = { .level = RECAP_LEVEL_PROVINSI };
    static const char table[] = NAMED "ppwp,3201011001001,a,JABAR,,N,MALA\x1bSARI,001,1,1\n"
                                      "ppwp,3201011001002,a,JABAR,BOGOR,N,MALASARI,002,1,1\n"
                                      "ppwp,3201011001003,a,,BOGOR,,,003,1,1\n";
    SUM (&by_desa, table, NULL,
         "! a.csv:3 region 3201011001 is called 'MALASARI' here and 'MALA\\x1BSARI' before\n"
         "3201011001 a/JABAR/BOGOR/N/MALA\x1bSARI [a.csv] -,3,3: 3 3\n");
    UNIT_INT (summary.n_renamed, 1);
    SUM (&by_provinsi, table, NULL, "32 a/JABAR/// [a.csv] -,3,3: 3 3\n");
}

static void
test_register (void)
{
    static const char *const codes[] = { "3201011001001", "3201011001002", "3201011002001",
                                         "3201011003001", "3201011003002", NULL };
    const How by_desa = { .level = RECAP_LEVEL_DESA, .codes = codes };
    const How by_nation = { .level = RECAP_LEVEL_NASIONAL, .codes = codes };
    static const char table[] =
        PLAIN "ppwp,3201011001001,a,1,1\nppwp,3201011003001,a,1,1\nppwp,3201011003002,a,,\n";

    SUM (&by_desa, table, NULL,
         "! - 3201011001 a: votes of 1 of 2 registered TPS\n"
         "3201011001 a//// [a.csv] 2,1,1: 1 1\n"
         "! r.csv:4 no form of the whole region of station '3201011002001'\n"
         "! a.csv:4 3201011003002: the form has no number, nothing of it is in the sum\n"
         "! - 3201011003 a: votes of 1 of 2 registered TPS\n"
         "3201011003 a//// [a.csv] 2,1,1: 1 1\n");
    UNIT_INT (summary.n_absent, 3);
    SUM (&by_nation, PLAIN "ppwp,3201011001001,a,1,1\n", NULL,
         "! - 0 a: votes of 1 of 5 registered TPS\n0 a//// [a.csv] 5,1,1: 1 1\n");
    SUM (&by_desa, PLAIN "ppwp,3101011001001,a,1,1\n", NULL,
         "3101011001 a//// [a.csv] 0,1,1: 1 1\n"
         "! r.csv:2 no form of the whole region of station '3201011001001'\n"
         "! r.csv:3 no form of the whole region of station '3201011001002'\n"
         "! r.csv:4 no form of the whole region of station '3201011002001'\n"
         "! r.csv:5 no form of the whole region of station '3201011003001'\n"
         "! r.csv:6 no form of the whole region of station '3201011003002'\n");
}

static void
test_unsorted (void)
{
    const How how = { .level = RECAP_LEVEL_NASIONAL };
    g_autoptr (GString) text = g_string_new (PLAIN);
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf (text, "ppwp,%013u,a,1,%s\n", i + 10, i == 3 ? "" : "2");
    g_string_append (text, "ppwp,0000000000001,a,7,\n");
    SUM (&how, text->str, NULL,
         "! a.csv:20002 0000000000001: 1 cell is blank or unreadable, not in the sum: suara_sah "
         "(V.A)\n"
         "! a.csv:5 0000000000013: 1 cell is blank or unreadable, not in the sum: suara_sah (V.A)\n"
         "0 a//// [a.csv] -,20001,19999: 20007 39998\n");
    UNIT_INT (summary.n_forms, 20001);
    UNIT_INT (summary.n_missing, 2);
}

UNIT_MAIN ("sum", { "levels", test_levels }, { "sources and files", test_sources_and_files },
           { "missing cells", test_missing }, { "sums of sums", test_sums_of_sums },
           { "refused", test_refused }, { "names", test_names }, { "register", test_register },
           { "unsorted", test_unsorted })
