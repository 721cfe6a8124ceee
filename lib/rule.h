/* The catalogue of findings, as data. */
#pragma once

#include <glib.h>

#include "finding.h"

G_BEGIN_DECLS

/* What looks for a finding. */
typedef enum {
    RECAP_RULE_FORMULA,     /* rumus: an equation or a bound between boxes of one form */
    RECAP_RULE_BLANK,       /* kosong: a required box without a number */
    RECAP_RULE_REGISTER,    /* daftar: the TPS that must exist, and how often */
    RECAP_RULE_COMPARISON,  /* banding: between two sources */
    RECAP_RULE_EXPLANATION, /* sebab: what explains such differences; nothing to decide upon */
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

G_END_DECLS
