/* Files that programs put beside those of a person. */
#include "shadow.h"

#include "unit.h"

static void
test_names (void)
{
    static const char *const shadows[] = { "._a.json", "in/._a.json", "~$plano.xlsx",
                                           ".~lock.plano.xlsx#", "x/y/.~lock.a#" };
    static const char *const files[] = {
        "a.json", "._/a.json", "plano~$.xlsx", ".~lock.plano.xlsx", "~$x/a", ".hidden", "", "x/"
    };

    for (guint i = 0; i < G_N_ELEMENTS (shadows); i++)
        UNIT_TRUE (recap_is_shadow (shadows[i]));
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        UNIT_FALSE (recap_is_shadow (files[i]));
}

UNIT_MAIN ("shadow", { "names", test_names })
