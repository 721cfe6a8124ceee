#include "config.h"

#include "workbook.h"

#include "documents-package.h"
#include "unit.h"

static RecapBook *
make_book (void)
{
    RecapBook *book = recap_book_new ();
    book->title = g_strdup ("Judul");
    book->subject = g_strdup ("Pokok");
    book->header = g_strdup ("A & B");
    book->created = 1;
    RecapSheet *first = recap_book_add (book, recap_text ("D'ARE"), "");
    recap_sheet_number (first, 0, 0, RECAP_STYLE_NUMBER, 5);
    RecapSheet *second = recap_book_add (book, recap_text ("Dua"), "");
    RecapRange range = { 0, 0, 0, 0, 0 };
    recap_sheet_copy (second, 0, 0, &range, 5);
    recap_sheet_set_widths (first, 0, 1, 100);
    recap_sheet_set_widths (second, 0, 1, 100);
    return book;
}

/* A folder of its own for each test. */
static char *
make_folder (void)
{
    g_autoptr (GError) error = NULL;
    char *folder = g_dir_make_tmp ("recap-unit-XXXXXX", &error);
    if (folder == NULL)
        g_error ("%s", error->message);
    return folder;
}

static guint
count_files (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;
    while (g_dir_read_name (dir) != NULL)
        n++;
    return n;
}

