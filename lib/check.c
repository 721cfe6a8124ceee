#include "config.h"

#include "check.h"

#include <glib/gi18n-lib.h>

#include "check-form.h"
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
    GPtrArray *contests; /* Contest */
    RecapCheckSummary summary;
    GString *note;

    /* The forms of one code, one after the other. */
    const Contest *contest;
    GString *kode;
    GString *sumber;    /* of the form before, to notice a key that comes twice */
    char *asal;         /* where that one is from */
    char *place;        /* where it stands in its table */
    GPtrArray *seen;    /* char *, the sources of this code */
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

static gboolean
report_repeat (Check *self, const RecapForm *form, GError **error)
{
    const RecapRule *rule;
    if (!register_rule (self, form->keys[RECAP_KEY_KODE], &rule, error))
        return FALSE;

    g_autofree char *asal = recap_form_origin (form);
    if (rule == NULL) { /* nobody would hear of it */
        RecapOrigin origin = { form->file, form->line, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("code '%s' was already at %s"),
                         self->kode->str, self->asal);
        return FALSE;
    }
    RecapFinding finding = check_start_finding (form, rule, self->asal);
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

/* Goes on to the contest and the code of @form, ending what was before. */
static gboolean
enter_code (Check *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (self->contest != NULL && self->contest->contest == form->contest &&
        recap_text_equal_string (kode, self->kode->str))
        return TRUE;
    if (!finish_code (self, error))
        return FALSE;
    if (self->contest == NULL || self->contest->contest != form->contest) {
        if (!report_stations_before (self, NULL, error))
            return FALSE;
        self->next_station = 0;
        self->contest = contest_for (self, form->contest);
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
        if (level <= RECAP_LEVEL_TPS && !is_in_register (self) &&
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
    return form_check_run (self->forms, form, &self->summary, error);
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
    const Contest *contest = contest_for (self, form->contest);
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    guint place = 0;

    (void)error;
    for (; place < contest->sources->len; place++) {
        int order = recap_text_compare (sumber, recap_text (contest->sources->pdata[place]));
        if (order == 0)
            return TRUE;
        if (order < 0)
            break;
    }
    g_ptr_array_insert (contest->sources, (int)place, g_strndup (sumber.bytes, sumber.size));
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
        self->contest = NULL;
    }
    return merge (self, take_form, error) && finish_code (self, error) &&
           report_stations_before (self, NULL, error);
}

static void
start_again (gpointer data)
{
    Check *self = data;
    self->summary = (RecapCheckSummary){ 0 };
    self->contest = NULL;
    self->next_station = 0;
    g_ptr_array_set_size (self->contests, 0);
    g_ptr_array_set_size (self->seen, 0);
    g_clear_pointer (&self->asal, g_free);
    if (self->reset != NULL)
        self->reset (self->data);
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
        .seen = g_ptr_array_new_with_free_func (g_free),
    };
    for (guint i = 0; i < recap_tables_get_n (tables); i++)
        recap_table_reader_set_repeats (recap_tables_get_reader (tables, i), TRUE);

    gboolean ok = recap_tables_run (tables, check_all, start_again, &self, error);
    form_check_free (self.forms);
    g_ptr_array_unref (self.contests);
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
