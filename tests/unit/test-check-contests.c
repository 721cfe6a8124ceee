/* What the forms of one TPS for several contests share. */
#include "check-fixture.h"

static void
test_equal (void)
{
    const CheckFixture fixture = { 0 };
    /* The President's form is the one that the others are held against; blank boxes are not. */
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,pemilih_dpt_j,pengguna_total_j\n"
                "pdpd,3299011001001,plano,200,150\n"
                "pdpd,3299011001002,plano,200,150\n"
                "pdpr,3299011001001,plano,201,151\n"
                "ppwp,3299011001001,plano,201,150\n",
                NULL,
                "R19 3299011001001 pemilih_dpt_j plano 200 ppwp 201\n"
                "R19 3299011001001 pengguna_total_j plano 151 ppwp 150\n");
    /* Where it has no number the next one takes its place. */
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,pemilih_dpt_j\n"
                "pdpd,3299011001001,plano,200\n"
                "pdpr,3299011001001,plano,201\n"
                "ppwp,3299011001001,plano,?\n",
                NULL,
                "R19 3299011001001 pemilih_dpt_j plano 200 pdpr 201\n"
                "R22 3299011001001 pemilih_dpt_j plano ?  .\n");
}

static void
test_sources (void)
{
    const CheckFixture fixture = { .notes = TRUE };
    /* Each source is held against itself; the order of the tables makes no difference. */
    UNIT_CHECK (
        &fixture,
        "kontes,kode,sumber,pemilih_dpt_j\n"
        "ppwp,3299011001001,plano,200\n"
        "ppwp,3299011001001,sirekap,201\n"
        "ppwp,99.AA.01.0001,plano,7\n",
        "kontes,kode,sumber,pemilih_dpt_j\n"
        "pdpr,3299011001001,plano,200\n"
        "pdpr,3299011001001,sirekap,200\n"
        "pdpr,99.AA.01.0001,plano,70000\n"
        "pdpr,99.AA.01.0001,salinan,8\n",
        "R19 3299011001001 pemilih_dpt_j sirekap 200 ppwp 201 galat \"Data pemilih TPS sama "
        "pada setiap jenis pemilihan: I.A JML pdpr 200 != ppwp 201.\" b.csv:3 a.csv:3\n"
        "R12 99.AA.01.0001 pemilih_dpt_j plano 70000 rumus 9999 galat \"Isian muat dalam "
        "tiga kotak: I.A JML 70000 > 9999. Perubahan terkecil yang memenuhi semua rumus: I.A JML "
        "70000 menjadi 0 sampai 9999.\" b.csv:4 \n"
        "R14 99.AA.01.0001 pemilih_dpt_j plano 70000 rumus 300 peringatan \"Pemilih DPT "
        "tidak melebihi batas TPS: I.A JML 70000 > 300.\" b.csv:4 \n"
        "R19 99.AA.01.0001 pemilih_dpt_j plano 70000 ppwp 7 galat \"Data pemilih TPS sama "
        "pada setiap jenis pemilihan: I.A JML pdpr 70000 != ppwp 7.\" b.csv:4 a.csv:4\n");
}

static void
test_large (void)
{
    const CheckFixture fixture = { .rules = "[R12]\naktif=false\n[R14]\naktif=false\n" };
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,pemilih_dpt_j\n"
                "pdpr,3299011001001,plano,65534\n"
                "pdpr,3299011001002,plano,70000\n"
                "pdpr,3299011001003,plano,65533\n"
                "ppwp,3299011001001,plano,65534\n"
                "ppwp,3299011001002,plano,70001\n"
                "ppwp,3299011001003,plano,65535\n",
                NULL,
                "R19 3299011001002 pemilih_dpt_j plano 70000 ppwp 70001\n"
                "R19 3299011001003 pemilih_dpt_j plano 65533 ppwp 65535\n");
}

