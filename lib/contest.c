#include "config.h"

#include "contest.h"

#include <glib/gi18n-lib.h>

#include "builtin.h"
#include "error.h"
#include "key-file.h"
#include "region.h"

#define SUFFIX ".contest"

/* The texts of [kontes], in the order of RecapContest.texts. */
enum {
    TEXT_CODE,
    TEXT_NAME,
    TEXT_ELECTION,
    TEXT_PLANO,
    TEXT_TABULATION,
    TEXT_CONTESTANTS,
    N_NEEDED_TEXTS,
    TEXT_CANDIDATE_LIST = N_NEEDED_TEXTS,
    TEXT_WRAPPER,
    TEXT_NOT_HELD,
    N_TEXTS
};

struct _RecapContest {
    char *name; /* of the file, for messages */
    GKeyFile *file;
    GArray *sections;    /* RecapSection */
    GArray *fields;      /* RecapField; moves only while parsing */
    GHashTable *by_name; /* char * -> index + 1 */
    GHashTable *by_heading;
    GHashTable *by_sirekap;
    char *texts[N_TEXTS];
};

static const char *const text_keys[N_TEXTS] = {
    "kode",    "nama",         "pemilihan",     "plano",          "rekapitulasi",
    "peserta", "daftar_calon", "sirekap_induk", "tidak_diadakan",
};

/* The columns of a row: the suffix of the name, the word on the form, and what typists write. */
static const struct {
    const char *key;
    const char *suffix;
    const char *word;
    const char *headings[4];
} columns[] = {
    [RECAP_COLUMN_NONE] = { "", "", "", { "" } },
    [RECAP_COLUMN_L] = { "l", "_l", " L", { "l", "lk", "lakilaki" } },
    [RECAP_COLUMN_P] = { "p", "_p", " P", { "p", "pr", "perempuan" } },
    [RECAP_COLUMN_J] = { "j", "_j", " JML", { "j", "jml", "jumlah", "lp" } },
};

static void
section_clear (gpointer data)
{
    RecapSection *section = data;
    g_free (section->number);
    g_free (section->title);
}

static void
field_clear (gpointer data)
{
    RecapField *field = data;
    g_free (field->name);
    g_free (field->row);
    g_free (field->box);
    g_free (field->number);
    g_free (field->label);
    g_free (field->short_label);
    g_free (field->sirekap);
}

static RecapContest *
contest_new (const char *name)
{
    RecapContest *self = g_new0 (RecapContest, 1);
    self->name = g_strdup (name);
    self->file = g_key_file_new ();
    self->sections = g_array_new (FALSE, FALSE, sizeof (RecapSection));
    g_array_set_clear_func (self->sections, section_clear);
    self->fields = g_array_new (FALSE, FALSE, sizeof (RecapField));
    g_array_set_clear_func (self->fields, field_clear);
    self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->by_heading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->by_sirekap = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    return self;
}

void
recap_contest_free (RecapContest *self)
{
    if (self == NULL)
        return;
    for (guint i = 0; i < N_TEXTS; i++)
        g_free (self->texts[i]);
    g_hash_table_unref (self->by_name);
    g_hash_table_unref (self->by_heading);
    g_hash_table_unref (self->by_sirekap);
    g_array_unref (self->fields);
    g_array_unref (self->sections);
    g_key_file_unref (self->file);
    g_free (self->name);
    g_free (self);
}

static gboolean
set_schema_error (const RecapContest *self, const char *group, const char *what, GError **error)
{
    RecapOrigin origin = { self->name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "[%s]: %s", group, what);
    return FALSE;
}

/* A row of the form while it is read: which group says what it is, and whose it is. */
typedef struct {
    const char *group;
    const char *keys; /* before nomor, label and pendek: "", "calon_" or "jumlah_" */
    char *name;
    RecapRole role;
    guint contestant; /* ballot number or 0 */
    guint candidate;  /* number or 0 */
    const char *sirekap;
} Row;

/* Returns: @text with %d and %02d replaced by the ballot number, %c by that of the candidate. */
static char *
expand (const char *text, const Row *row)
{
    if (strchr (text, '%') == NULL)
        return g_strdup (text);

    GString *out = g_string_new (NULL);
    for (const char *p = text; *p != '\0'; p++)
        if (g_str_has_prefix (p, "%02d")) {
            g_string_append_printf (out, "%02u", row->contestant);
            p += strlen ("02d");
        } else if (p[0] == '%' && (p[1] == 'd' || p[1] == 'c')) {
            g_string_append_printf (out, "%u", p[1] == 'd' ? row->contestant : row->candidate);
            p++;
        } else {
            g_string_append_c (out, *p);
        }
    return g_string_free (out, FALSE);
}

