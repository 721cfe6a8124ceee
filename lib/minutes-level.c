#include "config.h"

#include "minutes-level.h"

/* One line a level; what is called otherwise somewhere stands before what holds elsewhere. In Papua
 * a kecamatan is a distrik; Aceh has commissions and supervisors of its own names. */
static const MinutesLevel levels[] = {
    { RECAP_LEVEL_KECAMATAN, RECAP_KEY_KECAMATAN, "DISTRIK", "distrik", "Distrik", "desa/kelurahan",
      "Panitia Pemilihan Distrik (PPD)", "PPD", "Panwaslu Distrik", "KECAMATAN", 5,
      "91 92 93 94 95 96" },
    { RECAP_LEVEL_KECAMATAN, RECAP_KEY_KECAMATAN, "KECAMATAN", "kecamatan", "Kecamatan",
      "desa/kelurahan", "Panitia Pemilihan Kecamatan (PPK)", "PPK", "Panwaslu Kecamatan",
      "KECAMATAN", 5, NULL },
    { RECAP_LEVEL_KABKO, RECAP_KEY_KABKO, "KABUPATEN/KOTA", "kabupaten/kota", "Kabupaten-Kota",
      "distrik", "Komisi Pemilihan Umum Kabupaten/Kota", "KPU Kabupaten/Kota",
      "Bawaslu Kabupaten/Kota", "KABKO", 5, "91 92 93 94 95 96" },
    { RECAP_LEVEL_KABKO, RECAP_KEY_KABKO, "KABUPATEN/KOTA", "kabupaten/kota", "Kabupaten-Kota",
      "kecamatan", "Komisi Independen Pemilihan Kabupaten/Kota", "KIP Kabupaten/Kota",
      "Panwaslih Kabupaten/Kota", "KABKO", 5, "11" },
    { RECAP_LEVEL_KABKO, RECAP_KEY_KABKO, "KABUPATEN/KOTA", "kabupaten/kota", "Kabupaten-Kota",
      "kecamatan", "Komisi Pemilihan Umum Kabupaten/Kota", "KPU Kabupaten/Kota",
      "Bawaslu Kabupaten/Kota", "KABKO", 5, NULL },
    { RECAP_LEVEL_PROVINSI, RECAP_KEY_PROVINSI, "PROVINSI", "provinsi", "Provinsi",
      "kabupaten/kota", "Komisi Independen Pemilihan Provinsi", "KIP Provinsi",
      "Panwaslih Provinsi", "PROV", 5, "11" },
    { RECAP_LEVEL_PROVINSI, RECAP_KEY_PROVINSI, "PROVINSI", "provinsi", "Provinsi",
      "kabupaten/kota", "Komisi Pemilihan Umum Provinsi", "KPU Provinsi", "Bawaslu Provinsi",
      "PROV", 5, NULL },
    { RECAP_LEVEL_NASIONAL, RECAP_N_KEYS, "NASIONAL", "nasional", "Nasional", "provinsi",
      "Komisi Pemilihan Umum", "KPU", "Bawaslu", "NASIONAL", 7, NULL },
};

static gboolean
is_called_so (const MinutesLevel *self, RecapText kode)
{
    enum { PREFIX_SIZE = 2 };

    if (self->prefixes == NULL)
        return TRUE;
    for (const char *p = self->prefixes; *p != '\0'; p += strspn (p, " ")) {
        if (recap_region_has_prefix (kode, (RecapText){ p, PREFIX_SIZE }))
            return TRUE;
        p += PREFIX_SIZE;
    }
    return FALSE;
}

const MinutesLevel *
minutes_level_find (RecapLevel level, RecapText kode)
{
    for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        if (levels[i].level == level && is_called_so (&levels[i], kode))
            return &levels[i];
    g_return_val_if_reached (&levels[0]);
}

gboolean
minutes_level_is_sheet (const char *name)
{
    g_autofree char *folded = g_utf8_casefold (name, -1);
    for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
        g_autofree char *other = g_utf8_casefold (levels[i].sheet, -1);
        if (strcmp (folded, other) == 0)
            return TRUE;
    }
    return FALSE;
}

/* 'Komisi Pemilihan Umum Kabupaten/Kota' holds for both; a name that says which of them it is takes
 * the place of the last word. */
char *
minutes_level_committee (const MinutesLevel *self, RecapText name)
{
    static const char *const kinds[] = { "KABUPATEN ", "KOTA ", "PROVINSI " };
    gsize size = strlen (self->committee);

    if (self->level == RECAP_LEVEL_NASIONAL)
        return g_strconcat (self->committee, " Republik Indonesia", NULL);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (name.size > strlen (kinds[i]) &&
            g_ascii_strncasecmp (name.bytes, kinds[i], strlen (kinds[i])) == 0 &&
            self->level > RECAP_LEVEL_KECAMATAN)
            size = (gsize)(strrchr (self->committee, ' ') - self->committee);
    return g_strdup_printf ("%.*s %.*s", (int)size, self->committee, (int)name.size, name.bytes);
}

char *
minutes_level_form (const MinutesLevel *self, const char *form)
{
    static const char lowest[] = "KECAMATAN";
    const char *found = strstr (form, lowest);

    if (found == NULL)
        return g_strdup (form);
    return g_strdup_printf ("%.*s%s%s", (int)(found - form), form, self->form,
                            found + strlen (lowest));
}
