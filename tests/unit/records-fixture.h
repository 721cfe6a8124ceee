/* CSV in memory as records, for the readers of typed tables. */
#pragma once

#include "csv-records.h"
#include "typed-header.h"
#include "unit.h"

typedef struct {
    RecapContests *contests;
    const RecapContest *contest;
    RecapSource *source;
    RecapCsvRecords *csv;
    const RecapRecords *records;
} Fixture;

static inline void
fixture_init (Fixture *self, const char *contest, const char *text)
{
    self->contests = recap_contests_load (NULL, NULL);
    self->contest = recap_contests_find (self->contests, recap_text (contest));
    self->source = recap_source_new_for_bytes ("a.csv", text, strlen (text), NULL);
    self->csv = recap_csv_records_new (self->source, recap_typed_header_score,
                                       (gpointer)self->contest, NULL);
    self->records = recap_csv_records_get (self->csv);
}

static inline void
fixture_clear (Fixture *self)
{
    recap_csv_records_free (self->csv);
    recap_source_free (self->source);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)
