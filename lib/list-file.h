/* The small CSV files of recap: registers, districts and decision lists. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "csv-writer.h"
#include "decision.h"
#include "district.h"
#include "register.h"

G_BEGIN_DECLS

/* Reads a register: kode,provinsi,kabko,kecamatan,desa,tps[,dpt_l,dpt_p], also under the headings
 * that others use (recap-register(5)), or kode,nama with all names in one column; or KPU's lists of
 * regions (recap_region_list_read()) that go down to the TPS.
 *
 * Returns: sorted, owned by the caller; NULL with @error as recap_csv_load() and
 *          recap_region_list_read(), RECAP_ERROR_SYNTAX (a code that is not text of digits, a bad
 *          count) or _SCHEMA (a code twice, lists without a TPS). */
RecapRegister *recap_register_load (const char *path, GError **error);

/* As recap_register_load(), for names only: lists of regions without TPS will do. */
RecapRegister *recap_register_load_names (const char *path, GError **error);

/* Reads a list of electoral districts (recap-dapil(5)) of contests that are among @contests.
 *
 * Returns: owned by the caller; NULL with @error as recap_csv_load(), recap_districts_add() and
 *          recap_districts_finish(), or RECAP_ERROR_SYNTAX (a bad code or number of seats), _SCHEMA
 *          (an unknown contest). */
RecapDistricts *recap_districts_load (const char *path, const RecapContests *contests,
                                      GError **error);

/* Adds what @path says to @self: a decision list, or a workbook whose sheet 'Selisih' was filled
 * in (recap-decision(5)). A GError for everything that is wrong with a row of a sheet is added to
 * @refusals.
 *
 * Returns: FALSE with @error as recap_csv_load() or RECAP_ERROR_SYNTAX (a value that is no cell, an
 *          unknown dasar), or as recap_decision_sheet_read(). */
gboolean recap_decisions_read (RecapDecisions *self, const char *path, GPtrArray *refusals,
                               GError **error);

/* Reads one list or workbook in which nothing is wrong.
 *
 * Returns: owned by the caller; NULL with @error as recap_decisions_read(), or the first refusal.
 */
RecapDecisions *recap_decisions_load (const char *path, GError **error);

/* Write a decision list: its header, and one decision. */
void recap_decisions_write_header (RecapCsvWriter *csv);
void recap_decisions_write (RecapCsvWriter *csv, const RecapDecision *decision);

G_END_DECLS
