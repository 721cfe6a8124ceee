#include "config.h"

#include "candidates.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "arena.h"
#include "count.h"
#include "documents.h"
#include "error.h"
#include "json.h"
#include "region.h"

/* One entry of a list as it stands there. What it means is settled when all lists are read: the
 * parties of candidates may come after them. */
typedef struct {
    RecapOrigin origin;
    const char *outer; /* key that it stands under: a party or region; NULL: none */
    const char *id;
    const char *name;
    gint64 number; /* nomor_urut, 0 when it has none */
    gboolean party;
} Entry;

struct _RecapCandidates {
    const RecapContest *contest;
    gboolean has_parties; /* the contest is one of parties */
    RecapArena *arena;
    RecapJson *json;
    GArray *entries;       /* of Entry */
    GHashTable *by_id;     /* const RecapCandidate by its id */
    GHashTable *parties;   /* ballot number by id */
    GHashTable *names;     /* const Entry that names a party, by its ballot number */
    GHashTable *ballots;   /* RecapBallot by region, or by file when it has no region */
    RecapBallot *anywhere; /* the only ballot without a region; NULL when there are several */
    guint n_anywhere;
    guint8 region_sizes; /* bit n: some region has a code of n characters */
};

static void
ballot_free (gpointer data)
{
    RecapBallot *ballot = data;
    g_ptr_array_unref (ballot->fields);
    g_ptr_array_unref (ballot->names);
    g_ptr_array_unref (ballot->files);
    g_free (ballot);
}

void
recap_candidates_free (RecapCandidates *self)
{
    if (self == NULL)
        return;
    g_hash_table_unref (self->by_id);
    g_hash_table_unref (self->parties);
    g_hash_table_unref (self->names);
    g_hash_table_unref (self->ballots);
    g_array_unref (self->entries);
    recap_json_free (self->json);
    recap_arena_free (self->arena);
    g_free (self);
}

static RecapCandidates *
candidates_new (const RecapContest *contest)
{
    RecapCandidates *self = g_new0 (RecapCandidates, 1);
    guint n_fields = 0;
    const RecapField *fields = recap_contest_get_fields (contest, &n_fields);

    self->contest = contest;
    for (guint i = 0; i < n_fields; i++)
        self->has_parties = self->has_parties || fields[i].role == RECAP_ROLE_PARTY;
    self->arena = recap_arena_new ();
    self->json = recap_json_new ();
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
    self->parties = g_hash_table_new (g_str_hash, g_str_equal);
    self->names = g_hash_table_new (NULL, NULL);
    self->ballots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, ballot_free);
    return self;
}

/* --- reading --- */

static gboolean G_GNUC_PRINTF (4, 5)
    fail (const RecapOrigin *origin, RecapErrorCode code, GError **error, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (error, code, origin, "%s", text);
    return FALSE;
}

static gboolean
take_number (RecapCandidates *self, Entry *entry, const RecapJsonToken *value, GError **error)
{
    gboolean text = value->type == RECAP_JSON_NUMBER || value->type == RECAP_JSON_STRING;
    if (text && recap_count_parse (value->text, &entry->number) && entry->number > 0)
        return TRUE;

    g_autofree char *shown = recap_text_display (value->text.bytes, value->text.size);
    recap_json_locate (self->json, value->offset, &entry->origin.line, &entry->origin.column);
    return fail (&entry->origin, RECAP_ERROR_SYNTAX, error,
                 _ ("'%s' is not a ballot number (key 'nomor_urut')"), shown);
}

/* Reads a member of an entry that is not an object. */
static gboolean
take_member (RecapCandidates *self, Entry *entry, RecapText key, const RecapJsonToken *value,
             GError **error)
{
    if (recap_text_equal_string (key, "nomor_urut"))
        return take_number (self, entry, value, error);
    if (recap_text_equal_string (key, "id_partai"))
        entry->party = TRUE;
    else if (recap_text_equal_string (key, "nama") && value->type == RECAP_JSON_STRING)
        entry->name = recap_arena_copy (self->arena, value->text);
    return recap_json_skip (self->json, value, error);
}

static gboolean read_members (RecapCandidates *self, Entry *entry, GError **error);

/* Reads the object that @key names: an entry, or entries of a party or region. */
static gboolean
read_entry (RecapCandidates *self, const RecapOrigin *place, const char *outer,
            const RecapJsonToken *key, GError **error)
{
    Entry entry = { .origin = *place, .outer = outer, .name = "" };

    recap_json_locate (self->json, key->offset, &entry.origin.line, &entry.origin.column);
    entry.id = recap_arena_copy (self->arena, key->text);
    guint n_before = self->entries->len;
    if (!read_members (self, &entry, error))
        return FALSE;
    if (entry.number > 0)
        g_array_append_val (self->entries, entry);
    else if (outer != NULL || (entry.name[0] != '\0' && self->entries->len == n_before)) {
        g_autofree char *shown = recap_text_display (entry.id, strlen (entry.id));
        return fail (&entry.origin, RECAP_ERROR_SCHEMA, error,
                     _ ("'%s' has no ballot number (key 'nomor_urut')"), shown);
    }
    return TRUE;
}

