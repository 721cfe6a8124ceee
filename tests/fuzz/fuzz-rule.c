/* A rule file of any bytes: refused with a reason, or rules whose formulas can be made ready,
 * evaluated and described for every contest, or are refused with a reason then. */
#include "config.h"

#include "formula.h"
#include "fuzz.h"
#include "rule-file.h"

typedef struct {
    RecapSchema *schema;
    RecapForm form;
} Sample;

/* A form of @contest with small, the largest and no numbers. */
static void
fill (Sample *sample, const RecapContest *contest)
{
    guint n;
    sample->schema = recap_schema_new (fuzz_contests ());
    recap_schema_add_contest (sample->schema, contest);
    n = recap_schema_get_n (sample->schema);
    sample->form = (RecapForm){ .contest = contest, .cells = g_new (RecapCell, n) };
    for (guint i = 0; i < n; i++)
        sample->form.cells[i] = i % 11 == 7  ? RECAP_CELL_BLANK
                                : i % 5 == 4 ? RECAP_COUNT_MAX
                                             : (RecapCell)(i * 37 % 1000);
}

/* Returns: one sample for every contest, made once. */
static const Sample *
get_samples (guint *ret_n)
{
    static Sample *samples;
    *ret_n = recap_contests_get_n (fuzz_contests ());
    if (samples != NULL)
        return samples;
    samples = g_new0 (Sample, *ret_n);
    for (guint i = 0; i < *ret_n; i++)
        fill (&samples[i], recap_contests_get (fuzz_contests (), i));
    return samples;
}

static void
check_formula (const RecapFormula *formula, const Sample *sample)
{
    g_autoptr (GString) text = g_string_new (NULL);
    gboolean holds = FALSE;
    gint64 value = 0;

    g_assert (recap_formula_get_stated (formula) < recap_schema_get_n (sample->schema));
    gboolean checked = recap_formula_evaluate (formula, &sample->form, &holds, &value);
    recap_formula_describe (formula, &sample->form, text);
    g_assert (checked == (text->len > 0));
}

static void
check_rule (const RecapRule *rule, const Sample *sample, gboolean outside)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) formulas =
        recap_formulas_compile (rule, sample->form.contest, sample->schema, outside, &error);
    fuzz_check (formulas != NULL, error);
    for (guint i = 0; formulas != NULL && i < formulas->len; i++)
        check_formula (formulas->pdata[i], sample);
}

/* Only what the input changed is looked at: the others are the same every time. */
static gboolean
is_changed (const RecapRule *rule)
{
    static RecapRules *builtin;
    if (builtin == NULL)
        builtin = recap_rules_load (NULL, NULL);
    const RecapRule *known = recap_rules_find (builtin, rule->code);
    return known == NULL || g_strcmp0 (known->formula, rule->formula) != 0 ||
           g_strcmp0 (known->formula_outside, rule->formula_outside) != 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    guint n;
    const Sample *samples = get_samples (&n);
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapRules) rules = recap_rules_load (fuzz_file (data, size), &error);
    fuzz_check (rules != NULL, error);

    for (guint i = 0; rules != NULL && i < recap_rules_get_n (rules); i++) {
        const RecapRule *rule = recap_rules_get (rules, i);
        g_assert (recap_rules_find (rules, rule->code) == rule);
        if (rule->formula == NULL || !is_changed (rule))
            continue;
        for (guint j = 0; j < n; j++) {
            check_rule (rule, &samples[j], FALSE);
            check_rule (rule, &samples[j], TRUE);
        }
    }
    return 0;
}
