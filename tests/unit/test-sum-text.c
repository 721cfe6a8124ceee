/* A sum for people. */
#include "sum-text.h"

#include "tables-fixture.h"

static void
test_text (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (
        contests, &error,
        "kontes,kode,sumber,provinsi,desa,tps_masuk,tps_lengkap,s01,s02,s03,suara_sah\n"
        "ppwp,3201011001,plano,JABAR,\"A\x1b\",1234,999,0,?,,1234567\n"
        "ppwp,3201011002,plano,,,,,12,123,1000,999999999999\n",
        NULL);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    RecapForm form;
    gboolean end = FALSE;

    while (recap_tables_next (tables, 0, &form, &end, &error) && !end)
        recap_sum_write_text (&form, recap_tables_get_schema (tables), spool);
    UNIT_NO_ERROR (&error);
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text, "ppwp 3201011001 plano JABAR / A\\x1B\n"
                       "TPS masuk 1.234 lengkap 999\n"
                       "  IV.1       Paslon 1                                       0\n"
                       "  IV.2       Paslon 2                                       ?\n"
                       "  IV.3       Paslon 3                                  kosong\n"
                       "  V.A        Suara sah                              1.234.567\n"
                       "\n"
                       "ppwp 3201011002 plano\n"
                       "TPS\n"
                       "  IV.1       Paslon 1                                      12\n"
                       "  IV.2       Paslon 2                                     123\n"
                       "  IV.3       Paslon 3                                   1.000\n"
                       "  V.A        Suara sah                        999.999.999.999\n");
}

UNIT_MAIN ("sum-text", { "text", test_text })
