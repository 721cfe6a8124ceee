/* What a Sirekap document of any bytes holds is taken or rejected with a reason, record by record;
 * never both, never neither. */
#include "config.h"

#include "fuzz.h"
#include "sirekap.h"

typedef struct {
    guint n_reasons; /* of the record that comes next */
    guint n_records;
} Seen;

static void
on_reject (const RecapReject *reject, gpointer data)
{
    g_assert (reject->reason != NULL && reject->reason[0] != '\0');
    g_error_free (recap_reject_to_error (reject));
    ((Seen *)data)->n_reasons++;
}

static void
on_form (const RecapForm *form, gpointer data)
{
    Seen *seen = data;
    g_assert ((form == NULL) == (seen->n_reasons > 0));
    g_assert (form == NULL || form->keys[RECAP_KEY_KODE].size > 0);
    seen->n_reasons = 0;
    seen->n_records++;
}

/* Reads the document as one of @contest, whose candidates are not known. */
static void
read_as (const RecapContests *contests, const char *contest, const uint8_t *data, size_t size)
{
    static GHashTable *readers;
    if (readers == NULL)
        readers = g_hash_table_new (g_str_hash, g_str_equal);
    RecapSirekap *sirekap = g_hash_table_lookup (readers, contest);
    if (sirekap == NULL) {
        sirekap = recap_sirekap_new (recap_contests_find (contests, recap_text (contest)), NULL);
        g_hash_table_insert (readers, (gpointer)contest, sirekap);
    }

    Seen seen = { 0, 0 };
    const RecapSirekapVisitor visitor = { on_form, on_reject, &seen, NULL };
    g_autoptr (GError) error = NULL;
    gboolean read = recap_sirekap_read (sirekap, "a!b/3299011001001.json", (const char *)data, size,
                                        &visitor, &error);
    g_assert (read == (error == NULL));
    g_assert (seen.n_reasons == 0);
    g_assert (!read || seen.n_records > 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const RecapContests *contests = fuzz_contests ();

    read_as (contests, "ppwp", data, size);
    read_as (contests, "pdpr", data, size);
    read_as (contests, "pkwkp", data, size);
    return 0;
}
