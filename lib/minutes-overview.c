#include "config.h"

#include "minutes-overview.h"

#include <inttypes.h>

#include "minutes-marks.h"
#include "region.h"

/* Three parts, each a table at the left and its chart at the right: who got how many votes, how
 * far the TPS are, what is found. All numbers are formulas over the other sheets. */

enum { COLUMN_NUMBER, COLUMN_NAME, COLUMN_FIRST, N_NUMBERS = 4 };

enum {
    COLUMN_GAP = COLUMN_FIRST + N_NUMBERS,
    COLUMN_CHART,
    CHART_COLUMNS = 3,
    N_COLUMNS = COLUMN_CHART + CHART_COLUMNS,
    CHART_ROWS = 13,    /* a chart has at least so many */
    AROUND_BARS = 7,    /* rows for what is above and below its bars */
    FORMULA_MAX = 8000, /* bytes; Excel takes 8,192 characters */
};

/* One part being written. */
typedef struct {
    Minutes *minutes;
    RecapSheet *sheet;
    guint top;   /* row of its title */
    guint first; /* of its table */
    guint row;   /* the next one */
} Part;

static void
begin (Part *self, const char *title, const char *const *headings)
{
    guint n = 0;

    self->top = self->row;
    recap_sheet_string (self->sheet, self->row++, 0, 1, COLUMN_GAP, RECAP_STYLE_SECTION, title);
    recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_COLUMN, "NO");
    for (; headings[n] != NULL; n++)
        recap_sheet_string (self->sheet, self->row, COLUMN_NAME + n, 1, 1, RECAP_STYLE_COLUMN,
                            headings[n]);
    self->first = ++self->row;
}

static RecapRange
cells (const Part *self, guint column, guint row, guint last_row)
{
    return (RecapRange){ self->sheet->index, row, column, last_row, column };
}

static char *
place (const Part *self, guint row, guint column)
{
    RecapRange range = cells (self, column, row, row);
    return recap_sheet_range_name (self->sheet, &range);
}

static void
add_name (Part *self, RecapText name)
{
    g_autofree char *number = g_strdup_printf ("%u", self->row - self->first + 1);
    recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_CENTRED, number);
    recap_sheet_text (self->sheet, self->row, COLUMN_NAME, 1, 1, RECAP_STYLE_CELL, name);
}

/* Lays the chart beside the table and keeps both on one page. */
static RecapChart *
end (Part *self, RecapChartKind kind, const char *title, guint last_row)
{
    guint bars = last_row - self->first + 1;
    self->row = MAX (self->row, self->top + MAX (bars + AROUND_BARS, (guint)CHART_ROWS));
    for (guint row = self->top; row < self->row; row++)
        recap_sheet_row (self->sheet, row)->keep = TRUE;
    RecapRange over = { self->sheet->index, self->top, COLUMN_CHART, self->row - 1, N_COLUMNS - 1 };
    RecapRange names = cells (self, COLUMN_NAME, self->first, last_row);
    recap_sheet_row (self->sheet, self->row++)->height = 8;
    return recap_sheet_chart (self->sheet, kind, title, &over, &names);
}

/* The total of a line in the sheet of the whole. */
static void
add_total (Part *self, guint line, guint column)
{
    const MinutesArea *whole = self->minutes->whole;
    const MinutesTotal *total = &whole->totals[line];
    guint row = minutes_line (self->minutes, line)->row;
    RecapRange range = { whole->sheet->index, row, whole->total_column, row, whole->total_column };
    recap_sheet_copy (self->sheet, self->row, column, &range, total->value)->marks =
        total->n_incomplete > 0 ? RECAP_MARK_INCOMPLETE : 0;
}

/* What @part is of @all in hundredths of a per cent, rounded half up, as ROUND does. */
static gint64
share (RecapCell part, RecapCell all)
{
    /* 10,000 times RECAP_COUNT_MAX fits. */
    return (part * 10000 * 2 + all) / (2 * all);
}

