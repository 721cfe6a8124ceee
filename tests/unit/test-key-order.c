/* The order of records by the first bytes of their codes, against the whole keys. */
#include "key-order.h"
#include "unit.h"

enum { N_RECORDS = 3000 };

typedef struct {
    char *texts[3]; /* kontes, kode, sumber */
    guint place;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
    const Key *x = a;
    const Key *y = b;
    for (guint i = 0; i < 3; i++) {
        int order = strcmp (x->texts[i], y->texts[i]);
        if (order != 0)
            return order;
    }
    return (x->place > y->place) - (x->place < y->place);
}

static RecapForm
form_of (const Key *key)
{
    RecapForm form = { .contest = NULL };
    for (guint i = 0; i < 3; i++)
        form.keys[RECAP_KEY_KONTES + i] = recap_text (key->texts[i]);
    return form;
}

/* Codes of 1 to 24 bytes from few letters: many share 8, 16 or all of their bytes. */
static char *
random_code (GRand *rand)
{
    static const char letters[] = "0\xc3\x7f\x01";
    gsize size = (gsize)g_rand_int_range (rand, 1, 25);
    char *code = g_strnfill (size, '0');
    if (g_rand_boolean (rand))
        code[g_rand_int_range (rand, 0, (gint32)size)] = letters[g_rand_int_range (rand, 0, 4)];
    return code;
}

static void
test_random_keys (void)
{
    static const char *const contests[] = { "ppwp", "pdpr", "pdprdk", "pdprdp" };
    static const char *const sources[] = { "sirekap", "plano", "", "salinan:PAN", "salinan" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    g_autoptr (RecapKeyOrder) order = recap_key_order_new ();
    g_autofree Key *keys = g_new0 (Key, N_RECORDS);
    guint n_wrong = 0;

    for (guint i = 0; i < N_RECORDS; i++) {
        keys[i] = (Key){
            { g_strdup (contests[g_rand_int_range (rand, 0, 4)]), random_code (rand),
              g_strdup (sources[g_rand_int_range (rand, 0, 5)]) },
            i,
        };
        RecapForm form = form_of (&keys[i]);
        RecapRecordPlace place = { .offset = i, .line = 2 * i, .size = 3 * i };
        UNIT_TRUE (recap_key_order_add (order, &form, place));
    }
    recap_key_order_sort (order);
    qsort (keys, N_RECORDS, sizeof *keys, compare_keys);
    UNIT_INT (recap_key_order_get_n (order), N_RECORDS);
    for (guint i = 0; i < N_RECORDS; i++) {
        RecapRecordPlace place = recap_key_order_get (order, i);
        n_wrong += place.offset != keys[i].place || place.line != 2 * keys[i].place ||
                   place.size != 3 * keys[i].place;
        for (guint k = 0; k < 3; k++)
            g_free (keys[i].texts[k]);
    }
    UNIT_INT (n_wrong, 0);
}

/* Exactly 16 bytes, the same and more, the same and others, in every order. */
static void
test_long_codes (void)
{
    static const char *const sorted[] = {
        "99.AA.01.0001",     "99.AA.01.0001.00", "99.AA.01.0001.00+",
        "99.AA.01.0001.001", "99.AA.01.0001.01",
    };
    enum { N = G_N_ELEMENTS (sorted) };

    for (guint start = 0; start < N; start++) {
        g_autoptr (RecapKeyOrder) order = recap_key_order_new ();
        for (guint i = 0; i < N; i++) {
            guint which = (start + 2 * i) % N;
            char *texts[] = { (char *)"ppwp", (char *)sorted[which], (char *)"plano" };
            Key key = { { texts[0], texts[1], texts[2] }, which };
            RecapForm form = form_of (&key);
            recap_key_order_add (order, &form, (RecapRecordPlace){ .offset = which });
        }
        recap_key_order_sort (order);
        for (guint i = 0; i < N; i++)
            UNIT_INT (recap_key_order_get (order, i).offset, i);
    }
}

static void
test_too_many_sources (void)
{
    g_autoptr (RecapKeyOrder) order = recap_key_order_new ();
    guint n = 0;
    for (gboolean ok = TRUE; ok && n < 70000; n += ok) {
        g_autofree char *sumber = g_strdup_printf ("%u", n);
        Key key = { { (char *)"ppwp", (char *)"1", sumber }, n };
        RecapForm form = form_of (&key);
        ok = recap_key_order_add (order, &form, (RecapRecordPlace){ .offset = n });
    }
    UNIT_INT (n, 65535);
    recap_key_order_sort (order);
    UNIT_INT (recap_key_order_get (order, 0).offset, 0);
    UNIT_INT (recap_key_order_get (order, 65534).offset, 9999);
}

static void
test_nothing (void)
{
    g_autoptr (RecapKeyOrder) order = recap_key_order_new ();
    recap_key_order_sort (order);
    UNIT_INT (recap_key_order_get_n (order), 0);
}

UNIT_MAIN ("key-order", { "random keys", test_random_keys }, { "long codes", test_long_codes },
           { "too many sources", test_too_many_sources }, { "nothing", test_nothing })
