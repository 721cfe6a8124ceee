/* Audits against worked examples that were published, and the ways in which no sample helps. */
#include "audit.h"

#include "lottery.h"
#include "tables-fixture.h"

static RecapContests *contests;

/* Opens an audit of the table @text. */
static RecapAudit *
open_audit (const char *text, const RecapAuditOptions *options, GError **error)
{
    if (contests == NULL)
        contests = recap_contests_load (NULL, NULL);
    g_autoptr (RecapTables) tables = fixture_tables (contests, error, text, NULL);
    return tables != NULL ? recap_audit_new (tables, options, error) : NULL;
}

static void
ignore_remark (const GError *error, gpointer data)
{
    (void)error;
    (*(guint *)data)++;
}

static guint
read_counts (RecapAudit *audit, const char *text, GError **error)
{
    guint n_remarks = 0;
    g_autoptr (RecapTables) tables = fixture_tables (contests, error, text, NULL);
    if (tables != NULL)
        recap_audit_read_counts (audit, tables, ignore_remark, &n_remarks, error);
    return n_remarks;
}

/* Appends @n forms of made-up TPS, numbered from @first. */
static void
append_forms (GString *out, guint first, guint n, const char *votes)
{
    for (guint i = first; i < first + n; i++)
        g_string_append_printf (out, "pkwkk,390712%04u%03u,x,%s\n", 2000 + i / 100, i % 100 + 1,
                                votes);
}

static guint64
count_draws (const RecapAudit *audit, guint limit)
{
    const RecapRisk start = RECAP_RISK_INIT;
    return recap_audit_draws_needed (audit, &start, limit, 100000);
}

/* The three contests of the hypothetical county of P. B. Stark, "Efficient post-election audits of
 * multiple contests: 2009 California tests", as the tests of VotingWorks' Arlo (test_macro.py) have
 * it: 200 precincts of 400 ballots at the polls and 200 by mail, margins of 5, 10 and 15 % of the
 * ballots; U = 21, 11 and 23/3; at a risk limit of 25 % Arlo plans 30, 16 and 11 draws, one more
 * each than are needed without errors. */
static void
test_stark (void)
{
    static const struct {
        guint n;
        const char *polls, *mail;
        guint64 bound;
        guint n_draws;
    } known[] = {
        { 200, "200,180,400", "100,90,200", G_GUINT64_CONSTANT (21000000000), 29 },
        { 100, "200,160,400", "100,80,200", G_GUINT64_CONSTANT (11000000000), 15 },
        { 60, "200,140,400", "100,70,200", G_GUINT64_CONSTANT (7666666667), 10 },
    };
    const RecapAuditOptions options = { .contest = NULL };

    for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,s01,s02,suara_total\n");
        append_forms (text, 0, known[i].n, known[i].polls);
        append_forms (text, known[i].n, known[i].n, known[i].mail);
        g_autoptr (RecapAudit) audit = open_audit (text->str, &options, &error);
        UNIT_NO_ERROR (&error);
        /* Bounds are rounded up by less than a billionth for each batch. */
        guint64 bound = recap_audit_get_summary (audit)->bound;
        UNIT_TRUE (bound >= known[i].bound && bound < known[i].bound + 2 * known[i].n);
        UNIT_INT (count_draws (audit, 250000), known[i].n_draws);
    }
}

/* There, a batch whose taint is 1/U neither raises nor lowers the risk: 20 votes of 420. */
static void
test_stark_taint (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new ("kontes,kode,sumber,s01,s02,suara_total\n");
    const RecapAuditOptions options = { .contest = NULL };
    RecapRisk risk = RECAP_RISK_INIT;
    char shown[RECAP_RISK_SIZE];

    append_forms (text, 0, 200, "200,180,400");
    append_forms (text, 200, 200, "100,90,200");
    g_autoptr (RecapAudit) audit = open_audit (text->str, &options, &error);
    UNIT_INT (read_counts (audit,
                           "kontes,kode,sumber,s01,s02\n"
                           "pkwkk,3907122000001,hitung-ulang,200,180\n"
                           "pkwkk,3907122000002,hitung-ulang,190,190\n",
                           &error),
              0);
    UNIT_NO_ERROR (&error);
    for (guint i = 0; i < 30; i++)
        UNIT_TRUE (recap_audit_multiply (audit, recap_text ("3907122000001"), &risk));
    recap_risk_format (&risk, shown);
    UNIT_STRING (shown, "0.231377449");
    for (guint i = 0; i < 6; i++)
        UNIT_TRUE (recap_audit_multiply (audit, recap_text ("3907122000002"), &risk));
    recap_risk_format (&risk, shown);
    UNIT_STRING (shown, "0.231377463"); /* the overstatement is rounded up to a billionth */
    UNIT_FALSE (recap_audit_multiply (audit, recap_text ("3907122000003"), &risk));
}

