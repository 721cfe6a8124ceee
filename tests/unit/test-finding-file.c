/* Finding lists as CSV and back, as text and as JSON. */
#include "finding-file.h"

#include "tables-fixture.h"

static const RecapFinding examples[] = {
    { .kontes = { "ppwp", 4 },
      .kode = { "3201011001001", 13 },
      .provinsi = { "JABAR", 5 },
      .desa = { "A,\"B", 4 },
      .tps = { "001", 3 },
      .aturan = { "D01", 3 },
      .severity = RECAP_SEVERITY_ERROR,
      .isian = { "s02", 3 },
      .sumber_a = { "plano", 5 },
      .nilai_a = 216,
      .sumber_b = { "sirekap", 7 },
      .nilai_b = 15,
      .sebab = { "angka-hilang", 12 },
      .keterangan = { "IV.2: =216", 10 },
      .asal_a = { "a.csv:2", 7 },
      .asal_b = { "=x\ny", 4 } },
    { .kontes = { "ppwp", 4 },
      .kode = { "3201011001001", 13 },
      .desa = { "A,\"B", 4 },
      .provinsi = { "JABAR", 5 },
      .tps = { "001", 3 },
      .aturan = { "D05", 3 },
      .severity = RECAP_SEVERITY_WARNING,
      .isian = { "suara_sah", 9 },
      .sumber_a = { "plano", 5 },
      .nilai_a = RECAP_CELL_UNREADABLE,
      .sumber_b = { "sirekap", 7 },
      .nilai_b = RECAP_CELL_BLANK },
    { .kontes = { "ppwp", 4 },
      .kode = { "99.AA.01.0001", 13 },
      .aturan = { "R12", 3 },
      .severity = RECAP_SEVERITY_INFO,
      .isian = { "pemilih_dpt_l", 13 },
      .sumber_a = { "\x1b[31m", 5 },
      .nilai_a = 5,
      .sumber_b = { "rumus", 5 },
      .nilai_b = RECAP_COUNT_MAX,
      .keterangan = { "Catatan\x1b.", 9 } },
    { .kontes = { "ppwp", 4 },
      .kode = { "3201011001002", 13 },
      .aturan = { "D03", 3 },
      .severity = RECAP_SEVERITY_WARNING,
      .sumber_a = { "plano", 5 },
      .nilai_a = RECAP_CELL_NOT_CARRIED,
      .sumber_b = { "a very long name", 16 },
      .nilai_b = RECAP_CELL_NOT_CARRIED,
      .keterangan = { "Ada.", 4 } },
};

static char *
write_all (RecapFormat format, const RecapFinding *findings, guint n)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer = recap_finding_writer_new (spool, format, contests);
    guint64 n_written = 0;

    /* What was written before a reset is forgotten. */
    recap_finding_writer_add (writer, &examples[2]);
    recap_finding_writer_reset (writer);
    for (guint i = 0; i < n; i++)
        recap_finding_writer_add (writer, &findings[i]);
    recap_finding_writer_finish (writer);
    const RecapFindingCount *count = recap_finding_writer_get_count (writer);
    for (guint i = 0; i < 3; i++)
        n_written += count->n[i];
    UNIT_INT (n_written, n);
    return recap_spool_to_string (spool, &error);
}

#define CSV_HEADER                                                                                 \
    "kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,"         \
    "sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b\n"

static void
test_csv (void)
{
    g_autofree char *text = write_all (RECAP_FORMAT_CSV, examples, G_N_ELEMENTS (examples));
    UNIT_STRING (
        text, CSV_HEADER
        "ppwp,3201011001001,JABAR,,,\"A,\"\"B\",001,D01,galat,s02,plano,216,sirekap,15,-201,"
        "angka-hilang,IV.2: =216,a.csv:2,\"'=x\ny\"\n"
        "ppwp,3201011001001,JABAR,,,\"A,\"\"B\",001,D05,peringatan,suara_sah,plano,?,sirekap,,,,,,"
        "\n"
        "ppwp,99.AA.01.0001,,,,,,R12,info,pemilih_dpt_l,\x1b[31m,5,rumus,999999999999,"
        "999999999994,,Catatan\x1b.,,\n"
        "ppwp,3201011001002,,,,,,D03,peringatan,,plano,,a very long name,,,,Ada.,,\n");
}

