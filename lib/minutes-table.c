#include "config.h"

#include "minutes-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "error.h"
#include "minutes-control.h"

/* The sheets with numbers: one per desa with its TPS, one for the kecamatan with its desa. Both are
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

enum {
    WITNESSES_A_ROW = 6,
    WITNESSES_MANY = 12, /* more than these get smaller places */
    WITNESSES_MANY_A_ROW = 8,
    PPK_MEMBERS = 5,
    SIGN_HEIGHT = 40, /* points to sign in */
    SIGN_HEIGHT_MANY = 28,
};

/* How the columns of a kind of table are laid out; widths in tenths of a digit. */
typedef struct {
    guint per_block;
    guint width, carried_width, total_width;
    guint heading_height;
    const char *title;
} Layout;

static const Layout desa_layout = {
    15,
    72,
    92,
    96,
    26,
    "REKAPITULASI HASIL PENGHITUNGAN PEROLEHAN SUARA DARI SETIAP TPS "
    "DALAM WILAYAH DESA/KELURAHAN",
};
static const Layout kecamatan_layout = {
    10,
    110,
    100,
    104,
    38,
    "REKAPITULASI HASIL PENGHITUNGAN PEROLEHAN SUARA DARI SETIAP "
    "DESA/KELURAHAN DALAM WILAYAH KECAMATAN",
};

/* A table being written. */
typedef struct {
    Minutes *minutes;
    const Layout *layout;
    MinutesArea *area;
    guint n; /* columns to come in all blocks: TPS or desa */
    guint n_blocks;
    gboolean of_desa; /* columns are the TPS of a desa */
    guint end_row;    /* after the last line */
    guint ordinal;    /* of the next column: (4) */
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

/* Writes the columns at the left and finds out where each line stands. */
static void
add_labels (Table *self)
{
    static const char *const sexes[] = { [RECAP_COLUMN_NONE] = "",
                                         [RECAP_COLUMN_L] = "LK",
                                         [RECAP_COLUMN_P] = "PR",
                                         [RECAP_COLUMN_J] = "JML" };
    RecapSheet *sheet = self->area->sheet;
    guint n_sections = 0;
    const RecapSection *sections = recap_contest_get_sections (self->minutes->contest, &n_sections);
    guint row = HEAD_ROWS;
    guint n_lines = self->minutes->lines->len;

    for (guint i = 0, next = 0; i < n_lines; i = next) {
        const MinutesLine *line = minutes_line (self->minutes, i);
        if (i == 0 || line->field->section != minutes_line (self->minutes, i - 1)->field->section) {
            const RecapSection *section = &sections[line->field->section];
            recap_sheet_string (sheet, row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_SECTION,
                                section->number);
            recap_sheet_string (sheet, row, COLUMN_LABEL, 1, 2, RECAP_STYLE_SECTION,
                                section->title);
            recap_sheet_row (sheet, row++)->keep = TRUE;
        }
        for (next = i; next < n_lines && same_row (minutes_line (self->minutes, next), line);
             next++)
            minutes_line (self->minutes, next)->row = row + next - i;
        gboolean single = next == i + 1 && line->field->column == RECAP_COLUMN_NONE;
        recap_sheet_string (sheet, row, COLUMN_NUMBER, next - i, 1, RECAP_STYLE_CENTRED,
                            line->field->number);
        recap_sheet_string (sheet, row, COLUMN_LABEL, next - i, single ? 2 : 1, RECAP_STYLE_CELL,
                            line->field->label);
        for (guint k = i; k < next; k++, row++) {
            if (!single)
                recap_sheet_string (sheet, row, COLUMN_SEX, 1, 1, RECAP_STYLE_CENTRED,
                                    sexes[minutes_line (self->minutes, k)->field->column]);
            recap_sheet_row (sheet, row)->keep = k + 1 < next;
        }
    }
    self->end_row = row;
}

/* The names at the top left. */
static void
add_place (Table *self)
{
    const struct {
        guint row;
        const char *label;
        RecapText name, kode;
    } places[] = {
        { ROW_PROVINSI, "PROVINSI", self->minutes->names[RECAP_KEY_PROVINSI], RECAP_TEXT_EMPTY },
        { ROW_KABKO, "KABUPATEN/KOTA", self->minutes->names[RECAP_KEY_KABKO], RECAP_TEXT_EMPTY },
        { ROW_KECAMATAN, "KECAMATAN", self->minutes->names[RECAP_KEY_KECAMATAN],
          self->minutes->whole->kode },
        { ROW_DESA, "KELURAHAN/DESA", self->area->name, self->area->kode },
    };
    recap_sheet_string (self->area->sheet, ROW_TITLE, COLUMN_NUMBER, 1, HEAD_COLUMNS,
                        RECAP_STYLE_ALERT, "ALAT BANTU - BUKAN DOKUMEN RESMI KPU");
    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
        if (places[i].row == ROW_DESA && !self->of_desa)
            break;
        g_autoptr (GString) text = g_string_new (places[i].label);
        g_string_append_printf (text, " : %.*s", (int)places[i].name.size, places[i].name.bytes);
        if (places[i].kode.size > 0 && !recap_text_equal (places[i].kode, places[i].name))
            g_string_append_printf (text, " (%.*s)", (int)places[i].kode.size,
                                    places[i].kode.bytes);
        recap_sheet_string (self->area->sheet, places[i].row, COLUMN_NUMBER, 1, HEAD_COLUMNS,
                            RECAP_STYLE_LABEL, text->str);
    }
}

