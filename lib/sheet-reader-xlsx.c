#include "config.h"

#include <glib/gi18n-lib.h>

#include "count.h"
#include "error.h"
#include "sheet-reader-part.h"
#include "sheet.h"

/* Office Open XML: xl/workbook.xml names the sheets, its .rels file says where they lie,
 * sharedStrings.xml has the texts and styles.xml the formats that make a number a date. */

static const guint TEXTS_MAX = 256 * 1024 * 1024; /* bytes of shared texts */
static const guint N_TEXTS_MAX = 8 * 1024 * 1024;
static const guint N_FORMATS_MAX = 64 * 1024; /* of each kind */
static const glong CODE_MAX = 1024;           /* characters of a format code; Excel has 255 */

static gboolean
set_error (const SheetBook *book, RecapErrorCode code, const char *message, GError **error)
{
    RecapOrigin origin = { recap_package_get_name (book->package), 0, 0 };
    recap_error_set (error, code, &origin, "%s", message);
    return FALSE;
}

static gboolean
ignore_end (gpointer data, const char *name, GError **error)
{
    (void)data, (void)name, (void)error;
    return TRUE;
}

static gboolean
ignore_text (gpointer data, const char *text, gsize size, GError **error)
{
    (void)data, (void)text, (void)size, (void)error;
    return TRUE;
}

/* --- the list of sheets --- */

typedef struct {
    SheetBook *book;
    GHashTable *targets; /* id of a relation -> member, of sheets only */
} Listing;

static gboolean
on_relation (gpointer data, const char *name, const char **attributes, const char **values,
             GError **error)
{
    enum { RELATIONS_MAX = 4 * SHEETS_MAX };
    Listing *self = data;
    const char *id = sheet_xml_find ("Id", attributes, values);
    const char *type = sheet_xml_find ("Type", attributes, values);
    const char *target = sheet_xml_find ("Target", attributes, values);

    if (strcmp (sheet_xml_local (name), "Relationship") == 0 && id != NULL && type != NULL &&
        target != NULL && g_str_has_suffix (type, "/worksheet"))
        g_hash_table_replace (self->targets, g_strdup (id),
                              target[0] == '/' ? g_strdup (target + 1)
                                               : g_strconcat ("xl/", target, NULL));
    return g_hash_table_size (self->targets) <= RELATIONS_MAX ||
           set_error (self->book, RECAP_ERROR_LIMIT, _ ("the workbook has too many parts"), error);
}

static gboolean
on_workbook (gpointer data, const char *name, const char **attributes, const char **values,
             GError **error)
{
    Listing *self = data;
    const char *local = sheet_xml_local (name);

    if (strcmp (local, "workbookPr") == 0) {
        const char *from_1904 = sheet_xml_find ("date1904", attributes, values);
        self->book->from_1904 =
            g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
    }
    if (strcmp (local, "sheet") != 0)
        return TRUE;
    const char *title = sheet_xml_find ("name", attributes, values);
    const char *id = sheet_xml_find ("id", attributes, values);
    const char *state = sheet_xml_find ("state", attributes, values);
    const char *member = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
    if (title == NULL || member == NULL) /* a sheet that is a diagram */
        return sheet_book_add_other (self->book, title != NULL ? title : "", error);
    return sheet_book_add (self->book, title, member,
                           state != NULL && strcmp (state, "visible") != 0, error);
}

/* --- formats of cells --- */

typedef struct {
    SheetBook *book;
    GHashTable *codes; /* id of a format of its own -> its code */
    GArray *ids;       /* guint: of every cell format */
    gboolean in_codes; /* inside numFmts */
    gboolean in_cells; /* inside cellXfs */
    gboolean in_rules; /* inside dxfs: what conditions make of cells */
} Styles;

/* The code of a format as sheet_format_simplify() has it, when it is a mask, or NULL; owned by the
 * caller. */