/* What headings are compared by: lower case, and only letters, digits, and the marks that can tell
 * one label from another. */
static char *
normalize_heading (RecapText heading)
{
    GString *out = g_string_sized_new (heading.size);
    for (gsize i = 0; i < heading.size; i++) {
        char c = heading.bytes[i];
        if (c == '\0' || strchr (" \t\r\n_-.:,()/+%\"'", c) == NULL)
            g_string_append_c (out, g_ascii_tolower (c));
    }
    return g_string_free (out, FALSE);
}

/* Remembers that @base, with each of the endings of its column, is a heading of @field. */
static gboolean
add_heading (RecapContest *self, const char *group, const char *base, const RecapField *field,
             GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS (columns[0].headings); i++) {
        const char *suffix = columns[field->column].headings[i];
        if (suffix == NULL)
            break;
        g_autofree char *key = g_strconcat (base, suffix, NULL);
        gpointer old = g_hash_table_lookup (self->by_heading, key);
        if (old != NULL && GPOINTER_TO_UINT (old) != field->index + 1) {
            g_autofree char *what =
                g_strdup_printf (_ ("the heading '%s' is that of two boxes"), key);
            return set_schema_error (self, group, what, error);
        }
        if (old == NULL)
            g_hash_table_insert (self->by_heading, g_steal_pointer (&key),
                                 GUINT_TO_POINTER (field->index + 1));
    }
    return TRUE;
}

static gboolean
add_headings (RecapContest *self, const Row *row, const RecapField *field, GError **error)
{
    const char *const names[] = { field->row, field->label, field->short_label };
    g_auto (GStrv) aliases = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *base = normalize_heading (recap_text (names[i]));
        if (!add_heading (self, row->group, base, field, error))
            return FALSE;
    }
    /* The aliases of a block of parties are those of the party itself. */
    if (*row->keys == '\0')
        aliases = g_key_file_get_string_list (self->file, row->group, "alias", NULL, NULL);
    for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++) {
        g_autofree char *alias = expand (aliases[i], row);
        g_autofree char *base = normalize_heading (recap_text (alias));
        if (!add_heading (self, row->group, base, field, error))
            return FALSE;
    }
    return TRUE;
}

/* Returns: the text that the group has for @key of @row, or NULL. */
static char *
get_expanded (const RecapContest *self, const Row *row, const char *key)
{
    g_autofree char *whole = g_strconcat (row->keys, key, NULL);
    g_autofree char *text = g_key_file_get_string (self->file, row->group, whole, NULL);
    return text != NULL ? expand (text, row) : NULL;
}

/* Adds one box of @row. */
static gboolean
add_field (RecapContest *self, const Row *row, RecapColumn column, GError **error)
{
    const char *group = row->group;
    int section = g_key_file_get_integer (self->file, group, "bagian", NULL);
    RecapField field = {
        .name = g_strconcat (row->name, columns[column].suffix, NULL),
        .row = g_strdup (row->name),
        .number = get_expanded (self, row, "nomor"),
        .label = get_expanded (self, row, "label"),
        .short_label = get_expanded (self, row, "pendek"),
        .column = column,
        .role = row->role,
        .section = (guint)section - 1,
        .index = self->fields->len,
        .contestant = row->contestant,
        .candidate = row->candidate,
    };
    field.box = g_strconcat (field.number != NULL ? field.number : "", columns[column].word, NULL);
    if (row->sirekap != NULL)
        field.sirekap = g_strconcat (row->sirekap, columns[column].suffix, NULL);
    g_array_append_val (self->fields, field);

    if (field.number == NULL || field.label == NULL || field.short_label == NULL)
        return set_schema_error (self, group, _ ("nomor, label and pendek are required"), error);
    if (section < 1 || (guint)section > self->sections->len)
        return set_schema_error (self, group, _ ("bagian is not the number of a section"), error);
    if (!g_hash_table_insert (self->by_name, g_strdup (field.name),
                              GUINT_TO_POINTER (field.index + 1)))
        return set_schema_error (self, group, _ ("the field is there twice"), error);
    if (field.sirekap != NULL && !g_hash_table_insert (self->by_sirekap, g_strdup (field.sirekap),
                                                       GUINT_TO_POINTER (field.index + 1)))
        return set_schema_error (self, group, _ ("the key of Sirekap is there twice"), error);
    return add_headings (self, row, &field, error);
}

