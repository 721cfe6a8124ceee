#include "config.h"

#include "cli.h"

#include <string.h>

enum { REMARKS_MAX = 20, SEED_MAX = 200, DRAWS_MAX = 100000 };

typedef struct {
    Cli cli;
    char *arg_contest;
    char *arg_region;
    char *arg_risk;
    char *arg_seed;
    char *arg_winners;
    char *arg_max_draws;
    char *arg_register;
    char *arg_batches;
    char *arg_plan;
    char **arg_counts;
    gboolean arg_majority;
    gboolean arg_issued;
    RecapPlan *plan; /* what is audited, and how */
    guint64 max_draws;
} Options;

/* ---- what both ways have in common ---- */

/* The proof is worth what the papers are worth; nobody may read it without that. */
static void
state_assumptions (Options *options)
{
    cli_note_always (&options->cli, "%s",
                     _ ("assumption: what is opened and counted is the original C.Hasil with its "
                        "ballots, in sound custody; the audit compares with it and cannot see "
                        "what was exchanged before"));
    cli_note_always (&options->cli, "%s",
                     _ ("assumption: no TPS has more ballots than its surat_suara; the numbers "
                        "were published before the seed was drawn in public"));
}

static RecapAudit *
open_audit (Options *options, const char *const *paths, RecapContests *contests, GError **error)
{
    const RecapPlan *plan = options->plan;
    g_autoptr (RecapRegister) stations = NULL;
    g_autoptr (RecapTables) tables = cli_open_tables (&options->cli, contests, paths, error);

    if (tables == NULL)
        return NULL;
    if (options->arg_register != NULL) {
        stations = recap_register_load (options->arg_register, error);
        if (stations == NULL)
            return NULL;
    }
    const RecapAuditOptions audit_options = {
        .contest = plan->kontes,
        .region = plan->wilayah,
        .n_winners = plan->n_winners,
        .majority = plan->majority,
        .issued = plan->issued,
        .stations = stations,
    };
    return recap_audit_new (tables, &audit_options, error);
}

static void
describe (Options *options, const RecapAuditSummary *summary)
{
    if (summary->loser != NULL)
        cli_note (&options->cli,
                  _ ("%s: %u TPS; the smallest margin is that of %s over %s, %" PRId64 " votes"),
                  summary->contest, summary->n_batches, summary->winner, summary->loser,
                  summary->margin);
    else
        cli_note (
            &options->cli,
            _ ("%s: %u TPS; the margin is that of %s over all others together, %" PRId64 " votes"),
            summary->contest, summary->n_batches, summary->winner, summary->margin);
    if (summary->n_blank + summary->n_absent > 0)
        cli_note_always (&options->cli,
                         _ ("forms without all votes %u, TPS without a form %u: they count as the "
                            "worst that their ballots allow"),
                         summary->n_blank, summary->n_absent);
}

/* Says that only counting everything can tell. */
static CliStatus
ask_for_all (Options *options, const RecapAuditSummary *summary, const char *why)
{
    cli_note_always (&options->cli, _ ("full count: %s; count all %u TPS by hand"), why,
                     summary->n_batches);
    return CLI_FINDINGS;
}

/* ---- the plan ---- */

/* Returns: how many draws the plan has; 0 when only a full count helps, which is said. */
static guint64
size_plan (Options *options, const RecapAudit *audit, CliStatus *ret_status)
{
    const RecapAuditSummary *summary = recap_audit_get_summary (audit);
    const RecapRisk start = RECAP_RISK_INIT;

    *ret_status = CLI_FINDINGS;
    if (summary->margin <= 0) {
        ask_for_all (options, summary, _ ("the margin is not above 0, no sample can confirm it"));
        return 0;
    }
    guint64 n = options->max_draws + 1;
    if (summary->bound > 0)
        n = recap_audit_draws_needed (audit, &start, options->plan->limit, options->max_draws);
    if (n > options->max_draws) {
        g_autofree char *why =
            g_strdup_printf (_ ("more than %" PRIu64 " draws would be needed"), options->max_draws);
        ask_for_all (options, summary, why);
        return 0;
    }
    if (recap_audit_count_drawn (audit, options->plan->seed, n) == summary->n_batches) {
        ask_for_all (options, summary, _ ("the draws would reach every TPS"));
        return 0;
    }
    *ret_status = CLI_DONE;
    return n;
}

