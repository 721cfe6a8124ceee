#include "config.h"

#include "minutes-control.h"

#include "blanks.h"
#include "control.h"
#include "formula-sheet.h"
#include "formula.h"
#include "region.h"

enum {
    N_DESCRIBED_MAX = 4, /* broken formulas that the comment of a cell spells out */
    NO_VERDICT = -1,     /* a rule that does not hold for a column */
    RULE_HEIGHT = 13,    /* points of a row */
};

static const char legend[] =
    "sesuai = rumus terpenuhi   |   selisih n = berbeda sebanyak n   |   belum = belum dapat "
    "diperiksa karena ada isian kosong atau tidak terbaca";

struct _MinutesControl {
    const Minutes *minutes;
    const RecapSchema *schema;
    RecapControls *controls; /* of all codes that have a column */
    RecapCell *cells;        /* of all forms, those that are not on the ballot marked */
    RecapCell *total;        /* of the column that is being written */
    guint *rows;             /* of each field of the schema in the sheets */
    guint n_cells;           /* fields of the schema */
};

void
minutes_control_free (MinutesControl *self)
{
    if (self == NULL)
        return;
    recap_controls_free (self->controls);
    g_free (self->cells);
    g_free (self->total);
    g_free (self->rows);
    g_free (self);
}

/* ---- rules ---- */

/* Makes the rules of all codes that have a column ready. */
static gboolean
add_controls (MinutesControl *self, GError **error)
{
    const Minutes *minutes = self->minutes;

    if (!recap_controls_add (self->controls, minutes->whole->kode, error))
        return FALSE;
    for (guint i = 0; i < minutes->parts->len; i++)
        if (!recap_controls_add (self->controls, minutes_part (minutes, i)->kode, error))
            return FALSE;
    for (guint i = 0; i < minutes->forms->len; i++)
        if (!recap_controls_add (self->controls, minutes_form (minutes, i)->keys[RECAP_KEY_KODE],
                                 error))
            return FALSE;
    return TRUE;
}

/* Returns: whether no form has the box @index on its ballot. */
static gboolean
is_off_ballot (const MinutesControl *self, guint index)
{
    for (guint i = 0; i < self->minutes->forms->len; i++)
        if (self->cells[(gsize)i * self->n_cells + index] != RECAP_CELL_OFF_BALLOT)
            return FALSE;
    return TRUE;
}

/* Says where the lines stand; before their rows are known it says which there are. */
static void
find_rows (MinutesControl *self)
{
    for (guint i = 0; i < self->n_cells; i++)
        self->rows[i] = is_off_ballot (self, i) ? RECAP_ROW_OFF_BALLOT : RECAP_ROW_NONE;
    for (guint i = 0; i < self->minutes->lines->len; i++)
        self->rows[minutes_line (self->minutes, i)->index] = minutes_line (self->minutes, i)->row;
}

/* What a sum lacks must not look like a rule that is broken. */
static void
forget_incomplete (const Minutes *minutes, const RecapForm *form, RecapCell *cells)
{
    gboolean all = form->counts == NULL && minutes_count_lacking (form) > 0;

    for (guint i = 0; i < minutes->lines->len; i++) {
        const MinutesLine *line = minutes_line (minutes, i);
        if (all || minutes_look_up (form, line).n_incomplete > 0)
            cells[line->index] = RECAP_CELL_BLANK;
    }
}

/* Copies the cells of form @index as they stand in the table, and marks the boxes that its ballot
 * does not have: in the minutes these are not carried any more. */
static void
copy_form (MinutesControl *self, const RecapBlanks *blanks, guint index)
{
    const RecapForm *before = minutes_given (self->minutes, index);
    const RecapForm *form = minutes_form (self->minutes, index);
    RecapCell *cells = self->cells + (gsize)index * self->n_cells;

    memcpy (cells, before->cells, self->n_cells * sizeof *cells);
    recap_blanks_mark (blanks, cells, FALSE);
    for (guint i = 0; i < self->n_cells; i++)
        if (form->cells[i] == RECAP_CELL_NOT_CARRIED && cells[i] != RECAP_CELL_NOT_CARRIED)
            cells[i] = RECAP_CELL_OFF_BALLOT;
    if (self->minutes->of_sums)
        forget_incomplete (self->minutes, form, cells);
}

