/* The log of decisions: its chain, what is added to it and what is found out. */
#include "decision-log.h"
#include "unit.h"

#define BEFORE_RULE "kontes,kode,provinsi,kabko,kecamatan,desa,tps,isian,"
#define BEHIND_RULE                                                                                \
    "semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu,asal,asal_keputusan,sebelumnya\n"
static const char header[] = BEFORE_RULE "aturan," BEHIND_RULE;

static void
add (RecapDecisionLog *log, const char *isian, RecapCell menjadi, const char *alasan)
{
    RecapForm form = { .file = "plano.csv", .line = 2 };
    const RecapDecision decision = { .kontes = "ppwp",
                                     .kode = "3907122001001",
                                     .isian = isian,
                                     .semula = RECAP_CELL_BLANK,
                                     .menjadi = menjadi,
                                     .aturan = "R27",
                                     .dasar = "plano",
                                     .alasan = alasan,
                                     .kejadian_khusus = "",
                                     .disetujui = "PPK",
                                     .waktu = "",
                                     .file = "d.csv",
                                     .line = 7 };
    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    form.keys[RECAP_KEY_DESA] = recap_text ("RANDU, ASRI");
    recap_decision_log_add (log, &decision, &form);
}

/* A log of three lines. */
static RecapDecisionLog *
make_log (void)
{
    RecapDecisionLog *log = recap_decision_log_new ();
    add (log, "s01", 1, "satu");
    add (log, "s02", 2, "dua,\n\"2\"");
    add (log, "s03", RECAP_CELL_UNREADABLE, "=tiga");
    return log;
}

static char *
read_file (const char *path)
{
    char *text = NULL;
    UNIT_TRUE (g_file_get_contents (path, &text, NULL, NULL));
    return text;
}

/* The chain as anybody can follow it: SHA-256 of each line without its end. */
static void
test_chain (void)
{
    g_autoptr (RecapDecisionLog) log = make_log ();
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_decision_log_write (log, spool);
    g_autofree char *text = recap_spool_to_string (spool, NULL);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    UNIT_INT (g_strv_length (lines), 5);
    UNIT_TRUE (g_str_has_prefix (text, header));
    UNIT_STRING (lines[1],
                 "ppwp,3907122001001,,,,\"RANDU, ASRI\",,s01,,,1,plano,satu,,PPK,,plano.csv:2,"
                 "d.csv:7,"
                 "0000000000000000000000000000000000000000000000000000000000000000");
    for (guint i = 2; i <= 3; i++) {
        g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines[i - 1], -1);
        UNIT_TRUE (g_str_has_suffix (lines[i], hash));
    }
    UNIT_TRUE (strstr (lines[2], ",\"dua, \"\"2\"\"\",") != NULL);
    UNIT_TRUE (strstr (lines[3], ",?,plano,'=tiga,") != NULL);
    UNIT_STRING (lines[4], "");
}

static void
test_append (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = make_log ();
    RecapDecisionLogState state;
    char *path = unit_write ("", 0);

    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    UNIT_INT (state.n_added, 3);
    UNIT_INT (state.n_known, 0);
    g_autofree char *first = read_file (path);

    /* Nothing new: not a byte changes. */
    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    UNIT_INT (state.n_added, 0);
    UNIT_INT (state.n_known, 3);
    UNIT_INT (state.n_lines, 3);
    g_autofree char *second = read_file (path);
    UNIT_STRING (second, first);

    /* The same words a second time in one run are a second decision. */
    recap_decision_log_clear (log);
    add (log, "s01", 1, "satu");
    add (log, "s01", 1, "satu");
    add (log, "s01", 9, "satu");
    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    UNIT_INT (state.n_added, 2);
    UNIT_INT (state.n_known, 1);
    g_autofree char *third = read_file (path);
    UNIT_TRUE (g_str_has_prefix (third, first));

    RecapDecisionLogState verified;
    UNIT_TRUE (recap_decision_log_verify (path, &verified, &error));
    UNIT_INT (verified.n_lines, 5);
    UNIT_STRING (verified.last, state.last);
    unit_remove (path);
}

/* A log from before rules stood in it holds and goes on as it is; what it has is known. */
static void
test_old (void)
{
    static const char known[] = "ppwp,3907122001001,,,,\"RANDU, ASRI\",,,,,plano,satu,,PPK,,"
                                "plano.csv:2,d.csv:7,"
                                "0000000000000000000000000000000000000000000000000000000000000000";
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = recap_decision_log_new ();
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, known, -1);
    g_autofree char *before = g_strdup_printf ("%s%s\n", BEFORE_RULE BEHIND_RULE, known);
    g_autofree char *expected = g_strdup_printf (
        "%sppwp,3907122001001,,,,\"RANDU, ASRI\",,,,,plano,\"d\"\"u,a\",,PPK,,plano.csv:2,d.csv:7,"
        "%s\n",
        before, hash);
    RecapDecisionLogState state;
    char *path = unit_write (before, -1);

    add (log, "", RECAP_CELL_BLANK, "satu");
    add (log, "", RECAP_CELL_BLANK, "d\"u,a");
    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    UNIT_NO_ERROR (&error);
    UNIT_INT (state.n_known, 1);
    UNIT_INT (state.n_added, 1);
    g_autofree char *after = read_file (path);
    UNIT_STRING (after, expected);
    UNIT_TRUE (recap_decision_log_verify (path, &state, &error));
    UNIT_INT (state.n_lines, 2);
    unit_remove (path);
}

