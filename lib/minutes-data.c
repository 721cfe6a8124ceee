#include "config.h"

#include "minutes-data.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "minutes-control.h"
#include "origin.h"
#include "region.h"

const char *
minutes_sheet_name (MinutesSheet sheet)
{
    static const char *const names[MINUTES_N_SHEETS] = {
        [MINUTES_COVER] = "Berita Acara",        [MINUTES_KECAMATAN] = "Kecamatan",
        [MINUTES_FINDINGS] = "Selisih",          [MINUTES_DECISIONS] = "Pembetulan",
        [MINUTES_INCIDENTS] = "Kejadian Khusus", [MINUTES_ATTENDANCE] = "Daftar Hadir",
        [MINUTES_RECEIPT] = "Tanda Terima",      [MINUTES_SIGNATURES] = "Tanda Tangan",
    };
    return names[sheet];
}

const RecapForm *
minutes_form (const Minutes *self, guint index)
{
    return g_ptr_array_index (self->forms, index);
}

MinutesLine *
minutes_line (const Minutes *self, guint index)
{
    return &g_array_index (self->lines, MinutesLine, index);
}

const MinutesArea *
minutes_part (const Minutes *self, guint index)
{
    return g_ptr_array_index (self->parts, index);
}

RecapText
minutes_tps (const RecapForm *form)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText tps = form->keys[RECAP_KEY_TPS];
    return tps.size > 0 ? tps : (RecapText){ kode.bytes + kode.size - 3, 3 };
}

const char *
minutes_or_dots (const char *text)
{
    return text != NULL ? text : MINUTES_DOTS;
}

gboolean
minutes_covers (const Minutes *self, RecapText kontes, RecapText kode)
{
    RecapText region = recap_text (self->input->region);
    return recap_text_equal_string (kontes, recap_contest_get_code (self->contest)) &&
           recap_region_has_prefix (kode, self->whole->kode) &&
           (region.size == 0 || recap_region_has_prefix (kode, region));
}

static char *
cell_key (RecapText kode, RecapText isian)
{
    return g_strdup_printf ("%.*s\t%.*s", (int)kode.size, kode.bytes, (int)isian.size, isian.bytes);
}

const RecapDecision *
minutes_find_decision (const Minutes *self, RecapText kode, RecapText isian)
{
    g_autofree char *key = cell_key (kode, isian);
    return g_hash_table_lookup (self->decisions, key);
}

guint
minutes_marks (const Minutes *self, RecapText kode, RecapText isian)
{
    g_autofree char *key = cell_key (kode, isian);
    guint marks = 0;
    if (g_hash_table_contains (self->findings, key))
        marks |= RECAP_MARK_FINDING;
    if (g_hash_table_contains (self->decisions, key))
        marks |= RECAP_MARK_CORRECTED;
    return marks;
}

const RecapField *
minutes_find_field (const Minutes *self, RecapText isian)
{
    return recap_contest_find (self->contest, isian);
}

char *
minutes_field_title (const Minutes *self, RecapText isian)
{
    const RecapField *field = minutes_find_field (self, isian);
    if (field == NULL)
        return g_strndup (isian.bytes, isian.size);
    return g_strdup_printf ("%s %s", field->box, field->short_label);
}

char *
minutes_contestant (const Minutes *self, guint number)
{
    const RecapMeeting *meeting = self->input->meeting;
    const RecapPerson *witness =
        meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;
    if (witness != NULL && witness->mewakili != NULL)
        return g_strdup (witness->mewakili);
    return g_strdup_printf ("%s Nomor Urut %u", recap_contest_get_contestants (self->contest),
                            number);
}

static void
area_free (gpointer data)
{
    MinutesArea *self = data;
    if (self == NULL)
        return;
    g_free (self->totals);
    g_free (self);
}

