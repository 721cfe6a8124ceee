#include "config.h"

#include "import-settling.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

/* Says what differs first: "s01 '121' here, '211' there". */
static char *
describe_difference (const RecapImport *self, const ImportRecord *a, const ImportRecord *b)
{
    const RecapField *fields = recap_contest_get_fields (self->options.contest, NULL);
    g_autofree RecapCell *left = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);
    g_autofree RecapCell *right = g_new (RecapCell, self->n_fields + RECAP_N_TALLIES);

    import_records_unpack (&self->records, a, left, left + self->n_fields);
    import_records_unpack (&self->records, b, right, right + self->n_fields);
    for (guint i = 0; i < self->n_fields + RECAP_N_TALLIES; i++) {
        char here[RECAP_CELL_SIZE];
        char there[RECAP_CELL_SIZE];
        if (left[i] == right[i])
            continue;
        recap_cell_format (left[i], here);
        recap_cell_format (right[i], there);
        const char *name = i < self->n_fields ? fields[i].name
                                              : recap_tally_name ((RecapTally)(i - self->n_fields));
        return g_strdup_printf (_ ("%s '%s' here, '%s' there"), name, here, there);
    }
    return g_strdup_printf (_ ("%s '%s' here, '%s' there"), recap_key_name (RECAP_KEY_PSU),
                            a->shared->psu.bytes, b->shared->psu.bytes);
}

/* Sets @record aside because @other says something else at the same time. */
static void
reject_record (RecapImport *self, ImportRecord *record, const ImportRecord *other)
{
    RecapOrigin place = { other->file, other->line, 0 };
    g_autofree char *there = recap_origin_format (&place);
    g_autofree char *difference = describe_difference (self, record, other);
    const RecapText code = import_record_kode_text (record);
    const char *waktu = import_record_waktu (record);
    g_autofree char *kode = recap_text_display (code.bytes, code.size);
    g_autofree char *reason =
        waktu[0] != '\0' && strcmp (waktu, import_record_waktu (other)) == 0
            ? g_strdup_printf (_ ("form '%s' of %s has other values at %s: %s"), kode, waktu, there,
                               difference)
            : g_strdup_printf (_ ("form '%s' has other values at %s: %s"), kode, there, difference);
    RecapReject reject = {
        .origin = { record->file, record->line, 0 },
        .column = "",
        .text = RECAP_TEXT_EMPTY,
        .reason = reason,
        .hint = _ ("nothing tells which is newer: remove the wrong one and import again"),
    };

    self->part = record->part;
    record->state = IMPORT_REJECTED;
    import_reject (&reject, self);
}

/* Whether a record may be the newest: it has the newest time, or none at all. */
static gboolean
is_candidate (const ImportRecord *record, const ImportRecord *newest)
{
    const char *waktu = import_record_waktu (record);
    return waktu[0] == '\0' || strcmp (waktu, import_record_waktu (newest)) == 0;
}

/* Decides among @n records of one form, the newest first. */
static void
settle (RecapImport *self, ImportRecord **records, guint n)
{
    ImportRecord *first = records[0];
    ImportRecord *rival = NULL;

    for (guint i = 1; i < n && rival == NULL; i++)
        if (is_candidate (records[i], first) && !import_record_has_same_values (records[i], first))
            rival = records[i];
    for (guint i = 0; i < n; i++) {
        if (rival != NULL && is_candidate (records[i], first))
            reject_record (self, records[i],
                           import_record_has_same_values (records[i], first) ? rival : first);
        else if (i > 0)
            records[i]->state = IMPORT_SUPERSEDED;
    }
}

static void
count_record (RecapImport *self, const ImportRecord *record)
{
    RecapImportCount *count = &g_array_index (self->parts, ImportPart, record->part).count;
    count->imported += record->state == IMPORT_IMPORTED;
    count->superseded += record->state == IMPORT_SUPERSEDED;
    count->rejected += record->state == IMPORT_REJECTED;
}

void
import_settle (RecapImport *self)
{
    ImportRecord **records = (ImportRecord **)self->records.all->pdata;

    if (!self->records.ordered)
        g_ptr_array_sort (self->records.all, import_record_compare);
    for (guint i = 0, n; !self->records.ordered && i < self->records.all->len; i += n) {
        for (n = 1; i + n < self->records.all->len; n++)
            if (import_record_compare_keys (records[i], records[i + n]) != 0)
                break;
        if (n > 1)
            settle (self, records + i, n);
        for (guint j = i; j < i + n; j++)
            count_record (self, records[j]);
    }
    /* Each the only one of its key: what was not rejected at once is imported. */
    for (guint i = 0; self->records.ordered && i < self->parts->len; i++) {
        RecapImportCount *count = &g_array_index (self->parts, ImportPart, i).count;
        count->imported = count->read - count->rejected;
    }
}
