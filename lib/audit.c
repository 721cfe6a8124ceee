#include "config.h"

#include "audit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "audit-batches.h"
#include "csv-writer.h"
#include "lottery.h"

/* Everything is whole numbers: bounds and overstatements in billionths of a margin, rounded up, and
 * a product that is rounded up. Rounding up a bound only makes its TPS likelier to be drawn;
 * rounding up an overstatement or the risk only makes the audit count more. So the answer is the
 * same on every machine, and the limit of the risk is kept. */

/* One thing that must be true for the winners to be right: the winner has more votes than the
 * loser, or than all others together. */
typedef struct {
    guint winner;
    int loser; /* -1: all others together */
    gint64 margin;
} Assertion;

struct _RecapAudit {
    RecapBatches batches;
    GArray *assertions; /* Assertion */
    guint n_winners;
    gint64 *totals; /* one for each contestant */
    RecapAuditSummary summary;
    RecapSpool *list;
    char *fingerprint;
    gboolean followed; /* whether the draws are known */
};

/* Returns: the votes of the winner over those of the loser; a vote that is not known counts
 * nothing, as it did in the total that was reported. */
static gint64
get_lead (const Assertion *assertion, const RecapCell *votes, guint n_votes)
{
    gint64 lead = MAX (votes[assertion->winner], 0);

    if (assertion->loser >= 0)
        return lead - MAX (votes[assertion->loser], 0);
    for (guint i = 0; i < n_votes; i++)
        if (i != assertion->winner)
            lead -= MAX (votes[i], 0);
    return lead;
}

/* Returns: @votes in billionths of @margin, rounded up; what is beyond RECAP_LOTTERY_MAX is that,
 * or minus that. By long division: the product would not always fit. */
static gint64
to_units (gint64 votes, gint64 margin)
{
    gint64 size = ABS (votes);
    gint64 units = size / margin;
    gint64 rest = size % margin;

    if (units >= (gint64)RECAP_LOTTERY_MAX / RECAP_AUDIT_UNIT)
        return votes < 0 ? -(gint64)RECAP_LOTTERY_MAX : (gint64)RECAP_LOTTERY_MAX;
    for (gint64 digit = 1; digit < RECAP_AUDIT_UNIT; digit *= 10) {
        units = 10 * units + 10 * rest / margin;
        rest = 10 * rest % margin;
    }
    return votes < 0 ? -units : units + (rest > 0);
}

/* ---- winners and bounds ---- */

/* Returns: the contestants, those with most votes first, equal ones in the order of the form. */
static guint *
rank (const gint64 *totals, guint n)
{
    guint *order = g_new (guint, n);

    for (guint i = 0; i < n; i++) {
        guint at = i;
        for (; at > 0 && totals[order[at - 1]] < totals[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static gint64 *
add_votes (const RecapBatches *batches, gboolean by_hand)
{
    gint64 *totals = g_new0 (gint64, MAX (batches->fields->len, 1));

    for (guint i = 0; i < batches->batches->len; i++) {
        const RecapBatch *batch = recap_batches_get (batches, i);
        const RecapCell *votes = by_hand ? batch->hand : batch->votes;
        for (guint k = 0; k < batches->fields->len; k++)
            totals[k] += MAX (votes[k], 0);
    }
    return totals;
}

static void
add_assertion (RecapAudit *self, guint winner, int loser)
{
    RecapAuditSummary *summary = &self->summary;
    Assertion assertion = { winner, loser, 0 };

    assertion.margin = get_lead (&assertion, self->totals, self->batches.fields->len);
    g_array_append_val (self->assertions, assertion);
    if (summary->winner != NULL && summary->margin <= assertion.margin)
        return;
    summary->winner = g_array_index (self->batches.fields, const char *, winner);
    summary->loser =
        loser >= 0 ? g_array_index (self->batches.fields, const char *, (guint)loser) : NULL;
    summary->margin = assertion.margin;
}

static gboolean
find_winners (RecapAudit *self, const RecapAuditOptions *options, GError **error)
{
    guint n = self->batches.fields->len;
    gint64 n_winners = options->n_winners;

    if (n_winners == 0)
        recap_contest_get_limit (self->batches.contest, "pemenang", &n_winners);
    if (options->majority && n_winners > 1) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("%" PRId64 " winners cannot all have more votes than all others"),
                         n_winners);
        return FALSE;
    }
    if (n_winners < 1 || n <= (guint64)n_winners) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("%u contestants with votes, %" PRId64 " winners: nobody can lose"), n,
                         n_winners);
        return FALSE;
    }
    self->n_winners = (guint)n_winners;
    self->totals = add_votes (&self->batches, FALSE);
    g_autofree guint *order = rank (self->totals, n);
    for (guint i = 0; i < self->n_winners; i++)
        for (guint k = self->n_winners; k < n && !options->majority; k++)
            add_assertion (self, order[i], (int)order[k]);
    if (options->majority)
        add_assertion (self, order[0], -1);
    return TRUE;
}

