#include "config.h"

#include "workbook-entry.h"

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const WorkbookEntries *first = a, *second = b;
    if (first->column != second->column)
        return first->column < second->column ? -1 : 1;
    return (first->row > second->row) - (first->row < second->row);
}

/* One rule for many cells keeps the file small: lists are long, their columns all take the same. */
GArray *
workbook_entries_find (const RecapSheet *sheet)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (WorkbookEntries));
    guint n = 0;

    for (guint i = 0; i < sheet->cells->len; i++) {
        const RecapSheetCell *cell = &g_array_index (sheet->cells, RecapSheetCell, i);
        WorkbookEntries one = { cell->entry, cell->column, cell->row, cell->row };
        if (cell->entry != NULL)
            g_array_append_val (found, one);
    }
    g_array_sort (found, compare_places);
    for (guint i = 0; i < found->len; i++) {
        const WorkbookEntries *one = &g_array_index (found, WorkbookEntries, i);
        WorkbookEntries *last = n > 0 ? &g_array_index (found, WorkbookEntries, n - 1) : NULL;
        if (last != NULL && last->entry == one->entry && last->column == one->column &&
            last->last_row + 1 == one->row)
            last->last_row = one->row;
        else
            g_array_index (found, WorkbookEntries, n++) = *one;
    }
    g_array_set_size (found, n);
    return found;
}

/* The cells hold text, so that nothing is lost of what was typed. VALUE alone takes dates, powers
 * and fractions for numbers too; but only digits come back from TEXT as they were. Dots may set
 * thousands apart, so three digits follow the last one. */
char *
workbook_entries_formula (const WorkbookEntries *entries)
{
    static const char pattern[] = "OR(@=\"?\",LOWER(@)=\"kosong\",IFERROR(AND(LEN(@)<16,"
                                  "TEXT(VALUE(#),REPT(0,LEN(#)))=#,"
                                  "OR(#=@&\"\",LEFT(RIGHT(@,4))=\".\")),FALSE))";
    RecapSheet alone = { .index = 0 };
    RecapRange range = { 0, entries->row, entries->column, entries->row, entries->column };
    g_autofree char *cell = recap_sheet_range_name (&alone, &range);
    g_autofree char *digits = g_strdup_printf ("SUBSTITUTE(%s,\".\",\"\")", cell);
    GString *formula = g_string_new ("=");

    for (const char *p = pattern; *p != '\0'; p++)
        if (*p == '@' || *p == '#')
            g_string_append (formula, *p == '@' ? cell : digits);
        else
            g_string_append_c (formula, *p);
    return g_string_free (formula, FALSE);
}

const char *
workbook_entries_refusal (const RecapEntry *entry)
{
    switch (entry->kind) {
    case RECAP_ENTRY_CELL:
        return "Isilah dengan angka (0, 12, 1.234), ? bila tidak terbaca, atau kosong bila pada "
               "formulir tidak ada angka.";
    case RECAP_ENTRY_WORD:
        return "Pilihlah salah satu kata dari daftar.";
    case RECAP_ENTRY_TEXT:
        return "Isilah paling banyak 500 karakter.";
    }
    g_assert_not_reached ();
}
