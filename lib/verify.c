#include "config.h"

#include "verify.h"

#include "error.h"
#include "minutes-data.h"
#include "verify-part.h"

#define OTHER_FILE "Berkas yang diberikan bukan yang tercantum pada lampiran sumber."

/* One line a subject. */
static const struct {
    const char *word;
    RecapSeverity severity;
    const char *sentence;
} subjects[VERIFY_N_SUBJECTS] = {
    [VERIFY_FINGERPRINT] = { "sidik", RECAP_SEVERITY_ERROR,
                             "Sidik tabel ini tidak tercantum dalam dokumen." },
    [VERIFY_SHEET_MISSING] = { "lembar-hilang", RECAP_SEVERITY_ERROR,
                               "Lembar ini tidak ada dalam dokumen." },
    [VERIFY_SHEET_EXTRA] = { "lembar-tambahan", RECAP_SEVERITY_WARNING,
                             "Lembar ini bukan bagian berita acara." },
    [VERIFY_HIDDEN] = { "tersembunyi", RECAP_SEVERITY_ERROR, "Bagian ini disembunyikan." },
    [VERIFY_NUMBER] = { "angka", RECAP_SEVERITY_ERROR,
                        "Angka dalam dokumen bukan yang diberikan tabel." },
    [VERIFY_TEXT] = { "teks", RECAP_SEVERITY_ERROR, "Teks dalam dokumen bukan yang seharusnya." },
    [VERIFY_FORMULA] = { "rumus", RECAP_SEVERITY_ERROR,
                         "Rumus dalam sel ini bukan yang seharusnya." },
    [VERIFY_EXTRA] = { "tambahan", RECAP_SEVERITY_WARNING, "Sel ini seharusnya kosong." },
    [VERIFY_MASK] = { "format", RECAP_SEVERITY_ERROR,
                      "Format sel dapat menampilkan hal lain daripada isinya." },
    [VERIFY_FILLED] = { "isian", RECAP_SEVERITY_INFO, "Diisi setelah dokumen dibuat." },
    [VERIFY_ORIGIN] = { "asal", RECAP_SEVERITY_WARNING,
                        "Dibaca dari tempat lain daripada ketika dokumen dibuat." },
    [VERIFY_FILE] = { "berkas", RECAP_SEVERITY_INFO, OTHER_FILE },
    [VERIFY_FILE_ONLY] = { "berkas", RECAP_SEVERITY_WARNING, OTHER_FILE },
    [VERIFY_UNCHECKED] = { "tidak-diperiksa", RECAP_SEVERITY_WARNING,
                           "Lembar ini tidak diperiksa: bahannya tidak diberikan." },
    [VERIFY_UNSIGNED_ONLY] = { "sebagian", RECAP_SEVERITY_WARNING,
                               "Tempat tanda tangan pada lembar ini tidak diperiksa: bahannya "
                               "tidak diberikan." },
    [VERIFY_NUMBERS_ONLY] = { "sebagian", RECAP_SEVERITY_WARNING,
                              "Hanya angka lembar ini diperiksa: bahan lain tidak diberikan." },
    [VERIFY_MORE] = { "selebihnya", RECAP_SEVERITY_ERROR,
                      "Sebanyak ini perbedaan lain pada lembar ini tidak dirinci." },
};

/* Nothing is known to differ there. The annex of the workbook says what it was made from, so that
 * anybody could have chosen what is left out: it is told as loudly as what differs. */
static gboolean
is_unchecked (VerifySubject subject)
{
    return subject == VERIFY_UNCHECKED || subject == VERIFY_UNSIGNED_ONLY ||
           subject == VERIFY_NUMBERS_ONLY;
}

void
verify_say (VerifyAnswer *self, VerifySubject subject, const char *sheet, const char *place,
            RecapText found, RecapText expected)
{
    RecapSeverity severity = subjects[subject].severity;
    /* One line each, and nothing that a terminal would obey. */
    g_autofree char *has = recap_text_escape (found.bytes, found.size);
    g_autofree char *name = recap_text_escape (sheet, strlen (sheet));
    g_autofree char *should = recap_text_escape (expected.bytes, expected.size);

    recap_csv_writer_string (self->csv, name);
    recap_csv_writer_string (self->csv, place);
    recap_csv_writer_string (self->csv, recap_severity_name (severity));
    recap_csv_writer_string (self->csv, subjects[subject].word);
    recap_csv_writer_string (self->csv, has);
    recap_csv_writer_string (self->csv, should);
    recap_csv_writer_string (self->csv, subjects[subject].sentence);
    recap_csv_writer_end (self->csv);
    if (subject == VERIFY_FILLED)
        self->summary.n_filled++;
    if (is_unchecked (subject))
        self->summary.n_unchecked++;
    else if (severity != RECAP_SEVERITY_INFO)
        self->summary.n_differences++;
}

