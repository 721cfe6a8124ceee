/* Recap tables as forms: cells, columns, order, and the shortcut for equal bytes. */
#include "table-reader.h"

#include "csv-reader.h"
#include "table-writer.h"
#include "tables-fixture.h"

/* Loaded once: there are many small tables, and many contests. */
static RecapContests *
load_contests (void)
{
    static RecapContests *contests;
    g_autoptr (GError) error = NULL;

    if (contests == NULL)
        contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
    return contests;
}

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapTableReader *reader;
} Opened;

static void
opened_clear (Opened *self)
{
    g_clear_pointer (&self->reader, recap_table_reader_free);
    g_clear_pointer (&self->schema, recap_schema_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, opened_clear)

/* Opens @text as the table a.csv with just its own fields. */
static gboolean
open_text (Opened *self, const char *text, GError **error)
{
    fixture_write ("a.csv", text);
    self->contests = load_contests ();
    self->reader = recap_table_reader_open (self->contests, "a.csv", error);
    if (self->reader == NULL)
        return FALSE;
    self->schema = recap_schema_new (self->contests);
    recap_table_reader_add_fields (self->reader, self->schema);
    recap_table_reader_set_schema (self->reader, self->schema);
    return TRUE;
}

static char *
read_forms (Opened *self, GError **error)
{
    GString *out = g_string_new (NULL);
    gboolean end = FALSE;
    RecapForm form;
    while (recap_table_reader_next (self->reader, &form, &end, error) && !end)
        fixture_append_form (out, &form, recap_schema_get_n (self->schema));
    return g_string_free (out, FALSE);
}

/* Reads all forms of @text as lines 'kode sumber cell ...'. */
static char *
read_text (const char *text, GError **error)
{
    g_auto (Opened) opened = { .contests = NULL };
    return open_text (&opened, text, error) ? read_forms (&opened, error) : g_strdup ("");
}

#define HEADER "kontes,kode,sumber,s01,s02\n"

static void
test_cells (void)
{
    static const struct {
        const char *cells, *read;
    } cases[] = {
        { "0,1", "0 1" },
        { ",?", "- ?" },
        { "9,10", "9 10" },
        { "123,1234", "123 1234" },
        { "12345,123456", "12345 123456" },
        { "1234567,12345678", "1234567 12345678" },
        { "123456789,9999999999", "123456789 9999999999" },
        { "12345678901,999999999999", "12345678901 999999999999" },
        { "90000000,10000001", "90000000 10000001" },
        { "\"7\",\"\"", "7 -" },
        { "7,\"8\"\r", "7 8" },
        { "7,8\r", "7 8" },
        { "7,\r", "7 -" },
        { "7,?\r", "7 ?" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text =
            g_strconcat (HEADER "ppwp,3299011001001,plano,", cases[i].cells, "\n", NULL);
        g_autofree char *expected = g_strconcat ("3299011001001 plano ", cases[i].read, "\n", NULL);
        g_autofree char *forms = read_text (text, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (forms, expected);
    }
}

static void
test_bad_cells (void)
{
    static const struct {
        const char *cells;
        guint column;
        const char *shown, *hint;
        gboolean second;
    } cases[] = {
        { "1O3,1", 26, "1O3", "character 2 is the letter O, not a zero", FALSE },
        { "1,1O3\r", 28, "1O3", "character 2 is the letter O, not a zero", TRUE },
        { "\"1\",\"1O3\"", 30, "1O3", "character 2 is the letter O, not a zero", TRUE },
        { "1,l2", 28, "l2", "character 1 is the letter l, not a one", TRUE },
        { "1,-5", 28, "-5", "a count cannot be negative", TRUE },
        { "+5,1", 26, "+5", NULL, FALSE },
        { " 5,1", 26, " 5", "there is a blank inside the number", FALSE },
        { "5 ,1", 26, "5 ", "there is a blank inside the number", FALSE },
        { "007,1", 26, "007", "write the number without leading zeros", FALSE },
        { "00,1", 26, "00", "write the number without leading zeros", FALSE },
        { "1.234,1", 26, "1.234", "write the number without separators: 1234", FALSE },
        { "\"1,234\",1", 26, "1,234", "write the number without separators: 1234", FALSE },
        { "1234567890123,1", 26, "1234567890123", "a count has at most 12 digits", FALSE },
        { "12345678/,1", 26, "12345678/", NULL, FALSE },
        { "1:,1", 26, "1:", NULL, FALSE },
        { "??,1", 26, "??", NULL, FALSE },
        { "1,\xd9\xa1", 28, "\xd9\xa1", NULL, TRUE },
        { "\xd9\xa1,1", 26, "\xd9\xa1", NULL, FALSE },
        { "1\r,1", 26, "1\\x0D", NULL, FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text =
            g_strconcat (HEADER "ppwp,3299011001001,plano,", cases[i].cells, "\n", NULL);
        g_autofree char *message =
            g_strdup_printf ("count '%s' is not a number (field %d, \"%s\")", cases[i].shown,
                             cases[i].second ? 5 : 4, cases[i].second ? "s02" : "s01");
        g_autofree char *forms = read_text (text, &error);
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_STRING (forms, "");
        UNIT_TRUE (origin != NULL && strcmp (origin->file, "a.csv") == 0 && origin->line == 2);
        UNIT_INT (origin != NULL ? origin->column : 0, cases[i].column);
        UNIT_STRING (recap_error_get_hint (error), cases[i].hint);
        UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, message);
    }
}

static void
test_columns (void)
{
    static const struct {
        const char *text, *forms;
    } cases[] = {
        { HEADER, "" },
        { "s02,sumber,s01,kode,kontes\n2,plano,1,3299011001001,ppwp\n",
          "3299011001001 plano 1 2\n" },
        { "asal,kontes,kode,psu,sumber,waktu,s02\r\nx.csv:1,ppwp,32,,plano,2024-02-15 10:00,4\r\n",
          "32 plano 4\n" },
        { "kontes,kode,sumber\nppwp,3299011001001,plano\n", "3299011001001 plano\n" },
        { "\"kontes\",\"kode\",\"sumber\",\"s01\"\nppwp,\"32\",plano,3", "32 plano 3\n" },
        { "\xef\xbb\xbfkontes,kode,sumber,s01\nppwp,32,plano,3", "32 plano 3\n" },
        { "kontes,kode,sumber,s01\nppwp,32,'=1+1,3\nppwp,32,'a,3\n", "32 =1+1 3\n32 'a 3\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *forms = read_text (cases[i].text, &error);
        if (i + 1 == G_N_ELEMENTS (cases)) { /* 'a sorts before =1+1 */
            UNIT_ERROR (&error, RECAP_ERROR_ORDER, "the table is not sorted");
            continue;
        }
        UNIT_NO_ERROR (&error);
        UNIT_STRING (forms, cases[i].forms);
    }
}

static void
test_bad_columns (void)
{
    static const struct {
        const char *text;
        guint64 line;
        guint column;
        const char *message;
    } cases[] = {
        { "", 0, 0, "the table is empty" },
        { "\n\n", 0, 0, "the table is empty" },
        { "kontes,kode,s01\n", 1, 1, "the table has no column 'sumber'" },
        { "kode,sumber\n", 1, 1, "the table has no column 'kontes'" },
        { "\nkontes,sumber\n", 2, 1, "the table has no column 'kode'" },
        { "kontes,kode,sumber,s01,s02,s01\n", 1, 28,
          "column 's01' is there twice (fields 4 and 6)" },
        { "kontes,kode,sumber,kode\r\n", 1, 20, "column 'kode' is there twice (fields 2 and 4)" },
        { "kontes,kode,sumber,s01,\n", 1, 24, "no contest has a field '' (field 5)" },
        { "kontes,kode,sumber,S01\n", 1, 20, "no contest has a field 'S01' (field 4)" },
        { "kontes,kode,sumber,n_x\n", 1, 20, "no contest has a field 'n_x' (field 4)" },
        { HEADER "ppwp,32,plano,1\n", 2, 1, "the record has 4 fields, but the header names 5" },
        { HEADER "ppwp,32,plano,1,2,3\n", 2, 1, "the record has 6 fields, but the header names 5" },
        { HEADER "ppwp\n", 2, 1, "the record has 1 field, but the header names 5" },
        { HEADER "ppwp,,plano,1,2\n", 2, 6, "the code is empty" },
        { HEADER "pxxx,32,plano,1,2\n", 2, 1, "unknown contest 'pxxx'" },
        { HEADER ",32,plano,1,2\n", 2, 1, "unknown contest ''" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *forms = read_text (cases[i].text, &error);
        const RecapOrigin *origin = recap_error_get_origin (error);
        UNIT_STRING (forms, "");
        UNIT_TRUE (origin != NULL);
        UNIT_INT (origin != NULL ? origin->line : 99, cases[i].line);
        UNIT_INT (origin != NULL ? origin->column : 99, cases[i].column);
        UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, cases[i].message);
    }
}

static void
test_texts_and_tallies (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Opened) opened = { .contests = NULL };
    RecapForm form;
    gboolean end = FALSE;

    UNIT_TRUE (open_text (&opened,
                          "kontes,kode,sumber,desa,tps,asal,tps_masuk,tps_lengkap,s01,n_s01\n"
                          "ppwp,3299,plano,\"A,\"\"B\",'-1,,7,,100,6\n"
                          "ppwp,3299011,plano,\"x\n\ny\",,b.csv:9,?,2,,\n",
                          &error));
    UNIT_TRUE (recap_table_reader_has_key (opened.reader, RECAP_KEY_DESA));
    UNIT_FALSE (recap_table_reader_has_key (opened.reader, RECAP_KEY_WAKTU));
    UNIT_TRUE (recap_table_reader_has_tally (opened.reader, RECAP_TALLY_COMPLETE));
    UNIT_FALSE (recap_table_reader_has_tally (opened.reader, RECAP_TALLY_REGISTERED));
    UNIT_TRUE (recap_table_reader_has_field (opened.reader, 0));

    UNIT_TRUE (recap_table_reader_next (opened.reader, &form, &end, &error) && !end);
    UNIT_TEXT (form.keys[RECAP_KEY_DESA], "A,\"B");
    UNIT_TEXT (form.keys[RECAP_KEY_TPS], "-1");
    UNIT_TEXT (form.keys[RECAP_KEY_PROVINSI], "");
    g_autofree char *first = recap_form_origin (&form);
    UNIT_STRING (first, "a.csv:2");
    UNIT_INT (form.tallies[RECAP_TALLY_REGISTERED], RECAP_CELL_NOT_CARRIED);
    UNIT_INT (form.tallies[RECAP_TALLY_RECEIVED], 7);
    UNIT_INT (form.tallies[RECAP_TALLY_COMPLETE], RECAP_CELL_BLANK);
    UNIT_INT (form.cells[0], 100);
    UNIT_INT (form.counts[0], 6);

    UNIT_TRUE (recap_table_reader_next (opened.reader, &form, &end, &error) && !end);
    UNIT_TEXT (form.keys[RECAP_KEY_DESA], "x\n\ny");
    UNIT_INT (form.line, 3);
    g_autofree char *second = recap_form_origin (&form);
    UNIT_STRING (second, "b.csv:9");
    UNIT_INT (form.tallies[RECAP_TALLY_RECEIVED], RECAP_CELL_UNREADABLE);
    UNIT_INT (form.cells[0], RECAP_CELL_BLANK);
    UNIT_INT (form.counts[0], RECAP_CELL_BLANK);
    UNIT_TRUE (recap_table_reader_next (opened.reader, &form, &end, &error) && end);
    UNIT_NO_ERROR (&error);
}

/* Reads the table of one source column, held when it is not sorted. */
static char *
read_sorted (Opened *self, gboolean *ret_held, GError **error)
{
    g_autoptr (GError) local = NULL;
    g_autofree char *forms = read_forms (self, &local);

    *ret_held = g_error_matches (local, RECAP_ERROR, RECAP_ERROR_ORDER);
    if (!*ret_held) {
        if (local != NULL)
            g_propagate_error (error, g_steal_pointer (&local));
        return g_steal_pointer (&forms);
    }
    return recap_table_reader_hold (self->reader, error) ? read_forms (self, error) : NULL;
}

static void
test_order (void)
{
    static const struct {
        const char *records;
        gboolean held;
        const char *forms;
    } cases[] = {
        { "ppwp,1,a,1\nppwp,1,b,2\nppwp,10,a,3\nppwp,2,a,4\n", FALSE,
          "1 a 1\n1 b 2\n10 a 3\n2 a 4\n" },
        { "ppwp,2,a,4\nppwp,10,a,3\nppwp,1,b,2\nppwp,1,a,1\n", TRUE,
          "1 a 1\n1 b 2\n10 a 3\n2 a 4\n" },
        { "ppwp,99.AA.01.0001.002,a,2\nppwp,99.AA.01.0001.001,a,1\nppwp,99.AA.01.0001,a,0\n", TRUE,
          "99.AA.01.0001 a 0\n99.AA.01.0001.001 a 1\n99.AA.01.0001.002 a 2\n" },
        { "ppwp,1,b,\"1\"\nppwp,1,\"a\nc\",2\nppwp,0,x,3", TRUE, "0 x 3\n1 a\nc 2\n1 b 1\n" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_auto (Opened) opened = { .contests = NULL };
        g_autofree char *text = g_strconcat ("kontes,kode,sumber,s01\n", cases[i].records, NULL);
        gboolean held = FALSE;
        UNIT_TRUE (open_text (&opened, text, &error));
        UNIT_INT (recap_table_reader_looks_sorted (opened.reader), !cases[i].held);
        g_autofree char *forms = read_sorted (&opened, &held, &error);
        UNIT_NO_ERROR (&error);
        UNIT_INT (held, cases[i].held);
        UNIT_STRING (forms, cases[i].forms);
        UNIT_TRUE (recap_table_reader_rewind (opened.reader, &error));
        g_autofree char *again = read_forms (&opened, &error);
        UNIT_STRING (again, cases[i].forms);
    }
}

static void
test_order_is_seen_late (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Opened) opened = { .contests = NULL };
    g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,s01\n");
    for (guint i = 0; i < 20000; i++)
        g_string_append_printf (text, "ppwp,%013u,plano,%u\n", i + 10, i);
    g_string_append (text, "ppwp,0000000000001,plano,1\n");
    gboolean held = FALSE;

    UNIT_TRUE (open_text (&opened, text->str, &error));
    UNIT_TRUE (recap_table_reader_looks_sorted (opened.reader));
    g_autofree char *forms = read_sorted (&opened, &held, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (held);
    UNIT_TRUE (g_str_has_prefix (forms, "0000000000001 plano 1\n0000000000010 plano 0\n"));
    UNIT_TRUE (g_str_has_suffix (forms, "0000000020009 plano 19999\n"));
}

static void
test_repeats (void)
{
    static const char *const records[] = {
        "ppwp,1,a,1\nppwp,1,a,2\n", "ppwp,2,a,3\nppwp,1,a,1\nppwp,1,a,2\n", /* held */
    };
    static const char *const messages[] = {
        "contest 'ppwp', code '1', source 'a' was already at a.csv:2",
        "contest 'ppwp', code '1', source 'a' was already at a.csv:3",
    };

    for (guint i = 0; i < 2; i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = g_strconcat ("kontes,kode,sumber,s01\n", records[i], NULL);
        g_auto (Opened) opened = { .contests = NULL };
        gboolean held = FALSE;
        UNIT_TRUE (open_text (&opened, text, &error));
        g_autofree char *forms = read_sorted (&opened, &held, &error);
        UNIT_STRING (forms, "1 a 1\n");
        UNIT_INT (recap_error_get_origin (error)->line, 3 + i);
        UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, messages[i]);

        UNIT_TRUE (recap_table_reader_rewind (opened.reader, &error));
        recap_table_reader_set_repeats (opened.reader, TRUE);
        g_autofree char *both = read_forms (&opened, &error);
        UNIT_NO_ERROR (&error);
        UNIT_STRING (both, i == 0 ? "1 a 1\n1 a 2\n" : "1 a 1\n1 a 2\n2 a 3\n");
    }
}

/* ---- equal bytes ---- */

/* Returns: whether the first form of b.csv is said to copy that of a.csv. */
static gboolean
copies (const char *first, const char *second)
{
    g_autoptr (GError) error = NULL;
    RecapContests *contests = load_contests ();
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, first, second, NULL);
    RecapForm one;
    RecapForm two;
    gboolean end;

    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_tables_next (tables, 0, &one, &end, &error) && !end);
    UNIT_TRUE (recap_tables_next_key (tables, 1, &two, &end, &error) && !end);
    return recap_table_reader_copies (recap_tables_get_reader (tables, 1),
                                      recap_tables_get_reader (tables, 0));
}

static void
test_copies (void)
{
    static const char plain[] = "kontes,kode,sumber,s01,s02,s03\nppwp,1,a,1,22,3\n";

    UNIT_TRUE (copies (plain, plain));
    UNIT_TRUE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,other,1,22,3\n"));
    UNIT_TRUE (copies (plain, "s03,kontes,s01,s02,kode,sumber\n3,ppwp,1,22,1,b\n"));
    UNIT_TRUE (copies (plain, "kontes,kode,sumber,s03\nppwp,1,a,3\n")); /* what it has is equal */
    UNIT_FALSE (copies ("kontes,kode,sumber,s03\nppwp,1,a,3\n", plain));
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,a,1,22,\n"));
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,a,12,2,3\n"));
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,a,1,22,33\n"));
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s03,s02,s01\nppwp,1,a,1,22,3\n"));
    /* Not told without parsing. */
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,a,\"1\",22,3\n"));
    UNIT_FALSE (copies (plain, "kontes,kode,sumber,s01,s02,s03\nppwp,1,\"a\",1,22,3\n"));
}