/* M. Lindeman, "A Kaplan-Markov auditing example using 2008 California data" (2010): the 3rd
 * Congressional District, 774 batches, U = 20.47; 47 draws, 10 of them with the errors below; the
 * product of the factors is 0.098616. The batches that are not listed are one row here: what they
 * add to the totals is known. */
static void
test_lindeman (void)
{
    static const char header[] = "kontes,kode,sumber,s01,s02,s03,s04,suara_total\n";
    static const struct {
        const char *kode, *reported, *counted;
        guint n_draws;
    } drawn[] = {
        { "3907122001001", "231,149,13,12,424", "230,150,13,12,424", 1 },
        { "3907122001002", "440,392,30,16,919", "442,393,30,16,919", 2 },
        { "3907122001003", "528,332,34,33,990", "528,332,36,33,990", 2 },
        { "3907122001004", "158,172,14,15,382", "158,182,14,15,382", 1 },
        { "3907122001005", "387,220,10,9,684", "387,220,10,11,684", 1 },
        { "3907122001006", "215,163,16,21,442", "215,164,16,21,442", 1 },
        { "3907122001007", "323,330,19,26,736", "324,334,19,26,736", 1 },
        { "3907122001008", "291,195,12,13,544", "293,196,12,13,544", 1 },
        { "3907122001009", "244,152,15,15,447", "244,152,15,15,447", 37 },
    };
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) reported = g_string_new (header);
    g_autoptr (GString) counted = g_string_new (header);
    const RecapAuditOptions options = { .contest = NULL };
    RecapRisk risk = RECAP_RISK_INIT;
    char shown[RECAP_RISK_SIZE];

    for (guint i = 0; i < G_N_ELEMENTS (drawn); i++) {
        g_string_append_printf (reported, "pkwkk,%s,x,%s\n", drawn[i].kode, drawn[i].reported);
        g_string_append_printf (counted, "pkwkk,%s,y,%s\n", drawn[i].kode, drawn[i].counted);
    }
    /* All: 155424 Lungren, 137971 Durston, 7273 Tuma, 13378 Padilla, 339812 ballots. */
    g_string_append (reported, "pkwkk,3907122001010,x,152607,135866,7110,13218,334244\n");
    g_autoptr (RecapAudit) audit = open_audit (reported->str, &options, &error);
    UNIT_NO_ERROR (&error);
    UNIT_INT (recap_audit_get_summary (audit)->margin, 17453);
    UNIT_TRUE (recap_audit_get_summary (audit)->bound - G_GUINT64_CONSTANT (20470119750) <= 10);
    read_counts (audit, counted->str, &error);
    UNIT_NO_ERROR (&error);
    for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
        for (guint k = 0; k < drawn[i].n_draws; k++)
            UNIT_TRUE (recap_audit_multiply (audit, recap_text (drawn[i].kode), &risk));
    recap_risk_format (&risk, shown);
    UNIT_STRING (shown, "0.098616493"); /* 0.0986164799 without rounding up */
}

/* Boulder County Coroner, 2010 (kaplan_markov by N. McBurnett): 49627 against 33924 votes on 121138
 * ballots give U = 8.714322104. */
