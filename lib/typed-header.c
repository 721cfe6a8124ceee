#include "config.h"

#include "typed-header.h"

#include <glib/gi18n-lib.h>

#include "error.h"

enum {
    RECORDS_TRIED = 20, /* titles stand above the header, but not more than these */
    HEIGHT_MAX = 3,     /* of a header, in records */
    HEADING_MAX = 256,  /* bytes of a cell; what is longer is no heading */
};

/* Words that key columns go by, besides their own names; letters and digits only. */
static const struct {
    const char *heading;
    RecapKey key;
} key_headings[] = {
    { "kodetps", RECAP_KEY_KODE },
    { "idtps", RECAP_KEY_KODE },
    { "kodewilayah", RECAP_KEY_KODE },
    { "prov", RECAP_KEY_PROVINSI },
    { "namaprovinsi", RECAP_KEY_PROVINSI },
    { "kab", RECAP_KEY_KABKO },
    { "kabupaten", RECAP_KEY_KABKO },
    { "kabupatenkota", RECAP_KEY_KABKO },
    { "kabkota", RECAP_KEY_KABKO },
    { "kota", RECAP_KEY_KABKO },
    { "kec", RECAP_KEY_KECAMATAN },
    { "distrik", RECAP_KEY_KECAMATAN },
    { "namakecamatan", RECAP_KEY_KECAMATAN },
    { "kel", RECAP_KEY_DESA },
    { "kelurahan", RECAP_KEY_DESA },
    { "desakelurahan", RECAP_KEY_DESA },
    { "kelurahandesa", RECAP_KEY_DESA },
    { "keldesa", RECAP_KEY_DESA },
    { "desakel", RECAP_KEY_DESA },
    { "namadesa", RECAP_KEY_DESA },
    { "notps", RECAP_KEY_TPS },
    { "nomortps", RECAP_KEY_TPS },
    { "ts", RECAP_KEY_WAKTU },
    { "timestamp", RECAP_KEY_WAKTU },
};

static void
clear_column (gpointer column)
{
    g_free (((RecapTypedColumn *)column)->heading);
}

void
recap_typed_header_clear (RecapTypedHeader *self)
{
    g_clear_pointer (&self->columns, g_array_unref);
}

/* --- one heading --- */

/* Leaves the letters and digits of @heading, in lower case. */
static char *
simplify (RecapText heading)
{
    GString *out = g_string_sized_new (heading.size);
    for (gsize i = 0; i < heading.size; i++)
        if (g_ascii_isalnum (heading.bytes[i]) || (guchar)heading.bytes[i] >= 0x80)
            g_string_append_c (out, g_ascii_tolower (heading.bytes[i]));
    return g_string_free (out, FALSE);
}

static int
find_key_name (const char *name)
{
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        if (strcmp (name, recap_key_name (key)) == 0)
            return (int)key;
    return RECAP_TYPED_IGNORED;
}

static int
find_key (RecapText heading)
{
    g_autofree char *simple = simplify (heading);
    int key = find_key_name (simple);

    for (guint i = 0; i < G_N_ELEMENTS (key_headings) && key == RECAP_TYPED_IGNORED; i++)
        if (strcmp (simple, key_headings[i].heading) == 0)
            key = (int)key_headings[i].key;
    return key;
}

/* Leaves out @word at the end of a heading, with what sets it apart. */
static gboolean
cut_end (RecapText *heading, const char *word)
{
    static const char between[] = " (_-\r\n\t";
    RecapText text = *heading;
    gsize size = strlen (word);

    while (text.size > 0 && (text.bytes[text.size - 1] == ')' || text.bytes[text.size - 1] == ' '))
        text.size--;
    if (text.size <= size || g_ascii_strncasecmp (text.bytes + text.size - size, word, size) != 0)
        return FALSE;
    text.size -= size;
    while (text.size > 0 && strchr (between, text.bytes[text.size - 1]) != NULL)
        text.size--;
    *heading = text;
    return text.size > 0;
}

/* 'Suara sah (terbilang)' and 'Suara sah dengan huruf' are the field 'Suara sah' in words, 'Suara
 * sah dengan angka' is the field itself. */
static gboolean
cut_words (RecapText *heading, gboolean *ret_words)
{
    static const struct {
        const char *word;
        gboolean words;
    } ends[] = { { "terbilang", TRUE }, { "huruf", TRUE }, { "angka", FALSE } };

    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (cut_end (heading, ends[i].word)) {
            cut_end (heading, "dengan");
            *ret_words = ends[i].words;
            return TRUE;
        }
    return FALSE;
}

static const RecapField *
find_field (const RecapContest *contest, RecapText heading)
{
    const RecapField *field = recap_contest_find (contest, heading);
    return field != NULL ? field : recap_contest_find_heading (contest, heading);
}