static void
add_left (Table *self)
{
    static const struct {
        guint column;
        guint width;
        const char *heading;
    } columns[] = {
        { COLUMN_NUMBER, 62, "NO" },
        { COLUMN_LABEL, 440, "URAIAN" },
        { COLUMN_SEX, 50, "LK/PR/\nJML" },
    };
    RecapSheet *sheet = self->area->sheet;

    sheet->head_rows = HEAD_ROWS;
    sheet->head_columns = HEAD_COLUMNS;
    add_place (self);
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
        g_autofree char *ordinal = g_strdup_printf ("(%u)", columns[i].column + 1);
        recap_sheet_set_widths (sheet, columns[i].column, 1, columns[i].width);
        recap_sheet_string (sheet, ROW_COLUMNS, columns[i].column, 1, 1, RECAP_STYLE_COLUMN,
                            columns[i].heading);
        recap_sheet_string (sheet, ROW_ORDINALS, columns[i].column, 1, 1, RECAP_STYLE_ORDINAL,
                            ordinal);
    }
    recap_sheet_row (sheet, ROW_COLUMNS)->height = self->layout->heading_height;
    self->ordinal = HEAD_COLUMNS + 1;
    add_labels (self);
}

/* Titles over the columns of a block: every printed page has them. */
static void
add_titles (Table *self, const MinutesBlock *block)
{
    RecapSheet *sheet = self->area->sheet;
    const RecapContest *contest = self->minutes->contest;
    RecapText source = minutes_form (self->minutes, 0)->keys[RECAP_KEY_SUMBER];
    g_autofree char *part = g_strdup_printf (
        "Bagian %u dari %u  |  Formulir: %s  |  Sumber data: %.*s", block->index + 1,
        self->n_blocks, recap_contest_get_plano (contest), (int)source.size, source.bytes);

    recap_sheet_string (sheet, ROW_TITLE, block->start, 1, block->width, RECAP_STYLE_HEADING,
                        self->layout->title);
    recap_sheet_string (sheet, ROW_PROVINSI, block->start, 1, block->width, RECAP_STYLE_HEADING,
                        recap_contest_get_election (contest));
    recap_sheet_string (sheet, ROW_KABKO, block->start, 1, block->width, RECAP_STYLE_NOTE, part);
}

static void
add_heading (Table *self, guint column, guint width, const char *text, guint marks)
{
    RecapSheet *sheet = self->area->sheet;
    g_autofree char *ordinal = g_strdup_printf ("(%u)", self->ordinal++);

    recap_sheet_set_widths (sheet, column, 1, width);
    recap_sheet_string (sheet, ROW_COLUMNS, column, 1, 1, RECAP_STYLE_COLUMN, text)->marks = marks;
    recap_sheet_string (sheet, ROW_ORDINALS, column, 1, 1, RECAP_STYLE_ORDINAL, ordinal);
}

