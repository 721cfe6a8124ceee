/* Lists of decisions: their order and their copies. */
#include "decision.h"
#include "unit.h"

static void
add (RecapDecisions *list, const char *kontes, const char *kode, const char *isian, RecapCell value)
{
    const RecapDecision decision = {
        .kontes = kontes,
        .kode = kode,
        .isian = isian,
        .semula = RECAP_CELL_BLANK,
        .menjadi = value,
        .dasar = "plano",
        .alasan = "",
        .kejadian_khusus = "",
        .disetujui = "",
        .waktu = "",
        .file = "a.csv",
        .line = (guint64)value,
    };
    recap_decisions_add (list, &decision);
}

static void
check (const RecapDecisions *list, guint index, const char *kode, RecapCell value)
{
    const RecapDecision *decision = recap_decisions_get (list, index);
    UNIT_STRING (decision->kode, kode);
    UNIT_INT (decision->menjadi, value);
}

/* By contest and code; those of one form in the order in which they came, also when more are added
 * after the list was looked at. */
static void
test_order (void)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    UNIT_INT (recap_decisions_get_n (list), 0);
    add (list, "ppwp", "2", "s02", 1);
    add (list, "pdpr", "3", "s01", 2);
    add (list, "ppwp", "10", "s01", 3);
    add (list, "ppwp", "2", "s01", 4);
    check (list, 0, "3", 2);
    check (list, 1, "10", 3); /* bytewise */
    check (list, 2, "2", 1);
    check (list, 3, "2", 4);
    add (list, "ppwp", "10", "s00", 5);
    add (list, "pdpd", "9", "s00", 6);
    check (list, 0, "9", 6);
    check (list, 2, "10", 3);
    check (list, 3, "10", 5);
    UNIT_INT (recap_decisions_get_n (list), 6);
}

static void
test_copies (void)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autofree char *kode = g_strdup ("3907122001001");
    add (list, "ppwp", kode, "s01", 1);
    kode[0] = 'x';
    check (list, 0, "3907122001001", 1);
    UNIT_STRING (recap_decisions_get (list, 0)->file, "a.csv");
    UNIT_STRING (recap_decisions_get (list, 0)->alasan, "");
    UNIT_INT (recap_decisions_get (list, 0)->semula, RECAP_CELL_BLANK);
}

static void
test_grounds (void)
{
    UNIT_TRUE (recap_decision_is_ground (recap_text ("plano")));
    UNIT_TRUE (recap_decision_is_ground (recap_text ("hitung-ulang")));
    UNIT_FALSE (recap_decision_is_ground (recap_text ("Plano")));
    UNIT_FALSE (recap_decision_is_ground (recap_text ("plan")));
    UNIT_FALSE (recap_decision_is_ground (recap_text ("planos")));
    UNIT_FALSE (recap_decision_is_ground (RECAP_TEXT_EMPTY));
}

/* The same words in another file are the same decision; a sheet that shows what was decided may
 * have lost a blank. */
static void
test_repeated (void)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "1",
                               .isian = "s01",
                               .semula = 5,
                               .menjadi = 6,
                               .dasar = "plano",
                               .alasan = "salah  baca",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "",
                               .file = "a.csv",
                               .line = 2 };
    recap_decisions_add (list, &decision);
    recap_decisions_add (list, &decision);
    UNIT_INT (recap_decisions_get_n (list), 2);
    decision.file = "b.csv";
    recap_decisions_add (list, &decision);
    UNIT_INT (recap_decisions_get_n (list), 2);
    decision.alasan = "salah baca";
    decision.shown = TRUE;
    recap_decisions_add (list, &decision);
    UNIT_INT (recap_decisions_get_n (list), 2);
    decision.shown = FALSE;
    recap_decisions_add (list, &decision);
    UNIT_INT (recap_decisions_get_n (list), 3);
}

/* What one list says more often than another stays as often, in one list of both too: 5 -> 6, 6 ->
 * 5, 5 -> 6. */
static void
test_counted (void)
{
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (RecapDecisions) again = recap_decisions_new ();
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "1",
                               .isian = "s01",
                               .dasar = "plano",
                               .alasan = "",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "" };
    static const char *const files[] = { "monday.csv", "tuesday.csv" };

    for (guint i = 0; i < 2; i++)
        for (guint j = 0; j < i + 2; j++) {
            decision.file = files[i];
            decision.semula = j == 1 ? 6 : 5;
            decision.menjadi = j == 1 ? 5 : 6;
            recap_decisions_add (list, &decision);
        }
    UNIT_INT (recap_decisions_get_n (list), 3);
    check (list, 0, "1", 6);
    check (list, 1, "1", 5);
    check (list, 2, "1", 6);
    UNIT_STRING (recap_decisions_get (list, 2)->file, "tuesday.csv");
    for (guint i = 0; i < recap_decisions_get_n (list); i++)
        recap_decisions_add (again, recap_decisions_get (list, i));
    UNIT_INT (recap_decisions_get_n (again), 3);
}

static void
test_names (void)
{
    static const struct {
        const char *disetujui;
        guint n;
    } cases[] = {
        { "", 0 },
        { " ; - ;", 0 },
        { "PPK", 1 },
        { "PPK; ppk ;P P K", 1 },
        { "Siti Aminah, S.H., M.Si.", 1 },
        { "PPK; Panwaslu", 2 },
        { "PPK dan Panwaslu", 2 },
        { "Wildan Danu", 1 },
        { "PPK & saksi 01 DAN Panwaslu\nsaksi 02", 4 },
        { "dan; dan", 1 },
        { "Saksi 1; Saksi 2", 2 },
        /* Another spelling is no other person. */
        { "Budi; Budi.", 1 },
        { "Ketua PPK; Ketua-PPK", 1 },
        { "Budi; Bu\u200bdi; Bu\u00addi", 1 },
        { "Budi; Bud\u00ed; Budi\u0301", 1 },
        { "Budi; \U0001d401udi; \uff22\uff35\uff24\uff29", 1 },
        { "Budi; 1; 2", 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        UNIT_INT (recap_decision_count_names (cases[i].disetujui), cases[i].n);
}

static void
test_require_names (void)
{
    g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (RecapDecisions) refused = recap_decisions_new ();
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "2",
                               .isian = "s01",
                               .dasar = "plano",
                               .alasan = "",
                               .kejadian_khusus = "",
                               .disetujui = "PPK; Panwaslu",
                               .waktu = "",
                               .file = "a.csv",
                               .line = 2 };
    recap_decisions_add (list, &decision);
    decision.kode = "1";
    decision.line = 3;
    decision.disetujui = "PPK";
    recap_decisions_add (list, &decision);
    recap_decisions_require_names (list, 2, refused, refusals);
    UNIT_INT (recap_decisions_get_n (list), 1);
    UNIT_STRING (recap_decisions_get (list, 0)->kode, "2");
    UNIT_INT (recap_decisions_get_n (refused), 1);
    UNIT_STRING (recap_decisions_get (refused, 0)->kode, "1");
    UNIT_INT (refusals->len, 1);
    UNIT_INT (recap_error_get_origin (refusals->pdata[0])->line, 3);
    UNIT_STRING (((GError *)refusals->pdata[0])->message,
                 "decision on ppwp 1 s01 refused: 2 persons must agree, 'disetujui' names 1");
}

UNIT_MAIN ("decision", { "order", test_order }, { "copies", test_copies },
           { "grounds", test_grounds }, { "repeated", test_repeated }, { "counted", test_counted },
           { "names", test_names }, { "require names", test_require_names })
