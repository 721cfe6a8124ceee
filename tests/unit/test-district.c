/* Which district a code lies in, and lists that contradict themselves. */
#include "district.h"

#include "unit.h"

static gboolean
add (RecapDistricts *list, const char *line, guint64 number, GError **error)
{
    g_auto (GStrv) words = g_strsplit (line, " ", 5);
    RecapDistrictPart part = { words[0],
                               words[1],
                               words[4] != NULL ? words[4] : "",
                               words[3],
                               (guint)g_ascii_strtoull (words[2], NULL, 10),
                               number };
    return recap_districts_add (list, &part, error);
}

static const char *
find (const RecapDistricts *list, const char *kontes, const char *kode)
{
    const RecapDistrict *district =
        recap_districts_find (list, recap_text (kontes), recap_text (kode));
    return district != NULL ? district->dapil : "none";
}

static void
test_longest_code_wins (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDistricts) list = recap_districts_new ("dapil.csv");

    UNIT_TRUE (add (list, "pdprdk D1 5 390712 SATU", 2, &error));
    UNIT_TRUE (add (list, "pdprdk D2 0 390713", 3, &error));
    UNIT_TRUE (add (list, "pdprdk D2 6 3907122003 DUA", 4, &error));
    UNIT_TRUE (add (list, "pdpr D1 3 0", 5, &error));
    UNIT_TRUE (recap_districts_finish (list, &error));
    UNIT_NO_ERROR (&error);

    UNIT_STRING (find (list, "pdprdk", "3907122001001"), "D1");
    UNIT_STRING (find (list, "pdprdk", "3907122003001"), "D2");
    UNIT_STRING (find (list, "pdprdk", "3907132003001"), "D2");
    UNIT_STRING (find (list, "pdprdk", "3908122003001"), "none");
    UNIT_STRING (find (list, "pdprdk", ""), "none");
    UNIT_STRING (find (list, "pdpr", "99.AA.01.0001"), "D1");
    UNIT_STRING (find (list, "ppwp", "3907122001001"), "none");
    UNIT_TRUE (recap_districts_has_contest (list, recap_text ("pdpr")));
    UNIT_FALSE (recap_districts_has_contest (list, recap_text ("ppwp")));

    const RecapDistrict *second =
        recap_districts_find (list, recap_text ("pdprdk"), recap_text ("3907132003001"));
    UNIT_INT (second->seats, 6);
    UNIT_STRING (second->nama, "DUA");
}

static void
test_contradictions (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDistricts) list = recap_districts_new ("dapil.csv");

    UNIT_TRUE (add (list, "pdprdk D1 5 390712", 2, &error));
    UNIT_FALSE (add (list, "pdprdk D2 6 390712", 3, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "region '390712' is already in dapil 'D1' of pdprdk, on line 2");
    UNIT_FALSE (add (list, "pdprdk D1 6 390713", 4, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "dapil 'D1' of pdprdk has 6 seats here, but 5 on line 2");
    UNIT_TRUE (add (list, "pdprdk D3 0 390714", 5, &error));
    UNIT_FALSE (recap_districts_finish (list, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, "dapil 'D3' of pdprdk has no number of seats");
}

UNIT_MAIN ("district", { "the longest code wins", test_longest_code_wins },
           { "contradictions are refused", test_contradictions })