/* The name of a field goes before everything, the word for a key before a label. */
static RecapTypedColumn
identify (const RecapContest *contest, RecapText heading)
{
    heading = recap_text_trim (recap_csv_unguard (heading));
    RecapTypedColumn column = { RECAP_TYPED_IGNORED,
                                RECAP_TYPED_IGNORED,
                                FALSE,
                                FALSE,
                                FALSE,
                                g_strndup (heading.bytes, heading.size) };
    const RecapField *field = recap_contest_find (contest, heading);

    if (field == NULL && heading.size > 0) {
        column.key = find_key (heading);
        if (column.key == RECAP_TYPED_IGNORED)
            field = find_field (contest, heading);
        if (column.key == RECAP_TYPED_IGNORED && field == NULL) {
            gboolean cut = cut_words (&heading, &column.words);
            field = cut ? find_field (contest, heading) : NULL;
            column.words = column.words && field != NULL;
        }
    }
    if (field != NULL)
        column.field = (int)field->index;
    return column;
}

guint
recap_typed_header_score (const RecapRecord *record, gpointer contest)
{
    guint n = 0;
    for (guint i = 0; i < record->n_fields; i++) {
        RecapTypedColumn column = identify (contest, record->fields[i]);
        n += column.key != RECAP_TYPED_IGNORED || column.field != RECAP_TYPED_IGNORED;
        clear_column (&column);
    }
    return n;
}

/* --- the first records --- */

/* The cells of a record, as far as they can be headings; GString each. */
typedef GPtrArray Line;

static void
string_free (gpointer string)
{
    g_string_free (string, TRUE);
}

static Line *
copy_line (const RecapRecord *record)
{
    Line *line = g_ptr_array_new_full (record->n_fields, string_free);
    for (guint i = 0; i < record->n_fields; i++) {
        RecapText text = recap_text_trim (recap_csv_unguard (record->fields[i]));
        text.size = text.size <= HEADING_MAX ? text.size : 0;
        g_ptr_array_add (line, g_string_new_len (text.bytes, (gssize)text.size));
    }
    return line;
}

/* What cannot be read is met again when the records are taken. */
static gboolean
read_lines (const RecapRecords *records, GPtrArray *lines, GError **error)
{
    if (!records->rewind (records->self, error))
        return FALSE;
    while (lines->len < RECORDS_TRIED) {
        RecapRecord record;
        gboolean end = FALSE;
        if (!records->next (records->self, &record, &end, NULL) || end)
            break;
        g_ptr_array_add (lines, copy_line (&record));
    }
    return TRUE;
}

static const GString *
cell_of (const Line *line, guint column)
{
    static const GString nothing = { (char *)"", 0, 0 };
    return column < line->len ? line->pdata[column] : &nothing;
}

/* A cell above several columns stands in the first of them. */
static const GString *
cell_above (const Line *line, guint column)
{
    while (column > 0 && cell_of (line, column)->len == 0)
        column--;
    return cell_of (line, column);
}

/* Puts @height lines from @first together: 'PEMILIH DPT' above 'L' is 'PEMILIH DPT L'. */
static Line *
join_lines (const GPtrArray *lines, guint first, guint height)
{
    const Line *last = lines->pdata[first + height - 1];
    Line *joined = g_ptr_array_new_full (last->len, string_free);

    for (guint i = 0; i < last->len; i++) {
        GString *text = g_string_new (NULL);
        for (guint j = first; j < first + height; j++) {
            const Line *line = lines->pdata[j];
            const GString *cell = line != last && cell_of (last, i)->len > 0 ? cell_above (line, i)
                                                                             : cell_of (line, i);
            if (cell->len > 0)
                g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", cell->str);
        }
        g_ptr_array_add (joined, text);
    }
    return joined;
}

static RecapText *
texts_of (const Line *line)
{
    RecapText *texts = g_new (RecapText, MAX (line->len, 1));
    for (guint i = 0; i < line->len; i++) {
        const GString *cell = line->pdata[i];
        texts[i] = (RecapText){ cell->str, cell->len };
    }
    return texts;
}

/* --- choosing --- */

typedef struct {
    const RecapContest *contest;
    const RecapRecords *records;
    const RecapTypedOptions *options;
    GPtrArray *lines; /* of Line */
} Search;

static guint
score_lines (const Search *self, guint first, guint height)
{
    g_autoptr (GPtrArray) joined = join_lines (self->lines, first, height);
    g_autofree RecapText *texts = texts_of (joined);
    RecapRecord record = { .n_fields = joined->len, .fields = texts };
    return recap_typed_header_score (&record, (gpointer)self->contest);
}

