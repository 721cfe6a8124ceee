/* Lists of candidates: who an identifier is, and who stands where. */
#include "candidates.h"
#include "unit.h"

typedef struct {
    RecapContests *contests;
    RecapCandidates *candidates;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
    recap_candidates_free (fixture->candidates);
    recap_contests_free (fixture->contests);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Loads the lists @first and @second (NULL: none) for @contest. */
static Fixture
fixture_new (const char *contest, const char *first, const char *second, GError **error)
{
    Fixture fixture = { .contests = recap_contests_load (NULL, NULL) };
    char *paths[] = { unit_write (first, -1), second != NULL ? unit_write (second, -1) : NULL,
                      NULL };

    fixture.candidates =
        recap_candidates_load (recap_contests_find (fixture.contests, recap_text (contest)),
                               (const char *const *)paths, error);
    for (guint i = 0; paths[i] != NULL; i++)
        unit_remove (paths[i]);
    return fixture;
}

static void
test_regions (void)
{
    g_autoptr (GError) error = NULL;
    g_auto (Fixture) fixture =
        fixture_new ("pkwkk",
                     "{\"3299\":{\"11\":{\"ts\":\"x\",\"nama\":\"SATU\",\"nomor_urut\":1},"
                     "\"12\":{\"nama\":\"KOLOM KOSONG - \",\"nomor_urut\":2}},\"3298\":{}}",
                     "{\"3297\":{\"13\":{\"nama\":\"TIGA\",\"nomor_urut\":\"3\"}}}", &error);
    UNIT_NO_ERROR (&error);

    const RecapCandidate *empty = recap_candidates_find (fixture.candidates, recap_text ("12"));
    UNIT_TRUE (empty != NULL);
    UNIT_STRING (empty->field->name, "s02");
    UNIT_STRING (empty->ballot->region, "3299");
    UNIT_INT (empty->ballot->fields->len, 2);
    UNIT_STRING (recap_ballot_get_name (empty->ballot, empty->field), "KOLOM KOSONG - ");
    UNIT_TRUE (recap_ballot_get_name (empty->ballot, NULL) == NULL);
    UNIT_TRUE (recap_candidates_get_party_name (fixture.candidates, 1) == NULL);
    UNIT_STRING (recap_candidates_get_contestant_name (fixture.candidates, empty->ballot, 2),
                 "KOLOM KOSONG - ");
    UNIT_TRUE (recap_candidates_get_contestant_name (fixture.candidates, NULL, 2) == NULL);
    UNIT_TRUE (recap_candidates_find (fixture.candidates, recap_text ("1")) == NULL);
    UNIT_TRUE (recap_candidates_has_ballots (fixture.candidates));
    UNIT_TRUE (recap_candidates_find_ballot (fixture.candidates, recap_text ("3299011001001")) ==
               empty->ballot);
    UNIT_TRUE (recap_candidates_find_ballot (fixture.candidates, recap_text ("3298011001001")) ==
               NULL);
    UNIT_TRUE (recap_candidates_find_ballot (fixture.candidates, recap_text ("32")) == NULL);
}

static void
test_parties (void)
{
    g_autoptr (GError) error = NULL;
    /* The list of parties comes last and still says their numbers. */
    g_auto (Fixture) fixture = fixture_new (
        "pdprdk", "{\"9\":{\"11\":{\"nama\":\"SATU\",\"nomor_urut\":3}}}",
        "{\"9\":{\"id_partai\":9,\"is_aceh\":false,\"nama\":\"PARTAI\",\"nomor_urut\":24}}",
        &error);
    UNIT_NO_ERROR (&error);

    const RecapCandidate *candidate = recap_candidates_find (fixture.candidates, recap_text ("11"));
    UNIT_TRUE (candidate != NULL);
    UNIT_STRING (candidate->field->name, "p24_03");
    UNIT_INT (candidate->ballot->fields->len, 3);
    UNIT_INT (recap_candidates_find_party (fixture.candidates, recap_text ("9")), 24);
    UNIT_INT (recap_candidates_find_party (fixture.candidates, recap_text ("24")), 0);
    /* The only ballot without a region is that of everybody. */
    UNIT_TRUE (recap_candidates_find_ballot (fixture.candidates, recap_text ("3299011001001")) ==
               candidate->ballot);
}

static void
test_errors (void)
{
    static const struct {
        const char *contest, *first, *second, *message;
    } cases[] = {
        { "pdpd", "[]", NULL, "not a list of candidates or parties" },
        { "pdpd", "{}", NULL, "not a list of candidates or parties" },
        { "pdpd", "{\"1\":{\"nama\":\"A\",\"nomor_urut\":81}}", NULL,
          "contest 'pdpd' has no ballot number 81" },
        { "pdpd", "{\"1\":{\"nama\":\"A\",\"nomor_urut\":0}}", NULL,
          "'0' is not a ballot number (key 'nomor_urut')" },
        { "pdpr", "{\"1\":{\"1\":{\"nomor_urut\":99}}}", NULL,
          "contest 'pdpr' has no candidate 99 of party 1" },
        { "pdpr", "{\"7\":{\"id_partai\":7,\"nomor_urut\":1}}",
          "{\"7\":{\"id_partai\":7,\"nomor_urut\":2}}",
          "party '7' has number 2 here and 1 in another list" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_auto (Fixture) fixture =
            fixture_new (cases[i].contest, cases[i].first, cases[i].second, &error);
        UNIT_TRUE (fixture.candidates == NULL);
        UNIT_STRING (error != NULL ? error->message : NULL, cases[i].message);
    }
}

UNIT_MAIN ("candidates", { "regions", test_regions }, { "parties", test_parties },
           { "errors", test_errors })