/* ---- a second contest ---- */

/* A made-up contest that shares s01 with ppwp and has a field of its own. */
static const char other_contest[] =
    "[kontes]\nkode=pxyz\nnama=N\npemilihan=E\nplano=P\nrekapitulasi=R\npeserta=Calon\n"
    "[bagian 1]\nnomor=IV\njudul=SUARA\n"
    "[isian s01-01]\nbagian=1\nnomor=IV.%d\nlabel=Calon %d\npendek=Calon %d\nperan=perolehan\n"
    "[isian x_sendiri]\nbagian=1\nnomor=V\nlabel=Sendiri\npendek=Sendiri\n";

static void
test_two_contests (void)
{
    const char *const folders[] = { ".", NULL };
    g_autoptr (GError) error = NULL;
    fixture_write ("pxyz.contest", other_contest);
    g_autoptr (RecapContests) contests = recap_contests_load (folders, &error);
    g_auto (Opened) opened = { .contests = contests };
    UNIT_NO_ERROR (&error);
    fixture_write ("a.csv", "kontes,kode,sumber,s01,s02,x_sendiri\n"
                            "ppwp,1,a,1,2,\n"
                            "pxyz,1,a,1,,7\n"
                            "pxyz,2,a,1,5,7\n");
    opened.reader = recap_table_reader_open (opened.contests, "a.csv", &error);
    opened.schema = recap_schema_new (opened.contests);
    recap_table_reader_add_fields (opened.reader, opened.schema);
    recap_table_reader_set_schema (opened.reader, opened.schema);
    /* x_sendiri stands first: its section is the first of its contest. */
    g_autofree char *forms = read_forms (&opened, &error);
    UNIT_STRING (forms, "1 a . 1 2\n1 a 7 1 .\n");
    UNIT_INT (recap_error_get_origin (error)->line, 4);
    UNIT_INT (recap_error_get_origin (error)->column, 12);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, "contest 'pxyz' has no field 's02'");
    g_unlink ("pxyz.contest");
}

