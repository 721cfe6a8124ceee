#include "config.h"

#include "minutes-data.h"

#include <glib/gi18n-lib.h>

#include "error.h"
#include "minutes-ballot.h"
#include "minutes-control.h"
#include "minutes-marks.h"
#include "origin.h"
#include "region.h"

const char *
minutes_sheet_name (MinutesSheet sheet)
{
    static const char *const names[MINUTES_N_SHEETS] = {
        [MINUTES_COVER] = "Berita Acara",
        [MINUTES_OVERVIEW] = "Ringkasan",
        [MINUTES_WHOLE] = NULL,
        [MINUTES_FINDINGS] = "Selisih",
        [MINUTES_DECISIONS] = "Pembetulan",
        [MINUTES_INCIDENTS] = "Kejadian Khusus",
        [MINUTES_ATTENDANCE] = "Daftar Hadir",
        [MINUTES_RECEIPT] = "Tanda Terima",
        [MINUTES_SIGNATURES] = "Tanda Tangan",
        [MINUTES_SOURCES] = "Lampiran Sumber",
    };
    return names[sheet];
}

const RecapForm *
minutes_form (const Minutes *self, guint index)
{
    return g_ptr_array_index (self->forms, index);
}

const RecapForm *
minutes_given (const Minutes *self, guint index)
{
    return g_ptr_array_index (self->given, index);
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
    if (recap_region_level (kode) != RECAP_LEVEL_TPS)
        return RECAP_TEXT_EMPTY;
    return tps.size > 0 ? tps : (RecapText){ kode.bytes + kode.size - 3, 3 };
}

