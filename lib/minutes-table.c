#include "config.h"

#include "minutes-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "minutes-control.h"
#include "minutes-marks.h"
#include "minutes-sign.h"

/* The sheets with numbers: one per desa with its TPS, one for the whole with its parts. Both are
 * the same table: the boxes of the form as rows, in blocks of columns that each fill a page. A
 * block begins with what the one before carried forward (JUMLAH PINDAHAN) and ends with what it
 * carries itself, the last one with JUMLAH AKHIR. Every total is the sum of the columns of its own
 * block, which hold the carried sum once: nothing is counted twice. */

/* Columns at the left of every page: number, label, LK/PR/JML. */
enum { COLUMN_NUMBER, COLUMN_LABEL, COLUMN_SEX, HEAD_COLUMNS };

/* Rows at the top of every page. */
enum {
    ROW_TITLE,
    ROW_PROVINSI,
    ROW_KABKO,
    ROW_KECAMATAN,
    ROW_DESA,
    ROW_COLUMNS,
    ROW_ORDINALS,
    HEAD_ROWS,
};

/* How the columns of a kind of table are laid out; widths in tenths of a digit. */
typedef struct {
    guint per_block;
    guint width, carried_width, total_width;
    guint heading_height;
} Layout;

static const Layout desa_layout = { 15, 72, 92, 96, 26 };
static const Layout whole_layout = { 10, 110, 110, 114, 38 };

/* A table being written. */
typedef struct {
    Minutes *minutes;
    const Layout *layout;
    MinutesArea *area;
    guint n; /* columns to come in all blocks: TPS or parts */
    guint n_blocks;
    gboolean of_desa;                   /* columns are the TPS of a desa */
    GArray *bars;                       /* guint: rows with a heading over all columns */
    guint tally_row;                    /* of the numbers of TPS that sums have */
    RecapCell tallies[RECAP_N_TALLIES]; /* sums so far */
    guint end_row;                      /* after the last line */
    guint ordinal;                      /* of the next column: (4) */
} Table;

static gboolean
is_last (const Table *self, const MinutesBlock *block)
{
    return block->index + 1 == self->n_blocks;
}

/* Blocks are all equally wide, so that titles and signatures have room beside a few columns. */
static MinutesBlock
find_block (const Table *self, guint index)
{
    MinutesBlock block = { .index = index, .width = self->layout->per_block + 2 };
    block.first = index * self->layout->per_block;
    block.n = MIN (self->layout->per_block, self->n - block.first);
    block.start = HEAD_COLUMNS + index * block.width;
    block.data = block.start + (index > 0 ? 1 : 0);
    block.total = block.data + block.n;
    return block;
}

static gboolean
same_row (const MinutesLine *a, const MinutesLine *b)
{
    return a->field->section == b->field->section && strcmp (a->field->row, b->field->row) == 0;
}

/* A heading over all columns, on the page of what follows. */
static void
add_bar (Table *self, guint row, const char *number, const char *title)
{
    RecapSheet *sheet = self->area->sheet;
    recap_sheet_string (sheet, row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_SECTION, number);
    recap_sheet_string (sheet, row, COLUMN_LABEL, 1, 2, RECAP_STYLE_SECTION, title);
    recap_sheet_row (sheet, row)->keep = TRUE;
    g_array_append_val (self->bars, row);
}

/* Returns: whether the lines @a and @b belong to the votes of one party. */
static gboolean
same_party (const Table *self, guint a, guint b)
{
    const MinutesLine *line = minutes_line (self->minutes, a);
    return b < self->minutes->lines->len && line->field->contestant > 0 &&
           line->field->contestant == minutes_line (self->minutes, b)->field->contestant;
}