static CliStatus
make_plan (Options *options, const char *const *paths, GError **error)
{
    RecapPlan *plan = options->plan;
    CliStatus status;
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapAudit) audit =
        contests != NULL ? open_audit (options, paths, contests, error) : NULL;
    if (audit == NULL)
        return CLI_TROUBLE;
    const RecapAuditSummary *summary = recap_audit_get_summary (audit);
    if (summary->contest == NULL)
        return cli_no_form (&options->cli, TRUE);

    g_free (plan->kontes);
    plan->kontes = g_strdup (summary->contest);
    plan->n_winners = summary->n_winners;
    plan->fingerprint = g_strdup (recap_audit_get_fingerprint (audit));
    describe (options, summary);
    guint64 n_draws = size_plan (options, audit, &status);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_audit_write_plan (audit, plan, n_draws, spool);
    if ((options->arg_batches != NULL &&
         !cli_write (&options->cli, recap_audit_get_list (audit), options->arg_batches, error)) ||
        !cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    if (n_draws > 0)
        cli_note (&options->cli, _ ("draws %" PRIu64 ", TPS to open %u, risk limit %s"), n_draws,
                  recap_audit_count_drawn (audit, plan->seed, n_draws), options->arg_risk);
    state_assumptions (options);
    return status;
}

/* ---- the hand counts ---- */

typedef struct {
    Options *options;
    guint n;
} Remarks;

static void
take_remark (const GError *error, gpointer data)
{
    Remarks *remarks = data;
    if (remarks->n++ < REMARKS_MAX)
        cli_warn (&remarks->options->cli, error);
}

static void
take_missing (const char *kode, gpointer data)
{
    Remarks *remarks = data;
    if (remarks->n++ < REMARKS_MAX)
        cli_note_always (&remarks->options->cli, _ ("not counted yet: %s"), kode);
}

/* Says what was proved; *@ret_n_draws gets how many draws the plan has now. */
static CliStatus
conclude (Options *options, const RecapAudit *audit, const RecapAuditResult *result,
          guint64 *ret_n_draws)
{
    const RecapAuditSummary *summary = recap_audit_get_summary (audit);
    g_autofree char *limit = recap_risk_limit_format (options->plan->limit);
    char risk[RECAP_RISK_SIZE];

    *ret_n_draws = options->plan->codes->len;
    if (result->complete) {
        cli_note_always (&options->cli, "%s",
                         result->same
                             ? _ ("all TPS were counted by hand: the winners are the reported ones")
                             : _ ("all TPS were counted by hand: the winners are others"));
        return result->same ? CLI_DONE : CLI_FINDINGS;
    }
    if (result->hopeless != NULL) {
        g_autofree char *why = g_strdup_printf (
            _ ("'%s' was overstated by all that its ballots allow"), result->hopeless);
        return ask_for_all (options, summary, why);
    }
    recap_risk_format (&result->risk, risk);
    cli_note_always (&options->cli, _ ("risk %s after %" PRIu64 " draws; the limit is %s"), risk,
                     result->n_counted, limit);
    if (result->confirmed) {
        cli_note_always (&options->cli, "%s", _ ("the limit is met: the audit can stop"));
        return CLI_DONE;
    }
    guint64 n =
        result->n_counted +
        recap_audit_draws_needed (audit, &result->risk, options->plan->limit,
                                  options->max_draws - MIN (options->max_draws, result->n_counted));
    if (n > options->max_draws)
        return ask_for_all (options, summary, _ ("the errors found leave too much doubt"));
    cli_note_always (&options->cli,
                     _ ("the limit is not met: %" PRIu64 " draws are needed if the next ones show "
                        "no error"),
                     n);
    *ret_n_draws = MAX (*ret_n_draws, n);
    return CLI_FINDINGS;
}

