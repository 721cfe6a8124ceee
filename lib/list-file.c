#include "config.h"

#include "list-file.h"

#include <glib/gi18n-lib.h>

#include "csv-reader.h"
#include "decision-sheet.h"
#include "error.h"
#include "region-list.h"
#include "region.h"

enum { FIELDS_MAX = 16 };

/* Texts of one record as strings; they live until the record is added. */
static void
copy_fields (const RecapText *fields, guint n, char **copies)
{
    g_assert (n <= FIELDS_MAX);
    for (guint i = 0; i < n; i++) {
        RecapText text = recap_text_trim (fields[i]);
        copies[i] = g_strndup (text.bytes, text.size);
    }
}

static void
free_fields (char **copies)
{
    for (guint i = 0; i < FIELDS_MAX; i++)
        g_free (copies[i]);
}

/* Reads a cell that may have blanks around it. Its place is @origin, its column @name. */
static gboolean
read_cell (RecapText text, const char *name, const RecapOrigin *origin, RecapCell *ret_cell,
           GError **error)
{
    RecapText trimmed = recap_text_trim (text);
    if (recap_cell_parse (trimmed, ret_cell))
        return TRUE;

    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *hint = recap_cell_explain (trimmed);
    recap_error_set (error, RECAP_ERROR_SYNTAX, origin, _ ("'%s' is not a count (column '%s')"),
                     shown, name);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    return FALSE;
}

static gboolean
check_code (RecapText kode, const RecapOrigin *origin, GError **error)
{
    const char *hint = NULL;
    const char *fault = recap_region_code_fault (kode, &hint);
    if (fault == NULL)
        return TRUE;

    g_autofree char *shown = recap_text_display (kode.bytes, kode.size);
    recap_error_set (error, RECAP_ERROR_SYNTAX, origin, "'%s': %s", shown, fault);
    if (hint != NULL)
        recap_error_set_hint (error, "%s", hint);
    return FALSE;
}

enum {
    STATION_KODE,
    STATION_PROVINSI,
    STATION_KABKO,
    STATION_KECAMATAN,
    STATION_DESA,
    STATION_TPS,
    STATION_DPT_L,
    STATION_DPT_P,
    STATION_NAMA, /* all names in one: 'TPS 001, DESA, KECAMATAN, KABKO, PROVINSI' */
    N_STATION_COLUMNS,
};

/* The headings of recap, and those of the lists that others publish. */
static const char *const station_columns[N_STATION_COLUMNS + 1] = {
    "kode|kode_tps|kodetps|kd_tps",
    "provinsi|nama_provinsi|propinsi|nama_propinsi|prov",
    "kabko|kabupaten|kabupaten_kota|kab_kota|kabkota|kab|nama_kabko|nama_kabupaten|nama_kabkota|"
    "nama_kab_kota|nama_kabupaten_kota",
    "kecamatan|kec|distrik|nama_kecamatan|nama_kec|nama_distrik",
    "desa|kelurahan|kel|desa_kelurahan|kelurahan_desa|desa_kel|kel_desa|nama_desa|nama_kelurahan|"
    "nama_desa_kelurahan|nama_kelurahan_desa",
    "tps|no_tps|nomor_tps|nama_tps",
    "dpt_l|dpt_lk|dpt_laki|dpt_laki_laki|pemilih_dpt_l",
    "dpt_p|dpt_pr|dpt_perempuan|pemilih_dpt_p",
    "nama|nama_lengkap",
    NULL,
};

/* Writes the number of a TPS with three digits: '7', 'TPS 7' and 'TPS-007' are 007. Returns FALSE,
 * and writes nothing, when @text is no such number. */
static gboolean
read_number (RecapText text, char number[4])
{
    gsize i = 0;

    if (text.size >= 3 && g_ascii_strncasecmp (text.bytes, "TPS", 3) == 0)
        i = 3;
    while (i > 0 && i < text.size && memchr (" .-", text.bytes[i], 3) != NULL)
        i++;
    gsize n = text.size - i;
    if (n < 1 || n > 3)
        return FALSE;
    for (gsize j = i; j < text.size; j++)
        if (!g_ascii_isdigit (text.bytes[j]))
            return FALSE;
    memset (number, '0', 3);
    memcpy (number + 3 - n, text.bytes + i, n);
    number[3] = '\0';
    return TRUE;
}

