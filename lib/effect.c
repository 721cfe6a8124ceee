#include "config.h"

#include "effect.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "effect-area.h"
#include "effect-form.h"
#include "error.h"
#include "resolve-note.h"
#include "sum-names.h"

static const char *const order_names[] = {
    [RECAP_ORDER_LAST] = "",
    [RECAP_ORDER_CERTAIN] = "pasti",
    [RECAP_ORDER_TIED] = "seri",
    [RECAP_ORDER_MAY_TIE] = "dapat-seri",
    [RECAP_ORDER_MAY_TURN] = "dapat-berubah",
    [RECAP_ORDER_UNKNOWN] = "tidak-terbatas",
};

const char *
recap_effect_order_name (RecapEffectOrder order)
{
    return order_names[order];
}

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapEffectOptions *options;
    const RecapEffectSink *sink;
    RecapEffectSummary summary;

    RecapEffectPlan *plan;   /* of the current contest */
    RecapEffectVotes *votes; /* for its boxes */
    RecapEffectSum *region;  /* the current region, when codes tell it */
    GHashTable *by_names;    /* normalised names -> RecapEffectSum: regions known by their names */
    GHashTable *by_district; /* RecapDistrict -> RecapEffectSum */

    guint next_finding;
    guint next_decision;
    guint next_station;
    RecapCell *cells;       /* of the current form, with what was decided */
    GPtrArray *open;        /* its RecapFinding that are open */
    GPtrArray *differences; /* all its findings about two numbers, each once */

    RecapOneSource before; /* what stands now must be one number for each cell */
} Effect;

/* The findings and the decisions about one form. */
typedef struct {
    guint first_finding, n_findings;
    guint first_decision, n_decisions;
} About;

/* ---- remarks ---- */

static void G_GNUC_PRINTF (3, 4)
    remark (Effect *self, const RecapOrigin *origin, const char *format, ...)
{
    g_autoptr (GError) error = NULL;
    va_list arguments;

    if (self->summary.n_remarks++ >= self->sink->max_remarks)
        return;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (&error, RECAP_ERROR_SCHEMA, origin, "%s", message);
    self->sink->remark (error, self->sink->data);
}

static void
remark_decision (Effect *self, const RecapDecision *decision, const char *why)
{
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *kode = recap_text_display (decision->kode, strlen (decision->kode));

    self->summary.n_stale++;
    remark (self, &origin, _ ("decision on %s %s %s closes nothing: %s"), decision->kontes, kode,
            decision->isian, why);
}

/* ---- decisions ---- */

static int
compare_keys (RecapText kontes, RecapText kode, RecapText other_kontes, RecapText other_kode)
{
    int order = recap_text_compare (kontes, other_kontes);
    return order != 0 ? order : recap_text_compare (kode, other_kode);
}

static const RecapDecision *
decision_at (const Effect *self, guint index)
{
    return index < recap_decisions_get_n (self->options->decisions)
               ? recap_decisions_get (self->options->decisions, index)
               : NULL;
}

/* Goes on to the decisions about @form (NULL: behind all); those before it are about no form. */
static void
take_decisions (Effect *self, const RecapForm *form, About *about)
{
    const RecapDecision *decision;

    about->first_decision = about->n_decisions = 0;
    if (self->options->decisions == NULL)
        return;
    for (; (decision = decision_at (self, self->next_decision)) != NULL; self->next_decision++) {
        int order = form == NULL
                        ? -1
                        : compare_keys (recap_text (decision->kontes), recap_text (decision->kode),
                                        form->keys[RECAP_KEY_KONTES], form->keys[RECAP_KEY_KODE]);
        if (order > 0)
            break;
        if (order < 0) {
            remark_decision (self, decision, _ ("the table has no such form"));
            continue;
        }
        if (about->n_decisions++ == 0)
            about->first_decision = self->next_decision;
    }
}

