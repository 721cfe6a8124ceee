#include "config.h"

#include "audit-batches.h"

#include <glib/gi18n-lib.h>

#include "region.h"

/* The boxes that tell how many ballots a TPS had. */
enum {
    BOX_SUARA_TOTAL,
    BOX_SURAT_DIGUNAKAN,
    BOX_PENGGUNA_TOTAL,
    BOX_SUARA_SAH,
    BOX_SUARA_TIDAK_SAH,
    BOX_SURAT_DITERIMA,
    BOX_PEMILIH_DPT,
    N_BOXES,
};

static const char *const box_names[N_BOXES] = {
    "suara_total",     "surat_digunakan", "pengguna_total_j", "suara_sah",
    "suara_tidak_sah", "surat_diterima",  "pemilih_dpt_j",
};

typedef struct {
    RecapBatches *batches;
    RecapTables *tables;
    const RecapAuditOptions *options;
    GArray *columns;    /* guint: fields of the schema that are the contestants */
    int boxes[N_BOXES]; /* likewise, -1: the tables do not have it */
    gint64 n_digits;    /* of the codes, that all TPS of the contest have in common */
    gint64 reserve;     /* in thousandths of the voters */
    gint64 max_voters;
} Reading;

void
recap_batches_init (RecapBatches *self)
{
    *self = (RecapBatches){
        .fields = g_array_new (FALSE, FALSE, sizeof (const char *)),
        .batches = g_array_new (FALSE, FALSE, sizeof (RecapBatch)),
        .arena = recap_arena_new (),
    };
}

void
recap_batches_clear (RecapBatches *self)
{
    g_array_unref (self->fields);
    g_array_unref (self->batches);
    recap_arena_free (self->arena);
}

static int
compare_code (const RecapBatch *batch, RecapText kode)
{
    return recap_text_compare (recap_text (batch->kode), kode);
}

RecapBatch *
recap_batches_find (const RecapBatches *self, RecapText kode)
{
    guint first = 0;
    guint last = self->batches->len;

    while (first < last) {
        guint middle = first + (last - first) / 2;
        int order = compare_code (recap_batches_get (self, middle), kode);
        if (order == 0)
            return recap_batches_get (self, middle);
        if (order < 0)
            first = middle + 1;
        else
            last = middle;
    }
    return NULL;
}

/* ---- the contest ---- */

static gboolean
check_contest (const RecapContest *contest, const RecapAuditOptions *options, GError **error)
{
    const char *code = recap_contest_get_code (contest);
    guint n_fields;
    const RecapField *fields = recap_contest_get_fields (contest, &n_fields);
    gint64 n_winners;

    for (guint i = 0; i < n_fields; i++) {
        if (fields[i].role != RECAP_ROLE_PARTY)
            continue;
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("contest '%s' cannot be audited: its seats go to party lists"), code);
        recap_error_set_hint (error, _ ("the audit knows winners with the most votes; seats by "
                                        "quotients are decided by other margins"));
        return FALSE;
    }
    if (options->n_winners == 0 && !recap_contest_get_limit (contest, "pemenang", &n_winners)) {
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("contest '%s' does not say how many win"), code);
        recap_error_set_hint (error, _ ("give --winners"));
        return FALSE;
    }
    return TRUE;
}

/* Prepares for the forms of @contest, the first one that is met. */
static gboolean
start_contest (Reading *self, const RecapContest *contest, GError **error)
{
    const RecapSchema *schema = recap_tables_get_schema (self->tables);
    gint64 limit;

    if (!check_contest (contest, self->options, error))
        return FALSE;
    self->batches->contest = contest;
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        const RecapField *field = recap_schema_get_field (schema, contest, i);
        if (field == NULL || field->role != RECAP_ROLE_VOTES)
            continue;
        g_array_append_val (self->columns, i);
        g_array_append_val (self->batches->fields, field->name);
    }
    for (guint i = 0; i < N_BOXES; i++)
        self->boxes[i] = recap_schema_find (schema, recap_text (box_names[i]));
    self->n_digits = recap_contest_get_limit (contest, "digit_wilayah", &limit) ? limit : 0;
    self->reserve = recap_contest_get_limit (contest, "cadangan_permil", &limit) ? limit : 0;
    self->max_voters =
        recap_contest_get_limit (contest, "batas_pemilih", &limit) ? limit : RECAP_COUNT_MAX;
    return TRUE;
}

