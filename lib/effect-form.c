#include "config.h"

#include "effect-form.h"

#include <glib/gi18n-lib.h>

#include "effect.h"
#include "error.h"
#include "formula.h"
#include "region.h"

/* Boxes of the form that say how many votes there can be, by what they count. */
typedef enum {
    LIMIT_VOTERS,  /* who voted */
    LIMIT_BALLOTS, /* ballots that were there */
    LIMIT_LISTED,  /* voters in the DPT, who get ballots and a reserve */
    LIMIT_VALID,   /* votes that count: never more than the others */
} LimitKind;

static const struct {
    const char *name;
    LimitKind kind;
} limit_fields[] = {
    { "pengguna_total_j", LIMIT_VOTERS }, { "surat_digunakan", LIMIT_VOTERS },
    { "suara_total", LIMIT_VOTERS },      { "surat_diterima", LIMIT_BALLOTS },
    { "pemilih_dpt_j", LIMIT_LISTED },    { "suara_sah", LIMIT_VALID },
};

struct _RecapEffectPlan {
    const RecapContest *contest;
    const RecapSchema *schema;
    const RecapRules *rules;
    GArray *boxes; /* RecapEffectBox */
    guint n_contestants;
    int *box_of;                             /* for every field of the schema, -1: none */
    int limits[G_N_ELEMENTS (limit_fields)]; /* index in the schema, -1: none */
    gint64 reserve_permil;
    GHashTable *formulas[2]; /* code -> array of RecapFormula; ordinary and outside */
};

/* One form while it is worked on. */
typedef struct {
    RecapEffectPlan *plan;
    const RecapForm *form;
    const RecapFinding *const *findings;
    guint n_findings;
    const RecapStation *station;
    RecapEffectVotes *votes;
    gboolean broken; /* a box was opened up to what the form allows */
    gboolean all;    /* and so was every box */
} Opening;

/* ---- the plan ---- */

static int
find_party (const RecapEffectPlan *self, guint number)
{
    for (guint i = 0; i < self->n_contestants; i++)
        if (g_array_index (self->boxes, RecapEffectBox, i).box->contestant == number)
            return (int)i;
    return -1;
}

static void
add_box (RecapEffectPlan *self, guint field, const RecapField *box, int party)
{
    RecapEffectBox entry = { field, box, party };
    self->box_of[field] = (int)self->boxes->len;
    g_array_append_val (self->boxes, entry);
}

static gboolean
add_boxes (RecapEffectPlan *self, GError **error)
{
    guint n_fields = recap_schema_get_n (self->schema);

    for (guint i = 0; i < n_fields; i++) {
        const RecapField *box = recap_schema_get_field (self->schema, self->contest, i);
        self->box_of[i] = -1;
        if (box != NULL && box->role == RECAP_ROLE_VOTES)
            add_box (self, i, box, -1);
    }
    self->n_contestants = self->boxes->len;
    for (guint i = 0; i < n_fields; i++) {
        const RecapField *box = recap_schema_get_field (self->schema, self->contest, i);
        if (box == NULL || (box->role != RECAP_ROLE_PARTY && box->role != RECAP_ROLE_CANDIDATE))
            continue;
        int party = find_party (self, box->contestant);
        if (party < 0) {
            recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                             _ ("the tables have '%s', but not the total of this party"),
                             box->name);
            recap_error_set_hint (error,
                                  _ ("who is before whom is decided by box B of each party"));
            return FALSE;
        }
        add_box (self, i, box, party);
    }
    if (self->n_contestants > 0)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, NULL, _ ("the tables have no votes of '%s'"),
                     recap_contest_get_code (self->contest));
    return FALSE;
}

RecapEffectPlan *
recap_effect_plan_new (const RecapContest *contest, const RecapSchema *schema,
                       const RecapRules *rules, GError **error)
{
    g_autoptr (RecapEffectPlan) self = g_new0 (RecapEffectPlan, 1);
    self->contest = contest;
    self->schema = schema;
    self->rules = rules;
    self->boxes = g_array_new (FALSE, FALSE, sizeof (RecapEffectBox));
    self->box_of = g_new (int, MAX (recap_schema_get_n (schema), 1));
    for (guint i = 0; i < G_N_ELEMENTS (self->formulas); i++)
        self->formulas[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < G_N_ELEMENTS (limit_fields); i++)
        self->limits[i] = recap_schema_find (schema, recap_text (limit_fields[i].name));
    recap_contest_get_limit (contest, "cadangan_permil", &self->reserve_permil);
    self->reserve_permil = CLAMP (self->reserve_permil, 0, 1000);
    return add_boxes (self, error) ? g_steal_pointer (&self) : NULL;
}

