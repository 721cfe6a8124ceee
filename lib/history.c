#include "config.h"

#include "history.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "region.h"

/* One form of the key at hand. */
typedef struct {
    const RecapForm *form;
    RecapText source; /* its label without a time */
    guint table;      /* that it is from */
    guint index;      /* place among the forms of the key */
} Snapshot;

typedef struct {
    RecapTables *tables;
    const RecapSchema *schema;
    const RecapHistoryOptions *options;
    RecapText region;
    RecapFindingFunc finding;
    void (*reset) (gpointer data);
    gpointer data;
    RecapHistorySummary summary;
    gboolean any;              /* some form was of the region */
    guint n_times;             /* tables of the source */
    gboolean tables_are_times; /* and not one of newest forms and one of older ones */
    GArray *fields;            /* guint, those that are compared */

    /* Of one key. */
    RecapTable *forms;
    GArray *snapshots;      /* Snapshot */
    const RecapForm *plano; /* NULL: none */
    GString *note;
} History;

/* ---- words ---- */

/* The time of a form, or the table where it stands. */
static void
append_time (GString *out, const RecapForm *form)
{
    RecapText waktu = form->keys[RECAP_KEY_WAKTU];
    if (waktu.size > 0)
        recap_text_append (waktu, out);
    else
        g_string_append (out, form->file);
}

static gboolean
give (History *self, const RecapForm *before, const RecapForm *after, RecapFinding *finding,
      GError **error)
{
    g_autofree char *asal_a = before != NULL ? recap_form_origin (before) : NULL;
    g_autofree char *asal_b = after != NULL ? recap_form_origin (after) : NULL;

    const RecapForm *form = after != NULL ? after : before;

    recap_finding_set_place (finding, form);
    finding->aturan = recap_text ("D12");
    finding->severity = RECAP_SEVERITY_INFO;
    finding->sumber_a = (before != NULL ? before : form)->keys[RECAP_KEY_SUMBER];
    finding->sumber_b = form->keys[RECAP_KEY_SUMBER];
    finding->asal_a = recap_text (asal_a);
    finding->asal_b = recap_text (asal_b);
    finding->keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (finding, self->data, error);
}

/* ---- one cell ---- */

/* Appends where the change went, seen from the plano. */
static void
append_direction (History *self, guint field, RecapCell before, RecapCell after)
{
    RecapCell plano = self->plano != NULL ? self->plano->cells[field] : RECAP_CELL_NOT_CARRIED;
    const char *words = "sama jauhnya dari";

    if (!recap_cell_is_number (plano))
        return;
    gint64 a = recap_cell_is_number (before) ? ABS (before - plano) : G_MAXINT64;
    gint64 b = recap_cell_is_number (after) ? ABS (after - plano) : G_MAXINT64;
    if (b < a) {
        words = b == 0 ? "menjadi sama dengan" : "mendekati";
        self->summary.n_toward++;
    } else if (b > a) {
        words = a == 0 ? "menjauhi, semula sama dengan" : "menjauhi";
        self->summary.n_away++;
    }
    g_string_append_printf (self->note, "; %s plano (%" PRId64 ")", words, plano);
}

/* 'IV.1 Paslon 1: 60 pada 2024-02-15T00:46:45, menjadi 80 pada 2024-02-16T07:00:00 (selisih +20);
 * menjauhi plano (60).' */
static gboolean
give_cell (History *self, const RecapForm *before, const RecapForm *after, guint field,
           GError **error)
{
    RecapCell a = before->cells[field];
    RecapCell b = after->cells[field];
    const RecapField *box = recap_schema_get_field (self->schema, after->contest, field);
    RecapFinding finding = { .nilai_a = a, .nilai_b = b, .isian = recap_text (box->name) };
    GString *out = self->note;

    g_string_printf (out, "%s %s: ", box->box, box->short_label);
    recap_cell_append (a, out);
    g_string_append (out, " pada ");
    append_time (out, before);
    g_string_append (out, ", menjadi ");
    recap_cell_append (b, out);
    g_string_append (out, " pada ");
    append_time (out, after);
    if (recap_cell_is_number (a) && recap_cell_is_number (b))
        g_string_append_printf (out, " (selisih %+" PRId64 ")", b - a);
    append_direction (self, field, a, b);
    g_string_append_c (out, '.');
    self->summary.n_changes++;
    return give (self, before, after, &finding, error);
}