static gboolean
read_members (RecapCandidates *self, Entry *entry, GError **error)
{
    while (TRUE) {
        RecapJsonToken key;
        RecapJsonToken value;
        if (!recap_json_next (self->json, &key, error))
            return FALSE;
        if (key.type == RECAP_JSON_OBJECT_END)
            return TRUE;
        if (!recap_json_next (self->json, &value, error))
            return FALSE;
        gboolean inner = value.type == RECAP_JSON_OBJECT && entry->outer == NULL;
        if (inner ? !read_entry (self, &entry->origin, entry->id, &key, error)
                  : !take_member (self, entry, key.text, &value, error))
            return FALSE;
    }
}

static gboolean
fail_kind (const RecapOrigin *origin, GError **error)
{
    fail (origin, RECAP_ERROR_SCHEMA, error, _ ("not a list of candidates or parties"));
    recap_error_set_hint (error, _ ("KPU's lists are objects of identifiers with 'nama' and "
                                    "'nomor_urut'"));
    return FALSE;
}

static gboolean
read_list (const RecapDocument *document, gpointer data, GError **error)
{
    RecapCandidates *self = data;
    RecapOrigin place = { recap_arena_copy (self->arena, recap_text (document->name)), 0, 0 };
    RecapJsonToken token;
    guint n_before = self->entries->len;

    if (document->source != NULL || document->package != NULL)
        return fail_kind (&place, error);
    recap_json_start (self->json, place.file, document->bytes, document->size);
    if (!recap_json_next (self->json, &token, error))
        return FALSE;
    if (token.type != RECAP_JSON_OBJECT)
        return fail_kind (&place, error);
    while (TRUE) {
        RecapJsonToken value;
        if (!recap_json_next (self->json, &token, error))
            return FALSE;
        if (token.type == RECAP_JSON_OBJECT_END)
            break;
        if (!recap_json_next (self->json, &value, error))
            return FALSE;
        if (value.type == RECAP_JSON_OBJECT ? !read_entry (self, &place, NULL, &token, error)
                                            : !recap_json_skip (self->json, &value, error))
            return FALSE;
    }
    if (self->entries->len == n_before)
        return fail_kind (&place, error);
    return recap_json_next (self->json, &token, error);
}

static void
pass_over (const char *name G_GNUC_UNUSED, RecapSkip skip G_GNUC_UNUSED,
           gpointer data G_GNUC_UNUSED)
{
}

/* --- settling --- */

static const RecapField *
find_field (const RecapContest *contest, guint contestant, guint candidate, RecapRole role)
{
    guint n_fields = 0;
    const RecapField *fields = recap_contest_get_fields (contest, &n_fields);

    for (guint i = 0; i < n_fields; i++)
        if (fields[i].contestant == contestant && fields[i].candidate == candidate &&
            fields[i].role == role)
            return &fields[i];
    return NULL;
}

/* The number of the party @id: as the list of parties has it; without one, @id is the number. */
static guint
party_number (const RecapCandidates *self, const char *id)
{
    gint64 number = 0;
    if (g_hash_table_size (self->parties) > 0)
        return GPOINTER_TO_UINT (g_hash_table_lookup (self->parties, id));
    if (!recap_count_parse (recap_text (id), &number) || number > G_MAXINT16)
        return 0;
    return (guint)number;
}

/* What a party is called must not depend on which list comes first. */
static gboolean
name_party (RecapCandidates *self, const Entry *entry, GError **error)
{
    gpointer number = GUINT_TO_POINTER (entry->number);
    const Entry *known = g_hash_table_lookup (self->names, number);

    if (entry->name[0] == '\0')
        return TRUE;
    if (known == NULL)
        g_hash_table_insert (self->names, number, (gpointer)entry);
    else if (strcmp (known->name, entry->name) != 0) {
        g_autofree char *here = recap_text_display (entry->name, strlen (entry->name));
        g_autofree char *there = recap_text_display (known->name, strlen (known->name));
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("party %" PRId64 " is '%s' here and '%s' in '%s'"), entry->number, here,
                     there, known->origin.file);
    }
    return TRUE;
}

