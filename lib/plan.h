/* Audit plans: which TPS to open, draw by draw, and what was found there. */
#pragma once

#include <glib.h>

#include "csv-writer.h"
#include "error.h"
#include "risk.h"
#include "text.h"

G_BEGIN_DECLS

/* What an audit was announced to be, before a box was opened. */
typedef struct {
    char *kontes;
    char *wilayah; /* only codes that begin with it; empty: all */
    char *seed;
    guint limit; /* of the risk, in millionths */
    guint n_winners;
    gboolean majority; /* the winner has more votes than all others together */
    gboolean issued;   /* the bound is the ballots issued, not those used */
    char *fingerprint; /* SHA-256 of the list of batches, in hexadecimal */
    GPtrArray *codes;  /* the TPS drawn, in the order of the draws; a TPS may come again */
    char *file;        /* where it was read from */
} RecapPlan;

/* Returns: an empty plan owned by the caller. */
RecapPlan *recap_plan_new (void);
void recap_plan_free (RecapPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapPlan, recap_plan_free)

/* Reads a plan as recap_plan_write_draw() writes it; draws must count from 1 without a gap, and
 * what holds for all of them must be the same in every record.
 *
 * Returns: owned by the caller; NULL with @error as recap_csv_load(), RECAP_ERROR_SYNTAX (a bad
 *          number or word) or _SCHEMA (records that do not agree, no draw). */
RecapPlan *recap_plan_load (const char *path, GError **error);

/* One draw of a plan. All texts are borrowed. */
typedef struct {
    guint64 number; /* from 1 */
    RecapText kode, provinsi, kabko, kecamatan, desa, tps;
    guint64 bound;    /* the largest overstatement, in billionths of the margin */
    gboolean counted; /* by hand */
    gint64 excess;    /* the overstatement that was found then, likewise */
    gboolean known;   /* whether the risk after this draw is: all draws before were counted */
    RecapRisk risk;
} RecapPlanDraw;

/* Writes the record that names the columns. */
void recap_plan_write_header (RecapCsvWriter *csv);

/* Writes one draw of @self, whose codes are not looked at. */
void recap_plan_write_draw (const RecapPlan *self, const RecapPlanDraw *draw, RecapCsvWriter *csv);

G_END_DECLS
