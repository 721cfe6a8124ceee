#include "config.h"

#include "check-cause.h"

#include "repair.h"

struct _RecapCheckCauses {
    const RecapSchema *schema;
    RecapMisreads *misreads; /* NULL until a form is broken */
    GHashTable *repairers;   /* RecapRepairer, of RecapCheckFormulas */
    const RecapCheckFormulas
        *formulas; /* of the form that the repairer of these has looked at; or NULL */
};

static void
free_repairer (gpointer repairer)
{
    recap_repairer_free (repairer);
}

RecapCheckCauses *
recap_check_causes_new (const RecapSchema *schema)
{
    RecapCheckCauses *self = g_new0 (RecapCheckCauses, 1);
    self->schema = schema;
    self->repairers = g_hash_table_new_full (NULL, NULL, NULL, free_repairer);
    return self;
}

void
recap_check_causes_free (RecapCheckCauses *self)
{
    g_hash_table_unref (self->repairers);
    recap_misreads_free (self->misreads);
    g_free (self);
}

void
recap_check_causes_next (RecapCheckCauses *self)
{
    self->formulas = NULL;
}

static RecapRepairer *
repairer_for (RecapCheckCauses *self, const RecapCheckFormulas *formulas, GError **error)
{
    RecapRepairer *repairer = g_hash_table_lookup (self->repairers, formulas);
    if (repairer != NULL)
        return repairer;
    if (self->misreads == NULL)
        self->misreads = recap_misreads_load (error);
    if (self->misreads == NULL)
        return NULL;
    repairer = recap_repairer_new (self->misreads, self->schema, formulas->strict, formulas->soft);
    g_hash_table_insert (self->repairers, (gpointer)formulas, repairer);
    return repairer;
}

gboolean
recap_check_causes_explain (RecapCheckCauses *self, const RecapForm *form,
                            const RecapCheckFormulas *formulas, const RecapFormula *formula,
                            GString *note, RecapText *ret_sebab, GError **error)
{
    RecapRepairer *repairer = repairer_for (self, formulas, error);
    if (repairer == NULL)
        return FALSE;
    if (self->formulas != formulas) {
        recap_repairer_take (repairer, form);
        self->formulas = formulas;
    }
    const RecapRepair *repair = recap_repairer_find (repairer, formula);
    if (repair == NULL) /* no plain sum */
        return TRUE;
    g_string_append_c (note, ' ');
    *ret_sebab = recap_text (recap_repairer_describe (repairer, repair, formula, note));
    return TRUE;
}