static gboolean
settle_party (RecapCandidates *self, const Entry *entry, GError **error)
{
    const char *contest = recap_contest_get_code (self->contest);

    if (!self->has_parties)
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("a list of parties, but contest '%s' has none"), contest);
    gpointer known = g_hash_table_lookup (self->parties, entry->id);
    if (known != NULL && GPOINTER_TO_UINT (known) != entry->number)
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("party '%s' has number %" PRId64 " here and %u in another list"), entry->id,
                     entry->number, GPOINTER_TO_UINT (known));
    if (entry->number > G_MAXINT16)
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("contest '%s' has no ballot number %" PRId64), contest, entry->number);
    g_hash_table_insert (self->parties, (gpointer)entry->id, GUINT_TO_POINTER (entry->number));
    return name_party (self, entry, error);
}

/* The region of a list whose entries do not say it: the name of the file, if it is a province. */
static const char *
region_of_file (RecapCandidates *self, const char *file)
{
    const char *start = file;
    for (const char *p = file; *p != '\0'; p++)
        if (*p == '/' || *p == '!')
            start = p + 1;
    RecapText stem = { start, strcspn (start, ".") };
    return recap_region_level (stem) == RECAP_LEVEL_PROVINSI ? recap_arena_copy (self->arena, stem)
                                                             : "";
}

static RecapBallot *
get_ballot (RecapCandidates *self, const Entry *entry)
{
    const char *region = self->has_parties      ? ""
                         : entry->outer != NULL ? entry->outer
                                                : region_of_file (self, entry->origin.file);
    const char *key = region[0] != '\0' ? region : entry->origin.file;
    RecapBallot *ballot = g_hash_table_lookup (self->ballots, key);

    if (ballot != NULL)
        return ballot;
    ballot = g_new0 (RecapBallot, 1);
    ballot->region = region;
    ballot->file = entry->origin.file;
    ballot->fields = g_ptr_array_new ();
    ballot->names = g_ptr_array_new ();
    ballot->files = g_ptr_array_new ();
    g_hash_table_insert (self->ballots, (gpointer)key, ballot);
    if (region[0] != '\0')
        self->region_sizes |= (guint8)(1 << strlen (region));
    else
        self->anywhere = self->n_anywhere++ == 0 ? ballot : NULL;
    return ballot;
}

/* Returns: the index of the box on the ballot. */
static guint
add_box (RecapBallot *ballot, const RecapField *field)
{
    guint index = ballot->fields->len;

    if (field == NULL || g_ptr_array_find (ballot->fields, field, &index))
        return index;
    g_ptr_array_add (ballot->fields, (gpointer)field);
    g_ptr_array_add (ballot->names, (gpointer) "");
    g_ptr_array_add (ballot->files, (gpointer) "");
    return index;
}

/* Nor may who stands in a box. */
static gboolean
name_box (RecapBallot *ballot, guint index, const Entry *entry, GError **error)
{
    const RecapField *field = ballot->fields->pdata[index];
    const char *known = ballot->names->pdata[index];

    if (entry->name[0] == '\0')
        return TRUE;
    if (known[0] != '\0' && strcmp (known, entry->name) != 0) {
        g_autofree char *here = recap_text_display (entry->name, strlen (entry->name));
        g_autofree char *there = recap_text_display (known, strlen (known));
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("box '%s' is that of '%s' here and of '%s' in '%s'"), field->name, here,
                     there, (const char *)ballot->files->pdata[index]);
    }
    ballot->names->pdata[index] = (gpointer)entry->name;
    ballot->files->pdata[index] = (gpointer)entry->origin.file;
    return TRUE;
}

/* Says whether the key above the candidates is what the contest has there. */
static gboolean
check_outer (const RecapCandidates *self, const Entry *entry, GError **error)
{
    const char *contest = recap_contest_get_code (self->contest);

    if (self->has_parties && entry->outer == NULL)
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("a list of candidates without parties, but contest '%s' has parties"),
                     contest);
    if (entry->outer == NULL)
        return TRUE;
    g_autofree char *shown = recap_text_display (entry->outer, strlen (entry->outer));
    RecapLevel level = recap_region_level (recap_text (entry->outer));
    if (self->has_parties)
        return party_number (self, entry->outer) > 0 ||
               fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("the candidates stand under '%s', which is no party"), shown);
    return level == RECAP_LEVEL_PROVINSI || level == RECAP_LEVEL_KABKO ||
           fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                 _ ("the candidates stand under '%s', which is no region of contest '%s'"), shown,
                 contest);
}

static gboolean
add_candidate (RecapCandidates *self, const Entry *entry, const RecapField *field, GError **error)
{
    RecapBallot *ballot = get_ballot (self, entry);
    const RecapCandidate *known = g_hash_table_lookup (self->by_id, entry->id);

    if (known != NULL && (known->field != field || strcmp (known->ballot->region, ballot->region)))
        return fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                     _ ("'%s' means another candidate in '%s'"), entry->id, known->ballot->file);
    if (!name_box (ballot, add_box (ballot, field), entry, error))
        return FALSE;
    if (self->has_parties) {
        add_box (ballot, find_field (self->contest, field->contestant, 0, RECAP_ROLE_PARTY));
        add_box (ballot, find_field (self->contest, field->contestant, 0, RECAP_ROLE_VOTES));
    }
    if (known != NULL)
        return TRUE;
    RecapCandidate *candidate = recap_arena_take (self->arena, sizeof *candidate);
    *candidate = (RecapCandidate){ entry->id, field, ballot };
    g_hash_table_insert (self->by_id, (gpointer)candidate->id, candidate);
    return TRUE;
}

