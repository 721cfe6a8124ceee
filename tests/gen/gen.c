/* Makes up elections of any contest, deterministic from their seeds, with faults whose answers are
 * known: for tests and samples. */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "election.h"
#include "fault.h"
#include "foreign.h"
#include "write.h"

static char *arg_contest = NULL;
static char *arg_contestants = NULL;
static char *arg_seed = NULL;
static char *arg_seeds = NULL;
static char *arg_villages = NULL;
static char *arg_stations = NULL;
static char *arg_special = NULL;
static char *arg_faults = NULL;
static char *arg_mistakes = NULL;
static char *arg_named = NULL;
static char *arg_pattern = NULL;
static char *arg_out = NULL;
static gboolean arg_aceh = FALSE;
static gboolean arg_damage = FALSE;
static gboolean arg_abroad = FALSE;
static gboolean arg_documents = FALSE;
static gboolean arg_typed = FALSE;
static gboolean arg_list = FALSE;

static const GOptionEntry options[] = {
    { "contest", 'c', 0, G_OPTION_ARG_STRING, &arg_contest, "its code (default ppwp)", "CODE" },
    { "contestants", 'n', 0, G_OPTION_ARG_STRING, &arg_contestants,
      "pairs or candidates; of a party at most so many", "N" },
    { "aceh", 0, 0, G_OPTION_ARG_NONE, &arg_aceh, "24 parties instead of 18", NULL },
    { "seed", 's', 0, G_OPTION_ARG_STRING, &arg_seed, "where chance begins (default 1)", "N" },
    { "seeds", 0, 0, G_OPTION_ARG_STRING, &arg_seeds,
      "elections side by side, with this seed and those after it (default 1)", "N" },
    { "desa", 'd', 0, G_OPTION_ARG_STRING, &arg_villages, "number of desa (default 3)", "N" },
    { "tps", 't', 0, G_OPTION_ARG_STRING, &arg_stations,
      "TPS of each desa, the last number for all that follow (default 10)", "N[,N...]" },
    { "special", 0, 0, G_OPTION_ARG_STRING, &arg_special, "desa with a TPS 901, from 1", "N" },
    { "faults", 'k', 0, G_OPTION_ARG_STRING, &arg_faults,
      "faults of each kind in Sirekap (default 0)", "N" },
    { "mistakes", 'm', 0, G_OPTION_ARG_STRING, &arg_mistakes,
      "mistakes of each kind on the plano (default 0)", "N" },
    { "fault", 'f', 0, G_OPTION_ARG_STRING, &arg_named,
      "so many faults or mistakes of these kinds; kind 'acak': of kinds drawn by lot",
      "KIND=N[,KIND=N...]" },
    { "pattern", 0, 0, G_OPTION_ARG_STRING, &arg_pattern,
      "for kind 'pola': the TPS it has, and the votes of each", "TPS,VOTES" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &arg_list, "print the kinds", NULL },
    { "damage", 0, 0, G_OPTION_ARG_NONE, &arg_damage, "spoil boxes of every plano", NULL },
    { "abroad", 0, 0, G_OPTION_ARG_NONE, &arg_abroad, "codes 91 and 99 as well", NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &arg_documents, "write Sirekap's documents too", NULL },
    { "typed", 0, 0, G_OPTION_ARG_NONE, &arg_typed, "write the plano as typed by hand too", NULL },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &arg_out, "folder to write to; is made", "DIR" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* What is made, from the options. */
typedef struct {
    guint64 contestants, seed, n_seeds, n_villages, special, n_faults, n_mistakes;
    guint64 n_shifted, votes_shifted;
    gint *n_stations;
    GenContest *contest;
} Plan;

static gboolean
parse_number (const char *text, const char *name, guint64 high, guint64 *ret_number, GError **error)
{
    if (text == NULL)
        return TRUE;
    if (g_ascii_string_to_unsigned (text, 10, 0, high, ret_number, error))
        return TRUE;
    g_prefix_error (error, "--%s: ", name);
    return FALSE;
}

/* Returns: the number of TPS of each of @n_villages desa, owned by the caller, or NULL. */
static gint *
parse_stations (const char *text, guint n_villages, GError **error)
{
    g_autofree gint *result = g_new (gint, MAX (n_villages, 1));
    g_auto (GStrv) numbers = g_strsplit (text, ",", -1);
    guint n_numbers = g_strv_length (numbers);
    for (guint i = 0; i < n_villages; i++) {
        guint64 number = 0;
        const char *word = n_numbers == 0 ? "" : numbers[MIN (i, n_numbers - 1)];
        if (!parse_number (word, "tps", 899, &number, error))
            return NULL;
        result[i] = (gint)number;
    }
    return g_steal_pointer (&result);
}

static gboolean
parse_pattern (Plan *plan, GError **error)
{
    if (arg_pattern == NULL)
        return TRUE;
    g_auto (GStrv) numbers = g_strsplit (arg_pattern, ",", 2);
    return parse_number (numbers[0], "pattern", 10000, &plan->n_shifted, error) &&
           parse_number (numbers[1], "pattern", 99, &plan->votes_shifted, error);
}

static gboolean
refuse (GError **error, const char *why)
{
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, why);
    return FALSE;
}

