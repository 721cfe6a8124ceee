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

/* What a rule between contests has in the place of a formula. */
static void
list_between (const RecapRule *rule, GString *out)
{
    char **const boxes[] = { rule->boxes_between, rule->boxes_hint };

    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
        for (char **box = boxes[i]; box != NULL && *box != NULL; box++)
            g_string_append_printf (out, "     isian     %s%s\n", *box,
                                    i > 0 ? " (peringatan)" : "");
    for (guint i = 0; i < rule->order->len; i++) {
        const RecapRuleContest *contest = &g_array_index (rule->order, RecapRuleContest, i);
        const RecapRuleContest *before = i > 0 ? contest - 1 : NULL;
        const char *sign = before == NULL || before->chain != contest->chain ? NULL
                           : before->rank == contest->rank                   ? ", "
                           : contest->bound                                  ? " >= "
                                                                             : " = ";
        if (sign == NULL)
            g_string_append_printf (out, "%s     urutan    ", before != NULL ? "\n" : "");
        g_string_append_printf (out, "%s%s", sign != NULL ? sign : "", contest->kontes);
    }
    if (rule->order->len > 0)
        g_string_append_c (out, '\n');
    if (rule->twin_votes > 0)
        g_string_append_printf (out, "     kembar    %u\n", rule->twin_votes);
}

/* Writes lines for a terminal: a rule may come from a file of others. */
static void
write_lines (const char *text, RecapSpool *spool)
{
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *safe = recap_text_escape (lines[i], strlen (lines[i]));
        recap_spool_write (spool, safe, strlen (safe));
        if (lines[i + 1] != NULL)
            recap_spool_write (spool, "\n", 1);
    }
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
    list_between (rule, out);
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
    write_lines (out->str, spool);
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