static char *
find_mask (guint id, const char *code)
{
    if (code != NULL)
        return sheet_format_is_mask (code) ? sheet_format_simplify (code) : NULL;
    return sheet_format_builtin_is_mask (id) ? g_strdup_printf ("numFmtId %u", id) : NULL;
}

/* A format code, in one of the three places where they stand. */
static void
take_code (Styles *self, guint id, const char *code)
{
    g_autofree char *head = g_utf8_substring (code, 0, MIN (g_utf8_strlen (code, -1), CODE_MAX));
    GPtrArray *rules = self->book->rule_masks;

    if (self->in_codes)
        g_hash_table_replace (self->codes, GUINT_TO_POINTER (id), g_steal_pointer (&head));
    else if (self->in_rules && rules->len > 0 && g_ptr_array_index (rules, rules->len - 1) == NULL)
        g_ptr_array_index (rules, rules->len - 1) = find_mask (id, head);
}

static gboolean
on_style (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
    Styles *self = data;
    const char *local = sheet_xml_local (name);
    const char *code = sheet_xml_find ("formatCode", attributes, values);
    guint64 id = 0;

    sheet_xml_number (sheet_xml_find ("numFmtId", attributes, values), G_MAXINT, &id);
    guint number = (guint)id;
    self->in_codes = self->in_codes || strcmp (local, "numFmts") == 0;
    self->in_cells = self->in_cells || strcmp (local, "cellXfs") == 0;
    self->in_rules = self->in_rules || strcmp (local, "dxfs") == 0;
    if (code != NULL && strcmp (local, "numFmt") == 0)
        take_code (self, number, code);
    else if (self->in_cells && strcmp (local, "xf") == 0)
        g_array_append_val (self->ids, number);
    else if (self->in_rules && strcmp (local, "dxf") == 0)
        g_ptr_array_add (self->book->rule_masks, NULL);
    return (self->ids->len <= N_FORMATS_MAX && g_hash_table_size (self->codes) <= N_FORMATS_MAX &&
            self->book->rule_masks->len <= N_FORMATS_MAX) ||
           set_error (self->book, RECAP_ERROR_LIMIT,
                      _ ("the workbook has more than 65536 formats of cells"), error);
}

static gboolean
on_style_end (gpointer data, const char *name, GError **error)
{
    Styles *self = data;
    const char *local = sheet_xml_local (name);
    (void)error;
    self->in_codes = self->in_codes && strcmp (local, "numFmts") != 0;
    self->in_cells = self->in_cells && strcmp (local, "cellXfs") != 0;
    self->in_rules = self->in_rules && strcmp (local, "dxfs") != 0;
    return TRUE;
}

static gboolean
read_styles (SheetBook *book, GError **error)
{
    static const SheetXmlHandler handler = { on_style, on_style_end, ignore_text };
    g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));
    Styles styles = { book, codes, ids, FALSE, FALSE, FALSE };

    if (!sheet_xml_run (book->package, "xl/styles.xml", FALSE, &handler, &styles, error))
        return FALSE;
    for (guint i = 0; i < ids->len; i++) {
        guint id = g_array_index (ids, guint, i);
        const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (id));
        guint8 kind =
            (guint8)(code != NULL ? sheet_format_kind (code) : sheet_format_builtin_kind (id));
        g_byte_array_append (book->kinds, &kind, 1);
        g_ptr_array_add (book->masks, find_mask (id, code));
    }
    return TRUE;
}

static gboolean
list_sheets (SheetBook *book, GError **error)
{
    static const SheetXmlHandler relations = { on_relation, ignore_end, ignore_text };
    static const SheetXmlHandler workbook = { on_workbook, ignore_end, ignore_text };
    g_autoptr (GHashTable) targets =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Listing listing = { book, targets };
    RecapPackage *package = book->package;

    return sheet_xml_run (package, "xl/_rels/workbook.xml.rels", TRUE, &relations, &listing,
                          error) &&
           sheet_xml_run (package, "xl/workbook.xml", TRUE, &workbook, &listing, error) &&
           read_styles (book, error);
}

