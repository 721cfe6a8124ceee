#include "config.h"

#include "foreign.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
write_file (const char *folder, const char *name, const GString *text, GError **error)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    return g_file_set_contents (path, text->str, (gssize)text->len, error);
}

/* How one person types a number: as it is, with the X of the form, or with zeros before it. */
typedef enum {
    HABIT_PLAIN,
    HABIT_FILLER,
    HABIT_ZEROS,
} Habit;

static void
append_typed_cell (GenRandom *random, GString *text, gint cell, Habit habit)
{
    static const char *const blanks[] = { "-", "XXX", "" };
    char digits[8];
    g_string_append_c (text, ';');
    if (cell == GEN_UNREADABLE)
        g_string_append (text, "tidak terbaca");
    if (cell == GEN_BLANK)
        g_string_append (text, blanks[gen_random_below (random, (gint)G_N_ELEMENTS (blanks))]);
    if (cell < 0)
        return;
    gint n = g_snprintf (digits, sizeof digits, "%d", cell);
    for (; habit != HABIT_PLAIN && n < 3; n++)
        g_string_append_c (text, habit == HABIT_FILLER ? 'X' : '0');
    g_string_append (text, digits);
}

/* The habit changes from desa to desa: someone else takes over the keyboard. */
gboolean
gen_write_typed_table (GenElection *self, const char *folder, GError **error)
{
    const GenContest *contest = self->contest;
    g_autoptr (GString) text = g_string_new ("Kode TPS;Kecamatan;Desa/Kelurahan;TPS");
    for (guint field = 0; field < contest->n_boxes; field++)
        g_string_append_printf (text, ";%s", gen_contest_box (contest, field)->heading);
    g_string_append (text, "\r\n");
    const char *village = "";
    guint habit = HABIT_ZEROS;
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        if (!station->on_paper)
            continue;
        if (strcmp (station->village, village) != 0)
            habit = (habit + 1) % 3;
        village = station->village;
        g_string_append_printf (text, "%s;%s;%s;%03u", station->code, station->district, village,
                                station->number);
        for (guint field = 0; field < contest->n_boxes; field++)
            append_typed_cell (&self->random, text, station->paper[field], (Habit)habit);
        g_string_append (text, "\r\n");
    }
    return write_file (folder, "plano-ketikan.csv", text, error);
}

/* One member of an object: sometimes the number is a string. */
static void
append_member (GString *text, const char *key, gint cell, gboolean as_string)
{
    const char *quote = as_string ? "\"" : "";
    if (text->str[text->len - 1] != '{')
        g_string_append (text, ", ");
    if (cell < 0)
        g_string_append_printf (text, "\"%s\": null", key);
    else
        g_string_append_printf (text, "\"%s\": %s%d%s", key, quote, cell, quote);
}

static gboolean
is_shown (const GenContest *contest, guint field, gboolean votes)
{
    return gen_contest_box (contest, field)->sirekap != NULL &&
           gen_contest_is_votes (contest, field) == votes;
}

/* An object that is empty of numbers is null, or else {"null": null}. */
static void
append_object (GenElection *election, GString *text, const gint *cells, gboolean votes)
{
    const GenContest *contest = election->contest;
    GenRandom *random = &election->random;
    gboolean as_string = gen_random_one_in (random, 20);
    gboolean odd_key = votes && !gen_random_one_in (random, 3);
    gint first = gen_random_below (random, (gint)contest->n_boxes);
    guint n_numbers = 0;
    for (guint field = 0; field < contest->n_boxes; field++)
        n_numbers += is_shown (contest, field, votes) && cells[field] >= 0;
    if (n_numbers == 0) {
        g_string_append (text, odd_key ? "{\"null\": null}" : "null");
        return;
    }
    g_string_append_c (text, '{');
    if (odd_key)
        append_member (text, "null", GEN_BLANK, FALSE);
    for (gint i = 0; i < (gint)contest->n_boxes; i++) {
        guint field = (guint)((first + i) % (gint)contest->n_boxes);
        if (is_shown (contest, field, votes))
            append_member (text, gen_contest_box (contest, field)->sirekap, cells[field],
                           as_string);
    }
    g_string_append_c (text, '}');
}

static gboolean
has_numbers (const GenContest *contest, const gint *cells, gboolean votes)
{
    for (guint field = 0; field < contest->n_boxes; field++)
        if (is_shown (contest, field, votes) && cells[field] >= 0)
            return TRUE;
    return FALSE;
}

static void
append_document (GenElection *election, GString *text, const GenStation *station)
{
    GenRandom *random = &election->random;
    const GenContest *contest = election->contest;
    static const char *const images[] = { "[]", "[null, null]",
                                          "[\"https://contoh.invalid/c-hasil-1.jpg\", null]" };
    g_string_append (text, gen_random_one_in (random, 2) ? "{\"mode\": \"hhcw\", \"chart\": "
                                                         : "{\"chart\": ");
    append_object (election, text, station->digital, TRUE);
    g_string_append_printf (text, ", \"images\": %s, \"administrasi\": ",
                            images[gen_random_below (random, (gint)G_N_ELEMENTS (images))]);
    append_object (election, text, station->digital, FALSE);
    g_string_append_printf (text, ", \"psu\": %s",
                            gen_random_one_in (random, 15) ? "\"Reguler\"" : "null");
    /* One call a statement: the order of the arguments of a call is the compiler's. */
    gint day = gen_random_between (random, 15, 18);
    gint second = gen_random_below (random, 24 * 60 * 60);
    g_string_append_printf (text, ", \"ts\": \"2024-02-%02d %02d:%02d:%02d\"", day, second / 3600,
                            second / 60 % 60, second % 60);
    g_string_append_printf (text, ", \"status_suara\": %s, \"status_adm\": %s}\n",
                            has_numbers (contest, station->digital, TRUE) ? "true" : "false",
                            has_numbers (contest, station->digital, FALSE) ? "true" : "false");
}

gboolean
gen_write_documents (GenElection *self, const char *folder, GError **error)
{
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        if (!station->in_digital)
            continue;
        g_autofree char *tree =
            g_strdup_printf ("%s/sirekap/%.2s/%.4s/%.6s/%.10s", folder, station->code,
                             station->code, station->code, station->code);
        g_autofree char *name = g_strdup_printf ("%s.json", station->code);
        g_autoptr (GString) text = g_string_new (NULL);
        if (g_mkdir_with_parents (tree, 0777) != 0) {
            g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cannot make '%s'", tree);
            return FALSE;
        }
        append_document (self, text, station);
        if (!write_file (tree, name, text, error))
            return FALSE;
    }
    return TRUE;
}