static RecapCell *
decided_cell (const Effect *self, const RecapDecision *decision)
{
    int field = recap_schema_find (self->schema, recap_text (decision->isian));
    return field >= 0 ? &self->cells[field] : NULL;
}

/* Whether a later decision is about the same field. */
static gboolean
is_overruled (const Effect *self, const About *about, guint index)
{
    const char *isian = decision_at (self, index)->isian;

    for (guint i = index + 1; i < about->first_decision + about->n_decisions; i++)
        if (strcmp (decision_at (self, i)->isian, isian) == 0)
            return TRUE;
    return FALSE;
}

/* Puts what was decided into the cells: a table before the decisions gets them, one after them has
 * them already. */
static void
apply_decisions (Effect *self, const About *about)
{
    for (guint i = about->first_decision; i < about->first_decision + about->n_decisions; i++) {
        const RecapDecision *decision = decision_at (self, i);
        RecapCell *cell = decided_cell (self, decision);
        if (cell != NULL && *cell == decision->semula)
            *cell = decision->menjadi;
    }
}

/* Returns: whether decision @index says what the table has now. */
static gboolean
is_in_force (const Effect *self, const About *about, guint index)
{
    const RecapDecision *decision = decision_at (self, index);
    const RecapCell *cell = decided_cell (self, decision);

    if (*decision->isian == '\0')
        return TRUE;
    return cell != NULL && (*cell == decision->menjadi || is_overruled (self, about, index));
}

static void
remark_stale (Effect *self, const About *about)
{
    for (guint i = about->first_decision; i < about->first_decision + about->n_decisions; i++)
        if (!is_in_force (self, about, i))
            remark_decision (self, decision_at (self, i),
                             _ ("the table has neither its semula nor its menjadi"));
}

static gboolean
is_decided (const Effect *self, const About *about, const RecapFinding *finding)
{
    const RecapEffectOptions *options = self->options;

    for (guint i = about->first_decision; i < about->first_decision + about->n_decisions; i++)
        if (recap_decision_is_about (decision_at (self, i), finding, options->findings,
                                     options->rules) &&
            is_in_force (self, about, i))
            return TRUE;
    return FALSE;
}

/* Whether note was taken of the form, which is not there: nothing else can be noted of it. */
static gboolean
is_noted (const Effect *self, const About *about)
{
    for (guint i = about->first_decision; i < about->first_decision + about->n_decisions; i++)
        if (*decision_at (self, i)->isian == '\0')
            return TRUE;
    return FALSE;
}

/* ---- findings ---- */

static const RecapFinding *
finding_at (const Effect *self, guint index)
{
    return index < recap_findings_get_n (self->options->findings)
               ? recap_findings_get (self->options->findings, index)
               : NULL;
}

/* Goes on to the findings about @form. */
static void
take_findings (Effect *self, const RecapForm *form, About *about)
{
    const RecapFinding *finding;

    about->first_finding = self->next_finding;
    while ((finding = finding_at (self, self->next_finding)) != NULL &&
           compare_keys (finding->kontes, finding->kode, form->keys[RECAP_KEY_KONTES],
                         form->keys[RECAP_KEY_KODE]) == 0)
        self->next_finding++;
    about->n_findings = self->next_finding - about->first_finding;
}

/* Like memcmp; what is equal says the same. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
    const RecapFinding *x = *(const RecapFinding *const *)a;
    const RecapFinding *y = *(const RecapFinding *const *)b;
    const RecapText texts[][2] = { { x->aturan, y->aturan },
                                   { x->isian, y->isian },
                                   { x->sumber_a, y->sumber_a },
                                   { x->sumber_b, y->sumber_b } };
    const RecapCell values[][2] = { { x->nilai_a, y->nilai_a }, { x->nilai_b, y->nilai_b } };

    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        int order = recap_text_compare (texts[i][0], texts[i][1]);
        if (order != 0)
            return order;
    }
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        if (values[i][0] != values[i][1])
            return values[i][0] < values[i][1] ? -1 : 1;
    return 0;
}

/* Sorts out the findings about one form: what is open, and what are differences. One that is in two
 * lists counts once. */
