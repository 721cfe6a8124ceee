/* The small CSV files of recap: registers, districts and decision lists. */
#pragma once

#include <glib.h>

#include "contest.h"
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

/* Reads a decision list (recap-decision(5)).
 *
 * Returns: owned by the caller; NULL with @error as recap_csv_load() or RECAP_ERROR_SYNTAX (a value
 *          that is no cell, an unknown dasar). */
RecapDecisions *recap_decisions_load (const char *path, GError **error);

G_END_DECLS