/* --- texts --- */

/* Characters that XML cannot have are written _xHHHH_, the text '_x' itself '_x005F_x'. Shortens
 * the text that begins at @from in place. */
static void
unescape (GByteArray *texts, gsize from)
{
    enum { LENGTH = 7 };

    if (texts->len - from < LENGTH)
        return;
    guint8 *to = texts->data + from;
    for (guint8 *p = to, *end = texts->data + texts->len; p < end;) {
        guint code = 0;
        gboolean escaped = end - p >= LENGTH && p[0] == '_' && p[1] == 'x' && p[6] == '_';
        for (guint i = 2; escaped && i < 6; i++) {
            escaped = g_ascii_isxdigit (p[i]);
            code = code * 16 + (guint)(escaped ? g_ascii_xdigit_value (p[i]) : 0);
        }
        if (escaped && code > 0 && g_unichar_validate (code)) {
            to += g_unichar_to_utf8 (code, (char *)to);
            p += LENGTH;
        } else {
            *to++ = *p++;
        }
    }
    g_byte_array_set_size (texts, (guint)(to - texts->data));
}

typedef struct {
    SheetBook *book;
    gboolean in_text;  /* inside <t> */
    guint in_phonetic; /* inside <rPh>: how it is spoken */
} Shared;

static gboolean
on_shared (gpointer data, const char *name, const char **attributes, const char **values,
           GError **error)
{
    Shared *self = data;
    const char *local = sheet_xml_local (name);
    (void)attributes, (void)values, (void)error;
    if (strcmp (local, "rPh") == 0)
        self->in_phonetic++;
    self->in_text = strcmp (local, "t") == 0 && self->in_phonetic == 0;
    return TRUE;
}

static gboolean
on_shared_end (gpointer data, const char *name, GError **error)
{
    Shared *self = data;
    SheetTexts *shared = &self->book->shared;
    const char *local = sheet_xml_local (name);

    self->in_text = FALSE;
    if (strcmp (local, "rPh") == 0)
        self->in_phonetic--;
    if (strcmp (local, "si") != 0)
        return TRUE;
    guint n = shared->ends->len;
    unescape (shared->texts, n > 0 ? g_array_index (shared->ends, guint32, n - 1) : 0);
    guint32 end = shared->texts->len;
    g_array_append_val (shared->ends, end);
    return n < N_TEXTS_MAX || set_error (self->book, RECAP_ERROR_LIMIT,
                                         _ ("the workbook has more than 8388608 texts"), error);
}

static gboolean
on_shared_text (gpointer data, const char *text, gsize size, GError **error)
{
    Shared *self = data;
    GByteArray *texts = self->book->shared.texts;

    if (!self->in_text)
        return TRUE;
    if (size > TEXTS_MAX - texts->len)
        return set_error (self->book, RECAP_ERROR_LIMIT,
                          _ ("the texts of the workbook have more than 256 MiB"), error);
    g_byte_array_append (texts, (const guint8 *)text, (guint)size);
    return TRUE;
}

static gboolean
read_shared (SheetBook *book, GError **error)
{
    static const SheetXmlHandler handler = { on_shared, on_shared_end, on_shared_text };
    Shared shared = { book, FALSE, 0 };

    if (book->has_shared)
        return TRUE;
    book->has_shared = TRUE;
    return sheet_xml_run (book->package, "xl/sharedStrings.xml", FALSE, &handler, &shared, error);
}

/* --- a sheet --- */

typedef enum { OUTSIDE, IN_VALUE, IN_TEXT, IN_FORMULA, IN_FOOTER } Place;

typedef enum {
    FORMULA_NONE,
    FORMULA_PLAIN,
    FORMULA_SHARED, /* with the cell in which the same number has a text */
    FORMULA_OTHER,  /* of several cells together: an array, a table of data */
} Formula;