/* Takes 'TPS 001, DESA, KECAMATAN, KABKO, PROVINSI' apart: five names, the first of which must be
 * the number at the end of the code, which shows that they are what they seem. */
static gboolean
split_name (RecapText nama, RecapText kode, RecapText *fields)
{
    static const guint columns[] = { STATION_TPS, STATION_DESA, STATION_KECAMATAN, STATION_KABKO,
                                     STATION_PROVINSI };
    RecapText parts[G_N_ELEMENTS (columns)];
    char number[4];
    guint n = 0;

    for (gsize start = 0; start <= nama.size; n++) {
        const char *comma = memchr (nama.bytes + start, ',', nama.size - start);
        gsize size = comma != NULL ? (gsize)(comma - nama.bytes) - start : nama.size - start;
        if (n == G_N_ELEMENTS (columns))
            return FALSE;
        parts[n] = recap_text_trim ((RecapText){ nama.bytes + start, size });
        if (parts[n].size == 0)
            return FALSE;
        start += size + 1;
    }
    if (n < G_N_ELEMENTS (columns) || !read_number (parts[0], number) ||
        (recap_region_level (kode) == RECAP_LEVEL_TPS &&
         memcmp (kode.bytes + kode.size - 3, number, 3) != 0))
        return FALSE;
    for (guint i = 0; i < n; i++)
        fields[columns[i]] = parts[i];
    return TRUE;
}

/* Names in one column count where there is no column for each. */
static gboolean
take_name (RecapText *fields, const guint *columns, const RecapOrigin *origin, GError **error)
{
    RecapText nama = recap_text_trim (fields[STATION_NAMA]);

    for (guint i = STATION_PROVINSI; i <= STATION_TPS; i++)
        if (columns[i] > 0)
            return TRUE;
    if (nama.size == 0 || split_name (nama, recap_text_trim (fields[STATION_KODE]), fields))
        return TRUE;
    g_autofree char *shown = recap_text_display (nama.bytes, nama.size);
    recap_error_set (
        error, RECAP_ERROR_SYNTAX, origin,
        _ ("'%s' is not 'TPS 001, DESA, KECAMATAN, KABKO, PROVINSI' with the number of "
           "its code"),
        shown);
    recap_error_set_hint (error, _ ("give the names in columns of their own: provinsi, kabko, "
                                    "kecamatan, desa, tps"));
    return FALSE;
}

static gboolean
add_station (const RecapText *given, const guint *columns, const char *file, guint64 line,
             gpointer data, GError **error)
{
    RecapRegister *list = data;
    RecapStation station = { .line = line };
    RecapOrigin places[N_STATION_COLUMNS];
    RecapText fields[N_STATION_COLUMNS];
    char number[4];
    for (guint i = 0; i < N_STATION_COLUMNS; i++) {
        places[i] = (RecapOrigin){ file, line, columns[i] };
        fields[i] = given[i];
    }

    if (!check_code (recap_text_trim (fields[STATION_KODE]), &places[STATION_KODE], error) ||
        !read_cell (fields[STATION_DPT_L], "dpt_l", &places[STATION_DPT_L], &station.dpt_l,
                    error) ||
        !read_cell (fields[STATION_DPT_P], "dpt_p", &places[STATION_DPT_P], &station.dpt_p,
                    error) ||
        !take_name (fields, columns, &places[STATION_NAMA], error))
        return FALSE;
    if (read_number (recap_text_trim (fields[STATION_TPS]), number))
        fields[STATION_TPS] = recap_text (number);

    char *texts[FIELDS_MAX] = { NULL };
    copy_fields (fields, N_STATION_COLUMNS, texts);
    station.kode = texts[STATION_KODE];
    station.provinsi = texts[STATION_PROVINSI];
    station.kabko = texts[STATION_KABKO];
    station.kecamatan = texts[STATION_KECAMATAN];
    station.desa = texts[STATION_DESA];
    station.tps = texts[STATION_TPS];
    recap_register_add (list, &station);
    free_fields (texts);
    return TRUE;
}

