#include "config.h"

#include "cause-part.h"

guint
cause_distinct (RecapCell value)
{
    if (value >= 100)
        return 100;
    if (value >= 10)
        return 80;
    return value > 0 ? 50 : 20;
}

guint64
cause_weight (const RecapCauses *self, const char *word)
{
    const RecapCause *cause = recap_misreads_find_cause (self->misreads, word);
    return cause != NULL ? cause->weight : 0;
}

void
cause_start_sentence (const RecapPair *pair, const RecapCause *cause, GString *out)
{
    RecapText a = pair->a.keys[RECAP_KEY_SUMBER];
    RecapText b = pair->b.keys[RECAP_KEY_SUMBER];

    g_string_assign (out, cause->explanation);
    if (g_str_has_suffix (out->str, "."))
        g_string_truncate (out, out->len - 1);
    g_string_append_printf (out, " (%.*s/%.*s): ", (int)a.size, a.bytes, (int)b.size, b.bytes);
}

const RecapField *
cause_field (const RecapCauses *self, guint field)
{
    return self->plan->fields[field];
}