/* ---- written, and read by another reader ---- */

static RecapCell
random_cell (GRand *rand)
{
    static const RecapCell limits[] = { 9, 99, 999, 99999999, 999999999, RECAP_COUNT_MAX };
    if (g_rand_int_range (rand, 0, 6) == 0)
        return g_rand_boolean (rand) ? RECAP_CELL_BLANK : RECAP_CELL_UNREADABLE;
    RecapCell limit = limits[g_rand_int_range (rand, 0, G_N_ELEMENTS (limits))];
    return (RecapCell)(g_rand_double (rand) * (double)limit);
}

static char *
random_name (GRand *rand)
{
    static const char *const pieces[] = {
        "A", "\xc3\x89", " ", "\"", ",", "\n", "\r", "'", "=", "-"
    };
    GString *name = g_string_new (NULL);
    guint n = (guint)g_rand_int_range (rand, 0, 6);
    for (guint i = 0; i < n; i++)
        g_string_append (name, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    return g_string_free (name, FALSE);
}

/* Writes @n random forms; their texts and cells, as lines, to @expected. */
static char *
write_random (const RecapSchema *schema, guint seed, guint n, GString *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    RecapTableColumns columns = RECAP_TABLE_COLUMNS_INIT;
    columns.waktu = columns.psu = TRUE;
    g_autoptr (RecapTableWriter) writer = recap_table_writer_new (spool, schema, &columns);
    guint n_fields = recap_schema_get_n (schema);
    const RecapContest *ppwp =
        recap_contests_find (recap_schema_get_contests (schema), recap_text ("ppwp"));
    g_autofree RecapCell *cells = g_new (RecapCell, n_fields);

    recap_table_writer_header (writer);
    for (guint i = 0; i < n; i++) {
        g_autofree char *kode = g_strdup_printf ("%013u", i);
        g_autofree char *desa = random_name (rand);
        g_autofree char *asal = random_name (rand);
        RecapForm form = { .contest = ppwp, .cells = cells };
        for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
            form.keys[key] = RECAP_TEXT_EMPTY;
        form.keys[RECAP_KEY_KODE] = recap_text (kode);
        form.keys[RECAP_KEY_SUMBER] = recap_text ("plano");
        form.keys[RECAP_KEY_DESA] = recap_text (desa);
        form.keys[RECAP_KEY_ASAL] = recap_text (asal);
        for (guint k = 0; k < n_fields; k++)
            cells[k] = random_cell (rand);
        recap_table_writer_add (writer, &form);
        g_string_append_printf (expected, "%s|%s|", desa, asal);
        fixture_append_form (expected, &form, n_fields);
    }
    char *text = recap_spool_to_string (spool, &error);
    UNIT_NO_ERROR (&error);
    return text;
}

/* The same lines from libcsv. */
static void
read_with_libcsv (const char *text, guint n_fields, GString *out)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("a.csv", text, strlen (text), &error);
    g_autoptr (RecapCsvReader) reader = recap_csv_reader_new (source, ',');
    RecapRecord record;
    gboolean end = FALSE;
    guint n_wrong = 0;

    UNIT_TRUE (recap_csv_reader_next (reader, &record, &end, &error));
    while (recap_csv_reader_next (reader, &record, &end, &error) && !end) {
        RecapForm form;
        g_autofree RecapCell *cells = g_new0 (RecapCell, n_fields);
        form.cells = cells;
        form.keys[RECAP_KEY_KODE] = record.fields[1];
        form.keys[RECAP_KEY_SUMBER] = record.fields[2];
        for (guint i = 0; i < n_fields; i++)
            n_wrong += !recap_cell_parse (record.fields[record.n_fields - n_fields + i], &cells[i]);
        fixture_append_text (out, recap_csv_unguard (record.fields[6]));
        g_string_append_c (out, '|');
        fixture_append_text (out, recap_csv_unguard (record.fields[10]));
        g_string_append_c (out, '|');
        fixture_append_form (out, &form, n_fields);
    }
    UNIT_INT (n_wrong, 0);
    UNIT_NO_ERROR (&error);
}

