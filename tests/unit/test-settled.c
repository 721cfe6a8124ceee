/* Whether a form shows a finding no longer. */
#include "config.h"

#include "settled.h"

#include "unit.h"

enum { VALID, INVALID, TOTAL, N_BOXES };
static const char *const boxes[N_BOXES] = { "suara_sah", "suara_tidak_sah", "suara_total" };

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapRules *rules;
    RecapSettled *settled;
} Fixture;

/* R07 is another rule in 3202, and another one where TPS are not ordinary. */
static void
fixture_init (Fixture *self)
{
    static const char text[] = "[R07]\nrumus_luar=suara_total = suara_tidak_sah\n"
                               "[R07 wilayah=3202]\nrumus=suara_total = suara_sah\n";
    g_autoptr (GError) error = NULL;
    char *path = unit_write (text, -1);

    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL) };
    self->schema = recap_schema_new (self->contests);
    for (guint i = 0; i < N_BOXES; i++)
        recap_schema_add (self->schema, recap_text (boxes[i]));
    self->rules = recap_rules_load (path, &error);
    UNIT_NO_ERROR (&error);
    self->settled = recap_settled_new (self->schema, self->rules);
    unit_remove (path);
}

static void
fixture_clear (Fixture *self)
{
    recap_settled_free (self->settled);
    recap_rules_free (self->rules);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Returns: whether the form of @kode with these boxes settles the finding. */
static gboolean
look (const Fixture *self, const char *aturan, const char *isian, const char *kode,
      const RecapCell *values)
{
    const RecapFinding finding = { .aturan = recap_text (aturan), .isian = recap_text (isian) };
    RecapCell cells[N_BOXES];
    RecapForm form = { .contest = recap_contests_find (self->contests, recap_text ("ppwp")),
                       .cells = cells };

    form.keys[RECAP_KEY_KODE] = recap_text (kode);
    for (guint i = 0; i < N_BOXES; i++)
        cells[recap_schema_find (self->schema, recap_text (boxes[i]))] = values[i];
    return recap_settled_look (self->settled, &finding, &form);
}

static void
test_regions (void)
{
    static const struct {
        const char *kode;
        RecapCell holds, broken; /* totals of 6 + 1 */
    } cases[] = {
        { "3201012001001", 7, 6 },
        { "3202012001001", 6, 7 },
        { "9101012001001", 1, 7 },
    };
    g_auto (Fixture) f;
    fixture_init (&f);

    /* The second time it is known already. */
    for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++) {
        guint k = i % G_N_ELEMENTS (cases);
        const RecapCell holds[] = { 6, 1, cases[k].holds };
        const RecapCell broken[] = { 6, 1, cases[k].broken };
        const RecapCell blank[] = { 6, RECAP_CELL_BLANK, cases[k].holds };
        UNIT_TRUE (look (&f, "R07", "suara_total", cases[k].kode, holds));
        UNIT_FALSE (look (&f, "R07", "suara_total", cases[k].kode, broken));
        UNIT_FALSE (look (&f, "R07", "suara_sah", cases[k].kode, holds));
        UNIT_INT (look (&f, "R07", "suara_total", cases[k].kode, blank), k == 1);
    }
}

static void
test_kinds (void)
{
    const RecapCell cells[] = { 6, RECAP_CELL_BLANK, 7 };
    const char *kode = "3201012001001";
    g_auto (Fixture) f;
    fixture_init (&f);

    UNIT_TRUE (look (&f, "R22", "suara_sah", kode, cells));
    UNIT_FALSE (look (&f, "R22", "suara_tidak_sah", kode, cells));
    UNIT_FALSE (look (&f, "D01", "suara_sah", kode, cells)); /* only a decision can */
    UNIT_FALSE (look (&f, "X99", "suara_sah", kode, cells));
    UNIT_FALSE (look (&f, "R22", "s01", kode, cells));

    g_clear_pointer (&f.settled, recap_settled_free);
    f.settled = recap_settled_new (f.schema, NULL);
    UNIT_FALSE (look (&f, "R22", "suara_sah", kode, cells));
}

static void
test_asks (void)
{
    RecapFinding finding = { .aturan = recap_text ("D01") };
    g_auto (Fixture) f;
    fixture_init (&f);

    UNIT_TRUE (recap_finding_asks (&finding, f.rules));
    UNIT_TRUE (recap_finding_asks (&finding, NULL));
    finding.aturan = recap_text ("D10");
    UNIT_FALSE (recap_finding_asks (&finding, f.rules)); /* explains others */
    UNIT_TRUE (recap_finding_asks (&finding, NULL));
    finding.aturan = recap_text ("D01");
    finding.severity = RECAP_SEVERITY_INFO;
    UNIT_FALSE (recap_finding_asks (&finding, f.rules));
}

UNIT_MAIN ("settled", { "regions", test_regions }, { "kinds of rules", test_kinds },
           { "what asks for a decision", test_asks })
