/* Registers and decision lists. */
#include "list-file.h"
#include "unit.h"

static void
test_register (void)
{
    g_autoptr (GError) error = NULL;
    char *path = unit_write ("tps,desa,kode,dpt_l,dpt_p\n"
                             "002,MEKAR,3299011001002,10,\n001,MEKAR,3299011001001, 7 ,8\n",
                             -1);
    g_autoptr (RecapRegister) list = recap_register_load (path, &error);

    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_register_get_n (list), 2);
    const RecapStation *first = recap_register_get (list, 0);
    UNIT_STRING (first->kode, "3299011001001");
    UNIT_STRING (first->desa, "MEKAR");
    UNIT_STRING (first->provinsi, "");
    UNIT_INT (first->dpt_l, 7);
    UNIT_INT (first->line, 3);
    const RecapStation *found = recap_register_find (list, recap_text ("3299011001002"));
    UNIT_TRUE (found == recap_register_get (list, 1));
    UNIT_INT (found->dpt_p, RECAP_CELL_BLANK);
    UNIT_TRUE (recap_register_find (list, recap_text ("3299011001003")) == NULL);
    UNIT_TRUE (recap_register_find (list, recap_text ("32")) == NULL);
    unit_remove (path);
}

static void
test_decisions (void)
{
    g_autoptr (GError) error = NULL;
    char *path = unit_write ("kontes,kode,isian,semula,menjadi,dasar,alasan\n"
                             "ppwp,3299011001002,s01,3,?,plano,\"salah, baca\"\n"
                             "ppwp,3299011001001,s02,,7,hitung-ulang,'=x\n"
                             "ppwp,3299011001001,s01,1,2,lainnya,\n",
                             -1);
    g_autoptr (RecapDecisions) list = recap_decisions_load (path, &error);

    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_decisions_get_n (list), 3);
    const RecapDecision *first = recap_decisions_get (list, 0);
    UNIT_STRING (first->kode, "3299011001001");
    UNIT_STRING (first->isian, "s02"); /* in the order of the file within a form */
    UNIT_INT (first->semula, RECAP_CELL_BLANK);
    UNIT_INT (first->menjadi, 7);
    UNIT_STRING (first->alasan, "=x");
    UNIT_STRING (first->waktu, "");
    UNIT_INT (first->line, 3);
    UNIT_STRING (recap_decisions_get (list, 1)->isian, "s01");
    UNIT_INT (recap_decisions_get (list, 2)->menjadi, RECAP_CELL_UNREADABLE);
    UNIT_STRING (recap_decisions_get (list, 2)->alasan, "salah, baca");
    unit_remove (path);
}

static void
test_bad_decisions (void)
{
    static const struct {
        const char *record;
        RecapErrorCode code;
        const char *message;
    } cases[] = {
        { "ppwp,3299011001001,s01,1,2,kira-kira", RECAP_ERROR_SYNTAX,
          "'kira-kira' is no ground for a decision (column 'dasar')" },
        { "ppwp,3299011001001,s01,1O,2,plano", RECAP_ERROR_SYNTAX,
          "'1O' is not a count (column 'semula')" },
        { "ppwp,3.2E+12,s01,1,2,plano", RECAP_ERROR_SYNTAX,
          "'3.2E+12': a spreadsheet has turned the code into a number" },
        { "ppwp,3299011001001,,1,2,plano", RECAP_ERROR_SYNTAX, "the column 'isian' is empty" },
        { "ppwp,3299011001001,s01,1,2", RECAP_ERROR_SCHEMA,
          "5 fields, but the first record names 6" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text =
            g_strconcat ("kontes,kode,isian,semula,menjadi,dasar\n", cases[i].record, "\n", NULL);
        char *path = unit_write (text, -1);
        g_autoptr (RecapDecisions) list = recap_decisions_load (path, &error);
        UNIT_TRUE (list == NULL);
        UNIT_ERROR (&error, cases[i].code, cases[i].message);
        unit_remove (path);
    }
}

UNIT_MAIN ("list-file", { "registers", test_register }, { "decisions", test_decisions },
           { "bad decisions", test_bad_decisions })
