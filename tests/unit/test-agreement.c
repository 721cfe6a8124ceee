/* Who agrees with whom. */
#include "agreement.h"

#include "tables-fixture.h"

enum { N_FIELDS = 3 };

/* One source: its label and cells; NULL ends the list. */
typedef struct {
    const char *label;
    RecapCell cells[N_FIELDS];
    gboolean alike;
} Source;

#define B RECAP_CELL_BLANK
#define N RECAP_CELL_NOT_CARRIED
#define U RECAP_CELL_UNREADABLE

/* Returns: the findings, owned by the caller; the first of @sources is the authority. */
static char *
report (const Source *sources)
{
    static const guint fields[N_FIELDS] = { 0, 1, 2 };
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
    g_autoptr (RecapSchema) schema = recap_schema_new (contests);
    for (guint i = 1; i <= N_FIELDS; i++) {
        char name[] = { 's', '0', (char)('0' + i), '\0' };
        UNIT_TRUE (recap_schema_add (schema, recap_text (name)));
    }
    g_autoptr (RecapAgreement) agreement = recap_agreement_new (schema);
    g_autoptr (RecapGroup) group = recap_group_new (N_FIELDS);
    FixtureFindings findings = { g_string_new (NULL), TRUE, 0 };
    RecapCell cells[N_FIELDS];
    RecapForm form = { .contest = recap_contests_find (contests, recap_text ("ppwp")),
                       .cells = cells,
                       .file = "a.csv",
                       .line = 2 };

    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KODE] = recap_text ("1");
    form.keys[RECAP_KEY_SUMBER] = recap_text (sources[0].label);
    memcpy (cells, sources[0].cells, sizeof cells);
    recap_agreement_add (agreement, recap_text ("forgotten"), cells, fields, N_FIELDS);
    recap_agreement_clear (agreement);
    for (guint i = 1; sources[i].label != NULL; i++)
        recap_agreement_add (agreement, recap_text (sources[i].label),
                             sources[i].alike ? NULL : sources[i].cells, fields, N_FIELDS);
    recap_agreement_report (agreement, &form, group);
    for (guint i = 0; i < recap_group_get_n (group); i++)
        fixture_take_finding (recap_group_get (group, i)->finding, &findings, NULL);
    return g_string_free (findings.text, FALSE);
}

#define REPORT(expected, ...)                                                                      \
    do {                                                                                           \
        const Source sources_[] = { __VA_ARGS__, { NULL, { 0 }, FALSE } };                         \
        g_autofree char *found_ = report (sources_);                                               \
        UNIT_STRING (found_, expected);                                                            \
    } while (0)

static void
test_majority (void)
{
    REPORT (
        "D11 1 s01 plano 60 sirekap 80 info \"IV.1 Paslon 1: 60 menurut plano, saksi; 80 menurut "
        "sirekap. Sebagian besar (2 dari 3 sumber) menyebut 60; berbeda: sirekap.\" a.csv:2 \n",
        { "plano", { 60, 70, 40 }, FALSE }, { "sirekap", { 80, 70, 40 }, FALSE },
        { "saksi", { 0 }, TRUE });
    /* The authority can be alone. */
    REPORT (
        "D11 1 s02 plano 7 b, c 8 info \"IV.2 Paslon 2: 7 menurut plano; 8 menurut b, c. Sebagian "
        "besar (2 dari 3 sumber) menyebut 8; berbeda: plano.\" a.csv:2 \n",
        { "plano", { 1, 7, 3 }, FALSE }, { "b", { 1, 8, 3 }, FALSE }, { "c", { 1, 8, 3 }, FALSE });
    REPORT ("D11 1 s03 plano 1 b 2 info \"IV.3 Paslon 3: 1 menurut plano; 2 menurut b; 3 menurut "
            "c. Tidak "
            "ada angka yang disebut lebih dari separuh sumber.\" a.csv:2 \n",
            { "plano", { 1, 1, 1 }, FALSE }, { "b", { 1, 1, 2 }, FALSE },
            { "c", { 1, 1, 3 }, FALSE });
}

static void
test_silence (void)
{
    /* Two numbers and a blank are no vote of three. */
    REPORT ("", { "plano", { 1, 1, 1 }, FALSE }, { "b", { 2, 1, 1 }, FALSE },
            { "c", { B, 1, 1 }, FALSE });
    REPORT ("", { "plano", { 1, 1, 1 }, FALSE }, { "b", { 2, 1, 1 }, FALSE },
            { "c", { N, 1, 1 }, FALSE });
    REPORT ("", { "plano", { 1, 1, 1 }, FALSE }, { "b", { 2, 1, 1 }, FALSE });
    REPORT ("", { "plano", { 1, 1, 1 }, FALSE }, { "b", { 0 }, TRUE }, { "c", { 0 }, TRUE });
    /* Two times of one source are not two sources. */
    REPORT ("", { "plano", { 1, 1, 1 }, FALSE }, { "b", { 2, 1, 1 }, FALSE },
            { "b@2024-02-15", { 2, 1, 1 }, FALSE });
    REPORT (
        "D11 1 s01 plano - b, d 4 info \"IV.1 Paslon 1: 4 menurut b, d; 5 menurut c; tanpa angka "
        "pada "
        "plano, e. Sebagian besar (2 dari 3 sumber) menyebut 4; berbeda: c.\" a.csv:2 \n",
        { "plano", { B, 1, 1 }, FALSE }, { "b", { 4, 1, 1 }, FALSE }, { "c", { 5, 1, 1 }, FALSE },
        { "d", { 4, 1, 1 }, FALSE }, { "e", { U, 1, 1 }, FALSE });
}

UNIT_MAIN ("agreement", { "majority and dissent", test_majority },
           { "who says nothing", test_silence })
