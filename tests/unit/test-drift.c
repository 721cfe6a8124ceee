/* The same shift at many TPS. */
#include "diff.h"
#include "drift.h"

#include "tables-fixture.h"

static gboolean
take_pattern (const RecapFinding *finding, gpointer data, GError **error)
{
    return !recap_text_equal_string (finding->aturan, "D09") ||
           fixture_take_finding (finding, data, error);
}

/* Returns: the patterns that are found, owned by the caller. */
static char *
find (const char *a, const char *b, gboolean notes)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, NULL);
    FixtureFindings findings = { g_string_new (NULL), notes, 0 };
    const RecapDiffOptions options = RECAP_DIFF_OPTIONS_INIT;

    UNIT_NO_ERROR (&error);
    recap_diff_run (tables, &options, take_pattern, fixture_reset_findings, &findings, NULL,
                    &error);
    UNIT_NO_ERROR (&error);
    return g_string_free (findings.text, FALSE);
}

/* Appends to @a and @b the TPS @first to @last of @desa where the other source has @changes
 * more. */
static void
append (GString *a, GString *b, const char *desa, guint first, guint last, const int *changes)
{
    for (guint i = first; i <= last; i++) {
        int votes[] = { 50 + (int)i, 71 + (int)(i * 3), 94 + (int)(i * 2) };
        int sum = votes[0] + votes[1] + votes[2];
        g_string_append_printf (a, "ppwp,%s%03u,a,%03u,%d,%d,%d,%d\n", desa, i, i, votes[0],
                                votes[1], votes[2], sum);
        sum += changes[0] + changes[1] + changes[2];
        g_string_append_printf (b, "ppwp,%s%03u,b,%03u,%d,%d,%d,%d\n", desa, i, i,
                                votes[0] + changes[0], votes[1] + changes[1], votes[2] + changes[2],
                                sum);
    }
}

#define HEADER "kontes,kode,sumber,tps,s01,s02,s03,suara_sah\n"

static const int none[] = { 0, 0, 0 };
static const int there[] = { -6, 6, 0 };
static const int back[] = { 6, -6, 0 };

static void
test_levels (void)
{
    static const struct {
        const char *place;    /* where the pattern is found; NULL: nowhere */
        const char *desas[2]; /* two desa */
        guint n[2];           /* TPS of each with the shift */
        guint n_back;         /* of the first with the reverse */
    } cases[] = {
        { "3216012001", { "3216012001", "3216012002" }, { 8, 0 }, 0 },
        { NULL, { "3216012001", "3216012002" }, { 7, 0 }, 0 },          /* 1 : 64 */
        { "321601", { "3216012001", "3216012002" }, { 4, 4 }, 0 },      /* in neither alone */
        { "321601", { "3216012001", "3216012002" }, { 10, 9 }, 0 },     /* once, not twice */
        { "3216012001", { "3216012001", "3216012002" }, { 18, 1 }, 0 }, /* one stray TPS */
        { "3216", { "3216012001", "3216022001" }, { 5, 5 }, 0 },
        { "32", { "3216012001", "3217012001" }, { 5, 5 }, 0 },
        { "0", { "3216012001", "3316012001" }, { 5, 5 }, 0 },
        { NULL, { "3216012001", "3216012002" }, { 8, 0 }, 1 }, /* 2 * (1 + 9) / 512 */
        { "3216012001", { "3216012001", "3216012002" }, { 14, 0 }, 2 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) a = g_string_new (HEADER);
        g_autoptr (GString) b = g_string_new (HEADER);
        guint n = cases[i].n[0];
        append (a, b, cases[i].desas[0], 1, n, there);
        append (a, b, cases[i].desas[0], n + 1, n + cases[i].n_back, back);
        append (a, b, cases[i].desas[0], n + 3, n + 20, none);
        append (a, b, cases[i].desas[1], 1, cases[i].n[1], there);
        append (a, b, cases[i].desas[1], 20, 30, none);
        g_autofree char *found = find (a->str, b->str, FALSE);
        g_autofree char *expected = cases[i].place != NULL
                                        ? g_strdup_printf ("D09 %s  a . b .\n", cases[i].place)
                                        : g_strdup ("");
        UNIT_STRING (found, expected);
    }
}

