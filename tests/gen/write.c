#include "config.h"

#include "write.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fault.h"

static gboolean
write_file (const char *folder, const char *name, const GString *text, GError **error)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    return g_file_set_contents (path, text->str, (gssize)text->len, error);
}

static void
append_cell (GString *text, gint cell)
{
    if (cell >= 0)
        g_string_append_printf (text, "%d", cell);
    else if (cell == GEN_UNREADABLE)
        g_string_append_c (text, '?');
}

static void
append_names (GString *text, const GenStation *station)
{
    g_string_append_printf (text, "%s,%s,%s,%s,%03u", station->province, station->regency,
                            station->district, station->village, station->number);
}

static void
append_table_head (GString *text, gboolean digital)
{
    g_string_append (text, "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,asal");
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        if (!digital || gen_fields[field].sirekap != NULL)
            g_string_append_printf (text, ",%s", gen_fields[field].name);
    g_string_append_c (text, '\n');
}

static void
append_table_row (GString *text, const GenStation *station, gboolean digital, guint line)
{
    g_string_append_printf (text, "ppwp,%s,%s,", station->code, digital ? "sirekap" : "plano");
    append_names (text, station);
    if (digital)
        g_string_append_printf (text, ",%s.json", station->code);
    else
        g_string_append_printf (text, ",plano.csv:%u", line);
    const gint *cells = digital ? station->digital : station->paper;
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        if (!digital || gen_fields[field].sirekap != NULL) {
            g_string_append_c (text, ',');
            append_cell (text, cells[field]);
        }
    g_string_append_c (text, '\n');
}

static gboolean
write_table (const GenElection *self, const char *folder, gboolean digital, GError **error)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint line = 1;
    append_table_head (text, digital);
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        if (digital ? station->in_digital : station->on_paper)
            append_table_row (text, station, digital, ++line);
    }
    return write_file (folder, digital ? "sirekap.csv" : "plano.csv", text, error);
}

gboolean
gen_write_paper_table (const GenElection *self, const char *folder, GError **error)
{
    return write_table (self, folder, FALSE, error);
}