static gboolean
settle_candidate (RecapCandidates *self, const Entry *entry, GError **error)
{
    if (!check_outer (self, entry, error))
        return FALSE;
    guint number = (guint)MIN (entry->number, G_MAXINT16);
    guint contestant = self->has_parties ? party_number (self, entry->outer) : number;
    const RecapField *field =
        find_field (self->contest, contestant, self->has_parties ? number : 0,
                    self->has_parties ? RECAP_ROLE_CANDIDATE : RECAP_ROLE_VOTES);
    if (field != NULL)
        return add_candidate (self, entry, field, error);
    return self->has_parties ? fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                                     _ ("contest '%s' has no candidate %u of party %u"),
                                     recap_contest_get_code (self->contest), number, contestant)
                             : fail (&entry->origin, RECAP_ERROR_SCHEMA, error,
                                     _ ("contest '%s' has no ballot number %" PRId64),
                                     recap_contest_get_code (self->contest), entry->number);
}

/* Parties first: the candidates go by their numbers. */
static gboolean
settle (RecapCandidates *self, GError **error)
{
    for (gboolean party = TRUE;; party = FALSE) {
        for (guint i = 0; i < self->entries->len; i++) {
            const Entry *entry = &g_array_index (self->entries, Entry, i);
            if (entry->party != party)
                continue;
            if (party ? !settle_party (self, entry, error) : !settle_candidate (self, entry, error))
                return FALSE;
        }
        if (!party)
            return TRUE;
    }
}

RecapCandidates *
recap_candidates_load (const RecapContest *contest, const char *const *paths, GError **error)
{
    g_return_val_if_fail (contest != NULL && paths != NULL, NULL);

    g_autoptr (RecapCandidates) self = candidates_new (contest);
    const RecapVisitor visitor = { read_list, pass_over, self, FALSE };
    for (; *paths != NULL; paths++)
        if (!recap_documents_walk (*paths, &visitor, error))
            return NULL;
    if (!settle (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

/* --- looking up --- */

/* Asked once per value of every document: no allocation. */
static gpointer
look_up (GHashTable *table, RecapText key)
{
    char buffer[64];
    if (key.size >= sizeof buffer || memchr (key.bytes, '\0', key.size) != NULL)
        return NULL;
    memcpy (buffer, key.bytes, key.size);
    buffer[key.size] = '\0';
    return g_hash_table_lookup (table, buffer);
}

const RecapCandidate *
recap_candidates_find (const RecapCandidates *self, RecapText id)
{
    return look_up (self->by_id, id);
}

guint
recap_candidates_find_party (const RecapCandidates *self, RecapText id)
{
    return GPOINTER_TO_UINT (look_up (self->parties, id));
}

gboolean
recap_candidates_has_ballots (const RecapCandidates *self)
{
    return g_hash_table_size (self->ballots) > 0;
}

const RecapBallot *
recap_candidates_find_ballot (const RecapCandidates *self, RecapText kode)
{
    for (guint size = 1; size < 8; size++) {
        if ((self->region_sizes & 1 << size) == 0 || kode.size < size)
            continue;
        const RecapBallot *ballot = look_up (self->ballots, (RecapText){ kode.bytes, size });
        if (ballot != NULL && ballot->region[0] != '\0')
            return ballot;
    }
    return self->anywhere;
}

const char *
recap_ballot_get_name (const RecapBallot *ballot, const RecapField *field)
{
    guint index = 0;
    if (!g_ptr_array_find (ballot->fields, field, &index))
        return NULL;
    const char *name = g_ptr_array_index (ballot->names, index);
    return name[0] != '\0' ? name : NULL;
}

const char *
recap_candidates_get_party_name (const RecapCandidates *self, guint number)
{
    const Entry *entry = g_hash_table_lookup (self->names, GUINT_TO_POINTER (number));
    return entry != NULL ? entry->name : NULL;
}

const char *
recap_candidates_get_contestant_name (const RecapCandidates *self, const RecapBallot *ballot,
                                      guint number)
{
    const char *party = recap_candidates_get_party_name (self, number);
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (self->contest, &n);

    if (party != NULL || ballot == NULL)
        return party;
    for (guint i = 0; i < n; i++)
        if (fields[i].role == RECAP_ROLE_VOTES && fields[i].contestant == number)
            return recap_ballot_get_name (ballot, &fields[i]);
    return NULL;
}
