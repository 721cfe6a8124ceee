/* The minutes as a file: by its name, whole or not at all. test-minutes has what is in them. */
#include "report.h"
#include "unit.h"

static void
test_names (void)
{
    UNIT_TRUE (recap_report_is_supported ("a.xlsx"));
    UNIT_TRUE (recap_report_is_supported ("folder.d/.xlsx"));
    UNIT_TRUE (recap_report_is_supported ("a.html"));
    UNIT_TRUE (recap_report_takes_sources ("a.html"));
    UNIT_FALSE (recap_report_takes_sources ("a.xlsx"));
    UNIT_FALSE (recap_report_takes_sources ("a.ods"));
    UNIT_FALSE (recap_report_is_supported ("a.xls"));
    UNIT_FALSE (recap_report_is_supported ("a.xlsx.bak"));
    UNIT_FALSE (recap_report_is_supported ("xlsx"));
    UNIT_FALSE (recap_report_is_supported (""));
}

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapTable *table;
    RecapMeeting *meeting;
} Fixture;

/* A table with one form, or none. */
static void
fixture_init (Fixture *self, gboolean filled)
{
    self->contests = recap_contests_load (NULL, NULL);
    self->schema = recap_schema_new (self->contests);
    self->meeting = recap_meeting_new ();
    recap_schema_add (self->schema, recap_text ("s01"));
    self->table = recap_table_new (self->schema);
    RecapCell cell = 7;
    RecapForm form = { .contest = recap_contests_find (self->contests, recap_text ("ppwp")),
                       .cells = &cell,
                       .file = "t.csv",
                       .line = 2 };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text ("ppwp");
    form.keys[RECAP_KEY_KODE] = recap_text ("3907122001001");
    form.keys[RECAP_KEY_SUMBER] = recap_text ("plano");
    if (filled)
        recap_table_add (self->table, &form);
}

static void
fixture_clear (Fixture *self)
{
    recap_meeting_free (self->meeting);
    recap_table_free (self->table);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static gboolean
write_to (const Fixture *fixture, const char *path, RecapMinutesSummary *ret_summary,
          GError **error)
{
    const RecapMinutesInput input = { .table = fixture->table, .meeting = fixture->meeting };
    return recap_report_write (&input, path, ret_summary, error);
}

static void
test_written (void)
{
    g_auto (Fixture) fixture = { 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    RecapMinutesSummary summary = { 0 };

    fixture_init (&fixture, TRUE);
    UNIT_TRUE (write_to (&fixture, path, &summary, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (summary.n_tps, 1);
    UNIT_INT (summary.n_desa, 1);
    UNIT_TRUE (g_file_get_contents (path, &bytes, &size, NULL));
    UNIT_TRUE (size > 4 && memcmp (bytes, "PK\003\004", 4) == 0);
    g_unlink (path);
    UNIT_INT (g_rmdir (folder), 0); /* nothing else was left there */
}

/* What cannot be composed leaves the file that is there, and the summary, as they are. */
static void
test_refused (void)
{
    g_auto (Fixture) fixture = { 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
    g_autofree char *bytes = NULL;
    RecapMinutesSummary summary = { .n_tps = 99 };

    fixture_init (&fixture, FALSE);
    UNIT_FALSE (write_to (&fixture, "a.ods", &summary, &error));
    UNIT_ERROR (&error, RECAP_ERROR_USAGE,
                "the name of the output must end in .xlsx or .html, not 'a.ods'");
    UNIT_TRUE (g_file_set_contents (path, "old", -1, NULL));
    UNIT_FALSE (write_to (&fixture, path, &summary, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_SCHEMA));
    g_clear_error (&error);
    UNIT_INT (summary.n_tps, 99);
    UNIT_TRUE (g_file_get_contents (path, &bytes, NULL, NULL));
    UNIT_STRING (bytes, "old");
    g_unlink (path);
    UNIT_INT (g_rmdir (folder), 0);
}

UNIT_MAIN ("report", { "names", test_names }, { "written", test_written },
           { "refused", test_refused })
