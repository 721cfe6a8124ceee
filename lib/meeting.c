#include "config.h"

#include "meeting.h"

#include <glib/gi18n-lib.h>

#include "count.h"
#include "error.h"
#include "key-file.h"
#include "key-lines.h"
#include "source.h"

enum {
    FILE_MAX = 1024 * 1024, /* bytes */
    NUMBER_MAX = 9999,      /* of a group */
    PPK_MAX = 5,            /* members, the chair among them */
    KPU_MAX = 7,            /* likewise */
};

/* A key of a group and where its text goes: the offset of a char * in the struct. */
typedef struct {
    const char *name;
    gsize offset;
} Key;

#define PERSON(key) #key, offsetof(RecapPerson, key)
#define INCIDENT(key) #key, offsetof(RecapIncident, key)
#define SOURCE(key) #key, offsetof(RecapMeetingSource, key)
#define TASK(key) #key, offsetof(RecapMeetingTask, key)
#define MEETING(key) #key, offsetof(RecapMeeting, key)

static const Key meeting_keys[] = { { MEETING (nomor) },
                                    { MEETING (tempat) },
                                    { MEETING (mulai) },
                                    { MEETING (selesai) },
                                    { MEETING (tanggal) },
                                    { MEETING (tanggal_selesai) },
                                    { NULL, 0 } };
static const Key officer_keys[] = {
    { PERSON (nama) }, { PERSON (jabatan) }, { PERSON (alasan) }, { NULL, 0 }
};
static const Key witness_keys[] = {
    { PERSON (nama) }, { PERSON (mewakili) }, { PERSON (alasan) }, { NULL, 0 }
};
static const Key guest_keys[] = {
    { PERSON (nama) }, { PERSON (jabatan) }, { PERSON (mewakili) }, { NULL, 0 }
};
static const Key incident_keys[] = { { INCIDENT (kode) },         { INCIDENT (waktu) },
                                     { INCIDENT (uraian) },       { INCIDENT (pihak) },
                                     { INCIDENT (penyelesaian) }, { NULL, 0 } };

static const Key task_keys[] = { { TASK (kontes) },     { TASK (keluaran) }, { TASK (wilayah) },
                                 { TASK (daftar_tps) }, { TASK (aturan) },   { TASK (keputusan) },
                                 { TASK (dua_nama) },   { TASK (calon) },    { NULL, 0 } };
static const Key source_keys[] = { { SOURCE (berkas) }, { SOURCE (profil) }, { SOURCE (format) },
                                   { SOURCE (lembar) }, { SOURCE (angka) },  { SOURCE (kandidat) },
                                   { NULL, 0 } };

/* How many groups of a kind there can be, and what stands behind the word. */
typedef enum {
    GROUP_ONE,
    GROUP_NUMBERED,
    GROUP_NAMED,
} GroupKind;

/* A kind of group. */
typedef struct {
    const char *name;
    GroupKind kind;
    const Key *keys;
    gint64 number_max; /* of numbered ones */
    gsize place;       /* offset in RecapMeeting of the one struct, or of the GPtrArray of them */
    gsize entry_size;  /* of what the array holds */
} Group;

#define PLACE(member) offsetof (RecapMeeting, member)

static const Group groups[] = {
    { "rapat", GROUP_ONE, meeting_keys, 0, 0, 0 },
    { "ppk", GROUP_NUMBERED, officer_keys, PPK_MAX, PLACE (ppk), sizeof (RecapPerson) },
    { "kpu", GROUP_NUMBERED, officer_keys, KPU_MAX, PLACE (kpu), sizeof (RecapPerson) },
    { "saksi", GROUP_NUMBERED, witness_keys, NUMBER_MAX, PLACE (saksi), sizeof (RecapPerson) },
    { "panwaslu", GROUP_NUMBERED, officer_keys, NUMBER_MAX, PLACE (panwaslu),
      sizeof (RecapPerson) },
    { "hadir", GROUP_NUMBERED, guest_keys, NUMBER_MAX, PLACE (hadir), sizeof (RecapPerson) },
    { "kejadian", GROUP_NUMBERED, incident_keys, NUMBER_MAX, PLACE (kejadian),
      sizeof (RecapIncident) },
    { "pleno", GROUP_ONE, task_keys, 0, PLACE (tugas), 0 },
    { "sumber", GROUP_NAMED, source_keys, 0, PLACE (sumber), sizeof (RecapMeetingSource) },
};

