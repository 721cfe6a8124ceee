/* Rows of totals beside their parts. */
#include "check-fixture.h"

#define HEAD "kontes,kode,sumber,suara_sah\n"

static void
test_levels (void)
{
    const CheckFixture fixture = { 0 };
    /* Each level is the sum of the next one that is there; the smallest region comes first. */
    UNIT_CHECK (&fixture,
                HEAD "ppwp,0,a,101\n"
                     "ppwp,32,a,100\n"
                     "ppwp,329901,a,60\n"
                     "ppwp,3299011001,a,25\n"
                     "ppwp,3299011001001,a,10\n"
                     "ppwp,3299011001002,a,14\n"
                     "ppwp,3299011002001,a,35\n"
                     "ppwp,3299021001001,a,40\n"
                     "ppwp,33,a,1\n",
                NULL, "R24 3299011001 suara_sah a 25 a 24\n");
    UNIT_CHECK (&fixture,
                HEAD "ppwp,0,a,102\n"
                     "ppwp,32,a,100\n"
                     "ppwp,329901,a,61\n"
                     "ppwp,3299011001001,a,60\n"
                     "ppwp,329902,a,40\n"
                     "ppwp,99.AA.01.0001,a,1\n",
                NULL,
                "R24 329901 suara_sah a 61 a 60\n"
                "R24 32 suara_sah a 100 a 101\n"
                "R24 0 suara_sah a 102 a 101\n");
}

static void
test_sources (void)
{
    const CheckFixture fixture = { 0 };
    /* Parts of the same source come first; without them every source that has some. */
    UNIT_CHECK (&fixture,
                HEAD "ppwp,329901,rekap,30\n"
                     "ppwp,3299011001,rekap,30\n"
                     "ppwp,3299011001001,plano,10\n"
                     "ppwp,3299011001001,sirekap,11\n"
                     "ppwp,3299011001002,plano,20\n"
                     "ppwp,3299011001002,sirekap,20\n",
                NULL, "R24 3299011001 suara_sah rekap 30 sirekap 31\n");
    /* A contest's regions end with it, and a station that comes twice counts once. */
    UNIT_CHECK (&fixture,
                HEAD "pdpr,3299011001,a,10\n"
                     "pdpr,3299011001001,a,10\n"
                     "pdpr,3299011001001,a,10\n"
                     "ppwp,3299011001002,a,10\n",
                NULL, "R23 3299011001001  a . a .\n");
}

static void
test_unchecked (void)
{
    const CheckFixture fixture = { .notes = TRUE };
    UNIT_CHECK (
        &fixture,
        "kontes,kode,sumber,tps_terdaftar,tps_masuk,suara_sah\n"
        "ppwp,3299011001,rekap,2,,9\n"
        "ppwp,3299011001001,plano,,,1\n"
        "ppwp,3299011002,rekap,2,1,9\n"
        "ppwp,3299011002001,plano,,,1\n",
        NULL,
        "R24 3299011001  rekap . plano . info \"Jumlah tidak dapat diperiksa terhadap 1 TPS "
        "plano: 1 dari 2 TPS ada.\" a.csv:2 a.csv\n"
        "R24 3299011002  rekap . plano . info \"Jumlah tidak dapat diperiksa terhadap 1 TPS "
        "plano: 0 dari 1 TPS ada.\" a.csv:4 a.csv\n");
    /* Boxes that the parts never have are not named; those that some have are. */
    UNIT_CHECK (
        &fixture,
        "kontes,kode,sumber,suara_sah,suara_tidak_sah\n"
        "ppwp,3299011001,rekap,9,1\n"
        "ppwp,3299011001001,plano,1,1\n",
        "kontes,kode,sumber,suara_sah\n"
        "ppwp,3299011001002,plano,8\n"
        "ppwp,3299011001002,sirekap,9\n",
        "R24 3299011001  rekap . plano . info \"1 isian tidak dapat diperiksa terhadap 2 TPS "
        "plano, karena bagiannya kosong: V.B (1).\" a.csv:2 \n");
}

static void
test_register (void)
{
    static const char *const codes[] = { "3299011001001", "3299011001002", "3299011002001", NULL };
    const CheckFixture fixture = { .codes = codes };
    const CheckFixture all = { .codes = codes, .all = TRUE, .notes = TRUE };
    UNIT_CHECK (&fixture,
                HEAD "ppwp,329901,rekap,3\n"
                     "ppwp,3299011001,rekap,9\n"
                     "ppwp,3299011001001,plano,1\n"
                     "ppwp,3299011002,rekap,1\n"
                     "ppwp,3299011002001,plano,2\n",
                NULL,
                "R23 3299011001002  daftar . plano .\n"
                "R24 3299011001  rekap . plano .\n"
                "R24 3299011002 suara_sah rekap 1 plano 2\n"
                "R24 329901 suara_sah rekap 3 rekap 10\n");
    g_autofree char *found = check_tables (&all,
                                           HEAD "ppwp,3299011002,rekap,2\n"
                                                "ppwp,3299011002001,plano,2\n",
                                           NULL);
    UNIT_TRUE (strstr (found,
                       "R24 3299011002  rekap . plano . sesuai \"Terpenuhi: 1 isian = jumlah "
                       "1 TPS plano.\" a.csv:2 a.csv\n") != NULL);
}

/* A box that the ballot of a TPS does not have adds nothing, where its form proves it. */
static void
test_ballots (void)
{
    const CheckFixture fixture = { 0 };
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,s01,s02,suara_sah\n"
                "pdpd,32,rekap,4,2,6\n"
                "pdpd,3299011001001,plano,1,,1\n"
                "pdpd,3299011001002,plano,3,2,5\n",
                NULL, "");
}

UNIT_MAIN ("check-totals", { "levels", test_levels }, { "sources", test_sources },
           { "what cannot be checked", test_unchecked }, { "register, and --all", test_register },
           { "ballots that differ", test_ballots })
