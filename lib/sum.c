#include "config.h"

#include "sum.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "blanks.h"
#include "sum-names.h"

/* What was added for one source in the current region. */
typedef struct {
    char *sumber;
    char *names[4]; /* provinsi, kabko, kecamatan, desa, as far as the level goes */
    const char *file;
    gboolean several_files;
    guint64 n_rows;
    guint64 n_stations; /* of these, forms of one TPS */
    gint64 *sums;
    guint64 *missing;          /* rows with a blank or unreadable cell */
    guint64 *missing_stations; /* of these, forms of one TPS */
    guint64 *absent;           /* rows whose source never has the field */
    guint64 *absent_stations;
    RecapCell *counts; /* TPS behind the rows that are sums; blank when not known */
    RecapCell tallies[RECAP_N_TALLIES];
} Total;

/* A row that other rows may lie in. */
typedef struct {
    char *kode;
    char *sumber;
    char *file;
    guint64 line;
} Outer;

/* A region that is known by its names only. */
typedef struct {
    char *key;     /* normalised names */
    GString *code; /* names as written first */
    GPtrArray *totals;
} Group;

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    guint n_fields;
    const RecapSumOptions *options;
    const RecapSumSink *sink;
    RecapSumSummary summary;
    guint64 n_remarks;

    const RecapContest *contest; /* of the current region */
    GString *region;
    GPtrArray *totals;   /* Total */
    GPtrArray *outers;   /* Outer, from the largest to the smallest */
    gboolean *votes;     /* which fields are votes */
    RecapBlanks *blanks; /* of the contest blanks_contest; made when a cell gives no number */
    const RecapContest *blanks_contest;
    RecapCell *cells; /* of such a form, those marked that need not be filled */
    guint next_station;

    GHashTable *by_names; /* key -> Group */
    GPtrArray *groups;    /* of Group */
    RecapSumNames *seen;  /* rows without a code that tells their region */
} Sum;

static void
group_free (gpointer data)
{
    Group *group = data;
    g_free (group->key);
    g_string_free (group->code, TRUE);
    g_ptr_array_unref (group->totals);
    g_free (group);
}

static void
total_free (gpointer data)
{
    Total *total = data;
    for (guint i = 0; i < G_N_ELEMENTS (total->names); i++)
        g_free (total->names[i]);
    g_free (total->sumber);
    g_free (total->sums);
    g_free (total->missing);
    g_free (total->missing_stations);
    g_free (total->absent);
    g_free (total->absent_stations);
    g_free (total->counts);
    g_free (total);
}

static void
outer_free (gpointer data)
{
    Outer *outer = data;
    g_free (outer->kode);
    g_free (outer->sumber);
    g_free (outer->file);
    g_free (outer);
}

/* ---- remarks ---- */

static void G_GNUC_PRINTF (3, 4) remark (Sum *self, const RecapForm *form, const char *format, ...)
{
    va_list arguments;

    if (self->n_remarks++ >= self->sink->max_remarks)
        return;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);

    RecapOrigin origin = { form->file, form->line, 0 };
    g_autoptr (GError) error = NULL;
    recap_error_set (&error, RECAP_ERROR_SCHEMA, form->file != NULL ? &origin : NULL, "%s",
                     message);
    self->sink->remark (error, self->sink->data);
}

static char *
show (RecapText text)
{
    return recap_text_display (text.bytes, text.size);
}

/* ---- one region ---- */

static int
compare_totals (gconstpointer a, gconstpointer b)
{
    const Total *const *x = a;
    const Total *const *y = b;
    return strcmp ((*x)->sumber, (*y)->sumber);
}

/* How many names a sum of the level has: those of its region and of what lies above. */
static guint
n_names (RecapLevel level)
{
    return level >= RECAP_LEVEL_NASIONAL ? 0 : (guint)(RECAP_LEVEL_PROVINSI - level) + 1;
}

/* The stations of the register in the current region; those before it had no form at all. */
static guint64
count_stations (Sum *self)
{
    const RecapRegister *stations = self->options->stations;
    RecapText region = { self->region->str, self->region->len };
    guint64 n = 0;

    if (self->options->level == RECAP_LEVEL_NASIONAL)
        return recap_register_get_n (stations);
    for (guint i = self->next_station; i < recap_register_get_n (stations); i++) {
        RecapText kode = recap_text (recap_register_get (stations, i)->kode);
        if (recap_region_has_prefix (kode, region))
            n++;
        else if (recap_text_compare (kode, region) > 0)
            break;
    }
    return n;
}