static void
test_boulder (void)
{
    g_autoptr (GError) error = NULL;
    const RecapAuditOptions options = { .contest = NULL };
    g_autoptr (RecapAudit) audit = open_audit ("kontes,kode,sumber,s01,s02,suara_total\n"
                                               "pkwkk,3907122001001,x,33,66,121\n"
                                               "pkwkk,3907122001002,x,33891,49561,121017\n",
                                               &options, &error);
    const RecapAuditSummary *summary = recap_audit_get_summary (audit);

    UNIT_STRING (summary->winner, "s02");
    UNIT_INT (summary->margin, 15703);
    UNIT_INT (summary->bound, 8714322105);
    g_autofree char *list = recap_spool_to_string (recap_audit_get_list (audit), &error);
    UNIT_STRING (list, "kontes,kode,surat_suara,s01,s02,batas\n"
                       "pkwkk,3907122001001,121,33,66,9807044\n"
                       "pkwkk,3907122001002,121017,33891,49561,8704515061\n");
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, list, -1);
    UNIT_STRING (recap_audit_get_fingerprint (audit), digest);
}

/* Four winners: each of them against each loser; the bound of a TPS is its largest part of any
 * margin. */
static void
test_several_winners (void)
{
    g_autoptr (GError) error = NULL;
    const RecapAuditOptions options = { .contest = NULL };
    g_autoptr (RecapAudit) audit =
        open_audit ("kontes,kode,sumber,s01,s02,s03,s04,s05,s06,suara_total\n"
                    "pdpd,3907122001001,x,50,40,30,20,10,,150\n"
                    "pdpd,3907122001002,x,5,4,3,2,1,,15\n",
                    &options, &error);
    const RecapAuditSummary *summary = recap_audit_get_summary (audit);

    UNIT_NO_ERROR (&error);
    UNIT_INT (summary->n_winners, 4);
    UNIT_INT (summary->n_blank, 0); /* nobody has votes in s06 */
    UNIT_STRING (summary->winner, "s04");
    UNIT_STRING (summary->loser, "s05");
    UNIT_INT (summary->margin, 11);
    g_autofree char *list = recap_spool_to_string (recap_audit_get_list (audit), &error);
    UNIT_STRING (list, "kontes,kode,surat_suara,s01,s02,s03,s04,s05,batas\n"
                       "pdpd,3907122001001,150,50,40,30,20,10,14545454546\n"
                       "pdpd,3907122001002,15,5,4,3,2,1,1454545455\n");
}

static void
test_no_sample_helps (void)
{
    static const char header[] = "kontes,kode,sumber,s01,s02,s03,suara_total\n";
    const RecapAuditOptions plurality = { .contest = NULL };
    const RecapAuditOptions majority = { .majority = TRUE };
    g_autoptr (GError) error = NULL;
    g_autofree char *tied = g_strconcat (header, "ppwp,3907122001001,x,40,40,10,90\n", NULL);
    g_autofree char *split = g_strconcat (header, "ppwp,3907122001001,x,40,30,20,90\n", NULL);

    g_autoptr (RecapAudit) tie = open_audit (tied, &plurality, &error);
    UNIT_INT (recap_audit_get_summary (tie)->margin, 0);
    UNIT_INT (recap_audit_get_summary (tie)->bound, 0);
    g_autoptr (RecapAudit) leader = open_audit (split, &plurality, &error);
    UNIT_INT (recap_audit_get_summary (leader)->margin, 10);
    g_autoptr (RecapAudit) no_majority = open_audit (split, &majority, &error);
    UNIT_INT (recap_audit_get_summary (no_majority)->margin, -10);
    UNIT_TRUE (recap_audit_get_summary (no_majority)->loser == NULL);
    UNIT_NO_ERROR (&error);
}

