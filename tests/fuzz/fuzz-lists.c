/* Findings and decisions of any bytes: refused with a reason, or a list; and findings that were
 * read are the same after they were written and read again. */
#include "config.h"

#include "finding-file.h"
#include "fuzz.h"
#include "list-file.h"

/* Returns: @findings as recap-check writes them. */
static char *
write_findings (const RecapFindings *findings)
{
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapFindingWriter) writer =
        recap_finding_writer_new (spool, RECAP_FORMAT_CSV, fuzz_contests ());
    recap_finding_writer_reset (writer);
    for (guint i = 0; i < recap_findings_get_n (findings); i++)
        recap_finding_writer_add (writer, recap_findings_get (findings, i));
    recap_finding_writer_finish (writer);
    return recap_spool_to_string (spool, NULL);
}

static void
check_findings (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFindings) findings = recap_findings_new ();
    gboolean ok = recap_findings_load (findings, path, &error);
    fuzz_check (ok, error);
    if (!ok)
        return;

    g_autoptr (RecapFindings) again = recap_findings_new ();
    recap_findings_sort (findings);
    g_autofree char *first = write_findings (findings);
    ok = recap_findings_load (again, fuzz_file (first, strlen (first)), &error);
    fuzz_check (ok, error);
    g_assert (ok && recap_findings_get_n (again) == recap_findings_get_n (findings));
    g_autofree char *second = write_findings (again);
    g_assert (strcmp (first, second) == 0);
}

static void
check_decisions (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisions) decisions = recap_decisions_load (path, &error);
    const RecapDecision *last = NULL;

    fuzz_check (decisions != NULL, error);
    for (guint i = 0; decisions != NULL && i < recap_decisions_get_n (decisions); i++) {
        const RecapDecision *decision = recap_decisions_get (decisions, i);
        g_assert (recap_decision_is_ground (recap_text (decision->dasar)));
        fuzz_check_cell (decision->semula);
        fuzz_check_cell (decision->menjadi);
        g_assert (last == NULL || strcmp (last->kontes, decision->kontes) <= 0);
        last = decision;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const char *path = fuzz_file (data, size);
    check_decisions (path);
    check_findings (path);
    return 0;
}
