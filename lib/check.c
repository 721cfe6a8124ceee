#include "config.h"

#include "check.h"

#include <glib/gi18n-lib.h>

#include "check-cause.h"
#include "error.h"
#include "formula.h"
#include "region.h"

/* One thing to look at in a form: a formula, or the blanks. */
typedef struct {
    const RecapRule *rule;
    const RecapFormula *formula; /* NULL: blanks */
} Step;

/* What is to be done for the forms of one contest. */
typedef struct {
    const RecapContest *contest;
    GPtrArray *formulas[2]; /* arrays of RecapFormula, kept alive; ordinary and outside */
    GArray *steps[2];       /* Step */
    GPtrArray *strict[2];   /* RecapFormula of these that must hold (galat) */
    GPtrArray *sources;     /* char *, sorted: every label that the tables have; for the register */
} Plan;

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapRules *rules;
    const RecapRegister *stations;
    RecapFindingFunc finding;
    void (*reset) (gpointer data);
    gpointer data;
    GPtrArray *plans; /* Plan */
    RecapCheckSummary summary;
    RecapCheckCauses *causes;
    GString *note;

    /* The forms of one code, one after the other. */
    Plan *plan;
    GString *kode;
    GString *sumber;    /* of the form before, to notice a key that comes twice */
    char *asal;         /* where that one is from */
    char *place;        /* where it stands in its table */
    GPtrArray *seen;    /* char *, the sources of this code */
    guint next_station; /* of the register, not compared yet */
} Check;

static void
plan_free (gpointer data)
{
    Plan *plan = data;
    for (guint i = 0; i < 2; i++) {
        g_ptr_array_unref (plan->formulas[i]);
        g_array_unref (plan->steps[i]);
        g_ptr_array_unref (plan->strict[i]);
    }
    g_ptr_array_unref (plan->sources);
    g_free (plan);
}

/* ---- plans ---- */

static gboolean
add_steps (Check *self, Plan *plan, guint outside, GError **error)
{
    for (guint i = 0; i < recap_rules_get_n (self->rules); i++) {
        const RecapRule *rule = recap_rules_get (self->rules, i);
        if (!rule->active)
            continue;
        if (rule->kind == RECAP_RULE_BLANK) {
            Step step = { rule, NULL };
            g_array_append_val (plan->steps[outside], step);
        }
        if (rule->kind != RECAP_RULE_FORMULA)
            continue;
        GPtrArray *formulas =
            recap_formulas_compile (rule, plan->contest, self->schema, outside != 0, error);
        if (formulas == NULL)
            return FALSE;
        for (guint k = 0; k < formulas->len; k++) {
            Step step = { rule, formulas->pdata[k] };
            g_array_append_val (plan->steps[outside], step);
            if (rule->severity == RECAP_SEVERITY_ERROR)
                g_ptr_array_add (plan->strict[outside], formulas->pdata[k]);
        }
        g_ptr_array_add (plan->formulas[outside], formulas);
    }
    return TRUE;
}

/* Returns: the plan for @contest, made when it is first asked for; NULL with @error. */
static Plan *
plan_for (Check *self, const RecapContest *contest, GError **error)
{
    if (self->plan != NULL && self->plan->contest == contest)
        return self->plan;
    for (guint i = 0; i < self->plans->len; i++) {
        Plan *plan = self->plans->pdata[i];
        if (plan->contest == contest)
            return plan;
    }
    Plan *plan = g_new0 (Plan, 1);
    plan->contest = contest;
    plan->sources = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < 2; i++) {
        plan->formulas[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
        plan->steps[i] = g_array_new (FALSE, FALSE, sizeof (Step));
        plan->strict[i] = g_ptr_array_new ();
    }
    g_ptr_array_add (self->plans, plan);
    for (guint i = 0; i < 2; i++)
        if (!add_steps (self, plan, i, error))
            return NULL;
    return plan;
}

/* ---- findings of one form ---- */

static RecapFinding
start_finding (const RecapForm *form, const RecapRule *rule, const char *asal)
{
    RecapFinding finding = {
        .aturan = recap_text (rule->code),
        .severity = rule->severity,
        .nilai_a = RECAP_CELL_NOT_CARRIED,
        .nilai_b = RECAP_CELL_NOT_CARRIED,
        .sumber_a = form->keys[RECAP_KEY_SUMBER],
        .asal_a = recap_text (asal),
    };
    recap_finding_set_place (&finding, form);
    return finding;
}