/* A formula that several cells share. */
typedef struct {
    guint64 number;   /* in the sheet */
    RecapJoined area; /* where it holds; no line: not told */
    guint64 line;
    guint64 column; /* of the cell in which it is written out */
} Share;

struct _SheetState {
    SheetBook *book;
    SheetRows *rows;
    SheetXml *xml;
    guint64 line;
    guint64 column;
    gboolean in_row, in_cell, ended;
    guint in_phonetic;
    Place place;
    Place value; /* IN_VALUE or IN_TEXT: where it stood; OUTSIDE: there is none */
    Formula formula_kind;
    Share share;        /* of SHARED */
    GHashTable *givers; /* number -> Share of the cell that has the text; filled for who watches */
    const char *mask;   /* the code of its format, when that is one, or NULL */
    char type[16];      /* attribute t: 's', 'inlineStr'; empty: a number */
    SheetKind kind;
    GByteArray *text;
    GByteArray *formula;
};

/* 'AB12' is column 28. */
static gboolean
parse_column (const char *reference, guint64 *ret_column)
{
    guint64 column = 0;
    for (; g_ascii_isupper (*reference); reference++) {
        column = column * 26 + (guint64)(*reference - 'A' + 1);
        if (column > G_MAXINT)
            return FALSE;
    }
    if (column == 0 || !g_ascii_isdigit (*reference))
        return FALSE;
    *ret_column = column;
    return TRUE;
}

/* Whether 'AB12' is in line 12: programs do not agree which of the two holds. */
static gboolean
is_in_line (const char *reference, guint64 line)
{
    guint64 number = 0;

    while (g_ascii_isupper (*reference))
        reference++;
    for (; g_ascii_isdigit (*reference) && number <= SHEET_ROWS_MAX; reference++)
        number = number * 10 + (guint64)(*reference - '0');
    return *reference == '\0' && number == line;
}

static gboolean
refuse_sheet (const SheetState *self, GError **error)
{
    return set_error (self->book, RECAP_ERROR_SYNTAX,
                      _ ("a sheet has cells that are no cells of a spreadsheet"), error);
}

/* Tells who watches. */
static void
tell (const SheetState *self, RecapSight sight, guint64 line, guint64 column, RecapText text)
{
    if (self->book->watch != NULL)
        self->book->watch (sight, line, (guint)column, text, self->book->watch_data);
}

static RecapText
text_of (const GByteArray *bytes)
{
    return bytes->len > 0 ? (RecapText){ (const char *)bytes->data, bytes->len } : RECAP_TEXT_EMPTY;
}

/* A row or column that is hidden, or so small that nothing can be seen of it. */
static gboolean
is_hidden (const char *size, const char **attributes, const char **values)
{
    const char *hidden = sheet_xml_find ("hidden", attributes, values);
    const char *extent = sheet_xml_find (size, attributes, values);

    return g_strcmp0 (hidden, "1") == 0 || g_strcmp0 (hidden, "true") == 0 ||
           (extent != NULL && (*extent == '0' || *extent == '.'));
}

/* Before the rows: columns @min to @max. */
static void
look_at_columns (const SheetState *self, const char **attributes, const char **values)
{
    guint64 first = 0, last = 0;

    if (is_hidden ("width", attributes, values) &&
        sheet_xml_number (sheet_xml_find ("min", attributes, values), SHEET_COLUMNS_MAX, &first) &&
        sheet_xml_number (sheet_xml_find ("max", attributes, values), SHEET_COLUMNS_MAX, &last) &&
        first > 0 && first <= last)
        tell (self, RECAP_SIGHT_HIDDEN_COLUMNS, last, first, RECAP_TEXT_EMPTY);
}

static gboolean
is_false (const char *value)
{
    return g_strcmp0 (value, "0") == 0 || g_strcmp0 (value, "false") == 0;
}