static void
person_free (gpointer data)
{
    RecapPerson *self = data;
    g_free (self->nama);
    g_free (self->jabatan);
    g_free (self->mewakili);
    g_free (self->alasan);
    g_free (self);
}

static void
incident_free (gpointer data)
{
    RecapIncident *self = data;
    g_free (self->kode);
    g_free (self->waktu);
    g_free (self->uraian);
    g_free (self->pihak);
    g_free (self->penyelesaian);
    g_free (self);
}

static void
source_free (gpointer data)
{
    RecapMeetingSource *self = data;
    g_free (self->nama);
    for (const Key *key = source_keys; key->name != NULL; key++)
        g_free (G_STRUCT_MEMBER (char *, self, key->offset));
    g_free (self);
}

RecapMeeting *
recap_meeting_new (void)
{
    RecapMeeting *self = g_new0 (RecapMeeting, 1);
    self->ppk = g_ptr_array_new_with_free_func (person_free);
    self->kpu = g_ptr_array_new_with_free_func (person_free);
    self->saksi = g_ptr_array_new_with_free_func (person_free);
    self->panwaslu = g_ptr_array_new_with_free_func (person_free);
    self->hadir = g_ptr_array_new_with_free_func (person_free);
    self->kejadian = g_ptr_array_new_with_free_func (incident_free);
    self->sumber = g_ptr_array_new_with_free_func (source_free);
    return self;
}

void
recap_meeting_free (RecapMeeting *self)
{
    if (self == NULL)
        return;
    g_free (self->file);
    g_free (self->nomor);
    g_free (self->tempat);
    g_free (self->mulai);
    g_free (self->selesai);
    g_free (self->tanggal);
    g_free (self->tanggal_selesai);
    g_ptr_array_unref (self->ppk);
    g_ptr_array_unref (self->kpu);
    g_ptr_array_unref (self->saksi);
    g_ptr_array_unref (self->panwaslu);
    g_ptr_array_unref (self->hadir);
    g_ptr_array_unref (self->kejadian);
    g_ptr_array_unref (self->sumber);
    for (const Key *key = task_keys; key->name != NULL; key++)
        g_free (G_STRUCT_MEMBER (char *, &self->tugas, key->offset));
    g_free (self);
}

/* What the lines fill. */
typedef struct {
    RecapMeeting *meeting;
    const Group *group; /* that the line belongs to */
    gpointer entry;     /* the struct that the keys of the group fill */
} Parser;

/* Returns: whether @rest, what stands behind the word of a group of @group, is what there must be;
 * *@ret_number is its number. */
static gboolean
read_rest (const Group *group, RecapText rest, gint64 *ret_number)
{
    RecapText argument = recap_text_trim (rest);

    switch (group->kind) {
    case GROUP_ONE:
        return rest.size == 0;
    case GROUP_NUMBERED:
        return rest.size > 1 && rest.bytes[0] == ' ' &&
               recap_count_parse ((RecapText){ rest.bytes + 1, rest.size - 1 }, ret_number) &&
               *ret_number >= 1 && *ret_number <= group->number_max;
    case GROUP_NAMED:
        for (gsize i = 0; i < argument.size; i++)
            if (g_ascii_iscntrl (argument.bytes[i]))
                return FALSE;
        return argument.size > 0 && rest.bytes[0] == ' ';
    }
    g_assert_not_reached ();
}

/* Splits 'saksi 2' and 'sumber sirekap' into the kind of group and its number or name. */
static const Group *
find_group (RecapText name, guint *ret_number, RecapText *ret_name)
{
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
        gsize size = strlen (groups[i].name);
        gint64 number = 0;
        if (name.size < size || memcmp (name.bytes, groups[i].name, size) != 0)
            continue;
        RecapText rest = { name.bytes + size, name.size - size };
        if (!read_rest (&groups[i], rest, &number))
            continue;
        *ret_number = (guint)number;
        *ret_name = recap_text_trim (rest);
        return &groups[i];
    }
    return NULL;
}

/* Finds the struct that the keys of the group fill, or makes it. */
static gpointer
find_entry (Parser *self, guint number, guint64 line, RecapText name)
{
    const Group *group = self->group;
    gpointer place = G_STRUCT_MEMBER_P (self->meeting, group->place);

    if (group->kind == GROUP_ONE && group->place == 0)
        return self->meeting;
    RecapMeetingEntry *entry = place;
    if (group->kind != GROUP_ONE) {
        entry = g_malloc0 (group->entry_size);
        g_ptr_array_add (*(GPtrArray **)place, entry);
    }
    *entry = (RecapMeetingEntry){ number, line };
    if (group->kind == GROUP_NAMED)
        ((RecapMeetingSource *)(gpointer)entry)->nama = g_strndup (name.bytes, name.size);
    return entry;
}