static void
sort_findings (Effect *self, const About *about)
{
    g_autoptr (GPtrArray) all = g_ptr_array_new ();

    g_ptr_array_set_size (self->open, 0);
    g_ptr_array_set_size (self->differences, 0);
    for (guint i = 0; i < about->n_findings; i++)
        g_ptr_array_add (all, (gpointer)finding_at (self, about->first_finding + i));
    g_ptr_array_sort (all, compare_findings);
    for (guint i = 0; i < all->len; i++) {
        const RecapFinding *finding = all->pdata[i];
        if (i > 0 && compare_findings (&all->pdata[i - 1], &all->pdata[i]) == 0)
            continue;
        if (recap_text_equal_string (finding->aturan, "D01"))
            g_ptr_array_add (self->differences, all->pdata[i]);
        if (!is_decided (self, about, finding))
            g_ptr_array_add (self->open, all->pdata[i]);
    }
}

/* Passes over the findings before the contest @kontes (NULL: all that are left). */
static void
pass_findings (Effect *self, const RecapText *kontes)
{
    const RecapFinding *finding;

    while ((finding = finding_at (self, self->next_finding)) != NULL &&
           (kontes == NULL || recap_text_compare (finding->kontes, *kontes) < 0)) {
        self->summary.n_elsewhere++;
        self->next_finding++;
    }
}

/* ---- regions ---- */

static void
give_area (Effect *self, RecapEffectSum *sum, const char *jenjang)
{
    RecapEffectArea area;
    gint64 threshold = 0;
    recap_contest_get_limit (recap_effect_plan_get_contest (self->plan), "ambang_permil",
                             &threshold);

    gboolean certain =
        recap_effect_sum_finish (sum, threshold > 0 ? self->options->passed : NULL, &area);
    area.jenjang = jenjang;
    self->summary.n_areas++;
    self->summary.n_uncertain += certain ? 0 : 1;
    self->sink->area (&area, self->sink->data);
}

static void
finish_region (Effect *self)
{
    if (self->region == NULL)
        return;
    give_area (self, self->region, recap_level_name (self->options->level));
    g_clear_pointer (&self->region, recap_effect_sum_free);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
    const RecapEffectSum *x = *(RecapEffectSum *const *)a;
    const RecapEffectSum *y = *(RecapEffectSum *const *)b;
    return strcmp (recap_effect_sum_get_code (x), recap_effect_sum_get_code (y));
}

/* Gives what is in @table, sorted by code, and empties it. */
static void
finish_table (Effect *self, GHashTable *table, const char *jenjang)
{
    g_autoptr (GPtrArray) sums = g_ptr_array_new ();
    GHashTableIter iter;
    gpointer sum;

    g_hash_table_iter_init (&iter, table);
    while (g_hash_table_iter_next (&iter, NULL, &sum))
        g_ptr_array_add (sums, sum);
    g_ptr_array_sort (sums, compare_sums);
    for (guint i = 0; i < sums->len; i++)
        give_area (self, sums->pdata[i], jenjang);
    g_hash_table_remove_all (table);
}

/* Returns: the sum of the region of @form; NULL when nothing tells it. */
static RecapEffectSum *
region_for (Effect *self, const RecapForm *form)
{
    RecapLevel level = self->options->level;
    RecapText region = recap_region_at (form->keys[RECAP_KEY_KODE], level);
    g_autofree char *nama = recap_sum_names_code (form, level);

    if (region.size > 0) {
        if (self->region == NULL ||
            !recap_text_equal_string (region, recap_effect_sum_get_code (self->region))) {
            g_autofree char *kode = g_strndup (region.bytes, region.size);
            finish_region (self);
            self->region = recap_effect_sum_new (self->plan, kode, NULL);
        }
        recap_effect_sum_set_name (self->region, nama);
        return self->region;
    }
    if (nama == NULL)
        return NULL;
    g_autofree char *key = recap_sum_names_key (form, level);
    RecapEffectSum *sum = g_hash_table_lookup (self->by_names, key);
    if (sum == NULL) {
        sum = recap_effect_sum_new (self->plan, nama, NULL);
        g_hash_table_insert (self->by_names, g_steal_pointer (&key), sum);
    }
    return sum;
}