/* ---- a form as a whole ---- */

/* Appends how much of @form is like the plano. */
static void
append_likeness (const History *self, const RecapForm *form)
{
    guint n = 0;
    guint alike = 0;

    for (guint i = 0; i < self->fields->len && self->plano != NULL; i++) {
        guint field = g_array_index (self->fields, guint, i);
        if (!recap_cell_is_number (self->plano->cells[field]) ||
            form->cells[field] == RECAP_CELL_NOT_CARRIED)
            continue;
        n++;
        alike += form->cells[field] == self->plano->cells[field];
    }
    if (n > 0)
        g_string_append_printf (self->note, "; %u dari %u isian sama dengan plano", alike, n);
}

/* A form that was filled in, or emptied, is one finding and not one for each box. */
static gboolean
give_filled (History *self, const RecapForm *before, const RecapForm *after, gboolean emptied,
             GError **error)
{
    RecapFinding finding = { .nilai_a = RECAP_CELL_NOT_CARRIED, .nilai_b = RECAP_CELL_NOT_CARRIED };

    g_string_assign (self->note,
                     emptied ? "Formulir berisi angka pada " : "Formulir kosong seluruhnya pada ");
    append_time (self->note, before);
    g_string_append (self->note, emptied ? ", kosong seluruhnya pada " : ", berisi angka pada ");
    append_time (self->note, after);
    append_likeness (self, emptied ? before : after);
    g_string_append_c (self->note, '.');
    return give (self, before, after, &finding, error);
}

/* A form that one table has and the one before, or behind, has not. */
static gboolean
give_appearance (History *self, const RecapForm *form, guint other, gboolean gone, GError **error)
{
    RecapFinding finding = { .nilai_a = RECAP_CELL_NOT_CARRIED, .nilai_b = RECAP_CELL_NOT_CARRIED };

    g_string_assign (self->note, "Formulir ada pada ");
    append_time (self->note, form);
    g_string_append_printf (
        self->note, ", %s %s", gone ? "tidak ada lagi pada" : "belum ada pada",
        recap_table_reader_get_name (recap_tables_get_reader (self->tables, other)));
    append_likeness (self, form);
    g_string_append_c (self->note, '.');
    return give (self, gone ? form : NULL, gone ? NULL : form, &finding, error);
}

/* ---- one source ---- */

static gboolean
is_empty (const History *self, const RecapForm *form)
{
    for (guint i = 0; i < self->fields->len; i++) {
        RecapCell cell = form->cells[g_array_index (self->fields, guint, i)];
        if (cell != RECAP_CELL_BLANK && cell != RECAP_CELL_NOT_CARRIED)
            return FALSE;
    }
    return TRUE;
}

static gboolean
compare (History *self, const RecapForm *before, const RecapForm *after, GError **error)
{
    gboolean was_empty = is_empty (self, before);
    gboolean is_now_empty = is_empty (self, after);

    if (was_empty != is_now_empty)
        return give_filled (self, before, after, is_now_empty, error);
    for (guint i = 0; i < self->fields->len; i++) {
        guint field = g_array_index (self->fields, guint, i);
        RecapCell a = before->cells[field];
        RecapCell b = after->cells[field];
        if (a != b && a != RECAP_CELL_NOT_CARRIED && b != RECAP_CELL_NOT_CARRIED &&
            !give_cell (self, before, after, field, error))
            return FALSE;
    }
    return TRUE;
}

