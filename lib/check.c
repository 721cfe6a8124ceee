#include "config.h"

#include "check.h"

#include <glib/gi18n-lib.h>

#include "check-contests.h"
#include "check-form.h"
#include "check-totals.h"
#include "check-twins.h"
#include "error.h"
#include "region.h"

/* The sources of one contest. */
typedef struct {
    const RecapContest *contest;
    GPtrArray *sources; /* char *, sorted: every label that the tables have; for the register */
} Contest;

typedef struct {
    RecapTables *tables;
    const RecapRegister *stations;
    RecapFindingFunc finding;
    void (*reset) (gpointer data);
    gpointer data;
    FormCheck *forms;
    ContestCheck *between; /* these three: NULL when there is no such rule */
    TwinCheck *twins;
    TotalCheck *totals;
    gboolean several;    /* there are several contests */
    gboolean again;      /* that was not known: the tables must be read once more */
    GPtrArray *contests; /* Contest */
    RecapCheckSummary summary;
    GString *note;

    /* The forms of one code, one after the other. */
    const Contest *contest;
    GString *kode;
    GString *sumber;    /* of the form before, to notice a key that comes twice */
    GString *asal;      /* where that one is from, as its table says */
    RecapOrigin place;  /* where it stands in its table */
    gboolean begun;     /* there was one with this code */
    GPtrArray *seen;    /* char *, the sources of this code; for the register */
    guint next_station; /* of the register, not compared yet */
} Check;

static void
contest_free (gpointer data)
{
    Contest *contest = data;
    g_ptr_array_unref (contest->sources);
    g_free (contest);
}

/* Returns: what is known of @contest, made when it is first asked for. */
static const Contest *
contest_for (Check *self, const RecapContest *contest)
{
    for (guint i = 0; i < self->contests->len; i++)
        if (((const Contest *)self->contests->pdata[i])->contest == contest)
            return self->contests->pdata[i];
    Contest *made = g_new0 (Contest, 1);
    made->contest = contest;
    made->sources = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->contests, made);
    return made;
}

