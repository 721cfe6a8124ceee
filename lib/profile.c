#include "config.h"

#include "profile.h"

#include <glib/gi18n-lib.h>

#include "builtin.h"
#include "error.h"
#include "key-file.h"
#include "pattern.h"

#define SUFFIX ".profile"

static const char group_profile[] = "profil";
static const char group_columns[] = "kolom";
static const char group_more[] = "kolom tambahan";
static const char group_constants[] = "tetap";
static const char group_left_out[] = "lewati";
static const char group_sheets[] = "lembar";
static const char group_source[] = "sumber "; /* followed by the name of the source */

/* A heading, or a pattern of headings between slashes. */
typedef struct {
    char *text;
    RecapPattern *pattern; /* NULL: the text itself */
} Heading;

typedef struct {
    char *target;      /* name of a key or a field; "" is not read */
    char *source;      /* NULL: for every source */
    GPtrArray *ways;   /* of Heading: any of them */
    gboolean required; /* else may be absent */
    gboolean excluded; /* must be absent */
} Rule;

struct _RecapProfile {
    char *name;
    GKeyFile *file;
    RecapNumbers numbers;
    GPtrArray *rules;    /* of Rule */
    GPtrArray *sources;  /* names, ending in NULL */
    RecapPattern *named; /* what the file's name must be; NULL: anything */
    GStrv contests;
    GStrv blanks;
    RecapLayout layout;
    GStrv sheets;          /* names, folded; NULL: not chosen by name */
    RecapPattern *pattern; /* of the names of sheets; NULL: not chosen by pattern */
    gboolean all_sheets;
    GStrv filled; /* keys */
};

static const char *const layout_names[] = {
    [RECAP_LAYOUT_ANY] = "",
    [RECAP_LAYOUT_ROWS] = "baris",
    [RECAP_LAYOUT_COLUMNS] = "kolom",
    [RECAP_LAYOUT_MINUTES] = "laporan",
};

static void
heading_free (gpointer data)
{
    Heading *self = data;
    g_free (self->text);
    recap_pattern_free (self->pattern);
    g_free (self);
}

static void
rule_free (gpointer data)
{
    Rule *self = data;
    g_free (self->target);
    g_free (self->source);
    g_ptr_array_unref (self->ways);
    g_free (self);
}

void
recap_profile_free (RecapProfile *self)
{
    if (self == NULL)
        return;
    g_free (self->name);
    g_key_file_unref (self->file);
    g_ptr_array_unref (self->rules);
    g_ptr_array_unref (self->sources);
    recap_pattern_free (self->named);
    g_strfreev (self->contests);
    g_strfreev (self->blanks);
    g_strfreev (self->sheets);
    recap_pattern_free (self->pattern);
    g_strfreev (self->filled);
    g_free (self);
}

/* --- reading --- */

static gboolean refuse (const char *file, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const char *file, GError **error, const char *format, ...)
{
    RecapOrigin origin = { file, 0, 0 };
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, "%s", message);
    recap_error_set_hint (error, _ ("recap-profile(5) describes every key"));
    return FALSE;
}

/* The value as it stands there: backslashes are the business of patterns. */
static char *
get_value (const RecapProfile *self, const char *group, const char *key)
{
    return g_key_file_get_value (self->file, group, key, NULL);
}