static void
test_words (void)
{
    static const int more[] = { -3, 5, 0 };
    g_autoptr (GString) a = g_string_new (HEADER);
    g_autoptr (GString) b = g_string_new (HEADER);

    append (a, b, "3216012001", 1, 7, there);
    append (a, b, "3216012001", 8, 9, more); /* not as many */
    g_autofree char *found = find (a->str, b->str, TRUE);
    UNIT_STRING (
        found,
        "D09 3216012001  a . b . peringatan \"Pola pergeseran suara (a/b): IV.1 Paslon 1 "
        "berkurang dan IV.2 Paslon 2 bertambah pada 9 TPS (berkurang 48 suara, bertambah 52 "
        "suara; sama banyak pada 7 TPS), sebaliknya pada 0 TPS. Peluang kebetulan 1 : 256 (uji "
        "tanda dua arah, 9 dari 9 TPS searah, dikalikan 1 pasangan isian yang diuji, dengan "
        "anggapan TPS saling bebas dan kedua arah sama mungkin). TPS: 001, 002, 003, 004, 005, "
        "006, 007, 008, 009.\"  \n");
}

/* What parties exchange is said once: by the boxes when the same two make nearly all of it, by the
 * parties when their candidates vary. */
static void
test_parties (void)
{
    for (guint vary = 0; vary < 2; vary++) {
        g_autoptr (GString) a = g_string_new (
            "kontes,kode,sumber,p01_01,p01_02,p01_03,p01_j,p02_01,p02_02,p02_03,p02_j,suara_sah\n");
        g_autoptr (GString) b = g_string_new (a->str);
        for (guint i = 1; i <= 12; i++) {
            int from[] = { 41, 52, 63 };
            int to[] = { 17, 28, 39 };
            g_string_append_printf (a, "pdpr,3216012001%03u,a,%d,%d,%d,156,%d,%d,%d,84,240\n", i,
                                    from[0], from[1], from[2], to[0], to[1], to[2]);
            from[vary * i % 3] -= 6;
            to[vary * (i / 3) % 3] += 6;
            g_string_append_printf (b, "pdpr,3216012001%03u,b,%d,%d,%d,150,%d,%d,%d,90,240\n", i,
                                    from[0], from[1], from[2], to[0], to[1], to[2]);
        }
        g_autofree char *found = find (a->str, b->str, TRUE);
        UNIT_TRUE (strchr (found, '\n') != NULL && strchr (found, '\n')[1] == '\0');
        UNIT_TRUE (
            strstr (found, vary ? "IV.1 B Partai 1 jumlah berkurang dan IV.2 B Partai 2 jumlah "
                                  "bertambah pada 12 TPS (72 suara"
                                : "IV.1 A.2.1 Partai 1 calon 1 berkurang dan IV.2 A.2.1 Partai "
                                  "2 calon 1 bertambah pada 12 TPS (72 suara") != NULL);
    }
}

/* Codes without a hierarchy: the names tell the region, and the codes what they have in common. */
static void
test_opaque (void)
{
    g_autoptr (GString) a =
        g_string_new ("kontes,kode,sumber,kecamatan,desa,tps,s01,s02,suara_sah\n");
    g_autoptr (GString) b = g_string_new (a->str);

    for (guint i = 1; i <= 9; i++) {
        const char *desa = i < 5 ? "ASRI" : "SARI";
        const char *kode = i < 5 ? "64619" : "64620";
        g_string_append_printf (a, "ppwp,%s-%u,a,RANDU,%s,%u,60,70,130\n", kode, i, desa, i);
        g_string_append_printf (b, "ppwp,%s-%u,b,RANDU,%s,%u,52,78,130\n", kode, i, desa, i);
    }
    g_autofree char *found = find (a->str, b->str, FALSE);
    UNIT_STRING (found, "D09 646  a . b .\n");
}

UNIT_MAIN ("drift", { "levels", test_levels }, { "words", test_words }, { "parties", test_parties },
           { "codes without a hierarchy", test_opaque })