static RecapCell
sum_of (const Total *total, guint field)
{
    if (total->missing[field] + total->absent[field] < total->n_rows)
        return total->sums[field];
    return total->absent[field] == total->n_rows ? RECAP_CELL_NOT_CARRIED : RECAP_CELL_BLANK;
}

/* A field that some rows of the sum have and others, from another table, never have. */
static void
remark_absent (Sum *self, const Total *total, const RecapForm *sum)
{
    for (guint i = 0; i < self->n_fields; i++)
        if (total->absent[i] > 0 && total->absent[i] < total->n_rows) {
            g_autofree char *kode = show (sum->keys[RECAP_KEY_KODE]);
            g_autofree char *sumber = show (sum->keys[RECAP_KEY_SUMBER]);
            RecapForm nowhere = { .file = NULL };
            self->summary.n_missing += total->absent[i];
            remark (self, &nowhere, _ ("%s %s: %" PRIu64 " of %" PRIu64 " rows do not carry '%s'"),
                    kode, sumber, total->absent[i], total->n_rows,
                    recap_schema_get_name (self->schema, i));
        }
}

static gboolean
check_limit (const Total *total, const RecapForm *sum, guint n_fields, GError **error)
{
    for (guint i = 0; i < n_fields; i++)
        if (total->sums[i] > RECAP_COUNT_MAX) {
            g_autofree char *kode = show (sum->keys[RECAP_KEY_KODE]);
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("a sum of '%s' exceeds %" PRId64),
                             kode, RECAP_COUNT_MAX);
            return FALSE;
        }
    return TRUE;
}

static gboolean
give_total (Sum *self, Total *total, GError **error)
{
    static const RecapKey name_keys[] = { RECAP_KEY_PROVINSI, RECAP_KEY_KABKO, RECAP_KEY_KECAMATAN,
                                          RECAP_KEY_DESA };
    g_autofree RecapCell *cells = g_new (RecapCell, MAX (self->n_fields, 1));
    RecapForm sum = { .contest = self->contest, .cells = cells };

    sum.keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    sum.keys[RECAP_KEY_KODE] = (RecapText){ self->region->str, self->region->len };
    sum.keys[RECAP_KEY_SUMBER] = recap_text (total->sumber);
    for (guint i = 0; i < G_N_ELEMENTS (name_keys); i++)
        sum.keys[name_keys[i]] = recap_text (total->names[i]);
    for (RecapKey key = RECAP_KEY_TPS; key <= RECAP_KEY_PSU; key++)
        sum.keys[key] = RECAP_TEXT_EMPTY;
    sum.keys[RECAP_KEY_ASAL] = total->several_files ? RECAP_TEXT_EMPTY : recap_text (total->file);
    for (guint i = 0; i < self->n_fields; i++)
        cells[i] = sum_of (total, i);
    memcpy (sum.tallies, total->tallies, sizeof sum.tallies);
    /* Names are not looked for in the register: how many TPS there should be is not known. */
    if (recap_region_level (sum.keys[RECAP_KEY_KODE]) == RECAP_LEVEL_OPAQUE)
        sum.tallies[RECAP_TALLY_REGISTERED] = RECAP_CELL_BLANK;
    else if (self->options->stations != NULL)
        sum.tallies[RECAP_TALLY_REGISTERED] = (RecapCell)count_stations (self);

    if (!check_limit (total, &sum, self->n_fields, error))
        return FALSE;
    remark_absent (self, total, &sum);
    RecapCell registered = sum.tallies[RECAP_TALLY_REGISTERED];
    RecapCell received = sum.tallies[RECAP_TALLY_RECEIVED];
    if (registered > received && received >= 0) {
        g_autofree char *kode = show (sum.keys[RECAP_KEY_KODE]);
        g_autofree char *sumber = show (sum.keys[RECAP_KEY_SUMBER]);
        RecapForm nowhere = { .file = NULL };
        self->summary.n_absent += (guint64)(registered - received);
        remark (self, &nowhere, _ ("%s %s: votes of %" PRId64 " of %" PRId64 " registered TPS"),
                kode, sumber, received, registered);
    }
    for (guint i = 0; i < self->n_fields; i++)
        if (total->counts[i] >= 0)
            total->counts[i] += (RecapCell)(total->n_stations - total->missing_stations[i] -
                                            total->absent_stations[i]);
    self->summary.n_sums++;
    self->sink->sum (&sum, total->counts, self->sink->data);
    return TRUE;
}

