#include "config.h"

#include "rule.h"

#include <glib/gi18n-lib.h>

#include "builtin.h"
#include "count.h"
#include "error.h"
#include "key-file.h"
#include "key-lines.h"
#include "region.h"

/* 'tingkat=galat' with where it stands. */
typedef struct {
    char *key;
    char *value;
    guint64 line;
} Pair;

/* What a file says of one rule: everywhere, or for one contest, one region, or both. */
typedef struct {
    char *name; /* as written: 'R14 wilayah=3216' */
    guint rule; /* index into the catalogue */
    char *kontes;
    char *wilayah;
    char *file;
    guint64 line;
    GArray *pairs; /* Pair */
} Group;

struct _RecapRules {
    GPtrArray *rules;  /* RecapRule: the groups for every contest and region, one over the other */
    GPtrArray *groups; /* Group, in the order in which they are applied */
};

static const char *const kind_names[] = {
    [RECAP_RULE_FORMULA] = "rumus",      [RECAP_RULE_BLANK] = "kosong",
    [RECAP_RULE_PAGE] = "halaman",       [RECAP_RULE_REGISTER] = "daftar",
    [RECAP_RULE_WORDS] = "terbilang",    [RECAP_RULE_MARK] = "tanda",
    [RECAP_RULE_CONTESTS] = "antar",     [RECAP_RULE_TOTALS] = "total",
    [RECAP_RULE_COMPARISON] = "banding", [RECAP_RULE_EXPLANATION] = "sebab",
};

static const char *const rounding_names[] = {
    [RECAP_ROUNDING_UP] = "atas",
    [RECAP_ROUNDING_DOWN] = "bawah",
    [RECAP_ROUNDING_NEAREST] = "terdekat",
};

/* The keys that are text, and where it goes. */
static const struct {
    const char *name;
    gsize offset;
} text_keys[] = {
    { "rumus", G_STRUCT_OFFSET (RecapRule, formula) },
    { "rumus_luar", G_STRUCT_OFFSET (RecapRule, formula_outside) },
    { "kotak", G_STRUCT_OFFSET (RecapRule, boxes) },
    { "label", G_STRUCT_OFFSET (RecapRule, label) },
    { "penjelasan", G_STRUCT_OFFSET (RecapRule, explanation) },
    { "tindakan", G_STRUCT_OFFSET (RecapRule, action) },
    { "tindakan_saksi", G_STRUCT_OFFSET (RecapRule, action_witness) },
    { "tindakan_auditor", G_STRUCT_OFFSET (RecapRule, action_auditor) },
};

static char **
text_of (RecapRule *rule, guint key)
{
    return G_STRUCT_MEMBER_P (rule, text_keys[key].offset);
}

static void
limit_clear (gpointer data)
{
    g_free (((RecapRuleLimit *)data)->key);
}

static void
contest_clear (gpointer data)
{
    g_free (((RecapRuleContest *)data)->kontes);
}

static RecapRule *
rule_new (const char *code)
{
    RecapRule *rule = g_new0 (RecapRule, 1);
    rule->code = g_strdup (code);
    rule->active = TRUE;
    rule->limits = g_array_new (FALSE, FALSE, sizeof (RecapRuleLimit));
    g_array_set_clear_func (rule->limits, limit_clear);
    rule->order = g_array_new (FALSE, FALSE, sizeof (RecapRuleContest));
    g_array_set_clear_func (rule->order, contest_clear);
    return rule;
}