/* The headings before line @index: of its section, of its party. */
static guint
add_bars (Table *self, guint index, guint row)
{
    const Minutes *minutes = self->minutes;
    const RecapField *field = minutes_line (minutes, index)->field;
    const RecapSection *sections = recap_contest_get_sections (minutes->contest, NULL);

    if (index == 0 || field->section != minutes_line (minutes, index - 1)->field->section)
        add_bar (self, row++, sections[field->section].number, sections[field->section].title);
    if (same_party (self, index, index + 1) &&
        (index == 0 || !same_party (self, index, index - 1))) {
        const char *name = minutes_contestant_name (minutes, field->contestant);
        g_autofree char *number = g_strndup (field->number, strcspn (field->number, " "));
        g_autofree char *upper =
            g_utf8_strup (recap_contest_get_contestants (minutes->contest), -1);
        g_autofree char *title =
            g_strdup_printf ("%s NOMOR URUT %u%s%s", upper, field->contestant,
                             name != NULL ? ": " : "", name != NULL ? name : "");
        add_bar (self, row++, number, title);
    }
    return row;
}

static gboolean
is_in_last_section (const Table *self, guint index)
{
    guint n_lines = self->minutes->lines->len;
    return index + 1 < n_lines && minutes_line (self->minutes, index)->field->section ==
                                      minutes_line (self->minutes, n_lines - 1)->field->section;
}

/* Writes what stands at the left of lines @first up to @end, which are one row of the form, and
 * finds out where each of them stands. */
static void
add_label (Table *self, guint first, guint end, guint row)
{
    static const char *const sexes[] = { [RECAP_COLUMN_NONE] = "",
                                         [RECAP_COLUMN_L] = "LK",
                                         [RECAP_COLUMN_P] = "PR",
                                         [RECAP_COLUMN_J] = "JML" };
    RecapSheet *sheet = self->area->sheet;
    const RecapField *field = minutes_line (self->minutes, first)->field;
    gboolean single = end == first + 1 && field->column == RECAP_COLUMN_NONE;
    g_autofree char *label = minutes_field_label (self->minutes, field);

    recap_sheet_string (sheet, row, COLUMN_NUMBER, end - first, 1, RECAP_STYLE_CENTRED,
                        field->number);
    recap_sheet_string (sheet, row, COLUMN_LABEL, end - first, single ? 2 : 1, RECAP_STYLE_CELL,
                        label);
    for (guint i = first; i < end; i++, row++) {
        MinutesLine *line = minutes_line (self->minutes, i);
        line->row = row;
        if (!single)
            recap_sheet_string (sheet, row, COLUMN_SEX, 1, 1, RECAP_STYLE_CENTRED,
                                sexes[line->field->column]);
        /* Neither a row of the form nor a party is torn, nor the last section, which stands with
         * the signatures. */
        recap_sheet_row (sheet, row)->keep =
            i + 1 < end || same_party (self, i, i + 1) || is_in_last_section (self, i);
    }
}

/* How many TPS the sums are of, when the table says so. */
static guint
add_tally_labels (Table *self, guint row)
{
    static const char *const labels[] = {
        [RECAP_TALLY_REGISTERED] = "Jumlah TPS terdaftar",
        [RECAP_TALLY_RECEIVED] = "Jumlah TPS dengan perolehan suara",
        [RECAP_TALLY_COMPLETE] = "Jumlah TPS dengan isian lengkap",
    };
    RecapSheet *sheet = self->area->sheet;

    self->tally_row = 0;
    if (!self->minutes->of_sums ||
        minutes_tally (self->minutes, RECAP_TALLY_RECEIVED) == RECAP_CELL_NOT_CARRIED)
        return row;
    add_bar (self, row++, "", "TPS YANG DIJUMLAHKAN");
    self->tally_row = row;
    for (guint i = 0; i < RECAP_N_TALLIES; i++, row++) {
        recap_sheet_string (sheet, row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_CENTRED, "");
        recap_sheet_string (sheet, row, COLUMN_LABEL, 1, 2, RECAP_STYLE_CELL, labels[i]);
        recap_sheet_row (sheet, row)->keep = i + 1 < RECAP_N_TALLIES;
    }
    return row;
}

static void
add_labels (Table *self)
{
    guint row = HEAD_ROWS;
    guint n_lines = self->minutes->lines->len;

    for (guint i = 0, next = 0; i < n_lines; i = next) {
        const MinutesLine *line = minutes_line (self->minutes, i);
        row = add_bars (self, i, row);
        next = i + 1;
        while (next < n_lines && same_row (minutes_line (self->minutes, next), line))
            next++;
        add_label (self, i, next, row);
        row += next - i;
    }
    self->end_row = add_tally_labels (self, row);
}