/* Notes of two findings about one form, in the same words, are two decisions. */
static void
test_rules (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = recap_decision_log_new ();
    RecapForm form = { .file = "plano.csv", .line = 2 };
    RecapDecision decision = { .kontes = "ppwp",
                               .kode = "1",
                               .isian = "",
                               .semula = RECAP_CELL_BLANK,
                               .menjadi = RECAP_CELL_BLANK,
                               .dasar = "plano",
                               .alasan = "",
                               .kejadian_khusus = "",
                               .disetujui = "",
                               .waktu = "",
                               .aturan = "R27",
                               .file = "d.csv" };
    RecapDecisionLogState state;
    char *path = unit_write ("", 0);

    for (guint i = 0; i < RECAP_N_KEYS; i++)
        form.keys[i] = RECAP_TEXT_EMPTY;
    recap_decision_log_add (log, &decision, &form);
    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    decision.aturan = "R30";
    recap_decision_log_add (log, &decision, &form);
    UNIT_TRUE (recap_decision_log_append (log, path, &state, &error));
    UNIT_INT (state.n_known, 1);
    UNIT_INT (state.n_added, 1);
    g_autofree char *text = read_file (path);
    UNIT_TRUE (strstr (text, "\nppwp,1,,,,,,,R30,,,plano,") != NULL);
    unit_remove (path);
}

/* Checks that the log @text does not hold, where and why. */
static void
check_bad (const char *text, guint64 line, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = make_log ();
    RecapDecisionLogState state;
    char *path = unit_write (text, -1);

    UNIT_FALSE (recap_decision_log_verify (path, &state, &error));
    UNIT_INT (recap_error_get_origin (error)->line, line);
    UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, message);
    if (*text != '\0') {
        UNIT_FALSE (recap_decision_log_append (log, path, &state, &error));
        UNIT_ERROR (&error, RECAP_ERROR_SCHEMA, message);
        g_autofree char *after = read_file (path);
        UNIT_STRING (after, text);
    }
    unit_remove (path);
}

static void
test_bad (void)
{
    static const char broken[] = "the line does not follow the one before it: that was changed, or "
                                 "lines are missing between them";
    g_autoptr (RecapDecisionLog) log = make_log ();
    g_autoptr (RecapSpool) spool = recap_spool_new ();
    recap_decision_log_write (log, spool);
    g_autofree char *text = recap_spool_to_string (spool, NULL);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_autofree char *changed = g_strdup (text);
    *strstr (changed, "satu") = 'S';
    g_autofree char *removed = g_strconcat (lines[0], "\n", lines[1], "\n", lines[3], "\n", NULL);
    g_autofree char *beheaded = g_strconcat (lines[0], "\n", lines[2], "\n", NULL);
    g_autofree char *inserted =
        g_strconcat (lines[0], "\n", lines[1], "\n\n", lines[2], "\n", NULL);
    g_autofree char *cut = g_strndup (text, strlen (text) - 1);

    check_bad (changed, 3, broken);
    check_bad (removed, 3, broken);
    check_bad (beheaded, 2, "the first line follows another one: lines are missing");
    check_bad (inserted, 3, "this line is none of a log");
    check_bad (cut, 4, "the last line is cut off");
    check_bad ("kontes,kode\n", 1, "this is no log whose lines follow each other");
    check_bad ("", 1, "the file is empty");
}

static void
test_io (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RecapDecisionLog) log = make_log ();
    RecapDecisionLogState state;

    UNIT_FALSE (recap_decision_log_verify ("/no/such/log.csv", &state, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    UNIT_FALSE (recap_decision_log_append (log, "/no/such/log.csv", &state, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    UNIT_FALSE (recap_decision_log_append (log, "/dev/full", &state, &error));
    UNIT_TRUE (g_error_matches (error, RECAP_ERROR, RECAP_ERROR_IO));
    g_clear_error (&error);
    UNIT_TRUE (recap_decision_log_append (log, "/dev/null", &state, &error));
    UNIT_INT (state.n_added, 3);
}

UNIT_MAIN ("decision-log", { "chain", test_chain }, { "append", test_append }, { "old", test_old },
           { "rules", test_rules }, { "bad", test_bad }, { "io", test_io })