/* The largest part of any margin that the TPS can have added: all its ballots were for the
 * loser. */
static guint64
get_bound (const RecapAudit *self, const RecapBatch *batch)
{
    gint64 bound = 0;

    for (guint i = 0; i < self->assertions->len; i++) {
        const Assertion *assertion = &g_array_index (self->assertions, Assertion, i);
        gint64 lead = get_lead (assertion, batch->votes, self->batches.fields->len);
        bound = MAX (bound, to_units (lead + batch->ballots, assertion->margin));
    }
    return (guint64)bound;
}

/* A margin that is so small that the lottery has no room for the sum of bounds leaves it 0: only
 * millions of draws could confirm it. */
static void
bound_batches (RecapAudit *self)
{
    guint64 sum = 0;
    gboolean fits = TRUE;

    for (guint i = 0; i < self->batches.batches->len; i++) {
        RecapBatch *batch = recap_batches_get (&self->batches, i);
        batch->bound = get_bound (self, batch);
        fits = fits && batch->bound <= RECAP_LOTTERY_MAX - sum;
        sum += fits ? batch->bound : 0;
        batch->top = sum;
    }
    self->summary.bound = fits ? sum : 0;
}

/* ---- the list of batches ---- */

static void
write_list (RecapAudit *self)
{
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (self->list);
    const GArray *fields = self->batches.fields;

    recap_csv_writer_string (csv, "kontes");
    recap_csv_writer_string (csv, "kode");
    recap_csv_writer_string (csv, "surat_suara");
    for (guint i = 0; i < fields->len; i++)
        recap_csv_writer_string (csv, g_array_index (fields, const char *, i));
    recap_csv_writer_string (csv, "batas");
    recap_csv_writer_end (csv);
    for (guint i = 0; i < self->batches.batches->len; i++) {
        const RecapBatch *batch = recap_batches_get (&self->batches, i);
        recap_csv_writer_string (csv, recap_contest_get_code (self->batches.contest));
        recap_csv_writer_string (csv, batch->kode);
        recap_csv_writer_number (csv, batch->ballots);
        for (guint k = 0; k < fields->len; k++)
            recap_csv_writer_cell (csv, batch->votes[k]);
        recap_csv_writer_number (csv, (gint64)batch->bound);
        recap_csv_writer_end (csv);
    }
}

static gboolean
make_fingerprint (RecapAudit *self, GError **error)
{
    g_autofree char *text = recap_spool_to_string (self->list, error);
    if (text == NULL)
        return FALSE;
    self->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
    return TRUE;
}

