/* The fingerprint of forms, and of texts that have one. */
#include "fingerprint.h"
#include "unit.h"

/* Of nothing, as sha256sum has it. */
#define EMPTY_HEX "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define EMPTY_TEXT "e3b0 c442 98fc 1c14 9afb f4c8 996f b924 27ae 41e4 649b 934c a495 991b 7852 b855"

static void
test_format (void)
{
    char text[RECAP_FINGERPRINT_SIZE];
    recap_fingerprint_format (EMPTY_HEX, text);
    UNIT_STRING (text, EMPTY_TEXT);
}

static void
test_find (void)
{
    char found[RECAP_FINGERPRINT_SIZE] = "untouched";

    UNIT_FALSE (recap_fingerprint_find (recap_text (""), found));
    UNIT_FALSE (recap_fingerprint_find (recap_text (EMPTY_HEX), found));
    UNIT_FALSE (recap_fingerprint_find ((RecapText){ EMPTY_TEXT, 78 }, found));
    UNIT_STRING (found, "untouched");
    UNIT_TRUE (recap_fingerprint_find (recap_text ("Sidik e3b0: " EMPTY_TEXT "\nHalaman"), found));
    UNIT_STRING (found, EMPTY_TEXT);
    g_autofree char *wrapped = g_strdelimit (g_strdup (EMPTY_TEXT), " ", '\n');
    UNIT_TRUE (recap_fingerprint_find (recap_text (wrapped), found));
    UNIT_STRING (found, EMPTY_TEXT);
}

typedef struct {
    RecapContests *contests;
    RecapSchema *schema;
    RecapCell cells[2][3];
    RecapForm forms[2];
    char text[RECAP_FINGERPRINT_SIZE];
} Fixture;

/* Two forms; s02 is carried by none. */
static void
fixture_init (Fixture *self)
{
    static const char *const codes[] = { "3907122001001", "3907122001002" };

    self->contests = recap_contests_load (NULL, NULL);
    self->schema = recap_schema_new (self->contests);
    recap_schema_add (self->schema, recap_text ("s01"));
    recap_schema_add (self->schema, recap_text ("s02"));
    recap_schema_add (self->schema, recap_text ("suara_sah"));
    const RecapCell cells[2][3] = {
        { 65, RECAP_CELL_NOT_CARRIED, RECAP_CELL_UNREADABLE },
        { RECAP_CELL_BLANK, RECAP_CELL_NOT_CARRIED, 155 },
    };
    memcpy (self->cells, cells, sizeof cells);
    for (guint i = 0; i < 2; i++) {
        self->forms[i] =
            (RecapForm){ .contest = recap_contests_find (self->contests, recap_text ("ppwp")),
                         .cells = self->cells[i],
                         .file = "t.csv",
                         .line = i + 2 };
        for (RecapKey key = 0; key < RECAP_N_KEYS; key++)
            self->forms[i].keys[key] = RECAP_TEXT_EMPTY;
        self->forms[i].keys[RECAP_KEY_KODE] = recap_text (codes[i]);
        self->forms[i].keys[RECAP_KEY_DESA] = recap_text ("RANDU, ASRI");
    }
}

static void
fixture_clear (Fixture *self)
{
    recap_schema_free (self->schema);
    recap_contests_free (self->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static const char *
make (Fixture *self, guint n_forms)
{
    const RecapForm *forms[] = { &self->forms[0], &self->forms[1] };
    recap_fingerprint_forms (self->schema, forms, n_forms, self->text);
    return self->text;
}

/* The SHA-256 of @csv in blocks; owned by the caller. */
static char *
digest (const char *csv)
{
    char text[RECAP_FINGERPRINT_SIZE];
    g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, csv, -1);
    recap_fingerprint_format (hex, text);
    return g_strdup (text);
}

static void
test_forms (void)
{
    g_auto (Fixture) fixture = { 0 };
    g_autofree char *both = digest ("kontes,kode,s01,suara_sah\n"
                                    "ppwp,3907122001001,65,?\n"
                                    "ppwp,3907122001002,,155\n");
    g_autofree char *carried = digest ("kontes,kode,s01,s02,suara_sah\n"
                                       "ppwp,3907122001001,65,,?\n"
                                       "ppwp,3907122001002,,,155\n");
    g_autofree char *none = digest ("kontes,kode\n");

    fixture_init (&fixture);
    UNIT_STRING (make (&fixture, 2), both);
    UNIT_STRING (make (&fixture, 0), none);
    fixture.forms[1].keys[RECAP_KEY_SUMBER] = recap_text ("final");
    fixture.forms[1].keys[RECAP_KEY_ASAL] = recap_text ("a.csv:7");
    fixture.forms[1].line = 99;
    UNIT_STRING (make (&fixture, 2), both);
    fixture.cells[0][1] = RECAP_CELL_BLANK;
    UNIT_STRING (make (&fixture, 2), carried);
}

UNIT_MAIN ("fingerprint", { "format", test_format }, { "find", test_find }, { "forms", test_forms })