RecapRegister *
recap_register_load_names (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (RecapRegister) list =
        recap_register_new (strcmp (path, "-") == 0 ? "<stdin>" : path);
    gboolean regions = recap_region_list_is_one (path);
    gboolean read = regions ? recap_region_list_read (list, path, error)
                            : recap_csv_load (path, station_columns, STATION_PROVINSI, add_station,
                                              list, error);
    if (!read && !regions && error != NULL &&
        g_error_matches (*error, RECAP_ERROR, RECAP_ERROR_SCHEMA))
        recap_prefix (error, _ ("no register, such as recap-import --make-register makes"));
    if (!read || !recap_register_sort (list, error))
        return NULL;
    return g_steal_pointer (&list);
}

RecapRegister *
recap_register_load (const char *path, GError **error)
{
    g_autoptr (RecapRegister) list = recap_register_load_names (path, error);

    if (list == NULL)
        return NULL;
    if (recap_register_get_n (list) > 0 || !recap_region_list_is_one (path))
        return g_steal_pointer (&list);
    RecapOrigin origin = { path, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the lists of regions name no TPS"));
    recap_error_set_hint (error, _ ("KPU's lists of tingkat 5 have the TPS of each desa"));
    return NULL;
}

enum {
    DECISION_KONTES,
    DECISION_KODE,
    DECISION_ISIAN,
    DECISION_SEMULA,
    DECISION_MENJADI,
    DECISION_DASAR,
    DECISION_ALASAN,
    DECISION_KEJADIAN_KHUSUS,
    DECISION_DISETUJUI,
    DECISION_WAKTU,
    DECISION_ATURAN,
    DECISION_ASAL,
    N_DECISION_COLUMNS,
};

static const char *const decision_columns[N_DECISION_COLUMNS + 1] = {
    "kontes",          "kode",      "isian", "semula", "menjadi", "dasar", "alasan",
    "kejadian_khusus", "disetujui", "waktu", "aturan", "asal",    NULL,
};

static gboolean
check_filled (const RecapText *fields, guint column, const RecapOrigin *places, GError **error)
{
    if (recap_text_trim (fields[column]).size > 0)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SYNTAX, &places[column], _ ("the column '%s' is empty"),
                     decision_columns[column]);
    return FALSE;
}

/* A decision must say what it is about; an empty ground is no ground. One that changes nothing may
 * be about a whole form. */
static gboolean
check_decision (const RecapText *fields, const RecapOrigin *places, GError **error)
{
    gboolean changes = recap_text_trim (fields[DECISION_SEMULA]).size > 0 ||
                       recap_text_trim (fields[DECISION_MENJADI]).size > 0;

    if (!check_filled (fields, DECISION_KONTES, places, error) ||
        (changes && !check_filled (fields, DECISION_ISIAN, places, error)))
        return FALSE;
    if (!check_code (recap_text_trim (fields[DECISION_KODE]), &places[DECISION_KODE], error))
        return FALSE;
    RecapText ground = recap_text_trim (fields[DECISION_DASAR]);
    if (recap_decision_is_ground (ground))
        return TRUE;
    g_autofree char *shown = recap_text_display (ground.bytes, ground.size);
    recap_error_set (error, RECAP_ERROR_SYNTAX, &places[DECISION_DASAR],
                     _ ("'%s' is no ground for a decision (column 'dasar')"), shown);
    recap_error_set_hint (error,
                          _ ("the grounds are plano, sirekap, salinan, hitung-ulang and lainnya"));
    return FALSE;
}

static gboolean
add_decision (const RecapText *fields, const guint *columns, const char *file, guint64 line,
              gpointer data, GError **error)
{
    RecapDecisions *list = data;
    RecapDecision decision = { .file = file, .line = line };
    RecapOrigin places[N_DECISION_COLUMNS];
    for (guint i = 0; i < N_DECISION_COLUMNS; i++)
        places[i] = (RecapOrigin){ file, line, columns[i] };

    if (!check_decision (fields, places, error) ||
        !read_cell (fields[DECISION_SEMULA], "semula", &places[DECISION_SEMULA], &decision.semula,
                    error) ||
        !read_cell (fields[DECISION_MENJADI], "menjadi", &places[DECISION_MENJADI],
                    &decision.menjadi, error))
        return FALSE;

    char *texts[FIELDS_MAX] = { NULL };
    copy_fields (fields, N_DECISION_COLUMNS, texts);
    decision.kontes = texts[DECISION_KONTES];
    decision.kode = texts[DECISION_KODE];
    decision.isian = texts[DECISION_ISIAN];
    decision.dasar = texts[DECISION_DASAR];
    decision.alasan = texts[DECISION_ALASAN];
    decision.kejadian_khusus = texts[DECISION_KEJADIAN_KHUSUS];
    decision.disetujui = texts[DECISION_DISETUJUI];
    decision.waktu = texts[DECISION_WAKTU];
    decision.aturan = texts[DECISION_ATURAN];
    decision.asal = texts[DECISION_ASAL];
    recap_decisions_add (list, &decision);
    free_fields (texts);
    return TRUE;
}

