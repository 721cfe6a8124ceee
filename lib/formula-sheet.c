#include "config.h"

#include "formula-sheet.h"

#include <inttypes.h>

#include "sheet.h"

enum {
    WHOLE = 1000,         /* thousandths of a box that counts in full */
    FORMULA_MAX = 8000,   /* bytes; Excel takes 8,192 characters */
    ARGUMENTS_MAX = 250,  /* of one function; Excel takes 255 */
    ADDED_BY_HAND_MAX = 3 /* boxes that are added with '+'; more are a SUM() */
};

/* ---- verdicts ---- */

/* Returns: whether @formula is about nobody who is on the ballot of @form. */
static gboolean
is_off_ballot (const RecapFormula *formula, const RecapForm *form)
{
    return form->cells[recap_formula_get_stated (formula)] == RECAP_CELL_OFF_BALLOT;
}

/* Returns: whether it can be said by how much @formula is broken. A share that may not be rounded
 * and a bound that is itself too much have no such number. */
static gboolean
is_measured (const RecapFormula *formula)
{
    guint n_terms = 0, n_roundings = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n_terms);

    switch (recap_formula_get_relation (formula)) {
    case RECAP_RELATION_EQUAL:
        recap_formula_get_roundings (formula, &n_roundings);
        for (guint i = 0; i < n_terms && n_roundings == 0; i++)
            if (terms[i].permil != WHOLE)
                return FALSE;
        return TRUE;
    case RECAP_RELATION_AT_MOST:
        return TRUE;
    case RECAP_RELATION_BELOW:
    case RECAP_RELATION_TOGETHER:
        break;
    }
    return FALSE;
}

RecapVerdict
recap_formulas_judge (const GPtrArray *formulas, const RecapForm *form, gint64 *ret_by)
{
    RecapVerdict verdict = RECAP_VERDICT_HELD;
    gboolean unchecked = FALSE;
    guint n = 0;
    gint64 by = 0;

    for (guint i = 0; i < formulas->len; i++) {
        const RecapFormula *formula = formulas->pdata[i];
        gint64 stated = form->cells[recap_formula_get_stated (formula)];
        gboolean holds;
        gint64 value;
        if (is_off_ballot (formula, form))
            continue;
        n++;
        if (!recap_formula_evaluate (formula, form, &holds, &value))
            unchecked = TRUE;
        else if (!holds && is_measured (formula))
            by = MAX (by, ABS (value - stated));
        else if (!holds)
            verdict = RECAP_VERDICT_BROKEN;
    }
    *ret_by = by;
    if (by > 0)
        return RECAP_VERDICT_BY;
    return verdict == RECAP_VERDICT_HELD && (unchecked || n == 0) ? RECAP_VERDICT_UNCHECKED
                                                                  : verdict;
}

/* The words; that of BY is followed by the number. */
static const char *const words[] = {
    [RECAP_VERDICT_HELD] = "sesuai",
    [RECAP_VERDICT_BROKEN] = "tidak sesuai",
    [RECAP_VERDICT_BY] = "selisih ",
    [RECAP_VERDICT_UNCHECKED] = "belum",
};

char *
recap_verdict_format (RecapVerdict verdict, gint64 by)
{
    return verdict == RECAP_VERDICT_BY ? g_strdup_printf ("%s%" PRId64, words[verdict], by)
                                       : g_strdup (words[verdict]);
}

/* ---- cells ---- */

/* A formula being written. */
typedef struct {
    const RecapForm *form;
    const RecapFormulaPlace *place;
    GString *out;
    gboolean too_large;
} Printer;

/* Stands for the letters of a column; no formula of ours has it elsewhere. */
static const char ANY_MARK = '@';

static void
print_row (Printer *self, guint row)
{
    if (self->place->column != RECAP_COLUMN_ANY)
        recap_sheet_append_cell_name (self->out, row, self->place->column);
    else
        g_string_append_printf (self->out, "%c%u", ANY_MARK, row + 1);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    guint first = *(const guint *)a;
    guint second = *(const guint *)b;
    return (first > second) - (first < second);
}

