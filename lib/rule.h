/* The catalogue of findings, as data. */
#pragma once

#include <glib.h>

#include "contest.h"
#include "finding.h"
#include "text.h"

G_BEGIN_DECLS

/* What looks for a finding. */
typedef enum {
    RECAP_RULE_FORMULA,     /* rumus: an equation or a bound between boxes of one form */
    RECAP_RULE_BLANK,       /* kosong: a required box without a number */
    RECAP_RULE_PAGE,        /* halaman: sections of the form without any number */
    RECAP_RULE_REGISTER,    /* daftar: the TPS that must exist, and how often */
    RECAP_RULE_COMPARISON,  /* banding: between two sources */
    RECAP_RULE_EXPLANATION, /* sebab: what explains such differences; nothing to decide upon */
} RecapRuleKind;

/* How a percentage that is no whole number may be rounded where a box must be equal to it. */
typedef enum {
    RECAP_ROUNDING_UP,      /* atas */
    RECAP_ROUNDING_DOWN,    /* bawah */
    RECAP_ROUNDING_NEAREST, /* terdekat: a half goes up */
    RECAP_N_ROUNDINGS,
} RecapRounding;

/* A number that formulas call by '@' and its key. */
typedef struct {
    char *key;
    gint64 value;
} RecapRuleLimit;

/* One entry of the catalogue. All texts are UTF-8, Indonesian, and belong to the entry. */
typedef struct {
    char *code; /* R08, D01: never changes its meaning */
    RecapSeverity severity;
    RecapRuleKind kind;
    gboolean active;       /* FALSE: switched off (aktif=false) */
    gboolean one_station;  /* not for sums of several TPS */
    char *formula;         /* one or several, separated by ';'; NULL when the rule has none */
    char *formula_outside; /* for TPS that are not ordinary; NULL: the same */
    char *file;            /* where the formulas were read; NULL: nowhere */
    guint64 line;          /* of formula; 0: unknown */
    guint64 line_outside;  /* of formula_outside */
    char **loses_to;       /* codes of rules that speak in its place, ending in NULL; NULL: none */
    char **sections;       /* numbers of the sections that are pages, ending in NULL; NULL: none */
    RecapRounding roundings[RECAP_N_ROUNDINGS]; /* that are accepted, the first one is shown */
    guint n_roundings;                          /* 0: only a whole number is equal */
    GArray *limits; /* RecapRuleLimit, in place of those of the contest; NULL: none */
    char *boxes;
    char *label;
    char *explanation;
    char *action;         /* what the secretary does */
    char *action_witness; /* what a witness does; NULL: nothing of their own */
    char *action_auditor;
} RecapRule;

/* Frees an entry that recap_rules_resolve() gave. */
void recap_rule_free (RecapRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRule, recap_rule_free)

typedef struct _RecapRules RecapRules;

/* Loads the catalogue that is built in, then the file @path (may be NULL), whose keys replace those
 * of the same group; see recap-rules(5).
 *
 * Returns: owned by the caller; NULL with @error RECAP_ERROR_IO, _LIMIT, _SYNTAX or _SCHEMA. */
RecapRules *recap_rules_load (const char *path, GError **error);
void recap_rules_free (RecapRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapRules, recap_rules_free)

/* Returns: FALSE with @error RECAP_ERROR_SCHEMA when a group is for a contest that @contests do not
 *          have: it would be of no use, in silence. */
gboolean recap_rules_check_contests (const RecapRules *self, const RecapContests *contests,
                                     GError **error);

/* Returns: the number of entries; recap_rules_get() gives them in the order of the catalogue, as
 * they are where no group for a contest or a region changes them. */
guint recap_rules_get_n (const RecapRules *self);
const RecapRule *recap_rules_get (const RecapRules *self, guint index);

/* Returns: the entry with this code, or NULL. Belongs to @self. */
const RecapRule *recap_rules_find (const RecapRules *self, const char *code);

/* Returns: the longest of the regions for which @self has a group of its own that holds @kode; ""
 *          when there is none. Codes with the same answer have the same rules. Belongs to @self. */
const char *recap_rules_find_region (const RecapRules *self, RecapText kode);

/* Returns: entry @index as it is for the contest @kontes in the region or station @kode. Owned by
 *          the caller. */
RecapRule *recap_rules_resolve (const RecapRules *self, guint index, const char *kontes,
                                RecapText kode);

/* Returns: what the groups for contests and regions change of entry @index, one text for each:
 *          'kontes=pkwkp wilayah=3216: batas_pemilih=650'. A new array of char *, owned by the
 *          caller. */
GPtrArray *recap_rules_describe_scopes (const RecapRules *self, guint index);

/* One place where a rule is switched off. */
typedef struct {
    const RecapRule *rule; /* as recap_rules_get() gives it */
    const char *kontes;    /* "": every contest */
    const char *wilayah;   /* "": everywhere */
} RecapRuleGap;

/* Returns: a new array of RecapRuleGap, owned by the caller: where rules are switched off, in the
 *          order of the catalogue. The texts belong to @self. */
GArray *recap_rules_list_gaps (const RecapRules *self);

G_END_DECLS