/* Gives the sums of the current region and forgets it. */
static gboolean
finish_region (Sum *self, GError **error)
{
    g_ptr_array_sort (self->totals, compare_totals);
    for (guint i = 0; i < self->totals->len; i++)
        if (!give_total (self, self->totals->pdata[i], error))
            return FALSE;
    g_ptr_array_set_size (self->totals, 0);
    return TRUE;
}

/* Goes on in the register behind the current region; what lies between had no form at all. */
static void
skip_stations (Sum *self, RecapText next_region)
{
    const RecapRegister *stations = self->options->stations;
    if (stations == NULL || self->options->level == RECAP_LEVEL_NASIONAL)
        return;
    for (; self->next_station < recap_register_get_n (stations); self->next_station++) {
        const RecapStation *station = recap_register_get (stations, self->next_station);
        RecapText kode = recap_text (station->kode);
        if (next_region.size > 0 && recap_text_compare (kode, next_region) >= 0)
            return;
        if (self->region->len > 0 &&
            recap_region_has_prefix (kode, (RecapText){ self->region->str, self->region->len }))
            continue;
        RecapForm place = { .file = recap_register_get_file (stations), .line = station->line };
        g_autofree char *shown = show (kode);
        self->summary.n_absent++;
        remark (self, &place, _ ("no form of the whole region of station '%s'"), shown);
    }
}

/* ---- regions by names ---- */

static int
compare_groups (gconstpointer a, gconstpointer b)
{
    const Group *const *x = a;
    const Group *const *y = b;
    return strcmp ((*x)->code->str, (*y)->code->str);
}

/* The last name in the key of @group; *@ret_above is how much of the key lies before it. */
static const char *
last_name (const Group *group, gsize *ret_above)
{
    gsize end = strlen (group->key) - 1;
    while (end > 0 && group->key[end - 1] != '\x1f')
        end--;
    *ret_above = end;
    return group->key + end;
}

/* Two names of one region that differ by a letter are two sums, but this must be known. */
static void
remark_alike (Sum *self, const Group *one, const Group *other)
{
    gsize above_one;
    gsize above_other;
    const char *name_one = last_name (one, &above_one);
    const char *name_other = last_name (other, &above_other);
    RecapForm nowhere = { .file = NULL };

    if (above_one != above_other || strncmp (one->key, other->key, above_one) != 0 ||
        !recap_sum_names_alike (name_one, name_other))
        return;
    g_autofree char *left = show (recap_text (one->code->str));
    g_autofree char *right = show (recap_text (other->code->str));
    remark (self, &nowhere, _ ("'%s' and '%s' differ by one letter: are they one region?"), left,
            right);
}

/* Compares the names of regions that lie in the same region: they follow each other. */
static void
find_alike (Sum *self)
{
    for (guint i = 0; i < self->groups->len; i++)
        for (guint j = i + 1; j < self->groups->len; j++) {
            const Group *one = self->groups->pdata[i];
            const Group *other = self->groups->pdata[j];
            gsize above;
            last_name (one, &above);
            if (strncmp (one->key, other->key, above) != 0)
                break;
            remark_alike (self, one, other);
        }
}

/* Lets what works on the current region work on @group, and back. */
static void
swap_region (Sum *self, Group *group)
{
    GString *code = self->region;
    GPtrArray *totals = self->totals;
    self->region = group->code;
    self->totals = group->totals;
    group->code = code;
    group->totals = totals;
}

