#include "config.h"

#include "region-list.h"

#include <glib/gi18n-lib.h>

#include "documents.h"
#include "error.h"
#include "json.h"
#include "region.h"

typedef struct {
    RecapRegister *list;
    RecapJson *json;
    guint n_lists;
} Reader;

static void
reader_clear (Reader *reader)
{
    recap_json_free (reader->json);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* One entry; empty what it does not have. */
typedef struct {
    RecapText kode;
    RecapText nama;
} Entry;

static gboolean
fail_kind (const char *name, GError **error)
{
    RecapOrigin origin = { name, 0, 0 };
    recap_error_set (error, RECAP_ERROR_SCHEMA, &origin, _ ("not a list of regions"));
    recap_error_set_hint (error, _ ("KPU's lists are arrays of objects with 'nama' and 'kode'"));
    return FALSE;
}

static gboolean
read_entry (Reader *reader, Entry *entry, GError **error)
{
    while (TRUE) {
        RecapJsonToken key;
        RecapJsonToken value;
        if (!recap_json_next (reader->json, &key, error))
            return FALSE;
        if (key.type == RECAP_JSON_OBJECT_END)
            return TRUE;
        if (!recap_json_next (reader->json, &value, error))
            return FALSE;
        gboolean text = value.type == RECAP_JSON_STRING || value.type == RECAP_JSON_NUMBER;
        if (text && recap_text_equal_string (key.text, "kode"))
            entry->kode = value.text;
        else if (text && recap_text_equal_string (key.text, "nama"))
            entry->nama = value.text;
        if (!recap_json_skip (reader->json, &value, error))
            return FALSE;
    }
}

static gboolean
take_entry (Reader *reader, const char *name, const Entry *entry, gsize offset, GError **error)
{
    RecapOrigin origin = { name, 0, 0 };
    const char *hint = NULL;
    const char *fault = recap_region_code_fault (entry->kode, &hint);

    gboolean region = recap_region_level (entry->kode) != RECAP_LEVEL_OPAQUE ||
                      (entry->kode.size > 2 && memcmp (entry->kode.bytes, "99", 2) == 0);
    if (fault == NULL && region && memchr (entry->kode.bytes, '\0', entry->kode.size) == NULL &&
        memchr (entry->nama.bytes, '\0', entry->nama.size) == NULL) {
        const char *known = recap_register_add_region (reader->list, entry->kode, entry->nama);
        if (known == NULL)
            return TRUE;
        g_autofree char *code = recap_text_display (entry->kode.bytes, entry->kode.size);
        g_autofree char *nama = recap_text_display (entry->nama.bytes, entry->nama.size);
        recap_json_locate (reader->json, offset, &origin.line, &origin.column);
        recap_error_set (error, RECAP_ERROR_SCHEMA, &origin,
                         _ ("region '%s' is called '%s' here, but '%s' before"), code, nama, known);
        return FALSE;
    }
    g_autofree char *shown = recap_text_display (entry->kode.bytes, entry->kode.size);
    recap_json_locate (reader->json, offset, &origin.line, &origin.column);
    if (entry->kode.size == 0)
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, _ ("a region without 'kode'"));
    else
        recap_error_set (error, RECAP_ERROR_SYNTAX, &origin, _ ("'%s' is not the code of a region"),
                         shown);
    return FALSE;
}

static gboolean
read_list (const RecapDocument *document, gpointer data, GError **error)
{
    Reader *reader = data;
    RecapJsonToken token;

    if (document->source != NULL || document->package != NULL)
        return fail_kind (document->name, error);
    reader->n_lists++;
    recap_json_start (reader->json, document->name, document->bytes, document->size);
    if (!recap_json_next (reader->json, &token, error))
        return FALSE;
    if (token.type != RECAP_JSON_ARRAY)
        return fail_kind (document->name, error);
    while (TRUE) {
        Entry entry = { RECAP_TEXT_EMPTY, RECAP_TEXT_EMPTY };
        if (!recap_json_next (reader->json, &token, error))
            return FALSE;
        if (token.type == RECAP_JSON_ARRAY_END)
            return recap_json_next (reader->json, &token, error);
        if (token.type != RECAP_JSON_OBJECT)
            return fail_kind (document->name, error);
        if (!read_entry (reader, &entry, error) ||
            !take_entry (reader, document->name, &entry, token.offset, error))
            return FALSE;
    }
}

static void
pass_over (const char *name G_GNUC_UNUSED, RecapSkip skip G_GNUC_UNUSED,
           gpointer data G_GNUC_UNUSED)
{
}

gboolean
recap_region_list_read (RecapRegister *list, const char *path, GError **error)
{
    g_return_val_if_fail (list != NULL && path != NULL, FALSE);

    g_auto (Reader) reader = { .list = list, .json = recap_json_new () };
    const RecapVisitor visitor = { read_list, pass_over, &reader, FALSE };
    if (!recap_documents_walk (path, &visitor, error))
        return FALSE;
    return reader.n_lists > 0 || fail_kind (path, error);
}

gboolean
recap_region_list_is_one (const char *path)
{
    static const char *const archives[] = { ".tar", ".tar.gz", ".tgz", ".zip" };

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
        if (g_str_has_suffix (path, archives[i]))
            return TRUE;
    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    g_autoptr (RecapSource) source = recap_source_open (path, NULL);
    char head[64];
    gsize n = 0;
    for (gsize size = 1; size > 0 && n < sizeof head; n += size)
        if (source == NULL || !recap_source_read (source, head + n, sizeof head - n, &size, NULL))
            return FALSE;
    gsize i = 0;
    while (i < n && g_ascii_isspace (head[i]))
        i++;
    return i < n && head[i] == '[';
}
