/* The import operation: counts, and who wins among several records of one form. */
#include "import.h"
#include "unit.h"

/* Imports the table @text and gives the result; *@ret_count gets the numbers. */
static char *
import_text (const char *text, RecapImportCount *ret_count)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapImportOptions options = {
        .contests = contests,
        .contest = recap_contests_find (contests, recap_text ("ppwp")),
        .source = "plano",
    };
    g_autoptr (RecapImport) import = recap_import_new (&options);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    char *path = unit_write (text, -1);

    UNIT_TRUE (recap_import_read (import, path, &error));
    UNIT_NO_ERROR (&error);
    recap_import_finish (import);
    *ret_count = *recap_import_get_count (import);
    recap_import_write (import, spool);
    unit_remove (path);
    return recap_spool_to_string (spool, &error);
}

static void
check_count (const RecapImportCount *count, guint imported, guint superseded, guint rejected)
{
    UNIT_INT (count->imported, imported);
    UNIT_INT (count->superseded, superseded);
    UNIT_INT (count->rejected, rejected);
    UNIT_INT (count->read, imported + superseded + rejected);
}

static void
test_who_wins (void)
{
    static const struct {
        const char *records;
        guint imported, superseded, rejected;
        const char *value; /* of s01 in the table; NULL: the form is not in it */
    } cases[] = {
        { "2024-02-15,1\n2024-02-16,2\n2024-02-14,3\n", 1, 2, 0, ",2\n" },
        { "2024-02-15,1\n2024-02-15,1\n", 1, 1, 0, ",1\n" },
        { "2024-02-15,1\n2024-02-15,2\n", 0, 0, 2, NULL },
        { "2024-02-15,1\n2024-02-15,1\n2024-02-15,2\n", 0, 0, 3, NULL },
        { "2024-02-14,9\n2024-02-15,1\n2024-02-15,2\n", 0, 1, 2, NULL },
        { ",1\n,1\n,1\n", 1, 2, 0, ",1\n" },
        { ",1\n,\n", 0, 0, 2, NULL }, /* blank is not 1 */
        { ",0\n,\n", 0, 0, 2, NULL }, /* nor 0 */
        { "2024-02-15,1\n,1\n", 1, 1, 0, ",1\n" },
        { "2024-02-15,1\n,2\n", 0, 0, 2, NULL }, /* who knows which is newer */
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) text = g_string_new ("kode,ts,s01\n3299011001002,,5\n");
        g_auto (GStrv) records = g_strsplit (cases[i].records, "\n", -1);
        RecapImportCount count;
        for (guint j = 0; records[j][0] != '\0'; j++)
            g_string_append_printf (text, "3299011001001,%s\n", records[j]);
        g_autofree char *table = import_text (text->str, &count);
        check_count (&count, cases[i].imported + 1, cases[i].superseded, cases[i].rejected);
        const char *row = strstr (table, "ppwp,3299011001001,");
        UNIT_TRUE ((row != NULL) == (cases[i].value != NULL));
        if (row != NULL && cases[i].value != NULL)
            UNIT_TRUE (strncmp (strchr (row, '\n') - strlen (cases[i].value) + 1, cases[i].value,
                                strlen (cases[i].value)) == 0);
    }
}

/* Cells of every size survive being packed. */
static void
test_large_numbers (void)
{
    static const char table[] = "kontes,kode,sumber,asal,s01,s02,s03,suara_sah,suara_total\n"
                                "ppwp,32,plano,a,124,125,16380,16381,999999999999\n"
                                "ppwp,3299,plano,b,0,?,,2097148,34359738368\n";
    RecapImportCount count;
    g_autofree char *result = import_text (table, &count);

    check_count (&count, 2, 0, 0);
    UNIT_STRING (result,
                 "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,asal,s01,s02,s03,suara_sah,"
                 "suara_total\n"
                 "ppwp,32,plano,,,,,,a,124,125,16380,16381,999999999999\n"
                 "ppwp,3299,plano,,,,,,b,0,?,,2097148,34359738368\n");
}

UNIT_MAIN ("import", { "who wins", test_who_wins }, { "large numbers", test_large_numbers })
