#include "config.h"

#include "check-totals.h"

#include <inttypes.h>

#include "blanks.h"
#include "region.h"

/* What the parts have in one box. A box that the ballot of a part does not have adds nothing. */
typedef struct {
    gint64 sum;
    guint64 n_numbers;
    guint64 n_blank; /* or unreadable */
    guint64 n_absent;
    guint64 n_off; /* not on the ballot */
} Added;

/* The parts that one source has of a region. */
typedef struct {
    char *sumber;
    Added *boxes;
    guint64 n_rows;
    RecapLevel level; /* of the rows; RECAP_LEVEL_NASIONAL: of several levels */
    const char *file; /* that all were read from; NULL: several */
    /* The TPS behind them; below zero when some row does not say. */
    gint64 n_present;
    gint64 n_received; /* with votes */
} Parts;

/* The row of totals that one source has of a region. */
typedef struct {
    char *keys[RECAP_N_KEYS];
    RecapForm form; /* with the texts of keys; owns its cells */
} Total;

/* A region with a row of totals. */
typedef struct {
    char *kode;
    GPtrArray *totals; /* Total, sorted by source */
    GPtrArray *parts;  /* Parts, sorted by source */
} Region;

struct _TotalCheck {
    FormCheck *forms;
    const RecapSchema *schema;
    guint n_cells;
    const RecapRegister *stations;
    gboolean all;
    RecapFindingFunc finding;
    gpointer data;
    GString *note;

    const RecapContest *contest;
    RecapBlanks *blanks;
    gboolean *votes;    /* which boxes are votes */
    RecapCell *cells;   /* of the row that is being added */
    GPtrArray *regions; /* Region, each one in the one before it */
};

static void
parts_free (gpointer data)
{
    Parts *parts = data;
    g_free (parts->sumber);
    g_free (parts->boxes);
    g_free (parts);
}

static void
total_free (gpointer data)
{
    Total *total = data;
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        g_free (total->keys[i]);
    g_free (total->form.cells);
    g_free (total);
}

static void
region_free (gpointer data)
{
    Region *region = data;
    g_free (region->kode);
    g_ptr_array_unref (region->totals);
    g_ptr_array_unref (region->parts);
    g_free (region);
}

TotalCheck *
total_check_new (const RecapRules *rules, FormCheck *forms, const RecapSchema *schema,
                 const RecapRegister *stations, gboolean all, RecapFindingFunc finding,
                 gpointer data)
{
    gboolean wanted = FALSE;
    for (guint i = 0; i < recap_rules_get_n (rules); i++)
        wanted = wanted || recap_rules_get (rules, i)->kind == RECAP_RULE_TOTALS;
    if (!wanted)
        return NULL;

    TotalCheck *self = g_new0 (TotalCheck, 1);
    self->forms = forms;
    self->schema = schema;
    self->n_cells = recap_schema_get_n (schema);
    self->stations = stations;
    self->all = all;
    self->finding = finding;
    self->data = data;
    self->note = g_string_new (NULL);
    self->votes = g_new0 (gboolean, self->n_cells + 1);
    self->cells = g_new (RecapCell, self->n_cells + 1);
    self->regions = g_ptr_array_new_with_free_func (region_free);
    return self;
}

void
total_check_free (TotalCheck *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->regions);
    recap_blanks_free (self->blanks);
    g_free (self->votes);
    g_free (self->cells);
    g_string_free (self->note, TRUE);
    g_free (self);
}

void
total_check_reset (TotalCheck *self)
{
    g_ptr_array_set_size (self->regions, 0);
}

static Region *
top_region (const TotalCheck *self)
{
    return self->regions->len > 0 ? self->regions->pdata[self->regions->len - 1] : NULL;
}

/* ---- adding up ---- */

static void
enter_contest (TotalCheck *self, const RecapContest *contest)
{
    self->contest = contest;
    recap_blanks_free (self->blanks);
    self->blanks = recap_blanks_new (self->schema, contest);
    for (guint i = 0; i < self->n_cells; i++) {
        const RecapField *field = recap_schema_get_field (self->schema, contest, i);
        self->votes[i] = field != NULL && field->role != RECAP_ROLE_ADMIN;
    }
}

