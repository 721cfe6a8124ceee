#include "config.h"

#include "projector-data.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "origin.h"
#include "projector-control.h"
#include "projector-rows.h"

enum {
    N_NAMES = RECAP_KEY_TPS - RECAP_KEY_PROVINSI + 1,
    N_TOTALS_MAX = 1 << 25, /* half a gigabyte; a large province of parties has a quarter of it */
};

/* That a station exists, said by a form, a finding or the register. */
typedef struct {
    RecapText kode;
    RecapText names[N_NAMES]; /* from provinsi to tps */
    const RecapForm *form;    /* NULL: said by something else */
    guint order;
} Mention;

ProjectorSource *
projector_source (const Projector *self, guint index)
{
    return &g_array_index (self->sources, ProjectorSource, index);
}

ProjectorDistrict *
projector_district (const Projector *self, guint index)
{
    return &g_array_index (self->districts, ProjectorDistrict, index);
}

ProjectorVillage *
projector_village (const Projector *self, guint index)
{
    return &g_array_index (self->villages, ProjectorVillage, index);
}

ProjectorStation *
projector_station (const Projector *self, guint index)
{
    return &g_array_index (self->stations, ProjectorStation, index);
}

ProjectorField *
projector_field (const Projector *self, guint index)
{
    return &g_array_index (self->fields, ProjectorField, index);
}

ProjectorRow *
projector_row (const Projector *self, guint index)
{
    return &g_array_index (self->rows, ProjectorRow, index);
}

const RecapForm *
projector_form (const Projector *self, guint station, guint source)
{
    return self->forms[(gsize)station * self->sources->len + source];
}

const RecapCell *
projector_cells (const Projector *self, guint station, guint source, gboolean proven)
{
    const RecapForm *form = projector_form (self, station, source);
    if (form == NULL)
        return NULL;
    memcpy (self->cells, form->cells, recap_schema_get_n (self->schema) * sizeof (RecapCell));
    recap_blanks_mark (self->blanks, self->cells, proven);
    return self->cells;
}

const char *
projector_contestant (const Projector *self, guint number)
{
    const RecapMeeting *meeting = self->input->meeting;
    const RecapCandidates *candidates = self->input->candidates;
    const RecapPerson *witness =
        meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;

    if (witness != NULL && witness->mewakili != NULL)
        return witness->mewakili;
    return candidates != NULL
               ? recap_candidates_get_contestant_name (candidates, self->ballot, number)
               : NULL;
}

const char *
projector_candidate (const Projector *self, const RecapField *field)
{
    return self->ballot != NULL && field->candidate > 0
               ? recap_ballot_get_name (self->ballot, field)
               : NULL;
}

static ProjectorTotal *
total_at (const Projector *self, guint source, guint village, guint field)
{
    gsize area = (gsize)source * self->villages->len + village;
    return &self->totals[area * self->fields->len + field];
}

const ProjectorTotal *
projector_total (const Projector *self, guint source, guint village, guint field)
{
    return total_at (self, source, village, field);
}

int
projector_find_station (const Projector *self, RecapText kode)
{
    guint low = 0, high = self->stations->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = recap_text_compare (projector_station (self, middle)->kode, kode);
        if (order == 0)
            return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int
projector_find_source (const Projector *self, RecapText label)
{
    for (guint i = 0; i < self->sources->len; i++)
        if (recap_text_equal (projector_source (self, i)->label, label))
            return (int)i;
    return -1;
}

gboolean
projector_covers (const Projector *self, RecapText kontes, RecapText kode)
{
    const char *region = self->input->region;
    return recap_text_equal_string (kontes, recap_contest_get_code (self->contest)) &&
           (region == NULL || recap_region_has_prefix (kode, recap_text (region)));
}

/* ---- the contest and its forms ---- */

static gboolean
is_wanted (const RecapMinutesInput *input, const RecapForm *form)
{
    return (input->contest == NULL ||
            recap_text_equal_string (form->keys[RECAP_KEY_KONTES], input->contest)) &&
           (input->region == NULL ||
            recap_region_has_prefix (form->keys[RECAP_KEY_KODE], recap_text (input->region)));
}

/* Refuses a form that is not of a TPS, or of another contest than those before it. */
static gboolean
check_form (Projector *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin origin = { form->file, form->line, 0 };
    const RecapOrigin *where = form->line > 0 ? &origin : NULL;

    if (recap_region_level (kode) != RECAP_LEVEL_TPS) {
        g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
        recap_error_set (error, RECAP_ERROR_SCHEMA, where, _ ("'%s' is not the code of a TPS"),
                         shown);
        recap_error_set_hint (
            error, "%s", _ ("give the table of the polling stations; the page makes the sums"));
        return FALSE;
    }
    if (self->contest == NULL)
        self->contest = form->contest;
    if (self->contest == form->contest)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, where, _ ("contest '%s' beside contest '%s'"),
                     recap_contest_get_code (form->contest),
                     recap_contest_get_code (self->contest));
    recap_error_set_hint (error, "%s", _ ("choose one with --contest"));
    return FALSE;
}