static gboolean
enter_group (const RecapKeyLines *lines, RecapText name, gpointer data, GError **error)
{
    Parser *self = data;
    guint number = 0;
    RecapText argument = RECAP_TEXT_EMPTY;

    self->group = find_group (name, &number, &argument);
    if (self->group == NULL) {
        g_autofree char *shown = recap_text_display (name.bytes, name.size);
        g_autofree char *message = g_strdup_printf (_ ("unknown group [%s]"), shown);
        recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, name, message, error);
        recap_error_set_hint (
            error,
            _ ("groups are [rapat], [ppk N], [kpu N], [saksi N], [panwaslu N], [hadir N], "
               "[kejadian N], [pleno] and [sumber NAME], N from 1; the PPK has five members, "
               "a KPU up to seven"));
        return FALSE;
    }
    self->entry = find_entry (self, number, recap_key_lines_get_line (lines), argument);
    return TRUE;
}

G_STATIC_ASSERT (offsetof (RecapPerson, entry) == 0);
G_STATIC_ASSERT (offsetof (RecapIncident, entry) == 0);
G_STATIC_ASSERT (offsetof (RecapMeetingSource, entry) == 0);
G_STATIC_ASSERT (offsetof (RecapMeetingTask, entry) == 0);

/* Reads '9:05', '09.05' or '09:05'. */
static gboolean
is_time (const char *text)
{
    guint minutes = 0, hours = 0;
    gsize n = strspn (text, "0123456789");
    if (n < 1 || n > 2 || (text[n] != ':' && text[n] != '.') || strlen (text) != n + 3)
        return FALSE;
    for (gsize i = 0; i < n; i++)
        hours = 10 * hours + (guint)(text[i] - '0');
    for (gsize i = n + 1; i < n + 3; i++) {
        if (!g_ascii_isdigit (text[i]))
            return FALSE;
        minutes = 10 * minutes + (guint)(text[i] - '0');
    }
    return hours < 24 && minutes < 60;
}

/* @raw is the value in its line, @value what it stands for.
 *
 * Returns: the day; owned by the caller. NULL sets @error. */
static RecapDate *
parse_day (const RecapKeyLines *lines, RecapText raw, const char *value, GError **error)
{
    g_autofree char *shown = recap_text_display (value, strlen (value));
    RecapDate date;
    RecapDateReading reading = recap_date_read (recap_text (value), &date);

    if (reading == RECAP_DATE_READ)
        return g_memdup2 (&date, sizeof date);
    if (reading == RECAP_DATE_OTHER_DAY) {
        g_autofree char *day = recap_date_format (&date);
        g_autofree char *message =
            g_strdup_printf (_ ("'%s': %s is a %s"), shown, day, recap_date_day_name (&date));
        recap_key_lines_fail (lines, RECAP_ERROR_SYNTAX, raw, message, error);
        recap_error_set_hint (error, _ ("write the date of that day, or no day of the week"));
    } else {
        g_autofree char *message = g_strdup_printf (_ ("'%s' is not a date"), shown);
        recap_key_lines_fail (lines, RECAP_ERROR_SYNTAX, raw, message, error);
        recap_error_set_hint (error, _ ("write 2024-02-20 or 20 Februari 2024"));
    }
    return NULL;
}

/* @raw is the value of the later line of the two. */
static gboolean
check_days (const RecapMeeting *meeting, const RecapKeyLines *lines, RecapText raw, GError **error)
{
    const RecapDate *first = meeting->tanggal;
    const RecapDate *last = meeting->tanggal_selesai;

    if (first == NULL || last == NULL ||
        recap_date_to_seconds (first) <= recap_date_to_seconds (last))
        return TRUE;
    g_autofree char *begin = recap_date_format (first);
    g_autofree char *end = recap_date_format (last);
    g_autofree char *message =
        g_strdup_printf (_ ("the last day, %s, is before the first, %s"), end, begin);
    recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, raw, message, error);
    recap_error_set_hint (error, _ ("tanggal is the first day, tanggal_selesai the last"));
    return FALSE;
}

