/* The small CSV files of recap: registers and decision lists. */
#pragma once

#include <glib.h>

#include "decision.h"
#include "register.h"

G_BEGIN_DECLS

/* Reads a register: kode,provinsi,kabko,kecamatan,desa,tps[,dpt_l,dpt_p].
 *
 * Returns: sorted, owned by the caller; NULL with @error as recap_csv_load(), RECAP_ERROR_SYNTAX
 *          (a code that is not text of digits, a bad count) or _SCHEMA (a code twice). */
RecapRegister *recap_register_load (const char *path, GError **error);

/* Reads a decision list (recap-decision(5)).
 *
 * Returns: owned by the caller; NULL with @error as recap_csv_load() or RECAP_ERROR_SYNTAX (a value
 *          that is no cell, an unknown dasar). */
RecapDecisions *recap_decisions_load (const char *path, GError **error);

G_END_DECLS
