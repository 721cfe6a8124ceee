#include "config.h"

#include "check-contests.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "error.h"
#include "region.h"

/* A box that contests share, of one rule. */
typedef struct {
    guint value;   /* index into ContestCheck.boxes */
    gboolean hint; /* a difference is peringatan and no more */
} Share;

/* A rule between contests. */
typedef struct {
    const char *code;
    const GArray *order; /* RecapRuleContest */
    gint *runs;          /* of each of them, its index in ContestCheck.runs; -1: none */
    GArray *shares;      /* Share */
} Relation;

/* Where records are from. */
typedef struct {
    RecapText sumber; /* ends in NUL */
    const char *file;
} Place;

/* What is kept of one form: this, and then 16 bits for each box. Packed, since there are millions
 * of them. */
typedef struct {
    guint64 code; /* see get_code() */
    guint32 line; /* 0: unknown */
    guint16 place;
} Head;

enum {
    HEAD_SIZE = 14, /* bytes of a Head without those that fill it up */
    N_BLOCK = 4096, /* records */
    N_PLACES_MAX = G_MAXUINT16,
};

/* The values that are no numbers below VALUE_LARGE. */
enum {
    VALUE_NONE = 0xffff,  /* no number */
    VALUE_LARGE = 0xfffe, /* in ContestCheck.large */
};

/* The records of one contest in the order of (kode, sumber). */
typedef struct {
    const RecapContest *contest;
    GPtrArray *blocks; /* of N_BLOCK records */
    gsize n;
    gsize next; /* the record that contest_check_run() looks at next */
} Run;

struct _ContestCheck {
    FormCheck *forms;
    const RecapSchema *schema;
    gboolean all;
    RecapFindingFunc finding;
    gpointer data;
    GString *note;
    GArray *relations; /* Relation */
    GArray *boxes;     /* guint: in the schema */
    gsize size;        /* bytes of a record */

    GPtrArray *runs;    /* Run */
    Run *run;           /* of the form before */
    GPtrArray *records; /* guint8: those of one TPS and source, of each run; NULL: none */
    GArray *places;     /* Place */
    GHashTable *place_indices;
    GHashTable *large;     /* address of the value in its record -> gint64 */
    GHashTable *odd_codes; /* text -> index into odd_texts */
    GPtrArray *odd_texts;  /* char *: codes that are not 13 digits */
};

static void
run_free (gpointer data)
{
    Run *run = data;
    g_ptr_array_unref (run->blocks);
    g_free (run);
}

static void
relation_clear (gpointer data)
{
    Relation *relation = data;
    g_array_unref (relation->shares);
    g_free (relation->runs);
}

static void
place_clear (gpointer data)
{
    g_free ((char *)((Place *)data)->sumber.bytes);
}

static guint
place_hash (gconstpointer key)
{
    const Place *place = key;
    guint hash = g_direct_hash (place->file);
    for (gsize i = 0; i < place->sumber.size; i++)
        hash = hash * 33 + (guchar)place->sumber.bytes[i];
    return hash;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
    const Place *x = a, *y = b;
    return x->file == y->file && recap_text_equal (x->sumber, y->sumber);
}

/* ---- making ready ---- */

/* Returns: where @box of the schema stands in the records. */
static guint
find_or_add_box (ContestCheck *self, guint box)
{
    for (guint i = 0; i < self->boxes->len; i++)
        if (g_array_index (self->boxes, guint, i) == box)
            return i;
    g_array_append_val (self->boxes, box);
    return self->boxes->len - 1;
}

/* Adds the boxes of the tables with one of the names @words (may be NULL), of a row or of their
 * own. */
static void
add_shares (ContestCheck *self, Relation *relation, char **words, gboolean hint)
{
    for (guint i = 0; i < recap_schema_get_n (self->schema); i++) {
        const char *name = recap_schema_get_name (self->schema, i);
        for (char **word = words; word != NULL && *word != NULL; word++) {
            gsize size = strlen (*word);
            if (strncmp (name, *word, size) != 0 ||
                (name[size] != '\0' && (name[size] != '_' || strlen (name + size) != 2)))
                continue;
            Share share = { find_or_add_box (self, i), hint };
            g_array_append_val (relation->shares, share);
            break;
        }
    }
}

