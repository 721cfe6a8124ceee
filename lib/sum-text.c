#include "config.h"

#include "sum-text.h"

static void
append_tallies (GString *out, const RecapForm *sum)
{
    static const char *const words[RECAP_N_TALLIES] = { "terdaftar", "masuk", "lengkap" };
    g_string_append (out, "TPS");
    for (guint i = 0; i < RECAP_N_TALLIES; i++) {
        if (sum->tallies[i] < 0)
            continue;
        g_string_append_printf (out, " %s ", words[i]);
        recap_cell_append_dotted (sum->tallies[i], out);
    }
    g_string_append_c (out, '\n');
}

void
recap_sum_write_text (const RecapForm *sum, const RecapSchema *schema, RecapSpool *spool)
{
    g_autoptr (GString) out = g_string_new (recap_spool_get_size (spool) > 0 ? "\n" : NULL);

    for (RecapKey key = RECAP_KEY_KONTES; key <= RECAP_KEY_DESA; key++) {
        RecapText text = sum->keys[key];
        g_autofree char *safe = recap_text_escape (text.bytes, text.size);
        if (text.size > 0)
            g_string_append_printf (out, "%s%s",
                                    key > RECAP_KEY_PROVINSI ? " / "
                                    : key > 0                ? " "
                                                             : "",
                                    safe);
    }
    g_string_append_c (out, '\n');
    append_tallies (out, sum);
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        const RecapField *field = recap_schema_get_field (schema, sum->contest, i);
        if (field == NULL || sum->cells[i] == RECAP_CELL_NOT_CARRIED)
            continue;
        g_autoptr (GString) number = g_string_new (NULL);
        recap_cell_append_dotted (sum->cells[i], number);
        g_string_append_printf (out, "  %-10s %-32s %15s\n", field->box, field->short_label,
                                number->str);
    }
    recap_spool_write (spool, out->str, out->len);
}
