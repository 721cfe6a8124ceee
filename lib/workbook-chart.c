#include "config.h"

#include "workbook-chart.h"

#include <stdlib.h>
#include <xlsxwriter.h>

#include "workbook-fit.h"

/* What a chart of libxlsxwriter measures, in pixels, unless it is scaled. */
enum { DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 };

enum { GAP = 40 /* between bars, per cent of a bar */, INK = 0x1F3864 };

/* How the series of a chart are told apart on a black and white print too. */
static const guint8 patterns[] = { LXW_CHART_PATTERN_NONE, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
                                   LXW_CHART_PATTERN_DOTTED_GRID };

/* libxlsxwriter would look into the cells and find nothing where there is a formula; what a chart
 * shows before anybody computes comes from the book instead. What is no number has no bar. */
static void
fill_cache (lxw_series_range *target, const RecapBook *book, const RecapRange *range,
            gboolean of_names)
{
    const RecapSheet *sheet = recap_book_get (book, range->sheet);

    target->ignore_cache = LXW_TRUE;
    target->has_string_cache = of_names ? LXW_TRUE : LXW_FALSE;
    for (guint row = range->row; row <= range->last_row; row++) {
        const RecapSheetCell *cell = recap_sheet_find (sheet, row, range->column);
        lxw_series_data_point *point = calloc (1, sizeof *point);
        if (point == NULL)
            return;
        if (of_names) {
            point->string = strdup (cell != NULL && cell->text != NULL ? cell->text : "");
            point->is_string = LXW_TRUE;
        } else if (cell != NULL && cell->text == NULL && recap_cell_is_number (cell->number)) {
            point->number = (double)cell->number;
        } else {
            point->no_data = LXW_TRUE;
        }
        STAILQ_INSERT_TAIL (target->data_cache, point, list_pointers);
        target->num_data_points++;
    }
}

static void
add_series (lxw_chart *chart, const RecapChart *model, guint index, const RecapBook *book)
{
    const RecapChartSeries *what = &g_array_index (model->series, RecapChartSeries, index);
    const RecapRange *ranges[] = { &model->names, &what->values };
    lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
    lxw_chart_line border = { .color = INK, .width = 0.75 };
    lxw_chart_font small = { .name = (char *)"Arial", .size = 8 };

    for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
        const char *name = recap_book_get (book, ranges[i]->sheet)->name;
        (i == 0 ? chart_series_set_categories : chart_series_set_values) (
            series, name, ranges[i]->row, (lxw_col_t)ranges[i]->column, ranges[i]->last_row,
            (lxw_col_t)ranges[i]->last_column);
    }
    fill_cache (series->categories, book, &model->names, TRUE);
    fill_cache (series->values, book, &what->values, FALSE);
    chart_series_set_name (series, what->name);
    chart_series_set_line (series, &border);
    if (index == 0) {
        lxw_chart_fill fill = { .color = INK };
        chart_series_set_fill (series, &fill);
    } else {
        lxw_chart_pattern pattern = { .fg_color = INK,
                                      .bg_color = LXW_COLOR_WHITE,
                                      .type = patterns[index % G_N_ELEMENTS (patterns)] };
        chart_series_set_pattern (series, &pattern);
    }
    if (model->kind == RECAP_CHART_BARS) {
        chart_series_set_labels (series);
        chart_series_set_labels_num_format (series, "#,##0");
        chart_series_set_labels_font (series, &small);
    }
}

/* Returns: how long the longest bar is. */
static gint64
longest_bar (const RecapChart *model, const RecapBook *book)
{
    gint64 longest = 0;
    for (guint i = 0; i <= model->names.last_row - model->names.row; i++) {
        gint64 length = 0;
        for (guint k = 0; k < model->series->len; k++) {
            const RecapRange *range = &g_array_index (model->series, RecapChartSeries, k).values;
            const RecapSheetCell *cell = recap_sheet_find (recap_book_get (book, range->sheet),
                                                           range->row + i, range->column);
            if (cell != NULL && cell->text == NULL)
                length += MAX (cell->number, 0);
        }
        longest = MAX (longest, length);
    }
    return longest;
}

static void
set_axes (lxw_chart *chart, gint64 longest)
{
    enum { FEW = 10 };
    lxw_chart_font small = { .name = (char *)"Arial", .size = 8 };
    lxw_chart_line faint = { .color = 0xBFBFBF, .width = 0.5 };

    chart_axis_set_num_font (chart->y_axis, &small);
    chart_axis_set_num_font (chart->x_axis, &small);
    /* Bars lie: the names are along y. The first one stands at the top, the numbers at the bottom
     * all the same. */
    chart_axis_set_reverse (chart->y_axis);
    chart_axis_set_crossing_max (chart->y_axis);
    chart_axis_set_interval_unit (chart->y_axis, 1);
    chart_axis_set_min (chart->x_axis, 0);
    chart_axis_set_num_format (chart->x_axis, "#,##0");
    /* Else there would be halves, which the format shows as whole numbers. */
    if (longest < FEW)
        chart_axis_set_major_unit (chart->x_axis, 1);
    chart_axis_major_gridlines_set_line (chart->x_axis, &faint);
}

static lxw_chart *
make_chart (lxw_workbook *workbook, const RecapChart *model, const RecapBook *book)
{
    lxw_chart *chart = workbook_add_chart (
        workbook, model->kind == RECAP_CHART_STACKED ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR);
    lxw_chart_font heading = { .name = (char *)"Arial", .size = 10, .bold = LXW_TRUE };
    lxw_chart_font small = { .name = (char *)"Arial", .size = 8 };

    if (chart == NULL)
        return NULL;
    chart_title_set_name (chart, model->title);
    chart_title_set_name_font (chart, &heading);
    for (guint i = 0; i < model->series->len; i++)
        add_series (chart, model, i, book);
    chart_set_series_gap (chart, GAP);
    set_axes (chart, longest_bar (model, book));
    if (model->series->len > 1) {
        chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
        chart_legend_set_font (chart, &small);
    } else {
        chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
    }
    return chart;
}

gboolean
workbook_add_charts (gpointer workbook, gpointer worksheet, const RecapSheet *sheet,
                     const guint *heights)
{
    for (guint i = 0; i < sheet->charts->len; i++) {
        const RecapChart *model = &g_array_index (sheet->charts, RecapChart, i);
        lxw_chart *chart = make_chart (workbook, model, sheet->book);
        guint width = workbook_fit_width (sheet, model->column, model->n_columns);
        guint height = 0;
        for (guint row = model->row; row < model->row + model->n_rows; row++)
            height += heights[row] * 4 / 3; /* whole pixels, three quarters of a point each */
        lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_AND_SIZE,
                                      .x_scale = width * 4 / 3 / (double)DEFAULT_WIDTH,
                                      .y_scale = height / (double)DEFAULT_HEIGHT };
        if (chart == NULL ||
            worksheet_insert_chart_opt (worksheet, model->row, (lxw_col_t)model->column, chart,
                                        &options) != LXW_NO_ERROR)
            return FALSE;
    }
    return TRUE;
}
