/* A book of sheets: what is written where, and what it is. It knows nothing of files; a writer
 * (lib/workbook.h) decides how it looks. */
#pragma once

#include <glib.h>

#include "count.h"
#include "text.h"

G_BEGIN_DECLS

/* What a cell is for. */
typedef enum {
    RECAP_STYLE_PLAIN,         /* running text */
    RECAP_STYLE_BANNER,        /* 'ALAT BANTU' on the cover */
    RECAP_STYLE_TITLE,         /* title of the book */
    RECAP_STYLE_HEADING,       /* title of a sheet or of a part of it */
    RECAP_STYLE_LABEL,         /* 'PROVINSI' */
    RECAP_STYLE_VALUE,         /* what follows a label */
    RECAP_STYLE_NOTE,          /* small print under a table */
    RECAP_STYLE_ALERT,         /* a sentence that must not be overlooked */
    RECAP_STYLE_COLUMN,        /* heading of a column */
    RECAP_STYLE_ORDINAL,       /* '(1)' under it */
    RECAP_STYLE_SECTION,       /* heading of a section inside a table */
    RECAP_STYLE_CELL,          /* text in a table */
    RECAP_STYLE_CENTRED,       /* short text in a table: a code, a number of a row */
    RECAP_STYLE_STRONG,        /* text in a table that names a total */
    RECAP_STYLE_NUMBER,        /* number in a table */
    RECAP_STYLE_TOTAL,         /* total in a table */
    RECAP_STYLE_PERCENT,       /* share in a table, in hundredths of a per cent: 5234 is 52,34 % */
    RECAP_STYLE_SIGN_HEAD,     /* heading of a place to sign */
    RECAP_STYLE_SIGN,          /* place to sign; its text stands at the bottom */
    RECAP_STYLE_ENTRY,         /* to be filled in at the screen */
    RECAP_STYLE_CONTROL,       /* small print in a table: what a rule says, its code */
    RECAP_STYLE_CONTROL_LABEL, /* the rule */
    RECAP_N_STYLES,
} RecapStyle;

/* What is remarkable about a cell; marks add up. */
typedef enum {
    RECAP_MARK_BLANK = 1 << 0,      /* the form shows nothing here */
    RECAP_MARK_UNREADABLE = 1 << 1, /* nobody can read it */
    RECAP_MARK_FINDING = 1 << 2,    /* something disagrees here */
    RECAP_MARK_CORRECTED = 1 << 3,  /* the meeting decided about it */
    RECAP_MARK_INCOMPLETE = 1 << 4, /* a total over blank or unreadable cells */
    RECAP_MARK_RELATED = 1 << 5,    /* belongs to a rule that is broken elsewhere */
} RecapMark;

typedef enum {
    RECAP_CONTENT_NOTHING,
    RECAP_CONTENT_TEXT,
    RECAP_CONTENT_NUMBER,
    RECAP_CONTENT_SUM,  /* of the cells of a range */
    RECAP_CONTENT_COPY, /* of the one cell of a range */
    RECAP_CONTENT_FORMULA,
} RecapContent;

/* The longest text that may be typed into a cell, in characters. */
#define RECAP_ENTRY_TEXT_MAX 500

/* What may be typed into a cell. */
typedef enum {
    RECAP_ENTRY_CELL, /* a number of the form, '?' for unreadable, 'kosong' for blank */
    RECAP_ENTRY_WORD, /* one of a list of words */
    RECAP_ENTRY_TEXT, /* anything of up to RECAP_ENTRY_TEXT_MAX characters */
} RecapEntryKind;

/* What a cell that is not locked takes. Plain data that outlives the book, usually static. */
typedef struct {
    RecapEntryKind kind;
    const char *const *words; /* of WORD, ends with NULL; together at most 250 characters */
    const char *title;        /* of the note that is shown at the cell, up to 32 characters */
    const char *prompt;       /* the note, up to 255 characters */
} RecapEntry;