static void
test_round_trip (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *text = write_all (RECAP_FORMAT_CSV, examples, G_N_ELEMENTS (examples));
    g_autoptr (RecapFindings) list = recap_findings_new ();
    fixture_write ("f.csv", text);

    UNIT_TRUE (recap_findings_load (list, "f.csv", &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_findings_get_n (list), G_N_ELEMENTS (examples));
    for (guint i = 0; i < recap_findings_get_n (list); i++) {
        const RecapFinding *finding = recap_findings_get (list, i);
        g_autofree char *again = write_all (RECAP_FORMAT_CSV, finding, 1);
        g_autofree char *expected = write_all (RECAP_FORMAT_CSV, &examples[i], 1);
        UNIT_STRING (again, expected);
        /* Also what does not apply is told from what is blank. */
        UNIT_INT (finding->nilai_a, examples[i].nilai_a);
        UNIT_INT (finding->nilai_b, examples[i].nilai_b);
    }
    /* A second list is added to the first; columns in any order, further ones not looked at. */
    fixture_write ("f.csv", "nilai_b,x,kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,"
                            "tingkat,isian,sumber_a,nilai_a,sumber_b\n"
                            "7,,ppwp,1,,,,,,R01,info,s01,a,?,b\n");
    UNIT_TRUE (recap_findings_load (list, "f.csv", &error));
    const RecapFinding *last = recap_findings_get (list, G_N_ELEMENTS (examples));
    UNIT_TEXT (last->aturan, "R01");
    UNIT_INT (last->nilai_a, RECAP_CELL_UNREADABLE);
    UNIT_INT (last->nilai_b, 7);
}

static void
test_bad_lists (void)
{
    static const struct {
        const char *row;
        guint column;
        const char *message;
    } cases[] = {
        { "ppwp,1,,,,,,R01,berat,s01,a,1,b,2,,,,,", 17,
          "'berat' is not galat, peringatan or info" },
        { "ppwp,1,,,,,,R01,info,s01,a,1O,b,2,,,,,", 28, "count '1O' is not a number" },
        { "ppwp,1,,,,,,R01,info,s01,a,1,b,-2,,,,,", 32, "count '-2' is not a number" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RecapFindings) list = recap_findings_new ();
        g_autofree char *text = g_strconcat (CSV_HEADER, cases[i].row, "\n", NULL);
        fixture_write ("f.csv", text);
        UNIT_FALSE (recap_findings_load (list, "f.csv", &error));
        UNIT_INT (recap_error_get_origin (error)->line, 2);
        UNIT_INT (recap_error_get_origin (error)->column, cases[i].column);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, cases[i].message);
    }
}

static void
test_json (void)
{
    g_autofree char *text = write_all (RECAP_FORMAT_JSON, examples, 2);
    UNIT_STRING (
        text,
        "{\"kontes\":\"ppwp\",\"kode\":\"3201011001001\",\"provinsi\":\"JABAR\",\"kabko\":\"\","
        "\"kecamatan\":\"\",\"desa\":\"A,\\\"B\",\"tps\":\"001\",\"aturan\":\"D01\","
        "\"tingkat\":\"galat\",\"isian\":\"s02\",\"sumber_a\":\"plano\",\"nilai_a\":216,"
        "\"sumber_b\":\"sirekap\",\"nilai_b\":15,\"selisih\":-201,\"sebab\":\"angka-hilang\","
        "\"keterangan\":\"IV.2: =216\",\"asal_a\":\"a.csv:2\",\"asal_b\":\"=x\\u000ay\"}\n"
        "{\"kontes\":\"ppwp\",\"kode\":\"3201011001001\",\"provinsi\":\"JABAR\",\"kabko\":\"\","
        "\"kecamatan\":\"\",\"desa\":\"A,\\\"B\",\"tps\":\"001\",\"aturan\":\"D05\","
        "\"tingkat\":\"peringatan\",\"isian\":\"suara_sah\",\"sumber_a\":\"plano\","
        "\"nilai_a\":\"?\",\"sumber_b\":\"sirekap\",\"nilai_b\":null,\"selisih\":null,"
        "\"sebab\":\"\",\"keterangan\":\"\",\"asal_a\":\"\",\"asal_b\":\"\"}\n");
    g_autofree char *nothing = write_all (RECAP_FORMAT_JSON, examples, 0);
    UNIT_STRING (nothing, "");
}

static void
test_text (void)
{
    g_autofree char *text = write_all (RECAP_FORMAT_TEXT, examples, G_N_ELEMENTS (examples));
    UNIT_STRING (
        text,
        "ppwp 3201011001  JABAR / A,\"B\n"
        "TPS  ATURAN NO.       URAIAN                                 PLANO      SIREKAP  SELISIH "
        "KETERANGAN\n"
        "001  D01    IV.2      Paslon 2                                 216           15     -201 "
        "angka-hilang\n"
        "001  D05    V.A       Suara sah                                  ?       kosong\n"
        "\n"
        "ppwp\n"
        "TPS  ATURAN NO.       URAIAN                              \\x1B[31M        RUMUS  SELISIH "
        "KETERANGAN\n"
        "99.AA.01.0001 R12    I.A L     Pemilih DPT                                5 999999999999 "
        "+999999999994 Catatan\\x1B.\n"
        "\n"
        "ppwp 3201011001\n"
        "TPS  ATURAN NO.       URAIAN                                 PLANO A VERY LONG~  SELISIH "
        "KETERANGAN\n"
        "3201011001002 D03              (seluruh formulir)                                         "
        "    "
        "    Ada.\n"
        "\n"
        "1 galat, 2 peringatan, 1 info\n");
    g_autofree char *nothing = write_all (RECAP_FORMAT_TEXT, examples, 0);
    UNIT_STRING (nothing, "0 galat, 0 peringatan, 0 info\n");
}

static void
test_formats (void)
{
    RecapFormat format = RECAP_FORMAT_CSV;
    UNIT_TRUE (recap_format_parse ("json", &format));
    UNIT_INT (format, RECAP_FORMAT_JSON);
    UNIT_FALSE (recap_format_parse ("JSON", &format));
    UNIT_FALSE (recap_format_parse ("", &format));
    UNIT_INT (format, RECAP_FORMAT_JSON);
}

UNIT_MAIN ("finding-file", { "csv", test_csv }, { "round trip", test_round_trip },
           { "bad lists", test_bad_lists }, { "json", test_json }, { "text", test_text },
           { "formats", test_formats })
