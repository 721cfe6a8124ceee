#include "config.h"

#include "sirekap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents.h"
#include "error.h"
#include "json-pieces.h"
#include "json.h"
#include "region.h"
#include "timestamp.h"

/* The keys of a document that matter; what else there is (images, mode, status_suara ...) says
 * nothing about the form. */
typedef enum {
    SECTION_ADMINISTRASI,
    SECTION_CALEG, /* candidates of parties */
    SECTION_CHART,
    SECTION_CODE, /* of the TPS, where a file has several */
    SECTION_KODE, /* likewise */
    SECTION_PROGRES,
    SECTION_PSU,
    SECTION_TABLE, /* children of a region */
    SECTION_TS,
    SECTION_TUNGSURA, /* Pilkada */
    N_SECTIONS,
} Section;

static const RecapText section_names[N_SECTIONS] = {
    [SECTION_ADMINISTRASI] = { "administrasi", 12 },
    [SECTION_CALEG] = { "caleg", 5 },
    [SECTION_CHART] = { "chart", 5 },
    [SECTION_CODE] = { "code", 4 },
    [SECTION_KODE] = { "kode", 4 },
    [SECTION_PROGRES] = { "progres", 7 },
    [SECTION_PSU] = { "psu", 3 },
    [SECTION_TABLE] = { "table", 5 },
    [SECTION_TS] = { "ts", 2 },
    [SECTION_TUNGSURA] = { "tungsura", 8 },
};

/* What stands beside the votes of a region and says nothing about them. */
static const char *const known_words[] = { "mode",         "persen",
                                           "status_adm",   "status_progress",
                                           "status_suara", "ts" };

/* Something in the document that cannot be taken. It is reported only at the end: a document of
 * another kind is one reject, not one for each of its keys. */
typedef enum {
    FAULT_COUNT,     /* a value that is not a count */
    FAULT_KEY,       /* a key of administrasi that the contest does not have */
    FAULT_CANDIDATE, /* an identifier that is no contestant of the contest */
    FAULT_PARTY,     /* a candidate below a party that is not its own */
    FAULT_BALLOT,    /* a candidate of another ballot than the one before */
    FAULT_REGION,    /* a candidate who does not stand in this region */
    FAULT_TWICE,     /* a second identifier for the same box */
    FAULT_CODE,      /* a code that is none */
    FAULT_STRAY,     /* an object beside several documents that is none */
    FAULT_SHAPE,     /* an object or array where a value must be, or the reverse */
    FAULT_TIME,
} FaultKind;

enum { FAULTS_MAX = 100000 }; /* of one document; more is no document at all */

typedef struct {
    FaultKind kind;
    Section section; /* that it stands in; N_SECTIONS: in the document itself */
    guint record;    /* index of the Record */
    RecapText key;
    RecapJsonToken value;
    gsize offset; /* of what is wrong, in the document */
    gsize size;
} Fault;

/* What kinds of boxes a record can have. */
enum {
    CARRIES_ADMIN = 1 << RECAP_ROLE_ADMIN,
    CARRIES_VOTES = 1 << RECAP_ROLE_VOTES,
    CARRIES_PARTY = 1 << RECAP_ROLE_PARTY,
    CARRIES_CANDIDATE = 1 << RECAP_ROLE_CANDIDATE,
};

enum { USUAL_FIELDS = 64 };

/* One form: of a document itself or of a child in its table. Its cells are those of the same index
 * in the reader. */
typedef struct {
    RecapText code;
    gsize offset; /* where it begins */
    RecapText psu;
    RecapCell tallies[RECAP_N_TALLIES];
    guint carries;                   /* CARRIES_... */
    guint n_contestants;             /* identifiers that are known */
    gboolean nested;                 /* votes of parties, not of candidates */
    gboolean listed;                 /* candidates with their numbers: none with votes */
    gboolean votes;                  /* there are identifiers outside of chart and table */
    const RecapCandidate *candidate; /* the first that a list named */
    RecapJsonToken candidate_key;
} Record;

/* A document, which may be one of several in the file. */
typedef struct {
    guint record;              /* its own */
    guint first_fault;         /* index of the first that can be of this document */
    gboolean top;              /* may hold others by their codes */
    gboolean seen[N_SECTIONS]; /* not null, but for chart and administrasi: there at all */
    char waktu[RECAP_TIMESTAMP_SIZE];
    guint n_items; /* documents that it holds */
} Document;

struct _RecapSirekap {
    const RecapContest *contest;
    const RecapCandidates *candidates; /* or NULL */
    const RecapField *fields;
    guint n_fields;
    gboolean has_parties;
    RecapText wrapper;                 /* of the contest; empty when it has none */
    const RecapField **party_boxes[2]; /* by ballot number: votes of the party alone, and all */
    guint n_parties;                   /* the length of these, the highest number and 1 */
    RecapJson *json;
    gsize max; /* bytes of a document */

    /* The file that is being read. */
    const char *name;
    const RecapSirekapVisitor *visitor;
    gboolean several; /* documents are in it */
    gboolean in_part; /* one of them is all that the lexer sees */
    guint n_given;    /* records, forms and rejects */
    GArray *records;  /* of Record */
    GArray *cells;    /* of RecapCell: n_fields for each record */
    GArray *faults;   /* of Fault */

    const RecapField *usual[USUAL_FIELDS]; /* what was found for the first keys of 'administrasi' */
    guint n_found;                         /* in this one */
};

static void
find_party_boxes (RecapSirekap *self)
{
    for (guint i = 0; i < self->n_fields; i++)
        if (self->fields[i].role == RECAP_ROLE_PARTY) {
            self->has_parties = TRUE;
            self->n_parties = MAX (self->n_parties, self->fields[i].contestant + 1);
        }
    for (guint i = 0; i < G_N_ELEMENTS (self->party_boxes); i++)
        self->party_boxes[i] = g_new0 (const RecapField *, self->n_parties + 1);
    for (guint i = 0; i < self->n_fields && self->has_parties; i++) {
        const RecapField *field = &self->fields[i];
        if (field->contestant == 0 || field->candidate > 0 || field->contestant >= self->n_parties)
            continue;
        self->party_boxes[field->role == RECAP_ROLE_VOTES][field->contestant] = field;
    }
}

RecapSirekap *
recap_sirekap_new (const RecapContest *contest, const RecapCandidates *candidates)
{
    g_return_val_if_fail (contest != NULL, NULL);

    RecapSirekap *self = g_new0 (RecapSirekap, 1);
    self->contest = contest;
    self->candidates = candidates;
    self->fields = recap_contest_get_fields (contest, &self->n_fields);
    self->wrapper = recap_text (recap_contest_get_wrapper (contest));
    self->json = recap_json_new ();
    self->max = RECAP_DOCUMENT_MAX;
    self->records = g_array_new (FALSE, FALSE, sizeof (Record));
    self->cells = g_array_new (FALSE, FALSE, sizeof (RecapCell));
    self->faults = g_array_new (FALSE, FALSE, sizeof (Fault));
    find_party_boxes (self);
    return self;
}

