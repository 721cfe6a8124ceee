#include "config.h"

#include "cause-part.h"

enum {
    CANDIDATES_MAX = 1024, /* forms that are held against those of other contests */
    BOXES_MIN = 3,         /* that differ in a section that is worth it, and that must agree */
    PAGE_WEIGHT = 5,       /* one cause for a whole page counts for each of its boxes */
    GAINED_MIN = 2,        /* that are like the other contest and not like their own */
    VALUES_MIN = 3,        /* different numbers above zero among those that agree */
};

/* A form of which a page may be that of another contest at the same TPS. */
typedef struct _CauseCandidate CauseCandidate;
struct _CauseCandidate {
    char *kontes, *kode, *sumber;
    guint side;
    RecapCell *a, *b;             /* all cells of the two forms */
    const RecapContest **found;   /* for each section the contest whose page it is; NULL: its own */
    struct _CauseCandidate *next; /* of the same code */
};

static void
candidate_free (gpointer data)
{
    CauseCandidate *self = data;
    g_free (self->kontes);
    g_free (self->kode);
    g_free (self->sumber);
    g_free (self->a);
    g_free (self->b);
    g_free (self->found);
    g_free (self);
}

void
cause_contests_init (RecapCauses *self)
{
    self->candidates = g_ptr_array_new_with_free_func (candidate_free);
    self->candidates_by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

void
cause_contests_clear (RecapCauses *self)
{
    g_ptr_array_unref (self->candidates);
    g_hash_table_unref (self->candidates_by_code);
}

/* Returns: the first candidate of the code @kode, or NULL. */
static CauseCandidate *
find_first (RecapCauses *self, RecapText kode)
{
    recap_text_assign (kode, self->text);
    return g_hash_table_lookup (self->candidates_by_code, self->text->str);
}

static CauseCandidate *
find_candidate (RecapCauses *self, const RecapPair *pair)
{
    const RecapText *keys = pair->b.keys;
    CauseCandidate *candidate = find_first (self, keys[RECAP_KEY_KODE]);

    while (candidate != NULL &&
           (candidate->side != pair->side ||
            !recap_text_equal_string (keys[RECAP_KEY_KONTES], candidate->kontes) ||
            !recap_text_equal_string (keys[RECAP_KEY_SUMBER], candidate->sumber)))
        candidate = candidate->next;
    return candidate;
}

/* ---- the first reading: which forms are worth it ---- */

/* Returns: whether in some section so many numbers differ that it may be another page. */
static gboolean
is_worth_it (const RecapCauses *self, const RecapPair *pair)
{
    guint section = G_MAXUINT;
    guint n = 0;

    for (guint i = 0; i < pair->n_differences; i++) {
        const RecapDifference *difference = &pair->differences[i];
        guint own = cause_field (self, difference->field)->section;
        if (!recap_cell_is_number (difference->a) || !recap_cell_is_number (difference->b))
            continue;
        n = own == section ? n + 1 : 1;
        section = own;
        if (n == BOXES_MIN)
            return TRUE;
    }
    return FALSE;
}

static char *
copy_text (RecapText text)
{
    return g_strndup (text.bytes, text.size);
}

void
cause_contests_note (RecapCauses *self, const RecapPair *pair)
{
    gsize size = recap_schema_get_n (self->schema) * sizeof (RecapCell);
    guint n_sections;

    if (self->candidates->len == CANDIDATES_MAX || !is_worth_it (self, pair))
        return;
    recap_contest_get_sections (pair->a.contest, &n_sections);
    CauseCandidate *candidate = g_new0 (CauseCandidate, 1);
    candidate->kontes = copy_text (pair->b.keys[RECAP_KEY_KONTES]);
    candidate->kode = copy_text (pair->b.keys[RECAP_KEY_KODE]);
    candidate->sumber = copy_text (pair->b.keys[RECAP_KEY_SUMBER]);
    candidate->side = pair->side;
    candidate->a = g_memdup2 (pair->a.cells, size);
    candidate->b = g_memdup2 (pair->b.cells, size);
    candidate->found = g_new0 (const RecapContest *, n_sections);
    candidate->next = g_hash_table_lookup (self->candidates_by_code, candidate->kode);
    g_hash_table_replace (self->candidates_by_code, candidate->kode, candidate);
    g_ptr_array_add (self->candidates, candidate);
}

/* ---- the second reading: are they of another contest? ---- */

/* How far a page agrees with that of another contest. */
typedef struct {
    guint n_boxes;
    guint n_wrong;
    guint n_gained;
    guint n_values; /* up to VALUES_MIN */
    RecapCell values[VALUES_MIN];
} Page;

static void
note_value (Page *page, RecapCell value)
{
    if (value <= 0 || page->n_values == VALUES_MIN)
        return;
    for (guint i = 0; i < page->n_values; i++)
        if (page->values[i] == value)
            return;
    page->values[page->n_values++] = value;
}

/* Holds @candidate, a form of @contest, against @form, of another contest. */
static void
compare (RecapCauses *self, CauseCandidate *candidate, const RecapContest *contest,
         const RecapForm *form)
{
    guint n_sections;
    recap_contest_get_sections (contest, &n_sections);
    g_autofree Page *pages = g_new0 (Page, MAX (n_sections, 1));

    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        const RecapField *field = recap_schema_get_field (self->schema, contest, i);
        RecapCell a = candidate->a[i];
        RecapCell b = candidate->b[i];
        RecapCell there = form->cells[i];
        if (field == NULL || !recap_cell_is_number (a) || !recap_cell_is_number (b) ||
            !recap_cell_is_number (there))
            continue;
        Page *page = &pages[field->section];
        page->n_boxes++;
        page->n_wrong += b != there;
        page->n_gained += b == there && a != b;
        note_value (page, b);
    }
    for (guint i = 0; i < n_sections; i++)
        if (candidate->found[i] == NULL && pages[i].n_boxes >= BOXES_MIN && pages[i].n_wrong == 0 &&
            pages[i].n_gained >= GAINED_MIN && pages[i].n_values == VALUES_MIN) {
            candidate->found[i] = form->contest;
            self->contests_found = TRUE;
        }
}

