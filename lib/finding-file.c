#include "config.h"

#include "finding-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "csv-reader.h"
#include "csv-writer.h"
#include "error.h"
#include "json-writer.h"
#include "region.h"

/* The columns of a finding list in their order (recap-finding(5)). */
enum {
    COLUMN_KONTES,
    COLUMN_KODE,
    COLUMN_PROVINSI,
    COLUMN_KABKO,
    COLUMN_KECAMATAN,
    COLUMN_DESA,
    COLUMN_TPS,
    COLUMN_ATURAN,
    COLUMN_TINGKAT,
    COLUMN_ISIAN,
    COLUMN_SUMBER_A,
    COLUMN_NILAI_A,
    COLUMN_SUMBER_B,
    COLUMN_NILAI_B,
    COLUMN_SELISIH,
    COLUMN_SEBAB,
    COLUMN_KETERANGAN,
    COLUMN_ASAL_A,
    COLUMN_ASAL_B,
    N_COLUMNS,
};

/* The names, and where a text column stands in the struct (0: not a text). */
static const struct {
    const char *name;
    gsize offset;
} columns[N_COLUMNS] = {
    [COLUMN_KONTES] = { "kontes", G_STRUCT_OFFSET (RecapFinding, kontes) },
    [COLUMN_KODE] = { "kode", G_STRUCT_OFFSET (RecapFinding, kode) },
    [COLUMN_PROVINSI] = { "provinsi", G_STRUCT_OFFSET (RecapFinding, provinsi) },
    [COLUMN_KABKO] = { "kabko", G_STRUCT_OFFSET (RecapFinding, kabko) },
    [COLUMN_KECAMATAN] = { "kecamatan", G_STRUCT_OFFSET (RecapFinding, kecamatan) },
    [COLUMN_DESA] = { "desa", G_STRUCT_OFFSET (RecapFinding, desa) },
    [COLUMN_TPS] = { "tps", G_STRUCT_OFFSET (RecapFinding, tps) },
    [COLUMN_ATURAN] = { "aturan", G_STRUCT_OFFSET (RecapFinding, aturan) },
    [COLUMN_TINGKAT] = { "tingkat", 0 },
    [COLUMN_ISIAN] = { "isian", G_STRUCT_OFFSET (RecapFinding, isian) },
    [COLUMN_SUMBER_A] = { "sumber_a", G_STRUCT_OFFSET (RecapFinding, sumber_a) },
    [COLUMN_NILAI_A] = { "nilai_a", 0 },
    [COLUMN_SUMBER_B] = { "sumber_b", G_STRUCT_OFFSET (RecapFinding, sumber_b) },
    [COLUMN_NILAI_B] = { "nilai_b", 0 },
    [COLUMN_SELISIH] = { "selisih", 0 },
    [COLUMN_SEBAB] = { "sebab", G_STRUCT_OFFSET (RecapFinding, sebab) },
    [COLUMN_KETERANGAN] = { "keterangan", G_STRUCT_OFFSET (RecapFinding, keterangan) },
    [COLUMN_ASAL_A] = { "asal_a", G_STRUCT_OFFSET (RecapFinding, asal_a) },
    [COLUMN_ASAL_B] = { "asal_b", G_STRUCT_OFFSET (RecapFinding, asal_b) },
};

static const char *const format_names[] = {
    [RECAP_FORMAT_CSV] = "csv",
    [RECAP_FORMAT_TEXT] = "text",
    [RECAP_FORMAT_JSON] = "json",
};

gboolean
recap_format_parse (const char *word, RecapFormat *ret_format)
{
    for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
        if (strcmp (word, format_names[i]) == 0) {
            *ret_format = i;
            return TRUE;
        }
    return FALSE;
}

struct _RecapFindingWriter {
    RecapSpool *spool;
    RecapFormat format;
    const RecapContests *contests;
    RecapCsvWriter *csv;
    RecapFindingCount count;

    /* Text: the headings under which the next line goes. */
    GString *place;
    GString *sources;
};

RecapFindingWriter *
recap_finding_writer_new (RecapSpool *spool, RecapFormat format, const RecapContests *contests)
{
    RecapFindingWriter *self = g_new0 (RecapFindingWriter, 1);
    self->spool = spool;
    self->format = format;
    self->contests = contests;
    self->csv = recap_csv_writer_new (spool);
    self->place = g_string_new (NULL);
    self->sources = g_string_new (NULL);
    recap_finding_writer_reset (self);
    return self;
}

void
recap_finding_writer_free (RecapFindingWriter *self)
{
    if (self == NULL)
        return;
    recap_csv_writer_free (self->csv);
    g_string_free (self->place, TRUE);
    g_string_free (self->sources, TRUE);
    g_free (self);
}

