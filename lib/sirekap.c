#include "config.h"

#include "sirekap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"
#include "json.h"
#include "region.h"
#include "timestamp.h"

/* Something in the document that cannot be taken. It is reported only at the end: a document of
 * another kind is one reject, not one for each of its keys. */
typedef enum {
    FAULT_COUNT,     /* a value that is not a count */
    FAULT_KEY,       /* a key of administrasi that the contest does not have */
    FAULT_CANDIDATE, /* an identifier in chart that is no contestant of the contest */
    FAULT_SHAPE,     /* an object or array where a value must be, or the reverse */
    FAULT_TIME,
} FaultKind;

typedef struct {
    FaultKind kind;
    RecapText key;
    RecapJsonToken value;
    gsize offset; /* of what is wrong, in the document */
    gsize size;
} Fault;

/* The keys of a document that matter; what else there is (images, mode, status_suara ...) says
 * nothing about the form. */
typedef enum {
    SECTION_ADMINISTRASI,
    SECTION_CALEG, /* candidates of parties */
    SECTION_CHART,
    SECTION_PSU,
    SECTION_TABLE, /* children of a region */
    SECTION_TS,
    SECTION_TUNGSURA, /* Pilkada */
    N_SECTIONS,
} Section;

static const char *const section_names[N_SECTIONS] = {
    [SECTION_ADMINISTRASI] = "administrasi",
    [SECTION_CALEG] = "caleg",
    [SECTION_CHART] = "chart",
    [SECTION_PSU] = "psu",
    [SECTION_TABLE] = "table",
    [SECTION_TS] = "ts",
    [SECTION_TUNGSURA] = "tungsura",
};

struct _RecapSirekap {
    const RecapContest *contest;
    const RecapField *fields;
    guint n_fields;
    RecapJson *json;
    RecapCell *cells;

    /* The document that is being read. */
    GArray *faults; /* of Fault */
    gboolean
        seen[N_SECTIONS]; /* by Section; not null, but for chart and administrasi: there at all */
    guint n_contestants;  /* in chart */
    gboolean nested;      /* chart holds objects: votes of parties */
    char waktu[RECAP_TIMESTAMP_SIZE];
    RecapText psu;
};

RecapSirekap *
recap_sirekap_new (const RecapContest *contest)
{
    g_return_val_if_fail (contest != NULL, NULL);

    RecapSirekap *self = g_new0 (RecapSirekap, 1);
    self->contest = contest;
    self->fields = recap_contest_get_fields (contest, &self->n_fields);
    self->json = recap_json_new ();
    self->cells = g_new (RecapCell, self->n_fields);
    self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
    return self;
}

void
recap_sirekap_free (RecapSirekap *self)
{
    if (self == NULL)
        return;
    recap_json_free (self->json);
    g_array_unref (self->faults);
    g_free (self->cells);
    g_free (self);
}

static void
add_fault (RecapSirekap *self, FaultKind kind, RecapText key, const RecapJsonToken *value)
{
    Fault fault = { kind, key, *value, value->offset, value->size };
    g_array_append_val (self->faults, fault);
}

/* Counts come as numbers and as strings, from some crawls as 72.0. */
static gboolean
parse_count (RecapText text, RecapCell *ret_cell)
{
    const char *point = memchr (text.bytes, '.', text.size);
    if (point != NULL) {
        gsize whole = (gsize)(point - text.bytes);
        for (gsize i = whole + 1; i < text.size; i++)
            if (text.bytes[i] != '0')
                return FALSE;
        if (whole + 1 == text.size)
            return FALSE;
        text.size = whole;
    }
    while (text.size > 1 && text.bytes[0] == '0') {
        text.bytes++;
        text.size--;
    }
    return recap_count_parse (text, ret_cell);
}

static gboolean
is_nested (const RecapJsonToken *value)
{
    return value->type == RECAP_JSON_OBJECT || value->type == RECAP_JSON_ARRAY;
}

