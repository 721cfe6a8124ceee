#include "config.h"

#include "formula.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"

struct _RecapFormula {
    const RecapSchema *schema;
    const RecapContest *contest;
    guint stated;
    gboolean bound;         /* <=, not = */
    gboolean no_contestant; /* the sum over the contestants is empty: nothing to check */
    GArray *terms;          /* RecapTerm */
};

static void
formula_free (gpointer data)
{
    RecapFormula *self = data;
    g_array_unref (self->terms);
    g_free (self);
}

static gboolean
set_formula_error (const RecapRule *rule, const char *what, const char *text, GError **error)
{
    recap_error_set (error, RECAP_ERROR_SYNTAX, NULL, "[%s]: %s '%s'", rule->code, what, text);
    return FALSE;
}

/* What became of a piece of formula. */
typedef enum {
    PIECE_OK,
    PIECE_ABSENT, /* names a box that the contest or the schema does not have */
    PIECE_BAD,
} Piece;

static gboolean
find_box (const RecapFormula *self, const char *name, guint *ret_index)
{
    int index = recap_schema_find (self->schema, recap_text (name));
    if (index < 0 || recap_schema_get_field (self->schema, self->contest, (guint)index) == NULL)
        return FALSE;
    *ret_index = (guint)index;
    return TRUE;
}

/* A name that no contest has is a slip of the pen: taken for an absent box it would switch the rule
 * off in silence. */
static gboolean
is_box (const RecapSchema *schema, const char *name)
{
    const RecapContests *contests = recap_schema_get_contests (schema);
    for (guint i = 0; i < recap_contests_get_n (contests); i++)
        if (recap_contest_find (recap_contests_get (contests, i), recap_text (name)) != NULL)
            return TRUE;
    return FALSE;
}

static void
add_contestants (RecapFormula *self)
{
    self->no_contestant = TRUE;
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        const RecapField *field = recap_schema_get_field (self->schema, self->contest, i);
        if (field != NULL && field->role == RECAP_ROLE_VOTES) {
            RecapTerm term = { .boxes = { i }, .n_boxes = 1, .number = -1 };
            g_array_append_val (self->terms, term);
            self->no_contestant = FALSE;
        }
    }
}

/* Reads 'box', '@limit' or a number as one of the alternatives of @term. */
static Piece
parse_alternative (const RecapFormula *self, const char *text, RecapTerm *term)
{
    guint box;

    if (*text == '@') {
        if (!recap_contest_get_limit (self->contest, text + 1, &term->number))
            return PIECE_ABSENT;
        return term->number <= RECAP_COUNT_MAX ? PIECE_OK : PIECE_BAD;
    }
    if (g_ascii_isdigit (*text))
        return recap_count_parse (recap_text (text), &term->number) ? PIECE_OK : PIECE_BAD;
    if (term->n_boxes == G_N_ELEMENTS (term->boxes))
        return PIECE_BAD;
    if (find_box (self, text, &box))
        term->boxes[term->n_boxes++] = box;
    else if (!is_box (self->schema, text))
        return PIECE_BAD;
    return PIECE_OK;
}

static Piece
parse_term (RecapFormula *self, const char *text)
{
    RecapTerm term = { .n_boxes = 0, .number = -1 };
    const char *percent = strchr (text, '%');
    gint64 value;

    if (*text == '\0')
        return PIECE_BAD;
    if (strcmp (text, "jumlah(perolehan)") == 0) {
        add_contestants (self);
        return PIECE_OK;
    }
    if (percent != NULL) {
        if (!recap_count_parse ((RecapText){ text, (gsize)(percent - text) }, &value) ||
            value == 0 || value > 10000)
            return PIECE_BAD;
        term.percent = (guint)value;
        text = percent + 1;
    }
    g_auto (GStrv) alternatives = g_strsplit (text, "|", -1);
    if (alternatives[0] == NULL) /* a percentage of nothing */
        return PIECE_BAD;
    for (guint i = 0; alternatives[i] != NULL; i++) {
        Piece piece = parse_alternative (self, g_strstrip (alternatives[i]), &term);
        if (piece != PIECE_OK)
            return piece;
    }
    if (term.n_boxes == 0 && term.number < 0)
        return PIECE_ABSENT;
    g_array_append_val (self->terms, term);
    return PIECE_OK;
}

