#include "config.h"

#include "formula.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"

enum {
    WHOLE = 1000,              /* thousandths of a box that counts in full */
    PERMIL_MAX = 100 * WHOLE,  /* so that no product overflows */
    N_TERMS_MAX = 1000,        /* so that no sum does */
    N_SHARES_MAX = 8,          /* terms that are thousandths */
    N_FORMULAS_MAX = 16 * 1024 /* of one rule */
};

struct _RecapFormula {
    const RecapRule *rule; /* only while the formula is read */
    const RecapSchema *schema;
    const RecapContest *contest;
    guint stated;
    RecapRelation relation;
    RecapRounding roundings[RECAP_N_ROUNDINGS];
    guint n_roundings;
    gboolean no_listed; /* a list is empty: nothing to check */
    guint n_shares;
    GArray *terms; /* RecapTerm */
};

static const struct {
    const char *word;
    const char *held;
    const char *broken;
} relations[] = {
    [RECAP_RELATION_EQUAL] = { "=", "=", "!=" },
    [RECAP_RELATION_AT_MOST] = { "<=", "<=", ">" },
    [RECAP_RELATION_BELOW] = { "<", "<", ">=" },
    [RECAP_RELATION_TOGETHER] = { "<=>", "dan", "tetapi" },
};

static void
formula_free (gpointer data)
{
    RecapFormula *self = data;
    g_array_unref (self->terms);
    g_free (self);
}

/* What formulas are read for. */
typedef struct {
    const RecapRule *rule;
    const RecapContest *contest;
    const RecapSchema *schema;
    guint64 line; /* where the formula stands in the file of the rule; 0: unknown */
} Context;

static gboolean
set_formula_error (const Context *context, const char *text, GError **error)
{
    RecapOrigin origin = { context->rule->file, context->line, 0 };
    recap_error_set (error, RECAP_ERROR_SYNTAX, context->line > 0 ? &origin : NULL, "[%s]: %s '%s'",
                     context->rule->code, _ ("cannot read the formula"), text);
    return FALSE;
}

/* ---- terms ---- */

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
    return recap_contests_find_box (recap_schema_get_contests (schema), recap_text (name)) >= 0;
}

/* Adds every box of @role, of the contestant with this ballot number (0: of all). */
static void
add_list (RecapFormula *self, RecapRole role, guint contestant)
{
    self->no_listed = TRUE;
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        const RecapField *field = recap_schema_get_field (self->schema, self->contest, i);
        if (field != NULL && field->role == role &&
            (contestant == 0 || field->contestant == contestant)) {
            RecapTerm term = {
                .boxes = { i }, .n_boxes = 1, .number = -1, .permil = WHOLE, .listed = TRUE
            };
            g_array_append_val (self->terms, term);
            self->no_listed = FALSE;
        }
    }
}

/* Reads 'jumlah(perolehan)' or 'jumlah(calon p01)'. */
static Piece
parse_list (RecapFormula *self, const char *text)
{
    static const char candidates[] = "jumlah(calon ";
    gsize size = strlen (text);

    if (strcmp (text, "jumlah(perolehan)") == 0) {
        add_list (self, RECAP_ROLE_VOTES, 0);
        return PIECE_OK;
    }
    if (!g_str_has_prefix (text, candidates) || text[size - 1] != ')')
        return PIECE_BAD;
    g_autofree char *name = g_strndup (text + strlen (candidates), size - strlen (candidates) - 1);
    const RecapField *party = recap_contest_find (self->contest, recap_text (g_strstrip (name)));
    if (party == NULL || party->role != RECAP_ROLE_PARTY)
        return is_box (self->schema, name) ? PIECE_ABSENT : PIECE_BAD;
    add_list (self, RECAP_ROLE_CANDIDATE, party->contestant);
    return PIECE_OK;
}