static gboolean
give (Check *self, RecapFinding *finding, GError **error)
{
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

static gboolean
check_formula (Check *self, const RecapForm *form, const Step *step, const GPtrArray *strict,
               GError **error)
{
    gboolean holds;
    gint64 value;

    if (!recap_formula_evaluate (step->formula, form, &holds, &value) || holds)
        return TRUE;

    guint stated = recap_formula_get_stated (step->formula);
    g_autofree char *asal = recap_form_origin (form);
    RecapFinding finding = start_finding (form, step->rule, asal);
    finding.isian = recap_text (recap_schema_get_name (self->schema, stated));
    finding.nilai_a = form->cells[stated];
    finding.sumber_b = recap_text ("rumus");
    finding.nilai_b = value;
    g_string_printf (self->note, "%s: ", step->rule->label);
    recap_formula_describe (step->formula, form, self->note);
    g_string_append_c (self->note, '.');
    if (strict != NULL && step->rule->severity == RECAP_SEVERITY_ERROR &&
        !recap_check_causes_explain (self->causes, form, strict, step->formula, self->note,
                                     &finding.sebab, error))
        return FALSE;
    return give (self, &finding, error);
}

static gboolean
check_blanks (Check *self, const RecapForm *form, const RecapRule *rule, GError **error)
{
    g_autofree char *asal = NULL;

    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        RecapCell cell = form->cells[i];
        if (G_LIKELY (cell >= 0 || cell == RECAP_CELL_NOT_CARRIED))
            continue;
        const RecapField *field = recap_schema_get_field (self->schema, form->contest, i);
        if (asal == NULL)
            asal = recap_form_origin (form);
        RecapFinding finding = start_finding (form, rule, asal);
        finding.isian = recap_text (field->name);
        finding.nilai_a = cell;
        g_string_printf (self->note, "%s %s %s.", field->box, field->short_label,
                         cell == RECAP_CELL_BLANK ? "kosong" : "tidak terbaca");
        if (!give (self, &finding, error))
            return FALSE;
    }
    return TRUE;
}

/* A form without any number is one finding, not one for each box. */
static gboolean
report_empty (Check *self, const RecapForm *form, const GArray *steps, GError **error)
{
    self->summary.n_empty++;
    for (guint i = 0; i < steps->len; i++) {
        const Step *step = &g_array_index (steps, Step, i);
        if (step->formula != NULL)
            continue;
        g_autofree char *asal = recap_form_origin (form);
        RecapFinding finding = start_finding (form, step->rule, asal);
        g_string_assign (self->note, "Formulir tanpa satu angka pun.");
        return give (self, &finding, error);
    }
    return TRUE;
}

static gboolean
check_form (Check *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    gboolean is_sum = recap_region_level (kode) > RECAP_LEVEL_TPS;
    guint outside = recap_region_is_ordinary (kode) ? 0 : 1;
    const GArray *steps = self->plan->steps[outside];
    /* A sum is broken where the forms are that it was made of. */
    const GPtrArray *strict = is_sum ? NULL : self->plan->strict[outside];

    self->summary.n_forms++;
    recap_check_causes_next (self->causes);
    if (recap_form_is_empty (form, recap_schema_get_n (self->schema)))
        return report_empty (self, form, steps, error);
    for (guint i = 0; i < steps->len; i++) {
        const Step *step = &g_array_index (steps, Step, i);
        if (is_sum && step->rule->one_station)
            continue;
        if (!(step->formula != NULL ? check_formula (self, form, step, strict, error)
                                    : check_blanks (self, form, step->rule, error)))
            return FALSE;
    }
    return TRUE;
}

/* ---- the register, and keys that come twice ---- */

static const RecapRule *
register_rule (const Check *self)
{
    for (guint i = 0; i < recap_rules_get_n (self->rules); i++) {
        const RecapRule *rule = recap_rules_get (self->rules, i);
        if (rule->kind == RECAP_RULE_REGISTER && rule->active)
            return rule;
    }
    return NULL;
}

