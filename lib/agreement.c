#include "config.h"

#include "agreement.h"

#include <inttypes.h>

/* One source. Its label stays for the next TPS, where the source in this place is mostly the
 * same. */
typedef struct {
    GString *label;
    gboolean is_older; /* an older time of a source, as its label says, and none of its own */
    const guint *fields;
    guint n_fields;
    guint next;  /* the field that is asked for next */
    gsize cells; /* where its cells begin; ALIKE: those of the authority */
} Voice;

#define ALIKE G_MAXSIZE

struct _RecapAgreement {
    const RecapSchema *schema;
    Voice *voices;
    guint n_voices;
    guint room;    /* voices that have a label */
    GArray *cells; /* RecapCell */
    gboolean differs;
};

RecapAgreement *
recap_agreement_new (const RecapSchema *schema)
{
    g_return_val_if_fail (schema != NULL, NULL);

    RecapAgreement *self = g_new0 (RecapAgreement, 1);
    self->schema = schema;
    self->cells = g_array_new (FALSE, FALSE, sizeof (RecapCell));
    return self;
}

void
recap_agreement_free (RecapAgreement *self)
{
    if (self == NULL)
        return;
    for (guint i = 0; i < self->room; i++)
        g_string_free (self->voices[i].label, TRUE);
    g_free (self->voices);
    g_array_unref (self->cells);
    g_free (self);
}

void
recap_agreement_clear (RecapAgreement *self)
{
    self->n_voices = 0;
    if (self->differs)
        g_array_set_size (self->cells, 0);
    self->differs = FALSE;
}

/* Returns: the next voice, with the label @sumber. */
static Voice *
take_voice (RecapAgreement *self, RecapText sumber)
{
    if (self->n_voices == self->room) {
        self->voices = g_renew (Voice, self->voices, self->room + 1);
        self->voices[self->room] = (Voice){ .label = g_string_new (NULL) };
        self->room++;
    }
    Voice *voice = &self->voices[self->n_voices++];
    RecapText label = { voice->label->str, voice->label->len };
    if (!recap_text_equal (label, sumber)) {
        recap_text_assign (sumber, voice->label);
        voice->is_older = memchr (voice->label->str, '@', voice->label->len) != NULL;
    }
    return voice;
}

void
recap_agreement_add (RecapAgreement *self, RecapText sumber, const RecapCell *cells,
                     const guint *fields, guint n_fields)
{
    Voice *voice = take_voice (self, sumber);

    voice->fields = fields;
    voice->n_fields = n_fields;
    voice->cells = ALIKE;
    if (cells != NULL) {
        self->differs = TRUE;
        voice->cells = self->cells->len;
        g_array_append_vals (self->cells, cells, recap_schema_get_n (self->schema));
    }
}

/* ---- one field ---- */

/* Those who say the same. */
typedef struct {
    RecapCell value;
    guint n;
    GString *names;
} Camp;

typedef struct {
    const RecapAgreement *agreement;
    const RecapForm *authority;
    GArray *camps;   /* Camp, in the order of their first sources */
    GString *silent; /* sources that show no number */
    guint n;         /* sources that show one */
    GString *text;
} Count;

static void
camp_clear (gpointer data)
{
    g_string_free (((Camp *)data)->names, TRUE);
}

static void
append_name (GString *list, const char *bytes, gsize size)
{
    if (list->len > 0)
        g_string_append (list, ", ");
    g_string_append_len (list, bytes, (gssize)size);
}

/* Counts that the source @name says @value. */
static void
count_voice (Count *count, RecapText name, RecapCell value)
{
    if (value == RECAP_CELL_NOT_CARRIED)
        return;
    if (!recap_cell_is_number (value)) {
        append_name (count->silent, name.bytes, name.size);
        return;
    }
    count->n++;
    for (guint i = 0; i < count->camps->len; i++) {
        Camp *camp = &g_array_index (count->camps, Camp, i);
        if (camp->value == value) {
            camp->n++;
            append_name (camp->names, name.bytes, name.size);
            return;
        }
    }
    Camp camp = { value, 1, g_string_new_len (name.bytes, (gssize)name.size) };
    g_array_append_val (count->camps, camp);
}

/* Returns: what @voice says in @field; NOT_CARRIED when it was not compared. Fields are asked for
 *          in form order. */
static RecapCell
cell_of (const Count *count, Voice *voice, guint field)
{
    while (voice->next < voice->n_fields && voice->fields[voice->next] < field)
        voice->next++;
    if (voice->next == voice->n_fields || voice->fields[voice->next] != field)
        return RECAP_CELL_NOT_CARRIED;
    return voice->cells == ALIKE
               ? count->authority->cells[field]
               : g_array_index (count->agreement->cells, RecapCell, voice->cells + field);
}

