/* Plans are read as they were written, and refused when they do not agree with themselves. */
#include "plan.h"

#include "unit.h"

#define HEADER "undian,kontes,kode,wilayah,batas_risiko,benih,pemenang,cara,surat_suara,sidik\n"
#define TERMS ",,5%,x,1,terbanyak,digunakan,ab\n"

static void
test_round_trip (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapPlan) plan = recap_plan_new ();
    plan->kontes = g_strdup ("ppwp");
    plan->wilayah = g_strdup ("39");
    plan->seed = g_strdup ("-1, \"dua\"");
    plan->limit = 12500;
    plan->n_winners = 4;
    plan->majority = TRUE;
    plan->issued = TRUE;
    plan->fingerprint = g_strdup ("ab12");

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    RecapPlanDraw draw = {
        .number = 1,
        .kode = recap_text ("3907122001001"),
        .tps = recap_text ("001"),
        .bound = 7,
        .counted = TRUE,
        .excess = -3,
        .known = TRUE,
        .risk = RECAP_RISK_INIT,
    };
    recap_plan_write_header (csv);
    recap_plan_write_draw (plan, &draw, csv);
    draw.number = 2;
    draw.counted = draw.known = FALSE;
    recap_plan_write_draw (plan, &draw, csv);
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text, "undian,kontes,kode,batas,kelebihan,risiko,provinsi,kabko,kecamatan,desa,"
                       "tps,wilayah,benih,batas_risiko,cara,pemenang,surat_suara,sidik\n"
                       "1,ppwp,3907122001001,7,-3,1.000000000,,,,,001,39,\"'-1, \"\"dua\"\"\","
                       "1.25%,mayoritas,4,diterima,ab12\n"
                       "2,ppwp,3907122001001,7,,,,,,,001,39,\"'-1, \"\"dua\"\"\","
                       "1.25%,mayoritas,4,diterima,ab12\n");

    char *path = unit_write (text, -1);
    g_autoptr (RecapPlan) again = recap_plan_load (path, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (again->codes->len, 2);
    UNIT_STRING (again->codes->pdata[1], "3907122001001");
    UNIT_STRING (again->kontes, "ppwp");
    UNIT_STRING (again->wilayah, "39");
    UNIT_STRING (again->seed, "-1, \"dua\"");
    UNIT_STRING (again->fingerprint, "ab12");
    UNIT_INT (again->limit, 12500);
    UNIT_INT (again->n_winners, 4);
    UNIT_TRUE (again->majority && again->issued);
    unit_remove (path);
}

static void
check_refused (const char *text, RecapErrorCode code, const char *message)
{
    g_autoptr (GError) error = NULL;
    char *path = unit_write (text, -1);

    UNIT_TRUE (recap_plan_load (path, &error) == NULL);
    UNIT_ERROR (&error, code, message);
    unit_remove (path);
}

static void
test_refused (void)
{
    check_refused (HEADER, RECAP_ERROR_SCHEMA, "the plan has no draw");
    check_refused (HEADER "2,ppwp,1" TERMS, RECAP_ERROR_SYNTAX,
                   "'2' cannot stand in column 'undian'");
    check_refused (HEADER "1,ppwp,1" TERMS "3,ppwp,1" TERMS, RECAP_ERROR_SYNTAX,
                   "'3' cannot stand in column 'undian'");
    check_refused (HEADER "1,,1" TERMS, RECAP_ERROR_SYNTAX, "'' cannot stand in column 'kontes'");
    check_refused (HEADER "1,ppwp,1" TERMS "2,pdpd,1" TERMS, RECAP_ERROR_SCHEMA,
                   "column 'kontes' has 'pdpd', but another value before");
    check_refused (HEADER "1,ppwp,1,,5,x,1,terbanyak,digunakan,ab\n", RECAP_ERROR_SYNTAX,
                   "'5' cannot stand in column 'batas_risiko'");
    check_refused (HEADER "1,ppwp,1,,5%,,1,terbanyak,digunakan,ab\n", RECAP_ERROR_SYNTAX,
                   "'' cannot stand in column 'benih'");
    check_refused (HEADER "1,ppwp,1,,5%,x,0,terbanyak,digunakan,ab\n", RECAP_ERROR_SYNTAX,
                   "'0' cannot stand in column 'pemenang'");
    check_refused (HEADER "1,ppwp,1,,5%,x,1,semua,digunakan,ab\n", RECAP_ERROR_SYNTAX,
                   "'semua' cannot stand in column 'cara'");
    check_refused (HEADER "1,ppwp,1,,5%,x,1,mayoritas,hilang,ab\n", RECAP_ERROR_SYNTAX,
                   "'hilang' cannot stand in column 'surat_suara'");
}

UNIT_MAIN ("plan", { "a plan is read as it was written", test_round_trip },
           { "a plan that does not agree with itself is refused", test_refused })