void
minutes_clear (Minutes *self)
{
    g_clear_pointer (&self->forms, g_ptr_array_unref);
    g_clear_pointer (&self->lines, g_array_unref);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_clear_pointer (&self->whole, area_free);
    g_clear_pointer (&self->findings, g_hash_table_unref);
    g_clear_pointer (&self->decisions, g_hash_table_unref);
    g_clear_pointer (&self->contestants, g_array_unref);
    g_clear_pointer (&self->book, recap_book_free);
    g_clear_pointer (&self->control, minutes_control_free);
}

/* Refuses @form, naming where it is and the earlier form it does not go with. */
static gboolean
refuse (const RecapForm *form, const char *format, RecapText text, RecapText other,
        const char *hint, GError **error)
{
    RecapOrigin origin = { form->file, form->line, 0 };
    g_autofree char *shown = recap_text_display (text.bytes, text.size);
    g_autofree char *before = recap_text_display (other.bytes, other.size);
    g_autoptr (GString) message = g_string_new (NULL);
    /* Each '@' is a text; a literal of printf's could not be chosen by the callers. */
    const char *parts[] = { shown, before };
    guint n = 0;
    for (const char *p = format; *p != '\0'; p++)
        if (*p == '@' && n < G_N_ELEMENTS (parts))
            g_string_append_printf (message, "'%s'", parts[n++]);
        else
            g_string_append_c (message, *p);
    recap_error_set (error, RECAP_ERROR_SCHEMA, form->line > 0 ? &origin : NULL, "%s",
                     message->str);
    recap_error_set_hint (error, "%s", hint);
    return FALSE;
}

/* All forms must be of TPS of one kecamatan, of one contest and one source. */
static gboolean
check_form (const Minutes *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText source = form->keys[RECAP_KEY_SUMBER];
    RecapText contest = form->keys[RECAP_KEY_KONTES];

    if (recap_region_level (kode) != RECAP_LEVEL_TPS)
        return refuse (form, _ ("@ is not the code of a TPS"), kode, RECAP_TEXT_EMPTY,
                       _ ("give the table of the polling stations; the minutes make the sums"),
                       error);
    if (self->forms->len == 0)
        return TRUE;

    const RecapForm *first = minutes_form (self, 0);
    RecapText own = recap_region_at (kode, RECAP_LEVEL_KECAMATAN);
    RecapText before = recap_region_at (first->keys[RECAP_KEY_KODE], RECAP_LEVEL_KECAMATAN);
    if (!recap_text_equal (contest, first->keys[RECAP_KEY_KONTES]))
        return refuse (form, _ ("contest @ in a table that has contest @ too"), contest,
                       first->keys[RECAP_KEY_KONTES], _ ("choose one with --contest"), error);
    if (!recap_text_equal (source, first->keys[RECAP_KEY_SUMBER]))
        return refuse (form, _ ("source @ in a table that has source @ too"), source,
                       first->keys[RECAP_KEY_SUMBER], _ ("choose one with --source"), error);
    if (!recap_text_equal (own, before))
        return refuse (form, _ ("kecamatan @ in a table that has kecamatan @ too"), own, before,
                       _ ("minutes are those of one kecamatan: choose one with --region"), error);
    return TRUE;
}

static gboolean
select_forms (Minutes *self, GError **error)
{
    const RecapMinutesInput *input = self->input;

    for (guint i = 0; i < recap_table_get_n (input->table); i++) {
        RecapForm *form = recap_table_get (input->table, i);
        if ((input->contest != NULL &&
             !recap_text_equal_string (form->keys[RECAP_KEY_KONTES], input->contest)) ||
            (input->source != NULL &&
             !recap_text_equal_string (form->keys[RECAP_KEY_SUMBER], input->source)) ||
            (input->region != NULL &&
             !recap_region_has_prefix (form->keys[RECAP_KEY_KODE], recap_text (input->region))))
            continue;
        if (!check_form (self, form, error))
            return FALSE;
        g_ptr_array_add (self->forms, form);
    }
    if (self->forms->len > 0)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                     recap_table_get_n (input->table) == 0
                         ? _ ("the table has no forms")
                         : _ ("no form of the table has this contest, source and region"));
    return FALSE;
}