/* Lets all sources say what they have in @field.
 *
 * Returns: whether it is worth a finding. */
static gboolean
count_field (Count *count, guint field)
{
    const RecapAgreement *self = count->agreement;

    g_array_set_size (count->camps, 0);
    g_string_truncate (count->silent, 0);
    count->n = 0;
    count_voice (count, count->authority->keys[RECAP_KEY_SUMBER], count->authority->cells[field]);
    for (guint i = 0; i < self->n_voices; i++) {
        Voice *voice = &self->voices[i];
        RecapText name = { voice->label->str, voice->label->len };
        if (!voice->is_older)
            count_voice (count, name, cell_of (count, voice, field));
    }
    return count->n >= 3 && count->camps->len >= 2;
}

/* 'IV.1 Paslon 1: 60 menurut plano, salinan:PAN; 80 menurut sirekap. Sebagian besar (2 dari 3
 * sumber) menyebut 60; berbeda: sirekap.' */
static void
write_note (const Count *count, const RecapField *field)
{
    GString *out = count->text;
    const Camp *largest = NULL;
    g_autoptr (GString) others = g_string_new (NULL);

    g_string_printf (out, "%s %s: ", field->box, field->short_label);
    for (guint i = 0; i < count->camps->len; i++) {
        const Camp *camp = &g_array_index (count->camps, Camp, i);
        if (2 * camp->n > count->n)
            largest = camp;
        g_string_append_printf (out, "%s%" PRId64 " menurut %s", i > 0 ? "; " : "", camp->value,
                                camp->names->str);
    }
    if (count->silent->len > 0)
        g_string_append_printf (out, "; tanpa angka pada %s", count->silent->str);
    if (largest == NULL) {
        g_string_append (out, ". Tidak ada angka yang disebut lebih dari separuh sumber.");
        return;
    }
    for (guint i = 0; i < count->camps->len; i++) {
        const Camp *camp = &g_array_index (count->camps, Camp, i);
        if (camp != largest)
            append_name (others, camp->names->str, camp->names->len);
    }
    g_string_append_printf (
        out, ". Sebagian besar (%u dari %u sumber) menyebut %" PRId64 "; berbeda: %s.", largest->n,
        count->n, largest->value, others->str);
}

/* Returns: the largest camp that does not say what the authority says; of equal ones the first. */
static const Camp *
find_opposition (const Count *count, RecapCell value)
{
    const Camp *found = NULL;

    for (guint i = 0; i < count->camps->len; i++) {
        const Camp *camp = &g_array_index (count->camps, Camp, i);
        if (camp->value != value && (found == NULL || camp->n > found->n))
            found = camp;
    }
    return found;
}

static void
add_finding (const Count *count, guint index, const RecapField *field, RecapGroup *group)
{
    const RecapForm *authority = count->authority;
    g_autofree char *asal = recap_form_origin (authority);
    RecapFinding finding = { .aturan = recap_text ("D11"), .severity = RECAP_SEVERITY_INFO };
    const Camp *opposition = find_opposition (count, authority->cells[index]);

    recap_finding_set_place (&finding, authority);
    write_note (count, field);
    finding.isian = recap_text (field->name);
    finding.sumber_a = authority->keys[RECAP_KEY_SUMBER];
    finding.nilai_a = authority->cells[index];
    finding.sumber_b = (RecapText){ opposition->names->str, opposition->names->len };
    finding.nilai_b = opposition->value;
    finding.keterangan = (RecapText){ count->text->str, count->text->len };
    finding.asal_a = recap_text (asal);
    recap_group_add_finding (group, &finding);
}

static void
report_fields (const RecapAgreement *self, const RecapForm *authority, RecapGroup *group)
{
    g_autoptr (GArray) camps = g_array_new (FALSE, FALSE, sizeof (Camp));
    g_autoptr (GString) silent = g_string_new (NULL);
    g_autoptr (GString) text = g_string_new (NULL);
    Count count = { self, authority, camps, silent, 0, text };

    g_array_set_clear_func (camps, camp_clear);
    for (guint i = 0; i < self->n_voices; i++)
        self->voices[i].next = 0;
    for (guint field = 0; field < recap_schema_get_n (self->schema); field++) {
        const RecapField *box = recap_schema_get_field (self->schema, authority->contest, field);
        if (box != NULL && count_field (&count, field))
            add_finding (&count, field, box, group);
    }
}

void
recap_agreement_report (const RecapAgreement *self, const RecapForm *authority, RecapGroup *group)
{
    if (self->differs && self->n_voices >= 2 && self->n_voices <= RECAP_AGREEMENT_MAX)
        report_fields (self, authority, group);
}
