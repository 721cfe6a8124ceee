#include "config.h"

#include "repair-rank.h"

#include <string.h>

/* Weights of changes that no misreading explains, out of RECAP_MISREAD_SURE: of a number, and of a
 * box that shows none. A misreading has more than the first. */
enum { WEIGHT_UNEXPLAINED = 10, WEIGHT_FILLED = 1000 };

/* Each further box, and each remarkable number, makes a correction so many times less likely. */
enum { FURTHER = 10, REMARKABLE = 10 };

/* The weight of a correction without any doubt; times RECAP_MISREAD_SURE it still fits. */
#define WEIGHT_SURE (G_GUINT64_CONSTANT (10) * RECAP_MISREAD_SURE * RECAP_MISREAD_SURE)

/* What is less likely explains nothing: rare misreadings in four boxes at once, say. */
#define WEIGHT_LEAST (WEIGHT_SURE / RECAP_MISREAD_SURE / 10)

/* Numbers that were read whose papers are kept, and the largest paper that is looked at. */
enum { KEPT_MAX = 1000, PAPER_MAX = 999 };

typedef struct {
    guint paper;
    guint weight;
} Paper;

struct _RecapPapers {
    const RecapMisreads *misreads;
    const GPtrArray *soft; /* RecapFormula */
    guint n_boxes;
    RecapCell *cells;   /* of a form with the values of a correction */
    GHashTable *papers; /* of the number that was read: GArray of Paper, the likeliest first */
};

static void
free_papers (gpointer papers)
{
    g_array_unref (papers);
}

RecapPapers *
recap_papers_new (const RecapMisreads *misreads, const GPtrArray *soft, guint n_boxes)
{
    RecapPapers *self = g_new0 (RecapPapers, 1);
    self->misreads = misreads;
    self->soft = soft;
    self->n_boxes = n_boxes;
    self->cells = g_new (RecapCell, n_boxes + 1);
    self->papers = g_hash_table_new_full (NULL, NULL, NULL, free_papers);
    return self;
}

void
recap_papers_free (RecapPapers *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->papers);
    g_free (self->cells);
    g_free (self);
}

static int
compare_papers (gconstpointer a, gconstpointer b)
{
    const Paper *left = a;
    const Paper *right = b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->paper < right->paper ? -1 : left->paper > right->paper;
}

/* Returns: the papers that can have become @read; NULL when it is too large to be asked. */
static const GArray *
papers_of (RecapPapers *self, gint64 read)
{
    if (read < 0 || read > PAPER_MAX)
        return NULL;
    gpointer key = GINT_TO_POINTER ((int)read);
    GArray *papers = g_hash_table_lookup (self->papers, key);
    if (papers != NULL)
        return papers;
    papers = g_array_new (FALSE, FALSE, sizeof (Paper));
    for (guint number = 0; number <= PAPER_MAX; number++) {
        RecapMisread way;
        if (recap_misreads_explain (self->misreads, number, read, &way, 1) > 0) {
            Paper paper = { number, way.weight };
            g_array_append_val (papers, paper);
        }
    }
    g_array_sort (papers, compare_papers);
    if (g_hash_table_size (self->papers) >= KEPT_MAX)
        g_hash_table_remove_all (self->papers);
    g_hash_table_insert (self->papers, key, papers);
    return papers;
}

/* ---- weights ---- */

static guint64
multiply (guint64 weight, guint factor)
{
    return weight * factor / RECAP_MISREAD_SURE;
}

static gboolean
is_broken (const RecapFormula *formula, const RecapForm *form)
{
    gboolean holds;
    gint64 value;
    return recap_formula_evaluate (formula, form, &holds, &value) && !holds;
}

/* Returns: how many soft formulas the form breaks only with the likely values. */
static guint
count_remarkable (const RecapPapers *self, const RecapForm *form, const RecapCorrection *correction)
{
    RecapForm corrected = *form;
    guint n_broken = 0;

    if (self->soft->len == 0)
        return 0;
    memcpy (self->cells, form->cells, self->n_boxes * sizeof *self->cells);
    corrected.cells = self->cells;
    for (guint i = 0; i < correction->n_changes; i++)
        self->cells[correction->changes[i].box] = correction->changes[i].likely;
    for (guint i = 0; i < self->soft->len; i++)
        n_broken +=
            is_broken (self->soft->pdata[i], &corrected) && !is_broken (self->soft->pdata[i], form);
    return n_broken;
}

