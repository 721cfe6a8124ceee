#include "config.h"

#include "projector-json.h"

#include "formula-sheet.h"
#include "formula.h"
#include "projector-control.h"
#include "projector-rows.h"
#include "words.h"

enum { N_DESCRIBED_MAX = 4 }; /* broken formulas of a rule that are spelled out */

/* ---- texts and lists ---- */

void
projector_append_string (GString *out, RecapText text)
{
    g_autofree char *clean = recap_text_escape (text.bytes, text.size);

    g_string_append_c (out, '"');
    for (const char *p = clean; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_c (out, '\\');
        /* '<' and '&' mean something to HTML, and U+2028 and U+2029 once ended lines of scripts. */
        if (*p == '<' || *p == '>' || *p == '&')
            g_string_append_printf (out, "\\u%04x", (guint)*p);
        else if (strncmp (p, "\xe2\x80\xa8", 3) == 0 || strncmp (p, "\xe2\x80\xa9", 3) == 0) {
            g_string_append (out, p[2] == '\xa8' ? "\\u2028" : "\\u2029");
            p += 2;
        } else
            g_string_append_c (out, *p);
    }
    g_string_append_c (out, '"');
}

static void
append_string (GString *out, const char *string)
{
    if (string == NULL)
        g_string_append (out, "null");
    else
        projector_append_string (out, recap_text (string));
}

/* What comes before an entry of a list, unless it is the first. */
static void
append_comma (GString *out)
{
    char last = out->len > 0 ? out->str[out->len - 1] : '[';
    if (last != '[' && last != '{' && last != ':')
        g_string_append_c (out, ',');
}

static void
append_name (GString *out, const char *name)
{
    append_comma (out);
    g_string_append_printf (out, "\"%s\":", name);
}

static void
append_open (GString *out, const char *name, char bracket)
{
    append_name (out, name);
    g_string_append_c (out, bracket);
}

static void
append_number (GString *out, gint64 number)
{
    char digits[RECAP_CELL_SIZE];

    append_comma (out);
    if (number < 0) {
        g_string_append_c (out, '-');
        number = -number;
    }
    recap_cell_format (number, digits);
    g_string_append (out, digits);
}

static void
append_item (GString *out, const char *string)
{
    append_comma (out);
    append_string (out, string);
}

static void
append_text (GString *out, RecapText text)
{
    append_comma (out);
    projector_append_string (out, text);
}

static void
append_member (GString *out, const char *name, const char *string)
{
    append_name (out, name);
    append_string (out, string);
}

static void
append_text_member (GString *out, const char *name, RecapText text)
{
    append_name (out, name);
    projector_append_string (out, text);
}

/* ---- what it is about ---- */

static void
append_contest (const Projector *self, GString *out)
{
    const RecapContest *contest = self->contest;

    append_open (out, "kontes", '{');
    append_member (out, "nama", recap_contest_get_name (contest));
    append_member (out, "peserta", recap_contest_get_contestants (contest));
    g_string_append_c (out, '}');
}

static void
append_meeting (const Projector *self, GString *out)
{
    const RecapMeeting *meeting = self->input->meeting;

    append_open (out, "rapat", '{');
    if (meeting != NULL) {
        g_autofree char *date =
            meeting->tanggal != NULL ? recap_date_format (meeting->tanggal) : NULL;
        append_member (out, "tempat", meeting->tempat);
        append_member (out, "hari",
                       meeting->tanggal != NULL ? recap_date_day_name (meeting->tanggal) : NULL);
        append_member (out, "tanggal", date);
    }
    g_string_append_c (out, '}');
}

