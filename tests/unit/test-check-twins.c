/* TPS of one desa with the same votes. */
#include "check-fixture.h"

#define HEAD "kontes,kode,sumber,desa,tps,s01,s02,s03,pemilih_dpt_j\n"

static void
test_twins (void)
{
    const CheckFixture fixture = { .notes = TRUE };
    UNIT_CHECK (
        &fixture,
        HEAD "ppwp,3299011001001,plano,A,001,1,2,3,9\n"
             "ppwp,3299011001001,sirekap,A,001,3,2,1,9\n"
             "ppwp,3299011001002,plano,A,002,3,2,1,9\n"
             "ppwp,3299011001003,plano,A,,1,2,3,9\n"
             "ppwp,3299011001004,plano,A,004,1,2,3,8\n"
             "ppwp,3299011002001,plano,B,001,1,2,3,9\n",
        NULL,
        "R27 3299011001003  plano . plano . peringatan \"Perolehan suara sama dengan TPS 001 "
        "desa ini: IV.1 1, IV.2 2, IV.3 3; seluruh 1 isian lain juga sama.\" a.csv:5 "
        "a.csv:2\n"
        "R27 3299011001004  plano . plano . peringatan \"Perolehan suara sama dengan TPS 001 "
        "desa ini: IV.1 1, IV.2 2, IV.3 3; 0 dari 1 isian lain sama.\" a.csv:6 a.csv:2\n");
}

static void
test_few (void)
{
    const CheckFixture three = { 0 };
    const CheckFixture two = { .rules =
                                   "[R27]\nkembar=2\n[R22]\naktif=false\n[R01]\naktif=false\n" };
    const CheckFixture off = { .rules = "[R27 wilayah=3299]\naktif=false\n" };
    static const char table[] = HEAD "ppwp,3299011001001,plano,A,001,0,2,3,9\n"
                                     "ppwp,3299011001002,plano,A,002,0,2,3,9\n";
    static const char unreadable[] = HEAD "ppwp,3299011001001,plano,A,001,?,2,3,9\n"
                                          "ppwp,3299011001002,plano,A,002,?,2,3,9\n";
    UNIT_CHECK (&three, table, NULL, "");
    UNIT_CHECK (&two, table, NULL, "R27 3299011001002  plano . plano .\n");
    UNIT_CHECK (&two, unreadable, NULL, "");
    UNIT_CHECK (&off,
                HEAD "ppwp,3299011001001,plano,A,001,1,2,3,9\n"
                     "ppwp,3299011001002,plano,A,002,1,2,3,9\n",
                NULL, "");
}

/* A form that comes twice is no twin of itself, and another contest is another desa. */
static void
test_keys (void)
{
    const CheckFixture fixture = { 0 };
    UNIT_CHECK (&fixture,
                HEAD "ppwp,3299011001001,plano,A,001,1,2,3,9\n"
                     "ppwp,3299011001001,plano,A,001,1,2,3,9\n",
                NULL, "R23 3299011001001  plano . plano .\n");
    UNIT_CHECK (&fixture,
                HEAD "pdpd,3299011001001,plano,A,001,1,2,3,9\n"
                     "ppwp,3299011001002,plano,A,001,1,2,3,9\n",
                NULL, "");
    UNIT_CHECK (&fixture,
                HEAD "ppwp,99.AA.01.0001,plano,A,001,1,2,3,9\n"
                     "ppwp,99.AA.01.0002,plano,A,001,1,2,3,9\n",
                NULL, "");
}

/* Every one of many is named, in the order of codes, against the first. */
static void
test_many (void)
{
    const CheckFixture fixture = { 0 };
    g_autoptr (GString) table = g_string_new (HEAD);
    g_autoptr (GString) expected = g_string_new (NULL);

    for (guint i = 1; i <= 200; i++) {
        g_string_append_printf (table, "ppwp,3299011001%03u,plano,A,,%u,2,3,9\n", i, i % 100 + 1);
        if (i > 100)
            g_string_append_printf (expected, "R27 3299011001%03u  plano . plano .\n", i);
    }
    UNIT_CHECK (&fixture, table->str, NULL, expected->str);
}

UNIT_MAIN ("check-twins", { "twins", test_twins }, { "how many votes", test_few },
           { "keys", test_keys }, { "many", test_many })