static gboolean
make_plan (Plan *plan, GError **error)
{
    const char *code = arg_contest != NULL ? arg_contest : "ppwp";
    if (!parse_number (arg_contestants, "contestants", 80, &plan->contestants, error) ||
        !parse_number (arg_seed, "seed", G_MAXUINT64, &plan->seed, error) ||
        !parse_number (arg_seeds, "seeds", 14 * 89, &plan->n_seeds, error) ||
        !parse_number (arg_villages, "desa", 999, &plan->n_villages, error) ||
        !parse_number (arg_special, "special", plan->n_villages, &plan->special, error) ||
        !parse_number (arg_faults, "faults", 10000, &plan->n_faults, error) ||
        !parse_number (arg_mistakes, "mistakes", 10000, &plan->n_mistakes, error) ||
        !parse_pattern (plan, error))
        return FALSE;
    plan->contest = gen_contest_new (code, (guint)plan->contestants, arg_aceh);
    if (plan->contest == NULL)
        return refuse (error, "there is no such contest, or not with so many contestants");
    if ((arg_documents || arg_typed) && (!g_str_equal (code, "ppwp") || plan->n_seeds > 1))
        return refuse (error, "--json and --typed are for one presidential election");
    plan->n_stations =
        parse_stations (arg_stations != NULL ? arg_stations : "10", (guint)plan->n_villages, error);
    return plan->n_stations != NULL;
}

static gboolean
plant_named (GenElection *election, GError **error)
{
    g_auto (GStrv) kinds = g_strsplit (arg_named != NULL ? arg_named : "", ",", -1);
    for (guint i = 0; kinds[i] != NULL; i++) {
        guint64 n = 1;
        char *equals = strchr (kinds[i], '=');
        if (equals != NULL)
            *equals = '\0';
        if (equals != NULL && !parse_number (equals + 1, "fault", 10000, &n, error))
            return FALSE;
        if (g_str_equal (kinds[i], "acak")) {
            gen_plant_random (election, (guint)n);
            continue;
        }
        for (guint64 k = 0; k < n; k++)
            if (!gen_plant_named (election, kinds[i])) {
                g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                             "no TPS is left for a fault of kind '%s', if there is one", kinds[i]);
                return FALSE;
            }
    }
    return TRUE;
}

static gboolean
plant_all (GenElection *election, const Plan *plan, GError **error)
{
    const char *kind = gen_plant_faults (election, (guint)plan->n_faults);
    if (kind == NULL)
        kind = gen_plant_mistakes (election, (guint)plan->n_mistakes);
    if (kind != NULL) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                     "there are too few TPS: no room for '%s'", kind);
        return FALSE;
    }
    if (!plant_named (election, error))
        return FALSE;
    if (arg_damage)
        gen_damage (election);
    return TRUE;
}

static gboolean
make_elections (const Plan *plan, GError **error)
{
    g_autoptr (GenFiles) files = gen_files_new (plan->contest);
    GenElectionOptions choice = { .contest = plan->contest,
                                  .n_stations = plan->n_stations,
                                  .n_villages = (guint)plan->n_villages,
                                  .special = (gint)plan->special - 1,
                                  .abroad = arg_abroad,
                                  .n_side = (guint)plan->n_seeds,
                                  .shift.votes = (gint)plan->votes_shifted,
                                  .n_shifted = (guint)plan->n_shifted };
    for (guint i = 0; i < plan->n_seeds; i++) {
        choice.seed = plan->seed + i;
        choice.index = i;
        g_autoptr (GenElection) election = gen_election_new (&choice);
        if (!plant_all (election, plan, error))
            return FALSE;
        gen_files_add (files, election);
        if ((arg_typed && !gen_write_typed_table (election, arg_out, error)) ||
            (arg_documents && !gen_write_documents (election, arg_out, error)))
            return FALSE;
    }
    return gen_files_write (files, arg_out, error);
}

static gboolean
run (GError **error)
{
    Plan plan = { .seed = 1, .n_seeds = 1, .n_villages = 3 };
    gboolean done = make_plan (&plan, error);
    if (done && g_mkdir_with_parents (arg_out, 0777) != 0) {
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cannot make '%s'", arg_out);
        done = FALSE;
    }
    done = done && make_elections (&plan, error);
    g_clear_pointer (&plan.contest, gen_contest_free);
    g_free (plan.n_stations);
    return done;
}

static void
list_kinds (void)
{
    const GenFaultInfo *info;
    for (guint i = 0; (info = gen_fault_get (i)) != NULL; i++)
        printf ("%-26s %s\n", info->name, info->reason);
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new ("- make up elections");
    setlocale (LC_ALL, "");
    setlocale (LC_NUMERIC, "C");
    g_option_context_add_main_entries (context, options, NULL);
    gboolean done = g_option_context_parse (context, &argc, &argv, &error);
    if (done && arg_list)
        list_kinds ();
    else if (done && (arg_out == NULL || argc > 1))
        done = refuse (&error, "give --out DIR and no other arguments");
    else
        done = done && run (&error);
    if (!done)
        fprintf (stderr, "gen: %s\n", error->message);
    char **const texts[] = { &arg_contest,  &arg_contestants, &arg_seed,    &arg_seeds,
                             &arg_villages, &arg_stations,    &arg_special, &arg_faults,
                             &arg_mistakes, &arg_named,       &arg_pattern, &arg_out };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (*texts[i]);
    return done ? EXIT_SUCCESS : 2;
}