/* Writes 'D8:D10,D12'. Sorts @rows. */
static void
print_ranges (Printer *self, GArray *rows)
{
    guint n_ranges = 0;

    g_array_sort (rows, compare_rows);
    for (guint i = 0, next = 0; i < rows->len; i = next) {
        guint row = g_array_index (rows, guint, i);
        for (next = i + 1;
             next < rows->len && g_array_index (rows, guint, next) == row + (next - i); next++)
            ;
        if (n_ranges++ > 0)
            g_string_append_c (self->out, ',');
        print_row (self, row);
        if (next - i > 1) {
            g_string_append_c (self->out, ':');
            print_row (self, row + (next - i) - 1);
        }
    }
    if (n_ranges > ARGUMENTS_MAX)
        self->too_large = TRUE;
}

static GArray *
new_rows (void)
{
    return g_array_new (FALSE, FALSE, sizeof (guint));
}

/* ---- summands ---- */

static gboolean
is_left_out (const RecapTerm *term, const RecapForm *form)
{
    return term->listed && form->cells[term->boxes[0]] == RECAP_CELL_OFF_BALLOT;
}

static gboolean
is_row (guint row)
{
    return row != RECAP_ROW_NONE && row != RECAP_ROW_OFF_BALLOT;
}

/* Appends the rows of the boxes of @term that the sheet has. */
static void
add_rows (const RecapTerm *term, const guint *all, GArray *rows)
{
    for (guint i = 0; i < term->n_boxes; i++)
        if (is_row (all[term->boxes[i]]))
            g_array_append_val (rows, all[term->boxes[i]]);
}

gboolean
recap_formula_is_placed (const RecapFormula *self, const guint *rows)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (self, &n);

    for (guint i = 0; i < n; i++) {
        gboolean placed = terms[i].number >= 0 ||
                          (terms[i].listed && rows[terms[i].boxes[0]] == RECAP_ROW_OFF_BALLOT);
        for (guint k = 0; k < terms[i].n_boxes; k++)
            placed = placed || is_row (rows[terms[i].boxes[k]]);
        if (!placed)
            return FALSE;
    }
    return is_row (rows[recap_formula_get_stated (self)]);
}

/* Writes the first of the boxes that has a number, or else the number of @term:
 * 'IF(ISNUMBER(D24),D24,D20)'. */
static void
print_term (Printer *self, const RecapTerm *term)
{
    g_autoptr (GArray) rows = new_rows ();
    gboolean number = term->number >= 0;
    guint n_open = 0;

    add_rows (term, self->place->rows, rows);
    for (guint i = 0; i < rows->len; i++) {
        guint row = g_array_index (rows, guint, i);
        if (i + 1 < rows->len || number) {
            g_string_append (self->out, "IF(ISNUMBER(");
            print_row (self, row);
            g_string_append (self->out, "),");
            n_open++;
        }
        print_row (self, row);
        if (i + 1 < rows->len || number)
            g_string_append_c (self->out, ',');
    }
    if (number)
        g_string_append_printf (self->out, "%" PRId64, term->number);
    for (guint i = 0; i < n_open; i++)
        g_string_append_c (self->out, ')');
}

/* Adds up what is counted in full: 'D8+D9', 'SUM(D31:D33)'.
 *
 * Returns: the number of summands. */
static guint
print_whole (Printer *self, const RecapTerm *terms, guint n)
{
    g_autoptr (GArray) single = new_rows ();
    guint n_printed = 0;

    for (guint i = 0; i < n; i++)
        if (terms[i].permil == WHOLE && terms[i].number < 0 && terms[i].n_boxes == 1 &&
            !is_left_out (&terms[i], self->form))
            add_rows (&terms[i], self->place->rows, single);
    gboolean summed = single->len > ADDED_BY_HAND_MAX;
    if (summed) {
        g_string_append (self->out, "SUM(");
        print_ranges (self, single);
        g_string_append_c (self->out, ')');
        n_printed++;
    }
    for (guint i = 0; i < n; i++) {
        gboolean plain = terms[i].number < 0 && terms[i].n_boxes == 1;
        if (terms[i].permil != WHOLE || is_left_out (&terms[i], self->form) || (plain && summed))
            continue;
        if (n_printed++ > 0)
            g_string_append_c (self->out, '+');
        print_term (self, &terms[i]);
    }
    return n_printed;
}

