/* The readers of workbooks take any bytes: rows and columns go forward and texts are UTF-8. The
 * first byte chooses: the bytes are a zip file, the rows of an .xlsx sheet, its styles, its shared
 * texts, or the content of an .ods file. */
#include <archive.h>
#include <archive_entry.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "contest.h"
#include "form-sheet.h"
#include "sheet-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const struct {
    const char *name;
    const char *text;
} frame[] = {
    { "xl/workbook.xml", "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Type='x/worksheet' "
                                    "Target='worksheets/sheet1.xml'/></Relationships>" },
    { "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData><row><c t='s'><v>0</v></c><c s='1'><v>45337.5</v></c></row>"
      "</sheetData></worksheet>" },
    { "xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>" },
    { "xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>" },
};

static void
put (struct archive *zip, const char *name, const void *bytes, size_t size)
{
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname (entry, name);
    archive_entry_set_size (entry, (la_int64_t)size);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    archive_write_header (zip, entry);
    archive_write_data (zip, bytes, size);
    archive_entry_free (entry);
}

/* Packs a workbook of which one part is @data. */
static GByteArray *
pack (int choice, const uint8_t *data, size_t size)
{
    size_t room = size + 65536;
    size_t used = 0;
    GByteArray *bytes = g_byte_array_sized_new ((guint)room);
    struct archive *zip = archive_write_new ();

    g_byte_array_set_size (bytes, (guint)room);
    archive_write_set_format_zip (zip);
    archive_write_set_options (zip, "zip:compression=store");
    archive_write_open_memory (zip, bytes->data, room, &used);
    if (choice == 4)
        put (zip, "content.xml", data, size);
    for (guint i = 0; choice != 4 && i < G_N_ELEMENTS (frame); i++)
        if (choice + 1 == (int)i)
            put (zip, frame[i].name, data, size);
        else
            put (zip, frame[i].name, frame[i].text, strlen (frame[i].text));
    archive_write_close (zip);
    archive_write_free (zip);
    g_byte_array_set_size (bytes, (guint)used);
    return bytes;
}

static void
check_rows (const RecapRecords *records)
{
    g_autoptr (GError) error = NULL;
    RecapRecord record;
    gboolean end = FALSE;
    guint64 line = 0;

    while (records->next (records->self, &record, &end, &error) && !end) {
        g_assert (record.line > line && record.n_fields > 0);
        line = record.line;
        for (guint i = 0; i < record.n_fields; i++)
            g_assert (g_utf8_validate_len (record.fields[i].bytes, record.fields[i].size, NULL));
    }
    g_assert (end || error != NULL);
    const GArray *joined = end ? records->joined (records->self, &error) : NULL;
    for (guint i = 0; joined != NULL && i < joined->len; i++) {
        const RecapJoined *cells = &g_array_index (joined, RecapJoined, i);
        g_assert (cells->first_line > 0 && cells->first_line < cells->last_line);
        g_assert (cells->first_column > 0 && cells->first_column <= cells->last_column);
    }
}

static void
on_sight (RecapSight sight, guint64 line, guint column, RecapText text, gpointer data)
{
    (void)data;
    g_assert (g_utf8_validate_len (text.bytes, text.size, NULL));
    g_assert (line > 0 || column == 0);
    g_assert (column > 0 || sight == RECAP_SIGHT_HIDDEN_ROW || line == 0);
}

static gboolean
on_form (const RecapForm *form, gboolean taken, const GArray *contradictions, gpointer data,
         GError **error)
{
    (void)data, (void)error;
    g_assert ((form != NULL) == (contradictions != NULL));
    g_assert (form != NULL || !taken);
    return TRUE;
}

static void
on_reject (const RecapReject *reject, gpointer data)
{
    (void)data;
    g_assert (reject->reason != NULL);
}

static void
read_form (const RecapRecords *records)
{
    static RecapContests *contests;
    static const RecapFormSheetVisitor visitor = { on_form, on_reject, NULL };
    if (contests == NULL)
        contests = recap_contests_load (NULL, NULL);
    g_autoptr (RecapFormSheet) sheet = recap_form_sheet_new (
        recap_contests_find (contests, recap_text ("ppwp")), NULL, RECAP_NUMBERS_PLAIN, NULL);
    recap_form_sheet_read (sheet, records, &visitor, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    int choice = data[0] % 5;
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    if (choice == 0) {
        g_byte_array_append (bytes, data + 1, (guint)size - 1);
    } else {
        g_byte_array_unref (bytes);
        bytes = pack (choice, data + 1, size - 1);
    }
    if (bytes->len == 0)
        return 0;
    g_autoptr (RecapPackage) package =
        recap_package_new_for_bytes ("fuzz.xlsx", bytes->data, bytes->len);
    g_autoptr (RecapSheetReader) reader = recap_sheet_reader_new (package, NULL);
    if (reader != NULL)
        recap_sheet_reader_watch (reader, on_sight, NULL);
    for (guint i = 0; reader != NULL && i < recap_sheet_reader_get_n (reader) && i < 4; i++) {
        const RecapRecords *records = recap_sheet_reader_open (reader, i, NULL);
        if (records == NULL)
            continue;
        check_rows (records);
        read_form (records);
    }
    return 0;
}
