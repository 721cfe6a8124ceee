#include "config.h"

#include "minutes-sources.h"

#include <inttypes.h>

#include "minutes-list.h"

enum {
    SOURCE_NUMBER,
    SOURCE_ROLE,
    SOURCE_FILE,
    SOURCE_SHA256,
    SOURCE_SIZE,
    SOURCE_RECORDS,
    SOURCE_REMARK,
    N_SOURCE_COLUMNS,
};

static const MinutesColumn source_columns[N_SOURCE_COLUMNS] = {
    [SOURCE_NUMBER] = { "NO", 50, RECAP_STYLE_CENTRED },
    [SOURCE_ROLE] = { "PERAN", 140, RECAP_STYLE_CELL },
    [SOURCE_FILE] = { "BERKAS", 420, RECAP_STYLE_CELL },
    [SOURCE_SHA256] = { "SHA-256", 460, RECAP_STYLE_CENTRED },
    [SOURCE_SIZE] = { "UKURAN\n(BYTE)", 130, RECAP_STYLE_NUMBER },
    [SOURCE_RECORDS] = { "JUMLAH\nCATATAN", 110, RECAP_STYLE_NUMBER },
    [SOURCE_REMARK] = { "KETERANGAN", 390, RECAP_STYLE_CELL },
};

/* What forms name as their origin and nobody gave. */
typedef struct {
    char *name;
    guint64 n_forms;
    gboolean is_folder; /* of documents of one form each */
} Origin;

/* How many of the forms come from where. */
typedef struct {
    const RecapInputFiles *inputs; /* or NULL */
    guint64 *counts;               /* forms of each of them */
    GHashTable *others;            /* name -> Origin */
    guint64 n_silent;              /* forms without asal */
} Origins;

static void
origin_free (gpointer data)
{
    Origin *self = data;
    g_free (self->name);
    g_free (self);
}

static RecapText
without_here (RecapText path)
{
    return path.size > 2 && memcmp (path.bytes, "./", 2) == 0
               ? (RecapText){ path.bytes + 2, path.size - 2 }
               : path;
}

/* Whether @asal names @path or a place in it: 'path:7', 'path!sheet!B3', 'path/1.json'. */
static gboolean
names_path (RecapText asal, RecapText path)
{
    while (path.size > 1 && path.bytes[path.size - 1] == '/')
        path.size--;
    return path.size > 0 && asal.size >= path.size &&
           memcmp (asal.bytes, path.bytes, path.size) == 0 &&
           (asal.size == path.size || strchr (":!/", asal.bytes[path.size]) != NULL);
}

/* Whether the end of @whole behind one of its '/' goes with @other: the same file seen from another
 * folder. @reversed: @whole is the path and @other the origin. */
static gboolean
ends_alike (RecapText whole, RecapText other, gboolean reversed)
{
    for (gsize i = 0; i + 1 < whole.size; i++) {
        RecapText end = { whole.bytes + i + 1, whole.size - i - 1 };
        if (whole.bytes[i] == '/' && (reversed ? names_path (other, end) : names_path (end, other)))
            return TRUE;
    }
    return FALSE;
}

/* Finds the input that @asal names, as it stands or seen from another folder; -1 when there is
 * none. */
static int
find_input (const RecapInputFiles *inputs, RecapText asal)
{
    guint n = inputs != NULL ? recap_input_files_get_n (inputs) : 0;

    for (guint loosely = 0; loosely <= 1; loosely++)
        for (guint i = 0; i < n; i++) {
            const RecapInputFile *file = recap_input_files_get (inputs, i);
            RecapText path = without_here (recap_text (file->path));
            if (file->role != RECAP_INPUT_ORIGINAL)
                continue;
            if (loosely == 0 ? names_path (asal, path)
                             : ends_alike (asal, path, FALSE) || ends_alike (path, asal, TRUE))
                return (int)i;
        }
    return -1;
}

/* The file that @asal names. A document of one form stands for its folder, or there would be a line
 * for every TPS.
 *
 * Returns: owned by the caller. */