/* A limit of the rule itself stands before that of the contest. */
static gboolean
find_limit (const RecapFormula *self, const char *key, gint64 *ret_value)
{
    const GArray *limits = self->rule->limits;
    for (guint i = 0; limits != NULL && i < limits->len; i++) {
        const RecapRuleLimit *limit = &g_array_index (limits, RecapRuleLimit, i);
        if (strcmp (limit->key, key) == 0) {
            *ret_value = limit->value;
            return TRUE;
        }
    }
    return recap_contest_get_limit (self->contest, key, ret_value);
}

/* Reads '@limit' or a number. */
static Piece
parse_number (const RecapFormula *self, const char *text, gint64 *ret_number)
{
    if (*text != '@')
        return recap_count_parse (recap_text (text), ret_number) ? PIECE_OK : PIECE_BAD;
    if (!find_limit (self, text + 1, ret_number))
        return PIECE_ABSENT;
    return *ret_number <= RECAP_COUNT_MAX ? PIECE_OK : PIECE_BAD;
}

/* Reads '102%', '25/1000' or '@limit/1000' before a term, if it is there; *@text goes behind it. */
static Piece
parse_share (RecapFormula *self, const char **text, RecapTerm *term)
{
    static const char thousandths[] = "/1000 ";
    const char *percent = strchr (*text, '%');
    const char *slash = strstr (*text, thousandths);
    const char *at = percent != NULL ? percent : slash;
    gint64 value;

    if (at == NULL)
        return PIECE_OK;
    g_autofree char *number = g_strndup (*text, (gsize)(at - *text));
    Piece piece = parse_number (self, number, &value);
    if (piece != PIECE_OK)
        return piece;
    gint64 factor = percent != NULL ? WHOLE / 100 : 1;
    if (value > PERMIL_MAX / factor || (value == 0 && *number != '@') ||
        ++self->n_shares > N_SHARES_MAX)
        return PIECE_BAD;
    term->permil = (guint)(value * factor);
    *text = at + (percent != NULL ? 1 : strlen (thousandths));
    return PIECE_OK;
}

/* Reads 'box', '@limit' or a number as one of the alternatives of @term. */
static Piece
parse_alternative (const RecapFormula *self, const char *text, RecapTerm *term)
{
    guint box;

    if (*text == '@' || g_ascii_isdigit (*text))
        return parse_number (self, text, &term->number);
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
    RecapTerm term = { .n_boxes = 0, .number = -1, .permil = WHOLE };

    if (*text == '\0' || self->terms->len >= N_TERMS_MAX)
        return PIECE_BAD;
    if (g_str_has_prefix (text, "jumlah("))
        return parse_list (self, text);
    Piece piece = parse_share (self, &text, &term);
    if (piece != PIECE_OK)
        return piece;
    g_auto (GStrv) alternatives = g_strsplit (text, "|", -1);
    if (alternatives[0] == NULL) /* a percentage of nothing */
        return PIECE_BAD;
    for (guint i = 0; alternatives[i] != NULL; i++) {
        piece = parse_alternative (self, g_strstrip (alternatives[i]), &term);
        if (piece != PIECE_OK)
            return piece;
    }
    if (term.n_boxes == 0 && term.number < 0)
        return PIECE_ABSENT;
    g_array_append_val (self->terms, term);
    return PIECE_OK;
}

/* ---- formulas ---- */

/* Returns: the relation in @text and where it stands; NULL when there is none. */
static const char *
find_relation (const char *text, RecapRelation *ret_relation)
{
    const char *found = NULL;
    for (RecapRelation i = 0; i < G_N_ELEMENTS (relations); i++) {
        const char *at = strstr (text, relations[i].word);
        /* Of those that begin at one place the longest is meant: '<' begins '<=' and '<=>'. */
        if (at != NULL && (found == NULL || at < found ||
                           (at == found &&
                            strlen (relations[i].word) > strlen (relations[*ret_relation].word)))) {
            found = at;
            *ret_relation = i;
        }
    }
    return found;
}