static void
add_place (Table *self, guint row, const char *label, RecapText name, RecapText kode)
{
    g_autoptr (GString) text = g_string_new (label);

    g_string_append (text, " : ");
    recap_text_append (name, text);
    if (kode.size > 0 && !recap_text_equal (kode, name))
        g_string_append_printf (text, " (%.*s)", (int)kode.size, kode.bytes);
    recap_sheet_string (self->area->sheet, row, COLUMN_NUMBER, 1, HEAD_COLUMNS, RECAP_STYLE_LABEL,
                        text->str);
}

/* The names at the top left. */
static void
add_places (Table *self)
{
    const Minutes *minutes = self->minutes;
    const MinutesArea *whole = minutes->whole;
    guint row = ROW_PROVINSI;

    recap_sheet_string (self->area->sheet, ROW_TITLE, COLUMN_NUMBER, 1, HEAD_COLUMNS,
                        RECAP_STYLE_ALERT, "ALAT BANTU - BUKAN DOKUMEN RESMI KPU");
    for (RecapLevel level = RECAP_LEVEL_PROVINSI; level > minutes->level->level; level--) {
        const MinutesLevel *above = minutes_level_find (level, whole->kode);
        add_place (self, row++, above->label, minutes->names[above->key], RECAP_TEXT_EMPTY);
    }
    add_place (self, row, minutes->level->label, whole->name,
               minutes->level->level < RECAP_LEVEL_NASIONAL ? whole->kode : RECAP_TEXT_EMPTY);
    if (self->of_desa)
        add_place (self, ROW_DESA, "KELURAHAN/DESA", self->area->name, self->area->kode);
}

/* The columns at the left are as wide as 'IV.24 A.2.10', 'Jumlah suara sah partai ...' and names in
 * capitals need, so that the many rows of candidates have one line. */
static void
set_left_widths (const Minutes *minutes, RecapSheet *sheet)
{
    enum { LEAST = 62, PADDING = 14, A_CHARACTER = 8 }; /* tenths of a digit */
    enum { LABEL_WIDTH = 440, LABEL_WIDTH_OF_PARTIES = 490, LABEL_WIDTH_OF_NAMES = 540 };
    gsize longest = 0;

    for (guint i = 0; i < minutes->lines->len; i++)
        longest = MAX (longest, strlen (minutes_line (minutes, i)->field->number));
    guint width = MAX (LEAST, PADDING + A_CHARACTER * (guint)MIN (longest, 40));
    recap_sheet_set_widths (sheet, COLUMN_NUMBER, 1, width);
    recap_sheet_set_widths (sheet, COLUMN_LABEL, 1,
                            minutes->ballot != NULL ? LABEL_WIDTH_OF_NAMES
                            : width > LEAST         ? LABEL_WIDTH_OF_PARTIES
                                                    : LABEL_WIDTH);
    recap_sheet_set_widths (sheet, COLUMN_SEX, 1, 50);
}

static void
add_left (Table *self)
{
    static const char *const headings[HEAD_COLUMNS] = {
        [COLUMN_NUMBER] = "NO", [COLUMN_LABEL] = "URAIAN", [COLUMN_SEX] = "LK/PR/\nJML"
    };
    RecapSheet *sheet = self->area->sheet;

    sheet->head_rows = HEAD_ROWS;
    sheet->head_columns = HEAD_COLUMNS;
    add_places (self);
    set_left_widths (self->minutes, sheet);
    for (guint i = 0; i < HEAD_COLUMNS; i++) {
        g_autofree char *ordinal = g_strdup_printf ("(%u)", i + 1);
        recap_sheet_string (sheet, ROW_COLUMNS, i, 1, 1, RECAP_STYLE_COLUMN, headings[i]);
        recap_sheet_string (sheet, ROW_ORDINALS, i, 1, 1, RECAP_STYLE_ORDINAL, ordinal);
    }
    recap_sheet_row (sheet, ROW_COLUMNS)->height = self->layout->heading_height;
    self->ordinal = HEAD_COLUMNS + 1;
    add_labels (self);
}

