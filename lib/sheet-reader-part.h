/* What the readers of the two formats share. Not a public header. */
#pragma once

#include <glib.h>

#include "sheet-reader-rows.h"
#include "sheet-reader-xml.h"
#include "sheet-reader.h"

G_BEGIN_DECLS

#define SHEETS_MAX 1024
#define SHEET_NAME_MAX 1024 /* bytes; Excel has 31 characters */

/* One sheet as the workbook lists it. */
typedef struct {
    char *name;
    char *member; /* where it lies; NULL when all lie in one */
    gboolean hidden;
} SheetEntry;

/* The texts that the cells of an .xlsx file share. */
typedef struct {
    GByteArray *texts;
    GArray *ends; /* guint32: where each ends */
} SheetTexts;

/* What the format of a cell says about its number. */
typedef enum { SHEET_NUMBER, SHEET_DATE, SHEET_PERCENT } SheetKind;

/* A workbook. */
typedef struct {
    RecapPackage *package;
    GArray *sheets;    /* SheetEntry */
    GPtrArray *others; /* names of sheets without cells; ends with NULL */
    GByteArray *kinds; /* SheetKind of every cell format of an .xlsx file */
    GPtrArray *masks;  /* of each its code when it shows something else than the cell, or NULL */
    GPtrArray *rule_masks; /* the same of the formats of conditions */
    RecapSightFunc watch;  /* or NULL */
    gpointer watch_data;
    gboolean from_1904;
    SheetTexts shared;
    gboolean has_shared; /* they were read */
} SheetBook;

/* A sheet that is being read. */
typedef struct _SheetState SheetState;

/* How a format is read. */
typedef struct {
    const char *name; /* 'xlsx' */
    /* Lists the sheets. */
    gboolean (*list) (SheetBook *book, GError **error);
    /* Opens sheet @index, from 0, whose rows go to @rows. Returns NULL with @error. */
    SheetState *(*open) (SheetBook *book, guint index, SheetRows *rows, GError **error);
    /* Reads on by one block; *@ret_end: the sheet has ended. */
    gboolean (*step) (SheetState *state, gboolean *ret_end, GError **error);
    void (*close) (SheetState *state);
} SheetFormat;

extern const SheetFormat sheet_format_xlsx;
extern const SheetFormat sheet_format_ods;

/* Adds a sheet to the list; @name and @member are copied.
 *
 * Returns: FALSE with @error RECAP_ERROR_LIMIT (over SHEETS_MAX, a name over SHEET_NAME_MAX). */
gboolean sheet_book_add (SheetBook *self, const char *name, const char *member, gboolean hidden,
                         GError **error);

/* Notes that there is a sheet @name without cells.
 *
 * Returns: FALSE with @error as sheet_book_add(). */
gboolean sheet_book_add_other (SheetBook *self, const char *name, GError **error);

/* Makes '2024-02-15T08:30:00' of the day number @serial, '45337.354166666664' in decimal digits;
 * only the time below one day.
 *
 * Returns: owned by the caller; NULL when @serial is no such number. */
char *sheet_date_format (RecapText serial, gboolean from_1904);

/* Returns: what the format @code ('dd-mmm'), or the one with the number @id that every spreadsheet
 * knows, makes of a number. */
SheetKind sheet_format_kind (const char *code);
SheetKind sheet_format_builtin_kind (guint64 id);

/* Returns: whether the format lets something else be read than what is in the cell. It has parts
 * for numbers above zero, below it, for zero and for texts; each must show the number or the text,
 * the number with all its digits and its sign, and nothing beside it that could belong to it. */
gboolean sheet_format_is_mask (const char *code);
gboolean sheet_format_builtin_is_mask (guint64 id);

/* Returns: @code with all that it shows as it is between quotes, as one program writes it and
 * another does not. Owned by the caller. */
char *sheet_format_simplify (const char *code);

/* Makes '90%' of '0.9', '12.5%' of '0.125'; '1E-3 x 100%' when that takes arithmetic.
 *
 * Returns: owned by the caller. */
char *sheet_percent_format (RecapText fraction);

G_END_DECLS