void
recap_rule_free (RecapRule *self)
{
    if (self == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
        g_free (*text_of (self, i));
    g_strfreev (self->loses_to);
    g_strfreev (self->sections);
    g_strfreev (self->except);
    g_strfreev (self->boxes_between);
    g_strfreev (self->boxes_hint);
    g_array_unref (self->order);
    g_array_unref (self->limits);
    g_free (self->file);
    g_free (self->code);
    g_free (self);
}

static void
pair_clear (gpointer data)
{
    Pair *pair = data;
    g_free (pair->key);
    g_free (pair->value);
}

static void
group_free (gpointer data)
{
    Group *group = data;
    g_free (group->name);
    g_free (group->kontes);
    g_free (group->wilayah);
    g_free (group->file);
    g_array_unref (group->pairs);
    g_free (group);
}

/* Returns: whether @group is for every contest and region. */
static gboolean
is_general (const Group *group)
{
    return *group->kontes == '\0' && *group->wilayah == '\0';
}

/* ---- the keys ---- */

/* What apply_pair() says of a key that nobody knows. */
static const char unknown_key[] = "";

static gboolean
find_word (const char *word, const char *const *names, guint n, guint *ret_index)
{
    for (guint i = 0; i < n; i++)
        if (strcmp (word, names[i]) == 0) {
            *ret_index = i;
            return TRUE;
        }
    return FALSE;
}

/* Returns: the words of 'R08, R09', ending in NULL; owned by the caller. */
static char **
split_words (const char *value)
{
    char **words = g_strsplit_set (value, ",;", -1);
    for (guint i = 0; words[i] != NULL; i++)
        g_strstrip (words[i]);
    return words;
}

static const char *
set_severity (RecapRule *rule, const char *value)
{
    return recap_severity_parse (recap_text (value), &rule->severity) &&
                   rule->severity != RECAP_SEVERITY_HELD
               ? NULL
               : _ ("tingkat is not galat, peringatan or info");
}

static const char *
set_kind (RecapRule *rule, const char *value)
{
    guint kind;
    if (!find_word (value, kind_names, G_N_ELEMENTS (kind_names), &kind))
        return _ ("jenis is not rumus, kosong, halaman, daftar, terbilang, tanda, antar, total, "
                  "banding or sebab");
    rule->kind = kind;
    return NULL;
}

static const char *
set_scope (RecapRule *rule, const char *value)
{
    rule->one_station = strcmp (value, "tps") == 0;
    return rule->one_station || strcmp (value, "semua") == 0 ? NULL
                                                             : _ ("lingkup is not tps or semua");
}

static const char *
set_active (RecapRule *rule, const char *value)
{
    rule->active = strcmp (value, "true") == 0;
    return rule->active || strcmp (value, "false") == 0 ? NULL : _ ("aktif is not true or false");
}

static const char *
set_loses_to (RecapRule *rule, const char *value)
{
    g_strfreev (rule->loses_to);
    rule->loses_to = split_words (value);
    return NULL;
}

static const char *
set_sections (RecapRule *rule, const char *value)
{
    g_strfreev (rule->sections);
    rule->sections = split_words (value);
    return NULL;
}

static const char *
set_roundings (RecapRule *rule, const char *value)
{
    g_auto (GStrv) words = split_words (value);
    rule->n_roundings = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        guint rounding;
        if (rule->n_roundings == RECAP_N_ROUNDINGS ||
            !find_word (words[i], rounding_names, RECAP_N_ROUNDINGS, &rounding))
            return _ ("pembulatan is not atas, bawah, terdekat or several of them");
        rule->roundings[rule->n_roundings++] = rounding;
    }
    return NULL;
}

static const char *
set_except (RecapRule *rule, const char *value)
{
    g_strfreev (rule->except);
    rule->except = split_words (value);
    return NULL;
}

static const char *
set_boxes_between (RecapRule *rule, const char *value)
{
    g_strfreev (rule->boxes_between);
    rule->boxes_between = split_words (value);
    return NULL;
}

static const char *
set_boxes_hint (RecapRule *rule, const char *value)
{
    g_strfreev (rule->boxes_hint);
    rule->boxes_hint = split_words (value);
    return NULL;
}

/* Adds the contests of 'A = B = C' or 'A >= B, C >= D'.
 *
 * Returns: FALSE when it is neither. */
static gboolean
add_chain (RecapRule *rule, const char *text, guint chain)
{
    gboolean bound = strstr (text, ">=") != NULL;
    g_auto (GStrv) ranks = g_strsplit (text, bound ? ">=" : "=", -1);

    for (guint rank = 0; ranks[rank] != NULL; rank++) {
        g_auto (GStrv) words = g_strsplit (ranks[rank], ",", -1);
        for (guint i = 0; words[i] != NULL; i++) {
            RecapRuleContest contest = { g_strdup (g_strstrip (words[i])), chain, rank, bound };
            g_array_append_val (rule->order, contest);
            if (*contest.kontes == '\0' || strpbrk (contest.kontes, " <>=") != NULL ||
                (!bound && i > 0))
                return FALSE;
        }
    }
    return ranks[0] != NULL && ranks[1] != NULL;
}

