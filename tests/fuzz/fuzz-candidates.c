/* KPU's lists of candidates of any bytes, for a contest of each kind: refused with a reason, or
 * every candidate that is found has a box of the contest and a ballot. The first byte chooses the
 * contest; behind the list and a line '%%' stand identifiers, one a line. */
#include "config.h"

#include "candidates.h"
#include "fuzz.h"

static void
check_candidate (const RecapCandidates *candidates, const RecapContest *contest, RecapText id)
{
    const RecapCandidate *candidate = recap_candidates_find (candidates, id);
    recap_candidates_find_party (candidates, id);
    recap_candidates_find_ballot (candidates, id);
    if (candidate == NULL)
        return;
    g_assert (recap_text_equal_string (id, candidate->id));
    g_assert (recap_contest_find (contest, recap_text (candidate->field->name)) != NULL);
    g_assert (candidate->ballot == NULL || candidate->ballot->fields != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const RecapContests *contests = fuzz_contests ();
    const RecapContest *contest =
        recap_contests_get (contests, data[0] % recap_contests_get_n (contests));
    RecapText ids;
    RecapText list = fuzz_split (data + 1, size - 1, &ids);
    const char *paths[] = { fuzz_file (list.bytes, list.size), NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapCandidates) candidates = recap_candidates_load (contest, paths, &error);

    fuzz_check (candidates != NULL, error);
    while (candidates != NULL && ids.size > 0)
        check_candidate (candidates, contest, fuzz_line (&ids));
    return 0;
}