/* Takes one entry of chart or administrasi. Blank is what the cells begin with. */
static void
take_entry (RecapSirekap *self, Section section, const RecapJsonToken *name,
            const RecapJsonToken *value)
{
    RecapText key = name->text;
    gboolean chart = section == SECTION_CHART;
    const RecapField *field = recap_contest_find_sirekap (self->contest, key);
    gboolean ours = field != NULL && (field->role == RECAP_ROLE_VOTES) == chart;
    RecapCell cell;

    /* The key "null" beside the candidates says nothing as long as it holds nothing. */
    if (chart && value->type == RECAP_JSON_NULL && recap_text_equal_string (key, "null"))
        return;
    self->n_contestants += chart && ours;
    self->nested = self->nested || (chart && is_nested (value));
    if (!ours) {
        Fault fault = { chart ? FAULT_CANDIDATE : FAULT_KEY, key, *value, name->offset,
                        name->size };
        g_array_append_val (self->faults, fault);
        return;
    }
    if (value->type == RECAP_JSON_NULL ||
        (value->type == RECAP_JSON_STRING && value->text.size == 0))
        return;
    if (is_nested (value)) {
        add_fault (self, FAULT_SHAPE, key, value);
        return;
    }
    gboolean countable = value->type == RECAP_JSON_NUMBER || value->type == RECAP_JSON_STRING;
    if (countable && parse_count (value->text, &cell))
        self->cells[field->index] = cell;
    else
        add_fault (self, FAULT_COUNT, key, value);
}

/* Reads chart or administrasi, whose value began with @value. */
static gboolean
read_entries (RecapSirekap *self, Section section, const RecapJsonToken *value, GError **error)
{
    if (value->type == RECAP_JSON_NULL)
        return TRUE;
    if (value->type != RECAP_JSON_OBJECT) {
        add_fault (self, FAULT_SHAPE, recap_text (section_names[section]), value);
        return recap_json_skip (self->json, value, error);
    }
    while (TRUE) {
        RecapJsonToken key;
        RecapJsonToken entry;
        if (!recap_json_next (self->json, &key, error))
            return FALSE;
        if (key.type == RECAP_JSON_OBJECT_END)
            return TRUE;
        if (!recap_json_next (self->json, &entry, error))
            return FALSE;
        take_entry (self, section, &key, &entry);
        if (!recap_json_skip (self->json, &entry, error))
            return FALSE;
    }
}

static void
take_text (RecapSirekap *self, Section section, const RecapJsonToken *value)
{
    RecapText key = recap_text (section_names[section]);

    if (value->type == RECAP_JSON_NULL)
        return;
    if (value->type != RECAP_JSON_STRING || memchr (value->text.bytes, '\0', value->text.size))
        add_fault (self, FAULT_SHAPE, key, value);
    else if (section == SECTION_PSU)
        self->psu = value->text;
    else if (!recap_timestamp_parse (value->text, self->waktu))
        add_fault (self, FAULT_TIME, key, value);
}

static gboolean
read_section (RecapSirekap *self, RecapText key, const RecapJsonToken *value, GError **error)
{
    Section section = 0;
    while (section < N_SECTIONS && !recap_text_equal_string (key, section_names[section]))
        section++;
    if (section == N_SECTIONS)
        return recap_json_skip (self->json, value, error);

    gboolean entries = section == SECTION_CHART || section == SECTION_ADMINISTRASI;
    self->seen[section] = entries || value->type != RECAP_JSON_NULL;
    if (entries)
        return read_entries (self, section, value, error);
    if (section == SECTION_PSU || section == SECTION_TS)
        take_text (self, section, value);
    return recap_json_skip (self->json, value, error);
}

/* Reads the whole document. *@ret_object: whether it is an object at all. */
static gboolean
read_document (RecapSirekap *self, gboolean *ret_object, GError **error)
{
    RecapJsonToken token;

    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    *ret_object = token.type == RECAP_JSON_OBJECT;
    if (!*ret_object && !recap_json_skip (self->json, &token, error))
        return FALSE;
    while (TRUE) {
        RecapJsonToken value;
        if (!recap_json_next (self->json, &token, error))
            return FALSE;
        if (token.type == RECAP_JSON_END)
            return TRUE;
        if (token.type == RECAP_JSON_OBJECT_END)
            continue;
        if (!recap_json_next (self->json, &value, error) ||
            !read_section (self, token.text, &value, error))
            return FALSE;
    }
}

