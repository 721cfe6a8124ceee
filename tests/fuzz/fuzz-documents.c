/* A file of any bytes, as recap-import meets it: a document, an archive of documents, a workbook;
 * what lies in it is lent whole, and can be read to its end or fails with a reason. */
#include "config.h"

#include "documents.h"
#include "fuzz.h"
#include "sheet-reader.h"

/* More than this of one input is not read: it would only take time. */
enum { BYTES_MAX = 4 * 1024 * 1024 };

static void
read_source (RecapSource *source)
{
    static char block[65536];
    g_autoptr (GError) error = NULL;
    gsize n = 1;
    gsize size = 0;

    while (n > 0 && size < BYTES_MAX) {
        if (!recap_source_read (source, block, sizeof block, &n, &error)) {
            fuzz_check (FALSE, error);
            return;
        }
        size += n;
    }
}

static void
read_package (RecapPackage *package)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSheetReader) reader = recap_sheet_reader_new (package, &error);

    fuzz_check (reader != NULL, error);
    for (guint i = 0; reader != NULL && i < MIN (recap_sheet_reader_get_n (reader), 3); i++) {
        const RecapRecords *records = recap_sheet_reader_open (reader, i, NULL);
        RecapRecord record;
        gboolean end = FALSE;
        for (guint n = 0; records != NULL && n < 1000 && !end; n++)
            if (!records->next (records->self, &record, &end, NULL))
                break;
    }
}

static gboolean
on_document (const RecapDocument *document, gpointer data, GError **error)
{
    guint *n = data;
    g_assert (document->name != NULL && document->name[0] != '\0');
    g_assert (
        (document->bytes != NULL) + (document->source != NULL) + (document->package != NULL) == 1);
    g_assert (document->size <= RECAP_DOCUMENT_MAX);
    if (document->source != NULL)
        read_source (document->source);
    if (document->package != NULL)
        read_package (document->package);
    if (++*n < 50)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_LIMIT, NULL, "enough");
    return FALSE;
}

static void
on_skipped (const char *name, RecapSkip skip, gpointer data)
{
    (void)data;
    g_assert (name != NULL && skip < RECAP_N_SKIPS);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const char *path = fuzz_file (data, size);
    guint n = 0;
    const RecapVisitor visitor = { on_document, on_skipped, &n, size % 2 == 0 };
    g_autoptr (GError) error = NULL;
    gboolean ok = recap_documents_walk (path, &visitor, &error);
    fuzz_check (ok, error);

    g_autoptr (GError) trouble = NULL;
    ok = recap_documents_check_xml (path, &trouble);
    fuzz_check (ok, trouble);
    return 0;
}