/* Adds up the shares: '(25*D8)/1000'. They are divided together, so that what is a whole number is
 * one for a spreadsheet, too.
 *
 * Returns: whether there are any. */
static gboolean
print_shares (Printer *self, const RecapTerm *terms, guint n, const char *before)
{
    guint n_printed = 0;

    for (guint i = 0; i < n; i++) {
        if (terms[i].permil == WHOLE || is_left_out (&terms[i], self->form))
            continue;
        g_string_append (self->out, n_printed == 0 ? before : "+");
        g_string_append (self->out, n_printed == 0 ? "(" : "");
        n_printed++;
        g_string_append_printf (self->out, "%u*", terms[i].permil);
        print_term (self, &terms[i]);
    }
    if (n_printed > 0)
        g_string_append_printf (self->out, ")/%d", WHOLE);
    return n_printed > 0;
}

/* Writes what the other boxes make. */
static void
print_others (Printer *self, const RecapFormula *formula)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    guint n_printed = print_whole (self, terms, n);

    if (!print_shares (self, terms, n, n_printed > 0 ? "+" : "") && n_printed == 0)
        g_string_append_c (self->out, '0');
}

static gboolean
has_shares (const RecapFormula *formula)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    for (guint i = 0; i < n; i++)
        if (terms[i].permil != WHOLE)
            return TRUE;
    return FALSE;
}

/* Writes what the others make as the number that the stated box must be. */
static void
print_rounded (Printer *self, const RecapFormula *formula, RecapRounding rounding)
{
    static const struct {
        const char *before, *behind;
    } functions[] = {
        [RECAP_ROUNDING_UP] = { "ROUNDUP(", ",0)" },
        [RECAP_ROUNDING_DOWN] = { "INT(", ")" },
        [RECAP_ROUNDING_NEAREST] = { "INT(", "+1/2)" },
    };
    g_string_append (self->out, functions[rounding].before);
    print_others (self, formula);
    g_string_append (self->out, functions[rounding].behind);
}

/* ---- one formula ---- */

/* The boxes that must have a number: each of @single, and one of each choice. */
typedef struct {
    GArray *single;     /* guint: rows */
    GPtrArray *choices; /* RecapTerm */
} Needed;

static void
needed_clear (Needed *self)
{
    g_array_unref (self->single);
    g_ptr_array_unref (self->choices);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Needed, needed_clear)

static Needed
needed_new (void)
{
    return (Needed){ new_rows (), g_ptr_array_new () };
}

/* Sorts @rows and leaves each of them once. */
static void
unite (GArray *rows)
{
    guint n = 0;

    g_array_sort (rows, compare_rows);
    for (guint i = 0; i < rows->len; i++) {
        guint row = g_array_index (rows, guint, i);
        if (n == 0 || g_array_index (rows, guint, n - 1) != row)
            g_array_index (rows, guint, n++) = row;
    }
    g_array_set_size (rows, n);
}

/* Adds the boxes that @formula needs. */
static void
add_needed (const Printer *self, const RecapFormula *formula, Needed *needed)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    guint stated = self->place->rows[recap_formula_get_stated (formula)];

    g_array_append_val (needed->single, stated);
    for (guint i = 0; i < n; i++) {
        guint row = terms[i].n_boxes > 0 ? self->place->rows[terms[i].boxes[0]] : RECAP_ROW_NONE;
        if (terms[i].number >= 0 || is_left_out (&terms[i], self->form))
            continue;
        if (terms[i].n_boxes > 1)
            g_ptr_array_add (needed->choices, (gpointer)&terms[i]);
        else
            g_array_append_val (needed->single, row);
    }
}