/* Before the rows: what holds for all of them. */
static void
look_at_start (const SheetState *self, const char *local, const char **attributes,
               const char **values)
{
    if (strcmp (local, "sheetView") == 0) {
        if (is_false (sheet_xml_find ("showZeros", attributes, values)))
            tell (self, RECAP_SIGHT_MASK, 0, 0, recap_text ("showZeros"));
    } else if (strcmp (local, "sheetFormatPr") == 0) {
        const char *zero = sheet_xml_find ("zeroHeight", attributes, values);
        if ((zero != NULL && !is_false (zero)) ||
            is_hidden ("defaultRowHeight", attributes, values) ||
            is_hidden ("defaultColWidth", attributes, values))
            tell (self, RECAP_SIGHT_HIDDEN_ROW, 0, 0, RECAP_TEXT_EMPTY);
    } else if (strcmp (local, "col") == 0) {
        look_at_columns (self, attributes, values);
    }
}

static gboolean
start_row (SheetState *self, const char **attributes, const char **values, GError **error)
{
    const char *line = sheet_xml_find ("r", attributes, values);

    self->line++;
    if (line != NULL && !sheet_xml_number (line, G_MAXUINT32, &self->line))
        return refuse_sheet (self, error);
    self->column = 0;
    self->in_row = TRUE;
    if (is_hidden ("ht", attributes, values))
        tell (self, RECAP_SIGHT_HIDDEN_ROW, self->line, 0, RECAP_TEXT_EMPTY);
    return sheet_rows_begin (self->rows, self->line, error);
}

static gboolean
start_cell (SheetState *self, const char **attributes, const char **values, GError **error)
{
    const char *reference = NULL;
    const char *type = NULL;
    const char *style = NULL;
    guint64 index = 0;

    /* Once for every cell of a long sheet: no search for each name. */
    for (guint i = 0; attributes[i] != NULL; i++)
        if (strcmp (attributes[i], "r") == 0)
            reference = values[i];
        else if (strcmp (attributes[i], "s") == 0)
            style = values[i];
        else if (strcmp (attributes[i], "t") == 0)
            type = values[i];

    self->column++;
    if (reference != NULL &&
        (!parse_column (reference, &self->column) || !is_in_line (reference, self->line)))
        return refuse_sheet (self, error);
    g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
    self->kind = SHEET_NUMBER;
    self->mask = NULL;
    if (sheet_xml_number (style, G_MAXUINT, &index) && index < self->book->kinds->len) {
        self->kind = (SheetKind)self->book->kinds->data[index];
        self->mask = g_ptr_array_index (self->book->masks, index);
    }
    g_byte_array_set_size (self->text, 0);
    g_byte_array_set_size (self->formula, 0);
    self->value = OUTSIDE;
    self->formula_kind = FORMULA_NONE;
    self->in_cell = TRUE;
    return TRUE;
}