/* Adds the boxes of @row. */
static gboolean
add_row (RecapContest *self, const Row *row, GError **error)
{
    g_auto (GStrv) keys = g_key_file_get_string_list (self->file, row->group, "kolom", NULL, NULL);

    if (keys == NULL)
        return add_field (self, row, RECAP_COLUMN_NONE, error);
    for (guint i = 0; keys[i] != NULL; i++) {
        RecapColumn column = RECAP_COLUMN_L;
        while (column <= RECAP_COLUMN_J && strcmp (keys[i], columns[column].key) != 0)
            column++;
        if (column > RECAP_COLUMN_J)
            return set_schema_error (self, row->group, _ ("kolom is not one of l, p, j"), error);
        if (!add_field (self, row, column, error))
            return FALSE;
    }
    return TRUE;
}

/* Returns: whether @text has the shape of '01-03'. */
static gboolean
is_range (const char *text)
{
    return strlen (text) == 5 && text[2] == '-' && g_ascii_isdigit (text[0]) &&
           g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]);
}

/* Reads '01-03'. */
static gboolean
parse_range (const char *text, guint *ret_first, guint *ret_last)
{
    if (!is_range (text))
        return FALSE;
    *ret_first = 10 * (guint)(text[0] - '0') + (guint)(text[1] - '0');
    *ret_last = 10 * (guint)(text[3] - '0') + (guint)(text[4] - '0');
    return *ret_first > 0 && *ret_first <= *ret_last;
}

/* The rows of a party below its own: its candidates, and the sum of all. */
static gboolean
add_candidates (RecapContest *self, const Row *party, GError **error)
{
    g_autofree char *range = g_key_file_get_string (self->file, party->group, "calon", NULL);
    guint first, last;

    if (range == NULL || !parse_range (range, &first, &last))
        return set_schema_error (self, party->group, _ ("calon is not a range like 01-12"), error);
    for (guint n = first; n <= last; n++) {
        g_autofree char *name = g_strdup_printf ("%s_%02u", party->name, n);
        Row row = {
            party->group, "calon_", name, RECAP_ROLE_CANDIDATE, party->contestant, n, NULL
        };
        if (!add_row (self, &row, error))
            return FALSE;
    }
    g_autofree char *name = g_strconcat (party->name, "_j", NULL);
    Row sum = { party->group, "jumlah_", name, RECAP_ROLE_VOTES, party->contestant, 0, NULL };
    return add_row (self, &sum, error);
}

/* Adds a block of rows, one for each ballot number of the range behind @prefix. */
static gboolean
add_block (RecapContest *self, const char *group, const char *prefix, RecapRole role, guint first,
           guint last, GError **error)
{
    g_auto (GStrv) ids = g_key_file_get_string_list (self->file, group, "sirekap_id", NULL, NULL);

    if (ids != NULL && g_strv_length (ids) != last - first + 1)
        return set_schema_error (self, group, _ ("sirekap_id must name every ballot number"),
                                 error);
    for (guint n = first; n <= last; n++) {
        g_autofree char *name = g_strdup_printf ("%s%02u", prefix, n);
        Row row = { group, "", name, role, n, 0, ids != NULL ? ids[n - first] : NULL };
        if (!add_row (self, &row, error) ||
            (role == RECAP_ROLE_PARTY && !add_candidates (self, &row, error)))
            return FALSE;
    }
    return TRUE;
}

static gboolean
parse_role (const char *word, RecapRole *ret_role)
{
    *ret_role = RECAP_ROLE_ADMIN;
    if (word == NULL)
        return TRUE;
    *ret_role = strcmp (word, "partai") == 0 ? RECAP_ROLE_PARTY : RECAP_ROLE_VOTES;
    return *ret_role == RECAP_ROLE_PARTY || strcmp (word, "perolehan") == 0;
}

