#include "config.h"

#include "accuracy.h"

#include "csv-writer.h"
#include "region.h"

enum {
    N_PLACES = 3, /* boxes of a number on the plano */
    N_SIGNS = 11, /* the digits, and the X in a box that is not needed */
    SIGN_X = 10,
    SOURCES_MAX = 250, /* pairs of sources with numbers of their own */
    NUMBER_END = 1000, /* above it a number is not of three boxes */
};

static const char *const place_names[N_PLACES] = { "satuan", "puluhan", "ratusan" };

/* Cells of one region, or of all. */
typedef struct {
    guint64 equal;   /* numbers, the same */
    guint64 unequal; /* numbers */
    guint64 silent;  /* just one of the two is a number */
} Cells;

/* Two sources. */
typedef struct {
    char *a, *b;
    Cells region;
    Cells all;
    guint64 digits[N_PLACES][N_SIGNS][N_SIGNS]; /* on the authority's form, in the other source */
} Sources;

struct _RecapAccuracy {
    RecapSpool *spool;
    RecapCsvWriter *csv;
    GPtrArray *sources; /* Sources, in the order in which they came */
    const RecapContest *contest;
    GString *kode; /* of the region */
    GString *kecamatan, *desa;
};

static void
sources_free (gpointer data)
{
    Sources *sources = data;
    g_free (sources->a);
    g_free (sources->b);
    g_free (sources);
}

RecapAccuracy *
recap_accuracy_new (RecapSpool *spool)
{
    g_return_val_if_fail (spool != NULL, NULL);

    RecapAccuracy *self = g_new0 (RecapAccuracy, 1);
    self->spool = spool;
    self->csv = recap_csv_writer_new (spool);
    self->sources = g_ptr_array_new_with_free_func (sources_free);
    self->kode = g_string_new (NULL);
    self->kecamatan = g_string_new (NULL);
    self->desa = g_string_new (NULL);
    recap_accuracy_reset (self);
    return self;
}

void
recap_accuracy_free (RecapAccuracy *self)
{
    if (self == NULL)
        return;
    recap_csv_writer_free (self->csv);
    g_ptr_array_unref (self->sources);
    g_string_free (self->kode, TRUE);
    g_string_free (self->kecamatan, TRUE);
    g_string_free (self->desa, TRUE);
    g_free (self);
}

void
recap_accuracy_reset (RecapAccuracy *self)
{
    static const char *const columns[] = { "kontes",   "kode",        "kecamatan", "desa",
                                           "sumber_a", "sumber_b",    "isian",     "sama",
                                           "berbeda",  "tanpa_angka", "kotak",     "angka_a",
                                           "angka_b",  "banyak" };

    recap_spool_clear (self->spool);
    g_ptr_array_set_size (self->sources, 0);
    self->contest = NULL;
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        recap_csv_writer_string (self->csv, columns[i]);
    recap_csv_writer_end (self->csv);
}

/* ---- writing ---- */

static void
write_place (RecapAccuracy *self, const Sources *sources, gboolean all)
{
    recap_csv_writer_string (self->csv, recap_contest_get_code (self->contest));
    recap_csv_writer_string (self->csv, all ? "0" : self->kode->str);
    recap_csv_writer_string (self->csv, all ? "" : self->kecamatan->str);
    recap_csv_writer_string (self->csv, all ? "" : self->desa->str);
    recap_csv_writer_string (self->csv, sources->a);
    recap_csv_writer_string (self->csv, sources->b);
}

static void
write_cells (RecapAccuracy *self, const Sources *sources, gboolean all)
{
    const Cells *cells = all ? &sources->all : &sources->region;
    guint64 numbers[] = { cells->equal + cells->unequal + cells->silent, cells->equal,
                          cells->unequal, cells->silent };

    write_place (self, sources, all);
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        recap_csv_writer_number (self->csv, (gint64)numbers[i]);
    for (guint i = 0; i < 4; i++)
        recap_csv_writer_string (self->csv, "");
    recap_csv_writer_end (self->csv);
}

static void
write_sign (RecapAccuracy *self, guint sign)
{
    const char text[] = { sign == SIGN_X ? 'X' : (char)('0' + sign), '\0' };
    recap_csv_writer_string (self->csv, text);
}

static void
write_digits (RecapAccuracy *self, const Sources *sources, guint place)
{
    for (guint a = 0; a < N_SIGNS; a++)
        for (guint b = 0; b < N_SIGNS; b++) {
            if (sources->digits[place][a][b] == 0)
                continue;
            write_place (self, sources, TRUE);
            for (guint i = 0; i < 4; i++)
                recap_csv_writer_string (self->csv, "");
            recap_csv_writer_string (self->csv, place_names[place]);
            write_sign (self, a);
            write_sign (self, b);
            recap_csv_writer_number (self->csv, (gint64)sources->digits[place][a][b]);
            recap_csv_writer_end (self->csv);
        }
}