static void
copy_cells (MinutesControl *self)
{
    const Minutes *minutes = self->minutes;
    g_autoptr (RecapBlanks) blanks = recap_blanks_new (self->schema, minutes->contest);

    self->cells = g_new (RecapCell, (gsize)minutes->forms->len * self->n_cells + 1);
    for (guint i = 0; i < minutes->forms->len; i++)
        copy_form (self, blanks, i);
}

gboolean
minutes_prepare_control (Minutes *self, GError **error)
{
    if (self->input->rules == NULL)
        return TRUE;
    MinutesControl *control = g_new0 (MinutesControl, 1);
    self->control = control;
    control->minutes = self;
    control->schema = recap_table_get_schema (self->input->table);
    control->n_cells = recap_schema_get_n (control->schema);
    control->rows = g_new0 (guint, control->n_cells + 1);
    control->total = g_new0 (RecapCell, control->n_cells + 1);
    if (!recap_rules_check_contests (self->input->rules,
                                     recap_schema_get_contests (control->schema), error))
        return FALSE;
    copy_cells (control);
    find_rows (control);
    control->controls =
        recap_controls_new (self->input->rules, self->contest, control->schema, control->rows);
    return add_controls (control, error);
}

/* ---- columns ---- */

/* A column of a sheet: some forms that follow each other, as one. */
typedef struct {
    guint column;       /* of the sheet */
    guint first, n;     /* forms of the minutes */
    RecapText kode;     /* of the form or the region */
    gboolean is_total;  /* added up by us: it may lack something and yet show a number */
    gboolean is_region; /* the rules of one TPS do not hold for it */
} Column;

/* The total of one box: blank when a form lacks it, not on the ballot when no form has it. */
static RecapCell
total_of (const MinutesControl *self, const Column *column, guint index)
{
    RecapCell total = RECAP_CELL_OFF_BALLOT;

    for (guint i = column->first; i < column->first + column->n; i++) {
        RecapCell cell = self->cells[(gsize)i * self->n_cells + index];
        if (cell == RECAP_CELL_OFF_BALLOT)
            continue;
        if (!recap_cell_is_number (cell))
            return RECAP_CELL_BLANK;
        total = total == RECAP_CELL_OFF_BALLOT ? cell : total + cell;
    }
    return total;
}

/* Returns: what @column has, as a form. Its cells are valid until the next call. */
static RecapForm
form_of (MinutesControl *self, const Column *column)
{
    RecapForm form = *minutes_form (self->minutes, column->first);

    form.keys[RECAP_KEY_KODE] = column->kode;
    form.cells = self->cells + (gsize)column->first * self->n_cells;
    if (!column->is_total)
        return form;
    for (guint i = 0; i < self->n_cells; i++)
        self->total[i] = total_of (self, column, i);
    form.cells = self->total;
    return form;
}

static gboolean
has_parts (const Minutes *self, const MinutesArea *area)
{
    return area == self->whole && self->parts->len > 0;
}

/* Column @index of those with data of the sheet of @area. */
static Column
data_column (const Minutes *self, const MinutesArea *area, const MinutesBlock *block, guint index)
{
    Column column = { .column = block->data + index - block->first };

    if (has_parts (self, area)) {
        const MinutesArea *part = minutes_part (self, index);
        column.first = part->first;
        column.n = part->n_forms;
        column.kode = part->kode;
        column.is_total = column.is_region = TRUE;
        return column;
    }
    column.first = area->first + index;
    column.n = 1;
    column.kode = minutes_form (self, column.first)->keys[RECAP_KEY_KODE];
    column.is_region = recap_region_level (column.kode) > RECAP_LEVEL_TPS;
    return column;
}

/* The column of JUMLAH PINDAHAN or JUMLAH AKHIR at the end of @block. */
static Column
total_column (const Minutes *self, const MinutesArea *area, const MinutesBlock *block)
{
    Column last = data_column (self, area, block, block->first + block->n - 1);
    return (Column){ .column = block->total,
                     .first = area->first,
                     .n = last.first + last.n - area->first,
                     .kode = area->kode,
                     .is_total = TRUE,
                     .is_region = TRUE };
}

/* ---- rows ---- */