static void
test_written_and_read (void)
{
    for (guint seed = 1; seed <= 5; seed++) {
        g_autoptr (GError) error = NULL;
        g_auto (Opened) opened = { .contests = NULL };
        RecapContests *contests = load_contests ();
        g_autoptr (RecapSchema) schema = recap_schema_new (contests);
        g_autoptr (GString) expected = g_string_new (NULL);
        g_autoptr (GString) read = g_string_new (NULL);
        g_autoptr (GString) oracle = g_string_new (NULL);
        recap_schema_add_contest (schema, recap_contests_find (contests, recap_text ("ppwp")));
        guint n_fields = recap_schema_get_n (schema);
        g_autofree char *text = write_random (schema, seed, 300, expected);
        RecapForm form;
        gboolean end = FALSE;

        UNIT_TRUE (open_text (&opened, text, &error));
        while (recap_table_reader_next (opened.reader, &form, &end, &error) && !end) {
            fixture_append_text (read, form.keys[RECAP_KEY_DESA]);
            g_string_append_c (read, '|');
            fixture_append_text (read, form.keys[RECAP_KEY_ASAL]);
            g_string_append_c (read, '|');
            fixture_append_form (read, &form, n_fields);
        }
        UNIT_NO_ERROR (&error);
        read_with_libcsv (text, n_fields, oracle);
        UNIT_TRUE (g_string_equal (read, expected));
        UNIT_TRUE (g_string_equal (oracle, expected));
    }
}

