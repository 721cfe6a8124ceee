/* Products that are never rounded down, and limits of the risk as people write them. */
#include "risk.h"

#include "unit.h"

static void
check_format (const RecapRisk *risk, const char *expected)
{
    char text[RECAP_RISK_SIZE];
    recap_risk_format (risk, text);
    UNIT_STRING (text, expected);
}

static void
test_products (void)
{
    RecapRisk risk = RECAP_RISK_INIT;

    check_format (&risk, "1.000000000");
    recap_risk_multiply (&risk, 1, 2);
    check_format (&risk, "0.500000000");
    recap_risk_multiply (&risk, 1, 3);
    check_format (&risk, "0.166666667"); /* up */
    recap_risk_multiply (&risk, 3, 1);
    check_format (&risk, "0.500000001"); /* a third is not exact, and errs upwards */
    recap_risk_multiply (&risk, 4, 1);
    check_format (&risk, "1.000000000"); /* 2: shown as 1, but not forgotten */
    recap_risk_multiply (&risk, 1, 8);
    check_format (&risk, "0.250000001");
}

/* (20/21)^n, n as in the worked example of Stark's paper on several contests: U = 21. */
static void
test_powers (void)
{
    RecapRisk risk = RECAP_RISK_INIT;

    for (guint i = 0; i < 28; i++)
        recap_risk_multiply (&risk, 20, 21);
    UNIT_FALSE (recap_risk_is_at_most (&risk, 250000));
    recap_risk_multiply (&risk, 20, 21);
    UNIT_TRUE (recap_risk_is_at_most (&risk, 250000));
    recap_risk_multiply (&risk, 20, 21);
    check_format (&risk, "0.231377449"); /* (20/21)^30 */
    for (guint i = 0; i < 5000; i++)
        recap_risk_multiply (&risk, 20, 21);
    check_format (&risk, "0.000000001");
    UNIT_TRUE (recap_risk_is_at_most (&risk, 1));
}

/* What was multiplied away comes back when it is divided, however far it went. */
static void
test_far_away (void)
{
    RecapRisk risk = RECAP_RISK_INIT;

    for (guint i = 0; i < 100; i++)
        recap_risk_multiply (&risk, RECAP_RISK_FACTOR_MAX - 1, 1);
    UNIT_FALSE (recap_risk_is_at_most (&risk, 999999));
    for (guint i = 0; i < 100; i++)
        recap_risk_multiply (&risk, 1, RECAP_RISK_FACTOR_MAX - 1);
    check_format (&risk, "1.000000000");
    recap_risk_multiply (&risk, 1, 2);
    check_format (&risk, "0.500000001");
    for (guint i = 0; i < 100; i++)
        recap_risk_multiply (&risk, 1, RECAP_RISK_FACTOR_MAX - 1);
    check_format (&risk, "0.000000001");
}

static void
test_limit_exactly (void)
{
    RecapRisk risk = RECAP_RISK_INIT;

    recap_risk_multiply (&risk, 1, 4);
    UNIT_TRUE (recap_risk_is_at_most (&risk, 250000));
    UNIT_FALSE (recap_risk_is_at_most (&risk, 249999));
    recap_risk_multiply (&risk, 1000001, 1000000);
    UNIT_FALSE (recap_risk_is_at_most (&risk, 250000));
}

static void
test_limits (void)
{
    static const struct {
        const char *text;
        guint limit;
        const char *shown;
    } good[] = {
        { "5%", 50000, "5%" },
        { "0.05", 50000, "5%" },
        { "0.5%", 5000, "0.5%" },
        { "12.3456%", 123456, "12.3456%" },
        { "99.9999%", 999999, "99.9999%" },
        { "0.000001", 1, "0.0001%" },
        { "050%", 500000, "50%" },
    };
    static const char *const bad[] = {
        "",          "%",
        "5",         "0",
        "0%",        "100%",
        "1.0",       "-5%",
        "+5%",       "5 %",
        ".5",        "5.%",
        "5..0%",     "0.00001%",
        "0.0000001", "5%%",
        "1e-2",      "5,5%",
        "abc%",      "4294967301%",
        "0.05x",     "99999999999999999999%",
    };

    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        guint limit = 0;
        UNIT_TRUE (recap_risk_limit_parse (recap_text (good[i].text), &limit));
        UNIT_INT (limit, good[i].limit);
        g_autofree char *shown = recap_risk_limit_format (limit);
        UNIT_STRING (shown, good[i].shown);
    }
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
        guint limit = 7;
        unit_check (!recap_risk_limit_parse (recap_text (bad[i]), &limit) && limit == 7, __FILE__,
                    __LINE__, "'%s' was taken for %u", bad[i], limit);
    }
}

UNIT_MAIN ("risk", { "products are rounded up", test_products },
           { "powers cross a limit where they must", test_powers },
           { "no product is lost, however small or large", test_far_away },
           { "a limit is met exactly", test_limit_exactly },
           { "limits as people write them", test_limits })