/* Ends a region: its cells become part of all. */
static void
close_region (RecapAccuracy *self)
{
    for (guint i = 0; i < self->sources->len; i++) {
        Sources *sources = self->sources->pdata[i];
        Cells *cells = &sources->region;
        if (cells->equal + cells->unequal + cells->silent == 0)
            continue;
        write_cells (self, sources, FALSE);
        sources->all.equal += cells->equal;
        sources->all.unequal += cells->unequal;
        sources->all.silent += cells->silent;
        *cells = (Cells){ 0, 0, 0 };
    }
}

static void
close_contest (RecapAccuracy *self)
{
    close_region (self);
    for (guint i = 0; i < self->sources->len; i++)
        write_cells (self, self->sources->pdata[i], TRUE);
    for (guint i = 0; i < self->sources->len; i++)
        for (guint place = 0; place < N_PLACES; place++)
            write_digits (self, self->sources->pdata[i], place);
    g_ptr_array_set_size (self->sources, 0);
}

/* ---- counting ---- */

static Sources *
find_sources (RecapAccuracy *self, const RecapForm *a, const RecapForm *b)
{
    RecapText x = a->keys[RECAP_KEY_SUMBER];
    RecapText y = b->keys[RECAP_KEY_SUMBER];

    for (guint i = 0; i < self->sources->len; i++) {
        Sources *sources = self->sources->pdata[i];
        if (recap_text_equal_string (x, sources->a) && recap_text_equal_string (y, sources->b))
            return sources;
    }
    if (self->sources->len > SOURCES_MAX)
        return self->sources->pdata[SOURCES_MAX];
    gboolean last = self->sources->len == SOURCES_MAX; /* it is for all that are left */
    Sources *sources = g_new0 (Sources, 1);
    sources->a = last ? g_strdup ("*") : g_strndup (x.bytes, x.size);
    sources->b = last ? g_strdup ("*") : g_strndup (y.bytes, y.size);
    g_ptr_array_add (self->sources, sources);
    return sources;
}

/* Returns: what stands in box @place of @number, from the right. */
static guint
sign_at (RecapCell number, guint place)
{
    for (guint i = 0; i < place; i++)
        number /= 10;
    return number == 0 && place > 0 ? SIGN_X : (guint)(number % 10);
}

static void
count_digits (Sources *sources, RecapCell a, RecapCell b)
{
    for (guint place = 0; place < N_PLACES && a < NUMBER_END && b < NUMBER_END; place++)
        sources->digits[place][sign_at (a, place)][sign_at (b, place)]++;
}

static void
assign (GString *string, RecapText text)
{
    recap_text_assign (text, string);
}

/* Goes on to the desa of @form; codes without a hierarchy have only its name. */
static void
enter (RecapAccuracy *self, const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapLevel level = recap_region_level (kode);
    RecapText region = level == RECAP_LEVEL_OPAQUE ? RECAP_TEXT_EMPTY
                       : level > RECAP_LEVEL_DESA  ? kode
                                                   : recap_region_at (kode, RECAP_LEVEL_DESA);
    RecapText kecamatan = form->keys[RECAP_KEY_KECAMATAN];
    RecapText desa = level <= RECAP_LEVEL_DESA ? form->keys[RECAP_KEY_DESA] : RECAP_TEXT_EMPTY;
    gboolean same = region.size > 0
                        ? recap_text_equal_string (region, self->kode->str)
                        : self->kode->len == 0 &&
                              recap_text_equal_string (kecamatan, self->kecamatan->str) &&
                              recap_text_equal_string (desa, self->desa->str);

    if (self->contest == form->contest && same)
        return;
    if (self->contest != NULL && self->contest != form->contest)
        close_contest (self);
    else if (self->contest != NULL)
        close_region (self);
    self->contest = form->contest;
    assign (self->kode, region);
    assign (self->kecamatan, kecamatan);
    assign (self->desa, desa);
}

void
recap_accuracy_add (RecapAccuracy *self, const RecapForm *a, const RecapForm *b,
                    const guint *fields, guint n_fields)
{
    enter (self, a);
    Sources *sources = find_sources (self, a, b);
    gboolean is_form = recap_region_level (a->keys[RECAP_KEY_KODE]) <= RECAP_LEVEL_TPS;
    Cells *cells = &sources->region;

    for (guint i = 0; i < n_fields; i++) {
        RecapCell x = a->cells[fields[i]];
        RecapCell y = b->cells[fields[i]];
        if (x == RECAP_CELL_NOT_CARRIED || y == RECAP_CELL_NOT_CARRIED)
            continue;
        if (!recap_cell_is_number (x) || !recap_cell_is_number (y)) {
            cells->silent += recap_cell_is_number (x) || recap_cell_is_number (y);
            continue;
        }
        cells->equal += x == y;
        cells->unequal += x != y;
        if (is_form)
            count_digits (sources, x, y);
    }
}

void
recap_accuracy_finish (RecapAccuracy *self)
{
    if (self->contest != NULL)
        close_contest (self);
    self->contest = NULL;
}
