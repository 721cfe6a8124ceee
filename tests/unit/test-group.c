/* The forms of one desa that differ, and the ranking of explanations. */
#include "group.h"
#include "unit.h"

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapGroup *group;
} Fixture;

static void
fixture_clear (Fixture *self)
{
    recap_group_free (self->group);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
fixture_init (Fixture *self)
{
    g_autoptr (GError) error = NULL;
    self->contests = recap_contests_load (NULL, &error);
    UNIT_NO_ERROR (&error);
    self->schema = recap_schema_new (self->contests);
    UNIT_TRUE (recap_schema_add (self->schema, recap_text ("s01")));
    UNIT_TRUE (recap_schema_add (self->schema, recap_text ("s02")));
    self->group = recap_group_new (recap_schema_get_n (self->schema));
}

static RecapForm
make_form (const Fixture *fixture, const char *kontes, const char *kode, const char *desa,
           RecapCell *cells)
{
    RecapForm form = {
        .contest = recap_contests_find (fixture->contests, recap_text (kontes)),
        .cells = cells,
        .file = "a.csv",
        .line = 7,
    };
    for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
        form.keys[key] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_KONTES] = recap_text (kontes);
    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    form.keys[RECAP_KEY_DESA] = recap_text (desa);
    return form;
}

static void
test_regions (void)
{
    static const struct {
        const char *kontes, *kode, *desa; /* of the form that names the region */
        const char *kontes_b, *kode_b, *desa_b;
        gboolean same;
    } cases[] = {
        { "ppwp", "3216012001001", "", "ppwp", "3216012001002", "", TRUE },
        { "ppwp", "3216012001001", "", "ppwp", "3216012002001", "", FALSE },
        { "ppwp", "3216012001001", "", "pdpd", "3216012001001", "", FALSE },
        { "ppwp", "3216012001001", "", "ppwp", "3216012001", "", FALSE },
        { "ppwp", "3216012001", "", "ppwp", "3216012002", "", TRUE }, /* of one kecamatan */
        { "ppwp", "3216012001", "", "ppwp", "3216022001", "", FALSE },
        { "ppwp", "32", "", "ppwp", "33", "", TRUE },
        { "ppwp", "64619-001", "HULU", "ppwp", "64619-002", "HULU", TRUE },
        { "ppwp", "64619-001", "HULU", "ppwp", "64620-001", "HILIR", FALSE },
        { "ppwp", "64619-001", "", "ppwp", "3216012001001", "", FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (Fixture) fixture = { NULL, NULL, NULL };
        RecapCell cells[2] = { 1, 2 };
        fixture_init (&fixture);
        RecapForm a = make_form (&fixture, cases[i].kontes, cases[i].kode, cases[i].desa, cells);
        RecapForm b =
            make_form (&fixture, cases[i].kontes_b, cases[i].kode_b, cases[i].desa_b, cells);
        UNIT_FALSE (recap_group_holds (fixture.group, &a));
        recap_group_enter (fixture.group, &a);
        UNIT_TRUE (recap_group_holds (fixture.group, &a));
        UNIT_INT (recap_group_holds (fixture.group, &b), cases[i].same);
        recap_group_leave (fixture.group);
        UNIT_FALSE (recap_group_holds (fixture.group, &a));
    }
}

/* Adds a pair with these cells.
 *
 * Returns: NULL when nothing differs. */
static RecapPair *
add_pair (Fixture *fixture, RecapCell *a, RecapCell *b, gboolean ignore_blank)
{
    static const guint fields[] = { 0, 1 };
    char kode[] = "3216012001001";
    RecapPair pair = {
        .side = 1,
        .a = make_form (fixture, "ppwp", kode, "ASRI", a),
        .b = make_form (fixture, "ppwp", kode, "ASRI", b),
        .fields = fields,
        .n_fields = G_N_ELEMENTS (fields),
    };
    RecapPair *added = recap_group_add (fixture->group, &pair, ignore_blank);
    kode[0] = 'x'; /* the group has copies */
    return added;
}

static void
test_pairs (void)
{
    g_auto (Fixture) fixture = { NULL, NULL, NULL };
    fixture_init (&fixture);
    RecapCell a[2] = { 5, RECAP_CELL_BLANK };
    RecapCell b[2] = { 6, 7 };
    RecapFinding finding = { .aturan = recap_text ("D03") };

    UNIT_TRUE (add_pair (&fixture, a, a, FALSE) == NULL);
    RecapPair *pair = add_pair (&fixture, a, b, FALSE);
    recap_group_add_finding (fixture.group, &finding);
    a[0] = 99;
    UNIT_INT (recap_group_get_n (fixture.group), 2);
    UNIT_TRUE (recap_group_get (fixture.group, 0)->pair == pair);
    UNIT_TRUE (recap_group_get (fixture.group, 1)->pair == NULL);
    UNIT_TEXT (recap_group_get (fixture.group, 1)->finding->aturan, "D03");
    UNIT_TEXT (pair->a.keys[RECAP_KEY_KODE], "3216012001001");
    UNIT_STRING (pair->asal_a, "a.csv:7");
    UNIT_INT (pair->n_differences, 2);
    UNIT_INT (pair->differences[0].a, 5);
    UNIT_TRUE (recap_pair_find (pair, 1) == &pair->differences[1]);
    recap_group_clear (fixture.group);
    UNIT_INT (recap_group_get_n (fixture.group), 0);

    a[0] = 5;
    pair = add_pair (&fixture, a, b, TRUE); /* the blank is none of our business */
    UNIT_INT (pair->n_differences, 1);
    UNIT_TRUE (recap_pair_find (pair, 1) == NULL);
    b[0] = 5;
    UNIT_TRUE (add_pair (&fixture, a, b, TRUE) == NULL);
    b[1] = RECAP_CELL_UNREADABLE; /* somebody wrote something there */
    UNIT_INT (add_pair (&fixture, a, b, TRUE)->n_differences, 1);
    b[1] = RECAP_CELL_NOT_CARRIED;
    UNIT_TRUE (add_pair (&fixture, a, b, FALSE) == NULL);
}

/* Returns: the explanations as 'word weight detail, ...', owned by the caller. */
static char *
list (const RecapDifference *difference)
{
    GString *out = g_string_new (NULL);
    for (guint i = 0; i < difference->n_explanations; i++)
        g_string_append_printf (out, "%s%s %" G_GUINT64_FORMAT " %s", i > 0 ? ", " : "",
                                difference->explanations[i].cause,
                                difference->explanations[i].weight,
                                difference->explanations[i].detail);
    return g_string_free (out, FALSE);
}

static void
test_ranking (void)
{
    static const struct {
        const char *cause;
        guint64 weight;
        const char *expected;
    } steps[] = {
        { "m", 50, "m 50 1" },
        { "n", 50, "m 50 1, n 50 2" }, /* equal ones stay in their order */
        { "o", 90, "o 90 3, m 50 1, n 50 2" },
        { "n", 10, "o 90 3, m 50 1, n 50 2" }, /* lighter than the one that is there */
        { "n", 95, "n 95 5, o 90 3, m 50 1" },
        { "p", 1, "n 95 5, o 90 3, m 50 1, p 1 6" },
        { "q", 2, "n 95 5, o 90 3, m 50 1, q 2 7, p 1 6" },
        { "r", 3, "n 95 5, o 90 3, m 50 1, r 3 8, q 2 7, p 1 6" },
        { "s", 1, "n 95 5, o 90 3, m 50 1, r 3 8, q 2 7, p 1 6" }, /* no room */
        { "t", 60, "n 95 5, o 90 3, t 60 10, m 50 1, r 3 8, q 2 7" },
        { "q", 60, "n 95 5, o 90 3, t 60 10, q 60 11, m 50 1, r 3 8" },
    };
    g_auto (Fixture) fixture = { NULL, NULL, NULL };
    fixture_init (&fixture);
    RecapCell a[2] = { 5, 1 };
    RecapCell b[2] = { 6, 1 };
    RecapPair *pair = add_pair (&fixture, a, b, FALSE);

    for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
        char detail[8];
        g_snprintf (detail, sizeof detail, "%u", i + 1);
        recap_group_explain (fixture.group, pair->differences, steps[i].cause, steps[i].weight,
                             detail);
        g_autofree char *found = list (pair->differences);
        UNIT_STRING (found, steps[i].expected);
    }
}

