/* The catalogue as text, CSV and JSON: every rule, every text. */
#include "rule-file.h"

#include "tables-fixture.h"

static char *
list (RecapFormat format, guint *ret_n)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    fixture_write ("r.conf", "[R18]\naktif=false\nlabel=A, \"B\"\n"
                             "[R14 kontes=ppwp wilayah=32]\naktif=false\n"
                             "[R14 wilayah=32]\ntingkat=info\nbatas_pemilih=9\n");
    g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
    UNIT_NO_ERROR (&error);
    recap_rules_list (rules, format, spool);
    *ret_n = recap_rules_get_n (rules);
    return recap_spool_to_string (spool, &error);
}

static guint
count (const char *text, const char *what)
{
    guint n = 0;
    for (const char *p = text; (p = strstr (p, what)) != NULL; p += strlen (what))
        n++;
    return n;
}

static void
test_text (void)
{
    guint n;
    g_autofree char *text = list (RECAP_FORMAT_TEXT, &n);
    UNIT_TRUE (g_str_has_prefix (text, "R01  Laki-laki + perempuan = jumlah\n"
                                       "     tingkat   galat\n"
                                       "     kotak     I.A, I.B.1, I.B.2, I.B.3, I.B.4, III\n"
                                       "     rumus     {pemilih_dpt,"));
    UNIT_TRUE (strstr (text, "\n\nR18  A, \"B\"  (tidak aktif)\n     tingkat   info\n") != NULL);
    UNIT_INT (count (text, "\n     tingkat   "), n);
    UNIT_INT (count (text, "\n     arti      "), n);
    UNIT_INT (count (text, "\n     tindakan  "), n);
    UNIT_INT (count (text, "\n     saksi     "), n);
    UNIT_INT (count (text, "\n     auditor   "), n);
    UNIT_INT (count (text, "(tidak aktif)"), 1);
    UNIT_INT (count (text, "\n     batas     batas_tidak_sah=10\n"), 1);
    UNIT_INT (count (text, "\n     khusus    wilayah=32: tingkat=info, batas_pemilih=9\n"), 1);
    UNIT_INT (count (text, "(null)"), 0);
}

static void
test_csv (void)
{
    guint n;
    g_autofree char *text = list (RECAP_FORMAT_CSV, &n);
    UNIT_TRUE (g_str_has_prefix (text, "aturan,tingkat,kotak,rumus,label,penjelasan,tindakan,"
                                       "tindakan_saksi,tindakan_auditor,aktif,khusus\n"
                                       "R01,galat,"));
    UNIT_TRUE (strstr (text, "\nR18,info,") != NULL && strstr (text, ",\"A, \"\"B\"\"\",") != NULL);
    UNIT_INT (count (text, ",ya,\n"), n - 2);
    UNIT_INT (count (text, ",tidak,\n"), 1);
    UNIT_INT (count (text,
                     ",ya,\"wilayah=32: tingkat=info, batas_pemilih=9; kontes=ppwp wilayah=32: "
                     "aktif=false\"\n"),
              1);
}

static void
test_json (void)
{
    guint n;
    g_autofree char *text = list (RECAP_FORMAT_JSON, &n);
    UNIT_INT (count (text, "{\"aturan\":\""), n);
    UNIT_INT (count (text, "\"}\n"), n);
    UNIT_TRUE (strstr (text, "\"label\":\"A, \\\"B\\\"\"") != NULL);
}

UNIT_MAIN ("rule-file", { "text", test_text }, { "csv", test_csv }, { "json", test_json })