static void
add_relation (ContestCheck *self, const RecapRule *rule)
{
    Relation relation = { rule->code, rule->order, g_new (gint, rule->order->len + 1),
                          g_array_new (FALSE, FALSE, sizeof (Share)) };
    add_shares (self, &relation, rule->boxes_between, FALSE);
    add_shares (self, &relation, rule->boxes_hint, TRUE);
    g_array_append_val (self->relations, relation);
}

ContestCheck *
contest_check_new (const RecapRules *rules, FormCheck *forms, const RecapSchema *schema,
                   gboolean all, RecapFindingFunc finding, gpointer data)
{
    g_autoptr (ContestCheck) self = g_new0 (ContestCheck, 1);
    self->forms = forms;
    self->schema = schema;
    self->all = all;
    self->finding = finding;
    self->data = data;
    self->note = g_string_new (NULL);
    self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
    g_array_set_clear_func (self->relations, relation_clear);
    self->boxes = g_array_new (FALSE, FALSE, sizeof (guint));
    self->runs = g_ptr_array_new_with_free_func (run_free);
    self->records = g_ptr_array_new ();
    self->places = g_array_new (FALSE, FALSE, sizeof (Place));
    g_array_set_clear_func (self->places, place_clear);
    self->place_indices = g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
    self->large = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
    self->odd_codes = g_hash_table_new (g_str_hash, g_str_equal);
    self->odd_texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < recap_rules_get_n (rules); i++)
        if (recap_rules_get (rules, i)->kind == RECAP_RULE_CONTESTS)
            add_relation (self, recap_rules_get (rules, i));
    self->size = HEAD_SIZE + self->boxes->len * sizeof (guint16);
    return self->boxes->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
contest_check_free (ContestCheck *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->runs);
    g_ptr_array_unref (self->records);
    g_array_unref (self->relations);
    g_array_unref (self->boxes);
    g_hash_table_unref (self->place_indices);
    g_array_unref (self->places);
    g_hash_table_unref (self->large);
    g_hash_table_unref (self->odd_codes);
    g_ptr_array_unref (self->odd_texts);
    g_string_free (self->note, TRUE);
    g_free (self);
}

void
contest_check_reset (ContestCheck *self)
{
    self->run = NULL;
    g_ptr_array_set_size (self->runs, 0);
    g_hash_table_remove_all (self->place_indices);
    g_array_set_size (self->places, 0);
    g_hash_table_remove_all (self->large);
    g_hash_table_remove_all (self->odd_codes);
    g_ptr_array_set_size (self->odd_texts, 0);
}

/* ---- records ---- */

#define CODE_ODD (G_GUINT64_CONSTANT (1) << 63)

/* Returns: 13 digits as a number; for any other code CODE_ODD with an index into odd_texts. */
static guint64
get_code (ContestCheck *self, RecapText kode)
{
    guint64 code = 0;

    if (recap_region_level (kode) == RECAP_LEVEL_TPS) {
        for (gsize i = 0; i < kode.size; i++)
            code = code * 10 + (guint64)(kode.bytes[i] - '0');
        return code;
    }
    g_autofree char *text = g_strndup (kode.bytes, kode.size);
    gpointer index;
    if (!g_hash_table_lookup_extended (self->odd_codes, text, NULL, &index)) {
        index = GUINT_TO_POINTER (self->odd_texts->len);
        g_hash_table_insert (self->odd_codes, text, index);
        g_ptr_array_add (self->odd_texts, g_steal_pointer (&text));
    }
    return CODE_ODD | GPOINTER_TO_UINT (index);
}

/* Compares as the texts compare. */
static int
compare_codes (const ContestCheck *self, guint64 a, guint64 b)
{
    char texts[2][24];
    const char *shown[2];
    const guint64 codes[2] = { a, b };

    if (a == b)
        return 0;
    if (((a | b) & CODE_ODD) == 0)
        return a < b ? -1 : 1;
    for (guint i = 0; i < 2; i++) {
        g_snprintf (texts[i], sizeof texts[i], "%013" PRIu64, codes[i] & ~CODE_ODD);
        shown[i] =
            (codes[i] & CODE_ODD) != 0 ? self->odd_texts->pdata[codes[i] & ~CODE_ODD] : texts[i];
    }
    return recap_text_compare (recap_text (shown[0]), recap_text (shown[1]));
}