static const char *
set_order (RecapRule *rule, const char *value)
{
    g_auto (GStrv) chains = g_strsplit (value, ";", -1);

    g_array_set_size (rule->order, 0);
    for (guint i = 0; chains[i] != NULL; i++)
        if (!add_chain (rule, chains[i], i))
            return _ ("urutan is not 'A = B = C' or 'A >= B, C >= D'");
    return NULL;
}

static const char *
set_twin_votes (RecapRule *rule, const char *value)
{
    gint64 number;
    if (!recap_count_parse (recap_text (value), &number) || number > G_MAXUINT16)
        return _ ("kembar is not a number");
    rule->twin_votes = (guint)number;
    return NULL;
}

/* The other keys. Each function returns NULL or what is wrong. */
static const struct {
    const char *name;
    const char *(*set) (RecapRule *rule, const char *value);
} word_keys[] = {
    { "tingkat", set_severity },     { "jenis", set_kind },
    { "lingkup", set_scope },        { "aktif", set_active },
    { "bagian", set_sections },      { "kalah_dari", set_loses_to },
    { "pembulatan", set_roundings }, { "kecuali", set_except },
    { "isian", set_boxes_between },  { "isian_peringatan", set_boxes_hint },
    { "urutan", set_order },         { "kembar", set_twin_votes },
};

/* Returns: whether a formula of @rule calls the limit @key. */
static gboolean
uses_limit (const RecapRule *rule, const char *key)
{
    const char *const formulas[] = { rule->formula, rule->formula_outside };
    gsize size = strlen (key);

    for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
        for (const char *p = formulas[i]; p != NULL && (p = strchr (p, '@')) != NULL; p++)
            if (strncmp (p + 1, key, size) == 0 && !g_ascii_isalnum (p[1 + size]) &&
                p[1 + size] != '_')
                return TRUE;
    return FALSE;
}

static const char *
set_limit (RecapRule *rule, const char *key, const char *value)
{
    RecapRuleLimit limit = { .key = NULL };

    if (!recap_count_parse (recap_text (value), &limit.value))
        return uses_limit (rule, key) ? _ ("a limit is not a number") : unknown_key;
    for (guint i = 0; i < rule->limits->len; i++) {
        RecapRuleLimit *old = &g_array_index (rule->limits, RecapRuleLimit, i);
        if (strcmp (old->key, key) == 0) {
            old->value = limit.value;
            return NULL;
        }
    }
    limit.key = g_strdup (key);
    g_array_append_val (rule->limits, limit);
    return NULL;
}

/* Remembers where a formula of @rule is from. */
static void
set_place (RecapRule *rule, const Pair *pair, const char *file)
{
    gboolean ordinary = strcmp (pair->key, "rumus") == 0;
    if (!ordinary && strcmp (pair->key, "rumus_luar") != 0)
        return;
    if (g_strcmp0 (rule->file, file) != 0)
        rule->line = rule->line_outside = 0; /* those of another file */
    g_free (rule->file);
    rule->file = g_strdup (file);
    *(ordinary ? &rule->line : &rule->line_outside) = pair->line;
}

/* Gives @rule what @pair, which is from @file, says.
 *
 * Returns: NULL, or what is wrong with it: a static text or unknown_key. */
static const char *
apply_pair (RecapRule *rule, const Pair *pair, const char *file)
{
    set_place (rule, pair, file);
    for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
        if (strcmp (pair->key, text_keys[i].name) == 0) {
            g_free (*text_of (rule, i));
            *text_of (rule, i) = g_strdup (pair->value);
            return NULL;
        }
    for (guint i = 0; i < G_N_ELEMENTS (word_keys); i++)
        if (strcmp (pair->key, word_keys[i].name) == 0)
            return word_keys[i].set (rule, pair->value);
    return set_limit (rule, pair->key, pair->value);
}

/* ---- reading ---- */

/* What the lines fill. */
typedef struct {
    RecapRules *rules;
    const char *file;
    Group *group; /* that the line belongs to */
} Parser;

/* Says what is wrong with a line of @group that was read before. */
static gboolean
fail (const Group *group, guint64 line, const char *message, GError **error)
{
    RecapOrigin origin = { group->file, line, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "[%s]: %s", group->name, message);
    return FALSE;
}