void
recap_finding_writer_reset (RecapFindingWriter *self)
{
    recap_spool_clear (self->spool);
    self->count = (RecapFindingCount){ { 0 } };
    g_string_truncate (self->place, 0);
    g_string_truncate (self->sources, 0);
    if (self->format == RECAP_FORMAT_CSV) {
        for (guint i = 0; i < N_COLUMNS; i++)
            recap_csv_writer_string (self->csv, columns[i].name);
        recap_csv_writer_end (self->csv);
    }
}

static RecapText
text_column (const RecapFinding *finding, guint column)
{
    return *(const RecapText *)G_STRUCT_MEMBER_P (finding, columns[column].offset);
}

static gboolean
has_difference (const RecapFinding *finding)
{
    return recap_cell_is_number (finding->nilai_a) && recap_cell_is_number (finding->nilai_b);
}

static void
add_csv (RecapFindingWriter *self, const RecapFinding *finding)
{
    for (guint i = 0; i < N_COLUMNS; i++)
        switch (i) {
        case COLUMN_TINGKAT:
            recap_csv_writer_string (self->csv, recap_severity_name (finding->severity));
            break;
        case COLUMN_NILAI_A:
            recap_csv_writer_cell (self->csv, finding->nilai_a);
            break;
        case COLUMN_NILAI_B:
            recap_csv_writer_cell (self->csv, finding->nilai_b);
            break;
        case COLUMN_SELISIH:
            if (has_difference (finding))
                recap_csv_writer_number (self->csv, finding->nilai_b - finding->nilai_a);
            else
                recap_csv_writer_string (self->csv, "");
            break;
        default:
            recap_csv_writer_text (self->csv, text_column (finding, i));
        }
    recap_csv_writer_end (self->csv);
}

/* ---- JSON: one object a line, every column a member ---- */

static void
add_json (RecapFindingWriter *self, const RecapFinding *finding)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < N_COLUMNS; i++) {
        recap_json_append_name (out, columns[i].name);
        switch (i) {
        case COLUMN_TINGKAT:
            recap_json_append_string (out, recap_text (recap_severity_name (finding->severity)));
            break;
        case COLUMN_NILAI_A:
            recap_json_append_cell (out, finding->nilai_a);
            break;
        case COLUMN_NILAI_B:
            recap_json_append_cell (out, finding->nilai_b);
            break;
        case COLUMN_SELISIH:
            if (has_difference (finding))
                g_string_append_printf (out, "%" PRId64, finding->nilai_b - finding->nilai_a);
            else
                g_string_append (out, "null");
            break;
        default:
            recap_json_append_string (out, text_column (finding, i));
        }
    }
    g_string_append (out, "}\n");
    recap_spool_write (self->spool, out->str, out->len);
}

/* ---- text: for people, under a heading for each desa ---- */

/* The widths of the columns, in characters. Together they fit a projector of 100 columns. */
enum {
    WIDTH_TPS = 4,
    WIDTH_CODE = 6,
    WIDTH_BOX = 9,
    WIDTH_LABEL = 31,
    WIDTH_VALUE = 12,
    WIDTH_DIFFERENCE = 8
};

/* Adds @bytes made harmless and filled or cut to @width characters; @right: to the right side. */
static void
append_column (GString *out, const char *bytes, gsize size, guint width, gboolean right)
{
    g_autofree char *safe = recap_text_escape (bytes, size);
    glong length = g_utf8_strlen (safe, -1);

    if (length > (glong)width) {
        g_autofree char *head = g_utf8_substring (safe, 0, (glong)width - 1);
        g_string_append_printf (out, "%s~", head);
    } else {
        g_string_append_printf (out, "%*s", right ? (int)(width - length) : 0, "");
        g_string_append (out, safe);
        g_string_append_printf (out, "%*s", right ? 0 : (int)(width - length), "");
    }
    g_string_append_c (out, ' ');
}

static void
append_value (GString *out, RecapCell cell, guint width)
{
    char digits[RECAP_CELL_SIZE];
    const char *shown = digits;
    if (cell == RECAP_CELL_BLANK)
        shown = "kosong";
    else if (cell == RECAP_CELL_NOT_CARRIED)
        shown = "";
    else
        recap_cell_format (cell, digits);
    append_column (out, shown, strlen (shown), width, TRUE);
}

/* Appends the name of a source as the heading of a column of values: 'PLANO'. */
static void
append_source (GString *out, RecapText sumber)
{
    g_autofree char *upper = g_ascii_strup (sumber.bytes, (gssize)sumber.size);
    append_column (out, upper, strlen (upper), WIDTH_VALUE, TRUE);
}