static char *
make_title (const Table *self)
{
    const MinutesLevel *level = self->minutes->level;
    g_autofree char *parts = g_utf8_strup (level->parts, -1);
    const char *what = "REKAPITULASI HASIL PENGHITUNGAN PEROLEHAN SUARA DARI SETIAP";

    if (self->of_desa)
        return g_strdup_printf ("%s TPS DALAM WILAYAH DESA/KELURAHAN", what);
    if (level->level == RECAP_LEVEL_NASIONAL)
        return g_strdup_printf ("%s %s DI TINGKAT NASIONAL", what, parts);
    return g_strdup_printf ("%s %s DALAM WILAYAH %s", what, parts, level->label);
}

/* Titles over the columns of a block: every printed page has them. */
static void
add_titles (Table *self, const MinutesBlock *block)
{
    RecapSheet *sheet = self->area->sheet;
    const RecapContest *contest = self->minutes->contest;
    RecapText source = minutes_form (self->minutes, 0)->keys[RECAP_KEY_SUMBER];
    g_autofree char *form = minutes_form_name (self->minutes);
    g_autofree char *part =
        g_strdup_printf ("Bagian %u dari %u  |  Formulir: %s  |  Sumber data: %.*s",
                         block->index + 1, self->n_blocks, form, (int)source.size, source.bytes);
    g_autofree char *title = make_title (self);

    recap_sheet_string (sheet, ROW_TITLE, block->start, 1, block->width, RECAP_STYLE_HEADING,
                        title);
    recap_sheet_string (sheet, ROW_PROVINSI, block->start, 1, block->width, RECAP_STYLE_HEADING,
                        recap_contest_get_election (contest));
    recap_sheet_string (sheet, ROW_KABKO, block->start, 1, block->width, RECAP_STYLE_NOTE, part);
}

static void
add_heading (Table *self, guint column, guint width, const char *text, RecapText kode)
{
    RecapSheet *sheet = self->area->sheet;
    g_autofree char *ordinal = g_strdup_printf ("(%u)", self->ordinal++);

    recap_sheet_set_widths (sheet, column, 1, width);
    RecapSheetCell *cell =
        recap_sheet_string (sheet, ROW_COLUMNS, column, 1, 1, RECAP_STYLE_COLUMN, text);
    if (kode.size > 0)
        minutes_mark_cell (self->minutes, sheet, cell, kode, RECAP_TEXT_EMPTY);
    recap_sheet_string (sheet, ROW_ORDINALS, column, 1, 1, RECAP_STYLE_ORDINAL, ordinal);
}

static void
add_headings (Table *self, const MinutesBlock *block)
{
    const Minutes *minutes = self->minutes;

    recap_sheet_set_widths (self->area->sheet, block->start, block->width, self->layout->width);
    if (block->index > 0)
        add_heading (self, block->start, self->layout->carried_width, "JUMLAH\nPINDAHAN",
                     RECAP_TEXT_EMPTY);
    for (guint i = block->first; i < block->first + block->n; i++) {
        RecapText kode = self->of_desa
                             ? minutes_form (minutes, self->area->first + i)->keys[RECAP_KEY_KODE]
                             : minutes_part (minutes, i)->kode;
        RecapText name = self->of_desa ? minutes_tps (minutes_form (minutes, self->area->first + i))
                                       : minutes_part (minutes, i)->name;
        g_autofree char *text =
            g_strdup_printf ("%s%.*s", self->of_desa ? "TPS\n" : "", (int)name.size, name.bytes);
        add_heading (self, block->data + i - block->first, self->layout->width, text, kode);
    }
    add_heading (self, block->total, self->layout->total_width,
                 is_last (self, block) ? "JUMLAH\nAKHIR" : "JUMLAH\nPINDAHAN",
                 is_last (self, block) ? self->area->kode : RECAP_TEXT_EMPTY);
}

/* Adds what one column has to a total. */
static gboolean
add_to_total (MinutesTotal *total, const MinutesTotal *part)
{
    total->n_incomplete += part->n_incomplete;
    if (!recap_cell_is_number (part->value))
        return TRUE;
    total->value = recap_cell_is_number (total->value) ? total->value + part->value : part->value;
    return total->value <= RECAP_COUNT_MAX;
}

