/* Several tables side by side: merged, run again, loaded. */
#include <fcntl.h>
#include <unistd.h>

#include "tables-fixture.h"

#define HEADER "kontes,kode,sumber,s01\n"

static RecapContests *
load_contests (void)
{
    g_autoptr (GError) error = NULL;
    RecapContests *contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
    return contests;
}

/* A pass that writes every form of the merge. */
typedef struct {
    GString *text;
    gboolean repeats;
    guint n_passes;
    guint n_resets;
} Pass;

static gboolean
merge_all (RecapTables *tables, gpointer data, GError **error)
{
    Pass *self = data;
    RecapForm *form = NULL;

    self->n_passes++;
    for (;;) {
        if (!recap_tables_merge (tables, self->repeats, &form, error))
            return FALSE;
        if (form == NULL)
            return TRUE;
        fixture_append_form (self->text, form, 1);
    }
}

static void
reset (gpointer data)
{
    Pass *self = data;
    g_string_truncate (self->text, 0);
    self->n_resets++;
}

typedef struct {
    guint kode;
    char sumber;
    guint value;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const Row *x = a;
    const Row *y = b;
    return x->kode != y->kode ? (x->kode > y->kode) - (x->kode < y->kode)
                              : (x->sumber > y->sumber) - (x->sumber < y->sumber);
}

static void
shuffle (GRand *rand, Row *rows, guint n)
{
    for (guint i = n; i > 1; i--) {
        guint k = (guint)g_rand_int_range (rand, 0, (gint32)i);
        Row row = rows[i - 1];
        rows[i - 1] = rows[k];
        rows[k] = row;
    }
}

/* Random rows dealt out to four tables; @sorted of them in order. */
static void
check_merge (guint seed, guint n_sorted)
{
    enum { N_TABLES = 4, N_ROWS = 4000 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (RecapContests) contests = load_contests ();
    g_autofree Row *rows = g_new (Row, N_ROWS);
    GString *texts[N_TABLES];
    g_autoptr (GString) expected = g_string_new (NULL);

    for (guint i = 0; i < N_ROWS; i++)
        rows[i] = (Row){ 1000000 + i / 2, (char)('a' + i % 2), i };
    for (guint i = 0; i < N_TABLES; i++)
        texts[i] = g_string_new (HEADER);
    shuffle (rand, rows, N_ROWS);
    for (guint i = 0; i < N_TABLES; i++) {
        Row *mine = rows + i * (N_ROWS / N_TABLES);
        if (i < n_sorted)
            qsort (mine, N_ROWS / N_TABLES, sizeof *mine, compare_rows);
        for (guint k = 0; k < N_ROWS / N_TABLES; k++)
            g_string_append_printf (texts[i], "ppwp,%u,%c,%u\n", mine[k].kode, mine[k].sumber,
                                    mine[k].value);
    }
    qsort (rows, N_ROWS, sizeof *rows, compare_rows);
    for (guint i = 0; i < N_ROWS; i++)
        g_string_append_printf (expected, "%u %c %u\n", rows[i].kode, rows[i].sumber,
                                rows[i].value);

    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, texts[0]->str, texts[1]->str,
                                                     texts[2]->str, texts[3]->str, NULL);
    Pass pass = { g_string_new (NULL), FALSE, 0, 0 };
    UNIT_TRUE (recap_tables_run (tables, merge_all, reset, &pass, &error));
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (g_string_equal (pass.text, expected));
    UNIT_INT (pass.n_passes, 1 + pass.n_resets);

    /* The same again from the start. */
    g_string_truncate (pass.text, 0);
    UNIT_TRUE (recap_tables_rewind (tables, &error) && merge_all (tables, &pass, &error));
    UNIT_TRUE (g_string_equal (pass.text, expected));
    g_string_free (pass.text, TRUE);
    for (guint i = 0; i < N_TABLES; i++)
        g_string_free (texts[i], TRUE);
}

static void
test_merge (void)
{
    for (guint n_sorted = 0; n_sorted <= 4; n_sorted++)
        check_merge (n_sorted + 1, n_sorted);
}

/* Disorder behind the first block: the pass is run again, each table held once. */
static void
test_run_again (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = load_contests ();
    g_autoptr (GString) a = g_string_new (HEADER);
    g_autoptr (GString) b = g_string_new (HEADER);
    for (guint i = 0; i < 20000; i++) {
        g_string_append_printf (a, "ppwp,%013u,a,%u\n", 2 * i + 10, i);
        g_string_append_printf (b, "ppwp,%013u,a,%u\n", 2 * i + 11, i);
    }
    g_string_append (a, "ppwp,0000000000001,a,7\n");
    g_string_append (b, "ppwp,0000000000002,a,8\n");
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a->str, b->str, NULL);
    Pass pass = { g_string_new (NULL), FALSE, 0, 0 };

    UNIT_TRUE (recap_tables_run (tables, merge_all, reset, &pass, &error));
    UNIT_INT (pass.n_passes, 3);
    UNIT_INT (pass.n_resets, 2);
    UNIT_TRUE (g_str_has_prefix (pass.text->str, "0000000000001 a 7\n0000000000002 a 8\n"
                                                 "0000000000010 a 0\n0000000000011 a 0\n"));
    g_string_free (pass.text, TRUE);
}