static gboolean
give (Check *self, RecapFinding *finding, GError **error)
{
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

/* ---- the register, and keys that come twice ---- */

/* Finds the rule about the register as it is at @kode; *@ret_rule is NULL when it is off. */
static gboolean
register_rule (Check *self, RecapText kode, const RecapRule **ret_rule, GError **error)
{
    return form_check_find_rule (self->forms, self->contest->contest, kode, RECAP_RULE_REGISTER,
                                 ret_rule, error);
}

static gboolean
report_missing (Check *self, const RecapStation *station, const char *sumber, GError **error)
{
    const RecapRule *rule;
    if (!recap_contest_is_held_at (self->contest->contest, recap_text (station->kode)))
        return TRUE;
    if (!register_rule (self, recap_text (station->kode), &rule, error))
        return FALSE;
    if (rule == NULL)
        return TRUE;

    RecapOrigin origin = { recap_register_get_file (self->stations), station->line, 0 };
    g_autofree char *asal = recap_origin_format (&origin);
    RecapFinding finding = {
        .kontes = recap_text (recap_contest_get_code (self->contest->contest)),
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
    const RecapRule *rule;
    if (!register_rule (self, form->keys[RECAP_KEY_KODE], &rule, error))
        return FALSE;
    if (rule == NULL)
        return TRUE;

    g_autofree char *asal = recap_form_origin (form);
    RecapFinding finding = check_start_finding (form, rule, asal);
    g_string_assign (self->note, "Kode TPS tidak ada dalam daftar TPS.");
    return give (self, &finding, error);
}

/* Returns: where the form before is from; owned by the caller. */
static char *
origin_before (const Check *self)
{
    RecapForm form = { .file = self->place.file, .line = self->place.line };
    form.keys[RECAP_KEY_ASAL] = (RecapText){ self->asal->str, self->asal->len };
    return recap_form_origin (&form);
}

static gboolean
report_repeat (Check *self, const RecapForm *form, GError **error)
{
    const RecapRule *rule;
    if (!register_rule (self, form->keys[RECAP_KEY_KODE], &rule, error))
        return FALSE;

    g_autofree char *asal = recap_form_origin (form);
    g_autofree char *asal_before = origin_before (self);
    RecapOrigin origin = { form->file, form->line, 0 };
    if (rule == NULL) { /* nobody would hear of it */
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("code '%s' was already at %s"),
                         self->kode->str, asal_before);
        return FALSE;
    }
    RecapFinding finding = check_start_finding (form, rule, asal_before);
    finding.sumber_b = finding.sumber_a;
    finding.asal_b = recap_text (asal);
    g_autofree char *place = recap_origin_format (&origin);
    g_autofree char *place_before = recap_origin_format (&self->place);
    g_string_printf (self->note, "TPS ada dua kali pada sumber yang sama: %s dan %s.", place_before,
                     place);
    return give (self, &finding, error);
}

/* The stations of the register before @kode (NULL: all that are left) have no form at all. */
static gboolean
report_stations_before (Check *self, const char *kode, GError **error)
{
    if (self->stations == NULL || self->contest == NULL)
        return TRUE;
    for (; self->next_station < recap_register_get_n (self->stations); self->next_station++) {
        const RecapStation *station = recap_register_get (self->stations, self->next_station);
        if (kode != NULL && strcmp (station->kode, kode) >= 0)
            return TRUE;
        for (guint i = 0; i < self->contest->sources->len; i++)
            if (!report_missing (self, station, self->contest->sources->pdata[i], error))
                return FALSE;
    }
    return TRUE;
}

/* Ends the forms of one code: which sources lack it? */
static gboolean
finish_code (Check *self, GError **error)
{
    if (self->stations == NULL || self->contest == NULL ||
        self->next_station == recap_register_get_n (self->stations))
        return TRUE;
    const RecapStation *station = recap_register_get (self->stations, self->next_station);
    if (strcmp (station->kode, self->kode->str) != 0)
        return TRUE;
    for (guint i = 0; i < self->contest->sources->len; i++)
        if (!g_ptr_array_find_with_equal_func (self->seen, self->contest->sources->pdata[i],
                                               g_str_equal, NULL) &&
            !report_missing (self, station, self->contest->sources->pdata[i], error))
            return FALSE;
    self->next_station++;
    return TRUE;
}

/* ---- the merge ---- */

/* Ends the groups of forms that @form (NULL: there is none) is not in. */
static gboolean
leave_groups (Check *self, const RecapForm *form, GError **error)
{
    return (self->twins == NULL || twin_check_leave (self->twins, form, error)) &&
           (self->totals == NULL || total_check_leave (self->totals, form, error));
}

/* Goes on to the contest and the code of @form, ending what was before. */
static gboolean
enter_code (Check *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    gboolean same = self->contest != NULL && self->contest->contest == form->contest;

    if (same && recap_text_equal_string (kode, self->kode->str))
        return TRUE;
    if (!finish_code (self, error))
        return FALSE;
    recap_text_assign (kode, self->kode);
    g_ptr_array_set_size (self->seen, 0);
    self->begun = FALSE;
    if (!report_stations_before (self, same ? self->kode->str : NULL, error) ||
        !leave_groups (self, form, error))
        return FALSE;
    if (same)
        return TRUE;
    self->next_station = 0;
    self->contest = contest_for (self, form->contest);
    return report_stations_before (self, self->kode->str, error);
}

static gboolean
is_in_register (const Check *self)
{
    return recap_register_find (self->stations, (RecapText){ self->kode->str, self->kode->len }) !=
           NULL;
}

/* Compares @form, the next of its code, with the register.
 *
 * Returns: FALSE with @error. */
static gboolean
look_up_form (Check *self, const RecapForm *form, GError **error)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];

    if (self->stations == NULL)
        return TRUE;
    g_ptr_array_add (self->seen, g_strndup (sumber.bytes, sumber.size));
    return recap_region_level (form->keys[RECAP_KEY_KODE]) > RECAP_LEVEL_TPS ||
           is_in_register (self) || report_unknown (self, form, error);
}

/* Remembers where @form, the first with its key, is from. */
static void
remember (Check *self, const RecapForm *form)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    RecapText asal = form->keys[RECAP_KEY_ASAL];

    recap_text_assign (sumber, self->sumber);
    recap_text_assign (asal, self->asal);
    self->place = (RecapOrigin){ form->file, form->line, 0 };
    self->begun = TRUE;
}

static gboolean
take_form (Check *self, const RecapForm *form, GError **error)
{
    if (self->between != NULL && !self->several && self->contest != NULL &&
        self->contest->contest != form->contest) {
        self->several = self->again = TRUE;
        return TRUE;
    }
    if (!enter_code (self, form, error))
        return FALSE;
    gboolean repeat =
        self->begun && recap_text_equal_string (form->keys[RECAP_KEY_SUMBER], self->sumber->str);
    if ((repeat && !report_repeat (self, form, error)) || !look_up_form (self, form, error))
        return FALSE;
    remember (self, form);
    if (!form_check_run (self->forms, form, &self->summary, error))
        return FALSE;
    if (self->several && !contest_check_run (self->between, form, error))
        return FALSE;
    if (self->twins != NULL)
        twin_check_take (self->twins, form);
    if (self->totals != NULL && !repeat)
        total_check_take (self->totals, form);
    return TRUE;
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
        if (G_UNLIKELY (self->again))
            return TRUE;
    }
}

