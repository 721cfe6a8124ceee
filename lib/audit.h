/* Risk-limiting audits: which TPS to count by hand, and what the hand counts prove.
 *
 * Batches are TPS. The overstatement of a batch is the largest of all margins, each in parts of
 * itself (Stark's MACRO); TPS are drawn with replacement in proportion to a bound of it (PPEB), and
 * the risk is the Kaplan-Markov product. recap-audit(1) has the formulas. */
#pragma once

#include <glib.h>

#include "error.h"
#include "plan.h"
#include "register.h"
#include "risk.h"
#include "spool.h"
#include "tables.h"

G_BEGIN_DECLS

/* Bounds and overstatements are whole billionths of a margin, rounded up. */
#define RECAP_AUDIT_UNIT G_GINT64_CONSTANT (1000000000)

/* What is audited. */
typedef struct {
    const char *contest;           /* its code; NULL: the one that the tables have */
    const char *region;            /* only codes that begin with it; NULL: all */
    guint n_winners;               /* 0: as the contest says */
    gboolean majority;             /* the winner has more votes than all others together */
    gboolean issued;               /* bound by the ballots issued, not by those used */
    const RecapRegister *stations; /* TPS without a form count as their worst; may be NULL */
} RecapAuditOptions;

typedef struct _RecapAudit RecapAudit;

/* Reads the reported votes from @tables, one form for each TPS.
 *
 * Returns: owned by the caller; NULL with @error as recap_table_reader_next(), RECAP_ERROR_USAGE
 *          (several contests and none chosen, a contest that cannot be audited so, no loser) or
 *          _SCHEMA (a second source, a row that is no TPS, a TPS outside the area of the
 *          contest). */
RecapAudit *recap_audit_new (RecapTables *tables, const RecapAuditOptions *options, GError **error);
void recap_audit_free (RecapAudit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapAudit, recap_audit_free)

/* What is known before a box is opened. Texts belong to the audit or its contests. */
typedef struct {
    const char *contest; /* NULL: the tables have no form */
    guint n_batches;
    guint n_blank;  /* forms without all votes, counted as their worst */
    guint n_absent; /* TPS of the register without a form, likewise */
    guint n_winners;
    const char *winner, *loser; /* fields of the smallest margin; no loser: all others together */
    gint64 margin;              /* 0 or less: no sample can confirm the winners */
    guint64 bound; /* of all TPS together; 0 when the margin is not above 0, or far too small */
} RecapAuditSummary;

const RecapAuditSummary *recap_audit_get_summary (const RecapAudit *self);

/* Returns: the list of batches: kontes, kode, surat_suara, the votes, batas. Belongs to @self. */
RecapSpool *recap_audit_get_list (const RecapAudit *self);

/* Returns: the SHA-256 of the list in hexadecimal. Belongs to @self. */
const char *recap_audit_get_fingerprint (const RecapAudit *self);

/* Returns: how many further draws without any overstatement bring @risk to @limit (millionths), or
 *          @n_max + 1 when more than @n_max would be needed. The bound must be above 0. */
guint64 recap_audit_draws_needed (const RecapAudit *self, const RecapRisk *risk, guint limit,
                                  guint64 n_max);

/* Writes the draws 1 to @n_draws of @plan with what is known of each by now. */
void recap_audit_write_plan (const RecapAudit *self, const RecapPlan *plan, guint64 n_draws,
                             RecapSpool *spool);

/* Counts the different TPS among the draws 1 to @n_draws with @seed. */
guint recap_audit_count_drawn (const RecapAudit *self, const char *seed, guint64 n_draws);

/* Takes note of the draws of @plan.
 *
 * Returns: FALSE with @error RECAP_ERROR_SCHEMA when the plan was drawn from other tables or does
 *          not follow from its seed. */
gboolean recap_audit_follow (RecapAudit *self, const RecapPlan *plan, GError **error);

/* Takes a remark; @error belongs to the operation. */
typedef void (*RecapAuditRemarkFunc) (const GError *error, gpointer data);

/* Reads the hand counts. Remarks tell of forms that are not used: not in the audited tables,
 * without all votes, and after recap_audit_follow() those that were not drawn, unless every TPS was
 * counted.
 *
 * Returns: FALSE with @error as recap_table_reader_next() or RECAP_ERROR_SCHEMA (a TPS twice, a
 *          contestant who has no column). */
gboolean recap_audit_read_counts (RecapAudit *self, RecapTables *counts,
                                  RecapAuditRemarkFunc remark, gpointer data, GError **error);

/* Multiplies @risk by what the hand count of the TPS @kode says, once for each time it was drawn:
 * (1 - 1/U) / (1 - overstatement/bound).
 *
 * Returns: FALSE, with @risk as it was, when the TPS was not counted or is overstated by its bound
 *          or more: then no sample can confirm the winners. */
gboolean recap_audit_multiply (const RecapAudit *self, RecapText kode, RecapRisk *risk);

/* What the hand counts prove. Texts belong to the audit. */
typedef struct {
    guint64 n_counted; /* draws from the first on whose TPS were counted without a gap */
    guint n_missing;   /* TPS of the plan that were not counted */
    RecapRisk risk;    /* after n_counted draws */
    gboolean confirmed;
    const char *hopeless; /* a TPS that is overstated by its bound or more: no sample can confirm */
    gboolean complete;    /* every TPS was counted by hand: */
    gboolean same;        /* whether the winners are the same then */
} RecapAuditResult;

/* Works out the risk of @plan, after recap_audit_read_counts(). */
void recap_audit_assess (const RecapAudit *self, const RecapPlan *plan,
                         RecapAuditResult *ret_result);

/* Calls @found for every TPS of @plan that was not counted, in the order of codes, once. */
void recap_audit_list_missing (const RecapAudit *self, void (*found) (const char *kode, gpointer),
                               gpointer data);

G_END_DECLS