static void
append_sources (const Projector *self, GString *out)
{
    append_open (out, "sumber", '[');
    for (guint i = 0; i < self->sources->len; i++) {
        append_comma (out);
        g_string_append_c (out, '[');
        append_text (out, projector_source (self, i)->label);
        append_number (out, projector_source (self, i)->is_table);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

static void
append_form (const Projector *self, GString *out)
{
    guint n = 0;
    const RecapSection *sections = recap_contest_get_sections (self->contest, &n);

    append_open (out, "bagian", '[');
    for (guint i = 0; i < n; i++) {
        append_comma (out);
        g_string_append_c (out, '[');
        append_item (out, sections[i].number);
        append_item (out, sections[i].title);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
    append_open (out, "isian", '[');
    for (guint i = 0; i < self->fields->len; i++) {
        const RecapField *field = projector_field (self, i)->field;
        const char *texts[] = { field->name,   field->row,   field->box,
                                field->number, field->label, field->short_label };
        const guint numbers[] = { field->column, field->role, field->section, field->contestant,
                                  field->candidate };
        append_comma (out);
        g_string_append_c (out, '[');
        for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
            append_item (out, texts[k]);
        for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
            append_number (out, numbers[k]);
        append_item (out, projector_candidate (self, field));
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

/* The contestants whose names are known. */
static void
append_contestants (const Projector *self, GString *out)
{
    append_open (out, "peserta", '[');
    for (guint i = 0; i < self->fields->len; i++) {
        const RecapField *field = projector_field (self, i)->field;
        const char *name =
            field->role == RECAP_ROLE_VOTES ? projector_contestant (self, field->contestant) : NULL;
        if (name == NULL)
            continue;
        append_comma (out);
        g_string_append_c (out, '[');
        append_number (out, field->contestant);
        append_item (out, name);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

/* ---- regions and stations ---- */

static void
append_regions (const Projector *self, GString *out)
{
    append_text_member (out, "provinsi", self->district_names[0]);
    append_text_member (out, "kabko", self->district_names[1]);
    append_open (out, "kecamatan", '[');
    for (guint i = 0; i < self->districts->len; i++) {
        append_comma (out);
        g_string_append_c (out, '[');
        append_text (out, projector_district (self, i)->kode);
        append_text (out, projector_district (self, i)->name);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
    append_open (out, "desa", '[');
    for (guint i = 0; i < self->villages->len; i++) {
        const ProjectorVillage *village = projector_village (self, i);
        append_comma (out);
        g_string_append_c (out, '[');
        append_text (out, village->kode);
        append_text (out, village->name);
        append_number (out, village->district);
        append_number (out, village->first);
        append_number (out, village->n);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

/* Of a station only the three digits: the rest of the code is that of its village. The states are
 * one digit for each station, one text for each source; so is what the register has, nothing where
 * there is none. */
static void
append_stations (const Projector *self, GString *out)
{
    append_open (out, "tps", '[');
    for (guint i = 0; i < self->stations->len; i++) {
        RecapText kode = projector_station (self, i)->kode;
        append_text (out, (RecapText){ kode.bytes + kode.size - 3, 3 });
    }
    g_string_append_c (out, ']');
    append_open (out, "keadaan", '[');
    for (guint source = 0; source < self->sources->len; source++) {
        append_comma (out);
        g_string_append_c (out, '"');
        for (guint i = 0; i < self->stations->len; i++)
            g_string_append_c (out,
                               (char)('0' + self->states[(gsize)i * self->sources->len + source]));
        g_string_append_c (out, '"');
    }
    g_string_append_c (out, ']');
    append_open (out, "terdaftar", '"');
    for (guint i = 0; self->input->stations != NULL && i < self->stations->len; i++)
        g_string_append_c (out, projector_station (self, i)->registered ? '1' : '0');
    g_string_append_c (out, '"');
}

/* The sums, by source, village and box; what is incomplete besides, of which there is little. */
static void
append_totals (const Projector *self, GString *out)
{
    g_autoptr (GString) incomplete = g_string_new (NULL);

    append_open (out, "jumlah", '[');
    for (guint source = 0; source < self->sources->len; source++) {
        append_comma (out);
        g_string_append_c (out, '[');
        for (guint i = 0; i < self->villages->len; i++) {
            append_comma (out);
            g_string_append_c (out, '[');
            for (guint field = 0; field < self->fields->len; field++) {
                const ProjectorTotal *total = projector_total (self, source, i, field);
                append_number (out, total->value);
                if (total->n_incomplete > 0)
                    g_string_append_printf (incomplete, "%s[%u,%u,%u,%u]",
                                            incomplete->len > 0 ? "," : "", source, i, field,
                                            total->n_incomplete);
            }
            g_string_append_c (out, ']');
        }
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
    append_open (out, "kurang", '[');
    g_string_append (out, incomplete->str);
    g_string_append_c (out, ']');
}

/* ---- rows and findings ---- */

static void
append_decision (const RecapDecision *decision, GString *out)
{
    const char *texts[] = { decision->dasar, decision->alasan, decision->kejadian_khusus,
                            decision->disetujui, decision->waktu };

    append_comma (out);
    g_string_append_c (out, '[');
    append_number (out, decision->semula);
    append_number (out, decision->menjadi);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        append_item (out, texts[i]);
    g_string_append_c (out, ']');
}

/* What a row is about, and how many findings it has. */
typedef gint64 (*RowNumber) (const ProjectorRow *row);

static gint64
row_station (const ProjectorRow *row)
{
    return row->station;
}

static gint64
row_field (const ProjectorRow *row)
{
    return row->field;
}

static gint64
row_findings (const ProjectorRow *row)
{
    return row->n;
}

static gint64
row_village (const ProjectorRow *row)
{
    return row->village;
}

static gint64
row_status (const ProjectorRow *row)
{
    return row->status;
}

static void
append_column (const Projector *self, const char *name, RowNumber number, GString *out)
{
    append_open (out, name, '[');
    for (guint i = 0; i < self->rows->len; i++)
        append_number (out, number (projector_row (self, i)));
    g_string_append_c (out, ']');
}

/* Codes of regions and names of boxes that are not known otherwise, by row. */
static void
append_odd_rows (const Projector *self, GString *out)
{
    append_open (out, "lain", '{');
    for (guint i = 0; i < self->rows->len; i++) {
        const ProjectorRow *row = projector_row (self, i);
        if (row->station >= 0 && row->field != -2)
            continue;
        append_comma (out);
        g_string_append_printf (out, "\"%u\":[", i);
        append_text (out, row->kode);
        append_text (out, row->isian);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, '}');
}

static void
append_rows (const Projector *self, GString *out)
{
    append_open (out, "baris", '{');
    append_column (self, "tps", row_station, out);
    append_column (self, "desa", row_village, out);
    append_column (self, "isian", row_field, out);
    append_column (self, "n", row_findings, out);
    append_column (self, "status", row_status, out);
    append_odd_rows (self, out);
    append_open (out, "nilai", '[');
    for (guint source = 0; source < self->sources->len; source++) {
        append_comma (out);
        g_string_append_c (out, '[');
        for (guint i = 0; i < self->rows->len; i++)
            append_number (out, projector_row_value (self, projector_row (self, i), source));
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
    append_open (out, "putusan", '{');
    for (guint i = 0; i < self->rows->len; i++) {
        const ProjectorRow *row = projector_row (self, i);
        if (row->decision == NULL)
            continue;
        append_comma (out);
        g_string_append_printf (out, "\"%u\":", i);
        append_decision (row->decision, out);
    }
    g_string_append (out, "}}");
}

/* Words that come again and again are said once, and called by the order in which they came. */
typedef struct {
    GHashTable *indices; /* text -> index + 1 */
    GPtrArray *texts;
} Words;

static void
words_clear (Words *self)
{
    g_clear_pointer (&self->indices, g_hash_table_unref);
    g_clear_pointer (&self->texts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static guint
words_index (Words *self, RecapText text)
{
    g_autofree char *word = g_strndup (text.bytes, text.size);
    guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, word));

    if (index == 0) {
        g_ptr_array_add (self->texts, word);
        index = self->texts->len;
        g_hash_table_insert (self->indices, g_steal_pointer (&word), GUINT_TO_POINTER (index));
    }
    return index - 1;
}

static void
append_codes (const Words *codes, const RecapRules *rules, GString *out)
{
    append_open (out, "aturan", '[');
    for (guint i = 0; i < codes->texts->len; i++) {
        const RecapRule *rule = recap_rules_find (rules, g_ptr_array_index (codes->texts, i));
        append_comma (out);
        g_string_append_c (out, '[');
        append_item (out, g_ptr_array_index (codes->texts, i));
        append_item (out, rule != NULL ? rule->label : NULL);
        append_item (out, rule != NULL ? rule->explanation : NULL);
        append_item (out, rule != NULL ? rule->action : NULL);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

static void
append_causes (const Words *words, const RecapMisreads *causes, GString *out)
{
    append_open (out, "sebab", '[');
    for (guint i = 0; i < words->texts->len; i++) {
        const RecapCause *cause =
            recap_misreads_find_cause (causes, g_ptr_array_index (words->texts, i));
        append_comma (out);
        g_string_append_c (out, '[');
        append_item (out, g_ptr_array_index (words->texts, i));
        append_item (out, cause != NULL ? cause->label : NULL);
        append_item (out, cause != NULL ? cause->action : NULL);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

static void
append_findings (const Projector *self, const RecapRules *rules, const RecapMisreads *causes,
                 GString *out)
{
    g_auto (Words) codes = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                             g_ptr_array_new () };
    g_auto (Words) words = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                             g_ptr_array_new () };

    append_open (out, "temuan", '{');
    append_open (out, "aturan", '[');
    for (guint i = 0; i < self->findings->len; i++) {
        const RecapFinding *finding = g_ptr_array_index (self->findings, i);
        append_number (out, words_index (&codes, finding->aturan));
    }
    g_string_append_c (out, ']');
    append_open (out, "tingkat", '[');
    for (guint i = 0; i < self->findings->len; i++) {
        const RecapFinding *finding = g_ptr_array_index (self->findings, i);
        append_number (out, finding->severity);
    }
    g_string_append_c (out, ']');
    append_open (out, "sebab", '[');
    for (guint i = 0; i < self->findings->len; i++) {
        const RecapFinding *finding = g_ptr_array_index (self->findings, i);
        append_number (out,
                       finding->sebab.size > 0 ? (gint64)words_index (&words, finding->sebab) : -1);
    }
    g_string_append (out, "]}");
    append_codes (&codes, rules, out);
    append_causes (&words, causes, out);
}

/* ---- the rules of one form ---- */

/* Returns: of each box of the schema which box of the page it is, -1: none; a new array. */
static int *
find_places (const Projector *self)
{
    guint n = recap_schema_get_n (self->schema);
    int *places = g_new (int, n + 1);

    for (guint i = 0; i < n; i++)
        places[i] = -1;
    for (guint i = 0; i < self->fields->len; i++)
        if (projector_field (self, i)->index >= 0)
            places[projector_field (self, i)->index] = (int)i;
    return places;
}

/* The boxes of the page that @formula is about, the one that is stated first. */
static void
append_boxes (const RecapFormula *formula, const int *places, GString *out)
{
    guint n = 0;
    const RecapTerm *terms = recap_formula_get_terms (formula, &n);

    append_comma (out);
    g_string_append_c (out, '[');
    append_number (out, places[recap_formula_get_stated (formula)]);
    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < terms[i].n_boxes; k++)
            if (places[terms[i].boxes[k]] >= 0)
                append_number (out, places[terms[i].boxes[k]]);
    g_string_append_c (out, ']');
}

/* Each list of rules: place in the catalogue, code, label, severity, the boxes of each formula. */
static void
append_control (const Projector *self, GString *out)
{
    g_autofree int *places = find_places (self);

    append_open (out, "kontrol", '[');
    for (guint i = 0; i < projector_control_get_n (self); i++) {
        const GArray *rules = projector_control_get (self, i);
        append_comma (out);
        g_string_append_c (out, '[');
        for (guint k = 0; k < rules->len; k++) {
            const ProjectorRule *rule = &g_array_index (rules, ProjectorRule, k);
            append_comma (out);
            g_string_append_c (out, '[');
            append_number (out, rule->index);
            append_item (out, rule->rule->code);
            append_item (out, rule->rule->label);
            append_number (out, rule->rule->severity);
            append_comma (out);
            g_string_append_c (out, '[');
            for (guint formula = 0; formula < rule->formulas->len; formula++)
                append_boxes (rule->formulas->pdata[formula], places, out);
            g_string_append (out, "]]");
        }
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

/* What is broken of a rule: by how much, which of its formulas, what the first of them say. */
static void
append_broken (const GPtrArray *formulas, const RecapForm *form, guint rule, gint64 by,
               GString *out)
{
    g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

    append_comma (out);
    g_string_append_c (out, '[');
    append_number (out, rule);
    append_number (out, by);
    append_comma (out);
    g_string_append_c (out, '[');
    for (guint i = 0; i < formulas->len; i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        gboolean holds;
        gint64 value;
        if (!recap_formula_evaluate (formulas->pdata[i], form, &holds, &value) || holds)
            continue;
        append_number (out, i);
        if (sentences->len >= N_DESCRIBED_MAX)
            continue;
        recap_formula_describe (formulas->pdata[i], form, text);
        g_ptr_array_add (sentences, g_strdup (text->str));
    }
    g_string_append_c (out, ']');
    for (guint i = 0; i < sentences->len; i++)
        append_item (out, sentences->pdata[i]);
    g_string_append_c (out, ']');
}

/* Of a form its list of rules, one digit for each of them, which is a RecapVerdict, and what there
 * is to say of those that are broken. */
static void
append_verdicts (const Projector *self, guint station, guint source, GString *out)
{
    g_autoptr (GString) digits = g_string_new (NULL);
    g_autoptr (GString) broken = g_string_new (NULL);
    RecapForm form;
    guint list = 0;

    append_comma (out);
    if (!projector_control_find (self, station, source, &list, &form)) {
        g_string_append (out, "null");
        return;
    }
    const GArray *rules = projector_control_get (self, list);
    for (guint i = 0; i < rules->len; i++) {
        const GPtrArray *formulas = g_array_index (rules, ProjectorRule, i).formulas;
        gint64 by = 0;
        RecapVerdict verdict = recap_formulas_judge (formulas, &form, &by);
        g_string_append_c (digits, (char)('0' + verdict));
        if (verdict == RECAP_VERDICT_BROKEN || verdict == RECAP_VERDICT_BY)
            append_broken (formulas, &form, i, by, broken);
    }
    g_string_append_printf (out, "[%u,\"%s\"%s%s]", list, digits->str, broken->len > 0 ? "," : "",
                            broken->str);
}

/* ---- the pieces ---- */

/* The colon of an address would name a scheme and two slashes another host, '%' and '?' and '#'
 * mean something to a browser: only what is plain stays as it is, below the folder of the page. */
static void
append_links (const Projector *self, GString *out)
{
    append_open (out, "tautan", '[');
    for (const RecapPageLink *link = self->input->links; link != NULL && link->title != NULL;
         link++) {
        g_autofree char *address = g_uri_escape_string (link->file, "/", FALSE);
        append_comma (out);
        g_string_append_c (out, '[');
        g_autofree char *below = g_strconcat ("./", address, NULL);
        append_item (out, link->title);
        append_item (out, below);
        g_string_append_c (out, ']');
    }
    g_string_append_c (out, ']');
}

void
projector_append_overview (const Projector *self, const RecapRules *rules,
                           const RecapMisreads *causes, GString *out)
{
    g_string_append_c (out, '{');
    append_contest (self, out);
    append_meeting (self, out);
    append_sources (self, out);
    append_form (self, out);
    append_contestants (self, out);
    append_regions (self, out);
    append_stations (self, out);
    append_totals (self, out);
    append_rows (self, out);
    append_findings (self, rules, causes, out);
    append_links (self, out);
    append_name (out, "ada_temuan");
    g_string_append (out, self->input->findings != NULL ? "true" : "false");
    append_name (out, "temuan_lain");
    g_string_append_printf (out, "%u", self->n_other_findings);
    append_control (self, out);
    append_member (out, "sidik", self->fingerprint);
    append_name (out, "muat_ulang");
    g_string_append_printf (out, "%u}", self->input->reload);
}

static void
append_cells (const Projector *self, guint station, guint source, GString *out)
{
    const RecapCell *cells = projector_cells (self, station, source, TRUE);

    append_comma (out);
    if (cells == NULL) {
        g_string_append (out, "null");
        return;
    }
    g_string_append_c (out, '[');
    for (guint i = 0; i < self->fields->len; i++) {
        int index = projector_field (self, i)->index;
        append_number (out, index >= 0 ? cells[index] : RECAP_CELL_NOT_CARRIED);
    }
    g_string_append_c (out, ']');
}

static void
append_origin (const Projector *self, guint station, guint source, GString *out)
{
    const RecapForm *form = projector_form (self, station, source);
    g_autofree char *origin = form != NULL ? recap_form_origin (form) : NULL;
    append_item (out, origin);
}

/* That the vote or the count was done again; nothing where it was not. */
static void
append_revote (const Projector *self, guint station, guint source, GString *out)
{
    const RecapForm *form = projector_form (self, station, source);
    RecapText mark = form != NULL ? recap_form_revote (form) : RECAP_TEXT_EMPTY;

    if (mark.size > 0)
        append_text (out, mark);
    else
        append_item (out, NULL);
}

/* What the findings of the rows of @village say. */
static void
append_sentences (const Projector *self, int village, GString *out)
{
    append_open (out, "ket", '[');
    for (guint i = 0; i < self->rows->len; i++) {
        const ProjectorRow *row = projector_row (self, i);
        if (row->village != village)
            continue;
        for (guint k = row->first; k < row->first + row->n; k++) {
            const RecapFinding *finding = g_ptr_array_index (self->findings, k);
            append_comma (out);
            g_string_append_c (out, '[');
            append_number (out, k);
            append_text (out, finding->keterangan);
            append_text (out, finding->asal_a);
            append_text (out, finding->asal_b);
            g_string_append_c (out, ']');
        }
    }
    g_string_append_c (out, ']');
}

void
projector_append_village (const Projector *self, int village, GString *out)
{
    static const struct {
        const char *name;
        void (*append) (const Projector *self, guint station, guint source, GString *out);
    } lists[] = { { "isi", append_cells },
                  { "asal", append_origin },
                  { "psu", append_revote },
                  { "kontrol", append_verdicts } };
    const ProjectorVillage *area = village >= 0 ? projector_village (self, (guint)village) : NULL;

    g_string_append_c (out, '{');
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        append_open (out, lists[i].name, '[');
        for (guint source = 0; area != NULL && source < self->sources->len; source++) {
            if (!projector_source (self, source)->is_table)
                break; /* they come last, and there are no forms of them */
            append_comma (out);
            g_string_append_c (out, '[');
            for (guint k = area->first; k < area->first + area->n; k++)
                lists[i].append (self, k, source, out);
            g_string_append_c (out, ']');
        }
        g_string_append_c (out, ']');
    }
    append_sentences (self, village, out);
    g_string_append_c (out, '}');
}
