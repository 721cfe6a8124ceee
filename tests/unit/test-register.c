/* Registers: stations in order, and the names of their regions. */
#include "register.h"
#include "unit.h"

static void
add (RecapRegister *list, const char *kode, const char *desa, guint64 line)
{
    char number[4] = "";
    if (strlen (kode) == 13)
        g_strlcpy (number, kode + 10, sizeof number);
    const RecapStation station = {
        .kode = kode,
        .provinsi = "",
        .kabko = "",
        .kecamatan = "",
        .desa = desa,
        .tps = number,
        .dpt_l = 1,
        .dpt_p = RECAP_CELL_BLANK,
        .line = line,
    };
    recap_register_add (list, &station);
}

static void
test_order (void)
{
    static const char *const codes[] = { "3907122001901", "3907122001001", "99AA010001001",
                                         "3907122001002", "3907112001001" };
    g_autoptr (RecapRegister) list = recap_register_new ("a.csv");
    g_autoptr (GError) error = NULL;

    UNIT_TRUE (recap_register_sort (list, &error)); /* empty */
    UNIT_TRUE (recap_register_find (list, recap_text ("3907122001001")) == NULL);
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        add (list, codes[i], "PASIR", i + 2);
    UNIT_TRUE (recap_register_sort (list, &error));
    UNIT_STRING (recap_register_get_file (list), "a.csv");
    UNIT_INT (recap_register_get_n (list), G_N_ELEMENTS (codes));
    UNIT_STRING (recap_register_get (list, 0)->kode, "3907112001001");
    UNIT_STRING (recap_register_get (list, 4)->kode, "99AA010001001");
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        UNIT_STRING (recap_register_find (list, recap_text (codes[i]))->kode, codes[i]);
    /* Before the first, between, behind the last, and the beginning of one. */
    UNIT_TRUE (recap_register_find (list, recap_text ("1")) == NULL);
    UNIT_TRUE (recap_register_find (list, recap_text ("3907122001003")) == NULL);
    UNIT_TRUE (recap_register_find (list, recap_text ("9999999999999")) == NULL);
    UNIT_TRUE (recap_register_find (list, recap_text ("390712200190")) == NULL);
    UNIT_TRUE (recap_register_find (list, RECAP_TEXT_EMPTY) == NULL);
}

static void
test_twice (void)
{
    g_autoptr (RecapRegister) list = recap_register_new ("a.csv");
    g_autoptr (GError) error = NULL;
    add (list, "3907122001002", "A", 2);
    add (list, "3907122001001", "B", 3);
    add (list, "3907122001002", "C", 4);
    UNIT_FALSE (recap_register_sort (list, &error));
    UNIT_INT (recap_error_get_origin (error)->line, 4);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "the code '3907122001002' is there twice, first in line 2");
}

/* The texts are the register's own. */
static void
test_copies (void)
{
    g_autoptr (RecapRegister) list = recap_register_new ("a.csv");
    g_autofree char *code = g_strdup ("3907122001001");
    g_autofree char *name = g_strdup ("PASIR");
    add (list, code, name, 1);
    memset (code, 'x', 13);
    memset (name, 'x', 5);
    UNIT_TRUE (recap_register_sort (list, NULL));
    UNIT_STRING (recap_register_get (list, 0)->kode, "3907122001001");
    UNIT_STRING (recap_register_get (list, 0)->desa, "PASIR");
    UNIT_STRING (recap_register_get (list, 0)->tps, "001");
    UNIT_INT (recap_register_get (list, 0)->dpt_p, RECAP_CELL_BLANK);
}

static const char *
add_region (RecapRegister *list, const char *code, const char *name)
{
    return recap_register_add_region (list, recap_text (code), recap_text (name));
}

static void
test_regions (void)
{
    g_autoptr (RecapRegister) list = recap_register_new ("a.json");
    RecapText code = recap_text ("3907122001001");

    UNIT_TRUE (add_region (list, "39", "NUSA") == NULL);
    UNIT_TRUE (add_region (list, "39", "NUSA") == NULL); /* the same once more */
    UNIT_STRING (add_region (list, "39", "LAIN"), "NUSA");
    UNIT_TRUE (add_region (list, "3907", "MERAWAN") == NULL);
    UNIT_TRUE (add_region (list, "3907122001001", "TPS 001") == NULL);
    UNIT_TRUE (recap_register_sort (list, NULL));
    UNIT_INT (recap_register_get_n (list), 1);

    /* A station without names has those of the lists, and no others. */
    const RecapStation *station = recap_register_find (list, code);
    UNIT_STRING (station->provinsi, "NUSA");
    UNIT_STRING (station->kabko, "MERAWAN");
    UNIT_STRING (station->kecamatan, "");
    UNIT_STRING (station->tps, "001");
    UNIT_INT (station->dpt_l, RECAP_CELL_BLANK);
    UNIT_STRING (recap_register_get_region_name (list, code, RECAP_LEVEL_PROVINSI), "NUSA");
    UNIT_STRING (recap_register_get_region_name (list, recap_text ("39"), RECAP_LEVEL_PROVINSI),
                 "NUSA");
    UNIT_TRUE (recap_register_get_region_name (list, recap_text ("39"), RECAP_LEVEL_KABKO) == NULL);
    UNIT_TRUE (recap_register_get_region_name (list, recap_text ("38"), RECAP_LEVEL_PROVINSI) ==
               NULL);
}

/* Names of the stations go before those of the lists, and serve the regions they lie in. */
static void
test_names_of_stations (void)
{
    g_autoptr (RecapRegister) list = recap_register_new ("a.csv");
    add (list, "3907122001001", "PASIR", 2);
    add_region (list, "3907122001", "PASIR PUTIH");
    UNIT_TRUE (recap_register_sort (list, NULL));
    UNIT_STRING (recap_register_get (list, 0)->desa, "PASIR");
    UNIT_STRING (recap_register_get_region_name (list, recap_text ("3907122001"), RECAP_LEVEL_DESA),
                 "PASIR PUTIH");

    g_autoptr (RecapRegister) plain = recap_register_new ("b.csv");
    add (plain, "3907122001001", "PASIR", 2);
    UNIT_TRUE (recap_register_sort (plain, NULL));
    UNIT_STRING (
        recap_register_get_region_name (plain, recap_text ("3907122001777"), RECAP_LEVEL_DESA),
        "PASIR");
    UNIT_TRUE (recap_register_get_region_name (plain, recap_text ("3907122002001"),
                                               RECAP_LEVEL_DESA) == NULL);
}

UNIT_MAIN ("register", { "order and finding", test_order }, { "a code twice", test_twice },
           { "copies", test_copies }, { "regions", test_regions },
           { "names of stations", test_names_of_stations })