static gboolean
add_group (RecapContest *self, const char *group, GError **error)
{
    const char *name = group + strlen ("isian ");
    g_autofree char *sirekap = g_key_file_get_string (self->file, group, "sirekap", NULL);
    g_autofree char *word = g_key_file_get_string (self->file, group, "peran", NULL);
    gsize size = strlen (name);
    RecapRole role;
    guint first, last;

    if (!parse_role (word, &role))
        return set_schema_error (self, group, _ ("peran is not perolehan or partai"), error);
    if (size > 5 && is_range (name + size - 5)) {
        if (!parse_range (name + size - 5, &first, &last)) /* not a row of that name */
            return set_schema_error (self, group, _ ("ballot numbers run from 01 to 99"), error);
        g_autofree char *prefix = g_strndup (name, size - 5);
        return add_block (self, group, prefix, role, first, last, error);
    }
    g_autofree char *row_name = g_strdup (name);
    Row row = { group, "", row_name, role, 0, 0, sirekap };
    return add_row (self, &row, error);
}

static gboolean
add_section (RecapContest *self, const char *group, GError **error)
{
    RecapSection section = {
        g_key_file_get_string (self->file, group, "nomor", NULL),
        g_key_file_get_string (self->file, group, "judul", NULL),
    };
    g_array_append_val (self->sections, section);
    if (section.number == NULL || section.title == NULL)
        return set_schema_error (self, group, _ ("nomor and judul are required"), error);
    return TRUE;
}

/* The groups [bagian 1], [bagian 2] ... in the order of their numbers. */
static gboolean
add_sections (RecapContest *self, GError **error)
{
    for (guint n = 1;; n++) {
        g_autofree char *group = g_strdup_printf ("bagian %u", n);
        if (!g_key_file_has_group (self->file, group))
            return TRUE;
        if (!add_section (self, group, error))
            return FALSE;
    }
}

/* The rows of one section after the other, each in the order of the file: a contest may bring the
 * rows of a section that stands in the middle of the form it takes over. */
static gboolean
add_rows (RecapContest *self, GError **error)
{
    g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

    for (guint section = 0; section <= self->sections->len; section++)
        for (guint i = 0; groups[i] != NULL; i++) {
            if (!g_str_has_prefix (groups[i], "isian "))
                continue;
            int own = g_key_file_get_integer (self->file, groups[i], "bagian", NULL);
            gboolean misplaced = own < 1 || (guint)own > self->sections->len;
            if (section == (misplaced ? 0 : (guint)own) && !add_group (self, groups[i], error))
                return FALSE;
        }
    if (self->fields->len == 0)
        return set_schema_error (self, "kontes", _ ("the form has no boxes"), error);
    return TRUE;
}

static gboolean
read_groups (RecapContest *self, GError **error)
{
    for (guint i = 0; i < N_TEXTS; i++) {
        self->texts[i] = g_key_file_get_string (self->file, "kontes", text_keys[i], NULL);
        if (i < N_NEEDED_TEXTS && (self->texts[i] == NULL || *self->texts[i] == '\0')) {
            g_autofree char *what = g_strdup_printf (_ ("the key %s is missing"), text_keys[i]);
            return set_schema_error (self, "kontes", what, error);
        }
    }
    return add_sections (self, error) && add_rows (self, error);
}

/* Returns: the text of the form @name: the file beside @contest, else the one that is built in.
 * NULL when there is neither, or with @error when the file cannot be read. Owned by the caller. */
