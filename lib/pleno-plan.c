#include "config.h"

#include "pleno-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "error.h"
#include "resolve.h"

/* Stands for the code of the contest in paths. */
#define CONTEST_MARK "{kontes}"

/* The source that wins where numbers differ. */
#define AUTHORITY "plano"

/* What the outputs of a contest that are not a source's begin with. */
static const char *const stems[] = {
    "temuan",        "selisih",          "terbuka",     "pembetulan",
    PLENO_DECISIONS, PLENO_LOG,          "jumlah-desa", "jumlah-kecamatan",
    PLENO_MINUTES,   RECAP_SOURCE_FINAL, PLENO_PAGE,
};

/* The groups of one source for one contest. */
typedef struct {
    char *label;
    const RecapMeetingSource *common;  /* [sumber LABEL], or NULL */
    const RecapMeetingSource *special; /* [sumber LABEL CONTEST], or NULL */
} Groups;

static void
groups_free (gpointer data)
{
    Groups *self = data;
    g_free (self->label);
    g_free (self);
}

/* Sets @error with the line of @entry.
 *
 * Returns: FALSE. */
static gboolean G_GNUC_PRINTF (4, 5) refuse (const RecapPleno *self, const RecapMeetingEntry *entry,
                                             GError **error, const char *format, ...)
{
    RecapOrigin origin = { self->input.meeting->file, entry != NULL ? entry->line : 0, 0 };
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    recap_error_set (error, RECAP_ERROR_USAGE, &origin, "%s", message);
    return FALSE;
}

/* Returns: the entries of @list (may be NULL) without blanks around them, the code of the contest
 * @code (may be NULL) in place of its mark; owned by the caller. */
static GStrv
split (const char *list, const char *code)
{
    g_auto (GStrv) pieces = g_strsplit (list != NULL ? list : "", ";", -1);
    g_autoptr (GPtrArray) entries = g_ptr_array_new ();

    for (guint i = 0; pieces[i] != NULL; i++) {
        const char *piece = g_strstrip (pieces[i]);
        g_autoptr (GString) entry = g_string_new (piece);
        if (*piece == '\0')
            continue;
        if (code != NULL)
            g_string_replace (entry, CONTEST_MARK, code, 0);
        g_ptr_array_add (entries, g_string_free (g_steal_pointer (&entry), FALSE));
    }
    g_ptr_array_add (entries, NULL);
    return (GStrv)g_ptr_array_free (g_steal_pointer (&entries), FALSE);
}

/* Returns: @label as a part of file names: other signs than letters and digits of ASCII, '_' and
 * '.' become '-'. Owned by the caller. */
static char *
make_stem (const char *label, const char *code)
{
    g_autoptr (GString) stem = g_string_new (NULL);

    for (const char *p = label; *p != '\0'; p++)
        g_string_append_c (
            stem, g_ascii_isalnum (*p) || *p == '_' || (*p == '.' && p > label) ? *p : '-');
    g_string_append_printf (stem, "-%s", code);
    return g_string_free (g_steal_pointer (&stem), FALSE);
}

/* The groups of a source give each key, the one of the contest first. */
#define VALUE(groups, key)                                                                         \
    ((groups)->special != NULL && (groups)->special->key != NULL ? (groups)->special->key          \
     : (groups)->common != NULL && (groups)->common->key != NULL ? (groups)->common->key           \
                                                                 : NULL)

/* Fills in @source from @groups; @entry is the group that messages name. */
static gboolean
read_source (const RecapPleno *self, const Groups *groups, const RecapMeetingEntry *entry,
             const char *code, PlenoSource *source, GError **error)
{
    const char *format = VALUE (groups, format);
    const char *numbers = VALUE (groups, angka);
    const char *candidates = VALUE (groups, kandidat);

    source->label = g_strdup (groups->label);
    source->stem = make_stem (groups->label, code);
    source->paths = split (VALUE (groups, berkas), code);
    source->candidates = candidates != NULL ? split (candidates, code) : NULL;
    source->profile = VALUE (groups, profil);
    source->sheet = VALUE (groups, lembar);
    source->format = RECAP_IMPORT_AUTO;
    source->numbers = RECAP_NUMBERS_PLAIN;
    if (source->paths[0] == NULL)
        return refuse (self, entry, error, _ ("the source '%s' has no files; give 'berkas'"),
                       groups->label);
    if (g_strv_contains ((const char *const *)source->paths, "-"))
        return refuse (self, entry, error, _ ("standard input cannot be a source of a meeting"));
    if (format != NULL && !recap_import_format_parse (format, &source->format))
        return refuse (self, entry, error, _ ("unknown format '%s'"), format);
    if (numbers != NULL && !recap_numbers_parse (numbers, &source->numbers))
        return refuse (self, entry, error, _ ("unknown number format '%s'"), numbers);
    return TRUE;
}