/* Returns: whether @form is to be audited, FALSE also with @error. */
static gboolean
is_wanted (Reading *self, const RecapForm *form, GError **error)
{
    const char *code = recap_contest_get_code (form->contest);
    const RecapContest *before = self->batches->contest;

    if (self->options->contest != NULL && strcmp (self->options->contest, code) != 0)
        return FALSE;
    if (self->options->region != NULL &&
        !recap_region_has_prefix (form->keys[RECAP_KEY_KODE], recap_text (self->options->region)))
        return FALSE;
    if (before == NULL)
        return start_contest (self, form->contest, error);
    if (before == form->contest)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                     _ ("the tables have the contests '%s' and '%s'"),
                     recap_contest_get_code (before), code);
    recap_error_set_hint (error, _ ("choose the one to audit with --contest"));
    return FALSE;
}

/* ---- ballots ---- */

static RecapCell
get_box (const Reading *self, const RecapForm *form, guint box)
{
    return self->boxes[box] >= 0 ? form->cells[self->boxes[box]] : RECAP_CELL_NOT_CARRIED;
}

/* Returns: the ballots that the form says were used, by the largest of its numbers; -1 when it says
 * nothing. Each number may be the wrong one; the largest is the safe one. */
static gint64
get_used (const Reading *self, const RecapForm *form)
{
    static const guint totals[] = { BOX_SUARA_TOTAL, BOX_SURAT_DIGUNAKAN, BOX_PENGGUNA_TOTAL };
    gint64 used = -1;

    for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
        used = MAX (used, get_box (self, form, totals[i]));
    gint64 invalid = MAX (get_box (self, form, BOX_SUARA_TIDAK_SAH), 0);
    RecapCell valid = get_box (self, form, BOX_SUARA_SAH);
    if (recap_cell_is_number (valid))
        used = MAX (used, valid + invalid);
    gint64 sum = 0;
    for (guint i = 0; i < self->columns->len; i++)
        sum += MAX (form->cells[g_array_index (self->columns, guint, i)], 0);
    return used < 0 ? used : MAX (used, sum + invalid);
}

/* Returns: the ballots for @voters voters with the reserve. */
static gint64
add_reserve (const Reading *self, gint64 voters)
{
    return voters + (voters / 1000) * self->reserve +
           ((voters % 1000) * self->reserve + 999) / 1000;
}

static gint64
get_station_voters (const Reading *self, const RecapStation *station)
{
    if (station != NULL && recap_cell_is_number (station->dpt_l) &&
        recap_cell_is_number (station->dpt_p))
        return station->dpt_l + station->dpt_p;
    return self->max_voters;
}

/* Returns: how many ballots the TPS got at most. */
static gint64
get_issued (const Reading *self, const RecapForm *form)
{
    RecapCell received = get_box (self, form, BOX_SURAT_DITERIMA);
    RecapCell voters = get_box (self, form, BOX_PEMILIH_DPT);
    const RecapRegister *stations = self->options->stations;

    if (recap_cell_is_number (received))
        return received;
    if (recap_cell_is_number (voters))
        return add_reserve (self, voters);
    return add_reserve (
        self, get_station_voters (self, stations != NULL ? recap_register_find (
                                                               stations, form->keys[RECAP_KEY_KODE])
                                                         : NULL));
}

/* ---- forms ---- */

