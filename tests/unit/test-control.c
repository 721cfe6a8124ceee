/* The rules that are gone through one by one. */
#include "config.h"

#include "control.h"

#include "formula-sheet.h"
#include "unit.h"

static const char *const boxes[] = { "s01",        "s02", "s03", "suara_sah", "suara_tidak_sah",
                                     "suara_total" };

typedef struct {
    RecapContests *contests;
    const RecapContest *contest;
    RecapSchema *schema;
    RecapRules *rules;
    RecapControls *controls;
    guint rows[G_N_ELEMENTS (boxes)];
} Fixture;

static void
fixture_init (Fixture *self)
{
    *self = (Fixture){ .contests = recap_contests_load (NULL, NULL) };
    self->contest = recap_contests_find (self->contests, recap_text ("ppwp"));
    self->schema = recap_schema_new (self->contests);
    for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
        recap_schema_add (self->schema, recap_text (boxes[i]));
        self->rows[i] = i;
    }
    self->rules = recap_rules_load (NULL, NULL);
    self->controls = recap_controls_new (self->rules, self->contest, self->schema, self->rows);
}

static void
fixture_clear (Fixture *self)
{
    recap_controls_free (self->controls);
    recap_rules_free (self->rules);
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Returns: the codes of the rules for @kode that say something, with a blank behind each; owned by
 * the caller. */
static char *
list_codes (const Fixture *self, const char *kode)
{
    const RecapControl *control = recap_controls_find (self->controls, recap_text (kode));
    GString *codes = g_string_new (NULL);

    for (guint i = 0; i < recap_rules_get_n (self->rules); i++)
        if (recap_control_is_shown (control, i)) {
            UNIT_TRUE (recap_control_get_formulas (control, i)->len > 0);
            g_string_append_printf (codes, "%s ", recap_control_get_rule (control, i)->code);
        }
    return g_string_free (codes, FALSE);
}

static void
add (Fixture *self, const char *kode)
{
    g_autoptr (GError) error = NULL;
    UNIT_TRUE (recap_controls_add (self->controls, recap_text (kode), &error));
    UNIT_NO_ERROR (&error);
}

/* Codes with the same rules share them; TPS that are not ordinary have theirs. */
static void
test_codes (void)
{
    g_auto (Fixture) fixture;
    fixture_init (&fixture);
    UNIT_TRUE (recap_controls_find (fixture.controls, recap_text ("3201012001001")) == NULL);
    add (&fixture, "3201012001001");
    add (&fixture, "3201012001002");
    UNIT_INT (recap_controls_get_n (fixture.controls), 1);
    add (&fixture, "9101012001001");
    UNIT_INT (recap_controls_get_n (fixture.controls), 2);
    UNIT_TRUE (recap_controls_find (fixture.controls, recap_text ("9101012001001")) ==
               recap_controls_get (fixture.controls, 1));
}

/* Only what is a formula over boxes that have a line is gone through. */
static void
test_lines (void)
{
    g_auto (Fixture) fixture;
    g_auto (Fixture) few;
    fixture_init (&fixture);
    add (&fixture, "3201012001001");
    g_autofree char *codes = list_codes (&fixture, "3201012001001");
    UNIT_STRING (codes, "R07 R08 R12 R27 ");

    fixture_init (&few);
    few.rows[4] = few.rows[5] = RECAP_ROW_NONE;
    few.rows[2] = RECAP_ROW_OFF_BALLOT;
    add (&few, "3201012001001");
    g_autofree char *rest = list_codes (&few, "3201012001001");
    UNIT_STRING (rest, "R08 R12 ");
}

UNIT_MAIN ("control", { "codes", test_codes }, { "lines", test_lines })