/* Returns: the message about a key that nobody knows, owned by the caller. */
static char *
describe_key (const char *key)
{
    g_autofree char *shown = recap_text_display (key, strlen (key));
    return g_strdup_printf (_ ("unknown key '%s'"), shown);
}

/* Names the keys there are. */
static void
hint_keys (GError **error)
{
    g_autoptr (GString) known = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (word_keys); i++)
        g_string_append_printf (known, "%s, ", word_keys[i].name);
    for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
        g_string_append_printf (known, "%s, ", text_keys[i].name);
    recap_error_set_hint (error, _ ("keys are %sand the limits that the formula calls by @"),
                          known->str);
}

/* Reads 'R14', 'R14 kontes=pkwkp', 'R14 wilayah=3216' or both. */
static Group *
parse_group (const char *name)
{
    g_auto (GStrv) words = g_strsplit (name, " ", -1);
    Group *group = g_new0 (Group, 1);
    gboolean ok = words[0] != NULL && *words[0] != '\0';

    group->name = g_strdup (name);
    group->kontes = g_strdup ("");
    group->wilayah = g_strdup ("");
    group->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
    g_array_set_clear_func (group->pairs, pair_clear);
    for (guint i = 1; ok && words[i] != NULL; i++) {
        const char *equals = strchr (words[i], '=');
        gboolean is_contest = g_str_has_prefix (words[i], "kontes=");
        char **word = is_contest ? &group->kontes : &group->wilayah;
        ok = (is_contest || g_str_has_prefix (words[i], "wilayah=")) && equals[1] != '\0' &&
             **word == '\0';
        if (ok) {
            g_free (*word);
            *word = g_strdup (equals + 1);
        }
    }
    if (ok)
        return group;
    group_free (group);
    return NULL;
}

static guint
find_or_add (RecapRules *self, const char *code)
{
    for (guint i = 0; i < self->rules->len; i++)
        if (strcmp (((RecapRule *)self->rules->pdata[i])->code, code) == 0)
            return i;
    g_ptr_array_add (self->rules, rule_new (code));
    return self->rules->len - 1;
}

static gboolean
enter_group (const RecapKeyLines *lines, RecapText text, gpointer data, GError **error)
{
    Parser *self = data;
    g_autofree char *name = g_strndup (text.bytes, text.size);
    Group *group = parse_group (name);

    if (group == NULL) {
        g_autofree char *shown = recap_text_display (name, strlen (name));
        g_autofree char *message = g_strdup_printf (_ ("unknown group [%s]"), shown);
        recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, text, message, error);
        recap_error_set_hint (
            error, _ ("a group is [CODE], [CODE kontes=CONTEST], [CODE wilayah=PREFIX] or both"));
        return FALSE;
    }
    g_autofree char *code = g_strndup (name, strcspn (name, " "));
    group->rule = find_or_add (self->rules, code);
    group->file = g_strdup (self->file);
    group->line = recap_key_lines_get_line (lines);
    g_ptr_array_add (self->rules->groups, group);
    self->group = group;
    return TRUE;
}

/* Returns: whether @key says what is kept of the forms of all contests, before the first one is
 * looked at. */
static gboolean
is_general_key (const char *key)
{
    static const char *const keys[] = { "isian", "isian_peringatan", "kembar", "urutan", NULL };
    return g_strv_contains (keys, key);
}

/* The value is tried at once, so that an error has its line. */
static gboolean
read_key (const RecapKeyLines *lines, RecapText key, RecapText value, gpointer data, GError **error)
{
    Parser *self = data;
    Group *group = self->group;
    Pair pair = { g_strndup (key.bytes, key.size), g_strndup (value.bytes, value.size),
                  recap_key_lines_get_line (lines) };

    g_array_append_val (group->pairs, pair);
    if (!is_general (group) && is_general_key (pair.key))
        return recap_key_lines_fail (
            lines, RECAP_ERROR_SCHEMA, key,
            _ ("isian, isian_peringatan, kembar and urutan are the same everywhere"), error);
    RecapRule *rule = self->rules->rules->pdata[group->rule];
    g_autoptr (RecapRule) scratch = rule_new (rule->code);
    scratch->formula = g_strdup (rule->formula);
    scratch->formula_outside = g_strdup (rule->formula_outside);
    const char *wrong = apply_pair (is_general (group) ? rule : scratch, &pair, self->file);
    if (wrong == NULL)
        return TRUE;
    if (wrong != unknown_key)
        return recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, value, wrong, error);
    g_autofree char *message = describe_key (pair.key);
    recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, key, message, error);
    hint_keys (error);
    return FALSE;
}