void
recap_sirekap_free (RecapSirekap *self)
{
    if (self == NULL)
        return;
    recap_json_free (self->json);
    g_array_unref (self->records);
    g_array_unref (self->cells);
    g_array_unref (self->faults);
    for (guint i = 0; i < G_N_ELEMENTS (self->party_boxes); i++)
        g_free (self->party_boxes[i]);
    g_free (self);
}

/* --- records --- */

static Record *
get_record (RecapSirekap *self, guint record)
{
    return &g_array_index (self->records, Record, record);
}

static RecapCell *
get_cells (RecapSirekap *self, guint record)
{
    return &g_array_index (self->cells, RecapCell, (gsize)record * self->n_fields);
}

/* Begins a record, with no cell carried. Returns its index. */
static guint
add_record (RecapSirekap *self, RecapText code, gsize offset)
{
    Record record = { .code = code, .offset = offset, .psu = RECAP_TEXT_EMPTY };
    guint index = self->records->len;

    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        record.tallies[tally] = RECAP_CELL_NOT_CARRIED;
    g_array_append_val (self->records, record);
    g_array_set_size (self->cells, (index + 1) * self->n_fields);
    RecapCell *cells = get_cells (self, index);
    for (guint i = 0; i < self->n_fields; i++)
        cells[i] = RECAP_CELL_NOT_CARRIED;
    return index;
}

/* Forgets the records from @record on. */
static void
drop_records (RecapSirekap *self, guint record)
{
    guint n = self->faults->len;
    while (n > 0 && g_array_index (self->faults, Fault, n - 1).record >= record)
        n--;
    g_array_set_size (self->faults, n);
    g_array_set_size (self->records, record);
    g_array_set_size (self->cells, record * self->n_fields);
}

/* --- what stands in a document --- */

/* Where a value stands: what a fault must tell. */
typedef struct {
    guint record;
    Section section;
    const RecapJsonToken *key;
} Spot;

/* @token: what is wrong, the key or its value. */
static void
add_fault (RecapSirekap *self, FaultKind kind, const Spot *spot, const RecapJsonToken *value,
           const RecapJsonToken *wrong)
{
    RecapText key = spot->key != NULL ? spot->key->text : section_names[spot->section];
    Fault fault = { kind, spot->section, spot->record, key, *value, wrong->offset, wrong->size };
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

/* Reads a count into *@cell. Null and an empty string are blank. */
static void
take_count (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value, RecapCell *cell)
{
    RecapCell count = RECAP_CELL_BLANK;
    gboolean empty = value->type == RECAP_JSON_NULL ||
                     (value->type == RECAP_JSON_STRING && value->text.size == 0);
    gboolean countable = value->type == RECAP_JSON_NUMBER || value->type == RECAP_JSON_STRING;

    if (is_nested (value))
        add_fault (self, FAULT_SHAPE, spot, value, value);
    else if (!empty && !(countable && parse_count (value->text, &count)))
        add_fault (self, FAULT_COUNT, spot, value, value);
    else if (recap_cell_is_number (*cell))
        add_fault (self, FAULT_TWICE, spot, value, spot->key);
    else
        *cell = count;
}

static void
take_field (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
            const RecapField *field)
{
    get_record (self, spot->record)->carries |= 1u << field->role;
    take_count (self, spot, value, &get_cells (self, spot->record)[field->index]);
}

static void
take_psu (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value)
{
    if (value->type == RECAP_JSON_NULL)
        return;
    if (value->type != RECAP_JSON_STRING || memchr (value->text.bytes, '\0', value->text.size))
        add_fault (self, FAULT_SHAPE, spot, value, value);
    else
        get_record (self, spot->record)->psu = value->text;
}

/* A hostile document must not cost more memory than it has bytes many times over. */
static gboolean
check_faults (const RecapSirekap *self, GError **error)
{
    RecapOrigin origin = { self->name, 0, 0 };

    if (self->faults->len < FAULTS_MAX)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_LIMIT, &origin,
                     _ ("more than %d places of the document are wrong"), FAULTS_MAX);
    return FALSE;
}

/* Whoever reads the members of an object. */
typedef gboolean (*ReadMember) (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
                                gpointer data, GError **error);

/* Gives the members of the object that @value begins to @read; null has none. @spot says where the
 * object stands. */
static gboolean
read_object (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value, ReadMember read,
             gpointer data, GError **error)
{
    if (value->type == RECAP_JSON_NULL)
        return TRUE;
    if (value->type != RECAP_JSON_OBJECT) {
        add_fault (self, FAULT_SHAPE, spot, value, value);
        return recap_json_skip (self->json, value, error);
    }
    while (TRUE) {
        RecapJsonToken key;
        RecapJsonToken member;
        if (!recap_json_next (self->json, &key, error))
            return FALSE;
        if (key.type == RECAP_JSON_OBJECT_END)
            return TRUE;
        if (!recap_json_next (self->json, &member, error))
            return FALSE;
        const Spot inside = { spot->record, spot->section, &key };
        if (!read (self, &inside, &member, data, error) || !check_faults (self, error))
            return FALSE;
    }
}

/* Documents of one election have the same keys in the same order: the field that stood at this
 * place in the one before is tried first. */
static const RecapField *
find_usual (RecapSirekap *self, RecapText key)
{
    const RecapField **usual = &self->usual[self->n_found++ % USUAL_FIELDS];
    if (*usual == NULL || !recap_text_equal_string (key, (*usual)->sirekap))
        *usual = recap_contest_find_sirekap (self->contest, key);
    return *usual;
}

static gboolean
read_administrasi (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
                   gpointer data G_GNUC_UNUSED, GError **error)
{
    const RecapField *field = find_usual (self, spot->key->text);

    if (field == NULL || field->role != RECAP_ROLE_ADMIN)
        add_fault (self, FAULT_KEY, spot, value, spot->key);
    else
        take_field (self, spot, value, field);
    return recap_json_skip (self->json, value, error);
}

static gboolean
read_progres (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
              gpointer data G_GNUC_UNUSED, GError **error)
{
    Record *record = get_record (self, spot->record);
    const RecapText key = spot->key->text;
    RecapTally tally = recap_text_equal_string (key, "total")     ? RECAP_TALLY_REGISTERED
                       : recap_text_equal_string (key, "progres") ? RECAP_TALLY_RECEIVED
                                                                  : RECAP_N_TALLIES;

    if (tally < RECAP_N_TALLIES) {
        record->tallies[tally] = RECAP_CELL_NOT_CARRIED; /* it stands in two places */
        take_count (self, spot, value, &record->tallies[tally]);
    }
    return recap_json_skip (self->json, value, error);
}