static void
add_headings (Table *self, const MinutesBlock *block)
{
    const Minutes *minutes = self->minutes;

    recap_sheet_set_widths (self->area->sheet, block->start, block->width, self->layout->width);
    if (block->index > 0)
        add_heading (self, block->start, self->layout->carried_width, "JUMLAH\nPINDAHAN", 0);
    for (guint i = block->first; i < block->first + block->n; i++) {
        RecapText kode = self->of_desa
                             ? minutes_form (minutes, self->area->first + i)->keys[RECAP_KEY_KODE]
                             : minutes_part (minutes, i)->kode;
        RecapText name = self->of_desa ? minutes_tps (minutes_form (minutes, self->area->first + i))
                                       : minutes_part (minutes, i)->name;
        g_autofree char *text =
            g_strdup_printf ("%s%.*s", self->of_desa ? "TPS\n" : "", (int)name.size, name.bytes);
        add_heading (self, block->data + i - block->first, self->layout->width, text,
                     minutes_marks (minutes, kode, RECAP_TEXT_EMPTY));
    }
    add_heading (self, block->total, self->layout->total_width,
                 is_last (self, block) ? "JUMLAH\nAKHIR" : "JUMLAH\nPINDAHAN", 0);
}

/* Adds what one column has to a total. */
static gboolean
add_to_total (MinutesTotal *total, RecapCell value, guint n_incomplete)
{
    total->n_incomplete += n_incomplete;
    if (!recap_cell_is_number (value))
        return TRUE;
    total->value = recap_cell_is_number (total->value) ? total->value + value : value;
    return total->value <= RECAP_COUNT_MAX;
}

static guint
total_marks (const MinutesTotal *total)
{
    return total->n_incomplete > 0 ? RECAP_MARK_INCOMPLETE : 0;
}

/* The cell of one column: what the form of a TPS says, or the total in the sheet of a desa. */
static gboolean
add_cell (Table *self, guint row, guint column, guint index, guint line, MinutesTotal *total)
{
    const Minutes *minutes = self->minutes;
    RecapSheet *sheet = self->area->sheet;
    const MinutesLine *what = minutes_line (minutes, line);
    RecapText isian = recap_text (what->field->name);

    if (self->of_desa) {
        const RecapForm *form = minutes_form (minutes, self->area->first + index);
        RecapCell value = form->cells[what->index];
        RecapSheetCell *cell = recap_sheet_number (sheet, row, column, RECAP_STYLE_NUMBER, value);
        cell->marks |= minutes_marks (minutes, form->keys[RECAP_KEY_KODE], isian);
        return add_to_total (total, value, recap_cell_is_number (value) ? 0 : 1);
    }
    const MinutesArea *part = minutes_part (minutes, index);
    const MinutesTotal *carried = &part->totals[line];
    guint there = part->total_column;
    RecapRange range = { part->sheet->index, row, there, row, there };
    recap_sheet_copy (sheet, row, column, &range, carried->value)->marks =
        total_marks (carried) | minutes_marks (minutes, part->kode, isian);
    return add_to_total (total, carried->value, carried->n_incomplete);
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
        RecapRange carried = { sheet->index, row, block->start - 1, row, block->start - 1 };
        MinutesBlock before = find_block (self, block->index - 1);
        carried.column = carried.last_column = before.total;
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
        cell->marks |= minutes_marks (self->minutes, self->area->kode, isian);
    return TRUE;
}

/* The headings of the sections go on over the columns of the block. */
static void
add_section_bars (Table *self, const MinutesBlock *block)
{
    guint before = HEAD_ROWS;
    for (guint i = 0; i < self->minutes->lines->len; i++) {
        guint row = minutes_line (self->minutes, i)->row;
        if (row != before)
            recap_sheet_string (self->area->sheet, before, block->start, 1,
                                block->total - block->start + 1, RECAP_STYLE_SECTION, "");
        before = row + 1;
    }
}