static char *
find_form (const char *contest, const char *name, GError **error)
{
    g_autofree char *file = g_strconcat (name, ".form", NULL);
    g_autofree char *folder = g_path_get_dirname (contest);
    g_autofree char *path = g_build_filename (folder, file, NULL);
    gsize size = 0;

    if (strchr (name, '/') != NULL)
        return NULL;
    if (strchr (contest, '/') != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        return recap_key_file_read (path, &size, error);
    for (const RecapBuiltin *b = recap_builtin; b->name != NULL; b++)
        if (strcmp (b->name, file) == 0)
            return g_strdup (b->text);
    return NULL;
}

static gboolean
load_groups (RecapContest *self, const char *bytes, gsize size, GError **error)
{
    return recap_key_file_load (self->file, (RecapText){ bytes, size }, RECAP_KEY_FILE_ESCAPES,
                                self->name, error);
}

/* Puts the form that the contest takes over before its own groups, which may change keys of it. */
static gboolean
load_form (RecapContest *self, const char *bytes, gsize size, GError **error)
{
    g_autofree char *name = g_key_file_get_string (self->file, "kontes", "formulir", NULL);
    if (name == NULL)
        return TRUE;

    g_autoptr (GError) local = NULL;
    g_autofree char *form = find_form (self->name, name, &local);
    if (local != NULL) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (form == NULL) {
        g_autofree char *what = g_strdup_printf (_ ("there is no form '%s'"), name);
        return set_schema_error (self, "kontes", what, error);
    }
    g_autoptr (GString) both = g_string_new (form);
    g_string_append_c (both, '\n');
    g_string_append_len (both, bytes, (gssize)size);
    return load_groups (self, both->str, both->len, error);
}

RecapContest *
recap_contest_parse (const char *bytes, gsize size, const char *name, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

    g_autoptr (RecapContest) self = contest_new (name);
    if (!load_groups (self, bytes, size, error) || !load_form (self, bytes, size, error) ||
        !read_groups (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

const char *
recap_contest_get_code (const RecapContest *self)
{
    return self->texts[TEXT_CODE];
}

const char *
recap_contest_get_name (const RecapContest *self)
{
    return self->texts[TEXT_NAME];
}

const char *
recap_contest_get_election (const RecapContest *self)
{
    return self->texts[TEXT_ELECTION];
}

const char *
recap_contest_get_plano (const RecapContest *self)
{
    return self->texts[TEXT_PLANO];
}

const char *
recap_contest_get_tabulation (const RecapContest *self)
{
    return self->texts[TEXT_TABULATION];
}

const char *
recap_contest_get_contestants (const RecapContest *self)
{
    return self->texts[TEXT_CONTESTANTS];
}

const char *
recap_contest_get_candidate_list (const RecapContest *self)
{
    return self->texts[TEXT_CANDIDATE_LIST];
}

const char *
recap_contest_get_wrapper (const RecapContest *self)
{
    return self->texts[TEXT_WRAPPER];
}

gboolean
recap_contest_is_held_at (const RecapContest *self, RecapText kode)
{
    g_auto (GStrv) regions = g_strsplit_set (
        self->texts[TEXT_NOT_HELD] != NULL ? self->texts[TEXT_NOT_HELD] : "", ", ", -1);

    for (guint i = 0; regions[i] != NULL; i++)
        if (*regions[i] != '\0' && recap_region_has_prefix (kode, recap_text (regions[i])))
            return FALSE;
    return TRUE;
}

gboolean
recap_contest_get_limit (const RecapContest *self, const char *key, gint64 *ret_value)
{
    g_autoptr (GError) error = NULL;
    gint64 value = g_key_file_get_int64 (self->file, "kontes", key, &error);
    if (error != NULL || value < 0)
        return FALSE;
    *ret_value = value;
    return TRUE;
}

const RecapField *
recap_contest_get_fields (const RecapContest *self, guint *ret_n)
{
    if (ret_n != NULL)
        *ret_n = self->fields->len;
    return &g_array_index (self->fields, RecapField, 0);
}

const RecapSection *
recap_contest_get_sections (const RecapContest *self, guint *ret_n)
{
    if (ret_n != NULL)
        *ret_n = self->sections->len;
    return &g_array_index (self->sections, RecapSection, 0);
}

static const RecapField *
look_up (const RecapContest *self, GHashTable *table, const char *key)
{
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
    return found > 0 ? &g_array_index (self->fields, RecapField, found - 1) : NULL;
}

const RecapField *
recap_contest_find (const RecapContest *self, RecapText name)
{
    g_autofree char *key = g_strndup (name.bytes, name.size);
    return look_up (self, self->by_name, key);
}

const RecapField *
recap_contest_find_heading (const RecapContest *self, RecapText heading)
{
    g_autofree char *key = normalize_heading (heading);
    return look_up (self, self->by_heading, key);
}

const RecapField *
recap_contest_find_sirekap (const RecapContest *self, RecapText key)
{
    char buffer[64]; /* asked once per value of every document: hardly ever an allocation */
    if (memchr (key.bytes, '\0', key.size) != NULL)
        return NULL;
    if (key.size >= sizeof buffer) {
        g_autofree char *copy = g_strndup (key.bytes, key.size);
        return look_up (self, self->by_sirekap, copy);
    }
    memcpy (buffer, key.bytes, key.size);
    buffer[key.size] = '\0';
    return look_up (self, self->by_sirekap, buffer);
}

/* A contest, or where it is to be read from: to parse all those that are built in takes longer than
 * most runs of a tool. */
typedef struct {
    char *code;
    const RecapBuiltin *builtin; /* NULL: of a file */
    RecapContest *contest;       /* NULL: not asked for yet */
} Entry;

struct _RecapContests {
    GPtrArray *all; /* Entry, sorted by code */
};

static void
entry_free (gpointer data)
{
    Entry *entry = data;
    g_free (entry->code);
    recap_contest_free (entry->contest);
    g_free (entry);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
    const Entry *const *x = a;
    const Entry *const *y = b;
    return strcmp ((*x)->code, (*y)->code);
}

static Entry *
get_entry (const RecapContests *self, guint index)
{
    return self->all->pdata[index];
}

static const RecapContest *
get_contest (const RecapContests *self, guint index)
{
    Entry *entry = get_entry (self, index);
    if (entry->contest == NULL)
        entry->contest = recap_contest_parse (entry->builtin->text, strlen (entry->builtin->text),
                                              entry->builtin->name, NULL);
    g_assert (entry->contest != NULL); /* a test reads them all */
    return entry->contest;
}

/* Adds a contest in the place of one with the same code: @contest, which is taken over, or when
 * that is NULL the one of @builtin. */
static void
put (RecapContests *self, const char *code, const RecapBuiltin *builtin, RecapContest *contest)
{
    Entry *entry = g_new0 (Entry, 1);

    for (guint i = 0; i < self->all->len; i++)
        if (strcmp (get_entry (self, i)->code, code) == 0) {
            g_ptr_array_remove_index (self->all, i);
            break;
        }
    entry->code = g_strdup (code);
    entry->builtin = builtin;
    entry->contest = contest;
    g_ptr_array_add (self->all, entry);
    g_ptr_array_sort (self->all, compare_codes);
}

static gboolean
load_file (RecapContests *self, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    gsize size = 0;
    g_autofree char *bytes = recap_key_file_read (path, &size, error);
    RecapContest *contest = bytes != NULL ? recap_contest_parse (bytes, size, path, error) : NULL;
    if (contest == NULL)
        return FALSE;
    put (self, recap_contest_get_code (contest), NULL, contest);
    return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
load_folder (RecapContests *self, const char *folder, GError **error)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    const char *name;

    if (dir == NULL)
        return TRUE;
    while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, SUFFIX))
            g_ptr_array_add (names, g_strdup (name));
    g_ptr_array_sort (names, compare_names);
    for (guint i = 0; i < names->len; i++)
        if (!load_file (self, folder, names->pdata[i], error))
            return FALSE;
    return TRUE;
}

RecapContests *
recap_contests_load (const char *const *folders, GError **error)
{
    g_autoptr (RecapContests) self = g_new0 (RecapContests, 1);
    self->all = g_ptr_array_new_with_free_func (entry_free);

    for (const RecapBuiltin *b = recap_builtin; b->name != NULL; b++) {
        if (!g_str_has_suffix (b->name, SUFFIX))
            continue;
        g_autofree char *code = g_strndup (b->name, strlen (b->name) - strlen (SUFFIX));
        put (self, code, b, NULL);
    }
    for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
        if (!load_folder (self, folders[i], error))
            return NULL;
    return g_steal_pointer (&self);
}

void
recap_contests_free (RecapContests *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->all);
    g_free (self);
}

/* Returns: the index of the contest @code, or -1. */
static int
find_code (const RecapContests *self, RecapText code)
{
    for (guint i = 0; i < self->all->len; i++)
        if (recap_text_equal_string (code, get_entry (self, i)->code))
            return (int)i;
    return -1;
}

const RecapContest *
recap_contests_find (const RecapContests *self, RecapText code)
{
    int index = find_code (self, code);
    return index >= 0 ? get_contest (self, (guint)index) : NULL;
}

gboolean
recap_contests_has (const RecapContests *self, RecapText code)
{
    return find_code (self, code) >= 0;
}

int
recap_contests_find_box (const RecapContests *self, RecapText name)
{
    for (guint i = 0; i < self->all->len; i++)
        if (recap_contest_find (get_contest (self, i), name) != NULL)
            return (int)i;
    return -1;
}

guint
recap_contests_get_n (const RecapContests *self)
{
    return self->all->len;
}

const RecapContest *
recap_contests_get (const RecapContests *self, guint index)
{
    g_return_val_if_fail (index < self->all->len, NULL);
    return get_contest (self, index);
}