/* --- votes --- */

/* The number of the party that is meant by @key, 0 when it is none of the contest. Without a list
 * of parties the key is the number. */
static guint
find_party (const RecapSirekap *self, RecapText key)
{
    gint64 number = 0;

    if (!self->has_parties)
        return 0;
    if (self->candidates != NULL)
        number = recap_candidates_find_party (self->candidates, key);
    if (number == 0 && !recap_count_parse (key, &number))
        return 0;
    return number < self->n_parties && self->party_boxes[0][number] != NULL ? (guint)number : 0;
}

static gboolean
read_party_member (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value, gpointer data,
                   GError **error)
{
    guint party = GPOINTER_TO_UINT (data);
    gboolean all = recap_text_equal_string (spot->key->text, "jml_suara_total");

    if (all || recap_text_equal_string (spot->key->text, "jml_suara_partai"))
        take_field (self, spot, value, self->party_boxes[all][party]);
    else if (value->type != RECAP_JSON_NULL)
        add_fault (self, FAULT_CANDIDATE, spot, value, spot->key);
    return recap_json_skip (self->json, value, error);
}

static const RecapCandidate *
find_candidate (const RecapSirekap *self, RecapText id)
{
    return self->candidates != NULL ? recap_candidates_find (self->candidates, id) : NULL;
}

static void
take_candidate (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
                const RecapCandidate *candidate)
{
    Record *record = get_record (self, spot->record);

    record->n_contestants++;
    if (record->candidate == NULL) {
        record->candidate = candidate;
        record->candidate_key = *spot->key;
    }
    if (record->candidate->ballot != candidate->ballot)
        add_fault (self, FAULT_BALLOT, spot, value, spot->key);
    else
        take_field (self, spot, value, candidate->field);
}

static gboolean
is_known_word (RecapText key)
{
    for (guint i = 0; i < G_N_ELEMENTS (known_words); i++)
        if (recap_text_equal_string (key, known_words[i]))
            return TRUE;
    return FALSE;
}

/* Looks what stands where votes should be. */
static gboolean
read_stranger (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
               gpointer data G_GNUC_UNUSED, GError **error)
{
    if (recap_text_equal_string (spot->key->text, "nomor_urut"))
        get_record (self, spot->record)->listed = TRUE;
    return recap_json_skip (self->json, value, error);
}

/* Reads one entry of chart, or of a child of a table. */
static gboolean
read_vote (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
           gpointer data G_GNUC_UNUSED, GError **error)
{
    RecapText key = spot->key->text;
    Record *record = get_record (self, spot->record);
    const RecapCandidate *candidate = find_candidate (self, key);
    const RecapField *field = recap_contest_find_sirekap (self->contest, key);
    guint party = find_party (self, key);

    record->nested = record->nested || (is_nested (value) && !self->has_parties &&
                                        !recap_text_equal_string (key, "progres"));
    if (candidate != NULL)
        take_candidate (self, spot, value, candidate);
    else if (field != NULL && field->role == RECAP_ROLE_VOTES) {
        record->n_contestants++;
        take_field (self, spot, value, field);
    } else if (party > 0) {
        record->n_contestants++;
        if (value->type == RECAP_JSON_OBJECT)
            return read_object (self, spot, value, read_party_member, GUINT_TO_POINTER (party),
                                error);
        take_field (self, spot, value, self->party_boxes[1][party]);
    } else if (recap_text_equal_string (key, "progres"))
        return read_object (self, spot, value, read_progres, NULL, error);
    else if (recap_text_equal_string (key, "psu"))
        take_psu (self, spot, value);
    /* The key "null" beside the candidates says nothing as long as it holds nothing. */
    else if (!is_known_word (key) &&
             !(value->type == RECAP_JSON_NULL && recap_text_equal_string (key, "null")))
        add_fault (self, FAULT_CANDIDATE, spot, value, spot->key);
    if (record->nested && value->type == RECAP_JSON_OBJECT)
        return read_object (self, spot, value, read_stranger, NULL, error);
    return recap_json_skip (self->json, value, error);
}

static gboolean
read_caleg_of_party (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
                     gpointer data, GError **error)
{
    const RecapCandidate *candidate = find_candidate (self, spot->key->text);

    if (candidate != NULL && candidate->field->contestant != GPOINTER_TO_UINT (data))
        add_fault (self, FAULT_PARTY, spot, value, spot->key);
    else if (candidate != NULL)
        take_candidate (self, spot, value, candidate);
    else if (value->type != RECAP_JSON_NULL || !recap_text_equal_string (spot->key->text, "null"))
        add_fault (self, FAULT_CANDIDATE, spot, value, spot->key);
    return recap_json_skip (self->json, value, error);
}

static gboolean
read_caleg (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
            gpointer data G_GNUC_UNUSED, GError **error)
{
    guint party = find_party (self, spot->key->text);

    if (party > 0)
        return read_object (self, spot, value, read_caleg_of_party, GUINT_TO_POINTER (party),
                            error);
    if (value->type != RECAP_JSON_NULL || !recap_text_equal_string (spot->key->text, "null"))
        add_fault (self, FAULT_CANDIDATE, spot, value, spot->key);
    return recap_json_skip (self->json, value, error);
}

static gboolean
is_digits (RecapText text)
{
    for (gsize i = 0; i < text.size; i++)
        if (!g_ascii_isdigit (text.bytes[i]))
            return FALSE;
    return text.size > 0;
}

/* Documents are of regions, or from overseas, whose codes need not be digits. */
static gboolean
is_code (RecapText code)
{
    const char *hint = NULL;
    return recap_region_code_fault (code, &hint) == NULL &&
           (recap_region_level (code) != RECAP_LEVEL_OPAQUE ||
            (!is_digits (code) && code.size > 2 && memcmp (code.bytes, "99", 2) == 0));
}

/* Reads one child of a region. */
static gboolean
read_child (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
            gpointer data G_GNUC_UNUSED, GError **error)
{
    guint record = add_record (self, spot->key->text, spot->key->offset);
    const Spot child = { record, SECTION_TABLE, spot->key };

    if (!is_code (spot->key->text))
        add_fault (self, FAULT_CODE, &child, value, spot->key);
    return read_object (self, &child, value, read_vote, NULL, error);
}

/* --- rejects --- */

/* Hands a record on: @form, or NULL when it was rejected. */
static void
give (RecapSirekap *self, const RecapForm *form)
{
    self->n_given++;
    self->visitor->form (form, self->visitor->data);
}