void
recap_effect_plan_free (RecapEffectPlan *self)
{
    if (self == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS (self->formulas); i++)
        g_hash_table_unref (self->formulas[i]);
    g_array_unref (self->boxes);
    g_free (self->box_of);
    g_free (self);
}

const RecapContest *
recap_effect_plan_get_contest (const RecapEffectPlan *self)
{
    return self->contest;
}

const RecapEffectBox *
recap_effect_plan_get_boxes (const RecapEffectPlan *self, guint *ret_n)
{
    *ret_n = self->boxes->len;
    return (const RecapEffectBox *)(const void *)self->boxes->data;
}

guint
recap_effect_plan_get_n_contestants (const RecapEffectPlan *self)
{
    return self->n_contestants;
}

int
recap_effect_plan_find (const RecapEffectPlan *self, RecapText isian)
{
    int field = isian.size > 0 ? recap_schema_find (self->schema, isian) : -1;
    return field >= 0 ? self->box_of[field] : -1;
}

/* Returns: the formulas of @rule for the forms of the contest. */
static const GPtrArray *
formulas_of (RecapEffectPlan *self, const RecapRule *rule, gboolean outside)
{
    GHashTable *known = self->formulas[outside ? 1 : 0];
    GPtrArray *formulas = g_hash_table_lookup (known, rule->code);

    if (formulas != NULL)
        return formulas;
    formulas = recap_formulas_compile (rule, self->contest, self->schema, outside, NULL);
    if (formulas == NULL) /* recap-check cannot have found anything with it either */
        formulas = g_ptr_array_new ();
    g_hash_table_insert (known, g_strdup (rule->code), formulas);
    return formulas;
}

/* ---- what a finding opens ---- */

/* From nothing to what the form allows; the parts of a party go with it. */
static void
open_box (Opening *self, guint index)
{
    guint n;
    const RecapEffectBox *boxes = recap_effect_plan_get_boxes (self->plan, &n);

    self->broken = TRUE;
    for (guint i = 0; i < n; i++)
        if (i == index || boxes[i].party == (int)index) {
            self->votes[i].fewest = 0;
            self->votes[i].most = RECAP_EFFECT_NO_LIMIT;
        }
}

static void
open_all (Opening *self)
{
    if (self->all)
        return;
    self->all = TRUE;
    for (guint i = 0; i < self->plan->n_contestants; i++)
        open_box (self, i);
}

/* Two sources have two numbers: it is one of them, or between them. */
static void
open_values (Opening *self, const RecapFinding *finding)
{
    int index = recap_effect_plan_find (self->plan, finding->isian);
    const RecapCell values[] = { finding->nilai_a, finding->nilai_b };

    for (guint i = 0; index >= 0 && i < G_N_ELEMENTS (values); i++) {
        RecapEffectVotes *votes = &self->votes[index];
        if (!recap_cell_is_number (values[i]))
            continue;
        votes->fewest = MIN (votes->fewest, values[i]);
        votes->most = MAX (votes->most, values[i]);
    }
}

/* The votes of a TPS that should not be there may not count. */
static void
open_to_nothing (Opening *self, const RecapFinding *finding)
{
    (void)finding;
    for (guint i = 0; i < self->plan->boxes->len; i++)
        self->votes[i].fewest = 0;
}

static gboolean
is_total (const RecapEffectPlan *plan, guint field)
{
    for (guint i = 0; i < G_N_ELEMENTS (limit_fields); i++)
        if (plan->limits[i] == (int)field)
            return limit_fields[i].kind == LIMIT_VALID ||
                   g_str_equal (limit_fields[i].name, "suara_total");
    return FALSE;
}

