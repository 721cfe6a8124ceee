#include "config.h"

#include "finding.h"

#include "arena.h"

static const char *const severity_names[] = {
    [RECAP_SEVERITY_ERROR] = "galat",
    [RECAP_SEVERITY_WARNING] = "peringatan",
    [RECAP_SEVERITY_INFO] = "info",
    [RECAP_SEVERITY_HELD] = "sesuai",
};

const char *
recap_severity_name (RecapSeverity severity)
{
    return severity_names[severity];
}

gboolean
recap_severity_parse (RecapText word, RecapSeverity *ret_severity)
{
    for (guint i = 0; i < G_N_ELEMENTS (severity_names); i++)
        if (recap_text_equal_string (word, severity_names[i])) {
            *ret_severity = i;
            return TRUE;
        }
    return FALSE;
}

void
recap_finding_set_place (RecapFinding *finding, const RecapForm *form)
{
    finding->kontes = form->keys[RECAP_KEY_KONTES];
    finding->kode = form->keys[RECAP_KEY_KODE];
    finding->provinsi = form->keys[RECAP_KEY_PROVINSI];
    finding->kabko = form->keys[RECAP_KEY_KABKO];
    finding->kecamatan = form->keys[RECAP_KEY_KECAMATAN];
    finding->desa = form->keys[RECAP_KEY_DESA];
    finding->tps = form->keys[RECAP_KEY_TPS];
}

gboolean
recap_finding_count_is_serious (const RecapFindingCount *count)
{
    return count->n[RECAP_SEVERITY_ERROR] > 0 || count->n[RECAP_SEVERITY_WARNING] > 0;
}

/* The texts of a finding, to copy them in one loop. */
static const gsize text_offsets[] = {
    G_STRUCT_OFFSET (RecapFinding, kontes),     G_STRUCT_OFFSET (RecapFinding, kode),
    G_STRUCT_OFFSET (RecapFinding, provinsi),   G_STRUCT_OFFSET (RecapFinding, kabko),
    G_STRUCT_OFFSET (RecapFinding, kecamatan),  G_STRUCT_OFFSET (RecapFinding, desa),
    G_STRUCT_OFFSET (RecapFinding, tps),        G_STRUCT_OFFSET (RecapFinding, aturan),
    G_STRUCT_OFFSET (RecapFinding, isian),      G_STRUCT_OFFSET (RecapFinding, sumber_a),
    G_STRUCT_OFFSET (RecapFinding, sumber_b),   G_STRUCT_OFFSET (RecapFinding, sebab),
    G_STRUCT_OFFSET (RecapFinding, keterangan), G_STRUCT_OFFSET (RecapFinding, asal_a),
    G_STRUCT_OFFSET (RecapFinding, asal_b),
};

/* A finding in the list, with its place to keep the sort stable. */
typedef struct {
    RecapFinding finding;
    guint place;
} Entry;

struct _RecapFindings {
    GArray *entries; /* Entry */
    RecapArena *arena;
};

RecapFindings *
recap_findings_new (void)
{
    RecapFindings *self = g_new0 (RecapFindings, 1);
    self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    self->arena = recap_arena_new ();
    return self;
}

void
recap_findings_free (RecapFindings *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->entries);
    recap_arena_free (self->arena);
    g_free (self);
}

void
recap_findings_add (RecapFindings *self, const RecapFinding *finding)
{
    Entry entry = { *finding, self->entries->len };
    for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++) {
        RecapText *text = G_STRUCT_MEMBER_P (&entry.finding, text_offsets[i]);
        text->bytes = recap_arena_intern (self->arena, *text);
    }
    g_array_append_val (self->entries, entry);
}

guint
recap_findings_get_n (const RecapFindings *self)
{
    return self->entries->len;
}

const RecapFinding *
recap_findings_get (const RecapFindings *self, guint index)
{
    g_return_val_if_fail (index < self->entries->len, NULL);
    return &g_array_index (self->entries, Entry, index).finding;
}

gboolean
recap_findings_are_serious (const RecapFindings *self)
{
    RecapFindingCount count = { { 0 } };

    for (guint i = 0; i < self->entries->len; i++)
        count.n[recap_findings_get (self, i)->severity]++;
    return recap_finding_count_is_serious (&count);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
    const Entry *x = a;
    const Entry *y = b;
    int order = recap_text_compare (x->finding.kontes, y->finding.kontes);
    if (order == 0)
        order = recap_text_compare (x->finding.kode, y->finding.kode);
    if (order == 0)
        order = recap_text_compare (x->finding.aturan, y->finding.aturan);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

void
recap_findings_sort (RecapFindings *self)
{
    g_array_sort (self->entries, compare_entries);
}
