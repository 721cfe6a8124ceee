/* Rows of totals: which records are some, and what they add up. */
#include "typed-totals.h"

#include "form.h"
#include "typed-header.h"
#include "unit.h"

/* A table of the columns kode, desa, note, and two numbers, the fields 0 and 1. */
static GArray *
make_columns (void)
{
    static const struct {
        int key, field;
    } made[] = {
        { RECAP_KEY_KODE, RECAP_TYPED_IGNORED },
        { RECAP_KEY_DESA, RECAP_TYPED_IGNORED },
        { RECAP_TYPED_IGNORED, RECAP_TYPED_IGNORED },
        { RECAP_TYPED_IGNORED, 0 },
        { RECAP_TYPED_IGNORED, 1 },
    };
    GArray *columns = g_array_new (FALSE, TRUE, sizeof (RecapTypedColumn));

    for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
        RecapTypedColumn column = { .key = made[i].key, .field = made[i].field };
        g_array_append_val (columns, column);
    }
    return columns;
}

/* Cuts 'kode,desa,note,number,number' at its commas. */
static RecapRecord
make_record (const char *line, RecapText *fields)
{
    RecapRecord record = { .fields = fields, .line = 1 };

    for (const char *at = line; at != NULL; record.n_fields++) {
        const char *comma = strchr (at, ',');
        gsize size = comma != NULL ? (gsize)(comma - at) : strlen (at);
        fields[record.n_fields] = (RecapText){ at, size };
        at = comma != NULL ? comma + 1 : NULL;
    }
    return record;
}

static void
test_names (void)
{
    static const struct {
        const char *line;
        gboolean named;
    } cases[] = {
        { "JUMLAH,,,1,2", TRUE },
        { ",Sub Total Asri,,1,2", TRUE },
        { ",,grand total,1,2", TRUE },
        { ",,,total,2", FALSE },
        { ",Jumlahan,,1,2", FALSE },
        { "3299011001,Jumlah,,1,2", FALSE },
        { "TOTAL", TRUE },
        { ",,,1,2", FALSE },
    };
    g_autoptr (GArray) columns = make_columns ();
    g_autoptr (RecapTypedTotals) totals = recap_typed_totals_new (columns, 2, RECAP_NUMBERS_PLAIN);
    RecapText fields[5];

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapRecord record = make_record (cases[i].line, fields);
        UNIT_INT (recap_typed_totals_is_named (totals, &record), cases[i].named);
    }
}

/* Takes 'JUMLAH,...' as a row that says so, '+,...' as a record of which '-' is blank. */
static void
test_sums (void)
{
    static const struct {
        const char *line;
        RecapTypedTotalKind kind;
        RecapTypedWrong wrong;
    } cases[] = {
        { ",,,0,0", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { "+,,,10,-", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { ",,,10,", RECAP_TYPED_TOTAL_NONE, { 0 } }, /* of one record */
        { "+,,,5,1", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { ",,,15,2", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { ",,,15,1", RECAP_TYPED_TOTAL_AGREES, { 0 } },
        { ",,,0,0", RECAP_TYPED_TOTAL_NONE, { 0 } }, /* of none */
        { "JUMLAH,,,0,0", RECAP_TYPED_TOTAL_AGREES, { 0 } },
        { "+,,,7,1", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { "JUMLAH,,,-,", RECAP_TYPED_TOTAL_EMPTY, { 0 } },
        { "+,,,8,3", RECAP_TYPED_TOTAL_NONE, { 0 } },
        { "JUMLAH,,,8,4", RECAP_TYPED_TOTAL_WRONG, { 4, 3, 1 } }, /* nearer to the section */
        { "JUMLAH,,,1,5", RECAP_TYPED_TOTAL_WRONG, { 3, 30, 4 } },
        { ",,,30,5", RECAP_TYPED_TOTAL_AGREES, { 0 } },
    };
    g_autoptr (GArray) columns = make_columns ();
    g_autoptr (RecapTypedTotals) totals = recap_typed_totals_new (columns, 2, RECAP_NUMBERS_PLAIN);
    RecapText fields[5];

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        RecapRecord record = make_record (cases[i].line, fields);
        RecapTypedWrong wrong = { 0 };
        if (cases[i].line[0] == '+') {
            RecapCell cells[2];
            for (guint j = 0; j < 2; j++)
                UNIT_TRUE (recap_typed_cell_parse (fields[3 + j], RECAP_NUMBERS_PLAIN, &cells[j]));
            recap_typed_totals_add (totals, cells);
            continue;
        }
        gboolean named = recap_typed_totals_is_named (totals, &record);
        UNIT_INT (recap_typed_totals_check (totals, &record, named, &wrong), cases[i].kind);
        UNIT_INT (wrong.column, cases[i].wrong.column);
        UNIT_INT (wrong.sum, cases[i].wrong.sum);
        UNIT_INT (wrong.n, cases[i].wrong.n);
    }
}

UNIT_MAIN ("typed-totals", { "what calls itself one", test_names },
           { "sums of all and of a section", test_sums })