/* Reads one formula without braces. *@ret_formula is NULL when a box is absent. */
static gboolean
parse_formula (const RecapRule *rule, const char *text, const RecapContest *contest,
               const RecapSchema *schema, RecapFormula **ret_formula, GError **error)
{
    RecapFormula *self = g_new0 (RecapFormula, 1);
    self->schema = schema;
    self->contest = contest;
    self->terms = g_array_new (FALSE, TRUE, sizeof (RecapTerm));
    self->bound = strstr (text, "<=") != NULL;

    g_auto (GStrv) sides = g_strsplit (text, self->bound ? "<=" : "=", 2);
    Piece piece = PIECE_OK;
    if (sides[0] == NULL || sides[1] == NULL)
        piece = PIECE_BAD;
    else if (!find_box (self, g_strstrip (sides[0]), &self->stated))
        piece = is_box (schema, sides[0]) ? PIECE_ABSENT : PIECE_BAD;
    g_auto (GStrv) terms = g_strsplit (piece == PIECE_OK ? sides[1] : "", "+", -1);
    if (piece == PIECE_OK && terms[0] == NULL)
        piece = PIECE_BAD;
    for (guint i = 0; terms[i] != NULL && piece == PIECE_OK; i++)
        piece = parse_term (self, g_strstrip (terms[i]));
    if (piece == PIECE_BAD) {
        formula_free (self);
        return set_formula_error (rule, _ ("cannot read the formula"), text, error);
    }
    if (piece == PIECE_ABSENT || self->no_contestant)
        g_clear_pointer (&self, formula_free);
    *ret_formula = self;
    return TRUE;
}

/* The choices of the first braces: 'l,p,j', or every box for '*'.
 *
 * Returns: owned by the caller; NULL when there are no braces. */
static char **
choices_of (const char *text, const RecapContest *contest)
{
    const char *open = strchr (text, '{');
    const char *close = open != NULL ? strchr (open, '}') : NULL;
    if (close == NULL)
        return NULL;
    g_autofree char *inside = g_strndup (open + 1, (gsize)(close - open - 1));
    if (strcmp (inside, "*") != 0)
        return g_strsplit (inside, ",", -1);

    guint n;
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    char **all = g_new0 (char *, n + 1);
    for (guint i = 0; i < n; i++)
        all[i] = g_strdup (fields[i].name);
    return all;
}

/* Returns: @text with its braces replaced by @choice, owned by the caller. */
static char *
choose (const char *text, const char *choice)
{
    GString *out = g_string_new (NULL);
    for (const char *p = text; *p != '\0'; p++) {
        const char *close = *p == '{' ? strchr (p, '}') : NULL;
        if (close == NULL) {
            g_string_append_c (out, *p);
        } else {
            g_string_append (out, choice);
            p = close;
        }
    }
    return g_string_free (out, FALSE);
}

GPtrArray *
recap_formulas_compile (const RecapRule *rule, const RecapContest *contest,
                        const RecapSchema *schema, gboolean outside, GError **error)
{
    g_autoptr (GPtrArray) formulas = g_ptr_array_new_with_free_func (formula_free);
    const char *text =
        outside && rule->formula_outside != NULL ? rule->formula_outside : rule->formula;
    g_auto (GStrv) choices = choices_of (text, contest);
    const char *const none[] = { "", NULL };
    const char *const *all = choices != NULL ? (const char *const *)choices : none;

    if (all[0] == NULL) { /* would switch the rule off in silence */
        set_formula_error (rule, _ ("cannot read the formula"), text, error);
        return NULL;
    }

    for (guint i = 0; all[i] != NULL; i++) {
        g_autofree char *one = choose (text, all[i]);
        RecapFormula *formula = NULL;
        if (!parse_formula (rule, one, contest, schema, &formula, error))
            return NULL;
        if (formula != NULL)
            g_ptr_array_add (formulas, formula);
    }
    return g_steal_pointer (&formulas);
}