static void
add_share (Part *self, RecapCell part, RecapCell all, guint all_row, guint row)
{
    g_autofree char *own = place (self, row, COLUMN_FIRST);
    g_autofree char *sum = place (self, all_row, COLUMN_FIRST);
    g_autofree char *formula = g_strdup_printf (
        "IF(COUNT(%s,%s)<2,\"\",IF(%s=0,\"\",ROUND(%s*10000/%s,0)))", own, sum, sum, own, sum);
    gboolean known = recap_cell_is_number (part) && recap_cell_is_number (all) && all > 0;
    recap_sheet_formula (self->sheet, row, COLUMN_FIRST + 1, RECAP_STYLE_PERCENT, formula,
                         known ? NULL : "", known ? share (part, all) : 0);
}

/* V.A, V.B and V.C below the votes. */
static void
add_sums_of_votes (Part *self)
{
    static const char *const names[] = { "suara_sah", "suara_tidak_sah", "suara_total" };
    for (guint i = 0; i < self->minutes->lines->len; i++) {
        const RecapField *field = minutes_line (self->minutes, i)->field;
        for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
            if (strcmp (field->name, names[k]) != 0)
                continue;
            recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_CENTRED,
                                field->number);
            recap_sheet_string (self->sheet, self->row, COLUMN_NAME, 1, 1, RECAP_STYLE_CELL,
                                field->short_label);
            add_total (self, i, COLUMN_FIRST);
            recap_sheet_string (self->sheet, self->row++, COLUMN_FIRST + 1, 1, 1, RECAP_STYLE_CELL,
                                "");
        }
    }
}

/* Returns: the sum of the votes; RECAP_CELL_BLANK when there is no number. */
static RecapCell
add_contestants (Part *self, GArray *votes, gboolean *ret_incomplete)
{
    const Minutes *minutes = self->minutes;
    RecapCell sum = RECAP_CELL_BLANK;

    *ret_incomplete = FALSE;
    for (guint i = 0; i < minutes->lines->len; i++) {
        const RecapField *field = minutes_line (minutes, i)->field;
        const MinutesTotal *total = &minutes->whole->totals[i];
        if (field->role != RECAP_ROLE_VOTES)
            continue;
        g_autofree char *number = g_strdup_printf ("%u", field->contestant);
        const char *known = minutes_contestant_name (minutes, field->contestant);
        g_autofree char *name =
            known != NULL ? g_strdup (known) : minutes_contestant (minutes, field->contestant);
        recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 1, RECAP_STYLE_CENTRED,
                            number);
        recap_sheet_string (self->sheet, self->row, COLUMN_NAME, 1, 1, RECAP_STYLE_CELL, name);
        add_total (self, i, COLUMN_FIRST);
        g_array_append_val (votes, total->value);
        if (recap_cell_is_number (total->value))
            sum = recap_cell_is_number (sum) ? sum + total->value : total->value;
        *ret_incomplete = *ret_incomplete || total->n_incomplete > 0;
        self->row++;
    }
    return sum;
}

static void
add_votes (Part *self)
{
    static const char *const headings[] = { "PESERTA", "SUARA", "PERSEN", NULL };
    g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (RecapCell));
    gboolean incomplete = FALSE;

    begin (self, "A. PEROLEHAN SUARA", headings);
    RecapCell sum = add_contestants (self, votes, &incomplete);
    if (votes->len == 0) {
        recap_sheet_string (self->sheet, self->row++, 0, 1, COLUMN_GAP, RECAP_STYLE_STRONG,
                            "Tabel tidak memuat suara peserta.");
        return;
    }
    guint last = self->row - 1;
    RecapRange all = cells (self, COLUMN_FIRST, self->first, last);
    recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 2, RECAP_STYLE_STRONG, "JUMLAH");
    recap_sheet_sum (self->sheet, self->row, COLUMN_FIRST, &all, sum)->marks =
        incomplete ? RECAP_MARK_INCOMPLETE : 0;
    for (guint i = 0; i < votes->len; i++)
        add_share (self, g_array_index (votes, RecapCell, i), sum, self->row, self->first + i);
    add_share (self, sum, sum, self->row, self->row);
    self->row++;
    add_sums_of_votes (self);
    RecapChart *chart = end (self, RECAP_CHART_BARS, "Perolehan suara", last);
    recap_sheet_chart_add (self->sheet, chart, "Suara", &all);
}

enum { PROGRESS_TPS = COLUMN_FIRST, PROGRESS_COMPLETE, PROGRESS_PARTIAL, PROGRESS_EMPTY };

