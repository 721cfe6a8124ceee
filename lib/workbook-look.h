/* How each style of a cell looks in a workbook. Not a public header. */
#pragma once

#include <glib.h>

#include "sheet.h"

G_BEGIN_DECLS

typedef enum { LOOK_LEFT, LOOK_CENTRE, LOOK_RIGHT } LookAlign;
typedef enum { LOOK_TOP, LOOK_MIDDLE, LOOK_BOTTOM } LookUpright;
typedef enum { LOOK_NO_BORDER, LOOK_THIN, LOOK_THICK } LookBorder;

typedef struct {
    guint points;
    gboolean bold, italic;
    LookAlign align;
    LookUpright upright;
    LookBorder border;
    guint32 fill;       /* red, green, blue; 0: none */
    const char *number; /* how numbers are written; NULL: it is for text */
} WorkbookLook;

/* What most cells of a table have; a row is at least so many points high. */
enum { LOOK_CELL_POINTS = 9 };

/* Returns: static. */
const WorkbookLook *workbook_look (RecapStyle style);

/* Returns: whether text keeps off the border, as it does in tables. */
gboolean workbook_look_is_indented (RecapStyle style);

G_END_DECLS