/* What only the whole file can tell of a group: that nothing is missing, and that what looks like a
 * limit is one. */
static gboolean
check_group (const RecapRules *self, const Group *group, GError **error)
{
    g_autoptr (RecapRule) rule =
        recap_rules_resolve (self, group->rule, group->kontes, recap_text (group->wilayah));

    if (rule->label == NULL || rule->boxes == NULL || rule->explanation == NULL ||
        rule->action == NULL)
        return fail (group, group->line, _ ("kotak, label, penjelasan and tindakan are required"),
                     error);
    if (rule->kind == RECAP_RULE_FORMULA && rule->formula == NULL)
        return fail (group, group->line, _ ("rumus is required"), error);
    for (guint i = 0; i < group->pairs->len; i++) {
        const Pair *pair = &g_array_index (group->pairs, Pair, i);
        for (guint k = 0; k < rule->limits->len; k++) {
            if (strcmp (g_array_index (rule->limits, RecapRuleLimit, k).key, pair->key) != 0 ||
                uses_limit (rule, pair->key))
                continue;
            g_autofree char *message = describe_key (pair->key);
            fail (group, pair->line, message, error);
            hint_keys (error);
            return FALSE;
        }
    }
    return TRUE;
}

/* Groups for longer regions come later and win; among equal ones those that name the contest. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
    const Group *x = *(const Group *const *)a;
    const Group *y = *(const Group *const *)b;
    gsize m = strlen (x->wilayah), n = strlen (y->wilayah);
    if (m != n)
        return m < n ? -1 : 1;
    return (*x->kontes != '\0') - (*y->kontes != '\0');
}

static gboolean
take_text (RecapRules *self, RecapText text, const char *name, GError **error)
{
    static const RecapKeyVisitor visitor = { enter_group, read_key };
    Parser parser = { .rules = self, .file = name };
    guint n_before = self->groups->len;
    gboolean ok = recap_key_lines_read (text, name, &visitor, &parser, error);

    for (guint i = n_before; ok && i < self->groups->len; i++)
        ok = check_group (self, self->groups->pdata[i], error);
    g_ptr_array_sort (self->groups, compare_groups); /* stable */
    return ok;
}

static gboolean
take_file (RecapRules *self, const char *path, GError **error)
{
    gsize size = 0;
    g_autofree char *bytes = recap_key_file_read (path, &size, error);
    return bytes != NULL && take_text (self, (RecapText){ bytes, size }, path, error);
}

RecapRules *
recap_rules_load (const char *path, GError **error)
{
    g_autoptr (RecapRules) self = g_new0 (RecapRules, 1);

    self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_rule_free);
    self->groups = g_ptr_array_new_with_free_func (group_free);
    for (const RecapBuiltin *b = recap_builtin; b->name != NULL; b++)
        if (strcmp (b->name, "rules.conf") == 0 &&
            !take_text (self, recap_text (b->text), b->name, error))
            return NULL;
    if (path != NULL && !take_file (self, path, error))
        return NULL;
    return g_steal_pointer (&self);
}

void
recap_rules_free (RecapRules *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->groups);
    g_ptr_array_unref (self->rules);
    g_free (self);
}

/* Returns: whether a contest has a row or a box of this name. */
static gboolean
is_known_box (const RecapContests *contests, const char *name)
{
    for (guint i = 0; i < recap_contests_get_n (contests); i++) {
        guint n;
        const RecapField *fields = recap_contest_get_fields (recap_contests_get (contests, i), &n);
        for (guint k = 0; k < n; k++)
            if (strcmp (fields[k].name, name) == 0 || strcmp (fields[k].row, name) == 0)
                return TRUE;
    }
    return FALSE;
}

/* Says what nobody knows: a slip would be of no use, in silence. */
static gboolean
fail_unknown (const Group *group, guint64 line, const char *format, const char *word,
              GError **error)
{
    g_autofree char *shown = recap_text_display (word, strlen (word));
    g_autoptr (GString) message = g_string_new (format);
    g_string_replace (message, "%s", shown, 1);
    return fail (group, line, message->str, error);
}