static guint
total_marks (const MinutesTotal *total)
{
    return total->n_incomplete > 0 ? RECAP_MARK_INCOMPLETE : 0;
}

/* What a form says, which is of a TPS or a sum. */
static void
add_number (Table *self, guint row, guint column, const RecapForm *form, const MinutesLine *line,
            const MinutesTotal *what)
{
    RecapSheet *sheet = self->area->sheet;
    RecapSheetCell *cell =
        what->value != RECAP_CELL_NOT_CARRIED
            ? recap_sheet_number (sheet, row, column, RECAP_STYLE_NUMBER, what->value)
            : recap_sheet_string (sheet, row, column, 1, 1, RECAP_STYLE_NUMBER, "");
    if (recap_cell_is_number (what->value))
        cell->marks |= total_marks (what);
    minutes_mark_cell (self->minutes, sheet, cell, form->keys[RECAP_KEY_KODE],
                       recap_text (line->field->name));
}

/* The cell of one column: what the form says, or the total in the sheet of the part. */
static gboolean
add_cell (Table *self, guint row, guint column, guint index, guint line, MinutesTotal *total)
{
    const Minutes *minutes = self->minutes;
    const MinutesLine *what = minutes_line (minutes, line);

    if (self->of_desa) {
        const RecapForm *form = minutes_form (minutes, self->area->first + index);
        MinutesTotal own = minutes_look_up (form, what);
        add_number (self, row, column, form, what, &own);
        return add_to_total (total, &own);
    }
    const MinutesArea *part = minutes_part (minutes, index);
    MinutesTotal *carried = &part->totals[line];
    if (part->sheet == NULL) {
        const RecapForm *form = minutes_form (minutes, part->first);
        *carried = minutes_look_up (form, what);
        add_number (self, row, column, form, what, carried);
        return add_to_total (total, carried);
    }
    RecapText isian = recap_text (what->field->name);
    RecapRange range = { part->sheet->index, row, part->total_column, row, part->total_column };
    RecapSheetCell *cell =
        recap_sheet_copy (self->area->sheet, row, column, &range, carried->value);
    cell->marks = total_marks (carried);
    minutes_mark_cell (minutes, self->area->sheet, cell, part->kode, isian);
    return add_to_total (total, carried);
}

/* The total of the block before, in @row. */
static RecapRange
find_carried (const Table *self, const MinutesBlock *block, guint row)
{
    MinutesBlock before = find_block (self, block->index - 1);
    return (RecapRange){ self->area->sheet->index, row, before.total, row, before.total };
}

static gboolean
add_line (Table *self, const MinutesBlock *block, guint line, GError **error)
{
    RecapSheet *sheet = self->area->sheet;
    guint row = minutes_line (self->minutes, line)->row;
    MinutesTotal *total = &self->area->totals[line];
    RecapRange range = { sheet->index, row, block->start, row, block->total - 1 };
    RecapText isian = recap_text (minutes_line (self->minutes, line)->field->name);

    if (block->index > 0) {
        RecapRange carried = find_carried (self, block, row);
        recap_sheet_copy (sheet, row, block->start, &carried, total->value)->marks =
            total_marks (total);
    }
    for (guint i = 0; i < block->n; i++)
        if (!add_cell (self, row, block->data + i, block->first + i, line, total)) {
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                             _ ("the total of %.*s in '%s' is larger than 999999999999"),
                             (int)isian.size, isian.bytes, sheet->name);
            return FALSE;
        }
    RecapSheetCell *cell = recap_sheet_sum (sheet, row, block->total, &range, total->value);
    cell->marks = total_marks (total);
    if (is_last (self, block))
        minutes_mark_cell (self->minutes, sheet, cell, self->area->kode, isian);
    return TRUE;
}

/* The headings of sections and parties go on over the columns of the block. */
static void
add_bar_cells (Table *self, const MinutesBlock *block)
{
    for (guint i = 0; i < self->bars->len; i++)
        recap_sheet_string (self->area->sheet, g_array_index (self->bars, guint, i), block->start,
                            1, block->total - block->start + 1, RECAP_STYLE_SECTION, "");
}

