/* Makes up a presidential election, deterministic from its seed, for tests and samples. */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "election.h"
#include "fault.h"
#include "write.h"

static char *arg_seed = NULL;
static char *arg_villages = NULL;
static char *arg_stations = NULL;
static char *arg_special = NULL;
static char *arg_faults = NULL;
static char *arg_mistakes = NULL;
static char *arg_out = NULL;
static gboolean arg_damage = FALSE;
static gboolean arg_abroad = FALSE;
static gboolean arg_documents = FALSE;
static gboolean arg_typed = FALSE;

static const GOptionEntry options[] = {
    { "seed", 's', 0, G_OPTION_ARG_STRING, &arg_seed, "where chance begins (default 1)", "N" },
    { "desa", 'd', 0, G_OPTION_ARG_STRING, &arg_villages, "number of desa (default 3)", "N" },
    { "tps", 't', 0, G_OPTION_ARG_STRING, &arg_stations,
      "TPS of each desa, the last number for all that follow (default 10)", "N[,N...]" },
    { "special", 0, 0, G_OPTION_ARG_STRING, &arg_special, "desa with a TPS 901, from 1", "N" },
    { "faults", 'k', 0, G_OPTION_ARG_STRING, &arg_faults,
      "faults of each kind in Sirekap (default 0)", "N" },
    { "mistakes", 'm', 0, G_OPTION_ARG_STRING, &arg_mistakes,
      "mistakes of each kind on the plano (default 0)", "N" },
    { "damage", 0, 0, G_OPTION_ARG_NONE, &arg_damage, "spoil boxes of every plano", NULL },
    { "abroad", 0, 0, G_OPTION_ARG_NONE, &arg_abroad, "codes 91 and 99 as well", NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &arg_documents, "write Sirekap's documents too", NULL },
    { "typed", 0, 0, G_OPTION_ARG_NONE, &arg_typed, "write the plano as typed by hand too", NULL },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &arg_out, "folder to write to; is made", "DIR" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
};

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

static GenElection *
make_election (guint64 *ret_faults, guint64 *ret_mistakes, GError **error)
{
    guint64 seed = 1, n_villages = 3, special = 0;
    if (!parse_number (arg_seed, "seed", G_MAXUINT64, &seed, error) ||
        !parse_number (arg_villages, "desa", 999, &n_villages, error) ||
        !parse_number (arg_special, "special", n_villages, &special, error) ||
        !parse_number (arg_faults, "faults", 10000, ret_faults, error) ||
        !parse_number (arg_mistakes, "mistakes", 10000, ret_mistakes, error))
        return NULL;
    const char *stations = arg_stations != NULL ? arg_stations : "10";
    g_autofree gint *n_stations = parse_stations (stations, (guint)n_villages, error);
    if (n_stations == NULL)
        return NULL;
    GenElectionOptions election = { .seed = seed,
                                    .n_stations = n_stations,
                                    .n_villages = (guint)n_villages,
                                    .special = (gint)special - 1,
                                    .abroad = arg_abroad };
    return gen_election_new (&election);
}

static gboolean
write_all (GenElection *election, GError **error)
{
    return gen_write_paper_table (election, arg_out, error) &&
           gen_write_digital_table (election, arg_out, error) &&
           gen_write_register (election, arg_out, error) &&
           gen_write_key (election, arg_out, error) &&
           gen_write_paper_key (election, arg_out, error) &&
           gen_write_decisions (election, arg_out, error) &&
           (!arg_typed || gen_write_typed_table (election, arg_out, error)) &&
           (!arg_documents || gen_write_documents (election, arg_out, error));
}

static gboolean
run (GError **error)
{
    guint64 n_faults = 0, n_mistakes = 0;
    g_autoptr (GenElection) election = make_election (&n_faults, &n_mistakes, error);
    if (election == NULL)
        return FALSE;
    const char *kind = gen_plant_faults (election, (guint)n_faults);
    if (kind == NULL)
        kind = gen_plant_mistakes (election, (guint)n_mistakes);
    if (kind != NULL) {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                     "there are too few TPS: no room for '%s'", kind);
        return FALSE;
    }
    if (arg_damage)
        gen_damage (election);
    if (g_mkdir_with_parents (arg_out, 0777) != 0) {
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cannot make '%s'", arg_out);
        return FALSE;
    }
    return write_all (election, error);
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GOptionContext) context = g_option_context_new ("- make up an election");
    setlocale (LC_ALL, "");
    setlocale (LC_NUMERIC, "C");
    g_option_context_add_main_entries (context, options, NULL);
    gboolean done = g_option_context_parse (context, &argc, &argv, &error);
    if (done && (arg_out == NULL || argc > 1)) {
        done = FALSE;
        g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     "give --out DIR and no other arguments");
    }
    done = done && run (&error);
    if (!done)
        fprintf (stderr, "gen: %s\n", error->message);
    char **const texts[] = { &arg_seed,   &arg_villages, &arg_stations, &arg_special,
                             &arg_faults, &arg_mistakes, &arg_out };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (*texts[i]);
    return done ? EXIT_SUCCESS : 2;
}