static gboolean
finish_groups (Sum *self, GError **error)
{
    gboolean ok = TRUE;

    g_ptr_array_sort (self->groups, compare_groups);
    find_alike (self);
    for (guint i = 0; i < self->groups->len && ok; i++) {
        swap_region (self, self->groups->pdata[i]);
        ok = finish_region (self, error);
        swap_region (self, self->groups->pdata[i]);
    }
    g_hash_table_remove_all (self->by_names);
    g_ptr_array_set_size (self->groups, 0);
    recap_sum_names_reset (self->seen);
    return ok;
}

static Group *
group_for (Sum *self, const RecapForm *form, const char *code)
{
    g_autofree char *key = recap_sum_names_key (form, self->options->level);
    Group *group = g_hash_table_lookup (self->by_names, key);

    if (group != NULL)
        return group;
    group = g_new (Group, 1);
    *group = (Group){ g_steal_pointer (&key), g_string_new (code),
                      g_ptr_array_new_with_free_func (total_free) };
    g_hash_table_insert (self->by_names, group->key, group);
    g_ptr_array_add (self->groups, group);
    return group;
}

/* ---- rows ---- */

static void
enter_contest (Sum *self, const RecapContest *contest)
{
    self->contest = contest;
    self->next_station = 0;
    for (guint i = 0; i < self->n_fields; i++) {
        const RecapField *field = recap_schema_get_field (self->schema, contest, i);
        self->votes[i] = field != NULL && field->role != RECAP_ROLE_ADMIN;
    }
    g_ptr_array_set_size (self->outers, 0);
}

static gboolean
enter_region (Sum *self, const RecapForm *form, RecapText region, GError **error)
{
    gboolean same = self->contest == form->contest;

    if (same && recap_text_equal_string (region, self->region->str))
        return TRUE;
    if (!finish_region (self, error) || (!same && !finish_groups (self, error)))
        return FALSE;
    if (self->contest != NULL)
        skip_stations (self, same ? region : RECAP_TEXT_EMPTY);
    if (!same) {
        enter_contest (self, form->contest);
        g_string_truncate (self->region, 0);
        skip_stations (self, region);
    }
    recap_text_assign (region, self->region);
    return TRUE;
}

/* Returns: what is added for the source of @form, begun when it is new. */
static Total *
total_for (Sum *self, const RecapForm *form)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    for (guint i = 0; i < self->totals->len; i++) {
        Total *total = self->totals->pdata[i];
        if (recap_text_equal_string (sumber, total->sumber))
            return total;
    }
    Total *total = g_new0 (Total, 1);
    guint n = MAX (self->n_fields, 1);
    total->sumber = g_strndup (sumber.bytes, sumber.size);
    total->file = form->file;
    total->sums = g_new0 (gint64, n);
    total->missing = g_new0 (guint64, n);
    total->missing_stations = g_new0 (guint64, n);
    total->absent = g_new0 (guint64, n);
    total->absent_stations = g_new0 (guint64, n);
    total->counts = g_new0 (RecapCell, n);
    total->tallies[RECAP_TALLY_REGISTERED] =
        recap_sum_level (form) <= RECAP_LEVEL_TPS ? RECAP_CELL_BLANK : 0;
    g_ptr_array_add (self->totals, total);
    return total;
}

/* The names of the region and of those above come from its first row; another spelling is said. */
static void
take_names (Sum *self, Total *total, const RecapForm *form)
{
    for (guint i = 0; i < n_names (self->options->level); i++) {
        RecapText name = form->keys[RECAP_KEY_PROVINSI + i];
        if (name.size == 0)
            continue;
        if (total->names[i] == NULL) {
            total->names[i] = g_strndup (name.bytes, name.size);
        } else if (G_UNLIKELY (!recap_text_equal_string (name, total->names[i]))) {
            g_autofree char *one = show (recap_text (total->names[i]));
            g_autofree char *other = show (name);
            self->summary.n_renamed++;
            remark (self, form, _ ("region %s is called '%s' here and '%s' before"),
                    self->region->str, other, one);
        }
    }
}

static gboolean
add (gint64 *sum, gint64 value, GError **error)
{
    if (G_LIKELY (!__builtin_add_overflow (*sum, value, sum)))
        return TRUE;
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL, _ ("a sum exceeds 64 bits"));
    return FALSE;
}