/* Opens the votes that @formula is about; when it is only about their totals, all of them. */
static void
open_formula (Opening *self, const RecapFormula *formula)
{
    gboolean holds, about_votes = FALSE, about_totals = FALSE;
    gint64 value;
    guint n_terms;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);
    g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
    guint stated = recap_formula_get_stated (formula);

    if (recap_formula_evaluate (formula, self->form, &holds, &value) && holds)
        return; /* it was put right */
    g_array_append_val (fields, stated);
    for (guint i = 0; i < n_terms; i++)
        g_array_append_vals (fields, terms[i].boxes, terms[i].n_boxes);
    for (guint i = 0; i < fields->len; i++) {
        guint field = g_array_index (fields, guint, i);
        int index = self->plan->box_of[field];
        if (index >= 0)
            open_box (self, (guint)index);
        about_votes |= index >= 0;
        about_totals |= is_total (self->plan, field);
    }
    if (about_totals && !about_votes)
        open_all (self);
}

/* A formula that the form breaks.
 *
 * Returns: FALSE when @rule has no formula that states the box of @finding. */
static gboolean
open_rule (Opening *self, const RecapRule *rule, const RecapFinding *finding)
{
    gboolean outside = !recap_region_is_ordinary (finding->kode);
    const GPtrArray *formulas = formulas_of (self->plan, rule, outside);
    gboolean found = FALSE;

    for (guint i = 0; i < formulas->len; i++) {
        guint stated = recap_formula_get_stated (formulas->pdata[i]);
        if (!recap_text_equal_string (finding->isian,
                                      recap_schema_get_name (self->plan->schema, stated)))
            continue;
        found = TRUE;
        /* What is remarkable is no contradiction. */
        if (finding->severity == RECAP_SEVERITY_ERROR)
            open_formula (self, formulas->pdata[i]);
    }
    return found;
}

/* Something is wrong with the box, or with the form: nobody knows what. */
static void
open_place (Opening *self, const RecapFinding *finding)
{
    int field = recap_schema_find (self->plan->schema, finding->isian);
    int index = recap_effect_plan_find (self->plan, finding->isian);

    if (index >= 0)
        open_box (self, (guint)index);
    else if (finding->isian.size == 0 || (field >= 0 && is_total (self->plan, (guint)field)))
        open_all (self);
}

/* Findings that have their own meaning here; codes never change theirs. Of a blank or unreadable
 * cell the table itself knows. */
static const struct {
    const char *code;
    void (*open) (Opening *self, const RecapFinding *finding); /* NULL: nothing */
    gboolean about_station;
} kinds[] = {
    { "D01", open_values, FALSE },    { "D02", NULL, FALSE }, { "D03", NULL, TRUE },
    { "D04", open_to_nothing, TRUE }, { "D05", NULL, FALSE }, { "R22", NULL, FALSE },
    { "R23", open_to_nothing, TRUE }, { "R29", NULL, FALSE },
};

gboolean
recap_effect_is_about_station (const RecapFinding *finding)
{
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (recap_text_equal_string (finding->aturan, kinds[i].code))
            return kinds[i].about_station;
    return FALSE;
}

static void
open_finding (Opening *self, const RecapFinding *finding)
{
    g_autofree char *code = g_strndup (finding->aturan.bytes, finding->aturan.size);
    const RecapRule *rule = recap_rules_find (self->plan->rules, code);

    /* What explains differences (D06 to D12) adds nothing to them. */
    if (finding->severity == RECAP_SEVERITY_INFO ||
        (rule != NULL && rule->kind == RECAP_RULE_EXPLANATION))
        return;
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_str_equal (code, kinds[i].code)) {
            if (kinds[i].open != NULL)
                kinds[i].open (self, finding);
            return;
        }
    if (rule == NULL || rule->kind != RECAP_RULE_FORMULA || !open_rule (self, rule, finding))
        open_place (self, finding);
}

/* ---- what the form allows ---- */

/* The largest number that any source has in the boxes of @kind; 0 when there is none. */
static gint64
largest (const Opening *self, LimitKind kind)
{
    gint64 most = 0;

    for (guint i = 0; i < G_N_ELEMENTS (limit_fields); i++) {
        if (limit_fields[i].kind != kind || self->plan->limits[i] < 0)
            continue;
        most = MAX (most, self->form->cells[self->plan->limits[i]]);
        for (guint k = 0; k < self->n_findings; k++)
            if (recap_text_equal_string (self->findings[k]->aturan, "D01") &&
                recap_text_equal_string (self->findings[k]->isian, limit_fields[i].name))
                most = MAX (most, MAX (self->findings[k]->nilai_a, self->findings[k]->nilai_b));
    }
    return most;
}