/* Returns: what @region has of @sumber, begun when it is new. */
static Parts *
find_or_add_parts (TotalCheck *self, Region *region, RecapText sumber)
{
    guint place = 0;
    for (; place < region->parts->len; place++) {
        Parts *parts = region->parts->pdata[place];
        int order = recap_text_compare (sumber, recap_text (parts->sumber));
        if (order == 0)
            return parts;
        if (order < 0)
            break;
    }
    Parts *parts = g_new0 (Parts, 1);
    parts->sumber = g_strndup (sumber.bytes, sumber.size);
    parts->boxes = g_new0 (Added, self->n_cells + 1);
    g_ptr_array_insert (region->parts, (int)place, parts);
    return parts;
}

static void
add_station_count (gint64 *count, gint64 number)
{
    *count = *count < 0 || number < 0 ? -1 : *count + number;
}

/* Counts @n_rows rows of @level, all from @file. */
static void
count_rows (Parts *parts, guint64 n_rows, RecapLevel level, const char *file)
{
    gboolean first = parts->n_rows == 0;
    parts->level = first || parts->level == level ? level : RECAP_LEVEL_NASIONAL;
    parts->file = first || g_strcmp0 (parts->file, file) == 0 ? file : NULL;
    parts->n_rows += n_rows;
}

static void
count_stations (TotalCheck *self, Parts *parts, const RecapForm *form, gboolean is_sum)
{
    RecapCell received = form->tallies[RECAP_TALLY_RECEIVED];
    RecapCell registered = form->tallies[RECAP_TALLY_REGISTERED];
    gboolean has_votes = FALSE;

    for (guint i = 0; !is_sum && i < self->n_cells; i++)
        has_votes |= self->votes[i] && form->cells[i] >= 0;
    add_station_count (&parts->n_present, !is_sum ? 1 : received >= 0 ? received : registered);
    add_station_count (&parts->n_received, !is_sum ? has_votes : received);
}

/* Adds the row @form, whose cells are marked, to the parts of @region. */
static void
add_row (TotalCheck *self, Region *region, const RecapForm *form)
{
    Parts *parts = find_or_add_parts (self, region, form->keys[RECAP_KEY_SUMBER]);
    RecapLevel level = recap_region_level (form->keys[RECAP_KEY_KODE]);
    gboolean is_sum = level > RECAP_LEVEL_TPS;

    count_rows (parts, 1, is_sum ? level : RECAP_LEVEL_TPS, form->file);
    count_stations (self, parts, form, is_sum);
    for (guint i = 0; i < self->n_cells; i++) {
        RecapCell cell = form->cells[i];
        Added *added = &parts->boxes[i];
        if (G_LIKELY (cell >= 0)) {
            added->sum += cell;
            added->n_numbers++;
        } else {
            added->n_absent += cell == RECAP_CELL_NOT_CARRIED;
            added->n_off += cell == RECAP_CELL_OFF_BALLOT;
            added->n_blank += cell == RECAP_CELL_BLANK || cell == RECAP_CELL_UNREADABLE;
        }
    }
}

/* Adds what was added in @inner for a source that has no total of it. */
static void
add_parts (TotalCheck *self, Region *region, const Parts *inner)
{
    Parts *parts = find_or_add_parts (self, region, recap_text (inner->sumber));

    count_rows (parts, inner->n_rows, inner->level, inner->file);
    add_station_count (&parts->n_present, inner->n_present);
    add_station_count (&parts->n_received, inner->n_received);
    for (guint i = 0; i < self->n_cells; i++) {
        Added *added = &parts->boxes[i];
        const Added *more = &inner->boxes[i];
        added->sum += more->sum;
        added->n_numbers += more->n_numbers;
        added->n_blank += more->n_blank;
        added->n_absent += more->n_absent;
        added->n_off += more->n_off;
    }
}