RecapAudit *
recap_audit_new (RecapTables *tables, const RecapAuditOptions *options, GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL, NULL);

    g_autoptr (RecapAudit) self = g_new0 (RecapAudit, 1);
    self->assertions = g_array_new (FALSE, FALSE, sizeof (Assertion));
    self->list = recap_spool_new ();
    recap_batches_init (&self->batches);
    if (!recap_batches_read (&self->batches, tables, options, error))
        return NULL;
    if (self->batches.contest == NULL)
        return g_steal_pointer (&self);
    if (!find_winners (self, options, error))
        return NULL;
    if (self->summary.margin > 0)
        bound_batches (self);
    self->summary.contest = recap_contest_get_code (self->batches.contest);
    self->summary.n_batches = self->batches.batches->len;
    self->summary.n_blank = self->batches.n_blank;
    self->summary.n_absent = self->batches.n_absent;
    self->summary.n_winners = self->n_winners;
    write_list (self);
    if (!make_fingerprint (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_audit_free (RecapAudit *self)
{
    if (self == NULL)
        return;
    recap_batches_clear (&self->batches);
    g_array_unref (self->assertions);
    g_free (self->totals);
    recap_spool_free (self->list);
    g_free (self->fingerprint);
    g_free (self);
}

const RecapAuditSummary *
recap_audit_get_summary (const RecapAudit *self)
{
    return &self->summary;
}

RecapSpool *
recap_audit_get_list (const RecapAudit *self)
{
    return self->list;
}

const char *
recap_audit_get_fingerprint (const RecapAudit *self)
{
    return self->fingerprint;
}

/* ---- draws ---- */

/* Returns: the batch of draw @number: the first one whose top is above the number drawn. */
static RecapBatch *
draw (const RecapAudit *self, const char *seed, guint64 number)
{
    guint64 ticket = recap_lottery_draw (seed, number, self->summary.bound);
    guint first = 0;
    guint last = self->batches.batches->len - 1;

    while (first < last) {
        guint middle = first + (last - first) / 2;
        if (recap_batches_get (&self->batches, middle)->top > ticket)
            last = middle;
        else
            first = middle + 1;
    }
    return recap_batches_get (&self->batches, first);
}

guint
recap_audit_count_drawn (const RecapAudit *self, const char *seed, guint64 n_draws)
{
    g_return_val_if_fail (self->summary.bound > 0, 0);

    g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);
    for (guint64 i = 1; i <= n_draws; i++)
        g_hash_table_add (drawn, draw (self, seed, i));
    return g_hash_table_size (drawn);
}

/* Multiplies by (1 - 1/U) / (1 - excess/bound).
 *
 * Returns: FALSE when the overstatement is not below the bound: then the risk stays 1 for ever. */
static gboolean
add_draw (const RecapAudit *self, RecapRisk *risk, guint64 bound, gint64 excess)
{
    guint64 all = self->summary.bound;

    /* A TPS has at least as many ballots as reported votes, so all bounds add up to 2 or more. */
    g_assert (all > RECAP_AUDIT_UNIT);
    if (excess >= 0 && (guint64)excess >= bound)
        return FALSE;
    recap_risk_multiply (risk, all - RECAP_AUDIT_UNIT, all);
    if (excess != 0)
        recap_risk_multiply (risk, bound, bound - (guint64)excess);
    return TRUE;
}

guint64
recap_audit_draws_needed (const RecapAudit *self, const RecapRisk *risk, guint limit, guint64 n_max)
{
    g_return_val_if_fail (self->summary.bound > 0 && risk != NULL, 0);

    RecapRisk left = *risk;
    guint64 n = 0;

    for (; n <= n_max && !recap_risk_is_at_most (&left, limit); n++)
        add_draw (self, &left, 1, 0);
    return n;
}

gboolean
recap_audit_follow (RecapAudit *self, const RecapPlan *plan, GError **error)
{
    RecapOrigin origin = { plan->file, 0, 0 };

    if (self->summary.bound == 0 || strcmp (plan->fingerprint, self->fingerprint) != 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("the plan was drawn from other tables than these"));
        recap_error_set_hint (error, _ ("an audit holds for the numbers that were published before "
                                        "the seed was drawn, and for the same --register"));
        return FALSE;
    }
    self->followed = TRUE;
    for (guint i = 0; i < plan->codes->len; i++) {
        RecapBatch *batch = draw (self, plan->seed, i + 1);
        batch->drawn = TRUE;
        if (strcmp (batch->kode, plan->codes->pdata[i]) == 0)
            continue;
        g_autofree char *shown =
            recap_text_display (plan->codes->pdata[i], strlen (plan->codes->pdata[i]));
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("draw %u of the plan is '%s', but the seed gives '%s'"), i + 1, shown,
                         batch->kode);
        return FALSE;
    }
    return TRUE;
}

/* ---- hand counts ---- */

typedef struct {
    RecapAudit *audit;
    const RecapSchema *schema;
    int *columns; /* of the contestants in the schema of the hand counts, -1: it is not there */
    GPtrArray *remarks; /* GError, until the tables were read to the end */
    GHashTable *seen;   /* RecapBatch with a form among the hand counts */
} Counting;