static gboolean
find_or_add_place (ContestCheck *self, const RecapForm *form, guint16 *ret_index, GError **error)
{
    const Place wanted = { form->keys[RECAP_KEY_SUMBER], form->file };
    gpointer index;

    if (!g_hash_table_lookup_extended (self->place_indices, &wanted, NULL, &index)) {
        if (self->places->len == N_PLACES_MAX) {
            RecapOrigin origin = { form->file, form->line, 0 };
            recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                             _ ("more than %u sources and tables"), N_PLACES_MAX);
            return FALSE;
        }
        Place place = wanted;
        place.sumber.bytes = g_strndup (wanted.sumber.bytes, wanted.sumber.size);
        index = GUINT_TO_POINTER (self->places->len);
        g_array_append_val (self->places, place);
        g_hash_table_insert (self->place_indices, g_memdup2 (&place, sizeof place), index);
    }
    *ret_index = (guint16)GPOINTER_TO_UINT (index);
    return TRUE;
}

/* Returns: the records of @contest, NULL when there are none. */
static Run *
find_run (const ContestCheck *self, const RecapContest *contest)
{
    if (self->run != NULL && self->run->contest == contest)
        return self->run;
    for (guint i = 0; i < self->runs->len; i++)
        if (((Run *)self->runs->pdata[i])->contest == contest)
            return self->runs->pdata[i];
    return NULL;
}

static Run *
find_or_add_run (ContestCheck *self, const RecapContest *contest)
{
    Run *run = find_run (self, contest);
    if (run == NULL) {
        run = g_new0 (Run, 1);
        run->contest = contest;
        run->blocks = g_ptr_array_new_with_free_func (g_free);
        g_ptr_array_add (self->runs, run);
    }
    return self->run = run;
}

static guint8 *
get_record (const ContestCheck *self, const Run *run, gsize index)
{
    return (guint8 *)run->blocks->pdata[index / N_BLOCK] + index % N_BLOCK * self->size;
}

static Head
get_head (const guint8 *record)
{
    Head head;
    memcpy (&head, record, HEAD_SIZE);
    return head;
}

/* Writes number @index of @record. */
static void
put_value (ContestCheck *self, guint8 *record, guint index, RecapCell cell)
{
    guint8 *at = record + HEAD_SIZE + index * sizeof (guint16);
    guint16 value = (guint16)cell;

    if (!recap_cell_is_number (cell)) {
        value = VALUE_NONE;
    } else if (cell >= VALUE_LARGE) { /* wrong, but what is said of it must be right */
        value = VALUE_LARGE;
        g_hash_table_insert (self->large, at, g_memdup2 (&cell, sizeof cell));
    }
    memcpy (at, &value, sizeof value);
}

/* Returns: number @index of @record, or RECAP_CELL_BLANK. */
static RecapCell
get_value (const ContestCheck *self, const guint8 *record, guint index)
{
    const guint8 *at = record + HEAD_SIZE + index * sizeof (guint16);
    guint16 value;

    memcpy (&value, at, sizeof value);
    if (value == VALUE_LARGE)
        return *(const RecapCell *)g_hash_table_lookup (self->large, at);
    return value == VALUE_NONE ? RECAP_CELL_BLANK : value;
}

gboolean
contest_check_take (ContestCheck *self, const RecapForm *form, GError **error)
{
    Head head = { 0, form->line <= G_MAXUINT32 ? (guint32)form->line : 0, 0 };

    if (recap_region_level (form->keys[RECAP_KEY_KODE]) > RECAP_LEVEL_TPS)
        return TRUE;
    if (!find_or_add_place (self, form, &head.place, error))
        return FALSE;
    head.code = get_code (self, form->keys[RECAP_KEY_KODE]);
    Run *run = find_or_add_run (self, form->contest);
    if (run->n % N_BLOCK == 0)
        g_ptr_array_add (run->blocks, g_malloc (N_BLOCK * self->size));
    guint8 *record = get_record (self, run, run->n++);
    memcpy (record, &head, HEAD_SIZE);
    for (guint i = 0; i < self->boxes->len; i++)
        put_value (self, record, i, form->cells[g_array_index (self->boxes, guint, i)]);
    return TRUE;
}

/* ---- findings ---- */

/* Goes on in @run to (@code, @sumber); what comes before is not asked for again.
 *
 * Returns: the record; NULL when @run has none. */