/* Dates and times are checked, everything else is any text. @raw is the value in its line. */
static gboolean
store (Parser *self, const RecapKeyLines *lines, const Key *key, RecapText raw, const char *value,
       GError **error)
{
    gboolean is_meeting = self->entry == self->meeting;

    if (is_meeting && g_str_has_prefix (key->name, "tanggal")) {
        RecapDate *day = parse_day (lines, raw, value, error);
        G_STRUCT_MEMBER (RecapDate *, self->entry, key->offset) = day;
        return day != NULL && check_days (self->meeting, lines, raw, error);
    }
    if (is_meeting && (strcmp (key->name, "mulai") == 0 || strcmp (key->name, "selesai") == 0) &&
        !is_time (value)) {
        g_autofree char *shown = recap_text_display (value, strlen (value));
        g_autofree char *message = g_strdup_printf (_ ("'%s' is not a time of day"), shown);
        recap_key_lines_fail (lines, RECAP_ERROR_SYNTAX, raw, message, error);
        recap_error_set_hint (error, _ ("write hours:minutes: 09:30"));
        return FALSE;
    }
    G_STRUCT_MEMBER (char *, self->entry, key->offset) = g_strdup (value);
    return TRUE;
}

static gboolean
fail_key (const Parser *self, const RecapKeyLines *lines, RecapText name, GError **error)
{
    g_autoptr (GString) known = g_string_new (NULL);
    g_autofree char *shown = recap_text_display (name.bytes, name.size);
    g_autofree char *message = g_strdup_printf (_ ("unknown key '%s'"), shown);

    recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, name, message, error);
    for (const Key *key = self->group->keys; key->name != NULL; key++)
        g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", key->name);
    recap_error_set_hint (error, _ ("keys of this group are: %s"), known->str);
    return FALSE;
}

static gboolean
read_key (const RecapKeyLines *lines, RecapText name, RecapText raw, gpointer data, GError **error)
{
    Parser *self = data;
    const Key *key = self->group->keys;

    while (key->name != NULL && !recap_text_equal_string (name, key->name))
        key++;
    if (key->name == NULL)
        return fail_key (self, lines, name, error);
    /* A key without a value is a line still to be filled in. */
    if (raw.size == 0)
        return TRUE;
    g_autofree char *value = recap_key_file_unescape (raw);
    if (value == NULL)
        return recap_key_lines_fail (
            lines, RECAP_ERROR_SYNTAX, raw,
            _ ("a backslash must be followed by s, n, t, r or a backslash"), error);
    return store (self, lines, key, raw, g_strchomp (value), error);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    const RecapMeetingEntry *x = *(const RecapMeetingEntry *const *)a;
    const RecapMeetingEntry *y = *(const RecapMeetingEntry *const *)b;
    return (x->number > y->number) - (x->number < y->number);
}

RecapMeeting *
recap_meeting_parse (const char *bytes, gsize size, const char *name, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

    static const RecapKeyVisitor visitor = { enter_group, read_key };
    g_autoptr (RecapMeeting) meeting = recap_meeting_new ();
    Parser parser = { .meeting = meeting };
    meeting->file = g_strdup (name);
    if (!recap_key_lines_read ((RecapText){ bytes, size }, name, &visitor, &parser, error))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        if (groups[i].kind == GROUP_NUMBERED)
            g_ptr_array_sort (G_STRUCT_MEMBER (GPtrArray *, meeting, groups[i].place),
                              compare_numbers);
    return g_steal_pointer (&meeting);
}

RecapMeeting *
recap_meeting_load (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (RecapSource) source = recap_source_open (path, error);
    if (source == NULL)
        return NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    char buffer[4096];
    for (gsize n = 1; n > 0;) {
        if (!recap_source_read (source, buffer, sizeof buffer, &n, error))
            return NULL;
        g_string_append_len (text, buffer, (gssize)n);
        if (text->len > FILE_MAX) {
            recap_error_set (error, RECAP_ERROR_LIMIT, NULL,
                             _ ("meeting file '%s' is larger than 1 MiB"),
                             recap_source_get_name (source));
            return NULL;
        }
    }
    return recap_meeting_parse (text->str, text->len, recap_source_get_name (source), error);
}

const RecapPerson *
recap_meeting_find (const GPtrArray *people, guint number)
{
    for (guint i = 0; i < people->len; i++) {
        const RecapPerson *person = g_ptr_array_index (people, i);
        if (person->entry.number == number)
            return person;
    }
    return NULL;
}