static Piece
parse_sides (RecapFormula *self, const char *text)
{
    const char *at = find_relation (text, &self->relation);
    if (at == NULL)
        return PIECE_BAD;
    g_autofree char *stated = g_strndup (text, (gsize)(at - text));
    if (!find_box (self, g_strstrip (stated), &self->stated))
        return is_box (self->schema, stated) ? PIECE_ABSENT : PIECE_BAD;

    g_auto (GStrv) terms = g_strsplit (at + strlen (relations[self->relation].word), "+", -1);
    Piece piece = terms[0] != NULL ? PIECE_OK : PIECE_BAD;
    for (guint i = 0; terms[i] != NULL && piece == PIECE_OK; i++)
        piece = parse_term (self, g_strstrip (terms[i]));
    return piece;
}

/* Reads one formula without braces. *@ret_formula is NULL when a box is absent. */
static gboolean
parse_formula (const Context *context, const char *text, RecapFormula **ret_formula, GError **error)
{
    RecapFormula *self = g_new0 (RecapFormula, 1);
    self->rule = context->rule;
    self->schema = context->schema;
    self->contest = context->contest;
    self->terms = g_array_new (FALSE, TRUE, sizeof (RecapTerm));
    self->n_roundings = context->rule->n_roundings;
    memcpy (self->roundings, context->rule->roundings, sizeof self->roundings);

    Piece piece = parse_sides (self, text);
    self->rule = NULL;
    if (piece == PIECE_BAD) {
        formula_free (self);
        return set_formula_error (context, text, error);
    }
    if (piece == PIECE_ABSENT || self->no_listed)
        g_clear_pointer (&self, formula_free);
    *ret_formula = self;
    return TRUE;
}

/* ---- choices ---- */

/* The choices that stand for all boxes of a kind. */
static const struct {
    const char *word;
    gboolean every;
    RecapRole role;
} kinds[] = {
    { "*", TRUE, RECAP_ROLE_ADMIN },
    { "peserta", FALSE, RECAP_ROLE_VOTES },
    { "partai", FALSE, RECAP_ROLE_PARTY },
    { "calon", FALSE, RECAP_ROLE_CANDIDATE },
};

/* The choices of the first braces: 'l,p,j', or the boxes of a kind.
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
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (strcmp (inside, kinds[i].word) != 0)
            continue;
        guint n, n_found = 0;
        const RecapField *fields = recap_contest_get_fields (contest, &n);
        char **all = g_new0 (char *, n + 1);
        for (guint k = 0; k < n; k++)
            if (kinds[i].every || fields[k].role == kinds[i].role)
                all[n_found++] = g_strdup (fields[k].name);
        return all;
    }
    return g_strsplit (inside, ",", -1);
}

/* Returns: the name of the party to which the box @choice belongs; @choice itself when it belongs
 * to none. */
static const char *
party_of (const RecapContest *contest, const char *choice)
{
    guint n;
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    const RecapField *chosen = recap_contest_find (contest, recap_text (choice));
    for (guint i = 0; chosen != NULL && i < n; i++)
        if (fields[i].role == RECAP_ROLE_PARTY && fields[i].contestant == chosen->contestant)
            return fields[i].name;
    return choice;
}

/* Returns: @text with its braces replaced by @choice, '{partai}' behind the first by its party.
 * Owned by the caller. */
static char *
choose (const char *text, const char *choice, const RecapContest *contest)
{
    static const char party[] = "{partai}";
    GString *out = g_string_new (NULL);
    gboolean first = TRUE;

    for (const char *p = text; *p != '\0'; p++) {
        const char *close = *p == '{' ? strchr (p, '}') : NULL;
        if (close == NULL) {
            g_string_append_c (out, *p);
            continue;
        }
        g_string_append (out, !first && g_str_has_prefix (p, party) ? party_of (contest, choice)
                                                                    : choice);
        first = FALSE;
        p = close;
    }
    return g_string_free (out, FALSE);
}