/* The boxes of one form that are blank or unreadable, for the note: 'TPS 003 IV.2, V.A'. */
static guint
describe_form (const Minutes *minutes, const RecapForm *form, GString *out)
{
    g_autoptr (GString) boxes = g_string_new (NULL);
    guint n = 0;

    for (guint i = 0; i < minutes->lines->len; i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        if (recap_cell_is_number (form->cells[line->index]))
            continue;
        g_string_append_printf (boxes, "%s%s", n > 0 ? ", " : "", line->field->box);
        n++;
    }
    RecapText tps = minutes_tps (form);
    if (n > 0)
        g_string_append_printf (out, "%sTPS %.*s %s", out->len > 0 ? "; " : "", (int)tps.size,
                                tps.bytes, n == minutes->lines->len ? "seluruh isian" : boxes->str);
    return n;
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
        const MinutesArea *part = minutes_part (minutes, i);
        n += part->n_incomplete;
        if (part->n_incomplete > 0)
            g_string_append_printf (list, "%s%.*s %" PRIu64 " isian", list->len > 0 ? "; " : "",
                                    (int)part->name.size, part->name.bytes, part->n_incomplete);
    }
    if (list->len > SHOWN_MAX) {
        char *cut = g_utf8_find_prev_char (list->str, list->str + SHOWN_MAX);
        g_string_truncate (list, (gsize)(cut - list->str));
        g_string_append (list, " ... (selengkapnya pada lembar Selisih bagian B)");
    }
    guint64 before = self->area->n_incomplete;
    g_autoptr (GString) text = g_string_new ("Kosong/tidak terbaca: ");
    if (n > 0)
        g_string_append_printf (text, "%" PRIu64 " isian (%s)", n, list->str);
    else
        g_string_append (text, "tidak ada");
    if (before > 0)
        g_string_append_printf (text, "; pada bagian sebelumnya %" PRIu64 " isian", before);
    g_string_append (text, n + before > 0 ? ". Jumlah bertanda * belum lengkap." : ".");
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width,
                        n + before > 0 ? RECAP_STYLE_ALERT : RECAP_STYLE_NOTE, text->str);
    return n;
}

/* Re-votes and recounts stand with the TPS whose numbers they replaced. */
static void
add_revotes (Table *self, const MinutesBlock *block, guint row)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = block->first; self->of_desa && i < block->first + block->n; i++) {
        const RecapForm *form = minutes_form (self->minutes, self->area->first + i);
        RecapText psu = recap_text_trim (form->keys[RECAP_KEY_PSU]);
        RecapText tps = minutes_tps (form);
        if (psu.size > 0 && !recap_text_equal_string (psu, "Reguler"))
            g_string_append_printf (text, "%sTPS %.*s: %.*s", text->len > 0 ? "; " : "",
                                    (int)tps.size, tps.bytes, (int)psu.size, psu.bytes);
    }
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width, RECAP_STYLE_NOTE,
                        text->str);
}

/* One row of places to sign: headings, and the names below the room for the hand. */
static void
add_boxes (Table *self, const MinutesBlock *block, guint row, guint height,
           const GPtrArray *headings, const GPtrArray *names)
{
    RecapSheet *sheet = self->area->sheet;
    guint n = headings->len;

    for (guint i = 0; i < n; i++) {
        guint from = block->start + block->width * i / n;
        guint to = block->start + block->width * (i + 1) / n;
        recap_sheet_string (sheet, row, from, 1, to - from, RECAP_STYLE_SIGN_HEAD,
                            headings->pdata[i]);
        recap_sheet_string (sheet, row + 1, from, 1, to - from, RECAP_STYLE_SIGN, names->pdata[i]);
    }
    recap_sheet_row (sheet, row)->keep = TRUE;
    recap_sheet_row (sheet, row + 1)->height = height;
}

static guint
add_ppk_boxes (Table *self, const MinutesBlock *block, guint row)
{
    const RecapMeeting *meeting = self->minutes->input->meeting;
    g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 1; i <= PPK_MEMBERS; i++) {
        const RecapPerson *person = meeting != NULL ? recap_meeting_find (meeting->ppk, i) : NULL;
        g_ptr_array_add (headings, g_strdup_printf ("%u. %s", i, i == 1 ? "KETUA" : "ANGGOTA"));
        g_ptr_array_add (names, g_strdup (minutes_or_dots (person != NULL ? person->nama : NULL)));
    }
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width,
                        RECAP_STYLE_SIGN_HEAD,
                        "NAMA DAN TANDA TANGAN PANITIA PEMILIHAN KECAMATAN (PPK)");
    recap_sheet_row (self->area->sheet, row)->keep = TRUE;
    add_boxes (self, block, row + 1, SIGN_HEIGHT, headings, names);
    recap_sheet_row (self->area->sheet, row + 2)->keep = TRUE;
    return row + 3;
}

