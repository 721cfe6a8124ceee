#include "config.h"

#include "rule.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "builtin.h"
#include "error.h"

struct _RecapRules {
    GPtrArray *rules; /* RecapRule */
};

static const char *const kind_names[] = {
    [RECAP_RULE_FORMULA] = "rumus",      [RECAP_RULE_BLANK] = "kosong",
    [RECAP_RULE_REGISTER] = "daftar",    [RECAP_RULE_WORDS] = "terbilang",
    [RECAP_RULE_COMPARISON] = "banding",
};

/* ---- the catalogue ---- */

static void
rule_free (gpointer data)
{
    RecapRule *rule = data;
    g_free (rule->code);
    g_free (rule->formula);
    g_free (rule->formula_outside);
    g_free (rule->boxes);
    g_free (rule->label);
    g_free (rule->explanation);
    g_free (rule->action);
    g_free (rule);
}

static gboolean
set_rule_error (const char *file, const char *code, const char *what, GError **error)
{
    RecapOrigin origin = { file, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "[%s]: %s", code, what);
    return FALSE;
}

static gboolean
parse_kind (const char *word, RecapRuleKind *ret_kind)
{
    for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
        if (strcmp (word, kind_names[i]) == 0) {
            *ret_kind = i;
            return TRUE;
        }
    return FALSE;
}

/* Gives *@text the value of @key where the group has it. */
static void
take_text (GKeyFile *file, const char *group, const char *key, char **text)
{
    g_autofree char *value = g_key_file_get_string (file, group, key, NULL);
    if (value != NULL) {
        g_free (*text);
        *text = g_steal_pointer (&value);
    }
}

/* Reads one group into @rule, which may have values already. */
static gboolean
take_group (RecapRule *rule, GKeyFile *file, const char *group, const char *name, GError **error)
{
    g_autofree char *severity = g_key_file_get_string (file, group, "tingkat", NULL);
    g_autofree char *kind = g_key_file_get_string (file, group, "jenis", NULL);
    g_autofree char *scope = g_key_file_get_string (file, group, "lingkup", NULL);

    if (severity != NULL && !recap_severity_parse (recap_text (severity), &rule->severity))
        return set_rule_error (name, group, _ ("tingkat is not galat, peringatan or info"), error);
    if (kind != NULL && !parse_kind (kind, &rule->kind))
        return set_rule_error (
            name, group, _ ("jenis is not rumus, kosong, daftar, terbilang or banding"), error);
    if (scope != NULL)
        rule->one_station = strcmp (scope, "tps") == 0;
    if (g_key_file_has_key (file, group, "aktif", NULL)) {
        g_autoptr (GError) local = NULL;
        rule->active = g_key_file_get_boolean (file, group, "aktif", &local);
        if (local != NULL)
            return set_rule_error (name, group, _ ("aktif is not true or false"), error);
    }
    take_text (file, group, "rumus", &rule->formula);
    take_text (file, group, "rumus_luar", &rule->formula_outside);
    take_text (file, group, "kotak", &rule->boxes);
    take_text (file, group, "label", &rule->label);
    take_text (file, group, "penjelasan", &rule->explanation);
    take_text (file, group, "tindakan", &rule->action);
    if (rule->label == NULL || rule->boxes == NULL || rule->explanation == NULL ||
        rule->action == NULL)
        return set_rule_error (name, group,
                               _ ("kotak, label, penjelasan and tindakan are required"), error);
    if (rule->kind == RECAP_RULE_FORMULA && rule->formula == NULL)
        return set_rule_error (name, group, _ ("rumus is required"), error);
    return TRUE;
}