/* Cells of one sheet of the book, ends included. All count from 0. */
typedef struct {
    guint sheet;
    guint row, column;
    guint last_row, last_column;
} RecapRange;

/* One cell, or several that are joined into one. */
typedef struct {
    guint row, column; /* from 0 */
    guint n_rows, n_columns;
    RecapStyle style;
    guint marks;
    RecapContent content;
    const char *text; /* of TEXT: UTF-8 without control characters but LF; of FORMULA what it gives
                         now when that is a text, else NULL; belongs to the book */
    RecapCell number; /* of NUMBER; of SUM and COPY the value now, RECAP_CELL_BLANK when no cell of
                          the range has a number; of FORMULA the value now when that is a number */
    RecapRange range;
    const char *formula;     /* of FORMULA, without '='; belongs to the book */
    const char *comment;     /* shown at the cell, as clean as text; NULL: none; of the book */
    const RecapEntry *entry; /* what may be typed here; NULL: locked in a sheet that is */
} RecapSheetCell;

typedef struct {
    guint height;   /* at least so many points; 0: as the text needs */
    gboolean keep;  /* on the same page as the next row */
    gboolean fresh; /* begins a page */
} RecapSheetRow;

typedef enum {
    RECAP_CHART_BARS,    /* one bar for each name */
    RECAP_CHART_STACKED, /* the numbers of a name one after the other */
} RecapChartKind;

/* The numbers of a chart that belong together; they differ by pattern, not by colour alone. */
typedef struct {
    const char *name; /* in the legend of a chart with several; belongs to the book */
    RecapRange values;
} RecapChartSeries;

/* A chart over cells of a sheet, its bars from top to bottom. */
typedef struct {
    RecapChartKind kind;
    const char *title; /* belongs to the book */
    RecapRange names;  /* what its bars are called: cells of one column */
    GArray *series;    /* RecapChartSeries, each with as many cells of one column */
    guint row, column; /* where it is laid over the sheet, from 0 */
    guint n_rows, n_columns;
} RecapChart;

typedef struct _RecapBook RecapBook;

/* Plain data, filled in by the functions below and by hand. */
typedef struct {
    RecapBook *book;
    guint index;        /* in the book, from 0 */
    char *name;         /* 1 to 31 characters, unique in the book without case */
    char *purpose;      /* one line for the list of sheets */
    guint head_rows;    /* rows at the top that stay in view and are printed on every page */
    guint head_columns; /* columns at the left, likewise */
    gboolean locked;    /* only cells with an entry can be changed; there is no password */
    GArray *widths;     /* guint per column: tenths of the width of a digit */
    GArray *rows;       /* RecapSheetRow */
    GArray *cells;      /* RecapSheetCell */
    GArray *charts;     /* RecapChart */
    GArray *blocks;     /* guint: columns that begin a new page, ascending */
} RecapSheet;

/* Texts that a writer puts into the properties and on every page. */
struct _RecapBook {
    char *title;
    char *subject;
    char *header;      /* at the top of every page */
    char *caption;     /* under it: contest and region; NULL: none */
    char *footer;      /* at the bottom of every page; NULL: none */
    gint64 created;    /* seconds since 1970-01-01 UTC, never 0 */
    GPtrArray *sheets; /* RecapSheet */
    GStringChunk *texts;
};

/* Returns: a book without sheets, owned by the caller. */
RecapBook *recap_book_new (void);
void recap_book_free (RecapBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecapBook, recap_book_free)

/* Adds a sheet. Characters of @name that no spreadsheet allows ([ ] : * ? / \ and control
 * characters) become '-', what looks like a cell or a number gets 'Lembar' before it, it is cut to
 * 31 characters, and a number is added when the book has one of this name already.
 *
 * Returns: the sheet; belongs to @self. */
RecapSheet *recap_book_add (RecapBook *self, RecapText name, const char *purpose);

/* Returns: sheet @index, from 0. Belongs to @self. */
RecapSheet *recap_book_get (const RecapBook *self, guint index);