/* Splits at ';' and trims; a pattern is never split. */
static GStrv
split (const char *value)
{
    if (value == NULL)
        return g_new0 (char *, 1);
    GStrv parts = value[0] == '/' ? g_strsplit (value, "\n", 1) : g_strsplit (value, ";", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        g_strstrip (parts[i]);
    return parts;
}

static GStrv
get_list (const RecapProfile *self, const char *key)
{
    g_autofree char *value = get_value (self, group_profile, key);
    return split (value);
}

static RecapPattern *
parse_pattern (const char *value, const char *file, const char *key, GError **error)
{
    gsize size = strlen (value);

    if (size < 3 || value[size - 1] != '/') {
        refuse (file, error, _ ("'%s' is not closed: a pattern stands between slashes"), key);
        return NULL;
    }
    g_autofree char *text = g_strndup (value + 1, size - 2);
    g_autofree char *name = g_strdup_printf ("%s: %s", file, key);
    return recap_pattern_new (text, name, error);
}

/* Adds what stands as @value under @key: the columns of @target. */
static gboolean
add_rule (RecapProfile *self, const Rule *model, const char *value, const char *file,
          const char *key, GError **error)
{
    g_auto (GStrv) words = split (value);

    if (words[0] == NULL)
        return refuse (file, error, _ ("'%s' names no column"), key);
    Rule *rule = g_new (Rule, 1);

    *rule = *model;
    rule->target = g_strdup (model->target);
    rule->source = g_strdup (model->source);
    rule->ways = g_ptr_array_new_with_free_func (heading_free);
    g_ptr_array_add (self->rules, rule);
    for (guint i = 0; words[i] != NULL; i++) {
        Heading *heading = g_new0 (Heading, 1);
        g_ptr_array_add (rule->ways, heading);
        heading->text = g_strdup (words[i]);
        if (words[i][0] != '/')
            continue;
        heading->pattern = parse_pattern (words[i], file, key, error);
        if (heading->pattern == NULL)
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_columns (RecapProfile *self, const char *group, const char *source, gboolean required,
              const char *file, GError **error)
{
    g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);

    for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
        g_autofree char *value = get_value (self, group, keys[i]);
        const Rule model = { keys[i], (char *)source, NULL, required, FALSE };
        if (!add_rule (self, &model, value, file, keys[i], error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_source (RecapProfile *self, const char *group, const char *file, GError **error)
{
    const char *source = group + strlen (group_source);

    g_ptr_array_insert (self->sources, (int)self->sources->len - 1, g_strdup (source));
    return read_columns (self, group, source, TRUE, file, error);
}

static gboolean
read_groups (RecapProfile *self, const char *file, GError **error)
{
    g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

    for (guint i = 0; groups[i] != NULL; i++) {
        const char *group = groups[i];
        gboolean ok = TRUE;
        if (strcmp (group, group_columns) == 0 || strcmp (group, group_more) == 0)
            ok = read_columns (self, group, NULL, strcmp (group, group_columns) == 0, file, error);
        else if (g_str_has_prefix (group, group_source))
            ok = read_source (self, group, file, error);
        else if (strcmp (group, group_profile) != 0 && strcmp (group, group_constants) != 0 &&
                 strcmp (group, group_left_out) != 0 && strcmp (group, group_sheets) != 0)
            ok = refuse (file, error, _ ("unknown group '%s'"), group);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}

/* The columns that decide about rows are known, and must be there. */
static gboolean
read_left_out (RecapProfile *self, const char *file, GError **error)
{
    g_auto (GStrv) keys = g_key_file_get_keys (self->file, group_left_out, NULL, NULL);
    const Rule model = { (char *)"", NULL, NULL, TRUE, FALSE };

    for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        if (!add_rule (self, &model, keys[i], file, keys[i], error))
            return FALSE;
    return TRUE;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
    return g_strv_contains (words, word);
}

static gboolean
check_keys (const RecapProfile *self, const char *file, GError **error)
{
    static const char *const known[] = { "keterangan",   "kontes",  "kode",   "tingkat", "kosong",
                                         "semua_nol",    "angka",   "berkas", "abaikan", "tanpa",
                                         "isi_ke_bawah", "susunan", NULL };
    g_auto (GStrv) keys = g_key_file_get_keys (self->file, group_profile, NULL, NULL);

    if (keys == NULL)
        return refuse (file, error, _ ("there is no group [%s]"), group_profile);
    for (guint i = 0; keys[i] != NULL; i++)
        if (!is_one_of (keys[i], known))
            return refuse (file, error, _ ("unknown key '%s' in group '%s'"), keys[i],
                           group_profile);
    return TRUE;
}

/* A key that has only a few words for its value. */
static gboolean
check_word (const RecapProfile *self, const char *key, const char *const *words, const char *file,
            GError **error)
{
    g_autofree char *value = get_value (self, group_profile, key);

    if (value == NULL || is_one_of (value, words))
        return TRUE;
    g_autofree char *shown = recap_text_display (value, strlen (value));
    g_autofree char *all = g_strjoinv (", ", (GStrv)words);
    return refuse (file, error, _ ("'%s' is not a value of '%s': %s"), shown, key, all);
}

/* The sheets: by their names, by a pattern of them, or all. */
static gboolean
read_sheets (RecapProfile *self, const char *file, GError **error)
{
    g_auto (GStrv) keys = g_key_file_get_keys (self->file, group_sheets, NULL, NULL);
    g_autofree char *names = get_value (self, group_sheets, "nama");
    g_autofree char *pattern = get_value (self, group_sheets, "pola");
    g_autofree char *all = get_value (self, group_sheets, "semua");

    if (keys == NULL)
        return TRUE;
    if (g_strv_length (keys) != 1 || (names == NULL && pattern == NULL && all == NULL))
        return refuse (file, error, _ ("the group '%s' has one of nama, pola and semua"),
                       group_sheets);
    if (all != NULL && strcmp (all, "true") != 0)
        return refuse (file, error, _ ("'%s' is not a value of '%s': %s"), all, "semua", "true");
    self->all_sheets = all != NULL;
    if (names != NULL) {
        self->sheets = split (names);
        for (guint i = 0; self->sheets[i] != NULL; i++) {
            g_autofree char *name = self->sheets[i];
            self->sheets[i] = g_utf8_casefold (name, -1);
        }
    }
    if (pattern == NULL)
        return TRUE;
    if (pattern[0] != '/')
        return refuse (file, error, _ ("'%s' is not closed: a pattern stands between slashes"),
                       "pola");
    self->pattern = parse_pattern (pattern, file, "pola", error);
    return self->pattern != NULL;
}

/* Where columns are TPS there are no columns to be named, and no rows. */
static gboolean
read_layout (RecapProfile *self, const char *file, GError **error)
{
    static const char *const of_rows[] = { "kode",    "tingkat", "semua_nol",
                                           "abaikan", "tanpa",   "isi_ke_bawah" };
    g_autofree char *word = get_value (self, group_profile, "susunan");

    for (guint i = RECAP_LAYOUT_ROWS; word != NULL && i < G_N_ELEMENTS (layout_names); i++)
        if (strcmp (word, layout_names[i]) == 0)
            self->layout = (RecapLayout)i;
    if (self->layout < RECAP_LAYOUT_COLUMNS)
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (of_rows); i++)
        if (g_key_file_has_key (self->file, group_profile, of_rows[i], NULL))
            return refuse (file, error, _ ("'%s' is for rows, but susunan is '%s'"), of_rows[i],
                           word);
    return self->rules->len == 0 ||
           refuse (file, error, _ ("'%s' is for rows, but susunan is '%s'"), group_columns, word);
}

static gboolean
read_filled (RecapProfile *self, const char *file, GError **error)
{
    static const char *const names[] = { "provinsi", "kabko", "kecamatan", "desa", NULL };
    g_autofree char *value = get_value (self, group_profile, "isi_ke_bawah");

    self->filled = g_strsplit_set (value != NULL ? value : "", ";,", -1);
    for (guint i = 0; self->filled[i] != NULL; i++) {
        g_strstrip (self->filled[i]);
        if (!is_one_of (self->filled[i], names))
            return refuse (file, error, _ ("'%s' is not a value of '%s': %s"), self->filled[i],
                           "isi_ke_bawah", "provinsi, kabko, kecamatan, desa");
    }
    return TRUE;
}

/* The keys with a few words each. */
static gboolean
check_words (const RecapProfile *self, const char *file, GError **error)
{
    static const char *const levels[] = { "tps", "desa", "kecamatan", "kabko", "provinsi", NULL };
    static const char *const zeros[] = { "angka", "kosong", NULL };
    static const char *const numbers[] = { "id", "en", NULL };
    static const char *const layouts[] = { "baris", "kolom", "laporan", NULL };

    return check_word (self, "tingkat", levels, file, error) &&
           check_word (self, "semua_nol", zeros, file, error) &&
           check_word (self, "angka", numbers, file, error) &&
           check_word (self, "susunan", layouts, file, error);
}

static gboolean
read_profile (RecapProfile *self, const char *file, GError **error)
{
    g_autofree char *ignored = get_value (self, group_profile, "abaikan");
    g_autofree char *excluded = get_value (self, group_profile, "tanpa");
    g_autofree char *named = get_value (self, group_profile, "berkas");
    g_autofree char *format = get_value (self, group_profile, "angka");
    const Rule ignore = { (char *)"", NULL, NULL, FALSE, FALSE };
    const Rule exclude = { (char *)"", NULL, NULL, FALSE, TRUE };

    if (!check_keys (self, file, error) || !check_words (self, file, error) ||
        !read_groups (self, file, error) || !read_left_out (self, file, error) ||
        !read_layout (self, file, error) || !read_sheets (self, file, error) ||
        !read_filled (self, file, error))
        return FALSE;
    if (ignored != NULL && !add_rule (self, &ignore, ignored, file, "abaikan", error))
        return FALSE;
    if (excluded != NULL && !add_rule (self, &exclude, excluded, file, "tanpa", error))
        return FALSE;
    if (named != NULL) {
        self->named = parse_pattern (named, file, "berkas", error);
        if (self->named == NULL)
            return FALSE;
    }
    if (format != NULL)
        recap_numbers_parse (format, &self->numbers);
    self->contests = get_list (self, "kontes");
    self->blanks = get_list (self, "kosong");
    return TRUE;
}

static char *
name_of (const char *path)
{
    g_autofree char *base = g_path_get_basename (path);
    if (g_str_has_suffix (base, SUFFIX))
        base[strlen (base) - strlen (SUFFIX)] = '\0';
    return g_steal_pointer (&base);
}

RecapProfile *
recap_profile_parse (const char *bytes, gsize size, const char *name, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

    g_autoptr (RecapProfile) self = g_new0 (RecapProfile, 1);

    self->name = name_of (name);
    self->file = g_key_file_new ();
    self->rules = g_ptr_array_new_with_free_func (rule_free);
    self->sources = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->sources, NULL);
    if (!recap_key_file_load (self->file, (RecapText){ bytes, size }, RECAP_KEY_FILE_RAW, name,
                              error))
        return NULL;
    return read_profile (self, name, error) ? g_steal_pointer (&self) : NULL;
}

/* --- what it says --- */

const char *
recap_profile_get_name (const RecapProfile *self)
{
    return self->name;
}

RecapNumbers
recap_profile_get_numbers (const RecapProfile *self)
{
    return self->numbers;
}

RecapLayout
recap_profile_get_layout (const RecapProfile *self)
{
    return self->layout;
}

gboolean
recap_profile_chooses_sheets (const RecapProfile *self)
{
    return self->sheets != NULL || self->pattern != NULL || self->all_sheets;
}

gboolean
recap_profile_wants_sheet (const RecapProfile *self, const char *name, gboolean *ret_wanted,
                           GError **error)
{
    if (self->pattern != NULL)
        return recap_pattern_match (self->pattern, recap_text (name), ret_wanted, error);
    g_autofree char *folded = g_utf8_casefold (name, -1);
    *ret_wanted = self->sheets == NULL || is_one_of (folded, (const char *const *)self->sheets);
    return TRUE;
}

gboolean
recap_profile_fills_down (const RecapProfile *self, const char *key)
{
    return is_one_of (key, (const char *const *)self->filled);
}

gboolean
recap_profile_is_for (const RecapProfile *self, const char *contest)
{
    return self->contests[0] == NULL || is_one_of (contest, (const char *const *)self->contests);
}

gboolean
recap_profile_has_stations (const RecapProfile *self)
{
    g_autofree char *level = get_value (self, group_profile, "tingkat");
    return level == NULL || strcmp (level, "tps") == 0;
}

gboolean
recap_profile_makes_codes (const RecapProfile *self)
{
    return g_key_file_has_key (self->file, group_profile, "kode", NULL);
}

gboolean
recap_profile_zeros_are_blank (const RecapProfile *self)
{
    g_autofree char *zeros = get_value (self, group_profile, "semua_nol");
    return zeros != NULL && strcmp (zeros, "kosong") == 0;
}

gboolean
recap_profile_is_blank (const RecapProfile *self, RecapText text)
{
    text = recap_text_trim (text);
    for (guint i = 0; self->blanks[i] != NULL; i++)
        if (recap_text_equal_string (text, self->blanks[i]))
            return TRUE;
    return FALSE;
}

gboolean
recap_profile_has_numeric_blanks (const RecapProfile *self)
{
    gint64 count;
    for (guint i = 0; self->blanks[i] != NULL; i++)
        if (recap_count_parse (recap_text (self->blanks[i]), &count))
            return TRUE;
    return FALSE;
}

const char *const *
recap_profile_get_sources (const RecapProfile *self)
{
    return (const char *const *)self->sources->pdata;
}

/* --- columns --- */

/* Case makes no difference, nor blanks at the ends. */
static gboolean
match_heading (const Heading *self, RecapText heading, gboolean *ret_matches, GError **error)
{
    heading = recap_text_trim (heading);
    if (self->pattern != NULL)
        return recap_pattern_match (self->pattern, heading, ret_matches, error);
    *ret_matches = heading.size == strlen (self->text) &&
                   g_ascii_strncasecmp (heading.bytes, self->text, heading.size) == 0;
    return TRUE;
}

static gboolean
match_rule (const Rule *rule, RecapText heading, gboolean *ret_matches, GError **error)
{
    *ret_matches = FALSE;
    for (guint i = 0; i < rule->ways->len && !*ret_matches; i++)
        if (!match_heading (rule->ways->pdata[i], heading, ret_matches, error))
            return FALSE;
    return TRUE;
}

gboolean
recap_profile_find_column (const RecapProfile *self, RecapText heading, const char *source,
                           const char **ret_target, GError **error)
{
    const char *target = NULL;

    for (guint i = 0; i < self->rules->len; i++) {
        const Rule *rule = self->rules->pdata[i];
        gboolean matches = FALSE;
        if (!match_rule (rule, heading, &matches, error))
            return FALSE;
        if (!matches || rule->excluded)
            continue;
        gboolean other = rule->source != NULL && g_strcmp0 (rule->source, source) != 0;
        if (target == NULL || target[0] == '\0')
            target = other ? "" : rule->target;
    }
    *ret_target = target;
    return TRUE;
}

static gboolean
is_there (const Rule *rule, const RecapText *headings, guint n_headings, gboolean *ret_there,
          GError **error)
{
    *ret_there = FALSE;
    for (guint i = 0; i < n_headings && !*ret_there; i++)
        if (!match_rule (rule, headings[i], ret_there, error))
            return FALSE;
    return TRUE;
}

/* The part of a name that its folder, archive or workbook does not belong to. */
static RecapText
last_part (const char *name)
{
    const char *slash = strrchr (name, '/');
    if (slash != NULL)
        name = slash + 1;
    const char *mark = strrchr (name, '!');
    return recap_text (mark != NULL ? mark + 1 : name);
}

gboolean
recap_profile_fits (const RecapProfile *self, const char *name, const RecapText *headings,
                    guint n_headings, gboolean *ret_fits, GError **error)
{
    gboolean fits = TRUE;

    if (self->named != NULL && !recap_pattern_match (self->named, last_part (name), &fits, error))
        return FALSE;
    for (guint i = 0; i < self->rules->len && fits; i++) {
        const Rule *rule = self->rules->pdata[i];
        gboolean there = FALSE;
        if (!rule->required && !rule->excluded)
            continue;
        if (!is_there (rule, headings, n_headings, &there, error))
            return FALSE;
        fits = there == rule->required;
    }
    *ret_fits = fits;
    return TRUE;
}

char *
recap_profile_find_missing (const RecapProfile *self, const RecapText *headings, guint n_headings)
{
    for (guint i = 0; i < self->rules->len; i++) {
        const Rule *rule = self->rules->pdata[i];
        gboolean there = FALSE;
        if (rule->required && is_there (rule, headings, n_headings, &there, NULL) && !there)
            return g_strdup (((const Heading *)rule->ways->pdata[0])->text);
    }
    return NULL;
}

char *
recap_profile_get_constant (const RecapProfile *self, const char *key, const char *name)
{
    char *constant = get_value (self, group_constants, key);
    gboolean matches = FALSE;

    if (constant != NULL || self->named == NULL ||
        !recap_pattern_match (self->named, last_part (name), &matches, NULL) || !matches)
        return constant;
    RecapText part = recap_pattern_get_group (self->named, key);
    return part.size > 0 ? g_strndup (part.bytes, part.size) : NULL;
}

/* Returns: what leaves a row out when it stands under @heading, to be freed, or NULL. */
static char *
find_left_out (const RecapProfile *self, const char *heading)
{
    g_auto (GStrv) keys = g_key_file_get_keys (self->file, group_left_out, NULL, NULL);

    for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        if (g_ascii_strcasecmp (keys[i], heading) == 0)
            return get_value (self, group_left_out, keys[i]);
    return NULL;
}

gboolean
recap_profile_decides (const RecapProfile *self, const char *heading)
{
    g_autofree char *values = find_left_out (self, heading);
    return values != NULL;
}

gboolean
recap_profile_leaves_out (const RecapProfile *self, const char *heading, RecapText text)
{
    g_autofree char *value = find_left_out (self, heading);
    g_auto (GStrv) values = split (value);

    text = recap_text_trim (text);
    for (guint i = 0; values[i] != NULL; i++)
        if (recap_text_equal_string (text, values[i]))
            return TRUE;
    return FALSE;
}

/* --- codes --- */

/* '{tps:03}': the text of the column, digits filled up with zeros to a width. */
static void
append_part (GString *code, const char *part, RecapProfileLookup lookup, gpointer data)
{
    const char *colon = strchr (part, ':');
    g_autofree char *name = g_strndup (part, colon != NULL ? (gsize)(colon - part) : strlen (part));
    RecapText text = lookup (name, data);
    gint64 width = 0;

    if (colon != NULL)
        recap_count_parse (recap_text (colon + 1 + strspn (colon + 1, "0")), &width);
    for (gint64 i = (gint64)text.size; i < MIN (width, 32); i++)
        g_string_append_c (code, '0');
    recap_text_append (text, code);
}

char *
recap_profile_make_code (const RecapProfile *self, RecapProfileLookup lookup, gpointer data)
{
    g_autofree char *template = get_value (self, group_profile, "kode");
    g_autoptr (GString) code = g_string_new (NULL);

    if (template == NULL)
        return NULL;
    for (const char *at = template; *at != '\0';) {
        const char *end = *at == '{' ? strchr (at, '}') : NULL;
        if (end == NULL) {
            g_string_append_c (code, *at++);
            continue;
        }
        g_autofree char *part = g_strndup (at + 1, (gsize)(end - at) - 1);
        append_part (code, part, lookup, data);
        at = end + 1;
    }
    return g_string_free (g_steal_pointer (&code), FALSE);
}

/* --- all of them --- */

struct _RecapProfiles {
    GPtrArray *all; /* of RecapProfile, sorted by name */
};

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
    const RecapProfile *const *x = a;
    const RecapProfile *const *y = b;
    return strcmp ((*x)->name, (*y)->name);
}

static const RecapProfile *
find (const RecapProfiles *self, const char *name, guint *ret_index)
{
    for (guint i = 0; i < self->all->len; i++)
        if (strcmp (((const RecapProfile *)self->all->pdata[i])->name, name) == 0) {
            if (ret_index != NULL)
                *ret_index = i;
            return self->all->pdata[i];
        }
    return NULL;
}

static void
put (RecapProfiles *self, RecapProfile *profile)
{
    guint index;
    if (find (self, profile->name, &index) != NULL)
        g_ptr_array_remove_index (self->all, index);
    g_ptr_array_add (self->all, profile);
    g_ptr_array_sort (self->all, compare_profiles);
}

static RecapProfile *
load_file (const char *path, GError **error)
{
    gsize size = 0;
    g_autofree char *bytes = recap_key_file_read (path, &size, error);
    return bytes != NULL ? recap_profile_parse (bytes, size, path, error) : NULL;
}

static gboolean
load_folder (RecapProfiles *self, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename (folder, "profiles", NULL);
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    /* Names are unique within a folder: the order in which they are read makes no difference. */
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
        if (!g_str_has_suffix (name, SUFFIX))
            continue;
        g_autofree char *file = g_build_filename (path, name, NULL);
        RecapProfile *profile = load_file (file, error);
        if (profile == NULL)
            return FALSE;
        put (self, profile);
    }
    return TRUE;
}

RecapProfiles *
recap_profiles_load (const char *const *folders, GError **error)
{
    g_autoptr (RecapProfiles) self = g_new0 (RecapProfiles, 1);
    self->all = g_ptr_array_new_with_free_func ((GDestroyNotify)recap_profile_free);

    for (const RecapBuiltin *b = recap_builtin; b->name != NULL; b++) {
        if (!g_str_has_suffix (b->name, SUFFIX))
            continue;
        RecapProfile *profile = recap_profile_parse (b->text, strlen (b->text), b->name, error);
        if (profile == NULL)
            return NULL;
        put (self, profile);
    }
    for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
        if (!load_folder (self, folders[i], error))
            return NULL;
    return g_steal_pointer (&self);
}

void
recap_profiles_free (RecapProfiles *self)
{
    if (self == NULL)
        return;
    g_ptr_array_unref (self->all);
    g_free (self);
}

guint
recap_profiles_get_n (const RecapProfiles *self)
{
    return self->all->len;
}

const RecapProfile *
recap_profiles_get (const RecapProfiles *self, guint index)
{
    g_return_val_if_fail (index < self->all->len, NULL);
    return self->all->pdata[index];
}

const RecapProfile *
recap_profiles_find (RecapProfiles *self, const char *word, GError **error)
{
    g_return_val_if_fail (self != NULL && word != NULL, NULL);

    const RecapProfile *known = find (self, word, NULL);
    if (known != NULL)
        return known;
    if (strchr (word, '/') != NULL || g_str_has_suffix (word, SUFFIX)) {
        RecapProfile *profile = load_file (word, error);
        if (profile != NULL)
            put (self, profile);
        return profile;
    }
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint i = 0; i < self->all->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                                ((const RecapProfile *)self->all->pdata[i])->name);
    recap_error_set (error, RECAP_ERROR_USAGE, NULL, _ ("unknown profile '%s'"), word);
    recap_error_set_hint (error, _ ("the profiles are %s; a file is named with its path"),
                          names->str);
    return NULL;
}