/* The forms are sorted by code. */
int
minutes_find (const Minutes *self, RecapText kode)
{
    guint first = 0;
    guint end = self->forms->len;

    while (first < end) {
        guint middle = first + (end - first) / 2;
        const RecapForm *form = minutes_form (self, middle);
        int order = recap_text_compare (kode, form->keys[RECAP_KEY_KODE]);
        if (order == 0)
            return (int)middle;
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return -1;
}

const RecapForm *
minutes_find_form (const Minutes *self, RecapText kode)
{
    int index = minutes_find (self, kode);
    return index >= 0 ? minutes_given (self, (guint)index) : NULL;
}

guint
minutes_count_boxes (const Minutes *self, const RecapForm *form)
{
    guint n = 0;

    for (guint i = 0; i < self->lines->len; i++)
        n += form->cells[minutes_line (self, i)->index] != RECAP_CELL_NOT_CARRIED;
    return n;
}

/* Returns: how many TPS a sum is of: those registered, or else those that came in; no number when
 * it does not say. */
static RecapCell
count_stations (const RecapForm *form)
{
    RecapCell all = form->tallies[RECAP_TALLY_REGISTERED];
    return recap_cell_is_number (all) ? all : form->tallies[RECAP_TALLY_RECEIVED];
}

/* Returns: how many of @all TPS are not among @some; 0 when one of the two is not known. */
static guint64
count_others (RecapCell all, RecapCell some)
{
    if (!recap_cell_is_number (all) || !recap_cell_is_number (some) || some >= all)
        return 0;
    return (guint64)(all - some);
}

guint64
minutes_count_lacking (const RecapForm *form)
{
    return count_others (count_stations (form), form->tallies[RECAP_TALLY_COMPLETE]);
}

MinutesTotal
minutes_look_up (const RecapForm *form, const MinutesLine *line)
{
    MinutesTotal what = { .value = form->cells[line->index] };

    if (what.value == RECAP_CELL_BLANK || what.value == RECAP_CELL_UNREADABLE)
        what.n_incomplete = 1;
    else if (recap_cell_is_number (what.value) && form->counts != NULL)
        what.n_incomplete = count_others (count_stations (form), form->counts[line->index]);
    return what;
}

RecapCell
minutes_tally (const Minutes *self, RecapTally tally)
{
    RecapCell sum = RECAP_CELL_NOT_CARRIED;

    for (guint i = 0; i < self->forms->len; i++) {
        RecapCell value = minutes_form (self, i)->tallies[tally];
        if (value == RECAP_CELL_BLANK || value == RECAP_CELL_UNREADABLE)
            return RECAP_CELL_BLANK;
        if (recap_cell_is_number (value))
            sum = recap_cell_is_number (sum) ? sum + value : value;
    }
    return sum;
}

/* Desa have no minutes of their own: what is added up are the forms of their TPS. */
char *
minutes_form_name (const Minutes *self)
{
    RecapLevel below = self->level->level - 1;

    if (below < RECAP_LEVEL_KECAMATAN)
        return g_strdup (recap_contest_get_plano (self->contest));
    return minutes_level_form (minutes_level_find (below, self->whole->kode),
                               recap_contest_get_tabulation (self->contest));
}

char *
minutes_place (const Minutes *self)
{
    GString *text = g_string_new (NULL);

    for (RecapLevel level = self->level->level; level < RECAP_LEVEL_NASIONAL; level++) {
        const MinutesLevel *here = minutes_level_find (level, self->whole->kode);
        g_string_append_printf (text, "%s%s ", text->len > 0 ? "  |  " : "", here->label);
        recap_text_append (self->names[here->key], text);
    }
    if (text->len == 0)
        g_string_append (text, "TINGKAT NASIONAL");
    return g_string_free (text, FALSE);
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

char *
minutes_field_title (const Minutes *self, RecapText isian)
{
    const RecapField *field = recap_contest_find (self->contest, isian);
    if (field == NULL)
        return g_strndup (isian.bytes, isian.size);
    return g_strdup_printf ("%s %s", field->box, field->short_label);
}

const char *
minutes_contestant_name (const Minutes *self, guint number)
{
    const RecapCandidates *candidates = self->input->candidates;

    return candidates != NULL
               ? recap_candidates_get_contestant_name (candidates, self->ballot, number)
               : NULL;
}

/* The official form has '3. NAMA' there. */
char *
minutes_field_label (const Minutes *self, const RecapField *field)
{
    const char *name = NULL;
    guint number = field->candidate > 0 ? field->candidate : field->contestant;

    if (self->ballot != NULL && field->contestant > 0)
        name = recap_ballot_get_name (self->ballot, field);
    if (name == NULL)
        return g_strdup (field->label);
    return g_strdup_printf ("%u. %s", number, name);
}

char *
minutes_contestant (const Minutes *self, guint number)
{
    const RecapMeeting *meeting = self->input->meeting;
    const RecapPerson *witness =
        meeting != NULL ? recap_meeting_find (meeting->saksi, number) : NULL;
    const char *name = minutes_contestant_name (self, number);
    if (witness != NULL && witness->mewakili != NULL)
        return g_strdup (witness->mewakili);
    if (name != NULL)
        return g_strdup (name);
    return g_strdup_printf ("%s Nomor Urut %u", recap_contest_get_contestants (self->contest),
                            number);
}

/* Those of the committee of this level; the other one is refused. */
static const GPtrArray *
find_members (const Minutes *self, gboolean other)
{
    const RecapMeeting *meeting = self->input->meeting;
    if (meeting == NULL)
        return NULL;
    return (self->level->level == RECAP_LEVEL_KECAMATAN) != other ? meeting->ppk : meeting->kpu;
}

const RecapPerson *
minutes_member (const Minutes *self, guint number)
{
    const GPtrArray *members = find_members (self, FALSE);
    return members != NULL ? recap_meeting_find (members, number) : NULL;
}

guint
minutes_count_members (const Minutes *self)
{
    const GPtrArray *members = find_members (self, FALSE);
    guint n = self->level->n_members;

    for (guint i = 0; members != NULL && i < members->len; i++)
        n = MAX (n, ((const RecapPerson *)g_ptr_array_index (members, i))->entry.number);
    return n;
}

char *
minutes_signature (const RecapPerson *person)
{
    const char *name = minutes_or_dots (person != NULL ? person->nama : NULL);

    if (person == NULL || person->alasan == NULL)
        return g_strdup (name);
    return g_strdup_printf ("Tidak menandatangani: %s\n%s", person->alasan, name);
}

static void
area_free (gpointer data)
{
    MinutesArea *self = data;
    if (self == NULL)
        return;
    g_free (self->totals);
    g_array_unref (self->data);
    g_free (self);
}

void
minutes_clear (Minutes *self)
{
    g_clear_pointer (&self->forms, g_ptr_array_unref);
    g_clear_pointer (&self->given, g_ptr_array_unref);
    g_clear_pointer (&self->lines, g_array_unref);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_clear_pointer (&self->whole, area_free);
    g_clear_pointer (&self->marks, minutes_marks_free);
    g_clear_pointer (&self->contestants, g_array_unref);
    g_clear_pointer (&self->book, recap_book_free);
    g_clear_pointer (&self->control, minutes_control_free);
    g_clear_pointer (&self->arena, recap_arena_free);
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

/* Refuses a form of another region than the first one has. */
static gboolean
refuse_region (const RecapForm *form, RecapLevel level, RecapText own, RecapText before,
               GError **error)
{
    g_autofree char *format = g_strdup_printf (_ ("%s @ in a table that has %s @ too"),
                                               recap_level_name (level), recap_level_name (level));
    return refuse (form, format, own, before,
                   _ ("minutes are those of one region: choose one with --region (wilayah in the "
                      "file of a meeting), or add up with "
                      "recap-sum first for those of a level above"),
                   error);
}

/* All forms must be of TPS of one kecamatan, or sums of one level in one region of the next, and
 * of one contest and one source. */
static gboolean
check_form (const Minutes *self, const RecapForm *form, GError **error)
{
    RecapText kode = form->keys[RECAP_KEY_KODE];
    RecapText source = form->keys[RECAP_KEY_SUMBER];
    RecapText contest = form->keys[RECAP_KEY_KONTES];
    RecapLevel level = recap_region_level (kode);

    if (level == RECAP_LEVEL_OPAQUE || level == RECAP_LEVEL_NASIONAL)
        return refuse (form, _ ("@ is not the code of a TPS, nor of a region that is added up"),
                       kode, RECAP_TEXT_EMPTY,
                       _ ("give the table of the polling stations, or one of recap-sum; the "
                          "minutes make the sums"),
                       error);
    if (self->forms->len == 0)
        return TRUE;

    const RecapForm *first = minutes_form (self, 0);
    RecapText first_kode = first->keys[RECAP_KEY_KODE];
    RecapLevel whole = MAX (level, RECAP_LEVEL_DESA) + 1;
    RecapText own = recap_region_at (kode, whole);
    RecapText before = recap_region_at (first_kode, whole);
    if (!recap_text_equal (contest, first->keys[RECAP_KEY_KONTES]))
        return refuse (form, _ ("contest @ in a table that has contest @ too"), contest,
                       first->keys[RECAP_KEY_KONTES], _ ("choose one with --contest"), error);
    if (!recap_text_equal (source, first->keys[RECAP_KEY_SUMBER]))
        return refuse (form, _ ("source @ in a table that has source @ too"), source,
                       first->keys[RECAP_KEY_SUMBER], _ ("choose one with --source"), error);
    if (recap_region_level (first_kode) != level)
        return refuse (form, _ ("@ beside @, which is of another level"), kode, first_kode,
                       _ ("minutes are made of TPS, or of sums of one level"), error);
    return recap_text_equal (own, before) || refuse_region (form, whole, own, before, error);
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

/* The boxes that the table carries. */
static void
find_lines (Minutes *self)
{
    const RecapSchema *schema = recap_table_get_schema (self->input->table);

    self->lines = g_array_new (FALSE, FALSE, sizeof (MinutesLine));
    for (guint i = 0; i < recap_schema_get_n (schema); i++) {
        MinutesLine line = { .field = recap_schema_get_field (schema, self->contest, i),
                             .index = i };
        if (line.field != NULL &&
            recap_forms_carry ((const RecapForm *const *)self->forms->pdata, self->forms->len, i))
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

/* Every contestant has a witness. Where ballots differ they are those whose votes the table
 * carries, else all of the contest, also when the table does not carry their votes. */
static void
find_contestants (Minutes *self)
{
    guint n = 0;
    const RecapField *fields = recap_contest_get_fields (self->contest, &n);

    self->contestants = g_array_new (FALSE, FALSE, sizeof (guint));
    gboolean differ = recap_contest_get_candidate_list (self->contest) != NULL;
    for (guint i = 0; differ && i < self->lines->len; i++) {
        guint number = minutes_line (self, i)->field->contestant;
        if (number != 0 && !is_contestant (self, number))
            g_array_append_val (self->contestants, number);
    }
    if (self->contestants->len > 0)
        return;
    for (guint i = 0; i < n; i++)
        if (fields[i].contestant != 0 && !is_contestant (self, fields[i].contestant))
            g_array_append_val (self->contestants, fields[i].contestant);
}

/* Somebody of the meeting who has no place in the minutes would silently be left out. */
static gboolean
check_meeting (const Minutes *self, GError **error)
{
    const RecapMeeting *meeting = self->input->meeting;
    const GPtrArray *others = find_members (self, TRUE);

    if (others != NULL && others->len > 0) {
        const RecapPerson *person = g_ptr_array_index (others, 0);
        RecapOrigin origin = { meeting->file, person->entry.line, 0 };
        gboolean ppk = others == meeting->ppk;
        recap_error_set (error, RECAP_ERROR_SCHEMA, meeting->file != NULL ? &origin : NULL,
                         _ ("[%s %u]: the plenary of this level is held by %s"),
                         ppk ? "ppk" : "kpu", person->entry.number, self->level->members);
        recap_error_set_hint (error, _ ("its members are groups [%s N]"), ppk ? "kpu" : "ppk");
        return FALSE;
    }
    for (guint i = 0; meeting != NULL && i < meeting->saksi->len; i++) {
        const RecapPerson *witness = g_ptr_array_index (meeting->saksi, i);
        RecapOrigin origin = { meeting->file, witness->entry.line, 0 };
        if (is_contestant (self, witness->entry.number))
            continue;
        recap_error_set (
            error, RECAP_ERROR_SCHEMA, meeting->file != NULL ? &origin : NULL,
            recap_contest_get_candidate_list (self->contest) != NULL
                ? _ ("[saksi %u]: the table has no votes of contest %s for this number")
                : _ ("[saksi %u]: contest %s has no contestant with this number"),
            witness->entry.number, recap_contest_get_code (self->contest));
        return FALSE;
    }
    return TRUE;
}

/* Names of those who stand in another district would be worse than numbers. */
static gboolean
find_names (Minutes *self, GError **error)
{
    const RecapCandidates *candidates = self->input->candidates;

    if (candidates == NULL || !recap_candidates_has_ballots (candidates))
        return TRUE;
    self->ballot = recap_candidates_find_ballot (candidates, self->whole->kode);
    if (self->ballot != NULL)
        return TRUE;
    recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                     _ ("the lists do not say who stands in '%.*s'"), (int)self->whole->kode.size,
                     self->whole->kode.bytes);
    recap_error_set_hint (error, _ ("give the list of its district, and of no other"));
    return FALSE;
}

/* The first name that a form of the area has; else its code. */
static RecapText
find_name (const Minutes *self, guint first, guint n, RecapKey key, RecapText kode)
{
    if (key == RECAP_N_KEYS)
        return recap_text ("INDONESIA");
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
    area->data = g_array_new (FALSE, FALSE, sizeof (RecapRange));
    return area;
}

/* Takes the names of the region and of those above it. */
static void
find_whole (Minutes *self)
{
    RecapText kode = minutes_form (self, 0)->keys[RECAP_KEY_KODE];
    guint n = self->forms->len;

    self->of_sums = recap_region_level (kode) > RECAP_LEVEL_TPS;
    RecapLevel level = MAX (recap_region_level (kode), RECAP_LEVEL_DESA) + 1;
    self->level = minutes_level_find (level, kode);
    for (; level < RECAP_LEVEL_NASIONAL; level++) {
        RecapKey key = minutes_level_find (level, kode)->key;
        self->names[key] = find_name (self, 0, n, key, recap_region_at (kode, level));
    }
    self->whole = new_area (self, 0, n, self->level->level, self->level->key);
}

/* The parts are the desa of the TPS, or what the sums are of. The forms are sorted by code, so that
 * those of a part stand together. */
static void
find_parts (Minutes *self)
{
    static const RecapKey keys[] = { [RECAP_LEVEL_DESA] = RECAP_KEY_DESA,
                                     [RECAP_LEVEL_KECAMATAN] = RECAP_KEY_KECAMATAN,
                                     [RECAP_LEVEL_KABKO] = RECAP_KEY_KABKO,
                                     [RECAP_LEVEL_PROVINSI] = RECAP_KEY_PROVINSI };
    RecapLevel level = self->level->level - 1;
    guint n = self->forms->len;

    self->parts = g_ptr_array_new_with_free_func (area_free);
    for (guint first = 0, next = 0; first < n; first = next) {
        RecapText kode = recap_region_at (minutes_form (self, first)->keys[RECAP_KEY_KODE], level);
        while (next < n &&
               recap_region_has_prefix (minutes_form (self, next)->keys[RECAP_KEY_KODE], kode))
            next++;
        g_ptr_array_add (self->parts, new_area (self, first, next - first, level, keys[level]));
    }
}

static void
make_totals (Minutes *self)
{
    self->whole->totals = g_new0 (MinutesTotal, self->lines->len);
    for (guint i = 0; i < self->parts->len; i++) {
        MinutesArea *part = g_ptr_array_index (self->parts, i);
        part->totals = g_new0 (MinutesTotal, self->lines->len);
    }
}

/* Minutes that list a correction and print another number contradict themselves. */
static gboolean
check_decision (const Minutes *self, const RecapDecision *decision, GError **error)
{
    const RecapForm *form = minutes_find_form (self, recap_text (decision->kode));
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

static gboolean
check_decisions (const Minutes *self, GError **error)
{
    const RecapDecision *decision;

    for (guint i = 0; (decision = minutes_marks_get_decision (self->marks, i)) != NULL; i++)
        if (!check_decision (self, decision, error))
            return FALSE;
    return TRUE;
}

gboolean
minutes_take_forms (Minutes *self, const RecapMinutesInput *input, GError **error)
{
    self->input = input;
    self->forms = g_ptr_array_new ();
    if (!select_forms (self, error))
        return FALSE;
    self->contest = minutes_form (self, 0)->contest;
    self->given = g_ptr_array_copy (self->forms, NULL, NULL);
    find_whole (self);
    return TRUE;
}

gboolean
minutes_init (Minutes *self, const RecapMinutesInput *input, GError **error)
{
    if (!minutes_take_forms (self, input, error))
        return FALSE;
    self->arena = recap_arena_new ();
    recap_fingerprint_forms (recap_table_get_schema (input->table),
                             (const RecapForm *const *)self->given->pdata, self->given->len,
                             self->fingerprint);
    find_parts (self);
    minutes_leave_out_boxes (self);
    find_lines (self);
    if (self->lines->len == 0) {
        recap_error_set (error, RECAP_ERROR_SCHEMA, NULL,
                         _ ("the table has no column with numbers of contest %s"),
                         recap_contest_get_code (self->contest));
        return FALSE;
    }
    make_totals (self);
    find_contestants (self);
    if (!check_meeting (self, error) || !find_names (self, error))
        return FALSE;
    self->marks = minutes_marks_new (self);
    return check_decisions (self, error);
}