static void
test_bounds (void)
{
    const CheckFixture fixture = { 0 };
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,pengguna_pindahan_j\n"
                "pdpd,3299011001001,plano,6\n"
                "pdpr,3299011001001,plano,4\n"
                "pdprdk,3299011001001,plano,7\n"
                "pdprdp,3299011001001,plano,5\n"
                "ppwp,3299011001001,plano,5\n",
                NULL,
                "R20 3299011001001 pengguna_pindahan_j plano 6 ppwp 5\n"
                "R20 3299011001001 pengguna_pindahan_j plano 7 pdprdp 5\n"
                "R20 3299011001001 pengguna_pindahan_j plano 5 pdpr 4\n");
    /* A rank that nobody has a number of is passed over. */
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,pengguna_pindahan_j\n"
                "pdprdk,3299011001001,plano,7\n"
                "ppwp,3299011001001,plano,5\n",
                NULL, "R20 3299011001001 pengguna_pindahan_j plano 7 ppwp 5\n");
}

static void
test_rules (void)
{
    const CheckFixture off = { .rules = "[R19 wilayah=32]\naktif=false\n" };
    const CheckFixture soft = { .rules = "[R19 kontes=pdpr wilayah=32]\ntingkat=info\n",
                                .notes = TRUE };
    const CheckFixture all = { .all = TRUE, .notes = TRUE };
    static const char table[] = "kontes,kode,sumber,pemilih_dpt_j\n"
                                "pdpr,3299011001001,plano,200\n"
                                "pdpr,3399011001001,plano,200\n"
                                "ppwp,3299011001001,plano,201\n"
                                "ppwp,3399011001001,plano,200\n";
    UNIT_CHECK (&off, table, NULL, "");
    UNIT_CHECK (&soft, table, NULL,
                "R19 3299011001001 pemilih_dpt_j plano 200 ppwp 201 info \"Data pemilih TPS sama "
                "pada setiap jenis pemilihan: I.A JML pdpr 200 != ppwp 201.\" a.csv:2 a.csv:4\n");
    g_autofree char *found = check_tables (&all, table, NULL);
    UNIT_TRUE (strstr (found,
                       "R19 3399011001001 pemilih_dpt_j plano 200 ppwp 200 sesuai "
                       "\"Terpenuhi: I.A JML pdpr 200 = ppwp 200.\" a.csv:3 a.csv:5\n") != NULL);
}

/* The tables are read again when a second contest comes, and when they are out of order. */
static void
test_again (void)
{
    const CheckFixture fixture = { 0 };
    UNIT_CHECK (&fixture,
                "kontes,kode,sumber,suara_sah,suara_tidak_sah,suara_total,pemilih_dpt_j\n"
                "ppwp,3299011001002,plano,5,5,10,200\n"
                "pdpr,3299011001001,plano,5,5,11,200\n"
                "ppwp,3299011001001,plano,5,5,12,201\n"
                "pdpr,3299011001002,plano,9,1,10,201\n",
                NULL,
                "R07 3299011001001 suara_total plano 11 rumus 10\n"
                "R30 3299011001001 suara_tidak_sah plano 5 rumus 1\n"
                "R19 3299011001001 pemilih_dpt_j plano 200 ppwp 201\n"
                "R30 3299011001002 suara_tidak_sah plano 1 rumus 1\n"
                "R19 3299011001002 pemilih_dpt_j plano 201 ppwp 200\n"
                "R07 3299011001001 suara_total plano 12 rumus 10\n"
                "R30 3299011001001 suara_tidak_sah plano 5 rumus 1\n"
                "R30 3299011001002 suara_tidak_sah plano 5 rumus 1\n");
}

UNIT_MAIN ("check-contests", { "what must be equal", test_equal },
           { "sources, odd codes", test_sources }, { "large numbers", test_large },
           { "what may not be more", test_bounds }, { "rules by place, and --all", test_rules },
           { "tables read again", test_again })