static CliStatus
assess (Options *options, const char *const *paths, GError **error)
{
    const RecapPlan *plan = options->plan;
    Remarks remarks = { options, 0 };
    Remarks missing = { options, 0 };
    RecapAuditResult result;
    guint64 n_draws;
    g_autoptr (RecapContests) contests = cli_load_contests (error);
    g_autoptr (RecapAudit) audit =
        contests != NULL ? open_audit (options, paths, contests, error) : NULL;
    g_autoptr (RecapTables) counts =
        audit != NULL ? cli_open_tables (&options->cli, contests,
                                         (const char *const *)options->arg_counts, error)
                      : NULL;
    if (counts == NULL)
        return CLI_TROUBLE;
    if (recap_audit_get_summary (audit)->contest == NULL)
        return cli_no_form (&options->cli, TRUE);
    describe (options, recap_audit_get_summary (audit));
    if (!recap_audit_follow (audit, plan, error) ||
        !recap_audit_read_counts (audit, counts, take_remark, &remarks, error))
        return CLI_TROUBLE;
    if (remarks.n > REMARKS_MAX)
        cli_warn_more (&options->cli, remarks.n - REMARKS_MAX);
    recap_audit_list_missing (audit, take_missing, &missing);
    if (missing.n > REMARKS_MAX)
        cli_note_always (&options->cli, _ ("not counted yet: %u more"), missing.n - REMARKS_MAX);
    recap_audit_assess (audit, plan, &result);
    CliStatus status = conclude (options, audit, &result, &n_draws);
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_audit_write_plan (audit, plan, n_draws, spool);
    if ((options->arg_batches != NULL &&
         !cli_write (&options->cli, recap_audit_get_list (audit), options->arg_batches, error)) ||
        !cli_write (&options->cli, spool, options->cli.arg_output, error))
        return CLI_TROUBLE;
    state_assumptions (options);
    return status;
}

/* ---- arguments ---- */

static gboolean
is_seed (const char *seed)
{
    gsize size = strlen (seed);
    if (size == 0 || size > SEED_MAX || !g_utf8_validate (seed, -1, NULL))
        return FALSE;
    for (gsize i = 0; i < size; i++)
        if (g_ascii_iscntrl (seed[i]))
            return FALSE;
    return TRUE;
}

static gboolean
read_number (const char *text, gint64 max, gint64 *ret_number)
{
    gint64 number;
    if (!recap_count_parse (recap_text (text), &number) || number < 1 || number > max)
        return FALSE;
    *ret_number = number;
    return TRUE;
}

/* Checks what a new plan is told. */
static gboolean
check_terms (Options *options, CliStatus *ret_status)
{
    RecapPlan *plan = options->plan;
    gint64 n_winners = 0;
    const char *fault = NULL;

    if (options->arg_counts != NULL)
        fault = _ ("--counts needs the plan that was followed: --plan");
    else if (options->arg_risk == NULL || options->arg_seed == NULL)
        fault = _ ("--risk and --seed are required");
    else if (!recap_risk_limit_parse (recap_text (options->arg_risk), &plan->limit))
        fault = _ ("the risk limit must be above 0% and below 100%, like 5% or 0.05");
    else if (!is_seed (options->arg_seed))
        fault = _ ("the seed must be 1 to 200 bytes of text without control characters");
    else if (options->arg_winners != NULL && !read_number (options->arg_winners, 1000, &n_winners))
        fault = _ ("the number of winners must be from 1 to 1000");
    if (fault != NULL) {
        *ret_status = cli_usage (&options->cli, "%s", fault);
        return FALSE;
    }
    plan->kontes = g_strdup (options->arg_contest);
    plan->wilayah = g_strdup (options->arg_region);
    plan->seed = g_strdup (options->arg_seed);
    plan->n_winners = (guint)n_winners;
    plan->majority = options->arg_majority;
    plan->issued = options->arg_issued;
    return TRUE;
}

/* A plan that was announced cannot be changed afterwards. */
static gboolean
check_followed (Options *options, CliStatus *ret_status)
{
    const char *fault = NULL;

    if (options->arg_counts == NULL)
        fault = _ ("--plan needs the hand counts: --counts");
    else if (options->arg_risk != NULL || options->arg_seed != NULL ||
             options->arg_winners != NULL || options->arg_contest != NULL ||
             options->arg_region != NULL || options->arg_majority || options->arg_issued)
        fault = _ ("the plan says what is audited and how: only --counts, --register, --batches "
                   "and --max-draws go with --plan");
    if (fault != NULL)
        *ret_status = cli_usage (&options->cli, "%s", fault);
    return fault == NULL;
}

