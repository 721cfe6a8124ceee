/* What the minutes say as CSV, to lie beside the workbook. */
#pragma once

#include <glib.h>

#include "minutes-input.h"
#include "spool.h"

G_BEGIN_DECLS

/* Writes the forms that the minutes of @input print to @spool, as a recap table with the boxes that
 * they carry and, of sums, what they say of their TPS.
 *
 * Returns: FALSE with @error as recap_minutes_compose(). */
gboolean recap_minutes_write_table (const RecapMinutesInput *input, RecapSpool *spool,
                                    GError **error);

/* Writes the sums of the table @path, which recap_minutes_write_table() made of @input, to @spool,
 * which is empty: by kecamatan and desa when its forms are those of TPS, else by the level above
 * them. So recap-sum(1) would print them, one behind the other.
 *
 * Returns: FALSE with @error as recap_sum_run(). */
gboolean recap_minutes_write_sums (const RecapMinutesInput *input, const char *path,
                                   RecapSpool *spool, GError **error);

/* Writes the findings of @input that the minutes list to @spool, as a finding list with a column
 * more, status: what was decided ('diputuskan', 'dicatat' of a whole form, 'sudah-sesuai' where the
 * form shows it no longer, 'belum-diputuskan'; empty where nothing is to be decided). Without
 * findings only the names of the columns come.
 *
 * Returns: FALSE with @error as recap_minutes_compose(), or RECAP_ERROR_IO. */
gboolean recap_minutes_write_findings (const RecapMinutesInput *input, RecapSpool *spool,
                                       GError **error);

G_END_DECLS