/* A workbook is a zip file; @source is then at its beginning again. */
static gboolean
is_zip (RecapSource *source, gboolean *ret_zip, GError **error)
{
    static const char magic[] = "PK\3\4";
    char head[sizeof magic - 1];
    gsize size = 0;

    for (gsize n = 1; n > 0 && size < sizeof head; size += n)
        if (!recap_source_read (source, head + size, sizeof head - size, &n, error))
            return FALSE;
    *ret_zip = size == sizeof head && memcmp (head, magic, size) == 0;
    return recap_source_rewind (source, error);
}

/* A file that is called a workbook and is none is not read as a list: what is said about that would
 * help nobody. */
static gboolean
check_name (const char *path, GError **error)
{
    static const char *const ends[] = { ".xlsx", ".xlsm", ".xls", ".ods" };
    RecapOrigin origin = { path, 0, 0 };
    g_autofree char *name = g_ascii_strdown (path, -1);

    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (name, ends[i])) {
            recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                             _ ("the file is damaged, or no workbook of .xlsx or .ods"));
            return FALSE;
        }
    return TRUE;
}

gboolean
recap_decisions_read (RecapDecisions *self, const char *path, GPtrArray *refusals, GError **error)
{
    g_return_val_if_fail (self != NULL && path != NULL && refusals != NULL, FALSE);

    gboolean zip = FALSE;
    g_autoptr (RecapSource) source = NULL;
    /* Standard input and pipes can be opened only once. */
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
        source = recap_source_open (path, error);
        if (source == NULL || !is_zip (source, &zip, error))
            return FALSE;
    }
    if (!zip && !check_name (path, error))
        return FALSE;
    if (!zip)
        return recap_csv_load (path, decision_columns, DECISION_ALASAN, add_decision, self, error);
    g_autoptr (RecapPackage) package =
        recap_package_new_for_source (recap_source_get_name (source), source);
    return recap_decision_sheet_read (package, self, refusals, error);
}

RecapDecisions *
recap_decisions_load (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    if (!recap_decisions_read (list, path, refusals, error))
        return NULL;
    if (refusals->len == 0)
        return g_steal_pointer (&list);
    g_propagate_error (error, g_ptr_array_steal_index (refusals, 0));
    return NULL;
}

void
recap_decisions_write_header (RecapCsvWriter *csv)
{
    for (guint i = 0; i < N_DECISION_COLUMNS; i++)
        recap_csv_writer_string (csv, decision_columns[i]);
    recap_csv_writer_end (csv);
}

void
recap_decisions_write (RecapCsvWriter *csv, const RecapDecision *decision)
{
    RecapOrigin origin = { decision->file, decision->line, 0 };
    g_autofree char *asal =
        *decision->asal != '\0' ? g_strdup (decision->asal) : recap_origin_format (&origin);
    const char *texts[N_DECISION_COLUMNS] = {
        [DECISION_KONTES] = decision->kontes,
        [DECISION_KODE] = decision->kode,
        [DECISION_ISIAN] = decision->isian,
        [DECISION_DASAR] = decision->dasar,
        [DECISION_ALASAN] = decision->alasan,
        [DECISION_KEJADIAN_KHUSUS] = decision->kejadian_khusus,
        [DECISION_DISETUJUI] = decision->disetujui,
        [DECISION_WAKTU] = decision->waktu,
        [DECISION_ATURAN] = decision->aturan,
        [DECISION_ASAL] = asal,
    };

    for (guint i = 0; i < N_DECISION_COLUMNS; i++)
        if (i == DECISION_SEMULA || i == DECISION_MENJADI)
            recap_csv_writer_cell (csv,
                                   i == DECISION_SEMULA ? decision->semula : decision->menjadi);
        else
            recap_csv_writer_string (csv, texts[i]);
    recap_csv_writer_end (csv);
}

