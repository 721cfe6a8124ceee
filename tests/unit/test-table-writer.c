/* Recap tables as they are written. */
#include "table-writer.h"

#include "tables-fixture.h"

static RecapForm
make_form (const RecapContest *contest, RecapCell *cells)
{
    RecapForm form = { .contest = contest, .cells = cells };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = recap_text (recap_key_name (key));
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form.tallies[tally] = RECAP_CELL_BLANK;
    return form;
}

/* Every optional column, on and off; the columns stand in the order of recap-table(5). */
static void
test_columns (void)
{
    static const gboolean last_two[] = { FALSE, TRUE, TRUE };
    static const gboolean none[] = { FALSE, FALSE, FALSE };
    static const struct {
        RecapTableColumns columns;
        const char *header, *record;
    } cases[] = {
        { { .waktu = FALSE }, "asal,s01,s02,suara_sah", "asal,1,,?" },
        { { .waktu = TRUE }, "waktu,asal,s01,s02,suara_sah", "waktu,asal,1,,?" },
        { { .psu = TRUE }, "psu,asal,s01,s02,suara_sah", "psu,asal,1,,?" },
        { { .waktu = TRUE, .psu = TRUE, .tallies = TRUE },
          "waktu,psu,asal,tps_terdaftar,tps_masuk,tps_lengkap,s01,s02,suara_sah",
          "waktu,psu,asal,,7,,1,,?" },
        { { .counts = TRUE, .tallies = FALSE },
          "asal,s01,s02,suara_sah,n_s01,n_s02,n_suara_sah",
          "asal,1,,?,3,,0" },
        { { .counts = TRUE, .fields = last_two },
          "asal,s02,suara_sah,n_s02,n_suara_sah",
          "asal,,?,,0" },
        { { .fields = none }, "asal", "asal" },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    recap_schema_add (schema, recap_text ("suara_sah"));
    recap_schema_add (schema, recap_text ("s02"));
    recap_schema_add (schema, recap_text ("s01"));
    RecapCell cells[] = { 1, RECAP_CELL_NOT_CARRIED, RECAP_CELL_UNREADABLE };
    const RecapCell counts[] = { 3, RECAP_CELL_BLANK, 0 };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (RecapSpool) spool = recap_spool_new ();
        g_autoptr (RecapTableWriter) writer =
            recap_table_writer_new (spool, schema, &cases[i].columns);
        RecapForm form = make_form (recap_contests_find (contests, recap_text ("ppwp")), cells);
        form.tallies[RECAP_TALLY_RECEIVED] = 7;
        recap_table_writer_header (writer);
        if (cases[i].columns.counts)
            recap_table_writer_add_with_counts (writer, &form, counts);
        else
            recap_table_writer_add (writer, &form);
        g_autofree char *text = recap_spool_to_string (spool, &error);
        g_autofree char *expected =
            g_strdup_printf ("kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,%s\n"
                             "ppwp,kode,sumber,provinsi,kabko,kecamatan,desa,tps,%s\n",
                             cases[i].header, cases[i].record);
        UNIT_STRING (text, expected);
    }
}

/* Texts that would be a formula or break the record, and back. */
static void
test_texts (void)
{
    static const char *const texts[] = { "=1+1", "'=1", "'a",  "-",        "a,b", "\"",
                                         "a\nb", "\r",  "+\n", "\xc3\xa9", " " };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (RecapSchema) schema = recap_schema_new (contests);
        g_autoptr (RecapSpool) spool = recap_spool_new ();
        const RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
        g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
        RecapForm form = make_form (recap_contests_find (contests, recap_text ("ppwp")), NULL);
        RecapForm read;
        gboolean end = FALSE;
        for (RecapKey key = RECAP_KEY_SUMBER; key < RECAP_N_KEYS; key++)
            form.keys[key] = recap_text (texts[i]);
        recap_table_writer_header (writer);
        recap_table_writer_add (writer, &form);
        g_autofree char *text = recap_spool_to_string (spool, &error);
        g_autoptr (RecapTables) tables = fixture_tables (contests, &error, text, NULL);
        UNIT_TRUE (recap_tables_next (tables, 0, &read, &end, &error) && !end);
        UNIT_NO_ERROR (&error);
        UNIT_TEXT (read.keys[RECAP_KEY_SUMBER], texts[i]);
        UNIT_TEXT (read.keys[RECAP_KEY_TPS], texts[i]);
        UNIT_TEXT (read.keys[RECAP_KEY_ASAL], texts[i]); /* the last column */
    }
}

/* Cells that are text already, and a place that is said once for several forms. */
static void
test_formatted (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    recap_schema_add (schema, recap_text ("s01"));
    recap_schema_add (schema, recap_text ("s02"));
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    const RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    RecapCell cells[] = { 1, 2 };
    RecapForm form = make_form (recap_contests_find (contests, recap_text ("ppwp")), cells);

    form.keys[RECAP_KEY_DESA] = recap_text ("=A, B");
    form.keys[RECAP_KEY_TPS] = recap_text ("001");
    recap_table_writer_add_formatted (writer, &form, FALSE, recap_text ("7,?"));
    form.keys[RECAP_KEY_KODE] = recap_text ("k2");
    form.keys[RECAP_KEY_TPS] = recap_text ("002");
    recap_table_writer_add_formatted (writer, &form, TRUE, recap_text (","));
    form.keys[RECAP_KEY_DESA] = RECAP_TEXT_EMPTY;
    recap_table_writer_add (writer, &form); /* leaves what was said before */
    recap_table_writer_add_formatted (writer, &form, TRUE, recap_text ("3,4"));
    form.keys[RECAP_KEY_SUMBER] = RECAP_TEXT_EMPTY;
    recap_table_writer_add_formatted (writer, &form, FALSE, recap_text ("5,6"));
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text, "ppwp,kode,sumber,provinsi,kabko,kecamatan,\"'=A, B\",001,asal,7,?\n"
                       "ppwp,k2,sumber,provinsi,kabko,kecamatan,\"'=A, B\",002,asal,,\n"
                       "ppwp,k2,sumber,provinsi,kabko,kecamatan,,002,asal,1,2\n"
                       "ppwp,k2,sumber,provinsi,kabko,kecamatan,\"'=A, B\",002,asal,3,4\n"
                       "ppwp,k2,,provinsi,kabko,kecamatan,,002,asal,5,6\n");
}

UNIT_MAIN ("table-writer", { "columns", test_columns }, { "texts", test_texts },
           { "formatted cells", test_formatted })