gboolean
recap_causes_wants_contests (const RecapCauses *self)
{
    return self->candidates->len > 0;
}

gboolean
recap_causes_wants_form (RecapCauses *self, const RecapForm *form)
{
    return find_first (self, form->keys[RECAP_KEY_KODE]) != NULL;
}

void
recap_causes_take_form (RecapCauses *self, const RecapForm *form)
{
    const RecapContests *contests = recap_schema_get_contests (self->schema);

    for (CauseCandidate *c = find_first (self, form->keys[RECAP_KEY_KODE]); c != NULL;
         c = c->next) {
        const RecapContest *own = recap_contests_find (contests, recap_text (c->kontes));
        if (own != form->contest)
            compare (self, c, own, form);
    }
}

gboolean
recap_causes_found_contests (const RecapCauses *self)
{
    return self->contests_found;
}

void
recap_causes_forget (RecapCauses *self)
{
    g_hash_table_remove_all (self->candidates_by_code);
    g_ptr_array_set_size (self->candidates, 0);
    self->contests_found = FALSE;
}

/* ---- what was found ---- */

void
cause_contests_explain (RecapCauses *self, RecapPair *pair)
{
    const CauseCandidate *candidate = find_candidate (self, pair);

    if (candidate == NULL)
        return;
    for (guint i = 0; i < pair->n_differences; i++) {
        RecapDifference *difference = &pair->differences[i];
        const RecapContest *found =
            candidate->found[cause_field (self, difference->field)->section];
        if (found == NULL || !recap_cell_is_number (difference->a) ||
            !recap_cell_is_number (difference->b))
            continue;
        g_string_printf (self->text, "halaman %s TPS yang sama", recap_contest_get_code (found));
        recap_group_explain (self->group, difference, "kontes-lain",
                             PAGE_WEIGHT * cause_weight (self, "kontes-lain"), self->text->str);
    }
}