/* What is not known is as bad as the ballots allow. */
static void
test_worst_case (void)
{
    static const char header[] =
        "kontes,kode,sumber,pemilih_dpt_j,surat_diterima,surat_digunakan,s01,s02,suara_tidak_sah,"
        "suara_total\n";
    static const struct {
        const char *cells;
        gint64 used, issued; /* the ballots without and with --issued */
    } known[] = {
        { "200,204,150,100,40,5,145", 150, 204 }, /* II.2 is larger than V.C */
        { "200,,150,100,40,5,145", 150, 204 },    /* issued: the DPT and 2.5 % rounded up: 205 */
        { "200,204,,100,40,5,", 204, 204 },       /* nothing tells how many were used */
        { "200,204,150,100,,5,145", 204, 204 },   /* a vote is blank */
        { ",,150,100,?,5,145", 615, 615 },        /* 600 voters and the reserve */
    };
    const RecapAuditOptions plain = { .contest = NULL };
    const RecapAuditOptions issued = { .issued = TRUE };

    for (guint i = 0; i < 2 * G_N_ELEMENTS (known); i++) {
        g_autoptr (GError) error = NULL;
        gint64 ballots = i % 2 == 0 ? known[i / 2].used : known[i / 2].issued;
        g_autofree char *text = g_strdup_printf (
            "%spkwkk,3907122001001,x,%s\npkwkk,3907122001002,x,10,10,10,5,4,1,10\n", header,
            known[i / 2].cells);
        g_autoptr (RecapAudit) audit = open_audit (text, i % 2 == 0 ? &plain : &issued, &error);
        UNIT_NO_ERROR (&error);
        g_autofree char *list = recap_spool_to_string (recap_audit_get_list (audit), &error);
        g_autofree char *start = g_strdup_printf ("kontes,kode,surat_suara,s01,s02,batas\n"
                                                  "pkwkk,3907122001001,%" PRId64 ",",
                                                  i == 3 ? 205 : ballots);
        unit_check (g_str_has_prefix (list, start), __FILE__, __LINE__, "%s has not %s", list,
                    start);
    }
}

/* Of the 60 TPS with equal bounds, U = 6.2, the audit at 20 % draws 10.
 *
 * Returns: in how many of @n lotteries the hand counts keep the risk within the limit. */
static guint
count_confirmed (const RecapAudit *audit, guint n)
{
    guint n_confirmed = 0;

    for (guint i = 1; i <= n; i++) {
        g_autofree char *seed = g_strdup_printf ("%u", i);
        RecapRisk risk = RECAP_RISK_INIT;
        gboolean possible = TRUE;
        for (guint k = 1; k <= 10 && possible; k++) {
            g_autofree char *kode =
                g_strdup_printf ("3907122000%03u", (guint)recap_lottery_draw (seed, k, 60) + 1);
            possible = recap_audit_multiply (audit, recap_text (kode), &risk);
        }
        n_confirmed += possible && recap_risk_is_at_most (&risk, 200000);
    }
    return n_confirmed;
}

/* A wrong winner is confirmed in no larger share of the lotteries than the limit allows: 1240 votes
 * were moved to a contestant who leads by 1200. */
static void
test_risk_limit (void)
{
    enum { N = 4000 };
    static const char header[] = "kontes,kode,sumber,s01,s02,suara_total\n";
    static const struct {
        guint n;
        const char *votes;
        guint least, most; /* confirmed of N */
    } wrong[] = {
        { 0, NULL, N, N },
        /* (5/6)^10 of 4000 is 646; three standard deviations are 70. */
        { 10, "0,104,104", 576, 716 },
        { 20, "29,71,104", 0, 716 },
        { 60, "49,50,104", 0, 0 },
    };
    const RecapAuditOptions options = { .contest = NULL };

    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) reported = g_string_new (header);
        g_autoptr (GString) counted = g_string_new (header);
        append_forms (reported, 0, 60, "60,40,104");
        if (wrong[i].n > 0)
            append_forms (counted, 0, wrong[i].n, wrong[i].votes);
        append_forms (counted, wrong[i].n, 60 - wrong[i].n, "60,40,104");
        g_autoptr (RecapAudit) audit = open_audit (reported->str, &options, &error);
        UNIT_INT (count_draws (audit, 200000), 10);
        read_counts (audit, counted->str, &error);
        UNIT_NO_ERROR (&error);
        guint n = count_confirmed (audit, N);
        unit_check (n >= wrong[i].least && n <= wrong[i].most, __FILE__, __LINE__,
                    "case %u: %u of %u confirmed", i, n, (guint)N);
    }
}

UNIT_MAIN ("audit", { "Stark's county of three contests", test_stark },
           { "a taint of 1/U changes nothing", test_stark_taint },
           { "Lindeman's 3rd Congressional District", test_lindeman },
           { "Boulder's coroner, the list and its fingerprint", test_boulder },
           { "several winners", test_several_winners },
           { "a tie and a missing majority leave no margin", test_no_sample_helps },
           { "the risk limit holds", test_risk_limit },
           { "what is not known is as bad as it can be", test_worst_case })
