#include "config.h"

#include "rule-file.h"

#include <inttypes.h>

#include "csv-writer.h"
#include "json-writer.h"

/* The columns of the list, each with what it shows of a rule. */
static const char *const names[] = {
    "aturan",         "tingkat",          "kotak", "rumus",  "label", "penjelasan", "tindakan",
    "tindakan_saksi", "tindakan_auditor", "aktif", "khusus",
};

enum { N_COLUMNS = G_N_ELEMENTS (names) };

static const char *
or_nothing (const char *text)
{
    return text != NULL ? text : "";
}

static void
get_texts (const RecapRule *rule, const char *scopes, const char *texts[N_COLUMNS])
{
    const char *const all[N_COLUMNS] = {
        rule->code,
        recap_severity_name (rule->severity),
        rule->boxes,
        or_nothing (rule->formula),
        rule->label,
        rule->explanation,
        rule->action,
        or_nothing (rule->action_witness),
        or_nothing (rule->action_auditor),
        rule->active ? "ya" : "tidak",
        scopes,
    };
    memcpy (texts, all, sizeof all);
}

static void
list_text (const RecapRule *rule, const GPtrArray *scopes, RecapSpool *spool)
{
    g_autoptr (GString) out = g_string_new (NULL);
    g_string_append_printf (out, "%s  %s%s\n", rule->code, rule->label,
                            rule->active ? "" : "  (tidak aktif)");
    g_string_append_printf (out, "     tingkat   %s\n", recap_severity_name (rule->severity));
    g_string_append_printf (out, "     kotak     %s\n", rule->boxes);
    if (rule->formula != NULL)
        g_string_append_printf (out, "     rumus     %s\n", rule->formula);
    for (guint i = 0; i < rule->limits->len; i++) {
        const RecapRuleLimit *limit = &g_array_index (rule->limits, RecapRuleLimit, i);
        g_string_append_printf (out, "     batas     %s=%" PRId64 "\n", limit->key, limit->value);
    }
    for (guint i = 0; i < scopes->len; i++)
        g_string_append_printf (out, "     khusus    %s\n", (const char *)scopes->pdata[i]);
    g_string_append_printf (out, "     arti      %s\n", rule->explanation);
    g_string_append_printf (out, "     tindakan  %s\n", rule->action);
    if (rule->action_witness != NULL)
        g_string_append_printf (out, "     saksi     %s\n", rule->action_witness);
    if (rule->action_auditor != NULL)
        g_string_append_printf (out, "     auditor   %s\n", rule->action_auditor);
    g_string_append_c (out, '\n');
    recap_spool_write (spool, out->str, out->len);
}

/* Returns: the texts in one, owned by the caller. */
static char *
join (const GPtrArray *texts)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < texts->len; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", (const char *)texts->pdata[i]);
    return g_string_free (out, FALSE);
}

static void
list_csv (RecapCsvWriter *csv, const char *const *texts)
{
    for (guint i = 0; i < N_COLUMNS; i++)
        recap_csv_writer_string (csv, texts[i]);
    recap_csv_writer_end (csv);
}

static void
list_json (const char *const *texts, RecapSpool *spool)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < N_COLUMNS; i++) {
        recap_json_append_name (out, names[i]);
        recap_json_append_string (out, recap_text (texts[i]));
    }
    g_string_append (out, "}\n");
    recap_spool_write (spool, out->str, out->len);
}

void
recap_rules_list (const RecapRules *rules, RecapFormat format, RecapSpool *spool)
{
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);

    if (format == RECAP_FORMAT_CSV)
        list_csv (csv, names);
    for (guint i = 0; i < recap_rules_get_n (rules); i++) {
        const RecapRule *rule = recap_rules_get (rules, i);
        const char *texts[N_COLUMNS];
        g_autoptr (GPtrArray) scopes = recap_rules_describe_scopes (rules, i);
        g_autofree char *all = join (scopes);
        get_texts (rule, all, texts);
        switch (format) {
        case RECAP_FORMAT_TEXT:
            list_text (rule, scopes, spool);
            break;
        case RECAP_FORMAT_CSV:
            list_csv (csv, texts);
            break;
        case RECAP_FORMAT_JSON:
            list_json (texts, spool);
            break;
        }
    }
}