/* How many TPS a part has, how many of them have all numbers, how many none, by the columns above;
 * RECAP_CELL_BLANK: not known. */
typedef struct {
    RecapCell counts[N_NUMBERS];
    char *formulas[N_NUMBERS]; /* NULL: the number stands there itself */
} Progress;

static void
progress_clear (Progress *self)
{
    for (guint i = 0; i < N_NUMBERS; i++)
        g_clear_pointer (&self->formulas[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Progress, progress_clear)

/* The number of columns of the sheet of @area in which @n cells have numbers: a row of ones times
 * the table of what is a number adds up each column.
 *
 * Returns: owned by the caller; NULL when it would be too long. */
static char *
count_columns (const Part *self, const MinutesArea *area, guint n)
{
    g_autoptr (GString) formula = g_string_new (NULL);
    for (guint i = 0; i < area->data->len; i++) {
        const RecapRange *range = &g_array_index (area->data, RecapRange, i);
        RecapRange ones = { self->sheet->index, 0, 0, 0, range->last_row - range->row };
        g_autofree char *name = recap_sheet_range_name (self->sheet, range);
        g_autofree char *row = recap_sheet_range_name (self->sheet, &ones);
        g_string_append_printf (formula, "%sSUMPRODUCT(--(MMULT(COLUMN(%s)^0,--ISNUMBER(%s))=%u))",
                                i > 0 ? "+" : "", row, name, n);
    }
    if (formula->len > FORMULA_MAX)
        return NULL;
    return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* The forms of a part, each of a TPS, have all numbers or none. Their ballots are the same. */
static void
count_forms (const Part *self, const MinutesArea *area, Progress *progress)
{
    const Minutes *minutes = self->minutes;
    guint all = minutes_count_boxes (minutes, minutes_form (minutes, area->first));
    RecapCell *counts = progress->counts;

    for (guint i = area->first; i < area->first + area->n_forms; i++) {
        const RecapForm *form = minutes_form (minutes, i);
        guint n = 0;
        for (guint k = 0; k < minutes->lines->len; k++)
            n += recap_cell_is_number (form->cells[minutes_line (minutes, k)->index]);
        counts[n == all ? 1 : n == 0 ? 3 : 2]++;
    }
    counts[0] = area->n_forms;
    progress->formulas[1] = count_columns (self, area, all);
    progress->formulas[3] = count_columns (self, area, 0);
}

/* The cell of a sum in the sheet of the whole that says how many TPS it has; owned by the
 * caller. */
static char *
tally_place (const Part *self, guint part, RecapTally tally)
{
    const MinutesArea *whole = self->minutes->whole;
    for (guint i = 0, first = 0; i < whole->data->len; i++) {
        const RecapRange *range = &g_array_index (whole->data, RecapRange, i);
        guint n = range->last_column - range->column + 1;
        guint row = whole->tally_row + tally;
        guint column = range->column + part - first;
        RecapRange cell = { range->sheet, row, column, row, column };
        if (part < first + n)
            return recap_sheet_range_name (self->sheet, &cell);
        first += n;
    }
    return NULL;
}

/* A sum says how many TPS there are in it. */
static void
take_tallies (const Part *self, guint part, Progress *progress)
{
    const RecapForm *form = minutes_form (self->minutes, part);
    RecapCell all = form->tallies[RECAP_TALLY_REGISTERED];
    RecapCell received = form->tallies[RECAP_TALLY_RECEIVED];
    RecapCell complete = form->tallies[RECAP_TALLY_COMPLETE];
    g_autofree char *place = tally_place (self, part, RECAP_TALLY_RECEIVED);
    g_autofree char *first = tally_place (self, part, RECAP_TALLY_REGISTERED);

    for (guint i = 0; i < N_NUMBERS; i++)
        progress->counts[i] = RECAP_CELL_BLANK;
    /* Tallies that contradict each other are in the sheet of the whole; here they tell nothing. */
    if (!recap_cell_is_number (complete) || complete > received || received > all || place == NULL)
        return;
    progress->counts[0] = all;
    progress->counts[1] = complete;
    progress->counts[2] = received - complete;
    progress->counts[3] = all - received;
    progress->formulas[0] = g_strdup (first);
    progress->formulas[1] = tally_place (self, part, RECAP_TALLY_COMPLETE);
    progress->formulas[3] = g_strdup_printf ("%s-%s", first, place);
}

static void
add_count (Part *self, guint column, const char *formula, RecapCell value)
{
    if (!recap_cell_is_number (value))
        recap_sheet_string (self->sheet, self->row, column, 1, 1, RECAP_STYLE_NUMBER, "-");
    else if (formula != NULL)
        recap_sheet_formula (self->sheet, self->row, column, RECAP_STYLE_NUMBER, formula, NULL,
                             value);
    else
        recap_sheet_number (self->sheet, self->row, column, RECAP_STYLE_NUMBER, value);
}

/* Adds @counts to @sums; a sum over what is not known is not complete, and blank without any. */
static void
add_to_sums (const RecapCell *counts, MinutesTotal *sums)
{
    for (guint i = 0; i < N_NUMBERS; i++) {
        if (!recap_cell_is_number (counts[i]))
            sums[i].n_incomplete++;
        else if (recap_cell_is_number (sums[i].value))
            sums[i].value += counts[i];
        else
            sums[i].value = counts[i];
    }
}

static void
add_sums (Part *self, guint last, const MinutesTotal *sums)
{
    recap_sheet_string (self->sheet, self->row, COLUMN_NUMBER, 1, 2, RECAP_STYLE_STRONG, "JUMLAH");
    for (guint i = 0; i < N_NUMBERS; i++) {
        RecapRange range = cells (self, COLUMN_FIRST + i, self->first, last);
        recap_sheet_sum (self->sheet, self->row, COLUMN_FIRST + i, &range, sums[i].value)->marks =
            sums[i].n_incomplete > 0 ? RECAP_MARK_INCOMPLETE : 0;
    }
    self->row++;
}

static void
init_sums (MinutesTotal *sums)
{
    for (guint i = 0; i < N_NUMBERS; i++)
        sums[i] = (MinutesTotal){ .value = RECAP_CELL_BLANK };
}

static void
add_progress_row (Part *self, guint index, MinutesTotal *sums)
{
    const MinutesArea *area = minutes_part (self->minutes, index);
    g_auto (Progress) progress = { 0 };
    g_autofree char *all = place (self, self->row, PROGRESS_TPS);
    g_autofree char *first = place (self, self->row, PROGRESS_COMPLETE);
    g_autofree char *last = place (self, self->row, PROGRESS_EMPTY);

    if (self->minutes->of_sums)
        take_tallies (self, index, &progress);
    else
        count_forms (self, area, &progress);
    progress.formulas[2] = g_strdup_printf ("%s-%s-%s", all, first, last);
    add_name (self, area->name);
    for (guint i = 0; i < N_NUMBERS; i++)
        add_count (self, COLUMN_FIRST + i, progress.formulas[i], progress.counts[i]);
    add_to_sums (progress.counts, sums);
    self->row++;
}

static void
add_progress (Part *self)
{
    g_autofree char *parts = g_utf8_strup (self->minutes->level->parts, -1);
    const char *headings[] = {
        parts, "TPS", "LENGKAP", "SEBAGIAN\nKOSONG", "BELUM\nADA ANGKA", NULL
    };
    const char *names[] = { "Lengkap", "Sebagian kosong", "Belum ada angka" };
    MinutesTotal sums[N_NUMBERS];

    begin (self, "B. KEMAJUAN TPS", headings);
    if (self->minutes->of_sums && self->minutes->whole->tally_row == 0) {
        recap_sheet_string (self->sheet, self->row++, 0, 1, COLUMN_GAP, RECAP_STYLE_STRONG,
                            "Tabel tidak memuat jumlah TPS.");
        return;
    }
    init_sums (sums);
    for (guint i = 0; i < self->minutes->parts->len; i++)
        add_progress_row (self, i, sums);
    guint last = self->row - 1;
    add_sums (self, last, sums);
    RecapChart *chart = end (self, RECAP_CHART_STACKED, "Kemajuan TPS", last);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        RecapRange values = cells (self, PROGRESS_COMPLETE + i, self->first, last);
        recap_sheet_chart_add (self->sheet, chart, names[i], &values);
    }
}

enum { FOUND_ERRORS = COLUMN_FIRST, FOUND_WARNINGS, FOUND_SETTLED, FOUND_OPEN };

/* Adds what is found about an area to @counts, by the columns above. */
static void
count_findings (Minutes *minutes, RecapText kode, RecapCell *counts)
{
    const RecapFindings *findings = minutes->input->findings;
    for (guint i = 0; i < recap_findings_get_n (findings); i++) {
        const RecapFinding *finding = recap_findings_get (findings, i);
        gboolean error = finding->severity == RECAP_SEVERITY_ERROR;
        if ((!error && finding->severity != RECAP_SEVERITY_WARNING) ||
            !minutes_covers (minutes, finding->kontes, finding->kode) ||
            (kode.size > 0 && !recap_region_has_prefix (finding->kode, kode)))
            continue;
        counts[error ? 0 : 1]++;
        counts[minutes_status (minutes, i) == MINUTES_STATUS_OPEN ? 3 : 2]++;
    }
}

/* Codes of regions are digits; what else a code could have would mean something in a formula. */
static gboolean
is_plain (RecapText kode)
{
    for (gsize i = 0; i < kode.size; i++)
        if (!g_ascii_isalnum (kode.bytes[i]) && kode.bytes[i] != '.')
            return FALSE;
    return kode.size > 0;
}

/* The formula that counts the rows of the list with @severity, of a code that begins with @kode
 * unless it is empty, and with @status unless it is NULL. The key of a row begins with contest and
 * code, the rule ends with the severity. Owned by the caller. */
static char *
count_rows (const Part *self, RecapText kode, const char *severity, const char *status)
{
    const MinutesFound *found = &self->minutes->found;
    const char *contest = recap_contest_get_code (self->minutes->contest);
    g_autofree char *keys = recap_sheet_range_name (self->sheet, &found->key);
    g_autofree char *rules = recap_sheet_range_name (self->sheet, &found->rule);
    g_autofree char *states = recap_sheet_range_name (self->sheet, &found->status);
    GString *formula = g_string_new (NULL);

    g_string_append_printf (formula, "COUNTIFS(%s,\"*%s\"", rules, severity);
    if (kode.size > 0)
        g_string_append_printf (formula, ",%s,\"%s?%.*s*\"", keys, contest, (int)kode.size,
                                kode.bytes);
    if (status != NULL)
        g_string_append_printf (formula, ",%s,\"%s*\"", states, status);
    g_string_append_c (formula, ')');
    return g_string_free (formula, FALSE);
}

/* A row of counts; with no @kode what the rows above do not count. */
static void
add_findings_row (Part *self, RecapText name, RecapText kode, const RecapCell *counts)
{
    g_autofree char *errors = count_rows (self, kode, "galat", NULL);
    g_autofree char *warnings = count_rows (self, kode, "peringatan", NULL);
    g_autofree char *open_errors = count_rows (self, kode, "galat", MINUTES_OPEN);
    g_autofree char *open_warnings = count_rows (self, kode, "peringatan", MINUTES_OPEN);
    g_autofree char *open = g_strconcat (open_errors, "+", open_warnings, NULL);
    g_autofree char *first = place (self, self->row, FOUND_ERRORS);
    g_autofree char *second = place (self, self->row, FOUND_WARNINGS);
    g_autofree char *last = place (self, self->row, FOUND_OPEN);
    g_autofree char *settled = g_strdup_printf ("%s+%s-%s", first, second, last);
    const char *formulas[N_NUMBERS] = { errors, warnings, settled, open };
    gboolean live = self->minutes->found.n > 0 && (kode.size == 0 || is_plain (kode));

    add_name (self, name);
    for (guint i = 0; i < N_NUMBERS; i++) {
        guint column = COLUMN_FIRST + i;
        RecapRange above = cells (self, column, self->first, self->row - 1);
        g_autofree char *sum = recap_sheet_range_name (self->sheet, &above);
        g_autofree char *rest = g_strdup_printf ("%s-SUM(%s)", formulas[i], sum);
        gboolean other = kode.size == 0 && i != FOUND_SETTLED - COLUMN_FIRST;
        add_count (self, column, !live ? NULL : other ? rest : formulas[i], counts[i]);
    }
    self->row++;
}

/* Findings about no part, such as the whole itself, have a row of their own. */
static void
add_other_findings (Part *self, const RecapCell *sums)
{
    RecapCell counts[N_NUMBERS] = { 0 };
    count_findings (self->minutes, RECAP_TEXT_EMPTY, counts);
    gboolean any = FALSE;
    for (guint i = 0; i < N_NUMBERS; i++) {
        counts[i] -= sums[i];
        any = any || counts[i] > 0;
    }
    if (any)
        add_findings_row (self, recap_text ("Lainnya"), RECAP_TEXT_EMPTY, counts);
}

static void
add_findings (Part *self)
{
    g_autofree char *parts = g_utf8_strup (self->minutes->level->parts, -1);
    const char *headings[] = { parts, "GALAT", "PERINGATAN", "SELESAI", "TERBUKA", NULL };
    static const char *const names[] = { "Selesai", "Terbuka" };
    Minutes *minutes = self->minutes;
    RecapCell sums[N_NUMBERS] = { 0 };

    begin (self, "C. TEMUAN", headings);
    if (minutes->input->findings == NULL) {
        recap_sheet_string (self->sheet, self->row++, 0, 1, COLUMN_GAP, RECAP_STYLE_STRONG,
                            "Daftar temuan tidak disertakan.");
        return;
    }
    for (guint i = 0; i < minutes->parts->len; i++) {
        const MinutesArea *area = minutes_part (minutes, i);
        RecapCell counts[N_NUMBERS] = { 0 };
        count_findings (minutes, area->kode, counts);
        add_findings_row (self, area->name, area->kode, counts);
        for (guint k = 0; k < N_NUMBERS; k++)
            sums[k] += counts[k];
    }
    add_other_findings (self, sums);
    RecapCell all[N_NUMBERS] = { 0 };
    MinutesTotal totals[N_NUMBERS];
    count_findings (minutes, RECAP_TEXT_EMPTY, all);
    init_sums (totals);
    add_to_sums (all, totals);
    guint last = self->row - 1;
    add_sums (self, last, totals);
    RecapChart *chart = end (self, RECAP_CHART_STACKED, "Temuan", last);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        RecapRange values = cells (self, FOUND_SETTLED + i, self->first, last);
        recap_sheet_chart_add (self->sheet, chart, names[i], &values);
    }
}

static void
add_titles (Part *self)
{
    const Minutes *minutes = self->minutes;
    g_autofree char *place = minutes_place (minutes);
    const char *titles[] = { "RINGKASAN", recap_contest_get_election (minutes->contest), place };

    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        recap_sheet_string (self->sheet, self->row++, 0, 1, N_COLUMNS, RECAP_STYLE_HEADING,
                            titles[i]);
    if (minutes->whole->n_incomplete > 0) {
        const char *what = minutes->of_sums ? "isian atau TPS belum masuk dalam jumlah"
                                            : "isian kosong atau tidak terbaca";
        g_autofree char *alert =
            g_strdup_printf ("BELUM LENGKAP: %" PRIu64 " %s. Jumlah yang bertanda * belum lengkap.",
                             minutes->whole->n_incomplete, what);
        recap_sheet_string (self->sheet, self->row++, 0, 1, N_COLUMNS, RECAP_STYLE_ALERT, alert);
    }
    recap_sheet_row (self->sheet, self->row++)->height = 8;
    self->sheet->head_rows = self->row;
}

void
minutes_fill_overview (Minutes *self, RecapSheet *sheet)
{
    Part part = { .minutes = self, .sheet = sheet };

    recap_sheet_set_widths (sheet, COLUMN_NUMBER, 1, 50);
    recap_sheet_set_widths (sheet, COLUMN_NAME, 1, 300);
    recap_sheet_set_widths (sheet, COLUMN_FIRST, N_NUMBERS, 105);
    recap_sheet_set_widths (sheet, COLUMN_GAP, 1, 20);
    recap_sheet_set_widths (sheet, COLUMN_CHART, CHART_COLUMNS, 220);
    add_titles (&part);
    add_votes (&part);
    add_progress (&part);
    add_findings (&part);
    recap_sheet_string (
        sheet, part.row, 0, 1, N_COLUMNS, RECAP_STYLE_NOTE,
        "Angka dihitung dengan rumus dari lembar lain. Lengkap: semua isian "
        "berangka. Sebagian kosong: ada isian kosong atau tidak terbaca. Selesai: sudah "
        "diputuskan, atau tidak memerlukan keputusan.");
}