/* Adds the formulas of @text, which may have braces, to @formulas. */
static gboolean
add_formulas (const Context *context, const char *text, GPtrArray *formulas, GError **error)
{
    g_auto (GStrv) choices = choices_of (text, context->contest);
    const char *const none[] = { "", NULL };
    const char *const *all = choices != NULL ? (const char *const *)choices : none;

    if (all[0] == NULL && strstr (text, "{}") != NULL && strchr (text, '{') == strstr (text, "{}"))
        return set_formula_error (context, text, error);
    for (guint i = 0; all[i] != NULL; i++) {
        g_autofree char *one = choose (text, all[i], context->contest);
        RecapFormula *formula = NULL;
        if (!parse_formula (context, one, &formula, error))
            return FALSE;
        if (formula != NULL)
            g_ptr_array_add (formulas, formula);
        if (formulas->len > N_FORMULAS_MAX)
            return set_formula_error (context, text, error);
    }
    return TRUE;
}

GPtrArray *
recap_formulas_compile (const RecapRule *rule, const RecapContest *contest,
                        const RecapSchema *schema, gboolean outside, GError **error)
{
    g_autoptr (GPtrArray) formulas = g_ptr_array_new_with_free_func (formula_free);
    gboolean other = outside && rule->formula_outside != NULL;
    const char *text = other ? rule->formula_outside : rule->formula;
    const Context context = { rule, contest, schema, other ? rule->line_outside : rule->line };
    g_auto (GStrv) texts = g_strsplit (text, ";", -1);

    if (texts[0] == NULL) { /* would switch the rule off in silence */
        set_formula_error (&context, text, error);
        return NULL;
    }
    for (guint i = 0; texts[i] != NULL; i++)
        if (!add_formulas (&context, g_strstrip (texts[i]), formulas, error))
            return NULL;
    return g_steal_pointer (&formulas);
}

/* ---- what is in a formula ---- */

guint
recap_formula_get_stated (const RecapFormula *self)
{
    return self->stated;
}

RecapRelation
recap_formula_get_relation (const RecapFormula *self)
{
    return self->relation;
}

gboolean
recap_formula_is_bound (const RecapFormula *self)
{
    return self->relation == RECAP_RELATION_AT_MOST;
}