/* The place as a heading: 'ppwp 3907122001  PROVINSI / KABKO / KECAMATAN / DESA'. */
static void
write_place (GString *out, const RecapFinding *finding)
{
    const RecapText names[] = { finding->provinsi, finding->kabko, finding->kecamatan,
                                finding->desa };
    RecapText desa = recap_region_at (finding->kode, RECAP_LEVEL_DESA);
    const char *before = "  ";

    recap_text_append (finding->kontes, out);
    if (desa.size > 0)
        g_string_append_printf (out, " %.*s", (int)desa.size, desa.bytes);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *safe = recap_text_escape (names[i].bytes, names[i].size);
        if (names[i].size == 0)
            continue;
        g_string_append_printf (out, "%s%s", before, safe);
        before = " / ";
    }
}

/* A new heading for a new desa, and for other sources than those above. What a rule says has no
 * second source when a box is blank; that is no reason for a heading. */
static void
add_heading (RecapFindingWriter *self, const RecapFinding *finding)
{
    g_autoptr (GString) place = g_string_new (NULL);
    g_autoptr (GString) sources = g_string_new (NULL);
    RecapText b = finding->sumber_b;

    write_place (place, finding);
    append_source (sources, finding->sumber_a);
    append_source (sources, b.size > 0 ? b : recap_text ("rumus"));
    if (g_string_equal (place, self->place) && g_string_equal (sources, self->sources))
        return;
    g_autoptr (GString) out = g_string_new (self->place->len > 0 ? "\n" : NULL);
    g_string_assign (self->place, place->str);
    g_string_assign (self->sources, sources->str);
    g_string_append_printf (out, "%s\n", place->str);
    append_column (out, "TPS", 3, WIDTH_TPS, FALSE);
    append_column (out, "ATURAN", 6, WIDTH_CODE, FALSE);
    append_column (out, "NO.", 3, WIDTH_BOX, FALSE);
    append_column (out, "URAIAN", 6, WIDTH_LABEL, FALSE);
    g_string_append (out, sources->str);
    append_column (out, "SELISIH", 7, WIDTH_DIFFERENCE, TRUE);
    g_string_append (out, "KETERANGAN\n");
    recap_spool_write (self->spool, out->str, out->len);
}

static const RecapField *
field_of (const RecapFindingWriter *self, const RecapFinding *finding)
{
    const RecapContest *contest = recap_contests_find (self->contests, finding->kontes);
    return contest != NULL && finding->isian.size > 0 ? recap_contest_find (contest, finding->isian)
                                                      : NULL;
}

static void
add_text (RecapFindingWriter *self, const RecapFinding *finding)
{
    const RecapField *field = field_of (self, finding);
    RecapText tps = finding->tps.size > 0 ? finding->tps : finding->kode;
    g_autoptr (GString) out = g_string_new (NULL);
    g_autofree char *note = recap_text_escape (finding->keterangan.bytes, finding->keterangan.size);
    g_autofree char *cause = recap_text_escape (finding->sebab.bytes, finding->sebab.size);
    g_autofree char *label = NULL;

    add_heading (self, finding);
    if (field != NULL)
        label = g_strdup (field->short_label);
    else
        label = finding->isian.size > 0
                    ? g_strndup (finding->isian.bytes, finding->isian.size)
                    : g_strdup (recap_region_level (finding->kode) > RECAP_LEVEL_TPS
                                    ? "(seluruh wilayah)"
                                    : "(seluruh formulir)");
    append_column (out, tps.bytes, tps.size, MAX (WIDTH_TPS, (guint)tps.size), FALSE);
    append_column (out, finding->aturan.bytes, finding->aturan.size, WIDTH_CODE, FALSE);
    append_column (out, field != NULL ? field->box : "", field != NULL ? strlen (field->box) : 0,
                   WIDTH_BOX, FALSE);
    append_column (out, label, strlen (label), WIDTH_LABEL, FALSE);
    append_value (out, finding->nilai_a, WIDTH_VALUE);
    append_value (out, finding->nilai_b, WIDTH_VALUE);
    g_autofree char *difference =
        has_difference (finding)
            ? g_strdup_printf ("%+" PRId64, finding->nilai_b - finding->nilai_a)
            : g_strdup ("");
    /* A number is never cut. */
    append_column (out, difference, strlen (difference),
                   MAX (WIDTH_DIFFERENCE, (guint)strlen (difference)), TRUE);
    /* The columns have said what a difference between two boxes is; its cause is one word. */
    gboolean told = field != NULL && finding->aturan.size > 0 && finding->aturan.bytes[0] == 'D';
    g_string_append (out, told ? cause : note);
    while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
    g_string_append_c (out, '\n');
    recap_spool_write (self->spool, out->str, out->len);
}

