#include "config.h"

#include "cause-part.h"

void
cause_rows_explain (RecapCauses *self, RecapPair *pair)
{
    (void)self;
    (void)pair;
}

void
cause_rows_observe (RecapCauses *self, RecapPair *pair)
{
    (void)self;
    (void)pair;
}