static gboolean
is_carried (const Minutes *self, guint index)
{
    for (guint i = 0; i < self->forms->len; i++)
        if (minutes_form (self, i)->cells[index] != RECAP_CELL_NOT_CARRIED)
            return TRUE;
    return FALSE;
}

/* The boxes that the table carries. */
static void
find_lines (Minutes *self)
{
    const RecapSchema *schema = recap_table_get_schema (self->input->table);

    self->lines = g_array_new (FALSE, FALSE, sizeof (MinutesLine));
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        MinutesLine line = { .field = recap_schema_get_field (schema, self->contest, i),
                             .index = i };
        if (line.field != NULL && is_carried (self, i))
            g_array_append_val (self->lines, line);
    }
}

static gboolean
is_contestant (const Minutes *self, guint number)
{
    for (guint i = 0; i < self->contestants->len; i++)
        if (g_array_index (self->contestants, guint, i) == number)
            return TRUE;
    return FALSE;
}

/* Every contestant has a witness, also when the table does not carry the votes.
 *
 * Returns: FALSE with @error when the meeting has a witness of somebody else: he or she would not
 *          appear in the minutes. */
static gboolean
find_contestants (Minutes *self, GError **error)
{
    const RecapMeeting *meeting = self->input->meeting;
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (self->contest, &n);

    self->contestants = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < n; i++)
        if (fields[i].contestant != 0 && !is_contestant (self, fields[i].contestant))
            g_array_append_val (self->contestants, fields[i].contestant);
    for (guint i = 0; meeting != NULL && i < meeting->saksi->len; i++) {
        const RecapPerson *witness = g_ptr_array_index (meeting->saksi, i);
        RecapOrigin origin = { meeting->file, witness->entry.line, 0 };
        if (is_contestant (self, witness->entry.number))
            continue;
        recap_error_set (error, RECAP_ERROR_SCHEMA, meeting->file != NULL ? &origin : NULL,
                         _ ("[saksi %u]: contest %s has no contestant with this number"),
                         witness->entry.number, recap_contest_get_code (self->contest));
        return FALSE;
    }
    return TRUE;
}

/* The first name that a form of the area has; else its code. */
static RecapText
find_name (const Minutes *self, guint first, guint n, RecapKey key, RecapText kode)
{
    for (guint i = first; i < first + n; i++) {
        RecapText name = recap_text_trim (minutes_form (self, i)->keys[key]);
        if (name.size > 0)
            return name;
    }
    return kode;
}

static MinutesArea *
new_area (const Minutes *self, guint first, guint n, RecapLevel level, RecapKey key)
{
    MinutesArea *area = g_new0 (MinutesArea, 1);
    area->kode = recap_region_at (minutes_form (self, first)->keys[RECAP_KEY_KODE], level);
    area->name = find_name (self, first, n, key, area->kode);
    area->first = first;
    area->n_forms = n;
    area->totals = g_new0 (MinutesTotal, self->lines->len);
    return area;
}

/* The forms are sorted by code, so that those of a desa stand together. */
static void
find_areas (Minutes *self)
{
    static const struct {
        RecapKey key;
        RecapLevel level;
    } names[] = {
        { RECAP_KEY_PROVINSI, RECAP_LEVEL_PROVINSI },
        { RECAP_KEY_KABKO, RECAP_LEVEL_KABKO },
        { RECAP_KEY_KECAMATAN, RECAP_LEVEL_KECAMATAN },
    };
    RecapText kode = minutes_form (self, 0)->keys[RECAP_KEY_KODE];
    guint n = self->forms->len;

    self->whole = new_area (self, 0, n, RECAP_LEVEL_KECAMATAN, RECAP_KEY_KECAMATAN);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        self->names[names[i].key] =
            find_name (self, 0, n, names[i].key, recap_region_at (kode, names[i].level));
    self->parts = g_ptr_array_new_with_free_func (area_free);
    for (guint first = 0, next = 0; first < n; first = next) {
        RecapText desa =
            recap_region_at (minutes_form (self, first)->keys[RECAP_KEY_KODE], RECAP_LEVEL_DESA);
        while (next < n &&
               recap_region_has_prefix (minutes_form (self, next)->keys[RECAP_KEY_KODE], desa))
            next++;
        g_ptr_array_add (self->parts,
                         new_area (self, first, next - first, RECAP_LEVEL_DESA, RECAP_KEY_DESA));
    }
}