/* Says which cells of a form are not in the sum; of many the first few by their boxes. */
static void
remark_missing (Sum *self, const RecapForm *form, guint n, const char *boxes)
{
    g_autofree char *kode = show (form->keys[RECAP_KEY_KODE]);

    if (recap_form_is_empty (form, self->n_fields))
        remark (self, form, _ ("%s: the form has no number, nothing of it is in the sum"), kode);
    else
        remark (self, form,
                g_dngettext (GETTEXT_PACKAGE,
                             "%s: %u cell is blank or unreadable, not in the sum: %s",
                             "%s: %u cells are blank or unreadable, not in the sum: %s", n),
                kode, n, boxes);
}

/* The cells that give no number. */
static void
miss_cells (Sum *self, Total *total, const RecapForm *form, gboolean is_sum)
{
    enum { NAMED = 4 };
    g_autoptr (GString) boxes = g_string_new (NULL);
    guint n = 0;

    for (guint i = 0; i < self->n_fields; i++) {
        RecapCell cell = form->cells[i];
        if (cell >= 0)
            continue;
        gboolean absent = cell == RECAP_CELL_NOT_CARRIED;
        (absent ? total->absent : total->missing)[i]++;
        if (!is_sum)
            (absent ? total->absent_stations : total->missing_stations)[i]++;
        if (absent || cell == RECAP_CELL_OFF_BALLOT)
            continue;
        const RecapField *box = recap_schema_get_field (self->schema, form->contest, i);
        if (n < NAMED)
            g_string_append_printf (boxes, "%s%s (%s)", n > 0 ? ", " : "", box->name, box->box);
        n++;
    }
    if (n > NAMED)
        g_string_append (boxes, " ...");
    self->summary.n_missing += n;
    if (n > 0)
        remark_missing (self, form, n, boxes->str);
}

/* How many TPS stand behind a row that is a sum, in each field. */
static void
add_counts (Sum *self, Total *total, const RecapForm *form)
{
    for (guint i = 0; i < self->n_fields; i++) {
        RecapCell n = form->counts != NULL ? form->counts[i] : RECAP_CELL_BLANK;
        if (n < 0)
            total->counts[i] = RECAP_CELL_BLANK;
        else if (total->counts[i] >= 0)
            total->counts[i] += n;
    }
}

/* One form adds itself to the tallies, a sum what it has; once unknown, unknown for ever. */
static void
add_tallies (Total *total, const RecapForm *form, gboolean is_sum, gboolean has_votes,
             gboolean complete)
{
    const RecapCell one[RECAP_N_TALLIES] = {
        [RECAP_TALLY_REGISTERED] = RECAP_CELL_BLANK,
        [RECAP_TALLY_RECEIVED] = has_votes ? 1 : 0,
        [RECAP_TALLY_COMPLETE] = complete ? 1 : 0,
    };
    const RecapCell *more = is_sum ? form->tallies : one;

    for (guint i = 0; i < RECAP_N_TALLIES; i++) {
        if (more[i] < 0)
            total->tallies[i] = RECAP_CELL_BLANK;
        else if (total->tallies[i] >= 0)
            total->tallies[i] += more[i];
    }
}

/* A sum that says itself that something is missing must not lose its word. */
static void
check_incomplete (Sum *self, const RecapForm *form)
{
    RecapCell received = form->tallies[RECAP_TALLY_RECEIVED];
    RecapCell complete = form->tallies[RECAP_TALLY_COMPLETE];
    g_autofree char *kode = NULL;

    if (received < 0 || complete < 0 || complete >= received)
        return;
    kode = show (form->keys[RECAP_KEY_KODE]);
    self->summary.n_incomplete++;
    remark (self, form, _ ("%s is an incomplete sum: %" PRId64 " of %" PRId64 " TPS are complete"),
            kode, complete, received);
}

/* Marks the blanks of @form that need not be filled: its cells are then a copy.
 *
 * Returns: whether the others are all numbers, as far as the source has the fields. */
