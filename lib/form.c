#include "config.h"

#include "form.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "origin.h"
#include "region.h"

static const char *const key_names[RECAP_N_KEYS] = {
    "kontes", "kode", "sumber", "provinsi", "kabko", "kecamatan",
    "desa",   "tps",  "waktu",  "psu",      "asal",
};

static const char *const tally_names[RECAP_N_TALLIES] = { "tps_terdaftar", "tps_masuk",
                                                          "tps_lengkap" };

const char *
recap_key_name (RecapKey key)
{
    return key_names[key];
}

const char *
recap_tally_name (RecapTally tally)
{
    return tally_names[tally];
}

/* One field of a schema, and where it stands among the others. Contests share the sections of the
 * form, so the place of the first contest that has the box serves for all. */
typedef struct {
    const char *name;
    guint section;
    guint contest; /* index of the first contest that has it */
    guint index;   /* in that contest's form order */
} SchemaField;

/* What a contest calls the fields: found when it is first asked for. */
typedef struct {
    const RecapContest *contest;
    const RecapField **boxes; /* one per field; NULL where the contest has none */
} Boxes;

struct _RecapSchema {
    const RecapContests *contests;
    GArray *fields; /* SchemaField */
    GArray *boxes;  /* Boxes */
};

static void
boxes_clear (gpointer data)
{
    g_free (((Boxes *)data)->boxes);
}

RecapSchema *
recap_schema_new (const RecapContests *contests)
{
    RecapSchema *self = g_new0 (RecapSchema, 1);
    self->contests = contests;
    self->fields = g_array_new (FALSE, FALSE, sizeof (SchemaField));
    self->boxes = g_array_new (FALSE, FALSE, sizeof (Boxes));
    g_array_set_clear_func (self->boxes, boxes_clear);
    return self;
}

void
recap_schema_free (RecapSchema *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->fields);
    g_array_unref (self->boxes);
    g_free (self);
}

const RecapContests *
recap_schema_get_contests (const RecapSchema *self)
{
    return self->contests;
}

