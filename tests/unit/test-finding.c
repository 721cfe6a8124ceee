/* Findings in memory. */
#include "finding.h"
#include "unit.h"

static void
test_severities (void)
{
    RecapSeverity severity = RECAP_SEVERITY_INFO;
    UNIT_TRUE (recap_severity_parse (recap_text ("galat"), &severity));
    UNIT_INT (severity, RECAP_SEVERITY_ERROR);
    UNIT_FALSE (recap_severity_parse (recap_text ("galat "), &severity));
    UNIT_FALSE (recap_severity_parse (recap_text (""), &severity));
    UNIT_INT (severity, RECAP_SEVERITY_ERROR);
    for (guint i = 0; i < 3; i++) {
        UNIT_TRUE (recap_severity_parse (recap_text (recap_severity_name (i)), &severity));
        UNIT_INT (severity, i);
    }
}

static void
test_serious (void)
{
    UNIT_FALSE (recap_finding_count_is_serious (&(RecapFindingCount){ { 0, 0, 0 } }));
    UNIT_FALSE (recap_finding_count_is_serious (&(RecapFindingCount){ { 0, 0, 7 } }));
    UNIT_TRUE (recap_finding_count_is_serious (&(RecapFindingCount){ { 0, 1, 0 } }));
    UNIT_TRUE (recap_finding_count_is_serious (&(RecapFindingCount){ { 1, 0, 0 } }));
}

/* What is equal keeps its place, and nothing points to the texts that were given. */
static void
test_copies_and_order (void)
{
    static const char *const given[] = { "ppwp 2 R08 a", "ppwp 10 R22 b", "ppwp 2 D01 c",
                                         "pdpr 9 R01 d", "ppwp 2 R08 e",  "ppwp 1 R08 f",
                                         "ppwp 2 D01 g" };
    g_autoptr (RecapFindings) list = recap_findings_new ();
    g_autoptr (GString) order = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (given); i++) {
        g_auto (GStrv) words = g_strsplit (given[i], " ", 4);
        RecapFinding finding = { .kontes = recap_text (words[0]),
                                 .kode = recap_text (words[1]),
                                 .aturan = recap_text (words[2]),
                                 .keterangan = recap_text (words[3]),
                                 .nilai_a = i };
        recap_findings_add (list, &finding);
        memset (words[3], 'x', 1);
    }
    recap_findings_sort (list);
    UNIT_INT (recap_findings_get_n (list), G_N_ELEMENTS (given));
    for (guint i = 0; i < recap_findings_get_n (list); i++) {
        const RecapFinding *finding = recap_findings_get (list, i);
        g_string_append (order, finding->keterangan.bytes); /* ends in NUL */
        UNIT_INT (finding->nilai_a, finding->keterangan.bytes[0] - 'a');
    }
    UNIT_STRING (order->str, "dfbcgae");
    UNIT_TEXT (recap_findings_get (list, 0)->isian, "");
}

static void
test_place (void)
{
    RecapForm form = { .contest = NULL };
    RecapFinding finding = { .nilai_a = 0 };
    static const char *const texts[] = { "ppwp", "32", "plano", "P", "K", "C", "D", "001" };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        form.keys[i] = recap_text (texts[i]);
    recap_finding_set_place (&finding, &form);
    UNIT_TEXT (finding.kontes, "ppwp");
    UNIT_TEXT (finding.kode, "32");
    UNIT_TEXT (finding.provinsi, "P");
    UNIT_TEXT (finding.kabko, "K");
    UNIT_TEXT (finding.kecamatan, "C");
    UNIT_TEXT (finding.desa, "D");
    UNIT_TEXT (finding.tps, "001");
}

UNIT_MAIN ("finding", { "severities", test_severities }, { "serious", test_serious },
           { "copies and order", test_copies_and_order }, { "place", test_place })