static gboolean
mark_blanks (Sum *self, RecapForm *form)
{
    if (self->blanks_contest != form->contest) {
        recap_blanks_free (self->blanks);
        self->blanks = recap_blanks_new (self->schema, form->contest);
        self->blanks_contest = form->contest;
    }
    if (self->cells == NULL)
        self->cells = g_new (RecapCell, self->n_fields);
    memcpy (self->cells, form->cells, self->n_fields * sizeof *self->cells);
    form->cells = self->cells;
    recap_blanks_mark (self->blanks, form->cells, TRUE);
    for (guint i = 0; i < self->n_fields; i++)
        if (form->cells[i] == RECAP_CELL_BLANK || form->cells[i] == RECAP_CELL_UNREADABLE)
            return FALSE;
    return TRUE;
}

static gboolean
add_form (Sum *self, Total *total, const RecapForm *form, GError **error)
{
    gboolean is_sum = recap_sum_level (form) > RECAP_LEVEL_TPS;
    gboolean has_votes = FALSE;
    gboolean complete = TRUE;
    gboolean whole = TRUE; /* every cell is a number: the usual case */
    RecapForm marked = *form;

    for (guint i = 0; i < self->n_fields; i++) {
        RecapCell cell = form->cells[i];
        if (G_LIKELY (cell >= 0)) {
            has_votes |= self->votes[i];
            if (!add (&total->sums[i], cell, error))
                return FALSE;
        } else {
            whole = FALSE;
            complete &= cell == RECAP_CELL_NOT_CARRIED;
        }
    }
    if (!complete)
        complete = mark_blanks (self, &marked);
    total->n_rows++;
    total->n_stations += !is_sum;
    total->several_files |= total->file != form->file;
    if (!whole)
        miss_cells (self, total, &marked, is_sum);
    if (is_sum)
        add_counts (self, total, form);
    add_tallies (total, form, is_sum, has_votes, complete);
    if (is_sum)
        check_incomplete (self, form);
    return TRUE;
}

/* A row must not lie in a row of the same source: it would be counted twice. Containing codes are
 * beginnings of the contained and come before them; '0' comes before all. */
static gboolean
check_outers (Sum *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];

    while (self->outers->len > 0) {
        const Outer *last = self->outers->pdata[self->outers->len - 1];
        if (recap_text_equal_string (kode, last->kode) ||
            recap_region_contains (recap_text (last->kode), kode))
            break;
        g_ptr_array_set_size (self->outers, (int)self->outers->len - 1);
    }
    for (guint i = 0; i < self->outers->len; i++) {
        const Outer *outer = self->outers->pdata[i];
        if (!recap_text_equal_string (sumber, outer->sumber) ||
            recap_text_equal_string (kode, outer->kode))
            continue;
        RecapOrigin origin = { form->file, form->line, 0 };
        RecapOrigin first = { outer->file, outer->line, 0 };
        g_autofree char *place = recap_origin_format (&first);
        g_autofree char *shown = show (kode);
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("'%s' lies in '%s' at %s: it would be counted twice"), shown,
                         outer->kode, place);
        recap_error_set_hint (error, _ ("sum the TPS or the sums, not both"));
        return FALSE;
    }
    if (recap_region_level (kode) > RECAP_LEVEL_TPS) {
        Outer *outer = g_new (Outer, 1);
        *outer = (Outer){ g_strndup (kode.bytes, kode.size), g_strndup (sumber.bytes, sumber.size),
                          g_strdup (form->file), form->line };
        g_ptr_array_add (self->outers, outer);
    }
    return TRUE;
}

static gboolean
find_region (const Sum *self, const RecapForm *form, RecapText *ret_region, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    *ret_region = recap_region_at (kode, self->options->level);
    if (ret_region->size > 0)
        return TRUE;

    RecapOrigin origin = { form->file, form->line, 0 };
    RecapLevel level = recap_sum_level (form);
    g_autofree char *shown = show (kode);
    if (level <= self->options->level) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("code '%s' has no %s"), shown,
                         recap_level_name (self->options->level));
        recap_error_set_hint (
            error, _ ("only codes of 13, 10, 6, 4 or 2 digits tell their region; without "
                      "them the names must"));
    } else {
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("'%s' is a row of level %s, which cannot be summed by %s"), shown,
                         recap_level_name (level), recap_level_name (self->options->level));
    }
    return FALSE;
}

static gboolean
add_row (Sum *self, const RecapForm *form, GError **error)
{
    Total *total = total_for (self, form);
    take_names (self, total, form);
    return add_form (self, total, form, error);
}