static void
test_same_bytes (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_autofree char *a = g_build_filename (folder, "a.xlsx", NULL);
    g_autofree char *b = g_build_filename (folder, "b.xlsx", NULL);
    g_autoptr (RecapBook) book = make_book ();
    UNIT_TRUE (recap_workbook_write (book, a, &error));
    UNIT_TRUE (recap_workbook_write (book, b, &error));
    UNIT_TRUE (recap_workbook_write (book, b, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (count_files (folder), 2);

    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    gsize first_size = 0, second_size = 0;
    g_file_get_contents (a, &first, &first_size, NULL);
    g_file_get_contents (b, &second, &second_size, NULL);
    UNIT_TRUE (first_size > 1000 && memcmp (first, "PK", 2) == 0);
    UNIT_TRUE (first_size == second_size && memcmp (first, second, first_size) == 0);
    g_unlink (a);
    g_unlink (b);
    g_rmdir (folder);
}

static void
test_places_that_cannot_be_written (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_autofree char *path = g_build_filename (folder, "x.xlsx", NULL);
    g_autofree char *missing = g_build_filename (folder, "no", "x.xlsx", NULL);
    g_autoptr (RecapBook) book = make_book ();
    UNIT_FALSE (recap_workbook_write (book, missing, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    /* The target is a folder: nothing is left beside it. */
    g_mkdir (path, 0777);
    UNIT_FALSE (recap_workbook_write (book, path, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    UNIT_INT (count_files (folder), 1);
    g_rmdir (path);
    g_rmdir (folder);
}

static void
test_limits (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapBook) wide = make_book ();
    recap_sheet_set_widths (recap_book_get (wide, 1), 16384, 1, 10);
    UNIT_FALSE (recap_workbook_write (wide, "/no/such/folder/x.xlsx", &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT,
                "sheet 'Dua' would have 16385 columns and 1 rows in 1 blocks; Excel has 16384, "
                "1048576 and 256");
    g_autoptr (RecapBook) high = make_book ();
    recap_sheet_row (recap_book_get (high, 0), 1048576);
    UNIT_FALSE (recap_workbook_write (high, "/no/such/folder/x.xlsx", &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_LIMIT));
    g_clear_error (&error);
    g_autoptr (RecapBook) large = make_book ();
    recap_sheet_number (recap_book_get (large, 0), 1, 0, RECAP_STYLE_NUMBER,
                        G_GINT64_CONSTANT (9007199254740993));
    UNIT_FALSE (recap_workbook_write (large, "/no/such/folder/x.xlsx", &error));
    UNIT_ERROR (&error, RECAP_ERROR_LIMIT,
                "a number in sheet 'D'ARE' is above 2^53; Excel would round it");
}

/* A workbook in memory, read back part by part. */
static RecapPackage *
write_and_open (const RecapBook *book, char **ret_bytes)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_autofree char *path = g_build_filename (folder, "x.xlsx", NULL);
    gsize size = 0;
    if (!recap_workbook_write (book, path, &error) ||
        !g_file_get_contents (path, ret_bytes, &size, &error))
        g_error ("%s", error->message);
    g_unlink (path);
    g_rmdir (folder);
    return recap_package_new_for_bytes ("x.xlsx", *ret_bytes, size);
}

/* Returns: what is between @from and @to, both included, in @member; owned by the caller. */
static char *
find_xml (RecapPackage *package, const char *member, const char *from, const char *to)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) all = g_string_new (NULL);
    char buffer[4096];
    gsize size = 0;
    gboolean there = FALSE;
    if (!recap_package_open (package, member, &there, &error) || !there)
        g_error ("no %s", member);
    do {
        if (!recap_package_read (package, buffer, sizeof buffer, &size, &error))
            g_error ("%s", error->message);
        g_string_append_len (all, buffer, (gssize)size);
    } while (size > 0);
    const char *first = strstr (all->str, from);
    const char *last = first != NULL ? strstr (first, to) : NULL;
    return last != NULL ? g_strndup (first, (gsize)(last - first) + strlen (to)) : NULL;
}

/* A locked sheet with one cell of each kind to be filled in, the first kind three times. */
static RecapBook *
make_form (void)
{
    static const char *const words[] = { "plano", "hitung-ulang", NULL };
    static const RecapEntry cell = { RECAP_ENTRY_CELL, NULL, "Menjadi", "Angka, ? atau kosong" };
    static const RecapEntry word = { RECAP_ENTRY_WORD, words, "Dasar", "Pilih" };
    static const RecapEntry text = { RECAP_ENTRY_TEXT, NULL, "Alasan", "Tulis" };
    static const struct {
        guint row, column;
        const RecapEntry *entry;
    } places[] = {
        { 1, 1, &cell }, { 1, 2, &word }, { 1, 3, &text }, { 2, 1, &cell }, { 4, 1, &cell }
    };
    RecapBook *book = make_book ();
    RecapSheet *sheet = recap_book_get (book, 1);
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        recap_sheet_string (sheet, places[i].row, places[i].column, 1, 1, RECAP_STYLE_ENTRY, "")
            ->entry = places[i].entry;
    recap_sheet_set_widths (sheet, 0, 4, 100);
    sheet->locked = TRUE;
    return book;
}

static void
test_protection (void)
{
    g_autoptr (RecapBook) book = make_form ();
    g_autofree char *bytes = NULL;
    g_autoptr (RecapPackage) package = write_and_open (book, &bytes);
    g_autofree char *locked =
        find_xml (package, "xl/worksheets/sheet2.xml", "<sheetProtection", "/>");
    g_autofree char *open =
        find_xml (package, "xl/worksheets/sheet1.xml", "<sheetProtection", "/>");
    UNIT_STRING (locked, "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" "
                         "formatColumns=\"0\" formatRows=\"0\" autoFilter=\"0\"/>");
    UNIT_STRING (open, NULL);
    /* Only the format of the cells to be filled in is not locked, and it is text. */
    g_autofree char *format = find_xml (package, "xl/styles.xml", "applyProtection", "/xf>");
    UNIT_TRUE (format != NULL && strstr (format, "<protection locked=\"0\"/>") != NULL);
}

static void
test_validation (void)
{
    g_autoptr (RecapBook) book = make_form ();
    g_autofree char *bytes = NULL;
    g_autoptr (RecapPackage) package = write_and_open (book, &bytes);
    const char *sheet = "xl/worksheets/sheet2.xml";
    g_autofree char *cell = find_xml (package, sheet, "<dataValidations", "</dataValidation>");
    g_autofree char *next = find_xml (package, sheet, "sqref=\"B5\"", "</formula1>");
    g_autofree char *word =
        find_xml (package, sheet, "<dataValidation type=\"list\"", "/formula1>");
    g_autofree char *text =
        find_xml (package, sheet, "<dataValidation type=\"textLength\"", "/formula1>");
    UNIT_STRING (cell,
                 "<dataValidations count=\"4\"><dataValidation type=\"custom\" allowBlank="
                 "\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"Isian d"
                 "itolak\" error=\"Isilah dengan angka (0, 12, 1.234), ? bila tidak terbac"
                 "a, atau kosong bila pada formulir tidak ada angka.\" promptTitle=\"Menja"
                 "di\" prompt=\"Angka, ? atau kosong\" sqref=\"B2:B3\"><formula1>OR(B2=\"?"
                 "\",LOWER(B2)=\"kosong\",IFERROR(AND(LEN(B2)&lt;16,TEXT(VALUE(SUBSTITUTE(B2,\".\""
                 ",\"\")),REPT(0,LEN(SUBSTITUTE(B2,\".\",\"\"))))=SUBSTITUTE(B2,\".\",\"\""
                 "),OR(SUBSTITUTE(B2,\".\",\"\")=B2&amp;\"\",LEFT(RIGHT(B2,4))=\".\")),FAL"
                 "SE))</formula1></dataValidation>");
    UNIT_STRING (next,
                 "sqref=\"B5\"><formula1>OR(B5=\"?\",LOWER(B5)=\"kosong\",IFERROR(AND(LEN(B5)&lt;"
                 "16,TEXT(VALUE(SUBSTITUTE(B5,\".\",\"\")),REPT(0,LEN(SUBSTITUTE(B5,\".\","
                 "\"\"))))=SUBSTITUTE(B5,\".\",\"\"),OR(SUBSTITUTE(B5,\".\",\"\")=B5&amp;\""
                 "\",LEFT(RIGHT(B5,4))=\".\")),FALSE))</formula1>");
    UNIT_STRING (word, "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" sh"
                       "owErrorMessage=\"1\" errorTitle=\"Isian ditolak\" error=\"Pilihlah salah"
                       " satu kata dari daftar.\" promptTitle=\"Dasar\" prompt=\"Pilih\" sqref=\""
                       "C2\"><formula1>\"plano,hitung-ulang\"</formula1>");
    UNIT_STRING (text, "<dataValidation type=\"textLength\" operator=\"lessThanOrEqual\" allowBl"
                       "ank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"Isi"
                       "an ditolak\" error=\"Isilah paling banyak 500 karakter.\" promptTitle=\""
                       "Alasan\" prompt=\"Tulis\" sqref=\"D2\"><formula1>500</formula1>");
}

static void
test_comments (void)
{
    g_autoptr (RecapBook) book = make_form ();
    RecapSheet *sheet = recap_book_get (book, 1);
    RecapSheetCell *cell = recap_sheet_number (sheet, 6, 0, RECAP_STYLE_NUMBER, 3);
    recap_sheet_comment (sheet, cell, recap_text ("R08: 3 < 4 & \x1b\nlihat lembar Selisih"));
    g_autofree char *bytes = NULL;
    g_autoptr (RecapPackage) package = write_and_open (book, &bytes);
    g_autofree char *comment = find_xml (package, "xl/comments1.xml", "<authors>", "</comment>");
    g_autofree char *box = find_xml (package, "xl/drawings/vmlDrawing1.vml", "visibility", "\"");
    UNIT_STRING (comment, "<authors><author></author><author>recap</author></authors><commentList><"
                          "comment ref=\"A7\" authorId=\"1\"><text><r><rPr><sz val=\"9\"/><color in"
                          "dexed=\"81\"/><rFont val=\"Arial\"/><family val=\"2\"/></rPr><t>R08: 3 &"
                          "lt; 4 &amp; \\x1B\n"
                          "lihat lembar Selisih</t></r></text></comment>");
    UNIT_STRING (box, "visibility:hidden\"");
}

static void
test_margins (void)
{
    g_autoptr (RecapBook) book = make_book ();
    g_autofree char *bytes = NULL;
    book->caption = g_strnfill (300, '&');
    book->footer = g_strdup ("SHA-256 0123 4567\n& 89ab");
    g_autoptr (RecapPackage) package = write_and_open (book, &bytes);
    g_autofree char *header =
        find_xml (package, "xl/worksheets/sheet1.xml", "<oddHeader>", "</oddHeader>");
    g_autofree char *footer =
        find_xml (package, "xl/worksheets/sheet1.xml", "<oddFooter>", "</oddFooter>");
    g_autoptr (GString) wanted = g_string_new ("<oddHeader>&amp;L&amp;\"Arial\"&amp;B&amp;10 A "
                                               "&amp;&amp; B&amp;B\n&amp;8 ");
    for (guint i = 0; i < 110; i++)
        g_string_append (wanted, "&amp;");
    g_string_append (wanted, "&amp;R&amp;\"Arial\"&amp;8 D'ARE</oddHeader>");
    UNIT_STRING (header, wanted->str);
    UNIT_STRING (footer, "<oddFooter>&amp;L&amp;\"Arial\"&amp;8 SHA-256 0123 4567 &amp;&amp; "
                         "89ab&amp;R&amp;\"Arial\"&amp;8 Halaman &amp;P dari &amp;N</oddFooter>");
}

/* What a chart shows before anybody computes: names, values of formulas, nothing for a blank. */
static void
test_charts (void)
{
    g_autoptr (RecapBook) book = make_book ();
    RecapSheet *sheet = recap_book_get (book, 1);
    RecapRange place = { 1, 0, 0, 5, 0 }, names = { 1, 1, 0, 3, 0 }, values = { 1, 1, 1, 3, 1 };
    for (guint row = 1; row <= 2; row++) {
        recap_sheet_string (sheet, row, 0, 1, 1, RECAP_STYLE_CELL, row == 1 ? "A&B" : "");
        recap_sheet_formula (sheet, row, 1, RECAP_STYLE_NUMBER, "1+1", NULL, 2);
    }
    recap_sheet_number (sheet, 3, 1, RECAP_STYLE_NUMBER, RECAP_CELL_BLANK);
    recap_sheet_row (sheet, 5);
    RecapChart *chart = recap_sheet_chart (sheet, RECAP_CHART_BARS, "Suara", &place, &names);
    recap_sheet_chart_add (sheet, chart, "Jumlah", &values);
    g_autofree char *bytes = NULL;
    g_autoptr (RecapPackage) package = write_and_open (book, &bytes);
    g_autofree char *categories = find_xml (package, "xl/charts/chart1.xml", "<c:cat>", "</c:cat>");
    g_autofree char *numbers = find_xml (package, "xl/charts/chart1.xml", "<c:val>", "</c:val>");
    g_autofree char *anchor =
        find_xml (package, "xl/drawings/drawing1.xml", "<xdr:from>", "</xdr:to>");
    UNIT_STRING (categories,
                 "<c:cat><c:strRef><c:f>Dua!$A$2:$A$4</c:f><c:strCache><c:ptCount val=\"3"
                 "\"/><c:pt idx=\"0\"><c:v>A&amp;B</c:v></c:pt><c:pt idx=\"1\"><c:v></c:v></c"
                 ":pt><c:pt idx=\"2\"><c:v></c:v></c:pt></c:strCache></c:strRef></c:cat>");
    UNIT_STRING (numbers,
                 "<c:val><c:numRef><c:f>Dua!$B$2:$B$4</c:f><c:numCache><c:formatCode>Gen"
                 "eral</c:formatCode><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>2</c:v></c:p"
                 "t><c:pt idx=\"1\"><c:v>2</c:v></c:pt></c:numCache></c:numRef></c:val>");
    UNIT_STRING (anchor, "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xd"
                         "r:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>0</xdr:col"
                         "><xdr:colOff>704850</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr"
                         ":rowOff></xdr:to>");
}

UNIT_MAIN ("workbook", { "same bytes", test_same_bytes },
           { "places that cannot be written", test_places_that_cannot_be_written },
           { "limits", test_limits }, { "protection", test_protection },
           { "validation", test_validation }, { "comments", test_comments },
           { "margins", test_margins }, { "charts", test_charts })