/* Remembers that the tables have the label of @form for its contest. */
static void
note_source (Check *self, const RecapForm *form)
{
    const Contest *contest = contest_for (self, form->contest);
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    guint place = 0;

    for (; place < contest->sources->len; place++) {
        int order = recap_text_compare (sumber, recap_text (contest->sources->pdata[place]));
        if (order == 0)
            return;
        if (order < 0)
            break;
    }
    g_ptr_array_insert (contest->sources, (int)place, g_strndup (sumber.bytes, sumber.size));
}

/* The first reading, only for a register or for several contests: which sources are there, and what
 * do contests share? A source that has totals and no TPS lacks none. */
static gboolean
note_form (Check *self, const RecapForm *form, GError **error)
{
    if (recap_region_level (form->keys[RECAP_KEY_KODE]) > RECAP_LEVEL_TPS)
        return TRUE;
    if (self->stations != NULL)
        note_source (self, form);
    return !self->several || contest_check_take (self->between, form, error);
}

static void
forget (Check *self)
{
    self->summary = (RecapCheckSummary){ 0 };
    self->contest = NULL;
    self->next_station = 0;
    self->begun = FALSE;
    g_ptr_array_set_size (self->contests, 0);
    g_ptr_array_set_size (self->seen, 0);
    if (self->between != NULL)
        contest_check_reset (self->between);
    if (self->twins != NULL)
        twin_check_reset (self->twins);
    if (self->totals != NULL)
        total_check_reset (self->totals);
}

static void
start_again (gpointer data)
{
    Check *self = data;
    forget (self);
    if (self->reset != NULL)
        self->reset (self->data);
}

static gboolean
check_forms (Check *self, GError **error)
{
    if ((self->stations != NULL || self->several) &&
        (!merge (self, note_form, error) || !recap_tables_rewind (self->tables, error)))
        return FALSE;
    self->contest = NULL;
    if (!merge (self, take_form, error))
        return FALSE;
    return self->again ||
           (finish_code (self, error) && report_stations_before (self, NULL, error) &&
            leave_groups (self, NULL, error));
}

/* The first contest is looked at as if it were the only one, which it mostly is. When a second one
 * comes the tables are read once more, from the beginning. */
static gboolean
check_all (RecapTables *tables, gpointer data, GError **error)
{
    Check *self = data;

    self->again = FALSE;
    if (!check_forms (self, error))
        return FALSE;
    if (!self->again)
        return TRUE;
    self->again = FALSE;
    start_again (self);
    return recap_tables_rewind (tables, error) && check_forms (self, error);
}

static void
check_clear (Check *self)
{
    total_check_free (self->totals);
    twin_check_free (self->twins);
    contest_check_free (self->between);
    form_check_free (self->forms);
    g_ptr_array_unref (self->contests);
    g_ptr_array_unref (self->seen);
    g_string_free (self->note, TRUE);
    g_string_free (self->kode, TRUE);
    g_string_free (self->sumber, TRUE);
    g_string_free (self->asal, TRUE);
}

gboolean
recap_check_run (RecapTables *tables, const RecapCheckOptions *options, RecapFindingFunc finding,
                 void (*reset) (gpointer data), gpointer data, RecapCheckSummary *ret_summary,
                 GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && options->rules != NULL, FALSE);
    g_return_val_if_fail (finding != NULL, FALSE);

    const RecapSchema *schema = recap_tables_get_schema (tables);
    if (!recap_rules_check_contests (options->rules, recap_schema_get_contests (schema), error))
        return FALSE;
    Check self = {
        .tables = tables,
        .stations = options->stations,
        .finding = finding,
        .reset = reset,
        .data = data,
        .forms = form_check_new (options->rules, schema, options->all, finding, data),
        .contests = g_ptr_array_new_with_free_func (contest_free),
        .note = g_string_new (NULL),
        .kode = g_string_new (NULL),
        .sumber = g_string_new (NULL),
        .asal = g_string_new (NULL),
        .seen = g_ptr_array_new_with_free_func (g_free),
    };
    self.between =
        contest_check_new (options->rules, self.forms, schema, options->all, finding, data);
    self.twins = twin_check_new (options->rules, self.forms, schema, finding, data);
    self.totals = total_check_new (options->rules, self.forms, schema, options->stations,
                                   options->all, finding, data);
    for (guint i = 0; i < recap_tables_get_n (tables); i++)
        recap_table_reader_set_repeats (recap_tables_get_reader (tables, i), TRUE);

    gboolean ok = recap_tables_run (tables, check_all, start_again, &self, error);
    check_clear (&self);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