/* The fewest lines that name the most columns; the first when none names any. */
static void
find_by_names (const Search *self, RecapTypedHeader *header)
{
    guint best = 0, most = 0;

    for (guint i = 0; i < self->lines->len; i++)
        most = MAX (most, ((const Line *)self->lines->pdata[i])->len);
    header->height = MIN (self->lines->len, 1);
    /* Lines that name every column there is cannot be bettered. */
    for (guint height = 1; height <= HEIGHT_MAX && best < most; height++)
        for (guint first = 0; first + height <= self->lines->len && best < most; first++) {
            guint n = score_lines (self, first, height);
            if (n > best) {
                best = n;
                header->first = first;
                header->height = height;
            }
        }
}

static gboolean
fits (const Search *self, const RecapProfile *profile, guint first, gboolean *ret_fits,
      GError **error)
{
    const Line *line = self->lines->pdata[first];
    g_autofree RecapText *texts = texts_of (line);
    return recap_profile_fits (profile, self->records->name, texts, line->len, ret_fits, error);
}

/* Finds the line that fits @profile. *@ret_first is the number of lines when none does. */
static gboolean
find_line (const Search *self, const RecapProfile *profile, guint *ret_first, GError **error)
{
    gboolean found = FALSE;
    guint i = 0;

    for (; i < self->lines->len && !found; i++)
        if (!fits (self, profile, i, &found, error))
            return FALSE;
    *ret_first = found ? i - 1 : self->lines->len;
    return TRUE;
}

static gboolean
refuse_profile (const Search *self, GError **error)
{
    const RecapProfile *profile = self->options->profile;
    const Line *line = self->lines->pdata[0];
    g_autofree RecapText *texts = texts_of (line);
    g_autofree char *missing = recap_profile_find_missing (profile, texts, line->len);
    RecapOrigin origin = { self->records->name, 0, 0 };

    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table has not the profile '%s'"),
                     recap_profile_get_name (profile));
    if (missing != NULL)
        recap_error_set_hint (error, _ ("there is no column '%s'"), missing);
    return FALSE;
}

static gboolean
use_profile (const Search *self, RecapTypedHeader *header, GError **error)
{
    guint first;

    if (!find_line (self, self->options->profile, &first, error))
        return FALSE;
    if (first == self->lines->len)
        return self->lines->len == 0 || refuse_profile (self, error);
    header->first = first;
    header->height = 1;
    header->profile = self->options->profile;
    return TRUE;
}

/* What a profile says about the sheets that it is for. One of columns of TPS is for no table. */
static gboolean
is_for_sheet (const Search *self, const RecapProfile *profile, gboolean *ret_is, GError **error)
{
    const char *sheet = self->options->sheet;

    *ret_is = recap_profile_get_layout (profile) <= RECAP_LAYOUT_ROWS;
    return !*ret_is || sheet == NULL || recap_profile_wants_sheet (profile, sheet, ret_is, error);
}

/* Two profiles that fit are none: nobody but the user could choose. */
static gboolean
find_profile (const Search *self, RecapTypedHeader *header, GError **error)
{
    const RecapProfiles *all = self->options->profiles;
    guint n_found = 0;

    for (guint i = 0; all != NULL && i < recap_profiles_get_n (all); i++) {
        const RecapProfile *profile = recap_profiles_get (all, i);
        guint first;
        gboolean for_sheet = FALSE;
        if (!is_for_sheet (self, profile, &for_sheet, error))
            return FALSE;
        if (!for_sheet || !recap_profile_is_for (profile, recap_contest_get_code (self->contest)))
            continue;
        if (!find_line (self, profile, &first, error))
            return FALSE;
        if (first == self->lines->len)
            continue;
        n_found++;
        header->profile = profile;
        header->first = first;
        header->height = 1;
    }
    if (n_found == 1)
        return TRUE;
    header->profile = NULL;
    find_by_names (self, header);
    return TRUE;
}

/* --- the columns --- */

static gboolean
refuse_target (const Search *self, const RecapProfile *profile, const char *target, GError **error)
{
    RecapOrigin origin = { self->records->name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                     _ ("profile '%s' speaks of '%s', which contest '%s' does not have"),
                     recap_profile_get_name (profile), target,
                     recap_contest_get_code (self->contest));
    return FALSE;
}

/* What the profile does not know may still bear a name of recap. */
static gboolean
make_column (const Search *self, const RecapProfile *profile, RecapText heading,
             RecapTypedColumn *column, GError **error)
{
    const char *target = NULL;

    *column = identify (self->contest, heading);
    if (profile == NULL)
        return TRUE;
    if (!recap_profile_find_column (profile, heading, self->options->source, &target, error))
        return FALSE;
    if (target == NULL)
        return TRUE;
    const RecapField *field = recap_contest_find (self->contest, recap_text (target));
    column->words = FALSE;
    column->decides = recap_profile_decides (profile, column->heading);
    column->known = target[0] == '\0';
    column->key = find_key_name (target);
    column->field = field != NULL ? (int)field->index : RECAP_TYPED_IGNORED;
    if (!column->known && field == NULL && column->key == RECAP_TYPED_IGNORED)
        return refuse_target (self, profile, target, error);
    return TRUE;
}