/* Findings of severity info are remarkable, not wrong: they are listed but mark no cell. */
static void
find_marks (Minutes *self)
{
    const RecapMinutesInput *input = self->input;

    self->findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; input->findings != NULL && i < recap_findings_get_n (input->findings); i++) {
        const RecapFinding *finding = recap_findings_get (input->findings, i);
        if (finding->severity != RECAP_SEVERITY_INFO &&
            minutes_covers (self, finding->kontes, finding->kode))
            g_hash_table_add (self->findings, cell_key (finding->kode, finding->isian));
    }
}

static const RecapForm *
find_form (const Minutes *self, RecapText kode)
{
    for (guint i = 0; i < self->forms->len; i++)
        if (recap_text_equal (minutes_form (self, i)->keys[RECAP_KEY_KODE], kode))
            return minutes_form (self, i);
    return NULL;
}

/* Minutes that list a correction and print another number contradict themselves. */
static gboolean
check_decision (const Minutes *self, const RecapDecision *decision, GError **error)
{
    const RecapForm *form = find_form (self, recap_text (decision->kode));
    int index = recap_schema_find (recap_table_get_schema (self->input->table),
                                   recap_text (decision->isian));
    RecapOrigin origin = { decision->file, decision->line, 0 };
    const RecapOrigin *where = decision->file != NULL && decision->line > 0 ? &origin : NULL;
    char value[RECAP_CELL_SIZE], wanted[RECAP_CELL_SIZE];

    if (*decision->isian == '\0') /* takes note of a form, or that there is none */
        return TRUE;
    if (form == NULL || index < 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, where,
                         _ ("decision about %s of %s, which the table does not have"),
                         decision->isian, decision->kode);
        return FALSE;
    }
    if (form->cells[index] == decision->menjadi)
        return TRUE;
    recap_cell_format (form->cells[index], value);
    recap_cell_format (decision->menjadi, wanted);
    recap_error_set (error, RECAP_ERROR_SCHEMA, where,
                     _ ("decision about %s of %s says '%s', but the table has '%s'"),
                     decision->isian, decision->kode, wanted, value);
    recap_error_set_hint (error, _ ("give the table that recap-resolve made from these decisions"));
    return FALSE;
}

/* The last decision about a cell is the one that the table must show. */
static gboolean
find_decisions (Minutes *self, GError **error)
{
    const RecapDecisions *decisions = self->input->decisions;
    guint n = decisions != NULL ? recap_decisions_get_n (decisions) : 0;

    self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = n; i > 0; i--) {
        const RecapDecision *decision = recap_decisions_get (decisions, i - 1);
        RecapText kode = recap_text (decision->kode);
        RecapText isian = recap_text (decision->isian);
        if (!minutes_covers (self, recap_text (decision->kontes), kode) ||
            minutes_find_decision (self, kode, isian) != NULL)
            continue;
        if (!check_decision (self, decision, error))
            return FALSE;
        g_hash_table_insert (self->decisions, cell_key (kode, isian), (gpointer)decision);
    }
    return TRUE;
}

gboolean
minutes_init (Minutes *self, const RecapMinutesInput *input, GError **error)
{
    self->input = input;
    self->forms = g_ptr_array_new ();
    if (!select_forms (self, error))
        return FALSE;
    self->contest = minutes_form (self, 0)->contest;
    find_lines (self);
    if (self->lines->len == 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                         _ ("the table has no column with numbers of contest %s"),
                         recap_contest_get_code (self->contest));
        return FALSE;
    }
    if (!find_contestants (self, error))
        return FALSE;
    find_areas (self);
    find_marks (self);
    return find_decisions (self, error);
}