/* Writes the condition under which one of the boxes has no number: 'COUNT(D8:D10)<3'. */
static void
print_is_incomplete (Printer *self, Needed *needed)
{
    gboolean several = needed->choices->len > 0;

    unite (needed->single);
    g_string_append (self->out, several ? "OR(COUNT(" : "COUNT(");
    print_ranges (self, needed->single);
    g_string_append_printf (self->out, ")<%u", needed->single->len);
    for (guint i = 0; i < needed->choices->len; i++) {
        g_autoptr (GArray) rows = new_rows ();
        add_rows (needed->choices->pdata[i], self->place->rows, rows);
        g_string_append (self->out, ",COUNT(");
        print_ranges (self, rows);
        g_string_append (self->out, ")=0");
    }
    if (needed->choices->len > ARGUMENTS_MAX)
        self->too_large = TRUE;
    g_string_append (self->out, several ? ")" : "");
}

static void
print_stated (Printer *self, const RecapFormula *formula)
{
    print_row (self, self->place->rows[recap_formula_get_stated (formula)]);
}

/* Writes the condition under which a share is the stated box in one of the ways it may be
 * rounded. */
static void
print_is_rounded (Printer *self, const RecapFormula *formula)
{
    guint n = 0;
    const RecapRounding *roundings = recap_formula_get_roundings (formula, &n);

    if (n > 1)
        g_string_append (self->out, "OR(");
    for (guint i = 0; i < n; i++) {
        g_string_append (self->out, i > 0 ? "," : "");
        print_stated (self, formula);
        g_string_append_c (self->out, '=');
        print_rounded (self, formula, roundings[i]);
    }
    if (n > 1)
        g_string_append_c (self->out, ')');
}

/* Writes the condition under which @formula holds. */
static void
print_holds (Printer *self, const RecapFormula *formula)
{
    RecapRelation relation = recap_formula_get_relation (formula);
    guint n_roundings = 0;

    recap_formula_get_roundings (formula, &n_roundings);
    if (relation == RECAP_RELATION_EQUAL && n_roundings > 0 && has_shares (formula)) {
        print_is_rounded (self, formula);
        return;
    }
    g_string_append (self->out, relation == RECAP_RELATION_TOGETHER ? "("
                                : relation == RECAP_RELATION_BELOW  ? "OR("
                                                                    : "");
    print_stated (self, formula);
    switch (relation) {
    case RECAP_RELATION_EQUAL:
        g_string_append_c (self->out, '=');
        print_others (self, formula);
        break;
    case RECAP_RELATION_AT_MOST:
        g_string_append (self->out, "<=");
        print_others (self, formula);
        break;
    case RECAP_RELATION_BELOW: /* or both are nothing */
        g_string_append_c (self->out, '<');
        print_others (self, formula);
        g_string_append (self->out, ",AND(");
        print_stated (self, formula);
        g_string_append (self->out, "=0,");
        print_others (self, formula);
        g_string_append (self->out, "=0))");
        break;
    case RECAP_RELATION_TOGETHER:
        g_string_append (self->out, "=0)=(");
        print_others (self, formula);
        g_string_append (self->out, "=0)");
        break;
    }
}

/* Writes by how much a measured formula is broken: not above zero when it holds, but for a share
 * that may be rounded in several ways. */
static void
print_amount (Printer *self, const RecapFormula *formula)
{
    guint n = 0;
    const RecapRounding *roundings = recap_formula_get_roundings (formula, &n);
    gboolean shares = has_shares (formula);
    guint n_terms = 0;

    recap_formula_get_terms (formula, &n_terms);
    if (recap_formula_get_relation (formula) == RECAP_RELATION_EQUAL) {
        g_string_append (self->out, "ABS(");
        if (shares)
            print_rounded (self, formula, roundings[0]);
        else
            print_others (self, formula);
        g_string_append_c (self->out, '-');
        print_stated (self, formula);
        g_string_append_c (self->out, ')');
    } else {
        const char *before = shares ? "-INT(" : n_terms > 1 ? "-(" : "-";
        print_stated (self, formula);
        g_string_append (self->out, before);
        print_others (self, formula);
        g_string_append (self->out, shares || n_terms > 1 ? ")" : "");
    }
}