/* Reads 'AB12' up to its end or a colon. */
static const char *
parse_cell (const char *reference, guint *ret_column, guint64 *ret_line)
{
    guint64 column = 0;
    g_autofree char *line = NULL;

    if (!parse_column (reference, &column) || column > SHEET_COLUMNS_MAX)
        return NULL;
    reference += strspn (reference, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    gsize n = strspn (reference, "0123456789");
    line = g_strndup (reference, n);
    if (!sheet_xml_number (line, G_MAXUINT32, ret_line))
        return NULL;
    *ret_column = (guint)column;
    return reference + n;
}

/* Reads the cells 'A2:A9', or one, in the attribute 'ref'. */
static gboolean
find_area (const char **attributes, const char **values, RecapJoined *ret_area)
{
    RecapJoined area = { 0 };
    const char *reference = sheet_xml_find ("ref", attributes, values);
    const char *rest =
        reference != NULL ? parse_cell (reference, &area.first_column, &area.first_line) : NULL;

    area.last_column = area.first_column;
    area.last_line = area.first_line;
    if (rest != NULL && *rest == ':')
        rest = parse_cell (rest + 1, &area.last_column, &area.last_line);
    if (rest == NULL || *rest != '\0')
        return FALSE;
    *ret_area = area;
    return TRUE;
}

/* Behind the rows: 'A2:A9' are one cell. */
static gboolean
join_cells (SheetState *self, const char **attributes, const char **values, GError **error)
{
    RecapJoined joined = { 0 };

    if (!find_area (attributes, values, &joined))
        return refuse_sheet (self, error);
    return sheet_rows_join (self->rows, &joined, error);
}

static void
start_formula (SheetState *self, const char **attributes, const char **values)
{
    const char *type = sheet_xml_find ("t", attributes, values);

    self->place = IN_FORMULA;
    self->share = (Share){ .number = G_MAXUINT64, .line = self->line, .column = self->column };
    if (g_strcmp0 (type, "shared") == 0) {
        self->formula_kind = FORMULA_SHARED;
        sheet_xml_number (sheet_xml_find ("si", attributes, values), G_MAXUINT32,
                          &self->share.number);
        find_area (attributes, values, &self->share.area);
    } else {
        self->formula_kind =
            type == NULL || strcmp (type, "normal") == 0 ? FORMULA_PLAIN : FORMULA_OTHER;
    }
}

/* Begins what the cell has in it. */
static gboolean
start_value (SheetState *self, Place place, GError **error)
{
    /* One value; a text inside the cell can be in pieces. */
    if (self->value != OUTSIDE && (place == IN_VALUE || self->value != place))
        return refuse_sheet (self, error);
    self->place = place;
    self->value = place;
    return TRUE;
}

/* Behind the rows: what a condition makes of the number of a cell. */
static void
look_at_rule (const SheetState *self, const char **attributes, const char **values)
{
    const GPtrArray *masks = self->book->rule_masks;
    const char *own = sheet_xml_find ("formatCode", attributes, values);
    guint64 index = 0;

    if (own != NULL && sheet_format_is_mask (own))
        tell (self, RECAP_SIGHT_MASK, 0, 0, recap_text (own));
    if (sheet_xml_number (sheet_xml_find ("dxfId", attributes, values), G_MAXUINT, &index) &&
        index < masks->len && g_ptr_array_index (masks, index) != NULL)
        tell (self, RECAP_SIGHT_MASK, 0, 0, recap_text (g_ptr_array_index (masks, index)));
}

/* Behind the rows. There are none a second time. */
static gboolean
look_at_end (SheetState *self, const char *local, const char **attributes, const char **values,
             GError **error)
{
    if (strcmp (local, "sheetData") == 0)
        return refuse_sheet (self, error);
    if (strcmp (local, "cfRule") == 0 || strcmp (local, "numFmt") == 0)
        look_at_rule (self, attributes, values);
    if (g_str_has_suffix (local, "Footer") && local[0] != 'h') {
        self->place = IN_FOOTER;
        g_byte_array_set_size (self->text, 0);
    }
    return strcmp (local, "mergeCell") != 0 || join_cells (self, attributes, values, error);
}

static gboolean
on_sheet (gpointer data, const char *name, const char **attributes, const char **values,
          GError **error)
{
    SheetState *self = data;
    const char *local = sheet_xml_local (name);

    self->place = OUTSIDE;
    if (self->ended)
        return look_at_end (self, local, attributes, values, error);
    if (!self->in_row)
        look_at_start (self, local, attributes, values);
    if (!self->in_row)
        return strcmp (local, "row") != 0 || start_row (self, attributes, values, error);
    if (!self->in_cell)
        return strcmp (local, "c") != 0 || start_cell (self, attributes, values, error);
    if (strcmp (local, "rPh") == 0)
        self->in_phonetic++;
    else if (strcmp (local, "v") == 0)
        return start_value (self, IN_VALUE, error);
    else if (strcmp (local, "t") == 0 && self->in_phonetic == 0)
        return start_value (self, IN_TEXT, error);
    else if (strcmp (local, "f") == 0)
        start_formula (self, attributes, values);
    return TRUE;
}

static gboolean
on_sheet_text (gpointer data, const char *text, gsize size, GError **error)
{
    SheetState *self = data;
    GByteArray *to = self->place == IN_FORMULA ? self->formula : self->text;

    if (self->place == OUTSIDE)
        return TRUE;
    if (size > RECAP_FIELD_MAX || to->len > RECAP_FIELD_MAX) {
        RecapText long_text = { text, RECAP_FIELD_MAX + 1 };
        return sheet_rows_add (self->rows, self->column, long_text, TRUE, error);
    }
    g_byte_array_append (to, (const guint8 *)text, (guint)size);
    return TRUE;
}

static void
set_text (GByteArray *bytes, const char *text)
{
    g_byte_array_set_size (bytes, 0);
    g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text));
}