/* Looks for the names in the values of @group that @contests do not know. */
static gboolean
check_names (const Group *group, const RecapContests *contests, GError **error)
{
    for (guint i = 0; i < group->pairs->len; i++) {
        const Pair *pair = &g_array_index (group->pairs, Pair, i);
        g_autoptr (RecapRule) rule = rule_new ("");
        if (!is_general_key (pair->key))
            continue;
        apply_pair (rule, pair, group->file);
        for (guint k = 0; k < rule->order->len; k++) {
            const char *kontes = g_array_index (rule->order, RecapRuleContest, k).kontes;
            if (!recap_contests_has (contests, recap_text (kontes)))
                return fail_unknown (group, pair->line, _ ("unknown contest '%s'"), kontes, error);
        }
        char **boxes = rule->boxes_between != NULL ? rule->boxes_between : rule->boxes_hint;
        for (guint k = 0; boxes != NULL && boxes[k] != NULL; k++)
            if (!is_known_box (contests, boxes[k]))
                return fail_unknown (group, pair->line, _ ("unknown field '%s'"), boxes[k], error);
    }
    return TRUE;
}

gboolean
recap_rules_check_contests (const RecapRules *self, const RecapContests *contests, GError **error)
{
    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = self->groups->pdata[i];
        if (*group->kontes != '\0' && !recap_contests_has (contests, recap_text (group->kontes)))
            return fail_unknown (group, group->line, _ ("unknown contest '%s'"), group->kontes,
                                 error);
        if (!check_names (group, contests, error))
            return FALSE;
    }
    return TRUE;
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

const char *
recap_rules_find_region (const RecapRules *self, RecapText kode)
{
    for (guint i = self->groups->len; i > 0; i--) {
        const Group *group = self->groups->pdata[i - 1];
        if (*group->wilayah == '\0')
            break; /* the longest come last */
        if (recap_region_has_prefix (kode, recap_text (group->wilayah)))
            return group->wilayah;
    }
    return "";
}

RecapRule *
recap_rules_resolve (const RecapRules *self, guint index, const char *kontes, RecapText kode)
{
    g_return_val_if_fail (index < self->rules->len, NULL);

    RecapRule *rule = rule_new (((RecapRule *)self->rules->pdata[index])->code);
    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = self->groups->pdata[i];
        if (group->rule != index ||
            (*group->kontes != '\0' && strcmp (group->kontes, kontes) != 0) ||
            !recap_region_has_prefix (kode, recap_text (group->wilayah)))
            continue;
        for (guint k = 0; k < group->pairs->len; k++)
            apply_pair (rule, &g_array_index (group->pairs, Pair, k), group->file);
    }
    return rule;
}

GPtrArray *
recap_rules_describe_scopes (const RecapRules *self, guint index)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < self->groups->len; i++) {
        const Group *group = self->groups->pdata[i];
        if (group->rule != index || is_general (group))
            continue;
        GString *text = g_string_new (strchr (group->name, ' ') + 1);
        for (guint k = 0; k < group->pairs->len; k++) {
            const Pair *pair = &g_array_index (group->pairs, Pair, k);
            g_string_append_printf (text, "%s%s=%s", k == 0 ? ": " : ", ", pair->key, pair->value);
        }
        g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
    return texts;
}

/* Adds where the group switches its rule off, unless the rule is off altogether. */
static void
add_gap (const RecapRules *self, const Group *group, GArray *gaps)
{
    const RecapRule *rule = self->rules->pdata[group->rule];
    RecapRuleGap gap = { rule, group->kontes, group->wilayah };

    for (guint i = 0; i < group->pairs->len; i++) {
        const Pair *pair = &g_array_index (group->pairs, Pair, i);
        if (strcmp (pair->key, "aktif") == 0 && strcmp (pair->value, "false") == 0 &&
            rule->active != is_general (group))
            g_array_append_val (gaps, gap);
    }
}

GArray *
recap_rules_list_gaps (const RecapRules *self)
{
    GArray *gaps = g_array_new (FALSE, FALSE, sizeof (RecapRuleGap));

    for (guint i = 0; i < self->rules->len; i++)
        for (guint k = 0; k < self->groups->len; k++) {
            const Group *group = self->groups->pdata[k];
            if (group->rule == i)
                add_gap (self, group, gaps);
        }
    return gaps;
}