static gboolean
add_source (Projector *self, RecapText label, gboolean is_table, GError **error)
{
    ProjectorSource source = { label, is_table };
    int index = projector_find_source (self, label);

    if (index >= 0) {
        projector_source (self, (guint)index)->is_table |= is_table;
        return TRUE;
    }
    if (self->sources->len < PROJECTOR_N_SOURCES_MAX) {
        g_array_append_val (self->sources, source);
        return TRUE;
    }
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                     _ ("more than %d sources, which the page would show side by side"),
                     PROJECTOR_N_SOURCES_MAX);
    recap_error_set_hint (error, "%s", _ ("give the tables and findings of fewer sources"));
    return FALSE;
}

/* The sources that only findings about differences name. */
static gboolean
add_sources_named (Projector *self, const RecapFinding *finding, GError **error)
{
    if (finding->aturan.size == 0 || finding->aturan.bytes[0] != 'D' || finding->isian.size == 0 ||
        !projector_covers (self, finding->kontes, finding->kode))
        return TRUE;
    return (finding->sumber_a.size == 0 || add_source (self, finding->sumber_a, FALSE, error)) &&
           (finding->sumber_b.size == 0 || add_source (self, finding->sumber_b, FALSE, error));
}

/* The one that is printed, then the usual ones, then the others by name; those that only findings
 * name come last. */
static int
compare_sources (gconstpointer a, gconstpointer b, gpointer data)
{
    static const char *const usual[] = { "final", "plano", "sirekap" };
    const ProjectorSource *x = a, *y = b;
    const char *first = data;

    if (x->is_table != y->is_table)
        return x->is_table ? -1 : 1;
    if (first != NULL && recap_text_equal_string (x->label, first))
        return -1;
    if (first != NULL && recap_text_equal_string (y->label, first))
        return 1;
    for (guint i = 0; i < G_N_ELEMENTS (usual); i++) {
        if (recap_text_equal_string (x->label, usual[i]))
            return -1;
        if (recap_text_equal_string (y->label, usual[i]))
            return 1;
    }
    return recap_text_compare (x->label, y->label);
}

static gboolean
find_sources (Projector *self, GArray *mentions, GError **error)
{
    const RecapFindings *findings = self->input->findings;
    const char *first = self->input->source;

    for (guint i = 0; i < mentions->len; i++)
        if (!add_source (self, g_array_index (mentions, Mention, i).form->keys[RECAP_KEY_SUMBER],
                         TRUE, error))
            return FALSE;
    if (first != NULL && projector_find_source (self, recap_text (first)) < 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                         _ ("no form of the table has this contest, source and region"));
        return FALSE;
    }
    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++)
        if (!add_sources_named (self, recap_findings_get (findings, i), error))
            return FALSE;
    g_array_sort_with_data (self->sources, compare_sources, (gpointer)first);
    return TRUE;
}

static gboolean
take_forms (Projector *self, GArray *mentions, GError **error)
{
    const RecapTable *table = self->input->table;

    for (guint i = 0; i < recap_table_get_n (table); i++) {
        const RecapForm *form = recap_table_get (table, i);
        if (!is_wanted (self->input, form))
            continue;
        if (!check_form (self, form, error))
            return FALSE;
        Mention mention = { .kode = form->keys[RECAP_KEY_KODE], .form = form };
        for (guint k = 0; k < N_NAMES; k++)
            mention.names[k] = recap_text_trim (form->keys[RECAP_KEY_PROVINSI + k]);
        g_array_append_val (mentions, mention);
    }
    if (mentions->len > 0)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                     recap_table_get_n (table) == 0
                         ? _ ("the table has no forms")
                         : _ ("no form of the table has this contest, source and region"));
    return FALSE;
}

