#include "config.h"

#include "key.h"

#include <string.h>

#include "fault.h"
#include "misread.h"
#include "rule.h"

void
gen_append_cell (GString *text, gint cell)
{
    if (cell >= 0)
        g_string_append_printf (text, "%d", cell);
    else if (cell == GEN_UNREADABLE)
        g_string_append_c (text, '?');
}

static gboolean
is_sum_of_votes (const GenContest *contest, guint field)
{
    GenBoxKind kind = gen_contest_box (contest, field)->kind;
    return kind == GEN_BOX_PARTY_SUM || field == contest->valid || field == contest->total;
}

/* Whether two rows of votes of one kind show each other's number, neither below @least. */
static gboolean
has_exchange (const GenContest *contest, const GenStation *station, gint least)
{
    const gint *a = station->paper, *b = station->digital;
    for (guint i = GEN_VOTES; i < contest->valid; i++)
        for (guint k = i + 1; a[i] != b[i] && k < contest->valid; k++)
            if (a[k] != b[k] && a[i] == b[k] && a[k] == b[i] && MIN (a[i], a[k]) >= least &&
                gen_contest_box (contest, i)->kind == gen_contest_box (contest, k)->kind)
                return TRUE;
    return FALSE;
}

/* Two rows that were exchanged are votes that moved, and the reverse: numbers that both mean
 * something speak for the exchange. A block that moved can look like one, too. */
static const char *
other_cause (const GenContest *contest, const GenStation *station, const char *cause)
{
    if (g_str_equal (cause, "baris-tertukar"))
        return has_exchange (contest, station, 5) ? NULL : "suara-bergeser";
    if (g_str_equal (cause, "baris-bergeser") || g_str_equal (cause, "suara-bergeser"))
        return has_exchange (contest, station, 0) ? "baris-tertukar" : NULL;
    return NULL;
}

/* Appends the cause of a cell that differs, and all that are as simple. */
static void
append_causes (GString *text, const GenContest *contest, const GenStation *station, guint field)
{
    const GenFaultInfo *info = station->fault == NULL ? NULL : gen_fault_find (station->fault);
    const char *cause = info == NULL || info->cause == NULL ? "" : info->cause;
    if (info != NULL && info->sums_follow && is_sum_of_votes (contest, field))
        cause = "ikut-jumlah";
    g_string_append_printf (text, "%s,", cause);
    if (info == NULL || !info->one_number) {
        const char *other = other_cause (contest, station, cause);
        gboolean before = other != NULL && strcmp (other, cause) < 0;
        g_string_append_printf (text, "%s%s%s", before ? other : cause, other == NULL ? "" : " ",
                                other == NULL ? ""
                                : before      ? cause
                                              : other);
        return;
    }
    guint step = field < GEN_RECEIVED ? 3 : 1;
    g_autoptr (GString) ways = g_string_new (NULL);
    gen_append_ways (ways, station->paper[field], station->digital[field],
                     field < step ? GEN_BLANK : station->paper[field - step],
                     field + step < contest->n_boxes ? station->paper[field + step] : GEN_BLANK);
    g_string_append (text, ways->len > 0 ? ways->str : cause); /* else it took several steps */
}

void
gen_append_key (GString *text, const GenElection *election)
{
    const GenContest *contest = election->contest;
    for (guint i = 0; i < election->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (election->stations, i);
        const char *kind = station->fault != NULL ? station->fault : station->mistake;
        const GenFaultInfo *info = station->fault == NULL ? NULL : gen_fault_find (station->fault);
        const char *codes = info == NULL || info->codes == NULL ? "" : info->codes;
        if (station->on_paper != station->in_digital) {
            g_string_append_printf (text, "%s,%s,,,,%s,,,%s\n", contest->code, station->code, kind,
                                    codes);
            continue;
        }
        for (guint field = 0; field < contest->n_boxes; field++) {
            const GenBox *box = gen_contest_box (contest, field);
            if (box->sirekap == NULL || station->paper[field] == station->digital[field])
                continue;
            g_string_append_printf (text, "%s,%s,%s,", contest->code, station->code, box->name);
            gen_append_cell (text, station->paper[field]);
            g_string_append_c (text, ',');
            gen_append_cell (text, station->digital[field]);
            g_string_append_printf (text, ",%s,", kind);
            append_causes (text, contest, station, field);
            g_string_append_printf (text, ",%s\n", codes);
        }
    }
}

static void
append_paper_row (GString *text, const GenContest *contest, const GenStation *station, guint field)
{
    const GenFaultInfo *info = gen_fault_find (station->mistake);
    g_string_append_printf (text, "%s,%s,%s,", contest->code, station->code,
                            gen_contest_box (contest, field)->name);
    gen_append_cell (text, station->paper[field]);
    g_string_append_c (text, ',');
    gen_append_cell (text, station->sound[field]);
    g_string_append_printf (
        text, ",%s,%s,%s\n", station->mistake,
        info == NULL || info->codes == NULL ? "" : info->codes,
        station->stated >= 0 ? gen_contest_box (contest, (guint)station->stated)->name : "");
}

void
gen_append_paper_key (GString *text, const GenElection *election)
{
    const GenContest *contest = election->contest;
    for (guint i = 0; i < election->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (election->stations, i);
        gboolean shown = FALSE;
        for (guint field = 0; station->mistake != NULL && field < contest->n_boxes; field++)
            if (station->paper[field] != station->sound[field]) {
                append_paper_row (text, contest, station, field);
                shown = TRUE;
            }
        if (station->twice)
            g_string_append_printf (text, "%s,%s,,,,%s,R23,\n", contest->code, station->code,
                                    station->mistake);
        else if (station->stated >= 0 && !shown) /* every box is what was meant to be there */
            append_paper_row (text, contest, station, (guint)station->stated);
    }
}

void
gen_append_alone_key (GString *text, const GenElection *election)
{
    const GenContest *contest = election->contest;
    g_autoptr (GArray) rules = gen_rules_new (contest);
    for (guint i = 0; i < election->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (election->stations, i);
        guint n_wrong = 0, wrong = 0;
        for (guint field = 0; field < contest->n_boxes; field++)
            if (station->digital[field] != station->sound[field]) {
                n_wrong++;
                wrong = field;
            }
        const GenFaultInfo *info = station->fault == NULL ? NULL : gen_fault_find (station->fault);
        if (info == NULL || info->cause == NULL || n_wrong != 1 || !station->in_digital ||
            station->digital[wrong] < 0 || gen_contest_box (contest, wrong)->sirekap == NULL)
            continue;
        g_string_append_printf (text, "%s,%s,%s,%d,%d,%s,%s,%u,%u\n", contest->code, station->code,
                                gen_contest_box (contest, wrong)->name, station->sound[wrong],
                                station->digital[wrong], station->fault, info->cause,
                                gen_rules_count_broken (rules, station->digital),
                                gen_rules_count_repairs (rules, contest, station->digital));
    }
}

void
gen_append_pattern_key (GString *text, const GenElection *election)
{
    const GenContest *contest = election->contest;
    for (guint i = 0; i < election->patterns->len; i++) {
        const GenPattern *pattern = election->patterns->pdata[i];
        g_string_append_printf (text, "%s,%s,%s,%s,%d,%u\n", contest->code, pattern->region,
                                gen_contest_box (contest, pattern->shift.from)->name,
                                gen_contest_box (contest, pattern->shift.to)->name,
                                pattern->shift.votes, pattern->n_stations);
    }
}
