#include "config.h"

#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <pcre2.h>

#include "error.h"

/* Patterns are tried on headings and on a few short cells of a record: PCRE2's interpreter is fast
 * enough, and its limits hold everywhere, which compiled code with its own stack would not give.
 * A pattern of a user's file must not be able to hang or to eat the memory. */
enum {
    MATCH_LIMIT = 100000,
    HEAP_LIMIT = 16 * 1024, /* KiB */
};

struct _RecapPattern {
    char *name;
    pcre2_code *code;
    pcre2_match_context *context;
    pcre2_match_data *match;
    RecapText subject; /* of the last match */
};

static void
set_compile_error (const char *name, int code, gsize offset, GError **error)
{
    PCRE2_UCHAR message[256];

    pcre2_get_error_message (code, message, sizeof message);
    recap_error_set (error, RECAP_ERROR_SYNTAX, NULL,
                     _ ("%s: not a pattern, at its character %" PRIu64 ": %s"), name,
                     (guint64)offset + 1, (const char *)message);
}

RecapPattern *
recap_pattern_new (const char *text, const char *name, GError **error)
{
    g_return_val_if_fail (text != NULL && name != NULL, NULL);

    g_autoptr (RecapPattern) self = g_new0 (RecapPattern, 1);
    g_return_val_if_fail (text[0] != '\0', NULL);
    g_autofree char *whole = g_strdup_printf ("(?:%s)\\z", text);
    int code = 0;
    gsize offset = 0;
    guint32 options = PCRE2_UTF | PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_DOLLAR_ENDONLY;

    self->name = g_strdup (name);
    self->code =
        pcre2_compile ((PCRE2_SPTR)whole, PCRE2_ZERO_TERMINATED, options, &code, &offset, NULL);
    if (self->code == NULL) {
        /* Without the group around it, and not behind its end. */
        set_compile_error (name, code, MIN (MAX (offset, 3) - 3, strlen (text) - 1), error);
        return NULL;
    }
    self->context = pcre2_match_context_create (NULL);
    pcre2_set_match_limit (self->context, MATCH_LIMIT);
    pcre2_set_heap_limit (self->context, HEAP_LIMIT);
    self->match = pcre2_match_data_create_from_pattern (self->code, NULL);
    return g_steal_pointer (&self);
}

void
recap_pattern_free (RecapPattern *self)
{
    if (self == NULL)
        return;
    pcre2_match_data_free (self->match);
    pcre2_match_context_free (self->context);
    pcre2_code_free (self->code);
    g_free (self->name);
    g_free (self);
}

gboolean
recap_pattern_match (RecapPattern *self, RecapText text, gboolean *ret_matches, GError **error)
{
    g_return_val_if_fail (self != NULL, FALSE);

    PCRE2_UCHAR message[256];
    self->subject = RECAP_TEXT_EMPTY;
    if (text.size > RECAP_PATTERN_SUBJECT_MAX ||
        !g_utf8_validate_len (text.bytes, text.size, NULL)) {
        *ret_matches = FALSE;
        return TRUE;
    }
    if (text.size == 0)
        text = RECAP_TEXT_EMPTY;
    int found = pcre2_match (self->code, (PCRE2_SPTR)text.bytes, text.size, 0, 0, self->match,
                             self->context);
    if (found >= 0 || found == PCRE2_ERROR_NOMATCH) {
        *ret_matches = found >= 0;
        if (found >= 0)
            self->subject = text;
        return TRUE;
    }
    pcre2_get_error_message (found, message, sizeof message);
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("%s: the pattern takes too long: %s"),
                     self->name, (const char *)message);
    return FALSE;
}

RecapText
recap_pattern_get_group (const RecapPattern *self, const char *group)
{
    int number = pcre2_substring_number_from_name (self->code, (PCRE2_SPTR)group);
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer (self->match);

    if (number <= 0 || self->subject.size == 0 || places[2 * number] == PCRE2_UNSET)
        return RECAP_TEXT_EMPTY;
    return (RecapText){ self->subject.bytes + places[2 * number],
                        places[2 * number + 1] - places[2 * number] };
}