static gboolean
check_place (const Reading *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapOrigin origin = { form->file, form->line, 0 };
    RecapLevel level = recap_region_level (kode);
    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
    guint n = self->batches->batches->len;
    const RecapBatch *last = n > 0 ? recap_batches_get (self->batches, n - 1) : NULL;

    if (level != RECAP_LEVEL_TPS && level != RECAP_LEVEL_OPAQUE) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("'%s' is a sum and not a TPS"),
                         shown);
        recap_error_set_hint (error, _ ("what is drawn and opened are the boxes of TPS"));
        return FALSE;
    }
    if (last != NULL && compare_code (last, kode) == 0) {
        RecapOrigin before = { last->file, last->line, 0 };
        g_autofree char *place = recap_origin_format (&before);
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("code '%s' has a second source here; the first is at %s"), shown,
                         place);
        recap_error_set_hint (error, _ ("audit a table of one source"));
        return FALSE;
    }
    gsize n_common = (gsize)self->n_digits;
    if (last != NULL && n_common > 0 &&
        (kode.size < n_common || strlen (last->kode) < n_common ||
         memcmp (last->kode, kode.bytes, n_common) != 0)) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("'%s' is in another area than '%s': each elects its own winner"), shown,
                         last->kode);
        recap_error_set_hint (error, _ ("choose an area with --region"));
        return FALSE;
    }
    return TRUE;
}

/* Neighbours mostly lie in the same desa: they share the names. */
static const char *
keep_name (RecapArena *arena, RecapText name, const char *before)
{
    if (before != NULL && recap_text_equal_string (name, before))
        return before;
    return recap_arena_intern (arena, name);
}

static void
add_batch (Reading *self, const RecapForm *form)
{
    RecapArena *arena = self->batches->arena;
    guint n = self->batches->batches->len;
    const RecapBatch *last = n > 0 ? recap_batches_get (self->batches, n - 1) : NULL;
    RecapBatch batch = {
        .kode = recap_arena_copy (arena, form->keys[RECAP_KEY_KODE]),
        .file = keep_name (arena, recap_text (form->file), last != NULL ? last->file : NULL),
        .line = form->line,
        .votes = recap_arena_take (arena, self->columns->len * sizeof *batch.votes),
        .used = get_used (self, form),
        .issued = get_issued (self, form),
    };

    for (guint i = 0; i < RECAP_BATCH_NAMES; i++)
        batch.names[i] = keep_name (arena, form->keys[RECAP_KEY_PROVINSI + i],
                                    last != NULL ? last->names[i] : NULL);
    for (guint i = 0; i < self->columns->len; i++)
        batch.votes[i] = form->cells[g_array_index (self->columns, guint, i)];
    g_array_append_val (self->batches->batches, batch);
}

static gboolean
read_forms (RecapTables *tables, gpointer data, GError **error)
{
    Reading *self = data;
    RecapForm *form;

    for (;;) {
        GError *refused = NULL;
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            return TRUE;
        if (is_wanted (self, form, &refused)) {
            if (!check_place (self, form, error))
                return FALSE;
            add_batch (self, form);
        } else if (refused != NULL) {
            g_propagate_error (error, refused);
            return FALSE;
        }
    }
}

static void
start_again (gpointer data)
{
    Reading *self = data;
    RecapBatches *batches = self->batches;

    recap_batches_clear (batches);
    recap_batches_init (batches);
    g_array_set_size (self->columns, 0);
}

/* ---- what is missing ---- */

/* Leaves out the contestants for whom no form has a number: columns of a contest that this area
 * does not have. */
static void
drop_unused (RecapBatches *self)
{
    guint n_kept = 0;

    for (guint i = 0; i < self->fields->len; i++) {
        gboolean used = FALSE;
        for (guint k = 0; k < self->batches->len && !used; k++)
            used = recap_cell_is_number (recap_batches_get (self, k)->votes[i]);
        if (!used)
            continue;
        for (guint k = 0; k < self->batches->len; k++) {
            RecapBatch *batch = recap_batches_get (self, k);
            batch->votes[n_kept] = batch->votes[i];
        }
        g_array_index (self->fields, const char *, n_kept++) =
            g_array_index (self->fields, const char *, i);
    }
    g_array_set_size (self->fields, n_kept);
}