/* A number of TPS. One that is not known stands as '-', and so does a sum over it. */
static void
add_tally_cell (RecapSheet *sheet, guint row, guint column, RecapStyle style, RecapCell value)
{
    if (recap_cell_is_number (value))
        recap_sheet_number (sheet, row, column, style, value);
    else
        recap_sheet_string (sheet, row, column, 1, 1, style, "-");
}

static void
add_tally (Table *self, const MinutesBlock *block, RecapTally tally)
{
    RecapSheet *sheet = self->area->sheet;
    guint row = self->tally_row + tally;
    RecapRange range = { sheet->index, row, block->start, row, block->total - 1 };
    RecapCell *sum = &self->tallies[tally];

    if (block->index > 0) {
        RecapRange carried = find_carried (self, block, row);
        if (recap_cell_is_number (*sum))
            recap_sheet_copy (sheet, row, block->start, &carried, *sum);
        else
            add_tally_cell (sheet, row, block->start, RECAP_STYLE_NUMBER, *sum);
    }
    for (guint i = 0; i < block->n; i++) {
        const RecapForm *form = minutes_form (self->minutes, block->first + i);
        RecapCell value = form->tallies[tally];
        add_tally_cell (sheet, row, block->data + i, RECAP_STYLE_NUMBER, value);
        *sum = recap_cell_is_number (*sum) && recap_cell_is_number (value) ? *sum + value
                                                                           : RECAP_CELL_BLANK;
    }
    if (recap_cell_is_number (*sum))
        recap_sheet_sum (sheet, row, block->total, &range, *sum);
    else
        add_tally_cell (sheet, row, block->total, RECAP_STYLE_TOTAL, *sum);
}

/* The boxes of one form that are blank or unreadable, for the note: 'TPS 003 IV.2, V.A'. */
static guint
describe_form (const Minutes *minutes, const RecapForm *form, GString *out)
{
    g_autoptr (GString) boxes = g_string_new (NULL);
    guint n = 0;

    for (guint i = 0; i < minutes->lines->len; i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        RecapCell value = form->cells[line->index];
        if (value != RECAP_CELL_BLANK && value != RECAP_CELL_UNREADABLE)
            continue;
        g_string_append_printf (boxes, "%s%s", n > 0 ? ", " : "", line->field->box);
        n++;
    }
    RecapText tps = minutes_tps (form);
    if (n > 0)
        g_string_append_printf (
            out, "%sTPS %.*s %s", out->len > 0 ? "; " : "", (int)tps.size, tps.bytes,
            n == minutes_count_boxes (minutes, form) ? "seluruh isian" : boxes->str);
    return n;
}

/* What a sum lacks: what its columns n_<field> say, else how many TPS are not complete. */
static void
count_incomplete (const Minutes *minutes, MinutesArea *part)
{
    const RecapForm *form = minutes_form (minutes, part->first);

    for (guint i = 0; i < minutes->lines->len; i++)
        part->n_incomplete += part->totals[i].n_incomplete;
    if (form->counts == NULL)
        part->n_incomplete += minutes_count_lacking (form);
}