/* Sets the width of @n columns from @column on, in tenths of the width of a digit. */
void recap_sheet_set_widths (RecapSheet *self, guint column, guint n, guint width);

/* Returns: row @row, created when it was not there; valid until the next call. */
RecapSheetRow *recap_sheet_row (RecapSheet *self, guint row);

/* Adds a cell with text, @n_rows by @n_columns large. @text may come from anywhere: it becomes
 * valid UTF-8 without control characters (LF stays) of at most 16,000 characters. Cells must not
 * overlap.
 *
 * Returns: the cell; valid until the next one is added. */
RecapSheetCell *recap_sheet_text (RecapSheet *self, guint row, guint column, guint n_rows,
                                  guint n_columns, RecapStyle style, RecapText text);

/* The same for a string that ends in NUL. */
RecapSheetCell *recap_sheet_string (RecapSheet *self, guint row, guint column, guint n_rows,
                                    guint n_columns, RecapStyle style, const char *string);

/* Adds a cell of a table: a number; nothing, marked as blank; '?', marked as unreadable.
 *
 * Returns: as above. */
RecapSheetCell *recap_sheet_number (RecapSheet *self, guint row, guint column, RecapStyle style,
                                    RecapCell number);

/* Adds a number that may be below zero, such as a difference. */
RecapSheetCell *recap_sheet_signed (RecapSheet *self, guint row, guint column, RecapStyle style,
                                    gint64 number);

/* Adds the sum of @range, or a copy of its one cell, with its value now.
 *
 * Returns: as above. */
RecapSheetCell *recap_sheet_sum (RecapSheet *self, guint row, guint column, const RecapRange *range,
                                 RecapCell value);
RecapSheetCell *recap_sheet_copy (RecapSheet *self, guint row, guint column,
                                  const RecapRange *range, RecapCell value);

/* Adds a formula: @formula in the words of a spreadsheet (English names, commas), composed by us
 * and never from foreign text, and what it gives now: @text, or @number when @text is NULL.
 *
 * Returns: as above. */
RecapSheetCell *recap_sheet_formula (RecapSheet *self, guint row, guint column, RecapStyle style,
                                     const char *formula, const char *text, gint64 number);

/* Lets a comment be shown at @cell, a cell of @self. @comment may come from anywhere, as the text
 * of a cell. */
void recap_sheet_comment (RecapSheet *self, RecapSheetCell *cell, RecapText comment);

/* Returns: what @cell of @self computes, without '=': what was given, 'SUM(D3:R3)', 'S3', or for a
 * sum of nothing but blanks, which is not zero, one that gives an empty text. NULL when it computes
 * nothing. Owned by the caller. */
char *recap_sheet_cell_formula (const RecapSheet *self, const RecapSheetCell *cell);

/* Appends the name of a cell to @out: 'D12' is row 11, column 3. */
void recap_sheet_append_cell_name (GString *out, guint row, guint column);

/* Adds a chart over the cells @place, which must be rows and columns of @self by the time the book
 * is written. @title and the names of its series may come from anywhere, as the text of a cell.
 *
 * Returns: the chart, without series; valid until the next one is added. */
RecapChart *recap_sheet_chart (RecapSheet *self, RecapChartKind kind, const char *title,
                               const RecapRange *place, const RecapRange *names);
void recap_sheet_chart_add (RecapSheet *self, RecapChart *chart, const char *name,
                            const RecapRange *values);

/* Returns: the cell that begins at @row and @column, or NULL; the search takes as long as there are
 * cells. Belongs to @self. */
const RecapSheetCell *recap_sheet_find (const RecapSheet *self, guint row, guint column);

/* Returns: @range as a formula in @self has it: 'D12:R12', with the sheet before it when that is
 * another one: "'DESA A'!D12". Owned by the caller. */
char *recap_sheet_range_name (const RecapSheet *self, const RecapRange *range);

G_END_DECLS