static gboolean
report_missing (Check *self, const RecapStation *station, const char *sumber, GError **error)
{
    const RecapRule *rule = register_rule (self);
    RecapOrigin origin = { recap_register_get_file (self->stations), station->line, 0 };
    g_autofree char *asal = recap_origin_format (&origin);
    RecapFinding finding = {
        .kontes = recap_text (recap_contest_get_code (self->plan->contest)),
        .kode = recap_text (station->kode),
        .provinsi = recap_text (station->provinsi),
        .kabko = recap_text (station->kabko),
        .kecamatan = recap_text (station->kecamatan),
        .desa = recap_text (station->desa),
        .tps = recap_text (station->tps),
        .aturan = recap_text (rule->code),
        .severity = rule->severity,
        .sumber_a = recap_text ("daftar"),
        .sumber_b = recap_text (sumber),
        .nilai_a = RECAP_CELL_NOT_CARRIED,
        .nilai_b = RECAP_CELL_NOT_CARRIED,
        .asal_a = recap_text (asal),
    };
    g_string_printf (self->note, "TPS ada dalam daftar, tetapi tidak ada pada %s.", sumber);
    return give (self, &finding, error);
}

static gboolean
report_unknown (Check *self, const RecapForm *form, GError **error)
{
    g_autofree char *asal = recap_form_origin (form);
    RecapFinding finding = start_finding (form, register_rule (self), asal);
    g_string_assign (self->note, "Kode TPS tidak ada dalam daftar TPS.");
    return give (self, &finding, error);
}

static gboolean
report_repeat (Check *self, const RecapForm *form, GError **error)
{
    const RecapRule *rule = register_rule (self);
    g_autofree char *asal = recap_form_origin (form);

    if (rule == NULL) { /* nobody would hear of it */
        RecapOrigin origin = { form->file, form->line, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("code '%s' was already at %s"),
                         self->kode->str, self->asal);
        return FALSE;
    }
    RecapFinding finding = start_finding (form, rule, self->asal);
    finding.sumber_b = finding.sumber_a;
    finding.asal_b = recap_text (asal);
    RecapOrigin origin = { form->file, form->line, 0 };
    g_autofree char *place = recap_origin_format (&origin);
    g_string_printf (self->note, "TPS ada dua kali pada sumber yang sama: %s dan %s.", self->place,
                     place);
    return give (self, &finding, error);
}

/* The stations of the register before @kode (NULL: all that are left) have no form at all. */
static gboolean
report_stations_before (Check *self, const char *kode, GError **error)
{
    if (self->stations == NULL || self->plan == NULL || register_rule (self) == NULL)
        return TRUE;
    for (; self->next_station < recap_register_get_n (self->stations); self->next_station++) {
        const RecapStation *station = recap_register_get (self->stations, self->next_station);
        if (kode != NULL && strcmp (station->kode, kode) >= 0)
            return TRUE;
        for (guint i = 0; i < self->plan->sources->len; i++)
            if (!report_missing (self, station, self->plan->sources->pdata[i], error))
                return FALSE;
    }
    return TRUE;
}

/* Ends the forms of one code: which sources lack it? */
static gboolean
finish_code (Check *self, GError **error)
{
    if (self->stations == NULL || self->plan == NULL || register_rule (self) == NULL ||
        self->next_station == recap_register_get_n (self->stations))
        return TRUE;
    const RecapStation *station = recap_register_get (self->stations, self->next_station);
    if (strcmp (station->kode, self->kode->str) != 0)
        return TRUE;
    for (guint i = 0; i < self->plan->sources->len; i++)
        if (!g_ptr_array_find_with_equal_func (self->seen, self->plan->sources->pdata[i],
                                               g_str_equal, NULL) &&
            !report_missing (self, station, self->plan->sources->pdata[i], error))
            return FALSE;
    self->next_station++;
    return TRUE;
}

/* ---- the merge ---- */

/* Goes on to the contest and the code of @form, ending what was before. */
static gboolean
enter_code (Check *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (self->plan != NULL && self->plan->contest == form->contest &&
        recap_text_equal_string (kode, self->kode->str))
        return TRUE;
    if (!finish_code (self, error))
        return FALSE;
    if (self->plan == NULL || self->plan->contest != form->contest) {
        if (!report_stations_before (self, NULL, error))
            return FALSE;
        self->next_station = 0;
        self->plan = plan_for (self, form->contest, error);
        if (self->plan == NULL)
            return FALSE;
    }
    g_string_truncate (self->kode, 0);
    g_string_append_len (self->kode, kode.bytes, (gssize)kode.size);
    g_ptr_array_set_size (self->seen, 0);
    g_clear_pointer (&self->asal, g_free);
    return report_stations_before (self, self->kode->str, error);
}

static gboolean
is_in_register (const Check *self)
{
    return recap_register_find (self->stations, (RecapText){ self->kode->str, self->kode->len }) !=
           NULL;
}