/* A number that is shown as a date or a percentage is none of the form. */
static void
mark_number (SheetState *self)
{
    RecapText number = { (const char *)self->text->data, self->text->len };
    g_autofree char *date = NULL;

    if (self->text->len == 0 || self->kind == SHEET_NUMBER)
        return;
    if (self->kind == SHEET_DATE)
        date = sheet_date_format (number, self->book->from_1904);
    if (date != NULL) {
        set_text (self->text, date);
        return;
    }
    g_autofree char *marked = self->kind == SHEET_DATE
                                  ? g_strdup_printf ("tanggal %.*s", (int)number.size, number.bytes)
                                  : sheet_percent_format (number);
    set_text (self->text, marked);
}

static gboolean
add_shared (SheetState *self, GError **error)
{
    const SheetTexts *shared = &self->book->shared;
    gint64 index = 0;
    RecapText number = { (const char *)self->text->data, self->text->len };

    if (number.size == 0)
        return TRUE;
    if (!recap_count_parse (recap_text_trim (number), &index) || index >= shared->ends->len)
        return refuse_sheet (self, error);
    guint32 from = index > 0 ? g_array_index (shared->ends, guint32, index - 1) : 0;
    guint32 end = g_array_index (shared->ends, guint32, index);
    if (end == from)
        return TRUE;
    RecapText text = { (const char *)shared->texts->data + from, end - from };
    return sheet_rows_add (self->rows, self->column, text, TRUE, error);
}

/* Whether the formula of the cell @to can be the one that @self gives. */
static gboolean
share_reaches (const Share *self, const Share *to)
{
    return to->line >= self->area.first_line && to->line <= self->area.last_line &&
           to->column >= self->area.first_column && to->column <= self->area.last_column;
}

/* Tells whose formula the cell has; that of the first one with a text and cells for which it holds
 * is its own, and is kept. Programs do not agree whose it is where the text stands once more. */
static void
tell_share (SheetState *self)
{
    enum { GIVERS_MAX = 65536 };
    const Share *share = &self->share;
    const Share *giver = g_hash_table_lookup (self->givers, &share->number);
    g_autoptr (GString) name = g_string_new (NULL);

    if (giver == NULL && self->formula->len > 0 && share_reaches (share, share) &&
        share->number <= G_MAXUINT32 && g_hash_table_size (self->givers) < GIVERS_MAX) {
        Share *kept = g_memdup2 (share, sizeof *share);
        g_hash_table_insert (self->givers, &kept->number, kept);
        return;
    }
    if (giver != NULL && share_reaches (giver, share))
        recap_sheet_append_cell_name (name, (guint)giver->line - 1, (guint)giver->column - 1);
    tell (self, RECAP_SIGHT_SHARED, self->line, self->column, recap_text (name->str));
}