gboolean
gen_write_digital_table (const GenElection *self, const char *folder, GError **error)
{
    return write_table (self, folder, TRUE, error);
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
    g_autoptr (GString) text = g_string_new ("Kode TPS;Kecamatan;Desa/Kelurahan;TPS");
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        g_string_append_printf (text, ";%s", gen_fields[field].heading);
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
        for (guint field = 0; field < GEN_N_FIELDS; field++)
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

/* An object that is empty of numbers is null, or else {"null": null}. */
static void
append_object (GenRandom *random, GString *text, const gint *cells, gboolean votes)
{
    gboolean as_string = gen_random_one_in (random, 20);
    gboolean odd_key = votes && !gen_random_one_in (random, 3);
    gint first = gen_random_below (random, GEN_N_FIELDS);
    guint n_numbers = 0;
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        n_numbers += gen_fields[field].sirekap != NULL && gen_field_is_votes (field) == votes &&
                     cells[field] >= 0;
    if (n_numbers == 0) {
        g_string_append (text, odd_key ? "{\"null\": null}" : "null");
        return;
    }
    g_string_append_c (text, '{');
    if (odd_key)
        append_member (text, "null", GEN_BLANK, FALSE);
    for (gint i = 0; i < GEN_N_FIELDS; i++) {
        guint field = (guint)((first + i) % GEN_N_FIELDS);
        if (gen_fields[field].sirekap != NULL && gen_field_is_votes (field) == votes)
            append_member (text, gen_fields[field].sirekap, cells[field], as_string);
    }
    g_string_append_c (text, '}');
}

static gboolean
has_numbers (const gint *cells, gboolean votes)
{
    for (guint field = 0; field < GEN_N_FIELDS; field++)
        if (gen_fields[field].sirekap != NULL && gen_field_is_votes (field) == votes &&
            cells[field] >= 0)
            return TRUE;
    return FALSE;
}

static void
append_document (GenRandom *random, GString *text, const GenStation *station)
{
    static const char *const images[] = { "[]", "[null, null]",
                                          "[\"https://contoh.invalid/c-hasil-1.jpg\", null]" };
    g_string_append (text, gen_random_one_in (random, 2) ? "{\"mode\": \"hhcw\", \"chart\": "
                                                         : "{\"chart\": ");
    append_object (random, text, station->digital, TRUE);
    g_string_append_printf (text, ", \"images\": %s, \"administrasi\": ",
                            images[gen_random_below (random, (gint)G_N_ELEMENTS (images))]);
    append_object (random, text, station->digital, FALSE);
    g_string_append_printf (text, ", \"psu\": %s",
                            gen_random_one_in (random, 15) ? "\"Reguler\"" : "null");
    /* One call a statement: the order of the arguments of a call is the compiler's. */
    gint day = gen_random_between (random, 15, 18);
    gint second = gen_random_below (random, 24 * 60 * 60);
    g_string_append_printf (text, ", \"ts\": \"2024-02-%02d %02d:%02d:%02d\"", day, second / 3600,
                            second / 60 % 60, second % 60);
    g_string_append_printf (text, ", \"status_suara\": %s, \"status_adm\": %s}\n",
                            has_numbers (station->digital, TRUE) ? "true" : "false",
                            has_numbers (station->digital, FALSE) ? "true" : "false");
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
        append_document (&self->random, text, station);
        if (!write_file (tree, name, text, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
gen_write_register (const GenElection *self, const char *folder, GError **error)
{
    g_autoptr (GString) text =
        g_string_new ("kode,provinsi,kabko,kecamatan,desa,tps,dpt_l,dpt_p\n");
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        if (!station->on_paper)
            continue;
        g_string_append_printf (text, "%s,", station->code);
        append_names (text, station);
        g_string_append_printf (text, ",%d,%d\n", station->sound[GEN_VOTERS_L],
                                station->sound[GEN_VOTERS_P]);
    }
    return write_file (folder, "register.csv", text, error);
}

static void
append_key_row (GString *text, const char *code, const char *field, gint a, gint b,
                const char *kind)
{
    g_string_append_printf (text, "ppwp,%s,%s,", code, field);
    append_cell (text, a);
    g_string_append_c (text, ',');
    append_cell (text, b);
    g_string_append_printf (text, ",%s\n", kind);
}

gboolean
gen_write_key (const GenElection *self, const char *folder, GError **error)
{
    g_autoptr (GString) text = g_string_new ("kontes,kode,isian,plano,sirekap,jenis\n");
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        const char *kind = station->fault != NULL ? station->fault : station->mistake;
        if (station->on_paper != station->in_digital) {
            append_key_row (text, station->code, "", GEN_BLANK, GEN_BLANK, kind);
            continue;
        }
        for (guint field = 0; field < GEN_N_FIELDS; field++)
            if (gen_fields[field].sirekap != NULL &&
                station->paper[field] != station->digital[field])
                append_key_row (text, station->code, gen_fields[field].name, station->paper[field],
                                station->digital[field], kind);
    }
    return write_file (folder, "kunci.csv", text, error);
}

gboolean
gen_write_paper_key (const GenElection *self, const char *folder, GError **error)
{
    g_autoptr (GString) text = g_string_new ("kontes,kode,isian,plano,seharusnya,jenis\n");
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        for (guint field = 0; station->mistake != NULL && field < GEN_N_FIELDS; field++)
            if (station->paper[field] != station->sound[field])
                append_key_row (text, station->code, gen_fields[field].name, station->paper[field],
                                station->sound[field], station->mistake);
    }
    return write_file (folder, "kunci-plano.csv", text, error);
}

static void
append_decision (GString *text, const GenStation *station, guint field, guint minute, guint event)
{
    gboolean mistake = station->paper[field] != station->sound[field];
    gboolean blank = station->paper[field] == GEN_BLANK;
    g_string_append_printf (text, "ppwp,%s,%s,", station->code, gen_fields[field].name);
    append_cell (text, station->paper[field]);
    g_string_append_c (text, ',');
    append_cell (text, station->sound[field]);
    g_string_append_printf (text, ",%s,%s,",
                            !mistake ? "plano"
                            : blank  ? "lainnya"
                                     : "hitung-ulang",
                            gen_fault_reason (mistake ? station->mistake : station->fault));
    if (mistake)
        g_string_append_printf (text, "%02u/KK/2024", event);
    g_string_append_printf (text, ",%s,2024-02-20T%02u:%02u\n",
                            mistake ? "PPK; Panwaslu; saksi 01; saksi 02; saksi 03"
                                    : "PPK; Panwaslu",
                            9 + minute / 60, minute % 60);
}

gboolean
gen_write_decisions (const GenElection *self, const char *folder, GError **error)
{
    static const char *const open[] = { "form-kosong", "administrasi-kosong", "suara-kosong",
                                        "isian-kosong", NULL };
    g_autoptr (GString) text = g_string_new (
        "kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu\n");
    guint minute = 0, event = 0;
    for (guint i = 0; i < self->stations->len; i++) {
        const GenStation *station = g_ptr_array_index (self->stations, i);
        event += station->mistake != NULL;
        gboolean skip = station->on_paper != station->in_digital ||
                        (station->fault != NULL && g_strv_contains (open, station->fault));
        for (guint field = 0; !skip && field < GEN_N_FIELDS; field++) {
            gboolean differs = gen_fields[field].sirekap != NULL &&
                               station->paper[field] != station->digital[field];
            if (differs || station->paper[field] != station->sound[field])
                append_decision (text, station, field, minute++ * 2, event);
        }
    }
    return write_file (folder, "decisions.csv", text, error);
}