/* The workbook, and what it is compared with. */
typedef struct {
    const RecapMinutesInput *input;
    const RecapBook *book;
    const char *fingerprint; /* of the table */
    RecapSheetReader *reader;
    gboolean has_formulas;
    gboolean named[RECAP_INPUT_N_ROLES]; /* in the annex of the workbook */
    GHashTable *listed;                  /* 'role TAB sha256' of the annex; a set */
    guint n_fingerprints;                /* found in the workbook */
    guint n_wrong;                       /* of them are others */
    char wrong[RECAP_FINGERPRINT_SIZE];  /* the one that was told last: every page has it */
    const char *name;                    /* of that sheet */
    VerifySheet *sheet;                  /* NULL: not compared */
    VerifyAnswer answer;
} Verify;

/* --- what sheets depend on --- */

enum { ALL_ROLES = (1 << RECAP_INPUT_N_ROLES) - 1 };

/* What the sheets with the numbers of a part or of the whole are made from besides the table; they
 * bear the names of regions. */
static const guint TABLE_ROLES =
    1 << RECAP_INPUT_MEETING | 1 << RECAP_INPUT_RULES | 1 << RECAP_INPUT_CANDIDATES;

/* Which papers a sheet is made from besides the table. */
static guint
roles_of (const char *name)
{
    static const guint meeting = 1 << RECAP_INPUT_MEETING | 1 << RECAP_INPUT_CANDIDATES;
    static const guint decisions = 1 << RECAP_INPUT_DECISIONS | 1 << RECAP_INPUT_CANDIDATES;
    /* What is open depends on the rules, where it goes on whether the meeting has ended. */
    static const guint findings =
        decisions | 1 << RECAP_INPUT_FINDINGS | 1 << RECAP_INPUT_MEETING | 1 << RECAP_INPUT_RULES;
    static const guint roles[MINUTES_N_SHEETS] = {
        [MINUTES_COVER] = meeting,     [MINUTES_OVERVIEW] = findings,
        [MINUTES_FINDINGS] = findings, [MINUTES_DECISIONS] = decisions,
        [MINUTES_INCIDENTS] = meeting, [MINUTES_ATTENDANCE] = meeting,
        [MINUTES_RECEIPT] = meeting,   [MINUTES_SIGNATURES] = meeting,
    };
    for (guint i = 0; i < MINUTES_N_SHEETS; i++)
        if (g_strcmp0 (name, minutes_sheet_name (i)) == 0)
            return roles[i] != 0 ? roles[i] : ALL_ROLES;
    return TABLE_ROLES;
}

static gboolean
is_given (const Verify *self, RecapInputRole role)
{
    const RecapInputFiles *inputs = self->input->inputs;
    for (guint i = 0; inputs != NULL && i < recap_input_files_get_n (inputs); i++)
        if (recap_input_files_get (inputs, i)->role == role)
            return TRUE;
    return FALSE;
}

/* Finds out how much of the sheet can be compared; *@ret_missing: what the workbook was made from
 * and nobody gave, owned by the caller. */
static VerifyExtent
find_extent (const Verify *self, const char *name, char **ret_missing)
{
    guint roles = roles_of (name);
    guint lost = 0;
    g_autoptr (GString) missing = g_string_new (NULL);

    for (RecapInputRole role = RECAP_INPUT_FINDINGS; role < RECAP_INPUT_ORIGINAL; role++) {
        if ((roles & 1U << role) == 0 || !self->named[role] || is_given (self, role))
            continue;
        lost |= 1U << role;
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "",
                                recap_input_role_name (role));
    }
    *ret_missing = g_string_free (g_steal_pointer (&missing), FALSE);
    if (lost == 0)
        return VERIFY_ALL;
    if (roles != TABLE_ROLES)
        return VERIFY_NOTHING;
    return lost == 1U << RECAP_INPUT_MEETING ? VERIFY_UNSIGNED : VERIFY_NUMBERS;
}

/* Says that the sheet is not compared in full. */
static void
say_extent (Verify *self, const char *name, VerifyExtent extent, const char *missing)
{
    static const VerifySubject said[] = {
        [VERIFY_UNSIGNED] = VERIFY_UNSIGNED_ONLY,
        [VERIFY_NUMBERS] = VERIFY_NUMBERS_ONLY,
        [VERIFY_NOTHING] = VERIFY_UNCHECKED,
    };
    verify_say (&self->answer, said[extent], name, "", RECAP_TEXT_EMPTY, recap_text (missing));
}

/* --- fingerprints --- */