/* ---- electoral districts ---- */

enum {
    DISTRICT_KONTES,
    DISTRICT_DAPIL,
    DISTRICT_KURSI,
    DISTRICT_KODE,
    DISTRICT_NAMA,
    N_DISTRICT_COLUMNS,
};

static const char *const district_columns[N_DISTRICT_COLUMNS + 1] = {
    "kontes", "dapil", "kursi", "kode", "nama", NULL,
};

/* What is read, and what it must agree with. */
typedef struct {
    RecapDistricts *list;
    const RecapContests *contests;
} DistrictReading;

static gboolean
check_district (const RecapText *fields, const RecapOrigin *places, const RecapContests *contests,
                GError **error)
{
    RecapText kontes = recap_text_trim (fields[DISTRICT_KONTES]);

    if (recap_contests_find (contests, kontes) == NULL) {
        g_autofree char *shown = recap_text_display (kontes.bytes, kontes.size);
        recap_error_set (error, RECAP_ERROR_SCHEMA, &places[DISTRICT_KONTES],
                         _ ("unknown contest '%s'"), shown);
        return FALSE;
    }
    if (recap_text_trim (fields[DISTRICT_DAPIL]).size == 0) {
        recap_error_set (error, RECAP_ERROR_SYNTAX, &places[DISTRICT_DAPIL],
                         _ ("the column '%s' is empty"), district_columns[DISTRICT_DAPIL]);
        return FALSE;
    }
    return check_code (recap_text_trim (fields[DISTRICT_KODE]), &places[DISTRICT_KODE], error);
}

/* Reads the number of seats; 0 when the record says none. */
static gboolean
read_seats (RecapText text, const RecapOrigin *origin, guint *ret_seats, GError **error)
{
    RecapCell seats;

    if (!read_cell (text, district_columns[DISTRICT_KURSI], origin, &seats, error))
        return FALSE;
    if (seats == 0 || seats > RECAP_DISTRICT_SEATS_MAX || seats == RECAP_CELL_UNREADABLE) {
        g_autofree char *shown = recap_text_display (text.bytes, text.size);
        recap_error_set (error, RECAP_ERROR_SYNTAX, origin,
                         _ ("a dapil has 1 to %d seats, not '%s'"), RECAP_DISTRICT_SEATS_MAX,
                         shown);
        return FALSE;
    }
    *ret_seats = seats > 0 ? (guint)seats : 0;
    return TRUE;
}

static gboolean
add_district (const RecapText *fields, const guint *columns, const char *file, guint64 line,
              gpointer data, GError **error)
{
    const DistrictReading *reading = data;
    RecapDistrictPart part = { .line = line };
    RecapOrigin places[N_DISTRICT_COLUMNS];
    for (guint i = 0; i < N_DISTRICT_COLUMNS; i++)
        places[i] = (RecapOrigin){ file, line, columns[i] };

    if (!check_district (fields, places, reading->contests, error) ||
        !read_seats (fields[DISTRICT_KURSI], &places[DISTRICT_KURSI], &part.seats, error))
        return FALSE;

    char *texts[FIELDS_MAX] = { NULL };
    copy_fields (fields, N_DISTRICT_COLUMNS, texts);
    part.kontes = texts[DISTRICT_KONTES];
    part.dapil = texts[DISTRICT_DAPIL];
    part.kode = texts[DISTRICT_KODE];
    part.nama = texts[DISTRICT_NAMA];
    gboolean ok = recap_districts_add (reading->list, &part, error);
    free_fields (texts);
    return ok;
}

RecapDistricts *
recap_districts_load (const char *path, const RecapContests *contests, GError **error)
{
    g_return_val_if_fail (path != NULL && contests != NULL, NULL);

    g_autoptr (RecapDistricts) list =
        recap_districts_new (strcmp (path, "-") == 0 ? "<stdin>" : path);
    DistrictReading reading = { list, contests };
    if (!recap_csv_load (path, district_columns, DISTRICT_NAMA, add_district, &reading, error) ||
        !recap_districts_finish (list, error))
        return NULL;
    return g_steal_pointer (&list);
}