/* Where the rejects of a document go. */
typedef struct {
    const char *name;
    RecapRejectFunc func;
    gpointer data;
} Sink;

static void
reject_document (const Sink *sink, const char *reason, const char *hint)
{
    RecapReject reject = { { sink->name, 0, 0 }, "", RECAP_TEXT_EMPTY, reason, hint,
                           RECAP_TEXT_EMPTY,     0 };
    sink->func (&reject, sink->data);
}

/* Returns what is wrong with the document as a whole, owned by the caller, or NULL. */
static char *
judge_kind (RecapSirekap *self, const char **ret_hint)
{
    const char *contest = recap_contest_get_code (self->contest);

    *ret_hint = NULL;
    if (self->seen[SECTION_TABLE]) {
        *ret_hint = _ ("name the documents of the TPS; their file names have 13 digits");
        return g_strdup (_ ("the sums of a region ('table'), not the form of one TPS"));
    }
    if (self->seen[SECTION_TUNGSURA])
        return g_strdup_printf (_ ("a document of a Pilkada ('tungsura'), not of contest '%s'"),
                                contest);
    if (self->seen[SECTION_CALEG] || self->nested)
        return g_strdup_printf (_ ("a document with votes of parties, not of contest '%s'"),
                                contest);
    if (!self->seen[SECTION_CHART] && !self->seen[SECTION_ADMINISTRASI])
        return g_strdup (_ ("not a Sirekap document: neither 'chart' nor 'administrasi' in it"));
    return NULL;
}

/* All candidates are strangers: not a form with an error but one of another contest. */
static char *
judge_candidates (RecapSirekap *self)
{
    guint n = 0;
    RecapText first = RECAP_TEXT_EMPTY;

    for (guint i = 0; i < self->faults->len; i++) {
        const Fault *fault = &g_array_index (self->faults, Fault, i);
        if (fault->kind == FAULT_CANDIDATE && n++ == 0)
            first = fault->key;
    }
    if (n == 0 || self->n_contestants > 0)
        return NULL;
    g_autofree char *shown = recap_text_display (first.bytes, first.size);
    return g_strdup_printf (
        g_dngettext (
            GETTEXT_PACKAGE,
            "a document of another contest: the %u candidate in 'chart' ('%s') is not of "
            "contest '%s'",
            "a document of another contest: none of the %u candidates in 'chart' ('%s' ...) "
            "is of contest '%s'",
            n),
        n, shown, recap_contest_get_code (self->contest));
}

static char *
describe_fault (const RecapSirekap *self, const Fault *fault)
{
    const char *contest = recap_contest_get_code (self->contest);
    const RecapText *text = &fault->value.text;
    g_autofree char *key = recap_text_display (fault->key.bytes, fault->key.size);
    g_autofree char *value = recap_text_display (text->bytes, text->size);

    switch (fault->kind) {
    case FAULT_COUNT:
        return g_strdup_printf (_ ("'%s' is not a count (key '%s')"), value, key);
    case FAULT_KEY:
        return g_strdup_printf (_ ("'%s' in 'administrasi' is no key of contest '%s'"), key,
                                contest);
    case FAULT_CANDIDATE:
        return g_strdup_printf (_ ("'%s' in 'chart' is no candidate of contest '%s'"), key,
                                contest);
    case FAULT_SHAPE:
        return g_strdup_printf (_ ("'%s' does not hold what Sirekap has there"), key);
    case FAULT_TIME:
        return g_strdup_printf (_ ("'%s' is not a time (key '%s')"), value, key);
    }
    g_assert_not_reached ();
}