static void
see_fingerprint (Verify *self, RecapText text)
{
    char found[RECAP_FINGERPRINT_SIZE];

    if (!recap_fingerprint_find (text, found))
        return;
    self->n_fingerprints++;
    if (strcmp (found, self->fingerprint) == 0)
        return;
    self->n_wrong++;
    if (strcmp (found, self->wrong) == 0)
        return;
    g_strlcpy (self->wrong, found, sizeof self->wrong);
    verify_say (&self->answer, VERIFY_FINGERPRINT, self->name, "", recap_text (found),
                recap_text (self->fingerprint));
}

/* --- sheets --- */

static void
see (RecapSight sight, guint64 line, guint column, RecapText text, gpointer data)
{
    Verify *self = data;

    if (sight == RECAP_SIGHT_FOOTER)
        see_fingerprint (self, text);
    else if (self->sheet != NULL)
        verify_sheet_see (self->sheet, sight, line, column, text);
}

static void
take_record (Verify *self, const RecapRecord *record)
{
    static const char label[] = "SIDIK TABEL AKHIR";

    for (guint i = 0; i < record->n_fields; i++) {
        RecapText field = record->fields[i];
        if (field.size >= strlen (label) && memcmp (field.bytes, label, strlen (label)) == 0)
            see_fingerprint (self, field);
        if (self->sheet != NULL)
            verify_sheet_take (self->sheet, record->line, i + 1, field);
    }
}

/* Reads sheet @index of the workbook. */
static gboolean
read_sheet (Verify *self, guint index, GError **error)
{
    const RecapRecords *records = recap_sheet_reader_open (self->reader, index, error);
    RecapRecord record;
    gboolean end = FALSE;

    if (records == NULL)
        return FALSE;
    self->name = recap_sheet_reader_get_name (self->reader, index);
    while (records->next (records->self, &record, &end, error)) {
        if (end)
            return TRUE;
        take_record (self, &record);
    }
    return FALSE;
}

/* Returns: the index of the sheet @name in the workbook, -1 when it has none. */
static int
find_sheet (const Verify *self, const char *name)
{
    for (guint i = 0; i < recap_sheet_reader_get_n (self->reader); i++)
        if (strcmp (recap_sheet_reader_get_name (self->reader, i), name) == 0)
            return (int)i;
    return -1;
}

static gboolean
compare_sheet (Verify *self, const RecapSheet *sheet, GError **error)
{
    g_autofree char *missing = NULL;
    gboolean is_annex = strcmp (sheet->name, minutes_sheet_name (MINUTES_SOURCES)) == 0;
    VerifyExtent extent = is_annex ? VERIFY_NOTHING : find_extent (self, sheet->name, &missing);
    int index = find_sheet (self, sheet->name);

    if (index < 0) {
        verify_say (&self->answer, VERIFY_SHEET_MISSING, sheet->name, "", RECAP_TEXT_EMPTY,
                    RECAP_TEXT_EMPTY);
        return TRUE;
    }
    if (recap_sheet_reader_is_hidden (self->reader, (guint)index))
        verify_say (&self->answer, VERIFY_HIDDEN, sheet->name, "", RECAP_TEXT_EMPTY,
                    RECAP_TEXT_EMPTY);
    if (extent != VERIFY_ALL && !is_annex)
        say_extent (self, sheet->name, extent, missing);
    g_autoptr (VerifySheet) compared =
        extent != VERIFY_NOTHING ? verify_sheet_new (sheet, extent) : NULL;
    self->sheet = compared;
    gboolean ok = read_sheet (self, (guint)index, error);
    self->sheet = NULL;
    if (ok && compared != NULL) {
        verify_sheet_finish (compared, self->has_formulas, &self->answer);
        self->answer.summary.n_sheets++;
    }
    return ok;
}

/* Sheets that are not of the minutes, a second one of the same name, and what has no cells to be
 * compared: a sheet that is a chart. */
static void
find_extra_sheets (Verify *self)
{
    const char *const *others = recap_sheet_reader_get_others (self->reader);

    for (guint i = 0; i < recap_sheet_reader_get_n (self->reader); i++) {
        const char *name = recap_sheet_reader_get_name (self->reader, i);
        gboolean known = FALSE;
        for (guint k = 0; k < self->book->sheets->len; k++)
            known = known || strcmp (recap_book_get (self->book, k)->name, name) == 0;
        if (!known || find_sheet (self, name) != (int)i)
            verify_say (&self->answer, VERIFY_SHEET_EXTRA, name, "", RECAP_TEXT_EMPTY,
                        RECAP_TEXT_EMPTY);
    }
    for (; *others != NULL; others++)
        verify_say (&self->answer, VERIFY_SHEET_EXTRA, *others, "", RECAP_TEXT_EMPTY,
                    RECAP_TEXT_EMPTY);
}

/* --- the annex of sources --- */

static char *
listed_key (RecapText role, RecapText sha256)
{
    char *key =
        g_strdup_printf ("%.*s\t%.*s", (int)role.size, role.bytes, (int)sha256.size, sha256.bytes);
    return g_strdelimit (key, "\n", ' ');
}

