/* Sheets and logs of decisions, of any bytes. The first byte chooses: what follows is a log; the
 * texts of a sheet, cells set apart by tabs and rows by line ends; or such rows, between headings
 * and end, that get their seals here, the first cell being the state. Whatever was typed is refused
 * with a reason or is a decision that can be written as a list and read again; a log that holds
 * takes more lines and still holds. */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>

#include "decision-log.h"
#include "decision-sheet.h"
#include "fuzz.h"
#include "list-file.h"

/* Makes the content of an .ods file. */
static GString *
make_content (const char *text, gsize size)
{
    GString *out = g_string_new ("<office:document-content><office:body><office:spreadsheet>"
                                 "<table:table table:name=\"" RECAP_DECISION_SHEET_NAME "\">");
    g_autofree char *copy = g_strndup (text, size);
    g_autofree char *valid = g_utf8_make_valid (copy, -1);
    g_auto (GStrv) rows = g_strsplit (valid, "\n", -1);

    for (guint i = 0; rows[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);
        g_string_append (out, "<table:table-row>");
        for (guint j = 0; cells[j] != NULL; j++) {
            g_autofree char *escaped = g_markup_escape_text (cells[j], -1);
            g_string_append_printf (out,
                                    "<table:table-cell office:value-type=\"string\"><text:p>%s"
                                    "</text:p></table:table-cell>",
                                    escaped);
        }
        g_string_append (out, "</table:table-row>");
    }
    g_string_append (out, "</table:table></office:spreadsheet></office:body>"
                          "</office:document-content>");
    return out;
}

static GByteArray *
pack (const GString *content)
{
    size_t room = content->len + 65536;
    size_t used = 0;
    GByteArray *bytes = g_byte_array_sized_new ((guint)room);
    struct archive *zip = archive_write_new ();
    struct archive_entry *entry = archive_entry_new ();

    g_byte_array_set_size (bytes, (guint)room);
    archive_write_set_format_zip (zip);
    archive_write_set_options (zip, "zip:compression=store");
    archive_write_open_memory (zip, bytes->data, room, &used);
    archive_entry_set_pathname (entry, "content.xml");
    archive_entry_set_size (entry, (la_int64_t)content->len);
    archive_entry_set_filetype (entry, AE_IFREG);
    archive_entry_set_perm (entry, 0644);
    archive_write_header (zip, entry);
    archive_write_data (zip, content->str, content->len);
    archive_entry_free (entry);
    archive_write_close (zip);
    archive_write_free (zip);
    g_byte_array_set_size (bytes, (guint)used);
    return bytes;
}

/* What was typed is the same once it was written as a list and read again. */
static void
check_decisions (const RecapDecisions *list)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    guint n_typed = 0;

    recap_decisions_write_header (csv);
    for (guint i = 0; i < recap_decisions_get_n (list); i++) {
        const RecapDecision *decision = recap_decisions_get (list, i);
        fuzz_check_cell (decision->semula);
        fuzz_check_cell (decision->menjadi);
        recap_decision_count_names (decision->disetujui);
        if (decision->shown)
            continue;
        g_assert (recap_decision_is_ground (recap_text (decision->dasar)));
        recap_decisions_write (csv, decision);
        n_typed++;
    }
    g_autofree char *text = recap_spool_to_string (spool, NULL);
    g_autoptr (RecapDecisions) again =
        recap_decisions_load (fuzz_file (text, strlen (text)), &error);
    /* Contest and code are those of a key that anybody could have written. */
    fuzz_check (again != NULL, error);
    g_assert (again == NULL || recap_decisions_get_n (again) == n_typed);
}

/* Puts rows between headings and the line that ends them, with the keys that belong to them. */
static char *
seal (const char *text, gsize size)
{
    enum { N = RECAP_DECISION_SHEET_N_COLUMNS };
    g_autofree char *copy = g_strndup (text, size);
    g_auto (GStrv) rows = g_strsplit (copy, "\n", -1);
    g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
    GString *out = g_string_new (NULL);

    for (guint i = 0; i < N; i++)
        g_string_append_printf (out, "%s%s", recap_decision_sheet_heading (i),
                                i < N - 1 ? "\t" : "\n");
    for (char *p = out->str; *p != '\0'; p++)
        if (*p == '\n' && p[1] != '\0')
            *p = ' ';
    for (guint i = 0; rows[i] != NULL; i++) {
        g_auto (GStrv) cells = g_strsplit (rows[i], "\t", N);
        guint n = g_strv_length (cells);
        g_autofree char *number = g_strdup_printf ("%u", i + 1);
        RecapText texts[N];
        for (guint j = 0; j < N; j++)
            texts[j] = recap_text (j == 0 ? number : j < n ? cells[j] : "");
        const RecapDecisionRow row = { recap_text ("ppwp"), recap_text ("3907122001001"),
                                       recap_text (n > 0 && strlen (cells[0]) > 1 ? "" : "s01"),
                                       n > 0 ? (guchar)cells[0][0] % 4 : 0 };
        g_ptr_array_add (keys, recap_decision_sheet_key (&row, texts));
        for (guint j = 0; j < N - 1; j++)
            g_string_append_printf (out, "%s\t", texts[j].bytes);
        g_autofree char *key = g_strdup (keys->pdata[i]);
        g_string_append_printf (out, "%s\n", g_strdelimit (key, "\n", ' '));
    }
    g_autofree char *end = recap_decision_sheet_end (keys);
    g_string_append (out, end);
    return g_string_free (out, FALSE);
}

static void
check_sheet (const char *text, gsize size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) content = make_content (text, size);
    g_autoptr (GByteArray) bytes = pack (content);
    g_autoptr (RecapPackage) package =
        recap_package_new_for_bytes ("fuzz.ods", bytes->data, bytes->len);
    g_autoptr (RecapDecisions) list = recap_decisions_new ();
    g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
    gboolean ok = recap_decision_sheet_read (package, list, refusals, &error);

    fuzz_check (ok, error);
    for (guint i = 0; i < refusals->len; i++)
        g_assert (recap_error_get_origin (refusals->pdata[i]) != NULL);
    check_decisions (list);
}

static void
check_log (const uint8_t *data, size_t size)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = recap_decision_log_new ();
    RecapForm form = { .file = "f" };
    const RecapDecision decision = { .kontes = "ppwp",
                                     .kode = "1",
                                     .isian = "s01",
                                     .dasar = "plano",
                                     .alasan = "",
                                     .kejadian_khusus = "",
                                     .disetujui = "",
                                     .waktu = "",
                                     .file = "d" };
    const char *path = fuzz_file (data, size);
    RecapDecisionLogState before, state;
    gboolean ok = recap_decision_log_verify (path, &before, &error);

    fuzz_check (ok, error);
    if (!ok)
        return;
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    recap_decision_log_add (log, &decision, &form);
    ok = recap_decision_log_append (log, path, &state, &error);
    fuzz_check (ok, error);
    g_assert (ok && state.n_added + state.n_known == 1);
    g_assert (state.n_lines == before.n_lines + state.n_added);
    ok = recap_decision_log_verify (path, &before, &error);
    g_assert (ok && strcmp (before.last, state.last) == 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    if (data[0] % 3 == 0) {
        check_log (data + 1, size - 1);
        return 0;
    }
    g_autofree char *text = g_strndup ((const char *)data + 1, size - 1);
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_autofree char *sealed = data[0] % 3 == 1 ? seal (valid, strlen (valid)) : NULL;
    const char *given = sealed != NULL ? sealed : valid;
    check_sheet (given, strlen (given));
    return 0;
}