static gboolean
take_form (Check *self, const RecapForm *form, GError **error)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    RecapLevel level = recap_region_level (form->keys[RECAP_KEY_KODE]);

    if (!enter_code (self, form, error))
        return FALSE;
    if (self->asal != NULL && recap_text_equal_string (sumber, self->sumber->str))
        if (!report_repeat (self, form, error))
            return FALSE;
    if (self->stations != NULL) {
        g_ptr_array_add (self->seen, g_strndup (sumber.bytes, sumber.size));
        if (level <= RECAP_LEVEL_TPS && register_rule (self) != NULL && !is_in_register (self) &&
            !report_unknown (self, form, error))
            return FALSE;
    }
    g_string_truncate (self->sumber, 0);
    g_string_append_len (self->sumber, sumber.bytes, (gssize)sumber.size);
    g_free (self->asal);
    self->asal = recap_form_origin (form);
    RecapOrigin origin = { form->file, form->line, 0 };
    g_free (self->place);
    self->place = recap_origin_format (&origin);
    return check_form (self, form, error);
}

/* Goes through all forms in the order of their keys. */
static gboolean
merge (Check *self, gboolean (*take) (Check *self, const RecapForm *form, GError **error),
       GError **error)
{
    RecapForm *form;
    for (;;) {
        if (!recap_tables_merge (self->tables, TRUE, &form, error))
            return FALSE;
        if (form == NULL)
            return TRUE;
        if (!take (self, form, error))
            return FALSE;
    }
}

/* The first reading, only for a register: which sources are there? */
static gboolean
note_source (Check *self, const RecapForm *form, GError **error)
{
    Plan *plan = plan_for (self, form->contest, error);
    if (plan == NULL)
        return FALSE;

    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    guint place = 0;
    for (; place < plan->sources->len; place++) {
        int order = recap_text_compare (sumber, recap_text (plan->sources->pdata[place]));
        if (order == 0)
            return TRUE;
        if (order < 0)
            break;
    }
    g_ptr_array_insert (plan->sources, (int)place, g_strndup (sumber.bytes, sumber.size));
    return TRUE;
}

static gboolean
check_all (RecapTables *tables, gpointer data, GError **error)
{
    Check *self = data;

    (void)tables;
    if (self->stations != NULL) {
        if (!merge (self, note_source, error) || !recap_tables_rewind (self->tables, error))
            return FALSE;
        self->plan = NULL;
    }
    return merge (self, take_form, error) && finish_code (self, error) &&
           report_stations_before (self, NULL, error);
}

static void
start_again (gpointer data)
{
    Check *self = data;
    self->summary = (RecapCheckSummary){ 0 };
    self->plan = NULL;
    self->next_station = 0;
    recap_check_causes_clear (self->causes);
    g_ptr_array_set_size (self->plans, 0);
    g_ptr_array_set_size (self->seen, 0);
    g_clear_pointer (&self->asal, g_free);
    if (self->reset != NULL)
        self->reset (self->data);
}

gboolean
recap_check_run (RecapTables *tables, const RecapRules *rules, const RecapRegister *stations,
                 RecapFindingFunc finding, void (*reset) (gpointer data), gpointer data,
                 RecapCheckSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && rules != NULL && finding != NULL, FALSE);

    Check self = {
        .tables = tables,
        .schema = recap_tables_get_schema (tables),
        .rules = rules,
        .stations = stations,
        .finding = finding,
        .reset = reset,
        .data = data,
        .plans = g_ptr_array_new_with_free_func (plan_free),
        .causes = recap_check_causes_new (recap_tables_get_schema (tables)),
        .note = g_string_new (NULL),
        .kode = g_string_new (NULL),
        .sumber = g_string_new (NULL),
        .seen = g_ptr_array_new_with_free_func (g_free),
    };
    for (guint i = 0; i < recap_tables_get_n (tables); i++)
        recap_table_reader_set_repeats (recap_tables_get_reader (tables, i), TRUE);

    gboolean ok = recap_tables_run (tables, check_all, start_again, &self, error);
    recap_check_causes_free (self.causes);
    g_ptr_array_unref (self.plans);
    g_ptr_array_unref (self.seen);
    g_free (self.asal);
    g_free (self.place);
    g_string_free (self.note, TRUE);
    g_string_free (self.kode, TRUE);
    g_string_free (self.sumber, TRUE);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