const RecapRounding *
recap_formula_get_roundings (const RecapFormula *self, guint *ret_n)
{
    *ret_n = self->n_roundings;
    return self->roundings;
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

/* Returns: whether @term is not on the ballot of @form. */
static inline gboolean
is_left_out (const RecapTerm *term, const RecapForm *form)
{
    return term->listed && form->cells[term->boxes[0]] == RECAP_CELL_OFF_BALLOT;
}

void
recap_formula_get_boxes (const RecapFormula *self, const RecapForm *form, GArray *boxes)
{
    g_return_if_fail (boxes != NULL);

    g_array_append_val (boxes, self->stated);
    for (guint i = 0; i < self->terms->len; i++) {
        const RecapTerm *term = &g_array_index (self->terms, RecapTerm, i);
        const guint *box = recap_term_get_box (term, form);
        if (box != NULL && !is_left_out (term, form))
            g_array_append_vals (boxes, box, 1);
    }
}

static gboolean
has_box (const RecapFormula *self, guint box)
{
    if (self->stated == box)
        return TRUE;
    for (guint i = 0; i < self->terms->len; i++) {
        const RecapTerm *term = &g_array_index (self->terms, RecapTerm, i);
        for (guint k = 0; k < term->n_boxes; k++)
            if (term->boxes[k] == box)
                return TRUE;
    }
    return FALSE;
}

gboolean
recap_formula_covers (const RecapFormula *self, const RecapFormula *other)
{
    if (!has_box (self, other->stated))
        return FALSE;
    for (guint i = 0; i < other->terms->len; i++) {
        const RecapTerm *term = &g_array_index (other->terms, RecapTerm, i);
        for (guint k = 0; k < term->n_boxes; k++)
            if (!has_box (self, term->boxes[k]))
                return FALSE;
    }
    return TRUE;
}

/* Returns: whether @term is nothing but the box @box. */
static gboolean
is_just (const RecapTerm *term, guint box)
{
    return term->n_boxes == 1 && term->boxes[0] == box && term->number < 0 && term->permil == WHOLE;
}

gboolean
recap_formula_implies (const RecapFormula *self, const RecapFormula *other)
{
    if (self->relation != RECAP_RELATION_EQUAL || self->n_shares > 0 ||
        other->relation != RECAP_RELATION_AT_MOST || other->terms->len != 1 ||
        !is_just (&g_array_index (other->terms, RecapTerm, 0), self->stated))
        return FALSE;
    for (guint i = 0; i < self->terms->len; i++)
        if (is_just (&g_array_index (self->terms, RecapTerm, i), other->stated))
            return TRUE;
    return FALSE;
}

/* ---- arithmetic ---- */

/* The value that @term has in @form before its share is taken; below zero: none. */
static inline gint64
value_of (const RecapTerm *term, const RecapForm *form)
{
    if (G_LIKELY (term->n_boxes == 1 && term->number < 0))
        return form->cells[term->boxes[0]];
    const guint *box = recap_term_get_box (term, form);
    return box != NULL ? form->cells[*box] : term->number;
}

/* Returns: whether @stated is @whole and @rest thousandths, rounded in one of the ways that are
 * accepted; *@value gets what the first of them makes. */
static gboolean
equals_rounded (const RecapFormula *self, gint64 stated, gint64 whole, gint64 rest, gint64 *value)
{
    gboolean equal = FALSE;
    for (guint i = 0; i < self->n_roundings; i++) {
        gboolean up = self->roundings[i] == RECAP_ROUNDING_UP ||
                      (self->roundings[i] == RECAP_ROUNDING_NEAREST && 2 * rest >= WHOLE);
        if (i == 0)
            *value = whole + up;
        equal = equal || stated == whole + up;
    }
    return equal;
}

/* Adds the others up: *@ret_whole and *@ret_rest thousandths, so that nothing is rounded before the
 * end.
 *
 * Returns: FALSE when a box has no number. */
static inline gboolean
add_up (const RecapFormula *self, const RecapForm *form, gint64 *ret_whole, gint64 *ret_rest)
{
    const RecapTerm *terms = (const RecapTerm *)(gpointer)self->terms->data;
    gint64 whole = 0;
    gint64 rest = 0;

    for (guint i = 0; i < self->terms->len; i++) {
        gint64 value = value_of (&terms[i], form);
        if (G_UNLIKELY (!recap_cell_is_number (value))) {
            if (is_left_out (&terms[i], form))
                continue;
            return FALSE;
        }
        /* Cells, shares and their numbers are bounded, so that neither product nor sum can
         * overflow. */
        if (G_LIKELY (terms[i].permil == WHOLE))
            whole += value;
        else
            rest += value * terms[i].permil;
    }
    *ret_whole = whole + rest / WHOLE;
    *ret_rest = rest % WHOLE;
    return TRUE;
}

gboolean
recap_formula_evaluate (const RecapFormula *self, const RecapForm *form, gboolean *ret_holds,
                        gint64 *ret_value)
{
    gint64 stated = form->cells[self->stated];
    gint64 whole, rest;

    if (!recap_cell_is_number (stated) || !add_up (self, form, &whole, &rest))
        return FALSE;
    *ret_value = whole;
    switch (self->relation) {
    case RECAP_RELATION_EQUAL:
        *ret_holds =
            rest == 0 ? stated == whole : equals_rounded (self, stated, whole, rest, ret_value);
        break;
    case RECAP_RELATION_AT_MOST:
        *ret_holds = stated <= whole;
        break;
    case RECAP_RELATION_BELOW:
        *ret_holds = stated < whole || (stated == whole && (rest > 0 || stated == 0));
        break;
    case RECAP_RELATION_TOGETHER:
        *ret_holds = (stated == 0) == (whole == 0 && rest == 0);
        break;
    }
    return TRUE;
}

/* ---- text ---- */

static const char *
box_name (const RecapFormula *self, guint box)
{
    return recap_schema_get_field (self->schema, self->contest, box)->box;
}

static void
describe_term (const RecapFormula *self, const RecapTerm *term, const RecapForm *form, GString *out)
{
    char digits[RECAP_CELL_SIZE];
    const guint *box = recap_term_get_box (term, form);

    recap_cell_format (box != NULL ? form->cells[*box] : term->number, digits);
    if (term->permil % 10 != 0)
        g_string_append_printf (out, "%u,%u%% x ", term->permil / 10, term->permil % 10);
    else if (term->permil != WHOLE)
        g_string_append_printf (out, "%u%% x ", term->permil / 10);
    if (box != NULL)
        g_string_append_printf (out, "%s ", box_name (self, *box));
    g_string_append (out, digits);
}

/* Says which boxes were taken as not on the ballot: the reader must be able to disagree. */
static void
describe_left_out (const RecapFormula *self, const RecapForm *form, GString *out)
{
    enum { N_NAMED = 3 };
    guint n = 0;

    for (guint i = 0; i < self->terms->len; i++) {
        const RecapTerm *term = &g_array_index (self->terms, RecapTerm, i);
        if (!is_left_out (term, form))
            continue;
        if (n++ < N_NAMED)
            g_string_append_printf (out, "%s%s", n == 1 ? " (kosong, tidak dihitung: " : ", ",
                                    box_name (self, term->boxes[0]));
    }
    if (n > N_NAMED)
        g_string_append_printf (out, " dan %u lagi", n - N_NAMED);
    if (n > 0)
        g_string_append_c (out, ')');
}

/* Appends what the others make: '217', '219,3' for a bound, '187 (dibulatkan)' where it counts. */
static void
describe_value (const RecapFormula *self, const RecapForm *form, gint64 value, GString *out)
{
    gint64 whole = 0, rest = 0;

    add_up (self, form, &whole, &rest);
    g_string_append_printf (out, "= %" PRId64, value);
    if (rest == 0)
        return;
    if (self->relation == RECAP_RELATION_EQUAL && self->n_roundings > 0) {
        g_string_append (out, " (dibulatkan)");
        return;
    }
    g_string_append_printf (out, ",%03" PRId64, rest);
    while (out->str[out->len - 1] == '0')
        g_string_truncate (out, out->len - 1);
}

void
recap_formula_describe (const RecapFormula *self, const RecapForm *form, GString *out)
{
    gboolean holds;
    gint64 value;
    char digits[RECAP_CELL_SIZE];
    const char *before = "";
    guint n_terms = 0, n_shares = 0;

    if (!recap_formula_evaluate (self, form, &holds, &value))
        return;
    recap_cell_format (form->cells[self->stated], digits);
    g_string_append_printf (out, "%s %s %s ", box_name (self, self->stated), digits,
                            holds ? relations[self->relation].held
                                  : relations[self->relation].broken);
    for (guint i = 0; i < self->terms->len; i++) {
        const RecapTerm *term = &g_array_index (self->terms, RecapTerm, i);
        if (is_left_out (term, form))
            continue;
        g_string_append (out, before);
        before = " + ";
        n_terms++;
        n_shares += term->permil != WHOLE;
        describe_term (self, term, form, out);
    }
    if (n_terms != 1 || n_shares > 0) {
        g_string_append (out, n_terms > 0 ? " " : "");
        describe_value (self, form, value, out);
    }
    describe_left_out (self, form, out);
}