/* A rule that is one formula reads as one would say it. */
static void
print_single (Printer *self, const RecapFormula *formula)
{
    g_auto (Needed) needed = needed_new ();

    add_needed (self, formula, &needed);
    g_string_append (self->out, "IF(");
    print_is_incomplete (self, &needed);
    g_string_append_printf (self->out, ",\"%s\",IF(", words[RECAP_VERDICT_UNCHECKED]);
    print_holds (self, formula);
    g_string_append_printf (self->out, ",\"%s\",", words[RECAP_VERDICT_HELD]);
    if (is_measured (formula)) {
        g_string_append_printf (self->out, "\"%s\"&(", words[RECAP_VERDICT_BY]);
        print_amount (self, formula);
        g_string_append_c (self->out, ')');
    } else {
        g_string_append_printf (self->out, "\"%s\"", words[RECAP_VERDICT_BROKEN]);
    }
    g_string_append (self->out, "))");
}

/* ---- several formulas ---- */

/* Returns: the fixed number that @formula bounds its box by; -1 when it does not. */
static gint64
limit_of (const RecapFormula *formula)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);
    gboolean fixed = recap_formula_get_relation (formula) == RECAP_RELATION_AT_MOST && n == 1 &&
                     terms[0].n_boxes == 0 && terms[0].permil == WHOLE;
    return fixed ? terms[0].number : -1;
}

/* Boxes with one limit are looked at together: 'MAX(D8:D40)-999'. */
static void
print_limit (Printer *self, const GPtrArray *formulas, gint64 limit)
{
    g_autoptr (GArray) rows = new_rows ();

    for (guint i = 0; i < formulas->len; i++) {
        guint row = self->place->rows[recap_formula_get_stated (formulas->pdata[i])];
        if (limit_of (formulas->pdata[i]) == limit)
            g_array_append_val (rows, row);
    }
    unite (rows);
    g_string_append (self->out, "MAX(");
    print_ranges (self, rows);
    g_string_append_printf (self->out, ")-%" PRId64, limit);
}

/* Writes by how much @formula is broken, 0 when it cannot be checked. */
static void
print_checked_amount (Printer *self, const RecapFormula *formula)
{
    g_auto (Needed) needed = needed_new ();
    guint n_roundings = 0;
    gboolean several = FALSE;

    recap_formula_get_roundings (formula, &n_roundings);
    several = n_roundings > 1 && has_shares (formula) &&
              recap_formula_get_relation (formula) == RECAP_RELATION_EQUAL;
    add_needed (self, formula, &needed);
    g_string_append (self->out, "IF(");
    print_is_incomplete (self, &needed);
    g_string_append (self->out, ",0,");
    if (several) {
        g_string_append (self->out, "IF(");
        print_holds (self, formula);
        g_string_append (self->out, ",0,");
    }
    print_amount (self, formula);
    g_string_append (self->out, several ? "))" : ")");
}

/* Returns: whether an earlier one of @formulas has the same limit as number @index. */
static gboolean
is_limit_repeated (const GPtrArray *formulas, guint index)
{
    gint64 limit = limit_of (formulas->pdata[index]);
    for (guint i = 0; i < index && limit >= 0; i++)
        if (limit_of (formulas->pdata[i]) == limit)
            return TRUE;
    return FALSE;
}

/* Writes the largest number by which one of @formulas is broken.
 *
 * Returns: how many were compared; nothing is written for none. */
static guint
print_largest (Printer *self, const GPtrArray *formulas)
{
    gssize start = (gssize)self->out->len;
    guint n = 0;

    for (guint i = 0; i < formulas->len; i++) {
        const RecapFormula *formula = formulas->pdata[i];
        if (!is_measured (formula) || is_limit_repeated (formulas, i))
            continue;
        g_string_append (self->out, n++ > 0 ? "," : "");
        if (limit_of (formula) >= 0)
            print_limit (self, formulas, limit_of (formula));
        else
            print_checked_amount (self, formula);
    }
    if (n > 1) {
        g_string_insert (self->out, start, "MAX(");
        g_string_append_c (self->out, ')');
    }
    if (n > ARGUMENTS_MAX)
        self->too_large = TRUE;
    return n;
}

