#include "config.h"

#include "minutes.h"

#include "minutes-control.h"
#include "minutes-cover.h"
#include "minutes-data.h"
#include "minutes-decisions.h"
#include "minutes-findings.h"
#include "minutes-marks.h"
#include "minutes-overview.h"
#include "minutes-people.h"
#include "minutes-sources.h"
#include "minutes-table.h"

/* What is written into a workbook when neither a date was given nor the day of the meeting: the
 * oldest day that a zip archive can name. */
static const gint64 CREATED_DEFAULT = G_GINT64_CONSTANT (315532800);

static void
set_properties (Minutes *self)
{
    const RecapMeeting *meeting = self->input->meeting;
    RecapBook *book = self->book;
    g_autofree char *name = recap_text_escape (self->whole->name.bytes, self->whole->name.size);
    g_autofree char *form =
        minutes_level_form (self->level, recap_contest_get_tabulation (self->contest));

    book->title = g_strdup_printf ("ALAT BANTU - Rekapitulasi %s %s", self->level->sheet, name);
    book->subject = g_strdup (recap_contest_get_election (self->contest));
    book->header = g_strdup_printf ("ALAT BANTU - bukan %s", form);
    book->caption = g_strdup_printf ("%s  |  %s %s", recap_contest_get_election (self->contest),
                                     self->level->label, name);
    book->footer = g_strdup_printf ("Sidik tabel akhir: %s", self->fingerprint);
    book->created = self->input->created;
    if (book->created == 0 && meeting != NULL && meeting->tanggal != NULL)
        book->created = recap_date_to_seconds (meeting->tanggal);
    if (book->created == 0)
        book->created = CREATED_DEFAULT;
}

/* What was computed is changed in the data, not in the minutes. */
static void
lock_sheets (RecapBook *book)
{
    for (guint i = 0; i < book->sheets->len; i++)
        recap_book_get (book, i)->locked = TRUE;
}

static gboolean
fill (Minutes *self, GError **error)
{
    RecapSheet *cover = recap_book_add (self->book, recap_text (minutes_sheet_name (MINUTES_COVER)),
                                        "Berita acara, jumlah akhir, daftar lembar");
    RecapSheet *overview =
        recap_book_add (self->book, recap_text (minutes_sheet_name (MINUTES_OVERVIEW)),
                        "Perolehan suara, kemajuan TPS dan temuan dengan grafik");
    if (!minutes_add_tables (self, error))
        return FALSE;
    minutes_add_findings (self);
    minutes_add_decisions (self);
    minutes_add_incidents (self);
    minutes_add_attendance (self);
    minutes_add_receipt (self);
    minutes_add_signatures (self);
    minutes_add_sources (self);
    minutes_fill_overview (self, overview);
    minutes_fill_cover (self, cover);
    lock_sheets (self->book);
    return TRUE;
}

RecapBook *
recap_minutes_compose (const RecapMinutesInput *input, RecapMinutesSummary *ret_summary,
                       GError **error)
{
    g_return_val_if_fail (input != NULL && input->table != NULL && ret_summary != NULL, NULL);

    g_auto (Minutes) self = { 0 };
    if (!minutes_init (&self, input, error))
        return NULL;
    if (!minutes_prepare_control (&self, error))
        return NULL;
    minutes_marks_add_operands (&self);
    self.book = recap_book_new ();
    set_properties (&self);
    if (!fill (&self, error))
        return NULL;
    *ret_summary = (RecapMinutesSummary){ .n_sheets = self.book->sheets->len,
                                          .n_desa = self.parts->len,
                                          .n_tps = self.of_sums ? 0 : self.forms->len,
                                          .parts = self.of_sums ? self.level->parts : NULL,
                                          .n_incomplete = self.whole->n_incomplete };
    g_strlcpy (ret_summary->fingerprint, self.fingerprint, sizeof ret_summary->fingerprint);
    return g_steal_pointer (&self.book);
}