/* ---- stations and their regions ---- */

static void
mention_findings (const Projector *self, GArray *mentions)
{
    const RecapFindings *findings = self->input->findings;

    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (recap_region_level (finding->kode) != RECAP_LEVEL_TPS ||
            !projector_covers (self, finding->kontes, finding->kode))
            continue;
        Mention mention = { .kode = finding->kode,
                            .names = { finding->provinsi, finding->kabko, finding->kecamatan,
                                       finding->desa, finding->tps } };
        g_array_append_val (mentions, mention);
    }
}

static void
mention_register (const Projector *self, GArray *mentions)
{
    const RecapRegister *stations = self->input->stations;

    for (guint i = 0; stations != NULL && i < recap_register_get_n (stations); i++) {
        const RecapStation *station = recap_register_get (stations, i);
        RecapText kode = recap_text (station->kode);
        if (recap_region_level (kode) != RECAP_LEVEL_TPS ||
            !recap_contest_is_held_at (self->contest, kode) ||
            !projector_covers (self, recap_text (recap_contest_get_code (self->contest)), kode))
            continue;
        Mention mention = { .kode = kode,
                            .names = { recap_text (station->provinsi), recap_text (station->kabko),
                                       recap_text (station->kecamatan), recap_text (station->desa),
                                       recap_text (station->tps) } };
        g_array_append_val (mentions, mention);
    }
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
    const Mention *x = a, *y = b;
    int order = recap_text_compare (x->kode, y->kode);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* Gives @name, which may have one already, the name of level @key. */
static void
take_name (RecapText *name, const Mention *mention, RecapKey key)
{
    if (name->size == 0)
        *name = mention->names[key - RECAP_KEY_PROVINSI];
}

/* The village and district of @mention, which begin when it is the first of them. */
static void
enter_regions (Projector *self, const Mention *mention)
{
    RecapText kode = recap_region_at (mention->kode, RECAP_LEVEL_DESA);
    RecapText above = recap_region_at (mention->kode, RECAP_LEVEL_KECAMATAN);
    GArray *districts = self->districts, *villages = self->villages;

    if (districts->len == 0 ||
        !recap_text_equal (projector_district (self, districts->len - 1)->kode, above)) {
        ProjectorDistrict district = { .kode = above, .name = RECAP_TEXT_EMPTY };
        g_array_append_val (districts, district);
    }
    if (villages->len == 0 ||
        !recap_text_equal (projector_village (self, villages->len - 1)->kode, kode)) {
        ProjectorVillage village = { .kode = kode,
                                     .name = RECAP_TEXT_EMPTY,
                                     .district = districts->len - 1,
                                     .first = self->stations->len };
        g_array_append_val (villages, village);
    }
    take_name (&projector_district (self, districts->len - 1)->name, mention, RECAP_KEY_KECAMATAN);
    take_name (&projector_village (self, villages->len - 1)->name, mention, RECAP_KEY_DESA);
    take_name (&self->district_names[0], mention, RECAP_KEY_PROVINSI);
    take_name (&self->district_names[1], mention, RECAP_KEY_KABKO);
}

static void
find_stations (Projector *self, GArray *mentions)
{
    for (guint i = 0; i < mentions->len; i++)
        g_array_index (mentions, Mention, i).order = i;
    g_array_sort (mentions, compare_mentions);
    for (guint i = 0; i < mentions->len; i++) {
        const Mention *mention = &g_array_index (mentions, Mention, i);
        enter_regions (self, mention);
        ProjectorVillage *village = projector_village (self, self->villages->len - 1);
        if (village->n > 0 &&
            recap_text_equal (projector_station (self, self->stations->len - 1)->kode,
                              mention->kode))
            continue;
        ProjectorStation station = { .kode = mention->kode, .village = self->villages->len - 1 };
        station.registered = self->input->stations == NULL ||
                             recap_register_find (self->input->stations, mention->kode) != NULL;
        g_array_append_val (self->stations, station);
        village->n++;
    }
    for (guint i = 0; i < self->villages->len; i++)
        if (projector_village (self, i)->name.size == 0)
            projector_village (self, i)->name = projector_village (self, i)->kode;
    for (guint i = 0; i < self->districts->len; i++)
        if (projector_district (self, i)->name.size == 0)
            projector_district (self, i)->name = projector_district (self, i)->kode;
}

/* The ballot of the smallest region from the kecamatan upwards that has all stations. */
static void
find_ballot (Projector *self)
{
    RecapText first = projector_station (self, 0)->kode;
    RecapText last = projector_station (self, self->stations->len - 1)->kode;
    RecapLevel level = RECAP_LEVEL_KECAMATAN;

    while (level < RECAP_LEVEL_NASIONAL &&
           !recap_region_has_prefix (last, recap_region_at (first, level)))
        level++;
    if (self->input->candidates != NULL)
        self->ballot =
            recap_candidates_find_ballot (self->input->candidates, recap_region_at (first, level));
}

static void
place_forms (Projector *self, const GArray *mentions)
{
    self->forms = g_new0 (const RecapForm *, (gsize)self->stations->len * self->sources->len);
    for (guint i = 0; i < mentions->len; i++) {
        const Mention *mention = &g_array_index (mentions, Mention, i);
        if (mention->form == NULL)
            continue;
        guint station = (guint)projector_find_station (self, mention->kode);
        int source = projector_find_source (self, mention->form->keys[RECAP_KEY_SUMBER]);
        self->forms[(gsize)station * self->sources->len + (guint)source] = mention->form;
    }
}

/* ---- boxes ---- */

static gboolean
is_carried (const Projector *self, int index)
{
    gsize n = (gsize)self->stations->len * self->sources->len;
    for (gsize i = 0; index >= 0 && i < n; i++)
        if (self->forms[i] != NULL && self->forms[i]->cells[index] != RECAP_CELL_NOT_CARRIED)
            return TRUE;
    return FALSE;
}

/* The boxes that findings and decisions speak about; a set of their names. */
static GHashTable *
find_boxes_named (const Projector *self)
{
    const RecapFindings *findings = self->input->findings;
    const RecapDecisions *decisions = self->input->decisions;
    GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; findings != NULL && i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        if (projector_covers (self, finding->kontes, finding->kode))
            g_hash_table_add (names, g_strndup (finding->isian.bytes, finding->isian.size));
    }
    for (guint i = 0; decisions != NULL && i < recap_decisions_get_n (decisions); i++)
        g_hash_table_add (names, g_strdup (recap_decisions_get (decisions, i)->isian));
    return names;
}