/* The field of contestant @number, where a contestant has one box; -1: there is none. */
static int
find_contestant (const RecapContest *contest, guint number)
{
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (contest, &n);
    int found = -1;

    for (guint i = 0; i < n; i++) {
        if (fields[i].role == RECAP_ROLE_PARTY)
            return -1; /* votes of the party alone, or with its candidates? */
        if (fields[i].role == RECAP_ROLE_VOTES && fields[i].contestant == number)
            found = (int)i;
    }
    return found;
}

/* Whether column @index of @columns is headed by @number and nothing else, as in '1' and '01'. */
static gboolean
is_number_column (const GArray *columns, guint index, guint number)
{
    const RecapTypedColumn *column = &g_array_index (columns, RecapTypedColumn, index);
    g_autofree char *plain = g_strdup_printf ("%u", number);
    g_autofree char *padded = g_strdup_printf ("%02u", number);

    return column->key == RECAP_TYPED_IGNORED && column->field == RECAP_TYPED_IGNORED &&
           !column->known &&
           (strcmp (column->heading, plain) == 0 || strcmp (column->heading, padded) == 0);
}

/* Columns side by side that are headed 1, 2, 3 ... are those of the contestants, where other
 * headings say that this is a table of votes. */
static void
take_ballot_numbers (const Search *self, GArray *columns)
{
    guint first = 0;
    guint n = 0;
    gboolean others = FALSE;

    for (guint i = 0; i < columns->len; i++) {
        const RecapTypedColumn *column = &g_array_index (columns, RecapTypedColumn, i);
        int field = column->field;
        others = others || column->key != RECAP_TYPED_IGNORED || field != RECAP_TYPED_IGNORED;
        if (field != RECAP_TYPED_IGNORED &&
            recap_contest_get_fields (self->contest, NULL)[field].role == RECAP_ROLE_VOTES)
            return; /* the contestants have other headings */
    }
    while (first < columns->len && !is_number_column (columns, first, 1))
        first++;
    while (first + n < columns->len && is_number_column (columns, first + n, n + 1) &&
           find_contestant (self->contest, n + 1) >= 0)
        n++;
    for (guint i = 0; others && n > 1 && i < n; i++)
        g_array_index (columns, RecapTypedColumn, first + i).field =
            find_contestant (self->contest, i + 1);
}

static gboolean
make_columns (const Search *self, RecapTypedHeader *header, GError **error)
{
    if (header->height == 0)
        return TRUE;
    g_autoptr (GPtrArray) joined = join_lines (self->lines, header->first, header->height);
    g_autofree RecapText *texts = texts_of (joined);

    for (guint i = 0; i < joined->len; i++) {
        RecapTypedColumn column = { 0 };
        gboolean ok = make_column (self, header->profile, texts[i], &column, error);
        g_array_append_val (header->columns, column);
        if (!ok)
            return FALSE;
    }
    if (header->profile == NULL)
        take_ballot_numbers (self, header->columns);
    return TRUE;
}

/* Where several sources stand side by side one must be chosen. */
static gboolean
check_source (const Search *self, const RecapProfile *profile, GError **error)
{
    const char *const *sources =
        profile != NULL ? recap_profile_get_sources (profile) : (const char *const[]){ NULL };
    const char *wanted = self->options->source;

    if (sources[0] == NULL || (wanted != NULL && g_strv_contains (sources, wanted)))
        return TRUE;
    RecapOrigin origin = { self->records->name, 0, 0 };
    g_autofree char *names = g_strjoinv (", ", (GStrv)sources);
    if (wanted == NULL)
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("several sources stand side by side in the table"));
    else
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the table has no source '%s'"),
                         wanted);
    recap_error_set_hint (error, _ ("choose one with -s: %s"), names);
    return FALSE;
}

gboolean
recap_typed_header_find (const RecapContest *contest, const RecapRecords *records,
                         const RecapTypedOptions *options, RecapTypedHeader *ret_header,
                         GError **error)
{
    g_autoptr (GPtrArray) lines =
        g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
    RecapTypedHeader header = { 0 };
    Search search = { contest, records, options, lines };

    header.columns = g_array_new (FALSE, FALSE, sizeof (RecapTypedColumn));
    g_array_set_clear_func (header.columns, clear_column);
    gboolean ok = read_lines (records, lines, error) &&
                  (options->profile != NULL ? use_profile (&search, &header, error)
                                            : find_profile (&search, &header, error)) &&
                  check_source (&search, header.profile, error) &&
                  make_columns (&search, &header, error);
    if (ok)
        *ret_header = header;
    else
        recap_typed_header_clear (&header);
    return ok;
}
