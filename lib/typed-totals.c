#include "config.h"

#include "typed-totals.h"

#include <string.h>

#include "form.h"
#include "region.h"
#include "typed-header.h"

enum { IGNORED = RECAP_TYPED_IGNORED };

typedef RecapTypedColumn Column;

typedef struct {
    gint64 *sums; /* by field */
    guint64 n;    /* records */
} Sums;

struct _RecapTypedTotals {
    const GArray *columns; /* of Column */
    guint n_fields;
    RecapNumbers numbers;
    guint code;   /* column, the number of columns when there is none */
    Sums before;  /* up to the last row of totals */
    Sums section; /* since then */
    Sums all;     /* both, where it is asked for */
};

RecapTypedTotals *
recap_typed_totals_new (const GArray *columns, guint n_fields, RecapNumbers numbers)
{
    g_return_val_if_fail (columns != NULL, NULL);

    RecapTypedTotals *self = g_new0 (RecapTypedTotals, 1);
    self->columns = columns;
    self->n_fields = n_fields;
    self->numbers = numbers;
    while (self->code < columns->len &&
           g_array_index (columns, Column, self->code).key != RECAP_KEY_KODE)
        self->code++;
    self->before.sums = g_new0 (gint64, n_fields);
    self->section.sums = g_new0 (gint64, n_fields);
    self->all.sums = g_new0 (gint64, n_fields);
    return self;
}

void
recap_typed_totals_free (RecapTypedTotals *self)
{
    if (self == NULL)
        return;
    g_free (self->before.sums);
    g_free (self->section.sums);
    g_free (self->all.sums);
    g_free (self);
}

void
recap_typed_totals_add (RecapTypedTotals *self, const RecapCell *cells)
{
    gint64 *sums = self->section.sums;

    self->section.n++;
    for (guint i = 0; i < self->n_fields; i++)
        sums[i] += MAX (cells[i], 0);
}

/* The sums of all records above. */
static void
sum_up (RecapTypedTotals *self)
{
    for (guint i = 0; i < self->n_fields; i++)
        self->all.sums[i] = self->before.sums[i] + self->section.sums[i];
    self->all.n = self->before.n + self->section.n;
}

/* A row of totals was met: what comes now is the next section. */
static void
begin_section (RecapTypedTotals *self)
{
    memcpy (self->before.sums, self->all.sums, self->n_fields * sizeof *self->before.sums);
    self->before.n = self->all.n;
    memset (self->section.sums, 0, self->n_fields * sizeof *self->section.sums);
    self->section.n = 0;
}

/* A cell that says that its row is one of totals. */
static gboolean
is_total_word (RecapText text)
{
    static const char *const words[] = { "jumlah",   "total",      "sub total",
                                         "subtotal", "sub jumlah", "grand total" };

    text = recap_text_trim (text);
    if (text.size == 0 || strchr ("jtsgJTSG", text.bytes[0]) == NULL)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        gsize size = strlen (words[i]);
        if (text.size >= size && g_ascii_strncasecmp (text.bytes, words[i], size) == 0 &&
            (text.size == size || !g_ascii_isalnum (text.bytes[size])))
            return TRUE;
    }
    return FALSE;
}

/* Whether the record has the code of a region: then it is no row of totals, whatever its name. */
static gboolean
has_code (const RecapTypedTotals *self, const RecapRecord *record)
{
    return self->code < MIN (record->n_fields, self->columns->len) &&
           recap_region_level (recap_text_trim (record->fields[self->code])) != RECAP_LEVEL_OPAQUE;
}

/* The word stands in the columns of the codes and names, or in others before all numbers. */
gboolean
recap_typed_totals_is_named (const RecapTypedTotals *self, const RecapRecord *record)
{
    gboolean before_fields = TRUE;

    if (has_code (self, record))
        return FALSE;
    for (guint i = 0; i < MIN (record->n_fields, self->columns->len); i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        gboolean names = column->key == RECAP_KEY_KODE ||
                         (column->key >= RECAP_KEY_PROVINSI && column->key <= RECAP_KEY_TPS);
        before_fields = before_fields && column->field == IGNORED;
        if ((names || (column->key == IGNORED && before_fields)) &&
            is_total_word (record->fields[i]))
            return TRUE;
    }
    return FALSE;
}

/* The number of cells of @record that are not the sums of @sums; *@ret_wrong is the first of them,
 * *@ret_n how many numbers there are. */
static guint
count_wrong (const RecapTypedTotals *self, const RecapRecord *record, const Sums *sums,
             RecapTypedWrong *ret_wrong, guint *ret_n)
{
    guint n_wrong = 0;

    *ret_n = 0;
    for (guint i = 0; i < MIN (record->n_fields, self->columns->len); i++) {
        const Column *column = &g_array_index (self->columns, Column, i);
        RecapText text = recap_text_trim (record->fields[i]);
        RecapCell cell = RECAP_CELL_UNREADABLE;
        if (column->field == IGNORED || column->words || text.size == 0)
            continue;
        if (recap_typed_cell_parse (text, self->numbers, &cell) && cell == RECAP_CELL_BLANK)
            continue;
        (*ret_n)++;
        if (cell != sums->sums[column->field] && n_wrong++ == 0)
            *ret_wrong = (RecapTypedWrong){ i, sums->sums[column->field], sums->n };
    }
    return n_wrong;
}

/* A row of totals adds up everything above, or what stands between it and the one before. One that
 * does not say so is known by its numbers alone: those of no record are nobody's sum. */
RecapTypedTotalKind
recap_typed_totals_check (RecapTypedTotals *self, const RecapRecord *record, gboolean named,
                          RecapTypedWrong *ret_wrong)
{
    RecapTypedWrong of_all = { 0 };
    RecapTypedWrong of_section = { 0 };
    guint n = 0;

    if (!named && self->before.n + self->section.n < 2)
        return RECAP_TYPED_TOTAL_NONE;
    sum_up (self);
    guint wrong_all = count_wrong (self, record, &self->all, &of_all, &n);
    guint wrong_section = count_wrong (self, record, &self->section, &of_section, &n);
    gboolean adds_up = named || self->section.n > 0;
    gboolean agrees = n > 0 && (wrong_all == 0 || (adds_up && wrong_section == 0));
    if (!named && !agrees)
        return RECAP_TYPED_TOTAL_NONE;
    begin_section (self);
    if (agrees)
        return RECAP_TYPED_TOTAL_AGREES;
    if (n == 0)
        return RECAP_TYPED_TOTAL_EMPTY;
    *ret_wrong = wrong_section < wrong_all ? of_section : of_all;
    return RECAP_TYPED_TOTAL_WRONG;
}
