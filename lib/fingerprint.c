#include "config.h"

#include "fingerprint.h"

#include "csv-writer.h"

enum { N_BLOCKS = 16, BLOCK = 4 };

G_STATIC_ASSERT (RECAP_FINGERPRINT_SIZE == N_BLOCKS * (BLOCK + 1));

void
recap_fingerprint_format (const char *hex, char *ret_text)
{
    g_return_if_fail (hex != NULL && strlen (hex) == N_BLOCKS * BLOCK && ret_text != NULL);

    for (guint i = 0; i < N_BLOCKS; i++) {
        memcpy (ret_text + i * (BLOCK + 1), hex + i * BLOCK, BLOCK);
        ret_text[i * (BLOCK + 1) + BLOCK] = i + 1 < N_BLOCKS ? ' ' : '\0';
    }
}

/* Whether the fingerprint begins at @bytes, of which there are enough. */
static gboolean
is_fingerprint (const char *bytes)
{
    for (guint i = 0; i < RECAP_FINGERPRINT_SIZE - 1; i++) {
        gboolean between = i % (BLOCK + 1) == BLOCK;
        gboolean digit = g_ascii_isdigit (bytes[i]) || (bytes[i] >= 'a' && bytes[i] <= 'f');
        if (between ? bytes[i] != ' ' && bytes[i] != '\n' : !digit)
            return FALSE;
    }
    return TRUE;
}

gboolean
recap_fingerprint_find (RecapText text, char *ret_text)
{
    g_return_val_if_fail (ret_text != NULL, FALSE);

    for (gsize i = 0; i + RECAP_FINGERPRINT_SIZE - 1 <= text.size; i++) {
        if (!is_fingerprint (text.bytes + i))
            continue;
        memcpy (ret_text, text.bytes + i, RECAP_FINGERPRINT_SIZE - 1);
        ret_text[RECAP_FINGERPRINT_SIZE - 1] = '\0';
        g_strdelimit (ret_text, "\n", ' ');
        return TRUE;
    }
    return FALSE;
}

/* Takes what was written since the last time. It is in memory, where nothing can fail. */
static void
digest (GChecksum *checksum, RecapSpool *spool)
{
    g_autofree char *text = recap_spool_to_string (spool, NULL);
    g_assert (text != NULL);
    g_checksum_update (checksum, (const guchar *)text, (gssize)recap_spool_get_size (spool));
    recap_spool_clear (spool);
}

void
recap_fingerprint_forms (const RecapSchema *schema, const RecapForm *const *forms, guint n_forms,
                         char *ret_text)
{
    g_return_if_fail (schema != NULL && (forms != NULL || n_forms == 0) && ret_text != NULL);

    g_autoptr (RecapSpool) spool = recap_spool_new ();
    g_autoptr (RecapCsvWriter) csv = recap_csv_writer_new (spool);
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < recap_schema_get_n (schema); i++)
        if (recap_forms_carry (forms, n_forms, i))
            g_array_append_val (carried, i);

    recap_csv_writer_string (csv, recap_key_name (RECAP_KEY_KONTES));
    recap_csv_writer_string (csv, recap_key_name (RECAP_KEY_KODE));
    for (guint i = 0; i < carried->len; i++)
        recap_csv_writer_string (csv,
                                 recap_schema_get_name (schema, g_array_index (carried, guint, i)));
    recap_csv_writer_end (csv);
    for (guint k = 0; k < n_forms; k++) {
        recap_csv_writer_string (csv, recap_contest_get_code (forms[k]->contest));
        recap_csv_writer_text (csv, forms[k]->keys[RECAP_KEY_KODE]);
        for (guint i = 0; i < carried->len; i++)
            recap_csv_writer_cell (csv, forms[k]->cells[g_array_index (carried, guint, i)]);
        recap_csv_writer_end (csv);
        digest (checksum, spool);
    }
    if (n_forms == 0)
        digest (checksum, spool);
    recap_fingerprint_format (g_checksum_get_string (checksum), ret_text);
}
