#include "config.h"

#include "rule.h"

#include <glib/gi18n-lib.h>

#include "builtin.h"
#include "error.h"

struct _RecapRules {
    GPtrArray *rules; /* RecapRule */
};

static const char *const kind_names[] = {
    [RECAP_RULE_FORMULA] = "rumus",     [RECAP_RULE_BLANK] = "kosong",
    [RECAP_RULE_REGISTER] = "daftar",   [RECAP_RULE_COMPARISON] = "banding",
    [RECAP_RULE_EXPLANATION] = "sebab",
};

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
        return set_rule_error (name, group,
                               _ ("jenis is not rumus, kosong, daftar, banding or sebab"), error);
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
