#include "config.h"

#include "plan.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "count.h"
#include "csv-reader.h"

/* The columns that are read come first. */
enum {
    COLUMN_UNDIAN,
    COLUMN_KONTES,
    COLUMN_KODE,
    COLUMN_WILAYAH,
    COLUMN_BATAS_RISIKO,
    COLUMN_BENIH,
    COLUMN_PEMENANG,
    COLUMN_CARA,
    COLUMN_SURAT_SUARA,
    COLUMN_SIDIK,
    N_COLUMNS,
};

static const char *const column_names[N_COLUMNS + 1] = {
    "undian",   "kontes", "kode",        "wilayah", "batas_risiko", "benih",
    "pemenang", "cara",   "surat_suara", "sidik",   NULL,
};

/* As they are written: numbers before names, which may have commas, so that a line of awk can work
 * with them. */
static const char *const written_names[] = {
    "undian",   "kontes",       "kode",      "batas",    "kelebihan",   "risiko",
    "provinsi", "kabko",        "kecamatan", "desa",     "tps",         "wilayah",
    "benih",    "batas_risiko", "cara",      "pemenang", "surat_suara", "sidik",
};

static const char *const methods[] = { "terbanyak", "mayoritas" };
static const char *const ballots[] = { "digunakan", "diterima" };

RecapPlan *
recap_plan_new (void)
{
    RecapPlan *self = g_new0 (RecapPlan, 1);
    self->codes = g_ptr_array_new_with_free_func (g_free);
    return self;
}

void
recap_plan_free (RecapPlan *self)
{
    if (self == NULL)
        return;
    g_free (self->kontes);
    g_free (self->wilayah);
    g_free (self->seed);
    g_free (self->fingerprint);
    g_free (self->file);
    g_ptr_array_unref (self->codes);
    g_free (self);
}

static gboolean
set_value_error (RecapText text, guint column, const RecapOrigin *origin, GError **error)
{
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    recap_error_set (error, RECAP_ERROR_SYNTAX, origin, _ ("'%s' cannot stand in column '%s'"),
                     shown, column_names[column]);
    return FALSE;
}

static gboolean
read_word (RecapText text, const char *const *words, gboolean *ret_second)
{
    if (!recap_text_equal_string (text, words[0]) && !recap_text_equal_string (text, words[1]))
        return FALSE;
    *ret_second = recap_text_equal_string (text, words[1]);
    return TRUE;
}

/* Reads what holds for all draws from the first of them. */
static gboolean
read_terms (RecapPlan *self, const RecapText *fields, const RecapOrigin *places, GError **error)
{
    gint64 n_winners = 0;

    if (fields[COLUMN_KONTES].size == 0)
        return set_value_error (fields[COLUMN_KONTES], COLUMN_KONTES, &places[COLUMN_KONTES],
                                error);
    if (fields[COLUMN_BENIH].size == 0)
        return set_value_error (fields[COLUMN_BENIH], COLUMN_BENIH, &places[COLUMN_BENIH], error);
    if (!recap_risk_limit_parse (fields[COLUMN_BATAS_RISIKO], &self->limit))
        return set_value_error (fields[COLUMN_BATAS_RISIKO], COLUMN_BATAS_RISIKO,
                                &places[COLUMN_BATAS_RISIKO], error);
    if (!recap_count_parse (fields[COLUMN_PEMENANG], &n_winners) || n_winners < 1 ||
        n_winners > G_MAXINT)
        return set_value_error (fields[COLUMN_PEMENANG], COLUMN_PEMENANG, &places[COLUMN_PEMENANG],
                                error);
    if (!read_word (fields[COLUMN_CARA], methods, &self->majority))
        return set_value_error (fields[COLUMN_CARA], COLUMN_CARA, &places[COLUMN_CARA], error);
    if (!read_word (fields[COLUMN_SURAT_SUARA], ballots, &self->issued))
        return set_value_error (fields[COLUMN_SURAT_SUARA], COLUMN_SURAT_SUARA,
                                &places[COLUMN_SURAT_SUARA], error);
    self->n_winners = (guint)n_winners;
    self->kontes = g_strndup (fields[COLUMN_KONTES].bytes, fields[COLUMN_KONTES].size);
    self->wilayah = g_strndup (fields[COLUMN_WILAYAH].bytes, fields[COLUMN_WILAYAH].size);
    self->seed = g_strndup (fields[COLUMN_BENIH].bytes, fields[COLUMN_BENIH].size);
    self->fingerprint = g_strndup (fields[COLUMN_SIDIK].bytes, fields[COLUMN_SIDIK].size);
    return TRUE;
}