static void
take_listed (Verify *self, RecapText role, RecapText sha256)
{
    enum { LISTED_MAX = 100000 };

    for (RecapInputRole i = 0; i < RECAP_INPUT_N_ROLES; i++)
        if (recap_text_equal_string (role, recap_input_role_name (i)))
            self->named[i] = TRUE;
    if (sha256.size + 1 == RECAP_FINGERPRINT_SIZE &&
        g_hash_table_size (self->listed) < LISTED_MAX && role.size < RECAP_FINGERPRINT_SIZE)
        g_hash_table_add (self->listed, listed_key (role, sha256));
}

/* Reads what the workbook says it was made from. */
static gboolean
read_annex (Verify *self, GError **error)
{
    enum { COLUMN_ROLE = 1, COLUMN_SHA256 = 3 };
    int index = find_sheet (self, minutes_sheet_name (MINUTES_SOURCES));
    RecapRecord record;
    gboolean end = FALSE;

    if (index < 0)
        return TRUE;
    const RecapRecords *records = recap_sheet_reader_open (self->reader, (guint)index, error);
    while (records != NULL && records->next (records->self, &record, &end, error)) {
        if (end)
            return TRUE;
        if (record.n_fields > COLUMN_SHA256)
            take_listed (self, record.fields[COLUMN_ROLE], record.fields[COLUMN_SHA256]);
    }
    return FALSE;
}

/* Says which of the files that were given are not those of the workbook. What a file says may stand
 * in another one as well, and is compared where it is printed; of what is only listed there is
 * nothing but the SHA-256. */
static void
compare_files (Verify *self)
{
    const RecapInputFiles *inputs = self->input->inputs;

    for (guint i = 0; inputs != NULL && i < recap_input_files_get_n (inputs); i++) {
        const RecapInputFile *file = recap_input_files_get (inputs, i);
        const char *role = recap_input_role_name (file->role);
        g_autofree char *key = listed_key (recap_text (role), recap_text (file->sha256));
        g_autofree char *name = g_filename_display_name (file->path);
        gboolean is_printed = file->role < RECAP_INPUT_REGISTER;
        if (*file->sha256 != '\0' && !g_hash_table_contains (self->listed, key))
            verify_say (&self->answer, is_printed ? VERIFY_FILE : VERIFY_FILE_ONLY,
                        minutes_sheet_name (MINUTES_SOURCES), "", recap_text (role),
                        recap_text (name));
    }
}

/* --- all --- */

static gboolean
run (Verify *self, GError **error)
{
    static const char *const columns[] = { "lembar",   "sel",        "tingkat",   "hal",
                                           "tertulis", "seharusnya", "keterangan" };
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (self->answer.csv, columns[i]);
    recap_csv_writer_end (self->answer.csv);

    if (!read_annex (self, error))
        return FALSE;
    recap_sheet_reader_watch (self->reader, see, self);
    for (guint i = 0; i < self->book->sheets->len; i++)
        if (!compare_sheet (self, recap_book_get (self->book, i), error))
            return FALSE;
    find_extra_sheets (self);
    compare_files (self);
    self->answer.summary.is_fingerprint = self->n_fingerprints > 0 && self->n_wrong == 0;
    if (self->n_fingerprints == 0)
        verify_say (&self->answer, VERIFY_FINGERPRINT, "", "", RECAP_TEXT_EMPTY,
                    recap_text (self->fingerprint));
    return TRUE;
}

gboolean
recap_verify_run (const RecapMinutesInput *input, const char *path, RecapSpool *spool,
                  RecapVerifySummary *ret_summary, GError **error)
{
    g_return_val_if_fail (input != NULL && path != NULL && spool != NULL && ret_summary != NULL,
                          FALSE);

    RecapMinutesSummary minutes = { 0 };
    g_autoptr (RecapBook) book = recap_minutes_compose (input, &minutes, error);
    g_autoptr (RecapSource) source = book != NULL ? recap_source_open (path, error) : NULL;
    g_autoptr (RecapPackage) package =
        source != NULL ? recap_package_new_for_source (path, source) : NULL;
    g_autoptr (RecapSheetReader) reader =
        package != NULL ? recap_sheet_reader_new (package, error) : NULL;
    if (reader == NULL)
        return FALSE;
    g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    Verify self = {
        .input = input,
        .book = book,
        .fingerprint = minutes.fingerprint,
        .reader = reader,
        .has_formulas = strcmp (recap_sheet_reader_get_format (reader), "xlsx") == 0,
        .listed = listed,
        .answer = { .csv = csv },
    };
    if (!run (&self, error))
        return FALSE;
    *ret_summary = self.answer.summary;
    return TRUE;
}