static void
reject_whole (RecapSirekap *self, const RecapOrigin *origin, const char *reason, const char *hint)
{
    RecapReject reject = { *origin, "", RECAP_TEXT_EMPTY, reason, hint, RECAP_TEXT_EMPTY, 0 };
    self->visitor->reject (&reject, self->visitor->data);
    give (self, NULL);
}

/* The place of a record: with its line only when the file has several. */
static RecapOrigin
place_record (RecapSirekap *self, guint record)
{
    RecapOrigin origin = { self->name, 0, 0 };
    guint column = 0;
    if (self->several)
        recap_json_locate (self->json, get_record (self, record)->offset, &origin.line, &column);
    return origin;
}

/* The contest that KPU's own path names ('.../hhcw/ppwp/...'), or an empty text. */
static RecapText
contest_of_path (const char *name)
{
    const char *at = strstr (name, "hhcw/");
    if (at == NULL || (at > name && at[-1] != '/' && at[-1] != '!'))
        return RECAP_TEXT_EMPTY;
    at += strlen ("hhcw/");
    const char *end = strchr (at, '/');
    return end != NULL ? (RecapText){ at, (gsize)(end - at) } : RECAP_TEXT_EMPTY;
}

/* Returns what is wrong with the document as a whole, owned by the caller, or NULL. */
static char *
judge_kind (RecapSirekap *self, const Document *document)
{
    const char *contest = recap_contest_get_code (self->contest);
    const Record *record = get_record (self, document->record);
    const gboolean *seen = document->seen;
    RecapText path = contest_of_path (self->name);

    if (path.size > 0 && !recap_text_equal_string (path, contest)) {
        g_autofree char *shown = recap_text_display (path.bytes, path.size);
        return g_strdup_printf (_ ("a document of contest '%s' by its path, not of contest '%s'"),
                                shown, contest);
    }
    if (seen[SECTION_TUNGSURA] && self->wrapper.size == 0)
        return g_strdup_printf (_ ("a document of a Pilkada ('tungsura'), not of contest '%s'"),
                                contest);
    if (record->listed)
        return g_strdup (_ ("a list of candidates, not of votes: it is for --candidates"));
    if ((seen[SECTION_CALEG] && !self->has_parties) || record->nested)
        return g_strdup_printf (_ ("a document with votes of parties, not of contest '%s'"),
                                contest);
    if (!seen[SECTION_CHART] && !seen[SECTION_ADMINISTRASI] && !seen[SECTION_CALEG] &&
        !seen[SECTION_TABLE] && !record->votes)
        return g_strdup (_ ("not a Sirekap document: neither 'chart' nor 'administrasi' in it"));
    return NULL;
}

/* All candidates are strangers: not a form with an error but one of another contest. */
static char *
judge_candidates (RecapSirekap *self, const Document *document)
{
    const Record *record = get_record (self, document->record);
    guint n = 0;
    RecapText first = RECAP_TEXT_EMPTY;

    for (guint i = document->first_fault; i < self->faults->len; i++) {
        const Fault *fault = &g_array_index (self->faults, Fault, i);
        if (fault->kind == FAULT_CANDIDATE && fault->record == document->record && n++ == 0)
            first = fault->key;
    }
    if (n == 0 || record->n_contestants > 0)
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

/* What stands at @section: "in 'chart'" is part of the messages about keys. */
static const char *
section_of (const Fault *fault)
{
    return section_names[fault->section < N_SECTIONS ? fault->section : SECTION_CHART].bytes;
}

/* Says whose ballot the candidate @id of a list is on. */
static char *
describe_ballot (const RecapSirekap *self, RecapText id)
{
    const RecapCandidate *candidate = find_candidate (self, id);
    const RecapBallot *ballot = candidate != NULL ? candidate->ballot : NULL;
    if (ballot == NULL)
        return g_strdup ("");
    return recap_text_display (ballot->region[0] != '\0' ? ballot->region : ballot->file,
                               strlen (ballot->region[0] != '\0' ? ballot->region : ballot->file));
}

/* Messages about candidates of lists. */
static char *
describe_candidate (RecapSirekap *self, const Fault *fault, const char *key)
{
    const Record *record = get_record (self, fault->record);
    const RecapText *first = &record->candidate_key.text;
    g_autofree char *code = recap_text_display (record->code.bytes, record->code.size);
    g_autofree char *ballot = describe_ballot (self, fault->key);

    if (fault->kind == FAULT_REGION)
        return g_strdup_printf (_ ("candidate '%s' stands in region '%s', where '%s' is not"), key,
                                ballot, code);
    g_autofree char *other = recap_text_display (first->bytes, first->size);
    g_autofree char *other_ballot = describe_ballot (self, *first);
    return g_strdup_printf (_ ("candidate '%s' is on the ballot of '%s', but '%s' on that of '%s'"),
                            key, ballot, other, other_ballot);
}

static char *
describe_fault (RecapSirekap *self, const Fault *fault)
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
        return g_strdup_printf (_ ("'%s' in '%s' is no candidate of contest '%s'"), key,
                                section_of (fault), contest);
    case FAULT_PARTY:
        return g_strdup_printf (_ ("candidate '%s' stands under another party than in its list"),
                                key);
    case FAULT_BALLOT:
    case FAULT_REGION:
        return describe_candidate (self, fault, key);
    case FAULT_TWICE:
        return g_strdup_printf (_ ("'%s' means a box that another key filled in before"), key);
    case FAULT_CODE:
        return g_strdup_printf (_ ("'%s' in 'table' is not the code of a region"), key);
    case FAULT_STRAY:
        return g_strdup_printf (_ ("'%s' is neither a code nor a path, as its neighbours are"),
                                key);
    case FAULT_SHAPE:
        return g_strdup_printf (_ ("'%s' does not hold what Sirekap has there"), key);
    case FAULT_TIME:
        return g_strdup_printf (_ ("'%s' is not a time (key '%s')"), value, key);
    }
    g_assert_not_reached ();
}

static void
report_fault (RecapSirekap *self, const Fault *fault)
{
    g_autofree char *reason = describe_fault (self, fault);
    g_autofree char *explained =
        fault->kind == FAULT_COUNT ? recap_cell_explain (fault->value.text) : NULL;
    g_autofree char *column = g_strndup (fault->key.bytes, fault->key.size);
    RecapReject reject = {
        .origin = { self->name, 0, 0 },
        .column = column,
        .text = is_nested (&fault->value) ? RECAP_TEXT_EMPTY : fault->value.text,
        .reason = reason,
        .hint = fault->kind == FAULT_TIME ? _ ("a time is written 2024-02-15 00:46:45") : explained,
        .width = (guint)fault->size,
    };

    recap_json_locate (self->json, fault->offset, &reject.origin.line, &reject.origin.column);
    if (reject.origin.column < 1000) /* beyond that an excerpt shows nothing, and costs */
        reject.excerpt = recap_json_line (self->json, fault->offset);
    self->visitor->reject (&reject, self->visitor->data);
}