/* Returns: the sum of the district of @form; NULL when there is none. */
static RecapEffectSum *
district_for (Effect *self, const RecapForm *form)
{
    RecapText kontes = form->keys[RECAP_KEY_KONTES];
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (self->options->districts == NULL ||
        !recap_districts_has_contest (self->options->districts, kontes))
        return NULL;
    const RecapDistrict *district = recap_districts_find (self->options->districts, kontes, kode);
    if (district == NULL) {
        RecapOrigin origin = { form->file, form->line, 0 };
        g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
        self->summary.n_outside++;
        remark (self, form->file != NULL ? &origin : NULL, _ ("'%s' lies in no dapil of %s"), shown,
                recap_contest_get_code (form->contest));
        return NULL;
    }
    RecapEffectSum *sum = g_hash_table_lookup (self->by_district, district);
    if (sum == NULL) {
        sum = recap_effect_sum_new (self->plan, district->dapil, district);
        recap_effect_sum_set_name (sum, district->nama);
        g_hash_table_insert (self->by_district, (gpointer)district, sum);
    }
    return sum;
}

/* ---- one TPS ---- */

static gboolean
refuse_place (const Effect *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin origin = { form->file, form->line, 0 };
    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);

    recap_error_set (error, RECAP_ERROR_SCHEMA, form->file != NULL ? &origin : NULL,
                     _ ("code '%s' has no %s"), shown, recap_level_name (self->options->level));
    recap_error_set_hint (error, _ ("only codes of 13, 10, 6, 4 or 2 digits tell their region; "
                                    "without them the names must"));
    return FALSE;
}

/* Adds one TPS to its region and its district. @absent: there is no form of it. */
static gboolean
add_station (Effect *self, const RecapForm *form, const About *about, const RecapStation *station,
             gboolean absent, GError **error)
{
    RecapForm decided = *form;

    self->summary.n_stations++;
    memcpy (self->cells, form->cells, recap_schema_get_n (self->schema) * sizeof *self->cells);
    decided.cells = self->cells;
    if (!absent)
        apply_decisions (self, about);
    remark_stale (self, about);
    sort_findings (self, about);
    recap_effect_plan_open (self->plan, &decided, (const RecapFinding *const *)self->open->pdata,
                            self->open->len, station, self->votes);

    RecapEffectSum *sums[2] = { NULL, district_for (self, form) };
    if (self->options->level != RECAP_LEVEL_TPS) {
        sums[0] = region_for (self, form);
        if (sums[0] == NULL)
            return refuse_place (self, form, error);
    }
    for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
        if (sums[i] != NULL &&
            !recap_effect_sum_add (sums[i], self->votes, absent,
                                   (const RecapFinding *const *)self->differences->pdata,
                                   self->differences->len, error))
            return FALSE;
    return TRUE;
}