static char *
file_of (RecapText asal, gboolean *ret_is_folder)
{
    const char *mark = memchr (asal.bytes, '!', asal.size);
    gsize size = asal.size;

    *ret_is_folder = FALSE;
    if (mark != NULL)
        return g_strndup (asal.bytes, (gsize)(mark - asal.bytes));
    while (size > 0 && g_ascii_isdigit (asal.bytes[size - 1]))
        size--;
    if (size > 1 && size < asal.size && asal.bytes[size - 1] == ':')
        return g_strndup (asal.bytes, size - 1);
    for (size = asal.size; size > 0 && asal.bytes[size - 1] != '/';)
        size--;
    *ret_is_folder = size > 0;
    return g_strndup (asal.bytes, size > 0 ? size : asal.size);
}

static void
count_form (Origins *self, const RecapForm *form)
{
    RecapText asal = without_here (form->keys[RECAP_KEY_ASAL]);
    gboolean is_folder = FALSE;

    if (asal.size == 0) {
        self->n_silent++;
        return;
    }
    int index = find_input (self->inputs, asal);
    if (index >= 0) {
        self->counts[index]++;
        return;
    }
    g_autofree char *name = file_of (asal, &is_folder);
    Origin *origin = g_hash_table_lookup (self->others, name);
    if (origin == NULL) {
        origin = g_new0 (Origin, 1);
        origin->name = g_strdup (name);
        origin->is_folder = is_folder;
        g_hash_table_insert (self->others, origin->name, origin);
    }
    origin->n_forms++;
}

/* --- the list --- */

/* What can be said of @file besides the source that was made from it; owned by the caller. */
static char *
remark (const Minutes *minutes, const RecapInputFile *file, guint64 n_forms)
{
    switch (file->kind) {
    case RECAP_INPUT_STREAM:
        return g_strdup (strcmp (file->path, "-") == 0
                             ? "Dibaca dari masukan standar: SHA-256 tidak dihitung."
                             : "Bukan berkas biasa: SHA-256 tidak dihitung.");
    case RECAP_INPUT_FOLDER:
        return g_strdup_printf ("Folder dengan %" PRIu64 " berkas; SHA-256 dari daftar sha256sum "
                                "berkas itu.",
                                file->n_files);
    case RECAP_INPUT_FILE:
        break;
    }
    if (file->role == RECAP_INPUT_TABLE && file->n_records >= 0 &&
        (guint64)file->n_records != minutes->forms->len)
        return g_strdup_printf ("%u catatan dicetak dalam dokumen ini.", minutes->forms->len);
    if (file->role == RECAP_INPUT_ORIGINAL && file->label == NULL && n_forms == 0)
        return g_strdup ("Tidak ada formulir dalam dokumen ini yang menyebut berkas ini.");
    return g_strdup ("");
}

static char *
describe (const Minutes *minutes, const RecapInputFile *file, guint64 n_forms)
{
    g_autofree char *rest = remark (minutes, file, n_forms);

    if (file->label == NULL)
        return g_steal_pointer (&rest);
    return g_strdup_printf ("Sumber %s.%s%s", file->label, *rest != '\0' ? " " : "", rest);
}

/* The forms do not count the records of a source that was only compared with them. */
static gint64
count_records (const RecapInputFile *file, guint64 n_forms)
{
    if (file->role != RECAP_INPUT_ORIGINAL)
        return file->n_records;
    return file->label != NULL && n_forms == 0 ? -1 : (gint64)n_forms;
}

static void
add_input (MinutesList *list, const RecapInputFile *file, guint64 n_forms)
{
    gboolean stream = file->kind == RECAP_INPUT_STREAM;
    gint64 n_records = count_records (file, n_forms);
    g_autofree char *name = g_filename_display_name (file->path);
    g_autofree char *remark = describe (list->minutes, file, n_forms);

    minutes_list_ordinal (list);
    minutes_list_string (list, SOURCE_ROLE, recap_input_role_name (file->role));
    minutes_list_string (list, SOURCE_FILE, strcmp (name, "-") == 0 ? "(masukan standar)" : name);
    minutes_list_string (list, SOURCE_SHA256, stream ? "-" : file->sha256);
    minutes_list_number (list, SOURCE_SIZE,
                         stream ? RECAP_CELL_NOT_CARRIED : (RecapCell)file->size_bytes);
    minutes_list_number (list, SOURCE_RECORDS,
                         n_records < 0 ? RECAP_CELL_NOT_CARRIED : (RecapCell)n_records);
    minutes_list_string (list, SOURCE_REMARK, remark);
    list->row++;
}

