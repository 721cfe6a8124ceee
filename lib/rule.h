/* The catalogue of findings, and the formulas of one form, as data. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "finding.h"
#include "form.h"

G_BEGIN_DECLS

/* What looks for a finding. */
typedef enum {
    RECAP_RULE_FORMULA,    /* rumus: an equation or a bound between boxes of one form */
    RECAP_RULE_BLANK,      /* kosong: a required box without a number */
    RECAP_RULE_REGISTER,   /* daftar: the TPS that must exist, and how often */
    RECAP_RULE_WORDS,      /* terbilang: figures and words of one box, as they are imported */
    RECAP_RULE_COMPARISON, /* banding: between two sources */
} RecapRuleKind;

/* One entry of the catalogue. All texts are UTF-8, Indonesian, and belong to the catalogue. */
typedef struct {
    char *code; /* R08, D01: never changes its meaning */
    RecapSeverity severity;
    RecapRuleKind kind;
    gboolean active;       /* FALSE: switched off (aktif=false) */
    gboolean one_station;  /* not for sums of several TPS */
    char *formula;         /* NULL when the rule has none */
    char *formula_outside; /* for TPS that are not ordinary; NULL: the same */
    char *boxes;
    char *label;
    char *explanation;
    char *action;
} RecapRule;

typedef struct _RecapRules RecapRules;

/* Loads the catalogue that is built in, then the file @path (may be NULL), whose keys replace those
 * of the same group; see recap-rules(5).
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_IO, _SYNTAX or _SCHEMA. */
RecapRules *recap_rules_load (const char *path, GError **error);
void recap_rules_free (RecapRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRules, recap_rules_free)

/* Returns: the number of entries; recap_rules_get() gives them in the order of the catalogue. */
guint recap_rules_get_n (const RecapRules *self);
const RecapRule *recap_rules_get (const RecapRules *self, guint index);

/* Returns: the entry with this code, or NULL. Belongs to @self. */
const RecapRule *recap_rules_find (const RecapRules *self, const char *code);

/* A formula made ready for the forms of one contest and one schema: STATED = OTHERS or
 * STATED <= OTHERS. */
typedef struct _RecapFormula RecapFormula;

/* Makes the formulas of @rule ready, one for each choice of its braces, for ordinary TPS or, when
 * @outside, for others. A choice whose boxes the contest or the schema does not have is left out.
 *
 * Returns: a new array of RecapFormula owned by the caller, maybe empty; NULL with @error
 *          RECAP_ERROR_SYNTAX when the formula cannot be read. */
GPtrArray *recap_formulas_compile (const RecapRule *rule, const RecapContest *contest,
                                   const RecapSchema *schema, gboolean outside, GError **error);

/* Returns: the index in the schema of the box that states the result. */
guint recap_formula_get_stated (const RecapFormula *self);

/* Works out what the other boxes make of the stated one.
 *
 * Returns: FALSE when a box has no number, so that the rule cannot be checked; else TRUE,
 *          *@ret_holds whether the form keeps the rule, and *@ret_value what the others make (the
 *          bound, for <=). */
gboolean recap_formula_evaluate (const RecapFormula *self, const RecapForm *form,
                                 gboolean *ret_holds, gint64 *ret_value);

/* Appends the formula with the numbers of @form: 'V.A 216 != IV.1 72 + IV.2 109 + IV.3 36 =
 * 217'. */
void recap_formula_describe (const RecapFormula *self, const RecapForm *form, GString *out);

G_END_DECLS