static const Snapshot *
snapshot_at (const History *self, guint index)
{
    return &g_array_index (self->snapshots, Snapshot, index);
}

/* Says that the forms from @begin to @end are missing in the tables before the first that has one,
 * or behind the last. */
static gboolean
compare_presence (History *self, guint begin, guint end, gboolean gone, GError **error)
{
    const Snapshot *outer = snapshot_at (self, begin);

    if (!self->tables_are_times)
        return TRUE;
    for (guint i = begin + 1; i < end; i++) {
        const Snapshot *snapshot = snapshot_at (self, i);
        if (gone ? snapshot->table > outer->table : snapshot->table < outer->table)
            outer = snapshot;
    }
    if (gone ? outer->table + 1 >= self->n_times : outer->table == 0)
        return TRUE;
    return give_appearance (self, outer->form, gone ? outer->table + 1 : outer->table - 1, gone,
                            error);
}

/* Follows one source from its first form to its last. */
static gboolean
follow (History *self, guint begin, guint end, GError **error)
{
    if (!compare_presence (self, begin, end, FALSE, error))
        return FALSE;
    for (guint i = begin + 1; i < end; i++)
        if (!compare (self, snapshot_at (self, i - 1)->form, snapshot_at (self, i)->form, error))
            return FALSE;
    return compare_presence (self, begin, end, TRUE, error);
}

/* ---- one key ---- */