static void
add_other (MinutesList *list, const Origin *origin)
{
    minutes_list_ordinal (list);
    minutes_list_string (list, SOURCE_ROLE, recap_input_role_name (RECAP_INPUT_ORIGINAL));
    minutes_list_string (list, SOURCE_FILE, origin->name);
    minutes_list_string (list, SOURCE_SHA256, "-");
    minutes_list_string (list, SOURCE_SIZE, "");
    minutes_list_number (list, SOURCE_RECORDS, (RecapCell)origin->n_forms);
    minutes_list_string (list, SOURCE_REMARK,
                         origin->is_folder
                             ? "Dokumen dalam folder ini, satu formulir tiap dokumen. Tidak "
                               "diberikan: SHA-256 tidak dihitung."
                             : "Disebut oleh tabel, tidak diberikan: SHA-256 tidak dihitung.");
    list->row++;
}

static int
compare_others (gconstpointer a, gconstpointer b)
{
    return strcmp (((const Origin *)a)->name, ((const Origin *)b)->name);
}

static void
add_files (MinutesList *list, const Origins *origins)
{
    guint n = origins->inputs != NULL ? recap_input_files_get_n (origins->inputs) : 0;
    g_autoptr (GList) others = g_hash_table_get_values (origins->others);

    for (guint i = 0; i < n; i++)
        add_input (list, recap_input_files_get (origins->inputs, i), origins->counts[i]);
    others = g_list_sort (others, compare_others);
    for (const GList *item = others; item != NULL; item = item->next)
        add_other (list, item->data);
    if (list->number == 0)
        minutes_list_sentence (list, RECAP_STYLE_STRONG, "Daftar berkas tidak disertakan.");
    if (origins->n_silent > 0) {
        g_autofree char *text = g_strdup_printf (
            "%" PRIu64 " formulir tidak menyebut asalnya: tabel akhir tidak memuatnya.",
            origins->n_silent);
        minutes_list_sentence (list, RECAP_STYLE_NOTE, text);
    }
}

void
minutes_add_sources (Minutes *self)
{
    const RecapInputFiles *inputs = self->input->inputs;
    guint n = inputs != NULL ? recap_input_files_get_n (inputs) : 0;
    g_autofree guint64 *counts = g_new0 (guint64, n + 1);
    g_autoptr (GHashTable) others =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, origin_free);
    Origins origins = { inputs, counts, others, 0 };
    g_autofree char *fingerprint =
        g_strdup_printf ("SIDIK TABEL AKHIR (SHA-256): %s", self->fingerprint);
    MinutesList list = minutes_list_begin (self, MINUTES_SOURCES, "LAMPIRAN SUMBER",
                                           "Berkas yang menjadi dasar dokumen ini, dengan SHA-256",
                                           source_columns, N_SOURCE_COLUMNS);

    for (guint i = 0; i < self->forms->len; i++)
        count_form (&origins, minutes_form (self, i));
    minutes_list_sentence (&list, RECAP_STYLE_HEADING, fingerprint);
    minutes_list_heads (&list);
    add_files (&list, &origins);
    minutes_list_sentence (
        &list, RECAP_STYLE_NOTE,
        "Sidik tabel akhir dihitung dari jenis pemilihan, kode TPS, dan semua isiannya: tabel "
        "dengan angka yang sama mempunyai sidik yang sama. SHA-256 berkas dihitung dari seluruh "
        "isi berkas. Cara memeriksa: recap-report --verify, atau resep pada recap-report(1).");
}