/* A TPS of the register (@station; or NULL), or of findings, that has no form. */
static gboolean
add_absent (Effect *self, RecapText kode, const RecapStation *station, GError **error)
{
    const RecapContest *contest = recap_effect_plan_get_contest (self->plan);
    guint n_fields = recap_schema_get_n (self->schema);
    g_autofree RecapCell *blank = g_new (RecapCell, MAX (n_fields, 1));
    RecapForm form = { .contest = contest, .cells = blank };
    const RecapFinding *finding = finding_at (self, self->next_finding);
    gboolean expected = station != NULL;
    About about;

    for (guint i = 0; i < n_fields; i++)
        blank[i] = RECAP_CELL_BLANK;
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (contest));
    form.keys[RECAP_KEY_KODE] = kode;
    take_findings (self, &form, &about);
    /* A register knows better than findings what there should be. */
    for (guint i = 0; i < about.n_findings && self->options->stations == NULL; i++)
        expected |= recap_effect_is_about_station (finding_at (self, about.first_finding + i));
    const RecapText names[] = {
        station != NULL ? recap_text (station->provinsi) : finding->provinsi,
        station != NULL ? recap_text (station->kabko) : finding->kabko,
        station != NULL ? recap_text (station->kecamatan) : finding->kecamatan,
        station != NULL ? recap_text (station->desa) : finding->desa,
        station != NULL ? recap_text (station->tps) : finding->tps,
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        form.keys[RECAP_KEY_PROVINSI + i] = names[i];
    if (!expected) {
        /* Some are about a region as a whole. */
        if (recap_region_level (kode) <= RECAP_LEVEL_TPS)
            self->summary.n_elsewhere += about.n_findings;
        return TRUE;
    }
    take_decisions (self, &form, &about);
    if (is_noted (self, &about))
        return TRUE; /* it was decided that there is none */
    return add_station (self, &form, &about, station, TRUE, error);
}

/* Adds what has no form before @form (NULL: all that is left of the contest). */
static gboolean
add_absent_before (Effect *self, const RecapForm *form, GError **error)
{
    const RecapRegister *stations = self->options->stations;
    RecapText kontes =
        recap_text (recap_contest_get_code (recap_effect_plan_get_contest (self->plan)));

    for (;;) {
        const RecapFinding *finding = finding_at (self, self->next_finding);
        const RecapStation *station = NULL;
        if (stations != NULL && self->next_station < recap_register_get_n (stations))
            station = recap_register_get (stations, self->next_station);
        if (finding != NULL && !recap_text_equal (finding->kontes, kontes))
            finding = NULL;
        if (form != NULL && finding != NULL &&
            recap_text_compare (finding->kode, form->keys[RECAP_KEY_KODE]) >= 0)
            finding = NULL;
        if (form != NULL && station != NULL &&
            recap_text_compare (recap_text (station->kode), form->keys[RECAP_KEY_KODE]) >= 0)
            station = NULL;
        if (finding == NULL && station == NULL)
            return TRUE;
        int order = finding == NULL ? -1
                    : station == NULL
                        ? 1
                        : recap_text_compare (recap_text (station->kode), finding->kode);
        RecapText kode = order <= 0 ? recap_text (station->kode) : finding->kode;
        self->next_station += order <= 0 ? 1 : 0;
        if (!add_absent (self, kode, order <= 0 ? station : NULL, error))
            return FALSE;
    }
}

/* ---- the pass ---- */

static gboolean
finish_contest (Effect *self, GError **error)
{
    if (self->plan == NULL)
        return TRUE;
    if (!add_absent_before (self, NULL, error))
        return FALSE;
    finish_region (self);
    finish_table (self, self->by_names, recap_level_name (self->options->level));
    finish_table (self, self->by_district, "dapil");
    g_clear_pointer (&self->plan, recap_effect_plan_free);
    return TRUE;
}

static gboolean
enter_contest (Effect *self, const RecapForm *form, GError **error)
{
    gint64 threshold = 0;
    guint n_boxes;

    if (self->plan != NULL && recap_effect_plan_get_contest (self->plan) == form->contest)
        return TRUE;
    if (!finish_contest (self, error))
        return FALSE;
    pass_findings (self, &form->keys[RECAP_KEY_KONTES]);
    self->next_station = 0;
    self->plan = recap_effect_plan_new (form->contest, self->schema, self->options->rules, error);
    if (self->plan == NULL)
        return FALSE;
    recap_effect_plan_get_boxes (self->plan, &n_boxes);
    self->votes = g_renew (RecapEffectVotes, self->votes, n_boxes);
    recap_contest_get_limit (form->contest, "ambang_permil", &threshold);
    if (threshold > 0 && self->options->passed == NULL && self->options->districts != NULL &&
        recap_districts_has_contest (self->options->districts, form->keys[RECAP_KEY_KONTES])) {
        self->summary.n_threshold++;
        remark (self, NULL,
                _ ("%s: the threshold of %" PRId64 ".%" PRId64
                   " %% of the nation is not applied; --passed names the parties above it"),
                recap_contest_get_code (form->contest), threshold / 10, threshold % 10);
    }
    return TRUE;
}

