/* Sheets that are laid out like the official form of a desa: one column per TPS, the boxes of the
 * form as rows, JUMLAH PINDAHAN and JUMLAH AKHIR beside them. The workbook of recap-report is one
 * of these. */
#pragma once

#include <glib.h>

#include "form.h"
#include "profile.h"
#include "records.h"
#include "register.h"
#include "reject.h"
#include "typed-cell.h"

G_BEGIN_DECLS

typedef struct _RecapFormSheet RecapFormSheet;

/* Who takes what is read. @form is lent for the call, its cells are those of the contest in form
 * order; NULL for a total or a row that had to be rejected. Not @taken: what is wrong was given to
 * @reject before. @contradictions, of RecapContradiction, are the fields whose figures and words do
 * not say the same; NULL without @form. FALSE with @error ends the reading. */
typedef struct {
    gboolean (*form) (const RecapForm *form, gboolean taken, const GArray *contradictions,
                      gpointer data, GError **error);
    RecapRejectFunc reject;
    gpointer data;
} RecapFormSheetVisitor;

/* Makes a reader for the sheets of one workbook. @contest and @stations (may be NULL: codes that a
 * sheet does not have are looked up in it by names) and @profile (may be NULL) must live as long.
 * @numbers says how the cells are written; where it is plain, the profile does.
 *
 * Returns: owned by the caller. */
RecapFormSheet *recap_form_sheet_new (const RecapContest *contest, const RecapRegister *stations,
                                      RecapNumbers numbers, const RecapProfile *profile);
void recap_form_sheet_free (RecapFormSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapFormSheet, recap_form_sheet_free)

/* Looks at the first rows of @records: *@ret_is_form says whether one of them has URAIAN and TPS
 * 001, 002 ... as headings. The records are read on.
 *
 * Returns: FALSE with @error of the records. */
gboolean recap_form_sheet_recognise (const RecapRecords *records, gboolean *ret_is_form,
                                     GError **error);

/* Reads the sheet @records from the beginning. Every column of a TPS becomes a form: its code is
 * that of the desa in the heading and the number of the TPS; asal is the cell of the heading
 * ('file!sheet!E6'), sumber what the heading says. Rows are found by the label of the box, else by
 * its number. A total is compared with the sum of the TPS columns before it, also of blocks and
 * sheets of the same desa that came before; one that differs is rejected with both numbers.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA (the form of another contest; not of recap-report,
 *          where the profile says so), of the records or of
 *          @visitor. */
gboolean recap_form_sheet_read (RecapFormSheet *self, const RecapRecords *records,
                                const RecapFormSheetVisitor *visitor, GError **error);

G_END_DECLS
