/* Checks tables in files, for the tests of the parts of recap_check_run(). */
#pragma once

#include "check.h"

#include "tables-fixture.h"

/* What check_tables() is given beside the tables. */
typedef struct {
    const char *rules;        /* NULL, or what replaces rules */
    const char *const *codes; /* NULL, or the TPS of the register */
    gboolean all;
    gboolean notes; /* show keterangan and asal */
} CheckFixture;

/* Checks the tables with the texts @a and @b (may be NULL).
 *
 * Returns: the findings as text, a line each, and then the error; owned by the caller. */
static inline char *
check_tables (const CheckFixture *self, const char *a, const char *b)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapContests) contests = recap_contests_load (NULL, &error);
    g_autoptr (RecapRegister) stations = NULL;
    FixtureFindings findings = { g_string_new (NULL), self->notes, 0 };

    for (guint i = 0; self->codes != NULL && self->codes[i] != NULL; i++) {
        RecapStation station = { self->codes[i],   "",   "", "", "", "", RECAP_CELL_BLANK,
                                 RECAP_CELL_BLANK, i + 2 };
        if (stations == NULL)
            stations = recap_register_new ("r.csv");
        recap_register_add (stations, &station);
    }
    if (stations != NULL)
        UNIT_TRUE (recap_register_sort (stations, &error));
    fixture_write ("r.conf", self->rules != NULL ? self->rules : "");
    g_autoptr (RecapRules) rules = recap_rules_load ("r.conf", &error);
    UNIT_NO_ERROR (&error);
    g_autoptr (RecapTables) tables = fixture_tables (contests, &error, a, b, NULL);
    UNIT_NO_ERROR (&error);
    const RecapCheckOptions options = { rules, stations, self->all };
    if (!recap_check_run (tables, &options, fixture_take_finding, fixture_reset_findings, &findings,
                          NULL, &error))
        g_string_append_printf (findings.text, "error: %s\n", error->message);
    return g_string_free (findings.text, FALSE);
}

/* Checks that the tables @a and @b give just @expected. */
#define UNIT_CHECK(fixture, a, b, expected)                                                        \
    do {                                                                                           \
        g_autofree char *found_ = check_tables (fixture, a, b);                                    \
        UNIT_STRING (found_, expected);                                                            \
    } while (0)