/* Cuts the name of a group into the label and, when it ends in the code of a contest, that contest.
 *
 * Returns: the label, owned by the caller. */
static char *
cut_name (const RecapPleno *self, const char *name, const RecapContest **ret_contest)
{
    const char *blank = strrchr (name, ' ');

    *ret_contest =
        blank != NULL ? recap_contests_find (self->input.contests, recap_text (blank + 1)) : NULL;
    return *ret_contest != NULL ? g_strchomp (g_strndup (name, (gsize)(blank - name)))
                                : g_strdup (name);
}

static Groups *
find_groups (GPtrArray *all, const char *label)
{
    for (guint i = 0; i < all->len; i++) {
        Groups *groups = g_ptr_array_index (all, i);
        if (strcmp (groups->label, label) == 0)
            return groups;
    }
    Groups *groups = g_new0 (Groups, 1);
    groups->label = g_strdup (label);
    g_ptr_array_add (all, groups);
    return groups;
}

/* Returns: the groups of each source of @contest in the order of the file, the authority first;
 * owned by the caller. */
static GPtrArray *
collect_groups (const RecapPleno *self, const PlenoContest *contest)
{
    GPtrArray *all = g_ptr_array_new_with_free_func (groups_free);
    const GPtrArray *sources = self->input.meeting->sumber;

    for (guint i = 0; i < sources->len; i++) {
        const RecapMeetingSource *source = g_ptr_array_index (sources, i);
        const RecapContest *of = NULL;
        g_autofree char *label = cut_name (self, source->nama, &of);
        if (of != NULL && of != contest->contest)
            continue;
        Groups *groups = find_groups (all, label);
        *(of != NULL ? &groups->special : &groups->common) = source;
    }
    for (guint i = 1; i < all->len; i++) {
        Groups *groups = g_ptr_array_index (all, i);
        if (strcmp (groups->label, AUTHORITY) == 0)
            g_ptr_array_insert (all, 0, g_ptr_array_steal_index (all, i));
    }
    return all;
}

static void
source_free (gpointer data)
{
    PlenoSource *self = data;
    g_free (self->label);
    g_free (self->stem);
    g_strfreev (self->paths);
    g_strfreev (self->candidates);
    g_free (self->table);
    g_free (self);
}

/* No two outputs may have one name: 'salinan:A' and 'salinan-A' would. */
static gboolean
check_stem (const RecapPleno *self, const PlenoContest *contest, const PlenoSource *source,
            const RecapMeetingEntry *entry, GError **error)
{
    gboolean taken = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (stems); i++) {
        g_autofree char *stem = make_stem (stems[i], contest->code);
        taken |= strcmp (stem, source->stem) == 0;
    }
    for (guint i = 0; i < contest->sources->len; i++) {
        const PlenoSource *other = g_ptr_array_index (contest->sources, i);
        g_autofree char *rejects = g_strdup_printf (PLENO_REJECTS "-%s", other->stem);
        g_autofree char *own = g_strdup_printf (PLENO_REJECTS "-%s", source->stem);
        taken |= strcmp (other->stem, source->stem) == 0 || strcmp (rejects, source->stem) == 0 ||
                 strcmp (other->stem, own) == 0;
    }
    return !taken || refuse (self, entry, error,
                             _ ("the source '%s' needs another name: an output is called '%s.csv' "
                                "already"),
                             source->label, source->stem);
}

