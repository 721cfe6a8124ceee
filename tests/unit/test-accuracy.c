/* How many cells and digits are right. */
#include "accuracy.h"

#include "tables-fixture.h"

/* Adds @b, two cells of the source 'b', against those of 'a' for the TPS @kode. */
static void
add (RecapAccuracy *accuracy, const RecapContests *contests, const char *kontes, const char *kode,
     const RecapCell *a, const RecapCell *b)
{
    static const guint fields[] = { 0, 1 };
    RecapForm forms[2];

    for (guint i = 0; i < 2; i++) {
        forms[i] = (RecapForm){ .contest = recap_contests_find (contests, recap_text (kontes)) };
        for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
            forms[i].keys[key] = RECAP_TEXT_EMPTY;
        forms[i].keys[RECAP_KEY_KODE] = recap_text (kode);
        forms[i].keys[RECAP_KEY_DESA] = recap_text ("ASRI");
        forms[i].keys[RECAP_KEY_SUMBER] = recap_text (i == 0 ? "a" : "b");
        forms[i].cells = (RecapCell *)(i == 0 ? a : b);
    }
    recap_accuracy_add (accuracy, &forms[0], &forms[1], fields, G_N_ELEMENTS (fields));
}

#define ADD(kontes, kode, a1, a2, b1, b2)                                                          \
    do {                                                                                           \
        const RecapCell a_[] = { a1, a2 };                                                         \
        const RecapCell b_[] = { b1, b2 };                                                         \
        add (accuracy, contests, kontes, kode, a_, b_);                                            \
    } while (0)

#define HEADER                                                                                     \
    "kontes,kode,kecamatan,desa,sumber_a,sumber_b,isian,sama,berbeda,tanpa_angka,kotak,angka_a,"   \
    "angka_b,banyak\n"

static void
test_counts (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapAccuracy) accuracy = recap_accuracy_new (spool);

    UNIT_NO_ERROR (&error);
    ADD ("pdpd", "3216012001001", 1, 2, 3, 4);
    recap_accuracy_reset (accuracy);
    ADD ("ppwp", "3216012001001", 20, 7, 820, 7);
    ADD ("ppwp", "3216012001002", RECAP_CELL_BLANK, 1, 5, RECAP_CELL_NOT_CARRIED);
    ADD ("ppwp", "3216012002001", 0, RECAP_CELL_BLANK, 0, RECAP_CELL_UNREADABLE);
    ADD ("ppwp", "3216012003", 5, 2000, 6, 2000); /* a sum has no boxes */
    recap_accuracy_finish (accuracy);
    g_autofree char *found = recap_spool_to_string (spool, &error);
    UNIT_STRING (found, HEADER "ppwp,3216012001,,ASRI,a,b,3,1,1,1,,,,\n"
                               "ppwp,3216012002,,ASRI,a,b,1,1,0,0,,,,\n"
                               "ppwp,3216012003,,ASRI,a,b,2,1,1,0,,,,\n"
                               "ppwp,0,,,a,b,6,3,2,1,,,,\n"
                               "ppwp,0,,,a,b,,,,,satuan,0,0,2\n"
                               "ppwp,0,,,a,b,,,,,satuan,7,7,1\n"
                               "ppwp,0,,,a,b,,,,,puluhan,2,2,1\n"
                               "ppwp,0,,,a,b,,,,,puluhan,X,X,2\n"
                               "ppwp,0,,,a,b,,,,,ratusan,X,8,1\n"
                               "ppwp,0,,,a,b,,,,,ratusan,X,X,2\n");
}

static void
test_contests (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapAccuracy) accuracy = recap_accuracy_new (spool);

    UNIT_NO_ERROR (&error);
    ADD ("pdpd", "64619-1", 1, RECAP_CELL_BLANK, 1, RECAP_CELL_BLANK);
    ADD ("ppwp", "64619-1", 1, RECAP_CELL_BLANK, 2, RECAP_CELL_BLANK);
    recap_accuracy_finish (accuracy);
    g_autofree char *found = recap_spool_to_string (spool, &error);
    UNIT_TRUE (g_str_has_prefix (found, HEADER "pdpd,,,ASRI,a,b,1,1,0,0,,,,\n"
                                               "pdpd,0,,,a,b,1,1,0,0,,,,\n"));
    UNIT_TRUE (strstr (found, "ppwp,0,,,a,b,1,0,1,0,,,,\n") != NULL);
}

UNIT_MAIN ("accuracy", { "counts", test_counts }, { "contests", test_contests })