static void
append_form (const RecapForm *form, gpointer data)
{
    fixture_append_form (data, form, 1);
}

/* Reads a table of @n_forms to form @to (from 1; the end, when there are fewer), having kept form
 * @from, reads again, and goes on to the end.
 *
 * Returns: whether all forms came as they should. */
static gboolean
replay (guint n_forms, guint from, guint to, guint padding, gboolean sorted)
{
    g_autoptr (GError) error = NULL;
    g_auto (Opened) opened = { .contests = NULL };
    g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,desa,s01\n");
    g_autoptr (GString) expected = g_string_new (NULL);
    g_autoptr (GString) found = g_string_new (NULL);
    g_autofree char *name = g_strnfill (padding, 'x');
    RecapForm form;
    gboolean end = FALSE;
    guint n = 0;

    for (guint i = 1; i <= n_forms; i++) {
        guint number = sorted ? i : n_forms + 1 - i;
        g_string_append_printf (text, "ppwp,%013u,a,\"%s\",%u\n", number, name, number);
        if (i >= from && i <= to)
            g_string_append_printf (expected, "%013u a %u\n", i, i);
    }
    UNIT_TRUE (open_text (&opened, text->str, &error));
    if (!sorted)
        UNIT_TRUE (recap_table_reader_hold (opened.reader, &error));
    UNIT_TRUE (recap_table_reader_replay (opened.reader, append_form, found, &error));
    while (n < to && recap_table_reader_next (opened.reader, &form, &end, &error) && !end)
        if (++n == from)
            recap_table_reader_keep (opened.reader);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_table_reader_replay (opened.reader, append_form, found, &error));
    UNIT_NO_ERROR (&error);
    /* What was read stays as it was, and the rest comes. */
    UNIT_TRUE (end || form.cells[0] == n);
    while (!end && recap_table_reader_next (opened.reader, &form, &end, &error) && !end) {
        UNIT_INT (form.cells[0], ++n);
        UNIT_INT (form.line, (sorted ? n : n_forms + 1 - n) + 1);
    }
    UNIT_INT (n, n_forms);
    return g_string_equal (found, expected);
}