static gboolean
plan_contest (RecapPleno *self, PlenoContest *contest, GError **error)
{
    g_autoptr (GPtrArray) all = collect_groups (self, contest);

    if (self->task->calon != NULL)
        contest->candidates = split (self->task->calon, contest->code);
    for (guint i = 0; i < all->len; i++) {
        const Groups *groups = g_ptr_array_index (all, i);
        const RecapMeetingEntry *entry =
            &(groups->special != NULL ? groups->special : groups->common)->entry;
        PlenoSource *source = g_new0 (PlenoSource, 1);
        gboolean ok = read_source (self, groups, entry, contest->code, source, error) &&
                      check_stem (self, contest, source, entry, error);
        g_ptr_array_add (contest->sources, source);
        if (!ok)
            return FALSE;
    }
    return all->len > 0 ||
           refuse (self, &self->task->entry, error,
                   _ ("the contest '%s' has no source; give [sumber plano]"), contest->code);
}

static void
contest_free (gpointer data)
{
    PlenoContest *self = data;
    g_ptr_array_unref (self->sources);
    g_strfreev (self->candidates);
    recap_candidates_free (self->lists);
    recap_input_files_free (self->inputs);
    recap_findings_free (self->imported);
    recap_findings_free (self->form);
    recap_findings_free (self->differences);
    recap_decisions_free (self->decisions);
    g_ptr_array_unref (self->refusals);
    recap_final_free (self->final);
    g_free (self->final_table);
    recap_table_free (self->totals);
    recap_tables_free (self->sum_tables);
    g_free (self);
}

static PlenoContest *
contest_new (const RecapContest *contest, guint group)
{
    PlenoContest *self = g_new0 (PlenoContest, 1);
    self->contest = contest;
    self->code = recap_contest_get_code (contest);
    self->group = group;
    self->sources = g_ptr_array_new_with_free_func (source_free);
    self->inputs = recap_input_files_new ();
    self->imported = recap_findings_new ();
    self->form = recap_findings_new ();
    self->differences = recap_findings_new ();
    self->decisions = recap_decisions_new ();
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    return self;
}

/* Fills in the contests, not yet their sources. */
static gboolean
plan_contests (RecapPleno *self, GError **error)
{
    g_auto (GStrv) codes = split (self->task->kontes, NULL);
    const RecapMeetingEntry *entry = &self->task->entry;

    self->contests = g_ptr_array_new_with_free_func (contest_free);
    for (guint i = 0; codes[i] != NULL; i++) {
        const RecapContest *contest =
            recap_contests_find (self->input.contests, recap_text (codes[i]));
        if (contest == NULL)
            return refuse (self, entry, error, _ ("unknown contest '%s'"), codes[i]);
        for (guint j = 0; j < i; j++)
            if (strcmp (codes[i], codes[j]) == 0)
                return refuse (self, entry, error, _ ("the contest '%s' is named twice"), codes[i]);
        g_ptr_array_add (self->contests, contest_new (contest, i));
    }
    return self->contests->len > 0 ||
           refuse (self, entry, error, _ ("no contest; give 'kontes' in [pleno]"));
}

/* Reads 'ya' or 'tidak'; not given is no. */
static gboolean
read_two_names (RecapPleno *self, GError **error)
{
    const char *word = self->task->dua_nama;

    self->two_names = g_strcmp0 (word, "ya") == 0;
    return word == NULL || self->two_names || strcmp (word, "tidak") == 0 ||
           refuse (self, &self->task->entry, error, _ ("'dua_nama' is 'ya' or 'tidak', not '%s'"),
                   word);
}

gboolean
recap_pleno_plan (RecapPleno *self, GError **error)
{
    self->task = &self->input.meeting->tugas;
    if (self->task->entry.line == 0)
        return refuse (self, NULL, error, _ ("the meeting file has no group [pleno]"));
    if (self->task->keluaran == NULL)
        return refuse (self, &self->task->entry, error,
                       _ ("no folder for the outputs; give 'keluaran' in [pleno]"));
    if (!plan_contests (self, error) || !read_two_names (self, error))
        return FALSE;
    self->decision_paths = split (self->task->keputusan, NULL);
    for (guint i = 0; i < self->contests->len; i++)
        if (!plan_contest (self, g_ptr_array_index (self->contests, i), error))
            return FALSE;
    return TRUE;
}
