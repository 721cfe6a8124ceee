#include "config.h"

#include "resolve-file.h"

#include "list-file.h"
#include "tables-fixture.h"

static const char table[] = "kontes,kode,sumber,psu,s01,s02\n"
                            "ppwp,3299012001002,plano,,1,\n"
                            "ppwp,3299012001001,plano,Reguler,2,3\n";

static const char list[] =
    "kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu\n"
    "ppwp,3299012001002,s02,,5,plano,dibaca ulang,,PPK,\n"
    "ppwp,3299012001001,s01,9,8,plano,basi,,PPK,\n";

static void
test_final (void)
{
    GError *error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapRules) rules = recap_rules_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, table, NULL);
    fixture_write ("d.csv", list);
    g_autoptr (RecapDecisions) decisions = recap_decisions_load ("d.csv", &error);
    UNIT_NO_ERROR (&error);
    g_autoptr (RecapFinal) final = recap_final_make (tables, decisions, NULL, rules, &error);
    UNIT_NO_ERROR (&error);

    g_autofree char *text = recap_spool_to_string (final->table, &error);
    UNIT_STRING (text, "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,psu,asal,s01,s02\n"
                       "ppwp,3299012001001,final,,,,,,Reguler,a.csv:3,2,3\n"
                       "ppwp,3299012001002,final,,,,,,,a.csv:2,1,5\n");
    UNIT_INT (final->summary.n_applied, 1);
    UNIT_INT (recap_decisions_get_n (final->applied), 1);
    UNIT_STRING (recap_decisions_get (final->applied, 0)->isian, "s02");
    UNIT_INT (final->summary.n_refused, 1);
    UNIT_INT (recap_decisions_get_n (final->refused), 1);
    UNIT_STRING (recap_decisions_get (final->refused, 0)->alasan, "basi");
    UNIT_INT (final->refusals->len, 1);
    g_autofree char *log = recap_spool_to_string (final->log, &error);
    UNIT_TRUE (strstr (log, ",s02,,,5,plano,dibaca ulang,") != NULL);
    UNIT_TRUE (strstr (log, "basi") == NULL);
}

static void
test_trouble (void)
{
    GError *error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapRules) rules = recap_rules_load (NULL, &error);
    g_autoptr (RecapDecisions) decisions = recap_decisions_new ();
    g_autoptr (RecapTables) tables = fixture_tables (
        contests, &error,
        "kontes,kode,sumber,s01\nppwp,3299012001001,plano,1\nppwp,3299012001001,sirekap,1\n", NULL);
    UNIT_TRUE (recap_final_make (tables, decisions, NULL, rules, &error) == NULL);
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SCHEMA));
    g_clear_error (&error);
}

UNIT_MAIN ("resolve-file", { "table, log and what was refused", test_final },
           { "two sources of one TPS are trouble", test_trouble })
