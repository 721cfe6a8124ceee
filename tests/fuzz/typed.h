/* What the targets that read typed tables share. */
#pragma once

#include "csv-records.h"
#include "fuzz.h"
#include "typed-table.h"

static inline void
typed_on_reject (const RecapReject *reject, gpointer data)
{
    guint *n_rejects = data;
    g_assert (reject->reason != NULL && reject->reason[0] != '\0');
    g_error_free (recap_reject_to_error (reject));
    ++*n_rejects;
}

static inline void
typed_check_form (const RecapTypedTable *table, const RecapContest *contest, const RecapForm *form)
{
    guint n;
    recap_contest_get_fields (contest, &n);
    g_assert (form->contest == contest && form->keys[RECAP_KEY_KODE].size > 0);
    for (guint i = 0; i < n; i++)
        if (recap_typed_table_has_field (table, i))
            fuzz_check_cell (form->cells[i]);
        else
            g_assert (form->cells[i] == RECAP_CELL_NOT_CARRIED);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        g_assert (g_utf8_validate_len (form->keys[key].bytes, form->keys[key].size, NULL));
}

/* Reads a table from its header to its end: every record is taken or has a reason, never both. */
static inline void
typed_check_table (const RecapContest *contest, const RecapRecords *records,
                   const RecapTypedOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapTypedTable) table = recap_typed_table_new (contest, records, options, &error);
    guint n;
    recap_contest_get_fields (contest, &n);
    g_autofree RecapCell *cells = g_new (RecapCell, n);
    gboolean end = FALSE;

    fuzz_check (table != NULL, error);
    while (table != NULL && !end) {
        RecapForm form = { .contest = contest, .cells = cells };
        gboolean taken = FALSE;
        guint n_rejects = 0;
        if (!recap_typed_table_next (table, &form, &taken, &end, typed_on_reject, &n_rejects,
                                     &error)) {
            fuzz_check (FALSE, error);
            return;
        }
        g_assert (end || taken == (n_rejects == 0));
        if (!end && taken)
            typed_check_form (table, contest, &form);
    }
}

/* Returns: the records of @source, which must live as long; owned by the caller, NULL when it
 * cannot be read. */
static inline RecapCsvRecords *
typed_open (RecapSource *source, const RecapContest *contest)
{
    return recap_csv_records_new (source, recap_typed_header_score, (gpointer)contest, NULL);
}