guint
recap_formula_get_stated (const RecapFormula *self)
{
    return self->stated;
}

gboolean
recap_formula_is_bound (const RecapFormula *self)
{
    return self->bound;
}

const RecapTerm *
recap_formula_get_terms (const RecapFormula *self, guint *ret_n)
{
    *ret_n = self->terms->len;
    return (const RecapTerm *)(gpointer)self->terms->data;
}

const guint *
recap_term_get_box (const RecapTerm *term, const RecapForm *form)
{
    for (guint i = 0; i < term->n_boxes; i++)
        if (recap_cell_is_number (form->cells[term->boxes[i]]))
            return &term->boxes[i];
    return term->number >= 0 ? NULL : &term->boxes[0];
}

gboolean
recap_formula_evaluate (const RecapFormula *self, const RecapForm *form, gboolean *ret_holds,
                        gint64 *ret_value)
{
    gint64 stated = form->cells[self->stated];
    gint64 sum = 0;
    gint64 hundredths = 0; /* of percentages, to compare without rounding */

    if (!recap_cell_is_number (stated))
        return FALSE;
    for (guint i = 0; i < self->terms->len; i++) {
        const RecapTerm *term = &g_array_index (self->terms, RecapTerm, i);
        const guint *box = recap_term_get_box (term, form);
        gint64 value = box != NULL ? form->cells[*box] : term->number;
        if (!recap_cell_is_number (value))
            return FALSE;
        /* Cells and percentages are bounded, so that neither product nor sum can overflow. */
        if (term->percent > 0)
            hundredths += value * term->percent;
        else
            sum += value;
    }
    *ret_holds =
        self->bound ? 100 * (stated - sum) <= hundredths : 100 * (stated - sum) == hundredths;
    *ret_value = sum + hundredths / 100;
    return TRUE;
}

static void
describe_term (const RecapFormula *self, const RecapTerm *term, const RecapForm *form, GString *out)
{
    char digits[RECAP_CELL_SIZE];
    const guint *box = recap_term_get_box (term, form);

    recap_cell_format (box != NULL ? form->cells[*box] : term->number, digits);
    if (term->percent > 0)
        g_string_append_printf (out, "%u%% x ", term->percent);
    if (box != NULL)
        g_string_append_printf (out, "%s ",
                                recap_schema_get_field (self->schema, self->contest, *box)->box);
    g_string_append (out, digits);
}

void
recap_formula_describe (const RecapFormula *self, const RecapForm *form, GString *out)
{
    gboolean holds;
    gint64 value;
    char digits[RECAP_CELL_SIZE];
    const RecapField *stated = recap_schema_get_field (self->schema, self->contest, self->stated);

    if (!recap_formula_evaluate (self, form, &holds, &value))
        return;
    recap_cell_format (form->cells[self->stated], digits);
    g_string_append_printf (out, "%s %s ", stated->box, digits);
    if (self->bound)
        g_string_append (out, holds ? "<= " : "> ");
    else
        g_string_append (out, holds ? "= " : "!= ");
    for (guint i = 0; i < self->terms->len; i++) {
        if (i > 0)
            g_string_append (out, " + ");
        describe_term (self, &g_array_index (self->terms, RecapTerm, i), form, out);
    }
    const RecapTerm *first = &g_array_index (self->terms, RecapTerm, 0);
    if (self->terms->len > 1 || first->percent > 0)
        g_string_append_printf (out, " = %" PRId64, value);
}