/* Fills in how each likely value became what the form has, and the weight of all together. */
static void
weigh_likely (const RecapPapers *self, const RecapForm *form, RecapCorrection *correction)
{
    guint64 weight = WEIGHT_SURE;

    for (guint i = 0; i < correction->n_changes; i++) {
        RecapChange *change = &correction->changes[i];
        RecapCell read = form->cells[change->box];
        memset (&change->way, 0, sizeof change->way);
        guint n = recap_misreads_explain (self->misreads, change->likely, read, &change->way, 1);
        if (n > 0)
            weight = multiply (weight, change->way.weight);
        else
            weight =
                multiply (weight, recap_cell_is_number (read) ? WEIGHT_UNEXPLAINED : WEIGHT_FILLED);
        if (i > 0)
            weight /= FURTHER;
    }
    for (guint n = count_remarkable (self, form, correction); n > 0; n--)
        weight /= REMARKABLE;
    correction->weight = MAX (weight, 1);
}

/* Tries @paper for change @index, the other boxes following, and keeps it when it is likelier than
 * what @correction has. */
static void
try_paper (const RecapPapers *self, const RecapForm *form, const RecapRow *rows, guint n_rows,
           guint index, gint64 paper, RecapCorrection *correction)
{
    RecapRange ranges[RECAP_SYSTEM_MAX];
    RecapCorrection tried = *correction;

    for (guint i = 0; i < tried.n_changes; i++)
        ranges[i] = (RecapRange){ tried.changes[i].low, tried.changes[i].high };
    ranges[index] = (RecapRange){ paper, paper };
    if (recap_system_solve (rows, n_rows, tried.n_changes, ranges, TRUE) != RECAP_SYSTEM_SOME)
        return;
    for (guint i = 0; i < tried.n_changes; i++)
        tried.changes[i].likely = ranges[i].low;
    weigh_likely (self, form, &tried);
    if (tried.weight > correction->weight)
        *correction = tried;
}

/* Where the rules leave a choice: tries the papers that can have become what is in one of the
 * boxes, the likeliest first, as long as it could become better if the other changes were sure. */
static void
choose_likely (RecapPapers *self, const RecapForm *form, const RecapRow *rows, guint n_rows,
               RecapCorrection *correction, guint *n_tries)
{
    guint64 sure = WEIGHT_SURE; /* of the other changes */

    for (guint i = 1; i < correction->n_changes; i++)
        sure /= FURTHER;
    for (guint i = 0; i < correction->n_changes; i++) {
        const RecapChange *change = &correction->changes[i];
        const GArray *papers = papers_of (self, form->cells[change->box]);
        for (guint k = 0; papers != NULL && k<papers->len && * n_tries> 0; k++) {
            const Paper *paper = &g_array_index (papers, Paper, k);
            if (multiply (sure, paper->weight) <= correction->weight)
                break;
            if (paper->paper < change->low || paper->paper > change->high)
                continue;
            try_paper (self, form, rows, n_rows, i, paper->paper, correction);
            (*n_tries)--;
        }
    }
}

void
recap_papers_weigh (RecapPapers *self, const RecapForm *form, const RecapRow *rows, guint n_rows,
                    RecapCorrection *correction, guint *n_tries)
{
    gboolean choice = FALSE;

    for (guint i = 0; i < correction->n_changes; i++) {
        RecapChange *change = &correction->changes[i];
        change->likely = change->low;
        choice |= change->low < change->high;
    }
    if (!choice) {
        weigh_likely (self, form, correction);
        return;
    }
    correction->weight = 0;
    choose_likely (self, form, rows, n_rows, correction, n_tries);
    if (correction->weight > 0)
        return;
    /* Nothing explains it: the first value stands for all, and says nothing. */
    weigh_likely (self, form, correction);
}

gboolean
recap_correction_is_explained (const RecapCorrection *correction)
{
    for (guint i = 0; i < correction->n_changes; i++)
        if (correction->changes[i].way.cause == NULL)
            return FALSE;
    return correction->weight >= WEIGHT_LEAST;
}

/* ---- order ---- */

static int
compare_corrections (const RecapCorrection *a, const RecapCorrection *b)
{
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->n_changes != b->n_changes)
        return a->n_changes < b->n_changes ? -1 : 1;
    for (guint i = 0; i < a->n_changes; i++)
        if (a->changes[i].box != b->changes[i].box)
            return a->changes[i].box < b->changes[i].box ? -1 : 1;
    return 0;
}

void
recap_repair_keep (RecapRepair *repair, const RecapCorrection *correction)
{
    guint place = 0;
    while (place < repair->n_kept && compare_corrections (&repair->kept[place], correction) < 0)
        place++;
    if (place == RECAP_REPAIR_KEPT)
        return;
    guint last = MIN (repair->n_kept, RECAP_REPAIR_KEPT - 1);
    memmove (&repair->kept[place + 1], &repair->kept[place],
             (last - place) * sizeof repair->kept[0]);
    repair->kept[place] = *correction;
    repair->n_kept = last + 1;
}