static void
test_replay (void)
{
    UNIT_TRUE (replay (10, 3, 7, 1, TRUE));
    UNIT_TRUE (replay (10, 3, 3, 1, TRUE));
    UNIT_TRUE (replay (10, 1, 11, 1, TRUE));
    UNIT_TRUE (replay (10, 3, 7, 1, FALSE));
    UNIT_TRUE (replay (10, 1, 11, 1, FALSE));
    /* Over the ends of the buffer, which is 256 KiB. */
    UNIT_TRUE (replay (5000, 1, 5001, 500, TRUE));
    UNIT_TRUE (replay (5000, 700, 4000, 300, TRUE));
    UNIT_TRUE (replay (5000, 4999, 5000, 300, TRUE));
    UNIT_TRUE (replay (5000, 700, 4000, 300, FALSE));
    /* More than is kept: nothing, rather than a part. */
    UNIT_FALSE (replay (5000, 1, 5000, 1000, TRUE));
}

UNIT_MAIN ("table-reader", { "cells", test_cells }, { "bad cells", test_bad_cells },
           { "columns", test_columns }, { "bad columns", test_bad_columns },
           { "texts and tallies", test_texts_and_tallies }, { "order", test_order },
           { "disorder that is seen late", test_order_is_seen_late },
           { "keys that come twice", test_repeats }, { "equal bytes", test_copies },
           { "two contests", test_two_contests }, { "read again", test_replay },
           { "written by the writer, read as libcsv does", test_written_and_read })