static gboolean
take_file (RecapRules *self, const char *bytes, const char *name, GError **error)
{
    g_autoptr (GKeyFile) file = g_key_file_new ();
    g_autoptr (GError) local = NULL;

    if (!g_key_file_load_from_data (file, bytes, G_MAXSIZE, G_KEY_FILE_NONE, &local)) {
        RecapOrigin origin = { name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, "%s", local->message);
        return FALSE;
    }
    g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
    for (guint i = 0; groups[i] != NULL; i++) {
        RecapRule *rule = (RecapRule *)recap_rules_find (self, groups[i]);
        if (rule == NULL) {
            rule = g_new0 (RecapRule, 1);
            rule->code = g_strdup (groups[i]);
            rule->active = TRUE;
            g_ptr_array_add (self->rules, rule);
        }
        if (!take_group (rule, file, groups[i], name, error))
            return FALSE;
    }
    return TRUE;
}

RecapRules *
recap_rules_load (const char *path, GError **error)
{
    g_autoptr (RecapRules) self = g_new0 (RecapRules, 1);
    g_autofree char *bytes = NULL;
    g_autoptr (GError) local = NULL;

    self->rules = g_ptr_array_new_with_free_func (rule_free);
    for (const RecapBuiltin *b = recap_builtin; b->name != NULL; b++)
        if (strcmp (b->name, "rules.conf") == 0 && !take_file (self, b->text, b->name, error))
            return NULL;
    if (path == NULL)
        return g_steal_pointer (&self);
    if (!g_file_get_contents (path, &bytes, NULL, &local)) {
        recap_error_set (error, RECAP_ERROR_IO, NULL, "%s", local->message);
        return NULL;
    }
    if (!take_file (self, bytes, path, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_rules_free (RecapRules *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->rules);
    g_free (self);
}

guint
recap_rules_get_n (const RecapRules *self)
{
    return self->rules->len;
}

const RecapRule *
recap_rules_get (const RecapRules *self, guint index)
{
    g_return_val_if_fail (index < self->rules->len, NULL);
    return self->rules->pdata[index];
}

const RecapRule *
recap_rules_find (const RecapRules *self, const char *code)
{
    for (guint i = 0; i < self->rules->len; i++) {
        const RecapRule *rule = self->rules->pdata[i];
        if (strcmp (rule->code, code) == 0)
            return rule;
    }
    return NULL;
}

/* ---- formulas ---- */

/* One summand. Of several boxes the first that has a number counts, or else the number. */
typedef struct {
    guint boxes[4]; /* indices in the schema */
    guint n_boxes;
    gint64 number; /* -1: none */
    guint percent; /* of the box; 0: the box itself */
} Term;

struct _RecapFormula {
    const RecapSchema *schema;
    const RecapContest *contest;
    guint stated;
    gboolean bound;         /* <=, not = */
    gboolean no_contestant; /* the sum over the contestants is empty: nothing to check */
    GArray *terms;          /* Term */
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
            Term term = { .boxes = { i }, .n_boxes = 1, .number = -1 };
            g_array_append_val (self->terms, term);
            self->no_contestant = FALSE;
        }
    }
}

/* Reads 'box', '@limit' or a number as one of the alternatives of @term. */
static Piece
parse_alternative (const RecapFormula *self, const char *text, Term *term)
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
    Term term = { .n_boxes = 0, .number = -1 };
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
    self->terms = g_array_new (FALSE, TRUE, sizeof (Term));
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

/* Returns: the box of @term that counts, NULL when its number does. */
static const guint *
box_of (const Term *term, const RecapForm *form)
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
        const Term *term = &g_array_index (self->terms, Term, i);
        const guint *box = box_of (term, form);
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
describe_term (const RecapFormula *self, const Term *term, const RecapForm *form, GString *out)
{
    char digits[RECAP_CELL_SIZE];
    const guint *box = box_of (term, form);

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
        describe_term (self, &g_array_index (self->terms, Term, i), form, out);
    }
    const Term *first = &g_array_index (self->terms, Term, 0);
    if (self->terms->len > 1 || first->percent > 0)
        g_string_append_printf (out, " = %" PRId64, value);
}