static const guint8 *
find_record (const ContestCheck *self, Run *run, guint64 code, RecapText sumber)
{
    for (; run->next < run->n; run->next++) {
        const guint8 *record = get_record (self, run, run->next);
        Head head = get_head (record);
        int order = compare_codes (self, head.code, code);
        if (order == 0)
            order =
                recap_text_compare (g_array_index (self->places, Place, head.place).sumber, sumber);
        if (order >= 0)
            return order == 0 ? record : NULL;
    }
    return NULL;
}

/* A form that is looked at, beside those of its TPS and source for the other contests. */
typedef struct {
    const RecapForm *form;
    const guint8 **records; /* of each run; NULL: none */
    const Relation *relation;
    const RecapRule *rule; /* as it is there */
} Look;

/* Returns: the number that contest @index of the order of the rule has for @share; below zero when
 *          there is none. */
static RecapCell
get_shared (const ContestCheck *self, const Look *look, guint index, const Share *share)
{
    gint run = look->relation->runs[index];
    return run >= 0 && look->records[run] != NULL
               ? get_value (self, look->records[run], share->value)
               : RECAP_CELL_BLANK;
}

/* Finds the contest that @form is held against for @share, the first one from place *@index of the
 * order up to @own: among equals the first that has a number, where there are bounds all of the
 * nearest rank that has one.
 *
 * Returns: FALSE when there is none (any more). */
static gboolean
find_other (const ContestCheck *self, const Look *look, const Share *share, guint own, guint *index)
{
    const RecapRuleContest *order = (const RecapRuleContest *)(gpointer)look->relation->order->data;
    gboolean found = FALSE;
    guint rank = 0;

    if (order[own].bound) /* which rank? */
        for (guint i = 0; i < own; i++)
            if (order[i].chain == order[own].chain && order[i].rank < order[own].rank &&
                get_shared (self, look, i, share) >= 0)
                rank = order[i].rank;
    for (; *index < own && !found; ++*index)
        found = order[*index].chain == order[own].chain && order[*index].rank < order[own].rank &&
                order[*index].rank >= rank && get_shared (self, look, *index, share) >= 0;
    return found;
}

/* Appends what the contests that the order has between @form's and @other have. */
static void
describe_others (ContestCheck *self, const Look *look, const Share *share, guint own, guint other)
{
    const GArray *order = look->relation->order;
    const RecapRuleContest *mine = &g_array_index (order, RecapRuleContest, own);
    const char *before = " (";

    for (guint i = 0; i < order->len; i++) {
        const RecapRuleContest *contest = &g_array_index (order, RecapRuleContest, i);
        RecapCell cell = contest->chain == mine->chain && i != own && i != other
                             ? get_shared (self, look, i, share)
                             : RECAP_CELL_BLANK;
        if (cell < 0)
            continue;
        g_string_append_printf (self->note, "%s%s %" PRId64, before, contest->kontes, cell);
        before = ", ";
    }
    if (*before == ',')
        g_string_append_c (self->note, ')');
}

/* Gives what was found between @form, contest @own of the order, and contest @other: that they are
 * as they should be (@held), or not. */
static gboolean
give (ContestCheck *self, const Look *look, const Share *share, guint own, guint other,
      gboolean held, GError **error)
{
    const RecapRuleContest *order = (const RecapRuleContest *)(gpointer)look->relation->order->data;
    guint box = g_array_index (self->boxes, guint, share->value);
    RecapCell cell = look->form->cells[box];
    RecapCell theirs = get_shared (self, look, other, share);
    const RecapField *field = recap_schema_get_field (self->schema, look->form->contest, box);
    Head head = get_head (look->records[look->relation->runs[other]]);
    RecapOrigin origin = { g_array_index (self->places, Place, head.place).file, head.line, 0 };
    g_autofree char *asal = recap_form_origin (look->form);
    g_autofree char *asal_other = recap_origin_format (&origin);
    RecapFinding finding = check_start_finding (look->form, look->rule, asal);

    if (share->hint && finding.severity < RECAP_SEVERITY_WARNING)
        finding.severity = RECAP_SEVERITY_WARNING;
    if (held)
        finding.severity = RECAP_SEVERITY_HELD;
    finding.isian = recap_text (field->name);
    finding.nilai_a = cell;
    finding.sumber_b = recap_text (order[other].kontes);
    finding.nilai_b = theirs;
    finding.asal_b = recap_text (asal_other);
    g_string_printf (self->note, "%s: %s %s %" PRId64 " %s %s %" PRId64,
                     held ? "Terpenuhi" : look->rule->label, field->box, order[own].kontes, cell,
                     held ? (order[own].bound ? "<=" : "=") : (order[own].bound ? ">" : "!="),
                     order[other].kontes, theirs);
    describe_others (self, look, share, own, other);
    g_string_append_c (self->note, '.');
    finding.keterangan = (RecapText){ self->note->str, self->note->len };
    return self->finding (&finding, self->data, error);
}