static gboolean
is_in_area (const Reading *self, const RecapStation *station)
{
    RecapText kode = recap_text (station->kode);
    const RecapBatch *first = recap_batches_get (self->batches, 0);
    RecapText area = recap_text (first->kode);

    if (self->options->region != NULL &&
        !recap_region_has_prefix (kode, recap_text (self->options->region)))
        return FALSE;
    area.size = MIN (area.size, (gsize)self->n_digits);
    return recap_region_has_prefix (kode, area);
}

static RecapBatch
make_absent (Reading *self, const RecapStation *station)
{
    RecapArena *arena = self->batches->arena;
    const char *names[RECAP_BATCH_NAMES] = { station->provinsi, station->kabko, station->kecamatan,
                                             station->desa, station->tps };
    guint n_votes = self->batches->fields->len;
    RecapBatch batch = {
        .kode = recap_arena_copy (arena, recap_text (station->kode)),
        .votes = recap_arena_take (arena, n_votes * sizeof *batch.votes),
        .used = -1,
        .issued = add_reserve (self, get_station_voters (self, station)),
    };

    for (guint i = 0; i < RECAP_BATCH_NAMES; i++)
        batch.names[i] = recap_arena_intern (arena, recap_text (names[i]));
    for (guint i = 0; i < n_votes; i++)
        batch.votes[i] = RECAP_CELL_BLANK;
    return batch;
}

/* Puts in the TPS of the register that have no form: their ballots may be anybody's. */
static void
add_absent (Reading *self)
{
    RecapBatches *batches = self->batches;
    const RecapRegister *stations = self->options->stations;
    GArray *all = g_array_new (FALSE, FALSE, sizeof (RecapBatch));
    guint next = 0;

    for (guint i = 0; i < recap_register_get_n (stations); i++) {
        const RecapStation *station = recap_register_get (stations, i);
        RecapText kode = recap_text (station->kode);
        if (!is_in_area (self, station))
            continue;
        while (next < batches->batches->len &&
               compare_code (recap_batches_get (batches, next), kode) < 0)
            g_array_append_val (all, *recap_batches_get (batches, next++));
        if (next < batches->batches->len &&
            compare_code (recap_batches_get (batches, next), kode) == 0)
            continue;
        RecapBatch absent = make_absent (self, station);
        g_array_append_val (all, absent);
        batches->n_absent++;
    }
    while (next < batches->batches->len)
        g_array_append_val (all, *recap_batches_get (batches, next++));
    g_array_unref (batches->batches);
    batches->batches = all;
}

/* A vote that is not known may be for anybody: then only the ballots issued bound it. */
static void
bound_ballots (RecapBatches *self, gboolean issued)
{
    for (guint i = 0; i < self->batches->len; i++) {
        RecapBatch *batch = recap_batches_get (self, i);
        gboolean blank = FALSE;
        gint64 sum = 0;
        for (guint k = 0; k < self->fields->len; k++) {
            blank = blank || !recap_cell_is_number (batch->votes[k]);
            sum += MAX (batch->votes[k], 0);
        }
        batch->ballots = MAX (batch->used, sum);
        if (issued || blank || batch->used < 0)
            batch->ballots = MAX (batch->ballots, batch->issued);
        self->n_blank += blank && batch->file != NULL;
    }
}

gboolean
recap_batches_read (RecapBatches *self, RecapTables *tables, const RecapAuditOptions *options,
                    GError **error)
{
    g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
    Reading reading = { .batches = self, .tables = tables, .options = options, .columns = columns };

    if (!recap_tables_run (tables, read_forms, start_again, &reading, error))
        return FALSE;
    if (self->contest == NULL)
        return TRUE;
    drop_unused (self);
    if (options->stations != NULL)
        add_absent (&reading);
    bound_ballots (self, options->issued);
    return TRUE;
}
