#include "config.h"

#include "rule.h"

#define MAX_TERMS 90

/* The box @stated is, or is at most, the sum of the others. */
typedef struct {
    guint stated;
    gboolean at_most;
    guint n_terms;
    guint16 terms[MAX_TERMS];
} Rule;

static void
add_rule (GArray *rules, guint stated, gboolean at_most, guint first, guint step, guint n)
{
    Rule rule = { .stated = stated, .at_most = at_most, .n_terms = n };
    g_assert (n <= MAX_TERMS);
    for (guint i = 0; i < n; i++)
        rule.terms[i] = (guint16)(first + i * step);
    g_array_append_val (rules, rule);
}

/* V.A is the sum of the votes, and B of each party that of its boxes. */
static void
add_votes (GArray *rules, const GenContest *contest)
{
    if (!contest->has_parties) {
        add_rule (rules, contest->valid, FALSE, GEN_VOTES, 1, contest->n_contestants);
        return;
    }
    Rule all = { .stated = contest->valid };
    for (guint field = GEN_VOTES; field < contest->valid;) {
        guint sum = gen_contest_sum_of (contest, field);
        add_rule (rules, sum, FALSE, field, 1, sum - field);
        all.terms[all.n_terms++] = (guint16)sum;
        field = sum + 1;
    }
    g_array_append_val (rules, all);
}

GArray *
gen_rules_new (const GenContest *contest)
{
    GArray *rules = g_array_new (FALSE, FALSE, sizeof (Rule));
    for (guint row = GEN_VOTERS_L; row <= GEN_USERS_L; row += 3)
        add_rule (rules, row + 2, FALSE, row, 1, 2);
    for (guint column = 0; column < 3; column++) {
        add_rule (rules, GEN_USERS_L + column, FALSE, GEN_LISTED_L + column, 3, 3);
        add_rule (rules, GEN_LISTED_L + column, TRUE, GEN_VOTERS_L + column, 1, 1);
    }
    add_rule (rules, contest->total, FALSE, contest->valid, 1, 2);
    add_rule (rules, contest->total, FALSE, GEN_USERS_J, 1, 1);
    add_votes (rules, contest);
    return rules;
}

/* Says what the rule makes of its terms, the box @left out of them; FALSE for a blank. */
static gboolean
add_terms (const Rule *rule, const gint *cells, guint left, gint *ret_sum)
{
    gint sum = 0;
    for (guint i = 0; i < rule->n_terms; i++) {
        if (rule->terms[i] == left)
            continue;
        if (cells[rule->terms[i]] < 0)
            return FALSE;
        sum += cells[rule->terms[i]];
    }
    *ret_sum = sum;
    return TRUE;
}

static gboolean
is_broken (const Rule *rule, const gint *cells)
{
    gint sum;
    if (cells[rule->stated] < 0 || !add_terms (rule, cells, G_MAXUINT, &sum))
        return FALSE;
    return rule->at_most ? cells[rule->stated] > sum : cells[rule->stated] != sum;
}

static gboolean
has_box (const Rule *rule, guint field)
{
    for (guint i = 0; i < rule->n_terms; i++)
        if (rule->terms[i] == field)
            return TRUE;
    return rule->stated == field;
}

/* Narrows the numbers that @field may have down to those with which the rule holds. */
static void
narrow (const Rule *rule, const gint *cells, guint field, gint *low, gint *high)
{
    gint sum;
    if (!add_terms (rule, cells, field, &sum) || (rule->stated != field && cells[rule->stated] < 0))
        return;
    gint value = rule->stated == field ? sum : cells[rule->stated] - sum;
    if (!rule->at_most || rule->stated != field)
        *low = MAX (*low, value);
    if (!rule->at_most || rule->stated == field)
        *high = MIN (*high, value);
}

guint
gen_rules_count_broken (const GArray *rules, const gint *cells)
{
    guint n = 0;
    for (guint i = 0; i < rules->len; i++)
        n += is_broken (&g_array_index (rules, Rule, i), cells);
    return n;
}

static gboolean
is_repair (const GArray *rules, const gint *cells, guint field)
{
    gint low = 0, high = 999;
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index (rules, Rule, i);
        if (has_box (rule, field))
            narrow (rule, cells, field, &low, &high);
        else if (is_broken (rule, cells))
            return FALSE;
    }
    return low <= high;
}

guint
gen_rules_count_repairs (const GArray *rules, const GenContest *contest, const gint *cells)
{
    guint n = 0;
    if (gen_rules_count_broken (rules, cells) == 0)
        return 0;
    for (guint field = 0; field < contest->n_boxes; field++)
        n += gen_contest_box (contest, field)->sirekap != NULL && is_repair (rules, cells, field);
    return n;
}
