#include "config.h"

#include "projector.h"

#include "builtin.h"
#include "misread.h"
#include "projector-data.h"
#include "projector-json.h"
#include "rule.h"

/* What the skeleton has a mark '@NAME@' for. */
typedef struct {
    const Projector *projector;
    const RecapRules *rules;
    const RecapMisreads *causes;
    const char *script;
    RecapSpool *spool;
} Page;

static const char *
builtin_text (const char *name)
{
    for (const RecapBuiltin *file = recap_builtin; file->name != NULL; file++)
        if (g_str_equal (file->name, name))
            return file->text;
    g_assert_not_reached ();
}

/* All scripts as one, in which nothing is seen from outside. */
static char *
join_scripts (void)
{
    static const char *const names[] = { "page-data.js",  "page-state.js",  "page-list.js",
                                         "page-views.js", "page-rows.js",   "page-control.js",
                                         "page-form.js",  "page-reload.js", "page.js" };
    GString *script = g_string_new ("(function () {\n'use strict';\n");

    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_string_append (script, builtin_text (names[i]));
    g_string_append (script, "})();\n");
    return g_string_free (script, FALSE);
}

/* The source expression by which a browser knows an element of the page to be ours. */
static char *
hash_source (const char *text)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

    g_checksum_update (checksum, (const guchar *)text, -1);
    g_checksum_get_digest (checksum, digest, &size);
    g_autofree char *base64 = g_base64_encode (digest, size);
    return g_strdup_printf ("'sha256-%s'", base64);
}

/* The browser runs our script and our style and loads nothing, whatever else the page may say. */
static void
put_policy (const Page *page)
{
    g_autofree char *script = hash_source (page->script);
    g_autofree char *style = hash_source (builtin_text ("page.css"));

    recap_spool_puts (page->spool, "default-src 'none'; script-src ");
    recap_spool_puts (page->spool, script);
    recap_spool_puts (page->spool, "; style-src ");
    recap_spool_puts (page->spool, style);
    recap_spool_puts (page->spool, "; base-uri 'none'; form-action 'none'");
}

static void
put_title (const Page *page)
{
    const Projector *self = page->projector;
    RecapText name =
        self->districts->len == 1 ? projector_district (self, 0)->name : self->district_names[1];
    g_autofree char *clean = recap_text_escape (name.bytes, name.size);
    g_autofree char *title = g_strconcat (recap_contest_get_name (self->contest),
                                          *clean != '\0' ? " - " : "", clean, NULL);
    g_autofree char *escaped = g_markup_escape_text (title, -1);

    recap_spool_puts (page->spool, escaped);
}

static void
put_style (const Page *page)
{
    recap_spool_puts (page->spool, builtin_text ("page.css"));
}

static void
put_script (const Page *page)
{
    recap_spool_puts (page->spool, page->script);
}

static void
put_element (const Page *page, const char *id, const char *json)
{
    recap_spool_puts (page->spool, "<script type=\"application/json\" id=\"");
    recap_spool_puts (page->spool, id);
    recap_spool_puts (page->spool, "\">");
    recap_spool_puts (page->spool, json);
    recap_spool_puts (page->spool, "</script>\n");
}

/* The words, the overview, and one piece for each village, which is only parsed when it is looked
 * at. */
static void
put_data (const Page *page)
{
    const Projector *self = page->projector;
    g_autoptr (GString) json = g_string_new (NULL);

    put_element (page, "words", builtin_text ("page-words.json"));
    projector_append_overview (self, page->rules, page->causes, json);
    put_element (page, "data", json->str);
    for (int i = -1; i < (int)self->villages->len; i++) {
        g_autofree char *id = i < 0 ? g_strdup ("above") : g_strdup_printf ("village-%d", i);
        g_string_truncate (json, 0);
        projector_append_village (self, i, json);
        put_element (page, id, json->str);
    }
}

static const struct {
    const char *mark;
    void (*put) (const Page *page);
} parts[] = {
    { "@policy@", put_policy }, { "@title@", put_title },   { "@style@", put_style },
    { "@data@", put_data },     { "@script@", put_script },
};

/* Fills in the marks of the skeleton; what is filled in is not looked at again. */
static void
put_page (const Page *page)
{
    const char *rest = builtin_text ("page.html");

    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        const char *mark = strstr (rest, parts[i].mark);
        g_assert (mark != NULL);
        recap_spool_write (page->spool, rest, (gsize)(mark - rest));
        parts[i].put (page);
        rest = mark + strlen (parts[i].mark);
    }
    recap_spool_puts (page->spool, rest);
}

gboolean
recap_projector_compose (const RecapMinutesInput *input, RecapSpool *spool,
                         RecapMinutesSummary *ret_summary, GError **error)
{
    g_return_val_if_fail (input != NULL && spool != NULL && ret_summary != NULL, FALSE);

    g_auto (Projector) projector = { 0 };
    g_autoptr (RecapRules) usual = input->rules == NULL ? recap_rules_load (NULL, error) : NULL;
    const RecapRules *rules = input->rules != NULL ? input->rules : usual;
    g_autoptr (RecapMisreads) causes = rules != NULL ? recap_misreads_load (error) : NULL;
    if (causes == NULL || !projector_init (&projector, input, error))
        return FALSE;

    g_autofree char *script = join_scripts ();
    const Page page = { &projector, rules, causes, script, spool };
    RecapMinutesSummary summary = { .n_desa = projector.villages->len,
                                    .n_tps = projector.stations->len };
    g_strlcpy (summary.fingerprint, projector.fingerprint, sizeof summary.fingerprint);
    put_page (&page);
    for (guint i = 0; i < projector.villages->len; i++)
        for (guint field = 0; field < projector.fields->len; field++)
            summary.n_incomplete += projector_total (&projector, 0, i, field)->n_incomplete;
    *ret_summary = summary;
    return TRUE;
}