/* Returns: the total that @region has of @sumber, or NULL. */
static const Total *
find_total (const Region *region, RecapText sumber)
{
    for (guint i = 0; i < region->totals->len; i++) {
        const Total *total = region->totals->pdata[i];
        if (recap_text_equal (total->form.keys[RECAP_KEY_SUMBER], sumber))
            return total;
    }
    return NULL;
}

/* Remembers the row of totals @form. */
static void
add_total (TotalCheck *self, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    Region *region = top_region (self);

    if (region == NULL || !recap_text_equal_string (kode, region->kode)) {
        region = g_new0 (Region, 1);
        region->kode = g_strndup (kode.bytes, kode.size);
        region->totals = g_ptr_array_new_with_free_func (total_free);
        region->parts = g_ptr_array_new_with_free_func (parts_free);
        g_ptr_array_add (self->regions, region);
    }
    if (find_total (region, form->keys[RECAP_KEY_SUMBER]) != NULL)
        return; /* the register's rule says that it comes twice */
    Total *total = g_new0 (Total, 1);
    total->form = *form;
    for (guint i = 0; i < RECAP_N_KEYS; i++) {
        total->keys[i] = g_strndup (form->keys[i].bytes, form->keys[i].size);
        total->form.keys[i] = recap_text (total->keys[i]);
    }
    total->form.cells = g_memdup2 (form->cells, (self->n_cells + 1) * sizeof (RecapCell));
    total->form.counts = NULL;
    g_ptr_array_add (region->totals, total);
}

void
total_check_take (TotalCheck *self, const RecapForm *form)
{
    gboolean is_total = recap_region_level (form->keys[RECAP_KEY_KODE]) > RECAP_LEVEL_TPS;
    RecapForm copy = *form;

    if (G_LIKELY (!is_total && self->regions->len == 0))
        return;
    if (self->contest != form->contest)
        enter_contest (self, form->contest);
    memcpy (self->cells, form->cells, self->n_cells * sizeof *self->cells);
    self->cells[self->n_cells] = RECAP_CELL_NOT_CARRIED;
    copy.cells = self->cells;
    recap_blanks_mark (self->blanks, copy.cells, TRUE);
    if (is_total)
        add_total (self, &copy);
    else
        add_row (self, top_region (self), &copy);
}

/* ---- comparing ---- */

/* A total that is held against parts. */
typedef struct {
    const Total *total;
    const Parts *parts;
    const RecapRule *rule;
    const char *asal;
} Look;

/* Returns: how many TPS of the register lie in the region of @kode. */
static gint64
count_register (const RecapRegister *stations, RecapText kode)
{
    guint bounds[2]; /* where those of the region begin, and where they end */

    for (guint side = 0; side < 2; side++) {
        guint low = 0, high = recap_register_get_n (stations);
        while (low < high) {
            guint middle = low + (high - low) / 2;
            RecapText found = recap_text (recap_register_get (stations, middle)->kode);
            RecapText head = { found.bytes, MIN (found.size, kode.size) };
            int order = recap_text_compare (head, kode);
            if (order < 0 || (order == 0 && side == 1))
                low = middle + 1;
            else
                high = middle;
        }
        bounds[side] = low;
    }
    return recap_text_equal_string (kode, "0") ? recap_register_get_n (stations)
                                               : bounds[1] - bounds[0];
}

/* Looks for TPS that are missing among the parts.
 *
 * Returns: FALSE when there are; *@ret_present and *@ret_wanted are how many are there and should
 *          be. */
static gboolean
is_complete (const TotalCheck *self, const Look *look, gint64 *ret_present, gint64 *ret_wanted)
{
    const Parts *parts = look->parts;
    RecapText kode = look->total->form.keys[RECAP_KEY_KODE];
    RecapCell received = look->total->form.tallies[RECAP_TALLY_RECEIVED];
    gint64 registered = self->stations != NULL ? count_register (self->stations, kode)
                                               : look->total->form.tallies[RECAP_TALLY_REGISTERED];

    if (received >= 0 && parts->n_received >= 0) {
        *ret_present = parts->n_received;
        *ret_wanted = received;
        if (parts->n_received <= received)
            return parts->n_received == received;
    }
    *ret_present = parts->n_present;
    *ret_wanted = registered;
    return registered < 0 || parts->n_present < 0 || parts->n_present >= registered;
}

