/* Forms in memory and their way to a file. */
#include "arena.h"
#include "table-writer.h"
#include "table.h"
#include "unit.h"

static RecapForm
make_form (const RecapContest *contest, const char *kode, const char *sumber, RecapCell *cells)
{
    RecapForm form = { .contest = contest, .cells = cells, .file = "a.csv", .line = 2 };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text ("ppwp");
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_SUMBER] = recap_text (sumber);
    return form;
}

static void
test_sort_and_write (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const RecapContest *ppwp = recap_contests_find (contests, recap_text ("ppwp"));
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    UNIT_TRUE (recap_schema_add (schema, recap_text ("s02")));
    UNIT_TRUE (recap_schema_add (schema, recap_text ("s01")));
    g_autoptr (RecapTable) table = recap_table_new (schema);
    RecapCell cells[2] = { 1, RECAP_CELL_UNREADABLE };
    char kode[] = "3299011001002";

    RecapForm form = make_form (ppwp, kode, "sirekap", cells);
    recap_table_add (table, &form);
    kode[12] = '1'; /* the table has copies */
    cells[0] = 7;
    recap_table_add (table, &form);
    form.keys[RECAP_KEY_SUMBER] = recap_text ("plano");
    recap_table_add (table, &form);
    recap_table_sort (table);
    UNIT_INT (recap_table_get_n (table), 3);
    recap_table_get (table, 2)->cells[1] = RECAP_CELL_BLANK;

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    const gboolean fields[] = { TRUE, TRUE };
    const RecapTableColumns columns = { .psu = TRUE, .counts = TRUE, .fields = fields };
    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    const gint64 counts[] = { 3, 4 };
    recap_table_writer_header (writer);
    for (guint i = 0; i < 3; i++)
        recap_table_writer_add_with_counts (writer, recap_table_get (table, i), counts);
    g_autofree char *text = recap_spool_to_string (spool, &error);
    UNIT_STRING (text,
                 "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,psu,asal,s01,s02,n_s01,"
                 "n_s02\n"
                 "ppwp,3299011001001,plano,,,,,,,,7,?,3,4\n"
                 "ppwp,3299011001001,sirekap,,,,,,,,7,?,3,4\n"
                 "ppwp,3299011001002,sirekap,,,,,,,,1,,3,4\n");
}

static void
test_arena (void)
{
    g_autoptr (RecapArena) arena = recap_arena_new ();
    const char *one = recap_arena_intern (arena, recap_text ("MEKAR"));
    char copy[] = "MEKAR";

    UNIT_TRUE (recap_arena_intern (arena, recap_text (copy)) == one);
    UNIT_TRUE (recap_arena_copy (arena, recap_text (copy)) != one);
    for (guint i = 1; i < 5000; i++) {
        guint64 *number = recap_arena_take (arena, i % 700 + 8);
        UNIT_INT ((guintptr)number % 16, 0);
        *number = i;
        recap_arena_copy (arena, (RecapText){ "xyz", i % 4 });
    }
    guint8 *large = recap_arena_take (arena, 1024 * 1024);
    memset (large, 1, 1024 * 1024);
    UNIT_STRING (one, "MEKAR");
}

UNIT_MAIN ("table", { "sort and write", test_sort_and_write }, { "arena", test_arena })
