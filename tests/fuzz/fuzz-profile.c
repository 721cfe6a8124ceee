/* A profile of any bytes, and a table (behind a line '%%') that is read with it: refused with a
 * reason, or every record is taken or rejected, for every source that the profile has. */
#include "config.h"

#include "typed.h"

static void
check_questions (const RecapProfile *profile)
{
    static const char *const words[] = { "kode", "tps", "provinsi", "s01", "-1", "" };
    RecapText headings[G_N_ELEMENTS (words)];
    gboolean fits = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        const char *target = NULL;
        headings[i] = recap_text (words[i]);
        recap_profile_find_column (profile, headings[i], NULL, &target, NULL);
        recap_profile_is_blank (profile, headings[i]);
        if (recap_profile_leaves_out (profile, words[i], headings[i]))
            g_assert (recap_profile_decides (profile, words[i]));
        g_free (recap_profile_get_constant (profile, words[i], "a/b!NUSA_MERAWAN.csv"));
    }
    g_free (recap_profile_find_missing (profile, headings, G_N_ELEMENTS (headings)));
    recap_profile_fits (profile, "a/b.csv", headings, G_N_ELEMENTS (headings), &fits, NULL);
    recap_profile_has_stations (profile);
    recap_profile_zeros_are_blank (profile);
}

static void
read_with (const RecapProfile *profile, const char *source_name, RecapText table)
{
    const RecapContest *contest = recap_contests_find (fuzz_contests (), recap_text ("ppwp"));
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("PROV_KAB.csv", table.bytes, table.size, NULL);
    g_autoptr (RecapCsvRecords) records = source != NULL ? typed_open (source, contest) : NULL;
    const RecapTypedOptions options = { .profile = profile,
                                        .source = source_name,
                                        .numbers = recap_profile_get_numbers (profile) };
    if (records != NULL)
        typed_check_table (contest, recap_csv_records_get (records), &options);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    RecapText table;
    RecapText text = fuzz_split (data, size, &table);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapProfile) profile = recap_profile_parse (
        text.size > 0 ? text.bytes : "", text.size, "folder/fuzz.profile", &error);
    fuzz_check (profile != NULL, error);
    if (profile == NULL)
        return 0;

    const char *const *sources = recap_profile_get_sources (profile);
    check_questions (profile);
    read_with (profile, NULL, table);
    for (guint i = 0; sources[i] != NULL && i < 3; i++)
        read_with (profile, sources[i], table);
    return 0;
}
