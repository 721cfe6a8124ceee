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

/* A kind of group. */
typedef struct {
    const char *name;
    const Key *keys;
    gint64 number_max; /* 0: there is one such group, without a number */
    gsize list;        /* offset of the GPtrArray in RecapMeeting */
    gsize entry_size;  /* of what the list holds */
} Group;

#define LIST(list) offsetof (RecapMeeting, list)

static const Group groups[] = {
    { "rapat", meeting_keys, 0, 0, 0 },
    { "ppk", officer_keys, PPK_MAX, LIST (ppk), sizeof (RecapPerson) },
    { "kpu", officer_keys, KPU_MAX, LIST (kpu), sizeof (RecapPerson) },
    { "saksi", witness_keys, NUMBER_MAX, LIST (saksi), sizeof (RecapPerson) },
    { "panwaslu", officer_keys, NUMBER_MAX, LIST (panwaslu), sizeof (RecapPerson) },
    { "hadir", guest_keys, NUMBER_MAX, LIST (hadir), sizeof (RecapPerson) },
    { "kejadian", incident_keys, NUMBER_MAX, LIST (kejadian), sizeof (RecapIncident) },
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
    g_free (self);
}

/* What the lines fill. */
typedef struct {
    RecapMeeting *meeting;
    const Group *group; /* that the line belongs to */
    gpointer entry;     /* the struct that the keys of the group fill */
} Parser;

/* Splits 'saksi 2' into its kind and number. */
static const Group *
find_group (RecapText name, guint *ret_number)
{
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
        gsize size = strlen (groups[i].name);
        gint64 number = 0;
        if (name.size < size || memcmp (name.bytes, groups[i].name, size) != 0)
            continue;
        if (groups[i].number_max == 0) {
            if (name.size == size)
                return &groups[i];
            continue;
        }
        if (name.size > size + 1 && name.bytes[size] == ' ' &&
            recap_count_parse ((RecapText){ name.bytes + size + 1, name.size - size - 1 },
                               &number) &&
            number >= 1 && number <= groups[i].number_max) {
            *ret_number = (guint)number;
            return &groups[i];
        }
    }
    return NULL;
}

static gboolean
enter_group (const RecapKeyLines *lines, RecapText name, gpointer data, GError **error)
{
    Parser *self = data;
    guint number = 0;

    self->group = find_group (name, &number);
    if (self->group == NULL) {
        g_autofree char *shown = recap_text_display (name.bytes, name.size);
        g_autofree char *message = g_strdup_printf (_ ("unknown group [%s]"), shown);
        recap_key_lines_fail (lines, RECAP_ERROR_SCHEMA, name, message, error);
        recap_error_set_hint (error, _ ("groups are [rapat], [ppk N], [kpu N], [saksi N], "
                                        "[panwaslu N], [hadir N] and [kejadian N], N from 1; the "
                                        "PPK has five members, a KPU up to seven"));
        return FALSE;
    }
    self->entry = self->meeting;
    if (self->group->number_max > 0) {
        GPtrArray *list = G_STRUCT_MEMBER (GPtrArray *, self->meeting, self->group->list);
        self->entry = g_malloc0 (self->group->entry_size);
        *(RecapMeetingEntry *)self->entry =
            (RecapMeetingEntry){ number, recap_key_lines_get_line (lines) };
        g_ptr_array_add (list, self->entry);
    }
    return TRUE;
}

G_STATIC_ASSERT (offsetof (RecapPerson, entry) == 0);
G_STATIC_ASSERT (offsetof (RecapIncident, entry) == 0);

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

/* Dates and times are checked, everything else is any text. @raw is the value in its line. */
static gboolean
store (Parser *self, const RecapKeyLines *lines, const Key *key, RecapText raw, const char *value,
       GError **error)
{
    gboolean is_meeting = self->entry == self->meeting;
    g_autofree char *shown = recap_text_display (value, strlen (value));

    if (is_meeting && g_str_has_prefix (key->name, "tanggal")) {
        RecapDate date;
        if (!recap_date_parse (recap_text (value), &date)) {
            g_autofree char *message = g_strdup_printf (_ ("'%s' is not a date"), shown);
            recap_key_lines_fail (lines, RECAP_ERROR_SYNTAX, raw, message, error);
            recap_error_set_hint (error, _ ("write 2024-02-20 or 20 Februari 2024"));
            return FALSE;
        }
        G_STRUCT_MEMBER (RecapDate *, self->entry, key->offset) = g_memdup2 (&date, sizeof date);
        return TRUE;
    }
    if (is_meeting && (strcmp (key->name, "mulai") == 0 || strcmp (key->name, "selesai") == 0) &&
        !is_time (value)) {
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
        if (groups[i].number_max > 0)
            g_ptr_array_sort (G_STRUCT_MEMBER (GPtrArray *, meeting, groups[i].list),
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