/* Voters and the reserve of ballots for them. */
static gint64
with_reserve (const RecapEffectPlan *plan, gint64 voters)
{
    return voters + (voters * plan->reserve_permil + 999) / 1000;
}

/* Returns: how many votes the form can hold: as many as voted; if nothing says how many, as many as
 * there were ballots. The largest number counts, since any of them can be wrong. */
static gint64
limit_of (const Opening *self)
{
    const RecapStation *station = self->station;
    gint64 sum = 0;

    for (guint i = 0; i < self->plan->n_contestants; i++)
        sum += self->votes[i].votes;
    gint64 limit = largest (self, LIMIT_VOTERS);
    if (limit == 0) {
        limit = MAX (largest (self, LIMIT_BALLOTS),
                     with_reserve (self->plan, largest (self, LIMIT_LISTED)));
        if (station != NULL && station->dpt_l >= 0 && station->dpt_p >= 0)
            limit = MAX (limit, with_reserve (self->plan, station->dpt_l + station->dpt_p));
    }
    if (limit == 0)
        return RECAP_EFFECT_NO_LIMIT;
    return MAX (limit, MAX (sum, largest (self, LIMIT_VALID)));
}

/* Keeps the boxes of one whole (@party; -1: the contestants of the form) within @limit: each can
 * have what the fewest of the others leave. Of the parts of a party only those without a limit of
 * their own: box B does not decide between two numbers. */
static void
keep_within (Opening *self, int party, gint64 limit)
{
    gint64 fewest = 0;
    guint n;
    const RecapEffectBox *boxes = recap_effect_plan_get_boxes (self->plan, &n);

    if (limit == RECAP_EFFECT_NO_LIMIT)
        return;
    for (guint i = 0; i < n; i++)
        if (boxes[i].party == party)
            fewest += self->votes[i].fewest;
    for (guint i = 0; i < n; i++) {
        RecapEffectVotes *votes = &self->votes[i];
        gboolean bounded = party >= 0 && votes->most != RECAP_EFFECT_NO_LIMIT;
        if (boxes[i].party == party && !bounded)
            votes->most = MAX (votes->votes, MIN (votes->most, limit - (fewest - votes->fewest)));
    }
}

static gboolean
is_open (const Opening *self)
{
    for (guint i = 0; i < self->plan->boxes->len; i++)
        if (self->votes[i].fewest < self->votes[i].most)
            return TRUE;
    return FALSE;
}

/* Limits the boxes without a number to what V.A leaves, unless the form contradicts itself. A
 * difference between two numbers is not decided by V.A. */
static void
limit_blanks (Opening *self)
{
    gint64 valid = largest (self, LIMIT_VALID);
    gint64 fewest = 0;

    if (valid == 0 || self->broken)
        return;
    for (guint i = 0; i < self->plan->n_contestants; i++)
        fewest += self->votes[i].fewest;
    for (guint i = 0; i < self->plan->n_contestants; i++) {
        RecapEffectVotes *votes = &self->votes[i];
        if (!votes->has_number)
            votes->most = MIN (votes->most, MAX (0, valid - (fewest - votes->fewest)));
    }
}

void
recap_effect_plan_open (RecapEffectPlan *self, const RecapForm *form,
                        const RecapFinding *const *findings, guint n_findings,
                        const RecapStation *station, RecapEffectVotes *ret_votes)
{
    Opening opening = { self, form, findings, n_findings, station, ret_votes, FALSE, FALSE };

    for (guint i = 0; i < self->boxes->len; i++) {
        RecapCell cell = form->cells[g_array_index (self->boxes, RecapEffectBox, i).field];
        gboolean has_number = recap_cell_is_number (cell);
        ret_votes[i] = (RecapEffectVotes){ has_number, has_number ? cell : 0, has_number ? cell : 0,
                                           has_number ? cell : RECAP_EFFECT_NO_LIMIT };
    }
    for (guint i = 0; i < n_findings; i++)
        open_finding (&opening, findings[i]);
    if (!is_open (&opening))
        return;
    limit_blanks (&opening);
    keep_within (&opening, -1, limit_of (&opening));
    for (guint i = 0; i < self->n_contestants; i++)
        keep_within (&opening, (int)i, ret_votes[i].most);
}
