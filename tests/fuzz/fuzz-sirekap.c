/* A Sirekap document of any bytes is taken or rejected with a reason; never both, never neither. */
#include <stddef.h>
#include <stdint.h>

#include "sirekap.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
on_reject (const RecapReject *reject, gpointer data)
{
    g_assert (reject->reason != NULL && reject->reason[0] != '\0');
    g_error_free (recap_reject_to_error (reject));
    (*(guint *)data)++;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static RecapContests *contests;
    static RecapSirekap *sirekap;
    if (sirekap == NULL) {
        contests = recap_contests_load (NULL, NULL);
        sirekap = recap_sirekap_new (recap_contests_find (contests, recap_text ("ppwp")));
    }

    RecapForm form;
    guint n_rejects = 0;
    gboolean taken = recap_sirekap_read (sirekap, "a!b/3299011001001.json", (const char *)data,
                                         size, &form, on_reject, &n_rejects);
    g_assert (taken == (n_rejects == 0));
    return 0;
}