/* Holds the box of @share against those of the contests that @own may be held against. */
static gboolean
compare (ContestCheck *self, const Look *look, const Share *share, guint own, GError **error)
{
    gboolean bound = g_array_index (look->relation->order, RecapRuleContest, own).bound;
    RecapCell cell = look->form->cells[g_array_index (self->boxes, guint, share->value)];

    if (!recap_cell_is_number (cell))
        return TRUE;
    for (guint next = 0; find_other (self, look, share, own, &next);) {
        RecapCell theirs = get_shared (self, look, next - 1, share);
        gboolean held = bound ? cell <= theirs : cell == theirs;
        if ((!held || self->all) && !give (self, look, share, own, next - 1, held, error))
            return FALSE;
        if (!bound)
            break;
    }
    return TRUE;
}

/* Looks at all that a rule says of one form. */
static gboolean
apply (ContestCheck *self, const Look *look, GError **error)
{
    const GArray *order = look->relation->order;
    const char *kontes = recap_contest_get_code (look->form->contest);

    for (guint own = 0; own < order->len; own++) {
        if (strcmp (g_array_index (order, RecapRuleContest, own).kontes, kontes) != 0)
            continue;
        for (guint i = 0; i < look->relation->shares->len; i++)
            if (!compare (self, look, &g_array_index (look->relation->shares, Share, i), own,
                          error))
                return FALSE;
    }
    return TRUE;
}

/* Begins with the forms of @contest: every run from its first record. */
static void
enter_contest (ContestCheck *self, const RecapContest *contest)
{
    self->run = find_run (self, contest);
    for (guint i = 0; i < self->runs->len; i++)
        ((Run *)self->runs->pdata[i])->next = 0;
    for (guint i = 0; i < self->relations->len; i++) {
        Relation *relation = &g_array_index (self->relations, Relation, i);
        for (guint k = 0; k < relation->order->len; k++) {
            const char *kontes = g_array_index (relation->order, RecapRuleContest, k).kontes;
            relation->runs[k] = -1;
            for (guint run = 0; run < self->runs->len; run++)
                if (strcmp (recap_contest_get_code (((Run *)self->runs->pdata[run])->contest),
                            kontes) == 0)
                    relation->runs[k] = (gint)run;
        }
    }
}

/* Finds the forms of the same TPS and source.
 *
 * Returns: whether there is any. */
static gboolean
find_records (ContestCheck *self, const RecapForm *form, const guint8 **records)
{
    guint64 code = get_code (self, form->keys[RECAP_KEY_KODE]);
    gboolean any = FALSE;

    for (guint i = 0; i < self->runs->len; i++) {
        Run *run = self->runs->pdata[i];
        records[i] = run->contest != form->contest
                         ? find_record (self, run, code, form->keys[RECAP_KEY_SUMBER])
                         : NULL;
        any = any || records[i] != NULL;
    }
    return any;
}

gboolean
contest_check_run (ContestCheck *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];

    if (recap_region_level (kode) > RECAP_LEVEL_TPS)
        return TRUE;
    if (self->run == NULL || self->run->contest != form->contest)
        enter_contest (self, form->contest);
    g_ptr_array_set_size (self->records, (int)self->runs->len);
    const guint8 **records = (const guint8 **)self->records->pdata;
    if (!find_records (self, form, records))
        return TRUE;
    const GPtrArray *rules = form_check_get_rules (self->forms, form->contest, kode, error);
    gboolean ok = rules != NULL;
    for (guint i = 0; ok && i < rules->len; i++)
        for (guint k = 0; ok && k < self->relations->len; k++) {
            const Relation *relation = &g_array_index (self->relations, Relation, k);
            const RecapRule *rule = rules->pdata[i];
            const Look look = { form, records, relation, rule };
            if (rule->kind == RECAP_RULE_CONTESTS && strcmp (rule->code, relation->code) == 0)
                ok = apply (self, &look, error);
        }
    return ok;
}