static gboolean
parse_arguments (Options *options, int *argc, char ***argv, CliStatus *ret_status)
{
    const GOptionEntry entries[] = {
        { "risk", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_risk,
          N_ ("make a plan that confirms wrong winners in at most LIMIT of all cases"),
          N_ ("LIMIT") },
        { "seed", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_seed,
          N_ ("draw with TEXT, made by lot in public"), N_ ("TEXT") },
        { "contest", 'c', 0, G_OPTION_ARG_FILENAME, &options->arg_contest,
          N_ ("audit the contest CODE of the tables"), N_ ("CODE") },
        { "region", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_region,
          N_ ("audit only codes that begin with PREFIX"), N_ ("PREFIX") },
        { "winners", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_winners,
          N_ ("the N contestants with most votes win"), N_ ("N") },
        { "majority", 0, 0, G_OPTION_ARG_NONE, &options->arg_majority,
          N_ ("the winner must have more votes than all others together"), NULL },
        { "issued", 0, 0, G_OPTION_ARG_NONE, &options->arg_issued,
          N_ ("bound the ballots of a TPS by those issued, not those used"), NULL },
        { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->arg_register,
          N_ ("the TPS that must exist are in FILE"), N_ ("FILE") },
        { "plan", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_plan,
          N_ ("say what the hand counts of the plan in FILE prove"), N_ ("FILE") },
        { "counts", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arg_counts,
          N_ ("the hand counts are in FILE; can be repeated"), N_ ("FILE") },
        { "max-draws", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_max_draws,
          N_ ("ask for a full count rather than for more than N draws"), N_ ("N") },
        { "batches", 0, 0, G_OPTION_ARG_FILENAME, &options->arg_batches,
          N_ ("write the list of all TPS with their bounds to FILE"), N_ ("FILE") },
        G_OPTION_ENTRY_NULL,
    };
    gint64 max_draws = DRAWS_MAX;
    if (!cli_parse (&options->cli, argc, argv, entries, N_ ("[TABLE...]"),
                    N_ ("Draws the TPS to count by hand, and says what the counts prove"),
                    ret_status))
        return FALSE;
    if (options->arg_max_draws != NULL &&
        !read_number (options->arg_max_draws, 10 * DRAWS_MAX, &max_draws)) {
        *ret_status =
            cli_usage (&options->cli, "%s", _ ("the number of draws must be from 1 to 1000000"));
        return FALSE;
    }
    options->max_draws = (guint64)max_draws;
    return options->arg_plan != NULL ? check_followed (options, ret_status)
                                     : check_terms (options, ret_status);
}

static CliStatus
run (Options *options, const char *const *paths, GError **error)
{
    if (options->arg_plan == NULL)
        return make_plan (options, paths, error);
    recap_plan_free (options->plan);
    options->plan = recap_plan_load (options->arg_plan, error);
    return options->plan != NULL ? assess (options, paths, error) : CLI_TROUBLE;
}

static void
options_clear (Options *options)
{
    g_free (options->arg_contest);
    g_free (options->arg_region);
    g_free (options->arg_risk);
    g_free (options->arg_seed);
    g_free (options->arg_winners);
    g_free (options->arg_max_draws);
    g_free (options->arg_register);
    g_free (options->arg_batches);
    g_free (options->arg_plan);
    g_strfreev (options->arg_counts);
    recap_plan_free (options->plan);
    cli_clear (&options->cli);
}

int
recap_audit_tool (int argc, char **argv, FILE *out, FILE *err)
{
    g_autoptr (GError) error = NULL;
    Options options = { .cli = CLI_INIT ("recap-audit", out, err, .reads = "register plan counts",
                                         .writes = "batches"),
                        .plan = recap_plan_new () };
    CliStatus status;

    if (parse_arguments (&options, &argc, &argv, &status)) {
        status = run (&options, (const char *const *)argv + 1, &error);
        if (error != NULL)
            status = cli_fail (&options.cli, error);
    }
    options_clear (&options);
    return status;
}