/* Writes the condition under which one of those without a number is broken. */
static guint
print_is_broken (Printer *self, const GPtrArray *formulas)
{
    guint n = 0;

    for (guint i = 0; i < formulas->len; i++) {
        g_auto (Needed) needed = needed_new ();
        if (is_measured (formulas->pdata[i]))
            continue;
        g_string_append (self->out, n++ == 0 ? "OR(IF(" : ",IF(");
        add_needed (self, formulas->pdata[i], &needed);
        print_is_incomplete (self, &needed);
        g_string_append (self->out, ",FALSE,NOT(");
        print_holds (self, formulas->pdata[i]);
        g_string_append (self->out, "))");
    }
    g_string_append (self->out, n > 0 ? ")" : "");
    if (n > ARGUMENTS_MAX)
        self->too_large = TRUE;
    return n;
}

/* @complete: no formula was left out because a total lacks something. */
static void
print_several (Printer *self, const GPtrArray *formulas, gboolean complete)
{
    g_auto (Needed) needed = needed_new ();
    g_autoptr (GString) largest = g_string_new (NULL);
    Printer inner = { self->form, self->place, largest, FALSE };
    guint n_open = 0;

    if (print_largest (&inner, formulas) > 0) {
        g_string_append_printf (self->out, "IF(%s>0,\"%s\"&(%s),", largest->str,
                                words[RECAP_VERDICT_BY], largest->str);
        n_open++;
    }
    g_string_truncate (largest, 0);
    if (print_is_broken (&inner, formulas) > 0) {
        g_string_append_printf (self->out, "IF(%s,\"%s\",", largest->str,
                                words[RECAP_VERDICT_BROKEN]);
        n_open++;
    }
    if (complete) {
        for (guint i = 0; i < formulas->len; i++)
            add_needed (self, formulas->pdata[i], &needed);
        g_string_append (self->out, "IF(");
        print_is_incomplete (self, &needed);
        g_string_append_printf (self->out, ",\"%s\",\"%s\")", words[RECAP_VERDICT_UNCHECKED],
                                words[RECAP_VERDICT_HELD]);
    } else {
        g_string_append_printf (self->out, "\"%s\"", words[RECAP_VERDICT_UNCHECKED]);
    }
    for (guint i = 0; i < n_open; i++)
        g_string_append_c (self->out, ')');
    self->too_large = self->too_large || inner.too_large;
}

char *
recap_formulas_print (const GPtrArray *formulas, const RecapForm *form,
                      const RecapFormulaPlace *place)
{
    g_return_val_if_fail (formulas != NULL && form != NULL && place != NULL, NULL);

    g_autoptr (GPtrArray) live = g_ptr_array_new ();
    g_autoptr (GString) out = g_string_new (NULL);
    Printer self = { form, place, out, FALSE };
    gboolean complete = TRUE;

    for (guint i = 0; i < formulas->len; i++) {
        gboolean holds;
        gint64 value;
        if (is_off_ballot (formulas->pdata[i], form))
            continue;
        if (!place->is_sum || recap_formula_evaluate (formulas->pdata[i], form, &holds, &value))
            g_ptr_array_add (live, formulas->pdata[i]);
        else
            complete = FALSE;
    }
    if (live->len == 0)
        return NULL;
    if (live->len == 1 && complete)
        print_single (&self, live->pdata[0]);
    else
        print_several (&self, live, complete);
    return self.too_large || out->len > FORMULA_MAX ? NULL
                                                    : g_string_free (g_steal_pointer (&out), FALSE);
}

char *
recap_formula_put (const char *pattern, guint column)
{
    g_return_val_if_fail (pattern != NULL && column != RECAP_COLUMN_ANY, NULL);

    g_autoptr (GString) letters = g_string_new (NULL);
    g_autoptr (GString) out = g_string_sized_new (2 * strlen (pattern));

    recap_sheet_append_cell_name (letters, 0, column);
    g_string_truncate (letters, letters->len - 1);
    for (const char *mark; (mark = strchr (pattern, ANY_MARK)) != NULL; pattern = mark + 1) {
        g_string_append_len (out, pattern, mark - pattern);
        g_string_append_len (out, letters->str, (gssize)letters->len);
    }
    g_string_append (out, pattern);
    return out->len > FORMULA_MAX ? NULL : g_string_free (g_steal_pointer (&out), FALSE);
}