static void remark_on (Counting *self, const char *file, guint64 line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
remark_on (Counting *self, const char *file, guint64 line, const char *format, ...)
{
    RecapOrigin origin = { file, line, 0 };
    GError *error = NULL;
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (&error, RECAP_ERROR_SCHEMA, &origin, "%s", message);
    g_ptr_array_add (self->remarks, error);
}

/* The overstatement that the hand count shows: the largest of all margins. */
static gint64
get_excess (const RecapAudit *self, const RecapBatch *batch)
{
    gint64 excess = G_MININT64;
    guint n = self->batches.fields->len;

    for (guint i = 0; i < self->assertions->len; i++) {
        const Assertion *assertion = &g_array_index (self->assertions, Assertion, i);
        gint64 reported = get_lead (assertion, batch->votes, n);
        gint64 counted = get_lead (assertion, batch->hand, n);
        excess = MAX (excess, to_units (reported - counted, assertion->margin));
    }
    return excess;
}

static gboolean
take_count (Counting *self, const RecapForm *form, GError **error)
{
    RecapAudit *audit = self->audit;
    RecapBatch *batch = recap_batches_find (&audit->batches, form->keys[RECAP_KEY_KODE]);
    guint n = audit->batches.fields->len;

    if (batch == NULL) {
        RecapText kode = form->keys[RECAP_KEY_KODE];
        g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
        remark_on (self, form->file, form->line, _ ("'%s' is not in the audited tables"), shown);
        return TRUE;
    }
    if (!g_hash_table_add (self->seen, batch)) {
        RecapOrigin origin = { form->file, form->line, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("'%s' was counted twice"),
                         batch->kode);
        recap_error_set_hint (error, _ ("give one hand count of each TPS, the last one"));
        return FALSE;
    }
    for (guint i = 0; i < n; i++) {
        if (recap_cell_is_number (form->cells[self->columns[i]]))
            continue;
        remark_on (self, form->file, form->line, _ ("'%s' is not counted: '%s' has no number"),
                   batch->kode, g_array_index (audit->batches.fields, const char *, i));
        return TRUE;
    }
    batch->hand = recap_arena_take (audit->batches.arena, n * sizeof *batch->hand);
    for (guint i = 0; i < n; i++)
        batch->hand[i] = form->cells[self->columns[i]];
    batch->excess = get_excess (audit, batch);
    batch->hand_file = recap_arena_intern (audit->batches.arena, recap_text (form->file));
    batch->hand_line = form->line;
    return TRUE;
}

static gboolean
read_counts (RecapTables *tables, gpointer data, GError **error)
{
    Counting *self = data;
    RecapForm *form;

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            return TRUE;
        if (form->contest == self->audit->batches.contest && !take_count (self, form, error))
            return FALSE;
    }
}

static void
forget_counts (gpointer data)
{
    Counting *self = data;

    g_ptr_array_set_size (self->remarks, 0);
    g_hash_table_remove_all (self->seen);
    for (guint i = 0; i < self->audit->batches.batches->len; i++)
        recap_batches_get (&self->audit->batches, i)->hand = NULL;
}

static gboolean
find_columns (Counting *self, GError **error)
{
    const GArray *fields = self->audit->batches.fields;

    for (guint i = 0; i < fields->len; i++) {
        const char *name = g_array_index (fields, const char *, i);
        self->columns[i] = recap_schema_find (self->schema, recap_text (name));
        if (self->columns[i] >= 0)
            continue;
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL, _ ("the hand counts have no column '%s'"),
                         name);
        return FALSE;
    }
    return TRUE;
}

static gboolean
is_complete (const RecapAudit *self)
{
    for (guint i = 0; i < self->batches.batches->len; i++)
        if (recap_batches_get (&self->batches, i)->hand == NULL)
            return FALSE;
    return TRUE;
}

/* What was not drawn proves nothing: who chose it may have chosen it for its result. Unless
 * everything was counted. */
static void
drop_not_drawn (Counting *self)
{
    RecapAudit *audit = self->audit;

    if (!audit->followed || is_complete (audit))
        return;
    for (guint i = 0; i < audit->batches.batches->len; i++) {
        RecapBatch *batch = recap_batches_get (&audit->batches, i);
        if (batch->hand == NULL || batch->drawn)
            continue;
        remark_on (self, batch->hand_file, batch->hand_line,
                   _ ("'%s' was not drawn: its count is not used"), batch->kode);
        batch->hand = NULL;
    }
}

