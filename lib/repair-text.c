#include "config.h"

#include <inttypes.h>

#include "repair-rank.h"

/* Changes that one sentence names, unless the first correction has more. */
enum { SHOWN_MAX = 6 };

/* 'V.A 216 menjadi 217 (angka 7 terbaca 6)'; with a choice of values 'V.B 3 menjadi 0 sampai 9,
 * misalnya 2 (angka 2 terbaca 3)'. */
static void
describe_change (const RecapChange *change, const RecapForm *form, const char *box, GString *out)
{
    RecapCell cell = form->cells[change->box];

    g_string_append_printf (out, "%s ", box);
    recap_cell_append (cell, out);
    g_string_append_printf (out, " menjadi %" PRId64, change->low);
    if (change->high > change->low)
        g_string_append_printf (out, " sampai %" PRId64, change->high);
    if (change->way.cause == NULL)
        return;
    if (change->high > change->low)
        g_string_append_printf (out, ", misalnya %" PRId64, change->likely);
    g_string_append_printf (out, " (%s)", change->way.detail);
}

void
recap_repair_describe (const RecapRepair *repair, const RecapForm *form, const RecapSchema *schema,
                       GString *out)
{
    guint n_shown = 0;
    guint n_changes = 0;

    if (repair->n_kept == 0) {
        g_string_append (out, repair->complete
                                  ? "Tidak ada perubahan pada 1 sampai 4 isian yang cukup."
                                  : "Terlalu banyak kemungkinan perubahan untuk diperiksa.");
        return;
    }
    g_string_append (out, repair->alone ? "Perubahan terkecil yang memenuhi semua rumus: "
                                        : "Perubahan terkecil yang memenuhi rumus ini tanpa "
                                          "melanggar rumus lain: ");
    for (; n_shown < repair->n_kept; n_shown++) {
        const RecapCorrection *correction = &repair->kept[n_shown];
        const RecapCorrection *before = n_shown > 0 ? correction - 1 : NULL;
        n_changes += correction->n_changes;
        if (before != NULL &&
            (n_changes > SHOWN_MAX || (recap_correction_is_explained (before) &&
                                       !recap_correction_is_explained (correction))))
            break;
        if (before != NULL)
            g_string_append (out, before->weight == correction->weight ? "; sama mungkin: "
                                                                       : "; kurang mungkin: ");
        for (guint i = 0; i < correction->n_changes; i++) {
            const RecapChange *change = &correction->changes[i];
            const RecapField *field = recap_schema_get_field (schema, form->contest, change->box);
            if (i > 0)
                g_string_append (out, " dan ");
            describe_change (change, form, field->box, out);
        }
    }
    if (n_shown < repair->n_found)
        g_string_append_printf (out, "; dan %u kemungkinan lain", repair->n_found - n_shown);
    g_string_append (out, repair->complete ? "." : "; pencarian dibatasi.");
}
