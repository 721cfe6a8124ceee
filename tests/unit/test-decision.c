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

UNIT_MAIN ("decision", { "order", test_order }, { "copies", test_copies },
           { "grounds", test_grounds })
