#include "config.h"

#include "sum-file.h"

#include "tables-fixture.h"

/* Out of order, so that the pass runs twice. */
static const char table[] = "kontes,kode,sumber,s01,s02\n"
                            "ppwp,3299012002001,final,3,4\n"
                            "ppwp,3299012001002,final,1000,\n"
                            "ppwp,3299012001001,final,234,2\n";

/* Adds the table up by desa.
 *
 * Returns: the file, owned by the caller; *@ret_n_remarks of the remarks are kept. */
static char *
add_up (RecapFormat format, gboolean counts, guint *ret_n_remarks)
{
    GError *error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, table, NULL);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    const RecapSumOptions options = { RECAP_LEVEL_DESA, NULL };
    const RecapSumFile file = { format, counts, 20, remarks };
    RecapSumSummary summary;

    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_sum_write (tables, &options, &file, spool, &summary, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (summary.n_sums, 2);
    UNIT_INT (summary.n_missing, 1);
    *ret_n_remarks = remarks->len;
    return recap_spool_to_string (spool, &error);
}

static void
test_table (void)
{
    guint n_remarks = 0;
    g_autofree char *text = add_up (RECAP_FORMAT_CSV, FALSE, &n_remarks);
    UNIT_INT (n_remarks, 1);
    UNIT_STRING (text, "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,asal,tps_terdaftar,"
                       "tps_masuk,tps_lengkap,s01,s02\n"
                       "ppwp,3299012001,final,,,,,,a.csv,,2,1,1234,2\n"
                       "ppwp,3299012002,final,,,,,,a.csv,,1,1,3,4\n");
}

static void
test_counts (void)
{
    guint n_remarks = 0;
    g_autofree char *text = add_up (RECAP_FORMAT_CSV, TRUE, &n_remarks);
    UNIT_TRUE (strstr (text, ",s01,s02,n_s01,n_s02\n") != NULL);
    UNIT_TRUE (strstr (text, ",a.csv,,2,1,1234,2,2,1\n") != NULL);
}

static void
test_text (void)
{
    guint n_remarks = 0;
    g_autofree char *text = add_up (RECAP_FORMAT_TEXT, FALSE, &n_remarks);
    UNIT_TRUE (g_str_has_prefix (text, "ppwp 3299012001 final\nTPS masuk 2 lengkap 1\n"));
    UNIT_TRUE (strstr (text, " 1.234\n") != NULL);
}

UNIT_MAIN ("sum-file", { "a table, also when it was read twice", test_table },
           { "counts, another origin", test_counts }, { "text for people", test_text })
