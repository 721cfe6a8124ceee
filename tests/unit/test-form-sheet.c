/* Sheets like the official form, cell by cell: what a box is found by, what a total is compared
 * with. The records are CSV here; of a workbook they are the same. */
#include "form-sheet.h"
#include "records-fixture.h"

/* What came out: a line for every column that was taken, lost or rejected. */
typedef struct {
    GString *text;
    const RecapContest *contest;
} Seen;

static gboolean
on_form (const RecapForm *form, gboolean taken, const GArray *contradictions, gpointer data,
         GError **error)
{
    Seen *seen = data;
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (seen->contest, &n);

    (void)contradictions, (void)error;
    if (form == NULL) {
        g_string_append (seen->text, taken ? "total\n" : "lost\n");
        return TRUE;
    }
    g_string_append_printf (seen->text, "%.*s", (int)form->keys[RECAP_KEY_KODE].size,
                            form->keys[RECAP_KEY_KODE].bytes);
    for (guint i = 0; i < n; i++) {
        char cell[RECAP_CELL_SIZE];
        if (form->cells[i] == RECAP_CELL_NOT_CARRIED)
            continue;
        recap_cell_format (form->cells[i], cell);
        g_string_append_printf (seen->text, " %s=%s", fields[i].name, cell);
    }
    g_string_append (seen->text, taken ? "\n" : " (not taken)\n");
    return TRUE;
}

static void
on_reject (const RecapReject *reject, gpointer data)
{
    Seen *seen = data;
    g_string_append_printf (seen->text, "%u:%u %s\n", (guint)reject->origin.line,
                            reject->origin.column, reject->reason);
}

/* Checks what comes out of the sheet @text: @expected. */
static void
check (const char *contest, const char *text, const char *expected)
{
    g_auto (Fixture) fixture = { 0 };
    g_autoptr (GError) error = NULL;
    gboolean is_form = FALSE;

    fixture_init (&fixture, contest, text);
    Seen seen = { g_string_new (NULL), fixture.contest };
    const RecapFormSheetVisitor visitor = { on_form, on_reject, &seen };
    g_autoptr (RecapFormSheet) sheet =
        recap_form_sheet_new (fixture.contest, NULL, RECAP_NUMBERS_PLAIN, NULL);
    UNIT_TRUE (recap_form_sheet_recognise (fixture.records, &is_form, &error));
    UNIT_TRUE (is_form);
    UNIT_TRUE (recap_form_sheet_read (sheet, fixture.records, &visitor, &error));
    UNIT_NO_ERROR (&error);
    UNIT_STRING (seen.text->str, expected);
    g_string_free (seen.text, TRUE);
}

#define HEADING "DESA,PASIR (3907122001)\nNO,URAIAN,LK/PR/JML,TPS 001,TPS-2,JUMLAH AKHIR\n"

static void
test_boxes (void)
{
    check ("ppwp",
           HEADING "I.A,Jumlah Pemilih dalam Daftar Pemilih Tetap (DPT),LK,10,20,30\n"
                   ",,PR,11,21,32\n,,JML,21,41,62\n"
                   "V.A,,,X15,?,\n",
           "3907122001001 pemilih_dpt_l=10 pemilih_dpt_p=11 pemilih_dpt_j=21 suara_sah=15\n"
           "3907122001002 pemilih_dpt_l=20 pemilih_dpt_p=21 pemilih_dpt_j=41 suara_sah=?\n");
    /* Found by the number of the box, or by its label, or its short label. */
    check ("ppwp", "DESA : PASIR (3907122001)\nNO,URAIAN,TPS 901\nV.B,,0\n,Suara sah,7\n",
           "3907122001901 suara_sah=7 suara_tidak_sah=0\n");
}

static void
test_totals (void)
{
    check ("ppwp", HEADING "V.A,Jumlah seluruh suara sah,,100,200,300\n",
           "3907122001001 suara_sah=100\n3907122001002 suara_sah=200\n");
    check ("ppwp", HEADING "V.A,Jumlah seluruh suara sah,,100,200,310\n",
           "3:6 JUMLAH AKHIR of 'suara_sah' is 310, but the TPS before it add up to 300\n"
           "3907122001001 suara_sah=100\n3907122001002 suara_sah=200\nlost\n");
    /* Over a cell without a number there is nothing to say about a total, nor about a blank one. */
    check ("ppwp", HEADING "V.A,Jumlah seluruh suara sah,,100,2O0,310\nV.B,,,1,2,\n",
           "3:5 '2O0' is not a count (column 'suara_sah')\n"
           "3907122001001 suara_sah=100 suara_tidak_sah=1\n"
           "3907122001002 suara_sah= suara_tidak_sah=2 (not taken)\n");
}

static void
test_recognised (void)
{
    static const struct {
        const char *text;
        gboolean is_form;
    } cases[] = {
        { HEADING, TRUE },
        { "a,b\n" HEADING, TRUE },
        { "URAIAN,TPS 1\n", TRUE },
        { "kode,tps,s01\n", FALSE },
        { "URAIAN,jumlah\n", FALSE },
        { "TPS 001,TPS 002\n", FALSE },
        { "", FALSE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (Fixture) fixture = { 0 };
        gboolean is_form = !cases[i].is_form;
        fixture_init (&fixture, "ppwp", cases[i].text);
        UNIT_TRUE (recap_form_sheet_recognise (fixture.records, &is_form, NULL));
        UNIT_INT (is_form, cases[i].is_form);
    }
}

/* A block that goes on with JUMLAH PINDAHAN: its TPS are not counted twice. */
static void
test_blocks (void)
{
    check ("ppwp",
           "DESA,PASIR (3907122001)\nNO,URAIAN,TPS 001,JUMLAH PINDAHAN\nV.A,Suara sah,5,5\n"
           "NO,URAIAN,JUMLAH PINDAHAN,TPS 002,JUMLAH AKHIR\nV.A,Suara sah,5,6,11\n",
           "3907122001001 suara_sah=5\n3907122001002 suara_sah=6\n");
}

UNIT_MAIN ("form-sheet", { "boxes", test_boxes }, { "totals", test_totals },
           { "what is taken for one", test_recognised }, { "blocks", test_blocks })
