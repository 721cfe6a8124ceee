/* A typed table of any bytes: its separator, its header, its cells in every format of numbers, and
 * the sheet of a form. The first byte chooses the contest and the format, and whether there is a
 * register to find stations by their names. */
#include "config.h"

#include "form-sheet.h"
#include "list-file.h"
#include "typed.h"

static const char stations[] = "kode,provinsi,kabko,kecamatan,desa,tps\n"
                               "9907122001001,NUSA,MERAWAN,TELUK,PASIR,001\n"
                               "9907122001002,NUSA,MERAWAN,TELUK,PASIR,002\n"
                               "9907122002001,NUSA,MERAWAN,TELUK,LABUAN,001\n";

static RecapRegister *
get_register (void)
{
    static RecapRegister *list;
    if (list == NULL)
        list = recap_register_load (fuzz_file (stations, strlen (stations)), NULL);
    return list;
}

static void
check_cells (const RecapRecord *record)
{
    for (guint i = 0; i < record->n_fields; i++)
        for (RecapNumbers numbers = RECAP_NUMBERS_PLAIN; numbers <= RECAP_NUMBERS_EN; numbers++) {
            RecapCell cell = -99;
            g_autofree char *explained = NULL;
            if (recap_typed_cell_parse (record->fields[i], numbers, &cell)) {
                fuzz_check_cell (cell);
            } else {
                g_assert (cell == -99);
                explained = recap_typed_cell_explain (record->fields[i], numbers);
            }
        }
}

static gboolean
on_form (const RecapForm *form, gboolean taken, const GArray *contradictions, gpointer data,
         GError **error)
{
    (void)data, (void)error;
    g_assert ((form != NULL) == (contradictions != NULL));
    g_assert (form != NULL || !taken);
    return TRUE;
}

static void
check_sheet (const RecapContest *contest, const RecapRecords *records, RecapNumbers numbers)
{
    guint n_rejects = 0;
    const RecapFormSheetVisitor visitor = { on_form, typed_on_reject, &n_rejects };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapFormSheet) sheet =
        recap_form_sheet_new (contest, get_register (), numbers, NULL);
    gboolean is_form = FALSE;

    if (!recap_form_sheet_recognise (records, &is_form, NULL) || !is_form)
        return;
    gboolean ok = recap_form_sheet_read (sheet, records, &visitor, &error);
    fuzz_check (ok, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static RecapProfiles *profiles;
    static RecapNames *names;
    if (size == 0)
        return 0;
    if (profiles == NULL) {
        profiles = recap_profiles_load (NULL, NULL);
        names = recap_names_new (get_register ());
    }

    guint choice = data[0];
    guint n = recap_contests_get_n (fuzz_contests ());
    const RecapContest *contest = recap_contests_get (fuzz_contests (), choice % n);
    RecapTypedOptions options = { .profiles = profiles, .numbers = choice / n % 3 };
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("fuzz.csv", data + 1, size - 1, NULL);
    g_autoptr (RecapCsvRecords) table = source != NULL ? typed_open (source, contest) : NULL;
    if (table == NULL)
        return 0;

    const RecapRecords *records = recap_csv_records_get (table);
    RecapRecord record;
    gboolean end = FALSE;
    options.names = choice & 0x80 ? names : NULL;
    while (records->next (records->self, &record, &end, NULL) && !end)
        check_cells (&record);
    if (records->rewind (records->self, NULL))
        typed_check_table (contest, records, &options);
    if (records->rewind (records->self, NULL))
        check_sheet (contest, records, options.numbers);
    return 0;
}