/* The numbers of the broken formulas, for who points at the cell. */
static void
add_comment (RecapSheet *sheet, RecapSheetCell *cell, const GPtrArray *formulas,
             const RecapForm *form)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 0;

    for (guint i = 0; i < formulas->len; i++) {
        gboolean holds;
        gint64 value;
        if (!recap_formula_evaluate (formulas->pdata[i], form, &holds, &value) || holds)
            continue;
        if (n++ >= N_DESCRIBED_MAX)
            continue;
        g_string_append (text, n > 1 ? "\n" : "");
        recap_formula_describe (formulas->pdata[i], form, text);
    }
    if (n > N_DESCRIBED_MAX)
        g_string_append_printf (text, "\n... dan %u lagi", n - N_DESCRIBED_MAX);
    recap_sheet_comment (sheet, cell, (RecapText){ text->str, text->len });
}

/* The formulas of the column before, for those beside it: they differ by its letters, unless
 * other rules or another ballot make others. */
typedef struct {
    const RecapControl *rules;
    const RecapCell *cells; /* of its form; NULL: there was none, or a total */
    GPtrArray *patterns;    /* of char *, for each rule of the catalogue; NULL: not printed yet */
} Patterns;

/* Returns: whether the same boxes are on both ballots. */
static gboolean
is_same_ballot (const RecapCell *a, const RecapCell *b, guint n)
{
    guint i = 0;
    while (i < n && (a[i] == RECAP_CELL_OFF_BALLOT) == (b[i] == RECAP_CELL_OFF_BALLOT))
        i++;
    return i == n;
}

/* Makes @patterns those of @column, which shows @form. */
static void
fit_patterns (const MinutesControl *self, Patterns *patterns, const Column *column,
              const RecapForm *form)
{
    const RecapControl *rules = recap_controls_find (self->controls, column->kode);
    gboolean fit = patterns->rules == rules && patterns->cells != NULL &&
                   is_same_ballot (patterns->cells, form->cells, self->n_cells);

    patterns->rules = rules;
    patterns->cells = column->is_total ? NULL : form->cells;
    if (fit)
        return;
    g_ptr_array_set_size (patterns->patterns, 0);
    g_ptr_array_set_size (patterns->patterns, (int)recap_rules_get_n (self->minutes->input->rules));
}

/* Returns: the formulas of rule @index as one; owned by the caller, may be NULL. What a
 * total lacks is in its formulas: they are like no others. */
static char *
print_formulas (const MinutesControl *self, const Patterns *patterns, guint index,
                const Column *column, const RecapForm *form)
{
    const GPtrArray *formulas = recap_control_get_formulas (patterns->rules, index);
    RecapFormulaPlace place = { column->column, self->rows, column->is_total };

    if (column->is_total)
        return recap_formulas_print (formulas, form, &place);
    char **pattern = (char **)&patterns->patterns->pdata[index];
    place.column = RECAP_COLUMN_ANY;
    if (*pattern == NULL)
        *pattern = recap_formulas_print (formulas, form, &place);
    return *pattern != NULL ? recap_formula_put (*pattern, column->column) : NULL;
}

/* Returns: what was written; NO_VERDICT for an empty cell. */
static int
add_cell (const MinutesControl *self, const Patterns *patterns, RecapSheet *sheet, guint row,
          guint index, const Column *column, const RecapForm *form)
{
    const RecapControl *rules = patterns->rules;
    const RecapRule *rule = recap_control_get_rule (rules, index);
    const GPtrArray *formulas = recap_control_get_formulas (rules, index);
    gint64 by = 0;

    if (!recap_control_is_shown (rules, index) || (rule->one_station && column->is_region)) {
        recap_sheet_string (sheet, row, column->column, 1, 1, RECAP_STYLE_CONTROL, "");
        return NO_VERDICT;
    }
    RecapVerdict verdict = recap_formulas_judge (formulas, form, &by);
    g_autofree char *text = recap_verdict_format (verdict, by);
    g_autofree char *formula = print_formulas (self, patterns, index, column, form);
    RecapSheetCell *cell =
        formula != NULL
            ? recap_sheet_formula (sheet, row, column->column, RECAP_STYLE_CONTROL, formula, text,
                                   0)
            : recap_sheet_string (sheet, row, column->column, 1, 1, RECAP_STYLE_CONTROL, text);
    if (verdict == RECAP_VERDICT_BROKEN || verdict == RECAP_VERDICT_BY) {
        cell->marks = RECAP_MARK_FINDING;
        add_comment (sheet, cell, formulas, form);
    }
    return (int)verdict;
}