static void
test_observations (void)
{
    g_auto (Fixture) fixture = { NULL, NULL, NULL };
    fixture_init (&fixture);
    RecapCell a[2] = { 5, 1 };
    RecapCell b[2] = { 6, 1 };
    RecapPair *pair = add_pair (&fixture, a, b, FALSE);
    g_autoptr (GString) found = g_string_new (NULL);

    recap_group_observe (fixture.group, pair, "D10", RECAP_SEVERITY_WARNING, "x", "1");
    recap_group_observe (fixture.group, pair, "D06", RECAP_SEVERITY_INFO, "", "2");
    recap_group_observe (fixture.group, pair, "D07", RECAP_SEVERITY_WARNING, "y", "3");
    recap_group_observe (fixture.group, pair, "D07", RECAP_SEVERITY_WARNING, "z", "4");
    for (const RecapObservation *o = pair->observations; o != NULL; o = o->next)
        g_string_append_printf (found, "%s %s %s;", o->code, o->cause, o->text);
    UNIT_STRING (found->str, "D06  2;D07 y 3;D07 z 4;D10 x 1;");
}

UNIT_MAIN ("group", { "regions", test_regions }, { "pairs", test_pairs },
           { "explanations are ranked", test_ranking },
           { "observations are sorted", test_observations })