gboolean
recap_audit_read_counts (RecapAudit *self, RecapTables *counts, RecapAuditRemarkFunc remark,
                         gpointer data, GError **error)
{
    g_return_val_if_fail (self != NULL && counts != NULL && remark != NULL, FALSE);

    g_autofree int *columns = g_new0 (int, self->batches.fields->len);
    g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    Counting counting = { self, recap_tables_get_schema (counts), columns, remarks, seen };

    if (!find_columns (&counting, error) ||
        !recap_tables_run (counts, read_counts, forget_counts, &counting, error))
        return FALSE;
    drop_not_drawn (&counting);
    for (guint i = 0; i < remarks->len; i++)
        remark (remarks->pdata[i], data);
    return TRUE;
}

/* ---- what it proves ---- */

gboolean
recap_audit_multiply (const RecapAudit *self, RecapText kode, RecapRisk *risk)
{
    const RecapBatch *batch = recap_batches_find (&self->batches, kode);

    return batch != NULL && batch->hand != NULL &&
           add_draw (self, risk, batch->bound, batch->excess);
}

static void
assess_complete (const RecapAudit *self, RecapAuditResult *result)
{
    g_autofree gint64 *totals = add_votes (&self->batches, TRUE);
    guint n = self->batches.fields->len;

    result->complete = TRUE;
    result->same = TRUE;
    for (guint i = 0; i < self->assertions->len; i++)
        if (get_lead (&g_array_index (self->assertions, Assertion, i), totals, n) <= 0)
            result->same = FALSE;
}

void
recap_audit_assess (const RecapAudit *self, const RecapPlan *plan, RecapAuditResult *ret_result)
{
    RecapAuditResult result = { .risk = RECAP_RISK_INIT };
    gboolean gap = FALSE;

    for (guint i = 0; i < plan->codes->len; i++) {
        const RecapBatch *batch = draw (self, plan->seed, i + 1);
        gap = gap || batch->hand == NULL;
        if (gap)
            continue;
        result.n_counted++;
        if (result.hopeless == NULL && !add_draw (self, &result.risk, batch->bound, batch->excess))
            result.hopeless = batch->kode;
    }
    for (guint i = 0; i < self->batches.batches->len; i++) {
        const RecapBatch *batch = recap_batches_get (&self->batches, i);
        result.n_missing += batch->drawn && batch->hand == NULL;
    }
    result.confirmed = result.hopeless == NULL && recap_risk_is_at_most (&result.risk, plan->limit);
    if (is_complete (self))
        assess_complete (self, &result);
    *ret_result = result;
}

void
recap_audit_list_missing (const RecapAudit *self, void (*found) (const char *kode, gpointer),
                          gpointer data)
{
    for (guint i = 0; i < self->batches.batches->len; i++) {
        const RecapBatch *batch = recap_batches_get (&self->batches, i);
        if (batch->drawn && batch->hand == NULL)
            found (batch->kode, data);
    }
}

void
recap_audit_write_plan (const RecapAudit *self, const RecapPlan *plan, guint64 n_draws,
                        RecapSpool *spool)
{
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    RecapRisk risk = RECAP_RISK_INIT;
    gboolean known = TRUE;

    recap_plan_write_header (csv);
    for (guint64 i = 1; i <= n_draws; i++) {
        const RecapBatch *batch = draw (self, plan->seed, i);
        known = known && batch->hand != NULL && add_draw (self, &risk, batch->bound, batch->excess);
        RecapPlanDraw line = {
            .number = i,
            .kode = recap_text (batch->kode),
            .provinsi = recap_text (batch->names[0]),
            .kabko = recap_text (batch->names[1]),
            .kecamatan = recap_text (batch->names[2]),
            .desa = recap_text (batch->names[3]),
            .tps = recap_text (batch->names[4]),
            .bound = batch->bound,
            .counted = batch->hand != NULL,
            .known = known,
            .excess = batch->excess,
            .risk = risk,
        };
        recap_plan_write_draw (plan, &line, csv);
    }
}