/* Returns: whether the columns of the sheet of @area are regions and not TPS. */
static gboolean
has_regions (const Minutes *self, const MinutesArea *area)
{
    RecapText kode = minutes_form (self, area->first)->keys[RECAP_KEY_KODE];
    return has_parts (self, area) || recap_region_level (kode) > RECAP_LEVEL_TPS;
}

/* Returns: the rules (indices of the catalogue, guint) that have a row in the sheet of @area. */
static GArray *
list_rules (const MinutesControl *self, const MinutesArea *area)
{
    GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
    gboolean regions = has_regions (self->minutes, area);

    for (guint i = 0; i < recap_rules_get_n (self->minutes->input->rules); i++)
        for (guint k = 0; k < recap_controls_get_n (self->controls); k++) {
            const RecapControl *rules = recap_controls_get (self->controls, k);
            const RecapRule *rule = recap_control_get_rule (rules, i);
            if (!recap_control_is_shown (rules, i) || (rule->one_station && regions))
                continue;
            g_array_append_val (list, i);
            break;
        }
    return list;
}

/* The rows being written. */
typedef struct {
    MinutesControl *control;
    const MinutesArea *area;
    const MinutesBlock *block;
    GArray *rules; /* guint: of the catalogue */
    guint summary; /* the row below the lines */
    guint row;     /* of the first rule */
    Patterns *patterns;
} Rows;

static const RecapRule *
rule_at (const Rows *self, guint index)
{
    const RecapControl *rules = recap_controls_find (self->control->controls, self->area->kode);
    return recap_control_get_rule (rules, g_array_index (self->rules, guint, index));
}

/* Writes what stands at the left of the rows. */
static void
add_labels (const Rows *self)
{
    RecapSheet *sheet = self->area->sheet;
    guint width = sheet->head_columns - 1;
    guint bar = self->row - 1;

    recap_sheet_string (sheet, self->summary, 0, 1, 1, RECAP_STYLE_CONTROL, "");
    recap_sheet_string (sheet, self->summary, 1, 1, width, RECAP_STYLE_CONTROL_LABEL,
                        "KONTROL: aturan yang tidak sesuai (rinciannya pada halaman sesudah tanda "
                        "tangan)");
    recap_sheet_string (sheet, bar, 0, 1, 1, RECAP_STYLE_SECTION, "");
    recap_sheet_string (sheet, bar, 1, 1, width, RECAP_STYLE_SECTION, "KONTROL RUMUS FORMULIR");
    recap_sheet_row (sheet, self->summary)->height = RULE_HEIGHT;
    recap_sheet_row (sheet, bar)->keep = TRUE;
    recap_sheet_row (sheet, bar)->fresh = TRUE;
    for (guint i = 0; i < self->rules->len; i++) {
        const RecapRule *rule = rule_at (self, i);
        guint row = self->row + i;
        recap_sheet_string (sheet, row, 0, 1, 1, RECAP_STYLE_CONTROL, rule->code);
        recap_sheet_string (sheet, row, 1, 1, width, RECAP_STYLE_CONTROL_LABEL, rule->label);
        recap_sheet_row (sheet, row)->keep = i + 1 < self->rules->len;
        recap_sheet_row (sheet, row)->height = RULE_HEIGHT;
    }
}

/* Names the rules that @verdicts say are broken, by a formula over the cells of the column. */
static void
add_summary (const Rows *self, guint column, const int *verdicts)
{
    RecapSheet *sheet = self->area->sheet;
    RecapRange cells = { sheet->index, self->row, column, self->row + self->rules->len - 1,
                         column };
    g_autofree char *range = recap_sheet_range_name (sheet, &cells);
    g_autoptr (GString) formula = g_string_new (NULL);
    g_autoptr (GString) codes = g_string_new (NULL);
    guint n = 0;
    gboolean unchecked = FALSE;

    for (guint i = 0; i < self->rules->len; i++) {
        const char *code = rule_at (self, i)->code;
        g_autoptr (GString) cell = g_string_new (NULL);
        if (verdicts[i] == NO_VERDICT)
            continue;
        recap_sheet_append_cell_name (cell, self->row + i, column);
        g_string_append_printf (formula, "%sIF(%s=\"sesuai\",\"\",IF(%s=\"belum\",\"\",\"%s \"))",
                                n++ > 0 ? "&" : "", cell->str, cell->str, code);
        unchecked = unchecked || verdicts[i] == RECAP_VERDICT_UNCHECKED;
        if (verdicts[i] != RECAP_VERDICT_UNCHECKED && verdicts[i] != RECAP_VERDICT_HELD)
            g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", code);
    }
    gboolean broken = codes->len > 0;
    g_autofree char *whole = g_strdup_printf (
        "IF(COUNTIF(%s,\"sesuai\")+COUNTIF(%s,\"belum\")<%u,TRIM(%s),IF(COUNTIF(%s,\"belum\")>0,"
        "\"belum\",\"sesuai\"))",
        range, range, n, formula->str, range);
    if (n == 0) {
        recap_sheet_string (sheet, self->summary, column, 1, 1, RECAP_STYLE_CONTROL, "");
        return;
    }
    recap_sheet_formula (sheet, self->summary, column, RECAP_STYLE_CONTROL, whole,
                         broken      ? codes->str
                         : unchecked ? "belum"
                                     : "sesuai",
                         0)
        ->marks = broken ? RECAP_MARK_FINDING : 0;
}