static gboolean
find_fields (Projector *self, GError **error)
{
    g_autoptr (GHashTable) named = find_boxes_named (self);
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (self->contest, &n);

    for (guint i = 0; i < n; i++) {
        ProjectorField field = { .field = &fields[i],
                                 .index = recap_schema_find (self->schema,
                                                             recap_text (fields[i].name)) };
        if (is_carried (self, field.index) || g_hash_table_contains (named, fields[i].name))
            g_array_append_val (self->fields, field);
    }
    if (self->fields->len > 0)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                     _ ("the table has no column with numbers of contest %s"),
                     recap_contest_get_code (self->contest));
    return FALSE;
}

/* ---- sums ---- */

static void
add_cell (ProjectorTotal *total, RecapCell cell)
{
    if (cell >= 0)
        total->value = MAX (total->value, 0) + cell;
    else if (cell != RECAP_CELL_NOT_CARRIED && total->value == RECAP_CELL_NOT_CARRIED)
        total->value = RECAP_CELL_BLANK;
    if (cell == RECAP_CELL_BLANK || cell == RECAP_CELL_UNREADABLE)
        total->n_incomplete++;
}

/* Adds the form of @station in @source to the totals of its village. */
static ProjectorState
add_form (Projector *self, guint station, guint source)
{
    const RecapCell *cells = projector_cells (self, station, source, TRUE);
    guint village = projector_station (self, station)->village;
    gboolean complete = TRUE, has_votes = FALSE;

    if (cells == NULL)
        return PROJECTOR_NO_FORM;
    for (guint i = 0; i < self->fields->len; i++) {
        const ProjectorField *field = projector_field (self, i);
        RecapCell cell = field->index >= 0 ? cells[field->index] : RECAP_CELL_NOT_CARRIED;
        add_cell (total_at (self, source, village, i), cell);
        has_votes |= cell >= 0 && field->field->role != RECAP_ROLE_ADMIN;
        complete &= cell != RECAP_CELL_BLANK && cell != RECAP_CELL_UNREADABLE;
    }
    return !has_votes ? PROJECTOR_NO_VOTES : complete ? PROJECTOR_COMPLETE : PROJECTOR_INCOMPLETE;
}