static gboolean
check_form (Effect *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin origin = { form->file, form->line, 0 };

    if (recap_sum_level (form) <= RECAP_LEVEL_TPS)
        return recap_one_source_take (&self->before, form, error);
    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("'%s' is not the code of a TPS"),
                     shown);
    recap_error_set_hint (error, _ ("give the table of the TPS; this tool makes the sums"));
    return FALSE;
}

/* Returns: the station of @form in the register, passing it there; NULL when it has none. */
static const RecapStation *
take_station (Effect *self, const RecapForm *form)
{
    const RecapRegister *stations = self->options->stations;

    if (stations == NULL || self->next_station == recap_register_get_n (stations))
        return NULL;
    const RecapStation *station = recap_register_get (stations, self->next_station);
    if (!recap_text_equal_string (form->keys[RECAP_KEY_KODE], station->kode))
        return NULL;
    self->next_station++;
    return station;
}

static gboolean
add_all (RecapTables *tables, gpointer data, GError **error)
{
    Effect *self = data;
    RecapForm *form;
    About about;

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            break;
        if (!check_form (self, form, error) || !enter_contest (self, form, error) ||
            !add_absent_before (self, form, error))
            return FALSE;
        take_findings (self, form, &about);
        take_decisions (self, form, &about);
        if (!add_station (self, form, &about, take_station (self, form), FALSE, error))
            return FALSE;
    }
    if (!finish_contest (self, error))
        return FALSE;
    pass_findings (self, NULL);
    take_decisions (self, NULL, &about);
    return TRUE;
}

static void
start_again (gpointer data)
{
    Effect *self = data;
    self->summary = (RecapEffectSummary){ 0 };
    self->next_finding = self->next_decision = self->next_station = 0;
    g_clear_pointer (&self->plan, recap_effect_plan_free);
    g_clear_pointer (&self->region, recap_effect_sum_free);
    recap_one_source_clear (&self->before);
    g_hash_table_remove_all (self->by_names);
    g_hash_table_remove_all (self->by_district);
    self->sink->reset (self->sink->data);
}

gboolean
recap_effect_run (RecapTables *tables, const RecapEffectOptions *options,
                  const RecapEffectSink *sink, RecapEffectSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && sink != NULL, FALSE);
    g_return_val_if_fail (options->findings != NULL && options->rules != NULL, FALSE);

    const RecapSchema *schema = recap_tables_get_schema (tables);
    Effect self = {
        .tables = tables,
        .schema = schema,
        .options = options,
        .sink = sink,
        .by_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)recap_effect_sum_free),
        .by_district = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                              (GDestroyNotify)recap_effect_sum_free),
        .cells = g_new (RecapCell, MAX (recap_schema_get_n (schema), 1)),
        .open = g_ptr_array_new (),
        .differences = g_ptr_array_new (),
    };
    gboolean ok = recap_tables_run (tables, add_all, start_again, &self, error);
    recap_effect_plan_free (self.plan);
    recap_effect_sum_free (self.region);
    g_hash_table_unref (self.by_names);
    g_hash_table_unref (self.by_district);
    g_ptr_array_unref (self.open);
    g_ptr_array_unref (self.differences);
    g_free (self.votes);
    g_free (self.cells);
    recap_one_source_clear (&self.before);
    if (ok)
        *ret_summary = self.summary;
    return ok;
}