static void
test_repeats (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = load_contests ();
    static const char a[] = HEADER "ppwp,1,x,1\nppwp,2,x,2\n";
    static const char b[] = HEADER "ppwp,2,x,3\nppwp,3,x,4\n";
    Pass pass = { g_string_new (NULL), FALSE, 0, 0 };

    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, NULL);
    UNIT_FALSE (recap_tables_run (tables, merge_all, reset, &pass, &error));
    UNIT_STRING (pass.text->str, "1 x 1\n");
    UNIT_INT (recap_error_get_origin (error)->line, 2);
    UNIT_STRING (recap_error_get_origin (error)->file, "b.csv");
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "contest 'ppwp', code '2', source 'x' was already at a.csv:3");

    g_string_truncate (pass.text, 0);
    pass.repeats = TRUE;
    g_autoptr (RecapTables) again = fixture_tables (contests, &error, a, b, NULL);
    UNIT_TRUE (recap_tables_run (again, merge_all, reset, &pass, &error));
    UNIT_STRING (pass.text->str, "1 x 1\n2 x 2\n2 x 3\n3 x 4\n");
    g_string_free (pass.text, TRUE);

    g_autoptr (RecapTables) loaded = fixture_tables (contests, &error, b, a, NULL);
    UNIT_TRUE (recap_tables_load (loaded, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA,
                "contest 'ppwp', code '2', source 'x' was already at a.csv:2");
}

static void
test_load (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = load_contests ();
    g_autoptr (RecapTables) tables =
        fixture_tables (contests, &error, "s02,kontes,kode,sumber\n5,ppwp,3,a\n6,ppwp,1,a\n",
                        HEADER "ppwp,2,a,1\n", HEADER, NULL);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (RecapTable) table = recap_tables_load (tables, &error);

    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_table_get_n (table), 3);
    for (guint i = 0; i < recap_table_get_n (table); i++)
        fixture_append_form (text, recap_table_get (table, i), 2);
    UNIT_STRING (text->str, "1 a . 6\n2 a 1 .\n3 a . 5\n");
    UNIT_STRING (recap_table_get (table, 1)->file, "b.csv");
}

/* Messages and origins call a table by the name that was given. */
static void
test_names (void)
{
    GError *error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    const char *const paths[] = { "a.csv", NULL };
    const char *const names[] = { "other/b.csv", NULL };
    RecapForm *form = NULL;

    fixture_enter ();
    UNIT_TRUE (g_file_set_contents ("a.csv", "kontes,kode,sumber,s01\nppwp,3299012001001,x,1\n", -1,
                                    NULL));
    g_autoptr (RecapTables) tables = recap_tables_open_as (contests, paths, names, &error);
    UNIT_NO_ERROR (&error);
    UNIT_TRUE (recap_tables_merge (tables, FALSE, &form, &error));
    g_autofree char *asal = recap_form_origin (form);
    UNIT_STRING (asal, "other/b.csv:2");
    UNIT_STRING (recap_table_reader_get_name (recap_tables_get_reader (tables, 0)), "other/b.csv");

    g_unlink ("a.csv");
    UNIT_TRUE (recap_tables_open_as (contests, paths, names, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot open 'other/b.csv': No such file or directory");
}

static void
test_errors (void)
{
    static const char *const paths[] = { "a.csv", "none.csv", NULL };
    static const char *const twice[] = { "-", "a.csv", "-", NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = load_contests ();

    fixture_write ("a.csv", HEADER "ppwp,1,a,1x\n");
    UNIT_TRUE (recap_tables_open (contests, paths, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_IO, "cannot open 'none.csv': No such file or directory");
    g_autoptr (RecapTables) tables =
        fixture_tables (contests, &error, HEADER "ppwp,1,a,1x\n", NULL);
    Pass pass = { g_string_new (NULL), FALSE, 0, 0 };
    UNIT_FALSE (recap_tables_run (tables, merge_all, reset, &pass, &error));
    UNIT_ERROR (&error, RECAP_ERROR_SYNTAX, "count '1x' is not a number (field 4, \"s01\")");
    UNIT_INT (pass.n_passes, 1);

    /* Standard input: once, and no file at all means it. */
    int fd = open ("a.csv", O_RDONLY | O_CLOEXEC);
    UNIT_TRUE (fd >= 0 && dup2 (fd, STDIN_FILENO) == STDIN_FILENO);
    UNIT_TRUE (recap_tables_open (contests, twice, &error) == NULL);
    UNIT_ERROR (&error, RECAP_ERROR_USAGE, "standard input can be read only once");
    UNIT_TRUE (lseek (STDIN_FILENO, 0, SEEK_SET) == 0);
    g_autoptr (RecapTables) input = recap_tables_open (contests, NULL, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_tables_get_n (input), 1);
    UNIT_STRING (recap_table_reader_get_name (recap_tables_get_reader (input, 0)), "<stdin>");
    g_string_free (pass.text, TRUE);
    close (fd);
}

UNIT_MAIN ("tables", { "merge is sort", test_merge }, { "names for paths", test_names },
           { "run again", test_run_again }, { "keys that come twice", test_repeats },
           { "load", test_load }, { "errors and standard input", test_errors })