static gboolean
give (TotalCheck *self, const Look *look, RecapFinding *finding, GError **error)
{
    finding->sumber_b = recap_text (look->parts->sumber);
    finding->asal_b = recap_text (look->parts->file);
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

/* Appends '10 TPS plano', '7 desa rekap'. */
static void
append_parts (TotalCheck *self, const Parts *parts)
{
    const char *what = parts->level == RECAP_LEVEL_TPS        ? "TPS"
                       : parts->level == RECAP_LEVEL_NASIONAL ? "bagian"
                                                              : recap_level_name (parts->level);
    g_string_append_printf (self->note, "%" PRIu64 " %s %s", parts->n_rows, what, parts->sumber);
}

static gboolean
give_incomplete (TotalCheck *self, const Look *look, gint64 present, gint64 wanted, GError **error)
{
    RecapFinding finding = check_start_finding (&look->total->form, look->rule, look->asal);

    finding.severity = RECAP_SEVERITY_INFO;
    g_string_assign (self->note, "Jumlah tidak dapat diperiksa terhadap ");
    append_parts (self, look->parts);
    g_string_append_printf (self->note, ": %" PRId64 " dari %" PRId64 " TPS ada.", present, wanted);
    return give (self, look, &finding, error);
}

static gboolean
give_difference (TotalCheck *self, const Look *look, guint box, GError **error)
{
    const RecapForm *form = &look->total->form;
    const RecapField *field = recap_schema_get_field (self->schema, form->contest, box);
    RecapFinding finding = check_start_finding (form, look->rule, look->asal);

    finding.isian = recap_text (field->name);
    finding.nilai_a = form->cells[box];
    finding.nilai_b = look->parts->boxes[box].sum;
    g_string_printf (self->note, "%s: %s %" PRId64 " != jumlah ", look->rule->label, field->box,
                     finding.nilai_a);
    append_parts (self, look->parts);
    g_string_append_printf (self->note, " = %" PRId64 ".", finding.nilai_b);
    return give (self, look, &finding, error);
}

/* What came of the boxes of one total. */
typedef struct {
    guint n_held;
    guint n_unchecked;
    GString *unchecked; /* the first of them */
} Outcome;

/* Names a box whose parts are not all there. */
static void
note_unchecked (TotalCheck *self, const Look *look, guint box, Outcome *outcome)
{
    enum { N_NAMED = 5 };
    const Added *added = &look->parts->boxes[box];

    if (outcome->n_unchecked++ >= N_NAMED)
        return;
    const RecapField *field = recap_schema_get_field (self->schema, look->total->form.contest, box);
    g_string_append_printf (outcome->unchecked, "%s%s (%" PRIu64 ")",
                            outcome->n_unchecked > 1 ? ", " : "", field->box,
                            added->n_blank + added->n_absent);
}

static gboolean
compare_boxes (TotalCheck *self, const Look *look, Outcome *outcome, GError **error)
{
    for (guint i = 0; i < self->n_cells; i++) {
        const Added *added = &look->parts->boxes[i];
        RecapCell cell = look->total->form.cells[i];
        if (cell < 0 || added->n_numbers + added->n_blank + added->n_off == 0)
            continue;
        if (added->n_blank + added->n_absent > 0)
            note_unchecked (self, look, i, outcome);
        else if (added->sum == cell)
            outcome->n_held++;
        else if (!give_difference (self, look, i, error))
            return FALSE;
    }
    return TRUE;
}

/* Says, once for all boxes, what could not be checked and, with --all, what holds. */
static gboolean
give_outcome (TotalCheck *self, const Look *look, const Outcome *outcome, GError **error)
{
    RecapFinding finding = check_start_finding (&look->total->form, look->rule, look->asal);
    guint n_named = MIN (outcome->n_unchecked, 5);

    finding.severity = RECAP_SEVERITY_INFO;
    if (outcome->n_unchecked > 0) {
        g_string_printf (self->note, "%u isian tidak dapat diperiksa terhadap ",
                         outcome->n_unchecked);
        append_parts (self, look->parts);
        g_string_append_printf (self->note, ", karena bagiannya kosong: %s",
                                outcome->unchecked->str);
        if (outcome->n_unchecked > n_named)
            g_string_append_printf (self->note, ", dan %u isian lagi",
                                    outcome->n_unchecked - n_named);
        g_string_append_c (self->note, '.');
        if (!give (self, look, &finding, error))
            return FALSE;
    }
    if (!self->all || outcome->n_held == 0)
        return TRUE;
    finding.severity = RECAP_SEVERITY_HELD;
    g_string_printf (self->note, "Terpenuhi: %u isian = jumlah ", outcome->n_held);
    append_parts (self, look->parts);
    g_string_append_c (self->note, '.');
    return give (self, look, &finding, error);
}

static gboolean
compare_parts (TotalCheck *self, const Look *look, GError **error)
{
    Outcome outcome = { 0, 0, NULL };
    gint64 present, wanted;

    if (!is_complete (self, look, &present, &wanted))
        return give_incomplete (self, look, present, wanted, error);
    outcome.unchecked = g_string_new (NULL);
    gboolean ok =
        compare_boxes (self, look, &outcome, error) && give_outcome (self, look, &outcome, error);
    g_string_free (outcome.unchecked, TRUE);
    return ok;
}

/* Holds @total against the parts of its own source, or else of every source that has some. */
static gboolean
compare_total (TotalCheck *self, const Region *region, const Total *total, GError **error)
{
    const RecapForm *form = &total->form;
    const RecapRule *rule;
    gboolean own = FALSE;

    if (!form_check_find_rule (self->forms, form->contest, form->keys[RECAP_KEY_KODE],
                               RECAP_RULE_TOTALS, &rule, error))
        return FALSE;
    g_autofree char *asal = recap_form_origin (form);
    for (guint i = 0; i < region->parts->len; i++)
        own = own || strcmp (((const Parts *)region->parts->pdata[i])->sumber,
                             total->keys[RECAP_KEY_SUMBER]) == 0;
    for (guint i = 0; rule != NULL && i < region->parts->len; i++) {
        const Look look = { total, region->parts->pdata[i], rule, asal };
        if (own && strcmp (look.parts->sumber, total->keys[RECAP_KEY_SUMBER]) != 0)
            continue;
        if (!compare_parts (self, &look, error))
            return FALSE;
    }
    return TRUE;
}

/* Ends @region: what it has is a part of @outer (may be NULL), a total in the place of its own
 * parts. */
static gboolean
finish_region (TotalCheck *self, const Region *region, Region *outer, GError **error)
{
    for (guint i = 0; i < region->totals->len; i++)
        if (!compare_total (self, region, region->totals->pdata[i], error))
            return FALSE;
    if (outer == NULL)
        return TRUE;
    for (guint i = 0; i < region->totals->len; i++)
        add_row (self, outer, &((const Total *)region->totals->pdata[i])->form);
    for (guint i = 0; i < region->parts->len; i++) {
        const Parts *parts = region->parts->pdata[i];
        if (find_total (region, recap_text (parts->sumber)) == NULL)
            add_parts (self, outer, parts);
    }
    return TRUE;
}

gboolean
total_check_leave (TotalCheck *self, const RecapForm *form, GError **error)
{
    for (Region *region; (region = top_region (self)) != NULL;) {
        RecapText kode = form != NULL ? form->keys[RECAP_KEY_KODE] : RECAP_TEXT_EMPTY;
        if (form != NULL && form->contest == self->contest &&
            (recap_text_equal_string (kode, region->kode) ||
             recap_region_contains (recap_text (region->kode), kode)))
            return TRUE;
        Region *outer =
            self->regions->len > 1 ? self->regions->pdata[self->regions->len - 2] : NULL;
        if (!finish_region (self, region, outer, error))
            return FALSE;
        g_ptr_array_set_size (self->regions, (int)self->regions->len - 1);
    }
    return TRUE;
}