/* Says under a block what its totals lack. */
static guint64
add_note (Table *self, const MinutesBlock *block, guint row)
{
    enum { SHOWN_MAX = 360 }; /* bytes; the whole list is in the sheet of differences */
    const Minutes *minutes = self->minutes;
    g_autoptr (GString) list = g_string_new (NULL);
    guint64 n = 0;

    for (guint i = block->first; i < block->first + block->n; i++) {
        if (self->of_desa) {
            n += describe_form (minutes, minutes_form (minutes, self->area->first + i), list);
            continue;
        }
        MinutesArea *part = g_ptr_array_index (minutes->parts, i);
        if (part->sheet == NULL)
            count_incomplete (minutes, part);
        n += part->n_incomplete;
        if (part->n_incomplete > 0)
            g_string_append_printf (list, "%s%.*s %" PRIu64 "%s", list->len > 0 ? "; " : "",
                                    (int)part->name.size, part->name.bytes, part->n_incomplete,
                                    minutes->of_sums ? "" : " isian");
    }
    if (list->len > SHOWN_MAX) {
        char *cut = g_utf8_find_prev_char (list->str, list->str + SHOWN_MAX);
        g_string_truncate (list, (gsize)(cut - list->str));
        g_string_append (list, " ... (selengkapnya pada lembar Selisih bagian B)");
    }
    guint64 before = self->area->n_incomplete;
    gboolean of_sums = minutes->of_sums;
    const char *what = of_sums ? "isian atau TPS" : "isian";
    g_autoptr (GString) text =
        g_string_new (of_sums ? "Belum lengkap: " : "Kosong/tidak terbaca: ");
    if (n > 0)
        g_string_append_printf (text, "%" PRIu64 " %s (%s)", n, what, list->str);
    else
        g_string_append (text, "tidak ada");
    if (before > 0)
        g_string_append_printf (text, "; pada bagian sebelumnya %" PRIu64 " %s", before, what);
    if (n + before > 0)
        g_string_append (text, of_sums ? ". Jumlah bertanda *, dan yang memuat TPS belum lengkap, "
                                         "belum pasti lengkap."
                                       : ". Jumlah bertanda * belum lengkap.");
    else
        g_string_append_c (text, '.');
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width,
                        n + before > 0 ? RECAP_STYLE_ALERT : RECAP_STYLE_NOTE, text->str);
    return n;
}

/* Re-votes and recounts stand with the TPS whose numbers they replaced. */
static void
describe_revote (const RecapForm *form, GString *out)
{
    RecapText psu = recap_form_revote (form);
    RecapText tps = minutes_tps (form);

    if (psu.size > 0)
        g_string_append_printf (out, "%sTPS %.*s: %.*s", out->len > 0 ? "; " : "", (int)tps.size,
                                tps.bytes, (int)psu.size, psu.bytes);
}

static void
describe_lacking (const MinutesArea *part, const RecapForm *form, GString *out)
{
    guint64 n = minutes_count_lacking (form);
    if (n > 0 && form->counts != NULL) /* else the note above says so */
        g_string_append_printf (out, "%s%.*s %" PRIu64,
                                out->len > 0 ? "; " : "TPS belum lengkap: ", (int)part->name.size,
                                part->name.bytes, n);
}

/* The second note under a block: what is to be said of single columns. */
static void
add_remarks (Table *self, const MinutesBlock *block, guint row)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = block->first; i < block->first + block->n; i++)
        if (self->of_desa)
            describe_revote (minutes_form (self->minutes, self->area->first + i), text);
        else if (self->minutes->of_sums)
            describe_lacking (minutes_part (self->minutes, i), minutes_form (self->minutes, i),
                              text);
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width, RECAP_STYLE_NOTE,
                        text->str);
}

/* At the left of the signatures, and thus on every page. */
static void
add_legend (Table *self, guint row, guint n_rows)
{
    recap_sheet_string (self->area->sheet, row, COLUMN_NUMBER, n_rows, HEAD_COLUMNS,
                        RECAP_STYLE_NOTE,
                        "Keterangan tanda:\n"
                        "garis miring = isian kosong pada sumber data (bukan nol)\n"
                        "? = tidak terbaca\n"
                        "bingkai putus-putus = ada selisih/temuan, lihat lembar Selisih\n"
                        "bingkai titik-titik = ikut dalam rumus yang tidak sesuai\n"
                        "garis bawah = sudah diputuskan dalam rapat, lihat lembar Pembetulan\n"
                        "* = jumlah belum lengkap karena ada isian kosong/tidak terbaca\n"
                        "JUMLAH PINDAHAN sudah termasuk dalam JUMLAH berikutnya.");
}

/* For those who count in the columns with data. */
static void
note_data (Table *self, const MinutesBlock *block)
{
    RecapRange range = { .sheet = self->area->sheet->index,
                         .row = minutes_line (self->minutes, 0)->row,
                         .column = block->data,
                         .last_row =
                             minutes_line (self->minutes, self->minutes->lines->len - 1)->row,
                         .last_column = block->total - 1 };
    g_array_append_val (self->area->data, range);
    self->area->tally_row = self->tally_row;
}