static void
report_fault (const RecapSirekap *self, const Sink *sink, const Fault *fault)
{
    g_autofree char *reason = describe_fault (self, fault);
    g_autofree char *explained =
        fault->kind == FAULT_COUNT ? recap_cell_explain (fault->value.text) : NULL;
    g_autofree char *column = g_strndup (fault->key.bytes, fault->key.size);
    gsize offset = fault->offset;
    RecapReject reject = {
        .origin = { sink->name, 0, 0 },
        .column = column,
        .text = is_nested (&fault->value) ? RECAP_TEXT_EMPTY : fault->value.text,
        .reason = reason,
        .hint = fault->kind == FAULT_TIME ? _ ("a time is written 2024-02-15 00:46:45") : explained,
        .excerpt = recap_json_line (self->json, offset),
        .width = (guint)fault->size,
    };

    recap_json_locate (self->json, offset, &reject.origin.line, &reject.origin.column);
    sink->func (&reject, sink->data);
}

/* The code is in the file name: what stands before '.json' in its last component. */
static RecapText
get_code (const char *name)
{
    const char *start = strrchr (name, '/');
    start = start != NULL ? start + 1 : name;
    const char *member = strrchr (start, '!');
    start = member != NULL ? member + 1 : start;
    const char *end = strchr (start, '.');
    return (RecapText){ start, end != NULL ? (gsize)(end - start) : strlen (start) };
}

static gboolean
check_code (const Sink *sink, RecapText code)
{
    if (recap_region_level (code) == RECAP_LEVEL_TPS)
        return TRUE;
    g_autofree char *shown = recap_text_display (code.bytes, code.size);
    g_autofree char *reason =
        g_strdup_printf (_ ("the file name '%s' is not the code of a TPS"), shown);
    reject_document (sink, reason,
                     _ ("a document is named by the 13 digits of its TPS and '.json'"));
    return FALSE;
}

/* Says everything that is wrong. Returns TRUE when nothing is. */
static gboolean
judge (RecapSirekap *self, const Sink *sink, gboolean object)
{
    const char *hint = NULL;
    g_autofree char *kind =
        object ? judge_kind (self, &hint)
               : g_strdup (_ ("not a Sirekap document: the outermost value is not an object"));
    if (kind == NULL)
        kind = judge_candidates (self);
    if (kind != NULL) {
        reject_document (sink, kind, hint);
        return FALSE;
    }
    for (guint i = 0; i < self->faults->len; i++)
        report_fault (self, sink, &g_array_index (self->faults, Fault, i));
    return check_code (sink, get_code (sink->name)) && self->faults->len == 0;
}

static void
start (RecapSirekap *self, const char *name, const char *bytes, gsize size)
{
    recap_json_start (self->json, name, bytes, size);
    g_array_set_size (self->faults, 0);
    memset (self->seen, 0, sizeof self->seen);
    self->n_contestants = 0;
    self->nested = FALSE;
    self->waktu[0] = '\0';
    self->psu = RECAP_TEXT_EMPTY;
    for (guint i = 0; i < self->n_fields; i++)
        self->cells[i] =
            self->fields[i].sirekap != NULL ? RECAP_CELL_BLANK : RECAP_CELL_NOT_CARRIED;
}

gboolean
recap_sirekap_read (RecapSirekap *self, const char *name, const char *bytes, gsize size,
                    RecapForm *form, RecapRejectFunc reject, gpointer data)
{
    g_return_val_if_fail (self != NULL && name != NULL && form != NULL && reject != NULL, FALSE);

    const Sink sink = { name, reject, data };
    g_autoptr (GError) error = NULL;
    gboolean object = FALSE;

    start (self, name, bytes, size);
    if (!read_document (self, &object, &error)) {
        recap_reject_error (error, name, reject, data);
        return FALSE;
    }
    if (!judge (self, &sink, object))
        return FALSE;

    RecapText code = get_code (name);
    *form = (RecapForm){ .contest = self->contest, .cells = self->cells };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form->keys[key] = RECAP_TEXT_EMPTY;
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form->tallies[tally] = RECAP_CELL_NOT_CARRIED;
    form->keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    form->keys[RECAP_KEY_KODE] = code;
    form->keys[RECAP_KEY_TPS] = (RecapText){ code.bytes + code.size - 3, 3 };
    form->keys[RECAP_KEY_WAKTU] = recap_text (self->waktu);
    form->keys[RECAP_KEY_PSU] = self->psu;
    form->keys[RECAP_KEY_ASAL] = recap_text (name);
    form->file = name;
    return TRUE;
}
