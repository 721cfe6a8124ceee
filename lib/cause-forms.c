#include "config.h"

#include "cause-part.h"

gboolean
cause_forms_wants (const RecapPair *pair)
{
    (void)pair;
    return FALSE;
}

void
cause_forms_explain (RecapCauses *self, const RecapTable *neighbours)
{
    (void)self;
    (void)neighbours;
}