/* By source, then by time; forms without one stay in the order of the tables. */
static gint
snapshot_compare (gconstpointer a, gconstpointer b)
{
    const Snapshot *x = a;
    const Snapshot *y = b;
    RecapText at_x = x->form->keys[RECAP_KEY_WAKTU];
    RecapText at_y = y->form->keys[RECAP_KEY_WAKTU];
    int order = recap_text_compare (x->source, y->source);

    if (order == 0)
        order = recap_text_compare (at_x, at_y);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static guint
find_table (const History *self, const RecapForm *form)
{
    guint n = recap_tables_get_n (self->tables);

    for (guint i = 0; i < n; i++)
        if (strcmp (recap_table_reader_get_name (recap_tables_get_reader (self->tables, i)),
                    form->file) == 0)
            return i;
    return n - 1;
}

/* Returns: the label of a source without the time of an older form: 'sirekap' of 'sirekap@TIME'. */
static RecapText
source_of (const RecapForm *form)
{
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    const char *at = sumber.size > 0 ? memchr (sumber.bytes, '@', sumber.size) : NULL;
    return at != NULL ? (RecapText){ sumber.bytes, (gsize)(at - sumber.bytes) } : sumber;
}

/* Gives what changed for the key whose forms were gathered, and forgets them. */
static gboolean
finish_key (History *self, GError **error)
{
    guint begin = 0;

    self->plano = NULL;
    g_array_set_size (self->snapshots, 0);
    for (guint i = 0; i < recap_table_get_n (self->forms); i++) {
        const RecapForm *form = recap_table_get (self->forms, i);
        Snapshot snapshot = { form, source_of (form), find_table (self, form), i };
        if (self->options->has_plano && snapshot.table >= self->n_times)
            self->plano = form;
        else
            g_array_append_val (self->snapshots, snapshot);
    }
    self->summary.n_forms += self->snapshots->len;
    g_array_sort (self->snapshots, snapshot_compare);
    for (guint end = 1; end <= self->snapshots->len; end++) {
        if (end < self->snapshots->len &&
            recap_text_equal (snapshot_at (self, begin)->source, snapshot_at (self, end)->source))
            continue;
        if (!follow (self, begin, end, error))
            return FALSE;
        begin = end;
    }
    g_clear_pointer (&self->forms, recap_table_free);
    return TRUE;
}

/* Looks at the first form of each table: a time in its label (recap-import --history) tells that
 * tables are not times. */
static gboolean
look_at_labels (History *self, GError **error)
{
    self->tables_are_times = self->n_times >= 2;
    for (guint i = 0; i < self->n_times; i++) {
        RecapForm form;
        gboolean end;
        if (!recap_tables_next_key (self->tables, i, &form, &end, error))
            return FALSE;
        if (!end && source_of (&form).size != form.keys[RECAP_KEY_SUMBER].size)
            self->tables_are_times = FALSE;
    }
    return recap_tables_rewind (self->tables, error);
}

static gboolean
pass (RecapTables *tables, gpointer data, GError **error)
{
    History *self = data;
    RecapForm *form;

    if (!look_at_labels (self, error))
        return FALSE;
    for (;;) {
        if (!recap_tables_merge (tables, TRUE, &form, error))
            return FALSE;
        if (self->forms != NULL &&
            (form == NULL ||
             recap_form_compare (recap_table_get (self->forms, 0), form, FALSE) != 0) &&
            !finish_key (self, error))
            return FALSE;
        if (form == NULL)
            break;
        if (!recap_region_has_prefix (form->keys[RECAP_KEY_KODE], self->region))
            continue;
        self->any = TRUE;
        if (self->forms == NULL)
            self->forms = recap_table_new (self->schema);
        recap_table_add (self->forms, form);
    }
    if (self->region.size > 0 && !self->any) {
        g_autofree char *shown = recap_text_display (self->region.bytes, self->region.size);
        recap_error_set (error, RECAP_ERROR_USAGE, NULL,
                         _ ("no table has a code that begins with '%s'"), shown);
        return FALSE;
    }
    return TRUE;
}

static void
start_again (gpointer data)
{
    History *self = data;
    self->summary = (RecapHistorySummary){ 0 };
    self->any = FALSE;
    g_clear_pointer (&self->forms, recap_table_free);
    if (self->reset != NULL)
        self->reset (self->data);
}

static gboolean
find_fields (History *self, GError **error)
{
    const char *const *names = self->options->fields;

    for (guint i = 0; names != NULL && names[i] != NULL; i++)
        if (recap_schema_find (self->schema, recap_text (names[i])) < 0) {
            g_autofree char *shown = recap_text_display (names[i], strlen (names[i]));
            recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("no table has a field '%s'"),
                             shown);
            return FALSE;
        }
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++)
        if (names == NULL || g_strv_contains (names, recap_schema_get_name (self->schema, i)))
            g_array_append_val (self->fields, i);
    return TRUE;
}

gboolean
recap_history_run (RecapTables *tables, const RecapHistoryOptions *options,
                   RecapFindingFunc finding, void (*reset) (gpointer data), gpointer data,
                   RecapHistorySummary *ret_summary, GError **error)
{
    g_return_val_if_fail (tables != NULL && options != NULL && finding != NULL, FALSE);

    History self = {
        .tables = tables,
        .schema = recap_tables_get_schema (tables),
        .options = options,
        .region = recap_text (options->region),
        .finding = finding,
        .reset = reset,
        .data = data,
        .n_times = recap_tables_get_n (tables) - (options->has_plano ? 1 : 0),
        .fields = g_array_new (FALSE, FALSE, sizeof (guint)),
        .snapshots = g_array_new (FALSE, FALSE, sizeof (Snapshot)),
        .note = g_string_new (NULL),
    };
    for (guint i = 0; i < self.n_times; i++)
        recap_table_reader_set_repeats (recap_tables_get_reader (tables, i), TRUE);

    gboolean ok =
        find_fields (&self, error) && recap_tables_run (tables, pass, start_again, &self, error);
    g_clear_pointer (&self.forms, recap_table_free);
    g_array_unref (self.fields);
    g_array_unref (self.snapshots);
    g_string_free (self.note, TRUE);
    if (ok && ret_summary != NULL)
        *ret_summary = self.summary;
    return ok;
}