static int
compare_fields (const SchemaField *x, const SchemaField *y)
{
    if (x->section != y->section)
        return x->section < y->section ? -1 : 1;
    if (x->contest != y->contest)
        return x->contest < y->contest ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

gboolean
recap_schema_add (RecapSchema *self, RecapText name)
{
    if (recap_schema_find (self, name) >= 0)
        return TRUE;
    int contest = recap_contests_find_box (self->contests, name);
    if (contest < 0)
        return FALSE;
    const RecapField *first =
        recap_contest_find (recap_contests_get (self->contests, (guint)contest), name);
    SchemaField field = { first->name, first->section, (guint)contest, first->index };
    g_array_set_size (self->boxes, 0); /* found again, with it */
    /* Mostly they come in form order. */
    guint place = self->fields->len;
    while (place > 0 &&
           compare_fields (&g_array_index (self->fields, SchemaField, place - 1), &field) > 0)
        place--;
    g_array_insert_val (self->fields, place, field);
    return TRUE;
}

void
recap_schema_add_contest (RecapSchema *self, const RecapContest *contest)
{
    guint n;
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    for (guint i = 0; i < n; i++)
        recap_schema_add (self, recap_text (fields[i].name));
}

guint
recap_schema_get_n (const RecapSchema *self)
{
    return self->fields->len;
}

int
recap_schema_find (const RecapSchema *self, RecapText name)
{
    for (guint i = 0; i < self->fields->len; i++)
        if (recap_text_equal_string (name, g_array_index (self->fields, SchemaField, i).name))
            return (int)i;
    return -1;
}

const char *
recap_schema_get_name (const RecapSchema *self, guint index)
{
    g_return_val_if_fail (index < self->fields->len, NULL);
    return g_array_index (self->fields, SchemaField, index).name;
}

static const Boxes *
find_boxes (const RecapSchema *self, const RecapContest *contest)
{
    for (guint i = 0; i < self->boxes->len; i++) {
        const Boxes *known = &g_array_index (self->boxes, Boxes, i);
        if (known->contest == contest)
            return known;
    }
    Boxes boxes = { contest, g_new (const RecapField *, self->fields->len) };
    for (guint i = 0; i < self->fields->len; i++)
        boxes.boxes[i] = recap_contest_find (
            contest, recap_text (g_array_index (self->fields, SchemaField, i).name));
    g_array_append_val (self->boxes, boxes);
    return &g_array_index (self->boxes, Boxes, self->boxes->len - 1);
}

const RecapField *
recap_schema_get_field (const RecapSchema *self, const RecapContest *contest, guint index)
{
    g_return_val_if_fail (index < self->fields->len, NULL);
    return contest != NULL ? find_boxes (self, contest)->boxes[index] : NULL;
}

char *
recap_form_origin (const RecapForm *form)
{
    RecapText asal = form->keys[RECAP_KEY_ASAL];
    if (asal.size > 0)
        return g_strndup (asal.bytes, asal.size);
    if (form->file == NULL)
        return g_strdup ("");
    if (form->line == 0)
        return g_strdup (form->file);
    return g_strdup_printf ("%s:%" PRIu64, form->file, form->line);
}

int
recap_form_compare (const RecapForm *a, const RecapForm *b, gboolean with_source)
{
    int order = recap_text_compare (a->keys[RECAP_KEY_KONTES], b->keys[RECAP_KEY_KONTES]);
    if (order == 0)
        order = recap_text_compare (a->keys[RECAP_KEY_KODE], b->keys[RECAP_KEY_KODE]);
    if (order == 0 && with_source)
        order = recap_text_compare (a->keys[RECAP_KEY_SUMBER], b->keys[RECAP_KEY_SUMBER]);
    return order;
}

RecapText
recap_form_revote (const RecapForm *form)
{
    RecapText mark = recap_text_trim (form->keys[RECAP_KEY_PSU]);
    return recap_text_equal_string (mark, "Reguler") ? RECAP_TEXT_EMPTY : mark;
}

gboolean
recap_form_is_empty (const RecapForm *form, guint n_cells)
{
    for (guint i = 0; i < n_cells; i++)
        if (form->cells[i] >= 0 || form->cells[i] == RECAP_CELL_UNREADABLE)
            return FALSE;
    return TRUE;
}

gboolean
recap_forms_carry (const RecapForm *const *forms, guint n_forms, guint index)
{
    for (guint i = 0; i < n_forms; i++)
        if (forms[i]->cells[index] != RECAP_CELL_NOT_CARRIED)
            return TRUE;
    return FALSE;
}

gboolean
recap_form_set_repeat_error (const RecapForm *form, const RecapForm *first, GError **error)
{
    RecapOrigin origin = { form->file, form->line, 0 };
    RecapOrigin before = { first->file, first->line, 0 };
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText sumber = form->keys[RECAP_KEY_SUMBER];
    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
    g_autofree char *source = recap_text_display (sumber.bytes, sumber.size);
    g_autofree char *place = recap_origin_format (&before);

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("contest '%s', code '%s', source '%s' was already at %s"),
                     recap_contest_get_code (form->contest), shown, source, place);
    /* Of two partial sums of one region nothing shows that no TPS is in both. */
    if (recap_region_level (kode) > RECAP_LEVEL_TPS)
        recap_error_set_hint (error,
                              _ ("if these are two parts of one region, sum the TPS of both; "
                                 "else remove one of the two records"));
    else
        recap_error_set_hint (error, _ ("remove one of the two records"));
    return FALSE;
}

static gboolean
set_second_source_error (const RecapOneSource *self, const RecapForm *form, GError **error)
{
    RecapOrigin origin = { form->file, form->line, 0 };
    RecapOrigin before = { self->file, self->line, 0 };
    g_autofree char *shown = recap_text_display (self->kode->str, self->kode->len);
    g_autofree char *place = recap_origin_format (&before);

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("code '%s' has a second source here; the first is at %s"), shown, place);
    recap_error_set_hint (error, _ ("decide on a table of one source, the plano"));
    return FALSE;
}

gboolean
recap_one_source_take (RecapOneSource *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (self->contest == NULL)
        self->kode = g_string_new (NULL);
    else if (self->contest == form->contest && recap_text_equal_string (kode, self->kode->str))
        return set_second_source_error (self, form, error);
    self->contest = form->contest;
    recap_text_assign (kode, self->kode);
    if (g_strcmp0 (self->file, form->file) != 0) {
        g_free (self->file);
        self->file = g_strdup (form->file);
    }
    self->line = form->line;
    return TRUE;
}

void
recap_one_source_clear (RecapOneSource *self)
{
    if (self->contest == NULL)
        return;
    g_string_free (self->kode, TRUE);
    g_free (self->file);
    *self = (RecapOneSource){ .contest = NULL };
}