static gboolean
add_block (Table *self, const MinutesBlock *block, GError **error)
{
    add_titles (self, block);
    add_headings (self, block);
    add_bar_cells (self, block);
    for (guint line = 0; line < self->minutes->lines->len; line++)
        if (!add_line (self, block, line, error))
            return FALSE;
    for (RecapTally i = 0; self->tally_row > 0 && i < RECAP_N_TALLIES; i++)
        add_tally (self, block, i);
    note_data (self, block);
    gboolean control = minutes_has_control (self->minutes, self->area);
    guint row = self->end_row + (control ? 1 : 0);
    guint after = row;
    recap_sheet_row (self->area->sheet, self->end_row - 1)->keep = TRUE;
    recap_sheet_row (self->area->sheet, row - 1)->keep = TRUE;
    self->area->n_incomplete += add_note (self, block, row);
    add_remarks (self, block, row + 1);
    recap_sheet_row (self->area->sheet, row)->keep = TRUE;
    recap_sheet_row (self->area->sheet, row + 1)->keep = TRUE;
    row = minutes_add_boxes (self->minutes, self->area->sheet, block, row + 2);
    if (block->index > 0)
        g_array_append_val (self->area->sheet->blocks, block->start);
    else
        add_legend (self, after, row - after);
    if (control)
        minutes_add_control (self->minutes, self->area, block, self->end_row, row);
    return TRUE;
}

static gboolean
add_table (Minutes *minutes, MinutesArea *area, const Layout *layout, guint n, GError **error)
{
    Table self = { .minutes = minutes, .layout = layout, .area = area, .n = n };
    g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (guint));
    self.of_desa = layout == &desa_layout;
    self.bars = bars;
    self.n_blocks = (n + layout->per_block - 1) / layout->per_block;
    for (guint i = 0; i < minutes->lines->len; i++)
        area->totals[i].value = RECAP_CELL_BLANK;

    add_left (&self);
    for (guint i = 0; i < self.n_blocks; i++) {
        MinutesBlock block = find_block (&self, i);
        if (!add_block (&self, &block, error))
            return FALSE;
        area->total_column = block.total;
    }
    return TRUE;
}

/* The name of the sheet of a desa: its own, unless it has none or another sheet is called so. */
static char *
desa_sheet_name (const MinutesArea *desa)
{
    g_autofree char *name = g_strndup (desa->name.bytes, desa->name.size);
    g_autofree char *folded = g_utf8_casefold (name, -1);
    if (recap_text_equal (desa->name, desa->kode))
        return g_strconcat ("Desa ", name, NULL);
    for (MinutesSheet i = 0; i < MINUTES_N_SHEETS; i++) {
        g_autofree char *other =
            i != MINUTES_WHOLE ? g_utf8_casefold (minutes_sheet_name (i), -1) : g_strdup ("");
        if (strcmp (folded, other) == 0)
            return g_strconcat ("Desa ", name, NULL);
    }
    if (minutes_level_is_sheet (name))
        return g_strconcat ("Desa ", name, NULL);
    return g_steal_pointer (&name);
}

gboolean
minutes_add_tables (Minutes *self, GError **error)
{
    const MinutesLevel *level = self->level;
    g_autofree char *purpose =
        g_strdup_printf ("Rekapitulasi seluruh %s di %s", level->parts,
                         level->level < RECAP_LEVEL_NASIONAL ? level->word : "Indonesia");

    for (guint i = 0; !self->of_sums && i < self->parts->len; i++) {
        MinutesArea *desa = g_ptr_array_index (self->parts, i);
        g_autofree char *what =
            g_strdup_printf ("Rekapitulasi %u TPS di desa/kelurahan %.*s", desa->n_forms,
                             (int)desa->name.size, desa->name.bytes);
        g_autofree char *name = desa_sheet_name (desa);
        desa->sheet = recap_book_add (self->book, recap_text (name), what);
        if (!add_table (self, desa, &desa_layout, desa->n_forms, error))
            return FALSE;
    }
    self->whole->sheet = recap_book_add (self->book, recap_text (level->sheet), purpose);
    return add_table (self, self->whole, &whole_layout, self->parts->len, error);
}