typedef struct {
    RecapPlan *plan;
    GPtrArray *first; /* the fields of the first record */
} Reading;

/* All records must say the same about the audit as a whole. */
static gboolean
check_terms (const Reading *reading, const RecapText *fields, const RecapOrigin *places,
             GError **error)
{
    for (guint i = 0; i < N_COLUMNS; i++) {
        if (i == COLUMN_UNDIAN || i == COLUMN_KODE ||
            recap_text_equal_string (fields[i], reading->first->pdata[i]))
            continue;
        g_autofree char *shown = recap_text_display (fields[i].bytes, fields[i].size);
        recap_error_set (error, RECAP_ERROR_SCHEMA, &places[i],
                         _ ("column '%s' has '%s', but another value before"), column_names[i],
                         shown);
        recap_error_set_hint (error, _ ("a file holds one plan"));
        return FALSE;
    }
    return TRUE;
}

static gboolean
add_draw (const RecapText *fields, const guint *columns, const char *file, guint64 line,
          gpointer data, GError **error)
{
    Reading *reading = data;
    RecapPlan *plan = reading->plan;
    RecapOrigin places[N_COLUMNS];
    gint64 number = 0;

    for (guint i = 0; i < N_COLUMNS; i++)
        places[i] = (RecapOrigin){ file, line, columns[i] };
    if (!recap_count_parse (fields[COLUMN_UNDIAN], &number) || number != plan->codes->len + 1)
        return set_value_error (fields[COLUMN_UNDIAN], COLUMN_UNDIAN, &places[COLUMN_UNDIAN],
                                error);
    if (plan->codes->len == 0) {
        if (!read_terms (plan, fields, places, error))
            return FALSE;
        for (guint i = 0; i < N_COLUMNS; i++)
            g_ptr_array_add (reading->first, g_strndup (fields[i].bytes, fields[i].size));
        plan->file = g_strdup (file);
    }
    if (!check_terms (reading, fields, places, error))
        return FALSE;
    g_ptr_array_add (plan->codes, g_strndup (fields[COLUMN_KODE].bytes, fields[COLUMN_KODE].size));
    return TRUE;
}

RecapPlan *
recap_plan_load (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (RecapPlan) self = recap_plan_new ();
    g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
    Reading reading = { self, first };

    if (!recap_csv_load (path, column_names, N_COLUMNS, add_draw, &reading, error))
        return NULL;
    if (self->codes->len == 0) {
        RecapOrigin origin = { path, 0, 0 };
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("the plan has no draw"));
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
recap_plan_write_header (RecapCsvWriter *csv)
{
    for (guint i = 0; i < G_N_ELEMENTS (written_names); i++)
        recap_csv_writer_string (csv, written_names[i]);
    recap_csv_writer_end (csv);
}

void
recap_plan_write_draw (const RecapPlan *self, const RecapPlanDraw *draw, RecapCsvWriter *csv)
{
    const RecapText names[] = { draw->provinsi, draw->kabko, draw->kecamatan, draw->desa,
                                draw->tps };
    g_autofree char *limit = recap_risk_limit_format (self->limit);
    char risk[RECAP_RISK_SIZE] = "";

    recap_csv_writer_number (csv, (gint64)draw->number);
    recap_csv_writer_string (csv, self->kontes);
    recap_csv_writer_text (csv, draw->kode);
    recap_csv_writer_number (csv, (gint64)draw->bound);
    if (draw->counted)
        recap_csv_writer_number (csv, draw->excess);
    else
        recap_csv_writer_string (csv, "");
    if (draw->known)
        recap_risk_format (&draw->risk, risk);
    recap_csv_writer_string (csv, risk);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        recap_csv_writer_text (csv, names[i]);
    recap_csv_writer_string (csv, self->wilayah);
    recap_csv_writer_string (csv, self->seed);
    recap_csv_writer_string (csv, limit);
    recap_csv_writer_string (csv, methods[self->majority]);
    recap_csv_writer_number (csv, self->n_winners);
    recap_csv_writer_string (csv, ballots[self->issued]);
    recap_csv_writer_string (csv, self->fingerprint);
    recap_csv_writer_end (csv);
}