/* Tells what a cell has beside its value. */
static void
tell_cell (SheetState *self)
{
    RecapText formula = text_of (self->formula);
    g_autofree char *group = NULL;

    if (self->formula_kind == FORMULA_OTHER) {
        group = g_strdup_printf ("{%.*s}", (int)formula.size, formula.bytes);
        formula = recap_text (group);
    }
    if (self->formula_kind != FORMULA_NONE &&
        (self->formula_kind != FORMULA_SHARED || formula.size > 0))
        tell (self, RECAP_SIGHT_FORMULA, self->line, self->column, formula);
    if (self->formula_kind == FORMULA_SHARED)
        tell_share (self);
    if (self->formula_kind == FORMULA_NONE &&
        (strcmp (self->type, "n") != 0 || self->value == IN_TEXT))
        tell (self, RECAP_SIGHT_TEXT, self->line, self->column, RECAP_TEXT_EMPTY);
    if (self->mask != NULL && (self->value != OUTSIDE || self->formula_kind != FORMULA_NONE))
        tell (self, RECAP_SIGHT_MASK, self->line, self->column, recap_text (self->mask));
}

static gboolean
end_cell (SheetState *self, GError **error)
{
    self->in_cell = FALSE;
    if (self->book->watch != NULL)
        tell_cell (self);
    if (strcmp (self->type, "s") == 0)
        return add_shared (self, error);
    if (self->value == OUTSIDE && self->formula->len > 0) {
        /* Never computed: what it would give is not known. */
        set_text (self->text, "=");
        g_byte_array_append (self->text, self->formula->data, self->formula->len);
    } else if (strcmp (self->type, "b") == 0) {
        gboolean is_true = self->text->len == 1 && self->text->data[0] == '1';
        set_text (self->text, is_true ? "TRUE" : "FALSE");
    } else if (strcmp (self->type, "n") == 0) {
        mark_number (self);
    } else {
        unescape (self->text, 0);
    }
    RecapText text = { (const char *)self->text->data, self->text->len };
    return sheet_rows_add (self->rows, self->column, text, FALSE, error);
}

static gboolean
on_sheet_end (gpointer data, const char *name, GError **error)
{
    SheetState *self = data;
    const char *local = sheet_xml_local (name);

    if (self->place == IN_FOOTER)
        tell (self, RECAP_SIGHT_FOOTER, 0, 0, text_of (self->text));
    self->place = OUTSIDE;
    if (self->in_cell) {
        if (strcmp (local, "rPh") == 0)
            self->in_phonetic--;
        return strcmp (local, "c") != 0 || end_cell (self, error);
    }
    if (self->in_row && strcmp (local, "row") == 0) {
        self->in_row = FALSE;
        return sheet_rows_end (self->rows, 1, error);
    }
    self->ended = self->ended || strcmp (local, "sheetData") == 0;
    return TRUE;
}

static void
close_sheet (SheetState *self)
{
    sheet_xml_free (self->xml);
    g_byte_array_unref (self->text);
    g_byte_array_unref (self->formula);
    g_hash_table_unref (self->givers);
    g_free (self);
}

static SheetState *
open_sheet (SheetBook *book, guint index, SheetRows *rows, GError **error)
{
    static const SheetXmlHandler handler = { on_sheet, on_sheet_end, on_sheet_text };
    const SheetEntry *entry = &g_array_index (book->sheets, SheetEntry, index);

    if (!read_shared (book, error))
        return NULL;
    SheetState *self = g_new0 (SheetState, 1);
    self->book = book;
    self->rows = rows;
    self->text = g_byte_array_new ();
    self->formula = g_byte_array_new ();
    self->givers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
    self->xml = sheet_xml_new (book->package, entry->member, TRUE, &handler, self, error);
    if (self->xml != NULL)
        return self;
    close_sheet (self);
    return NULL;
}

/* Behind the rows stand formats and conditions that can be long and are not needed; but a sheet
 * that was cut short before its end is damaged. */
static gboolean
step_sheet (SheetState *self, gboolean *ret_end, GError **error)
{
    gboolean end = FALSE;

    if (!sheet_xml_step (self->xml, &end, error))
        return FALSE;
    *ret_end = end;
    return TRUE;
}

const SheetFormat sheet_format_xlsx = { "xlsx", list_sheets, open_sheet, step_sheet, close_sheet };