static gboolean
check_totals (const Projector *self, guint source, GError **error)
{
    for (guint field = 0; field < self->fields->len; field++) {
        RecapCell sum = 0;
        for (guint i = 0; i < self->villages->len; i++) {
            sum += MAX (projector_total (self, source, i, field)->value, 0);
            if (sum <= RECAP_COUNT_MAX)
                continue;
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("the total of %s is too large"),
                             projector_field (self, field)->field->name);
            return FALSE;
        }
    }
    return TRUE;
}

/* No sum can wrap around: there are less than 2^23 times RECAP_COUNT_MAX in a gint64, and as many
 * forms of one village do not fit into a table. */
static gboolean
add_up (Projector *self, GError **error)
{
    guint n_sources = self->sources->len;
    gsize n = (gsize)n_sources * self->villages->len * self->fields->len;

    if (n > N_TOTALS_MAX) {
        recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                         _ ("too many sums for one page: %u sources, %u desa, %u boxes"), n_sources,
                         self->villages->len, self->fields->len);
        recap_error_set_hint (error, "%s", _ ("choose a kabupaten/kota with --region"));
        return FALSE;
    }
    self->totals = g_new0 (ProjectorTotal, n);
    for (gsize i = 0; i < n; i++)
        self->totals[i].value = RECAP_CELL_NOT_CARRIED;
    self->states = g_new0 (guint8, (gsize)self->stations->len * n_sources);
    self->blanks = recap_blanks_new (self->schema, self->contest);
    self->cells = g_new (RecapCell, MAX (recap_schema_get_n (self->schema), 1));
    for (guint source = 0; source < n_sources; source++) {
        for (guint i = 0; i < self->stations->len; i++)
            self->states[(gsize)i * n_sources + source] = (guint8)add_form (self, i, source);
        if (!check_totals (self, source, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- all of it ---- */

/* What the minutes of the first source have, whose forms stand in the same order. */
static void
find_fingerprint (Projector *self)
{
    g_autoptr (GPtrArray) forms = g_ptr_array_new ();

    for (guint i = 0; i < self->stations->len; i++)
        if (projector_form (self, i, 0) != NULL)
            g_ptr_array_add (forms, (gpointer)projector_form (self, i, 0));
    recap_fingerprint_forms (self->schema, (const RecapForm *const *)forms->pdata, forms->len,
                             self->fingerprint);
}

gboolean
projector_init (Projector *self, const RecapMinutesInput *input, GError **error)
{
    g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));

    self->input = input;
    self->schema = recap_table_get_schema (input->table);
    self->sources = g_array_new (FALSE, FALSE, sizeof (ProjectorSource));
    self->districts = g_array_new (FALSE, FALSE, sizeof (ProjectorDistrict));
    self->villages = g_array_new (FALSE, FALSE, sizeof (ProjectorVillage));
    self->stations = g_array_new (FALSE, FALSE, sizeof (ProjectorStation));
    self->fields = g_array_new (FALSE, FALSE, sizeof (ProjectorField));
    self->rows = g_array_new (FALSE, FALSE, sizeof (ProjectorRow));
    self->findings = g_ptr_array_new ();
    if (!take_forms (self, mentions, error) || !find_sources (self, mentions, error))
        return FALSE;
    mention_findings (self, mentions);
    mention_register (self, mentions);
    find_stations (self, mentions);
    find_ballot (self);
    place_forms (self, mentions);
    if (!find_fields (self, error) || !add_up (self, error))
        return FALSE;
    projector_find_rows (self);
    find_fingerprint (self);
    return projector_prepare_control (self, error);
}

void
projector_clear (Projector *self)
{
    g_clear_pointer (&self->sources, g_array_unref);
    g_clear_pointer (&self->districts, g_array_unref);
    g_clear_pointer (&self->villages, g_array_unref);
    g_clear_pointer (&self->stations, g_array_unref);
    g_clear_pointer (&self->fields, g_array_unref);
    g_clear_pointer (&self->rows, g_array_unref);
    g_clear_pointer (&self->findings, g_ptr_array_unref);
    g_clear_pointer (&self->forms, g_free);
    g_clear_pointer (&self->states, g_free);
    g_clear_pointer (&self->totals, g_free);
    g_clear_pointer (&self->blanks, recap_blanks_free);
    g_clear_pointer (&self->cells, g_free);
    g_clear_pointer (&self->control, projector_control_free);
}