/* A row whose code tells no region: its names do. The nation needs no name. */
static gboolean
add_by_names (Sum *self, const RecapForm *form, const char *code, GError **error)
{
    if (self->contest != form->contest && !enter_region (self, form, RECAP_TEXT_EMPTY, error))
        return FALSE;
    Group *group = group_for (self, form, code);
    swap_region (self, group);
    gboolean ok = add_row (self, form, error);
    swap_region (self, group);
    return ok;
}

static gboolean
add_by_code (Sum *self, const RecapForm *form, GError **error)
{
    RecapText region;

    return find_region (self, form, &region, error) && enter_region (self, form, region, error) &&
           check_outers (self, form, error) && add_row (self, form, error);
}

static gboolean
add_next (Sum *self, const RecapForm *form, GError **error)
{
    RecapLevel level = recap_sum_level (form);
    gboolean opaque = recap_region_level (form->keys[RECAP_KEY_KODE]) == RECAP_LEVEL_OPAQUE;
    g_autofree char *code = opaque && level <= self->options->level
                                ? recap_sum_names_code (form, self->options->level)
                                : NULL;

    if (!(code != NULL ? add_by_names (self, form, code, error) : add_by_code (self, form, error)))
        return FALSE;
    if (!opaque || level == RECAP_LEVEL_OPAQUE)
        return TRUE;
    g_autofree char *doubt = NULL;
    if (!recap_sum_names_add (self->seen, form, level, &doubt, error))
        return FALSE;
    if (doubt != NULL)
        remark (self, form, "%s", doubt);
    return TRUE;
}

static gboolean
sum_all (RecapTables *tables, gpointer data, GError **error)
{
    Sum *self = data;
    RecapForm *form;

    for (;;) {
        if (!recap_tables_merge (tables, FALSE, &form, error))
            return FALSE;
        if (form == NULL)
            break;
        if (!add_next (self, form, error))
            return FALSE;
        self->summary.n_forms++;
    }
    if (!finish_region (self, error) || !finish_groups (self, error))
        return FALSE;
    if (self->contest != NULL)
        skip_stations (self, RECAP_TEXT_EMPTY);
    return TRUE;
}

static void
start_again (gpointer data)
{
    Sum *self = data;
    self->summary = (RecapSumSummary){ 0 };
    self->n_remarks = 0;
    self->contest = NULL;
    self->next_station = 0;
    g_string_truncate (self->region, 0);
    g_ptr_array_set_size (self->totals, 0);
    g_ptr_array_set_size (self->outers, 0);
    g_hash_table_remove_all (self->by_names);
    g_ptr_array_set_size (self->groups, 0);
    recap_sum_names_reset (self->seen);
    self->sink->reset (self->sink->data);
}

gboolean
recap_sum_run (RecapTables *tables, const RecapSumOptions *options, const RecapSumSink *sink,
               RecapSumSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && sink != NULL, FALSE);
    g_return_val_if_fail (options->level > RECAP_LEVEL_TPS, FALSE);

    Sum self = {
        .tables = tables,
        .schema = recap_tables_get_schema (tables),
        .options = options,
        .sink = sink,
        .region = g_string_new (NULL),
        .totals = g_ptr_array_new_with_free_func (total_free),
        .outers = g_ptr_array_new_with_free_func (outer_free),
        .by_names = g_hash_table_new (g_str_hash, g_str_equal),
        .groups = g_ptr_array_new_with_free_func (group_free),
        .seen = recap_sum_names_new (),
    };
    self.n_fields = recap_schema_get_n (self.schema);
    self.votes = g_new0 (gboolean, MAX (self.n_fields, 1));

    gboolean ok = recap_tables_run (tables, sum_all, start_again, &self, error);
    g_free (self.votes);
    g_free (self.cells);
    recap_blanks_free (self.blanks);
    g_ptr_array_unref (self.totals);
    g_ptr_array_unref (self.outers);
    g_hash_table_unref (self.by_names);
    g_ptr_array_unref (self.groups);
    recap_sum_names_free (self.seen);
    g_string_free (self.region, TRUE);
    self.summary.n_remarks = self.n_remarks;
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
