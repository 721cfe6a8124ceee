#include "config.h"

#include "resolve-note.h"

#include "settled.h"

static int
compare (const RecapFinding *finding, const RecapDecision *note)
{
    int order = recap_text_compare (finding->kontes, recap_text (note->kontes));
    return order != 0 ? order : recap_text_compare (finding->kode, recap_text (note->kode));
}

/* Returns: the index of the first finding about the form, or about one behind it. */
static guint
find_form (const RecapDecision *note, const RecapFindings *findings)
{
    guint low = 0;
    guint high = recap_findings_get_n (findings);

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare (recap_findings_get (findings, middle), note) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gboolean
names_rule (const RecapDecision *note)
{
    return note->aturan != NULL && *note->aturan != '\0';
}

const RecapFinding *
recap_note_find (const RecapDecision *note, const RecapFindings *findings, const RecapRules *rules,
                 char **ret_several)
{
    g_return_val_if_fail (note != NULL && findings != NULL && ret_several != NULL, NULL);

    gboolean named = names_rule (note);
    const RecapFinding *only = NULL;
    RecapText last = RECAP_TEXT_EMPTY;
    g_autoptr (GString) several = g_string_new (NULL);

    *ret_several = NULL;
    for (guint i = find_form (note, findings); i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (compare (finding, note) != 0)
            break;
        if (finding->isian.size > 0)
            continue;
        if (named && recap_text_equal_string (finding->aturan, note->aturan))
            return finding;
        if (named || !recap_finding_asks (finding, rules) ||
            (only != NULL && recap_text_equal (finding->aturan, last)))
            continue;
        if (only == NULL)
            only = finding;
        last = finding->aturan;
        g_string_append (several, several->len > 0 ? ", " : "");
        recap_text_append (last, several);
    }
    if (only == NULL || recap_text_equal (only->aturan, last))
        return only;
    *ret_several = g_string_free (g_steal_pointer (&several), FALSE);
    return NULL;
}

gboolean
recap_decision_is_about (const RecapDecision *decision, const RecapFinding *finding,
                         const RecapFindings *findings, const RecapRules *rules)
{
    g_return_val_if_fail (decision != NULL && finding != NULL, FALSE);

    g_autofree char *several = NULL;
    if (compare (finding, decision) != 0 ||
        !recap_text_equal_string (finding->isian, decision->isian))
        return FALSE;
    if (finding->isian.size > 0)
        return TRUE;
    if (names_rule (decision))
        return recap_text_equal_string (finding->aturan, decision->aturan);
    const RecapFinding *noted = recap_note_find (decision, findings, rules, &several);
    return noted != NULL && recap_text_equal (noted->aturan, finding->aturan);
}
