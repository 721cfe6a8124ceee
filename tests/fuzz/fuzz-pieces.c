/* A text too large to be held as a whole is cut into the same documents whether it comes in pieces
 * or lies in memory, and they say what the whole says. The first two bytes are how large a
 * document may be. */
#include "config.h"

#include "documents.h"
#include "fuzz.h"
#include "json-pieces.h"
#include "sirekap.h"

/* What a reading gave. */
typedef struct {
    GString *forms; /* code and numbers of each */
    guint n_rejects;
} Seen;

static void
on_reject (const RecapReject *reject, gpointer data)
{
    g_assert (reject->reason != NULL && reject->reason[0] != '\0');
    ((Seen *)data)->n_rejects++;
}

static void
on_form (const RecapForm *form, gpointer data)
{
    Seen *seen = data;
    guint n = 0;

    if (form == NULL)
        return;
    recap_contest_get_fields (form->contest, &n);
    recap_text_append (form->keys[RECAP_KEY_KODE], seen->forms);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (seen->forms, ",%" G_GINT64_FORMAT, form->cells[i]);
    g_string_append_c (seen->forms, '\n');
}

/* Returns: whether all of the text was read, its documents of @max bytes at most. */
static gboolean
read_all (RecapText text, gsize max, Seen *seen)
{
    static RecapSirekap *sirekap;
    if (sirekap == NULL)
        sirekap =
            recap_sirekap_new (recap_contests_find (fuzz_contests (), recap_text ("ppwp")), NULL);
    const RecapSirekapVisitor visitor = { on_form, on_reject, seen, NULL };
    g_autoptr (GError) error = NULL;

    recap_sirekap_set_max (sirekap, max);
    gboolean ok =
        recap_sirekap_read (sirekap, "fuzz.json", text.bytes, text.size, &visitor, &error);
    fuzz_check (ok, error);
    return ok;
}

/* Gives the next piece of either, which must be the same.
 *
 * Returns: FALSE at the end of both. */
static gboolean
compare_next (RecapJsonPieces *pieces, RecapJsonPieces *others, gsize max)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) other_error = NULL;
    RecapJsonPiece piece = { 0 }, other = { 0 };
    gboolean end = FALSE, other_end = FALSE;
    gboolean ok = recap_json_pieces_next (pieces, &piece, &end, &error);
    gboolean other_ok = recap_json_pieces_next (others, &other, &other_end, &other_error);

    fuzz_check (ok, error);
    g_assert (ok == other_ok && end == other_end);
    if (!ok || end)
        return FALSE;
    g_assert (piece.kind == other.kind && piece.broken == other.broken);
    if (piece.kind == RECAP_JSON_PIECE_FAULT) {
        g_assert_cmpstr (piece.fault->message, ==, other.fault->message);
        return TRUE;
    }
    /* Blanks before a whole text may be a part of it or not. */
    RecapText a = recap_text_trim ((RecapText){ piece.bytes, piece.size });
    RecapText b = recap_text_trim ((RecapText){ other.bytes, other.size });
    g_assert (recap_text_equal (a, b) && b.size <= max);
    g_assert (piece.kind == RECAP_JSON_PIECE_WHOLE ||
              (piece.line == other.line && piece.column == other.column));
    return TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    gsize max = 4 + data[0] + 256 * (gsize)(data[1] & 15);
    RecapText text = { (const char *)data + 2, size - 2 };
    g_autoptr (RecapSource) source =
        recap_source_new_for_bytes ("fuzz.json", text.bytes, text.size, NULL);
    if (source == NULL) /* a compressed text that breaks off at once */
        return 0;

    gboolean plain = text.size < 2 || memcmp (text.bytes, "\x1f\x8b", 2) != 0;
    g_autoptr (RecapJsonPieces) streamed = recap_json_pieces_new (source);
    g_autoptr (RecapJsonPieces) held =
        recap_json_pieces_new_for_bytes ("fuzz.json", text.bytes, text.size);
    recap_json_pieces_set_max (streamed, max);
    recap_json_pieces_set_max (held, max);
    while (plain && compare_next (held, streamed, max))
        ;

    Seen whole = { g_string_new (NULL), 0 };
    Seen parts = { g_string_new (NULL), 0 };
    if (read_all (text, RECAP_DOCUMENT_MAX, &whole) && read_all (text, max, &parts) &&
        whole.n_rejects == 0 && parts.n_rejects == 0)
        g_assert_cmpstr (whole.forms->str, ==, parts.forms->str);
    g_string_free (whole.forms, TRUE);
    g_string_free (parts.forms, TRUE);
    return 0;
}