/* Sorts by record, then by place. */
static int
compare_faults (gconstpointer a, gconstpointer b)
{
    const Fault *left = a;
    const Fault *right = b;
    int order = (left->record > right->record) - (left->record < right->record);
    return order != 0 ? order : (left->offset > right->offset) - (left->offset < right->offset);
}

/* Returns the index of the first fault of @record or of a later one. They are sorted: a hostile
 * table can have as many children as faults. */
static guint
find_faults (const RecapSirekap *self, guint record)
{
    guint low = 0;
    guint high = self->faults->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (self->faults, Fault, middle).record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Reports what is wrong with @record. Returns whether there was anything. */
static gboolean
report_faults (RecapSirekap *self, guint record)
{
    guint first = find_faults (self, record);
    guint i = first;
    for (; i < self->faults->len; i++) {
        const Fault *fault = &g_array_index (self->faults, Fault, i);
        if (fault->record != record)
            break;
        report_fault (self, fault);
    }
    if (i > first)
        give (self, NULL);
    return i > first;
}

/* --- codes --- */

static gboolean
is_separator (char character)
{
    return character == '/' || character == '!';
}

/* The name of the file, up to its first dot. */
static RecapText
get_stem (const char *name)
{
    const char *start = name;
    for (const char *p = name; *p != '\0'; p++)
        if (is_separator (*p))
            start = p + 1;
    return (RecapText){ start, strcspn (start, ".") };
}

/* Finds codes of TPS, 13 digits with none beside them, in @part. Returns how many different ones
 * there are, 2 for more; *@ret_code gets the first. */
static guint
find_codes (RecapText part, RecapText *ret_code)
{
    guint n = 0;
    for (gsize i = 0; i < part.size;) {
        gsize size = 0;
        while (i + size < part.size && g_ascii_isdigit (part.bytes[i + size]))
            size++;
        RecapText code = { part.bytes + i, size };
        if (recap_region_level (code) == RECAP_LEVEL_TPS &&
            (n == 0 || !recap_text_equal (code, *ret_code)) && n++ == 0)
            *ret_code = code;
        i += MAX (size, 1);
    }
    return MIN (n, 2);
}

/* The code of the TPS in the name of its file, or else of a folder above it: the whole stem, or the
 * only one in it. Returns FALSE when there is none or it cannot be told which. */
static gboolean
find_code_in_name (const char *name, RecapText *ret_code)
{
    RecapText code = get_stem (name);
    if (recap_region_level (code) == RECAP_LEVEL_TPS) {
        *ret_code = code;
        return TRUE;
    }
    const char *end = name + strlen (name);
    while (end > name) {
        const char *start = end;
        while (start > name && !is_separator (start[-1]))
            start--;
        guint n = find_codes ((RecapText){ start, (gsize)(end - start) }, &code);
        if (n == 1)
            *ret_code = code;
        if (n > 0)
            return n == 1;
        end = start > name ? start - 1 : name;
    }
    return FALSE;
}

/* The code that a key of several documents means: the key itself, or the name of the file in a
 * path. */
static RecapText
code_of_key (RecapText key)
{
    gsize start = 0;
    for (gsize i = 0; i < key.size; i++)
        if (is_separator (key.bytes[i]))
            start = i + 1;
    RecapText code = { key.bytes + start, key.size - start };
    gsize ending = strlen (".json");
    if (code.size > ending && memcmp (code.bytes + code.size - ending, ".json", ending) == 0)
        code.size -= ending;
    return code;
}

/* Rejects a document for its code. Takes @reason. */
static void
reject_code (RecapSirekap *self, guint record, char *reason, const char *hint)
{
    RecapOrigin origin = place_record (self, record);
    reject_whole (self, &origin, reason, hint);
    g_free (reason);
}

/* Judges the code that a document brings along. Returns FALSE after rejecting it. */
static gboolean
check_own_code (RecapSirekap *self, guint record, RecapText code)
{
    RecapText stem = get_stem (self->name);
    const char *hint = NULL;
    g_autofree char *shown = recap_text_display (code.bytes, code.size);

    if (!is_code (code)) {
        recap_region_code_fault (code, &hint);
        reject_code (self, record, g_strdup_printf (_ ("'%s' is not the code of a TPS"), shown),
                     hint);
        return FALSE;
    }
    if (self->several || recap_region_level (stem) != RECAP_LEVEL_TPS ||
        recap_text_equal (stem, code))
        return TRUE;
    reject_code (self, record,
                 g_strdup_printf (_ ("the document is of '%s', its file name of another"), shown),
                 NULL);
    return FALSE;
}

/* Finds the code of a document that is no table. Returns FALSE after rejecting it. */
static gboolean
settle_code (RecapSirekap *self, guint record)
{
    RecapText code = get_record (self, record)->code;
    RecapText stem = get_stem (self->name);

    if (code.size > 0)
        return check_own_code (self, record, code);
    if (self->several) {
        reject_code (self, record, g_strdup (_ ("nothing says which TPS this document is of")),
                     _ ("among several documents each has its code in the member 'kode'"));
        return FALSE;
    }
    if (find_code_in_name (self->name, &code)) {
        get_record (self, record)->code = code;
        return TRUE;
    }
    g_autofree char *shown = recap_text_display (stem.bytes, stem.size);
    reject_code (self, record,
                 g_strdup_printf (_ ("the file name '%s' is not the code of a TPS"), shown),
                 _ ("a document is named by the 13 digits of its TPS and '.json'"));
    return FALSE;
}

/* --- forms --- */

/* Sets the boxes that this record can have and that say nothing to blank: those whose keys the
 * contest knows, and those of everybody on its ballot. */
static void
fill_blanks (RecapSirekap *self, guint record)
{
    const Record *form = get_record (self, record);
    RecapCell *cells = get_cells (self, record);
    const RecapBallot *ballot = form->candidate != NULL ? form->candidate->ballot
                                : self->candidates != NULL
                                    ? recap_candidates_find_ballot (self->candidates, form->code)
                                    : NULL;

    for (guint i = 0; i < self->n_fields; i++)
        if (cells[i] == RECAP_CELL_NOT_CARRIED && self->fields[i].sirekap != NULL &&
            (form->carries & 1u << self->fields[i].role) != 0)
            cells[i] = RECAP_CELL_BLANK;
    for (guint i = 0; ballot != NULL && i < ballot->fields->len; i++) {
        const RecapField *field = g_ptr_array_index (ballot->fields, i);
        if (cells[field->index] == RECAP_CELL_NOT_CARRIED &&
            (form->carries & 1u << field->role) != 0)
            cells[field->index] = RECAP_CELL_BLANK;
    }
}

/* The candidates must stand where the form is from. */
static void
check_region (RecapSirekap *self, guint record)
{
    const Record *form = get_record (self, record);
    if (form->candidate == NULL || form->candidate->ballot->region[0] == '\0' ||
        recap_region_has_prefix (form->code, recap_text (form->candidate->ballot->region)))
        return;
    const RecapJsonToken key = form->candidate_key;
    const Spot spot = { record, SECTION_CHART, &key };
    add_fault (self, FAULT_REGION, &spot, &key, &key);
}

/* Gives the form of @record to @take. */
static void
give_form (RecapSirekap *self, const Document *document, guint record,
           void (*take) (RecapSirekap *self, const RecapForm *form))
{
    const Record *from = get_record (self, record);
    gboolean station = recap_region_level (from->code) == RECAP_LEVEL_TPS;
    RecapForm form = { .contest = self->contest, .file = self->name };

    fill_blanks (self, record);
    form.cells = get_cells (self, record);
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    for (RecapTally tally = 0; tally < RECAP_N_TALLIES; tally++)
        form.tallies[tally] = station ? RECAP_CELL_NOT_CARRIED : from->tallies[tally];
    form.keys[RECAP_KEY_KONTES] = recap_text (recap_contest_get_code (self->contest));
    form.keys[RECAP_KEY_KODE] = from->code;
    if (station)
        form.keys[RECAP_KEY_TPS] = (RecapText){ from->code.bytes + from->code.size - 3, 3 };
    form.keys[RECAP_KEY_WAKTU] = recap_text (document->waktu);
    form.keys[RECAP_KEY_PSU] = from->psu;
    form.line = place_record (self, record).line;
    if (form.line == 0)
        form.keys[RECAP_KEY_ASAL] = recap_text (self->name);
    take (self, &form);
}

static void
take_total (RecapSirekap *self, const RecapForm *form)
{
    self->visitor->total (form, self->visitor->data);
}

/* Finds the region that all children lie in. Returns FALSE when their codes do not tell it. */
static gboolean
find_parent (RecapSirekap *self, guint first, RecapText *ret_parent)
{
    RecapText parent = RECAP_TEXT_EMPTY;

    for (guint record = first; record < self->records->len; record++) {
        RecapText code = get_record (self, record)->code;
        RecapLevel level = recap_region_level (code);
        if (level == RECAP_LEVEL_OPAQUE || level == RECAP_LEVEL_NASIONAL)
            return FALSE;
        RecapText region = recap_region_at (code, level + 1);
        if (record > first && !recap_text_equal (region, parent))
            return FALSE;
        parent = region;
    }
    *ret_parent = parent;
    return parent.size > 0;
}

/* Sets the code of the region that has the children from @first on. What the document or the name
 * of its file says must not be another one. Returns FALSE after rejecting the total. */
static gboolean
settle_region (RecapSirekap *self, guint own, guint first)
{
    RecapText parent;
    RecapText said = get_record (self, own)->code;
    RecapText stem = get_stem (self->name);

    if (said.size == 0 && !self->several && is_code (stem) && is_digits (stem))
        said = stem;
    if (!find_parent (self, first, &parent)) {
        reject_code (self, own,
                     g_strdup (_ ("the codes in 'table' tell no region that all "
                                  "of them lie in")),
                     _ ("what 'chart' says of it is not written with --totals"));
        return FALSE;
    }
    get_record (self, own)->code = parent;
    if (said.size == 0 || recap_text_equal (said, parent))
        return TRUE;
    g_autofree char *shown = recap_text_display (said.bytes, said.size);
    g_autofree char *region = recap_text_display (parent.bytes, parent.size);
    reject_code (self, own,
                 g_strdup_printf (_ ("the document is of '%s', the children in its 'table' lie in "
                                     "'%s'"),
                                  shown, region),
                 _ ("what 'chart' says of it is not written with --totals"));
    return FALSE;
}

/* The numbers of a region itself, which should be the sums of its children. */
static void
give_total (RecapSirekap *self, const Document *document)
{
    const guint votes = CARRIES_VOTES | CARRIES_PARTY | CARRIES_CANDIDATE;

    if (self->visitor->total != NULL &&
        (get_record (self, document->record)->carries & votes) != 0 &&
        settle_region (self, document->record, document->record + 1))
        give_form (self, document, document->record, take_total);
}

/* A region's own numbers are the sums of its children, which are the forms. */
static void
give_children (RecapSirekap *self, const Document *document)
{
    guint first = document->record + 1;
    if (first == self->records->len) {
        RecapOrigin origin = place_record (self, document->record);
        reject_whole (self, &origin, _ ("the sums of a region without children in its 'table'"),
                      NULL);
        return;
    }
    give_total (self, document);
    self->several = TRUE;
    for (guint record = first; record < self->records->len; record++) {
        if (!report_faults (self, record))
            give_form (self, document, record, give);
    }
}

/* Candidates that nobody could know are no fault of the document. */
static gboolean
check_list (RecapSirekap *self, const Document *document, GError **error)
{
    const char *list = recap_contest_get_candidate_list (self->contest);

    if (list == NULL ||
        (self->candidates != NULL && recap_candidates_has_ballots (self->candidates)))
        return TRUE;
    for (guint i = document->first_fault; i < self->faults->len; i++) {
        const Fault *fault = &g_array_index (self->faults, Fault, i);
        if (fault->kind != FAULT_CANDIDATE)
            continue;
        RecapOrigin origin = { self->name, 0, 0 };
        g_autofree char *shown = recap_text_display (fault->key.bytes, fault->key.size);
        recap_json_locate (self->json, fault->offset, &origin.line, &origin.column);
        recap_error_set (error, RECAP_ERROR_USAGE, &origin,
                         _ ("whom '%s' means is not known: contest '%s' needs its list of "
                            "candidates"),
                         shown, recap_contest_get_code (self->contest));
        recap_error_set_hint (error, _ ("give KPU's file %s with --candidates"), list);
        return FALSE;
    }
    return TRUE;
}

/* Judges a document that was read to its end, and gives its forms. */
static gboolean
finish_document (RecapSirekap *self, const Document *document, GError **error)
{
    Record *record = get_record (self, document->record);
    RecapOrigin origin = place_record (self, document->record);
    g_autofree char *kind = judge_kind (self, document);

    if (kind == NULL && !check_list (self, document, error))
        return FALSE;
    if (kind == NULL)
        kind = judge_candidates (self, document);
    if (kind != NULL) {
        reject_whole (self, &origin, kind, NULL);
        return TRUE;
    }
    if (document->seen[SECTION_TABLE]) {
        for (guint child = document->record + 1; child < self->records->len; child++)
            check_region (self, child);
        g_array_sort (self->faults, compare_faults);
        if (!report_faults (self, document->record))
            give_children (self, document);
        return TRUE;
    }
    if (!settle_code (self, document->record))
        return TRUE;
    gboolean station = recap_region_level (record->code) <= RECAP_LEVEL_TPS;
    if (document->seen[SECTION_ADMINISTRASI] || (station && document->seen[SECTION_CHART]))
        record->carries |= CARRIES_ADMIN;
    check_region (self, document->record);
    if (!report_faults (self, document->record))
        give_form (self, document, document->record, give);
    return TRUE;
}

/* --- documents --- */

static gboolean read_section (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value,
                              gpointer data, GError **error);

static Document
start_document (RecapSirekap *self, RecapText code, gsize offset, gboolean top)
{
    return (Document){ .record = add_record (self, code, offset),
                       .first_fault = self->faults->len,
                       .top = top };
}

/* Reads one of several documents, whose value began with @value, and gives its forms. */
static gboolean
read_item (RecapSirekap *self, RecapText code, const RecapJsonToken *value, gsize offset,
           GError **error)
{
    guint first = self->records->len;

    self->several = TRUE;
    Document document = start_document (self, code, offset, FALSE);
    const Spot spot = { document.record, N_SECTIONS, NULL };
    if (value->type != RECAP_JSON_OBJECT) {
        RecapOrigin origin = place_record (self, document.record);
        reject_whole (self, &origin, _ ("not a Sirekap document: not an object"), NULL);
        drop_records (self, first);
        return recap_json_skip (self->json, value, error);
    }
    if (!read_object (self, &spot, value, read_section, &document, error) ||
        (self->in_part && !recap_json_end_part (self->json, error)) ||
        !finish_document (self, &document, error))
        return FALSE;
    drop_records (self, first);
    return TRUE;
}

static void
take_time (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value, Document *document)
{
    if (value->type == RECAP_JSON_NULL)
        return;
    if (value->type != RECAP_JSON_STRING)
        add_fault (self, FAULT_SHAPE, spot, value, value);
    else if (!recap_timestamp_parse (value->text, document->waktu))
        add_fault (self, FAULT_TIME, spot, value, value);
}

static void
take_code (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value)
{
    gboolean text = value->type == RECAP_JSON_STRING || value->type == RECAP_JSON_NUMBER;
    Record *record = get_record (self, spot->record);

    if (!text || memchr (value->text.bytes, '\0', value->text.size) != NULL ||
        (record->code.size > 0 && !recap_text_equal (record->code, value->text)))
        add_fault (self, FAULT_SHAPE, spot, value, value);
    else
        record->code = value->text;
}

/* Reads a member that is no section: another document, or votes that stand in no chart. */
static gboolean
read_other (RecapSirekap *self, const Spot *spot, const RecapJsonToken *value, Document *document,
            GError **error)
{
    RecapText code = code_of_key (spot->key->text);
    gboolean null = recap_text_equal_string (spot->key->text, "null");

    if (document->top && value->type == RECAP_JSON_OBJECT && is_code (code)) {
        document->n_items++;
        return read_item (self, code, value, spot->key->offset, error);
    }
    if (!is_digits (spot->key->text) && !null && document->top && is_nested (value))
        add_fault (self, FAULT_STRAY, spot, value, spot->key);
    if (!is_digits (spot->key->text) && !null)
        return recap_json_skip (self->json, value, error);
    get_record (self, spot->record)->votes = TRUE;
    return read_vote (self, spot, value, NULL, error);
}

static Section
find_section (const RecapSirekap *self, RecapText key)
{
    Section section = 0;

    if (self->wrapper.size > 0 && recap_text_equal (key, self->wrapper))
        return SECTION_TUNGSURA;
    while (section < N_SECTIONS && !recap_text_equal (key, section_names[section]))
        section++;
    return section;
}

static gboolean
read_section (RecapSirekap *self, const Spot *member, const RecapJsonToken *value, gpointer data,
              GError **error)
{
    Document *document = data;
    Section section = find_section (self, member->key->text);
    const Spot spot = { member->record, section, member->key };
    gboolean there = section == SECTION_CHART || section == SECTION_ADMINISTRASI ||
                     section == SECTION_CALEG || value->type != RECAP_JSON_NULL;

    if (section < N_SECTIONS)
        document->seen[section] = document->seen[section] || there;
    switch (section) {
    case SECTION_ADMINISTRASI:
        return read_object (self, &spot, value, read_administrasi, NULL, error);
    case SECTION_CHART:
        get_record (self, spot.record)->carries |=
            CARRIES_VOTES | (self->has_parties ? CARRIES_PARTY : 0);
        return read_object (self, &spot, value, read_vote, NULL, error);
    case SECTION_CALEG:
        if (!self->has_parties)
            break;
        get_record (self, spot.record)->carries |= CARRIES_CANDIDATE;
        return read_object (self, &spot, value, read_caleg, NULL, error);
    case SECTION_PROGRES:
        return read_object (self, &spot, value, read_progres, NULL, error);
    case SECTION_TABLE:
        return read_object (self, &spot, value, read_child, NULL, error);
    case SECTION_TUNGSURA:
        if (self->wrapper.size == 0)
            break;
        return read_object (self, &spot, value, read_section, document, error);
    case SECTION_CODE:
    case SECTION_KODE:
        take_code (self, &spot, value);
        break;
    case SECTION_PSU:
        take_psu (self, &spot, value);
        break;
    case SECTION_TS:
        take_time (self, &spot, value, document);
        break;
    case N_SECTIONS:
        return read_other (self, &spot, value, document, error);
    }
    return recap_json_skip (self->json, value, error);
}

static gboolean
read_array (RecapSirekap *self, GError **error)
{
    while (TRUE) {
        RecapJsonToken value;
        if (!recap_json_next (self->json, &value, error))
            return FALSE;
        if (value.type == RECAP_JSON_ARRAY_END)
            return TRUE;
        if (!read_item (self, RECAP_TEXT_EMPTY, &value, value.offset, error))
            return FALSE;
    }
}

/* In a document by itself an object that is not known is none of recap's business. */
static void
forget_strays (RecapSirekap *self)
{
    guint n = 0;
    for (guint i = 0; i < self->faults->len; i++) {
        Fault *fault = &g_array_index (self->faults, Fault, i);
        if (fault->kind != FAULT_STRAY)
            g_array_index (self->faults, Fault, n++) = *fault;
    }
    g_array_set_size (self->faults, n);
}

/* Reads the first value of the file: one document or an object of several. Whether it is the only
 * one is seen only behind it. */
static gboolean
read_first (RecapSirekap *self, const RecapJsonToken *value, GError **error)
{
    Document document = start_document (self, RECAP_TEXT_EMPTY, value->offset, TRUE);
    const Spot spot = { document.record, N_SECTIONS, NULL };

    if (!read_object (self, &spot, value, read_section, &document, error))
        return FALSE;
    gboolean lines = recap_json_continue (self->json);
    if (!lines) { /* the file must end here before anything is given */
        RecapJsonToken end;
        if (!recap_json_next (self->json, &end, error))
            return FALSE;
    }
    self->several = self->several || lines;
    if (document.n_items == 0) {
        forget_strays (self);
        if (!finish_document (self, &document, error))
            return FALSE;
    } else
        report_faults (self, document.record);
    drop_records (self, 0);
    if (!lines)
        return TRUE;
    do {
        RecapJsonToken next;
        if (!recap_json_next (self->json, &next, error) ||
            !read_item (self, RECAP_TEXT_EMPTY, &next, next.offset, error))
            return FALSE;
    } while (recap_json_continue (self->json));
    RecapJsonToken end;
    return recap_json_next (self->json, &end, error);
}

static gboolean
read_file (RecapSirekap *self, GError **error)
{
    RecapJsonToken value;

    if (!recap_json_next (self->json, &value, error))
        return FALSE;
    if (value.type == RECAP_JSON_OBJECT)
        return read_first (self, &value, error);
    if (value.type == RECAP_JSON_ARRAY)
        return read_array (self, error) && recap_json_next (self->json, &value, error);
    if (!recap_json_next (self->json, &value, error))
        return FALSE;
    const RecapOrigin origin = { self->name, 0, 0 };
    reject_whole (self, &origin, _ ("not a Sirekap document: not an object"), NULL);
    return TRUE;
}

/* --- pieces of a file --- */

/* Reads '"key": value', a member of an object by code that is too long to be read as a whole. */
static gboolean
read_member (RecapSirekap *self, GError **error)
{
    RecapJsonToken key;
    RecapJsonToken value;

    if (!recap_json_next (self->json, &key, error) || !recap_json_next (self->json, &value, error))
        return FALSE;
    RecapText code = code_of_key (key.text);
    if (value.type == RECAP_JSON_OBJECT && is_code (code))
        return read_item (self, code, &value, key.offset, error);
    const Spot spot = { add_record (self, code, key.offset), N_SECTIONS, &key };
    const RecapJsonToken wrong = key;
    if (self->n_given == 0) { /* no object by code */
        RecapOrigin origin = { self->name, 0, 0 };
        recap_error_set (error, RECAP_ERROR_LIMIT, &origin, _ ("the document has more than %d MiB"),
                         RECAP_DOCUMENT_MAX / 1024 / 1024);
        recap_error_set_hint (error, _ ("a file can have any size when its documents stand one a "
                                        "line, in an array or in an object by code"));
        return FALSE;
    }
    add_fault (self, FAULT_STRAY, &spot, &value, &wrong);
    report_faults (self, spot.record);
    return recap_json_skip (self->json, &value, error);
}

static gboolean
read_part (RecapSirekap *self, const RecapJsonPiece *piece, GError **error)
{
    const RecapJsonPart part = { piece->line, piece->column,
                                 piece->kind == RECAP_JSON_PIECE_MEMBER };
    RecapJsonToken value;

    recap_json_start_part (self->json, self->name, piece->bytes, piece->size, &part);
    if (part.member)
        return read_member (self, error);
    return recap_json_next (self->json, &value, error) &&
           read_item (self, RECAP_TEXT_EMPTY, &value, value.offset, error);
}

static gboolean
read_piece (RecapSirekap *self, const RecapJsonPiece *piece, GError **error)
{
    drop_records (self, 0);
    g_array_set_size (self->faults, 0);
    self->in_part = piece->kind != RECAP_JSON_PIECE_WHOLE;
    self->n_found = 0;
    self->several = self->in_part;
    if (self->in_part)
        return read_part (self, piece, error);
    const RecapJsonPart all = { piece->line, piece->column, FALSE };
    recap_json_start_part (self->json, self->name, piece->bytes, piece->size, &all);
    return read_file (self, error);
}

/* Reads the next piece. What is wrong with it is rejected, and does no harm to the others. */
static gboolean
read_next (RecapSirekap *self, RecapJsonPieces *pieces, gboolean *ret_end, GError **error)
{
    g_autoptr (GError) local = NULL;
    RecapJsonPiece piece;

    if (!recap_json_pieces_next (pieces, &piece, ret_end, error))
        return FALSE;
    if (*ret_end)
        return TRUE;
    if (piece.kind == RECAP_JSON_PIECE_FAULT)
        local = g_error_copy (piece.fault);
    else if (read_piece (self, &piece, &local))
        return TRUE;
    gboolean one = piece.kind == RECAP_JSON_PIECE_MEMBER && self->n_given == 0 &&
                   g_error_matches (local, RECAP_ERROR, RECAP_ERROR_LIMIT);
    if (one || g_error_matches (local, RECAP_ERROR, RECAP_ERROR_USAGE)) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (piece.broken || piece.kind == RECAP_JSON_PIECE_FAULT)
        recap_error_set_hint (&local, _ ("nothing behind this place was read"));
    recap_reject_error (local, self->name, self->visitor->reject, self->visitor->data);
    give (self, NULL);
    return TRUE;
}

void
recap_sirekap_set_max (RecapSirekap *self, gsize size)
{
    g_return_if_fail (self != NULL && size > 0 && size <= RECAP_DOCUMENT_MAX);
    self->max = size;
}

static gboolean
read_pieces (RecapSirekap *self, RecapJsonPieces *pieces, const char *name,
             const RecapSirekapVisitor *visitor, GError **error)
{
    gboolean end = FALSE;

    self->name = name;
    self->visitor = visitor;
    self->n_given = 0;
    recap_json_pieces_set_max (pieces, self->max);
    while (!end)
        if (!read_next (self, pieces, &end, error))
            return FALSE;
    if (self->n_given == 0) {
        const RecapOrigin origin = { name, 0, 0 };
        reject_whole (self, &origin, _ ("there is no document in it"), NULL);
    }
    return TRUE;
}

gboolean
recap_sirekap_read (RecapSirekap *self, const char *name, const char *bytes, gsize size,
                    const RecapSirekapVisitor *visitor, GError **error)
{
    g_return_val_if_fail (self != NULL && name != NULL && visitor != NULL, FALSE);

    g_autoptr (RecapJsonPieces) pieces = recap_json_pieces_new_for_bytes (name, bytes, size);
    return read_pieces (self, pieces, name, visitor, error);
}

gboolean
recap_sirekap_read_source (RecapSirekap *self, RecapSource *source,
                           const RecapSirekapVisitor *visitor, GError **error)
{
    g_return_val_if_fail (self != NULL && source != NULL && visitor != NULL, FALSE);

    g_autoptr (RecapJsonPieces) pieces = recap_json_pieces_new (source);
    return read_pieces (self, pieces, recap_source_get_name (source), visitor, error);
}