static void
add_column (const Rows *self, const Column *column)
{
    RecapForm form = form_of (self->control, column);
    g_autofree int *verdicts = g_new (int, self->rules->len);

    fit_patterns (self->control, self->patterns, column, &form);

    for (guint i = 0; i < self->rules->len; i++)
        verdicts[i] = add_cell (self->control, self->patterns, self->area->sheet, self->row + i,
                                g_array_index (self->rules, guint, i), column, &form);
    add_summary (self, column->column, verdicts);
}

/* What was carried forward was looked at where it was added up. */
static void
add_carried (const Rows *self)
{
    RecapSheet *sheet = self->area->sheet;
    guint column = self->block->start;

    recap_sheet_string (sheet, self->summary, column, 1, 1, RECAP_STYLE_CONTROL, "");
    for (guint i = 0; i < self->rules->len; i++)
        recap_sheet_string (sheet, self->row + i, column, 1, 1, RECAP_STYLE_CONTROL, "");
}

void
minutes_find_operands (const Minutes *self, const RecapFinding *finding, GArray *boxes)
{
    const MinutesControl *control = self->control;
    int index = minutes_find (self, finding->kode);

    if (control == NULL || index < 0)
        return;
    const RecapControl *rules = recap_controls_find (control->controls, finding->kode);
    int stated = recap_schema_find (control->schema, finding->isian);
    RecapForm form = *minutes_form (self, (guint)index);
    form.cells = control->cells + (gsize)index * control->n_cells;
    for (guint i = 0; i < recap_rules_get_n (self->input->rules); i++) {
        const RecapRule *rule = recap_control_get_rule (rules, i);
        const GPtrArray *formulas = recap_control_get_formulas (rules, i);
        for (guint k = 0;
             recap_text_equal_string (finding->aturan, rule->code) && k < formulas->len; k++)
            if ((int)recap_formula_get_stated (formulas->pdata[k]) == stated)
                recap_formula_get_boxes (formulas->pdata[k], &form, boxes);
    }
}

gboolean
minutes_has_control (const Minutes *self, const MinutesArea *area)
{
    g_return_val_if_fail (self != NULL && area != NULL, FALSE);

    if (self->control == NULL)
        return FALSE;
    g_autoptr (GArray) rules = list_rules (self->control, area);
    return rules->len > 0;
}

void
minutes_add_control (Minutes *self, const MinutesArea *area, const MinutesBlock *block,
                     guint summary, guint row)
{
    g_return_if_fail (self != NULL && self->control != NULL && area != NULL && block != NULL);

    g_autoptr (GArray) rules = list_rules (self->control, area);
    g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);
    Patterns patterns = { NULL, NULL, printed };
    const Rows rows = { self->control, area, block, rules, summary, row + 1, &patterns };
    find_rows (self->control);
    if (block->index == 0)
        add_labels (&rows);
    else
        add_carried (&rows);
    recap_sheet_string (area->sheet, row, block->start, 1, block->total - block->start + 1,
                        RECAP_STYLE_CONTROL_LABEL, legend);
    for (guint i = block->first; i < block->first + block->n; i++) {
        Column column = data_column (self, area, block, i);
        add_column (&rows, &column);
    }
    Column total = total_column (self, area, block);
    add_column (&rows, &total);
}