void
recap_finding_writer_add (RecapFindingWriter *self, const RecapFinding *finding)
{
    self->count.n[finding->severity]++;
    switch (self->format) {
    case RECAP_FORMAT_CSV:
        add_csv (self, finding);
        break;
    case RECAP_FORMAT_TEXT:
        add_text (self, finding);
        break;
    case RECAP_FORMAT_JSON:
        add_json (self, finding);
        break;
    }
}

void
recap_finding_writer_finish (RecapFindingWriter *self)
{
    if (self->format != RECAP_FORMAT_TEXT)
        return;
    const guint64 *n = self->count.n;
    g_autoptr (GString) line = g_string_new (self->place->len > 0 ? "\n" : "");
    g_string_append_printf (line, "%" PRIu64 " galat, %" PRIu64 " peringatan, %" PRIu64 " info",
                            n[RECAP_SEVERITY_ERROR], n[RECAP_SEVERITY_WARNING],
                            n[RECAP_SEVERITY_INFO]);
    if (n[RECAP_SEVERITY_HELD] > 0)
        g_string_append_printf (line, ", %" PRIu64 " sesuai", n[RECAP_SEVERITY_HELD]);
    g_string_append_c (line, '\n');
    recap_spool_puts (self->spool, line->str);
}

void
recap_finding_writer_note (RecapFindingWriter *self, const char *note)
{
    g_autofree char *safe = recap_text_escape (note, strlen (note));
    if (self->format != RECAP_FORMAT_TEXT)
        return;
    recap_spool_puts (self->spool, safe);
    recap_spool_puts (self->spool, "\n");
}

const RecapFindingCount *
recap_finding_writer_get_count (const RecapFindingWriter *self)
{
    return &self->count;
}

void
recap_findings_write (const RecapFindings *findings, RecapFormat format,
                      const RecapContests *contests, RecapSpool *spool)
{
    g_return_if_fail (findings != NULL && spool != NULL);

    g_autoptr (RecapFindingWriter) writer = recap_finding_writer_new (spool, format, contests);
    for (guint i = 0; i < recap_findings_get_n (findings); i++)
        recap_finding_writer_add (writer, recap_findings_get (findings, i));
    recap_finding_writer_finish (writer);
}

/* ---- reading ---- */

/* Reads a value; nothing is a blank where a box of a source is meant, else it does not apply. */
static gboolean
load_value (RecapText text, gboolean applies, const RecapOrigin *origin, RecapCell *ret_cell,
            GError **error)
{
    if (text.size == 0) {
        *ret_cell = applies ? RECAP_CELL_BLANK : RECAP_CELL_NOT_CARRIED;
        return TRUE;
    }
    if (recap_cell_parse (text, ret_cell))
        return TRUE;
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    recap_error_set (error, RECAP_ERROR_SYNTAX, origin, _ ("count '%s' is not a number"), shown);
    return FALSE;
}

static gboolean
load_finding (const RecapText *fields, const guint *characters, const char *file, guint64 line,
              gpointer data, GError **error)
{
    RecapFinding finding = { 0 };

    for (guint i = 0; i < N_COLUMNS; i++)
        if (columns[i].offset > 0 || i == COLUMN_KONTES)
            *(RecapText *)G_STRUCT_MEMBER_P (&finding, columns[i].offset) = fields[i];
    if (!recap_severity_parse (fields[COLUMN_TINGKAT], &finding.severity)) {
        RecapOrigin origin = { file, line, characters[COLUMN_TINGKAT] };
        g_autofree char *shown =
            recap_text_display (fields[COLUMN_TINGKAT].bytes, fields[COLUMN_TINGKAT].size);
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin,
                         _ ("'%s' is not galat, peringatan or info"), shown);
        return FALSE;
    }
    /* What a form keeps is nothing that anybody must decide about. */
    if (finding.severity == RECAP_SEVERITY_HELD)
        return TRUE;
    gboolean box = finding.isian.size > 0;
    RecapOrigin a = { file, line, characters[COLUMN_NILAI_A] };
    RecapOrigin b = { file, line, characters[COLUMN_NILAI_B] };
    if (!load_value (fields[COLUMN_NILAI_A], box && finding.sumber_a.size > 0, &a, &finding.nilai_a,
                     error) ||
        !load_value (fields[COLUMN_NILAI_B], box && finding.sumber_b.size > 0, &b, &finding.nilai_b,
                     error))
        return FALSE;
    recap_findings_add (data, &finding);
    return TRUE;
}

gboolean
recap_findings_load (RecapFindings *findings, const char *path, GError **error)
{
    const char *names[N_COLUMNS + 1] = { NULL };
    for (guint i = 0; i < N_COLUMNS; i++)
        names[i] = columns[i].name;
    return recap_csv_load (path, names, COLUMN_SELISIH, load_finding, findings, error);
}
