/* Patterns: the whole text, any case, groups by name, and no pattern that hangs. */
#include "error.h"
#include "pattern.h"
#include "unit.h"

static gboolean
matches (const char *pattern, const char *text)
{
    g_autoptr (RecapPattern) self = recap_pattern_new (pattern, "test", NULL);
    gboolean found = FALSE;
    return recap_pattern_match (self, recap_text (text), &found, NULL) && found;
}

static void
test_match (void)
{
    UNIT_TRUE (matches ("suara (?:tidak )?sah", "Suara Tidak Sah"));
    UNIT_FALSE (matches ("suara sah", "suara sah dan"));
    UNIT_FALSE (matches ("sah", "suara sah"));
    UNIT_FALSE (matches ("[0-9]+$", "12\n"));
    UNIT_TRUE (matches ("a|ab", "ab"));
    UNIT_TRUE (matches (".*", ""));
    UNIT_FALSE (matches (".*", "\xff"));
    g_autofree char *longest = g_strnfill (RECAP_PATTERN_SUBJECT_MAX, 'a');
    g_autofree char *longer = g_strnfill (RECAP_PATTERN_SUBJECT_MAX + 1, 'a');
    UNIT_TRUE (matches ("a*", longest));
    UNIT_FALSE (matches ("a*", longer));
}

static void
test_groups (void)
{
    g_autoptr (RecapPattern) self =
        recap_pattern_new ("(?<desa>[^_]+)_(?<tps>\\d+)?", "test", NULL);
    gboolean found = FALSE;
    UNIT_TRUE (recap_pattern_match (self, recap_text ("ASRI_"), &found, NULL) && found);
    UNIT_TRUE (recap_text_equal_string (recap_pattern_get_group (self, "desa"), "ASRI"));
    UNIT_INT (recap_pattern_get_group (self, "tps").size, 0);
    UNIT_INT (recap_pattern_get_group (self, "kabko").size, 0);
    UNIT_TRUE (recap_pattern_match (self, recap_text ("-"), &found, NULL) && !found);
    UNIT_INT (recap_pattern_get_group (self, "desa").size, 0);
}

static void
test_refused (void)
{
    static const char *const bad[] = { "(", "a)", "[", "*", "(?<a" };
    for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
        g_autoptr (GError) error = NULL;
        UNIT_TRUE (recap_pattern_new (bad[i], "test", &error) == NULL);
        UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SYNTAX));
    }
}

static void
test_slow (void)
{
    g_autoptr (RecapPattern) self = recap_pattern_new ("(a|aa)+[xy]", "test", NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strnfill (100, 'a');
    gboolean found = FALSE;
    UNIT_FALSE (recap_pattern_match (self, recap_text (text), &found, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_LIMIT));
}

UNIT_MAIN ("pattern", { "whole texts", test_match }, { "groups", test_groups },
           { "no patterns", test_refused }, { "a pattern that would hang", test_slow })