static guint
add_witness_boxes (Table *self, const MinutesBlock *block, guint row)
{
    const Minutes *minutes = self->minutes;
    const RecapMeeting *meeting = minutes->input->meeting;
    guint n = minutes->contestants->len;
    guint a_row = n > WITNESSES_MANY ? WITNESSES_MANY_A_ROW : WITNESSES_A_ROW;
    g_autofree char *upper = g_utf8_strup (recap_contest_get_contestants (minutes->contest), -1);
    g_autofree char *heading = g_strdup_printf ("NAMA DAN TANDA TANGAN SAKSI %s", upper);

    if (n == 0)
        return row;
    recap_sheet_string (self->area->sheet, row, block->start, 1, block->width,
                        RECAP_STYLE_SIGN_HEAD, heading);
    recap_sheet_row (self->area->sheet, row++)->keep = TRUE;
    for (guint first = 0; first < n; first += a_row, row += 2) {
        g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
        for (guint i = first; i < MIN (n, first + a_row); i++) {
            guint number = g_array_index (minutes->contestants, guint, i);
            const RecapPerson *person =
                meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;
            g_autofree char *contestant = minutes_contestant (minutes, number);
            g_ptr_array_add (headings, g_strdup_printf ("%u. %s", number, contestant));
            g_ptr_array_add (names,
                             g_strdup (minutes_or_dots (person != NULL ? person->nama : NULL)));
        }
        add_boxes (self, block, row, n > WITNESSES_MANY ? SIGN_HEIGHT_MANY : SIGN_HEIGHT, headings,
                   names);
        recap_sheet_row (self->area->sheet, row + 1)->keep = first + a_row < n;
    }
    return row;
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
                        "garis bawah = sudah diputuskan dalam rapat, lihat lembar Pembetulan\n"
                        "* = jumlah belum lengkap karena ada isian kosong/tidak terbaca\n"
                        "JUMLAH PINDAHAN sudah termasuk dalam JUMLAH berikutnya.");
}

static gboolean
add_block (Table *self, const MinutesBlock *block, GError **error)
{
    add_titles (self, block);
    add_headings (self, block);
    add_section_bars (self, block);
    for (guint line = 0; line < self->minutes->lines->len; line++)
        if (!add_line (self, block, line, error))
            return FALSE;
    gboolean control = minutes_has_control (self->minutes, self->area);
    guint row = self->end_row + (control ? 1 : 0);
    guint after = row;
    self->area->n_incomplete += add_note (self, block, row);
    add_revotes (self, block, row + 1);
    recap_sheet_row (self->area->sheet, row)->keep = TRUE;
    recap_sheet_row (self->area->sheet, row + 1)->keep = TRUE;
    row = add_ppk_boxes (self, block, row + 2);
    row = add_witness_boxes (self, block, row);
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
    self.of_desa = layout == &desa_layout;
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
        g_autofree char *other = g_utf8_casefold (minutes_sheet_name (i), -1);
        if (strcmp (folded, other) == 0)
            return g_strconcat ("Desa ", name, NULL);
    }
    return g_steal_pointer (&name);
}

gboolean
minutes_add_tables (Minutes *self, GError **error)
{
    for (guint i = 0; i < self->parts->len; i++) {
        MinutesArea *desa = g_ptr_array_index (self->parts, i);
        g_autofree char *purpose =
            g_strdup_printf ("Rekapitulasi %u TPS di desa/kelurahan %.*s", desa->n_forms,
                             (int)desa->name.size, desa->name.bytes);
        g_autofree char *name = desa_sheet_name (desa);
        desa->sheet = recap_book_add (self->book, recap_text (name), purpose);
        if (!add_table (self, desa, &desa_layout, desa->n_forms, error))
            return FALSE;
    }
    self->whole->sheet =
        recap_book_add (self->book, recap_text (minutes_sheet_name (MINUTES_KECAMATAN)),
                        "Rekapitulasi seluruh desa/kelurahan di kecamatan");
    return add_table (self, self->whole, &kecamatan_layout, self->parts->len, error);
}
